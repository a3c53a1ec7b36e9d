#include <algorithm>
#include <string>
#include <vector>

#include "claim/extract.hpp"
#include "store/database.hpp"
#include "store/document_id.hpp"
#include "support/catch.hpp"
#include "support/store_samples.hpp"
#include "track/fact_key.hpp"
#include "track/facts.hpp"
#include "track/real_interval.hpp"
#include "track/told_articles.hpp"
#include "track/words.hpp"

using namespace figbook;

namespace {

Article made(const std::string& paper, unsigned day, const std::string& text) {
    Article article;
    article.text = text;
    article.publication = paper;
    article.url = "https://" + paper + ".example/story";
    article.published = make_date(2025, 3, day);
    return article;
}

struct Facts {
    TemporaryFolder folder;
    Database database = Database::open(folder.path() / "figbook.db", OpenMode::read_write);
    Extractor extract;

    std::int64_t put(const Article& article, bool tracked = true) {
        std::vector<Claim> claims = extract(article);
        if (tracked) assign_facts(article, claims);
        database.transaction([&] {
            database.put(article, claims, "1");
            write_facts(database);
        });
        return document_id(article);
    }
    // The rows of `fact`: subject, articles, copies and standing of each.
    std::vector<std::string> rows() const {
        std::vector<std::string> rows;
        for (const auto& row : database
                                   .query("SELECT subject || ' ' || articles || '+' || copies || ' ' || "
                                          "standing FROM fact ORDER BY 1")
                                   .rows)
            rows.push_back(std::get<std::string>(row[0]));
        return rows;
    }
};

const std::string first = "Inflation in Germany rose to 2.4% in January 2025, the statistics office said.";
// The only one.
std::int64_t fact_of(const Facts& facts) {
    return std::get<std::int64_t>(facts.database.query("SELECT fact_id FROM fact").rows.at(0).at(0));
}

const std::string second = "German inflation was 2.7 percent in January 2025.";

}  // namespace

TEST_CASE("facts: a fact is written from the second article on, whatever the order") {
    for (const bool reversed : {false, true}) {
        Facts facts;
        facts.put(reversed ? made("b", 2, second) : made("a", 1, first));
        CHECK(facts.rows().empty());
        facts.put(reversed ? made("a", 1, first) : made("b", 2, second));
        CHECK(facts.rows() == std::vector<std::string>{"Inflation in Germany 2+0 conflict"});
    }
}

TEST_CASE("facts: the range of a fact is from its smallest to its largest, whatever was told when") {
    Facts facts;
    facts.put(made("a", 1, first));
    facts.put(made("b", 2, second));
    facts.put(made("c", 3, "Inflation in Germany was 24% in January 2025."));
    facts.put(made("d", 4, "Inflation in Germany was between 2.2% and 2.5% in January 2025."));
    const auto range = [&] {
        const Table table = find_facts(facts.database, {});
        const auto place = [&](const char* name) {
            return std::find(table.columns.begin(), table.columns.end(), name) - table.columns.begin();
        };
        const auto& row = table.rows.at(0);
        return std::get<std::string>(row.at(static_cast<std::size_t>(place("least")))) + " " +
               std::get<std::string>(row.at(static_cast<std::size_t>(place("most"))));
    };
    CHECK(range() == "2.2 24");

    Review misread;
    misread.document_id = document_id(made("c", 3, "Inflation in Germany was 24% in January 2025."));
    misread.verdict = ReviewVerdict::wrong;
    misread.note = "a slip for 2.4";
    misread.reviewed_by = "Ann Lee";
    facts.database.transaction([&] {
        facts.database.add_review(misread);
        write_facts(facts.database);
    });
    CHECK(range() == "2.2 2.7");
    const Fact fact = read_fact(facts.database, fact_of(facts));
    REQUIRE(fact.wrong.size() == 1);
    CHECK(fact.wrong[0].text == "24%");
    CHECK(fact.wrong[0].reviewed_by == "Ann Lee");
}

TEST_CASE("facts: each figure is set beside each other, and those that may be one are told together") {
    Facts facts;
    facts.put(made("a", 1, first));
    facts.put(made("b", 2, second));
    facts.put(made("c", 3, "In January 2025 inflation in Germany was about 2.4%."));
    facts.put(made("d", 4, "Inflation in Germany was over 2% in January 2025."));
    const Fact fact = read_fact(facts.database, fact_of(facts));
    std::string pairs;
    for (const ToldPair& pair : fact.pairs)
        pairs += std::to_string(pair.earlier + 1) + "-" + std::to_string(pair.later + 1) + " " +
                 std::string(name_of(pair.comparison.standing)) + "; ";
    CHECK(pairs == "1-2 conflict; 2-3 conflict; 1-3 rounding; 3-4 rounding; 2-4 rounding; 1-4 rounding; ");
    CHECK(agreeing(fact) == std::vector<std::vector<std::size_t>>{{0, 2, 3}, {1, 3}});
    CHECK(read_figures_of_fact(facts.database, fact.row.fact_id).pairs.empty());
}

