#include "report/selection.hpp"

#include <fmt/format.h>

namespace figbook {
namespace {

// fold() is the store's: lower case of every script.
constexpr std::string_view selection = R"sql(WITH matching AS (
    SELECT * FROM all_figures
    WHERE is_current = 1
        AND (:durations = 1 OR is_duration = 0)
        AND (:currency IS NULL OR (kind = 'money' AND unit = :currency))
        AND (:kind IS NULL OR kind = :kind)
        AND (:source IS NULL OR instr(fold(source || ' ' || coalesce(source_title, '') || ' ' ||
            coalesce(source_organisation, '')), fold(:source)) > 0)
        AND (:subject IS NULL OR instr(fold(subject), fold(:subject)) > 0)
        AND (:publication IS NULL OR instr(fold(publication), fold(:publication)) > 0)
        AND (:from IS NULL OR published >= :from)
        AND (:to IS NULL OR published <= :to)
), selected_or_wrong AS (
    SELECT * FROM matching WHERE :copies = 1 OR is_repeat = 0
), selected AS (
    SELECT * FROM selected_or_wrong WHERE verdict IS NOT 'wrong'
), matching_articles AS (
    SELECT * FROM articles
    WHERE (:publication IS NULL OR instr(fold(publication), fold(:publication)) > 0)
        AND (:from IS NULL OR published >= :from)
        AND (:to IS NULL OR published <= :to)
        AND (coalesce(:currency, :kind, :source, :subject) IS NULL
            OR article_id IN (SELECT article_id FROM matching))
), selected_articles AS (
    SELECT * FROM matching_articles WHERE :copies = 1 OR is_copy = 0
)
)sql";

template <class T>
Value value_of(const std::optional<T>& filter) {
    return filter ? Value(*filter) : Value();
}

Value value_of(const std::optional<Date>& day) {
    return day ? Value(iso(*day)) : Value();
}

std::int64_t count(const Database& database, std::string_view sql, const Filters& filters) {
    return std::get<std::int64_t>(database.query(with_selection(sql), parameters(filters)).rows.at(0).at(0));
}

}  // namespace

std::string with_selection(std::string_view sql) {
    return std::string(selection) + std::string(sql);
}

Parameters parameters(const Filters& filters) {
    return {{":currency", value_of(filters.currency)},
            {":kind", value_of(filters.kind)},
            {":source", value_of(filters.source)},
            {":subject", value_of(filters.subject)},
            {":publication", value_of(filters.publication)},
            {":from", value_of(filters.from)},
            {":to", value_of(filters.to)},
            {":durations", std::int64_t{filters.durations ? 1 : 0}},
            {":copies", std::int64_t{filters.copies ? 1 : 0}},
            {":limit", value_of(filters.limit)}};
}

LeftOut left_out(const Database& database, const Filters& filters) {
    LeftOut left_out;
    // Reviews are few: without one there is nothing to be looked for.
    if (!database.query("SELECT 1 FROM review WHERE verdict = 'wrong' LIMIT 1").rows.empty())
        left_out.wrong =
            count(database,
                  "SELECT count(*) FROM selected_or_wrong "
                  "WHERE verdict = 'wrong' AND article_id IN (SELECT document_id FROM claim_review)",
                  filters);
    if (filters.copies) return left_out;
    left_out.copies = count(database, "SELECT count(*) FROM matching_articles WHERE is_copy = 1", filters);
    left_out.figures = count(database,
                             "SELECT count(*) FROM matching WHERE is_repeat = 1 AND verdict IS NOT 'wrong' "
                             "AND article_id IN (SELECT document_id FROM article_copy)",
                             filters);
    return left_out;
}

std::string wrong_in_words(const LeftOut& left_out) {
    if (left_out.wrong == 0) return "";
    return fmt::format("{} that a review calls wrong",
                       left_out.wrong == 1 ? "a figure" : fmt::format("{} figures", left_out.wrong));
}

std::string in_words(const Filters& filters) {
    std::string words;
    const auto add = [&](std::string_view before, std::string_view value, std::string_view after = "") {
        words += fmt::format("{}{}{}{}", words.empty() ? "" : "; ", before, value, after);
    };
    if (filters.currency) add("currency ", *filters.currency);
    if (filters.kind) add("kind ", *filters.kind);
    if (filters.source) add("source with “", *filters.source, "”");
    if (filters.subject) add("subject with “", *filters.subject, "”");
    if (filters.publication) add("publication with “", *filters.publication, "”");
    if (filters.from) add("published from ", iso(*filters.from), " on");
    if (filters.to) add("published until ", iso(*filters.to));
    if (filters.durations) add("spans of time too", "");
    if (filters.copies) add("copies too", "");
    if (filters.limit) add("at most ", fmt::format("{}", *filters.limit), " rows");
    return words;
}

std::string in_words(const LeftOut& left_out) {
    const auto counted = [](std::int64_t number, std::string_view one, std::string_view several) {
        return fmt::format("{} {}", number, number == 1 ? one : several);
    };
    const std::string figures =
        counted(left_out.figures, "figure that an original has", "figures that originals have");
    const std::string copies =
        counted(left_out.copies, "copy of another article", "copies of other articles");
    if (left_out.copies == 0) return left_out.figures == 0 ? "" : figures;
    return left_out.figures == 0 ? copies : copies + ", " + figures;
}

}  // namespace figbook
