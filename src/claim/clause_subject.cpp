// What the verb of a clause is said of: over what is set between it and its noun.
#include "claim/clause_asides.hpp"
#include "claim/clause_head.hpp"
#include "claim/clause_infinitive.hpp"
#include "claim/clause_relative.hpp"
#include "claim/instrument_codes.hpp"
#include "claim/verbs.hpp"
#include "quantity/counted.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

// The verb of the clause before `at`: "declined [after reporting results,] | slipping".
std::optional<TokenRange> main_verb_before(const SentenceFrame& frame, std::size_t at) {
    const auto verb = verb_group_before(frame, at);
    const bool hangs_on = verb && verb->begin > frame.sentence.begin + 1 &&
                          has_ending(frame.word(verb->end - 1), "ing", 2) &&
                          frame.is_any(verb->begin - 1, {"after", "before", "by", "while", "without"});
    if (!hangs_on) return verb;
    const auto outer = verb_group_before(frame, verb->begin - 1);
    return outer ? outer : verb;
}

// "A wildfire that has grown to 18,500 hectares | burned", "Trees with trunks thicker than 60 centimetres | store": no unit
// does anything, but what it is told of.
TokenRange over_figure(const SentenceFrame& frame, TokenRange found) {
    for (std::size_t i = 0; !found.empty() && i < frame.count(); ++i) {
        const Quantity& quantity = frame.draft(i).quantity;
        // "An income of $780 | a month for the poor | would cost", "A payment of £600 for tenants": of what that is so much
        const bool goes_on = (!quantity.per.empty() && quantity.end == found.begin &&
                              frame.is_any(found.begin, {"a", "an", "per"})) ||
                             (quantity.begin < found.begin && quantity.end > found.begin &&
                              frame.is_one_of(quantity.end, {WordClass::attaching}));
        if (goes_on && quantity.end < found.end && quantity.kind == Kind::money &&
            quantity.begin > frame.sentence.begin + 1 && frame.is(quantity.begin - 1, "of"))
            if (const TokenRange owner = noun_phrase_before(frame, quantity.begin - 1); !owner.empty())
                return owner;
        if (quantity.begin > found.begin || quantity.end < found.end) continue;
        const bool unit =
            quantity.kind == Kind::measure || quantity.kind == Kind::money || quantity.kind == Kind::percent;
        if (!unit || quantity.begin == frame.sentence.begin) continue;
        const auto inner = verb_group_before(frame, quantity.begin);
        if (inner && inner->begin > frame.sentence.begin &&
            frame.is_any(inner->begin - 1, {"that", "which", "who"}))
            return subject_of(frame, *inner);
        // "The cost is $1.6m, which | is a quarter of": of what is so much
        if (inner && inner->end == quantity.begin && frame.is(inner->end - 1, WordClass::copula))
            return subject_of(frame, *inner);
        std::size_t at = quantity.begin;
        while (at > frame.sentence.begin &&
               frame.is_one_of(at - 1, {WordClass::comparison, WordClass::change_comparative}))
            --at;
        const TokenRange owner = noun_phrase_before(frame, at);
        return owner.empty() ? found : owner;
    }
    return found;
}

// "Crime is rife and | joblessness stands at", "broke the record and | the number of fans grew": of the clause that the phrase's
// own "and" begins, where a verb before the phrase has what stands before it. Empty where none does.
TokenRange behind_own_and(const SentenceFrame& frame, TokenRange found) {
    std::size_t before = found.begin;
    std::size_t joint = found.begin + 1;
    while (joint + 1 < found.end && !frame.is(joint, "and")) ++joint;
    if (joint + 1 >= found.end) return {};
    bool counted = false;  // "There are 300 firms and the share of those has grown"
    while (
        before > frame.sentence.begin &&
        (frame.is(before - 1, WordClass::determiner) || frame.token(before - 1).is_number() ||
         (counted && frame.is_any(before - 1, {"more", "than", "about", "now", "some", "nearly", "over"}))))
        counted = frame.token(--before).is_number() || counted;
    if (before == frame.sentence.begin) return {};
    const std::size_t verb = before - 1;
    const bool state = frame.is(verb, WordClass::copula) &&
                       (before == found.begin || (counted && frame.is(joint + 1, WordClass::determiner)));
    static constexpr WordClasses opening{WordClass::cue, WordClass::clause_taking, WordClass::projecting,
                                         WordClass::modal, WordClass::copula};
    const bool object = !frame.has_any(verb, opening) && is_verb_at(frame, verb) &&
                        frame.is(joint + 1, WordClass::determiner) && !frame.is(verb - 1, "to");
    if (!state && !object) return {};
    return {joint + 1, found.end};
}

