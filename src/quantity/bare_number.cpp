#include "quantity/bare_number.hpp"

#include <algorithm>

#include "quantity/amount.hpp"
#include "quantity/bounds.hpp"
#include "quantity/counted.hpp"
#include "quantity/counting_on.hpp"
#include "quantity/currency_letter.hpp"
#include "quantity/leaning_number.hpp"
#include "quantity/number_alone.hpp"
#include "quantity/people_counted.hpp"
#include "quantity/some_of_them.hpp"
#include "quantity/told_again.hpp"
#include "quantity/told_beside.hpp"
#include "quantity/unit.hpp"
#include "quantity/votes_and_crowds.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

// Behind the measure of "two 120 mm rounds", "four 155mm howitzers", which says what kind is counted; else `at`.
std::size_t behind_measure(const SentenceWalk& walk, std::size_t at) {
    if (!walk.is_number(at) || at == walk.sentence.begin || !walk.is(at - 1, WordClass::number)) return at;
    const auto size = parse_number(walk.document, at, walk.sentence.end, {});
    const auto unit = size ? read_unit(walk.document, walk.sentence, size->end, *size) : std::nullopt;
    if (!unit || unit->kind != Kind::measure || unit->is_time) return at;
    return walk.has(unit->end) && looks_plural(walk.document, unit->end) ? unit->end : at;
}

// Behind the "four-door" of "300 four-door cars", which says what kind is counted; else `at`.
std::size_t behind_kind(const SentenceWalk& walk, std::size_t at) {
    const bool number = walk.is_number(at) || walk.is(at, WordClass::number);
    const bool compound = number && walk.is(at + 1, "-") && walk.glued(at + 1) && walk.glued(at + 2) &&
                          walk.is(at + 2, WordClass::kind_noun);
    return compound && walk.has(at + 3) && walk.token(at + 3).is_word() ? at + 3 : at;
}

// "a two-bedroom flat", "a four-door car": a kind, where "a 12-bedroom house" and "a 600-bed hospital" have so many.
bool says_kind(const SentenceWalk& walk, const Quantity& quantity, const Number& number,
               const CountedNoun& noun) {
    constexpr int fewest = 10;
    return noun.hyphenated && walk.is(noun.begin, WordClass::kind_noun) && !quantity.high && !number.power &&
           number.value < Decimal(fewest);
}

// Where the counted noun may begin: behind the bound of "20 or more people", and behind the price of "two $500
// cheques", which is an adjective of what is counted.
std::size_t behind_price(const SentenceWalk& walk, std::size_t at) {
    at = behind_bound(walk, at);
    if (!walk.has(at)) return at;
    const auto prefix = read_prefix(walk, at);
    if (!prefix) return behind_kind(walk, behind_measure(walk, at));
    const auto price = parse_number(walk.document, prefix->end, walk.sentence.end, {true, false});
    return price ? price->end : at;
}

// "a storm or two", "a goal or two for him": some few, and nobody has counted them.
bool is_vague_pair(const SentenceWalk& walk, const Quantity& quantity, const Number& number) {
    constexpr std::size_t longest = 4;
    const std::size_t begin = quantity.begin;
    if (!number.in_words || number.value != Decimal(2) || begin < walk.sentence.begin + 3 ||
        !walk.is(begin - 1, "or") || !walk.token(begin - 2).is_word() ||
        looks_plural(walk.document, begin - 2) || walk.is(begin - 2, WordClass::number))
        return false;
    if (walk.has(quantity.end) && looks_plural(walk.document, quantity.end) &&
        !walk.is(quantity.end, WordClass::verb) && !walk.is(quantity.end, WordClass::only_verb))
        return false;
    for (std::size_t i = begin - 2; i-- > walk.sentence.begin && i + longest > begin - 2;) {
        if (walk.is_any(i, {"a", "an", "another"})) return true;
        if (!walk.token(i).is_word() || walk.is(i, WordClass::preposition)) return false;
    }
    return false;
}

