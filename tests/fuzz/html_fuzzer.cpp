// Any bytes as a web page, the way that `figbook load --input html` takes them; a page that begins with "\x1f" may be
// packed. What the bytes are as a tree, and what is read of them, must hold together.
#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>

#include "base/utf8.hpp"
#include "fuzz/extract_checks.hpp"
#include "fuzz/memory_file.hpp"
#include "html/charset.hpp"
#include "html/loose_json.hpp"
#include "html/tree.hpp"
#include "load/load.hpp"

namespace figbook::fuzz {
namespace {

bool is_clean(std::string_view text) {
    return !first_invalid_utf8(text) && text.find('\0') == std::string_view::npos;
}

void check_tree(std::string_view page) {
    const html::Tree tree(page);
    require(tree.size() > 0, "a page has a root");
    for (html::NodeId id = 0; id < tree.size(); ++id) {
        const html::Node& node = tree[id];
        require(node.end > id && node.end <= tree.size(), "a node ends behind itself");
        if (id == 0) continue;
        require(node.parent < id && node.end <= tree[node.parent].end, "a node is inside its parent");
        if (node.tag == html::Tag::text) require(is_clean(tree.text(id)), "text is UTF-8");
    }
}

// What is JSON stays what it is.
void check_json(const std::string& text) {
    const std::string repaired = html::repaired_json(text);
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (json.is_object() || json.is_array())
        require(nlohmann::json::parse(repaired, nullptr, false) == json, "JSON is not changed by its repair");
}

void check_article(const Article& article) {
    require(!article.text.empty() && is_clean(article.text), "an article has a text of UTF-8");
    for (const std::string* field :
         {&article.headline, &article.byline, &article.publication, &article.url, &article.language}) {
        require(is_clean(*field), "a field is UTF-8");
        require(field->find('\n') == std::string::npos, "a field is one line");
    }
}

void check_problem(const Rejected& rejected) {
    require(!rejected.problem.message.empty(), "a problem says what is wrong");
}

}  // namespace
}  // namespace figbook::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace figbook;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::string page = html::to_utf8(bytes, "");
    fuzz::require(fuzz::is_clean(page), "a page is UTF-8");
    fuzz::check_tree(page);
    fuzz::check_json(page);
    const fuzz::MemoryFile file(bytes);
    ReadOptions options;
    options.reader = reader_named("html");
    read_articles({file.path()}, options, Sink{fuzz::check_article, fuzz::check_problem});
    return 0;
}
