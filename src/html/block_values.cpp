#include "html/block_values.hpp"

#include <algorithm>

namespace figbook::html {
namespace {

// Text of this size that ends like a sentence, or three times of it, is prose rather than a label.
constexpr std::size_t prose_bytes = 60;
// A paragraph is worth its size, up to this: one long block must not outweigh an article.
constexpr double worth_at_most = 800;
// What is no prose counts against the part that it stands in.
constexpr double worth_of_heading = -5;
constexpr double worth_of_scrap = -10;
constexpr double worth_of_teaser = -20;
constexpr double worth_of_link = -20;
// Of an item of a list, which may be one of a menu; and of what a page that declares its text does not declare.
constexpr double share_of_item = 0.5;
constexpr double share_undeclared = 0.25;

// A page of no more blocks is small, and this much a sentence on it.
constexpr std::size_t small_page = 12;
constexpr std::size_t shortest_sentence = 10;
// A page whose best part is worth less holds no article.
constexpr double least_value = 80;

constexpr std::size_t longest_teaser = 600;
constexpr std::size_t shortest_headline = 20;
constexpr std::size_t row_of_teasers = 8;
// More than this much of a block are links: it is one. A whole sentence may be linked more.
constexpr double most_links = 0.5;
constexpr double most_links_of_sentence = 0.85;
constexpr std::size_t linked_sentence = 80;

}  // namespace

bool ends_sentence(std::string_view text) {
    for (const std::string_view end : {".", "!", "?", "…", "”", "\"", "’", ":", ".)", "。", "」", "»"})
        if (text.ends_with(end)) return true;
    return false;
}

double share_of_links(const Block& block) {
    return static_cast<double>(block.link_bytes) / block.size();
}

BlockValues::BlockValues(const Tree& tree, const Blocks& blocks, const Shingles& declared)
    : tree_(tree), blocks_(blocks), declared_(declared) {
    text_before_.assign(tree.size() + 1, 0);
    for (const Block& block : blocks.list) text_before_[block.first_text + 1] += block.size();
    for (NodeId id = 0; id < tree.size(); ++id) text_before_[id + 1] += text_before_[id];
    find_teasers();
    sum_up();
}

bool BlockValues::is_link(const Block& block) const {
    const bool sentence = block.kind == BlockKind::paragraph && block.size() >= linked_sentence &&
                          ends_sentence(blocks_.text(block));
    return share_of_links(block) > (sentence ? most_links_of_sentence : most_links);
}

bool BlockValues::is_small_page() const {
    return blocks_.list.size() <= small_page;
}

double BlockValues::least_article() const {
    return is_small_page() ? static_cast<double>(shortest_sentence) : least_value;
}

void BlockValues::find_teasers() {
    for (std::size_t i = 0; i < blocks_.list.size(); ++i) teasers_.push_back(follows_headline(i));
    // One alone is an article on a page of many, whose headline leads to its own page.
    if (std::count(teasers_.begin(), teasers_.end(), true) < 2) teasers_.assign(teasers_.size(), false);
    find_rows_of_teasers();
}

// A few lines below a headline that leads to another page, in a box that holds the two and little else.
bool BlockValues::follows_headline(std::size_t i) const {
    if (i == 0) return false;
    const Block& title = blocks_.list[i - 1];
    const Block& block = blocks_.list[i];
    if (share_of_links(title) < 0.8 || title.size() < shortest_headline || block.size() > longest_teaser)
        return false;
    NodeId box = block.node;
    while (box != no_node && box > title.first_text) box = tree_[box].parent;
    if (box == no_node) return false;
    const std::size_t limit = title.size() + block.size() + 150;
    return text_before_[tree_[box].end] - text_before_[box] <= limit;
}

// Blocks one behind the other that all begin with a headline's link: a list of other articles.
void BlockValues::find_rows_of_teasers() {
    const auto begins_with_link = [](const Block& block) {
        return block.lead_link_bytes >= shortest_headline && block.size() <= longest_teaser &&
               share_of_links(block) > 0.15;
    };
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= blocks_.list.size(); ++i) {
        if (i < blocks_.list.size() && begins_with_link(blocks_.list[i])) continue;
        if (i - begin >= row_of_teasers)
            for (std::size_t teaser = begin; teaser < i; ++teaser) teasers_[teaser] = true;
        begin = i + 1;
    }
}

double BlockValues::value_of(std::size_t i) const {
    const Block& block = blocks_.list[i];
    const std::string_view text = blocks_.text(block);
    const auto size = static_cast<double>(text.size());
    if (!declared_.empty() && text.size() >= 20 && declared_.share_of(text) > 0.6) return size * 2;
    if (is_link(block)) return worth_of_link - std::min(size, 100.0);
    if (block.kind == BlockKind::heading || block.kind == BlockKind::caption) return worth_of_heading;
    const bool prose = text.size() >= (is_small_page() ? shortest_sentence : prose_bytes) &&
                       (ends_sentence(text) || text.size() > 3 * prose_bytes);
    if (!prose) return worth_of_scrap;
    if (teasers_[i]) return worth_of_teaser;
    const double kind = block.kind == BlockKind::item ? share_of_item : 1.0;
    return std::min(size, worth_at_most) * (1 - share_of_links(block)) * kind *
           (declared_.empty() ? 1.0 : share_undeclared);
}

void BlockValues::sum_up() {
    before_.assign(tree_.size() + 1, 0);
    prose_before_.assign(tree_.size() + 1, 0);
    for (std::size_t i = 0; i < blocks_.list.size(); ++i) {
        values_.push_back(value_of(i));
        before_[blocks_.list[i].first_text + 1] += values_.back();
        prose_before_[blocks_.list[i].first_text + 1] += std::max(values_.back(), 0.0);
    }
    for (NodeId id = 0; id < tree_.size(); ++id) {
        before_[id + 1] += before_[id];
        prose_before_[id + 1] += prose_before_[id];
    }
}

}  // namespace figbook::html
