// Claims as JSON, in the field order of the contract: what `figbook extract` writes.
//
//     append_json(line, article, claims);
//     // {"id": "a1", "published": "2025-02-12", "claims": [{"text": "20%", ...}]}
#pragma once
#include <string>
#include <vector>

#include "claim/claim.hpp"
#include "text/article.hpp"

namespace figbook {

// One object, on one line, without a line break at the end. What is unknown is null.
void append_json(std::string& out, const Claim& claim);
void append_json(std::string& out, const Article& article, const std::vector<Claim>& claims);

}  // namespace figbook
