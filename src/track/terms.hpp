// Words that are compared as sets: sorted, each once.
#pragma once
#include <algorithm>
#include <string>
#include <vector>

namespace figbook {

using Terms = std::vector<std::string>;

inline void sort_unique(Terms& terms) {
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
}

inline bool has(const Terms& sorted, const std::string& term) {
    return std::binary_search(sorted.begin(), sorted.end(), term);
}

}  // namespace figbook
