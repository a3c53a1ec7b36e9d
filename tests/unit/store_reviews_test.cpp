#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>

#include "store/database.hpp"
#include "store/document_id.hpp"
#include "store/review_match.hpp"
#include "support/catch.hpp"
#include "support/store_samples.hpp"

using namespace figbook;

namespace {

const Reading fifty{"money", "50", "", "EUR"};
const Reading billions{"money", "50000000000", "", "EUR"};

struct Fixture {
    TemporaryFolder folder;
    std::filesystem::path path = folder.path() / "figbook.db";
    Database database = Database::open(path, OpenMode::read_write);
    std::int64_t article = document_id(aid_article());

    Fixture() { database.put(aid_article(), aid_claims(), "1"); }

    // The cells of the one row, with blanks between; "-" for NULL.
    std::string ask(const std::string& sql) const {
        const Table table = database.query(sql);
        if (table.rows.size() != 1) return std::to_string(table.rows.size()) + " rows";
        std::string line;
        for (const Value& cell : table.rows[0]) {
            if (!line.empty()) line += ' ';
            if (const auto* number = std::get_if<std::int64_t>(&cell)) line += std::to_string(*number);
            if (const auto* text = std::get_if<std::string>(&cell)) line += *text;
            if (std::holds_alternative<std::monostate>(cell)) line += '-';
        }
        return line;
    }

    Review review(ReviewVerdict verdict, std::int64_t ordinal = 0) const {
        Review given;
        given.document_id = article;
        given.ordinal = ordinal;
        given.reviewed_by = "Ann";
        given.verdict = verdict;
        given.note = "looked at";
        return given;
    }

    // What SQLite says to a statement; "" where it does it.
    std::string error(const std::string& sql) const {
        try {
            SQLite::Database(path.string(), SQLite::OPEN_READWRITE).exec(sql);
        } catch (const SQLite::Exception& refused) {
            return refused.what();
        }
        return {};
    }
};

}  // namespace

TEST_CASE("reviews: a review belongs to the claim at its bytes that reads the same", "[reviews]") {
    const ReviewedFigure figure{{10, 20}, fifty, {}};
    CHECK(claim_of_review(figure, {{{0, 5}, fifty}, {{10, 20}, fifty}}) == 1U);
    CHECK_FALSE(claim_of_review(figure, {{{10, 20}, billions}}));
    CHECK_FALSE(claim_of_review(figure, {{{0, 5}, fifty}, {{20, 25}, fifty}}));
    CHECK_FALSE(claim_of_review(figure, {}));
}

TEST_CASE("reviews: where the bytes are others, the only claim over them that reads the same", "[reviews]") {
    const ReviewedFigure figure{{10, 20}, fifty, {}};
    CHECK(claim_of_review(figure, {{{5, 20}, fifty}}) == 0U);
    CHECK(claim_of_review(figure, {{{5, 12}, billions}, {{12, 18}, fifty}}) == 1U);
    CHECK_FALSE(claim_of_review(figure, {{{5, 20}, billions}}));
    CHECK_FALSE(claim_of_review(figure, {{{8, 12}, fifty}, {{14, 22}, fifty}}));
    CHECK_FALSE(claim_of_review(figure, {{{8, 12}, fifty}, {{14, 18}, fifty}, {{19, 22}, fifty}}));
    // At the same bytes stands another reading: the one beside it is another figure.
    CHECK_FALSE(claim_of_review(figure, {{{5, 12}, fifty}, {{10, 20}, billions}}));
}

TEST_CASE("reviews: one that corrects stays at its bytes, and goes to what reads as it says", "[reviews]") {
    const ReviewedFigure figure{{10, 20}, fifty, billions};
    CHECK(claim_of_review(figure, {{{10, 20}, {"count", "3", "", "men"}}}) == 0U);
    CHECK(claim_of_review(figure, {{{10, 28}, billions}}) == 0U);
    CHECK(claim_of_review(figure, {{{10, 28}, fifty}}) == 0U);
    CHECK_FALSE(claim_of_review(figure, {{{10, 28}, {"count", "3", "", "men"}}}));
}

