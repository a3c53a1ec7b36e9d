#include "claim/name_in_phrase.hpp"

#include "claim/names.hpp"
#include "quantity/counted.hpp"

namespace figbook {
namespace {

// The last token of "Han Dae-jung" and of "J.Roe".
bool ends_name(const Document& document, std::size_t i) {
    return i >= 2 && !document.tokens[i].space_before() && !document.tokens[i - 1].space_before() &&
           (document.is(i - 1, "-") || document.is(i - 1, ".")) && document.tokens[i - 2].is_capitalised();
}

// "the [Chamber] of Trade", "the [Confederation] of Norland Industry"; not "the [Mayor] of Torrena".
bool is_institution(const Document& document, std::size_t begin, std::size_t end) {
    if (begin + 1 != end || !document.tokens[begin].is_capitalised()) return false;
    const auto noun = vocabulary().speaker_nouns.match(document.tokens, begin, end);
    return !vocabulary().is(document.tokens[begin].word, WordClass::title) &&
           (!noun || *noun.meaning == SpeakerNoun::organisation);
}

// "Minister | of | Defence Ann Lee"
bool is_office_with_name(const SentenceFrame& frame, TokenRange phrase, std::size_t of) {
    if (!frame.is(of - 1, WordClass::title)) return false;
    const std::size_t name = behind_topic(frame.document, of, phrase.end);
    return name > of && name + 2 <= phrase.end;
}

// "Bank | of | Norland" is one name: the run goes on behind "of" and "for".
bool goes_on_behind(const SentenceFrame& frame, TokenRange phrase, std::size_t i) {
    const Document& document = frame.document;
    const bool joined = frame.is(i, "and") || joins_body(document, i, phrase.end);
    if (!joined || !frame.token(i - 1).is_capitalised() || i + 1 >= phrase.end ||
        (!frame.token(i + 1).is_capitalised() && !frame.is(i + 1, "the")))
        return false;
    return has_organisation_word(document, phrase.begin, i) || is_inside_title(document, phrase.begin, i) ||
           is_office_with_name(frame, phrase, i) ||
           (frame.is(phrase.begin, "the") && frame.is(i, "of") &&
            is_institution(document, phrase.begin + 1, i)) ||
           (frame.is(i, "for") && looks_plural(document, i - 1));
}

// Before an attachment: "Jane Doe | of Norhaven".
std::size_t end_of_run(const SentenceFrame& frame, TokenRange phrase) {
    for (std::size_t i = phrase.begin + 1; i < phrase.end; ++i)
        if (frame.is(i, WordClass::preposition) && !frame.token(i).is_capitalised() &&
            frame.token(i).space_before() &&  // "Editor-in-Chief"
            !goes_on_behind(frame, phrase, i))
            return i;
    return phrase.end;
}

// "U.S. | Forest Service": letters with full stops have no capital of a name.
bool is_initials(const SentenceFrame& frame, std::size_t i) {
    return frame.token(i).may_stop() && frame.token(i).is_word();
}

std::size_t begin_of_run(const SentenceFrame& frame, TokenRange phrase, std::size_t end) {
    const Document& document = frame.document;
    std::size_t begin = end;
    while (begin > phrase.begin &&
           (frame.token(begin - 1).is_capitalised() || frame.token(begin - 1).continues_name() ||
            (begin == end && ends_name(document, begin - 1)) ||
            (begin == end && frame.is_any(begin - 1, {"plc", "ltd", "inc", "llc"})) ||
            document.is(begin - 1, "-") || document.is(begin - 1, "/") || document.is(begin - 1, "&") ||
            document.is(begin - 1, ".") || frame.token(begin - 1).is_number() ||
            (frame.is(begin - 1, "in") && !frame.token(begin - 1).space_before()) ||  // "Editor-in-Chief"
            ((document.is(begin - 1, "'") || document.is(begin - 1, "’")) &&
             has_organisation_word(document, begin, end)) ||
            ((frame.is_any(begin - 1, {"of", "for", "on", "and", "the"}) ||
              is_name_particle(document, begin - 1)) &&
             begin < end && begin - 1 > phrase.begin)))
        --begin;
    // "the U.S. | Forest Service": of a body, where a person's country is no part of his name
    const bool of_body = begin > phrase.begin && begin < end && is_initials(frame, begin - 1) &&
                         has_organisation_word(document, begin, end);
    return of_body ? begin - 1 : begin;
}

// Behind what such a run may open with and no name does.
std::size_t behind_opening(const SentenceFrame& frame, std::size_t begin, std::size_t end) {
    const Document& document = frame.document;
    while (begin < end &&
           (frame.is(begin, WordClass::determiner) || document.is(begin, "-") || frame.is(begin, "of") ||
            frame.is(begin, "and") || frame.token(begin).is_number() || document.is(begin, ".") ||
            (begin == frame.sentence.begin && is_function_word(document, begin) &&
             !frame.is(begin, WordClass::title) && begin + 1 < end)))
        ++begin;
    const std::size_t behind = behind_seat(document, begin, end);
    return behind < end ? behind : begin;
}

// "Carmaker | Lydel", "shipbuilder | Norhaven": the kind of firm stands before its name.
bool is_behind_kind(const SentenceFrame& frame, TokenRange phrase, std::size_t i) {
    if (i <= phrase.begin) return false;
    const auto noun = vocabulary().speaker_nouns.match_before(frame.document.tokens, i, phrase.begin);
    return noun && *noun.meaning == SpeakerNoun::organisation && !frame.is(i - 1, WordClass::title);
}

}  // namespace

NameInPhrase name_in_phrase(const SentenceFrame& frame, TokenRange phrase) {
    if (phrase.empty()) return {};
    const std::size_t end = end_of_run(frame, phrase);
    std::size_t begin = behind_opening(frame, begin_of_run(frame, phrase, end), end);
    // In a capital only at the sentence's start.
    const bool opens = begin == frame.sentence.begin;
    if (opens && begin + 1 < end && frame.is(begin, WordClass::speaker_noun) &&
        is_behind_kind(frame, phrase, begin + 1) && !frame.is(begin + 1, WordClass::organisation_word) &&
        !frame.is(begin + 1, "of"))
        ++begin;
    if (begin >= end || !(frame.token(begin).is_capitalised() || is_initials(frame, begin))) return {};
    if (begin == frame.sentence.begin && frame.is(begin, WordClass::number)) return {};  // "Four of the nine"
    return {{begin, end}, is_behind_kind(frame, phrase, begin)};
}

}  // namespace figbook
