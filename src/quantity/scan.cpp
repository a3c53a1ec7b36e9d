// The walk over a sentence: at each token, is there a figure, and how far does it reach?
#include <algorithm>

#include "base/utf8.hpp"
#include "quantity/counted.hpp"
#include "quantity/links.hpp"
#include "quantity/not_a_figure.hpp"
#include "quantity/quantity.hpp"
#include "quantity/unit.hpp"

namespace figbook {
namespace {

// A number with its currency or unit, before bounds and ranges.
struct Amount {
    std::size_t begin = 0;
    std::size_t end = 0;
    Number number;
    std::optional<PrefixRead> prefix;
    std::optional<UnitRead> unit;
    bool has_unit() const { return prefix || unit; }
};

class Scan {
 public:
    Scan(const Document& document, const CurrencyEvidence& evidence, const Sentence& sentence)
        : document_(document), words_(vocabulary()), evidence_(evidence), sentence_(sentence) {}

    std::vector<Quantity> run() {
        for (std::size_t i = sentence_.begin; i < sentence_.end;) {
            const std::size_t next = step(i);
            i = std::max(next, i + 1);
        }
        link_quantities(document_, sentence_, found_);
        return std::move(found_);
    }

 private:
    const Token& token(std::size_t i) const { return document_.tokens[i]; }
    bool has(std::size_t i) const { return i < sentence_.end; }
    bool is(std::size_t i, std::string_view word) const { return has(i) && document_.reads(i, word); }
    bool is(std::size_t i, WordClass wanted) const { return has(i) && words_.is(token(i).word, wanted); }
    bool glued(std::size_t i) const { return has(i) && !token(i).space_before(); }
    std::size_t last_end() const { return found_.empty() ? sentence_.begin : found_.back().end; }

    bool can_start(std::size_t i) const {
        const Token& each = token(i);
        return each.is_number() || each.word != unknown_word || each.is_all_capitals();
    }

    // Tries a figure at token i; the token to go on from.
    std::size_t step(std::size_t i) {
        if (!can_start(i)) return i + 1;
        if (const std::size_t end = multiple(i)) return end;
        const auto amount = read_amount(i, false);
        if (!amount) return i + 1;
        if (const std::size_t end = ratio(*amount)) return end;
        return figure(*amount);
    }

    std::optional<Amount> read_amount(std::size_t i, bool shares_currency) const {
        Amount amount;
        amount.begin = i;
        amount.prefix = read_currency_prefix(document_, sentence_, i);
        const std::size_t at = amount.prefix ? amount.prefix->end : i;
        if (amount.prefix && has(at) && token(at).starts_line()) return std::nullopt;
        const bool money = amount.prefix || shares_currency;
        auto number = parse_number(document_, at, sentence_.end, {money, false});
        if (!number) return std::nullopt;
        amount.number = *number;
        amount.unit = read_unit(document_, sentence_, number->end, *number);
        if (number->abbreviated && !money && !amount.unit) settle_abbreviation(amount, at);
        if (amount.prefix && amount.unit) settle_prefix(amount);
        amount.end = amount.unit ? amount.unit->end : amount.number.end;
        return amount;
    }

    // "500m" with nothing counted behind it is metres; "5m people" are millions.
    void settle_abbreviation(Amount& amount, std::size_t at) const {
        const auto plain = parse_number(document_, at, sentence_.end, {false, true});
        if (!plain) return;
        auto unit = read_unit(document_, sentence_, plain->end, *plain);
        if (!unit || counts_behind(amount.number.end)) return;
        amount.number = *plain;
        amount.unit = std::move(unit);
    }

    // "35m of its devices", "2.7m combined sales", "5m people": what follows is counted, so the letter is a magnitude.
    bool counts_behind(std::size_t i) const {
        if (counted_noun(document_, sentence_, i, false) || is(i, "of")) return true;
        return has(i) && token(i).is_word() && !token(i).starts_line() && !is(i, WordClass::preposition) &&
               !is(i, WordClass::conjunction) && !is(i, WordClass::auxiliary) && !is(i, WordClass::verb) &&
               !is(i, "long") && !is(i, "tall") && !is(i, "high") && !is(i, "wide") && !is(i, "deep") &&
               !is(i, "away") && !is(i, "sprint") && !is(i, "race") && !is(i, "freestyle") &&
               !is(i, "hurdles") && is(i, WordClass::adjective);
    }

