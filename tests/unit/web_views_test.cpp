// What the pages say of the same thing in several places is the same: copies, contradictions, filters, misread figures.
#include <nlohmann/json.hpp>

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

struct Views {
    TemporaryFolder folder;
    Database database = Database::open(folder.path() / "figbook.db", OpenMode::read_write);
    Services services{.review = [](const ReviewRequest&) {}};

    std::int64_t put(const std::string& paper, const std::string& day, const std::string& words) {
        Article article;
        article.publication = paper;
        article.url = "https://" + paper + ".example/" + day;
        article.published = *parse_date(day);
        article.text = words;
        return store_tracked(database, article);
    }
    Response answer_to(Request request) {
        Site site{database, make_findings(database), services, "token", false, "figbook.db"};
        site.counts = make_counts(database, site.findings.get());
        return answer(request, site);
    }
    std::string get(const std::string& target) { return answer_to(Request::get(target)).body; }
    nlohmann::json json(const std::string& target) { return nlohmann::json::parse(get(target)); }
    std::string fact() { return json("/facts.json")["facts"][0]["fact"]; }
};

std::string spent(const std::string& amount, const std::string& who) {
    return "Marrowland's defence spending was " + amount + " in 2023, " + who + " said.\n";
}

}  // namespace

TEST_CASE_METHOD(Views, "web: each side of a contradiction is in conflict, and neither is called off",
                 "[web]") {
    const auto first = put("a", "2025-02-01", spent("€5.2 billion", "Ann Lee"));
    const auto second = put("b", "2025-02-02", spent("€5.23 billion", "Bo Marsh"));
    const auto third = put("c", "2025-02-03", spent("€6.1 billion", "Cy Orr"));
    CHECK(json("/figures.json?check=off")["total"] == 3);
    for (const auto article : {first, second, third}) {
        const auto findings = json("/articles/" + std::to_string(article) + ".json")["findings"];
        REQUIRE(findings.size() == 1);
        CHECK(findings[0]["figures"] == nlohmann::json({0}));
        const std::string page = get("/articles/" + std::to_string(article));
        CHECK(contains(page, "<span class=\"badge off\">in conflict</span>"));
        CHECK_FALSE(contains(page, "<span class=\"badge off\">off</span>"));
    }
    CHECK_FALSE(contains(get("/figures"), "<span class=\"badge off\">off</span>"));
    CHECK(contains(get("/checks"), "<span class=\"badge off\">in conflict</span>"));
    // Counted once: of two ends, one finding.
    CHECK(json("/checks.json?verdict=off")["total"] == 1);
}

TEST_CASE_METHOD(Views, "web: what a review calls wrong is said to be in no fact and in no conflict",
                 "[web]") {
    put("a", "2025-02-01", spent("€5.2 billion", "Ann Lee"));
    put("b", "2025-02-02", spent("€5.9 billion", "Bo Marsh"));
    const auto wrong = put("c", "2025-02-03", spent("€6.5 billion", "Cy Orr"));
    const std::string address = "/articles/" + std::to_string(wrong);
    CHECK(contains(get(address), "in conflict"));
    Review review;
    review.document_id = wrong;
    review.verdict = ReviewVerdict::wrong;
    review.note = "misread";
    review.reviewed_by = "Ann";
    database.transaction([&] {
        database.add_review(review);
        write_facts(database);
    });
    CHECK_FALSE(contains(get(address), "href=\"/facts/"));
    CHECK_FALSE(contains(get("/review?article=" + std::to_string(wrong) + "&figure=0"), "href=\"/facts/"));
}

TEST_CASE_METHOD(Views, "web: a review shows what the checks find of the figure", "[web]") {
    const auto article = put("a", "2025-02-12", "The mill cost €50 million ($519 million), Ann Lee said.\n");
    const std::string page = get("/review?article=" + std::to_string(article) + "&figure=0");
    CHECK(contains(page, "<span class=\"badge off\">off</span>"));
    CHECK(contains(page, "class=\"why-off\""));
}

TEST_CASE_METHOD(Views, "web: copies are counted beside the articles, the same way everywhere", "[web]") {
    std::string words;
    for (int i = 0; i < 30; ++i)
        words += "In street " + std::to_string(i) + " the storm took " + std::to_string(40 + i) +
                 " roofs, as the town of Tarnwick said.\n";
    put("a", "2025-02-01", words);
    put("b", "2025-02-02", words);
    const auto counts = json("/index.json")["counts"];
    CHECK(counts["articles"] == 1);
    CHECK(counts["copies"] == 1);
    CHECK(contains(get("/"), "articles, 1 copy more"));
    CHECK(contains(get("/articles"), "1 article, 1 copy more"));
    const auto overview = json("/reports/summary.json")["overview"];
    CHECK(overview[0]["value"] == 1);
    CHECK(overview[1]["what"] == "copies more");
    CHECK(overview[1]["value"] == 1);
    CHECK(json("/reports/summary.json?copies=1")["overview"][0]["value"] == 2);
    CHECK(json("/reports/summary.json?copies=1")["overview"][1]["what"] == "figures");
}

