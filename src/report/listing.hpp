// A statement that lists figures which are kept in memory: most of its columns are theirs as they are, and need not go through
// SQLite, which copies each several times.
//
//     WITH listed AS (...) SELECT published, figures.start, verdict AS review, trim(what) AS what FROM listed CROSS JOIN
//     figures_by_number AS figures ON ...
//     ->  WITH listed AS (...) SELECT figures.kept_row, trim(what) AS what FROM listed CROSS JOIN ...
//
// Where the CTE begins with SELECT article_id, ordinal, by which the figures are joined, it tells their kept_row too, and they are
// joined by that.
//
// What is listed are the rows of the CTE `listed`, joined with figures_by_number; no other statement is one of these.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace figbook {

struct ListedColumn {
    std::string name;
    std::string kept;  // the column of the figure; "" for one that the statement tells
};

struct Listing {
    std::string sql;  // tells the number of the kept row, then the columns that are not kept
    std::vector<ListedColumn> columns;
};

// `kept`: the columns that are kept of figures. None for a statement that lists something else.
std::optional<Listing> listing_of(std::string_view sql, const std::vector<std::string>& kept);

// The same statement with these of its columns alone; any other statement as it is.
std::string narrowed(std::string_view sql, const std::vector<std::string>& columns);

}  // namespace figbook
