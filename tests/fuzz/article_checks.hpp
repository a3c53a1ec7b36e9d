// Reads bytes as one input format, and checks what is true of every article and problem that comes out.
#pragma once
#include <string_view>

#include "base/utf8.hpp"
#include "fuzz/extract_checks.hpp"
#include "fuzz/memory_file.hpp"
#include "load/load.hpp"

namespace figbook::fuzz {

inline void check_article(const Article& article) {
    require(!article.text.empty(), "an article has a text");
    for (const std::string* field : {&article.text, &article.headline, &article.byline, &article.publication,
                                     &article.url, &article.language, &article.id})
        require(!first_invalid_utf8(*field) && field->find('\0') == std::string::npos, "an article is UTF-8");
}

// `reader` is a name as in --input.
inline void check_reading(std::string_view bytes, std::string_view reader, Known known = {}) {
    const MemoryFile file(bytes);
    ReadOptions options;
    options.reader = reader_named(reader);
    options.known = std::move(known);
    std::size_t told = 0;
    const Sink sink{check_article, [&](const Rejected& rejected) {
                        ++told;
                        require(!rejected.problem.message.empty(), "a problem says what is wrong");
                    }};
    read_articles({file.path()}, options, sink);
    require(told <= bytes.size() + 1, "problems are told once");
}

}  // namespace figbook::fuzz
