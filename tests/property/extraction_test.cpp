// What holds for the claims of any text, and for what is said of them: thousands of texts made of the sentences of
// the tests, shuffled, cut off and sprinkled with odd characters; the same ones in every run.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <regex>
#include <string>
#include <vector>

#include "claim/claim_json.hpp"
#include "claim/explain.hpp"
#include "claim/extract.hpp"
#include "claim/reasons.hpp"
#include "load/load.hpp"
#include "load/plain_text_reader.hpp"
#include "support/catch.hpp"

namespace figbook {
namespace {

constexpr int rounds = 5000;

// A line of an annotated passage without its marks: "{{42%|k=percent;v=42}} of them" is "42% of them".
std::string without_marks(const std::string& line) {
    static const std::regex mark(R"(\{\{([^|{}]+)\|[^{}]+\}\})");
    return std::regex_replace(line, mark, "$1");
}

// The sentences of all tests/cases/ and of the annotated passages, in the order of their files' names.
std::vector<std::string> read_sentences() {
    const std::filesystem::path tests = std::filesystem::path(FIGBOOK_SOURCE_DIR) / "tests";
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(tests / "cases"))
        if (entry.path().extension() == ".cases") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<std::string> sentences;
    for (const auto& file : files) {
        std::ifstream in(file);
        for (std::string line; std::getline(in, line);) {
            const auto end = line.find("->");
            if (end == std::string::npos || line[0] == '#' || line[0] == '@') continue;
            sentences.push_back(line.substr(0, line.find_last_not_of(' ', end - 1) + 1));
        }
    }
    for (const char* name : {"domains.gold", "news.gold", "second.gold", "third.gold"}) {
        std::ifstream in(tests / "golden" / name);
        for (std::string line; std::getline(in, line);)
            if (line != "===") sentences.push_back(without_marks(line));
    }
    return sentences;
}

class Texts {
 public:
    // A few sentences in a row, or parts of them.
    std::string text() {
        std::string text;
        for (std::size_t i = pick(1, 5); i > 0; --i) {
            const std::string& sentence = sentences_[pick(0, sentences_.size() - 1)];
            text += pick(0, 3) == 0 ? part_of(sentence) : sentence;
            text += joints_[pick(0, joints_.size() - 1)];
        }
        if (pick(0, 2) == 0) text.resize(pick(0, text.size()));
        for (std::size_t i = pick(0, 3) == 0 ? pick(1, 8) : 0; i > 0; --i) insert(text, oddity());
        return text;
    }
    // The same with bytes that need not be UTF-8.
    std::string bytes() {
        std::string text = this->text();
        for (std::size_t i = pick(0, 3); i > 0; --i)
            insert(text, std::string(1, static_cast<char>(pick(0, 255))));
        return text;
    }

 private:
    std::size_t pick(std::size_t low, std::size_t high) {
        return std::uniform_int_distribution<std::size_t>(low, high)(engine_);
    }
    std::string part_of(const std::string& sentence) {
        const std::size_t begin = pick(0, sentence.size());
        return sentence.substr(begin, pick(0, sentence.size() - begin));
    }
    void insert(std::string& text, const std::string& more) { text.insert(pick(0, text.size()), more); }
    const std::string& oddity() { return oddities_[pick(0, oddities_.size() - 1)]; }

