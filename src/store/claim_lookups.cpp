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

// A row of one of the tables: kind and unit, source or fact; and its article and place there.
struct Entry {
    std::int64_t what = 0;
    double amount = 0;
    std::int64_t document_id = 0;
    std::int64_t ordinal = 0;

    auto place() const { return std::tie(what, amount, document_id, ordinal); }
};

// They are many: a vector that grows has them twice for a moment.
using Entries = std::deque<Entry>;

void sort_entries(Entries& entries) {
    std::sort(entries.begin(), entries.end(),
              [](const Entry& a, const Entry& b) { return a.place() < b.place(); });
}

// The entries whose row is `number, document_id, ordinal`, in order.
Entries read_entries(SQLite::Statement& rows) {
    Entries entries;
    while (rows.executeStep())
        entries.push_back(
            {rows.getColumn(0).getInt64(), 0, rows.getColumn(1).getInt64(), rows.getColumn(2).getInt64()});
    sort_entries(entries);
    return entries;
}

// Kinds with their units, numbered as they come: few are told apart among many claims.
class Sorts {
 public:
    using Names = std::pair<std::string, std::string>;

    std::int64_t number_of(const SQLite::Column& kind, const SQLite::Column& unit) {
        return numbers_
            .try_emplace({kind.getText(), unit.getText()}, static_cast<std::int64_t>(numbers_.size()))
            .first->second;
    }
    // In the order of the table.
    std::vector<Names> in_order() const {
        std::vector<Names> all;
        for (const auto& [names, number] : numbers_) all.push_back(names);
        return all;
    }
    // The place of each in that order, by its number.
    std::vector<std::int64_t> places() const {
        std::vector<std::int64_t> places(numbers_.size());
        std::int64_t place = 0;
        for (const auto& [names, number] : numbers_) places[static_cast<std::size_t>(number)] = place++;
        return places;
    }

 private:
    std::map<Names, std::int64_t> numbers_;
};

}  // namespace

void ClaimLookups::add(std::int64_t document_id) {
    auto& insert = statements_.ready("INSERT INTO unsorted (document_id) VALUES (?) ON CONFLICT DO NOTHING");
    Binder(insert).integer(document_id);
    insert.exec();
}

// A row at a time: of an INSERT of many rows SQLite could undo that alone, and keeps each page as it was, in memory.
void ClaimLookups::sort() {
    auto& waits = statements_.ready("SELECT 1 FROM unsorted LIMIT 1");
    const bool has_some = waits.executeStep();
    waits.reset();
    if (!has_some) return;
    sort_sizes();
    sort_sources();
    sort_facts();
    statements_.ready("DELETE FROM unsorted").exec();
}

void ClaimLookups::sort_sizes() {
    Sorts sorts;
    Entries entries;
    auto& rows = statements_.ready(
        "SELECT kind, coalesce(unit, ''), amount, document_id, ordinal FROM unsorted CROSS JOIN claim "
        "USING (document_id)");
    while (rows.executeStep())
        entries.push_back({sorts.number_of(rows.getColumn(0), rows.getColumn(1)),
                           rows.getColumn(2).getDouble(), rows.getColumn(3).getInt64(),
                           rows.getColumn(4).getInt64()});
    const std::vector<std::int64_t> places = sorts.places();
    for (Entry& entry : entries) entry.what = places[static_cast<std::size_t>(entry.what)];
    sort_entries(entries);
    const std::vector<Sorts::Names> names = sorts.in_order();
    for (const Entry& entry : entries) {
        const auto& [kind, unit] = names[static_cast<std::size_t>(entry.what)];
        auto& insert = statements_.ready(
            "INSERT INTO claim_by_size (kind, unit, amount, document_id, ordinal) VALUES (?, ?, ?, ?, ?)");
        Binder(insert)
            .kept(kind)
            .kept(unit)
            .real(entry.amount)
            .integer(entry.document_id)
            .integer(entry.ordinal);
        insert.exec();
    }
}

void ClaimLookups::sort_sources() {
    const Entries entries = read_entries(statements_.ready(
        "SELECT source_id, document_id, ordinal FROM unsorted CROSS JOIN claim USING (document_id) "
        "WHERE source_id IS NOT NULL"));
    for (const Entry& entry : entries) {
        auto& insert = statements_.ready(
            "INSERT INTO claim_by_source (source_id, document_id, ordinal) VALUES (?, ?, ?)");
        Binder(insert).integer(entry.what).integer(entry.document_id).integer(entry.ordinal);
        insert.exec();
    }
}

// In one pass: the page on which a fact is looked up is the one that it is written to.
void ClaimLookups::sort_facts() {
    const Entries entries = read_entries(statements_.ready(
        "SELECT fact_id, document_id, ordinal FROM unsorted CROSS JOIN claim USING (document_id) "
        "WHERE fact_id IS NOT NULL"));
    for (std::size_t i = 0; i < entries.size();) {
        const Entry first = entries[i];
        bool is_told_elsewhere = is_known(first.what);
        for (; i < entries.size() && entries[i].what == first.what; ++i) {
            is_told_elsewhere = is_told_elsewhere || entries[i].document_id != first.document_id;
            auto& insert = statements_.ready(
                "INSERT INTO claim_by_fact (fact_id, document_id, ordinal) VALUES (?, ?, ?)");
            Binder(insert).integer(first.what).integer(entries[i].document_id).integer(entries[i].ordinal);
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
