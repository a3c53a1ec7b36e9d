#include "base/freed_memory.hpp"

#include <malloc.h>

namespace figbook {

void keep_freed_memory() {
#ifdef __GLIBC__
    constexpr int arenas = 2;
    constexpr int most_kept = 8 << 20;  // of an arena
    constexpr int large =
        1 << 20;  // from here on memory comes from the system by itself, and goes back there
    mallopt(M_ARENA_MAX, arenas);
    mallopt(M_TRIM_THRESHOLD, most_kept);
    mallopt(M_MMAP_THRESHOLD, large);
#endif
}

}  // namespace figbook
