// Functions of the rows of a group, which statements call by their names. Inside the store only.
//
//     SELECT source, most_given(source_title), count_different(article_id) FROM figures GROUP BY source
//
// most_given(text): the text that is there most often, of several the first in the order of their bytes; NULL where there is none.
// count_different(number): what count(DISTINCT number) is of whole numbers, for which SQLite makes a table of each group.
#pragma once

struct sqlite3;

namespace figbook {

// Makes them functions of the connection.
void add_aggregates(sqlite3* connection);

}  // namespace figbook
