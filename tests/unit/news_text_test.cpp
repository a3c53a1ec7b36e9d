// The bench's news text: a bench that measures something else every day would tell nothing.
#include "bench/news_text.hpp"

#include <algorithm>
#include <set>

#include "support/catch.hpp"
#include "text/document.hpp"

namespace figbook::bench {
namespace {

double share_with_figures(const std::vector<Article>& articles) {
    std::size_t figures = 0, all = 0;
    for (const Article& article : articles) {
        const Document document(article.text);
        all += document.sentences.size();
        figures +=
            static_cast<std::size_t>(std::count_if(document.sentences.begin(), document.sentences.end(),
                                                   [](const Sentence& s) { return s.has_figure_sign(); }));
    }
    return static_cast<double>(figures) / static_cast<double>(all);
}

TEST_CASE("the bench's articles are the same each time, and differ from each other") {
    const auto first = news_articles(Density::dense, 50'000);
    const auto again = news_articles(Density::dense, 50'000);
    REQUIRE(first.size() == again.size());
    for (std::size_t i = 0; i < first.size(); ++i) CHECK(first[i].text == again[i].text);
    CHECK(first[0].text != first[1].text);
}

TEST_CASE("the bench's articles have the length and the figures of news") {
    const auto dense = news_articles(Density::dense, 200'000);
    const auto sparse = news_articles(Density::sparse, 200'000);
    const auto packed = news_articles(Density::packed, 200'000);
    for (const Article& article : dense) {
        CHECK(article.text.size() >= 3000);
        CHECK(article.text.size() < 7000);
    }
    CHECK(share_with_figures(packed) > 0.6);
    CHECK(share_with_figures(dense) > 0.35);
    CHECK(share_with_figures(dense) < 0.55);
    CHECK(share_with_figures(sparse) > 0.08);
    CHECK(share_with_figures(sparse) < 0.25);
}

TEST_CASE("the bench's articles have thousands of words") {
    std::set<std::string, std::less<>> words;
    for (const Article& article : news_articles(Density::sparse, 300'000)) {
        Tokens tokens;
        tokenize(article.text, tokens);
        for (const Token& token : tokens)
            if (token.is_word()) words.emplace(token.span().in(article.text));
    }
    CHECK(words.size() > 3000);
}

}  // namespace
}  // namespace figbook::bench
