// What a list is narrowed down by, in words: for paper, which has no forms, and for the names of windows.
#pragma once
#include <string>
#include <string_view>

#include "web/query.hpp"

namespace figbook::web {

// "words" of q, as the page says it; the name itself where that is a word.
std::string_view filter_label(std::string_view field);

// "currency: EUR; from: 2025-01-01"; "" where it is whole. What is only another order or place of it is left out.
std::string narrowed_words(const Query& query);

}  // namespace figbook::web
