#include <SQLiteCpp/Database.h>
#include <cmath>
#include <set>

#include "store/database.hpp"
#include "store/document_id.hpp"
#include "store/lonely_articles.hpp"
#include "store/story.hpp"
#include "support/catch.hpp"
#include "support/made_stories.hpp"
#include "support/store_samples.hpp"

using namespace figbook;

namespace {

struct Fixture {
    TemporaryFolder folder;
    std::filesystem::path path = folder.path() / "figbook.db";
    Database database = Database::open(path, OpenMode::read_write);
    StoryMaker maker{5};

    // The article's number; the day is one of March 2025, 0 for none.
    std::int64_t put(const std::string& paper, unsigned day, const std::string& text) {
        const Article article = made(paper, day, text);
        database.put(article, claims_of(article), "1");
        return document_id(article);
    }
    static Article made(const std::string& paper, unsigned day, const std::string& text) {
        Article article;
        article.text = text;
        article.publication = paper;
        article.url = "https://" + paper + ".example/story";
        if (day > 0) article.published = make_date(2025, 3, day);
        return article;
    }
    // Each "N percent" of the text.
    static std::vector<Claim> claims_of(const Article& article) {
        std::vector<Claim> claims;
        for (auto at = article.text.find(" percent"); at != std::string::npos;
             at = article.text.find(" percent", at + 1)) {
            const auto start = article.text.rfind(' ', at - 1) + 1;
            Claim claim;
            claim.text = article.text.substr(start, at + 8 - start);
            claim.span = {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(at + 8)};
            claim.sentence = claim.span;
            claim.kind = Kind::percent;
            claim.value = decimal(article.text.substr(start, at - start));
            claim.unit = "%";
            claim.rule = "by-hand";
            claims.push_back(claim);
        }
        return claims;
    }
    std::int64_t number(const std::string& sql) const {
        return std::get<std::int64_t>(database.query(sql).rows.at(0).at(0));
    }
    // 0 where it is linked to none.
    std::int64_t original(std::int64_t id) const {
        const Table rows =
            database.query("SELECT original_id FROM article_copy WHERE document_id = :id", {{":id", id}});
        return rows.rows.empty() ? 0 : std::get<std::int64_t>(rows.rows[0][0]);
    }
    std::int64_t links() const { return number("SELECT count(*) FROM article_copy"); }
};

double missed(double shingles, double at_most) {
    const double rate = 1.0 / static_cast<double>(sampled_one_in);
    const double shared = near_copy * shingles;
    const double none = std::pow(1 - rate, shared);
    return at_most == 0 ? none : none + shared * rate * std::pow(1 - rate, shared - 1);
}

}  // namespace

TEST_CASE_METHOD(Fixture, "copies: one story in five papers is one, and each keeps its address and day",
                 "[copies]") {
    const std::string text = "Prices rose by 5 percent and wages by 3 percent. " + maker.text(120);
    const std::int64_t third = put("echo", 3, text + "By our own staff.");
    const std::int64_t undated = put("globe", 0, text);
    const std::int64_t fifth = put("times", 5, "From the wires: " + text);
    const std::int64_t first = put("post", 2, text);
    const std::int64_t second = put("ledger", 3, text);
    for (const std::int64_t copy : {third, undated, fifth, second}) CHECK(original(copy) == first);
    CHECK(original(first) == 0);
    CHECK(database.more_copies() == 4);
    CHECK(number("SELECT count(*) FROM figures") == 2);
    CHECK(number("SELECT count(*) FROM all_figures") == 10);
    CHECK(number("SELECT count(*) FROM articles") == 5);
    CHECK(number("SELECT count(*) FROM articles WHERE is_copy = 0") == 1);
    CHECK(
        number("SELECT count(DISTINCT url) FROM copies WHERE original_url = 'https://post.example/story'") ==
        4);
    CHECK(number("SELECT count(*) FROM copies WHERE published = '2025-03-05' AND original_published = "
                 "'2025-03-02'") == 1);
}

TEST_CASE_METHOD(Fixture, "copies: of the same day the smaller number is the original, in any order",
                 "[copies]") {
    const std::string text = maker.text(100);
    const std::int64_t a = put("echo", 3, text);
    const std::int64_t b = put("post", 3, text);
    CHECK(original(std::max(a, b)) == std::min(a, b));
    CHECK(original(std::min(a, b)) == 0);
}

