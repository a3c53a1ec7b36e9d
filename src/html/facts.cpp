#include "html/facts.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/utf8.hpp"
#include "html/bylines.hpp"
#include "html/clean_text.hpp"
#include "html/linked_data.hpp"
#include "html/marks.hpp"
#include "html/page_dates.hpp"
#include "html/raised.hpp"
#include "html/web_address.hpp"

namespace figbook::html {
namespace {

constexpr std::size_t longest_headline = 400;
constexpr std::size_t longest_name = 120;
constexpr std::size_t longest_language = 12;
constexpr std::size_t most_scripts = 200;

// <meta>, <link>, microdata and the like, gathered in one walk.
struct Found {
    std::unordered_map<std::string, std::vector<std::string>> meta;  // by name or property, in lower case
    std::unordered_map<std::string, std::vector<NodeId>> items;      // by itemprop
    std::vector<NodeId> h1;
    std::vector<NodeId> times;
    std::vector<NodeId> bylines;  // elements that are marked as one, or as an author's name
    std::string title;
    std::string canonical;
    std::string base;  // <base href>, which relative addresses are relative to
    std::string language;
    LinkedData linked;

    std::string first(std::string_view name) const {
        const auto known = meta.find(std::string(name));
        return known == meta.end() ? std::string() : known->second.front();
    }
    std::string first_of(const std::vector<std::string_view>& names) const {
        for (const std::string_view name : names)
            if (std::string value = first(name); !value.empty()) return value;
        return {};
    }
    NodeId item(const std::string& name) const {
        const auto known = items.find(name);
        return known == items.end() ? no_node : known->second.front();
    }
};

class FactFinder {
 public:
    FactFinder(const Tree& tree, std::string_view address) : tree_(tree), address_(address), marks_(tree) {}

    PageFacts run() {
        gather();
        shown_headline_ = shown_headline();
        PageFacts facts;
        const std::string said = said_address();
        linked_ = found_.linked.article(hinted_headline(), said.empty() ? address_ : said);
        facts.address = said.empty() ? linked_address() : said;
        if (facts.address.empty()) facts.address = address_;
        facts.publication = publication();
        facts.headline = headline(facts.publication);
        facts.language = language();
        const bool month_first = facts.language == "en-US" || facts.language == "en-us";
        facts.published = published(month_first, facts.address);
        facts.modified = modified(month_first);
        facts.authors = authors(facts.publication);
        facts.description = found_.first_of({"og:description", "description"});
        facts.declared_body = std::move(linked_.body);
        return facts;
    }

 private:
    void gather() {
        for (NodeId id = 0; id < tree_.size(); ++id) {
            switch (tree_[id].tag) {
                case Tag::text:
                    continue;
                case Tag::meta:
                    take_meta(id);
                    break;
                case Tag::base:
                    if (found_.base.empty()) found_.base = clean_line(tree_.attribute(id, Attribute::href));
                    break;
                case Tag::link:
                    if (found_.canonical.empty() && is_canonical(id))
                        found_.canonical = clean_line(tree_.attribute(id, Attribute::href));
                    break;
                case Tag::script:
                    if (tree_.attribute(id, Attribute::type).find("ld+json") != std::string_view::npos &&
                        tree_[id].end > id + 1 && scripts_++ < most_scripts)
                        found_.linked.add(tree_.text(id + 1));
                    break;
                case Tag::title:
                    if (found_.title.empty()) found_.title = tree_.text_inside(id, longest_headline);
                    break;
                case Tag::html:
                    found_.language = clean_line(tree_.attribute(id, Attribute::lang));
                    break;
                case Tag::h1:
                    found_.h1.push_back(id);
                    break;
                case Tag::time:
                    found_.times.push_back(id);
                    break;
                default:
                    break;
            }
            take_item(id);
        }
    }

    bool is_canonical(NodeId id) const {
        const auto words = split_words(lower(tree_.attribute(id, Attribute::rel)));
        return std::find(words.begin(), words.end(), "canonical") != words.end();
    }

