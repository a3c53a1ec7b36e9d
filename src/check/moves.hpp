// The moves of an article: which of its claims tell of one and the same rise or fall. Claims in, groups of them out;
// no arithmetic.
//
//     "Profit rose 20% to €120m from €100m, while sales fell 3% to €2bn."
//     find_moves(text, claims)      // {percent: 20%, to: €120m, from: €100m}, {percent: 3%, to: €2bn}
//
// Claims belong to one move where they stand in one sentence, move the same way, have the same subject or none (or
// nothing but "to", "from" or "or" between them), say whether it is so in the same way, and nothing divides them: no "while", no semicolon, no second figure for the same
// place. A level is an end of a move where the words say so: "sales of $12m, up 20% from $10m", "to $12m, against $10m".
// It prefers two moves to one wrong one.
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "claim/claim.hpp"

namespace figbook {

// Places in the vector of claims.
struct Move {
    Change direction = Change::none;
    std::optional<std::size_t> from;
    std::optional<std::size_t> to;
    std::optional<std::size_t> percent;   // by how much: a percentage, or a ratio such as "a third"
    std::optional<std::size_t> points;    // in percentage or basis points
    std::optional<std::size_t> multiple;  // "doubled"
    std::optional<std::size_t> amount;    // in a unit of its own: "fell $1.25 to $88.95"
    bool is_compared = false;  // `from` is a figure beside it: "rose to $12m, against $10m a year ago"
    bool is_clear = true;      // no: it has two changes of one kind ("rose 5%, or 3% without new shops")

    // Those it has, in the order of the text.
    std::vector<std::size_t> claims() const;
};

// True for two figures of one unit and denominator, one of which may have become the other. The denominator may be said
// once: "to £11.44 an hour from £10.42".
bool same_measure(const Claim& a, const Claim& b);

// `text` is the article's. In the order of the text; those of one claim too.
std::vector<Move> find_moves(std::string_view text, const std::vector<Claim>& claims);

}  // namespace figbook
