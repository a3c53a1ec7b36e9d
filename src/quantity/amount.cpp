#include "quantity/amount.hpp"

#include <algorithm>

#include "quantity/bounds.hpp"
#include "quantity/counted.hpp"
#include "quantity/currency_letter.hpp"
#include "quantity/magnitude_letter.hpp"
#include "quantity/temperature_scale.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

// "500m" with nothing counted behind it is metres; "5m people" are millions.
void settle_abbreviation(const SentenceWalk& walk, Amount& amount, std::size_t at) {
    const auto plain = parse_number(walk.document, at, walk.sentence.end, {false, true});
    if (!plain) return;
    auto unit = read_unit(walk.document, walk.sentence, plain->end, *plain);
    if (!unit || (unit->kind == Kind::measure && is_magnitude_letter(walk, amount.number, *plain))) return;
    amount.number = *plain;
    amount.unit = std::move(unit);
}

// "4,000-odd crore", "50-plus million": the magnitude stands behind the bound.
void settle_bound(const SentenceWalk& walk, Amount& amount) {
    const std::size_t end = amount.number.end;
    if (amount.number.power || !walk.has(end) || !walk.words.bounds_after.can_start(walk.token(end).word))
        return;
    const std::size_t behind = behind_bound(walk, end);
    if (behind == end || !walk.is(behind, WordClass::magnitude)) return;
    const auto match = walk.words.magnitudes.match(walk.document.tokens, behind, walk.sentence.end);
    if (!match || match.meaning->abbreviation) return;
    const auto raised = with_power(amount.number, match.meaning->power);
    if (!raised) return;
    amount.number = *raised;
    amount.number.end = behind + match.length;
    amount.bound_at = end;
}

// "$150 million Australian dollars": the name behind says which; any other unit behind is not this number's.
void settle_prefix(Amount& amount) {
    if (amount.unit->currency && amount.prefix->currency.code.empty() &&
        amount.unit->currency->group == amount.prefix->currency.group && !amount.unit->currency->minor) {
        amount.prefix->currency = *amount.unit->currency;
        return;
    }
    amount.unit.reset();
}

// "30 MUSD", "75 USD million": the magnitude that is written with the currency.
void settle_magnitude(Amount& amount) {
    const int power = amount.unit ? amount.unit->power : amount.prefix ? amount.prefix->power : 0;
    if (power == 0 || amount.number.power) return;
    if (const auto raised = with_power(amount.number, power)) amount.number = *raised;
}

void apply_currency(const SentenceWalk& walk, Quantity& quantity, const CurrencyName& currency) {
    quantity.kind = Kind::money;
    if (currency.code.empty()) {
        const CurrencyChoice choice = walk.evidence.choose(currency.group, walk.sentence, quantity.core);
        quantity.unit = choice.code;
        quantity.unit_assumed = choice.assumed;
        const CurrencyGroup* group = walk.words.group(currency.group);
        if (group && group->open) quantity.open_group = currency.group;
    } else {
        quantity.unit = currency.code;
    }
    if (!currency.minor) return;
    // Exact: a hundredth or thousandth only moves the decimal point.
    const int power = -currency.minor_digits;
    quantity.value = quantity.value.scaled(power).value_or(quantity.value);
    quantity.resolution = quantity.resolution.scaled(power).value_or(quantity.resolution);
    if (quantity.high) quantity.high = quantity.high->scaled(power);
}

// The "Qr7" of "t.co/daC7Qr7ZhZ": letters glued to what stands before them, and to what stands behind the digits.
bool is_inside_code(const SentenceWalk& walk, std::size_t prefix, std::size_t number) {
    if (prefix == walk.sentence.begin || !walk.token(prefix).is_word() || !walk.glued(prefix)) return false;
    const bool before =
        walk.token(prefix - 1).is_word() || walk.token(prefix - 1).is_number() || walk.is(prefix - 1, "/");
    const std::size_t next = number + 1;
    const bool behind = walk.has(next) && walk.glued(next) && walk.token(next).is_word() &&
                        !walk.words.magnitudes.match(walk.document.tokens, next, walk.sentence.end);
    return before && behind;
}

}  // namespace

