#include "check/conversion_doubts.hpp"

#include <string>

#include "check/check_words.hpp"
#include "check/conversion_words.hpp"
#include "check/shop_prices.hpp"

namespace figbook {
namespace {

// "($3. billion)", "($136." where the sentence ends within the bracket: digits are lost, or stand apart.
bool goes_on_behind_point(std::string_view sentence, std::size_t end) {
    const std::string_view before = sentence.substr(0, end);
    const std::size_t opens = before.rfind('(');
    const bool in_bracket =
        opens != std::string_view::npos && before.find(')', opens) == std::string_view::npos;
    std::string_view behind = sentence.substr(end);
    if (!in_bracket || !behind.starts_with(".")) return false;
    behind.remove_prefix(1);
    if (behind.empty()) return true;
    if (behind[0] != ' ' || behind.size() < 2) return false;
    const char next = behind[1];
    return (next >= 'a' && next <= 'z') || (next >= '0' && next <= '9');
}

// "($24, 777)": a blank stands within the number.
bool is_before_blank(const ConversionRow& row) {
    constexpr std::size_t digits = 3;
    const std::string sentence = row.text("sentence");
    const std::size_t at = sentence.find(row.text("text"));
    if (at == std::string::npos) return false;
    std::string_view behind = std::string_view(sentence).substr(at + row.text("text").size());
    if (!behind.starts_with(",")) return false;
    behind.remove_prefix(1);
    for (const std::string_view blank : {" ", "\u00a0"})
        if (behind.starts_with(blank)) behind.remove_prefix(blank.size());
    const std::size_t end = behind.find_first_not_of("0123456789");
    return end == digits && behind[end] == ')';
}

// "pence per therm", "euros/megawatt hour": what the amount is for one of; "" where its text does not say.
std::string_view per_behind(std::string_view sentence, std::string_view amount) {
    const std::size_t at = sentence.find(amount);
    if (amount.empty() || at == std::string_view::npos) return {};
    std::string_view behind = sentence.substr(at + amount.size());
    bool is_per = false;
    for (const std::string_view opener : {" per ", "/"})
        if (!is_per && behind.starts_with(opener)) {
            behind.remove_prefix(opener.size());
            is_per = true;
        }
    return is_per ? behind.substr(0, behind.find_first_of(" ,.;)")) : std::string_view();
}

bool are_for_different_units(const ConversionRow& row) {
    const std::string sentence = row.text("sentence");
    const std::string_view first = per_behind(sentence, row.text("restated_text"));
    const std::string_view second = per_behind(sentence, row.text("text"));
    return !first.empty() && !second.empty() && first != second;
}

// "$0.0629 (RM20.7 sen)": the sign of one coin, and the name of another.
bool is_in_subunit(const ConversionRow& row) {
    const std::string sentence = row.text("sentence");
    for (const std::string column : {"text", "restated_text"}) {
        const std::string amount = row.text(column);
        const std::size_t at = sentence.find(amount);
        if (at != std::string::npos &&
            starts_with_word(std::string_view(sentence).substr(at + amount.size()), CheckWord::small_coin))
            return true;
    }
    return false;
}

// "spent $980bn (£720bn) in 2025", in an article of 2012: what is, and not what is planned, cannot be of a year to come.
// An article that was written anew keeps its first date.
bool is_of_time_to_come(const ConversionRow& row) {
    constexpr std::size_t digits_of_year = 4;
    const auto published = day_of(row, "published");
    if (!published || row.text("modality") != "actual") return false;
    const std::string sentence = row.text("sentence");
    const std::size_t at = sentence.find(row.text("text"));
    if (at == std::string::npos) return false;
    std::string_view behind = std::string_view(sentence).substr(at + row.text("text").size());
    constexpr std::string_view opener = ") in ";
    if (!behind.starts_with(opener)) return false;
    behind = behind.substr(opener.size(), digits_of_year);
    const bool is_year = behind.size() == digits_of_year && behind.starts_with("20") &&
                         behind.find_first_not_of("0123456789") == std::string_view::npos;
    return is_year && std::stoi(std::string(behind)) > year_of(*published);
}

// Two amounts that a comma joins and that are far apart, with no slip that would make them so: of two things.
bool may_be_of_two_things(const ConversionRow& row, const ConversionCheck& check) {
    const Decimal furthest(50);
    return !check.has_known_slip && check.difference && check.difference->absolute() >= furthest &&
           are_set_apart(row.text("sentence"), row.text("restated_text"), row.text("text"));
}

// "100 million yuan ($19 million at the time)": perhaps before there were rates, which there have been of the euro always.
// Those that have moved little against each other have not been far from where they are.
bool is_of_unknown_time(const ConversionRow& row, const ConversionCheck& check) {
    constexpr std::string_view hard = "USD GBP CHF JPY CAD AUD";
    const Decimal furthest(60);
    const std::string first = row.text("restated_unit");
    const std::string second = row.text("unit");
    const bool are_hard =
        hard.find(first) != std::string_view::npos && hard.find(second) != std::string_view::npos;
    if (are_hard && !(check.difference && check.difference->absolute() < furthest)) return false;
    return !check.has_known_slip && first != "EUR" && second != "EUR" &&
           is_at_the_time(row.text("sentence"), row.text("restated_text"), row.text("text"));
}

// "Fifteen thousand dollars (US$15,000)": the same in digits, whatever dollars the text else is of.
bool is_same_in_digits(const ConversionRow& row) {
    const std::string first = row.text("restated_text");
    return first.find_first_of("0123456789") == std::string::npos &&
           row.decimal("restated_value") == row.decimal("value");
}

}  // namespace

bool is_cut(const ConversionRow& row) {
    const std::string sentence = row.text("sentence");
    for (const std::string column : {"text", "restated_text"}) {
        const std::size_t at = sentence.find(row.text(column));
        if (at == std::string::npos) continue;
        if (at > 1 && sentence[at - 1] == '.' && sentence[at - 2] == '=') return true;
        if (goes_on_behind_point(sentence, at + row.text(column).size())) return true;
    }
    return false;
}

std::string_view why_not_off(const ConversionRow& row, const ConversionCheck& check) {
    if (is_of_time_to_come(row))
        return "the amount is of a time after the article's date, which may be wrong";
    if (!check.has_known_slip && has_word(row.text("sentence"), CheckWord::rate_told))
        return "the text says at which rate it converts";
    if (is_before_blank(row)) return "the second amount has a blank in it, and was read only in part";
    if (is_same_in_digits(row)) return "the second amount may be the first one in digits";
    if (is_in_subunit(row)) return "one of the amounts may be in a smaller coin";
    if (are_for_different_units(row)) return "the amounts are for one of two different units";
    if (may_be_shop_prices(prices_of(row, check))) return are_prices;
    if (!check.has_known_slip &&
        may_be_of_both(row.text("sentence"), row.text("restated_text"), row.text("text")))
        return "the second amount may be of both before it";
    if (is_one_of_several(row.text("sentence"), row.text("restated_text"), row.text("text")))
        return "several amounts stand in the bracket";
    if (leans_on_slash(row.text("sentence"), row.text("text")))
        return "the second amount may share the words behind the slash";
    if (may_be_of_two_things(row, check)) return "the two are far apart and may be of two things";
    if (is_of_unknown_time(row, check)) return "the second amount is of a time that the text does not name";
    if (!check.has_known_slip &&
        has_own_time(row.text("sentence"), row.text("restated_text"), row.text("text")))
        return "the second amount is of a time of its own";
    return "";
}

}  // namespace figbook
