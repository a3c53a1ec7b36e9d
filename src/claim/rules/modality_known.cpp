// What a plan names and is there already: what is seized, replaced or held, what took effect, what somebody owes now.
#include "claim/phrases.hpp"
#include "claim/rules/modality_context.hpp"
#include "claim/verbs.hpp"
#include "text/endings.hpp"

namespace figbook {

bool ModalityContext::is_known(const Quantity& quantity) const {
    if (quantity.begin < frame_.sentence.begin + 2) return false;
    return took_effect(quantity) || is_acted_on(quantity) || is_told_as_yearly(quantity) ||
           is_debt_now(quantity) || are_paid(quantity);
}

// "to pay €40m to two villages | whose river it had polluted": they are there, whoever is to pay them.
bool ModalityContext::are_paid(const Quantity& quantity) const {
    if (quantity.kind != Kind::count || quantity.noun_end == 0 || !frame_.is(quantity.begin - 1, "to"))
        return false;
    const std::size_t who = quantity.noun_end;
    if (!frame_.is_any(who, {"whose", "who", "which", "that"})) return false;
    bool paid = false;
    for (std::size_t i = 0; i < frame_.count(); ++i)
        paid = paid || (frame_.draft(i).quantity.kind == Kind::money &&
                        behind_bracket(frame_, frame_.draft(i).quantity.end) + 1 == quantity.begin);
    return paid && (frame_.is(who, "whose") || frame_.is(who + 1, "had") ||
                    frame_.is(who + 1, WordClass::past_form) || has_past_ending(frame_.word(who + 1)));
}

// "exempt it from a 15% tariff | that took effect in May"
bool ModalityContext::took_effect(const Quantity& quantity) const {
    constexpr std::size_t longest = 4;
    if (!frame_.sentence.has(WordClass::relative) || quantity.kind == Kind::count) return false;
    std::size_t that = quantity.end;
    while (that < quantity.end + longest && in_noun_phrase(frame_, that) &&
           !frame_.is_any(that, {"that", "which"}))
        ++that;
    if (!frame_.is_any(that, {"that", "which"})) return false;
    const std::size_t verb = that + 1;
    return (frame_.is(verb, "took") && frame_.is(verb + 1, "effect")) ||
           (frame_.is_any(verb, {"came", "went"}) && frame_.is(verb + 1, "into")) ||
           (frame_.is_any(verb, {"was", "were"}) &&
            frame_.is_any(verb + 1, {"imposed", "introduced", "enacted", "raised", "adopted", "levied"}));
}

// "to seize the 2 million shares", "would replace the telescope's six gyroscopes": it is there that something is done to.
bool ModalityContext::is_acted_on(const Quantity& quantity) const {
    constexpr std::size_t longest = 4;
    if (quantity.kind != Kind::count || !frame_.sentence.has(WordClass::acting_on)) return false;
    std::size_t at = quantity.begin - 1;
    const bool owned = frame_.token(at).kind == TokenKind::possessive;
    if (!owned && !frame_.is_any(at, {"the", "its", "their", "his", "her"})) return false;
    const std::size_t limit = owned ? longest : 1;
    for (std::size_t i = at; i-- > frame_.sentence.begin && i + limit >= at;) {
        if (frame_.is(i, WordClass::acting_on)) return true;
        if (!owned || !(in_noun_phrase(frame_, i) || frame_.is(i, WordClass::determiner))) return false;
    }
    return false;
}

// "struck rebel targets, killing 18", "struck back against rebel targets": no aims.
bool ModalityContext::is_struck(std::size_t targets) const {
    constexpr std::size_t longest = 4;
    for (std::size_t i = targets; i-- > frame_.sentence.begin && i + longest >= targets;) {
        if (frame_.is_any(
                i, {"struck", "hit", "against", "attacked", "bombed", "on", "at", "shelled", "pounded"}))
            return true;
        if (!in_noun_phrase(frame_, i)) return false;
    }
    return false;
}

// "add $20 billion to their annual $71 billion"
bool ModalityContext::is_told_as_yearly(const Quantity& quantity) const {
    if (!frame_.is(quantity.begin - 1, "annual")) return false;
    const std::size_t owner = quantity.begin - 2;
    const bool owned = frame_.token(owner).kind == TokenKind::possessive ||
                       frame_.is_any(owner, {"its", "their", "his", "her", "our"});
    return owned && !frame_.is(quantity.phrase_end(), WordClass::plan_noun);
}

// "offered €3 a share for Orvik's 7 percent", "sell its 7 percent stake", "The 7% stake will be sold": not "buy a 7% stake".
bool ModalityContext::is_holding(const Quantity& quantity) const {
    const std::size_t before = quantity.begin - 1, next = quantity.end;
    if (quantity.kind != Kind::percent) return false;
    if (frame_.is_any(next, {"stake", "holding", "interest", "shareholding"}))
        return is_owner(before) || frame_.is(before, "the");
    if (frame_.token(before).kind != TokenKind::possessive) return false;
    const std::size_t name = quantity.begin - 2;
    const bool closes = !frame_.has(next) || frame_.token(next).kind == TokenKind::mark;
    return closes && name > frame_.sentence.begin && frame_.token(name).is_capitalised() &&
           frame_.is(name - 1, "for");
}

// "won't pay early on its 1.5 billion yuan ($215 million) bond"
bool ModalityContext::is_debt_now(const Quantity& quantity) const {
    const std::size_t owner = quantity.begin - 1;
    if (quantity.kind != Kind::money) return false;
    const bool owned = frame_.token(owner).kind == TokenKind::possessive ||
                       frame_.is_any(owner, {"its", "their", "his", "her"});
    if (!owned || !frame_.is_any(owner - 1, {"on", "under"})) return false;
    const std::size_t noun = behind_bracket(frame_, quantity.end);
    return frame_.is_any(noun,
                         {"bond", "bonds", "note", "notes", "loan", "loans", "debt", "debts", "mortgage"});
}

// "exceed the 40,000 who came last year", "the 900 killed in 2003", "from the 9% it reached in June".
bool ModalityContext::has_been(const Quantity& quantity) const {
    constexpr std::size_t longest = 4;
    if (quantity.begin == frame_.sentence.begin || !frame_.is(quantity.begin - 1, "the")) return false;
    const std::size_t behind = quantity.phrase_end();
    if (!frame_.has(behind)) return false;
    const bool closed = frame_.is_any(behind + 1, {"in", "on", "by", "at", "during", "over"}) ||
                        (frame_.has(behind + 1) && starts_time(frame_, behind + 1));
    // not "the £35bn saved by tackling waste"
    const bool by_deed = frame_.is(behind + 1, "by") && has_ending(frame_.word(behind + 2), "ing", 3);
    if (closed && !by_deed && is_deed_done(behind)) return true;
    // "it reached", "who came", "Oakley paid"
    if (frame_.is_any(behind, {"who", "that", "which"}))
        return quantity.noun_end == 0 && is_deed_done(behind + 1);
    const bool name = frame_.token(behind).is_capitalised();
    if (!name && !frame_.is_any(behind, {"it", "he", "she", "they", "we"})) return false;
    std::size_t verb = behind + 1;
    while (name && verb < behind + longest && frame_.has(verb) && frame_.token(verb).is_capitalised()) ++verb;
    return is_deed_done(verb);
}

// "killed", "made", "came", "had"; not "planned", "needed" or "had forecast".
bool ModalityContext::is_deed_done(std::size_t i) const {
    static constexpr WordClasses ahead{WordClass::projecting, WordClass::foreseen, WordClass::proposed,
                                       WordClass::cue, WordClass::auxiliary};
    if (!frame_.has(i) || frame_.has_any(i, ahead)) return false;
    if (frame_.is_any(i, {"needed",    "required", "wanted",   "allowed", "asked",    "owed",
                          "sought",    "agreed",   "foresaw",  "feared",  "guided",   "flagged",
                          "set",       "wished",   "thought",  "based",   "called",   "involved",
                          "concerned", "gave",     "approved", "left",    "believed", "mentioned"}))
        return false;
    static constexpr WordClasses past{WordClass::past_form, WordClass::irregular_past};
    return has_past_ending(frame_.word(i)) || frame_.has_any(i, past);
}

// "fall from its peak of 9%", "just short of its record of 6.4m": reached before.
bool ModalityContext::is_extreme_left(const Quantity& quantity) const {
    constexpr std::size_t longest = 4;
    const std::size_t begin = quantity.begin;
    if (begin < frame_.sentence.begin + 4 || !frame_.is(begin - 1, "of") ||
        !frame_.is(begin - 2, WordClass::extreme))
        return false;
    for (std::size_t i = begin - 2; i-- > frame_.sentence.begin && i + longest >= begin;) {
        const bool owned = frame_.is_any(i, {"its", "their", "the", "his", "her"}) ||
                           frame_.token(i).kind == TokenKind::possessive;
        if (!owned) continue;
        return frame_.is_any(i - 1, {"from", "below", "above", "short", "than"}) ||
               (frame_.is(i - 1, "of") && frame_.is_any(i - 2, {"short", "shy"}));
    }
    return false;
}

// "The stadium, due to open in June, | cost £9m": of the past, whatever the aside looks ahead to.
bool ModalityContext::is_main_verb_behind_aside(std::size_t begin) const {
    if (!frame_.is(begin, WordClass::same_in_past) || begin < frame_.sentence.begin + 3) return false;
    const TokenRange aside = segment_around(frame_, begin - 2, begin - 1);
    static constexpr WordClasses openers{WordClass::projecting_to, WordClass::foreseen, WordClass::proposed};
    if (aside.begin == frame_.sentence.begin || !frame_.is_written(aside.begin - 1, ",")) return false;
    // "The plant, which will make 900 cars, | cost £9m"
    if (frame_.is_any(aside.begin, {"which", "who"})) return true;
    return frame_.has_any(aside.begin, openers) && !is_bare_verb(aside.begin);
}

// "asked for information about holders of 5%", "sought comment": words, and nothing that is to come.
bool ModalityContext::asks_for_words(std::size_t verb) const {
    constexpr std::size_t longest = 2;
    if (!frame_.is_any(verb, {"asked", "asking", "seeks", "seeking", "sought", "requests", "requested",
                              "requesting", "demands", "demanded", "demanding"}))
        return false;
    std::size_t noun = frame_.is(verb + 1, "for") ? verb + 2 : verb + 1;
    const std::size_t last = noun + longest;
    while (noun < last && in_noun_phrase(frame_, noun + 1) && !frame_.is(noun + 1, WordClass::determiner) &&
           !is_information(noun))
        ++noun;
    return is_information(noun);
}

// "will today reveal that 2,600 orders have been issued": what is told then is so already.
bool ModalityContext::will_tell(std::size_t modal, std::size_t figure) const {
    constexpr std::size_t reach = 3;
    if (!frame_.is(modal, WordClass::modal)) return false;
    std::size_t verb = modal + 1;
    while (verb < modal + reach && (frame_.is(verb, WordClass::modifier) || starts_time(frame_, verb)))
        ++verb;
    if (!frame_.is_any(verb, {"reveal", "say", "show", "tell", "argue", "claim", "confirm", "admit", "hear"}))
        return false;
    for (std::size_t i = verb + 1; i < figure && i <= verb + reach; ++i)
        if (frame_.is(i, "that")) return true;
    return false;
}

bool ModalityContext::is_information(std::size_t i) const {
    return frame_.is_any(i, {"information", "details", "data", "documents", "records", "evidence", "comment",
                             "comments", "answers", "explanations", "clarification", "testimony"});
}

// "is trying to cut 11,000 jobs", "are now trying to raise £1m"; not "was caught trying to", nor "trying to trace four men".
bool ModalityContext::is_tried(std::size_t trying, std::size_t figure) const {
    constexpr std::size_t longest = 10;
    const std::size_t verb = trying + 2;
    if (!frame_.is_any(trying, {"trying", "tried"}) || !frame_.is(trying + 1, "to") || verb >= figure ||
        verb + longest < figure)
        return false;
    std::size_t be = trying - 1;
    while (be > frame_.sentence.begin && frame_.is(be, WordClass::modifier)) --be;
    if (!frame_.is(trying, "tried") && !is_form_of_be(be) && !frame_.is_any(be, {"been", "'re", "’re"}))
        return false;
    return frame_.is(verb, WordClass::change_verb) ||
           frame_.is_any(verb, {"sell", "raise", "save", "hire", "recruit", "spend", "borrow", "shed",
                                "build", "collect", "secure"});
}

// "is considering 5,000 job cuts", "are mulling 300 layoffs": what may come of it; not "considering 300 bids".
bool ModalityContext::is_considered(std::size_t verb, std::size_t figure) const {
    if (verb + 1 != figure || !frame_.is_any(verb, {"considering", "considers", "mulling", "contemplating",
                                                    "weighing", "exploring"}))
        return false;
    for (std::size_t i = 0; i < frame_.count(); ++i) {
        const Quantity& quantity = frame_.draft(i).quantity;
        if (quantity.begin != figure || quantity.noun_end == 0) continue;
        const std::size_t noun = quantity.noun_end - 1;
        return frame_.is(noun, WordClass::change_noun) ||
               frame_.is_any(noun, {"cuts", "layoffs", "redundancies", "dismissals", "closures"});
    }
    return false;
}

// "are discussing a 9% rise", "is looking at a 5% tax", "oppose a 9% rise", "have ruled out spending £9m".
bool ModalityContext::is_debated(std::size_t verb, std::size_t figure) const {
    const bool goes_on =
        verb > frame_.sentence.begin && (is_form_of_be(verb - 1) || frame_.is(verb - 1, "been"));
    if (frame_.is_any(verb, {"discussing", "preparing"}))
        return goes_on && is_object_debated(verb + 1, figure);
    // "are putting together a package worth £9m"
    if (frame_.is(verb, "putting") && goes_on && frame_.is(verb + 1, "together"))
        return is_sum_prepared(verb + 2, figure);
    if (frame_.is_any(verb, {"looking", "thinking"}))
        return goes_on && frame_.is_any(verb + 1, {"at", "of", "about"}) &&
               is_object_debated(verb + 2, figure);
    if (frame_.is_any(verb, {"rule", "rules", "ruled", "ruling"}))
        return frame_.is(verb + 1, "out") && is_object_debated(verb + 2, figure);
    // not "favour reducing immigration, more than others, to 40,000"
    return frame_.is_any(verb, {"back", "backs", "support", "supports", "oppose", "opposes", "favour",
                                "favours", "favor", "favors"}) &&
           frame_.is_any(verb + 1, {"a", "an"}) && is_object_debated(verb + 1, figure);
}

// "an aid package worth | £9m", "a | £9m bid"
bool ModalityContext::is_sum_prepared(std::size_t at, std::size_t figure) const {
    constexpr std::size_t longest = 6;
    if (!frame_.is_any(at, {"a", "an", "its", "their"}) || figure > at + longest) return false;
    if (at + 1 == figure) return true;
    for (std::size_t i = at + 1; i + 1 < figure; ++i)
        if (!in_noun_phrase(frame_, i)) return false;
    return frame_.is_any(figure - 1, {"worth", "of"});
}

// "a | 9% rise", "a | 5% tax", "cutting | 900 jobs".
bool ModalityContext::is_object_debated(std::size_t at, std::size_t figure) const {
    constexpr std::size_t longest = 5;
    if (has_ending(frame_.word(at), "ing", 3)) {
        if (!is_verb_at(frame_, at) && !frame_.has_any(at, {WordClass::verb, WordClass::change_verb}))
            return false;
        for (std::size_t i = at + 1; i < figure; ++i)
            if (!in_noun_phrase(frame_, i) && !frame_.is(i, "by")) return false;
        return figure <= at + longest;
    }
    if (!frame_.is_any(at, {"a", "an"}) || at + 1 != figure) return false;
    for (std::size_t i = 0; i < frame_.count(); ++i) {
        const Quantity& quantity = frame_.draft(i).quantity;
        if (quantity.begin != figure) continue;
        static constexpr WordClasses moves{WordClass::change_noun, WordClass::penalty};
        for (std::size_t k = quantity.end; k < quantity.end + longest && in_noun_phrase(frame_, k); ++k)
            if (frame_.has_any(k, moves) ||
                frame_.is_any(k, {"tax", "cut", "levy", "rescue", "bailout", "bid"}))
                return is_amount(quantity.kind);
        return false;
    }
    return false;
}

bool ModalityContext::is_span_of_time(const Quantity& quantity) const {
    for (std::size_t i = 0; quantity.kind == Kind::measure && i < frame_.count(); ++i)
        if (frame_.draft(i).quantity.begin == quantity.begin) return frame_.draft(i).claim.is_duration();
    return false;
}

// "The budget assumes oil at $70", "Its model assumes growth of 3%": what is reckoned with.
bool ModalityContext::is_assumed(std::size_t verb, std::size_t begin) const {
    constexpr std::size_t longest = 4;
    if (!frame_.is_any(verb, {"assumes", "assume", "assumed"})) return false;
    // "oil, assumed to sell at $70, will bring in"
    if (frame_.is(verb, "assumed") && frame_.is(verb + 1, "to"))
        return !frame_.is_any(verb + 2, {"be", "have"});
    for (std::size_t i = verb; i-- > begin && i + longest > verb;) {
        if (frame_.is_any(i, {"budget", "budgets", "model", "models", "scenario", "scenarios", "forecast",
                              "forecasts", "plan", "plans", "projection", "projections"}))
            return true;
        if (!in_noun_phrase(frame_, i)) return false;
    }
    return false;
}

// "(expected: $4.3 billion)", "Consensus: 3%"
bool ModalityContext::is_behind_label(const Quantity& quantity) const {
    const std::size_t begin = quantity.begin;
    return begin >= frame_.sentence.begin + 2 && frame_.is_written(begin - 1, ":") &&
           frame_.is_any(begin - 2, {"expected", "forecast", "consensus", "guidance", "outlook"});
}

// "7.0 million projected net additions", "300 planned closures"
std::optional<std::size_t> ModalityContext::foreseen_thing_behind(const Quantity& quantity) const {
    const std::size_t i = quantity.end;
    const bool foreseen =
        frame_.is(i, WordClass::foreseen) || frame_.is_any(i, {"planned", "proposed", "promised"});
    // "13 times expected earnings", "25 percent planned more cuts"
    if (quantity.kind == Kind::multiple || frame_.is(i + 1, WordClass::modifier)) return std::nullopt;
    // "Employers announced 37,000 planned cuts": so many were counted
    if (quantity.begin > frame_.sentence.begin && frame_.is(quantity.begin - 1, WordClass::cue))
        return std::nullopt;
    if (!foreseen || !in_noun_phrase(frame_, i + 1) || frame_.is(i + 1, WordClass::determiner) ||
        starts_time(frame_, i + 1))
        return std::nullopt;
    return i;
}

// "will see the deficit | hit 10.6 percent": the "will", where the verb only tells what is seen.
std::optional<std::size_t> ModalityContext::sees_happen(std::size_t verb, std::size_t begin) const {
    constexpr std::size_t furthest = 6;
    for (std::size_t i = verb; i-- > begin + 1 && i + furthest > verb;) {
        if (frame_.is(i, "see"))
            return i + 1 < verb && frame_.is(i - 1, WordClass::modal) &&
                           frame_.is(i - 1, WordClass::projecting)
                       ? std::optional(i - 1)
                       : std::nullopt;
        if (!in_noun_phrase(frame_, i) && !frame_.is_any(i, {"of", "in", "for"})) return std::nullopt;
    }
    return std::nullopt;
}

// "a target of €33 billion | and an operating margin of 6 percent": a second thing that is aimed at.
bool ModalityContext::is_second_aim(std::size_t i) const {
    constexpr std::size_t longest = 5;
    if (i == 0 || !frame_.sentence.has(WordClass::aim_noun)) return false;
    const Draft& first = frame_.draft(i - 1);
    const Quantity& quantity = frame_.draft(i).quantity;
    const std::size_t aim = first.quantity.begin - 2;
    if (first.claim.modality != Modality::projected || first.quantity.begin < frame_.sentence.begin + 3 ||
        !frame_.is(first.quantity.begin - 1, "of") || !frame_.is(aim, WordClass::aim_noun))
        return false;
    const std::size_t joint = first.quantity.phrase_end();
    if (!frame_.is(joint, "and") || !frame_.is_any(joint + 1, {"a", "an"}) ||
        !frame_.is(quantity.begin - 1, "of") || quantity.begin > joint + 2 + longest)
        return false;
    for (std::size_t k = joint + 2; k + 1 < quantity.begin; ++k)
        if (!in_noun_phrase(frame_, k)) return false;
    return true;
}

// "Schools will get £9m, hospitals £4m | and farms £2m", "rise by 9%, parking by 4% | and fines by 2%": the last of a list with one verb.
bool ModalityContext::is_last_of_gapped(std::size_t i) const {
    constexpr std::size_t longest = 6;
    const Quantity& before = frame_.draft(i - 1).quantity;
    const Quantity& quantity = frame_.draft(i).quantity;
    const std::size_t joint = before.phrase_end(), begin = quantity.begin;
    if (frame_.draft(i - 1).claim.modality != Modality::projected || quantity.kind != before.kind ||
        !frame_.is(joint, "and") || begin < joint + 2 || begin > joint + longest ||
        !frame_.is_written(frame_.draft(i - 2).quantity.phrase_end(), ","))
        return false;
    for (std::size_t k = joint + 1; k < begin; ++k)
        if (!in_noun_phrase(frame_, k) && !(k + 1 == begin && frame_.is_any(k, {"by", "to", "on", "at"})))
            return false;
    return is_without_own_verb(quantity.phrase_end(), segment_around(frame_, begin, quantity.end).end);
}

// "to raise €6m from Orvik, €5m from Skarn | and €3m from Ulmo": the last of those, which hangs on the same word as the one before.
bool ModalityContext::is_last_of_several(std::size_t i) const {
    constexpr std::size_t longest = 14;
    if (i < 2 || frame_.draft(i - 2).claim.modality != Modality::projected) return false;
    const Draft& before = frame_.draft(i - 1);
    const Quantity& quantity = frame_.draft(i).quantity;
    const std::size_t begin = quantity.begin, from = before.quantity.phrase_end();
    if (is_last_of_gapped(i)) return true;
    const bool alike = before.claim.modality == Modality::projected &&
                       quantity.kind == before.quantity.kind && quantity.unit == before.quantity.unit &&
                       frame_.is(begin - 1, "and") && begin < from + longest;
    if (!alike || !frame_.is_any(from, {"from", "for", "in", "to", "on", "at"}) ||
        frame_.word(from) != frame_.word(quantity.phrase_end()))
        return false;
    for (std::size_t k = from; k < begin; ++k)
        if (is_verb_at(frame_, k) || frame_.is_written(k, ";")) return false;
    const TokenRange segment = segment_around(frame_, begin, quantity.end);
    return is_without_own_verb(quantity.phrase_end(), segment.end);
}

// "will cost $699, $999, and $1,099": the last of a list.
bool ModalityContext::is_listed_with_projected(std::size_t i) const {
    if (i < 2) return false;
    const Draft& before = frame_.draft(i - 1);
    const Draft& draft = frame_.draft(i);
    std::size_t joint = before.quantity.end;
    if (frame_.is_written(joint, ",")) ++joint;
    return before.claim.modality == Modality::projected && draft.claim.kind == before.claim.kind &&
           draft.claim.unit == before.claim.unit && frame_.is_any(joint, {"and", "or"}) &&
           draft.quantity.begin == joint + 1 && frame_.is_written(frame_.draft(i - 2).quantity.end, ",") &&
           frame_.draft(i - 2).quantity.end + 1 == before.quantity.begin;
}

// "must strike back for the killing of nine", "was due to rest following three raids", "would not meddle when the two men
// met": so it was, whatever is to come; not "plans the killing of nine".
bool ModalityContext::is_told_of_past(std::size_t begin, std::size_t figure) const {
    constexpr std::size_t reach = 3;
    if (figure < frame_.sentence.begin + 4) return false;
    if (frame_.is(figure - 1, "following")) return true;
    if (frame_.is(figure - 1, "of") && frame_.is(figure - 3, "the"))
        return frame_.is_any(figure - 2, {"killing", "killings", "death", "deaths", "murder", "murders",
                                          "arrest", "arrests", "kidnapping", "abduction"}) &&
               frame_.is_any(figure - 4, {"for", "over", "after", "following", "into", "since"});
    if (!frame_.sentence.has(WordClass::conjunction)) return false;
    for (std::size_t i = figure; i-- > begin && i + reach > figure;)
        if (frame_.is(i, "when"))
            for (std::size_t verb = figure + 1; verb < figure + reach && frame_.has(verb); ++verb)
                if (is_verb_at(frame_, verb))
                    return has_past_ending(frame_.word(verb)) || frame_.is(verb, WordClass::past_form);
    return false;
}

}  // namespace figbook
