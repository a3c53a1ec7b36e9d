// Period and baseline: each figure of a sentence keeps its own time.
#include <algorithm>

#include "claim/rules/rules.hpp"
#include "claim/time_expression.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

class PeriodRules {
 public:
    explicit PeriodRules(const SentenceFrame& frame)
        : frame_(frame), times_(find_times(frame)), owner_(times_.size(), nobody) {}

    void run() {
        if (times_.empty()) return inherit_from_relations();
        infer_years();
        for (std::size_t t = 0; t < times_.size(); ++t) resolve_shift(t);
        for (std::size_t t = 0; t < times_.size(); ++t) give(t);
        for (std::size_t i = 0; i < frame_.count(); ++i) take_leading(i);
        carry_on();
        inherit_from_relations();
    }

 private:
    static constexpr std::size_t nobody = static_cast<std::size_t>(-1);
    static constexpr std::size_t furthest = 24;  // tokens between a figure and its time

    Claim& claim(std::size_t i) const { return frame_.draft(i).claim; }
    const Quantity& quantity(std::size_t i) const { return frame_.draft(i).quantity; }

    Period period_of(const TimeExpression& time) const {
        Period period;
        period.start = time.start;
        period.end = time.last;
        std::size_t begin = time.begin;
        if (time.opens_span) {
            --begin;
            if (frame_.published && period.start)
                period.end = std::max(*frame_.published, *period.start);
            else
                period.end = std::nullopt;
        }
        period.words = std::string(frame_.document.text_of(begin, time.end));
        period.inferred = inferred_ && time.is_relative;
        return period;
    }

    // Writes down by which rule figure i has that time.
    void tell(std::size_t i, Field field, std::string_view rule, const TimeExpression& time) const {
        const std::size_t core = quantity(i).core;
        note(frame_.trace, {core, field, rule, time.begin, time.end});
        if (!time.anchor) return;
        const TimeExpression& anchor = times_[*time.anchor];
        note(frame_.trace, {core, field, "time.shift", anchor.begin, anchor.end});
    }
    // The same where it has the time of another figure.
    void tell(const Draft& to, Field field, std::string_view rule, const Draft& from) const {
        note(frame_.trace, {to.quantity.core, field, rule, 0, 0, from.quantity.core});
    }

    // Without a publication date "last year, compared to 2023" still says which year is meant.
    void infer_years() {
        if (frame_.published) return;
        const auto baseline = std::find_if(times_.begin(), times_.end(), [](const TimeExpression& time) {
            return time.is_baseline && time.start && time.grain == TimeGrain::year;
        });
        if (baseline == times_.end()) return;
        for (TimeExpression& time : times_) {
            const bool last_year = !time.start && time.grain == TimeGrain::year && time.is_relative &&
                                   !time.shift && !time.is_baseline;
            if (!last_year) continue;
            const int year = year_of(*baseline->start) + 1;
            time.start = first_of_month(year, 1);
            time.last = last_of_month(year, 12);
            inferred_ = true;
        }
    }

    // "a year earlier" is told from the time that the sentence names before it.
    void resolve_shift(std::size_t t) {
        TimeExpression& time = times_[t];
        if (!time.shift || *time.shift == 0) return;
        for (std::size_t back = t; back-- > 0;)
            if (shift_from(time, back)) return;
        // "rose 5% year on year in March": from the one behind it.
        const bool names_both = time.grain == TimeGrain::year && time.is_baseline && !time.is_relative;
        for (std::size_t next = t + 1; names_both && next < times_.size(); ++next)
            if (!times_[next].is_baseline && shift_from(time, next)) return;
    }

    // Tells `time` from another, where that can be: true then.
    bool shift_from(TimeExpression& time, std::size_t other) const {
        const TimeExpression& anchor = times_[other];
        if (!anchor.start || anchor.is_weekday || anchor.shift) return false;
        time.start = add_months(*anchor.start, *time.shift);
        const Date behind = add_months(add_days(*anchor.last, 1), *time.shift);
        time.last = add_days(behind, -1);
        time.anchor = other;
        return true;
    }

