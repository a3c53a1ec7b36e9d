// Noun phrases from their end: what stands before a verb or a figure.
#include <algorithm>

#include "claim/instrument_codes.hpp"
#include "claim/phrases.hpp"
#include "claim/verbs.hpp"
#include "quantity/counted.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

// "the daily | said"
bool is_press_noun(const SentenceFrame& frame, std::size_t i) {
    return frame.is(i, WordClass::press_noun) && i > frame.sentence.begin &&
           frame.is(i - 1, WordClass::determiner);
}

// "sharply", but not "the family".
bool is_adverb(const SentenceFrame& frame, std::size_t i) {
    return has_ending(frame.word(i), "ly", 2) && !frame.is(i, WordClass::noun_in_ly) &&
           !frame.token(i).is_capitalised() && !is_press_noun(frame, i);
}

// "Support since the invasion | amounts to": nothing is said before it, and it hangs on the noun.
bool hangs_on_noun(const SentenceFrame& frame, std::size_t i) {
    if (!frame.is_any(i, {"since", "after", "before"}) || i == frame.sentence.begin) return false;
    if (!in_noun_phrase(frame, i - 1) || starts_time(frame, i + 1)) return false;
    for (std::size_t k = i; k-- > frame.sentence.begin;)
        if (is_verb_at(frame, k) || frame.token(k).kind == TokenKind::mark) return false;
    return true;
}

// "routes | after its fuel bill": a clause begins, not what hangs on the noun ("sales as a share of output").
bool opens_clause(const SentenceFrame& frame, std::size_t i) {
    if (hangs_on_noun(frame, i)) return false;
    return frame.is(i, WordClass::subordinator) && !is_behind_hyphen(frame, i + 2) &&
           !(frame.is(i, "as") && frame.is(i + 1, "a"));
}

// Without the "out here" of "A flat out here | costs", the "as a whole" of "Output as a whole | rose": where that is, and how much of it.
std::size_t before_here(const SentenceFrame& frame, std::size_t at) {
    if (at < frame.sentence.begin + 2) return at;
    if (frame.is(at - 1, "whole") && at > frame.sentence.begin + 3 && frame.is(at - 3, "as")) return at - 3;
    if (frame.is(at - 1, "outstanding") && in_noun_phrase(frame, at - 2)) return at - 1;
    // "Its worst showing until now | was"
    if (frame.is(at, "now") && frame.is_any(at - 1, {"until", "till"}) && in_noun_phrase(frame, at - 2))
        return at - 1;
    if (at >= frame.sentence.begin + 3 && in_noun_phrase(frame, at - 3) &&
        ((frame.is(at - 1, "now") && frame.is_any(at - 2, {"until", "till"})) ||
         (frame.is(at - 1, "far") && frame.is(at - 2, "so")) ||
         (frame.is(at - 1, "date") && frame.is(at - 2, "to"))))
        return at - 2;
    if (!frame.is_any(at - 1, {"here", "there"})) return at;
    return frame.is_any(at - 2, {"out", "over", "up", "down", "around", "in"}) ? at - 2 : at - 1;
}

