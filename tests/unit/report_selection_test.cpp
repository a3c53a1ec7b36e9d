#include <fmt/format.h>

#include "report/report.hpp"
#include "report/selection.hpp"
#include "store/found_claims.hpp"
#include "store/kept_rows.hpp"
#include "support/catch.hpp"
#include "support/store_samples.hpp"

using namespace figbook;

namespace {

// Articles whose figures share words, sources, papers and days; of some there is an older version, a copy or a review, and the
// claims of the last ones are not sorted yet.
struct Newsroom {
    TemporaryFolder folder;
    Database database = Database::open(folder.path() / "figbook.db", OpenMode::read_write);

    Newsroom() {
        for (int i = 0; i < 24; ++i) {
            if (i == 20) database.sort_claims();
            put(i, "");
        }
        put(3, " As it was told before.");  // another text at that address
        review(5, 0, ReviewVerdict::wrong);
        review(6, 1, ReviewVerdict::confirmed);
        // The paper itself said it, as it was read: the index knows nothing of who really did.
        for (const std::int64_t ordinal : {0, 1, 2, 3})
            review(9, ordinal, ReviewVerdict::corrected, "Élise Kelderman");
    }

    void review(int article, std::int64_t ordinal, ReviewVerdict verdict, const char* source = nullptr) {
        Review given;
        given.document_id = id_of(article);
        given.ordinal = ordinal;
        given.verdict = verdict;
        given.note = "looked at";
        given.reviewed_by = "Tester";
        if (source != nullptr) given.source = source;
        database.add_review(given);
    }

    static std::string url_of(int i) { return fmt::format("https://paper{}.example/{}", i % 3, i); }

    std::int64_t id_of(int i) const {
        return std::get<std::int64_t>(
            database
                .query("SELECT document_id FROM article WHERE url = :url AND is_current = 1",
                       {{":url", url_of(i)}})
                .rows.at(0)
                .at(0));
    }

    void put(int i, const std::string& more) {
        static const std::vector<std::string> subjects{"steel output",  "",        "défence spending",
                                                       "Output of ore", "outlays", "spending on steel"};
        static const std::vector<std::string> names{"Mona Kelder", "", "Ore Council", "Élise Kelderman"};
        Article article;
        article.url = url_of(i);
        article.publication = fmt::format("The Paper {}", i % 3);
        article.published = add_days(*make_date(2024, 3, 1), i % 9);
        article.headline = fmt::format("Headline {}", i);
        article.text = fmt::format("Article {} has figures.{}\n", i, more);
        std::vector<Claim> claims;
        for (int k = 0; k < 6; ++k) {
            const std::size_t start = article.text.size();
            const std::string words = fmt::format("{} tonnes", 100 * i + k);
            article.text += "It was " + words + " then. ";
            Claim claim;
            claim.text = words;
            claim.span = {static_cast<std::uint32_t>(start + 7),
                          static_cast<std::uint32_t>(start + 7 + words.size())};
            claim.sentence = {static_cast<std::uint32_t>(start),
                              static_cast<std::uint32_t>(article.text.size() - 1)};
            claim.kind = k == 5 ? Kind::money : Kind::count;
            claim.unit = k == 5 ? "EUR" : "tonnes";
            claim.value = decimal(std::to_string(100 * i + k));
            claim.resolution = decimal("1");
            claim.subject = subjects[static_cast<std::size_t>(i + k * k) % subjects.size()];
            claim.rule = "by-hand";
            if (const std::string& name = names[static_cast<std::size_t>(i + k) % names.size()];
                !name.empty()) {
                Source source;
                source.name = name;
                source.title = k % 2 == 0 ? "Chief" : "";
                source.kind = SourceKind::person;
                claim.source = source;
            }
            claims.push_back(std::move(claim));
        }
        database.put(article, claims, "1");
    }

    // Rows as one text.
    static std::string text_of_rows(const Table& table) {
        std::string all;
        for (const auto& row : table.rows) {
            for (const Value& value : row) {
                if (const auto* text = std::get_if<std::string>(&value)) all += *text;
                if (const auto* number = std::get_if<std::int64_t>(&value)) all += std::to_string(*number);
                all += '|';
            }
            all += '\n';
        }
        return all;
    }

