// Writes an article and its claims. Inside the store only; see Database::put for what it promises.
//
//     Writer writer(connection);
//     writer.put(article, claims, "1");   // inside a transaction of the caller
#pragma once
#include <SQLiteCpp/Database.h>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "store/claim_lookups.hpp"
#include "store/copies.hpp"
#include "store/copies_beside.hpp"
#include "store/database.hpp"
#include "store/fact_table.hpp"
#include "store/review_table.hpp"
#include "store/search_index.hpp"
#include "store/statements.hpp"

namespace figbook {

class Writer {
 public:
    explicit Writer(SQLite::Database& connection)
        : statements_(connection),
          copies_(statements_),
          search_(statements_),
          reviews_(statements_),
          facts_(statements_),
          lookups_(statements_) {}

    // Throws std::invalid_argument for claims that do not fit the article: a span outside of its text, or a
    // relation to a claim that is not there. `story` is what read_story() makes of the article's text,
    // where that was done already.
    PutResult put(const Article& article, const std::vector<Claim>& claims, std::string_view extracted_by,
                  std::optional<Story> story);
    // Deletes an article with its claims; the newest other version at its address is the current one then. False
    // where there is none of that number.
    bool remove(std::int64_t id);
    // False where there is no article of that number.
    bool replace_claims(std::int64_t id, const std::vector<Claim>& claims, std::string_view extracted_by);
    // What claims say of the kind of a source is looked up for it.
    std::int64_t add_review(const Review& review) {
        lookups_.sort();
        return reviews_.add(review);
    }
    // From then on copies are looked for in a thread of its own. Outside of transactions; throws where none can be had.
    void look_for_copies_beside(const std::filesystem::path& path) {
        if (!copies_beside_) copies_beside_ = std::make_unique<CopiesBeside>(path, copies_);
    }
    // Links up to `most` of the articles that wait for it; false where none does.
    bool link_waiting(std::size_t most) { return copies_here().add_waiting(most); }
    // How many copies there are more than when the database was opened.
    std::int64_t more_copies() const { return copies_.more_copies(); }
    FactTable& facts() { return facts_; }
    ClaimLookups& lookups() { return lookups_; }
    // Before a commit: writes what was kept back, and lets go of what its queries still hold.
    void finish() {
        sources_.clear();
        search_.write();
        if (copies_beside_) copies_beside_->finish();
        copies_.finish();
        are_copies_here_ = false;
        statements_.reset();
    }
    // After a rollback.
    void forget() {
        statements_.reset();
        sources_.clear();
        if (copies_beside_) copies_beside_->drop();
        copies_.undone();
        are_copies_here_ = false;
        search_.forget();
        lookups_.forget();
    }

 private:
    struct Stored;
    // name, title, organisation, kind
    using SourceRow = std::tuple<std::string, std::string, std::string, SourceKind>;

    Copies& copies_here();
    void look_for_copies(std::int64_t id, const Article& article, std::optional<Story> story);
    std::optional<Stored> find(std::int64_t id, const Article& article);
    PutResult add(std::int64_t id, const Article& article, const std::vector<Claim>& claims,
                  std::string_view extracted_by, std::optional<Story> story);
    PutResult refresh(std::int64_t id, const Stored& stored, const Article& article,
                      const std::vector<Claim>& claims, std::string_view extracted_by);
    void insert_article(std::int64_t id, const Article& article, std::string_view url, std::int64_t version,
                        bool is_current, std::string_view extracted_by);
    void update_article(std::int64_t id, const Article& known, std::string_view extracted_by);
    bool outdated(std::string_view url, const Article& article);
    void make_current(std::int64_t id, std::string_view url);
    bool is_current(std::int64_t id);
    void set_current(std::int64_t id, bool current);
    void retire(std::string_view url);
    void replace_claims(std::int64_t id, const std::vector<Claim>& claims);
    void insert_claims(std::int64_t id, const std::vector<Claim>& claims);
    void insert_claim(std::int64_t id, std::size_t ordinal, const Claim& claim);
    std::optional<std::int64_t> publication_id(std::string_view name);
    std::int64_t source_id(const Source& source);

    Statements statements_;
    // The numbers of those that this transaction has given or seen: few are named in many articles.
    std::map<SourceRow, std::int64_t> sources_;
    Copies copies_;
    SearchIndex search_;
    ReviewTable reviews_;
    FactTable facts_;
    ClaimLookups lookups_;
    bool are_copies_here_ = false;                 // for the rest of the transaction
    std::unique_ptr<CopiesBeside> copies_beside_;  // the last member: its thread ends before the others go
};

}  // namespace figbook
