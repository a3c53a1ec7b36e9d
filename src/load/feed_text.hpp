// A feed as XML that a strict parser takes: UTF-8 whatever charset it says it is in, without control characters, HTML's
// names of characters (&nbsp;) as the characters, a bare "&" as "&amp;". Its line ends are kept, so that lines count.
//
//     const Result<std::string> xml = feed_text(bytes, "");   // the problem's place is left to the caller
#pragma once
#include <string>
#include <string_view>

#include "base/problem.hpp"

namespace figbook {

// Refuses what declares entities of its own: no feed does, and they can grow without end.
Result<std::string> feed_text(std::string_view bytes, std::string_view content_type);

}  // namespace figbook
