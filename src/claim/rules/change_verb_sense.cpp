#include "claim/rules/change_verb_sense.hpp"

#include <algorithm>
#include <array>

#include "claim/phrases.hpp"
#include "claim/verbs.hpp"
#include "text/endings.hpp"

namespace figbook {

// "has sunk €2.7 billion into it": spent there.
bool FigureOfVerb::is_put_into(std::size_t verb) const {
    return quantity_.kind == Kind::money && frame_.is_any(behind(), {"into", "in"}) &&
           frame_.is_any(verb, {"sunk", "sank", "sink", "sinking", "sinks", "plunged", "plunge"});
}

// "drop a $66 billion bid for Norden": no less than before, but none.
bool FigureOfVerb::is_given_up(std::size_t verb) const {
    constexpr std::size_t longest = 4;
    if (quantity_.kind != Kind::money || !frame_.is_any(verb, {"drop", "drops", "dropped", "dropping"}))
        return false;
    for (std::size_t i = behind(); i < behind() + longest && in_noun_phrase(frame_, i); ++i)
        if (frame_.is_any(i,
                          {"bid", "offer", "lawsuit", "suit", "claim", "case", "plan", "proposal", "deal"}))
            return true;
    return false;
}

// "The storm dropped 400 millimetres of rain"
bool FigureOfVerb::is_let_fall(std::size_t verb) const {
    return quantity_.kind == Kind::measure && frame_.is(behind(), "of") &&
           frame_.is_any(behind() + 1, {"rain", "snow", "rainfall", "hail", "water"}) &&
           frame_.is_any(verb, {"drop", "drops", "dropped", "dropping"});
}

// "loses 46 per cent of the water it buys", "will give up 21% of its water": that part of it; "lost 9% of its value" and "gave
// up 2% of its gains" are moves.
bool FigureOfVerb::is_part_lost(std::size_t verb) const {
    const bool given = quantity_.kind == Kind::percent && frame_.is(behind(), "of") &&
                       frame_.is_any(verb, {"give", "gives", "gave", "giving", "given"});
    if (given)
        return frame_.is(behind() + 1, WordClass::determiner) && !is_of_worth(behind() + 2) &&
               !frame_.is(behind() + 2, WordClass::change_noun);
    return quantity_.kind == Kind::percent && frame_.is_any(verb, {"lose", "loses", "losing"}) &&
           frame_.is(behind(), "of") && frame_.is_any(behind() + 1, {"the", "all"}) &&
           !is_of_worth(behind() + 2);
}

// "lost 15.6 kg": of weight.
bool FigureOfVerb::is_body_weight(std::size_t verb) const {
    const bool weight =
        quantity_.unit == "kg" || quantity_.unit == "[lb_av]" || quantity_.unit == "[stone_av]";
    return weight && quantity_.per.empty() && !frame_.is(behind(), "of") &&
           frame_.is_any(verb, {"lost", "lose", "loses", "losing", "gained", "gain", "shed"});
}

// "has lost C$2bn (US$1.5bn) in market value": of its worth there is so much less.
bool FigureOfVerb::is_of_value(std::size_t verb) const {
    if (frame_.is_any(verb, {"wipe", "wipes", "wiped", "wiping"}))
        return false;  // whose it was, stands elsewhere
    const std::size_t in = behind_bracket(frame_, behind());
    if (quantity_.kind != Kind::money || !frame_.is_any(in, {"in", "of"})) return false;
    return frame_.is(in + 1, "value") ||
           (frame_.is(in + 2, "value") &&
            frame_.is_any(in + 1, {"market", "its", "their", "paper", "stock", "share"}));
}

// "The bridge rises 60 metres": how high it stands; what rises in the present rises by a rate.
bool FigureOfVerb::says_how_high(std::size_t verb) const {
    const bool length = quantity_.unit == "m" || quantity_.unit == "km" || quantity_.unit == "[ft_i]" ||
                        quantity_.unit == "[mi_i]";
    return quantity_.kind == Kind::measure && length && quantity_.per.empty() &&
           has_ending(frame_.word(verb), "s", 3);
}

// "has lost 40 square kilometres": of land, there is so much less of it.
bool FigureOfVerb::is_area() const {
    return quantity_.kind == Kind::measure && quantity_.per.empty() &&
           (quantity_.unit.ends_with('2') || quantity_.unit == "har" || quantity_.unit == "[acr_us]");
}

// "add 5 million tonnes of capacity", "of annual output"
bool FigureOfVerb::is_of_capacity() const {
    return frame_.is(behind(), "of") && (frame_.is(behind() + 1, WordClass::capacity_noun) ||
                                         frame_.is(behind() + 2, WordClass::capacity_noun));
}

// "add 180,000 barrels per day": to what is produced.
bool FigureOfVerb::is_of_output(std::size_t verb) const {
    return (quantity_.per == "day" || quantity_.per == "d") &&
           frame_.is_any(verb, {"add", "adds", "added", "adding", "cut", "cuts", "cutting"});
}

// "Shares lost $2", "bitcoin gained $3,000"
bool FigureOfVerb::is_price_of_traded(std::size_t verb) const {
    if (quantity_.kind != Kind::money || verb == frame_.sentence.begin) return false;
    std::size_t at = verb - 1;
    while (at > frame_.sentence.begin && frame_.is(at, WordClass::auxiliary)) --at;
    if (frame_.is(at, WordClass::traded)) return true;
    if (!frame_.sentence.has(WordClass::traded)) return false;
    const TokenRange thing = noun_phrase_before(frame_, at + 1);  // "U.S. crude for November"
    return !thing.empty() && frame_.is(end_of_head(frame_.document, thing) - 1, WordClass::traded);
}

// "is rising at 10mm a year", not "at 300 metres an hour": how much higher it is each time.
bool FigureOfVerb::is_slow_pace(std::size_t behind_verb) const {
    return quantity_.kind == Kind::measure && frame_.is(behind_verb, "at") &&
           (quantity_.per == "year" || quantity_.per == "decade" || quantity_.per == "century");
}

// "Dividend raised 4%", "Pensions were raised £4 a week": a sum is raised, unless something else is by so much.
bool FigureOfVerb::is_raised_by_so_much(std::size_t verb) const {
    if (!frame_.is_any(verb, {"raised", "lifted", "put"}) || frame_.is(behind(), "of")) return false;
    if (quantity_.kind == Kind::percent) return true;
    if (quantity_.kind != Kind::money || verb < frame_.sentence.begin + 2) return false;
    const std::size_t be = frame_.is(verb - 1, WordClass::modifier) ? verb - 2 : verb - 1;
    return frame_.is(be, WordClass::copula) &&
           frame_.is_any(be, {"is", "are", "was", "were", "been", "be", "being"});
}

// "added 25 points and nine rebounds": in a match; those of an index are another's.
bool FigureOfVerb::is_scored(std::size_t verb) const {
    if (quantity_.kind != Kind::count || !frame_.is_any(verb, {"add", "adds", "added", "adding"}))
        return false;
    if (quantity_.unit == "points")
        return !frame_.sentence.classes.has_any({WordClass::index_name, WordClass::traded});
    static constexpr std::array<std::string_view, 8> tallies{"rebounds", "assists", "goals", "runs",
                                                             "wickets",  "tries",   "saves", "steals"};
    return std::find(tallies.begin(), tallies.end(), quantity_.unit) != tallies.end();
}

// "cut power to 1.3 million homes": how many had it.
bool FigureOfVerb::is_supply_cut(std::size_t gap, std::size_t to) const {
    return quantity_.kind == Kind::count && gap < to && frame_.is(to - 1, WordClass::supplied);
}

// "will add water stations to 12 schools": where they come.
bool FigureOfVerb::is_given_to(std::size_t verb, std::size_t gap, std::size_t to) const {
    return quantity_.kind == Kind::count && !counts_points(quantity_) && gap <= to &&
           quantity_.noun_end > quantity_.noun_begin &&
           frame_.is_any(verb, {"add", "adds", "added", "adding"}) && !frame_.token(to - 1).is_number();
}

// "[lost] a quarter of their tanks", "[cut] 22 of 31 jobs"; "a third of its value" is a move.
bool FigureOfVerb::is_part_of_things() const {
    if (quantity_.share_of && quantity_.rule == "count.share")
        return frame_.draft(*quantity_.share_of).quantity.begin == quantity_.end + 1;
    if (quantity_.rule == "ratio.of") return true;
    return quantity_.kind == Kind::ratio && frame_.is(behind(), "of") &&
           frame_.is(behind() + 1, WordClass::determiner) && !is_of_worth(behind() + 2);
}

// "[a third of the] value", "[of their] real value", "[of its] sales"
bool FigureOfVerb::is_of_worth(std::size_t at) const {
    const std::size_t noun = frame_.is(at, WordClass::adjective) ? at + 1 : at;
    static constexpr WordClasses worth{WordClass::worth_noun, WordClass::takings, WordClass::custom_noun};
    return frame_.is_one_of(noun, worth) || frame_.is_one_of(noun + 1, worth);
}

}  // namespace figbook
