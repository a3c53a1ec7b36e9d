#include "claim/time_expression.hpp"

#include <algorithm>

#include "quantity/number.hpp"

namespace figbook {
namespace {

constexpr int months_of_year = 12;

// The first and last day of a month, quarter, half or year; `index` counts from 0 within the year.
std::pair<Date, Date> part_of_year(int year, int index, int months) {
    const auto first = static_cast<unsigned>(index * months + 1);
    const auto final = static_cast<unsigned>(index * months + months);
    return {first_of_month(year, first), last_of_month(year, final)};
}

int months_of(TimeGrain grain) {
    switch (grain) {
        case TimeGrain::month:
            return 1;
        case TimeGrain::quarter:
            return 3;
        case TimeGrain::half:
            return 6;
        default:
            return months_of_year;
    }
}

class TimeReader {
 public:
    explicit TimeReader(const SentenceFrame& frame)
        : frame_(frame), words_(vocabulary()), ahead_(looks_ahead()) {}

    std::vector<TimeExpression> read() {
        std::vector<TimeExpression> found;
        for (std::size_t i = frame_.sentence.begin; i < frame_.sentence.end;) {
            if (auto time = at(i); time && !is_inside_figure(*time)) {
                mark_baseline(*time);
                i = time->end;
                found.push_back(*time);
            } else {
                ++i;
            }
        }
        return found;
    }

 private:
    bool is(std::size_t i, std::string_view word) const { return frame_.is(i, word); }
    bool is_any(std::size_t i, std::initializer_list<std::string_view> any) const {
        return std::any_of(any.begin(), any.end(), [&](std::string_view word) { return is(i, word); });
    }
    std::string_view text(std::size_t i) const {
        return frame_.has(i) ? frame_.document.word(i) : std::string_view();
    }

    // A modal or a forecast: "will", "expects". Then an open month is the next one, not the last.
    bool looks_ahead() const {
        for (std::size_t i = frame_.sentence.begin; i < frame_.sentence.end; ++i)
            if (frame_.is(i, WordClass::projecting) &&
                (is_any(i, {"will", "would", "shall"}) || is_any(i, {"expects", "expect", "plans", "plan"})))
                return true;
        return false;
    }

    bool is_inside_figure(const TimeExpression& time) const {
        for (std::size_t k = 0; k < frame_.count(); ++k) {
            const Quantity& quantity = frame_.draft(k).quantity;
            if (time.begin < quantity.end && quantity.begin < time.end && !quantity_is_duration(quantity))
                return true;
        }
        return false;
    }
    static bool quantity_is_duration(const Quantity& quantity) {
        return quantity.kind == Kind::measure && quantity.rule == "measure.unit";
    }

    std::optional<int> year_at(std::size_t i) const {
        if (!frame_.has(i) || !frame_.token(i).is_number()) return std::nullopt;
        const std::string_view digits = text(i);
        if (digits.size() != 4 || digits.find_first_of(".,'") != std::string_view::npos) return std::nullopt;
        const int year = std::stoi(std::string(digits));
        if (year < 1800 || year > 2150) return std::nullopt;
        if (frame_.has(i + 1) && !frame_.token(i + 1).space_before() &&
            (frame_.token(i + 1).is_word() || is(i + 1, "%")))
            return std::nullopt;
        return year;
    }

    std::optional<unsigned> month_at(std::size_t i) const {
        if (!frame_.has(i) || !frame_.token(i).is_capitalised()) return std::nullopt;
        const auto match = words_.times.match(frame_.document.tokens, i, frame_.sentence.end);
        if (!match || match.meaning->kind != TimeWordKind::month) return std::nullopt;
        // "May" is a month unless it opens a sentence as a verb; "March" may be a march.
        if (is(i, "may") && i == frame_.sentence.begin) return std::nullopt;
        return static_cast<unsigned>(match.meaning->number);
    }
    std::size_t month_length(std::size_t i) const {
        return words_.times.match(frame_.document.tokens, i, frame_.sentence.end).length;
    }

    std::optional<int> day_at(std::size_t i) const {
        if (!frame_.has(i) || !frame_.token(i).is_number() || text(i).size() > 2) return std::nullopt;
        const auto number = Decimal::parse(text(i));
        if (!number || *number < Decimal(1) || *number > Decimal(31)) return std::nullopt;
        return static_cast<int>(number->to_double());
    }

