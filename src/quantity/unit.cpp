#include "quantity/unit.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "quantity/measure.hpp"
#include "quantity/sentence_tokens.hpp"

namespace figbook {
namespace {

std::string in_capitals(std::string_view text) {
    std::string capitals(text);
    for (char& c : capitals) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
    return capitals;
}

// A currency's code with the letter of a magnitude before it, or a magnitude behind: "MUSD", "kEUR", "EURm".
struct ScaledCode {
    CurrencyName currency;
    int power;
};
std::optional<ScaledCode> scaled_code(const Document& document, std::size_t i) {
    constexpr std::size_t code_length = 3;
    const Vocabulary& words = vocabulary();
    const std::string_view written = document.word(i);
    if (written.size() <= code_length || written.size() > code_length + 2) return std::nullopt;
    const auto known = [&](std::string_view code, std::string_view letters) -> std::optional<ScaledCode> {
        const bool capitals =
            std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
        const CurrencyName* currency = capitals ? words.currency_of(code) : nullptr;
        if (!currency || words.is(words.lexicon.find_letters(code), WordClass::code_lookalike))
            return std::nullopt;
        const WordId word = words.lexicon.find_letters(letters);
        const auto* magnitude = words.magnitudes.single(word);
        if (!magnitude || !magnitude->abbreviation) return std::nullopt;
        return ScaledCode{*currency, magnitude->power};
    };
    if (written.size() == code_length + 1)
        if (auto before = known(written.substr(1), written.substr(0, 1))) return before;
    const std::string_view behind = written.substr(code_length);
    return behind[0] >= 'a' ? known(written.substr(0, code_length), behind) : std::nullopt;
}

class UnitReader : SentenceTokens {
 public:
    UnitReader(const SentenceTokens& tokens_of, std::size_t at, const Number& number)
        : SentenceTokens(tokens_of), at_(at), number_(number) {}

    std::optional<UnitRead> read() {
        if (at_ >= sentence.end) return std::nullopt;
        // "rose 3.4⏎percent": a text that is cut into lines; of other units a new line may be a new row
        const Token& first = document.tokens[at_];
        if (first.starts_line())
            return first.is_word() && !first.is_capitalised() && !first.after_blank_line() ? percent()
                                                                                           : std::nullopt;
        if (closes_number(document, document.tokens[at_]) || !may_be_unit()) return std::nullopt;
        const bool hyphen = document.is(at_, "-") && at_ + 1 < sentence.end && joins_unit();
        if (hyphen) ++at_;
        std::optional<UnitRead> unit = percent();
        if (!unit) unit = part_of_percent();
        if (!unit) unit = currency();
        if (!unit) unit = currency_behind_of();
        if (!unit) unit = read_measure(document, sentence, at_, number_);
        // "a 25-basis-point rise", "the 500-metre bridge"
        if (unit) unit->adjective = hyphen;
        return unit;
    }

 private:
    const Tokens& tokens() const { return document.tokens; }

    // False for a word that starts no unit, as most do not: of no table, and without the capitals of "kEUR" and "EURm".
    bool may_be_unit() const {
        const Token& first = tokens()[at_];
        // "six Year 10 subjects": the year of a school
        if (first.is_capitalised() && at_ + 1 < sentence.end && tokens()[at_ + 1].is_number() &&
            document.reads(at_, "year"))
            return false;
        if (!first.is_word() || words.is(first.word, WordClass::unit_start)) return true;
        const char second = first.end - first.start > 1 ? document.text[first.start + 1] : ' ';
        return second >= 'A' && second <= 'Z';
    }

    // The hyphen of "500-metre"; and "a 10 - mile stretch", where a text was cut into words: a unit in the singular
    // with a noun behind.
    bool joins_unit() const {
        const bool spaced = tokens()[at_].space_before();
        if (spaced != tokens()[at_ + 1].space_before()) return false;
        if (!spaced) return true;
        const auto match = words.units.match(tokens(), at_ + 1, sentence.end);
        const std::size_t behind = at_ + 1 + match.length;
        if (!match || behind >= sentence.end || number_.value == Decimal(1)) return false;
        const std::string_view last = document.word(behind - 1);
        return last.size() > 2 && last.back() != 's' &&
               (tokens()[behind].is_word() || document.is(behind, "-"));
    }

