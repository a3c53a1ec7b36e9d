// Which figure of the database somebody means: ARTICLE#N, where ARTICLE is the number that reports show or the address of
// the article, and N the figure's number in it.
//
//     const FigureReference reference = parse_figure_reference("https://news.example/aid#2");
//     const std::int64_t article = find_article(database, reference.article);
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "store/database.hpp"

namespace figbook {

struct FigureReference {
    std::string article;
    std::optional<std::int64_t> ordinal;  // none: the whole article
};

// Takes the last # with digits behind it for the mark.
FigureReference parse_figure_reference(const std::string& words);

// The number of the article; of an address, of its current version. Throws EnvironmentError where there is none.
std::int64_t find_article(const Database& database, const std::string& article);

// Throws EnvironmentError that lists the figures of the article, for an N that it does not have, and for none.
std::int64_t find_figure(const Database& database, std::int64_t article, const FigureReference& reference);

// The number in digits; none where it is none or too large.
std::optional<std::int64_t> whole_number(const std::string& digits);

}  // namespace figbook
