// Moves by a comparison behind the figure: "31% more than", "3.2 points lower", "£4m down on last year".
#include "claim/phrases.hpp"
#include "claim/rules/change_rules.hpp"

namespace figbook {
namespace {

class MoveByComparison : MovedFigure {
 public:
    using MovedFigure::MovedFigure;

    // "31% more than", "3.2 percentage points lower", "a third higher".
    std::optional<Move> find() const {
        if (begin() > frame_.sentence.begin + 2 && frame_.is(begin() - 1, "back"))
            if (const auto move = back_on_earlier()) return move;
        std::size_t at = behind_listed();
        // "paying $1,500 a month more than in 2022"
        const bool rate = quantity_.kind == Kind::money && !quantity_.per.empty() && at == behind() &&
                          frame_.is_any(at, {"a", "an", "per"}) &&
                          words_.change_comparatives.match(tokens(), at + 2, frame_.sentence.end);
        if (rate) at += 2;
        const bool particle =
            closes_with_particle(at) || (frame_.is_any(at, {"up", "down"}) && frame_.is(at + 1, "year"));
        if (particle && (is_rate() || is_minor_money() || quantity_.unit == "points" ||
                         is_above_earlier(at)))  // "4.2% up on May"
            return Move{Role::change,
                        frame_.is(at, "up") ? Change::increase : Change::decrease,
                        "change.comparative",
                        {at, at + 1}};
        const auto match = words_.change_comparatives.match(tokens(), at, frame_.sentence.end);
        if (!match) return frame_.is(at, "short") && is_short_of_time(at) ? short_of(at) : beyond_budget(at);
        const std::size_t next = at + match.length;
        if (is_ahead(at) && !is_told_of_time(next)) return std::nullopt;
        if (quantity_.kind == Kind::multiple && is_than_another(next)) return std::nullopt;
        const Move move{Role::change, direction(*match.meaning), "change.comparative", {at, next}};
        if (at > behind() && !rate) return move;  // "31 points lower"
        if (quantity_.kind == Kind::count || quantity_.kind == Kind::ratio || quantity_.kind == Kind::money) {
            bool compared = false;
            for (std::size_t i = next; frame_.has(i) && i < next + 5; ++i) compared |= frame_.is(i, "than");
            // "8,000 fewer staff", where "300 more" may be others
            if (!compared && quantity_.kind == Kind::count && !frame_.is(at, "fewer")) return std::nullopt;
        }
        if (quantity_.kind == Kind::number && frame_.is_any(at, {"more", "less", "fewer"}) &&
            !frame_.is(next, "than"))
            return std::nullopt;  // "pledged 800,000 more by May"
        if (quantity_.kind == Kind::measure && frame_.is(behind(), "above")) return std::nullopt;
        if (quantity_.kind == Kind::measure && frame_.is(behind(), "below") && is_depth(next))
            return std::nullopt;
        return move;
    }

 private:
    // "five times larger | than Norden's", "than the rest of the world", "than that of": another thing, and the same at no other time, as
    // "than in 2010", "than a year ago", "than it was" and "than usual" are.
    bool is_than_another(std::size_t than) const {
        constexpr std::size_t furthest = 10;
        if (!frame_.is(than, "than") || !frame_.has(than + 1)) return false;
        if (frame_.is_any(than + 1, {"that", "those"})) return frame_.is_any(than + 2, {"of", "in"});
        if (!in_noun_phrase(frame_, than + 1)) return false;
        for (std::size_t i = than + 1; frame_.has(i) && i < than + furthest; ++i) {
            if (frame_.is_any(i, {".", ",", ";"})) break;
            if (starts_time(frame_, i) || frame_.is(i, WordClass::time_unit) || frame_.token(i).is_number() ||
                frame_.is_any(i, {"ago",     "now",      "earlier",     "before",   "previously", "previous",
                                  "was",     "were",     "did",         "used",     "usual",      "normal",
                                  "average", "expected", "anticipated", "planned",  "record",     "peak",
                                  "level",   "levels",   "forecast",    "estimate", "original"}))
                return false;
        }
        return true;
    }

    // "averaged €2.86 a kilo, back 6c on the previous sale", "Lambs were back €3 on last week": what marts say for "down".
    std::optional<Move> back_on_earlier() const {
        const std::size_t back = begin() - 1;
        const bool set =
            frame_.is_written(back - 1, ",") || frame_.is_any(back - 1, {"is", "are", "was", "were"});
        const bool worth = quantity_.kind == Kind::money || quantity_.kind == Kind::percent;
        const std::size_t on = quantity_.per.empty() ? behind() : behind() + 2;  // "back 6c a kilo on"
        if (!set || !worth || !frame_.is(on, "on")) return std::nullopt;
        return Move{Role::change, Change::decrease, "change.particle", {back, begin()}};
    }

    // "47 m below | the surface", "300 metres below sea level": where something is, and not how far it fell; "2m below the usual" is.
    bool is_depth(std::size_t place) const {
        static constexpr WordClasses usual{WordClass::extreme, WordClass::forecast_noun, WordClass::aim_noun,
                                           WordClass::time_marker};
        constexpr std::size_t longest = 5;
        for (std::size_t i = place; frame_.has(i) && i < place + longest; ++i) {
            if (frame_.token(i).kind == TokenKind::mark || frame_.token(i).is_number()) break;
            if (frame_.has_any(i, usual) || frame_.is_any(i, {"average", "normal", "usual", "expected",
                                                              "mean", "norm", "capacity", "what", "full"}))
                return false;
        }
        return quantity_.unit != "Cel" && quantity_.unit != "[degF]" && quantity_.unit != "K" &&
               quantity_.unit != "deg" && frame_.has(place) && frame_.token(place).is_word();
    }

