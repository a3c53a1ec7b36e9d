#include "bench/shapes.hpp"

#include <algorithm>

#include "bench/news_text.hpp"

namespace figbook::bench {
namespace {

std::string news(std::size_t bytes) {
    NewsWriter writer(Density::dense);
    std::string text;
    while (text.size() < bytes) text += writer.next().text;
    return text;
}

std::string one_line(std::size_t bytes) {
    std::string text = news(bytes);
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

// No mark that ends a sentence is left, only those inside numbers.
std::string one_sentence(std::size_t bytes) {
    std::string text = one_line(bytes);
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
        const bool ends = text[at] == '.' || text[at] == '?' || text[at] == '!';
        if (ends && (text[at + 1] < '0' || text[at + 1] > '9')) text[at] = ',';
    }
    return text;
}

std::string number(std::size_t bytes) {
    Random random(3);
    std::string text;
    while (text.size() < bytes) text += static_cast<char>('0' + random.below(10));
    return text;
}

std::string word(std::size_t bytes) {
    Random random(4);
    std::string text;
    while (text.size() < bytes) text += static_cast<char>('a' + random.below(26));
    return text;
}

std::string quotes(std::size_t bytes) {
    return std::string(bytes, '"');
}

std::string newlines(std::size_t bytes) {
    return std::string(bytes, '\n');
}

std::string repeated(std::string_view unit, std::size_t bytes) {
    std::string text;
    text.reserve(bytes + unit.size());
    while (text.size() < bytes) text += unit;
    return text;
}

// Each "$" is that of one of the countries around it.
std::string places_and_dollars(std::size_t bytes) {
    return repeated("Australia paid Canada $5 and Mexico 7 cents ", bytes);
}

// A character is never cut in two.
std::size_t cut_before(std::string_view text, std::size_t end) {
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return std::min(end, text.size());
}

}  // namespace

const std::vector<Shape>& shapes() {
    static const std::vector<Shape> all{{"news", news},
                                        {"one line", one_line},
                                        {"one sentence", one_sentence},
                                        {"one number", number},
                                        {"one word", word},
                                        {"quotation marks", quotes},
                                        {"line breaks", newlines},
                                        {"places and dollars", places_and_dollars}};
    return all;
}

std::vector<Article> documents_of(const Shape& shape, std::size_t size, std::size_t total) {
    const std::string text = shape.text(std::max(size, total));
    std::vector<Article> documents;
    for (std::size_t start = 0; documents.empty() || start + size <= text.size();) {
        const std::size_t end = cut_before(text, start + size);
        documents.emplace_back().text = text.substr(start, end - start);
        start = end;
    }
    return documents;
}

}  // namespace figbook::bench
