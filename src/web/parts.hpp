// The pieces that several pages are made of.
//
//     Markup row = figure_row(row, Verdict::off);
#pragma once
#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/verdict.hpp"
#include "web/response.hpp"
#include "web/row.hpp"
#include "web/row_words.hpp"
#include "web/site.hpp"

namespace figbook::web {

// On this site; throws std::logic_error for another address.
Markup link_to(std::string_view address, std::string_view words);
// To the web where the address is http or https, the bare words where it is not: an article's address may be anything.
Markup outside_link(std::string_view address, std::string_view words);
std::string article_address(std::int64_t article_id);
// Of the page of who has this name.
std::string source_address(std::string_view name);
std::string figure_address(std::int64_t article_id, std::int64_t ordinal);
// Words of an article, or a name: they keep their own direction, whatever stands around them.
Markup said(std::string_view words);
// dir="auto" for an element whose words begin, or may, from the right.
Attribute direction(std::string_view words);
// The first of a finding's figures, or its article where it names none.
std::string finding_address(const Finding& finding);
// What the text says, as a link there, and below it of which article.
Markup stated_in(const Finding& finding);
// The explanation of a finding without the verdict before it, which stands beside it.
std::string explained(const Finding& finding);
Markup paragraph(std::string_view words);
Markup heading(std::string_view words);
// What stands in place of a list without rows, and the way on.
Markup nothing_here(std::string_view words, const Markup& way_on = {});
// `words` in place of the verdict's own name.
Markup verdict_badge(Verdict verdict, std::string_view words = {});
// The hidden field that says that a form is of this page; of one that writes, without a token of its own.
Markup token_field(const Site& site);
Markup token_field(std::string_view token);

struct Column {
    // Text may be short, as a currency is, or as long as a sentence or a headline.
    enum class Kind { text, number, date, narrow, wide, headline };
    std::string_view name;
    Kind kind = Kind::text;
};
// A table that becomes one card a row where the window is narrow: each cell has its column's name. `row_ids` are what links
// lead to, one a row; none where nothing does.
Markup table(std::string_view caption, const std::vector<Column>& columns,
             const std::vector<std::vector<Markup>>& rows, const std::vector<std::string>& row_ids = {});

// What stands in place of the rows of a list where there are none, with the way to `all`; of a page behind the last one, with
// the way to that; of a list that is not narrowed down, with the way to load something.
Markup no_rows(const Query& query, std::int64_t page, std::int64_t rows_a_page, std::int64_t total,
               std::string_view words, std::string_view all, std::string_view all_words);
// Leaves those of the page; returns how many there were.
template <class T>
std::int64_t keep_page(std::vector<T>& list, std::int64_t page, std::int64_t rows_a_page) {
    const auto total = static_cast<std::int64_t>(list.size());
    list.erase(list.begin(), list.begin() + std::min(total, (page - 1) * rows_a_page));
    if (list.size() > static_cast<std::size_t>(rows_a_page))
        list.resize(static_cast<std::size_t>(rows_a_page));
    return total;
}
// What a page says that needs the checks, while they are made for the first time; a browser asks again by itself.
Response not_ready(const Request& request, const Site& site);
// What a report says that takes longer than a reader waits, while it is made.
Response being_made(const Request& request, const Site& site, const std::string& title);
// What it says while those of later articles are made; nothing else.
Markup still_checking(const Site& site);
// Query::refuse_others_than of the address; the .csv of a list has no pages.
void refuse_others_than(const Request& request, std::vector<std::string_view> known);
// How an article without a headline is called: by the first words of its text. `row` has `headline`, and `opening`, which
// is the SQL of opening_column().
std::string headline_of(const Row& row);
std::string opening_of(std::string_view text);
// The beginning of the text of the article of that number, where it has no headline.
std::string opening_column(std::string_view article_id);
// "The Harbour Post, 2025-02-12 · 3 figures", of a row with publication, published and figures.
Markup from_line(const Row& row);
// A choice of one value, or of none: `label` stands over it.
Markup choice(Name name, std::string_view label, const std::vector<std::string_view>& values,
              std::string_view chosen);
// Where the words to look for are typed: the field `q`, with `label` over it.
Markup words_field(std::string_view label, const Query& query);

// The links to the same list in another order: the field `sort`.
Markup sorting(const Query& query, const std::vector<std::string_view>& names, std::string_view current);

// The links to the pages before and behind; nothing where there is one page.
Markup paging(const Query& query, std::int64_t page, std::int64_t rows_a_page, std::int64_t total,
              bool is_exact, std::string_view field = "page", std::string_view label = "More rows");
// The worst that the checks found of the figure of the row.
std::optional<Verdict> verdict_of(const Findings& findings, const Row& row);

// Who says so (source_of()); the name leads to what else is from there. Only where the row has a source.
Markup source_link(const Row& row);
// "The headline · The Courier, 2025-02-12": of which article a figure is.
Markup article_line(const Row& row);
// `found` is what the checks say of it, of which what is off is shown; `conflict` leads to the fact in conflict. The figure, what it is of, who says so, in its sentence, with its article. What is counted is said once: "2 candidates".
Markup figure_card(const Row& row, std::optional<Verdict> verdict, bool with_article,
                   const std::vector<const Found*>& found = {}, const Markup& conflict = {});
// The same of several; those of one article, where they stand beside each other, below its headline.
Markup figure_cards(const Site& site, const std::vector<Row>& figures);
// One of them, by itself, with all that is found of it.
Markup lone_card(const Site& site, const Row& figure);
// Of a row of the table claim: its fact counts it; what a review calls wrong, or gives another unit, is left out there.
extern const std::string_view is_told_of_fact;

}  // namespace figbook::web
