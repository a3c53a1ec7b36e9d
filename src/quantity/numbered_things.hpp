// Things whose name has a number: types of machines, parts of a trial, races.
//
//     is_type_of_machine(around);   // "18 Leopard | 2 tanks"
//     is_race(around);              // "gold in the | 200m"
//
// Inside quantity/ alone: number_as_name.cpp asks them in its order.
#pragma once
#include "quantity/surroundings.hpp"

namespace figbook {

bool is_type_of_machine(const Surroundings& around);
bool is_part_of_stage(const Surroundings& around);
bool is_race(const Surroundings& around);

}  // namespace figbook
