#include "store/search_index.hpp"

namespace figbook {
namespace {

// NULL stays NULL. The text must outlive the step.
void bind_text(SQLite::Statement& statement, int place, const SQLite::Column& column,
               const std::string& text) {
    if (column.isNull())
        statement.bind(place);
    else
        statement.bindNoCopy(place, text);
}

}  // namespace

void SearchIndex::write() {
    write_articles();
    write_claims();
}

// The index is told what it had: by itself it would read what the claims are by then.
void SearchIndex::take_out_claims(std::int64_t id) {
    settle(id);
    auto& remove = statements_.ready(
        "INSERT INTO claim_search (claim_search, rowid, subjects, sources) "
        "SELECT 'delete', document_id, subjects, sources FROM article_words WHERE document_id = ?");
    Binder(remove).integer(id);
    remove.exec();
}

void SearchIndex::write_claims() {
    for (const std::int64_t id : waiting_claims_) {
        auto& words = statements_.ready("SELECT subjects, sources FROM article_words WHERE document_id = ?");
        Binder(words).integer(id);
        if (!words.executeStep()) continue;
        const std::string subjects = words.getColumn(0).getString();
        const std::string sources = words.getColumn(1).getString();
        auto& insert =
            statements_.ready("INSERT INTO claim_search (rowid, subjects, sources) VALUES (?, ?, ?)");
        Binder(insert).integer(id);
        bind_text(insert, 2, words.getColumn(0), subjects);
        bind_text(insert, 3, words.getColumn(1), sources);
        insert.exec();
    }
    waiting_claims_.clear();
}

void SearchIndex::write_articles() {
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
        bind_text(insert, 2, article.getColumn(0), headline);
        insert.bindNoCopy(3, text);
        insert.exec();
    }
    waiting_.clear();
}

}  // namespace figbook
