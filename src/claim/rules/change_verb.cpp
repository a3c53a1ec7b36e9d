// Moves by their verb: "rose 5% to $2bn", "cut its forecast to 1.1% from 1.7%", "gone from 12 a week to 90".
#include <algorithm>
#include <array>

#include "claim/phrases.hpp"
#include "claim/rules/change_verb_sense.hpp"
#include "claim/verbs.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

constexpr std::size_t furthest_verb = 24;  // tokens between a change verb and its last figure

class MoveByVerb : FigureOfVerb {
 public:
    using FigureOfVerb::FigureOfVerb;

    std::optional<Move> find() const {
        if (const auto move = revised()) return move;
        return verb_before();
    }

 private:
    // "revised to 2.8% from 3.1%", "revised up to 3.1%", "pushing it to 8% from 7%": the verb does not say which way, its particle or the other end does.
    std::optional<Move> revised() const {
        if (frame_.count() > 1)
            if (const auto move = reached_from()) return move;
        if (!frame_.sentence.has(WordClass::revising) && !frame_.sentence.has(WordClass::shifting))
            return std::nullopt;
        constexpr std::size_t furthest = 20;
        const std::size_t limit =
            begin() > frame_.sentence.begin + furthest ? begin() - furthest : frame_.sentence.begin;
        for (std::size_t i = begin(); i-- > limit;) {
            if (frame_.token(i).kind == TokenKind::mark) {
                if (const std::size_t opening = set_in_before(i); opening > 0) {
                    i = opening;  // "push the price of a loaf, now about 65p, to 75p"
                    continue;
                }
                if (frame_.is_written(i, ",") || mark_divides_clauses(frame_, i)) return std::nullopt;
            }
            const bool shifts = frame_.is(i, WordClass::shifting);
            if (!shifts && !frame_.is(i, WordClass::revising)) continue;
            if (frame_.is(i - 1, WordClass::determiner) || frame_.is(i + 1, "average")) continue;
            const bool bound = frame_.is(begin(), "up");  // "take up to 12%"
            if (shifts && (bound || preposition_before() + 1 != begin())) return std::nullopt;
            const std::size_t to = frame_.is_any(i + 1, {"up", "down"}) ? i + 2 : i + 1;
            const auto role = revised_role(to);
            if (!role) return std::nullopt;
            if (to > i + 1)
                return Move{*role,
                            frame_.is(i + 1, "up") ? Change::increase : Change::decrease,
                            "change.verb",
                            {i, to}};
            auto change = change_to_other_end(*role);
            if (!change && *role == Role::to) change = change_of_pushed(i, to);
            return change ? std::optional(Move{*role, *change, "change.verb", {i, i + 1}}) : std::nullopt;
        }
        return std::nullopt;
    }

    // "push the price of a loaf, now about 65p, to 75p", "taking the total to 149,566": the figure set in says where it was,
    // and a total grows.
    std::optional<Change> change_of_pushed(std::size_t verb, std::size_t object) const {
        if (index_ > 0) {
            const Quantity& now = frame_.draft(index_ - 1).quantity;
            const bool set_in = now.begin > verb + 1 && frame_.is_any(now.begin - 1, {"now", "currently"}) &&
                                frame_.is_written(now.begin - 2, ",") && now.unit == quantity_.unit;
            if (set_in && now.value != quantity_.value)
                return now.value < quantity_.value ? Change::increase : Change::decrease;
        }
        if (!frame_.is_any(verb, {"taking", "bringing", "pushing"})) return std::nullopt;
        // "rose 25% in December, taking annual inflation to 211%": on the way that the figure before went
        if (index_ > 0 && frame_.is(verb - 1, ","))
            if (const Claim& before = frame_.draft(index_ - 1).claim; before.change != Change::none)
                return before.change;
        for (std::size_t i = object; i < begin() && !frame_.is(i, WordClass::preposition); ++i)
            if (frame_.is(i, WordClass::amassed)) return Change::increase;
        return std::nullopt;
    }

    // "capacity to reach 30 gigawatts by 2030 from 8.9 gigawatts now"
    std::optional<Move> reached_from() const {
        if (const auto change = change_of_reached(index_))
            return Move{Role::to, *change, "change.verb", {begin() - 1, begin()}};
        if (index_ == 0) return std::nullopt;
        const auto change = change_of_reached(index_ - 1);
        const std::size_t reached = frame_.draft(index_ - 1).quantity.begin;
        return change ? std::optional(Move{Role::from, *change, "change.verb", {reached - 1, reached}})
                      : std::nullopt;
    }

