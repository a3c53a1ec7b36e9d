#include "web/gate.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <unistd.h>

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

std::string_view without_port(std::string_view host) {
    const std::size_t end = host.starts_with('[') ? host.find(']') : host.find(':');
    const std::size_t size = host.starts_with('[') && end != std::string_view::npos ? end + 1 : end;
    const std::string_view port = size < host.size() ? host.substr(size) : "";
    const bool is_port = port.empty() || (port.starts_with(':') && port.size() <= 6 &&
                                          port.find_first_not_of("0123456789", 1) == std::string_view::npos);
    return is_port ? host.substr(0, size) : "";
}

// "192.168.1.7", "[fe80::1]": no domain ends in a number.
bool is_numbers(std::string_view name) {
    if (name.starts_with('['))
        return name.size() > 4 && name.ends_with(']') &&
               name.substr(1, name.size() - 2).find_first_not_of("0123456789abcdef:.") ==
                   std::string_view::npos;
    return std::count(name.begin(), name.end(), '.') == 3 && !name.starts_with('.') && !name.ends_with('.') &&
           name.find_first_not_of("0123456789.") == std::string_view::npos;
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

std::vector<std::string> names_of_this_machine() {
    std::array<char, 256> name{};
    if (::gethostname(name.data(), name.size() - 1) != 0) return {};
    std::string own = lower(name.data());
    std::string local = own + ".local";
    return {std::move(own), std::move(local)};
}

// A page of another site whose name leads to this machine (DNS rebinding) says that name.
bool Gate::is_own_host(std::string_view host) const {
    for (const std::string_view name : {"127.0.0.1", "localhost", "[::1]"})
        if (host == fmt::format("{}:{}", name, port_) || (port_ == 80 && host == name)) return true;
    return false;
}

// For others: a page of another site cannot have an address of numbers for its name, nor one that leads here for good.
// Any port: it may be a proxy's.
bool Gate::is_known_host(std::string_view host) const {
    const std::string name = lower(without_port(host));
    return is_numbers(name) || name == "localhost" ||
           std::find(names_.begin(), names_.end(), name) != names_.end();
}

bool Gate::is_logged_in(const Knock& knock) const {
    if (login_ == nullptr || login_->knows(session_of(knock.cookie))) return true;
    const std::string password = password_in(knock.authorization);
    return !password.empty() && login_->is_password(password);
}

std::optional<Refusal> Gate::host_refusal(std::string_view host) const {
    if (login_ == nullptr ? is_own_host(host) : is_known_host(host)) return std::nullopt;
    if (login_ != nullptr)
        return Refusal{403,
                       fmt::format("This page does not answer as '{}'. Whoever runs it can let it, by --host "
                                   "with that name.",
                                   printable(host)),
                       false};
    return Refusal{
        403,
        fmt::format("This page answers as 127.0.0.1:{} or localhost:{} alone, and was asked as '{}'.", port_,
                    port_, printable(host)),
        false};
}

std::optional<Refusal> Gate::refusal(const Knock& knock) const {
    if (auto refused = host_refusal(knock.host)) return refused;
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
