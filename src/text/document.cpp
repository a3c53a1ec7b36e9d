#include "text/document.hpp"

#include <algorithm>
#include <cstring>

#include "base/utf8.hpp"

namespace figbook {

namespace {

// What documents of a thread were cut into: the next ones are written over it, and need no room of their own.
struct Room {
    Tokens tokens;
    Signs signs;
};

class Rooms {
 public:
    Rooms() { free_.reserve(most_rooms); }  // so that nothing throws where a document goes
    Room take() {
        if (free_.empty()) return {};
        Room room = std::move(free_.back());
        free_.pop_back();
        kept_ -= room.tokens.capacity();
        return room;
    }
    void give_back(Room room) {
        if (free_.size() == most_rooms || kept_ + room.tokens.capacity() > most_kept) return;
        kept_ += room.tokens.capacity();
        free_.push_back(std::move(room));
    }

 private:
    // As the articles have that are read together.
    static constexpr std::size_t most_rooms = 256, most_kept = 200'000;  // tokens

    std::vector<Room> free_;
    std::size_t kept_ = 0;  // tokens
};
thread_local Rooms rooms;

}  // namespace

Document::Document(std::string_view article_text) : text(article_text) {
    Room room = rooms.take();
    tokens = std::move(room.tokens);
    signs = std::move(room.signs);
    tokenize(text, tokens);
    token_count = tokens.size();
    sentences = find_sentences(text, tokens, signs);
    join_names(*this);
    quotations = find_quotations(text, tokens, sentences);
    for (const Quotation& quotation : quotations)
        if (quotation.is_long())
            for (std::size_t i = quotation.begin; i < quotation.end; ++i) tokens[i].flags |= Token::quoted;
}

Document::~Document() {
    rooms.give_back({std::move(tokens), std::move(signs)});
}

namespace {

template <class Number>
Number difference(const char* one, const char* other) {
    Number of_one{}, of_other{};
    std::memcpy(&of_one, one, sizeof(Number));
    std::memcpy(&of_other, other, sizeof(Number));
    return static_cast<Number>(of_one ^ of_other);
}

// The first bytes and the last ones, which may overlap: no loop, whose end a processor cannot foretell.
template <class Number>
bool ends_are_same(const char* one, const char* other, std::size_t length) {
    const std::size_t last = length - sizeof(Number);
    return (difference<Number>(one, other) | difference<Number>(one + last, other + last)) == 0;
}

// True for most words that this is asked of.
bool are_same_bytes(const char* one, const char* other, std::size_t length) {
    if (length >= 4) {
        if (length < 8) return ends_are_same<std::uint32_t>(one, other, length);
        return length <= 16 && ends_are_same<std::uint64_t>(one, other, length);
    }
    return length >= 2 && ends_are_same<std::uint16_t>(one, other, length);
}

bool are_same_but_for_capitals(const char* found, std::string_view wanted) {
    for (std::size_t i = 0; i < wanted.size(); ++i)
        if (found[i] != wanted[i] && !(found[i] >= 'A' && found[i] <= 'Z' && found[i] + 32 == wanted[i]))
            return false;
    return true;
}

}  // namespace

bool Document::is_written(const Token& token, std::string_view wanted) const {
    if (token.length() != wanted.size()) return false;
    const char* const found = text.data() + token.start;
    return are_same_bytes(found, wanted.data(), wanted.size()) || are_same_but_for_capitals(found, wanted);
}

bool Document::is_exactly(const Token& token, std::string_view wanted) const {
    return token.span().in(text) == wanted;
}

std::string_view Document::lower_text_of(std::size_t begin, std::size_t end) const {
    const std::string_view written = text_of(begin, end);
    const bool is_lower = std::all_of(written.begin(), written.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x80 && (c < 'A' || c > 'Z');
    });
    return is_lower ? written : lowered_.emplace_front(lower(written));
}

}  // namespace figbook
