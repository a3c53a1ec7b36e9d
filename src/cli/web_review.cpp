#include "cli/web_review.hpp"

#include <cmath>
#include <fmt/format.h>
#include <utility>

#include "base/magnitudes.hpp"
#include "base/problem.hpp"
#include "base/utf8.hpp"
#include "cli/correction.hpp"
#include "report/amount.hpp"
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
    if (!verdict)
        throw web::BadRequest("choose a verdict: confirmed, disputed, wrong or corrected", "verdict");
    review.verdict = *verdict;
    if (review.reviewed_by.empty())
        throw web::BadRequest("give your name, by which others know who says it", "by");
    if (review.verdict != ReviewVerdict::confirmed && review.note.empty())
        throw web::BadRequest(fmt::format("'{}' needs a reason", request.verdict), "note");
    if (review.note.size() > longest_note || review.reviewed_by.size() > longest_note)
        throw web::BadRequest(fmt::format("more than {} bytes are no note", longest_note),
                              review.note.size() > longest_note ? "note" : "by");
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
                     : "'corrected' needs the value, upper end, unit or source that is right",
            corrects ? "verdict" : "value");
}

// The field of the form in which what is typed cannot be understood; the first of a correction where it is all of it.
std::string_view wrong_field(const TypedCorrection& typed, const ReadFigure& figure,
                             const std::string& problem) {
    TypedCorrection value, high, unit, source;
    value.value = typed.value;
    high.high = typed.high;
    unit.unit = typed.unit;
    source.source = typed.source;
    for (const auto& [name, alone] : {std::pair<std::string_view, const TypedCorrection*>{"value", &value},
                                      {"high", &high},
                                      {"unit", &unit},
                                      {"source", &source}}) {
        if (!alone->is_there()) continue;
        Review tried;
        tried.verdict = ReviewVerdict::corrected;
        try {
            correct(tried, *alone, figure);
        } catch (const EnvironmentError& error) {
            if (problem == error.what()) return name;
        }
    }
    return "value";
}

// With what is wrong in the form as the form's fault, which what is wrong in the database is not.
void correct_from_form(Review& review, const TypedCorrection& typed, const ReadFigure& figure) {
    try {
        correct(review, typed, figure);
    } catch (const EnvironmentError& error) {
        throw web::BadRequest(error.what(), wrong_field(typed, figure, error.what()));
    }
}

constexpr double far = 10;

// "$55 billion", as the text has it.
std::string read_words(const ReadFigure& figure) {
    const std::string value = figure.value.to_string(), resolution = figure.resolution.to_string();
    return amount_text({name_of(figure.kind), value, figure.high, figure.unit, figure.per, resolution, ""});
}

// How many times one is of the other, in as many digits as are read: "1,250,000,000".
std::string times_words(double larger, double smaller) {
    const double times = larger / smaller;
    return times < 1e15 ? grouped(fmt::format("{:.0f}", times)) : fmt::format("{:.0e}", times);
}

// " Did you mean 44 billion?": where the number alone was typed, and the magnitude of the text's brings it near; else "".
std::string meant_words(const std::string& typed, double right, double read) {
    if (typed.find_first_not_of("0123456789.,- ") != std::string::npos) return {};
    const auto is_meant = [&](double size) {
        return read >= size && right * size < far * read && read < far * right * size;
    };
    for (const NamedMagnitude& magnitude : named_magnitudes)
        if (is_meant(magnitude.size)) return fmt::format(" Did you mean {} {}?", typed, magnitude.name);
    return is_meant(1e3) ? fmt::format(" Did you mean {} thousand?", typed) : "";
}

// A slip of the keyboard, of a sign or of a magnitude, is asked about before it stands in reports.
void ask_where_far_off(const Review& review, const web::ReviewRequest& request, const ReadFigure& figure) {
    if (request.is_sure || !review.value || review.unit) return;
    constexpr std::string_view way_out = " Say so below if it is meant.";
    if (review.value->is_negative() && !figure.value.is_negative())
        throw web::BadRequest(fmt::format("you wrote {}, a negative number; the text has {}.{}",
                                          request.value, read_words(figure), way_out),
                              "sure");
    const double right = std::abs(review.value->to_double());
    const double read = std::abs(figure.value.to_double());
    if (right == 0 || read == 0 || (right < far * read && read < far * right)) return;
    const std::string apart = right > read
                                  ? fmt::format("you wrote {}, {} times as much as the {} of the text.",
                                                request.value, times_words(right, read), read_words(figure))
                                  : fmt::format("you wrote {}; the text has {}, {} times as much.",
                                                request.value, read_words(figure), times_words(read, right));
    throw web::BadRequest(apart + meant_words(request.value, right, read).append(way_out), "sure");
}

}  // namespace

void review_from_page(const std::string& path, const web::ReviewRequest& request) {
    Review review = review_of(request);
    const TypedCorrection typed = correction_of(request);
    refuse_incomplete(review, typed);
    Database database = Database::open(path, OpenMode::read_write);
    database.transaction([&] {
        const ReadFigure figure = read_figure(database, review.document_id, review.ordinal);
        correct_from_form(review, typed, figure);
        ask_where_far_off(review, request, figure);
        database.add_review(review);
        write_facts(database);
    });
}

}  // namespace figbook
