// Any bytes as a web archive, the way that `figbook load --input warc` takes them.
#include <cstddef>
#include <cstdint>

#include "base/utf8.hpp"
#include "fuzz/extract_checks.hpp"
#include "fuzz/memory_file.hpp"
#include "load/load.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace figbook;
    const fuzz::MemoryFile file({reinterpret_cast<const char*>(data), size});
    ReadOptions options;
    options.reader = reader_named("warc");
    std::size_t told = 0;
    const Sink sink{[](const Article& article) {
                        fuzz::require(!article.text.empty(), "an article has a text");
                        fuzz::require(!first_invalid_utf8(article.text), "an article's text is UTF-8");
                    },
                    [&](const Rejected& rejected) {
                        ++told;
                        fuzz::require(!rejected.problem.message.empty(), "a problem says what is wrong");
                        fuzz::require(!rejected.problem.offset || *rejected.problem.offset <= size,
                                      "a problem stands inside what the file unpacks to");
                    }};
    read_articles({file.path()}, options, sink);
    fuzz::require(told <= size, "problems are told once");
    return 0;
}
