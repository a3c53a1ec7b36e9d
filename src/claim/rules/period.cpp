// Period and baseline: each figure of a sentence keeps its own time.
#include <algorithm>

#include "claim/phrases.hpp"
#include "claim/rules/period_carrier.hpp"
#include "claim/rules/rules.hpp"
#include "claim/time_context.hpp"
#include "claim/time_reader.hpp"
#include "claim/time_resolution.hpp"
#include "claim/verbs.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

class PeriodRules : PeriodCarrier {
 public:
    using PeriodCarrier::PeriodCarrier;

    void run() {
        if (times_.empty()) {
            take_day_of_market();
            return inherit_from_relations();
        }
        const bool told_from_figure = resolve_times(frame_, times_);
        owner_.assign(times_.size(), nobody);
        match_lists();
        take_events();
        for (std::size_t t = 0; t < times_.size(); ++t)
            if (owner_[t] == nobody) give(t);
        shared_.match_pairs();
        for (std::size_t t = 0; t < times_.size(); ++t) own_figure_behind(t);
        for (std::size_t i = 0; i < frame_.count(); ++i) take_leading(i);
        for (std::size_t i = 0; i < frame_.count(); ++i) take_leading_baseline(i);
        if (told_from_figure) take_time_counted_from();
        carry_on();
        if (frame_.number > 0) take_time_after_start();
        share_baselines();
        shared_.share_baselines_back();
        measure_from_starts();
        take_polls();
        take_day_of_market();
        if (frame_.sentence.has(WordClass::time_edge)) keep_to_last_days();
        part_ends_of_years();
        if (times_.size() > 1 && frame_.sentence.has(WordClass::cue)) end_when_said();
        inherit_from_relations();
    }

 private:
    static constexpr std::size_t nobody = static_cast<std::size_t>(-1);
    static constexpr std::size_t joined = static_cast<std::size_t>(-2);  // to the time before it
    static constexpr std::size_t longest_leading = 6;  // "Output in the April-October period"

    // "$5m, $6m and $7m in 2021, 2022 and 2023": as many figures as times, one for each.
    void match_lists() {
        for (std::size_t t = 0; t + 1 < times_.size();) {
            std::size_t end = t + 1;
            while (end < times_.size() && is_list_joint(frame_, times_[end - 1].end, times_[end].begin))
                ++end;
            if (end - t > 1) match_list(t, end);
            t = end;
        }
    }
    void match_list(std::size_t first_time, std::size_t end) {
        const std::size_t wanted = end - first_time;
        for (std::size_t i = 0; i + wanted <= frame_.count();) {
            std::size_t last = i + 1;
            while (last < frame_.count() &&
                   is_list_joint(frame_, quantity(last - 1).end, quantity(last).begin))
                ++last;
            if (last - i == wanted) {
                for (std::size_t k = 0; k < wanted; ++k) {
                    owner_[first_time + k] = i + k;
                    assign(i + k, first_time + k);
                }
                return;
            }
            i = last;
        }
        join_neighbours(first_time, end);
    }

    // "the 2017 fire, in which 72 people died"
    void take_events() {
        if (!frame_.sentence.has(WordClass::event_noun)) return;
        for (std::size_t i = 0; i < frame_.count(); ++i) {
            const auto t = event_times_.of(i);
            if (!t || claim(i).period ||
                (owner_[*t] != nobody && quantity(owner_[*t]).begin < times_[*t].end))
                continue;
            owner_[*t] = i;
            // "promised to act after the 7 October attack, which killed 12": that has been
            TimeExpression then = times_[*t];
            put_before_publication(then);
            claim(i).period = period_of(then);
            tell(i, Field::period, "period.leading", times_[*t]);
        }
    }

    // "7 in 10 say so, according to a poll conducted in late July"
    void take_polls() const {
        if (!frame_.sentence.has(WordClass::survey_noun)) return;
        for (const TimeExpression& time : times_) {
            if (!event_times_.is_of_poll(time)) continue;
            for (std::size_t i = 0; i < frame_.count(); ++i) {
                if (claim(i).period || !event_times_.may_be_asked(i)) continue;
                TimeExpression asked = time;
                put_before_publication(asked);
                claim(i).period = period_of(asked);
                tell(i, Field::period, "period.behind", time);
            }
        }
    }

