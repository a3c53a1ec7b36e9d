// How the figures of a fact stand to one another: a pure function of them. For facts.cpp.
//
//     judge(fact.told, fact.row, Judged::in_all, comparer);
//     fact.row.standing     // "update", the gravest of what any two of them are to each other
//     fact.row.conflicts    // 0
#pragma once
#include <vector>

#include "track/comparison.hpp"
#include "track/facts.hpp"

namespace figbook {

// What is wanted of all pairs: what each of them is, or only the gravest of that and how many are in conflict.
enum class Judged { each, in_all };

// Each with those before it; figures of one article are not set against one another. Sets `standing` and `conflicts` of the
// row, and for Judged::each what each figure is to those before it; all pairs go to `pairs` where that is given.
void judge(std::vector<Told>& told, FactRow& row, Judged judged, Comparer comparer,
           std::vector<ToldPair>* pairs = nullptr);

}  // namespace figbook
