#include "store/found_claims.hpp"

#include <charconv>
#include <fmt/format.h>
#include <limits>
#include <thread>

#include "store/kept_rows.hpp"

namespace figbook {
namespace {

constexpr std::string_view mark = "\"\xEE\x80\x80\"";  // U+E000, as schema.sql has it in article_words

// "defence" * AND "spend" *
std::string terms_of(const std::vector<IndexWord>& words) {
    std::string terms;
    for (const IndexWord& word : words)
        terms += fmt::format("{}\"{}\" *", terms.empty() ? "" : " AND ", word.text);
    return terms;
}

std::string joined(const std::string& first, const std::string& second) {
    if (first.empty() || second.empty()) return first + second;
    return fmt::format("({}) AND ({})", first, second);
}

std::string in_column(std::string_view column, const std::string& terms) {
    return terms.empty() ? "" : fmt::format("{} : ({})", column, terms);
}

std::string marked(const std::string& terms) {
    return terms.empty() ? "" : fmt::format("({}) AND {}", terms, mark);
}

enum FoundArticle : std::size_t { of_number, of_article_row, of_first_claim_row, of_ordinals };

// The articles with the words and which of their claims have them, in the order of their numbers. Those are hashes, so that each of
// two readers finds one half.
std::shared_ptr<KeptRows> articles_with(const Database& database, const ClaimWords& words) {
    static const KeptColumns table{"found_articles",
                                   {"of_article", "article_row", "first_claim_row", "ordinals"}};
    constexpr std::int64_t all = std::numeric_limits<std::int64_t>::max();
    constexpr std::int64_t half = all / 2;
    const auto between = [&](std::int64_t first, std::int64_t last) {
        return Parameters{{":words", words.claims()},
                          {":subjects", static_cast<std::int64_t>(words.subject_words())},
                          {":sources", static_cast<std::int64_t>(words.source_words())},
                          {":first", first},
                          {":last", last}};
    };
    std::shared_ptr<KeptRows> found = database.new_rows(table, table.columns);
    std::vector<Parameters> parts{between(0, all)};
    // Each part looks the words up in all of the index, so that one reader alone is faster without.
    if (std::thread::hardware_concurrency() > 1) parts = {between(0, half), between(half + 1, all)};
    database.keep_rows_of_parts(
        *found,
        "SELECT claim_search.rowid, article_row, first_claim_row,"
        " claims_of(claim_search, :subjects, :sources)"
        " FROM claim_search LEFT JOIN article_rows ON article_rows.document_id = claim_search.rowid"
        " WHERE claim_search MATCH :words AND claim_search.rowid BETWEEN :first AND :last",
        parts);
    return found;
}

}  // namespace

ClaimWords::ClaimWords(const std::vector<IndexWord>& subject, const std::vector<IndexWord>& source)
    : subject_words_(subject.size()), source_words_(source.size()) {
    const std::string subjects = terms_of(subject);
    const std::string sources = terms_of(source);
    articles_ = joined(in_column("subjects", subjects), in_column("sources", sources));
    claims_ = joined(in_column("subjects", marked(subjects)), in_column("sources", marked(sources)));
}

std::shared_ptr<KeptRows> no_claims(const Database& database) {
    static const KeptColumns table{"found_claims", {"of_article", "place", "article_row", "claim_row"}};
    return database.new_rows(table, table.columns);
}

void add_claim(KeptRows& claims, const KeptRows& from, std::size_t row) {
    claims.add({from.whole(row, found_article), from.whole(row, found_place),
                from.whole(row, found_article_row), from.whole(row, found_claim_row)});
}

std::shared_ptr<KeptRows> find_claims(const Database& database, const ClaimWords& words) {
    std::shared_ptr<KeptRows> found = no_claims(database);
    if (words.empty()) return found;
    const auto articles = articles_with(database, words);
    for (std::size_t row = 0; row < articles->size(); ++row) {
        const std::string_view ordinals = articles->kept_text(row, of_ordinals);
        const char* const end = ordinals.data() + ordinals.size();
        for (const char* at = ordinals.data(); at < end; ++at) {
            std::int64_t ordinal = 0;
            at = std::from_chars(at, end, ordinal).ptr;
            found->add({articles->kept_whole(row, of_number), ordinal,
                        articles->kept_whole(row, of_article_row),
                        articles->kept_whole(row, of_first_claim_row) + ordinal});
        }
    }
    return found;
}

}  // namespace figbook
