#include "load/http_message.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <memory>
#include <utility>
#include <vector>

#include "base/ascii.hpp"
#include "load/unpack.hpp"

namespace figbook {
namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr std::size_t most_encodings = 4;

// The next line of the text, which loses it, without its end; the last line may have none.
std::string_view take_line(std::string_view& text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

std::optional<std::size_t> chunk_size(std::string_view line) {
    line = without_blanks(line.substr(0, line.find(';')));
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
    if (error != std::errc() || end != line.data() + line.size()) return std::nullopt;
    return size;
}

// The body without the sizes of its chunks. Many crawlers took them away and left the header: a body that does not
// begin with one is taken as it is. None where they end before the last.
std::optional<std::string> without_chunks(std::string_view body) {
    std::string text;
    for (bool first = true;; first = false) {
        const std::string_view rest = body;
        const auto size = chunk_size(take_line(body));
        if (!size) return first ? std::optional(std::string(rest)) : std::nullopt;
        if (*size == 0) return text;
        if (*size > body.size()) return std::nullopt;
        text += body.substr(0, *size);
        body.remove_prefix(*size);
        if (!take_line(body).empty()) return std::nullopt;
    }
}

Problem encoding_problem(std::string_view encoding, std::string_view what) {
    return {fmt::format("its body is {}{}", what, encoding), "fetch the page again", "", 0, {}};
}

Result<std::string> unpacked(std::string_view bytes, std::string_view encoding, std::size_t most) {
    const std::unique_ptr<Unpacker> unpacker = unpacker_named(encoding);
    if (!unpacker) return encoding_problem(encoding, "packed in a way that figbook does not know: ");
    std::string text;
    unpacker->feed(bytes);
    for (;;) {
        constexpr std::size_t block = 64U << 10U;
        const Unpacker::Step step = unpacker->unpack(text, block);
        if (text.size() > most)
            return Problem{fmt::format("its body unpacks to more than {} MiB", most >> 20U),
                           "no article is so long: save its text as plain text",
                           "",
                           0,
                           {}};
        if (step == Unpacker::Step::more) continue;
        if (step != Unpacker::Step::hungry) return encoding_problem(encoding, "broken ");
        break;
    }
    if (!unpacker->is_whole()) return encoding_problem(encoding, "cut off before its end; it is ");
    return text;
}

// The names of a list, "gzip, br", the last one first: that is the one to undo first.
std::vector<std::string_view> encodings_in(std::string_view list) {
    std::vector<std::string_view> names;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(','), list.size());
        const std::string_view name = without_blanks(list.substr(0, end));
        if (!name.empty() && name != "identity") names.insert(names.begin(), name);
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return names;
}

void take_header(HttpMessage& message, const HeaderLine& header) {
    if (header.name == "content-type") message.content_type = header.value;
    if (header.name == "content-encoding") message.content_encoding = lower_ascii(header.value);
    if (header.name == "transfer-encoding") message.transfer_encoding = lower_ascii(header.value);
    if (header.name == "date") message.date = header.value;
}

}  // namespace

bool HttpMessage::is_page() const {
    const std::string type = lower_ascii(content_type);
    return status == 200 && (type.starts_with("text/html") || type.starts_with("application/xhtml+xml"));
}

std::optional<HttpMessage> parse_http(std::string_view text) {
    HttpMessage message;
    const std::string_view first = take_line(text);
    const std::size_t space = first.find(' ');
    if (!first.starts_with("HTTP/") || space == std::string_view::npos) return std::nullopt;
    const std::string_view status = without_blanks(first.substr(space)).substr(0, 3);
    if (std::from_chars(status.data(), status.data() + status.size(), message.status).ec != std::errc())
        return std::nullopt;
    while (!text.empty()) {
        const std::string_view line = take_line(text);
        if (line.empty()) break;
        if (const auto header = header_line(line)) take_header(message, *header);
    }
    message.body = text;
    return message;
}

Result<std::string> body_of(const HttpMessage& message, std::size_t most) {
    std::string body(message.body);
    if (message.transfer_encoding.find("chunked") != std::string::npos) {
        auto whole = without_chunks(message.body);
        if (!whole) return Problem{"its chunks do not fit their sizes", "fetch the page again", "", 0, {}};
        body = *std::move(whole);
    }
    const std::vector<std::string_view> encodings = encodings_in(message.content_encoding);
    if (encodings.size() > most_encodings) return encoding_problem("", "packed too many times");
    for (const std::string_view encoding : encodings) {
        // Many crawlers unpack a body and leave the header.
        const std::size_t start = body.find_first_not_of(blanks);
        if (start != std::string::npos && body[start] == '<') break;
        Result<std::string> plain = unpacked(body, encoding, most);
        if (!plain) return plain;
        body = *std::move(plain);
    }
    if (body.size() > most)
        return Problem{fmt::format("its body has more than {} MiB", most >> 20U),
                       "no article is so long: save its text as plain text",
                       "",
                       0,
                       {}};
    return body;
}

std::optional<HeaderLine> header_line(std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0) return std::nullopt;
    return HeaderLine{lower_ascii(without_blanks(line.substr(0, colon))),
                      without_blanks(line.substr(colon + 1))};
}

}  // namespace figbook
