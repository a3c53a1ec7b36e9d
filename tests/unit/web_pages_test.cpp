// The pages as functions, over articles that mean no good: nothing that an article, its fields or an address says gets into
// the markup.
#include <chrono>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <thread>

#include "claim/extract.hpp"
#include "support/catch.hpp"
#include "support/store_samples.hpp"
#include "support/store_tracked.hpp"
#include "track/facts.hpp"
#include "web/findings_keeper.hpp"
#include "web/pages/pages.hpp"
#include "web/router.hpp"

using namespace figbook;
using namespace figbook::web;

namespace {

constexpr const char* evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";

struct Fixture {
    TemporaryFolder folder;
    std::filesystem::path path = folder.path() / "figbook.db";
    Database database = Database::open(path, OpenMode::read_write);
    Services services;

    void load(Article article) { database.put(article, Extractor()(article), "1"); }

    Response get(const std::string& target) {
        Site site{database, make_findings(database), services, "token", false, "figbook.db"};
        site.counts = make_counts(database, site.findings.get());
        return answer_get(target, site);
    }
    nlohmann::json json(const std::string& target) { return nlohmann::json::parse(get(target).body); }
};

Article evil_article() {
    Article article;
    article.headline = evil;
    article.byline = evil;
    article.publication = evil;
    article.url = "javascript:alert(3)";
    article.language = "en\"><script>";
    article.text = std::string(evil) +
                   "\nMinister Ann <b>Lee</b> said <script>x</script> sales rose 5% to €50 billion ($20 "
                   "billion) </article>.\n";
    return article;
}

}  // namespace

TEST_CASE_METHOD(Fixture, "web: an article full of markup stays text on every page", "[web]") {
    load(evil_article());
    std::vector<std::string> targets{"/",
                                     "/figures",
                                     "/articles",
                                     "/sources",
                                     "/conversions",
                                     "/checks",
                                     "/reviews",
                                     "/articles?q=script",
                                     "/reports",
                                     "/reports/figures",
                                     "/load",
                                     "/reports/summary",
                                     "/figures?q=%3Cscript%3Ealert(1)",
                                     "/figures?source=%22%3E%3Cscript%3E",
                                     "/%3Cscript%3E"};
    targets.push_back("/articles/" + json("/articles.json")["articles"][0]["article_id"].get<std::string>());
    for (const std::string& target : targets) {
        INFO(target);
        const std::string body = get(target).body;
        CHECK_FALSE(contains(body, "<script>"));
        CHECK_FALSE(contains(body, "<img"));
        CHECK_FALSE(contains(body, "<b>"));
        CHECK_FALSE(contains(body, "href=\"javascript:"));
        CHECK_FALSE(contains(body, " style="));
    }
    CHECK(contains(get(targets.back()).body, "&lt;script&gt;alert(1)&lt;/script&gt;"));
}

TEST_CASE_METHOD(Fixture, "web: what is not there is said, with the way on", "[web]") {
    CHECK(contains(get("/").body, "There is no article in this database yet."));
    CHECK(get("/figures").status == 200);
    CHECK(contains(get("/figures").body, "There is none in this database yet."));
    CHECK(contains(get("/figures").body, "<a href=\"/load\">Load an article</a>"));
    CHECK(contains(get("/figures?kind=money").body, "No figure is like that."));
    CHECK(get("/nothing").status == 404);
    CHECK(get("/articles/12").status == 404);
    CHECK(get("/articles/x").status == 404);
    CHECK(get("/articles/99999999999999999999").status == 404);
    CHECK(get("/reports/none").status == 404);
    CHECK(get("/reports/../secret").status == 404);
    CHECK(get("/assets/0/figbook.css").status == 404);
    CHECK(get("/figures?kind=apples").status == 400);
    CHECK(get("/figures?sort=sideways").status == 400);
    CHECK(contains(get("/figures?q=%27").body, "has no word or number to search for"));
    CHECK(get("/facts?q=%27").status == 200);
    CHECK(get("/index.csv").status == 404);
    CHECK(get("figures").status == 400);
    CHECK(json("/nothing.json")["error"]["status"] == 404);
    CHECK(get("/conversions").status == 200);
}

