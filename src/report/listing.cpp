#include "report/listing.hpp"

#include <algorithm>

#include "base/ascii.hpp"

namespace figbook {
namespace {

constexpr std::string_view select = "\nSELECT\n";
constexpr std::string_view from = "\nFROM listed\nCROSS JOIN figures_by_number AS figures ON ";
constexpr std::string_view as = " AS ";
// What says which figures are listed, and how they are joined by their numbers; by kept rows, each is there at once.
constexpr std::string_view numbers = "\n    SELECT article_id, ordinal";
constexpr std::string_view with_rows = "\n    SELECT kept_row, article_id, ordinal";
constexpr std::string_view by_numbers =
    " ON figures.article_id = listed.article_id AND figures.ordinal = listed.ordinal";
constexpr std::string_view by_rows = " ON figures.kept_row = listed.kept_row";
constexpr std::string_view blank = " \n";

std::string without_comments(std::string_view sql) {
    std::string text;
    for (std::size_t start = 0; start < sql.size();) {
        const auto end = std::min(sql.find('\n', start), sql.size());
        const std::string_view line = sql.substr(start, end - start);
        if (!line.substr(std::min(line.find_first_not_of(' '), line.size())).starts_with("--"))
            text.append(line).push_back('\n');
        start = end + 1;
    }
    return text;
}

// Walks over a text, and tells which of its characters stand in no brackets and no quotes.
class Outside {
 public:
    bool operator()(char c) {
        if (quote_ != 0) {
            if (c == quote_) quote_ = 0;
            return false;
        }
        if (c == '\'' || c == '"') quote_ = c;
        depth_ += c == '(' ? 1 : c == ')' ? -1 : 0;
        return depth_ == 0 && quote_ == 0;
    }

 private:
    int depth_ = 0;
    char quote_ = 0;
};

std::vector<std::string_view> parts_of(std::string_view list) {
    std::vector<std::string_view> parts;
    std::size_t start = 0;
    Outside is_outside;
    for (std::size_t at = 0; at < list.size(); ++at) {
        if (!is_outside(list[at]) || list[at] != ',') continue;
        parts.push_back(without_blanks(list.substr(start, at - start)));
        start = at + 1;
    }
    parts.push_back(without_blanks(list.substr(start)));
    return parts;
}

// figures."end" is end.
std::string_view bare(std::string_view name) {
    constexpr std::string_view of_figures = "figures.";
    if (name.starts_with(of_figures)) name.remove_prefix(of_figures.size());
    if (name.size() > 2 && name.front() == '"' && name.back() == '"') name = name.substr(1, name.size() - 2);
    return name;
}

ListedColumn column_of(std::string_view part, const std::vector<std::string>& kept) {
    // Behind the last AS that stands in no brackets, as it does in CAST(... AS ...).
    std::size_t told = part.size();
    Outside is_outside;
    for (std::size_t at = 0; at < part.size(); ++at)
        if (is_outside(part[at]) && part.substr(at).starts_with(as)) told = at;
    const std::string_view what = bare(part.substr(0, told));
    ListedColumn column;
    column.name = told == part.size() ? what : bare(part.substr(told + as.size()));
    if (std::find(kept.begin(), kept.end(), what) != kept.end()) column.kept = what;
    return column;
}

void replace(std::string& text, std::size_t at, std::string_view what, std::string_view by) {
    text.replace(at, what.size(), by);
}

void join_by_rows(std::string& sql) {
    const auto listed = sql.find(numbers);
    const auto joined = sql.rfind(by_numbers);
    if (listed == std::string::npos || joined == std::string::npos || joined < listed) return;
    replace(sql, joined, by_numbers, by_rows);
    replace(sql, listed, numbers, with_rows);
}

struct Parts {
    std::string_view before;           // the CTEs
    std::vector<std::string> columns;  // as they stand behind the last SELECT, without comments
    std::string after;                 // from FROM on
};

std::optional<Parts> listing_parts(std::string_view sql) {
    const auto start = sql.rfind(select);
    const std::string_view behind = start == std::string_view::npos ? "" : sql.substr(start + select.size());
    const std::string list = without_comments(behind);
    const auto end = list.find(from);
    if (end == std::string::npos) return std::nullopt;
    Parts parts{sql.substr(0, start), {}, list.substr(end)};
    for (const std::string_view column : parts_of(std::string_view(list).substr(0, end)))
        parts.columns.emplace_back(column);
    return parts;
}

}  // namespace

std::optional<Listing> listing_of(std::string_view sql, const std::vector<std::string>& kept) {
    const auto parts = listing_parts(sql);
    if (!parts) return std::nullopt;
    Listing listing;
    listing.sql.append(parts->before).append("\nSELECT\n    figures.kept_row");
    for (const std::string& column : parts->columns) {
        listing.columns.push_back(column_of(column, kept));
        if (listing.columns.back().kept.empty()) listing.sql.append(",\n    ").append(column);
    }
    listing.sql.append(parts->after);
    join_by_rows(listing.sql);
    return listing;
}

std::string narrowed(std::string_view sql, const std::vector<std::string>& columns) {
    const auto parts = listing_parts(sql);
    if (!parts) return std::string(sql);
    std::string narrow(parts->before);
    std::string_view before = select;
    for (const std::string& column : parts->columns) {
        const std::string name = column_of(column, {}).name;
        if (std::find(columns.begin(), columns.end(), name) == columns.end()) continue;
        narrow.append(before).append("    ").append(column);
        before = ",\n";
    }
    return narrow.append(parts->after);
}

}  // namespace figbook
