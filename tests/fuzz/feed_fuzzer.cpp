// Any bytes as a feed, the way that `figbook load --input feed` takes them.
#include <cstddef>
#include <cstdint>

#include "fuzz/article_checks.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    figbook::fuzz::check_reading({reinterpret_cast<const char*>(data), size}, "feed");
    return 0;
}
