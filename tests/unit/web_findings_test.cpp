// What the checks find after a change is the same whether all of the database is checked or what has changed alone.
#include <algorithm>
#include <fmt/format.h>
#include <string>
#include <vector>

#include "claim/extract.hpp"
#include "support/catch.hpp"
#include "support/store_samples.hpp"
#include "support/store_tracked.hpp"
#include "track/facts.hpp"
#include "web/figure_search.hpp"
#include "web/figure_table.hpp"
#include "web/findings_keeper.hpp"

using namespace figbook;
using namespace figbook::web;

namespace {

Article article_of(const std::string& name, unsigned day, const std::string& text) {
    Article article;
    article.headline = name;
    article.publication = "The " + name + " Post";
    article.url = "https://" + name + ".example/story";
    article.published = make_date(2025, 3, day);
    article.text = text;
    return article;
}

struct Desk {
    TemporaryFolder folder;
    Database database = Database::open(folder.path() / "figbook.db", OpenMode::read_write);
    Database reading = Database::open(folder.path() / "figbook.db", OpenMode::read_only);
    Extractor extract;

    std::int64_t put(const Article& article) { return store_tracked(database, article); }
    void review(std::int64_t article_id, std::int64_t ordinal, ReviewVerdict verdict, Review review = {}) {
        review.document_id = article_id;
        review.ordinal = ordinal;
        review.reviewed_by.assign("Ann");
        review.verdict = verdict;
        review.note.assign("not so");
        database.transaction([&] {
            database.add_review(review);
            write_facts(database);
        });
    }
};

std::vector<std::string> all_of(const Findings& findings, const Counts& counts) {
    std::vector<std::string> lines;
    for (const Check& check : all_checks())
        for (const Finding* finding : findings.of(check.name)) {
            lines.push_back(fmt::format("{} {} {} {} {} {}", check.name, name_of(finding->verdict),
                                        finding->article_id, finding->published, finding->stated,
                                        finding->explanation));
            for (const std::int64_t ordinal : ordinals_of(*finding))
                lines.push_back(
                    fmt::format("{} {}", ordinal, findings.of_figure(finding->article_id, ordinal).size()));
        }
    lines.push_back(fmt::format("{} figures", counts.table->columns.size()));
    for (const CountedSource* source : counts.sources.by_figures)
        lines.push_back(fmt::format("{} {} {} {} {}", source->name, source->kind, source->title,
                                    source->organisation, source->figures));
    return lines;
}

void take(FindingsKeeper& keeper, const Database& database) {
    keeper.look(database);
    while (!keeper.is_done()) keeper.check_some(database);
}

std::vector<std::string> words_of(const Facet& facet) {
    std::vector<std::string> words;
    for (const FacetValue& value : facet.values)
        words.push_back(fmt::format("{} {}", value.value, value.count));
    return words;
}

// That lists are the same by the table in memory and by SQL.
void check_lists(const Database& database, FindingsKeeper& keeper) {
    for (const char* target : {"/figures",
                               "/figures?sort=oldest",
                               "/figures?sort=largest",
                               "/figures?sort=smallest",
                               "/figures?kind=money&sort=largest",
                               "/figures?kind=count",
                               "/figures?currency=EUR&sort=smallest",
                               "/figures?currency=XXX",
                               "/figures?source=Ann+Lee",
                               "/figures?source=Edda+Quint&sort=largest",
                               "/figures?source=Edda+Quint&kind=money&period=2025",
                               "/figures?kind=money&from=2025-03-02&sort=oldest",
                               "/figures?page=2&sort=oldest",
                               "/figures?page=2&sort=largest",
                               "/figures?publication=The+Copy+Post",
                               "/figures?publication=The+Harbour+Post&sort=largest",
                               "/figures?period=2023",
                               "/figures?period=2025&sort=oldest",
                               "/figures?check=off",
                               "/figures?check=consistent&sort=smallest",
                               "/figures?check=cannot+check&kind=money",
                               "/figures?review=confirmed",
                               "/figures?review=disputed&check=off",
                               "/figures?from=2025-03-02",
                               "/figures?to=2025-03-05&sort=oldest",
                               "/figures?q=loan",
                               "/figures?q=loan+OR+ferry&sort=largest",
                               "/figures?q=defense+spending",
                               "/figures?q=loan&kind=money&sort=oldest",
                               "/figures?page=2"}) {
        INFO(target);
        const FigureQuery query = read_figure_query(Request::get(target));
        const FigureList by_table = find_in_table(database, query, *keeper.counts());
        const FigureList by_sql = find_figures(database, query, keeper.findings().get(), {});
        CHECK(by_table.rows.rows == by_sql.rows.rows);
        CHECK(by_table.total == by_sql.total);
        CHECK(by_table.articles == by_sql.articles);
        REQUIRE(by_table.facets.size() == by_sql.facets.size());
        for (std::size_t i = 0; i < by_sql.facets.size(); ++i) {
            INFO(by_sql.facets[i].field);
            CHECK(by_table.facets[i].field == by_sql.facets[i].field);
            CHECK(words_of(by_table.facets[i]) == words_of(by_sql.facets[i]));
        }
    }
}

// That the keeper has what a new one would have, and what the checks give.
void check_same(FindingsKeeper& keeper, const Database& database) {
    take(keeper, database);
    CHECK(all_of(*keeper.findings(), *keeper.counts()) ==
          all_of(*make_findings(database), *make_counts(database)));
    for (const CheckFindings& findings : run_checks(database, every_check(), {})) {
        const auto& kept = keeper.findings()->of(findings.check->name);
        INFO(findings.check->name);
        REQUIRE(kept.size() == findings.list.size());
        for (std::size_t i = 0; i < kept.size(); ++i)
            CHECK(kept[i]->explanation == findings.list[i].explanation);
    }
    const Table counted = database.query("SELECT count(*) FROM figures");
    CHECK(keeper.counts()->table->columns.size() ==
          static_cast<std::size_t>(std::get<std::int64_t>(counted.rows[0][0])));
    check_lists(database, keeper);
}

const std::string loan =
    "The council took a loan of €50 million ($52 million), Mayor Edda Quint said. Sales rose 5% from 100 to "
    "150 units. "
    "The bridge is 10 km (62 miles) long.\n";

}  // namespace

