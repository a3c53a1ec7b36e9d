#include "claim/draft.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "text/dashes.hpp"

namespace figbook {
namespace {

constexpr std::size_t worth_a_move = 48;  // drafts that are settled together

// Most are so already.
void put_on_one_line(std::string& words) {
    if (!is_on_one_line(words)) words = on_one_line(words);
}

}  // namespace

void Drafts::reserve(std::size_t claims) {
    claims_.reserve(claims);
    open_.reserve(std::min(claims, looked_back_at + worth_a_move));
}

void Drafts::settle() {
    if (!keep_all_ && open_.size() >= looked_back_at + worth_a_move) settle(open_.size() - looked_back_at);
}

void Drafts::settle(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        put_on_one_line(open_[i].claim.subject);
        claims_.push_back(std::move(open_[i].claim));
    }
    settled_ = claims_.size();
    open_.erase(open_.begin(), open_.begin() + static_cast<std::ptrdiff_t>(count));
}

std::vector<Claim> Drafts::take_claims() {
    claims_.reserve(size());
    settle(open_.size());
    return std::move(claims_);
}

std::vector<Draft> Drafts::take_drafts() {
    for (Draft& draft : open_) put_on_one_line(draft.claim.subject);
    return std::move(open_);
}

bool SentenceFrame::stands_at(std::size_t i, std::string_view wanted) const {
    return has(i) && document.reads(i, wanted);
}

bool SentenceFrame::is_counted_noun(std::size_t i) const {
    for (std::size_t k = 0; k < count(); ++k)
        if (draft(k).quantity.noun_end == i + 1) return true;
    return false;
}

bool mark_divides_clauses(const SentenceFrame& frame, std::size_t i) {
    const std::string_view mark = frame.word(i);
    if (mark.size() > 1)
        return mark == "–" ? frame.token(i).space_before() : is_long_dash(mark) || mark == "“" || mark == "”";
    switch (mark.front()) {
        case '-':
            return frame.token(i).space_before();
        case ';':
        case ':':
        case '(':
        case ')':
        case '"':
        case '[':
        case ']':
            return true;
        default:
            return false;
    }
}

TokenRange segment_around(const SentenceFrame& frame, std::size_t begin, std::size_t end) {
    const auto stops = [&](std::size_t i) {
        return frame.token(i).kind == TokenKind::mark &&
               (frame.is_written(i, ",") || mark_divides_clauses(frame, i));
    };
    TokenRange range{begin, end};
    while (range.begin > frame.sentence.begin && !stops(range.begin - 1)) --range.begin;
    while (range.end < frame.sentence.end && !stops(range.end)) ++range.end;
    return range;
}

}  // namespace figbook
