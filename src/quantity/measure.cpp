#include "quantity/measure.hpp"

#include <algorithm>

#include "quantity/sentence_tokens.hpp"

namespace figbook {
namespace {

class MeasureReader : SentenceTokens {
 public:
    MeasureReader(const SentenceTokens& tokens_of, std::size_t at, const Number& number)
        : SentenceTokens(tokens_of), at_(at), number_(number) {}

    std::optional<UnitRead> read() {
        auto unit = word();
        if (!unit && !number_.in_words) unit = symbol();
        if (unit) return with_power(std::move(*unit));
        if (number_.in_words) return std::nullopt;
        unit = by_surroundings();
        return unit ? unit : in_brackets();
    }

 private:
    // True where the token is written exactly so.
    bool is_written(std::size_t i, std::string_view mark) const { return has(i) && document.is(i, mark); }
    // "190 km2"; "24703 m212" is the name of something.
    std::optional<UnitRead> with_power(UnitRead unit) const {
        const bool runs_on = has(unit.end) && token(unit.end).is_number() &&
                             !token(unit.end).space_before() && token(unit.end - 1).is_word();
        if (!runs_on) return unit;
        unit.unit = power_of_length(document, sentence, unit.end, unit.unit);
        if (unit.unit.empty()) return std::nullopt;
        ++unit.end;
        return unit;
    }

    // True where a word of the class stands in the sentence, not far from the number.
    bool is_near(WordClass wanted) const {
        if (!sentence.has(wanted)) return false;
        constexpr std::size_t reach = 12;
        const std::size_t begin = std::max<std::size_t>(sentence.begin, at_ > reach ? at_ - reach : 0);
        for (std::size_t i = begin; has(i) && i < at_ + reach; ++i)
            if (i != at_ && is(i, wanted)) return true;
        return false;
    }

    static UnitRead made(const Unit& unit, std::size_t end) {
        return UnitRead{Kind::measure, unit.code, std::nullopt, unit.dimension == "time",
                        false,         end,       unit.power};
    }

    std::optional<UnitRead> word() const {
        const auto match = words.units.match(document.tokens, at_, sentence.end);
        if (!match) {
            const bool pounds = document.is(at_, "pounds") || document.is(at_, "pound");
            if (!pounds) return std::nullopt;
            return UnitRead{Kind::measure, "[lb_av]", std::nullopt, false, false, at_ + 1};
        }
        const std::string_view written = document.text_of(at_, at_ + match.length);
        if (written.size() <= 3 && match.length == 1 && is_ascii_letters(written)) {
            // Short spellings are symbols: their case counts, and they are read below.
            const bool small_word = is(at_, WordClass::short_unit) && !token(at_).is_capitalised();
            if (!small_word && (number_.in_words || !words.unit_written_as(written))) return std::nullopt;
        }
        if (written == "second" && number_.in_words) return std::nullopt;  // "a third second"
        const bool hyphen = at_ > number_.end;                             // "a 5-sigma result"
        if (!hyphen && is(at_, WordClass::unit_homonym) && match.length == 1 && is_homonym())
            return std::nullopt;
        return made(*match.meaning, without_full_stop(at_ + match.length, match.length));
    }

    // "It weighed 40lb.": at the sentence's end the stop of a shortened unit is the sentence's.
    std::size_t without_full_stop(std::size_t end, std::size_t length) const {
        return length > 1 && end == sentence.end && is_written(end - 1, ".") ? end - 1 : end;
    }

    // "two stone walls", "won two cups": a word that is no unit here; what cups hold follows them.
    bool is_homonym() const {
        if (token(at_).is_capitalised()) return true;
        const bool cup = document.reads(at_, "cup") || document.reads(at_, "cups");
        if (!cup) return goes_on_as_noun(document, sentence, at_ + 1);
        return !is_written(at_ + 1, "of") &&
               !(number_.is_fraction || goes_on_as_noun(document, sentence, at_ + 1));
    }

