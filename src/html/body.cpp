#include "html/body.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "html/block_values.hpp"
#include "html/blocks.hpp"
#include "html/clean_text.hpp"
#include "html/left_out.hpp"
#include "html/page_dates.hpp"
#include "html/raised.hpp"
#include "html/shingles.hpp"
#include "html/stray_lines.hpp"

namespace figbook::html {
namespace {

// A declared body of less says too little of where the text stands.
constexpr std::size_t enough_evidence = 250;
constexpr std::size_t shortest_lead = 60;
// A line with a date of no more bytes is the line of the date; a shorter one without an end is a label.
constexpr std::size_t longest_date_line = 90;
constexpr std::size_t shortest_opening = 40;
constexpr std::size_t shortest_paragraph = 20;
// A part is better than the best one where it holds so many times its prose.
constexpr double much_more = 1.5;
// Elements that are named as the article's, or are meant for one, are worth more.
constexpr double bonus_of_content = 1.2;
constexpr double bonus_of_article = 1.05;
// A headline stands before most of the text; another heading of the first rank that divides it does not.
constexpr double most_before_headline = 0.3;
constexpr double most_before_heading = 0.05;
// The beginning of an article that is for subscribers, with a heading. It may end within a sentence, with a line of the
// paper's. A declared text that is hardly longer has but a caption or a notice more.
constexpr std::size_t most_blocks_of_teaser = 3;
constexpr double most_of_teaser = 0.7;
constexpr double goes_on = 1.2;

Shingles evidence_of(std::string_view declared_body) {
    return declared_body.size() >= enough_evidence ? Shingles(declared_body) : Shingles();
}

class BodyFinder {
 public:
    BodyFinder(const Tree& tree, const BodyEvidence& evidence)
        : tree_(tree),
          evidence_(evidence),
          parts_(tree),
          declared_(evidence_of(evidence.declared_body)),
          blocks_(find_blocks(tree, [this](NodeId id) { return parts_.is_left_out(id); })),
          values_(tree, blocks_, declared_),
          headline_(letters_of(evidence.headline)) {}

    std::string run() const {
        const NodeId root = best_root();
        const std::vector<std::size_t> kept =
            root == no_node ? std::vector<std::size_t>() : blocks_inside(root);
        std::string lines = lines_of(kept);
        if (kept.empty()) return declared_lines();
        if (kept.size() <= most_blocks_of_teaser && is_teaser_of_declared(lines)) return declared_lines();
        return shows_declared(lines) ? lines : declared_lines();
    }

 private:
    NodeId best_root() const {
        NodeId best = no_node;
        double best_value = values_.least_article();
        for (NodeId id = 0; id < tree_.size(); ++id) {
            if (tree_[id].end <= id + 1 || values_.inside(id) <= best_value / 2) continue;
            const double value = values_.inside(id) * bonus_of(id);
            if (value < best_value) continue;
            best = id;
            best_value = value;
        }
        return best == no_node ? best : grown(best);
    }

    double bonus_of(NodeId id) const {
        if (parts_.is_content(id)) return bonus_of_content;
        return tree_[id].tag == Tag::article || tree_[id].tag == Tag::main ? bonus_of_article : 1.0;
    }

    // An article among many links is worth less than one of its paragraphs: what holds much more prose is better.
    NodeId grown(NodeId root) const {
        for (NodeId around = tree_[root].parent; around != no_node; around = tree_[around].parent)
            if (values_.prose_inside(around) > much_more * values_.prose_inside(root)) root = around;
        return root;
    }

    // Where the text begins: behind the headline, where that is inside.
    NodeId start_of(NodeId root) const {
        NodeId start = root;
        for (const NodeId heading : parts_.headings()) {
            if (heading <= root || heading >= tree_[root].end) continue;
            const bool same = letters_of(shown_line(tree_, heading)) == headline_;
            const double most = same ? most_before_headline : most_before_heading;
            if (values_.before(heading, root) < most * values_.inside(root)) start = tree_[heading].end;
        }
        return start;
    }

