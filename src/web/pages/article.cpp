// An article: its text with every figure marked, and beside it what was understood of each and why.
#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "base/utf8.hpp"
#include "report/amount.hpp"
#include "web/figure_list.hpp"
#include "web/layout.hpp"
#include "web/pages/pages.hpp"
#include "web/parts.hpp"

namespace figbook::web {
namespace {

// Of text on one page: an article of a thousand pages would be more than a browser likes to show.
constexpr std::size_t part_bytes = 60'000;
// A little more, up to the end of a line.
constexpr std::size_t part_figures = 100;

// Of more figures on a page, only the one that is asked for says why it is so.
constexpr std::int64_t most_in_full = 40;

constexpr std::string_view article_sql = R"(
    SELECT article.document_id AS article_id, published, modified, publication.name AS publication, headline, byline, url,
        language, version, is_current, origin, loaded_at, extractor_version, text,
        article_copy.original_id, coalesce(article_copy.share_of_copy >= 0.6, 0) AS is_copy,
        (SELECT latest.document_id FROM article AS latest WHERE latest.url = article.url AND latest.is_current = 1) AS
            current_id
    FROM article LEFT JOIN publication USING (publication_id)
    LEFT JOIN article_copy ON article_copy.document_id = article.document_id
    WHERE article.document_id = :id)";

struct Part {
    std::size_t number = 1;
    std::size_t count = 1;
    std::size_t start = 0;
    std::size_t end = 0;
};

// Where the text can be parted: behind the first line break from each `part_bytes` on, or where a part has as many figures as
// a page shows; so never within a figure but where a line has no end.
std::vector<std::size_t> part_ends(const std::string& text, const std::vector<Row>& figures) {
    std::vector<std::size_t> ends;
    std::size_t start = 0, figure = 0;
    const auto start_of = [&](std::size_t at) {
        return static_cast<std::size_t>(figures[at].whole("start"));
    };
    while (true) {
        while (figure < figures.size() && start_of(figure) < start) ++figure;
        const std::size_t next = figure + part_figures;
        const std::size_t full = next < figures.size() ? start_of(next) : text.size();
        const std::size_t wanted = std::min(start + part_bytes, full);
        if (wanted >= text.size()) break;
        std::size_t end = text.find('\n', wanted);
        if (end == std::string::npos || end - start > 2 * part_bytes) end = text.find(' ', wanted);
        if (end == std::string::npos || end + 1 >= text.size()) break;
        start = end + 1;
        ends.push_back(start);
    }
    ends.push_back(text.size());
    return ends;
}

Part part_of(const std::string& text, const Query& query, const std::vector<Row>& figures) {
    const std::vector<std::size_t> ends = part_ends(text, figures);
    auto number = static_cast<std::size_t>(query.number("part", 0, 0, 1'000'000));
    if (number == 0) {
        number = 1;
        const std::int64_t wanted = query.number("figure", -1, 0, 1'000'000'000);
        for (const Row& row : figures)
            if (row.whole("ordinal") == wanted)
                while (number < ends.size() &&
                       static_cast<std::size_t>(row.whole("start")) >= ends[number - 1])
                    ++number;
    }
    if (number > ends.size()) throw NotFound(fmt::format("The article has {} parts.", ends.size()));
    return {number, ends.size(), number == 1 ? 0 : ends[number - 2], ends[number - 1]};
}

// The text, its lines as paragraphs, each figure a link to what is known of it.
class MarkedText {
 public:
    // Where the text begins with its headline, that is the heading of the page, figures marked.
    MarkedText(const std::string& text, const Part& part, const std::string& headline)
        : text_(text),
          part_(part),
          at_(part.start),
          opens_with_headline_(part.start == 0 && !headline.empty() && text.starts_with(headline + "\n")) {}

    void figure(const Row& row, std::optional<Verdict> verdict) {
        const auto start = static_cast<std::size_t>(row.whole("start"));
        const auto end = static_cast<std::size_t>(row.whole("end"));
        // Within the one before: "5 to 7 million" of which the parts are figures, too.
        if (start < at_ || end > part_.end || start >= end) return;
        words(start);
        std::string kind = "mark";
        if (verdict == Verdict::off) kind += " off";
        // What a review says of it is seen and heard where it stands.
        const std::string review = row.text("verdict");
        const bool is_changed = review == "wrong" || review == "corrected" || review == "disputed";
        if (is_changed) kind += " " + review;
        const std::string said = is_changed ? " (" + review + ")" : "";
        line_ += element("a",
                         {{"class", kind},
                          {"id", fmt::format("figure-{}", row.whole("ordinal"))},
                          {"href", fmt::format("#about-{}", row.whole("ordinal"))}},
                         {text(without_turns(text_.substr(start, end - start))),
                          said.empty() ? Markup() : element("span", {{"class", "unseen"}}, {text(said)})});
        at_ = end;
    }

    void finish() {
        words(part_.end);
        end_line();
    }
    const Markup& title() const { return title_; }
    const Markup& paragraphs() const { return all_; }

 private:
    void words(std::size_t end) {
        while (at_ < end) {
            const std::size_t line = std::min(text_.find('\n', at_), end);
            line_ += text(without_turns(std::string_view(text_).substr(at_, line - at_)));
            at_ = line;
            if (at_ >= end) break;
            end_line();
            ++at_;
        }
    }
    void end_line() {
        if (line_.empty()) return;
        if (opens_with_headline_ && title_.empty())
            title_ = line_;
        else
            all_ += element("p", {direction(line_.html())}, {line_});
        line_ = {};
    }

    const std::string& text_;
    Part part_;
    std::size_t at_;
    bool opens_with_headline_;
    Markup title_;
    Markup line_;
    Markup all_;
};

void field(Markup& list, const char* name, const std::string& value) {
    if (!value.empty())
        list += element("div", {}, {element("dt", {}, {text(name)}), element("dd", {}, {said(value)})});
}

std::string unit_of(const Row& row) {
    std::string unit = row.text("unit");
    if (row.whole("unit_assumed") != 0) unit += " (assumed: the text leaves it open)";
    if (const std::string per = row.text("per"); !per.empty()) unit += " per " + per;
    return unit;
}

std::string with_words(const std::string& time, const std::string& words) {
    return words.empty() || time == words ? time : fmt::format("{} (“{}”)", time, words);
}

// Where nobody is found who says so, the paper is not said to be the one.
Markup said_by(const Row& row) {
    const std::string paper = row.text("publication");
    const Markup who = !row.text("source").empty() ? source_link(row)
                       : paper.empty()             ? text("no speaker found")
                                       : said(fmt::format("no speaker found (printed in {})", paper));
    return element("div", {}, {element("dt", {}, {text("Said by")}), element("dd", {}, {who})});
}

// What is said of it, as one would say it.
Markup fields(const Row& row, const std::vector<Row>& figures) {
    Markup list;
    list += said_by(row);
    field(list, "Of what", row.text("subject"));
    field(list, "When", with_words(period_of(row, "period_"), row.text("period_words")));
    field(list, "Against", with_words(period_of(row, "baseline_"), row.text("baseline_words")));
    if (row.text("change") != "none") field(list, "Change", row.text("change"));
    if (row.text("modality") == "projected") field(list, "Certain", "no: it may become so");
    if (row.whole("unit_assumed") != 0) field(list, "Currency", "assumed: the text leaves it open");
    if (const std::string relation = row.text("relation"); !relation.empty())
        for (const Row& other : figures)
            if (other.whole("ordinal") == row.whole("related_ordinal"))
                field(list, relation == "restates" ? "Restates" : "Is a share of", other.text("text"));
    if (const std::string verdict = row.text("verdict"); !verdict.empty())
        field(list, "Review",
              fmt::format("{} by {}, {}{}{}", verdict, row.text("reviewed_by"),
                          minute_of(row.text("reviewed_at")), row.text("review_note").empty() ? "" : ": ",
                          row.text("review_note")));
    return element("dl", {}, {list});
}

// What the program keeps of it, for who looks at that.
Markup details(const Row& row) {
    Markup list;
    field(list, "Kind", row.text("kind"));
    field(list, "Value",
          grouped(row.text("value")) + (row.text("high").empty() ? "" : " to " + grouped(row.text("high"))));
    field(list, "Unit", unit_of(row));
    if (row.text("bound") != "exact") field(list, "How exact", row.text("bound"));
    field(list, "Last digit is worth", row.text("resolution") == "1" ? "" : grouped(row.text("resolution")));
    field(list, "Role", row.text("role"));
    if (!row.text("source").empty())
        field(list, "Source is", row.text("source_kind") + ", in a " + row.text("source_mode"));
    field(list, "Told by the words", row.text("source_cue"));
    field(list, "Rule", row.text("rule"));
    return element("details", {{"class", "why"}},
                   {element("summary", {}, {text("Details")}), element("dl", {}, {list})});
}

Markup reasons_of(const Row& row, const std::vector<Reasons>& all) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Reasons& reasons) {
        return reasons.start == static_cast<std::size_t>(row.whole("start")) &&
               reasons.end == static_cast<std::size_t>(row.whole("end"));
    });
    if (found == all.end()) return {};
    Markup items;
    for (const Reason& reason : found->reasons)
        items += element("li", {},
                         {element("strong", {}, {text(reason.field)}),
                          text(fmt::format(" {} – {}", reason.value, reason.how))});
    return items.empty() ? items
                         : element("details", {{"class", "why"}},
                                   {element("summary", {}, {text("Why")}), element("ul", {}, {items})});
}