TEST_CASE_METHOD(Desk, "web: after any change the kept findings are those of a whole check", "[web]") {
    FindingsKeeper keeper;
    check_same(keeper, reading);  // of nothing
    const std::int64_t first = put(article_of("Harbour", 1, loan));
    check_same(keeper, reading);
    CHECK_FALSE(keeper.findings()->of("conversions").empty());
    CHECK_FALSE(keeper.findings()->of("change").empty());
    CHECK_FALSE(keeper.findings()->of("units").empty());
    SECTION("another article, and one that tells the same again") {
        put(article_of("Ferry", 2, "The ferry cost €3 million ($9 million), said Bo Marsh of Ostra Bank.\n"));
        check_same(keeper, reading);
        put(article_of("Copy", 3, loan + "More of it tomorrow.\n"));
        check_same(keeper, reading);
        CHECK(reading.query("SELECT 1 FROM article_copy").rows.size() == 1);
    }
    SECTION("the original of a copy goes") {
        put(article_of("Copy", 3, loan + "More of it tomorrow.\n"));
        check_same(keeper, reading);
        database.remove(first);
        check_same(keeper, reading);
        CHECK(keeper.findings()->of_article(first).empty());
    }
    SECTION("a new version, and another day of it") {
        Article later =
            article_of("Harbour", 4, "The loan was €50 million ($20 million), Edda Quint said.\n");
        put(later);
        check_same(keeper, reading);
        CHECK(keeper.findings()->of_article(first).empty());
        later.published = make_date(2024, 1, 2);
        later.headline = "Another one";
        put(later);
        check_same(keeper, reading);
    }
    SECTION("reviews") {
        const std::size_t before = keeper.findings()->of_article(first).size();
        review(first, 0, ReviewVerdict::wrong);
        check_same(keeper, reading);
        CHECK(keeper.findings()->of_article(first).size() < before);
        review(first, 0, ReviewVerdict::confirmed);
        check_same(keeper, reading);
        CHECK(keeper.findings()->of_article(first).size() == before);
    }
    SECTION("reviews that correct") {
        const auto largest = [&] {
            const FigureQuery query = read_figure_query(Request::get("/figures?kind=money&sort=largest"));
            return find_in_table(reading, query, *keeper.counts()).rows.rows.at(0);
        };
        Review value;
        value.value = decimal("77");
        review(first, 1, ReviewVerdict::corrected, value);
        check_same(keeper, reading);
        CHECK(std::get<std::string>(largest()[6]) == "€50 million");
        const auto found = keeper.findings()->of_figure(first, 1);
        REQUIRE(found.size() == 1);
        CHECK(found[0]->finding.explanation.ends_with("; a review corrected $52 million to $77"));
        Review unit;
        unit.unit = CorrectedUnit{"SEK", Kind::money};
        review(first, 1, ReviewVerdict::corrected, unit);
        check_same(keeper, reading);
        CHECK(
            keeper.findings()->of_figure(first, 1).at(0)->finding.explanation.ends_with("to SEK 52 million"));
        // Who says so is nothing that a check looks at.
        Review source;
        source.source.emplace("Cy Ode");
        review(first, 1, ReviewVerdict::corrected, source);
        check_same(keeper, reading);
        CHECK(keeper.findings()->of_figure(first, 1).at(0)->finding.explanation.find("review") ==
              std::string::npos);
        const FigureQuery query = read_figure_query(Request::get("/figures?source=Cy+Ode"));
        CHECK(find_in_table(reading, query, *keeper.counts()).total == 1);
        review(first, 1, ReviewVerdict::confirmed);
        check_same(keeper, reading);
        CHECK(find_in_table(reading, query, *keeper.counts()).total == 0);
        CHECK(std::get<std::string>(largest()[6]) == "$52 million");
    }
    SECTION("claims that are written anew") {
        const Article same = article_of("Harbour", 1, loan);
        database.replace_claims(first, {}, "2");
        check_same(keeper, reading);
        CHECK(keeper.findings()->of_article(first).empty());
        // In the same second, by the same program.
        database.replace_claims(first, extract(same), "2");
        check_same(keeper, reading);
        CHECK_FALSE(keeper.findings()->of_article(first).empty());
    }
    SECTION("facts in conflict, that come and go") {
        put(article_of("Left", 5, "Marrowland's defence spending was €5.2 billion in 2023, Ann Lee said.\n"));
        check_same(keeper, reading);
        const std::int64_t right = put(article_of(
            "Right", 6, "Marrowland's defence spending was €6.1 billion in 2023, Ann Lee said.\n"));
        check_same(keeper, reading);
        CHECK(keeper.findings()->of("contradictions").size() == 1);
        put(article_of("Third", 7, "Marrowland's defence spending was €7.9 billion in 2023, Cy Ode said.\n"));
        check_same(keeper, reading);
        review(right, 0, ReviewVerdict::wrong);
        check_same(keeper, reading);
        database.transaction([&] {
            database.remove(right);
            write_facts(database);
        });
        check_same(keeper, reading);
        CHECK(keeper.findings()->of("contradictions").size() == 1);
    }
    SECTION("rates") {
        const auto before = all_of(*keeper.findings(), *keeper.counts());
        database.put_rates(std::vector{RateRow{"USD", *make_date(2025, 2, 28), decimal("4"), "hand"},
                                       RateRow{"USD", *make_date(2025, 3, 1), decimal("4"), "hand"}});
        check_same(keeper, reading);
        CHECK(all_of(*keeper.findings(), *keeper.counts()) != before);
    }
}

