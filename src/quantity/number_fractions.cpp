// Fractions in words: "half", "two-thirds", "a quarter of a million", "two and a half", "three twenty-firsts".
#include <algorithm>

#include "quantity/counted.hpp"
#include "quantity/number_reader.hpp"

namespace figbook {

// "half", "a third", "two-thirds", "three quarters", "½", "half a million", "a quarter of a million".
bool NumberReader::fraction() {
    return fraction_word() && fraction_of_magnitude();
}

bool NumberReader::fraction_word() {
    std::size_t i = at_;
    Decimal above(1);
    if (is_article(i) || is_word(i, "one")) {
        number_.article = true;
        ++i;
    } else if (const auto count = below_hundred(i); count && count->value > Decimal(1)) {
        above = count->value;
        i = count->end;
    }
    const bool counted = i > at_;
    if (counted) i = behind_hyphen(i);
    const NumberWord* word = word_at(i);
    const bool is_part = word && (word->form == NumberForm::half || word->form == NumberForm::fraction ||
                                  word->form == NumberForm::vulgar);
    if (!is_part || !fraction_word_fits(i, counted, above, *word)) {
        number_.article = false;
        return false;
    }
    const auto value = word->form == NumberForm::fraction ? Decimal::divide(above, word->value)
                                                          : Decimal::multiply(above, word->value);
    if (!value) return false;
    at_ = i + 1;
    set(*value, 0);
    number_.resolution = Decimal();
    number_.is_fraction = true;
    return true;
}

// A plural behind a number above one ("two thirds"), a singular behind "a"; "half" and "½" need nothing, and no
// other does before a magnitude ("quarter million", "three-quarter million").
bool NumberReader::fraction_word_fits(std::size_t i, bool counted, const Decimal& above,
                                      const NumberWord& word) const {
    if (word.form == NumberForm::vulgar) return true;
    const bool plural = text(i).back() == 's';
    if (word.form == NumberForm::half) return !plural && above == Decimal(1);
    const bool scaled = is_word(i, "quarter") && scale_at(behind_hyphen(i + 1));
    if (!counted) return scaled && (i == 0 || !names_a_quarter(i - 1));
    return above > Decimal(1) ? plural || scaled : !plural;
}

// "the first quarter million": the word before it counts quarters of a year.
bool NumberReader::names_a_quarter(std::size_t before) const {
    const auto time = words_.times.match(document_.tokens, before, before + 1);
    return words_.is(token(before).word, WordClass::not_before_share) ||
           (time && time.meaning->kind == TimeWordKind::ordinal);
}

// "half a million", "quarter of a billion", "half-million": the fraction is a factor.
bool NumberReader::fraction_of_magnitude() {
    std::size_t i = behind_hyphen(at_);
    if (is_word(i, "of") && is_word(i + 1, "a"))
        i += 2;
    else if (is_word(i, "a"))
        i = behind_hyphen(i + 1);
    if (has_form(i, NumberForm::dozen)) {  // "half a dozen"
        at_ = i;
        number_.is_fraction = !dozens();
        return true;
    }
    const auto match = scale_at(i);
    if (!match) return true;
    number_.is_fraction = false;
    number_.resolution = number_.value;
    return raise(match.meaning->power, i + match.length);
}

// What may stand behind "two and a third": a unit, a noun, a mark, but no verb: "two died and a third was hurt".
bool NumberReader::ends_a_number(std::size_t i) const {
    if (!has(i) || token(i).kind == TokenKind::mark) return true;
    if (is_word(i, "times") || scale_at(i) || looks_plural(document_, i)) return true;
    const WordId word = token(i).word;
    return words_.units.can_start(word) || words_.percents.can_start(word) ||
           words_.currencies.can_start(word);
}

// "two and a half", "2 and three quarters", "forty-two and a third".
void NumberReader::and_a_fraction() {
    const std::size_t joint = behind_hyphen(at_);
    if (!is_and(joint)) return;
    const std::size_t begin = behind_hyphen(joint + 1);
    NumberReader part(document_, begin, end_, {});
    if (!part.fraction_word()) return;
    const bool is_half = part.at_ > begin + 1 && part.number_.value == Decimal(5, -1) && part.number_.article;
    const std::size_t behind = behind_hyphen(part.at_);
    if (!is_half && !(part.at_ == begin + 1 ? bool(scale_at(behind)) : ends_a_number(part.at_))) return;
    add_part(part.number_.value);
    at_ = part.at_;
}

// "a million and a half", "five billion and three quarters": of the magnitude, or of the one behind.
void NumberReader::and_a_part_of_magnitude() {
    if (!number_.power || *number_.power < 3 || !is_and(at_)) return;
    NumberReader part(document_, at_ + 1, end_, {});
    if (!part.fraction_word()) return;
    const auto scale = scale_at(part.at_);
    const bool is_half = part.number_.value == Decimal(5, -1) && part.number_.article;
    if (!is_half && !scale && has(part.at_) && token(part.at_).kind != TokenKind::mark) return;
    if (scale && scale.meaning->power >= *number_.power) return;
    const auto share = part.number_.value.scaled(scale ? scale.meaning->power : *number_.power);
    const auto sum = share ? sum_of(number_.value, *share) : std::nullopt;
    if (!sum) return;
    number_.value = *sum;
    at_ = part.at_ + scale.length;
}

// The last word of a fraction that the number before at_ may be a part of: "fifths" in "one hundred [thirty-fifths]".
std::optional<std::size_t> NumberReader::fraction_word_behind(std::size_t from) const {
    constexpr std::size_t furthest = 12;
    for (std::size_t i = from; has(i) && i < from + furthest; ++i) {
        if (has_form(i, NumberForm::fraction)) return i;
        const bool unit = is_word(i, "first") || is_word(i, "firsts") || is_word(i, "seconds");
        if (unit && i > from) return i;
        if (!words_.is(token(i).word, WordClass::number) && !is_word(i, "-") && !is_and(i) && !scale_at(i))
            return std::nullopt;
    }
    return std::nullopt;
}

// "three twenty-firsts", "one one hundred and fifth", "twenty-three hundred fifths": the shortest number above that
// leaves a whole one below.
bool NumberReader::long_fraction() {
    const auto last = fraction_word_behind(at_);
    if (!last) return false;
    const bool plural = text(*last).back() == 's';
    for (std::size_t split = words_begin_ + 1; split <= *last; ++split) {
        if (is_word(split, "-") || is_word(split - 1, "-") || is_and(split) || is_and(split - 1)) continue;
        const auto above = cardinal_of(words_begin_, split);
        if (!above || (*above == Decimal(1)) == plural) continue;
        const auto below = denominator(split, *last);
        const auto value = below ? Decimal::divide(*above, *below) : std::nullopt;
        if (!value) continue;
        set(*value, 0);
        number_.resolution = Decimal();
        number_.power.reset();
        number_.is_fraction = true;
        at_ = *last + 1;
        return true;
    }
    return false;
}

// "a twenty-fifth of": the article is the number above; without "of" it is a place in an order.
bool NumberReader::one_of_many() {
    const auto last = fraction_word_behind(at_ + 1);
    if (!last || *last == at_ + 1 || !is_word(*last + 1, "of")) return false;
    const auto below = denominator(at_ + 1, *last);
    const auto value = below ? Decimal::divide(Decimal(1), *below) : std::nullopt;
    if (!value) return false;
    set(*value, 0);
    number_.resolution = Decimal();
    number_.is_fraction = true;
    at_ = *last + 1;
    return true;
}

// The number that the tokens [begin, end) are in words, none where they are more or less than one.
std::optional<Decimal> NumberReader::cardinal_of(std::size_t begin, std::size_t end) const {
    NumberReader reader(document_, begin, end, {});
    reader.number_.in_words = true;
    if (!reader.cardinal() || reader.at_ != end || reader.number_.is_fraction) return std::nullopt;
    return reader.number_.value;
}

// "fifths", "twenty-firsts", "one hundred and fifth", "ten thousandth", ending in token `last`.
std::optional<Decimal> NumberReader::denominator(std::size_t begin, std::size_t last) const {
    const NumberWord* word = word_at(last);
    const Decimal unit = word ? word->value : Decimal(is_word(last, "seconds") ? 2 : 1);
    if (begin == last) return word ? std::optional(unit) : std::nullopt;
    std::size_t end = last;
    while (end > begin && (is_word(end - 1, "-") || is_and(end - 1))) --end;
    const auto prefix = cardinal_of(begin, end);
    if (!prefix || is_word(last, "quarter") || is_word(last, "quarters")) return std::nullopt;
    if (unit >= Decimal(100)) return Decimal::multiply(*prefix, unit);
    const bool fits = prefix->exponent() >= (unit < Decimal(10) ? 1 : 2);
    return fits ? *prefix + unit : std::nullopt;
}

}  // namespace figbook
