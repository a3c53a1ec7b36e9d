#include "bench/allocations.hpp"

#include <cstdlib>
#include <new>

namespace figbook::bench {
namespace {
// The bench has one thread.
std::size_t count = 0;
}  // namespace

std::size_t allocations() {
    return count;
}

}  // namespace figbook::bench

void* operator new(std::size_t size) {
    ++figbook::bench::count;
    if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
    throw std::bad_alloc();
}
void* operator new[](std::size_t size) {
    return operator new(size);
}
void operator delete(void* memory) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t /*size*/) noexcept {
    std::free(memory);
}
void operator delete[](void* memory) noexcept {
    std::free(memory);
}
void operator delete[](void* memory, std::size_t /*size*/) noexcept {
    std::free(memory);
}
