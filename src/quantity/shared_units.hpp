// Numbers whose unit and magnitude stand behind a later one: "9 and 12 million euros", "from 24.2 to 33 billion", "to 1.2
// from 1.5 per cent". Inside quantity/ alone.
//
//     SharedUnits shared(document, sentence, found, trace);
//     for (std::size_t i = found.size(); i-- > 1;) shared.share(i - 1, i);   // from the last one on
//
// `found`: the figures of the sentence, in their order.
#pragma once
#include <cstddef>
#include <vector>

#include "quantity/quantity.hpp"

namespace figbook {

class SharedUnits {
 public:
    SharedUnits(const Document& document, const Sentence& sentence, std::vector<Quantity>& found,
                Trace* trace)
        : document_(document), sentence_(sentence), words_(vocabulary()), found_(found), trace_(trace) {}

    // The first takes the unit of the second, and its magnitude where it has none; nothing where they share none.
    void share(std::size_t i, std::size_t next);
    // "from 24.2 to 33 billion": the ends of one move.
    bool are_ends_of_move(const Quantity& first, const Quantity& second) const;

 private:
    bool is(std::size_t i, WordLiteral word) const { return i < sentence_.end && document_.reads(i, word); }
    bool is_list(const Quantity& first, const Quantity& second) const;
    bool is_apposition(std::size_t i, const Quantity& second) const;
    bool opens_clause(const Quantity& second) const;
    bool are_held_together(const Quantity& first, const Quantity& second) const;
    bool shares_noun(const Quantity& first, const Quantity& second) const;
    // One behind what sets a figure against another from `at` on ("from", ", up from", "compared with"), `at` for none.
    std::size_t behind_comparison(std::size_t at, bool is_level) const;
    // True where no clause ends in [begin, end) and nothing is done in it.
    bool is_in_one_clause(std::size_t begin, std::size_t end) const;

    const Document& document_;
    const Sentence& sentence_;
    const Vocabulary& words_;
    std::vector<Quantity>& found_;
    Trace* trace_;
};

// The unit of `from`, and what it counts.
void take_unit(Quantity& to, const Quantity& from);

}  // namespace figbook
