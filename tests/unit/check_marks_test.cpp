// A database whose claims are marked (check/marks.hpp) and one without a mark, in which all articles are looked at: the report of
// findings is the same, whatever happens to both.
#include <SQLiteCpp/Database.h>
#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "bench/corpus.hpp"
#include "check/marks.hpp"
#include "claim/extract.hpp"
#include "report/report.hpp"
#include "store/document_id.hpp"
#include "support/catch.hpp"
#include "support/store_samples.hpp"
#include "track/fact_key.hpp"
#include "track/facts.hpp"

using namespace figbook;

namespace {

using Rows = std::vector<std::vector<Value>>;

Article article_of(const std::string& name, unsigned day, const std::string& text) {
    Article article;
    article.headline = name;
    article.publication = "The " + name + " Post";
    article.url = "https://" + name + ".example/story";
    article.published = make_date(2025, 3, day);
    article.text = text;
    return article;
}

const char* const ferry =
    "The new ferry cost €2.5 million, the harbour said. Sailings rose 40% to 120 a week from 100 a week.\n\n"
    "The council lent £3 million ($3.9 million). Nobody expected that the new ferry would cost €2.6 "
    "million.\n";

struct Desks {
    TemporaryFolder folder;
    std::filesystem::path path = folder.path() / "marked.db";
    Database marked = Database::open(path, OpenMode::read_write);
    Database unmarked = Database::open(folder.path() / "unmarked.db", OpenMode::read_write);

    std::vector<Claim> claims_of(const Article& article, bool with_marks) const {
        std::vector<Claim> claims = Extractor()(article);
        assign_facts(article, claims);
        if (with_marks) mark_claims(article.text, claims);
        return claims;
    }
    void in_both(const std::function<void(Database&, bool)>& change) {
        for (Database* database : {&marked, &unmarked}) {
            database->transaction([&] {
                change(*database, database == &marked);
                write_facts(*database);
            });
        }
    }
    std::int64_t put(const Article& article) {
        in_both([&](Database& database, bool with_marks) {
            database.put(article, claims_of(article, with_marks), "1");
        });
        return document_id(article);
    }
    void review(std::int64_t article, std::int64_t ordinal, ReviewVerdict verdict,
                const char* value = nullptr) {
        Review given;
        given.document_id = article;
        given.ordinal = ordinal;
        given.verdict = verdict;
        given.note = "looked at";
        given.reviewed_by = "Tester";
        if (value != nullptr) given.value = decimal(value);
        in_both([&](Database& database, bool) { database.add_review(given); });
    }
    void by_hand(const std::string& sql) const {
        SQLite::Database(path.string(), SQLite::OPEN_READWRITE).exec(sql);
    }

    static Rows rows(Database& database, const Filters& filters) {
        return run_report(database, find_report("checks"), filters).sections.at(0).table.rows;
    }
    // Of all subjects, sources, papers, kinds and days; how many findings that are.
    std::size_t compare() {
        std::vector<Filters> all(1);
        const auto add = [&](const char* sql, const auto& set) {
            for (const auto& row : unmarked.query(sql).rows)
                set(all.emplace_back(), std::get<std::string>(row[0]));
        };
        add("SELECT DISTINCT subject FROM claim WHERE subject IS NOT NULL",
            [](Filters& filters, const std::string& value) { filters.subject = value; });
        add("SELECT DISTINCT name FROM source",
            [](Filters& filters, const std::string& value) { filters.source = value; });
        add("SELECT name FROM publication",
            [](Filters& filters, const std::string& value) { filters.publication = value; });
        add("SELECT DISTINCT kind FROM claim",
            [](Filters& filters, const std::string& value) { filters.kind = value; });
        add("SELECT DISTINCT published FROM article", [](Filters& filters, const std::string& value) {
            filters.from = filters.to = *parse_date(value);
        });
        std::size_t found = 0;
        for (const Filters& filters : all) {
            INFO(in_words(filters));
            const Rows expected = rows(unmarked, filters);
            CHECK(rows(marked, filters) == expected);
            found += expected.size();
        }
        return found;
    }
    std::int64_t count(const Database& database, const std::string& condition) const {
        return std::get<std::int64_t>(
            database.query("SELECT count(*) FROM claim WHERE " + condition).rows.at(0).at(0));
    }
};

}  // namespace

