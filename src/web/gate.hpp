// Who gets in: what a request must have before any page sees it. Without a network, so that tests can try it.
//
//     Gate gate(8077, nullptr);
//     gate.refusal({.path = "/figures", .host = "evil.example:8077"})   // 403
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "web/password.hpp"

namespace figbook::web {

// The headers that count; "" where they are not there.
struct Knock {
    bool is_post = false;
    std::string path;
    std::string host;
    std::string origin;      // which page sends a form
    std::string fetch_site;  // the same, in a browser's words
    std::string cookie;
    std::string authorization;
};

struct Refusal {
    int status = 403;
    std::string message;
    bool to_login = false;  // a browser is shown the way
};

class Gate {
 public:
    // `login` is nullptr where the site is for this machine alone. `names` are those that one for others is known by, in
    // small letters.
    Gate(int port, Login* login, std::vector<std::string> names = {})
        : port_(port), login_(login), names_(std::move(names)) {}

    // None where it may go on.
    std::optional<Refusal> refusal(const Knock& knock) const;
    bool is_logged_in(const Knock& knock) const;

 private:
    std::optional<Refusal> host_refusal(std::string_view host) const;
    bool is_own_host(std::string_view host) const;
    bool is_known_host(std::string_view host) const;

    int port_;
    Login* login_;
    std::vector<std::string> names_;
};

// What this machine calls itself, alone and on a network without a server of names: "desk", "desk.local".
std::vector<std::string> names_of_this_machine();

// The value of figbook's own cookie.
std::string session_of(std::string_view cookie);

}  // namespace figbook::web