TEST_CASE_METHOD(Fixture, "web: figures are narrowed down, sorted and counted", "[web]") {
    Article article = aid_article();
    article.text =
        "Sales rose 5% to €50 billion, Ann Lee said. Costs were €20 million. The firm has 300 shops.\n";
    load(article);
    const auto all = json("/figures.json");
    CHECK(all["total"] == 4);
    CHECK(all["facets"]["currency"][0] == nlohmann::json({{"value", "EUR"}, {"count", 2}}));
    CHECK(json("/figures.json?kind=percent")["figures"][0]["text"] == "5%");
    CHECK(json("/figures.json?kind=money&sort=largest")["figures"][0]["value"] == "50000000000");
    CHECK(json("/figures.json?kind=money&sort=smallest")["figures"][0]["value"] == "20000000");
    CHECK(json("/figures.json?currency=USD")["total"] == 0);
    CHECK(json("/figures.json?source=Ann%20Lee")["total"] == 2);
    CHECK(json("/figures.json?q=shops")["total"] == 1);
    CHECK(json("/figures.json?q=shops%20OR%20costs")["total"] == 2);
    CHECK(json("/figures.json?q=shop*")["total"] == 1);
    CHECK(json("/figures.json?q=shops%20NOT%20sales")["total"] == 0);
    CHECK(json("/figures.json?q=%22ann%20lee%22%20rose")["total"] == 2);
    CHECK(get("/figures?q=shops%20OR").status == 400);
    CHECK(json("/figures.json?sort=oldest")["figures"][0]["text"] == "5%");
    CHECK(json("/figures.json?check=off")["total"] == 0);
    CHECK(json("/figures.json?page=2")["figures"].empty());
    CHECK(contains(get("/figures?page=2").body, "There is no page 2."));
    CHECK(contains(get("/figures?page=2").body, "href=\"?page=1\""));
    std::string csv;
    get("/figures.csv?kind=percent").rows(database, [&](std::string_view piece) { csv += piece; });
    CHECK(csv.starts_with("article_id,ordinal,published,"));
    CHECK(std::count(csv.begin(), csv.end(), '\n') == 2);
}

TEST_CASE_METHOD(Fixture, "web: a filter that no page knows is said, with the way out", "[web]") {
    load(aid_article());
    for (const char* target :
         {"/?x=1", "/figures?knd=money", "/figures?kind=money&kind=percent", "/articles?qq=a",
          "/checks?check=x", "/reviews?verdict=off", "/facts?conflicts=yes", "/sources?kind=x",
          "/conversions?verdict=of", "/reports/figures?in=USD", "/reports/figures?kind=apples",
          "/figures?period=x"}) {
        INFO(target);
        CHECK(get(target).status == 400);
    }
    const Response wrong = get("/figures?currency=EUR&knd=money");
    CHECK(contains(wrong.body, "this page knows no &#39;knd&#39;; it takes: q, kind"));
    CHECK(contains(wrong.body, "href=\"/figures?currency=EUR\""));
}

TEST_CASE_METHOD(Fixture, "web: a list as CSV is whole, and sources are counted as the report does",
                 "[web]") {
    for (int number = 0; number < 60; ++number) {
        Article article;
        article.headline = "Shops " + std::to_string(number);
        article.url = "https://post.example/" + std::to_string(number);
        article.text = article.headline + "\nThe firm number " + std::to_string(number) + " has " +
                       std::to_string(300 + number) + " shops, Ann Lee said.\n";
        load(article);
    }
    for (const char* target : {"/figures.csv", "/articles.csv"}) {
        INFO(target);
        std::string csv;
        get(target).rows(database, [&](std::string_view piece) { csv += piece; });
        CHECK(std::count(csv.begin(), csv.end(), '\n') > 51);
        CHECK(get(std::string(target) + "?page=2").status == 400);
    }
    const auto figures = json("/figures.json?source=Ann%20Lee")["total"];
    CHECK(json("/sources.json")["sources"][0]["figures"] == figures);
    CHECK(json("/reports/sources.json")[0]["figures"] == figures);
}

