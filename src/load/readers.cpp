#include <algorithm>
#include <fmt/format.h>

#include "base/utf8.hpp"
#include "load/csv_reader.hpp"
#include "load/feed_reader.hpp"
#include "load/html_reader.hpp"
#include "load/jsonl_reader.hpp"
#include "load/plain_text_reader.hpp"
#include "load/reader.hpp"
#include "load/unpackers.hpp"
#include "load/warc_reader.hpp"

namespace figbook {
namespace {

bool starts_with_any(std::string_view text, const std::vector<std::string_view>& beginnings) {
    for (const std::string_view beginning : beginnings)
        if (text.starts_with(beginning)) return true;
    return false;
}

// An element of a format for news, or one with a namespace: XML also without a line that says so.
bool looks_like_xml(std::string_view content) {
    if (!content.starts_with('<')) return false;
    const std::string_view tag = content.substr(0, content.find('>'));
    const std::string_view name = tag.substr(1, tag.find_first_of(" \t\r\n/") - 1);
    for (const std::string_view news : {"nitf", "newsItem", "newsMessage", "NewsML", "packageItem"})
        if (name == news) return true;
    return tag.find(" xmlns=\"") != std::string_view::npos || tag.find(" xmlns:") != std::string_view::npos;
}

// The head of a mail, or of a page that a browser has saved as one.
bool looks_like_mime(std::string_view content) {
    const std::string head =
        lower(content.substr(0, std::min(content.find("\n\n"), content.find("\r\n\r\n"))));
    return head.find("mime-version: 1.0") != std::string::npos &&
           head.find("content-type: multipart/") != std::string::npos;
}

// What the bytes are, where that is nothing that a reader takes; "" otherwise.
std::string_view foreign_format(std::string_view head) {
    const std::string_view content = head.substr(std::min(head.find_first_not_of(" \t\r\n"), head.size()));
    if (starts_with_any(content, {"<?xml"}) && !looks_like_html(head)) return "XML";
    if (starts_with_any(head, {"%PDF"})) return "PDF";
    if (starts_with_any(head, {"{\\rtf"})) return "RTF";
    if (looks_like_xml(content) && !looks_like_html(head)) return "XML";
    if (looks_like_mime(content)) return "a web page saved as MHTML, or a mail";
    return "";
}

// The same for what must be unpacked first, with the way to do it.
struct Packed {
    std::string_view mark;
    std::string_view name;
    std::string_view command;
};
constexpr Packed foreign_packings[] = {{"PK\x03\x04", "a ZIP archive or an office document", ""},
                                       {"BZh91AY&SY", "bzip2", "bzip2 -dc"},
                                       {std::string_view("\xFD"
                                                         "7zXZ\0",
                                                         6),
                                        "xz", "xz -dc"},
                                       {"7z\xBC\xAF\x27\x1C", "a 7z archive", ""}};

constexpr std::size_t tar_mark_at = 257;

std::optional<Problem> packed_problem(const Input& input, std::string_view head) {
    if (looks_like_gzip(head) || looks_like_zstd(head))
        return input.problem("is packed more than once: what it unpacks to is packed again",
                             "unpack it once yourself and pipe it in, with - for the file");
    if (head.substr(std::min(head.size(), tar_mark_at)).starts_with("ustar"))
        return input.problem("is a tar archive, which figbook does not unpack",
                             "unpack it, `tar -xf FILE`, and give the folder with what was in it");
    for (const Packed& packed : foreign_packings)
        if (head.starts_with(packed.mark))
            return input.problem(
                fmt::format("is {}, which figbook does not unpack", packed.name),
                packed.command.empty()
                    ? "unpack it and give what is in it; of a document, save the text as plain text"
                    : fmt::format("pipe it in: `{} FILE | figbook load -`", packed.command));
    return std::nullopt;
}

template <bool (*Looks)(std::string_view)>
bool by_head(std::string_view head, const Known& /*known*/) {
    return Looks(head);
}

}  // namespace

const std::vector<Reader>& readers() {
    static const std::vector<Reader> list{
        {"jsonl", by_head<looks_like_jsonl>, read_jsonl}, {"html", by_head<looks_like_html>, read_html},
        {"feed", by_head<looks_like_feed>, read_feed},    {"warc", by_head<looks_like_warc>, read_warc},
        {"csv", looks_like_csv, read_csv_articles},       {"text", by_head<looks_like_text>, read_plain_text},
    };
    return list;
}

const Reader* reader_named(std::string_view name) {
    for (const Reader& reader : readers())
        if (reader.name == name) return &reader;
    return nullptr;
}

Result<const Reader*> reader_for(Input& input, const Known& known) {
    const std::string_view head = input.head();
    if (auto packed = packed_problem(input, head)) return *std::move(packed);
    if (!looks_like_feed(head))
        if (const auto format = foreign_format(head); !format.empty())
            return input.problem(
                "is " + std::string(format) + ", which figbook does not read",
                "save the article as plain text, or give --input text if it is text after all");
    for (const Reader& reader : readers()) {
        if (!reader.recognises(head, known)) continue;
        if (reader.name == "text" && may_be_jsonl(head, input.name())) return reader_named("jsonl");
        const bool is_table = reader.name == "text" && may_be_csv(head, input.name(), known);
        return is_table ? reader_named("csv") : &reader;
    }
    if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF"))
        return input.problem("is UTF-16 text", "convert it: `iconv -f UTF-16 -t UTF-8`");
    return input.problem("is a binary file, not text", "give the article as plain text or JSON Lines");
}

}  // namespace figbook
