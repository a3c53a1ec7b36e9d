// A person whom a run of capitalised words names, with the title and the organisation that stand around it:
// "Dorne Bank's head of research, [Ann Lee],", "[Ann Lee], a spokeswoman for Tarnholt".
#pragma once
#include <cstddef>
#include <optional>

#include "claim/persons.hpp"

namespace figbook {

// The person that the capitalised run [begin, end) names; none where it names none.
std::optional<Person> person_named(const Document& document, const Sentence& sentence, std::size_t begin,
                                   std::size_t end);

}  // namespace figbook
