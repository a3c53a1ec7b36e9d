#include "cli/web_review.hpp"

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "cli/typed_amount.hpp"
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

void correct(Review& review, const web::ReviewRequest& request) {
    const bool corrects = !request.value.empty() || !request.source.empty();
    if (corrects != (review.verdict == ReviewVerdict::corrected))
        throw web::BadRequest(corrects ? "a value or source that is right goes with 'corrected' alone"
                                       : "'corrected' needs the value or the source that is right");
    if (!request.source.empty()) review.source = on_one_line(request.source, " \n\t\r");
    if (request.value.empty()) return;
    try {
        const TypedAmount typed = typed_amount(request.value);
        review.value = typed.value;
        review.resolution = typed.resolution;
    } catch (const EnvironmentError& error) {
        throw web::BadRequest(error.what());
    }
}

}  // namespace

void review_from_page(const std::string& path, const web::ReviewRequest& request) {
    Review review = review_of(request);
    correct(review, request);
    Database database = Database::open(path, OpenMode::read_write);
    database.transaction([&] {
        database.add_review(review);
        write_facts(database);
    });
}

}  // namespace figbook
