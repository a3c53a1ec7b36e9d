// Where a figure stands in its sentence, and what the words right before and right behind it make of it.
//
//     const FigurePlace place(told, sentence, tracked_words(sentence));
//     place.is_right_behind(i)     // the word follows the figure: "$5bn short"
//     place.parts_behind()         // "$5bn in new loans to builders": {{"new", "loan"}, {"builder"}}
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "track/told_claim.hpp"
#include "track/words.hpp"

namespace figbook {

class FigurePlace {
 public:
    // Keeps references to all of them. `words` are those of the sentence.
    FigurePlace(const ToldClaim& told, std::string_view sentence, const std::vector<TrackedWord>& words);

    bool is_before(std::size_t word) const;
    bool is_inside(std::size_t word) const;  // a word of the figure itself: its currency
    bool is_right_behind(std::size_t word) const;

    // "2.8 billion, or 0.7 percent below plan": behind the same in other words.
    bool is_behind_alternative(std::size_t word) const;
    // "$3 billion of the cuts"; percentages are of something always.
    bool is_one_of(std::size_t word) const;
    // "Had risen", "had been", near before the figure.
    bool is_of_before(std::size_t word) const;
    // "Has bought", "have already raised": a sum that still grows.
    bool is_so_far(std::size_t word) const;
    // "Through April": a sum so far.
    bool is_until(std::size_t word) const;
    // "Ten months", "the first 9 weeks".
    bool is_length(std::size_t word) const;

    // "It was the highest since October 1982, when claims were 656,250": what it is of, another sentence says.
    bool opens_with_pronoun() const;
    // "As of Tuesday, 27 million", "27 million as of Tuesday".
    bool says_as_of() const;
    // "In January/March", "between end-January and end-February".
    bool joins_months() const;
    // "Cut it to 1 percent from 2 percent in May": which of the two May is the time of is left open.
    bool is_from_of_open_time() const;
    // Of a change, "up 7 percent from its 52-week low".
    bool is_from_extreme() const;
    // "$82 billion for Ames in 2004 and Merrow in 2006"
    bool is_of_two_times() const;
    // "Sales fell to 2.1 million, with those in Asia down 19 percent": in a clause that is added to the subject's.
    bool is_in_added_clause() const;
    // What is said behind the figure, up to the next mark, figure or clause: the words behind "in", "to", "for" and the
    // like, for each of these.
    std::vector<std::vector<std::string>> parts_behind() const;

 private:
    std::string_view between(std::size_t first, std::size_t second) const;
    bool is_year(std::size_t word) const;
    bool is_figure(std::size_t word) const;
    std::size_t first_behind() const;
    bool is_time(std::size_t word) const;

    const ToldClaim& told_;
    std::string_view text_;
    const std::vector<TrackedWord>& words_;
    std::size_t start_;  // of the figure in the sentence
    std::size_t end_;
};

}  // namespace figbook
