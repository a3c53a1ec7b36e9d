// Times that stand beside a figure and are not of it, and those that are though they stand apart: where a move began, days to
// come, what is told with the figure before.
#include "claim/phrases.hpp"
#include "claim/rules/time_carrier.hpp"
#include "claim/verbs.hpp"

namespace figbook {

// "fell to £34m from last year's £38m", "down from last year's £38m": of the figure behind it, which the move came from.
bool TimeCarrier::is_time_of_base(const TimeExpression& time, std::size_t i) const {
    if (claim(i).role == Role::change || i + 1 >= frame_.count()) return false;
    const bool owns = frame_.token(time.end - 1).kind == TokenKind::possessive ||
                      frame_.token(time.end).kind == TokenKind::possessive;
    const bool behind = owns && quantity(i + 1).begin <= time.end + 2;
    return behind && (claim(i).change == Change::none || claim(i + 1).role == Role::from);
}

// "ruled for 40 years from 1861", "12 members ahead of this week's summit", "17,815 cars from the 2005 model year": nothing
// is measured from it where nothing moved or is compared.
bool TimeCarrier::is_beside_start(const TimeExpression& time, std::size_t i) const {
    static constexpr WordClasses moving{WordClass::change_verb, WordClass::change_noun,
                                        WordClass::change_particle, WordClass::change_comparative,
                                        WordClass::level_noun};
    const Kind kind = quantity(i).kind;
    if (claim(i).change != Change::none ||
        (kind != Kind::count && kind != Kind::money && kind != Kind::measure && kind != Kind::number))
        return false;
    for (std::size_t k = quantity(i).end; k <= time.end; ++k)
        if (frame_.has_any(k, moving) ||
            frame_.is_any(k, {"compared", "comparison", "than", "relative", "similar", "on", "as"}))
            return false;
    return true;
}

// "two sources", "a 10 km border" in a sentence on "recent weeks", which nobody knows the days of: of what stands right
// before it, or of all of the sentence that it opens.
bool TimeCarrier::is_apart_from_recent(const TimeExpression& time, std::size_t i) const {
    if (time.start || !frame_.is(time.end - 2, "recent")) return false;
    if (quantity(i).kind == Kind::measure) return true;
    if (quantity(i).begin >= time.end) return time.begin > frame_.sentence.begin + 1;
    for (std::size_t k = quantity(i).end; k < time.begin; ++k)
        if (frame_.token(k).kind == TokenKind::mark ||
            frame_.is_any(k, {"who", "which", "that", "and", "but"}))
            return true;
    return false;
}

// With nothing but what the figure is of before it, and behind a verb.
bool TimeCarrier::told_right_behind(std::size_t i, const TimeExpression& time) const {
    constexpr std::size_t longest = 4;
    const std::size_t end = frame_.is(time.begin - 1, "on") ? time.begin - 1 : time.begin;
    std::size_t at = quantity(i).phrase_end();
    const Kind kind = quantity(i).kind;
    if (kind != Kind::count && kind != Kind::ratio && kind != Kind::percent) return false;
    if (frame_.is(quantity(i).begin - 1, WordClass::determiner))
        return false;  // "vote on the 2% levy on Friday"
    if (frame_.is(at, "of")) ++at;
    for (const std::size_t last = at + longest; at < end && at < last; ++at)
        if (!in_noun_phrase(frame_, at) || is_verb_at(frame_, at)) return false;
    return at == end && acts(frame_.sentence.begin, quantity(i).begin);
}

// "4,000 people are expected to vote on Saturday": what is to come
bool TimeCarrier::is_day_to_come(const TimeExpression& time, std::size_t i) const {
    const bool ahead = frame_.published && time.start && *time.start >= *frame_.published;
    if (!ahead || claim(i).modality != Modality::projected) return false;
    // "plans to operate a third of its flights | Thursday"
    if (told_right_behind(i, time)) return true;
    if (claim(i).kind != Kind::count || *time.start == *frame_.published) return false;
    for (std::size_t k = quantity(i).phrase_end(); k < time.begin; ++k)
        if (frame_.is(k, WordClass::modal) || frame_.is_any(k, {"expected", "due", "set", "likely"}))
            return true;
    return false;
}

// "an attack last year, which killed nine people, | including four Turks": of the time that those have.
bool TimeCarrier::is_included(std::size_t i) const {
    return i > 0 && claim(i - 1).period && claim(i - 1).role != Role::from &&
           quantity(i).begin == quantity(i - 1).phrase_end() + 2 &&
           frame_.is(quantity(i).begin - 1, "including") && frame_.is_written(quantity(i).begin - 2, ",");
}

}  // namespace figbook