// "two of the three slots", "four of their past five games": the whole of what is counted.
bool is_whole_of_part(const SentenceWalk& walk, const Quantity& quantity) {
    constexpr std::size_t longest = 3;
    if (walk.found.empty()) return false;
    const std::size_t of = of_behind(walk, walk.found.back().end);
    if (!walk.is(of, "of") || quantity.begin > of + 1 + longest) return false;
    for (std::size_t i = of + 1; i < quantity.begin; ++i)
        if (!walk.is(i, WordClass::determiner) && !walk.is(i, WordClass::adjective) &&
            !walk.is(i, WordClass::refers_back))
            return false;
    return true;
}

// "Of the eight men charged, it convicted two": the whole of what is told next.
bool is_whole_of_next(const SentenceWalk& walk, const Quantity& quantity) {
    const std::size_t begin = quantity.begin, first = walk.sentence.begin;
    if (begin < first + 2 || !walk.is_any(begin - 1, {"the", "its", "their", "those"}) ||
        !walk.is(begin - 2, "of"))
        return false;
    const bool opens = begin == first + 2 || walk.is_any(begin - 3, {",", ";", "“", "\""}) ||
                       (begin == first + 3 && walk.is_any(begin - 3, {"out", "and", "but"}));
    if (!opens) return false;
    bool told = false;  // behind the comma that ends the phrase
    for (std::size_t i = quantity.end; walk.has(i); ++i) {
        told |= walk.is(i, ",");
        if (told && (walk.token(i).is_number() || walk.is(i, WordClass::number)) && !walk.is(i, "one"))
            return true;
    }
    return false;
}

// "the two sides", "these three", "the last two years": words that point back, and count nothing new.
bool is_reference(const SentenceWalk& walk, const Quantity& quantity, const Number& number,
                  const CountedNoun& noun) {
    if (!number.in_words || number.power || number.value > Decimal(10) ||
        quantity.begin == walk.sentence.begin)
        return false;
    if (noun.end == noun.begin) return false;  // "named the three killed"
    if (walk.words.is(walk.token(noun.end - 1).word, WordClass::person_noun)) return false;
    return walk.is(quantity.begin - 1, WordClass::refers_back) && !is_whole_of_part(walk, quantity) &&
           !is_whole_of_next(walk, quantity);
}

// "only 40 remain", "more than 200 attended", "of 600 surveyed, 412 said yes": people, and no place in a list.
bool did_something(const SentenceWalk& walk, const Quantity& quantity, bool has_bound) {
    if (walk.is(quantity.end, WordClass::person_verb)) {
        const bool opens_clause =
            quantity.begin == walk.sentence.begin ||
            walk.is_any(quantity.begin - 1, {",", ";", "found", "showed", "shows", "finds"}) ||
            (quantity.begin > walk.sentence.begin + 1 && walk.is(quantity.begin - 1, "and") &&
             walk.is(quantity.begin - 2, ","));
        const bool of_percent =
            !walk.found.empty() && walk.found.back().kind == Kind::percent;  // "40 percent …, 43 said"
        return has_bound || (opens_clause && !of_percent && quantity.value >= Decimal(10));
    }
    return has_bound && quantity.begin == walk.sentence.begin && walk.is(quantity.end, WordClass::modal);
}

