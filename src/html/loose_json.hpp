// JSON as pages write it, made into JSON that a parser takes.
//
//     repaired_json("<!-- {\"headline\": \"He said \"no\"\",\n};")    // {"headline":"He said \"no\""}
#pragma once
#include <string>
#include <string_view>

namespace figbook::html {

// The first object or array of the text, without what is around it (CDATA, comments, a semicolon), trailing commas and
// control characters; quotation marks inside strings are told from their ends by what follows; what is cut off at the
// end is closed. "" where nothing begins. The result may still be no JSON. Linear.
std::string repaired_json(std::string_view text);

}  // namespace figbook::html
