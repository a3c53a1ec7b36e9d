// What is found to be a copy, against the comparison of every text with every other; and that neither the order of
// loading nor what was there and went again changes it.
#include <algorithm>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "store/document_id.hpp"
#include "store/story.hpp"
#include "support/catch.hpp"
#include "support/made_stories.hpp"
#include "support/store_samples.hpp"

namespace figbook {
namespace {

// Article -> original, and whether it is a copy.
using Links = std::map<std::int64_t, std::pair<std::int64_t, bool>>;

Links stored_links(const Database& database) {
    Links links;
    const Table rows =
        database.query("SELECT document_id, original_id, share_of_copy >= 0.6 FROM article_copy");
    for (const auto& row : rows.rows)
        links[std::get<std::int64_t>(row[0])] = {std::get<std::int64_t>(row[1]),
                                                 std::get<std::int64_t>(row[2]) == 1};
    return links;
}

Story read_whole(const std::string& text) {
    Story story = read_story(text);
    complete(story);
    return story;
}

// By the definition: each text against each, without boilerplate.
Links links_by_force(const std::vector<Article>& articles) {
    std::map<std::pair<std::string, std::int64_t>, ShingleSet> by_place;
    for (const Article& article : articles)
        by_place[{article.published ? iso(*article.published) : "~", document_id(article)}] =
            own_shingles(read_whole(article.text), [](std::uint64_t) { return false; });
    Links links;
    for (const auto& [place, mine] : by_place)
        for (const auto& [other, theirs] : by_place) {
            if (!(other < place)) break;
            const Overlap overlap = overlap_of(mine, theirs);
            if (overlap.of_first < near_copy && overlap.of_second < near_copy) continue;
            const auto known = links.find(place.second);
            const bool is_copy = overlap.of_first >= near_copy;
            if (known == links.end() || (is_copy && !known->second.second))
                links[place.second] = {other.second, is_copy};
        }
    return links;
}

class Corpus {
 public:
    explicit Corpus(unsigned seed) : maker_(seed) {}

    Article article(std::string text) {
        Article made;
        made.text = std::move(text);
        made.url = "https://paper" + std::to_string(++number_) + ".example/story";
        if (maker_.pick(0, 5) > 0)
            made.published = make_date(2025, 3, static_cast<unsigned>(maker_.pick(1, 9)));
        return made;
    }

    // Stories, each in up to six papers; some stand in a longer one, some longer ones hold two.
    std::vector<Article> stories() {
        std::vector<Article> made;
        for (std::size_t story = 0; story < 4; ++story) {
            const std::string text = maker_.text(maker_.pick(130, 500));
            for (std::size_t paper = maker_.pick(1, 4); paper > 0; --paper)
                made.push_back(article(maker_.edited(text)));
            if (maker_.pick(0, 1) == 0) made.push_back(article(maker_.text(300) + text + maker_.text(500)));
            if (maker_.pick(0, 2) == 0) made.push_back(article(made.front().text + maker_.text(100) + text));
        }
        return made;
    }

    // Short articles that end in the same words, which are more than half of them; of some there are copies.
    std::vector<Article> briefs(std::size_t number) {
        const std::string disclaimer = maker_.text(110);
        std::vector<Article> made;
        for (std::size_t i = 0; i < number; ++i) {
            const std::string text = maker_.text(60);
            made.push_back(article(text + disclaimer));
            if (i % 5 == 0) made.push_back(article("Also here: " + text + disclaimer));
        }
        return made;
    }

    StoryMaker& maker() { return maker_; }

 private:
    StoryMaker maker_;
    int number_ = 0;
};

class Loaded {
 public:
    void load(const std::vector<Article>& articles) {
        database.transaction([&] {
            for (const Article& article : articles) database.put(article, {}, "1");
        });
    }
    Links links() const { return stored_links(database); }
    // What the index of shingles has of the articles, in the order in which they came.
    std::vector<std::vector<Value>> entries() const {
        return database.query("SELECT document_id, entries FROM recent_story ORDER BY recent_story_id").rows;
    }

 private:
    TemporaryFolder folder;

