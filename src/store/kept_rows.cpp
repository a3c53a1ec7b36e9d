#include "store/kept_rows.hpp"

#include <SQLiteCpp/Exception.h>
#include <algorithm>
#include <charconv>
#include <cstring>
#include <iterator>
#include <new>
#include <numeric>
#include <sqlite3.h>
#include <stdexcept>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace figbook {

struct KeptTable::Registry {
    std::string declaration;
    std::vector<std::string> columns;
    std::unordered_map<std::int64_t, std::weak_ptr<KeptRows>> rows;
    std::int64_t last = 0;
};

namespace {

using Registry = KeptTable::Registry;

constexpr std::size_t text_block = std::size_t{64} << 10;

// Plans of a query: all rows, in the order that its text says or as they came; those of a key; and one by its rowid.
constexpr int all_rows = 0;
constexpr int by_key = 1;
constexpr int by_row = 2;

struct VirtualTable {
    sqlite3_vtab base;
    Registry* registry;
};

struct Cursor {
    sqlite3_vtab_cursor base;
    std::shared_ptr<const KeptRows> rows;
    const std::vector<std::uint32_t>* order;  // none: as they came
    std::size_t at, end;                      // of the rows, or of their order
    const KeptRows::Cell* cells;              // of the row that it is at

    std::size_t row() const { return order == nullptr ? at : (*order)[at]; }
    void find_cells() {
        if (at < end) cells = rows->cells(row());
    }
};

int fail(sqlite3_vtab* table, const char* message) {
    sqlite3_free(table->zErrMsg);
    table->zErrMsg = sqlite3_mprintf("%s", message);
    return SQLITE_ERROR;
}

using SharedRegistry = std::shared_ptr<Registry>;

int connect(sqlite3* connection, void* given, int, const char* const*, sqlite3_vtab** table, char**) {
    const SharedRegistry& registry = *static_cast<SharedRegistry*>(given);
    const int code = sqlite3_declare_vtab(connection, registry->declaration.c_str());
    if (code != SQLITE_OK) return code;
    auto* made = new (std::nothrow) VirtualTable{{}, registry.get()};
    if (made == nullptr) return SQLITE_NOMEM;
    *table = &made->base;
    return SQLITE_OK;
}

int disconnect(sqlite3_vtab* table) {
    delete reinterpret_cast<VirtualTable*>(table);
    return SQLITE_OK;
}

// Sorted here, rows need not go through a sorter of SQLite's, which packs and unpacks each: "3+0-" is column 3 upwards, then
// the first one downwards.
int give_in_order(sqlite3_index_info* info, std::size_t columns) {
    std::string order;
    for (int i = 0; i < info->nOrderBy; ++i) {
        const auto& term = info->aOrderBy[i];
        if (term.iColumn < 0 || static_cast<std::size_t>(term.iColumn) >= columns) return SQLITE_OK;
        order += std::to_string(term.iColumn) + (term.desc != 0 ? '-' : '+');
    }
    if (order.empty()) return SQLITE_OK;
    info->idxStr = sqlite3_mprintf("%s", order.c_str());
    if (info->idxStr == nullptr) return SQLITE_NOMEM;
    info->needToFreeIdxStr = 1;
    info->orderByConsumed = 1;
    return SQLITE_OK;
}

KeptRows::Order read_order(const char* text) {
    KeptRows::Order order;
    for (const char* end = text + std::strlen(text); text < end; ++text) {
        std::size_t column = 0;
        text = std::from_chars(text, end, column).ptr;
        order.push_back({column, *text == '-'});
    }
    return order;
}

// Which rows is always given, behind the columns; the rowid, or the key where both of its numbers are.
int choose_plan(sqlite3_vtab* table, sqlite3_index_info* info) {
    const auto& columns = reinterpret_cast<VirtualTable*>(table)->registry->columns;
    int number = -1, row = -1, first = -1, second = -1;
    for (int i = 0; i < info->nConstraint; ++i) {
        const auto& constraint = info->aConstraint[i];
        if (constraint.op != SQLITE_INDEX_CONSTRAINT_EQ) continue;
        const bool is_number = constraint.iColumn == static_cast<int>(columns.size());
        if (!constraint.usable) {
            if (is_number) return SQLITE_CONSTRAINT;
            continue;
        }
        if (is_number) number = i;
        if (constraint.iColumn < 0) row = i;
        if (constraint.iColumn == 0) first = i;
        if (constraint.iColumn == 1) second = i;
    }
    // Without that there is nothing to be read, though SQLite may ask what it would take, as for one side of an OR.
    if (number < 0) return SQLITE_CONSTRAINT;
    info->aConstraintUsage[number].argvIndex = 1;
    info->aConstraintUsage[number].omit = 1;
    info->estimatedCost = 1000;
    info->estimatedRows = 1000;
    info->idxNum = all_rows;
    if (row < 0 && (first < 0 || second < 0)) return give_in_order(info, columns.size());
    if (row >= 0) {
        info->aConstraintUsage[row].argvIndex = 2;
        info->aConstraintUsage[row].omit = 1;
        info->idxNum = by_row;
    } else {
        info->aConstraintUsage[first].argvIndex = 2;
        info->aConstraintUsage[second].argvIndex = 3;
        info->idxNum = by_key;
    }
    info->estimatedCost = 1;
    info->estimatedRows = 1;
    return SQLITE_OK;
}

int open(sqlite3_vtab*, sqlite3_vtab_cursor** cursor) {
    auto* made = new (std::nothrow) Cursor{};
    if (made == nullptr) return SQLITE_NOMEM;
    *cursor = &made->base;
    return SQLITE_OK;
}

int close(sqlite3_vtab_cursor* cursor) {
    delete reinterpret_cast<Cursor*>(cursor);
    return SQLITE_OK;
}

void find_key(Cursor& cursor, sqlite3_value* first, sqlite3_value* second) {
    cursor.end = 0;
    // NULL is equal to nothing.
    if (sqlite3_value_type(first) != SQLITE_INTEGER || sqlite3_value_type(second) != SQLITE_INTEGER) return;
    cursor.order = &cursor.rows->by_key();
    std::tie(cursor.at, cursor.end) =
        cursor.rows->with_key(sqlite3_value_int64(first), sqlite3_value_int64(second));
}

void find_row(Cursor& cursor, sqlite3_value* number) {
    cursor.end = 0;
    if (sqlite3_value_type(number) != SQLITE_INTEGER) return;
    const std::int64_t row = sqlite3_value_int64(number);
    if (row < 0 || row >= static_cast<std::int64_t>(cursor.rows->size())) return;
    cursor.at = static_cast<std::size_t>(row);
    cursor.end = cursor.at + 1;
}

int filter(sqlite3_vtab_cursor* given, int plan, const char* order, int, sqlite3_value** arguments) {
    auto& cursor = *reinterpret_cast<Cursor*>(given);
    // The same ones are often asked for again, one row at a time.
    const sqlite3_int64 number = sqlite3_value_int64(arguments[0]);
    if (!cursor.rows || cursor.rows->number() != number) {
        const auto& all = reinterpret_cast<VirtualTable*>(given->pVtab)->registry->rows;
        const auto found = all.find(number);
        cursor.rows = found == all.end() ? nullptr : found->second.lock();
    }
    if (!cursor.rows) return fail(given->pVtab, "there are no such rows");
    cursor.order = nullptr;
    cursor.at = 0;
    cursor.end = cursor.rows->size();
    try {
        if (plan == by_key)
            find_key(cursor, arguments[1], arguments[2]);
        else if (plan == by_row)
            find_row(cursor, arguments[1]);
        else if (order != nullptr)
            cursor.order = &cursor.rows->in_order(read_order(order));
    } catch (const std::bad_alloc&) {
        return SQLITE_NOMEM;
    }
    cursor.find_cells();
    return SQLITE_OK;
}

int next(sqlite3_vtab_cursor* given) {
    auto& cursor = *reinterpret_cast<Cursor*>(given);
    ++cursor.at;
    cursor.find_cells();
    return SQLITE_OK;
}

int is_at_end(sqlite3_vtab_cursor* given) {
    const auto& cursor = *reinterpret_cast<Cursor*>(given);
    return cursor.at >= cursor.end ? 1 : 0;
}

int give_column(sqlite3_vtab_cursor* given, sqlite3_context* context, int index) {
    const auto& cursor = *reinterpret_cast<Cursor*>(given);
    const auto& columns = reinterpret_cast<VirtualTable*>(given->pVtab)->registry->columns;
    const auto column = static_cast<std::size_t>(index);
    if (column == columns.size()) {
        sqlite3_result_int64(context, cursor.rows->number());
        return SQLITE_OK;
    }
    const int place = cursor.rows->place(column);
    if (place < 0) {
        sqlite3_result_error(context, ("the rows were kept without " + columns[column]).c_str(), -1);
        return SQLITE_ERROR;
    }
    const KeptRows::Cell& cell = cursor.cells[place];
    switch (cell.kind) {
        case KeptRows::Cell::whole_number:
            sqlite3_result_int64(context, cell.whole);
            break;
        case KeptRows::Cell::real_number:
            sqlite3_result_double(context, cell.real);
            break;
        case KeptRows::Cell::words:
            sqlite3_result_text(context, cell.text, static_cast<int>(cell.size), SQLITE_STATIC);
            break;
        default:
            sqlite3_result_null(context);
    }
    return SQLITE_OK;
}

int give_rowid(sqlite3_vtab_cursor* given, sqlite3_int64* row) {
    *row = static_cast<sqlite3_int64>(reinterpret_cast<Cursor*>(given)->row());
    return SQLITE_OK;
}

// As SQLite compares them: nothing is before numbers, and these before texts, which are compared byte by byte.
int compared(const KeptRows::Cell& a, const KeptRows::Cell& b) {
    using Cell = KeptRows::Cell;
    const auto sign = [](auto x, auto y) { return x < y ? -1 : x > y ? 1 : 0; };
    const auto real = [](const Cell& cell) {
        return cell.kind == Cell::whole_number ? static_cast<double>(cell.whole) : cell.real;
    };
    if (a.kind == b.kind && a.kind == Cell::words) {
        if (a.text == b.text) return sign(a.size, b.size);
        const int difference = std::memcmp(a.text, b.text, std::min(a.size, b.size));
        return difference != 0 ? difference : sign(a.size, b.size);
    }
    if (a.kind == b.kind && a.kind == Cell::whole_number) return sign(a.whole, b.whole);
    if (a.kind == Cell::nothing || b.kind == Cell::nothing || a.kind == Cell::words || b.kind == Cell::words)
        return sign(a.kind, b.kind);
    return sign(real(a), real(b));
}

// Nobody creates it: it is there by its name.
sqlite3_module module_of_rows() {
    sqlite3_module module{};
    module.xConnect = connect;
    module.xBestIndex = choose_plan;
    module.xDisconnect = disconnect;
    module.xDestroy = disconnect;
    module.xOpen = open;
    module.xClose = close;
    module.xFilter = filter;
    module.xNext = next;
    module.xEof = is_at_end;
    module.xColumn = give_column;
    module.xRowid = give_rowid;
    return module;
}

}  // namespace

