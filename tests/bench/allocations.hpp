// How often memory was asked for: allocations.cpp replaces operator new of the whole program by one that counts.
#pragma once
#include <cstddef>

namespace figbook::bench {

// Calls of operator new so far, of all threads.
std::size_t allocations();

}  // namespace figbook::bench
