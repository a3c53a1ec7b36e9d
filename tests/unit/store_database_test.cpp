#include <SQLiteCpp/Database.h>
#include <thread>

#include "store/database.hpp"
#include "store/document_id.hpp"
#include "support/catch.hpp"
#include "support/store_samples.hpp"

using namespace figbook;

namespace {

struct Fixture {
    TemporaryFolder folder;
    std::filesystem::path path = folder.path() / "figbook.db";
    Database database = Database::open(path, OpenMode::read_write);

    std::string ask(const std::string& sql) const {
        const Table table = database.query(sql);
        if (table.rows.empty()) return "no row";
        const Value& value = table.rows[0][0];
        if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
        if (const auto* text = std::get_if<std::string>(&value)) return *text;
        return std::holds_alternative<double>(value) ? "a real" : "NULL";
    }
    // Everything that is stored, as one text.
    std::string content() const {
        std::string all;
        for (const char* table : {"article", "claim", "source", "publication"}) {
            const Table rows = database.query(std::string("SELECT * FROM ") + table);
            for (const auto& row : rows.rows)
                for (const Value& value : row) {
                    if (const auto* text = std::get_if<std::string>(&value)) all += *text + "|";
                    if (const auto* number = std::get_if<std::int64_t>(&value))
                        all += std::to_string(*number) + "|";
                    if (const auto* real = std::get_if<double>(&value)) all += std::to_string(*real) + "|";
                    if (std::holds_alternative<std::monostate>(value)) all += "NULL|";
                }
        }
        return all;
    }
};

Article changed_article(const char* text, std::optional<Date> published) {
    Article article = aid_article();
    article.text = text;
    article.published = published;
    return article;
}

}  // namespace

TEST_CASE_METHOD(Fixture, "store: every field of a claim comes back exactly", "[store]") {
    CHECK(database.put(aid_article(), aid_claims(), "7") == PutResult::added);
    CHECK(ask("SELECT count(*) FROM claim") == "3");
    CHECK(ask("SELECT count(*) FROM figures") == "2");
    CHECK(ask("SELECT count(*) FROM all_figures WHERE is_duration = 1 AND unit = 'a'") == "1");
    CHECK(ask("SELECT value FROM figures WHERE unit = 'EUR'") == "50000000000");
    CHECK(ask("SELECT typeof(amount) FROM figures WHERE unit = 'EUR'") == "real");
    CHECK(ask("SELECT resolution FROM figures WHERE unit = 'USD'") == "100000000");
    CHECK(ask("SELECT bound FROM figures WHERE unit = 'EUR'") == "about");
    CHECK(ask("SELECT source || ', ' || source_title || ', ' || source_organisation FROM figures") ==
          "Ana Example, Minister, Ministry of Aid");
    CHECK(ask("SELECT period_start || '..' || period_end || ' ' || period_words FROM figures") ==
          "2024-01-01..2024-12-31 last year");
    CHECK(ask("SELECT baseline_words FROM figures") == "NULL");
    CHECK(ask("SELECT high FROM figures") == "NULL");
    CHECK(ask("SELECT sentence FROM figures") ==
          "Allies gave about €50 billion ($51.9 billion) in five years, she said.");
    CHECK(ask("SELECT CAST(substr(CAST(article.text AS BLOB), start + 1, \"end\" - start) AS TEXT) "
              "FROM figures JOIN article ON document_id = article_id WHERE unit = 'USD'") == "$51.9 billion");
    CHECK(ask("SELECT extractor_version FROM article") == "7");
    CHECK(ask("SELECT restated_text || ' = ' || text FROM conversions") == "€50 billion = $51.9 billion");
    CHECK(ask("SELECT source || ' ' || figures || ' ' || articles FROM sources") == "Ana Example 2 1");
    CHECK(ask("SELECT figures FROM articles") == "2");
}

