// Which ton is "ton"? Of 2,000 pounds in America's papers, and of 1,000 kilograms elsewhere: by the countries that the article
// names. "Short tons" and "tonnes" are what they say, and beside tonnes the other is no tonne.
#pragma once
#include "quantity/sentence_walk.hpp"

namespace figbook {

// Makes the short tons of the figure, or of what it is a rate of, tonnes where the article is of another country.
void settle_ton(const SentenceWalk& walk, Quantity& quantity);

}  // namespace figbook
