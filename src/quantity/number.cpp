#include "quantity/number.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace figbook {
namespace {

// Digits with separators as a decimal, and how many digits stand behind the point.
struct Digits {
    Decimal value;
    int places = 0;
    bool grouped = false;
};

// True where every group behind the first has three digits (or two, with three in the last: Indian grouping).
bool is_grouping(std::string_view text, char separator) {
    const std::size_t first = text.find(separator);
    if (first == 0 || first > 3) return false;
    for (std::size_t at = first; at < text.size();) {
        const std::size_t next = std::min(text.find(separator, at + 1), text.size());
        const std::size_t length = next - at - 1;
        const bool last = next == text.size();
        if (length != 3 && !(length == 2 && !last)) return false;
        at = next;
    }
    return true;
}

std::string without(std::string_view text, char unwanted) {
    std::string result;
    for (const char c : text)
        if (c != unwanted) result += c;
    return result;
}

std::optional<Digits> finish(const std::string& plain, bool grouped) {
    const auto value = Decimal::parse(plain);
    if (!value) return std::nullopt;
    const std::size_t point = plain.find('.');
    const int places = point == std::string::npos ? 0 : static_cast<int>(plain.size() - point - 1);
    return Digits{*value, places, grouped || places > 0};
}

std::optional<Digits> read_digits(std::string_view text) {
    const auto commas = std::count(text.begin(), text.end(), ',');
    const auto points = std::count(text.begin(), text.end(), '.');
    if (text.find('\'') != std::string_view::npos) {
        if (commas > 0 || points > 1) return std::nullopt;
        return finish(without(text, '\''), true);
    }
    if (commas == 0 && points == 0) return finish(std::string(text), false);
    if (points > 1)  // "1.200.000" is grouped with points, "10.3.5" is no number
        return commas == 0 && is_grouping(text, '.') ? finish(without(text, '.'), true) : std::nullopt;
    if (commas == 0) return finish(std::string(text), true);
    const std::string_view whole = text.substr(0, text.find('.'));
    if (is_grouping(whole, ',') && whole.find(',') != std::string_view::npos)
        return finish(without(text, ','), true);
    if (commas == 1 && points == 0 && text.size() - text.find(',') <= 3) {  // a decimal comma: "4,5 %"
        std::string with_point(text);
        with_point[text.find(',')] = '.';
        return finish(with_point, true);
    }
    return std::nullopt;
}

class Reader {
 public:
    Reader(const Document& document, std::size_t at, std::size_t end, NumberContext context)
        : document_(document), words_(vocabulary()), at_(at), end_(end), context_(context) {}

    std::optional<Number> read() {
        number_.begin = at_;
        const bool negative = minus();
        if (at_ >= end_) return std::nullopt;
        const bool found = token().is_number() ? digits() : in_words();
        if (!found) return std::nullopt;
        if (negative) {
            number_.plain = number_.plain.negated();
            number_.value = number_.value.negated();
        }
        number_.end = at_;
        return number_;
    }

 private:
    const Token& token(std::size_t ahead = 0) const { return document_.tokens[at_ + ahead]; }
    std::string_view text(std::size_t ahead = 0) const { return document_.word(at_ + ahead); }
    bool has(std::size_t ahead) const { return at_ + ahead < end_; }
    bool glued(std::size_t ahead = 0) const { return has(ahead) && !token(ahead).space_before(); }
    bool is_word(std::size_t ahead, std::string_view wanted) const {
        return has(ahead) && document_.reads(at_ + ahead, wanted);
    }

    // "-5", "−5", "minus 5".
    bool minus() {
        const bool sign = text() == "-" || text() == "−" || text() == "–";
        if (at_ > 0 && is_word(0, "minus") && document_.reads(at_ - 1, "or"))
            return false;  // "plus or minus 3"
        const bool apart = at_ == 0 || token().space_before() || document_.word(at_ - 1) == "(" ||
                           document_.word(at_ - 1) == "$" || document_.word(at_ - 1) == "€" ||
                           document_.word(at_ - 1) == "£";
        if (sign ? (apart && has(1) && glued(1) && token(1).is_number())
                 : (is_word(0, "minus") && has(1) &&
                    (token(1).is_number() || words_.is(token(1).word, WordClass::number)))) {
            ++at_;
            return true;
        }
        return false;
    }

    const NumberWord* word_at(std::size_t ahead) const {
        if (!has(ahead)) return nullptr;
        const auto match = words_.numbers.match(document_.tokens, at_ + ahead, end_);
        return match && match.length == 1 ? match.meaning : nullptr;
    }
    bool has_form(std::size_t ahead, NumberForm form) const {
        const NumberWord* word = word_at(ahead);
        return word && word->form == form;
    }

