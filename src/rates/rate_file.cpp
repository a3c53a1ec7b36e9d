#include "rates/rate_file.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <map>
#include <tuple>
#include <utility>

#include "rates/ecb_forms.hpp"
#include "rates/zip_entry.hpp"

namespace figbook {
namespace {

constexpr std::size_t max_problems = 50;  // a damaged file need not say so a million times

// Keeps the first of two rates of one currency and day; a second that differs is a problem.
void drop_doubles(RateFile& file, const std::string& name) {
    std::map<std::pair<std::string, Date>, Decimal> seen;
    std::vector<EuroRate> kept;
    kept.reserve(file.rates.size());
    for (EuroRate& rate : file.rates) {
        const auto [known, is_new] = seen.try_emplace({rate.currency, rate.day}, rate.per_euro);
        if (is_new) {
            kept.push_back(std::move(rate));
        } else if (known->second != rate.per_euro) {
            file.problems.push_back(
                {fmt::format("two rates of {} on {}: {} and {}", rate.currency, iso(rate.day),
                             known->second.to_string(), rate.per_euro.to_string()),
                 "the first is taken",
                 name,
                 0,
                 {}});
        }
    }
    file.rates = std::move(kept);
}

void shorten(std::vector<Problem>& problems, const std::string& name) {
    if (problems.size() <= max_problems) return;
    const std::size_t more = problems.size() - max_problems;
    problems.resize(max_problems);
    problems.push_back({fmt::format("{} more problems", more), "", name, 0, {}});
}

Result<RateFile> read_text(std::string_view text, const std::string& name, std::optional<Date> newest) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return Problem{"the file is empty", "", name, 0, {}};
    auto file = text[first] == '<' ? read_ecb_xml(text, name, newest) : read_ecb_csv(text, name, newest);
    if (!file) return file;
    drop_doubles(*file, name);
    shorten((*file).problems, name);
    if (!file->rates.empty()) return file;
    if (!file->problems.empty()) return file->problems.front();
    return Problem{
        "no reference rates in the file", "take a csv, xml or zip of the European Central Bank", name, 0, {}};
}

}  // namespace

Result<RateFile> read_rates(std::string_view bytes, const std::string& name, std::optional<Date> newest) {
    if (bytes.size() > max_rate_file_bytes)
        return Problem{fmt::format("larger than {} bytes", max_rate_file_bytes),
                       "a history of reference rates has about two million",
                       name,
                       0,
                       {}};
    if (!looks_like_zip(bytes)) return read_text(bytes, name, newest);
    const auto entry = read_only_zip_entry(bytes, name, max_rate_file_bytes);
    if (!entry) return entry.problem();
    return read_text(entry->content, name + "(" + entry->name + ")", newest);
}

Result<RateFile> read_rate_file(const std::filesystem::path& path, std::optional<Date> newest) {
    const std::string name = path.string();
    std::error_code ignored;  // both questions answer no for a file that cannot be looked at
    if (!std::filesystem::exists(path, ignored))
        return Problem{"there is no such file", "check the name", name, 0, {}};
    if (std::filesystem::is_directory(path, ignored))
        return Problem{"this is a folder", "name the files in it", name, 0, {}};
    std::ifstream in(path, std::ios::binary);
    std::string bytes;
    std::string piece(1 << 16, '\0');
    while (in && bytes.size() <= max_rate_file_bytes) {
        in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        bytes.append(piece, 0, static_cast<std::size_t>(in.gcount()));
    }
    if (!in.is_open() || in.bad())
        return Problem{"the file cannot be read", "check its permissions", name, 0, {}};
    return read_rates(bytes, name, newest);
}

}  // namespace figbook
