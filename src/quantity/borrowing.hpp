// Does a number without a unit take that of a figure before it? Inside quantity/ alone.
//
//     Borrowing borrowing(document, sentence);
//     borrowing.leans(number);             // "up from | 55,000", "compared with a target of | 3 million"
//     borrowing.goes_on_counting(number);  // "had 28 pupils; now it has | nine"
//
// All are asked of a number of the sentence and read only the words around it.
#pragma once
#include <cstddef>

#include "quantity/quantity.hpp"

namespace figbook {

class Borrowing {
 public:
    Borrowing(const Document& document, const Sentence& sentence)
        : document_(document), sentence_(sentence), words_(vocabulary()) {}

    // It is held against another, or the end of a move.
    bool leans(const Quantity& quantity) const;
    // It counts on what was counted before.
    bool goes_on_counting(const Quantity& quantity) const;
    // A rate at another time: "5.1%, compared with | 4.8 a year earlier".
    bool is_rate_of_another_time(const Quantity& quantity) const;
    // It stands where an amount of the money before it would.
    bool stands_at_money(const Quantity& quantity, const Quantity& before) const;
    // Money that is given, or a price.
    bool is_given(const Quantity& quantity) const;
    // "down from | about 120"
    bool came_from(const Quantity& quantity) const;
    // Behind a number at `i` nothing stands that it would count.
    bool closes_end(std::size_t i) const;

 private:
    bool is(std::size_t i, WordLiteral word) const { return i < sentence_.end && document_.reads(i, word); }
    bool counts_behind(std::size_t i) const;
    bool is_other_result(const Quantity& quantity) const;
    bool leans_on_average(const Quantity& quantity) const;

    const Document& document_;
    const Sentence& sentence_;
    const Vocabulary& words_;
};

}  // namespace figbook
