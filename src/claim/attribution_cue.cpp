// Is a word of saying a verb here? "The report", "is expected", "its growth forecast" say nothing.
#include "claim/attribution_finder.hpp"
#include "claim/phrases.hpp"
#include "claim/verbs.hpp"
#include "quantity/counted.hpp"
#include "text/endings.hpp"

namespace figbook {

// "had this | to say about it:"
bool is_had_to_say(const SentenceFrame& frame, std::size_t at) {
    return frame.is(at, "say") && frame.is(at - 1, "to") && frame.is(at - 2, "this") &&
           frame.is_any(at - 3, {"had", "has"});
}

// "Kestrel plc | is pleased to announce", "are sorry to report": where the words before "to" begin; `at` for any other.
std::size_t before_pleasure(const SentenceFrame& frame, std::size_t at) {
    const std::size_t first = frame.sentence.begin;
    if (at < first + 4 || !frame.is(at - 1, "to") ||
        !frame.is_any(at - 2, {"pleased", "delighted", "proud", "happy", "glad", "excited", "thrilled",
                               "honoured", "honored", "sorry"}))
        return at;
    std::size_t begin = at - 2;
    while (begin > first + 1 && frame.is(begin - 1, WordClass::modifier)) --begin;  // "very pleased"
    return frame.is_any(begin - 1, {"is", "are", "am", "was", "were"}) ? begin - 1 : at;
}

// "Mr Hale | went on to say": where the words before "to" begin; `at` for any other.
std::size_t before_going_on(const SentenceFrame& frame, std::size_t at) {
    const bool goes = at >= frame.sentence.begin + 4 && frame.is(at - 1, "to") && frame.is(at - 2, "on") &&
                      frame.is_any(at - 3, {"went", "goes", "go", "gone"});
    return goes && frame.is_any(at, {"say", "tell", "claim", "warn", "add", "argue", "explain"}) ? at - 3
                                                                                                 : at;
}

// A verb here, in the active voice, and not of another meaning: "the report", "said to be", "is expected".
bool AttributionFinder::can_be_cue(std::size_t at, std::size_t length) const {
    const std::size_t next = at + length;
    // "according to the Halden Institute think tank"
    if (frame_.is(at, "think") && frame_.is_any(next, {"tank", "tanks"})) return false;
    const bool hyphen_behind =
        frame_.has(next) && frame_.is_written(next, "-") && !frame_.token(next).space_before();
    // "Waiting lists at six hospitals"
    const bool lists = frame_.is_any(at, {"lists", "counts"}) && frame_.is(next, WordClass::preposition);
    // "Its worst showing", "a key finding": a noun; "it never wanted": nobody says so
    const bool noun = at > frame_.sentence.begin && frame_.is_any(at, {"showing", "finding"}) &&
                      frame_.has_any(at - 1, {WordClass::superlative, WordClass::adjective});
    const bool never = at > frame_.sentence.begin && frame_.is(at - 1, "never") &&
                       frame_.is_any(at, {"wanted", "wants", "sought", "expected", "promised"});
    // "against a profit and forecasts of a loss": no verb stands so
    if (at > frame_.sentence.begin && frame_.is(at, WordClass::saying_noun) && frame_.is(next, "of") &&
        has_ending(frame_.word(at), "s", 3) && !frame_.is_any(at - 1, {"has", "have", "had"}))
        return false;
    if (noun || never) return false;
    // "used it to identify and | confirm | 300 dead"
    if (at > frame_.sentence.begin + 3 && frame_.is(at - 1, "and") && frame_.is(at - 3, "to") &&
        !has_ending(frame_.word(at), "ed") && !has_ending(frame_.word(at), "s") &&
        !frame_.is(at, WordClass::irregular_past) && is_verb_at(frame_, at - 2))
        return false;
    // "a man | found to have 3 guns": what was found of him
    if (frame_.is_any(at, {"found", "shown"}) && frame_.is(next, "to") &&
        frame_.is_any(next + 1, {"be", "have", "contain"}))
        return false;
    if (hyphen_behind || lists || is_plural_noun(at) || is_singular_noun(at) || is_base_form_of_noun(at) ||
        is_counted(at) || is_told_of_thing(at) ||
        (frame_.is(at - 1, WordClass::modifier) && is_told_beside_noun(at)))
        return false;
    return at == frame_.sentence.begin ||
           (!frame_.token(at).is_capitalised() && !is_joined_to(at - 1) &&
            (!is_barred_by(at - 1) || is_had_to_say(frame_, at) || before_pleasure(frame_, at) < at ||
             before_going_on(frame_, at) < at || before_expectation(at) < at || before_view(at) < at));
}

// "| is adamant that", "| remains very confident that", "| made it clear that": where the words before what somebody is begin;
// `at` where nobody is so, as in "a convinced crowd" and "is not clear that".
std::size_t AttributionFinder::before_words_of_view(std::size_t at) const {
    if (at < frame_.sentence.begin + 2) return at;
    const auto cue = words_.cues.match(frame_.document.tokens, at, frame_.sentence.end);
    if (!cue || *cue.meaning != CueKind::view) return at;
    std::size_t before = at - 1;
    while (before > frame_.sentence.begin + 1 && frame_.is(before, WordClass::modifier) &&
           !frame_.is_any(before, {"not", "never", "less"}))
        --before;
    if (frame_.is_any(before, {"is", "are", "am", "was", "were", "remain", "remains", "remained", "feel",
                               "feels", "felt"}))
        return before;
    if (!frame_.is_any(at, {"clear", "plain"})) return at;
    if (frame_.is(before, "it") && before > frame_.sentence.begin) --before;
    return frame_.is_any(before, {"made", "makes", "make", "making"}) ? before : at;
}

// "It is clear that", "it was certain that": nobody's view.
bool AttributionFinder::is_view_of_nobody(std::size_t at, TokenRange phrase) const {
    return phrase.end == phrase.begin + 1 && frame_.is(phrase.begin, "it") &&
           frame_.is_any(at, {"clear", "plain", "certain"});
}

// "A report | is expected to show", "an index | was said to show": before what is expected of a document; `at` for any other.
std::size_t AttributionFinder::before_expectation(std::size_t at) const {
    if (!frame_.is(at - 1, "to") || at < frame_.sentence.begin + 4 ||
        !frame_.is_any(at, {"show", "reveal", "conclude", "find", "indicate", "confirm"}))
        return at;
    const bool expected =
        frame_.is_any(at - 2, {"expected", "said", "due", "set", "likely", "believed", "forecast"});
    const bool passive = frame_.is_any(at - 3, {"is", "are", "was", "were", "be"});
    if (!expected || !passive) return at;
    std::size_t begin = at - 3;
    while (begin > frame_.sentence.begin + 1 && frame_.is(begin - 1, WordClass::auxiliary)) --begin;
    const TokenRange document = document_before(begin);
    return document.empty() ? at : begin;
}

// "Norland's Kestrel Electric | forecast a rise of 7%": a name does so, and what stands behind is what it forecasts.
bool AttributionFinder::gives_forecast(std::size_t at) const {
    return frame_.token(at - 1).is_capitalised() &&
           (frame_.is_any(at + 1, {"a", "an", "that"}) || starts_figure(at + 1));
}

// "a Norvision report that": behind "a" it would be "reports" if it were a verb.
bool AttributionFinder::is_singular_noun(std::size_t at) const {
    constexpr std::size_t longest = 4;
    if (!frame_.is(at, WordClass::saying_noun) || frame_.word(at).ends_with('s')) return false;
    for (std::size_t i = at; i-- > frame_.sentence.begin && i + longest >= at;) {
        // "April's output estimate", "its growth forecast", but "Halden's analysts estimate"
        const bool possessive = frame_.token(i).kind == TokenKind::possessive;
        if (possessive || frame_.is(i, WordClass::possessive_pronoun))
            return i + 1 < at && !looks_plural(frame_.document, at - 1) &&
                   !frame_.has_any(at - 1, {WordClass::modifier, WordClass::speaker_noun}) &&
                   !(possessive && frame_.is(at - 1, "now")) && !gives_forecast(at);
        if (frame_.is_any(i, {"a", "an"})) return !frame_.is(i + 1, WordClass::adjective);
        // "the latest official estimate"; "the officials estimate", "the bank forecast"
        const bool hangs = i > frame_.sentence.begin && frame_.is(i - 1, WordClass::preposition);
        if (frame_.is(i, "the"))
            return (!hangs || frame_.is_any(at - 1, {"analyst", "economist", "consensus"})) && i + 1 < at &&
                   !looks_plural(frame_.document, at - 1) && !frame_.is(at, "forecast");
        if (!frame_.token(i).is_word() || !in_noun_phrase(frame_, i)) return false;
    }
    return false;
}

// "agreed to union demands for 5%", "above company estimates": a bare noun behind a preposition has no verb.
bool AttributionFinder::is_plural_noun(std::size_t at) const {
    constexpr std::size_t longest = 3;
    if (!frame_.is(at, WordClass::saying_noun) || !has_ending(frame_.word(at), "s", 3)) return false;
    for (std::size_t i = at; i-- > frame_.sentence.begin && i + longest >= at;) {
        if (frame_.is(i, WordClass::preposition)) return i + 1 < at && !frame_.is(i, "of");
        if (!frame_.token(i).is_word() || frame_.token(i).is_capitalised() ||
            frame_.is(i, WordClass::determiner) || !in_noun_phrase(frame_, i) ||
            looks_plural(frame_.document, i))
            return false;
    }
    return false;
}

// "its publicly announced cost", "the newly confirmed cases": what is told of the noun behind it.
bool AttributionFinder::is_told_beside_noun(std::size_t at) const {
    if (at < frame_.sentence.begin + 2) return false;
    const std::size_t adverb = at - 1;
    if (!frame_.is(adverb, WordClass::modifier) || frame_.token(adverb).is_capitalised() ||
        !has_ending(frame_.word(at), "ed", 3) || !in_noun_phrase(frame_, at + 1))
        return false;
    return frame_.is_any(adverb - 1, {"a", "an", "the"}) ||
           frame_.is(adverb - 1, WordClass::possessive_pronoun) ||
           frame_.token(adverb - 1).kind == TokenKind::possessive;
}

// "2,164 aid projects": what a figure counts.
bool AttributionFinder::is_counted(std::size_t at) const {
    for (std::size_t k = 0; k < frame_.count(); ++k) {
        const Quantity& quantity = frame_.draft(k).quantity;
        if (quantity.noun_begin <= at && at < quantity.noun_end) return true;
    }
    return false;
}

// "a deal announced at the weekend", "a price reported at $1bn": something of which others tell.
bool AttributionFinder::is_told_of_thing(std::size_t at) const {
    constexpr std::size_t longest = 4;
    static constexpr WordClasses somebody{WordClass::speaker_noun, WordClass::person_noun, WordClass::title,
                                          WordClass::organisation_word};
    if (at == frame_.sentence.begin || !has_ending(frame_.word(at), "ed", 3)) return false;
    const bool hangs = frame_.is(at + 1, WordClass::preposition) || starts_time(frame_, at + 1);
    const std::size_t noun = at - 1;
    if (!hangs || !frame_.token(noun).is_word() || frame_.token(noun).is_capitalised() ||
        frame_.has_any(noun, somebody) || has_ending(frame_.word(noun), "er", 2) ||
        has_ending(frame_.word(noun), "or", 2) || that_follows(at + 1))
        return false;
    for (std::size_t i = noun; i > frame_.sentence.begin && i + longest > at; --i) {
        if (!in_noun_phrase(frame_, i)) return false;
        if (frame_.is_any(i - 1, {"a", "an"})) return true;
    }
    return false;
}

// "The Wolfsand project off the coast": one thing does not "project", and the word is a noun.
bool AttributionFinder::is_base_form_of_noun(std::size_t at) const {
    static constexpr WordClasses several{WordClass::pronoun, WordClass::modal, WordClass::modifier,
                                         WordClass::auxiliary, WordClass::speaker_noun};
    if (at == frame_.sentence.begin ||
        !frame_.is_any(at, {"project", "promise", "claim", "estimate", "report"}))
        return false;
    const std::size_t previous = at - 1;
    // "The Maple Court project on Dorset Street": no court projects so
    const bool named = frame_.token(previous).is_capitalised() && frame_.is(at + 1, WordClass::preposition);
    if ((frame_.is_one_of(previous, several) && !named) || looks_plural(frame_.document, previous))
        return false;
    for (std::size_t i = previous; i > frame_.sentence.begin && in_noun_phrase(frame_, i); --i) {
        if (frame_.is(i - 1, "and")) return false;
        // "analysts at Boyd Temple | estimate"
        if (i > frame_.sentence.begin + 1 &&
            frame_.is_any(i - 1, {"at", "of", "for", "from", "in", "with"}) &&
            frame_.is(i - 2, WordClass::speaker_noun) && looks_plural(frame_.document, i - 2))
            return false;
    }
    return frame_.token(previous).is_word() && !frame_.is(previous, "to");
}

// The word before makes a noun or a passive of it: "the report", "is expected".
bool AttributionFinder::is_barred_by(std::size_t previous) const {
    const bool article = frame_.is(previous, WordClass::determiner) &&
                         !frame_.is_any(previous, {"this", "that", "all", "both", "which"});
    std::size_t helper = previous;  // "is widely expected"
    while (helper > frame_.sentence.begin && frame_.is(helper, WordClass::modifier)) --helper;
    const bool be = frame_.is_any(helper, {"is", "are", "was", "were", "be", "been"});
    // "is promising", "were still arguing that"
    if (be && has_ending(frame_.word(previous + 1), "ing")) return false;
    const bool passive = helper < previous && be;
    const bool barred = article || passive || frame_.is(previous, WordClass::not_before_cue);
    return barred && !is_some_of_them(previous);  // "Yet another | said"
}
bool AttributionFinder::is_joined_to(std::size_t previous) const {
    const bool hyphen = frame_.is_written(previous, "-") && !frame_.token(previous + 1).space_before();
    return hyphen || frame_.token(previous).kind == TokenKind::possessive ||
           ((frame_.is_written(previous, "’") || frame_.is_written(previous, "'")) &&
            !closes_quotation(frame_.document, previous));
}

}  // namespace figbook
