#include "load/jsonl_reader.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <simdjson.h>
#include <utility>

#include "base/utf8.hpp"

namespace figbook {
namespace {

constexpr std::string_view blank = " \t\r\n";

// A field's name and where its text goes.
struct Field {
    std::string_view name;
    std::string Article::*place;
};
constexpr std::array<Field, 7> text_fields{{{"id", &Article::id},
                                            {"text", &Article::text},
                                            {"url", &Article::url},
                                            {"headline", &Article::headline},
                                            {"byline", &Article::byline},
                                            {"publication", &Article::publication},
                                            {"language", &Article::language}}};

// What is wrong with a line, before it is known which line it is.
struct Fault {
    std::string message;
    std::string advice;
    std::optional<std::size_t> offset;
};

// The string of a field, "" for null, or none for any other type.
std::optional<std::string_view> string_of(const simdjson::dom::element& value) {
    if (value.is_null()) return "";
    std::string_view text;
    if (value.get_string().get(text) != simdjson::SUCCESS) return std::nullopt;
    return text;
}

// Puts the field into the article; fields that it does not know are ignored.
std::optional<Fault> take_field(std::string_view name, const simdjson::dom::element& value,
                                Article& article) {
    const auto* field = std::find_if(text_fields.begin(), text_fields.end(),
                                     [name](const Field& known) { return known.name == name; });
    if (field == text_fields.end() && name != "published") return std::nullopt;
    const auto text = string_of(value);
    if (!text)
        return Fault{fmt::format("\"{}\" is not a string", name), "write its value in double quotes", {}};
    if (text->find('\0') != std::string_view::npos)
        return Fault{fmt::format("\"{}\" holds a NUL character", name), "take \\u0000 out of it", {}};
    if (field != text_fields.end()) {
        article.*(field->place) = *text;
        return std::nullopt;
    }
    if (text->empty()) return std::nullopt;
    const Result<Date> day = parse_date(*text);
    if (!day) return Fault{"\"published\": " + day.problem().message, day.problem().advice, {}};
    article.published = *day;
    return std::nullopt;
}

// Fills the article from one line. Goes on behind a fault: the id, which names the article, may come later.
std::optional<Fault> take_object(const simdjson::dom::object& object, Article& article) {
    std::optional<Fault> first;
    for (const auto& [name, value] : object) {
        auto fault = take_field(name, value, article);
        if (!first) first = std::move(fault);
    }
    if (first) return first;
    if (article.text.find_first_not_of(" \t\r\n") == std::string::npos)
        return Fault{"\"text\" is missing or empty", "give the article's text in it", {}};
    return std::nullopt;
}

std::optional<Fault> parse_line(simdjson::dom::parser& parser, std::string& line, Article& article) {
    if (const auto offset = first_invalid_utf8(line))
        return Fault{"not valid UTF-8", "convert the file, for example `iconv -f WINDOWS-1252 -t UTF-8`",
                     offset};
    line.reserve(line.size() + simdjson::SIMDJSON_PADDING);
    simdjson::dom::element element;
    if (const auto error = parser.parse(line.data(), line.size(), false).get(element);
        error != simdjson::SUCCESS)
        return Fault{fmt::format("not valid JSON: {}", simdjson::error_message(error)),
                     "each line must be one whole object, {\"text\": \"...\"}",
                     {}};
    simdjson::dom::object object;
    if (element.get_object().get(object) != simdjson::SUCCESS)
        return Fault{"not a JSON object", "each line must be one object, {\"text\": \"...\"}", {}};
    return take_object(object, article);
}

void read_line(simdjson::dom::parser& parser, std::string& line, std::size_t number, const Input& input,
               const Sink& sink) {
    Article article;
    if (auto fault = parse_line(parser, line, article)) {
        Problem problem = input.problem(std::move(fault->message), std::move(fault->advice), number);
        problem.offset = fault->offset;
        sink.rejected({std::move(problem), std::move(article.id)});
        return;
    }
    article.origin = fmt::format("{}:{}", input.name(), number);
    if (article.id.empty()) article.id = article.origin;
    sink.article(std::move(article));
}

}  // namespace

// The first line that is not blank tells: an object, or an array of them, which is then a problem with
// advice.
bool looks_like_jsonl(std::string_view head) {
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    head.remove_prefix(std::min(head.find_first_not_of(blank), head.size()));
    if (head.starts_with('[')) {
        head.remove_prefix(1);
        head.remove_prefix(std::min(head.find_first_not_of(blank), head.size()));
    }
    if (!head.starts_with('{')) return false;
    head.remove_prefix(1);
    const std::size_t next = head.find_first_not_of(blank);
    return next == std::string_view::npos || head[next] == '"' || head[next] == '}';
}

void read_jsonl(Input& input, const Known& /*known*/, const Sink& sink) {
    simdjson::dom::parser parser;
    std::string line;
    for (std::size_t number = 1;; ++number) {
        const Input::Line got = input.next_line(line);
        if (got == Input::Line::end) break;
        if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
        if (got == Input::Line::read && line.find_first_not_of(blank) == std::string::npos) continue;
        if (got == Input::Line::too_long) {
            sink.rejected({input.problem(fmt::format("line of more than {} MiB", max_document_bytes >> 20U),
                                         "no article is so long: give each one a line of its own", number),
                           ""});
        } else {
            read_line(parser, line, number, input, sink);
        }
    }
    if (input.broken()) sink.rejected({*input.broken(), ""});
}

}  // namespace figbook
