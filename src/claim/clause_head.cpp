#include "claim/clause_head.hpp"

#include <algorithm>

#include "claim/verbs.hpp"
#include "quantity/counted.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

// "to", "in", "with": joins a noun to the one before it, and never opens a clause.
bool attaches(const SentenceFrame& frame, std::size_t i) {
    return (frame.is(i, WordClass::attaching) && !frame.is_any(i, {"than", "per"})) ||
           frame.is_any(i, {"into", "under", "over", "about", "through", "against", "outside", "inside",
                            "near", "behind", "around", "within", "towards", "toward", "beyond", "without"});
}

// Verbs behind which a clause of its own may begin without a "that": "said sales at shops | rose".
bool may_open_clause(const SentenceFrame& frame, std::size_t i) {
    return frame.is_one_of(i, {WordClass::cue, WordClass::clause_taking, WordClass::projecting});
}

// "sold", "raised", "took": a verb in a form of the past, as far as the word tells.
bool has_past_form(const SentenceFrame& frame, std::size_t i) {
    return has_past_ending(frame.word(i), 3) ||
           frame.is_one_of(i, {WordClass::past_form, WordClass::irregular_past});
}

}  // namespace

bool is_participle(const SentenceFrame& frame, std::size_t i) {
    const bool form = has_past_ending(frame.word(i)) || has_ending(frame.word(i), "en", 3) ||
                      frame.is(i, WordClass::irregular_past) ||
                      frame.is_any(i, {"held", "hurt", "hit", "set", "put", "lent", "sent", "known", "shown",
                                       "drawn", "grown", "born", "worn", "torn", "cast", "built", "kept"});
    if (!form || frame.is(i, WordClass::change_verb) || frame.token(i).is_capitalised()) return false;
    std::size_t behind = i + 1;
    while (frame.has(behind) && (frame.is(behind, WordClass::modifier) ||
                                 frame.is_any(behind, {"mostly", "mainly", "aside", "up", "out", "off"})))
        ++behind;
    // "entries awarded the top grades"
    const bool given = frame.is(behind, WordClass::determiner) &&
                       frame.is_any(i, {"awarded", "given", "offered", "granted", "denied", "paid", "sent"});
    return given || attaches(frame, behind) || frame.is(behind, "to");
}

namespace {

// "held captive by", "being held", "found dead in": a participle with how somebody is behind it, or with "being" before it.
bool is_held_so(const SentenceFrame& frame, std::size_t i) {
    return frame.is(i - 1, "being") ||
           (frame.is_any(i, {"held", "found", "left", "taken", "kept"}) &&
            frame.is_any(i + 1, {"captive", "hostage", "dead", "unclaimed", "homeless", "prisoner"}));
}

// "to have been freed": the auxiliaries of what somebody is to do.
bool is_of_infinitive(const SentenceFrame& frame, std::size_t i) {
    constexpr std::size_t longest = 3;
    for (std::size_t k = i; k > frame.sentence.begin && k + longest > i; --k) {
        if (!frame.is_any(k, {"have", "be", "been"})) return false;
        if (frame.is(k - 1, "to")) return true;
    }
    return false;
}

// True where a clause may begin at `i`, as far as the word or mark before it says.
bool begins_behind(const SentenceFrame& frame, std::size_t i) {
    return i == frame.sentence.begin || frame.token(i - 1).kind == TokenKind::mark ||
           frame.is_any(i - 1, {"and", "but", "or", "that", "because", "while", "when", "if", "as", "since",
                                "although", "though"}) ||
           may_open_clause(frame, i - 1);
}

}  // namespace

bool is_told_of_noun(const SentenceFrame& frame, std::size_t i) {
    if (frame.token(i).is_number()) return true;
    if (attaches(frame, i) || frame.is(i, "to") || frame.is(i, WordClass::determiner)) return true;
    if (is_verb_at(frame, i))  // "exports to the coast": a noun too
        return is_participle(frame, i) || is_of_infinitive(frame, i) ||
               (frame.is(i, WordClass::noun_first) && attaches(frame, i + 1));
    if (frame.is(i, WordClass::modifier)) return true;
    return in_noun_phrase(frame, i) || is_participle(frame, i) || is_of_infinitive(frame, i);
}

