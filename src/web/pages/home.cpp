// Home: how much there is, the newest articles, and the conversions that are off.
#include <fmt/format.h>

#include "track/facts.hpp"
#include "web/layout.hpp"
#include "web/pages/pages.hpp"
#include "web/parts.hpp"

namespace figbook::web {
namespace {

constexpr std::size_t most_off = 10;

// How many figures and sources there are is counted together with the checks: each figure has to be looked at.
constexpr std::string_view counts_sql = R"(
    SELECT (SELECT count(*) FROM article WHERE is_current = 1) -
            (SELECT count(*) FROM article JOIN article_copy USING (document_id)
                WHERE is_current = 1 AND share_of_copy >= 0.6) AS articles,
        (SELECT count(*) FROM article JOIN article_copy USING (document_id)
            WHERE is_current = 1 AND share_of_copy >= 0.6) AS copies,
        NULL AS figures,
        NULL AS sources,
        NULL AS off,
        (SELECT count(*) FROM publication) AS publications,
        (SELECT min(published) FROM article WHERE is_current = 1) AS first_published,
        (SELECT max(published) FROM article WHERE is_current = 1) AS last_published)";

std::string newest_sql() {
    return "SELECT article_id, published, publication, headline, figures, " +
           opening_column("articles.article_id") +
           " FROM articles WHERE is_copy = 0 ORDER BY published DESC, article_id DESC LIMIT 12";
}

Json off_json(const Site& site) {
    if (!site.findings) return nullptr;
    Json list = Json::array();
    for (const Finding* finding : site.findings->of("conversions")) {
        if (finding->verdict != Verdict::off || list.size() >= most_off) continue;
        list.push_back({{"article_id", std::to_string(finding->article_id)},
                        {"stated", finding->stated},
                        {"explanation", finding->explanation},
                        {"headline", finding->headline},
                        {"published", finding->published}});
    }
    return list;
}

constexpr std::int64_t most_conflicts = 10;

Table conflicts_of(const Database& database) {
    FactFilters filters;
    filters.conflicts = true;
    filters.limit = most_conflicts;
    return find_facts(database, filters);
}

Json conflicts_json(const Table& table) {
    Json list = Json::array();
    for (const Row& row : rows_of(table))
        list.push_back({{"fact", row.text("fact")},
                        {"subject", row.text("subject")},
                        {"first_text", row.text("first_text")},
                        {"last_text", row.text("last_text")},
                        {"least", row.text("least")},
                        {"most", row.text("most")},
                        {"articles", row.whole("articles")}});
    return list;
}

Markup conflicts(const Table& table) {
    Markup items;
    for (const Row& row : rows_of(table))
        items +=
            element("li", {},
                    {link_to("/facts/" + row.text("name"), row.text("subject")), paragraph(told_range(row)),
                     element("p", {{"class", "from"}},
                             {text(counted(row.whole("articles"), "article", "articles"))})});
    if (items.empty())
        return nothing_here("No figures of one thing are in conflict.",
                            element("p", {}, {link_to("/facts", "All facts")}));
    Markup all = element("ul", {{"class", "list"}}, {items});
    all += element("p", {}, {link_to("/facts?conflicts=1", "All conflicts")});
    return all;
}

Markup counts(const Row& row) {
    Markup items;
    const auto item = [&](const char* column, std::string_view name, const char* address) {
        items += element(
            "li", {},
            {element(
                "a", {{"href", address}},
                {element("strong", {}, {text(row.text(column).empty() ? "…" : counted(row.whole(column)))}),
                 text(" "), text(name)})});
    };
    item("articles", "articles" + copies_more(row.whole("copies")), "/articles");
    item("figures", "figures", "/figures");
    item("sources", "sources", "/sources");
    item("off", "off or in conflict", "/checks?verdict=off");
    item("publications", "publications", "/reports/publications");
    return element("ul", {{"class", "counts"}}, {items});
}

Markup newest(const Table& table) {
    Markup items;
    for (const Row& row : rows_of(table)) {
        items += element(
            "li", {}, {link_to(article_address(row.whole("article_id")), headline_of(row)), from_line(row)});
    }
    return element("ul", {{"class", "list"}}, {items});
}

Markup off_list(const Site& site) {
    if (!site.findings) return paragraph("The checks are being made; this page will have them in a moment.");
    const auto& conversions = site.findings->of("conversions");
    Markup items;
    std::size_t shown = 0;
    for (const Finding* finding : conversions) {
        if (finding->verdict != Verdict::off || shown++ >= most_off) continue;
        items += element("li", {},
                         {link_to(finding_address(*finding), finding->stated), paragraph(explained(*finding)),
                          element("p", {{"class", "from"}}, {said(finding->headline)})});
    }
    if (items.empty())
        return nothing_here(conversions.empty() ? "No article states an amount in two currencies."
                                                : "Every conversion that could be checked holds.",
                            link_to("/conversions", "All conversions"));
    Markup all = element("ul", {{"class", "list"}}, {items});
    all += element("p", {}, {link_to("/conversions", "All conversions")});
    return all;
}

Markup empty_database(const Site& site) {
    const Markup way =
        site.token.empty()
            ? element("p", {}, {text("Load some with "), element("code", {}, {text("figbook load")})})
            : element("p", {}, {link_to("/load", "Load an article")});
    return nothing_here("There is no article in this database yet.", way);
}

}  // namespace

Response home_page(const Request& request, Site& site) {
    request.query.refuse_others_than({});
    if (request.form == Form::csv)
        throw NotFound("This page has no .csv, since it is no list; it has a .json (/index.json).");
    Table counted_rows = site.database.query(counts_sql);
    if (site.counts) {
        counted_rows.rows.at(0).at(2) = static_cast<std::int64_t>(site.counts->table->columns.size());
        counted_rows.rows.at(0).at(3) = static_cast<std::int64_t>(site.counts->sources.by_name.size());
    }
    if (site.findings) {
        std::int64_t off = 0;
        for (const Check& check : all_checks())
            off += static_cast<std::int64_t>(site.findings->count(check.name, Verdict::off));
        counted_rows.rows.at(0).at(4) = off;
    }
    const Table newest_rows = site.database.query(newest_sql());
    const Table in_conflict = conflicts_of(site.database);
    if (request.form == Form::json)
        return json_response({{"counts", rows_json(counted_rows).at(0)},
                              {"newest_articles", rows_json(newest_rows)},
                              {"conflicts", conflicts_json(in_conflict)},
                              {"conversions_off", off_json(site)},
                              {"articles_to_check", site.to_check}});
    const Row row = rows_of(counted_rows).front();
    Markup content = element("h1", {{"class", "unseen"}}, {text("figbook")});
    if (row.whole("articles") == 0) {
        content += empty_database(site);
    } else {
        content += still_checking(site);
        content += counts(row);
        content += element(
            "div", {{"class", "columns"}},
            {element("section", {}, {element("h2", {}, {text("Newest articles")}), newest(newest_rows)}),
             element("section", {},
                     {element("h2", {}, {text("Open conflicts")}), conflicts(in_conflict),
                      element("h2", {}, {text("Conversions that are off")}), off_list(site)})});
    }
    return html_response(page(site, {"figbook", "/", &request}, content));
}

}  // namespace figbook::web