TEST_CASE("range: what digits and words leave open has no end where they set none", "[track]") {
    const auto range = [](const std::string& words) {
        const auto claims = Extractor()(made("a", 1, words));
        REQUIRE(claims.size() == 1);
        const StatedRange stated = stated_range(claims[0]);
        return (stated.least ? stated.least->to_string() : "*") + " " +
               (stated.most ? stated.most->to_string() : "*");
    };
    CHECK(range("Sales rose 2.4% in May.") == "2.35 2.45");
    CHECK(range("Sales rose over 2% in May.") == "2 *");
    CHECK(range("Sales rose at least 2% in May.") == "2 *");
    CHECK(range("Sales rose up to 5% in May.") == "* 5");
    CHECK(range("Sales rose less than 5% in May.") == "* 5");
    CHECK(range("Sales rose about 2% in May.") == "1.4 2.6");
    CHECK(range("Sales rose between 2.2% and 2.5% in May.") == "2.15 2.55");
    CHECK(range("The debt was €51.9 billion.") == "51850000000 51950000000");
}

TEST_CASE("facts: an article that goes, or has another text now, takes its figures with it") {
    Facts facts;
    facts.put(made("a", 1, first));
    const std::int64_t gone = facts.put(made("b", 2, second));
    facts.put(made("c", 3, "In January 2025 inflation in Germany was 2.4%."));
    CHECK(facts.rows() == std::vector<std::string>{"Inflation in Germany 3+0 conflict"});

    SECTION("deleted") {
        facts.database.transaction([&] {
            facts.database.remove(gone);
            write_facts(facts.database);
        });
    }
    SECTION("another text at the address") {
        facts.put(made("b", 4, "Wages in Poland rose 9% in 2024."));
    }
    CHECK(facts.rows() == std::vector<std::string>{"Inflation in Germany 2+0 same"});
}

TEST_CASE("facts: they are the same in whatever number of threads they are judged") {
    std::vector<std::string> months{"January", "February", "March", "April"};
    const auto story = [&](const std::string& opening, int tenths) {
        std::string text;
        for (int year = 1930; year < 2020; ++year)
            for (const std::string& month : months)
                text += opening + std::to_string(2 + (year + tenths) % 7) + "." + std::to_string(tenths) +
                        "% in " + month + " " + std::to_string(year) + ". ";
        return text;
    };
    std::vector<std::vector<std::string>> found;
    for (const std::size_t threads : {1U, 2U, 5U}) {
        Facts facts;
        for (const Article& article : {made("a", 1, story("Inflation in Germany rose to ", 4)),
                                       made("b", 2, story("German inflation, the office said, was ", 7))}) {
            std::vector<Claim> claims = facts.extract(article);
            assign_facts(article, claims);
            facts.database.put(article, claims, "1");
        }
        write_facts_in_steps(facts.database, threads);
        std::vector<std::string>& rows = found.emplace_back();
        for (const char* sql : {"SELECT fact_id || words || standing || claims || conflicts || first_text "
                                "FROM fact ORDER BY fact_id",
                                "SELECT fact_id || ' ' || document_id || ' ' || ordinal || hex(told) FROM "
                                "fact_claim ORDER BY 1"})
            for (const auto& row : facts.database.query(sql).rows)
                rows.push_back(std::get<std::string>(row[0]));
        CHECK(facts.database.query("SELECT * FROM stale_fact").rows.empty());
    }
    CHECK(found[0].size() > 600);
    CHECK(found[1] == found[0]);
    CHECK(found[2] == found[0]);
}

TEST_CASE("facts: near-copies are one source") {
    Facts facts;
    std::string story = first;
    for (const char* more :
         {" The figure was a little above what analysts had expected for the month of January.",
          " Energy was cheaper than a year before, while food and services became dearer again.",
          " The central bank meets next week, and few expect it to move its rate of interest."})
        story += more;
    facts.put(made("a", 1, story));
    facts.put(made("b", 2, story + " Ends."));
    CHECK(facts.rows().empty());
    facts.put(made("c", 3, second));
    CHECK(facts.rows() == std::vector<std::string>{"Inflation in Germany 2+1 conflict"});
}

TEST_CASE("facts: what was stored without facts is tracked later") {
    Facts facts;
    const std::int64_t id = facts.put(made("a", 1, first), false);
    facts.put(made("b", 2, second));
    CHECK(facts.rows().empty());
    facts.database.set_facts(id, {});  // nothing is known, and nothing breaks
    CHECK(facts.rows().empty());
    std::vector<Claim> claims = facts.extract(made("a", 1, first));
    assign_facts(made("a", 1, first), claims);
    REQUIRE(claims.size() == 1);
    facts.database.transaction([&] {
        facts.database.set_facts(id, {claims[0].fact});
        write_facts(facts.database);
    });
    CHECK(facts.rows() == std::vector<std::string>{"Inflation in Germany 2+0 conflict"});
}

