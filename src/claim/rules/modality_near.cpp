// What is not done yet, but near or made possible: "is close to selling 40 shops", "paves the way for a £9m sale"; and the views
// that somebody has or keeps of what is to come.
#include "claim/phrases.hpp"
#include "claim/rules/modality_context.hpp"
#include "claim/verbs.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

constexpr WordClasses views{WordClass::forecast_noun, WordClass::aim_noun};

}  // namespace

// "paves the way for the council to sell 400 homes", "clears the way for a £9m takeover", "opened the door to a 5% tax"; "is on
// the verge of buying the chain for £9m".
std::optional<std::size_t> ModalityContext::way_made(const Quantity& quantity) const {
    constexpr std::size_t furthest = 16;
    static constexpr WordClasses others{WordClass::relative, WordClass::modal, WordClass::past_form};
    const std::size_t first = frame_.sentence.begin, begin = quantity.begin;
    for (std::size_t i = begin; i-- > first + 2 && i + furthest > begin;) {
        if (frame_.token(i).kind == TokenKind::mark || frame_.has_any(i, others)) return std::nullopt;
        if (!frame_.is(i, WordClass::further_sign)) continue;
        if (frame_.is_any(i, {"verge", "brink", "cusp"}))
            return frame_.is(i + 1, "of") && has_ending(frame_.word(i + 2), "ing", 2) && i + 2 < begin
                       ? std::optional(i)
                       : std::nullopt;
        if (!frame_.is_any(i, {"way", "door"})) continue;
        const bool made =
            frame_.is(i - 1, "the") && frame_.is_any(i + 1, {"for", "to"}) &&
            frame_.is_any(i - 2, {"pave", "paves", "paved", "paving", "clear", "clears", "cleared",
                                  "clearing", "open", "opens", "opened", "opening", "smooth", "smooths"});
        const std::size_t thing = frame_.is(begin - 1, WordClass::determiner) ? begin - 1 : begin;
        bool leads = thing == i + 2;
        for (std::size_t k = i + 1; k + 1 < begin && !leads; ++k)
            leads = frame_.is(k, "to") && is_bare_verb(k + 1);
        return made && leads && !is_there(quantity) ? std::optional(i) : std::nullopt;
    }
    return std::nullopt;
}

// "is close | to | buying", "moved closer to signing"; not "came close to winning".
bool ModalityContext::is_near_deed(std::size_t to) const {
    if (to < frame_.sentence.begin + 2 || !has_ending(frame_.word(to + 1), "ing", 2)) return false;
    if (frame_.is_any(to - 1, {"closer", "nearer"})) return true;
    if (!frame_.is_any(to - 1, {"close", "near"})) return false;
    std::size_t be = to - 2;
    while (be > frame_.sentence.begin && frame_.is(be, WordClass::modifier)) --be;
    return is_form_of_be(be) || frame_.is_any(be, {"be", "been", "believed", "thought", "said", "reported"});
}

// "The bank's forecasts | have | it averaging 2.7%", "the consensus has 110,000 jobs added"; not "Forecasts have risen by".
bool ModalityContext::is_view_had(std::size_t have, std::size_t figure) const {
    if (have == frame_.sentence.begin || !frame_.is(have - 1, WordClass::forecast_noun)) return false;
    static constexpr WordClasses heads{WordClass::determiner, WordClass::pronoun};
    if (frame_.is_any(have + 1, {"inflation", "growth", "prices"}) || frame_.has_any(have + 1, heads))
        return true;
    return have + 1 == figure && frame_.is(have - 1, "consensus");
}