TokenRange phrase_ending_at(const SentenceFrame& frame, std::size_t at) {
    at = before_here(frame, before_instrument_code(frame, at));
    TokenRange range{at, at};
    const auto can_take = [&](std::size_t i) {
        return in_noun_phrase(frame, i) ||
               (frame.is(i, WordClass::preposition) && !frame.is(i, "than") && i + 1 < at &&
                !frame.is(i, "to")) ||
               (frame.is(i, "to") && i + 1 < at && !is_verb_at(frame, i + 1) &&
                !frame.is(i + 1, WordClass::infinitive)) ||
               (frame.is(i, "one") && i + 1 < at && in_noun_phrase(frame, i + 1)) ||  // "at one crossing"
               (frame.is_any(i, {"and", "or"}) && i + 1 < at && i > frame.sentence.begin &&
                in_noun_phrase(frame, i - 1) && in_noun_phrase(frame, i + 1)) ||
               (frame.token(i).is_number() &&
                (i + 1 < at || (i > frame.sentence.begin && frame.is(i - 1, "due")) ||  // "notes due 2030"
                 (i > frame.sentence.begin && frame.token(i - 1).is_capitalised() &&
                  !starts_time(frame, i))));  // "the FTSE 100 | rose"
    };
    // "In my village | the nearest", "for the whole of 2024 | the gap": an article behind a noun opens another phrase.
    const auto opens_here = [&](std::size_t i) {
        if (i >= at || i == frame.sentence.begin || !frame.is(i, WordClass::determiner) || frame.is(i, "own"))
            return false;
        if (is_behind_hyphen(frame, i + 2)) return false;  // "a new all-time high"
        const std::size_t previous = i - 1;
        if (frame.is(previous, "ago")) return true;  // "A month ago | the Conservatives led"
        if (previous > frame.sentence.begin && frame.is_any(previous - 1, {"of", "with", "from", "for"}) &&
            has_ending(frame.word(previous), "ing", 2))
            return false;  // "the cost of covering their shifts"
        return !frame.is_one_of(previous, {WordClass::preposition, WordClass::conjunction,
                                           WordClass::determiner, WordClass::modifier}) &&
               !frame.is(previous, "to") &&  // "exports to the coast"
               (frame.token(previous).is_word() || frame.token(previous).is_number());
    };
    while (range.begin > frame.sentence.begin && range.end - range.begin < longest_phrase &&
           can_take(range.begin - 1) && !opens_here(range.begin) && !opens_clause(frame, range.begin - 1))
        --range.begin;
    // "After Halden's plan | Norbank's price fell": two owners without a noun between them and the second
    if (range.begin <= frame.sentence.begin + 1 &&
        frame.is_any(frame.sentence.begin, {"after", "following", "before", "despite", "amid", "since"}))
        for (std::size_t i = range.end; i-- > range.begin + 2;)
            if (frame.token(i).kind == TokenKind::possessive && i > range.begin + 3 &&
                frame.token(i - 1).is_capitalised() && !frame.token(i - 2).is_capitalised() &&
                frame.token(i - 2).is_word() && in_noun_phrase(frame, i - 2) &&
                !frame.is_one_of(i - 2, {WordClass::adjective, WordClass::determiner})) {
                range.begin = i - 1;
                break;
            }
    // "by allowing | 10-year yields to rise"
    for (std::size_t i = range.begin; i + 2 < range.end; ++i)
        if (frame.is(i, "by") && has_ending(frame.word(i + 1), "ing", 3)) range.begin = i + 2;
    // Adverbs before the verb, and what cannot open a phrase, are none of it; "Pupils Together" is a name.
    const auto in_name = [&](std::size_t i) {
        return frame.token(i).is_capitalised() && i > range.begin && frame.token(i - 1).is_capitalised() &&
               frame.sentence.kind == LineKind::prose;
    };
    while (range.end > range.begin &&
           ((frame.is(range.end - 1, WordClass::modifier) && !is_behind_hyphen(frame, range.end - 1) &&
             !in_name(range.end - 1) && !is_press_noun(frame, range.end - 1)) ||
            is_adverb(frame, range.end - 1) || frame.token(range.end - 1).kind == TokenKind::mark))
        --range.end;
    // "voted 31 to 22 on Tuesday for | a bridge that will cost": how many were for it is none of it
    if (range.end > range.begin + 4 && frame.token(range.begin).is_number() &&
        frame.is(range.begin + 1, "to") && frame.token(range.begin + 2).is_number()) {
        std::size_t behind = range.begin + 3;
        while (behind + 1 < range.end && !frame.is_any(behind, {"for", "against"})) ++behind;
        if (frame.is_any(behind, {"for", "against"})) range.begin = behind + 1;
    }
    const auto in_compound = [&](std::size_t i) {  // "Like-for-like sales"
        return i + 1 < range.end && frame.is_written(i + 1, "-") && !frame.token(i + 1).space_before();
    };
    while (range.begin < range.end && !in_compound(range.begin) &&
           (frame.is(range.begin, WordClass::preposition) || frame.is(range.begin, WordClass::modifier) ||
            frame.is(range.begin, "and"))) {
        // "In August inflation": a leading phrase of time or place ends at the next noun phrase that we can see.
        ++range.begin;
        while (range.begin < range.end && starts_time(frame, range.begin)) {
            ++range.begin;
            while (range.begin < range.end &&
                   (frame.is(range.begin, WordClass::time_unit) || frame.token(range.begin).is_number()))
                ++range.begin;
        }
    }
    // "In the quarter | operating profit rose"
    if (range.begin == frame.sentence.begin + 1 && range.end > range.begin + 2 &&
        frame.is(range.begin, "the") &&
        frame.is_any(range.begin + 1, {"quarter", "year", "month", "week", "half", "period"}) &&
        frame.token(range.begin + 2).is_word() && !frame.is(range.begin + 2, WordClass::preposition) &&
        frame.is_any(frame.sentence.begin, {"in", "for", "during", "over"}))
        range.begin += 2;
    // "Last year profits rose", but "Last year's profits" and "Last year was worse"
    if (range.end > range.begin + 2 && frame.is_any(range.begin, {"last", "this", "next"}) &&
        frame.is(range.begin + 1, WordClass::time_unit) &&
        frame.token(range.begin + 2).kind != TokenKind::possessive)
        range.begin += 2;
    return range;
}

