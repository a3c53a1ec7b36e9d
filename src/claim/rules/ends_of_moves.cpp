// What the two ends of a move tell of each other.
#include "claim/phrases.hpp"
#include "claim/rules/change_rules.hpp"

namespace figbook {
namespace {

// Two figures that are told by the same, so that one may be said per what the other is.
bool are_alike(const Draft& first, const Draft& second) {
    return first.claim.unit == second.claim.unit && first.claim.kind == second.claim.kind &&
           first.quantity.has_magnitude == second.quantity.has_magnitude;
}

void take_per(const SentenceFrame& frame, Draft& to, const Draft& from) {
    to.claim.per = from.claim.per;
    note(frame.trace, {to.quantity.core, Field::per, "per.of_move", 0, 0, from.quantity.core});
}

// "£12 an hour, compared with | £10", "against | £176", "than the | £10 that".
bool is_compared_with(const SentenceFrame& frame, const Draft& draft) {
    std::size_t at = draft.quantity.begin - 1;
    if (frame.is(at, "the")) --at;
    return frame.is_any(at, {"against", "versus", "than"}) ||
           (frame.is_any(at, {"with", "to"}) && frame.is(at - 1, "compared"));
}

// "to 4,500 kwacha a bag from 22,000 kwacha", "£12 an hour, up from £10", "to $9 million, or 41 cents a share, from $7 million,
// or 30 cents": both ends of a move are told by the same, and so is what a figure is compared with.
void share_per_before(const SentenceFrame& frame, std::size_t i) {
    constexpr std::size_t furthest = 3;
    Draft& second = frame.draft(i);
    const bool from = second.claim.role == Role::from;
    if (!from && !(second.claim.role == Role::level && is_compared_with(frame, second))) return;
    for (std::size_t k = i; k-- > 0 && k + furthest >= i;) {
        const Draft& first = frame.draft(k);
        const bool end = first.claim.role == Role::to || first.claim.role == Role::level;
        if (!end || !are_alike(first, second)) continue;
        if (!first.claim.per.empty()) take_per(frame, second, first);
        return;
    }
}

// "from 52p a litre in 2022 to 36p", "rose $2 a barrel to $85"; a yearly rise leads to no yearly sum.
bool is_reached_by(const Draft& before, const Draft& to) {
    if (to.claim.role != Role::to || to.claim.change != before.claim.change) return false;
    return before.claim.role == Role::from ||
           (before.claim.role == Role::change && to.claim.kind == Kind::money && before.claim.per != "year");
}

// "from 32,000 to 40,000 barrels a day", "£40, £50 and £60 a night": what is said behind the last of them.
bool is_told_with_next(const SentenceFrame& frame, std::size_t i) {
    const Draft& first = frame.draft(i - 1);
    const Draft& second = frame.draft(i);
    const std::size_t joint = first.quantity.phrase_end();
    if (joint + 1 != second.quantity.begin || !are_alike(first, second)) return false;
    if (frame.is(joint, "to")) return first.claim.role == Role::from && second.claim.role == Role::to;
    if (first.claim.role != second.claim.role) return false;
    const bool listed = frame.is_written(joint, ",") && i + 1 < frame.count() &&
                        frame.draft(i + 1).claim.per == second.claim.per && is_told_with_next(frame, i + 1);
    return listed || frame.is_any(joint, {"and", "or"});
}

void share_per(const SentenceFrame& frame) {
    for (std::size_t i = frame.count(); i-- > 1;) {
        Draft& first = frame.draft(i - 1);
        const Draft& second = frame.draft(i);
        if (!second.claim.per.empty() && first.claim.per.empty() && is_told_with_next(frame, i))
            take_per(frame, first, second);
    }
    for (std::size_t i = 1; i < frame.count(); ++i) {
        const Draft& first = frame.draft(i - 1);
        Draft& second = frame.draft(i);
        if (!second.claim.per.empty()) continue;
        share_per_before(frame, i);
        if (!first.claim.per.empty() && are_alike(first, second) && is_reached_by(first, second))
            take_per(frame, second, first);
    }
}

// "improved to 3.9% from 4.4%", "worsened to 112% from 98%": the verb judges, and the ends say which way it went.
void turn_by_ends(const SentenceFrame& frame) {
    constexpr std::size_t furthest = 6;
    for (std::size_t i = 1; i < frame.count(); ++i) {
        Claim& first = frame.draft(i - 1).claim;
        Claim& second = frame.draft(i).claim;
        const bool to_from = first.role == Role::to && second.role == Role::from;
        // "worsened to 112% from 98%": of which no verb says how it moved
        const bool open = first.role == Role::level && second.role == Role::level &&
                          frame.is(frame.draft(i - 1).quantity.begin - 1, "to") &&
                          frame.is(frame.draft(i).quantity.begin - 1, "from");
        const bool ends = open || to_from || (first.role == Role::from && second.role == Role::to);
        if (!ends || first.unit != second.unit || first.value == second.value) continue;
        const std::size_t begin = frame.draft(i - 1).quantity.begin;
        std::size_t verb = begin;
        while (verb > frame.sentence.begin && verb + furthest > begin &&
               !frame.is(verb, WordClass::judging_verb))
            --verb;
        if (!frame.is(verb, WordClass::judging_verb)) continue;
        const bool rose = (second.value < first.value) == (open || to_from);
        if (open) {
            first.role = Role::to;
            second.role = Role::from;
        }
        for (const std::size_t each : {i - 1, i}) {
            frame.draft(each).claim.change = rose ? Change::increase : Change::decrease;
            note(frame.trace,
                 {frame.draft(each).quantity.core, Field::change, "change.by_ends", verb, verb + 1});
        }
    }
}

// "4.3 percent and 5.8 percent declines": the noun behind the second is the first one's too.
void share_noun_behind(const SentenceFrame& frame) {
    for (std::size_t i = frame.count(); i-- > 1;) {
        Draft& first = frame.draft(i - 1);
        const Draft& second = frame.draft(i);
        const bool beside = second.claim.role == Role::change && second.claim.change != Change::none &&
                            first.claim.role == Role::level && first.claim.kind == second.claim.kind &&
                            first.claim.kind == Kind::percent &&
                            first.quantity.end + 1 == second.quantity.begin &&
                            frame.is_any(first.quantity.end, {"and", "or"});
        if (!beside || !frame.is(second.quantity.end, WordClass::change_noun)) continue;
        first.claim.role = Role::change;
        first.claim.change = second.claim.change;
        note(frame.trace, {first.quantity.core, Field::change, "change.noun_behind", second.quantity.end,
                           second.quantity.end + 1});
    }
}

// "rose 2.8% or 4,000 units to 90,000", "rose 4,000 units to 90,000": by how many, for nothing that rises has an object.
bool is_amount_of_move(const SentenceFrame& frame, const Draft& draft) {
    const std::size_t before = draft.quantity.begin - 1;
    return frame.is(before, "or") ||
           (frame.is(before, WordClass::change_verb) && !frame.is(before, WordClass::moves_things));
}

// "rose 2.8% or 4,000 units to 90,000": the same rise, in how many.
void move_by_count(const SentenceFrame& frame) {
    for (std::size_t i = 1; i + 1 < frame.count(); ++i) {
        const Draft& rate = frame.draft(i - 1);
        Draft& count = frame.draft(i);
        const Draft& to = frame.draft(i + 1);
        const bool open = count.claim.role == Role::level && count.claim.kind == Kind::count &&
                          count.claim.unit == to.claim.unit && to.claim.role == Role::to;
        const bool beside = rate.quantity.end + 1 == count.quantity.begin &&
                            frame.is(rate.quantity.end, "or") &&
                            count.quantity.phrase_end() + 1 == to.quantity.begin;
        const bool moved = rate.claim.kind == Kind::percent && rate.claim.role == Role::change &&
                           rate.claim.change == to.claim.change;
        if (!open || !beside || !moved) continue;
        count.claim.role = Role::change;
        count.claim.change = rate.claim.change;
        note(frame.trace, {count.quantity.core, Field::change, "change.by_ends", rate.quantity.end,
                           rate.quantity.end + 1});
    }
}

// "cut its 12 depots to eight": how many there were before.
void begin_counted(const SentenceFrame& frame) {
    for (std::size_t i = 1; i < frame.count(); ++i) {
        const Draft& to = frame.draft(i);
        Draft& from = frame.draft(i - 1);
        const bool counted = to.claim.role == Role::to && to.quantity.borrowed &&
                             to.claim.kind == Kind::count && from.claim.kind == Kind::count &&
                             from.claim.unit == to.claim.unit &&
                             from.quantity.noun_end > from.quantity.noun_begin;
        if (!counted || is_amount_of_move(frame, from) ||
            from.quantity.phrase_end() + 1 != to.quantity.begin || !frame.is(to.quantity.begin - 1, "to") ||
            frame.is_any(from.quantity.begin - 1, {"by", "from"}))
            continue;
        const bool fits = to.claim.change == Change::decrease ? to.claim.value < from.claim.value
                                                              : from.claim.value < to.claim.value;
        if (!fits || to.claim.change == Change::none) continue;
        from.claim.role = Role::from;
        from.claim.change = to.claim.change;
        note(frame.trace,
             {from.quantity.core, Field::change, "change.by_ends", to.quantity.begin - 1, to.quantity.begin});
    }
}

// "From 4% in 2021, inflation jumped to 11%", "From a high of 11%, it fell to 3%": where the move began that is told behind.
void begin_in_front(const SentenceFrame& frame) {
    constexpr std::size_t furthest = 6;
    if (frame.count() < 2 || !frame.is(frame.sentence.begin, "from")) return;
    Draft& from = frame.draft(0);
    if (from.claim.role != Role::level || from.quantity.begin > frame.sentence.begin + furthest) return;
    const Draft& to = frame.draft(1);
    if (to.claim.role != Role::to || to.claim.change == Change::none || to.claim.kind != from.claim.kind ||
        to.claim.unit != from.claim.unit)
        return;
    std::size_t comma = from.quantity.phrase_end();
    while (comma < to.quantity.begin && !frame.is_written(comma, ",")) ++comma;
    if (comma == to.quantity.begin) return;
    from.claim.role = Role::from;
    from.claim.change = to.claim.change;
    note(frame.trace, {from.quantity.core, Field::change, "change.by_ends", frame.sentence.begin,
                       frame.sentence.begin + 1});
}

// "raised revenues to the tune of $78bn": by so much.
void move_by_tune(const SentenceFrame& frame) {
    for (std::size_t i = 0; i < frame.count(); ++i) {
        Draft& draft = frame.draft(i);
        const std::size_t of = draft.quantity.begin - 1;
        if (draft.claim.role != Role::to || !frame.is(of, "of") || !frame.is(of - 1, "tune")) continue;
        draft.claim.role = Role::change;
        note(frame.trace, {draft.quantity.core, Field::change, "change.verb", of - 1, of + 1});
    }
}

}  // namespace

void settle_ends_of_moves(const SentenceFrame& frame) {
    move_by_tune(frame);
    begin_counted(frame);
    move_by_count(frame);
    begin_in_front(frame);
    share_per(frame);
    share_noun_behind(frame);
    if (frame.sentence.has(WordClass::judging_verb)) turn_by_ends(frame);
}

}  // namespace figbook
