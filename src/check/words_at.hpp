// The words of an article's text around its figures; "" for what is no part of it.
//
//     words_between(text, profit, sales)    // " from "
//     words_behind(text, sales)             // " a year earlier.", to the end of the sentence
#pragma once
#include <cstdint>
#include <string_view>

#include "base/span.hpp"
#include "claim/claim.hpp"

namespace figbook {

inline std::string_view words_at(std::string_view text, Span span) {
    return span.empty() || span.end > text.size() ? std::string_view() : span.in(text);
}

// From the end of one to the start of a later one; none where they overlap.
inline std::string_view words_between(std::string_view text, const Claim& first, const Claim& second) {
    return words_at(text, {first.span.end, second.span.start});
}

inline std::string_view words_behind(std::string_view text, const Claim& claim) {
    return words_at(text, {claim.span.end, claim.sentence.end});
}

// At most so many bytes of the sentence.
inline std::string_view words_before(std::string_view text, const Claim& claim, std::uint32_t near) {
    const std::uint32_t start = claim.span.start - (near < claim.span.start ? near : claim.span.start);
    return words_at(text, {start > claim.sentence.start ? start : claim.sentence.start, claim.span.start});
}

}  // namespace figbook