// A fact that other articles tell, too.
struct ToldFact {
    std::string name;
    std::int64_t articles = 0;
    bool is_in_conflict = false;
};

// By ordinal: the fact that a figure is of.
using Facts = std::map<std::int64_t, ToldFact>;

Facts facts_of(const Database& database, std::int64_t article_id) {
    Facts facts;
    const Table table = database.query(
        "SELECT ordinal, printf('%016x', fact_id) AS fact, articles, conflicts FROM claim JOIN fact USING "
        "(fact_id) "
        "WHERE document_id = :id AND " +
            std::string(is_told_of_fact),
        {{":id", article_id}});
    for (const Row& row : rows_of(table))
        facts.emplace(row.whole("ordinal"),
                      ToldFact{row.text("fact"), row.whole("articles"), row.whole("conflicts") > 0});
    return facts;
}

Markup fact_link(const Facts& facts, const Row& row) {
    const auto found = facts.find(row.whole("ordinal"));
    if (found == facts.end()) return {};
    const ToldFact& fact = found->second;
    return element("p", {fact.is_in_conflict ? Attribute("class", "why-off") : Attribute("class", false)},
                   {link_to("/facts/" + fact.name, told_by(fact.articles, fact.is_in_conflict))});
}

Markup review_link(const Site& site, const Row& row) {
    if (site.token.empty() || !site.services.review) return {};
    const std::string address =
        fmt::format("/review?article={}&figure={}", row.whole("article_id"), row.whole("ordinal"));
    return element("p", {},
                   {element("a", {{"href", address}, {"class", "review"}}, {text("Review this figure")})});
}