    // "0.3 of a percentage point", "0.5 of a percent", and "0.3 of a point" where the sentence speaks of rates.
    std::optional<UnitRead> part_of_percent() const {
        if (!number_.grouped || number_.power || !(number_.value.absolute() < Decimal(1)))
            return std::nullopt;
        if (!is(at_, "of") || !is_any(at_ + 1, {"a", "one"})) return std::nullopt;
        const std::size_t noun = at_ + 2;
        if (is(noun, "point") && sentence.has(WordClass::rate_word))
            return UnitRead{Kind::points, "pp", std::nullopt, false, false, noun + 1};
        const auto match = has(noun) ? words.percents.match(tokens(), noun, sentence.end)
                                     : decltype(words.percents.match(tokens(), noun, sentence.end)){};
        if (!match) return std::nullopt;
        const Kind kind = *match.meaning == "%" ? Kind::percent : Kind::points;
        return UnitRead{kind, *match.meaning, std::nullopt, false, false, noun + match.length};
    }

    std::optional<UnitRead> percent() const {
        const auto match = words.percents.match(tokens(), at_, sentence.end);
        if (!match) return std::nullopt;
        const std::string_view written = document.text_of(at_, at_ + match.length);
        if (written == "PC" || (written == "bp" && !number_.grouped && number_.in_words)) return std::nullopt;
        const Kind kind = *match.meaning == "%" ? Kind::percent : Kind::points;
        return UnitRead{kind, *match.meaning, std::nullopt, false, false, at_ + match.length};
    }

    std::optional<UnitRead> currency() const {
        if (auto code = code_behind()) return with_magnitude(std::move(*code));
        if (const auto scaled = scaled_code(document, at_); scaled && !number_.power)
            return UnitRead{Kind::money, "", scaled->currency, false, false, at_ + 1, scaled->power};
        const auto match = words.currencies.match(tokens(), at_, sentence.end);
        if (!match) return std::nullopt;
        const std::string_view written = document.text_of(at_, at_ + match.length);
        const CurrencyName& name = *match.meaning;
        if (name.symbol && is_ascii_letters(written) &&
            !words.is(tokens()[at_].word, WordClass::symbol_behind))
            return std::nullopt;
        const std::size_t behind = at_ + match.length;
        if (name.symbol && behind < sentence.end && tokens()[behind].is_number() &&
            !tokens()[behind].space_before())
            return std::
                nullopt;  // "$5-$10 billion", "in 2020 $5 million": the sign belongs to the next number
        if (written.size() == 1 && is_ascii_letters(written) && !is_letter_of_cents(written, behind))
            return std::nullopt;
        if (is_weight(name) || (!name.symbol && is_any(behind, {"zone", "area"}) && is(at_, "euro")))
            return std::nullopt;
        if (match.length == 1 && words.is(tokens()[at_].word, WordClass::currency_homonym) && is_homonym())
            return std::nullopt;
        UnitRead unit{Kind::money, "", name, false, false, at_ + match.length};
        return name.symbol ? with_magnitude(std::move(unit)) : unit;
    }

    // "5 millions of euros".
    std::optional<UnitRead> currency_behind_of() const {
        if (!number_.power || !document.reads(at_, "of")) return std::nullopt;
        const auto match = words.currencies.match(tokens(), at_ + 1, sentence.end);
        if (!match || match.meaning->symbol || match.meaning->minor) return std::nullopt;
        const std::size_t end = at_ + 1 + match.length;
        if (document.word(end - 1).back() != 's') return std::nullopt;
        return UnitRead{Kind::money, "", *match.meaning, false, false, end};
    }

