// What stands behind a number: a per-cent sign, a currency, a unit of measure; and the denominator of a rate.
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

#include "quantity/kinds.hpp"
#include "quantity/number.hpp"
#include "text/document.hpp"

namespace figbook {

struct UnitRead {
    Kind kind = Kind::measure;
    std::string_view unit;  // "%", "pp", "bp" or UCUM; for money see `currency`
    std::optional<CurrencyName> currency;
    bool is_time = false;
    bool adjective = false;  // joined by a hyphen: "500-metre"
    std::size_t end = 0;
    int power = 0;  // of a magnitude that is written with the currency: 6 in "30 MUSD", "75 USD million"
};

// The unit that starts at `at`, right behind a number; none where there is none.
std::optional<UnitRead> read_unit(const Document& document, const Sentence& sentence, std::size_t at,
                                  const Number& number);

// A symbol of letters and full stops alone: "kg", "Rs.", which may be a word too.
bool is_ascii_letters(std::string_view written);

// "m2", "km3" at token i behind the unit of a length: its square or cube, "" where no digit says so.
std::string_view power_of_length(const Document& document, const Sentence& sentence, std::size_t i,
                                 std::string_view length);

struct PerRead {
    std::string_view code;
    std::size_t end = 0;
};

// "a barrel", "per share", "/MWh", "an hour": the denominator that starts at `at`.
std::optional<PerRead> read_per(const Document& document, const Sentence& sentence, std::size_t at);

// "$", "US$", "EUR", "Rs": a currency before a number, none where there is none.
struct PrefixRead {
    CurrencyName currency;
    std::size_t end = 0;
    int power = 0;  // "MUSD 30"
};
std::optional<PrefixRead> read_currency_prefix(const Document& document, const Sentence& sentence,
                                               std::size_t at);

}  // namespace figbook
