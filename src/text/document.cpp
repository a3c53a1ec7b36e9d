#include "text/document.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace figbook {

Document::Document(std::string_view article_text) : text(article_text) {
    tokenize(text, tokens);
    sentences = find_sentences(text, tokens);
    quotations = find_quotations(text, tokens, sentences);
}

bool Document::same(std::string_view found, std::string_view wanted) {
    const auto lower_letter = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return found.size() == wanted.size() && std::equal(found.begin(), found.end(), wanted.begin(),
                                                       [&](char a, char b) { return lower_letter(a) == b; });
}

std::string_view Document::lower_text_of(std::size_t begin, std::size_t end) const {
    const std::string_view written = text_of(begin, end);
    const bool is_lower = std::all_of(written.begin(), written.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x80 && (c < 'A' || c > 'Z');
    });
    return is_lower ? written : lowered_.emplace_front(lower(written));
}

}  // namespace figbook