    void take_meta(NodeId id) {
        const std::string content = clean_line(tree_.attribute(id, Attribute::content));
        if (content.empty()) return;
        for (const Attribute attribute : {Attribute::property, Attribute::name, Attribute::http_equiv})
            if (const std::string name = lower(tree_.attribute(id, attribute)); !name.empty())
                found_.meta[name].push_back(content);
    }

    void take_item(NodeId id) {
        if (tree_.has(id, Attribute::itemprop))
            for (const std::string& name : split_words(tree_.attribute(id, Attribute::itemprop)))
                found_.items[name].push_back(id);
        const std::string_view rel = tree_.attribute(id, Attribute::rel);
        if (rel == "author" || marks_.of(id).byline) found_.bylines.push_back(id);
    }

    static std::vector<std::string> split_words(std::string_view text) {
        std::vector<std::string> words;
        const std::string line = clean_line(text);
        for (std::size_t at = 0; at < line.size();) {
            const std::size_t end = std::min(line.find(' ', at), line.size());
            words.push_back(line.substr(at, end - at));
            at = end + 1;
        }
        return words;
    }

    // The h1 that the page's title repeats; else the first that says something.
    std::string shown_headline() const {
        const std::string title = letters_of(found_.title + found_.first("og:title"));
        std::string first;
        for (const NodeId id : found_.h1) {
            std::string text = shown_line(tree_, id, longest_headline);
            const std::string letters = letters_of(text);
            if (letters.empty()) continue;
            if (letters.size() >= 8 && title.find(letters) != std::string::npos) return text;
            if (first.empty()) first = std::move(text);
        }
        return first;
    }

    std::string hinted_headline() const {
        const std::string open_graph = found_.first("og:title");
        return open_graph.empty() ? (shown_headline_.empty() ? found_.title : shown_headline_) : open_graph;
    }

    // What the page says in its head; "" where it says nothing.
    std::string said_address() const {
        const std::string canonical = absolute_address(found_.canonical, base());
        return canonical.empty() ? absolute_address(found_.first("og:url"), "") : canonical;
    }

    // What relative addresses are relative to.
    std::string base() const {
        const std::string page = absolute_address(address_, "");
        const std::string around = page.empty() ? absolute_address(found_.first("og:url"), "") : page;
        const std::string said = absolute_address(found_.base, around);
        return said.empty() ? around : said;
    }

    // Papers write their front page into each article's JSON-LD.
    std::string linked_address() const {
        for (const std::string& said : linked_.addresses)
            if (const std::string address = absolute_address(clean_line(said), base());
                !address.empty() && !is_front_page(address))
                return address;
        return {};
    }

    std::string publication() const {
        if (!linked_.publication.empty() && !is_web_address(linked_.publication)) return linked_.publication;
        std::string name = found_.first_of(
            {"og:site_name", "application-name", "publisher", "dc.publisher", "citation_journal_title"});
        if (name.empty()) {
            const NodeId id = found_.item("publisher");
            if (id != no_node) name = value_of_item(name_inside(id));
        }
        return is_web_address(name) || name.size() > longest_name ? std::string() : name;
    }

    // JSON-LD's, unless the page shows another that OpenGraph has too.
    std::string headline(const std::string& publication) const {
        std::string open_graph;
        for (const std::string_view name :
             {"og:title", "twitter:title", "dc.title", "parsely-title", "title"})
            if (open_graph.empty()) open_graph = without_site(found_.first(name), publication);
        const std::string shown = letters_of(shown_headline_);
        if (shown.size() >= 8 && shown == letters_of(open_graph)) return shown_headline_;
        std::string best = linked_.headline.empty() ? open_graph : linked_.headline;
        if (best.empty())
            if (const NodeId id = found_.item("headline"); id != no_node) best = value_of_item(id);
        if (best.empty()) best = shown_headline_;
        if (best.empty()) best = without_site(found_.title, publication);
        // Cut for a search engine, or with the paper's name: the page shows it whole.
        const std::string letters = letters_of(best);
        if (shown.size() >= 8 && (shown.starts_with(letters) || letters.starts_with(shown)))
            return shown_headline_;
        return best.size() > longest_headline ? std::string() : best;
    }

