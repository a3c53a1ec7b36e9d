// A review in words, for `figbook review` and `figbook log`.
//
//     review_words(table, table.rows[0])
//     // "corrected to €51.9 billion by Ann Example on 2025-02-13 at 10:15 UTC: the table has 51.9"
#pragma once
#include <string>
#include <vector>

#include "store/database.hpp"

namespace figbook {

// `table` has the columns of the view `reviews`. Without control characters.
std::string review_words(const Table& table, const std::vector<Value>& row);

// What was read when the review was made: "some €50 billion" read as €50 billion.
std::string reviewed_figure(const Table& table, const std::vector<Value>& row);

// "(source: Ana Example)", "(no source)" for "".
std::string source_words(const std::string& source);

}  // namespace figbook
