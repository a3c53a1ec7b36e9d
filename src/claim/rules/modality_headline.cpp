// "Firm to cut 400 jobs", "Council tax to go up by 4%": a headline says by "to" what is to come.
#include "claim/phrases.hpp"
#include "claim/rules/modality_before.hpp"
#include "claim/verb_signs.hpp"
#include "claim/verbs.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

constexpr std::size_t longest_subject = 10;

// Nothing but a noun and what hangs on it: the "to" behind it; none where something is done before.
std::optional<std::size_t> to_behind_subject(const SentenceFrame& frame) {
    static constexpr WordClasses finite{WordClass::modal, WordClass::auxiliary, WordClass::copula,
                                        WordClass::pronoun, WordClass::relative};
    const std::size_t first = frame.sentence.begin;
    for (std::size_t i = first; frame.has(i) && i < first + longest_subject; ++i) {
        if (i > first && frame.is(i, "to")) return i;
        const Token& token = frame.token(i);
        if (token.kind == TokenKind::mark && !frame.is_written(i, "-") && !frame.is_written(i, "&"))
            return std::nullopt;
        if (token.is_word() && (is_verb_at(frame, i) || frame.has_any(i, finite))) return std::nullopt;
    }
    return std::nullopt;
}

// Nothing is done in it but what stands behind "to" and "and", up to a clause that says when: a sentence would have its verb there.
bool has_no_verb_of_its_own(const SentenceFrame& frame, std::size_t from) {
    static constexpr WordClasses finite{WordClass::modal, WordClass::auxiliary, WordClass::copula};
    for (std::size_t i = from; frame.has(i); ++i) {
        if (frame.is_any(i, {"after", "as", "when", "if", "amid"})) return true;
        const bool joined = frame.is_any(i - 1, {"and", "or", "to", "be"});
        // "Drive to raise £5m for ferry | falls flat"
        const bool third_person = frame.is(i, WordClass::change_verb) && has_ending(frame.word(i), "s", 3);
        if (!joined && (third_person || is_verb_at(frame, i) || frame.has_any(i, finite))) return false;
    }
    return true;
}

// A line without a full stop, that begins with what it is of.
bool may_be_headline(const SentenceFrame& frame) {
    constexpr std::size_t longest = 20;
    static constexpr WordClasses openers{WordClass::preposition, WordClass::function_start,
                                         WordClass::conjunction};
    const Sentence& sentence = frame.sentence;
    return sentence.end <= sentence.begin + longest &&
           !frame.is_any(sentence.end - 1, {".", "!", "?", ":"}) && frame.token(sentence.begin).is_word() &&
           frame.token(sentence.begin).is_capitalised() && !frame.has_any(sentence.begin, openers);
}

}  // namespace

std::optional<std::size_t> headline_ahead(const SentenceFrame& frame) {
    if (!may_be_headline(frame)) return std::nullopt;
    const auto to = to_behind_subject(frame);
    if (!to || !frame.has(*to + 2) || frame.token(*to + 1).is_capitalised()) return std::nullopt;
    return has_bare_form(frame, *to + 1) && has_no_verb_of_its_own(frame, *to + 2) ? to : std::nullopt;
}

}  // namespace figbook
