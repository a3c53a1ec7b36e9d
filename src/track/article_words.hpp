// The words of an article as tracking compares them, each sentence read once, and which of its capitals are names.
//
//     ArticleWords words(article);
//     words.words(claim.sentence)              // {"acme", is_name, opens}, {"posted"}, ...
//     words.is_name_elsewhere("Acme")          // true where "at Acme" stands in the text
#pragma once
#include <optional>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/span.hpp"
#include "text/article.hpp"
#include "track/words.hpp"

namespace figbook {

// Whether the headline, whose words these are, has a capital in nearly every word, as in "Profits Rise at Acme": then they
// say nothing.
bool has_title_case(std::string_view headline, const std::vector<TrackedWord>& words);

class ArticleWords {
 public:
    // Keeps a reference to the article.
    explicit ArticleWords(const Article& article) : article_(article) {}

    // Of a sentence of the text; several claims may stand in one. Valid until the next call.
    const std::vector<TrackedWord>& words(Span sentence);
    const std::vector<TrackedWord>& headline();  // none where it is as long as a text

    // Whether the word, which opens a sentence, is a name: it has its capital inside of another one too.
    bool is_name_elsewhere(std::string_view written);

    bool has_title_case();  // the headline

    std::string_view text_of(Span sentence, const TrackedWord& word) const {
        return word.span.in(sentence.in(article_.text));
    }

 private:
    void find_names();

    const Article& article_;
    std::vector<TrackedWord> words_;
    Span last_;
    bool is_read_ = false;
    std::optional<std::vector<TrackedWord>> headline_;
    std::optional<bool> title_case_;
    std::optional<std::unordered_set<std::string_view>> names_;
};

}  // namespace figbook
