#include "quantity/told_again.hpp"

#include <algorithm>

#include "quantity/counted.hpp"
#include "quantity/leaning_number.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

bool is_span_of_time(const Quantity& quantity) {
    return quantity.kind == Kind::measure && quantity.per.empty() && is_time_unit(quantity.unit);
}

bool has_thing(const Quantity& quantity) {
    return (quantity.kind == Kind::count && !quantity.unit.empty()) || quantity.kind == Kind::money ||
           (quantity.kind == Kind::measure && !is_span_of_time(quantity));
}

// The figure that was told last, in this sentence, where it may be a percentage, or in those right before it; none where there
// is none.
const Quantity* told_last(const SentenceWalk& walk) {
    for (auto each = walk.found.rbegin(); each != walk.found.rend(); ++each)
        if (has_thing(*each) || each->kind == Kind::percent) return &*each;
    return walk.before && has_thing(*walk.before) ? walk.before : nullptr;
}

const Quantity* counted_last(const SentenceWalk& walk) {
    for (auto each = walk.found.rbegin(); each != walk.found.rend(); ++each)
        if (each->kind == Kind::count && !each->unit.empty()) return &*each;
    return walk.before && walk.before->kind == Kind::count && !walk.before->unit.empty() ? walk.before
                                                                                         : nullptr;
}

bool take_from(const SentenceWalk& walk, Quantity& quantity, const Quantity& from) {
    borrow_unit(quantity, from, walk.trace);
    return true;
}

// Right behind the "it" of "it | was 13", "it | will be 24", "it | was down to 90"; 0 where no such stands before the figure.
std::size_t behind_it(const SentenceWalk& walk, const Quantity& quantity) {
    const std::size_t first = walk.sentence.begin;
    std::size_t be = quantity.begin - 1;
    if (quantity.begin > first + 3 && walk.is(be, "to") && walk.is_any(be - 1, {"up", "down"})) be -= 2;
    if (be == first) return 0;
    if (walk.is(be, "at") && be > first + 1 && walk.is_any(be - 1, {"stood", "stands"}))
        return walk.is(be - 2, "it") ? be - 1 : 0;
    if (walk.is(be, "be")) {
        if (walk.is_any(be - 1, {"it'll", "it’ll"})) return be;
        if (be < first + 2 || !walk.is(be - 1, WordClass::modal)) return 0;
        --be;
    } else if (!walk.is_any(be, {"is", "was", "are", "were", "'s", "’s"})) {
        return 0;
    }
    return walk.is_any(be - 1, {"it", "they"}) ? be : 0;
}

// "… it was 13", "today it is 45.", "they are 45": behind a word for the thing itself. Of how many there are it is said
// only beside a word for the time or a move, and never of persons, who have ages: "when he was 13", "they were 14".
bool is_it_again(const SentenceWalk& walk, const Quantity& quantity, const Quantity& from) {
    constexpr std::size_t furthest = 4;
    const std::size_t first = walk.sentence.begin;
    if (quantity.begin < first + 2) return false;
    const std::size_t verb = behind_it(walk, quantity);
    if (verb == 0) return false;
    const std::size_t it = verb - 1;
    const bool they = walk.is(it, "they");
    const bool moved = walk.is(quantity.begin - 1, "to");
    if (they && from.kind == Kind::count && !moved) return false;
    if (!walk.ends_at_dividing_mark(quantity.end) &&
        !walk.is_any(quantity.end, {"in", "last", "this", "a", "and", "but"}))
        return false;
    if (moved) return true;
    for (std::size_t i = it; i-- > first && i + furthest > it;)
        if (walk.is_any(i, {"now", "today", "then", "this", "last", "next", "yesterday", "by", "ago"}) ||
            walk.is(i, WordClass::month))
            return true;
    return false;
}