    // "9% short of 2019", "4% short of its peak": not "short of a majority".
    bool is_short_of_time(std::size_t at) const {
        if (!is_rate() || !frame_.is(at + 1, "of")) return false;
        if (starts_time(frame_, at + 2)) return true;
        return frame_.is_any(at + 2, {"its", "their", "the"}) &&
               frame_.has_any(at + 3, {WordClass::extreme, WordClass::time_marker});
    }
    std::optional<Move> short_of(std::size_t at) const {
        return Move{Role::change, Change::decrease, "change.comparative", {at, at + 2}};
    }

    // "€3 billion over the original budget", "£4m under its estimate"
    std::optional<Move> beyond_budget(std::size_t at) const {
        if (!frame_.is_any(at, {"over", "under"}) || quantity_.kind == Kind::count) return std::nullopt;
        const std::size_t first = frame_.is(at + 1, WordClass::determiner) ? at + 2 : at + 1;
        const std::size_t noun =
            frame_.is_any(first, {"original", "initial", "agreed", "first"}) ? first + 1 : first;
        if (!frame_.is_any(noun, {"budget", "estimate", "forecast", "target", "quota"})) return std::nullopt;
        return Move{Role::change,
                    frame_.is(at, "over") ? Change::increase : Change::decrease,
                    "change.comparative",
                    {at, noun + 1}};
    }

    // "9% ahead of last year" is a move, "9% ahead of the Greens" a lead.
    bool is_ahead(std::size_t i) const {
        return frame_.is_any(i, {"ahead", "behind"}) ||
               (quantity_.kind == Kind::count && frame_.is_any(i, {"above", "below"}));
    }

    // "ahead on last year", "ahead in the 13 weeks to 30 April"
    bool is_told_of_time(std::size_t preposition) const {
        if (starts_time(frame_, preposition + 1)) return true;
        if (!frame_.is_any(preposition, {"in", "over", "for"}) || !frame_.is(preposition + 1, "the"))
            return false;
        return frame_.is(preposition + 2, WordClass::time_unit) ||
               frame_.is(preposition + 3, WordClass::time_unit);
    }

    // "£5, or 3%, lower": where the comparative stands that is behind the other figure, told in two ways.
    std::size_t behind_alternative() const {
        const auto behind_of = [&](std::size_t i) {
            const Quantity& figure = frame_.draft(i).quantity;
            return figure.unit == "points" ? figure.phrase_end() : figure.end;
        };
        const auto is_other = [&](std::size_t i) {  // draft i is the other way to say the one before it
            const std::size_t joint = behind_of(i - 1);
            return frame_.is_written(joint, ",") && frame_.is(joint + 1, "or") &&
                   frame_.draft(i).quantity.begin == joint + 2 && frame_.is_written(behind_of(i), ",");
        };
        if (!frame_.is_written(behind_of(index_), ",")) return behind_of(index_);
        if (index_ + 1 < frame_.count() && is_other(index_ + 1)) return behind_of(index_ + 1) + 1;
        if (index_ > 0 && is_other(index_)) return behind_of(index_) + 1;
        return behind_of(index_);
    }

    // "4 per cent and 3.5 per cent lower": where the comparative stands that is behind the second of two.
    std::size_t behind_listed() const {
        const std::size_t joint = behind();
        const bool listed = quantity_.kind == Kind::percent && index_ + 1 < frame_.count() &&
                            frame_.is_any(joint, {"and", "or"}) &&
                            frame_.draft(index_ + 1).quantity.begin == joint + 1 &&
                            frame_.draft(index_ + 1).quantity.kind == Kind::percent;
        return listed ? frame_.draft(index_ + 1).quantity.end : behind_alternative();
    }

    // "£4m down | on last year", "12mm up on the average": less or more than there was.
    bool is_above_earlier(std::size_t particle) const {
        const std::size_t on = particle + 1;
        if (!frame_.is(on, "on") || particle != quantity_.phrase_end()) return false;
        if (frame_.is(on + 1, "the"))
            return frame_.is_any(on + 2, {"day", "week", "month", "quarter", "year", "average", "previous",
                                          "same", "prior", "norm"});
        return frame_.is_any(on + 1, {"last", "a", "previous"}) ? starts_time(frame_, on + 1)
                                                                : frame_.token(on + 1).is_number();
    }

    // "5 per cent up", "six points down": nothing behind it that the particle would lead to.
    bool closes_with_particle(std::size_t at) const {
        if (!frame_.is(at, WordClass::change_particle) || frame_.is(at, "off")) return false;
        const std::size_t next = at + 1;
        return !frame_.has(next) || frame_.token(next).kind == TokenKind::mark ||
               (frame_.is(next, WordClass::preposition) && !frame_.is(next, "to"));
    }
};

}  // namespace

std::optional<Move> moved_by_comparison(const SentenceFrame& frame, std::size_t index) {
    return MoveByComparison(frame, index).find();
}

}  // namespace figbook
