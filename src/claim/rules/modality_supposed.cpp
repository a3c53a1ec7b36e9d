// What is so only under a condition: "If 300 people come, the road will be shut", "will close unless it finds £9m".
#include "claim/phrases.hpp"
#include "claim/rules/modality_context.hpp"
#include "claim/verbs.hpp"
#include "text/endings.hpp"

namespace figbook {

// The "if" of "if it finds £9m" and "if 300 homes are built", whose main clause tells what would come of it.
std::optional<std::size_t> ModalityContext::supposed_by(const Quantity& quantity) const {
    const auto opener = opener_of_condition(quantity);
    if (!opener) return std::nullopt;
    const Supposed supposed = supposed_in(*opener, quantity);
    if (supposed == Supposed::nothing) return std::nullopt;
    const bool past = supposed == Supposed::in_past;
    if (past && !frame_.is_any(*opener, {"if", "unless"})) return std::nullopt;
    return has_main_modal_before(*opener, past) || has_main_modal_behind(quantity, past) ? opener
                                                                                         : std::nullopt;
}

// Not "if the firm that won 9%", whose figure is told of something that there is, nor "asked if 300 people had come".
std::optional<std::size_t> ModalityContext::opener_of_condition(const Quantity& quantity) const {
    constexpr std::size_t furthest = 12;
    const std::size_t first = frame_.sentence.begin;
    static constexpr WordClasses owners{WordClass::possessive_pronoun};
    const std::size_t before = quantity.begin - 1;
    if (quantity.begin == first || is_span_of_time(quantity) || quantity.rule == "count.hyphen" ||
        quantity.adjective || frame_.token(before).kind == TokenKind::possessive ||
        frame_.has_any(before, owners) || frame_.is_any(before, {"the", "these", "those", "its", "their"}))
        return std::nullopt;
    for (std::size_t i = quantity.begin; i-- > first && i + furthest > quantity.begin;) {
        if (frame_.is_any(i, {"if", "unless", "once", "until", "when"})) {
            const bool other =
                i > first && frame_.is_any(i - 1, {"as", "what", "than", "at", "since", "ever"});
            return other ? std::nullopt : std::optional(i);
        }
        // "as long as prices rise 5%", "provided that it finds £9m"
        const bool long_as = frame_.is(i, "as") && i > first + 1 && frame_.is(i - 1, "long") &&
                             frame_.is_any(i - 2, {"as", "so"});
        if (long_as || (frame_.is(i, "that") && i > first && frame_.is(i - 1, "provided")))
            return i + 1 < quantity.begin ? std::optional(i) : std::nullopt;
        static constexpr WordClasses others{WordClass::relative, WordClass::subordinator};
        if (frame_.has_any(i, others) || frame_.is_written(i, ",") || divides_clauses(frame_, i) ||
            is_quotation_mark(i))
            return std::nullopt;
    }
    return std::nullopt;
}

// Whether the clause of the condition tells of an event, by its first verb: "finds", "are built", "fell"; "If 9% are women" and "if
// you have 40 cows" say how it is.
ModalityContext::Supposed ModalityContext::supposed_in(std::size_t opener, const Quantity& quantity) const {
    constexpr std::size_t longest = 8;
    static constexpr WordClasses others{WordClass::cue, WordClass::holding_verb, WordClass::modal};
    std::size_t verb = opener + 1;
    while (verb < quantity.begin && !starts_condition_verb(verb)) ++verb;
    if (verb == quantity.begin) {
        verb = quantity.phrase_end();
        const std::size_t end = verb + longest;
        while (frame_.has(verb) && verb < end && !starts_condition_verb(verb)) {
            if (frame_.token(verb).kind == TokenKind::mark) return Supposed::nothing;
            ++verb;
        }
        if (verb == end || !frame_.has(verb)) return Supposed::nothing;
    }
    if (frame_.is_any(verb, {"do", "does"})) return Supposed::to_come;
    if (verb == opener + 1) return Supposed::nothing;  // "if printed out at 300 dots per inch"
    // "if it had won 40 seats"; not "If he had two options, he would always use the one"
    if (frame_.is(verb, "had"))
        return verb + 1 == quantity.begin || frame_.is(verb + 1, WordClass::determiner) ? Supposed::nothing
                                                                                        : Supposed::in_past;
    if (is_form_of_be(verb)) {
        std::size_t next = verb + 1;
        while (frame_.is(next, WordClass::modifier)) ++next;
        const bool done = has_past_ending(frame_.word(next)) ||
                          frame_.has_any(next, {WordClass::irregular_past, WordClass::same_in_past}) ||
                          frame_.is_any(next, {"built", "found", "held", "lost", "met", "made"});
        if (!done) return Supposed::nothing;
        return frame_.is_any(verb, {"was", "were"}) ? Supposed::in_past : Supposed::to_come;
    }
    const bool height = frame_.is_any(verb, {"reach", "reaches", "hit", "hits", "exceed", "exceeds"});
    if (height) return Supposed::to_come;
    if (frame_.is_any(verb, {"continue", "continues", "keep", "keeps"})) return Supposed::nothing;
    const bool finds = frame_.is_any(verb, {"find", "finds", "found"});
    if ((frame_.has_any(verb, others) && !finds) ||
        frame_.is_one_of(verb, {WordClass::auxiliary, WordClass::copula}))
        return Supposed::nothing;
    if (has_ending(frame_.word(verb), "ing", 3)) return Supposed::nothing;
    const bool past = has_past_ending(frame_.word(verb)) || frame_.is(verb, WordClass::past_form) ||
                      frame_.is(verb, WordClass::irregular_past);
    return past && !frame_.is(verb, WordClass::same_in_past) ? Supposed::in_past : Supposed::to_come;
}

bool ModalityContext::starts_condition_verb(std::size_t i) const {
    return frame_.is_one_of(i, {WordClass::auxiliary, WordClass::modal}) || is_verb_at(frame_, i);
}

// "will close | unless", "would close, | if"; not "will be asked if".
bool ModalityContext::has_main_modal_before(std::size_t opener, bool past) const {
    constexpr std::size_t furthest = 12;
    const std::size_t first = frame_.sentence.begin;
    for (std::size_t i = opener; i-- > first && i + furthest > opener;) {
        const bool asks = frame_.is_any(i, {"ask", "asked", "see", "know", "decide", "tell", "say", "wonder",
                                            "determine", "check", "find", "establish", "learn", "hear"});
        if (asks || is_quotation_mark(i) || frame_.is_written(i, ";")) return false;
        if (frame_.is_written(i, ",") && i + 1 < opener) return false;
        if (frame_.is(i, WordClass::modal)) return is_main_modal(i, past);
        if (frame_.is(i, WordClass::cue) && is_verb_at(frame_, i)) return false;
    }
    return false;
}

// ", the road | will", ", it | would"
bool ModalityContext::has_main_modal_behind(const Quantity& quantity, bool past) const {
    constexpr std::size_t longest = 9;
    std::size_t i = segment_around(frame_, quantity.begin, quantity.end).end;
    if (!frame_.has(i) || !frame_.is_written(i, ",")) return false;
    const std::size_t end = i + longest;
    for (++i; i < end && frame_.has(i); ++i) {
        if (frame_.is(i, WordClass::modal)) return is_main_modal(i, past);
        if (frame_.token(i).kind == TokenKind::mark || is_verb_at(frame_, i)) return false;
    }
    return false;
}

bool ModalityContext::is_main_modal(std::size_t i, bool past) const {
    if (past) return frame_.is_any(i, {"would", "could", "might", "wouldn't", "wouldn’t", "couldn't"});
    return !frame_.is_any(i, {"can", "cannot", "can't", "can’t"});
}

// "She would go on to win 40 medals", "By 1945 the war would claim 60 million lives", "Two years later he would sell it": a time
// to come of a time that is over; not "He said it would later sell".
bool ModalityContext::is_told_back(std::size_t would) const {
    if (!frame_.is(would, "would")) return false;
    if (frame_.is(would + 1, "go")) return frame_.is(would + 2, "on") && frame_.is(would + 3, "to");
    const std::size_t first = frame_.sentence.begin;
    const bool later = frame_.is_any(would + 1, {"later", "eventually", "ultimately", "subsequently"}) ||
                       (frame_.is_any(first, {"in", "by"}) && is_year_past(first + 1));
    if (!later) return false;
    static constexpr WordClasses others{WordClass::cue, WordClass::subordinator, WordClass::foreseen,
                                        WordClass::relative};
    for (std::size_t i = first; i < would; ++i)
        if (frame_.has_any(i, others) || frame_.is_any(i, {"only", "plan", "plans", "scheme"})) return false;
    return !frame_.is(would + 1, "have");
}

bool ModalityContext::is_year_past(std::size_t i) const {
    if (!frame_.has(i) || !frame_.token(i).is_number() || !frame_.published) return false;
    const auto year = Decimal::parse(frame_.word(i));
    return year && frame_.word(i).size() == 4 && *year < Decimal(year_of(*frame_.published));
}

}  // namespace figbook