    // Which way it went where figure `to` was reached from the one behind it.
    std::optional<Change> change_of_reached(std::size_t index) const {
        constexpr std::size_t furthest = 8;
        if (index + 1 >= frame_.count()) return std::nullopt;
        const Quantity& to = frame_.draft(index).quantity;
        const Quantity& from = frame_.draft(index + 1).quantity;
        if (!frame_.is(from.begin - 1, "from") || to.kind != from.kind || from.begin <= to.end ||
            from.begin > to.end + furthest)
            return std::nullopt;
        if (to.unit != from.unit || frame_.is_written(from.begin - 2, ",") ||
            to.begin == frame_.sentence.begin || to.value == from.value)
            return std::nullopt;
        if (!frame_.is_any(to.begin - 1,
                           {"reach", "reached", "reaches", "reaching", "hit", "hits", "hitting"}))
            return std::nullopt;
        return from.value < to.value ? Change::increase : Change::decrease;
    }

    std::optional<Role> revised_role(std::size_t behind_verb) const {
        if (frame_.is(begin(), "up") && behind_verb > begin()) return Role::to;  // "up to" is read as a bound
        const std::size_t at = preposition_before();
        if (at + 1 < behind_verb) return std::nullopt;
        if (frame_.is(at, "by")) return Role::change;
        if (frame_.is(at, "to")) return Role::to;
        if (frame_.is(at, "from")) return Role::from;
        return std::nullopt;
    }

    // From the nearest figure of the same unit that stands behind the other preposition.
    std::optional<Change> change_to_other_end(Role role) const {
        const std::string_view other = role == Role::to ? "from" : "to";
        for (std::size_t i = index_ > 0 ? index_ - 1 : 0; i < frame_.count() && i <= index_ + 1; ++i) {
            const Quantity& figure = frame_.draft(i).quantity;
            if (i == index_ || figure.kind != quantity_.kind || figure.unit != quantity_.unit ||
                !frame_.is(figure.begin - 1, other))
                continue;
            const Decimal& from = role == Role::to ? figure.value : quantity_.value;
            const Decimal& to = role == Role::to ? quantity_.value : figure.value;
            return from < to ? Change::increase : Change::decrease;
        }
        return std::nullopt;
    }

