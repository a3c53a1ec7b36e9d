// One file that needs no network: its style, its scripts and its data are in it, and its policy lets nothing else run.
// Without scripts it is a page of plain tables.
#include <algorithm>
#include <fmt/format.h>
#include <string>

#include "base/csv.hpp"
#include "base/decimal.hpp"
#include "embedded.hpp"
#include "report/chart.hpp"
#include "report/chart_json.hpp"
#include "report/html_table.hpp"
#include "report/markup.hpp"
#include "report/renderers.hpp"

namespace figbook {
namespace {

Code code(std::string_view file) {
    return {files::embedded(file), files::embedded_sha256(file)};
}

bool has_chart(const SectionResult& section) {
    return section.section.chart && !section.table.rows.empty();
}

bool has_chart(const ReportResult& result) {
    return std::any_of(result.sections.begin(), result.sections.end(),
                       [](const SectionResult& section) { return has_chart(section); });
}

class Page {
 public:
    explicit Page(const ReportResult& result) : result_(result) {
        scripts_.push_back(code("report.js"));
        if (!has_chart(result)) return;
        scripts_.push_back(code("chart.min.js"));
        scripts_.push_back(code("charts.js"));
    }

    std::string write() {
        page_.html_declaration();
        page_.element("html", {{"lang", "en"}}, [&] {
            page_.element("head", [&] { write_head(); });
            page_.text("\n");
            page_.element("body", [&] { write_body(); });
        });
        page_.text("\n");
        return page_.take();
    }

 private:
    std::string title() const { return result_.title.empty() ? "Report" : result_.title; }

    std::string policy() const {
        std::string scripts;
        for (const Code& script : scripts_) scripts.append(" ").append(policy_source(script));
        return fmt::format(
            "default-src 'none'; script-src{}; style-src {}; base-uri 'none'; form-action 'none'", scripts,
            policy_source(style_));
    }

    void write_head() {
        page_.empty("meta", {{"charset", "utf-8"}});
        page_.empty("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", policy()}});
        page_.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
        page_.empty("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
        page_.empty("meta", {{"name", "referrer"}, {"content", "no-referrer"}});
        page_.element("title", fmt::format("{} – figbook", title()));
        page_.style(style_);
    }

    void write_body() {
        page_.element("header", [&] {
            page_.element("h1", title());
            if (!result_.description.empty())
                page_.element("p", {{"class", "about"}}, [&] { write_words(result_.description); });
            if (!result_.filters.empty()) page_.element("p", {{"class", "filters"}}, result_.filters);
        });
        page_.element("main", [&] {
            for (const SectionResult& section : result_.sections) write_section(section);
        });
        const std::string left_out = in_words(result_.left_out);
        const std::string wrong = wrong_in_words(result_.left_out);
        page_.element("footer", [&] {
            if (!wrong.empty())
                page_.element("p",
                              fmt::format("Left out: {}; figbook log --verdict wrong shows them.", wrong));
            if (!left_out.empty())
                page_.element("p", fmt::format("Left out: {}; --copies shows them.", left_out));
            page_.element("p",
                          "Made by figbook. It says what was printed, by whom and where, not whether it is "
                          "true.");
        });
        for (const Code& script : scripts_) page_.script(script);
    }

    // What stands between ` and ` is code.
    void write_words(std::string_view words) {
        bool is_code = false;
        for (const std::string& part : split(words, '`')) {
            if (is_code)
                page_.element("code", part);
            else
                page_.text(part);
            is_code = !is_code;
        }
    }

    void write_section(const SectionResult& result) {
        const Section& section = result.section;
        const std::string heading = section.title.empty() ? title() : section.title;
        page_.element("section", {{"id", section.key}}, [&] {
            if (!section.title.empty()) page_.element("h2", section.title);
            if (result.table.rows.empty()) {
                page_.element("p", {{"class", "nothing"}}, [&] { write_words(section.empty); });
                return;
            }
            if (has_chart(result)) write_chart(result);
            const std::size_t rows = result.table.rows.size();
            page_.element("p", {{"class", "count"}},
                          fmt::format("{} {}", grouped(std::to_string(rows)), rows == 1 ? "row" : "rows"));
            page_.element(
                "div", {{"class", "scrolls"}, {"role", "region"}, {"aria-label", heading}, {"tabindex", 0}},
                [&] { add_table(page_, result); });
        });
        page_.text("\n");
    }

    // Its text alternative is the table under it. Without scripts there is none.
    void write_chart(const SectionResult& result) {
        const Section& section = result.section;
        const std::string data = section.key + "-chart";
        const std::size_t left_out = section.chart->kind == ChartKind::timeline ? timeline_of(result).left_out
                                                                                : bars_of(result).left_out;
        page_.element("figure", {{"class", "chart"}, {"data-chart", data}, {"hidden", true}}, [&] {
            page_.element("figcaption", [&] {
                page_.element("strong", section.chart->title);
                page_.text(" ");
                page_.element("span", left_out == 0 ? "The table below says the same in words."
                                                    : fmt::format("The table below says all of it; {}.",
                                                                  left_out_words(left_out)));
            });
            page_.element("div", {{"class", "panels"}}, "");
        });
        page_.json_data(data, chart_json(result));
    }

    const ReportResult& result_;
    Code style_ = code("report.css");
    std::vector<Code> scripts_;
    Markup page_;
};

}  // namespace

std::string render_html(const ReportResult& result) {
    return Page(result).write();
}

}  // namespace figbook