    void set(const Decimal& plain, int places) {
        number_.plain = number_.value = plain;
        number_.resolution = Decimal::power_of_ten(-places);
    }

    bool digits() {
        auto read = read_digits(text());
        if (!read) return false;
        const std::string_view first = text();
        if (first.size() > 1 && first[0] == '0' && first[1] != '.' && first[1] != ',')
            return false;  // "007", "020 7946"
        ++at_;
        if (!spaced_groups(first, *read)) return false;
        set(read->value, read->places);
        number_.grouped = read->grouped;
        mixed_fraction();
        and_a_half();
        return magnitude();
    }

    // "816 000": groups of three digits behind a space.
    bool spaced_groups(std::string_view first, Digits& read) {
        if (first.size() > 3 || first.find_first_of(".,'") != std::string_view::npos) return true;
        std::string digits(first);
        std::size_t ahead = 0;
        while (has(ahead) && token(ahead).is_number() &&
               token(ahead).start - document_.tokens[at_ + ahead - 1].end <= 3 &&
               !token(ahead).starts_line()) {
            const std::string_view group = text(ahead);
            const bool whole = group.size() == 3 && group.find_first_of(".,'") == std::string_view::npos;
            if (!whole && !(group.size() > 4 && (group[3] == '.' || group[3] == ',') &&
                            group.find_first_of(".,") == 3 && group.find_last_of(".,") == 3))
                break;
            digits += group;
            ++ahead;
        }
        if (ahead == 0) return true;
        std::replace(digits.begin(), digits.end(), ',', '.');
        const auto joined = finish(digits, true);
        if (!joined) return false;
        at_ += ahead;
        read = *joined;
        return true;
    }

    // "10 1/2", "10½", "1/2".
    void mixed_fraction() {
        if (has_form(0, NumberForm::vulgar)) {
            add_fraction(word_at(0)->value);
            ++at_;
            return;
        }
        const bool slash = has(2) && token(0).is_number() && text(1) == "/" && glued(1) && glued(2) &&
                           token(2).is_number() && token(0).space_before();
        if (!slash || number_.grouped) return;
        const auto above = Decimal::parse(text(0));
        const auto below = Decimal::parse(text(2));
        if (!above || !below || !(*above < *below) || *below > Decimal(64)) return;
        if (const auto fraction = Decimal::divide(*above, *below)) {
            add_fraction(*fraction);
            at_ += 3;
        }
    }

    void add_fraction(const Decimal& fraction) {
        if (const auto sum = number_.plain + fraction) set(*sum, 0);
        number_.resolution = fraction;
        number_.grouped = true;
    }

    // "2 and a half", "two and a half".
    void and_a_half() {
        if (!is_word(0, "and")) return;
        std::size_t ahead = 1;
        if (is_word(ahead, "a") || is_word(ahead, "one")) ++ahead;
        if (ahead == 1 || !has(ahead)) return;
        if (text(ahead) == "-" && glued(ahead) && glued(ahead + 1)) ++ahead;  // "one and one-half"
        const NumberWord* word = word_at(ahead);
        if (!word || (word->form != NumberForm::half &&
                      !(word->form == NumberForm::fraction && text(ahead) == "quarter")))
            return;
        const Decimal fraction = word->form == NumberForm::half ? word->value : Decimal(25, -2);
        if (const auto sum = number_.plain + fraction) {
            set(*sum, 0);
            number_.resolution = fraction;
            at_ += ahead + 1;
        }
    }

    // "billion", "bn", "crore", "lakh crore", "hundred thousand".
    bool magnitude() {
        bool any = true;
        while (any && has(0)) {
            any = false;
            const std::size_t skip = text() == "-" && glued() && glued(1) ? 1 : 0;
            if (!has(skip)) break;
            if (has_form(skip, NumberForm::hundred) && !number_.power) {
                any = raise(2, skip + 1);
                continue;
            }
            const auto match = words_.magnitudes.match(document_.tokens, at_ + skip, end_);
            if (!match || !magnitude_fits(*match.meaning, skip)) break;
            number_.abbreviated = match.meaning->abbreviation;
            any = raise(match.meaning->power, skip + match.length);
            if (!any) return false;
        }
        return true;
    }