// "Unemployment is 4.1%. In the north it is | 6.3.", "Support stood at 44%. A year ago it was | 51.": nothing else is told of it.
bool is_percent_again(const SentenceWalk& walk, const Quantity& quantity, const Number& number) {
    if (!walk.found.empty() || number.in_words || number.power || quantity.value < Decimal(1) ||
        !(quantity.value < Decimal(100)) || quantity.begin < walk.sentence.begin + 2)
        return false;
    const auto most = walk.percent->value.absolute().scaled(1),
               least = walk.percent->value.absolute().scaled(-1);
    if (!most || !least || !(quantity.value < *most) || !(*least < quantity.value)) return false;
    std::size_t be = quantity.begin - 1;
    if (walk.is_any(be, {"now", "still", "currently"})) --be;
    return be > walk.sentence.begin && walk.is_any(be, {"is", "was", "'s", "’s"}) && walk.is(be - 1, "it") &&
           (walk.ends_at_dividing_mark(quantity.end) ||
            walk.is_any(quantity.end, {"in", "last", "and", "but"}));
}

// "today we get six", "They want four", "it has nine": somebody named by a pronoun has or wants so many of it.
bool is_had_again(const SentenceWalk& walk, const Quantity& quantity, const Quantity& from) {
    if (quantity.begin < walk.sentence.begin + 2 || !walk.ends_at_dividing_mark(quantity.end)) return false;
    if (walk.is(quantity.end, ":")) return false;
    const std::size_t verb = quantity.begin - 1;
    const bool wants = walk.is_any(verb, {"want", "wants", "need", "needs", "get", "gets", "got"});
    if (!wants || !walk.is(verb - 1, WordClass::pronoun)) return false;
    return from.kind != Kind::money && from.kind != Kind::percent;
}

// "A bag that cost 180 cedis before the war now costs 420": the price of the same, in the money told before it.
bool is_priced_again(const SentenceWalk& walk, const Quantity& quantity) {
    constexpr int unlike = 2;  // powers of ten: a hundred times as much is no price of the same
    // "A loaf costs £1.60. Last year it cost 1.20"
    const bool it = walk.found.empty() && walk.before && quantity.begin > walk.sentence.begin + 1 &&
                    walk.is_any(quantity.begin - 2, {"it", "they", "one"});
    if ((walk.found.empty() && !it) || !walk.ends_at_dividing_mark(quantity.end)) return false;
    const Quantity& before = it ? *walk.before : walk.found.back();
    if (before.kind != Kind::money || quantity.begin <= before.phrase_end() ||
        !walk.is_any(quantity.begin - 1, {"cost", "costs", "fetches", "fetched"}))
        return false;
    const auto most = before.value.scaled(unlike);
    return most && quantity.value < *most;
}

// "had 219 | and Fine Gael 216": how many another has, with the verb said once.
bool goes_on_with_another(const SentenceWalk& walk, std::size_t end) {
    constexpr std::size_t longest = 4;
    if (!walk.is(end, "and")) return false;
    std::size_t i = walk.is(end + 1, "the") ? end + 2 : end + 1;
    const std::size_t name = i;
    while (i < name + longest && walk.has(i) && walk.token(i).is_word() && walk.token(i).is_capitalised())
        ++i;
    return i > name && walk.is_number(i) && walk.ends_at_dividing_mark(i + 1);
}

// "It won 47 of the 93 seats. The New Democrats had 44.": as many of those, and no more than there are.
bool is_had_of_those(const SentenceWalk& walk, const Quantity& quantity, const Quantity& counted) {
    if (quantity.begin < walk.sentence.begin + 2) return false;
    if (!(walk.found.empty() && walk.ends_at_dividing_mark(quantity.end)) &&
        !goes_on_with_another(walk, quantity.end))
        return false;
    if (!walk.is_any(quantity.begin - 1,
                     {"had", "has", "have", "won", "took", "got", "holds", "hold", "held", "lost", "gained"}))
        return false;
    constexpr int least = 5;
    return walk.token(quantity.begin - 2).is_capitalised() && quantity.value < counted.value &&
           Decimal(least) < quantity.value;
}