// "Traders were stunned by the vote and | the bonds fell", not "Homes that were hit by the storm and the flood cost".
bool is_done_by(const SentenceFrame& frame, TokenRange outer, std::size_t by, std::size_t next) {
    return outer.end == by && outer.begin > frame.sentence.begin &&
           frame.is(outer.begin, WordClass::copula) &&
           !frame.is_any(outer.begin - 1, {"who", "that", "which"}) && frame.is(next, WordClass::determiner);
}

// The noun that the clause begins with, where what stands right before its verb only hangs on it.
TokenRange over_attached(const SentenceFrame& frame, TokenRange found, std::size_t verb) {
    const std::size_t before = found.empty() ? verb : found.begin;
    if (before < frame.sentence.begin + 2) return found;
    if (frame.sentence.has(WordClass::told_number))
        if (const TokenRange number = number_told(frame, before, verb); !number.empty()) return number;
    if (found.end > found.begin + 2)
        if (const TokenRange own = behind_own_and(frame, found); !own.empty()) return own;
    found = with_list(frame, found, verb);
    // "slipped on the exchange and | shares in Tessel fell": of the clause that begins there
    const std::size_t joint = frame.is(before - 1, WordClass::determiner) ? before - 2 : before - 1;
    const bool attached = frame.is(joint, WordClass::attaching) ||
                          (frame.is(joint, "since") && starts_time(frame, found.begin));
    if (!found.empty() && attached)
        for (std::size_t i = found.begin + 1; i + 1 < found.end; ++i)
            if (frame.is(i, "and"))
                if (const auto outer = verb_group_before(frame, found.begin);
                    outer && (frame.is_one_of(outer->end - 1, {WordClass::change_verb, WordClass::copula}) ||
                              is_done_by(frame, *outer, joint, i + 1)))
                    return {i + 1, found.end};
    return with_clause_head(frame, found, verb);
}

// Without the word of "Orlo and Dorne each | owe $3m", "The firm, which is coming off a slump, briefly | rose 3%".
std::size_t before_lone_word(const SentenceFrame& frame, std::size_t at) {
    if (at > frame.sentence.begin + 2 && frame.is_any(at - 1, {"each", "both"}) &&
        (in_noun_phrase(frame, at - 2) || frame.token(at - 2).is_number()) &&
        !frame.is_one_of(at - 2, {WordClass::determiner, WordClass::preposition}))
        --at;
    if (at > frame.sentence.begin + 1 && frame.is_written(at - 2, ",") &&
        (frame.is_any(at - 1, {"each", "together"}) ||
         (has_ending(frame.word(at - 1), "ly", 3) && !frame.is(at - 1, WordClass::noun_in_ly) &&
          !frame.token(at - 1).is_capitalised())))  // "On Monday, Italy | said"  // "Masts, each costing £3m"
        --at;
    return at;
}

