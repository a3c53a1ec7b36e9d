// Which dollar is "$"? What an article itself says of it: a prefixed twin ("C$5"), a qualified name ("Hong Kong
// dollars"), a place ("Oslo" for kroner). Where it says nothing, the group's default, and then it is assumed.
#pragma once
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "text/document.hpp"

namespace figbook {

struct CurrencyChoice {
    std::string_view code;  // of the vocabulary
    bool assumed = false;
};

class CurrencyEvidence {
 public:
    explicit CurrencyEvidence(const Document& document) : document_(document) {}

    // The currency that an open name of the group means in this article.
    CurrencyChoice choose(std::string_view group) const;

 private:
    struct Weights {
        std::map<std::string_view, int> named;   // prefixed or qualified: speaks loudest
        std::map<std::string_view, int> placed;  // places that use it
    };
    using Groups = std::map<std::string_view, Weights>;
    const Groups& groups() const;
    CurrencyChoice decide(const CurrencyGroup& group) const;
    void gather(const Sentence& sentence, Groups& found) const;

    const Document& document_;
    mutable std::optional<Groups> groups_;  // gathered when first asked for: most articles have no open name
    struct Decided {
        const CurrencyGroup* group;
        CurrencyChoice choice;
    };
    mutable std::vector<Decided> decided_;  // an article has few groups, and asks for them again and again
};

}  // namespace figbook
