// The thing that a figure is of lies ahead, by a word before or behind it: "The planned cut is 9%", "the proposed closure of 40
// schools", "With 300 fans expected, …".
#include "claim/phrases.hpp"
#include "claim/rules/modality_context.hpp"
#include "claim/verbs.hpp"
#include "text/endings.hpp"

namespace figbook {

// Before a noun: "the projected deficit", "a possible 9% tariff".
bool ModalityContext::says_thing_is_ahead(std::size_t i) const {
    static constexpr WordClasses ahead{WordClass::foreseen, WordClass::proposed};
    if (!frame_.has_any(i, ahead) &&
        !frame_.is_any(i, {"possible", "potential", "likely", "threatened", "feared", "promised"}))
        return false;
    if (!in_noun_phrase(frame_, i + 1) && !starts_figure(frame_, i + 1)) return false;
    if (i == frame_.sentence.begin) return true;
    static constexpr WordClasses before{WordClass::determiner, WordClass::adjective,
                                        WordClass::possessive_pronoun};
    return frame_.has_any(i - 1, before) || frame_.token(i - 1).kind == TokenKind::possessive ||
           frame_.is_any(i - 1, {"another", "further", "plus", "of", "with", "over", "for"});
}

// "The projected deficit is £9bn", "a planned rise of 9%", "a possible 9% tariff": the word before its noun.
std::optional<std::size_t> ModalityContext::ahead_before(const Quantity& quantity) const {
    constexpr std::size_t longest = 5;
    const std::size_t first = frame_.sentence.begin, begin = quantity.begin;
    if (begin == first || quantity.kind == Kind::multiple || quantity.kind == Kind::ratio)
        return std::nullopt;
    std::size_t lead = begin - 1;
    // "plus a possible £4m", not "won nine from a possible 12"
    if (frame_.is(lead, "possible"))
        return says_thing_is_ahead(lead) && !(lead > first + 1 && frame_.is_any(lead - 2, {"of", "from"})) &&
                       quantity.kind != Kind::count
                   ? std::optional(lead)
                   : std::nullopt;
    while (lead > first + 1 && frame_.is_any(lead, {"at", "about", "around", "still", "now", "between"}))
        --lead;
    const bool says_what = frame_.is_any(lead, {"is", "was", "are", "were", "remains"});
    if (!says_what && !(frame_.is(lead, "of") && lead + 1 == begin)) return std::nullopt;
    static constexpr WordClasses deeds{WordClass::deed_noun, WordClass::change_noun};
    const bool deed = frame_.has_any(lead - 1, deeds) ||
                      frame_.is_any(lead - 1, {"loss", "losses", "cuts", "sales", "exports", "imports"});
    if (!says_what && !deed && !is_amount(quantity.kind)) return std::nullopt;
    static constexpr WordClasses people{WordClass::person_noun, WordClass::speaker_noun};
    if (lead <= first || frame_.has_any(lead - 1, people)) return std::nullopt;
    for (std::size_t i = lead; i-- > first && i + longest >= lead && in_noun_phrase(frame_, i);)
        if (says_thing_is_ahead(i)) return i + 1 < lead ? std::optional(i) : std::nullopt;
    return std::nullopt;
}

// "With 300 fans expected, …", "with a 9% drop in sales forecast", "with a further 4% to come": nothing else is said of it.
std::optional<std::size_t> ModalityContext::awaited_behind(const Quantity& quantity) const {
    constexpr std::size_t furthest = 5, longest = 7;
    const std::size_t first = frame_.sentence.begin;
    std::size_t with = quantity.begin;
    while (with > first && !frame_.is(with, "with")) {
        --with;
        if (with + furthest < quantity.begin || frame_.token(with).kind == TokenKind::mark ||
            is_verb_at(frame_, with))
            return std::nullopt;
    }
    if (!frame_.is(with, "with")) return std::nullopt;
    static constexpr WordClasses awaited{WordClass::foreseen, WordClass::proposed};
    for (std::size_t i = quantity.end; frame_.has(i) && i < quantity.end + longest; ++i) {
        if (frame_.is(i, "to") && frame_.is_any(i + 1, {"come", "follow"})) return i;
        const bool due = frame_.is_any(i, {"due", "set", "likely"}) && frame_.is(i + 1, "to");
        if ((frame_.has_any(i, awaited) || frame_.is_any(i, {"scheduled", "feared"})) && closes_absolute(i))
            return frame_.is_any(i - 1, {"than", "as"}) ? std::nullopt : std::optional(i);
        // not "with the final four candidates set to speak", who are there
        if (due) return frame_.is_any(with + 1, {"the", "its", "their"}) ? std::nullopt : std::optional(i);
        if (!in_noun_phrase(frame_, i) && !frame_.is_any(i, {"of", "in", "on", "for", "more"}) &&
            !frame_.is_written(i, "-"))
            return std::nullopt;
    }
    return std::nullopt;
}

// "expected | ,", "forecast | for next year", "expected | to come"
bool ModalityContext::closes_absolute(std::size_t i) const {
    return !frame_.has(i + 1) || frame_.token(i + 1).kind == TokenKind::mark || frame_.is(i + 1, "to") ||
           frame_.is_one_of(i + 1, {WordClass::preposition}) || starts_time(frame_, i + 1);
}

// "close to a $9m deal", "in talks over a £9m move": a deal that is not made yet.
std::optional<std::size_t> ModalityContext::deal_ahead(const Quantity& quantity) const {
    constexpr std::size_t longest = 3, furthest = 9;
    const std::size_t first = frame_.sentence.begin, begin = quantity.begin;
    if (begin < first + 2 || !frame_.is(begin - 1, "a")) return std::nullopt;
    std::size_t noun = quantity.end;
    while (noun < quantity.end + longest && in_noun_phrase(frame_, noun + 1)) ++noun;
    if (!frame_.is_any(
            noun, {"deal", "contract", "takeover", "merger", "agreement", "loan", "move", "bailout",
                   "settlement", "sale", "transfer", "rescue", "buyout", "package", "pact", "investment"}))
        return std::nullopt;
    for (std::size_t i = begin - 1; i-- > first && i + furthest > begin;) {
        const bool near = (frame_.is(i, "close") && frame_.is(i + 1, "to")) || frame_.is(i, "nearing") ||
                          (frame_.is(i, "closing") && frame_.is(i + 1, "in")) ||
                          (frame_.is(i, "verge") && frame_.is(i + 1, "of")) ||
                          (frame_.is(i, "talks") && frame_.is_any(i + 1, {"over", "on", "about", "with"})) ||
                          (frame_.is_any(i, {"poised", "line"}) && frame_.is(i + 1, "for"));
        if (near) return i;
        if (frame_.token(i).kind == TokenKind::mark || frame_.is_any(i, {"after", "from", "and"}))
            return std::nullopt;
    }
    return std::nullopt;
}

// "is suing the firm for $9m", "was sued for £9m": what is asked for at law.
std::optional<std::size_t> ModalityContext::sued_for(const Quantity& quantity) const {
    constexpr std::size_t furthest = 9;
    const std::size_t begin = quantity.begin;
    if (quantity.kind != Kind::money || begin < frame_.sentence.begin + 2 || !frame_.is(begin - 1, "for"))
        return std::nullopt;
    for (std::size_t i = begin - 1; i-- > frame_.sentence.begin && i + furthest > begin;) {
        if (frame_.is_any(i, {"sue", "sues", "sued", "suing"})) return i;
        if (!in_noun_phrase(frame_, i) && !frame_.is_any(i, {"in", "at", "over", "and", "of"}))
            return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace figbook
