// Queries: statements that change nothing, and their rows. Inside the store only; see Database::query.
//
//     Queries queries(connection);
//     Table table = queries.run("SELECT name FROM source WHERE kind = :kind", {{":kind", "person"}});
#pragma once
#include <SQLiteCpp/Database.h>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "store/database.hpp"

struct sqlite3_stmt;

namespace figbook {

class KeptRows;

// Keeps what is prepared: a load asks the same few questions for each article, and to prepare one takes longer than to
// answer it. To be gone before the connection is closed.
class Queries {
 public:
    using TakeRow = std::function<void(const std::vector<Value>&)>;

    explicit Queries(SQLite::Database& connection) : connection_(connection) {}

    Table run(std::string_view sql, const Parameters& parameters);

    // Gives each row to `row` as it comes, which may ask another query.
    void run(std::string_view sql, const Parameters& parameters, const TakeRow& row);

    // Adds its rows to those.
    void run(std::string_view sql, const Parameters& parameters, KeptRows& rows);

 private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    using Prepared = std::unique_ptr<sqlite3_stmt, Finalize>;

    template <class Start, class Take>
    void step(std::string_view sql, const Parameters& parameters, const Start& start, const Take& take);
    Prepared prepare(std::string_view sql) const;
    Prepared take(const std::string& sql);
    void keep(const std::string& sql, Prepared prepared);

    SQLite::Database& connection_;
    std::unordered_map<std::string, Prepared> kept_;  // none of them runs
};

}  // namespace figbook
