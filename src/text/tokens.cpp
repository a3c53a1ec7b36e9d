#include "text/tokens.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

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

// By what stands behind its letters a word goes on, or may: short_words() leaves it to word(). A full stop behind a single
// letter is half of a reason.
constexpr unsigned reason = 2, half_a_reason = 1;
constexpr std::array<std::uint8_t, 256> make_goes_on() {
    std::array<std::uint8_t, 256> goes_on{};
    for (std::size_t c = 0; c < 256; ++c) goes_on[c] = c >= 0x80 || c == '\'' ? reason : 0;
    goes_on['.'] = half_a_reason;
    return goes_on;
}
constexpr std::array<std::uint8_t, 256> goes_on = make_goes_on();

// Sixty-four bytes of a text, a bit each from the lowest on: what its words are cut by, without a look at one byte after
// the other.
struct Window {
    static constexpr std::size_t bytes = 64;

    std::uint64_t letters = 0;
    std::uint64_t small = 0;   // of letters: those that are no capitals
    std::uint64_t blanks = 0;  // spaces alone

    // How many letters stand from `at` on, of those of the window.
    std::size_t letters_from(std::size_t at) const {
        return static_cast<unsigned>(std::countr_one(letters >> at));
    }
    std::size_t blank(std::size_t at) const { return blanks >> at & 1; }
    // The flags of the word of letters that stands there.
    std::uint8_t capitals(std::size_t at, std::size_t length) const {
        const std::uint64_t from_here = letters >> at;
        const std::uint64_t of_word = small >> at;
        const bool all = ((of_word & ((from_here ^ (from_here + 1)) >> 1)) == 0) & (length > 1);
        const bool first = (of_word & 1) == 0;
        return static_cast<std::uint8_t>(first * Token::capital | all * Token::capitals);
    }
};

#ifdef __SSE2__
// Sixteen bytes of it, from as many before its middle as a word has letters on, leave the bytes of that word as they are.
constexpr std::array<std::uint8_t, 2 * WordKey::whole> make_word_bytes() {
    std::array<std::uint8_t, 2 * WordKey::whole> bytes{};
    for (std::size_t i = 0; i < WordKey::whole; ++i) bytes[i] = 0xFF;
    return bytes;
}
constexpr std::array<std::uint8_t, 2 * WordKey::whole> word_bytes = make_word_bytes();

__m128i sixteen_at(const void* bytes) {
    return _mm_loadu_si128(static_cast<const __m128i*>(bytes));
}

Window window_at(const char* from) {
    constexpr std::size_t step = sizeof(__m128i);
    const auto bits = [](__m128i bytes) {
        return static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(bytes)));
    };
    Window window;
    for (std::size_t at = 0; at < Window::bytes; at += step) {
        const __m128i written = sixteen_at(from + at);
        const __m128i in_small = _mm_or_si128(written, _mm_set1_epi8(0x20));
        // Moved so that 'a' is the lowest number that a byte with a sign can be: one comparison then tells all letters.
        const __m128i moved = _mm_sub_epi8(in_small, _mm_set1_epi8(static_cast<char>('a' + 128)));
        window.letters |= bits(_mm_cmplt_epi8(moved, _mm_set1_epi8(-128 + 26))) << at;
        // The bit that makes a letter small, moved to where the mask is taken from.
        window.small |= bits(_mm_slli_epi16(written, 2)) << at;
        window.blanks |= bits(_mm_cmpeq_epi8(written, _mm_set1_epi8(' '))) << at;
    }
    return window;
}

