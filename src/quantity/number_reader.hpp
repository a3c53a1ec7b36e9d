// Reads one number from where it starts. number.cpp has its signs, digits and magnitudes, number_words.cpp what is
// written in words, number_fractions.cpp the fractions. Inside quantity/ alone: others ask parse_number().
#pragma once
#include "quantity/number.hpp"
#include "quantity/printed_number.hpp"
#include "quantity/sentence_tokens.hpp"

namespace figbook {

class NumberReader {
 public:
    NumberReader(const Document& document, std::size_t at, std::size_t end, NumberContext context)
        : document_(document), words_(vocabulary()), begin_(at), at_(at), end_(end), context_(context) {}

    std::optional<Number> read();

 private:
    // A part of a number below its magnitude: "two hundred and fifty" of "two hundred and fifty thousand".
    struct Group {
        Decimal value;
        std::size_t end = 0;
    };

    const Token& token(std::size_t i) const { return document_.tokens[i]; }
    std::string_view text(std::size_t i) const { return document_.word(i); }
    bool has(std::size_t i) const { return i < end_; }
    bool glued(std::size_t i) const { return has(i) && !token(i).space_before(); }
    bool is_word(std::size_t i, WordLiteral wanted) const {
        return has(i) && document_.is_spelt(token(i), wanted);
    }
    bool is_article(std::size_t i) const { return is_word(i, "a") || is_word(i, "an"); }
    bool is_and(std::size_t i) const { return is_word(i, "and") || is_word(i, "&"); }
    bool is_digits(std::size_t i) const { return has(i) && token(i).is_number(); }
    bool is_dash(std::size_t i) const { return is_word(i, "-") || is_word(i, "−") || is_word(i, "–"); }
    // Behind a hyphen with no space on either side: "two-thirds", "500-million"; else the same token.
    std::size_t behind_hyphen(std::size_t i) const {
        return is_word(i, "-") && glued(i) && glued(i + 1) ? i + 1 : i;
    }
    // The number that one word is, nullptr for none: asked of many words that are none.
    const NumberWord* word_at(std::size_t i) const {
        return has(i) && words_.numbers.can_start(token(i).word) ? number_word(i) : nullptr;
    }
    const NumberWord* number_word(std::size_t i) const;
    bool has_form(std::size_t i, NumberForm form) const;
    PhraseMatch<Magnitude> scale_at(std::size_t i) const;
    void set(const Decimal& plain, int places);
    bool raise(int power, std::size_t behind);

    // number.cpp
    bool minus();
    bool goes_on() const;
    bool digits();
    bool spaced_groups(std::string_view first, Printed& printed);
    bool exponent();
    bool ten_to_the();
    struct Raised {
        int power = 0;
        std::size_t end = 0;
    };
    bool raised_figures();
    std::optional<Raised> raised_at(std::size_t i) const;
    std::optional<int> small_exponent(std::size_t i);
    bool slash_fraction();
    std::optional<Decimal> fraction_in_digits(std::size_t i) const;
    std::optional<Decimal> quotient(std::size_t i) const;
    void mixed_fraction();
    std::optional<Decimal> eighths_behind_hyphen() const;
    bool dozens();
    static std::optional<Decimal> sum_of(const Decimal& whole, const Decimal& part);
    void add_part(const Decimal& part);
    bool magnitude();
    bool magnitude_fits(const Magnitude& magnitude, std::size_t i) const;

    // number_words.cpp
    bool in_words();
    bool a_magnitude();
    bool cardinal();
    bool is_hundred(std::size_t i) const;
    std::optional<Group> below_hundred(std::size_t i) const;
    std::optional<Group> small_digits(std::size_t i, int below) const;
    std::optional<Group> hundreds(std::size_t i) const;
    std::optional<Group> tens_behind_hundred(std::size_t i) const;
    bool is_part_word(std::size_t i) const;
    bool decimal_words();
    bool further_groups();
    std::size_t behind_joint(std::size_t i) const;
    bool names_ordinal() const;

    // number_fractions.cpp
    bool fraction();
    bool fraction_word();
    bool fraction_word_fits(std::size_t i, bool counted, const Decimal& above, const NumberWord& word) const;
    bool names_a_quarter(std::size_t before) const;
    bool fraction_of_magnitude();
    bool ends_a_number(std::size_t i) const;
    void and_a_fraction();
    void and_a_part_of_magnitude();
    std::optional<std::size_t> fraction_word_behind(std::size_t from) const;
    bool long_fraction();
    bool one_of_many();
    std::optional<Decimal> cardinal_of(std::size_t begin, std::size_t end) const;
    std::optional<Decimal> denominator(std::size_t begin, std::size_t last) const;

    const Document& document_;
    const Vocabulary& words_;
    std::size_t begin_;
    std::size_t words_begin_ = 0;  // behind a minus
    std::size_t at_;
    std::size_t end_;
    NumberContext context_;
    Number number_;
};

}  // namespace figbook