    // "$150 million Australian dollars": the name behind says which; any other unit behind is not this number's.
    static void settle_prefix(Amount& amount) {
        if (amount.unit->currency && amount.prefix->currency.code.empty() &&
            amount.unit->currency->group == amount.prefix->currency.group && !amount.unit->currency->minor) {
            amount.prefix->currency = *amount.unit->currency;
            return;
        }
        amount.unit.reset();
    }

    // "doubled", "threefold", "2.5 times", "twice as many".
    std::size_t multiple(std::size_t i) {
        const auto word = words_.multiples.match(document_.tokens, i, sentence_.end);
        if (word && multiple_word_fits(i, word.length)) {
            Quantity quantity = start(i, i + word.length, "multiple.word");
            quantity.kind = Kind::multiple;
            quantity.value = word.meaning->value;
            quantity.resolution = Decimal();
            quantity.direction = word.meaning->direction == "increase"   ? Change::increase
                                 : word.meaning->direction == "decrease" ? Change::decrease
                                                                         : Change::none;
            return finish(quantity);
        }
        if (!token(i).is_number() && !is(i, WordClass::number)) return 0;
        const auto number = parse_number(document_, i, sentence_.end, {});
        if (!number || number->is_fraction) return 0;
        std::size_t at = number->end;
        if (is(at, "-") && glued(at) && glued(at + 1)) ++at;
        const bool times = is(at, "times") && !is(number->end, "-");
        const bool fold = is(at, "fold");
        const bool x = is(at, "x") && glued(at) && !is(at + 1, WordClass::number);
        if (!times && !fold && !x) return 0;
        if (times && !compares(at + 1)) return 0;
        Quantity quantity = start(i, at + 1, "multiple.times");
        quantity.kind = Kind::multiple;
        quantity.value = number->value;
        quantity.resolution = number->resolution;
        return finish(quantity);
    }

    // "three times the estimate", not "he was fined three times" or "three times a week".
    bool compares(std::size_t i) const {
        if (!has(i)) return false;
        for (const std::string_view word :
             {"as",     "the",     "more",           "what",     "its",      "their",   "his",
              "her",    "our",     "higher",         "larger",   "bigger",   "greater", "faster",
              "over",   "that",    "those",          "lower",    "less",     "longer",  "smaller",
              "last",   "average", "earnings",       "likelier", "stronger", "worse",   "better",
              "annual", "richer",  "oversubscribed", "heavier",  "cheaper",  "above",   "deadlier"})
            if (is(i, word)) return true;
        return is(i, WordClass::change_comparative);
    }

    bool multiple_word_fits(std::size_t i, std::size_t length) const {
        const std::string_view word = document_.word(i);
        if (word == "twice" || word == "thrice") return compares(i + length) || is(i + length, "that");
        const bool bare_form = word == "double" || word == "triple" || word == "treble" ||
                               word == "quadruple" || word == "quintuple";
        if (!bare_form) return true;
        // "double the number", "to double", "would double"; not "a double room", "double digits".
        if (is(i + length, "-")) return false;
        if (is(i + length, "the") || is(i + length, "its") || is(i + length, "what") ||
            is(i + length, "that") || is(i + length, "their") || is(i + length, "last"))
            return true;
        if (i == sentence_.begin) return false;
        return document_.is(i - 1, "to") || words_.is(token(i - 1).word, WordClass::modal) ||
               document_.is(i - 1, "than") || document_.is(i - 1, "nearly") || document_.is(i - 1, "almost");
    }

