#include "cli/wrapped.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace figbook {

std::string wrapped(std::string_view words, std::string_view first, std::size_t indent, std::size_t width) {
    std::string text;
    std::string line(first);
    const auto end_line = [&] {
        text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
        line.assign(indent, ' ');
    };
    bool has_word = false;
    while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        const std::string_view word = words.substr(0, end);
        words.remove_prefix(std::min(end + 1, words.size()));
        if (!has_word && word.empty()) continue;
        if (width > 0 && has_word && display_width(line) + 1 + display_width(word) > width) {
            end_line();
            has_word = false;
        }
        if (has_word) line += ' ';
        line += word;
        has_word = true;
    }
    end_line();
    return text;
}

}  // namespace figbook
