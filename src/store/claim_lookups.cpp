#include "store/claim_lookups.hpp"

#include <algorithm>
#include <cstddef>
#include <deque>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace figbook {
namespace {

// A row of one of the tables: kind and unit, source or fact; and its article, as a place among those that wait, which
// are in the order of their numbers, and its place there.
struct Entry {
    std::int64_t what = 0;
    std::int32_t article = 0;
    std::int32_t ordinal = 0;

    friend auto operator<=>(const Entry&, const Entry&) = default;
};

struct SizeEntry {
    double amount = 0;
    std::int32_t what = 0;
    std::int32_t article = 0;
    std::int32_t ordinal = 0;

    auto place() const { return std::tie(what, amount, article, ordinal); }
};

// Kinds with their units, numbered as they come: few are told apart among many claims.
class Sorts {
 public:
    using Names = std::pair<std::string, std::string>;

    std::int32_t number_of(const SQLite::Column& kind, const SQLite::Column& unit) {
        return numbers_
            .try_emplace({kind.getText(), unit.getText()}, static_cast<std::int32_t>(numbers_.size()))
            .first->second;
    }
    // In the order of the table.
    std::vector<Names> in_order() const {
        std::vector<Names> all;
        for (const auto& [names, number] : numbers_) all.push_back(names);
        return all;
    }
    // The place of each in that order, by its number.
    std::vector<std::int32_t> places() const {
        std::vector<std::int32_t> places(numbers_.size());
        std::int32_t place = 0;
        for (const auto& [names, number] : numbers_) places[static_cast<std::size_t>(number)] = place++;
        return places;
    }

 private:
    std::map<Names, std::int32_t> numbers_;
};

}  // namespace

// They are many: a vector that grows has them twice for a moment.
struct ClaimLookups::Waiting {
    std::vector<std::int64_t> articles;
    Sorts sorts;
    std::deque<SizeEntry> sizes;
    std::deque<Entry> sources;
    std::deque<Entry> facts;
};

void ClaimLookups::set_rows(std::int64_t document_id) {
    auto& insert = statements_.ready(
        "INSERT INTO article_rows (document_id, article_row, first_claim_row) "
        "SELECT document_id, rowid, last_insert_rowid() FROM article WHERE document_id = ? "
        "ON CONFLICT (document_id) DO UPDATE SET article_row = excluded.article_row, "
        "first_claim_row = excluded.first_claim_row");
    Binder(insert).integer(document_id);
    insert.exec();
}

void ClaimLookups::add(std::int64_t document_id) {
    auto& insert = statements_.ready("INSERT INTO unsorted (document_id) VALUES (?) ON CONFLICT DO NOTHING");
    Binder(insert).integer(document_id);
    insert.exec();
}

void ClaimLookups::sort() {
    auto& some = statements_.ready("SELECT 1 FROM unsorted LIMIT 1");
    const bool has_some = some.executeStep();
    some.reset();
    if (!has_some) return;
    const Waiting waiting = read_waiting();
    write_sizes(waiting);
    write_sources(waiting);
    write_facts(waiting);
    statements_.ready("DELETE FROM unsorted").exec();
}

// All in one pass: to read the claims is a good part of the work.
ClaimLookups::Waiting ClaimLookups::read_waiting() {
    Waiting waiting;
    auto& rows = statements_.ready(
        "SELECT document_id, ordinal, kind, coalesce(unit, ''), amount, source_id, fact_id "
        "FROM unsorted CROSS JOIN claim USING (document_id) ORDER BY document_id");
    while (rows.executeStep()) {
        const std::int64_t document_id = rows.getColumn(0).getInt64();
        if (waiting.articles.empty() || waiting.articles.back() != document_id)
            waiting.articles.push_back(document_id);
        const auto article = static_cast<std::int32_t>(waiting.articles.size() - 1);
        const std::int32_t ordinal = rows.getColumn(1).getInt();
        waiting.sizes.push_back({rows.getColumn(4).getDouble(),
                                 waiting.sorts.number_of(rows.getColumn(2), rows.getColumn(3)), article,
                                 ordinal});
        if (!rows.isColumnNull(5))
            waiting.sources.push_back({rows.getColumn(5).getInt64(), article, ordinal});
        if (!rows.isColumnNull(6)) waiting.facts.push_back({rows.getColumn(6).getInt64(), article, ordinal});
    }
    rows.reset();
    const std::vector<std::int32_t> places = waiting.sorts.places();
    for (SizeEntry& entry : waiting.sizes) entry.what = places[static_cast<std::size_t>(entry.what)];
    std::sort(waiting.sizes.begin(), waiting.sizes.end(),
              [](const SizeEntry& a, const SizeEntry& b) { return a.place() < b.place(); });
    std::sort(waiting.sources.begin(), waiting.sources.end());
    std::sort(waiting.facts.begin(), waiting.facts.end());
    return waiting;
}