TEST_CASE_METHOD(Fixture, "web: a fact says who agrees, what reviews say, and leaves open what its words do",
                 "[web]") {
    const auto put = [&](const std::string& paper, const std::string& day, const std::string& words) {
        Article article;
        article.publication = paper;
        article.url = "https://" + paper + ".example/1";
        article.published = *parse_date(day);
        article.text = words;
        return store_tracked(database, article);
    };
    const std::string tail = " in January 2025, ";
    put("a", "2025-03-01", "Inflation in Germany rose to 2.4%" + tail + "Ann Lee said.");
    put("b", "2025-03-02", "Inflation in Germany was over 2%" + tail + "Mark Mint said.");
    const auto outlier = put("c", "2025-03-03", "Inflation in Germany was 24%" + tail + "Bea Orr said.");
    Review review;
    review.document_id = outlier;
    review.verdict = ReviewVerdict::disputed;
    review.note = "a slip for <b>2.4</b>";
    review.reviewed_by = "Ann";
    database.add_review(review);
    CHECK(contains(get("/facts").body, "2–24 %"));
    CHECK(contains(get("/").body, "2–24 %"));
    const std::string name = json("/facts.json")["facts"][0]["fact"];
    const auto fact = json("/facts/" + name + ".json");
    CHECK(fact["agree"] == nlohmann::json({{1, 2}, {3}}));
    CHECK(fact["told"][1]["least"] == 2.0);
    CHECK(fact["told"][1]["most"].is_null());
    CHECK(fact["told"][0]["most"] == 2.45);
    CHECK(fact["told"][2]["review"]["verdict"] == "disputed");
    const std::string page = get("/facts/" + name).body;
    CHECK(contains(page, "href=\"/sources/Ann%20Lee\">Ann Lee</a>"));
    CHECK(contains(page, "<span class=\"badge\">does not exclude</span> no. <a href=\"#no-2\">2</a>"));
    CHECK(contains(page, "conflicts with</span> no. <a href=\"#no-1\">1</a>"));
    CHECK(contains(page, "disputed by Ann: a slip for &lt;b&gt;2.4"));
    review.verdict = ReviewVerdict::wrong;
    database.transaction([&] {
        database.add_review(review);
        write_facts(database);
    });
    CHECK(contains(get("/facts/" + name).body, "marked wrong by Ann"));
    CHECK(json("/facts/" + name + ".json")["left_out_as_wrong"][0]["text"] == "24%");
    put("d", "2025-03-04", "Inflation in Germany rose to 30%" + tail + "Tom Ray said.");
    const auto newest = put("e", "2025-03-05", "Inflation in Germany was 2.2%" + tail + "Una Bell said.");
    // The newest one, not the last in conflict.
    CHECK(json("/facts.json")["facts"][0]["last_text"] == "2.2%");
    // Which is told beside the figure in its article, too.
    CHECK(contains(get("/articles/" + std::to_string(newest)).body, "Told by 4 articles, in conflict"));
    CHECK(contains(get("/figures").body, "Told by 4 articles, in conflict"));
}

TEST_CASE_METHOD(
    Fixture, "web: what is read from right to left keeps its direction, and what turns others is left out",
    "[web]") {
    Article article;
    article.publication = "\u0627\u0644\u0634\u0631\u0642";
    article.headline = "\u0645\u064a\u0632\u0627\u0646\u064a\u0629 12%";
    article.text = article.headline + "\n\u0642\u0627\u0644 12% \u202e and 13% more.\n";
    article.published = *parse_date("2025-02-24");
    load(article);
    const std::string paper = "<bdi>" + article.publication + "</bdi>";
    CHECK(contains(get("/").body, paper + ", 2025-02-24"));
    CHECK(contains(get("/figures").body, paper));
    CHECK(contains(get("/figures").body, "<blockquote dir=\"auto\">"));
    const std::string page =
        get("/articles/" + json("/articles.json")["articles"][0]["article_id"].get<std::string>()).body;
    CHECK(contains(page, "<h1 class=\"words\" dir=\"auto\">"));
    CHECK(contains(page, "<p dir=\"auto\">"));
    for (const std::string& body : {page, get("/reports/figures").body}) {
        CHECK_FALSE(contains(body, "\u202e"));
        CHECK_FALSE(contains(body, "u202e"));
        CHECK_FALSE(contains(body, "\uFFFD"));
    }
}