namespace {

// Not "Last year, homes and | flats", "Back in May, homes and | flats", "Counting all, homes and | flats".
bool may_be_listed(const SentenceFrame& frame, TokenRange thing) {
    static constexpr WordClasses times{WordClass::month, WordClass::weekday, WordClass::time_unit};
    return !starts_time(frame, thing.begin) && !frame.is(thing.begin, WordClass::pronoun) &&
           !frame.has_any(thing.end - 1, times) && !frame.token(thing.end - 1).is_number() &&
           !(thing.begin == frame.sentence.begin && has_ending(frame.word(thing.begin), "ing", 3));
}

// The token at which the list begins that `last` ends, with what its first item hangs on where no verb parts them: "coal, oil and |
// gas", "Emissions from coal, oil, and | gas". `last`'s own begin where it ends none.
std::size_t begin_of_list(const SentenceFrame& frame, TokenRange last) {
    constexpr std::size_t most_items = 6;
    const std::size_t first = frame.sentence.begin;
    std::size_t joint = last.begin;
    while (joint < last.end && !frame.is_any(joint, {"and", "or"})) ++joint;
    std::size_t begin = last.begin;
    std::size_t items = 1;  // before the commas
    if (joint == last.end) {
        if (begin < first + 3 || !frame.is_any(begin - 1, {"and", "or"})) return last.begin;
        --begin;  // ", and gas": after two commas at the least, since one may part two clauses
        items = 2;
    }
    for (std::size_t item = 0; item < most_items; ++item) {
        const bool comma = begin > first + 1 && frame.is_written(begin - 1, ",");
        const TokenRange thing = comma ? noun_phrase_before(frame, begin - 1) : TokenRange{};
        if (thing.empty() || thing.end + 1 != begin || !may_be_listed(frame, thing))
            return item < items ? last.begin : begin;
        begin = thing.begin;
    }
    return last.begin;
}

// "burning" of "emissions from burning | coal": what is done with a noun, as the thing that another hangs on.
bool is_deed_of(const SentenceFrame& frame, std::size_t i) {
    return i > frame.sentence.begin && has_ending(frame.word(i), "ing", 3) && attaches(frame, i - 1);
}

// "the number of homes | the council owns | fell", "the amount | they owe | rose": a second noun phrase right behind the first, of somebody
// who does something with it.
bool opens_second_noun(const SentenceFrame& frame, std::size_t at) {
    const bool opens = frame.is_any(at, {"the", "a", "an", "it", "they", "he", "she", "we", "you", "i"}) ||
                       frame.is(at, WordClass::possessive_pronoun);
    return opens && !starts_time(frame, at);
}

// "number of homes" of "the number of homes | the council owns": to where the second noun phrase opens.
TokenRange number_counted(const SentenceFrame& frame, std::size_t number) {
    TokenRange found = noun_phrase_from(frame, number);
    // "the number of sick or injured birds"
    if (frame.is_any(found.end, {"or", "and"}) && found.end > number + 2 &&
        !looks_plural(frame.document, found.end - 1) && frame.is(number, "number") &&
        !frame.is(found.end + 1, WordClass::determiner))
        for (std::size_t i = found.end + 1; i <= found.end + 2; ++i)
            if (const TokenRange rest = noun_phrase_from(frame, i); !rest.empty()) {
                found.end = rest.end;
                break;
            }
    for (std::size_t i = number + 1; i < found.end; ++i)
        if (opens_second_noun(frame, i) && frame.token(i - 1).is_word() &&
            !frame.is_one_of(i - 1, {WordClass::preposition, WordClass::determiner, WordClass::conjunction}))
            found.end = i;
    return found;
}

// "sold [last year] | cost", "built [in May 2023] | fell": before the time that ends right before `at`; `at` where none does.
std::size_t before_short_time(const SentenceFrame& frame, std::size_t at) {
    if (at < frame.sentence.begin + 3) return at;
    std::size_t begin = at - 1;
    if (frame.is_any(begin, {"yesterday", "today", "recently"})) return begin;
    if (frame.is(begin, WordClass::time_unit) &&
        frame.is_any(begin - 1, {"last", "this", "next", "each", "every"}))
        return begin - 1;
    if (frame.token(begin).is_number() && frame.is(begin - 1, WordClass::month)) --begin;
    const bool time =
        frame.is_one_of(begin, {WordClass::month, WordClass::weekday}) || starts_time(frame, begin);
    return time && frame.is_any(begin - 1, {"in", "on", "during", "since", "by"}) ? begin - 1 : at;
}

// "sold", "owns", "need": what somebody does with the noun of which that is told; neither saying nor being.
bool is_done_with_noun(const SentenceFrame& frame, std::size_t i) {
    static constexpr WordClasses others{WordClass::cue,   WordClass::projecting, WordClass::clause_taking,
                                        WordClass::modal, WordClass::auxiliary,  WordClass::copula};
    if (frame.is(i, "due")) return true;  // "Bonds due in 2031 fell"
    return frame.token(i).is_word() && !frame.token(i).is_capitalised() && !frame.has_any(i, others) &&
           !frame.is_any(i, {"get", "gets", "got", "help", "helped", "let", "lets", "saw", "sees", "see",
                             "make", "kept", "keeps", "began", "begins", "started", "means", "meant"}) &&
           (has_past_form(frame, i) || is_verb_at(frame, i));
}

// "| the firm [has sold]", "| they [need]", "| Acme [sold]": where whoever does it begins; `deed` where nobody is named there.
std::size_t begin_of_doer(const SentenceFrame& frame, std::size_t deed) {
    constexpr std::size_t longest = 4;
    const std::size_t first = frame.sentence.begin;
    std::size_t end = deed;
    while (end > first + 1 && frame.is_one_of(end - 1, {WordClass::auxiliary, WordClass::modal})) --end;
    bool named = true;
    for (std::size_t i = end; i-- > first + 1 && i + longest >= end;) {
        if (opens_second_noun(frame, i)) return i;
        named = named && frame.token(i).is_capitalised();
        if (named && !frame.token(i - 1).is_capitalised()) return i;
        if (!frame.token(i).is_word() || !in_noun_phrase(frame, i)) break;
    }
    return deed;
}

// "homes | that | Kestrel [sold]", "the fish | which | boats may [catch]": the pronoun for what somebody does it with; `deed` where
// none stands there.
std::size_t pronoun_before_doer(const SentenceFrame& frame, std::size_t deed) {
    constexpr std::size_t longest = 6;
    const std::size_t first = frame.sentence.begin;
    for (std::size_t i = deed; i-- > first + 1 && i + longest >= deed;) {
        if (frame.is_any(i, {"that", "which", "whom"}))
            return i + 1 < deed && frame.token(i - 1).is_word() ? i : deed;
        const bool of_doer =
            frame.is_one_of(i, {WordClass::auxiliary, WordClass::modal, WordClass::determiner,
                                WordClass::pronoun, WordClass::possessive_pronoun}) ||
            frame.token(i).kind == TokenKind::possessive || in_noun_phrase(frame, i);
        if (!of_doer) return deed;
    }
    return deed;
}

}  // namespace

