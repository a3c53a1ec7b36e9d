#include "claim/rules/modality_word.hpp"

#include "claim/phrases.hpp"
#include "claim/verbs.hpp"
#include "text/endings.hpp"

namespace figbook {

// "made a push to widen its sway, | holding talks with eight islands": what was done for it.
bool ProjectingWord::is_deed_done(std::size_t noun, std::size_t begin) const {
    return frame_.is_any(noun, {"push", "move", "bid", "deal", "agreement", "vote"}) &&
           has_ending(frame_.word(begin), "ing", 3);
}

// "[The] plan includes steps to raise", "steps to raise wages, cut waste": what is listed behind is in the plan.
bool ProjectingWord::opens_list_of_deeds(std::size_t noun) const {
    return (frame_.is(noun, WordClass::plan_noun) && says_what_plan_is(noun + 1)) ||
           (frame_.is(noun, WordClass::projecting_to) && frame_.is(noun + 1, "to"));
}

// "the will of the late baron", "May sales rose", "cut her price target"
bool ProjectingWord::is_name_or_noun(std::size_t i) const {
    if (i > frame_.sentence.begin && frame_.is(i - 1, WordClass::pricing) &&
        frame_.is(i, WordClass::plan_noun))
        return true;
    if (i > frame_.sentence.begin && frame_.is(i, "offer") && frame_.is(i - 1, "on")) return true;
    // "struck 1,300 targets", "struck rebel targets, killing 18", "raids on rebel targets left 18 dead"
    if (frame_.is(i, "targets") && (frame_.is_counted_noun(i) || is_struck(i))) return true;
    if (frame_.is(i, "asking") && frame_.is_any(i + 1, {"price", "prices"})) return true;
    // "Mulga's Yandal project holds 2 million ounces"
    if (frame_.is_any(i, {"project", "projects"}) && !is_verb_at(frame_, i) &&
        (!frame_.has(i + 1) || frame_.token(i + 1).kind == TokenKind::mark || is_verb_at(frame_, i + 1) ||
         frame_.is_one_of(i + 1, {WordClass::preposition, WordClass::relative})))
        return true;
    if (frame_.is(i, "tipping") && frame_.is_any(i + 1, {"point", "points"})) return true;
    if (frame_.is(i, "target") && frame_.is(i + 1, "rate")) return true;  // the one that a central bank sets
    if (i > frame_.sentence.begin && frame_.is(i, "offering") &&
        frame_.is_any(i - 1, {"public", "share", "rights", "stock", "bond"}))
        return true;
    if (i > frame_.sentence.begin)
        return frame_.is(i, WordClass::modal) && frame_.is(i - 1, WordClass::determiner) &&
               !frame_.is(i - 1, WordClass::pronoun);
    return frame_.is(i, "may") && !frame_.is(i + 1, WordClass::determiner) &&
           !frame_.is(i + 1, WordClass::pronoun);
}

// "The goal is 60%", "Its forecast was for growth of 2%": a copula behind a plan, and what the plan is behind it.
bool ProjectingWord::says_what_plan_is(std::size_t i) const {
    if (frame_.is_any(
            i, {"includes", "include", "involves", "entails", "requires", "sets", "allocates", "foresees",
                "envisages", "provides", "gives", "assumes", "assume", "implies", "imply"}))
        return is_of_plan(i);
    const bool has_been = frame_.is_any(i, {"had", "has"}) && frame_.is(i + 1, "been");
    if (!frame_.is(i, WordClass::copula) && !has_been) return false;
    static constexpr WordClasses done{WordClass::verb, WordClass::change_verb, WordClass::cue};
    if (!frame_.has(i + 1) || (frame_.has_any(i + 1, done) && !has_been) ||
        has_ending(frame_.word(i + 1), "ed", 2))
        return false;
    constexpr std::size_t longest = 8;
    for (std::size_t at = i; at-- > frame_.sentence.begin && at + longest > i;) {
        if (frame_.is(at, WordClass::plan_noun))
            return at + 1 == i || frame_.is_any(at + 1, {"for", "of", "on", "had", "has"});
        if (frame_.is_any(at, {"had", "has", "have"})) continue;  // "Its forecast had been 40,000"
        if (!frame_.token(at).is_word() || is_verb_at(frame_, at)) return false;
    }
    return false;
}

// "the means to pay": a noun; "means to close 30 of them" looks ahead.
bool ProjectingWord::is_means(std::size_t i) const {
    static constexpr WordClasses of_noun{WordClass::determiner, WordClass::adjective,
                                         WordClass::possessive_pronoun, WordClass::preposition};
    return frame_.is(i, "means") &&
           (i == frame_.sentence.begin || frame_.has_any(i - 1, of_noun) || !is_bare_verb(i + 2));
}

// "was asked for £900 after his phone broke": what somebody was to pay then, and no plan.
bool ProjectingWord::is_bill_put(std::size_t asked, std::size_t figure) const {
    if (!frame_.is(asked, "asked") || asked < frame_.sentence.begin + 2 || !frame_.is(asked - 1, "was") ||
        !frame_.is(asked + 1, "for") || asked + 2 != figure)
        return false;
    for (std::size_t i = 0; i < frame_.count(); ++i)
        if (frame_.draft(i).quantity.begin == figure) return frame_.draft(i).quantity.kind == Kind::money;
    return false;
}

// "beat the $3bn that analysts had expected | by a tenth": by how much it was beaten has come out.
bool ProjectingWord::is_outdone_by(std::size_t expected, std::size_t figure) const {
    constexpr std::size_t furthest = 16;
    if (!frame_.is(figure - 1, "by") || figure > expected + 3 || expected + 1 >= figure) return false;
    if (figure == expected + 3 && !frame_.is(expected + 1, "in")) return false;
    bool that = false;
    for (std::size_t i = expected; i-- > frame_.sentence.begin && i + furthest > expected;) {
        that = that || is_figure(i);
        if (frame_.has_any(i, {WordClass::outdoing, WordClass::modal}))
            return that && !frame_.is(i, WordClass::modal) && !frame_.is(i - 1, "to");
    }
    return false;
}

// "agreed to spend", "voted by 31 to 22 to raise", "voted 84 to 61 on Wednesday to sell", "voted 5-2 late Tuesday to lay off"
bool ProjectingWord::is_before_infinitive(std::size_t verb, std::size_t end) const {
    constexpr std::size_t furthest = 10;
    static constexpr WordClasses between{WordClass::preposition, WordClass::weekday, WordClass::modifier,
                                         WordClass::number};
    if (frame_.is(verb, "agreeing") && frame_.is(verb - 1, "for")) return false;  // "fined for agreeing"
    // "an agreement with the port to hire"
    const bool pact = frame_.is_any(verb, {"deal", "agreement", "pact", "contract", "deals", "agreements"}) &&
                      frame_.is_any(verb + 1, {"with", "between"});
    const bool done_by = frame_.is(verb + 1, "by");  // "tipped by three polls to win"
    for (std::size_t i = verb + 1; i < end && i < verb + furthest; ++i) {
        const bool to = frame_.is(i, "to");
        if (done_by && !to && i + 1 < end && in_noun_phrase(frame_, i)) continue;
        if (pact && !to && i + 1 < end && (in_noun_phrase(frame_, i) || frame_.is(i, "and"))) continue;
        // "wants to triple it", "is about to double": the figure is the infinitive
        if (to && i + 1 == end) return is_multiple_deed(end);
        if (i + 1 == end) return false;
        if (to && i == verb + 1)  // not "moved to Dunmore", "moved to within a mile"
            return is_no_place_behind(i) && !is_place_gone_to(i + 1);
        if (to && frame_.token(i + 1).is_word() && !frame_.is(i + 1, WordClass::number))
            return is_no_place_behind(i);  // not "of the vote compared to Brand's"
        if (!frame_.token(i).is_number() && !frame_.has_any(i, between) && !is_part_of_day(i) &&
            !(has_ending(frame_.word(verb), "ed", 3) && is_told_of_decision(i)))
            return false;
    }
    return false;
}

bool ProjectingWord::is_no_place_behind(std::size_t to) const {
    return !frame_.is_one_of(to + 1, {WordClass::determiner, WordClass::preposition}) &&
           !frame_.token(to + 1).is_capitalised();
}

// "drones targeting four airfields": so many were hit or aimed at; "targeting growth of 4%", "370 seats" look ahead.
bool ProjectingWord::is_hit(std::size_t target, std::size_t figure, bool amount) const {
    if (amount || !frame_.is_any(target, {"targeting", "targeted"})) return false;
    return (target + 1 == figure || !frame_.is(target + 1, WordClass::preposition)) &&
           !frame_.is_any(figure + 1, {"seats", "medals", "votes", "wins", "points"});
}

}  // namespace figbook
