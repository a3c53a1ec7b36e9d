// Which dollar is "$"? What an article itself says of it: a prefixed twin ("C$5"), a qualified name ("Hong Kong
// dollars"), a place ("Oslo" for kroner), its dateline or the home of its publication. Where two countries are in one
// text, the one that stands nearest. Where it says nothing, the group's default, and then it is assumed.
#pragma once
#include <cstdint>
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
    // `publication` may name a place: "The Toronto Star".
    explicit CurrencyEvidence(const Document& document, std::string_view publication = {})
        : document_(document), publication_(publication) {}

    // The currency that an open name of the group means for the figure at token `at` of the sentence.
    CurrencyChoice choose(std::string_view group, const Sentence& sentence, std::size_t at) const;
    // True where the article names the currency or a place that uses it.
    bool speaks_for(std::string_view code) const;
    // True where it is of another country than America, by the places that it names and the currencies.
    bool is_abroad() const;

 private:
    bool tells_of_euros(const Sentence& sentence) const;
    bool counts_in_euros() const;
    struct Mention {
        std::string_view code;
        std::string_view group;
        std::size_t token = 0;
        int weight = 1;      // of a place: how loudly it speaks
        bool named = false;  // prefixed or qualified: speaks loudest
        bool spelt = false;  // "176 Hong Kong dollars", for which a bare "$" would be another
        bool owns = false;   // a place that does something: "Toronto's", "Canada paid"
    };
    // What the article says of one currency.
    struct Weight {
        std::string_view code;
        int named = 0;
        int placed = 0;
        int spelt = 0;
        bool owns = false;  // its country owns or acts: no mere mention
    };
    // What the places of a sentence say of all its figures.
    struct SentencePlaces {
        std::size_t sentence = 0;        // where it begins
        std::size_t begin = 0, end = 0;  // of the places
        bool lists = false;              // several currencies side by side
        bool is_one = true;              // all have the same currency
        bool owns = false;               // one of them owns, acts, or opens the sentence
    };
    struct Known {
        const CurrencyGroup* group = nullptr;
        bool is_told = false;         // the article mentions one of them
        std::vector<Mention> places;  // those in the text that are no names of currencies, in their order
        std::vector<Weight> weights;
        mutable std::optional<SentencePlaces> last;  // of the sentence that was asked for last
        mutable std::optional<int>
            loudest_other;  // of the places that have no currency of the group; made when asked for

        const Weight* of(std::string_view code) const;
        int placed(std::string_view code) const;
    };
    const std::vector<Mention>& mentions() const;
    void gather(const Sentence& sentence, std::vector<Mention>& found) const;
    void add_home(std::vector<Mention>& found) const;
    const Known& known(const CurrencyGroup& group) const;
    CurrencyChoice decide(const Known& known, const Sentence& sentence, std::size_t at) const;
    const SentencePlaces& places_of(const Known& known, const Sentence& sentence) const;
    bool are_listed(const Mention& one, const Mention& next) const;
    static std::size_t first_behind(const Known& known, const SentencePlaces& of, std::size_t at);
    const Mention* place_of_figure(const Known& known, const Sentence& sentence, std::size_t at) const;
    std::string_view nearest(const Known& known, const Sentence& sentence, std::size_t at) const;
    bool is_paying_place(const Known& known, const Sentence& sentence, std::size_t at,
                         std::string_view code) const;
    std::string_view last_before(const Known& known, std::size_t at) const;
    std::optional<CurrencyChoice> named_twin(const Known& known) const;
    int loudest_other(const Known& known) const;
    bool is_place_of_figure(std::size_t token, const Sentence& sentence, std::size_t at) const;

    const Document& document_;
    std::string_view publication_;
    mutable std::optional<std::vector<Mention>>
        mentions_;                        // when first asked: most articles have no open name
    mutable std::optional<bool> abroad_;  // like the next, when first asked
    mutable std::optional<bool> in_euros_;
    struct SentenceMoney {
        std::size_t sentence = 0;
        bool in_euros = false;
    };
    mutable std::optional<SentenceMoney> last_money_;  // of the sentence that was asked for last
    mutable std::vector<Known> known_;  // an article has few groups, and asks for them again and again
};

}  // namespace figbook