    TimeExpression make(std::size_t begin, std::size_t end, TimeGrain grain) const {
        TimeExpression time;
        time.begin = begin;
        time.end = end;
        time.grain = grain;
        return time;
    }
    TimeExpression make(std::size_t begin, std::size_t end, TimeGrain grain,
                        std::pair<Date, Date> days) const {
        TimeExpression time = make(begin, end, grain);
        time.start = days.first;
        time.last = days.second;
        return time;
    }

    std::optional<TimeExpression> at(std::size_t i) const {
        if (auto time = same_as_before(i)) return time;
        if (auto time = year_to(i)) return time;
        if (auto time = earlier(i)) return time;
        if (auto time = part(i)) return time;
        if (auto time = relative(i)) return time;
        if (auto time = rolling(i)) return time;
        if (auto time = date(i)) return time;
        if (auto time = year_on_year(i)) return time;
        if (auto time = weekday(i)) return time;
        return years(i);
    }

    // "2023", "2019-2023", "between 2019 and 2023", "from 2019 to 2023".
    std::optional<TimeExpression> years(std::size_t i) const {
        const auto year = year_at(i);
        if (!year) return std::nullopt;
        const bool joins = is(i + 1, "-") || text(i + 1) == "–" ||
                           ((is(i + 1, "to") || is(i + 1, "and")) && i > frame_.sentence.begin &&
                            is_any(i - 1, {"from", "between"}));
        if (joins) {
            if (const auto last = year_at(i + 2); last && *last > *year)
                return make(i, i + 3, TimeGrain::span, {first_of_month(*year, 1), last_of_month(*last, 12)});
            if (is(i + 1, "-") && frame_.has(i + 2) && frame_.token(i + 2).is_number() &&
                text(i + 2).size() == 2) {
                const int last = *year / 100 * 100 + std::stoi(std::string(text(i + 2)));
                if (last > *year)
                    return make(i, i + 3, TimeGrain::span,
                                {first_of_month(*year, 1), last_of_month(last, 12)});
            }
        }
        if (!licensed(i)) return std::nullopt;
        return make(i, i + 1, TimeGrain::year, {first_of_month(*year, 1), last_of_month(*year, 12)});
    }

    // A bare number is a year where a preposition, a comparison or "levels" makes it one.
    bool licensed(std::size_t i) const {
        if (is_any(i + 1, {"levels", "level", "figures", "figure", "season", "election", "budget", "total",
                           "average", "peak", "high"}))
            return true;
        if (i == frame_.sentence.begin) return false;
        return is_any(i - 1, {"in",   "by",    "since",  "of",     "to",     "from",    "until", "for",
                              "than", "with",  "during", "before", "after",  "through", "and",   "versus",
                              "the",  "early", "late",   "mid",    "around", "against", "over"}) ||
               text(i - 1) == "," || text(i - 1) == "(" || text(i - 1) == "-" || text(i - 1) == "–";
    }

    // "12 March 2023", "March 12, 2023", "March 2023", "March", "January-March".
    std::optional<TimeExpression> date(std::size_t i) const {
        std::size_t at = i;
        const auto day_first = day_at(at);
        if (day_first && frame_.has(at + 1) && frame_.token(at + 1).is_word()) {
            std::size_t month = at + 1;
            if (is_any(month, {"th", "st", "nd", "rd"})) ++month;
            if (is(month, "of")) ++month;
            if (const auto found = month_at(month))
                return on_day(i, month + month_length(month), *day_first, *found);
            return std::nullopt;
        }
        const auto month = month_at(at);
        if (!month) return std::nullopt;
        at += month_length(at);
        if (const auto day = day_at(at); day && !year_at(at)) {
            ++at;
            if (is_any(at, {"th", "st", "nd", "rd"}) && !frame_.token(at).space_before()) ++at;
            return on_day(i, text(at) == "," && year_at(at + 1) ? at + 1 : at, *day, *month);
        }
        return months(i, at, *month);
    }

