#include "load/jsonl_reader.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <simdjson.h>
#include <utility>
#include <vector>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "load/left_out_fields.hpp"
#include "load/unpack.hpp"

namespace figbook {
namespace {

constexpr std::string_view blank = " \t\r\n";

// What is wrong with a line, before it is known which line it is.
struct Fault {
    std::string message;
    std::string advice;
    std::optional<std::size_t> offset;
};

// The text of a field, "" for null, or none for any other type. A number is good for an id alone. Where the user has
// named the field, an array is its strings, one a line.
std::optional<std::string> text_of(const simdjson::dom::element& value, std::string_view field, bool named) {
    if (value.is_null()) return "";
    std::string_view text;
    if (value.get_string().get(text) == simdjson::SUCCESS) return std::string(text);
    if (value.is_number() && field == "id") return simdjson::minify(value);
    if (!named) return std::nullopt;
    simdjson::dom::array array;
    if (value.get_array().get(array) != simdjson::SUCCESS) return std::nullopt;
    std::string lines;
    for (const simdjson::dom::element item : array) {
        if (item.get_string().get(text) != simdjson::SUCCESS) return std::nullopt;
        if (!lines.empty()) lines += '\n';
        lines += text;
    }
    return lines;
}

Fault fault_of(Problem problem) {
    return {std::move(problem.message), std::move(problem.advice), {}};
}

// Puts the value, which stands under `name`, into the article.
std::optional<Fault> take_field(std::string_view field, std::string_view name,
                                const simdjson::dom::element& value, bool named, Article& article) {
    const auto text = text_of(value, field, named);
    if (!text)
        return Fault{fmt::format("\"{}\" is not a string", name), "write its value in double quotes", {}};
    auto problem = put_field(article, field, *text, named ? DateForm::any : DateForm::iso);
    if (problem) return fault_of(*std::move(problem));
    return std::nullopt;
}

// The value at "meta.date": of the field with that name, or of `date` in the object `meta`.
std::optional<simdjson::dom::element> value_at(const simdjson::dom::object& object, std::string_view path) {
    simdjson::dom::element value;
    if (object.at_key(path).get(value) == simdjson::SUCCESS) return value;
    simdjson::dom::object inner;
    for (std::size_t dot = path.find('.'); dot != std::string_view::npos; dot = path.find('.', dot + 1)) {
        if (object.at_key(path.substr(0, dot)).get_object().get(inner) != simdjson::SUCCESS) continue;
        if (const auto found = value_at(inner, path.substr(dot + 1))) return found;
    }
    return std::nullopt;
}

std::string fields_of(const simdjson::dom::object& object) {
    constexpr std::size_t enough = 30;
    std::string list;
    std::size_t count = 0;
    for (const auto field : object) {
        if (++count > enough) return list + ", ...";
        if (count > 1) list += ", ";
        list += printable(field.key);
    }
    return count == 0 ? "none" : list;
}

// Reads the objects of one file by the names that the user has given.
class ObjectReader {
 public:
    explicit ObjectReader(const FieldNames& names) : names_(names), seen_(names.pairs.size()) {}

    // Fills the article from one line. Goes on behind a fault: the id, which names the article, may come later.
    std::optional<Fault> take(const simdjson::dom::object& object, Article& article) {
        if (first_fields_.empty()) first_fields_ = fields_of(object);
        std::optional<Fault> first;
        left_out_.clear();
        const auto note = [&](std::string_view field, std::string_view name, std::optional<Fault> fault) {
            if (fault && may_be_left_out(field))
                left_out_.emplace_back(name, *std::move(fault));
            else if (!first)
                first = std::move(fault);
        };
        for (const auto& [name, value] : object) {
            if (!is_read_unasked(name) || names_.has(name)) continue;
            note(name, name, take_field(name, name, value, false, article));
        }
        for (std::size_t i = 0; i < names_.pairs.size(); ++i) {
            const auto& [field, path] = names_.pairs[i];
            const auto value = value_at(object, path);
            if (!value) continue;
            seen_[i] = true;
            note(field, path, take_field(field, path, *value, true, article));
        }
        if (first) return first;
        if (article.text.find_first_not_of(blank) == std::string::npos) return no_text(object);
        return std::nullopt;
    }

    // The fields that the last object has and the article is read without.
    std::vector<std::pair<std::string, Fault>>& left_out() { return left_out_; }

    // The fields that the user has named and no line had.
    std::string missing() const {
        std::string list;
        for (std::size_t i = 0; i < seen_.size(); ++i)
            if (!seen_[i])
                list.append(list.empty() ? "\"" : ", \"").append(names_.pairs[i].second).append("\"");
        return first_fields_.empty() ? "" : list;
    }
    const std::string& first_fields() const { return first_fields_; }

