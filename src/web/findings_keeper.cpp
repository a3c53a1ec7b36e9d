#include "web/findings_keeper.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "base/problem.hpp"
#include "store/cell.hpp"
#include "web/json.hpp"

namespace figbook::web {
namespace {

constexpr std::size_t articles_at_once = 1000;

// The text and the address are in the number. Whether a figure of a copy is a repeat depends on the claims of the
// original.
constexpr const char* articles_sql = R"(
    SELECT article.document_id,
        article.loaded_at > strftime('%Y-%m-%dT%H:%M:%SZ', 'now', :unsettled)
            OR coalesce(original.loaded_at > strftime('%Y-%m-%dT%H:%M:%SZ', 'now', :unsettled), 0) AS may_change,
        article.loaded_at, article.extractor_version, article.published, article.publication_id, article.headline,
        original.document_id, original.loaded_at, original.extractor_version, article_copy.share_of_copy >= 0.6
    FROM article
    LEFT JOIN article_copy ON article_copy.document_id = article.document_id
    LEFT JOIN article AS original ON original.document_id = article_copy.original_id
    WHERE article.is_current = 1)";

constexpr const char* reviews_sql =
    "SELECT document_id, ordinal, review_id FROM claim_review WHERE stands = 1 ORDER BY 1, 2";

// Each with the figures that are of it, one a row.
constexpr const char* facts_sql = R"(
    SELECT fact.fact_id, fact.last_day, fact.claims, fact.articles, fact.copies, fact.conflicts, fact.standing,
        claim.document_id, claim.ordinal
    FROM fact CROSS JOIN claim_by_fact AS claim ON claim.fact_id = fact.fact_id
    WHERE fact.conflicts > 0
    ORDER BY fact.fact_id, claim.document_id, claim.ordinal)";

constexpr std::size_t first_of_claim = 7;  // of its columns

constexpr const char* facts_of_articles_sql = R"(
    SELECT DISTINCT fact.fact_id, fact.last_day FROM json_each(:articles) AS wanted
    CROSS JOIN claim ON claim.document_id = wanted.value CROSS JOIN fact ON fact.fact_id = claim.fact_id
    WHERE fact.conflicts > 0
    ORDER BY fact.last_day DESC, fact.fact_id)";

bool is_in_conflict(const Database& database, std::int64_t fact_id) {
    return !database.query("SELECT 1 FROM fact WHERE fact_id = :fact AND conflicts > 0", {{":fact", fact_id}})
                .rows.empty();
}

// Of what was added, in this order.
class Mark {
 public:
    void add(std::uint64_t part) {
        value_ = (value_ ^ part) * 0x9e3779b97f4a7c15U;
        value_ ^= value_ >> 32U;
    }
    void add(std::string_view part) { add(std::uint64_t{std::hash<std::string_view>()(part)}); }
    void add(const Value& cell) {
        add(std::uint64_t{cell.index()});
        if (const auto* words = std::get_if<std::string>(&cell)) add(std::string_view(*words));
        if (const auto* number = std::get_if<std::int64_t>(&cell)) add(static_cast<std::uint64_t>(*number));
    }
    std::uint64_t value() const { return value_; }

 private:
    std::uint64_t value_ = 1;
};

std::uint64_t mark_of_rates(const Database& database) {
    Mark mark;
    database.for_each_row("SELECT currency, day, per_euro, source FROM reference_rate ORDER BY currency, day",
                          {}, [&](const std::vector<Value>& row) {
                              for (const Value& cell : row) mark.add(cell);
                          });
    return mark.value();
}

// Of each article that has some.
std::unordered_map<std::int64_t, Mark> marks_of_reviews(const Database& database) {
    std::unordered_map<std::int64_t, Mark> marks;
    database.for_each_row(reviews_sql, {}, [&](const std::vector<Value>& row) {
        marks[whole_of(row[0])].add(row[1]);
        marks[whole_of(row[0])].add(row[2]);
    });
    return marks;
}

