// Moves that a figure carries on from the one before it.
#include "claim/phrases.hpp"
#include "claim/rules/change_rules.hpp"
#include "claim/verbs.hpp"
#include "quantity/counted.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

class CarriedMove : MovedFigure {
 public:
    using MovedFigure::MovedFigure;

    // "closed up 2% at $45", "settled 28 cents higher at $72.56", "lost 1.1% to end at 1,334.20": where it moved to.
    std::optional<Move> end_of_move() const {
        if (const auto reached = reached_end()) return reached;
        if (index_ == 0 || begin() == frame_.sentence.begin || !frame_.is(begin() - 1, "at"))
            return std::nullopt;
        const Draft& before = frame_.draft(index_ - 1);
        if (before.claim.role != Role::change || before.claim.change == Change::none ||
            before.quantity.kind == Kind::multiple || !is_worth())
            return std::nullopt;
        std::size_t at = before.quantity.phrase_end();
        // "down 0.6 percent against the dollar at $1.3073", "down 0.3% on the crown at"
        if (frame_.is_any(at, {"against", "on", "versus"}) && frame_.is(at + 1, "the") &&
            frame_.is(at + 2, WordClass::currency))
            at += 3;
        if (frame_.is_written(at, ",")) ++at;
        if (words_.change_comparatives.match(tokens(), at, begin()) || frame_.is_any(at, {"up", "down"}))
            ++at;
        // "6 basis points lower on the day at 5.67"
        if (frame_.is(at, "on") && frame_.is(at + 1, "the") &&
            frame_.is_any(at + 2, {"day", "week", "session"}))
            at += 3;
        if (frame_.is_written(at, ",")) ++at;
        // "dipped 2.1 percent ahead of the report to close at $34.55"
        constexpr std::size_t longest_aside = 10;
        if ((frame_.is(begin() - 3, "to") || frame_.is_written(begin() - 3, ",")) &&
            frame_.is(begin() - 2, WordClass::closing_verb) && at + 3 < begin() &&
            at + longest_aside > begin() && !does_something_in(at, begin() - 3))
            at = begin() - 3;
        if (frame_.is(at, "to") || frame_.is_written(at, ",")) ++at;
        if (frame_.is(at, WordClass::closing_verb)) at = behind_session(at + 1);
        if (at + 1 != begin()) return std::nullopt;
        return Move{Role::to, before.claim.change, "change.carried_on", {}};
    }

    bool does_something_in(std::size_t from, std::size_t end) const {
        for (std::size_t i = from; i < end; ++i)
            if (is_verb_at(frame_, i) || frame_.is_written(i, ";")) return true;
        return false;
    }

    // "to close [the abbreviated trading session] at $11.51"; `at` where no such follows.
    std::size_t behind_session(std::size_t at) const {
        constexpr std::size_t longest = 4;
        if (!frame_.is(at, WordClass::determiner)) return at;
        for (std::size_t i = at + 1; i < begin() && i <= at + longest; ++i) {
            if (frame_.is_any(i,
                              {"session", "day", "week", "month", "quarter", "year", "morning", "afternoon"}))
                return i + 1;
            if (!in_noun_phrase(frame_, i)) return at;
        }
        return at;
    }

    // "gained four points to reach 36 percent"
    std::optional<Move> reached_end() const {
        if (index_ == 0 || begin() < frame_.sentence.begin + 3 || !is_worth()) return std::nullopt;
        const Draft& before = frame_.draft(index_ - 1);
        // "gained 0.5% in the morning, reaching around 3,320"
        constexpr std::size_t longest_aside = 8;
        const std::size_t told = before.quantity.phrase_end();
        if (before.claim.role == Role::change && before.claim.change != Change::none &&
            frame_.is_any(begin() - 1, {"reaching", "hitting", "touching"}) &&
            frame_.is_written(begin() - 2, ",") && told + longest_aside >= begin() &&
            !does_something_in(told, begin() - 2))
            return Move{Role::to, before.claim.change, "change.carried_on", {}};
        // "grew by $4bn in June, the most in a year, to reach $90bn"
        constexpr std::size_t longest_told = 16;
        const bool reaches = frame_.is(begin() - 2, "to") && frame_.is_any(begin() - 1, {"reach", "total"}) &&
                             frame_.is_written(begin() - 3, ",");
        const Draft& moved = reaches ? figure_before() : before;
        const bool apart = reaches && moved.claim.role == Role::change &&
                           moved.claim.change != Change::none &&
                           moved.quantity.phrase_end() + longest_told >= begin() &&
                           moved.quantity.kind == quantity_.kind && moved.quantity.unit == quantity_.unit &&
                           !does_something_in(moved.quantity.phrase_end(), begin() - 3);
        if (apart) return Move{Role::to, moved.claim.change, "change.carried_on", {}};
        if (before.claim.role != Role::change || before.claim.change == Change::none ||
            before.quantity.phrase_end() + 2 != begin() || !frame_.is(begin() - 2, "to"))
            return std::nullopt;
        const bool passes = begin() < quantity_.core && frame_.is(begin() - 1, WordClass::closing_verb);
        if (!passes &&
            !frame_.is_any(begin() - 1, {"reach", "hit", "touch", "total"}))  // "to close below 8,000"
            return std::nullopt;
        return Move{Role::to, before.claim.change, "change.carried_on", {}};
    }