KeptRows::KeptRows(std::int64_t number, std::vector<int> places)
    : number_(number), places_(std::move(places)) {
    for (const int place : places_) width_ = std::max(width_, static_cast<std::size_t>(place + 1));
}

KeptRows::Cell* KeptRows::new_row() {
    if (free_rows_ == 0) {
        cells_.emplace_back(rows_a_block * width_);
        free_rows_ = rows_a_block;
    }
    forget_orders();
    rows_.push_back(&cells_.back()[(rows_a_block - free_rows_--) * width_]);
    return rows_.back();
}

void KeptRows::forget_orders() {
    orders_.clear();
    by_key_ = nullptr;
}

// Their cells and texts stay where they are.
void KeptRows::take(KeptRows& others) {
    const auto move_all = [](auto& from, auto& to) {
        to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
        from.clear();
    };
    move_all(others.rows_, rows_);
    move_all(others.cells_, cells_);
    move_all(others.texts_, texts_);
    free_rows_ = std::exchange(others.free_rows_, 0);
    forget_orders();
    others.forget_orders();
}

const char* KeptRows::keep(const char* text, std::size_t size) {
    if (texts_.empty() || texts_.back().capacity() - texts_.back().size() < size) {
        texts_.emplace_back();
        texts_.back().reserve(std::max(size, text_block));
    }
    std::vector<char>& block = texts_.back();
    const char* kept = block.data() + block.size();
    block.insert(block.end(), text, text + size);
    return kept;
}

