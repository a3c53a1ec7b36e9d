#include "web/figure_lookup.hpp"

#include <fmt/format.h>
#include <string_view>

#include "store/stored_claims.hpp"

namespace figbook::web {
namespace {

// More figures than these are not gathered and sorted; nor the figures of more articles.
constexpr std::int64_t few = 3'000;
constexpr std::int64_t few_articles = 400;
constexpr std::int64_t articles_counted = 500;

std::int64_t whole(const Table& table) {
    return std::get<std::int64_t>(table.rows.at(0).at(0));
}

Value or_null(const std::optional<std::string>& words) {
    return words ? Value(*words) : Value();
}

std::string with_corrected(std::string_view keys) {
    return figures_of(fmt::format("{} UNION {}", keys, corrected_keys));
}

}  // namespace

FigureLookup choose_lookup(const Database& database, const FigureQuery& query) {
    FigureLookup lookup;
    const auto is_few = [&](const std::string& keys, const Parameters& parameters, std::int64_t most) {
        return whole(database.query(fmt::format("SELECT count(*) FROM ({} LIMIT {})", keys, most + 1),
                                    parameters)) <= most;
    };
    // Words have their own way.
    if (query.words) {
        lookup.walks = false;
        return lookup;
    }
    std::vector<std::string> ways;
    if (query.source)
        ways.push_back(keys_of_sources("SELECT source_id FROM source WHERE name = :look_source"));
    if (query.currency)
        ways.push_back(keys_of_unit("'money'", ":look_currency"));
    else if (query.kind)
        ways.push_back(keys_of_kind(":look_kind"));
    const Parameters parameters{{":look_source", or_null(query.source)},
                                {":look_currency", or_null(query.currency)},
                                {":look_kind", or_null(query.kind)},
                                {":look_publication", or_null(query.publication)}};
    // By size all of them have to be looked at, however many they are: better those than all figures.
    const bool needs_all = is_by_size(query);
    for (const std::string& keys : ways)
        if (needs_all || is_few(keys, parameters, few)) return {with_corrected(keys), "", false, parameters};
    const std::string of_paper =
        "SELECT document_id FROM article WHERE is_current = 1 AND publication_id ="
        " (SELECT publication_id FROM publication WHERE name = :look_publication)";
    if (query.publication && (needs_all || is_few(of_paper, parameters, few_articles)))
        return {"all_figures", " AND article_id IN (" + of_paper + ")", false, parameters};
    return lookup;
}

std::optional<std::string> last_day_counted(const Database& database, const FigureQuery& query) {
    const Table day = database.query(
        fmt::format("SELECT published FROM article WHERE is_current = 1 AND published IS NOT NULL"
                    " AND published >= coalesce(:from, '') AND published <= coalesce(:to, '9999-12-31')"
                    " ORDER BY published{} LIMIT 1 OFFSET {}",
                    query.sort == "oldest" ? "" : " DESC", articles_counted),
        {{":from", query.from ? Value(iso(*query.from)) : Value()},
         {":to", query.to ? Value(iso(*query.to)) : Value()}});
    if (day.rows.empty()) return std::nullopt;
    return std::get<std::string>(day.rows[0][0]);
}

bool is_by_size(const FigureQuery& query) {
    return query.sort == "largest" || query.sort == "smallest";
}

bool is_by_day_alone(const FigureQuery& query) {
    return !is_by_size(query) && !query.words && !query.source && !query.publication && !query.period &&
           !query.from && !query.to && !query.kind && !query.currency && !query.review;
}

}  // namespace figbook::web