    // The figure before a time is its owner, unless the time opens a clause of its own.
    void give(std::size_t t) {
        const TimeExpression& time = times_[t];
        if (is_time_of_speech(time) || is_adjective(time) || is_since_superlative(time)) return;
        if (const auto owner = figure_before(time)) {
            // "approved the £12.4m budget on Tuesday": the day of the deed, not of the amount.
            if (time.is_weekday && claim(*owner).change == Change::none) return;
            owner_[t] = *owner;
            assign(*owner, t);
        }
    }

    // "the lowest since July 2021", "the biggest fall since 2009": how long it has not been so, not when it holds.
    bool is_since_superlative(const TimeExpression& time) const {
        bool since = time.opens_span;  // "since records began in 2001" too
        for (std::size_t i = time.begin; !since && i-- > frame_.sentence.begin && i + 5 > time.begin;)
            since = frame_.is(i, "since");
        if (!since) return false;
        for (std::size_t i = time.begin; i-- > frame_.sentence.begin && i + 8 > time.begin;) {
            if (frame_.document.is(i, ",")) return false;
            if (has_ending(frame_.document.word(i), "est", 2) || frame_.is(i, WordClass::superlative))
                return true;
        }
        return false;
    }

    // "first-quarter revenue": the time leads.
    bool is_adjective(const TimeExpression& time) const {
        return frame_.has(time.end) && frame_.is(time.end - 1, WordClass::time_unit) &&
               frame_.is(time.end - 2, "-") && !frame_.document.is(time.end, ",") &&
               !frame_.document.is(time.end, ".");
    }

    std::optional<std::size_t> figure_before(const TimeExpression& time) const {
        for (std::size_t i = frame_.count(); i-- > 0;) {
            const std::size_t end = quantity(i).end;
            if (end > time.begin) continue;
            if (time.begin - end > furthest) return std::nullopt;
            for (std::size_t k = end; k < time.begin; ++k)
                if (frame_.document.is(k, ";") || frame_.document.is(k, ":")) return std::nullopt;
            if (leads_the_next(time, i) || acts_between(end, time.begin, i)) return std::nullopt;
            return i;
        }
        return std::nullopt;
    }

    // "raised its rate to 4% and cut its forecast for 2024 to 1%": behind another verb of change, with a figure of its own.
    bool acts_between(std::size_t from, std::size_t to, std::size_t before) const {
        if (before + 1 >= frame_.count()) return false;
        for (std::size_t k = from; k < to; ++k)
            if (frame_.is(k, WordClass::change_verb) && frame_.is(k - 1, "and")) return true;
        return false;
    }

    // "rose 5% in 2021, and in 2022 it fell 3%": behind a comma or "and", with a figure and its verb to come.
    bool leads_the_next(const TimeExpression& time, std::size_t before) const {
        if (time.is_baseline || before + 1 >= frame_.count()) return false;
        std::size_t at = time.begin;
        while (at > frame_.sentence.begin && (frame_.is_any(at - 1, {"in", "the", "by", "during"}))) --at;
        if (at == time.begin || at == frame_.sentence.begin) return false;
        const bool opens = frame_.is_any(at - 1, {"and", "but", "while"}) || frame_.document.is(at - 1, ",");
        if (!opens) return false;
        for (std::size_t k = time.end; k < quantity(before + 1).begin; ++k)
            if (frame_.is(k, WordClass::verb) || frame_.is(k, WordClass::change_verb) ||
                frame_.is(k, WordClass::copula))
                return true;
        return false;
    }

    // "said on Wednesday", "told reporters Wednesday", "on Thursday said": when it was said, not when it holds.
    bool is_time_of_speech(const TimeExpression& time) const {
        if (!time.is_weekday) return false;
        for (std::size_t back = 1; back <= 5 && time.begin >= frame_.sentence.begin + back; ++back) {
            const std::size_t i = time.begin - back;
            if (frame_.is(i, WordClass::cue) && !frame_.is(i, WordClass::change_verb)) return true;
            if (frame_.document.is(i, ",") || frame_.token(i).is_number()) break;
        }
        if (frame_.is(time.end, "that")) return true;  // "denied on Monday that"
        for (std::size_t i = time.end; frame_.has(i) && i < time.end + 2; ++i)
            if (frame_.is(i, WordClass::cue)) return true;
        return false;
    }

