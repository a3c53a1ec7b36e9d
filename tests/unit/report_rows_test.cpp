#include <SQLiteCpp/Database.h>
#include <algorithm>
#include <fmt/format.h>

#include "report/list_rows.hpp"
#include "report/render.hpp"
#include "report/report.hpp"
#include "store/kept_rows.hpp"
#include "support/catch.hpp"
#include "support/store_samples.hpp"

using namespace figbook;

namespace {

// So many figures with one subject that they are read in two parts, and listed beside the statement.
struct Archive {
    TemporaryFolder folder;
    std::filesystem::path path = folder.path() / "figbook.db";
    Database database = Database::open(path, OpenMode::read_write);

    Archive() {
        database.transaction([&] {
            for (int i = 0; i < 60; ++i) put(i);
        });
        // Those of one that is read anew stand behind all others.
        database.replace_claims(id_of(7), claims_of(article_of(7), 7), "2");
        database.remove(id_of(8));
    }

    void put(int i) {
        const Article article = article_of(i);
        database.put(article, claims_of(article, i), "1");
    }

    static Article article_of(int i) {
        Article article;
        article.url = fmt::format("https://paper{}.example/{}", i % 3, i);
        article.publication = fmt::format("The Paper {}", i % 3);
        article.published = add_days(*make_date(2024, 3, 1), i % 9);
        article.headline = fmt::format("Headline {}", i);
        article.text = "Of figures.\n";
        for (int k = 0; k < 30; ++k) article.text += fmt::format("It was {} tonnes then. ", 100 * i + k);
        return article;
    }

    static std::vector<Claim> claims_of(const Article& article, int i) {
        std::vector<Claim> claims;
        for (int k = 0; k < 30; ++k) {
            Claim claim = claim_at(article, fmt::format("{} tonnes", 100 * i + k));
            claim.kind = k == 5 ? Kind::money : Kind::count;
            claim.unit = k == 5 ? "EUR" : "tonnes";
            claim.value = decimal(std::to_string(100 * i + k));
            claim.resolution = decimal("1");
            claim.subject = k % 7 == 0 ? "ore" : "steel output";
            claim.change = k % 3 == 0 ? Change::increase : Change::none;
            if (k % 4 == 0) {
                claim.source = Source();
                claim.source->name = fmt::format("Mona Kelder {}", i % 5);
                claim.source->title = k % 8 == 0 ? "Chief" : "Adviser";
            }
            claims.push_back(std::move(claim));
        }
        return claims;
    }

    std::int64_t id_of(int i) const {
        return std::get<std::int64_t>(
            database.query("SELECT document_id FROM article WHERE url = :url", {{":url", article_of(i).url}})
                .rows.at(0)
                .at(0));
    }

    // Past the program.
    void change(const char* sql) const { SQLite::Database(path.string(), SQLite::OPEN_READWRITE).exec(sql); }

    std::vector<Table> reports() const {
        Database reader = Database::open(path, OpenMode::read_only);
        Filters filters;
        filters.subject = "output";
        std::vector<Table> tables;
        for (const Report& report : all_reports())
            for (SectionResult& section : run_report(reader, report, filters).sections)
                tables.push_back(std::move(section.table));
        return tables;
    }

    std::int64_t number(const char* sql) const {
        return std::get<std::int64_t>(database.query(sql).rows.at(0).at(0));
    }
};

void check_same(const std::vector<Table>& these, const std::vector<Table>& those) {
    REQUIRE(these.size() == those.size());
    for (std::size_t i = 0; i < these.size(); ++i) {
        INFO(fmt::format("table {}", i));
        CHECK(these[i].columns == those[i].columns);
        CHECK(these[i].rows == those[i].rows);
    }
}

}  // namespace