TEST_CASE_METHOD(Fixture, "web: rows of reports lead to their figures, and what cannot be shown is said",
                 "[web]") {
    Article article = aid_article();
    article.publication = "The Quay";
    article.text = "Sales rose 5% to \u20ac50 billion, Ann Lee said. Costs were \u20ac20 million.\n";
    load(article);
    article.publication = "";
    article.url = "https://other.example/1";
    article.text = "Rents rose 7% in Milbrook, Bea Orr said.\n";
    load(article);
    const auto body = [&](const std::string& target) { return get(target).body; };
    CHECK(contains(body("/reports/currencies"), "<a href=\"/figures?currency=EUR\">EUR</a>"));
    CHECK(
        contains(body("/reports/publications"), "<a href=\"/figures?publication=The%20Quay\">The Quay</a>"));
    CHECK(contains(body("/reports/publications"), "(no publication)"));
    CHECK(contains(body("/reports/coverage?from=2025-01-01"),
                   "href=\"/figures?from=2025-01-01&amp;publication=The%20Quay\""));
    CHECK(contains(body("/reports/sources?subject=sales"),
                   "href=\"/reports/figures?subject=sales&amp;source=Ann%20Lee\""));
    CHECK(contains(body("/reports/subjects"), "href=\"/reports/figures?subject="));
    CHECK(contains(body("/reports/figures"), "?figure=0#figure-0\">5 %</a>"));
    CHECK(contains(body("/reports/timeline?limit=2"), "These are the first 2 rows alone"));
    CHECK(contains(body("/reports/timeline?limit=2"), "Of the rows of this page alone."));
    CHECK_FALSE(contains(body("/reports/timeline"), "rows alone"));
    CHECK(get("/reports/currencies?in=ZZZ").status == 400);
    CHECK(contains(body("/reports/currencies?in=USD"), "<option value=\"USD\" selected"));
    for (const char* command : {"--in", "figbook report", "figbook fact", "figbook check"}) {
        INFO(command);
        CHECK_FALSE(contains(body("/reports"), command));
    }
}

TEST_CASE_METHOD(Fixture, "web: who is not logged in sees nothing of what is inside", "[web]") {
    Site site{database, nullptr, services, "token", true, "secret.db"};
    const std::string body = login_page(site, "", false).body;
    CHECK_FALSE(contains(body, "secret.db"));
    CHECK_FALSE(contains(body, "<nav"));
    CHECK_FALSE(contains(body, "role=\"search\""));
    CHECK(contains(body, "autofocus"));
}

TEST_CASE_METHOD(Fixture, "web: who is called by a pronoun alone is no source to narrow down by", "[web]") {
    Article article = aid_article();
    article.text = "Sales rose 5%, it said. Costs fell 3%, Ann Lee said.\n";
    load(article);
    REQUIRE(database.query("SELECT 1 FROM source WHERE name = 'it' AND kind = 'unnamed'").rows.size() == 1);
    const auto list = json("/figures.json");
    CHECK(list["total"] == 2);
    REQUIRE(list["facets"]["source"].size() == 1);
    CHECK(list["facets"]["source"][0]["value"] == "Ann Lee");
    CHECK(json("/figures.json?source=it")["total"] == 1);
}

TEST_CASE_METHOD(Fixture, "web: a long article comes in parts, each figure on the part that has it",
                 "[web]") {
    Article article = aid_article();
    article.headline = "A long story";
    article.text = "A long story\n";
    for (int i = 0; i < 2000; ++i)
        article.text += "Nothing of note was said on that day by anyone who was there.\n";
    article.text += "Sales rose 5% in the end.\n";
    load(article);
    const std::string address =
        "/articles/" + json("/articles.json")["articles"][0]["article_id"].get<std::string>();
    CHECK_FALSE(contains(get(address).body, "id=\"figure-0\""));
    CHECK(contains(get(address).body, "Part 1 of 3 of the article, with 0 of its 1 figures"));
    CHECK(contains(get(address + "?figure=0").body, "id=\"figure-0\""));
    CHECK(contains(get(address + "?part=3").body, "id=\"figure-0\""));
    CHECK(get(address + "?part=4").status == 404);
}

