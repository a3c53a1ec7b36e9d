#include "store/search_index.hpp"

namespace figbook {

void SearchIndex::write() {
    for (const std::int64_t id : waiting_) {
        auto& insert = statements_.ready(
            "INSERT INTO article_search (rowid, headline, text) "
            "SELECT document_id, headline, text FROM article WHERE document_id = ?");
        Binder(insert).integer(id);
        insert.exec();
    }
    waiting_.clear();
}

}  // namespace figbook
