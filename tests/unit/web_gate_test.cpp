#include "support/catch.hpp"
#include "support/store_samples.hpp"
#include "web/gate.hpp"

using namespace figbook;
using namespace figbook::web;

namespace {

Knock knock(std::string host, bool is_post = false, std::string origin = "", std::string site = "") {
    Knock made;
    made.host = std::move(host);
    made.is_post = is_post;
    made.path = "/figures";
    made.origin = std::move(origin);
    made.fetch_site = std::move(site);
    return made;
}

}  // namespace

TEST_CASE("web: a page of this machine answers to its own names alone", "[web]") {
    const Gate gate(8077, nullptr);
    for (const char* good : {"127.0.0.1:8077", "localhost:8077", "[::1]:8077"})
        CHECK_FALSE(gate.refusal(knock(good)));
    for (const char* bad : {"evil.example:8077", "127.0.0.1", "127.0.0.1:80", "localhost:8077.evil.example",
                            "", "127.0.0.1:8077, evil.example", "LOCALHOST:8077@evil.example"})
        CHECK(gate.refusal(knock(bad))->status == 403);
    CHECK_FALSE(Gate(80, nullptr).refusal(knock("localhost")));
}

TEST_CASE("web: forms of other sites are refused", "[web]") {
    const Gate gate(8077, nullptr);
    const std::string own = "127.0.0.1:8077";
    CHECK_FALSE(gate.refusal(knock(own, true)));
    CHECK_FALSE(gate.refusal(knock(own, true, "http://127.0.0.1:8077", "same-origin")));
    CHECK(gate.refusal(knock(own, true, "http://evil.example")));
    CHECK_FALSE(gate.refusal(knock(own, true, "null", "same-origin")));
    CHECK(gate.refusal(knock(own, true, "null", "cross-site")));
    CHECK(gate.refusal(knock(own, true, "http://localhost:8077")));
    CHECK(gate.refusal(knock(own, true, "", "cross-site")));
    CHECK(gate.refusal(knock(own, true, "", "same-site")));
}

TEST_CASE("web: a public page is open to who has the password", "[web]") {
    Login login(Password::of("correct horse"));
    const Gate gate(8077, &login, {"desk.example"});
    CHECK(gate.refusal(knock("desk.example:8077"))->status == 401);
    CHECK_FALSE(login.open("wrong horse"));
    CHECK_FALSE(login.open(""));
    const auto session = login.open("correct horse");
    REQUIRE(session);
    Knock known = knock("desk.example:8077");
    known.cookie = "other=1; figbook=" + *session;
    CHECK_FALSE(gate.refusal(known));
    login.close(*session);
    CHECK(gate.refusal(known)->status == 401);
    known.cookie = "figbook=" + std::string(64, '0');
    CHECK(gate.refusal(known)->status == 401);
    known.cookie = "";
    known.authorization = "Basic bmV3czpjb3JyZWN0IGhvcnNl";  // news:correct horse
    CHECK_FALSE(gate.refusal(known));
    known.authorization = "Basic bmV3czp3cm9uZw==";
    CHECK(gate.refusal(known)->status == 401);
    Knock login_page = knock("desk.example:8077");
    login_page.path = "/login";
    CHECK_FALSE(gate.refusal(login_page));
}

TEST_CASE(
    "web: a public page answers to numbers and to the names that it is known by, with the password or "
    "without",
    "[web]") {
    Login login(Password::of("correct horse"));
    const Gate gate(8077, &login, {"desk", "figures.example"});
    const auto status = [&](const char* host, const std::string& session) {
        Knock knocked = knock(host);
        knocked.cookie = "figbook=" + session;
        const auto refused = gate.refusal(knocked);
        return refused ? refused->status : 200;
    };
    const std::string session = *login.open("correct horse");
    for (const char* good :
         {"192.168.1.7:8077", "192.168.1.7", "127.0.0.1:9", "localhost:8077", "[fe80::1]:8077", "desk:8077",
          "DESK", "figures.example", "Figures.Example:443"}) {
        INFO(good);
        CHECK(status(good, session) == 200);
        CHECK(status(good, "") == 401);
    }
    for (const char* bad :
         {"evil.example", "evil.example:8077", "", "desk.evil.example", "192.168.1.7.evil.example",
          "figures.example, evil.example", "figures.example:80:80", "figures.example:x", ":8077",
          "desk@evil.example", "[evil.example]:8077", "1.2.3.4.", "10"}) {
        INFO(bad);
        CHECK(status(bad, session) == 403);
        CHECK(status(bad, "") == 403);
    }
    CHECK(names_of_this_machine().size() == 2);
    CHECK(names_of_this_machine()[1] == names_of_this_machine()[0] + ".local");
}

TEST_CASE("web: a password is long enough, or a hash of Argon2id", "[web]") {
    CHECK(contains(refusal([] { Password::of("short"); }), "less than 8"));
    CHECK(contains(refusal([] { Password::of_hash("$argon2id$v=19$nonsense"); }), "none of Argon2id"));
    CHECK(random_token().size() == 64);
    CHECK(random_token() != random_token());
    CHECK(is_same("abc", "abc"));
    CHECK_FALSE(is_same("abc", "abd"));
    CHECK_FALSE(is_same("abc", "ab"));
}
