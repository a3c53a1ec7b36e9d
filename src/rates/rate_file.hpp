// Reads the files in which the European Central Bank publishes its euro reference rates: the csv and the xml
// (of one day, of 90 days, of the whole history), and the zip around the csv.
//
//     Result<RateFile> file = read_rate_file("eurofxref-hist.zip");
//     for (const Problem& problem : file->problems) report(problem);   // "eurofxref-hist.csv:17: ..."
//
// A bad line is a problem and the rest is read. A file without a single rate is a problem as a whole. The
// input is not trusted: sizes are limited and every offset is checked.
#pragma once
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.hpp"
#include "rates/euro_rate.hpp"

namespace figbook {

struct RateFile {
    std::vector<EuroRate> rates;  // in the order of the file, each currency and day once
    std::vector<Problem> problems;
};

constexpr std::size_t max_rate_file_bytes = std::size_t{64} << 20;  // the whole history is two megabytes

// A line of a day after `newest` is a problem, like one of before the first rates; none: not asked.
Result<RateFile> read_rate_file(const std::filesystem::path& path, std::optional<Date> newest = std::nullopt);

// The same for bytes in memory; `name` is what the problems call the file. The form is told by the content.
Result<RateFile> read_rates(std::string_view bytes, const std::string& name,
                            std::optional<Date> newest = std::nullopt);

}  // namespace figbook
