#include "quantity/unit.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace figbook {
namespace {

bool is_plain_ascii_letters(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.'; });
}

class UnitReader {
 public:
    UnitReader(const Document& document, const Sentence& sentence, std::size_t at, const Number& number)
        : document_(document), words_(vocabulary()), sentence_(sentence), at_(at), number_(number) {}

    std::optional<UnitRead> read() {
        if (at_ >= sentence_.end || document_.tokens[at_].starts_line()) return std::nullopt;
        const bool hyphen = document_.is(at_, "-") && !document_.tokens[at_].space_before() &&
                            at_ + 1 < sentence_.end && !document_.tokens[at_ + 1].space_before();
        if (hyphen) ++at_;
        std::optional<UnitRead> unit = percent();
        if (!unit) unit = currency();
        if (!unit) unit = measure_word();
        if (!unit) unit = measure_symbol();
        // "a 25-basis-point rise", "the 500-metre bridge"
        if (unit) unit->adjective = hyphen;
        return unit;
    }

 private:
    const Tokens& tokens() const { return document_.tokens; }
    bool glued() const { return !tokens()[at_].space_before(); }

    std::optional<UnitRead> percent() const {
        const auto match = words_.percents.match(tokens(), at_, sentence_.end);
        if (!match) return std::nullopt;
        const std::string_view written = document_.text_of(at_, at_ + match.length);
        if (written == "PC" || (written == "bp" && !number_.grouped && number_.in_words)) return std::nullopt;
        const Kind kind = *match.meaning == "%" ? Kind::percent : Kind::points;
        return UnitRead{kind, *match.meaning, std::nullopt, false, false, at_ + match.length};
    }

    std::optional<UnitRead> currency() const {
        const auto code = code_behind();
        if (code) return code;
        const auto match = words_.currencies.match(tokens(), at_, sentence_.end);
        if (!match) return std::nullopt;
        const std::string_view written = document_.text_of(at_, at_ + match.length);
        const CurrencyName& name = *match.meaning;
        if (name.symbol && is_plain_ascii_letters(written)) {
            const bool known_behind =
                written == "kr" || written == "kr." || written == "rs" || written == "Rs" || written == "Rs.";
            if (!known_behind) return std::nullopt;
        }
        const std::size_t behind = at_ + match.length;
        if (name.symbol && behind < sentence_.end && tokens()[behind].is_number() &&
            !tokens()[behind].space_before())
            return std::
                nullopt;  // "$5-$10 billion", "in 2020 $5 million": the sign belongs to the next number
        if (written == "p" && !glued()) return std::nullopt;
        if (written.size() == 1 && written[0] == 'p' && number_.power) return std::nullopt;
        if (is_weight(name)) return std::nullopt;
        if (tokens()[at_].is_capitalised() && is_plain_ascii_letters(written) && name.code.empty() &&
            match.length == 1 && !tokens()[at_].is_all_capitals() && !glued() &&
            (name.group == "real" || name.group == "sol"))
            return std::nullopt;
        return UnitRead{Kind::money, "", name, false, false, at_ + match.length};
    }

    // "125 EUR", "15-20 usd": a code behind the number.
    std::optional<UnitRead> code_behind() const {
        const std::string_view written = document_.word(at_);
        if (written.size() < 3 || written.size() > 4 || !tokens()[at_].is_word()) return std::nullopt;
        std::string code(written);
        for (char& c : code) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
        const std::string_view group = words_.currency_group_of(code);
        if (group.empty()) return std::nullopt;
        const bool capitals = tokens()[at_].is_all_capitals();
        // In small letters only the great currencies are meant: "usd", not "all" or "top".
        if (!capitals && !words_.is(tokens()[at_].word, WordClass::common_code)) return std::nullopt;
        if (capitals && words_.is(tokens()[at_].word, WordClass::code_lookalike) && code != "INR")
            return std::nullopt;
        if (at_ + 1 < sentence_.end && tokens()[at_ + 1].is_number() && !number_.grouped) return std::nullopt;
        return UnitRead{Kind::money, "",    CurrencyName{code, std::string(group), false, true},
                        false,       false, at_ + 1};
    }

    // "pounds" beside a weight is a weight: "weighing 300 pounds", "40 pounds of cocaine".
    bool is_weight(const CurrencyName& name) const {
        if (name.group != "pound" || !name.code.empty() || name.minor || number_.power) return false;
        for (std::size_t i = sentence_.begin; i < sentence_.end; ++i) {
            const bool heavy =
                words_.is(tokens()[i].word, WordClass::weight_word) && !tokens()[i].is_capitalised();
            if (heavy || document_.word(i).substr(0, 5) == "weigh") return true;
        }
        return at_ + 2 < sentence_.end && document_.is(at_ + 1, "of") && !is_about_money(at_ + 2);
    }

    bool is_about_money(std::size_t i) const {
        for (std::size_t k = i; k < std::min<std::size_t>(i + 3, sentence_.end); ++k)
            if (words_.is(tokens()[k].word, WordClass::money_topic)) return true;
        return false;
    }

    std::optional<UnitRead> measure_word() const {
        const auto match = words_.units.match(tokens(), at_, sentence_.end);
        if (!match) {
            const bool pounds = document_.is(at_, "pounds") || document_.is(at_, "pound");
            if (!pounds) return std::nullopt;
            return UnitRead{Kind::measure, "[lb_av]", std::nullopt, false, false, at_ + 1};
        }
        const std::string_view written = document_.text_of(at_, at_ + match.length);
        if (written.size() <= 3 && match.length == 1 && is_plain_ascii_letters(written)) {
            // Short spellings are symbols: their case counts, and they are read below.
            const bool small_word =
                words_.is(tokens()[at_].word, WordClass::short_unit) && !tokens()[at_].is_capitalised();
            if (!small_word && !unit_written_as(written)) return std::nullopt;
        }
        if (written == "second" && number_.in_words)  // "a third second"
            return std::nullopt;
        return UnitRead{Kind::measure, match.meaning->code, std::nullopt, match.meaning->dimension == "time",
                        false,         at_ + match.length};
    }

