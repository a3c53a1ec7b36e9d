#include "report/address.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "base/utf8.hpp"
#include "base/web_address.hpp"

namespace figbook {
namespace {

// What may stand in a piece of a path or query as it is (RFC 3986, unreserved).
bool is_unreserved(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-._~").find(c) != std::string_view::npos;
}

void append_encoded(std::string& out, std::string_view text) {
    for (const char c : text) {
        if (is_unreserved(c))
            out += c;
        else
            out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
}

// Browsers drop line breaks and tabs out of an address, and read a backslash as a slash: what then is the host,
// nobody can see. Addresses that are stored have none of these.
bool is_plain(char c) {
    return static_cast<unsigned char>(c) > 0x20 && c != 0x7f && c != '\\';
}

}  // namespace

std::optional<Address> Address::web(std::string_view text) {
    const std::string small = lower(text.substr(0, std::min<std::size_t>(text.size(), 8)));
    const std::size_t scheme = small == "https://" ? 8 : small.starts_with("http://") ? 7 : 0;
    if (scheme == 0 || !std::all_of(text.begin(), text.end(), is_plain)) return std::nullopt;
    std::string address = without_user(text);
    const bool has_host =
        address.size() > scheme && std::string_view("/?#:").find(address[scheme]) == std::string_view::npos;
    if (!has_host) return std::nullopt;
    return Address(std::move(address));
}

Address Address::segment(std::string_view text) const {
    std::string longer = text_;
    append_encoded(longer, text);
    return Address(std::move(longer));
}

Address Address::parameter(std::string_view name, std::string_view value) const {
    std::string longer = text_;
    longer += text_.find('?') == std::string::npos ? '?' : '&';
    append_encoded(longer, name);
    longer += '=';
    append_encoded(longer, value);
    return Address(std::move(longer));
}

}  // namespace figbook
