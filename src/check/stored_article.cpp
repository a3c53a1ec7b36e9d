#include "check/stored_article.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <initializer_list>

namespace figbook {
namespace {

constexpr std::string_view articles_sql = R"(
    SELECT article.document_id, article.published, publication.name, article.headline, article.url,
           article_copy.original_id
    FROM article
    LEFT JOIN publication ON publication.publication_id = article.publication_id
    LEFT JOIN article_copy ON article_copy.document_id = article.document_id
    WHERE article.is_current = 1
        AND (:from IS NULL OR article.published >= :from) AND (:to IS NULL OR article.published <= :to){}
    ORDER BY article.published IS NULL, article.published DESC, article.headline, article.document_id)";

constexpr std::string_view claims_sql = R"(
    SELECT ordinal, text, start_byte, end_byte, sentence_start, sentence_end, kind, value, high, resolution, unit,
           unit_assumed, per, bound, change, role, modality, subject, period_start, period_end, period_words,
           baseline_start, baseline_end, baseline_words, relation, related_ordinal
    FROM claim WHERE document_id = :id ORDER BY ordinal)";

// The columns of claims_sql.
enum Column : std::size_t {
    ordinal,
    text,
    start_byte,
    end_byte,
    sentence_start,
    sentence_end,
    kind,
    value,
    high,
    resolution,
    unit,
    unit_assumed,
    per,
    bound,
    change,
    role,
    modality,
    subject,
    period,  // start, end and words, like the baseline
    baseline = period + 3,
    relation = baseline + 3,
    related_ordinal
};

using Cells = std::vector<Value>;

std::string text_of(const Value& cell) {
    const auto* words = std::get_if<std::string>(&cell);
    return words == nullptr ? "" : *words;
}

std::int64_t whole_of(const Value& cell) {
    const auto* number = std::get_if<std::int64_t>(&cell);
    return number == nullptr ? 0 : *number;
}

template <class Enum>
Enum named(const std::string& name, std::initializer_list<Enum> all) {
    for (const Enum one : all)
        if (name_of(one) == name) return one;
    throw EnvironmentError(fmt::format("the database has '{}' where a claim says what it is", name));
}

Decimal decimal_of(const Value& cell) {
    const std::string digits = text_of(cell);
    const auto number = Decimal::parse(digits);
    if (!number)
        throw EnvironmentError(fmt::format("the database has '{}' where an amount should be", digits));
    return *number;
}

std::optional<Date> day_of(const Value& cell) {
    const std::string words = text_of(cell);
    if (words.empty()) return std::nullopt;
    const auto day = parse_date(words);
    if (!day) throw EnvironmentError(day.problem());
    return *day;
}

Span span_of(const Value& start, const Value& end) {
    return {static_cast<std::uint32_t>(whole_of(start)), static_cast<std::uint32_t>(whole_of(end))};
}

std::optional<Period> period_of(const Cells& row, std::size_t first) {
    Period period;
    period.start = day_of(row[first]);
    period.end = day_of(row[first + 1]);
    period.words = text_of(row[first + 2]);
    if (!period.start && !period.end && period.words.empty()) return std::nullopt;
    return period;
}

Claim claim_of(const Cells& row) {
    Claim claim;
    claim.text = text_of(row[text]);
    claim.span = span_of(row[start_byte], row[end_byte]);
    claim.sentence = span_of(row[sentence_start], row[sentence_end]);
    claim.kind = named(text_of(row[kind]), {Kind::money, Kind::percent, Kind::points, Kind::count,
                                            Kind::measure, Kind::ratio, Kind::multiple, Kind::number});
    claim.value = decimal_of(row[value]);
    if (!text_of(row[high]).empty()) claim.high = decimal_of(row[high]);
    claim.resolution = decimal_of(row[resolution]);
    claim.unit = text_of(row[unit]);
    claim.unit_assumed = whole_of(row[unit_assumed]) != 0;
    claim.per = text_of(row[per]);
    claim.bound = named(text_of(row[bound]), {Bound::exact, Bound::about, Bound::over, Bound::under,
                                              Bound::at_least, Bound::at_most});
    claim.change = named(text_of(row[change]), {Change::none, Change::increase, Change::decrease});
    claim.role = named(text_of(row[role]), {Role::level, Role::change, Role::from, Role::to, Role::share});
    claim.modality = named(text_of(row[modality]), {Modality::actual, Modality::projected});
    claim.subject = text_of(row[subject]);
    claim.period = period_of(row, period);
    claim.baseline = period_of(row, baseline);
    if (const std::string name = text_of(row[relation]); !name.empty())
        claim.relation = Relation{named(name, {RelationKind::restates, RelationKind::share_of}),
                                  static_cast<std::size_t>(whole_of(row[related_ordinal]))};
    return claim;
}

