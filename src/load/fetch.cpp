#include "load/fetch.hpp"

#include <curl/curl.h>
#include <fmt/format.h>
#include <memory>
#include <new>
#include <utility>

#include "base/ascii.hpp"
#include "load/http_message.hpp"
#include "load/public_address.hpp"

namespace figbook {
namespace {

constexpr long connect_seconds = 15;

struct Transfer {
    const FetchOptions& options;
    const ReadControl* control;
    std::string bytes;
    bool too_large = false;
    bool refused = false;  // an address that is not public
};

std::size_t take_bytes(char* data, std::size_t size, std::size_t count, void* user) {
    Transfer& transfer = *static_cast<Transfer*>(user);
    const std::size_t got = size * count;
    transfer.too_large = transfer.bytes.size() + got > transfer.options.bytes;
    if (transfer.too_large) return 0;
    transfer.bytes.append(data, got);
    return got;
}

// Asked with the address itself, behind names and redirections, right before it is connected to.
curl_socket_t open_socket(void* user, curlsocktype /*purpose*/, curl_sockaddr* address) {
    Transfer& transfer = *static_cast<Transfer*>(user);
    if (!transfer.options.allow_private && !is_public(address->addr)) {
        transfer.refused = true;
        return CURL_SOCKET_BAD;
    }
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

// Asked at least once a second; anything but 0 ends the transfer.
int look_for_stop(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    const ReadControl* control = static_cast<Transfer*>(user)->control;
    return control != nullptr && control->stop ? 1 : 0;
}

struct End {
    void operator()(CURL* handle) const { ::curl_easy_cleanup(handle); }
};
using Handle = std::unique_ptr<CURL, End>;

Handle started() {
    static const CURLcode global = ::curl_global_init(CURL_GLOBAL_DEFAULT);
    Handle handle(global == CURLE_OK ? ::curl_easy_init() : nullptr);
    if (!handle) throw std::bad_alloc();
    return handle;
}

void prepare(CURL* handle, const std::string& address, Transfer& transfer) {
    const FetchOptions& options = transfer.options;
    curl_easy_setopt(handle, CURLOPT_URL, address.c_str());
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 1L);
    curl_easy_setopt(handle, CURLOPT_MAXREDIRS, options.redirects);
    curl_easy_setopt(handle, CURLOPT_TIMEOUT, static_cast<long>(options.time.count()));
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, connect_seconds);
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_ACCEPT_ENCODING, "");
    curl_easy_setopt(handle, CURLOPT_USERAGENT, "figbook");
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, take_bytes);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, &transfer);
    curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, &transfer);
    curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, look_for_stop);
    curl_easy_setopt(handle, CURLOPT_XFERINFODATA, &transfer);
    // A proxy would connect in our place, to whatever address.
    if (!options.allow_private) curl_easy_setopt(handle, CURLOPT_PROXY, "");
}

Problem problem_of(CURLcode code, const Transfer& transfer, const std::string& address) {
    const auto problem = [&](std::string message, std::string advice) {
        return Problem{std::move(message), std::move(advice), address, 0, {}};
    };
    const FetchOptions& options = transfer.options;
    if (transfer.refused)
        return problem("leads to an address of this machine or its network",
                       "if that is meant, give --allow-private-addresses");
    if (transfer.too_large)
        return problem(fmt::format("holds more than {} MiB", options.bytes >> 20U),
                       "download it yourself and give the file");
    switch (code) {
        case CURLE_UNSUPPORTED_PROTOCOL:
            return problem("is or leads to something else than http or https",
                           "download it yourself and give the file");
        case CURLE_URL_MALFORMAT:
            return problem("is no address", "check it, for example https://post.example/article");
        case CURLE_COULDNT_RESOLVE_HOST:
            return problem("names a server that is not known",
                           "check the name, and the connection to the network");
        case CURLE_COULDNT_CONNECT:
            return problem("names a server that does not answer", "try again later");
        case CURLE_OPERATION_TIMEDOUT:
            return problem(fmt::format("was not there within {} seconds", options.time.count()),
                           "try again later, or download it yourself and give the file");
        case CURLE_TOO_MANY_REDIRECTS:
            return problem(fmt::format("leads on more than {} times", options.redirects),
                           "give the address that a browser ends at");
        case CURLE_PEER_FAILED_VERIFICATION:
            return problem("names a server whose certificate is not trusted",
                           "check the address in a browser");
        case CURLE_PARTIAL_FILE:
        case CURLE_RECV_ERROR:
        case CURLE_GOT_NOTHING:
            return problem("was cut off by the server", "try again later");
        default:
            return problem(fmt::format("cannot be fetched: {}", lower_ascii(::curl_easy_strerror(code))),
                           "try again later");
    }
}

Problem problem_of_status(long status, const std::string& address) {
    const auto problem = [&](std::string_view meaning, std::string advice) {
        return Problem{
            fmt::format("the server answers {}: {}", status, meaning), std::move(advice), address, 0, {}};
    };
    if (status == 401 || status == 403 || status == 407 || status == 451)
        return problem("it may not be read", "save the page from a browser that may, and give the file");
    if (status == 404 || status == 410) return problem("there is no such page", "check the address");
    if (status == 402)
        return problem("it must be paid for", "save the page from a browser, and give the file");
    if (status == 429) return problem("too many were asked for", "wait, and try again");
    if (status >= 500) return problem("it fails", "try again later");
    if (status >= 400)
        return problem("it does not understand what is asked", "check the address in a browser");
    return problem("there is no page with it", "check the address in a browser");
}

std::string text_of(const char* text) {
    return text != nullptr ? text : "";
}

}  // namespace

bool is_web_name(std::string_view name) {
    const std::size_t end = name.find("://");
    return end != std::string_view::npos && end > 1 &&
           lower_ascii(name.substr(0, end)).find_first_not_of("abcdefghijklmnopqrstuvwxyz") ==
               std::string::npos;
}

Result<Input::Fetched> fetch(const std::string& address, const FetchOptions& options,
                             const ReadControl* control) {
    const Handle handle = started();
    Transfer transfer{options, control, "", false, false};
    prepare(handle.get(), address, transfer);
    const CURLcode code = ::curl_easy_perform(handle.get());
    throw_if_stopped(control);
    if (code != CURLE_OK) return problem_of(code, transfer, address);
    long status = 0;
    const char* end = nullptr;
    const char* content_type = nullptr;
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(handle.get(), CURLINFO_EFFECTIVE_URL, &end);
    curl_easy_getinfo(handle.get(), CURLINFO_CONTENT_TYPE, &content_type);
    if (status != 200) return problem_of_status(status, address);
    return Input::Fetched{std::move(transfer.bytes), text_of(end), text_of(content_type)};
}

}  // namespace figbook