    std::optional<UnitRead> symbol() const {
        const auto match = words.unit_symbols.match(document.tokens, at_, sentence.end);
        if (!match) return std::nullopt;
        const std::string_view written = document.text_of(at_, at_ + match.length);
        const Unit* unit = words.unit_written_as(written);
        if (!unit || (written.size() == 1 && !letter_fits(written))) return std::nullopt;
        if (written == "mb" && !tells_of_weather()) unit = words.unit_written_as("MB");  // "512mb of storage"
        const bool clock = number_.begin > sentence.begin && document.reads(number_.begin - 1, "at");
        if (written == "pm" && (clock || !(number_.grouped && is_near(WordClass::length_word))))
            return std::nullopt;
        // "10 bar owners": no unit where a word follows.
        const bool may_be_noun = is(at_, WordClass::unit_homonym) && !glued(at_) && !number_.grouped;
        if (may_be_noun && goes_on_as_noun(document, sentence, at_ + 1)) return std::nullopt;
        return made(*unit, at_ + match.length);
    }

    // "a central pressure of 985 mb": millibars.
    bool tells_of_weather() const {
        for (std::size_t i = sentence.begin; i < sentence.end; ++i)
            if (document.reads_any(i, {"pressure", "storm", "hurricane", "cyclone", "typhoon", "barometer"}))
                return true;
        return false;
    }

    // A symbol of one letter, which may be something else.
    bool letter_fits(std::string_view written) const {
        if (!is_ascii_letters(written)) return true;
        if (written == "C" || written == "F" || written == "K") return is_temperature(written);
        if (written == "c" || written == "f")
            return is_near(WordClass::temperature_word) && !is_written(at_ + 1, ".");
        constexpr std::string_view may_stand_apart = "tgWmV";
        const bool rate = is_written(at_ + 1, "/") && !token(at_ + 1).space_before();
        if (!glued(at_) && !rate && may_stand_apart.find(written) == std::string_view::npos) return false;
        if (written != "s") return true;
        if (names_a_machine()) return false;
        const bool tens = number_.value >= Decimal(10) && !number_.grouped && number_.value.exponent() > 0;
        if (tens || may_be_year(document, number_)) return false;  // "the 90s", "the 1990s"
        return number_.grouped || !(number_.value < Decimal(10)) || is_timed();
    }

    // "in 9s", "9s ahead", "3m 9s": a time, where "got nothing but 9s" and "the 2s and 3s" are numerals.
    bool is_timed() const {
        if (is_any(at_ + 1, {"ahead", "behind", "faster", "slower", "later", "clear", "off", "back", "adrift",
                             "penalty", "gap", "lead", "delay", "burst", "bursts"}))
            return true;
        if (number_.begin == sentence.begin) return !has(at_ + 1);
        const std::size_t before = number_.begin - 1;
        const bool joined = glued(before) && token(before).is_word() && before > sentence.begin &&
                            token(before - 1).is_number();
        return joined || is_any(before, {"in", "by", "within", "after", "under", "than", "from", "every",
                                         "about", "around", "just", "only", "last", "lasted", "took"});
    }

    // "Boeing 737s", "T-72s", "two 747s": no seconds.
    bool names_a_machine() const {
        if (number_.begin == sentence.begin || number_.in_words || number_.grouped) return false;
        const std::size_t before = number_.begin - 1;
        if (is_written(before, "-") && glued(before) && glued(number_.begin) && before > sentence.begin)
            return token(before - 1).is_capitalised() || token(before - 1).is_number();  // "777-9s"
        if (is(before, WordClass::number) && !is(before, WordClass::fraction)) return true;
        constexpr std::size_t digits_of_type = 3;
        if (token(before).is_number() &&
            token(number_.begin).end - token(number_.begin).start == digits_of_type)
            return true;  // "120 787s"
        static constexpr WordClasses no_names{WordClass::preposition, WordClass::function_start,
                                              WordClass::month, WordClass::verb};
        return token(before).is_word() && token(before).is_capitalised() && number_.value >= Decimal(100) &&
               !words.classes[token(before).word].has_any(no_names);
    }

    // "30 C outside", "90F"; a "13F" is a form, "2 C students" are people, "5K" is a race or five thousand.
    bool is_temperature(std::string_view written) const {
        if (is_near(WordClass::temperature_word)) return !goes_on_as_name(at_ + 1);
        if (written == "K" || !glued(at_) || number_.value > Decimal(200)) return false;
        if (number_.begin == sentence.begin) return true;
        const std::size_t before = number_.begin - 1;
        return number_.value.exponent() < 0 || is_limit_of_warming() ||
               (!is(before, WordClass::determiner) && !is(before, WordClass::modal) &&
                !is(before, WordClass::noun_first));
    }