    // "or 0.4%", "and 3% in 2022", "after 2% in the first", "to $35.69", "from 55,000": the move of the figure before.
    std::optional<Move> carried_on() const {
        if (index_ == 0) return std::nullopt;
        if (const auto move = repeated_move()) return move;
        if (const auto move = behind_dashes()) return move;
        const Draft& before = figure_before();
        const std::size_t gap = behind_saying(before.quantity.phrase_end());
        if (gap >= begin()) return std::nullopt;
        if (before.claim.role == Role::change && before.claim.change != Change::none &&
            (is_gapped(gap) || is_of_next_group(gap)) && before.quantity.kind == quantity_.kind)
            return Move{Role::change, before.claim.change, "change.carried_on", {}};
        if (before.claim.change != Change::none && before.quantity.unit == quantity_.unit &&
            before.quantity.kind == quantity_.kind && is_of_next_time(gap))
            return Move{before.claim.role, before.claim.change, "change.carried_on", {}};
        if (&before != &frame_.draft(index_ - 1) && acts_anew(gap)) return std::nullopt;
        if (before.claim.change == Change::none)
            return frame_.is(preposition_before(), "from") && !is_parted(gap) ? came_from() : std::nullopt;
        if (const auto move = set_against(gap)) return move;
        // "a 9 percent increase over the prior-year quarter, or 11 percent at constant currency"
        constexpr std::size_t furthest = 10;
        const bool otherwise = frame_.is(begin() - 1, "or") && frame_.is_written(begin() - 2, ",") &&
                               begin() <= gap + furthest &&
                               frame_.is_any(behind(), {"at", "in", "on", "excluding"});
        if (otherwise && is_rate() && before.quantity.kind == quantity_.kind &&
            before.claim.role == Role::change)
            return Move{Role::change, before.claim.change, "change.carried_on", {}};
        // "declined $7.09 (or approximately 41%)"
        if (frame_.is(begin() - 1, "or") && frame_.is_written(begin() - 2, "(") && begin() <= gap + 3 &&
            is_rate() && before.claim.role == Role::change)
            return Move{Role::change, before.claim.change, "change.carried_on", {}};
        // "lost a third of their value, or about $67 billion", "cut its staff by 14 percent, or 108,000 posts"
        const bool posts =
            quantity_.kind == Kind::count && quantity_.phrase_end() > 0 &&
            frame_.is_any(quantity_.phrase_end() - 1, {"jobs", "posts", "positions", "workers", "people"});
        const bool told_so = frame_.is(begin() - 1, "or") && frame_.is_written(begin() - 2, ",") &&
                             begin() <= gap + furthest && (quantity_.kind == Kind::money || posts);
        if (told_so && before.claim.role == Role::change &&
            (before.quantity.kind == Kind::ratio || before.quantity.kind == Kind::percent))
            return Move{Role::change, before.claim.change, "change.carried_on", {}};
        if (is_parted(gap)) return std::nullopt;
        // "grew 1.1% in the quarter, 3.8% year on year"
        const bool yearly = is_rate() && before.claim.role == Role::change && frame_.is(behind(), "year") &&
                            (frame_.is(behind() + 1, "on") || frame_.is(behind() + 2, "on"));
        if (yearly && before.quantity.kind == quantity_.kind)
            return Move{Role::change, before.claim.change, "change.carried_on", {}};
        const std::size_t preposition = preposition_before();
        const auto move = [&](Role role) { return Move{role, before.claim.change, "change.carried_on", {}}; };
        // "fell 3%, according to two officials"
        const bool to = frame_.is(preposition, "to") && !frame_.is(preposition - 1, WordClass::before_to);
        if (to && before.claim.role != Role::to) return move(Role::to);
        if (frame_.is(preposition, "from")) return move(Role::from);
        // "a 40% increase, supported by $525 million": by what, and not by how much
        const bool doer = preposition > frame_.sentence.begin &&
                          has_ending(frame_.word(preposition - 1), "ed", 3) &&
                          !frame_.is_one_of(preposition - 1, {WordClass::change_verb, WordClass::cue});
        if (frame_.is(preposition, "by") && !doer) return move(Role::change);
        const std::size_t joint = frame_.is_written(gap, ",") ? gap + 1 : gap;
        if (frame_.is(joint, "or") && joint + 1 == begin() && before.quantity.kind == quantity_.kind)
            return move(before.claim.role);  // "fell to $38m, or 12 cents a share"
        const bool same_kind =
            before.quantity.kind == quantity_.kind || is_rate() || quantity_.unit == "points";
        // "cut 2,000 posts, or 6% of its workforce"
        const bool part = frame_.is(behind(), "of") && frame_.is(behind() + 1, WordClass::determiner) &&
                          !frame_.is(behind() + 2, WordClass::worth_noun);
        // "1.1 per cent more, but fewer than half of agents expect it"
        const bool of_those = quantity_.kind == Kind::ratio && frame_.is(behind(), "of") &&
                              before.quantity.kind != Kind::ratio &&
                              !frame_.is(behind() + 1, WordClass::determiner);
        // "rose 4% in March and 6% of shops shut"
        const bool of_others = quantity_.kind == Kind::percent && before.quantity.kind == Kind::percent &&
                               frame_.is(behind(), "of") && !frame_.is(before.quantity.end, "of");
        if (before.claim.role == Role::to && is_next_end(gap)) return move(Role::to);
        if (before.claim.role == Role::from && is_next_start(gap)) return move(Role::from);
        // "36%, down four points since May, and the Conservatives on 25%": what those have
        const bool of_party = quantity_.kind == Kind::percent && before.quantity.kind == Kind::points &&
                              frame_.is(begin() - 1, "on") && begin() > gap + 2;
        if (before.claim.role != Role::change || part || of_those || of_others || of_party ||
            opens_own_clause())
            return std::nullopt;
        // "rose 1.7%, or £5,992, to £366,189"
        if (frame_.is(joint, "or") && joint + 1 == begin() && is_worth()) return move(Role::change);
        if (same_kind && (joins_on(gap) || is_listed(gap, before.quantity.kind))) return move(Role::change);
        return std::nullopt;
    }