void KeptRows::add(sqlite3_stmt* statement) {
    Cell* cells = new_row();
    for (std::size_t i = 0; i < width_; ++i) {
        Cell& cell = cells[i];
        // Each question of sqlite3_column_... goes through the statement; of a value it is one look.
        sqlite3_value* value = sqlite3_column_value(statement, static_cast<int>(i));
        const int type = sqlite3_value_type(value);
        if (type == SQLITE_INTEGER) {
            cell.kind = Cell::whole_number;
            cell.whole = sqlite3_value_int64(value);
        } else if (type == SQLITE_FLOAT) {
            cell.kind = Cell::real_number;
            cell.real = sqlite3_value_double(value);
        } else if (type != SQLITE_NULL) {
            cell.kind = Cell::words;
            const auto* text = static_cast<const char*>(sqlite3_value_blob(value));
            cell.size = static_cast<std::uint32_t>(sqlite3_value_bytes(value));
            cell.text = keep(text, cell.size);
        }
    }
}

void KeptRows::add(std::initializer_list<std::int64_t> cells) {
    Cell* cell = new_row();
    for (const std::int64_t whole : cells) {
        cell->kind = Cell::whole_number;
        cell++->whole = whole;
    }
}

void KeptRows::append_value(std::size_t row, std::size_t column, std::vector<Value>& values) const {
    const Cell& found = cell(row, column);
    switch (found.kind) {
        case Cell::whole_number:
            values.emplace_back(found.whole);
            break;
        case Cell::real_number:
            values.emplace_back(found.real);
            break;
        case Cell::words:
            values.emplace_back(std::in_place_type<std::string>, found.text, found.size);
            break;
        default:
            values.emplace_back();
    }
}