// With no noun right before the verb, one that a word of its own stands behind: "while Ford's | dropped 7%", which is not that of
// others; "Prices paid | rose".
TokenRange noun_with_word(const SentenceFrame& frame, std::size_t at, TokenRange verb) {
    if (at <= frame.sentence.begin + 1) return {};
    if (frame.token(at - 1).kind == TokenKind::possessive) {
        const TokenRange owner = noun_phrase_before(frame, at - 1);
        if (!owner.empty() && frame.token(at - 2).is_capitalised()) return {owner.begin, at};
    }
    if (frame.is(verb.begin, WordClass::change_verb) &&
        (frame.is_any(at - 1, {"paid", "sold", "made", "used", "filed", "posted", "received", "charged"}) ||
         (has_past_ending(frame.word(at - 1)) && !frame.token(at - 1).is_capitalised() &&
          (frame.is(verb.begin, WordClass::past_form) || has_past_ending(frame.word(verb.begin))) &&
          !frame.is_one_of(at - 1, {WordClass::cue, WordClass::change_verb, WordClass::projecting}))))
        if (const TokenRange thing = noun_phrase_before(frame, at - 1); thing.end == at - 1 && !thing.empty())
            return {thing.begin, at};
    // "The amount raised was $5m", "the number of incidents reported has reached 6,720"
    static constexpr WordClasses standing{WordClass::copula, WordClass::auxiliary, WordClass::modal};
    static constexpr WordClasses telling{WordClass::cue, WordClass::projecting};
    const bool done =
        frame.has_any(verb.begin, standing) &&
        (has_past_ending(frame.word(at - 1), 3) || frame.is_any(at - 1, {"sold", "made", "built", "paid"})) &&
        !frame.token(at - 1).is_capitalised() &&
        (!frame.has_any(at - 1, telling) ||
         frame.is_any(at - 1, {"reported", "announced", "granted", "targeted"}));
    if (done && in_noun_phrase(frame, at - 2) && !frame.token(at - 2).is_capitalised())
        if (const TokenRange thing = noun_phrase_before(frame, at - 1);
            thing.end == at - 1 && !thing.empty() && !starts_time(frame, thing.begin))
            return {thing.begin, at};
    return {};
}

// The noun before what is set in: "the Hang Seng (HSI) | fell", "The spread -- a gauge of confidence -- | rose".
TokenRange over_set_in(const SentenceFrame& frame, std::size_t at) {
    constexpr std::size_t longest = 16;
    if (const std::size_t bracket = before_bracketed(frame, at); bracket < at)
        if (const TokenRange found = noun_phrase_before(frame, bracket); !found.empty()) return found;
    const std::size_t dash = before_dash(frame, at);
    for (std::size_t i = dash; dash < at && i > frame.sentence.begin + 1 && i + longest > dash; --i)
        if (const std::size_t open = before_dash(frame, i); open < i) return noun_phrase_before(frame, open);
    return {};
}

// What the phrase before the verb only says more of: another figure, who somebody is, what a clause of its own tells.
TokenRange over_what_is_told(const SentenceFrame& frame, TokenRange found, std::size_t at, TokenRange verb) {
    // "Tickets on routes such as Lenz-Orlo | cost": those of which an example is told.
    if (found.begin > frame.sentence.begin + 2 && frame.is(found.begin - 1, "as") &&
        frame.is(found.begin - 2, "such"))
        found = noun_phrase_before(frame, found.begin - 2);
    // "Orders, excluding ships -- a gauge of demand -- | rose"
    if (found.begin > frame.sentence.begin + 2 && frame.is(found.begin - 1, "excluding") &&
        frame.is_written(found.begin - 2, ","))
        found = noun_phrase_before(frame, found.begin - 2);
    found = over_figure(frame, found);
    if (const TokenRange described = described_by(frame, found); !described.empty()) return described;
    if (const TokenRange owner = over_relative_clause(frame, found, verb); !owner.empty()) return owner;
    if (const TokenRange owner = with_who_does(frame, found, verb); !owner.empty()) return owner;
    if (const TokenRange owner = over_fronted(frame, found); !owner.empty()) return owner;
    found = over_attached(frame, found, at);
    const TokenRange owner = before_predicate(frame, found);
    return owner.empty() ? found : owner;
}

