// Reads web pages and writes what was found in each as a line of JSON, for tests/bench/pages.py to hold against what
// is known of them. Names of files come on standard input, one a line; a file ending in .gz is unpacked.
//
//     ls pages/*.html | figbook_pages
//     ls pages/*.html | figbook_pages --speed     // no pages, but how fast they are read
#include <algorithm>
#include <ctime>
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <zlib.h>

#include "html/charset.hpp"
#include "html/page.hpp"
#include "html/tree.hpp"

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

void write_page(const std::string& name) {
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

// Processor time of the whole reading, and of the parsing alone, over all pages.
class Speed {
 public:
    void measure(const std::string& name) {
        const std::string bytes = bytes_of(name);
        bytes_ += static_cast<double>(bytes.size());
        const std::clock_t start = std::clock();
        const figbook::html::Tree tree(figbook::html::to_utf8(bytes, {}));
        const std::clock_t parsed = std::clock();
        const figbook::html::Page page = figbook::html::read_page(bytes, {});
        reading_ += std::clock() - parsed;
        parsing_ += parsed - start;
        texts_ += static_cast<double>(page.body.size());
        nodes_ += tree.size();
    }

    std::string summary() const {
        return fmt::format(
            "{:.1f} MB of pages: read at {:.0f} MB/s, parsed alone at {:.0f} MB/s; {:.1f} MB of text, {} "
            "nodes\n",
            bytes_ / 1e6, speed(reading_), speed(parsing_), texts_ / 1e6, nodes_);
    }

 private:
    double speed(std::clock_t time) const {
        return bytes_ / 1e6 / (static_cast<double>(std::max<std::clock_t>(time, 1)) / CLOCKS_PER_SEC);
    }

    double bytes_ = 0;
    double texts_ = 0;
    std::size_t nodes_ = 0;
    std::clock_t reading_ = 0;
    std::clock_t parsing_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
    const bool speed = argc > 1 && std::string_view(argv[1]) == "--speed";
    Speed measured;
    for (std::string name; std::getline(std::cin, name);) speed ? measured.measure(name) : write_page(name);
    if (speed) std::cout << measured.summary();
    return 0;
}
