// What a day can be of: what was done on it, not what was there before and after.
#include "claim/phrases.hpp"
#include "claim/time_context.hpp"
#include "claim/verbs.hpp"
#include "text/endings.hpp"

namespace figbook {

// "carried 1,320 people", "will pass within 25 kilometres": the figure's own verb, and no verb of being, having or saying.
bool TimeContext::is_deed(std::size_t begin, std::size_t figure) const {
    static constexpr WordClasses states{WordClass::auxiliary, WordClass::copula, WordClass::cue,
                                        WordClass::holding_verb};
    for (std::size_t i = figure; i-- > begin;) {
        // "would admit no more than 3,000"
        const bool helped = i > begin && frame_.is(i - 1, WordClass::modal) && frame_.token(i).is_word();
        if (!helped && !is_verb_at(frame_, i)) continue;
        const bool of_noun = i > begin && frame_.is(i - 1, "to");
        if (helped && i + 1 == figure) return !frame_.has_any(i, {WordClass::auxiliary, WordClass::copula});
        // "drew 300 people", which is no "drew attention to"
        return !of_noun && (!frame_.has_any(i, states) || frame_.is(i, "drew"));
    }
    return false;
}

// "[were] caught", "[were] also thrown", not "[were] based", "[were] owned".
bool TimeContext::is_done(std::size_t i) const {
    const std::size_t at =
        frame_.is(i, WordClass::modifier) || has_ending(frame_.word(i), "ly", 3) ? i + 1 : i;
    if (!frame_.has(at)) return false;
    if (frame_.is_any(at, {"caught", "swept", "hit", "struck", "sent", "sold", "stolen", "towed", "taken",
                           "flown", "thrown", "shot", "brought", "torn", "cut", "driven", "given"}))
        return true;
    static constexpr WordClasses views{WordClass::foreseen, WordClass::cue, WordClass::projecting};
    return has_past_ending(frame_.word(at)) && !frame_.has_any(at, views) &&
           !frame_.is_any(
               at, {"based",    "owned",   "located",   "needed",     "required",  "used",     "employed",
                    "supposed", "allowed", "entitled",  "considered", "insured",   "affected", "infected",
                    "named",    "called",  "scheduled", "interested", "concerned", "worried",  "registered",
                    "listed",   "priced",  "valued",    "rated",      "supported", "opposed",  "asked"});
}

// "427 firefighters were battling a blaze", "a convoy of 45 buses set out": what those counted did.
bool TimeContext::acts_behind(TokenRange segment, const Quantity& figure) const {
    static constexpr WordClasses states{WordClass::copula, WordClass::cue, WordClass::holding_verb,
                                        WordClass::modal};
    // "reported that 700,000 were without power"
    for (std::size_t i = segment.begin; i < figure.begin; ++i)
        if (frame_.is(i, "that")) segment.begin = i + 1;
    for (std::size_t i = segment.begin; i < figure.begin; ++i)
        if (is_verb_at(frame_, i)) return false;
    // "An aircraft with 89 seats was dispatched"
    if (figure.begin > segment.begin && frame_.is(figure.begin - 1, "with")) return false;
    // "A convoy of 45 buses", but "the council of 12 members met"
    if (figure.begin > segment.begin && frame_.is(figure.begin - 1, "of") &&
        !frame_.is_any(segment.begin, {"a", "an"}))
        return false;
    for (std::size_t i = figure.phrase_end(); i < segment.end; ++i) {
        if (!is_verb_at(frame_, i)) continue;
        const bool progressive = frame_.is_any(i, {"are", "were"}) && frame_.has(i + 1) &&
                                 has_ending(frame_.word(i + 1), "ing", 3);
        // "some 700,000 customers were without power"
        const bool definite =
            figure.begin > segment.begin && frame_.is(figure.begin - 1, WordClass::determiner);
        const bool state =
            !definite &&
            ((frame_.is_any(i, {"are", "were", "remain", "remained"}) &&
              frame_.is_any(i + 1, {"without", "still", "under", "in", "on", "due", "expected", "set"})) ||
             (frame_.is_any(i, {"had", "have"}) && frame_.is(i + 1, "no")));
        // "80 cars were caught in a pile-up", "three bombs were thrown"
        const bool passive = frame_.is_any(i, {"was", "were"}) && is_done(i + 1);
        // "On Sunday, two states will hold elections"
        const bool coming = frame_.is_any(i, {"will", "would"}) && frame_.has(i + 1) &&
                            frame_.token(i + 1).is_word() &&
                            !frame_.is_any(i + 1, {"be", "have", "not", "also", "still", "remain", "need"});
        return progressive || state || passive || coming ||
               (!frame_.has_any(i, states) && !frame_.is(i, WordClass::auxiliary));
    }
    return false;
}

// "[Half of the trains] ran", "[a fifth of flights] were cancelled": what that part did, and not how it is.
bool TimeContext::was_done_behind(const Quantity& figure) const {
    const TokenRange segment = segment_around(frame_, figure.begin, figure.end);
    for (std::size_t i = figure.end; i < segment.end; ++i) {
        if (frame_.is(i, WordClass::relative)) return false;
        if (!is_verb_at(frame_, i)) continue;
        const bool past = frame_.is(i, WordClass::past_form) || has_past_ending(frame_.word(i));
        return past && acts_behind(segment, figure);
    }
    return false;
}

// "won by more than 20 points", "took 61% of the vote": on a day of votes.
bool TimeContext::is_won(const Quantity& figure) const {
    const TokenRange segment = segment_around(frame_, figure.begin, figure.end);
    for (std::size_t i = figure.begin; i-- > segment.begin;)
        if (is_verb_at(frame_, i)) return frame_.is(i, WordClass::vote_getting);
    return false;
}

// "a speech to 300 people", "a crowd of 300": on that day.
bool TimeContext::is_audience(const Quantity& figure) const {
    return figure.begin >= frame_.sentence.begin + 2 &&
           frame_.is_any(figure.begin - 1, {"to", "before", "of"}) &&
           frame_.is(figure.begin - 2, WordClass::gathering);
}

// "were recorded", "was measured", "was felt"
bool TimeContext::is_recorded(TokenRange segment, const Quantity& figure) const {
    for (std::size_t i = segment.begin; i < figure.begin; ++i)
        if (is_verb_at(frame_, i)) return false;
    for (std::size_t i = figure.end; frame_.has(i + 1) && !frame_.is_written(i, ","); ++i)
        if (frame_.is_any(i, {"was", "were"}))
            return frame_.is_any(i + 1,
                                 {"recorded", "measured", "registered", "reported", "forecast", "felt"});
        else if (frame_.is_any(i, {"is", "are"}))
            return frame_.is(i + 1, WordClass::foreseen) ||
                   frame_.is_any(i + 1, {"likely", "possible", "due"});
    return false;
}

// "fetched £184,000 at Hartley's on Wednesday", "fined the bank £5m on Monday": what was paid, or is to be, from that day.
bool TimeContext::changes_hands(const Quantity& figure) const {
    // "touched a low of $2,308 on Monday", "went past $100,000 on Thursday", "clawed its way back to $28,500"
    if (figure.begin > frame_.sentence.begin &&
        frame_.is_any(figure.begin, {"past", "above", "below", "through"}) &&
        is_verb_at(frame_, figure.begin - 1))
        return true;
    if (figure.begin >= frame_.sentence.begin + 2 && frame_.is(figure.begin - 1, "to") &&
        frame_.is(figure.begin - 2, "back"))
        return true;
    if (figure.begin >= frame_.sentence.begin + 2 &&
        ((frame_.is(figure.begin - 1, "of") && frame_.is(figure.begin - 2, WordClass::extreme)) ||
         (frame_.is_any(figure.begin - 1, {"past", "above", "below", "through"}) &&
          is_verb_at(frame_, figure.begin - 2))))
        return true;
    const TokenRange segment = segment_around(frame_, figure.begin, figure.end);
    for (std::size_t i = figure.begin; i-- > segment.begin;) {
        if (frame_.is_any(i, {"seized", "stole", "confiscated"}))
            return true;  // "seized ivory worth R4m on Monday"
        if (!is_verb_at(frame_, i) || frame_.is(i, "worth")) continue;
        if (frame_.is_any(i, {"fetched", "fined", "awarded"})) return true;
        if (frame_.is(i, "went")) return frame_.is(figure.begin - 1, "for");
        return frame_.is(i, "sold") && (frame_.is(figure.begin - 1, "for") || i + 1 == figure.begin);
    }
    return false;
}

bool TimeContext::is_object_of_deed(const Quantity& figure) const {
    static constexpr WordClasses states{WordClass::auxiliary, WordClass::copula, WordClass::cue,
                                        WordClass::holding_verb, WordClass::preposition};
    const TokenRange segment = segment_around(frame_, figure.begin, figure.end);
    const auto is_plan = [&](std::size_t i) {
        return frame_.is(i, WordClass::plan_noun) || frame_.is(i, "budget");
    };
    bool known = is_plan(figure.end) || (figure.begin > segment.begin + 1 && is_plan(figure.begin - 2));
    for (std::size_t i = figure.begin; i-- > segment.begin;) {
        if (frame_.is_any(i, {"to", "for", "by", "that", "who", "which"})) return false;
        known = known || frame_.is_any(i, {"the", "its", "their", "his", "her"}) ||
                frame_.token(i).kind == TokenKind::possessive;
        if (!is_verb_at(frame_, i)) continue;
        return !known && !frame_.has_any(i, states) &&
               (has_past_ending(frame_.word(i)) || frame_.is(i, WordClass::past_form));
    }
    return false;
}

bool TimeContext::happened(const Quantity& figure, const Claim& claim) const {
    if (claim.change != Change::none) return true;
    // "closed at 1,334", "hit 41C", "the jail held 203"
    const bool counts = claim.kind == Kind::count || claim.kind == Kind::number;
    if (figure.begin > frame_.sentence.begin &&
        (frame_.is(figure.begin - 1, "at") || (counts && frame_.is(figure.begin - 1, "held")) ||
         frame_.is(figure.begin - 1, WordClass::copula)))
        return true;
    // "from its $2.35 close on Monday"
    if (claim.kind == Kind::money && frame_.is_any(figure.end, {"close", "finish"})) return true;
    // "reached $5bn on Monday", "hitting 16% on Monday"
    if (figure.begin > frame_.sentence.begin &&
        (frame_.is(figure.begin - 1, WordClass::level_verb) ||
         frame_.is_any(figure.begin - 1, {"hitting", "reaching", "touching", "topping", "crossing"})))
        return true;
    // "left its rate in a range of 4.25% to 4.5%"
    if (figure.begin >= frame_.sentence.begin + 2 && frame_.is(figure.begin - 1, "of") &&
        frame_.is(figure.begin - 2, "range"))
        return true;
    // "paid $2 million at Tuesday's auction", "raised $5m on Monday"
    if (claim.kind == Kind::money && figure.begin > frame_.sentence.begin &&
        frame_.is_any(figure.begin - 1,
                      {"paid", "raised", "fetched", "won", "lost", "spent", "stole", "donated", "withdrew"}))
        return true;
    const bool won = claim.kind == Kind::percent || claim.kind == Kind::points;
    if (won && is_won(figure)) return true;
    // "a magnitude 5.8 earthquake shook the island", "a 6.3-magnitude earthquake"
    const bool magnitude = frame_.is(figure.end + 1, "magnitude") ||
                           (figure.begin > frame_.sentence.begin && frame_.is(figure.begin - 1, "magnitude"));
    if (claim.kind == Kind::number && magnitude) return true;
    if (claim.kind == Kind::money) return changes_hands(figure) || is_object_of_deed(figure);
    // "destroyed 30 to 50 per cent of its buildings"
    if (claim.kind == Kind::percent || claim.kind == Kind::ratio) {
        // "Half of the trains ran on Thursday"
        const bool part = claim.role == Role::share && frame_.is_any(figure.end, {"of", "in"});
        return is_object_of_deed(figure) || ((part || figure.rule == "ratio.of") && was_done_behind(figure));
    }
    if (claim.kind != Kind::count && claim.kind != Kind::measure) return false;
    if (is_audience(figure)) return true;
    const TokenRange segment = segment_around(frame_, figure.begin, figure.end);
    if (is_deed(segment.begin, figure.begin)) return true;
    // "Gusts of 194 km/h were recorded on Tuesday night"
    if (claim.kind == Kind::measure && is_recorded(segment, figure)) return true;
    if (claim.kind != Kind::count) return false;
    if (acts_behind(segment, figure)) return true;
    static constexpr WordClasses deeds{WordClass::casualty, WordClass::casualty_verb, WordClass::person_verb};
    for (std::size_t i = segment.begin; i < segment.end; ++i)
        if (frame_.has_any(i, deeds)) return true;
    return false;
}

}  // namespace figbook
