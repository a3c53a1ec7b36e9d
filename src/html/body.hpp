// The article's text among all that a page shows: the paragraphs, headings, lists and tables of the article, without
// menus, sidebars, other articles' teasers, comments and notices.
//
//     body_of(tree, {.headline = "Aid rises"})   // "Aid rose by 5%.\nIt is the third ..."
//
// Each block of the page gets a value, above zero for what reads as prose and below for links and scraps; the element
// with the highest sum of its blocks' values holds the article. What is no prose in it is then left out block by block.
#pragma once
#include <string>
#include <string_view>

#include "html/tree.hpp"

namespace figbook::html {

// What is known of the article from elsewhere in the page.
struct BodyEvidence {
    std::string_view headline;
    std::string_view description;    // what the page says for search engines and links to it
    std::string_view declared_body;  // "articleBody" of JSON-LD: its words show where the text stands
};

// One line a block; "" where the page holds no article.
std::string body_of(const Tree& tree, const BodyEvidence& evidence);

}  // namespace figbook::html