TEST_CASE_METHOD(Views, "web: what is narrowed down says so on paper and in the name of the window",
                 "[web]") {
    put("a", "2025-02-01", spent("€5.2 billion", "Ann Lee"));
    for (const std::string page :
         {"/reports/figures", "/figures", "/facts", "/checks", "/sources", "/articles"}) {
        INFO(page);
        CHECK_FALSE(contains(get(page), "Narrowed down by "));
        CHECK_FALSE(contains(get(page + "?page=1"), "<title>Narrowed"));
    }
    const std::string report = get("/reports/figures?currency=EUR&from=2025-01-01");
    CHECK(contains(report,
                   "<p class=\"on-paper narrowed\">Narrowed down by currency: EUR; from: 2025-01-01</p>"));
    CHECK(contains(report, ", currency: EUR; from: 2025-01-01 – figbook</title>"));
    CHECK(contains(get("/figures?q=spending"), "Narrowed down by words: spending"));
    CHECK(contains(get("/checks?verdict=off"), "<title>Checks, verdict: off – figbook</title>"));
    CHECK(contains(get("/facts?conflicts=1"), "Narrowed down by in conflict<"));
}

TEST_CASE_METHOD(Views, "web: a range is compared with both of its ends", "[web]") {
    put("a", "2025-02-12", "The mill cost €5–7 billion, Ann Lee said.\n");
    const auto amounts = json("/reports/currencies.json")["amounts"];
    REQUIRE(amounts.size() == 1);
    CHECK(amounts[0]["converted"] == "5000000000");
    CHECK(amounts[0]["converted_high"] == "7000000000");
    CHECK(contains(get("/reports/currencies"), "data-column=\"compared\"><div>€5–7 billion"));
    CHECK(contains(get("/reports/currencies"), "data-column=\"largest\"><div>€5–7 billion"));
}

TEST_CASE_METHOD(Views, "web: a report as JSON is whole", "[web]") {
    std::string words;
    for (int i = 0; i < 150; ++i) words += "The shop has " + std::to_string(300 + i) + " desks.\n";
    const auto article = put("a", "2025-02-12", words);
    CHECK(json("/reports/figures.json").size() == 150);
    CHECK(json("/reports/figures.json?limit=20").size() == 20);
    // Each place in the article is that in all of it.
    const std::string page = get("/articles/" + std::to_string(article) + "?part=2");
    CHECK(contains(page, "<h2>Figures 102 to 150 of 150</h2>"));
    CHECK(contains(page, "data-before=\"101\" data-all=\"150\""));
    CHECK(contains(page, "aria-label=\"Parts of the article, above it\""));
    CHECK(contains(page, "aria-label=\"Parts of the article, below it\""));
}

TEST_CASE_METHOD(Views, "web: who tells again what was contradicted brings nothing up to date", "[web]") {
    put("a", "2024-02-12", "Inflation in Germany rose to 2.4% in January, the statistics office said.\n");
    put("b", "2024-02-14", "German inflation was 2.7 percent in January.\n");
    put("c", "2024-03-12",
        "Inflation in Germany fell to 2.1% in February from 2.4% in January, the statistics office said.\n");
    const auto told = json("/facts/" + fact() + ".json");
    REQUIRE(told["pairs"].size() == 3);
    for (const auto& pair : told["pairs"])
        CHECK(pair["standing"] == (pair["earlier"] == 1 && pair["later"] == 3 ? "same" : "conflict"));
    CHECK_FALSE(contains(get("/facts/" + fact()), "updates</span>"));
}

TEST_CASE_METHOD(Views, "web: an update says why it is one", "[web]") {
    put("a", "2024-02-12", "Inflation in Germany was 2.4% in January, the statistics office said.\n");
    put("b", "2024-03-12", "Inflation in Germany was 2.7% in January, the statistics office said.\n");
    CHECK(contains(
        get("/facts/" + fact()),
        "updates</span> no. <a href=\"#no-1\">1</a><span class=\"from\">: told with a later report"));
}

TEST_CASE_METHOD(Views, "web: what is loaded is named by its opening, and a day to come is refused",
                 "[web]") {
    put("a", "2025-02-01", spent("€5.2 billion", "Ann Lee"));
    services.load = [&](const LoadRequest&) {
        LoadAnswer loaded{"loaded 1 article", {}, 1, {}};
        loaded.articles.push_back(
            std::to_string(put("b", "2099-02-02", "Ferry fares rose 5%, Bo Marsh said.\n")));
        return loaded;
    };
    Request request = Request::get("/load");
    request.is_post = true;
    request.fields = Query("text=Ferry+fares&published=2025-01-01");
    const std::string page = answer_to(request).body;
    INFO(page);
    CHECK(contains(page, ">Ferry fares rose 5%, Bo Marsh said. </a>"));
    CHECK(contains(page, "has not come yet: it may be a slip"));
    request.fields = Query("text=Ferry+fares&published=2099-01-01");
    CHECK(contains(answer_to(request).body, "2099-01-01 has not come yet"));
    CHECK(answer_to(request).status == 400);
}
