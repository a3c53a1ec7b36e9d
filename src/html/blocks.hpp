// The blocks of a page: what stands on lines of its own, each with its text and what tells an article's paragraph
// from a menu's entry.
//
//     const Blocks blocks = find_blocks(tree, left_out);
//     for (const Block& block : blocks.list) ... blocks.text(block) ...
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "html/tree.hpp"

namespace figbook::html {

enum class BlockKind : std::uint8_t { paragraph, heading, item, quote, caption, row };

struct Block {
    BlockKind kind = BlockKind::paragraph;
    NodeId node = no_node;        // the element whose own text it is
    NodeId first_text = no_node;  // where in the page it begins
    std::uint32_t begin = 0;      // in Blocks::all
    std::uint32_t end = 0;
    std::uint32_t link_bytes = 0;       // so much of it is links
    std::uint32_t lead_link_bytes = 0;  // so much of its beginning is one link

    std::uint32_t size() const { return end - begin; }
};

struct Blocks {
    std::string all;
    std::vector<Block> list;

    std::string_view text(const Block& block) const {
        return std::string_view(all).substr(block.begin, block.size());
    }
};

// `left_out` says which elements are passed over with all that is in them. Text is clean: single spaces, no soft
// hyphens; a <br> is a line break; the cells of a table's row are divided by " | ".
Blocks find_blocks(const Tree& tree, const std::function<bool(NodeId)>& left_out);

}  // namespace figbook::html
