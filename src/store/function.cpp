#include "store/function.hpp"

#include <SQLiteCpp/Exception.h>
#include <exception>
#include <new>

namespace figbook {
namespace {

void set_cell(Value& cell, sqlite3_value* value) {
    switch (sqlite3_value_type(value)) {
        case SQLITE_NULL:
            cell = std::monostate{};
            break;
        case SQLITE_INTEGER:
            cell = std::int64_t{sqlite3_value_int64(value)};
            break;
        case SQLITE_FLOAT:
            cell = sqlite3_value_double(value);
            break;
        default: {
            // As bytes: for a text SQLite would first copy it, with a zero behind it.
            const auto* bytes = static_cast<const char*>(sqlite3_value_blob(value));
            const auto size = static_cast<std::size_t>(sqlite3_value_bytes(value));
            auto* text = std::get_if<std::string>(&cell);
            if (text == nullptr) text = &cell.emplace<std::string>();
            text->assign(size == 0 ? "" : bytes, size);
        }
    }
}

struct Answer {
    sqlite3_context* context;

    void operator()(std::monostate) const { sqlite3_result_null(context); }
    void operator()(std::int64_t value) const { sqlite3_result_int64(context, value); }
    void operator()(double value) const { sqlite3_result_double(context, value); }
    void operator()(const std::string& value) const {
        sqlite3_result_text64(context, value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    }
};

}  // namespace

// No exception may go through SQLite: it becomes SQLite's error, which the query throws.
void Functions::call(sqlite3_context* context, int count, sqlite3_value** arguments) {
    try {
        auto& [function, cells] = *static_cast<Known*>(sqlite3_user_data(context));
        cells.resize(static_cast<std::size_t>(count));
        for (int i = 0; i < count; ++i) set_cell(cells[static_cast<std::size_t>(i)], arguments[i]);
        std::visit(Answer{context}, function(cells));
    } catch (const std::bad_alloc&) {
        sqlite3_result_error_nomem(context);
    } catch (const std::exception& error) {
        sqlite3_result_error(context, error.what(), -1);
    }
}

void Functions::define(sqlite3* connection, const std::string& name, int arguments, SqlFunction function) {
    const auto [known, is_new] = known_.try_emplace({name, arguments});
    known->second.function = std::move(function);
    if (!is_new) return;
    const int code =
        sqlite3_create_function(connection, name.c_str(), arguments, SQLITE_UTF8 | SQLITE_DETERMINISTIC,
                                &known->second, call, nullptr, nullptr);
    if (code == SQLITE_OK) return;
    known_.erase(known);
    throw SQLite::Exception(connection, code);
}

}  // namespace figbook
