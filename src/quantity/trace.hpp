// What the rules decided on the way, for `figbook explain`: by which rule and words a figure has each of its fields, and
// why a number is no figure.
//
//     note(walk.trace, {quantity.core, Field::per, "per.behind", begin, end});
//     return no_figure(walk.trace, number.begin, number.end, "score");   // false
//
// Extraction has no trace: then a rule pays one comparison where it has decided, and nothing where it looks.
// claim/reasons.hpp has the names of the rules and reasons in words.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace figbook {

enum class Field : std::uint8_t {
    number,
    unit,
    range,
    bound,
    per,
    change,
    relation,
    modality,
    subject,
    period,
    baseline,
    source,
    speaker,  // whom the source's words mean
};

struct Note {
    static constexpr std::size_t nothing = static_cast<std::size_t>(-1);

    std::size_t figure = 0;  // the figure's Quantity::core
    Field field = Field::number;
    std::string_view rule{};
    std::size_t begin = 0;  // the words that decided, tokens; empty where no word of the text did
    std::size_t end = 0;
    std::size_t other = nothing;  // the core of the figure that it was taken from
};

struct NoFigure {
    std::size_t begin = 0;  // tokens
    std::size_t end = 0;
    std::string_view reason;
};

// In the order of the decisions: of two notes on one field of a figure the later one holds.
struct Trace {
    std::vector<Note> notes;
    std::vector<NoFigure> no_figures;
};

// Apart from the program that extraction fetches for each sentence.
[[gnu::cold, gnu::noinline]] inline void write_down(Trace& trace, const Note& decided) {
    trace.notes.push_back(decided);
}
[[gnu::cold, gnu::noinline]] inline void write_down(Trace& trace, const NoFigure& refused) {
    trace.no_figures.push_back(refused);
}

inline void note(Trace* trace, const Note& decided) {
    if (trace) write_down(*trace, decided);
}

// False, so that a rule that refuses a number can return it.
inline bool no_figure(Trace* trace, std::size_t begin, std::size_t end, std::string_view reason) {
    if (trace) write_down(*trace, NoFigure{begin, end, reason});
    return false;
}

}  // namespace figbook
