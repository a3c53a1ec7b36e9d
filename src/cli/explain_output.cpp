#include "cli/explain_output.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/decimal.hpp"
#include "base/json_text.hpp"
#include "base/utf8.hpp"
#include "claim/claim_json.hpp"
#include "cli/extract_output.hpp"
#include "cli/marked_text.hpp"
#include "cli/terminal.hpp"
#include "cli/wrapped.hpp"
#include "track/fact_key.hpp"
#include "track/facts.hpp"

namespace figbook {
namespace {

constexpr std::string_view indent = "   ";
constexpr std::size_t field_columns = 10;
constexpr std::size_t widest_value = 26;  // more of a value pushes its reason to the next line
constexpr std::size_t narrow = 56;        // a terminal so narrow has value and reason on lines of their own

// The claims and near misses of one sentence.
struct SentenceFindings {
    Span span;
    std::vector<std::size_t> figures;
    std::vector<std::size_t> near_misses;
};

std::vector<SentenceFindings> by_sentence(const Explanation& explanation) {
    std::vector<SentenceFindings> found;
    const auto at = [&](Span span) -> SentenceFindings& {
        if (found.empty() || found.back().span != span) found.push_back({span, {}, {}});
        return found.back();
    };
    std::size_t figure = 0;
    std::size_t miss = 0;
    while (figure < explanation.figures.size() || miss < explanation.near_misses.size()) {
        const bool is_figure =
            miss == explanation.near_misses.size() ||
            (figure < explanation.figures.size() &&
             explanation.figures[figure].claim.span.start < explanation.near_misses[miss].span.start);
        if (is_figure) {
            at(explanation.figures[figure].claim.sentence).figures.push_back(figure);
            ++figure;
        } else {
            at(explanation.near_misses[miss].sentence).near_misses.push_back(miss);
            ++miss;
        }
    }
    return found;
}

// By what each figure is told to be of one fact with others.
std::vector<TrackedClaim> tracked_claims(const Article& article, const Explanation& explanation) {
    std::vector<Claim> claims;
    for (const Derivation& derivation : explanation.figures) claims.push_back(derivation.claim);
    return track_claims(article, claims);
}

// What a claim has not, and many have.
std::string not_said(const Claim& claim) {
    std::vector<std::string_view> parts;
    if (claim.subject.empty()) parts.emplace_back("subject");
    if (!claim.period) parts.emplace_back("period");
    if (!claim.source) parts.emplace_back("source");
    return fmt::format("{}", fmt::join(parts, ", "));
}

// Words of the text on one line, fit for a terminal.
std::string shown(std::string_view words) {
    return printable(on_one_line(without_long_words(words), white_space));
}

// A number with its digits in groups, and no more of a third's than tell it.
std::string shown_number(std::string_view digits) {
    constexpr std::size_t places = 6;
    const std::size_t point = digits.find('.');
    if (point == std::string::npos || digits.size() - point - 1 <= 2 * places) return grouped(digits);
    return grouped(digits.substr(0, point + 1 + places)) + "…";
}

std::string shown_value(const Step& step) {
    if (step.field != "number") return printable(without_long_words(step.value));
    constexpr std::string_view joint = " to ";
    const std::size_t to = step.value.find(joint);
    if (to == std::string::npos) return shown_number(step.value);
    return fmt::format("{} to {}", shown_number(step.value.substr(0, to)),
                       shown_number(step.value.substr(to + joint.size())));
}

class ForReaders : public ExplainOutput {
 public:
    ForReaders(std::size_t width, bool rules) : width_(width), rules_(rules) {}

    void explanation(const Article& article, const Explanation& explanation) override {
        out_.clear();
        if (std::exchange(any_, true)) out_ += '\n';
        if (article.id != "-" && article.id != "TEXT")
            out_ += fmt::format("{}{}\n\n", printable(article.id),
                                article.published ? fmt::format(", {}", iso(*article.published)) : "");
        tracked_ = tracked_claims(article, explanation);
        const auto sentences = by_sentence(explanation);
        for (std::size_t i = 0; i < sentences.size(); ++i) {
            if (i > 0) out_ += '\n';
            sentence(article.text, explanation, sentences[i]);
        }
        if (explanation.figures.empty())
            out_ += explanation.near_misses.empty() ? "no number in the text\n" : "\nno figure in the text\n";
        write_out(out_);
    }
    void rejected(const Rejected& rejected) override { write_problem(rejected.problem); }

 private:
    void sentence(std::string_view text, const Explanation& explanation, const SentenceFindings& found) {
        std::vector<Mark> marks;
        for (const std::size_t i : found.figures)
            marks.push_back({explanation.figures[i].claim.span, '^', std::to_string(i + 1)});
        for (const std::size_t i : found.near_misses)
            marks.push_back({explanation.near_misses[i].span, '~', ""});
        out_ += marked_text(text, found.span, marks, width_);
        for (const std::size_t i : found.figures) figure(i + 1, explanation.figures[i], tracked_[i]);
        if (!found.near_misses.empty()) out_ += '\n';
        for (const std::size_t i : found.near_misses) {
            const NearMiss& miss = explanation.near_misses[i];
            wrap(fmt::format("~  {}: {}{}", shown(miss.span.in(text)), miss.why, name(miss.reason)), "",
                 indent.size());
        }
    }

