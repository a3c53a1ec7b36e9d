#include "check/conversion.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fmt/format.h>
#include <string_view>
#include <utility>
#include <vector>

#include "check/amount_words.hpp"
#include "rates/fixed_rates.hpp"

namespace figbook {
namespace {

constexpr int digits = 12;  // of intermediate results; far more than any text prints
constexpr int shown_digits = 6;
constexpr int business_days_before = 5;
constexpr int calendar_days_before = 14;  // hold five business days whatever the holidays
const Decimal about_share(2, -2);         // added each side of "about"
const Decimal open_share(1, -1);          // added on the open side of "over" and "under"
const Decimal market_tolerance(15, -3);   // the header says where it comes from

// None where the result leaves the limits of Decimal, which only an absurd figure does.
using Maybe = std::optional<Decimal>;

Maybe times(const Maybe& a, const Maybe& b) {
    return a && b ? Decimal::multiply(*a, *b, digits) : std::nullopt;
}
Maybe divided(const Maybe& a, const Maybe& b) {
    return a && b ? Decimal::divide(*a, *b, digits) : std::nullopt;
}
Maybe plus(const Maybe& a, const Maybe& b) {
    return a && b ? *a + *b : std::nullopt;
}
Maybe minus(const Maybe& a, const Maybe& b) {
    return a && b ? *a - *b : std::nullopt;
}

Decimal rounded_to(const Decimal& value, int significant) {
    return Decimal::multiply(value, Decimal(1), significant).value_or(value);
}

// ---- What the text says.

// An amount, and the interval it stands for.
struct Side {
    Decimal low;
    Decimal value;
    Decimal high;
};

int digits_of(const Decimal& value) {
    return static_cast<int>(std::to_string(value.coefficient()).size());
}

// The worth of the last digit that counts: the last printed one, or a higher one where zeros at the end may
// come from rounding. Two digits always count, but for cents, which are written with a zero: "$0.50" is half a dollar.
Decimal counted_resolution(const Decimal& value, const Decimal& printed) {
    const Decimal third(3, -1);
    if (value >= third && value < Decimal(1))
        return std::max(printed, Decimal::power_of_ten(value.exponent()));
    const int second_digit = value.exponent() + digits_of(value) - 2;
    return std::max(printed, Decimal::power_of_ten(std::min(value.exponent(), second_digit)));
}

// "£360 ($400)": of a figure that says no more than that, one digit may be all that is meant. A one or two says too little,
// and "more than" leaves room enough.
std::optional<Decimal> resolution_of_one_digit(const StatedAmount& original, const StatedAmount& converted) {
    constexpr int most_digits = 2;
    constexpr std::int64_t least = 3;
    const Decimal from = original.value.absolute(), to = converted.value.absolute();
    const bool is_plain = original.bound == Bound::exact && converted.bound == Bound::exact &&
                          !original.high && !converted.high;
    if (!is_plain || digits_of(from) > most_digits || digits_of(to) != 1 || to.coefficient() < least)
        return std::nullopt;
    return Decimal::power_of_ten(to.exponent());
}

// `low` and `high` are the ends of a range, or twice the same figure.
std::optional<Side> side_of(const Decimal& low, const Decimal& high, const StatedAmount& amount) {
    if (low.is_zero() || high < low) return std::nullopt;
    const Decimal half(5, -1);
    Maybe down = times(counted_resolution(low, amount.resolution), half);
    Maybe up = times(counted_resolution(high, amount.resolution), half);
    if (amount.bound == Bound::about) {
        down = plus(down, times(low, about_share));
        up = plus(up, times(high, about_share));
    }
    if (amount.bound == Bound::over || amount.bound == Bound::at_least)
        up = plus(up, times(high, open_share));
    if (amount.bound == Bound::under || amount.bound == Bound::at_most)
        down = plus(down, times(low, open_share));
    const Maybe lowest = minus(low, down);
    const Maybe highest = plus(high, up);
    const Maybe middle = low == high ? Maybe(low) : times(plus(low, high), half);
    if (!lowest || !highest || !middle || lowest->is_negative() || lowest->is_zero()) return std::nullopt;
    return Side{*lowest, *middle, *highest};
}

// One conversion that the text states, and the rate it implies.
struct Statement {
    Side original;
    Side converted;
    Decimal rate;
    Interval range;
};

std::optional<Statement> make_statement(const std::optional<Side>& original,
                                        const std::optional<Side>& converted) {
    if (!original || !converted) return std::nullopt;
    const Maybe rate = divided(converted->value, original->value);
    const Maybe low = divided(converted->low, original->high);
    const Maybe high = divided(converted->high, original->low);
    if (!rate || !low || !high) return std::nullopt;
    return Statement{*original, *converted, *rate, {*low, *high}};
}

// One, or two for a range that restates a range. None where the figures allow no comparison.
std::vector<Statement> statements_of(const StatedAmount& original, StatedAmount converted) {
    if (const auto rounded = resolution_of_one_digit(original, converted))
        converted.resolution = std::max(converted.resolution, *rounded);
    const auto from_low = original.value.absolute();
    const auto to_low = converted.value.absolute();
    const auto from_high = original.high.value_or(original.value).absolute();
    const auto to_high = converted.high.value_or(converted.value).absolute();
    std::vector<std::optional<Statement>> made;
    if (original.high && converted.high) {
        made.push_back(
            make_statement(side_of(from_low, from_low, original), side_of(to_low, to_low, converted)));
        made.push_back(
            make_statement(side_of(from_high, from_high, original), side_of(to_high, to_high, converted)));
    } else {
        made.push_back(
            make_statement(side_of(from_low, from_high, original), side_of(to_low, to_high, converted)));
    }
    std::vector<Statement> statements;
    for (const auto& statement : made) {
        if (!statement) return {};
        statements.push_back(*statement);
    }
    return statements;
}

// ---- What the markets allow.

std::optional<Interval> widened(const Interval& range) {
    const Maybe low = times(range.low, minus(Decimal(1), market_tolerance));
    const Maybe high = times(range.high, plus(Decimal(1), market_tolerance));
    if (!low || !high) return std::nullopt;
    return Interval{*low, *high};
}

std::optional<Interval> accepted_range(const ReferenceRate& reference, std::string_view from,
                                       std::string_view to, const RateBook& book) {
    Interval range{reference.rate, reference.rate};
    const auto before = book.rates_between(from, to, add_days(reference.day, -calendar_days_before),
                                           add_days(reference.day, -1));
    const std::size_t count = std::min<std::size_t>(before.size(), business_days_before);
    for (std::size_t i = before.size() - count; i < before.size(); ++i) {
        range.low = std::min(range.low, before[i].per_euro);
        range.high = std::max(range.high, before[i].per_euro);
    }
    return widened(range);
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

bool meet(const Interval& a, const Interval& b) {
    return a.low <= b.high && b.low <= a.high;
}

// ---- What may have gone wrong.

// How far off two positive numbers are: the larger over the smaller.
double distance(double a, double b) {
    return std::max(a, b) / std::min(a, b);
}

struct Slip {
    std::string words;
    double distance;  // of the mended rate from the reference rate
};

// Nearer to each other than that, a rate turned upside down is not told from one of another day.
constexpr double plainly_off = 1.2;
constexpr double near_enough = 1.25;  // a slip is named only where mending it brings the rate this near

// The likeliest slip that would make the stated conversion right; none where no known one does.
std::optional<Slip> find_slip(const Statement& stated, const Decimal& reference, const Interval& accepted) {
    constexpr std::array<std::pair<int, std::string_view>, 6> powers{{{1, "ten times"},
                                                                      {2, "a hundred times"},
                                                                      {3, "a thousand times"},
                                                                      {6, "a million times"},
                                                                      {9, "a thousand million times"},
                                                                      {12, "a million million times"}}};
    std::vector<Slip> slips;
    const auto consider = [&](std::string words, const Maybe& rate, const Maybe& low, const Maybe& high) {
        if (!rate || !low || !high || !meet({*low, *high}, accepted)) return;
        const double off = distance(rate->to_double(), reference.to_double());
        if (off <= near_enough) slips.push_back({std::move(words), off});
    };
    for (const auto& [power, words] : powers)
        for (const int sign : {-1, 1})
            consider(fmt::format("off by {}", words), stated.rate.scaled(sign * power),
                     stated.range.low.scaled(sign * power), stated.range.high.scaled(sign * power));
    if (distance(stated.rate.to_double(), reference.to_double()) >= plainly_off)
        consider("the rate seems to have been applied upside down", divided(Decimal(1), stated.rate),
                 divided(Decimal(1), stated.range.high), divided(Decimal(1), stated.range.low));
    const auto nearest = std::min_element(
        slips.begin(), slips.end(), [](const Slip& a, const Slip& b) { return a.distance < b.distance; });
    return nearest == slips.end() ? std::nullopt : std::optional(*nearest);
}

// Currencies that share a sign or a name, so that a text may leave open which it means; the most common one first.
std::vector<std::string_view> namesakes(std::string_view currency) {
    static const std::vector<std::vector<std::string_view>> families{
        {"USD", "AUD", "CAD", "HKD", "NZD", "SGD"},
        {"DKK", "ISK", "NOK", "SEK"},
        {"CNY", "JPY"},
        {"MXN", "PHP", "BRL"}};
    for (const auto& family : families)
        if (std::find(family.begin(), family.end(), currency) != family.end()) return family;
    return {};
}

// ---- The explanation.

std::string assumption_words(const StatedAmount& original, const StatedAmount& converted) {
    std::string words;
    for (const StatedAmount* amount : {&original, &converted})
        if (amount->unit_assumed)
            words += fmt::format("; the text leaves the currency of {} open, {} was assumed",
                                 amount_words(amount->value, amount->unit, digits), amount->unit);
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

std::string off_words(const ConversionCheck& check, const Statement& stated, const StatedAmount& original,
                      const StatedAmount& converted) {
    const auto slip = find_slip(stated, check.reference->rate, *check.accepted);
    std::string words = slip ? slip->words : "off";
    words += fmt::format(": at {}, {} is ", rate_words(check.reference->rate, original, converted),
                         amount_words(stated.original.value, original.unit, digits));
    words += check.expected ? "about " + amount_words(*check.expected, converted.unit) : "another amount";
    words += fmt::format(", not {}", amount_words(stated.converted.value, converted.unit, digits));
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
    const auto statements = statements_of(original, converted);
    const auto accepted = accepted_range(*reference, original.unit, converted.unit, book);
    if (statements.empty() || !accepted) return cannot_check("the amounts allow no comparison");
    auto stated = std::find_if(statements.begin(), statements.end(),
                               [&](const Statement& statement) { return !meet(statement.range, *accepted); });
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
    const auto statements = statements_of(original, converted);
    const bool fits = check.other_time &&
                      std::all_of(statements.begin(), statements.end(), [&](const Statement& statement) {
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

bool is_open(const StatedAmount& amount) {
    return amount.unit_assumed || amount.is_bare;
}

// An amount of another time, converted at the rate of the publication day: what the rates of then give.
void note_time(ConversionCheck& check, const StatedAmount& original, const StatedAmount& converted,
               const AmountTime& time, Date published, const RateBook& book) {
    if (time.last < time.first || time.last >= check.reference->day) return;
    const auto then = rates_of_time(original, converted, time, published, book);
    const auto statements = statements_of(original, converted);
    if (!then || std::all_of(statements.begin(), statements.end(), [&](const Statement& statement) {
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
                    amount_words(statements.front().original.value, original.unit, digits),
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

// What an open currency might be instead: any of its name where the text says nothing; where others of the article
// decided, only the one that the name means by itself. "¥", "kroner" and "pesos" mean none of theirs more than the others.
std::vector<std::string_view> other_currencies(const StatedAmount& open) {
    auto codes = namesakes(open.unit);
    const bool has_usual_one = !codes.empty() && codes.front() == "USD";
    if (!open.unit_assumed && has_usual_one) codes.resize(1);
    return codes;
}

// The most usual currency of that name is another one, and the text does not say that it is not meant.
bool is_assumed_unusual(const StatedAmount& amount) {
    const auto codes = namesakes(amount.unit);
    if (codes.empty() || codes.front() == amount.unit) return false;
    return amount.unit_assumed || (amount.is_bare && codes.front() == "USD");
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
    return distance(check.implied->to_double(), check.reference->rate.to_double()) > most_times;
}

// "270 billion marks ($172 billion)", years after the mark: only into what it was replaced by is its rate fixed.
bool is_of_gone_currency(const StatedAmount& original, const StatedAmount& converted, Date day) {
    const auto is_gone = [&](const StatedAmount& amount, const StatedAmount& other) {
        const FixedRate* gone = fixed_rate(amount.unit);
        return gone != nullptr && gone->since <= day && other.unit != "EUR";
    };
    return is_gone(original, converted) || is_gone(converted, original);
}

// Rupees or francs without a country, of which only one has rates here.
bool is_of_any_country(const StatedAmount& amount) {
    return amount.unit_assumed && namesakes(amount.unit).empty();
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
    const std::string assumed = assumption_words(original, converted);
    if (check.verdict == Verdict::off && (is_open(original) || is_open(converted))) {
        if (const auto code = fitting_namesake(original, converted, *day, book); !code.empty()) {
            check.verdict = Verdict::cannot_check;
            check.explanation = fmt::format("which currency is meant is not clear: {} would fit", code);
        }
    }
    if (check.verdict == Verdict::off && !check.has_known_slip &&
        (is_of_any_country(original) || is_of_any_country(converted))) {
        check.verdict = Verdict::cannot_check;
        check.explanation = "which country's currency is meant is not clear; else " + check.explanation;
    }
    if (check.verdict == Verdict::off && may_be_usual(original, converted, *day, book)) {
        check.verdict = Verdict::cannot_check;
        check.explanation = "which currency is meant is not clear; else " + check.explanation;
    }
    if (check.verdict == Verdict::off && !check.has_known_slip &&
        is_of_gone_currency(original, converted, *day)) {
        check.verdict = Verdict::cannot_check;
        check.explanation = "a currency that has gone by may be converted at a rate of its own time; else " +
                            check.explanation;
    }
    if (check.verdict == Verdict::off && is_too_far(check)) {
        check.verdict = Verdict::cannot_check;
        check.explanation = "too far apart to be one amount; else " + check.explanation;
    }
    if (check.verdict == Verdict::off) check.explanation += mixed_up_words(original, converted, *day, book);
    check.explanation += assumed;
    return check;
}

}  // namespace figbook