TEST_CASE_METHOD(Fixture, "copies: an earlier one that comes later turns the links", "[copies]") {
    const std::string text = maker.text(200);
    std::vector<std::int64_t> later;
    for (int paper = 0; paper < 100; ++paper) later.push_back(put("paper" + std::to_string(paper), 9, text));
    const std::int64_t first = put("post", 1, text);
    for (const std::int64_t copy : later) CHECK(original(copy) == first);
    CHECK(database.remove(first));
    const std::int64_t next = *std::min_element(later.begin(), later.end());
    for (const std::int64_t copy : later) CHECK(original(copy) == (copy == next ? 0 : next));
    CHECK(number("SELECT count(*) FROM recent_story WHERE document_id NOT IN (SELECT document_id FROM "
                 "article)") == 0);
}

TEST_CASE_METHOD(Fixture,
                 "copies: a short story in a longer one is told once, the longer one's own figures stay",
                 "[copies]") {
    const std::string brief = "Prices rose by 5 percent. " + maker.text(100);
    const std::string longer = brief + "Wages rose by 3 percent. " + maker.text(600);
    const std::string after = brief + maker.text(20);
    SECTION("the longer one first") {
        const std::int64_t original_id = put("post", 1, longer);
        CHECK(original(put("echo", 2, after)) == original_id);
        CHECK(number("SELECT is_copy FROM articles WHERE publication = 'echo'") == 1);
    }
    SECTION("the longer one later") {
        const std::int64_t original_id = put("echo", 1, after);
        CHECK(original(put("post", 2, longer)) == original_id);
        CHECK(number("SELECT is_copy FROM articles WHERE publication = 'post'") == 0);
        CHECK(database.more_copies() == 0);
    }
    CHECK(number("SELECT count(*) FROM figures") == 2);
    CHECK(number("SELECT count(*) FROM all_figures") == 3);
}

TEST_CASE_METHOD(Fixture, "copies: six tenths of the words are enough, half are not", "[copies]") {
    const std::string shared = maker.text(120);
    const std::int64_t first = put("post", 1, shared + maker.text(70));
    CHECK(original(put("echo", 2, shared + maker.text(70))) == first);
    const std::string half = maker.text(100);
    put("globe", 3, half + maker.text(100));
    CHECK(original(put("times", 4, half + maker.text(100))) == 0);
}

TEST_CASE_METHOD(Fixture, "copies: boilerplate links no articles, however much of them it is", "[copies]") {
    const std::string disclaimer = maker.text(150);
    std::vector<std::int64_t> briefs;
    for (int paper = 0; paper < 40; ++paper)
        briefs.push_back(put("paper" + std::to_string(paper), 9, maker.text(60) + disclaimer));
    CHECK(links() == 0);
    SECTION("but copies of those that have it are found") {
        const std::string text = maker.text(60);
        const std::int64_t first = put("post", 1, text + disclaimer);
        CHECK(original(put("echo", 2, text + maker.text(60))) == first);
        CHECK(original(put("globe", 3, "Exclusive. " + text + disclaimer)) == first);
        CHECK(links() == 2);
    }
    SECTION("and when those articles go it is text like any other") {
        for (std::size_t i = 4; i < briefs.size(); ++i) database.remove(briefs[i]);
        CHECK(links() == 3);
    }
}

TEST_CASE_METHOD(Fixture, "copies: a story that hundreds print is no boilerplate", "[copies]") {
    const std::string text = maker.text(250);
    const std::int64_t first = put("post", 1, text);
    for (int paper = 0; paper < 300; ++paper)
        put("paper" + std::to_string(paper), 2, maker.text(9) + "\n" + text + maker.text(paper % 30));
    CHECK(number("SELECT count(*) FROM copies WHERE is_copy = 1 AND original_id = " +
                 std::to_string(first)) == 300);
}

TEST_CASE_METHOD(Fixture, "copies: nor is one before which each paper has a line of its own", "[copies]") {
    const std::string text = maker.text(150);
    const std::int64_t first = put("post", 1, text);
    for (int paper = 0; paper < 60; ++paper)
        CHECK(original(put("paper" + std::to_string(paper), 2, maker.text(30) + "\n" + text)) == first);
}

TEST_CASE_METHOD(Fixture, "copies: a figure that only the copy has is shown", "[copies]") {
    const std::string text = maker.text(100);
    put("post", 1, "Prices rose by 5 percent. " + text);
    put("echo", 2, "Prices rose by 6 percent. " + text);
    put("globe", 3, "Prices rose by 5 percent. " + text);
    CHECK(number("SELECT count(*) FROM copies WHERE is_copy = 1") == 2);
    CHECK(number("SELECT count(*) FROM figures") == 2);
    CHECK(number("SELECT count(*) FROM figures WHERE publication = 'echo' AND value = '6'") == 1);
}