// "The town had nine pubs. It now has | three.", "Last year it had | 98", "We have | 200 left": who had those has so many of them.
bool has_so_many(const SentenceWalk& walk, const Quantity& quantity, const Quantity& counted) {
    constexpr int unlike = 2;  // powers of ten
    const std::size_t end = walk.is(quantity.end, "left") ? quantity.end + 1 : quantity.end;
    if (quantity.begin < walk.sentence.begin + 2 || !walk.ends_at_dividing_mark(end)) return false;
    std::size_t verb = quantity.begin - 1;
    if (walk.is_any(verb, {"left", "now", "already"})) --verb;
    if (verb <= walk.sentence.begin || !walk.is_any(verb, {"has", "have", "had"})) return false;
    std::size_t who = verb - 1;
    const bool now = walk.is_any(who, {"now", "still", "already", "only", "currently"});
    if (now && who > walk.sentence.begin) --who;
    const auto most = counted.value.scaled(unlike);
    if (!most || !(quantity.value < *most)) return false;
    if (walk.is_any(who, {"it", "they", "we"})) return true;
    // "Today she has | two": where "The club sold 40 players. He has two" is of others
    const bool contrast =
        now || !walk.token(quantity.core).is_number() ? now || who > walk.sentence.begin : true;
    return walk.is_any(who, {"he", "she", "i"}) && contrast;
}

// "1.1 spaces a flat. The city requires | 1.5": of the same, where nobody would count others in parts.
bool is_in_parts_too(const SentenceWalk& walk, const Quantity& quantity, const Quantity& counted) {
    if (counted.value.exponent() >= 0 || quantity.value.exponent() >= 0 || counted.has_magnitude ||
        quantity.begin < walk.sentence.begin + 2 || !walk.ends_at_dividing_mark(quantity.end))
        return false;
    const auto most = counted.value.scaled(1), least = counted.value.scaled(-1);
    const std::size_t verb = quantity.begin - 1;
    return (does_something(walk, verb) || walk.is(verb, WordClass::only_verb)) && most && least &&
           quantity.value < *most && *least < quantity.value;
}

// "there are three | waiting", "there are 40 | left": what those do that were counted
bool tells_what_they_do(const SentenceWalk& walk, std::size_t end) {
    return walk.has(end) && ((has_ending(walk.document.word(end), "ing", 3) && walk.token(end).is_word()) ||
                             walk.is_any(end, {"left", "inside", "outside", "more", "today", "now"}));
}

// "there used to be 70", "there were 46", "there are now three": without a noun behind it
bool is_there_again(const SentenceWalk& walk, const Quantity& quantity) {
    std::size_t at = quantity.begin;
    if (at < walk.sentence.begin + 2 ||
        (!walk.ends_at_dividing_mark(quantity.end) && !tells_what_they_do(walk, quantity.end)))
        return false;
    if (walk.is_any(at - 1, {"now", "still", "already"}) && at > walk.sentence.begin + 2) --at;
    if (at >= walk.sentence.begin + 4 && walk.is(at - 1, "be") && walk.is(at - 2, "to") &&
        walk.is(at - 3, "used"))
        return walk.is(at - 4, "there");
    if (walk.is(at - 1, "be") && walk.is(at - 2, WordClass::modal)) return walk.is(at - 3, "there");
    return walk.is_any(at - 1, {"were", "are"}) && walk.is(at - 2, "there");
}

// "another 75 in place by spring", "to have 650 in orbit"
bool is_further(const SentenceWalk& walk, const Quantity& quantity) {
    const bool further = quantity.begin < quantity.core &&
                         walk.is_any(quantity.core - 1, {"another", "further", "additional"});
    // "would recruit another 2,000 next year"
    if (further &&
        (walk.is_any(quantity.end, {"next", "this", "last"}) || walk.ends_at_dividing_mark(quantity.end)))
        return true;
    // "hopes to tag 15 more next summer", "plans three more."
    const std::size_t more = quantity.end + 1;
    if (walk.is_any(quantity.end, {"more", "fewer"}) && quantity.begin > walk.sentence.begin &&
        !walk.is(quantity.begin - 1, "no"))
        return walk.ends_at_dividing_mark(more) ||
               walk.is_any(more, {"next", "this", "last", "by", "since", "before", "and"});
    if (further && walk.is_any(quantity.end, {"inside", "outside", "from", "near"})) return true;
    if (!walk.is_any(quantity.end, {"in", "by", "on", "at"})) return false;
    if (further) return true;
    return quantity.begin > walk.sentence.begin && walk.is(quantity.end, "in") &&
           walk.is_any(quantity.begin - 1, {"have", "has", "had", "put"}) &&
           !walk.is_any(quantity.end + 1, {"cash", "all", "total", "a", "the"}) &&
           !walk.words.times.can_start(walk.token(quantity.end + 1).word);
}

