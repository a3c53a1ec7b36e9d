#include "load/article_fields.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "base/csv.hpp"
#include "html/page_dates.hpp"

namespace figbook {
namespace {

struct Field {
    std::string_view name;
    std::string Article::*place;
};
constexpr std::array<Field, 7> text_fields{{{"id", &Article::id},
                                            {"text", &Article::text},
                                            {"url", &Article::url},
                                            {"headline", &Article::headline},
                                            {"byline", &Article::byline},
                                            {"publication", &Article::publication},
                                            {"language", &Article::language}}};

struct DayField {
    std::string_view name;
    std::optional<Date> Article::*place;
};
constexpr std::array<DayField, 2> day_fields{
    {{"published", &Article::published}, {"modified", &Article::modified}}};

Result<Date> day_of(std::string_view value, DateForm form) {
    Result<Date> day = parse_date(value);
    if (day || form == DateForm::iso) return day;
    if (const auto found = html::day_in(value)) return *found;
    return day;
}

Problem map_problem(std::string message) {
    return {
        std::move(message),
        "write our field, =, their field, for example --map text=body,published=meta.date; the fields are " +
            article_field_list(),
        "",
        0,
        {}};
}

}  // namespace

std::string article_field_list() {
    std::string list;
    for (const Field& field : text_fields) list.append(field.name).append(", ");
    for (const DayField& field : day_fields) list.append(field.name).append(", ");
    list.resize(list.size() - 2);
    return list;
}

bool is_article_field(std::string_view name) {
    const auto has_name = [name](const auto& field) { return field.name == name; };
    return std::any_of(text_fields.begin(), text_fields.end(), has_name) ||
           std::any_of(day_fields.begin(), day_fields.end(), has_name);
}

// Other people's "modified" is a number, or a flag: not what an article should fail by.
bool is_read_unasked(std::string_view field) {
    return is_article_field(field) && field != "modified";
}

bool may_be_left_out(std::string_view field) {
    return field != "text" && field != "published";
}

bool FieldNames::has(std::string_view ours) const {
    return std::any_of(pairs.begin(), pairs.end(), [ours](const auto& pair) { return pair.first == ours; });
}

std::string_view FieldNames::theirs(std::string_view ours) const {
    for (const auto& pair : pairs)
        if (pair.first == ours) return pair.second;
    return ours;
}

Result<FieldNames> parse_field_names(std::string_view text) {
    FieldNames names;
    for (const std::string& part : split(text, ',')) {
        const std::size_t equals = part.find('=');
        if (equals == std::string::npos || equals == 0 || equals + 1 == part.size())
            return map_problem(fmt::format("'{}' is no pair of fields", part));
        const std::string ours = part.substr(0, equals);
        if (!is_article_field(ours)) return map_problem(fmt::format("'{}' is no field of an article", ours));
        if (names.has(ours)) return map_problem(fmt::format("'{}' is given twice", ours));
        names.pairs.emplace_back(ours, part.substr(equals + 1));
    }
    return names;
}

std::optional<Problem> put_field(Article& article, std::string_view field, std::string_view value,
                                 DateForm form) {
    if (value.find('\0') != std::string_view::npos)
        return Problem{
            fmt::format("\"{}\" holds a NUL character", field), "take \\u0000 out of it", "", 0, {}};
    for (const Field& known : text_fields)
        if (known.name == field) article.*(known.place) = value;
    for (const DayField& known : day_fields) {
        if (known.name != field || value.empty()) continue;
        const Result<Date> day = day_of(value, form);
        if (!day)
            return Problem{
                fmt::format("\"{}\": {}", field, day.problem().message), day.problem().advice, "", 0, {}};
        article.*(known.place) = *day;
    }
    return std::nullopt;
}

}  // namespace figbook
