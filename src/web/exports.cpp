#include "web/exports.hpp"

#include "base/problem.hpp"

namespace figbook::web {

std::shared_ptr<Database> Exports::take() {
    if (on_their_way_.fetch_add(1) >= most) {
        --on_their_way_;
        throw TookTooLong("too many lists are being fetched; ask again in a moment");
    }
    try {
        auto database = std::make_unique<Database>(Database::open(path_, OpenMode::read_only));
        database->set_deadline(std::chrono::steady_clock::now() + time);
        return {database.release(), [this](Database* given) {
                    delete given;
                    --on_their_way_;
                }};
    } catch (...) {
        --on_their_way_;
        throw;
    }
}

}  // namespace figbook::web