    bool magnitude_fits(const Magnitude& magnitude, std::size_t skip) const {
        if (!magnitude.abbreviation) return true;
        if (number_.power || skip > 0 || context_.no_abbreviations) return false;
        const std::string_view written = text();
        if (written.size() == 1 && written[0] == 'M' && !glued() && !context_.after_currency) return false;
        if (glued()) return true;
        // With a space it needs a currency in front ("$ 1.8 bln"), or to be more than one letter ("1.8 bn people").
        const bool plain_unit = written.size() == 1 || written == "mm" || written == "mil";
        return context_.after_currency ? !(written == "t" && has(1) && is_word(1, "of")) : !plain_unit;
    }

    bool raise(int power, std::size_t tokens) {
        const auto raised = number_.value.scaled(power);
        const auto resolution = number_.resolution.scaled(power);
        if (!raised || !resolution) return false;
        number_.value = *raised;
        number_.resolution = *resolution;
        number_.power = number_.power.value_or(0) + power;
        at_ += tokens;
        return true;
    }

    bool in_words() {
        number_.in_words = true;
        if (half_or_fraction()) return true;
        if (is_word(0, "a") || is_word(0, "an")) return a_magnitude();
        return count_words();
    }

    // "a million", "a hundred and six", "a quarter of a million"; "a" alone is no number.
    bool a_magnitude() {
        const bool hundred = has_form(1, NumberForm::hundred);
        const bool dozen = has_form(1, NumberForm::dozen);
        const auto match =
            has(1) ? words_.magnitudes.match(document_.tokens, at_ + 1, end_) : PhraseMatch<Magnitude>{};
        const bool scale = match && !match.meaning->abbreviation;
        if (!hundred && !scale && !dozen) return false;
        number_.article = true;
        ++at_;
        if (dozen) {
            ++at_;
            set(Decimal(12), 0);
            return !is_word(0, "or");
        }
        set(Decimal(1), 0);
        if (hundred) {
            ++at_;
            set(Decimal(100), 0);
            tens_after_hundred();
        }
        if (!magnitude()) return false;
        return and_a_half_of_magnitude();
    }

    // "a million and a half".
    bool and_a_half_of_magnitude() {
        if (number_.power && is_word(0, "and") && is_word(1, "a") && has_form(2, NumberForm::half)) {
            const auto half = Decimal(5, -1).scaled(*number_.power);
            const auto sum = half ? number_.value + *half : std::nullopt;
            if (!sum) return false;
            number_.value = *sum;
            at_ += 3;
        }
        return true;
    }

    void tens_after_hundred() {
        std::size_t ahead = is_word(0, "and") ? 1 : 0;
        std::size_t taken = 0;
        const auto rest = below_hundred(ahead, taken);
        if (!rest) return;
        if (const auto sum = number_.plain + *rest) {
            set(*sum, 0);
            at_ += ahead + taken;
        }
    }

    // "twenty-six", "nine", "fifteen"; `taken` is the number of tokens.
    std::optional<Decimal> below_hundred(std::size_t ahead, std::size_t& taken) const {
        const NumberWord* word = word_at(ahead);
        if (!word) return std::nullopt;
        if (word->form == NumberForm::ten) {
            const std::size_t dash =
                has(ahead + 1) && text(ahead + 1) == "-" && glued(ahead + 1) && glued(ahead + 2) ? 1 : 0;
            const NumberWord* unit = word_at(ahead + 1 + dash);
            const bool joined = unit && unit->form == NumberForm::unit && !unit->value.is_zero() &&
                                (dash == 1 || token(ahead + 1).space_before());
            taken = joined ? 2 + dash : 1;
            return joined ? word->value + unit->value : std::optional(word->value);
        }
        if (word->form != NumberForm::unit && word->form != NumberForm::teen) return std::nullopt;
        taken = 1;
        return word->value;
    }

    // "two hundred and fifty thousand", "three million two hundred thousand", "two dozen".
    bool count_words() {
        std::size_t taken = 0;
        const auto first = below_hundred(0, taken);
        if (!first) return false;
        at_ += taken;
        set(*first, 0);
        if (const bool dozens = has_form(0, NumberForm::dozen); dozens) {
            ++at_;
            set(Decimal::multiply(*first, Decimal(12)).value_or(*first), 0);
            return true;
        }
        if (is_word(0, "point")) return decimal_words() && magnitude();
        and_a_half();
        if (has_form(0, NumberForm::hundred)) {
            ++at_;
            set(number_.plain.scaled(2).value_or(number_.plain), 0);
            tens_after_hundred();
        }
        if (!magnitude()) return false;
        return further_groups() && and_a_half_of_magnitude();
    }

