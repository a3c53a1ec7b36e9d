// The check `conversions`: every pair of the view `conversions` through check_conversion().
#include <fmt/format.h>
#include <map>
#include <set>
#include <stdexcept>
#include <tuple>
#include <utility>
#include <vector>

#include "base/ascii.hpp"
#include "check/amount_words.hpp"
#include "check/check_words.hpp"
#include "check/checks.hpp"
#include "check/conversion.hpp"
#include "check/conversion_doubts.hpp"
#include "check/conversion_row.hpp"
#include "check/conversion_words.hpp"
#include "check/shop_prices.hpp"
#include "check/stored_rates.hpp"

namespace figbook {
namespace {

constexpr std::string_view pairs_sql = R"(
    WITH corrected AS MATERIALIZED (
        SELECT claim_review.document_id, claim_review.ordinal FROM claim_review JOIN review USING (review_id)
        WHERE claim_review.stands = 1 AND review.verdict = 'corrected'
            AND coalesce(review.corrected_value, review.corrected_unit) IS NOT NULL
    )
    SELECT article_id, published, publication, headline, url, ordinal, restated_ordinal,
           text, value, high, unit, unit_assumed, bound, resolution,
           restated_text, restated_value, restated_high, restated_unit, restated_unit_assumed, restated_bound,
           restated_resolution, period_start, period_end, substr(sentence, 1, 1000) AS sentence,
           EXISTS (SELECT 1 FROM claim AS nearer
                   WHERE nearer.document_id = article_id AND nearer.unit = restated_unit
                       AND nearer.ordinal > restated_ordinal AND nearer.ordinal < conversions.ordinal) AS has_nearer,
           (SELECT modality FROM claim WHERE claim.document_id = article_id AND claim.ordinal = restated_ordinal)
               AS modality,
           (SELECT period_words FROM claim WHERE claim.document_id = article_id AND claim.ordinal = restated_ordinal)
               AS period_words,
           (article_id, ordinal) IN corrected AS is_corrected, (article_id, restated_ordinal) IN corrected AS restated_is_corrected
    FROM conversions
    WHERE (:from IS NULL OR published >= :from) AND (:to IS NULL OR published <= :to){}
    ORDER BY published IS NULL, published DESC, headline, article_id, ordinal)";

Value text_or_null(const std::optional<Decimal>& number) {
    if (!number) return std::monostate{};
    return number->to_string();
}

// An end of a range, rounded for reading; it is a tolerance, not a figure of anyone.
Value end_of(const std::optional<Interval>& range, Decimal Interval::*end) {
    if (!range) return std::monostate{};
    return Decimal::multiply((*range).*end, Decimal(1), 5)->to_string();
}

std::vector<std::pair<std::string, Value>> details_of(const ConversionRow& row,
                                                      const ConversionCheck& check) {
    const auto& reference = check.reference;
    const auto& then = check.other_time;
    return {{"restated_text", row.text("restated_text")},
            {"restated_value", row.cell("restated_value")},
            {"restated_high", row.cell("restated_high")},
            {"restated_unit", row.text("restated_unit")},
            {"text", row.text("text")},
            {"value", row.cell("value")},
            {"high", row.cell("high")},
            {"unit", row.text("unit")},
            {"implied_rate", text_or_null(check.implied)},
            {"implied_low", end_of(check.implied_range, &Interval::low)},
            {"implied_high", end_of(check.implied_range, &Interval::high)},
            {"reference_rate", reference ? Value(reference->rate.to_string()) : Value()},
            {"reference_day", reference ? Value(iso(reference->day)) : Value()},
            {"reference_source", reference ? Value(reference->source) : Value()},
            {"accepted_low", end_of(check.accepted, &Interval::low)},
            {"accepted_high", end_of(check.accepted, &Interval::high)},
            {"difference_percent", text_or_null(check.difference)},
            {"expected", text_or_null(check.expected)},
            {"other_time_start", then ? Value(iso(then->time.first)) : Value()},
            {"other_time_end", then ? Value(iso(then->time.last)) : Value()},
            {"other_time_low", then ? end_of(then->accepted, &Interval::low) : Value()},
            {"other_time_high", then ? end_of(then->accepted, &Interval::high) : Value()},
            {"sentence", row.text("sentence")},
            {"claims", fmt::format("{} {}", row.whole("restated_ordinal"), row.whole("ordinal"))}};
}

// A rate or difference as a reader wants it; the columns have all digits.
std::string shortened(const Decimal& number) {
    return Decimal::multiply(number, Decimal(1), 6).value_or(number).to_string();
}

std::string ends_of(const std::optional<Interval>& range) {
    const auto end = [&](Decimal Interval::*which) {
        return Decimal::multiply((*range).*which, Decimal(1), 5)->to_string();
    };
    return end(&Interval::low) + " to " + end(&Interval::high);
}

// What the text says, what the bank says, and by how much they differ; nothing where there was nothing to compare
// with.
std::vector<std::pair<std::string, std::string>> lines_of(const ConversionRow& row,
                                                          const ConversionCheck& check) {
    if (!check.reference) return {};
    const ReferenceRate& reference = *check.reference;
    std::vector<std::pair<std::string, std::string>> lines{
        {"text", fmt::format("{} {} for 1 {}; as printed {}", check.implied->to_string(), row.text("unit"),
                             row.text("restated_unit"), ends_of(check.implied_range))},
        {"reference", fmt::format("{} on {}; accepted {}", shortened(reference.rate), iso(reference.day),
                                  ends_of(check.accepted))}};
    if (check.other_time)
        lines.emplace_back("that time",
                           fmt::format("accepted {}, {} to {}", ends_of(check.other_time->accepted),
                                       iso(check.other_time->time.first), iso(check.other_time->time.last)));
    if (check.difference)
        lines.emplace_back("difference", fmt::format("{}{} %", *check.difference > Decimal(0) ? "+" : "",
                                                     check.difference->to_string()));
    lines.emplace_back("source", reference.source);
    return lines;
}

constexpr int first_with_rates = 1999;

// An earlier year that the sentence names; none for none.
std::optional<int> earlier_year(std::string_view sentence, Date published) {
    const int this_year = year_of(published);
    std::optional<int> found;
    for (int year = first_with_rates; year < this_year && !found; ++year) {
        const std::string digits = std::to_string(year);
        const std::size_t at = sentence.find(digits);
        if (at == std::string_view::npos) continue;
        const auto is_digit = [&](std::size_t i) {
            return i < sentence.size() && sentence[i] >= '0' && sentence[i] <= '9';
        };
        if (!(at > 0 && is_digit(at - 1)) && !is_digit(at + digits.size())) found = year;
    }
    return found;
}

// "In the last fiscal year": a time that is said, of which the days are not known.
bool is_of_unknown_days(const ConversionRow& row) {
    return !row.text("period_words").empty() && row.text("period_start").empty();
}

// "The fund paid £305m ($417m)", on a day that the text does not name.
bool follows_deed(const ConversionRow& row) {
    const std::string sentence = row.text("sentence");
    const std::size_t at = sentence.find(row.text("restated_text"));
    return at != std::string::npos &&
           ends_with_word(std::string_view(sentence).substr(0, at), CheckWord::past_deed);
}

// Of a text that recalls earlier days: when its amounts may have been converted. `before` is what stands before the
// sentence.
std::optional<AmountTime> recalled_time(const ConversionRow& row, const ConversionCheck& check,
                                        Date published, std::string_view before) {
    constexpr int days_of_two_years = 731;
    const auto since = [&](int year) {
        return AmountTime{first_of_month(std::max(year, first_with_rates), 1), published};
    };
    if (const auto year = earlier_year(row.text("sentence"), published)) return since(*year);
    if (has_word(row.text("headline"), CheckWord::recalls) ||
        has_word(row.text("sentence"), CheckWord::at_the_time))
        return since(first_with_rates);
    if (row.text("modality") != "actual") return std::nullopt;
    if (const auto month = named_month(row.text("sentence"))) {
        const int year = year_of(published) - (*month > month_of(published) ? 1 : 0);
        return AmountTime{first_of_month(year, *month), published};
    }
    if (const auto year = last_year_before(before, year_of(published))) return since(*year);
    if (const auto year = check.is_far() ? last_year_of_story(before, year_of(published)) : std::nullopt)
        return since(*year);
    if (is_of_unknown_days(row) || has_word(row.text("sentence"), CheckWord::ago) || follows_deed(row))
        return AmountTime{add_days(published, -days_of_two_years), published};
    return std::nullopt;
}

// What stands before the sentence, up to a few of its kind.
std::string words_before_sentence(const Database& database, const ConversionRow& row) {
    const Table found = database.query(
        "SELECT CAST(substr(CAST(article.text AS BLOB), max(1, claim.sentence_start - 399), min(400, "
        "claim.sentence_start)) AS TEXT) FROM article JOIN claim USING (document_id) "
        "WHERE document_id = :article AND claim.ordinal = :ordinal",
        {{":article", row.whole("article_id")}, {":ordinal", row.whole("restated_ordinal")}});
    if (found.rows.empty()) return "";
    const auto* words = std::get_if<std::string>(&found.rows[0][0]);
    return words == nullptr ? "" : *words;
}

// "In 1985 ... was paid £6,500 ($9,353)", of which no rates are known here.
bool is_before_rates(const ConversionRow& row, Date published, std::string_view before) {
    const auto year = last_year_before(before, year_of(published));
    return year && *year < first_with_rates && row.text("modality") == "actual";
}

void set_aside(ConversionCheck& check, std::string_view why) {
    check.verdict = Verdict::cannot_check;
    check.explanation = fmt::format("{}; else {}", why, check.explanation);
}

// A list of what happened, "June 4, 2003 - buys it for 6.5bn pounds ($10.6bn)": at the rate of then.
void look_back(ConversionCheck& check, const ConversionRow& row, const RateBook& book,
               const Database& database) {
    const auto published = day_of(row, "published");
    if (check.verdict != Verdict::off || !published) return;
    const std::string before = words_before_sentence(database, row);
    if (!check.has_known_slip && is_before_rates(row, *published, before)) {
        set_aside(check, "the text tells of a time of which no rates are known");
        return;
    }
    const auto time = recalled_time(row, check, *published, before);
    if (!time) return;
    const ConversionCheck then =
        check_conversion(amount_of(row, "restated_"), amount_of(row, ""), published, book, time);
    if (then.verdict != Verdict::consistent) return;
    check.verdict = Verdict::cannot_check;
    check.explanation = "the text recalls earlier days, of one of which it may be; " + then.explanation;
}

// What reviews have corrected is not what the text says.
std::string corrections(const ConversionRow& row) {
    std::string words;
    for (const std::string side : {"restated_", ""}) {
        if (row.whole(side + "is_corrected") == 0) continue;
        const auto amount = [&](const char* column) {
            return amount_words(*row.decimal(side + column), row.text(side + "unit"), 12);
        };
        std::string right = amount("value");
        if (row.decimal(side + "high")) right += " to " + amount("high");
        words += correction_words(row.text(side + "text"), right);
    }
    return words;
}

struct Judged {
    ConversionCheck check;
    bool is_price = false;  // of one product in two countries
};

Judged judge(const ConversionRow& row, const RateBook& book, const Database& database) {
    ConversionCheck check = check_conversion(amount_of(row, "restated_"), amount_of(row, ""),
                                             day_of(row, "published"), book, time_of(row));
    look_back(check, row, book, database);
    if (check.verdict != Verdict::consistent && is_cut(row)) {
        check.verdict = Verdict::cannot_check;
        check.explanation = "a number with a point at its edge was read only in part";
    }
    if (check.verdict == Verdict::off && row.whole("has_nearer") != 0) {
        set_aside(check,
                  fmt::format("another amount in {} stands between the two", row.text("restated_unit")));
    }
    const std::string_view why = check.verdict == Verdict::off ? why_not_off(row, check) : "";
    if (!why.empty()) set_aside(check, why);
    return {std::move(check), why == are_prices};
}

Finding finding_of(const ConversionRow& row, ConversionCheck check) {
    check.explanation += corrections(row);
    return {check.verdict,         fmt::format("{} ({})", row.text("restated_text"), row.text("text")),
            check.explanation,     row.whole("article_id"),
            row.text("published"), row.text("publication"),
            row.text("headline"),  row.text("url"),
            lines_of(row, check),  details_of(row, check)};
}

// An article that gives what some things sell for in two countries does so for the others: "the phone for $990 (£899)".
void set_price_lists_aside(std::vector<Judged>& judged, const std::vector<ConversionRow>& rows) {
    std::set<std::int64_t> with_prices;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (judged[i].is_price) with_prices.insert(rows[i].whole("article_id"));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        ConversionCheck& check = judged[i].check;
        if (check.verdict != Verdict::off || !with_prices.contains(rows[i].whole("article_id"))) continue;
        if (are_as_small_as_prices(prices_of(rows[i], check)) && !check.has_known_slip)
            set_aside(check, are_prices);
    }
}

