// The database: articles and their claims in, rows out. The only door to SQLite; SQLiteCpp stays behind it.
//
//     Database database = Database::open("figbook.db", OpenMode::read_write);   // created or upgraded if need be
//     database.put(article, claims, extractor_version());                       // PutResult::added
//     Table table = database.query("SELECT text, value FROM figures WHERE unit = :unit", {{":unit", "EUR"}});
//
// One object a thread. Everything that goes wrong with the file is an EnvironmentError that names the way out.
#pragma once
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/calendar.hpp"
#include "base/decimal.hpp"
#include "base/problem.hpp"
#include "base/span.hpp"
#include "claim/claim.hpp"
#include "store/review.hpp"
#include "store/story.hpp"
#include "text/article.hpp"

namespace figbook {

// read_write creates the file where there is none and upgrades an older one (a backup copy is made first);
// read_only changes nothing: it refuses a missing file and an older database, and says what to do.
enum class OpenMode { read_only, read_write };

// A cell: NULL, INTEGER, REAL or TEXT.
using Value = std::variant<std::monostate, std::int64_t, double, std::string>;

struct Table {
    std::vector<std::string> columns;
    std::vector<std::vector<Value>> rows;  // each as long as `columns`
};

// A word of a text as the full-text indexes have it, without case and accents, and the bytes that it is.
struct IndexWord {
    std::string text;
    Span span;
};

// A function that statements may call by its name: the cells it is given in, a cell out.
using SqlFunction = std::function<Value(const std::vector<Value>&)>;

// ":name" -> value. Names that the statement does not use are ignored; one that it uses must be there.
using Parameters = std::vector<std::pair<std::string, Value>>;

enum class PutResult {
    added,          // an article that was not there
    already_there,  // the same text at the same address, nothing new known of it: nothing was changed
    new_version,  // another text at an address that was there; the older is kept. The new one is the current
                  // one, unless both have a date and its date is the earlier
    updated       // the same text, but now with a date, headline, ... that differs, or by another extractor
};

// One reference rate: how many units of `currency` one euro was worth on `day`.
struct RateRow {
    std::string currency;  // ISO 4217
    Date day;
    Decimal per_euro;
    std::string source;  // who published it: "ECB"

    friend bool operator==(const RateRow&, const RateRow&) = default;
};

// A query that was broken off, see Database::set_deadline().
class TookTooLong : public EnvironmentError {
 public:
    using EnvironmentError::EnvironmentError;
};

// A row of the table fact, whose comments in schema.sql say what each is. "": NULL.
struct FactRow {
    std::int64_t fact_id = 0;
    std::string subject;
    std::string words;
    std::string kind;
    std::string unit;
    std::string per;
    std::string role;
    std::string period_start;
    std::string period_end;
    std::string period_words;
    std::string first_text;
    std::string last_text;
    std::int64_t claims = 0;
    std::int64_t articles = 0;
    std::int64_t copies = 0;
    std::string first_day;
    std::string last_day;
    std::string standing;
    std::int64_t conflicts = 0;
};

// A row of the table fact_claim.
struct FactClaimRow {
    std::int64_t fact_id = 0;
    std::int64_t document_id = 0;
    std::int64_t ordinal = 0;
    std::string told;
};

class KeptRows;

// A table of rows that are kept in memory, see Database::keep_rows. The first two columns are whole numbers, by which a row
// is looked up.
struct KeptColumns {
    std::string name;
    std::vector<std::string> columns;
};

class Database {
 public:
    // Throws EnvironmentError, with the way out, for a file that cannot be opened, is no figbook database, or
    // was made by a newer figbook.
    static Database open(const std::filesystem::path& path, OpenMode mode);

    // Another one of the same file, to be read in another thread while this one writes: it sees what is committed, and takes
    // little memory.
    Database beside() const;

    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

    // Stores the article and its claims, whole or not at all. `extracted_by` is the version of the extractor.
    PutResult put(const Article& article, const std::vector<Claim>& claims,
                  std::string_view extracted_by = {});
    // The same where `story` is what read_story() has made of the article's text, in another thread perhaps: it is
    // what takes longest of the search for copies.
    PutResult put(const Article& article, const std::vector<Claim>& claims, std::string_view extracted_by,
                  Story story);

    // For a load: the copies of articles that are put from then on are looked for in a thread of its own, while their transaction
    // goes on. What is stored is the same, when it is committed.
    void look_for_copies_beside();

