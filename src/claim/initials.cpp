#include "claim/initials.hpp"

#include <algorithm>

#include "claim/names.hpp"

namespace figbook {
namespace {

constexpr std::size_t longest_name = 14;  // tokens
constexpr std::size_t most_letters = 10;

bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
char small(char c) {
    return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}
bool is_same(char a, char b) {
    return small(a) == small(b);
}

bool is_capital(const Document& document, std::size_t i) {
    return document.tokens[i].is_word() && document.tokens[i].is_capitalised();
}

// "of", "and", "the", and the marks inside "Anti-Doping Agency", "Women's Institute", "Business, Energy and Strategy".
bool is_between(const Document& document, std::size_t i) {
    const Token& token = document.tokens[i];
    if (token.kind == TokenKind::possessive || token.continues_name()) return true;
    if (token.is_word())
        return document.reads_any(
                   i, {"of", "for", "and", "the", "on", "in", "to", "with", "without", "against"}) ||
               is_name_particle(document, i);
    return document.is(i, "-") || document.is(i, "&") || document.is(i, ",") || document.is(i, "'") ||
           document.is(i, "’");
}

// Behind the words from `begin` on whose first letters are these, each of them; `begin` where they are not. What is a word of
// letters itself counts whole ("UN Relief Agency", "UNRA"), and a small word where its letter is small ("DfT").
std::size_t behind_initials(const Document& document, std::size_t begin, std::size_t limit,
                            std::string_view letters) {
    std::size_t next = 0;
    for (std::size_t i = begin; i < limit; ++i) {
        const std::string_view word = document.word(i);
        if (is_capital(document, i)) {
            const bool whole = document.tokens[i].is_all_capitals() && letters.substr(next).starts_with(word);
            if (!whole && !is_same(word.front(), letters[next])) return begin;
            next += whole ? word.size() : 1;
            if (next == letters.size()) return i + 1;
        } else if (!is_between(document, i))
            return begin;
        else if (document.tokens[i].is_word() && word.front() == letters[next] && next + 1 < letters.size())
            ++next;
    }
    return begin;
}

// "China Anti-Doping Agency", "CHINADA": the letters stand in the words in this order.
bool holds_letters(std::string_view words, std::string_view letters) {
    std::size_t next = 0;
    for (const char c : words)
        if (next < letters.size() && is_same(c, letters[next])) ++next;
    return next == letters.size();
}

// "the [Norland Defence Forces] (NDF)": the name that ends at the bracket `open`; empty where the letters are not of it.
std::string_view before_bracket(const Document& document, const Sentence& sentence, std::size_t open,
                                std::string_view letters) {
    while (open > sentence.begin && (document.is(open - 1, "'") || document.is(open - 1, "’"))) --open;
    std::size_t first = open;
    while (first > sentence.begin && open - first < longest_name &&
           (is_capital(document, first - 1) || is_between(document, first - 1)))
        --first;
    for (std::size_t i = open; i-- > first;)
        if (is_capital(document, i) && behind_initials(document, i, open, letters) == open)
            return document.text_of(i, open);
    for (std::size_t i = open; i > first;) {
        --i;
        if (document.is(i, ",") || document.tokens[i].kind == TokenKind::possessive) break;
        if (!is_capital(document, i) || !is_same(document.word(i).front(), letters.front())) continue;
        const std::string_view name = document.text_of(i, open);
        if (i + 1 < open && holds_letters(name, letters)) return name;
    }
    return {};
}

// "the NDF (Norland Defence Forces)"
std::string_view inside_bracket(const Document& document, const Sentence& sentence, std::size_t open,
                                std::string_view letters) {
    const std::size_t begin = document.reads(open + 1, "the") ? open + 2 : open + 1;
    const std::size_t end = behind_initials(document, begin, sentence.end, letters);
    return end > begin && document.is(end, ")") ? document.text_of(begin, end) : std::string_view{};
}

// "the Norland Defence Forces", wherever it stands.
std::string_view somewhere(const Document& document, std::string_view letters) {
    constexpr std::size_t fewest = 3;  // two letters are of too many names
    if (letters.size() < fewest) return {};
    for (const Sentence& sentence : document.sentences) {
        if (!sentence.is_read()) continue;
        for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
            i = document.signs.next(Sign::capital, i, sentence.end);
            if (i == sentence.end) break;
            if (document.word(i).front() != letters.front()) continue;
            const std::size_t end = behind_initials(document, i, sentence.end, letters);
            const bool whole = end > i + 1 && (end == sentence.end || !is_capital(document, end));
            if (whole && has_organisation_word(document, i, end)) return document.text_of(i, end);
        }
    }
    return {};
}

std::string_view in_brackets(const Document& document, std::string_view letters) {
    for (const Sentence& sentence : document.sentences) {
        if (!sentence.is_read()) continue;
        for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
            i = document.signs.next(Sign::capital, i, sentence.end);
            if (i == sentence.end) break;
            if (document.tokens[i].length() != letters.size() || document.word(i) != letters) continue;
            std::string_view name;
            if (i > sentence.begin + 1 && document.is(i - 1, "(") && document.is(i + 1, ")"))
                name = before_bracket(document, sentence, i - 1, letters);
            else if (document.is(i + 1, "("))
                name = inside_bracket(document, sentence, i + 1, letters);
            if (!name.empty()) return name;
        }
    }
    return {};
}

}  // namespace

bool Initials::may_be(std::string_view name) {
    if (name.size() < 2 || name.size() > most_letters || !is_upper(name.front())) return false;
    const auto capitals = std::count_if(name.begin(), name.end(), is_upper);
    const bool letters =
        std::all_of(name.begin(), name.end(), [](char c) { return is_upper(c) || (c >= 'a' && c <= 'z'); });
    return letters && capitals >= 2 && static_cast<std::size_t>(capitals) + 1 >= name.size();
}

std::string_view Initials::in_full(std::string_view letters) {
    const auto [known, is_new] = known_.try_emplace(std::string(letters));
    if (!is_new) return known->second;
    std::string_view name = in_brackets(document_, letters);
    if (name.empty()) name = somewhere(document_, letters);
    known->second = name.empty() ? std::string_view(known->first) : name;
    return known->second;
}

}  // namespace figbook