TEST_CASE_METHOD(Fixture, "reviews: what is right stands in the view, what was read beside it", "[reviews]") {
    Review review = this->review(ReviewVerdict::corrected);
    review.value = decimal("51.5");
    review.high = decimal("52");
    review.resolution = decimal("0.1");
    review.unit = CorrectedUnit{"USD", Kind::money};
    review.source = "";
    CHECK(database.add_review(review) == 1);
    CHECK(ask("SELECT value, high, resolution, unit, source, source_kind, source_mode, verdict, reviewed_by "
              "FROM figures WHERE ordinal = 0") == "51.5 52 0.1 USD - - - corrected Ann");
    CHECK(ask("SELECT extracted_value, extracted_high, extracted_kind, extracted_unit, extracted_source "
              "FROM figures WHERE ordinal = 0") == "50000000000 - money EUR Ana Example");
    CHECK(ask("SELECT typeof(amount), amount = 51.5, high_amount = 52 FROM figures WHERE ordinal = 0") ==
          "real 1 1");
    CHECK(ask("SELECT count(*), count(extracted_value), count(verdict) FROM figures") == "2 1 1");
    // Both are of one currency now.
    CHECK(ask("SELECT count(*) FROM conversions") == "0");
    CHECK(ask("SELECT state, ordinal, text, value, source FROM reviews") ==
          "stands 0 €50 billion 50000000000 Ana Example");
}

TEST_CASE_METHOD(Fixture, "reviews: a unit and a source may be corrected alone", "[reviews]") {
    Review review = this->review(ReviewVerdict::corrected);
    review.unit = CorrectedUnit{"", Kind::number};
    database.add_review(review);
    CHECK(ask("SELECT kind, value, unit, source FROM figures WHERE ordinal = 0") ==
          "number 50000000000 - Ana Example");
    review.unit.reset();
    review.source = "Ana Example";
    database.add_review(review);
    CHECK(ask("SELECT kind, unit, source, source_kind, source_title FROM figures WHERE ordinal = 0") ==
          "money EUR Ana Example person -");
    review.source = "Ben Other";
    database.add_review(review);
    CHECK(ask("SELECT source, source_kind FROM figures WHERE ordinal = 0") == "Ben Other -");
    CHECK(ask("SELECT group_concat(state, ' ') FROM reviews") == "replaced replaced stands");
}

TEST_CASE_METHOD(Fixture, "reviews: what is misread is left out of the figures and the conversions",
                 "[reviews]") {
    database.add_review(review(ReviewVerdict::wrong));
    CHECK(ask("SELECT ordinal FROM figures") == "1");
    CHECK(ask("SELECT count(*) FROM conversions") == "0");
    CHECK(ask("SELECT verdict FROM all_figures WHERE ordinal = 0") == "wrong");
    database.add_review(review(ReviewVerdict::confirmed));
    CHECK(ask("SELECT count(*) FROM figures") == "2");
    CHECK(ask("SELECT count(*) FROM conversions") == "1");
}

TEST_CASE_METHOD(Fixture, "reviews: they are never changed, deleted or replaced", "[reviews]") {
    database.add_review(review(ReviewVerdict::confirmed));
    CHECK(error("UPDATE review SET note = 'x'") == "a review is never changed; add another one");
    CHECK(error("DELETE FROM review") == "a review is never deleted; add another one");
    CHECK(error("INSERT OR REPLACE INTO review SELECT * FROM review") ==
          "a review is never replaced; add another one");
    CHECK(ask("SELECT note FROM review") == "looked at");
}

TEST_CASE_METHOD(Fixture, "reviews: the table refuses what is no review", "[reviews]") {
    Review empty = review(ReviewVerdict::disputed);
    empty.note = "";
    CHECK(contains(refusal([&] { database.add_review(empty); }), "CHECK constraint failed"));
    CHECK(contains(refusal([&] { database.add_review(review(ReviewVerdict::corrected)); }),
                   "CHECK constraint failed"));
    Review corrects = review(ReviewVerdict::confirmed);
    corrects.value = decimal("5");
    CHECK(contains(refusal([&] { database.add_review(corrects); }), "CHECK constraint failed"));
    CHECK_THROWS_AS(database.add_review(review(ReviewVerdict::wrong, 3)), std::invalid_argument);
    CHECK(ask("SELECT count(*) FROM review") == "0");
}