    std::optional<Move> verb_before() const {
        const auto verb = nearest_verb();
        if (!verb) return std::nullopt;
        const auto [at, length, word] = *verb;
        if (says_how_high(at) || is_put_into(at) || is_given_up(at) || is_let_fall(at)) return std::nullopt;
        // "has dropped two other cases", "losing to Robertson by 810 votes"
        const std::size_t counted = quantity_.phrase_end() > 0 ? quantity_.phrase_end() - 1 : 0;
        if (quantity_.kind == Kind::count && frame_.is_any(at, {"drop", "drops", "dropped", "dropping"}) &&
            frame_.is_any(counted, {"cases", "charges", "counts", "suits", "lawsuits", "claims", "appeals"}))
            return std::nullopt;
        if (quantity_.kind == Kind::count && frame_.is_any(at, {"lose", "loses", "lost", "losing"}) &&
            frame_.is(counted, "votes") && frame_.is(begin() - 1, "by"))
            return std::nullopt;
        // "adding two other flights were turned back": said, and nothing is added
        // or "It added 37 of them had been freed"
        const bool adds =
            (frame_.is(at, "adding") && frame_.is_written(at - 1, ",")) || frame_.is(at, "added");
        const std::size_t told =
            quantity_.phrase_end() + (quantity_.rule == "count.of_them" && frame_.is(behind(), "of") ? 2 : 0);
        if (adds && quantity_.kind == Kind::count &&
            frame_.is_any(told, {"were", "was", "are", "is", "had", "have", "would", "will"}))
            return std::nullopt;
        // "lost a quarter of their tanks" is a share of them, "fell by a quarter" a move.
        if (at + length == begin() && (is_part_of_things() || is_part_lost(at))) return std::nullopt;
        const std::size_t gap = at + length;
        std::size_t before = preposition_before();
        if (before >= gap && (frame_.is(before, "between") || frame_.is(before, "a"))) --before;
        const bool has_gap = begin() > gap;
        const auto move = [&, from = at, change = word](Role role) {
            return Move{role, direction(*change), "change.verb", {from, gap}};
        };
        if (has_gap && before >= gap) {
            if (frame_.is(before, "by")) return move(Role::change);
            // "services growth to top 21%", "to Rs 2.6 crore compared to Rs 2.7 crore"
            if (frame_.is(before, "to") && (frame_.is_any(begin(), {"top", "exceed", "surpass"}) ||
                                            frame_.is(before - 1, WordClass::before_to)))
                return std::nullopt;
            if (frame_.is(before, "to") &&
                (is_supply_cut(gap, before) || is_given_to(at, gap, before) || is_hung_on(at)))
                return std::nullopt;
            if (frame_.is(before, "to")) return move(Role::to);
            // "raised $900m from 14 investors": of whom, and not from where
            const bool of_others = index_ > 0 && quantity_.kind == Kind::count && !counts_points(quantity_) &&
                                   frame_.draft(index_ - 1).quantity.kind == Kind::money &&
                                   frame_.draft(index_ - 1).quantity.begin >= gap;
            if (frame_.is(before, "from") && of_others) return std::nullopt;
            if (frame_.is(before, "from")) return move(Role::from);
            if (frame_.is(before, "at") && (is_rate() || is_slow_pace(gap)) &&
                quantity_.kind != Kind::multiple && word->strength == ChangeStrength::full)
                return move(Role::change);
            // "grew at an annual rate of 2.4%"
            if (frame_.is(before, "of") && (is_rate() || is_slow_pace(gap)) &&
                frame_.is(before - 1, WordClass::weak_noun))
                return move(frame_.is(gap, "to") ? Role::to : Role::change);  // "jumped to a high of 1.67%"
        }
        // "lower the 40 percent tax rate": what there is
        if (begin() > gap && frame_.is_any(begin() - 1, {"the", "its", "their"}) && begin() == gap + 1 &&
            quantity_.kind == Kind::percent && in_noun_phrase(frame_, behind()) &&
            !frame_.is(behind(), WordClass::change_noun))
            return std::nullopt;
        if (is_behind_object(at, gap)) return move(Role::change);
        if (!is_direct(gap)) return std::nullopt;
        const bool moves =
            word->strength == ChangeStrength::full || (word->strength == ChangeStrength::rate && is_worth());
        // "dropped as low as $1.01", "climbing as high as $72"
        const bool reaches = frame_.is(begin(), "as") && frame_.is_any(begin() + 1, {"low", "high"});
        if (moves && (passes_a_mark() || falls_under(*word) || reaches)) return move(Role::to);
        switch (word->strength) {
            case ChangeStrength::full:
                // "increased 300 beds" is odd, "cut 500 jobs" is not.
                return move(Role::change);
            case ChangeStrength::rate:
                if (is_rate() || is_minor_money() || quantity_.unit == "points" || is_price_of_traded(at) ||
                    is_area() || is_body_weight(at) || is_of_value(at))
                    return move(Role::change);
                return std::nullopt;
            case ChangeStrength::jobs:
                if (is_scored(at) || is_put_on_list(at)) return std::nullopt;
                if ((quantity_.kind == Kind::measure && !is_of_capacity() && !is_of_output(at)) ||
                    (quantity_.kind == Kind::number && !quantity_.has_magnitude))
                    return std::nullopt;
                return move(Role::change);
            case ChangeStrength::moved:
                if (quantity_.kind == Kind::points || is_raised_by_so_much(at)) return move(Role::change);
                return std::nullopt;
        }
        return std::nullopt;
    }

    // "cut emissions 42 per cent on 2005 levels", "raised its dividend 5%": what moved stands between, and "by" is left out;
    // not "cut Norden 5% tariffs".
    bool is_behind_object(std::size_t verb, std::size_t gap) const {
        constexpr std::size_t longest = 7;
        const bool rate = quantity_.kind == Kind::percent || quantity_.kind == Kind::points;
        if (!rate || !frame_.is(verb, WordClass::moves_things) || gap >= begin() || begin() > gap + longest ||
            in_noun_phrase(frame_, behind()) || frame_.is(behind(), "of"))
            return false;
        for (std::size_t i = gap; i < begin(); ++i)
            if (!in_noun_phrase(frame_, i) && !frame_.is_any(i, {"of", "for"})) return false;
        return !frame_.is_one_of(begin() - 1, {WordClass::determiner, WordClass::adjective,
                                               WordClass::modifier, WordClass::preposition}) &&
               frame_.token(begin() - 1).is_word();
    }

    // "fell below 10C", "surged past 10,000": not by how much, but to where.
    bool passes_a_mark() const {
        return begin() < quantity_.core && frame_.is_any(begin(), {"below", "above", "past", "beyond"});
    }

