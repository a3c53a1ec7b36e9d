#include "claim/rules/time_owner.hpp"

#include <algorithm>

#include "claim/phrases.hpp"
#include "claim/verbs.hpp"
#include "quantity/kinds.hpp"
#include "text/dashes.hpp"
#include "text/endings.hpp"

namespace figbook {

// "rose 5% in 2021, and in 2022 they fell 3%"
bool TimeOwner::opens_a_clause(const TimeExpression& time) const {
    for (std::size_t i = 0; i < frame_.count(); ++i)
        if (quantity(i).end <= time.begin && leads_the_next(time, i)) return true;
    return false;
}

// "Three of its nine plants must be rebuilt by 2027": of the part.
bool TimeOwner::is_part_of(std::size_t whole) const {
    if (whole == 0 || !claim(whole - 1).relation) return false;
    return claim(whole - 1).relation->kind == RelationKind::share_of &&
           claim(whole - 1).relation->claim == frame_.first + whole;
}

bool TimeOwner::has_auxiliary(std::size_t begin, std::size_t end) const {
    for (std::size_t k = begin; k < end; ++k)
        if (frame_.is_one_of(k, {WordClass::auxiliary, WordClass::modal})) return true;
    return false;
}

bool TimeOwner::has_comma(std::size_t begin, std::size_t end) const {
    for (std::size_t k = begin; k < end; ++k)
        if (frame_.is_written(k, ",")) return true;
    return false;
}

bool TimeOwner::acts(std::size_t begin, std::size_t end) const {
    for (std::size_t k = begin; k < end; ++k)
        if (is_verb_at(frame_, k)) return true;
    return false;
}

// "must repay £5m by Friday", "98% of ballots counted by Monday"
bool TimeOwner::is_deadline(const TimeExpression& time) const {
    return time.begin > frame_.sentence.begin && frame_.is(time.begin - 1, "by");
}

// "will spend £5.6bn from Friday to Monday"
bool TimeOwner::is_span_ahead(const TimeExpression& time, std::size_t i) const {
    return time.grain == TimeGrain::span && claim(i).modality == Modality::projected;
}

// "Of the 1,264 patients in hospital on Wednesday, 71% were …": so many there were then.
bool TimeOwner::is_of_leading_whole(std::size_t i, const TimeExpression& time) const {
    const std::size_t first = frame_.sentence.begin;
    return i == 0 && quantity(i).begin == first + 2 && frame_.is(first, "of") &&
           frame_.is(first + 1, "the") && frame_.has(time.end) && frame_.is_written(time.end, ",");
}

// "Some 40,000 workers, of whom 5,500 are drivers, walked out on Saturday", "people, 49% of those eligible, cast ballots": a
// part between commas, with the verb of the whole behind it.
bool TimeOwner::is_set_in(std::size_t i, const TimeExpression& time) const {
    const TokenRange own = segment_around(frame_, quantity(i).begin, quantity(i).end);
    if (own.begin <= quantity(i - 1).end || own.end + 1 >= time.begin) return false;
    if (!frame_.is_written(own.begin - 1, ",") || !frame_.is_written(own.end, ",")) return false;
    const bool part = quantity(i).kind == Kind::percent || quantity(i).kind == Kind::ratio;
    const bool parts = tells_of_parts(i, own);
    const bool opens = parts || frame_.is_any(own.begin, {"which", "who"}) || is_comparison_aside(i, own) ||
                       (frame_.is(own.begin, "of") && frame_.is_any(own.begin + 1, {"whom", "which"}));
    if (!opens && !(part && own.begin == quantity(i).begin && !acts(quantity(i).end, own.end))) return false;
    // "has killed 692 people, including 158 children, in the north since May"
    if (parts && frame_.is(own.end + 1, WordClass::preposition) &&
        (!acts(quantity(i).end, own.end) || frame_.is(quantity(i).end + 1, "whom")) &&
        !has_comma(own.end + 1, time.begin)) {
        bool does = false;  // but "the North Bank and occupied East Lenz"
        for (std::size_t k = own.end; k < time.begin; ++k)
            does = does || (is_verb_at(frame_, k) && !frame_.token(k + 1).is_capitalised());
        if (!does) return true;
    }
    for (std::size_t k = own.end + 1; k < time.begin; ++k) {
        if (frame_.is_written(k, ",") || frame_.is_any(k, {"and", "but", "while", "as", "when", "after"}))
            return false;
        // "reported a disorder in 2017" says nothing
        const bool has = frame_.is(k, "reported") && frame_.is_any(k + 1, {"a", "an", "no", "having"});
        if (is_verb_at(frame_, k) || frame_.is(k, WordClass::auxiliary))
            return has || !frame_.is(k, WordClass::cue);
    }
    return false;
}

// "lay off 1,100 staff, 6% of its workforce, by June": the part is put in between commas.
bool TimeOwner::is_put_in(std::size_t i, const TimeExpression& time) const {
    const std::size_t begin = quantity(i).begin;
    if (begin == frame_.sentence.begin || time.begin < quantity(i).end + 2) return false;
    const std::size_t comma = time.begin - 2;
    const bool part = quantity(i).kind == Kind::percent || quantity(i).kind == Kind::ratio;
    return part && frame_.is_written(begin - 1, ",") && frame_.is_written(comma, ",") &&
           frame_.is(time.begin - 1, WordClass::preposition) && !acts(begin, comma);
}

// "470 million tonnes a year — three times what the city emits — over the next decade"
bool TimeOwner::is_between_dashes(std::size_t i, const TimeExpression& time) const {
    const auto dash = [&](std::size_t k) { return is_wide_dash(frame_.word(k)); };
    std::size_t opener = quantity(i).begin;
    while (opener > quantity(i - 1).end && !dash(opener)) --opener;
    if (!dash(opener)) return false;
    std::size_t closer = quantity(i).end;
    while (closer < time.begin && !dash(closer)) ++closer;
    return closer < time.begin && !acts(closer, time.begin);
}

// "announced that 2024 had been the warmest year": the time is what the verb says something of.
bool TimeOwner::is_subject(const TimeExpression& time) const {
    if (time.grain == TimeGrain::day || time.is_weekday || time.is_baseline) return false;
    const bool verb = frame_.is_any(time.end, {"was", "is", "had", "has", "will", "would"});
    if (!verb || time.begin == frame_.sentence.begin) return false;
    return frame_.is_any(time.begin - 1, {"that", "and", "but", "while", "whether", "if", "because"});
}

// "with two clubs, Corva in 2004 and Brandel in 2010": the one time of the one name, the other of the other.
bool TimeOwner::is_of_named_parts(std::size_t t) const {
    const auto is_name_with = [&](const TimeExpression& time) {
        return time.begin >= frame_.sentence.begin + 2 && frame_.is(time.begin - 1, "in") &&
               frame_.token(time.begin - 2).is_capitalised() && frame_.token(time.begin - 2).is_word();
    };
    const auto is_listed = [&](std::size_t first) {
        if (first + 1 >= times_.size() || !is_name_with(times_[first]) || !is_name_with(times_[first + 1]))
            return false;
        const std::size_t joint = times_[first].end;
        if (!frame_.is(joint, "and") && !frame_.is_written(joint, ",")) return false;
        for (std::size_t k = joint + 1; k + 1 < times_[first + 1].begin; ++k)
            if (!frame_.token(k).is_capitalised() && !frame_.is_any(k, {"of", "the", "and"})) return false;
        return true;
    };
    return is_listed(t) || (t > 0 && is_listed(t - 1));
}

// "In 2022, one in ten had a parent who had left a job in the previous year": the sentence has told the time of the figure.
bool TimeOwner::is_told_behind_who(std::size_t i, std::size_t t) const {
    constexpr std::size_t longest = 3;  // "In 2022,"
    const TimeExpression& first = times_.front();
    const bool leads = t > 0 && first.begin <= frame_.sentence.begin + longest && frame_.has(first.end) &&
                       frame_.is_written(first.end, ",") && !first.is_baseline && !first.opens_span;
    if (!leads || i != 0 || claim(i).change != Change::none || times_[t].is_baseline) return false;
    for (std::size_t k = quantity(i).phrase_end(); k < times_[t].begin; ++k) {
        if (frame_.is_written(k, ",") || frame_.is_written(k, ";")) return false;
        if (frame_.is(k, "who")) return acts(k, times_[t].begin);
    }
    return false;
}

// "destroyed three rockets before the fourth flew in 2008", "for 13 offences although the last was 12 years ago", "a 60% target
// and net zero by 2050", "nine staff after an inquiry found that they had joined a raid in May": of a clause behind the figure.
bool TimeOwner::is_of_own_clause(std::size_t i, const TimeExpression& time) const {
    if (time.is_baseline) return is_measured_in_next_clause(i, time);
    if (claim(i).role == Role::from) return false;
    const std::size_t from = quantity(i).end;
    if (is_of_other_event(i, time) || is_of_second_move(i, time) || is_told_by(i, time) ||
        is_about_event(i, time) || (frame_.sentence.has(WordClass::modal) && is_feared(i, time)) ||
        ((time.is_weekday || time.grain == TimeGrain::day) && is_of_crime(i, time)))
        return true;
    if (time.begin >= from + 3 && frame_.is_any(time.begin - 1, {"by", "in"}) &&
        (frame_.is(time.begin - 2, "zero") || frame_.is_any(time.begin - 2, {"neutral", "neutrality"})))
        return true;
    // "cut its rate to 6%, with further cuts expected next month"
    for (std::size_t k = from; k + 2 < time.begin; ++k) {
        if (!frame_.is_written(k, ",") || !frame_.is(k + 1, "with")) continue;
        for (std::size_t at = k + 2; at < time.begin; ++at)
            if (frame_.is(at, WordClass::foreseen) ||
                frame_.is_any(at, {"due", "planned", "scheduled", "likely"}))
                return true;
    }
    for (std::size_t k = from; k + 1 < time.begin; ++k) {
        const bool conceding = frame_.is_any(k, {"although", "though"});
        const bool before = frame_.is(k, "before") && claim(i).change == Change::none && !time.is_weekday;
        const bool after = frame_.is(k, "after") && !time.is_weekday && claim(i).change == Change::none;
        if (!conceding && !before && !after) continue;
        for (std::size_t at = k + 2; at < time.begin; ++at) {
            if (frame_.is_written(at, ",")) break;
            if (!is_verb_at(frame_, at)) continue;
            if (!after || frame_.is_any(at, {"found", "said", "alleged", "showed", "revealed", "claimed"}))
                return true;
            break;
        }
    }
    return false;
}

// "is down 42% to date, and the results showed year-over-year losses": a clause of its own, with its subject and verb.
bool TimeOwner::is_measured_in_next_clause(std::size_t i, const TimeExpression& time) const {
    for (std::size_t k = quantity(i).phrase_end(); k + 3 < time.begin; ++k) {
        if (!frame_.is_written(k, ",") || !frame_.is_any(k + 1, {"and", "while", "but"})) continue;
        if (is_verb_at(frame_, k + 2) ||
            frame_.is_one_of(k + 2, {WordClass::auxiliary, WordClass::modal, WordClass::preposition,
                                     WordClass::change_particle}))
            return false;
        return !frame_.is_any(k + 2, {"it", "they", "that"}) && acts(k + 3, time.begin);
    }
    return false;
}

// "fell to $178 million at the company, which closed its paper this year": told of the noun, up to the time; "during the
// quarter, which ended on May 2" says when.
bool TimeOwner::opens_told_of_noun(std::size_t comma, std::size_t time) const {
    if (opens_told_of_part(comma)) return !has_comma(comma + 1, time);
    if (!frame_.is_any(comma + 1, {"which", "who", "whose"})) return false;
    if (frame_.is(comma - 1, WordClass::time_unit) || frame_.is(comma - 1, "period")) return false;
    return !has_comma(comma + 1, time);
}

// "fell 33% and warned that earnings in 2005 may slide", "rose 6% as it said sales could turn this year": of what is said on.
bool TimeOwner::says_on(std::size_t joint, std::size_t time) const {
    constexpr std::size_t reach = 5;
    if (!frame_.sentence.has(WordClass::cue) || !frame_.is_any(joint, {"and", "but", "as"})) return false;
    if (frame_.is_any(joint - 1, {"much", "many", "well"}))
        return false;  // "half as much as analysts expected"
    for (std::size_t i = joint + 1; i + 2 < time && i < joint + reach; ++i) {
        if (frame_.token(i).kind == TokenKind::mark) return false;
        if (frame_.is(i, WordClass::cue) && is_verb_at(frame_, i))
            return !frame_.is(i + 1, WordClass::preposition) && !frame_.is(i - 1, "-");
    }
    return false;
}

// "fell 2.7 percent, edging toward last week's low", "shed 1% after contracting 2% in June", "was given £3m after the collapse of
// its bank in 2008", "will cut 300 jobs as it seeks to break even by 2009": the time is of another event.
bool TimeOwner::is_of_other_event(std::size_t i, const TimeExpression& time) const {
    const std::size_t from = quantity(i).phrase_end();
    const bool owns = frame_.has(time.end) && frame_.token(time.end).kind == TokenKind::possessive;
    if (owns && from + 2 < time.begin &&
        !frame_.is_any(time.begin - 1, {"in", "during", "at", "for", "of", "by", "from", "over", "on"}))
        return true;
    // "made two changes for Saturday's game"
    if (owns && time.is_weekday && claim(i).modality == Modality::actual &&
        frame_.is(time.begin - 1, "for") && claim(i).kind == Kind::count)
        return true;
    for (std::size_t k = from; k + 1 < time.begin; ++k) {
        const bool comma = frame_.is_written(k, ",");
        // "pays $4 million because of a swap it agreed to 15 years ago"
        if (frame_.is(k, "because") && acts(k + 1, time.begin)) return true;
        if (!comma && !frame_.is_any(k, {"in", "as", "after", "following", "and", "but"})) continue;
        if (!comma && says_on(k, time.begin)) return true;
        if (comma && opens_told_of_noun(k, time.begin)) return true;
        // "nearer zero than 1%, adding that it would be negative in May"
        if (comma && frame_.is_any(k + 1, {"adding", "saying", "noting", "warning"}) &&
            frame_.is_any(k + 2, {"that", "it", "they", "he", "she"}))
            return true;
        if (comma && frame_.is_any(k + 1, {"extending", "matching", "echoing", "mirroring", "repeating",
                                           "edging", "having"}))
            return true;
        if (frame_.is(k, "in") && frame_.is(k + 1, "line") && frame_.is(k + 2, "with")) return true;
        if (time.is_weekday || time.opens_span) continue;
        if (frame_.is(k, "as") && frame_.is_any(k + 1, {"it", "they", "he", "she"}) &&
            frame_.is_any(k + 2, {"seeks", "seek", "tries", "try", "prepares", "prepare", "looks", "look",
                                  "faces", "face", "is", "are", "aims", "aim", "exits"}))
            return true;
        if (!frame_.is_any(k, {"after", "following"})) continue;
        // "364,000 people needed treatment after being assaulted in 2006": of both
        if (has_ending(frame_.word(k + 1), "ing", 2))
            return !frame_.is(k + 1, "being") || quantity(i).kind != Kind::count;
        if (frame_.is(k, "following") || tells_of_outlook(k + 1, time)) return true;
        for (std::size_t at = k + 2; at < time.begin; ++at) {
            if (frame_.is_written(at, ",")) break;
            if (frame_.is_any(at, {"reported", "said", "posted", "forecast", "announced"})) return true;
            if (is_verb_at(frame_, at)) break;
        }
    }
    return false;
}

// "In 2021 the council pledged to cut its emissions by half": what is still to come is of no time that is over.
bool TimeOwner::is_promised_then(const TimeExpression& time, std::size_t i) const {
    if (claim(i).modality != Modality::projected || !frame_.published || !time.start || !time.last ||
        time.opens_span || time.is_baseline || *time.start > *frame_.published ||
        (*time.last == *frame_.published && !time.is_weekday))
        return false;
    // "Earlier this month the analyst said that it could lose $5 billion": of a time that runs only what tells for sure
    const bool runs = *time.last > *frame_.published;
    if (runs && !(frame_.is(time.begin, "this") && time.grain != TimeGrain::quarter)) return false;
    const std::size_t figure = quantity(i).begin;
    for (std::size_t k = time.end; k < figure; ++k)
        if (frame_.has_any(k, {WordClass::projecting, WordClass::projecting_to, WordClass::cue}) &&
            (has_past_ending(frame_.word(k)) || frame_.is_any(k, {"said", "told", "wrote"})) &&
            !frame_.is_one_of(k - 1, {WordClass::determiner, WordClass::auxiliary, WordClass::copula}) &&
            !frame_.is_any(k - 1, {"than", "as", "be", "-"}))
            return !runs || frame_.is_any(k, {"said", "told", "announced", "warned", "revealed"});
    return !runs && is_to_come_of_deed(time, figure);
}

// "In 2019 parliament | passed a bill that would give 300", "last year | chose a place that officials expect to host 300": what
// was done then, and what is to come of it.
bool TimeOwner::is_to_come_of_deed(const TimeExpression& time, std::size_t figure) const {
    static constexpr WordClasses helpers{WordClass::auxiliary, WordClass::copula, WordClass::modal};
    // "announced last May that it was looking to cut 300", "voted 5-2 late Tuesday to lay off 300"
    std::size_t verb = time.begin;
    while (verb > frame_.sentence.begin &&
           (frame_.is_any(verb - 1, {"late", "early", "on", "-", "–"}) || frame_.token(verb - 1).is_number()))
        --verb;
    bool done = verb > frame_.sentence.begin && is_past_verb(verb - 1);
    if (done && time.is_weekday && frame_.is(time.end, "to") && frame_.token(time.end + 1).is_word())
        return true;
    for (std::size_t k = time.end; k < figure; ++k) {
        if (done && frame_.is(k, WordClass::projecting) &&
            (frame_.is(k, WordClass::modal) || is_verb_at(frame_, k)))
            return !frame_.is(k + 1, "have");
        if (done && frame_.is(k, WordClass::projecting_to) && frame_.is(k + 1, "to")) return true;
        done = done || (!frame_.has_any(k, helpers) && is_past_verb(k));
    }
    return false;
}

bool TimeOwner::is_past_verb(std::size_t k) const {
    return (has_past_ending(frame_.word(k)) || frame_.is(k, WordClass::past_form)) && is_verb_at(frame_, k);
}

// "the number who said they had used it in the past month rose by 23%": of what they answered.
bool TimeOwner::is_of_answer(const TimeExpression& time, std::size_t i) const {
    constexpr std::size_t reach = 10;
    if (frame_.is_written(time.end, ",") || quantity(i).begin < time.end) return false;
    bool had = false;
    for (std::size_t k = time.begin; k-- > frame_.sentence.begin + 1 && k + reach > time.begin;) {
        if (frame_.is_written(k, ",") || frame_.token(k).is_number()) return false;
        had = had || (frame_.is_any(k, {"had", "have"}) && frame_.is(k - 1, "they"));
        if (had && frame_.is(k, WordClass::cue) && frame_.is(k - 1, "who")) return true;
    }
    return false;
}

// "a 17% drop in third-quarter profit", "a 5% rise in first-half sales": the time is of what moved.
std::optional<std::size_t> TimeOwner::moved_in(const TimeExpression& time) const {
    constexpr std::size_t longest = 6;
    if (time.begin <= frame_.sentence.begin || !frame_.is_any(time.begin - 1, {"in", "of"}))
        return std::nullopt;
    if (!context_.is_attributive(time)) return std::nullopt;
    for (std::size_t i = frame_.count(); i-- > 0;) {
        const std::size_t end = quantity(i).end;
        if (end > time.begin) continue;
        const bool noun = claim(i).role == Role::change && time.begin <= end + longest &&
                          frame_.is(time.begin - 2, WordClass::change_noun) && time.begin - 2 >= end;
        return noun && !claim(i).period ? std::optional(i) : std::nullopt;
    }
    return std::nullopt;
}

// "(2023: £39m)"
std::optional<std::size_t> TimeOwner::figure_listed_behind(const TimeExpression& time) const {
    if (!frame_.has(time.end) || !frame_.is_written(time.end, ":")) return std::nullopt;
    for (std::size_t i = 0; i < frame_.count(); ++i)
        if (quantity(i).begin == time.end + 1) return i;
    return std::nullopt;
}

bool TimeOwner::is_verb(std::size_t i) const {
    static constexpr WordClasses verbs{WordClass::verb, WordClass::change_verb, WordClass::copula,
                                       WordClass::modal};
    return frame_.is_one_of(i, verbs);
}

std::optional<std::size_t> TimeOwner::figure_before(const TimeExpression& time) const {
    for (std::size_t i = frame_.count(); i-- > 0;) {
        const std::size_t end = quantity(i).end;
        if (end > time.begin || is_span_before(i, time) || is_inside_time(i) || is_length_of(i) ||
            is_in_subject_clause(i, time))
            continue;
        const std::size_t begin = std::max(time.since_event.value_or(time.begin), end);
        if (begin - end > furthest) return std::nullopt;
        for (std::size_t k = end; k < time.begin; ++k)
            if (frame_.is_written(k, ";") || is_colon(k) || (frame_.is_written(k, ".") && is_seam(frame_, k)))
                return std::nullopt;
        if (leads_the_next(time, i) || takes_to_next(time, i) || acts_between(end, time.begin, i) ||
            says_when(time, i) || is_of_number_between(end, time) || is_of_own_clause(i, time))
            return std::nullopt;
        return i;
    }
    return std::nullopt;
}

// "averaged 120.8 points, against a revised 121 in June": of a number that was taken for no figure.
bool TimeOwner::is_of_number_between(std::size_t from, const TimeExpression& time) const {
    if (time.begin < from + 3 || !frame_.token(time.begin - 2).is_number()) return false;
    for (std::size_t k = time.begin - 2; k-- > from;) {
        if (frame_.is_any(k, {"against", "from", "than"})) return frame_.is(time.begin - 1, "in");
        if (!in_noun_phrase(frame_, k) && !frame_.is(k, WordClass::determiner)) return false;
    }
    return false;
}

// "One in eight patients waited longer than four hours last month": how long is no figure of that time where another is.
bool TimeOwner::is_length_of(std::size_t i) const {
    if (i == 0 || quantity(i).rule != "measure.unit" || !is_time_unit(quantity(i).unit)) return false;
    for (std::size_t k = quantity(i - 1).end; k < quantity(i).begin; ++k)
        if (frame_.is(k, WordClass::relative))
            return false;  // "hired 300 people who had waited four years in 2024"
    return claim(i).change == Change::none && !has_comma(quantity(i - 1).end, quantity(i).begin) &&
           !is_inside_time(i - 1);
}

// The "nine months" of "the first nine months of the year": part of a time, with none of its own.
bool TimeOwner::is_inside_time(std::size_t i) const {
    if (quantity(i).kind != Kind::measure || !is_time_unit(quantity(i).unit)) return false;
    return std::any_of(times_.begin(), times_.end(), [&](const TimeExpression& time) {
        return time.begin <= quantity(i).begin && quantity(i).end <= time.end;
    });
}

// Not that of "4:12 a.m.".
bool TimeOwner::is_colon(std::size_t k) const {
    return frame_.is_written(k, ":") && !(frame_.has(k + 1) && frame_.token(k + 1).is_number());
}

// "40% blamed a shooting last month that killed three": when that was in which the next figure stands.
bool TimeOwner::says_when(const TimeExpression& time, std::size_t before) const {
    if (before + 1 >= frame_.count()) return false;
    // "a raid in May, in which two were hurt"
    const bool comma = frame_.is_written(time.end, ",") && frame_.is(time.end + 1, "in");
    const std::size_t in = comma ? time.end + 1 : time.end;
    const std::size_t at = frame_.is(in, "in") ? in + 1 : in;
    if (!frame_.is_any(at, {"that", "which", "where"})) return false;
    for (std::size_t k = at; k < quantity(before + 1).begin; ++k)
        if (frame_.is_written(k, ",")) return false;
    for (std::size_t k = quantity(before).end; k < time.begin; ++k)
        if (is_verb_at(frame_, k)) return true;
    return false;
}

// "A dividend of 12p takes the payout for 2023 to 19p"
bool TimeOwner::takes_to_next(const TimeExpression& time, std::size_t before) const {
    if (before + 1 >= frame_.count() || !frame_.is(time.end, "to")) return false;
    if (quantity(before + 1).begin > time.end + 2) return false;
    for (std::size_t k = quantity(before).end; k < time.begin; ++k)
        if (frame_.is_any(k, {"takes", "take", "took", "taking", "brings", "bring", "brought", "bringing",
                              "lifting", "pushing", "raising", "leaving"}))
            return true;
    return false;
}

// "raised its rate to 4% and cut its forecast for 2024 to 1%", "bought it in 1971 for $5m and sold it in 1999 for $9m":
// behind another verb, with a figure of its own.
bool TimeOwner::acts_between(std::size_t from, std::size_t to, std::size_t before) const {
    if (before + 1 >= frame_.count()) return false;
    for (std::size_t k = from; k + 1 < to; ++k) {
        if (!frame_.is_any(k, {"and", "but", "then"})) continue;
        const std::size_t next = frame_.is(k + 1, WordClass::pronoun) ? k + 2 : k + 1;
        // "cost $1.1bn in diesel and | spoilt food | in the six months to March": what it is told beside
        constexpr std::size_t with_noun = 3;
        const bool beside_noun = next == k + 1 && next + with_noun >= to && is_inside_time(before + 1) &&
                                 in_noun_phrase(frame_, next + 1) && frame_.is(to - 1, "in") &&
                                 !frame_.is(next + 1, WordClass::determiner);
        // "in the West Bank and occupied East Lenz"
        const bool named = has_past_ending(frame_.word(next)) && frame_.token(k - 1).is_capitalised() &&
                           next + 1 < to && frame_.token(next + 1).is_capitalised();
        if (beside_noun || named) continue;
        if (next < to && (frame_.is(next, WordClass::change_verb) || is_verb_at(frame_, next))) return true;
        // "fell 3%, but price rises lifted revenue in the first nine months by 2%"
        const bool clause =
            frame_.is_written(k - 1, ",") && acts(next, to) && quantity(before + 1).begin <= to + behind_time;
        if (clause && !has_comma(to, quantity(before + 1).begin)) return true;
    }
    return false;
}

// "rose 5% in 2021, and in 2022 it fell 3%": behind a comma or "and", with a figure and its verb to come.
bool TimeOwner::leads_the_next(const TimeExpression& time, std::size_t before) const {
    if (time.is_baseline || before + 1 >= frame_.count()) return false;
    // "more than double last year's 1.6 million", "trimmed next year's to 2.6%"
    const std::size_t next = quantity(before + 1).begin;
    const std::size_t owned = frame_.has(time.end) && frame_.token(time.end).kind == TokenKind::possessive
                                  ? time.end + 1
                                  : time.end;
    const bool owns = owned > time.end || frame_.token(time.end - 1).kind == TokenKind::possessive;
    if (owns && (next == owned || (next == owned + 1 && frame_.is_any(owned, {"to", "by", "at"}))))
        return true;
    if (is_reached_by_next(time, before)) return true;
    // "and shipments so far this year total 31.6m tonnes"
    constexpr std::size_t behind_verb = 3;
    const bool totals = frame_.is(time.end, "total") && next == time.end + 1;
    if ((totals || is_verb_at(frame_, time.end)) && next <= time.end + behind_verb)
        for (std::size_t k = quantity(before).end; k < time.begin; ++k)
            if (frame_.is_any(k, {"and", "but", "while"})) return true;
    std::size_t at = time.begin;
    while (at > frame_.sentence.begin &&
           (frame_.is_any(at - 1, {"in", "the", "by", "during", "on", "late", "early", "midday", "noon"})))
        --at;
    // "and at the end of 2023"
    if (at > frame_.sentence.begin + 3 && frame_.is(at - 1, "of") &&
        frame_.is_any(at - 2, {"end", "start", "beginning", "middle", "height", "close"}) &&
        frame_.is(at - 3, "the"))
        at -= frame_.is_any(at - 4, {"at", "by", "towards", "toward"}) ? 4 : 3;
    // Without a preposition a subject must follow: "and this year it plans to spend $1.9bn".
    const bool word = frame_.has(time.end) && frame_.token(time.end).is_word() &&
                      !frame_.is(time.end, WordClass::conjunction);
    const bool subject = word || quantity(before + 1).begin == time.end;
    if (at == frame_.sentence.begin || (at == time.begin && !subject)) return false;
    const bool opens =
        frame_.is_any(at - 1, {"and", "but", "while", "whereas"}) || frame_.is_written(at - 1, ",");
    if (!opens) return false;
    if (quantity(before + 1).begin == time.end) return true;  // ", and this year 58% came"
    static constexpr WordClasses verbs{WordClass::verb, WordClass::change_verb, WordClass::copula};
    for (std::size_t k = time.end; k < quantity(before + 1).begin; ++k)
        if (frame_.is_one_of(k, verbs)) return true;
    return false;
}

}  // namespace figbook
