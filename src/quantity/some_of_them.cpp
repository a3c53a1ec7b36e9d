#include "quantity/some_of_them.hpp"

#include "quantity/amount.hpp"
#include "quantity/counted.hpp"
#include "quantity/number_alone.hpp"
#include "quantity/told_again.hpp"

namespace figbook {
namespace {

// Where the noun phrase of "Karim's four brothers" goes on behind its possessive; `at` where there is none.
std::size_t behind_possessive(const SentenceWalk& walk, std::size_t at) {
    constexpr std::size_t longest_owner = 6;
    for (std::size_t i = at; walk.has(i) && i < at + longest_owner; ++i) {
        if (walk.token(i).kind == TokenKind::possessive) return i + 1;
        const bool apart = i > at && (walk.is(i, WordClass::preposition) || walk.is(i, WordClass::auxiliary));
        if (!walk.token(i).is_word() || walk.token(i).starts_line() || apart) return at;
    }
    return at;
}

// One behind the number of "[his] season-high 29 [points]"; `at` where no such stands there.
std::size_t behind_described_number(const SentenceWalk& walk, std::size_t at) {
    constexpr std::size_t longest = 4;
    std::size_t i = at;
    while (walk.has(i) && i < at + longest &&
           (walk.is(i, "-") || (walk.token(i).is_word() && !walk.is(i, WordClass::preposition) &&
                                !looks_plural(walk.document, i))))
        ++i;
    if (i == at || !walk.is_number(i)) return at;
    const auto whole = parse_number(walk.document, i, walk.sentence.end, {});
    return whole && !may_be_year(walk.document, *whole) ? whole->end : at;
}

// The noun of "47 of them children", "two of Karim's brothers", "three of the planes".
CountedNoun noun_behind_of(const SentenceWalk& walk, std::size_t of) {
    std::size_t at = of + 1;
    if (!walk.has(at) || walk.is(at, WordClass::number) || walk.is_any(at, {"whom", "which"})) return {};
    if (walk.is(at, WordClass::determiner) || walk.is_any(at, {"them", "those", "these"})) ++at;
    // "six of the ten largest firms"
    if (at > of + 1)
        if (const auto whole = parse_number(walk.document, at, walk.sentence.end, {});
            whole && whole->in_words)
            at = whole->end;
    // "18 of his season-high 29 points"
    if (at > of + 1) at = behind_described_number(walk, at);
    const std::size_t owned = behind_possessive(walk, at);
    if (owned == at && at == of + 1) return {};  // "2 of May", "50 of all"
    return counted_noun(walk.document, walk.sentence, owned, false);
}

// "Owners, | 60 of whom signed", "the machines (| two of which failed)": several were named right before the mark.
bool is_of_named(const SentenceWalk& walk, const Quantity& quantity, bool persons) {
    const std::size_t mark = quantity.begin - 1;
    if (quantity.begin < walk.sentence.begin + 2 || !walk.is_any(mark, {",", "(", "–", "—"}) ||
        !walk.token(mark - 1).is_word() ||
        (!walk.is(mark, "(") && !walk.token(quantity.begin).space_before()))
        return false;
    return persons || looks_plural(walk.document, mark - 1);
}

}  // namespace

std::size_t of_behind(const SentenceWalk& walk, std::size_t at) {
    return walk.is(at, "out") && walk.is(at + 1, "of") ? at + 1 : at;
}

void take_noun_before(const SentenceWalk& walk, Quantity& quantity) {
    // "40 metres since 2010, 12 of them last year"
    if (quantity.rule == "count.of_them" && !walk.found.empty() && walk.found.back().kind == Kind::measure &&
        !is_time_unit(walk.found.back().unit)) {
        borrow_unit(quantity, walk.found.back(), walk.trace);
        return;
    }
    for (auto before = walk.found.rbegin(); before != walk.found.rend(); ++before)
        if (before->kind == Kind::count) {
            quantity.unit = before->unit;
            return;
        }
    // "Of the 286 kilometres of track, fewer than 90 have been laid"
    if (walk.found.size() == 1 && walk.found.back().kind == Kind::measure &&
        walk.found.back().begin <= walk.sentence.begin + 2 && walk.is(walk.sentence.begin, "of")) {
        borrow_unit(quantity, walk.found.back(), walk.trace);
        return;
    }
    // of the sentence before no more than that counts, but for others beside them: "30 were damaged"
    const bool marked = walk.token(walk.sentence.begin).kind == TokenKind::mark;
    const bool opens_of =
        walk.is(walk.sentence.begin + (marked ? 1 : 0), "of");  // "Of the beds, 30 are free"
    const bool fits = quantity.rule == "count.of_them" || quantity.begin < quantity.core ||
                      (walk.before && !opens_of && !(walk.before->value < quantity.value));
    if (walk.before && walk.before->kind == Kind::count && fits) quantity.unit = walk.before->unit;
}

bool is_some_of_them(const SentenceWalk& walk, Quantity& quantity) {
    const std::size_t of = of_behind(walk, quantity.end);
    if (!walk.is(of, "of")) return false;
    const bool of_them = walk.is_any(of + 1, {"them", "those", "these"}) ||
                         (walk.is_any(of + 1, {"whom", "which"}) && !walk.found.empty() &&
                          (walk.found.back().kind == Kind::count ||
                           walk.is(walk.found.back().end - 1, WordClass::time_unit)) &&
                          walk.token(quantity.begin).space_before());  // no raised "2"
    // "Owners, 60 of whom signed": of those named before the comma
    const bool named =
        walk.is_any(of + 1, {"whom", "which"}) && is_of_named(walk, quantity, walk.is(of + 1, "whom"));
    CountedNoun noun = noun_behind_of(walk, of);
    // "the last 16 of the Champions League" counts nothing.
    const bool place = quantity.begin > walk.sentence.begin && !of_them &&
                       walk.is(quantity.begin - 1, WordClass::refers_back) &&
                       !walk.is(quantity.begin - 1, "all");
    const bool name = noun && is_capitalised_word(walk, noun.end - 1) && is_capitalised_word(walk, noun.end);
    if (place || name) noun = {};
    if (!noun && !of_them && !named) return false;
    quantity.kind = Kind::count;
    quantity.rule = "count.of_them";
    if (named && !of_them) {
        quantity.unit = looks_plural(walk.document, quantity.begin - 2) &&
                                !walk.is(quantity.begin - 2, WordClass::time_unit)
                            ? walk.document.lower_text_of(quantity.begin - 2, quantity.begin - 1)
                            : "people";
        return true;
    }
    if (!noun) {
        take_noun_before(walk, quantity);
        return true;
    }
    quantity.unit = noun.unit;
    quantity.noun_begin = noun.begin;
    quantity.noun_end = noun.end;
    return true;
}

}  // namespace figbook
