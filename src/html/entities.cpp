#include "html/entities.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/csv.hpp"
#include "base/utf8.hpp"
#include "embedded.hpp"

namespace figbook::html {
namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr std::size_t longest_name = 32;
constexpr std::size_t longest_bare_name = 6;

struct Entity {
    std::string name;
    std::string characters;
    bool bare;
};

std::vector<Entity> read_entities() {
    const CsvTable table = read_csv(page_files::embedded("entities.csv"));
    const std::size_t name = table.column("name");
    const std::size_t characters = table.column("characters");
    const std::size_t bare = table.column("bare");
    std::vector<Entity> list;
    list.reserve(table.rows.size());
    for (const auto& row : table.rows) {
        Entity entity{row[name], "", row[bare] == "yes"};
        for (const std::string& code : split(row[characters], ' '))
            append_utf8(entity.characters, static_cast<char32_t>(std::stoul(code, nullptr, 16)));
        list.push_back(std::move(entity));
    }
    return list;
}

const Entity* entity_named(std::string_view name) {
    static const std::vector<Entity> list = read_entities();
    const auto found =
        std::lower_bound(list.begin(), list.end(), name,
                         [](const Entity& entity, std::string_view wanted) { return entity.name < wanted; });
    return found != list.end() && found->name == name ? &*found : nullptr;
}

bool is_alnum(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// What the numbers 128 to 159 mean on pages: they are written as in Windows-1252.
constexpr std::array<char16_t, 32> windows_1252{
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

char32_t character_of(std::uint32_t number) {
    if (number >= 0x80 && number < 0xA0) return windows_1252[number - 0x80];
    if (number == 0 || number > 0x10FFFF || (number >= 0xD800 && number < 0xE000)) return replacement;
    return number;
}

// How many bytes of `raw`, which starts behind "&#", were read; 0 where that is no number.
std::size_t take_number(std::string& out, std::string_view raw) {
    const bool hexadecimal = raw.starts_with('x') || raw.starts_with('X');
    const char* begin = raw.data() + (hexadecimal ? 1 : 0);
    const char* end = raw.data() + raw.size();
    std::uint32_t number = 0;
    const auto [at, error] = std::from_chars(begin, end, number, hexadecimal ? 16 : 10);
    if (error == std::errc::invalid_argument) return 0;
    append_utf8(out, error == std::errc::result_out_of_range ? replacement : character_of(number));
    auto length = static_cast<std::size_t>(at - raw.data());
    if (length < raw.size() && raw[length] == ';') ++length;
    return length;
}

// The same for a name, `raw` starts behind "&".
std::size_t take_name(std::string& out, std::string_view raw, EntityPlace place) {
    std::size_t length = 0;
    while (length < raw.size() && length < longest_name && is_alnum(raw[length])) ++length;
    if (length == 0) return 0;
    if (length < raw.size() && raw[length] == ';')
        if (const Entity* entity = entity_named(raw.substr(0, length))) {
            out += entity->characters;
            return length + 1;
        }
    for (std::size_t bare = std::min(length, longest_bare_name); bare >= 2; --bare) {
        const Entity* entity = entity_named(raw.substr(0, bare));
        if (entity == nullptr || !entity->bare) continue;
        if (place == EntityPlace::attribute && bare < raw.size() && (raw[bare] == '=' || is_alnum(raw[bare])))
            return 0;
        out += entity->characters;
        return bare;
    }
    return 0;
}

}  // namespace

void append_decoded(std::string& out, std::string_view raw, EntityPlace place) {
    for (;;) {
        const std::size_t plain = std::min(raw.find('&'), raw.size());
        out.append(raw, 0, plain);
        raw.remove_prefix(plain);
        if (raw.empty()) return;
        raw.remove_prefix(1);
        const bool number = raw.starts_with('#');
        const std::size_t taken = number ? take_number(out, raw.substr(1)) : take_name(out, raw, place);
        if (taken == 0) {
            out += '&';
        } else {
            raw.remove_prefix(taken + (number ? 1 : 0));
        }
    }
}

}  // namespace figbook::html
