// Part of a transaction that can be undone alone. Inside the store only.
//
//     Savepoint savepoint(database);
//     ...writes...
//     savepoint.release();   // without it, the destructor undoes the writes
//
// Instead of SQLite::Savepoint, which of 3.2.1 never runs RELEASE after a rollback: the transaction then
// stays open, and everything written later is lost at close.
#pragma once
#include <SQLiteCpp/Database.h>

namespace figbook {

class Savepoint {
 public:
    explicit Savepoint(SQLite::Database& database) : database_(database) {
        database_.exec("SAVEPOINT figbook_savepoint");
    }
    Savepoint(const Savepoint&) = delete;
    Savepoint& operator=(const Savepoint&) = delete;
    ~Savepoint() {
        if (released_) return;
        // These fail where SQLite has already undone the whole transaction (a full disk): nothing is left to
        // do.
        database_.tryExec("ROLLBACK TO figbook_savepoint");
        database_.tryExec("RELEASE figbook_savepoint");
    }

    void release() {
        database_.exec("RELEASE figbook_savepoint");
        released_ = true;
    }

 private:
    SQLite::Database& database_;
    bool released_ = false;
};

}  // namespace figbook