 private:
    // Tells once which fields there are: the same is wrong with each line of the file.
    Fault no_text(const simdjson::dom::object& object) {
        Fault fault{fmt::format("\"{}\" is missing or empty", names_.theirs("text")),
                    "give the article's text in it",
                    {}};
        if (std::exchange(told_, true) || value_at(object, names_.theirs("text"))) return fault;
        fault.message += "; the line has: " + fields_of(object);
        fault.advice = "if another field has the text, say so: --map text=FIELD";
        return fault;
    }

    const FieldNames& names_;
    std::vector<std::pair<std::string, Fault>> left_out_;
    std::vector<bool> seen_;  // by names_.pairs
    std::string first_fields_;
    bool told_ = false;
};

std::optional<Fault> parse_line(simdjson::dom::parser& parser, ObjectReader& reader, std::string& line,
                                Article& article) {
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
    return reader.take(object, article);
}

void read_line(simdjson::dom::parser& parser, ObjectReader& reader, std::string& line, std::size_t number,
               const Input& input, LeftOutFields& left_out, const Sink& sink) {
    Article article;
    if (auto fault = parse_line(parser, reader, line, article)) {
        Problem problem = input.problem(std::move(fault->message), std::move(fault->advice), number);
        problem.offset = fault->offset;
        sink.rejected({std::move(problem), std::move(article.id)});
        return;
    }
    for (auto& [name, fault] : reader.left_out())
        left_out.add(name, input.problem(std::move(fault.message), std::move(fault.advice), number));
    article.origin = fmt::format("{}:{}", input.name(), number);
    if (article.id.empty()) article.id = article.origin;
    sink.article(std::move(article));
}

// An object that goes on below its first line, as programs write it for readers.
bool is_spread_out(std::string_view text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view first = without_blanks(text.substr(0, end));
    const std::string_view rest = without_blanks(text.substr(end));
    if (!first.starts_with('{') || rest.starts_with('{')) return false;
    return first == "{" ||
           (!rest.empty() && (first.ends_with(',') || first.ends_with('{') || first.ends_with('[')));
}

// JSON whose articles are no lines: one problem of the whole file, not one a line.
std::optional<Problem> other_json(Input& input) {
    std::string_view head = input.head();
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    head = without_blanks(head);
    if (head.starts_with('[') && without_blanks(head.substr(1)).starts_with('{'))
        return input.problem("is a JSON array, not JSON Lines",
                             "write each of its objects on a line: `jq -c '.[]' FILE | figbook load -`");
    if (is_spread_out(head))
        return input.problem("is a JSON object over several lines, not JSON Lines",
                             "write it on one line: `jq -c . FILE | figbook load -`");
    return std::nullopt;
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

bool may_be_jsonl(std::string_view head, std::string_view name) {
    const std::string plain = unpacked_name(name);
    if (!plain.ends_with(".jsonl") && !plain.ends_with(".ndjson")) return false;
    for (std::size_t end = head.find('\n'); end != std::string_view::npos; end = head.find('\n', end + 1))
        if (looks_like_jsonl(head.substr(end + 1, head.find('\n', end + 1) - end - 1))) return true;
    return false;
}

void read_jsonl(Input& input, const Known& known, const Sink& sink) {
    if (auto problem = other_json(input)) return sink.rejected({*std::move(problem), ""});
    simdjson::dom::parser parser;
    ObjectReader reader(known.fields);
    LeftOutFields left_out;
    std::string line;
    std::size_t number = 1;
    for (;; ++number) {
        const Input::Line got = input.next_line(line);
        if (got == Input::Line::end || got == Input::Line::cut) break;
        if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
        if (got == Input::Line::read && line.find_first_not_of(blank) == std::string::npos) continue;
        if (got == Input::Line::too_long) {
            sink.rejected({input.problem(fmt::format("line of more than {} MiB", max_document_bytes >> 20U),
                                         "no article is so long: give each one a line of its own", number),
                           ""});
        } else {
            read_line(parser, reader, line, number, input, left_out, sink);
        }
    }
    if (auto broken = input.broken()) {
        broken->line = number;
        sink.rejected({*std::move(broken), ""});
    }
    left_out.tell(sink);
    if (const std::string missing = reader.missing(); !missing.empty())
        sink.rejected(
            {input.problem(fmt::format("no line has the field {} that --map names; the first has: {}",
                                       missing, reader.first_fields()),
                           "name one of these"),
             ""});
}

}  // namespace figbook
