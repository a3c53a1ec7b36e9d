#include "html/blocks.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "html/clean_text.hpp"
#include "html/raised.hpp"

namespace figbook::html {
namespace {

constexpr char32_t no_break_space = 0xA0;
// A cell with more than that is no figure or name, the table is there to lay out the page.
constexpr std::size_t longest_cell = 200;
// A heading with more was not closed, or is none.
constexpr std::size_t longest_heading = 250;

bool is_cell(Tag tag) {
    return tag == Tag::td || tag == Tag::th;
}

class BlockFinder {
 public:
    BlockFinder(const Tree& tree, const std::function<bool(NodeId)>& left_out)
        : tree_(tree), left_out_(left_out) {
        current_.begin = 0;
    }

    Blocks run() {
        for (NodeId id = 0; id < tree_.size();) {
            while (!open_.empty() && tree_[open_.back()].end <= id) leave(open_.back());
            id = visit(id);
        }
        while (!open_.empty()) leave(open_.back());
        flush();
        return std::move(blocks_);
    }

 private:
    // Returns where to go on.
    NodeId visit(NodeId id) {
        const Node& node = tree_[id];
        if (node.tag == Tag::text) {
            if (current_.first_text == no_node) current_.first_text = id;
            append(tree_.text(id));
            return id + 1;
        }
        if (is(node.tag, TagTrait::unseen) || left_out_(id)) {
            if (is(node.tag, TagTrait::block)) flush();
            return node.end;
        }
        if (node.tag == Tag::sup || node.tag == Tag::sub) {
            if (const auto shown = raised_text(tree_, id, text_so_far())) {
                if (current_.first_text == no_node) current_.first_text = id;
                append(*shown);
                return node.end;
            }
        }
        enter(id);
        return id + 1;
    }

    void enter(NodeId id) {
        const Tag tag = tree_[id].tag;
        if (tag == Tag::br) return line_break();
        if (tag == Tag::tr && row_end_ <= id && is_row_of_figures(id)) {
            flush();
            row_end_ = tree_[id].end;
        } else if (row_end_ > id) {
            if (is_cell(tag) && current_.begin < blocks_.all.size())
                put_cell_mark();
            else if (is(tag, TagTrait::block))
                put_space();
        } else if (is(tag, TagTrait::block)) {
            flush();
        }
        if (tag == Tag::a) link_depth_ += 1;
        if (tree_[id].end > id + 1) open_.push_back(id);
        if (tree_[id].end <= id + 1) undo(tag);
        current_.node = innermost_block();
    }

    void undo(Tag tag) {
        if (tag == Tag::a) link_depth_ -= 1;
    }

    void leave(NodeId id) {
        const Tag tag = tree_[id].tag;
        if (is(tag, TagTrait::block) && (row_end_ < tree_[id].end || tag == Tag::tr)) flush();
        open_.pop_back();
        undo(tag);
        current_.node = innermost_block();
    }

    NodeId innermost_block() const {
        for (auto at = open_.rbegin(); at != open_.rend(); ++at)
            if (is(tree_[*at].tag, TagTrait::block)) return *at;
        return no_node;
    }

    BlockKind kind() const {
        if (row_end_ != 0 && current_.first_text < row_end_) return BlockKind::row;
        for (auto at = open_.rbegin(); at != open_.rend(); ++at) {
            const Tag tag = tree_[*at].tag;
            if (is_heading(tag) && size_so_far() <= longest_heading) return BlockKind::heading;
            if (tag == Tag::figcaption || tag == Tag::caption) return BlockKind::caption;
            if (tag == Tag::li || tag == Tag::dd || tag == Tag::dt) return BlockKind::item;
            if (tag == Tag::blockquote) return BlockKind::quote;
            if (tag == Tag::td || tag == Tag::article || tag == Tag::body) break;
        }
        return BlockKind::paragraph;
    }

    std::string_view text_so_far() const { return std::string_view(blocks_.all).substr(current_.begin); }
    std::size_t size_so_far() const { return blocks_.all.size() - current_.begin; }