// Of what the clause before is said, where an "-ing" form goes on with it; none where nothing like it stands there.
std::optional<TokenRange> of_clause_before(const SentenceFrame& frame, std::size_t at, TokenRange verb) {
    if (at <= frame.sentence.begin + 1) return std::nullopt;
    const bool ing = has_ending(frame.word(verb.end - 1), "ing", 2) &&
                     !frame.is_any(verb.end - 1, {"bring", "spring", "swing", "cling", "ring", "sing"});
    const bool comma = frame.is_written(at - 1, ",");
    // "Sales are seen | rising to 40", "began | falling": of what the verb before it is said
    const bool doing = ing && !frame.is(verb.end - 1, WordClass::cue);
    if (is_verb_at(frame, at - 1) && (doing || frame.is_any(at - 1, {"get", "gets", "got"})))
        if (const auto outer = verb_group_before(frame, at); outer && outer->end == at)
            return subject_of(frame, *outer);
    if (!ing) return std::nullopt;
    // "The savings banks, accounting for a fifth of it, faced": what stands right before
    if (comma && frame.is(verb.end - 1, WordClass::share_verb) && in_noun_phrase(frame, at - 2) &&
        !frame.is(verb.end - 1, "making")) {
        const TokenRange before = noun_phrase_before(frame, at - 1);
        const auto outer =
            verb_group_before(frame, at - 1);  // "is a concern, accounting for": of what is one
        if (!outer || outer->end != before.begin) return before;
    }
    // "Bins will be emptied every two weeks, saving £900,000": who or what does the one does the other; not who says it: ", the firm
    // said, taking …"
    if (comma)
        if (const auto outer = main_verb_before(frame, at - 1)) {
            // "Sales showed a decline, falling to 78": it says nothing
            const bool shows = frame.is_any(outer->end - 1, {"showed", "shows", "saw"}) &&
                               frame.is_any(outer->end, {"a", "an"});
            const bool says = frame.is(outer->end - 1, WordClass::cue) && !shows &&
                              !frame.is_any(outer->end - 1, {"went", "goes"}) && !frame.is(outer->end, "to");
            if (!says) return subject_of(frame, *outer);
            return frame.is_any(outer->end - 1, {"said", "says"}) ? told_first(frame, outer->end, at - 1)
                                                                  : TokenRange{};
        }
    // "It improved, raising its speed to 3km/h, growing 9cm": what the first of them says
    constexpr std::size_t furthest = 24;
    if (comma)
        for (std::size_t i = at - 1; i-- > frame.sentence.begin + 1 && i + furthest > at;)
            if (frame.is_written(i, ",") && has_ending(frame.word(i + 1), "ing", 3) &&
                is_verb_at(frame, i + 1))
                if (const auto outer = main_verb_before(frame, i);
                    outer && !frame.is(outer->end - 1, WordClass::cue))
                    return subject_of(frame, *outer);
    // "Shares slumped 17% before recovering 9%"
    if (frame.is_any(at - 1, {"before", "after", "while"}))
        if (const auto outer = verb_group_before(frame, frame.is_written(at - 2, ",") ? at - 2 : at - 1))
            return subject_of(frame, *outer);
    return std::nullopt;
}

// "A decade ago, she said, there | were", "Last year, the firm said, there | were"
bool is_when(const SentenceFrame& frame, TokenRange phrase) {
    if (phrase.empty()) return false;
    static constexpr WordClasses times{WordClass::time_unit, WordClass::month, WordClass::weekday};
    // "In those days, he said, there | were"
    if (frame.is(phrase.end - 1, WordClass::time_unit) && phrase.end <= phrase.begin + 2 &&
        phrase.begin > frame.sentence.begin && frame.is(phrase.begin - 1, WordClass::preposition))
        return true;
    return frame.is(phrase.end, "ago") ||
           (starts_time(frame, phrase.begin) && frame.has_any(phrase.end - 1, times));
}

// "has 12 shops | and is valued": another deed of the same follows.
bool goes_on_with_deed(const SentenceFrame& frame, std::size_t from) {
    constexpr std::size_t furthest = 16;
    for (std::size_t i = from; frame.has(i + 1) && i < from + furthest; ++i)
        if (frame.is_any(i, {"and", "but"}) &&
            (is_verb_at(frame, i + 1) || frame.is_one_of(i + 1, {WordClass::modal, WordClass::auxiliary})))
            return true;
    return false;
}