// A row at a time: of an INSERT of many rows SQLite could undo that alone, and keeps each page as it was, in memory.
void ClaimLookups::write_sizes(const Waiting& waiting) {
    const std::vector<Sorts::Names> names = waiting.sorts.in_order();
    for (const SizeEntry& entry : waiting.sizes) {
        const auto& [kind, unit] = names[static_cast<std::size_t>(entry.what)];
        auto& insert = statements_.ready(
            "INSERT INTO claim_by_size (kind, unit, amount, document_id, ordinal) VALUES (?, ?, ?, ?, ?)");
        Binder(insert)
            .kept(kind)
            .kept(unit)
            .real(entry.amount)
            .integer(waiting.articles[static_cast<std::size_t>(entry.article)])
            .integer(entry.ordinal);
        insert.exec();
    }
}

void ClaimLookups::write_sources(const Waiting& waiting) {
    for (const Entry& entry : waiting.sources) {
        auto& insert = statements_.ready(
            "INSERT INTO claim_by_source (source_id, document_id, ordinal) VALUES (?, ?, ?)");
        Binder(insert)
            .integer(entry.what)
            .integer(waiting.articles[static_cast<std::size_t>(entry.article)])
            .integer(entry.ordinal);
        insert.exec();
    }
}

// In one pass: the page on which a fact is looked up is the one that it is written to.
void ClaimLookups::write_facts(const Waiting& waiting) {
    for (auto entry = waiting.facts.begin(); entry != waiting.facts.end();) {
        const Entry first = *entry;
        bool is_told_elsewhere = is_known(first.what);
        for (; entry != waiting.facts.end() && entry->what == first.what; ++entry) {
            is_told_elsewhere = is_told_elsewhere || entry->article != first.article;
            auto& insert = statements_.ready(
                "INSERT INTO claim_by_fact (fact_id, document_id, ordinal) VALUES (?, ?, ?)");
            Binder(insert)
                .integer(first.what)
                .integer(waiting.articles[static_cast<std::size_t>(entry->article)])
                .integer(entry->ordinal);
            insert.exec();
        }
        if (is_told_elsewhere) mark_stale(first.what);
    }
}

// Unless all who tell it but one are copies, and always were: most of what a copy brings only its original tells.
void ClaimLookups::mark_stale(std::int64_t fact) {
    auto& mark = statements_.ready(
        "INSERT INTO stale_fact (fact_id) SELECT ?1 WHERE EXISTS (SELECT 1 FROM fact WHERE fact_id = ?1) "
        "OR (SELECT count(*) FROM (SELECT DISTINCT document_id FROM claim_by_fact AS told WHERE fact_id = ?1 "
        "AND NOT EXISTS (SELECT 1 FROM article_copy WHERE article_copy.document_id = told.document_id "
        "AND share_of_copy >= 0.6) LIMIT 2)) = 2 ON CONFLICT DO NOTHING");
    Binder(mark).integer(fact);
    mark.exec();
}

bool ClaimLookups::is_known(std::int64_t fact) {
    auto& row = statements_.ready("SELECT 1 FROM claim_by_fact WHERE fact_id = ?");
    Binder(row).integer(fact);
    const bool known = row.executeStep();
    row.reset();
    return known;
}

}  // namespace figbook