    // The sentence under the headline, where it stands outside the text: the page describes itself with it.
    std::optional<std::size_t> lead_before(NodeId start) const {
        if (evidence_.description.size() < shortest_lead) return std::nullopt;
        const std::string wanted = letters_of(evidence_.description);
        for (std::size_t i = 0; i < blocks_.list.size() && blocks_.list[i].first_text < start; ++i) {
            const Block& block = blocks_.list[i];
            if (block.size() < shortest_lead || values_.is_link(block)) continue;
            const std::string letters = letters_of(blocks_.text(block));
            if (letters.starts_with(wanted) || wanted.starts_with(letters)) return i;
        }
        return std::nullopt;
    }

    // The blocks of the article, in order.
    std::vector<std::size_t> blocks_inside(NodeId root) const {
        const NodeId start = start_of(root);
        std::vector<std::size_t> kept;
        if (const auto lead = lead_before(start)) kept.push_back(*lead);
        bool begun = false;       // some prose of the article was seen
        bool in_section = false;  // of other articles, say, opened by a stray heading
        NodeId section_end = 0;   // behind the section, where it is a box of its own
        for (std::size_t i = 0; i < blocks_.list.size(); ++i) {
            const Block& block = blocks_.list[i];
            if (block.first_text < start || block.first_text >= tree_[root].end) continue;
            const StrayLine stray = stray_line(blocks_.text(block));
            if (stray == StrayLine::section) {
                section_end = box_of(block, root);
                in_section = true;
            }
            if (stray != StrayLine::none || block.first_text < section_end) continue;
            if (block.kind == BlockKind::heading || values_.of(i) > 0) in_section = false;
            if (in_section || !is_of_article(i, begun)) continue;
            begun = begun || values_.of(i) > 0;
            kept.push_back(i);
        }
        while (!kept.empty() && blocks_.list[kept.back()].kind == BlockKind::heading) kept.pop_back();
        return kept;
    }

    // The end of the box that the heading stands in, where it is a box of its own: not where the article's own
    // paragraphs stand in it, too.
    NodeId box_of(const Block& block, NodeId root) const {
        NodeId box = block.node;
        while (box != no_node && box != root && tree_[box].parent != root && tree_[box].parent != no_node &&
               values_.inside(tree_[box].parent) < 0.25 * values_.inside(root))
            box = tree_[box].parent;
        return box == no_node || box == root ? 0 : tree_[box].end;
    }

    bool is_of_article(std::size_t i, bool begun) const {
        if (values_.of(i) > 0) return true;
        const Block& block = blocks_.list[i];
        const std::string_view text = blocks_.text(block);
        if (values_.is_link(block) || values_.is_teaser(i) || block.kind == BlockKind::caption) return false;
        if (block.kind == BlockKind::heading) return letters_of(text) != headline_ && !is_date(text);
        if (ends_sentence(text)) return true;
        if (is_date(text) || (!begun && text.size() < shortest_opening)) return false;
        return block.kind != BlockKind::paragraph || text.size() >= shortest_paragraph;
    }

    static bool is_date(std::string_view text) {
        return text.size() <= longest_date_line && !ends_sentence(text) && day_in(text);
    }

    std::string lines_of(const std::vector<std::size_t>& kept) const {
        std::string lines;
        for (const std::size_t i : kept) {
            if (!lines.empty()) lines += '\n';
            lines += blocks_.text(blocks_.list[i]);
        }
        return lines;
    }

    // The page shows most of what is declared to be the article's text, or more than is declared.
    bool shows_declared(const std::string& lines) const {
        if (declared_.empty() || lines.size() >= evidence_.declared_body.size()) return true;
        return Shingles(lines).share_of(evidence_.declared_body) > 0.5;
    }

    // A paragraph or two before a paywall: what is declared says the same and goes on.
    bool is_teaser_of_declared(std::string_view lines) const {
        const std::string_view whole = evidence_.declared_body;
        if (static_cast<double>(whole.size()) < goes_on * static_cast<double>(lines.size())) return false;
        return Shingles(whole).share_of(lines) > most_of_teaser;
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
    BlockValues values_;
    std::string headline_;
};

}  // namespace

std::string body_of(const Tree& tree, const BodyEvidence& evidence) {
    return BodyFinder(tree, evidence).run();
}

}  // namespace figbook::html
