#include "vocabulary/lexicon.hpp"

#include "base/utf8.hpp"

namespace figbook {
namespace {

bool is_letter_byte(std::string_view text, std::size_t at) {
    return at < text.size() && ((text[at] >= 'a' && text[at] <= 'z') || (text[at] >= 'A' && text[at] <= 'Z'));
}

}  // namespace

bool is_word_character(char32_t c) {
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (c == 0xB5) return true;  // the micro sign of "µm"
    return (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7) ||
           (c >= 0x2C00 && c < 0xD800 && !(c >= 0x3000 && c < 0x3040)) || (c >= 0xF900 && c < 0xFB00);
}

bool is_digit_character(char32_t c) {
    return c >= '0' && c <= '9';
}

bool is_inner_apostrophe(std::string_view text, std::size_t at) {
    const std::size_t bytes = text[at] == '\'' ? 1 : (text.substr(at, 3) == "’" ? 3 : 0);
    return bytes > 0 && at > 0 && is_letter_byte(text, at - 1) && is_letter_byte(text, at + bytes);
}

std::size_t dotted_abbreviation(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (is_letter_byte(text, end) && end + 1 < text.size() && text[end + 1] == '.') end += 2;
    return end - at >= 4 && !is_letter_byte(text, end) ? end : 0;
}

Lexicon::Lexicon() : slots_(1024) {
    words_.emplace_back("");  // unknown_word
    add("-");                 // PhraseTable::hyphen() relies on this being word 1
}

std::uint64_t Lexicon::hash(std::string_view word) {
    std::uint64_t value = 0xcbf29ce484222325u;  // FNV-1a: short keys, no dependency
    for (const char c : word) value = (value ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
    return value | 1u;
}

WordId Lexicon::find(std::string_view word) const {
    const std::uint64_t wanted = hash(word);
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = (wanted >> 7) & mask;; at = (at + 1) & mask) {
        if (slots_[at].id == unknown_word) return unknown_word;
        if (slots_[at].hash == wanted && words_[slots_[at].id] == word) return slots_[at].id;
    }
}

WordId Lexicon::add(std::string_view word) {
    if (const WordId known = find(word)) return known;
    if (words_.size() * 4 > slots_.size()) grow();
    const std::uint64_t value = hash(word);
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = (value >> 7) & mask;
    while (slots_[at].id != unknown_word) at = (at + 1) & mask;
    const auto id = static_cast<WordId>(words_.size());
    words_.emplace_back(word);
    slots_[at] = {value, id};
    return id;
}

void Lexicon::grow() {
    std::vector<Slot> larger(slots_.size() * 4);
    const std::size_t mask = larger.size() - 1;
    for (const Slot& slot : slots_) {
        if (slot.id == unknown_word) continue;
        std::size_t at = (slot.hash >> 7) & mask;
        while (larger[at].id != unknown_word) at = (at + 1) & mask;
        larger[at] = slot;
    }
    slots_ = std::move(larger);
}

std::vector<PhraseToken> split_phrase(std::string_view phrase, Lexicon& lexicon) {
    std::vector<PhraseToken> tokens;
    bool space = false;
    for (std::size_t at = 0; at < phrase.size();) {
        const CodePoint first = decode_utf8(phrase, at);
        if (first.value == ' ') {
            space = true;
            ++at;
            continue;
        }
        std::size_t end = at + first.bytes;
        const bool letters = is_word_character(first.value);
        const auto belongs = [&](char32_t c) {
            return letters ? is_word_character(c) : is_digit_character(first.value) && is_digit_character(c);
        };
        while (end < phrase.size()) {
            const CodePoint next = decode_utf8(phrase, end);
            if (!belongs(next.value) && !is_inner_apostrophe(phrase, end)) break;
            end += next.bytes;
        }
        if (const std::size_t dotted = dotted_abbreviation(phrase, at)) end = dotted;
        tokens.push_back({lexicon.add(lower(phrase.substr(at, end - at))), space && !tokens.empty()});
        space = false;
        at = end;
    }
    return tokens;
}

}  // namespace figbook
