#include "html/linked_data.hpp"

#include <algorithm>
#include <optional>
#include <simdjson.h>
#include <unordered_map>

#include "html/blocks.hpp"
#include "html/clean_text.hpp"
#include "html/entities.hpp"
#include "html/loose_json.hpp"
#include "html/tree.hpp"
#include "html/web_address.hpp"

namespace figbook::html {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr int deepest_object = 32;
constexpr std::size_t most_objects = 2000;

// The text of a line with tags, as a page would show it.
void append_shown(std::string& text, std::string_view line) {
    if (line.find('<') == std::string_view::npos) {
        text += line;
        return;
    }
    const Tree tree(line);
    const Blocks blocks = find_blocks(tree, [](NodeId) { return false; });
    for (const Block& block : blocks.list) text.append(blocks.text(block)).append("\n");
}

// A string as it is meant: pages write entities and tags into JSON too.
std::string text_of(std::string_view raw) {
    std::string decoded;
    append_decoded(decoded, raw, EntityPlace::text);
    // JSON may write NUL and its like as "\\u0000".
    const auto is_control = [](char c) {
        return static_cast<unsigned char>(c) < ' ' && c != '\n' && c != '\t';
    };
    decoded.erase(std::remove_if(decoded.begin(), decoded.end(), is_control), decoded.end());
    if (decoded.find('<') == std::string::npos) return decoded;
    std::string text;
    for (std::size_t at = 0; at < decoded.size();) {
        const std::size_t end = std::min(decoded.find('\n', at), decoded.size() - 1) + 1;
        const std::string_view line = std::string_view(decoded).substr(at, end - at);
        append_shown(text, line);
        at = end;
    }
    return text;
}

std::string line_of(std::string_view raw) {
    return clean_line(text_of(raw));
}

std::optional<element> member(const object& from, std::string_view name) {
    element value;
    if (from.at_key(name).get(value) != simdjson::SUCCESS) return std::nullopt;
    return value;
}

// The string itself, or that of the first entry of an array, or one of an object's members.
std::string string_in(const element& value, const std::vector<std::string_view>& members) {
    std::string_view text;
    if (value.get_string().get(text) == simdjson::SUCCESS) return std::string(text);
    array list;
    if (value.get_array().get(list) == simdjson::SUCCESS) {
        for (const element entry : list)
            if (!entry.is_array())
                if (std::string found = string_in(entry, members); !found.empty()) return found;
        return {};
    }
    object inside;
    if (value.get_object().get(inside) != simdjson::SUCCESS) return {};
    for (const std::string_view name : members)
        if (const auto found = member(inside, name))
            if (found->get_string().get(text) == simdjson::SUCCESS) return std::string(text);
    return {};
}

std::string string_member(const object& from, std::string_view name,
                          const std::vector<std::string_view>& members = {"name", "@value"}) {
    const auto value = member(from, name);
    return value ? string_in(*value, members) : std::string();
}

// Calls `visit` with each entry of an array, or with the value that is none.
template <class Visit>
void each_of(const element& value, Visit visit) {
    array list;
    if (value.get_array().get(list) != simdjson::SUCCESS) return visit(value);
    for (const element entry : list) visit(entry);
}

bool has_type(const object& from, const std::vector<std::string_view>& endings) {
    bool found = false;
    if (const auto type = member(from, "@type"))
        each_of(*type, [&](const element& entry) {
            std::string_view name;
            if (entry.get_string().get(name) != simdjson::SUCCESS) return;
            for (const std::string_view ending : endings) found = found || name.ends_with(ending);
        });
    return found;
}

std::string_view without_scheme(std::string_view address) {
    const std::size_t scheme = address.find("://");
    if (scheme != std::string_view::npos) address.remove_prefix(scheme + 3);
    address = address.substr(0, address.find_first_of("?#"));
    if (address.ends_with('/')) address.remove_suffix(1);
    return address;
}

bool is_among(const std::vector<std::string>& addresses, std::string_view address) {
    return !address.empty() && std::any_of(addresses.begin(), addresses.end(), [&](const std::string& known) {
        return without_scheme(known) == without_scheme(address);
    });
}

}  // namespace

struct LinkedData::State {
    std::vector<std::unique_ptr<simdjson::dom::parser>> parsers;  // they own what was parsed
    std::vector<object> articles;
    std::vector<object> pages;
    std::unordered_map<std::string, object> by_id;
    std::size_t seen = 0;

    void gather(const element& value, int depth);
    void gather_members(const object& from, int depth);
    LinkedArticle read(const object& from) const;
    void read_authors(const element& value, LinkedArticle& into) const;
    void read_author(object author, LinkedArticle& into) const;
};

void LinkedData::State::gather(const element& value, int depth) {
    if (depth > deepest_object || seen > most_objects) return;
    array list;
    if (value.get_array().get(list) == simdjson::SUCCESS) {
        for (const element entry : list) gather(entry, depth + 1);
        return;
    }
    object from;
    if (value.get_object().get(from) != simdjson::SUCCESS) return;
    ++seen;
    if (has_type(from, {"Article", "Posting", "Report", "BlogPost"}))
        articles.push_back(from);
    else if (has_type(from, {"WebPage", "Page", "VideoObject", "Recipe", "Event", "Review"}))
        pages.push_back(from);
    const std::string id = string_member(from, "@id");
    if (!id.empty() && member(from, "name")) by_id.try_emplace(id, from);
    gather_members(from, depth);
}

