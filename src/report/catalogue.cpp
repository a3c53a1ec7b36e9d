#include "report/catalogue.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <stdexcept>

#include "base/ascii.hpp"
#include "base/csv.hpp"
#include "base/problem.hpp"
#include "embedded.hpp"

namespace figbook {
namespace {

std::vector<std::string> names_in(std::string_view list) {
    std::vector<std::string> names;
    for (const std::string& name : split(list, ',')) names.emplace_back(without_blanks(name));
    return names;
}

class Reader {
 public:
    Reader(std::string_view name, std::string_view text) : text_(text) { report_.name = name; }

    Report read() {
        for (std::size_t start = 0; start < text_.size();) {
            const auto end = std::min(text_.find('\n', start), text_.size());
            ++number_;
            read_line(text_.substr(start, end - start));
            start = end + 1;
        }
        if (report_.title.empty() || report_.description.empty())
            fail("the title or the description is missing");
        if (report_.sections.empty()) fail("there is no statement");
        for (const Section& section : report_.sections)
            if (section.sql.empty()) fail("section " + section.key + " has no statement");
        return std::move(report_);
    }

 private:
    [[noreturn]] void fail(const std::string& message) const {
        throw std::logic_error(fmt::format("{}.sql:{}: {}", report_.name, number_, message));
    }

    void read_line(std::string_view line) {
        // A comment inside of a statement belongs to it.
        const bool in_statement = !report_.sections.empty() && !report_.sections.back().sql.empty();
        const bool is_section = line.starts_with("-- section ");
        if (line.starts_with("-- ") && (!in_statement || is_section))
            return read_header(without_blanks(line.substr(3)));
        if (without_blanks(line).empty()) return;
        section().sql += std::string(line) + "\n";
    }

    void read_header(std::string_view line) {
        const auto colon = line.find(':');
        if (colon == std::string_view::npos) fail("a header comment without a colon");
        const std::string_view key = without_blanks(line.substr(0, colon));
        const std::string_view value = without_blanks(line.substr(colon + 1));
        if (key == "title")
            report_.title = value;
        else if (key == "description")
            report_.description = value;
        else if (key == "copies" && value == "listed")
            report_.lists_copies = true;
        else if (key == "needs" && value == "findings")
            report_.needs_findings = true;
        else if (key == "among")
            report_.among = value;
        else if (key == "reads")
            report_.reads = names_in(value);
        else if (key == "takes")
            report_.takes = names_in(value);
        else if (key.starts_with("section "))
            report_.sections.push_back({std::string(key.substr(8)), std::string(value), {}, {}, {}, {}});
        else if (key.starts_with("column "))
            section().columns.push_back(read_column(key.substr(7), value));
        else if (key == "show")
            section().show = names_in(value);
        else if (key == "optional")
            section().optional = names_in(value);
        else if (key == "figures by")
            section().figures_by = value;
        else if (key == "empty")
            section().empty = value;
        else if (key == "chart")
            section().chart = read_chart(value);
        else if (key == "order" && value == "newest")
            section().order = ListOrder::newest;
        else
            fail("an unknown header comment: " + std::string(key));
    }

    ColumnHint read_column(std::string_view name, std::string_view value) {
        ColumnHint hint;
        hint.name = name;
        if (value.starts_with("amount(")) {
            const auto close = value.find(')');
            if (close == std::string_view::npos) fail("amount( without )");
            hint.kind = ColumnKind::amount;
            hint.arguments = names_in(value.substr(7, close - 7));
            if (hint.arguments.size() != 7)
                fail("amount() takes kind, value, high, unit, per, resolution, bound");
            value = value.substr(close + 1);
        }
        for (const std::string& word : names_in(value)) read_option(hint, word);
        hint.right = hint.right || hint.kind == ColumnKind::number || hint.kind == ColumnKind::amount;
        return hint;
    }

    ChartHint read_chart(std::string_view value) const {
        const auto open = value.find('(');
        const auto close = value.find(')');
        if (open == std::string_view::npos || close == std::string_view::npos || close < open)
            fail("a chart without its columns in ( )");
        const std::string_view kind = value.substr(0, open);
        if (kind != "timeline" && kind != "bars") fail("a chart is timeline(...) or bars(...)");
        ChartHint chart{kind == "bars" ? ChartKind::bars : ChartKind::timeline,
                        names_in(value.substr(open + 1, close - open - 1)),
                        std::string(without_blanks(value.substr(close + 1)))};
        if (chart.arguments.size() != (chart.kind == ChartKind::bars ? 2U : 9U))
            fail("timeline() takes nine columns, bars() two");
        if (chart.title.empty()) fail("a chart without a title");
        return chart;
    }

    void read_option(ColumnHint& hint, std::string_view word) const {
        constexpr std::string_view at_least = "at least ";
        if (word.empty() || word == "text") return;
        if (word == "number")
            hint.kind = ColumnKind::number;
        else if (word == "date")
            hint.kind = ColumnKind::date;
        else if (word == "right")
            hint.right = true;
        else if (word == "readable only")
            hint.readable_only = true;
        else if (word.starts_with(at_least) &&
                 std::from_chars(word.data() + at_least.size(), word.data() + word.size(), hint.least).ec ==
                     std::errc())
            return;
        else
            fail("an unknown column option: " + std::string(word));
    }

    // The section that is being read; the only one of a file without "-- section".
    Section& section() {
        if (report_.sections.empty()) report_.sections.push_back({report_.name, {}, {}, {}, {}, {}});
        return report_.sections.back();
    }

    std::string_view text_;
    std::size_t number_ = 0;
    Report report_;
};

std::vector<Report> read_all() {
    std::vector<Report> reports;
    for (const std::string_view file : files::embedded_names())
        if (file.ends_with(".sql"))
            reports.push_back(read_report(file.substr(0, file.rfind('.')), files::embedded(file)));
    std::sort(reports.begin(), reports.end(),
              [](const Report& a, const Report& b) { return a.name < b.name; });
    return reports;
}

}  // namespace

const ColumnHint* Section::hint(std::string_view column) const {
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const ColumnHint& hint) { return hint.name == column; });
    return found == columns.end() ? nullptr : &*found;
}

bool Report::takes_filter(std::string_view filter) const {
    return std::find(takes.begin(), takes.end(), filter) != takes.end();
}

Report read_report(std::string_view name, std::string_view text) {
    return Reader(name, text).read();
}

const std::vector<Report>& all_reports() {
    static const std::vector<Report> reports = read_all();
    return reports;
}

const Report& find_report(std::string_view name) {
    std::string known;
    for (const Report& report : all_reports()) {
        if (report.name == name) return report;
        known += (known.empty() ? "" : ", ") + report.name;
    }
    throw EnvironmentError(fmt::format("there is no report '{}'; there are: {}", name, known));
}

}  // namespace figbook
