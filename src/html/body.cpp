#include "html/body.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "html/blocks.hpp"
#include "html/clean_text.hpp"
#include "html/left_out.hpp"
#include "html/page_dates.hpp"
#include "html/shingles.hpp"
#include "html/stray_lines.hpp"

namespace figbook::html {
namespace {

// Text of this size that ends like a sentence, or three times of it, is prose rather than a label.
constexpr std::size_t prose_bytes = 60;
// A page of no more blocks is small, and this much a sentence on it.
constexpr std::size_t small_page = 12;
constexpr std::size_t shortest_sentence = 10;
// A declared body of less says too little of where the text stands.
constexpr std::size_t enough_evidence = 250;
constexpr std::size_t longest_teaser = 600;
constexpr double much_more = 1.5;
constexpr std::size_t row_of_teasers = 8;
constexpr std::size_t linked_sentence = 80;
// A line with a date of no more bytes is the line of the date.
constexpr std::size_t longest_date_line = 90;
// A page whose best part is worth less holds no article.
constexpr double least_article = 80;

bool ends_sentence(std::string_view text) {
    for (const std::string_view end : {".", "!", "?", "…", "”", "\"", "’", ":", ".)", "。", "」", "»"})
        if (text.ends_with(end)) return true;
    return false;
}

double share_of_links(const Block& block) {
    return static_cast<double>(block.link_bytes) / block.size();
}

class BodyFinder {
 public:
    BodyFinder(const Tree& tree, const BodyEvidence& evidence)
        : tree_(tree), evidence_(evidence), parts_(tree) {
        if (evidence.declared_body.size() >= enough_evidence) declared_ = Shingles(evidence.declared_body);
    }

    std::string run() {
        blocks_ = find_blocks(tree_, [this](NodeId id) { return parts_.is_left_out(id); });
        weigh();
        const NodeId root = best_root();
        std::string lines = root == no_node ? std::string() : lines_of(root);
        return shows_declared(lines) ? lines : declared_lines();
    }

 private:
    double value_of(std::size_t i) const {
        const Block& block = blocks_.list[i];
        const std::string_view text = blocks_.text(block);
        const auto size = static_cast<double>(text.size());
        if (!declared_.empty() && text.size() >= 20 && declared_.share_of(text) > 0.6) return size * 2;
        const double links = share_of_links(block);
        if (links > most_links(block)) return -20 - std::min(size, 100.0);
        if (block.kind == BlockKind::heading || block.kind == BlockKind::caption) return -5;
        const bool prose =
            text.size() >= shortest_prose() && (ends_sentence(text) || text.size() > 3 * prose_bytes);
        if (!prose) return -10;
        if (teasers_[i]) return -20;
        const double kind = block.kind == BlockKind::item ? 0.5 : 1.0;
        return std::min(size, 800.0) * (1 - links) * kind * (declared_.empty() ? 1.0 : 0.25);
    }

    // A whole sentence may be linked more than a menu's entry may.
    double most_links(const Block& block) const {
        const bool sentence = block.kind == BlockKind::paragraph && block.size() >= linked_sentence &&
                              ends_sentence(blocks_.text(block));
        return sentence ? 0.85 : 0.5;
    }

    // On a page of a few lines, which somebody wrote by hand, a short sentence is an article.
    bool is_small_page() const { return blocks_.list.size() <= small_page; }
    std::size_t shortest_prose() const { return is_small_page() ? shortest_sentence : prose_bytes; }

    // A few lines below a headline that leads to another page.
    bool is_teaser(std::size_t i) const {
        if (i == 0) return false;
        const Block& title = blocks_.list[i - 1];
        const Block& block = blocks_.list[i];
        if (share_of_links(title) < 0.8 || title.size() < 20 || block.size() > longest_teaser) return false;
        NodeId box = block.node;
        while (box != no_node && box > title.first_text) box = tree_[box].parent;
        if (box == no_node) return false;
        // The box holds the two and little else.
        const std::size_t limit = title.size() + block.size() + 150;
        return text_before_[tree_[box].end] - text_before_[box] <= limit;
    }

