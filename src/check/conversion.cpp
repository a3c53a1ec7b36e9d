#include "check/conversion.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <string_view>
#include <utility>
#include <vector>

#include "check/amount_words.hpp"
#include "check/maybe_decimal.hpp"
#include "check/open_currency.hpp"
#include "rates/fixed_rates.hpp"

namespace figbook {
namespace {

constexpr int shown_digits = 6;
constexpr int business_days_before = 5;
constexpr int calendar_days_before = 14;  // hold five business days whatever the holidays
const Decimal market_tolerance(15, -3);   // the header says where it comes from

Decimal rounded_to(const Decimal& value, int significant) {
    return Decimal::multiply(value, Decimal(1), significant).value_or(value);
}

// ---- What the markets allow.

std::optional<Interval> widened(const Interval& range, const Decimal& tolerance = market_tolerance) {
    const Maybe low = times(range.low, minus(Decimal(1), tolerance));
    const Maybe high = times(range.high, plus(Decimal(1), tolerance));
    if (!low || !high) return std::nullopt;
    return Interval{*low, *high};
}

std::optional<Interval> accepted_range(const ReferenceRate& reference, std::string_view from,
                                       std::string_view to, const RateBook& book) {
    Interval range{reference.rate, reference.rate};
    const auto before = book.rates_between(from, to, add_days(reference.day, -calendar_days_before),
                                           add_days(reference.day, -1));
    const std::size_t count = std::min<std::size_t>(before.size(), business_days_before);
    Decimal tolerance = market_tolerance;
    for (std::size_t i = before.size() - count; i < before.size(); ++i) {
        range.low = std::min(range.low, before[i].per_euro);
        range.high = std::max(range.high, before[i].per_euro);
        const Decimal& next = i + 1 < before.size() ? before[i + 1].per_euro : reference.rate;
        // In days of upheaval a rate moves as much within a day as from one day to the next.
        const Maybe step = divided(minus(next, before[i].per_euro), before[i].per_euro);
        if (step) tolerance = std::max(tolerance, step->absolute());
    }
    return widened(range, tolerance);
}

// What is accepted for another time; none where there is no rate of it. A rate of after the publication cannot
// have been used.
std::optional<RatesOfTime> rates_of_time(const StatedAmount& original, const StatedAmount& converted,
                                         const AmountTime& time, Date published, const RateBook& book) {
    const auto rates =
        book.rates_between(original.unit, converted.unit, time.first, std::min(time.last, published));
    if (rates.empty()) return std::nullopt;
    const auto [lowest, highest] =
        std::minmax_element(rates.begin(), rates.end(),
                            [](const DayRate& a, const DayRate& b) { return a.per_euro < b.per_euro; });
    const Interval range{lowest->per_euro, highest->per_euro};
    const auto accepted = widened(range);
    if (!accepted) return std::nullopt;
    return RatesOfTime{time, range, *accepted};
}

// ---- The explanation.

std::string assumption_words(const StatedAmount& original, const StatedAmount& converted) {
    std::string words;
    for (const StatedAmount* amount : {&original, &converted})
        if (amount->unit_assumed)
            words += fmt::format("; the text leaves the currency of {} open, {} was assumed",
                                 amount_words(amount->value, amount->unit, all_digits), amount->unit);
    return words;
}

std::string rate_words(const Decimal& rate, const StatedAmount& original, const StatedAmount& converted) {
    return fmt::format("{} {} for 1 {}", rounded_to(rate, shown_digits).to_string(), converted.unit,
                       original.unit);
}

std::string consistent_words(const ConversionCheck& check, const StatedAmount& original,
                             const StatedAmount& converted) {
    return fmt::format("the text's {} fits the reference rate of {}, {}", check.implied->to_string(),
                       iso(check.reference->day), rate_words(check.reference->rate, original, converted));
}

std::string off_words(const ConversionCheck& check, const StatedRate& stated, const StatedAmount& original,
                      const StatedAmount& converted) {
    const auto slip = find_slip(stated, check.reference->rate, *check.accepted);
    std::string words = slip ? slip->words : "off";
    words += fmt::format(": at {}, {} is ", rate_words(check.reference->rate, original, converted),
                         amount_words(stated.original.value, original.unit, all_digits));
    words += check.expected ? "about " + amount_words(*check.expected, converted.unit) : "another amount";
    words += fmt::format(", not {}", amount_words(stated.converted.value, converted.unit, all_digits));
    if (slip || !check.difference) return words;
    return words + fmt::format(" ({}% too {})", rounded_to(check.difference->absolute(), 3).to_string(),
                               check.difference->is_negative() ? "little" : "much");
}

std::string fits_time_words(const ConversionCheck& check, const StatedAmount& original,
                            const StatedAmount& converted) {
    const RatesOfTime& then = *check.other_time;
    std::string words = fmt::format("the text's {} fits the rates of {}, {} to {}",
                                    check.implied->to_string(), days_text(then.time.first, then.time.last),
                                    rounded_to(then.rates.low, shown_digits).to_string(),
                                    rate_words(then.rates.high, original, converted));
    if (!check.difference) return words;
    return words + fmt::format("; on the day of publication it would be off by {} %",
                               rounded_to(check.difference->absolute(), 3).to_string());
}

ConversionCheck cannot_check(std::string reason) {
    ConversionCheck check;
    check.explanation = std::move(reason);
    return check;
}

Maybe difference_in_percent(const Decimal& implied, const Decimal& reference) {
    const Maybe difference = times(divided(minus(implied, reference), reference), Decimal(100));
    return difference ? Maybe(difference->rounded(-2)) : std::nullopt;
}

// The comparison itself, the currencies taken as they are given.
ConversionCheck compare(const StatedAmount& original, const StatedAmount& converted, Date day,
                        const RateBook& book) {
    const auto reference = book.rate_on(original.unit, converted.unit, day);
    if (!reference) return cannot_check(reference.problem().message);
    const auto statements = stated_rates(original, converted);
    const auto accepted = accepted_range(*reference, original.unit, converted.unit, book);
    if (statements.empty() || !accepted) return cannot_check("the amounts allow no comparison");
    auto stated = std::find_if(statements.begin(), statements.end(), [&](const StatedRate& statement) {
        return !meet(statement.range, *accepted);
    });
    const bool off = stated != statements.end();
    if (!off) stated = statements.begin();
    ConversionCheck check{off ? Verdict::off : Verdict::consistent,
                          "",
                          rounded_to(stated->rate, shown_digits),
                          stated->range,
                          *reference,
                          *accepted,
                          difference_in_percent(stated->rate, reference->rate),
                          times(stated->original.value, reference->rate),
                          std::nullopt};
    check.has_known_slip = off && find_slip(*stated, check.reference->rate, *check.accepted).has_value();
    check.explanation =
        off ? off_words(check, *stated, original, converted) : consistent_words(check, original, converted);
    return check;
}

// Looks again at a pair that is off on the day of publication, with the rates of the time that it belongs to.
void compare_with_time(ConversionCheck& check, const StatedAmount& original, const StatedAmount& converted,
                       const AmountTime& time, Date published, const RateBook& book) {
    if (time.last < time.first || time.first > published) return;
    check.other_time = rates_of_time(original, converted, time, published, book);
    const std::string day = iso(check.reference->day);
    if (!check.other_time && time.last < euro_began) {
        check.verdict = Verdict::cannot_check;
        check.explanation = fmt::format("no rates of {} are known; at the rate of {} it would be {}",
                                        days_text(time.first, time.last), day, check.explanation);
        return;
    }
    const auto statements = stated_rates(original, converted);
    const bool fits = check.other_time &&
                      std::all_of(statements.begin(), statements.end(), [&](const StatedRate& statement) {
                          return meet(statement.range, check.other_time->accepted);
                      });
    if (fits) {
        check.verdict = Verdict::consistent;
        check.explanation = fits_time_words(check, original, converted);
        return;
    }
    check.explanation += fmt::format("; that is the rate of {}", day);
    if (check.other_time)
        check.explanation +=
            fmt::format(", and those of {}, {} to {}, do not fit either", days_text(time.first, time.last),
                        rounded_to(check.other_time->rates.low, shown_digits).to_string(),
                        rounded_to(check.other_time->rates.high, shown_digits).to_string());
}

// An amount of another time, converted at the rate of the publication day: what the rates of then give.
void note_time(ConversionCheck& check, const StatedAmount& original, const StatedAmount& converted,
               const AmountTime& time, Date published, const RateBook& book) {
    if (time.last < time.first || time.last >= check.reference->day) return;
    const auto then = rates_of_time(original, converted, time, published, book);
    const auto statements = stated_rates(original, converted);
    if (!then || std::all_of(statements.begin(), statements.end(), [&](const StatedRate& statement) {
            return meet(statement.range, then->accepted);
        }))
        return;
    check.other_time = then;
    const auto amount = [&](const Decimal& rate) {
        const Maybe value = times(statements.front().original.value, rate);
        return value ? amount_words(*value, converted.unit) : "another amount";
    };
    check.explanation +=
        fmt::format("; at the rates of {}, {} to {}, {} was {} to {}", days_text(time.first, time.last),
                    rounded_to(then->rates.low, shown_digits).to_string(),
                    rounded_to(then->rates.high, shown_digits).to_string(),
                    amount_words(statements.front().original.value, original.unit, all_digits),
                    amount(then->rates.low), amount(then->rates.high));
}

// "; it would be right in EUR", where the sign of another currency seems to have got in; "" where no such one fits.
std::string mixed_up_words(const StatedAmount& original, const StatedAmount& converted, Date day,
                           const RateBook& book) {
    for (const std::string_view code : {"EUR", "USD", "GBP"}) {
        if (code == original.unit || code == converted.unit) continue;
        StatedAmount other = converted;
        other.unit = code;
        if (compare(original, other, day, book).verdict == Verdict::consistent)
            return fmt::format("; it would be right in {}", code);
    }
    return "";
}

// No slip of ten times, which would be one in any of them.
bool is_near(const ConversionCheck& check) {
    const Decimal furthest(50);
    return check.difference && check.difference->absolute() < furthest;
}

// Told from the rest of the article, where the most usual one with the sign would be near.
bool may_be_usual(const StatedAmount& original, const StatedAmount& converted, Date day,
                  const RateBook& book) {
    StatedAmount first = original;
    StatedAmount second = converted;
    for (StatedAmount* amount : {&first, &second})
        if (is_assumed_unusual(*amount)) amount->unit = namesakes(amount->unit).front();
    const bool is_changed = first.unit != original.unit || second.unit != converted.unit;
    return is_changed && first.unit != second.unit && is_near(compare(first, second, day, book));
}

// "820 pence, or $17.9 billion": the price of a share, and of all of them.
bool is_too_far(const ConversionCheck& check) {
    constexpr double most_times = 1000;
    if (check.has_known_slip || !check.implied || !check.reference) return false;
    return times_apart(check.implied->to_double(), check.reference->rate.to_double()) > most_times;
}

// "270 billion marks ($172 billion)", years after the mark: only into what it was replaced by is its rate fixed.
bool is_of_gone_currency(const StatedAmount& original, const StatedAmount& converted, Date day) {
    const auto is_gone = [&](const StatedAmount& amount, const StatedAmount& other) {
        const FixedRate* gone = fixed_rate(amount.unit);
        return gone != nullptr && gone->since <= day && other.unit != "EUR";
    };
    return is_gone(original, converted) || is_gone(converted, original);
}

// The currency that an open one might be instead, of the one amount or the other; "" where none fits.
std::string_view fitting_namesake(const StatedAmount& original, const StatedAmount& converted, Date day,
                                  const RateBook& book) {
    const auto try_others = [&](const StatedAmount& open, const StatedAmount& certain,
                                const auto& compare_as) -> std::string_view {
        if (!is_open(open)) return "";
        // A currency that has gone by is converted at a rate of its own time, which a namesake may meet by chance.
        if (const FixedRate* gone = fixed_rate(certain.unit); gone != nullptr && gone->since <= day)
            return "";
        for (const std::string_view code : other_currencies(open)) {
            if (code == original.unit || code == converted.unit) continue;
            StatedAmount other = open;
            other.unit = code;
            if (compare_as(other).verdict == Verdict::consistent) return code;
        }
        return "";
    };
    const auto found = try_others(
        converted, original, [&](const StatedAmount& other) { return compare(original, other, day, book); });
    if (!found.empty()) return found;
    return try_others(original, converted,
                      [&](const StatedAmount& other) { return compare(other, converted, day, book); });
}

// Why two amounts that are off may be right after all; "" for no reason.
std::string_view doubt(const ConversionCheck& check, const StatedAmount& original,
                       const StatedAmount& converted, Date day, const RateBook& book) {
    const bool slipped = check.has_known_slip;
    if (!slipped && (is_of_any_country(original) || is_of_any_country(converted)))
        return "which country's currency is meant is not clear";
    if (may_be_usual(original, converted, day, book)) return "which currency is meant is not clear";
    if (!slipped && is_of_gone_currency(original, converted, day))
        return "a currency that has gone by may be converted at a rate of its own time";
    return is_too_far(check) ? "too far apart to be one amount" : "";
}

// Judges none of a pair that is off where the text may mean something else than it seems to.
void leave_open(ConversionCheck& check, const StatedAmount& original, const StatedAmount& converted, Date day,
                const RateBook& book) {
    const auto code = is_open(original) || is_open(converted)
                          ? fitting_namesake(original, converted, day, book)
                          : std::string_view();
    if (!code.empty()) {
        check.verdict = Verdict::cannot_check;
        check.explanation = fmt::format("which currency is meant is not clear: {} would fit", code);
        return;
    }
    const std::string_view reason = doubt(check, original, converted, day, book);
    if (reason.empty()) return;
    check.verdict = Verdict::cannot_check;
    check.explanation = fmt::format("{}; else {}", reason, check.explanation);
}

}  // namespace

ConversionCheck check_conversion(const StatedAmount& original, const StatedAmount& converted,
                                 std::optional<Date> day, const RateBook& book,
                                 const std::optional<AmountTime>& time) {
    if (!day) return cannot_check("the article has no publication date");
    if (original.unit == converted.unit)
        return cannot_check(fmt::format("both amounts are in {}", original.unit));
    ConversionCheck check = compare(original, converted, *day, book);
    if (check.verdict == Verdict::off && time)
        compare_with_time(check, original, converted, *time, *day, book);
    else if (check.verdict == Verdict::consistent && time)
        note_time(check, original, converted, *time, *day, book);
    if (check.verdict == Verdict::off) leave_open(check, original, converted, *day, book);
    if (check.verdict == Verdict::off) check.explanation += mixed_up_words(original, converted, *day, book);
    check.explanation += assumption_words(original, converted);
    return check;
}

}  // namespace figbook