Markup findings_of(const Site& site, const Row& row) {
    if (!site.findings) return {};
    Markup items;
    for (const Found* found : site.findings->of_figure(row.whole("article_id"), row.whole("ordinal")))
        items += element(
            "li", {},
            {verdict_badge(found->finding.verdict, verdict_words(*found->check, found->finding.verdict)),
             said(fmt::format(" {}: {}", found->check->name, explained(found->finding)))});
    return items.empty() ? items : element("ul", {{"class", "findings"}}, {items});
}

// In place of what is said of each where there are few figures.
Markup more_link(const Row& row) {
    return element("p", {{"class", "more"}},
                   {link_to(fmt::format("{}?figure={}#about-{}", article_address(row.whole("article_id")),
                                        row.whole("ordinal"), row.whole("ordinal")),
                            "Why, and details")});
}

Markup about(const Site& site, const Row& row, const std::vector<Row>& figures,
             const std::vector<Reasons>& reasons, const Facts& facts, bool is_asked, bool is_short) {
    const std::string id = fmt::format("about-{}", row.whole("ordinal"));
    return element(
        "section",
        {{"class", is_asked ? "about asked" : "about"},
         {"id", id},
         {"aria-labelledby", id + "-title"},
         {"tabindex", "-1"}},
        {element("h3", {{"id", id + "-title"}}, {said(amount_of(row))}),
         element("p", {{"class", "from"}},
                 {text("“"), said(row.text("text")), text("” "),
                  element("a", {{"href", fmt::format("#figure-{}", row.whole("ordinal"))}, {"class", "back"}},
                          {text("in the text")})}),
         review_link(site, row), findings_of(site, row), fact_link(facts, row), fields(row, figures),
         is_short ? more_link(row) : reasons_of(row, reasons), is_short ? Markup() : details(row)});
}

std::vector<Reasons> why(const Site& site, const Row& row) {
    if (!site.services.explain) return {};
    Article article;
    article.text = row.text("text");
    article.headline = row.text("headline");
    article.publication = row.text("publication");
    article.byline = row.text("byline");
    if (const Result<Date> day = parse_date(row.text("published"))) article.published = *day;
    return site.services.explain(article);
}

