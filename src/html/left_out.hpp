// Which parts of a page are no part of any article on it: menus, sidebars, comments, what is hidden.
//
//     LeftOut parts(tree);
//     if (parts.is_left_out(id)) ...      // the element with all that is in it
//
// A part that holds the headline, or much of the page's prose, is kept whatever it is called: authors name the frame
// around an article "with-sidebar".
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "html/marks.hpp"
#include "html/tree.hpp"

namespace figbook::html {

class LeftOut {
 public:
    explicit LeftOut(const Tree& tree);

    bool is_left_out(NodeId id) const;
    // Named as what holds the article's text.
    bool is_content(NodeId id) const;
    // The h1 elements, in the order of the page.
    const std::vector<NodeId>& headings() const { return headings_; }

 private:
    void measure();
    double prose_share(NodeId id) const;
    bool holds_headline(NodeId id) const;
    bool holds_content(NodeId id) const;
    bool is_hidden(NodeId id) const;

    const Tree& tree_;
    std::vector<Marks> marks_;
    std::vector<std::size_t> prose_before_;  // bytes of prose in the nodes before each
    std::vector<std::uint32_t>
        contents_before_;  // how many nodes before each are named as the article's text
    std::vector<NodeId> headings_;
};

}  // namespace figbook::html
