// Lines among an article's paragraphs that are none of them: "Advertisement", "Read more: ...", "Related stories".
// The words are in schema/pages/lines.csv.
//
//     stray_line("Sign up for our newsletter")   // StrayLine::alone
#pragma once
#include <cstdint>
#include <string_view>

namespace figbook::html {

enum class StrayLine : std::uint8_t {
    none,
    alone,   // the line itself is to be left out
    section  // and what it stands over
};

StrayLine stray_line(std::string_view line);

}  // namespace figbook::html
