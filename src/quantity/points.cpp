#include "quantity/points.hpp"

#include <algorithm>

#include "quantity/trace.hpp"

namespace figbook {

// "or 451 points" behind a percentage, "21 points, or 0.4%" before one: how far an index went.
bool Points::is_of_index(std::size_t i) const {
    const Quantity& quantity = found_[i];
    if (quantity.begin > sentence_.begin && is(quantity.begin - 1, "or")) return true;
    std::size_t at = quantity.phrase_end();
    if (is(at, ",")) ++at;
    return is(at, "or") && i + 1 < found_.size() && found_[i + 1].begin == at + 1 &&
           found_[i + 1].kind == Kind::percent;
}

// "The Dow rose 1% and the FTSE 100 lost 12 points"
bool Points::follows_index(std::size_t i) const {
    if (!sentence_.has(WordClass::index_name)) return false;
    for (std::size_t k = sentence_.begin; k < found_[i].begin; ++k)
        if (words_.is(document_.tokens[k].word, WordClass::index_name)) return true;
    return false;
}

void Points::make_points(Quantity& quantity, std::string_view rule) {
    quantity.kind = Kind::points;
    quantity.unit = "pp";
    // "12 of her 30 points": the word stands behind the figure that is inside.
    const bool is_shared = std::any_of(found_.begin(), found_.end(), [&](const Quantity& other) {
        return quantity.begin < other.begin && other.begin < quantity.phrase_end();
    });
    if (!is_shared) quantity.end = quantity.phrase_end();
    quantity.noun_begin = quantity.noun_end = 0;
    quantity.adjective = false;
    quantity.rule = rule;
    note(trace_, {quantity.core, Field::unit, quantity.rule, quantity.end - 1, quantity.end});
}

// "his approval sank 11 points", "the lead narrowed to four points"; not "a lead of nine points at half-time".
void Points::of_poll(std::size_t i) {
    Quantity& quantity = found_[i];
    if (!counts_points(quantity) || !(quantity.value.absolute() < Decimal(100)) || follows_index(i)) return;
    const bool poll = sentence_.has(WordClass::poll_word);
    if (is_of_rate(quantity)) return make_points(quantity, "points.of_poll");
    if (behind_polls_ && is_of_voters(quantity)) return make_points(quantity, "points.of_poll");
    if (is_won_in_election(quantity)) return make_points(quantity, "points.of_poll");
    if (!poll && !sentence_.has(WordClass::poll_margin)) return;
    if (sentence_.has(WordClass::sport_word) || (!poll && !is_moving_margin(quantity))) return;
    make_points(quantity, "points.of_poll");
}

// "The pass rate was three points lower", "cut its rate by 0.25 points", "his ratings are down five points": what is told in
// percent.
bool Points::is_of_rate(const Quantity& quantity) const {
    constexpr std::size_t furthest = 8;
    if (sentence_.has(WordClass::sport_word) || sentence_.has(WordClass::traded)) return false;
    const std::size_t end = quantity.phrase_end();
    bool moves = is(end, "lower") || is(end, "higher") || is(end, "up") || is(end, "down");
    for (std::size_t back = 1; back <= furthest && quantity.begin >= sentence_.begin + back; ++back) {
        const std::size_t i = quantity.begin - back;
        if (!document_.tokens[i].is_word()) return false;
        if (document_.reads_any(i, {"rate", "rates", "rating", "ratings", "turnout", "approval"}))
            return moves;
        moves |= words_.is(document_.tokens[i].word, WordClass::change_verb) || is(i, "up") || is(i, "down");
    }
    return false;
}

// "By a 17-point margin, more say so", "is ahead by 2 points", "up eight points on health", where polls were told before.
bool Points::is_of_voters(const Quantity& quantity) const {
    if (sentence_.has(WordClass::traded)) return false;
    if (quantity.begin > sentence_.begin &&
        (is(quantity.begin - 1, "by") || is(quantity.begin - 1, "up") || is(quantity.begin - 1, "down") ||
         is(quantity.begin - 1, "within")))
        return true;
    constexpr std::size_t furthest = 3;  // "a 2-point popular vote margin"
    for (std::size_t i = quantity.phrase_end(); i < quantity.phrase_end() + furthest && i < sentence_.end;
         ++i)
        if (document_.reads_any(i, {"margin", "lead", "advantage", "edge", "gap", "deficit", "improvement",
                                    "swing", "drop", "gain", "increase", "ahead", "behind"}))
            return true;
    return false;
}

// "beat the incumbent by 20 points", "won a third of the vote, nine points ahead": the margin of an election.
bool Points::is_won_in_election(const Quantity& quantity) const {
    if (quantity.begin < sentence_.begin + 2 || sentence_.has(WordClass::sport_word) ||
        sentence_.has(WordClass::traded))
        return false;
    const std::size_t back = quantity.begin - 1, end = quantity.phrase_end();
    const bool margin =
        is(back, "by") || (is(back, "of") && is(back - 1, "margin")) || is(end, "ahead") || is(end, "behind");
    for (std::size_t i = sentence_.begin; margin && i < sentence_.end; ++i)
        if (document_.reads_any(
                i, {"election", "elections", "vote", "votes", "voters", "elected", "incumbent", "senate",
                    "presidential", "gubernatorial", "primary", "ballot", "governor"}))
            return true;
    return false;
}

// "the lead narrowed to four points", "cut the gap to two points": a verb of change beside what is between two.
bool Points::is_moving_margin(const Quantity& quantity) const {
    constexpr std::size_t furthest = 8;
    bool margin = false, moves = false;
    for (std::size_t back = 1; back <= furthest && quantity.begin >= sentence_.begin + back; ++back) {
        const WordId word = document_.tokens[quantity.begin - back].word;
        margin |= words_.is(word, WordClass::poll_margin);
        moves |= words_.is(word, WordClass::change_verb);
    }
    return margin && moves;
}

// "up three points to 14 per cent", "down five points at 31%", "was up four points, at 67%", "gained four points to reach 44%"
bool Points::leads_to_percent(std::size_t i) const {
    if (i + 1 == found_.size() || found_[i + 1].kind != Kind::percent) return false;
    std::size_t end = found_[i].phrase_end();
    if (is(end, ",")) ++end;
    if (is(end, "to") && is(end + 1, "reach")) ++end;
    return (is(end, "to") || is(end, "reach") || (is(end, "at") && !follows_index(i))) &&
           found_[i + 1].begin == end + 1;
}

// "The party, which has gained 1.1 points since Sunday, stands at 20.4 per cent"
bool Points::moves_toward_percent(std::size_t i) const {
    const Quantity& quantity = found_[i];
    if (i + 1 == found_.size() || found_[i + 1].kind != Kind::percent || quantity.begin < sentence_.begin + 1)
        return false;
    if (sentence_.has(WordClass::sport_word) || sentence_.has(WordClass::traded)) return false;
    const Quantity& next = found_[i + 1];
    return words_.is(document_.tokens[quantity.begin - 1].word, WordClass::change_verb) &&
           (is(next.begin - 1, "at") || is(next.begin - 1, "on"));
}

// "The Greens were down | two at 6%"
bool Points::is_before_percent(std::size_t i) const {
    const Quantity& quantity = found_[i];
    if (quantity.kind != Kind::number || quantity.begin == sentence_.begin || i + 1 == found_.size() ||
        found_[i + 1].kind != Kind::percent)
        return false;
    return (is(quantity.begin - 1, "up") || is(quantity.begin - 1, "down")) &&
           found_[i + 1].begin == quantity.end + 1;
}

// "27%, down five points": points of a percentage, where the sentence has one before.
void Points::of_percent(std::size_t i) {
    Quantity& quantity = found_[i];
    if (!counts_points(quantity)) {
        if (quantity.tentative && is_before_percent(i)) make_points(quantity, "points.in_list");
        return;
    }
    // "a margin of error of 3 points"; not "polls closed after the team won by 12 points"
    const bool margin = sentence_.has(WordClass::survey_margin) && !sentence_.has(WordClass::sport_word);
    const bool percent =
        margin || (!follows_index(i) &&
                   std::any_of(found_.begin(), found_.begin() + static_cast<std::ptrdiff_t>(i),
                               [](const Quantity& before) { return before.kind == Kind::percent; }));
    const bool ahead = !percent && !follows_index(i) && moves_toward_percent(i);
    // "fell 1.2%, or 451 points", "up 1% at 1,463 points": those of an index.
    const bool index = !(quantity.value.absolute() < Decimal(100)) || is_of_index(i);
    if ((percent || ahead || leads_to_percent(i)) && !index) make_points(quantity, "points.of_percent");
}

}  // namespace figbook
