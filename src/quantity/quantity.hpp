// A quantity: a number with its unit, its bounds and the noun that it counts, before the sentence is asked what it
// means. Tokens in, quantities out.
//
//     QuantityScanner scan(document, evidence);
//     for (const Quantity& quantity : scan(sentence)) ...      // in the order of the text, none overlapping another
//
// What is no figure (dates, ages, page numbers, names with digits) is left out here, by not_a_figure.hpp.
#pragma once
#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/decimal.hpp"
#include "quantity/currency_evidence.hpp"
#include "quantity/kinds.hpp"
#include "text/document.hpp"

namespace figbook {

struct Quantity {
    std::size_t begin = 0;  // tokens with the bound words: "more than half"
    std::size_t end = 0;
    std::size_t core = 0;  // the first token behind the bound words
    Kind kind = Kind::number;
    Decimal value;
    std::optional<Decimal> high;
    Decimal resolution{1};
    std::string_view unit;  // of the vocabulary or, of a count, of the document
    bool unit_assumed = false;
    std::string_view per;
    Bound bound = Bound::exact;
    Change direction = Change::none;  // of a multiple by itself: doubled, halved
    std::string_view rule;
    bool adjective = false;  // joined to a noun behind it: "500-metre bridge", "a $5bn fund" is not
    bool has_magnitude = false;
    int power = 0;          // of the magnitude: 6 for "1.2 million"
    bool borrowed = false;  // its unit is taken from a figure before it: "compared with 1.2 million"
    std::size_t noun_begin =
        0;  // the counted noun phrase: "15,000 [new police officers]"; empty where there is none
    std::size_t noun_end = 0;
    std::optional<std::size_t> share_of;  // a quantity of the same sentence: "14 of the 120 seats"
    std::string_view
        open_group;          // the group of a currency that the text leaves open: "dollar" for a bare "$"
    bool tentative = false;  // only a figure where links give it a unit

    // Behind the figure and the noun that it counts.
    std::size_t phrase_end() const { return std::max(end, noun_end); }
};

// "12 points", of an index, of a game or of a poll.
inline bool counts_points(const Quantity& quantity) {
    return quantity.kind == Kind::count && (quantity.unit == "points" || quantity.unit == "point");
}

struct Trace;

class QuantityScanner {
 public:
    QuantityScanner(const Document& document, const CurrencyEvidence& evidence, Trace* trace = nullptr)
        : document_(document), evidence_(evidence), trace_(trace) {}

    // The figures of a sentence; they stand until the next one is read.
    std::span<const Quantity> operator()(const Sentence& sentence);

 private:
    const Document& document_;
    const CurrencyEvidence& evidence_;
    Trace* trace_;
    void remember_money(const Sentence& next);
    void take_remembered(const Sentence& sentence);
    void remember_last();
    void take_only_money(const Sentence& sentence, bool near);
    void settle_grand();

    std::vector<Quantity> found_;  // here, so that its room is used again
    // The last amount of money, in the sentence with figures before this one, and its paragraph.
    std::optional<Quantity> money_;
    std::size_t paragraph_ = 0;
    std::optional<Quantity> last_;  // counted, measured or paid, in the sentence with figures before this one
    std::optional<Quantity> percent_;  // what ended the sentence with figures before this one
    std::size_t last_end_ = 0;
    bool polled_ = false;                 // the sentence before, with figures, told percentages of a poll
    bool behind_polls_ = false;           // some sentence before did, of voters
    std::optional<Quantity> only_money_;  // in the one currency that the article has used so far
    bool several_currencies_ = false;
};

}  // namespace figbook
