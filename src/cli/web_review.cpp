#include "cli/web_review.hpp"

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "cli/typed_amount.hpp"
#include "cli/typed_unit.hpp"
#include "store/cell.hpp"
#include "store/review.hpp"
#include "track/facts.hpp"
#include "web/query.hpp"

namespace figbook {
namespace {

constexpr std::size_t longest_note = 4000;

Review review_of(const web::ReviewRequest& request) {
    Review review;
    review.document_id = request.article_id;
    review.ordinal = request.ordinal;
    review.reviewed_by = on_one_line(request.by, " \n\t\r");
    review.note = on_one_line(request.note, " \n\t\r");
    const auto verdict = review_verdict(request.verdict);
    if (!verdict) throw web::BadRequest("choose a verdict: confirmed, disputed, wrong or corrected");
    review.verdict = *verdict;
    if (review.reviewed_by.empty()) throw web::BadRequest("give your name, by which others know who says it");
    if (review.verdict != ReviewVerdict::confirmed && review.note.empty())
        throw web::BadRequest(fmt::format("'{}' needs a reason", request.verdict));
    if (review.note.size() > longest_note || review.reviewed_by.size() > longest_note)
        throw web::BadRequest(fmt::format("more than {} bytes are no note", longest_note));
    return review;
}

struct ReadFigure {
    Kind kind = Kind::number;
    Decimal value, resolution;
};

// As the program read it in the text.
ReadFigure read_figure(const Database& database, const Review& review) {
    const Table table = database.query(
        "SELECT kind, value, resolution FROM claim WHERE document_id = :id AND ordinal = :ordinal",
        {{":id", review.document_id}, {":ordinal", review.ordinal}});
    if (table.rows.empty()) throw web::BadRequest("there is no such figure");
    const auto& row = table.rows.front();
    ReadFigure figure;
    for (const Kind kind : {Kind::money, Kind::percent, Kind::points, Kind::count, Kind::measure, Kind::ratio,
                            Kind::multiple, Kind::number})
        if (name_of(kind) == text_of(row[0])) figure.kind = kind;
    const auto value = Decimal::parse(text_of(row[1])), resolution = Decimal::parse(text_of(row[2]));
    if (!value || !resolution) throw EnvironmentError("the database has no amount where one should be");
    figure.value = *value;
    figure.resolution = *resolution;
    return figure;
}

// A value alone makes one figure of a range; an upper end alone makes a range of the figure.
void correct_value(Review& review, const web::ReviewRequest& request, const ReadFigure& figure) {
    if (request.value.empty() && request.high.empty()) return;
    review.value = figure.value;
    review.resolution = figure.resolution;
    if (!request.value.empty()) {
        const TypedAmount typed = typed_amount(request.value);
        review.value = typed.value;
        review.resolution = typed.resolution;
    }
    if (!request.high.empty() && request.high != "none") review.high = typed_amount(request.high).value;
    if (review.high && *review.high <= *review.value)
        throw web::BadRequest(fmt::format("the upper end {} of a range has to be more than {}", request.high,
                                          review.value->to_string()));
}

void correct(const Database& database, Review& review, const web::ReviewRequest& request) {
    const bool corrects =
        !request.value.empty() || !request.high.empty() || !request.unit.empty() || !request.source.empty();
    if (corrects != (review.verdict == ReviewVerdict::corrected))
        throw web::BadRequest(
            corrects ? "a value, upper end, unit or source that is right goes with 'corrected' alone"
                     : "'corrected' needs the value, upper end, unit or source that is right");
    if (!corrects) return;
    if (!request.source.empty()) review.source = on_one_line(request.source, " \n\t\r");
    const ReadFigure figure = read_figure(database, review);
    try {
        correct_value(review, request, figure);
        if (!request.unit.empty()) review.unit = typed_unit(request.unit, figure.kind);
    } catch (const EnvironmentError& error) {
        throw web::BadRequest(error.what());
    }
}

}  // namespace

void review_from_page(const std::string& path, const web::ReviewRequest& request) {
    Review review = review_of(request);
    Database database = Database::open(path, OpenMode::read_write);
    correct(database, review, request);
    database.transaction([&] {
        database.add_review(review);
        write_facts(database);
    });
}

}  // namespace figbook