    // "fell under $10": a price, while "fell under 2%" may be by how much
    bool falls_under(const ChangeWord& word) const {
        return quantity_.kind == Kind::money && frame_.is(begin(), "under") && begin() < quantity_.core &&
               direction(word) == Change::decrease;
    }

    // Nothing but adverbs and articles between the verb and the figure.
    bool is_direct(std::size_t from) const {
        for (std::size_t i = from; i < begin(); ++i) {
            const bool light = frame_.is_written(i, "-") || is_around_figure(i) ||
                               is_behind_hyphen(frame_, i) ||
                               (frame_.is_written(i + 1, "-") && frame_.is(i + 2, "than")) ||
                               frame_.is(i, WordClass::modifier) ||
                               frame_.is_any(i, {"a", "an", "the", "another", "between", "its", "as"}) ||
                               has_ending(frame_.word(i), "ly", 3);
            if (!light) return false;
        }
        return true;
    }

    struct Verb {
        std::size_t at;
        std::size_t length;
        const ChangeWord* word;
    };

    // The nearest change verb before the figure in its clause.
    std::optional<Verb> nearest_verb() const {
        if (!frame_.sentence.has(WordClass::change_verb_start)) return std::nullopt;
        const std::size_t limit =
            begin() > frame_.sentence.begin + furthest_verb ? begin() - furthest_verb : frame_.sentence.begin;
        for (std::size_t i = begin(); i-- > limit;) {
            if (frame_.token(i).kind == TokenKind::mark) {
                if (const std::size_t opening = set_in_before(i); opening > 0) {
                    i = opening;  // "lift the deficit, forecast at 5.6%, to"
                    continue;
                }
                if (is_around_adverb(i) || is_around_figure(i)) continue;
                if (frame_.is_written(i, ",") ? !carries_over_comma(i)
                                              : mark_divides_clauses(frame_, i) && !is_bracketed_figure(i))
                    return std::nullopt;
            }
            if (const auto match = words_.change_verbs.match(tokens(), i, begin())) {
                if (is_in_figure_before(i)) return std::nullopt;
                // "drop-in clinics": of a compound
                const std::size_t joint = i + match.length;
                if (is_behind_hyphen(frame_, i) || is_behind_hyphen(frame_, joint + 1)) continue;
                // "beside the rocket as four engineers"
                const bool thing = match.length == 1 && i > frame_.sentence.begin &&
                                   frame_.is_any(i - 1, {"the", "a", "an", "its", "their"});
                if (!thing && !is_noun_here(i)) return Verb{i, match.length, match.meaning};
                continue;
            }
            if (stops_search(i)) return std::nullopt;
        }
        return std::nullopt;
    }

    // The marks of `rose "slightly" by 25%`.
    bool is_around_adverb(std::size_t i) const {
        if (!frame_.is(i, WordClass::quotation_mark)) return false;
        const auto adverb = [&](std::size_t at) {
            return frame_.has(at) &&
                   (has_ending(frame_.word(at), "ly", 3) || frame_.is(at, WordClass::modifier));
        };
        return (adverb(i - 1) && frame_.is(i - 2, WordClass::quotation_mark)) ||
               (adverb(i + 1) && frame_.is(i + 2, WordClass::quotation_mark));
    }

    // The marks of 'rise by "no more than 3%" this year and by 4% next'.
    bool is_around_figure(std::size_t i) const {
        if (!frame_.is(i, WordClass::quotation_mark)) return false;
        if (i + 1 == begin())  // "would "cut" £35bn" too
            return frame_.is(behind(), WordClass::quotation_mark) ||
                   frame_.is(i - 2, WordClass::quotation_mark) || frame_.is(i - 3, WordClass::quotation_mark);
        const auto& before = index_ > 0 ? frame_.draft(index_ - 1).quantity : quantity_;
        return (i + 1 == before.begin || i == before.end) &&
               frame_.is(before.begin - 1, WordClass::quotation_mark) &&
               frame_.is(before.end, WordClass::quotation_mark);
    }

    // "more than double the $131,000 of 2012": what the other figure is measured by.
    bool is_in_figure_before(std::size_t i) const {
        return index_ > 0 && i >= frame_.draft(index_ - 1).quantity.begin &&
               i < frame_.draft(index_ - 1).quantity.end;
    }

    // "rose 4.5%, to $1.24 billion", "fell, by a third", "cut its payout, to a midpoint of $8"
    bool carries_over_comma(std::size_t comma) const {
        return comma + 1 == preposition_before() && (frame_.is_any(comma + 1, {"to", "by", "from"}));
    }

