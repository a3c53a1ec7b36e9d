#include "web/figure_list.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <set>
#include <utility>

#include "base/ascii.hpp"
#include "store/cell.hpp"
#include "store/stored_claims.hpp"
#include "web/figure_lookup.hpp"
#include "web/figure_table.hpp"
#include "web/filters.hpp"
#include "web/json.hpp"
#include "web/parts.hpp"
#include "web/row.hpp"
#include "web/words_query.hpp"

namespace figbook::web {
namespace {

// Of the figures with a verdict.
constexpr std::size_t figures_looked_at = 2'500;

struct Sort {
    std::string_view name;
    std::string_view sql;
};
constexpr std::array<Sort, 4> sorts{
    {{"newest", "published DESC, article_id DESC, all_figures.ordinal"},
     // An index has the days; NULLS LAST goes over it twice, and another way to say that would sort.
     {"oldest", "published NULLS LAST, article_id, all_figures.ordinal"},
     {"largest", "amount DESC, kind, unit, published DESC, article_id DESC, all_figures.ordinal"},
     {"smallest", "amount, kind, unit, published DESC, article_id DESC, all_figures.ordinal"}}};

// The conditions on all_figures and what is bound in them.
struct Condition {
    bool is_cut = false;  // there are more of which nothing was asked
    std::string terms{};  // for MATCH, where words are looked for
    FigureLookup lookup{};
    std::string sql = "is_current = 1 AND is_duration = 0 AND is_repeat = 0 AND verdict IS NOT 'wrong'";
    Parameters parameters;

    void add(std::string_view more, std::string_view name, Value value) {
        sql += " AND ";
        sql += more;
        parameters.emplace_back(name, std::move(value));
    }
};

// The articles that have the words, the newest alone where a page is asked for; in these, the figures whose sentence,
// subject, source or headline has them.
void add_words(const Database& database, const FigureQuery& query, bool is_page, Condition& condition) {
    const WordsQuery asked = read_words(database, *query.words);
    if (asked.terms.empty()) {
        condition.sql += " AND 0";
        return;
    }
    condition.sql += fmt::format(
        " AND article_id IN (SELECT document_id FROM article WHERE is_current = 1 AND document_id IN"
        " (SELECT rowid FROM article_search WHERE article_search MATCH :match)"
        " AND (:from IS NULL OR published >= :from) AND (:to IS NULL OR published <= :to)"
        " ORDER BY published {} LIMIT :articles)",
        query.sort == "oldest" ? "NULLS LAST" : "DESC");
    condition.terms = asked.terms;
    condition.parameters.emplace_back(":match", asked.terms);
    condition.parameters.emplace_back(":articles", is_page ? articles_looked_at : -1);
    std::string has;
    std::size_t number = 0;
    for (const auto& spellings : asked.words) {
        std::string one;
        for (const std::string& word : spellings) {
            const std::string name = fmt::format(":word{}", number++);
            one += fmt::format("{}instr(near, {}) > 0", one.empty() ? "" : " OR ", name);
            condition.parameters.emplace_back(name, word);
        }
        has += fmt::format("{}({})", has.empty() ? "" : asked.is_any ? " OR " : " AND ", one);
    }
    if (has.empty()) return;
    condition.sql += fmt::format(
        " AND (SELECT {} FROM (SELECT fold(sentence || ' ' || coalesce(subject, '') || ' ' ||"
        " coalesce(source, '') || ' ' || coalesce(headline, '')) AS near))",
        has);
}

// Figures as a JSON array of [article_id, ordinal].
class Keys {
 public:
    void add(std::int64_t article, std::int64_t ordinal) {
        list_ += fmt::format("{}[{},{}]", list_.empty() ? "" : ",", article, ordinal);
    }
    void add(const FigureKey& key) { add(key.article_id, key.ordinal); }
    std::string json() const { return "[" + list_ + "]"; }