// What was found, by article.
std::map<std::int64_t, std::vector<CheckFindings>> by_article(std::vector<CheckFindings> all) {
    std::map<std::int64_t, std::vector<CheckFindings>> split;
    for (CheckFindings& findings : all)
        for (Finding& finding : findings.list) {
            auto& of_article = split[finding.article_id];
            if (of_article.empty() || of_article.back().check != findings.check)
                of_article.push_back({findings.check, {}});
            of_article.back().list.push_back(std::move(finding));
        }
    return split;
}

// The newest articles first, those without a day last.
bool is_before(const FoundList& a, const FoundList& b) {
    const Finding& left = a->front().finding;
    const Finding& right = b->front().finding;
    if (left.published != right.published) return left.published > right.published;
    return std::tie(left.headline, left.article_id) < std::tie(right.headline, right.article_id);
}

}  // namespace

void FindingsKeeper::look(const Database& database) {
    if (const std::uint64_t rates = mark_of_rates(database); rates != rates_mark_) {
        for (auto& [id, known] : articles_) known.may_change = true;
        rates_mark_ = rates;
    }
    see_articles(database);
    if (counts_ == nullptr) read_ = 0;
    see_facts(database);
}

void FindingsKeeper::see_articles(const Database& database) {
    const auto reviews = marks_of_reviews(database);
    waiting_.clear();
    std::unordered_set<std::int64_t> seen;
    const std::string unsettled = fmt::format("-{} seconds", unsettled_.count());
    database.for_each_row(articles_sql, {{":unsettled", unsettled}}, [&](const std::vector<Value>& row) {
        const std::int64_t id = whole_of(row[0]);
        Mark mark;
        for (std::size_t i = 2; i < row.size(); ++i) mark.add(row[i]);
        if (const auto review = reviews.find(id); review != reviews.end()) mark.add(review->second.value());
        seen.insert(id);
        const auto known = articles_.find(id);
        if (known == articles_.end() || known->second.may_change || known->second.mark != mark.value())
            waiting_.push_back({id, {mark.value(), whole_of(row[1]) != 0}});
    });
    const auto gone = std::erase_if(articles_, [&](const auto& known) {
        if (seen.contains(known.first)) return false;
        found_.erase(known.first);
        figures_.forget(known.first);
        return true;
    });
    has_changed_ = has_changed_ || gone > 0 || !waiting_.empty();
}

void FindingsKeeper::see_facts(const Database& database) {
    std::unordered_set<std::int64_t> changed;
    for (const WaitingArticle& waiting : waiting_) changed.insert(waiting.id);
    waiting_facts_.clear();
    std::map<std::int64_t, std::pair<SeenFact, Mark>> seen;
    database.for_each_row(facts_sql, {}, [&](const std::vector<Value>& row) {
        const std::int64_t id = whole_of(row[0]);
        const auto [place, is_new] = seen.try_emplace(id, SeenFact{id, 0, text_of(row[1])}, Mark());
        auto& [fact, mark] = place->second;
        for (std::size_t i = is_new ? 1 : first_of_claim; i < row.size(); ++i) mark.add(row[i]);
        if (!changed.contains(whole_of(row[first_of_claim]))) return;
        if (const auto known = facts_.find(id); known != facts_.end()) known->second.is_known = false;
    });
    for (auto& [id, fact] : seen) {
        fact.first.mark = fact.second.value();
        const auto known = facts_.find(id);
        if (known == facts_.end() || !known->second.is_known || known->second.mark != fact.first.mark)
            waiting_facts_.push_back(std::move(fact.first));
    }
    const auto gone = std::erase_if(facts_, [&](const auto& known) { return !seen.contains(known.first); });
    has_changed_ = has_changed_ || gone > 0 || !waiting_facts_.empty();
}

void FindingsKeeper::check_some(const Database& database) {
    if (counts_ == nullptr) return read_some(database);
    if (!waiting_.empty()) {
        const std::size_t some = std::min(waiting_.size(), articles_at_once);
        check_articles_of(database, {waiting_.end() - static_cast<std::ptrdiff_t>(some), waiting_.end()});
        waiting_.resize(waiting_.size() - some);
        return;
    }
    check_facts(database);
    if (!is_done()) make_findings();
}

