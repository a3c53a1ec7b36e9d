// figbook check [NAME...]: what the text says against what can be known; status 1 where something is off.
#include "check/check.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "cli/terminal.hpp"
#include "cli/wrapped.hpp"
#include "report/render.hpp"
#include "store/cell.hpp"

namespace figbook {
namespace {

struct CheckOptions {
    std::vector<std::string> names;
    std::shared_ptr<std::string> db;
    std::string format = "table";
    std::optional<std::size_t> width;
    bool list = false;
    bool only_off = false;
    std::shared_ptr<std::optional<Date>> from;
    std::shared_ptr<std::optional<Date>> to;
};

std::vector<const Check*> chosen_checks(const std::vector<std::string>& names) {
    std::vector<const Check*> chosen;
    std::string known;
    for (const Check& check : all_checks()) {
        known += (known.empty() ? "" : ", ") + std::string(check.name);
        if (names.empty()) chosen.push_back(&check);
    }
    for (const std::string& name : names) {
        const Check* check = find_check(name);
        if (check == nullptr)
            throw EnvironmentError(fmt::format("there is no check '{}'; there are: {}", name, known));
        if (std::find(chosen.begin(), chosen.end(), check) == chosen.end()) chosen.push_back(check);
    }
    return chosen;
}

// ---- The form for reading: a block a finding.

// Lines behind `indent` blanks; none where there are no words.
std::string indented(std::string_view words, std::size_t indent, std::size_t width) {
    return words.empty() ? "" : wrapped(words, std::string(indent, ' '), indent, width);
}

std::string one_line(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
    return printable(text);
}

std::string lines_of(const Finding& finding, std::size_t width) {
    std::string lines;
    for (const auto& [label, words] : finding.lines)
        lines += wrapped(one_line(words), fmt::format("    {:<11}", label), 15, width);
    return lines;
}

std::string block(const Finding& finding, std::size_t width) {
    const std::string day = finding.published.empty() ? "no date" : finding.published;
    const std::string headline = finding.headline.empty() ? "(no headline)" : one_line(finding.headline);
    const std::string title = fmt::format("{}  {}", day, headline);
    return (width == uncut ? title : cut_to_width(title, width)) + "\n" +
           indented(fmt::format("{}: {}", one_line(finding.stated), name_of(finding.verdict)), 2, width) +
           indented(one_line(finding.explanation), 4, width) + lines_of(finding, width) + "\n";
}

bool is_shown(const Finding& finding, bool only_off) {
    return !only_off || finding.verdict == Verdict::off;
}

std::string last_line(const CheckFindings& findings) {
    if (findings.list.empty()) return fmt::format("{}: nothing to check\n", findings.check->name);
    return fmt::format("{}: {} consistent, {} off, {} cannot be checked\n", findings.check->name,
                       findings.count(Verdict::consistent), findings.count(Verdict::off),
                       findings.count(Verdict::cannot_check));
}

// ---- The form for programs: a table with a row a finding.

// The columns of all checks together; null in the rows of the checks that do not have them.
Table table_of(const std::vector<CheckFindings>& all, bool only_off) {
    Table table{{"check", "verdict", "stated", "explanation", "article_id", "published", "publication",
                 "headline", "url"},
                {}};
    for (const CheckFindings& findings : all)
        for (const Finding& finding : findings.list)
            for (const auto& [name, value] : finding.details)
                if (std::find(table.columns.begin(), table.columns.end(), name) == table.columns.end())
                    table.columns.push_back(name);
    for (const CheckFindings& findings : all)
        for (const Finding& finding : findings.list) {
            if (!is_shown(finding, only_off)) continue;
            std::vector<Value> row{std::string(findings.check->name),
                                   std::string(name_of(finding.verdict)),
                                   finding.stated,
                                   finding.explanation,
                                   finding.article_id,
                                   text_or_null(finding.published),
                                   text_or_null(finding.publication),
                                   text_or_null(finding.headline),
                                   text_or_null(finding.url)};
            row.resize(table.columns.size());
            for (const auto& [name, value] : finding.details)
                row[static_cast<std::size_t>(std::find(table.columns.begin(), table.columns.end(), name) -
                                             table.columns.begin())] = value;
            table.rows.push_back(std::move(row));
        }
    return table;
}

// For people who paste it: the verdict and what it rests on, without the columns that repeat it.
Table short_table(const Table& table, bool of_many) {
    std::vector<std::string> wanted{"published",          "headline",       "stated",
                                    "implied_rate",       "reference_rate", "reference_day",
                                    "difference_percent", "verdict",        "explanation"};
    if (of_many) wanted.insert(wanted.begin(), "check");
    Table shorter;
    shorter.rows.resize(table.rows.size());
    for (const std::string& name : wanted) {
        const auto found = std::find(table.columns.begin(), table.columns.end(), name);
        if (found == table.columns.end()) continue;
        const auto column = static_cast<std::size_t>(found - table.columns.begin());
        shorter.columns.push_back(name);
        for (std::size_t row = 0; row < table.rows.size(); ++row)
            shorter.rows[row].push_back(table.rows[row][column]);
    }
    return shorter;
}

// What each finding rests on, in the words of the form for reading.
Table with_reasons(Table table, const std::vector<CheckFindings>& all, bool only_off) {
    table.columns.emplace_back("rests_on");
    auto row = table.rows.begin();
    for (const CheckFindings& findings : all)
        for (const Finding& finding : findings.list) {
            if (!is_shown(finding, only_off)) continue;
            std::string words;
            for (const auto& [label, text] : finding.lines)
                words += fmt::format("{}{}: {}", words.empty() ? "" : "; ", label, text);
            (row++)->emplace_back(words);
        }
    return table;
}

// A page, for readers: the columns that say it in words, and the rest for the link to the article.
std::string page_of(const std::vector<CheckFindings>& all, bool only_off) {
    Section section;
    section.key = "checks";
    section.show = {"check",    "verdict", "published",   "publication",
                    "headline", "stated",  "explanation", "rests_on"};
    section.empty = only_off ? "nothing is off" : "nothing to check";
    ReportResult result{"Checks", {{section, with_reasons(table_of(all, only_off), all, only_off)}}, {}};
    for (const CheckFindings& findings : all) {
        const std::string line = last_line(findings);
        result.description += (result.description.empty() ? "" : "; ") + line.substr(0, line.size() - 1);
    }
    return render(result, Format::html);
}

int list_checks() {
    for (const Check& check : all_checks())
        write_out(fmt::format("{:<16}{}\n", check.name, check.description));
    return 0;
}

int check(const CheckOptions& options) {
    if (options.list) return list_checks();
    const auto checks = chosen_checks(options.names);
    refuse_reversed(*options.from, *options.to);
    const std::size_t width = text_width(options.width);
    const Database database = Database::open(*options.db, OpenMode::read_only);
    const std::vector<CheckFindings> all = run_checks(database, checks, {*options.from, *options.to});
    if (options.format == "table") {
        for (const CheckFindings& findings : all) {
            for (const Finding& finding : findings.list)
                if (is_shown(finding, options.only_off)) write_out(block(finding, width));
            write_out(last_line(findings));
        }
    } else if (options.format == "html") {
        write_out(page_of(all, options.only_off));
    } else {
        const Table table = table_of(all, options.only_off);
        const bool is_short = options.format == "markdown";
        write_out(render(is_short ? short_table(table, checks.size() > 1) : table, options.format, width));
    }
    const bool off =
        std::any_of(all.begin(), all.end(), [](const CheckFindings& f) { return f.count(Verdict::off) > 0; });
    return off ? 1 : 0;
}

std::string list_of_checks() {
    std::string text = "Checks:";
    for (const Check& check : all_checks())
        text += fmt::format("\n  {:<28}{}", check.name, check.description);
    return text;
}

}  // namespace

void add_check(CLI::App& program, Action& chosen) {
    CLI::App* command =
        program.add_subcommand("check", "check what the texts say; status 1 where something is off");
    command->footer(list_of_checks());
    auto options = std::make_shared<CheckOptions>();
    command->add_option("NAME", options->names, "the checks to make; all of them where none is named");
    command->add_flag("--off", options->only_off, "show only what is off; all are counted");
    command->add_flag("--list", options->list, "say which checks there are");
    command->add_option("--format", options->format, "table, csv, json, markdown or html")
        ->check(CLI::IsMember(format_names()))
        ->default_str(options->format);
    add_width_option(*command, options->width);
    options->from = add_date_option(*command, "--from", "only articles published on this day or later");
    options->to = add_date_option(*command, "--to", "only articles published on this day or before");
    options->db = add_db_option(*command);
    command->callback([options, &chosen] { chosen = [options] { return check(*options); }; });
}

}  // namespace figbook
