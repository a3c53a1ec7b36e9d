#include "cli/told_problems.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "cli/terminal.hpp"

namespace figbook {
namespace {

constexpr std::size_t told_of_a_kind = 10;
// Hostile input may make up more; they count as one.
constexpr std::size_t most_kinds = 30;
constexpr std::string_view other_kinds = "of other kinds";

// Where what is left out from `at` on ends; `at` itself where it is kept.
std::size_t end_of_detail(std::string_view message, std::size_t at) {
    if (is_digit(message[at])) {
        if (at > 0 && message[at - 1] == '-') return at;  // of a name: UTF-8
        while (at < message.size() && is_digit(message[at])) ++at;
        return at;
    }
    const char closing = message[at] == '(' ? ')' : message[at] == '\'' ? '\'' : '\0';
    if (closing == '\0') return at;
    const std::size_t end = message.find(closing, at + 1);
    return end == std::string_view::npos ? at : end + 1;
}

}  // namespace

std::string kind_of_message(std::string_view message) {
    std::string kind;
    for (std::size_t at = 0; at < message.size();) {
        const std::size_t end = end_of_detail(message, at);
        if (end > at)
            kind += "…";
        else
            kind += message[at];
        at = std::max(end, at + 1);
    }
    return kind;
}

ToldProblems::Kind& ToldProblems::kind_of(const Problem& problem) {
    const std::string name = kind_of_message(problem.message);
    const auto named = [&](std::string_view wanted) {
        return std::find_if(kinds_.begin(), kinds_.end(),
                            [&](const Kind& kind) { return kind.name == wanted; });
    };
    if (const auto known = named(name); known != kinds_.end()) return *known;
    if (kinds_.size() < most_kinds) return kinds_.emplace_back(Kind{name});
    if (const auto others = named(other_kinds); others != kinds_.end()) return *others;
    return kinds_.emplace_back(Kind{std::string(other_kinds)});
}

void ToldProblems::tell(const Problem& problem) {
    if (to_ == To::file || ++kind_of(problem).count <= told_of_a_kind) write_problem(problem);
}

ToldProblems::~ToldProblems() {
    bool any = false;
    for (const Kind& kind : kinds_) {
        if (kind.count <= told_of_a_kind) continue;
        any = true;
        write_error(fmt::format("figbook: {} more: {}\n", kind.count - told_of_a_kind, printable(kind.name)));
    }
    if (any) write_error("figbook: for all of them run it again with `2> problems.txt` behind it\n");
}

}  // namespace figbook