// They are looked up by their sizes once these are sorted.
TEST_CASE_METHOD(Fixture, "copies: what the original has too is the same before it is sorted and after",
                 "[copies]") {
    const std::string story = maker.text(100);
    const std::int64_t first = put("one", 1, story + "Prices rose 4 percent. Wages rose 6 percent.\n");
    const std::int64_t copy =
        put("two", 2, story + "Prices rose 4 percent. Rents rose 5 percent. Prices fell 4 percent.\n");
    REQUIRE(original(copy) == first);
    const auto repeats = [&] {
        std::string all;
        for (const auto& row :
             database
                 .query("SELECT is_repeat FROM all_figures ORDER BY article_id = :copy, ordinal",
                        {{":copy", copy}})
                 .rows)
            all += std::to_string(std::get<std::int64_t>(row.at(0)));
        return all;
    };
    CHECK(number("SELECT count(*) FROM unsorted") == 2);
    CHECK(repeats() == "00101");
    database.sort_claims();
    CHECK(number("SELECT count(*) FROM unsorted") == 0);
    CHECK(repeats() == "00101");
}

TEST_CASE_METHOD(Fixture, "copies: a page that says the same at every address is one", "[copies]") {
    const std::string page =
        "Subscribe now to read this article and all others on every one of your devices.";
    for (int paper = 0; paper < 60; ++paper) put("paper" + std::to_string(paper), 1, page);
    CHECK(links() == 59);
    put("short", 1, "Not found");
    put("shorter", 1, "Not found");
    CHECK(links() == 59);
}

TEST_CASE_METHOD(Fixture, "copies: versions of an article are no copies of each other", "[copies]") {
    const std::string text = maker.text(150);
    const std::int64_t old = put("post", 1, text);
    const std::int64_t copy = put("echo", 2, text);
    CHECK(original(copy) == old);
    SECTION("the new version says the same: it is later than the copy now") {
        const std::int64_t changed = put("post", 5, text + "Corrected.");
        CHECK(original(changed) == copy);
        CHECK(original(copy) == 0);
        CHECK(links() == 1);
        database.remove(changed);
        CHECK(original(copy) == old);
    }
    SECTION("the new version says something else") {
        put("post", 5, maker.text(150));
        CHECK(links() == 0);
        put("post", 6, text);
        CHECK(number("SELECT count(*) FROM article WHERE url = 'https://post.example/story'") == 2);
        CHECK(original(old) == copy);
    }
    SECTION("a version of an earlier day is not the current one") {
        put("post", 0, maker.text(150));
        Article earlier = made("post", 1, maker.text(100));
        earlier.published = make_date(2024, 1, 1);
        database.put(earlier, {}, "1");
        CHECK(original(document_id(earlier)) == 0);
    }
}

TEST_CASE_METHOD(Fixture, "copies: what is deleted by hand is mended when the database is opened",
                 "[copies]") {
    const std::string text = maker.text(150);
    const std::int64_t first = put("post", 1, text);
    const std::int64_t second = put("echo", 2, text);
    const std::int64_t third = put("globe", 3, text);
    {
        SQLite::Database other(path.string(), SQLite::OPEN_READWRITE);
        other.exec("PRAGMA foreign_keys = ON; DELETE FROM article WHERE document_id = " +
                   std::to_string(first));
    }
    CHECK(number("SELECT count(*) FROM unlinked") == 2);
    database = Database::open(path, OpenMode::read_write);
    CHECK(number("SELECT count(*) FROM unlinked") == 0);
    CHECK(original(third) == second);
    CHECK(original(second) == 0);
}

TEST_CASE_METHOD(Fixture, "copies: articles of an older database are compared after the upgrade",
                 "[copies]") {
    const std::string text = maker.text(150);
    put("post", 2, text);
    put("echo", 1, text);
    {
        SQLite::Database other(path.string(), SQLite::OPEN_READWRITE);
        other.exec(
            "DELETE FROM article_copy; DELETE FROM recent_story; "
            "INSERT INTO unlinked SELECT document_id FROM article");
    }
    database = Database::open(path, OpenMode::read_write);
    CHECK(links() == 1);
    CHECK(number("SELECT count(*) FROM copies WHERE original_publication = 'echo'") == 1);
}

