#include "store/database.hpp"

#include <SQLiteCpp/Statement.h>
#include <atomic>
#include <exception>
#include <fmt/format.h>
#include <map>
#include <sqlite3.h>
#include <stdexcept>
#include <system_error>
#include <thread>
#include <utility>

#include "store/checkpointer.hpp"
#include "store/connection.hpp"
#include "store/function.hpp"
#include "store/index_words.hpp"
#include "store/kept_rows.hpp"
#include "store/migrations.hpp"
#include "store/migrator.hpp"
#include "store/query.hpp"
#include "store/rate_table.hpp"
#include "store/second_reader.hpp"
#include "store/writer.hpp"

namespace figbook {
namespace {

// None where the system has none to give.
template <class Work>
std::thread thread_if_any(Work work) {
    try {
        return std::thread(std::move(work));
    } catch (const std::system_error&) {
        return {};
    }
}

}  // namespace

struct Database::Connection {
    using Clock = std::chrono::steady_clock;

    Connection(std::filesystem::path file, OpenMode open_mode)
        : path(std::move(file)),
          mode(open_mode),
          database(open_connection(path, mode)),
          writer(database),
          queries(database) {
        if (mode == OpenMode::read_write) checkpointer.emplace(path, database.getHandle());
    }

    bool in_transaction() const { return sqlite3_get_autocommit(database.getHandle()) == 0; }

    void set_deadline(std::optional<Clock::time_point> until) {
        deadline = until;
        watch(database.getHandle());
        if (second) watch(second->handle());
    }

    // SQLite asks after each thousand steps of its machine, which take some ten microseconds.
    void watch(sqlite3* handle) {
        constexpr int steps = 1000;
        const auto is_over = [](void* self) {
            return Clock::now() >= *static_cast<Connection*>(self)->deadline ? 1 : 0;
        };
        if (deadline)
            sqlite3_progress_handler(handle, steps, is_over, this);
        else
            sqlite3_progress_handler(handle, 0, nullptr, nullptr);
    }

    // Before a transaction begins. A lock that others have for a moment is none to wait for.
    void note_state() {
        is_noted = false;
        if (!second) return;
        try {
            second->note_state();
            is_noted = true;
        } catch (const SQLite::Exception&) {
            return;
        }
    }

    // A statement that does little is over before SQLite asks; of many of those each would still run.
    void refuse_when_late() const {
        if (deadline && Clock::now() >= *deadline) throw_broken(path, SQLITE_INTERRUPT, "");
    }