// "The offer | values | the firm at £2bn", "an approach which valued it at", "The bid, at £3 a share, values it at": what
// somebody would pay.
bool ModalityContext::is_value_of_bid(std::size_t verb) const {
    constexpr std::size_t longest = 10;
    if (!frame_.is_any(verb, {"values", "valued"})) return false;
    for (std::size_t i = verb; i-- > frame_.sentence.begin && i + longest > verb;) {
        if (frame_.is_any(i, {"bid", "bids", "offer", "offers", "proposal", "approach"})) return true;
        const bool between = in_noun_phrase(frame_, i) || frame_.is_written(i, ",") ||
                             frame_.is_any(i, {"which", "that", "for", "from", "at", "a", "$", "€", "£"}) ||
                             frame_.token(i).is_number();
        if (!between) return false;
    }
    return false;
}

// "left its forecast | at 2.4%"
bool ModalityContext::is_view_kept(std::size_t noun, std::size_t figure) const {
    const std::size_t at = frame_.is_any(noun + 1, {"unchanged", "steady"}) ? noun + 2 : noun + 1;
    return frame_.has_any(noun, views) && frame_.is(at, "at") && at + 1 == figure;
}

// "Its growth forecast was cut to 2% from 3%", "The target has been raised from 40 ships to 60": the view itself is moved.
std::optional<std::size_t> ModalityContext::view_moved(const Quantity& quantity) const {
    constexpr std::size_t furthest = 18, longest = 9;
    const std::size_t first = frame_.sentence.begin, begin = quantity.begin;
    if (begin < first + 4 || !frame_.is_any(begin - 1, {"to", "from", "by"})) return std::nullopt;
    std::size_t verb = begin - 1;
    while (!frame_.has_any(verb, {WordClass::change_verb, WordClass::revising}) || !is_done_to(verb)) {
        if (verb <= first + 2 || verb + furthest < begin || is_verb_at(frame_, verb) ||
            frame_.is_written(verb, ";"))
            return std::nullopt;
        --verb;
    }
    std::size_t i = verb;
    while (i > first && frame_.is_one_of(i - 1, {WordClass::auxiliary, WordClass::modifier})) --i;
    for (const std::size_t end = i; i-- > first && i + longest > end;) {
        const bool view = frame_.has_any(i, views) || frame_.is_any(i, {"targets", "goals"});
        if (view)
            return i + 1 == end || frame_.is_any(i + 1, {"for", "of"}) ? std::optional(i) : std::nullopt;
        if (!in_noun_phrase(frame_, i) && !frame_.is_any(i, {"for", "of", "in"}) &&
            !frame_.token(i).is_number())
            return std::nullopt;
    }
    return std::nullopt;
}

// "was cut", "has been raised"
bool ModalityContext::is_done_to(std::size_t verb) const {
    const std::size_t be = frame_.is(verb - 1, WordClass::modifier) ? verb - 2 : verb - 1;
    const bool past = has_past_ending(frame_.word(verb)) ||
                      frame_.has_any(verb, {WordClass::same_in_past, WordClass::irregular_past});
    return past && (is_form_of_be(be) || frame_.is_any(be, {"been", "being"}));
}

// "voted 5-2 | late Tuesday | to", "agreed | last month | to", "agreed | in principle | to": when and how it was decided.
bool ModalityContext::is_told_of_decision(std::size_t i) const {
    static constexpr WordClasses times{WordClass::month, WordClass::time_unit};
    if (frame_.has_any(i, times) || frame_.is_any(i, {"late", "early", "last", "this", "principle"}))
        return true;
    if (frame_.token(i).is_word()) return has_ending(frame_.word(i), "ly", 3);
    return frame_.is_any(i, {"-", "–"}) && frame_.token(i - 1).is_number();
}

