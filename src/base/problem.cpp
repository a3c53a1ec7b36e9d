#include "base/problem.hpp"

#include <fmt/format.h>

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
    text += problem.message;
    if (problem.offset) text += fmt::format(" (at byte {})", *problem.offset);
    if (!problem.advice.empty()) text += "; " + problem.advice;
    return text;
}

}  // namespace figbook
