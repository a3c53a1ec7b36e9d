#include "text/document.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace figbook {

Document::Document(std::string_view article_text) : text(article_text) {
    tokenize(text, tokens);
    token_count = tokens.size();
    sentences = find_sentences(text, tokens, signs);
    join_names(*this);
    quotations = find_quotations(text, tokens, sentences);
    for (const Quotation& quotation : quotations)
        if (quotation.is_long())
            for (std::size_t i = quotation.begin; i < quotation.end; ++i) tokens[i].flags |= Token::quoted;
}

bool Document::is_written(const Token& token, std::string_view wanted) const {
    // Few bytes, and most are equal where this is asked: a call to compare them all at once costs more.
    if (token.length() != wanted.size()) return false;
    const char* const found = text.data() + token.start;
    for (std::size_t i = 0; i < wanted.size(); ++i)
        if (found[i] != wanted[i] && !(found[i] >= 'A' && found[i] <= 'Z' && found[i] + 32 == wanted[i]))
            return false;
    return true;
}

std::string_view Document::lower_text_of(std::size_t begin, std::size_t end) const {
    const std::string_view written = text_of(begin, end);
    const bool is_lower = std::all_of(written.begin(), written.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x80 && (c < 'A' || c > 'Z');
    });
    return is_lower ? written : lowered_.emplace_front(lower(written));
}

}  // namespace figbook