// The first time; those that change meanwhile are read again with their checks.
void FindingsKeeper::read_some(const Database& database) {
    std::vector<std::int64_t> ids;
    const std::size_t end = std::min(waiting_.size(), read_ + articles_at_once);
    for (; read_ < end; ++read_) ids.push_back(waiting_[read_].id);
    figures_.read(database, ids);
    if (read_ == waiting_.size()) counts_ = std::make_shared<const Counts>(figures_.table(), nullptr);
}

void FindingsKeeper::check_articles_of(const Database& database,
                                       const std::vector<WaitingArticle>& articles) {
    std::vector<std::int64_t> ids;
    for (const WaitingArticle& waiting : articles) ids.push_back(waiting.id);
    PublishedBetween when;
    when.articles = json_array(ids);
    const auto found = by_article(check_articles(database, every_check(), when));
    figures_.read(database, ids);
    for (const WaitingArticle& waiting : articles) {
        articles_[waiting.id] = waiting.article;
        found_.erase(waiting.id);
        if (const auto some = found.find(waiting.id); some != found.end())
            found_[waiting.id] = found_list(some->second);
    }
}

void FindingsKeeper::check_facts(const Database& database) {
    while (!waiting_facts_.empty()) {
        const SeenFact& fact = waiting_facts_.back();
        try {
            facts_[fact.id] = {true, fact.mark, fact.last_day,
                               found_list(check_fact(database, every_check(), fact.id))};
        } catch (const EnvironmentError&) {
            // It may be gone since it was seen.
            if (is_in_conflict(database, fact.id)) throw;
            facts_.erase(fact.id);
        }
        waiting_facts_.pop_back();
    }
}

void FindingsKeeper::make_findings() {
    std::vector<FoundList> lists;
    for (const auto& [id, found] : found_) lists.push_back(found);
    std::sort(lists.begin(), lists.end(), is_before);
    std::vector<const KnownFact*> facts;
    for (const auto& [id, fact] : facts_) facts.push_back(&fact);
    std::stable_sort(facts.begin(), facts.end(),
                     [](const KnownFact* a, const KnownFact* b) { return a->last_day > b->last_day; });
    for (const KnownFact* fact : facts) lists.push_back(fact->found);
    findings_ = std::make_shared<const Findings>(std::move(lists));
    counts_ = std::make_shared<const Counts>(figures_.table(), findings_.get());
    has_changed_ = false;
}

std::shared_ptr<const Findings> make_findings(const Database& database) {
    FindingsKeeper keeper;
    keeper.look(database);
    while (!keeper.is_done()) keeper.check_some(database);
    return keeper.findings();
}

std::shared_ptr<const Findings> make_findings(const Database& database,
                                              const std::vector<std::int64_t>& articles) {
    const std::string ids = json_array(articles);
    PublishedBetween when;
    when.articles = ids;
    std::vector<FoundList> lists;
    for (auto& [id, found] : by_article(check_articles(database, every_check(), when)))
        lists.push_back(found_list(found));
    std::sort(lists.begin(), lists.end(), is_before);
    const Table facts = database.query(facts_of_articles_sql, {{":articles", ids}});
    for (const auto& row : facts.rows)
        lists.push_back(found_list(check_fact(database, every_check(), whole_of(row[0]))));
    return std::make_shared<const Findings>(std::move(lists));
}

std::shared_ptr<const Counts> make_counts(const Database& database, const Findings* findings) {
    std::vector<std::int64_t> ids;
    database.for_each_row("SELECT document_id FROM article WHERE is_current = 1", {},
                          [&](const std::vector<Value>& row) { ids.push_back(whole_of(row[0])); });
    FigureGatherer figures;
    figures.read(database, ids);
    return std::make_shared<const Counts>(figures.table(), findings);
}

}  // namespace figbook::web