    void assign(std::size_t i, std::size_t t) {
        const TimeExpression& time = times_[t];
        const bool moves = claim(i).change != Change::none;
        if (time.is_baseline) {
            // "compared with 1.2 million a year earlier": there the time is the figure's own.
            std::size_t target = i;
            while (target > 0 && claim(target).role == Role::from) --target;
            if (!claim(target).baseline) {
                claim(target).baseline = period_of(time);
                tell(target, Field::baseline, "baseline.compared", time);
            }
            return;
        }
        if (time.opens_span && moves && claim(i).role == Role::change) {
            if (!claim(i).baseline) {
                TimeExpression start = time;
                start.opens_span = false;
                claim(i).baseline = period_of(start);
                tell(i, Field::baseline, "baseline.since", time);
            }
            if (!claim(i).period) {
                claim(i).period = period_of(time);
                tell(i, Field::period, "period.since", time);
            }
            return;
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

    // A time before the figure that no other figure owns: "In December, …", "first-quarter revenue rose …".
    void take_leading(std::size_t i) const {
        if (claim(i).period || claim(i).role == Role::from) return;
        for (std::size_t t = times_.size(); t-- > 0;) {
            const TimeExpression& time = times_[t];
            if (time.end > quantity(i).begin || owner_[t] != nobody || time.is_baseline ||
                is_time_of_speech(time))
                continue;
            if (is_since_superlative(time)) continue;
            claim(i).period = period_of(time);
            tell(i, Field::period, "period.leading", time);
            return;
        }
    }

    // The other figures of one move share its time: "rose 4.5% to $1.24 billion in 2021".
    void carry_on() const {
        for (std::size_t i = frame_.count(); i-- > 1;) {
            if (claim(i - 1).period || !claim(i).period || claim(i).role == Role::from) continue;
            const bool one_move = claim(i - 1).change != Change::none &&
                                  claim(i - 1).change == claim(i).change && claim(i - 1).role != Role::from &&
                                  claim(i - 1).role != claim(i).role;
            const bool listed = quantity(i - 1).rule == "unit.shared";
            if (one_move || listed) take_period(i - 1, i);
        }
        for (std::size_t i = 1; i < frame_.count(); ++i) {
            if (claim(i).period || claim(i).role == Role::from || !claim(i - 1).period ||
                claim(i - 1).role == Role::from)
                continue;
            // "deliveries were 405,278 in the fourth quarter, 31% more than a year earlier"
            bool same_sentence_part = quantity(i).begin - quantity(i - 1).end < furthest;
            for (std::size_t k = quantity(i - 1).end; k < quantity(i).begin; ++k)
                same_sentence_part = same_sentence_part && !frame_.is(k, WordClass::verb) &&
                                     !frame_.is(k, WordClass::change_verb);
            if (claim(i).change != Change::none && same_sentence_part) take_period(i, i - 1);
        }
    }

    void take_period(std::size_t to, std::size_t from) const {
        claim(to).period = claim(from).period;
        tell(frame_.draft(to), Field::period, "period.carried_on", frame_.draft(from));
    }

    void inherit_from_relations() const {
        for (std::size_t i = 0; i < frame_.count(); ++i) {
            if (!claim(i).relation) continue;
            const Draft& other = frame_.drafts[claim(i).relation->claim];
            if (claim(i).relation->kind == RelationKind::restates) {
                claim(i).period = other.claim.period;
                claim(i).baseline = other.claim.baseline;
                tell(frame_.draft(i), Field::period, "restated", other);
                tell(frame_.draft(i), Field::baseline, "restated", other);
            } else if (!claim(i).period) {
                claim(i).period = other.claim.period;
                tell(frame_.draft(i), Field::period, "shared", other);
            }
        }
    }

    const SentenceFrame& frame_;
    std::vector<TimeExpression> times_;
    std::vector<std::size_t> owner_;
    bool inferred_ = false;
};

}  // namespace

void find_periods(const SentenceFrame& frame) {
    PeriodRules(frame).run();
}

}  // namespace figbook