// "[The bank] | voted | 6-3 to raise interest rates to 5%": which a bank sets by that, where what a council votes for is to come.
bool ModalityContext::is_rate_voted(std::size_t verb, std::size_t figure) const {
    constexpr std::size_t furthest = 22;
    if (!frame_.is_any(verb, {"voted", "decided", "votes"}) || figure > verb + furthest) return false;
    bool bank = false;
    for (std::size_t i = frame_.sentence.begin; i < verb; ++i)
        bank = bank ||
               frame_.is_any(i, {"bank", "bank's", "policymakers", "committee", "fed", "reserve", "ecb"});
    for (std::size_t i = verb + 2; bank && i < figure; ++i) {
        if (!frame_.is_any(i, {"rate", "rates"})) continue;
        return frame_.is_any(i - 1, {"interest", "key", "policy", "benchmark", "lending", "repo", "base",
                                     "deposit", "funds", "its", "the", "borrowing", "main"}) ||
               frame_.is(i - 2, "to");  // "to cut rates"
    }
    return false;
}

// "was awarded £3m | to | build 40 homes": what the money is for; not "spent £3m to build 40 homes".
std::optional<std::size_t> ModalityContext::granted_for(const Quantity& quantity) const {
    const std::size_t to = quantity.begin - 2;
    if (!frame_.is_any(to + 1, {"build", "create", "open", "hire", "recruit", "plant", "train", "buy"}))
        return std::nullopt;
    for (std::size_t i = 0; i < frame_.count(); ++i) {
        const Quantity& money = frame_.draft(i).quantity;
        if (money.kind == Kind::money && money.end == to && money.begin > frame_.sentence.begin)
            return frame_.is_any(money.begin - 1,
                                 {"awarded", "given", "granted", "secured", "won", "received"})
                       ? std::optional(to)
                       : std::nullopt;
    }
    return std::nullopt;
}

// "would | this year | put", "will next month | put": the verb behind its modal, over a time.
bool ModalityContext::is_behind_modal(std::size_t verb) const {
    constexpr std::size_t longest = 4;
    static constexpr WordClasses between{WordClass::time_unit, WordClass::coming, WordClass::month,
                                         WordClass::weekday};
    for (std::size_t i = verb; i-- > frame_.sentence.begin && i + longest >= verb;) {
        if (frame_.is(i, WordClass::modal)) return true;
        if (!frame_.has_any(i, between) && !frame_.token(i).is_number() &&
            !frame_.is_any(i, {"this", "in", "by", "on", "from"}))
            return false;
    }
    return false;
}

// "we'd save 50 lives", not "he'd received a rise": with the bare form, it stands for "would".
bool ModalityContext::is_would_contracted(std::size_t i) const {
    const std::string_view word = frame_.word(i);
    if (!word.ends_with('d') || !is_contraction(word)) return false;
    std::size_t verb = i + 1;
    while (frame_.is(verb, WordClass::modifier)) ++verb;
    return is_bare_verb(verb) && !frame_.is(verb, WordClass::same_in_past) &&
           !frame_.is_any(verb, {"come", "become", "run", "overcome"});
}

// "predicted by 17 of the 22 economists": those who did it.
bool ModalityContext::is_done_by(std::size_t participle, std::size_t figure) const {
    return participle + 2 == figure && frame_.is(participle + 1, "by") &&
           has_ending(frame_.word(participle), "ed", 3);
}

// "guaranteed a €3bn bond of the bank": what it did, where "guaranteed 5,000 jobs" promises them.
bool ModalityContext::is_surety(std::size_t verb, std::size_t figure) const {
    constexpr std::size_t longest = 3;
    // "held two auctions in which it offered $9bn"
    if (frame_.is(verb, "offered") && verb > frame_.sentence.begin + 3)
        return frame_.is(verb - 1, WordClass::pronoun) && frame_.is_any(verb - 2, {"which", "when", "where"});
    if (!frame_.is(verb, "guaranteed") || verb + 2 != figure || !frame_.is_any(verb + 1, {"a", "the", "its"}))
        return false;
    for (std::size_t i = 0; i < frame_.count(); ++i) {
        const Quantity& sum = frame_.draft(i).quantity;
        if (sum.begin != figure || sum.kind != Kind::money) continue;
        const std::size_t noun = behind_bracket(frame_, sum.end);
        for (std::size_t k = noun; k < noun + longest && in_noun_phrase(frame_, k); ++k)
            if (frame_.is_any(k, {"loan", "bond", "mortgage", "debt", "overdraft", "facility"})) return true;
    }
    return false;
}

