// What a row of the database is in words: amounts, periods, sources and numbers, as a reader wants them.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "web/row.hpp"

namespace figbook::web {

// ", 2 copies more" behind a number of articles that are none; "" for none.
std::string copies_more(std::int64_t copies);
// "2026-11-27 08:55 UTC" for "2026-11-27T08:55:00Z".
std::string minute_of(const std::string& time);
// "12,345", "1 figure", "2 figures".
std::string counted(std::int64_t number);
std::string counted(std::int64_t number, std::string_view one, std::string_view several);

// The amount of a row of the view all_figures, as a reader wants it.
std::string amount_of(const Row& row);
// The same beside its subject, which may say what is counted: "2" beside "candidates".
std::string amount_beside(const Row& row, const std::string& subject);
// Of a row of facts: the smallest and the largest that is told, "2.2–24 %".
std::string told_range(const Row& row);
// How a fact stands, for readers: "agree", "conflict".
std::string status_words(std::string_view standing);
// "2024 Q1", "until 2025-01-01", the text's words where no day is known; "" where there is none.
std::string period_of(const Row& row, const std::string& prefix);
// "John Healey, Defence Secretary, NATO".
std::string source_of(const Row& row);
// "Told by 4 articles, in conflict".
std::string told_by(std::int64_t articles, bool is_in_conflict);

}  // namespace figbook::web
