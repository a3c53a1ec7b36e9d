// Numbers that are part of a name or point somewhere: "F-35", "flight 815", "221 Baker Street", "call 988", "(2)".
#pragma once
#include "quantity/surroundings.hpp"

namespace figbook {

// What is joined to the number makes a name of both, with a unit too: "Covid-19", "14th", "5G". "" where it is none.
std::string_view why_part_of_name(const Surroundings& around);

// What the number names: an article of law, an address, a telephone, an item of a list. "" where it names nothing.
std::string_view why_name(const Surroundings& around);

// The "400" of "747-400": the range was asked for at the first number, and was none.
bool is_behind_a_number(const Surroundings& around);

}  // namespace figbook
