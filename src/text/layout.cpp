// Lines that stand in an article without being its text: photo credits and bylines.
#include <algorithm>

#include "base/utf8.hpp"
#include "text/document.hpp"

namespace figbook {
namespace {

constexpr std::size_t longest_byline = 14;  // tokens
constexpr std::size_t longest_byline_bytes = 120;
constexpr std::size_t longest_credit = 30;

bool has_class(const Token& token, WordClass wanted) {
    return vocabulary().is(token.word, wanted);
}

// "(Photo by Jo Lee)(Photo by A. Roe)." with no text of the article behind it in the line.
bool closes_line(std::string_view text, const Tokens& tokens, std::size_t credit, std::size_t end) {
    std::size_t close = credit;
    for (std::size_t i = credit; i < end; ++i)
        if (tokens[i].span().in(text) == ")") close = i;
    return close == credit || close + 2 >= end;
}

// "Pete Hegseth (Photographer: Tierney L. Cross/Bloomberg)", "Photo: AP", "A bridge. REUTERS/Jane Doe".
bool is_credit(std::string_view text, const Tokens& tokens, std::size_t begin, std::size_t end) {
    if (end - begin > longest_credit) return false;
    const auto word = [&](std::size_t i) { return i < end ? tokens[i].span().in(text) : std::string_view(); };
    const auto is_agency = [&](std::size_t i) {
        return has_class(tokens[i], WordClass::credit_agency) && tokens[i].is_capitalised();
    };
    static constexpr WordClasses telling{WordClass::credit_word, WordClass::credit_agency};
    const WordClasses* const classes = vocabulary().classes.data();
    for (std::size_t i = begin; i < end; ++i) {
        if (!classes[tokens[i].word].has_any(telling)) continue;  // as of nearly all
        const bool copyright = word(i) == "©";
        const bool credits = has_class(tokens[i], WordClass::credit_word) &&
                             (copyright || tokens[i].is_capitalised()) &&
                             (copyright || word(i + 1) == ":" || word(i + 1) == "by");
        // It opens a credit only at the line's start or behind a bracket.
        if (credits && (i == begin || word(i - 1) == "(" || word(i - 1) == "." || word(i - 1) == "|"))
            return i == begin || word(i - 1) != "(" || closes_line(text, tokens, i, end);
        if (i > begin && is_agency(i) && (word(i + 1) == "/" || word(i - 1) == "/")) return true;
    }
    return false;
}

// A name, or a small word between names: "and", "van", "in" (Paris), "for" (a paper).
bool is_word_of_byline(std::string_view word) {
    const std::string_view first = word.substr(0, decode_utf8(word, 0).bytes);
    const bool capital = lower(first) != first;
    const Vocabulary& words = vocabulary();
    return capital || words.is(words.lexicon.find(word), WordClass::byline_word) ||
           words.is(words.lexicon.find(word), WordClass::name_particle);
}

bool is_byline(std::string_view text, const Tokens& tokens, std::size_t begin, std::size_t end) {
    return end - begin <= longest_byline &&
           !byline_of(text.substr(tokens[begin].start, tokens[end - 1].end - tokens[begin].start)).empty();
}

}  // namespace

std::string_view byline_of(std::string_view line) {
    if (line.size() > longest_byline_bytes || !(line.starts_with("By ") || line.starts_with("BY ")))
        return {};
    line.remove_prefix(std::min(line.find_first_not_of(' ', 3), line.size()));
    const std::string_view names = line.substr(0, line.find_last_not_of(' ') + 1);
    if (names.empty() || names.find_first_of("0123456789:;?!\"$%") != std::string_view::npos) return {};
    if (names.ends_with('.') && !names.ends_with("Jr.") && !names.ends_with("Sr.")) return {};
    for (std::string_view rest = names; !rest.empty();) {
        const std::size_t end = std::min(rest.find_first_of(" ,|"), rest.size());
        if (end > 0 && !is_word_of_byline(rest.substr(0, end))) return {};
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return names;
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
