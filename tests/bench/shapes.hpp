// Documents that try whether the cost of a byte depends on how long or how odd a document is.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/article.hpp"

namespace figbook::bench {

// The text of one document of about so many bytes.
struct Shape {
    std::string_view name;
    std::string (*text)(std::size_t bytes);
};

const std::vector<Shape>& shapes();

// Documents of `size` bytes each, cut from the same text and together about `total` bytes, but one at least.
std::vector<Article> documents_of(const Shape& shape, std::size_t size, std::size_t total);

}  // namespace figbook::bench
