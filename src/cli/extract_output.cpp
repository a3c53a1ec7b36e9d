#include "cli/extract_output.hpp"

#include <fmt/format.h>
#include <utility>

#include "base/csv.hpp"
#include "base/json_text.hpp"
#include "base/utf8.hpp"
#include "claim/claim_json.hpp"
#include "cli/terminal.hpp"
#include "report/render.hpp"

namespace figbook {

// What is unknown is null.
void append_error(std::string& out, const Rejected& rejected) {
    const Problem problem = as_told(rejected.problem);
    JsonObject object(out);
    object.text_or_null("id", rejected.id);
    if (problem.line > 0)
        object.number("line", problem.line);
    else
        object.null("line");
    // A file may be called by bytes that are no text.
    const std::string error = to_string(problem);
    object.text("error", first_invalid_utf8(error) ? printable(error) : error);
    object.close();
}

namespace {

// One JSON object a document and line.
class JsonLines : public ExtractOutput {
 public:
    void claims(const Article& article, const std::vector<Claim>& claims) override {
        line_.clear();
        append_json(line_, article, claims);
        line_ += '\n';
        write_out(line_);
    }
    void rejected(const Rejected& rejected) override {
        line_.clear();
        append_error(line_, rejected);
        line_ += '\n';
        write_out(line_);
    }

 private:
    std::string line_;
};

// The same objects as one JSON array.
class JsonArray : public ExtractOutput {
 public:
    void claims(const Article& article, const std::vector<Claim>& claims) override {
        std::string out = separator();
        append_json(out, article, claims);
        write_out(out);
    }
    void rejected(const Rejected& rejected) override {
        std::string out = separator();
        append_error(out, rejected);
        write_out(out);
    }
    void end() override { write_out(any_ ? "\n]\n" : "[]\n"); }

 private:
    std::string separator() { return std::exchange(any_, true) ? ",\n" : "[\n"; }

    bool any_ = false;
};

std::string day_or_empty(const std::optional<Date>& day) {
    return day ? iso(*day) : "";
}

std::vector<std::string> cells(const std::optional<Period>& period) {
    if (!period) return {"", "", ""};
    return {day_or_empty(period->start), day_or_empty(period->end), period->words};
}

std::vector<std::string> cells(const std::optional<Source>& source) {
    if (!source) return {"", "", "", "", "", ""};
    return {source->name,
            source->title,
            source->organisation,
            std::string(name_of(source->kind)),
            std::string(name_of(source->mode)),
            source->cue};
}

std::vector<std::string> cells(const std::optional<Relation>& relation) {
    if (!relation) return {"", ""};
    return {std::string(name_of(relation->kind)), std::to_string(relation->claim)};
}

void append(std::vector<std::string>& row, const std::vector<std::string>& more) {
    row.insert(row.end(), more.begin(), more.end());
}

// One row a claim, the fields of the contract side by side.
class Csv : public ExtractOutput {
 public:
    Csv() {
        write_out(
            "id,published,text,start,end,kind,value,high,unit,unit_assumed,per,bound,change,role,modality,"
            "subject,"
            "period_start,period_end,period_words,baseline_start,baseline_end,baseline_words,source,source_"
            "title,"
            "source_organisation,source_kind,source_mode,source_cue,relation,related_claim,sentence_start,"
            "sentence_end,rule\n");
    }
    void claims(const Article& article, const std::vector<Claim>& claims) override {
        for (const Claim& claim : claims) {
            std::vector<std::string> line = row(article, claim);
            for (std::string& cell : line) cell = spreadsheet_cell(cell);
            write_out(fmt::format("{}\n", fmt::join(line, ",")));
        }
    }
    void rejected(const Rejected& rejected) override { write_problem(rejected.problem); }

