#include "html/page.hpp"

#include <utility>

#include "html/blocks.hpp"
#include "html/body.hpp"
#include "html/charset.hpp"
#include "html/facts.hpp"
#include "html/tree.hpp"

namespace figbook::html {

Page read_page(std::string_view bytes, const PageSource& source) {
    const Tree tree(to_utf8(bytes, source.content_type));
    PageFacts facts = facts_of(tree, source.address);
    Page page;
    page.body = body_of(tree, {facts.headline, facts.description, facts.declared_body});
    page.headline = std::move(facts.headline);
    page.authors = std::move(facts.authors);
    page.publication = std::move(facts.publication);
    page.address = std::move(facts.address);
    page.language = std::move(facts.language);
    page.published = facts.published;
    page.modified = facts.modified;
    return page;
}

std::string text_of_fragment(std::string_view markup, std::string_view headline) {
    const Tree tree(markup);
    std::string body = body_of(tree, {.headline = headline, .description = "", .declared_body = ""});
    if (!body.empty()) return body;
    const Blocks blocks = find_blocks(
        tree, [&](NodeId id) { return tree[id].tag == Tag::script || tree[id].tag == Tag::style; });
    for (const Block& block : blocks.list) {
        if (!body.empty()) body += '\n';
        body += blocks.text(block);
    }
    return body;
}

}  // namespace figbook::html