    void figure(std::size_t number, const Derivation& derivation, const TrackedClaim& tracked) {
        out_ += '\n';
        wrap(fmt::format("{}  {} ({})", number, shown(derivation.claim.text), name_of(derivation.claim.kind)),
             "", indent.size());
        std::size_t values = 0;
        for (const Step& step : derivation.steps)
            if (const std::size_t wide = display_width(shown_value(step)); wide <= widest_value)
                values = std::max(values, wide);
        for (const Step& step : derivation.steps) this->step(step, values);
        if (const std::string missing = not_said(derivation.claim); !missing.empty())
            wrap(missing, fmt::format("{}{:<{}}", indent, "not found", field_columns),
                 indent.size() + field_columns);
        wrap(printable(tracked.key ? in_words(*tracked.key) : "none: " + std::string(in_words(tracked.why))),
             fmt::format("{}{:<{}}", indent, "fact", field_columns), indent.size() + field_columns);
    }

    // "   change    increase    the verb "rose" before it"
    void step(const Step& step, std::size_t values) {
        const std::string value = shown_value(step);
        const std::string how = printable(without_long_words(step.how)) + name(step.rule);
        const std::string field = fmt::format("{}{:<{}}", indent, step.field, field_columns);
        const std::size_t reason_at = indent.size() + field_columns + values + 2;
        const bool apart = width_ > 0 && width_ < narrow;
        if (!apart && display_width(value) <= values) {
            const std::string gap(values - display_width(value) + 2, ' ');
            return wrap(how, field + value + gap, reason_at);
        }
        const bool fits = display_width(field) + display_width(value) + 2 + display_width(how) <= width_;
        if (apart && fits)
            return wrap(fmt::format("{}  {}", value, how), field, indent.size() + field_columns);
        wrap(value, field, indent.size() + field_columns);
        const std::size_t at = apart ? indent.size() + field_columns : reason_at;
        wrap(how, std::string(at, ' '), at);
    }

    std::string name(std::string_view rule) const { return rules_ ? fmt::format(" [{}]", rule) : ""; }

    void wrap(std::string_view words, std::string_view first, std::size_t indented) {
        out_ += wrapped(words, first, indented, width_);
    }

    std::size_t width_;
    bool rules_;
    bool any_ = false;
    std::string out_;
    std::vector<TrackedClaim> tracked_;  // of the article's figures
};

// "name": its words, and where they stand.
void append_words(JsonObject& object, const JsonName& name, std::string_view text, Span span) {
    object.text(name, span.in(text));
    object.number("start", span.start);
    object.number("end", span.end);
}

class AsJson : public ExplainOutput {
 public:
    void explanation(const Article& article, const Explanation& explanation) override {
        std::string out;
        JsonObject object(out);
        object.text("id", article.id);
        object.date_or_null("published", article.published);
        append_figures(object.key("figures"), article, explanation);
        append_all(object.key("near_misses"), article.text, explanation.near_misses);
        object.close();
        write_out(out + "\n");
    }
    void rejected(const Rejected& rejected) override {
        std::string out;
        append_error(out, rejected);
        write_out(out + "\n");
    }

 private:
    template <class Item>
    static void append_all(std::string& out, std::string_view text, const std::vector<Item>& items) {
        out += '[';
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (i > 0) out += ", ";
            append(out, text, items[i]);
        }
        out += ']';
    }

    static void append_figures(std::string& out, const Article& article, const Explanation& explanation) {
        const std::vector<TrackedClaim> tracked = tracked_claims(article, explanation);
        out += '[';
        for (std::size_t i = 0; i < tracked.size(); ++i) {
            if (i > 0) out += ", ";
            JsonObject object(out);
            append_json(object.key("claim"), explanation.figures[i].claim);
            append_all(object.key("steps"), article.text, explanation.figures[i].steps);
            append(object.key("fact"), tracked[i]);
            object.close();
        }
        out += ']';
    }

    static void append(std::string& out, const TrackedClaim& tracked) {
        JsonObject object(out);
        if (tracked.key) {
            object.text("fact", fact_name(fact_id(*tracked.key)));
            object.text("matched_by", in_words(*tracked.key));
        } else {
            object.text("none", in_words(tracked.why));
        }
        object.close();
    }

    static void append(std::string& out, std::string_view text, const Step& step) {
        JsonObject object(out);
        object.text("field", step.field);
        object.text("value", step.value);
        object.text("rule", step.rule);
        object.text("how", step.how);
        if (!step.words.empty()) append_words(object, "words", text, step.words);
        if (step.figure) object.number("claim", *step.figure);
        object.close();
    }

    static void append(std::string& out, std::string_view text, const NearMiss& miss) {
        JsonObject object(out);
        append_words(object, "text", text, miss.span);
        object.text("reason", miss.reason);
        object.text("why", miss.why);
        JsonObject sentence(object.key("sentence"));
        sentence.number("start", miss.sentence.start);
        sentence.number("end", miss.sentence.end);
        sentence.close();
        object.close();
    }
};

}  // namespace

std::unique_ptr<ExplainOutput> explain_for_readers(std::size_t width, bool rules) {
    return std::make_unique<ForReaders>(width, rules);
}

std::unique_ptr<ExplainOutput> explain_as_json() {
    return std::make_unique<AsJson>();
}

}  // namespace figbook
