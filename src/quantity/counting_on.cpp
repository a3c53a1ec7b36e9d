#include "quantity/counting_on.hpp"

#include "quantity/amount.hpp"
#include "quantity/counted.hpp"
#include "quantity/leaning_number.hpp"
#include "quantity/number_alone.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

// "in Capitalised", and no time: a place.
bool is_in_a_place(const SentenceWalk& walk, std::size_t i) {
    return walk.is(i, "in") && is_capitalised_word(walk, i + 1) && !walk.is(i + 1, WordClass::month) &&
           !walk.is(i + 1, WordClass::weekday);
}

bool is_year(const SentenceWalk& walk, std::size_t i) {
    constexpr std::size_t digits = 4;
    return walk.has(i) && walk.token(i).is_number() && walk.document.word(i).size() == digits;
}

// Where the last place or time before `end` begins, with its preposition: "| in Ohio", "| on Monday", "| from the UK"; `end` where
// none stands right before it.
std::size_t begin_of_place(const SentenceWalk& walk, std::size_t first, std::size_t end) {
    constexpr std::size_t longest = 4;
    std::size_t i = end;
    while (i > first && i + longest > end && (is_capitalised_word(walk, i - 1) || is_year(walk, i - 1))) --i;
    if (i == end || i == first) return end;
    if (walk.is(i - 1, "the") && i > first + 1) --i;
    return walk.is_any(i - 1, {"in", "from", "on", "at", "to", "for"}) ? i - 1 : end;
}

// One before the "," or "and" that joins the words from `i` on to what stands before them.
std::size_t before_joint(const SentenceWalk& walk, std::size_t i, std::size_t first) {
    return i >= first + 2 && walk.is(i - 1, "and") && walk.is(i - 2, ",") ? i - 2 : i - 1;
}

// "400 cases in May, | 300 in June and | 200 in July", "43 from Malaysia, | 38 from Australia": each in a place or time of its own.
bool is_in_next_place(const SentenceWalk& walk, const Quantity& quantity, const Quantity& before) {
    const std::size_t first = before.phrase_end(), of = quantity.end;
    const std::size_t named = walk.is(of + 1, "the") ? of + 2 : of + 1;
    if (!is_capitalised_word(walk, named) && !is_year(walk, named)) return false;
    const std::size_t end = before_joint(walk, quantity.begin, first);
    if (end <= first) return false;
    for (std::size_t i = first; i < end; ++i)
        if (walk.is(i, "(")) return false;  // "5 hits by two players (2 for Dunn, 3 for Orlo)"
    const std::size_t place = begin_of_place(walk, first, end);
    return place < end && walk.document.word(place) == walk.document.word(of);
}

// "196 were Dutch, including | 43 from Malaysia"
bool is_part_from_place(const SentenceWalk& walk, const Quantity& quantity, const Quantity& before) {
    return walk.is(quantity.begin - 1, "including") && quantity.value < before.value &&
           (is_in_a_place(walk, quantity.end) ||
            (walk.is(quantity.end, "from") && is_capitalised_word(walk, quantity.end + 1) &&
             !walk.is(quantity.end + 1, WordClass::month)));
}

// "leaving only | three open", "leaving just | two": of those counted before it.
bool is_left_over(const SentenceWalk& walk, const Quantity& quantity, const Quantity& before) {
    const std::size_t end = quantity.end;
    return walk.is(quantity.begin - 1, "leaving") && quantity.value < before.value &&
           (walk.ends_at_mark(end) || (walk.ends_at_mark(end + 1) && looks_adjective(walk.document, end)) ||
            walk.is_any(end, {"open", "in"}));
}

bool closes(const SentenceWalk& walk, std::size_t end) {
    return !walk.has(end) || walk.is_any(end, {",", ".", ";", "and", "”", "\"", "!", "?"});
}

bool is_of_persons(const SentenceWalk& walk, const Quantity& counted) {
    if (counted.noun_end <= counted.noun_begin) return false;
    return walk.is(counted.noun_end - 1, WordClass::person_noun) ||
           walk.is_any(counted.noun_end - 1, {"sons", "daughters", "brothers", "sisters", "siblings"});
}