 private:
    // The one before, over "in the last three months".
    const Draft& figure_before() const {
        std::size_t last = index_ - 1;
        while (last > 0 && is_time_unit(frame_.draft(last).quantity.unit) &&
               frame_.draft(last).claim.change == Change::none)
            --last;
        return frame_.draft(last);
    }

    // "slid 2.83% to 1,821 yen and the games firm Hoshiyama 3.05% to 5,143 yen": the move before the last, of another.
    std::optional<Move> repeated_move() const {
        constexpr std::size_t longest = 6;
        if (index_ < 2 || !(quantity_.kind == Kind::percent || is_minor_money())) return std::nullopt;
        const Draft& end = frame_.draft(index_ - 1);
        const Draft& move = frame_.draft(index_ - 2);
        const std::size_t gap = end.quantity.phrase_end();
        const bool told = end.claim.role == Role::to && move.claim.role == Role::change &&
                          move.claim.change != Change::none && move.quantity.kind == quantity_.kind;
        if (!told || begin() < gap + 2 || begin() > gap + longest ||
            !(frame_.is(gap, "and") || frame_.is_written(gap, ",")))
            return std::nullopt;
        for (std::size_t i = gap + 1; i < begin(); ++i)
            if ((!in_noun_phrase(frame_, i) && !frame_.is(i, "and")) || frame_.is(i, WordClass::pronoun) ||
                (is_verb_at(frame_, i) &&
                 !(i == gap + 1 && i + 1 == begin() && looks_plural(frame_.document, i))))
                return std::nullopt;
        const bool named = frame_.token(begin() - 1).is_capitalised() ||
                           looks_plural(frame_.document, begin() - 1) ||
                           frame_.is(gap + 1, WordClass::determiner) || is_noun_alone(gap + 1, begin());
        return named ? std::optional(Move{Role::change, move.claim.change, "change.carried_on", {}})
                     : std::nullopt;
    }

