// Cardinal numbers in words, and words mixed with digits: "two hundred and fifty thousand", "4 thousand 3 hundred".
#include "quantity/number_reader.hpp"

namespace figbook {

bool NumberReader::in_words() {
    number_.in_words = true;
    if (fraction()) return true;
    if (is_article(at_)) return a_magnitude();
    if (is_hundred(at_) && has(at_ + 1) && words_.percents.can_start(token(at_ + 1).word)) {
        set(Decimal(100), 0);  // "hundred per cent"
        ++at_;
        return true;
    }
    return cardinal();
}

// "a million", "a hundred and six", "a dozen"; "a" alone is no number.
bool NumberReader::a_magnitude() {
    const std::size_t i = behind_hyphen(at_ + 1);
    number_.article = true;
    if (has_form(i, NumberForm::dozen)) {
        at_ = i + 1;
        set(Decimal(12), 0);
        return !is_word(at_, "or");
    }
    if (!is_hundred(i) && !scale_at(i)) return one_of_many();
    set(Decimal(1), 0);
    if (is_hundred(i)) {
        set(Decimal(100), 0);
        at_ = i + 1;
        if (const auto tens = tens_behind_hundred(at_)) {
            set((number_.plain + tens->value).value_or(number_.plain), 0);
            at_ = tens->end;
        }
    } else {
        at_ = i;
    }
    if (!magnitude() || !further_groups() || names_ordinal()) return false;
    and_a_part_of_magnitude();
    if (is_part_word(at_)) {  // "a hundred millionths"
        const auto value = Decimal::divide(number_.value, word_at(behind_hyphen(at_))->value);
        if (!value) return false;
        at_ = behind_hyphen(at_) + 1;
        set(*value, 0);
        number_.is_fraction = true;
        number_.power.reset();
    }
    dozens();
    return true;
}

// "two hundred and fifty thousand", "three million two hundred thousand", "two dozen".
bool NumberReader::cardinal() {
    words_begin_ = at_;
    const auto group = hundreds(at_);
    if (!group) return false;
    at_ = group->end;
    set(group->value, 0);
    if (dozens()) return true;
    if (is_word(at_, "point") && decimal_words()) return magnitude();
    and_a_fraction();
    if (!magnitude() || !further_groups()) return false;
    and_a_part_of_magnitude();
    return dozens() || long_fraction() || !names_ordinal();
}

bool NumberReader::is_hundred(std::size_t i) const {
    return has_form(i, NumberForm::hundred) || is_word(i, "hundreds");
}

// "twenty-six", "nine", "fifteen"; "ninety - five" too, where a text was cut into words.
std::optional<NumberReader::Group> NumberReader::below_hundred(std::size_t i) const {
    const NumberWord* word = word_at(i);
    if (!word) return std::nullopt;
    if (word->form == NumberForm::ten) {
        const bool spaced_dash = is_word(i + 1, "-") && !glued(i + 1) && has(i + 2) && !glued(i + 2);
        const std::size_t behind = spaced_dash ? i + 2 : behind_hyphen(i + 1);
        const NumberWord* unit = word_at(behind);
        const bool joined = unit && unit->form == NumberForm::unit && !unit->value.is_zero() &&
                            (behind > i + 1 || token(i + 1).space_before());
        if (!joined) return Group{word->value, i + 1};
        return Group{(word->value + unit->value).value_or(word->value), behind + 1};
    }
    if (word->form != NumberForm::unit && word->form != NumberForm::teen) return std::nullopt;
    return Group{word->value, i + 1};
}

// "fifths", "-quarters" behind a number that counts them.
bool NumberReader::is_part_word(std::size_t i) const {
    i = behind_hyphen(i);
    return has_form(i, NumberForm::fraction) && text(i).back() == 's';
}

// A whole number in plain digits, smaller than `below`.
std::optional<NumberReader::Group> NumberReader::small_digits(std::size_t i, int below) const {
    if (!is_digits(i) || !token(i).space_before() || token(i).starts_line() || text(i).size() > 3)
        return std::nullopt;
    const auto printed = read_printed(text(i));
    if (!printed || printed->grouped || !(printed->value < Decimal(below))) return std::nullopt;
    return Group{printed->value, i + 1};
}

// "three hundred and twenty-one", "thirty-two hundred"; "3 hundred and 21" behind a magnitude.
std::optional<NumberReader::Group> NumberReader::hundreds(std::size_t i) const {
    auto group = is_digits(i) ? small_digits(i, 1000) : below_hundred(i);
    if (!group) return std::nullopt;
    const std::size_t hundred = behind_hyphen(group->end);
    if (!is_hundred(hundred)) return group;
    group->value = group->value.scaled(2).value_or(group->value);
    group->end = hundred + 1;
    if (const auto tens = tens_behind_hundred(group->end)) {
        group->value = (group->value + tens->value).value_or(group->value);
        group->end = tens->end;
    }
    return group;
}

// "and six", "fifty-one" behind a hundred; not "and 2 hundred", "and two fifths".
std::optional<NumberReader::Group> NumberReader::tens_behind_hundred(std::size_t i) const {
    std::size_t at = behind_hyphen(i);
    const bool joined = is_and(at);
    if (joined) at = behind_hyphen(at + 1);
    auto tens = below_hundred(at);
    if (!tens && joined && !number_.in_words) tens = small_digits(at, 100);
    if (!tens || is_hundred(behind_hyphen(tens->end))) return std::nullopt;
    if (has_form(tens->end, NumberForm::dozen))
        return Group{Decimal::multiply(tens->value, Decimal(12)).value_or(tens->value), tens->end + 1};
    return joined && is_part_word(tens->end) ? std::nullopt : tens;
}

// "two point five", "two hundred point zero three", "point seventy-one"; not "at one point two men".
bool NumberReader::decimal_words() {
    if (begin_ > 0 && document_.reads(begin_ - 1, "at")) return false;
    Decimal value = number_.plain;
    std::size_t i = at_ + 1;
    int places = 0;
    const auto add = [&](const Decimal& digits, int width) {
        places += width;
        const auto part = digits.scaled(-places);
        const auto sum = part ? value + *part : std::nullopt;
        if (sum) value = *sum;
        return sum.has_value();
    };
    const auto tens = below_hundred(i);
    if (tens && tens->value >= Decimal(10)) {
        if (!add(tens->value, 2)) return false;
        i = tens->end;
    }
    while (places != 2 && has_form(i, NumberForm::unit))
        if (!add(word_at(i++)->value, 1)) return false;
    if (places == 0) return false;
    at_ = i;
    set(value, places);
    return true;
}

// Behind what joins two groups: "two million [and] five", "three million[,] two hundred", "one thousand-two".
std::size_t NumberReader::behind_joint(std::size_t i) const {
    if (is_and(i)) return behind_hyphen(i + 1);
    if (!number_.in_words) return i;
    return is_word(i, ",") ? i + 1 : behind_hyphen(i);
}

// "three million" + "two hundred thousand": each next group must be smaller than the magnitude before it.
bool NumberReader::further_groups() {
    // "$7.87 billion and 375 million euros" are two: of what has a fraction there is no next group.
    if (!number_.in_words && number_.plain.exponent() < 0) return true;
    while (number_.power && *number_.power >= 3 && !number_.abbreviated && has(at_)) {
        const std::size_t i = behind_joint(at_);
        NumberReader rest(document_, i, end_, {});
        rest.number_.in_words = !is_digits(i);
        const auto group = rest.hundreds(i);
        if (!group || is_part_word(group->end)) return true;  // "two million and three fifths"
        rest.at_ = group->end;
        rest.set(group->value, 0);
        if (!rest.magnitude()) return true;
        const bool large = rest.number_.power || is_hundred(i + 1);
        const bool may_be_apart = !rest.number_.in_words || !number_.in_words || is_word(at_, ",");
        if (may_be_apart && !large) return true;
        if (!(rest.number_.value < Decimal::power_of_ten(*number_.power))) return true;
        // "between one thousand and five hundred" are two.
        const bool hundreds_behind_and = is_and(at_) && group->value >= Decimal(100) && !rest.number_.power;
        if (hundreds_behind_and && begin_ > 0 && document_.reads(begin_ - 1, "between")) return true;
        const auto sum = number_.value + rest.number_.value;
        if (!sum) return false;
        number_.value = *sum;
        number_.resolution = rest.number_.resolution;
        number_.power = rest.number_.power.value_or(0);
        at_ = rest.at_;
    }
    return true;
}

// "twenty-fifth", "one hundred and fifth", "twenty-first": a place in an order and no number.
bool NumberReader::names_ordinal() const {
    const bool round = number_.value.exponent() > 0;
    const bool joined = is_and(at_);
    const std::size_t i = joined ? behind_hyphen(at_ + 1) : behind_hyphen(at_);
    if (!round || i == at_ || !has(i)) return false;
    if (is_word(i, "first") || is_word(i, "second")) return true;
    return has_form(i, NumberForm::fraction) && text(i).back() != 's' && !is_word(i, "quarter");
}

}  // namespace figbook