    std::optional<TimeExpression> on_day(std::size_t begin, std::size_t end, int day, unsigned month) const {
        std::optional<int> year = year_at(end);
        if (year) ++end;
        TimeExpression time = make(begin, end, TimeGrain::day);
        if (!year && frame_.published) {
            year = year_of(*frame_.published);
            const auto that_day = make_date(*year, month, static_cast<unsigned>(day));
            if (that_day && *that_day > *frame_.published && !ahead_) --*year;
            if (that_day && *that_day < *frame_.published && ahead_ &&
                days_between(*that_day, *frame_.published) > 31)
                ++*year;
        }
        time.is_relative = !year.has_value();
        if (year) time.start = time.last = make_date(*year, month, static_cast<unsigned>(day));
        // "May 24 to 28"
        const bool joins = is(end, "to") || is(end, "-") || text(end) == "–" || is(end, "and");
        if (const auto last = day_at(end + 1); joins && last && year && *last > day && !month_at(end + 2)) {
            time.end = end + 2;
            time.grain = TimeGrain::span;
            time.last = make_date(*year, month, static_cast<unsigned>(*last));
        }
        return time;
    }

    std::optional<TimeExpression> months(std::size_t begin, std::size_t end, unsigned month) const {
        unsigned final = month;
        if ((is(end, "-") || text(end) == "–" || is(end, "to") || is(end, "through")) && month_at(end + 1)) {
            final = *month_at(end + 1);
            end += 1 + month_length(end + 1);
        }
        if (is(end, "of") && year_at(end + 1)) ++end;
        if (text(end) == "," && year_at(end + 1)) ++end;
        std::optional<int> year = year_at(end);
        const bool last_year = is_any(end, {"last", "this", "next"}) && is(end + 1, "year");
        if (year) ++end;
        TimeExpression time = make(begin, end, final == month ? TimeGrain::month : TimeGrain::span);
        if (!year && frame_.published) {
            year = year_of(*frame_.published);
            if (last_year) {
                if (is(end, "last")) --*year;
                if (is(end, "next")) ++*year;
                time.end = end + 2;
            } else if (month > month_of(*frame_.published) && !ahead_) {
                --*year;
            } else if (final < month_of(*frame_.published) && ahead_) {
                ++*year;
            }
        }
        time.is_relative = !year.has_value();
        if (!year) return time;
        time.start = first_of_month(*year, month);
        time.last = last_of_month(final < month ? *year + 1 : *year, final);
        return time;
    }

    struct Part {
        TimeGrain grain;
        int index;
        std::size_t end;
    };

    // "first quarter", "first-quarter", "Q1", "second half", "H2".
    std::optional<Part> part_at(std::size_t i) const {
        if (!frame_.has(i)) return std::nullopt;
        if (frame_.has(i + 1) && (text(i) == "Q" || text(i) == "H") && !frame_.token(i + 1).space_before() &&
            text(i + 1).size() == 1) {
            const int number = text(i + 1)[0] - '0';
            const bool quarter = text(i) == "Q";
            if (number >= 1 && number <= (quarter ? 4 : 2))
                return Part{quarter ? TimeGrain::quarter : TimeGrain::half, number - 1, i + 2};
        }
        const auto ordinal = words_.times.match(frame_.document.tokens, i, frame_.sentence.end);
        if (!ordinal || ordinal.meaning->kind != TimeWordKind::ordinal) return std::nullopt;
        std::size_t noun = i + 1;
        if (frame_.has(noun) && text(noun) == "-") ++noun;
        if (frame_.is(noun, "fiscal") || frame_.is(noun, "calendar")) ++noun;
        if (frame_.is(noun, "quarter"))
            return Part{TimeGrain::quarter, ordinal.meaning->number - 1, noun + 1};
        if (frame_.is(noun, "half") && ordinal.meaning->number <= 2)
            return Part{TimeGrain::half, ordinal.meaning->number - 1, noun + 1};
        return std::nullopt;
    }