std::string_view KeptRows::kept_text(std::size_t row, std::size_t place) const {
    const Cell& found = at(row, place);
    return found.kind == Cell::words ? std::string_view(found.text, found.size) : std::string_view();
}

// Of each row, which of the different texts of that column it has, in their order. None where there are numbers.
std::vector<std::uint32_t> KeptRows::ranks(const SortedBy& by) const {
    std::unordered_map<std::string_view, std::uint32_t> known;
    std::vector<std::string_view>
        texts;  // those that are known, by their number; one that is nothing has no bytes at all
    std::vector<std::uint32_t> ranks(size());
    for (std::size_t row = 0; row < size(); ++row) {
        const Cell& found = cell(row, by.column);
        if (found.kind != Cell::words && found.kind != Cell::nothing) return {};
        // A text of no bytes is another thing than nothing.
        if (found.kind == Cell::words && found.size == 0) return {};
        const std::string_view text =
            found.kind == Cell::words ? std::string_view(found.text, found.size) : std::string_view();
        const auto [place, is_new] = known.try_emplace(text, static_cast<std::uint32_t>(texts.size()));
        if (is_new) texts.push_back(text);
        ranks[row] = place->second;
    }
    std::vector<std::uint32_t> sorted(texts.size());
    std::iota(sorted.begin(), sorted.end(), 0U);
    std::sort(sorted.begin(), sorted.end(), [&](std::uint32_t a, std::uint32_t b) {
        return by.is_downwards ? texts[b] < texts[a] : texts[a] < texts[b];
    });
    std::vector<std::uint32_t> rank_of(texts.size());
    for (std::size_t i = 0; i < sorted.size(); ++i) rank_of[sorted[i]] = static_cast<std::uint32_t>(i);
    for (std::uint32_t& rank : ranks) rank = rank_of[rank];
    return ranks;
}

