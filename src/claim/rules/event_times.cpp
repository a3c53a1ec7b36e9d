#include "claim/rules/event_times.hpp"

#include "claim/phrases.hpp"
#include "claim/verbs.hpp"
#include "text/endings.hpp"

namespace figbook {

// The "that", "which" or "when" of the clause that the figure stands in, with the "in" of "in which" before it.
std::optional<std::size_t> EventTimes::clause_opener(std::size_t i) const {
    for (std::size_t k = frame_.draft(i).quantity.begin; k-- > frame_.sentence.begin + 1;) {
        if (frame_.is_written(k, ",") || frame_.is_written(k, ";")) return std::nullopt;
        if (!frame_.is_any(k, {"that", "which", "when", "where"})) continue;
        return frame_.is(k, "which") && frame_.is_any(k - 1, {"in", "during"}) ? k - 1 : k;
    }
    return std::nullopt;
}

// "killed [nine]", "[72 people] died", "[97] were killed"
bool EventTimes::tells_of_the_past(std::size_t opener, std::size_t i) const {
    static constexpr WordClasses pasts{WordClass::past_form, WordClass::casualty_verb};
    const Quantity& figure = frame_.draft(i).quantity;
    constexpr std::size_t behind = 2;
    for (std::size_t k = opener + 1; k < figure.phrase_end() + behind; ++k) {
        if (k >= figure.begin && k < figure.phrase_end()) continue;
        if (frame_.has_any(k, {WordClass::modal}) || frame_.is_any(k, {"has", "have", "is", "are"}))
            return false;
        const bool past = has_past_ending(frame_.word(frame_.has(k) ? k : opener));
        if (frame_.has_any(k, pasts) || (k >= figure.phrase_end() && frame_.is(k, WordClass::casualty)) ||
            (past && k < figure.begin && is_verb_at(frame_, k)))
            return true;
    }
    return false;
}

// Only words of a noun phrase, and what hangs one on another: "on southern Israel".
bool EventTimes::joins(std::size_t begin, std::size_t end) const {
    for (std::size_t k = begin; k < end; ++k) {
        const bool event = frame_.is(k, WordClass::event_noun);
        if (!event && is_verb_at(frame_, k)) return false;
        const bool fits = event || in_noun_phrase(frame_, k) || frame_.is(k, WordClass::preposition) ||
                          frame_.token(k).kind == TokenKind::possessive || frame_.is_written(k, "-");
        if (!fits) return false;
    }
    return true;
}

// The time stands beside an event, and nothing else comes between them and `end`.
bool EventTimes::is_of_event(const TimeExpression& time, std::size_t end) const {
    constexpr std::size_t before = 8, behind = 4, longest = 10;
    if (time.end > end || time.end + longest < end || !joins(time.end, end)) return false;
    for (std::size_t k = time.end; k < end && k < time.end + behind; ++k)
        if (frame_.is(k, WordClass::event_noun)) return true;
    if (time.end != end) return false;
    for (std::size_t k = time.begin; k-- > frame_.sentence.begin && k + before > time.begin;) {
        if (!joins(k, k + 1)) return false;
        if (frame_.is(k, WordClass::event_noun)) return true;
    }
    return false;
}

// "The fire, which broke out | on Wednesday", "A quake struck the region | in 2011": an event, and that it happened then.
bool EventTimes::happened_then(const TimeExpression& time, bool aside) const {
    constexpr std::size_t furthest = 12;
    bool happened = false, comma = false;
    for (std::size_t k = time.begin; k-- > frame_.sentence.begin && k + furthest > time.begin;) {
        if (happened && frame_.is(k, WordClass::event_noun)) return comma == aside;
        if (frame_.is_written(k, ",") && happened && aside && !comma) {
            comma = true;
            continue;
        }
        const bool word = (frame_.token(k).is_word() || frame_.token(k).is_number()) &&
                          !frame_.is(k, WordClass::conjunction);
        if (!word || comma) return false;
        happened = happened || frame_.is_any(k, {"broke", "struck", "started", "happened", "took", "began",
                                                 "hit", "occurred", "erupted", "swept", "held"});
    }
    return false;
}

// "The fire, which broke out on Wednesday, destroyed [40 homes]", "The crash happened on Monday and [12 people] died": the event's
// own time, told in an aside or in the clause before.
std::optional<std::size_t> EventTimes::told_before(std::size_t i) const {
    const Quantity& figure = frame_.draft(i).quantity;
    for (std::size_t t = times_.size(); t-- > 0;) {
        const TimeExpression& time = times_[t];
        if (time.begin >= figure.begin) continue;
        if (time.end > figure.begin || time.is_baseline || time.opens_span || time.open_end != OpenEnd::none)
            return std::nullopt;
        const bool comma = frame_.is_written(time.end, ",");
        const bool joined = frame_.is(comma ? time.end + 1 : time.end, "and");
        if (!comma && !joined) return std::nullopt;
        const std::size_t clause = time.end + (comma ? 1 : 0) + (joined ? 1 : 0);
        for (std::size_t k = clause; k < figure.begin; ++k)
            if (frame_.is_written(k, ",")) return std::nullopt;
        // In an aside, the event's own verb stands right behind.
        if (!joined && (!frame_.has(clause) || !is_verb_at(frame_, clause))) return std::nullopt;
        const bool told = happened_then(time, !joined) && tells_of_the_past(clause - 1, i);
        return told ? std::optional(t) : std::nullopt;
    }
    return std::nullopt;
}

std::optional<std::size_t> EventTimes::of(std::size_t i) const {
    if (frame_.draft(i).claim.modality != Modality::actual) return std::nullopt;
    if (const auto told = told_before(i)) return told;
    const auto opener = clause_opener(i);
    if (!opener) return std::nullopt;
    const bool comma = frame_.is_written(*opener - 1, ",");
    // "a fire in May that killed two", but ", that" opens none
    const std::size_t end = comma ? *opener - 1 : *opener;
    for (std::size_t t = times_.size(); t-- > 0;) {
        const TimeExpression& time = times_[t];
        if (time.end > end) {
            if (time.begin < frame_.draft(i).quantity.begin) return std::nullopt;  // a time of its own
            continue;
        }
        const bool told = !time.is_baseline && !time.opens_span && time.open_end == OpenEnd::none;
        const bool found = told && is_of_event(time, end) && tells_of_the_past(*opener, i);
        return found ? std::optional(t) : std::nullopt;
    }
    return std::nullopt;
}

bool EventTimes::is_of_poll(const TimeExpression& time) const {
    std::size_t at = time.begin;
    const std::size_t first = frame_.sentence.begin;
    while (at > first &&
           frame_.is_any(at - 1, {"in", "on", "from", "between", "late", "early", "mid", "the", "during"}))
        --at;
    if (at == first) return false;
    const bool out = frame_.is(at - 1, "out");
    const std::size_t verb = out ? at - 2 : at - 1;
    if (out ? !frame_.is(verb, "carried") : !frame_.is_any(verb, {"conducted", "taken", "fielded"}))
        return false;
    // "The survey by Fenwick Research, carried out in June"
    const std::size_t reach = frame_.is_written(verb - 1, ",") ? 9 : 5;
    for (std::size_t k = verb; k-- > first && k + reach > verb;)
        if (frame_.is(k, WordClass::poll_noun)) return true;
    return false;
}

bool EventTimes::may_be_asked(std::size_t i) const {
    const Claim& claim = frame_.draft(i).claim;
    return claim.change == Change::none && claim.role != Role::from &&
           (claim.kind == Kind::percent || claim.kind == Kind::ratio);
}

}  // namespace figbook
