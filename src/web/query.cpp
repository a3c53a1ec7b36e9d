#include "web/query.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <stdexcept>

#include "base/utf8.hpp"

namespace figbook::web {
namespace {

std::optional<unsigned> hex_digit(char c) {
    if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
    if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
    if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A' + 10);
    return std::nullopt;
}

}  // namespace

std::string percent_decoded(std::string_view encoded, bool plus_is_space) {
    std::string words;
    for (std::size_t at = 0; at < encoded.size(); ++at) {
        if (encoded[at] == '%' && at + 2 < encoded.size()) {
            const auto high = hex_digit(encoded[at + 1]);
            const auto low = hex_digit(encoded[at + 2]);
            if (high && low) {
                words += static_cast<char>(*high * 16 + *low);
                at += 2;
                continue;
            }
        }
        words += encoded[at] == '+' && plus_is_space ? ' ' : encoded[at];
    }
    return words;
}

std::string percent_encoded(std::string_view words) {
    constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    std::string encoded;
    for (const char c : words) {
        if (plain.find(c) != std::string_view::npos)
            encoded += c;
        else
            encoded += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return encoded;
}

Query::Query(std::string_view encoded) {
    while (!encoded.empty()) {
        const std::string_view field = encoded.substr(0, encoded.find('&'));
        encoded.remove_prefix(std::min(field.size() + 1, encoded.size()));
        if (field.empty()) continue;
        const std::size_t equals = std::min(field.find('='), field.size());
        add(percent_decoded(field.substr(0, equals), true),
            percent_decoded(field.substr(std::min(equals + 1, field.size())), true));
    }
}

void Query::add(std::string name, std::string value) {
    if (first_invalid_utf8(name) || first_invalid_utf8(value) || value.find('\0') != std::string::npos)
        throw BadRequest("the address or form has bytes that are no text (UTF-8)");
    fields_.emplace_back(std::move(name), std::move(value));
}

std::optional<std::string> Query::given(std::string_view name) const {
    for (const auto& [key, value] : fields_)
        if (key == name && !value.empty()) return value;
    return std::nullopt;
}

std::string Query::value(std::string_view name) const {
    return given(name).value_or("");
}

std::int64_t Query::number(std::string_view name, std::int64_t otherwise, std::int64_t least,
                           std::int64_t most) const {
    const auto words = given(name);
    if (!words) return otherwise;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(words->data(), words->data() + words->size(), number);
    if (error != std::errc{} || end != words->data() + words->size() || number < least || number > most)
        throw BadRequest(
            fmt::format("{} is '{}'; give a whole number from {} to {}", name, *words, least, most), name);
    return number;
}

std::optional<Date> Query::date(std::string_view name) const {
    const auto words = given(name);
    if (!words) return std::nullopt;
    const Result<Date> day = parse_date(*words);
    if (!day) throw BadRequest(fmt::format("{}: {}", name, to_string(day.problem())), name);
    return *day;
}

std::optional<std::string> Query::one_of(std::string_view name,
                                         const std::vector<std::string_view>& allowed) const {
    auto words = given(name);
    if (words && std::find(allowed.begin(), allowed.end(), *words) == allowed.end())
        throw BadRequest(fmt::format("{} is '{}'; give one of: {}", name, *words, fmt::join(allowed, ", ")),
                         name);
    return words;
}

void Query::refuse_others_than(const std::vector<std::string_view>& known) const {
    for (auto field = fields_.begin(); field != fields_.end(); ++field) {
        const auto& [name, value] = *field;
        if (std::find(known.begin(), known.end(), name) == known.end())
            throw BadRequest(
                known.empty()
                    ? fmt::format("this page takes nothing behind its ?, and '{}' is there", name)
                    : fmt::format("this page knows no '{}'; it takes: {}", name, fmt::join(known, ", ")),
                name);
        const auto is_same = [&](const auto& other) { return other.first == name; };
        if (!value.empty() && std::find_if(fields_.begin(), field, is_same) != field)
            throw BadRequest(fmt::format("{} is given twice; give it once", name), name);
    }
}

Query Query::without(std::string_view name) const {
    Query query(*this);
    std::erase_if(query.fields_, [&](const auto& field) { return field.first == name; });
    return query;
}

Query Query::with(std::string_view name, std::string_view value) const {
    Query query = without(name);
    query.fields_.emplace_back(name, value);
    return query;
}

std::string Query::text() const {
    std::string text;
    for (const auto& [name, value] : fields_) {
        if (value.empty()) continue;
        text += text.empty() ? '?' : '&';
        text += percent_encoded(name);
        text += '=';
        text += percent_encoded(value);
    }
    return text;
}

}  // namespace figbook::web