    // "will grow 2.5% in 2027 -- the slowest pace since 2023 -- and 3.1% in 2028": over what is set off between dashes.
    std::optional<Move> behind_dashes() const {
        constexpr std::size_t longest = 20, furthest = 5;
        if (!is_rate() || begin() < frame_.sentence.begin + longest / 4 || !frame_.is(begin() - 1, "and"))
            return std::nullopt;
        const std::size_t closing = find_dash_before(frame_, begin() - 1);
        if (closing == begin() - 1) return std::nullopt;
        std::size_t opening = closing;
        for (std::size_t i = closing - 1; i > frame_.sentence.begin && i + longest > closing; --i)
            if (const std::size_t dash = find_dash_before(frame_, i); dash != i) {
                opening = dash;
                break;
            }
        for (std::size_t k = index_; k-- > 0;) {
            const Draft& before = frame_.draft(k);
            if (before.quantity.end > opening) continue;
            if (before.quantity.kind != quantity_.kind || before.claim.role != Role::change ||
                before.claim.change == Change::none || before.quantity.phrase_end() + furthest < opening)
                return std::nullopt;
            return Move{Role::change, before.claim.change, "change.carried_on", {}};
        }
        return std::nullopt;
    }

    // "Beef was up 9%, | pork 4%", "rents rose 8% in May and | house prices 3%", "grew 5%, | in Europe 3%": a noun and its
    // figure, and no verb.
    bool is_gapped(std::size_t gap) const {
        constexpr std::size_t longest_noun = 6, longest = 8;
        if (quantity_.kind != Kind::percent || begin() < gap + 2) return false;
        const bool closes = !frame_.has(behind()) || frame_.token(behind()).kind == TokenKind::mark ||
                            frame_.is_any(behind(), {"and", "in", "on", "to"}) ||
                            starts_time(frame_, behind());
        if (!closes) return false;
        // "Telefonica fell 7.5 percent, Deutsche Telekom (DTEG) 6.4 percent"
        std::size_t end = begin();
        if (frame_.is_written(end - 1, ")"))
            for (std::size_t i = end - 1; i > gap && i + longest_noun > end; --i)
                if (frame_.is_written(i, "(")) {
                    end = i;
                    break;
                }
        if (end < gap + 2) return false;
        std::size_t joint = end - 2;
        while (joint > gap && joint + longest_noun > end && !frame_.is_written(joint, ",") &&
               !frame_.is(joint, "and"))
            --joint;
        if (!(frame_.is_written(joint, ",") || frame_.is(joint, "and")) || joint > gap + longest)
            return false;
        for (std::size_t i = gap; i < joint; ++i)
            if (is_verb_at(frame_, i) || frame_.is_written(i, ";") || frame_.is_written(i, "(")) return false;
        return is_noun_alone(joint + 1, end);
    }

    // "rose 8% for whites, | 30% for blacks and 40% for Asians": each with its own group.
    bool is_of_next_group(std::size_t gap) const {
        constexpr std::size_t longest = 8;
        if (quantity_.kind != Kind::percent || begin() < gap + 3 || begin() > gap + longest) return false;
        const auto group = [&](std::size_t i) {
            return frame_.is_any(i, {"for", "in", "among", "at"}) && !starts_time(frame_, i + 1);
        };
        if (!group(gap) || !group(behind()) || frame_.word(gap) != frame_.word(behind())) return false;
        if (!frame_.is_written(begin() - 1, ",") && !frame_.is(begin() - 1, "and")) return false;
        for (std::size_t i = gap; i < begin(); ++i)
            if (is_verb_at(frame_, i) || frame_.is_written(i, ";") || frame_.is_written(i, "(")) return false;
        return true;
    }