// "another 120 were at risk", "21 in all": the noun was named before.
bool is_elliptic_count(const SentenceWalk& walk, Quantity& quantity, const Number& number) {
    const bool is_fraction = number.grouped && number.value.exponent() < 0;
    if (may_be_year(walk.document, number) || number.value < Decimal(2) || is_fraction) return false;
    // "Java 21 are out", but "in Leeds 21 are out".
    const std::size_t begin = quantity.begin;
    if (begin >= walk.sentence.begin + 2 && is_capitalised_word(walk, begin - 1) &&
        !walk.is(begin - 2, WordClass::preposition))
        return false;
    const bool in_all = walk.is(quantity.end, "in") && walk.is_any(quantity.end + 1, {"all", "total"});
    const bool has_bound = quantity.begin < quantity.core;
    const bool verb = walk.is_any(quantity.end, {"were", "are", "have", "had"}) &&
                      (number.value >= Decimal(10) || has_bound);
    // "which counted 417 that were pulled down"
    const bool such = begin > walk.sentence.begin && !number.in_words && number.value >= Decimal(10) &&
                      walk.is(quantity.end, "that") &&
                      walk.is_any(quantity.end + 1, {"were", "are", "had", "have"}) &&
                      (does_something(walk, begin - 1) || has_ending(walk.document.word(begin - 1), "ed", 3));
    const bool people = did_something(walk, quantity, has_bound);
    // "He added that 40 would go": of what the sentence before counted
    const bool to_come = !number.in_words && number.value >= Decimal(10) && begin > walk.sentence.begin &&
                         (walk.is(begin - 1, "that") || walk.is(begin - 1, WordClass::cue)) &&
                         walk.is(quantity.end, WordClass::modal);
    // "In April we hired 500": of those named before, else people
    const bool hired =
        begin > walk.sentence.begin && !number.in_words &&
        walk.is_any(begin - 1, {"hired", "hires", "hire", "recruited", "recruits", "sacked"}) &&
        (!walk.has(quantity.end) || walk.token(quantity.end).kind == TokenKind::mark ||
         walk.is(quantity.end, WordClass::preposition));
    if (!in_all && !verb && !people && !to_come && !hired && !such) return false;
    quantity.kind = Kind::count;
    quantity.rule = "count.elliptic";
    take_noun_before(walk, quantity);
    if ((people || hired) && quantity.unit.empty()) quantity.unit = "people";
    return true;
}

// "Five others were taken to hospital": others than those named before.
bool is_so_many_others(const SentenceWalk& walk, Quantity& quantity) {
    const std::size_t noun = quantity.end;
    if (!walk.is(noun, "others")) return false;
    quantity.kind = Kind::count;
    quantity.rule = "count.noun";
    quantity.unit = "others";
    quantity.noun_begin = noun;
    quantity.noun_end = noun + 1;
    return true;
}

// "Infanticide cases in Goa (2023): 14": a line that says what is counted, a colon and how many.
bool is_labelled(const SentenceWalk& walk, Quantity& quantity) {
    constexpr std::size_t longest = 12;
    const std::size_t begin = quantity.begin, first = walk.sentence.begin;
    if (quantity.core != begin || begin < first + 2 || begin > first + longest || !walk.is(begin - 1, ":") ||
        !walk.sentence.has(WordClass::counted_subject))
        return false;
    if (walk.has(quantity.end) && !walk.is_any(quantity.end, {"(", ".", ";", ","})) return false;
    std::size_t noun = begin;
    for (std::size_t i = first; i + 1 < begin; ++i) {
        if (does_something(walk, i) && !walk.is(i, WordClass::noun_first)) return false;
        if (noun == begin && walk.is(i, WordClass::counted_subject) && looks_plural(walk.document, i))
            noun = i;
    }
    if (noun == begin) return false;
    quantity.kind = Kind::count;
    quantity.rule = "count.elliptic";
    quantity.unit = walk.document.lower_text_of(noun, noun + 1);
    return true;
}

// "20 or more kilometres", "15-plus years": the unit stands behind the bound.
bool read_unit_behind_bound(const SentenceWalk& walk, Quantity& quantity, const Number& number) {
    const std::size_t at = behind_bound(walk, quantity.end);
    if (at == quantity.end) return false;
    const auto unit = read_unit(walk.document, walk.sentence, at, number);
    if (!unit) return false;
    read_bound_behind(walk, quantity);
    apply_unit(walk, quantity, *unit);
    note(walk.trace, {quantity.core, Field::unit, quantity.rule, at, unit->end});
    quantity.end = unit->end;
    return true;
}

// "4 business days", "2,766 flying hours": a span of time, with words between.
bool read_span_of_time(const SentenceWalk& walk, Quantity& quantity, const Number& number,
                       const CountedNoun& noun) {
    if (noun.hyphenated || !walk.is(noun.end - 1, WordClass::time_unit)) return false;
    const auto unit = read_unit(walk.document, walk.sentence, noun.end - 1, number);
    if (!unit || !unit->is_time) return false;
    apply_unit(walk, quantity, *unit);
    note(walk.trace, {quantity.core, Field::unit, quantity.rule, number.end, noun.end});
    quantity.end = noun.end;
    return true;
}

