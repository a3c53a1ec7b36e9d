// Figures that lean on each other: "2, 3 and 5 per cent", "1.93 million tonnes, compared with 1.2 million",
// "14 of the 120 seats". Gives the leaning one its unit, or drops it where it turns out to be none. `behind_polls`: sentences
// before told percentages of polls.
#pragma once
#include <vector>

#include "quantity/quantity.hpp"

namespace figbook {

void link_quantities(const Document& document, const Sentence& sentence, std::vector<Quantity>& found,
                     bool behind_polls, Trace* trace);

}  // namespace figbook
