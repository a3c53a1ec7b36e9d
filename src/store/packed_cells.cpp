#include "store/packed_cells.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>

namespace figbook {
namespace {

constexpr char nothing = 'n';
constexpr char whole = 'i';
constexpr char real = 'r';
constexpr char text = 't';

void append_varint(std::string& bytes, std::uint64_t number) {
    for (; number >= 0x80U; number >>= 7U) bytes += static_cast<char>((number & 0x7fU) | 0x80U);
    bytes += static_cast<char>(number);
}

struct Append {
    std::string& bytes;

    void operator()(std::monostate) const { bytes += nothing; }
    // The sign goes to the lowest bit, so that small numbers below zero are short too.
    void operator()(std::int64_t number) const {
        bytes += whole;
        const auto bits = static_cast<std::uint64_t>(number);
        append_varint(bytes, number < 0 ? ~(bits << 1U) : bits << 1U);
    }
    void operator()(double number) const {
        bytes += real;
        const auto bits = std::bit_cast<std::uint64_t>(number);
        for (unsigned shift = 0; shift < 64; shift += 8) bytes += static_cast<char>((bits >> shift) & 0xffU);
    }
    void operator()(const std::string& words) const {
        bytes += text;
        append_varint(bytes, words.size());
        bytes += words;
    }
};

class Reader {
 public:
    explicit Reader(std::string_view bytes) : left_(bytes) {}

    bool at_end() const { return left_.empty(); }
    bool is_broken() const { return is_broken_; }

    Value cell() {
        const char what = take(1).front();
        if (what == whole) {
            const std::uint64_t number = varint();
            return static_cast<std::int64_t>((number & 1U) == 0 ? number >> 1U : ~(number >> 1U));
        }
        if (what == real) {
            std::uint64_t bits = 0;
            unsigned shift = 0;
            for (const char byte : take(8)) {
                bits |= static_cast<std::uint64_t>(static_cast<unsigned char>(byte)) << shift;
                shift += 8;
            }
            return std::bit_cast<double>(bits);
        }
        if (what == text) return std::string(take(varint()));
        is_broken_ |= what != nothing;
        return {};
    }

 private:
    std::string_view take(std::uint64_t size) {
        if (size > left_.size()) {
            is_broken_ = true;
            left_ = {};
            return std::string_view("\0", 1);
        }
        const std::string_view taken = left_.substr(0, static_cast<std::size_t>(size));
        left_.remove_prefix(taken.size());
        return taken;
    }

    std::uint64_t varint() {
        std::uint64_t number = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const auto byte = static_cast<unsigned char>(take(1).front());
            number |= std::uint64_t{byte & 0x7fU} << shift;
            if ((byte & 0x80U) == 0) return number;
        }
        is_broken_ = true;
        return 0;
    }

    std::string_view left_;
    bool is_broken_ = false;
};

}  // namespace

std::string packed(const std::vector<Value>& cells) {
    std::string bytes;
    for (const Value& cell : cells) std::visit(Append{bytes}, cell);
    return bytes;
}

std::optional<std::vector<Value>> unpacked(std::string_view bytes) {
    Reader reader(bytes);
    std::vector<Value> cells;
    while (!reader.at_end()) cells.push_back(reader.cell());
    if (reader.is_broken()) return std::nullopt;
    return cells;
}

}  // namespace figbook