 private:
    static std::vector<std::string> row(const Article& article, const Claim& claim) {
        std::vector<std::string> row{article.id,
                                     day_or_empty(article.published),
                                     claim.text,
                                     std::to_string(claim.span.start),
                                     std::to_string(claim.span.end),
                                     std::string(name_of(claim.kind)),
                                     claim.value.to_string(),
                                     claim.high ? claim.high->to_string() : "",
                                     claim.unit,
                                     claim.unit_assumed ? "true" : "false",
                                     claim.per,
                                     std::string(name_of(claim.bound)),
                                     std::string(name_of(claim.change)),
                                     std::string(name_of(claim.role)),
                                     std::string(name_of(claim.modality)),
                                     claim.subject};
        append(row, cells(claim.period));
        append(row, cells(claim.baseline));
        append(row, cells(claim.source));
        append(row, cells(claim.relation));
        append(row, {std::to_string(claim.sentence.start), std::to_string(claim.sentence.end),
                     std::string(claim.rule)});
        return row;
    }
};

// "from 2010-01-01" where an end is open; the text's words where the days are not known.
std::string period_text(const std::optional<Period>& period) {
    if (!period) return "";
    if (period->start && period->end) return days_text(*period->start, *period->end);
    if (period->start) return "from " + iso(*period->start);
    if (period->end) return "until " + iso(*period->end);
    return period->words;
}

// What the other columns do not say, like the notes of `figbook report figures`.
std::string notes(const Claim& claim, const std::vector<Claim>& claims) {
    std::vector<std::string> parts;
    if (claim.change != Change::none) parts.emplace_back(name_of(claim.change));
    if (claim.role == Role::from || claim.role == Role::to || (claim.role == Role::share && !claim.relation))
        parts.emplace_back(name_of(claim.role));
    if (claim.modality == Modality::projected) parts.emplace_back("projected");
    if (claim.unit_assumed) parts.emplace_back("currency assumed");
    if (claim.relation) {
        const bool restates = claim.relation->kind == RelationKind::restates;
        parts.push_back((restates ? "restates " : "share of ") + claims.at(claim.relation->claim).text);
    }
    if (claim.baseline && !claim.baseline->words.empty()) parts.push_back("against " + claim.baseline->words);
    return fmt::format("{}", fmt::join(parts, ", "));
}

// The columns of the readable form; the amount is made of the fields behind it, and never cut.
Section readable_section() {
    const auto text = [](const char* name, std::size_t least) {
        return ColumnHint{name, ColumnKind::text, {}, false, false, least};
    };
    Section section;
    section.columns = {
        {"figure", ColumnKind::amount, {"kind", "value", "high", "unit", "per", "resolution", "bound"}, true},
        text("subject", 14),
        text("period", 10),
        text("source", 10),
        text("notes", 12)};
    section.show = {"figure", "subject", "period", "source", "notes"};
    section.optional = {"notes", "period", "source"};
    return section;
}

// For reading: a block a document, a line a claim, with what fits a line.
class ReadableBlocks : public ExtractOutput {
 public:
    explicit ReadableBlocks(std::size_t width) : width_(width) {}

    void claims(const Article& article, const std::vector<Claim>& claims) override {
        std::string out = std::exchange(any_, true) ? "\n" : "";
        out += printable(article.id) + (article.published ? ", " + iso(*article.published) : "") + "\n";
        Table table{{"kind", "value", "high", "unit", "per", "resolution", "bound", "subject", "period",
                     "source", "notes"},
                    {}};
        for (const Claim& claim : claims) table.rows.push_back(row(claim, claims));
        const ReportResult result{"", {{readable_section(), std::move(table)}}};
        out += claims.empty() ? "(no figures)\n" : render(result, Format::table, width_);
        write_out(out);
    }
    void rejected(const Rejected& rejected) override { write_problem(rejected.problem); }

 private:
    static std::vector<Value> row(const Claim& claim, const std::vector<Claim>& claims) {
        return {std::string(name_of(claim.kind)),
                claim.value.to_string(),
                claim.high ? claim.high->to_string() : "",
                claim.unit,
                claim.per,
                claim.resolution.to_string(),
                std::string(name_of(claim.bound)),
                claim.subject,
                period_text(claim.period),
                claim.source ? claim.source->name : "",
                notes(claim, claims)};
    }

    std::size_t width_;
    bool any_ = false;
};

}  // namespace

const std::vector<std::string>& extract_output_names() {
    static const std::vector<std::string> names{"jsonl", "json", "csv", "table"};
    return names;
}

std::unique_ptr<ExtractOutput> extract_output(const std::string& name, std::size_t width) {
    if (name == "json") return std::make_unique<JsonArray>();
    if (name == "csv") return std::make_unique<Csv>();
    if (name == "table") return std::make_unique<ReadableBlocks>(width);
    return std::make_unique<JsonLines>();
}

}  // namespace figbook
