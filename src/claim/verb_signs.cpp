#include "claim/verb_signs.hpp"

#include "claim/phrases.hpp"
#include "text/endings.hpp"

namespace figbook {

bool is_plain_change(const SentenceFrame& frame, std::size_t i) {
    return frame.is(i, WordClass::change_verb) && !frame.is(i, WordClass::noun_first) &&
           starts_figure(frame, i + 1);
}

bool is_change_in_words(const SentenceFrame& frame, std::size_t i) {
    return frame.is(i, WordClass::change_verb_start) && frame.is(i + 1, WordClass::change_particle) &&
           (starts_figure(frame, i + 2) ||  // "shot up 4%", "shot up to a record high"
            (frame.is_any(i + 2, {"to", "by", "from"}) &&
             (starts_figure(frame, i + 3) || frame.is_any(i + 3, {"a", "an"})))) &&
           i > frame.sentence.begin && frame.token(i - 1).kind != TokenKind::mark &&
           !frame.is_one_of(i - 1, {WordClass::determiner, WordClass::preposition, WordClass::modifier,
                                    WordClass::possessive_pronoun}) &&
           (!frame.is(i - 1, WordClass::adjective) || frame.is(i - 1, WordClass::noun_first));
}

bool is_last_in_verb(const SentenceFrame& frame, std::size_t i) {
    return frame.is(i, "last") && i > frame.sentence.begin + 1 &&
           frame.token(i - 1).kind != TokenKind::possessive &&
           !frame.is_one_of(i - 1,
                            {WordClass::determiner, WordClass::preposition, WordClass::possessive_pronoun});
}

bool is_last_told(const SentenceFrame& frame, std::size_t i) {
    if (frame.is_one_of(i, {WordClass::irregular_past}) && frame.is(i - 2, WordClass::copula))
        return true;  // "was last sold for £7m"
    return has_ending(frame.word(i), "ed", 3) &&
           (frame.is(i - 2, WordClass::copula) || (frame.is(i + 1, "at") && starts_figure(frame, i + 2)));
}

bool ends_period(const SentenceFrame& frame, std::size_t i) {
    if (i == frame.sentence.begin) return false;
    if (!frame.is(i - 1, WordClass::time_unit) && !frame.is(i - 1, "period")) return false;
    if (!frame.is_any(i, {"ended", "ending"})) return false;
    return frame.is(frame.is_any(i + 1, {"on", "in"}) ? i + 2 : i + 1, WordClass::month);
}

bool is_moved_behind(const SentenceFrame& frame, std::size_t i) {
    if (!frame.has(i) || !has_ending(frame.word(i), "ed", 3)) return false;
    if (frame.is(i, WordClass::multiple)) return true;
    // "Treasury notes | inched up to 2.14%"
    if (frame.is_one_of(i, {WordClass::change_verb, WordClass::change_verb_start}) &&
        frame.is_any(i + 1, {"up", "down", "higher", "lower"}) && frame.is_any(i + 2, {"to", "by", "from"}))
        return true;
    return frame.is(i, WordClass::change_verb) && frame.is_any(i + 1, {"to", "by", "from"}) &&
           starts_figure(frame, i + 2);
}

bool is_adverb_in_verb(const SentenceFrame& frame, std::size_t i) {
    return i > frame.sentence.begin && has_ending(frame.word(i), "ly", 3) &&
           !frame.is_one_of(i, {WordClass::adjective, WordClass::noun_in_ly}) &&
           (frame.is_one_of(i - 1, {WordClass::modal, WordClass::auxiliary}) ||
            frame.is_any(i - 1, {"to", "who", "which"}));
}

bool is_figure_behind(const SentenceFrame& frame, std::size_t i) {
    constexpr std::size_t longest = 4;
    for (std::size_t k = i; frame.has(k) && k < i + longest; ++k) {
        if (starts_figure(frame, k) || frame.is(k, WordClass::fraction)) return true;
        if (!frame.is_one_of(k, {WordClass::modifier, WordClass::determiner, WordClass::comparison}) &&
            !frame.is_any(k, {"than", "as", "much"}))
            return false;
    }
    return false;
}

bool has_bare_form(const SentenceFrame& frame, std::size_t i) {
    if (!frame.is(i, WordClass::verb) && !frame.is(i, WordClass::change_verb)) return false;
    if (frame.is(i, WordClass::same_in_past)) return true;
    const std::string_view word = frame.word(i);
    return !frame.is(i, WordClass::past_form) && !frame.is(i, WordClass::auxiliary) &&
           !has_ending(word, "s", 2) && !has_ending(word, "ed", 2) && !has_ending(word, "ing", 2);
}

}  // namespace figbook