TEST_CASE_METHOD(Fixture, "copies: what is undone leaves no links", "[copies]") {
    const std::string text = maker.text(150);
    put("post", 2, text);
    CHECK_THROWS(database.transaction([&] {
        put("echo", 1, text);
        throw std::runtime_error("stop");
    }));
    CHECK(links() == 0);
    CHECK(number("SELECT count(*) FROM article") ==
          number("SELECT count(DISTINCT document_id) FROM recent_story"));
}

// Passages that few articles have and others that most have, some of which are copies of others: what is boilerplate changes
// all the time, and crowds share what is none.
TEST_CASE_METHOD(Fixture, "copies: what one process knows of its articles links none otherwise", "[copies]") {
    Fixture one_by_one;
    std::vector<std::string> passages;
    for (std::size_t i = 0; i < 30; ++i) passages.push_back(maker.text(20 + 4 * i));
    std::vector<std::string> texts;
    std::vector<std::int64_t> there;
    const auto made_text = [&] {
        if (texts.size() > 10 && maker.pick(0, 4) == 0)
            return maker.edited(texts[maker.pick(0, texts.size() - 1)]);
        const std::string opening = maker.pick(0, 2) == 0 ? passages.back() : maker.text(40);
        std::string text = opening + maker.text(maker.pick(20, 200));
        for (std::size_t i = maker.pick(0, 3); i > 0; --i)
            text +=
                passages[maker.pick(0, maker.pick(0, passages.size() - 1))] + maker.text(maker.pick(0, 30));
        return text;
    };
    for (std::size_t i = 0; i < 500; ++i) {
        texts.push_back(made_text());
        const auto day = static_cast<unsigned>(maker.pick(0, 28));
        const std::string paper = "paper" + std::to_string(i);
        there.push_back(put(paper, day, texts.back()));
        one_by_one.database = Database::open(one_by_one.path, OpenMode::read_write);
        one_by_one.put(paper, day, texts.back());
        if (i % 50 != 49) continue;
        const std::int64_t gone = there[maker.pick(0, there.size() - 1)];
        CHECK(database.remove(gone) == one_by_one.database.remove(gone));
    }
    const char* all = "SELECT * FROM article_copy ORDER BY document_id";
    CHECK(links() > 50);
    CHECK(database.query(all).rows == one_by_one.database.query(all).rows);
}

TEST_CASE("copies: lonely articles are found as in a set, but for those without room", "[copies]") {
    constexpr std::size_t places = 256;
    StoryMaker maker{5};
    LonelyArticles lonely(places);
    std::set<std::int64_t> model;
    for (int i = 0; i < 20'000; ++i) {
        const auto id = static_cast<std::int64_t>(maker.pick(1, 400));
        if (maker.pick(0, 1) == 0) {
            lonely.erase(id);
            model.erase(id);
        } else if (model.size() < places / 4 * 3) {
            lonely.add(id);
            model.insert(id);
        }
        if (i % 100 != 0) continue;
        REQUIRE(lonely.size() == model.size());
        for (std::int64_t each = 1; each <= 400; ++each)
            REQUIRE(lonely.contains(each) == model.contains(each));
    }
    for (std::int64_t id = 1; id <= 1000; ++id) lonely.add(id);
    CHECK(lonely.size() == places / 4 * 3);
    lonely.clear();
    CHECK(!lonely.contains(1));
}

TEST_CASE("copies: the probabilities that story.hpp gives", "[copies]") {
    CHECK(missed(60 - 4, 0) < 0.055);
    CHECK(missed(100 - 4, 0) < 0.007);
    CHECK(missed(150 - 4, 0) < 0.0005);
    CHECK(missed(static_cast<double>(long_story), 1) < 0.0004);
    CHECK(missed(static_cast<double>(long_story) - 1, 0) < 0.0004);

    // And they are so: stories of 60 words in longer ones, 0.6 of each.
    StoryMaker maker(11);
    int found = 0;
    constexpr int pairs = 4000;
    for (int i = 0; i < pairs; ++i) {
        const std::string shared = maker.text(38);  // 34 shingles
        const auto brief = read_story(shared + maker.text(22)).sampled;
        const auto longer = read_story(maker.text(150) + shared + maker.text(150)).sampled;
        std::vector<std::uint64_t> both;
        std::set_intersection(brief.begin(), brief.end(), longer.begin(), longer.end(),
                              std::back_inserter(both));
        found += both.empty() ? 0 : 1;
    }
    CHECK(found > pairs * 0.935);
    CHECK(found < pairs * 0.965);
}