    // What is selected, and the same as the views have it, where `condition` says what the filters do.
    void compare(const Filters& filters, const std::string& condition) const {
        constexpr const char* columns =
            "SELECT article_id, ordinal, published, publication, headline, subject, source, source_title, "
            "value, unit, "
            "sentence, start, verdict FROM ";
        constexpr const char* order = " ORDER BY article_id, ordinal";
        INFO(in_words(filters));
        const Selection selection(database, filters);
        const std::string selected = text_of_rows(selection.query(std::string(columns) + "selected" + order));
        CHECK_FALSE(selected.empty());
        CHECK(selected ==
              text_of_rows(database.query(std::string(columns) + "figures WHERE " + condition + order)));
    }
};

Filters with(const char* subject, const char* source) {
    Filters filters;
    if (*subject != '\0') filters.subject = subject;
    if (*source != '\0') filters.source = source;
    return filters;
}

}  // namespace

TEST_CASE_METHOD(Newsroom, "selection: the figures are those that the views have", "[report]") {
    const std::string of_source =
        "has_words(source || ' ' || coalesce(source_title, '') || ' ' || coalesce(source_organisation, ''), ";
    compare(with("output", ""), "has_words(subject, 'output')");
    compare(with("out", ""), "has_words(subject, 'out')");
    compare(with("spend defence", ""), "has_words(subject, 'spend defence')");
    compare(with("steel out", ""), "has_words(subject, 'steel out')");
    compare(with("", "kelder"), of_source + "'kelder')");
    compare(with("", "elise"), of_source + "'elise')");
    compare(with("", "chief kelderman"), of_source + "'chief kelderman')");
    compare(with("output", "mona"), "has_words(subject, 'output') AND " + of_source + "'mona')");

    Filters filters = with("output", "");
    filters.publication = "Paper 0";
    filters.from = make_date(2024, 3, 2);
    filters.to = make_date(2024, 3, 6);
    const std::string in_paper =
        "publication = 'The Paper 0' AND published BETWEEN '2024-03-02' AND '2024-03-06'";
    compare(filters, "has_words(subject, 'output') AND " + in_paper);
    filters.subject.reset();
    compare(filters, in_paper);
    filters.currency = "EUR";
    compare(filters, "unit = 'EUR' AND " + in_paper);
    compare({}, "true");
}

TEST_CASE_METHOD(Newsroom, "selection: words are found in one claim, not in one article", "[report]") {
    const auto found = [&](const char* subject, const char* source) {
        return find_claims(database, ClaimWords(database.words(subject), database.words(source)))->size();
    };
    const auto count = [&](const std::string& condition) {
        return static_cast<std::size_t>(std::get<std::int64_t>(
            database.query("SELECT count(*) FROM claim LEFT JOIN source USING (source_id) WHERE " + condition)
                .rows.at(0)
                .at(0)));
    };
    // Of older versions too, and as they were extracted.
    CHECK(found("output", "") == count("has_words(subject, 'output')"));
    CHECK(found("output outlays", "") == 0);
    CHECK(found("", "kelder") == count("has_words(source.name, 'kelder')"));
    CHECK(found("steel", "ore") == count("has_words(subject, 'steel') AND has_words(source.name, 'ore')"));
    CHECK(found("nothing", "") == 0);
    // The mark between claims is no word of any of them.
    CHECK(Selection(database, with("\xEE\x80\x80", "")).query("SELECT ordinal FROM selected").rows.empty());
}

TEST_CASE_METHOD(Newsroom, "selection: what is read later has other columns than what was read before",
                 "[report]") {
    const Selection selection(database, with("output", ""));
    const Table few = selection.query("SELECT ordinal FROM selected");
    const Table more = selection.query("SELECT ordinal, headline, sentence FROM selected");
    CHECK(few.rows.size() == more.rows.size());
    CHECK(contains(std::get<std::string>(more.rows.at(0).at(2)), "It was "));
    Filters limited = with("output", "");
    limited.limit = 3;
    const Table listed =
        Selection(database, limited)
            .query("SELECT sentence FROM selected ORDER BY article_id, ordinal LIMIT :limit");
    CHECK(listed.rows.size() == 3);
    CHECK(contains(std::get<std::string>(listed.rows.at(0).at(0)), "It was "));
}

TEST_CASE_METHOD(Newsroom, "selection: the sentence may be read of those alone that are listed", "[report]") {
    const Selection selection(database, with("output", ""));
    constexpr const char* sql =
        "SELECT figures.listed_sentence, figures.start FROM (SELECT article_id, ordinal FROM selected"
        " ORDER BY article_id, ordinal LIMIT 3) AS chosen CROSS JOIN figures_by_number AS figures"
        " ON figures.article_id = chosen.article_id AND figures.ordinal = chosen.ordinal";
    const std::string listed = text_of_rows(selection.query(sql));
    CHECK(contains(listed, "It was "));
    // Without filters nothing is kept.
    CHECK(text_of_rows(Selection(database, {}).query(sql)).size() >= 3);
    CHECK(listed == text_of_rows(selection.query("SELECT sentence, start FROM selected"
                                                 " ORDER BY article_id, ordinal LIMIT 3")));
}