    // "Aid rises | The Example" -> "Aid rises"
    std::string without_site(const std::string& title, const std::string& publication) const {
        const std::string site = letters_of(publication);
        for (const std::string_view mark : {" | ", " - ", " – ", " — ", " :: ", " » ", " • "}) {
            const std::size_t at = title.rfind(mark);
            if (at == std::string::npos || at == 0) continue;
            const std::string last = letters_of(std::string_view(title).substr(at + mark.size()));
            const bool named = !site.empty() &&
                               (site.find(last) != std::string::npos || last.find(site) != std::string::npos);
            if (named || letters_of(title.substr(0, at)) == letters_of(shown_headline_))
                return title.substr(0, at);
        }
        return title;
    }

    std::string language() const {
        for (const std::string& said : {linked_.language, found_.first("og:locale"), found_.language,
                                        found_.first_of({"content-language", "language", "dc.language"})})
            if (std::string tag = language_tag(said); !tag.empty()) return tag;
        return {};
    }

    // "en_GB" -> "en-GB"; "" for what is no tag of BCP 47: "English", "eng".
    static std::string language_tag(std::string tag) {
        tag = tag.substr(0, tag.find_first_of(",; "));
        std::replace(tag.begin(), tag.end(), '_', '-');
        const bool plain = std::all_of(tag.begin(), tag.end(), [](char c) {
            return c == '-' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        });
        const std::size_t first = std::min(tag.find('-'), tag.size());
        return plain && first == 2 && tag.size() <= longest_language ? tag : std::string();
    }

    std::optional<Date> published(bool month_first, const std::string& address) const {
        if (const auto day = day_in(linked_.published, month_first)) return day;
        if (const auto day = first_day({"article:published_time",
                                        "og:article:published_time",
                                        "og:published_time",
                                        "article:published",
                                        "parsely-pub-date",
                                        "pubdate",
                                        "publishdate",
                                        "publish-date",
                                        "publish_date",
                                        "published",
                                        "date",
                                        "datepublished",
                                        "dc.date.issued",
                                        "dc.date",
                                        "dcterms.created",
                                        "dcterms.date",
                                        "sailthru.date",
                                        "citation_publication_date",
                                        "cxenseparse:recs:publishtime",
                                        "rnews:datepublished",
                                        "article.published",
                                        "publication_date",
                                        "originalpublicationdate",
                                        "article_date_original"},
                                       month_first))
            return day;
        for (const char* name : {"datePublished", "dateCreated", "dateOriginal"})
            if (const auto day = day_of_item(name, month_first)) return day;
        if (const auto day = shown_day(month_first)) return day;
        if (const auto day = day_in_address(address)) return day;
        return day_in_bylines(month_first);
    }

    std::optional<Date> modified(bool month_first) const {
        if (const auto day = day_in(linked_.modified, month_first)) return day;
        if (const auto day =
                first_day({"article:modified_time", "og:article:modified_time", "og:updated_time",
                           "article:modified", "last-modified", "lastmod", "dcterms.modified",
                           "dc.date.modified", "datemodified", "article.updated"},
                          month_first))
            return day;
        return day_of_item("dateModified", month_first);
    }

    std::optional<Date> first_day(const std::vector<std::string_view>& names, bool month_first) const {
        for (const std::string_view name : names)
            if (const auto day = day_in(found_.first(name), month_first)) return day;
        return std::nullopt;
    }

    std::optional<Date> day_of_item(const std::string& name, bool month_first) const {
        const NodeId id = found_.item(name);
        return id == no_node ? std::nullopt : day_in(value_of_item(id), month_first);
    }

    // <time>: the one that says it is the day of publication, else the first.
    std::optional<Date> shown_day(bool month_first) const {
        std::optional<Date> first;
        for (const NodeId id : found_.times) {
            const auto day = day_in(value_of_item(id), month_first);
            if (!day) continue;
            const std::string_view name = tree_.attribute(id, Attribute::class_);
            if (tree_.has(id, Attribute::pubdate) || name.find("publish") != std::string_view::npos)
                return day;
            if (!first) first = day;
        }
        return first;
    }

