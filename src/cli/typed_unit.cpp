#include "cli/typed_unit.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "base/problem.hpp"
#include "base/utf8.hpp"
#include "vocabulary/vocabulary.hpp"

namespace figbook {
namespace {

std::string in_capitals(std::string code) {
    for (char& c : code)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return code;
}

}  // namespace

CorrectedUnit typed_unit(const std::string& words, Kind read_as) {
    if (words == "none") return {"", Kind::number};
    if (words == "%") return {words, Kind::percent};
    if (words == "pp" || words == "bp") return {words, Kind::points};
    if (vocabulary().units_by_code.contains(words)) return {words, Kind::measure};
    const std::string code = in_capitals(words);
    if (vocabulary().currency_of(code) != nullptr) return {code, Kind::money};
    const bool counts = read_as == Kind::count || read_as == Kind::number;
    const auto is_letter = [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; };
    if (counts && !words.empty() && is_letter(words.front())) return {lower(words), Kind::count};
    throw EnvironmentError(
        fmt::format("'{}' is no unit; write a currency's ISO 4217 code (EUR), %, pp, bp, a UCUM code (km/h, "
                    "t), of a count what is "
                    "counted (soldiers), or none",
                    words));
}

}  // namespace figbook
