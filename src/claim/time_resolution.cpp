#include "claim/time_resolution.hpp"

#include <algorithm>
#include <tuple>

#include "claim/foretold_times.hpp"
#include "claim/time_context.hpp"
#include "claim/time_reader.hpp"
#include "claim/time_units.hpp"
#include "claim/times_told_before.hpp"

namespace figbook {
namespace {

class TimeResolution {
 public:
    TimeResolution(const SentenceFrame& frame, std::vector<TimeExpression>& times)
        : frame_(frame), times_(times) {}

    bool is_told_from_figure() const { return is_told_from_figure_; }

    void run() {
        for (std::size_t t = 0; t < times_.size(); ++t) take_year(t);
        if (!frame_.published) infer_years();
        for (std::size_t t = 0; t < times_.size(); ++t) {
            TimeExpression& time = times_[t];
            if (time.opens_span && time.is_named_before) {
                take_then(t);
                continue;
            }
            if (time.is_named_before && take_named_before(t)) continue;
            if (time.is_of_context && !take_from_sentence(t)) take_from_context(time);
        }
        for (std::size_t t = 0; t < times_.size(); ++t) resolve_shift(t);
        if (times_.size() > 1 && frame_.sentence.has(WordClass::modal)) put_behind_telling(frame_, times_);
    }

 private:
    // What stands between two times turns back in time: "up from 3.1% in February".
    bool turns_back(std::size_t begin, std::size_t end) const {
        for (std::size_t i = begin; i < end; ++i)
            if (frame_.is(i, WordClass::comparison) || frame_.is_any(i, {"with", "relative"})) return true;
        return false;
    }

    bool opens_clause(std::size_t begin, std::size_t end) const {
        for (std::size_t i = begin; i < end; ++i)
            if (frame_.is_any(i, {"but", "while", "whereas", "now"}) || frame_.is_written(i, ";"))
                return true;
        return false;
    }

    // "3.2% in March 2021, up from 3.1% in February": a time without a year takes it from the one that has it.
    void take_year(std::size_t t) {
        TimeExpression& time = times_[t];
        if (!time.open_year) return;
        if (time.end >= time.begin + 3 && frame_.is(time.end - 2, "that")) return take_that_year(t);
        for (std::size_t back = t; back-- > 0;) {
            const TimeExpression& anchor = times_[back];
            if (anchor.opens_span) continue;  // ", the lowest since August 2021,"
            if (!anchor.names_year && anchor.open_year && anchor.grain == time.grain) turn_back(time, anchor);
            if (!anchor.names_year || !anchor.start) continue;
            if (opens_clause(anchor.end, time.begin)) return;
            if (anchor.grain == TimeGrain::year && !leads(anchor)) return;
            const bool back_in_time = turns_back(anchor.end, time.begin);
            if (anchor.grain != TimeGrain::year && !back_in_time && !is_list(anchor.end, time.begin)) return;
            set_year(time, anchor, back_in_time);
            time.anchor = back;
            return;
        }
    }

    // "7.8% in January 2009 and 10% in October of that year"
    void take_that_year(std::size_t t) {
        TimeExpression& time = times_[t];
        std::optional<Date> day;
        for (std::size_t back = t; !day && back-- > 0;)
            if (times_[back].names_year || times_[back].grain == TimeGrain::year) {
                day = times_[back].start;
                time.anchor = back;
            }
        const std::size_t reach = std::min(frame_.first, Drafts::looked_back_at);
        for (std::size_t at = frame_.first; !day && at > frame_.first - reach; --at)
            if (const auto& period = frame_.drafts[at - 1].claim.period; period && period->start) {
                day = period->start;
                time.figure = frame_.drafts[at - 1].quantity.core;
            }
        if (!time.start) {
            time.start = time.yearless_start;
            time.last = time.yearless_last;
        }
        if (day && time.start && time.last) move_years(time, year_of(*day) - year_of(*time.start));
    }