TEST_CASE_METHOD(Fixture, "reviews: they follow their figure when the claims are written anew", "[reviews]") {
    database.add_review(review(ReviewVerdict::confirmed, 1));
    database.add_review(review(ReviewVerdict::wrong, 0));
    // Another figure comes before the first one, and the first one is read otherwise.
    std::vector<Claim> claims = aid_claims();
    Claim more = claims[2];
    more.span = {0, 3};
    claims[1].relation->claim = 1;
    claims[0].value = decimal("50");
    claims.insert(claims.begin(), more);
    CHECK(database.replace_claims(article, claims, "2"));
    CHECK(ask("SELECT ordinal, verdict FROM reviews WHERE state = 'stands'") == "2 confirmed");
    CHECK(ask("SELECT ordinal, verdict FROM reviews WHERE state = 'unmatched'") == "- wrong");
    CHECK(ask("SELECT count(*), max(verdict) FROM figures") == "2 confirmed");
    CHECK(ask("SELECT extractor_version FROM article") == "2");
    // As it was: so is the review.
    CHECK(database.replace_claims(article, aid_claims(), "3"));
    CHECK(ask("SELECT group_concat(ordinal || verdict) FROM reviews WHERE state = 'stands'") ==
          "1confirmed,0wrong");
    CHECK_FALSE(database.replace_claims(article + 1, {}, "3"));
}

TEST_CASE_METHOD(Fixture, "reviews: they outlive their article, and are there when it is loaded again",
                 "[reviews]") {
    database.add_review(review(ReviewVerdict::wrong, 0));
    CHECK(database.remove(article));
    CHECK(ask("SELECT state, text, is_current FROM reviews") == "unmatched €50 billion -");
    CHECK(ask("SELECT count(*) FROM claim_review") == "0");
    CHECK(database.put(aid_article(), aid_claims(), "1") == PutResult::added);
    CHECK(ask("SELECT ordinal FROM figures") == "1");
}

TEST_CASE_METHOD(Fixture, "reviews: a new version of the article has none of them", "[reviews]") {
    database.add_review(review(ReviewVerdict::wrong, 0));
    Article later = aid_article();
    later.text += "Corrected.\n";
    CHECK(database.put(later, aid_claims(), "1") == PutResult::new_version);
    CHECK(ask("SELECT count(*), count(verdict) FROM figures") == "2 0");
    CHECK(ask("SELECT state, is_current FROM reviews") == "stands 0");
}

TEST_CASE_METHOD(Fixture, "reviews: a figure's review is found by the keys, and filters by their indexes",
                 "[reviews]") {
    const auto plan = [&](const std::string& filter) {
        std::string steps;
        const Table table =
            database.query("EXPLAIN QUERY PLAN SELECT verdict FROM all_figures WHERE " + filter);
        for (const auto& row : table.rows) steps += std::get<std::string>(row.at(3)) + "\n";
        return steps;
    };
    const std::string by_unit = plan("unit = 'EUR'");
    CHECK(contains(by_unit, "SEARCH claim_review USING PRIMARY KEY (document_id=? AND ordinal=?)"));
    CHECK(contains(by_unit, "SEARCH review USING INTEGER PRIMARY KEY (rowid=?)"));
    // Whether an original has the figure of a copy is looked up by its size, or looked for in that article.
    const std::string repeats = plan("is_repeat = 0");
    CHECK(contains(repeats,
                   "SEARCH sized USING PRIMARY KEY (kind=? AND unit=? AND amount=? AND document_id=?)"));
    CHECK(
        contains(repeats, "SEARCH told USING INDEX sqlite_autoindex_claim_1 (document_id=? AND ordinal=?)"));
    CHECK(contains(repeats, "SEARCH unsorted USING INTEGER PRIMARY KEY (rowid=?)"));
    // The joins to reviews keep none from beginning with the articles of some days.
    const std::string by_day = plan("is_current = 1 AND published >= '2025-01-01'");
    CHECK(
        by_day.starts_with("SEARCH article USING INDEX article_published (published>?)\n"
                           "SEARCH claim USING INDEX sqlite_autoindex_claim_1 (document_id=?)\n"));
}
