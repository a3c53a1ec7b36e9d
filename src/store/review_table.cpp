#include "store/review_table.hpp"

#include <array>
#include <fmt/format.h>
#include <stdexcept>
#include <utility>

namespace figbook {
namespace {

constexpr std::array<std::pair<ReviewVerdict, std::string_view>, 4> verdicts{
    {{ReviewVerdict::confirmed, "confirmed"},
     {ReviewVerdict::disputed, "disputed"},
     {ReviewVerdict::wrong, "wrong"},
     {ReviewVerdict::corrected, "corrected"}}};

// ---- What is right, NULL where the review leaves it as it is.

void bind_value(Binder& binder, const std::optional<Decimal>& value) {
    if (!value) {
        binder.null().null();
        return;
    }
    binder.text(value->to_string()).real(value->to_double());
}

void bind_correction(Binder& binder, const Review& review) {
    bind_value(binder, review.value);
    bind_value(binder, review.high);
    review.value ? binder.text(review.resolution.to_string()) : binder.null();
    if (review.unit)
        binder.text(review.unit->unit).text(name_of(review.unit->kind));
    else
        binder.null().null();
    review.source ? binder.text(*review.source) : binder.null();
}

std::string text_at(SQLite::Statement& row, int column) {
    return row.isColumnNull(column) ? "" : row.getColumn(column).getString();
}

Span span_at(SQLite::Statement& row, int column) {
    return {row.getColumn(column).getUInt(), row.getColumn(column + 1).getUInt()};
}

Reading reading_at(SQLite::Statement& row, int column) {
    return {text_at(row, column), text_at(row, column + 1), text_at(row, column + 2),
            text_at(row, column + 3)};
}

}  // namespace

std::string_view name_of(ReviewVerdict verdict) {
    return verdicts.at(static_cast<std::size_t>(verdict)).second;
}

std::optional<ReviewVerdict> review_verdict(std::string_view name) {
    for (const auto& [verdict, word] : verdicts)
        if (word == name) return verdict;
    return std::nullopt;
}

struct ReviewTable::Stored {
    std::int64_t id;
    ReviewedFigure figure;
};

std::int64_t ReviewTable::add(const Review& review) {
    // The kind of a source that is given: as it is in this article, else where it is most often.
    auto& insert = statements_.ready(
        "INSERT INTO review (reviewed_at, document_id, start_byte, end_byte, text, kind, value, high, unit, "
        "source, reviewed_by, verdict, note, corrected_value, corrected_amount, corrected_high, "
        "corrected_high_amount, corrected_resolution, corrected_unit, corrected_kind, corrected_source, "
        "corrected_source_kind) "
        "SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), document_id, start_byte, end_byte, text, claim.kind, "
        "value, high, unit, source.name, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, "
        "(SELECT named.kind FROM source AS named JOIN claim_by_source AS said ON said.source_id = "
        "named.source_id "
        "WHERE named.name = ?13 GROUP BY named.kind "
        "ORDER BY max(said.document_id = ?1) DESC, count(*) DESC, named.kind LIMIT 1) "
        "FROM claim LEFT JOIN source ON source.source_id = claim.source_id "
        "WHERE document_id = ?1 AND ordinal = ?2 RETURNING review_id");
    Binder binder(insert);
    binder.integer(review.document_id).integer(review.ordinal).text(review.reviewed_by);
    binder.text(name_of(review.verdict)).text_or_null(review.note);
    bind_correction(binder, review);
    if (!insert.executeStep())
        throw std::invalid_argument(fmt::format("a review of figure {} of article {}, which is not there",
                                                review.ordinal, review.document_id));
    const std::int64_t id = insert.getColumn(0).getInt64();
    insert.reset();  // one that is not at its end holds the transaction open
    match(review.document_id);
    return id;
}

// In the order in which they came.
std::vector<ReviewTable::Stored> ReviewTable::reviews_of(std::int64_t document_id) {
    auto& row = statements_.ready(
        "SELECT review_id, start_byte, end_byte, kind, value, high, unit, verdict = 'corrected', "
        "coalesce(corrected_kind, kind), coalesce(corrected_value, value), "
        "CASE WHEN corrected_value IS NULL THEN high ELSE corrected_high END, coalesce(corrected_unit, unit) "
        "FROM review WHERE document_id = ? ORDER BY review_id");
    Binder(row).integer(document_id);
    std::vector<Stored> reviews;
    while (row.executeStep()) {
        Stored stored{row.getColumn(0).getInt64(), {span_at(row, 1), reading_at(row, 3), {}}};
        if (row.getColumn(7).getInt() == 1) stored.figure.corrected = reading_at(row, 8);
        reviews.push_back(std::move(stored));
    }
    return reviews;
}

// By ordinal, from 0 without a gap.
std::vector<PlacedReading> ReviewTable::claims_of(std::int64_t document_id) {
    auto& row = statements_.ready(
        "SELECT start_byte, end_byte, kind, value, high, unit FROM claim WHERE document_id = ? ORDER BY "
        "ordinal");
    Binder(row).integer(document_id);
    std::vector<PlacedReading> claims;
    while (row.executeStep()) claims.push_back({span_at(row, 0), reading_at(row, 2)});
    return claims;
}

void ReviewTable::match(std::int64_t document_id) {
    const std::vector<Stored> reviews = reviews_of(document_id);
    if (reviews.empty()) return;
    auto& forget = statements_.ready("DELETE FROM claim_review WHERE document_id = ?");
    Binder(forget).integer(document_id);
    forget.exec();
    const std::vector<PlacedReading> claims = claims_of(document_id);
    for (const Stored& review : reviews)
        if (const auto ordinal = claim_of_review(review.figure, claims))
            link(document_id, *ordinal, review.id);
}

// The last one that comes stands.
void ReviewTable::link(std::int64_t document_id, std::size_t ordinal, std::int64_t review_id) {
    const auto place = static_cast<std::int64_t>(ordinal);
    auto& replaced =
        statements_.ready("UPDATE claim_review SET stands = 0 WHERE document_id = ? AND ordinal = ?");
    Binder(replaced).integer(document_id).integer(place);
    replaced.exec();
    auto& insert = statements_.ready(
        "INSERT INTO claim_review (document_id, ordinal, review_id, stands) VALUES (?, ?, ?, 1)");
    Binder(insert).integer(document_id).integer(place).integer(review_id);
    insert.exec();
}

}  // namespace figbook
