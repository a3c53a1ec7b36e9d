// figbook review ARTICLE#N VERDICT: what somebody says of a figure; it is added to the reviews and changes none.
#include "store/review.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <memory>
#include <optional>
#include <pwd.h>
#include <string>
#include <unistd.h>
#include <vector>

#include "base/utf8.hpp"
#include "cli/commands.hpp"
#include "cli/correction.hpp"
#include "cli/figure_reference.hpp"
#include "cli/marked_text.hpp"
#include "cli/open_database.hpp"
#include "cli/options.hpp"
#include "cli/review_words.hpp"
#include "cli/terminal.hpp"
#include "cli/wrapped.hpp"
#include "report/amount.hpp"
#include "track/facts.hpp"

namespace figbook {
namespace {

struct ReviewOptions {
    std::string figure;
    std::string verdict;
    TypedCorrection right;
    std::string note;
    std::string by;
    std::shared_ptr<std::string> db;
    std::optional<std::size_t> width;
};

// ---- What was typed.

// "" where there are only blanks. Everybody reads it later, so it is text of one line.
std::string clean_words(const std::string& words, std::string_view option) {
    if (first_invalid_utf8(words))
        throw EnvironmentError(fmt::format("{} is not UTF-8; type it in a terminal that is", option));
    std::string line = on_one_line(words);
    while (line.ends_with(' ')) line.pop_back();
    return line;
}

std::string login_name() {
    const passwd* user = ::getpwuid(::geteuid());
    return user == nullptr || user->pw_name == nullptr ? "" : user->pw_name;
}

ReviewVerdict verdict_of(const ReviewOptions& options) {
    const auto verdict = review_verdict(options.verdict);
    if (!verdict)
        throw EnvironmentError(fmt::format(
            "'{}' is no verdict; there are: confirmed (it is so), disputed (somebody disagrees with what the "
            "text says), wrong (figbook misread the text), corrected (with what is right)",
            options.verdict));
    return *verdict;
}

void refuse_incomplete(const Review& review, const ReviewOptions& options) {
    const bool is_correction = review.verdict == ReviewVerdict::corrected;
    if (is_correction && !options.right.is_there())
        throw EnvironmentError("'corrected' needs what is right: give --value, --high, --unit or --source");
    if (!is_correction && options.right.is_there())
        throw EnvironmentError(
            fmt::format("--value, --high, --unit and --source go with 'corrected' alone, not with '{}'",
                        options.verdict));
    if (review.verdict != ReviewVerdict::confirmed && review.note.empty())
        throw EnvironmentError(fmt::format("'{}' needs a reason: give it with --note", options.verdict));
    if (review.reviewed_by.empty())
        throw EnvironmentError("nobody knows who reviews; give a name with --by or in FIGBOOK_USER");
}

TypedCorrection correction_of(const ReviewOptions& options) {
    TypedCorrection typed = options.right;
    if (typed.source) typed.source = clean_words(*typed.source, "--source");
    return typed;
}

// ---- What is said of it.

std::string shown_figure(const ReadFigure& figure, const std::string& name, std::size_t width) {
    const std::string day = figure.published.empty() ? "no date" : figure.published;
    const std::string headline = figure.headline.empty() ? "(no headline)" : on_one_line(figure.headline);
    return fmt::format("{}  {}\n", day, printable(headline)) +
           marked_text(figure.article_text, figure.sentence_span, {{figure.span, '^', ""}}, width) +
           wrapped(printable(fmt::format(
                       "{} {}",
                       amount_text({std::string(name_of(figure.kind)), figure.value.to_string(), figure.high,
                                    figure.unit, figure.per, figure.resolution.to_string(), figure.bound}),
                       source_words(figure.source))),
                   fmt::format("{} is read as ", name), 4, width);
}

// Of the last review of the figure that is there, in words; "" for none.
std::string last_review(const Database& database, std::int64_t article, std::int64_t ordinal) {
    const Table table = database.query(
        "SELECT * FROM reviews WHERE article_id = :article AND ordinal = :ordinal AND state = 'stands'",
        {{":article", article}, {":ordinal", ordinal}});
    return table.rows.empty() ? "" : review_words(table, table.rows[0]);
}

int review(const ReviewOptions& options) {
    const FigureReference reference = parse_figure_reference(options.figure);
    Review given;
    given.verdict = verdict_of(options);
    given.note = clean_words(options.note, "--note");
    given.reviewed_by = clean_words(options.by.empty() ? login_name() : options.by, "--by");
    refuse_incomplete(given, options);
    Database database = open_existing(*options.db);
    const std::size_t width = text_width(options.width);
    std::string told;
    // The claim that is shown is the one that is reviewed, whoever loads meanwhile.
    database.transaction([&] {
        given.document_id = find_article(database, reference.article);
        given.ordinal = find_figure(database, given.document_id, reference);
        const ReadFigure figure = read_figure(database, given.document_id, given.ordinal);
        correct(given, correction_of(options), figure);
        const std::string name = fmt::format("{}#{}", given.document_id, given.ordinal);
        const std::string before = last_review(database, given.document_id, given.ordinal);
        database.add_review(given);
        write_facts(database);
        told = shown_figure(figure, name, width);
        if (!before.empty()) told += wrapped(before, "before: ", 4, width);
        told += wrapped(last_review(database, given.document_id, given.ordinal), "now: ", 4, width);
        if (!figure.is_current)
            told += "this is an older version of the article: reports show the newer one\n";
    });
    write_out(told);
    return 0;
}

void add_corrections(CLI::App& command, ReviewOptions& options) {
    command
        .add_option("--value", options.right.value,
                    "the right value: 51900000000, 51.9e9, '51.9 billion'; alone, the figure is no range")
        ->type_name("AMOUNT");
    command.add_option("--high", options.right.high, "the right upper end of a range; none: it is no range")
        ->type_name("AMOUNT");
    command
        .add_option(
            "--unit", options.right.unit,
            "the right unit: ISO 4217 (EUR), %, pp, bp, UCUM (km/h), of a count what is counted; none: a "
            "bare number")
        ->type_name("UNIT");
    command.add_option("--source", options.right.source, "the name of who says so; none: the paper itself")
        ->type_name("NAME");
}

}  // namespace

void add_review(CLI::App& program, Action& chosen) {
    CLI::App* command = program.add_subcommand("review", "say whether a figure is right, and correct it");
    command->footer(
        "Verdicts:\n"
        "  confirmed   the figure is as figbook read it; this takes earlier corrections back\n"
        "  disputed    somebody disagrees with what the text says\n"
        "  wrong       figbook misread the text; reports leave the figure out\n"
        "  corrected   what is right stands in --value, --high, --unit or --source, and in the reports\n"
        "Of the reviews of a figure the last one stands; all are kept, `figbook log` shows them.");
    auto options = std::make_shared<ReviewOptions>();
    command
        ->add_option(
            "FIGURE", options->figure,
            "ARTICLE#N: the number of the article (article_id in reports) or its address, and the figure's "
            "number in it (ordinal)")
        ->required();
    command->add_option("VERDICT", options->verdict, "confirmed, disputed, wrong or corrected")->required();
    add_corrections(*command, *options);
    command->add_option("--note", options->note, "why; only 'confirmed' needs none")->type_name("TEXT");
    command->add_option("--by", options->by, "who reviews; without it the name that you are logged in by")
        ->envname("FIGBOOK_USER")
        ->type_name("NAME");
    options->db = add_db_option(*command);
    add_width_option(*command, options->width);
    command->callback([options, &chosen] { chosen = [options] { return review(*options); }; });
}

}  // namespace figbook
