// The figures that the user's filters leave, as files for other programs. Rows go from the database to the file one by
// one: memory does not grow with their number.
//
//     write_csv(database, filters, figures_export(), [&](std::string_view text) { file.write(text); });
#pragma once
#include <functional>
#include <string_view>

#include "report/export_fields.hpp"
#include "report/selection.hpp"
#include "store/database.hpp"

namespace figbook {

// Takes the next piece of the text.
using Write = std::function<void(std::string_view)>;

// RFC 4180, with a header. Numbers as they are; a text that a spreadsheet would run gets an apostrophe in front.
// Truth values are true and false, what is unknown is empty.
void write_csv(const Database& database, const Filters& filters, const ExportTable& table,
               const Write& write);

// An object a line. Exact decimals are strings, as in all JSON of the program; what is unknown is null.
void write_json_lines(const Database& database, const Filters& filters, const ExportTable& table,
                      const Write& write);

// The figures that somebody has reviewed, as schema.org's ClaimReview (see claim_review.hpp): one JSON-LD object, in the
// order of the reviews. Those that the program has misread are left out: nobody has claimed them.
void write_claim_reviews(const Database& database, const Filters& filters, const Write& write);

}  // namespace figbook
