// Who is slow is cut off in the time that is set, and no later.
#include <arpa/inet.h>
#include <array>
#include <atomic>
#include <chrono>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

#include "support/catch.hpp"
#include "support/store_samples.hpp"
#include "web/server.hpp"

using namespace figbook;
using namespace figbook::web;
using namespace std::chrono_literals;

namespace {

// A server over an empty database, until the end of the test.
class Running {
 public:
    explicit Running(Patience patience) : Running(ServerOptions{.port = 0, .patience = patience}) {}
    explicit Running(ServerOptions options)
        : database_(Database::open(path_, OpenMode::read_write)),
          server_(path_, services_, std::move(options)),
          port_(server_.listen()),
          thread_([this] { server_.run(stop_); }) {}
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;
    ~Running() {
        stop_ = true;
        thread_.join();
    }
    int port() const { return port_; }

 private:
    TemporaryFolder folder_;
    std::filesystem::path path_ = folder_.path() / "figbook.db";
    Database database_;
    Services services_;
    Server server_;
    int port_;
    std::atomic<bool> stop_ = false;
    std::thread thread_;
};

class Client {
 public:
    explicit Client(int port) : descriptor_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        REQUIRE(::connect(descriptor_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;
    ~Client() { ::close(descriptor_); }

    void send(const std::string& bytes) { ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL); }
    // What comes now; "" where nothing does.
    std::string receive() {
        std::array<char, 4096> bytes{};
        const ssize_t got = ::recv(descriptor_, bytes.data(), bytes.size(), MSG_DONTWAIT);
        is_over_ = is_over_ || got == 0;
        return got > 0 ? std::string(bytes.data(), static_cast<std::size_t>(got)) : "";
    }
    // Whether the other side has ended the connection.
    bool is_over() const { return is_over_; }

 private:
    int descriptor_;
    bool is_over_ = false;
};

struct End {
    std::chrono::milliseconds after{};
    std::string answer;
};

// Long before drip() gives up by itself, and long behind every limit of these tests, also on a machine that is busy.
constexpr auto soon = 3s;

// Sends the beginning, and then a byte each 20 ms until the other side ends it, for five seconds at most.
End drip(Client& client, const std::string& beginning, char byte) {
    const auto start = std::chrono::steady_clock::now();
    End end;
    client.send(beginning);
    while (!client.is_over() && end.after < 5s) {
        std::this_thread::sleep_for(20ms);
        client.send(std::string(1, byte));
        end.answer += client.receive();
        end.after =
            std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
    }
    return end;
}

// The whole answer to one request.
std::string ask(int port, const std::string& first_line, const std::string& headers = "",
                const std::string& body = "") {
    Client client(port);
    client.send(first_line + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + headers +
                (body.empty() ? "" : "Content-Type: application/x-www-form-urlencoded\r\n") +
                "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
    std::string answer;
    for (int round = 0; round < 1000 && !client.is_over(); ++round) {
        answer += client.receive();
        std::this_thread::sleep_for(5ms);
    }
    return answer;
}

std::string between(const std::string& text, const std::string& before, const std::string& behind) {
    const std::size_t at = text.find(before);
    if (at == std::string::npos) return "";
    const std::size_t start = at + before.size();
    return text.substr(start, text.find(behind, start) - start);
}

}  // namespace

TEST_CASE("web: who has logged in can log out, also where nothing may be written", "[web]") {
    ServerOptions options{.port = 0};
    options.is_public = true;
    options.password = "a long enough password";
    options.may_write = GENERATE(true, false);
    const Running server(options);
    const std::string login =
        ask(server.port(), "POST /login", "", "password=a+long+enough+password&to=%2Ffigures");
    const std::string cookie = "Cookie: figbook=" + between(login, "figbook=", ";") + "\r\n";
    const std::string page = ask(server.port(), "GET /figures", cookie);
    const std::string form = between(page, "action=\"/logout\"", "</form>");
    const std::string token = between(form, "name=\"token\" value=\"", "\"");
    REQUIRE_FALSE(token.empty());
    CHECK(ask(server.port(), "POST /logout", cookie, "token=x").find(" 403 ") != std::string::npos);
    CHECK(ask(server.port(), "GET /figures", cookie).find(" 200 ") != std::string::npos);
    CHECK(ask(server.port(), "POST /logout", cookie, "token=" + token).find(" 303 ") != std::string::npos);
    CHECK(ask(server.port(), "GET /figures", cookie).find("Location: /login") != std::string::npos);
}

TEST_CASE("web: who sends its head a byte at a time is cut off in the time for a head", "[web]") {
    const Running server({.idle = 200ms, .head = 400ms, .body = 600ms});
    for (const std::string beginning : {"G", "GET / HTTP/1.1\r\nHost: a\r\nX-Slow: "}) {
        INFO(beginning);
        Client client(server.port());
        const End end = drip(client, beginning, 'a');
        CHECK(end.after >= 350ms);
        CHECK(end.after < soon);
    }
    Client client(server.port());
    const std::string host = "Host: 127.0.0.1:" + std::to_string(server.port()) + "\r\n";
    const End end = drip(client, "POST /load HTTP/1.1\r\n" + host + "Content-Length: 100000\r\n\r\n", 'a');
    CHECK(end.after >= 550ms);
    CHECK(end.after < soon);
}

TEST_CASE("web: who says nothing more is let go, and a body that is not taken is no next request", "[web]") {
    const Running server({.idle = 200ms, .head = 5s, .body = 5s});
    const std::string host = "Host: 127.0.0.1:" + std::to_string(server.port()) + "\r\n";
    Client idle(server.port());
    const auto start = std::chrono::steady_clock::now();
    idle.send("GET /login HTTP/1.1\r\n" + host + "\r\n");
    std::string answer;
    while (!idle.is_over() && std::chrono::steady_clock::now() - start < 5s) {
        answer += idle.receive();
        std::this_thread::sleep_for(10ms);
    }
    CHECK(contains(answer, "HTTP/1.1 404"));
    CHECK(std::chrono::steady_clock::now() - start < soon);
    Client large(server.port());
    const End end = drip(large,
                         "POST /load HTTP/1.1\r\n" + host +
                             "Content-Length: 999999999\r\n\r\nGET / HTTP/1.1\r\n" + host + "\r\n",
                         'a');
    CHECK(contains(end.answer, "HTTP/1.1 413"));
    CHECK(contains(end.answer, "Connection: close"));
    CHECK_FALSE(contains(end.answer, "HTTP/1.1 200"));
    CHECK(end.after < soon);
}
