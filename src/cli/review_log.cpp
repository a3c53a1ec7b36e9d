// figbook log [ARTICLE[#N]]: the reviews in the order of time.
#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "cli/commands.hpp"
#include "cli/figure_reference.hpp"
#include "cli/options.hpp"
#include "cli/review_words.hpp"
#include "cli/terminal.hpp"
#include "cli/wrapped.hpp"
#include "report/render.hpp"
#include "store/canonical_url.hpp"
#include "store/cell.hpp"

namespace figbook {
namespace {

struct LogOptions {
    std::string figure;
    std::string by;
    std::string verdict;
    bool unmatched = false;
    std::shared_ptr<std::optional<Date>> from;
    std::shared_ptr<std::optional<Date>> to;
    std::optional<std::int64_t> limit;
    std::string format = "table";
    std::optional<std::size_t> width;
    std::shared_ptr<std::string> db;
};

// The newest that are wanted, then in the order of time. fold() is the store's: lower case of every script. An article's
// number is known though the article is gone.
constexpr std::string_view log_sql = R"(
    SELECT * FROM (
        SELECT * FROM reviews
        WHERE (:url IS NULL OR url = :url)
            AND (:article IS NULL OR article_id = :article)
            AND (:ordinal IS NULL OR ordinal = :ordinal)
            AND (:by IS NULL OR instr(fold(reviewed_by), fold(:by)) > 0)
            AND (:verdict IS NULL OR verdict = :verdict)
            AND (:unmatched = 0 OR state = 'unmatched')
            AND (:from IS NULL OR reviewed_at >= :from)
            AND (:to IS NULL OR substr(reviewed_at, 1, 10) <= :to)
        ORDER BY review_id DESC
        LIMIT coalesce(:limit, -1))
    ORDER BY review_id)";

Value day_or_null(const std::optional<Date>& day) {
    return day ? Value(iso(*day)) : Value();
}

bool any(const Database& database, std::string_view sql, const Parameters& parameters) {
    return !database.query(sql, parameters).rows.empty();
}

// Which article is meant: by address those of all versions.
void add_article(Parameters& parameters, const Database& database, const FigureReference& reference) {
    const auto number = whole_number(reference.article);
    const std::string url = number ? "" : canonical_url(reference.article);
    if (!reference.article.empty() &&
        (!number || !any(database, "SELECT 1 FROM review WHERE document_id = :id", {{":id", *number}})))
        find_article(database, reference.article);
    parameters.emplace_back(":article", number ? Value(*number) : Value());
    parameters.emplace_back(":url", text_or_null(url));
    parameters.emplace_back(":ordinal", reference.ordinal ? Value(*reference.ordinal) : Value());
}

Table reviews(const Database& database, const LogOptions& options) {
    Parameters parameters{{":by", text_or_null(options.by)},
                          {":verdict", text_or_null(options.verdict)},
                          {":unmatched", std::int64_t{options.unmatched ? 1 : 0}},
                          {":from", day_or_null(*options.from)},
                          {":to", day_or_null(*options.to)},
                          {":limit", options.limit ? Value(*options.limit) : Value()}};
    add_article(parameters, database, parse_figure_reference(options.figure));
    return database.query(log_sql, parameters);
}

std::string cell(const Table& table, const std::vector<Value>& row, std::string_view column) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i] != column) continue;
        if (const auto* text = std::get_if<std::string>(&row[i])) return *text;
        if (const auto* number = std::get_if<std::int64_t>(&row[i])) return fmt::format("{}", *number);
    }
    return "";
}

std::string state_words(const Table& table, const std::vector<Value>& row) {
    const std::string state = cell(table, row, "state");
    const std::string is_current = cell(table, row, "is_current");
    if (is_current.empty()) return "its article is not in the database any more";
    if (state == "unmatched") return "no figure of the article is read like this any more";
    if (state == "replaced") return "a later review takes its place";
    return is_current == "0" ? "the article has a newer version, which this does not count for" : "";
}

std::string block(const Table& table, const std::vector<Value>& row, std::size_t width) {
    const std::string ordinal = cell(table, row, "ordinal");
    const std::string headline = on_one_line(cell(table, row, "headline"));
    const std::string name = cell(table, row, "article_id") + (ordinal.empty() ? "" : "#" + ordinal);
    std::string lines = wrapped(printable(fmt::format("\"{}\"{}{}", on_one_line(cell(table, row, "text")),
                                                      headline.empty() ? "" : " in ", headline)),
                                name + "  ", 4, width) +
                        wrapped(review_words(table, row), "    ", 6, width);
    const std::string state = state_words(table, row);
    if (!state.empty()) lines += wrapped("(" + state + ")", "    ", 6, width);
    return lines;
}

int show_log(const LogOptions& options) {
    refuse_reversed(*options.from, *options.to);
    const Database database = Database::open(*options.db, OpenMode::read_only);
    const Table table = reviews(database, options);
    const std::size_t width = text_width(options.width);
    if (options.format != "table") {
        write_out(render(table, options.format, width));
        return 0;
    }
    for (const auto& row : table.rows) write_out(block(table, row, width));
    if (table.rows.empty()) write_out("no reviews\n");
    return 0;
}

}  // namespace

void add_log(CLI::App& program, Action& chosen) {
    CLI::App* command = program.add_subcommand("log", "show the reviews of figures in the order of time");
    auto options = std::make_shared<LogOptions>();
    command->add_option(
        "ARTICLE", options->figure,
        "only those of this article, or with #N of this figure; of an address those of all versions");
    command->add_option("--by", options->by, "only by whose name has this")->type_name("WORDS");
    command->add_option("--verdict", options->verdict, "only with this verdict")
        ->check(CLI::IsMember(std::vector<std::string>{"confirmed", "disputed", "wrong", "corrected"}));
    command->add_flag("--unmatched", options->unmatched, "only those that no figure is read like any more");
    options->from = add_date_option(*command, "--from", "only those made on this day (UTC) or later");
    options->to = add_date_option(*command, "--to", "only those made on this day (UTC) or before");
    command->add_option("--limit", options->limit, "at most so many, the newest")
        ->check(CLI::Range(std::int64_t{1}, std::int64_t{1'000'000'000}))
        ->type_name("N");
    command->add_option("--format", options->format, "table, csv, json, markdown or html")
        ->check(CLI::IsMember(format_names()))
        ->default_str(options->format);
    options->db = add_db_option(*command);
    add_width_option(*command, options->width);
    command->callback([options, &chosen] { chosen = [options] { return show_log(*options); }; });
}

}  // namespace figbook