// Most rows are told apart by the first column, which mostly has few different texts: to find these first and then compare
// numbers takes a third of comparing texts.
const std::vector<std::uint32_t>& KeptRows::in_order(const Order& order) const {
    const auto [known, is_new] = orders_.try_emplace(order);
    if (!is_new) return known->second;
    std::vector<std::uint32_t>& rows = known->second;
    rows.resize(size());
    std::iota(rows.begin(), rows.end(), 0U);
    const std::vector<std::uint32_t> ranks =
        order.empty() ? std::vector<std::uint32_t>() : this->ranks(order[0]);
    const std::size_t first = ranks.empty() ? 0 : 1;
    const auto is_before = [&](std::uint32_t a, std::uint32_t b) {
        if (first == 1 && ranks[a] != ranks[b]) return ranks[a] < ranks[b];
        for (std::size_t i = first; i < order.size(); ++i) {
            const auto& [column, is_downwards] = order[i];
            if (const int difference = compared(cell(a, column), cell(b, column)); difference != 0)
                return (difference < 0) != is_downwards;
        }
        return false;
    };
    if (!std::is_sorted(rows.begin(), rows.end(), is_before))
        std::stable_sort(rows.begin(), rows.end(), is_before);
    return rows;
}

const std::vector<std::uint32_t>& KeptRows::by_key() const {
    if (by_key_ == nullptr) by_key_ = &in_order({{0, false}, {1, false}});
    return *by_key_;
}

std::pair<std::size_t, std::size_t> KeptRows::with_key(std::int64_t first, std::int64_t second) const {
    const std::vector<std::uint32_t>& order = by_key();
    const std::pair key(first, second);
    const auto key_of = [&](std::uint32_t row) { return std::pair(whole(row, 0), whole(row, 1)); };
    const auto begin = std::partition_point(order.begin(), order.end(),
                                            [&](std::uint32_t row) { return key_of(row) < key; });
    auto end = begin;
    while (end != order.end() && key_of(*end) == key) ++end;
    return {static_cast<std::size_t>(begin - order.begin()), static_cast<std::size_t>(end - order.begin())};
}

KeptTable::KeptTable(sqlite3* connection, const std::string& name, std::vector<std::string> columns)
    : columns_(std::move(columns)), registry_(std::make_shared<Registry>()) {
    registry_->columns = columns_;
    registry_->declaration = "CREATE TABLE kept (";
    for (const std::string& column : columns_) registry_->declaration += '"' + column + "\", ";
    registry_->declaration += "number HIDDEN)";
    share(connection, name);
}

void KeptTable::share(sqlite3* connection, const std::string& name) const {
    static const sqlite3_module module = module_of_rows();
    // SQLite gives back what it is given here, also where it fails.
    auto shared = std::make_unique<SharedRegistry>(registry_);
    const int code = sqlite3_create_module_v2(connection, name.c_str(), &module, shared.release(),
                                              [](void* made) { delete static_cast<SharedRegistry*>(made); });
    if (code != SQLITE_OK) throw SQLite::Exception(connection, code);
}

std::shared_ptr<KeptRows> KeptTable::keep(const std::vector<std::string>& columns) const {
    std::vector<int> places(columns_.size(), -1);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto found = std::find(columns_.begin(), columns_.end(), columns[i]);
        if (found == columns_.end()) throw std::logic_error("no column " + columns[i] + " can be kept");
        places[static_cast<std::size_t>(found - columns_.begin())] = static_cast<int>(i);
    }
    std::erase_if(registry_->rows, [](const auto& entry) { return entry.second.expired(); });
    auto rows = std::make_shared<KeptRows>(++registry_->last, std::move(places));
    registry_->rows.emplace(rows->number(), rows);
    return rows;
}

}  // namespace figbook
