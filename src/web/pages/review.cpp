// A review: what somebody says of a figure. Others see it beside the figure, and reports take it into account.
#include <array>
#include <fmt/format.h>

#include "base/utf8.hpp"
#include "report/amount.hpp"
#include "web/figure_list.hpp"
#include "web/layout.hpp"
#include "web/pages/pages.hpp"
#include "web/parts.hpp"
#include "web/review_list.hpp"

namespace figbook::web {
namespace {

constexpr std::int64_t largest = 9'223'372'036'854'775'807;

struct Choice {
    const char* verdict;
    const char* words;
};
constexpr std::array<Choice, 4> choices{
    {{"confirmed", "Confirmed: it is so (key c)"},
     {"disputed", "Disputed: somebody disagrees with what the text says (d)"},
     {"wrong", "Wrong: the text was misread, reports leave it out (w)"},
     {"corrected", "Corrected: what is right is below (o)"}}};

// What was typed, and what of it could not be taken.
struct Typed {
    const ReviewRequest& review;
    std::string problem{};  // "": nothing was sent yet
    std::string field{};    // of the form; "": none of them
};

// Beside the field that it is of.
Markup problem_of(const Typed& typed, std::string_view field) {
    if (typed.problem.empty() || typed.field != field) return {};
    return element("p", {{"class", "field-problem"}, {"id", "review-problem"}}, {text(typed.problem)});
}

// What was corrected is confirmed as it is printed, which a reader may take for the correction.
std::string words_of(const Choice& choice, const Row& figure) {
    constexpr std::size_t most = 60;
    const bool takes_back = figure.text("verdict") == "corrected" && &choice == &choices.front();
    if (!takes_back) return choice.words;
    return fmt::format("Confirm the printed {} (takes the correction back) (key c)",
                       cut_text(without_turns(figure.text("text")), most));
}

Markup verdicts(const Row& figure, const Typed& typed) {
    const std::string& chosen = typed.review.verdict;
    const bool is_first = typed.problem.empty() || typed.field == "verdict";
    Markup all = element("legend", {}, {text("Verdict")});
    all += problem_of(typed, "verdict");
    for (const Choice& choice : choices)
        all += element("label", {{"class", "choice"}},
                       {element("input", {{"type", "radio"},
                                          {"name", "verdict"},
                                          {"value", choice.verdict},
                                          {"checked", chosen == choice.verdict},
                                          {"autofocus", is_first && &choice == &choices.front()},
                                          {"required", true}}),
                        text(words_of(choice, figure))});
    return element("fieldset", {}, {all});
}

struct Field {
    Name name;
    const char* label;
    std::string hint;
    std::string now{};  // as it was read
};

Markup input(const Typed& typed, const Field& field, bool is_required, const std::string& value) {
    const bool is_wrong = !typed.problem.empty() && typed.field == field.name.view();
    // What is asked about a value is answered by another one, or below it.
    const bool is_asked = is_wrong || (typed.field == "sure" && field.name.view() == "value");
    const std::string id = fmt::format("review-{}", field.name.view());
    return element(
        "div", {{"class", "field"}},
        {element("label", {{"for", id}}, {text(field.label)}),
         field.hint.empty() ? Markup()
                            : element("p", {{"class", "hint"}, {"id", id + "-hint"}}, {text(field.hint)}),
         problem_of(typed, field.name.view()),
         element("input", {{"id", id},
                           {"name", field.name.view()},
                           {"type", "text"},
                           {"value", value},
                           {"placeholder", field.now},
                           {"aria-describedby", is_wrong             ? "review-problem"
                                                : field.hint.empty() ? ""
                                                                     : id + "-hint"},
                           {"aria-invalid", is_wrong ? "true" : "false"},
                           {"autofocus", is_asked},
                           {"required", is_required}})});
}

// Asked where the value is far from what was read.
Markup sure(const Typed& typed) {
    Markup all = problem_of(typed, "sure");
    all += element("label", {{"class", "choice"}},
                   {element("input", {{"type", "checkbox"}, {"name", "sure"}, {"value", "1"}}),
                    text("It is meant: the value is that far off")});
    return all;
}

// As one would type it: "55 billion".
std::string typed_words(const Row& figure, const char* column) {
    const std::string value = figure.text(column);
    return value.empty() ? value : amount_text({.kind = "number", .value = value});
}

// Of a correction; hidden by the script until that is chosen.
Markup correction(const Row& figure, const Typed& typed) {
    const ReviewRequest& review = typed.review;
    return element(
        "fieldset", {{"class", "correction"}},
        {element("legend", {}, {text("What is right, for “Corrected”; leave empty what was read well")}),
         input(typed, {"value", "Correct value", "as 51.9 billion", typed_words(figure, "value")}, false,
               review.value),
         typed.field == "sure" ? sure(typed) : Markup(),
         input(typed,
               {"high", "Upper end of a range", "“none” where it is no range", typed_words(figure, "high")},
               false, review.high),
         input(
             typed,
             {"unit", "Unit", "EUR, %, km/h, what is counted; “none” for a bare number", figure.text("unit")},
             false, review.unit),
         input(typed, {"source", "Who says so", "“none” where nobody is named", figure.text("source")}, false,
               review.source)});
}

// With what was typed before, where that could not be taken.
Markup form(const Site& site, const Row& figure, const Typed& typed) {
    const auto hidden = [](Name name, const std::string& value) {
        return element("input", {{"type", "hidden"}, {"name", name.view()}, {"value", value}});
    };
    return element("form", {{"method", "post"}, {"action", "/review"}, {"class", "load reviewing"}},
                   {token_field(site), hidden("article", std::to_string(typed.review.article_id)),
                    hidden("figure", std::to_string(typed.review.ordinal)), verdicts(figure, typed),
                    correction(figure, typed),
                    input(typed, {"note", "Why", "needed but for “Confirmed”"}, false, typed.review.note),
                    input(typed, {"by", "Your name", ""}, true, typed.review.by),
                    element("button", {{"type", "submit"}}, {text("Save review")})});
}

Response form_page(const Request& request, Site& site, const Typed& typed) {
    const std::int64_t article = typed.review.article_id;
    const std::int64_t ordinal = typed.review.ordinal;
    const Table table = site.database.query(
        fmt::format("SELECT {} FROM all_figures WHERE article_id = :id AND ordinal = :ordinal",
                    figure_columns()),
        {{":id", article}, {":ordinal", ordinal}});
    if (table.rows.empty()) throw NotFound("There is no such figure.");
    if (request.form != Form::html)
        return json_response({{"token", site.token}, {"figure", rows_json(table).at(0)}});
    if (!site.findings && site.findings_of) site.findings = site.findings_of({article});
    Markup content = element("p", {{"class", "crumbs"}},
                             {link_to(figure_address(article, ordinal), "Back to the article")});
    content += heading("Review a figure");
    content += element("ul", {{"class", "figures"}}, {lone_card(site, rows_of(table).front())});
    if (!typed.problem.empty())
        content +=
            element("p", {{"class", "notice bad"}, {"role", "alert"}}, {text("Not saved: " + typed.problem)});
    content += form(site, rows_of(table).front(), typed);
    const Table earlier = site.database.query(reviews_sql("article_id = :id AND ordinal = :ordinal"),
                                              {{":id", article}, {":ordinal", ordinal}});
    if (!earlier.rows.empty()) {
        content += element("h2", {}, {text("Reviews of this figure")});
        content += review_table("Reviews of this figure, the last first", earlier);
    }
    return html_response(page(site, {"Review a figure", "/articles", nullptr}, content),
                         typed.problem.empty() ? 200 : 400);
}

}  // namespace

Response review_page(const Request& request, Site& site) {
    if (site.token.empty() || !site.services.review)
        return error_response(site, request, 403, "This page only reads: no figure can be reviewed here.");
    if (request.form == Form::csv) throw NotFound("A review has no .csv; it has a .json.");
    request.query.refuse_others_than({"article", "figure"});
    if (!request.is_post) {
        ReviewRequest asked;
        asked.article_id = request.query.number("article", 0, 1, largest);
        asked.ordinal = request.query.number("figure", 0, 0, largest);
        return form_page(request, site, {asked});
    }
    const Query& fields = request.fields;
    ReviewRequest review;
    review.article_id = fields.number("article", 0, 1, largest);
    review.ordinal = fields.number("figure", 0, 0, largest);
    review.verdict = fields.value("verdict");
    review.value = fields.value("value");
    review.high = fields.value("high");
    review.unit = fields.value("unit");
    review.source = fields.value("source");
    review.note = fields.value("note");
    review.by = fields.value("by");
    review.is_sure = fields.flag("sure");
    if (site.database
            .query("SELECT 1 FROM claim WHERE document_id = :id AND ordinal = :ordinal",
                   {{":id", review.article_id}, {":ordinal", review.ordinal}})
            .rows.empty())
        throw NotFound("There is no such figure.");
    try {
        site.services.review(review);
    } catch (const BadRequest& error) {
        if (request.form != Form::html) throw;
        return form_page(request, site, {review, error.what(), error.field()});
    }
    if (request.form != Form::html) return json_response({{"summary", "reviewed"}});
    return see_other(figure_address(review.article_id, review.ordinal));
}

}  // namespace figbook::web
