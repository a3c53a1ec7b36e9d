#include "bench/floor.hpp"

#include <algorithm>
#include <chrono>
#include <compare>
#include <fmt/format.h>
#include <memory>
#include <sqlite3.h>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "bench/child.hpp"
#include "pipeline/pipeline.hpp"
#include "store/connection.hpp"

namespace figbook::bench {
namespace {

void check(int code, sqlite3* database) {
    if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE)
        throw std::runtime_error(std::string("SQLite says: ") + sqlite3_errmsg(database));
}

void execute(sqlite3* database, const std::string& sql) {
    check(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr), database);
}

struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

Statement prepare(sqlite3* database, const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v3(database, sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr),
          database);
    return Statement(statement);
}

struct Blob {
    std::string bytes;
    friend auto operator<=>(const Blob&, const Blob&) = default;
};
using Cell = std::variant<std::monostate, sqlite3_int64, double, std::string, Blob>;
using Row = std::vector<Cell>;

Cell read_cell(sqlite3_stmt* row, int column) {
    switch (sqlite3_column_type(row, column)) {
        case SQLITE_NULL:
            return std::monostate();
        case SQLITE_INTEGER:
            return sqlite3_column_int64(row, column);
        case SQLITE_FLOAT:
            return sqlite3_column_double(row, column);
        case SQLITE_BLOB:
            return Blob{std::string(static_cast<const char*>(sqlite3_column_blob(row, column)),
                                    static_cast<std::size_t>(sqlite3_column_bytes(row, column)))};
        default:
            return std::string(reinterpret_cast<const char*>(sqlite3_column_text(row, column)),
                               static_cast<std::size_t>(sqlite3_column_bytes(row, column)));
    }
}

Row read_row(sqlite3_stmt* row) {
    Row cells;
    for (int column = 0; column < sqlite3_column_count(row); ++column)
        cells.push_back(read_cell(row, column));
    return cells;
}

void bind(sqlite3_stmt* statement, int place, const Cell& cell) {
    if (const auto* number = std::get_if<sqlite3_int64>(&cell))
        sqlite3_bind_int64(statement, place, *number);
    else if (const auto* real = std::get_if<double>(&cell))
        sqlite3_bind_double(statement, place, *real);
    else if (const auto* text = std::get_if<std::string>(&cell))
        sqlite3_bind_text64(statement, place, text->data(), text->size(), SQLITE_STATIC, SQLITE_UTF8);
    else if (const auto* blob = std::get_if<Blob>(&cell))
        sqlite3_bind_blob64(statement, place, blob->bytes.data(), blob->bytes.size(), SQLITE_STATIC);
    else
        sqlite3_bind_null(statement, place);
}

std::vector<Row> rows_of(sqlite3* database, const std::string& sql) {
    const Statement statement = prepare(database, sql);
    std::vector<Row> rows;
    while (sqlite3_step(statement.get()) == SQLITE_ROW) rows.push_back(read_row(statement.get()));
    return rows;
}

std::string text_of(const Cell& cell) {
    return std::get<std::string>(cell);
}

// A table, and how its rows are read from the one database and put into the other.
class Table {
 public:
    Table(sqlite3* from, sqlite3* into, const std::string& name, const std::string& which)
        : into_(into), select_(prepare(from, fmt::format("SELECT * FROM {} {}", name, which))) {
        std::string marks = "?";
        for (int column = 1; column < sqlite3_column_count(select_.get()); ++column) marks += ", ?";
        insert_ = prepare(into, fmt::format("INSERT INTO {} VALUES ({})", name, marks));
    }

    void read(const Cell& id) {
        bind(select_.get(), 1, id);
        read();
    }
    void read() {
        while (sqlite3_step(select_.get()) == SQLITE_ROW) rows_.push_back(read_row(select_.get()));
        sqlite3_reset(select_.get());
    }

    std::size_t insert() {
        for (const Row& row : rows_) {
            for (std::size_t i = 0; i < row.size(); ++i) bind(insert_.get(), static_cast<int>(i) + 1, row[i]);
            check(sqlite3_step(insert_.get()), into_);
            sqlite3_reset(insert_.get());
        }
        return rows_.size();
    }

    void forget() { rows_.clear(); }

 private:
    sqlite3* into_;
    Statement select_;
    Statement insert_;
    std::vector<Row> rows_;
};

// Sums up what is spent between start() and stop().
class Watch {
 public:
    void start() {
        wall_ = std::chrono::steady_clock::now();
        cpu_ = processor_time();
    }
    void stop() {
        const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - wall_;
        cost.wall_seconds += passed.count();
        cost.cpu_seconds += processor_time() - cpu_;
    }
    FloorCost cost;

 private:
    std::chrono::steady_clock::time_point wall_;
    double cpu_ = 0;
};

class Floor {
 public:
    Floor(sqlite3* from, sqlite3* into) : from_(from), into_(into) {
        // The index of words is filled from the articles; its own tables are its business.
        for (const Row& row : rows_of(from,
                                      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = "
                                      "'table' AND name NOT LIKE 'sqlite%' AND name <> 'migration'"))
            add_table(text_of(row[0]));
        for (const Row& row : rows_of(from, "SELECT name FROM pragma_table_list WHERE type = 'virtual'"))
            add_index_of_words(text_of(row[0]));
    }

