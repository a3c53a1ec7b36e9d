// A unit as somebody types it on the command line, and what it counts.
//
//     typed_unit("eur", Kind::number)      // {"EUR", money}
//     typed_unit("km/h", Kind::measure)    // {"km/h", measure}
//     typed_unit("none", Kind::money)      // {"", number}
#pragma once
#include <string>

#include "store/review.hpp"

namespace figbook {

// ISO 4217 in any case; %, pp, bp; a UCUM code that the vocabulary has; of a figure that is read as a count or a bare
// number (`read_as`), any words as what is counted; "none". Throws EnvironmentError, which says all that, for others.
CorrectedUnit typed_unit(const std::string& words, Kind read_as);

}  // namespace figbook