TEST_CASE_METHOD(Fixture, "web: a page that only reads takes no articles", "[web]") {
    Site site{database, nullptr, services, "", false, "figbook.db"};
    CHECK(answer_get("/load", site).status == 403);
    CHECK(answer_get("/conversions", site).status == 202);
    CHECK(contains(answer_get("/", site).body, "figbook load"));
    Request posted = Request::get("/figures");
    posted.is_post = true;
    CHECK(answer(posted, site).status == 405);
}

TEST_CASE_METHOD(Fixture, "store: a query is broken off at its deadline, and the next one is not",
                 "[store]") {
    const std::string endless =
        "WITH RECURSIVE count(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM count) SELECT max(n) FROM count";
    database.set_deadline(std::chrono::steady_clock::now() + std::chrono::milliseconds(20));
    CHECK_THROWS_AS(database.query(endless), TookTooLong);
    database.set_deadline(std::nullopt);
    CHECK(database.query("SELECT 1").rows.size() == 1);
    database.set_deadline(std::chrono::steady_clock::now());
    CHECK_THROWS_AS(database.transaction([&] { database.query(endless); }), TookTooLong);
    database.set_deadline(std::nullopt);
    CHECK(database.query("SELECT 1").rows.size() == 1);
}

TEST_CASE_METHOD(Fixture, "web: a source has a page with its figures, and says where others contradict it",
                 "[web]") {
    const auto put = [&](const std::string& name, const std::string& words) {
        Article article;
        article.headline = name;
        article.url = "https://" + name + ".example/";
        article.published = *parse_date("2025-02-24");
        article.text = name + "\n" + words + "\n";
        store_tracked(database, article);
    };
    put("Left", "Marrowland's defence spending was €5.2 billion in 2023, Minister Ann Lee said.");
    put("Right", "Marrowland's defence spending was €6.1 billion in 2023, Bo Marsh said. It has 300 tanks.");
    const auto source = json("/sources/Ann%20Lee.json");
    CHECK(source["figures"] == 1);
    CHECK(source["newest_figures"][0]["text"] == "€5.2 billion");
    REQUIRE(source["conflicts"].size() == 1);
    CHECK(source["conflicts"][0]["told"] == "€5.2 billion");
    const std::string page = get("/sources/Ann%20Lee").body;
    CHECK(contains(page, "href=\"/facts/" + source["conflicts"][0]["name"].get<std::string>() + "\""));
    CHECK(contains(page, "href=\"/figures?source=Ann%20Lee\""));
    CHECK(contains(get("/sources").body, "href=\"/sources/Ann%20Lee\""));
    CHECK(contains(get("/figures").body, "href=\"/sources/Bo%20Marsh\""));
    CHECK(get("/sources/Nobody").status == 404);
    CHECK(get("/sources/Ann%20Lee.csv").status == 404);
}

TEST_CASE_METHOD(Fixture,
                 "web: figures of one article stand below its headline, and a size says what it compares",
                 "[web]") {
    Article article = aid_article();
    article.text = "Sales rose 5% to €50 billion, Ann Lee said. Costs were €20 million.\n";
    load(article);
    const std::string page = get("/figures").body;
    const std::string link =
        "href=\"/articles/" + json("/articles.json")["articles"][0]["article_id"].get<std::string>() + "\"";
    CHECK(contains(page, "class=\"of-article\""));
    CHECK(page.find(link) == page.rfind(link));
    CHECK(contains(get("/figures?sort=largest").body, "By the number alone"));
    CHECK_FALSE(contains(get("/figures?sort=largest&currency=EUR").body, "By the number alone"));
}

