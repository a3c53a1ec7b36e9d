#include "claim/times_told_before.hpp"

#include "claim/time_context.hpp"

namespace figbook {

std::optional<std::vector<TimeExpression>> times_told_before(const SentenceFrame& frame, std::size_t back) {
    if (frame.number < back) return std::nullopt;
    SentenceFrame before = frame.other(frame.number - back);
    if (!before.sentence.is_read()) return std::nullopt;
    before.stated_days = frame.stated_days;
    const TimeContext context(before);
    std::vector<TimeExpression> times = find_times(before);
    std::erase_if(times,
                  [&](const TimeExpression& time) { return time.is_baseline || context.is_of_speech(time); });
    return times;
}

}  // namespace figbook
