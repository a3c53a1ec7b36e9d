// The index by which copies are found, against a map: with runs of a few entries, so that all that happens to millions of
// articles happens to hundreds.
#include <SQLiteCpp/Database.h>
#include <map>
#include <optional>
#include <set>

#include "store/connection.hpp"
#include "store/migrations.hpp"
#include "store/shingle_index.hpp"
#include "support/catch.hpp"
#include "support/made_stories.hpp"
#include "support/store_samples.hpp"

using namespace figbook;

namespace {

constexpr IndexSettings tiny{
    .found = 1000, .recent_entries = 60, .cached_shingles = 64, .runs = {4, std::size_t{1} << 20U}};

// A database with an index of its own, as one process has it.
struct Loader {
    explicit Loader(const std::filesystem::path& path, IndexSettings settings = tiny)
        : connection(open_connection(path, OpenMode::read_write)),
          statements(connection),
          index(statements, settings) {}

    void begin() { connection.exec("BEGIN IMMEDIATE"); }
    void commit() {
        index.finish();
        statements.reset();
        connection.exec("COMMIT");
    }
    void rollback() {
        statements.reset();
        connection.exec("ROLLBACK");
        index.forget();
    }
    std::int64_t number(const char* sql) { return connection.execAndGet(sql).getInt64(); }

    SQLite::Database connection;
    Statements statements;
    ShingleIndex index;
};

// What should be in the index.
using Model = std::map<std::uint64_t, std::set<std::int64_t>>;

struct Fixture {
    TemporaryFolder folder;
    std::filesystem::path path = folder.path() / "figbook.db";
    StoryMaker maker{5};
    Model model;
    std::map<std::int64_t, Story> stories;

    Fixture() { upgrade_database(path); }

