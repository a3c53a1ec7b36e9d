// One word in all of its spellings, for searches.
//
//     spellings_of("defence")   // {"defence", "defense"}
#pragma once
#include <string>
#include <vector>

namespace figbook {

// In lower case, the given one first; that alone where there is no other. schema/search/spellings.csv has them.
std::vector<std::string> spellings_of(const std::string& word);

// Whether a source is called by a word that stands for a name, which the text does not give: "she".
bool names_nobody(const std::string& source);

}  // namespace figbook