    std::filesystem::path path;
    OpenMode mode;
    std::optional<Clock::time_point> deadline;
    bool has_failed = false;  // a part of the transaction, which is half written now
    Functions functions;
    SQLite::Database database;
    std::optional<Checkpointer> checkpointer;
    // After the database: their statements must be gone before the file is closed.
    Writer writer;
    Queries queries;
    std::map<std::string, KeptTable> kept_tables;
    std::optional<SecondReader> second;
    bool is_noted = false;                          // the state in which it may read, by this transaction
    std::atomic<sqlite3*> second_handle = nullptr;  // for who interrupts
};

Database::Database(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Database Database::open(const std::filesystem::path& path, OpenMode mode) {
    auto connection = std::make_unique<Connection>(path, mode);
    const std::vector<Migration> migrations = known_migrations();
    if (mode == OpenMode::read_write) {
        migrate(connection->database, path, migrations);
        Database database(std::move(connection));
        database.link_waiting();
        return database;
    }
    if (const auto missing = pending(connection->database, path, migrations); !missing.empty()) {
        throw EnvironmentError(Problem{
            fmt::format("the database is older than this program: it lacks {}", missing.front().label()),
            fmt::format("upgrade it with: figbook migrate --db {}", path.string()), path.string(), 0,
            std::nullopt});
    }
    return Database(std::move(connection));
}

Database Database::beside() const {
    auto connection = std::make_unique<Connection>(connection_->path, OpenMode::read_only);
    guarded(connection->path, [&] { keep_small(connection->database); });
    return Database(std::move(connection));
}

PutResult Database::put(const Article& article, const std::vector<Claim>& claims,
                        std::string_view extracted_by) {
    return put_read(article, claims, extracted_by, std::nullopt);
}

PutResult Database::put(const Article& article, const std::vector<Claim>& claims,
                        std::string_view extracted_by, Story story) {
    return put_read(article, claims, extracted_by, std::move(story));
}

PutResult Database::put_read(const Article& article, const std::vector<Claim>& claims,
                             std::string_view extracted_by, std::optional<Story> story) {
    PutResult result{};
    write([&] { result = connection_->writer.put(article, claims, extracted_by, std::move(story)); });
    return result;
}

void Database::look_for_copies_beside() {
    try {
        connection_->writer.look_for_copies_beside(connection_->path);
    } catch (const std::exception&) {
        // The thread that writes does it too, and says what is wrong with the file.
    }
}

bool Database::remove(std::int64_t document_id) {
    bool removed = false;
    write([&] { removed = connection_->writer.remove(document_id); });
    return removed;
}

bool Database::replace_claims(std::int64_t document_id, const std::vector<Claim>& claims,
                              std::string_view extracted_by) {
    bool is_there = false;
    write([&] { is_there = connection_->writer.replace_claims(document_id, claims, extracted_by); });
    return is_there;
}

std::int64_t Database::add_review(const Review& review) {
    std::int64_t id = 0;
    write([&] { id = connection_->writer.add_review(review); });
    return id;
}

// In the transaction that is open, or in one of its own.
void Database::write(const std::function<void()>& work) {
    if (!connection_->in_transaction()) return transaction(work);
    guarded(connection_->path, [&] {
        try {
            work();
        } catch (...) {
            connection_->has_failed = true;
            throw;
        }
    });
}

// After an upgrade these are all articles: in steps, so that others may write in between, and that what is done
// stays done.
void Database::link_waiting() {
    constexpr std::size_t step = 1000;
    const auto waits = [&] { return !query("SELECT 1 FROM unlinked LIMIT 1").rows.empty(); };
    while (waits()) transaction([&] { connection_->writer.link_waiting(step); });
}

std::int64_t Database::more_copies() const {
    return connection_->writer.more_copies();
}

Table Database::query(std::string_view sql, const Parameters& parameters) const {
    connection_->refuse_when_late();
    return guarded(connection_->path, [&] { return connection_->queries.run(sql, parameters); });
}

void Database::for_each_row(std::string_view sql, const Parameters& parameters,
                            const std::function<void(const std::vector<Value>&)>& row) const {
    connection_->refuse_when_late();
    guarded(connection_->path, [&] { connection_->queries.run(sql, parameters, row); });
}

std::shared_ptr<KeptRows> Database::new_rows(const KeptColumns& table,
                                             const std::vector<std::string>& columns) const {
    return guarded(connection_->path, [&] {
        auto& tables = connection_->kept_tables;
        auto known = tables.find(table.name);
        if (known == tables.end())
            known = tables
                        .emplace(table.name,
                                 KeptTable(connection_->database.getHandle(), table.name, table.columns))
                        .first;
        return known->second.keep(columns);
    });
}

void Database::keep_rows(KeptRows& rows, std::string_view sql, const Parameters& parameters) const {
    connection_->refuse_when_late();
    guarded(connection_->path, [&] { connection_->queries.run(sql, parameters, rows); });
}

void Database::prepare_parts() {
    if (connection_->mode != OpenMode::read_only || connection_->second ||
        std::thread::hardware_concurrency() < 2)
        return;
    try {
        connection_->second.emplace(connection_->path, connection_->database.getHandle());
        connection_->watch(connection_->second->handle());
        connection_->second_handle = connection_->second->handle();
    } catch (const std::exception&) {
        // One reader does it too, and says what is wrong with the file.
        connection_->second.reset();
    }
}

void Database::keep_rows_of_parts(KeptRows& rows, std::string_view sql,
                                  const std::vector<Parameters>& parts) const {
    connection_->refuse_when_late();
    guarded(connection_->path, [&] {
        if (connection_->is_noted && parts.size() > 1) return keep_rows_beside(rows, sql, parts);
        for (const Parameters& part : parts) connection_->queries.run(sql, part, rows);
    });
}

// What goes wrong in the thread is left to the first reader, which meets it too; but whoever is interrupted there is.
void Database::keep_rows_beside(KeptRows& rows, std::string_view sql,
                                const std::vector<Parameters>& parts) const {
    SecondReader& second = *connection_->second;
    second.share(connection_->kept_tables);
    KeptRows last = rows.without_rows();
    bool is_read = false;
    std::exception_ptr interrupted;
    std::thread beside = thread_if_any([&] {
        try {
            is_read = second.read(sql, parts.back(), last);
        } catch (const SQLite::Exception& error) {
            if (error.getErrorCode() == SQLITE_INTERRUPT) interrupted = std::current_exception();
        } catch (...) {
            is_read = false;
        }
    });
    const auto join = [&] {
        if (beside.joinable()) beside.join();
    };
    try {
        for (std::size_t i = 0; i + 1 < parts.size(); ++i) connection_->queries.run(sql, parts[i], rows);
    } catch (...) {
        sqlite3_interrupt(second.handle());
        join();
        throw;
    }
    join();
    if (interrupted) std::rethrow_exception(interrupted);
    if (is_read)
        rows.take(last);
    else
        connection_->queries.run(sql, parts.back(), rows);
}

std::vector<IndexWord> Database::words(std::string_view text) const {
    return guarded(connection_->path, [&] { return IndexWords(connection_->database.getHandle())(text); });
}

void Database::define(const std::string& name, int arguments, SqlFunction function) {
    guarded(connection_->path, [&] {
        connection_->functions.define(connection_->database.getHandle(), name, arguments,
                                      std::move(function));
    });
}

void Database::set_deadline(std::optional<std::chrono::steady_clock::time_point> deadline) {
    connection_->set_deadline(deadline);
}

void Database::release_memory() {
    guarded(connection_->path, [&] {
        sqlite3_db_release_memory(connection_->database.getHandle());
        if (connection_->mode == OpenMode::read_only) map_anew(connection_->database);
        if (connection_->second) connection_->second->release_memory();
    });
}

void Database::interrupt() {
    sqlite3_interrupt(connection_->database.getHandle());
    if (sqlite3* second = connection_->second_handle) sqlite3_interrupt(second);
}

void Database::transaction(const std::function<void()>& work) {
    guarded(connection_->path, [&] {
        // IMMEDIATE takes the write lock now, waiting for others; a read that turns into a write cannot wait.
        const bool writes = connection_->mode == OpenMode::read_write;
        connection_->note_state();
        connection_->database.exec(writes ? "BEGIN IMMEDIATE" : "BEGIN");
        connection_->has_failed = false;
        try {
            work();
            if (connection_->has_failed) throw std::logic_error("a transaction of which a part failed");
            connection_->writer.finish();
            connection_->database.exec("COMMIT");
            connection_->is_noted = false;
        } catch (...) {
            connection_->is_noted = false;
            connection_->database.tryExec("ROLLBACK");
            connection_->writer.forget();
            throw;
        }
    });
}

void Database::sort_claims() {
    write([&] { connection_->writer.lookups().sort(); });
}

std::vector<std::int64_t> Database::take_stale_facts(std::size_t most) {
    std::vector<std::int64_t> facts;
    write([&] { facts = connection_->writer.facts().take_stale(most); });
    return facts;
}

void Database::put_fact(const FactRow& row) {
    write([&] { connection_->writer.facts().put(row); });
}

void Database::put_fact_claim(const FactClaimRow& row) {
    write([&] { connection_->writer.facts().put(row); });
}

void Database::erase_fact(std::int64_t fact_id) {
    write([&] { connection_->writer.facts().erase(fact_id); });
}

std::vector<std::int64_t> Database::untracked(std::size_t most) const {
    return guarded(connection_->path, [&] { return connection_->writer.facts().untracked(most); });
}

void Database::set_facts(std::int64_t document_id, const std::vector<std::optional<std::int64_t>>& facts) {
    write([&] {
        connection_->writer.lookups().distrust();
        connection_->writer.facts().set(document_id, facts);
    });
}

std::size_t Database::put_rates(const std::vector<RateRow>& rows) {
    std::size_t changed = 0;
    transaction([&] { changed = write_rates(connection_->database, rows); });
    return changed;
}

std::vector<RateRow> Database::rates(std::string_view currency) const {
    return guarded(connection_->path, [&] { return read_rates(connection_->database, currency); });
}

}  // namespace figbook
