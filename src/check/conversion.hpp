// Is a currency conversion that a text states right? "€50 billion ($51.9 billion)" implies 1.038 dollars for
// a euro; the reference rate of that day was 1.037. A pure function: no SQL, no files, no clock.
//
//     StatedAmount euros{.value = Decimal(50, 9), .resolution = Decimal(1, 9), .unit = "EUR"};
//     StatedAmount dollars{.value = Decimal(519, 8), .resolution = Decimal(1, 8), .unit = "USD"};
//     check_conversion(euros, dollars, parse_date("2025-02-12"), book).verdict   // Verdict::consistent
//
// Method. Two intervals are made, and the conversion is consistent when they meet:
//
// 1. What the text says. Each amount stands for an interval, and the quotient of both is the implied rate's.
//    - Printed precision: half of the last printed digit's worth each side. Zeros at the end of a number written
//      out ("400,000") may come from rounding: they count as not printed, but for two digits that always count.
//    - `about`: 2 % more each side.
//    - `over`, `at_least`: up to a tenth more ("more than 50" is said of 54, hardly of 56); `under`, `at_most`:
//      up to a tenth less. What is compared is the printed figures, for a paper converts the figure it prints.
//    - A range has its ends converted one by one; a range against one figure is taken as a whole.
// 2. What the markets allow. The lowest and highest reference rate of the day and the five business days before
//    (a paper may use yesterday's rate, or the one of the announcement), widened by 1.5 %: a paper uses a
//    market rate of some hour rather than the fixing. In the rates of 1999 to 2026 the next day's fixing lies
//    further than 1.4 % outside that range on one day in a hundred for EUR/USD and USD/GBP (1.2 % for
//    EUR/GBP, 1.8 % for EUR/JPY, 2.6 % for USD/ZAR), and within it on more than half of the days.
//
// An amount of another time ("In 2010 the plant cost ...") may be converted at a rate of then: a pair that is
// off on the day of publication is consistent where it meets the lowest and highest rate of that time, widened
// in the same way. Where the rates of that time are not known, it cannot be checked. One that fits the day of publication
// alone is consistent, with what the rates of then give as a note.
//
// A sign that several currencies share ("$", "kronor") is never blamed where another of them would fit; nor are the
// prices of one product in two countries, which nobody converted, nor a currency that was told from the rest of the article
// where a more usual one has the sign too.
//
// A text may well convert at the rate of a time that it does not name, such as a fiscal year. "off" then says
// what the reference rate gives, and leaves the judgement to the reader.
#pragma once
#include <optional>
#include <string>

#include "base/calendar.hpp"
#include "base/decimal.hpp"
#include "check/stated_rate.hpp"
#include "check/verdict.hpp"
#include "rates/rates.hpp"

namespace figbook {

// The time that the amounts hold for, as the text gives it.
struct AmountTime {
    Date first;
    Date last;
};

// What the rates of that time were, and what is accepted for it.
struct RatesOfTime {
    AmountTime time;
    Interval rates;
    Interval accepted;
};

struct ConversionCheck {
    Verdict verdict = Verdict::cannot_check;
    std::string explanation;         // a sentence without a full stop
    std::optional<Decimal> implied;  // units of the converted currency for one of the original, 6 digits
    std::optional<Interval> implied_range;   // the same, as far as the printed precision and the bounds allow
    std::optional<ReferenceRate> reference;  // none where there is no rate
    std::optional<Interval> accepted;        // what is taken as right for that day
    std::optional<Decimal> difference;       // of the implied rate from the reference rate, in per cent
    std::optional<Decimal> expected;         // what the reference rate makes of the original amount
    std::optional<RatesOfTime> other_time;  // where the rates of another time than publication were looked at
    bool has_known_slip = false;            // off by ten, a hundred or more times, or upside down

    // Further off than rates move within some years between currencies that hold their worth.
    bool is_far() const {
        const Decimal far(40);
        return difference && difference->absolute() >= far;
    }
};

// `original` is the amount that `converted` restates. `day` is the day of publication; `time` that of the
// amounts, none where the text gives none.
ConversionCheck check_conversion(const StatedAmount& original, const StatedAmount& converted,
                                 std::optional<Date> day, const RateBook& book,
                                 const std::optional<AmountTime>& time = std::nullopt);

}  // namespace figbook
