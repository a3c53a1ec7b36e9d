#include "claim/named_years.hpp"

#include "claim/phrases.hpp"

namespace figbook {
namespace {

// "the 2012 Olympic 200m champion"
bool is_of_winner(const TimeReader& reader, std::size_t year) {
    constexpr std::size_t longest = 7;
    if (!reader.has(year + 1) || !reader.token(year + 1).is_capitalised()) return false;
    for (std::size_t i = year + 2; i < year + longest && reader.has(i); ++i) {
        if (reader.is_any(
                i, {"champion", "champions", "medallist", "medalist", "medallists", "winner", "finalist"}))
            return true;
        if (reader.token(i).kind == TokenKind::mark || reader.is(i, WordClass::preposition)) return false;
    }
    return false;
}

}  // namespace

bool names_an_organisation(const TimeReader& reader, std::size_t year) {
    constexpr std::size_t longest = 3;
    if (year == reader.frame.sentence.begin || !reader.is(year - 1, "the")) return false;
    for (std::size_t i = year + 1; i <= year + longest && reader.has(i); ++i) {
        if (!reader.token(i).is_capitalised()) return false;
        if (reader.is(i, WordClass::organisation_word)) return true;
    }
    return false;
}

bool describes_a_name(const TimeReader& reader, std::size_t year) {
    const std::size_t next = year + 1;
    if (is_of_winner(reader, year)) return true;
    if (year == reader.frame.sentence.begin || !reader.is_any(year - 1, {"a", "an", "and"})) return false;
    if (!reader.has(next) || !reader.token(next).is_word() || !reader.token(next).is_capitalised() ||
        reader.is(next, WordClass::month))
        return false;
    // "a 2018 Orvik survey" was then
    return !reader.is_any(next + 1, {"survey", "poll"}) && !reader.is_any(next + 2, {"survey", "poll"});
}

}  // namespace figbook