// "compared with | six in 2019", "up from | six": what a count of the same sentence is held against.
bool is_compared(const SentenceWalk& walk, const Quantity& quantity) {
    if (walk.found.empty() || quantity.begin < walk.sentence.begin + 2) return false;
    const std::size_t back = quantity.begin - 1;
    const bool compared = walk.is_any(back, {"with", "to"}) && walk.is(back - 1, "compared");
    const bool from = walk.is(back, "from") && walk.is_any(back - 1, {"up", "down"});
    if (!compared && !from) return false;
    // "compared with just ten the previous year"
    if (walk.is(quantity.end, "the") && walk.is_any(quantity.end + 1, {"previous", "year", "same"}))
        return true;
    return walk.ends_at_dividing_mark(quantity.end) ||
           walk.is_any(quantity.end, {"in", "by", "at", "during", "before", "on", "a", "last", "previously"});
}

// "The firm employs 400 people. That is | 30 more than last year"
bool is_difference(const SentenceWalk& walk, const Quantity& quantity) {
    const std::size_t first = walk.sentence.begin + (walk.token(walk.sentence.begin).kind == TokenKind::mark);
    if (!walk.found.empty() || quantity.begin != first + 2 || !walk.is_any(first, {"that", "this"}) ||
        !walk.is_any(first + 1, {"is", "was", "'s", "’s"}))
        return false;
    // "That is | nine a day"
    if (walk.is_any(quantity.end, {"a", "every"}) && walk.is(quantity.end + 1, WordClass::time_unit))
        return true;
    return walk.is_any(quantity.end, {"more", "fewer", "less"}) && walk.is(quantity.end + 1, "than");
}

// "plans 600 | this year", "have cleaned 412 | so far", "get 62 | to 70": nothing that the number could count stands behind it.
bool ends_there(const SentenceWalk& walk, const Quantity& quantity, bool in_words) {
    const std::size_t end = quantity.end;
    // 'destroyed 117 "plane-like" drones': what is counted stands in quotation marks
    const bool quoted = walk.is(end, WordClass::quotation_mark) && walk.token(end).space_before();
    if (walk.ends_at_dividing_mark(end)) return !quoted;
    if (walk.is(end, "so")) return walk.is(end + 1, "far");
    if (walk.is_any(end, {"this", "last", "next"})) return walk.is(end + 1, WordClass::time_unit);
    if (in_words) return false;
    if (walk.is(end, "to"))
        return walk.has(end + 1) && walk.is_number(end + 1) && walk.ends_at_dividing_mark(end + 2);
    return walk.is_any(end, {"in", "on", "by", "since"}) && walk.has(end + 1) &&
           (walk.token(end + 1).is_number() || walk.is(end + 1, WordClass::month) ||
            walk.is(end + 1, WordClass::weekday));
}

// "cleaned", "sold", "plans": what is done to things that can be counted; not saying, moving or being, nor what is done with scores,
// times, ages and places in a list: "turned 40", "finished 12th", "scored 300", "opened at 9".
bool is_done_to_things(const SentenceWalk& walk, std::size_t verb) {
    const Token& token = walk.token(verb);
    if (!token.is_word() || token.is_capitalised() || walk.is(verb, WordClass::done_with_scores))
        return false;
    for (const WordClass other : {WordClass::cue, WordClass::copula, WordClass::change_verb, WordClass::modal,
                                  WordClass::auxiliary, WordClass::preposition})
        if (walk.is(verb, other)) return false;
    return does_something(walk, verb) || walk.is(verb, WordClass::past_form) ||
           has_ending(walk.document.word(verb), "ed", 3);
}

