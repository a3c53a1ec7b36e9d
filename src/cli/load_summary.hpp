// What a load did, in one line, wherever it is said.
//
//     load_summary(counters, "figbook.db")   // "loaded 2 articles with 12 figures into figbook.db; 1 failed"
#pragma once
#include <string>

#include "pipeline/pipeline.hpp"

namespace figbook {

// Without the database where it is "".
std::string load_summary(const Counters& counters, const std::string& db);

}  // namespace figbook