    // "one in five", "1-in-20", "three out of ten", "4 of 1,000", "half", "two-thirds".
    std::size_t ratio(const Amount& amount) {
        if (amount.prefix) return 0;
        if (amount.number.is_fraction) return fraction(amount);
        if (amount.has_unit() || amount.number.power) return 0;
        std::size_t at = amount.number.end;
        const bool dash = is(at, "-") && glued(at);
        if (dash) ++at;
        std::size_t middle = 0;
        if (is(at, "in")) middle = 1;
        if (is(at, "out") && is(at + 1, "of")) middle = 2;
        if (is(at, "of")) middle = 1;
        if (is(at, "of") && is(at + 1, "every")) middle = 2;
        if (is(at, "in") && is(at + 1, "every")) middle = 2;
        if (middle == 0) return 0;
        at += middle;
        if (dash && is(at, "-")) ++at;
        const auto whole = parse_number(document_, at, sentence_.end, {});
        if (!whole || whole->is_fraction || whole->value.is_zero() || may_be_year(document_, *whole))
            return 0;
        if (!(amount.number.value < whole->value) || whole->value.exponent() < 0) return 0;
        if (is(amount.number.end, "in") && has(whole->end) && is(whole->end, WordClass::month)) return 0;
        if (!is(amount.number.end, "of") && has(whole->end) && is(whole->end, WordClass::time_unit)) return 0;
        if (read_unit(document_, sentence_, whole->end, *whole)) return 0;
        const auto value = Decimal::divide(amount.number.value, whole->value);
        if (!value) return 0;
        Quantity quantity = start(amount.begin, whole->end, "ratio.of");
        quantity.kind = Kind::ratio;
        quantity.value = *value;
        quantity.resolution = Decimal();
        return finish(quantity);
    }

    std::size_t fraction(const Amount& amount) {
        std::size_t end = amount.number.end;
        // "half an hour", "half a percentage point", "half a mile": the fraction of a unit.
        if (is(end, "a") || is(end, "an")) {
            if (const auto unit = read_unit(document_, sentence_, end + 1, amount.number)) {
                Quantity quantity = start(amount.begin, unit->end, "fraction.unit");
                quantity.value = amount.number.value;
                quantity.resolution = amount.number.value;
                apply_unit(quantity, *unit);
                return finish(quantity);
            }
        }
        if (amount.unit &&
            !amount.unit->is_time) {  // "three-quarters of" is not here: "half percentage point"
            Quantity quantity = start(amount.begin, amount.unit->end, "fraction.unit");
            quantity.value = amount.number.value;
            quantity.resolution = amount.number.value;
            apply_unit(quantity, *amount.unit);
            return finish(quantity);
        }
        if (!fraction_fits(amount)) return amount.number.end;
        Quantity quantity = start(amount.begin, end, "ratio.fraction");
        quantity.kind = Kind::ratio;
        quantity.value = amount.number.value;
        quantity.resolution = Decimal();
        return finish(quantity);
    }

    // A share, not a time of the year or a place in an order: "the first half", "a quarter earlier", "a third man".
    bool fraction_fits(const Amount& amount) const {
        const std::size_t begin = amount.begin;
        const std::size_t end = amount.number.end;
        const std::string last = lower(document_.word(end - 1));
        const bool has_before = begin > sentence_.begin;
        if (has_before) {
            const auto time = words_.times.match(document_.tokens, begin - 1, begin);
            if (time && time.meaning->kind == TimeWordKind::ordinal) return false;
            for (const std::string_view before :
                 {"last", "this", "next", "other", "latter", "opening", "second", "per", "each"})
                if (is(begin - 1, before)) return false;
            if (is(begin - 1, "the") && last == "half") return false;
            if (is(begin - 1, "-") && glued(begin)) return false;
        }
        const bool several = !amount.number.article && begin + 1 < end;  // "two-thirds", "three quarters"
        if (last == "quarters" && !is(end, "of") && !(several && is(begin + 1, "-")))
            return is_by_or_share(begin, end);
        if (last == "half") return half_fits(end);
        if (several) return true;
        if (last.size() > 0 && amount.number.article) return is(end, "of") || is_by_or_share(begin, end);
        return token(begin).kind == TokenKind::mark;  // "½"
    }

    bool half_fits(std::size_t end) const {
        if (is(end, "-")) return false;  // "half-year", "half-time"
        for (const std::string_view after :
             {"year", "time", "brother", "sister", "way", "dozen", "past", "hearted"})
            if (is(end, after)) return false;
        return true;
    }