TEST_CASE_METHOD(Fixture, "store: the figures view has the pinned columns", "[store]") {
    const Table table = database.query("SELECT * FROM figures");
    CHECK(table.columns == std::vector<std::string>{"article_id",
                                                    "ordinal",
                                                    "published",
                                                    "publication",
                                                    "headline",
                                                    "url",
                                                    "text",
                                                    "kind",
                                                    "value",
                                                    "amount",
                                                    "high",
                                                    "high_amount",
                                                    "unit",
                                                    "unit_assumed",
                                                    "per",
                                                    "bound",
                                                    "change",
                                                    "role",
                                                    "modality",
                                                    "subject",
                                                    "period_start",
                                                    "period_end",
                                                    "period_words",
                                                    "baseline_start",
                                                    "baseline_end",
                                                    "baseline_words",
                                                    "source",
                                                    "source_title",
                                                    "source_organisation",
                                                    "source_kind",
                                                    "source_mode",
                                                    "source_cue",
                                                    "relation",
                                                    "related_ordinal",
                                                    "resolution",
                                                    "sentence",
                                                    "start",
                                                    "end",
                                                    "rule",
                                                    "verdict",
                                                    "reviewed_by",
                                                    "reviewed_at",
                                                    "review_note",
                                                    "extracted_value",
                                                    "extracted_high",
                                                    "extracted_kind",
                                                    "extracted_unit",
                                                    "extracted_source"});
}

TEST_CASE_METHOD(Fixture, "store: the same article again changes nothing", "[store]") {
    database.put(aid_article(), aid_claims(), "1");
    const std::string before = content();
    CHECK(database.put(aid_article(), aid_claims(), "1") == PutResult::already_there);
    Article poorer = aid_article();
    poorer.published.reset();
    poorer.publication.clear();
    poorer.url = "HTTPS://news.example:443/aid/?utm_source=mail#top";
    poorer.origin = "elsewhere.txt";
    CHECK(database.put(poorer, {}, "1") == PutResult::already_there);
    CHECK(database.put(poorer, {}, "2") ==
          PutResult::already_there);  // would lose the periods that the date gave
    CHECK(content() == before);
}

TEST_CASE_METHOD(Fixture, "store: a date that was missing updates the article and its claims", "[store]") {
    Article undated = aid_article();
    undated.published.reset();
    database.put(undated, {}, "1");
    CHECK(database.put(aid_article(), aid_claims(), "1") == PutResult::updated);
    CHECK(ask("SELECT published FROM articles") == "2025-02-12");
    CHECK(ask("SELECT count(*) FROM claim") == "3");
    CHECK(ask("SELECT count(*) FROM article") == "1");
    CHECK(database.put(aid_article(), {}, "2") == PutResult::updated);  // another extractor found nothing
    CHECK(ask("SELECT count(*) FROM claim") == "0");
    CHECK(ask("SELECT extractor_version FROM article") == "2");
}

TEST_CASE_METHOD(Fixture, "store: another text at the same address is a new version, the old one is kept",
                 "[store]") {
    database.put(aid_article(), aid_claims(), "1");
    const Article corrected = changed_article("Aid for Ukraine, corrected", make_date(2025, 2, 12));
    CHECK(database.put(corrected, {}, "1") == PutResult::new_version);
    CHECK(ask("SELECT count(*) FROM article") == "2");
    CHECK(ask("SELECT text FROM articles") == "Aid for Ukraine, corrected");
    CHECK(ask("SELECT version FROM articles") == "2");
    CHECK(ask("SELECT count(*) FROM figures") == "0");
    CHECK(ask("SELECT count(*) FROM all_figures WHERE is_current = 0") == "3");

    SECTION("loading both again changes nothing, in any order") {
        const std::string before = content();
        CHECK(database.put(aid_article(), aid_claims(), "1") == PutResult::already_there);
        CHECK(database.put(corrected, {}, "1") == PutResult::already_there);
        CHECK(content() == before);
    }
    SECTION("an older version that is found later does not become the current one") {
        CHECK(database.put(changed_article("draft", make_date(2025, 2, 11)), {}, "1") ==
              PutResult::new_version);
        CHECK(ask("SELECT text FROM articles") == "Aid for Ukraine, corrected");
        CHECK(ask("SELECT count(*) FROM article") == "3");
    }
    SECTION("of two of one day the one that was changed later is current, in any order") {
        Article evening = changed_article("evening", make_date(2025, 2, 12));
        evening.modified = make_date(2025, 2, 14);
        Article morning = changed_article("morning", make_date(2025, 2, 12));
        morning.modified = make_date(2025, 2, 13);
        database.put(evening, {}, "1");
        CHECK(ask("SELECT text || ' ' || modified FROM articles") == "evening 2025-02-14");
        CHECK(database.put(morning, {}, "1") == PutResult::new_version);
        CHECK(ask("SELECT text FROM articles") == "evening");
    }
    SECTION("a text without a date counts as the newest") {
        CHECK(database.put(changed_article("undated", std::nullopt), {}, "1") == PutResult::new_version);
        CHECK(ask("SELECT text FROM articles") == "undated");
    }
    SECTION("the first text is back under a later date") {
        Article back = aid_article();
        back.published = make_date(2025, 2, 14);
        CHECK(database.put(back, aid_claims(), "1") == PutResult::updated);
        CHECK(ask("SELECT version || ' ' || published FROM articles") == "1 2025-02-14");
        CHECK(ask("SELECT count(*) FROM article") == "2");
        CHECK(ask("SELECT count(*) FROM article WHERE is_current = 1") == "1");
    }
}