TEST_CASE_METHOD(Newsroom, "selection: what is kept comes in the order of the statement", "[report]") {
    const Selection selection(database, with("o", ""));
    constexpr const char* columns = "SELECT article_id, ordinal, source, source_title, amount, value FROM ";
    for (const std::string order :
         {"source, article_id, ordinal", "source DESC, amount, article_id DESC, ordinal",
          "amount DESC, ordinal, article_id", "subject, source_title DESC, article_id, ordinal DESC",
          "published DESC, publication, headline, article_id, ordinal"}) {
        INFO(order);
        const std::string ordered =
            text_of_rows(selection.query(std::string(columns) + "selected ORDER BY " + order));
        CHECK(contains(ordered, "\n"));
        CHECK(ordered ==
              text_of_rows(database.query(std::string(columns) +
                                          "figures WHERE has_words(subject, 'o') ORDER BY " + order)));
    }
    constexpr const char* counted = "SELECT source, source_title, count(*), count(DISTINCT article_id) FROM ";
    constexpr const char* grouped = " GROUP BY source, source_title ORDER BY source, source_title";
    CHECK(text_of_rows(selection.query(std::string(counted) + "selected" + grouped)) ==
          text_of_rows(
              database.query(std::string(counted) + "figures WHERE has_words(subject, 'o')" + grouped)));
}

TEST_CASE_METHOD(Newsroom, "kept rows: by the number of a row, and in the order of texts and of nothing",
                 "[report]") {
    const KeptColumns table{"found_texts", {"first", "second", "word"}};
    const auto rows = database.new_rows(table, table.columns);
    database.keep_rows(*rows, "VALUES (1, 1, 'b'), (1, 2, NULL), (1, 3, 'a'), (1, 4, 'b'), (1, 5, 'ab')");
    const auto seconds = [&](const std::string& rest) {
        std::string all;
        for (const auto& row :
             database.query("SELECT second FROM found_texts(:rows) " + rest, {{":rows", rows->number()}})
                 .rows)
            all += std::to_string(std::get<std::int64_t>(row.at(0)));
        return all;
    };
    CHECK(seconds("WHERE rowid = 2") == "3");
    CHECK(seconds("WHERE rowid = 5").empty());
    CHECK(seconds("WHERE rowid = -1").empty());
    CHECK(seconds("WHERE rowid = NULL").empty());
    CHECK(seconds("ORDER BY word") == "23514");
    CHECK(seconds("ORDER BY word DESC, second DESC") == "41532");
    // A text without a letter is not nothing.
    database.keep_rows(*rows, "VALUES (1, 6, ''), (1, 7, NULL)");
    CHECK(seconds("ORDER BY word") == "2763514");
    // Nor are numbers texts.
    database.keep_rows(*rows, "VALUES (1, 8, 7)");
    CHECK(seconds("ORDER BY word") == "27863514");
}

TEST_CASE_METHOD(Newsroom, "selection: articles are those of the figures that are kept", "[report]") {
    constexpr const char* columns = "SELECT article_id, published, publication, headline, url, is_copy FROM ";
    Filters filters;
    filters.kind = "money";
    filters.from = make_date(2024, 3, 3);
    const std::string articles = text_of_rows(
        Selection(database, filters).query(std::string(columns) + "matching_articles ORDER BY article_id"));
    CHECK(contains(articles, "Headline"));
    CHECK(articles == text_of_rows(database.query(
                          std::string(columns) +
                          "articles WHERE published >= '2024-03-03' AND article_id IN (SELECT article_id"
                          " FROM all_figures WHERE kind = 'money' AND is_current = 1) ORDER BY article_id")));
}

// Without a filter figures are not kept.
TEST_CASE_METHOD(Newsroom, "report: what is kept gives what the tables give", "[report]") {
    Filters all;
    all.from = make_date(2000, 1, 1);
    for (const bool is_limited : {false, true})
        for (const Report& report : all_reports()) {
            INFO(report.name << (is_limited ? ", limited" : ""));
            Filters none;
            if (is_limited) all.limit = none.limit = 7;
            const ReportResult kept = run_report(database, report, all);
            const ReportResult read = run_report(database, report, none);
            REQUIRE(kept.sections.size() == read.sections.size());
            for (std::size_t i = 0; i < kept.sections.size(); ++i) {
                INFO(kept.sections[i].section.key);
                CHECK(kept.sections[i].table.columns == read.sections[i].table.columns);
                CHECK(kept.sections[i].table.rows == read.sections[i].table.rows);
            }
            CHECK(kept.left_out == read.left_out);
        }
}
