#include "cli/figure_reference.hpp"

#include <charconv>
#include <fmt/format.h>

#include "base/ascii.hpp"
#include "base/problem.hpp"
#include "base/utf8.hpp"
#include "store/canonical_url.hpp"

namespace figbook {
namespace {

constexpr std::size_t most_listed = 12;

// "0 "€50 billion", 1 "$51.9 billion"".
std::string figures_of(const Database& database, std::int64_t article) {
    const Table table = database.query(
        "SELECT ordinal, text FROM claim WHERE document_id = :id ORDER BY ordinal", {{":id", article}});
    if (table.rows.empty()) return "it has no figures";
    std::string list;
    for (std::size_t i = 0; i < table.rows.size() && i < most_listed; ++i)
        list += fmt::format("{}{} \"{}\"", list.empty() ? "" : ", ", std::get<std::int64_t>(table.rows[i][0]),
                            on_one_line(std::get<std::string>(table.rows[i][1])));
    if (table.rows.size() > most_listed)
        list += fmt::format(" and so on to {}", std::get<std::int64_t>(table.rows.back()[0]));
    return "it has " + list;
}

std::optional<std::int64_t> first_number(const Table& table) {
    if (table.rows.empty()) return std::nullopt;
    return std::get<std::int64_t>(table.rows[0][0]);
}

}  // namespace

std::optional<std::int64_t> whole_number(const std::string& digits) {
    if (!is_all_digits(digits)) return std::nullopt;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc{}) return std::nullopt;
    return number;
}

FigureReference parse_figure_reference(const std::string& words) {
    const auto mark = words.rfind('#');
    if (mark == std::string::npos) return {words, std::nullopt};
    const auto ordinal = whole_number(words.substr(mark + 1));
    if (!ordinal) return {words, std::nullopt};
    return {words.substr(0, mark), ordinal};
}

std::int64_t find_article(const Database& database, const std::string& article) {
    const auto number = whole_number(article);
    const auto found =
        number ? first_number(database.query("SELECT document_id FROM article WHERE document_id = :id",
                                             {{":id", *number}}))
               : first_number(database.query("SELECT document_id FROM article WHERE url = :url ORDER BY "
                                             "is_current DESC, version DESC LIMIT 1",
                                             {{":url", canonical_url(article)}}));
    if (found) return *found;
    throw EnvironmentError(fmt::format(
        "there is no article '{}' in the database; give its address, or its number: `figbook report figures "
        "--format csv` shows it as article_id",
        article));
}

std::int64_t find_figure(const Database& database, std::int64_t article, const FigureReference& reference) {
    if (!reference.ordinal)
        throw EnvironmentError(
            fmt::format("'{}' names no figure; write the number of one behind #, as in {}#0; {}",
                        reference.article, article, figures_of(database, article)));
    const Table table = database.query("SELECT 1 FROM claim WHERE document_id = :id AND ordinal = :ordinal",
                                       {{":id", article}, {":ordinal", *reference.ordinal}});
    if (table.rows.empty())
        throw EnvironmentError(fmt::format("article {} has no figure {}; {}", reference.article,
                                           *reference.ordinal, figures_of(database, article)));
    return *reference.ordinal;
}

}  // namespace figbook