void count_times(Quantity& quantity) {
    quantity.kind = Kind::count;
    quantity.unit = "times";
    quantity.rule = "count.noun";
}

// "65 percent were white, 11.9 percent black and 7.3 of another race": the last of a list of percentages, with a point.
bool is_last_of_percents(const SentenceWalk& walk, const Quantity& quantity) {
    if (quantity.begin == walk.sentence.begin || quantity.value.exponent() >= 0 ||
        !(quantity.value < Decimal(100)) || !walk.is(quantity.begin - 1, "and") ||
        !walk.is(quantity.end, "of"))
        return false;
    return walk.found.size() >= 2 && walk.found.back().kind == Kind::percent &&
           walk.found[walk.found.size() - 2].kind == Kind::percent;
}

bool ends_at_mark_or_joint(const SentenceWalk& walk, std::size_t at) {
    return walk.ends_at_mark(at) || walk.is(at, WordClass::preposition) ||
           walk.is(at, WordClass::conjunction);
}

// "won by 51 per cent to 49": what is left of a hundred for the other side.
bool is_for_other_side(const SentenceWalk& walk, const Quantity& quantity, const Number& number) {
    constexpr int hundred = 100, least = 90;  // of the two together, with those who are for neither
    if (walk.found.empty() || number.power || quantity.begin == walk.sentence.begin ||
        !walk.is(quantity.begin - 1, "to"))
        return false;
    const Quantity& first = walk.found.back();
    if (first.kind != Kind::percent || first.end + 1 != quantity.begin || first.high) return false;
    const auto both = first.value + quantity.value;
    return both && Decimal(least) < *both && !(Decimal(hundred) < *both) && quantity.value < first.value &&
           ends_at_mark_or_joint(walk, quantity.end);
}

// "Labour has slipped to 37 per cent, the poll shows. The Nationals are on 35 and the Greens on 14"
bool stands_in_poll(const SentenceWalk& walk, Quantity& quantity, const Number& number) {
    const std::size_t on = quantity.begin - 1;
    if (!walk.behind_poll || number.power || number.in_words || quantity.begin < walk.sentence.begin + 2 ||
        !walk.is(on, "on") || !(quantity.value < Decimal(100)))
        return false;
    const bool moved = !walk.found.empty() && walk.found.back().kind == Kind::points &&
                       walk.found.back().end == on;  // "was up a point on 38"
    const bool who = walk.is(on - 1, WordClass::copula) || is_capitalised_word(walk, on - 1) || moved ||
                     walk.is_any(on - 1, {"steady", "unchanged", "static"});
    const bool closes = !walk.has(quantity.end) || walk.token(quantity.end).kind == TokenKind::mark ||
                        walk.is_any(quantity.end, {"and", "with", "while", "but"});
    if (!who || !closes) return false;
    quantity.kind = Kind::percent;
    quantity.unit = "%";
    quantity.borrowed = true;
    quantity.rule = "percent.in_poll";
    note(walk.trace, {quantity.core, Field::unit, quantity.rule, on, quantity.end});
    return true;
}

bool refuse_count(const SentenceWalk& walk, const Quantity& quantity, std::string_view reason) {
    return no_figure(walk.trace, quantity.core, quantity.end, reason);
}

