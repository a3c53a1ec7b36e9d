// CSV: a row of column names, then one article a row. The columns are called as the fields of JSON Lines, or as the user
// has said (--map); others are ignored. RFC 4180: cells with separators, quotes or line breaks stand in quotes; the
// separator is the comma, semicolon, tab or bar that the first row has most of, or what a line "sep=;" before it says. A row that cannot be read is one problem.
//
//     published;text
//     2025-02-12;"Aid rose to €50 billion."
#pragma once
#include <string_view>

#include "load/reader.hpp"

namespace figbook {

// True where the first row names the column of the text.
bool looks_like_csv(std::string_view head, const Known& known);
// True where what would else be plain text is meant for a table, by --map or by its name, though it has no such column:
// reading it tells which it has.
bool may_be_csv(std::string_view head, std::string_view name, const Known& known);
void read_csv_articles(Input& input, const Known& known, const Sink& sink);

}  // namespace figbook
