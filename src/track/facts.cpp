#include "track/facts.hpp"

#include <algorithm>
#include <cstdint>
#include <fmt/format.h>
#include <memory>
#include <set>
#include <utility>

#include "base/in_order.hpp"
#include "base/utf8.hpp"
#include "store/stored_claims.hpp"
#include "track/fact_key.hpp"
#include "track/judgement.hpp"
#include "track/real_interval.hpp"
#include "track/told_articles.hpp"
#include "track/told_claims.hpp"
#include "track/words.hpp"

namespace figbook {
namespace {

// So many are written, or tracked, in one step.
constexpr std::size_t step = 500;

// How many figures current articles tell of it.
std::int64_t count_told(const Database& database, std::int64_t fact_id) {
    const Table table = database.query(
        "SELECT count(*) FROM claim_by_fact JOIN article USING (document_id) WHERE fact_id = :fact AND "
        "is_current = 1",
        {{":fact", fact_id}});
    return whole_of(table.rows.front().front());
}

std::vector<WrongClaim> read_wrong(const Database& database, std::int64_t fact_id) {
    const Table table = database.query(
        fmt::format("SELECT claim.document_id, claim.ordinal, claim.text, review.reviewed_by, review.note {}"
                    "WHERE told.fact_id = :fact AND review.verdict = 'wrong' "
                    "ORDER BY article.published, claim.document_id, claim.ordinal LIMIT :most",
                    claims_told()),
        {{":fact", fact_id}, {":most", most_told}});
    std::vector<WrongClaim> wrong;
    for (const auto& row : table.rows)
        wrong.push_back(
            {whole_of(row[0]), whole_of(row[1]), text_of(row[2]), text_of(row[3]), text_of(row[4])});
    return wrong;
}

std::string day_text(const std::optional<Date>& day) {
    return day ? iso(*day) : "";
}

void describe(FactRow& row, const ToldClaim& first) {
    const Claim& claim = first.claim;
    row.subject = claim.subject;
    row.kind = name_of(claim.kind);
    row.unit = claim.unit;
    row.per = claim.per;
    row.role = name_of(claim.role == Role::change ? Role::change
                       : is_part(claim)           ? Role::share
                                                  : Role::level);
    const auto& period = claim.role == Role::from && claim.baseline ? claim.baseline : claim.period;
    if (!period) return;
    row.period_start = day_text(period->start);
    row.period_end = day_text(period->end);
    row.period_words = period->words;
}

void count_articles(FactRow& row, const std::vector<Told>& told) {
    std::set<std::int64_t> articles;
    std::set<std::int64_t> copies;
    for (const Told& each : told) {
        (each.claim.original_id ? copies : articles).insert(each.claim.article_id);
        if (each.claim.original_id) continue;
        ++row.claims;
        if (row.first_text.empty()) row.first_text = each.claim.claim.text;
        row.last_text = each.claim.claim.text;
        if (!each.claim.published) continue;
        const std::string day = iso(*each.claim.published);
        if (row.first_day.empty()) row.first_day = day;
        row.last_day = day;
    }
    row.articles = static_cast<std::int64_t>(articles.size());
    row.copies = static_cast<std::int64_t>(copies.size());
}

// " defense expenditure nato ", of all the words of the key.
std::string words_of(const std::optional<FactKey>& key) {
    std::string words = " ";
    if (!key) return words;
    for (const auto* terms : {&key->subject, &key->scope, &key->predicate, &key->basis})
        for (const std::string& term : *terms) words += term + " ";
    return words;
}

std::string known_words(const Database& database, std::int64_t fact_id) {
    const Table table = database.query("SELECT words FROM fact WHERE fact_id = :fact", {{":fact", fact_id}});
    return table.rows.empty() ? "" : text_of(table.rows.front().front());
}

// With its figures and how many there are, not yet what they are to each other.
Fact counted(std::int64_t fact_id, std::vector<ToldClaim> claims) {
    Fact fact;
    fact.row.fact_id = fact_id;
    fact.told.reserve(claims.size());
    for (ToldClaim& told : claims) fact.told.push_back({std::move(told), {}, {}});
    count_articles(fact.row, fact.told);
    return fact;
}

// Whether two articles may tell it that are no copies: most of what a copy brings is told by its original alone, and to
// know so must not cost the reading of all their claims. What reviews say is not asked here.
bool may_be_fact(const Database& database, std::int64_t fact_id) {
    // First without the articles, which are on other pages.
    static const std::string no_copies =
        "SELECT DISTINCT told.document_id FROM claim_by_fact AS told WHERE fact_id = :fact AND NOT EXISTS "
        "(SELECT 1 FROM article_copy WHERE article_copy.document_id = told.document_id "
        "AND share_of_copy >= 0.6) LIMIT 2";
    if (database.query(no_copies, {{":fact", fact_id}}).rows.size() < 2) return false;
    static const std::string sql =
        "SELECT DISTINCT told.document_id FROM claim_by_fact AS told JOIN article USING (document_id) "
        "WHERE fact_id = :fact AND is_current = 1 AND NOT EXISTS (SELECT 1 FROM article_copy "
        "WHERE article_copy.document_id = told.document_id AND share_of_copy >= 0.6) LIMIT 2";
    return database.query(sql, {{":fact", fact_id}}).rows.size() == 2;
}

// How a fact stands now, and what is kept of it where it is one.
struct JudgedFact {
    std::int64_t fact_id = 0;
    bool is_fact = false;
    FactRow row{};
    std::vector<FactClaimRow> unkept{};
};

JudgedFact judged_anew(const Database& database, ToldArticles& articles, std::int64_t fact_id) {
    JudgedFact judged{fact_id};
    const std::string words = known_words(database, fact_id);
    // One that was a fact mostly still is.
    if (words.empty() && !may_be_fact(database, fact_id)) return judged;
    ToldToJudge to_judge = told_to_judge(database, fact_id);
    Fact fact = counted(fact_id, std::move(to_judge.claims));
    if (fact.row.articles < 2) return judged;
    judge(fact.told, fact.row, Judged::in_all,
          Comparer([&](const ToldClaim& told) { return articles.sentence_of(told); }));
    describe(fact.row, fact.told.front().claim);
    fact.row.words = words.empty() ? words_of(articles.key_of(fact.told.front().claim)) : words;
    if (fact.told.size() == static_cast<std::size_t>(most_told))
        fact.row.claims = count_told(database, fact_id);
    judged.is_fact = true;
    judged.row = std::move(fact.row);
    judged.unkept = std::move(to_judge.unkept);
    return judged;
}

void write_fact(Database& database, const JudgedFact& judged) {
    if (!judged.is_fact) return database.erase_fact(judged.fact_id);
    database.put_fact(judged.row);
    for (const FactClaimRow& row : judged.unkept) database.put_fact_claim(row);
}

void judge_and_write(Database& database, const std::vector<std::int64_t>& facts) {
    ToldArticles articles(database);
    for (const std::int64_t fact : facts) write_fact(database, judged_anew(database, articles, fact));
}

// False where there are no more.
bool write_some(Database& database) {
    const std::vector<std::int64_t> stale = database.take_stale_facts(step);
    judge_and_write(database, stale);
    return stale.size() == step;
}

// Judges facts in several threads, each of which reads by itself what was committed: nothing else that a fact is judged by may
// have been written in the transaction.
class FactJudges {
 public:
    FactJudges(Database& database, std::size_t threads) : database_(database), threads_(threads) {}