// Those who have so many begin here: "| Britain 14", "| the Greens 12", "| her rival 9,000"; `end` where nobody stands there.
std::size_t begin_of_owner(const SentenceWalk& walk, std::size_t first, std::size_t end, bool grouped) {
    constexpr std::size_t longest = 5;
    std::size_t i = end;
    const auto is_owner = [&](std::size_t k) {  // "Reform's Ann Lee"
        return walk.token(k).kind == TokenKind::possessive && k > first && is_capitalised_word(walk, k - 1);
    };
    while (i > first && i + longest > end &&
           ((is_capitalised_word(walk, i - 1) && !walk.is(i - 1, WordClass::preposition)) ||
            (i < end && is_owner(i - 1))))
        --i;
    // "the Liberal Democrats", "her rival", where digits with separators name nothing else
    if (i == end && grouped && end > first + 1 && walk.token(end - 1).is_word() &&
        (walk.is(end - 2, WordClass::determiner) || walk.is_any(end - 2, {"his", "her", "its", "their"})) &&
        !does_something(walk, end - 1))
        return end - 2;
    return i < end && i > first && walk.is(i - 1, "the") ? i - 1 : i;
}

// Nothing but what hangs on the noun: "sent 40 tanks | to Kyiv | and Britain 14".
bool hangs_on_count(const SentenceWalk& walk, std::size_t first, std::size_t end) {
    constexpr std::size_t longest = 5;
    if (end > first + longest) return false;
    for (std::size_t i = first; i < end; ++i)
        if (!walk.token(i).is_word() || does_something(walk, i) || walk.is(i, WordClass::auxiliary))
            return false;
    return true;
}

// "won 54 seats, the Greens | 12 and the Socialists | eight", "A's 800 workers and B's | 700": who has so many, and the verb is
// said once. A name and a small number beside persons tell an age: "two sons, Max 6 and Leo 4".
bool is_had_by_next(const SentenceWalk& walk, const Quantity& quantity, const Number& number,
                    const Quantity& before) {
    constexpr int tenfold = 1, oldest = 100;
    const std::size_t first = before.phrase_end();
    if (!closes(walk, quantity.end) || before.begin == walk.sentence.begin) return false;
    const auto most = before.value.scaled(tenfold);
    if (!most || !(quantity.value < *most)) return false;
    if (quantity.value < Decimal(oldest) && is_of_persons(walk, before)) return false;
    const auto owned = [&](std::size_t i) { return walk.token(i).kind == TokenKind::possessive; };
    const std::size_t end = owned(quantity.begin - 1) ? quantity.begin - 1 : quantity.begin;
    if (end <= first + 1) return false;
    const std::size_t who = begin_of_owner(walk, first, end, number.grouped);
    if (who == end || who <= first || !walk.is_any(who - 1, {",", "and", ";", "while", "but"})) return false;
    if (!hangs_on_count(walk, first, before_joint(walk, who, first))) return false;
    const bool goes_on = before.borrowed && before.rule == "count.elliptic";
    const std::size_t verb = before.begin - 1;
    if (end < quantity.begin) return goes_on || owned(verb);
    return goes_on || ((does_something(walk, verb) || walk.is(verb, WordClass::past_form) ||
                        has_ending(walk.document.word(verb), "ed", 3) ||
                        walk.is_any(verb, {"has", "have", "had", "lost", "won", "gained", "got"})) &&
                       !walk.is(verb, WordClass::copula));
}

// "won 14 games and lost | six", "lost 12 seats and the Greens gained | four", "backed by 300 MPs and opposed by | 240"
bool is_other_result(const SentenceWalk& walk, const Quantity& quantity, const Quantity& before) {
    if (!closes(walk, quantity.end) || before.begin == walk.sentence.begin) return false;
    const std::size_t back = quantity.begin - 1;
    const auto takes = [&](std::size_t i) {
        return walk.is_any(i, {"won", "lost", "gained", "drew", "drawn", "win", "lose", "gain", "draw",
                               "hired", "opened", "closed", "recruited", "promised"});
    };
    if (takes(back)) return takes(before.begin - 1) && !(before.value.scaled(1) < quantity.value);
    // "won nine seats and the others were left with | two"
    if (walk.is(back, "with") && back > before.phrase_end())
        return walk.is_any(back - 1, {"left", "ended", "finished"}) ||
               (walk.is(back - 1, "up") && walk.is_any(back - 2, {"end", "ends", "ended", "wound"}));
    return walk.is(back, "by") && walk.is(before.begin - 1, "by") &&
           is_second_deed(walk.document, walk.sentence, back - 1);
}