TEST_CASE_METHOD(Archive, "reports: a table of what it has room for alone is the table of all", "[report]") {
    Database reader = Database::open(path, OpenMode::read_only);
    Filters many, few;
    many.subject = "output";
    few.subject = "ore";
    for (const Report& report : all_reports())
        for (const Filters& filters : {many, few}) {
            const ReportResult all = run_report(reader, report, filters);
            for (const std::size_t width : {uncut, std::size_t{20}, std::size_t{100}, std::size_t{150}}) {
                INFO(fmt::format("{} of {}, {} columns", report.name, *filters.subject, width));
                CHECK(render(run_report(reader, report, filters, width), Format::table, width) ==
                      render(all, Format::table, width));
            }
            CHECK(render(run_report(reader, report, filters, uncut), Format::markdown) ==
                  render(all, Format::markdown));
        }
}

TEST_CASE_METHOD(Archive, "reports: for which columns of many figures there is no room is told by some",
                 "[report]") {
    Database reader = Database::open(path, OpenMode::read_only);
    Filters filters;
    filters.subject = "output";
    const auto section = [&](std::size_t width) {
        return run_report(reader, find_report("figures"), filters, width).sections.at(0);
    };
    const SectionResult narrow = section(60);
    CHECK(std::count(narrow.without_room.begin(), narrow.without_room.end(), "sentence") == 1);
    CHECK(std::count(narrow.table.columns.begin(), narrow.table.columns.end(), "sentence") == 0);
    const SectionResult wide = section(uncut);
    CHECK(wide.without_room.empty());
    CHECK(std::count(wide.table.columns.begin(), wide.table.columns.end(), "sentence") == 1);
    CHECK(std::count(wide.table.columns.begin(), wide.table.columns.end(), "url") == 0);
}

TEST_CASE_METHOD(Archive, "article_rows: lead to each claim where it stands", "[store]") {
    constexpr const char* placed =
        "SELECT count(*) FROM article_rows CROSS JOIN claim ON claim.document_id = article_rows.document_id"
        " AND claim.rowid = first_claim_row + claim.ordinal"
        " CROSS JOIN article ON article.rowid = article_row AND article.document_id = claim.document_id";
    CHECK(number(placed) == 59 * 30);
    CHECK(number("SELECT count(*) FROM claim") == 59 * 30);
    CHECK(number("SELECT count(*) FROM article_rows") == 59);
}

TEST_CASE_METHOD(Archive, "reports: where rows are said to stand elsewhere, they are found all the same",
                 "[report]") {
    const std::vector<Table> before = reports();
    CHECK(std::any_of(before.begin(), before.end(),
                      [](const Table& table) { return table.rows.size() > 1000; }));
    // Numbers of rows are others then.
    change("VACUUM");
    check_same(reports(), before);
    change("UPDATE article_rows SET first_claim_row = first_claim_row + 1 WHERE document_id % 3 = 0");
    change("UPDATE article_rows SET article_row = article_row + 1 WHERE document_id % 3 = 1");
    change("DELETE FROM article_rows WHERE document_id % 4 = 1");
    check_same(reports(), before);
    change("DELETE FROM article_rows");
    check_same(reports(), before);
}