    // "in the second quarter after 1% in the first": it is before the other, wherever that was put.
    void turn_back(TimeExpression& time, const TimeExpression& anchor) const {
        for (std::size_t i = anchor.end; i + 1 < time.begin;
             ++i)  // "in November than before, and will be 6% in April"
            if (frame_.is_written(i, ",") && frame_.is_any(i + 1, {"and", "but", "while"})) return;
        if (time.start && time.last && anchor.start && *time.start > *anchor.start &&
            turns_back(anchor.end, time.begin))
            move_years(time, -1);
    }

    // "in March 2021 and 3.1% in April", "in the fourth quarter of 2021 after 3% in the third"
    bool is_list(std::size_t begin, std::size_t end) const {
        return end - begin <= 5 && frame_.is(begin, "and");
    }

    bool leads(const TimeExpression& time) const { return time.begin <= frame_.sentence.begin + 2; }

    // Puts `time` into the anchor's year, or into the one next to it where the turn of a year lies between.
    void set_year(TimeExpression& time, const TimeExpression& anchor, bool back_in_time) const {
        if (!time.start) {
            time.start = time.yearless_start;
            time.last = time.yearless_last;
        }
        if (!time.start || !time.last) return;
        const int to = year_of(*anchor.start) - year_of(*time.start);
        move_years(time, to);
        if (anchor.grain == TimeGrain::year) return;
        if (back_in_time && *time.start > *anchor.start) move_years(time, -1);
        if (!back_in_time && *time.start < *anchor.start) move_years(time, 1);
    }

    // Without a publication date "last year, compared to 2023" still says which year is meant.
    void infer_years() {
        for (TimeExpression& time : times_) {
            const bool open = !time.start && time.grain == TimeGrain::year && time.is_relative && !time.shift;
            if (!open || !is_last_year(time)) continue;
            for (const TimeExpression& named : times_)
                if (named.names_year && named.grain == TimeGrain::year && compares(time, named)) {
                    const int year = year_of(*named.start) + (named.begin > time.begin ? 1 : -1);
                    time.start = first_of_month(year, 1);
                    time.last = last_of_month(year, months_of_year);
                    time.is_inferred = true;
                    break;
                }
        }
    }

    bool is_last_year(const TimeExpression& time) const { return frame_.is(time.end - 2, "last"); }

    // The one is compared with the other, which is no year far back ("from 2019 levels").
    bool compares(const TimeExpression& a, const TimeExpression& b) const {
        const TimeExpression& first = a.begin < b.begin ? a : b;
        const TimeExpression& second = a.begin < b.begin ? b : a;
        return !frame_.is(second.end, WordClass::level_noun) && turns_back(first.end, second.begin);
    }

    // "a year earlier" is told from the time that the sentence names before it.
    void resolve_shift(std::size_t t) {
        TimeExpression& time = times_[t];
        const bool told = (time.shift && *time.shift != 0) || time.of_year || time.months_before > 0 ||
                          time.shift_days != 0;
        if (!told) return;
        for (std::size_t back = t; back-- > 0;)
            if (shift_from(time, with_the_one_before(back))) {
                time.anchor = back;
                return;
            }
        // "rose 5% year on year in March", "from the same month last year …": from the one behind it.
        for (std::size_t next = t + 1; time.is_baseline && next < times_.size(); ++next)
            if (!times_[next].is_baseline && shift_from(time, times_[next])) {
                time.anchor = next;
                return;
            }
        // "made £4m in 2021. The previous year it made £3m": before that one, and not before the publication
        if (!time.start || is_previous_unit(time)) shift_from_context(time);
        if (!time.start && is_told_on(time)) shift_from_before(time);
    }

