#include "cli/correction.hpp"

#include <fmt/format.h>

#include "base/problem.hpp"
#include "cli/typed_amount.hpp"
#include "cli/typed_unit.hpp"
#include "store/stored_claims.hpp"

namespace figbook {
namespace {

// A value alone makes one figure of a range; an upper end alone makes a range of the figure.
void correct_value(Review& review, const TypedCorrection& typed, const ReadFigure& figure) {
    if (!typed.value && !typed.high) return;
    review.value = figure.value;
    review.resolution = figure.resolution;
    if (typed.value) {
        const TypedAmount amount = typed_amount(*typed.value);
        review.value = amount.value;
        review.resolution = amount.resolution;
    }
    if (typed.high && *typed.high != "none") review.high = typed_amount(*typed.high).value;
    if (review.high && *review.high <= *review.value)
        throw EnvironmentError(fmt::format("{} is to be the upper end of a range, and has to be more than {}",
                                           *typed.high, review.value->to_string()));
    const std::string high = review.high ? review.high->to_string() : "";
    if (review.value->to_string() == figure.value.to_string() && high == figure.high)
        review.value = review.high = std::nullopt;
}

}  // namespace

ReadFigure read_figure(const Database& database, std::int64_t article, std::int64_t ordinal) {
    const Table table = database.query(
        "SELECT published, headline, article.text, start_byte, end_byte, sentence_start, sentence_end, "
        "claim.kind, value, high, unit, per, bound, resolution, source.name, is_current "
        "FROM claim JOIN article ON article.document_id = claim.document_id "
        "LEFT JOIN source ON source.source_id = claim.source_id "
        "WHERE claim.document_id = :article AND ordinal = :ordinal",
        {{":article", article}, {":ordinal", ordinal}});
    if (table.rows.empty()) throw EnvironmentError("there is no such figure");
    const auto& row = table.rows.front();
    ReadFigure figure;
    figure.published = text_of(row[0]);
    figure.headline = text_of(row[1]);
    figure.article_text = text_of(row[2]);
    figure.span = span_of(row[3], row[4]);
    figure.sentence_span = span_of(row[5], row[6]);
    figure.kind = kind_of(row[7]);
    figure.value = decimal_of(row[8]);
    figure.high = text_of(row[9]);
    figure.unit = text_of(row[10]);
    figure.per = text_of(row[11]);
    figure.bound = text_of(row[12]);
    figure.resolution = decimal_of(row[13]);
    figure.source = text_of(row[14]);
    figure.is_current = std::get<std::int64_t>(row[15]) == 1;
    return figure;
}

void correct(Review& review, const TypedCorrection& typed, const ReadFigure& figure) {
    correct_value(review, typed, figure);
    if (typed.unit) {
        const CorrectedUnit unit = typed_unit(*typed.unit, figure.kind);
        if (unit.unit != figure.unit || unit.kind != figure.kind) review.unit = unit;
    }
    if (typed.source) {
        if (typed.source->empty())
            throw EnvironmentError(
                "the source is empty; give a name, or 'none' where the paper says it itself");
        const std::string source = *typed.source == "none" ? "" : *typed.source;
        if (source != figure.source) review.source = source;
    }
    if (review.verdict == ReviewVerdict::corrected && !review.value && !review.unit && !review.source)
        throw EnvironmentError("that is how the figure is read already; say so with 'confirmed'");
}

}  // namespace figbook