namespace {

// Can the token be the sign or the letters of a currency before a number? Asked first, since few are.
bool may_be_prefix(const SentenceWalk& walk, std::size_t i) {
    static constexpr WordClasses letters{WordClass::common_code, WordClass::currency_letter};
    if (!walk.has(i) || walk.is_number(i)) return false;
    const Token& token = walk.token(i);
    return token.is_all_capitals() || walk.words.currencies.can_start(token.word) ||
           walk.words.classes[token.word].has_any(letters);
}

// Where an amount begins, and what was read of it before its unit.
struct ReadNumber {
    std::size_t begin;
    std::optional<PrefixRead> prefix;
    bool minus;      // before the prefix
    std::size_t at;  // where the number begins
    std::optional<Number> number;
};

// It with its unit. Apart, so that the amount is made where the caller wants it.
std::optional<Amount> amount_of(const SentenceWalk& walk, const ReadNumber& read, bool money) {
    std::optional<Amount> found(std::in_place);
    Amount& amount = *found;
    amount.begin = read.begin;
    amount.prefix = read.prefix;
    amount.number = *read.number;
    settle_bound(walk, amount);
    if (read.minus && amount.prefix) amount.number.value = amount.number.value.negated();
    amount.unit = read_unit(walk.document, walk.sentence, amount.number.end, amount.number);
    if (read.number->abbreviated && !money && !amount.unit) settle_abbreviation(walk, amount, read.at);
    if (amount.prefix && amount.unit) settle_prefix(amount);
    settle_magnitude(amount);
    amount.end = amount.unit ? amount.unit->end : amount.number.end;
    return found;
}

}  // namespace

std::optional<Amount> read_amount(const SentenceWalk& walk, std::size_t i, bool shares_currency) {
    // "-$5 million", "minus €67": the sign stands before the currency.
    const bool digits = walk.is_number(i);  // which have no sign before them
    const bool sign = !digits && walk.is_any(i, {"-", "−"}) && walk.glued(i + 1) &&
                      !walk.token(i + 1).is_number() &&
                      (i == walk.sentence.begin || walk.token(i).space_before());
    const bool word = !digits && walk.is(i, "minus") &&
                      !(i > walk.sentence.begin && walk.is(i - 1, "or"));  // "plus or minus $200 million"
    const bool minus = sign || word;
    const std::size_t sign_at = minus ? i + 1 : i;
    ReadNumber read{i, std::nullopt, minus, i, std::nullopt};
    if (may_be_prefix(walk, sign_at)) read.prefix = read_prefix(walk, sign_at);
    if (read.prefix) {
        read.at = read.prefix->end;
        const bool next_line = walk.has(read.at) && walk.token(read.at).starts_line();
        if (next_line || is_inside_code(walk, sign_at, read.at)) return std::nullopt;
    }
    const bool money = read.prefix || shares_currency;
    read.number = parse_number(walk.document, read.at, walk.sentence.end, {money, false});
    if (!read.number) return std::nullopt;
    return amount_of(walk, read, money);
}

void apply_unit(const SentenceWalk& walk, Quantity& quantity, const UnitRead& unit) {
    quantity.kind = unit.kind;
    quantity.unit = unit.unit;
    quantity.adjective = unit.adjective;
    if (unit.currency) {
        apply_currency(walk, quantity, *unit.currency);
        quantity.rule = unit.currency->minor ? "money.minor" : "money.name";
    } else if (quantity.rule.empty() || unit.kind != Kind::measure) {
        quantity.rule = unit.kind == Kind::percent  ? "percent"
                        : unit.kind == Kind::points ? "points"
                                                    : "measure.unit";
    }
    static const Decimal hottest(57);  // Celsius, in which nobody tells a weather that is hotter
    if (unit.unit == "deg" && !unit.adjective)
        if (const auto scale = scale_of_degrees(walk, quantity.core, unit.end, quantity.value > hottest);
            !scale.empty())
            quantity.unit = scale;
}

void apply(const SentenceWalk& walk, Quantity& quantity, const Amount& amount) {
    const Number& number = amount.number;
    note(walk.trace, {quantity.core, Field::number, "number", number.begin, number.end});
    if (amount.bound_at != 0) take_bound(walk, quantity, amount.bound_at);
    if (amount.prefix) {
        apply_currency(walk, quantity, amount.prefix->currency);
        quantity.rule = "money.prefix";
        note(walk.trace, {quantity.core, Field::unit, quantity.rule, amount.begin, amount.prefix->end});
    } else if (amount.unit) {
        apply_unit(walk, quantity, *amount.unit);
        note(walk.trace, {quantity.core, Field::unit, quantity.rule, number.end, amount.unit->end});
    }
}