// "is estimated to cost £9m", "to raise £9m", which nobody has paid; not "costs an estimated £9m a year".
bool ModalityContext::is_estimated_to_cost(std::size_t to, std::size_t figure) const {
    if (to + 2 != figure || !frame_.is(to - 1, "estimated") ||
        !frame_.is_any(to + 1, {"cost", "raise", "save", "generate", "fetch"}))
        return false;
    for (std::size_t i = 0; i < frame_.count(); ++i)
        if (frame_.draft(i).quantity.begin == figure) return frame_.draft(i).quantity.per.empty();
    return false;
}

// "[900 jobs are] at risk", "under threat", "in jeopardy"
bool ModalityContext::is_in_danger(std::size_t i) const {
    if (frame_.is(i, "threat")) return frame_.is(i - 1, "under") && !frame_.is(i + 1, "from");
    return frame_.is(i, "jeopardy") ? frame_.is(i - 1, "in") : frame_.is(i - 1, "at");
}

// "The 300-bed hospital | is to be built by 2027"
bool ModalityContext::is_to_be_built(const Quantity& quantity) const {
    constexpr std::size_t furthest = 8;
    const std::size_t behind = quantity.phrase_end();
    for (std::size_t i = behind; i < behind + furthest && frame_.has(i); ++i) {
        if (divides_clauses(frame_, i)) return false;
        if (frame_.is(i, "be")) return frame_.is_any(i + 1, {"built", "constructed", "erected"});
    }
    return false;
}

// "About 100 firefighters were needed to bring the blaze under control": they came.
bool ModalityContext::was_needed(const Quantity& quantity) const {
    const std::size_t behind = quantity.phrase_end();
    return quantity.kind == Kind::count && quantity.begin == frame_.sentence.begin &&
           frame_.is_any(behind, {"were", "was"}) && frame_.is(behind + 1, "needed") &&
           frame_.is(behind + 2, "to");
}

// "Three men will appear in court", "Two men charged with murder are due to go on trial": there, whatever is to be done with them.
bool ModalityContext::is_before_court(const Quantity& quantity) const {
    constexpr std::size_t furthest = 10;
    const std::size_t behind = quantity.phrase_end();
    if (quantity.kind != Kind::count) return false;
    for (std::size_t i = behind + 1; i < behind + furthest && frame_.has(i); ++i) {
        if (divides_clauses(frame_, i) || frame_.is(i, "and")) return false;
        if (frame_.is(i, "appear")) return frame_.is_any(i + 1, {"in", "before", "at"});
        if (frame_.is_any(i, {"stand", "face"})) return frame_.is(i + 1, "trial");
        if (frame_.is(i, "go")) return frame_.is(i + 1, "on") && frame_.is(i + 2, "trial");
        if (frame_.is(i, "sentenced")) return frame_.is(i - 1, "be");
    }
    return false;
}

// "The deal, worth £9m, | is expected to close in June": not made yet, with what it is worth.
std::optional<std::size_t> ModalityContext::over_worth(const Quantity& quantity) const {
    const std::size_t begin = quantity.begin;
    if (quantity.kind != Kind::money || begin < frame_.sentence.begin + 4 ||
        !frame_.is_written(begin - 2, ",") ||
        !frame_.is_any(begin - 3, {"deal", "sale", "takeover", "merger", "transaction", "acquisition"}))
        return std::nullopt;
    const std::size_t comma = behind_bracket(frame_, quantity.phrase_end());
    if (!frame_.has(comma) || !frame_.is_written(comma, ",")) return std::nullopt;
    return modal_behind(comma + 1, segment_around(frame_, comma + 1, comma + 1).end);
}

}  // namespace figbook
