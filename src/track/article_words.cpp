#include "track/article_words.hpp"

#include <algorithm>
#include <cstddef>

namespace figbook {
namespace {

// A first line of more words is the text itself, and read for each figure it would take time by its square.
constexpr std::size_t longest_headline = 250;

bool is_lower_case(char c) {
    return c >= 'a' && c <= 'z';
}
bool is_upper_case(char c) {
    return c >= 'A' && c <= 'Z';
}

}  // namespace

bool has_title_case(std::string_view headline, const std::vector<TrackedWord>& words) {
    constexpr std::size_t shortest = 4;  // "at" and "the" have no capital in titles either
    std::size_t capitals = 0;
    std::size_t long_words = 0;
    for (const TrackedWord& word : words) {
        const std::string_view written = word.span.in(headline);
        if (word.opens || written.size() < shortest || word.kind == WordKind::number) continue;
        ++long_words;
        if (!is_lower_case(written[0])) ++capitals;
    }
    return long_words >= 3 && capitals * 5 >= long_words * 4;
}

const std::vector<TrackedWord>& ArticleWords::words(Span sentence) {
    if (!is_read_ || !(sentence == last_)) {
        last_ = sentence;
        is_read_ = true;
        words_ = sentence.end <= article_.text.size() ? tracked_words(sentence.in(article_.text))
                                                      : std::vector<TrackedWord>{};
    }
    return words_;
}

const std::vector<TrackedWord>& ArticleWords::headline() {
    if (headline_) return *headline_;
    headline_ = tracked_words(article_.headline);
    if (headline_->size() > longest_headline) headline_->clear();
    return *headline_;
}

bool ArticleWords::is_name_elsewhere(std::string_view written) {
    if (!names_) find_names();
    return names_->contains(without_possessive(written));
}

bool ArticleWords::has_title_case() {
    if (!title_case_) title_case_ = figbook::has_title_case(article_.headline, headline());
    return *title_case_;
}

// The words that have a capital behind a word without one.
void ArticleWords::find_names() {
    names_.emplace();
    const std::string_view text = article_.text;
    for (std::size_t at = text.find(' '); at != std::string_view::npos; at = text.find(' ', at + 1)) {
        const std::size_t first = at + 1;
        if (at == 0 || !is_lower_case(text[at - 1])) continue;
        if (first >= text.size() || !is_upper_case(text[first])) continue;
        const std::size_t end = std::min(text.find_first_of(" \n.,;:!?()\"'", first), text.size());
        names_->insert(without_possessive(text.substr(first, end - first)));
    }
}

}  // namespace figbook
