// Any bytes as a web archive, the way that `figbook load --input warc` takes them.
#include <cstddef>
#include <cstdint>

#include "fuzz/article_checks.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    figbook::fuzz::check_reading({reinterpret_cast<const char*>(data), size}, "warc");
    return 0;
}