    // "in 2021 and 2022", with one figure: one time. The second is then owned by whoever owns the first.
    void join_neighbours(std::size_t t, std::size_t end) {
        for (std::size_t next = t + 1; next < end; ++next) {
            const bool follows =
                times_[t].last && times_[next].start && add_days(*times_[t].last, 1) == *times_[next].start;
            const bool other_clause = is_verb(times_[next].end) && quantity(0).begin < times_[t].begin;
            if (!follows || other_clause || opens_a_clause(times_[next])) return;
            times_[t].end = times_[next].end;
            times_[t].last = times_[next].last;
            owner_[next] = joined;
        }
    }

    // The figure before a time is its owner, unless the time opens a clause of its own.
    void give(std::size_t t) {
        const TimeExpression& time = times_[t];
        if (const auto reached = reached_in(time)) return own(*reached, t);
        if (const auto brought = brought_in(time)) return own(*brought, t);
        if (const auto moved = moved_in(time)) return own(*moved, t);  // "a 17% drop in third-quarter profit"
        const auto reported = context_.reported_for(time);  // "reported 8,312 new cases for Tuesday"
        if (reported && !claim(*reported).period) return own(*reported, t);
        if (is_of_no_figure(t)) return;
        if (const auto next = figure_listed_behind(time)) return own(*next, t);
        auto owner = owner_before(t);
        if (owner && time.is_baseline && (is_time_of_base(time, *owner) || is_beside_start(time, *owner)))
            return;
        if (!owner || is_told_behind_who(*owner, t) || is_apart_from_recent(time, *owner)) return;
        const std::size_t first = first_of_part(*owner);
        const bool over_aside = first > 0 && is_set_in(first, time);
        if (over_aside) owner = first - 1;
        // "rose 0.8% on Monday, taking its gain this year to 6.4%": the figure has its time, another is to come.
        const bool has_one = !time.is_baseline && claim(*owner).period && claim(*owner).period->start;
        if (has_one && *owner + 1 < frame_.count()) return;
        // "Wage growth, at 4.6% in September, should slow": though the sentence looks ahead
        const bool right_behind =
            time.begin <= quantity(*owner).phrase_end() + 1 && is_too_late(time, *owner);
        if (right_behind && turn_to_past(*owner, times_[t])) return own(*owner, t);
        if (is_too_late(time, *owner) || says_which(*owner) || context_.is_of_compared(time) ||
            context_.is_of_event(time, quantity(*owner), claim(*owner)))
            return;
        if (!over_aside && is_day_of_deed(time, *owner)) return;
        own(is_day_of_move(time, *owner) ? *owner - 1 : *owner, t);
        if (over_aside) share_with_parts(first, time);
        const std::size_t place = *owner + 1;
        if (place < frame_.count() && quantity(place).end <= time.begin && !claim(place).period &&
            claim(*owner).period && claim(*owner).period->start && is_where_they_were_hurt(place))
            take_period(place, *owner);
    }

    // "killed 33 people, including six children and two nurses, in May": those too.
    void share_with_parts(std::size_t first, const TimeExpression& time) const {
        if (!tells_of_parts(first, segment_around(frame_, quantity(first).begin, quantity(first).end)))
            return;
        for (std::size_t i = first; i < frame_.count() && quantity(i).end <= time.begin; ++i) {
            if (claim(i).period) continue;
            claim(i).period = period_of(time);
            tell(i, Field::period, time.opens_span ? "period.since" : "period.behind", time);
        }
    }
    void own(std::size_t i, std::size_t t) {
        owner_[t] = i;
        assign(i, t);
    }

    // Of who speaks, of what is spoken of, or of what figures behind it are of.
    bool is_of_no_figure(std::size_t t) const {
        const TimeExpression& time = times_[t];
        return (context_.is_of_speech(time) && !is_of_forecast_compared(time)) ||
               context_.is_attributive(time) || context_.is_since_superlative(time) || is_subject(time) ||
               is_of_named_parts(t);
    }

