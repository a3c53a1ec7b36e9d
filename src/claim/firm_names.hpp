// The firms that an article names in full, for those that it calls by a part of the name everywhere else.
//
//     FirmNames(document).fullest("Volmer")     // "Volmer Motor Co"
//
// Inside claim/ alone, behind Speakers.
#pragma once
#include <string_view>
#include <vector>

#include "text/document.hpp"

namespace figbook {

class FirmNames {
 public:
    explicit FirmNames(const Document& document);

    // The full name that begins with those words, or has them right before its ending; the words themselves where the article has none. Of several firms
    // ("Volmer Motor Co", "Volmer Motor Credit Co") the one that adds least, else the first.
    std::string_view fullest(std::string_view name) const;

 private:
    struct Name {
        std::string_view words;
        std::size_t ending = 0;  // where in them its endings begin: at the "Co" of "Volmer Motor Co"
        std::size_t sure =
            0;  // and what is surely of the name: at the "Volmer" of "Bankrupt Volmer Motor Co"
    };
    std::vector<Name> all_;  // in the order of the text
};

}  // namespace figbook
