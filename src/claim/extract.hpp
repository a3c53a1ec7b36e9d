// Article in, claims out: the whole extraction behind one call. No SQL, no files, no clock.
//
//     Extractor extract;
//     std::vector<Claim> claims = extract(article);   // in the order of the text
#pragma once
#include <cstddef>
#include <span>
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
    // So much text is best read together: each step reads all of it before the next one does, and what a step needs of
    // the program and the vocabulary comes into the nearer caches once. More needs memory and is no faster.
    static constexpr std::size_t bytes_together = 192U << 10U;
    // How many of the first articles have so much; all of them where they have less.
    static std::size_t count_together(std::span<const Article* const> articles);

    // The claims of each of several articles, in their order: in a quarter less time than one article after the other.
    std::vector<std::vector<Claim>> operator()(std::span<const Article* const> articles) const;
    // The same claims with the quantities they come from, and in `trace` how each came about: for explain.hpp.
    std::vector<Draft> drafts(const Document& document, const Article& article, Trace& trace) const;
};

// Which rules and which vocabulary find claims: "2-<hash of the tables>". Stored with every article's claims, so that
// it is known what made them, and loading again after an upgrade brings them up to date.
std::string extractor_version();

}  // namespace figbook