// Where the time begins that ends right before `at`, with its preposition: "Sales [since Oct. 1] | stood", "every goal
// [this season] | cost". `at` where none does.
std::size_t before_time(const SentenceFrame& frame, std::size_t at) {
    constexpr std::size_t longest_time = 6;
    static constexpr WordClasses of_time{
        WordClass::month,     WordClass::weekday,     WordClass::time_unit,
        WordClass::time_edge, WordClass::time_marker, WordClass::time_noun,
        WordClass::number,    WordClass::determiner,  WordClass::fiscal_word};
    std::size_t begin = at;
    for (std::size_t i = at; i-- > frame.sentence.begin && i + longest_time >= at;) {
        const bool part = frame.token(i).is_number() || frame.is_written(i, ".") ||
                          frame.has_any(i, of_time) ||
                          (i + 1 == at && frame.is(i, "time")) ||  // "The damage this time | could"
                          (frame.is_any(i, {"and", "to"}) && starts_time(frame, i + 1) &&
                           i > frame.sentence.begin && starts_time(frame, i - 1));  // "between 2011 and 2013"
        if (!part) break;
        if (starts_time(frame, i)) begin = i;
    }
    if (begin < at && begin > frame.sentence.begin + 1 && frame.is_any(begin - 1, {"fiscal", "financial"}))
        --begin;  // "The estimate for fiscal 2018 | has"
    if (begin < at && begin > frame.sentence.begin &&
        (frame.is_any(begin - 1, {"since", "between"}) || frame.is(begin - 1, WordClass::before_year)))
        --begin;
    return begin;
}

