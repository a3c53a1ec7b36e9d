// Numbers that tell a time or an age: "2.15pm", "12 May", "in 2020", "Jane Doe, 45,".
#pragma once
#include "quantity/surroundings.hpp"

namespace figbook {

// "clock time", "date", "year" or "age"; "" for a number that is none of them.
std::string_view why_time(const Surroundings& around);

}  // namespace figbook
