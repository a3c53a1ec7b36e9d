#include <fmt/format.h>

#include "base/utf8.hpp"
#include "report/readable.hpp"
#include "report/render.hpp"
#include "support/catch.hpp"
#include "support/store_samples.hpp"
#include "track/facts.hpp"

using namespace figbook;

namespace {

struct Fixture {
    TemporaryFolder folder;
    Database database = Database::open(folder.path() / "figbook.db", OpenMode::read_write);

    Fixture() { database.put(aid_article(), aid_claims(), "1"); }

    ReportResult run(const char* name, const Filters& filters = {}) {
        return run_report(database, find_report(name), filters);
    }
    std::size_t rows(const char* name, const Filters& filters = {}) {
        return run(name, filters).sections.at(0).table.rows.size();
    }
};

// An article in which those claims may stand, and that is no copy of the first one.
Article another_article(const std::string& url) {
    Article article = aid_article();
    article.url = url;
    article.text = std::string(200, '-') + url;
    return article;
}

// One section of one text column.
std::string rendered(const std::string& cell, std::string_view format) {
    return render(Table{{"cell"}, {{cell}}}, format);
}

}  // namespace

TEST_CASE("reports: each is described, runs on an empty database and renders in every format", "[report]") {
    const TemporaryFolder folder;
    Database database = Database::open(folder.path() / "figbook.db", OpenMode::read_write);
    CHECK(all_reports().size() >= 4);
    for (const Report& report : all_reports()) {
        INFO(report.name);
        CHECK_FALSE(report.description.empty());
        for (const std::string& format : format_names())
            CHECK_FALSE(render(run_report(database, report, {}), format_of(format)).empty());
    }
}

TEST_CASE_METHOD(Fixture, "reports: with rows, every shown and optional column exists in every report",
                 "[report]") {
    Article copy = aid_article();
    copy.url = "https://news.example/copy";
    Claim rise = aid_claims()[0];
    rise.change = Change::increase;
    database.put(copy, {rise}, "1");
    // Two papers that give one fact two values.
    for (const int billions : {3, 4}) {
        Article paper;
        paper.url = fmt::format("https://paper{}.example/debt", billions);
        paper.text = fmt::format("In {} the debt of Norhaven stood at {} billion euros.", 2020, billions);
        paper.published = make_date(2025, 2, 12);
        Claim debt;
        debt.text = fmt::format("{} billion euros", billions);
        debt.span = debt.sentence = {0, 10};
        debt.kind = Kind::money;
        debt.value = Decimal(billions, 9);
        debt.unit = "EUR";
        debt.subject = "debt of Norhaven";
        debt.rule = "by-hand";
        debt.period = Period{make_date(2020, 1, 1), make_date(2020, 12, 31), "2020", false};
        debt.fact = 7;
        database.put(paper, {debt}, "1");
    }
    write_facts(database);
    for (const Report& report : all_reports()) {
        INFO(report.name);
        const ReportResult result = run_report(database, report, {});
        for (const SectionResult& section : result.sections) {
            INFO(section.section.key);
            CHECK_FALSE(section.table.rows.empty());
            for (const std::string& name : section.section.optional)
                CHECK(std::count(section.section.show.begin(), section.section.show.end(), name) == 1);
        }
        for (const std::string& format : format_names()) CHECK_NOTHROW(render(result, format_of(format)));
    }
}

TEST_CASE_METHOD(Fixture, "report figures: a table for readers", "[report]") {
    CHECK(render(run("figures"), Format::table, 110) ==
          "Figures\n\n"
          "published   publication             figure  subject          period  source       notes\n"
          "──────────  ───────────  ─────────────────  ───────────────  ──────  ───────────  "
          "────────────────────\n"
          "2025-02-12  The Example  about €50 billion  aid for Ukraine  2024    Ana Example\n"
          "2025-02-12  The Example      $51.9 billion  aid for Ukraine  2024    Ana Example  restates €50 "
          "billion\n"
          "(too narrow for: id, sentence, headline; --width 0 cuts nothing)\n");
}

