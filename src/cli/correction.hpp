// What somebody says is right of a figure, as it is typed, beside how the figure was read: the correction of a Review.
//
//     const ReadFigure figure = read_figure(database, review.document_id, review.ordinal);
//     correct(review, {.value = "51.9 billion"}, figure);   // review.value is 51900000000
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "base/decimal.hpp"
#include "base/span.hpp"
#include "store/database.hpp"
#include "store/review.hpp"

namespace figbook {

// None: nothing was typed.
struct TypedCorrection {
    std::optional<std::string> value{};
    std::optional<std::string> high{};    // "none": it is no range
    std::optional<std::string> unit{};    // "none": a bare number
    std::optional<std::string> source{};  // "none": the paper says it itself

    bool is_there() const { return value || high || unit || source; }
};

// A claim as the program read it in the text.
struct ReadFigure {
    std::string published, headline, article_text;
    Span span, sentence_span;
    Kind kind = Kind::number;
    Decimal value;
    std::string high, unit, per, bound, source;
    Decimal resolution;
    bool is_current = true;
};

// Throws EnvironmentError where there is no such figure, or none that can be understood.
ReadFigure read_figure(const Database& database, std::int64_t article, std::int64_t ordinal);

// What is the same as it was read is left out. Throws EnvironmentError for what cannot be understood, and for a verdict
// `corrected` where all is as it was read.
void correct(Review& review, const TypedCorrection& typed, const ReadFigure& figure);

}  // namespace figbook
