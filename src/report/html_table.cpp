#include "report/html_table.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <utility>
#include <vector>

#include "base/decimal.hpp"
#include "base/utf8.hpp"
#include "report/chart_json.hpp"
#include "report/readable.hpp"

namespace figbook {
namespace {

// More of a headline is no headline: it is folded away, so that the rows can still be seen.
constexpr std::size_t longest_open_cell = 400;
constexpr std::size_t shown_of_folded = 200;

using Range = std::pair<std::size_t, std::size_t>;

// What leads a row back to its article, by the names that catalogue.hpp gives.
struct Place {
    explicit Place(const Table& table)
        : url(find_column(table, "url")),
          article(find_column(table, "article_id")),
          ordinal(find_column(table, "ordinal")),
          sentence(find_column(table, "sentence")),
          sentence_start(find_column(table, "sentence_start")) {
        constexpr std::string_view start = "start";
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            const std::string& name = table.columns[column];
            if (name != start && !name.ends_with("_start")) continue;
            const auto end = find_column(table, name.substr(0, name.size() - start.size()) + "end");
            if (end && !is_of_time(name)) figures.emplace_back(column, *end);
        }
    }

    // Where else "start" and "end" are days.
    static bool is_of_time(std::string_view name) {
        return name == "period_start" || name == "baseline_start";
    }