// The key of the letters there, in small letters: of at most sixteen, and so many bytes can be read.
WordKey key_at(const char* from, std::size_t letters) {
    const __m128i in_small = _mm_or_si128(sixteen_at(from), _mm_set1_epi8(0x20));
    const __m128i word = _mm_and_si128(in_small, sixteen_at(word_bytes.data() + WordKey::whole - letters));
    return {static_cast<std::uint64_t>(_mm_cvtsi128_si64(word)),
            static_cast<std::uint64_t>(_mm_cvtsi128_si64(_mm_unpackhi_epi64(word, word))), letters};
}
#else
Window window_at(const char* from) {
    Window window;
    for (std::size_t i = 0; i < Window::bytes; ++i) {
        const auto byte = static_cast<unsigned char>(from[i]);
        window.letters |= std::uint64_t{byte_class[byte] == Class::letter} << i;
        window.small |= std::uint64_t{(byte & 0x20) != 0} << i;
        window.blanks |= std::uint64_t{byte == ' '} << i;
    }
    return window;
}

WordKey key_at(const char* from, std::size_t letters) {
    return WordKey::of_lower({from, letters});
}
#endif

// ASCII marks that are a token whatever stands beside them: all but the apostrophe.
constexpr std::array<bool, 256> make_is_plain_mark() {
    std::array<bool, 256> is_plain{};
    for (std::size_t c = 0; c < 256; ++c) is_plain[c] = byte_class[c] == Class::mark && c != '\'';
    return is_plain;
}
constexpr std::array<bool, 256> is_plain_mark = make_is_plain_mark();

// The hashes of marks of one byte.
constexpr std::array<std::uint32_t, 256> make_mark_hash() {
    std::array<std::uint32_t, 256> hashes{};
    for (std::size_t c = 0; c < hashes.size(); ++c) hashes[c] = WordKey{c, 0, 1}.hash();
    return hashes;
}
constexpr std::array<std::uint32_t, 256> mark_hash = make_mark_hash();
static_assert(std::endian::native == std::endian::little,
              "the first byte of a word must be the lowest of its key");

class Tokenizer {
 public:
    Tokenizer(std::string_view text, Tokens& tokens)
        : text_(text), tokens_(tokens), words_(vocabulary().lexicon) {
        possessive_ = words_.find("'s");
        constexpr std::size_t bytes_a_token = 4;  // of English news, and a little more room
        make_room(text_.size() / bytes_a_token + 2 * Window::bytes);
    }

