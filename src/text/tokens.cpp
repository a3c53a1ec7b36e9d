#include "text/tokens.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "base/utf8.hpp"

namespace figbook {
namespace {

enum class Class : std::uint8_t { space, line, letter, digit, mark, wide };

constexpr std::array<Class, 256> make_classes() {
    std::array<Class, 256> classes{};
    for (std::size_t c = 0; c < 256; ++c) {
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        const bool is_space = c <= ' ' || c == 0x7F;
        classes[c] = c >= 0x80              ? Class::wide
                     : c == '\n'            ? Class::line
                     : is_space             ? Class::space
                     : is_letter            ? Class::letter
                     : c >= '0' && c <= '9' ? Class::digit
                                            : Class::mark;
    }
    return classes;
}
constexpr std::array<Class, 256> byte_class = make_classes();

bool is_space_character(char32_t c) {
    return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 ||
           c == 0x202F || c == 0x205F || c == 0x2060 || c == 0x3000 || c == 0xFEFF;
}

constexpr std::string_view zero_width_space = "\u200B";

class Tokenizer {
 public:
    Tokenizer(std::string_view text, Tokens& tokens)
        : text_(text), tokens_(tokens), words_(vocabulary().lexicon) {
        possessive_ = words_.find("'s");
        constexpr std::size_t bytes_a_token = 5;  // of English news, and a little more room
        make_room(text_.size() / bytes_a_token + 16);
    }

    void run() {
        while (at_ < text_.size()) {
            // A blank and a word, which most of a text is: asked first, since this is foretold better than a jump.
            if (text_[at_] == ' ' && at_ + 1 < text_.size()) {
                pending_ |= Token::spaced;
                ++at_;
            }
            const Class next = byte_class[static_cast<unsigned char>(text_[at_])];
            if (next == Class::letter) {
                word();
                continue;
            }
            switch (next) {
                case Class::space:
                    pending_ |= Token::spaced;
                    ++at_;
                    break;
                case Class::line:
                    line_break();
                    break;
                case Class::letter:
                    break;
                case Class::digit:
                    digits();
                    break;
                case Class::mark:
                    mark(1);
                    break;
                case Class::wide:
                    wide();
                    break;
            }
        }
        tokens_.resize(count());
        if (!tokens_.empty()) tokens_.front().flags |= Token::first_of_line;
    }

 private:
    // The tokens are written into room that is there already, and counted by where the next one goes.
    void make_room(std::size_t tokens) {
        const std::size_t made = count();
        tokens_.resize(tokens);
        next_ = tokens_.data() + made;
        limit_ = tokens_.data() + tokens_.size();
    }
    std::size_t count() const { return next_ ? static_cast<std::size_t>(next_ - tokens_.data()) : 0; }

    void line_break() {
        // A second break with only spaces between is a blank line.
        if (pending_ & Token::first_of_line) pending_ |= Token::blank_line;
        pending_ |= Token::spaced | Token::first_of_line;
        ++at_;
    }

    void wide() {
        const CodePoint point = decode_utf8(text_, at_);
        if (is_space_character(point.value)) {
            pending_ |= Token::spaced;
            at_ += point.bytes;
        } else if (is_word_character(point.value)) {
            word();
        } else if (point.value == 0x2019 && possessive_ends(3)) {
            possessive(3);
        } else {
            mark(point.bytes);
        }
    }

