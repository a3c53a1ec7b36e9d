// Facts: what several articles tell of one thing; and one of them, with its figures by day and what each is to those before.
#include "track/facts.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "base/utf8.hpp"
#include "track/real_interval.hpp"
#include "web/filters.hpp"
#include "web/layout.hpp"
#include "web/pages/pages.hpp"
#include "web/parts.hpp"

namespace figbook::web {
namespace {

constexpr std::int64_t rows_a_page = 50;

FactFilters filters_of(const Request& request) {
    refuse_others_than(request, {"q", "kind", "from", "to", "conflicts", "page"});
    const Query& query = request.query;
    FactFilters filters;
    filters.words = query.value("q");
    filters.kind = query.one_of("kind", kind_names());
    filters.from = query.date("from");
    filters.to = query.date("to");
    filters.conflicts = query.flag("conflicts");
    // One more than a page shows, to know whether there is another.
    filters.limit = query.number("page", 1, 1, 1'000) * rows_a_page + 1;
    refuse_reversed(filters.from, filters.to);
    return filters;
}

// What has no word, such as "'", is in no fact.
bool finds_nothing(const FactFilters& filters) {
    return !filters.words.empty() && fact_words(filters.words).empty();
}

// Without the columns that are made for a table of readers.
Table exact(Table table) {
    const auto first = std::find(table.columns.begin(), table.columns.end(), "stands");
    const auto kept = static_cast<std::size_t>(first - table.columns.begin());
    table.columns.resize(kept);
    for (auto& row : table.rows) row.resize(kept);
    return table;
}

std::vector<Markup> cells(const Row& row) {
    const std::string standing = row.text("stands");
    const char* kind = row.whole("conflicts") > 0 ? "badge off" : "badge";
    return {link_to("/facts/" + row.text("name"), row.text("subject")),
            text(row.text("period")),
            text(row.text("figures")),
            text(counted(row.whole("articles"))),
            text(row.text("days")),
            standing.empty() ? Markup() : element("span", {{"class", kind}}, {text(standing)})};
}

Markup search(const Query& query) {
    return element(
        "form", {{"action", "/facts"}, {"method", "get"}, {"class", "filter"}},
        {words_field("What is measured", query), choice("kind", "Kind", kind_names(), query.value("kind")),
         element("label", {{"class", "check"}},
                 {element("input", {{"type", "checkbox"},
                                    {"name", "conflicts"},
                                    {"value", "1"},
                                    {"checked", query.flag("conflicts")}}),
                  text("in conflict")}),
         element("button", {{"type", "submit"}}, {text("Find")})});
}

std::string who_of(const ToldClaim& told) {
    if (told.claim.source) return told.claim.source->name;
    return told.publication.empty() ? "the article" : told.publication;
}

// What the printed digits and the bound leave open, with the sign of the figure.
RealInterval range_of(const Claim& claim) {
    const RealInterval range = printed_interval(claim);
    return claim.value < Decimal(0) ? RealInterval{-range.high, -range.low} : range;
}

Json told_json(const Fact& fact, std::size_t place) {
    const Told& told = fact.told[place];
    const Claim& claim = told.claim.claim;
    const bool is_compared = told.earlier.has_value();
    const RealInterval range = range_of(claim);
    return {
        {"number", place + 1},
        {"published", told.claim.published ? Json(iso(*told.claim.published)) : Json(nullptr)},
        {"text", claim.text},
        {"value", claim.value.to_string()},
        {"high", claim.high ? Json(claim.high->to_string()) : Json(nullptr)},
        {"least", range.low},
        {"most", range.high},
        {"modality", name_of(claim.modality)},
        {"who", who_of(told.claim)},
        {"publication", words_json(told.claim.publication)},
        {"headline", words_json(told.claim.headline)},
        {"sentence", told.claim.sentence},
        {"article_id", std::to_string(told.claim.article_id)},
        {"ordinal", told.claim.ordinal},
        {"copy_of", told.claim.original_id ? Json(std::to_string(*told.claim.original_id)) : Json(nullptr)},
        {"standing", is_compared ? Json(name_of(told.to_earlier.standing)) : Json(nullptr)},
        {"compared_to", is_compared ? Json(*told.earlier + 1) : Json(nullptr)},
        {"reason", is_compared ? Json(told.to_earlier.reason) : Json(nullptr)}};
}

Json fact_json(const Fact& fact) {
    Json told = Json::array();
    for (std::size_t i = 0; i < fact.told.size(); ++i) told.push_back(told_json(fact, i));
    return {{"fact", fact_name(fact.row.fact_id)},
            {"subject", fact.row.subject},
            {"kind", fact.row.kind},
            {"unit", words_json(fact.row.unit)},
            {"per", words_json(fact.row.per)},
            {"role", fact.row.role},
            {"period_start", words_json(fact.row.period_start)},
            {"period_end", words_json(fact.row.period_end)},
            {"articles", fact.row.articles},
            {"standing", words_json(fact.row.standing)},
            {"conflicts", fact.row.conflicts},
            {"matched_by", fact.matched_by},
            {"more", fact.more},
            {"told", std::move(told)}};
}

// "conflict with no. 2".
std::string standing_words(Standing standing, std::size_t earlier) {
    const char* to = standing == Standing::conflict         ? "with"
                     : standing == Standing::not_comparable ? "to"
                     : standing == Standing::same           ? "as"
                                                            : "of";
    return fmt::format("{} {} no. {}", in_words(standing), to, earlier + 1);
}

Markup standing_of(const Told& told) {
    if (told.claim.original_id) return element("span", {{"class", "badge"}}, {text("copy")});
    if (!told.earlier) return text("first");
    const Standing standing = told.to_earlier.standing;
    Markup all = element("span", {{"class", standing == Standing::conflict ? "badge off" : "badge"}},
                         {text(standing_words(standing, *told.earlier))});
    all += element("p", {{"class", "from"}}, {text(told.to_earlier.reason)});
    return all;
}

std::vector<Markup> told_cells(const Fact& fact, std::size_t place) {
    const ToldClaim& told = fact.told[place].claim;
    Markup figure =
        link_to(figure_address(told.article_id, static_cast<std::int64_t>(told.ordinal)), told.claim.text);
    figure += element("p", {{"class", "from"}}, {text(cut_text(told.sentence, 300))});
    return {text(std::to_string(place + 1)),
            text(told.published ? iso(*told.published) : "no date"),
            figure,
            text(who_of(told)),
            link_to(article_address(told.article_id),
                    told.headline.empty() ? cut_text(on_one_line(told.sentence), 70) : told.headline),
            standing_of(fact.told[place])};
}

// The drawing is for the eye; all that is in it stands in the table, too.
Markup chart(const Fact& fact, const std::string& address) {
    if (fact.told.size() < 2) return {};
    const std::string words = fmt::format(
        "{} figures by day, each with the range that its digits leave open; the table below has them all",
        fact.told.size());
    return element("div", {{"class", "chart"}, {"hidden", true}, {"data-fact", address}},
                   {element("canvas", {{"role", "img"}, {"aria-label", words}, {"height", "260"}})});
}

std::int64_t number_of(const Database& database, const std::string& name) {
    try {
        return find_fact(database, name);
    } catch (const TookTooLong&) {
        throw;
    } catch (const EnvironmentError& error) {
        throw NotFound(error.what());
    }
}

}  // namespace

Response facts_page(const Request& request, Site& site) {
    const std::int64_t number = request.query.number("page", 1, 1, 1'000);
    FactFilters filters = filters_of(request);
    if (request.form == Form::csv) {
        filters.limit.reset();
        FactsQuery all = facts_query(filters);
        return csv_response(std::move(all.sql), std::move(all.parameters), "facts");
    }
    Table table = find_facts(site.database, filters);
    const auto total = static_cast<std::int64_t>(table.rows.size());
    const bool is_last = total <= number * rows_a_page;
    table.rows.erase(table.rows.begin(), table.rows.begin() + std::min(total, (number - 1) * rows_a_page));
    if (!is_last) table.rows.resize(static_cast<std::size_t>(rows_a_page));
    if (request.form == Form::json)
        return json_response({{"page", number},
                              {"rows_a_page", rows_a_page},
                              {"is_last_page", is_last},
                              {"facts", rows_json(exact(table))}});
    std::vector<std::vector<Markup>> rows;
    for (const Row& row : rows_of(table)) rows.push_back(cells(row));
    Markup content = heading("Facts");
    content += paragraph("What at least two articles tell of one thing; copies of one another do not count.");
    content += search(request.query);
    content += rows.empty() ? no_rows(request.query, number, rows_a_page, total,
                                      finds_nothing(filters) ? "These words are none to look for."
                                                             : "No fact is like that.",
                                      "/facts", "All facts")
                            : web::table("Facts, those told last first",
                                         {{"Of what"},
                                          {"Period"},
                                          {"Figures"},
                                          {"Articles", Column::Kind::number},
                                          {"Told"},
                                          {"Stands"}},
                                         rows);
    content += paging(request.query, number, rows_a_page, total, is_last);
    return html_response(page(site, {"Facts", "/facts", &request, true}, content));
}

Response fact_page(const Request& request, Site& site, const std::string& name) {
    request.query.refuse_others_than({});
    const Fact fact = read_fact(site.database, number_of(site.database, name));
    if (request.form == Form::json) return json_response(fact_json(fact));
    if (request.form == Form::csv) throw NotFound("A fact has no .csv; it has a .json.");
    std::vector<std::vector<Markup>> rows;
    for (std::size_t i = 0; i < fact.told.size(); ++i) rows.push_back(told_cells(fact, i));
    Markup content = element("p", {{"class", "crumbs"}}, {link_to("/facts", "Facts")});
    content += heading(fact.row.subject);
    content += element("p", {{"class", "from"}}, {text("Put together by " + fact.matched_by)});
    if (fact.row.conflicts > 0)
        content += element("p", {{"class", "notice"}},
                           {element("span", {{"class", "badge off"}}, {text("conflict")}),
                            text(" Not all of these can be right about one thing.")});
    content += chart(fact, "/facts/" + fact_name(fact.row.fact_id) + ".json");
    content += web::table("Figures of the fact, by day",
                          {{"No.", Column::Kind::number},
                           {"Published", Column::Kind::date},
                           {"Figure"},
                           {"Who says so"},
                           {"Article"},
                           {"To an earlier one"}},
                          rows);
    if (fact.more > 0)
        content += paragraph(counted(fact.more, "figure more is", "figures more are") + " not shown.");
    return html_response(
        page(site, {fact.row.subject, "/facts", &request, false, {"chart.min.js"}}, content));
}

}  // namespace figbook::web
