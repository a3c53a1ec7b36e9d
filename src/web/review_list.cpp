#include "web/review_list.hpp"

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "report/amount.hpp"
#include "web/parts.hpp"

namespace figbook::web {
namespace {

std::string state_of(const Row& row) {
    const std::string state = row.text("state");
    if (row.text("is_current").empty()) return "its article is not in the database any more";
    if (state == "unmatched") return "no figure of the article is read like this any more";
    if (state == "replaced") return "a later one takes its place";
    return row.whole("is_current") == 0 ? "the article has a newer version, for which it does not count" : "";
}

Markup figure_of(const Row& row) {
    const std::string words = fmt::format("“{}”", row.text("text"));
    Markup figure = row.text("ordinal").empty()
                        ? said(words)
                        : link_to(figure_address(row.whole("article_id"), row.whole("ordinal")), words);
    std::string from = row.text("headline");
    if (const std::string paper = row.text("publication"); !paper.empty())
        from += (from.empty() ? "" : ", ") + paper;
    if (!from.empty()) figure += element("p", {{"class", "from"}}, {said(cut_text(from, 120))});
    return figure;
}

Markup what_was_found(const Row& row) {
    const std::string verdict = row.text("verdict");
    Markup all =
        element("span", {{"class", verdict == "confirmed" ? "badge good" : "badge off"}}, {text(verdict)});
    if (const std::string right = corrected_words(row); !right.empty())
        all += element("p", {}, {text("to "), said(right)});
    if (const std::string note = row.text("note"); !note.empty()) all += element("p", {}, {said(note)});
    if (const std::string state = state_of(row); !state.empty())
        all += element("p", {{"class", "from"}}, {text(state)});
    return all;
}

}  // namespace

std::string reviews_sql(std::string_view condition) {
    return fmt::format(
        "SELECT reviewed_at, reviewed_by, verdict, note, article_id, ordinal, state, is_current, published,"
        " publication, headline, url, text, kind, value, high, unit, source, corrected_kind, corrected_value,"
        " corrected_high, corrected_resolution, corrected_unit, corrected_source"
        " FROM reviews WHERE {} ORDER BY review_id DESC",
        condition);
}

std::string corrected_words(const Row& row) {
    const bool has_value = !row.text("corrected_value").empty();
    const bool has_unit = !row.text("corrected_kind").empty();
    std::string words;
    if (has_value || has_unit) {
        const std::string kind = row.text(has_unit ? "corrected_kind" : "kind");
        const std::string value = row.text(has_value ? "corrected_value" : "value");
        const std::string high = row.text(has_value ? "corrected_high" : "high");
        const std::string unit = row.text(has_unit ? "corrected_unit" : "unit");
        words = amount_text({kind, value, high, unit});
    }
    if (std::holds_alternative<std::monostate>(row.cell("corrected_source"))) return words;
    const std::string source = row.text("corrected_source");
    return words + (words.empty() ? "" : ", ") +
           (source.empty() ? "said by the paper itself" : "said by " + source);
}

Markup review_table(std::string_view caption, const Table& reviews) {
    std::vector<std::vector<Markup>> rows;
    for (const Row& row : rows_of(reviews))
        rows.push_back({text(minute_of(row.text("reviewed_at"))), said(row.text("reviewed_by")),
                        figure_of(row), what_was_found(row)});
    return table(caption, {{"When", Column::Kind::date}, {"By"}, {"Figure"}, {"Verdict"}}, rows);
}

}  // namespace figbook::web
