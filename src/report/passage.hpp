// Where in a text the words of a search stand, and the passage that has most of them. Inside report only.
//
//     const Passages passages(text, database.words(text), query.phrases);
//     passages.count_in(sentence)              // how many of the phrases stand there
//     passages.shown(passages.best_place())    // "… of some €50 billion in «aid» that reached …"
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "report/search_query.hpp"

namespace figbook {

class Passages {
 public:
    // `text` and `phrases` must outlive it.
    Passages(std::string_view text, std::vector<IndexWord> words, const std::vector<SearchPhrase>& phrases);

    // How many different phrases stand in the span.
    std::size_t count_in(Span span) const;
    // The place in the span; the first one that has most phrases soon behind it. None where no phrase is in the text.
    std::optional<Span> first_in(Span span) const;
    std::optional<Span> best_place() const;
    // The same, and how many phrases stand soon behind it.
    std::size_t count_behind(Span place) const;
    // Some words before and behind the place on one line, with each phrase marked: «aid».
    std::string shown(Span place) const;
    // The beginning of the text.
    std::string beginning() const;

 private:
    struct Place {
        std::size_t phrase, first, last;  // words
        Span span;
    };
    bool stands_at(const SearchPhrase& phrase, std::size_t word) const;
    bool same_line(std::size_t first, std::size_t second) const;
    std::string line(std::size_t first, std::size_t last) const;

    std::string_view text_;
    std::vector<IndexWord> words_;
    std::vector<Place> places_;  // in the order of the text
    std::size_t phrases_;
};

}  // namespace figbook
