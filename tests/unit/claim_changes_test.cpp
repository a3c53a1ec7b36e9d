#include "pipeline/claim_changes.hpp"

#include "claim/extract.hpp"
#include "pipeline/reextract.hpp"
#include "store/document_id.hpp"
#include "support/catch.hpp"
#include "support/store_samples.hpp"

using namespace figbook;

namespace {

using What = ClaimChange::What;

// The words, and the value in place of all other fields.
ClaimFields claim(std::uint32_t start, std::uint32_t end, const std::string& words,
                  const std::string& value) {
    return {{start, end}, {words, value}};
}

std::string in_words(const std::vector<ClaimChange>& changes) {
    std::string words;
    for (const ClaimChange& change : changes) {
        words += words.empty() ? "" : "; ";
        words += change.what == What::added ? "added " : change.what == What::gone ? "gone " : "changed ";
        words += change.text;
        for (const FieldChange& field : change.fields)
            words.append(" ")
                .append(std::to_string(field.field))
                .append(":" + field.before + ">" + field.after);
    }
    return words;
}

}  // namespace

TEST_CASE("changes of claims: by their bytes, whatever their place among the others", "[reextract]") {
    const std::vector<ClaimFields> before{claim(5, 7, "50", "50"), claim(20, 22, "3%", "3")};
    CHECK(in_words(changes_between(before, before)).empty());
    CHECK(in_words(changes_between(before, {claim(0, 2, "10", "10"), before[0], before[1]})) == "added 10");
    CHECK(in_words(changes_between(before, {before[1]})) == "gone 50");
    CHECK(in_words(changes_between(before, {claim(5, 7, "50", "5000"), before[1]})) ==
          "changed 50 1:50>5000");
    CHECK(in_words(changes_between({}, before)) == "added 50; added 3%");
    CHECK(in_words(changes_between(before, {})) == "gone 50; gone 3%");
}

TEST_CASE("changes of claims: one that begins or ends elsewhere is the same claim", "[reextract]") {
    CHECK(in_words(changes_between({claim(5, 7, "50", "50")}, {claim(5, 15, "50 billion", "5e10")})) ==
          "changed 50 billion 0:50>50 billion 1:50>5e10");
    CHECK(in_words(changes_between({claim(5, 7, "50", "50")}, {claim(7, 9, "60", "60")})) ==
          "gone 50; added 60");
    // One became two.
    CHECK(in_words(changes_between({claim(5, 15, "50 to 60", "50")},
                                   {claim(5, 7, "50", "50"), claim(11, 13, "60", "60")})) ==
          "changed 50 0:50 to 60>50; added 60");
    // Two at the same bytes.
    CHECK(in_words(changes_between({claim(5, 7, "half", "0.5"), claim(5, 7, "half", "0.5")},
                                   {claim(5, 7, "half", "0.5")})) == "gone half");
}

TEST_CASE("changes of claims: every field of a stored claim is compared", "[reextract]") {
    TemporaryFolder folder;
    Database database = Database::open(folder.path() / "figbook.db", OpenMode::read_write);
    database.put(aid_article(), aid_claims(), "1");
    const std::int64_t id = document_id(aid_article());
    const auto stored = claims_in(database, id);
    REQUIRE(stored.size() == 2);  // no duration
    CHECK(stored[0].fields.size() == claim_fields().size());
    CHECK(stored[0].fields ==
          std::vector<std::string>{"€50 billion", "money", "50000000000", "", "1000000000", "EUR", "", "",
                                   "about", "none", "level", "actual", "aid for Ukraine",
                                   "2024-01-01..2024-12-31 last year", "",
                                   "Ana Example, Minister, Ministry of Aid", "paraphrase", ""});
    CHECK(stored[1].fields.back() == "restates \"€50 billion\"");
}

TEST_CASE("extracted again: each article once, in any number of threads, until all are by these rules",
          "[reextract]") {
    for (const std::size_t threads : {1U, 3U}) {
        TemporaryFolder folder;
        Database database = Database::open(folder.path() / "figbook.db", OpenMode::read_write);
        constexpr int articles = 300;  // more than a lot
        database.transaction([&] {
            for (int i = 0; i < articles; ++i) {
                Article article;
                article.text = "Prices rose " + std::to_string(i + 1) + "% in May.";
                database.put(article, {}, "older");
            }
        });
        std::size_t told = 0;
        std::size_t bytes = 0;
        const ReextractListener listener{[&](const ChangeInArticle& change) {
                                             CHECK(change.change.what == What::added);
                                             ++told;
                                         },
                                         [&](std::size_t length) { bytes += length; }};
        ReextractOptions options;
        options.threads = threads;
        CHECK(bytes_to_reextract(database, false) > articles * 20);
        const Reextracted done = reextract(database, options, listener);
        CHECK(done.articles == articles);
        CHECK(done.changed_articles == articles);
        CHECK(done.figures_before == 0);
        CHECK(done.figures == articles);
        CHECK(told == articles);
        CHECK(bytes_to_reextract(database, false) == 0);
        CHECK(bytes_to_reextract(database, true) == bytes);
        CHECK(reextract(database, options, listener).articles == 0);
        options.all = true;
        CHECK(reextract(database, options, listener).articles == articles);
        CHECK(told == articles);

        std::atomic<bool> stop = true;
        options.stop = &stop;
        const Reextracted stopped = reextract(database, options, listener);
        CHECK(stopped.stopped);
        CHECK(stopped.articles == 0);
    }
}
