#include "store/found_claims.hpp"

#include <charconv>
#include <fmt/format.h>

#include "store/cell.hpp"
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
    const Parameters parameters{{":words", words.claims()},
                                {":subjects", static_cast<std::int64_t>(words.subject_words())},
                                {":sources", static_cast<std::int64_t>(words.source_words())}};
    database.for_each_row(
        "SELECT claim_search.rowid, claims_of(claim_search, :subjects, :sources), article_row, "
        "first_claim_row"
        " FROM claim_search LEFT JOIN article_rows ON article_rows.document_id = claim_search.rowid"
        " WHERE claim_search MATCH :words",
        parameters, [&](const std::vector<Value>& row) {
            const std::int64_t article = whole_of(row[0]);
            const std::string& ordinals = std::get<std::string>(row[1]);
            const std::int64_t article_row = whole_of(row[2]);
            const std::int64_t first_claim_row = whole_of(row[3]);
            const char* const end = ordinals.data() + ordinals.size();
            for (const char* at = ordinals.data(); at < end; ++at) {
                std::int64_t ordinal = 0;
                at = std::from_chars(at, end, ordinal).ptr;
                found->add({article, ordinal, article_row, first_claim_row + ordinal});
            }
        });
    return found;
}

}  // namespace figbook