TEST_CASE_METHOD(Fixture, "store: the day of the last change is kept and learned", "[store]") {
    Article article = aid_article();
    database.put(article, aid_claims(), "1");
    CHECK(ask("SELECT modified FROM articles") == "NULL");
    article.modified = make_date(2025, 2, 13);
    CHECK(database.put(article, aid_claims(), "1") == PutResult::updated);
    CHECK(ask("SELECT modified FROM articles") == "2025-02-13");
    CHECK(database.put(aid_article(), aid_claims(), "1") == PutResult::already_there);
    CHECK(ask("SELECT modified FROM articles") == "2025-02-13");
}

TEST_CASE_METHOD(Fixture, "store: articles are found by the words they have now", "[store]") {
    const auto found = [&](const std::string& words) {
        return ask("SELECT count(*) FROM article_search WHERE article_search MATCH '" + words + "'");
    };
    Article other = changed_article("Perón gave €5 million", make_date(2025, 2, 11));
    other.url = "https://news.example/other";
    other.headline = "";
    // The numbers of articles are hashes: in this order or the other.
    database.transaction([&] {
        database.put(aid_article(), aid_claims(), "1");
        database.put(other, {}, "1");
    });
    CHECK(found("headline : ukraine") == "1");
    CHECK(found("text : \"five years\"") == "1");
    CHECK(found("peron") == "1");
    CHECK(found("gave") == "2");

    SECTION("a headline that is learned, also in the transaction that adds the article") {
        other.headline = "Grant";
        Article third = changed_article("Third text", make_date(2025, 2, 11));
        third.url = "https://news.example/third";
        third.headline = "";
        database.transaction([&] {
            database.put(other, {}, "1");
            database.put(third, {}, "1");
            third.headline = "Bronze";
            database.put(third, {}, "1");
        });
        CHECK(found("headline : grant") == "1");
        CHECK(found("bronze third") == "1");
    }
    SECTION("one that goes") {
        CHECK(database.remove(document_id(other)));
        CHECK(found("peron") == "0");
        CHECK(found("gave") == "1");
    }
    SECTION("one that comes and goes in a transaction") {
        const Article gone = changed_article("Gone text", std::nullopt);
        database.transaction([&] {
            database.put(gone, {}, "1");
            database.remove(document_id(gone));
        });
        CHECK(found("gone") == "0");
    }
    SECTION("one whose transaction is undone") {
        const Article undone = changed_article("Undone text", std::nullopt);
        CHECK_THROWS_AS(database.transaction([&] {
            database.put(undone, {}, "1");
            throw std::runtime_error("stop");
        }),
                        std::runtime_error);
        CHECK(found("undone") == "0");
        database.put(undone, {}, "1");
        CHECK(found("undone") == "1");
    }
    // Holds the index against the texts; it throws where they differ.
    SQLite::Database(path.string(), SQLite::OPEN_READWRITE)
        .exec("INSERT INTO article_search (article_search, rank) VALUES ('integrity-check', 1)");
}

TEST_CASE_METHOD(Fixture, "store: without an address the text alone says which article it is", "[store]") {
    Article first = aid_article();
    first.url.clear();
    Article second = first;
    second.text = "Another text";
    CHECK(database.put(first, {}, "1") == PutResult::added);
    CHECK(database.put(second, {}, "1") == PutResult::added);
    CHECK(database.put(first, {}, "1") == PutResult::already_there);
    CHECK(ask("SELECT count(*) FROM articles") == "2");
}

