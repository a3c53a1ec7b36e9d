#include "quantity/number.hpp"

#include <algorithm>
#include <array>

#include "quantity/lone_number.hpp"
#include "quantity/number_reader.hpp"

namespace figbook {

const NumberWord* NumberReader::number_word(std::size_t i) const {
    const auto match = words_.numbers.match(document_.tokens, i, end_);
    return match && match.length == 1 ? match.meaning : nullptr;
}

bool NumberReader::has_form(std::size_t i, NumberForm form) const {
    const NumberWord* word = word_at(i);
    return word && word->form == form;
}

// A magnitude that is a word: "million", "crore".
PhraseMatch<Magnitude> NumberReader::scale_at(std::size_t i) const {
    if (!has(i)) return {};
    const auto match = words_.magnitudes.match(document_.tokens, i, end_);
    return match && !match.meaning->abbreviation ? match : PhraseMatch<Magnitude>{};
}

void NumberReader::set(const Decimal& plain, int places) {
    number_.plain = number_.value = plain;
    number_.resolution = Decimal::power_of_ten(-places);
}

bool NumberReader::raise(int power, std::size_t behind) {
    const auto raised = number_.value.scaled(power);
    const auto resolution = number_.resolution.scaled(power);
    if (!raised || !resolution) return false;
    number_.value = *raised;
    number_.resolution = *resolution;
    number_.power = number_.power.value_or(0) + power;
    at_ = behind;
    return true;
}

std::optional<Number> NumberReader::read() {
    const bool negative = !is_digits(at_) && minus();
    if (!has(at_)) return std::nullopt;
    const bool point = is_word(at_, ".") &&  // ".25", "$.50": the digits follow
                       (at_ == 0 || token(at_).space_before() || context_.after_currency);
    const bool found = is_digits(at_) || point ? digits() : in_words();
    if (!found) return std::nullopt;
    if (negative) {
        number_.plain = number_.plain.negated();
        number_.value = number_.value.negated();
    }
    number_.begin = begin_;
    number_.end = at_;
    return number_;
}

// "-5", "−5", "minus 5", "negative five".
bool NumberReader::minus() {
    if (!words_.is(token(at_).word, WordClass::number_opener)) return false;
    const bool word = is_word(at_, "minus") || is_word(at_, "negative");
    if (!word && !is_dash(at_)) return false;
    const std::size_t behind = word ? behind_hyphen(at_ + 1) : at_ + 1;  // "minus-130 degrees"
    const bool number_behind =
        is_digits(behind) || (has(behind) && words_.is(token(behind).word, WordClass::number));
    if (!number_behind) return false;
    if (word) {
        // "plus or minus 3", "tested negative 3 times"
        if (at_ > 0 && (document_.reads(at_ - 1, "or") || document_.reads(at_ - 1, "tested"))) return false;
    } else {
        static constexpr std::array<std::string_view, 6> may_precede{"(", "$", "€", "£", "<", "="};
        const bool apart =
            at_ == 0 || token(at_).space_before() ||
            std::find(may_precede.begin(), may_precede.end(), text(at_ - 1)) != may_precede.end();
        if (!apart || !glued(at_ + 1)) return false;
        if (!is_digits(at_ + 1) && !has_form(at_ + 1, NumberForm::vulgar)) return false;
    }
    at_ = behind;
    return true;
}

// Behind most digits stands no word or mark that could belong to the number.
bool NumberReader::goes_on() const {
    static constexpr WordClasses joints{WordClass::figure_word, WordClass::number_joint, WordClass::no_scale};
    if (!has(at_)) return false;
    if (token(at_).kind == TokenKind::mark)
        return !closes_number(document_, token(at_)) && !is_word(at_, "%");
    return token(at_).is_number() || words_.classes[token(at_).word].has_any(joints);
}

bool NumberReader::digits() {
    const bool point = !is_digits(at_);
    if (point && !(is_digits(at_ + 1) && glued(at_ + 1))) return false;
    if (point) ++at_;
    const std::string_view first = text(at_);
    auto printed = read_printed(first);
    if (!printed) return false;
    if (point) {
        if (printed->grouped) return false;
        printed->places = static_cast<int>(first.size());
        printed->value = printed->value.scaled(-printed->places).value_or(printed->value);
        printed->grouped = true;
    } else if (first.size() > 1 && first[0] == '0' && first[1] != '.' && first[1] != ',') {
        return false;  // "007", "020 7946"
    } else if (slash_fraction()) {
        return true;
    }
    ++at_;
    if (!spaced_groups(first, *printed)) return false;
    set(printed->value, printed->places);
    number_.grouped = printed->grouped;
    if (!goes_on()) return true;
    if (exponent() || dozens()) return true;
    mixed_fraction();
    if (!number_.grouped || number_.value.exponent() >= 0) and_a_fraction();
    if (!magnitude() || !further_groups()) return false;
    dozens();
    return true;
}

// "816 000": groups of three digits behind a space.
bool NumberReader::spaced_groups(std::string_view first, Printed& printed) {
    if (first.size() > 3 || first.find_first_of(".,'") != std::string_view::npos) return true;
    if (!is_digits(at_)) return true;
    if (!context_.after_currency && is_lone_number(document_, at_ - 1)) return true;
    std::array<char, 48> digits;
    std::size_t size = 0;
    const auto append = [&](std::string_view group) {
        for (const char c : group)
            if (size < digits.size()) digits[size++] = c == ',' ? '.' : c;
    };
    append(first);
    const std::size_t begin = at_;
    while (is_digits(at_) && token(at_).start - token(at_ - 1).end <= 3 && !token(at_).starts_line()) {
        const std::string_view group = text(at_);
        if (is_word(at_ + 1, "s") && glued(at_ + 1)) break;  // "120 787s": so many of a type of plane
        if (is_type_of_plane(document_, at_)) break;         // "about 400 737 Max jets"
        const bool whole = group.size() == 3 && group.find_first_of(".,'") == std::string_view::npos;
        const bool last = group.size() > 4 && group.find_first_of(".,'") == 3 &&
                          group.find_last_of(".,'") == 3 && group[3] != '\'';
        if (!whole && !last) break;
        append(group);
        ++at_;
    }
    if (at_ == begin) return true;
    const auto joined = read_printed({digits.data(), size});
    if (!joined || size == digits.size()) return false;
    printed = *joined;
    printed.grouped = true;
    return true;
}

// The digits of an exponent with their sign at token i: "10", "-5", "−5"; at_ is then behind them.
std::optional<int> NumberReader::small_exponent(std::size_t i) {
    const bool minus = is_dash(i);
    if ((minus || is_word(i, "+")) && glued(i)) ++i;
    if (!is_digits(i) || !glued(i) || text(i).size() > 2) return std::nullopt;
    const auto value = read_printed(text(i));
    if (!value || value->grouped) return std::nullopt;
    const int exponent = static_cast<int>(value->value.to_double());
    at_ = i + 1;
    return minus ? -exponent : exponent;
}

// "1e10", "12e-1", "1.1^23", "2.48×10−5". False where there is none.
bool NumberReader::exponent() {
    if (!has(at_)) return false;
    const std::size_t begin = at_;
    if (glued(at_) && is_word(at_, "e")) {
        if (const auto power = small_exponent(at_ + 1); power && raise(*power, at_)) return true;
    } else if (glued(at_) && is_word(at_, "^")) {
        const auto power = small_exponent(at_ + 1);
        const auto value = power ? raised_to(number_.value, *power) : std::nullopt;
        if (value) {
            set(*value, 0);
            number_.resolution = Decimal();
            number_.power = 0;
            return true;
        }
    } else if (ten_to_the()) {
        return true;
    } else if (number_.value == Decimal(10) && raised_figures()) {
        return true;
    }
    at_ = begin;
    return false;
}

// "×10−5", "x 10^6": a power of ten needs its sign, or "×106" would be one.
bool NumberReader::ten_to_the() {
    const bool times = is_word(at_, "×") || is_word(at_, "x") || is_word(at_, "·") || is_word(at_, "*");
    if (!times || !is_word(at_ + 1, "10")) return false;
    if (const auto raised = raised_at(at_ + 2)) return raise(raised->power, raised->end);
    const bool caret = is_word(at_ + 2, "^");
    if (!caret && !is_dash(at_ + 2)) return false;
    const auto power = small_exponent(caret ? at_ + 3 : at_ + 2);
    return power && raise(*power, at_);
}

// "10⁶", "10⁻⁹": the ten at hand, by the raised digits right behind it.
bool NumberReader::raised_figures() {
    const auto raised = raised_at(at_);
    return raised && raised->power != 1 && raise(raised->power - 1, raised->end);
}

// Raised digits at token i, which may be cut into several tokens.
std::optional<NumberReader::Raised> NumberReader::raised_at(std::size_t i) const {
    static constexpr std::array<std::string_view, 10> digits{"⁰", "¹", "²", "³", "⁴",
                                                             "⁵", "⁶", "⁷", "⁸", "⁹"};
    constexpr int most = 99;
    Raised raised{0, i};
    bool negative = false, found = false;
    for (; has(raised.end) && glued(raised.end); ++raised.end) {
        std::string_view rest = document_.word(raised.end);
        if (static_cast<unsigned char>(rest.front()) < 0x80) break;
        if (!found && rest.starts_with("⁻")) {
            negative = true;
            rest.remove_prefix(std::string_view("⁻").size());
        }
        while (!rest.empty()) {
            const auto digit = std::find_if(digits.begin(), digits.end(),
                                            [&](std::string_view each) { return rest.starts_with(each); });
            if (digit == digits.end()) return std::nullopt;
            raised.power = raised.power * 10 + static_cast<int>(digit - digits.begin());
            if (raised.power > most) return std::nullopt;
            rest.remove_prefix(digit->size());
            found = true;
        }
    }
    if (!found) return std::nullopt;
    if (negative) raised.power = -raised.power;
    return raised;
}

// The value of "1/2" at token i, with or without spaces around the stroke; none where it is a date or a span.
std::optional<Decimal> NumberReader::fraction_in_digits(std::size_t i) const {
    if (!is_digits(i) || !is_word(i + 1, "/") || !is_digits(i + 2)) return std::nullopt;
    if (glued(i + 1) != glued(i + 2) || (is_word(i + 3, "/") && glued(i + 3))) return std::nullopt;
    const auto value = quotient(i);
    return value && *value < Decimal(1) && !value->is_zero() ? value : std::nullopt;
}

// The whole numbers at tokens i and i + 2, one by the other.
std::optional<Decimal> NumberReader::quotient(std::size_t i) const {
    constexpr int largest_denominator = 100;
    if (!is_digits(i) || !is_word(i + 1, "/") || !is_digits(i + 2)) return std::nullopt;
    const auto above = read_printed(text(i));
    const auto below = read_printed(text(i + 2));
    if (!above || !below || above->grouped || below->grouped || below->value > Decimal(largest_denominator))
        return std::nullopt;
    return Decimal::divide(above->value, below->value);
}

// "1/4 mile", "3/4": a number that is nothing but a fraction.
bool NumberReader::slash_fraction() {
    auto value = glued(at_ + 1) ? fraction_in_digits(at_) : std::nullopt;
    const bool is_all_text = begin_ == 0 && at_ + 3 == document_.tokens.size();  // "5/4"
    if (!value && is_all_text) value = quotient(at_);
    if (!value) return false;
    set(*value, 0);
    number_.resolution = Decimal();
    number_.is_fraction = true;
    at_ += 3;
    return true;
}

// "10 1/2", "10½".
void NumberReader::mixed_fraction() {
    if (has_form(at_, NumberForm::vulgar)) {
        add_part(word_at(at_)->value);
        ++at_;
        return;
    }
    if (const auto eighths = eighths_behind_hyphen()) {
        add_part(*eighths);
        at_ += 4;
        return;
    }
    if (number_.grouped || !has(at_) || !token(at_).space_before()) return;
    const auto fraction = fraction_in_digits(at_);
    if (!fraction) return;
    add_part(*fraction);
    at_ += 3;
}

// "4-1/2 cents", "2-7/8 inches", "$5.62-3/4 a bushel", which is of a cent: halves, quarters, eighths and so on.
std::optional<Decimal> NumberReader::eighths_behind_hyphen() const {
    constexpr std::array<std::string_view, 5> denominators{"2", "4", "8", "16", "32"};
    constexpr int cents = 2;
    if (!is_word(at_, "-") || !glued(at_) || !glued(at_ + 1)) return std::nullopt;
    const bool of_cents =
        number_.grouped && context_.after_currency && number_.resolution.exponent() == -cents;
    if (number_.grouped && !of_cents) return std::nullopt;
    const auto fraction = fraction_in_digits(at_ + 1);
    if (!fraction || !glued(at_ + 2) ||
        std::find(denominators.begin(), denominators.end(), text(at_ + 3)) == denominators.end())
        return std::nullopt;
    return of_cents ? fraction->scaled(-cents) : fraction;
}

// "3 dozen", "a thousand dozens".
bool NumberReader::dozens() {
    const auto value =
        has_form(at_, NumberForm::dozen) ? Decimal::multiply(number_.value, Decimal(12)) : std::nullopt;
    if (!value) return false;
    ++at_;
    set(*value, 0);
    return true;
}

// A third has no end: what is left of it beside a large number is what a decimal holds.
std::optional<Decimal> NumberReader::sum_of(const Decimal& whole, const Decimal& part) {
    constexpr int most_places = 14;
    auto sum = whole + part;
    for (int places = most_places; !sum && places >= 0; places -= 2) sum = whole + part.rounded(-places);
    return sum;
}

void NumberReader::add_part(const Decimal& part) {
    if (const auto sum = sum_of(number_.plain, part)) set(*sum, 0);
    number_.resolution = part;
    number_.grouped |= !number_.in_words;
}

// "billion", "bn", "crore", "lakh crore", "hundred thousand".
bool NumberReader::magnitude() {
    while (has(at_)) {
        const std::size_t i = behind_hyphen(at_);
        if (words_.is(token(i).word, WordClass::no_scale)) return false;
        if (is_hundred(i) && !number_.power) {
            if (!raise(2, i + 1)) return false;
            if (const auto tens = tens_behind_hundred(at_)) {
                number_.value = (number_.value + tens->value).value_or(number_.value);
                number_.resolution = Decimal(1);
                at_ = tens->end;
            }
            continue;
        }
        const auto match = words_.magnitudes.match(document_.tokens, i, end_);
        if (!match || !magnitude_fits(*match.meaning, i)) break;
        // "18-cr-00258": the number of a case
        if (i > at_ && text(i + match.length) == "-" && glued(i + match.length) &&
            has(i + match.length + 1) && token(i + match.length + 1).is_number())
            break;
        number_.abbreviated = match.meaning->abbreviation;
        if (!raise(match.meaning->power, i + match.length)) return false;
    }
    return true;
}

bool NumberReader::magnitude_fits(const Magnitude& magnitude, std::size_t i) const {
    if (!magnitude.abbreviation) return true;
    if (number_.power || i > at_ || context_.no_abbreviations) return false;
    const std::string_view written = text(i);
    // "5mm people" are none, but millimetres; "$5mm" and "5mm euros" are millions.
    if (glued(i) && written != "mm") return true;
    // With a space it needs a currency in front ("$ 1.8 bln"), or to be more than one letter ("1.8 bn people").
    const bool proved =  // "8 B people", "3 m euros"
        has(i + 1) && ((written[0] < 'a' && words_.is(token(i + 1).word, WordClass::person_noun)) ||
                       (!words_.is(token(i + 1).word, WordClass::currency_homonym) &&
                        words_.currencies.match(document_.tokens, i + 1, end_)));
    if (glued(i)) return context_.after_currency || proved;
    const bool plain_unit = (written.size() == 1 && !proved) || written == "mm" || written == "mil";
    return context_.after_currency ? !(written == "t" && is_word(i + 1, "of")) : !plain_unit;
}

std::optional<Number> parse_number(const Document& document, std::size_t at, std::size_t end,
                                   NumberContext context) {
    // Most tokens start no number: told by their class, before anything is read.
    static constexpr WordClasses starts{WordClass::figure_word, WordClass::number_opener};
    const bool may_start = at < end && (document.tokens[at].is_number() ||
                                        vocabulary().classes[document.tokens[at].word].has_any(starts));
    if (!may_start) return std::nullopt;
    return NumberReader(document, at, end, context).read();
}

std::optional<Number> with_power(const Number& number, int power) {
    Number result = number;
    const auto value = number.plain.scaled(power);
    const int places =
        number.resolution.is_zero() ? 0 : -(number.resolution.exponent() - number.power.value_or(0));
    if (!value) return std::nullopt;
    result.value = *value;
    if (!number.resolution.is_zero()) result.resolution = Decimal::power_of_ten(power - places);
    result.power = power;
    return result;
}

bool may_be_year(const Document& document, const Number& number) {
    if (number.end != number.begin + 1 || !document.tokens[number.begin].is_number()) return false;
    const std::string_view digits = document.word(number.begin);
    return digits.size() == 4 && digits.find_first_of(".,'") == std::string_view::npos &&
           number.value >= Decimal(1000) && number.value <= Decimal(2100);
}

}  // namespace figbook
