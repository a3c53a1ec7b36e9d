#include "base/freed_memory.hpp"

#include <cstdlib>
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace figbook {

#ifdef __GLIBC__

namespace {

// Each arena keeps what was freed in it, up to `most_kept` bytes: threads would have as many arenas as there may be, and what one
// thread makes another one frees. A piece of `large` bytes is the system's own, and goes back to it; glibc would raise both by
// itself.
void limit(int most_kept, int large) {
    constexpr int arenas = 2;
    mallopt(M_ARENA_MAX, arenas);
    mallopt(M_MMAP_THRESHOLD, large);
    mallopt(M_TRIM_THRESHOLD, most_kept);
}

}  // namespace

void keep_freed_memory() {
    limit(8 << 20, 1 << 20);
}

void keep_little_freed_memory() {
    limit(256 << 10, 256 << 10);
}

void give_freed_memory_back() {
    malloc_trim(0);
}

#else

void keep_freed_memory() {}
void keep_little_freed_memory() {}
void give_freed_memory_back() {}

#endif

}  // namespace figbook
