// httplib's server with connections that end in time, and of which nothing is read that nobody wants.
//
//     TimedServer server(Patience{});
//     server.bind_to_port("127.0.0.1", 8077);
//     server.let_many_wait();
#pragma once
#include <cstddef>
#include <httplib.h>

#include "web/server.hpp"
#include "web/stream.hpp"

namespace figbook::web {

class TimedServer final : public httplib::Server {
 public:
    static constexpr std::size_t requests_a_connection = 1000;

    explicit TimedServer(Patience patience);

    // httplib lets five connections wait to be accepted: of many that come at once the others would send what they
    // have again and again, for seconds. After the port is bound; the system takes the last number that it was told.
    void let_many_wait();

    // The request that this thread answers is refused before its body is read: its connection ends with it.
    static void leave_body();

 private:
    bool process_and_close_socket(socket_t socket) override;
    bool process_one(Stream& stream, bool is_last);

    const Patience patience_;
};

}  // namespace figbook::web