    // "in January and | February": of both, where the one follows the other.
    TimeExpression with_the_one_before(std::size_t t) const {
        TimeExpression both = times_[t];
        if (t == 0 || !both.start) return both;
        const TimeExpression& first = times_[t - 1];
        const bool follows = first.last && first.grain == both.grain && first.grain != TimeGrain::day &&
                             add_days(*first.last, 1) == *both.start;
        if (follows && is_list_joint(frame_, first.end, both.begin)) both.start = first.start;
        return both;
    }

    // "Two years later, …", "The next day …": what opens a sentence goes on from the one before.
    bool is_told_on(const TimeExpression& time) const {
        const bool later = (time.shift && *time.shift > 0) || time.shift_days > 0;
        return later && time.begin <= frame_.sentence.begin + 1;
    }

    // "The firm opened in 2015. | Two years later it had 300 staff": from the time that the sentence before tells last.
    void shift_from_before(TimeExpression& time) const {
        const auto told = times_told_before(frame_, 1);
        if (!told || told->empty()) return;
        const TimeExpression& last = told->back();
        const bool near = last.start && last.last && days_between(*last.start, *last.last) < days_of_week;
        if (time.shift_days == 0 || near) shift_from(time, last);
    }

    // "the previous year", "the preceding quarter"
    bool is_previous_unit(const TimeExpression& time) const {
        const bool unit = time.grain == TimeGrain::year || time.grain == TimeGrain::quarter ||
                          time.grain == TimeGrain::month;
        return unit && time.shift == -months_of(time.grain) &&
               frame_.is_any(time.end - 2, {"previous", "preceding", "prior"});
    }

    // "Revenue rose 5% in the first quarter. Profit was $5m, up from $4m a year earlier.": from the last period that a
    // figure of one of the two sentences before has.
    void shift_from_context(TimeExpression& time) {
        const std::size_t reach = std::min(frame_.first, Drafts::looked_back_at);
        const std::size_t first_sentence = frame_.number >= 2 ? frame_.number - 2 : 0;
        const Sentence& earliest = frame_.document.sentences[first_sentence];
        const std::size_t earliest_byte = frame_.document.span(earliest.begin, earliest.end).start;
        for (std::size_t at = frame_.first; at > frame_.first - reach; --at) {
            const Claim& claim = frame_.drafts[at - 1].claim;
            if (claim.sentence.start < earliest_byte) return;
            if (claim.role == Role::from || !claim.period || !claim.period->start || !claim.period->end ||
                is_compared(at - 1) || is_of_year_before(claim.period->words))
                continue;
            TimeExpression anchor;
            anchor.start = claim.period->start;
            anchor.last = claim.period->end;
            anchor.grain = TimeGrain::span;
            // "On 12 April, 300 were arrested. Two days later 40 more were": told from a day
            const bool day = time.shift_days != 0 && days_between(*anchor.start, *anchor.last) < days_of_week;
            const bool whole = day || days_between(*anchor.start, *anchor.last) + 4 > days_still_meant ||
                               is_last_of_month(*anchor.last);  // "at the end of June"
            const bool fits = whole && (!is_previous_unit(time) || lasts(time.grain, *claim.period));
            if (fits && !claim.period->words.starts_with("since") && shift_from(time, anchor)) {
                time.figure = frame_.drafts[at - 1].quantity.core;
                is_told_from_figure_ = true;
            }
            return;
        }
    }

    // "a year earlier", "the year-ago quarter", "the same quarter last year": what another figure was held against, and not what
    // the article tells of.
    static bool is_of_year_before(std::string_view words) {
        const auto holds = [&](std::string_view part) { return words.find(part) != std::string_view::npos; };
        return (holds("year") && (holds("ago") || holds("earlier") || holds("before") || holds("prior"))) ||
               words.starts_with("the same") || words.starts_with("the previous") ||
               words.starts_with("the corresponding");
    }