// "The government [last month] | raised", "Orlo shares [on Friday] | fell": when it did so is none of the phrase.
TokenRange without_time(const SentenceFrame& frame, TokenRange phrase) {
    if (phrase.end < phrase.begin + 2) return phrase;
    static constexpr WordClasses last{WordClass::time_unit, WordClass::weekday};
    if (!frame.has_any(phrase.end - 1, last)) return phrase;
    std::size_t begin = phrase.end - 1;
    if (frame.is(begin, WordClass::weekday)) {
        if (begin > phrase.begin + 1 && frame.is(begin - 1, WordClass::time_marker)) --begin;
        if (begin > phrase.begin && frame.is(begin - 1, "on")) --begin;
    } else if (frame.is_any(begin - 1, {"last", "this", "next"})) {
        --begin;
        if (begin > phrase.begin + 1 && frame.is_any(begin - 1, {"earlier", "later", "late", "early"}))
            --begin;
    } else {
        return phrase;
    }
    const bool of_time =
        begin > phrase.begin && frame.is(begin - 1, WordClass::preposition);  // "growth for this year"
    return begin > phrase.begin && !of_time ? TokenRange{phrase.begin, begin} : phrase;
}

// A verb that says something of what stands before it: no participle ("shares | valued at") is one.
bool is_finite(const SentenceFrame& frame, std::size_t i) {
    if (frame.is_one_of(i, {WordClass::auxiliary, WordClass::modal}) ||
        frame.is_any(i, {"cost", "costs", "totaled", "totalled", "amounted"}))
        return true;
    return frame.is(i, WordClass::change_verb) && is_verb_at(frame, i) &&
           !has_ending(frame.word(i), "ing", 3);
}

// Where the list of "bonds to fund schools, roads | and clinics" begins, whose end is `last`; its own begin where there is none.
std::size_t before_list(const SentenceFrame& frame, TokenRange last) {
    constexpr std::size_t most_items = 5, longest_last = 7;
    const std::size_t at = last.begin;
    std::size_t begin = at, joint = at;
    while (joint < last.end && joint < at + longest_last && !frame.is_any(joint, {"and", "or"})) ++joint;
    if (!frame.is_any(joint, {"and", "or"})) return at;
    for (std::size_t item = 0; item < most_items; ++item) {
        if (begin < frame.sentence.begin + 3 || !frame.is_written(begin - 1, ",") ||
            !in_noun_phrase(frame, begin - 2))
            return begin;
        const TokenRange thing = phrase_ending_at(frame, begin - 1);
        if (thing.empty() || thing.end + 1 != begin) return begin;
        begin = thing.begin;
    }
    return at;
}

// "A probe to chase the comet | would cost", "the cost to insure against a default | rose": with what it is for, since that is
// no noun that the verb is said of.
TokenRange with_purpose(const SentenceFrame& frame, TokenRange found) {
    const std::size_t first = frame.sentence.begin;
    if (found.empty() || !is_finite(frame, found.end)) return found;
    std::size_t begin = found.begin;
    if (begin > first && frame.is(begin - 1, "such")) --begin;
    begin = before_list(frame, found);
    std::size_t verb = begin;  // what stands between "to" and the phrase: the verb, and small words behind it
    constexpr std::size_t longest = 3;
    while (verb > first && verb + longest > begin &&
           frame.is_one_of(verb - 1, {WordClass::preposition, WordClass::determiner}) &&
           !frame.is(verb - 1, "to"))
        --verb;
    if (verb < first + 3 || !frame.is(verb - 2, "to") || !frame.token(verb - 1).is_word()) return found;
    const bool does = is_verb_at(frame, verb - 1) || frame.is(begin, WordClass::determiner) ||
                      frame.is(verb, WordClass::determiner) || frame.is(begin, "such");
    if (!does || !in_noun_phrase(frame, verb - 3) || frame.is(verb - 3, WordClass::adjective)) return found;
    // "to show | the economy expanded", "to have | prices raised": what is shown or had is what the verb is said of.
    if (frame.is_one_of(verb - 1, {WordClass::cue, WordClass::clause_taking})) return found;
    if (frame.is(verb - 3, WordClass::before_to)) return found;  // "owing to rain | the harvest fell"
    const TokenRange owner = phrase_ending_at(frame, verb - 2);
    if (owner.empty() || owner.end != verb - 2 || starts_time(frame, owner.begin)) return found;
    // "set up by Orlo to", "in response to demand | the price rose"
    const bool is_behind_preposition = owner.begin > first &&
                                       frame.is(owner.begin - 1, WordClass::preposition) &&
                                       !frame.is(owner.begin - 1, WordClass::conjunction);
    return is_behind_preposition ? found : TokenRange{owner.begin, found.end};
}

