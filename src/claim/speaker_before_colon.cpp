#include "claim/speaker_before_colon.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "claim/names.hpp"
#include "claim/phrases.hpp"
#include "claim/verbs.hpp"

namespace figbook {
namespace {

// "Jane Roe, chief economist, Tarnholt Bank, | Oslo:": the name that the sentence opens with, of which the rest, up to `end`,
// only tells who that is; empty for none.
TokenRange head_of_list(const SentenceFrame& frame, std::size_t end) {
    constexpr std::size_t longest = 24;
    const std::size_t first = frame.sentence.begin;
    if (end < first + 3 || end > first + longest || !frame.is_written(end - 1, ",")) return {};
    const std::size_t name = end_of_name(frame.document, first, end);
    if (name < first + 2 || !frame.is_written(name, ",") || is_function_word(frame.document, first))
        return {};
    static constexpr WordClasses no_list{WordClass::cue, WordClass::auxiliary, WordClass::pronoun,
                                         WordClass::modal};
    for (std::size_t i = name; i < end; ++i)
        if (frame.has_any(i, no_list) && !frame.token(i).is_capitalised()) return {};
    return {first, name};
}

// "…, NEW YORK: JOBLESS | CLAIMS:", "OUTLOOK:": what the words are on.
bool is_topic(const SentenceFrame& frame, TokenRange words) {
    static constexpr WordClasses things{WordClass::saying_noun, WordClass::year_noun,
                                        WordClass::foreseen_thing, WordClass::change_noun};
    return words.empty() || frame.has_any(words.end - 1, things);
}

// "JANE ROE, ECONOMIST, TARNHOLT BANK IN OSLO:", "JANE ROE ON RATES:", not "ON RATES:": who is named before a colon where all
// is written in capitals.
TokenRange name_in_capitals(const SentenceFrame& frame, std::size_t colon) {
    const std::size_t first = frame.sentence.begin;
    std::size_t begin = colon;
    const auto in_capitals = [&](std::size_t i) {
        const Token& token = frame.token(i);
        if (token.kind == TokenKind::mark)
            return !frame.is_written(i, ":") && !frame.has_any(i, {WordClass::quotation_mark});
        const std::string_view word = frame.word(i);  // "U.S." too
        return std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    };
    while (begin > first && in_capitals(begin - 1)) --begin;
    while (begin < colon && frame.token(begin).kind == TokenKind::mark) ++begin;
    std::size_t end = begin;
    while (end < colon && !frame.is(end, "on") && !frame.is_written(end, ",")) ++end;
    // "MEMBER OF THE BOARD, BANK OF NORLAND" begins with no name.
    if (!is_topic(frame, {begin, end})) return {begin, end};
    return begin > first + 1 && frame.is_written(begin - 1, ":") ? name_in_capitals(frame, begin - 1)
                                                                 : TokenRange{};
}

}  // namespace

TokenRange speaker_before_colon(const SentenceFrame& frame, std::size_t colon, bool ends) {
    std::size_t end = colon;
    if (ends) {
        for (const std::string_view word : {"follows", "as"})  // "as follows"
            if (end > frame.sentence.begin && frame.is(end - 1, word)) --end;
        for (std::size_t i = frame.sentence.begin; i < end; ++i)
            if (frame.is_written(i, ",")) return {};  // "the best of politics, polls and data:"
        return noun_phrase_before(frame, end);
    }
    // "Jane Roe (Norland Party):"
    if (frame.is_written(end - 1, ")"))
        while (end > frame.sentence.begin && !frame.is_written(end, "(")) --end;
    if (frame.token(end - 1).is_all_capitals()) return name_in_capitals(frame, end);
    std::size_t begin = end;
    const auto in_name = [&](std::size_t i) {
        return (frame.token(i).is_word() && frame.token(i).is_capitalised()) ||
               (frame.is(i, "and") && i + 1 < end) || frame.is_written(i, ".");
    };
    while (begin > frame.sentence.begin && in_name(begin - 1)) --begin;
    // "ON SALES:": a topic
    static constexpr WordClasses topic{WordClass::preposition};
    if (frame.has_any(begin, topic)) return {};
    const TokenRange listed = head_of_list(frame, begin);
    return listed.empty() ? TokenRange{begin, end} : listed;
}

TokenRange subject_before_colon(const SentenceFrame& frame, std::size_t colon) {
    constexpr std::size_t longest = 24;
    std::size_t first = frame.sentence.begin;
    if (colon > first + longest) return {};
    if (frame.is_any(first, {"but", "and", "yet", "so"})) ++first;
    const bool pronoun = frame.is_any(first, {"he", "she", "they"});
    const TokenRange phrase = pronoun ? TokenRange{first, first + 1} : noun_phrase_from(frame, first, false);
    if (phrase.empty() || phrase.end >= colon ||
        frame.is_any(first, {"here", "there", "this", "that", "these", "what"}))
        return {};
    std::size_t verb = phrase.end;
    while (verb < colon && frame.has_any(verb, {WordClass::modifier, WordClass::auxiliary}) &&
           !frame.is(verb, WordClass::copula))
        ++verb;
    const bool acts = frame.is(verb, WordClass::copula) || is_verb_at(frame, verb);
    for (std::size_t i = phrase.end; i < colon; ++i)
        if (frame.has_any(i, {WordClass::quotation_mark}) || frame.is_written(i, ";")) return {};
    return acts && verb < colon ? phrase : TokenRange{};
}

// "ANN LEE, | STRATEGIST, KESTREL BANK, OSLO:", "ANN LEE, | HEAD OF TRADING AT KESTREL BANK:", "ANN LEE, | KESTREL ADVISERS:": what she is,
// and whose.
void take_listed_office(const SentenceFrame& frame, TokenRange list, Source& source) {
    const Document& document = frame.document;
    static constexpr WordClasses offices{WordClass::title, WordClass::speaker_noun};
    const auto comma_from = [&](std::size_t i) {
        while (i < list.end && !frame.is_written(i, ",") && !frame.is_written(i, ":")) ++i;
        return i;
    };
    const std::size_t end = comma_from(list.begin);
    std::size_t at = list.begin;
    bool office = false;
    for (; at < end && !frame.is_any(at, {"at", "with", "for"}); ++at)
        office |=
            frame.has_any(at, offices) && !frame.word(at).ends_with('S') && !frame.word(at).ends_with('s');
    if (at == list.begin || frame.is_any(list.begin, {"who", "which", "now"})) return;
    // "CHAIR OF THE SURVEY | COMMITTEE": the house is told
    const bool body = frame.is_any(
        at - 1, {"committee", "agency", "authority", "association", "commission", "board", "council",
                 "ministry", "advisors", "advisers", "partners", "securities", "bank", "group", "capital"});
    if (!office) {
        if (body) source.organisation = on_one_line(text_of(document, list.begin, end));
        return;
    }
    source.title = on_one_line(text_of(document, list.begin, at));
    if (at < end) {
        source.organisation = on_one_line(text_of(document, at + 1, end));
        return;
    }
    std::size_t house = std::min(end + 1, list.end);
    // "PRESIDENT, | CHIEF INVESTMENT OFFICER, | KESTREL BANK"
    if (vocabulary().titles.match_before(document.tokens, comma_from(house), house))
        house = std::min(comma_from(house) + 1, list.end);
    if (!body && !frame.is_any(house, {"who", "which"}))
        source.organisation = on_one_line(text_of(document, house, comma_from(house)));
}

}  // namespace figbook
