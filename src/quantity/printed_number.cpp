#include "quantity/printed_number.hpp"

#include <algorithm>
#include <array>

namespace figbook {
namespace {

constexpr std::size_t longest_number = 48;  // more than any decimal holds

// The digits and the point alone, without an allocation.
class PlainDigits {
 public:
    // Drops `separator` and writes `point` as ".".
    PlainDigits(std::string_view text, char separator, char point) {
        for (const char c : text) {
            if (c == separator || (separator == '\'' && static_cast<unsigned char>(c) >= 0x80)) continue;
            if (size_ == longest_number) {
                too_long_ = true;
                return;
            }
            buffer_[size_++] = c == point ? '.' : c;
        }
    }

    std::optional<Printed> read(bool grouped) const {
        if (too_long_) return std::nullopt;
        const std::string_view plain(buffer_.data(), size_);
        const auto value = Decimal::parse(plain);
        if (!value) return std::nullopt;
        const std::size_t point = plain.find('.');
        const int places = point == std::string_view::npos ? 0 : static_cast<int>(plain.size() - point - 1);
        return Printed{*value, places, grouped || places > 0};
    }

 private:
    std::array<char, longest_number> buffer_;
    std::size_t size_ = 0;
    bool too_long_ = false;
};

// "40", "4.5": digits with at most one point between them, as most numbers are printed. None for any other, and for more
// than eighteen digits.
std::optional<Printed> read_simple(std::string_view text) {
    constexpr std::size_t longest = 18;
    if (text.size() > longest) return std::nullopt;
    std::int64_t digits = 0;
    int places = 0;
    bool point = false;
    for (const char c : text) {
        if (c == '.' && !point) {
            point = true;
            continue;
        }
        if (c < '0' || c > '9') return std::nullopt;
        digits = digits * 10 + (c - '0');
        places += point ? 1 : 0;
    }
    if (point && (places == 0 || text.front() == '.')) return std::nullopt;
    return Printed{Decimal(digits, -places), places, point};
}

// True where every group behind the first has three digits (or two, with three in the last: Indian grouping).
bool is_grouping(std::string_view text, char separator) {
    const std::size_t first = text.find(separator);
    if (first == 0 || first > 3) return false;
    for (std::size_t at = first; at < text.size();) {
        const std::size_t next = std::min(text.find(separator, at + 1), text.size());
        const std::size_t length = next - at - 1;
        const bool last = next == text.size();
        if (length != 3 && !(length == 2 && !last)) return false;
        at = next;
    }
    return true;
}

// "1.200.000", "1.111,11": grouped with points; "10.3.5" is no number.
std::optional<Printed> grouped_with_points(std::string_view text, std::ptrdiff_t commas) {
    const std::size_t comma = std::min(text.find(','), text.size());
    if (commas > 1 || !is_grouping(text.substr(0, comma), '.')) return std::nullopt;
    if (commas == 1 && (comma < text.rfind('.') || text.size() - comma > 3)) return std::nullopt;
    return PlainDigits(text, '.', ',').read(true);
}

}  // namespace

namespace {

// The digits without the zero-width spaces between them; none where they are too many to be read.
std::optional<Printed> without_zero_width(std::string_view text, std::size_t first) {
    constexpr std::string_view space = "\u200B";
    std::array<char, 48> kept;
    std::size_t size = 0;
    for (std::size_t at = 0; first != std::string_view::npos; at = first + space.size()) {
        first = text.find(space, at);
        for (const char c : text.substr(at, std::min(first, text.size()) - at)) {
            if (size == kept.size()) return std::nullopt;
            kept[size++] = c;
        }
    }
    return read_printed({kept.data(), size});
}

}  // namespace

std::optional<Printed> read_printed(std::string_view text) {
    if (const auto simple = read_simple(text)) return simple;
    if (const std::size_t space = text.find("\u200B"); space != std::string_view::npos)
        return without_zero_width(text, space);
    const bool apostrophes =
        text.find('\'') != std::string_view::npos || text.find("’") != std::string_view::npos;
    const auto commas = std::count(text.begin(), text.end(), ',');
    const auto points = std::count(text.begin(), text.end(), '.');
    if (apostrophes) {
        if (commas > 0 || points > 1) return std::nullopt;
        return PlainDigits(text, '\'', '.').read(true);
    }
    if (commas == 0 && points == 0) return PlainDigits(text, ',', '.').read(false);
    if (points > 1 || (points == 1 && commas == 1 && text.find(',') > text.find('.')))
        return grouped_with_points(text, commas);
    if (commas == 0) return PlainDigits(text, ',', '.').read(true);
    if (is_grouping(text.substr(0, text.find('.')), ',')) return PlainDigits(text, ',', '.').read(true);
    const bool decimal_comma = commas == 1 && points == 0 && text.size() - text.find(',') <= 3;  // "4,5 %"
    if (decimal_comma) return PlainDigits(text, '.', ',').read(true);
    return std::nullopt;
}

std::optional<Decimal> raised_to(const Decimal& base, int exponent) {
    if (exponent < -99 || exponent > 99 || base.is_zero()) return std::nullopt;
    constexpr int digits = 17;
    Decimal result(1);
    for (int i = 0; i < (exponent < 0 ? -exponent : exponent); ++i) {
        const auto product = Decimal::multiply(result, base, digits);
        if (!product) return std::nullopt;
        result = *product;
    }
    return exponent < 0 ? Decimal::divide(Decimal(1), result, 15) : Decimal::multiply(result, Decimal(1), 15);
}

}  // namespace figbook