    std::optional<TimeExpression> part(std::size_t i) const {
        const std::size_t begin = i;
        if (is(i, "the")) ++i;
        auto found = part_at(i);
        if (!found && is(begin, "the")) found = elliptic_part(begin);
        if (!found) return std::nullopt;
        std::size_t end = found->end;
        std::optional<int> year;
        if (is(end, "of") || is(end, "in")) {
            if (const auto named = year_at(end + 1)) {
                year = named;
                end += 2;
            } else if (is_any(end + 1, {"last", "this", "next"}) && is(end + 2, "year") && frame_.published) {
                year = year_of(*frame_.published) + (is(end + 1, "last") ? -1 : is(end + 1, "next") ? 1 : 0);
                end += 3;
            } else if (is(end + 1, "the") && is(end + 2, "year")) {
                end += 3;
            }
        } else if (const auto named = year_at(end)) {
            year = named;
            ++end;
        } else if (is_any(end, {"last", "this", "next"}) && is(end + 1, "year") && frame_.published) {
            year = year_of(*frame_.published) + (is(end, "last") ? -1 : is(end, "next") ? 1 : 0);
            end += 2;
        }
        TimeExpression time = make(begin, end, found->grain);
        time.is_relative = !year;
        const int months = months_of(found->grain);
        if (!year && frame_.published) {
            year = year_of(*frame_.published);
            // The last one that has begun, the quarter now running only where the sentence looks ahead.
            const Date now = *frame_.published;
            if (!ahead_ && part_of_year(*year, found->index, months).first > now) --*year;
            if (!ahead_ && found->grain == TimeGrain::quarter &&
                part_of_year(*year, found->index, months).second > now &&
                days_between(part_of_year(*year, found->index, months).first, now) < 45)
                --*year;
            if (ahead_ && part_of_year(*year, found->index, months).second < now) ++*year;
        }
        if (year) std::tie(time.start, time.last) = optional_pair(part_of_year(*year, found->index, months));
        return time;
    }

    static std::pair<std::optional<Date>, std::optional<Date>> optional_pair(std::pair<Date, Date> days) {
        return {days.first, days.second};
    }

    // "in the second quarter after 2% in the first": the noun is left out.
    std::optional<Part> elliptic_part(std::size_t i) const {
        if (i == frame_.sentence.begin || !is(i - 1, "in")) return std::nullopt;
        const auto ordinal = words_.times.match(frame_.document.tokens, i + 1, frame_.sentence.end);
        if (!ordinal || ordinal.meaning->kind != TimeWordKind::ordinal) return std::nullopt;
        const bool closes = !frame_.has(i + 2) || text(i + 2) == "." || text(i + 2) == "," ||
                            text(i + 2) == ";" || is(i + 2, "and");
        if (!closes) return std::nullopt;
        for (std::size_t back = i; back-- > frame_.sentence.begin;)
            if (const auto earlier_part = part_at(back))
                return Part{earlier_part->grain, ordinal.meaning->number - 1, i + 2};
        return std::nullopt;
    }

    // "last year", "this month", "next week", "the previous quarter", "last March", "last winter".
    std::optional<TimeExpression> relative(std::size_t i) const {
        const std::size_t begin = i;
        if (is(i, "the")) ++i;
        int step = 0;
        if (is_any(i, {"last", "past", "previous", "prior"}))
            step = -1;
        else if (is_any(i, {"next", "coming", "following"}))
            step = 1;
        else if (!is_any(i, {"this", "current"}))
            return std::nullopt;
        const bool earlier_one = is_any(i, {"previous", "prior"});
        const std::size_t noun =
            frame_.has(i + 1) && is_any(i + 1, {"calendar", "full", "fiscal", "financial"}) ? i + 2 : i + 1;
        if (is_any(i + 1, {"fiscal", "financial"})) return make(begin, noun + 1, TimeGrain::year);
        if (begin != i && is_any(i, {"last", "past", "coming"}) && is(noun, "year"))
            return rolling_one(begin, noun + 1, is(i, "coming"));
        if (const auto month = month_at(noun)) {
            TimeExpression time = *months(begin, noun + month_length(noun), *month);
            if (step < 0 && frame_.published && time.start && *month == month_of(*frame_.published)) {
                time.start = add_months(*time.start, -months_of_year);
                time.last = last_of_month(year_of(*time.start), *month);
            }
            return time;
        }
        std::optional<TimeGrain> grain;
        if (is(noun, "year")) grain = TimeGrain::year;
        if (is(noun, "month")) grain = TimeGrain::month;
        if (is(noun, "quarter")) grain = TimeGrain::quarter;
        if (is(noun, "week")) grain = TimeGrain::week;
        if (!grain) return std::nullopt;
        TimeExpression time = make(begin, noun + 1, *grain);
        time.is_relative = true;
        if (earlier_one) {
            // "the previous month" is told from the period just named, if there is one.
            time.shift = step * (*grain == TimeGrain::week ? 0 : months_of(*grain));
        }
        if (frame_.published) set_relative(time, step);
        return time;
    }