// Of the noun that stands behind the number.
bool count_noun(const SentenceWalk& walk, Quantity& quantity, const Number& number, const CountedNoun& noun) {
    const bool one = number.value == Decimal(1) && !number.power;
    // "five adults, three juveniles and one calf"
    const bool listed = !walk.found.empty() && walk.found.back().kind == Kind::count &&
                        quantity.begin == walk.found.back().phrase_end() + 1 &&
                        walk.is_any(quantity.begin - 1, {",", "and"}) && noun.end > noun.begin &&
                        !walk.is(noun.begin, WordClass::time_unit) &&
                        !has_ending(walk.document.word(noun.end - 1), "ed", 2) &&
                        !has_ending(walk.document.word(noun.end - 1), "ing", 2);
    // "two felony counts of fraud, one felony count of theft": one more of those that are counted
    const bool of_those = one && std::any_of(walk.found.begin(), walk.found.end(), [&](const Quantity& each) {
                              return each.kind == Kind::count && each.unit.size() == noun.unit.size() + 1 &&
                                     each.unit.starts_with(noun.unit) && each.unit.back() == 's';
                          });
    if (one && number.in_words && !listed && !of_those && !is_one_person(walk, noun))
        return refuse_count(walk, quantity, "one");
    // "HDMI 2.1 matrix switchers"
    const bool version =
        !noun.hyphenated && number.value.exponent() < 0 && !number.power && !number.in_words &&
        !number.is_fraction && quantity.begin == quantity.core && quantity.begin > walk.sentence.begin &&
        (is_capitalised_word(walk, quantity.begin - 1) || walk.token(quantity.begin - 1).is_all_capitals()) &&
        !walk.is(quantity.begin - 1, WordClass::preposition) &&
        !walk.is(quantity.begin - 1, WordClass::determiner);
    if (version) return refuse_count(walk, quantity, "part of a name");
    if (is_class_of_persons(walk, quantity, number, noun))
        return refuse_count(walk, quantity, "part of a name");
    if (says_kind(walk, quantity, number, noun)) return refuse_count(walk, quantity, "kind");
    if (!noun.hyphenated && is_reference(walk, quantity, number, noun))
        return refuse_count(walk, quantity, "refers back");
    if (read_span_of_time(walk, quantity, number, noun)) return true;
    quantity.kind = Kind::count;
    quantity.unit = noun.unit;
    quantity.noun_begin = noun.begin;
    quantity.noun_end = noun.end;
    quantity.adjective = noun.hyphenated;
    quantity.rule = noun.hyphenated ? "count.hyphen" : "count.noun";
    return true;
}

// People whom no noun names. Beside what else the sentence counts it must be said that they are people.
void count_people(Quantity& quantity) {
    quantity.kind = Kind::count;
    if (quantity.unit.empty()) quantity.unit = "people";
    quantity.rule = "count.casualty";
}

// By words around it, where none behind it says what is counted.
bool count_by_words_around(const SentenceWalk& walk, Quantity& quantity, const Number& number,
                           bool expected) {
    if (is_of_toll(walk, quantity)) {
        const bool others = !walk.found.empty() && walk.found.back().kind == Kind::count;
        quantity.kind = Kind::count;  // which takes no unit of another figure
        quantity.rule = "number.bare";
        if (others) count_people(quantity);
        return true;
    }
    if (is_of_inhabitants(walk, quantity)) {
        count_people(quantity);
        quantity.rule = "count.inhabitants";
        return true;
    }
    if (stands_in_poll(walk, quantity, number)) return true;
    if (is_last_of_percents(walk, quantity) || is_for_other_side(walk, quantity, number) ||
        is_told_beside(walk, quantity, number)) {
        borrow_unit(quantity, walk.found.back(), walk.trace);
        quantity.per = walk.found.back().per;
        return true;
    }
    if (!expected && is_some_of_them(walk, quantity)) return true;
    if (counts_votes_or_people(walk, quantity, number)) return true;
    if (is_casualty(walk, quantity)) {
        count_people(quantity);
        return true;
    }
    if (walk.is(quantity.end, "times")) return false;  // "knocked 10 times"
    const bool elliptic =
        counts_on(walk, quantity, number) ||
        (!number.in_words && !may_be_year(walk.document, number) && is_labelled(walk, quantity)) ||
        is_elliptic_count(walk, quantity, number) || is_so_many_others(walk, quantity);
    if (elliptic && !quantity.unit.empty()) return true;
    if (are_persons(walk, quantity, number)) {
        count_people(quantity);
        return true;
    }
    return elliptic || counts_some_more(walk, quantity, number) ||
           (!expected && read_told_again(walk, quantity, number));
}

