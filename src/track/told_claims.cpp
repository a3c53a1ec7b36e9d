#include "track/told_claims.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>
#include <utility>

#include "store/cell.hpp"
#include "store/packed_cells.hpp"
#include "store/stored_claims.hpp"

namespace figbook {
namespace {

// Behind the columns of the claim.
constexpr std::size_t told_column_count = claim_column_count + 10;

// What only readers are shown is other pages of the file, or more to keep.
std::string told_query(bool is_for_readers, std::string_view which) {
    constexpr std::string_view shown =
        "article.url, CAST(substr(CAST(article.text AS BLOB), claim.sentence_start + 1, "
        "claim.sentence_end - claim.sentence_start) AS TEXT), review.reviewed_by, review.note";
    // Which article a copy is one of may change, and what is kept must not.
    constexpr std::string_view of_which = "article_copy.original_id";
    constexpr std::string_view is_copy = "CASE WHEN article_copy.original_id IS NOT NULL THEN 0 END";
    return fmt::format(
        "SELECT {}, claim.document_id, article.published, publication.name, article.headline, "
        "{}, review.corrected_value IS NOT NULL, {} {}"
        "LEFT JOIN publication ON publication.publication_id = article.publication_id "
        "LEFT JOIN article_copy ON article_copy.document_id = claim.document_id AND "
        "article_copy.share_of_copy >= 0.6 "
        "WHERE told.fact_id = :fact AND review.verdict IS NOT 'wrong' "
        "AND (review.corrected_unit IS NULL OR review.corrected_unit IS claim.unit) {}",
        reviewed_columns, is_for_readers ? of_which : is_copy,
        is_for_readers ? shown : "NULL, NULL, NULL, NULL", claims_told(), which);
}

ToldClaim told_in(const std::vector<Value>& row) {
    ToldClaim told;
    ReviewedClaim reviewed = reviewed_claim(row);
    told.verdict = std::move(reviewed.verdict);
    told.claim = std::move(reviewed.claim);
    told.ordinal = static_cast<std::size_t>(whole_of(row[0]));
    std::size_t at = claim_column_count;
    told.article_id = whole_of(row[at++]);
    told.published = day_of(row[at++]);
    told.publication = text_of(row[at++]);
    told.headline = text_of(row[at++]);
    if (const auto* original = std::get_if<std::int64_t>(&row[at++])) told.original_id = *original;
    told.is_corrected = whole_of(row[at++]) != 0;
    told.url = text_of(row[at++]);
    told.sentence = text_of(row[at++]);
    told.reviewed_by = text_of(row[at++]);
    told.review_note = text_of(row[at]);
    return told;
}

void sort_by_day(std::vector<ToldClaim>& all) {
    const auto place = [](const ToldClaim& told) {
        return std::tuple(!told.published.has_value(), told.published, told.article_id, told.ordinal);
    };
    std::sort(all.begin(), all.end(),
              [&](const ToldClaim& a, const ToldClaim& b) { return place(a) < place(b); });
}

// A figure of the fact, and what is kept of it.
struct Place {
    std::int64_t document_id = 0;
    std::int64_t ordinal = 0;
    std::optional<std::string> cells{};
};

// Those behind one of them, by article, at most most_told.
std::vector<Place> places_behind(const Database& database, std::int64_t fact_id, const Place& last) {
    static const std::string sql = fmt::format(
        "SELECT told.document_id, told.ordinal, fact_claim.told FROM claim_by_fact AS told "
        "LEFT JOIN fact_claim ON fact_claim.fact_id = told.fact_id "
        "AND fact_claim.document_id = told.document_id AND fact_claim.ordinal = told.ordinal "
        "WHERE told.fact_id = :fact AND (told.document_id, told.ordinal) > (:article, :ordinal) "
        "ORDER BY told.document_id, told.ordinal LIMIT {}",
        most_told);
    std::vector<Place> places;
    database.for_each_row(sql,
                          {{":fact", fact_id}, {":article", last.document_id}, {":ordinal", last.ordinal}},
                          [&](const std::vector<Value>& row) {
                              Place& place = places.emplace_back(Place{whole_of(row[0]), whole_of(row[1])});
                              if (const auto* cells = std::get_if<std::string>(&row[2])) place.cells = *cells;
                          });
    return places;
}

// Its cells; none where it tells nothing.
std::vector<Value> read_cells(const Database& database, std::int64_t fact_id, const Place& place) {
    static const std::string sql =
        told_query(false, "AND told.document_id = :article AND told.ordinal = :ordinal");
    std::vector<Value> cells;
    database.for_each_row(sql,
                          {{":fact", fact_id}, {":article", place.document_id}, {":ordinal", place.ordinal}},
                          [&](const std::vector<Value>& row) { cells = row; });
    return cells;
}

// None where nothing is kept, or by a program that knew other columns.
std::optional<std::vector<Value>> kept_cells(const Place& place) {
    if (!place.cells) return std::nullopt;
    std::optional<std::vector<Value>> cells = unpacked(*place.cells);
    if (!cells || cells->empty() || cells->size() == told_column_count) return cells;
    return std::nullopt;
}

}  // namespace

const std::string& claims_told() {
    static const std::string sql = fmt::format(
        "FROM claim_by_fact AS told CROSS JOIN claim ON claim.document_id = told.document_id "
        "AND claim.ordinal = told.ordinal "
        "JOIN article ON article.document_id = told.document_id AND article.is_current = 1 {} ",
        reviewed_joins);
    return sql;
}

std::vector<ToldClaim> read_told(const Database& database, std::int64_t fact_id) {
    static const std::string sql = told_query(true, "ORDER BY told.document_id, told.ordinal LIMIT :most");
    std::vector<ToldClaim> all;
    database.for_each_row(sql, {{":fact", fact_id}, {":most", most_told}},
                          [&](const std::vector<Value>& row) { all.push_back(told_in(row)); });
    sort_by_day(all);
    return all;
}

ToldToJudge told_to_judge(const Database& database, std::int64_t fact_id) {
    constexpr auto most = static_cast<std::size_t>(most_told);
    ToldToJudge told;
    Place last;
    last.ordinal = -1;
    for (bool has_more = true; has_more && told.claims.size() < most;) {
        const std::vector<Place> places = places_behind(database, fact_id, last);
        has_more = places.size() == most;
        if (has_more) last = places.back();
        for (const Place& place : places) {
            if (told.claims.size() == most) break;
            std::optional<std::vector<Value>> cells = kept_cells(place);
            if (!cells) {
                cells = read_cells(database, fact_id, place);
                told.unkept.push_back({fact_id, place.document_id, place.ordinal, packed(*cells)});
            }
            if (!cells->empty()) told.claims.push_back(told_in(*cells));
        }
    }
    sort_by_day(told.claims);
    return told;
}

}  // namespace figbook