    void set_relative(TimeExpression& time, int step) const {
        const Date now = *frame_.published;
        const int year = year_of(now);
        if (time.grain == TimeGrain::year) {
            time.start = first_of_month(year + step, 1);
            time.last = last_of_month(year + step, 12);
        } else if (time.grain == TimeGrain::week) {
            const int since_monday = (static_cast<int>(weekday_of(now)) + 6) % 7;
            time.start = add_days(now, 7 * step - since_monday);
            time.last = add_days(*time.start, 6);
        } else {
            const int months = months_of(time.grain);
            const int index = (static_cast<int>(month_of(now)) - 1) / months;
            const Date first = add_months(part_of_year(year, index, months).first, step * months);
            time.start = first;
            time.last = add_days(add_months(first, months), -1);
        }
    }

    // "over the past year", "in the coming year": twelve months up to the publication, or from it on.
    std::optional<TimeExpression> rolling_one(std::size_t begin, std::size_t end, bool coming) const {
        TimeExpression time = make(begin, end, TimeGrain::span);
        time.is_relative = true;
        if (frame_.published) {
            const Date now = *frame_.published;
            time.start = coming ? now : add_days(add_months(now, -months_of_year), 1);
            time.last = coming ? add_days(add_months(now, months_of_year), -1) : now;
        }
        return time;
    }

    // "the past five years", "the last three months", "the next decade", "the first nine months of 2023".
    std::optional<TimeExpression> rolling(std::size_t i) const {
        const std::size_t begin = i;
        if (is(i, "the")) ++i;
        const bool past = is_any(i, {"past", "last", "previous"});
        const bool next = is_any(i, {"next", "coming", "following"});
        const bool first = is(i, "first");
        if (!past && !next && !first) return std::nullopt;
        int count = 0;
        std::size_t unit = i + 1;
        if (is_any(unit, {"decade", "century"})) {
            count = 1;
        } else {
            const auto number = parse_number(frame_.document, i + 1, frame_.sentence.end, {});
            if (!number || number->value > Decimal(200) || number->value.exponent() < 0) return std::nullopt;
            count = static_cast<int>(number->value.to_double());
            unit = number->end;
        }
        int months = 0;
        if (is_any(unit, {"year", "years"}))
            months = 12 * count;
        else if (is_any(unit, {"month", "months"}))
            months = count;
        else if (is_any(unit, {"quarter", "quarters"}))
            months = 3 * count;
        else if (is_any(unit, {"decade", "decades"}))
            months = 120 * count;
        else if (!is_any(unit, {"week", "weeks", "day", "days"}))
            return std::nullopt;
        const int days = is_any(unit, {"week", "weeks"}) ? 7 * count : count;
        if (first) return first_months(begin, unit + 1, months);
        TimeExpression time = make(begin, unit + 1, TimeGrain::span);
        time.is_relative = true;
        if (!frame_.published) return time;
        const Date now = *frame_.published;
        const int sign = past ? -1 : 1;
        const Date other =
            months > 0 ? add_days(add_months(now, sign * months), -sign) : add_days(now, sign * (days - 1));
        time.start = past ? other : now;
        time.last = past ? now : other;
        return time;
    }

    std::optional<TimeExpression> first_months(std::size_t begin, std::size_t end, int months) const {
        if (months < 1 || months > 11) return std::nullopt;
        std::optional<int> year;
        if (is(end, "of") && year_at(end + 1)) {
            year = year_at(end + 1);
            end += 2;
        } else if (is(end, "of") && is_any(end + 1, {"this", "the", "last"}) && is(end + 2, "year")) {
            if (frame_.published) year = year_of(*frame_.published) - (is(end + 1, "last") ? 1 : 0);
            end += 3;
        } else if (frame_.published) {
            year = year_of(*frame_.published);
        }
        TimeExpression time = make(begin, end, TimeGrain::span);
        if (year) {
            time.start = first_of_month(*year, 1);
            time.last = last_of_month(*year, static_cast<unsigned>(months));
        }
        return time;
    }