    // A word of up to fifteen ASCII letters with nothing of a word behind it, which most words are, eight bytes at once.
    // False where it is another, then nothing was done.
    bool short_word() {
        constexpr std::size_t step = sizeof(std::uint64_t);
        constexpr std::uint64_t small_bits = 0x2020202020202020u;
        if (at_ + 2 * step > text_.size()) return false;
        const std::uint64_t first = eight_bytes(at_);
        std::size_t length = letters_at_start(first);
        std::uint64_t used =
            (std::uint64_t{1} << (8 * (length % step))) - 1;  // the bytes of `first` that are its
        std::uint64_t tail = 0;
        if (length == step) {
            const std::size_t more = letters_at_start(eight_bytes(at_ + step));
            if (more == step) return false;
            length += more;
            used = ~std::uint64_t{0};
            tail = eight_bytes(at_ + length - step);
        }
        const auto behind = static_cast<unsigned char>(text_[at_ + length]);
        if (behind >= 0x80 || behind == '\'' || (behind == '.' && length == 1)) return false;
        if ((first & 0x20) == 0) {
            pending_ |= Token::capital;
            const bool all = ((first & used) & small_bits) == 0 && (tail & small_bits) == 0;
            if (all && length >= 2) pending_ |= Token::capitals;
        }
        const WordKey key{(first | small_bits) & used, length < step ? 0 : tail | small_bits, length};
        const std::uint32_t hash = key.hash();
        emit(at_ + length, TokenKind::word, hash, words_.find_key(key, hash));
        return true;
    }

    std::uint64_t eight_bytes(std::size_t at) const {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, text_.data() + at, sizeof bytes);
        return bytes;
    }

    // How many of the eight bytes, from the lowest on, are ASCII letters.
    static std::size_t letters_at_start(std::uint64_t bytes) {
        static_assert(std::endian::native == std::endian::little, "the first byte must be the lowest");
        constexpr std::uint64_t each = 0x0101010101010101u;
        constexpr std::uint64_t high = 0x80 * each;
        const std::uint64_t small = (bytes | (0x20 * each)) & ~high;
        // Added to a byte, these carry into its high bit from 'a' on, and from behind 'z' on.
        const std::uint64_t letter =
            (small + (0x80 - 'a') * each) & ~(small + (0x80 - 'z' - 1) * each) & ~bytes;
        const std::uint64_t other = ~letter & high;
        return static_cast<std::size_t>(std::countr_zero(other)) / 8;
    }

    void word() {
        if (!short_word()) long_word();
    }

    // Any other. Apart, so that the short ones pay nothing for it.
    [[gnu::noinline]] void long_word() {
        const bool dot_follows = at_ + 1 < text_.size() && text_[at_ + 1] == '.';
        if (const std::size_t dotted = dot_follows ? dotted_abbreviation(text_, at_) : 0) {
            pending_ |= Token::stop;
            emit(dotted, TokenKind::word, hash_to(dotted),
                 words_.find(lower(text_.substr(at_, dotted - at_))));
            return;
        }
        std::size_t end = letters_from(at_);
        bool ascii = true;
        while (end < text_.size()) {
            const auto byte = static_cast<unsigned char>(text_[end]);
            if (byte_class[byte] == Class::letter) {
                end = letters_from(end);
            } else if (byte >= 0x80) {
                const CodePoint point = decode_utf8(text_, end);
                const bool apostrophe =
                    point.value == 0x2019 && is_inner_apostrophe(text_, end) && !is_possessive(end, 3);
                if (!apostrophe && !is_word_character(point.value)) break;
                ascii = false;
                end += point.bytes;
            } else if (byte == '\'' && is_inner_apostrophe(text_, end) && !is_possessive(end, 1)) {
                ++end;
            } else {
                break;
            }
        }
        case_flags(end, ascii);
        emit(end, TokenKind::word, hash_to(end),
             ascii ? words_.find_letters(text_.substr(at_, end - at_))
                   : words_.find(lower(text_.substr(at_, end - at_))));
    }

    // One behind the ASCII letters that start at `at`.
    std::size_t letters_from(std::size_t at) const {
        while (at < text_.size() && byte_class[static_cast<unsigned char>(text_[at])] == Class::letter) ++at;
        return at;
    }

