// What a server answered, as a crawl keeps it: status, a few headers, and the body as the server meant it, without
// chunks and unpacked.
//
//     const auto answer = parse_http("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>...");
//     answer->is_page()                                         // true
//     const Result<std::string> body = body_of(*answer, limit);
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/problem.hpp"

namespace figbook {

struct HttpMessage {
    int status = 0;
    std::string content_type;
    std::string content_encoding;  // in lower case, like the next
    std::string transfer_encoding;
    std::string date;
    std::string_view body;  // as it was sent; part of the text that was parsed

    // It was found, and is HTML.
    bool is_page() const;
};

// None where the text does not begin like an answer of HTTP.
std::optional<HttpMessage> parse_http(std::string_view text);

// Problem's place is left to the caller. A body that is larger than `most` bytes is one.
Result<std::string> body_of(const HttpMessage& message, std::size_t most);

// "Content-Type: text/html" -> name in lower case and value; none for a line that is no header.
struct HeaderLine {
    std::string name;
    std::string_view value;
};
std::optional<HeaderLine> header_line(std::string_view line);

}  // namespace figbook