// Where the cause begins that stands between a noun and its verb: "Output [because of the strike] | fell". The phrase's own begin where
// none does.
std::size_t before_cause(const SentenceFrame& frame, TokenRange found) {
    const std::size_t first = frame.sentence.begin;
    if (found.empty() || found.begin < first + 3) return found.begin;
    std::size_t cause = found.begin - 1;
    const bool result = frame.is(cause, "of") && frame.is(cause - 1, "result");
    if (result && (cause < first + 4 || !frame.is(cause - 3, "as") || !frame.is(cause - 2, "a")))
        return found.begin;
    if (result)
        cause -= 3;
    else if (frame.is(cause, "of") && frame.is(cause - 1, "because"))
        --cause;
    else if (!(frame.is(cause, "to") && frame.is_any(cause - 1, {"due", "owing", "thanks"})))
        return found.begin;
    else
        --cause;
    const bool hangs_on_noun = cause > first && in_noun_phrase(frame, cause - 1) &&
                               !frame.is_one_of(cause - 1, {WordClass::determiner, WordClass::adjective});
    return hangs_on_noun ? cause : found.begin;
}

// "Debt owed to suppliers | has ballooned": before the verb of the clause, a participle with its preposition belongs to
// the noun before it.
TokenRange with_participle(const SentenceFrame& frame, TokenRange found, std::size_t clause_verb) {
    // "Groups supporting the bill | paid"
    if (found.begin > frame.sentence.begin + 1 && frame.is(found.begin - 1, WordClass::trailing_participle) &&
        looks_plural(frame.document, found.begin - 2))
        if (const TokenRange owner = phrase_ending_at(frame, found.begin - 1); owner.end == found.begin - 1)
            return {owner.begin, found.end};
    // "Groups supporting her | paid"
    if (found.begin > frame.sentence.begin && frame.is(found.begin, WordClass::trailing_participle) &&
        frame.token(found.begin - 1).is_word() && !frame.is(found.begin - 1, WordClass::time_unit)) {
        if (frame.is(found.begin - 1, WordClass::pronoun)) return {};  // "the one supporting her"
        const TokenRange owner = phrase_ending_at(frame, found.begin);
        if (owner.end == found.begin) return {owner.begin, found.end};
    }
    // "Drivers caught speeding | can be fined", "Those found guilty | face": how they were caught or found
    if (found.end == found.begin + 1 && found.begin > frame.sentence.begin + 1 &&
        frame.is_any(found.begin - 1, {"caught", "found"}) &&
        (has_ending(frame.word(found.begin), "ing", 3) || frame.is_any(found.begin, {"guilty", "dead"}))) {
        if (frame.is_any(found.begin - 2, {"those", "anyone"})) return {found.begin - 2, found.end};
        const TokenRange owner = phrase_ending_at(frame, found.begin - 1);
        if (owner.end == found.begin - 1 && !owner.empty()) return {owner.begin, found.end};
    }
    if (const TokenRange purpose = with_purpose(frame, found); purpose.begin < found.begin) return purpose;
    while (frame.is(clause_verb, WordClass::modifier) && !is_verb_at(frame, clause_verb)) ++clause_verb;
    if (found.begin < frame.sentence.begin + 2 || !is_verb_at(frame, clause_verb)) return found;
    const bool moves = frame.is_one_of(clause_verb, {WordClass::auxiliary, WordClass::change_verb}) ||
                       frame.is_any(clause_verb, {"came", "comes", "stood", "stands", "totalled", "totaled"});
    std::size_t verb = found.begin - 1;
    while (verb > frame.sentence.begin + 1 &&
           (frame.is(verb, WordClass::preposition) || frame.is(verb, WordClass::determiner)))
        --verb;
    // "Money sent | home by workers": where it is sent
    if (verb + 1 == found.begin &&
        frame.is_any(found.begin, {"home", "back", "abroad", "overseas", "away", "online"}) &&
        (frame.is(found.begin + 1, WordClass::preposition) || found.end == found.begin + 1) &&
        is_verb_at(frame, verb) && !frame.is_one_of(verb, {WordClass::change_verb, WordClass::cue})) {
        const TokenRange owner = phrase_ending_at(frame, verb);
        return owner.empty() || owner.end != verb ? found : TokenRange{owner.begin, found.end};
    }
    // "issued or guaranteed by Barlow"
    const std::size_t joint = verb + 1;
    const bool by = frame.is(joint, "by") || (frame.is(joint + 1, "by") &&  // "Grain shipped out | by river"
                                              frame.is_any(joint, {"out", "off", "in", "up", "down"}));
    if (frame.is(joint, "by") && verb > frame.sentence.begin + 2 && frame.is_any(verb - 1, {"or", "and"}) &&
        has_ending(frame.word(verb - 2), "ed", 3))
        verb -= 2;
    const std::string_view word = frame.word(verb);
    const bool participle =
        joint <= found.begin && frame.is(joint, WordClass::preposition) &&
        !frame.is(joint, WordClass::subordinator) &&
        (has_ending(word, "ed", 2) || has_ending(word, "en", 2) || by ||
         frame.is(verb, WordClass::irregular_past) ||
         frame.is_any(verb, {"caught", "built", "kept", "held", "sent", "lent", "brought"}));
    if (!participle || !is_verb_at(frame, verb)) return found;
    if (frame.is_one_of(verb, {WordClass::cue, WordClass::change_verb}) && !by) return found;
    if (!moves && !by) return found;  // "A library damaged by thugs | managed to"
    const TokenRange owner = phrase_ending_at(frame, verb);
    return owner.empty() || owner.end != verb ? found : TokenRange{owner.begin, found.end};
}

