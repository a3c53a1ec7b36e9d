// That an export goes through the database row by row.
#include "report/export.hpp"

#include <stdexcept>

#include "report/readable.hpp"
#include "support/catch.hpp"
#include "support/store_samples.hpp"

using namespace figbook;

namespace {

struct Fixture {
    TemporaryFolder folder;
    Database database = Database::open(folder.path() / "figbook.db", OpenMode::read_write);

    Fixture() { database.put(aid_article(), aid_claims(), "1"); }

    std::size_t claims() { return database.query("SELECT ordinal FROM claim").rows.size(); }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "export: no table is sorted, which would need all of its rows in memory",
                 "[export]") {
    for (const ExportTable* table : {&figures_export(), &articles_export()}) {
        const Selection selection(database, {});
        const Statement statement = selection.statement(export_sql(*table));
        const Table plan = database.query("EXPLAIN QUERY PLAN " + statement.text, statement.parameters);
        REQUIRE_FALSE(plan.rows.empty());
        for (const auto& step : plan.rows)
            CHECK(plain_text(step.back()).find("FOR ORDER BY") == std::string::npos);
    }
}

TEST_CASE_METHOD(Fixture, "export: each row is written by itself, behind the header", "[export]") {
    std::vector<std::string> pieces;
    write_csv(database, {}, articles_export(), [&](std::string_view text) { pieces.emplace_back(text); });
    REQUIRE(pieces.size() == 2);
    CHECK(pieces[0].starts_with("article_id,published,"));
    pieces.clear();
    write_json_lines(database, {}, figures_export(),
                     [&](std::string_view text) { pieces.emplace_back(text); });
    CHECK(pieces.size() == 2);  // five years are a span of time, left out
    for (const std::string& piece : pieces) CHECK(piece.ends_with("}\n"));
}

TEST_CASE_METHOD(Fixture, "database: rows come one by one, and who takes them may stop", "[store]") {
    std::size_t rows = 0;
    database.for_each_row("SELECT ordinal FROM claim", {}, [&](const std::vector<Value>& row) {
        CHECK(row.size() == 1);
        ++rows;
    });
    CHECK(rows == claims());
    CHECK_THROWS_AS(
        database.for_each_row("SELECT ordinal FROM claim", {},
                              [](const std::vector<Value>&) { throw std::runtime_error("enough"); }),
        std::runtime_error);
    CHECK_THROWS_AS(database.for_each_row("DELETE FROM claim", {}, [](const std::vector<Value>&) {}),
                    std::logic_error);
    CHECK(claims() == rows);
}
