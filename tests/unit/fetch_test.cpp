#include "load/fetch.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

#include "support/catch.hpp"

namespace figbook {
namespace {

// A server on this machine that takes connections and never answers.
class SilentServer {
 public:
    SilentServer() : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto* const any = reinterpret_cast<sockaddr*>(&address);
        REQUIRE(::bind(socket_, any, size) == 0);
        REQUIRE(::listen(socket_, 4) == 0);
        REQUIRE(::getsockname(socket_, any, &size) == 0);
        port_ = ntohs(address.sin_port);
    }
    SilentServer(const SilentServer&) = delete;
    SilentServer& operator=(const SilentServer&) = delete;
    ~SilentServer() { ::close(socket_); }

    std::string address() const { return "http://127.0.0.1:" + std::to_string(port_) + "/"; }

 private:
    int socket_;
    int port_ = 0;
};

}  // namespace

TEST_CASE("fetch: a server that does not answer is not waited for longer than allowed") {
    const SilentServer server;
    FetchOptions options;
    options.time = std::chrono::seconds(1);
    options.allow_private = true;
    const auto page = fetch(server.address(), options);
    REQUIRE_FALSE(page);
    CHECK(page.problem().message == "was not there within 1 seconds");
    CHECK(page.problem().file == server.address());
}

TEST_CASE("fetch: what is an address and what a file") {
    CHECK(is_web_name("https://post.example/a"));
    CHECK(is_web_name("FTP://post.example/a"));
    CHECK_FALSE(is_web_name("articles/2025"));
    CHECK_FALSE(is_web_name("://"));
    CHECK_FALSE(is_web_name("a b://c"));
}

}  // namespace figbook