    // Over those before the time that are put in between it and the figure it is of.
    std::optional<std::size_t> owner_before(std::size_t t) {
        const TimeExpression& time = times_[t];
        const auto before = figure_before(time);
        if (!before) return std::nullopt;
        std::size_t owner = *before;
        if (is_of_move_to_come(owner, time)) --owner;
        put_back(owner, times_[t]);
        if (claim(owner).role == Role::from) put_back_start(times_[t]);
        if (is_part_of(owner) &&
            (has_auxiliary(quantity(owner).end, time.begin) || claim(owner - 1).change != Change::none))
            --owner;  // "cut 300 of its 4,000 jobs in January"
        if (shared_.is_worth_of(owner)) --owner;
        // "will double its tariff, to 50% from 25%, on Wednesday": set apart, it is of the move
        if (owner > 0 && (is_end_of_move(owner, time) || is_where_they_were_hurt(owner))) --owner;
        // "made £4m, up 3% from £3m, in 2023"
        if (const auto first = first_of_part(owner); first > 0 && is_behind_comparison(first, time))
            return first - 1;
        if (owner > 0 && (is_put_in(owner, time) || is_between_dashes(owner, time))) --owner;
        return owner;
    }

    // "approved the £12.4m budget on Tuesday": the day of the deed, not of the amount.
    bool is_day_of_deed(const TimeExpression& time, std::size_t i) const {
        // "up from 134 on Sunday": so it stood then
        return time.is_weekday && !time.opens_span && claim(i).role != Role::from && !is_deadline(time) &&
               !context_.is_as_of(time) && !is_day_to_come(time, i) && !is_told_day_by_day(i) &&
               !is_span_ahead(time, i) && !is_of_leading_whole(i, time) && !happened(i) &&
               !context_.is_what_it_was_done_to(time, original(i));
    }

    // "It was 30C on Friday and | 32C on Saturday"
    bool is_told_day_by_day(std::size_t i) const {
        if (i == 0 || !claim(i - 1).period || !frame_.is(quantity(i).begin - 1, "and")) return false;
        for (std::size_t t = 0; t < times_.size(); ++t)
            if (owner_[t] == i - 1 && times_[t].is_weekday && times_[t].end + 1 == quantity(i).begin)
                return true;
        return false;
    }

    // "rose on Friday to 146 from 134 on Thursday"
    bool has_day_before(std::size_t i) const {
        return std::any_of(times_.begin(), times_.end(), [&](const TimeExpression& time) {
            return time.is_weekday && time.end <= quantity(i).begin && !context_.is_of_speech(time);
        });
    }

    // "fell to $71 from $72 on Wednesday": the day of the move.
    bool is_day_of_move(const TimeExpression& time, std::size_t i) const {
        return time.is_weekday && i > 0 && claim(i).role == Role::from && claim(i - 1).role == Role::to &&
               !frame_.is_any(quantity(i).end, {"close", "finish"}) && !claim(i - 1).period &&
               !has_comma(quantity(i - 1).end, quantity(i).begin) && !has_day_before(i - 1) &&
               !is_late_on(time);
    }

    // "eased to 3.1% in October from September's 3.4%": the one right behind what owns it.
    void own_figure_behind(std::size_t t) const {
        const TimeExpression& time = times_[t];
        if (!frame_.has(time.end) || time.opens_span) return;
        const bool inside = frame_.token(time.end - 1).kind == TokenKind::possessive;
        // "2004's", where "'" and "s" are tokens
        const bool year = time.names_year && frame_.is(time.end + 1, "s") &&
                          (frame_.is_written(time.end, "'") || frame_.is_written(time.end, "’"));
        // "the March high of 21.8 per cent"
        const bool of_level = time.begin > frame_.sentence.begin &&
                              frame_.is(time.end, WordClass::level_noun) && frame_.is(time.end + 1, "of") &&
                              frame_.is(time.begin - 1, WordClass::determiner);
        std::size_t owned = of_level || year ? time.end + 2 : inside ? time.end : time.end + 1;
        // "2004's average of €41", "Friday's close of $109"
        if (!of_level && frame_.is(owned, WordClass::level_noun) && frame_.is(owned + 1, "of")) owned += 2;
        if (!of_level && !inside && !year && frame_.token(time.end).kind != TokenKind::possessive) return;
        for (std::size_t i = 0; i < frame_.count(); ++i) {
            if (quantity(i).begin != owned || claim(i).period) continue;
            TimeExpression then = time;
            if (claim(i).modality == Modality::actual) put_before_publication(then);
            claim(i).period = period_of(then);
            tell(i, Field::period, "period.leading", time);
        }
    }