// "seven counts of rape, | three of kidnap and | one of assault", "39 charges: | 13 of fraud"
bool is_of_other_kind(const SentenceWalk& walk, const Quantity& quantity, const Quantity& before) {
    const std::size_t kind = quantity.end + 1;
    return walk.is(quantity.end, "of") && walk.has(kind) && walk.token(kind).is_word() &&
           !walk.is(kind, WordClass::determiner) && !walk.is(kind, WordClass::pronoun) &&
           (walk.is(before.phrase_end(), "of") || walk.is(before.phrase_end(), ":") || before.borrowed);
}

// "1,100 complaints about noise, and | 300 about rubbish", "12 votes for Ann and | nine for Jo": each of another kind.
bool is_with_same_preposition(const SentenceWalk& walk, const Quantity& quantity, const Quantity& before) {
    constexpr std::size_t furthest = 8;
    const std::size_t tail = before.phrase_end(), end = quantity.end;
    return tail < quantity.begin && quantity.begin <= tail + furthest && walk.is(quantity.begin - 1, "and") &&
           walk.is_any(end, {"about", "for", "against", "over", "with"}) &&
           walk.token(tail).word == walk.token(end).word && walk.has(end + 1) &&
           walk.token(end + 1).is_word();
}

// "The 14 ships include | nine built in Korea": some of them, by what was done to them.
bool is_included(const SentenceWalk& walk, const Quantity& quantity, const Quantity& before) {
    const std::size_t done = quantity.end;
    if (!walk.is_any(quantity.begin - 1, {"include", "includes", "included", "including"}) ||
        !(quantity.value < before.value) || quantity.value < Decimal(2) || !walk.has(done + 1))
        return false;
    // "140 wounded, including 20 in a serious condition", "1,400 people, including 22 on Sunday"
    if (walk.is(quantity.begin - 1, "including") &&
        walk.is_any(done, {"in", "at", "on", "over", "near", "from", "under", "with"}))
        return walk.token(done + 1).is_word() && !walk.is(done + 1, WordClass::month);
    return (has_past_ending(walk.document.word(done), 3) ||
            walk.is_any(done, {"built", "held", "made", "seen"})) &&
           walk.is(done + 1, WordClass::preposition);
}

// "1,240 jobs were added, with one plant alone taking on | 320": what one of them does to so many.
bool is_done_by_one(const SentenceWalk& walk, const Quantity& quantity, const Quantity& before) {
    constexpr std::size_t longest = 9;
    const std::size_t first = before.phrase_end();
    if (!closes(walk, quantity.end) || !(quantity.value < before.value) || quantity.begin < first + 3)
        return false;
    std::size_t doing = quantity.begin - 1;
    if (walk.is_any(doing, {"on", "off", "up", "out"})) --doing;
    if (!has_ending(walk.document.word(doing), "ing", 3) ||
        walk.is_any(doing, {"being", "averaging", "including", "during", "following", "turning", "reaching"}))
        return false;
    for (std::size_t i = doing; i-- > first && i + longest > doing;) {
        if (walk.is(i, "with")) return i + 1 < doing && walk.is(i - 1, ",");
        if (!walk.token(i).is_word()) return false;
    }
    return false;
}

// "131 drones; | 128 lost to jamming"
bool is_lost_of_them(const SentenceWalk& walk, const Quantity& quantity, const Quantity& before) {
    return walk.is_any(quantity.begin - 1, {",", ";"}) && quantity.value < before.value &&
           quantity.value >= Decimal(10) && walk.is(quantity.end, WordClass::verb) &&
           !walk.is(quantity.end, WordClass::noun_first) && walk.is_any(quantity.end + 1, {"to", "by", "in"});
}

