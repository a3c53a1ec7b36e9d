// Article in, claims out: the whole extraction behind one call. No SQL, no files, no clock.
//
//     Extractor extract;
//     std::vector<Claim> claims = extract(article);   // in the order of the text
#pragma once
#include <vector>

#include "claim/claim.hpp"
#include "text/article.hpp"

namespace figbook {

// One object a thread. The same article always gives the same claims, whatever was extracted before.
class Extractor {
 public:
    std::vector<Claim> operator()(const Article& article) const;
};

// Changes whenever rules change what is found; stored with every claim.
extern const char* const extractor_version;

}  // namespace figbook
