// How much memory that was given back the C library keeps for what comes next. For the start of a program.
#pragma once

namespace figbook {

// Articles that are read together take some megabytes and give them back: to get these from the system anew for each group
// takes a quarter of the time of extraction. So that much is kept, and no more. What one thread makes another one frees here,
// and each arena of the C library keeps what it has been given back: so there are two. Does nothing elsewhere than with glibc.
void keep_freed_memory();

}  // namespace figbook