// "12 shops: | seven in Leeds", "Forty shops have shut (| 12 in Leeds)", "Forty shops, | 12 in Leeds alone, have shut"
bool is_first_part(const SentenceWalk& walk, const Quantity& quantity, const Quantity& before) {
    const std::size_t joint = quantity.begin - 1;
    if (!(quantity.value < before.value)) return false;
    if (walk.is(joint, ",")) return before.phrase_end() == joint;
    return walk.is_any(joint, {":", "(", "–", "—"});
}

// What was counted last, in this sentence or, where it counts nothing, in the one before; none where nothing was.
const Quantity* counted_before(const SentenceWalk& walk) {
    for (auto each = walk.found.rbegin(); each != walk.found.rend(); ++each)
        if (each->kind == Kind::count && !each->unit.empty()) return &*each;
    const bool counted = walk.before && walk.before->kind == Kind::count && !walk.before->unit.empty();
    return walk.found.empty() && counted ? walk.before : nullptr;
}

// "will close", "were let", "fled": the number is what does it or to which it is done.
bool acts(const SentenceWalk& walk, std::size_t verb) {
    static constexpr WordClasses acting{WordClass::auxiliary, WordClass::modal, WordClass::past_form};
    if (!walk.has(verb) || !walk.token(verb).is_word() || walk.token(verb).is_capitalised()) return false;
    return walk.words.classes[walk.token(verb).word].has_any(acting) ||
           has_ending(walk.document.word(verb), "ed", 3);
}

// "the other four fled", "the remaining six were let", "the first two were sold", where more of them were counted
bool is_rest(const SentenceWalk& walk, const Quantity& quantity, const Quantity* before) {
    const std::size_t which = quantity.begin - 1;
    if (quantity.begin < walk.sentence.begin + 2 || !walk.is(which - 1, "the") || !acts(walk, quantity.end))
        return false;
    if (walk.is_any(which, {"other", "remaining"})) return true;
    return walk.is_any(which, {"first", "last"}) && before && quantity.value < before->value &&
           walk.is(quantity.end, WordClass::auxiliary);
}

// "There are 12 schools in the town. | Four will close", "Five men were held. | Two are still in custody", "We tagged nine of the
// animals. | Three crossed"
bool is_part_of_those_before(const SentenceWalk& walk, const Quantity& quantity, const Quantity* before) {
    if (!before || quantity.begin != walk.sentence.begin || !(quantity.value < before->value)) return false;
    return walk.is(quantity.end, WordClass::modal) ||
           walk.is_any(quantity.end, {"are", "were", "have", "had"}) ||
           (acts(walk, quantity.end) && !walk.is(quantity.end, WordClass::adjective)) ||
           (quantity.begin < quantity.core && does_something(walk, quantity.end) &&
            !looks_plural(walk.document, quantity.end));
}

// The "Of" that opens the sentence, behind its quotation mark.
std::size_t opening(const SentenceWalk& walk) {
    const std::size_t first = walk.sentence.begin;
    return walk.token(first).kind == TokenKind::mark ? first + 1 : first;
}

// "Of the 30 schools, inspectors rated | nine inadequate": to which somebody does it, in the clause behind the comma.
bool is_done_to_part(const SentenceWalk& walk, const Quantity& quantity, const Quantity& whole) {
    const std::size_t verb = quantity.begin - 1;
    if (!does_something(walk, verb) && !acts(walk, verb)) return false;
    const bool closes = !walk.has(quantity.end) || !walk.token(quantity.end).is_word() ||
                        walk.is(quantity.end, WordClass::preposition) ||
                        walk.is(quantity.end, WordClass::conjunction) ||
                        looks_adjective(walk.document, quantity.end) ||
                        (walk.ends_at_mark(quantity.end + 1) && !looks_plural(walk.document, quantity.end));
    for (std::size_t i = whole.phrase_end(); closes && i < verb; ++i)
        if (walk.is(i, ",")) return true;
    return false;
}

