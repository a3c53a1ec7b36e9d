// A half-open range of bytes [start, end) in a document's UTF-8 text.
#pragma once
#include <cstdint>
#include <string_view>

namespace figbook {

struct Span {
    std::uint32_t start = 0;
    std::uint32_t end = 0;

    constexpr std::uint32_t size() const { return end - start; }
    constexpr bool empty() const { return end <= start; }
    constexpr bool contains(Span inner) const { return start <= inner.start && inner.end <= end; }
    constexpr bool overlaps(Span other) const { return start < other.end && other.start < end; }
    // The bytes of `text` that the span covers; `text` must be the document's own text.
    constexpr std::string_view in(std::string_view text) const { return {text.data() + start, size()}; }

    friend constexpr bool operator==(Span, Span) = default;
};

}  // namespace figbook