    std::optional<Date> day_in_bylines(bool month_first) const {
        for (const NodeId id : found_.bylines)
            if (const auto day = day_in(tree_.text_inside(id, 200), month_first)) return day;
        return std::nullopt;
    }

    // Microdata says its value in an attribute, or as text.
    std::string value_of_item(NodeId id) const {
        for (const Attribute attribute : {Attribute::content, Attribute::datetime})
            if (tree_.has(id, attribute)) return clean_line(tree_.attribute(id, attribute));
        return shown_line(tree_, id, longest_headline);
    }

    // The name of a person or a paper within its item.
    NodeId name_inside(NodeId id) const {
        const auto known = found_.items.find("name");
        if (known == found_.items.end()) return id;
        const auto name = std::upper_bound(known->second.begin(), known->second.end(), id);
        if (name != known->second.end() && *name < tree_[id].end) return *name;
        return id;
    }

    std::vector<std::string> authors(const std::string& publication) const {
        std::vector<std::string> names;
        for (const std::string& text : linked_.persons) add_names(names, names_in(text));
        if (names.empty()) names = meta_authors();
        if (names.empty()) names = item_authors();
        if (names.empty()) names = shown_authors();
        if (names.empty())
            for (const std::string& text : linked_.organisations) add_names(names, {text});
        // The paper itself is no author where a person is one.
        if (names.size() > 1)
            std::erase_if(
                names, [&](const std::string& name) { return letters_of(name) == letters_of(publication); });
        return names;
    }

    // The item that the property belongs to.
    NodeId scope_of(NodeId id) const {
        NodeId scope = tree_[id].parent;
        while (scope != no_node && !tree_.has(scope, Attribute::itemscope)) scope = tree_[scope].parent;
        return scope;
    }

    std::vector<std::string> meta_authors() const {
        for (const char* name : {"article:author", "og:article:author", "author", "byl", "parsely-author",
                                 "sailthru.author", "dc.creator", "dcterms.creator", "citation_author",
                                 "article.author", "cxenseparse:author", "authors", "twitter:data1"}) {
            const auto known = found_.meta.find(name);
            if (known == found_.meta.end()) continue;
            if (std::string_view(name) == "twitter:data1" && found_.first("twitter:label1") != "Written by")
                continue;
            std::vector<std::string> names;
            for (const std::string& text : known->second)
                if (!is_web_address(text)) add_names(names, names_in(text));
            if (!names.empty()) return names;
        }
        return {};
    }

    std::vector<std::string> item_authors() const {
        std::vector<std::string> names;
        for (const char* item : {"author", "creator"}) {
            const auto known = found_.items.find(item);
            if (known == found_.items.end()) continue;
            // Other articles on the page have authors, too: the first one's scope is this article.
            const NodeId scope = scope_of(known->second.front());
            for (const NodeId id : known->second)
                if (scope_of(id) == scope) add_names(names, names_in(value_of_item(name_inside(id))));
            if (!names.empty()) break;
        }
        return names;
    }

    std::vector<std::string> shown_authors() const {
        for (const NodeId id : found_.bylines) {
            const std::string text = tree_.text_inside(id, longest_name + 1);
            const bool said = tree_.attribute(id, Attribute::rel) == "author" || text.starts_with("By ") ||
                              text.starts_with("BY ") || text.starts_with("by ");
            if (!said || text.size() > longest_name) continue;
            if (auto names = names_in(text); !names.empty()) return names;
        }
        return {};
    }

    const Tree& tree_;
    std::string_view address_;
    MarkReader marks_;
    Found found_;
    LinkedArticle linked_;
    std::string shown_headline_;
    std::size_t scripts_ = 0;
};

}  // namespace

PageFacts facts_of(const Tree& tree, std::string_view address) {
    return FactFinder(tree, address).run();
}

}  // namespace figbook::html