void read_claims(const Database& database, StoredArticle& article, bool has_original) {
    const Parameters id{{":id", article.id}};
    for (const Cells& row : database.query(claims_sql, id).rows) {
        if (whole_of(row[ordinal]) != static_cast<std::int64_t>(article.claims.size()))
            throw EnvironmentError(fmt::format("the database lacks claims of article {}", article.id));
        article.claims.push_back(claim_of(row));
    }
    article.is_repeat.assign(article.claims.size(), false);
    if (!has_original || article.claims.empty()) return;
    const Table repeats = database.query(
        "SELECT ordinal FROM all_figures WHERE article_id = :id AND is_repeat = 1 ORDER BY ordinal", id);
    for (const Cells& row : repeats.rows)
        article.is_repeat.at(static_cast<std::size_t>(whole_of(row[0]))) = true;
}

}  // namespace

std::string_view StoredArticle::words(Span span) const {
    if (span.end > text.size() || span.empty()) return {};
    return span.in(text);
}

std::string_view StoredArticle::between(const Claim& first, const Claim& second) const {
    return words({first.span.end, second.span.start});
}

void for_each_article(const Database& database, const PublishedBetween& when,
                      const std::function<void(const StoredArticle&)>& visit) {
    const auto day_or_null = [](const std::optional<Date>& day) { return day ? Value(iso(*day)) : Value(); };
    const std::string_view only =
        when.articles ? " AND article.document_id IN (SELECT value FROM json_each(:articles))" : "";
    const Table articles =
        database.query(fmt::format(articles_sql, only), {{":from", day_or_null(when.from)},
                                                         {":to", day_or_null(when.to)},
                                                         {":articles", when.articles.value_or("[]")}});
    for (const Cells& row : articles.rows) {
        StoredArticle article;
        article.id = whole_of(row[0]);
        article.published = text_of(row[1]);
        article.publication = text_of(row[2]);
        article.headline = text_of(row[3]);
        article.url = text_of(row[4]);
        read_claims(database, article, !std::holds_alternative<std::monostate>(row[5]));
        if (article.claims.empty()) continue;
        const Table stored =
            database.query("SELECT text FROM article WHERE document_id = :id", {{":id", article.id}});
        if (!stored.rows.empty()) article.text = text_of(stored.rows.front().front());
        visit(article);
    }
}

std::string shown_sentence(const StoredArticle& article, const Claim& claim) {
    constexpr std::uint32_t around = 500;
    const std::uint32_t end_of_text = static_cast<std::uint32_t>(article.text.size());
    Span shown = claim.sentence;
    if (shown.end > end_of_text) return "";
    const auto inside = [&](std::uint32_t at) { return (article.text[at] & '\xC0') == '\x80'; };
    if (shown.start + around < claim.span.start) shown.start = claim.span.start - around;
    if (shown.end > claim.span.end + around) shown.end = claim.span.end + around;
    while (shown.start < shown.end && inside(shown.start)) ++shown.start;
    while (shown.end > shown.start && shown.end < end_of_text && inside(shown.end)) --shown.end;
    std::string words = shown.start > claim.sentence.start ? "…" : "";
    words += article.words(shown);
    return shown.end < claim.sentence.end ? words + "…" : words;
}

std::optional<Finding> finding_of(const StoredArticle& article, std::vector<std::size_t> claims,
                                  Verdict verdict, std::string explanation) {
    std::sort(claims.begin(), claims.end());
    if (std::all_of(claims.begin(), claims.end(), [&](std::size_t i) { return article.is_repeat[i]; }))
        return std::nullopt;
    std::string stated;
    std::string ordinals;
    for (const std::size_t i : claims) {
        stated += (stated.empty() ? "" : "; ") + article.claims[i].text;
        ordinals += fmt::format("{}{}", ordinals.empty() ? "" : " ", i);
    }
    const Claim& first = article.claims[claims.front()];
    const std::string sentence = shown_sentence(article, first);
    Finding finding{verdict,
                    std::move(stated),
                    std::move(explanation),
                    article.id,
                    article.published,
                    article.publication,
                    article.headline,
                    article.url,
                    {},
                    {}};
    finding.lines.emplace_back("sentence", sentence);
    finding.details = {{"sentence", sentence},
                       {"claims", ordinals},
                       {"start", std::int64_t{first.span.start}},
                       {"end", std::int64_t{article.claims[claims.back()].span.end}}};
    return finding;
}

}  // namespace figbook
