// Prepared statements that are kept, and binding that keeps count by itself. Inside the store only.
//
//     Statements statements(connection);
//     SQLite::Statement& insert = statements.ready("INSERT INTO publication (name) VALUES (?)");
//     Binder(insert).text(name);
//     insert.exec();
#pragma once
#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace figbook {

class Statements {
 public:
    explicit Statements(SQLite::Database& connection) : connection_(connection) {}

    // Prepared once, then reset and without bindings; `sql` must be a literal.
    SQLite::Statement& ready(const char* sql) {
        SQLite::Statement& statement = kept_.try_emplace(sql, connection_, sql).first->second;
        statement.tryReset();  // reset() would throw again what the last step threw
        statement.clearBindings();
        return statement;
    }

    // To be called before a commit: a query that is still at a row holds the database as it was when it began, and
    // the write-ahead log could not be emptied into the file.
    void reset() {
        for (auto& [sql, statement] : kept_) statement.tryReset();
    }

 private:
    SQLite::Database& connection_;
    std::unordered_map<std::string_view, SQLite::Statement> kept_;
};

// A blob as it lies in the statement: it holds until the next row.
inline std::string_view bytes_of(const SQLite::Column& column) {
    return {static_cast<const char*>(column.getBlob()), static_cast<std::size_t>(column.getBytes())};
}

// Binds the parameters ?1, ?2, ... in the order of the calls.
class Binder {
 public:
    explicit Binder(SQLite::Statement& statement) : statement_(statement) {}

    Binder& integer(std::int64_t value) {
        statement_.bind(++index_, value);
        return *this;
    }
    Binder& flag(bool value) { return integer(value ? 1 : 0); }
    Binder& real(double value) {
        statement_.bind(++index_, value);
        return *this;
    }
    Binder& text(std::string_view value) {
        statement_.bind(++index_, std::string(value));
        return *this;
    }
    // Not copied: it must be there, unchanged, until the statement has run.
    Binder& kept(const std::string& value) {
        statement_.bindNoCopy(++index_, value);
        return *this;
    }
    Binder& kept(std::string&&) = delete;
    Binder& blob(std::string_view value) {
        statement_.bind(++index_, static_cast<const void*>(value.data()), static_cast<int>(value.size()));
        return *this;
    }
    Binder& null() {
        statement_.bind(++index_);
        return *this;
    }
    // "" is NULL: not known.
    Binder& text_or_null(std::string_view value) { return value.empty() ? null() : text(value); }
    Binder& kept_or_null(const std::string& value) { return value.empty() ? null() : kept(value); }
    Binder& kept_or_null(std::string&&) = delete;
    Binder& integer_or_null(std::optional<std::int64_t> value) { return value ? integer(*value) : null(); }

 private:
    SQLite::Statement& statement_;
    int index_ = 0;
};

}  // namespace figbook
