#include "cli/web_review.hpp"

#include <fmt/format.h>

#include "base/problem.hpp"
#include "base/utf8.hpp"
#include "cli/correction.hpp"
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

// An empty field of the form says nothing.
TypedCorrection correction_of(const web::ReviewRequest& request) {
    const auto typed = [](const std::string& words) {
        return words.empty() ? std::nullopt : std::optional(words);
    };
    return {typed(request.value), typed(request.high), typed(request.unit),
            typed(on_one_line(request.source, " \n\t\r"))};
}

void refuse_incomplete(const Review& review, const TypedCorrection& typed) {
    const bool corrects = typed.is_there();
    if (corrects != (review.verdict == ReviewVerdict::corrected))
        throw web::BadRequest(
            corrects ? "a value, upper end, unit or source that is right goes with 'corrected' alone"
                     : "'corrected' needs the value, upper end, unit or source that is right");
}

// With what is wrong in the form as the form's fault, which what is wrong in the database is not.
void correct_from_form(Review& review, const TypedCorrection& typed, const ReadFigure& figure) {
    try {
        correct(review, typed, figure);
    } catch (const EnvironmentError& error) {
        throw web::BadRequest(error.what());
    }
}

}  // namespace

void review_from_page(const std::string& path, const web::ReviewRequest& request) {
    Review review = review_of(request);
    const TypedCorrection typed = correction_of(request);
    refuse_incomplete(review, typed);
    Database database = Database::open(path, OpenMode::read_write);
    database.transaction([&] {
        correct_from_form(review, typed, read_figure(database, review.document_id, review.ordinal));
        database.add_review(review);
        write_facts(database);
    });
}

}  // namespace figbook
