// Times that stand behind a figure and yet belong to another clause, or that say when the figure was reached.
#include "claim/phrases.hpp"
#include "claim/rules/time_owner.hpp"
#include "claim/verbs.hpp"
#include "text/endings.hpp"

namespace figbook {

// "A man who stole 12 cars | was jailed on Monday": the figure is told of the subject, the time of the verb behind it.
bool TimeOwner::is_in_subject_clause(std::size_t i, const TimeExpression& time) const {
    constexpr std::size_t longest = 10;
    if (time.is_baseline || !frame_.sentence.has(WordClass::relative)) return false;
    const std::size_t begin = quantity(i).begin;
    std::size_t who = begin;
    while (who > frame_.sentence.begin + 1 && who + longest > begin &&
           !frame_.is_any(who, {"who", "which"})) {
        if (frame_.token(who).kind == TokenKind::mark && who < begin && !frame_.is_written(who, "-"))
            return false;
        if (who < begin && frame_.is(who, "that"))
            return false;  // "which found that 43% had been hurt in May"
        --who;
    }
    const bool opens = frame_.is_any(who, {"who", "which"}) && in_noun_phrase(frame_, who - 1) &&
                       !is_verb_at(frame_, who - 1) && !frame_.is(who - 1, WordClass::preposition);
    if (!opens || !acts(who + 1, begin)) return false;
    static constexpr WordClasses finite{WordClass::auxiliary, WordClass::copula, WordClass::modal};
    for (std::size_t k = quantity(i).phrase_end(); k < time.begin; ++k) {
        if (frame_.token(k).kind == TokenKind::mark && !frame_.is_written(k, "-")) return false;
        if (frame_.is_any(k, {"and", "but", "or", "who", "which", "that", "when", "as", "than"}))
            return false;
        if (frame_.is_any(k, {"be", "been", "being"})) return false;
        if (frame_.has_any(k, finite)) return true;
        if (is_verb_at(frame_, k) && !frame_.is(k, WordClass::preposition)) return false;
    }
    return false;
}

// "40 files, one | of which was found in November", "five rounds, the last | of which was held in April": told of a part of
// the figure.
bool TimeOwner::opens_told_of_part(std::size_t comma) const {
    constexpr std::size_t longest = 4;
    for (std::size_t k = comma + 1; k < comma + 1 + longest && frame_.has(k + 1); ++k) {
        if (frame_.is(k, "of")) return k > comma + 1 && frame_.is_any(k + 1, {"which", "whom"});
        const bool some =
            frame_.token(k).is_number() || frame_.is(k, WordClass::number) ||
            frame_.is_any(k, {"some", "most", "many", "all", "each", "both", "none", "half", "the", "first",
                              "second", "third", "last", "latest", "largest", "biggest"});
        if (!some) return false;
    }
    return false;
}

// "Two people briefed on the talks | said that he had agreed in May": the time is of what they say.
bool TimeOwner::is_told_by(std::size_t i, const TimeExpression& time) const {
    constexpr std::size_t behind_saying = 4;
    if (quantity(i).kind != Kind::count || !frame_.sentence.has(WordClass::cue)) return false;
    for (std::size_t k = quantity(i).phrase_end(); k + behind_saying < time.begin; ++k) {
        if (frame_.token(k).kind == TokenKind::mark) return false;
        if (frame_.is_any(k, {"said", "told", "say", "says"}))
            return !frame_.is_any(k - 1, {"who", "it", "he", "she", "they", "that", "which"}) &&
                   !frame_.has_any(k - 1, {WordClass::copula, WordClass::auxiliary}) &&
                   !frame_.token(k - 1).is_capitalised();
        if (frame_.is_any(k, {"and", "who", "that", "which", "when", "as"}) ||
            frame_.has_any(k, {WordClass::auxiliary, WordClass::copula}))
            return false;
    }
    return false;
}

// "76 people were injured in raids on | two towns | on Sunday": those are where it happened.
bool TimeOwner::is_where_they_were_hurt(std::size_t i) const {
    const std::size_t begin = quantity(i).begin, from = quantity(i - 1).phrase_end();
    if (quantity(i).kind != Kind::count || quantity(i - 1).kind != Kind::count || begin < from + 1 ||
        !frame_.is_any(begin - 1, {"on", "in", "at", "across"}))
        return false;
    // "including 170 in three villages in May"
    bool hurt = begin == from + 1 && frame_.is(begin - 1, "in") &&
                frame_.is(segment_around(frame_, begin, begin).begin, "including");
    for (std::size_t k = from; k < begin; ++k) {
        if (frame_.token(k).kind == TokenKind::mark ||
            frame_.is_any(k, {"and", "but", "who", "that", "which", "when"}))
            return false;
        hurt = hurt || frame_.is(k, WordClass::casualty);
    }
    return hurt;
}

// "five managers face trial over the | crash in 2000", "executed over the death of a rider | in May": the time is of what it is
// about.
bool TimeOwner::is_about_event(std::size_t i, const TimeExpression& time) const {
    constexpr std::size_t longest = 9;
    const std::size_t from = quantity(i).phrase_end();
    if (claim(i).change != Change::none || time.begin < from + 4 ||
        !frame_.is_any(time.begin - 1, {"in", "on", "of"}))
        return false;
    for (std::size_t k = time.begin - 2; k-- > from && k + longest > time.begin;) {
        if (frame_.is_any(k, {"over", "about", "into"}))
            return frame_.is(k + 1, WordClass::determiner) &&
                   (frame_.is(time.begin - 2, WordClass::event_noun) ||
                    frame_.is(k + 2, WordClass::event_noun) ||
                    frame_.is_any(k + 2, {"death", "deaths", "killing", "murder"}));
        if (!in_noun_phrase(frame_, k) && !frame_.is(k, "of")) return false;
    }
    return false;
}

// "fell 7% on | fears that margins will shrink this year", "on hopes that rates would be cut in May": when that is to be.
bool TimeOwner::is_feared(std::size_t i, const TimeExpression& time) const {
    for (std::size_t k = quantity(i).phrase_end(); k + 3 < time.begin; ++k) {
        if (frame_.token(k).kind == TokenKind::mark && !frame_.is_written(k, "-")) return false;
        if (!frame_.is_any(k, {"fears", "fear", "worries", "worry", "concerns", "concern", "hopes", "hope",
                               "expectations", "speculation", "signs", "bets", "optimism", "prospect",
                               "chance", "possibility", "risk"}))
            continue;
        std::size_t modal = k + 1;
        while (modal < time.begin && !frame_.is(modal, WordClass::modal)) ++modal;
        return modal < time.begin && !frame_.is_any(k - 1, {"with", "but", "and"});
    }
    return false;
}

// "had now made seven arrests following | the riot on Sunday", "three men have been held after a fire on Monday": of what they are
// held for. "Nine were arrested after clashes on Monday" says it of both.
bool TimeOwner::is_of_crime(std::size_t i, const TimeExpression& time) const {
    if (quantity(i).kind != Kind::count) return false;
    if (!frame_.sentence.has(WordClass::casualty) && quantity(i).unit != "arrests") return false;
    std::size_t after = quantity(i).phrase_end();
    while (after + 2 < time.begin && !frame_.is_any(after, {"after", "following"})) {
        if (frame_.token(after).kind == TokenKind::mark && !frame_.is_written(after, "-")) return false;
        ++after;
    }
    if (after + 2 >= time.begin || has_ending(frame_.word(after + 1), "ing", 3)) return false;
    const std::size_t first = segment_around(frame_, quantity(i).begin, quantity(i).end).begin;
    bool held = false, by_now = false;
    for (std::size_t k = first; k < after; ++k) {
        by_now = by_now || frame_.is_any(k, {"has", "have", "had", "now", "are", "is"});
        held = held || frame_.is_any(k, {"arrested", "arrests", "detained", "held", "questioned", "jailed",
                                         "suspended", "sacked"});
    }
    return held && by_now;
}

// "growth of 0.1% - and a similar contraction in the previous quarter": of a second move that no figure tells.
bool TimeOwner::is_of_second_move(std::size_t i, const TimeExpression& time) const {
    constexpr std::size_t longest = 7;
    const std::size_t noun = time.begin - 2;
    if (claim(i).change == Change::none || time.begin < quantity(i).end + 4 ||
        !frame_.is_any(time.begin - 1, {"in", "during"}) || !frame_.is(noun, WordClass::change_noun))
        return false;
    for (std::size_t k = noun; k > quantity(i).end && k + longest > noun; --k) {
        if (frame_.is_any(k, {"a", "an"})) return frame_.is(k - 1, "and");
        if (!in_noun_phrase(frame_, k) && !frame_.is_written(k, "-")) return false;
    }
    return false;
}

// "a mark of $80, which was reached | in October": when the figure right before the comma was so.
std::optional<std::size_t> TimeOwner::reached_in(const TimeExpression& time) const {
    if (!frame_.sentence.has(WordClass::relative)) return std::nullopt;
    const std::size_t first = frame_.sentence.begin;
    std::size_t verb = time.begin;
    while (verb > first + 4 && frame_.is_any(verb - 1, {"in", "on", "at", "early", "late", "back"})) --verb;
    if (time.is_baseline || verb < first + 4) return std::nullopt;
    --verb;
    const bool reached = frame_.is_any(verb, {"reached", "hit", "set", "touched", "recorded", "struck",
                                              "seen", "posted", "registered", "measured"}) &&
                         frame_.is_any(verb - 1, {"was", "were"}) &&
                         frame_.is_any(verb - 2, {"which", "that"}) && frame_.is_written(verb - 3, ",");
    if (!reached) return std::nullopt;
    for (std::size_t i = 0; i < frame_.count(); ++i)
        if (quantity(i).phrase_end() == verb - 3 && !claim(i).period) return i;
    return std::nullopt;
}

// "Loans to 12 lenders | peaked in May at | £4m": of the figure that the verb reached, and not of one in its subject.
bool TimeOwner::is_reached_by_next(const TimeExpression& time, std::size_t before) const {
    const std::size_t next = quantity(before + 1).begin;
    if (next != time.end + 1 || !frame_.is_any(time.end, {"at", "to", "by"}) ||
        claim(before).change != Change::none)
        return false;
    const TokenRange own = segment_around(frame_, quantity(before).begin, quantity(before).end);
    if (own.begin != frame_.sentence.begin || acts(own.begin, quantity(before).begin)) return false;
    static constexpr WordClasses moving{WordClass::change_verb, WordClass::level_verb,
                                        WordClass::closing_verb};
    bool moved = false;
    for (std::size_t k = quantity(before).end; k < time.begin; ++k) {
        if (frame_.token(k).kind == TokenKind::mark || frame_.is_any(k, {"who", "which", "that", "and"}))
            return false;
        moved = moved || (is_verb_at(frame_, k) &&
                          (frame_.has_any(k, moving) || frame_.is_any(k, {"peaked", "stood", "bottomed"})));
    }
    return moved;
}

// "$16.9 billion in second-quarter revenue": so much of what that time brought.
std::optional<std::size_t> TimeOwner::brought_in(const TimeExpression& time) const {
    if (time.grain != TimeGrain::quarter && time.grain != TimeGrain::half) return std::nullopt;
    const bool before_noun = time.begin > frame_.sentence.begin && frame_.is(time.begin - 1, "in") &&
                             frame_.is(time.end, WordClass::takings);
    if (!before_noun) return std::nullopt;
    for (std::size_t i = 0; i < frame_.count(); ++i)
        if (quantity(i).end + 1 == time.begin && quantity(i).kind == Kind::money && !claim(i).period)
            return i;
    return std::nullopt;
}

// "rose 2% in May, after a dip in April, beating forecasts of a 1% gain": April is of the dip alone.
bool TimeOwner::is_of_earlier_move(const TimeExpression& time, std::size_t i) const {
    if (i == 0 || !claim(i - 1).period || quantity(i - 1).end + 2 > time.begin ||
        time.end > quantity(i).begin)
        return false;
    return frame_.is(time.begin - 1, "in") && frame_.is(time.begin - 2, WordClass::change_noun) &&
           frame_.is_any(time.end, {",", "and", "but"});
}

// ", including six children,", ", six of them children,", ", at least six of whom were children,"
bool TimeOwner::tells_of_parts(std::size_t i, TokenRange own) const {
    constexpr std::size_t longest_bound = 2;
    if (frame_.is_any(own.begin, {"including", "among"})) return true;
    return quantity(i).kind == Kind::count && quantity(i).begin <= own.begin + longest_bound &&
           frame_.is(quantity(i).end, "of") && frame_.is_any(quantity(i).end + 1, {"them", "whom"});
}

// The first figure of the part between commas that figure i stands in: "six children" of ", including six children and two men,".
std::size_t TimeOwner::first_of_part(std::size_t i) const {
    if (i == 0) return i;
    const std::size_t begin = segment_around(frame_, quantity(i).begin, quantity(i).end).begin;
    while (i > 0 && quantity(i - 1).begin >= begin) --i;
    return i;
}

// ", up from £3m,", "(compared with £3m)", ", twice as much as in 2022,": what the figure before it is compared with, set apart.
bool TimeOwner::is_comparison_aside(std::size_t i, TokenRange own) const {
    if (!frame_.is_any(own.begin - 1, {",", "("}) || quantity(i - 1).end >= own.begin) return false;
    if (quantity(i).kind == Kind::multiple) return quantity(i).begin == own.begin;
    return claim(i).role == Role::from || claim(i).role == Role::change
               ? frame_.is(own.begin, WordClass::change_particle)
               : frame_.is(own.begin, "compared") && frame_.is_any(own.begin + 1, {"with", "to"});
}

// "made £4m, up from £3m, in 2023", "(up from £3m) last year": right behind the aside.
bool TimeOwner::is_behind_comparison(std::size_t i, const TimeExpression& time) const {
    const TokenRange own = segment_around(frame_, quantity(i).begin, quantity(i).end);
    if (own.begin == frame_.sentence.begin || !frame_.is_any(own.end, {",", ")"})) return false;
    const bool right_behind = time.begin == own.end + 1 ||
                              (time.begin == own.end + 2 &&
                               frame_.is_any(own.end + 1, {"in", "for", "during", "on", "over", "at"}));
    return right_behind && is_comparison_aside(i, own);
}

// "after it gave a gloomy outlook on sales for the fourth quarter": what is foreseen for then, and not what fell.
bool TimeOwner::tells_of_outlook(std::size_t begin, const TimeExpression& time) const {
    if (time.is_weekday || time.grain == TimeGrain::day) return false;
    for (std::size_t k = begin; k < time.begin; ++k) {
        if (frame_.is_written(k, ",")) return false;
        if (frame_.is(k, WordClass::forecast_noun) && frame_.is_any(time.begin - 1, {"for", "the"}))
            return true;
    }
    return false;
}

}  // namespace figbook