namespace {

// Money, or what is measured and is no span of time.
bool may_be_rate(const Quantity& quantity) {
    return quantity.kind == Kind::money || (quantity.kind == Kind::measure && !is_time_unit(quantity.unit));
}

// "70,000 naira ($44) a month", "by 5cm [2in] a year": what stands behind the bracket holds for both.
void read_denominator_of_both(const SentenceWalk& walk, Quantity& quantity) {
    if (walk.found.empty() || !walk.is_any(quantity.end, {")", "]"}) || !may_be_rate(quantity)) return;
    Quantity& before = walk.found.back();
    const bool in_brackets = quantity.begin > walk.sentence.begin &&
                             walk.is_any(quantity.begin - 1, {"(", "["}) && before.end + 1 == quantity.begin;
    if (!in_brackets || before.kind != quantity.kind || !before.per.empty() || !may_be_rate(before)) return;
    const auto read = read_per(walk.document, walk.sentence, quantity.end + 1);
    if (!read) return;
    quantity.per = before.per = read->code;
    for (const std::size_t core : {before.core, quantity.core})
        note(walk.trace, {core, Field::per, "per.behind", quantity.end + 1, read->end});
}

// "2 million bpd": as "2 million barrels a day".
void split_daily_unit(const SentenceWalk& walk, Quantity& quantity) {
    constexpr std::string_view daily = "/d";
    if (quantity.kind != Kind::measure || !quantity.unit.ends_with(daily)) return;
    quantity.unit.remove_suffix(daily.size());
    quantity.per = "day";
    note(walk.trace, {quantity.core, Field::per, "per.in_unit", quantity.end - 1, quantity.end});
}

// "9 litres of wine | per capita", "12 kg of meat | a head": where the denominator may stand behind what it is of.
std::size_t behind_stuff(const SentenceWalk& walk, std::size_t of) {
    constexpr std::size_t longest = 2;  // words
    if (!walk.is(of, "of")) return of;
    std::size_t i = of + 1;
    for (; walk.has(i) && i <= of + longest; ++i) {
        if (!walk.token(i).is_word() || walk.is(i, WordClass::preposition) ||
            walk.is(i, WordClass::determiner))
            break;
    }
    return i > of + 1 && walk.is_any(i, {"per", "a", "an", "every", "each"}) ? i : of;
}

// "10 million pieces of plastic | a day"; not "two cases of flu a week later".
bool is_rate_behind_stuff(const SentenceWalk& walk, std::size_t a) {
    return walk.is_any(a, {"a", "an", "every", "each"}) && walk.is(a + 1, WordClass::time_unit) &&
           !walk.is_any(a + 2, {"ago", "later", "earlier", "before", "after", "on"});
}

}  // namespace

