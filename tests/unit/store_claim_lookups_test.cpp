#include <SQLiteCpp/Database.h>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "store/database.hpp"
#include "store/document_id.hpp"
#include "store/stored_claims.hpp"
#include "support/catch.hpp"
#include "support/store_samples.hpp"

using namespace figbook;

namespace {

struct Lookups {
    TemporaryFolder folder;
    Database database = Database::open(folder.path() / "figbook.db", OpenMode::read_write);

    // How many rows; by how many look-ups that find one.
    std::int64_t count(const std::string& sql) const {
        return std::get<std::int64_t>(database.query("SELECT count(*) FROM (" + sql + ")").rows.at(0).at(0));
    }
    std::int64_t euros() const { return count(keys_of_unit("'money'", "'EUR'")); }
    std::int64_t dollars() const { return count(keys_of_unit("'money'", "'USD'")); }
    std::int64_t unsorted() const { return count("SELECT 1 FROM unsorted"); }

    static std::vector<Claim> claims_of_fact(std::int64_t fact) {
        std::vector<Claim> claims = aid_claims();
        for (Claim& claim : claims) claim.fact = fact;
        return claims;
    }
    static Article other_article() {
        Article other = aid_article();
        other.url = "https://other.example/aid";
        return other;
    }
};

}  // namespace

TEST_CASE_METHOD(Lookups, "look-ups of claims: the same before and after they are sorted", "[lookups]") {
    database.put(aid_article(), aid_claims(), "1");
    CHECK(unsorted() == 1);
    CHECK(count("SELECT 1 FROM claim_by_size") == 0);
    const auto found = [&] {
        return std::vector{euros(), dollars(), count(keys_of_kind("'money'")), count(keys_of_kind("'count'")),
                           count(keys_of_sources("SELECT source_id FROM source"))};
    };
    const auto before = found();
    CHECK(before[0] == 1);
    CHECK(before[1] == 1);
    CHECK(before[2] == 2);
    CHECK(before[4] > 0);
    database.sort_claims();
    CHECK(unsorted() == 0);
    CHECK(count("SELECT 1 FROM claim_by_size") == 3);
    CHECK(found() == before);
    // One that is sorted, one that is not.
    database.put(other_article(), aid_claims(), "1");
    CHECK(unsorted() == 1);
    CHECK(euros() == 2);
    database.sort_claims();
    database.sort_claims();
    CHECK(euros() == 2);
}

TEST_CASE_METHOD(Lookups, "look-ups of claims: what goes or is written anew is not found as it was",
                 "[lookups]") {
    const std::int64_t id = document_id(aid_article());
    database.put(aid_article(), aid_claims(), "1");
    database.put(other_article(), aid_claims(), "1");
    database.sort_claims();
    std::vector<Claim> claims = aid_claims();
    claims[0].unit = "USD";
    CHECK(database.replace_claims(id, claims, "2"));
    CHECK(euros() == 1);
    CHECK(dollars() == 3);
    CHECK(database.remove(id));
    CHECK(unsorted() == 0);
    CHECK(euros() == 1);
    CHECK(dollars() == 1);
    CHECK(database.remove(document_id(other_article())));
    CHECK(count("SELECT 1 FROM claim_by_size UNION ALL SELECT 1 FROM claim_by_source") == 0);
}

TEST_CASE_METHOD(Lookups, "look-ups of claims: a change by hand changes them", "[lookups]") {
    database.put(aid_article(), claims_of_fact(7), "1");
    database.sort_claims();
    SQLite::Database by_hand((folder.path() / "figbook.db").string(), SQLite::OPEN_READWRITE);
    by_hand.exec("UPDATE claim SET unit = 'SEK', amount = 3, fact_id = 8 WHERE unit = 'EUR'");
    CHECK(euros() == 0);
    CHECK(count(keys_of_unit("'money'", "'SEK'")) == 1);
    CHECK(count("SELECT 1 FROM claim_by_fact WHERE fact_id = 8") == 1);
    CHECK(count("SELECT 1 FROM claim_by_fact WHERE fact_id = 7") == 2);
    // One that waits is not written twice.
    database.put(other_article(), claims_of_fact(7), "1");
    by_hand.exec("UPDATE claim SET unit = 'NOK' WHERE unit = 'EUR'");
    CHECK(count(keys_of_unit("'money'", "'NOK'")) == 1);
    database.sort_claims();
    CHECK(count(keys_of_unit("'money'", "'NOK'")) == 1);
}

