#include "store/claim_lookups.hpp"

#include <algorithm>
#include <cstddef>
#include <deque>
#include <map>
#include <numeric>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

namespace figbook {
namespace {

// Rows of the tables: what a claim is looked up by, and which of those that wait it is, counted by article and then by place there.
// There are half a million of each: they are packed.
struct SizeEntry {
    double amount = 0;
    std::uint32_t sort = 0;  // kind and unit
    std::uint32_t claim = 0;

    auto place() const { return std::tie(sort, amount, claim); }
};

struct SourceEntry {
    std::uint32_t source = 0;
    std::uint32_t claim = 0;

    friend auto operator<=>(const SourceEntry&, const SourceEntry&) = default;
};

// Its number in two halves: whole it would stand at every eighth byte.
struct FactEntry {
    FactEntry(std::int64_t fact, std::uint32_t of)
        : high(static_cast<std::uint32_t>(fact >> 32)), low(static_cast<std::uint32_t>(fact)), claim(of) {}

    std::int64_t fact() const { return static_cast<std::int64_t>((std::uint64_t{high} << 32U) | low); }
    // They are above 0.
    friend auto operator<=>(const FactEntry&, const FactEntry&) = default;

    std::uint32_t high, low;
    std::uint32_t claim;
};

// Kinds with their units, numbered as they come: few are told apart among many claims.
class Sorts {
 public:
    using Names = std::pair<std::string, std::string>;

    std::uint32_t number_of(std::string_view kind, std::string_view unit) {
        key_.assign(kind).append(1, '\0').append(unit);
        if (const auto known = numbers_.find(key_); known != numbers_.end()) return known->second;
        return numbers_.emplace(key_, static_cast<std::uint32_t>(numbers_.size())).first->second;
    }
    // In the order of the table.
    std::vector<Names> in_order() const {
        std::vector<Names> all;
        for (const auto& [key, number] : sorted()) {
            const std::size_t end = key.find('\0');
            all.emplace_back(key.substr(0, end), key.substr(end + 1));
        }
        return all;
    }
    // The place of each in that order, by its number.
    std::vector<std::uint32_t> places() const {
        std::vector<std::uint32_t> places(numbers_.size());
        std::uint32_t place = 0;
        for (const auto& [key, number] : sorted()) places[number] = place++;
        return places;
    }

 private:
    // By kind, then by unit: what stands between them in a key is less than any letter.
    std::map<std::string, std::uint32_t> sorted() const { return {numbers_.begin(), numbers_.end()}; }

    std::unordered_map<std::string, std::uint32_t> numbers_;
    std::string key_;
};

}  // namespace

// They are many: a vector that grows has them twice for a moment.
struct ClaimLookups::Waiting {
    struct Place {
        std::int64_t document_id;
        std::uint32_t ordinal;
    };
    // Claims that follow each other: mostly all of an article.
    struct Row {
        std::int64_t document_id;
        std::uint32_t ordinal;  // of the first
        std::uint32_t claim;    // the first
    };

    std::vector<Row> rows;
    Sorts sorts;
    std::deque<SizeEntry> sizes;
    std::deque<SourceEntry> sources;
    std::deque<FactEntry> facts;

    void add(std::int64_t document_id, std::uint32_t ordinal, std::uint32_t sort, double amount) {
        const auto claim = static_cast<std::uint32_t>(sizes.size());
        const bool follows = !rows.empty() && rows.back().document_id == document_id &&
                             rows.back().ordinal + (claim - rows.back().claim) == ordinal;
        if (!follows) rows.push_back({document_id, ordinal, claim});
        sizes.push_back({amount, sort, claim});
    }
    // Of the claim that was added last.
    void add_source(std::int64_t source) {
        sources.push_back({static_cast<std::uint32_t>(source), sizes.back().claim});
    }
    void add_fact(std::int64_t fact) { facts.emplace_back(fact, sizes.back().claim); }

    void put_in_order();
    Place place_of(std::uint32_t claim) const;

 private:
    void put_rows_in_order();
};

void ClaimLookups::Waiting::put_in_order() {
    put_rows_in_order();
    const std::vector<std::uint32_t> places = sorts.places();
    for (SizeEntry& entry : sizes) entry.sort = places[entry.sort];
    std::sort(sizes.begin(), sizes.end(),
              [](const SizeEntry& a, const SizeEntry& b) { return a.place() < b.place(); });
    std::sort(sources.begin(), sources.end());
    std::sort(facts.begin(), facts.end());
}

// By the numbers of their articles, and the claims with them.
void ClaimLookups::Waiting::put_rows_in_order() {
    std::vector<std::uint32_t> order(rows.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tie(rows[a].document_id, rows[a].ordinal) <
               std::tie(rows[b].document_id, rows[b].ordinal);
    });
    const auto end_of = [&](std::size_t row) {
        return row + 1 < rows.size() ? rows[row + 1].claim : static_cast<std::uint32_t>(sizes.size());
    };
    std::vector<Row> sorted;
    std::vector<std::uint32_t> places(sizes.size());
    std::uint32_t place = 0;
    for (const std::uint32_t row : order) {
        sorted.push_back({rows[row].document_id, rows[row].ordinal, place});
        for (std::uint32_t claim = rows[row].claim; claim < end_of(row); ++claim) places[claim] = place++;
    }
    rows = std::move(sorted);
    for (SizeEntry& entry : sizes) entry.claim = places[entry.claim];
    for (SourceEntry& entry : sources) entry.claim = places[entry.claim];
    for (FactEntry& entry : facts) entry.claim = places[entry.claim];
}

