// Reads web pages and writes what was found in each as a line of JSON, for tests/bench/pages.py to hold against what
// is known of them. Names of files come on standard input, one a line; a file ending in .gz is unpacked.
//
//     ls pages/*.html | figbook_pages
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <zlib.h>

#include "html/page.hpp"

namespace {

// gzopen reads what is not packed as it is.
std::string bytes_of(const std::string& name) {
    gzFile file = gzopen(name.c_str(), "rb");
    if (file == nullptr) throw std::runtime_error(name + " cannot be read");
    std::string bytes;
    char block[65536];
    for (int got = 0; (got = gzread(file, block, sizeof block)) > 0;)
        bytes.append(block, static_cast<std::size_t>(got));
    gzclose(file);
    return bytes;
}

std::string day(const std::optional<figbook::Date>& date) {
    return date ? figbook::iso(*date) : std::string();
}

}  // namespace

int main() {
    for (std::string name; std::getline(std::cin, name);) {
        const figbook::html::Page page = figbook::html::read_page(bytes_of(name), {});
        const nlohmann::json line{{"file", name},
                                  {"headline", page.headline},
                                  {"authors", page.authors},
                                  {"publication", page.publication},
                                  {"address", page.address},
                                  {"language", page.language},
                                  {"published", day(page.published)},
                                  {"modified", day(page.modified)},
                                  {"body", page.body}};
        std::cout << line.dump() << '\n';
    }
    return 0;
}
