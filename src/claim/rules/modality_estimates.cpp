// What analysts reckon that something will be, or was before it is told: "analysts' estimates of $2.4bn", "sales seen rising
// 3%", "a price target of $40", "an upside of 30%".
#include "claim/phrases.hpp"
#include "claim/rules/modality_context.hpp"
#include "claim/verbs.hpp"
#include "text/endings.hpp"

namespace figbook {

// "cut her price target for the stock to $145", "a target price of $145", "(Buy, price target $145)"
std::optional<std::size_t> ModalityContext::price_target(const Quantity& quantity) const {
    constexpr std::size_t furthest = 10;
    const std::size_t first = frame_.sentence.begin;
    if (quantity.kind != Kind::money || quantity.begin == first) return std::nullopt;
    const auto is_target = [&](std::size_t i) {
        return i > first && ((frame_.is_any(i, {"target", "targets"}) && frame_.is(i - 1, "price")) ||
                             (frame_.is(i, "price") && frame_.is(i - 1, "target")));
    };
    const std::size_t before = quantity.begin - 1;
    if (is_target(before)) return before;
    if (!frame_.is_any(before, {"to", "of", "at", "is", "was"})) return std::nullopt;
    for (std::size_t i = before; i-- > first && i + furthest > quantity.begin;) {
        if (is_target(i)) return i;
        // "price target | lowered to"
        const bool moved = frame_.is(i, WordClass::change_verb) && is_target(i - 1);
        if ((is_verb_at(frame_, i) && !moved) || frame_.is_written(i, ",")) return std::nullopt;
    }
    return std::nullopt;
}

// "implies an upside of 30%", "a 30% one-year upside": what a share may yet gain.
std::optional<std::size_t> ModalityContext::upside(const Quantity& quantity) const {
    constexpr std::size_t longest = 6;
    const std::size_t first = frame_.sentence.begin;
    if (quantity.kind != Kind::percent) return std::nullopt;
    const auto is_upside = [&](std::size_t i) { return frame_.is_any(i, {"upside", "downside"}); };
    for (std::size_t i = quantity.end; frame_.has(i) && i < quantity.end + longest; ++i) {
        if (is_upside(i) && frame_.is(i - 1, "the")) return std::nullopt;  // "beat it 3% to the upside"
        if (is_upside(i))
            return frame_.is_any(i + 1, {"surprise", "surprises"}) ? std::nullopt : std::optional(i);
        if (!in_noun_phrase(frame_, i) && !frame_.token(i).is_number() && !frame_.is_written(i, "-")) break;
    }
    if (quantity.begin < first + 2) return std::nullopt;
    for (std::size_t i = quantity.begin; i-- > first && i + longest > quantity.begin;) {
        if (is_upside(i)) return frame_.is_any(i + 1, {"of", "potential"}) ? std::optional(i) : std::nullopt;
        if (!frame_.is_any(i, {"of", "potential", "about", "nearly", "around"})) return std::nullopt;
    }
    return std::nullopt;
}

// "GDP seen contracting by 4%", "prices are seen up 0.2%": by those who look ahead; "was last seen trading at $35" and "has
// seen sales rising 4%" are not.
std::optional<std::size_t> ModalityContext::seen_moving(const Quantity& quantity) const {
    constexpr std::size_t longest = 8;
    const std::size_t first = frame_.sentence.begin;
    const bool sized = is_amount(quantity.kind) || quantity.has_magnitude;
    if (!sized || quantity.begin < first + 2) return std::nullopt;
    for (std::size_t i = quantity.begin; i-- > first && i + longest > quantity.begin;) {
        if (frame_.is(i, "seen")) {
            const bool up = i + 2 == quantity.begin && frame_.is_any(i + 1, {"up", "down", "at", "between"});
            // "revenue is seen | above €7bn"
            const bool bounded = i + 1 == quantity.begin && quantity.begin < quantity.core &&
                                 (quantity.kind == Kind::money || quantity.kind == Kind::percent);
            return (up || bounded) && i > first && (is_form_of_be(i - 1) || frame_.is(i - 1, "been"))
                       ? std::optional(i)
                       : std::nullopt;
        }
        if (has_ending(frame_.word(i), "ing", 2) && i > first && frame_.is(i - 1, "seen")) {
            static constexpr WordClasses moves{WordClass::change_verb, WordClass::foreseen_move};
            const bool lived = i > first + 1 && frame_.is_any(i - 2, {"has", "have", "had", "last", "ever"});
            return frame_.has_any(i, moves) && !lived ? std::optional(i - 1) : std::nullopt;
        }
        if (frame_.token(i).kind == TokenKind::mark || is_verb_at(frame_, i)) return std::nullopt;
    }
    return std::nullopt;
}

// "analysts' estimates of $2.4bn", "the consensus estimate for revenue of $2.4bn", "economists' forecasts of 475,000": not "an
// estimate of 1,400 victims", nor "the forecasts of six analysts".
std::optional<std::size_t> ModalityContext::analysts_estimate(const Quantity& quantity) const {
    constexpr std::size_t furthest = 12, longest = 5;
    const std::size_t first = frame_.sentence.begin;
    if (quantity.begin < first + 3 || quantity.kind == Kind::multiple || quantity.kind == Kind::ratio)
        return std::nullopt;
    const std::size_t before = quantity.begin - 1;
    if (!frame_.is_any(before, {"of", "for", "at"}) && !frame_.is(before, WordClass::copula))
        return std::nullopt;
    static constexpr WordClasses people{WordClass::speaker_noun, WordClass::person_noun,
                                        WordClass::respondent};
    const bool of_people = quantity.noun_end > 0 && frame_.has_any(quantity.noun_end - 1, people);
    for (std::size_t i = before; i > first + 1 && i + furthest > quantity.begin; --i) {
        if (frame_.is_any(
                i, {"estimate", "estimates", "forecast", "forecasts", "expectation", "expectations"})) {
            if (!frame_.is_any(i + 1, {"of", "for", "at"}) && i + 1 != before) return std::nullopt;
            for (std::size_t k = i; k-- > first && k + longest > i;) {
                if (frame_.is(k, WordClass::expecter) || frame_.is_any(k, {"analyst", "street", "consensus"}))
                    return i;
                if (!of_people && frame_.is_any(k, {"average", "mean", "median"})) return i;
                if (!in_noun_phrase(frame_, k)) return std::nullopt;
            }
            return std::nullopt;
        }
        const bool inner = in_noun_phrase(frame_, i) || frame_.is_any(i, {"of", "for", "at", "on"}) ||
                           frame_.token(i).is_number() || (i == before && frame_.is(i, WordClass::copula));
        if (!inner) return std::nullopt;
    }
    return std::nullopt;
}

// "The plan | cuts | 300 jobs", "The bill raises the tax to $3"; not "after budget cuts to", nor "The budget rises to".
bool ModalityContext::is_deed_of_plan(std::size_t verb) const {
    if (!has_ending(frame_.word(verb), "s", 3) || !frame_.has(verb + 1)) return false;
    const bool deed =
        frame_.is(verb, WordClass::change_verb)
            ? !frame_.is_any(verb,
                             {"rises", "falls", "grows", "drops", "shrinks", "climbs", "jumps", "gains"})
            : frame_.is_any(verb, {"eliminates", "closes", "creates", "spends", "puts", "gives", "sets",
                                   "imposes", "caps", "bans", "allocates", "opens", "builds", "grants"});
    return deed && !frame_.is(verb + 1, WordClass::preposition);
}

// "The plan", "a bill", "Her budget", of what is to be done; not "the pension plan", "the average bill".
bool ModalityContext::is_paper_of_plan(std::size_t noun) const {
    if (noun <= frame_.sentence.begin ||
        !frame_.is_any(noun, {"plan", "proposal", "bill", "budget", "blueprint", "amendment", "motion",
                              "measure", "legislation"}))
        return false;
    return !frame_.is_any(noun - 1, {"pension", "health", "savings", "retirement", "data", "insurance",
                                     "payment", "average", "energy", "electricity", "gas", "fuel", "water",
                                     "heating", "food", "tax", "phone", "annual", "household"});
}

// "Her plan spares the police but eliminates | 320 posts": what a plan does is to come.
std::optional<std::size_t> ModalityContext::done_by_plan(const Quantity& quantity) const {
    constexpr std::size_t furthest = 8, longest = 14;
    static constexpr WordClasses others{WordClass::auxiliary, WordClass::modal, WordClass::relative,
                                        WordClass::past_form};
    const std::size_t first = frame_.sentence.begin;
    std::size_t verb = quantity.begin - 1;
    const auto is_deed = [&](std::size_t i) { return frame_.word(i).back() == 's' && is_deed_of_plan(i); };
    while (verb > first + 1 && verb + furthest > quantity.begin && !is_deed(verb)) {
        if (!frame_.token(verb).is_word() || frame_.has_any(verb, others)) return std::nullopt;
        --verb;
    }
    if (verb <= first + 1 || !is_deed(verb)) return std::nullopt;
    std::size_t who = verb - 1;
    while (who > first + 1 && frame_.is(who, WordClass::modifier)) --who;
    if (is_paper_of_plan(who)) return who;
    if (!frame_.is_any(who, {"and", "but"})) return std::nullopt;
    for (std::size_t i = who; i-- > first + 1 && i + longest > who;) {
        if (is_paper_of_plan(i)) {
            const std::size_t does = frame_.is(i + 1, WordClass::modifier) ? i + 2 : i + 1;
            const bool acts = is_verb_at(frame_, does) || frame_.is(does + 1, WordClass::determiner);
            return does < who && has_ending(frame_.word(does), "s", 3) && acts ? std::optional(i)
                                                                               : std::nullopt;
        }
        if (frame_.has_any(i, others) || frame_.is_written(i, ";")) return std::nullopt;
    }
    return std::nullopt;
}

// "The plan calls for the state to inject 1 trillion yen", "a proposal for five banks to sell 1,000 branches": with whom it is
// that shall do it between.
std::optional<std::size_t> ModalityContext::called_for(const Quantity& quantity) const {
    constexpr std::size_t furthest = 18;
    const std::size_t first = frame_.sentence.begin;
    bool infinitive = false;
    for (std::size_t i = quantity.begin; i-- > first + 1 && i + furthest > quantity.begin;) {
        if (!infinitive) {
            if (frame_.is(i, "to") && is_bare_verb(i + 1)) {
                infinitive = true;
                continue;
            }
            const bool verb = is_verb_at(frame_, i) && !frame_.is(i - 1, "to");
            if (verb || frame_.is(i, "for") || frame_.is_written(i, ",")) return std::nullopt;
            continue;
        }
        if (frame_.is(i, "for")) {
            static constexpr WordClasses asking{WordClass::plan_noun, WordClass::seeking};
            const bool asks =
                frame_.is_any(i - 1, {"calls", "call", "called"}) ||
                (frame_.has_any(i - 1, asking) && !frame_.is_any(i - 1, {"bid", "bids", "offer"}));
            if (asks) return i - 1;
            // "a proposal floated by the party on Sunday for"
            for (std::size_t k = i - 1; k-- > first && k + furthest > i;) {
                if (frame_.is_any(k, {"proposal", "proposals"})) return k;
                if (frame_.token(k).kind == TokenKind::mark) return std::nullopt;
            }
            return std::nullopt;
        }
        const bool owner = frame_.token(i).kind == TokenKind::possessive || frame_.token(i).is_number();
        if (!in_noun_phrase(frame_, i) && !owner) return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace figbook