    void flush() {
        std::string& all = blocks_.all;
        while (all.size() > current_.begin && (all.back() == ' ' || all.back() == '\n')) all.pop_back();
        if (all.size() > current_.begin) {
            current_.end = static_cast<std::uint32_t>(all.size());
            current_.kind = kind();
            current_.link_bytes = std::min(current_.link_bytes, current_.size());
            blocks_.list.push_back(current_);
        }
        const NodeId node = current_.node;
        current_ = {};
        current_.node = node;
        current_.begin = static_cast<std::uint32_t>(all.size());
    }

    void line_break() {
        std::string& all = blocks_.all;
        while (all.size() > current_.begin && all.back() == ' ') all.pop_back();
        if (all.size() == current_.begin || all.back() == '\n') return;
        all += '\n';
        after_break_ = true;
    }

    // A line that goes on in small letters was broken to fit the page of its day: its sentence is one.
    void end_break(char next) {
        after_break_ = false;
        std::string& all = blocks_.all;
        if (all.size() < current_.begin + 2 || all.back() != '\n' || next < 'a' || next > 'z') return;
        const char last = all[all.size() - 2];
        const bool goes_on = last == ',' || is_digit(last) || (last >= 'a' && last <= 'z');
        if (goes_on) all.back() = ' ';
    }

    void put_cell_mark() {
        std::string& all = blocks_.all;
        while (all.size() > current_.begin && all.back() == ' ') all.pop_back();
        all += " | ";
    }

    void append(std::string_view text) {
        std::string& all = blocks_.all;
        const std::size_t before = all.size();
        for (std::size_t at = 0; at < text.size();) {
            const auto c = static_cast<unsigned char>(text[at]);
            if (c > ' ' && c < 0x7F) {
                if (after_break_) end_break(text[at]);
                all += text[at++];
                continue;
            }
            const CodePoint point = decode_utf8(text, at);
            if (is_blank(point.value) && !groups_digits(point, text, at))
                put_space();
            else if (!is_invisible(point.value))
                all.append(text, at, point.bytes);
            at += point.bytes;
        }
        const auto added = static_cast<std::uint32_t>(all.size() - before);
        if (link_depth_ > 0) current_.link_bytes += added;
        if (link_depth_ > 0 && current_.lead_link_bytes == before - current_.begin)
            current_.lead_link_bytes += added;
    }

    // A no-break space parts words as any does; between digits it groups them and stays.
    static bool groups_digits(CodePoint point, std::string_view text, std::size_t at) {
        const std::size_t behind = at + point.bytes;
        return point.value == no_break_space && at > 0 && behind < text.size() && is_digit(text[at - 1]) &&
               is_digit(text[behind]);
    }

    void put_space() {
        std::string& all = blocks_.all;
        if (all.size() > current_.begin && all.back() != ' ' && all.back() != '\n') all += ' ';
    }

    bool is_row_of_figures(NodeId id) const {
        std::size_t cell = 0;
        for (NodeId inside = id + 1; inside < tree_[id].end; ++inside) {
            const Tag tag = tree_[inside].tag;
            if (is_cell(tag)) {
                cell = 0;
            } else if (tag == Tag::text) {
                cell += on_one_line(tree_.text(inside)).size();
                if (cell > longest_cell) return false;
            } else if (tag != Tag::p && tag != Tag::div && is(tag, TagTrait::block)) {
                return false;
            }
        }
        return true;
    }

    const Tree& tree_;
    const std::function<bool(NodeId)>& left_out_;
    Blocks blocks_;
    Block current_;
    std::vector<NodeId> open_;
    NodeId row_end_ = 0;  // behind the row of a table that is one block
    int link_depth_ = 0;
    bool after_break_ = false;  // a <br> was the last thing
};

}  // namespace

Blocks find_blocks(const Tree& tree, const std::function<bool(NodeId)>& left_out) {
    return BlockFinder(tree, left_out).run();
}

}  // namespace figbook::html