    // "127,350 cases in 2024, double the number in 2023": of what it is a multiple.
    bool is_multiple_of(std::size_t i, const TimeExpression& time) const {
        constexpr std::size_t longest = 4;
        const std::size_t the = quantity(i).phrase_end();
        if (quantity(i).kind != Kind::multiple || !frame_.is(the, "the")) return false;
        // "more than twice the number for all of 2006"
        const bool told_for = frame_.is(the + 2, "for") && time.begin <= the + longest + 1;
        if (!told_for &&
            (i == 0 || time.begin > the + longest || !frame_.is_written(quantity(i).begin - 1, ",")))
            return false;
        return frame_.is_any(the + 1,
                             {"number", "figure", "total", "amount", "rate", "level", "toll", "sum"});
    }

    void assign(std::size_t i, std::size_t t) {
        if (lies_ahead(i, times_[t])) put_ahead(times_[t]);
        // "since the army killed 300 on 7 October": told of that day
        const auto since = times_[t].since_event;
        if (since && *since < quantity(i).begin) times_[t].opens_span = false;
        const TimeExpression& time = times_[t];
        if (time.is_baseline) {
            // "compared with 1.2 million a year earlier": there the time is the figure's own.
            std::size_t target = i;
            while (target > 0 && claim(target).role == Role::from) --target;
            if (!claim(target).baseline && claim(target).role != Role::from) {
                claim(target).baseline = baseline_of(time);
                tell(target, Field::baseline, "baseline.compared", time);
            }
            return;
        }
        // "about twice last year's": by what it is measured
        if (quantity(i).kind == Kind::multiple && time.begin == quantity(i).phrase_end() &&
            frame_.is(time.begin, "last") && frame_.token(time.end).kind == TokenKind::possessive &&
            !claim(i).baseline) {
            claim(i).baseline = period_of(time);
            tell(i, Field::baseline, "baseline.compared", time);
            return;
        }
        if (is_multiple_of(i, time) && !claim(i).baseline) {
            claim(i).baseline = period_of(time);
            tell(i, Field::baseline, "baseline.compared", time);
            return;
        }
        if (claim(i).role == Role::change && time.open_end == OpenEnd::none &&
            (time.opens_span || context_.is_measured_from(time, quantity(i)))) {
            TimeExpression span = time;
            span.opens_span = true;
            // "to drop 20% from their peak in 2006": nothing has gone on since then
            if (!time.opens_span && claim(i).modality == Modality::projected) return take_start(i, span);
            return take_since(i, span);
        }
        if (claim(i).period && !claim(i).period->start) claim(i).period.reset();
        if (!claim(i).period) {
            claim(i).period = period_of(time);
            tell(i, Field::period, time.opens_span ? "period.since" : "period.behind", time);
        }
        // A restatement in brackets stands between the figure and its time.
        if (claim(i).relation && claim(i).relation->kind == RelationKind::restates) {
            Draft& base = frame_.drafts[claim(i).relation->claim];
            if (base.claim.period) return;
            base.claim.period = period_of(time);
            tell(base, Field::period, "period.restated", frame_.draft(i));
        }
    }

    void take_start(std::size_t i, const TimeExpression& time) const {
        if (claim(i).baseline) return;
        TimeExpression start = time;
        start.opens_span = false;
        claim(i).baseline = baseline_of(start);
        tell(i, Field::baseline, "baseline.since", time);
    }

    // "risen 9% since 2022": then it began, and from there it is measured.
    void take_since(std::size_t i, const TimeExpression& time) const {
        take_start(i, time);
        if (claim(i).period) return;
        claim(i).period = period_of(time);
        tell(i, Field::period, "period.since", time);
    }

    bool has_figure_between(const TimeExpression& time, std::size_t i) const {
        return i > 0 && quantity(i - 1).begin >= time.end;
    }

    // A time before the figure that no other figure owns: "In December, …", "first-quarter revenue rose …".
    void take_leading(std::size_t i) {
        if (claim(i).period || claim(i).role == Role::from || says_which(i) || is_set_behind(i) ||
            is_end_of_timed_move(i) || is_who_says(frame_, quantity(i)))
            return;
        if (is_included(i)) return take_period(i, i - 1);
        for (std::size_t t = times_.size(); t-- > 0;) {
            const TimeExpression& time = times_[t];
            if (time.end > quantity(i).begin || !is_free(t, i)) continue;
            if (context_.says_what_for(time) || is_apart_from_recent(time, i)) return;
            if (time.opens_span && is_span_before(i, time)) continue;
            const bool leads = time.begin <= frame_.sentence.begin + longest_leading;
            if (is_too_late(time, i) && !(leads && turn_to_past(i, times_[t]))) continue;
            const bool when = has_when(time, i);
            if (is_of_something_else(time, i, when)) continue;
            if (lies_ahead(i, time)) put_ahead(times_[t]);
            const bool then = when || is_told_of_event(time, i);
            if (then && time.is_event) continue;  // "since the war, when two fell"
            if (then) {                           // "since January 2023, when it stood at $14"
                TimeExpression day = time;
                day.opens_span = false;
                day.open_end = OpenEnd::none;  // "until 2035, when it will have 475"
                claim(i).period = period_of(day);
            } else if (time.opens_span && claim(i).role == Role::change) {
                return take_since(i, time);
            } else {
                claim(i).period = period_of(time);
            }
            tell(i, Field::period, time.opens_span ? "period.since" : "period.leading", time);
            return;
        }
    }