    std::optional<std::size_t> url, article, ordinal, sentence, sentence_start;
    std::vector<Range> figures;  // columns of start and end
};

std::optional<std::size_t> number_in(const Value& value) {
    const auto* number = std::get_if<std::int64_t>(&value);
    if (number == nullptr || *number < 0) return std::nullopt;
    return static_cast<std::size_t>(*number);
}

std::string text_at(const std::vector<Value>& row, const std::optional<std::size_t>& column) {
    return column ? plain_text(row[*column]) : "";
}

// "2025-03-06", "2024–2025": days must not break at their hyphens.
bool is_days(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789-\u2013") == std::string_view::npos;
}

// Whether it can hold letters that read from right to left.
bool may_turn(std::string_view text) {
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

class TableWriter {
 public:
    TableWriter(Markup& page, const SectionResult& result)
        : page_(page), result_(result), readable_(readable_table(result)), place_(result.table) {
        for (std::size_t column = 0; column < readable_.columns.size(); ++column)
            if (!is_left_out(column)) columns_.push_back(column);
        adds_sentence_ = place_.sentence && !shows("sentence");
    }

    void write() {
        page_.element("table", [&] {
            page_.element("thead", [&] { page_.element("tr", [&] { write_head(); }); });
            page_.element("tbody", [&] {
                for (std::size_t row = 0; row < readable_.rows.size(); ++row) write_row(row);
            });
        });
    }

 private:
    bool shows(std::string_view name) const {
        return std::any_of(columns_.begin(), columns_.end(),
                           [&](std::size_t column) { return readable_.columns[column].name == name; });
    }

    // Then the place stands under it: a column of its own would take the room that the sentence needs.
    bool has_sentence() const { return place_.sentence.has_value(); }

    bool is_left_out(std::size_t column) const {
        const auto& optional = result_.section.optional;
        // The place says it already.
        if (place_.article && readable_.columns[column].name == "id") return true;
        return std::find(optional.begin(), optional.end(), readable_.columns[column].name) !=
                   optional.end() &&
               std::all_of(readable_.rows.begin(), readable_.rows.end(),
                           [&](const auto& cells) { return cells[column].empty(); });
    }

    void write_head() {
        for (const std::size_t column : columns_) {
            const ReadableColumn& shown = readable_.columns[column];
            page_.element("th", {{"scope", "col"}, {"class", shown.right ? "number" : "text"}}, shown.label);
        }
        if (adds_sentence_) page_.element("th", {{"scope", "col"}, {"class", "text"}}, "sentence");
        if (place_.article && !has_sentence())
            page_.element("th", {{"scope", "col"}, {"class", "text"}}, "where");
    }

    void write_row(std::size_t row) {
        const auto& values = result_.table.rows[row];
        page_.element("tr", {{"id", row_id(result_.section, row)}}, [&] {
            for (const std::size_t column : columns_) write_cell(row, column);
            if (adds_sentence_) write_sentence(values, "sentence");
            if (place_.article && !has_sentence()) write_place_cell(values);
        });
        page_.text("\n");
    }

    void write_cell(std::size_t row, std::size_t column) {
        const ReadableColumn& shown = readable_.columns[column];
        const auto& values = result_.table.rows[row];
        const std::string& text = readable_.rows[row][column];
        if (shown.name == "sentence" && place_.sentence) return write_sentence(values, shown.label);
        const std::string key = sort_key(values, shown.name);
        page_.element("td",
                      {{"data-label", shown.label},
                       {"class", cell_class(shown)},
                       key.empty() ? Attribute("data-sort", false) : Attribute("data-sort", key)},
                      [&] {
                          isolated(text, [&] {
                              shown.name == "headline" ? write_link(values, text) : write_long(text);
                          });
                      });
    }

    static std::string_view cell_class(const ReadableColumn& column) {
        constexpr std::size_t wide = 20;
        if (column.right) return "number";
        return column.may_be_cut && column.least >= wide ? "text wide" : "text";
    }

    // By what the page sorts: the number behind what is shown.
    std::string sort_key(const std::vector<Value>& values, std::string_view column) const {
        const ColumnHint* hint = result_.section.hint(column);
        if (hint == nullptr) return {};
        if (hint->kind == ColumnKind::number) return text_at(values, find_column(result_.table, column));
        if (hint->kind == ColumnKind::amount) return argument_text(result_.table, values, hint->arguments[1]);
        return {};
    }

    void write_days(std::string_view text) {
        constexpr std::string_view dash = "\u2013";
        const auto between = text.find(dash);
        page_.element("span", {{"class", "day"}}, text.substr(0, between));
        if (between == std::string_view::npos) return;
        page_.text(dash).element("span", {{"class", "day"}}, text.substr(between + dash.size()));
    }

    void write_long(std::string_view text) {
        if (is_days(text)) return write_days(text);
        if (text.size() <= longest_open_cell) {
            page_.text(text);
            return;
        }
        page_.element("details", [&] {
            page_.element("summary", cut_to_width(text, shown_of_folded));
            page_.text(text);
        });
    }

    // A headline that is missing, or folded away, cannot be the link.
    bool links_headline(const std::vector<Value>& values) const {
        const std::string headline = text_at(values, find_column(result_.table, "headline"));
        return shows("headline") && !headline.empty() && headline.size() <= longest_open_cell;
    }

    void write_link(const std::vector<Value>& values, std::string_view text) {
        const auto address = Address::web(text_at(values, place_.url));
        if (!address || !links_headline(values)) return write_long(text);
        page_.element("a", {{"href", *address}, {"rel", "noreferrer"}}, text);
    }

    // The bytes of the figures in the sentence, in their order, none in another.
    std::vector<Range> marks(const std::vector<Value>& values, std::size_t size) const {
        std::vector<Range> marks;
        const auto origin = place_.sentence_start ? number_in(values[*place_.sentence_start]) : std::nullopt;
        if (!origin) return marks;
        for (const auto& [start_column, end_column] : place_.figures) {
            const auto start = number_in(values[start_column]);
            const auto end = number_in(values[end_column]);
            if (start && end && *origin <= *start && *start < *end && *end - *origin <= size)
                marks.emplace_back(*start - *origin, *end - *origin);
        }
        std::sort(marks.begin(), marks.end());
        const auto overlaps = [](const Range& a, const Range& b) { return b.first < a.second; };
        marks.erase(std::unique(marks.begin(), marks.end(), overlaps), marks.end());
        return marks;
    }

    void write_marked(std::string_view text, const std::vector<Range>& marks) {
        std::size_t at = 0;
        for (const auto& [start, end] : marks) {
            page_.text(text.substr(at, start - at));
            page_.element("mark", text.substr(start, end - start));
            at = end;
        }
        page_.text(text.substr(at));
    }

    // A text that reads from right to left must not turn what stands beside it.
    template <class F>
    void isolated(std::string_view text, F&& content) {
        if (may_turn(text))
            page_.element("bdi", content);
        else
            content();
    }

    void write_sentence(const std::vector<Value>& values, std::string_view label) {
        const std::string sentence = text_at(values, place_.sentence);
        const std::string_view text = sentence;
        page_.element("td", {{"data-label", label}, {"class", "sentence"}}, [&] {
            isolated(text, [&] { write_marked(text, marks(values, text.size())); });
            if (place_.article)
                page_.element("div", {{"class", "where"}, {"dir", "ltr"}}, [&] { write_place(values); });
        });
    }

    void write_place_cell(const std::vector<Value>& values) {
        page_.element("td", {{"data-label", "where"}, {"class", "where"}}, [&] { write_place(values); });
    }

    void write_place(const std::vector<Value>& values) {
        std::string figure = text_at(values, place_.article);
        if (place_.ordinal) figure.append("#").append(text_at(values, place_.ordinal));
        page_.element("code", figure);
        for (const auto& [start, end] : place_.figures) {
            if (std::holds_alternative<std::monostate>(values[start])) continue;
            page_.text(" ").element(
                "span", fmt::format("bytes {}–{}", plain_text(values[start]), plain_text(values[end])));
        }
        write_article(values);
    }

    // The link, where no headline is one; an address that must not be a link as text.
    void write_article(const std::vector<Value>& values) {
        const std::string url = text_at(values, place_.url);
        if (url.empty()) return;
        const auto address = Address::web(url);
        if (!address)
            page_.text(" ").element("span", {{"class", "address"}, {"dir", "auto"}}, url);
        else if (!links_headline(values))
            page_.text(" ").element("a", {{"href", *address}, {"rel", "noreferrer"}}, "article");
    }

    Markup& page_;
    const SectionResult& result_;
    ReadableTable readable_;
    Place place_;
    std::vector<std::size_t> columns_;  // of the readable table: those that are shown
    bool adds_sentence_ = false;
};

}  // namespace

void add_table(Markup& page, const SectionResult& result) {
    TableWriter(page, result).write();
}

}  // namespace figbook