    // "rose 4% in March, | 3% in April and 2% in May", "to 30C on Friday and | 32C on Saturday": each with its own time.
    bool is_of_next_time(std::size_t gap) const {
        constexpr std::size_t longest = 8;
        const std::size_t next = quantity_.phrase_end();
        if (begin() < gap + 2 || begin() > gap + longest || !tells_time(gap) || !tells_time(next))
            return false;
        if (!frame_.is_written(begin() - 1, ",") && !frame_.is_any(begin() - 1, {"and", "then"}))
            return false;
        for (std::size_t i = gap; i + 1 < begin(); ++i)
            if (is_verb_at(frame_, i) || frame_.is_written(i, ";") || frame_.is_written(i, "(")) return false;
        return true;
    }

    // "last year", "in March", "on Friday"
    bool tells_time(std::size_t i) const {
        return starts_time(frame_, i) ||
               (frame_.is_any(i, {"in", "on", "at", "for"}) && starts_time(frame_, i + 1));
    }

    // Nothing but a noun in [from, end), with an article, and "in" or "for" before it.
    bool is_noun_alone(std::size_t from, std::size_t end) const {
        if (frame_.is_any(from, {"and", "but"})) ++from;
        if (frame_.is_any(from, {"in", "for"})) ++from;
        if (frame_.is(from, WordClass::determiner)) ++from;
        if (from >= end || starts_time(frame_, from)) return false;
        static constexpr WordClasses others{
            WordClass::preposition, WordClass::pronoun,        WordClass::modal,  WordClass::auxiliary,
            WordClass::cue,         WordClass::modifier,       WordClass::number, WordClass::comparison,
            WordClass::denial,      WordClass::change_particle};
        for (std::size_t i = from; i < end; ++i)
            if (!frame_.token(i).is_word() || frame_.has_any(i, others)) return false;
        // "house prices", "transport" behind a joint; not "and hit", "and jumped"
        const std::size_t last = end - 1;
        if (looks_plural(frame_.document, last) || frame_.token(last).is_capitalised()) return true;
        return !frame_.has_any(last, {WordClass::verb, WordClass::change_verb, WordClass::past_form}) &&
               !has_ending(frame_.word(last), "ed", 2) && !has_ending(frame_.word(last), "ing", 2) &&
               !has_ending(frame_.word(last), "ly", 2) && !looks_adjective(frame_.document, last);
    }

    // "climbed 50% in 12 months, beating the market by 7%": another move.
    bool acts_anew(std::size_t gap) const {
        for (std::size_t i = gap; i < begin(); ++i)
            if (frame_.is_written(i, ",") && has_ending(frame_.word(i + 1), "ing", 3)) return true;
        return false;
    }

    // "up two points, and | 1 in 8 voters said", "and | one in eight patients is treated"
    bool opens_own_clause() const {
        constexpr std::size_t longest = 4;
        if (quantity_.kind != Kind::ratio || !frame_.is(begin() - 1, "and")) return false;
        for (std::size_t i = behind(); frame_.has(i) && i < behind() + longest; ++i) {
            if (is_verb_at(frame_, i) || frame_.is(i, WordClass::auxiliary)) return true;
            if (!in_noun_phrase(frame_, i) && !frame_.is(i, "of")) return false;
        }
        return false;
    }

    // "will rise to 3.9% next year and 4.1% in 2024": where it goes next, told with its own time or place.
    bool is_next_end(std::size_t gap) const {
        constexpr std::size_t longest = 8;
        const Quantity& before = frame_.draft(index_ - 1).quantity;
        if (before.kind != quantity_.kind || before.unit != quantity_.unit || before.per != quantity_.per ||
            begin() > gap + longest || !frame_.is_any(begin() - 1, {"and", "then"}))
            return false;
        for (std::size_t i = gap; i < begin(); ++i)
            // "in the budget's first year and": what stands before its owner is no verb
            if (divides_clauses(frame_, i) || (is_verb_at(frame_, i) && frame_.token(i).is_word() &&
                                               frame_.token(i + 1).kind != TokenKind::possessive))
                return false;
        const std::size_t next = quantity_.phrase_end();
        return !frame_.has(next) || frame_.token(next).kind == TokenKind::mark || starts_time(frame_, next) ||
               frame_.is_any(next, {"in", "by", "for", "at"});
    }

