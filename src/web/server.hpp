// The site at a port of this machine: who may ask, how much and for how long, is decided here; what is answered, in
// router.hpp.
//
//     Server server("figbook.db", services, {});
//     server.listen();                        // the port is taken; throws EnvironmentError where it cannot be
//     server.get_ready(stop);
//     server.run(stop);                       // until the flag is set
#pragma once
#include <atomic>
#include <chrono>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "web/response.hpp"
#include "web/site.hpp"

namespace figbook::web {

// How long others may take; who takes longer is cut off.
struct Patience {
    std::chrono::milliseconds idle{5'000};   // until the next request
    std::chrono::milliseconds head{10'000};  // for the head of a request, and to take an answer
    std::chrono::milliseconds body{60'000};  // for what is loaded
};

struct ServerOptions {
    int port = 8077;                        // 0: one that is free
    bool is_public = false;                 // all addresses of the machine, not the loopback alone
    std::optional<std::string> password{};  // or its Argon2id hash; a public server must have one
    bool may_write = true;                  // articles may be loaded from the page
    std::vector<std::string> hosts{};       // names that a public one answers to, beside the machine's own
    Patience patience{};
};

class Server {
 public:
    // Opens the database; throws EnvironmentError where that cannot be read, and for a public one without a password.
    Server(const std::filesystem::path& database, const Services& services, ServerOptions options);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    // The port.
    int listen();
    // Reads all figures in short, which every list needs, and begins to answer; of very many figures it does not wait for the
    // last. Who asks meanwhile waits, and the first page that is asked for afterwards comes as fast as any other.
    void get_ready(const std::atomic<bool>& stop);
    void run(const std::atomic<bool>& stop);

 private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace figbook::web
