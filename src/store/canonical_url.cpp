#include "store/canonical_url.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/csv.hpp"
#include "base/utf8.hpp"
#include "base/web_address.hpp"

namespace figbook {
namespace {

// Splits `text` at the first `mark`: keeps what is before it, returns what is after it.
std::string_view cut_at(std::string_view& text, char mark) {
    const auto at = text.find(mark);
    if (at == std::string_view::npos) return {};
    const std::string_view rest = text.substr(at + 1);
    text = text.substr(0, at);
    return rest;
}

bool only_tracks(std::string_view parameter) {
    const std::string name = lower(parameter.substr(0, parameter.find('=')));
    return name.starts_with("utm_") || name == "fbclid" || name == "gclid";
}

std::string without_tracking(std::string_view parameters) {
    std::string kept;
    for (const std::string& parameter : split(parameters, '&')) {
        if (parameter.empty() || only_tracks(parameter)) continue;
        if (!kept.empty()) kept += '&';
        kept += parameter;
    }
    return kept;
}

// "News.Example:443" -> "news.example".
std::string canonical_host(std::string_view authority, std::string_view scheme) {
    std::string host = lower(authority);
    const std::string_view default_port = scheme == "http" ? ":80" : scheme == "https" ? ":443" : "";
    if (!default_port.empty() && host.ends_with(default_port)) host.erase(host.size() - default_port.size());
    if (host.ends_with(':')) host.pop_back();
    return host;
}

// "HTTPS://News.example/A" -> "https://news.example", leaving "/A" in `rest`; "" where there is no scheme.
std::string take_origin(std::string_view& rest) {
    const auto colon = rest.find("://");
    if (colon == std::string_view::npos || rest.find_first_of("/?") < colon) return {};
    const std::string scheme = lower(rest.substr(0, colon));
    rest.remove_prefix(colon + 3);
    const std::string_view authority = rest.substr(0, rest.find_first_of("/?"));
    rest.remove_prefix(authority.size());
    return scheme + "://" + canonical_host(authority, scheme);
}

}  // namespace

std::string canonical_url(std::string_view address) {
    const std::string public_address = without_user(address);
    std::string_view rest = without_blanks(public_address);
    cut_at(rest, '#');
    const std::string origin = take_origin(rest);
    const std::string parameters = without_tracking(cut_at(rest, '?'));
    while (rest.ends_with('/')) rest.remove_suffix(1);
    std::string result = origin + std::string(rest);
    if (!parameters.empty()) result += "?" + parameters;
    return result;
}

}  // namespace figbook