    std::optional<UnitRead> measure_symbol() const {
        if (number_.in_words) return std::nullopt;
        const auto match = words_.unit_symbols.match(tokens(), at_, sentence_.end);
        if (!match) return std::nullopt;
        const std::string_view written = document_.text_of(at_, at_ + match.length);
        const Unit* unit = unit_written_as(written);
        if (!unit || (written.size() == 1 && !letter_fits(written))) return std::nullopt;
        // "10 bar owners": a bar behind a space is no unit where a word follows.
        const bool may_be_noun = written == "bar" && !glued() && !number_.grouped;
        if (may_be_noun && at_ + 1 < sentence_.end && tokens()[at_ + 1].is_word()) return std::nullopt;
        return UnitRead{Kind::measure, unit->code,        std::nullopt, unit->dimension == "time",
                        false,         at_ + match.length};
    }

    // The unit of the symbol in this very case, nullptr for none.
    const Unit* unit_written_as(std::string_view written) const {
        const auto exact = std::find_if(words_.symbols_as_written.begin(), words_.symbols_as_written.end(),
                                        [&](const auto& entry) { return entry.first == written; });
        return exact == words_.symbols_as_written.end() ? nullptr : &exact->second;
    }

    // A symbol of one letter, which may be something else.
    bool letter_fits(std::string_view written) const {
        if (!is_plain_ascii_letters(written)) return true;
        constexpr std::string_view may_stand_apart = "tgWmV";
        if (!glued() && may_stand_apart.find(written) == std::string_view::npos) return false;
        if (written == "K") return false;
        const bool degree = written == "C" || written == "F";
        if (degree && number_.value > Decimal(200)) return false;
        if (written != "s") return true;
        const bool tens = number_.value >= Decimal(10) && !number_.grouped && number_.value.exponent() > 0;
        return !tens && !may_be_year(document_, number_);  // "the 90s", "the 1990s"
    }

    const Document& document_;
    const Vocabulary& words_;
    const Sentence& sentence_;
    std::size_t at_;
    const Number& number_;
};

}  // namespace

std::optional<UnitRead> read_unit(const Document& document, const Sentence& sentence, std::size_t at,
                                  const Number& number) {
    return UnitReader(document, sentence, at, number).read();
}

std::optional<PerRead> read_per(const Document& document, const Sentence& sentence, std::size_t at) {
    const Vocabulary& words = vocabulary();
    if (at + 1 >= sentence.end) return std::nullopt;
    const std::string_view opens = document.word(at);
    const bool slash = opens == "/";
    const bool word = opens == "per" || opens == "a" || opens == "an" || opens == "each" ||
                      opens == "every" ||
                      (opens == "-" && document.is(at + 1, "a") && !document.tokens[at].space_before());
    if (opens == "annually" || opens == "yearly") return PerRead{"year", at + 1};
    if (!slash && !word) return std::nullopt;
    const std::size_t noun = opens == "-" ? at + 3 : at + 1;
    if (noun >= sentence.end) return std::nullopt;
    const auto match = words.per.match(document.tokens, noun, sentence.end);
    if (!match) {
        if (opens != "per" || !document.tokens[noun].is_word() || document.is(noun, "cent"))
            return std::nullopt;
        return PerRead{lower(document.word(noun)), noun + 1};
    }
    const std::size_t end = noun + match.length;
    // "a year earlier", "a month ago", "a day after", "a week of talks" say when, not per what.
    if (opens == "a" || opens == "an") {
        for (const std::string_view later : {"earlier", "ago", "before", "later", "after", "-"})
            if (end < sentence.end && document.is(end, later)) return std::nullopt;
        if (end + 1 < sentence.end && document.is(end, "from") && document.is(end + 1, "now"))
            return std::nullopt;
    }
    return PerRead{*match.meaning, end};
}

std::optional<PrefixRead> read_currency_prefix(const Document& document, const Sentence& sentence,
                                               std::size_t at) {
    const Vocabulary& words = vocabulary();
    const Token& token = document.tokens[at];
    if (const auto match = words.currencies.match(document.tokens, at, sentence.end);
        match && match.meaning->symbol) {
        const std::string_view written = document.text_of(at, at + match.length);
        const bool letters = is_plain_ascii_letters(written);
        if (!letters || token.is_capitalised() || written == "kr") {
            if (!(letters && written == "p")) return PrefixRead{*match.meaning, at + match.length};
        }
    }
    if (token.is_all_capitals() && words.is(token.word, WordClass::currency_code)) {
        const std::string_view group = words.currency_group_of(document.word(at));
        if (!group.empty() && at + 1 < sentence.end) {
            if (words.is(token.word, WordClass::code_lookalike)) {
                // "ALL 5 of us" is no lek: such a code needs an amount that looks like money.
                const auto number = parse_number(document, at + 1, sentence.end, {true, false});
                if (!number || (!number->grouped && !number->power)) return std::nullopt;
            }
            return PrefixRead{CurrencyName{std::string(document.word(at)), std::string(group), false, true},
                              at + 1};
        }
    }
    return std::nullopt;
}

}  // namespace figbook
