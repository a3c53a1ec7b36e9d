// Times in brackets, between commas or dashes, of another sentence, and those of what was before the figure: told of something else.
#include "claim/phrases.hpp"
#include "claim/time_context.hpp"
#include "claim/verbs.hpp"
#include "text/endings.hpp"

namespace figbook {

// "The paintings, worth €11m, were last seen in 2012": between commas, and the sentence's verb behind them.
bool TimeContext::is_in_aside(const Quantity& figure, const TimeExpression& time) const {
    TokenRange own = segment_around(frame_, figure.begin, figure.end);
    if (own.begin == frame_.sentence.begin || own.end + 1 >= time.begin) return false;
    if (frame_.is_written(own.begin - 1,
                          ")"))  // ", which is 305 metres (1,001 feet) tall and has 88 floors,"
        while (own.begin > frame_.sentence.begin + 1 && !frame_.is_written(own.begin - 1, ",")) --own.begin;
    if (!frame_.is_written(own.begin - 1, ",") || !frame_.is_written(own.end, ",")) return false;
    if (frame_.is(own.begin, "of") && frame_.is(own.begin + 1, "magnitude"))
        return false;  // "The quake, of magnitude 6.3, struck on Monday"
    return is_verb_at(frame_, own.end + 1) || frame_.is(own.end + 1, WordClass::auxiliary);
}

// "The fire, sparked by lightning on July 12, has burned 500 acres": what was done to the subject before.
bool TimeContext::is_done_to_subject(TokenRange aside, const Quantity& figure) const {
    if (aside.begin <= frame_.sentence.begin + 1 || aside.end + 1 >= figure.begin) return false;
    if (!frame_.is_written(aside.begin - 1, ",") || !frame_.is_written(aside.end, ",")) return false;
    // "The spill, captured on 2 August, covered 2 sq km": so it was then
    if (frame_.is_any(aside.begin, {"conducted", "carried", "captured", "recorded", "measured"}))
        return false;
    if (!has_past_ending(frame_.word(aside.begin)) ||
        !frame_.is_any(aside.begin + 1, {"by", "in", "on", "with"}))
        return false;
    return in_noun_phrase(frame_, aside.begin - 2) &&
           (is_verb_at(frame_, aside.end + 1) || frame_.is(aside.end + 1, WordClass::auxiliary));
}

// "In China, a market with much growth last year, sales fell", "On Friday, hurt by a rise late on Thursday, the shares fell": between commas, of a noun that is told more of.
bool TimeContext::is_in_noun_aside(const Quantity& figure, const TimeExpression& time) const {
    const TokenRange segment = segment_around(frame_, time.begin, time.end);
    if (is_done_to_subject(segment, figure)) return true;
    return segment.begin > frame_.sentence.begin && segment.end <= figure.begin &&
           frame_.is_written(segment.begin - 1, ",") && frame_.is_written(segment.end, ",") &&
           (frame_.is_any(segment.begin, {"a", "an"})
                ? !acts(segment.begin, segment.end)
                : frame_.is(segment.begin + 1, "by") && has_past_ending(frame_.word(segment.begin)) &&
                      frame_.is(frame_.sentence.begin, WordClass::preposition));
}

// "The set (on sale later this year) | has two lenses": told in brackets of something else; "On Friday (3 May) it sold 300" is not.
bool TimeContext::is_in_bracket_before(const Quantity& figure, const TimeExpression& time) const {
    if (!frame_.sentence.has(WordClass::bracket)) return false;
    std::size_t close = time.end;
    while (close < figure.begin && !frame_.is_written(close, ")") && !frame_.is_written(close, "(")) ++close;
    if (close == figure.begin || !frame_.is_written(close, ")")) return false;
    constexpr std::size_t fewest = 3;  // words beside the time
    std::size_t open = time.begin;
    while (open > frame_.sentence.begin && !frame_.is_written(open, "(") && !frame_.is_written(open, ")"))
        --open;
    return frame_.is_written(open, "(") && (time.begin - open - 1) + (close - time.end) >= fewest;
}

// "The crew includes a pilot — who flew in 2021 — as well as two engineers": between dashes, of which the figure is behind.
bool TimeContext::is_between_dashes_before(const Quantity& figure, const TimeExpression& time) const {
    constexpr std::size_t longest = 20;
    std::size_t close = time.end;
    while (close < figure.begin && !is_dash(close)) ++close;
    if (close >= figure.begin) return false;
    for (std::size_t i = time.begin; i-- > frame_.sentence.begin + 1 && i + longest > time.begin;)
        if (is_dash(i))
            return i + 2 < time.begin && frame_.is_any(i + 1, {"who", "which", "whose", "where", "a", "an"});
    return false;
}

// "The June 10 march was one of several held after two men had been shot": the day is of the march, and not of what was
// before it.
bool TimeContext::is_day_of_what_came_after(const Quantity& figure, const TimeExpression& time) const {
    if (time.grain != TimeGrain::day || time.is_weekday || !frame_.is(time.end, WordClass::event_noun))
        return false;
    for (std::size_t i = time.end + 1; i < figure.begin; ++i)
        if (frame_.is(i, "after")) return !frame_.is_written(i - 1, ",");
    return false;
}

// "came on Friday, days after a raid that killed 51", "marched on Sunday, a year since 200 died", "the anniversary of the raid in
// which 12 died": of a day as far away as is said.
bool TimeContext::is_told_of_day_before(const Quantity& figure, const TimeExpression& time) const {
    for (std::size_t i = time.end + 1; i < figure.begin; ++i) {
        const bool far = frame_.is_any(i, {"after", "since", "before"}) &&
                         frame_.is(i - 1, WordClass::time_unit) &&
                         !frame_.is_any(i - 1, {"hour", "hours", "minute", "minutes", "second", "seconds"});
        if (far || frame_.is_any(i, {"anniversary", "anniversaries"})) return !ends_before(i, figure.begin);
    }
    return false;
}

// ", | the army": what is told from `begin` ends before the figure, but not with ", killing", ", in which", ", including".
bool TimeContext::ends_before(std::size_t begin, std::size_t figure) const {
    for (std::size_t k = begin; k < figure; ++k) {
        if (frame_.is_written(k, ";") || frame_.is_written(k, ")") || is_dash(k)) return true;
        if (!frame_.is_written(k, ",")) continue;
        const bool goes_on =
            frame_.is_any(k + 1, {"which", "in", "including", "who", "where", "when", "saw"}) ||
            has_ending(frame_.word(k + 1), "ing", 3);
        if (k + 1 >= figure || !goes_on) return true;
    }
    return false;
}

// "Last week he noted that the firm has 300 shops": so it is when he says so.
bool TimeContext::is_told_as_present(const Quantity& figure, const TimeExpression& time) const {
    constexpr std::size_t longest = 3;
    if (time.opens_span || time.end > figure.begin || is_as_of(time) || !frame_.sentence.has(WordClass::cue))
        return false;
    std::size_t has = figure.begin;
    while (has > time.end && has + longest > figure.begin &&
           !frame_.is_any(has, {"has", "have", "is", "are"}))
        --has;
    if (!frame_.is_any(has, {"has", "have", "is", "are"}) || frame_.is_any(has - 1, {"that", "which"}))
        return false;
    for (std::size_t i = has + 1; i < figure.begin; ++i)
        if (is_verb_at(frame_, i) || frame_.is(i, "been")) return false;
    for (std::size_t i = has; i-- > time.end;)
        if (frame_.is(i, WordClass::cue) && is_verb_at(frame_, i))
            return has_past_ending(frame_.word(i)) || frame_.is_any(i, {"said", "told", "wrote"});
    return false;
}

// "(34%) to have a chance of winning in November": what stands in brackets ends with them.
bool TimeContext::is_behind_bracket(const Quantity& figure, const TimeExpression& time) const {
    if (!frame_.is_written(figure.end, ")")) return false;
    for (std::size_t i = figure.end; i < time.begin; ++i)
        if (is_verb_at(frame_, i) || frame_.is(i, "to")) return true;
    return false;
}

// "after first-quarter sales, helped by a shortage, | jumped 17%": told of the subject, over an aside.
bool TimeContext::is_in_subject_over_aside(const TimeExpression& time, const Quantity& figure) const {
    constexpr std::size_t longest = 14, behind_verb = 4;
    std::size_t comma = time.end;
    while (comma < time.end + behind_verb && in_noun_phrase(frame_, comma) && !frame_.is_written(comma, ","))
        ++comma;
    if (comma == time.end || !frame_.has(comma) || !frame_.is_written(comma, ",") ||
        !(has_past_ending(frame_.word(comma + 1)) ||
          frame_.is_any(comma + 1, {"which", "including", "driven", "led"})))
        return false;
    std::size_t close = comma + 1;
    while (close < figure.begin && close < comma + longest && !frame_.is_written(close, ",")) ++close;
    return close + 1 < figure.begin && frame_.is_written(close, ",") &&
           frame_.is(close + 1, WordClass::change_verb) && is_verb_at(frame_, close + 1) &&
           figure.begin <= close + behind_verb;
}

// "the coming days.LIVE UPDATES: 300 dead", "May 9, 2022.(Photo)Orvik lost 300": where the blank between two sentences is lost.
bool is_seam(const SentenceFrame& frame, std::size_t stop) {
    constexpr std::size_t shortest = 3;
    if (stop == frame.sentence.begin || !frame.has(stop + 1) || frame.token(stop + 1).space_before() ||
        frame.token(stop).space_before())  // "the index .DJI"
        return false;
    const std::size_t before = frame.token(stop - 1).length();
    // "HRXG.DE", "DPBGn.DE", "600019.SS"
    const bool code = frame.token(stop - 1).is_capitalised() || frame.token(stop - 1).is_all_capitals() ||
                      frame.token(stop - 1).is_number();
    if (code && frame.token(stop + 1).is_all_capitals() && frame.token(stop + 1).length() <= shortest)
        return false;
    const bool ends =
        frame.token(stop - 1).is_number() || (frame.token(stop - 1).is_word() && before > shortest);
    const bool quoted = frame.is(stop + 1, WordClass::quotation_mark) || frame.is_written(stop + 1, "(");
    const std::size_t next = quoted ? stop + 2 : stop + 1;
    return ends && frame.has(next) && frame.token(next).is_word() && frame.token(next).is_capitalised() &&
           !frame.token(next).space_before() && frame.token(next).length() > 1;
}

}  // namespace figbook