    std::vector<std::string> sentences_ = read_sentences();
    const std::vector<std::string> joints_{" ",  " ",  "\n", "\n\n", "",    ", ",
                                           "; ", ". ", " (", ") ",   " — ", "-"};
    const std::vector<std::string> oddities_{"5",
                                             "1,000",
                                             " 2 ",
                                             "%",
                                             "$",
                                             "€",
                                             "-",
                                             "–",
                                             "“",
                                             "”",
                                             "\"",
                                             "'",
                                             "’",
                                             "(",
                                             ")",
                                             "\n",
                                             "\t",
                                             "\u00a0",
                                             "½",
                                             "\u0301",
                                             "\u200b",
                                             "日",
                                             "\x01",
                                             "/",
                                             "from ",
                                             " to ",
                                             " of ",
                                             " million ",
                                             "a ",
                                             ":",
                                             "99999999999999999999"};
    std::mt19937_64 engine_{20250212};
};

// The article of the bytes; none where the reader refuses them.
std::optional<Article> article_of(const std::string& bytes, Known known = {}) {
    std::optional<Article> read;
    read_text(bytes, "text", known,
              {[&](Article article) { read = std::move(article); }, [](const Rejected&) {}});
    return read;
}

std::string as_json(const Article& article, const std::vector<Claim>& claims) {
    std::string json;
    append_json(json, article, claims);
    return json;
}

bool starts_character(std::string_view text, std::size_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

void check_span(std::string_view text, Span span) {
    REQUIRE(span.start <= span.end);
    REQUIRE(span.end <= text.size());
    CHECK(starts_character(text, span.start));
    CHECK(starts_character(text, span.end));
}

void check_claim(const Article& article, const std::vector<Claim>& claims, std::size_t i) {
    const Claim& claim = claims[i];
    check_span(article.text, claim.span);
    check_span(article.text, claim.sentence);
    CHECK_FALSE(claim.span.empty());
    CHECK(claim.span.in(article.text) == claim.text);
    CHECK(claim.sentence.contains(claim.span));
    CHECK_FALSE(claim.rule.empty());
    if (claim.high) CHECK(claim.value < *claim.high);
    if (claim.relation) {
        CHECK(claim.relation->claim < claims.size());
        CHECK(claim.relation->claim != i);
    }
    if (i == 0) return;
    // In the order of the text, and none in another.
    CHECK(claims[i - 1].span.end <= claim.span.start);
}

// Every digit of the text is in a figure or has a reason why it is none.
void check_digits(const Article& article, const Explanation& explanation) {
    std::vector<bool> accounted(article.text.size(), false);
    const auto mark = [&](Span span) {
        for (std::size_t at = span.start; at < span.end; ++at) accounted[at] = true;
    };
    for (const Derivation& figure : explanation.figures) mark(figure.claim.span);
    for (const NearMiss& miss : explanation.near_misses) mark(miss.span);
    for (std::size_t at = 0; at < article.text.size(); ++at) {
        const char c = article.text[at];
        if (c < '0' || c > '9') continue;
        CAPTURE(at);
        CHECK(accounted[at]);
    }
}

void check_step(const Article& article, const Explanation& explanation, const Step& step) {
    CAPTURE(step.field, step.rule, step.how);
    check_span(article.text, step.words);
    CHECK_FALSE(rule_in_words(step.rule).empty());
    CHECK_FALSE(step.how.empty());
    CHECK(step.how.find("$words") == std::string::npos);
    CHECK(step.how.find("$figure") == std::string::npos);
    const bool has_mark = step.words.in(article.text).find('"') != std::string_view::npos;  // "5'10\""
    CHECK((has_mark || step.how.find("\"\"") == std::string::npos));
    if (step.figure) CHECK(*step.figure < explanation.figures.size());
}

void check_near_misses(const Article& article, const Explanation& explanation) {
    std::size_t last_end = 0;
    for (const NearMiss& miss : explanation.near_misses) {
        CAPTURE(miss.reason, miss.span.in(article.text));
        check_span(article.text, miss.span);
        CHECK_FALSE(reason_in_words(miss.reason).empty());
        CHECK(miss.sentence.contains(miss.span));
        CHECK(miss.span.start >= last_end);
        last_end = miss.span.end;
        for (const Derivation& figure : explanation.figures)
            CHECK_FALSE(miss.span.overlaps(figure.claim.span));
    }
}

}  // namespace

TEST_CASE("extraction: offsets point at the words, and no claim overlaps another") {
    Texts texts;
    const Extractor extract;
    for (int i = 0; i < rounds; ++i) {
        const auto article = article_of(texts.bytes());
        if (!article) continue;
        CAPTURE(article->text);
        const std::vector<Claim> claims = extract(*article);
        for (std::size_t claim = 0; claim < claims.size(); ++claim) check_claim(*article, claims, claim);
    }
}

TEST_CASE("extraction: the same text gives the same claims, whatever came before it") {
    Texts texts;
    Known known;
    known.published = make_date(2025, 2, 12);
    const Extractor used;
    std::vector<std::pair<Article, std::string>> before;
    for (int i = 0; i < rounds / 3; ++i) {
        auto article = article_of(texts.text(), known);
        if (!article) continue;
        CAPTURE(article->text);
        const std::string claims = as_json(*article, used(*article));
        CHECK(claims == as_json(*article, Extractor()(*article)));
        if (i % 10 == 0) before.emplace_back(std::move(*article), claims);
    }
    for (const auto& [article, claims] : before) CHECK(as_json(article, used(article)) == claims);
}

TEST_CASE("extraction: articles that are read together have the claims that each has alone") {
    Texts texts;
    Known known;
    known.published = make_date(2025, 2, 12);
    const Extractor extract;
    std::vector<Article> articles;
    std::size_t bytes = 0;
    std::string all;  // one that is longer than a block
    while (bytes < 3 * Extractor::bytes_together) {
        auto article = article_of(texts.text(), known);
        if (!article) continue;
        bytes += article->text.size();
        if (all.size() < 2 * Extractor::bytes_together) all += article->text + "\n\n";
        if (articles.size() == 20) articles.push_back(*article_of(all, known));
        articles.push_back(std::move(*article));
    }
    std::vector<const Article*> together;
    for (const Article& article : articles) together.push_back(&article);
    const auto claims = extract(together);
    REQUIRE(claims.size() == articles.size());
    for (std::size_t i = 0; i < articles.size(); ++i) {
        CAPTURE(articles[i].text);
        CHECK(as_json(articles[i], claims[i]) == as_json(articles[i], extract(articles[i])));
    }
    CHECK(extract(std::vector<const Article*>{}).empty());
}

TEST_CASE("explain: its claims are those of extract, and each step and near miss has its words") {
    Texts texts;
    Known known;
    const Extractor extract;
    for (int i = 0; i < rounds; ++i) {
        // With and without a publication date: times are told apart by it.
        known.published = i % 2 == 0 ? make_date(2025, 2, 12) : std::nullopt;
        auto article = article_of(texts.text(), known);
        if (!article) continue;
        article->published = known.published;
        CAPTURE(article->text);
        const Explanation explanation = explain(*article);
        std::vector<Claim> claims;
        for (const Derivation& figure : explanation.figures) {
            claims.push_back(figure.claim);
            CHECK_FALSE(figure.steps.empty());
            for (const Step& step : figure.steps) check_step(*article, explanation, step);
        }
        CHECK(as_json(*article, claims) == as_json(*article, extract(*article)));
        check_near_misses(*article, explanation);
        check_digits(*article, explanation);
    }
}

}  // namespace figbook
