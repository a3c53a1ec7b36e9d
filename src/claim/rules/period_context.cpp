#include "claim/rules/period_context.hpp"

#include <algorithm>

#include "claim/distances.hpp"
#include "claim/phrases.hpp"
#include "claim/time_reader.hpp"
#include "claim/verbs.hpp"
#include "text/endings.hpp"

namespace figbook {

namespace {

bool has_unit_of_calendar(const TimeExpression& time) {
    return time.grain == TimeGrain::year || time.grain == TimeGrain::half ||
           time.grain == TimeGrain::quarter || time.grain == TimeGrain::month;
}

}  // namespace

Period PeriodContext::period_of(const TimeExpression& time) const {
    Period period;
    period.start = time.start;
    period.end = time.last;
    std::size_t begin = time.begin;
    if (time.opens_span) {
        std::size_t since = begin;
        while (since > frame_.sentence.begin && !frame_.is(since, "since")) --since;
        if (frame_.is(since, "since")) begin = since;  // not "down 30% from its peak in January"
        period.end = frame_.published;
        // "since the end of | 2022": from its last day on
        const bool at_end = has_unit_of_calendar(time) && frame_.is(time.begin - 1, "of") &&
                            frame_.is_any(time.begin - 2, {"end", "close"});
        if (at_end && since < time.begin - 2) period.start = time.last;
        if (period.end && period.start) period.end = std::max(*period.end, *period.start);
    }
    if (time.open_end != OpenEnd::none) open(period, time, begin);
    period.words = std::string(frame_.document.text_of(begin, time.end));
    period.inferred = time.is_inferred;
    return period;
}

// "at the end of | June", "as of the close of | the first quarter"
bool stands_at_end(const SentenceFrame& frame, const TimeExpression& time) {
    return stands_at_edge(frame, time) && frame.is_any(time.begin - 2, {"end", "close"});
}

// "at the start of | the year" too
bool stands_at_edge(const SentenceFrame& frame, const TimeExpression& time) {
    const std::size_t first = frame.sentence.begin;
    if (time.begin < first + 4 || time.is_baseline || time.opens_span || time.open_end != OpenEnd::none ||
        time.grain == TimeGrain::day || frame.is(time.end - 1, "decade") || time.grain == TimeGrain::week ||
        time.grain == TimeGrain::span)
        return false;
    return frame.is(time.begin - 1, "of") &&
           frame.is_any(time.begin - 2, {"end", "close", "start", "beginning"}) &&
           frame.is(time.begin - 3, "the") &&
           (frame.is(time.begin - 4, "at") ||
            (frame.is(time.begin - 4, "of") && time.begin > first + 4 && frame.is(time.begin - 5, "as")));
}

// "40% higher than at the start of | 2004", "than at the end of | June": measured from its first day, or its last.
Period PeriodContext::baseline_of(const TimeExpression& time) const {
    Period baseline = period_of(time);
    if (!has_unit_of_calendar(time) || time.begin < frame_.sentence.begin + 3 ||
        !frame_.is(time.begin - 1, "of"))
        return baseline;
    if (frame_.is_any(time.begin - 2, {"start", "beginning"})) baseline.end = baseline.start;
    if (frame_.is_any(time.begin - 2, {"end", "close"})) baseline.start = baseline.end;
    return baseline;
}

// "before 2010" ends where the time begins, "after 2018" begins where it ends, "until 2019" ends with it.
void PeriodContext::open(Period& period, const TimeExpression& time, std::size_t& begin) const {
    if (time.open_end == OpenEnd::until) {
        period.start = std::nullopt;
        while (begin > frame_.sentence.begin &&
               !frame_.is_any(begin, {"until", "till", "through", "period", "up"}))
            --begin;
        // "Through July, sales were $3m": of that year so far
        const bool opens = begin == frame_.sentence.begin && frame_.is(begin, "through") &&
                           frame_.has(time.end) && frame_.is_written(time.end, ",");
        if (opens && time.last && time.grain == TimeGrain::month)
            period.start = first_of_month(year_of(*time.last), 1);
        return;
    }
    const bool before = time.open_end == OpenEnd::before;
    const std::optional<Date> edge = before ? time.start : time.last;
    period.start = period.end = std::nullopt;
    if (edge && before) period.end = add_days(*edge, -1);
    if (edge && !before) period.start = add_days(*edge, 1);
    // "after the March budget": from somewhere in March on; "after the October 7 attack, in which": that day itself
    const std::size_t noun = time.end;
    const bool names_event = !before && in_noun_phrase(frame_, noun) && frame_.token(noun).is_word() &&
                             (frame_.is(time.begin, "the") || frame_.is(time.begin - 1, "the"));
    if (names_event) {
        period.start = time.start;
        const std::size_t behind = frame_.is_written(noun + 1, ",") ? noun + 2 : noun + 1;
        if (frame_.is_any(behind, {"which", "when"}) ||
            (frame_.is(behind, "in") && frame_.is(behind + 1, "which")))
            period.end = time.last;
    }
    const std::string_view opener = !before                           ? "after"
                                    : frame_.is(time.begin - 1, "to") ? "prior"  // "prior to 2019"
                                                                      : "before";
    while (begin > frame_.sentence.begin && !frame_.is(begin, opener)) --begin;
}

// "up from 4,754 last April", in May: a move to this April came from the one before.
void PeriodContext::put_back_start(TimeExpression& time) const {
    if (time.grain != TimeGrain::month || !frame_.published || !time.last || !frame_.is(time.begin, "last") ||
        frame_.is(time.begin + 1, "month"))
        return;
    if (add_months(first_of_month(year_of(*time.last), month_of(*time.last)), 1) !=
        first_of_month(year_of(*frame_.published), month_of(*frame_.published)))
        return;
    move_years(time, -1);
}

// "up from 20% on Thursday", where the sentence looks ahead: the day before the publication, and no other.
void PeriodContext::put_back(std::size_t i, TimeExpression& time) const {
    const bool ahead = frame_.published && time.start && *time.start > *frame_.published;
    if (!ahead || claim(i).role != Role::from || claim(i).modality != Modality::actual) return;
    // "will double its tariff to 50%, from 25%, on Wednesday": of the move
    if (time.begin >= frame_.sentence.begin + 2 && frame_.is_written(time.begin - 2, ",")) return;
    if (time.is_weekday) {
        move_weeks(time, -1);
    } else if (time.open_year) {
        move_years(time, -1);
    }
}

// "two chances to act before a vote in December": what is cannot be of a time that is yet to come.
bool PeriodContext::is_too_late(const TimeExpression& time, std::size_t i) const {
    const bool ahead = frame_.published && time.start && *time.start > *frame_.published;
    // "would be capped at 270,000, under rules sent to universities on Wednesday"
    const bool behind = frame_.published && time.is_weekday && time.last && *time.last < *frame_.published;
    if (behind && !time.is_baseline && !time.opens_span && !time.is_foretold &&
        claim(i).modality == Modality::projected && frame_.is(time.begin - 1, "on") &&
        claim(i).role != Role::from &&
        !context_.is_object_of_deed(original(i)))  // "approved a loan of $800m on Tuesday"
        return true;
    if (!ahead || time.is_baseline || claim(i).modality != Modality::actual) return false;
    // "has set aside $11bn in the fiscal year beginning April 1"
    for (std::size_t k = time.begin; k < time.end && time.grain == TimeGrain::span; ++k)
        if (frame_.is_any(k, {"beginning", "starting", "commencing", "begins", "starts"})) return false;
    // "bookings for August are up 9%", "the 2016 season is off to a start"
    return !frame_.is_any(time.begin - 1, {"for", "from"}) && !context_.is_attributive(time) &&
           !TimeReader(frame_).is_set_for(time.begin);  // "The club opens 40 shops in June"
}

// "out of its workforce of 13,000", "with her two children", "left the $325m contract": what
// is so for long, whatever is told of it.
bool PeriodContext::is_of_lasting(const Quantity& figure) const {
    constexpr std::size_t longest = 4;
    const std::size_t first = frame_.sentence.begin;
    const std::size_t before = figure.begin - 1;
    if (figure.begin < first + 4 || !frame_.is_any(before, {"the", "of", "his", "her", "their", "my"}))
        return false;
    if (figure.kind == Kind::money)
        return figure.adjective && frame_.is(before, "the") &&
               frame_.is_any(before - 1,
                             {"from", "of", "on", "over", "about", "under", "for", "with", "in"}) &&
               frame_.is_any(figure.end,
                             {"contract", "deal", "project", "scheme", "fund", "programme", "program"});
    if (figure.kind != Kind::count) return false;
    if (frame_.is_any(before, {"his", "her", "their", "my"}))
        return frame_.is_any(figure.end,
                             {"children", "sons", "daughters", "kids", "brothers", "sisters", "siblings"});
    if (!frame_.is(before, "of") || !frame_.is_any(before - 1, {"workforce", "population", "membership",
                                                                "electorate", "headcount", "staff"}))
        return false;
    for (std::size_t i = before - 1; i-- > first + 1 && i + longest > before;)
        if (frame_.is(i, WordClass::determiner)) return frame_.is_any(i - 1, {"of", "from"});
    return false;
}

// "the 28-nation bloc", "its 7,600-foot-high capital": says which, and holds at any time.
bool PeriodContext::says_which(std::size_t i) const {
    const Quantity& figure = quantity(i);
    if (claim(i).change == Change::none && tells_where(frame_, original(i))) return true;
    // "passed a review of its 78-billion-euro programme"
    const bool scheme = figure.kind == Kind::money &&
                        frame_.is_any(figure.end, {"bailout", "rescue", "programme", "program", "scheme"});
    if (is_of_lasting(figure)) return true;
    const bool thing = figure.kind == Kind::count || figure.kind == Kind::measure || scheme;
    if (!thing || !(figure.adjective || figure.rule == "count.hyphen")) return false;
    const bool definite =
        figure.begin > frame_.sentence.begin &&
        (frame_.is_any(figure.begin - 1, {"the", "its", "their", "his", "her", "this", "that"}) ||
         frame_.token(figure.begin - 1).kind == TokenKind::possessive);
    return definite && claim(i).change == Change::none && claim(i).role == Role::level;
}

// What is told again in brackets: "185 mm" for the figure "7.3 inches" of "185 mm (7.3 inches)".
const Draft& PeriodContext::told_first(std::size_t i) const {
    const bool again = claim(i).relation && claim(i).relation->kind == RelationKind::restates;
    return again ? frame_.drafts[claim(i).relation->claim] : frame_.draft(i);
}
const Quantity& PeriodContext::original(std::size_t i) const {
    return told_first(i).quantity;
}

// "dumped 185 mm (7.3 inches) of rain on Friday": what is told again in brackets happened if the first did.
bool PeriodContext::happened(std::size_t i) const {
    const Draft& first = told_first(i);
    return context_.happened(first.quantity, first.claim);
}

// "for the first time in three years on Thursday", "the three weeks since the vote": the time is of no span of time, where
// it is told with the verb or says where the span began.
bool PeriodContext::is_span_before(std::size_t i, const TimeExpression& time) const {
    return (time.is_weekday || time.opens_span) && quantity(i).rule == "measure.unit" &&
           is_time_unit(quantity(i).unit) && quantity(i).per.empty();
}

// "rises of 4.8% in August", of an offer made in January: the next one, however the sentence tells it.
bool PeriodContext::lies_ahead(std::size_t i, const TimeExpression& time) const {
    if (claim(i).modality != Modality::projected || !time.open_year || time.is_baseline || time.is_foretold ||
        !frame_.published)
        return false;
    if (!time.last || *time.last >= *frame_.published) return false;
    if (time.grain == TimeGrain::quarter) return is_going_on(time);
    const bool day = time.grain == TimeGrain::day && !time.is_weekday && !time.is_relative;
    if (time.grain != TimeGrain::month && !day) return false;
    if (time.begin == frame_.sentence.begin ||
        !frame_.is_any(time.begin - 1, {"in", "for", "from", "by", "on"}))
        return false;
    // "beat the consensus for a gain in May", in June: what is just over is nearer than what is nearly a year off.
    constexpr int just_over = 2;
    const bool over = frame_.is_any(time.begin - 1, {"in", "for"}) &&
                      add_months(*time.last, just_over) >= *frame_.published && time.end <= quantity(i).begin;
    if (over) return false;
    // "from 29 May", in September: a day is that of the year in which it is nearest
    constexpr int half_year = 6;
    if (day && frame_.is_any(time.begin - 1, {"in", "from", "on"}) &&
        add_months(*time.start, half_year) > *frame_.published)
        return false;
    static constexpr WordClasses past{WordClass::past_form, WordClass::outdoing};
    // "were 5.1% higher in November, and inflation will peak at 6% in April": no further back than the figure before
    const bool behind = i > 0 && quantity(i - 1).end <= time.begin;
    for (std::size_t k = behind ? quantity(i - 1).end : frame_.sentence.begin; k < time.begin; ++k) {
        const bool helped = k > 0 && frame_.is(k - 1, WordClass::modal);  // "will top out at 6% in April"
        if ((frame_.has_any(k, past) && !helped) || (k >= quantity(i).end && is_done(k)) ||
            frame_.is(k, WordClass::foreseen))
            return false;
    }
    return true;
}

// "whether the tariff imposed on steel in September would stay", "the fee raised in May": a participle that needs no helper.
bool PeriodContext::is_done(std::size_t i) const {
    static constexpr WordClasses helpers{WordClass::auxiliary, WordClass::copula, WordClass::modal};
    if (i == frame_.sentence.begin || !has_past_ending(frame_.word(i))) return false;
    if (!frame_.is_any(i + 1, {"on", "in", "by", "for", "from", "at"})) return false;
    return !frame_.has_any(i - 1, helpers) && in_noun_phrase(frame_, i - 1) &&
           !frame_.is(i - 1, WordClass::determiner);
}

// "have cut their estimate of growth in the first quarter", "had expected first-quarter growth", in February: this one, and not that of a year ago.
bool PeriodContext::is_going_on(const TimeExpression& quarter) const {
    const Date start = add_months(*quarter.start, months_of_year);
    const bool of_it =
        frame_.is(quarter.begin - 1, "in") || frame_.is(quarter.begin - 1, WordClass::projecting);
    return of_it && start <= *frame_.published && *frame_.published < add_months(start, 3);
}

// "Output in the April-October period rose 1%, short of what it is aiming for": though the sentence looks ahead, what is
// told of it has been. True where the time was put back by a year.
bool PeriodContext::turn_to_past(std::size_t i, TimeExpression& time) const {
    if (!time.open_year || claim(i).modality != Modality::actual || !time.start || !time.last ||
        time.grain == TimeGrain::day)
        return false;
    if (end_moved_by(*time.last, -months_of_year) > *frame_.published) return false;
    move_years(time, -1);
    return true;
}

// The year after the one that was taken.
void PeriodContext::put_ahead(TimeExpression& time) {
    move_years(time, 1);
}

// What has been, however the sentence looks ahead: "may be decided by the young, says a poll taken in July".
void PeriodContext::put_before_publication(TimeExpression& time) const {
    if (!frame_.published || !time.start || *time.start <= *frame_.published) return;
    if (time.is_weekday && time.is_relative) {  // "could pay more than Friday's close of $109"
        move_weeks(time, -1);
        return;
    }
    if (!time.open_year) return;
    move_years(time, -1);
}

// "will jump to 25 per cent from 19 per cent in April 2023", "would drop to 60 billion from 80 billion in April": of the move
// where the time is yet to come, and a month without a year is to come where that is the nearer.
bool PeriodContext::is_of_move_to_come(std::size_t i, const TimeExpression& time) const {
    constexpr int near = 6;
    if (i == 0 || !frame_.published || !time.start || time.is_baseline || time.opens_span) return false;
    const bool moves = claim(i - 1).role == Role::to || claim(i - 1).role == Role::change;
    if (claim(i).role != Role::from || !moves || claim(i - 1).period ||
        claim(i - 1).modality != Modality::projected)
        return false;
    // "will rise to £3 from £2 on 1 June", "next month"
    if (*time.start > *frame_.published) return time.begin <= quantity(i).phrase_end() + 1;
    if (claim(i - 1).role != Role::to || !frame_.is_any(time.begin - 1, {"in", "from", "by"})) return false;
    if (!time.open_year || time.grain != TimeGrain::month) return false;
    return add_months(*time.start, months_of_year) < add_months(*frame_.published, near);
}

}  // namespace figbook