    // "two point five".
    bool decimal_words() {
        std::string digits = number_.plain.to_string() + ".";
        std::size_t ahead = 1;
        while (has_form(ahead, NumberForm::unit)) digits += word_at(ahead++)->value.to_string();
        if (ahead == 1) return true;
        const auto value = Decimal::parse(digits);
        if (!value) return false;
        at_ += ahead;
        set(*value, static_cast<int>(ahead) - 1);
        return true;
    }

    // "three million" + "two hundred thousand": each next group must be smaller than the magnitude before it.
    bool further_groups() {
        while (number_.power && *number_.power >= 3 && has(0)) {
            const std::size_t skip = is_word(0, "and") ? 1 : 0;
            if (!has(skip) || !words_.is(token(skip).word, WordClass::number)) return true;
            Reader rest(document_, at_ + skip, end_, {});
            rest.number_.in_words = true;
            if (!rest.count_words_once()) return true;
            const auto limit = Decimal::power_of_ten(*number_.power);
            if (!(rest.number_.value < limit) ||
                (skip == 1 && rest.number_.value >= Decimal(100) && !rest.number_.power))
                return true;
            const auto sum = number_.value + rest.number_.value;
            if (!sum) return false;
            number_.value = *sum;
            number_.resolution = rest.number_.resolution;
            number_.power = rest.number_.power.value_or(0);
            at_ = rest.at_;
        }
        return true;
    }

    bool count_words_once() {
        std::size_t taken = 0;
        const auto first = below_hundred(0, taken);
        if (!first) return false;
        at_ += taken;
        set(*first, 0);
        if (has_form(0, NumberForm::hundred)) {
            ++at_;
            set(number_.plain.scaled(2).value_or(number_.plain), 0);
            tens_after_hundred();
        }
        return magnitude();
    }

    // "half", "a third", "two-thirds", "three quarters", "½", "half a million", "a quarter of a million".
    bool half_or_fraction() {
        std::size_t ahead = 0;
        Decimal above(1);
        if (is_word(0, "a") || is_word(0, "an") || is_word(0, "one")) {
            number_.article = true;
            ahead = 1;
        } else {
            std::size_t taken = 0;
            if (const auto count = below_hundred(0, taken); count && *count > Decimal(1)) {
                above = *count;
                ahead = taken;
            }
        }
        if (ahead > 0 && has(ahead) && text(ahead) == "-" && glued(ahead) && glued(ahead + 1)) ++ahead;
        const NumberWord* word = word_at(ahead);
        const bool fits = word && (word->form == NumberForm::half || word->form == NumberForm::fraction ||
                                   word->form == NumberForm::vulgar);
        if (!fits || !fraction_fits(ahead, above, *word)) {
            number_.article = false;
            return false;
        }
        const auto value = word->form == NumberForm::fraction ? Decimal::divide(above, word->value)
                                                              : Decimal::multiply(above, word->value);
        if (!value) return false;
        at_ += ahead + 1;
        set(*value, 0);
        number_.resolution = Decimal();
        number_.is_fraction = true;
        return fraction_of_magnitude();
    }

    // A plural behind a number above one ("two thirds"), a singular behind "a"; "half" and "½" need nothing.
    bool fraction_fits(std::size_t ahead, const Decimal& above, const NumberWord& word) const {
        if (word.form == NumberForm::vulgar) return true;
        const bool plural = text(ahead).back() == 's';
        if (word.form == NumberForm::half) return !plural && above == Decimal(1);
        if (ahead == 0) return false;
        return above > Decimal(1) ? plural : !plural;
    }

    // "half a million", "quarter of a billion", "half-million": the fraction is a factor.
    bool fraction_of_magnitude() {
        std::size_t ahead = 0;
        if (has(0) && text() == "-" && glued() && glued(1)) ahead = 1;
        if (is_word(ahead, "of") && is_word(ahead + 1, "a"))
            ahead += 2;
        else if (is_word(ahead, "a"))
            ++ahead;
        if (!has(ahead)) return true;
        const auto match = words_.magnitudes.match(document_.tokens, at_ + ahead, end_);
        if (!match || match.meaning->abbreviation) return true;
        number_.is_fraction = false;
        number_.resolution = number_.value;
        return raise(match.meaning->power, ahead + match.length);
    }

    const Document& document_;
    const Vocabulary& words_;
    std::size_t at_;
    std::size_t end_;
    NumberContext context_;
    Number number_;
};

}  // namespace

std::optional<Number> parse_number(const Document& document, std::size_t at, std::size_t end,
                                   NumberContext context) {
    if (at >= end) return std::nullopt;
    return Reader(document, at, end, context).read();
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