// "They | cleaned", "has | sold", "to | sell", "and | lost": somebody does it; not "the back four", "a revised 121", "mixed coxed fours".
bool is_act(const SentenceWalk& walk, std::size_t verb, bool in_words) {
    const std::size_t who = verb - 1;
    for (const WordClass doing :
         {WordClass::pronoun, WordClass::auxiliary, WordClass::modal, WordClass::conjunction})
        if (walk.is(who, doing)) return true;
    if (walk.is_any(who, {"to", "far", "already", "also", "now"})) return true;
    if (in_words || !walk.token(who).is_word()) return false;
    for (const WordClass describing :
         {WordClass::determiner, WordClass::adjective, WordClass::preposition, WordClass::possessive_pronoun})
        if (walk.is(who, describing)) return false;
    return walk.token(who).is_capitalised() || looks_plural(walk.document, who) || walk.is(who - 1, "the") ||
           walk.is(who - 1, WordClass::possessive_pronoun);
}

// "40 hospitals | but has | opened", "40 hospitals | and so far has | opened": what the same ones did.
bool is_set_against(const SentenceWalk& walk, std::size_t from, std::size_t to) {
    constexpr std::size_t longest = 10;
    bool joined = false, has = false;
    if (to > from + longest) return false;
    for (std::size_t i = from; i < to; ++i) {
        joined |= walk.is_any(i, {"but", "and", "yet"});
        has |= joined && walk.is_any(i, {"has", "have", "had"});
    }
    return has;
}

// "They have cleaned | 412 so far", "It was built for | 300": as many of what the sentence before counted.
bool is_done_to_those(const SentenceWalk& walk, const Quantity& quantity, const Quantity& counted,
                      bool in_words) {
    constexpr int thousands = 3;
    const bool room = quantity.begin > walk.sentence.begin && walk.is(quantity.begin - 1, "for");
    // "promised 40 hospitals but has opened three"
    const bool set_against =
        &counted != walk.before && is_set_against(walk, counted.phrase_end(), quantity.begin);
    const bool told_before =
        room || set_against || &counted == walk.before || walk.is_any(quantity.end, {"this", "last", "next"});
    if (!told_before || quantity.begin < walk.sentence.begin + 2 || !ends_there(walk, quantity, in_words))
        return false;
    const auto most = counted.value.scaled(thousands);
    if (!most || !(quantity.value < *most)) return false;
    const std::size_t back = quantity.begin - 1;
    if (room) return walk.is_any(back - 1, {"built", "designed", "meant", "intended", "equipped"});
    return is_done_to_things(walk, back) && is_act(walk, back, in_words);
}

// "against the | 121 it won in 2019", "fewer than the | 121 they had": as many of what was counted before.
bool is_had_then(const SentenceWalk& walk, const Quantity& quantity) {
    const std::size_t back = quantity.begin - 1;
    if (quantity.begin < walk.sentence.begin + 3 || !walk.is(back, "the")) return false;
    // "nearly double the | 720 of a year ago"
    if (walk.is_any(back - 1, {"double", "triple", "half", "twice", "below", "above", "than", "times"}) &&
        walk.is(quantity.end, "of") && walk.is_any(quantity.end + 1, {"a", "last", "the"}))
        return walk.is(quantity.end + 2, WordClass::time_unit) || walk.is(quantity.end + 2, "previous");
    return walk.is_any(back - 1, {"against", "than", "from", "to", "with", "of", "on"}) &&
           walk.is_any(quantity.end, {"it", "they", "he", "she", "we"}) && walk.has(quantity.end + 1) &&
           walk.token(quantity.end + 1).is_word();
}

// "They want | 350", "For a man who takes home | 2,300 a month", "she earned | 60,000": money, as it was told right before.
bool is_paid_again(const SentenceWalk& walk, const Quantity& quantity, const Quantity& from) {
    constexpr int least = 10, unlike = 3;  // powers of ten
    if (from.kind != Kind::money || quantity.value < Decimal(least) ||
        quantity.begin < walk.sentence.begin + 2)
        return false;
    std::size_t verb = quantity.begin - 1;
    if (walk.is(verb, "home") || (walk.is(verb, "for") && walk.is_any(verb - 1, {"ask", "asks", "asked"})))
        --verb;
    if (!walk.is_any(verb,
                     {"want", "wants", "charge", "charges", "charged", "ask", "asks", "asked", "demand",
                      "demands", "pay", "pays", "paid", "earn", "earns", "earned", "take", "takes", "took"}))
        return false;
    const bool took = walk.is_any(verb, {"take", "takes", "took"});
    if (took && verb + 1 == quantity.begin) return false;
    const bool each =
        walk.is_any(quantity.end, {"a", "per"}) && walk.is(quantity.end + 1, WordClass::time_unit);
    if (!walk.ends_at_dividing_mark(quantity.end) && !each) return false;
    const auto most = from.value.scaled(unlike), least_like = from.value.scaled(-unlike);
    return most && least_like && quantity.value < *most && *least_like < quantity.value;
}