// "The firm employs 300 people, | has 12 shops and is valued at £5m": of what the deed before the comma is told. None where it is no
// list of deeds.
std::optional<TokenRange> of_deed_before(const SentenceFrame& frame, std::size_t comma, TokenRange verb) {
    if (has_ending(frame.word(verb.end - 1), "ing", 2) || frame.is(verb.end - 1, WordClass::cue) ||
        !goes_on_with_deed(frame, verb.end))
        return std::nullopt;
    const auto deed = verb_group_before(frame, comma);
    if (!deed || frame.is(deed->end - 1, WordClass::cue)) return std::nullopt;
    for (std::size_t i = comma; i-- > frame.sentence.begin && !frame.is_written(i, ",");)
        if (frame.is(i, WordClass::relative) ||
            frame.is_any(i, {"if", "when", "after", "before", "as", "while"}) ||
            (i < deed->begin && is_verb_at(frame, i)))
            return std::nullopt;
    return subject_of(frame, *deed);
}

// "Norgaard, a former mayor, | said", "The bank, which employs …, | said": over what is set between commas; none where nothing is.
std::optional<TokenRange> over_commas(const SentenceFrame& frame, std::size_t at, TokenRange verb) {
    if (at == frame.sentence.begin || !frame.is_written(at - 1, ",")) return std::nullopt;
    if (const TokenRange thing = before_long_aside(frame, at - 1); !thing.empty()) return thing;
    if (const auto thing = of_deed_before(frame, at - 1, verb); thing && !thing->empty()) return thing;
    for (std::size_t i = at - 1; i-- > frame.sentence.begin;) {
        if (!frame.is_written(i, ",")) continue;
        if (const std::size_t bracket = before_bracketed(frame, i); bracket < i)
            return noun_phrase_before(frame, bracket);
        // "Ann Lee, 44, of 12 Mill Lane, withdrew"
        const bool age =
            i > frame.sentence.begin + 1 && frame.token(i - 1).is_number() && frame.is_written(i - 2, ",");
        const TokenRange thing = noun_phrase_before(frame, age ? i - 2 : i);
        return is_when(frame, thing) ? TokenRange{} : thing;
    }
    if (has_ending(frame.word(verb.end - 1), "ing", 2))
        if (const TokenRange thing = told_first(frame, frame.sentence.begin, at - 1); !thing.empty())
            return thing;
    // "The firm, valued at $6 billion, has", "The stadium, built for €310m, opened"
    const bool told =
        has_ending(frame.word(verb.end - 1), "ing", 2) ||
        frame.is_one_of(verb.end - 1, {WordClass::comparison, WordClass::cue, WordClass::auxiliary}) ||
        verb_group_before(frame, at - 1);
    return told ? std::nullopt : std::optional(noun_phrase_before(frame, at - 1));
}

// "The threshold [at which they start paying] | will be cut": the noun before a clause with "at which" and a verb of its own.
TokenRange before_preposed_relative(const SentenceFrame& frame, std::size_t at) {
    constexpr std::size_t furthest = 12;
    if (!frame.sentence.has(WordClass::relative)) return {};
    bool acts = false;
    for (std::size_t i = at; i-- > frame.sentence.begin + 2 && i + furthest > at;) {
        if (frame.token(i).kind == TokenKind::mark && !frame.is_written(i, "-")) return {};
        if (frame.is(i, "which"))
            return acts && frame.is_any(i - 1, {"at", "with", "on", "in", "for", "by"}) &&
                           in_noun_phrase(frame, i - 2)
                       ? noun_phrase_before(frame, i - 1)
                       : TokenRange{};
        acts = acts || is_verb_at(frame, i);
    }
    return {};
}

