#include "track/names_in_words.hpp"

#include <algorithm>
#include <cstdint>

#include "vocabulary/vocabulary.hpp"

namespace figbook {
namespace {

using Words = std::vector<TrackedWord>;

bool any_is(const Words& words, std::string_view folded) {
    return std::any_of(words.begin(), words.end(),
                       [&](const TrackedWord& word) { return word.folded == folded; });
}

bool has_capital(std::string_view written) {
    return !written.empty() && written[0] >= 'A' && written[0] <= 'Z';
}

// What stands behind a firm's own name: "Acme Holdings", "Acme & Co".
bool ends_firm_name(const TrackedWord& word, std::string_view text) {
    return (word.is_many_names || word.kind == WordKind::filler) && has_capital(word.span.in(text));
}

}  // namespace

bool is_possessive(std::string_view written) {
    return written.ends_with("'s") || written.ends_with("’s");
}

bool is_given_name(const std::string& word, std::string_view written) {
    const bool is_abbreviated = written.size() > 1 && written[1] >= 'A' && written[1] <= 'Z';
    const auto& names = vocabulary().given_names;
    return !is_abbreviated && names.find(word) != names.end();
}

const TrackedWord* word_before(const Words& words, std::size_t at) {
    while (at-- > 0) {
        const std::string& word = words[at].folded;
        if (word != "the" && word != "a" && word != "an") return &words[at];
    }
    return nullptr;
}

std::string with_direction(const Words& words, std::size_t at) {
    const TrackedWord* before = word_before(words, at);
    if (before == nullptr || before->direction.empty()) return words[at].folded;
    const bool is_own = (before->direction == "from" && any_is(words, "export")) ||
                        (before->direction == "to" && any_is(words, "import"));
    return is_own ? words[at].folded : std::string(before->direction) + " " + words[at].folded;
}

bool is_part_of_name(std::string_view text, const Words& words, std::size_t at) {
    if (at < 2 || words[at - 1].folded != "of") return false;
    const TrackedWord& owner = words[at - 2];
    return !owner.opens && owner.is_known && has_capital(owner.span.in(text));
}

bool has_relative_clause(std::string_view behind) {
    for (const std::string_view relative : {", where ", ", which ", ", whose "})
        if (behind.starts_with(relative)) return true;
    return false;
}

bool opens_as_name(const Words& words, std::size_t at, std::string_view text) {
    constexpr std::uint32_t widest_gap = 3;  // bytes of " & "
    if (words[at].is_known) return false;
    std::size_t next = at + 1;
    while (next < words.size() && ends_firm_name(words[next], text) &&
           words[next].span.start <= words[next - 1].span.end + widest_gap)
        ++next;
    return next < words.size() && words[next].is_verb &&
           words[next].span.start == words[next - 1].span.end + 1;
}

std::string_view without_bullet(std::string_view sentence) {
    const std::size_t first = sentence.find_first_not_of("*-•>#_ \t\n\"'");
    return first == std::string_view::npos ? sentence : sentence.substr(first);
}

}  // namespace figbook
