// The rules and the reasons in words: the one table of what `figbook explain` says of each.
//
//     rule_in_words("change.verb")     // "the verb $words before it"
//     reason_in_words("age")           // "an age"
//
// A rule or a reason that extraction knows and this table does not is found by a property test.
#pragma once
#include <string_view>

namespace figbook {

// How a rule filled a field. $words stands for the words that decided, $figure for the figure that it was taken from.
// "" for a rule that is not in the table; a reader is then shown its name.
std::string_view rule_in_words(std::string_view rule);

// Why a number is no figure, by the name that a rule gave: what the number is instead. "" for an unknown one.
std::string_view reason_in_words(std::string_view reason);

}  // namespace figbook
