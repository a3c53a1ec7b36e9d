#include "load/public_address.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <netinet/in.h>

namespace figbook {
namespace {

struct Network {
    std::uint32_t address;
    unsigned bits;
};
// IANA's registry of special IPv4 addresses: those that the internet does not carry.
constexpr std::array special_v4{
    Network{0x00000000, 8},   // this network
    Network{0x0A000000, 8},   // 10.0.0.0, private
    Network{0x64400000, 10},  // 100.64.0.0, behind a provider
    Network{0x7F000000, 8},   // loopback
    Network{0xA9FE0000, 16},  // 169.254.0.0, link
    Network{0xAC100000, 12},  // 172.16.0.0, private
    Network{0xC0000000, 24},  // 192.0.0.0, protocols
    Network{0xC0000200, 24},  // documentation, like the two below
    Network{0xC0586300, 24},  // 192.88.99.0, relays to IPv6
    Network{0xC0A80000, 16},  // 192.168.0.0, private
    Network{0xC6120000, 15},  // 198.18.0.0, measurements
    Network{0xC6336400, 24}, Network{0xCB007100, 24}, Network{0xE0000000, 4},  // 224.0.0.0, many receivers
    Network{0xF0000000, 4}                                                     // 240.0.0.0, reserved
};

bool is_public_v4(std::uint32_t address) {
    return std::none_of(special_v4.begin(), special_v4.end(), [address](const Network& network) {
        return (address ^ network.address) >> (32U - network.bits) == 0;
    });
}

using Bytes = std::array<std::uint8_t, 16>;

bool begins(const Bytes& address, std::initializer_list<int> beginning) {
    return std::equal(beginning.begin(), beginning.end(), address.begin());
}

bool is_public_v4_at(const Bytes& address, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8U | address[at + i];
    return is_public_v4(value);
}

bool is_public_v6(const Bytes& address) {
    // IPv4 inside IPv6: mapped, translated, 6to4.
    if (begins(address, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF})) return is_public_v4_at(address, 12);
    if (begins(address, {0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0})) return is_public_v4_at(address, 12);
    if (begins(address, {0x20, 0x02})) return is_public_v4_at(address, 2);
    if (begins(address, {0x20, 0x01}) && address[2] < 2) return false;     // protocols, tunnels
    if (begins(address, {0x20, 0x01, 0x0D, 0xB8})) return false;           // documentation
    if (begins(address, {0x3F, 0xFF}) && address[2] < 0x10) return false;  // the same
    return address[0] >> 5U == 1;                                          // 2000::/3 is what is given out
}

}  // namespace

bool is_public(const sockaddr& address) {
    if (address.sa_family == AF_INET) {
        sockaddr_in v4{};
        std::memcpy(&v4, &address, sizeof v4);
        return is_public_v4(ntohl(v4.sin_addr.s_addr));
    }
    if (address.sa_family != AF_INET6) return false;
    sockaddr_in6 v6{};
    std::memcpy(&v6, &address, sizeof v6);
    Bytes bytes{};
    std::memcpy(bytes.data(), &v6.sin6_addr, bytes.size());
    return is_public_v6(bytes);
}

}  // namespace figbook
