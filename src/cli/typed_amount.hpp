// An amount as somebody types it on the command line: 50000000000, 50,000,000,000, 50e9, 50bn, "51.9 billion".
//
//     typed_amount("51.9bn")   // {51900000000, 100000000}
#pragma once
#include <string>

#include "base/decimal.hpp"

namespace figbook {

struct TypedAmount {
    Decimal value;
    Decimal resolution;  // the worth of its last digit
};

// Throws EnvironmentError, which says how amounts are written.
TypedAmount typed_amount(const std::string& words);

}  // namespace figbook