    // "a year earlier", "two years ago", "the year before", "a month before".
    std::optional<TimeExpression> earlier(std::size_t i) const {
        std::size_t unit = i + 1;
        int count = 1;
        if (!is_any(i, {"a", "an", "the", "one"})) {
            const auto number = parse_number(frame_.document, i, frame_.sentence.end, {});
            if (!number || number->value > Decimal(200) || number->value.exponent() < 0 ||
                number->is_fraction || number->value < Decimal(1))
                return std::nullopt;
            count = static_cast<int>(number->value.to_double());
            unit = number->end;
        } else if (is(unit, "decade")) {
            count = 1;
        }
        if (!is_any(unit + 1, {"earlier", "ago", "before", "previously", "prior"})) return std::nullopt;
        const bool names_a_clause = is(unit + 1, "before") && frame_.has(unit + 2) &&
                                    frame_.token(unit + 2).is_word() && !is(i, "the") &&
                                    !frame_.is(unit + 2, WordClass::preposition) &&
                                    !frame_.is(unit + 2, WordClass::conjunction);
        if (names_a_clause) return std::nullopt;
        TimeGrain grain = TimeGrain::year;
        int months = 0;
        if (is_any(unit, {"year", "years"}))
            months = 12 * count;
        else if (is_any(unit, {"month", "months"})) {
            months = count;
            grain = TimeGrain::month;
        } else if (is_any(unit, {"quarter", "quarters"})) {
            months = 3 * count;
            grain = TimeGrain::quarter;
        } else if (is_any(unit, {"decade", "decades"}))
            months = 120 * count;
        else if (is_any(unit, {"week", "weeks", "day", "days"}))
            grain = TimeGrain::day;
        else
            return std::nullopt;
        TimeExpression time = make(i, unit + 2, grain);
        time.is_relative = true;
        const bool ago = is(unit + 1, "ago");
        if (grain == TimeGrain::day) {
            const int days = count * (is_any(unit, {"week", "weeks"}) ? 7 : 1);
            if (frame_.published && ago) time.start = time.last = add_days(*frame_.published, -days);
            return time;
        }
        time.shift = -months;
        if (ago && frame_.published) {
            const Date then = add_months(*frame_.published, -months);
            if (grain == TimeGrain::year && count > 0) {
                time.start = first_of_month(year_of(then), 1);
                time.last = last_of_month(year_of(then), 12);
            } else {
                time.start = first_of_month(year_of(then), month_of(then));
                time.last = last_of_month(year_of(then), month_of(then));
            }
        }
        return time;
    }

    // "the year to March", "the 12 months ended June 2023", "the three months to September".
    std::optional<TimeExpression> year_to(std::size_t i) const {
        std::size_t at = i;
        if (!is(at, "the")) return std::nullopt;
        ++at;
        if (is_any(at, {"financial", "fiscal"})) ++at;
        int months = months_of_year;
        if (!is(at, "year")) {
            const auto number = parse_number(frame_.document, at, frame_.sentence.end, {});
            if (!number || number->value < Decimal(1) || number->value > Decimal(60) ||
                number->value.exponent() < 0)
                return std::nullopt;
            months = static_cast<int>(number->value.to_double());
            at = number->end;
            if (!is(at, "months")) return std::nullopt;
        }
        ++at;
        if (!is_any(at, {"to", "ended", "ending", "through", "until"})) return std::nullopt;
        ++at;
        if (is_any(at, {"end", "late", "the"})) ++at;
        std::size_t day = at;
        if (day_at(day) && month_at(day + 1)) ++day;
        const auto month = month_at(day);
        if (!month) return std::nullopt;
        TimeExpression time = *date(day);
        time.begin = i;
        time.grain = TimeGrain::span;
        if (time.start && time.last)
            time.start = add_months(first_of_month(year_of(*time.last), month_of(*time.last)), 1 - months);
        return time;
    }

    // "the same month last year", "the same period a year earlier", "the corresponding quarter of 2022".
    std::optional<TimeExpression> same_as_before(std::size_t i) const {
        std::size_t at = i;
        if (is(at, "the")) ++at;
        if (!is_any(at, {"same", "corresponding", "comparable", "year-ago", "equivalent"}) ||
            !frame_.has(at + 1))
            return std::nullopt;
        ++at;
        if (!is_any(at, {"month", "period", "quarter", "time", "week", "day", "stage", "three", "point"}))
            return std::nullopt;
        ++at;
        if (is_any(at, {"months", "period"})) ++at;
        if (is(at, "of") || is(at, "in")) ++at;
        TimeExpression time = make(i, at, TimeGrain::month);
        time.is_relative = true;
        if (is(at, "last") && is(at + 1, "year")) {
            time.end = at + 2;
        } else if (const auto year = year_at(at)) {
            time.end = at + 1;
            if (frame_.published) time.shift = 12 * (*year - year_of(*frame_.published));
            return time;
        } else if (is_any(at, {"a", "the"}) && is(at + 1, "year") &&
                   is_any(at + 2, {"earlier", "ago", "before"})) {
            time.end = at + 3;
        } else if (is_any(at, {"the", "previous"}) && (is(at + 1, "year") || is(at + 2, "year"))) {
            time.end = is(at + 1, "year") ? at + 2 : at + 3;
        } else {
            return std::nullopt;
        }
        time.shift = -months_of_year;
        return time;
    }

