// What the letters stand for by which an article calls a body: "the Norland Defence Forces (NDF)", then "the NDF".
//
//     Initials initials(document);
//     initials.in_full("NDF")       // "Norland Defence Forces"; the letters themselves where the article has no more
//
// Never outlives its Document.
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>

#include "text/document.hpp"

namespace figbook {

class Initials {
 public:
    explicit Initials(const Document& document) : document_(document) {}

    // "NDF", "DfT": could the letters stand for more?
    static bool may_be(std::string_view name);
    std::string_view in_full(std::string_view letters);

 private:
    const Document& document_;
    std::unordered_map<std::string, std::string_view> known_;  // those that were asked for
};

}  // namespace figbook
