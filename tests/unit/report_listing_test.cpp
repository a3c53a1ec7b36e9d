#include "report/functions.hpp"
#include "report/listing.hpp"
#include "report/report.hpp"
#include "support/catch.hpp"
#include "support/store_samples.hpp"

using namespace figbook;

namespace {

const std::vector<std::string> kept{"published", "end", "start", "verdict", "text"};

std::string joined(std::string_view sql) {
    return std::string("WITH listed AS (SELECT 1)\nSELECT\n") + std::string(sql) +
           "\nFROM listed\nCROSS JOIN figures_by_number AS figures ON true;\n";
}

std::string names(const Listing& listing) {
    std::string all;
    for (const ListedColumn& column : listing.columns) all += column.name + "=" + column.kept + " ";
    return all;
}

// What is given, in its order.
std::string ordered(const Database& database, std::string_view values, std::string_view key) {
    std::string all;
    for (const auto& row : database
                               .query("SELECT column1, coalesce(CAST(column2 AS TEXT), '-') FROM (VALUES " +
                                      std::string(values) + ") ORDER BY " + std::string(key))
                               .rows)
        all += std::get<std::string>(row[1]) + " ";
    return all;
}

}  // namespace

TEST_CASE("listing: columns that are kept are told from those that the statement makes", "[report]") {
    const auto listing = listing_of(joined("    published,\n"
                                           "    figures.start,\n"
                                           "    \"end\",\n"
                                           "    -- text, as it is\n"
                                           "    verdict AS review,\n"
                                           "    CAST(text AS TEXT) AS text,\n"
                                           "    coalesce(', ' || text, 'a, (b') AS notes,\n"
                                           "    day"),
                                    kept);
    REQUIRE(listing);
    CHECK(names(*listing) == "published=published start=start end=end review=verdict text= notes= day= ");
    CHECK(contains(listing->sql,
                   "SELECT\n    figures.kept_row,\n    CAST(text AS TEXT) AS text,\n"
                   "    coalesce(', ' || text, 'a, (b') AS notes,\n    day\nFROM listed\n"));
    CHECK(listing->sql.starts_with("WITH listed AS (SELECT 1)\nSELECT\n"));
}

TEST_CASE("listing: one of some of its columns is the same list", "[report]") {
    const std::string sql =
        joined("    published,\n    -- as it is\n    figures.start,\n    verdict AS review");
    CHECK(narrowed(sql, {"review", "start", "text"}) == joined("    figures.start,\n    verdict AS review"));
    CHECK(narrowed("SELECT published, start FROM selected", {"start"}) ==
          "SELECT published, start FROM selected");
}

TEST_CASE("listing: figures that are listed by their numbers are joined by their rows", "[report]") {
    const std::string sql =
        "WITH listed AS MATERIALIZED (\n    SELECT article_id, ordinal, day\n    FROM selected\n)\n"
        "SELECT\n    published,\n    day\nFROM listed\nCROSS JOIN figures_by_number AS figures"
        " ON figures.article_id = listed.article_id AND figures.ordinal = listed.ordinal;\n";
    const auto listing = listing_of(sql, kept);
    REQUIRE(listing);
    CHECK(
        listing->sql ==
        "WITH listed AS MATERIALIZED (\n    SELECT kept_row, article_id, ordinal, day\n    FROM selected\n)\n"
        "SELECT\n    figures.kept_row,\n    day\nFROM listed\nCROSS JOIN figures_by_number AS figures"
        " ON figures.kept_row = listed.kept_row;\n");
}

TEST_CASE("listing: other statements are none", "[report]") {
    CHECK_FALSE(listing_of("SELECT published FROM selected", kept));
    CHECK_FALSE(listing_of("WITH listed AS (SELECT 1)\nSELECT\n    published\nFROM listed\n", kept));
}

TEST_CASE("listing: reports that list figures are known by it", "[report]") {
    for (const char* name : {"figures", "timeline", "changes"}) {
        INFO(name);
        CHECK(listing_of(find_report(name).sections.front().sql, kept));
    }
    CHECK(listing_of(find_report("currencies").sections.back().sql, kept));
}

TEST_CASE("report functions: keys of days and numbers are in their order", "[report]") {
    const TemporaryFolder folder;
    Database database = Database::open(folder.path() / "figbook.db", OpenMode::read_write);
    define_functions(database);
    CHECK(
        ordered(database,
                "(-2.5, 'a'), (0.0, 'c'), (1e300, 'f'), (NULL, 'g'), (-1e-300, 'b'), (7.0, 'd'), (7.5, 'e')",
                "lowest_first(column1, 1, 1)") == "a b c d e f g ");
    CHECK(ordered(database, "('2024-03-01', 'c'), ('2025-01-31', 'a'), (NULL, 'd'), ('2024-12-09', 'b')",
                  "newest_first(column1, 1, 1)") == "a b c d ");
    // Of the same day or number the lower numbers are first.
    CHECK(ordered(database, "(300, 2), (1, 1), (9007199254740993, 3)",
                  "newest_first('2024-03-01', column1, 9)") == "1 2 3 ");
    CHECK(ordered(database, "(300, 2), (1, 1), (256, 3)", "lowest_first(0.5, 4, column1)") == "1 3 2 ");
    CHECK(database.query("SELECT lowest_first(0.0, 1, 2) = lowest_first(-0.0, 1, 2)").rows.at(0).at(0) ==
          Value(std::int64_t{1}));
}

TEST_CASE("report functions: lists and the names of figures", "[report]") {
    const TemporaryFolder folder;
    Database database = Database::open(folder.path() / "figbook.db", OpenMode::read_write);
    define_functions(database);
    const auto told = [&](const std::string& expression) {
        return std::get<std::string>(database.query("SELECT " + expression).rows.at(0).at(0));
    };
    CHECK(told("comma_list('rise', NULL, 'share of 5, or so')") == "rise, share of 5, or so");
    CHECK(told("comma_list(NULL, 'a')") == "a");
    CHECK(told("comma_list(NULL, NULL)").empty());
    CHECK(told("figure_id(9007199254740993, 5)") == "9007199254740993#5");
}

TEST_CASE("report functions: one that is given again takes the place of the older", "[report]") {
    const TemporaryFolder folder;
    Database database = Database::open(folder.path() / "figbook.db", OpenMode::read_write);
    const auto answer = [&] {
        return std::get<std::int64_t>(database.query("SELECT answer()").rows.at(0).at(0));
    };
    database.define("answer", 0, [](const std::vector<Value>&) { return Value(std::int64_t{1}); });
    CHECK(answer() == 1);
    database.define("answer", 0, [](const std::vector<Value>&) { return Value(std::int64_t{2}); });
    CHECK(answer() == 2);
}
