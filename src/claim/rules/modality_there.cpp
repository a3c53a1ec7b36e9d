// What is there already, whatever is to come of it: the whole, the record to break, the gap to close, last year's figure.
#include <algorithm>

#include "claim/distances.hpp"
#include "claim/phrases.hpp"
#include "claim/rules/modality_context.hpp"
#include "claim/verbs.hpp"
#include "text/endings.hpp"

namespace figbook {

bool ModalityContext::is_there(const Quantity& quantity) const {
    const bool may_be_group = quantity.kind == Kind::percent || frame_.is(quantity.begin, "all");
    return is_there_by_word_before(quantity) || (may_be_group && is_named_group(quantity)) ||
           (frame_.sentence.has(WordClass::asking_of) && is_ruled(quantity)) ||
           (frame_.sentence.has(WordClass::disposing) && is_disposed_of(quantity)) || is_known(quantity) ||
           happened_before(quantity) || has_been(quantity) || tells_where(frame_, quantity);
}

// By "the", "its", "now", "of" or "after" right before the figure: others are passed over at once.
bool ModalityContext::is_there_by_word_before(const Quantity& quantity) const {
    static constexpr WordClasses telling{WordClass::determiner, WordClass::modifier, WordClass::auxiliary};
    if (quantity.begin == frame_.sentence.begin) return false;
    const std::size_t before = quantity.begin - 1;
    if (frame_.is(before, "after") && frame_.is_any(before - 1, {"look", "looks", "looking"})) return false;
    const bool may_tell =
        frame_.token(before).kind == TokenKind::possessive || frame_.has_any(before, telling) ||
        frame_.is_any(before,
                      {"of", "after", "against", "versus", "remaining", "other", "than", "replacing", "("}) ||
        frame_.is(before - 1, "compared");
    return may_tell &&
           (is_compared_with(quantity.begin) || is_whole(quantity) || is_of_past(quantity.begin) ||
            is_of_time_past(quantity) || is_record(quantity) || is_at_somebodys(quantity) ||
            is_of_whole(quantity) || is_now(quantity) || are_there(quantity) || is_bereaved(quantity) ||
            is_stock_of_somebody(quantity) || is_size_of_place(quantity) || is_charge_in_force(quantity) ||
            is_sum_there(quantity) || is_holding(quantity) ||
            (frame_.is_any(before - 1, {"of", "from", "among"}) && is_taken_from(quantity)));
}

// "to repair the 49 planes | that had been hit", "the 60 families who lost their homes": they are there.
bool ModalityContext::is_told_of_what_was(std::size_t relative) const {
    if (!frame_.is_any(relative, {"that", "who", "which"})) return false;
    return frame_.is_any(relative + 1, {"had", "was", "were", "have", "has"}) ||
           frame_.is(relative + 1, WordClass::past_form) || has_past_ending(frame_.word(relative + 1));
}

// "nominees from the 24 categories", "some of its $75m", "none of the 18 directors": there, whatever is taken from it.
bool ModalityContext::is_taken_from(const Quantity& quantity) const {
    const std::size_t before = quantity.begin - 1;
    if (!frame_.is_any(before, {"the", "its", "their", "his", "her"}) ||
        quantity.begin < frame_.sentence.begin + 3 || quantity.kind == Kind::percent)
        return false;
    const bool part =
        frame_.is(before - 1, "of") &&
        (frame_.token(before - 2).is_number() || frame_.is(before - 2, WordClass::number) ||
         frame_.is_any(before - 2, {"some", "none", "all", "most", "many", "part", "out", "half"}));
    const bool from =
        frame_.is_any(before - 1, {"from", "among"}) && !frame_.is(before - 2, WordClass::change_noun);
    // "clear from his $27 price target"
    if (frame_.is(quantity.end, "price") && frame_.is_any(quantity.end + 1, {"target", "targets"}))
        return false;
    return (part || from) && !frame_.is(quantity.phrase_end(), WordClass::projecting) &&
           !frame_.is(quantity.phrase_end() + 1, WordClass::foreseen) &&
           !frame_.is(quantity.phrase_end() + 1, "planned");
}

// "to pay $9m to the families of 11 patients": those have been.
bool ModalityContext::is_bereaved(const Quantity& quantity) const {
    return quantity.kind == Kind::count && quantity.begin > frame_.sentence.begin + 2 &&
           frame_.is(quantity.begin - 1, "of") &&
           frame_.is_any(quantity.begin - 2, {"families", "relatives", "parents", "widows", "orphans",
                                              "survivors", "victims", "estates"});
}

bool ModalityContext::is_stock_of_somebody(const Quantity& quantity) const {
    constexpr std::size_t longest = 3;
    if (quantity.begin == frame_.sentence.begin) return false;
    const std::size_t before = quantity.begin - 1;
    // "will repay the £9m it owes"
    if (quantity.kind == Kind::money && frame_.is(before, "the") &&
        frame_.is_any(quantity.end, {"it", "he", "she", "they", "we"}) &&
        frame_.is_any(quantity.end + 1, {"owes", "owe", "owed", "holds", "hold"}))
        return true;
    if (quantity.kind ==
        Kind::count) {  // "hit the 9 million residents of the city", "sell the 9,000 homes it owns"
        if (!frame_.is(before, "the") || quantity.noun_end <= quantity.noun_begin) return false;
        const std::size_t behind = quantity.noun_end;
        const bool has = frame_.is_any(behind, {"it", "he", "she", "they", "we"}) &&
                         frame_.is_any(behind + 1, {"owns", "own", "has", "have", "runs", "run", "operates",
                                                    "operate", "holds", "hold", "employs", "employ"});
        return has || frame_.is_any(behind - 1, {"residents", "inhabitants", "citizens"});
    }
    const bool owned = frame_.token(before).kind == TokenKind::possessive ||
                       frame_.is_any(before, {"its", "their", "his", "her", "our"});
    if (quantity.kind != Kind::money || !owned || !frame_.is_any(quantity.end, {"in", "of"})) return false;
    for (std::size_t i = quantity.end + 1; i <= quantity.end + longest && in_noun_phrase(frame_, i); ++i)
        if (frame_.is_any(i, {"reserves", "cash", "savings", "assets", "debt", "debts", "deposits",
                              "holdings", "arrears", "loans"}))
            return true;
    return false;
}

bool ModalityContext::is_size_of_group(const Quantity& quantity) const {
    const std::size_t of = quantity.begin - std::min<std::size_t>(quantity.begin, 1);
    if (quantity.kind != Kind::count || of < frame_.sentence.begin + 3 || !frame_.is(of, "of") ||
        !frame_.is_any(of - 1, {"chain", "group", "network", "family", "owner", "operator", "publisher",
                                "federation", "alliance", "union", "association"}))
        return false;
    for (std::size_t i = of - 1; i-- > frame_.sentence.begin && i + 4 > of;)
        if (frame_.is_any(i, {"a", "an", "the"}))
            return i > frame_.sentence.begin && frame_.is_written(i - 1, ",");
    return false;
}

// "likely to slow to 1.8% after 2.9% in 2023": what it is compared with has been.
bool ModalityContext::is_compared_with(std::size_t figure) const {
    if (figure == frame_.sentence.begin) return false;
    if (frame_.is_any(figure - 1, {"after", "against", "versus"})) return !is_for_another(figure);
    // "will be £3 instead of £2", "20mph rather than 30mph", "£40 (£31 in 2023)"
    if (frame_.is(figure - 1, "of")) return frame_.is_any(figure - 2, {"instead", "place"});
    if (frame_.is(figure - 1, "than")) return frame_.is(figure - 2, "rather");
    if (frame_.is_written(figure - 1, "(")) return is_told_of_time_past(figure);
    if (frame_.is(figure - 1, "replacing")) return true;
    // "will be £9m compared with £7m last year"
    if (frame_.is_any(figure - 1, {"with", "to"}) && frame_.is(figure - 2, "compared"))
        return is_told_of_time_past(figure);
    // "after a £12m profit last season"
    return figure >= frame_.sentence.begin + 2 && frame_.is(figure - 1, WordClass::determiner) &&
           frame_.is(figure - 2, "after");
}

// "[compared with] £7m last year", "almost two-thirds in 1999"
bool ModalityContext::is_told_of_time_past(std::size_t figure) const {
    for (std::size_t i = 0; i < frame_.count(); ++i) {
        const Quantity& quantity = frame_.draft(i).quantity;
        if (quantity.begin != figure) continue;
        const std::size_t behind = quantity.phrase_end();
        const std::size_t at = frame_.is_any(behind, {"in", "at", "for"}) ? behind + 1 : behind;
        if (frame_.is_any(at, {"last", "now", "currently", "previously", "today"})) return true;
        if (!frame_.has(at) || !frame_.token(at).is_number() || !starts_time(frame_, at)) return false;
        const auto year = Decimal::parse(frame_.word(at));
        return !frame_.published || (year && *year < Decimal(year_of(*frame_.published)));
    }
    return false;
}

// "43% would choose the Greens, against 38% for the Liberals": foreseen as well.
bool ModalityContext::is_for_another(std::size_t figure) const {
    for (std::size_t i = 1; i < frame_.count(); ++i) {
        const Draft& draft = frame_.draft(i);
        const Draft& before = frame_.draft(i - 1);
        if (draft.quantity.begin != figure) continue;
        const std::size_t whom = draft.quantity.end + 1;
        return frame_.is(figure - 1, "against") && frame_.is(whom - 1, "for") && frame_.has(whom) &&
               !starts_time(frame_, whom) && before.claim.modality == Modality::projected &&
               draft.claim.kind == before.claim.kind && draft.claim.unit == before.claim.unit;
    }
    return false;
}

// "close two of the borough's nine libraries"
bool ModalityContext::is_whole_of_somebody(const Quantity& quantity) const {
    constexpr std::size_t longest = 6;
    const std::size_t begin = quantity.begin;
    if (begin < frame_.sentence.begin + 3 || frame_.token(begin - 1).kind != TokenKind::possessive)
        return false;
    for (std::size_t i = 0; i < frame_.count(); ++i) {
        const std::size_t of = frame_.draft(i).quantity.end;
        if (of < begin && of + longest > begin && frame_.is(of, "of") &&
            frame_.is_one_of(of + 1, {WordClass::determiner}))
            return true;
    }
    return false;
}

bool ModalityContext::is_whole(const Quantity& quantity) const {
    if (is_whole_of_somebody(quantity)) return true;
    const std::size_t first = frame_.sentence.begin;
    if (quantity.begin < first + 2 || !frame_.is(quantity.begin - 1, WordClass::determiner) ||
        !frame_.is(quantity.begin - 2, "of"))
        return false;
    for (std::size_t i = 0; i < frame_.count(); ++i)
        if (frame_.draft(i).quantity.end + 2 == quantity.begin) return true;
    return false;
}

bool ModalityContext::is_record(const Quantity& quantity) const {
    constexpr std::size_t furthest = 8;
    const std::size_t first = frame_.sentence.begin;
    if (!frame_.sentence.has(WordClass::projecting) || quantity.begin < first + 3 ||
        !frame_.is(quantity.begin - 1, "of") ||
        !frame_.has_any(quantity.begin - 2, {WordClass::extreme, WordClass::limit_noun}))
        return false;
    for (std::size_t i = quantity.begin - 2; i-- > first && i + furthest > quantity.begin;)
        if (frame_.is(i, WordClass::outdoing) || frame_.is_any(i, {"break", "breaks", "smash", "eclipse"}))
            return true;
    return false;
}

bool ModalityContext::is_of_past(std::size_t figure) const {
    return figure >= frame_.sentence.begin + 3 && frame_.token(figure - 1).kind == TokenKind::possessive &&
           frame_.is(figure - 3, "last");
}

bool ModalityContext::says_which(const Quantity& quantity) const {
    // "a cut in the 4.35 per cent cash rate": that is the rate now
    const bool moved = quantity.kind == Kind::percent && quantity.begin >= frame_.sentence.begin + 3 &&
                       frame_.is_any(quantity.begin - 2, {"in", "of", "to"}) &&
                       frame_.is(quantity.begin - 3, WordClass::change_noun) &&
                       in_noun_phrase(frame_, quantity.end);
    const bool joined = moved || quantity.adjective || frame_.is(quantity.end, WordClass::limit_noun) ||
                        frame_.is_written(quantity.end, "-") || quantity.rule == "count.hyphen" ||
                        frame_.is_written(quantity.core + 1, "-");  // "the 7.2-kilometre tunnel"
    if (!joined || quantity.begin == frame_.sentence.begin) return false;
    return frame_.is_any(quantity.begin - 1, {"the", "its", "their", "his", "her", "our"}) ||
           frame_.token(quantity.begin - 1).kind == TokenKind::possessive;
}

// "The 26kg rover will roam": how large a thing is, of which something is told.
bool ModalityContext::is_size_of_thing(const Quantity& quantity) const {
    return quantity.kind == Kind::measure && quantity.begin > frame_.sentence.begin &&
           frame_.is(quantity.begin - 1, WordClass::determiner) &&
           !frame_.is_any(quantity.begin - 1, {"a", "an"}) && in_noun_phrase(frame_, quantity.end);
}

// "Prize money for the 32 teams will be": of those that something is for.
bool ModalityContext::is_of_those(const Quantity& quantity) const {
    return quantity.kind == Kind::count && quantity.begin >= frame_.sentence.begin + 3 &&
           frame_.is(quantity.begin - 1, "the") &&
           frame_.is_any(quantity.begin - 2, {"for", "in", "among", "from", "to"}) &&
           in_noun_phrase(frame_, quantity.begin - 3);
}

// "the richest 1 percent", "all 262 million children": a group that is there.
bool ModalityContext::is_named_group(const Quantity& quantity) const {
    if (frame_.is(quantity.begin, "all")) return true;
    const std::size_t first = frame_.sentence.begin;
    if (quantity.begin < first + 2 || quantity.kind != Kind::percent || !frame_.is(quantity.begin - 2, "the"))
        return false;
    return has_ending(frame_.word(quantity.begin - 1), "est", 3) ||
           frame_.is_any(quantity.begin - 1, {"top", "bottom"});
}

// "to go at the group's four plants", "hand shares to its 1,900 engineers": those that somebody has.
bool ModalityContext::is_at_somebodys(const Quantity& quantity) const {
    constexpr std::size_t longest = 5;
    const std::size_t first = frame_.sentence.begin;
    if (quantity.kind != Kind::count || quantity.begin < first + 2) return false;
    std::size_t at = quantity.begin - 1;  // the preposition
    if (frame_.is_any(at, {"its", "their", "his", "her"})) {
        --at;
    } else if (frame_.token(at).kind == TokenKind::possessive) {
        const std::size_t owner = at;
        while (at > first && at + longest > owner && !frame_.is(at, WordClass::preposition)) --at;
    } else {
        return false;
    }
    return frame_.is_any(at,
                         {"at", "in", "across", "among", "on", "of", "from", "for", "to", "near", "with"}) &&
           !frame_.is_any(at - 1, {"up", "down", "cut", "reduced", "raised", "number"});
}

// "less than 1% of a workforce of 320,000", "out of a population of 9,400", "each of the 2.4mn who apply".
bool ModalityContext::is_of_whole(const Quantity& quantity) const {
    constexpr std::size_t longest = 5;
    const std::size_t first = frame_.sentence.begin;
    if (quantity.begin < first + 3) return false;
    if (frame_.is(quantity.begin - 1, "the") && frame_.is(quantity.begin - 2, "of"))
        return frame_.is_any(quantity.begin - 3, {"each", "every", "any", "one", "many", "most", "some",
                                                  "last", "first", "part", "only"});
    if (!frame_.is(quantity.begin - 1, "of")) return false;
    const std::size_t noun = quantity.begin - 2;
    // "could begin with its own fleet of 1,400 vans"
    const bool own = frame_.is(noun - 1, "own") && frame_.is(noun - 3, "with");
    const bool stock = frame_.is_any(noun, {"fleet", "payroll", "staff", "pool", "network", "estate",
                                            "database", "collection", "archive", "library", "group", "team"});
    if (!stock && !frame_.is(noun, WordClass::people_count) && !frame_.is(noun, "total")) return false;
    for (std::size_t i = noun; i-- > first && i + longest > noun;)
        if (frame_.is(i, WordClass::determiner) || is_owner(i)) {
            // "would help to run the database of 300 million entries", "China's population of 1.4 billion will shrink"
            const bool definite = !frame_.is(noun, "total") && (is_owner(i) || frame_.is(i, "the"));
            return definite || (i > first && (own || frame_.is_any(i - 1, {"of", "from"})));
        }
    return false;
}

// "its capital ratio, now 15.2 per cent", "the plan is 28 percent funded": how it stands.
bool ModalityContext::is_now(const Quantity& quantity) const {
    const std::size_t begin = quantity.begin;
    if (begin < frame_.sentence.begin + 2) return false;
    static constexpr WordClasses before{WordClass::modifier, WordClass::auxiliary};
    if (!frame_.has_any(begin - 1, before)) return false;
    if (frame_.is_any(begin - 1, {"now", "currently", "already"}))
        return frame_.is_written(begin - 2, ",") || frame_.is_written(begin - 2, "(");
    const bool part = quantity.kind == Kind::percent || quantity.kind == Kind::ratio;
    if (!part || !is_form_of_be(begin - 1) || !frame_.has(quantity.end)) return false;
    return frame_.token(quantity.end).is_word() &&
           (has_ending(frame_.word(quantity.end), "ed", 3) ||
            frame_.is_any(quantity.end, {"complete", "full", "empty", "done", "built", "owned", "sold"}));
}

// "A jury ordered the brewer to pay $31 million", "was ordered to pay": a ruling is made, and not a plan.
bool ModalityContext::is_ruled(const Quantity& quantity) const {
    constexpr std::size_t furthest = 16;
    const std::size_t first = frame_.sentence.begin;
    if (quantity.kind != Kind::money || !frame_.sentence.has(WordClass::asking_of)) return false;
    bool pays = false;
    for (std::size_t i = quantity.begin; i-- > first + 1 && i + furthest > quantity.begin;) {
        pays = pays || (frame_.is(i, "pay") && frame_.is(i - 1, "to"));
        if (!frame_.is(i, "ordered")) {
            if (frame_.has_any(i, {WordClass::modal, WordClass::cue})) return false;
            continue;
        }
        if (!pays || frame_.is_any(i - 1, {"be", "not"})) return false;
        if (frame_.is_any(i - 1, {"was", "were", "been"})) return true;
        // "was fined £900 and ordered to pay"
        const bool joined = frame_.is(i - 1, "and");
        for (std::size_t k = i; k-- > first;)
            if (frame_.is(k, WordClass::court_noun) || (joined && frame_.is_any(k, {"fined", "jailed"})))
                return true;
        return false;
    }
    return false;
}

bool ModalityContext::is_past_ability(std::size_t i) const {
    if (!frame_.is(i, WordClass::modal) || !frame_.is(i, "could")) return false;
    std::size_t verb = i + 1;
    if (frame_.is(verb, "not") &&
        frame_.is_any(verb + 1, {"offset", "prevent", "stop", "save", "explain", "hide", "mask", "conceal",
                                 "disguise", "halt", "make"}))
        return true;
    // "could only manage four medals"
    if (frame_.is_any(verb, {"only", "barely", "hardly"}) &&
        frame_.is_any(verb + 1, {"manage", "muster", "find", "win", "watch"}))
        return true;
    while (frame_.is(verb, WordClass::modifier) || frame_.is_any(verb, {"be", "only", "barely"})) ++verb;
    return frame_.is(verb, WordClass::tracing);
}

// "beating the £63m of last year", "below the 4% of 2019"
bool ModalityContext::is_of_time_past(const Quantity& quantity) const {
    const std::size_t of = quantity.phrase_end();
    if (quantity.begin == frame_.sentence.begin || !frame_.is(quantity.begin - 1, "the") ||
        !frame_.is(of, "of"))
        return false;
    if (frame_.is_any(of + 1, {"last", "previous"})) return true;
    if (!frame_.published || !frame_.has(of + 1) || !starts_time(frame_, of + 1)) return false;
    const auto year = Decimal::parse(frame_.word(of + 1));
    return year && *year < Decimal(year_of(*frame_.published));
}

// "to close a £17.6m budget gap", "to sell its stake of 1.4 per cent": what shall be no more is still there.
bool ModalityContext::is_disposed_of(const Quantity& quantity) const {
    constexpr std::size_t longest = 6;
    const std::size_t first = frame_.sentence.begin;
    if (!frame_.sentence.has(WordClass::disposing) || quantity.begin < first + 2) return false;
    bool gap = false;
    for (std::size_t i = quantity.end; i < quantity.end + longest && in_noun_phrase(frame_, i); ++i)
        gap = gap || frame_.is(i, WordClass::gap_noun);
    if (gap)
        for (std::size_t i = quantity.begin; i-- > first && i + 2 >= quantity.begin;)
            if (frame_.is(i, WordClass::disposing)) return true;
    if (!frame_.is(quantity.begin - 1, "of")) return false;
    bool owned = false;
    for (std::size_t i = quantity.begin - 1; i-- > first && i + longest > quantity.begin;) {
        if (owned || frame_.is(i, WordClass::plan_noun)) return owned && frame_.is(i, WordClass::disposing);
        owned = frame_.is_any(i, {"its", "their", "his", "her"});
        if (!owned && !in_noun_phrase(frame_, i)) return false;
    }
    return false;
}

// "will spend £14m after storms in June ate 22 metres", "must halve rations after receiving 22%": what came before is done.
bool ModalityContext::happened_before(const Quantity& quantity) const {
    constexpr std::size_t furthest = 10;
    const std::size_t first = frame_.sentence.begin;
    if (!frame_.sentence.has(WordClass::subordinator) && !frame_.sentence.has(WordClass::preposition))
        return false;
    static constexpr WordClasses deciding{WordClass::modal, WordClass::projecting, WordClass::past_form};
    bool acted = false;
    for (std::size_t i = quantity.begin; i-- > first + 1 && i + furthest > quantity.begin;) {
        if (!frame_.has_any(i, deciding) && !frame_.is_any(i, {",", "after", "following", "because", "for"}))
            continue;
        if (frame_.is_written(i, ",") || frame_.is(i, WordClass::modal) ||
            frame_.is(i, WordClass::projecting))
            return false;
        if (frame_.is_any(i, {"after", "following", "because"}))
            return acted ||
                   (frame_.is(quantity.begin - 1, "of") &&
                    frame_.is(quantity.begin - 2, WordClass::change_noun)) ||
                   frame_.is(i + 1, WordClass::change_verb) ||
                   (has_ending(frame_.word(i + 1), "ing", 2) &&
                    (quantity.kind != Kind::percent || frame_.is(quantity.phrase_end(), "last")) &&
                    !frame_.is_any(i + 1,
                                   {"serving", "completing", "waiting", "paying", "peaking", "agreeing"}));
        if (frame_.is(i, "for") && has_ending(frame_.word(i + 1), "ing", 3)) return is_penalty_for(i);
        acted = acted ||
                (frame_.is(i, WordClass::past_form) && !frame_.is(i - 1, "to") && !frame_.is(i - 1, "be"));
    }
    return false;
}

// "ordered to pay £12m | for charging 34,000 people fees": done before.
bool ModalityContext::is_penalty_for(std::size_t deed) const {
    for (std::size_t k = frame_.sentence.begin; k < deed; ++k)
        if (frame_.is(k, WordClass::penalty) ||
            frame_.is_any(k, {"ordered", "fined", "sued", "jailed", "compensation", "damages"}))
            return true;
    return false;
}

// "expects 310 million, down from a previous range of 380 million": what was thought before is a view too.
std::optional<std::size_t> ModalityContext::earlier_view(std::size_t i) const {
    constexpr std::size_t longest = 4;
    const Quantity& quantity = frame_.draft(i).quantity;
    if (quantity.begin < frame_.sentence.begin + 3) return std::nullopt;
    // "compared with the $7 it gave in March"
    std::size_t behind = quantity.phrase_end();
    if (frame_.is_any(behind, {"that", "which"})) ++behind;
    if (frame_.is(quantity.begin - 1, "the") && frame_.is(behind, WordClass::pronoun)) {
        const std::size_t gave = frame_.is_any(behind + 1, {"had", "has"}) ? behind + 2 : behind + 1;
        if (frame_.is_any(gave, {"gave", "given", "indicated", "announced", "guided", "flagged", "signalled",
                                 "signaled"}))
            return gave;
    }
    if (!frame_.is(quantity.begin - 1, "of")) return std::nullopt;
    if (!frame_.is_any(quantity.begin - 2, {"range", "guidance", "figure", "estimate", "view", "target",
                                            "forecast", "projection", "outlook"}))
        return std::nullopt;
    for (std::size_t k = quantity.begin - 2; k-- > frame_.sentence.begin && k + longest > quantity.begin;)
        if (frame_.is(k, WordClass::earlier) || starts_time(frame_, k) ||
            frame_.is_any(k, {"original", "initial", "old", "prior"}))
            return k;
    return std::nullopt;
}

}  // namespace figbook