// Shown where there is JavaScript to make them work.
Markup stepping(std::int64_t before, std::int64_t all) {
    const auto button = [](const char* kind, const char* words) {
        return element("button", {{"type", "button"}, {"class", kind}}, {text(words)});
    };
    Markup all_of_it = element("p", {{"class", "steps"}, {"hidden", true}},
                               {button("previous", "Previous"), button("next", "Next"),
                                element("span", {{"class", "place"},
                                                 {"data-before", std::to_string(before)},
                                                 {"data-all", std::to_string(all)}}),
                                button("close plain", "Close")});
    all_of_it +=
        element("p", {{"class", "keys"}, {"hidden", true}},
                {element("kbd", {}, {text("n")}), text(" next figure, "), element("kbd", {}, {text("p")}),
                 text(" the one before, "), element("kbd", {}, {text("Enter")}), text(" into it, "),
                 element("kbd", {}, {text("Esc")}), text(" back, "), element("kbd", {}, {text("r")}),
                 text(" review")});
    return all_of_it;
}

// "Figures 101 to 202 of 400"
std::string how_many(std::int64_t before, std::int64_t here, std::int64_t all) {
    if (here == all || here == 0) return counted(here, "figure", "figures");
    return fmt::format("Figures {} to {} of {}", counted(before + 1), counted(before + here), counted(all));
}

Markup head_line(const Row& row) {
    Markup parts;
    const auto part = [&](const Markup& more) {
        if (!parts.empty()) parts += text(" · ");
        parts += more;
    };
    if (const std::string paper = row.text("publication"); !paper.empty())
        part(link_to("/articles" + Query().with("publication", paper).text(), paper));
    part(text(row.text("published").empty() ? "no date" : row.text("published")));
    if (const std::string byline = row.text("byline"); !byline.empty()) part(said(byline));
    if (const std::string url = row.text("url"); !url.empty()) part(outside_link(url, cut_text(url, 80)));
    return element("p", {{"class", "from"}}, {parts});
}

// "The Courier, 2025-02-12": which article is meant.
std::string named(const Row& row) {
    std::string words = headline_of(row);
    for (const char* column : {"publication", "published"})
        if (const std::string more = row.text(column); !more.empty()) words += ", " + more;
    return words;
}

Markup notices(const Database& database, const Row& row) {
    Markup notes;
    if (row.whole("is_current") == 0 && row.whole("current_id") != 0)
        notes += element("p", {{"class", "notice"}},
                         {text("There is a newer version of this article: "),
                          link_to(article_address(row.whole("current_id")), "the current one")});
    const std::string others = "SELECT articles.article_id, headline, publication, published, " +
                               opening_column("articles.article_id") + " FROM articles WHERE ";
    if (row.whole("original_id") != 0) {
        const Table original =
            database.query(others + "article_id = :id", {{":id", row.whole("original_id")}});
        for (const Row& one : rows_of(original))
            notes += element(
                "p", {{"class", "notice"}},
                {text(row.whole("is_copy") != 0 ? "This is a copy of " : "This holds the story of "),
                 link_to(article_address(one.whole("article_id")), named(one)),
                 text(row.whole("is_copy") != 0 ? ". Figures that stand in both are listed there alone."
                                                : "")});
    }
    const Table copies =
        database.query(others + "original_id = :id AND is_copy = 1 ORDER BY published, article_id LIMIT 20",
                       {{":id", row.whole("article_id")}});
    Markup items;
    for (const Row& one : rows_of(copies))
        items += element("li", {}, {link_to(article_address(one.whole("article_id")), named(one))});
    if (!items.empty())
        notes += element(
            "details", {{"class", "notice"}},
            {element("summary", {},
                     {text(counted(static_cast<std::int64_t>(copies.rows.size()),
                                   "article is a copy of this one", "articles are copies of this one"))}),
             element("ul", {}, {items})});
    return notes;
}

// Where the window is narrow nothing else says so.
Markup tap(std::size_t figures) {
    if (figures == 0) return {};
    return element("p", {{"class", "tap"}, {"hidden", true}},
                   {text(counted(static_cast<std::int64_t>(figures), "figure: tap it", "figures: tap one") +
                         " to see what was understood.")});
}