    // "a surplus of $2.5bn in January, narrower than the $3.1bn of December. Exports dropped from a year earlier": not December.
    bool is_compared(std::size_t at) const {
        const std::size_t begin = frame_.drafts[at].quantity.begin;
        if (at == 0 || !frame_.document.is(begin - 1, "the") || !frame_.document.reads(begin - 2, "than"))
            return false;
        const Claim& before = frame_.drafts[at - 1].claim;
        return before.period && before.sentence.start == frame_.drafts[at].claim.sentence.start;
    }

    static bool is_last_of_month(Date day) { return day == last_of_month(year_of(day), month_of(day)); }

    // "hit a high in May, reaching 10 million barrels on average for the month": the one that the sentence names before it.
    bool take_from_sentence(std::size_t t) {
        TimeExpression& time = times_[t];
        for (std::size_t back = t; back-- > 0;) {
            const TimeExpression& anchor = times_[back];
            if (anchor.is_baseline || anchor.opens_span || !anchor.start || !anchor.last) continue;
            if (anchor.grain != time.grain || turns_back(anchor.end, time.begin)) continue;
            time.start = anchor.start;
            time.last = anchor.last;
            time.anchor = back;
            return true;
        }
        return false;
    }

    // Tells `time` from another, where that can be: true then.
    static bool shift_from(TimeExpression& time, const TimeExpression& anchor) {
        if (!anchor.start || !anchor.last || anchor.shift || anchor.opens_span) return false;
        // "a month later" than a month or a day, not than a year
        const bool months_later = time.shift && *time.shift > 0 && *time.shift % months_of_year != 0 &&
                                  time.grain == TimeGrain::month;
        if (months_later && days_between(*anchor.start, *anchor.last) > days_still_meant) return false;
        const bool is_day = anchor.grain == TimeGrain::day;
        if (time.shift_days != 0) {
            // "a week earlier" than a day, "the previous week" than a week; not than a year.
            if (days_between(*anchor.start, *anchor.last) > days_still_meant) return false;
            time.start = add_days(*anchor.start, time.shift_days);
            time.last = add_days(*anchor.last, time.shift_days);
        } else if (anchor.is_weekday &&  // "on Monday, 11 per cent above the same day last year"
                   !((time.of_year || time.shift) && time.grain == TimeGrain::day)) {
            return false;
        } else if (time.months_before > 0) {
            if (is_day) return false;
            time.start = add_months(*anchor.start, -time.months_before);
            time.last = add_days(*anchor.start, -1);
        } else {
            const int months =
                time.of_year ? months_of_year * (*time.of_year - year_of(*anchor.last)) : *time.shift;
            time.start = add_months(*anchor.start, months);
            time.last = is_day ? add_months(*anchor.last, months) : end_moved_by(*anchor.last, months);
            if (time.takes_whole && (is_day || anchor.grain == TimeGrain::month)) {
                time.last = last_of_month(year_of(*time.start), months_of_year);
                time.start = first_of_month(year_of(*time.start), 1);
            }
        }
        return true;
    }

    // "stood at 7.8% in January 2009 and peaked in October of that year": from a time of the sentence.
    bool take_named_before(std::size_t t) {
        TimeExpression& time = times_[t];
        for (std::size_t back = t; back-- > 0;) {
            const TimeExpression& anchor = times_[back];
            if (anchor.is_baseline) continue;
            // "up 16% this year through Thursday, and that 15% in | the same period": not of the day
            if (time.grain == TimeGrain::span && anchor.grain == TimeGrain::day && !anchor.opens_span)
                continue;
            // "killed since October, as the toll | in the same period climbed": of that span
            if (time.grain == TimeGrain::span && (anchor.opens_span || !anchor.start)) {
                time.start = anchor.start;
                time.last = anchor.opens_span ? frame_.published : anchor.last;
                time.anchor = back;
                return true;
            }
            if (anchor.opens_span || !anchor.start || !anchor.last) continue;
            if (!take_unit_of(time, *anchor.start, *anchor.last)) continue;
            time.anchor = back;
            return true;
        }
        return false;
    }

