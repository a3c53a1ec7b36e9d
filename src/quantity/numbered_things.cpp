#include "quantity/numbered_things.hpp"

#include <algorithm>
#include <array>

namespace figbook {
namespace {

constexpr std::array raced_distances{50,  60,  80,   100,  110,  200,  300,  400,
                                     600, 800, 1000, 1500, 3000, 5000, 10000};

// "gold in the 200m at", "both the 800m and 1500m", "the women's 5,000m": behind an article or whose it is, with no noun behind.
bool is_named_race(const Surroundings& around, std::size_t end) {
    std::size_t back = 1;  // over the others of a list
    while (around.has_previous(back + 3) && around.written_before(back).is_any({"and", "or", ",", "-"}) &&
           around.written_before(back + 1) == "m" && around.previous_is_number(back + 2))
        back += 3;
    if (!around.has_previous(back + 1)) return false;
    const bool whose = around.token(around.previous(back)).kind == TokenKind::possessive &&
                       around.written_before(back + 1).is_any({"women", "men", "girls", "boys"});
    if (!whose && !(around.sentence.has(WordClass::race_word) && around.written_before(back) == "the"))
        return false;
    static constexpr WordClasses no_noun{WordClass::preposition, WordClass::conjunction, WordClass::auxiliary,
                                         WordClass::relative, WordClass::copula};
    return !around.has(end) || around.token(end).kind == TokenKind::mark ||
           around.words.classes[around.token(end).word].has_any(no_noun);
}

}  // namespace

// "18 Leopard 2 tanks", "the Hellfire 2 missile", "Fadi 1 rockets": which type they are of, behind its name, where how many of
// them there are, an article or the one of a kind says so. "gave Kyiv 31 tanks" counts them.
bool is_type_of_machine(const Surroundings& around) {
    if (around.number.in_words || around.number.grouped || around.number.power || around.has_unit ||
        around.number.value.exponent() < 0 || !around.has_previous(2))
        return false;
    const std::size_t noun = around.next();
    const bool one =
        around.written(noun).is_any({"tank", "missile", "rocket", "drone", "launcher", "howitzer", "fighter",
                                     "jet", "bomber", "torpedo", "satellite", "system", "interceptor"});
    const bool several =
        !one && around.written(noun).is_any({"tanks", "missiles", "rockets", "drones", "launchers",
                                             "howitzers", "fighters", "jets", "bombers", "torpedoes",
                                             "satellites", "systems", "interceptors"});
    if (!one && !several) return false;
    const Token& name = around.token(around.previous());
    if (!name.is_word() || !name.is_capitalised()) return false;
    if (one != (around.number.value == Decimal(1))) return true;
    // "Arrow 2 and Arrow 3 systems"
    if (around.has_previous(4) && around.written_before(2).is_any({"and", "or", ","}) &&
        around.previous_is_number(3) && around.token(around.previous(4)).hash == name.hash)
        return true;
    static constexpr WordClasses before{WordClass::number, WordClass::determiner};
    return around.previous_is_number(2) ||
           around.words.classes[around.token(around.previous(2)).word].has_any(before);
}

// "a phase 2b trial": no billions
bool is_part_of_stage(const Surroundings& around) {
    if (!around.number.abbreviated) return false;
    const std::string_view letter = around.text(around.next() - 1);
    const Written stage = around.written_before();
    return letter == "b" && around.glued(around.next() - 1) && around.number.plain < Decimal(10) &&
           (stage.is_any({"phase", "stage", "level"}) || stage.is_any({"Phase", "Stage", "Level"}));
}

// "the 200m champion", "an 800 metres runner", "the 4x100m relay": what is run or swum, by its name.
bool is_race(const Surroundings& around) {
    constexpr std::size_t longest = 3;
    if (!around.has_unit || around.number.in_words) return false;
    std::size_t at = around.next();
    if (around.written(at) == "-") ++at;
    if (!around.has(at) || around.document.text[around.token(at).start] != 'm') return false;
    if (!around.written(at).is_any({"m", "metre", "metres", "meter", "meters"})) return false;
    const bool raced = std::any_of(raced_distances.begin(), raced_distances.end(),
                                   [&](int each) { return around.number.value == Decimal(each); });
    if (!raced) return false;
    if (is_named_race(around, at + 1)) return true;
    if (!around.sentence.has(WordClass::race_word)) return false;
    // "the 400m and 200m legend"
    std::size_t end = at + 1;
    if (around.written(end).is_any({"and", "or"}) && around.is_number(end + 1) &&
        around.written(end + 2) == "m")
        end += 3;
    for (std::size_t i = end; i < end + longest && around.has(i) && around.token(i).is_word(); ++i)
        if (around.is(i, WordClass::race_word)) return true;
    return false;
}

}  // namespace figbook