    void run(Watch& watch) {
        std::vector<Cell> batch;
        const std::vector<Row> ids =
            rows_of(from_,
                    "SELECT document_id FROM article "
                    "ORDER BY CAST(substr(origin, length(rtrim(origin, '0123456789')) + 1) AS INTEGER)");
        for (Table& table : before_) table.read();
        for (std::size_t i = 0; i < ids.size(); ++i) {
            batch.push_back(ids[i][0]);
            if (batch.size() == batch_articles || i + 1 == ids.size())
                insert_batch(std::exchange(batch, {}), watch);
        }
        // An article may be a copy of one that came later.
        for (Table& table : after_) table.read();
        watch.start();
        for (Table& table : after_) watch.cost.rows += table.insert();
        watch.stop();
    }

 private:
    void add_table(const std::string& name) {
        const bool by_article =
            !rows_of(from_,
                     fmt::format("SELECT 1 FROM pragma_table_info('{}') WHERE name = 'document_id'", name))
                 .empty();
        if (name == "article_copy") return void(after_.emplace_back(from_, into_, name, ""));
        if (!by_article) return void(before_.emplace_back(from_, into_, name, "ORDER BY 1"));
        if (name != "article")
            execute(from_, fmt::format("CREATE INDEX bench_{0} ON {0} (document_id)", name));
        auto& tables = name == "article" ? articles_ : others_;
        tables.emplace_back(from_, into_, name, "WHERE document_id = ?");
    }

    void add_index_of_words(const std::string& name) {
        std::string columns;
        std::string marks = "?";
        for (const Row& row : rows_of(into_, fmt::format("SELECT name FROM pragma_table_info('{}')", name))) {
            columns += ", " + text_of(row[0]);
            marks += ", ?";
        }
        // The table or view that it is of, as its own statement says: content = 'article'.
        constexpr std::string_view before = "content = '";
        const std::string made = text_of(
            rows_of(into_, fmt::format("SELECT sql FROM sqlite_schema WHERE name = '{}'", name))[0][0]);
        const std::size_t start = made.find(before) + before.size();
        const std::string content = made.substr(start, made.find('\'', start) - start);
        Words words;
        words.select = prepare(
            from_, fmt::format("SELECT document_id{} FROM {} WHERE document_id = ?", columns, content));
        words.insert =
            prepare(into_, fmt::format("INSERT INTO {} (rowid{}) VALUES ({})", name, columns, marks));
        words_.push_back(std::move(words));
    }

    void insert_batch(const std::vector<Cell>& batch, Watch& watch) {
        for (const Cell& id : batch) {
            for (Table& table : articles_) table.read(id);
            for (Table& table : others_) table.read(id);
        }
        for (Words& words : words_) words.read(batch);
        watch.start();
        execute(into_, "BEGIN IMMEDIATE");
        for (auto* tables : {&before_, &articles_, &others_})
            for (Table& table : *tables) watch.cost.rows += table.insert();
        insert_words();
        execute(into_, "COMMIT");
        watch.stop();
        for (auto* tables : {&before_, &articles_, &others_})
            for (Table& table : *tables) table.forget();
    }

    // In the order of the articles' numbers, as a load does.
    void insert_words() {
        for (const Words& words : words_)
            for (const Row& row : words.rows) {
                for (std::size_t i = 0; i < row.size(); ++i)
                    bind(words.insert.get(), static_cast<int>(i) + 1, row[i]);
                check(sqlite3_step(words.insert.get()), into_);
                sqlite3_reset(words.insert.get());
            }
    }

    // An index of words, and what goes into it of some articles.
    struct Words {
        Statement select;
        Statement insert;
        std::vector<Row> rows;

        void read(const std::vector<Cell>& ids) {
            rows.clear();
            for (const Cell& id : ids) {
                bind(select.get(), 1, id);
                while (sqlite3_step(select.get()) == SQLITE_ROW) rows.push_back(read_row(select.get()));
                sqlite3_reset(select.get());
            }
            std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a[0] < b[0]; });
        }
    };

    sqlite3* from_;
    sqlite3* into_;
    std::vector<Table> before_;    // small tables that articles and claims refer to
    std::vector<Table> articles_;  // the one table of articles
    std::vector<Table> others_;    // what belongs to an article
    std::vector<Table> after_;
    std::vector<Words> words_;
};

}  // namespace

FloorCost insert_rows(const std::filesystem::path& from, const std::filesystem::path& into) {
    // It makes the schema; what it sets for a connection is set for this one too.
    Database::open(into, OpenMode::read_write);
    SQLite::Database source(from.string(), SQLite::OPEN_READWRITE);
    Watch watch;
    {
        SQLite::Database target = open_connection(into, OpenMode::read_write);
        Floor(source.getHandle(), target.getHandle()).run(watch);
        watch.start();
    }
    watch.stop();
    return watch.cost;
}

}  // namespace figbook::bench
