// A number alone in brackets, which has its unit from a figure before it. Inside quantity/ alone.
//
//     Brackets brackets(document, sentence, found, trace);
//     if (brackets.read(i)) ...   // figure i has what it counts or measures now
#pragma once
#include <cstddef>
#include <vector>

#include "quantity/quantity.hpp"

namespace figbook {

class Brackets {
 public:
    Brackets(const Document& document, const Sentence& sentence, std::vector<Quantity>& found, Trace* trace)
        : document_(document), sentence_(sentence), found_(found), trace_(trace) {}

    bool read(std::size_t i) { return count_in_list(i) || set_beside(i); }

 private:
    bool is(std::size_t i, WordLiteral word) const { return i < sentence_.end && document_.reads(i, word); }
    bool count_in_list(std::size_t i);
    bool set_beside(std::size_t i);
    void take(Quantity& quantity, const Quantity& from);

    const Document& document_;
    const Sentence& sentence_;
    std::vector<Quantity>& found_;
    Trace* trace_;
};

}  // namespace figbook