    // "by a third", "a third more", "a third higher", "a third,": a fraction that measures a change.
    bool is_by_or_share(std::size_t begin, std::size_t end) const {
        if (is(end, WordClass::change_comparative) || is(end, WordClass::change_noun)) return true;
        if (is(end, "the") || is(end, "to") || is(end, "in") || is(end, "as"))
            return begin > sentence_.begin && is(begin - 1, "by");
        const bool by = begin > sentence_.begin &&
                        (is(begin - 1, "by") || is(begin - 1, "up") || is(begin - 1, "down") ||
                         is(begin - 1, WordClass::change_verb) || is(begin - 1, "than") ||
                         is(begin - 1, "about") || is(begin - 1, "nearly") || is(begin - 1, "almost"));
        const bool closes = !has(end) || is(end, ".") || is(end, ",") || is(end, ";");
        return by && (closes || is(end, WordClass::preposition) || is(end, WordClass::conjunction));
    }

    // A number with a unit, a counted noun, or bare. Returns where to go on.
    std::size_t figure(const Amount& amount) {
        if (!why_no_figure(document_, sentence_, amount.number, amount.begin, amount.has_unit()).empty())
            return amount.number.end;
        if (amount.unit && amount.unit->is_time && is_no_duration(amount)) return amount.unit->end;
        Quantity quantity = start(amount.begin, amount.end, "");
        quantity.value = amount.number.value;
        quantity.resolution = amount.number.resolution;
        quantity.has_magnitude = amount.number.power.has_value();
        apply(quantity, amount);
        const std::size_t range_end = range(quantity, amount);
        if (range_end == refused) return amount.number.end;
        if (!amount.has_unit() && quantity.rule.empty()) {
            if (!count(quantity, amount.number)) return amount.number.end;
        }
        per(quantity);
        compound(quantity);
        return finish(quantity);
    }

    // "a five-year plan", "10-year bonds", "24 years old", "the 30 years war".
    bool is_no_duration(const Amount& amount) const {
        if (amount.unit->adjective) return true;
        const std::size_t end = amount.unit->end;
        if (is(end, "old") || (is(end, "of") && is(end + 1, "age"))) return true;
        if (is(end, "-") && glued(end)) return true;
        return amount.number.in_words && amount.number.value == Decimal(1) &&
               !is(end, "and");  // "one day", "one year"
    }

    void apply(Quantity& quantity, const Amount& amount) const {
        if (amount.prefix) {
            apply_currency(quantity, amount.prefix->currency);
            quantity.rule = "money.prefix";
        } else if (amount.unit) {
            apply_unit(quantity, *amount.unit);
        }
    }

    void apply_unit(Quantity& quantity, const UnitRead& unit) const {
        quantity.kind = unit.kind;
        quantity.unit = unit.unit;
        quantity.adjective = unit.adjective;
        if (unit.currency) {
            apply_currency(quantity, *unit.currency);
            quantity.rule = unit.currency->minor ? "money.minor" : "money.name";
        } else if (quantity.rule.empty() || unit.kind != Kind::measure) {
            quantity.rule = unit.kind == Kind::percent  ? "percent"
                            : unit.kind == Kind::points ? "points"
                                                        : "measure.unit";
        }
    }

    void apply_currency(Quantity& quantity, const CurrencyName& currency) const {
        quantity.kind = Kind::money;
        if (currency.code.empty()) {
            const CurrencyChoice choice = evidence_.choose(currency.group);
            quantity.unit = choice.code;
            quantity.unit_assumed = choice.assumed;
        } else {
            quantity.unit = currency.code;
        }
        if (!currency.minor) return;
        // Exact: a hundredth only moves the decimal point.
        quantity.value = quantity.value.scaled(-2).value_or(quantity.value);
        quantity.resolution = quantity.resolution.scaled(-2).value_or(quantity.resolution);
        if (quantity.high) quantity.high = quantity.high->scaled(-2);
    }

    static constexpr std::size_t refused = static_cast<std::size_t>(-1);

