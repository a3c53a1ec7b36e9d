#include "html/page_dates.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "base/ascii.hpp"
#include "base/csv.hpp"
#include "base/utf8.hpp"
#include "embedded.hpp"

namespace figbook::html {
namespace {

constexpr int first_year = 1970;
constexpr int last_year = 2100;
constexpr std::size_t longest_text = 300;

// A number or a word of the text, in lower case, and the mark right behind it.
struct Piece {
    std::string word;  // "" for a number
    std::uint64_t number = 0;
    std::size_t digits = 0;
    char behind = '\0';
};

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

std::vector<Piece> pieces_of(std::string_view text) {
    std::vector<Piece> pieces;
    for (std::size_t at = 0; at < text.size();) {
        Piece piece;
        if (is_digit(text[at])) {
            for (; at < text.size() && is_digit(text[at]); ++at, ++piece.digits)
                if (piece.digits < 18)
                    piece.number = piece.number * 10 + static_cast<unsigned>(text[at] - '0');
        } else if (is_letter(text[at])) {
            const std::size_t start = at;
            while (at < text.size() && is_letter(text[at])) ++at;
            piece.word = lower(text.substr(start, at - start));
        } else {
            ++at;
            continue;
        }
        piece.behind = at < text.size() ? text[at] : '\0';
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

struct Month {
    std::string name;
    unsigned number;
};

unsigned month_named(const std::string& word) {
    static const std::vector<Month> months = [] {
        const CsvTable table = read_csv(page_files::embedded("months.csv"));
        std::vector<Month> list;
        for (const auto& row : table.rows)
            list.push_back(
                {row[table.column("name")], static_cast<unsigned>(std::stoul(row[table.column("month")]))});
        return list;
    }();
    unsigned found = 0;
    std::size_t longest = 0;
    for (const Month& month : months)
        if (month.name.size() > longest && word.starts_with(month.name)) {
            found = month.number;
            longest = month.name.size();
        }
    return found;
}

std::optional<Date> checked(std::uint64_t year, std::uint64_t month, std::uint64_t day) {
    if (year < first_year || year > last_year || month > 12 || day > 31) return std::nullopt;
    return make_date(static_cast<int>(year), static_cast<unsigned>(month), static_cast<unsigned>(day));
}

bool is_year(const Piece& piece) {
    return piece.digits == 4 && piece.number >= first_year && piece.number <= last_year;
}
bool is_day(const Piece& piece) {
    return (piece.digits == 1 || piece.digits == 2) && piece.number >= 1 && piece.number <= 31;
}

// 20250212, or seconds or milliseconds since 1970.
std::optional<Date> of_one_number(const Piece& piece) {
    if (piece.digits == 8) return checked(piece.number / 10000, piece.number / 100 % 100, piece.number % 100);
    if (piece.digits == 14)
        return checked(piece.number / 10000000000, piece.number / 100000000 % 100,
                       piece.number / 1000000 % 100);
    if (piece.digits != 10 && piece.digits != 13) return std::nullopt;
    const std::uint64_t seconds = piece.digits == 13 ? piece.number / 1000 : piece.number;
    const Date day{std::chrono::days{static_cast<std::int64_t>(seconds / 86400)}};
    return year_of(day) >= first_year && year_of(day) <= last_year ? std::optional(day) : std::nullopt;
}

std::optional<Date> of_numbers(const Piece& a, const Piece& b, const Piece& c, bool month_first) {
    if (is_year(a)) return checked(a.number, b.number, c.number);
    if (!is_year(c) || !is_day(a) || !is_day(b)) return std::nullopt;
    if (month_first || b.number > 12)
        if (const auto day = checked(c.number, a.number, b.number)) return day;
    if (const auto day = checked(c.number, b.number, a.number)) return day;
    return checked(c.number, a.number, b.number);
}

// The date that starts at the piece.
std::optional<Date> date_at(const std::vector<Piece>& pieces, std::size_t i, bool month_first) {
    const auto piece = [&](std::size_t k) { return i + k < pieces.size() ? pieces[i + k] : Piece{}; };
    const Piece a = piece(0);
    if (a.word.empty())
        if (const auto day = of_one_number(a)) return day;
    // "12th February 2025", "12 de febrero de 2025": small words between are passed over.
    std::array<Piece, 3> three;
    std::size_t count = 0;
    for (std::size_t k = 0; k < 6 && count < 3 && i + k < pieces.size(); ++k) {
        const Piece next = piece(k);
        const bool small = next.word == "th" || next.word == "st" || next.word == "nd" || next.word == "rd" ||
                           next.word == "de" || next.word == "of" || next.word == "the" || next.word == "del";
        if (small && count > 0) continue;
        three[count++] = next;
    }
    if (count < 3) return std::nullopt;
    const auto& [first, second, third] = three;
    if (first.word.empty() && second.word.empty() && third.word.empty()) {
        if (first.behind != second.behind ||
            (first.behind != '-' && first.behind != '/' && first.behind != '.'))
            return std::nullopt;
        return of_numbers(first, second, third, month_first);
    }
    if (!first.word.empty() && is_day(second) && is_year(third))
        if (const unsigned month = month_named(first.word))
            return checked(third.number, month, second.number);
    if (is_day(first) && !second.word.empty() && is_year(third))
        if (const unsigned month = month_named(second.word))
            return checked(third.number, month, first.number);
    return std::nullopt;
}

}  // namespace

std::optional<Date> day_in(std::string_view text, bool month_first) {
    const std::vector<Piece> pieces = pieces_of(text.substr(0, longest_text));
    for (std::size_t i = 0; i < pieces.size(); ++i)
        if (const auto day = date_at(pieces, i, month_first)) return day;
    return std::nullopt;
}

std::optional<Date> day_in_address(std::string_view address) {
    for (std::size_t at = address.find("/20"); at != std::string_view::npos;
         at = address.find("/20", at + 1)) {
        const std::vector<Piece> pieces = pieces_of(address.substr(at + 1, 12));
        if (pieces.size() < 3 || !is_year(pieces[0]) || pieces[0].behind != pieces[1].behind) continue;
        if (pieces[0].behind == '/' || pieces[0].behind == '-')
            if (const auto day = of_numbers(pieces[0], pieces[1], pieces[2], false)) return day;
    }
    return std::nullopt;
}

}  // namespace figbook::html
