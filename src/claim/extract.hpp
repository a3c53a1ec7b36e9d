// Article in, claims out: the whole extraction behind one call. No SQL, no files, no clock.
//
//     Extractor extract;
//     std::vector<Claim> claims = extract(article);   // in the order of the text
#pragma once
#include <string>
#include <vector>

#include "claim/claim.hpp"
#include "text/article.hpp"

namespace figbook {

struct Document;
struct Draft;
struct Trace;

// One object a thread. The same article always gives the same claims, whatever was extracted before.
class Extractor {
 public:
    std::vector<Claim> operator()(const Article& article) const;
    // The same claims with the quantities they come from, and in `trace` how each came about: for explain.hpp.
    std::vector<Draft> drafts(const Document& document, const Article& article, Trace& trace) const;
};

// Which rules and which vocabulary find claims: "2-<hash of the tables>". Stored with every article's claims, so that
// it is known what made them, and loading again after an upgrade brings them up to date.
std::string extractor_version();

}  // namespace figbook