    // Blocks one behind the other that all begin with a headline's link: a list of other articles.
    void find_teasers_in_rows() {
        std::size_t begin = 0;
        for (std::size_t i = 0; i <= blocks_.list.size(); ++i) {
            if (i < blocks_.list.size() && begins_with_link(blocks_.list[i])) continue;
            if (i - begin >= row_of_teasers)
                std::fill(teasers_.begin() + static_cast<std::ptrdiff_t>(begin),
                          teasers_.begin() + static_cast<std::ptrdiff_t>(i), true);
            begin = i + 1;
        }
    }

    static bool begins_with_link(const Block& block) {
        return block.lead_link_bytes >= 20 && block.size() <= longest_teaser && share_of_links(block) > 0.15;
    }

    void weigh() {
        text_before_.assign(tree_.size() + 1, 0);
        value_before_.assign(tree_.size() + 1, 0);
        prose_before_.assign(tree_.size() + 1, 0);
        for (const Block& block : blocks_.list) text_before_[block.first_text + 1] += block.size();
        for (NodeId id = 0; id < tree_.size(); ++id) text_before_[id + 1] += text_before_[id];
        for (std::size_t i = 0; i < blocks_.list.size(); ++i) teasers_.push_back(is_teaser(i));
        // One alone is an article on a page of many, whose headline leads to its own page.
        if (std::count(teasers_.begin(), teasers_.end(), true) < 2) teasers_.assign(teasers_.size(), false);
        find_teasers_in_rows();
        for (std::size_t i = 0; i < blocks_.list.size(); ++i) {
            values_.push_back(value_of(i));
            value_before_[blocks_.list[i].first_text + 1] += values_.back();
            prose_before_[blocks_.list[i].first_text + 1] += std::max(values_.back(), 0.0);
        }
        for (NodeId id = 0; id < tree_.size(); ++id) {
            value_before_[id + 1] += value_before_[id];
            prose_before_[id + 1] += prose_before_[id];
        }
    }

    double value_inside(NodeId id) const { return value_before_[tree_[id].end] - value_before_[id]; }

    NodeId best_root() const {
        NodeId best = no_node;
        double best_value = is_small_page() ? static_cast<double>(shortest_sentence) : least_article;
        for (NodeId id = 0; id < tree_.size(); ++id) {
            if (tree_[id].end <= id + 1 || tree_[id].tag == Tag::text) continue;
            double value = value_inside(id);
            if (value <= best_value / 2) continue;
            const Tag tag = tree_[id].tag;
            if (parts_.is_content(id))
                value *= 1.2;
            else if (tag == Tag::article || tag == Tag::main)
                value *= 1.05;
            if (value >= best_value) {
                best = id;
                best_value = value;
            }
        }
        return best == no_node ? best : grown(best);
    }

    // An article among many links is worth less than one of its paragraphs: what holds much more prose is better.
    NodeId grown(NodeId root) const {
        const auto prose_inside = [&](NodeId id) { return prose_before_[tree_[id].end] - prose_before_[id]; };
        for (NodeId around = tree_[root].parent; around != no_node; around = tree_[around].parent)
            if (prose_inside(around) > much_more * prose_inside(root)) root = around;
        return root;
    }

    // Where the text begins: behind the headline, where that is inside.
    NodeId start_of(NodeId root) const {
        NodeId start = root;
        const std::string headline = letters_of(evidence_.headline);
        for (const NodeId heading : parts_.headings()) {
            if (heading <= root || heading >= tree_[root].end) continue;
            // Other headings of the first rank may divide the text.
            const bool same = letters_of(tree_.text_inside(heading)) == headline;
            const double before = value_before_[heading] - value_before_[root];
            if (before < (same ? 0.3 : 0.05) * value_inside(root)) start = tree_[heading].end;
        }
        return start;
    }

    // The sentence under the headline, where it stands outside the text: the page describes itself with it.
    std::optional<std::size_t> lead_before(NodeId start) const {
        if (evidence_.description.size() < prose_bytes) return std::nullopt;
        const std::string wanted = letters_of(evidence_.description);
        for (std::size_t i = 0; i < blocks_.list.size() && blocks_.list[i].first_text < start; ++i) {
            const Block& block = blocks_.list[i];
            if (block.size() < prose_bytes || share_of_links(block) > 0.5) continue;
            const std::string letters = letters_of(blocks_.text(block));
            if (letters.starts_with(wanted) || wanted.starts_with(letters)) return i;
        }
        return std::nullopt;
    }

