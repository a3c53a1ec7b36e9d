// The reports there are: one SQL file each in queries/, built in, described by the comments it opens with.
//
//     -- title: Figures                       what stands above it
//     -- description: every figure ...        what --list says
//     -- copies: listed                       the report is about copies, so that none are left out
//     -- takes: subject, in                   a filter that only some reports take: the argument SUBJECT, --in
//     -- needs: findings                      the parameter :findings, see findings.hpp
//     -- among: SELECT ... AS of_article, ... AS place   the claims that the report is about, where they are few
//     -- reads: relation                     columns of the figures that the statements read beside article_id and ordinal,
//                                             where they name others that are called alike; else all that they name
//     -- section KEY: Title                   starts a section with a statement of its own; one needs none
//     -- show: published, figure, subject     the columns for readers (table, markdown), in this order
//     -- optional: subject                    left out of a table where they are empty, and one after the
//                                             other where a line is too narrow
//     -- figures by: currency                 each row is of the figures that have what it has in that column, which is
//                                             a filter too: a page leads to them
//     -- column published: date
//     -- column figure: amount(kind, value, high, unit, per, resolution, bound)
//     -- chart: timeline(period_start, period_end, published, value, high, unit, source, bound, figure) What was said
//     -- chart: bars(source, figures) Figures by source
//     -- empty: no figures                    said in place of a table without rows
//     -- order: newest                        figures by the day of publication, the newest first, cut at :limit
//
// A column is `text`, `number`, `date` or `amount(...)`, which makes a readable amount from columns of the
// query, 'literals' and - for nothing. Behind it: `right` (aligned), `at least N` (not cut to less than N
// columns), `readable only` (not in csv and json).
//
// A chart has its title behind the columns that it takes, where - is none. A timeline's are: first and last day that the
// value holds for, the day to put it at where there are none, value, upper end, unit, who says so, how exact it is said to
// be (an end that "over" or "at most" leaves open is drawn open), and how it is shown to readers. bars() takes a name and a number.
//
// Some names mean the same in each report, and are what html leads back to the article by: url, article_id, ordinal,
// sentence and its first byte sentence_start, and, of each figure in the sentence, start and "end" (bytes of the
// article, half open; those of a second figure have a word in front: restated_start, restated_end).
//
// The statements may call the functions of functions.hpp. They select from `selected`, the figures that the user's filters leave (see selection.hpp).
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/selection.hpp"

namespace figbook {

enum class ColumnKind { text, number, date, amount };

struct ColumnHint {
    std::string name;
    ColumnKind kind = ColumnKind::text;
    std::vector<std::string> arguments;  // of amount(...)
    bool right = false;
    bool readable_only = false;
    std::size_t least = 8;
};

enum class ChartKind { timeline, bars };

struct ChartHint {
    ChartKind kind = ChartKind::bars;
    std::vector<std::string> arguments;  // as many as the kind takes
    std::string title;
};

struct Section {
    std::string key;    // the name in json
    std::string title;  // "" in a report of one section
    std::string sql;
    std::vector<ColumnHint> columns;
    std::vector<std::string> show;  // empty: all of the query's
    std::vector<std::string> optional;
    std::string figures_by{};  // a column
    std::string empty = "nothing";
    std::optional<ChartHint> chart{};
    ListOrder order = ListOrder::other;

    const ColumnHint* hint(std::string_view column) const;
};

struct Report {
    std::string name;
    std::string title;
    std::string description;
    std::vector<Section> sections;
    bool lists_copies = false;
    bool needs_findings = false;
    std::string among;  // "": all claims
    std::optional<std::vector<std::string>> reads{};
    std::vector<std::string> takes;

    bool takes_filter(std::string_view filter) const;
};

// By name.
const std::vector<Report>& all_reports();

// Throws EnvironmentError that lists the reports there are.
const Report& find_report(std::string_view name);

// Throws std::logic_error, naming the line, for a header comment that is not understood.
Report read_report(std::string_view name, std::string_view text);

}  // namespace figbook
