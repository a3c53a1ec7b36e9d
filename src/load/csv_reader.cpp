#include "load/csv_reader.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "load/left_out_fields.hpp"
#include "load/unpack.hpp"

namespace figbook {
namespace {

// A quote that is never closed takes all that follows into its cell: no article is so long.
constexpr std::size_t max_row_bytes = max_document_bytes;

using Cells = std::vector<std::string>;

// Reads the cells of a row, which may go on over several lines.
class RowReader {
 public:
    explicit RowReader(char separator) : separator_(separator) {}

    // True where the row ends with this line.
    bool add_line(std::string_view line) {
        if (!quoted_) {
            cells_.assign(1, "");
            at_start_ = true;
        } else {
            cells_.back() += '\n';
        }
        for (std::size_t at = 0; at < line.size(); ++at) at = take(line, at);
        return !quoted_;
    }
    const Cells& cells() const { return cells_; }

 private:
    // Takes the character and says which was the last one it took.
    std::size_t take(std::string_view line, std::size_t at) {
        const char c = line[at];
        if (quoted_ && c == '"' && at + 1 < line.size() && line[at + 1] == '"') {
            cells_.back() += c;
            return at + 1;
        }
        if (c == '"' && (quoted_ || at_start_)) {
            quoted_ = !quoted_;
        } else if (c == separator_ && !quoted_) {
            cells_.emplace_back();
            at_start_ = true;
            return at;
        } else {
            cells_.back() += c;
        }
        at_start_ = false;
        return at;
    }

    char separator_;
    Cells cells_;
    bool quoted_ = false;
    bool at_start_ = true;  // of a cell: only there a quote is none of the text
};

std::string_view without_mark(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    return text;
}

// The separator that a first line "sep=;" names, as Excel writes it.
std::optional<char> named_separator(std::string_view line) {
    constexpr std::string_view name = "sep=";
    if (line.size() != name.size() + 1 || lower(line.substr(0, name.size())) != name) return std::nullopt;
    return line.back();
}

char separator_of(std::string_view header) {
    constexpr std::string_view separators = ",;\t|";
    return *std::max_element(separators.begin(), separators.end(), [&](char a, char b) {
        return std::count(header.begin(), header.end(), a) < std::count(header.begin(), header.end(), b);
    });
}

// The names of the columns, without blanks around them.
Cells columns_of(std::string_view line, char separator) {
    RowReader reader(separator);
    reader.add_line(line);
    Cells columns = reader.cells();
    for (std::string& column : columns) {
        column.erase(0, std::min(column.find_first_not_of(' '), column.size()));
        column.erase(column.find_last_not_of(' ') + 1);
    }
    return columns;
}

// npos where none has the name; ours may be written in any case.
std::size_t column_of(const Cells& columns, std::string_view field, const FieldNames& names) {
    const std::string_view name = names.theirs(field);
    const auto found = std::find_if(columns.begin(), columns.end(), [&](const std::string& column) {
        return column == name || (!names.has(field) && lower(column) == name);
    });
    return found == columns.end() ? std::string::npos : static_cast<std::size_t>(found - columns.begin());
}

std::string list_of(const Cells& columns) {
    std::string list;
    for (const std::string& column : columns) list.append(list.empty() ? "" : ", ").append(printable(column));
    return list;
}

class Table {
 public:
    Table(Input& input, const Known& known, const Sink& sink)
        : input_(input), names_(known.fields), sink_(sink) {}

    void read() {
        if (!next_line()) return tell_end();
        std::string_view header = without_mark(line_);
        const std::optional<char> named = named_separator(header);
        if (named && !next_line()) return tell_end();
        if (named) header = line_;
        if (!take_header(header, named.value_or(separator_of(header)))) return;
        while (next_line()) {
            if (line_.empty() && !line_too_long_) continue;
            start_ = number_;
            if (!read_row()) break;
        }
        left_out_.tell(sink_);
        tell_end();
    }

 private:
    bool next_line() {
        const Input::Line got = input_.next_line(line_, max_row_bytes);
        if (got == Input::Line::end || got == Input::Line::cut) return false;
        ++number_;
        if (got == Input::Line::too_long) line_too_long_ = true;
        return true;
    }

    void tell_end() {
        if (number_ == 0 && !input_.broken())
            sink_.rejected({input_.problem("is empty", "give a table with a row of column names"), ""});
        if (!input_.broken()) return;
        Problem broken = *input_.broken();
        broken.line = number_ + 1;
        sink_.rejected({std::move(broken), ""});
    }

    bool take_header(std::string_view header, char separator) {
        const Cells columns = columns_of(header, separator);
        separator_ = separator;
        width_ = columns.size();
        std::string missing;
        for (const std::string_view field : {"id", "text", "url", "headline", "byline", "publication",
                                             "language", "published", "modified"}) {
            if (!is_read_unasked(field) && !names_.has(field)) continue;
            const std::size_t column = column_of(columns, field, names_);
            if (column != std::string::npos)
                places_.emplace_back(field, column);
            else if (missing.empty() && (names_.has(field) || field == "text"))
                missing = names_.theirs(field);
        }
        if (missing.empty()) return true;
        sink_.rejected({input_.problem(fmt::format("has no column \"{}\"; its columns are: {}", missing,
                                                   list_of(columns)),
                                       "say which one has it, for example --map text=COLUMN", number_),
                        ""});
        return false;
    }

