#include "quantity/number_as_score.hpp"

namespace figbook {
namespace {

// True where one of the `reach` tokens before the number, from the one `back` before it, is of that class.
bool stands_before(const Surroundings& around, std::size_t back, std::size_t reach, WordClass wanted) {
    for (std::size_t i = back; i < back + reach; ++i)
        if (around.previous_is(wanted, i)) return true;
    return false;
}

// A number printed in digits, with nothing that makes more of it than its digits say.
bool is_plain(const Surroundings& around, std::size_t i) {
    return around.is_number(i) && around.text(i).find('.') == std::string_view::npos;
}

// "voted by 51 to 49 | per cent": parts of all who voted.
bool are_percent(const Surroundings& around, std::size_t behind) {
    return bool(around.words.percents.match(around.document.tokens, behind, around.sentence.end));
}

// "voted by 31 to 22", "84 votes to 61", "by 310 votes to 292", "by 3 goals to 2"
bool is_vote(const Surroundings& around) {
    const std::size_t next = around.next();
    const bool votes = around.is(next, WordClass::score_unit);
    if (votes && around.written(next + 1) == "to")
        return around.is_number(next + 2) || around.is(next + 2, WordClass::number);
    const bool second = around.written_before() == "to";
    if (second && around.previous_is(WordClass::score_unit, 2))
        return around.previous_is_number(3) || around.previous_is(WordClass::number, 3);
    const bool first = around.written(next) == "to" && around.is_number(next + 1);
    if (!first && !(second && around.previous_is_number(2))) return false;
    if (are_percent(around, first ? next + 2 : next)) return false;
    return stands_before(around, first ? 1 : 3, 2, WordClass::vote_word);
}

// "passed 218 to 210": the greater first, with nothing that says that something moved.
bool is_result_in_words(const Surroundings& around) {
    const std::size_t next = around.next();
    const bool first = around.written(next) == "to" && is_plain(around, next + 1);
    const bool second = !first && around.written_before() == "to" && around.previous_is_number(2);
    if (!first && !second) return false;
    // "60 coaches in 2012 to 11 in 2023"
    if (second && around.text(around.previous(2)).size() == 4 &&
        around.previous_is(WordClass::before_year, 3))
        return false;
    const std::size_t one = first ? around.begin : around.previous(2);
    const std::size_t other = first ? next + 1 : around.begin;
    const bool greater_first =
        around.text(one).size() > around.text(other).size() ||
        (around.text(one).size() == around.text(other).size() && around.text(one) > around.text(other));
    if (!greater_first || !is_plain(around, one)) return false;
    const std::size_t nearest = first ? 1 : 3;
    for (std::size_t back = nearest; back < nearest + 8; ++back)
        if (around.previous_is(WordClass::change_verb, back) ||
            around.previous_is(WordClass::change_noun, back) ||
            around.previous_is(WordClass::change_particle, back) ||
            around.written_before(back).is_any({"from", "by"}))
            return false;
    return !around.is(other + 1, WordClass::plural) && !are_percent(around, other + 1);
}

// "101 not out", "245 all out": runs.
bool is_innings(const Surroundings& around) {
    const std::size_t next = around.next();
    return !around.number.grouped && around.written(next).is_any({"not", "all"}) &&
           around.written(next + 1) == "out" && around.written(next + 2) != "of";
}

// "245 for 6", "5-for-8": runs for wickets, shots of tries.
bool is_for(const Surroundings& around) {
    const auto is_small = [&](std::size_t i) { return around.is_number(i) && around.text(i).size() <= 2; };
    const auto skip = [&](std::size_t i) { return around.written(i) == "-" ? i + 1 : i; };
    const std::size_t word = skip(around.next());
    const bool hyphen = word != around.next();
    if (around.written(word) == "for" && is_small(hyphen ? skip(word + 1) : word + 1)) {
        const std::size_t behind = (hyphen ? skip(word + 1) : word + 1) + 1;
        return hyphen || !around.has(behind) || !around.token(behind).is_word() ||
               around.is(behind, WordClass::preposition) || around.written(behind) == "declared";
    }
    const std::size_t back = around.written_before() == "-" ? 2 : 1;
    return around.written_before(back) == "for" && is_small(around.begin) &&
           around.previous_is_number(2 * back) &&
           (back == 2 || !around.has(around.next()) || !around.token(around.next()).is_word() ||
            around.is(around.next(), WordClass::preposition));
}

}  // namespace

// "a 3-1 win", "voted 52-48", "6-4, 6-3": two small numbers joined, and nothing counted.
bool is_score(const Surroundings& around) {
    if (around.number.power) return false;
    if (is_vote(around)) return true;
    if (around.number.in_words) return false;
    if (is_result_in_words(around) || is_for(around) || is_innings(around)) return true;
    const std::size_t next = around.next();
    const bool first = is_dash(around.written(next)) && around.glued(next) && around.is_number(next + 1) &&
                       around.glued(next + 1);
    const bool second = is_dash(around.written_before()) && around.glued(around.begin) &&
                        around.glued(around.previous()) && around.previous_is_number(2);
    if (!first && !second) return false;
    // "drew 10-12,000 people"
    const std::size_t last = first ? next + 1 : around.begin;
    if (around.text(last).find(',') != std::string_view::npos) return false;
    const std::size_t behind = first ? next + 2 : next;
    // "a margin of 14-15%"
    if (are_percent(around, behind)) return false;
    return around.is(behind, WordClass::score_word) ||
           stands_before(around, second ? 3 : 1, 4, WordClass::score_word);
}

}  // namespace figbook