    // Its shingles are of 600, and three that half of all articles have.
    Story story() {
        Story made;
        std::set<std::uint64_t> shingles;
        for (std::size_t i = maker.pick(0, 9); i > 0; --i)
            shingles.insert(maker.pick(10, 609) * 7'919'000'017);
        for (std::uint64_t i = 1; i <= 3; ++i)
            if (maker.pick(0, 1) == 0) shingles.insert(i);
        made.sampled.assign(shingles.begin(), shingles.end());
        made.opening = static_cast<std::int64_t>(maker.pick(0, 0xffff));
        made.is_long = maker.pick(0, 1) == 1;
        return made;
    }
    std::int64_t add(Loader& loader) {
        const auto id = static_cast<std::int64_t>(maker.pick(1, ~std::size_t{0} >> 1U));
        const Story& made = stories.emplace(id, story()).first->second;
        for (const std::uint64_t shingle : made.sampled) model[shingle].insert(id);
        loader.index.add(id, made);
        return id;
    }
    void remove(Loader& loader, std::int64_t id) {
        const Story gone = stories.at(id);
        for (const std::uint64_t shingle : gone.sampled) model[shingle].erase(id);
        loader.index.remove(id, gone);
        stories.erase(id);
    }
    std::int64_t any() {
        auto one = stories.begin();
        std::advance(one, static_cast<std::ptrdiff_t>(maker.pick(0, stories.size() - 1)));
        return one->first;
    }
    // How many of the shingles that one article has, at most, are known to be such without a look-up.
    double known_as_rare(Loader& loader) {
        std::size_t rare = 0;
        std::size_t known = 0;
        for (const auto& [shingle, ids] : model) {
            if (ids.size() > 1) continue;
            ++rare;
            known += loader.index.has_one_at_most(shingle) ? 1 : 0;
        }
        return static_cast<double>(known) / static_cast<double>(rare);
    }
    void check(Loader& loader, std::size_t most = tiny.found) {
        for (const auto& [shingle, ids] : model) {
            if (ids.size() > 1) CHECK_FALSE(loader.index.has_one_at_most(shingle));
            std::vector<ShingleEntry> expected;
            for (const std::int64_t id : ids)
                if (expected.size() < most)
                    expected.push_back(
                        ShingleEntry::of(shingle, id, stories.at(id).opening, stories.at(id).is_long));
            if (loader.index.find(shingle) != expected) {
                INFO(shingle);
                CHECK(loader.index.find(shingle) == expected);
            }
        }
        CHECK(loader.index.find(5).empty());
    }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "shingle index: finds what was added and not what was removed", "[copies]") {
    IndexSettings without_filters = tiny;
    without_filters.runs.filter_bytes = 0;
    IndexSettings little_room = tiny;
    little_room.runs.filter_bytes = 600;
    IndexSettings few_found = tiny;
    few_found.found = 3;
    const IndexSettings settings = GENERATE_COPY(tiny, without_filters, little_room, few_found);
    Loader loader(path, settings);
    for (int transaction = 0; transaction < 150; ++transaction) {
        loader.begin();
        for (std::size_t i = maker.pick(1, 30); i > 0; --i) {
            add(loader);
            if (maker.pick(0, 4) == 0) remove(loader, any());
        }
        if (transaction % 10 == 0) check(loader, settings.found);
        loader.commit();
    }
    loader.begin();
    check(loader, settings.found);
    loader.commit();
    CHECK(loader.number("SELECT max(entries) FROM shingle_run") > 60);
    CHECK(loader.number("SELECT max(runs) FROM (SELECT count(*) AS runs FROM shingle_run GROUP BY bucket)") <
          6);
    CHECK(loader.number("SELECT count(*) FROM shingle_block WHERE length(entries) > 64") == 0);
    // No block is left of a run that is gone, and none is missing.
    CHECK(loader.number("SELECT count(*) FROM shingle_block") ==
          loader.number("SELECT sum(length(firsts) / 8) FROM shingle_run"));
    // Nothing is left of what was removed, and no entry is there twice, when everything goes.
    loader.begin();
    while (!stories.empty()) remove(loader, stories.begin()->first);
    loader.commit();
    CHECK(loader.number("SELECT total(length(entries)) FROM shingle_block") == 0);
    CHECK(loader.number("SELECT count(*) FROM recent_story") == 0);
}

TEST_CASE_METHOD(Fixture, "shingle index: what is undone was never there", "[copies]") {
    Loader loader(path);
    for (int transaction = 0; transaction < 60; ++transaction) {
        const auto kept_model = model;
        const auto kept_stories = stories;
        loader.begin();
        for (int i = 0; i < 15; ++i) add(loader);
        if (transaction % 3 == 0) {
            loader.rollback();
            model = kept_model;
            stories = kept_stories;
        } else {
            add(loader);
            check(loader);
            loader.commit();
        }
    }
    loader.begin();
    check(loader);
    CHECK(loader.number("SELECT max(entries) FROM shingle_run") > 20);
}

TEST_CASE_METHOD(Fixture, "shingle index: two loaders see what the other one writes", "[copies]") {
    Loader first(path);
    Loader second(path);
    for (int transaction = 0; transaction < 120; ++transaction) {
        Loader& loader = maker.pick(0, 1) == 0 ? first : second;
        loader.begin();
        if (transaction % 8 == 0) check(loader);
        for (int i = 0; i < 15; ++i) add(loader);
        remove(loader, any());
        if (transaction % 7 == 0) check(loader);
        loader.commit();
    }
    for (Loader* loader : {&first, &second}) {
        loader->begin();
        check(*loader);
        loader->commit();
    }
    Loader third(path);
    third.begin();
    check(third);
}

TEST_CASE_METHOD(Fixture, "shingle index: an article that is added again is there once", "[copies]") {
    Loader loader(path);
    std::vector<std::int64_t> ids;
    for (int transaction = 0; transaction < 20; ++transaction) {
        loader.begin();
        for (int i = 0; i < 10; ++i) ids.push_back(add(loader));
        for (int i = 0; i < 5; ++i) {
            const std::int64_t again = any();
            loader.index.add(again, stories.at(again));
        }
        check(loader);
        loader.commit();
    }
    loader.begin();
    for (const std::int64_t id : ids) remove(loader, id);
    check(loader);
    loader.commit();
    CHECK(loader.number("SELECT total(length(entries)) FROM shingle_block") == 0);
}

TEST_CASE_METHOD(Fixture, "shingle index: knows of most shingles that one article has that it is one",
                 "[copies]") {
    {
        Loader loader(path);
        for (int transaction = 0; transaction < 30; ++transaction) {
            loader.begin();
            for (int i = 0; i < 5; ++i) add(loader);
            loader.commit();
        }
        loader.begin();
        check(loader);
        CHECK(known_as_rare(loader) > 0.8);
        loader.commit();
        // As in the runs of an older database: then they are looked up.
        loader.connection.exec("UPDATE shingle_run SET shared = NULL");
    }
    Loader loader(path);
    loader.begin();
    check(loader);
    CHECK(known_as_rare(loader) < 0.5);
    for (int i = 0; i < 60; ++i) add(loader);
    check(loader);
    loader.commit();
}

TEST_CASE("shingle filter: has all that was added, and little else", "[copies]") {
    for (const std::size_t shingles : {0U, 1U, 100U, 20'000U})
        for (const std::size_t bits : {7U, 10U}) {
            ShingleFilter filter(shingles, bits);
            for (std::uint64_t i = 0; i < shingles; ++i) filter.add(128 * i * i);
            std::size_t missing = 0;
            for (std::uint64_t i = 0; i < shingles; ++i) missing += filter.may_have(128 * i * i) ? 0 : 1;
            CHECK(missing == 0);
            std::size_t wrong = 0;
            for (std::uint64_t i = 0; i < 20'000; ++i) wrong += filter.may_have(128 * i * i + 1) ? 1 : 0;
            INFO(shingles << " shingles, " << bits << " bits");
            CHECK(wrong < (bits == 7 ? 1200 : 400));
            CHECK(ShingleFilter(filter.bytes()).may_have(1) == filter.may_have(1));
        }
    CHECK_FALSE(ShingleFilter().may_have(1));
}
