#include "web/parts.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <stdexcept>

#include "base/decimal.hpp"
#include "base/utf8.hpp"
#include "web/json.hpp"
#include "web/layout.hpp"

namespace figbook::web {
namespace {

constexpr std::size_t many_columns = 7;  // a table of so many has less room for each
constexpr std::size_t longest_sentence = 600;
constexpr std::size_t longest_headline = 110;  // under each of an article's figures

// The sentence with the figure in it marked, cut around it where it is very long. Offsets are bytes.
Markup marked_sentence(const Row& row) {
    const std::string sentence = row.text("sentence");
    const std::int64_t start = row.whole("start") - row.whole("sentence_start");
    const std::int64_t end = row.whole("end") - row.whole("sentence_start");
    if (start < 0 || end < start || static_cast<std::size_t>(end) > sentence.size())
        return text(without_turns(cut_text(sentence, longest_sentence)));
    const auto from = static_cast<std::size_t>(start);
    const auto to = static_cast<std::size_t>(end);
    std::string before = sentence.substr(0, from);
    std::string after = sentence.substr(to);
    if (before.size() > longest_sentence / 2) {
        std::size_t cut = before.size() - longest_sentence / 2;
        while (cut < before.size() && before[cut] != ' ') ++cut;
        before = std::string("…").append(before, cut);
    }
    Markup marked = text(without_turns(before));
    marked += element("mark", {}, {said(sentence.substr(from, to - from))});
    marked += text(without_turns(cut_text(after, longest_sentence / 2)));
    return marked;
}

Markup notes_of(const Row& row) {
    Markup notes;
    const auto note = [&](const std::string& words) { notes += element("li", {}, {said(words)}); };
    if (row.text("change") != "none") note(row.text("change"));
    if (const std::string role = row.text("role"); role == "from" || role == "to" || role == "share")
        note(role);
    if (row.text("modality") == "projected") note("projected");
    if (const std::string verdict = row.text("verdict"); !verdict.empty())
        note(fmt::format("{} by {}", verdict, row.text("reviewed_by")));
    if (row.whole("unit_assumed") != 0) note("currency assumed");
    if (const std::string period = period_of(row, "period_"); !period.empty()) note(period);
    if (const std::string baseline = period_of(row, "baseline_"); !baseline.empty())
        note("against " + baseline);
    return notes.empty() ? notes : element("ul", {{"class", "notes"}}, {notes});
}

const char* class_of(const Column& column) {
    switch (column.kind) {
        case Column::Kind::number:
            return "number";
        case Column::Kind::date:
            return "date";
        case Column::Kind::narrow:
            return "text narrow";
        case Column::Kind::wide:
            return "text wide";
        case Column::Kind::headline:
            return "text wide headline";
        case Column::Kind::text:
            break;
    }
    return "text";
}

// Whether a word in it is so long that it may have to be broken; others are not, where there is room for them. Tags are
// no words.
bool has_long_word(std::string_view html) {
    constexpr std::size_t longest = 16;
    std::size_t length = 0;
    bool in_tag = false;
    for (const char c : html) {
        if (c == '<') in_tag = true;
        const bool is_part =
            !in_tag && c != ' ' && c != '-' && c != '\n' && (static_cast<unsigned char>(c) & 0xc0U) != 0x80U;
        if (is_part && ++length > longest) return true;
        if (!in_tag && (c == ' ' || c == '-' || c == '\n')) length = 0;
        if (c == '>') in_tag = false;
    }
    return false;
}

std::string class_of(const Column& column, const Markup& cell) {
    std::string names = class_of(column);
    if (has_long_word(cell.html())) names += " long";
    return names;
}

}  // namespace

Markup link_to(std::string_view address, std::string_view words) {
    if (!is_own_address(address))
        throw std::logic_error("not an address of this site: " + std::string(address));
    return element("a", {{"href", address}}, {said(words)});
}

Markup outside_link(std::string_view address, std::string_view words) {
    if (!is_web_address(address)) return text(words);
    return element("a", {{"href", address}, {"rel", "noopener noreferrer nofollow"}}, {text(words)});
}

std::string article_address(std::int64_t article_id) {
    return fmt::format("/articles/{}", article_id);
}

std::string source_address(std::string_view name) {
    return "/sources/" + percent_encoded(name);
}

std::string figure_address(std::int64_t article_id, std::int64_t ordinal) {
    return fmt::format("/articles/{}?figure={}#figure-{}", article_id, ordinal, ordinal);
}

Markup said(std::string_view words) {
    const std::string plain = without_turns(words);
    return has_right_to_left(plain) ? element("bdi", {}, {text(plain)}) : text(plain);
}

Attribute direction(std::string_view words) {
    return has_right_to_left(words) ? Attribute("dir", "auto") : Attribute("dir", false);
}

std::string finding_address(const Finding& finding) {
    const auto ordinals = ordinals_of(finding);
    return ordinals.empty() ? article_address(finding.article_id)
                            : figure_address(finding.article_id, ordinals.front());
}

Markup stated_in(const Finding& finding) {
    Markup where;
    for (const std::string& words : {finding.headline, finding.publication}) {
        if (words.empty()) continue;
        where += said(cut_text(words, longest_headline));
        where += text(", ");
    }
    where += text(finding.published.empty() ? "no date" : finding.published);
    Markup stated = link_to(finding_address(finding), finding.stated);
    stated += element("p", {{"class", "from"}}, {where});
    return stated;
}

std::string explained(const Finding& finding) {
    const std::string verdict = std::string(name_of(finding.verdict)) + ": ";
    return finding.explanation.starts_with(verdict) ? finding.explanation.substr(verdict.size())
                                                    : finding.explanation;
}

Markup paragraph(std::string_view words) {
    return element("p", {}, {text(words)});
}

Markup heading(std::string_view words) {
    return element("h1", {}, {text(words)});
}

Markup nothing_here(std::string_view words, const Markup& way_on) {
    return element("div", {{"class", "nothing"}}, {paragraph(words), way_on});
}

Markup verdict_badge(Verdict verdict, std::string_view words) {
    const char* kind = verdict == Verdict::off          ? "badge off"
                       : verdict == Verdict::consistent ? "badge good"
                                                        : "badge";
    return element("span", {{"class", kind}}, {text(words.empty() ? name_of(verdict) : words)});
}

Markup token_field(std::string_view token) {
    return element("input", {{"type", "hidden"}, {"name", "token"}, {"value", token}});
}

Markup token_field(const Site& site) {
    return token_field(site.token);
}

Markup table(std::string_view caption, const std::vector<Column>& columns,
             const std::vector<std::vector<Markup>>& rows, const std::vector<std::string>& row_ids) {
    Markup head;
    for (const Column& column : columns)
        head += element("th", {{"scope", "col"}, {"class", class_of(column)}}, {text(column.name)});
    Markup body;
    for (std::size_t at = 0; at < rows.size(); ++at) {
        const auto& row = rows[at];
        Markup cells;
        for (std::size_t i = 0; i < row.size(); ++i)
            cells +=
                element("td", {{"class", class_of(columns[i], row[i])}, {"data-column", columns[i].name}},
                        {element("div", {direction(row[i].html())}, {row[i]})});
        body += row_ids.empty() ? element("tr", {}, {cells}) : element("tr", {{"id", row_ids[at]}}, {cells});
    }
    return element("table",
                   {columns.size() < many_columns ? Attribute("class", false) : Attribute("class", "many")},
                   {element("caption", {{"class", "unseen"}}, {text(caption)}),
                    element("thead", {}, {element("tr", {}, {head})}), element("tbody", {}, {body})});
}

void refuse_others_than(const Request& request, std::vector<std::string_view> known) {
    if (request.form == Form::csv && request.query.has("page"))
        throw BadRequest("a .csv has the whole list, so it has no page", "page");
    request.query.refuse_others_than(known);
}

Markup no_rows(const Query& query, std::int64_t page, std::int64_t rows_a_page, std::int64_t total,
               std::string_view words, std::string_view all, std::string_view all_words) {
    const std::int64_t pages = (total + rows_a_page - 1) / rows_a_page;
    if (total == 0 && query.without("page").without("sort").fields().empty())
        return nothing_here("There is none in this database yet.",
                            element("p", {}, {link_to("/load", "Load an article")}));
    if (page <= pages || total == 0) return nothing_here(words, element("p", {}, {link_to(all, all_words)}));
    const std::string last = query.with("page", std::to_string(pages)).text();
    return nothing_here(
        fmt::format("There is no page {}.", counted(page)),
        element("p", {}, {element("a", {{"href", last}}, {text("The last page: " + counted(pages))})}));
}

Markup from_line(const Row& row) {
    Markup from;
    if (const std::string paper = row.text("publication"); !paper.empty()) {
        from += said(paper);
        from += text(", ");
    }
    from += text((row.text("published").empty() ? "no date" : row.text("published")) + " · " +
                 counted(row.whole("figures"), "figure", "figures"));
    return element("p", {{"class", "from"}}, {from});
}

std::string headline_of(const Row& row) {
    std::string words = row.text("headline");
    return words.empty() ? opening_of(row.text("opening")) : words;
}

std::string opening_of(std::string_view text) {
    constexpr std::size_t longest = 70;
    const std::string words = on_one_line(text.substr(0, 10 * longest), " \n\t\r");
    return words.empty() ? "(no text)" : cut_text(words, longest);
}

std::string opening_column(std::string_view article_id) {
    return fmt::format(
        "(SELECT CASE WHEN headline IS NULL OR headline = '' THEN substr(text, 1, 200) END FROM article AS "
        "opened "
        "WHERE opened.document_id = {}) AS opening",
        article_id);
}

namespace {

// Programs are told by the status, browsers come back by themselves: to those it is no failure, but taken on.
Response come_back(const Request& request, const Site& site, const std::string& title,
                   const std::string& message) {
    constexpr const char* seconds = "1";
    if (request.form != Form::html) {
        Response response = error_response(site, request, 503, message);
        response.headers.emplace_back("Retry-After", seconds);
        return response;
    }
    Markup content = heading(title);
    content += element("p", {{"class", "notice"}, {"role", "status"}},
                       {text(message + " This page looks again by itself. "),
                        link_to(request.plain_path + request.query.text(), "Look now")});
    Response response = html_response(page(site, {title, "", &request}, content), 202);
    response.headers.emplace_back("Retry-After", seconds);
    response.headers.emplace_back("Refresh", seconds);
    return response;
}

}  // namespace

Response not_ready(const Request& request, const Site& site) {
    return come_back(request, site, "Checks",
                     fmt::format("The checks of {} are being made, once after the start.",
                                 counted(site.to_check, "article", "articles")));
}

Response being_made(const Request& request, const Site& site, const std::string& title) {
    return come_back(request, site, title,
                     "This report is being made: of so many figures that takes a moment or some seconds, "
                     "once after each change.");
}

Markup still_checking(const Site& site) {
    if (!site.findings || site.to_check == 0) return {};
    return element(
        "p", {{"class", "notice"}, {"role", "status"}},
        {text(fmt::format("The checks of {} that are new or changed are being made; what is below is "
                          "without them.",
                          counted(site.to_check, "article", "articles")))});
}

Markup choice(Name name, std::string_view label, const std::vector<std::string_view>& values,
              std::string_view chosen) {
    Markup options = element("option", {{"value", ""}}, {text("all")});
    for (const std::string_view value : values)
        options += element("option", {{"value", value}, {"selected", value == chosen}}, {text(value)});
    return element("label", {},
                   {text(label), text(" "), element("select", {{"name", name.view()}}, {options})});
}

Markup words_field(std::string_view label, const Query& query) {
    return element("label", {},
                   {text(label), text(" "),
                    element("input", {{"name", "q"}, {"type", "search"}, {"value", query.value("q")}})});
}

Markup sorting(const Query& query, const std::vector<std::string_view>& names, std::string_view current) {
    Markup items = element("li", {{"class", "label"}}, {text("Sort by")});
    for (const std::string_view name : names)
        items += element("li", {},
                         {element("a",
                                  {{"href", query.without("page").with("sort", name).text()},
                                   {"aria-current", name == current ? "true" : "false"}},
                                  {text(name)})});
    return element("nav", {{"class", "sorting"}, {"aria-label", "Sort"}}, {element("ul", {}, {items})});
}

Markup paging(const Query& query, std::int64_t page, std::int64_t rows_a_page, std::int64_t total,
              bool is_exact, std::string_view field, std::string_view label) {
    const std::int64_t pages = (total + rows_a_page - 1) / rows_a_page;
    if ((pages <= 1 && page == 1) || (is_exact && page > pages)) return {};
    Markup links;
    if (page > 1)
        links += element(
            "li", {},
            {element("a", {{"rel", "prev"}, {"href", query.with(field, std::to_string(page - 1)).text()}},
                     {text("Previous")})});
    links += element(
        "li", {{"aria-current", "page"}},
        {text(fmt::format("{} {} of {}{}", field == "page" ? "Page" : "Part", grouped(std::to_string(page)),
                          is_exact ? "" : "more than ", grouped(std::to_string(pages))))});
    if (page < pages || !is_exact)
        links += element(
            "li", {},
            {element("a", {{"rel", "next"}, {"href", query.with(field, std::to_string(page + 1)).text()}},
                     {text("Next")})});
    return element("nav", {{"aria-label", label}, {"class", "paging"}}, {element("ul", {}, {links})});
}

Markup article_line(const Row& row) {
    const std::string published = row.text("published");
    Markup behind = text(" · ");
    if (const std::string paper = row.text("publication"); !paper.empty()) {
        behind += said(paper);
        behind += text(", ");
    }
    behind += text(published.empty() ? "no date" : published);
    const std::string headline = cut_text(headline_of(row), longest_headline);
    return element("p", {{"class", "from"}},
                   {link_to(article_address(row.whole("article_id")), headline), behind});
}

std::optional<Verdict> verdict_of(const Findings& findings, const Row& row) {
    return findings.verdict_of(row.whole("article_id"), row.whole("ordinal"));
}

Markup source_link(const Row& row) {
    const std::string name = row.text("source");
    Markup all = link_to(source_address(name), name);
    all += said(source_of(row).substr(name.size()));
    return all;
}

Markup figure_card(const Row& row, std::optional<Verdict> verdict, bool with_article,
                   const std::vector<const Found*>& found, const Markup& conflict) {
    const std::string subject = row.text("subject");
    const std::string source = source_of(row);
    const std::string amount = amount_beside(row, subject);
    Markup line = element(
        "p", {{"class", "amount"}},
        {element("a", {{"href", figure_address(row.whole("article_id"), row.whole("ordinal"))}},
                 {text(amount)}),
         subject.empty() ? Markup() : element("span", {{"class", "subject"}}, {text(" "), said(subject)}),
         verdict ? verdict_badge(*verdict, verdict_words(found, *verdict)) : Markup()});
    Markup who;
    if (!source.empty()) who = element("p", {{"class", "source"}}, {text("says "), source_link(row)});
    Markup off;
    for (const Found* one : found)
        if (one->finding.verdict == Verdict::off)
            off += element("p", {{"class", "why-off"}},
                           {said(fmt::format("{}: {}", one->check->name, explained(one->finding)))});
    return element("li", {{"class", "figure"}},
                   {line, off, conflict, notes_of(row), who,
                    element("blockquote", {direction(row.text("sentence"))}, {marked_sentence(row)}),
                    with_article ? article_line(row) : Markup()});
}

const std::string_view is_told_of_fact =
    "NOT EXISTS (SELECT 1 FROM claim_review JOIN review USING (review_id) WHERE claim_review.stands = 1 "
    "AND claim_review.document_id = claim.document_id AND claim_review.ordinal = claim.ordinal "
    "AND (review.verdict = 'wrong' OR (review.corrected_unit IS NOT NULL AND "
    "review.corrected_unit IS NOT claim.unit)))";

namespace {

// By article and ordinal: the way to the fact in conflict that a figure is of.
using Conflicts = std::map<std::pair<std::int64_t, std::int64_t>, Markup>;

Conflicts conflicts_of(const Database& database, const std::vector<Row>& figures) {
    Json asked = Json::array();
    for (const Row& row : figures) asked.push_back({row.whole("article_id"), row.whole("ordinal")});
    const Table table = database.query(
        "SELECT claim.document_id AS article_id, claim.ordinal, printf('%016x', fact_id) AS fact, articles "
        "FROM json_each(:asked) AS asked CROSS JOIN claim ON claim.document_id = asked.value ->> 0 "
        "AND claim.ordinal = asked.value ->> 1 JOIN fact USING (fact_id) WHERE conflicts > 0 AND " +
            std::string(is_told_of_fact),
        {{":asked", asked.dump()}});
    Conflicts conflicts;
    for (const Row& row : rows_of(table))
        conflicts.emplace(
            std::pair(row.whole("article_id"), row.whole("ordinal")),
            element("p", {{"class", "why-off"}},
                    {link_to("/facts/" + row.text("fact"), told_by(row.whole("articles"), true))}));
    return conflicts;
}

Markup card(const Site& site, const Conflicts& conflicts, const Row& row, bool with_article) {
    const auto found = conflicts.find({row.whole("article_id"), row.whole("ordinal")});
    const Markup conflict = found == conflicts.end() ? Markup() : found->second;
    if (!site.findings) return figure_card(row, std::nullopt, with_article, {}, conflict);
    return figure_card(row, verdict_of(*site.findings, row), with_article,
                       site.findings->of_figure(row.whole("article_id"), row.whole("ordinal")), conflict);
}

}  // namespace

Markup lone_card(const Site& site, const Row& row) {
    return card(site, conflicts_of(site.database, {row}), row, true);
}

Markup figure_cards(const Site& site, const std::vector<Row>& all) {
    const Conflicts conflicts = conflicts_of(site.database, all);
    Markup items;
    for (std::size_t at = 0; at < all.size();) {
        const std::int64_t article = all[at].whole("article_id");
        std::size_t end = at + 1;
        while (end < all.size() && all[end].whole("article_id") == article) ++end;
        if (end - at == 1) {
            items += card(site, conflicts, all[at], true);
        } else {
            Markup cards;
            for (std::size_t i = at; i < end; ++i) cards += card(site, conflicts, all[i], false);
            items += element("li", {{"class", "of-article"}},
                             {article_line(all[at]), element("ol", {{"class", "figures"}}, {cards})});
        }
        at = end;
    }
    return element("ol", {{"class", "figures"}}, {items});
}

}  // namespace figbook::web
