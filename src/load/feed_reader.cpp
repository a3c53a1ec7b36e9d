#include "load/feed_reader.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <libxml/tree.h>
#include <libxml/uri.h>
#include <libxml/xmlreader.h>
#include <memory>
#include <utility>

#include "base/utf8.hpp"
#include "html/bylines.hpp"
#include "html/clean_text.hpp"
#include "html/page.hpp"
#include "html/page_dates.hpp"
#include "load/feed_text.hpp"
#include "load/html_reader.hpp"

namespace figbook {
namespace {

constexpr std::size_t max_feed_bytes = 32U << 20U;
// The network and external entities stay off; so do libxml2's wider limits.
constexpr int parser_options =
    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA | XML_PARSE_IGNORE_ENC;

struct FreeText {
    void operator()(xmlChar* text) const { ::xmlFree(text); }
};
using XmlText = std::unique_ptr<xmlChar, FreeText>;

std::string string_of(xmlChar* owned) {
    const XmlText text(owned);
    return text ? reinterpret_cast<const char*>(text.get()) : "";
}

std::string_view name_of(const xmlNode* node) {
    return reinterpret_cast<const char*>(node->name);
}
std::string content_of(const xmlNode* node) {
    return string_of(::xmlNodeGetContent(node));
}
std::string attribute_of(xmlNode* node, const char* name) {
    return string_of(::xmlGetNoNsProp(node, reinterpret_cast<const xmlChar*>(name)));
}
bool has_namespace(const xmlNode* node, std::string_view part) {
    return node->ns != nullptr && node->ns->href != nullptr &&
           std::string_view(reinterpret_cast<const char*>(node->ns->href)).find(part) !=
               std::string_view::npos;
}
// Media elements are called as the item's own: <media:title>.
bool is_foreign(const xmlNode* node) {
    return has_namespace(node, "search.yahoo.com/mrss") || has_namespace(node, "itunes.com");
}

// A piece of a page as one line.
std::string line_of(const std::string& markup) {
    return html::clean_line(html::text_of_fragment(markup));
}

// The HTML in an element: as text, or, of Atom's "xhtml", as elements.
std::string markup_of(xmlNode* node) {
    if (attribute_of(node, "type") != "xhtml") return content_of(node);
    const std::unique_ptr<xmlBuffer, decltype(&::xmlBufferFree)> buffer(::xmlBufferCreate(),
                                                                        &::xmlBufferFree);
    for (xmlNode* child = node->children; child != nullptr; child = child->next)
        ::xmlNodeDump(buffer.get(), node->doc, child, 0, 0);
    return reinterpret_cast<const char*>(::xmlBufferContent(buffer.get()));
}

bool is_web_address(std::string_view text) {
    return text.starts_with("http://") || text.starts_with("https://");
}

// The address in full: what it is relative to is told by xml:base, or is the feed's own.
std::string address_from(xmlNode* node, std::string link, const std::string& feed_address) {
    link = html::clean_line(link);
    if (link.empty() || is_web_address(link)) return link;
    const std::string base = string_of(::xmlNodeGetBase(node->doc, node));
    for (const std::string& from : {base, feed_address}) {
        if (from.empty()) continue;
        std::string whole = string_of(::xmlBuildURI(reinterpret_cast<const xmlChar*>(link.c_str()),
                                                    reinterpret_cast<const xmlChar*>(from.c_str())));
        if (is_web_address(whole)) return whole;
        // xml:base may itself be relative to where the feed is.
        whole = string_of(::xmlBuildURI(reinterpret_cast<const xmlChar*>(whole.c_str()),
                                        reinterpret_cast<const xmlChar*>(feed_address.c_str())));
        if (is_web_address(whole)) return whole;
    }
    return {};
}

// "jane@example.com (Jane Doe)", as RSS writes an author -> "Jane Doe".
std::string name_behind_address(const std::string& author) {
    const std::size_t open = author.find('(');
    const std::size_t close = author.rfind(')');
    if (author.find('@') >= open || open == std::string::npos || close == std::string::npos || close < open)
        return author;
    return author.substr(open + 1, close - open - 1);
}

// What is said of the feed as a whole.
struct Channel {
    std::string title;
    std::string address;
    std::string language;
    std::vector<std::string> authors;
};

class Item {
 public:
    Item(xmlNode* node, const Channel& channel) : channel_(channel) {
        for (xmlNode* child = node->children; child != nullptr; child = child->next)
            if (child->type == XML_ELEMENT_NODE && !is_foreign(child)) take(child);
        article_.language = string_of(::xmlNodeGetLang(node));
        if (article_.language.empty()) article_.language = channel.language;
    }