TEST_CASE_METHOD(Archive, "parts of kept rows: are read as the transaction has the database", "[store]") {
    const KeptColumns table{"found_numbers", {"article", "place"}};
    constexpr const char* sql =
        "SELECT document_id, ordinal FROM claim WHERE ordinal % 2 = :rest ORDER BY document_id, ordinal";
    const std::vector<Parameters> parts{{{":rest", std::int64_t{0}}}, {{":rest", std::int64_t{1}}}};
    Database reader = Database::open(path, OpenMode::read_only);
    const auto read = [&](const std::function<void()>& meanwhile) {
        std::string numbers;
        reader.transaction([&] {
            CHECK(std::get<std::int64_t>(reader.query("SELECT count(*) FROM article").rows[0][0]) > 0);
            meanwhile();
            const auto rows = reader.new_rows(table, table.columns);
            reader.keep_rows_of_parts(*rows, sql, parts);
            for (std::size_t i = 0; i < rows->size(); ++i)
                numbers += fmt::format("{}#{} ", rows->kept_whole(i, 0), rows->kept_whole(i, 1));
            const Table counted = reader.query("SELECT count(*), sum(place) FROM found_numbers(:rows)",
                                               {{":rows", rows->number()}});
            CHECK(std::get<std::int64_t>(counted.rows[0][0]) == static_cast<std::int64_t>(rows->size()));
        });
        return numbers;
    };
    const std::string alone = read([] {});
    reader.prepare_parts();
    reader.prepare_parts();
    CHECK(read([] {}) == alone);
    CHECK(read([&] { put(100); }) == alone);
    const std::string with_more = read([] {});
    CHECK(with_more.size() > alone.size());
    CHECK(contains(with_more, fmt::format("{}#29 ", id_of(100))));
    // What goes wrong in the other reader goes wrong in the first one.
    const auto rows = reader.new_rows(table, table.columns);
    reader.transaction([&] {
        CHECK_THROWS(reader.keep_rows_of_parts(*rows, "SELECT nothing FROM claim", parts));
        CHECK_THROWS(
            reader.keep_rows_of_parts(*rows, "SELECT document_id FROM claim WHERE 0 = :rest", parts));
    });
    reader.set_deadline(std::chrono::steady_clock::now());
    CHECK_THROWS_AS(reader.keep_rows_of_parts(*rows, sql, parts), TookTooLong);
    reader.set_deadline(std::nullopt);
    reader.release_memory();
    CHECK(read([] {}) == with_more);
}

TEST_CASE_METHOD(Archive, "list rows: of a short list and of a long one", "[report]") {
    const KeptColumns table{"found_words", {"first", "second", "word"}};
    for (const int size : {0, 3, 5000}) {
        const auto rows = database.new_rows(table, table.columns);
        database.keep_rows(*rows,
                           "WITH RECURSIVE n (i) AS (SELECT 0 WHERE :size > 0 UNION ALL SELECT i + 1 FROM n"
                           " WHERE i + 1 < :size) SELECT i, 1, 'a word of some length, ' || i FROM n",
                           {{":size", std::int64_t{size}}});
        ListRows list(*rows, {std::size_t{2}, std::nullopt, std::size_t{0}});
        for (std::int64_t i = size; i-- > 0;) list.add({Value(i), Value(std::string("told"))});
        const auto listed = list.finish();
        REQUIRE(listed.size() == static_cast<std::size_t>(size));
        for (std::size_t i = 0; i < listed.size(); ++i) {
            const std::int64_t number = size - 1 - static_cast<std::int64_t>(i);
            const std::vector<Value> expected{fmt::format("a word of some length, {}", number),
                                              std::string("told"), number};
            CHECK(listed[i] == expected);
        }
    }
    // One that is given up.
    const auto rows = database.new_rows(table, table.columns);
    database.keep_rows(*rows, "SELECT ordinal, 1, text FROM claim");
    ListRows list(*rows, {std::size_t{2}});
    list.add({Value(std::int64_t{1})});
}

TEST_CASE_METHOD(Archive, "aggregates: what is given most often, and how many are different", "[store]") {
    const auto told = [&](const std::string& values, const std::string& function) {
        const Value value =
            database.query("SELECT " + function + "(column1) FROM (VALUES " + values + ")").rows.at(0).at(0);
        if (const auto* text = std::get_if<std::string>(&value)) return *text;
        if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
        return std::string("NULL");
    };
    CHECK(told("('b'), ('a'), (NULL), ('b')", "most_given") == "b");
    CHECK(told("('b'), ('a'), (NULL), (NULL), (NULL)", "most_given") == "a");
    CHECK(told("(NULL), (NULL)", "most_given") == "NULL");
    CHECK(told("(''), ('')", "most_given").empty());
    CHECK(told("(3), (5), (3), (NULL), (3)", "count_different") == "2");
    CHECK(told("(NULL)", "count_different") == "0");
    CHECK(number("SELECT count_different(ordinal) FROM claim") == 30);
    CHECK(number("SELECT count_different(rowid) FROM claim") == 59 * 30);
    CHECK(number("SELECT count_different(ordinal) FROM claim WHERE false") == 0);
}
