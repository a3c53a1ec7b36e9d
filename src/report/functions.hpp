// What the statements of reports need and SQL has not: functions that they can call.
//
//     define_functions(database);
//     SELECT days_text('2024-01-01', '2024-12-31')          -- 2024; NULL where neither day is known
//     SELECT comma_list('increase', NULL, 'projected')      -- increase, projected; '' where all are NULL
//     SELECT figure_id(article_id, ordinal)                 -- 1234#5, as `figbook review` takes it
//     SELECT converted('50000000000', 'EUR', 'USD', day)    -- 51850000000, in twelve significant digits
//     SELECT shortened('3236180000')                        -- 3236000000, four of them, to be read
//     SELECT rate('EUR', 'USD', day), rate_day('EUR', 'USD', day)
//     SELECT min(newest_first(day, article_id, ordinal)), article_id, ordinal  -- those of the newest figure
//     SELECT min(lowest_first(amount, article_id, ordinal)), article_id        -- and of the one with the lowest amount
//
// newest_first and lowest_first give bytes that are less for what comes first; what has no day or no amount is last, and of the same
// the figure with the lower numbers is first. With min() SQLite takes all other columns of the row that has it, which is a small
// part of the work of ranking all rows.
//
// A rate is the reference rate of the day (rates/rates.hpp), NULL where there is none or no day.
#pragma once
#include "store/database.hpp"

namespace figbook {

// `database` must not be moved as long as statements call them.
void define_functions(Database& database);

}  // namespace figbook