    // "5-7%", "$5-$10 billion", "between 9% and 12%", "8,000 to 9,000 people", "two or three". The end of the range, 0
    // for none, `refused` where the two numbers together are no figure.
    std::size_t range(Quantity& quantity, const Amount& first) {
        std::size_t at = first.end;
        if (!has(at + 1)) return 0;
        const bool dash = is(at, "-") || is(at, "–") || is(at, "—");
        const bool to = is(at, "to");
        const bool between = follows_between(quantity.begin) && is(at, "and");
        const bool either = is(at, "or") && !first.has_unit() && first.number.in_words;
        if (!dash && !to && !between && !either) return 0;
        if (dash && token(at).space_before() != token(at + 1).space_before()) return 0;
        if (is(at, "—") && token(at).space_before()) return 0;
        auto second = read_amount(at + 1, first.prefix.has_value());
        if (!second || second->number.is_fraction != first.number.is_fraction) return 0;
        if (second->prefix && !first.prefix) return 0;
        if (second->prefix && first.prefix && second->prefix->currency.group != first.prefix->currency.group)
            return 0;
        if (first.unit && second->has_unit() && !same_unit(first, *second)) return 0;
        Number low = first.number;
        if (second->number.power && !low.power && low.plain < second->number.plain) {
            if (const auto scaled = with_power(low, *second->number.power)) low = *scaled;
        }
        if (to && is_move(quantity.begin, first)) return share_with_next(quantity, first, *second);
        if (!(low.value < second->number.value))
            return dash && !first.has_unit() && !second->has_unit() && token(at).space_before() == false
                       ? refused
                       : 0;
        if (!first.has_unit() && !second->has_unit() && dash && is_year_span(first, *second)) return refused;
        const bool minor = second->unit && second->unit->currency && second->unit->currency->minor;
        quantity.value = low.value;
        quantity.resolution = std::max(low.resolution, second->number.resolution);
        quantity.high = second->number.value;
        quantity.end = second->end;
        quantity.has_magnitude |= second->number.power.has_value();
        if (first.unit && !second->unit && first.unit->currency && first.unit->currency->minor)
            apply_unit(quantity, *first.unit);
        if (second->unit && !first.prefix) apply_unit(quantity, *second->unit);
        if (minor && first.unit && first.unit->currency && first.unit->currency->minor) return quantity.end;
        range_unitless_ = !first.has_unit() && !second->has_unit();
        if (range_unitless_) {
            Number number = second->number;
            if (!why_no_figure(document_, sentence_, number, second->begin, false).empty() && !dash)
                return refused;
            if (!count(quantity, number)) return refused;
        }
        return quantity.end;
    }

    static bool same_unit(const Amount& a, const Amount& b) {
        if (b.prefix || !b.unit) return false;
        if (a.unit->currency.has_value() != b.unit->currency.has_value()) return false;
        if (a.unit->currency) return a.unit->currency->group == b.unit->currency->group;
        return a.unit->unit == b.unit->unit && a.unit->kind == b.unit->kind;
    }

    bool is_year_span(const Amount& a, const Amount& b) const {
        return may_be_year(document_, a.number) &&
               (may_be_year(document_, b.number) || b.number.value < Decimal(100));
    }

    bool follows_between(std::size_t begin) const {
        for (std::size_t back = 1; back <= 3 && begin >= sentence_.begin + back; ++back)
            if (is(begin - back, "between")) return true;
        return false;
    }

    // "rose from 5% to 10%", "fell 12% to 9%": two ends of a move, not a range.
    bool is_move(std::size_t begin, const Amount& first) const {
        const bool from = begin > sentence_.begin && is(begin - 1, "from");
        if (!from && !first.has_unit()) return false;
        const std::size_t back = std::min<std::size_t>(begin - sentence_.begin, 10);
        for (std::size_t i = begin - back; i < begin; ++i)
            if (is(i, WordClass::change_verb) || is(i, WordClass::change_noun) ||
                is(i, WordClass::change_particle) || is(i, WordClass::copula) ||
                words_.change_verbs.match(document_.tokens, i, begin))
                return from || !is(i, WordClass::copula);
        return false;
    }

    // "from 3 to 5 per cent": the first number has the unit of the second, and each is a figure of its own.
    std::size_t share_with_next(Quantity& quantity, const Amount& first, const Amount& second) {
        if (first.has_unit()) return 0;
        if (second.number.power && !first.number.power && first.number.plain < second.number.plain) {
            if (const auto scaled = with_power(first.number, *second.number.power)) {
                quantity.value = scaled->value;
                quantity.resolution = scaled->resolution;
            }
        }
        if (second.unit)
            apply_unit(quantity, *second.unit);
        else if (const CountedNoun noun = counted_noun(document_, sentence_, second.number.end, false)) {
            quantity.kind = Kind::count;
            quantity.unit = noun.unit;
            quantity.rule = "count.shared";
        }
        return 0;
    }

