#include "store/fact_table.hpp"

#include <set>

namespace figbook {
namespace {

std::vector<std::int64_t> numbers(SQLite::Statement& rows) {
    std::vector<std::int64_t> found;
    while (rows.executeStep()) found.push_back(rows.getColumn(0).getInt64());
    rows.reset();
    return found;
}

}  // namespace

void FactTable::told(std::int64_t document_id, const std::vector<std::int64_t>& facts) {
    const std::set<std::int64_t> each(facts.begin(), facts.end());
    for (const std::int64_t fact : each) {
        // Two look-ups in the index: "<>" would walk over all that this article tells of it.
        auto& mark = statements_.ready(
            "INSERT INTO stale_fact (fact_id) SELECT ?1 "
            "WHERE EXISTS (SELECT 1 FROM claim_by_fact WHERE fact_id = ?1 AND document_id < ?2) "
            "OR EXISTS (SELECT 1 FROM claim_by_fact WHERE fact_id = ?1 AND document_id > ?2) "
            "ON CONFLICT DO NOTHING");
        Binder(mark).integer(fact).integer(document_id);
        mark.exec();
    }
}

void FactTable::leave(std::int64_t document_id) {
    auto& mark = statements_.ready(
        "INSERT INTO stale_fact (fact_id) SELECT DISTINCT fact_id FROM claim "
        "WHERE document_id = ? AND fact_id IS NOT NULL ON CONFLICT DO NOTHING");
    Binder(mark).integer(document_id);
    mark.exec();
}

std::vector<std::int64_t> FactTable::take_stale(std::size_t most) {
    auto& rows = statements_.ready("SELECT fact_id FROM stale_fact ORDER BY fact_id LIMIT ?");
    Binder(rows).integer(static_cast<std::int64_t>(most));
    std::vector<std::int64_t> facts = numbers(rows);
    for (const std::int64_t fact : facts) {
        auto& done = statements_.ready("DELETE FROM stale_fact WHERE fact_id = ?");
        Binder(done).integer(fact);
        done.exec();
    }
    return facts;
}

void FactTable::put(const FactRow& row) {
    auto& insert = statements_.ready(
        "INSERT OR REPLACE INTO fact (fact_id, subject, words, kind, unit, per, role, period_start, "
        "period_end, "
        "period_words, first_text, last_text, claims, articles, copies, first_day, last_day, standing, "
        "conflicts) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    Binder(insert)
        .integer(row.fact_id)
        .text(row.subject)
        .text(row.words)
        .text(row.kind)
        .text_or_null(row.unit)
        .text_or_null(row.per)
        .text(row.role)
        .text_or_null(row.period_start)
        .text_or_null(row.period_end)
        .text_or_null(row.period_words)
        .text(row.first_text)
        .text(row.last_text)
        .integer(row.claims)
        .integer(row.articles)
        .integer(row.copies)
        .text_or_null(row.first_day)
        .text_or_null(row.last_day)
        .text(row.standing)
        .integer(row.conflicts);
    insert.exec();
}

void FactTable::put(const FactClaimRow& row) {
    auto& insert = statements_.ready(
        "INSERT OR REPLACE INTO fact_claim (fact_id, document_id, ordinal, told) VALUES (?, ?, ?, ?)");
    Binder(insert).integer(row.fact_id).integer(row.document_id).integer(row.ordinal).blob(row.told);
    insert.exec();
}

void FactTable::erase(std::int64_t fact_id) {
    for (const char* sql :
         {"DELETE FROM fact WHERE fact_id = ?", "DELETE FROM fact_claim WHERE fact_id = ?"}) {
        auto& erase = statements_.ready(sql);
        Binder(erase).integer(fact_id);
        erase.exec();
    }
}

std::vector<std::int64_t> FactTable::untracked(std::size_t most) {
    auto& rows = statements_.ready("SELECT document_id FROM untracked ORDER BY document_id LIMIT ?");
    Binder(rows).integer(static_cast<std::int64_t>(most));
    return numbers(rows);
}

void FactTable::set(std::int64_t document_id, const std::vector<std::optional<std::int64_t>>& facts) {
    leave(document_id);
    std::vector<std::int64_t> told_now;
    for (std::size_t ordinal = 0; ordinal < facts.size(); ++ordinal) {
        auto& update =
            statements_.ready("UPDATE claim SET fact_id = ? WHERE document_id = ? AND ordinal = ?");
        Binder(update)
            .integer_or_null(facts[ordinal])
            .integer(document_id)
            .integer(static_cast<std::int64_t>(ordinal));
        update.exec();
        if (facts[ordinal]) told_now.push_back(*facts[ordinal]);
    }
    told(document_id, told_now);
    auto& done = statements_.ready("DELETE FROM untracked WHERE document_id = ?");
    Binder(done).integer(document_id);
    done.exec();
}

}  // namespace figbook
