// Further words that look ahead, which are asked for only where a sentence has one of their class.
#include "claim/phrases.hpp"
#include "claim/rules/modality_context.hpp"
#include "claim/verbs.hpp"
#include "text/endings.hpp"

namespace figbook {

// "We want that closer to 18 per cent", "wants it down to 3%".
bool ModalityContext::is_wanted_there(std::size_t verb, std::size_t figure) const {
    if (!frame_.is_any(verb, {"want", "wants"}) || !frame_.is_any(verb + 1, {"it", "that", "this", "them"}))
        return false;
    for (std::size_t k = verb + 2; k < figure; ++k)
        if (!frame_.is_any(k, {"closer", "nearer", "down", "up", "back", "to", "at", "cut", "brought"}) &&
            !frame_.is(k, WordClass::modifier))
            return false;
    return true;
}

// "had pointed to an increase of 0.3%", "plus up to €6m".
std::optional<std::size_t> ModalityContext::further_sign_before(const Quantity& quantity) const {
    constexpr std::size_t furthest = 9;
    const std::size_t first = frame_.sentence.begin, begin = quantity.begin;
    if (begin < first + 1) return std::nullopt;
    if (frame_.is(begin - 1, "plus") && quantity.bound == Bound::at_most && quantity.kind == Kind::money)
        return begin - 1;
    // "lifted its forecast to 2.4% this year but trimmed next year's to 2.6%"
    if (begin >= first + 4 && frame_.is_any(begin - 1, {"to", "at", "by"}) &&
        frame_.is_any(begin - 4, {"next", "coming"}) && frame_.token(begin - 2).kind == TokenKind::possessive)
        return begin - 4;
    for (std::size_t i = begin; i-- > first && i + furthest > begin;) {
        if (is_wanted_there(i, begin)) return i;
        if (frame_.is_any(i, {"tipped", "tips", "tip"}) && frame_.is(begin - 1, "of") &&
            frame_.is(begin - 2, WordClass::change_noun) && leads_to_figure(i + 1, begin))
            return i;  // "had tipped a decline of 1.4%"
        const bool counted = i == first || frame_.token(i - 1).is_number() ||
                             frame_.is(i - 1, WordClass::number) ||
                             frame_.is_any(i - 1, {"percentage", "basis"});
        const bool pointed = frame_.is_any(i, {"pointed", "points", "pointing"}) && frame_.is(i + 1, "to") &&
                             !counted && is_verb_at(frame_, i) &&
                             (!frame_.is(i, "pointed") || frame_.is(i - 1, "had"));
        if (pointed) return leads_to_figure(i + 2, begin) ? std::optional(i) : std::nullopt;
        // "floated the possibility of paying as much as $80"
        if (frame_.is_any(i, {"possibility", "prospect", "prospects", "idea"}) && frame_.is(i + 1, "of") &&
            has_ending(frame_.word(i + 2), "ing", 2) && (is_amount(quantity.kind) || i + 3 == begin))
            return i;
        if (frame_.is_written(i, ",")) return std::nullopt;
    }
    return std::nullopt;
}

// "put 5% and a payment of €900 on the table", "a harvest of 9 million tonnes, the bureau predicted,".
std::optional<std::size_t> ModalityContext::further_sign_behind(const Quantity& quantity) const {
    constexpr std::size_t longest = 14;
    const std::size_t behind = quantity.phrase_end();
    bool acts = false;
    int commas = 0;
    for (std::size_t i = behind; frame_.has(i) && i < behind + longest; ++i) {
        if (frame_.is_written(i, ";")) return std::nullopt;
        commas += frame_.is_written(i, ",") ? 1 : 0;
        if (frame_.is(i, "table") && frame_.is(i - 1, "the") && frame_.is(i - 2, "on") && !acts) return i - 2;
        // ", the bureau predicted,": closes what was foreseen, where that has no past of its own
        const bool closes = commas == 1 &&
                            frame_.is_any(i, {"predicted", "forecast", "predicts", "forecasts"}) &&
                            frame_.has(i + 1) && frame_.token(i + 1).kind == TokenKind::mark &&
                            !frame_.is(i - 1, WordClass::preposition);
        if (closes) {
            for (std::size_t k = frame_.sentence.begin; k < quantity.begin; ++k)
                if (frame_.is(k, WordClass::past_form) || frame_.is_any(k, {"has", "have"}) ||
                    (has_past_ending(frame_.word(k)) && is_verb_at(frame_, k)))
                    return std::nullopt;
            return i;
        }
        if (commas > 1) return std::nullopt;
        acts = acts || is_verb_at(frame_, i);
    }
    return std::nullopt;
}

}  // namespace figbook
