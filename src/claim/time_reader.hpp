// What reads times in a sentence shares: the sentence, and the years, months and days that its tokens are.
//
//     const TimeReader reader(frame);
//     reader.month_at(i)     // 3 for "March"
//     reader.year_at(i)      // 2023 for "2023"
//
// Inside claim/ alone: calendar_times, parts_of_year and relative_times read with it, time_expression asks them.
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "claim/time_expression.hpp"

namespace figbook {

inline constexpr int months_of_year = 12;
inline constexpr int days_of_week = 7;

// The last day of a time, so many months on: that of a month is again the last of one.
inline Date end_moved_by(Date last, int months) {
    return add_days(add_months(add_days(last, 1), months), -1);
}

// The same weekday so many weeks on.
inline void move_weeks(TimeExpression& time, int weeks) {
    if (time.start) time.start = add_days(*time.start, weeks * days_of_week);
    if (time.last) time.last = add_days(*time.last, weeks * days_of_week);
}

// A time with both of its days, so many years on.
inline void move_years(TimeExpression& time, int years) {
    time.start = add_months(*time.start, years * months_of_year);
    time.last = end_moved_by(*time.last, years * months_of_year);
}

struct TimeReader {
    explicit TimeReader(const SentenceFrame& sentence_frame);

    const SentenceFrame& frame;
    const Vocabulary& words;
    // True where the words before token i, or else behind it, look ahead: "will", "expects". Then an open month is the
    // next one, not the last.
    bool ahead(std::size_t i) const;
    bool acts_before(std::size_t i) const;
    // "Fares rise by 5% from | Sunday", "is to go up 5% from | 2 May": then it begins.
    bool moves_from(std::size_t i) const;
    // "The fund opens on | 1 June", "The fare rises to £4 in | June", "It runs until | Sunday": what is set for a day to come.
    bool is_set_for(std::size_t i) const;
    // True where the verb before token i tells of what has been, and no word looks ahead.
    bool was_done_before(std::size_t i) const;

    bool has(std::size_t i) const { return frame.has(i); }
    const Token& token(std::size_t i) const { return frame.token(i); }
    bool is(std::size_t i, WordLiteral word) const { return frame.is(i, word); }
    bool is(std::size_t i, WordClass wanted) const { return frame.is(i, wanted); }
    template <std::size_t Number>
    bool is_any(std::size_t i, const WordLiteral (&any)[Number]) const {
        return frame.is_any(i, any);
    }
    // The token as it is written, "" behind the sentence's end.
    std::string_view text(std::size_t i) const { return has(i) ? frame.word(i) : std::string_view(); }

    std::optional<int> number_at(std::size_t i) const;  // of four digits
    std::optional<int> year_at(std::size_t i) const;
    std::optional<unsigned> month_at(std::size_t i) const;
    std::size_t month_length(std::size_t i) const;  // tokens of the month's name: "Sept." has two
    std::optional<int> day_at(std::size_t i) const;
    // A year in digits that no firm makes: the "2023" of "of 2023", "in 2023", ", 2023" or "2023", and the year of "last
    // year"; `end` is moved behind it. "of the year" and "of that year" move it too, and say
    // none.
    std::optional<int> year_behind(std::size_t& end) const;
    // The "th" of "12th".
    bool is_ordinal_ending(std::size_t i) const { return is_any(i, {"st", "nd", "rd", "th"}); }
    // -1 for "last", 1 for "next", 0 for "this"; none for another word.
    std::optional<int> direction_at(std::size_t i) const;
    // Told from another time: "the previous day".
    bool is_previous(std::size_t i) const { return is_any(i, {"previous", "prior", "preceding"}); }
    // The year of "last year", "this year", "next year"; none without a publication date.
    std::optional<int> told_year_at(std::size_t i) const;

 private:
    bool is_name_at(std::size_t month) const;
    bool is_only_verb(std::size_t at, std::size_t end) const;

    bool may_look_ahead_;
};

using Days = std::pair<Date, Date>;  // first and last

TimeExpression time_of(std::size_t begin, std::size_t end, TimeGrain grain);
TimeExpression time_of(std::size_t begin, std::size_t end, TimeGrain grain, Days days);

Days days_of_year(int year);
Days days_of_month(int year, unsigned month);
// The days of a month, quarter, half or year that is `months` long; `index` counts from 0 within the year.
Days part_of_year(int year, int index, int months);
// The year to compute an open time in that has none: hide_days() then keeps the days apart until a year is found.
inline constexpr int whatever_year = 2001;
void hide_days(TimeExpression& time);

// How many months a year, half, quarter or month has.
int months_of(TimeGrain grain);

// A time that still runs has no figures yet, unless it ends within so many days.
inline constexpr int days_still_meant = 31;

}  // namespace figbook