// Where the period begins that ends right before `at` with the day that it ended: "Earnings [in the fourth quarter ended January
// 28] | fell". `at` where none does.
std::size_t before_period_ended(const SentenceFrame& frame, std::size_t at) {
    constexpr std::size_t longest_day = 4,
                          longest_period = 9;  // "January 28, 2024"; "for the 13-week fiscal first quarter"
    static constexpr WordClasses of_period{WordClass::time_unit,  WordClass::time_marker,
                                           WordClass::time_noun,  WordClass::number,
                                           WordClass::determiner, WordClass::adjective};
    const std::size_t first = frame.sentence.begin;
    if (at <= first + 1 || !(frame.token(at - 1).is_number() || frame.is(at - 1, WordClass::month)))
        return at;
    std::size_t ended = at - 1;
    while (ended > first && at - ended <= longest_day &&
           (frame.token(ended).is_number() || frame.is(ended, WordClass::month) ||
            frame.is_any(ended, {",", "."})))
        --ended;
    if (frame.is(ended, "on") && ended > first) --ended;  // "the quarter ended on March 31"
    if (!frame.is_any(ended, {"ended", "ending"})) return at;
    bool has_period = false;
    for (std::size_t i = ended; i-- > first && i + longest_period >= ended;) {
        if (has_period && frame.is_any(i, {"in", "for", "during", "of", "over"})) return i;
        has_period |= frame.is(i, WordClass::time_unit) || frame.is(i, "period");
        const bool part = frame.token(i).is_number() || frame.has_any(i, of_period) ||
                          frame.is_written(i, "-") ||
                          frame.is_any(i, {"period", "fiscal", "financial", "reporting", "trading"});
        if (!part) return at;
    }
    return at;
}

