// What each block of a page is worth as a part of an article: above zero for prose, below for links and scraps.
//
//     const BlockValues values(tree, blocks, declared);
//     values.of(3)                  // 87.0: a paragraph
//     values.inside(id)             // the sum of the blocks in the element
#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "html/blocks.hpp"
#include "html/shingles.hpp"
#include "html/tree.hpp"

namespace figbook::html {

double share_of_links(const Block& block);
// Whether the last sentence of the text is a whole one.
bool ends_sentence(std::string_view text);

class BlockValues {
 public:
    // `declared`: the runs of words of the article's text as the page declares it, empty where it does not.
    BlockValues(const Tree& tree, const Blocks& blocks, const Shingles& declared);

    double of(std::size_t block) const { return values_[block]; }
    double inside(NodeId id) const { return before_[tree_[id].end] - before_[id]; }
    // The same of the blocks above zero alone.
    double prose_inside(NodeId id) const { return prose_before_[tree_[id].end] - prose_before_[id]; }
    // In the element `around`, before the node `id` in it.
    double before(NodeId id, NodeId around) const { return before_[id] - before_[around]; }

    // The first lines of another article, below its headline.
    bool is_teaser(std::size_t block) const { return teasers_[block]; }
    // Links, and little else.
    bool is_link(const Block& block) const;
    // A page of a few lines, which somebody wrote by hand: there a short sentence is an article.
    bool is_small_page() const;
    // The least that the blocks of an article are worth together.
    double least_article() const;

 private:
    void find_teasers();
    bool follows_headline(std::size_t block) const;
    void find_rows_of_teasers();
    double value_of(std::size_t block) const;
    void sum_up();

    const Tree& tree_;
    const Blocks& blocks_;
    const Shingles& declared_;
    std::vector<bool> teasers_;
    std::vector<double> values_;
    std::vector<double> before_;  // of the blocks in the nodes before each
    std::vector<double> prose_before_;
    std::vector<std::size_t> text_before_;
};

}  // namespace figbook::html
