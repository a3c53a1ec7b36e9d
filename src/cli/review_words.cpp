#include "cli/review_words.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <stdexcept>

#include "base/decimal.hpp"
#include "base/utf8.hpp"
#include "report/amount.hpp"

namespace figbook {
namespace {

class Row {
 public:
    Row(const Table& table, const std::vector<Value>& cells) : table_(table), cells_(cells) {}

    std::string text(std::string_view column) const {
        const auto* text = std::get_if<std::string>(&cell(column));
        return text == nullptr ? "" : *text;
    }
    bool is_null(std::string_view column) const {
        return std::holds_alternative<std::monostate>(cell(column));
    }

 private:
    const Value& cell(std::string_view column) const {
        const auto at = std::find(table_.columns.begin(), table_.columns.end(), column);
        if (at == table_.columns.end()) throw std::logic_error("no column " + std::string(column));
        return cells_[static_cast<std::size_t>(at - table_.columns.begin())];
    }

    const Table& table_;
    const std::vector<Value>& cells_;
};

// "€51.9 billion by Ana Example": value and unit belong together, whichever of them was corrected.
std::string corrections(const Row& row) {
    const bool value = !row.is_null("corrected_value");
    const bool unit = !row.is_null("corrected_unit");
    std::string words;
    if (value || unit)
        words = amount_text(
            {row.text(unit ? "corrected_kind" : "kind"), row.text(value ? "corrected_value" : "value"),
             row.text(value ? "corrected_high" : "high"), row.text(unit ? "corrected_unit" : "unit"), "",
             row.text("corrected_resolution"), ""});
    if (row.is_null("corrected_source")) return words;
    return words + (words.empty() ? "" : " ") + source_words(row.text("corrected_source"));
}

}  // namespace

std::string source_words(const std::string& source) {
    return source.empty() ? "(no source)" : fmt::format("(source: {})", source);
}

std::string reviewed_figure(const Table& table, const std::vector<Value>& cells) {
    const Row row(table, cells);
    const std::string amount =
        amount_text({row.text("kind"), row.text("value"), row.text("high"), row.text("unit"), "", "", ""});
    return printable(on_one_line(fmt::format("\"{}\" read as {}", row.text("text"), amount)));
}

std::string review_words(const Table& table, const std::vector<Value>& cells) {
    const Row row(table, cells);
    const std::string time = row.text("reviewed_at");
    std::string words = row.text("verdict");
    if (words == "corrected") words += " to " + corrections(row);
    words += fmt::format(" by {} on {} at {} UTC", row.text("reviewed_by"), time.substr(0, 10),
                         time.substr(11, 5));
    if (!row.is_null("note")) words += ": " + row.text("note");
    return printable(on_one_line(words));
}

}  // namespace figbook
