// A bare number that may lean on another figure of its sentence: "2, 3 and 5 per cent", "take 14 jets and retire nine", "short of
// the 400 promised". It is taken as tentative, and links.cpp drops it where nothing gives it a unit. For bare_number.cpp.
#pragma once
#include "quantity/number.hpp"
#include "quantity/sentence_walk.hpp"

namespace figbook {

enum class Leaning { none, tentative, level };

// level: "fell to 48.9, short of the 49.7 that economists had pencilled in", beside another such.
Leaning leaning_of(const SentenceWalk& walk, const Quantity& quantity, const Number& number);

// "27 per cent, up three, with the Tories on 17, down one": a list of what each party has, told by its first percentage.
bool goes_on_with_percents(const SentenceWalk& walk, const Quantity& quantity);

// "retire nine", "now see two"; not "is nine", "rose nine", "including nine".
bool does_something(const SentenceWalk& walk, std::size_t i);

}  // namespace figbook