    // In one transaction.
    void write_some() {
        // For less it does not pay to open the database again.
        constexpr std::size_t least = 200;
        const std::vector<std::int64_t> stale = database_.take_stale_facts(shared_step);
        if (threads_ < 2 || stale.size() < least) return judge_and_write(database_, stale);
        while (judges_.size() < threads_) judges_.push_back(std::make_unique<Judge>(database_));
        make_in_order<JudgedFact>(
            stale.size(), threads_, most_ahead,
            [&](std::size_t thread, std::size_t i) { return judges_[thread]->judge(stale[i]); },
            [&](const JudgedFact& judged) { write_fact(database_, judged); });
    }

 private:
    // So many in one transaction: pages that several of them change are written once.
    static constexpr std::size_t shared_step = 2'000;
    // A fact of many figures may have some hundred KB to keep.
    static constexpr std::size_t most_ahead = 32;

    struct Judge {
        explicit Judge(const Database& written) : database(written.beside()) {}
        JudgedFact judge(std::int64_t fact) { return judged_anew(database, articles, fact); }

        const Database database;
        ToldArticles articles{database};
    };

    Database& database_;
    const std::size_t threads_;
    std::vector<std::unique_ptr<Judge>> judges_;
};

void track_some(Database& database, const std::vector<std::int64_t>& articles) {
    for (const std::int64_t id : articles) {
        std::vector<std::optional<std::int64_t>> facts;
        for (const TrackedClaim& tracked :
             track_claims(read_article(database, id), extracted_claims(database, id)))
            facts.push_back(tracked.key ? std::optional(fact_id(*tracked.key)) : std::nullopt);
        database.set_facts(id, facts);
    }
    write_facts(database);
}

// The number of `digits` hexadecimal digits with zeros, or with ones, behind it: 16 in all.
std::int64_t filled(const std::string& digits, char by) {
    std::string all = digits;
    all.resize(16, by);
    return static_cast<std::int64_t>(std::stoull(all, nullptr, 16) & std::uint64_t{INT64_MAX});
}

bool is_name(const std::string& name) {
    return name.size() >= 4 && name.size() <= 16 &&
           name.find_first_not_of("0123456789abcdef") == std::string::npos &&
           (name.size() < 16 || name[0] < '8');
}

Fact read_judged(const Database& database, std::int64_t fact_id, bool with_pairs) {
    Fact fact = counted(fact_id, read_told(database, fact_id));
    if (fact.told.empty())
        throw EnvironmentError(Problem{fmt::format("no article tells a fact {}", fact_name(fact_id)),
                                       "figbook facts lists those there are",
                                       {},
                                       0,
                                       std::nullopt});
    judge(fact.told, fact.row, Judged::each, Comparer(),
          with_pairs && fact.told.size() <= most_paired ? &fact.pairs : nullptr);
    describe(fact.row, fact.told.front().claim);
    if (fact.told.size() == static_cast<std::size_t>(most_told))
        fact.more = count_told(database, fact_id) - most_told;
    return fact;
}

// How wide the range is that the digits leave open.
double width(const ToldClaim& told) {
    const RealInterval range = printed_interval(told.claim);
    return range.high - range.low;
}

// The smallest or the largest value that is told of the fact in `listed`, copies and misread figures left out.
std::string told_value(bool largest) {
    return fmt::format(
        "(SELECT CASE WHEN review.corrected_value IS NULL THEN {} ELSE {} END {}"
        "WHERE told.fact_id = listed.fact_id AND review.verdict IS NOT 'wrong' "
        "AND (review.corrected_unit IS NULL OR review.corrected_unit IS claim.unit) "
        "AND NOT EXISTS (SELECT 1 FROM article_copy WHERE article_copy.document_id = claim.document_id "
        "AND share_of_copy >= 0.6) ORDER BY CASE WHEN review.corrected_value IS NULL THEN {} ELSE {} END{} "
        "LIMIT 1)",
        largest ? "coalesce(claim.high, claim.value)" : "claim.value",
        largest ? "coalesce(review.corrected_high, review.corrected_value)" : "review.corrected_value",
        claims_told(), largest ? "coalesce(claim.high_amount, claim.amount)" : "claim.amount",
        largest ? "coalesce(review.corrected_high_amount, review.corrected_amount)"
                : "review.corrected_amount",
        largest ? " DESC" : "");
}

}  // namespace

std::string fact_name(std::int64_t fact_id) {
    return fmt::format("{:016x}", fact_id);
}

std::int64_t find_fact(const Database& database, const std::string& written) {
    const std::string name = lower(written);
    if (!is_name(name))
        throw EnvironmentError(
            Problem{fmt::format("'{}' is no name of a fact", name),
                    "give at least 4 of the digits that figbook facts shows, such as 3fa9c21b04",
                    {},
                    0,
                    std::nullopt});
    const Table found = database.query(
        "SELECT DISTINCT fact_id FROM claim_by_fact WHERE fact_id BETWEEN :low AND :high ORDER BY fact_id "
        "LIMIT "
        "6",
        {{":low", filled(name, '0')}, {":high", filled(name, 'f')}});
    if (found.rows.empty())
        throw EnvironmentError(Problem{fmt::format("no article tells a fact {}", name),
                                       "figbook facts lists those there are",
                                       {},
                                       0,
                                       std::nullopt});
    if (found.rows.size() == 1) return whole_of(found.rows[0][0]);
    std::string names;
    for (const auto& row : found.rows) names += (names.empty() ? "" : ", ") + fact_name(whole_of(row[0]));
    throw EnvironmentError(Problem{fmt::format("several facts begin with {}: {}", name, names),
                                   "give more of its digits",
                                   {},
                                   0,
                                   std::nullopt});
}

FactsQuery facts_query(const FactFilters& filters) {
    const auto text_or_null = [](const std::optional<std::string>& text) {
        return text ? Value(*text) : Value();
    };
    const auto day_or_null = [](const std::optional<Date>& day) { return day ? Value(iso(*day)) : Value(); };
    std::string sql =
        "SELECT fact_id, printf('%016x', fact_id) AS fact, subject, kind, unit, per, role, period_start, "
        "period_end, period_words, "
        "first_text, last_text, claims, articles, copies, first_day, last_day, standing, conflicts "
        "FROM fact WHERE (:kind IS NULL OR kind = :kind) AND (:from IS NULL OR last_day >= :from) "
        "AND (:to IS NULL OR first_day <= :to)";
    Parameters parameters{{":kind", text_or_null(filters.kind)},
                          {":from", day_or_null(filters.from)},
                          {":to", day_or_null(filters.to)},
                          {":limit", filters.limit.value_or(-1)},
                          {":offset", filters.offset}};
    if (filters.conflicts) sql += " AND conflicts > 0";
    std::size_t count = 0;
    const std::vector<std::string> words = fact_words(filters.words);
    if (words.empty() && !filters.words.empty()) sql += " AND 0";
    for (const std::string& word : words) {
        const std::string parameter = fmt::format(":word{}", count++);
        sql += fmt::format(" AND instr(words, {}) > 0", parameter);
        parameters.emplace_back(parameter, " " + word + " ");
    }
    sql += " ORDER BY last_day IS NULL, last_day DESC, articles DESC, fact_id LIMIT :limit OFFSET :offset";
    // Of those that are listed alone: for each of them its figures are looked up.
    return {
        fmt::format("SELECT fact, subject, kind, unit, per, role, period_start, period_end, period_words, "
                    "first_text, last_text, claims, articles, copies, first_day, last_day, standing, "
                    "conflicts, {} AS least, {} AS most FROM ({}) AS listed",
                    told_value(false), told_value(true), sql),
        std::move(parameters)};
}

Table find_facts(const Database& database, const FactFilters& filters) {
    const FactsQuery query = facts_query(filters);
    return database.query(
        "SELECT *, replace(standing, '_', ' ') AS stands, substr(fact, 1, 10) AS name, "
        "coalesce(period_words, '') AS period, "
        "CASE WHEN least <> most THEN most END AS top, "
        "CASE WHEN first_day = last_day THEN last_day ELSE first_day || ' … ' || last_day END AS days "
        "FROM (" +
            query.sql + ")",
        query.parameters);
}

Fact read_figures_of_fact(const Database& database, std::int64_t fact_id) {
    return read_judged(database, fact_id, false);
}

std::vector<std::vector<std::size_t>> agreeing(const Fact& fact) {
    std::vector<std::size_t> exact_first;
    for (std::size_t i = 0; i < fact.told.size(); ++i)
        if (!fact.told[i].claim.original_id) exact_first.push_back(i);
    std::stable_sort(exact_first.begin(), exact_first.end(), [&](std::size_t a, std::size_t b) {
        return width(fact.told[a].claim) < width(fact.told[b].claim);
    });
    std::vector<std::vector<std::size_t>> groups;
    for (const std::size_t place : exact_first) {
        const Claim& claim = fact.told[place].claim.claim;
        bool is_in_one = false;
        for (auto& group : groups) {
            const Claim& first = fact.told[group.front()].claim.claim;
            if (first.modality != claim.modality || !fit(first, claim)) continue;
            group.push_back(place);
            is_in_one = true;
        }
        if (!is_in_one) groups.push_back({place});
    }
    std::stable_sort(groups.begin(), groups.end(),
                     [](const auto& a, const auto& b) { return a.size() > b.size(); });
    return groups;
}

Fact read_fact(const Database& database, std::int64_t fact_id) {
    Fact fact = read_judged(database, fact_id, true);
    fact.wrong = read_wrong(database, fact_id);
    if (const std::optional<FactKey> key = ToldArticles(database).key_of(fact.told.front().claim)) {
        fact.row.words = words_of(key);
        fact.matched_by = in_words(*key);
    }
    return fact;
}

void write_facts(Database& database) {
    database.sort_claims();
    while (write_some(database)) {
    }
}

void write_facts_in_steps(Database& database, std::size_t threads) {
    const auto waits = [&](const char* sql) { return !database.query(sql).rows.empty(); };
    if (waits("SELECT 1 FROM unsorted LIMIT 1")) database.transaction([&] { database.sort_claims(); });
    FactJudges judges(database, threads);
    while (waits("SELECT 1 FROM stale_fact LIMIT 1")) database.transaction([&] { judges.write_some(); });
}

void track_waiting(Database& database) {
    for (;;) {
        const std::vector<std::int64_t> waiting = database.untracked(step);
        if (waiting.empty()) return;
        database.transaction([&] { track_some(database, waiting); });
    }
}

std::vector<std::string> fact_words(const std::string& query) {
    std::vector<std::string> words;
    for (const TrackedWord& word : tracked_words(query))
        if (word.kind != WordKind::filler) words.push_back(word.folded);
    return words;
}

}  // namespace figbook