TokenRange noun_opening_clause(const SentenceFrame& frame, std::size_t at) {
    static constexpr WordClasses no_noun{
        WordClass::preposition, WordClass::determiner, WordClass::conjunction,
        WordClass::modifier,    WordClass::pronoun,    WordClass::time_unit,
        WordClass::cue,         WordClass::auxiliary,  WordClass::adjective};
    if (!frame.token(at - 1).is_word() || frame.has_any(at - 1, no_noun) || is_verb_at(frame, at - 1) ||
        (frame.token(at - 1).is_capitalised() && at - 1 > frame.sentence.begin))
        return {};
    const TokenRange noun = noun_phrase_before(frame, at);
    if (noun.empty() || noun.end != at || starts_time(frame, noun.begin)) return {};
    std::size_t begin = noun.begin;
    while (begin > frame.sentence.begin && frame.is(begin - 1, WordClass::determiner)) --begin;
    const TokenRange head = begins_behind(frame, begin) ? noun : with_clause_head(frame, noun, at);
    if (head.begin == noun.begin && !begins_behind(frame, begin)) return {};
    // "the number killed since attacks escalated last week | has": of another clause
    const bool of_other =
        head.begin > frame.sentence.begin &&
        frame.is_any(head.begin - 1, {"when", "since", "after", "before", "because", "while", "if", "as"});
    return of_other ? TokenRange{} : head;
}

