#include "base/web_address.hpp"

#include <algorithm>

namespace figbook {
namespace {

bool is_scheme_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' ||
           c == '-' || c == '.';
}

}  // namespace

std::string without_user(std::string_view address) {
    const std::size_t start = std::min(address.find_first_not_of(" \t\r\n"), address.size());
    const std::size_t colon = address.find("://", start);
    const bool has_scheme =
        colon != std::string_view::npos && colon > start &&
        std::all_of(address.begin() + static_cast<std::ptrdiff_t>(start),
                    address.begin() + static_cast<std::ptrdiff_t>(colon), is_scheme_character);
    if (!has_scheme) return std::string(address);
    const std::size_t host = colon + 3;
    const std::string_view authority = address.substr(host, address.find_first_of("/?#", host) - host);
    const std::size_t at = authority.rfind('@');
    if (at == std::string_view::npos) return std::string(address);
    return std::string(address.substr(0, host)).append(address.substr(host + at + 1));
}

}  // namespace figbook
