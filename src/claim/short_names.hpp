// The whole name of a body that an article calls by its first word later: "Cairn Energy", then "Cairn".
//
//     ShortNames names(document);
//     names.in_full("Cairn")        // "Cairn Energy"; the word itself where the article does not introduce it so
//
// Never outlives its Document.
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>

#include "text/document.hpp"

namespace figbook {

class ShortNames {
 public:
    explicit ShortNames(const Document& document) : document_(document) {}

    std::string_view in_full(std::string_view word);
    // "Dorne Post" of "Post", where no other paper of that name is in the article; the word itself for any other.
    std::string_view paper_in_full(std::string_view word);

 private:
    const Document& document_;
    std::unordered_map<std::string, std::string_view> known_;  // those that were asked for
};

}  // namespace figbook
