// What somebody wants, asks for, allows, fears or faces: it is yet to come.
#include "claim/phrases.hpp"
#include "claim/rules/modality_context.hpp"
#include "claim/verbs.hpp"
#include "quantity/counted.hpp"
#include "text/endings.hpp"

namespace figbook {

// "can sell", "price in", "[the union] wants 5,000", "is closing": they look ahead with the word behind them.
bool ModalityContext::looks_ahead_with_next(std::size_t i, std::size_t end) const {
    static constexpr WordClasses firsts{WordClass::ability, WordClass::pricing, WordClass::wanting,
                                        WordClass::winding_up};
    if (!frame_.has_any(i, firsts)) return false;
    if (frame_.is(i, WordClass::ability))
        return frame_.is(i + 1, WordClass::brings_about) && !is_power_of_thing(i, end);
    const bool pegs = frame_.is_any(i, {"pegs", "pegged", "pegging"});
    if (frame_.is(i, WordClass::pricing) && !pegs)
        return frame_.is(i + 1, "in") && i + 1 < end &&  // "[markets] price in two cuts", not "prices in May"
               (is_verb_at(frame_, i) || !has_ending(frame_.word(i), "s", 3));
    if (frame_.is(i, WordClass::wanting)) return is_wanted(i, end);
    if (pegs) return is_pegged(i, end);
    // "is closing the plant with the loss of 900 jobs"
    const bool lost = i + 4 < end && frame_.is(end - 1, "of") && frame_.is(end - 2, "loss") &&
                      frame_.is_any(end - 4, {"with", "at"});
    return (i + 1 == end || lost) && i > frame_.sentence.begin &&
           frame_.is_any(i - 1, {"is", "are", "was", "were"});
}

// "can reach speeds of 300km/h", "can grow up to 3m", "can create 2,000 faces an hour": what it does at any time; "can win four
// seats" may come.
bool ModalityContext::is_power_of_thing(std::size_t can, std::size_t figure) const {
    const bool grows = frame_.is_any(can + 1, {"reach", "grow"});
    for (std::size_t i = 0; i < frame_.count(); ++i) {
        const Quantity& quantity = frame_.draft(i).quantity;
        if (quantity.begin != figure) continue;
        static constexpr std::string_view often[] = {"hour", "minute", "second", "day", "h", "min", "s", "d"};
        if (std::find(std::begin(often), std::end(often), quantity.per) != std::end(often)) return true;
        if (grows) return quantity.kind == Kind::measure || quantity.kind == Kind::money;
        // "Shoppers can save $100 on the case", but "They say they can save"
        return can + 2 == figure && frame_.is(can + 1, "save") && frame_.is(quantity.end, "on") &&
               !frame_.is(can - 1, WordClass::pronoun);
    }
    return false;
}

// "pegged the deficit at 4.9%", "pegs the average yield at 53 bushels": what is reckoned ahead; not "pegged the damage at".
bool ModalityContext::is_pegged(std::size_t verb, std::size_t figure) const {
    static constexpr WordClasses things{WordClass::year_noun, WordClass::change_noun,
                                        WordClass::foreseen_thing};
    if (!frame_.is(figure - 1, "at")) return false;
    // "the deficit is pegged at 5.1%"
    const bool passive =
        verb + 2 == figure && verb > frame_.sentence.begin + 1 && frame_.is_any(verb - 1, {"is", "are"});
    if (passive) return frame_.has_any(verb - 2, things);
    bool ahead = false;
    for (std::size_t i = verb + 1; i + 1 < figure; ++i) {
        if (!in_noun_phrase(frame_, i) && !frame_.is(i, "for") && !frame_.is(i, "of")) return false;
        ahead = ahead || frame_.has_any(i, things);
    }
    return ahead;
}

// "expectations for a fall to 2.5%", "hopes of another cut", "the chance of a half-point cut": what it speaks of.
std::optional<std::size_t> ModalityContext::expected_move(const Quantity& quantity) const {
    const std::size_t first = frame_.sentence.begin;
    if (quantity.begin < first + 2) return std::nullopt;
    std::size_t i = frame_.is_any(quantity.begin, {"a", "an"}) ? quantity.begin : quantity.begin - 1;
    const bool direct =
        frame_.is_any(i, {"of", "for"}) && frame_.is_any(i - 1, {"expectations", "predictions"});
    if (direct) return i - 1;  // "compares with expectations of 2.5%"
    // "expectations for losses of 12 percent"
    constexpr std::size_t longest = 4;
    if (frame_.is(i, "of"))
        for (std::size_t k = i; k-- > first + 1 && k + longest > i && in_noun_phrase(frame_, k);)
            if (frame_.is_any(k - 1, {"for", "of"}) && frame_.is_any(k - 2, {"expectations", "predictions"}))
                return k - 2;
    if (frame_.is_any(i, {"to", "of", "by"}) && frame_.is(i - 1, WordClass::change_noun)) {
        i -= 2;
        while (i > first && frame_.is(i, WordClass::adjective)) --i;
    }
    if (i < first + 2 || !frame_.is_any(i, {"a", "an", "another", "further"})) return std::nullopt;
    // "the union's demand for a 9% rise", "a call for a 5% tax"
    const bool asks = frame_.is(i - 1, "for") && frame_.is_any(i - 2, {"demand", "call"});
    const bool leads =
        asks || (frame_.is_any(i - 1, {"for", "of", "on"}) && frame_.is(i - 2, WordClass::expecting));
    const bool move = quantity.kind != Kind::ratio && quantity.kind != Kind::count;
    return leads && move ? std::optional(i - 2) : std::nullopt;
}

// "For Norland that means €16bn" behind what was promised: what it comes to.
bool ModalityContext::is_meaning_of_projected(std::size_t i) const {
    constexpr std::size_t furthest = 4;
    if (frame_.number == 0 || i > 0 || frame_.first == 0) return false;
    const Draft& before = draft_before(i);
    const Sentence& sentence = frame_.document.sentences[frame_.number - 1];
    if (before.claim.modality != Modality::projected || before.quantity.begin < sentence.begin) return false;
    const std::size_t figure = frame_.draft(i).quantity.begin;
    if (is_part_told_on(i)) return true;
    // "Revenue is put at £9m" behind the deficit of a budget
    if (frame_.is(figure - 1, "at") && frame_.is(figure - 2, "put") &&
        frame_.is_any(figure - 3, {"is", "are"}))
        return true;
    for (std::size_t k = figure; k-- > frame_.sentence.begin + 1 && k + furthest > figure;)
        if (frame_.is_any(k, {"means", "equates", "equals", "amounts", "translates"}))
            return frame_.is_any(k - 1, {"that", "this", "which"});
    return false;
}

// "[tabled a budget of £9bn.] Of that, £3bn is for roads | and £2bn for schools"
bool ModalityContext::is_part_told_on(std::size_t i) const {
    const std::size_t first = frame_.sentence.begin;
    const Quantity& part = frame_.draft(i).quantity;
    if (part.kind != Kind::money || !frame_.is(first, "of") ||
        !frame_.is_any(first + 1, {"that", "this", "these", "those", "it", "the"}))
        return false;
    const std::size_t behind = part.phrase_end();
    if (i > 0)
        return frame_.is(part.begin - 1, "and") && frame_.is_any(behind, {"for", "to", "on"}) &&
               frame_.draft(i - 1).claim.modality == Modality::projected;
    return (frame_.is_any(behind, {"is", "are"}) &&
            frame_.is_any(behind + 1, {"for", "to", "earmarked", "meant", "intended", "going", "set"})) ||
           frame_.is_any(behind, {"goes", "go"});
}

const Draft& ModalityContext::draft_before(std::size_t i) const {
    return frame_.drafts[frame_.first + i - 1];
}

// "[the union] wants 5,000", "wants a 12% rise", "eyes a $3bn sale"; not "his eyes".
bool ModalityContext::is_wanted(std::size_t verb, std::size_t figure) const {
    const std::size_t first = frame_.sentence.begin;
    if (frame_.is_any(verb, {"eyes", "eye", "eyed"})) {
        const bool noun = verb == first || frame_.is(verb - 1, WordClass::determiner) ||
                          frame_.is(verb - 1, WordClass::adjective) ||
                          frame_.token(verb - 1).kind != TokenKind::word;
        if (noun) return false;
    }
    const bool article = frame_.is_any(figure - 1, {"a", "an"});
    if (frame_.is(verb, WordClass::gerund_ahead) ||
        frame_.is_any(verb,
                      {"weigh", "weighed", "debate", "debates", "debated", "debating", "mull", "ponder"}))
        return (article || frame_.is(figure - 1, "of")) && is_weighed(verb, figure);
    return verb + 1 == figure || (verb + 2 == figure && article) || is_among_wants(verb, figure);
}

// "is weighing a 20% levy", "weigh up a £3bn bid", "debated a 5% tax": what may come of it; not "weighs a tonne", "the debate".
bool ModalityContext::is_weighed(std::size_t verb, std::size_t figure) const {
    const std::size_t object = frame_.is(verb + 1, "up") ? verb + 2 : verb + 1;
    const bool of = frame_.is(figure - 1, "of") && leads_to_figure(object, figure);  // "a tax of 5%"
    if ((object + 1 != figure && !of) || !is_verb_at(frame_, verb)) return false;
    for (std::size_t i = 0; i < frame_.count(); ++i) {
        const Draft& draft = frame_.draft(i);
        if (draft.quantity.begin == figure)
            return draft.quantity.kind != Kind::measure && draft.claim.change == Change::none;
    }
    return false;
}

bool ModalityContext::is_among_wants(std::size_t verb, std::size_t figure) const {
    if (figure == verb + 1 || !is_verb_at(frame_, verb)) return false;
    if (figure == verb + 2 && frame_.is(verb + 1, "between")) return true;
    const bool listed = frame_.is_any(figure - 1, {"and", "of", "or"});
    for (std::size_t i = verb + 1; i < figure; ++i) {
        const bool thing =
            in_noun_phrase(frame_, i) || frame_.token(i).is_number() || frame_.is_any(i, {"and", "of", "or"});
        if (!thing || is_verb_at(frame_, i)) return false;
    }
    return listed;
}

// "looking for 300", "calls for a 5% rise", "guided to revenue of $5m", "on course for growth of 3%", "warned of 300 losses"
bool ModalityContext::is_sought(std::size_t i, std::size_t figure) const {
    static constexpr WordClasses seeking{WordClass::seeking, WordClass::foreboding, WordClass::projecting_to};
    if (!frame_.has_any(i, seeking) || i + 1 >= figure) return false;
    // "forecasts called for low humidity and winds gusting at times to 55 mph"
    const bool weather = i > frame_.sentence.begin && frame_.is(i + 1, "for") &&
                         (frame_.is(i - 1, WordClass::forecast_noun) ||
                          frame_.is_any(i - 1, {"forecasters", "meteorologists"}));
    if (weather) return true;
    const bool course = i > frame_.sentence.begin && frame_.is_any(i, {"course", "track", "line"}) &&
                        frame_.is_any(i - 1, {"on", "in"});
    const bool to = frame_.is_any(i, {"guided", "guides", "guiding"}) && frame_.is(i + 1, "to");
    const bool bets = frame_.is_any(i, {"bet", "bets", "betting", "banking", "counting", "counts"}) &&
                      frame_.is(i + 1, "on");
    const bool option = frame_.is_any(i, {"option", "options"}) && frame_.is_any(i + 1, {"on", "for"});
    const bool leads = option ||
                       (frame_.is(i, WordClass::seeking) && (to || bets || frame_.is(i + 1, "for"))) ||
                       (frame_.is(i, WordClass::foreboding) && frame_.is(i + 1, "of")) ||
                       (frame_.is(i, "fears") && frame_.is(i + 1, "for")) ||
                       (frame_.is_any(i, {"warning", "warnings"}) && frame_.is(i + 1, "for") &&
                        frame_.is(figure - 1, "of")) ||
                       (course && frame_.is(i + 1, "for"));
    return leads && leads_to_figure(i + 2, figure);
}

// Nothing but an article, or a noun phrase with its "of", between: "[guided to] revenue of", "[calls for] a".
bool ModalityContext::leads_to_figure(std::size_t at, std::size_t figure) const {
    constexpr std::size_t longest = 8;
    if (at > figure || at + longest < figure) return false;
    if (at == figure || (at + 1 == figure && frame_.is_any(at, {"a", "an"}))) return true;
    if (!frame_.is_any(figure - 1, {"of", "to", "in"})) return false;
    for (std::size_t i = at; i + 1 < figure; ++i)
        if (!in_noun_phrase(frame_, i) && !frame_.is_written(i, "-") && !starts_time(frame_, i) &&
            !frame_.is_any(i, {"on", "in"}))
            return false;
    return true;
}

bool ModalityContext::is_asked_of_somebody(std::size_t verb, std::size_t figure) const {
    constexpr std::size_t longest = 8;
    if (!frame_.is(verb, WordClass::asking_of) || !is_verb_at(frame_, verb)) return false;
    if (frame_.is_any(verb, {"want", "wants", "wanted"}) && is_wanted_done(verb, figure)) return true;
    for (std::size_t i = verb + 1; i < figure && i < verb + longest; ++i) {
        if (i + 1 == figure) return i > verb + 1 && frame_.is(i, "to") && is_multiple_deed(figure);
        if (frame_.is(
                i, "to"))  // "wants the state to refund $2m"; not "calls himself Ed claims to have taken $2m"
            return i > verb + 1 && !frame_.is(i + 1, "have") &&
                   (is_infinitive_form(i + 1) || i + 2 == figure);
        const bool on = i == verb + 1 && frame_.is(i, "on");  // "calling on ministers to fund 350 posts"
        const bool whom = in_noun_phrase(frame_, i) || on || frame_.is(i, WordClass::pronoun) ||
                          looks_plural(frame_.document, i) || frame_.token(i).is_number() ||
                          frame_.is_one_of(i, {WordClass::currency, WordClass::magnitude}) ||
                          frame_.is_any(i, {"of", "on", "and", "for", "$", "€", "£"});
        if (!whom) return false;
    }
    return false;
}

// "allowing underwriters to buy up to 15 per cent of them": as much as they may.
bool ModalityContext::is_permitted(const Quantity& quantity) const {
    constexpr std::size_t furthest = 8;
    const std::size_t begin = quantity.begin;
    if (begin < frame_.sentence.begin + 4 || !frame_.is(begin - 2, "to") || !is_bare_verb(begin - 1))
        return false;
    for (std::size_t i = begin - 2; i-- > frame_.sentence.begin && i + furthest > begin;) {
        if (frame_.is_any(i, {"allowing", "allows", "allow", "letting", "enabling", "permits", "permitting"}))
            return true;
        if (!in_noun_phrase(frame_, i)) return false;
    }
    return false;
}

// "[pressed his team to] more than triple", "[urged the board to] double"
bool ModalityContext::is_multiple_deed(std::size_t i) const {
    if (frame_.is_any(i, {"more", "less"}) && frame_.is(i + 1, "than")) i += 2;
    if (frame_.is_any(i, {"almost", "nearly", "roughly", "about"})) ++i;
    return frame_.is(i, WordClass::multiple) && !frame_.is(i, "half");
}

// Behind the "and reach" of "within two years and reach 2.5 million"; `begin` where another verb stands before it.
std::size_t ModalityContext::behind_joined_verb(std::size_t begin, std::size_t figure) const {
    for (std::size_t i = begin; i + 1 < figure; ++i) {
        if (frame_.is(i, "and") && is_bare_verb(i + 1) && !frame_.is(i + 1, WordClass::same_in_past))
            return i + 2;
        if (is_verb_at(frame_, i) || frame_.is(i, WordClass::auxiliary)) return begin;
    }
    return begin;
}

// "[said that] to achieve the $40-50 billion, he would have to", "To reach 40%, it needs": what is not reached yet.
bool ModalityContext::is_aim_set_in(std::size_t to, std::size_t begin, std::size_t figure) const {
    if (!frame_.is(to, "to") || !frame_.is_any(to + 1, {"achieve", "attain", "reach", "meet", "hit"}))
        return false;
    if (to + 2 != figure && !(to + 3 == figure && frame_.is(to + 2, WordClass::determiner))) return false;
    return to == begin || frame_.is_any(to - 1, {"that", "order"});
}

// "five-year plan": a noun behind its hyphen.
bool ModalityContext::is_compound(std::size_t i) const {
    return i >= frame_.sentence.begin + 2 && frame_.is_written(i - 2, "-") &&
           !frame_.token(i - 1).space_before();
}

bool ModalityContext::is_proposed_that(std::size_t verb, std::size_t figure) const {
    constexpr std::size_t longest = 6;
    if (!frame_.is(verb + 1, "that") || verb == frame_.sentence.begin) return false;
    const bool proposes =
        frame_.is_any(verb, {"suggested", "suggests", "suggesting", "insisted", "insists", "proposed",
                             "proposes", "recommended", "recommends", "demanded", "demands", "urged"});
    if (!proposes) return false;
    // "the data suggested that shoppers pay"
    static constexpr WordClasses findings{WordClass::survey_noun, WordClass::number_noun};
    if (frame_.is_any(verb, {"suggested", "suggests", "suggesting"}) &&
        (frame_.has_any(verb - 1, findings) ||
         frame_.is_any(verb - 1,
                       {"data", "figures", "research", "evidence", "report", "reports", "findings"})))
        return false;
    for (std::size_t i = verb + 3; i < figure && i < verb + longest; ++i) {
        if (frame_.is(i, "be")) return true;  // "that the limit be cut to 50 km/h"
        if (frame_.is_one_of(i, {WordClass::modal, WordClass::auxiliary})) return false;
        if (frame_.is(i - 1, WordClass::determiner)) continue;  // "the bank"
        // "resume buying", "stop selling", whatever the word before it is
        if (has_ending(frame_.word(i), "ing", 3) && i > verb + 3 && !frame_.is(i - 1, WordClass::preposition))
            return !has_ending(frame_.word(i - 1), "s", 2) && !has_ending(frame_.word(i - 1), "ed", 2);
        if (i > verb + 2 && (is_verb_at(frame_, i) || is_bare_verb(i)))
            return is_bare_verb(i) && !frame_.is(i, WordClass::same_in_past) && !frame_.is(i - 1, "to") &&
                   in_noun_phrase(frame_, i - 1);
    }
    return false;
}

// "suggested cutting fuel duty by 5%", "recommended the closure of 90 schools"; not "figures suggest falling sales".
bool ModalityContext::is_advised_deed(std::size_t i) const {
    if (!frame_.is_any(i, {"suggested", "suggests", "suggest", "suggesting", "advised", "advises",
                           "recommended", "recommends", "recommending", "recommend"}))
        return false;
    if (frame_.is(i + 1, WordClass::determiner)) {
        const std::size_t deed = frame_.is(i + 2, WordClass::adjective) ? i + 3 : i + 2;
        return frame_.is(deed, WordClass::deed_noun) && frame_.is(deed + 1, "of") &&
               frame_.is_any(i, {"recommended", "recommends", "recommending", "recommend"});
    }
    static constexpr WordClasses findings{WordClass::survey_noun, WordClass::number_noun};
    if (!has_ending(frame_.word(i + 1), "ing", 3) || i == frame_.sentence.begin ||
        frame_.has_any(i - 1, findings) ||
        frame_.is_any(i - 1, {"data", "figures", "research", "evidence", "findings", "results"}))
        return false;
    static constexpr WordClasses verbs{WordClass::verb, WordClass::change_verb};
    return frame_.has_any(i + 1, verbs);
}

// "wants its 38-hour week cut to 35 hours and €555 more", "wants fees raised by 5%": what shall be done with it.
bool ModalityContext::is_wanted_done(std::size_t verb, std::size_t figure) const {
    constexpr std::size_t longest = 8;
    for (std::size_t i = verb + 2; i < figure && i < verb + longest; ++i) {
        const bool done = frame_.is(i, WordClass::same_in_past) || has_ending(frame_.word(i), "ed", 3);
        if (done && frame_.token(i - 1).is_word() && !frame_.is(i - 1, "to")) return true;
        if (!in_noun_phrase(frame_, i) && !frame_.token(i).is_number()) return false;
    }
    return false;
}

// "[the cabinet] cleared $18 million for repairs", "[councillors] approved 90 flats"
bool ModalityContext::is_granted(std::size_t verb, std::size_t figure) const {
    if (figure != verb + 1) return false;
    for (std::size_t i = 0; i < frame_.count(); ++i) {
        const Quantity& money = frame_.draft(i).quantity;
        if (money.begin != figure) continue;
        const bool homes = money.kind == Kind::count && money.noun_end > 0 &&
                           frame_.is_any(money.noun_end - 1,
                                         {"homes", "houses", "flats", "apartments", "dwellings", "turbines"});
        return homes || (money.kind == Kind::money && frame_.is(money.end, "for"));
    }
    return false;
}

bool ModalityContext::is_allowed(std::size_t verb, std::size_t figure) const {
    if (frame_.is(verb, WordClass::approving) && is_granted(verb, figure)) return true;
    if (!frame_.is(verb, WordClass::approving) || figure < verb + 4 || !is_verb_at(frame_, verb))
        return false;
    return frame_.is(verb + 1, WordClass::determiner) && frame_.is(figure - 1, "of") &&
           frame_.is(figure - 2, WordClass::deed_noun) && figure <= verb + 5;
}

// "faces a fine of $5m"
bool ModalityContext::is_facing(std::size_t i, std::size_t end) const {
    if (!frame_.is(i, WordClass::facing) || frame_.is(i + 1, "value")) return false;  // "cut the face value"
    if (is_move_faced(end)) return true;
    if (frame_.is(end - 1, "of") && frame_.is(end - 2, "loss") && i + 4 >= end) return true;
    for (std::size_t k = i + 1; k < end; ++k)
        if (frame_.is(k, WordClass::penalty)) return true;
    return is_penalty_of(end);
}

// "face a 9.99% rise in council tax"
bool ModalityContext::is_move_faced(std::size_t figure) const {
    if (figure == frame_.sentence.begin || !frame_.is_any(figure - 1, {"a", "an", "of"})) return false;
    for (std::size_t i = 0; i < frame_.count(); ++i) {
        const Draft& draft = frame_.draft(i);
        if (draft.quantity.begin != figure || draft.quantity.kind == Kind::money) continue;
        return draft.claim.role == Role::change &&
               (frame_.is(figure - 1, "of") || frame_.is(draft.quantity.end, WordClass::change_noun) ||
                frame_.is(draft.quantity.end + 1, WordClass::change_noun));
    }
    return false;
}

// "[faces] a $5m fine", "[faces] jail and a $250,000 bill"
bool ModalityContext::is_penalty_of(std::size_t figure) const {
    for (std::size_t i = 0; i < frame_.count(); ++i) {
        const Quantity& amount = frame_.draft(i).quantity;
        if (amount.begin != figure || amount.kind != Kind::money) continue;
        for (std::size_t k = amount.end; in_noun_phrase(frame_, k); ++k)
            if (frame_.is(k, WordClass::penalty)) return true;
    }
    return false;
}

// "lifted its forecast payout to $9.60": it is the forecast that moves.
std::optional<std::size_t> ModalityContext::moved_forecast(const Quantity& quantity) const {
    constexpr std::size_t furthest = 24;
    const std::size_t first = frame_.sentence.begin;
    if (!is_amount(quantity.kind) || quantity.begin == first || !frame_.sentence.has(WordClass::projecting) ||
        !frame_.is_any(quantity.begin - 1, {"to", "from", "by", "of"}))
        return std::nullopt;
    for (std::size_t i = quantity.begin; i-- > first + 2 && i + furthest > quantity.begin;) {
        const bool moved = (frame_.is(i, WordClass::foreseen) || frame_.is_any(i, {"planned", "target"})) &&
                           frame_.is(i - 1, WordClass::determiner) &&
                           frame_.has_any(i - 2, {WordClass::change_verb, WordClass::revising});
        const bool of_bank = frame_.is(i, "target") && frame_.is(i + 1, "rate");  // the rate that it sets
        if (moved)
            return in_noun_phrase(frame_, i + 1) && !of_bank && !frame_.is(i + 1, WordClass::pricing)
                       ? std::optional(i)
                       : std::nullopt;
        static constexpr WordClasses others{WordClass::auxiliary, WordClass::modal, WordClass::cue,
                                            WordClass::subordinator};
        if (frame_.has_any(i, others) && !frame_.is(i, "forecast")) return std::nullopt;
    }
    return std::nullopt;
}

// The "lowered" of "wants fees lowered by 5%".
bool ModalityContext::is_wanted_deed(std::size_t deed) const {
    constexpr std::size_t longest = 8;
    if (!frame_.sentence.has(WordClass::wanting)) return false;
    for (std::size_t i = deed; i-- > frame_.sentence.begin && i + longest > deed;) {
        if (frame_.is_any(i, {"want", "wants", "wanted"})) return i + 1 < deed;
        if (!in_noun_phrase(frame_, i) && !frame_.is_any(i, {"on", "of"})) return false;
    }
    return false;
}

// "The plan includes", "Their proposals, it said, involve", "The proposed deal includes"
bool ModalityContext::is_of_plan(std::size_t verb) const {
    constexpr std::size_t longest = 4;
    for (std::size_t i = verb; i-- > frame_.sentence.begin && i + longest > verb;) {
        if (frame_.is(i, WordClass::plan_noun) && !frame_.is(i, "project")) return true;
        if (frame_.is_any(i, {"proposed", "planned"}) && frame_.is(i - 1, WordClass::determiner)) return true;
        if (!in_noun_phrase(frame_, i)) return false;
    }
    return false;
}

}  // namespace figbook
