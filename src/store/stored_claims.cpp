#include "store/stored_claims.hpp"

#include <fmt/format.h>
#include <initializer_list>
#include <utility>

namespace figbook {

const char* const reviewed_columns = R"(
    claim.ordinal, claim.text, claim.start_byte, claim.end_byte, claim.sentence_start, claim.sentence_end,
    coalesce(review.corrected_kind, claim.kind), coalesce(review.corrected_value, claim.value),
    CASE WHEN review.corrected_value IS NULL THEN claim.high ELSE review.corrected_high END,
    coalesce(review.corrected_resolution, claim.resolution),
    CASE WHEN review.corrected_unit IS NULL THEN claim.unit ELSE nullif(review.corrected_unit, '') END,
    CASE WHEN review.corrected_unit IS NULL THEN claim.unit_assumed ELSE 0 END,
    claim.per, claim.bound, claim.change, claim.role, claim.modality, claim.subject,
    claim.period_start, claim.period_end, claim.period_words,
    claim.baseline_start, claim.baseline_end, claim.baseline_words, claim.relation, claim.related_ordinal, claim.fact_id,
    coalesce(review.corrected_source, source.name),
    CASE WHEN review.corrected_source IS NULL THEN source.title ELSE '' END,
    CASE WHEN review.corrected_source IS NULL THEN source.organisation ELSE '' END,
    CASE WHEN review.corrected_source IS NULL THEN source.kind
        ELSE coalesce(review.corrected_source_kind, source.kind, 'person') END,
    coalesce(claim.source_mode, 'paraphrase'), claim.source_cue, review.verdict)";

const char* const reviewed_joins = R"(
    LEFT JOIN source ON source.source_id = claim.source_id
    LEFT JOIN claim_review ON claim_review.document_id = claim.document_id AND claim_review.ordinal = claim.ordinal
        AND claim_review.stands = 1
    LEFT JOIN review ON review.review_id = claim_review.review_id)";

const char* const corrected_keys =
    "SELECT claim_review.document_id AS of_article, claim_review.ordinal AS place"
    " FROM claim_review JOIN review USING (review_id)"
    " WHERE claim_review.stands = 1 AND review.verdict = 'corrected'";

namespace {

std::string keys_where(std::string_view table, std::string_view in_table, std::string_view in_claim) {
    return fmt::format(
        "SELECT document_id AS of_article, ordinal AS place FROM {} WHERE {} "
        "UNION ALL SELECT claim.document_id, claim.ordinal FROM unsorted "
        "CROSS JOIN claim ON claim.document_id = unsorted.document_id WHERE {}",
        table, in_table, in_claim);
}

}  // namespace

std::string keys_of_kind(std::string_view kind) {
    return keys_where("claim_by_size", fmt::format("kind = {}", kind), fmt::format("claim.kind = {}", kind));
}

std::string keys_of_unit(std::string_view kind, std::string_view unit) {
    return keys_where("claim_by_size", fmt::format("kind = {} AND unit = {}", kind, unit),
                      fmt::format("claim.kind = {} AND claim.unit = {}", kind, unit));
}

std::string keys_of_sources(std::string_view sources) {
    return keys_where("claim_by_source", fmt::format("source_id IN ({})", sources),
                      fmt::format("claim.source_id IN ({})", sources));
}

std::string figures_of(std::string_view keys) {
    return fmt::format(
        "({}) AS looked_up CROSS JOIN all_figures"
        " ON all_figures.article_id = looked_up.of_article AND all_figures.ordinal = looked_up.place",
        keys);
}

std::string figures_at(std::string_view rows) {
    return fmt::format(
        "{} AS looked_up CROSS JOIN all_figures"
        " ON all_figures.claim_row = looked_up.claim_row AND all_figures.article_row = looked_up.article_row"
        " AND all_figures.article_id = looked_up.of_article AND all_figures.ordinal = looked_up.place",
        rows);
}

namespace {

// The same as they were extracted.
constexpr const char* extracted_columns = R"(
    claim.ordinal, claim.text, claim.start_byte, claim.end_byte, claim.sentence_start, claim.sentence_end, claim.kind,
    claim.value, claim.high, claim.resolution, claim.unit, claim.unit_assumed, claim.per, claim.bound, claim.change,
    claim.role, claim.modality, claim.subject, claim.period_start, claim.period_end, claim.period_words,
    claim.baseline_start, claim.baseline_end, claim.baseline_words, claim.relation, claim.related_ordinal)";
constexpr const char* extracted_sources =
    "claim.fact_id, source.name, source.title, source.organisation, source.kind, claim.source_mode,"
    " claim.source_cue, NULL";
constexpr const char* no_sources = "NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL";

// The columns of both.
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
    related_ordinal,
    fact,
    source_name,
    source_title,
    source_organisation,
    source_kind,
    source_mode,
    source_cue,
    verdict,
    end_of_columns
};
static_assert(end_of_columns == claim_column_count);