 private:
    std::string list_;
};

// What the checks found leads to the figures. Where nothing else is asked for, those of the page and some more are enough.
void add_verdict(const FigureQuery& query, const Findings* findings, bool is_page, Condition& condition) {
    static const std::vector<Findings::Figure> none;
    const auto& all = findings == nullptr ? none : findings->figures_of(verdict_named(*query.check));
    std::size_t size = all.size();
    if (is_page && is_by_day_alone(query))
        size = std::min(
            size, std::max(figures_looked_at, static_cast<std::size_t>((query.page + 1) * figures_a_page)));
    condition.is_cut = size < all.size();
    const std::size_t first = query.sort == "oldest" ? all.size() - size : 0;
    Keys keys;
    for (std::size_t i = first; i < first + size; ++i) keys.add(all[i].article_id, all[i].ordinal);
    condition.parameters.emplace_back(":pairs", keys.json());
    condition.lookup = {
        figures_of("SELECT value ->> 0 AS of_article, value ->> 1 AS place FROM json_each(:pairs)"),
        "",
        false,
        {}};
}

// Reviews are few: they lead to their figures.
void add_review(const FigureQuery& query, Condition& condition) {
    condition.lookup = {
        figures_of("SELECT claim_review.document_id AS of_article, claim_review.ordinal AS place"
                   " FROM claim_review JOIN review USING (review_id)"
                   " WHERE claim_review.stands = 1 AND review.verdict = :review"),
        "",
        false,
        {{":review", *query.review}}};
}

Condition condition_of(const Database& database, const FigureQuery& query, const Findings* findings,
                       bool is_page) {
    Condition condition;
    condition.parameters = {{":from", query.from ? Value(iso(*query.from)) : Value()},
                            {":to", query.to ? Value(iso(*query.to)) : Value()}};
    if (query.words) add_words(database, query, is_page, condition);
    // "+" keeps SQLite from choosing by them: the look-up is chosen.
    if (query.kind) condition.add("+kind = :kind", ":kind", *query.kind);
    if (query.currency) {
        condition.sql += " AND +kind = 'money'";
        condition.add("+unit = :currency", ":currency", *query.currency);
    }
    if (query.source) condition.add("source = :source", ":source", *query.source);
    if (query.publication) condition.add("publication = :publication", ":publication", *query.publication);
    if (query.check && query.review) condition.add("verdict = :review", ":review", *query.review);
    if (query.period)
        condition.add("substr(coalesce(period_start, period_end), 1, 4) = :period", ":period", *query.period);
    if (query.from) condition.sql += " AND published >= :from";
    if (query.to) condition.sql += " AND published <= :to";
    if (query.check)
        add_verdict(query, findings, is_page, condition);
    else if (query.review)
        add_review(query, condition);
    else
        condition.lookup = choose_lookup(database, query);
    condition.sql += condition.lookup.articles;
    condition.parameters.insert(condition.parameters.end(), condition.lookup.parameters.begin(),
                                condition.lookup.parameters.end());
    return condition;
}

std::string_view order_of(const FigureQuery& query) {
    return std::find_if(sorts.begin(), sorts.end(), [&](const Sort& sort) { return sort.name == query.sort; })
        ->sql;
}

// The rows that facets are of.
struct Counted {
    Table rows;
    bool is_all = true;  // of what was looked at
};

std::vector<FigureKey> keys_of(const Table& rows, std::size_t first, std::size_t count) {
    std::vector<FigureKey> keys;
    for (std::size_t i = first; i < std::min(rows.rows.size(), first + count); ++i)
        keys.push_back({whole_of(rows.rows[i][0]), whole_of(rows.rows[i][1])});
    return keys;
}

std::string keys_sql(const FigureQuery& query, const Condition& condition) {
    return fmt::format("SELECT all_figures.article_id, all_figures.ordinal FROM {} WHERE {} ORDER BY {}",
                       condition.lookup.from, condition.sql, order_of(query));
}

// The keys of the page, in its order. `counted` has them already where it is in that order and reaches so far.
std::vector<FigureKey> keys_of_page(const Database& database, const FigureQuery& query,
                                    const Condition& condition, const Counted& counted) {
    const auto before = static_cast<std::size_t>((query.page - 1) * figures_a_page);
    const auto size = static_cast<std::size_t>(figures_a_page);
    if (!is_by_size(query) && (counted.is_all || counted.rows.rows.size() >= before + size))
        return keys_of(counted.rows, before, size);
    Parameters parameters = condition.parameters;
    parameters.emplace_back(":limit", figures_a_page);
    parameters.emplace_back(":offset", static_cast<std::int64_t>(before));
    return keys_of(database.query(keys_sql(query, condition) + " LIMIT :limit OFFSET :offset", parameters), 0,
                   size);
}

// The figures of some keys, which have of_article, number and place, in that order. The keys first, then the rest of the
// rows: what is sorted is then small.
std::string rows_sql(std::string_view keys) {
    return fmt::format(
        "WITH chosen AS MATERIALIZED ({}) SELECT {} FROM chosen CROSS JOIN all_figures"
        " ON article_id = chosen.of_article AND ordinal = chosen.number ORDER BY chosen.place",
        keys, figure_columns());
}

// Of as many as are counted.
std::int64_t articles_with_words(const Database& database, const std::string& terms) {
    if (terms.empty()) return 0;
    const Table counted = database.query(
        "SELECT count(*) FROM (SELECT 1 FROM article_search WHERE article_search MATCH :match LIMIT :most)",
        {{":match", terms}, {":most", most_counted}});
    return std::get<std::int64_t>(counted.rows.at(0).at(0));
}

class FacetCounts {
 public:
    void add(std::string_view field, const std::string& value) {
        if (!value.empty()) ++counts_[std::string(field)][value];
    }
    Facet facet(std::string_view field, std::string_view name) const {
        std::vector<ValueCount> values;
        if (const auto found = counts_.find(std::string(field)); found != counts_.end())
            for (const auto& [value, count] : found->second) values.emplace_back(value, count);
        return facet_of(field, name, std::move(values));
    }