// "Sales at stores [open at least a year] | rose": since when they are there belongs to them. `at` where nothing like it stands.
std::size_t before_open_since(const SentenceFrame& frame, std::size_t at) {
    constexpr std::size_t longest = 6;
    if (at <= frame.sentence.begin + 3 || !frame.is(at - 1, WordClass::time_unit)) return at;
    for (std::size_t i = at - 1; i > frame.sentence.begin + 1 && i + longest > at; --i)
        if (frame.is_any(i, {"open", "opened"}) && in_noun_phrase(frame, i - 1))
            return frame.is_any(i + 1, {"at", "more", "for", "over", "longer"}) ? i : at;
    return at;
}

// "The price they are asking | is £90", "a budget he said | has been cut": the noun before a relative clause without its pronoun.
TokenRange before_bare_relative(const SentenceFrame& frame, std::size_t at) {
    const bool finite = is_verb_at(frame, at) && !has_ending(frame.word(at), "ing", 2);
    if (!finite && !(frame.is_written(at, ",") && starts_figure(frame, at + 1))) return {};
    const auto inner = verb_group_before(frame, at);
    if (!inner || inner->end != at || inner->begin <= frame.sentence.begin + 1) return {};
    const std::size_t who = inner->begin - 1;
    if (!frame.is_any(who, {"they", "it", "he", "she", "we", "you", "i"}) ||
        !in_noun_phrase(frame, who - 1) ||
        frame.is_one_of(who - 1, {WordClass::auxiliary, WordClass::modal, WordClass::relative}) ||
        frame.is_any(who - 1, {"why", "what", "how"}))
        return {};
    const TokenRange thing = phrase_ending_at(frame, who);
    if (thing.empty() || thing.end != who || starts_time(frame, thing.begin)) return {};
    // "Under its plan | it had aimed", "told holders | it expects"
    std::size_t before = thing.begin;
    while (before > frame.sentence.begin && frame.is(before - 1, WordClass::determiner)) --before;
    const bool other =
        before > frame.sentence.begin && (frame.is(before - 1, WordClass::preposition) ||
                                          (before == thing.begin && frame.is(before - 1, WordClass::cue)));
    return other ? TokenRange{} : thing;
}

// Where the age begins that ends right before `at`: "women [over 40] | rose", "voters [aged 18 to 24] | were", "those [aged 65 and over]
// | fell". A number that is a figure of its own is none. `at` where none does.
std::size_t before_age_told(const SentenceFrame& frame, std::size_t at) {
    const std::size_t first = frame.sentence.begin;
    if (at < first + 4) return at;
    std::size_t i = at - 1;
    const bool open =
        frame.is_any(i, {"over", "older", "above", "under", "younger"}) && frame.is_any(i - 1, {"and", "or"});
    if (open) i -= 2;
    if (!frame.token(i).is_number()) return at;
    if (frame.is_any(i - 1, {"to", "and", "-", "–"}) && frame.token(i - 2).is_number()) i -= 2;
    if (i < first + 2) return at;
    const bool bound = frame.is_any(i - 1, {"over", "under", "between"});
    if (frame.is_any(bound ? i - 2 : i - 1, {"aged", "ages"}))
        i -= bound ? 2 : 1;
    else if (bound && !open && looks_plural(frame.document, i - 2) && in_noun_phrase(frame, i - 2))
        --i;
    else if (open && !bound && in_noun_phrase(frame, i - 1) &&  // "people [65 and older] | rose"
             (frame.is(i - 1, WordClass::person_noun) || looks_plural(frame.document, i - 1)))
        ;
    else
        return at;
    for (std::size_t k = 0; k < frame.count(); ++k)
        if (const Quantity& figure = frame.draft(k).quantity; figure.begin < at && figure.end > i) return at;
    return i;
}

}  // namespace