    // "The army attacked on 7 October. 300 have died since | then": the time that was told last, here or before.
    void take_then(std::size_t t) {
        constexpr std::size_t furthest = 2;  // sentences
        TimeExpression& then = times_[t];
        for (std::size_t back = t;
             back-- > 0;)  // "It said on Thursday that 40 had died since then": before Thursday
            if (!TimeContext(frame_).is_of_speech(times_[back]) && begin_with(then, times_[back])) {
                then.anchor = back;
                return;
            }
        for (std::size_t back = 1; back <= furthest; ++back) {
            const auto told = times_told_before(frame_, back);
            if (!told) return;
            for (std::size_t i = told->size(); i-- > 0;)
                if (begin_with(then, (*told)[i])) return;
        }
    }

    // Since what lasted, it is since its end: "between 2003 and 2019 it lost 3%; since then it has lost 8%".
    bool begin_with(TimeExpression& then, const TimeExpression& told) const {
        if (told.is_baseline || told.opens_span || !told.start || !told.last) return false;
        if (frame_.published && *told.start > *frame_.published) return false;
        then.start = told.grain == TimeGrain::span ? told.last : told.start;
        then.last = told.last;
        return true;
    }

    // The year, quarter or month that the days are in, false where they are of more than one.
    static bool take_unit_of(TimeExpression& time, Date first, Date last) {
        // "the same period" is as long as what it was named by
        if (time.grain == TimeGrain::day || time.grain == TimeGrain::week || time.grain == TimeGrain::span) {
            const int most = time.grain == TimeGrain::day ? 0 : days_of_week - 1;
            if (time.grain != TimeGrain::span && days_between(first, last) > most) return false;
            time.start = first;
            time.last = last;
            return true;
        }
        const int months = months_of(time.grain);
        const int index = (static_cast<int>(month_of(first)) - 1) / months;
        const Days days = part_of_year(year_of(first), index, months);
        if (last > days.second) return false;
        time.start = days.first;
        time.last = days.second;
        return true;
    }

    // "The mill burned down in 1953. | That year": the year that one of the sentences before names last.
    bool take_year_named(TimeExpression& time, std::size_t sentences_back) const {
        if (frame_.number < sentences_back) return false;
        const std::size_t number = frame_.number - sentences_back;
        const Sentence& sentence = frame_.document.sentences[number];
        if (!sentence.has_digits || !sentence.is_read()) return false;
        const SentenceFrame before = frame_.other(number);
        const TimeReader reader(before);
        for (std::size_t i = sentence.end; i-- > sentence.begin + 1;) {
            const auto year = reader.year_at(i);
            const bool told = year && (reader.is_any(i - 1, {"in", "of", "since", "by", "until"}) ||
                                       reader.is(i - 1, WordClass::month) || reader.is(i - 1, ","));
            if (!told) continue;
            std::tie(time.start, time.last) = days_of_year(*year);
            return true;
        }
        return false;
    }

    // "The sector grew in February. Payrolls rose 0.3% in | the month": the last time of its kind that a sentence without
    // figures tells.
    bool take_from_text_before(TimeExpression& time) const {
        constexpr std::size_t furthest = 2;  // sentences
        for (std::size_t back = 1; back <= furthest; ++back) {
            const auto told = times_told_before(frame_, back);
            if (!told) return false;
            for (std::size_t i = told->size(); i-- > 0;) {
                const TimeExpression& anchor = (*told)[i];
                if (anchor.opens_span || anchor.grain != time.grain || !anchor.start || !anchor.last ||
                    anchor.is_of_context)
                    continue;
                time.start = anchor.start;
                time.last = anchor.last;
                return true;
            }
        }
        return false;
    }

