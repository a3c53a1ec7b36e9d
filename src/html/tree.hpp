// A page as a tree: its elements and the text between them, in the order of the page. What a browser does with
// end tags that are missing or too many, this does as far as it matters for the text: no element is wrong.
//
//     const Tree tree(page);                       // page: UTF-8
//     for (NodeId id = 0; id < tree.size(); ++id)
//         if (tree[id].tag == Tag::p) ...          // what is inside it: id + 1 up to, not including, tree[id].end
//
// Elements inside one another deeper than `deepest` are put side by side, so that a page of a million "<div>" costs
// what any page of that size costs. Memory and time are linear in the page. The tree keeps no view of the page.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "html/tags.hpp"
#include "html/tokenizer.hpp"

namespace figbook::html {

using NodeId = std::uint32_t;
constexpr NodeId no_node = 0xFFFFFFFF;
constexpr std::size_t deepest = 512;
// A page of more elements and texts is read so far; news pages have some thousands.
constexpr NodeId most_nodes = 1000000;

// The attributes that are read; all others are dropped.
enum class Attribute : std::uint8_t {
    aria_hidden,
    charset,
    class_,
    content,
    data_testid,
    datetime,
    hidden,
    href,
    http_equiv,
    id,
    itemprop,
    itemscope,
    itemtype,
    lang,
    name,
    property,
    pubdate,
    rel,
    role,
    style,
    title,
    type,
    count,
};

struct Node {
    Tag tag = Tag::other;
    NodeId parent = no_node;
    NodeId end = 0;           // one behind the last node inside
    std::uint32_t first = 0;  // text: where it begins in the tree's text; else its first attribute
    std::uint32_t last = 0;   // one behind the end of that
    std::uint32_t name = 0;   // Tag::other: a hash of its name, to find its end by
};

class Tree {
 public:
    // `page` is at most 4 GB of UTF-8.
    explicit Tree(std::string_view page);

    NodeId size() const { return static_cast<NodeId>(nodes_.size()); }
    const Node& operator[](NodeId id) const { return nodes_[id]; }

    // Of a node with Tag::text: what stands there, entities decoded, blanks as they were.
    std::string_view text(NodeId id) const { return span(nodes_[id].first, nodes_[id].last); }
    // "" where the element has none; `has` tells an empty one from none.
    std::string_view attribute(NodeId id, Attribute attribute) const;
    bool has(NodeId id, Attribute attribute) const;
    // All text inside, scripts too but not what is struck out, on one line without blanks at its ends; no more of it than some `most` bytes.
    std::string text_inside(NodeId id, std::size_t most = 1000) const;

 private:
    struct Value {
        Attribute attribute;
        std::uint32_t begin;
        std::uint32_t end;
    };

    void take(const Token& token);
    void take_text(const Token& token);
    void take_start(const Token& token);
    void take_end(const Token& token);
    // The place in the stack of the open element that the end tag ends; stack_.size() for none.
    std::size_t ended_by(const Token& token) const;
    // Ends what the start of the element ends without saying so: "<li>" an open <li>.
    void end_implied(Tag tag);
    void end_up_to(Tag tag, const Tag* stops, std::size_t stop_count);
    void pop();
    NodeId append(Tag tag);
    void append_attributes(const Token& token, Node& node);
    bool open(Tag tag) const { return open_count_[static_cast<std::size_t>(tag)] > 0; }
    std::string_view span(std::uint32_t begin, std::uint32_t end) const {
        return std::string_view(text_).substr(begin, end - begin);
    }

    std::string text_;  // of all text nodes and attributes
    std::vector<Node> nodes_;
    std::vector<Value> values_;

    // While it is built.
    std::vector<NodeId> stack_;
    std::array<std::uint32_t, static_cast<std::size_t>(Tag::count)> open_count_{};
    std::array<std::uint32_t, static_cast<std::size_t>(Tag::count)> too_deep_{};
};

}  // namespace figbook::html