// Objects that are a part of something else are of other articles.
void LinkedData::State::gather_members(const object& from, int depth) {
    for (const auto& [name, value] : from) {
        if (name == "itemListElement" || name == "hasPart" || name == "isPartOf" || name == "mentions" ||
            name == "comment" || name == "liveBlogUpdate" || name == "citation" || name == "isBasedOn")
            continue;
        if (value.is_object() || value.is_array()) gather(value, depth + 1);
    }
}

void LinkedData::State::read_authors(const element& value, LinkedArticle& into) const {
    each_of(value, [&](const element& entry) {
        std::string_view text;
        object author;
        if (entry.get_string().get(text) == simdjson::SUCCESS) {
            if (!text.starts_with("http")) into.persons.push_back(line_of(text));
        } else if (entry.get_object().get(author) == simdjson::SUCCESS) {
            read_author(author, into);
        }
    });
}

void LinkedData::State::read_author(object author, LinkedArticle& into) const {
    if (!member(author, "name")) {
        const auto known = by_id.find(string_member(author, "@id"));
        if (known == by_id.end()) return;
        author = known->second;
    }
    const bool organisation = has_type(author, {"Organization", "Corporation"});
    each_of(*member(author, "name"), [&](const element& entry) {
        std::string_view name;
        if (entry.get_string().get(name) == simdjson::SUCCESS)
            (organisation ? into.organisations : into.persons).push_back(line_of(name));
    });
}

LinkedArticle LinkedData::State::read(const object& from) const {
    LinkedArticle article;
    article.headline = line_of(string_member(from, "headline"));
    if (article.headline.empty()) article.headline = line_of(string_member(from, "name"));
    article.body = text_of(string_member(from, "articleBody"));
    for (const std::string_view name : {"url", "mainEntityOfPage"})
        if (std::string address = text_of(string_member(from, name, {"@id", "url"})); !address.empty())
            article.addresses.push_back(std::move(address));
    // Another @id is a name within the page.
    if (std::string id = string_member(from, "@id"); is_web_address(id))
        article.addresses.push_back(std::move(id));
    article.language = string_member(from, "inLanguage", {"alternateName", "name"});
    article.published = string_member(from, "datePublished");
    if (article.published.empty()) article.published = string_member(from, "dateCreated");
    if (article.published.empty()) article.published = string_member(from, "uploadDate");
    article.modified = string_member(from, "dateModified");
    for (const std::string_view name : {"publisher", "sourceOrganization"}) {
        if (!article.publication.empty()) break;
        article.publication = line_of(string_member(from, name, {"name"}));
        if (!article.publication.empty()) break;
        const auto known = by_id.find(string_member(from, name, {"@id"}));
        if (known != by_id.end()) article.publication = line_of(string_member(known->second, "name"));
    }
    for (const std::string_view name : {"author", "creator"})
        if (article.persons.empty() && article.organisations.empty())
            if (const auto authors = member(from, name)) read_authors(*authors, article);
    return article;
}

LinkedData::LinkedData() : state_(std::make_unique<State>()) {}
LinkedData::~LinkedData() = default;

void LinkedData::add(std::string_view script) {
    auto parser = std::make_unique<simdjson::dom::parser>();
    element root;
    if (parser->parse(script.data(), script.size()).get(root) != simdjson::SUCCESS) {
        const std::string repaired = repaired_json(script);
        if (parser->parse(repaired).get(root) != simdjson::SUCCESS) return;
    }
    state_->gather(root, 0);
    state_->parsers.push_back(std::move(parser));
}

LinkedArticle LinkedData::article(std::string_view headline, std::string_view address) const {
    LinkedArticle best;
    int best_score = -1;
    const std::string wanted = letters_of(headline);
    for (const object& candidate : state_->articles) {
        LinkedArticle article = state_->read(candidate);
        const std::string own = letters_of(article.headline);
        int score = 0;
        if (!own.empty() && !wanted.empty() && (own.starts_with(wanted) || wanted.starts_with(own)))
            score += 4;
        if (is_among(article.addresses, address)) score += 4;
        // One of several, and nothing says that it is this one: its address is another article's.
        if (score == 0 && state_->articles.size() > 1) article.addresses.clear();
        if (!article.body.empty()) score += 1;
        if (!article.published.empty()) score += 1;
        if (score <= best_score) continue;
        best_score = score;
        best = std::move(article);
    }
    // What the article's own object leaves out, the page's may say.
    for (const object& page : state_->pages) {
        const LinkedArticle rest = state_->read(page);
        if (best.published.empty()) best.published = rest.published;
        if (best.modified.empty()) best.modified = rest.modified;
        if (best.language.empty()) best.language = rest.language;
        if (best.publication.empty()) best.publication = rest.publication;
        if (best.persons.empty() && best.organisations.empty()) best.persons = rest.persons;
    }
    return best;
}

}  // namespace figbook::html
