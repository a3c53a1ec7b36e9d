#include "store/search_index.hpp"

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

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

// The mark that stands before each claim, then its words, of which none may hold the mark.
void append_claim(std::string& words, std::initializer_list<const char*> parts) {
    constexpr std::string_view mark = "\xEE\x80\x80";  // U+E000
    if (!words.empty()) words += ' ';
    words += mark;
    for (const char* part : parts) {
        words += ' ';
        const std::size_t start = words.size();
        words += part;
        for (auto at = words.find(mark, start); at != std::string::npos; at = words.find(mark, at))
            std::fill_n(words.begin() + static_cast<std::ptrdiff_t>(at), mark.size(), ' ');
    }
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

// As the view article_words has them, which would read the claims once for each of its columns.
bool SearchIndex::read_words(std::int64_t id, std::string& subjects, std::string& sources) {
    subjects.clear();
    sources.clear();
    auto& claims = statements_.ready(
        "SELECT claim.subject, source.name, source.title, source.organisation FROM claim "
        "LEFT JOIN source ON source.source_id = claim.source_id WHERE claim.document_id = ? ORDER BY "
        "claim.ordinal");
    Binder(claims).integer(id);
    while (claims.executeStep()) {
        append_claim(subjects, {claims.getColumn(0).getText()});
        append_claim(sources, {claims.getColumn(1).getText(), claims.getColumn(2).getText(),
                               claims.getColumn(3).getText()});
    }
    if (!subjects.empty()) return true;
    auto& article = statements_.ready("SELECT 1 FROM article WHERE document_id = ?");
    Binder(article).integer(id);
    const bool is_there = article.executeStep();
    article.reset();
    return is_there;
}

void SearchIndex::write_claims() {
    std::string subjects, sources;
    for (const std::int64_t id : waiting_claims_) {
        if (!read_words(id, subjects, sources)) continue;
        auto& insert =
            statements_.ready("INSERT INTO claim_search (rowid, subjects, sources) VALUES (?, ?, ?)");
        Binder(insert).integer(id);
        if (subjects.empty()) {
            insert.bind(2);
            insert.bind(3);
        } else {
            insert.bindNoCopy(2, subjects);
            insert.bindNoCopy(3, sources);
        }
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
