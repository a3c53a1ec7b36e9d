// The two texts inside the bank's files. Only rate_file.cpp uses these: it tells them apart, and drops
// doubles.
//
// csv: "Date,USD,JPY,...," then a line a day, "N/A" where there is no rate. The date is "2025-02-12" in the
//     history and "12 February 2025" in the file of one day.
// xml: <Cube time='2025-02-12'><Cube currency='USD' rate='1.037'/>...</Cube>. A scanner for exactly this:
// tags,
//     attributes, comments; no entities and no document types, which these files do not have.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "rates/rate_file.hpp"

namespace figbook {

// A day after `newest` is a problem, like one before the first rates.
Result<RateFile> read_ecb_csv(std::string_view text, const std::string& name, std::optional<Date> newest);
Result<RateFile> read_ecb_xml(std::string_view text, const std::string& name, std::optional<Date> newest);

}  // namespace figbook
