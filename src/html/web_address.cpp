#include "html/web_address.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "base/utf8.hpp"

namespace figbook::html {
namespace {

// "https://post.example/a/b?c" -> 8, where the host begins; 0 where there is no scheme of the web.
std::size_t begin_of_host(std::string_view text) {
    constexpr std::string_view longest = "https://";
    const std::string start = lower(text.substr(0, longest.size()));
    for (const std::string_view scheme : {std::string_view("http://"), longest})
        if (start.starts_with(scheme)) return scheme.size();
    return 0;
}

std::size_t end_of_host(std::string_view address) {
    return std::min(address.find_first_of("/?#", begin_of_host(address)), address.size());
}

// "mailto:jane@post.example", "javascript:void(0)"
bool has_scheme(std::string_view text) {
    const std::size_t colon = text.find(':');
    return colon != std::string_view::npos && colon < text.find_first_of("/?#");
}

// "/news/today/../dues/./x" -> "/news/dues/x"
std::string without_dots(std::string_view path) {
    std::vector<std::string_view> parts;
    for (std::size_t at = 1; at <= path.size();) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        const std::string_view part = path.substr(at, end - at);
        const bool dots = part == "." || part == "..";
        if (part == ".." && !parts.empty()) parts.pop_back();
        if (!dots) parts.push_back(part);
        if (dots && end == path.size()) parts.emplace_back();
        at = end + 1;
    }
    std::string clean;
    for (const std::string_view part : parts) clean.append("/").append(part);
    return clean;
}

std::string resolved(std::string_view text, std::string_view base) {
    const std::size_t host_end = end_of_host(base);
    const std::string origin(base.substr(0, host_end));
    std::string_view path = base.substr(host_end);
    path = path.substr(0, path.find_first_of("?#"));
    if (text.front() == '?') return origin + std::string(path) + std::string(text);
    const std::size_t path_end = std::min(text.find_first_of("?#"), text.size());
    std::string whole;
    if (text.front() != '/') {
        const std::size_t slash = path.rfind('/');
        whole.append(slash == std::string_view::npos ? "/" : path.substr(0, slash + 1));
    }
    whole.append(text.substr(0, path_end));
    return origin + without_dots(whole) + std::string(text.substr(path_end));
}

}  // namespace

bool is_web_address(std::string_view text) {
    const std::size_t host = begin_of_host(text);
    return host > 0 && end_of_host(text) > host &&
           text.find_first_of(" \t\r\n\"<>") == std::string_view::npos;
}

std::string absolute_address(std::string_view text, std::string_view base) {
    if (text.starts_with("//")) return absolute_address("https:" + std::string(text), base);
    if (is_web_address(text)) {
        const std::size_t host = begin_of_host(text);
        return lower(text.substr(0, host)) + std::string(text.substr(host));
    }
    if (text.empty() || text.front() == '#' || has_scheme(text)) return {};
    const std::string from = absolute_address(base, "");
    if (from.empty()) return {};
    std::string whole = resolved(text, from);
    return is_web_address(whole) ? whole : std::string();
}

bool is_front_page(std::string_view address) {
    const std::string_view rest = address.substr(end_of_host(address));
    return rest.empty() || rest == "/";
}

}  // namespace figbook::html
