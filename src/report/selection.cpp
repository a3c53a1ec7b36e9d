#include "report/selection.hpp"

namespace figbook {
namespace {

// fold() is the store's: lower case of every script.
constexpr std::string_view selection = R"sql(WITH selected AS (
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
), selected_articles AS (
    SELECT * FROM articles
    WHERE (:publication IS NULL OR instr(fold(publication), fold(:publication)) > 0)
        AND (:from IS NULL OR published >= :from)
        AND (:to IS NULL OR published <= :to)
        AND (coalesce(:currency, :kind, :source, :subject) IS NULL
            OR article_id IN (SELECT article_id FROM selected))
)
)sql";

template <class T>
Value value_of(const std::optional<T>& filter) {
    return filter ? Value(*filter) : Value();
}

Value value_of(const std::optional<Date>& day) {
    return day ? Value(iso(*day)) : Value();
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
            {":limit", value_of(filters.limit)}};
}

}  // namespace figbook
