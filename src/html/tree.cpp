#include "html/tree.hpp"

#include <algorithm>
#include <initializer_list>

#include "base/ascii.hpp"
#include "html/clean_text.hpp"
#include "html/entities.hpp"

namespace figbook::html {
namespace {

constexpr std::string_view blanks = " \t\n\r\f";
// A title or a name is not spread over more.
constexpr NodeId most_nodes_of_text = 5000;

struct AttributeName {
    std::string_view name;
    Attribute attribute;
};
constexpr std::array<AttributeName, static_cast<std::size_t>(Attribute::count)> attribute_names{
    {{"aria-hidden", Attribute::aria_hidden},
     {"charset", Attribute::charset},
     {"class", Attribute::class_},
     {"content", Attribute::content},
     {"data-testid", Attribute::data_testid},
     {"datetime", Attribute::datetime},
     {"hidden", Attribute::hidden},
     {"href", Attribute::href},
     {"http-equiv", Attribute::http_equiv},
     {"id", Attribute::id},
     {"itemprop", Attribute::itemprop},
     {"itemscope", Attribute::itemscope},
     {"itemtype", Attribute::itemtype},
     {"lang", Attribute::lang},
     {"name", Attribute::name},
     {"property", Attribute::property},
     {"pubdate", Attribute::pubdate},
     {"rel", Attribute::rel},
     {"role", Attribute::role},
     {"style", Attribute::style},
     {"title", Attribute::title},
     {"type", Attribute::type}}};
constexpr std::size_t longest_attribute_name = 11;

Attribute attribute_named(std::string_view name) {
    if (name.size() > longest_attribute_name) return Attribute::count;
    std::array<char, longest_attribute_name> buffer{};
    std::transform(name.begin(), name.end(), buffer.begin(), [](char c) { return lower_ascii(c); });
    const std::string_view wanted(buffer.data(), name.size());
    const auto* found =
        std::lower_bound(attribute_names.begin(), attribute_names.end(), wanted,
                         [](const AttributeName& row, std::string_view value) { return row.name < value; });
    return found != attribute_names.end() && found->name == wanted ? found->attribute : Attribute::count;
}

bool is_part_of_table(Tag tag) {
    return tag == Tag::tr || tag == Tag::td || tag == Tag::th || tag == Tag::tbody || tag == Tag::thead ||
           tag == Tag::tfoot || tag == Tag::caption;
}

// Whether an end tag does not reach through the open element: "</b>" ends nothing outside a <div>, "</div>"
// nothing outside a table's cell.
bool stops(Tag here, Tag end_tag) {
    if (here == Tag::template_) return true;
    if (end_tag == Tag::table) return false;
    if (is_part_of_table(end_tag)) return here == Tag::table;
    return is(here, is(end_tag, TagTrait::special) ? TagTrait::scope : TagTrait::special);
}

// FNV-1a of the name in lower case.
std::uint32_t hash_of(std::string_view name) {
    std::uint32_t hash = 2166136261U;
    for (const char c : name) {
        hash ^= static_cast<unsigned char>(lower_ascii(c));
        hash *= 16777619U;
    }
    return hash;
}

// What ends an open element of the same kind, and where the search for it stops.
constexpr std::array list_stops{Tag::ul, Tag::ol, Tag::menu, Tag::dir, Tag::table, Tag::td, Tag::th};
constexpr std::array definition_stops{Tag::dl, Tag::table, Tag::td, Tag::th};
constexpr std::array paragraph_stops{Tag::button, Tag::td,     Tag::th,        Tag::caption,
                                     Tag::table,  Tag::object, Tag::template_, Tag::html};
constexpr std::array cell_stops{Tag::table, Tag::template_};
constexpr std::array option_stops{Tag::select, Tag::template_};

}  // namespace

Tree::Tree(std::string_view page) {
    text_.reserve(page.size() / 2);
    // The root is there whether the page says it or not.
    stack_.push_back(append(Tag::html));
    ++open_count_[static_cast<std::size_t>(Tag::html)];
    Tokenizer tokens(page);
    Token token;
    while (size() < most_nodes && tokens.next(token)) take(token);
    while (!stack_.empty()) pop();
    stack_ = {};
}

void Tree::take(const Token& token) {
    switch (token.kind) {
        case Token::Kind::text:
            return take_text(token);
        case Token::Kind::start:
            return take_start(token);
        case Token::Kind::end:
            return take_end(token);
    }
}

void Tree::take_text(const Token& token) {
    const Tag around = stack_.empty() ? Tag::other : nodes_[stack_.back()].tag;
    // Styles are never read; of scripts only data in JSON.
    if (around == Tag::style || around == Tag::iframe) return;
    if (around == Tag::script && attribute(stack_.back(), Attribute::type).find("json") == std::string::npos)
        return;
    if (around == Tag::head || around == Tag::html) {
        if (token.text.find_first_not_of(blanks) == std::string_view::npos) return;
        if (around == Tag::head) pop();
    }
    const NodeId id = append(Tag::text);
    nodes_[id].first = static_cast<std::uint32_t>(text_.size());
    if (token.decode) {
        append_decoded(text_, token.text, EntityPlace::text);
    } else {
        text_ += token.text;
    }
    nodes_[id].last = static_cast<std::uint32_t>(text_.size());
    nodes_[id].end = id + 1;
}

void Tree::take_start(const Token& token) {
    const Tag tag = token.tag;
    if (tag == Tag::html) {
        if (nodes_[0].first == nodes_[0].last) append_attributes(token, nodes_[0]);
        return;
    }
    // A second <body> is no element of its own.
    if ((tag == Tag::body || tag == Tag::head) && open(tag)) return;
    end_implied(tag);
    const NodeId id = append(tag);
    if (tag == Tag::other) nodes_[id].name = hash_of(token.name);
    append_attributes(token, nodes_[id]);
    nodes_[id].end = id + 1;
    const bool foreign = open(Tag::svg) || open(Tag::math) || tag == Tag::svg || tag == Tag::math;
    if (is(tag, TagTrait::void_) || (foreign && token.closes_itself)) return;
    if (stack_.size() >= deepest) {
        ++too_deep_[static_cast<std::size_t>(tag)];
        return;
    }
    stack_.push_back(id);
    ++open_count_[static_cast<std::size_t>(tag)];
}

void Tree::end_implied(Tag tag) {
    if (open(Tag::head) && !is(tag, TagTrait::head_only) && tag != Tag::other)
        end_up_to(Tag::head, nullptr, 0);
    if (is(tag, TagTrait::closes_p)) end_up_to(Tag::p, paragraph_stops.data(), paragraph_stops.size());
    const Tag last = stack_.empty() ? Tag::other : nodes_[stack_.back()].tag;
    switch (tag) {
        case Tag::li:
            return end_up_to(Tag::li, list_stops.data(), list_stops.size());
        case Tag::dd:
        case Tag::dt:
            end_up_to(Tag::dd, definition_stops.data(), definition_stops.size());
            return end_up_to(Tag::dt, definition_stops.data(), definition_stops.size());
        case Tag::option:
            return end_up_to(Tag::option, option_stops.data(), option_stops.size());
        case Tag::td:
        case Tag::th:
            end_up_to(Tag::td, cell_stops.data(), cell_stops.size());
            return end_up_to(Tag::th, cell_stops.data(), cell_stops.size());
        case Tag::tr:
            return end_up_to(Tag::tr, cell_stops.data(), cell_stops.size());
        case Tag::tbody:
        case Tag::thead:
        case Tag::tfoot:
            for (const Tag part : {Tag::tbody, Tag::thead, Tag::tfoot, Tag::caption})
                end_up_to(part, cell_stops.data(), cell_stops.size());
            return;
        case Tag::a:
            if (last == Tag::a) pop();
            return;
        default:
            if (is_heading(tag) && is_heading(last)) pop();
    }
}

// Ends the innermost open element of the kind and what is open inside it, unless one of the stops is met before.
void Tree::end_up_to(Tag tag, const Tag* stops, std::size_t stop_count) {
    if (!open(tag)) return;
    std::size_t at = stack_.size();
    while (at > 0) {
        const Tag here = nodes_[stack_[at - 1]].tag;
        if (here == tag) break;
        if (std::find(stops, stops + stop_count, here) != stops + stop_count) return;
        --at;
    }
    if (at == 0) return;
    while (stack_.size() >= at) pop();
}

void Tree::take_end(const Token& token) {
    const Tag tag = token.tag;
    if (tag == Tag::br) return take_start(token);
    // The text behind </body> belongs to it all the same.
    if (tag == Tag::body || tag == Tag::html) return;
    auto& too_deep = too_deep_[static_cast<std::size_t>(tag)];
    if (too_deep > 0) {
        --too_deep;
        return;
    }
    const std::size_t place = ended_by(token);
    while (stack_.size() > place) pop();
}

std::size_t Tree::ended_by(const Token& token) const {
    const Tag tag = token.tag;
    if (!open(tag)) return stack_.size();
    const std::uint32_t name = tag == Tag::other ? hash_of(token.name) : 0;
    for (std::size_t at = stack_.size(); at > 0; --at) {
        const Node& node = nodes_[stack_[at - 1]];
        if ((node.tag == tag && node.name == name) || (is_heading(tag) && is_heading(node.tag)))
            return at - 1;
        if (stops(node.tag, tag)) break;
    }
    return stack_.size();
}

void Tree::pop() {
    Node& node = nodes_[stack_.back()];
    node.end = size();
    --open_count_[static_cast<std::size_t>(node.tag)];
    stack_.pop_back();
}

NodeId Tree::append(Tag tag) {
    Node node;
    node.tag = tag;
    node.parent = stack_.empty() ? no_node : stack_.back();
    nodes_.push_back(node);
    return size() - 1;
}

void Tree::append_attributes(const Token& token, Node& node) {
    node.first = static_cast<std::uint32_t>(values_.size());
    for (const RawAttribute& raw : token.attributes) {
        const Attribute attribute = attribute_named(raw.name);
        if (attribute == Attribute::count) continue;
        const auto same = [attribute](const Value& value) { return value.attribute == attribute; };
        if (std::any_of(values_.begin() + node.first, values_.end(), same)) continue;  // the first one counts
        const auto begin = static_cast<std::uint32_t>(text_.size());
        append_decoded(text_, raw.value, EntityPlace::attribute);
        values_.push_back({attribute, begin, static_cast<std::uint32_t>(text_.size())});
    }
    node.last = static_cast<std::uint32_t>(values_.size());
}

std::string_view Tree::attribute(NodeId id, Attribute attribute) const {
    const Node& node = nodes_[id];
    if (node.tag == Tag::text) return {};
    for (std::uint32_t i = node.first; i < node.last; ++i)
        if (values_[i].attribute == attribute) return span(values_[i].begin, values_[i].end);
    return {};
}

bool Tree::has(NodeId id, Attribute attribute) const {
    const Node& node = nodes_[id];
    if (node.tag == Tag::text) return false;
    return std::any_of(values_.begin() + node.first, values_.begin() + node.last,
                       [attribute](const Value& value) { return value.attribute == attribute; });
}

std::string Tree::text_inside(NodeId id, std::size_t most) const {
    std::string all;
    const NodeId end = std::min(nodes_[id].end, id + most_nodes_of_text);
    for (NodeId inside = id; inside < end && all.size() < most; ++inside) {
        if (is_struck(nodes_[inside].tag)) {
            inside = nodes_[inside].end - 1;
            continue;
        }
        if (nodes_[inside].tag == Tag::br || is(nodes_[inside].tag, TagTrait::block)) all += ' ';
        if (nodes_[inside].tag != Tag::text) continue;
        all += beginning_of(text(inside), most);
    }
    return clean_line(all);
}

}  // namespace figbook::html
