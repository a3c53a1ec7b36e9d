// Article in, its claims out with how each came about, and the numbers that are none with why: what `figbook explain`
// shows. The claims are those of Extractor.
//
//     const Explanation explanation = explain(article);
//     explanation.figures[0].steps[1]   // field unit, value "EUR", how `the currency "€" before it`
//     explanation.near_misses[0].why    // "a year"
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claim/claim.hpp"
#include "text/article.hpp"

namespace figbook {

// How a claim got one of its fields.
struct Step {
    std::string_view field;             // "number", "unit", "change"
    std::string value;                  // "EUR", "increase"
    std::string rule;                   // "change.verb"
    Span words;                         // in the text; empty where no words decided
    std::optional<std::size_t> figure;  // the claim that it was taken from
    std::string how;                    // `the verb "rose" before it`
};

struct Derivation {
    Claim claim;
    std::vector<Step> steps;  // in the order of the fields
};

// A number that was read and is no figure.
struct NearMiss {
    Span span;
    Span sentence;
    std::string_view reason;  // "age"
    std::string why;          // "an age", "a year: the baseline of figure 2"
};

struct Explanation {
    std::vector<Derivation> figures;
    std::vector<NearMiss> near_misses;
};

Explanation explain(const Article& article);

}  // namespace figbook