namespace {

// "People | aged over 65 | received": whoever is of that age.
TokenRange of_age(const SentenceFrame& frame, std::size_t at) {
    constexpr std::size_t longest = 6;
    const std::size_t first = frame.sentence.begin;
    for (std::size_t i = at; i-- > first + 1 && i + longest >= at;) {
        if (frame.is(i, "aged") && i + 1 < at) {
            const TokenRange whom = noun_phrase_before(frame, i);
            // not "the rate for those aged", of which the rate is
            const bool opens = whom.end == i && !frame.is(i - 1, "those") && begins_behind(frame, whom.begin);
            return opens ? whom : TokenRange{};
        }
        if (!frame.token(i).is_number() && !frame.is_any(i, {"and", "or", "over", "under", "above", "older",
                                                             "younger", "up", "to", "between", "-", "–"}))
            return {};
    }
    return {};
}

}  // namespace

TokenRange over_bare_clause(const SentenceFrame& frame, std::size_t verb) {
    const std::size_t first = frame.sentence.begin;
    if (verb < first + 3 || frame.token(verb - 1).kind == TokenKind::mark) return {};
    if (frame.token(verb - 1).is_number() || frame.is_any(verb - 1, {"over", "older", "under", "younger"}))
        if (const TokenRange aged = of_age(frame, verb); !aged.empty()) return aged;
    const std::size_t end = before_short_time(frame, verb);
    if (end < first + 2 || !is_done_with_noun(frame, end - 1)) return {};
    const std::size_t deed = end - 1;
    if (frame.sentence.has(WordClass::relative))
        if (const std::size_t pronoun = pronoun_before_doer(frame, deed); pronoun < deed && pronoun > first)
            if (const TokenRange thing = noun_opening_clause(frame, pronoun); !thing.empty()) return thing;
    if (const std::size_t doer = begin_of_doer(frame, deed); doer < deed && doer > first)
        return noun_opening_clause(frame, doer);
    // "Homes built in 2023 | fell"; of "Prices paid | rose" is told elsewhere
    if (end == verb || (!has_past_form(frame, deed) && !frame.is(deed, "due")) ||
        frame.is(deed, WordClass::change_verb))
        return {};
    return noun_opening_clause(frame, deed);
}

TokenRange with_list(const SentenceFrame& frame, TokenRange found, std::size_t verb) {
    // "Orlo, Dorne and Lenz | said": who says so is named by the last alone
    if (found.empty() || found.end != verb || frame.is(verb, WordClass::cue)) return found;
    const std::size_t begin = begin_of_list(frame, found);
    // "Hale, the commander and director of the agency | left": who he is
    if (begin == found.begin || frame.is(found.begin, WordClass::determiner) ||
        frame.is(found.begin - 1, WordClass::determiner))
        return found;
    const TokenRange list{begin, found.end};
    const bool opens = begins_behind(frame, begin) &&
                       (begin == frame.sentence.begin || !frame.is(begin - 1, WordClass::clause_taking) ||
                        frame.is_any(begin - 1, {"said", "says"}));
    if (opens && !frame.is_one_of(begin, {WordClass::modifier, WordClass::preposition}))
        return list;  // "Coal, oil and gas | rose", "Emissions from coal, oil and gas | rose"
    const TokenRange hung = with_clause_head(frame, list, verb);
    return hung.begin < begin ? hung : found;  // "In Norway, oil and gas | rose" is no list
}

TokenRange with_clause_head(const SentenceFrame& frame, TokenRange found, std::size_t verb) {
    constexpr std::size_t furthest = 16, longest = 12;
    const std::size_t first = frame.sentence.begin;
    std::size_t hangs = found.begin;
    if (found.empty()) {  // "with 20 years behind him"
        if (verb < first + 3 || !frame.is_any(verb - 1, {"him", "her", "them", "it", "us", "me"}))
            return found;
        hangs = verb - 1;
    }
    if (hangs < first + 2) return found;
    while (hangs > first + 2 && frame.is(hangs - 1, WordClass::determiner)) --hangs;
    if (is_deed_of(frame, hangs - 1)) --hangs;  // "Income from selling | tickets | fell"
    if (!attaches(frame, hangs - 1)) return found;
    std::size_t begin = hangs - 1;
    while (begin > first && begin + furthest > hangs && is_told_of_noun(frame, begin - 1)) --begin;
    if (!begins_behind(frame, begin)) return found;
    // "In April exports to the coast fell": where the first phrase ends, nobody says.
    if (begin + 1 >= hangs || attaches(frame, begin) || starts_time(frame, begin)) return found;
    if (frame.token(begin).is_number() || frame.is_one_of(begin, {WordClass::number, WordClass::modifier}))
        return found;
    TokenRange head = noun_phrase_from(frame, begin);
    if (head.empty() && frame.is(begin, WordClass::noun_first)) head = {begin, begin + 1};  // "exports"
    if (head.empty() || frame.is(head.begin, WordClass::pronoun)) return found;
    head.end = std::max(head.end, found.empty() ? head.end : found.end);
    return head.end <= head.begin + longest ? head : noun_phrase_from(frame, begin, false);
}

