#include "claim/distances.hpp"

#include "claim/phrases.hpp"
#include "claim/verbs.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

bool is_length(const Quantity& figure) {
    return figure.kind == Kind::measure && figure.per.empty() &&
           (figure.unit == "km" || figure.unit == "[mi_i]" || figure.unit == "m" || figure.unit == "[ft_i]" ||
            figure.unit == "[nmi_i]" || figure.unit == "[yd_i]");
}

// "missiles with a maximum range of 300 km", not "will have a range of 300 km"
bool is_range_of_thing(const SentenceFrame& frame, std::size_t figure) {
    if (figure < frame.sentence.begin + 3 || !frame.is(figure - 1, "of") ||
        !frame.is_any(figure - 2, {"range", "radius"}))
        return false;
    std::size_t at = figure - 2;
    while (at > frame.sentence.begin && in_noun_phrase(frame, at - 1)) --at;
    if (frame.is(at, WordClass::determiner) || at == frame.sentence.begin) --at;
    if (frame.is(at, "have"))
        return at > frame.sentence.begin && !frame.is(at - 1, WordClass::modal) && !frame.is(at - 1, "to");
    return frame.is_any(at, {"with", "has", "had", "its", "the"});
}

}  // namespace

bool tells_where(const SentenceFrame& frame, const Quantity& figure) {
    if (!is_length(figure) || figure.begin == frame.sentence.begin) return false;
    const std::size_t before = figure.begin - 1, behind = behind_bracket(frame, figure.phrase_end());
    if (is_range_of_thing(frame, figure.begin)) return true;
    // "outside the missile's 180-mile range"
    const bool owned =
        frame.is(before, WordClass::determiner) || frame.token(before).kind == TokenKind::possessive;
    if (figure.adjective && owned && !frame.is_any(before, {"a", "an"}) &&
        frame.is_any(figure.end, {"range", "radius"}))
        return true;
    if (!frame.is(behind, WordClass::direction) && !frame.is_any(behind, {"from", "off", "inside", "behind"}))
        return false;
    if (frame.is_any(before, {"located", "lying", "based", "is", "are", "lies", "sits"})) return true;
    static constexpr WordClasses doing{WordClass::verb, WordClass::past_form, WordClass::change_verb};
    return !is_verb_at(frame, before) && !frame.has_any(before, doing) &&
           !frame.is_any(before, {"another", "further", "was", "were", "to"}) &&
           !has_ending(frame.word(before), "ing", 3);
}

}  // namespace figbook
