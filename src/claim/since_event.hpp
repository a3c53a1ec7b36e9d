// "since then", "since the coup", "since taking office", "since the war began": from what happened on, to the publication.
// The days are not known, but for "then", which is told from another time.
//
//     since_event(reader, i)     // the time behind the "since" at token i: "the war began"
//
// Inside claim/ alone: time_expression asks it, where the calendar does not say since when ("since the war began in May").
#pragma once
#include <optional>

#include "claim/time_reader.hpp"

namespace figbook {

std::optional<TimeExpression> since_event(const TimeReader& reader, std::size_t i);

}  // namespace figbook
