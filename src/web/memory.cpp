#include "web/memory.hpp"

#include <cstdlib>
#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace figbook::web {

#if defined(__GLIBC__)

// Each of glibc's arenas keeps what was freed in it, and 512 threads would have as many as there may be. Above the threshold a
// piece is the system's own, and goes back to it; glibc would raise the threshold by itself.
void keep_memory_small() {
    constexpr int arenas = 2;
    constexpr int large = 256 << 10;
    mallopt(M_ARENA_MAX, arenas);
    mallopt(M_MMAP_THRESHOLD, large);
    mallopt(M_TRIM_THRESHOLD, large);
}

void give_memory_back() {
    malloc_trim(0);
}

#else

void keep_memory_small() {}
void give_memory_back() {}

#endif

}  // namespace figbook::web