    void case_flags(std::size_t end, bool ascii) {
        const char first = text_[at_];
        const bool capital_first = ascii || static_cast<unsigned char>(first) < 0x80
                                       ? first >= 'A' && first <= 'Z'
                                       : lower(text_.substr(at_, decode_utf8(text_, at_).bytes)) !=
                                             text_.substr(at_, decode_utf8(text_, at_).bytes);
        if (!capital_first) return;
        pending_ |= Token::capital;
        if (!ascii || end - at_ < 2) return;
        const std::string_view word = text_.substr(at_, end - at_);
        if (std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a'; }))
            pending_ |= Token::capitals;
    }

    // True where `at` starts "'s" or "’s" and nothing of a word follows.
    bool is_possessive(std::size_t at, std::size_t bytes) const {
        const std::size_t behind = at + bytes + 1;
        return at + bytes < text_.size() && (text_[at + bytes] == 's' || text_[at + bytes] == 'S') &&
               (behind >= text_.size() ||
                byte_class[static_cast<unsigned char>(text_[behind])] != Class::letter);
    }
    bool possessive_ends(std::size_t bytes) const {
        return count() > 0 && !(pending_ & Token::spaced) && next_[-1].is_word() && is_possessive(at_, bytes);
    }
    void possessive(std::size_t bytes) {
        const std::size_t end = at_ + bytes + 1;
        emit(end, TokenKind::possessive, hash_to(end), possessive_);
    }

    // The bytes of an apostrophe, straight or curved, 0 for none.
    std::size_t apostrophe_at(std::size_t at) const {
        if (text_[at] == '\'') return 1;
        return text_[at] == '\xE2' && text_.substr(at, 3) == "’" ? 3 : 0;
    }

    void digits() {
        std::size_t end = at_;
        while (end < text_.size()) {
            const char c = text_[end];
            const auto digit_at = [&](std::size_t i) {
                return i < text_.size() && byte_class[static_cast<unsigned char>(text_[i])] == Class::digit;
            };
            if (digit_at(end)) {
                ++end;
            } else if ((c == '.' || c == ',') && digit_at(end + 1)) {
                ++end;
            } else if (const std::size_t mark = apostrophe_at(end);
                       mark > 0 && digit_at(end + mark) && digit_at(end + mark + 1) &&
                       digit_at(end + mark + 2) && !digit_at(end + mark + 3)) {
                end += mark;  // "1'000'000"
            } else if (c == '\xE2' && text_.substr(end, 3) == zero_width_space && digit_at(end + 3)) {
                end += 3;  // "$5\u200B0", as a page prints "$50"
            } else {
                break;
            }
        }
        emit(end, TokenKind::number, hash_to(end), unknown_word);
    }

    void mark(std::size_t bytes) {
        if (bytes == 1 && text_[at_] == '\'' && possessive_ends(1)) {
            possessive(1);
            return;
        }
        const char last = text_[at_ + bytes - 1];
        const bool is_stop =
            bytes == 1 ? last == '.' || last == '!' || last == '?' : text_.substr(at_, bytes) == "…";
        if (is_stop) pending_ |= Token::stop;
        emit(at_ + bytes, TokenKind::mark, hash_to(at_ + bytes),
             bytes == 1 ? words_.find_character(text_[at_]) : words_.find(text_.substr(at_, bytes)));
    }

    // The hash of what is written up to `end`.
    std::uint32_t hash_to(std::size_t end) const {
        return WordKey::of_lower(text_.substr(at_, end - at_)).hash();
    }

    void emit(std::size_t end, TokenKind kind, std::uint32_t hash, WordId word_id) {
        if (next_ == limit_) make_room(2 * count());
        *next_++ = {
            static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end), hash, word_id, kind, pending_};
        pending_ = 0;
        at_ = end;
    }

    std::string_view text_;
    Tokens& tokens_;
    Token* next_ = nullptr;
    Token* limit_ = nullptr;
    const Lexicon& words_;
    WordId possessive_ = unknown_word;
    std::size_t at_ = 0;
    std::uint8_t pending_ = 0;  // the flags of the next token
};

}  // namespace

void tokenize(std::string_view text, Tokens& tokens) {
    tokens.clear();
    Tokenizer(text, tokens).run();
}

}  // namespace figbook