TokenRange number_told(const SentenceFrame& frame, std::size_t verb, std::size_t clause_verb) {
    constexpr std::size_t furthest = 24;
    const std::size_t first = frame.sentence.begin;
    bool acts = false;  // somebody does between here and the verb, and not only in a relative clause
    // "The number of patients prescribed drugs has doubled": what may be done to them, where nothing parts two clauses
    bool done = true;
    std::size_t deed = verb, deeds = 0;
    for (std::size_t i = verb; i-- > first && i + furthest > verb;) {
        // "the total number of", "The daily cost of"
        const bool counted = frame.is(i, WordClass::told_number) && i > first;
        std::size_t the = i - 1;
        if (counted && !frame.is(the, "the") && the > first && in_noun_phrase(frame, the)) --the;
        // "The fertility rate, or the average number of children a woman bears, | slid": said of what that is another name for
        if (counted && the > first + 1 && frame.is(the - 1, "or") && frame.is_written(the - 2, ","))
            return {};
        const bool told =
            counted && frame.is(the, "the") && (frame.is(i + 1, "of") || opens_second_noun(frame, i + 1));
        if (told) {
            const TokenRange number = number_counted(frame, i);
            const bool bare = opens_second_noun(frame, number.end);
            return (!acts || (bare && deeds == 1) || (done && deeds == 1)) && begins_behind(frame, the) &&
                           (number.end < verb || number.end == clause_verb || (bare && number.end == verb))
                       ? number
                       : TokenRange{};
        }
        if (divides_clauses(frame, i) || frame.is(i, "but") || (acts && frame.is(i, "and"))) return {};
        done = done && !frame.is(i, WordClass::subordinator) && frame.token(i).kind != TokenKind::mark &&
               !frame.is_any(i, {"and", "than", "as", "that"});
        // "The amount that is stored has grown, while the cost | fell": of another clause
        if (frame.is(i, WordClass::subordinator) && i > first && frame.is_written(i - 1, ",")) return {};
        // "The number of people killed when the bridge fell | has risen": what they do behind "when" is told of the time
        const bool time = acts && frame.is_any(i, {"when", "since", "after", "before"});
        const bool relative = time || frame.is_any(i, {"who", "that", "which"});
        if (relative && !acts) return {};
        if (relative)
            acts = false;
        else if (is_verb_at(frame, i) && !has_ending(frame.word(i), "ing", 3) && !frame.is(i - 1, "to") &&
                 !is_participle(frame, i) && !is_held_so(frame, i) && !is_of_infinitive(frame, i) &&
                 !frame.is(i, "being")) {
            acts = true;
            done = done && has_past_ending(frame.word(i), 3) && !frame.is(i, WordClass::change_verb) &&
                   (looks_plural(frame.document, i - 1) || frame.token(i - 1).is_capitalised());
            if (i + 1 != deed) ++deeds;  // "has sold" is one
            deed = i;
        }
    }
    return {};
}

TokenRange number_named(const SentenceFrame& frame, std::size_t at) {
    constexpr std::size_t furthest = 28;
    for (std::size_t i = at; i-- > frame.sentence.begin + 1 && i + furthest > at;) {
        if (frame.is_any(i, {";", ":", "but", "while", "whereas"})) return {};
        if (!frame.is(i, "number") || !frame.is(i + 1, "of")) continue;
        const std::size_t the = in_noun_phrase(frame, i - 1) && !frame.is(i - 1, "the") ? i - 2 : i - 1;
        return the < i && frame.is(the, "the") ? number_counted(frame, i) : TokenRange{};
    }
    return {};
}

}  // namespace figbook