    void run() {
        while (at_ < text_.size()) {
            short_words();
            if (at_ == text_.size()) break;
            switch (byte_class[static_cast<unsigned char>(text_[at_])]) {
                case Class::space:
                    pending_ |= Token::spaced;
                    ++at_;
                    break;
                case Class::line:
                    line_break();
                    break;
                case Class::letter:
                    word();
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
        tokens_.close(count());
        if (!tokens_.empty()) tokens_.front().flags |= Token::first_of_line;
    }

 private:
    // The tokens are written into room that is there already, and counted by where the next one goes.
    void make_room(std::size_t tokens) {
        const std::size_t made = count();
        tokens_.make_room(tokens, made);
        next_ = tokens_.data() + made;
        limit_ = tokens_.data() + tokens;
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

    // Words of up to fifteen ASCII letters with nothing of a word behind them, and plain marks, with at most one blank before
    // each, which most of a text is: as many as stand here.
    void short_words() {
        constexpr std::size_t bytes = Window::bytes + WordKey::whole;  // that short_words_in() looks at
        bool at_end_of_window = true;
        while (at_end_of_window) {
            const std::size_t left = text_.size() - at_;
            if (left >= bytes) {
                at_end_of_window = short_words_in(text_.data() + at_);
            } else {
                // What is behind the end of the text is no part of a word.
                std::array<char, bytes> rest{};
                std::memcpy(rest.data(), text_.data() + at_, left);
                at_end_of_window = short_words_in(rest.data());
            }
        }
    }

    // Those of the window of these bytes, which are the text's from `at_` on. True where only the window ends. With few
    // branches, since words give a processor no way to foretell them; and where the next one begins hangs on the bits of
    // the window alone, so that it is known early.
    [[gnu::noinline]] bool short_words_in(const char* bytes) {
        if (static_cast<std::size_t>(limit_ - next_) < Window::bytes) make_room(2 * count() + Window::bytes);
        const Window window = window_at(bytes);
        const std::size_t first = at_;
        std::size_t at = 0;  // in the window
        std::uint8_t pending = pending_;
        Token* next = next_;
        bool window_ends = true;
        while (at < Window::bytes - 1) {
            const std::size_t blank = window.blank(at);
            const std::size_t start = at + blank;
            const std::size_t length = window.letters_from(start);
            const std::size_t end = start + length;
            if (end >= Window::bytes) {
                window_ends = at > 0;
                break;
            }
            const auto flags = static_cast<std::uint8_t>(pending | blank * Token::spaced);
            if (length == 0 && is_plain_mark[static_cast<unsigned char>(bytes[start])]) {
                if (may_join_site(bytes[start], bytes[start + 1])) {
                    window_ends = false;
                    break;
                }
                *next++ = plain_mark(bytes[start], first + start, flags);
                at = start + 1;
            } else if (is_short_word(length, bytes[end])) {
                const WordKey key = key_at(bytes + start, length);
                const std::uint32_t hash = key.hash();
                *next++ = {static_cast<std::uint32_t>(first + start),
                           static_cast<std::uint32_t>(first + end),
                           hash,
                           words_.find_key(key, hash),
                           TokenKind::word,
                           static_cast<std::uint8_t>(flags | window.capitals(start, length))};
                at = end;
            } else {
                window_ends = false;
                break;
            }
            pending = 0;
        }
        at_ += at;
        pending_ = pending;
        next_ = next;
        return window_ends;
    }

    Token plain_mark(char mark, std::size_t at, std::uint8_t flags) const {
        if (mark == '.' || mark == '!' || mark == '?') flags |= Token::stop;
        return {static_cast<std::uint32_t>(at),
                static_cast<std::uint32_t>(at + 1),
                mark_hash[static_cast<unsigned char>(mark)],
                words_.find_character(mark),
                TokenKind::mark,
                flags};
    }

    // True for a full stop with a letter behind it, which mark() looks at: "Booking.com".
    static bool may_join_site(char mark, char behind) {
        return mark == '.' && byte_class[static_cast<unsigned char>(behind)] == Class::letter;
    }

    // True for some letters that are a word, as the byte behind them says.
    static bool is_short_word(std::size_t length, char behind) {
        const unsigned reasons = goes_on[static_cast<unsigned char>(behind)] + unsigned{length == 1};
        return length - 1 < WordKey::whole - 1 && reasons < reason;
    }

    // Any other word.
    void word() {
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

    void digits() {
        const auto digit_at = [&](std::size_t i) {
            return i < text_.size() && byte_class[static_cast<unsigned char>(text_[i])] == Class::digit;
        };
        std::size_t end = at_;
        while (true) {
            while (digit_at(end)) ++end;
            const std::size_t mark = end < text_.size() ? joint_of_digits(end) : 0;
            if (mark == 0 || !digit_at(end + mark)) break;
            const bool apostrophe = text_[end] == '\'' || text_.substr(end, mark) == "’";
            const bool three =
                digit_at(end + mark + 1) && digit_at(end + mark + 2) && !digit_at(end + mark + 3);
            if (apostrophe && !three) break;
            end += mark;
        }
        emit(end, TokenKind::number, hash_to(end), unknown_word);
    }

    // The bytes of what may stand between the digits of a number: "1,300.5", "1'000'000", and "$5\u200B0", as a page prints
    // "$50". 0 for any other.
    std::size_t joint_of_digits(std::size_t at) const {
        if (text_[at] == '.' || text_[at] == ',' || text_[at] == '\'') return 1;
        if (text_[at] != '\xE2') return 0;
        const std::string_view mark = text_.substr(at, zero_width_space.size());
        return mark == "’" || mark == zero_width_space ? mark.size() : 0;
    }

    // The first token of what stands before the full stop of a site: "Booking" and "24" of "Booking24.com", and "shop" of
    // "shop.example.com"; not "fell" of "it fell.Booking.com rose", where a blank was lost. `next_` for a number alone.
    Token* first_of_site() const {
        const auto is_part = [](const Token& token) { return token.is_word() || token.is_number(); };
        Token* first = next_;
        bool has_letters = false;
        const auto take_parts = [&] {
            while (first > tokens_.data() && is_part(first[-1]) &&
                   (first == next_ || !first->space_before())) {
                --first;
                has_letters |= first->is_word();
            }
        };
        take_parts();
        while (first < next_ && first > tokens_.data() + 1 && !first->space_before() &&
               !first->is_capitalised() && text_[first[-1].start] == '.' && !first[-1].space_before() &&
               is_part(first[-2])) {
            --first;
            --first;
            take_parts();
        }
        return has_letters ? first : next_;
    }

    // "Booking.com", "U24.co.uk": one word, whose first tokens are made already when its full stop is read.
    [[gnu::noinline]] bool site() {
        const std::size_t end = pending_ == 0 ? end_of_site(text_, at_) : 0;
        Token* const first = end > 0 ? first_of_site() : next_;
        if (first == next_) return false;
        std::uint8_t flags = 0;
        bool all_capitals = true;
        for (const Token* part = first; part < next_; ++part) {
            flags |= part->flags & Token::capital;
            all_capitals = all_capitals && part->is_all_capitals();
        }
        if (all_capitals && text_[end - 1] < 'a') flags |= Token::capitals;
        pending_ = flags | (first->flags & (Token::spaced | Token::first_of_line | Token::blank_line));
        at_ = first->start;
        next_ = first;
        if (const std::size_t address = end_of_address(end); address > end) {
            emit(address, TokenKind::mark, hash_to(address), unknown_word);
            return true;
        }
        emit(end, TokenKind::word, hash_to(end), words_.find(lower(text_.substr(at_, end - at_))));
        return true;
    }

    // "example.com/2024/07": a page of a site, which is no word. `end` where nothing of one stands there.
    std::size_t end_of_address(std::size_t end) const {
        const auto is_part = [&](std::size_t i) {
            const auto byte = static_cast<unsigned char>(text_[i]);
            return byte_class[byte] == Class::letter || byte_class[byte] == Class::digit ||
                   std::string_view("/-_=&%#?~+.").find(text_[i]) != std::string_view::npos;
        };
        if (end + 1 >= text_.size() || text_[end] != '/') return end;
        std::size_t address = end;
        while (address < text_.size() && is_part(address)) ++address;
        while (address > end && (text_[address - 1] == '.' || text_[address - 1] == '?'))
            --address;  // of the sentence
        return address > end + 1 ? address : end;
    }

    void mark(std::size_t bytes) {
        if (bytes == 1 && text_[at_] == '\'' && possessive_ends(1)) {
            possessive(1);
            return;
        }
        if (at_ + 1 < text_.size() && may_join_site(text_[at_], text_[at_ + 1]) && site()) return;
        const char last = text_[at_ + bytes - 1];
        const bool is_stop =
            bytes == 1 ? last == '.' || last == '!' || last == '?' : text_.substr(at_, bytes) == "…";
        if (is_stop) pending_ |= Token::stop;
        if (bytes == 1)
            emit(at_ + 1, TokenKind::mark, mark_hash[static_cast<unsigned char>(last)],
                 words_.find_character(last));
        else
            emit(at_ + bytes, TokenKind::mark, hash_to(at_ + bytes), words_.find(text_.substr(at_, bytes)));
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

void Tokens::make_room(std::size_t count, std::size_t kept) {
    if (kept == 0) all_.clear();  // so that nothing is moved
    all_.resize(room + count + room);
}

void Tokens::close(std::size_t count) {
    size_ = count;
    all_.resize(room + count + room);
    std::fill_n(all_.begin(), room, Token{});
    std::fill_n(all_.end() - room, room, Token{});
}

void tokenize(std::string_view text, Tokens& tokens) {
    Tokenizer(text, tokens).run();
}

}  // namespace figbook