TEST_CASE_METHOD(Fixture, "report figures: figure, subject and source outlast the notes", "[report]") {
    const auto first_line = [&](std::size_t width) {
        const std::string text = render(run("figures"), Format::table, width);
        const auto start = text.find("\n\n") + 2;
        return text.substr(start, text.find('\n', start) - start);
    };
    for (const char* label : {"figure", "subject", "source"}) {
        CHECK(first_line(60).find(label) != std::string::npos);
        CHECK(first_line(50).find(label) != std::string::npos);
    }
    CHECK(first_line(60).find("notes") == std::string::npos);
    CHECK(first_line(110).find("headline") == std::string::npos);
    CHECK(first_line(150).find("headline") != std::string::npos);
}

TEST_CASE_METHOD(Fixture, "report: no line of a table is wider than asked for", "[report]") {
    for (const Report& report : all_reports())
        for (const std::size_t width : {60U, 72U, 80U, 100U, 120U, 200U}) {
            const std::string text = render(run_report(database, report, {}), Format::table, width);
            for (std::size_t start = 0; start < text.size();) {
                const auto end = text.find('\n', start);
                const std::string line = text.substr(start, end - start);
                INFO(line);
                // The note on columns that are left out is a sentence, not a row.
                CHECK((line.starts_with('(') || display_width(line) <= width));
                start = end + 1;
            }
        }
    CHECK(contains(render(run("figures"), Format::table, uncut), "in five years, she said.  "));
}

TEST_CASE("report: a table leaves out optional columns that are empty", "[report]") {
    const TemporaryFolder folder;
    Database database = Database::open(folder.path() / "figbook.db", OpenMode::read_write);
    Article bare = aid_article();
    bare.publication.clear();
    database.put(bare, aid_claims(), "1");
    const ReportResult result = run_report(database, find_report("figures"), {});
    CHECK_FALSE(contains(render(result, Format::table, uncut), "publication"));
    CHECK(contains(render(result, Format::csv), "publication"));
}

TEST_CASE_METHOD(Fixture, "report conversions: both amounts", "[report]") {
    const std::string text = render(run("conversions"), Format::table, 80);
    CHECK(contains(text, "2025-02-12  The Example  about €50 billion      $51.9 billion"));
}

TEST_CASE_METHOD(Fixture, "report: csv and json are exact", "[report]") {
    CHECK(contains(render(run("figures"), Format::csv), ",money,50000000000,,EUR,0,,about,"));
    const std::string json = render(run("figures"), Format::json);
    CHECK(contains(json, "\"value\": \"51900000000\""));
    CHECK(contains(json, "\"high\": null"));
    CHECK(contains(json, "\"article_id\": \"6399952403481066875\""));
    CHECK_FALSE(contains(json, "\"notes\""));  // for readers only
    CHECK(contains(render(run("summary"), Format::json), "\"by_currency\": ["));
    CHECK(contains(render(run("summary"), Format::csv), "\nMoney by currency\ncurrency,figures,"));
}

TEST_CASE_METHOD(Fixture, "report: each filter leaves what it names", "[report]") {
    CHECK(rows("figures") == 2);
    CHECK(rows("figures", {.currency = "EUR"}) == 1);
    CHECK(rows("figures", {.currency = "SEK"}) == 0);
    CHECK(rows("figures", {.kind = "money"}) == 2);
    CHECK(rows("figures", {.kind = "percent"}) == 0);
    CHECK(rows("figures", {.source = "ana"}) == 2);
    CHECK(rows("figures", {.source = "ministry OF"}) == 2);
    CHECK(rows("figures", {.source = "Rutte"}) == 0);
    CHECK(rows("figures", {.subject = "UKRAINE"}) == 2);
    CHECK(rows("figures", {.subject = "%"}) == 0);  // no pattern
    CHECK(rows("figures", {.publication = "example"}) == 2);
    CHECK(rows("figures", {.publication = "other"}) == 0);
    CHECK(rows("figures", {.from = make_date(2025, 2, 12), .to = make_date(2025, 2, 12)}) == 2);
    CHECK(rows("figures", {.from = make_date(2025, 2, 13)}) == 0);
    CHECK(rows("figures", {.to = make_date(2025, 2, 11)}) == 0);
    CHECK(rows("figures", {.durations = true}) == 3);
    CHECK(rows("figures", {.limit = 1}) == 1);
    CHECK(rows("conversions", {.currency = "EUR"}) == 1);
    CHECK(rows("conversions", {.currency = "USD"}) == 1);
    CHECK(rows("conversions", {.currency = "SEK"}) == 0);
    CHECK(rows("sources", {.currency = "USD"}) == 1);
}