 private:
    std::map<std::string, std::map<std::string, std::int64_t>> counts_;
};

Counted count(const Database& database, const FigureQuery& query, const Condition& condition) {
    Parameters parameters = condition.parameters;
    parameters.emplace_back(":limit", most_counted + 1);
    const bool is_oldest = query.sort == "oldest";
    const auto last_day = condition.lookup.walks ? last_day_counted(database, query) : std::nullopt;
    parameters.emplace_back(":last_day", last_day ? Value(*last_day) : Value());
    Counted counted;
    counted.rows = database.query(
        fmt::format("SELECT article_id, all_figures.ordinal, kind, CASE WHEN kind = 'money' THEN unit END AS "
                    "currency, source, source_kind, "
                    "publication, substr(coalesce(period_start, period_end), 1, 4) AS period, verdict AS "
                    "review FROM {} WHERE "
                    "{}{} "
                    "ORDER BY {} LIMIT :limit",
                    condition.lookup.from, condition.sql,
                    !last_day   ? ""
                    : is_oldest ? " AND published <= :last_day"
                                : " AND published >= :last_day",
                    sorts[is_oldest ? 1 : 0].sql),
        parameters);
    counted.is_all = !last_day && counted.rows.rows.size() <= static_cast<std::size_t>(most_counted);
    return counted;
}

std::vector<std::int64_t> articles_of(const Table& figures) {
    std::set<std::int64_t> articles;
    for (const auto& row : figures.rows) articles.insert(whole_of(row[0]));
    return {articles.begin(), articles.end()};
}

void add_counts(const FigureQuery& query, const Counted& counted, const Findings* findings,
                FigureList& list) {
    FacetCounts counts;
    for (const Row& row : rows_of(counted.rows)) {
        for (const char* field : {"kind", "currency", "publication", "period", "review"})
            counts.add(field, row.text(field));
        if (!is_nobody(row.text("source_kind"), row.text("source"))) counts.add("source", row.text("source"));
        if (findings == nullptr) continue;
        if (const auto verdict = verdict_of(*findings, row))
            counts.add("check", std::string(name_of(*verdict)));
    }
    // The page itself may reach further than what was counted.
    const auto shown = static_cast<std::int64_t>(list.rows.rows.size());
    const std::int64_t seen = shown == 0 ? 0 : (query.page - 1) * figures_a_page + shown;
    list.total = std::max(std::min(static_cast<std::int64_t>(counted.rows.rows.size()), most_counted), seen);
    list.facets = {counts.facet("currency", "Currency"),       counts.facet("kind", "Kind"),
                   counts.facet("source", "Source"),           counts.facet("publication", "Publication"),
                   counts.facet("period", "Year it is about"), counts.facet("check", "Checks"),
                   counts.facet("review", "Reviewed")};
}

// A year with four digits.
void refuse_no_year(const std::string& period) {
    if (period.size() != 4 || !is_all_digits(period) || period == "0000")
        throw BadRequest(fmt::format("period is '{}'; give a year such as 2024", period), "period");
}

}  // namespace

Verdict verdict_named(std::string_view name) {
    for (const Verdict verdict : {Verdict::off, Verdict::consistent})
        if (name_of(verdict) == name) return verdict;
    return Verdict::cannot_check;
}

Facet facet_of(std::string_view field, std::string_view name, std::vector<ValueCount> counts) {
    constexpr std::size_t most = 60;
    Facet facet{field, name, {}, counts.size()};
    const auto shown = static_cast<std::ptrdiff_t>(std::min(counts.size(), most));
    std::partial_sort(counts.begin(), counts.begin() + shown, counts.end(),
                      [](const ValueCount& a, const ValueCount& b) {
                          return a.second != b.second ? a.second > b.second : a.first < b.first;
                      });
    counts.resize(static_cast<std::size_t>(shown));
    for (const auto& [value, count] : counts) facet.values.push_back({std::string(value), count});
    if (field == "period")
        std::sort(facet.values.begin(), facet.values.end(),
                  [](const FacetValue& a, const FacetValue& b) { return a.value > b.value; });
    return facet;
}

Table rows_of_figures(const Database& database, const std::vector<FigureKey>& keys) {
    Keys list;
    for (const FigureKey& key : keys) list.add(key);
    return database.query(
        rows_sql(
            "SELECT key AS place, value ->> 0 AS of_article, value ->> 1 AS number FROM json_each(:keys)"),
        {{":keys", list.json()}});
}

const std::vector<std::string_view>& sort_names() {
    static const std::vector<std::string_view> names = [] {
        std::vector<std::string_view> all;
        for (const Sort& sort : sorts) all.push_back(sort.name);
        return all;
    }();
    return names;
}

std::string figure_columns() {
    return "article_id, ordinal, published, publication, headline, url, text, kind, value, high, unit, "
           "unit_assumed, per, "
           "bound, change, role, modality, subject, period_start, period_end, period_words, baseline_start, "
           "baseline_end, "
           "baseline_words, source, source_title, source_organisation, source_kind, source_mode, source_cue, "
           "relation, "
           "related_ordinal, resolution, sentence, start, \"end\", rule, "
           "(SELECT sentence_start FROM claim WHERE claim.document_id = article_id AND claim.ordinal = "
           "all_figures.ordinal) AS sentence_start, verdict, reviewed_by, reviewed_at, review_note, " +
           opening_column("article_id");
}

FigureQuery read_figure_query(const Request& request) {
    refuse_others_than(request, {"q", "kind", "currency", "source", "publication", "period", "check",
                                 "review", "from", "to", "sort", "page"});
    const Query& query = request.query;
    FigureQuery read;
    constexpr std::size_t longest = 300;
    for (const auto& [field, target] :
         {std::pair{"q", &FigureQuery::words}, std::pair{"kind", &FigureQuery::kind},
          std::pair{"currency", &FigureQuery::currency}, std::pair{"source", &FigureQuery::source},
          std::pair{"publication", &FigureQuery::publication}, std::pair{"period", &FigureQuery::period},
          std::pair{"check", &FigureQuery::check}, std::pair{"review", &FigureQuery::review}}) {
        read.*target = query.given(field);
        if ((read.*target) && (read.*target)->size() > longest)
            throw BadRequest(fmt::format("{} has more than {} bytes", field, longest), field);
    }
    query.one_of("kind", kind_names());
    query.one_of("check", verdict_names());
    query.one_of("review", review_names());
    if (read.currency) read.currency = currency_of(*read.currency, "currency");
    if (read.period) refuse_no_year(*read.period);
    if (const auto sort = query.one_of("sort", sort_names())) read.sort = *sort;
    read.from = query.date("from");
    read.to = query.date("to");
    refuse_reversed(read.from, read.to);
    read.page = query.number("page", 1, 1, 1'000'000);
    return read;
}

void write_figures_csv(const Database& database, const FigureQuery& query, const Findings* findings,
                       const std::function<void(std::string_view)>& write) {
    const Condition condition = condition_of(database, query, findings, false);
    const std::string sql = rows_sql(fmt::format(
        "SELECT article_id AS of_article, ordinal AS number, row_number() OVER () AS place FROM ({})",
        keys_sql(query, condition)));
    write_rows_csv(database, sql, condition.parameters, write);
}

FigureList find_figures(const Database& database, const FigureQuery& query, const Findings* findings,
                        const FindingsOf& findings_of) {
    const Condition condition = condition_of(database, query, findings, true);
    FigureList list;
    list.articles = articles_with_words(database, condition.terms);
    const Counted counted = count(database, query, condition);
    list.is_exact = counted.is_all && !condition.is_cut;
    if (query.words && list.articles > articles_looked_at) list.is_exact = false;
    list.rows = rows_of_figures(database, keys_of_page(database, query, condition, counted));
    std::shared_ptr<const Findings> made;
    if (findings == nullptr && findings_of) {
        made = findings_of(articles_of(counted.rows));
        findings = made.get();
    }
    add_counts(query, counted, findings, list);
    return list;
}

}  // namespace figbook::web
