#include "store/search_index.hpp"

namespace figbook {

void SearchIndex::write() {
    for (const std::int64_t id : waiting_) {
        auto& article = statements_.ready("SELECT headline, text FROM article WHERE document_id = ?");
        Binder(article).integer(id);
        if (!article.executeStep()) continue;
        const std::string headline = article.getColumn(0).getString();
        const std::string text = article.getColumn(1).getString();
        // No INSERT ... SELECT: that has a savepoint of its own, and with each one the index writes what it has gathered
        // so far, as a segment that is then merged with the others.
        auto& insert =
            statements_.ready("INSERT INTO article_search (rowid, headline, text) VALUES (?, ?, ?)");
        Binder(insert).integer(id);
        if (article.getColumn(0).isNull())
            insert.bind(2);
        else
            insert.bindNoCopy(2, headline);
        insert.bindNoCopy(3, text);
        insert.exec();
    }
    waiting_.clear();
}

}  // namespace figbook