    // "down from the March high of 21.8% and the prior 12-month average of 15.2%": another that it is measured from.
    bool is_next_start(std::size_t gap) const {
        constexpr std::size_t longest = 9;
        const Quantity& before = frame_.draft(index_ - 1).quantity;
        if (before.kind != quantity_.kind || before.unit != quantity_.unit || begin() > gap + longest ||
            !frame_.is(gap, "and") || !frame_.is(gap + 1, WordClass::determiner) ||
            !frame_.is(begin() - 1, "of") || !frame_.is(begin() - 2, WordClass::weak_noun))
            return false;
        for (std::size_t i = gap + 1; i < begin(); ++i)
            if (is_verb_at(frame_, i) || divides_clauses(frame_, i)) return false;
        return true;
    }

    // "rose 0.8%, against the 0.7% it had forecast", "dropped by 6.9m barrels, more than the 2.1m expected": another move
    // of the same thing; not "against a target of 2%".
    std::optional<Move> set_against(std::size_t gap) const {
        constexpr std::size_t furthest = 8;
        if (!frame_.sentence.classes.has_any({WordClass::comparison, WordClass::denial})) return std::nullopt;
        const Draft& before = figure_before();
        const bool alike = before.quantity.kind == quantity_.kind && before.quantity.unit == quantity_.unit;
        if (!alike || before.claim.role != Role::change || before.claim.change == Change::none ||
            frame_.is(behind(), "of"))
            return std::nullopt;
        // "£2bn more than the £14bn forecast": what there was to be
        if (frame_.is(gap + 1, "than") && words_.change_comparatives.match(tokens(), gap, begin()))
            return std::nullopt;
        for (std::size_t i = begin(); i-- > gap && i + furthest > begin();) {
            const bool denied =
                frame_.is(i, "not") && frame_.is_written(i - 1, ",");  // ", not the 3% it forecast"
            if (denied || frame_.is_any(i, {"than", "against", "versus", "vs", "compared"}))
                return Move{before.claim.role, before.claim.change, "change.set_against", {i, i + 1}};
            const bool light = in_noun_phrase(frame_, i) || frame_.is(i, WordClass::preposition);
            if (!light || frame_.is_written(i, ",") || frame_.is(i, WordClass::tally)) return std::nullopt;
        }
        return std::nullopt;
    }

    // "grew 5.1% in July[, the bureau said,] after 5.3%": behind who says it, at the preposition that goes on; `gap` where nobody
    // is set in there.
    std::size_t behind_saying(std::size_t gap) const {
        constexpr std::size_t longest_before = 5, longest = 10;
        std::size_t comma = gap;
        while (comma < gap + longest_before && comma < begin() && !frame_.is_written(comma, ",") &&
               !is_verb_at(frame_, comma))
            ++comma;
        const bool hangs_on =
            comma == gap || starts_time(frame_, gap) || frame_.is(gap, WordClass::preposition);
        if (!frame_.is_written(comma, ",") || !hangs_on) return gap;
        bool said = false;
        for (std::size_t i = comma + 1; i < begin() && i <= comma + longest; ++i) {
            if (frame_.is_written(i, ","))
                return said && frame_.is(i + 1, WordClass::preposition) ? i + 1 : gap;
            const bool says = frame_.is(i, WordClass::cue) && is_verb_at(frame_, i);
            said |= says;
            if (!says && !in_noun_phrase(frame_, i) && !frame_.is(i, WordClass::preposition)) return gap;
        }
        return gap;
    }

    // A clause of its own stands between: a verb of being or saying, but not ", the bank said, and".
    bool is_parted(std::size_t gap) const {
        const bool aside = frame_.is_written(gap, ",") || starts_time(frame_, gap + 1);
        bool said = false;
        for (std::size_t i = gap; i < begin(); ++i) {
            // "the budget's first year": the "'s" of an owner is no verb
            const bool owner = frame_.token(i).kind == TokenKind::possessive && i > gap &&
                               !frame_.is(i - 1, WordClass::pronoun);
            if ((frame_.is(i, WordClass::copula) && !owner) || frame_.is_written(i, ";")) return true;
            said |= frame_.is(i, WordClass::cue) && is_verb_at(frame_, i);
            // "climbed to 61% in May, data showed, from 58%"
            if (said && aside && i + 1 == begin() && frame_.is(i, "from") && frame_.is_written(i - 1, ","))
                said = false;
            if (said && frame_.is(i, "and") && aside && frame_.is(begin() - 1, WordClass::preposition))
                said = false;
        }
        return said;
    }

