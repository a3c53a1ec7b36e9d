#include "web/words_query.hpp"

#include <utility>

#include "base/problem.hpp"
#include "base/utf8.hpp"
#include "report/search_query.hpp"
#include "report/spellings.hpp"
#include "web/query.hpp"

namespace figbook::web {
namespace {

// Each run of letters and digits, as it was typed.
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    const auto end = [&] {
        if (!word.empty()) words.push_back(std::exchange(word, {}));
    };
    for (const char c : text) {
        const bool part = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          static_cast<unsigned char>(c) >= 0x80;
        if (part)
            word += c;
        else
            end();
    }
    end();
    return words;
}

}  // namespace

bool has_words(std::string_view typed) {
    for (const std::string& word : words_of(typed))
        if (word != "AND" && word != "OR" && word != "NOT") return true;
    return false;
}

WordsQuery read_words(const Database& database, std::string_view typed) {
    WordsQuery query;
    if (!has_words(typed)) return query;
    try {
        query.terms = read_search(database, typed).terms;
    } catch (const EnvironmentError& error) {
        throw BadRequest(error.what(), "q");
    }
    bool is_unwanted = false;
    for (const std::string& word : words_of(typed)) {
        if (word == "OR") query.is_any = true;
        if (word != "AND" && word != "OR" && word != "NOT" && !is_unwanted)
            query.words.push_back(spellings_of(lower(word)));
        is_unwanted = word == "NOT";
    }
    return query;
}

}  // namespace figbook::web
