#include "base/problem.hpp"

#include <fmt/format.h>
#include <string_view>

namespace figbook {

std::string to_string(const Problem& problem) {
    std::string text;
    if (!problem.file.empty()) {
        text += problem.file;
        if (problem.line > 0) text += fmt::format(":{}", problem.line);
        text += ": ";
    } else if (problem.line > 0) {
        text += fmt::format("line {}: ", problem.line);
    }
    std::string_view message = problem.message;
    // A full stop of someone else's message, before "; and what to do".
    if (message.ends_with('.') && (problem.offset || !problem.advice.empty())) message.remove_suffix(1);
    text += message;
    if (problem.offset) text += fmt::format(" (at byte {})", *problem.offset);
    if (!problem.advice.empty()) text += "; " + problem.advice;
    return text;
}

}  // namespace figbook