    // "75 USD million", "5 € bn": the magnitude behind the sign of the currency.
    UnitRead with_magnitude(UnitRead unit) const {
        if (number_.power || unit.currency->minor) return unit;
        const auto match = words.magnitudes.match(tokens(), unit.end, sentence.end);
        if (!match || (match.meaning->abbreviation && document.word(unit.end).size() == 1)) return unit;
        unit.power = match.meaning->power;
        unit.end += match.length;
        return unit;
    }

    // "5.5p", "50c a litre", "at €2.86, down 6c": right behind the digits, and "c" only where a rate follows or a price moves
    // ("table 3c").
    bool is_letter_of_cents(std::string_view written, std::size_t behind) const {
        if (!glued(at_) || number_.power || number_.in_words || written[0] <= 'Z') return false;
        return written == "p" || read_per(document, sentence, behind).has_value() || is_moved_price();
    }

    bool is_moved_price() const {
        if (!sentence.has(WordClass::currency_sign) || number_.begin == sentence.begin) return false;
        const std::size_t before = number_.begin - 1;
        return is_any(before, {"up", "down", "back", "by"}) ||
               words.is(tokens()[before].word, WordClass::change_verb);
    }

    // "five won medals", "200 real people", "two Rand novels": a word that is no currency here.
    bool is_homonym() const {
        static const Decimal fewest_marks{1000};  // "620 marks in the exam"
        if (!number_.power && document.reads(at_, "marks") && number_.value < fewest_marks) return true;
        if (is_any(at_, {"dram", "drams"})) return is_drunk();
        if (document.reads(at_, "penny") && at_ + 1 < sentence.end &&
            document.reads_any(at_ + 1, {"stock", "stocks", "share", "shares"}))
            return true;  // "3 penny stocks to watch"
        // "the 2.4 billion crowns forecast", but "20 million real people"
        if (number_.power && !words.is(tokens()[at_].word, WordClass::adjective)) return false;
        if (!number_.power && number_.value < Decimal(100) && words.is(tokens()[at_].word, WordClass::verb))
            return true;  // "the other ten won"
        if (tokens()[at_].is_capitalised() && !number_.power && !glued(at_)) return true;
        return goes_on_as_noun(document, sentence, at_ + 1);
    }

    // "5 drams of whisky"; "500,000 drams (about $1,200)" and "3,000 drams of aid" are Armenian money.
    bool is_drunk() const {
        const std::size_t stuff = at_ + 2;
        return !number_.power && is(at_ + 1, "of") && has(stuff) && tokens()[stuff].is_word() &&
               !is_about(stuff, WordClass::money_topic) && !is_about(stuff, WordClass::money_sum);
    }

    // "125 EUR", "15-20 usd": a code behind the number.
    std::optional<UnitRead> code_behind() const {
        if (!words.is(tokens()[at_].word, WordClass::currency_code)) return std::nullopt;
        const std::string_view written = document.word(at_);
        if (written.size() < 3 || written.size() > 4 || !tokens()[at_].is_word()) return std::nullopt;
        if (written.size() == 4 && number_.in_words && !number_.power)
            return std::nullopt;  // "two DOGE staffers"
        const CurrencyName* currency = words.currency_of(in_capitals(written));
        if (!currency) return std::nullopt;
        const bool capitals = tokens()[at_].is_all_capitals();
        // In small letters only the great currencies are meant: "usd", not "all" or "top".
        if (!capitals && !words.is(tokens()[at_].word, WordClass::common_code)) return std::nullopt;
        if (capitals && words.is(tokens()[at_].word, WordClass::code_lookalike)) return std::nullopt;
        const bool before_number = at_ + 1 < sentence.end && tokens()[at_ + 1].is_number();
        if (before_number && !number_.grouped && !closes_with_cents(at_ + 1)) return std::nullopt;
        return UnitRead{Kind::money, "", *currency, false, false, at_ + 1};
    }

    // "17 USD 25." at the end: the cents.
    bool closes_with_cents(std::size_t i) const {
        const bool closes = i + 1 == sentence.end || (i + 2 == sentence.end && document.is(i + 1, "."));
        return closes && document.word(i).size() == 2;
    }

