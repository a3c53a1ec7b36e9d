#include "web/gate.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "base/utf8.hpp"

namespace figbook::web {
namespace {

std::optional<unsigned> sextet(char c) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const auto at = digits.find(c);
    if (at == std::string_view::npos) return std::nullopt;
    return static_cast<unsigned>(at);
}

// RFC 4648; stops at what is none.
std::string from_base64(std::string_view encoded) {
    std::string bytes;
    unsigned bits = 0;
    int count = 0;
    for (const char c : encoded) {
        const auto six = sextet(c);
        if (!six) break;
        bits = (bits << 6U) | *six;
        count += 6;
        if (count < 8) continue;
        count -= 8;
        bytes += static_cast<char>((bits >> static_cast<unsigned>(count)) & 0xffU);
    }
    return bytes;
}

// Of "Basic …", whatever the user is called.
std::string password_in(std::string_view authorization) {
    constexpr std::string_view scheme = "basic ";
    if (lower(authorization.substr(0, scheme.size())) != scheme) return {};
    const std::string pair = from_base64(authorization.substr(scheme.size()));
    const auto colon = pair.find(':');
    return colon == std::string::npos ? "" : pair.substr(colon + 1);
}

bool is_open_to_all(std::string_view path) {
    return path == "/login" || path.starts_with("/assets/");
}

}  // namespace

std::string session_of(std::string_view cookie) {
    constexpr std::string_view name = "figbook=";
    for (std::size_t at = 0; at < cookie.size();) {
        const std::size_t end = std::min(cookie.find(';', at), cookie.size());
        std::string_view part = cookie.substr(at, end - at);
        while (part.starts_with(' ')) part.remove_prefix(1);
        if (part.starts_with(name)) return std::string(part.substr(name.size()));
        at = end + 1;
    }
    return {};
}

// A page of another site whose name leads to this machine (DNS rebinding) says that name.
bool Gate::is_own_host(std::string_view host) const {
    for (const std::string_view name : {"127.0.0.1", "localhost", "[::1]"})
        if (host == fmt::format("{}:{}", name, port_) || (port_ == 80 && host == name)) return true;
    return false;
}

bool Gate::is_logged_in(const Knock& knock) const {
    if (login_ == nullptr || login_->knows(session_of(knock.cookie))) return true;
    const std::string password = password_in(knock.authorization);
    return !password.empty() && login_->is_password(password);
}

std::optional<Refusal> Gate::refusal(const Knock& knock) const {
    if (login_ == nullptr && !is_own_host(knock.host))
        return Refusal{
            403,
            fmt::format("This page answers as 127.0.0.1:{} or localhost:{} alone, and was asked as '{}'.",
                        port_, port_, printable(knock.host)),
            false};
    if (knock.is_post) {
        // A page that sends no referrer sends its forms from "null"; those have the token, which is asked for later.
        const bool own_origin = knock.origin.empty() || knock.origin == "null" ||
                                knock.origin == "http://" + knock.host ||
                                (login_ != nullptr && knock.origin == "https://" + knock.host);
        const bool own_site =
            knock.fetch_site.empty() || knock.fetch_site == "same-origin" || knock.fetch_site == "none";
        if (!own_origin || !own_site) return Refusal{403, "Forms are taken from this site alone.", false};
    }
    if (!is_open_to_all(knock.path) && !is_logged_in(knock))
        return Refusal{401, "Give the password first.", true};
    return std::nullopt;
}

}  // namespace figbook::web