TEST_CASE_METHOD(Lookups, "look-ups of claims: what was noted of claims is what is read of them",
                 "[lookups]") {
    const auto put = [](Database& into, int number) {
        Article article = aid_article();
        article.url = "https://paper.example/" + std::to_string(number);
        into.put(article, claims_of_fact(100 - number % 7), "1");
        return document_id(article);
    };
    const std::filesystem::path path = folder.path() / "read.db";
    for (int i = 0; i < 20; ++i) {
        put(database, i);
        // Opened anew it knows nothing of those before.
        Database read = Database::open(path, OpenMode::read_write);
        put(read, i);
    }
    Database read = Database::open(path, OpenMode::read_write);
    SECTION("of all of them") {}
    SECTION("but for those that went, or are others now") {
        const std::int64_t first = put(database, 20);
        CHECK(database.remove(put(database, 21)));
        CHECK(read.remove(put(read, 21)));
        std::vector<Claim> claims = claims_of_fact(3);
        claims[0].unit = "SEK";
        CHECK(database.replace_claims(first, claims, "1"));
        CHECK(read.replace_claims(put(read, 20), claims, "1"));
        put(database, 22);
        put(read, 22);
    }
    SECTION("but for what was undone") {
        CHECK_THROWS(database.transaction([&] {
            put(database, 20);
            throw std::runtime_error("stop");
        }));
        put(database, 21);
        put(read, 21);
    }
    SECTION("with what another process has put there") {
        Database other = Database::open(folder.path() / "figbook.db", OpenMode::read_write);
        put(other, 20);
        put(read, 20);
        put(database, 21);
        put(read, 21);
    }
    SECTION("once they are sorted by another process") {
        Database::open(folder.path() / "figbook.db", OpenMode::read_write).sort_claims();
        put(database, 21);
        put(read, 21);
    }
    database.sort_claims();
    read.sort_claims();
    for (const char* table :
         {"claim_by_size", "claim_by_source", "claim_by_fact", "unsorted", "stale_fact"}) {
        const std::string rows = std::string("SELECT * FROM ") + table;
        CHECK(database.query(rows).rows == read.query(rows).rows);
    }
    CHECK(unsorted() == 0);
}

TEST_CASE_METHOD(Lookups, "look-ups of claims: facts that two articles tell are stale, but for copies",
                 "[lookups]") {
    const auto stale = [&] { return count("SELECT 1 FROM stale_fact"); };
    Article story = other_article();
    story.text =
        "Nobody else has told anything of that sort on the same day, or on any other one, said three "
        "ministers who were not there and whom we have not asked.\n";
    SECTION("both at once") {
        database.put(aid_article(), claims_of_fact(7), "1");
        database.put(story, claims_of_fact(7), "1");
        database.sort_claims();
        CHECK(stale() == 1);
    }
    SECTION("one after the other") {
        database.put(aid_article(), claims_of_fact(7), "1");
        database.sort_claims();
        CHECK(stale() == 0);
        database.put(story, claims_of_fact(7), "1");
        CHECK(stale() == 0);
        database.sort_claims();
        CHECK(stale() == 1);
    }
    SECTION("two facts") {
        database.put(aid_article(), claims_of_fact(7), "1");
        database.put(story, claims_of_fact(9), "1");
        database.sort_claims();
        CHECK(stale() == 0);
    }
    SECTION("a copy") {
        database.put(aid_article(), claims_of_fact(7), "1");
        database.sort_claims();
        database.put(other_article(), claims_of_fact(7), "1");
        database.take_stale_facts(10);  // a link makes what both tell stale
        database.sort_claims();
        CHECK(stale() == 0);
        // What it tells changes where it is no copy any more.
        SQLite::Database by_hand((folder.path() / "figbook.db").string(), SQLite::OPEN_READWRITE);
        by_hand.exec("UPDATE article_copy SET share_of_copy = 0.7, share_of_original = 0.9");
        CHECK(stale() == 0);
        by_hand.exec("UPDATE article_copy SET share_of_copy = 0.5");
        CHECK(stale() == 1);
    }
}
