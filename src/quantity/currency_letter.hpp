// A currency before an amount: its sign or code, or a single letter that the amount's form and the article prove to be
// one: "R28.79", "R1.2-million", and "R500" in South Africa; not "R2-D2", "the R62 near Montagu", "N95 masks".
//
//     if (const auto prefix = read_prefix(walk, i)) ...
//
// Inside quantity/ alone: amount.cpp reads with it, and whatever looks for an amount ahead.
#pragma once
#include <cstddef>
#include <optional>

#include "quantity/sentence_walk.hpp"
#include "quantity/unit.hpp"

namespace figbook {

std::optional<PrefixRead> read_prefix(const SentenceWalk& walk, std::size_t at);

}  // namespace figbook