    // "pounds" beside a weight is a weight: "weighing 300 pounds", "40 pounds of cocaine".
    bool is_weight(const CurrencyName& name) const {
        if (name.group != "pound" || !name.code.empty() || name.minor) return false;
        if (number_.power)  // "two million pounds of beef"
            return (at_ + 2 < sentence.end && document.is(at_ + 1, "of") &&
                    is_about(at_ + 2, WordClass::weighed)) ||
                   is_output();
        if (read_per(document, sentence, at_ + 1)) return false;                   // "50 pounds a tonne"
        const bool adjective = at_ > number_.end || document.reads(at_, "pound");  // "2,000 pound bombs"
        if (adjective && is_heavy(at_ + 1)) return true;
        if (is_of_body()) return true;
        constexpr std::size_t reach = 25;
        const std::size_t begin = std::max<std::size_t>(sentence.begin, at_ > reach ? at_ - reach : 0);
        for (std::size_t i = begin; i < std::min<std::size_t>(sentence.end, at_ + reach); ++i) {
            const bool heavy =
                words.is(tokens()[i].word, WordClass::weight_word) && !tokens()[i].is_capitalised();
            if (heavy || document.word(i).substr(0, 5) == "weigh") return true;
        }
        return at_ + 2 < sentence.end && document.is(at_ + 1, "of") &&
               !is_about(at_ + 2, WordClass::money_topic);
    }

    // "Milk production rose to 30.6 billion pounds", "the lobster catch": so much of it came from farms, mines or the sea, and no
    // money is told of.
    bool is_output() const {
        bool comes = false, stuff = false;
        for (std::size_t i = sentence.begin; i < number_.begin; ++i) {
            if (is_any(i, {"worth", "sales", "revenue", "revenues", "profit", "profits", "cost", "costs",
                           "budget", "value", "spending", "paid", "bank", "company's", "firm's", "earned",
                           "brought", "subsidies"}))
                return false;
            comes |= is_any(i, {"production", "output", "crop", "crops", "harvest", "harvests", "landings",
                                "catch", "catches", "stocks", "stockpiles", "stockpile", "inventories",
                                "yield", "yields", "haul", "hauls", "consumption"});
            stuff |= words.is(tokens()[i].word, WordClass::weighed) && !is_any(i, {"produce", "weight"});
        }
        return comes && stuff;
    }

    // "She lost 40 pounds", "he clocked in at 243 pounds": of somebody's body.
    bool is_of_body() const {
        constexpr int heaviest = 700;
        constexpr std::size_t furthest = 4;
        if (number_.begin < sentence.begin + 2 || number_.grouped || !(number_.value < Decimal(heaviest)))
            return false;
        std::size_t verb = number_.begin - 1;
        if (is_any(verb,
                   {"some", "about", "nearly", "almost", "over", "around", "roughly", "another", "just"}))
            --verb;
        if (verb == sentence.begin) return false;
        if (is(verb, "at"))
            return verb > sentence.begin + 1 && is_any(verb - 1, {"in", "listed"}) &&
                   (is(verb - 1, "listed") || is_any(verb - 2, {"clocked", "came", "checked"}));
        if (!is_any(verb, {"lost", "lose", "loses", "losing", "gained", "gain", "gains", "gaining", "shed",
                           "sheds", "shedding", "dropped", "dropping"}))
            return false;
        // "lost 40 pounds in a bet"
        for (std::size_t i = sentence.begin; i < sentence.end; ++i)
            if (is_any(i, {"bet", "bets", "casino", "gambling", "purse", "wallet", "scam", "cash", "money",
                           "fee", "fees", "sale", "sales", "wages", "price"}))
                return false;
        for (std::size_t i = verb; i-- > sentence.begin && i + furthest > verb;)
            if (is_any(i, {"he", "she", "i", "you", "they", "who", "we", "has", "have", "had"}) ||
                words.is(tokens()[i].word, WordClass::person_noun))
                return true;
        return false;
    }

