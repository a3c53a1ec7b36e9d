#include "load/public_address.hpp"

#include <arpa/inet.h>
#include <cstring>
#include <netinet/in.h>
#include <string>

#include "support/catch.hpp"

namespace figbook {
namespace {

bool is_public_text(const std::string& text) {
    sockaddr_storage storage{};
    sockaddr_in v4{};
    v4.sin_family = AF_INET;
    sockaddr_in6 v6{};
    v6.sin6_family = AF_INET6;
    if (inet_pton(AF_INET, text.c_str(), &v4.sin_addr) == 1) {
        std::memcpy(&storage, &v4, sizeof v4);
    } else {
        REQUIRE(inet_pton(AF_INET6, text.c_str(), &v6.sin6_addr) == 1);
        std::memcpy(&storage, &v6, sizeof v6);
    }
    return is_public(reinterpret_cast<const sockaddr&>(storage));
}

TEST_CASE("public addresses are those that the internet carries") {
    for (const char* text :
         {"93.184.216.34", "8.8.8.8", "11.0.0.1", "172.15.0.1", "172.32.0.1", "192.167.1.1", "223.1.1.1",
          "2606:2800:220:1::1", "2001:4860::8888", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2002:808:808::1"}) {
        INFO(text);
        CHECK(is_public_text(text));
    }
}

TEST_CASE("addresses of this machine, its network, or of none are not public") {
    for (const char* text : {"127.0.0.1",
                             "127.255.0.1",
                             "0.0.0.0",
                             "10.1.2.3",
                             "100.64.0.1",
                             "169.254.169.254",
                             "172.16.0.1",
                             "172.31.255.255",
                             "192.168.1.1",
                             "192.0.2.1",
                             "198.18.0.1",
                             "224.0.0.1",
                             "255.255.255.255",
                             "::",
                             "::1",
                             "fe80::1",
                             "fc00::1",
                             "fd12::1",
                             "ff02::1",
                             "2001:db8::1",
                             "2001::1",
                             "::ffff:127.0.0.1",
                             "::ffff:10.0.0.1",
                             "64:ff9b::127.0.0.1",
                             "64:ff9b:1::1",
                             "2002:7f00:1::1",
                             "3fff::1",
                             "::7f00:1"}) {
        INFO(text);
        CHECK_FALSE(is_public_text(text));
    }
    const sockaddr other{AF_UNIX, {}};
    CHECK_FALSE(is_public(other));
}

}  // namespace
}  // namespace figbook
