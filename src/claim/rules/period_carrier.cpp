#include "claim/rules/period_carrier.hpp"

#include <algorithm>

#include "claim/phrases.hpp"
#include "claim/verbs.hpp"
#include "text/endings.hpp"

namespace figbook {

// Writes down by which rule figure i has that time.
void PeriodCarrier::tell(std::size_t i, Field field, std::string_view rule,
                         const TimeExpression& time) const {
    const std::size_t core = quantity(i).core;
    note(frame_.trace, {core, field, rule, time.begin, time.end});
    if (time.figure) note(frame_.trace, {core, field, "time.context", 0, 0, *time.figure});
    if (!time.anchor) return;
    const TimeExpression& anchor = times_[*time.anchor];
    note(frame_.trace, {core, field, "time.shift", anchor.begin, anchor.end});
}

// The same where it has the time of another figure.
void PeriodCarrier::tell(const Draft& to, Field field, std::string_view rule, const Draft& from) const {
    note(frame_.trace, {to.quantity.core, field, rule, 0, 0, from.quantity.core});
}

// The other figures of one move share its time: "rose 4.5% to $1.24 billion in 2021".
void PeriodCarrier::carry_on() const {
    share_with_alternatives();
    shared_.share();
    carry_back();
    carry_to_asides();
    carry_into_list();
    carry_over_starts();
    for (std::size_t i = 1; i < frame_.count(); ++i) {
        if (claim(i).period || claim(i).role == Role::from) continue;
        if (const auto moved = shared_.move_that_left(i)) take_period(i, *moved);
    }
    for (std::size_t i = frame_.count(); i-- > 1;)
        if (!claim(i - 1).period &&
            (is_joined_to(i) || is_doer_of(i) || is_taken_so_far(i) || is_joined_since(i)))
            take_period(i - 1, i);
    carry_over_lists();
    carry_over_clauses();
    for (std::size_t i = 1; i < frame_.count(); ++i)
        if (!claim(i).period && claim(i - 1).period && is_where_they_were_hurt(i)) take_period(i, i - 1);
    share_with_alternatives();
}

// To the figure before it, of the same move or the same unit.
void PeriodCarrier::carry_back() const {
    for (std::size_t i = frame_.count(); i-- > 1;) {
        if (claim(i - 1).period || !claim(i).period || claim(i).role == Role::from) continue;
        const bool listed = quantity(i - 1).rule == "unit.shared";
        if ((is_one_move(i) && !ends_move(i - 1) && !turns(i) && !is_behind_after(i)) || listed)
            take_period(i - 1, i);
    }
}

// To what is set behind a comma: "deliveries were 405,278 in the fourth quarter, 31% more than a year earlier".
void PeriodCarrier::carry_to_asides() const {
    for (std::size_t i = 1; i < frame_.count(); ++i) {
        // "38.6 TWh in the first three months, 12 percent more than": over the span that the time has
        std::size_t before = i - 1;
        while (before > 0 && is_inside_time(before)) --before;
        if (claim(i).period || claim(i).role == Role::from) continue;
        if (i > 1 && is_told_of_before(i - 1) && claim(i).role == Role::change) {
            measure_from_bracket(i);
            continue;
        }
        const bool timed = claim(before).period && claim(before).role != Role::from;
        // "15% in 2004, compared with 6% and 1% in 1992": of the time behind both
        if (i + 1 < frame_.count() && is_joined_to(i + 1)) continue;
        const bool compares = claim(i).change != Change::none || quantity(i).kind == Kind::multiple;
        if (timed && is_set_between(before, i)) continue;
        if (timed && ((compares && is_aside(i)) || is_part_behind(i) || is_level_of_move(i, before) ||
                      shared_.is_gapped(i)))
            take_period(i, before);
        else if (const auto told = told_on_.of(i))
            take_period(i, *told);
    }
}

// "was 22% contained on Tuesday, with 646 firefighters, | nine helicopters and 31 engines": of all that it is told with.
void PeriodCarrier::carry_into_list() const {
    bool listed = false;
    for (std::size_t i = 1; i < frame_.count(); ++i) {
        const std::size_t from = quantity(i - 1).phrase_end(), begin = quantity(i).begin;
        listed = (listed || frame_.is(quantity(i - 1).begin - 1, "with")) && claim(i - 1).period &&
                 claim(i - 1).role == Role::level && quantity(i).kind == quantity(i - 1).kind;
        const bool comma = frame_.is_written(from, ",");
        const std::size_t next = comma ? from + 1 : from;
        listed = listed && (begin == (frame_.is(next, "and") ? next + 1 : next)) && begin > from;
        if (listed && !claim(i).period) take_period(i, i - 1);
    }
}

// "€318.4 million [(Q3 2022: €297.0 million)]": what it was then, in brackets with its time.
bool PeriodCarrier::is_told_of_before(std::size_t i) const {
    const std::size_t colon = quantity(i).begin - 1;
    return claim(i).period && quantity(i).kind == quantity(i - 1).kind &&
           quantity(i).begin > frame_.sentence.begin + 2 && frame_.is_written(colon, ":") &&
           frame_.is_written(quantity(i).end, ")") && frame_.is_written(quantity(i - 1).phrase_end(), "(");
}

// ", an increase of 7.2%" behind that: of the time of the first, from that of the second.
void PeriodCarrier::measure_from_bracket(std::size_t i) const {
    if (claim(i - 2).period) take_period(i, i - 2);
    if (claim(i).baseline) return;
    claim(i).baseline = claim(i - 1).period;
    tell(frame_.draft(i), Field::baseline, "period.carried_on", frame_.draft(i - 1));
}

// "fell to 203 in 2023 from 251 in 2022, a drop of 19%": over where it came from.
void PeriodCarrier::carry_over_starts() const {
    for (std::size_t i = 2; i < frame_.count(); ++i) {
        if (claim(i).period || claim(i).role == Role::from || claim(i - 1).role != Role::from) continue;
        if (claim(i - 2).period && shared_.is_noun_of_move(i)) take_period(i, i - 2);
    }
}

// "rose 20% to $6m": figure i and the one before it tell of one move, neither of them where it came from.
bool PeriodCarrier::is_one_move(std::size_t i) const {
    const Claim& first = claim(i - 1);
    const Claim& second = claim(i);
    return first.change != Change::none && first.change == second.change && first.role != Role::from &&
           second.role != Role::from && first.role != second.role;
}

// "19 goals in 33 games last season", "400 buses and 30 trams in May": the time behind two figures is of both.
bool PeriodCarrier::is_joined_to(std::size_t i) const {
    // "from 1,800 pupils and 90 teachers in 2013": the second may be told as a level of its own
    const bool apart = claim(i).role == Role::from
                           ? claim(i - 1).role != Role::from
                           : claim(i - 1).role == Role::from && claim(i).role != Role::level;
    if (!claim(i).period || apart) return false;
    if (says_which(i - 1) || (!has_time_right_behind(i) && !is_joint_subject(i))) return false;
    bool both = false;
    for (std::size_t k = quantity(i - 1).end; k < quantity(i).begin; ++k) {
        const bool alternative = frame_.is_written(k, ",") && frame_.is(k + 1, "or");
        both = both || frame_.is_any(k, {"and", "in", "or", "from", "for"});
        // "voted on 300 items at 40 meetings in 2008", not "from an initial 3 plants to 11 by 2011"
        const std::size_t first = quantity(i - 1).begin;
        const bool left =
            first > frame_.sentence.begin + 3 &&
            (frame_.is(first - 1, "from") || frame_.is(first - 2, "from") || frame_.is(first - 3, "from"));
        both = both || (!left && frame_.is_any(k, {"at", "to"}) && quantity(i).kind == Kind::count &&
                        quantity(i - 1).kind == Kind::count);
        // "edged down 0.1 percent from increasing 0.8 percent in June"
        if (frame_.is(k, "from") && has_ending(frame_.word(k + 1), "ing", 3)) return false;
        const bool goes_on = frame_.token(k).is_word() || alternative ||
                             (frame_.is_written(k, "-") && !frame_.token(k).space_before());
        // "killed 11 civilians and wounded 37 on Sunday"
        const bool second =
            k + 1 == quantity(i).begin && frame_.is(k - 1, "and") && frame_.is(k, WordClass::casualty_verb);
        if (!goes_on || (is_verb_at(frame_, k) && !second)) return false;
    }
    return both;
}

// "| Nineteen officers each collected $100,000 last year": those who did it, then too.
bool PeriodCarrier::is_doer_of(std::size_t i) const {
    constexpr std::size_t longest = 5;
    const Quantity& doers = quantity(i - 1);
    if (!claim(i).period || !claim(i).period->start || claim(i).role != Role::level ||
        claim(i - 1).role != Role::level || doers.kind != Kind::count ||
        claim(i).modality != claim(i - 1).modality || quantity(i).begin > doers.phrase_end() + longest)
        return false;
    if (segment_around(frame_, doers.begin, doers.end).begin != doers.begin || !has_time_right_behind(i))
        return false;
    static constexpr WordClasses leading{WordClass::preposition, WordClass::conjunction, WordClass::relative,
                                         WordClass::cue, WordClass::copula};
    bool acted = false;
    for (std::size_t k = doers.phrase_end(); k < quantity(i).begin; ++k) {
        if (!frame_.token(k).is_word() || frame_.has_any(k, leading)) return false;
        acted = acted || is_verb_at(frame_, k);
    }
    return acted;
}

// "flew five guests to a height of 90 kilometres on Tuesday": both are of that day.
bool PeriodCarrier::is_taken_so_far(std::size_t i) const {
    if (!claim(i).period || quantity(i).kind != Kind::measure || quantity(i - 1).kind != Kind::count)
        return false;
    return claim(i).period->start && claim(i).period->start == claim(i).period->end && happened(i - 1) &&
           !has_comma(quantity(i - 1).end, quantity(i).begin) &&
           !acts(quantity(i - 1).phrase_end(), quantity(i).begin);
}

// "Three men and two women were killed on Tuesday": the verb that has the time tells of both.
bool PeriodCarrier::is_joint_subject(std::size_t i) const {
    const TokenRange own = segment_around(frame_, quantity(i - 1).begin, quantity(i).end);
    return quantity(i).kind == Kind::count && quantity(i - 1).kind == Kind::count &&
           !acts(own.begin, quantity(i - 1).begin) &&
           frame_.is_any(quantity(i).phrase_end(), {"was", "were", "died", "had", "have"}) &&
           quantity(i).begin <= quantity(i - 1).phrase_end() + 2;
}

// "300 people have been killed and 400 hurt since the war began", "has killed 300 and hurt 400 since May": both since then.
bool PeriodCarrier::is_joined_since(std::size_t i) const {
    if (quantity(i).kind != quantity(i - 1).kind || claim(i - 1).role != claim(i).role || says_which(i - 1))
        return false;
    const bool since = std::any_of(times_.begin(), times_.end(), [&](const TimeExpression& time) {
        return time.opens_span && time.begin > quantity(i).end && owner_[&time - times_.data()] == i;
    });
    if (!since) return false;
    bool both = false, perfect = false;
    for (std::size_t k = quantity(i - 1).end; k < quantity(i).begin; ++k) {
        if (frame_.token(k).kind == TokenKind::mark && !frame_.is_written(k, "-")) return false;
        both = both || frame_.is(k, "and");
        if (frame_.is_any(k, {"but", "which", "who", "that", "when", "as"})) return false;
        perfect = perfect || frame_.is_any(k, {"has", "have", "had"});
    }
    for (std::size_t k = quantity(i - 1).begin; !perfect && k-- > frame_.sentence.begin;)
        perfect = frame_.is_any(k, {"has", "have", "had", "having"});
    return both && (perfect || frame_.is(quantity(i - 1).end, "and"));
}

bool PeriodCarrier::has_time_right_behind(std::size_t i) const {
    for (std::size_t t = 0; t < times_.size(); ++t) {
        if (owner_[t] != i || times_[t].is_baseline || times_[t].begin < quantity(i).end) continue;
        for (std::size_t k = quantity(i).end; k < times_[t].begin; ++k)
            if (frame_.is_written(k, ",") && !frame_.is(k + 1, WordClass::preposition)) return false;
        // "won 97% of the votes and 39 pledged delegates in 2020"
        const std::size_t from = quantity(i).kind == Kind::count ? quantity(i).phrase_end() : quantity(i).end;
        return !acts(from, times_[t].begin);
    }
    return false;
}

// "rose 20% to $6m from a year earlier": all of the move is measured from then.
void PeriodCarrier::share_baselines() const {
    for (std::size_t i = 1; i < frame_.count(); ++i) {
        const Claim& first = claim(i - 1);
        const Claim& second = claim(i);
        if (!is_one_move(i) || !is_aside(i) || first.baseline.has_value() == second.baseline.has_value())
            continue;
        const std::size_t to = first.baseline ? i : i - 1;
        const std::size_t from = first.baseline ? i - 1 : i;
        claim(to).baseline = claim(from).baseline;
        tell(frame_.draft(to), Field::baseline, "period.carried_on", frame_.draft(from));
    }
}

// "fall 65% in 2020 from $42bn in 2019": measured from the time of the figure that it came from.
void PeriodCarrier::measure_from_starts() const {
    for (std::size_t i = 1; i < frame_.count(); ++i) {
        if (!claim(i).period || !claim(i).period->start) continue;
        if (is_compared_figure(i) && !claim(i - 1).baseline) {
            claim(i - 1).baseline = claim(i).period;
            tell(frame_.draft(i - 1), Field::baseline, "period.carried_on", frame_.draft(i));
        }
        if (claim(i).role != Role::from) continue;
        for (std::size_t k = i; k-- > 0 && k + 2 >= i;) {
            Claim& moved = claim(k);
            if (moved.role == Role::from || moved.change != claim(i).change) break;
            if (moved.role != Role::change || moved.baseline) continue;
            moved.baseline = claim(i).period;
            tell(frame_.draft(k), Field::baseline, "period.carried_on", frame_.draft(i));
        }
    }
}

// "$1.10, or | 1.5%", "$49m, or | 36 cents": figure i says the one before it in another way.
bool PeriodCarrier::is_alternative(std::size_t i) const {
    std::size_t or_at = quantity(i - 1).end;
    // "a $170 million loss, or $1.58 a share, a year earlier"
    const bool noun = quantity(i - 1).kind == Kind::money && quantity(i).kind == Kind::money &&
                      in_noun_phrase(frame_, or_at) &&
                      (frame_.is_written(or_at + 1, ",") || frame_.is(or_at + 1, "or"));
    if (noun) ++or_at;
    if (frame_.is_written(or_at, ",")) ++or_at;
    return (frame_.is(or_at, "or") && quantity(i).begin <= or_at + 2) || is_told_again(i);
}

// "fell $1.10, or 1.5%, on Wednesday", "from $49m, or 36 cents, a year earlier": two ways to say one thing.
void PeriodCarrier::share_with_alternatives() const {
    for (std::size_t i = 1; i < frame_.count(); ++i) {
        if (claim(i).period.has_value() == claim(i - 1).period.has_value() || !is_alternative(i)) continue;
        if (claim(i).period)
            take_period(i - 1, i);
        else
            take_period(i, i - 1);
    }
}

void PeriodCarrier::take_period(std::size_t to, std::size_t from) const {
    claim(to).period = claim(from).period;
    tell(frame_.draft(to), Field::period, "period.carried_on", frame_.draft(from));
}

void PeriodCarrier::inherit_from_relations() const {
    for (std::size_t i = 0; i < frame_.count(); ++i) {
        if (!claim(i).relation) continue;
        Draft& other = frame_.drafts[claim(i).relation->claim];
        // "$22.1 billion in May and half of the total of $41.8 billion"
        const bool behind = claim(i).relation->claim > frame_.first + i && !quantity(i).share_of;
        if (behind && !other.claim.period && claim(i).period &&
            !acts(quantity(i).end, other.quantity.begin)) {
            other.claim.period = claim(i).period;
            tell(other, Field::period, "period.carried_on", frame_.draft(i));
        }
        if (claim(i).relation->kind == RelationKind::restates) {
            claim(i).period = other.claim.period;
            claim(i).baseline = other.claim.baseline;
            tell(frame_.draft(i), Field::period, "restated", other);
            tell(frame_.draft(i), Field::baseline, "restated", other);
        } else if (!claim(i).period) {
            claim(i).period = other.claim.period;
            tell(frame_.draft(i), Field::period, "shared", other);
        }
    }
}

}  // namespace figbook