TEST_CASE_METHOD(Fixture, "web: of very many figures of an article only the one that is asked for says why",
                 "[web]") {
    Article article = aid_article();
    article.text.clear();
    for (int number = 0; number < 60; ++number)
        article.text += "The shop number " + std::to_string(number) + " has " + std::to_string(300 + number) +
                        " desks.\n";
    load(article);
    const std::string address =
        "/articles/" + json("/articles.json")["articles"][0]["article_id"].get<std::string>();
    const auto count = [](const std::string& body, const std::string& words) {
        std::size_t times = 0;
        for (std::size_t at = body.find(words); at != std::string::npos; at = body.find(words, at + 1))
            ++times;
        return times;
    };
    CHECK(count(get(address).body, ">Details<") == 0);
    CHECK(contains(get(address).body, "href=\"" + address + "?figure=5#about-5\""));
    CHECK(count(get(address + "?figure=5").body, ">Details<") == 1);
    article.url = "https://other.example/";
    for (int number = 60; number < 400; ++number)
        article.text += "The shop number " + std::to_string(number) + " has " + std::to_string(300 + number) +
                        " desks.\n";
    load(article);
    std::string large;
    const auto list = json("/articles.json");
    for (const auto& one : list["articles"])
        if (one["figures"] > 100) large = "/articles/" + one["article_id"].get<std::string>();
    CHECK(get(large).body.size() < 100'000);
    CHECK(contains(get(large + "?figure=350").body, "id=\"figure-350\""));
}

TEST_CASE_METHOD(Fixture,
                 "web: a report that takes long is made beside the pages, and kept until something changes",
                 "[web]") {
    // SQLite looks at the clock each thousand steps: less is done before.
    for (int number = 0; number < 60; ++number) {
        Article article = aid_article();
        article.url = "https://example.org/" + std::to_string(number);
        article.text += "The town has " + std::to_string(300 + number) + " shops.\n";
        load(article);
    }
    const Report& report = find_report("figures");
    ReportDesk desk(path, std::chrono::milliseconds(0));
    const auto wait_for = [&](bool is_old) {
        for (int round = 0; round < 2000; ++round) {
            const ReportDesk::Answer answer = desk.ask(database, report, {});
            if (answer.result && answer.is_old == is_old) return answer.result;
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        throw std::runtime_error("the report was not made");
    };
    Site site{database, nullptr, services, "", false, "figbook.db"};
    site.reports = &desk;
    const Response first = answer_get("/reports/figures", site);
    CHECK(first.status == 202);
    CHECK(contains(first.body, "is being made"));
    CHECK(answer_get("/reports/figures.json?kind=count", site).status == 503);
    const auto made = wait_for(false);
    CHECK(made->sections.at(0).table.rows.size() ==
          run_report(database, report, {}).sections.at(0).table.rows.size());
    CHECK(desk.ask(database, report, {}).result == made);
    Article other = aid_article();
    other.url = "https://other.example/";
    other.text = "Other costs were €30 million.\n";
    load(other);
    desk.changed();
    CHECK(desk.ask(database, report, {}).is_old);
    CHECK(wait_for(false)->sections.at(0).table.rows.size() > made->sections.at(0).table.rows.size());
    Filters too_many;
    for (int word = 0; word < 40; ++word)
        too_many.subject = too_many.subject.value_or("") + " word" + std::to_string(word);
    CHECK_THROWS_AS(desk.ask(database, report, too_many), EnvironmentError);
}

TEST_CASE_METHOD(Fixture, "web: a report that goes wrong beside the pages says so, and ends nothing else",
                 "[web]") {
    // A parameter that nobody gives is a fault of the program's own.
    const Report wrong = read_report("wrong",
                                     "-- title: Wrong\n-- description: none\n-- show: number\n"
                                     "-- column number: number\n-- empty: none\nSELECT :nobody AS number\n");
    ReportDesk desk(path, std::chrono::milliseconds(0));
    const auto ask_until_made = [&] {
        for (int round = 0; round < 2000; ++round) {
            desk.ask(database, wrong, {});
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
    };
    CHECK_THROWS_AS(ask_until_made(), EnvironmentError);
    CHECK_THROWS_AS(desk.ask(database, wrong, {}), EnvironmentError);
}
