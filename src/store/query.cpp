// SQLite's own interface, where SQLite::Statement cannot say whether a statement changes anything and whether
// more text follows it.
#include "store/query.hpp"

#include <SQLiteCpp/Exception.h>
#include <algorithm>
#include <sqlite3.h>
#include <stdexcept>

#include "store/kept_rows.hpp"

namespace figbook {
namespace {

// More than all that a load or a page asks; what goes beyond is put together for one answer, as filters are.
constexpr std::size_t most_kept = 64;

struct Bind {
    sqlite3_stmt* statement;
    int index;

    int operator()(std::monostate) const { return sqlite3_bind_null(statement, index); }
    int operator()(std::int64_t value) const { return sqlite3_bind_int64(statement, index, value); }
    int operator()(double value) const { return sqlite3_bind_double(statement, index, value); }
    int operator()(const std::string& value) const {
        return sqlite3_bind_text64(statement, index, value.data(), value.size(), SQLITE_TRANSIENT,
                                   SQLITE_UTF8);
    }
};

void bind_all(sqlite3* handle, sqlite3_stmt* statement, const Parameters& parameters) {
    for (int index = 1; index <= sqlite3_bind_parameter_count(statement); ++index) {
        const char* raw = sqlite3_bind_parameter_name(statement, index);
        const std::string_view name = raw == nullptr ? "?" : raw;
        const auto found = std::find_if(parameters.begin(), parameters.end(),
                                        [&](const auto& parameter) { return parameter.first == name; });
        if (found == parameters.end())
            throw std::logic_error("no value given for the parameter " + std::string(name));
        const int code = std::visit(Bind{statement, index}, found->second);
        if (code != SQLITE_OK) throw SQLite::Exception(handle, code);
    }
}

Value cell(sqlite3_stmt* statement, int column) {
    switch (sqlite3_column_type(statement, column)) {
        case SQLITE_NULL:
            return std::monostate{};
        case SQLITE_INTEGER:
            return std::int64_t{sqlite3_column_int64(statement, column)};
        case SQLITE_FLOAT:
            return sqlite3_column_double(statement, column);
        default: {
            // As bytes: for a text SQLite would first copy it, with a zero behind it.
            const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, column));
            const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
            return size == 0 ? std::string() : std::string(bytes, size);
        }
    }
}

}  // namespace

void Queries::Finalize::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

Queries::Prepared Queries::prepare(std::string_view sql) const {
    sqlite3* handle = connection_.getHandle();
    sqlite3_stmt* statement = nullptr;
    const char* rest = nullptr;
    const int code = sqlite3_prepare_v2(handle, sql.data(), static_cast<int>(sql.size()), &statement, &rest);
    Prepared prepared(statement);
    if (code != SQLITE_OK) throw SQLite::Exception(handle, code);
    if (!prepared) throw std::logic_error("a query without a statement");
    if (sqlite3_stmt_readonly(statement) == 0)
        throw std::logic_error("a query that would change the database: " + std::string(sql));
    sqlite3_stmt* next = nullptr;
    const auto left = static_cast<int>(sql.data() + sql.size() - rest);
    // Comments and blanks behind the first statement prepare to nothing.
    const int next_code = sqlite3_prepare_v2(handle, rest, left, &next, nullptr);
    const Prepared second(next);
    if (next_code != SQLITE_OK || second)
        throw std::logic_error("a query of more than one statement: " + std::string(sql));
    return prepared;
}

// The statement belongs to the caller while it runs: the same query may be asked again before that has ended.
Queries::Prepared Queries::take(const std::string& sql) {
    const auto found = kept_.find(sql);
    if (found == kept_.end()) return prepare(sql);
    Prepared prepared = std::move(found->second);
    kept_.erase(found);
    return prepared;
}

// One that is still at a row would hold the database as it was when it began.
void Queries::keep(const std::string& sql, Prepared prepared) {
    sqlite3_reset(prepared.get());
    sqlite3_clear_bindings(prepared.get());
    if (kept_.size() >= most_kept) kept_.clear();
    kept_.insert_or_assign(sql, std::move(prepared));
}

// `start` is told of how many columns there are, before the first row.
template <class Start, class Take>
void Queries::step(std::string_view sql, const Parameters& parameters, const Start& start, const Take& take) {
    sqlite3* handle = connection_.getHandle();
    const std::string key(sql);
    Prepared prepared = this->take(key);
    sqlite3_stmt* statement = prepared.get();
    bind_all(handle, statement, parameters);
    int code = sqlite3_step(statement);
    // Only now: the first step prepares anew where the schema has changed.
    const int count = sqlite3_column_count(statement);
    start(statement, count);
    for (; code == SQLITE_ROW; code = sqlite3_step(statement)) take(statement, count);
    if (code != SQLITE_DONE) throw SQLite::Exception(handle, code);
    keep(key, std::move(prepared));
}

Table Queries::run(std::string_view sql, const Parameters& parameters) {
    Table table;
    step(
        sql, parameters,
        [&](sqlite3_stmt* statement, int count) {
            for (int column = 0; column < count; ++column)
                table.columns.emplace_back(sqlite3_column_name(statement, column));
        },
        [&](sqlite3_stmt* statement, int count) {
            std::vector<Value>& row = table.rows.emplace_back();
            row.reserve(static_cast<std::size_t>(count));
            for (int column = 0; column < count; ++column) row.push_back(cell(statement, column));
        });
    return table;
}

void Queries::run(std::string_view sql, const Parameters& parameters, const TakeRow& row) {
    std::vector<Value> cells;
    step(
        sql, parameters, [](sqlite3_stmt*, int) {},
        [&](sqlite3_stmt* statement, int count) {
            cells.clear();
            for (int column = 0; column < count; ++column) cells.push_back(cell(statement, column));
            row(cells);
        });
}

void Queries::run(std::string_view sql, const Parameters& parameters, KeptRows& rows) {
    step(
        sql, parameters,
        [&](sqlite3_stmt*, int count) {
            if (static_cast<std::size_t>(count) != rows.width())
                throw std::logic_error("a query of other columns than are kept: " + std::string(sql));
        },
        [&](sqlite3_stmt* statement, int) { rows.add(statement); });
}

}  // namespace figbook
