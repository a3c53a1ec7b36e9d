#include "web/figure_lookup.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <memory>
#include <string_view>
#include <utility>

#include "base/problem.hpp"
#include "store/stored_claims.hpp"
#include "web/filters.hpp"

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

// ---- By size.

class BySize {
 public:
    BySize(const Database& database, const std::string& conditions, bool is_largest, std::int64_t most)
        : database_(database), conditions_(conditions), is_largest_(is_largest), most_(most) {}

    // Of the index; what is corrected stands elsewhere in the order.
    void add(const std::string& kind, const Value& unit, const Parameters& parameters) {
        Parameters all = parameters;
        all.emplace_back(":of_kind", kind);
        all.emplace_back(":of_unit", unit);
        take(
            "(SELECT document_id AS of_article, ordinal AS place, amount AS size FROM claim"
            " WHERE kind = :of_kind AND unit IS :of_unit) AS sized CROSS JOIN all_figures"
            " ON all_figures.article_id = sized.of_article AND all_figures.ordinal = sized.place",
            fmt::format("(sized.of_article, sized.place) NOT IN ({})", corrected_keys), "sized.size", all);
    }
    void add_corrected(const Parameters& parameters) {
        take(figures_of(corrected_keys), "true", "all_figures.amount", parameters);
    }
    // Whether all of the unit, and of those behind it, stand behind what is needed.
    bool is_behind(const std::string& kind, const Value& unit, double best) const {
        if (rows_.size() < static_cast<std::size_t>(most_)) return false;
        const auto& last = rows_.back();
        const double size = std::get<double>(last[2]);
        if (best != size) return is_largest_ ? best < size : best > size;
        return std::pair(Value(kind), unit) > std::pair(last[4], last[5]);
    }
    Table table() && {
        for (auto& row : rows_) row.resize(2);
        return {{"article_id", "ordinal"}, std::move(rows_)};
    }

 private:
    void take(const std::string& from, const std::string& where, std::string_view amount,
              Parameters parameters) {
        parameters.emplace_back(":most", most_);
        const Table found = database_.query(
            fmt::format("SELECT all_figures.article_id, all_figures.ordinal, all_figures.amount,"
                        " coalesce(published, ''), all_figures.kind, all_figures.unit FROM {} WHERE {} AND {}"
                        " ORDER BY {}{}, all_figures.kind, all_figures.unit, published DESC, "
                        "all_figures.article_id DESC, all_figures.ordinal"
                        " LIMIT :most",
                        from, where, conditions_, amount, is_largest_ ? " DESC" : ""),
            parameters);
        rows_.insert(rows_.end(), found.rows.begin(), found.rows.end());
        std::sort(rows_.begin(), rows_.end(), [&](const auto& a, const auto& b) { return before(a, b); });
        if (rows_.size() > static_cast<std::size_t>(most_)) rows_.resize(static_cast<std::size_t>(most_));
    }
    bool before(const std::vector<Value>& a, const std::vector<Value>& b) const {
        if (a[2] != b[2]) return is_largest_ ? a[2] > b[2] : a[2] < b[2];
        if (a[4] != b[4]) return a[4] < b[4];
        if (a[5] != b[5]) return a[5] < b[5];
        if (a[3] != b[3]) return a[3] > b[3];
        if (a[0] != b[0]) return a[0] > b[0];
        return a[1] < b[1];
    }

    const Database& database_;
    const std::string& conditions_;
    bool is_largest_;
    std::int64_t most_;
    std::vector<std::vector<Value>> rows_{};
};

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
        ways.push_back(
            "SELECT document_id AS of_article, ordinal AS place FROM claim"
            " WHERE source_id IN (SELECT source_id FROM source WHERE name = :look_source)");
    if (query.currency)
        ways.push_back(
            "SELECT document_id AS of_article, ordinal AS place FROM claim WHERE kind = 'money' AND unit = "
            ":look_currency");
    else if (query.kind)
        ways.push_back(
            "SELECT document_id AS of_article, ordinal AS place FROM claim WHERE kind = :look_kind");
    const Parameters parameters{{":look_source", or_null(query.source)},
                                {":look_currency", or_null(query.currency)},
                                {":look_kind", or_null(query.kind)},
                                {":look_publication", or_null(query.publication)}};
    // By size all of them have to be looked at, however many they are: better those than all figures.
    const bool needs_all = is_by_size(query) && !is_by_size_alone(query);
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

bool is_by_size_alone(const FigureQuery& query) {
    return is_by_size(query) && !query.words && !query.source && !query.publication && !query.period &&
           !query.check && !query.from && !query.to;
}

bool is_by_day_alone(const FigureQuery& query) {
    return !is_by_size(query) && !query.words && !query.source && !query.publication && !query.period &&
           !query.from && !query.to && !query.kind && !query.currency;
}

Table find_by_size(const Database& database, const FigureQuery& query, const std::string& conditions,
                   std::int64_t most, const UnitsBySize* units) {
    const bool is_largest = query.sort == "largest";
    BySize found(database, conditions, is_largest, most);
    const Parameters parameters{{":kind", or_null(query.kind)}, {":currency", or_null(query.currency)}};
    found.add_corrected(parameters);
    if (query.currency) {
        if (!query.kind || *query.kind == "money") found.add("money", *query.currency, parameters);
        return std::move(found).table();
    }
    std::shared_ptr<const UnitsBySize> read;
    if (units == nullptr) {
        UnitAmounts amounts;
        amounts.read(database);
        read = amounts.by_size();
        units = read.get();
    }
    for (const UnitAmount& unit : is_largest ? units->largest_first : units->smallest_first) {
        if (query.kind && *query.kind != unit.kind) continue;
        if (found.is_behind(unit.kind, unit.unit, is_largest ? unit.largest : unit.smallest)) break;
        found.add(unit.kind, unit.unit, parameters);
    }
    return std::move(found).table();
}

}  // namespace figbook::web
