#include "claim/rules/told_on.hpp"

#include <algorithm>

#include "claim/phrases.hpp"
#include "claim/time_context.hpp"
#include "claim/verbs.hpp"
#include "quantity/kinds.hpp"
#include "text/endings.hpp"

namespace figbook {

std::optional<std::size_t> ToldOn::of(std::size_t i) const {
    if (claim(i).period || claim(i).role == Role::from || i == 0) return std::nullopt;
    const auto base = timed_before(i);
    if (!base || leaves(quantity(*base).phrase_end(), quantity(i).begin)) return std::nullopt;
    const bool told =
        tells_on(*base, i) || is_second_deed(*base, i) || is_outcome(*base, i) || comes_with(*base, i);
    return told ? base : std::nullopt;
}

// The nearest figure before that has a period, over those that are set beside it.
std::optional<std::size_t> ToldOn::timed_before(std::size_t i) const {
    for (std::size_t k = i; k-- > 0;) {
        if (quantity(i).begin - quantity(k).end >= furthest) return std::nullopt;
        if (claim(k).role == Role::from || is_looked_back_at(k) || is_compared_with(k) ||
            is_compared_level(k))
            continue;
        if (claim(k).period) return k;
        if (!is_passed_over(k)) return std::nullopt;
    }
    return std::nullopt;
}

// "waited longer than four hours", "half of them", "more than the $4bn foreseen": it says nothing of when.
bool ToldOn::is_passed_over(std::size_t i) const {
    if (claim(i).relation) return true;
    if (quantity(i).kind == Kind::measure && is_time_unit(quantity(i).unit)) return true;
    // "helped by price rises of 6%": its part of the sentence says of no other time
    const TokenRange own = segment_around(frame_, quantity(i).begin, quantity(i).end);
    if (is_by_participle(own.begin)) return true;
    const std::size_t begin = quantity(i).begin;
    return begin > frame_.sentence.begin && frame_.is(begin - 1, "the") && i > 0 &&
           (quantity(i - 1).kind == Kind::multiple || frame_.is_any(begin - 2, {"than", "above", "below"}));
}

// "rose 2.1% on Monday, having gained 40% so far this month; corn added 1.3%": told of a time before.
bool ToldOn::is_looked_back_at(std::size_t i) const {
    return frame_.is(segment_around(frame_, quantity(i).begin, quantity(i).end).begin, "having");
}

// "shares changed hands, below last year's average of 1.5 billion": that time is of the average alone.
bool ToldOn::is_compared_with(std::size_t i) const {
    const std::size_t from = i == 0 ? frame_.sentence.begin : quantity(i - 1).end;
    const TimeContext context(frame_);
    return std::any_of(times_.begin(), times_.end(), [&](const TimeExpression& time) {
        return time.begin >= from && time.end <= quantity(i).begin && context.is_of_compared(time);
    });
}

// "lost $312 million in the fourth quarter, less than the $440 million of a year earlier, even as revenue climbed": the main
// clause's time goes on.
bool ToldOn::is_compared_level(std::size_t i) const {
    const std::size_t begin = quantity(i).begin;
    return i > 0 && claim(i - 1).period && begin >= quantity(i - 1).end + 3 && frame_.is(begin - 1, "the") &&
           frame_.is(begin - 2, "than") && has_time_between(quantity(i).end, frame_.sentence.end) &&
           frame_.is_any(quantity(i).phrase_end(), {"of", "in", "a", "seen", "made", "recorded"});
}

// What is said between commas right before `end`: "in 2023, | an audit has found, | at a cost of $5m"; `end` where nothing is.
std::size_t ToldOn::before_saying(std::size_t begin, std::size_t end) const {
    constexpr std::size_t longest = 9;
    if (end < begin + 3 || !frame_.is_written(end - 1, ",")) return end;
    bool says = false;
    for (std::size_t k = end - 1; k-- > begin && k + longest > end;) {
        if (frame_.is_written(k, ",")) return says ? k : end;
        says = says || (frame_.is(k, WordClass::cue) && is_verb_at(frame_, k));
    }
    return end;
}

// ", helped by price rises of 6%"
bool ToldOn::is_by_participle(std::size_t begin) const {
    return begin > frame_.sentence.begin && frame_.is_written(begin - 1, ",") && frame_.is(begin + 1, "by") &&
           (has_past_ending(frame_.word(begin)) || frame_.is(begin, WordClass::past_form) ||
            frame_.is(begin, WordClass::same_in_past) || frame_.is(begin, "driven"));
}

bool ToldOn::has_time_between(std::size_t begin, std::size_t end) const {
    return std::any_of(times_.begin(), times_.end(),
                       [&](const TimeExpression& time) { return time.begin >= begin && time.end <= end; });
}

bool ToldOn::acts(std::size_t begin, std::size_t end) const {
    for (std::size_t k = begin; k < end; ++k)
        if (is_verb_at(frame_, k) || frame_.is_one_of(k, {WordClass::auxiliary, WordClass::modal}))
            return true;
    return false;
}

// A quotation, or what stands behind a colon, is told apart.
bool ToldOn::leaves(std::size_t begin, std::size_t end) const {
    for (std::size_t k = begin; k < end; ++k)
        if (frame_.is_written(k, ":") || frame_.is_any(k, {"“", "”", "\""})) return true;
    return false;
}

// "to create 300,000 jobs by 2029 and to build 1,100 km of road": until when the one is to be is not said of the other.
bool ToldOn::is_by_deadline(std::size_t base) const {
    for (const TimeExpression& time : times_)
        if (time.start == claim(base).period->start && time.begin > frame_.sentence.begin &&
            (frame_.is(time.begin - 1, "by") ||
             (frame_.is(time.begin - 1, "of") && frame_.is(time.begin - 3, "by"))))
            return true;
    return false;
}

bool ToldOn::is_same_measure(std::size_t base, std::size_t i) const {
    return quantity(base).kind == quantity(i).kind && quantity(base).unit == quantity(i).unit;
}

// "caught measles in the first half and 37 died", "fell in May as the economy added 15,300 jobs", "73% did so this year, and
// in the districts the figure was 64%": a clause of its own, in the same tense.
bool ToldOn::tells_on(std::size_t base, std::size_t i) const {
    const std::size_t before = quantity(i - 1).phrase_end(), begin = quantity(i).begin;
    std::size_t joint = begin;
    while (joint > before && !frame_.is_any(joint, {"and", "but", "while", "as", "with"}) &&
           !frame_.is_written(joint, ";") && !is_next_deed(joint))
        --joint;
    if (joint == before || joint <= quantity(base).phrase_end() || has_time_between(joint, begin))
        return false;
    if (was_expected(joint, begin)) return true;
    if (claim(i).modality != claim(base).modality) return false;
    const bool moves = claim(i).change != Change::none;
    if (frame_.is_written(joint, ";") && !moves) return false;
    // "with spending in department stores up 4.1%"
    if (frame_.is(joint, "with"))
        return joint + 1 == begin || frame_.is(begin - 1, WordClass::change_particle);
    const bool ahead = claim(i).modality == Modality::projected;
    if (ahead && is_by_deadline(base)) return false;
    constexpr std::size_t verb_behind = 3;  // "37 died"
    static constexpr WordClasses pasts{WordClass::past_form, WordClass::same_in_past};
    const bool is_figure = is_same_measure(base, i) && claim(base).period->start &&
                           claim(base).period->start != claim(base).period->end;
    bool told = false;
    for (std::size_t k = joint + 1; k < quantity(i).phrase_end() + verb_behind && frame_.has(k); ++k) {
        if (k >= quantity(i).phrase_end() && !frame_.token(k).is_word()) break;
        // "had 355 ships in 2020 while Orland had 296"
        if (frame_.is(k, "had") && k + 1 == begin && is_same_measure(base, i)) {
            told = true;
            continue;
        }
        const bool speaks = frame_.is(k, WordClass::cue) && !frame_.is(k, WordClass::change_verb);
        if (speaks ||
            frame_.is_any(k, {"now", "today", "is", "are", "has", "have", "had", "who", "which", "that"}))
            return false;
        if (frame_.is(k, WordClass::modal)) {
            if (!ahead) return false;
            told = told || k < begin;
            continue;
        }
        // "will open 35 stores this year and spend £90m"
        if (ahead) {
            told = told ||
                   (k == joint + 1 && k < begin &&
                    (is_verb_at(frame_, k) || frame_.has_any(k, {WordClass::verb, WordClass::change_verb})));
            continue;
        }
        const bool ends = has_past_ending(frame_.word(k)) &&
                          (is_verb_at(frame_, k) || (k == joint + 1 && is_next_deed(joint)));
        const bool being = frame_.is_any(k, {"was", "were"});  // "imports were down 28.8%"
        const bool past =
            frame_.has_any(k, pasts) && (frame_.is(k, WordClass::past_form) || is_verb_at(frame_, k));
        told = told || ends || (being ? moves || (is_figure && k < begin) : past);
    }
    return told;
}

// "brought gusts of 87 mph on Sunday, felled 400 trees and left homes without power"
bool ToldOn::is_next_deed(std::size_t comma) const {
    if (!frame_.is_written(comma, ",") || !frame_.has(comma + 2)) return false;
    const bool figure = frame_.token(comma + 2).is_number() || frame_.is(comma + 2, WordClass::number);
    return figure && (has_past_ending(frame_.word(comma + 1)) || frame_.is(comma + 1, WordClass::past_form));
}

// "slid by 0.4% in October, while economists had pointed to an increase of 0.3%", "will earn $2 this quarter, while analysts
// were expecting $3": for the same time.
bool ToldOn::was_expected(std::size_t joint, std::size_t figure) const {
    for (std::size_t k = joint + 1; k + 1 < figure && k <= joint + 3; ++k) {
        if (!frame_.is(k, WordClass::expecter)) continue;
        const std::size_t verb = frame_.is_any(k + 1, {"were", "had", "are", "have"}) ? k + 2 : k + 1;
        return frame_.is(verb, WordClass::foreseen) || frame_.is_any(verb, {"expecting", "expect"});
    }
    for (std::size_t k = joint; k + 1 < figure; ++k)
        if (frame_.is(k, "had"))
            return frame_.is(k + 1, WordClass::projecting) || frame_.is(k + 1, "pointed");
    return false;
}

// "killing four people and injuring 23 others", "opened 37 cafes and shut 12"
bool ToldOn::is_second_deed(std::size_t base, std::size_t i) const {
    const std::size_t begin = quantity(i).begin;
    if (base + 1 != i || begin < quantity(base).phrase_end() + 2) return false;
    const bool joined = frame_.is(begin - 2, "and") && has_ending(frame_.word(begin - 1), "ing", 3);
    const std::size_t first = quantity(base).begin;
    return joined && first > frame_.sentence.begin && has_ending(frame_.word(first - 1), "ing", 3) &&
           is_verb_at(frame_, begin - 1);
}

// "drew 3,000 people on Sunday, raising £5m": what the deed came to.
bool ToldOn::is_outcome(std::size_t base, std::size_t i) const {
    const std::size_t begin = quantity(i).begin;
    if (base + 1 != i || claim(i).modality != claim(base).modality) return false;
    if (claim(i).modality == Modality::projected && is_by_deadline(base)) return false;
    const bool article = begin > quantity(base).phrase_end() && frame_.is_any(begin - 1, {"a", "an"});
    // "received £48m, leaving it £13m out of pocket"
    const bool whom = !article && frame_.is_any(begin - 1, {"it", "them", "him", "her"});
    const std::size_t verb = begin - (article || whom ? 2 : 1);
    static constexpr WordClasses states{WordClass::holding_verb, WordClass::preposition, WordClass::cue};
    return verb > quantity(base).phrase_end() && frame_.is_written(verb - 1, ",") &&
           has_ending(frame_.word(verb), "ing", 3) && is_verb_at(frame_, verb) &&
           !frame_.has_any(verb, states);
}

// "nine were fined a total of $1.2 million": what those did to whom the time belongs.
bool ToldOn::is_object_of(std::size_t base, std::size_t i) const {
    constexpr std::size_t longest = 9;
    const std::size_t from = quantity(base).phrase_end(), begin = quantity(i).begin;
    if (base + 1 != i || begin <= from || begin > from + longest || quantity(base).kind != Kind::count)
        return false;
    if (claim(i).modality != Modality::actual || claim(base).modality != Modality::actual) return false;
    bool past = false;
    for (std::size_t k = from; k < begin; ++k) {
        if (!frame_.token(k).is_word() || frame_.is(k, WordClass::cue) ||
            frame_.is_one_of(k, {WordClass::modal}) ||
            frame_.is_any(
                k, {"and", "but", "who", "which", "that", "in", "at", "is", "are", "has", "have", "had"}))
            return false;
        const bool passive = k > from && frame_.is_any(k - 1, {"was", "were"});  // "were fined"
        past = past || (has_past_ending(frame_.word(k)) && (passive || is_verb_at(frame_, k))) ||
               frame_.is_any(k, {"paid", "lost", "won", "spent", "made", "cost", "sold", "bought"});
    }
    return past;
}

// "74,000 tonnes in 2025, worth A$1.3 billion", "close 58 branches this year with the loss of 640 jobs", "a profit of £5m this
// year, it said, on revenues of £50m"
bool ToldOn::comes_with(std::size_t base, std::size_t i) const {
    const std::size_t from = quantity(base).phrase_end(), begin = quantity(i).begin;
    if (begin < from + 2 || claim(i).modality != claim(base).modality) return false;
    const bool money = quantity(i).kind == Kind::money;
    if (money && frame_.is(begin - 1, "worth") && frame_.is_written(begin - 2, ","))
        return !acts(from, begin - 1);
    // "a rise of 27% and a little more than half of the total"
    const bool part = quantity(i).kind == Kind::percent || quantity(i).kind == Kind::ratio;
    if (part && claim(i).relation && frame_.is(begin - 1, "and")) return !acts(from, begin);
    // "sold €3 billion of bonds on Monday, out of bids worth €5 billion"
    if (money && frame_.is(begin - 1, "worth"))
        for (std::size_t k = from; k + 2 < begin; ++k)
            if (frame_.is(k, "out") && frame_.is(k + 1, "of")) return !acts(k, begin - 1);
    // ", helped by price rises of 6%"
    const TokenRange own = segment_around(frame_, begin, quantity(i).end);
    if (is_by_participle(own.begin) && own.begin >= from) return !acts(own.begin + 2, begin);
    // "at an average €14" has its average in the figure
    if (money && frame_.is(begin, WordClass::determiner) && frame_.is(begin + 1, "average") &&
        frame_.is(begin - 1, "at"))
        return !acts(from, begin - 1);
    if (!frame_.is(begin - 1, "of") || begin < from + 3) return false;
    const std::size_t noun = begin - 2;
    const bool owned = frame_.is(noun - 1, WordClass::determiner);
    const std::size_t joint = owned ? noun - 2 : noun - 1;
    if (joint < from) return false;
    if (frame_.is(joint, "with") && frame_.is(noun, WordClass::brought_along)) return !acts(from, joint);
    // "sold 310,000 tickets last year, at an average of €14"
    if (frame_.is(joint, "at") && frame_.is_any(noun, {"average", "price", "cost", "loss", "rate", "yield"}))
        return (joint == from || !acts(joint - 1, joint)) && !acts(from, before_saying(from, joint));
    const bool on = money && frame_.is(joint, "on") && frame_.is(noun, WordClass::takings);
    return on && (joint == from || frame_.is_written(joint - 1, ",")) && quantity(base).kind == Kind::money;
}

}  // namespace figbook