// What counts nothing here, and may do so by what stands elsewhere.
bool read_number_alone(const SentenceWalk& walk, Quantity& quantity, const Number& number, bool expected) {
    if (is_factor(walk, quantity)) {
        quantity.kind = Kind::multiple;
        quantity.rule = "multiple.factor";
        return true;
    }
    quantity.kind = Kind::number;
    quantity.rule = "number.bare";
    constexpr int often = 20;
    // "was attacked 106 times", where "knocked 10 times" is a way to speak
    if (!number.in_words && !(number.value < Decimal(often)) && !may_be_year(walk.document, number) &&
        is_of_occasions(walk, quantity)) {
        count_times(quantity);
        return true;
    }
    if (walk.is(quantity.end, "times") && quantity.begin > walk.sentence.begin && !number.power &&
        number.value < Decimal(often) && has_ending(walk.document.word(quantity.begin - 1), "ed", 3))
        return refuse_count(walk, quantity, "counts nothing");  // "knocked 10 times"
    if (is_level_alone(walk, quantity, number)) {
        if (is_of_occasions(walk, quantity)) count_times(quantity);  // "spilled 4,180 times"
        if (!expected) count_told_again(walk, quantity);
        return true;
    }
    const Leaning leaning = leaning_of(walk, quantity, number);
    if (leaning == Leaning::level) return true;
    quantity.tentative = expected || leaning == Leaning::tentative;
    return quantity.tentative || refuse_count(walk, quantity, "counts nothing");
}

}  // namespace

bool read_count(const SentenceWalk& walk, Quantity& quantity, const Number& number) {
    if (walk.is_all(quantity.begin, quantity.end) || (!number.in_words && walk.is_list_of_numbers())) {
        quantity.rule = "number.bare";
        return true;
    }
    if (read_unit_behind_bound(walk, quantity, number)) return true;
    if (number.in_words && !number.power && number.value.is_zero())
        return refuse_count(walk, quantity, "zero");
    const bool one = number.value == Decimal(1) && !number.power;
    const std::size_t at = behind_price(walk, quantity.end);
    CountedNoun noun = counted_noun(walk.document, walk.sentence, at, one);
    const bool expected = noun && is_expected_by(walk, quantity.begin, noun.begin, noun.end);
    if (expected) noun = {};
    if (quantity.begin > walk.sentence.begin && walk.is(quantity.begin - 1, WordClass::magnitude_noun))
        noun = {};  // "An earthquake of magnitude 6.0 flattened villages"
    if (noun && noun.begin == at && is_verb_and_no_noun(walk, quantity, at)) noun = {};
    if (walk.is(at, "others")) noun = {};  // "20 others wounded": the participle says what happened to them
    if (noun && walk.is(at, "more") && noun.end == at + 2 && noun.begin == at + 1 &&
        walk.is(noun.begin, WordClass::casualty) && has_ending(walk.document.word(noun.begin), "ed", 3))
        noun = {};  // "four more wounded"
    if (is_of_parent(walk, quantity, noun)) return refuse_count(walk, quantity, "counts nothing");
    if (is_vague_pair(walk, quantity, number)) return refuse_count(walk, quantity, "counts nothing");
    if (one && number.in_words && !is_one_person(walk, noun))
        if (const CountedNoun hurt = one_who_was_hurt(walk, quantity.end)) noun = hurt;
    if (noun) return count_noun(walk, quantity, number, noun);
    if (one && goes_on_with_percents(walk, quantity)) {
        quantity.rule = "number.bare";
        return quantity.tentative = true;
    }
    if (one && number.in_words && counts_on(walk, quantity, number)) return true;
    if (one && !is_one_struck(walk, quantity) && !is_at_a_rate(walk, quantity))
        return refuse_count(walk, quantity, "one");
    if (count_by_words_around(walk, quantity, number, expected)) return true;
    return read_number_alone(walk, quantity, number, expected);
}

}  // namespace figbook