    // "the quarter": the last period of that length that a figure before this sentence has.
    void take_from_context(TimeExpression& time) const {
        constexpr std::size_t furthest = 3;  // sentences without figures of that time
        const bool that_year = time.is_named_before && time.grain == TimeGrain::year;
        if (that_year && take_year_named(time, 1)) return;
        std::size_t at = frame_.first;
        const std::size_t reach = std::min(at, Drafts::looked_back_at);
        for (; at > frame_.first - reach; --at) {
            const auto& period = frame_.drafts[at - 1].claim.period;
            if (frame_.drafts[at - 1].claim.role == Role::from) continue;
            if (!period || !period->start || !period->end) continue;
            if (!time.is_named_before && is_of_year_before(period->words)) continue;
            if (time.is_named_before && take_unit_of(time, *period->start, *period->end)) {
                time.figure = frame_.drafts[at - 1].quantity.core;
                return;
            }
            // "aims to make $3bn this year. It delivered 130 jets in the period": of what was
            const bool other = frame_.drafts[at - 1].claim.modality == Modality::projected &&
                               time.grain == TimeGrain::span && !TimeReader(frame_).ahead(time.begin);
            if (other || !lasts(time.grain, *period)) continue;
            time.start = period->start;
            time.last = period->end;
            time.figure = frame_.drafts[at - 1].quantity.core;
            return;
        }
        for (std::size_t back = 2; that_year && back <= furthest; ++back)
            if (take_year_named(time, back)) return;
        if (!that_year && take_from_text_before(time)) return;
        // "is forecasting receipts of $27bn for the year", "is down 9 percent for the month": the one that runs.
        const bool unit = time.grain == TimeGrain::year || time.grain == TimeGrain::month;
        const bool runs =
            unit && !time.is_named_before && frame_.published &&
            ((time.grain == TimeGrain::year && TimeReader(frame_).ahead(time.begin)) || is_of_present(time));
        if (runs) std::tie(time.start, time.last) = neighbour(time.grain, *frame_.published, 0);
    }

    // "Halden has sold 58 percent of its bonds for the year"
    bool is_of_present(const TimeExpression& time) const {
        constexpr std::size_t reach = 14;
        if (!frame_.is(time.begin - 1, "for")) return false;
        const std::size_t first = frame_.sentence.begin;
        for (std::size_t i = time.begin; i-- > first && i + reach > time.begin;) {
            if (frame_.is_any(i, {"is", "are", "has", "have"})) return true;
            const bool helped = i > first && frame_.is(i - 1, WordClass::auxiliary);
            if (!helped &&
                (frame_.is(i, WordClass::past_form) || frame_.is_any(i, {"said", "reported", "posted"})))
                return false;
        }
        return false;
    }

    static bool lasts(TimeGrain grain, const Period& period) {
        const int days = days_between(*period.start, *period.end) + 1;
        if (grain == TimeGrain::span) return days > days_still_meant;
        constexpr int slack = 3, days_of_month = 30;
        const int wanted = grain == TimeGrain::year ? 365 : months_of(grain) * days_of_month;
        return days >= wanted - slack && days <= wanted + slack + (grain == TimeGrain::half ? 3 : 0);
    }

    const SentenceFrame& frame_;
    std::vector<TimeExpression>& times_;
    bool is_told_from_figure_ = false;
};

}  // namespace

bool is_list_joint(const SentenceFrame& frame, std::size_t begin, std::size_t end) {
    constexpr std::size_t longest = 4;
    if (end <= begin || end - begin > longest) return false;
    for (std::size_t i = begin; i < end; ++i)
        if (!frame.is_any(i, {"and", "in", "the", "of"}) && !frame.is_written(i, ",")) return false;
    return frame.is(begin, "and") || frame.is_written(begin, ",");
}

bool resolve_times(const SentenceFrame& frame, std::vector<TimeExpression>& times) {
    TimeResolution resolution(frame, times);
    resolution.run();
    return resolution.is_told_from_figure();
}

}  // namespace figbook
