// What the search box means: articles are looked for as `figbook search` does (report/search_query.hpp says how it is
// typed), and of these the figures that have the words near them.
//
//     const WordsQuery query = read_words(database, "aid* OR \"defence spending\" NOT trade");
//     query.terms    // for MATCH
//     query.words    // {{"aid"}, {"defence", "defense"}, {"spending"}}, any of them
#pragma once
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.hpp"

namespace figbook::web {

struct WordsQuery {
    std::string terms{};  // "": there is no word to look for
    // In small letters, without those behind NOT; each in all spellings that it has.
    std::vector<std::vector<std::string>> words{};
    bool is_any = false;  // one of them is enough

    // Whether they are there, where `has` says it of one spelling.
    template <class Has>
    bool are_in(Has has) const {
        const auto is_there = [&](const std::vector<std::string>& spellings) {
            return std::any_of(spellings.begin(), spellings.end(), has);
        };
        return words.empty() || (is_any ? std::any_of(words.begin(), words.end(), is_there)
                                        : std::all_of(words.begin(), words.end(), is_there));
    }
};

// Throws BadRequest for operators that have no place.
WordsQuery read_words(const Database& database, std::string_view typed);

// Whether there is a word or number to search for. What has none is in no figure.
bool has_words(std::string_view typed);

}  // namespace figbook::web
