// The day that a page writes in whatever form: ISO 8601, "Feb. 12, 2025", "12 February 2025 09:30", "12.02.2025",
// seconds since 1970.
//
//     day_in("Published: Wed, 12 Feb 2025 09:30 GMT")   // 2025-02-12
#pragma once
#include <optional>
#include <string_view>

#include "base/calendar.hpp"

namespace figbook::html {

// The first day in the text, as written there, whatever the time zone. In "02/03/2025" the day comes first unless
// `month_first`, or unless one of the two is no month. None before 1970 or after 2100: pages write wrong ones.
std::optional<Date> day_in(std::string_view text, bool month_first = false);

// "https://example.com/2025/02/12/aid" -> 2025-02-12
std::optional<Date> day_in_address(std::string_view address);

}  // namespace figbook::html