// Which amounts of an article are converted from one currency into another.
using PairOfArticle = std::tuple<std::int64_t, std::string, std::string>;

// Those among `places` that the rate would make right.
std::vector<std::size_t> that_fit(const Decimal& rate, const std::vector<std::size_t>& places,
                                  const std::vector<Judged>& judged) {
    std::vector<std::size_t> fitting;
    for (const std::size_t i : places) {
        const auto& range = judged[i].check.implied_range;
        if (range && range->low <= rate && rate <= range->high) fitting.push_back(i);
    }
    return fitting;
}

// An article whose amounts are all converted at one rate, which is none of its day, is of another day: its date is of when
// it was copied, or put on the web again.
void set_other_day_aside(std::vector<Judged>& judged, const std::vector<ConversionRow>& rows,
                         const RateBook& book) {
    constexpr std::size_t fewest = 3;
    std::map<PairOfArticle, std::vector<std::size_t>> off;
    std::map<PairOfArticle, std::size_t> right;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const PairOfArticle pair{rows[i].whole("article_id"), rows[i].text("restated_unit"),
                                 rows[i].text("unit")};
        const ConversionCheck& check = judged[i].check;
        if (check.verdict == Verdict::consistent) ++right[pair];
        if (check.verdict == Verdict::off && !check.has_known_slip && check.implied) off[pair].push_back(i);
    }
    for (const auto& [pair, places] : off) {
        std::vector<std::size_t> best;
        for (const std::size_t i : places)
            if (auto fitting = that_fit(*judged[i].check.implied, places, judged);
                fitting.size() > best.size())
                best = std::move(fitting);
        std::set<std::string> amounts;
        for (const std::size_t i : best) amounts.insert(rows[i].text("restated_text"));
        if (amounts.size() < fewest || amounts.size() <= right[pair]) continue;
        for (const std::size_t i : best) {
            const auto published = day_of(rows[i], "published");
            if (!published) continue;
            const ConversionCheck ever =
                check_conversion(amount_of(rows[i], "restated_"), amount_of(rows[i], ""), published, book,
                                 AmountTime{first_of_month(first_with_rates, 1), *published});
            if (ever.verdict == Verdict::consistent)
                set_aside(judged[i].check, "the article converts at one rate, which is of another day");
        }
    }
}

}  // namespace