    // Behind "2,000-pound" or "300-pound": "small bombs", a "man was rescued"; not "student discount".
    bool is_heavy(std::size_t i) const {
        for (std::size_t k = i; k < std::min<std::size_t>(i + 3, sentence.end); ++k)
            if (is_any(k, {"bomb", "bombs", "warhead", "warheads"})) return true;
        return i < sentence.end && words.is(tokens()[i].word, WordClass::person_noun) &&
               !goes_on_as_noun(document, sentence, i + 1);
    }

    bool is_about(std::size_t i, WordClass topic) const {
        for (std::size_t k = i; k < std::min<std::size_t>(i + 3, sentence.end); ++k)
            if (words.is(tokens()[k].word, topic)) return true;
        return false;
    }

    std::size_t at_;
    const Number& number_;
};

}  // namespace

bool is_ascii_letters(std::string_view written) {
    return std::all_of(written.begin(), written.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.'; });
}

std::optional<UnitRead> read_unit(const Document& document, const Sentence& sentence, std::size_t at,
                                  const Number& number) {
    return UnitReader({document, vocabulary(), sentence}, at, number).read();
}

std::string_view power_of_length(const Document& document, const Sentence& sentence, std::size_t i,
                                 std::string_view length) {
    if (i >= sentence.end || document.tokens[i].space_before()) return {};
    const std::string_view digit = document.word(i);
    if (digit != "2" && digit != "3") return {};
    struct Powers {
        std::string_view length, square, cube;
    };
    static constexpr std::array<Powers, 8> known{{{"m", "m2", "m3"},
                                                  {"km", "km2", "km3"},
                                                  {"cm", "cm2", "cm3"},
                                                  {"mm", "mm2", "mm3"},
                                                  {"dm", "dm2", "dm3"},
                                                  {"um", "um2", "um3"},
                                                  {"nm", "nm2", "nm3"},
                                                  {"[ft_i]", "[sft_i]", "[cft_i]"}}};
    for (const Powers& each : known)
        if (each.length == length) return digit == "2" ? each.square : each.cube;
    return {};
}

namespace {

// "£2,750 pcm", "$1,200 weekly", "grew 3% annually"; not "the Daily Mail".
std::optional<PerRead> read_rate_alone(const Document& document, const Sentence& sentence, std::size_t at) {
    const Vocabulary& words = vocabulary();
    const Token& token = document.tokens[at];
    if (!words.is(token.word, WordClass::rate_alone) || token.is_capitalised()) return std::nullopt;
    const auto match = words.per.match(document.tokens, at, sentence.end);
    return match ? std::optional(PerRead{*match.meaning, at + match.length}) : std::nullopt;
}

// "$9.60 an hour after expenses": what is left then.
bool is_after_costs(const Document& document, const Sentence& sentence, std::size_t after) {
    return after + 1 < sentence.end && document.reads(after, "after") &&
           document.reads_any(
               after + 1, {"expenses", "tax", "taxes", "costs", "deductions", "rent", "inflation", "bills"});
}

}  // namespace

std::optional<PerRead> read_per(const Document& document, const Sentence& sentence, std::size_t at) {
    const Vocabulary& words = vocabulary();
    if (at >= sentence.end) return std::nullopt;
    if (const auto alone = read_rate_alone(document, sentence, at)) return alone;
    if (at + 1 >= sentence.end) return std::nullopt;
    const std::string_view opens = document.word(at);
    const bool slash = opens == "/";
    const bool word = opens == "per" || opens == "a" || opens == "an" || opens == "each" ||
                      opens == "every" ||
                      (opens == "-" && document.reads_any(at + 1, {"a", "an", "per"}) &&
                       at + 2 < sentence.end && document.is(at + 2, "-"));
    if (!slash && !word) return std::nullopt;
    const bool every = opens == "per" && document.reads_any(at + 1, {"every", "each"});
    const std::size_t noun = opens == "-" ? at + 3 : every ? at + 2 : at + 1;
    if (noun >= sentence.end) return std::nullopt;
    const auto match = words.per.match(document.tokens, noun, sentence.end);
    if (!match) {
        if (opens != "per" || !document.tokens[noun].is_word() || document.is(noun, "cent"))
            return std::nullopt;

        return PerRead{document.lower_text_of(noun, noun + 1), noun + 1};
    }
    const std::size_t end = noun + match.length;
    if (const auto power = power_of_length(document, sentence, end, *match.meaning); !power.empty())
        return PerRead{power, end + 1};
    // "a year earlier", "a month ago", "a day after", "a week of talks" say when, not per what.
    const bool time = words.is(document.tokens[noun].word, WordClass::time_unit) ||
                      document.reads_any(noun, {"night", "shift", "season"});
    if (time && (opens == "a" || opens == "an")) {
        for (const std::string_view later : {"earlier", "ago", "before", "later", "after", "prior", "-"})
            if (end < sentence.end && document.is(end, later) && !is_after_costs(document, sentence, end))
                return std::nullopt;
        if (end + 1 < sentence.end && document.is(end, "from") && document.is(end + 1, "now"))
            return std::nullopt;
    }
    if (document.is(noun, "head") && *match.meaning == "person" && sentence.has(WordClass::livestock))
        return PerRead{"item", end};
    return PerRead{*match.meaning, end};
}

namespace {

// "ALL 5 of us" is no lek, and a "PS5" no five pounds: a sign that is a word too needs an amount that looks like money.
bool looks_like_money(const Document& document, const Sentence& sentence, std::size_t at) {
    const auto number = parse_number(document, at, sentence.end, {true, false});
    return number && (number->grouped || number->power);
}

}  // namespace

std::optional<PrefixRead> read_currency_prefix(const Document& document, const Sentence& sentence,
                                               std::size_t at) {
    if (at >= sentence.end || document.tokens[at].is_number()) return std::nullopt;
    const Vocabulary& words = vocabulary();
    const Token& token = document.tokens[at];
    if (const auto match = words.currencies.match(document.tokens, at, sentence.end);
        match && match.meaning->symbol &&
        // the "s $" of "Zai Lab Ltd.'s $173 million"
        !(match.length > 1 && at > sentence.begin && !token.space_before() && !token.is_capitalised()) &&
        !(match.length > 1 && words.is(token.word, WordClass::code_lookalike) && !token.is_all_capitals())) {
        const std::string_view written = document.text_of(at, at + match.length);
        const bool letters = is_ascii_letters(written);
        const bool small = words.is(token.word, WordClass::symbol_behind);  // "rs 10 lakh"
        const bool fits = !letters || ((token.is_capitalised() || small) &&
                                       (!words.is(token.word, WordClass::code_lookalike) ||
                                        looks_like_money(document, sentence, at + match.length)));
        if (fits) return PrefixRead{*match.meaning, at + match.length};
    }
    if (token.is_all_capitals() && words.is(token.word, WordClass::currency_code)) {
        const CurrencyName* currency = words.currency_of(document.word(at));
        // "NOK1V.HE": a ticker
        const bool ticker = at + 3 < sentence.end && !document.tokens[at + 1].space_before() &&
                            document.tokens[at + 2].is_capitalised() &&
                            !document.tokens[at + 2].space_before() && document.is(at + 3, ".") &&
                            !document.tokens[at + 3].space_before();
        if (currency && !ticker && at + 1 < sentence.end) {
            if (words.is(token.word, WordClass::code_lookalike) &&
                !looks_like_money(document, sentence, at + 1))
                return std::nullopt;
            return PrefixRead{*currency, at + 1};
        }
    }
    if (words.is(token.word, WordClass::common_code))  // "eur 100": the great ones in small letters too
        if (const CurrencyName* currency = words.currency_of(in_capitals(document.word(at)));
            currency && currency->code.size() == 3)
            return PrefixRead{*currency, at + 1};
    if (!token.is_all_capitals()) return std::nullopt;
    if (const auto scaled = scaled_code(document, at))
        return PrefixRead{scaled->currency, at + 1, scaled->power};
    return std::nullopt;
}

}  // namespace figbook
