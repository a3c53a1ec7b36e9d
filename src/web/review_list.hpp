// What people have said of figures, as pages show it: a row each time somebody has looked at one.
//
//     const Table reviews = database.query(reviews_sql("article_id = :id") + " LIMIT 50", {{":id", id}});
//     review_table("Reviews of this figure", reviews)
#pragma once
#include <string>
#include <string_view>

#include "store/database.hpp"
#include "web/markup.hpp"
#include "web/row.hpp"

namespace figbook::web {

// The last ones first.
std::string reviews_sql(std::string_view condition);
// What is right by it: "€51.9 billion, said by Ann Lee"; "" where nothing is corrected.
std::string corrected_words(const Row& review);
Markup review_table(std::string_view caption, const Table& reviews);

}  // namespace figbook::web