TEST_CASE_METHOD(Fixture, "report sources: one row a speaker, with the title given most often", "[report]") {
    const auto say = [this](const char* url, const char* title) {
        std::vector<Claim> claims = aid_claims();
        claims.resize(1);
        claims[0].source->title = title;
        claims[0].source->organisation.clear();
        database.put(another_article(url), claims, "1");
    };
    say("https://news.example/2", "");
    say("https://news.example/3", "Premier");
    say("https://news.example/4", "Premier");
    say("https://news.example/5", "Premier");
    const ReportResult result = run("sources");
    CHECK(render(result, Format::table, uncut) ==
          "Sources\n\n"
          "source       title    organisation     figures  articles  first published  last published\n"
          "───────────  ───────  ───────────────  ───────  ────────  ───────────────  ──────────────\n"
          "Ana Example  Premier  Ministry of Aid        6         5  2025-02-12       2025-02-12\n");
    const Table view = database.query("SELECT source, title, organisation, figures, articles FROM sources");
    CHECK(view.rows == std::vector<std::vector<Value>>{{std::string("Ana Example"), std::string("Premier"),
                                                        std::string("Ministry of Aid"), std::int64_t{6},
                                                        std::int64_t{5}}});
    CHECK(contains(render(run("summary"), Format::table, uncut), "Ana Example  Premier        6         5"));
}

TEST_CASE_METHOD(Fixture, "report: a filter knows capital letters of every script", "[report]") {
    std::vector<Claim> claims = aid_claims();
    claims[0].subject = "Émissions de l’Été";
    database.put(another_article("https://news.example/second"), claims, "1");
    CHECK(rows("figures", {.subject = "émissions DE L’ÉTÉ"}) == 1);
}

TEST_CASE_METHOD(Fixture, "report: an old version of an article is not in any", "[report]") {
    Article corrected = aid_article();
    corrected.text += "Corrected.";
    database.put(corrected, {}, "1");
    CHECK(rows("figures") == 0);
    CHECK(rows("conversions") == 0);
    CHECK(rows("sources") == 0);
}

TEST_CASE("render: what a spreadsheet would run gets an apostrophe, numbers do not", "[report]") {
    CHECK(rendered("=HYPERLINK(1)", "csv") == "cell\n'=HYPERLINK(1)\n");
    CHECK(rendered("@SUM", "csv") == "cell\n'@SUM\n");
    CHECK(rendered("-cmd", "csv") == "cell\n'-cmd\n");
    CHECK(rendered("+1 more", "csv") == "cell\n'+1 more\n");
    CHECK(rendered("-12.5", "csv") == "cell\n-12.5\n");
    CHECK(rendered("a,\"b\"\nc", "csv") == "cell\n\"a,\"\"b\"\"\nc\"\n");
}

TEST_CASE("render: text of an article can break no table", "[report]") {
    CHECK(rendered("a|b *c*", "markdown") == "| cell |\n| --- |\n| a\\|b \\*c\\* |\n");
    CHECK(rendered("a\n\tb", "markdown") == "| cell |\n| --- |\n| a b |\n");
    CHECK(rendered("a\x1b[31mred\xc2\x9b", "table") ==
          "cell\n────────────────────\na\\u001b[31mred\\u009b\n");
    for (const char* format : {"table", "csv", "json", "markdown", "html"})
        for (const char* steering : {"\x1b", "\x7f", "\xc2\x9b", "\u202e", "\u2066", "\u200f", "\u061c"}) {
            CAPTURE(format, steering);
            CHECK_FALSE(contains(rendered(fmt::format("a{}b", steering), format), steering));
        }
    CHECK(rendered("paid \u202e05 million", "csv") == "cell\npaid \\u202e05 million\n");
    CHECK(rendered("no \xff UTF-8", "json") == "[\n  {\n    \"cell\": \"no \xEF\xBF\xBD UTF-8\"\n  }\n]\n");
}

