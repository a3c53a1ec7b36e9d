#include "html/tags.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "base/ascii.hpp"

namespace figbook::html {
namespace {

struct Row {
    std::string_view name;
    Tag tag;
    unsigned traits;
};

constexpr unsigned of(TagTrait trait) {
    return static_cast<unsigned>(trait);
}
constexpr unsigned special = of(TagTrait::special);
constexpr unsigned block = of(TagTrait::block) | of(TagTrait::closes_p) | special;
constexpr unsigned cell = of(TagTrait::block) | special | of(TagTrait::scope);
constexpr unsigned part_of_table = of(TagTrait::block) | special;
constexpr unsigned empty = of(TagTrait::void_);
constexpr unsigned unseen = of(TagTrait::unseen);
constexpr unsigned raw = of(TagTrait::raw) | unseen;
constexpr unsigned head_only = of(TagTrait::head_only);

// By name, for the look-up.
constexpr std::array rows{
    Row{"a", Tag::a, 0},
    Row{"abbr", Tag::abbr, 0},
    Row{"address", Tag::address, block},
    Row{"article", Tag::article, block},
    Row{"aside", Tag::aside, block},
    Row{"audio", Tag::audio, unseen},
    Row{"b", Tag::b, 0},
    Row{"base", Tag::base, empty | head_only},
    Row{"blockquote", Tag::blockquote, block},
    Row{"body", Tag::body, block},
    Row{"br", Tag::br, empty},
    Row{"button", Tag::button, special | of(TagTrait::scope) | unseen},
    Row{"canvas", Tag::canvas, unseen},
    Row{"caption", Tag::caption, cell},
    Row{"center", Tag::center, block},
    Row{"cite", Tag::cite, 0},
    Row{"code", Tag::code, 0},
    Row{"col", Tag::col, empty},
    Row{"colgroup", Tag::colgroup, part_of_table},
    Row{"dd", Tag::dd, block},
    Row{"del", Tag::del, unseen},
    Row{"details", Tag::details, block},
    Row{"dialog", Tag::dialog, block | unseen},
    Row{"dir", Tag::dir, block},
    Row{"div", Tag::div, block},
    Row{"dl", Tag::dl, block},
    Row{"dt", Tag::dt, block},
    Row{"em", Tag::em, 0},
    Row{"embed", Tag::embed, empty},
    Row{"fieldset", Tag::fieldset, block},
    Row{"figcaption", Tag::figcaption, block},
    Row{"figure", Tag::figure, block},
    Row{"font", Tag::font, 0},
    Row{"footer", Tag::footer, block},
    Row{"form", Tag::form, block},
    Row{"frameset", Tag::frameset, block | unseen},
    Row{"h1", Tag::h1, block},
    Row{"h2", Tag::h2, block},
    Row{"h3", Tag::h3, block},
    Row{"h4", Tag::h4, block},
    Row{"h5", Tag::h5, block},
    Row{"h6", Tag::h6, block},
    Row{"head", Tag::head, special},
    Row{"header", Tag::header, block},
    Row{"hgroup", Tag::hgroup, block},
    Row{"hr", Tag::hr, empty | of(TagTrait::block) | of(TagTrait::closes_p)},
    Row{"html", Tag::html, special | of(TagTrait::scope)},
    Row{"i", Tag::i, 0},
    Row{"iframe", Tag::iframe, raw},
    Row{"img", Tag::img, empty},
    Row{"input", Tag::input, empty},
    Row{"label", Tag::label, 0},
    Row{"legend", Tag::legend, of(TagTrait::block) | special},
    Row{"li", Tag::li, block},
    Row{"link", Tag::link, empty | head_only},
    Row{"main", Tag::main, block},
    Row{"map", Tag::map, 0},
    Row{"math", Tag::math, unseen},
    Row{"menu", Tag::menu, block},
    Row{"meta", Tag::meta, empty | head_only},
    Row{"nav", Tag::nav, block},
    Row{"noembed", Tag::noembed, raw},
    Row{"noframes", Tag::noframes, raw | head_only},
    Row{"noscript", Tag::noscript, unseen | head_only | special},
    Row{"object", Tag::object, special | of(TagTrait::scope)},
    Row{"ol", Tag::ol, block},
    Row{"optgroup", Tag::optgroup, unseen},
    Row{"option", Tag::option, unseen},
    Row{"p", Tag::p, block},
    Row{"param", Tag::param, empty},
    Row{"picture", Tag::picture, 0},
    Row{"plaintext", Tag::plaintext, block},
    Row{"pre", Tag::pre, block},
    Row{"q", Tag::q, 0},
    Row{"s", Tag::s, unseen},
    Row{"script", Tag::script, raw | head_only},
    Row{"section", Tag::section, block},
    Row{"select", Tag::select, unseen | special},
    Row{"small", Tag::small, 0},
    Row{"source", Tag::source, empty},
    Row{"span", Tag::span, 0},
    Row{"strike", Tag::strike, unseen},
    Row{"strong", Tag::strong, 0},
    Row{"style", Tag::style, raw | head_only},
    Row{"sub", Tag::sub, 0},
    Row{"summary", Tag::summary, block},
    Row{"sup", Tag::sup, 0},
    Row{"svg", Tag::svg, unseen},
    Row{"table", Tag::table, of(TagTrait::block) | of(TagTrait::closes_p) | special | of(TagTrait::scope)},
    Row{"tbody", Tag::tbody, part_of_table},
    Row{"td", Tag::td, cell},
    Row{"template", Tag::template_, unseen | head_only | special | of(TagTrait::scope)},
    Row{"textarea", Tag::textarea, of(TagTrait::escapable_raw) | unseen},
    Row{"tfoot", Tag::tfoot, part_of_table},
    Row{"th", Tag::th, cell},
    Row{"thead", Tag::thead, part_of_table},
    Row{"time", Tag::time, 0},
    Row{"title", Tag::title, of(TagTrait::escapable_raw) | head_only | unseen},
    Row{"tr", Tag::tr, part_of_table},
    Row{"track", Tag::track, empty},
    Row{"tt", Tag::tt, 0},
    Row{"u", Tag::u, 0},
    Row{"ul", Tag::ul, block},
    Row{"video", Tag::video, unseen},
    Row{"wbr", Tag::wbr, empty},
    Row{"xmp", Tag::xmp, raw | of(TagTrait::block)},
};
static_assert(rows.size() == static_cast<std::size_t>(Tag::count) - 2);
static_assert(std::is_sorted(rows.begin(), rows.end(),
                             [](const Row& a, const Row& b) { return a.name < b.name; }));

constexpr std::size_t longest_name = 10;

}  // namespace

Tag tag_named(std::string_view name) {
    if (name.empty() || name.size() > longest_name) return Tag::other;
    std::array<char, longest_name> buffer{};
    std::transform(name.begin(), name.end(), buffer.begin(), [](char c) { return lower_ascii(c); });
    const std::string_view wanted(buffer.data(), name.size());
    const auto* found =
        std::lower_bound(rows.begin(), rows.end(), wanted,
                         [](const Row& row, std::string_view value) { return row.name < value; });
    return found != rows.end() && found->name == wanted ? found->tag : Tag::other;
}

bool is(Tag tag, TagTrait trait) {
    static constexpr auto traits = [] {
        std::array<unsigned, static_cast<std::size_t>(Tag::count)> table{};
        for (const Row& row : rows) table[static_cast<std::size_t>(row.tag)] = row.traits;
        return table;
    }();
    return (traits[static_cast<std::size_t>(tag)] & of(trait)) != 0;
}

}  // namespace figbook::html