    // "will reach 2.1%, from 1.7% in 2023", "narrowed to $38m, or 12 cents a share, … from $102m": where it began.
    std::optional<Move> came_from() const {
        for (std::size_t k = index_; k-- > 0;) {
            const Draft& end = frame_.draft(k);
            if (end.quantity.kind != quantity_.kind || end.quantity.unit != quantity_.unit) continue;
            if (end.claim.change != Change::none)
                return Move{Role::from, end.claim.change, "change.carried_on", {}};
            const bool next = k + 1 == index_ && frame_.is(begin() - 2, ",");
            if (!next || end.quantity.value == quantity_.value) return std::nullopt;
            const bool less = quantity_.value < end.quantity.value;
            return Move{Role::from,
                        less ? Change::increase : Change::decrease,
                        "change.came_from",
                        {begin() - 1, begin()}};
        }
        return std::nullopt;
    }

    // "the FTSE fell 1%, the Dax 2%": a name and its figure, and no verb.
    bool is_listed(std::size_t gap, Kind kind_before) const {
        constexpr std::size_t longest = 6;
        const bool closes = !frame_.has(behind()) || frame_.token(behind()).kind == TokenKind::mark ||
                            frame_.is(behind(), "and");
        if (!frame_.is_written(gap, ",") || begin() < gap + 2 || begin() > gap + longest || !closes ||
            kind_before != quantity_.kind)
            return false;
        for (std::size_t i = gap + 1; i < begin(); ++i)
            if (!in_noun_phrase(frame_, i) || frame_.is(i, WordClass::pronoun) ||
                (is_verb_at(frame_, i) && !is_gapped_noun(frame_, i, index_)))
                return false;
        return frame_.is(gap + 1, WordClass::determiner) || frame_.token(gap + 1).is_capitalised() ||
               looks_plural(frame_.document, begin() - 1);
    }

    // The middle of "by 0.3%, 0.5% and 0.8%".
    bool goes_on_as_list() const {
        if (index_ + 1 >= frame_.count()) return false;
        const std::size_t next = frame_.draft(index_ + 1).quantity.begin;
        if (next == behind() + 2) return frame_.is_written(behind(), ",") && frame_.is(behind() + 1, "and");
        return next == behind() + 1 && (frame_.is(behind(), "and") || frame_.is_written(behind(), ","));
    }

    // Only a few words, none of them a verb, and one of them a joint: "and", "or", "after".
    bool joins_on(std::size_t gap) const {
        bool joint = false;
        if (begin() > gap + 8) return false;
        if (begin() == gap + 1 && frame_.is_written(gap, ",") && goes_on_as_list()) return true;
        for (std::size_t i = gap; i < begin(); ++i) {
            joint |= frame_.is_any(i, {"and", "or", "but", "after", "following", "then"});
            const bool verb = frame_.is(i, WordClass::verb) && !frame_.is(i, WordClass::preposition) &&
                              !frame_.token(i).is_capitalised();  // "in March"
            if ((verb && !is_gapped_noun(frame_, i, index_)) || frame_.is_written(i, "(")) return false;
        }
        return joint;
    }
};

}  // namespace

bool is_gapped_noun(const SentenceFrame& frame, std::size_t i, std::size_t index) {
    const Quantity& quantity = frame.draft(index).quantity;
    if (index == 0 || i + 1 != quantity.begin || quantity.kind != Kind::percent) return false;
    const std::size_t behind = quantity.phrase_end();
    const bool closes = !frame.has(behind) || frame.token(behind).kind == TokenKind::mark ||
                        frame.is(behind, "and") || starts_time(frame, behind);
    // "and staff | costs 8%"
    const bool costs =
        frame.is(i, "costs") && in_noun_phrase(frame, i - 1) && !frame.is(i - 1, WordClass::pronoun);
    const std::size_t joint = costs ? i - 2 : i - 1;
    return closes && (frame.is(joint, "and") || frame.is_written(joint, ",")) &&
           looks_plural(frame.document, i) && frame.draft(index - 1).quantity.kind == quantity.kind;
}

std::optional<Move> end_of_carried_move(const SentenceFrame& frame, std::size_t index) {
    return CarriedMove(frame, index).end_of_move();
}

std::optional<Move> carried_move(const SentenceFrame& frame, std::size_t index) {
    return CarriedMove(frame, index).carried_on();
}

}  // namespace figbook
