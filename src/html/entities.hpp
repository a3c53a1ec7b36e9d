// The characters that HTML writes by name or number: "&amp;", "&#8364;", "&nbsp".
//
//     std::string text;
//     append_decoded(text, "5&nbsp;&euro;", EntityPlace::text);   // "5\u00A0€"
#pragma once
#include <string>
#include <string_view>

namespace figbook::html {

// In an attribute "&copy=1" is a part of an address and no sign of copyright.
enum class EntityPlace : bool { text, attribute };

// Appends `raw` with each entity replaced; what is none stays as it is. Linear.
void append_decoded(std::string& out, std::string_view raw, EntityPlace place);

}  // namespace figbook::html