// Once they are in order.
ClaimLookups::Waiting::Place ClaimLookups::Waiting::place_of(std::uint32_t claim) const {
    const auto behind =
        std::upper_bound(rows.begin(), rows.end(), claim,
                         [](std::uint32_t wanted, const Row& row) { return wanted < row.claim; });
    const Row& row = *(behind - 1);
    return {row.document_id, row.ordinal + (claim - row.claim)};
}

ClaimLookups::ClaimLookups(Statements& statements) : statements_(statements) {}
ClaimLookups::~ClaimLookups() = default;

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

void ClaimLookups::note(std::int64_t document_id, std::size_t ordinal, const Claim& claim, double amount,
                        std::optional<std::int64_t> source_id) {
    if (ordinal == 0 && !may_note()) distrust();
    if (!noted_) return;
    noted_->add(document_id, static_cast<std::uint32_t>(ordinal),
                noted_->sorts.number_of(name_of(claim.kind), claim.unit), amount);
    if (source_id) noted_->add_source(*source_id);
    if (claim.fact) noted_->add_fact(*claim.fact);
}

// Of articles that were there before, nothing is noted; who puts articles and never sorts them is to keep no more than a load does.
bool ClaimLookups::may_note() {
    constexpr std::size_t most_noted = 600'000;
    if (noted_) return noted_->sizes.size() < most_noted;
    if (has_waiting()) return true;  // and nothing is noted
    noted_ = std::make_unique<Waiting>();
    noted_at_version_ = data_version();
    return true;
}

void ClaimLookups::distrust() {
    noted_.reset();
}

namespace {

// By a statement that gives one row with one.
std::int64_t number_given(SQLite::Statement& statement) {
    statement.executeStep();
    const std::int64_t number = statement.getColumn(0).getInt64();
    statement.reset();
    return number;
}

}  // namespace

bool ClaimLookups::is_noted_whole() {
    if (!noted_ || noted_at_version_ != data_version()) return false;
    return number_given(statements_.ready("SELECT count(*) FROM unsorted")) ==
           static_cast<std::int64_t>(noted_->rows.size());
}

std::int64_t ClaimLookups::data_version() {
    return number_given(statements_.ready("PRAGMA data_version"));
}

bool ClaimLookups::has_waiting() {
    auto& some = statements_.ready("SELECT 1 FROM unsorted LIMIT 1");
    const bool has_some = some.executeStep();
    some.reset();
    return has_some;
}

void ClaimLookups::sort() {
    if (!has_waiting()) return;
    if (!is_noted_whole()) distrust();
    Waiting waiting = noted_ ? std::move(*noted_) : read_waiting();
    noted_.reset();
    waiting.put_in_order();
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
        waiting.add(rows.getColumn(0).getInt64(), rows.getColumn(1).getUInt(),
                    waiting.sorts.number_of(rows.getColumn(2).getText(), rows.getColumn(3).getText()),
                    rows.getColumn(4).getDouble());
        if (!rows.isColumnNull(5)) waiting.add_source(rows.getColumn(5).getInt64());
        if (!rows.isColumnNull(6)) waiting.add_fact(rows.getColumn(6).getInt64());
    }
    rows.reset();
    return waiting;
}

// A row at a time: of an INSERT of many rows SQLite could undo that alone, and keeps each page as it was, in memory.
void ClaimLookups::write_sizes(const Waiting& waiting) {
    const std::vector<Sorts::Names> names = waiting.sorts.in_order();
    for (const SizeEntry& entry : waiting.sizes) {
        const auto& [kind, unit] = names[entry.sort];
        const Waiting::Place place = waiting.place_of(entry.claim);
        auto& insert = statements_.ready(
            "INSERT INTO claim_by_size (kind, unit, amount, document_id, ordinal) VALUES (?, ?, ?, ?, ?)");
        Binder(insert)
            .kept(kind)
            .kept(unit)
            .real(entry.amount)
            .integer(place.document_id)
            .integer(place.ordinal);
        insert.exec();
    }
}

void ClaimLookups::write_sources(const Waiting& waiting) {
    for (const SourceEntry& entry : waiting.sources) {
        const Waiting::Place place = waiting.place_of(entry.claim);
        auto& insert = statements_.ready(
            "INSERT INTO claim_by_source (source_id, document_id, ordinal) VALUES (?, ?, ?)");
        Binder(insert).integer(entry.source).integer(place.document_id).integer(place.ordinal);
        insert.exec();
    }
}

// In one pass: the page on which a fact is looked up is the one that it is written to.
void ClaimLookups::write_facts(const Waiting& waiting) {
    for (auto entry = waiting.facts.begin(); entry != waiting.facts.end();) {
        const std::int64_t fact = entry->fact();
        const std::int64_t first_article = waiting.place_of(entry->claim).document_id;
        bool is_told_elsewhere = is_known(fact);
        for (; entry != waiting.facts.end() && entry->fact() == fact; ++entry) {
            const Waiting::Place place = waiting.place_of(entry->claim);
            is_told_elsewhere = is_told_elsewhere || place.document_id != first_article;
            auto& insert = statements_.ready(
                "INSERT INTO claim_by_fact (fact_id, document_id, ordinal) VALUES (?, ?, ?)");
            Binder(insert).integer(fact).integer(place.document_id).integer(place.ordinal);
            insert.exec();
        }
        if (is_told_elsewhere) mark_stale(fact);
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
