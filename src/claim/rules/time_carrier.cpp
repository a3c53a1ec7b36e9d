#include "claim/rules/time_carrier.hpp"

#include "claim/phrases.hpp"
#include "claim/verbs.hpp"
#include "text/dashes.hpp"

namespace figbook {

// "Shares, which are up 11% this year, | closed 0.7% lower": what is set in between commas has a time of its own.
bool TimeCarrier::is_set_between(std::size_t inner, std::size_t i) const {
    bool closes = false;
    for (std::size_t k = quantity(inner).phrase_end(); k < quantity(i).begin; ++k)
        closes |= frame_.is_written(k, ",");
    if (!closes) return false;
    for (std::size_t k = quantity(inner).begin; k-- > frame_.sentence.begin + 1;) {
        if (frame_.is_any(k, {"which", "who", "whose"})) return frame_.is_written(k - 1, ",");
        if (frame_.is_written(k, ",")) return false;
    }
    return false;
}

// "taking the total to 260 million, and forecast that revenue would rise 13%"
bool TimeCarrier::turns(std::size_t i) const {
    for (std::size_t k = quantity(i - 1).end; k + 1 < quantity(i).begin; ++k)
        if (frame_.is_written(k, ",") && frame_.is_any(k + 1, {"and", "but", "while"})) return true;
    return false;
}

// "up 5% to $53 after a 4% advance on Thursday": the one move came before the other.
bool TimeCarrier::is_behind_after(std::size_t i) const {
    for (std::size_t k = quantity(i - 1).end; k < quantity(i).begin; ++k)
        if (frame_.is_any(k, {"after", "following", "before"})) return true;
    return false;
}

// "plunged 9.7% on Monday to 18,204, having lost 5.8% on Friday": the level belongs to the move before it.
bool TimeCarrier::ends_move(std::size_t i) const {
    return i > 0 && claim(i).role == Role::to && claim(i - 1).role == Role::change &&
           claim(i - 1).change == claim(i).change && claim(i - 1).period;
}

// "fell 7.7% last year compared with 2022, to 229,970"
bool TimeCarrier::is_level_of_move(std::size_t i, std::size_t before) const {
    const bool one_move = claim(i).role == Role::to && claim(before).role == Role::change &&
                          claim(i).change == claim(before).change;
    const std::size_t to = quantity(i).begin - 1;
    // "a 6 percent rise in second-quarter profit to 253 million"
    const bool noun = one_move && frame_.is(to, "to") &&
                      frame_.is(quantity(before).end, WordClass::change_noun) &&
                      !has_comma(quantity(before).end, to);
    if (noun && quantity(i).begin - quantity(before).end < longest_noun) return true;
    return one_move && frame_.is(to, "to") && frame_.is_written(to - 1, ",") &&
           quantity(i).begin - quantity(before).end < furthest;
}

// "supplied 11 TWh in 2024, about 6 per cent of the total"
bool TimeCarrier::is_part_behind(std::size_t i) const {
    const bool part = quantity(i).kind == Kind::percent || quantity(i).kind == Kind::ratio;
    const std::size_t begin = quantity(i).begin;
    return part && begin > quantity(i - 1).end && frame_.is_written(begin - 1, ",") &&
           frame_.is(quantity(i).end, "of") &&
           frame_.is_any(quantity(i).end + 1, {"the", "all", "its", "their"}) &&
           begin - quantity(i - 1).end < furthest;
}

// No verb of its own between the figure and the one before it, but "was 20% more".
bool TimeCarrier::is_aside(std::size_t i) const {
    if (quantity(i).begin - quantity(i - 1).end >= furthest) return false;
    // "2.9 million people visited in August, a 36 percent increase": set behind a comma, whatever stands before.
    const std::size_t begin = quantity(i).begin;
    const bool article = begin > quantity(i - 1).end + 1 && frame_.is_any(begin - 1, {"a", "an"});
    const std::size_t comma = begin - (article ? 2 : 1);
    if (article && comma >= quantity(i - 1).end && frame_.is_written(comma, ",") &&
        frame_.is(quantity(i).end, WordClass::change_noun))
        return true;
    // "crossed it in the first three months, 43% more than in the same period of 2023", ", nearly five times those of"
    const bool compares =
        frame_.is_any(quantity(i).end, {"more", "fewer", "less", "higher", "lower", "above", "below"}) ||
        (quantity(i).kind == Kind::multiple && claim(i).role != Role::change);
    if (compares && (frame_.is_written(begin - 1, ",") || frame_.is_written(begin - 1, ":"))) return true;
    // "reached $5bn in November, the ministry said on Wednesday, a gain of 20.8%"
    if (begin > quantity(i - 1).end + 4 && frame_.is(begin - 1, "of") &&
        frame_.is(begin - 2, WordClass::change_noun) && frame_.is_any(begin - 3, {"a", "an"}) &&
        frame_.is_written(begin - 4, ","))
        return true;
    // "41,260 people crossed the lake last year, up 45 per cent on 2021"
    if (begin > quantity(i - 1).end + 1 && frame_.is(begin - 1, WordClass::change_particle) &&
        frame_.is_written(begin - 2, ","))
        return true;
    // "While prices fell 2% in 2023, wages are up 4%": what is, against what was
    const bool concedes =
        frame_.is_any(segment_around(frame_, quantity(i - 1).begin, quantity(i - 1).end).begin,
                      {"although", "though", "while", "whereas"});
    for (std::size_t k = quantity(i - 1).end; k < quantity(i).begin; ++k) {
        if (concedes && frame_.is_any(k, {"is", "are"})) return false;
        // "has fallen 5% since Sunday, but it is still 40% higher than in 2004"
        if (frame_.is(k, "but") && k + 1 < quantity(i).begin && frame_.is(k + 1, WordClass::pronoun))
            return false;
        const bool is = frame_.is(k, WordClass::copula) && k + 2 >= quantity(i).begin;
        if (!is && (is_verb_at(frame_, k) || frame_.is_written(k, ";"))) return false;
    }
    return true;
}

// "13% below the 24.6 million tonnes harvested in 2023"
bool TimeCarrier::is_compared_figure(std::size_t i) const {
    if (claim(i - 1).change == Change::none || claim(i - 1).role != Role::change) return false;
    std::size_t at = quantity(i).begin;
    if (at > quantity(i - 1).end && frame_.is(at - 1, "the")) --at;
    if (at == quantity(i - 1).end + 1) return frame_.is_any(at - 1, {"below", "above"});
    return at == quantity(i - 1).end + 2 && frame_.is(at - 1, "than") &&
           frame_.is(at - 2, WordClass::change_comparative);
}

// "Nearly a third — 31% — of them"
bool TimeCarrier::is_told_again(std::size_t i) const {
    const std::size_t dash = quantity(i - 1).end;
    const auto parts = [](Kind kind) { return kind == Kind::ratio || kind == Kind::percent; };
    return quantity(i).begin == dash + 1 && is_wide_dash(frame_.word(dash)) && frame_.has(quantity(i).end) &&
           is_wide_dash(frame_.word(quantity(i).end)) && parts(quantity(i).kind) &&
           parts(quantity(i - 1).kind);
}

// "widened in December and grew 6.5% during 2006 to $763bn": the end of the move that has its time.
bool TimeCarrier::is_end_of_timed_move(std::size_t i) const {
    return i > 0 && claim(i).role == Role::to && claim(i - 1).role == Role::change && claim(i - 1).period &&
           claim(i - 1).change == claim(i).change && quantity(i - 1).end <= quantity(i).begin &&
           !acts(quantity(i - 1).end, quantity(i).begin);
}

// "1.3 percentage points less than it predicted in October": measured from the forecast of then.
bool TimeCarrier::is_of_forecast_compared(const TimeExpression& time) const {
    return time.is_baseline && frame_.sentence.has(WordClass::projecting) &&
           time.begin > frame_.sentence.begin && frame_.is(time.begin - 1, "in");
}

bool TimeCarrier::is_end_of_move(std::size_t i, const TimeExpression& time) const {
    return time.is_weekday && claim(i).role == Role::from && claim(i - 1).role == Role::to &&
           !claim(i - 1).period && quantity(i).phrase_end() + 2 == time.begin &&
           frame_.is_written(quantity(i).phrase_end(), ",") && frame_.is(time.begin - 1, "on");
}

// "from 275 late on Thursday": then it stood there.
bool TimeCarrier::is_late_on(const TimeExpression& time) const {
    return time.begin >= frame_.sentence.begin + 2 &&
           (frame_.is(time.begin - 1, "late") || frame_.is(time.begin - 2, "late"));
}

// ", £12m more than last year", ", three times as much": a comparison set behind a figure, whose time it shares.
bool TimeCarrier::is_set_behind(std::size_t i) const {
    if (i == 0 || (claim(i).change == Change::none && quantity(i).kind != Kind::multiple)) return false;
    std::size_t at = quantity(i).begin;
    while (at > quantity(i - 1).end && !frame_.is_written(at - 1, ",")) --at;
    if (at == quantity(i - 1).end || !is_aside(i)) return false;
    for (const TimeExpression& time : times_)
        if (time.begin >= at && time.end <= quantity(i).begin) return false;
    return true;
}

}  // namespace figbook