TEST_CASE_METHOD(Fixture, "store: an article is stored whole or not at all", "[store]") {
    std::vector<Claim> claims = aid_claims();
    claims[1].relation = Relation{RelationKind::restates, 9};
    CHECK_THROWS_AS(database.put(aid_article(), claims, "1"), std::invalid_argument);
    claims = aid_claims();
    claims[2].span.end = 100'000;
    CHECK_THROWS_AS(database.put(aid_article(), claims, "1"), std::invalid_argument);
    claims = aid_claims();
    claims[2].kind = Kind::money;
    claims[2].period = Period{make_date(2024, 1, 1), std::nullopt, "", false};
    Article strange = aid_article();
    strange.published = Date(std::chrono::days(-5'000'000));  // the day of no ISO date: refused by the schema
    CHECK_THROWS(database.put(strange, claims, "1"));
    CHECK(ask("SELECT count(*) FROM article") == "0");
    CHECK(ask("SELECT count(*) FROM claim") == "0");
    CHECK(database.put(aid_article(), aid_claims(), "1") == PutResult::added);
}

TEST_CASE_METHOD(Fixture, "store: a transaction of which a part failed is undone, also where that was caught",
                 "[store]") {
    std::vector<Claim> wrong = aid_claims();
    wrong[0].bound = static_cast<Bound>(0);
    Article strange = aid_article();
    strange.url = "https://news.example/strange";
    strange.published = Date(std::chrono::days(-5'000'000));
    CHECK_THROWS_AS(database.transaction([&] {
        database.put(aid_article(), aid_claims(), "1");
        CHECK_THROWS(database.put(strange, wrong, "1"));
    }),
                    std::logic_error);
    CHECK(ask("SELECT count(*) FROM article") == "0");
    CHECK(ask("SELECT count(*) FROM claim") == "0");
    CHECK(database.put(aid_article(), aid_claims(), "1") == PutResult::added);
}

TEST_CASE_METHOD(Fixture, "store: a transaction whose work throws leaves nothing", "[store]") {
    CHECK_THROWS_AS(database.transaction([&] {
        database.put(aid_article(), aid_claims(), "1");
        throw std::runtime_error("stop");
    }),
                    std::runtime_error);
    CHECK(ask("SELECT count(*) FROM article") == "0");
    CHECK(database.put(aid_article(), aid_claims(), "1") == PutResult::added);
}

TEST_CASE_METHOD(Fixture, "store: readers go on while a transaction writes", "[store]") {
    database.put(aid_article(), aid_claims(), "1");
    const Database reader = Database::open(path, OpenMode::read_only);
    database.transaction([&] {
        Article second = aid_article();
        second.url = "https://news.example/second";
        database.put(second, {}, "1");
        CHECK(std::get<std::int64_t>(reader.query("SELECT count(*) FROM article").rows[0][0]) == 1);
    });
    CHECK(std::get<std::int64_t>(reader.query("SELECT count(*) FROM article").rows[0][0]) == 2);
}

TEST_CASE_METHOD(Fixture, "store: a text of many megabytes is kept whole", "[store]") {
    Article large = aid_article();
    while (large.text.size() < 8'000'000) large.text += large.text;
    CHECK(database.put(large, {}, "1") == PutResult::added);
    // Compared outside of CHECK, which would print the megabytes.
    const bool same = ask("SELECT text FROM articles") == large.text;
    CHECK(same);
    CHECK(database.put(large, {}, "1") == PutResult::already_there);
}

TEST_CASE_METHOD(Fixture, "store: query takes one statement that changes nothing", "[store]") {
    const Parameters parameters{{":a", std::int64_t{1}}, {":b", std::string("x'y")}, {":unused", 2.5}};
    const Table table = database.query("SELECT :a, :b, NULL, 2.5 -- done\n; -- really\n", parameters);
    REQUIRE(table.rows.size() == 1);
    CHECK(table.rows[0] == std::vector<Value>{std::int64_t{1}, std::string("x'y"), std::monostate{}, 2.5});
    CHECK_THROWS_AS(database.query("DELETE FROM article"), std::logic_error);
    CHECK_THROWS_AS(database.query("SELECT 1; DELETE FROM article"), std::logic_error);
    CHECK_THROWS_AS(database.query("SELECT :missing"), std::logic_error);
    CHECK_THROWS_AS(database.query("-- nothing"), std::logic_error);
    CHECK_THROWS_AS(database.query("SELECT \"no such column\" FROM article"), EnvironmentError);
}

TEST_CASE_METHOD(Fixture, "store: deleting an article deletes its claims", "[store]") {
    database.put(aid_article(), aid_claims(), "1");
    CHECK(ask("PRAGMA foreign_keys") == "1");
    CHECK(ask("SELECT count(*) FROM pragma_foreign_key_list('claim') WHERE on_delete = 'CASCADE'") == "1");
}

