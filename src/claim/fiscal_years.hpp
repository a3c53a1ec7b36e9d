// Years that a firm or a state begins where it likes: "fiscal 2023", "FY23", "2022-23", "the third quarter of fiscal
// 2023", "this financial year". Which days they are cannot be known, unless the article says when such a year ends.
//
//     fiscal_time(reader, i)     // 2022-10-01..2023-09-30 where "its fiscal year ends in September"; else unknown days
#pragma once
#include <optional>

#include "claim/time_reader.hpp"

namespace figbook {

// The fiscal time that starts at token i, none where there is none.
std::optional<TimeExpression> fiscal_time(const TimeReader& reader, std::size_t i);

// The month with which the article's fiscal years end (1 to 12), where it says so: "its fiscal year ends on June 30",
// "the financial year, which runs from April to March". Reads the sentences that speak of such years, once.
std::optional<unsigned> end_of_fiscal_year(const Document& document);

}  // namespace figbook
