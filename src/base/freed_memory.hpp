// How much memory that was given back the C library keeps for what comes next. Nothing here does anything elsewhere than with
// glibc.
#pragma once

namespace figbook {

// For the start of a program. Articles that are read together take some megabytes and give them back: to get these from the
// system anew for each group takes a quarter of the time of extraction. So that much is kept, and no more.
void keep_freed_memory();

// For the start of a server: nearly nothing is kept, so that it holds little while nobody asks.
void keep_little_freed_memory();

// After much was read and is not used any more.
void give_freed_memory_back();

}  // namespace figbook
