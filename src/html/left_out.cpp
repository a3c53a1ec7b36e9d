#include "html/left_out.hpp"

#include <algorithm>
#include <string_view>

namespace figbook::html {
namespace {

// Text of this size without a break is prose rather than a label.
constexpr std::size_t prose_bytes = 60;

// How much of the page's prose a part must hold to be kept, by what tells against it.
constexpr double kept_though_hidden = 0.5;
constexpr double kept_though_beside = 0.4;
constexpr double kept_though_named = 0.6;
constexpr double kept_though_notice = 0.95;
constexpr double kept_though_suspect = 0.15;
constexpr double with_headline = 0.2;
constexpr double real_content = 0.05;

}  // namespace

LeftOut::LeftOut(const Tree& tree) : tree_(tree) {
    MarkReader reader(tree);
    marks_.reserve(tree.size());
    for (NodeId id = 0; id < tree.size(); ++id)
        marks_.push_back(tree[id].tag == Tag::text ? Marks{} : reader.of(id));
    measure();
}

void LeftOut::measure() {
    prose_before_.assign(tree_.size() + 1, 0);
    NodeId link_end = 0;
    NodeId unseen_end = 0;
    for (NodeId id = 0; id < tree_.size(); ++id) {
        const Node& node = tree_[id];
        if (node.tag == Tag::a) link_end = std::max(link_end, node.end);
        if (is(node.tag, TagTrait::unseen)) unseen_end = std::max(unseen_end, node.end);
        const bool counts = node.tag == Tag::text && id >= link_end && id >= unseen_end;
        const std::size_t size = counts ? node.last - node.first : 0;
        prose_before_[id + 1] = prose_before_[id] + (size >= prose_bytes ? size : 0);
        if (node.tag == Tag::h1 && id >= unseen_end) headings_.push_back(id);
    }
    contents_before_.assign(tree_.size() + 1, 0);
    for (NodeId id = 0; id < tree_.size(); ++id)
        contents_before_[id + 1] =
            contents_before_[id] + (is_content(id) && prose_share(id) > real_content ? 1 : 0);
}

bool LeftOut::is_content(NodeId id) const {
    return marks_[id].content || tree_.attribute(id, Attribute::itemprop) == "articleBody";
}

bool LeftOut::holds_content(NodeId id) const {
    return contents_before_[tree_[id].end] > contents_before_[id];
}

double LeftOut::prose_share(NodeId id) const {
    const std::size_t all = prose_before_.back();
    const std::size_t inside = prose_before_[tree_[id].end] - prose_before_[id];
    return all == 0 ? 0.0 : static_cast<double>(inside) / static_cast<double>(all);
}

bool LeftOut::holds_headline(NodeId id) const {
    const auto next = std::upper_bound(headings_.begin(), headings_.end(), id);
    return next != headings_.end() && *next < tree_[id].end;
}

bool LeftOut::is_hidden(NodeId id) const {
    if (tree_.has(id, Attribute::hidden)) return true;
    // Paywalls hide paragraphs from screen readers.
    if (tree_.attribute(id, Attribute::aria_hidden) == "true" && tree_[id].tag != Tag::p) return true;
    const std::string_view style = tree_.attribute(id, Attribute::style);
    return style.find("display:none") != std::string_view::npos ||
           style.find("display: none") != std::string_view::npos ||
           style.find("line-through") != std::string_view::npos ||
           style.find("visibility:hidden") != std::string_view::npos ||
           style.find("visibility: hidden") != std::string_view::npos;
}

bool LeftOut::is_left_out(NodeId id) const {
    const Tag tag = tree_[id].tag;
    if (tag == Tag::html || tag == Tag::body || tag == Tag::head) return false;
    if (tag == Tag::nav) return true;
    const double share = prose_share(id);
    if (is_hidden(id)) return share < kept_though_hidden;
    if (tag == Tag::footer || tag == Tag::aside || tag == Tag::form)
        return share < (holds_headline(id) ? with_headline : kept_though_beside);
    if (tag == Tag::article || tag == Tag::main || is_content(id)) return false;
    const Marks marks = marks_[id];
    if (!marks.drop && !marks.never && (tag == Tag::p || !(marks.weak || marks.byline || marks.caption)))
        return false;
    if (holds_headline(id)) return false;
    if (marks.never) return share < kept_though_notice;
    if (holds_content(id)) return false;
    if (marks.drop) return share < kept_though_named;
    return share < (marks.caption ? kept_though_beside : kept_though_suspect);
}

}  // namespace figbook::html
