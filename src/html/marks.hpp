// What the name of a part of a page says of it: "related-stories" is no part of the article, "articleBody" holds it.
// The words are in schema/pages/marks.csv.
//
//     MarkReader marks(tree);
//     marks.of(id).drop
#pragma once
#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "html/tree.hpp"

namespace figbook::html {

struct Marks {
    bool content = false;
    bool never = false;
    bool drop = false;
    bool weak = false;
    bool caption = false;
    bool byline = false;
};

class MarkReader {
 public:
    explicit MarkReader(const Tree& tree) : tree_(tree) {}
    // By class, id, role and data-testid of the element.
    Marks of(NodeId id);

 private:
    const Tree& tree_;
    // Pages name many elements alike.
    std::unordered_map<std::string_view, std::uint8_t> known_;
};

}  // namespace figbook::html