    // Where ", forecast at 5.6% this year, [to]" opens, 0 where nothing is set in before the comma.
    std::size_t set_in_before(std::size_t comma) const {
        constexpr std::size_t longest = 10;
        if (!frame_.is_written(comma, ",") || !carries_over_comma(comma)) return 0;
        for (std::size_t i = comma; i-- > frame_.sentence.begin + 1 && i + longest > comma;)
            if (frame_.is_written(i, ",")) {
                const std::string_view word = frame_.word(i + 1);
                const bool said = frame_.is_any(i + 1, {"forecast", "put", "set", "now", "currently"}) ||
                                  has_ending(word, "ed", 3);
                return said && !frame_.is(i + 1, WordClass::change_verb) ? i : 0;
            }
        return 0;
    }

    // "rose 5% (3% in dollars) to $2bn": the bracket is passed over.
    bool is_bracketed_figure(std::size_t i) const {
        return frame_.is_written(i, ")") || frame_.is_written(i, "(");
    }

    // "[cut its annual sales] forecast": what is moved.
    bool is_object_of_move(std::size_t noun) const {
        constexpr std::size_t longest = 5;
        for (std::size_t i = noun; i-- > frame_.sentence.begin + 1 && i + longest > noun;) {
            if (frame_.is(i, WordClass::determiner)) return frame_.is(i - 1, WordClass::change_verb);
            if (!in_noun_phrase(frame_, i)) return false;
        }
        return false;
    }

    // A finite verb of another action: what stands before it is another clause.
    bool stops_search(std::size_t i) const {
        // "generated by large projects to $0.03": a noun right before the "to" of the figure
        if (frame_.is(i, WordClass::cue) && i + 1 == preposition_before() && i > frame_.sentence.begin + 1 &&
            frame_.is_any(i + 1, {"to", "from"}) && has_ending(frame_.word(i), "s", 3))
            return false;
        static constexpr WordClasses stopping{WordClass::cue, WordClass::copula, WordClass::verb,
                                              WordClass::relative, WordClass::conjunction};
        if (!frame_.has_any(i, stopping) || is_behind_hyphen(frame_, i) || is_of_what_is_cut(i)) return false;
        // "by a larger than expected 12,000"
        if (i + 1 == begin() && frame_.is(i - 1, "than")) return false;
        // "raised its full-year forecast to $58": a noun here, and no verb of saying.
        if (frame_.is(i, WordClass::noun_first) && frame_.is(i, WordClass::cue) &&
            (!is_verb_at(frame_, i) || is_object_of_move(i)))
            return false;
        // "cut their forecast for 2026 to $58"
        if (frame_.is(i, WordClass::noun_first) && i > frame_.sentence.begin &&
            (frame_.is(i - 1, WordClass::determiner) || frame_.is(i - 1, WordClass::adjective) ||
             frame_.is(i - 1, WordClass::change_noun)))
            return false;
        if (frame_.is(i, WordClass::cue) && !frame_.is(i, WordClass::weak_noun) && !frame_.is(i, "report") &&
            !frame_.is(i, "reports"))
            return true;
        if (frame_.is_any(i, {"while", "but", "which", "who", "whereas"})) return true;
        if (frame_.is(i, WordClass::copula) && frame_.is(i, WordClass::auxiliary)) return true;
        if (i == frame_.sentence.begin || !frame_.is(i, WordClass::verb)) return false;
        const bool past = has_ending(frame_.word(i), "ed", 2) || frame_.is(i, WordClass::irregular_past);
        // "raised its estimate of planted area": a participle before its noun
        if (!past || frame_.is_one_of(i - 1, {WordClass::determiner, WordClass::preposition})) return false;
        // "coal-fired dust", "electricity generated by parks"
        const bool by = frame_.is(i + 1, "by") && i + 2 < begin() && in_noun_phrase(frame_, i - 1) &&
                        !frame_.is(i - 1, WordClass::pronoun);
        return !by && !is_behind_hyphen(frame_, i);
    }
};

}  // namespace

std::optional<Move> moved_by_verb(const SentenceFrame& frame, std::size_t index) {
    static constexpr WordClasses moving{WordClass::change_verb_start, WordClass::revising,
                                        WordClass::shifting};
    if (frame.count() == 1 && !frame.sentence.classes.has_any(moving)) return std::nullopt;
    return MoveByVerb(frame, index).find();
}

}  // namespace figbook
