// Numbers that count people, or only seem to: the dead and injured, one of them, a class of workers.
//
//     if (is_casualty(walk, quantity)) quantity.unit = "people";     // "killing 12", "12 were killed"
//
// Inside quantity/ alone: bare_number.cpp asks them in its order.
#pragma once
#include "quantity/counted.hpp"
#include "quantity/number.hpp"
#include "quantity/sentence_walk.hpp"

namespace figbook {

bool is_one_person(const SentenceWalk& walk, const CountedNoun& noun);
bool is_one_struck(const SentenceWalk& walk, const Quantity& quantity);
CountedNoun one_who_was_hurt(const SentenceWalk& walk, std::size_t at);
bool is_verb_and_no_noun(const SentenceWalk& walk, const Quantity& quantity, std::size_t at);
bool is_class_of_persons(const SentenceWalk& walk, const Quantity& quantity, const Number& number,
                         const CountedNoun& noun);
bool is_of_parent(const SentenceWalk& walk, const Quantity& quantity, const CountedNoun& noun);
bool is_of_inhabitants(const SentenceWalk& walk, const Quantity& quantity);
bool is_casualty(const SentenceWalk& walk, const Quantity& quantity);
bool are_persons(const SentenceWalk& walk, Quantity& quantity, const Number& number);
bool is_of_toll(const SentenceWalk& walk, const Quantity& quantity);

}  // namespace figbook
