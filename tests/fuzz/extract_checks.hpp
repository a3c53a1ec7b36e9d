// What is true of the claims of any article, however odd its bytes.
#pragma once
#include <vector>

#include "claim/claim.hpp"
#include "text/article.hpp"

namespace figbook::fuzz {

// Ends the program with a message where something is not so.
void require(bool holds, std::string_view what);

// The words of each claim stand where it says, inside its sentence; claims are in order and do not overlap, unless
// one holds the whole other; relations point at other claims; everything is UTF-8; the JSON of it parses.
void check_claims(const Article& article, const std::vector<Claim>& claims);

}  // namespace figbook::fuzz