TEST_CASE_METHOD(Desks, "marks: in made news nothing is marked of which there is a finding", "[check]") {
    unsigned place = 0;
    for (Article article : bench::news_articles(bench::Density::packed, 150'000)) {
        article.url = fmt::format("https://paper.example/{}", place);
        article.published = make_date(2025, 3, 1 + place++ % 28);
        article.publication = fmt::format("Paper {}", place % 3);
        put(article);
        if (place % 5 != 0) continue;
        article.url += "/copy";
        put(article);
    }
    CHECK(compare() > 100);
    CHECK(count(marked, "nothing_found_by IS NULL") > 20);
    CHECK(count(marked, "nothing_found_by IS NOT NULL") > 2 * count(marked, "nothing_found_by IS NULL"));
    CHECK(count(unmarked, "nothing_found_by IS NOT NULL") == 0);
}

TEST_CASE_METHOD(Desks, "marks: what a review says is found, and what it takes away is not", "[check]") {
    const std::int64_t id = put(article_of("Harbour", 1, ferry));
    put(article_of("Ferry", 2, ferry));
    CHECK(compare() > 0);
    Filters cost;
    cost.subject = "new ferry";
    REQUIRE(rows(marked, cost).empty());
    REQUIRE(count(marked,
                  fmt::format("document_id = {} AND ordinal = 0 AND nothing_found_by IS NOT NULL", id)) == 1);
    // A slip of a thousand, which was none as the text was read.
    review(id, 0, ReviewVerdict::corrected, "2600000000");
    CHECK(rows(marked, cost).size() == 1);
    compare();
    review(id, 0, ReviewVerdict::confirmed);
    CHECK(rows(marked, cost).empty());
    compare();
    review(id, 1, ReviewVerdict::wrong);
    compare();
}

TEST_CASE_METHOD(Desks, "marks: rates decide over amounts in two currencies, whenever they come", "[check]") {
    put(article_of("Harbour", 1, ferry));
    Filters money;
    money.kind = "money";
    const Rows before = rows(marked, money);
    REQUIRE(before.size() == 1);
    const auto rate = [](const char* currency, const char* per_euro) {
        return RateRow{currency, *make_date(2025, 2, 28), decimal(per_euro), "Test"};
    };
    for (Database* database : {&marked, &unmarked}) database->put_rates({rate("USD", "9"), rate("GBP", "1")});
    CHECK(rows(marked, money) != before);
    compare();
}

TEST_CASE_METHOD(Desks, "marks: a copy that loses its original has findings of its own", "[check]") {
    std::string story = ferry;
    for (int i = 0; i < 30; ++i)
        story +=
            fmt::format("Keeper {} of the old lighthouse walked along pier {} before the {} bell rang.\n",
                        i * 7, i * 3, i * 11);
    const std::int64_t original = put(article_of("Harbour", 1, story));
    put(article_of("Ferry", 2, story));
    Filters later;
    later.publication = "Ferry";
    REQUIRE(rows(marked, later).empty());
    compare();
    in_both([&](Database& database, bool) { database.remove(original); });
    CHECK_FALSE(rows(marked, later).empty());
    compare();
}

TEST_CASE_METHOD(Desks, "marks: claims that are written anew have marks of their own", "[check]") {
    const Article article = article_of("Harbour", 1, ferry);
    const std::int64_t id = put(article);
    const auto replace = [&](bool whole) {
        in_both([&](Database& database, bool with_marks) {
            std::vector<Claim> claims = claims_of(article, false);
            if (!whole) claims.resize(2);
            if (with_marks) mark_claims(article.text, claims);
            database.replace_claims(id, claims, "2");
        });
    };
    Filters sailings;
    sailings.subject = "sailings";
    REQUIRE(rows(marked, sailings).size() == 1);
    replace(false);
    CHECK(rows(marked, sailings).empty());
    compare();
    replace(true);
    CHECK(rows(marked, sailings).size() == 1);
    compare();
}

TEST_CASE_METHOD(Desks,
                 "marks: those of other checks, and of claims that were changed by hand, are worth nothing",
                 "[check]") {
    put(article_of("Harbour", 1, ferry));
    Filters sailings;
    sailings.subject = "sailings";
    REQUIRE(rows(marked, sailings).size() == 1);
    // Only to see that it is the mark that decides.
    by_hand(fmt::format("UPDATE claim SET nothing_found_by = {}", checks_version()));
    CHECK(rows(marked, sailings).empty());
    by_hand(fmt::format("UPDATE claim SET nothing_found_by = {}", checks_version() + 1));
    CHECK(rows(marked, sailings).size() == 1);
    by_hand(fmt::format("UPDATE claim SET nothing_found_by = {}", checks_version()));
    by_hand("UPDATE claim SET subject = 'all ' || subject WHERE ordinal = 1");
    CHECK(count(marked, "nothing_found_by IS NOT NULL") == 0);
    CHECK(rows(marked, sailings).size() == 1);
}
