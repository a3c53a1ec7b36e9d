// The office of somebody and the body it is held in, as they stand before the name. In: a document and where the name is. Out:
// where they are, or what they are called. Inside claim/ alone: claim/person_named.cpp reads with it.
//
//     "Halden Foods chief executive Jane Doe"      take_title_before()
//     "The police commissioner, Dana Orr, said"    read_title_before()
#pragma once
#include <cstddef>
#include <string>

#include "claim/names.hpp"
#include "claim/person_named.hpp"

namespace figbook {

// A title in small letters before the name, of `length` tokens, and the firm before that.
void take_title_before(const Document& document, const Sentence& sentence, std::size_t length,
                       NameParts& parts);

// The title before the comma that the name stands behind.
void read_title_before(const Document& document, const Sentence& sentence, const NameParts& parts,
                       Person& person);

// "Orlo Steel Inc | (ORLO.N) | Chief Executive Ann Lee": the firm before the code of its shares, behind which the title begins.
std::string firm_before_code(const Document& document, const Sentence& sentence, std::size_t title);

// "Liberal Green | leader Ann Lee": of a body, and who leads it behind.
bool is_before_office(const Document& document, const Sentence& sentence, std::size_t end);

}  // namespace figbook