Markup part_links(const Request& request, const Part& part, const char* label) {
    if (part.count == 1) return {};
    return paging(request.query.without("figure"), static_cast<std::int64_t>(part.number), 1,
                  static_cast<std::int64_t>(part.count), true, "part", label);
}

// On paper there are no links to the others.
Markup part_on_paper(const Part& part, std::int64_t here, std::size_t all) {
    if (part.count == 1) return {};
    return element("p", {{"class", "on-paper"}},
                   {text(fmt::format("Part {} of {} of the article, with {} of its {} figures; each part is "
                                     "printed from its own page.",
                                     part.number, part.count, here, all))});
}

Json article_json(const Table& article, const Table& figures, const Site& site, std::int64_t id) {
    Json json = rows_json(article).at(0);
    json.erase("current_id");
    json["figures"] = rows_json(figures);
    Json findings = nullptr;
    if (site.findings) {
        findings = Json::array();
        for (const Found* found : site.findings->of_article(id))
            findings.push_back({{"check", found->check->name},
                                {"verdict", name_of(found->finding.verdict)},
                                {"stated", found->finding.stated},
                                {"explanation", found->finding.explanation},
                                {"figures", found->ordinals}});
    }
    json["findings"] = std::move(findings);
    return json;
}

}  // namespace

Response article_page(const Request& request, Site& site, std::int64_t article_id) {
    request.query.refuse_others_than({"figure", "part"});
    const Table article = site.database.query(article_sql, {{":id", article_id}});
    if (article.rows.empty())
        throw NotFound(fmt::format("There is no article {} in this database.", article_id));
    const Table table = site.database.query(
        fmt::format(
            "SELECT {} FROM all_figures WHERE article_id = :id AND is_duration = 0 ORDER BY start, ordinal",
            figure_columns()),
        {{":id", article_id}});
    if (request.form == Form::csv) return csv_response(rows_csv(table), "article");
    if (!site.findings && site.findings_of) site.findings = site.findings_of({article_id});
    if (request.form == Form::json) return json_response(article_json(article, table, site, article_id));
    const Row row = rows_of(article).front();
    const std::vector<Row> figures = rows_of(table);
    const std::string words = row.text("text");
    const Part part = part_of(words, request.query, figures);
    MarkedText marked(words, part, row.text("headline"));
    const std::vector<Reasons> reasons = why(site, row);
    const Facts facts = facts_of(site.database, article_id);
    Markup abouts;
    const auto is_here = [&](const Row& figure) {
        const auto start = static_cast<std::size_t>(figure.whole("start"));
        return start >= part.start && start < part.end;
    };
    const std::int64_t here = std::count_if(figures.begin(), figures.end(), is_here);
    const std::int64_t before = std::find_if(figures.begin(), figures.end(), is_here) - figures.begin();
    const bool is_short = here > most_in_full;
    for (const Row& figure : figures) {
        if (!is_here(figure)) continue;
        marked.figure(figure, site.findings ? verdict_of(*site.findings, figure) : std::nullopt);
        const bool is_asked = figure.whole("ordinal") == request.query.number("figure", -1, 0, 1'000'000'000);
        abouts += about(site, figure, figures, reasons, facts, is_asked, is_short && !is_asked);
    }
    const std::string headline = row.text("headline").empty() ? opening_of(words) : row.text("headline");
    Markup side =
        element("h2", {}, {text(how_many(before, here, static_cast<std::int64_t>(figures.size())))});
    side += still_checking(site);
    if (!abouts.empty()) side += stepping(before, static_cast<std::int64_t>(figures.size()));
    side += abouts.empty() ? nothing_here("No figure was found in this text.") : abouts;
    marked.finish();
    const Markup title = marked.title().empty() ? text(without_turns(headline)) : marked.title();
    const Markup content = element(
        "div", {{"class", "reading"}},
        {element("article", {{"lang", row.text("language").empty() ? "en" : row.text("language")}},
                 {element("h1", {{"class", "words"}, direction(title.html())}, {title}), head_line(row),
                  notices(site.database, row), tap(figures.size()), part_on_paper(part, here, figures.size()),
                  part_links(request, part, "Parts of the article, above it"),
                  element("div", {{"class", "words"}}, {marked.paragraphs()}),
                  part_links(request, part, "Parts of the article, below it")}),
         element("aside", {{"class", "understood"}, {"aria-label", "What was understood"}}, {side})});
    return html_response(page(site, {headline, "/articles", &request, true}, content));
}

}  // namespace figbook::web