std::vector<Finding> check_conversions(const Database& database, const PublishedBetween& when) {
    const auto day_or_null = [](const std::optional<Date>& day) { return day ? Value(iso(*day)) : Value(); };
    // An index knows which figures are related to another one.
    const std::string_view only =
        when.articles
            ? " AND (article_id, ordinal) IN (SELECT document_id, ordinal FROM claim WHERE related_ordinal"
              " IS NOT NULL AND document_id IN (SELECT value FROM json_each(:articles)))"
            : "";
    const Table pairs =
        database.query(fmt::format(pairs_sql, only),
                       {{":from", day_or_null(when.from)},
                        {":to", day_or_null(when.to)},
                        {":articles", (when.with_pairs ? when.with_pairs : when.articles).value_or("[]")}});
    std::map<std::string, std::size_t> columns;
    for (std::size_t i = 0; i < pairs.columns.size(); ++i) columns[pairs.columns[i]] = i;
    std::set<std::string> currencies;
    for (const auto& cells : pairs.rows)
        for (const std::string column : {"unit", "restated_unit"})
            currencies.insert(ConversionRow(columns, cells).text(column));
    std::vector<Finding> findings;
    if (pairs.rows.empty()) return findings;
    const RateBook book = rate_book(database, currencies);
    std::vector<ConversionRow> rows;
    for (const auto& cells : pairs.rows) rows.emplace_back(columns, cells);
    std::vector<Judged> judged;
    for (const ConversionRow& row : rows) judged.push_back(judge(row, book, database));
    set_price_lists_aside(judged, rows);
    set_other_day_aside(judged, rows, book);
    for (std::size_t i = 0; i < rows.size(); ++i)
        findings.push_back(finding_of(rows[i], std::move(judged[i].check)));
    return findings;
}

}  // namespace figbook