    // What a number without a unit counts; false where it is no figure.
    bool count(Quantity& quantity, const Number& number) {
        if (number.in_words && !number.power && number.value.is_zero()) return false;
        const bool one = number.value == Decimal(1) && !number.power;
        const std::size_t at = behind_price(quantity.end);
        if (const CountedNoun noun = counted_noun(document_, sentence_, at, one)) {
            if (one && number.in_words && !is_one_person(noun)) return false;
            if (is_reference(quantity, number, noun)) return false;
            quantity.kind = Kind::count;
            quantity.unit = noun.unit;
            quantity.noun_begin = noun.begin;
            quantity.noun_end = noun.end;
            quantity.adjective = noun.hyphenated;
            quantity.rule = noun.hyphenated ? "count.hyphen" : "count.noun";
            return true;
        }
        if (one) return false;
        if (is_some_of_them(quantity)) return true;
        if (is_casualty(quantity)) {
            quantity.kind = Kind::count;
            quantity.unit = "people";
            quantity.rule = "count.casualty";
            return true;
        }
        quantity.kind = Kind::number;
        quantity.rule = "number.bare";
        if (bare_fits(quantity, number)) return true;
        quantity.tentative = leads_to_a_number(quantity.end);
        return quantity.tentative;
    }

    // "two $500 cheques": the price is an adjective of what is counted.
    std::size_t behind_price(std::size_t at) const {
        if (!has(at)) return at;
        const auto prefix = read_currency_prefix(document_, sentence_, at);
        if (!prefix) return at;
        const auto price = parse_number(document_, prefix->end, sentence_.end, {true, false});
        return price ? price->end : at;
    }

    // "47 of them children", "21 of those were shot down": what was counted before, or the noun behind.
    bool is_some_of_them(Quantity& quantity) const {
        if (!is(quantity.end, "of") ||
            !(is(quantity.end + 1, "them") || is(quantity.end + 1, "those") || is(quantity.end + 1, "these")))
            return false;
        quantity.kind = Kind::count;
        quantity.rule = "count.of_them";
        if (const CountedNoun noun = counted_noun(document_, sentence_, quantity.end + 2, false)) {
            quantity.unit = noun.unit;
            quantity.noun_begin = noun.begin;
            quantity.noun_end = noun.end;
            return true;
        }
        for (auto before = found_.rbegin(); before != found_.rend(); ++before)
            if (before->kind == Kind::count) {
                quantity.unit = before->unit;
                break;
            }
        return true;
    }

    // "one" is mostly a pronoun; it is a figure where it counts a person.
    bool is_one_person(const CountedNoun& noun) const {
        return noun.end > noun.begin && words_.is(token(noun.end - 1).word, WordClass::person_noun) &&
               !is(noun.end - 1, "man") && !is(noun.begin, "person");
    }

    // "the two sides", "these three", "the last two years": words that point back, and count nothing new.
    bool is_reference(const Quantity& quantity, const Number& number, const CountedNoun& noun) const {
        if (!number.in_words || number.power || number.value > Decimal(10) ||
            quantity.begin == sentence_.begin)
            return false;
        if (noun.end > noun.begin && words_.is(token(noun.end - 1).word, WordClass::person_noun))
            return false;
        for (const std::string_view before :
             {"the", "these", "those", "other", "last", "first", "next", "past", "both", "all"})
            if (is(quantity.begin - 1, before)) return true;
        return false;
    }