    // False where nothing behind the row can be told apart.
    bool read_row() {
        RowReader row(separator_);
        std::size_t bytes = line_.size();
        bool whole = row.add_line(line_);
        while (!whole && bytes <= max_row_bytes && next_line()) {
            bytes += line_.size() + 1;
            whole = row.add_line(line_);
        }
        if (std::exchange(line_too_long_, false) || bytes > max_row_bytes) {
            reject({fmt::format("row of more than {} MiB", max_row_bytes >> 20U),
                    "no article is so long: look for a quote that is never closed; the rows below it were "
                    "not read",
                    "",
                    0,
                    {}},
                   "");
            return false;
        }
        if (!whole && input_.broken()) return false;  // where it broke off is told
        if (!whole) {
            reject({"a quote is opened here and never closed",
                    "close it, and write quotes inside a cell twice; what stands below it was not read",
                    "",
                    0,
                    {}},
                   "");
            return false;
        }
        take_row(row.cells());
        return true;
    }

    void take_row(const Cells& cells) {
        Article article;
        if (auto problem = problem_of(cells, article))
            return reject(*std::move(problem), std::move(article.id));
        for (auto& [name, fault] : faults_) left_out_.add(name, here(std::move(fault)));
        article.origin = fmt::format("{}:{}", input_.name(), start_);
        if (article.id.empty()) article.id = article.origin;
        sink_.article(std::move(article));
    }

    std::optional<Problem> problem_of(const Cells& cells, Article& article) {
        faults_.clear();
        if (cells.size() > width_)
            return Problem{fmt::format("row of {} cells, the first row has {}", cells.size(), width_),
                           "put a cell that holds the separator in quotes",
                           "",
                           0,
                           {}};
        for (const auto& [field, column] : places_) {
            if (column >= cells.size()) continue;
            if (first_invalid_utf8(cells[column]))
                return Problem{"not valid UTF-8",
                               "convert the file, for example `iconv -f WINDOWS-1252 -t UTF-8`",
                               "",
                               0,
                               {}};
            auto problem =
                put_field(article, field, cells[column], names_.has(field) ? DateForm::any : DateForm::iso);
            if (problem && !may_be_left_out(field)) return problem;
            if (problem) faults_.emplace_back(names_.theirs(field), *std::move(problem));
        }
        if (article.text.find_first_not_of(" \t\r\n") == std::string::npos)
            return Problem{fmt::format("\"{}\" is missing or empty", names_.theirs("text")),
                           "give the article's text in it",
                           "",
                           0,
                           {}};
        return std::nullopt;
    }

    Problem here(Problem problem) const {
        problem.file = input_.name();
        problem.line = start_;
        return problem;
    }
    void reject(Problem problem, std::string id) {
        sink_.rejected({here(std::move(problem)), std::move(id)});
    }

    Input& input_;
    const FieldNames& names_;
    const Sink& sink_;
    char separator_ = ',';
    std::size_t width_ = 0;                                         // how many columns there are
    std::vector<std::pair<std::string_view, std::size_t>> places_;  // the fields and their columns
    std::size_t number_ = 0;                                        // of the line
    std::size_t start_ = 0;                                         // of the row's first line
    bool line_too_long_ = false;
    std::vector<std::pair<std::string, Problem>> faults_;  // of the row, in fields that it is read without
    LeftOutFields left_out_;
    std::string line_;
};

// Takes the first line away, without its end.
std::string_view take_line(std::string_view& text) {
    const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
    text.remove_prefix(line.size());
    if (text.starts_with('\r')) text.remove_prefix(1);
    if (text.starts_with('\n')) text.remove_prefix(1);
    return line;
}

// The beginning of a table, if it is one.
struct Beginning {
    bool says_separator;
    char separator;
    Cells columns;
    std::string_view rest;  // below the names of the columns
};
Beginning beginning_of(std::string_view head) {
    head = without_mark(head);
    std::string_view header = take_line(head);
    const std::optional<char> named = named_separator(header);
    if (named) header = take_line(head);
    const char separator = named.value_or(separator_of(header));
    return {named.has_value(), separator, columns_of(header, separator), head};
}

bool has_table_name(std::string_view name) {
    const std::string plain = unpacked_name(name);
    return plain.ends_with(".csv") || plain.ends_with(".tsv");
}

}  // namespace

bool looks_like_csv(std::string_view head, const Known& known) {
    const Beginning table = beginning_of(head);
    return table.says_separator ||
           (table.columns.size() > 1 && column_of(table.columns, "text", known.fields) != std::string::npos);
}

bool may_be_csv(std::string_view head, std::string_view name, const Known& known) {
    const Beginning table = beginning_of(head);
    const auto is_theirs = [&](const auto& pair) {
        return std::find(table.columns.begin(), table.columns.end(), pair.second) != table.columns.end();
    };
    const auto& pairs = known.fields.pairs;
    if (std::any_of(pairs.begin(), pairs.end(), is_theirs)) return true;
    if (table.columns.size() < 2) return false;
    if (!pairs.empty()) return true;
    std::string_view rest = table.rest;
    RowReader row(table.separator);
    const bool whole = row.add_line(take_line(rest));
    return has_table_name(name) && (table.rest.empty() || !whole || row.cells().size() > 1);
}

void read_csv_articles(Input& input, const Known& known, const Sink& sink) {
    Table(input, known, sink).read();
}

}  // namespace figbook
