#include "web/timed_server.hpp"

#include <sys/socket.h>
#include <unistd.h>

#include "web/readers.hpp"

namespace figbook::web {
namespace {

constexpr int waiting_connections = 512;

// Whether the request that this thread answers was refused before its body was read.
thread_local bool body_is_left = false;

// httplib's own would let two servers listen at one port.
void only_listener(socket_t socket) {
    const int yes = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
}

}  // namespace

TimedServer::TimedServer(Patience patience) : patience_(patience) {
    set_socket_options(only_listener);
    set_keep_alive_max_count(requests_a_connection);
}

void TimedServer::let_many_wait() {
    ::listen(svr_sock_, waiting_connections);
}

void TimedServer::leave_body() {
    body_is_left = true;
}

bool TimedServer::process_and_close_socket(socket_t socket) {
    Stream stream(socket);
    for (std::size_t count = 1; count <= requests_a_connection && stream.wait_for_bytes(patience_.idle);
         ++count) {
        if (!process_one(stream, count == requests_a_connection)) break;
    }
    ::shutdown(socket, SHUT_RDWR);
    ::close(socket);
    return true;
}

// False where nothing may follow on the connection: httplib goes on after a head that did not come in time, or that it
// did not understand, and takes what comes behind for the next request.
bool TimedServer::process_one(Stream& stream, bool is_last) {
    stream.allow(patience_.head);
    bool is_closed = false, has_head = false;
    body_is_left = false;
    const auto head_is_read = [&](httplib::Request& request) {
        has_head = true;
        // A part of an answer is of no use here, and many parts of it are an attack.
        request.ranges.clear();
        stream.allow(request.method == "POST" ? patience_.body
                                              : patience_.head + Readers::waiting_time + Readers::page_time);
    };
    const bool is_done = process_request(stream, is_last, is_closed, head_is_read);
    return is_done && has_head && !is_closed && !body_is_left && !stream.is_late();
}

}  // namespace figbook::web
