// Which network addresses are the internet's: not those of this machine, of the network it stands in, or of none.
//
//     is_public(address)   // false for 127.0.0.1, 10.1.2.3, ::1, ::ffff:192.168.0.1; true for 93.184.216.34
#pragma once
#include <sys/socket.h>

namespace figbook {

// `address` is an IPv4 or IPv6 socket address; any other kind is not public.
bool is_public(const sockaddr& address);

}  // namespace figbook