// Where no noun stands before the verb.
TokenRange subject_from_afar(const SentenceFrame& frame, std::size_t at, TokenRange verb) {
    const std::size_t first = frame.sentence.begin;
    if (const auto found = of_clause_before(frame, at, verb)) return *found;
    // "Closing them | would save £5m": the whole clause.
    if (has_ending(frame.word(first), "ing", 3) && at <= first + 4 && at > first + 1 &&
        frame.token(at - 1).is_word())
        return {first, at};
    if (const auto found = over_commas(frame, at, verb)) return *found;
    // "… and has cut its debt": the subject of the clause before.
    if (at == first || !frame.is_any(at - 1, {"and", "but"})) return {};
    const std::size_t joint = at > first + 1 && frame.is_written(at - 2, ",") ? at - 2 : at - 1;
    const auto outer = verb_group_before(frame, joint);
    return outer ? subject_of(frame, *outer) : TokenRange{};
}

// "Operating | profit rose", "In March, building | permits fell": the form belongs to the noun, since nobody is there who
// does it. "Rising costs fell" is of costs.
TokenRange with_form_before_noun(const SentenceFrame& frame, TokenRange found, std::size_t at) {
    if (found.empty() || found.end != at || found.begin == frame.sentence.begin ||
        frame.is_one_of(found.begin, {WordClass::determiner, WordClass::pronoun}))
        return found;
    const std::size_t form = found.begin - 1;
    if (!has_ending(frame.word(form), "ing", 3) || !frame.is(form, WordClass::verb) ||
        frame.is(form, WordClass::change_verb) || frame.token(found.begin).is_capitalised())
        return found;
    if (form > frame.sentence.begin && !frame.is_written(form - 1, ",")) return found;
    // "was robbed, taking paintings worth": somebody did it before
    for (std::size_t i = frame.sentence.begin; i < form; ++i)
        if (is_verb_at(frame, i)) return found;
    return {form, found.end};
}

}  // namespace

TokenRange subject_of(const SentenceFrame& frame, TokenRange verb) {
    std::size_t at = before_day_set_in(frame, before_instrument_code(frame, verb.begin));
    if (at > frame.sentence.begin && frame.is(at - 1, "to"))
        return subject_of_infinitive(frame, verb, at - 1);
    if (at > frame.sentence.begin + 2 && frame.is(at - 1, WordClass::quotation_mark) &&
        !frame.is(verb.end - 1, WordClass::cue) && !frame.is(verb.begin, WordClass::cue))
        if (const TokenRange title = title_before(frame, at - 1); !title.empty()) return title;
    if (const TokenRange found = through_relative(frame, at, verb); !found.empty()) return found;
    if (const TokenRange found = before_preposed_relative(frame, at); !found.empty()) return found;
    // "Oil hit what | was then a record": of what the clause is said of
    if (at > frame.sentence.begin + 1 && frame.is(at - 1, "what") &&
        frame.is(verb.end - 1, WordClass::copula) && is_verb_at(frame, at - 2))
        if (const auto outer = verb_group_before(frame, at - 1)) return subject_of(frame, *outer);
    at = before_lone_word(frame, at);
    // "were listed as | being worth $2m"
    if (at > frame.sentence.begin + 1 && frame.is(at - 1, "as") && frame.is(verb.begin, "being"))
        if (const auto outer = verb_group_before(frame, at - 1)) return subject_of(frame, *outer);
    if (!has_ending(frame.word(verb.end - 1), "ing", 2))
        if (const TokenRange thing = over_bare_clause(frame, at); !thing.empty()) return thing;
    TokenRange found = noun_phrase_before(frame, at);
    if (const TokenRange head = over_infinitive(frame, found, {at, verb.end}); !head.empty()) return head;
    if (found.empty()) {
        if (const TokenRange thing = noun_with_word(frame, at, verb); !thing.empty()) return thing;
        found = over_set_in(frame, at);
    }
    found = over_what_is_told(frame, found, at, verb);
    return found.empty() ? subject_from_afar(frame, at, verb) : with_form_before_noun(frame, found, at);
}

}  // namespace figbook
