// What `figbook check` finds out about the selected figures, for the statements of a report: they read it as JSON.
//
//     findings_as_json(database, selection)
//     // [{"check": "change", "verdict": "off", ..., "article_id": 17, "claims": [0, 2]}, ...]
#pragma once
#include <string>

#include "report/selection.hpp"

namespace figbook {

// Of each check in turn, the newest articles first. Only the articles that the filters leave are checked; which of their
// findings are of selected figures the statement has to ask.
std::string findings_as_json(const Database& database, Selection& selection);

}  // namespace figbook