// "Of its 40 shops, | ten will shut", "Among the 40 schools, | 12 failed"
bool is_part_of_whole_before(const SentenceWalk& walk, const Quantity& quantity, const Quantity* before) {
    constexpr std::size_t longest = 6;  // "of the fleet's"
    const std::size_t first = opening(walk);
    if (!before || walk.found.size() != 1 || quantity.begin <= first + 1 || !(quantity.value < before->value))
        return false;
    const bool of =
        walk.is_any(first, {"of", "among"}) || (walk.is(first, "out") && walk.is(first + 1, "of"));
    const bool owned = before->begin > first && before->begin <= first + longest &&
                       walk.token(before->begin - 1).kind == TokenKind::possessive;
    if (!of || (before->begin > first + 3 && !owned)) return false;
    return walk.is(quantity.begin - 1, ",") ? acts(walk, quantity.end)
                                            : is_done_to_part(walk, quantity, *before);
}

// "14 beds. On Monday all but | two were full", "Of the 1,200 tickets, all but | 90 have gone"
bool is_all_but(const SentenceWalk& walk, const Quantity& quantity, const Quantity& before) {
    return quantity.begin > walk.sentence.begin + 1 && walk.is(quantity.begin - 1, "but") &&
           walk.is(quantity.begin - 2, "all") && quantity.value < before.value &&
           (closes(walk, quantity.end) || walk.is(quantity.end, WordClass::auxiliary) ||
            walk.is(quantity.end, WordClass::modal));
}

// "half of the 1,240 jobs added in the past 12 months, with one plant alone taking on | 320": over the span of time.
bool counts_what_one_did(const SentenceWalk& walk, Quantity& quantity, const Number& number) {
    const Quantity* before = walk.found.empty() ? nullptr : counted_before(walk);
    if (!before || may_be_year(walk.document, number) || number.value.exponent() < 0 ||
        !is_done_by_one(walk, quantity, *before))
        return false;
    quantity.kind = Kind::count;
    quantity.rule = "count.elliptic";
    quantity.borrowed = true;
    quantity.unit = before->unit;
    return true;
}

}  // namespace

bool counts_some_more(const SentenceWalk& walk, Quantity& quantity, const Number& number) {
    if (may_be_year(walk.document, number) || number.value < Decimal(2) || number.value.exponent() < 0)
        return false;
    if (counts_what_one_did(walk, quantity, number)) return true;
    const Quantity* before = counted_before(walk);
    if (before && is_all_but(walk, quantity, *before)) {
        quantity.kind = Kind::count;
        quantity.rule = "count.elliptic";
        quantity.unit = before->unit;
        return true;
    }
    if (!is_rest(walk, quantity, before) && !is_part_of_those_before(walk, quantity, before) &&
        !is_part_of_whole_before(walk, quantity, before))
        return false;
    quantity.kind = Kind::count;
    quantity.rule = "count.elliptic";
    if (before && Decimal(1) < before->value) quantity.unit = before->unit;
    return true;
}

bool counts_on(const SentenceWalk& walk, Quantity& quantity, const Number& number) {
    if (walk.found.empty() || may_be_year(walk.document, number) || quantity.begin == walk.sentence.begin)
        return false;
    const Quantity& before = walk.found.back();
    if (before.kind != Kind::count || before.unit.empty()) return false;
    // "1,037 incidents, including 411 in Lenz"
    const bool including = walk.is(quantity.begin - 1, "including");
    const bool joined = including || walk.is_any(quantity.begin - 1, {",", ";", "and", "with", ":"});
    const bool elsewhere = is_in_a_place(walk, quantity.end) &&
                           (including ? number.value < before.value
                                      : (joined && is_in_a_place(walk, before.phrase_end())) ||
                                            is_first_part(walk, quantity, before));
    const bool told_on =
        (joined && (is_with_same_preposition(walk, quantity, before) ||
                    is_of_other_kind(walk, quantity, before) || is_in_next_place(walk, quantity, before))) ||
        is_part_from_place(walk, quantity, before) || is_had_by_next(walk, quantity, number, before) ||
        is_other_result(walk, quantity, before) || is_left_over(walk, quantity, before) ||
        is_included(walk, quantity, before);
    if (!elsewhere && !told_on && !(joined && is_lost_of_them(walk, quantity, before))) return false;
    quantity.kind = Kind::count;
    quantity.rule = "count.elliptic";
    quantity.borrowed = told_on;
    quantity.unit = before.unit;
    if (told_on) {
        quantity.noun_begin = before.noun_begin;
        quantity.noun_end = before.noun_end;
    }
    return true;
}

}  // namespace figbook
