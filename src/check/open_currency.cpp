#include "check/open_currency.hpp"

#include <algorithm>

namespace figbook {

std::vector<std::string_view> namesakes(std::string_view currency) {
    static const std::vector<std::vector<std::string_view>> families{
        {"USD", "AUD", "CAD", "HKD", "NZD", "SGD"},
        {"DKK", "ISK", "NOK", "SEK"},
        {"CNY", "JPY"},
        {"MXN", "PHP", "BRL"}};
    for (const auto& family : families)
        if (std::find(family.begin(), family.end(), currency) != family.end()) return family;
    return {};
}

bool is_open(const StatedAmount& amount) {
    return amount.unit_assumed || amount.is_bare;
}

std::vector<std::string_view> other_currencies(const StatedAmount& open) {
    auto codes = namesakes(open.unit);
    const bool has_usual_one = !codes.empty() && codes.front() == "USD";
    if (!open.unit_assumed && has_usual_one) codes.resize(1);
    return codes;
}

bool is_assumed_unusual(const StatedAmount& amount) {
    const auto codes = namesakes(amount.unit);
    if (codes.empty() || codes.front() == amount.unit) return false;
    return amount.unit_assumed || (amount.is_bare && codes.front() == "USD");
}

bool is_of_any_country(const StatedAmount& amount) {
    return amount.unit_assumed && namesakes(amount.unit).empty();
}

}  // namespace figbook
