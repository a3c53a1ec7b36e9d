#include "web/row_words.hpp"

#include <fmt/format.h>

#include "base/calendar.hpp"
#include "base/decimal.hpp"
#include "base/utf8.hpp"
#include "report/amount.hpp"

namespace figbook::web {
namespace {

// Whether the subject says what is counted: "Cruz supporters" of supporters.
bool has_what_is_counted(const std::string& subject, const Row& row) {
    if (row.text("kind") != "count" || !row.text("per").empty() || row.text("unit").empty()) return false;
    const auto padded = [](const std::string& words) {
        return std::string(" ").append(lower(words)).append(" ");
    };
    return padded(subject).find(padded(row.text("unit"))) != std::string::npos;
}

// "nearly " of "Nearly 60%", which "under" would turn into something else; "" where the bound says it well.
std::string near_words(std::string_view words, std::string_view bound) {
    if (bound != "under") return {};
    const std::string plain = lower(words);
    for (const std::string_view near : {"nearly ", "almost ", "just under "})
        if (plain.starts_with(near)) return std::string(near);
    return {};
}

// `unit` as a reader wants it behind the number; "" where it is said elsewhere.
std::string amount_with(const Row& row, const std::string& unit) {
    const std::string kind = row.text("kind"), value = row.text("value"), high = row.text("high"),
                      per = row.text("per"), resolution = row.text("resolution"), bound = row.text("bound");
    const std::string words = near_words(row.text("text"), bound);
    return words + amount_text({kind, value, high, unit, per, resolution, words.empty() ? bound : ""});
}

}  // namespace

std::string minute_of(const std::string& time) {
    if (time.size() < 16) return time;
    return time.substr(0, 10) + " " + time.substr(11, 5) + " UTC";
}

std::string counted(std::int64_t number) {
    return grouped(std::to_string(number));
}

std::string counted(std::int64_t number, std::string_view one, std::string_view several) {
    return fmt::format("{} {}", counted(number), number == 1 ? one : several);
}

std::string copies_more(std::int64_t copies) {
    return copies == 0 ? "" : fmt::format(", {} more", counted(copies, "copy", "copies"));
}

std::string amount_of(const Row& row) {
    return amount_with(row, row.text("unit"));
}

std::string amount_beside(const Row& row, const std::string& subject) {
    return has_what_is_counted(subject, row) ? amount_with(row, "") : amount_of(row);
}

std::string told_range(const Row& row) {
    const std::string kind = row.text("kind"), least = row.text("least"), most = row.text("most"),
                      unit = row.text("unit"), per = row.text("per");
    const std::string_view high = most == least ? std::string_view() : most;
    return amount_text({kind, least, high, unit, per, "", ""});
}

std::string status_words(std::string_view standing) {
    if (standing == "same" || standing == "rounding") return "agree";
    if (standing == "update") return "updated";
    return standing == "not_comparable" ? "not comparable" : std::string(standing);
}

std::string period_of(const Row& row, const std::string& prefix) {
    const std::string start = row.text(prefix + "start");
    const std::string end = row.text(prefix + "end");
    if (start.empty() && end.empty()) return row.text(prefix + "words");
    if (start.empty()) return "until " + end;
    if (end.empty()) return "from " + start;
    const auto first = parse_date(start);
    const auto last = parse_date(end);
    return first && last ? days_text(*first, *last) : start + "–" + end;
}

std::string source_of(const Row& row) {
    std::string words = row.text("source");
    for (const char* column : {"source_title", "source_organisation"})
        if (const std::string more = row.text(column); !more.empty() && more != words) words += ", " + more;
    return words;
}

std::string told_by(std::int64_t articles, bool is_in_conflict) {
    return fmt::format("Told by {}{}", counted(articles, "article", "articles"),
                       is_in_conflict ? ", in conflict" : "");
}

}  // namespace figbook::web
