// The figures of a move as intervals, and what came out of them in words, for move_arithmetic.hpp.
#pragma once
#include <optional>
#include <string>

#include "claim/claim.hpp"
#include "track/real_interval.hpp"

namespace figbook {

// With as many digits as what it is set against.
std::string percent_words(double percent, const Claim& stated);
std::string points_words(double points);
// "€100 million"; "14" of a count.
std::string words_of(const Claim& claim);
// "8 per 100,000" is a number that is printed as exactly as its digits are.
double resolution_of_rate(const Claim& claim);
RealInterval end_interval(const Claim& claim);
// A figure with which one can calculate: above zero.
bool is_positive(const Claim& claim);
// How far apart the days of one period end and those of another begin: true where they have none in common.
bool are_apart(const std::optional<Period>& a, const std::optional<Period>& b);
bool is_same_time(const std::optional<Period>& a, const std::optional<Period>& b);
// "a rise of 36 percent during the last 12 months" beside "rose by 93,000".
bool is_of_another_time(const Claim& change, const Claim& other);
bool is_round(const Claim& claim);
// What would make it right, where it is one of the usual slips.
std::string slip_words(double stated, double right);

}  // namespace figbook