// A row from one of its columns on.
struct Row {
    const std::vector<Value>& cells;
    std::size_t first;
    const Value& operator[](std::size_t column) const { return cells[first + column]; }
};

template <class Enum>
Enum named(const std::string& name, std::initializer_list<Enum> all) {
    for (const Enum one : all)
        if (name_of(one) == name) return one;
    throw EnvironmentError(fmt::format("the database has '{}' where a claim says what it is", name));
}

std::optional<Period> period_of(const Row& row, std::size_t first) {
    Period period;
    period.start = day_of(row[first]);
    period.end = day_of(row[first + 1]);
    period.words = text_of(row[first + 2]);
    if (!period.start && !period.end && period.words.empty()) return std::nullopt;
    return period;
}

}  // namespace

Span span_of(const Value& start, const Value& end) {
    return {static_cast<std::uint32_t>(whole_of(start)), static_cast<std::uint32_t>(whole_of(end))};
}

Kind kind_of(const Value& cell) {
    return named(text_of(cell), {Kind::money, Kind::percent, Kind::points, Kind::count, Kind::measure,
                                 Kind::ratio, Kind::multiple, Kind::number});
}

ReviewedClaim reviewed_claim(const std::vector<Value>& cells, std::size_t first) {
    const Row row{cells, first};
    Claim claim;
    claim.text = text_of(row[text]);
    claim.span = span_of(row[start_byte], row[end_byte]);
    claim.sentence = span_of(row[sentence_start], row[sentence_end]);
    claim.kind = kind_of(row[kind]);
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
    if (const std::string name = text_of(row[source_name]); !name.empty()) {
        Source source;
        source.name = name;
        source.title = text_of(row[source_title]);
        source.organisation = text_of(row[source_organisation]);
        source.kind = named(text_of(row[source_kind]), {SourceKind::person, SourceKind::organisation,
                                                        SourceKind::document, SourceKind::unnamed});
        source.mode = named(text_of(row[source_mode]), {SourceMode::quote, SourceMode::paraphrase});
        source.cue = text_of(row[source_cue]);
        claim.source = std::move(source);
    }
    if (const auto* number = std::get_if<std::int64_t>(&row[fact])) claim.fact = *number;
    return {std::move(claim), text_of(row[verdict])};
}

namespace {

template <class Take>
void read_claims(const Database& database, std::int64_t article_id, const std::string& sql,
                 const Take& take) {
    std::int64_t next = 0;
    database.for_each_row(sql, {{":id", article_id}}, [&](const std::vector<Value>& row) {
        if (whole_of(row[ordinal]) != next++)
            throw EnvironmentError(fmt::format("the database lacks claims of article {}", article_id));
        take(reviewed_claim(row));
    });
}

std::string claims_sql(std::string_view columns, std::string_view joins) {
    return fmt::format("SELECT {} FROM claim {} WHERE claim.document_id = :id ORDER BY claim.ordinal",
                       columns, joins);
}

std::vector<Claim> read_extracted(const Database& database, std::int64_t article_id, const std::string& sql) {
    std::vector<Claim> claims;
    read_claims(database, article_id, sql,
                [&](ReviewedClaim read) { claims.push_back(std::move(read.claim)); });
    return claims;
}

}  // namespace

std::vector<ReviewedClaim> reviewed_claims(const Database& database, std::int64_t article_id) {
    static const std::string sql = claims_sql(reviewed_columns, reviewed_joins);
    std::vector<ReviewedClaim> claims;
    read_claims(database, article_id, sql, [&](ReviewedClaim read) { claims.push_back(std::move(read)); });
    return claims;
}

std::vector<Claim> extracted_claims(const Database& database, std::int64_t article_id) {
    static const std::string sql = claims_sql(fmt::format("{}, {}", extracted_columns, extracted_sources),
                                              "LEFT JOIN source USING (source_id)");
    return read_extracted(database, article_id, sql);
}

std::vector<Claim> claims_without_sources(const Database& database, std::int64_t article_id) {
    static const std::string sql = claims_sql(fmt::format("{}, {}", extracted_columns, no_sources), "");
    return read_extracted(database, article_id, sql);
}

std::vector<Claim> claims_in_outline(const Database& database, std::int64_t article_id) {
    static const std::string sql = claims_sql(
        "start_byte, end_byte, sentence_start, sentence_end, period_start, period_end, period_words", "");
    std::vector<Claim> claims;
    database.for_each_row(sql, {{":id", article_id}}, [&](const std::vector<Value>& row) {
        Claim& claim = claims.emplace_back();
        claim.span = span_of(row[0], row[1]);
        claim.sentence = span_of(row[2], row[3]);
        claim.period = period_of(Row{row, 0}, 4);
    });
    return claims;
}

}  // namespace figbook
