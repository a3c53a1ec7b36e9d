#include "claim/rules/shared_times.hpp"

#include <algorithm>

#include "claim/phrases.hpp"
#include "claim/verbs.hpp"
#include "quantity/counted.hpp"
#include "text/endings.hpp"

namespace figbook {

// Behind the figure and what it counts.
std::size_t SharedTimes::behind(std::size_t i) const {
    return quantity(i).phrase_end();
}

void SharedTimes::take(std::size_t to, std::size_t from) const {
    claim(to).period = claim(from).period;
    note(frame_.trace, {quantity(to).core, Field::period, "period.carried_on", 0, 0, quantity(from).core});
}

bool SharedTimes::has_time_between(std::size_t begin, std::size_t end) const {
    for (const TimeExpression& time : times_)
        if (time.begin >= begin && time.end <= end) return true;
    return false;
}

bool SharedTimes::acts(std::size_t begin, std::size_t end) const {
    for (std::size_t k = begin; k < end; ++k)
        if (is_verb_at(frame_, k) || frame_.is(k, WordClass::auxiliary)) return true;
    return false;
}

// "3% and 4% respectively", "against the 3% and 4%": two figures that are compared with two others.
bool SharedTimes::is_pair(std::size_t i) const {
    if (i + 1 >= frame_.count() || behind(i) + 1 != quantity(i + 1).begin || !frame_.is(behind(i), "and"))
        return false;
    if (frame_.is(behind(i + 1), "respectively")) return true;
    const std::size_t first = frame_.sentence.begin;
    std::size_t at = quantity(i).begin;
    if (at > first && frame_.is(at - 1, WordClass::determiner)) --at;
    if (at == first) return false;
    return frame_.is_any(at - 1, {"against", "than", "versus", "above", "below"}) ||
           (frame_.is_any(at - 1, {"with", "to", "from"}) && at > first + 1 &&
            frame_.is_any(at - 2, {"compared", "up", "down"}));
}

// The two before the pair have a time each: the first of the pair has that of the first, the second that of the second.
void SharedTimes::match_pairs() const {
    for (std::size_t i = 2; i + 1 < frame_.count(); ++i) {
        const bool told = claim(i - 2).period && claim(i - 1).period && claim(i - 2).period->start &&
                          claim(i - 2).period->start != claim(i - 1).period->start;
        if (!told || claim(i).period || claim(i + 1).period || !is_pair(i)) continue;
        if (quantity(i).begin - quantity(i - 1).end >= furthest) continue;
        take(i, i - 2);
        take(i + 1, i - 1);
    }
}

// "[short of] the 3.5 million it had itself forecast", "the £3m analysts had expected"
bool SharedTimes::is_forecast_behind(std::size_t i) const {
    constexpr std::size_t longest = 5;
    static constexpr WordClasses between{WordClass::pronoun, WordClass::auxiliary, WordClass::modifier};
    for (std::size_t k = behind(i); k < behind(i) + longest && frame_.has(k); ++k) {
        if (frame_.is(k, WordClass::foreseen) ||
            frame_.is_any(k, {"estimated", "feared", "hoped", "pencilled", "penciled", "foreseen"}))
            return k > behind(i);
        if (!frame_.has_any(k, between) && !in_noun_phrase(frame_, k) &&
            !frame_.is_any(k, {"that", "itself"}))
            return false;
    }
    return false;
}

// "against analysts' average forecast of $2.8bn": of what was forecast for the same time.
bool SharedTimes::is_set_against(std::size_t i) const {
    constexpr std::size_t longest = 8;
    const std::size_t before = behind(i - 1);
    bool forecast = is_forecast_behind(i);
    for (std::size_t k = quantity(i).begin; k-- > before && k + longest > quantity(i).begin;) {
        if (is_verb_at(frame_, k) && !frame_.is(k, WordClass::forecast_noun)) return false;
        forecast = forecast || frame_.is(k, WordClass::forecast_noun);
        const bool short_of = frame_.is(k, "of") && k > before && frame_.is_any(k - 1, {"short", "ahead"});
        if (short_of ||
            frame_.is_any(k, {"against", "versus", "above", "below", "than", "beating", "missing"}))
            return forecast && !has_time_between(k, quantity(i).begin);
    }
    return false;
}

// "a profit of £5m on sales of £50m"
bool SharedTimes::is_joined_by_on(std::size_t i) const {
    constexpr std::size_t longest = 5;
    const std::size_t before = behind(i - 1), begin = quantity(i).begin;
    if (quantity(i).kind != Kind::money || quantity(i - 1).kind != Kind::money || begin < before + 3)
        return false;
    if (!frame_.is(begin - 1, "of")) return false;
    for (std::size_t k = begin - 1; k-- > before && k + longest > begin;) {
        if (frame_.is(k, "on")) return !has_time_between(k, begin);
        if (!in_noun_phrase(frame_, k) || frame_.is(k, WordClass::determiner)) return false;
    }
    return false;
}

// "sold his stake in 1999 for $310 million", "bought it in May at £3 a share": the time of the deed.
bool SharedTimes::is_price_behind_time(std::size_t i) const {
    const std::size_t begin = quantity(i).begin;
    if (quantity(i).kind != Kind::money || begin <= behind(i - 1) + 1 ||
        !frame_.is_any(begin - 1, {"for", "at"}))
        return false;
    for (const TimeExpression& time : times_)
        if (time.end + 1 == begin && time.begin >= behind(i - 1)) return !acts(behind(i - 1), time.begin);
    return false;
}

bool SharedTimes::is_worth_of(std::size_t i) const {
    if (i == 0 || quantity(i).kind != Kind::money) return false;
    const std::size_t begin = quantity(i).begin, before = behind(i - 1);
    if (begin <= before) return false;
    // "740 kilos of cocaine with a street value of £59 million"
    const bool value = begin >= before + 3 && frame_.is(begin - 1, "of") && frame_.is(begin - 2, "value");
    if (!value && !frame_.is(begin - 1, "worth")) return false;
    for (std::size_t k = before; k + 1 < begin; ++k)
        if (!in_noun_phrase(frame_, k) && !frame_.is(k, "of") && !(value && frame_.is(k, "with")))
            return false;
    return quantity(i - 1).kind == Kind::count || quantity(i - 1).kind == Kind::measure;
}

// ", it said, equal to 4.2% of output"
bool SharedTimes::is_equal_to(std::size_t i) const {
    const std::size_t begin = quantity(i).begin;
    return begin >= behind(i - 1) + 3 && frame_.is(begin - 1, "to") &&
           frame_.is_any(begin - 2, {"equal", "equivalent"}) && frame_.is_written(begin - 3, ",");
}

// "slumped 17% on Monday, wiping $58bn off its value"
bool SharedTimes::is_participle_of_move(std::size_t i) const {
    if (claim(i).role != Role::change || claim(i - 1).role != Role::change) return false;
    const std::size_t begin = clause_of(i);
    return begin > behind(i - 1) && frame_.is_written(begin - 1, ",") &&
           has_ending(frame_.word(begin), "ing", 2) && quantity(i).begin <= begin + 2;
}

std::size_t SharedTimes::clause_of(std::size_t i) const {
    return segment_around(frame_, quantity(i).begin, quantity(i).end).begin;
}

// The verb by which the figure moved, or by which it was reached where it is a level.
std::optional<std::size_t> SharedTimes::moved_by(std::size_t i, std::size_t begin) const {
    const WordClass wanted = claim(i).change == Change::none ? WordClass::level_verb : WordClass::change_verb;
    for (std::size_t k = quantity(i).begin; k-- > begin;) {
        if (frame_.is(k, wanted) && (wanted == WordClass::level_verb || is_verb_at(frame_, k))) return k;
        if (is_verb_at(frame_, k)) return std::nullopt;
    }
    return std::nullopt;
}

// "Harlow prices rose 0.6% in July, while Merrin prices jumped 2.3%": both told alike, as what has been.
bool SharedTimes::is_of_same_move(std::size_t i) const {
    if (claim(i).role == Role::share || claim(i - 1).change == Change::none) return false;
    std::size_t opener = quantity(i).begin;
    while (opener > behind(i - 1) && !frame_.is_any(opener, {"while", "but", "and"})) --opener;
    if (!frame_.is_any(opener, {"while", "but", "and"}) || opener + 1 >= quantity(i).begin) return false;
    const auto verb = moved_by(i, opener);
    const auto first = moved_by(i - 1, frame_.sentence.begin);
    if (!verb || !first || *verb < opener + 2) return false;
    static constexpr WordClasses helpers{WordClass::auxiliary, WordClass::modal};
    const bool first_is_helped = *first > frame_.sentence.begin && frame_.has_any(*first - 1, helpers);
    return !frame_.has_any(*verb - 1, helpers) && !first_is_helped && !frame_.is(*verb - 1, "to");
}

// "69% of patients were seen within four hours in July": the time behind the span is of the figure.
bool SharedTimes::is_duration_of(std::size_t i) const {
    if (quantity(i).rule != "measure.unit" || claim(i).change != Change::none) return false;
    const std::size_t begin = quantity(i).begin;
    if (begin <= behind(i - 1) || !frame_.is_any(begin - 1, {"within", "under", "over"})) return false;
    for (std::size_t k = behind(i - 1); k < begin; ++k)
        if (!frame_.token(k).is_word() || frame_.is_any(k, {"and", "but", "who", "which", "that", "when"}))
            return false;
    return true;
}

// "26% smaller this year at 5.2 million tonnes"
bool SharedTimes::is_reached_at(std::size_t i) const {
    const std::size_t begin = quantity(i).begin;
    if (claim(i - 1).change == Change::none || begin < behind(i - 1) + 2 || !frame_.is(begin - 1, "at"))
        return false;
    const std::size_t last = frame_.is_written(begin - 2, ",") ? begin - 2 : begin;  // ", at £8m"
    for (std::size_t k = behind(i - 1); k < last; ++k)
        if (!frame_.token(k).is_word() && !frame_.token(k).is_number()) return false;
    return !acts(behind(i - 1), begin);
}

// "Two people died and 17 were hurt when a coach overturned on Tuesday": they died then.
void SharedTimes::share_with_accident() const {
    static constexpr WordClasses hurting{WordClass::casualty, WordClass::casualty_verb};
    if (frame_.count() < 2 || !frame_.sentence.classes.has_any(hurting)) return;
    for (std::size_t i = 0; i < frame_.count(); ++i) {
        if (claim(i).period || claim(i).kind != Kind::count || claim(i).change != Change::none ||
            claim(i).modality != Modality::actual)
            continue;
        std::size_t at = behind(i);
        while (at < behind(i) + 3 && frame_.is_one_of(at, {WordClass::auxiliary, WordClass::modifier})) ++at;
        const bool hurt = frame_.is(at, WordClass::casualty) ||
                          (quantity(i).begin > frame_.sentence.begin &&
                           frame_.is(quantity(i).begin - 1, WordClass::casualty_verb));
        if (!hurt) continue;
        for (std::size_t k = i + 1; k < frame_.count(); ++k) {
            if (!claim(k).period || quantity(k).kind != Kind::count) continue;
            bool when = false;
            for (std::size_t t = behind(i); t < quantity(k).begin; ++t)
                when =
                    when || frame_.is_any(t, {"when", "after", "as"}) || (k == i + 1 && frame_.is(t, "and"));
            if (when) take(i, k);
            break;
        }
    }
}

bool SharedTimes::is_noun_of_move(std::size_t i) const {
    const std::size_t begin = quantity(i).begin;
    return begin >= behind(i - 1) + 4 && frame_.is(begin - 1, "of") &&
           frame_.is(begin - 2, WordClass::change_noun) && frame_.is_any(begin - 3, {"a", "an"}) &&
           frame_.is_written(begin - 4, ",");
}

std::optional<std::size_t> SharedTimes::move_that_left(std::size_t i) const {
    const std::size_t begin = clause_of(i);
    if (begin <= behind(i - 1) || !frame_.is_written(begin - 1, ",") || begin >= quantity(i).begin)
        return std::nullopt;
    if (frame_.is_any(begin, {"averaging", "totalling", "totaling", "reaching"}) &&
        claim(i - 1).role != Role::from && claim(i - 1).period && !has_time_between(begin, quantity(i).begin))
        return i - 1;
    if (!frame_.is_any(
            begin, {"leaving", "taking", "bringing", "lifting", "pushing", "putting", "raising", "lowering"}))
        return std::nullopt;
    if (has_time_between(begin, quantity(i).begin)) return std::nullopt;
    for (std::size_t k = 0; k < i; ++k)
        if (claim(k).role == Role::change && claim(k).period) return k;
    return std::nullopt;
}

bool SharedTimes::is_gapped(std::size_t i) const {
    const std::size_t before = quantity(i - 1).end, begin = quantity(i).begin;
    const bool alike = quantity(i).kind == quantity(i - 1).kind && quantity(i).unit == quantity(i - 1).unit &&
                       claim(i - 1).role == Role::change;
    if (!alike || !has_time_between(before, begin)) return false;
    std::size_t joint = begin;
    while (joint > before && !frame_.is_any(joint, {"and", "while"})) --joint;
    if (joint == before || begin < joint + 2 || has_time_between(joint, begin)) return false;
    for (std::size_t k = joint + 1; k < begin; ++k)
        if (!in_noun_phrase(frame_, k) && !looks_plural(frame_.document, k) &&
            frame_.token(k).kind != TokenKind::possessive)
            return false;
    return true;
}

// "raised its forecast for 2024 from | 1.2% to 2.3%": what was foreseen before is of the same time.
bool SharedTimes::is_start_of_outlook(std::size_t i) const {
    constexpr std::size_t longest = 6;  // tokens from the noun to the time: "forecast for growth in"
    const bool move = claim(i).role == Role::from && claim(i + 1).role == Role::to &&
                      claim(i).change == claim(i + 1).change;
    if (!move || !frame_.sentence.has(WordClass::forecast_noun)) return false;
    return std::any_of(times_.begin(), times_.end(), [&](const TimeExpression& time) {
        if (time.end > quantity(i).begin || time.start != claim(i + 1).period->start) return false;
        for (std::size_t k = time.begin; k-- > frame_.sentence.begin && k + longest > time.begin;)
            if (frame_.is(k, WordClass::forecast_noun)) return true;
        return false;
    });
}

void SharedTimes::share() const {
    share_with_accident();
    for (std::size_t i = frame_.count(); i-- > 1;)
        if (!claim(i - 1).period && claim(i).period &&
            (is_duration_of(i) || is_joined_by_on(i) || is_worth_of(i) || is_start_of_outlook(i - 1)))
            take(i - 1, i);
    for (std::size_t i = 1; i < frame_.count(); ++i) {
        // "4.8% in May from 4.6% in April, but less than the 5% that economists had feared"
        // "$2.5bn in January, narrower than the $3.1bn seen in December and short of the $2.8bn that economists had expected"
        const std::size_t before = quantity(i - 1).begin;
        const bool than =
            i > 1 && frame_.is(before - 1, "the") && frame_.is(before - 2, "than") && claim(i - 1).period;
        if (i > 1 && !claim(i).period && (than || claim(i - 1).role == Role::from) &&
            claim(i).role != Role::from && claim(i - 2).period && is_set_against(i))
            take(i, i - 2);
        if (claim(i).period || !claim(i - 1).period) continue;
        if (claim(i).role == Role::from) {  // "up from 13% in its May outlook": of the same time
            // "cut its forecast for growth in 2022 to 3.5% from 3.8%"
            const bool foreseen =
                claim(i - 1).role == Role::to && claim(i - 1).modality == Modality::projected &&
                (claim(i).modality == Modality::projected || frame_.sentence.has(WordClass::forecast_noun));
            if (foreseen || outlook_behind(frame_, quantity(i))) take(i, i - 1);
            continue;
        }
        if (claim(i - 1).role == Role::from || quantity(i).begin - quantity(i - 1).end >= furthest) continue;
        if (is_set_against(i) || is_joined_by_on(i) || is_equal_to(i) || is_participle_of_move(i) ||
            is_of_same_move(i) || is_reached_at(i) || is_price_behind_time(i) || is_worth_of(i))
            take(i, i - 1);
    }
}

void SharedTimes::share_baselines_back() const {
    for (std::size_t i = frame_.count(); i-- > 1;) {
        const bool alike = claim(i).baseline && !claim(i - 1).baseline && claim(i).role == Role::change &&
                           claim(i - 1).role == Role::change && claim(i).change == claim(i - 1).change;
        if (!alike || acts(behind(i - 1), quantity(i).begin)) continue;
        bool joined = false;
        for (std::size_t k = behind(i - 1); k < quantity(i).begin; ++k) {
            joined = joined || frame_.is(k, "and");
            // "up 10% sequentially and 44% from a year ago": measured from another time
            if (frame_.is_any(k, {"sequentially", "quarterly", "monthly"})) {
                joined = false;
                break;
            }
            if (frame_.is_written(k, ",") || frame_.is_written(k, ";")) joined = false;
        }
        if (!joined) continue;
        claim(i - 1).baseline = claim(i).baseline;
        note(frame_.trace,
             {quantity(i - 1).core, Field::baseline, "period.carried_on", 0, 0, quantity(i).core});
    }
}

}  // namespace figbook
