#include "rates/rates.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <stdexcept>

#include "embedded.hpp"
#include "rates/fixed_rates.hpp"

namespace figbook {
namespace {

constexpr std::string_view publisher = rate_publisher;
constexpr int cross_digits = 12;

// Decoded when the first market rate is asked for.
const RateTable& built_in_rates() {
    static const RateTable table = [] {
        auto read = read_compact(rates_data::embedded("ecb-reference-rates.txt"));
        if (!read) throw std::logic_error("ecb-reference-rates.txt: " + to_string(read.problem()));
        return std::move(*read);
    }();
    return table;
}

Date newest_of(const RateTable& table) {
    Date newest{};
    for (const auto& [currency, series] : table)
        if (!series.empty()) newest = std::max(newest, series.back().day);
    return newest;
}

using Series = std::vector<DayRate>;

const Series& series_of(const RateTable& table, std::string_view currency) {
    static const Series none;
    const auto found = table.find(currency);
    return found == table.end() ? none : found->second;
}

// The first rate of `day` or later.
Series::const_iterator from_day(const Series& series, Date day) {
    return std::lower_bound(series.begin(), series.end(), day,
                            [](const DayRate& rate, Date wanted) { return rate.day < wanted; });
}

std::optional<Decimal> on_day(const Series& series, Date day) {
    const auto found = from_day(series, day);
    if (found == series.end() || found->day != day) return std::nullopt;
    return found->per_euro;
}

// One side of a conversion.
struct Leg {
    std::string_view currency;
    const FixedRate* fixed;  // null unless it has joined the euro by the day asked for
    const Series* extra;
    const Series* built_in;