    // None where the item has no text.
    std::optional<Article> article() && {
        std::string text = html::text_of_fragment(markup_, article_.headline);
        if (text.empty() && article_.headline.empty()) return std::nullopt;
        article_.text = article_.headline;
        if (!text.empty()) article_.text += (article_.text.empty() ? "" : "\n") + text;
        if (!article_.published) article_.published = article_.modified;
        if (article_.modified == article_.published) article_.modified.reset();
        if (article_.url.empty() && is_web_address(article_.id)) article_.url = article_.id;
        article_.byline = html::joined_names(authors_.empty() ? channel_.authors : authors_);
        article_.publication = channel_.title;
        return std::move(article_);
    }

 private:
    void take(xmlNode* node) {
        const std::string_view name = name_of(node);
        if (name == "title") article_.headline = line_of(markup_of(node));
        if (name == "link") take_link(node);
        if (name == "guid" || name == "id") take_id(node);
        if (name == "encoded" || name == "content" || name == "description" || name == "summary") {
            std::string markup = markup_of(node);
            if (markup.size() > markup_.size()) markup_ = std::move(markup);
        }
        if (name == "author" || name == "creator") take_author(node);
        if (name == "pubDate" || name == "published" || name == "issued" || name == "date" ||
            name == "created")
            take_day(node, article_.published);
        if (name == "updated" || name == "modified") take_day(node, article_.modified);
    }

    void take_link(xmlNode* node) {
        const std::string relation = attribute_of(node, "rel");
        if (!article_.url.empty() || (!relation.empty() && relation != "alternate")) return;
        const std::string target = attribute_of(node, "href");
        article_.url = address_from(node, target.empty() ? content_of(node) : target, channel_.address);
    }

    void take_id(xmlNode* node) {
        article_.id = html::clean_line(content_of(node));
        // "false" says that it is no address, even where it looks like one.
        if (attribute_of(node, "isPermaLink") == "false" && is_web_address(article_.id))
            article_.id.insert(0, "guid:");
    }

    void take_author(xmlNode* node) {
        std::string author;
        for (xmlNode* child = node->children; child != nullptr; child = child->next)
            if (child->type == XML_ELEMENT_NODE && name_of(child) == "name") author = content_of(child);
        if (author.empty()) author = name_behind_address(content_of(node));
        html::add_names(authors_, html::names_in(line_of(author)));
    }

    static void take_day(xmlNode* node, std::optional<Date>& day) {
        if (!day) day = html::day_in(content_of(node));
    }

    const Channel& channel_;
    Article article_;
    std::string markup_;
    std::vector<std::string> authors_;
};

class Feed {
 public:
    Feed(const std::string& xml, Input& input, const Sink& sink)
        : input_(input),
          sink_(sink),
          reader_(::xmlReaderForMemory(xml.data(), static_cast<int>(xml.size()), nullptr, "UTF-8",
                                       parser_options),
                  &::xmlFreeTextReader) {
        ::xmlTextReaderSetErrorHandler(reader_.get(), &Feed::note_error, this);
        channel_.address = input.address();
    }

    void read() {
        int more = ::xmlTextReaderRead(reader_.get());
        while (more == 1) {
            const bool is_element = ::xmlTextReaderNodeType(reader_.get()) == XML_READER_TYPE_ELEMENT;
            xmlNode* const node = is_element ? ::xmlTextReaderCurrentNode(reader_.get()) : nullptr;
            if (node != nullptr && node->parent != nullptr && node->parent->type == XML_DOCUMENT_NODE &&
                !is_feed(node))
                return tell("is XML, but no feed: its outermost element is " + printable(name_of(node)),
                            "give RSS, Atom, or a page; or --input text if it is text after all");
            more = node != nullptr && is_part(node) ? take_part() : ::xmlTextReaderRead(reader_.get());
        }
        if (more < 0)
            return tell("is broken XML: " + error_, "the items before it were read; get the file again",
                        line_);
        if (items_ == 0) tell("is a feed without items", "give one with articles");
    }

 private:
    static bool is_feed(const xmlNode* node) {
        const std::string_view name = name_of(node);
        return name == "rss" || name == "feed" || name == "RDF" || name == "channel";
    }
    static bool is_item(const xmlNode* node) {
        const std::string_view name = name_of(node);
        return (name == "item" || name == "entry") && !is_foreign(node);
    }
    // An item, or what the feed says of itself.
    static bool is_part(const xmlNode* node) {
        if (is_item(node)) return true;
        const std::string_view name = name_of(node);
        const std::string_view parent =
            node->parent != nullptr && node->parent->name != nullptr ? name_of(node->parent) : "";
        return (parent == "channel" || parent == "feed") && name != "channel" && !is_foreign(node);
    }