TEST_CASE_METHOD(Desk, "web: a table with what was read and forgotten since is one of all that is known",
                 "[web]") {
    std::vector<std::int64_t> ids;
    for (unsigned day = 1; day < 6; ++day)
        ids.push_back(put(article_of("Harbour" + std::to_string(day), day,
                                     fmt::format("Town {0} took a loan of €{0}3 million, Ann Lee said. The "
                                                 "bridge is {0}7 km long.\n",
                                                 day))));
    const auto lines = [](const FigureTable& table) {
        std::vector<std::string> all;
        for (const ShortArticle& article : table.articles)
            for (std::uint32_t place = article.first; place < article.end; ++place) {
                CHECK(&table.article_of(place) == &article);
                CHECK(table.place_of(article, table.columns.ordinals[place]) == place);
                all.push_back(fmt::format("{} {} {} {} {} {}", article.id, article.day,
                                          table.columns.ordinals[place], table.columns.amounts[place],
                                          table.name(table.columns.units[place]),
                                          table.name(table.sources[table.columns.sources[place]].name)));
            }
        CHECK(all.size() == table.columns.size());
        return all;
    };
    const auto of = [&](const std::vector<std::int64_t>& wanted) {
        FigureGatherer fresh;
        fresh.read(reading, wanted);
        return lines(*fresh.table());
    };
    FigureGatherer gatherer;
    CHECK(gatherer.table()->articles.empty());
    gatherer.read(reading, {ids[3], ids[1]});
    gatherer.read(reading, {ids[1]});  // again, before there is a table of it
    const auto two = gatherer.table();
    CHECK(lines(*two) == of({ids[1], ids[3]}));
    gatherer.read(reading, {ids[0], ids[2], ids[4]});
    gatherer.forget(ids[2]);  // that is in no table yet
    gatherer.forget(ids[3]);  // that is in the last one
    review(ids[1], 0, ReviewVerdict::wrong);
    gatherer.read(reading, {ids[1]});
    const auto three = gatherer.table();
    CHECK(lines(*three) == of({ids[0], ids[1], ids[4]}));
    CHECK(lines(*gatherer.table()) == lines(*three));
    CHECK(two->articles.size() == 2);  // who still reads it sees no change
    CHECK_FALSE(two->place_of(two->articles[0], 1'000));
    gatherer.read(reading, {ids[3], ids[2]});
    CHECK(lines(*gatherer.table()) == of(ids));
}

TEST_CASE_METHOD(Desk, "web: after a change only what has changed is checked", "[web]") {
    FindingsKeeper keeper{std::chrono::seconds(0)};
    for (unsigned day = 1; day < 10; ++day)
        put(article_of("Harbour" + std::to_string(day), day,
                       "The loan was €50 million ($52 million), Ann Lee said.\n"));
    keeper.look(reading);
    CHECK(keeper.left() == 9);
    CHECK(keeper.findings() == nullptr);
    take(keeper, reading);
    const auto before = keeper.findings();
    keeper.look(reading);
    CHECK(keeper.is_done());
    const std::int64_t id =
        put(article_of("Ferry", 20, "The ferry cost €3 million ($9 million), Bo Marsh said.\n"));
    keeper.look(reading);
    CHECK(keeper.left() == 1);
    CHECK_FALSE(keeper.is_done());
    CHECK(keeper.findings() == before);  // meanwhile
    take(keeper, reading);
    CHECK(keeper.findings() != before);
    review(id, 0, ReviewVerdict::wrong);
    keeper.look(reading);
    CHECK(keeper.left() == 1);
    take(keeper, reading);
    database.put_rates(std::vector{RateRow{"USD", *make_date(2025, 3, 1), decimal("4"), "hand"}});
    keeper.look(reading);
    CHECK(keeper.left() == 10);
}

TEST_CASE_METHOD(Desk, "web: the findings of some articles are those that all checks find in them", "[web]") {
    const std::int64_t first = put(article_of("Harbour", 1, loan));
    put(article_of("Ferry", 2, "The ferry cost €3 million ($9 million), said Bo Marsh of Ostra Bank.\n"));
    put(article_of("Left", 5, "Marrowland's defence spending was €5.2 billion in 2023, Ann Lee said.\n"));
    const std::int64_t right = put(
        article_of("Right", 6, "Marrowland's defence spending was €6.1 billion in 2023, Ann Lee said.\n"));
    const auto all = make_findings(reading);
    const auto some = make_findings(reading, {first, right});
    for (const std::int64_t article : {first, right}) {
        REQUIRE(some->of_article(article).size() == all->of_article(article).size());
        CHECK_FALSE(some->of_article(article).empty());
        for (std::size_t i = 0; i < some->of_article(article).size(); ++i)
            CHECK(some->of_article(article)[i]->finding.explanation ==
                  all->of_article(article)[i]->finding.explanation);
    }
    CHECK(some->of("conversions").size() == 1);
}

TEST_CASE_METHOD(Desk, "web: figures of all units are sorted by size", "[web]") {
    put(article_of("Harbour", 1, loan));
    put(article_of("Ferry", 2,
                   "The ferry has 300 seats, 12 boats and 4 halls. It cost €3 million. Wages fell 0.5%.\n"));
    FindingsKeeper keeper;
    check_same(keeper, reading);
    FigureQuery query;
    query.sort = "largest";
    const auto largest = [&] { return find_in_table(reading, query, *keeper.counts()).rows.rows.at(0); };
    CHECK(std::get<std::string>(largest()[6]) == "$52 million");
    put(article_of("Bridge", 3, "The bridge cost €9 trillion.\n"));
    check_same(keeper, reading);
    CHECK(std::get<std::string>(largest()[6]) == "€9 trillion");
}