namespace {

bool closes_rate(const SentenceWalk& walk, std::size_t i) {
    return !walk.has(i) || walk.token(i).kind == TokenKind::mark || walk.is(i, WordClass::preposition) ||
           walk.is(i, WordClass::conjunction);
}

// Behind the "every" of "[are] abducted by strangers every year", at the "daily" of "[are] made daily"; 0 where neither ends what
// is done.
std::size_t end_of_deed(const SentenceWalk& walk, std::size_t deed) {
    constexpr std::size_t longest = 7;
    for (std::size_t i = deed + 1; walk.has(i) && i < deed + longest; ++i) {
        if (!walk.token(i).is_word()) return 0;
        const bool every = walk.is_any(i, {"every", "each", "per"}) && walk.is(i + 1, WordClass::time_unit);
        if (!every && !walk.is(i, WordClass::rate_alone)) continue;
        const std::size_t time = every ? i + 1 : i;
        return closes_rate(walk, time + 1) ? time : 0;
    }
    return 0;
}

// Behind the "per" of "[$200 million] in annual revenue per year"; 0 where none follows.
std::size_t behind_noun_in(const SentenceWalk& walk, std::size_t in) {
    constexpr std::size_t longest = 3;
    for (std::size_t i = in + 1; walk.has(i) && i <= in + longest + 1; ++i) {
        if (walk.is(i, "per")) return i > in + 1 ? i + 1 : 0;
        if (!walk.token(i).is_word() || walk.is(i, WordClass::preposition)) return 0;
    }
    return 0;
}

// Behind the "every" of "[14,000 people] contract the disease every day", "[£70m] to schools each year"; 0 where no such ends
// what is told.
std::size_t behind_every(const SentenceWalk& walk, std::size_t at) {
    constexpr std::size_t longest = 8;
    for (std::size_t i = at; walk.has(i) && i < at + longest; ++i) {
        if (!walk.token(i).is_word()) return 0;
        if (walk.is_any(i, {"every", "each"}))
            return walk.is(i + 1, WordClass::time_unit) && closes_rate(walk, i + 2) ? i + 1 : 0;
        if (walk.is(i, WordClass::relative) || walk.is(i, WordClass::conjunction)) return 0;
    }
    return 0;
}

// "Every year, | 4,000 people die": at the "year"; of the first figure alone.
std::size_t rate_in_front(const SentenceWalk& walk, const Quantity& quantity) {
    constexpr std::size_t furthest = 10;
    const std::size_t first = walk.sentence.begin;
    if (!walk.found.empty() || !walk.is_any(first, {"every", "each"}) ||
        !walk.is(first + 1, WordClass::time_unit) || quantity.begin > first + furthest)
        return 0;
    const std::size_t next = first + 2;
    const bool closes = walk.is(next, ",") || next == quantity.begin ||
                        walk.is(next, WordClass::determiner) || walk.is(next, WordClass::pronoun);
    for (std::size_t i = next + 1; i < quantity.begin; ++i)
        if (!walk.token(i).is_word()) return 0;
    return closes ? first + 1 : 0;
}

// "$2 for a litre of petrol", "£3 for a pint of milk": a price for so much of a stuff. Not "£300 for a week of talks".
std::optional<PerRead> read_price_for(const SentenceWalk& walk, const Quantity& quantity, std::size_t at) {
    if (quantity.kind != Kind::money || quantity.has_magnitude || !walk.is(at, "for")) return std::nullopt;
    const bool each = walk.is_any(at + 1, {"each", "every"});
    if (!each && !walk.is_any(at + 1, {"a", "an"})) return std::nullopt;
    const auto read = read_per(walk.document, walk.sentence, at + 1);
    if (each)
        return walk.is_any(at + 2, {"pound", "dollar"}) ? std::nullopt
                                                        : read;  // "$132 for each megawatt-hour"
    if (!read || !walk.is(read->end, "of") || walk.is(at + 2, WordClass::time_unit)) return std::nullopt;
    const bool of_stuff = walk.words.units_by_code.contains(read->code) || read->code == "barrel" ||
                          read->code == "pint" || read->code == "bottle" || read->code == "bushel";
    return of_stuff ? read : std::nullopt;
}

// "26,000 workers retired per month": behind what they did; "$2.53 in per-share earnings": before what is so told.
void read_denominator_apart(const SentenceWalk& walk, Quantity& quantity, std::size_t at) {
    const bool did = quantity.kind == Kind::count && walk.has(at) && walk.is(at + 1, "per") &&
                     walk.is(at + 2, WordClass::time_unit) && walk.document.word(at).ends_with("ed");
    const bool compound = quantity.kind == Kind::money && walk.is(at, "in") && walk.is(at + 1, "per") &&
                          walk.is(at + 2, "-") && walk.glued(at + 2);
    // "47 children are killed every year", "£25bn is laundered each year"
    const bool done = quantity.kind == Kind::count || quantity.kind == Kind::money;
    std::size_t how_often = done && walk.is(at, WordClass::copula) ? end_of_deed(walk, at + 1) : 0;
    if (how_often == 0 && done) how_often = behind_every(walk, at);
    if (how_often == 0 && done) how_often = rate_in_front(walk, quantity);
    // "$200 million in revenue per year"
    const std::size_t in_what =
        quantity.kind == Kind::money && walk.is(at, "in") && !compound ? behind_noun_in(walk, at) : 0;
    if (!did && !compound && how_often == 0 && in_what == 0) return;
    const std::size_t noun = compound ? at + 3 : how_often > 0 ? how_often : in_what > 0 ? in_what : at + 2;
    const auto match = walk.words.per.match(walk.document.tokens, noun, walk.sentence.end);
    if (!match) return;
    quantity.per = *match.meaning;
    if (noun < quantity.begin)
        note(walk.trace, {quantity.core, Field::per, "per.before", noun - 1, noun + match.length});
    else
        note(walk.trace, {quantity.core, Field::per, "per.behind", at + 1, noun + match.length});
}

// "charged £100 a certificate and", "$9 a pitch.": any noun right behind a price, where its phrase ends there.
bool read_price_of_each(const SentenceWalk& walk, Quantity& quantity, std::size_t at) {
    if (quantity.kind != Kind::money || quantity.has_magnitude || quantity.high) return false;
    // "£100-a-spin machines"
    if (walk.is(at, "-") && walk.glued(at) && walk.is_any(at + 1, {"a", "an"}) && walk.is(at + 2, "-") &&
        walk.glued(at + 2) && walk.has(at + 3) && walk.token(at + 3).is_word()) {
        quantity.per = walk.document.lower_text_of(at + 3, at + 4);
        note(walk.trace, {quantity.core, Field::per, "per.behind", at, at + 4});
        return true;
    }
    const std::size_t noun = at + 1;
    if (!walk.is_any(at, {"a", "an"}) || !walk.has(noun) || !walk.token(noun).is_word() ||
        walk.token(noun).is_capitalised() || looks_adjective(walk.document, noun) ||
        looks_plural(walk.document, noun))
        return false;
    static constexpr WordClasses others{WordClass::determiner, WordClass::preposition, WordClass::number,
                                        WordClass::time_unit,  WordClass::verb,        WordClass::pronoun};
    if (walk.words.classes[walk.token(noun).word].has_any(others) ||
        walk.is_any(noun, {"lot", "bit", "few", "little", "fine", "total", "time", "while", "result"}))
        return false;
    const std::size_t end = noun + 1;
    const bool closes = !walk.has(end) || walk.is_any(end, {".", ",", ";", ")"}) ||
                        walk.is(end, WordClass::conjunction) ||
                        walk.is_any(end, {"in", "for", "from", "to", "at", "on", "by"});
    if (!closes) return false;
    quantity.per = walk.document.lower_text_of(noun, end);
    note(walk.trace, {quantity.core, Field::per, "per.behind", at, end});
    return true;
}

}  // namespace