TEST_CASE("render: any table, numbers to the right", "[report]") {
    const Table table{{"name", "number"}, {{std::string("a"), std::int64_t{5}}, {std::string("b"), 2.5}}};
    CHECK(render(table, "table") == "name  number\n────  ──────\na          5\nb        2.5\n");
    CHECK(render(table, "json") ==
          "[\n  {\n    \"name\": \"a\",\n    \"number\": 5\n  },\n  {\n    \"name\": \"b\",\n    \"number\": "
          "2.5\n  "
          "}\n]\n");
    CHECK(render(Table{{"name"}, {}}, "csv") == "name\n");
    CHECK(render(Table{{"name"}, {}}, "json") == "[]\n");
    CHECK_THROWS_AS(render(table, "xml"), std::invalid_argument);
}

TEST_CASE("reports: an unknown name lists those there are", "[report]") {
    const std::string message = refusal([] { find_report("figure"); });
    CHECK(contains(message, "there is no report 'figure'; there are: "));
    CHECK(contains(message, "figures, "));
}

TEST_CASE("reports: a header comment that is not understood names its line", "[report]") {
    const auto message = [](const std::string& text) {
        try {
            read_report("mine", text);
        } catch (const std::logic_error& error) {
            return std::string(error.what());
        }
        return std::string("none");
    };
    const std::string head = "-- title: Mine\n-- description: of mine\n";
    CHECK(message(head + "SELECT 1;\n") == "none");
    CHECK(message(head + "-- colour: red\nSELECT 1;\n") == "mine.sql:3: an unknown header comment: colour");
    CHECK(message(head + "-- no colon\n") == "mine.sql:3: a header comment without a colon");
    CHECK(message(head + "-- column a: wide\n") == "mine.sql:3: an unknown column option: wide");
    CHECK(message(head + "-- column a: amount(b)\n") ==
          "mine.sql:3: amount() takes kind, value, high, unit, per, resolution, bound");
    CHECK(message(head + "-- chart: bars(a, b) Title\nSELECT 1;\n") == "none");
    CHECK(message(head + "-- chart: pie(a, b) Title\n") ==
          "mine.sql:3: a chart is timeline(...) or bars(...)");
    CHECK(message(head + "-- chart: bars Title\n") == "mine.sql:3: a chart without its columns in ( )");
    CHECK(message(head + "-- chart: bars(a) Title\n") ==
          "mine.sql:3: timeline() takes nine columns, bars() two");
    CHECK(message(head + "-- chart: bars(a, b)\n") == "mine.sql:3: a chart without a title");
    CHECK(message(head) == "mine.sql:2: there is no statement");
    CHECK(message("-- title: Mine\nSELECT 1;\n") == "mine.sql:2: the title or the description is missing");
    CHECK(message(head + "-- section a: A\n-- section b: B\nSELECT 1;\n") ==
          "mine.sql:5: section a has no statement");
}

TEST_CASE_METHOD(Fixture, "report: the newest figures are those that a list of all begins with", "[report]") {
    // More than are looked up at once: 400 articles with 10 figures each, four a day, every third of them in pounds.
    database.transaction([&] {
        for (int number = 0; number < 400; ++number) {
            Article article = another_article("https://news.example/" + std::to_string(number));
            article.published = add_days(*make_date(2020, 1, 1), number / 4);
            std::vector<Claim> claims(10, aid_claims()[0]);
            for (Claim& claim : claims) claim.unit = number % 3 == 0 ? "GBP" : "EUR";
            database.put(article, claims, "1");
        }
    });
    const auto ids = [&](Filters filters, std::size_t most) {
        std::vector<std::string> rows;
        const Table table = run("figures", filters).sections.at(0).table;
        const auto column = std::find(table.columns.begin(), table.columns.end(), "article_id");
        const auto place = static_cast<std::size_t>(column - table.columns.begin());
        for (const auto& row : table.rows)
            if (rows.size() < most) rows.push_back(plain_text(row[place]) + " " + plain_text(row[place + 1]));
        return rows;
    };
    for (const Filters& filters : std::vector<Filters>{{},
                                                       {.currency = "EUR"},
                                                       {.kind = "money"},
                                                       {.subject = "aid"},
                                                       {.currency = "GBP", .to = make_date(2020, 2, 1)},
                                                       {.from = make_date(2020, 1, 5)}})
        for (const std::int64_t limit : {1, 37, 2500}) {
            Filters limited = filters;
            limited.limit = limit;
            INFO(limit);
            CHECK(ids(limited, 4000) == ids(filters, static_cast<std::size_t>(limit)));
        }
}
