#include "check/check_words.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "base/ascii.hpp"
#include "base/csv.hpp"
#include "base/utf8.hpp"
#include "embedded.hpp"

namespace figbook {
namespace {

constexpr std::array<std::pair<std::string_view, CheckWord>, 62> class_names{
    {{"other_basis", CheckWord::other_basis},
     {"move_noun", CheckWord::move_noun},
     {"divides", CheckWord::divides},
     {"same", CheckWord::same},
     {"part_cue", CheckWord::part_cue},
     {"netted", CheckWord::netted},
     {"last_part", CheckWord::last_part},
     {"undecided", CheckWord::undecided},
     {"groups", CheckWord::groups},
     {"made_of", CheckWord::made_of},
     {"people", CheckWord::people},
     {"persons", CheckWord::persons},
     {"times", CheckWord::times},
     {"ranging", CheckWord::ranging},
     {"beside_another", CheckWord::beside_another},
     {"extreme", CheckWord::extreme},
     {"inverse", CheckWord::inverse},
     {"upward", CheckWord::upward},
     {"downward", CheckWord::downward},
     {"small_number", CheckWord::small_number},
     {"empty_word", CheckWord::empty_word},
     {"shop_price", CheckWord::shop_price},
     {"against", CheckWord::against},
     {"year_before", CheckWord::year_before},
     {"leads_on", CheckWord::leads_on},
     {"onward", CheckWord::onward},
     {"moved_again", CheckWord::moved_again},
     {"by_how_much", CheckWord::by_how_much},
     {"overlapping", CheckWord::overlapping},
     {"came_from", CheckWord::came_from},
     {"recalls", CheckWord::recalls},
     {"below_zero", CheckWord::below_zero},
     {"clause", CheckWord::clause},
     {"by_means", CheckWord::by_means},
     {"built", CheckWord::built},
     {"estimates", CheckWord::estimates},
     {"the_last", CheckWord::the_last},
     {"at_the_time", CheckWord::at_the_time},
     {"in_thousands", CheckWord::in_thousands},
     {"before_now", CheckWord::before_now},
     {"small_coin", CheckWord::small_coin},
     {"sign_in_words", CheckWord::sign_in_words},
     {"how_often", CheckWord::how_often},
     {"close_of_day", CheckWord::close_of_day},
     {"because", CheckWord::because},
     {"bet", CheckWord::bet},
     {"rate_told", CheckWord::rate_told},
     {"further", CheckWord::further},
     {"turns_from", CheckWord::turns_from},
     {"presently", CheckWord::presently},
     {"mean", CheckWord::mean},
     {"at_rate", CheckWord::at_rate},
     {"by_which", CheckWord::by_which},
     {"done_again", CheckWord::done_again},
     {"of_a_change", CheckWord::of_a_change},
     {"todays", CheckWord::todays},
     {"ago", CheckWord::ago},
     {"past_deed", CheckWord::past_deed},
     {"no_price", CheckWord::no_price},
     {"with_another", CheckWord::with_another},
     {"of_the_poll", CheckWord::of_the_poll},
     {"money", CheckWord::money}}};

// Bytes at the end of a text that are looked at for a phrase there, blanks with it: a sentence may be a whole book.
constexpr std::size_t longest_phrase = 64;

// Of a class. Most texts that are asked neither begin nor end as any of its phrases do, which tells without lowering them.
struct ClassPhrases {
    std::vector<std::string> all;
    std::bitset<0x80> firsts, lasts;  // characters of ASCII
};

using Phrases = std::array<ClassPhrases, class_names.size()>;

void see_ends(ClassPhrases& phrases) {
    for (const std::string& phrase : phrases.all) {
        for (const auto& [ends, c] :
             {std::pair(&phrases.firsts, phrase.front()), std::pair(&phrases.lasts, phrase.back())}) {
            const auto byte = static_cast<unsigned char>(c);
            if (byte < ends->size()) ends->set(byte);
        }
    }
}

// What is beyond ASCII may become anything in lower case.
bool may_be(const std::bitset<0x80>& ends, char c) {
    const auto byte = static_cast<unsigned char>(lower_ascii(c));
    return byte >= ends.size() || ends.test(byte);
}

Phrases read_phrases() {
    const CsvTable table = read_csv(check_tables::embedded("words.csv"));
    Phrases phrases;
    for (const auto& row : table.rows) {
        const auto named = std::find_if(class_names.begin(), class_names.end(),
                                        [&](const auto& known) { return known.first == row[0]; });
        if (named == class_names.end()) throw std::logic_error("words.csv: no class " + row[0]);
        phrases.at(static_cast<std::size_t>(named->second)).all = split(row[table.column("words")], '|');
    }
    for (const auto& [name, wanted] : class_names)
        if (phrases.at(static_cast<std::size_t>(wanted)).all.empty())
            throw std::logic_error("words.csv: no words of class " + std::string(name));
    for (ClassPhrases& of_class : phrases) see_ends(of_class);
    return phrases;
}

const ClassPhrases& phrases_of(CheckWord wanted) {
    static const Phrases phrases = read_phrases();
    return phrases.at(static_cast<std::size_t>(wanted));
}

bool in_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

bool stands_alone(std::string_view text, std::size_t at, std::size_t size) {
    const bool opens = at == 0 || !in_word(text[at - 1]) || !in_word(text[at]);
    const std::size_t end = at + size;
    return opens && (end == text.size() || !in_word(text[end]) || !in_word(text[end - 1]));
}

std::string_view trimmed(std::string_view text) {
    return without_blanks(text, " \t\n\"'");
}

}  // namespace

std::string_view found_word(std::string_view text, CheckWord wanted) {
    const std::string words = lower(text);
    for (const std::string& phrase : phrases_of(wanted).all)
        for (std::size_t at = words.find(phrase); at != std::string::npos; at = words.find(phrase, at + 1))
            if (stands_alone(words, at, phrase.size())) return phrase;
    return {};
}

bool has_word(std::string_view text, CheckWord wanted) {
    return !found_word(text, wanted).empty();
}

std::string_view behind_last_word(std::string_view text, CheckWord wanted) {
    const std::string words = lower(text);
    std::size_t start = 0;
    for (const std::string& phrase : phrases_of(wanted).all)
        for (std::size_t at = words.find(phrase); at != std::string::npos; at = words.find(phrase, at + 1))
            if (stands_alone(words, at, phrase.size())) start = std::max(start, at + phrase.size());
    return text.substr(std::min(start, text.size()));
}

bool starts_with_word(std::string_view text, CheckWord wanted) {
    const ClassPhrases& phrases = phrases_of(wanted);
    const std::string_view near = trimmed(text.substr(0, longest_phrase));
    if (near.empty() || !may_be(phrases.firsts, near.front())) return false;
    const std::string words = lower(near);
    return std::any_of(phrases.all.begin(), phrases.all.end(), [&](const std::string& phrase) {
        return words.starts_with(phrase) && stands_alone(words, 0, phrase.size());
    });
}

bool ends_with_word(std::string_view text, CheckWord wanted) {
    const ClassPhrases& phrases = phrases_of(wanted);
    const std::string_view near = trimmed(text.substr(text.size() - std::min(text.size(), longest_phrase)));
    if (near.empty() || !may_be(phrases.lasts, near.back())) return false;
    const std::string words = lower(near);
    return std::any_of(phrases.all.begin(), phrases.all.end(), [&](const std::string& phrase) {
        return words.ends_with(phrase) && stands_alone(words, words.size() - phrase.size(), phrase.size());
    });
}

}  // namespace figbook