    std::string lines_of(NodeId root) const {
        const NodeId start = start_of(root);
        std::vector<std::size_t> kept;
        if (const auto lead = lead_before(start)) kept.push_back(*lead);
        bool begun = false;
        NodeId section_end = 0;  // behind what a stray heading stands over
        bool in_section = false;
        for (std::size_t i = 0; i < blocks_.list.size(); ++i) {
            const Block& block = blocks_.list[i];
            if (block.first_text < start || block.first_text >= tree_[root].end) continue;
            const std::string_view text = blocks_.text(block);
            const StrayLine stray = is_label(block) ? stray_line(text) : StrayLine::none;
            if (stray == StrayLine::section) {
                section_end = box_of(block, root);
                in_section = true;
                continue;
            }
            if (block.first_text < section_end) continue;
            if (in_section && (block.kind == BlockKind::heading || values_[i] > 0)) in_section = false;
            if (in_section || stray == StrayLine::alone) continue;
            if (!keep(i, begun)) continue;
            begun = begun || values_[i] > 0;
            kept.push_back(i);
        }
        while (!kept.empty() && blocks_.list[kept.back()].kind == BlockKind::heading) kept.pop_back();
        std::string lines;
        for (const std::size_t i : kept) {
            if (!lines.empty()) lines += '\n';
            lines += blocks_.text(blocks_.list[i]);
        }
        return lines;
    }

    // Prose is never a label, unless all of it is links or bold.
    static bool is_label(const Block& block) { return block.size() <= 220; }

    // The end of the box that the heading stands in, where it is a box of its own: not where the article's own
    // paragraphs stand in it, too.
    NodeId box_of(const Block& block, NodeId root) const {
        NodeId box = block.node;
        while (box != no_node && box != root && tree_[box].parent != root && tree_[box].parent != no_node &&
               value_inside(tree_[box].parent) < 0.25 * value_inside(root))
            box = tree_[box].parent;
        return box == no_node || box == root ? 0 : tree_[box].end;
    }

    bool keep(std::size_t i, bool begun) const {
        const Block& block = blocks_.list[i];
        const std::string_view text = blocks_.text(block);
        if (values_[i] > 0) return true;
        if (share_of_links(block) > most_links(block) || block.kind == BlockKind::caption) return false;
        if (teasers_[i]) return false;
        if (text.size() <= longest_date_line && !ends_sentence(text) && day_in(text)) return false;
        if (!begun && block.kind != BlockKind::heading && !ends_sentence(text) && text.size() < 40)
            return false;
        if (block.kind == BlockKind::heading && letters_of(text) == letters_of(evidence_.headline))
            return false;
        return block.kind != BlockKind::paragraph || block.size() >= 20 || ends_sentence(text);
    }

    // The page's text, or most of what is declared to be the article's.
    bool shows_declared(const std::string& lines) const {
        if (declared_.empty() || lines.size() >= evidence_.declared_body.size()) return true;
        return Shingles(lines).share_of(evidence_.declared_body) > 0.5;
    }

    std::string declared_lines() const {
        std::string lines;
        const std::string_view body = evidence_.declared_body;
        for (std::size_t at = 0; at < body.size();) {
            const std::size_t end = std::min(body.find('\n', at), body.size());
            const std::string line = clean_line(body.substr(at, end - at));
            if (!line.empty()) lines += (lines.empty() ? "" : "\n") + line;
            at = end + 1;
        }
        return lines;
    }

    const Tree& tree_;
    const BodyEvidence& evidence_;
    LeftOut parts_;
    Shingles declared_;
    Blocks blocks_;
    std::vector<bool> teasers_;
    std::vector<double> values_;
    std::vector<double> value_before_;  // of the blocks in the nodes before each
    std::vector<double> prose_before_;  // the same of those above zero
    std::vector<std::size_t> text_before_;
};

}  // namespace

std::string body_of(const Tree& tree, const BodyEvidence& evidence) {
    return BodyFinder(tree, evidence).run();
}

}  // namespace figbook::html
