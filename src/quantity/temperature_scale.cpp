#include "quantity/temperature_scale.hpp"

#include <algorithm>

namespace figbook {
namespace {

// "20 degrees north", "tilted by 15 degrees", "a 90 degree turn"
bool is_of_angle(const SentenceWalk& walk, std::size_t begin, std::size_t end) {
    constexpr std::size_t furthest = 8;
    if (walk.is_any(end, {"north", "south", "east", "west", "latitude", "longitude", "angle", "turn", "bend",
                          "view", "heading", "tilt", "slope"}))
        return true;
    if (walk.is(end, "of") && !walk.is_any(end + 1, {"warming", "heat", "cooling", "frost", "global"}))
        return true;
    for (std::size_t i = begin; i-- > walk.sentence.begin && i + furthest > begin;)
        if (walk.is_any(i, {"angle", "angled", "tilt", "tilted", "turn", "turned", "rotate", "rotated",
                            "slope", "latitude", "longitude", "banked", "leaned", "heading", "bearing"}))
            return true;
    return false;
}

// "Temperatures will reach 38 degrees", "It was 19 degrees in Leeds", "two degrees above normal"
bool is_of_weather(const SentenceWalk& walk, std::size_t begin, std::size_t end) {
    constexpr std::size_t furthest = 8;
    for (std::size_t i = begin; i-- > walk.sentence.begin && i + furthest > begin;)
        if (walk.is_any(i, {"temperature", "temperatures", "mercury", "thermometer", "warm", "warmed",
                            "warms", "warmer", "cooler", "heat", "highs", "lows", "climate"}))
            return true;
    if (walk.is_any(end, {"above", "below"}) &&
        walk.is_any(end + 1, {"normal", "average", "freezing", "zero", "the"}))
        return true;
    if (begin < walk.sentence.begin + 2 || !walk.is(begin - 1, WordClass::copula) ||
        walk.is(end, WordClass::change_comparative))
        return false;
    const std::size_t it = walk.is_any(begin - 2, {"will", "would", "could"}) ? begin - 3 : begin - 2;
    return walk.is(it, "it");
}

}  // namespace

std::string_view scale_of_degrees(const SentenceWalk& walk, std::size_t begin, std::size_t end, bool high) {
    constexpr std::size_t reach = 800;  // tokens on either side
    if (is_of_angle(walk, begin, end)) return "";
    const Document& document = walk.document;
    const std::size_t first = begin > reach ? begin - reach : 1;
    const std::size_t last = std::min(end + reach, document.tokens.size());
    bool celsius = false, fahrenheit = false;
    for (std::size_t i = first; i < last; ++i) {
        const Token& token = document.tokens[i];
        if (!token.is_word()) continue;
        const std::string_view before = token.length() == 1 ? document.word(i - 1) : std::string_view();
        const bool letter = token.is_capitalised() &&
                            (before == "°" || before == "º" || before == "degrees" || before == "degree");
        // "1.1C above the norm"
        celsius |= token.length() == 1 && token.is_capitalised() && document.tokens[i - 1].is_number() &&
                   !token.space_before() && document.reads(i, "c");
        celsius |= (letter && document.reads(i, "c")) || document.reads_any(i, {"celsius", "centigrade"});
        fahrenheit |= (letter && document.reads(i, "f")) || document.reads(i, "fahrenheit");
    }
    if (celsius != fahrenheit) return celsius ? "Cel" : "[degF]";
    const bool warming = !celsius && walk.is(end, "of") && walk.is_any(end + 1, {"warming", "global"});
    if (warming) return "Cel";
    return is_of_weather(walk, begin, end) ? high ? "[degF]" : "Cel" : "";
}

}  // namespace figbook
