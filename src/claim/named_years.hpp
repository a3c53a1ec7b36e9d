// Years that say which thing is meant, and not when something was.
#pragma once
#include "claim/time_reader.hpp"

namespace figbook {

// "the 2016 Committee"
bool names_an_organisation(const TimeReader& reader, std::size_t year);

// "a 2015 Halden saloon", "and 2009 Harlow College graduate", "the 2012 Olympic 200m champion"; "a 2018 Orvik survey" was then.
bool describes_a_name(const TimeReader& reader, std::size_t year);

}  // namespace figbook
