// Who speaks where in an article, for the quotations whose speaker is named in another sentence: before them, behind them, or in
// another of the paragraphs that one quotation runs over.
//
//     WhoSpoke spoke(document);
//     spoke.add(attribution, 2);      // in paragraph 2
//     spoke.around(3)                 // whoever spoke there, where the quotation goes on
#pragma once
#include <cstdint>
#include <vector>

#include "claim/attribution.hpp"

namespace figbook {

struct SpokenBy {
    std::uint32_t paragraph = 0;
    Source source{};
    TokenRange speaker{};
    std::size_t cue = 0;
};

class WhoSpoke {
 public:
    explicit WhoSpoke(const Document& document);

    // In the order of the text.
    void add(SpokenBy named);
    void add(const Attribution& says, std::uint32_t paragraph);
    // Takes out those who are named at the token or behind it.
    std::vector<SpokenBy> take_from(std::size_t token);

    // nullptr for nobody; until the next one is added or taken out.
    const SpokenBy* last() const { return named_.empty() ? nullptr : &named_.back(); }
    const SpokenBy* last_in(std::uint32_t paragraph) const { return last_in(paragraph, paragraph); }
    // Who is told right behind the quotation that the figure stands in, which ends at `told_behind` (0: nobody is told there);
    // else who spoke last before the figure in its paragraph.
    const SpokenBy* behind(std::size_t figure, std::size_t told_behind, std::uint32_t paragraph) const;
    // Whoever is named first in the paragraph; else last before it where the quotation began there; else first behind it
    // where it goes on; else last in the paragraph before.
    const SpokenBy* around(std::uint32_t paragraph) const;

 private:
    // Paragraphs that one quotation runs over, each opening with a mark and only the last closing it; both included.
    struct Run {
        std::uint32_t first;
        std::uint32_t last;
    };
    std::vector<SpokenBy>::const_iterator first_from(std::size_t token) const;
    const SpokenBy* first_in(std::uint32_t paragraph) const;
    const SpokenBy* last_in(std::uint32_t first, std::uint32_t last) const;
    Run run_around(std::uint32_t paragraph) const;

    std::vector<SpokenBy> named_;  // in the order of the text
    std::vector<Run> runs_;        // the same
};

}  // namespace figbook