    // "killing 12", "12 were killed", "at least 40 dead", "12 of them were injured".
    bool is_casualty(const Quantity& quantity) const {
        if (is(quantity.end, "who")) return true;  // "95,800 who have been out of work"
        if (is(quantity.end, "from") && is(quantity.end + 1, WordClass::determiner) &&
            quantity.begin > sentence_.begin && is(quantity.begin - 1, WordClass::casualty_verb))
            return true;
        for (std::size_t back = 1; back <= 2 && quantity.begin >= sentence_.begin + back; ++back)
            if (is(quantity.begin - back, WordClass::casualty_verb)) return true;
        for (std::size_t i = quantity.end; has(i) && i < quantity.end + 4; ++i) {
            if (is(i, WordClass::casualty)) return true;
            if (!is(i, WordClass::auxiliary) && !is(i, WordClass::modifier) && !is(i, WordClass::pronoun) &&
                !is(i, "of") && !is(i, "others"))
                return false;
        }
        return false;
    }

    // "14 of the 120 seats", "2, 3 and 5 per cent": the next number may say what this one counts.
    bool leads_to_a_number(std::size_t at) const {
        if (!is(at, "of") && !is(at, ",") && !is(at, "and") && !is(at, "or")) return false;
        for (std::size_t i = at + 1; has(i) && i < at + 4; ++i)
            if (token(i).is_number() || is(i, WordClass::number) || is(i, WordClass::currency)) return true;
        return false;
    }

    // A bare number is a figure where the text measures something with it: a magnitude, an index level, a move.
    bool bare_fits(const Quantity& quantity, const Number& number) const {
        if (number.power) return true;
        if (number.in_words) return false;
        const std::size_t begin = quantity.begin;
        if (begin == sentence_.begin)
            return quantity.bound != Bound::exact && (number.grouped || quantity.value >= Decimal(100));
        const bool joins = is(quantity.end, "-") && glued(quantity.end);
        if (joins) return false;
        std::size_t back = begin - 1;
        const bool measured = is(back, "to") || is(back, "at") || is(back, "from") || is(back, "of") ||
                              is(back, "by") || is(back, WordClass::copula) ||
                              is(back, WordClass::change_verb) || is(back, WordClass::change_particle) ||
                              is(back, "with") || is(back, "against") || is(back, "than") ||
                              is(back, "above") || is(back, "below");
        if (is(back, "magnitude") || (is(back, "-") && back > sentence_.begin && is(back - 1, "magnitude")))
            return number.value < Decimal(11);
        // Digits with thousands separators name nothing else: "we have 2,600".
        if (number.grouped && number.value >= Decimal(1000) && number.value.exponent() >= 0) return true;
        if (quantity.bound != Bound::exact) return number.grouped || quantity.value > Decimal(12) || measured;
        if (!measured) return is(begin - 1, "and") && number.grouped;
        if (number.grouped) return true;
        if (is(back, WordClass::copula) && quantity.value >= Decimal(100) && !may_be_year(document_, number))
            return true;
        const bool moved = is(back, WordClass::change_verb) || is(back, WordClass::change_particle) ||
                           is(back, "from") || is(back, "to") || is(back, "by") || is(back, "with") ||
                           is(back, "than");
        return moved && !is(quantity.end, WordClass::street_word) &&
               !(has(quantity.end) && token(quantity.end).is_word() && token(quantity.end).is_capitalised());
    }

    void per(Quantity& quantity) const {
        if (quantity.kind == Kind::number || quantity.kind == Kind::ratio) return;
        std::size_t at = quantity.end;
        if (quantity.kind == Kind::count) {
            if (quantity.noun_end == 0) return;
            at = std::max(quantity.end, quantity.noun_end);
        }
        if (const auto read = read_per(document_, sentence_, at)) quantity.per = read->code;
    }

    // "5 feet 2 inches", "5ft 10in": one length, in inches, which is exact.
    void compound(Quantity& quantity) const {
        if (quantity.kind != Kind::measure || quantity.unit != "[ft_i]" || quantity.high) return;
        const auto inches = parse_number(document_, quantity.end, sentence_.end, {false, true});
        if (!inches) return;
        std::size_t unit_end = 0;
        if (is(inches->end, "inches") || is(inches->end, "inch") ||
            (is(inches->end, "in") && glued(inches->end)) || is(inches->end, "ins"))
            unit_end = inches->end + 1;
        if (unit_end == 0) return;
        const auto twelve = quantity.value * Decimal(12);
        const auto sum = twelve ? *twelve + inches->value : std::nullopt;
        if (!sum) return;
        quantity.value = *sum;
        quantity.unit = "[in_i]";
        quantity.resolution = inches->resolution;
        quantity.end = unit_end;
        quantity.rule = "measure.compound";
    }

