// All figures in short, in memory: what lists of them are narrowed down by, counted and sorted by. A page then reads no more
// of the database than the rows that it shows, however many figures there are. A figure takes 24 bytes.
//
//     FigureGatherer gatherer;
//     gatherer.read(database, {17, 18});      // also where they were read before, or are gone
//     const std::shared_ptr<const FigureTable> table = gatherer.table();
//     table->articles.front()->figures.front().amount
//
// The figures are those of the view figures: each story once, without durations and what a review calls wrong, and with
// what reviews have corrected.
#pragma once
#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "store/database.hpp"

namespace figbook::web {

struct ShortFigure {
    double amount = 0;
    std::uint32_t ordinal = 0;
    std::uint32_t source = 0;  // of FigureTable::sources
    std::uint32_t unit = 0;    // of FigureTable::names
    std::int16_t year = 0;     // in which its period starts; 0: none
    std::uint8_t kind = 0;     // of kind_names()
    std::uint8_t review = 0;   // of review_names(), from 1; 0: none
};

struct ShortArticle {
    std::int64_t id = 0;
    std::int32_t day = 0;           // 20250212; 0: none
    std::uint32_t publication = 0;  // of FigureTable::names
    std::vector<ShortFigure> figures{};
};

// A source as figures have it: with one title and organisation.
struct SourceForm {
    // Of FigureTable::names.
    std::uint32_t name = 0;
    std::uint32_t kind = 0;
    std::uint32_t title = 0;
    std::uint32_t organisation = 0;

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
    std::vector<std::shared_ptr<const ShortArticle>> articles;  // the newest first, those without a day last
    std::vector<const std::string*> names;                      // the first is ""
    std::vector<SourceForm> sources;                            // the first is the paper itself
    std::size_t figures = 0;
    std::shared_ptr<const NamePool> pool;  // to which those point

    const std::string& name(std::uint32_t place) const { return *names[place]; }
    const std::string& source_name(const ShortFigure& figure) const {
        return *names[sources[figure.source].name];
    }
};

class FigureGatherer {
 public:
    FigureGatherer();

    void read(const Database& database, const std::vector<std::int64_t>& articles);
    void forget(std::int64_t article_id) { articles_.erase(article_id); }
    bool knows(std::int64_t article_id) const { return articles_.contains(article_id); }

    std::shared_ptr<const FigureTable> table() const;

 private:
    std::uint32_t name(const std::string& words);
    std::uint32_t source(const std::vector<Value>& row);

    std::unordered_map<std::int64_t, std::shared_ptr<const ShortArticle>> articles_;  // with some figure
    std::shared_ptr<NamePool> pool_;
    std::vector<const std::string*> names_;
    std::vector<SourceForm> sources_;
};

}  // namespace figbook::web