void read_denominator(const SentenceWalk& walk, Quantity& quantity) {
    if (quantity.kind == Kind::ratio) return;
    split_daily_unit(walk, quantity);
    read_denominator_of_both(walk, quantity);
    // "15 million a day", "600 a day" may yet borrow their unit.
    if (quantity.kind == Kind::number && !quantity.has_magnitude &&
        !walk.is(quantity.end + 1, WordClass::time_unit))
        return;
    std::size_t at = quantity.end;
    if (quantity.kind == Kind::count) {
        at = quantity.noun_end == 0 ? quantity.end : quantity.phrase_end();
    }
    // "rose 0.3% monthly" says how often it is told.
    const bool told = quantity.kind != Kind::money && walk.is(at, WordClass::rate_alone) &&
                      !walk.is_any(at, {"annually", "yearly"});
    const bool of_things = quantity.kind == Kind::count || quantity.kind == Kind::measure;
    if (told && !(of_things && closes_rate(walk, at + 1))) return;
    // "€555 more a month"
    if (quantity.kind == Kind::money && walk.is_any(at, {"more", "less", "extra"}) &&
        walk.is(at + 2, WordClass::time_unit))
        ++at;
    if (const std::size_t behind = behind_stuff(walk, at);
        quantity.kind != Kind::count || walk.is(behind, "per") || is_rate_behind_stuff(walk, behind))
        at = behind;
    if (const auto read = read_per(walk.document, walk.sentence, at)) {
        quantity.per = read->code;
        note(walk.trace, {quantity.core, Field::per, "per.behind", at, read->end});
    } else if (const auto price = read_price_for(walk, quantity, at)) {
        quantity.per = price->code;
        note(walk.trace, {quantity.core, Field::per, "per.behind", at, price->end});
    } else if (!read_price_of_each(walk, quantity, at)) {
        read_denominator_apart(walk, quantity, at);
    }
}

}  // namespace figbook