    // "year on year", "year-on-year", "month over month": what it is measured from.
    std::optional<TimeExpression> year_on_year(std::size_t i) const {
        if (!is_any(i, {"year", "month", "quarter"})) return std::nullopt;
        std::size_t at = i + 1;
        if (frame_.has(at) && text(at) == "-") ++at;
        if (!is_any(at, {"on", "over", "to"})) return std::nullopt;
        ++at;
        if (frame_.has(at) && text(at) == "-") ++at;
        if (!frame_.has(at) || frame_.token(at).word != frame_.token(i).word) return std::nullopt;
        TimeExpression time = make(i, at + 1, TimeGrain::year);
        time.shift = is(i, "year") ? -12 : is(i, "quarter") ? -3 : -1;
        time.is_baseline = true;
        return time;
    }

    std::optional<TimeExpression> weekday(std::size_t i) const {
        std::size_t at = i;
        const bool last = is(at, "last");
        const bool next = is(at, "next");
        if (last || next) ++at;
        int back = -1;
        if (is(i, "yesterday")) back = 1;
        if (is(i, "today")) back = 0;
        if (is(i, "tomorrow")) back = -2;
        if (back == -1) {
            if (!frame_.is(at, WordClass::weekday) || !frame_.token(at).is_capitalised()) return std::nullopt;
            const auto match = words_.times.match(frame_.document.tokens, at, frame_.sentence.end);
            if (!match || match.meaning->kind != TimeWordKind::weekday) return std::nullopt;
            TimeExpression time = make(i, at + match.length, TimeGrain::day);
            time.is_weekday = time.is_relative = true;
            if (frame_.published) {
                const int days =
                    (static_cast<int>(weekday_of(*frame_.published)) - match.meaning->number + 7) % 7;
                time.start = time.last =
                    add_days(*frame_.published,
                             next || (ahead_ && days > 0) ? 7 - days : (last && days == 0 ? -7 : -days));
            }
            return time;
        }
        TimeExpression time = make(i, i + 1, TimeGrain::day);
        time.is_weekday = time.is_relative = true;
        if (frame_.published) time.start = time.last = add_days(*frame_.published, back == -2 ? 1 : -back);
        return time;
    }

    // "compared to 2023", "than in July", "from 2019 levels", "from a year earlier", "since 2022".
    void mark_baseline(TimeExpression& time) const {
        if (time.is_baseline) return;
        std::size_t at = time.begin;
        const auto before = [&](std::string_view word) {
            return at > frame_.sentence.begin && is(at - 1, word);
        };
        if (before("in") || before("for") || before("during")) --at;
        if (before("as") && at != time.begin) time.is_baseline = true;  // "three times as much as in 2020"
        if (before("than") || before("versus") || before("vs") || before("against") || before("vs."))
            time.is_baseline = true;
        if ((before("to") || before("with")) && at >= frame_.sentence.begin + 2 &&
            is_any(at - 2, {"compared", "comparison", "relative", "compares"}))
            time.is_baseline = true;
        const bool levels = is_any(time.end, {"levels", "level", "figures", "figure", "total", "peak"});
        if (before("from") && (time.shift || levels || time.is_relative || time.grain == TimeGrain::year) &&
            !(is(time.end, "to") || is(time.end, "until") || is(time.end, "through")))
            time.is_baseline = true;
        if (before("on") && time.shift) time.is_baseline = true;
        if (before("over") && time.shift && time.grain != TimeGrain::span) time.is_baseline = true;
        if (before("since")) time.opens_span = true;
    }

    const SentenceFrame& frame_;
    const Vocabulary& words_;
    bool ahead_;
};

}  // namespace

std::vector<TimeExpression> find_times(const SentenceFrame& frame) {
    return TimeReader(frame).read();
}

}  // namespace figbook
