// The fields that JSON Lines and CSV have for an article, and other people's names for them.
//
//     const auto names = parse_field_names("text=body,published=meta.date");    // --map
//     names->theirs("text")                                                    // "body"
//     put_field(article, "published", "2025-02-12", DateForm::iso)             // nothing is wrong
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/problem.hpp"
#include "text/article.hpp"

namespace figbook {

// "id, text, published, ...", for messages.
std::string article_field_list();
bool is_article_field(std::string_view name);
// Whether a field of that name is read also where --map does not say so.
bool is_read_unasked(std::string_view field);

// Whether an article is worth having without what the field says. Not so without its text, and not without the day that
// all periods hang on where one is given.
bool may_be_left_out(std::string_view field);

struct FieldNames {
    std::vector<std::pair<std::string, std::string>> pairs;  // ours and theirs

    bool has(std::string_view ours) const;
    // Their name for a field, ours where none was given.
    std::string_view theirs(std::string_view ours) const;
};

// "text=body,published=date": the problem names the part that is wrong.
Result<FieldNames> parse_field_names(std::string_view text);

// Days are ISO 8601, unless the user has said himself which field has them: then in whatever form.
enum class DateForm : bool { iso, any };
// Message and advice where the value cannot be what the field holds.
std::optional<Problem> put_field(Article& article, std::string_view field, std::string_view value,
                                 DateForm form);

}  // namespace figbook