    // "since the army attacked on 7 October, killing 300", "since the raid of May in which 300 died": told of that day.
    bool is_told_of_event(const TimeExpression& time, std::size_t i) const {
        if (!time.since_event || quantity(i).begin < time.end) return false;
        const std::size_t begin = quantity(i).begin;
        for (std::size_t at = time.end; at < begin; ++at) {
            const bool comma = frame_.is_written(at, ",");
            const std::size_t next = comma ? at + 1 : at;
            const bool which = frame_.is_any(next, {"that", "which", "where", "when"}) ||
                               (frame_.is(next, "in") && frame_.is(next + 1, "which"));
            const bool doing = comma && time.event_acts && has_ending(frame_.word(next), "ing", 3);
            if (which || doing) return !has_comma(next, begin);
            if (comma) return false;
        }
        return false;
    }

    bool is_of_something_else(const TimeExpression& time, std::size_t i, bool when) const {
        if (is_promised_then(time, i) || is_of_answer(time, i) || is_of_earlier_move(time, i)) return true;
        if (is_of_number_between(frame_.sentence.begin, time) || context_.is_of_speech(time) ||
            (context_.is_of_compared(time) && has_figure_between(time, i)))
            return true;
        if (when)  // "in 1958, when a dealer paid £900", not "in May, when he told the paper that 300 had left"
            return says(time.end, quantity(i).begin) &&
                   context_.is_of_other_clause(time, quantity(i), claim(i));
        return time.is_baseline || context_.is_since_superlative(time) ||
               context_.is_of_other_clause(time, quantity(i), claim(i));
    }
    bool says(std::size_t begin, std::size_t end) const {
        for (std::size_t k = begin; k < end; ++k)
            if (frame_.is(k, WordClass::cue) && is_verb_at(frame_, k)) return true;
        return false;
    }

    // Nobody owns it, or a clause hangs on it: "missed last year, when 231,000 were built".
    bool is_free(std::size_t t, std::size_t i) const {
        if (owner_[t] == nobody) return true;
        return owner_[t] != joined && has_when(times_[t], i);
    }
    // Figure i stands in the clause that "when" opens right behind the time.
    bool has_when(const TimeExpression& time, std::size_t i) const {
        const bool comma = frame_.has(time.end) && frame_.is_written(time.end, ",");
        const std::size_t when = comma ? time.end + 1 : time.end;
        if (!frame_.is(when, "when")) return false;
        bool doing = false;  // "when gunmen attacked the town, killing 300"
        for (std::size_t k = when; k < quantity(i).begin; ++k) {
            if (!frame_.is_written(k, ",")) continue;
            if (doing || !has_ending(frame_.word(k + 1), "ing", 3)) return false;
            doing = true;
        }
        return true;
    }

    // "Compared with 2021, spending rose 20%."
    void take_leading_baseline(std::size_t i) const {
        if (claim(i).baseline || claim(i).change == Change::none || claim(i).role == Role::from) return;
        for (std::size_t t = 0; t < times_.size(); ++t) {
            if (times_[t].end > quantity(i).begin) return;
            if (!times_[t].is_baseline || owner_[t] != nobody) continue;
            // "an improvement from 12 months ago, which showed that they would fall 37%"
            if (frame_.is(times_[t].end + 1, "which") && frame_.is_written(times_[t].end, ",")) continue;
            claim(i).baseline = baseline_of(times_[t]);
            tell(i, Field::baseline, "baseline.compared", times_[t]);
            return;
        }
    }
};

}  // namespace

void find_periods(const SentenceFrame& frame) {
    PeriodRules(frame).run();
}

}  // namespace figbook
