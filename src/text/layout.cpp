// Lines that stand in an article without being its text: photo credits and bylines.
#include "text/document.hpp"

namespace figbook {
namespace {

constexpr std::size_t longest_byline = 14;  // tokens
constexpr std::size_t longest_credit = 30;

bool is_credit_word(std::string_view word) {
    return word == "Photographer" || word == "Photograph" || word == "Photo" || word == "Photos" ||
           word == "Picture" || word == "Image" || word == "Images" || word == "Source" || word == "Credit" ||
           word == "Illustration" || word == "PHOTO" || word == "Copyright" || word == "©" || word == "Getty";
}

bool is_agency(std::string_view word) {
    return word == "Reuters" || word == "Bloomberg" || word == "AP" || word == "AFP" || word == "Getty" ||
           word == "EPA" || word == "Shutterstock" || word == "PA" || word == "Alamy" || word == "Xinhua";
}

// "Pete Hegseth (Photographer: Tierney L. Cross/Bloomberg)", "Photo: AP", "A bridge. REUTERS/Jane Doe".
bool is_credit(std::string_view text, const Tokens& tokens, std::size_t begin, std::size_t end) {
    if (end - begin > longest_credit) return false;
    for (std::size_t i = begin; i < end; ++i) {
        const std::string_view word = tokens[i].span().in(text);
        const std::string_view next = i + 1 < end ? tokens[i + 1].span().in(text) : std::string_view();
        if (is_credit_word(word) && (next == ":" || next == "by" || word == "©") &&
            (i == begin || i + 8 > begin)) {
            // "Source:" opens a credit only at the line's start or behind a bracket.
            if (i == begin || tokens[i - 1].span().in(text) == "(" || tokens[i - 1].span().in(text) == "." ||
                tokens[i - 1].span().in(text) == "|")
                return true;
        }
        if (next == "/" && i > begin && is_agency(word)) return true;
        if (word == "/" && i + 1 < end && is_agency(next)) return true;
    }
    return false;
}

bool is_byline(std::string_view text, const Tokens& tokens, std::size_t begin, std::size_t end) {
    return end - begin <= longest_byline &&
           !byline_of(text.substr(tokens[begin].start, tokens[end - 1].end - tokens[begin].start)).empty();
}

}  // namespace

std::string byline_of(std::string_view line) {
    const bool by = line.size() > 4 && (line.substr(0, 3) == "By " || line.substr(0, 3) == "BY ");
    if (!by || line.size() > 120) return "";
    std::string_view names = line.substr(3);
    if (names.back() == '.' || names.find_first_of("0123456789$%\"") != std::string_view::npos) return "";
    // Names only: every word begins with a capital, but for "and", "in" and the like.
    for (std::size_t at = 0; at < names.size();) {
        const std::size_t end = std::min(names.find(' ', at), names.size());
        const std::string_view word = names.substr(at, end - at);
        const bool small = !word.empty() && word[0] >= 'a' && word[0] <= 'z';
        if (small && word != "and" && word != "in" && word != "for" && word != "de" && word != "van" &&
            word != "von" && word != "of" && word != "at")
            return "";
        at = end + 1;
    }
    return std::string(names);
}

LineKind kind_of_line(std::string_view text, const Tokens& tokens, std::size_t begin, std::size_t end,
                      bool first) {
    if (is_credit(text, tokens, begin, end)) return LineKind::credit;
    if (is_byline(text, tokens, begin, end)) return LineKind::byline;
    const std::string_view last = tokens[end - 1].span().in(text);
    const bool closed = last == "." || last == "!" || last == "?" || last == "”" || last == "\"";
    return first && !closed && text.size() > tokens[end - 1].end + 1 ? LineKind::headline : LineKind::prose;
}

}  // namespace figbook
