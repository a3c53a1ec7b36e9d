#include "store/aggregates.hpp"

#include <SQLiteCpp/Exception.h>
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <sqlite3.h>
#include <string>
#include <unordered_map>
#include <vector>

namespace figbook {
namespace {

// Of each group SQLite keeps where its rows are counted, at first nothing: many groups have none.
template <class Counted>
struct Group {
    Counted* counted;
};

template <class Counted>
class Aggregate {
 public:
    static int add(sqlite3* connection, const char* name) {
        return sqlite3_create_function_v2(connection, name, 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr,
                                          nullptr, step, finish, nullptr);
    }

 private:
    static void step(sqlite3_context* context, int, sqlite3_value** arguments) {
        if (sqlite3_value_type(arguments[0]) == SQLITE_NULL) return;
        auto* group =
            static_cast<Group<Counted>*>(sqlite3_aggregate_context(context, sizeof(Group<Counted>)));
        if (group == nullptr) return sqlite3_result_error_nomem(context);
        try {
            if (group->counted == nullptr) group->counted = new Counted();
            group->counted->add(arguments[0]);
        } catch (const std::bad_alloc&) {
            sqlite3_result_error_nomem(context);
        }
    }

    // SQLite asks for the end of each group, also where the statement fails before.
    static void finish(sqlite3_context* context) {
        auto* group = static_cast<Group<Counted>*>(sqlite3_aggregate_context(context, 0));
        if (group == nullptr || group->counted == nullptr) return Counted::tell_none(context);
        const std::unique_ptr<Counted> counted(group->counted);
        group->counted = nullptr;
        counted->tell(context);
    }
};

class MostGiven {
 public:
    void add(sqlite3_value* value) {
        const auto* bytes = static_cast<const char*>(sqlite3_value_blob(value));
        const auto size = static_cast<std::size_t>(sqlite3_value_bytes(value));
        ++counts_[size == 0 ? std::string() : std::string(bytes, size)];
    }
    void tell(sqlite3_context* context) const {
        const Counts::value_type* best = nullptr;
        for (const auto& entry : counts_) {
            const auto& [text, count] = entry;
            if (best == nullptr || count > best->second || (count == best->second && text < best->first))
                best = &entry;
        }
        if (best == nullptr) return tell_none(context);
        sqlite3_result_text64(context, best->first.data(), best->first.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    }
    static void tell_none(sqlite3_context* context) { sqlite3_result_null(context); }

 private:
    using Counts = std::unordered_map<std::string, std::int64_t>;
    Counts counts_;
};

class Different {
 public:
    // The same ones often come one behind the other.
    void add(sqlite3_value* value) {
        const std::int64_t number = sqlite3_value_int64(value);
        if (!numbers_.empty() && numbers_.back() == number) return;
        if (numbers_.size() >= most_) {
            leave_each_once();
            most_ = std::max(most_, 2 * numbers_.size());
        }
        numbers_.push_back(number);
    }
    void tell(sqlite3_context* context) {
        leave_each_once();
        sqlite3_result_int64(context, static_cast<sqlite3_int64>(numbers_.size()));
    }
    static void tell_none(sqlite3_context* context) { sqlite3_result_int64(context, 0); }

 private:
    void leave_each_once() {
        std::sort(numbers_.begin(), numbers_.end());
        numbers_.erase(std::unique(numbers_.begin(), numbers_.end()), numbers_.end());
    }

    std::vector<std::int64_t> numbers_;
    std::size_t most_ = 1024;  // then those that are there already are left out
};

}  // namespace

void add_aggregates(sqlite3* connection) {
    for (const int code : {Aggregate<MostGiven>::add(connection, "most_given"),
                           Aggregate<Different>::add(connection, "count_different")})
        if (code != SQLITE_OK) throw SQLite::Exception(connection, code);
}

}  // namespace figbook