    // "the 2C limit", "a 2C rise"; a letter behind a fraction is no name either: "the 1.5C goal".
    bool is_limit_of_warming() const {
        return is_any(at_ + 1, {"target", "targets", "limit", "goal", "threshold", "rise", "increase"});
    }
    bool goes_on_as_name(std::size_t i) const {
        return has(i) && token(i).is_word() && token(i).is_capitalised() && !token(i).starts_line();
    }

    // "the length is 2 in", "10\" long", "at 30'": marks and words that are units beside a length.
    std::optional<UnitRead> by_surroundings() const {
        const bool in =
            document.is(at_, "in") &&
            (is_joined_in() ||
             (ends_at_mark(at_ + 1) && !is_written(at_ + 1, "-") &&
              (is_near(WordClass::length_word) || is_written(at_ + 2, "of"))));  // "6 in. of snow"
        const bool mark = document.is(at_, "\"") && is(at_ + 1, WordClass::extent);
        if (in || mark) return UnitRead{Kind::measure, "[in_i]", std::nullopt, false, false, at_ + 1};
        if (!document.is(at_, "'") || !glued(at_)) return std::nullopt;
        const bool inches = has(at_ + 2) && token(at_ + 1).is_number() && is_written(at_ + 2, "\"");
        if (!inches && !is_near(WordClass::length_word)) return std::nullopt;
        return UnitRead{Kind::measure, "[ft_i]", std::nullopt, false, false, at_ + 1};
    }

    // "5in of snow", "a 6.7in screen", "an 8-in. blade"; not "2-in-1", "1in 5", "6in Kent", "5in a row".
    bool is_joined_in() const {
        if (!glued(at_)) return false;
        if (!has(at_ + 1) || (is_written(at_ + 1, ".") && glued(at_ + 1))) return true;
        if (is_number(at_ + 1) || is(at_ + 1, WordClass::determiner)) return false;
        if (glued(at_ + 1) && (is_written(at_ + 1, "-") || is_written(at_ + 1, "/")))
            return at_ == number_.end;
        const bool behind_article =
            number_.begin > sentence.begin && is(number_.begin - 1, WordClass::determiner);
        return behind_article || !token(at_ + 1).is_word() || !token(at_ + 1).is_capitalised();
    }

    // "20 (kg)", "20 [kg]".
    std::optional<UnitRead> in_brackets() const {
        const std::string_view closing = document.is(at_, "(") ? ")" : document.is(at_, "[") ? "]" : "";
        if (closing.empty() || !has(at_ + 2)) return std::nullopt;
        const auto match = words.unit_symbols.match(document.tokens, at_ + 1, sentence.end);
        if (!match || !is_written(at_ + 1 + match.length, closing)) return std::nullopt;
        const std::string_view written = document.text_of(at_ + 1, at_ + 1 + match.length);
        const Unit* unit = words.unit_written_as(written);
        if (!unit || written.size() == 1) return std::nullopt;
        return made(*unit, at_ + match.length + 2);
    }

    std::size_t at_;
    const Number& number_;
};

}  // namespace

std::optional<UnitRead> read_measure(const Document& document, const Sentence& sentence, std::size_t at,
                                     const Number& number) {
    return MeasureReader({document, vocabulary(), sentence}, at, number).read();
}

bool goes_on_as_noun(const Document& document, const Sentence& sentence, std::size_t i) {
    if (i >= sentence.end || !document.tokens[i].is_word() || document.tokens[i].starts_line()) return false;
    if (read_per(document, sentence, i)) return false;
    const Vocabulary& words = vocabulary();
    const WordId word = document.tokens[i].word;
    for (const WordClass other :
         {WordClass::preposition, WordClass::conjunction, WordClass::auxiliary, WordClass::modal,
          WordClass::pronoun, WordClass::modifier, WordClass::extent})
        if (words.is(word, other)) return false;
    return true;
}

}  // namespace figbook