// "against seven by this point of 2018"
bool is_against(const SentenceWalk& walk, const Quantity& quantity) {
    return quantity.begin > walk.sentence.begin && walk.is(quantity.begin - 1, "against") &&
           walk.is_any(quantity.end, {"by", "at", "during", "before", "on"});
}

// What is measured by bare numbers of its own: an index, a currency in another.
bool is_of_market(const SentenceWalk& walk, const Quantity& quantity) {
    static constexpr WordClasses markets{WordClass::traded, WordClass::index_name};
    const bool exchanged =
        walk.is_any(quantity.end, {"to", "per", "against"}) && walk.is(quantity.end + 1, "the");
    return exchanged || walk.sentence.classes.has_any(markets);
}

}  // namespace

void borrow_unit(Quantity& quantity, const Quantity& from, Trace* trace) {
    quantity.kind = from.kind;
    quantity.unit = from.unit;
    quantity.unit_assumed = from.unit_assumed;
    quantity.borrowed = true;
    quantity.rule = "unit.borrowed";
    note(trace, {quantity.core, Field::unit, quantity.rule, from.core, from.end, from.core});
}

bool read_told_again(const SentenceWalk& walk, Quantity& quantity, const Number& number) {
    if (may_be_year(walk.document, number)) return false;
    if (walk.percent && is_percent_again(walk, quantity, number))
        return take_from(walk, quantity, *walk.percent);
    const Quantity* last = told_last(walk);
    if (!last) return false;
    const Quantity* counted = counted_last(walk);
    if (counted && is_in_parts_too(walk, quantity, *counted)) {
        quantity.per = counted->per;
        return take_from(walk, quantity, *counted);
    }
    if (number.value < Decimal(2) && !is_priced_again(walk, quantity)) return false;
    const bool in_digits = !number.in_words && !number.power;
    if (is_it_again(walk, quantity, *last) || is_had_again(walk, quantity, *last) ||
        is_priced_again(walk, quantity) || (in_digits && is_paid_again(walk, quantity, *last)))
        return take_from(walk, quantity, *last);
    if (number.value.exponent() < 0 || !counted) return false;
    // "Ten years ago it had 600": beside nothing but a span of time
    const bool alone = std::all_of(walk.found.begin(), walk.found.end(), is_span_of_time);
    const bool has = alone && has_so_many(walk, quantity, *counted);
    const bool held = !number.in_words && is_had_of_those(walk, quantity, *counted);
    if (held || has || is_there_again(walk, quantity) || is_further(walk, quantity) ||
        is_against(walk, quantity) || is_compared(walk, quantity) || is_difference(walk, quantity) ||
        is_had_then(walk, quantity))
        return take_from(walk, quantity, *counted);
    if (!is_done_to_those(walk, quantity, *counted, number.in_words)) return false;
    take_from(walk, quantity, *counted);
    quantity.rule = "count.elliptic";
    return true;
}