    // Deletes the article with its claims, and links its copies to another original. The newest other version at
    // its address becomes the current one. False where there is no article of that number.
    bool remove(std::int64_t document_id);

    // Writes the claims of the article anew and says who extracted them; its reviews are matched with them, and all else
    // stays. Whole or not at all. False where there is no article of that number.
    bool replace_claims(std::int64_t document_id, const std::vector<Claim>& claims,
                        std::string_view extracted_by);

    // Stores the review with the time, which is now, and with the claim as it is read; returns its number. Throws
    // std::invalid_argument where there is no such claim.
    std::int64_t add_review(const Review& review);

    // How many copies of other articles are known more than when the database was opened; less than 0 where
    // what were copies no longer are.
    std::int64_t more_copies() const;

    // Runs one statement that changes nothing; throws std::logic_error for any other and for a missing
    // parameter.
    Table query(std::string_view sql, const Parameters& parameters = {}) const;

    // The same, a row at a time, of which each is gone when the next one comes: memory does not grow with the result.
    void for_each_row(std::string_view sql, const Parameters& parameters,
                      const std::function<void(const std::vector<Value>&)>& row) const;

    // Rows that later queries read as a table: SELECT text FROM name(:number), where the number is that of the rows. They
    // have some of the table's columns, are gone with the last one who holds them, and not to be changed while such a query runs.
    std::shared_ptr<KeptRows> new_rows(const KeptColumns& table,
                                       const std::vector<std::string>& columns) const;
    // Adds those of a query, whose columns are as many and in that order.
    void keep_rows(KeptRows& rows, std::string_view sql, const Parameters& parameters = {}) const;
    // Adds those of a query that is asked once for each of `parts`, in their order. The last one is asked in a thread of its
    // own at the same time, where this was prepared and nobody has written since the transaction began.
    void keep_rows_of_parts(KeptRows& rows, std::string_view sql, const std::vector<Parameters>& parts) const;
    // To be called before the transaction that reads so: opens a second connection, once. Of no effect where that cannot be.
    void prepare_parts();

    // The words of a text as the full-text indexes article_search and claim_search have them.
    std::vector<IndexWord> words(std::string_view text) const;

    // Makes the function one that queries can call, until the database is closed. It must give the same for the same
    // cells. What it throws ends the query with its words.
    void define(const std::string& name, int arguments, SqlFunction function);

    // Queries that still run then are broken off, and later ones at once, by TookTooLong; none: they take as long as they
    // take. For who must answer in time, as a page must.
    void set_deadline(std::optional<std::chrono::steady_clock::time_point> deadline);
    // What was read of the file is not kept in memory any longer.
    void release_memory();
    // From another thread: what runs is broken off in the same way.
    void interrupt();

    // Runs `work` in one transaction: committed when it returns, rolled back when it throws, or when something that it
    // stored has thrown. Nothing is undone alone: to be able to, SQLite copies each page before it changes, for each
    // article. Does not nest.
    void transaction(const std::function<void()>& work);

    // Writes the claims of all articles that are `unsorted` into the tables by which claims are looked up (schema.sql).
    // What several articles tell is stale then.
    void sort_claims();

    // For track/facts.hpp, which knows what facts are. Facts of which claims came or went since they were written, at most
    // so many: they count as written then.
    std::vector<std::int64_t> take_stale_facts(std::size_t most);
    void put_fact(const FactRow& row);
    void put_fact_claim(const FactClaimRow& row);
    // With the rows of its claims.
    void erase_fact(std::int64_t fact_id);
    // Articles whose claims were stored without their facts, at most so many; and their facts, one for each claim.
    std::vector<std::int64_t> untracked(std::size_t most) const;
    void set_facts(std::int64_t document_id, const std::vector<std::optional<std::int64_t>>& facts);

    // Adds or replaces rates by currency and day, in one transaction; returns how many were new or changed.
    std::size_t put_rates(const std::vector<RateRow>& rows);
    // Every stored rate of the currency, of all where it is "", by currency and day.
    std::vector<RateRow> rates(std::string_view currency = {}) const;

 private:
    struct Connection;
    explicit Database(std::unique_ptr<Connection> connection);

    PutResult put_read(const Article& article, const std::vector<Claim>& claims,
                       std::string_view extracted_by, std::optional<Story> story);
    void write(const std::function<void()>& work);
    void link_waiting();
    void keep_rows_beside(KeptRows& rows, std::string_view sql, const std::vector<Parameters>& parts) const;

    std::unique_ptr<Connection> connection_;
};

}  // namespace figbook