TokenRange noun_phrase_before(const SentenceFrame& frame, std::size_t at) {
    if (at > frame.sentence.begin + 1 &&
        frame.is_any(at - 1, {"itself", "himself", "herself", "themselves"}) && in_noun_phrase(frame, at - 2))
        --at;  // "Bitcoin itself | traded"
    // "The tally of lenders in "distress" | is": before the word that is marked
    if (at > frame.sentence.begin + 5 && frame.is(at - 1, WordClass::quotation_mark) &&
        frame.is(at - 3, WordClass::quotation_mark) && frame.token(at - 2).is_word() &&
        is_verb_at(frame, at)) {
        if (frame.is(at - 4, WordClass::preposition)) return noun_phrase_before(frame, at - 4);
    }
    if (const std::size_t age = before_age_told(frame, at); age < at)
        if (const TokenRange those = phrase_ending_at(frame, age);
            those.end == age && !without_determiner(frame, those).empty())
            return {those.begin, at};
    if (const std::size_t open = before_open_since(frame, at); open < at)
        if (const TokenRange shops = phrase_ending_at(frame, open); !shops.empty()) return {shops.begin, at};
    if (const std::size_t earlier = before_period_ended(frame, at); earlier < at)
        if (const TokenRange said = phrase_ending_at(frame, earlier); !said.empty()) return said;
    const TokenRange found = without_time(frame, phrase_ending_at(frame, at));
    if (!found.empty() && !starts_time(frame, found.begin)) {
        const std::size_t cause = is_verb_at(frame, at) ? before_cause(frame, found) : found.begin;
        return with_participle(frame, cause < found.begin ? phrase_ending_at(frame, cause) : found,
                               found.end);
    }
    if (found.empty() && at > frame.sentence.begin + 2 && is_verb_at(frame, at - 1))
        if (const TokenRange thing = before_bare_relative(frame, at); !thing.empty()) return thing;
    // "Pensions paid | abroad came to £4m"
    if (found.empty() && at >= frame.sentence.begin + 2 &&
        frame.is_any(at, {"abroad", "overseas", "online"}) && is_verb_at(frame, at - 1) &&
        !frame.is_one_of(at - 1, {WordClass::change_verb, WordClass::cue, WordClass::auxiliary}))
        return phrase_ending_at(frame, at - 1);
    // "Orders from | abroad shrank"
    if (found.empty() && at > frame.sentence.begin + 1 && frame.is(at - 1, "from") &&
        frame.is_any(at, {"abroad", "elsewhere"}))
        return phrase_ending_at(frame, at - 1);
    // "the number of homes to let | has halved"
    if (found.empty() && at >= frame.sentence.begin + 3 && frame.is(at - 2, "to") &&
        is_verb_at(frame, at - 1))
        return phrase_ending_at(frame, at - 2);
    const std::size_t earlier = before_time(frame, at);
    if (earlier == at || earlier == frame.sentence.begin) return found;
    const TokenRange behind = phrase_ending_at(frame, earlier);
    if (!behind.empty()) return behind;
    // "A violin made in 1721 | was sold"
    std::size_t verb = earlier - 1;  // "sold locally in October"
    while (verb > frame.sentence.begin && is_adverb(frame, verb)) --verb;
    const bool told = frame.is(at, WordClass::auxiliary) ||
                      (frame.is(at, WordClass::change_verb) && has_ending(frame.word(verb), "ed", 3));
    const bool participle =
        told && is_verb_at(frame, verb) && !frame.is_one_of(verb, {WordClass::auxiliary, WordClass::cue});
    return participle ? phrase_ending_at(frame, verb) : found;
}

std::size_t before_bracketed(const SentenceFrame& frame, std::size_t at) {
    constexpr std::size_t longest = 8;
    if (at <= frame.sentence.begin || !frame.is_written(at - 1, ")")) return at;
    for (std::size_t i = at - 1; i-- > frame.sentence.begin && i + longest > at;)
        if (frame.is_written(i, "(")) return i;
    return at;
}

}  // namespace figbook