    bool is_euro() const { return currency == "EUR"; }
    bool is_market() const { return !is_euro() && fixed == nullptr; }
    std::optional<Decimal> per_euro(Date day) const {
        if (is_euro()) return Decimal(1);
        if (fixed != nullptr) return fixed->per_euro;
        const auto added = on_day(*extra, day);
        return added ? added : on_day(*built_in, day);
    }
    // The nearest day with a rate before `day`, and from it on.
    std::optional<Date> last_before(Date day) const;
    std::optional<Date> first_from(Date day) const;
};

std::optional<Date> Leg::last_before(Date day) const {
    std::optional<Date> last;
    for (const Series* series : {extra, built_in}) {
        const auto found = from_day(*series, day);
        if (found != series->begin())
            last = std::max(last.value_or(std::prev(found)->day), std::prev(found)->day);
    }
    return last;
}

std::optional<Date> Leg::first_from(Date day) const {
    std::optional<Date> first;
    for (const Series* series : {extra, built_in}) {
        const auto found = from_day(*series, day);
        if (found != series->end()) first = std::min(first.value_or(found->day), found->day);
    }
    return first;
}

Leg make_leg(std::string_view currency, Date day, const RateTable& extra) {
    const FixedRate* fixed = fixed_rate(currency);
    if (fixed != nullptr && day < fixed->since) fixed = nullptr;
    static const Series none;
    // Fixed and euro legs need no market rates: leave the built-in ones undecoded.
    const bool market = fixed == nullptr && currency != "EUR";
    return {currency, fixed, market ? &series_of(extra, currency) : &none,
            market ? &series_of(built_in_rates(), currency) : &none};
}

Problem no_rate(std::string message, std::string advice = "") {
    return Problem{std::move(message), std::move(advice), "", 0, {}};
}

// Why the leg has no rate on `day` or shortly before; none where it has one.
std::optional<Problem> why_not(const Leg& leg, Date day) {
    if (!leg.is_market()) return std::nullopt;
    const auto before = leg.last_before(add_days(day, 1));
    const auto after = leg.first_from(add_days(day, 1));
    const FixedRate* joined = fixed_rate(leg.currency);
    if (!before && !after && joined != nullptr)
        return no_rate(fmt::format("no reference rate of {} is known before it joined the euro on {}",
                                   leg.currency, iso(joined->since)));
    if (!before && !after)
        return no_rate(fmt::format("no reference rates of {} are known", leg.currency),
                       "'figbook rates list' names the currencies");
    if (!before)
        return no_rate(fmt::format("the reference rates of {} begin on {}, after {}", leg.currency,
                                   iso(*after), iso(day)));
    if (days_between(*before, day) <= max_days_back) return std::nullopt;
    if (after)
        return no_rate(fmt::format(
            "no reference rate of {} on {} or in the {} days before: there is none between {} and {}",
            leg.currency, iso(day), max_days_back, iso(*before), iso(*after)));
    // A currency that the bank has stopped quoting: newer figures would not help.
    if (days_between(*before, newest_of(built_in_rates())) > max_days_back)
        return no_rate(fmt::format("no reference rate of {} on {}: the {} has published none since {}",
                                   leg.currency, iso(day), publisher, iso(*before)));
    return no_rate(fmt::format("no reference rate of {} on {}: the known ones end on {}", leg.currency,
                               iso(day), iso(*before)),
                   "'figbook rates import FILE' adds newer ones of the European Central Bank");
}

std::string fixed_words(const Leg& leg) {
    return fmt::format("{} {} to the euro", leg.fixed->per_euro.to_string(), leg.currency);
}

// One side of a rate, and where its figure is from if it is not built in.
struct Origin {
    const Leg& leg;
    std::string words;
};

std::string source_of(const Origin& from_origin, const Origin& to_origin, Date day) {
    const Leg& from = from_origin.leg;
    const Leg& to = to_origin.leg;
    const bool crossed = from.is_market() && to.is_market();
    std::string text;
    if (crossed)
        text = fmt::format("{} euro reference rates of {}, crossed through the euro", publisher, iso(day));
    else if (from.is_market() || to.is_market())
        text = fmt::format("{} euro reference rate of {}", publisher, iso(day));
    for (const Origin* origin : {&from_origin, &to_origin}) {
        if (!origin->leg.is_market() || origin->words.empty()) continue;
        text += crossed ? fmt::format(", {} {}", origin->leg.currency, origin->words) : ", " + origin->words;
    }
    for (const Leg* leg : {&from, &to}) {
        if (leg->fixed == nullptr) continue;
        text += (text.empty() ? "" : " and ") + fmt::format("fixed conversion rate {}", fixed_words(*leg));
    }
    return text;
}

// Whether the quotient that cross() gives was not rounded.
bool is_exact_cross(const Leg& from, const Leg& to, Date day, const Decimal& rate) {
    const auto from_rate = from.per_euro(day);
    return from_rate && rate * *from_rate == to.per_euro(day);
}

std::optional<Decimal> cross(const Leg& from, const Leg& to, Date day) {
    const auto from_rate = from.per_euro(day);
    const auto to_rate = to.per_euro(day);
    if (!from_rate || !to_rate) return std::nullopt;
    if (from.is_euro()) return to_rate;
    return Decimal::divide(*to_rate, *from_rate, cross_digits);
}

}  // namespace

RateBook::RateBook(const std::vector<EuroRate>& extra) {
    std::map<std::string, std::map<Date, Decimal>, std::less<>> sorted;
    for (const EuroRate& rate : extra) sorted[rate.currency].insert_or_assign(rate.day, rate.per_euro);
    for (const EuroRate& rate : extra) {
        std::string_view source = rate.source;
        if (source.starts_with(publisher)) source.remove_prefix(publisher.size());
        if (source.starts_with(", ")) source.remove_prefix(2);
        if (!source.empty()) origins_.insert_or_assign({rate.currency, rate.day}, std::string(source));
    }
    for (const auto& [currency, days] : sorted)
        for (const auto& [day, per_euro] : days) extra_[currency].push_back({day, per_euro});
}

Result<ReferenceRate> RateBook::rate_on(std::string_view from, std::string_view to, Date day) const {
    for (const std::string_view code : {from, to})
        if (!is_currency_code(code))
            return no_rate(fmt::format("'{}' is not a currency code", shown(code)),
                           "a code has three letters, such as EUR or USD");
    if (from == to) return ReferenceRate{Decimal(1), day, "the same currency"};
    const Leg from_leg = make_leg(from, day, extra_);
    const Leg to_leg = make_leg(to, day, extra_);
    for (const Leg* leg : {&from_leg, &to_leg})
        if (const auto problem = why_not(*leg, day)) return *problem;
    const bool market = from_leg.is_market() || to_leg.is_market();
    for (int back = 0; back <= (market ? max_days_back : 0); ++back) {
        const Date tried = add_days(day, -back);
        if (const auto rate = cross(from_leg, to_leg, tried))
            return ReferenceRate{
                *rate, tried,
                source_of({from_leg, origin_of(from, tried)}, {to_leg, origin_of(to, tried)}, tried),
                is_exact_cross(from_leg, to_leg, tried, *rate)};
    }
    return no_rate(fmt::format("{} and {} have no reference rates of one day on {} or in the {} days before",
                               from, to, iso(day), max_days_back));
}

std::vector<DayRate> RateBook::rates_between(std::string_view from, std::string_view to, Date first,
                                             Date last) const {
    std::vector<DayRate> rates;
    if (from == to || !is_currency_code(from) || !is_currency_code(to)) return rates;
    const Date begin = std::max(first, euro_began);
    const Date end = std::min(last, newest_day());
    // A currency is looked up once, and again on the day on which it joins the euro.
    const FixedRate* const from_joins = fixed_rate(from);
    const FixedRate* const to_joins = fixed_rate(to);
    std::optional<Leg> from_leg, to_leg;
    for (Date day = begin; day <= end; day = add_days(day, 1)) {
        const auto is_new = [&](const FixedRate* joins) { return joins != nullptr && joins->since == day; };
        if (!from_leg || is_new(from_joins)) from_leg = make_leg(from, day, extra_);
        if (!to_leg || is_new(to_joins)) to_leg = make_leg(to, day, extra_);
        if (const auto rate = cross(*from_leg, *to_leg, day)) rates.push_back({day, *rate});
    }
    return rates;
}

std::string rate_words(const ReferenceRate& rate, std::string_view from, std::string_view to, Date asked) {
    std::string text = fmt::format("1 {} {} {} {} on {}", from, rate.is_exact ? "=" : "is about",
                                   rate.rate.to_string(), to, iso(asked));
    if (rate.day != asked)
        text += fmt::format(", at the rate of the last business day before, {}", iso(rate.day));
    return text + "\n" + rate.source + "\n";
}

std::optional<Decimal> RateBook::per_euro(std::string_view currency, Date day) const {
    const auto added = on_day(series_of(extra_, currency), day);
    return added ? added : on_day(series_of(built_in_rates(), currency), day);
}

std::string RateBook::origin_of(std::string_view currency, Date day) const {
    const auto found = origins_.find({std::string(currency), day});
    return found == origins_.end() ? "" : found->second;
}

Date RateBook::newest_day() const {
    return std::max(newest_of(built_in_rates()), newest_of(extra_));
}

std::vector<Coverage> RateBook::coverage() const {
    std::map<std::string, Coverage> found;
    std::map<std::string, std::vector<Date>> days;
    for (const RateTable* table : {&built_in_rates(), &extra_})
        for (const auto& [currency, series] : *table)
            for (const DayRate& rate : series) days[currency].push_back(rate.day);
    for (auto& [currency, dates] : days) {
        std::sort(dates.begin(), dates.end());
        dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
        found[currency] = {currency, dates.front(), dates.back(), dates.size(), std::nullopt, std::nullopt};
    }
    for (const FixedRate& fixed : fixed_rates()) {
        Coverage& coverage = found[fixed.currency];
        coverage.currency = fixed.currency;
        coverage.fixed = fixed.per_euro;
        coverage.fixed_since = fixed.since;
    }
    std::vector<Coverage> list;
    list.reserve(found.size());
    for (auto& [currency, coverage] : found) list.push_back(std::move(coverage));
    return list;
}

}  // namespace figbook
