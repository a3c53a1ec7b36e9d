// All figures in short, in memory: what lists of them are narrowed down by, counted and sorted by. A page then reads no more
// of the database than the rows that it shows, however many figures there are. A figure takes 25 bytes.
//
//     FigureGatherer gatherer;
//     gatherer.read(database, {17, 18});      // also where they were read before, or are gone
//     const std::shared_ptr<const FigureTable> table = gatherer.table();
//     table->columns.amounts[table->articles.front().first]
//
// The figures are those of the view figures: each story once, without durations and what a review calls wrong, and with
// what reviews have corrected.
#pragma once
#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "store/database.hpp"

namespace figbook::web {

// A figure is a place in all of these: what a filter or a count is not about is not read.
struct FigureColumns {
    std::vector<double> amounts{};
    std::vector<std::uint32_t> ordinals{};
    std::vector<std::uint32_t> sources{};  // of FigureTable::sources
    std::vector<std::uint32_t> units{};    // of FigureTable::names
    std::vector<std::int16_t> years{};     // in which its period starts; 0: none
    std::vector<std::uint8_t> kinds{};     // of kind_names()
    std::vector<std::uint8_t> reviews{};   // of review_names(), from 1; 0: none

    std::uint32_t size() const { return static_cast<std::uint32_t>(amounts.size()); }
    void reserve(std::size_t figures);
    // The figures of `from` at `first` and behind, up to before `end`.
    void append(const FigureColumns& from, std::size_t first, std::size_t end);
};

struct ShortArticle {
    std::int64_t id = 0;
    std::int32_t day = 0;           // 20250212; 0: none
    std::uint32_t publication = 0;  // of FigureTable::names
    std::uint32_t first = 0;        // its figures, in their order
    std::uint32_t end = 0;          // behind the last
};

// A source as figures have it: with one title and organisation.
struct SourceForm {
    // Of FigureTable::names.
    std::uint32_t name = 0;
    std::uint32_t kind = 0;
    std::uint32_t title = 0;
    std::uint32_t organisation = 0;
    bool is_nobody = false;  // as filters.hpp says

    auto operator<=>(const SourceForm&) const = default;
};

// Verdicts of reviews with which a figure is listed: "confirmed", "disputed", "corrected".
const std::vector<std::string_view>& review_names();

// 20250212 for "2025-02-12", 0 for "".
std::int32_t day_number(std::string_view iso_day);

// Of names and forms, each once; names stay where they are. The first one is that of what has none.
struct NamePool {
    std::unordered_map<std::string, std::uint32_t> names;
    std::map<SourceForm, std::uint32_t> forms;
};

// Never changed.
struct FigureTable {
    std::vector<ShortArticle> articles{};     // with some figure; the newest first, those without a day last
    FigureColumns columns{};                  // in the order of the articles
    std::vector<const std::string*> names{};  // the first is ""
    std::vector<SourceForm> sources{};        // the first is the paper itself
    std::shared_ptr<const NamePool> pool{};   // to which those point

    const std::string& name(std::uint32_t place) const { return *names[place]; }
    // The one that has the figure at that place.
    const ShortArticle& article_of(std::uint32_t place) const;
    // Where the figure stands in the columns; none where the article has no such one.
    std::optional<std::uint32_t> place_of(const ShortArticle& article, std::int64_t ordinal) const;
};

class FigureGatherer {
 public:
    FigureGatherer();

    void read(const Database& database, const std::vector<std::int64_t>& articles);
    void forget(std::int64_t article_id);

    // The last one with what was read and forgotten since.
    std::shared_ptr<const FigureTable> table();

 private:
    std::uint32_t name(const std::string& words);
    std::uint32_t source(const std::vector<Value>& row);
    void add(const std::vector<Value>& row);

    std::shared_ptr<const FigureTable> last_;
    std::unordered_set<std::int64_t> changed_;             // since then: read anew, or gone
    std::unordered_map<std::int64_t, ShortArticle> read_;  // since then, with their figures in columns_
    FigureColumns columns_;
    std::shared_ptr<NamePool> pool_;
    std::vector<const std::string*> names_;
    std::vector<SourceForm> sources_;
};

}  // namespace figbook::web