namespace {

// "The show drew | 650,000", "employs | 12,000": of people, whom no noun names.
bool takes_people(const SentenceWalk& walk, std::size_t verb, const Quantity& quantity) {
    const auto takes = [&walk](std::size_t i) {
        return walk.is_any(
            i, {"employs",   "employ",   "employed",     "employing",  "drew",         "draws",   "drawing",
                "attracted", "attracts", "attracting",   "welcomed",   "welcomes",     "seats",   "sleeps",
                "hold",      "holds",    "accommodates", "represents", "representing", "involved"});
    };
    const bool room = walk.is_any(verb, {"seat", "seats", "sleep", "sleeps", "houses", "housing", "housed"});
    // "was meant for 2,000"
    const bool meant = walk.is(verb, "for") && verb > walk.sentence.begin &&
                       walk.is_any(verb - 1, {"built", "designed", "meant", "intended", "licensed"});
    if (!(room && !(quantity.value < Decimal(10))) && !meant &&
        (!takes(verb) || quantity.value < Decimal(100)))
        return false;
    // "employs 163,000 people while Orlo employs 47,000": as many of those
    const bool holds = walk.is_any(verb, {"hold", "holds"});  // "lost 300 seats and now holds 1,100"
    for (const Quantity& before : walk.found)
        if (before.kind == Kind::count && !before.unit.empty() && before.noun_begin > walk.sentence.begin &&
            (holds || takes(before.begin - 1)))
            return false;
    return walk.ends_at_dividing_mark(quantity.end) ||
           walk.is_any(quantity.end, {"in", "on", "last", "this", "at", "but"});
}

}  // namespace

void count_told_again(const SentenceWalk& walk, Quantity& quantity) {
    const bool bare = quantity.kind == Kind::number && quantity.rule == "number.bare" &&
                      !quantity.tentative && quantity.per.empty() && quantity.value.exponent() >= 0 &&
                      !(quantity.value < Decimal(2));
    if (!bare || quantity.begin == walk.sentence.begin || is_of_market(walk, quantity)) return;
    const std::size_t back = quantity.begin - 1;
    const bool verb = does_something(walk, back);
    // "puts the number of dead above 1,000"
    if (walk.is(back, WordClass::casualty) && walk.is(back - 1, "of")) {
        quantity.kind = Kind::count;
        quantity.unit = "people";
        quantity.rule = "count.casualty";
        return;
    }
    if (takes_people(walk, back, quantity)) {
        quantity.kind = Kind::count;
        quantity.rule = "count.elliptic";
        return;
    }
    const bool infinitive = back > walk.sentence.begin && walk.is(back - 1, "to") &&
                            walk.token(back).is_word() &&
                            !walk.is(back, WordClass::determiner);  // "aims to inoculate 40 million"
    const bool aimed = walk.is(back, "for") &&
                       walk.is_any(back - 1, {"aiming", "aims", "aimed", "aim", "hoping", "hopes", "hoped"});
    const bool planned = walk.is(back, "of") &&
                         (walk.is(back - 1, WordClass::aim_noun) || walk.is(back - 1, WordClass::plan_noun));
    const bool closer = quantity.begin < quantity.core && walk.is(quantity.begin, "closer");
    const bool tallied = walk.sentence.has(WordClass::tally) && walk.is_any(back, {"to", "from"});
    const bool ranges = quantity.high && (walk.is(back, "range") || walk.is(back, "from"));
    if (!verb && !infinitive && !planned && !aimed && !closer && !tallied && !ranges &&
        !walk.is(back, WordClass::only_verb))
        return;
    if (!walk.ends_at_dividing_mark(quantity.end) && !walk.is(quantity.end, WordClass::preposition) &&
        !walk.is(quantity.end, WordClass::conjunction))
        return;
    // "owns three lorries. … has offered 500 million": nobody tells them together
    constexpr int thousands = 3;
    const Quantity* counted = counted_last(walk);
    const auto most = counted ? counted->value.scaled(thousands) : std::nullopt;
    if (most && quantity.value < *most) take_from(walk, quantity, *counted);
}

bool is_expected_by(const SentenceWalk& walk, std::size_t number_begin, std::size_t noun_begin,
                    std::size_t noun_end) {
    if (noun_end <= noun_begin || number_begin == walk.sentence.begin) return false;
    if (!walk.is(number_begin - 1, "the") || !walk.is(noun_end - 1, WordClass::expecter)) return false;
    if (walk.is(noun_end, WordClass::foreseen)) return true;
    if (!walk.is_any(noun_end, {"had", "have", "were", "was"})) return false;
    return walk.is(noun_end + 1, WordClass::projecting) ||
           walk.is_any(noun_end + 1,
                       {"been", "pencilled", "penciled", "looking", "asked", "wanted", "assumed"});
}

}  // namespace figbook