    // What xmlTextReaderNext returns: 1 where there is more, -1 where the XML is broken.
    int take_part() {
        xmlNode* const node = ::xmlTextReaderExpand(reader_.get());
        if (node == nullptr) return -1;
        if (is_item(node))
            take_item(node);
        else
            take_channel(node);
        return ::xmlTextReaderNext(reader_.get());
    }

    void take_item(xmlNode* node) {
        ++items_;
        const auto line = static_cast<std::size_t>(::xmlGetLineNo(node));
        auto article = Item(node, channel_).article();
        if (!article) return tell("item without a text", "give its title or description", line);
        article->origin = fmt::format("{}:{}", input_.name(), line);
        if (article->id.empty()) article->id = article->origin;
        sink_.article(*std::move(article));
    }

    void take_channel(xmlNode* node) {
        const std::string_view name = name_of(node);
        if (name == "title" && channel_.title.empty()) channel_.title = line_of(markup_of(node));
        if (name == "language") channel_.language = html::clean_line(content_of(node));
        if (name == "author")
            for (xmlNode* child = node->children; child != nullptr; child = child->next)
                if (child->type == XML_ELEMENT_NODE && name_of(child) == "name")
                    html::add_names(channel_.authors, html::names_in(line_of(content_of(child))));
        const std::string relation = attribute_of(node, "rel");
        if (name != "link" || is_web_address(channel_.address) ||
            (!relation.empty() && relation != "alternate"))
            return;
        const std::string target = attribute_of(node, "href");
        channel_.address = address_from(node, target.empty() ? content_of(node) : target, "");
    }

    static void note_error(void* feed, const char* message, xmlParserSeverities /*severity*/,
                           xmlTextReaderLocatorPtr locator) {
        Feed& self = *static_cast<Feed*>(feed);
        if (!self.error_.empty()) return;
        self.error_ = html::clean_line(message);
        self.line_ = static_cast<std::size_t>(std::max(::xmlTextReaderLocatorLineNumber(locator), 0));
    }

    void tell(std::string message, std::string advice, std::size_t line = 0) {
        sink_.rejected({input_.problem(std::move(message), std::move(advice), line), ""});
    }

    Input& input_;
    const Sink& sink_;
    std::unique_ptr<xmlTextReader, decltype(&::xmlFreeTextReader)> reader_;
    Channel channel_;
    std::size_t items_ = 0;
    std::string error_;  // the first thing that is wrong, and its line
    std::size_t line_ = 0;
};

// At "<": whether a feed's outermost element begins, with or without a prefix.
bool is_feed_tag(std::string_view text) {
    std::string_view name = text.substr(1, text.find_first_of(" \t\r\n/>", 1) - 1);
    const std::size_t colon = name.find(':');
    if (colon != std::string_view::npos) name.remove_prefix(colon + 1);
    return name == "rss" || name == "feed" || name == "RDF";
}

}  // namespace

bool looks_like_feed(std::string_view head) {
    // UTF-16 loses its mark and its NULs.
    std::string ascii(head.substr(0, 8192));
    if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) ascii.erase(0, 2);
    std::erase(ascii, '\0');
    const std::string_view start = ascii;
    const std::size_t first = start.find('<');
    if (first == std::string_view::npos ||
        start.substr(0, first).find_first_not_of("\xEF\xBB\xBF \t\r\n") != std::string_view::npos)
        return false;
    if (is_feed_tag(start.substr(first))) return true;
    const bool may_be = start.substr(first).starts_with("<?xml") || start.substr(first).starts_with("<!--") ||
                        start.substr(first).starts_with("<!DOCTYPE rss");
    if (!may_be) return false;
    for (std::size_t at = first; at != std::string_view::npos; at = start.find('<', at + 1))
        if (is_feed_tag(start.substr(at))) return true;
    return false;
}

void read_feed(Input& input, const Known& /*known*/, const Sink& sink) {
    std::string bytes;
    if (!input.read_all(bytes, max_feed_bytes))
        return sink.rejected(
            {input.problem(fmt::format("is a feed of more than {} MiB", max_feed_bytes >> 20U),
                           "split it, or give its articles as JSON Lines"),
             ""});
    const Result<std::string> xml = feed_text(bytes, input.content_type());
    if (!xml) return sink.rejected({input.problem(xml.problem().message, xml.problem().advice), ""});
    bytes = {};
    Feed(*xml, input, sink).read();
    if (input.broken()) sink.rejected({*input.broken(), ""});
}

}  // namespace figbook