    // A quantity with the bound words before it, not reaching back into the figure before.
    Quantity start(std::size_t core, std::size_t end, std::string_view rule) const {
        Quantity quantity;
        quantity.core = quantity.begin = core;
        quantity.end = end;
        quantity.rule = rule;
        read_bounds_before(quantity);
        return quantity;
    }

    void read_bounds_before(Quantity& quantity) const {
        for (;;) {
            std::size_t at = quantity.begin;
            // "more than a [third]" is read with the fraction; "up to about": one bound after another.
            const auto match = words_.bounds_before.match_before(document_.tokens, at, last_end());
            if (!match) return;
            const std::size_t begin = at - match.length;
            if (!bound_fits(begin, at)) return;
            quantity.begin = begin;
            const Bound bound = bound_named(match.meaning->bound);
            if (quantity.bound == Bound::exact) quantity.bound = bound;
        }
    }

    // "a ceiling of €4 billion", "a minimum of 200 staff": the noun says it, and stays the figure's subject.
    void read_limit(Quantity& quantity) const {
        if (quantity.bound != Bound::exact || quantity.begin < sentence_.begin + 2 ||
            !is(quantity.begin - 1, "of"))
            return;
        if (is(quantity.begin - 2, WordClass::upper_limit)) quantity.bound = Bound::at_most;
        if (is(quantity.begin - 2, WordClass::lower_limit)) quantity.bound = Bound::at_least;
    }

    // Words that are bounds only here: "over five years" is a span, "about the 20 …" a topic, "all 5" is "all".
    bool bound_fits(std::size_t begin, std::size_t end) const {
        const std::string_view first = document_.word(begin);
        // "ticked up to 3.9%" moves.
        if (is(begin, "up") && begin > sentence_.begin &&
            words_.change_verbs.match(document_.tokens, begin - 1, end).length == 2)
            return false;
        if (end - begin == 1 && (first == "around" || first == "over" || first == "under" ||
                                 first == "above" || first == "below"))
            return begin == sentence_.begin || !is(begin - 1, WordClass::change_noun) || first == "around" ||
                   first == "over";
        return true;
    }

    static Bound bound_named(std::string_view name) {
        for (const Bound bound : {Bound::about, Bound::over, Bound::under, Bound::at_least, Bound::at_most})
            if (name_of(bound) == name) return bound;
        return Bound::exact;
    }

    void read_bound_after(Quantity& quantity) const {
        std::size_t at = quantity.end;
        const auto behind = [&](std::size_t i) {
            return words_.bounds_after.match(document_.tokens, i, sentence_.end);
        };
        auto match = behind(at);
        const bool noun = !match && quantity.noun_end > quantity.end;
        if (noun) match = behind(quantity.noun_end);
        if (!match) return;
        // "12% more than", "at least" of the next figure: not this one's.
        const std::size_t end = (noun ? quantity.noun_end : at) + match.length;
        const std::string_view first = document_.word(noun ? quantity.noun_end : at);
        if (first != "or" && first != "and" && first != "plus" && first != "+" && first != "tops" &&
            first != "ish" && has(end) && !document_.is(end, ".") && !document_.is(end, ","))
            return;
        if ((first == "or" || first == "and") && is(end, "than")) return;
        if (first == "plus" && has(end) && (token(end).is_number() || is(end, WordClass::number))) return;
        if (quantity.bound == Bound::exact) quantity.bound = bound_named(match.meaning->bound);
        if (!noun) quantity.end = end;
    }

    std::size_t finish(Quantity& quantity) {
        read_bound_after(quantity);
        read_limit(quantity);
        const std::size_t end = quantity.end;
        found_.push_back(quantity);
        return end;
    }

    const Document& document_;
    const Vocabulary& words_;
    const CurrencyEvidence& evidence_;
    const Sentence& sentence_;
    std::vector<Quantity> found_;
    bool range_unitless_ = false;
};

}  // namespace

std::vector<Quantity> QuantityScanner::operator()(const Sentence& sentence) const {
    return Scan(document_, evidence_, sentence).run();
}

}  // namespace figbook
