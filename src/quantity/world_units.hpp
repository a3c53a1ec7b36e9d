// Units and prices whose worth depends on the country that an article is of, or does not.
//
// Which ton is "ton"? Of 2,000 pounds in America's papers, and of 1,000 kilograms elsewhere: by the countries that the article
// names. "Short tons" and "tonnes" are what they say, and beside tonnes the other is no tonne.
#pragma once
#include "quantity/sentence_walk.hpp"

namespace figbook {

// Makes the short tons of the figure, or of what it is a rate of, tonnes where the article is of another country.
void settle_ton(const SentenceWalk& walk, Quantity& quantity);

// What a barrel and an ounce cost is told in American dollars in every country: "$1,928 an ounce", where nothing names others.
void settle_world_prices(const SentenceWalk& walk);

}  // namespace figbook