 public:
    Database database = Database::open(folder.path() / "figbook.db", OpenMode::read_write);
};

Links links_of(const std::vector<Article>& articles) {
    Loaded loaded;
    loaded.load(articles);
    return loaded.links();
}

}  // namespace

TEST_CASE("copies: as many as there are are found, by no other way than theirs", "[copies]") {
    std::size_t links = 0;
    for (unsigned seed = 1; seed <= 40; ++seed) {
        Corpus corpus(seed);
        std::vector<Article> articles = corpus.stories();
        corpus.maker().shuffle(articles);
        const Links expected = links_by_force(articles);
        INFO("seed " << seed);
        CHECK(links_of(articles) == expected);
        links += expected.size();
    }
    CHECK(links > 200);
}

TEST_CASE("copies: what went again, came with another day or text leaves no trace", "[copies]") {
    for (unsigned seed = 100; seed < 130; ++seed) {
        Corpus corpus(seed);
        std::vector<Article> articles = corpus.stories();
        corpus.maker().shuffle(articles);
        Loaded loaded;
        std::vector<Article> kept;
        for (Article& article : articles) {
            loaded.load({article});
            const std::size_t fate = corpus.maker().pick(0, 4);
            if (fate == 0) continue;
            if (fate == 1) {
                article.published = make_date(2025, 3, static_cast<unsigned>(corpus.maker().pick(1, 9)));
                loaded.load({article});
            }
            if (fate == 2) {  // the older version is no copy any more, and nothing is a copy of it
                article.published = make_date(2025, 4, 1);
                article.text = corpus.maker().edited(article.text);
                loaded.load({article});
            }
            kept.push_back(article);
        }
        for (const Article& article : articles)
            if (std::none_of(kept.begin(), kept.end(),
                             [&](const Article& one) { return one.url == article.url; }))
                CHECK(loaded.database.remove(document_id(article)));
        INFO("seed " << seed);
        CHECK(loaded.links() == links_by_force(kept));
        CHECK(loaded.links() == links_of(kept));
    }
}

TEST_CASE("copies: with boilerplate too, the order of loading decides nothing", "[copies]") {
    for (unsigned seed = 200; seed < 230; ++seed) {
        Corpus corpus(seed);
        // Of some more than are looked at of any shingle.
        std::vector<Article> articles = corpus.briefs(corpus.maker().pick(4, seed % 3 == 0 ? 60 : 24));
        const std::vector<Article> stories = corpus.stories();
        articles.insert(articles.end(), stories.begin(), stories.end());
        const Links once = links_of(articles);
        for (int order = 0; order < 3; ++order) {
            corpus.maker().shuffle(articles);
            INFO("seed " << seed << ", order " << order);
            CHECK(links_of(articles) == once);
        }
        // And with as many again that went.
        Loaded loaded;
        const std::vector<Article> others = corpus.briefs(12);
        loaded.load(others);
        loaded.load(articles);
        for (const Article& other : others) loaded.database.remove(document_id(other));
        CHECK(loaded.links() == once);
        CHECK(std::get<std::int64_t>(loaded.database.query("SELECT count(*) FROM unlinked").rows[0][0]) == 0);
    }
}

// Each transaction has some of the articles, of which some come again with another day or another text; what is undone comes again.
TEST_CASE("copies: a thread of its own finds the same", "[copies]") {
    for (unsigned seed = 300; seed < 340; ++seed) {
        Corpus corpus(seed);
        std::vector<Article> articles = corpus.briefs(corpus.maker().pick(4, seed % 3 == 0 ? 60 : 24));
        for (const Article& article : corpus.stories()) articles.push_back(article);
        for (std::size_t i = articles.size(); i-- > 0;) {
            if (corpus.maker().pick(0, 9) > 0) continue;
            Article again = articles[i];
            again.published = make_date(2025, 4, static_cast<unsigned>(corpus.maker().pick(1, 9)));
            if (corpus.maker().pick(0, 1) == 0) again.text = corpus.maker().edited(again.text);
            articles.push_back(again);
        }
        corpus.maker().shuffle(articles);
        Loaded here;
        Loaded beside;
        beside.database.look_for_copies_beside();
        for (auto first = articles.begin(); first != articles.end();) {
            const auto rest = static_cast<std::size_t>(articles.end() - first);
            const auto end = first + static_cast<std::ptrdiff_t>(std::min(rest, corpus.maker().pick(1, 16)));
            const std::vector<Article> some(first, end);
            here.load(some);
            if (corpus.maker().pick(0, 4) == 0)
                CHECK_THROWS(beside.database.transaction([&] {
                    for (const Article& article : some) beside.database.put(article, {}, "1");
                    throw std::runtime_error("stop");
                }));
            beside.load(some);
            INFO("seed " << seed);
            REQUIRE(beside.links() == here.links());
            REQUIRE(beside.database.more_copies() == here.database.more_copies());
            first = end;
        }
        CHECK(beside.entries() == here.entries());
    }
}

TEST_CASE("copies: what is said of a story by few look-ups is so by all", "[copies]") {
    StoryMaker maker(77);
    int said = 0;
    for (int i = 0; i < 2000; ++i) {
        std::string text = maker.text(maker.pick(20, 400));
        if (maker.pick(0, 3) == 0) text += text;
        const Story story = read_whole(text);
        // One sample in so many is not common.
        const std::uint64_t rate = maker.pick(1, 12);
        const auto is_common = [&](std::uint64_t shingle) { return shingle % 97 % rate != 0; };
        const std::size_t own = own_shingles(story, is_common).size();
        const std::size_t number = maker.pick(12, 200);
        if (!has_more_own_shingles(story, static_cast<double>(number), is_common)) continue;
        ++said;
        CHECK(own > number);
    }
    CHECK(said > 200);
}

}  // namespace figbook