TEST_CASE("facts: the number of a fact is that of its key, on every machine") {
    FactKey key;
    key.kind = Kind::percent;
    key.unit = "%";
    key.subject = {"inflation"};
    key.scope = {"germany"};
    key.period = "2025-01-01/2025-01-31";
    CHECK(fact_name(fact_id(key)) == "0de6d15cd5b85e38");
    FactKey other = key;
    other.scope = {};
    other.subject = {"germany", "inflation"};
    CHECK(fact_id(other) != fact_id(key));
    // "ab", "c" is not "a", "bc".
    key.subject = {"ab", "c"};
    other = key;
    other.subject = {"a", "bc"};
    CHECK(fact_id(other) != fact_id(key));
}

TEST_CASE(
    "facts: a first line as long as an article is no headline, and its names are of no figure but their "
    "own") {
    const auto scope_of_last = [](int sentences) {
        Article article;
        article.headline = "A good year for Norden.";
        for (int i = 0; i < sentences; ++i) article.headline += " Nobody said why it was so.";
        article.text = article.headline + " Sales were €5 billion in 2024.";
        std::vector<Claim> claims = Extractor()(article);
        return track_claims(article, claims).at(claims.size() - 1).key.value();
    };
    CHECK(scope_of_last(1).scope_from == ScopeFrom::headline);
    CHECK(scope_of_last(1).scope == std::vector<std::string>{"norden"});
    CHECK(scope_of_last(100).scope_from == ScopeFrom::article);
}

TEST_CASE("facts: a fact is found by the first digits of its name") {
    Facts facts;
    facts.put(made("a", 1, first));
    const Table claim = facts.database.query("SELECT fact_id FROM claim");
    const std::int64_t id = std::get<std::int64_t>(claim.rows.at(0).at(0));
    CHECK(find_fact(facts.database, fact_name(id)) == id);
    CHECK(find_fact(facts.database, fact_name(id).substr(0, 4)) == id);
    CHECK(read_fact(facts.database, id).told.size() == 1);
    for (const char* wrong : {"", "12", "xyz1", "ffffffffffffffff", "00000000000000000", "-123"})
        CHECK_THROWS_AS(find_fact(facts.database, wrong), EnvironmentError);
}

TEST_CASE("tracked words: one spelling for each") {
    const auto folded = [](const std::string& text) {
        std::string all;
        for (const TrackedWord& word : tracked_words(text))
            if (word.kind == WordKind::content) all += (all.empty() ? "" : " ") + word.folded;
        return all;
    };
    CHECK(folded("British defence spending") == folded("UK defense expenditure"));
    CHECK(folded("labour costs in the U.S.") == folded("labor cost in the United States"));
    CHECK(folded("let us go") == folded("let them go"));
    CHECK(folded("the agencies' policies") == folded("the agency’s policy"));
    CHECK(folded("Organisation") == "organization");
    CHECK(folded("AT&T's towers") == folded("AT&T tower"));
    CHECK(folded("") == "");
    CHECK(folded("12,500 3.5") == "");
    CHECK(folded("\xff\xfe’’'") == "");
    CHECK(folded("Perú Łódź") == "perú łódź");
}

TEST_CASE("facts: what articles are asked is the same in any order, however many they are", "[track]") {
    Facts facts;
    std::vector<Article> articles;
    for (unsigned i = 0; i < 40; ++i) {
        std::string text = "Report " + std::to_string(i) + " on the towns of the north.\n";
        // One of them is larger than all others together.
        for (unsigned j = 0; j < (i == 7 ? 20000U : 3U); ++j)
            text += "Unemployment in Town" + std::to_string(i) + " was " + std::to_string(j % 90 + 2) +
                    "% in May. ";
        articles.push_back(made("Post" + std::to_string(i), 3, text));
    }
    Extractor extract;
    std::vector<std::vector<ToldClaim>> told(articles.size());
    std::vector<std::vector<std::optional<FactKey>>> keys(articles.size());
    for (std::size_t i = 0; i < articles.size(); ++i) {
        const std::vector<Claim> claims = extract(articles[i]);
        for (const TrackedClaim& tracked : track_claims(articles[i], claims)) keys[i].push_back(tracked.key);
        const std::int64_t id = facts.put(articles[i]);
        for (std::size_t j = 0; j < 3; ++j) {
            ToldClaim& one = told[i].emplace_back();
            one.article_id = id;
            one.ordinal = j;
            one.claim = claims.at(j);
        }
    }
    ToldArticles asked(facts.database);
    for (const std::size_t j : {2U, 0U, 1U})
        for (std::size_t i = 0; i < articles.size(); ++i) {
            const ToldClaim& one = told[i][j];
            CHECK(asked.sentence_of(one) == one.claim.sentence.in(articles[i].text));
            CHECK(asked.key_of(one) == keys[i][j]);
        }
    ToldClaim nowhere = told[0][0];
    nowhere.article_id = 1;
    CHECK(asked.sentence_of(nowhere).empty());
    CHECK_FALSE(asked.key_of(nowhere).has_value());
}
