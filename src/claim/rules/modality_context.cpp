#include "claim/rules/modality_context.hpp"

#include "claim/phrases.hpp"
#include "claim/verbs.hpp"
#include "text/endings.hpp"

namespace figbook {

TokenRange ModalityContext::segment_of(const Quantity& quantity) const {
    constexpr std::size_t longest = 6;
    TokenRange segment = segment_around(frame_, quantity.begin, quantity.end);
    if (segment.begin != quantity.begin || segment.begin < frame_.sentence.begin + 3 ||
        !is_quotation_mark(segment.begin - 1))
        return segment;
    const std::size_t closing = segment.begin - 1;
    for (std::size_t i = closing; i-- > frame_.sentence.begin && i + longest > closing;) {
        if (is_verb_at(frame_, i) || frame_.document.is(i, ",")) return segment;
        if (is_quotation_mark(i)) {
            segment.begin = segment_around(frame_, i, i).begin;
            return segment;
        }
    }
    return segment;
}

bool ModalityContext::is_quotation_mark(std::size_t i) const {
    return frame_.is_any(i, {"\"", "“", "”"});
}

std::optional<std::size_t> ModalityContext::headline_infinitive(const Quantity& quantity) const {
    constexpr std::size_t longest = 6;
    const std::size_t first = frame_.sentence.begin;
    if (frame_.token(frame_.sentence.end - 1).may_stop()) return std::nullopt;
    std::size_t to = first;
    while (to < quantity.begin && to < first + longest && !frame_.is(to, "to")) {
        if (!in_noun_phrase(frame_, to) || is_verb_at(frame_, to)) return std::nullopt;
        ++to;
    }
    if (to == first || to + 1 >= quantity.begin || !frame_.is(to, "to") || !is_bare_verb(to + 1))
        return std::nullopt;
    for (std::size_t i = quantity.end; i < frame_.sentence.end; ++i)
        if (!frame_.is(i, WordClass::month) && has_verb(i, i + 1)) return std::nullopt;
    return to;
}

bool ModalityContext::is_supposed(const Quantity& quantity) const {
    const std::size_t first = frame_.sentence.begin;
    if (!frame_.is(is_quotation_mark(first) ? first + 1 : first, "if")) return false;
    const TokenRange segment = segment_around(frame_, quantity.begin, quantity.end);
    static constexpr WordClasses states{WordClass::auxiliary, WordClass::copula, WordClass::cue,
                                        WordClass::holding_verb};
    for (std::size_t i = quantity.begin; i-- > segment.begin;)
        if (is_verb_at(frame_, i) || (i > segment.begin && frame_.is(i - 1, WordClass::pronoun)))
            return has_ending(frame_.document.word(i), "s", 3) && !frame_.has_any(i, states);
    return false;
}

bool ModalityContext::is_whole(const Quantity& quantity) const {
    if (quantity.begin < frame_.sentence.begin + 2 || !frame_.is(quantity.begin - 1, WordClass::determiner) ||
        !frame_.is(quantity.begin - 2, "of"))
        return false;
    for (std::size_t i = 0; i < frame_.count(); ++i)
        if (frame_.draft(i).quantity.end + 2 == quantity.begin) return true;
    return false;
}

bool ModalityContext::is_of_past(std::size_t figure) const {
    return figure >= frame_.sentence.begin + 3 && frame_.token(figure - 1).kind == TokenKind::possessive &&
           frame_.is(figure - 3, "last");
}

bool ModalityContext::says_which(const Quantity& quantity) const {
    const bool joined =
        quantity.adjective || frame_.document.is(quantity.end, "-") || quantity.rule == "count.hyphen";
    if (!joined || quantity.begin == frame_.sentence.begin) return false;
    return frame_.is_any(quantity.begin - 1, {"the", "its", "their", "his", "her", "our"}) ||
           frame_.token(quantity.begin - 1).kind == TokenKind::possessive;
}

bool ModalityContext::is_bare_verb(std::size_t i) const {
    if (!frame_.is(i, WordClass::verb) && !frame_.is(i, WordClass::change_verb)) return false;
    const std::string_view word = frame_.document.word(i);
    return !frame_.is(i, WordClass::past_form) && !frame_.is(i, WordClass::auxiliary) &&
           !has_ending(word, "s", 2) && !has_ending(word, "ed", 2) && !has_ending(word, "ing", 2);
}

bool ModalityContext::has_verb(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i)
        if (frame_.is(i, WordClass::verb) || frame_.is(i, WordClass::change_verb) ||
            frame_.is(i, WordClass::cue) || frame_.is(i, WordClass::auxiliary))
            return true;
    return false;
}

}  // namespace figbook
