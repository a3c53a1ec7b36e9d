#include "claim/draft.hpp"

namespace figbook {

bool divides_clauses(const SentenceFrame& frame, std::size_t i) {
    if (frame.token(i).kind != TokenKind::mark) return false;
    const std::string_view mark = frame.document.word(i);
    if (mark == "-" || mark == "–") return frame.token(i).space_before();
    return mark == ";" || mark == ":" || mark == "(" || mark == ")" || mark == "—" || mark == "“" ||
           mark == "”" || mark == "\"" || mark == "[" || mark == "]";
}

TokenRange segment_around(const SentenceFrame& frame, std::size_t begin, std::size_t end) {
    const auto stops = [&](std::size_t i) { return divides_clauses(frame, i) || frame.document.is(i, ","); };
    TokenRange range{begin, end};
    while (range.begin > frame.sentence.begin && !stops(range.begin - 1)) --range.begin;
    while (range.end < frame.sentence.end && !stops(range.end)) ++range.end;
    return range;
}

}  // namespace figbook