TEST_CASE_METHOD(Fixture, "store: rates are added, replaced and read back", "[store]") {
    const std::vector<RateRow> rates{{"JPY", *make_date(2025, 2, 12), decimal("159.92"), "ECB"},
                                     {"USD", *make_date(2025, 2, 11), decimal("1.0326"), "ECB"},
                                     {"USD", *make_date(2025, 2, 12), decimal("1.037"), "ECB"}};
    CHECK(database.put_rates(rates) == 3);
    CHECK(database.put_rates(rates) == 0);
    CHECK(database.rates() == rates);
    CHECK(database.put_rates({{"USD", *make_date(2025, 2, 12), decimal("1.0389"), "ECB"}}) == 1);
    const auto dollars = database.rates("USD");
    REQUIRE(dollars.size() == 2);
    CHECK(dollars[1].per_euro == decimal("1.0389"));
}

TEST_CASE("store: two processes may create the same file at once", "[store]") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "figbook.db";
    std::vector<std::string> errors(8);
    std::vector<std::thread> threads;
    for (std::size_t index = 0; index < errors.size(); ++index)
        threads.emplace_back([&, index] {
            errors[index] = refusal([&] {
                Database database = Database::open(path, OpenMode::read_write);
                Article article = aid_article();
                article.url += std::to_string(index);
                database.put(article, aid_claims(), "1");
            });
        });
    for (std::thread& thread : threads) thread.join();
    CHECK(errors == std::vector<std::string>(8));
    const Database database = Database::open(path, OpenMode::read_only);
    CHECK(std::get<std::int64_t>(database.query("SELECT count(*) FROM claim").rows[0][0]) == 24);
}

TEST_CASE_METHOD(Fixture, "store: claims are found by the words of subject and source that they have now",
                 "[store]") {
    const auto found = [&](const std::string& terms) {
        return ask("SELECT count(*) FROM claim_search WHERE claim_search MATCH '" + terms + "'");
    };
    std::vector<Claim> claims = aid_claims();
    claims[0].subject = "défence spending";
    database.put(aid_article(), claims, "1");
    CHECK(found("subjects : defence") == "1");
    CHECK(found("sources : defence") == "0");

    SECTION("other claims of a later extractor") {
        claims[0].subject = "output";
        CHECK(database.put(aid_article(), claims, "2") == PutResult::updated);
        CHECK(found("subjects : defence") == "0");
        CHECK(found("subjects : output") == "1");
    }
    SECTION("the same, while the article waits to be written") {
        Article other = changed_article("Another text of €50 billion", make_date(2025, 2, 11));
        other.url = "https://news.example/other";
        Claim one = claims[0];
        one.span = one.sentence = {0, 4};
        database.transaction([&] {
            database.put(other, {one}, "1");
            one.subject = "output";
            database.put(other, {one}, "2");
        });
        CHECK(found("subjects : defence") == "1");
        CHECK(found("subjects : output") == "1");
    }
    SECTION("an article that is gone") {
        database.remove(std::get<std::int64_t>(database.query("SELECT document_id FROM article").rows[0][0]));
        CHECK(found("subjects : defence") == "0");
    }
    SQLite::Database(path.string(), SQLite::OPEN_READWRITE)
        .exec("INSERT INTO claim_search (claim_search, rank) VALUES ('integrity-check', 1)");
}

TEST_CASE_METHOD(Fixture, "store: has_words finds words that begin so", "[store]") {
    CHECK(ask("SELECT has_words('Spending on Défence', 'defence spend')") == "1");
    CHECK(ask("SELECT has_words('Spending on Défence', 'fence')") == "0");
    CHECK(ask("SELECT has_words('Spending', 'spend aid')") == "0");
    CHECK(ask("SELECT has_words('100 % — \"!', '% \"')") == "0");
    CHECK(ask("SELECT has_words('NATO-AID_2024', 'aid 20 nato')") == "1");
    CHECK(ask("SELECT has_words('bandAid', 'aid')") == "0");
    CHECK(ask("SELECT has_words('aid', 'aids')") == "0");
    CHECK(ask("SELECT has_words('Defence', 'défen')") == "1");
    CHECK(ask("SELECT has_words('straße', 'strase')") == "0");
    CHECK(ask("SELECT has_words('', 'aid')") == "0");
    CHECK(ask("SELECT has_words(NULL, 'aid')") == "NULL");
    CHECK(ask("SELECT count(*) FROM (SELECT 'aid' AS a UNION SELECT 'tax') WHERE has_words(a, 'ai')") == "1");
}
