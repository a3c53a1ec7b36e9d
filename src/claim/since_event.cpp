#include "claim/since_event.hpp"

#include "claim/verbs.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

// "since they met between the war in the north | and the raid", "since it struck the port | and took the town in May": goes on
// with the event, of which no figure is told.
bool goes_on_with_event(const TimeReader& reader, std::size_t joint, bool between) {
    if (!reader.is(joint, "and") || !reader.has(joint + 1)) return false;
    if (between) return true;
    const bool done = has_past_ending(reader.text(joint + 1)) || reader.is(joint + 1, WordClass::past_form);
    if (!done || !is_verb_at(reader.frame, joint + 1)) return false;
    for (std::size_t at = joint + 1; reader.has(at); ++at) {
        for (std::size_t i = 0; i < reader.frame.count(); ++i)
            if (reader.frame.draft(i).quantity.begin == at) return false;
        if (reader.token(at).kind == TokenKind::mark) break;
    }
    return true;
}

// Where what is told behind "since" ends: with its part of the sentence, or before what opens another.
std::size_t end_of_event(const TimeReader& reader, std::size_t begin) {
    constexpr std::size_t longest = 20;
    std::size_t at = begin;
    bool between = false;
    while (at < begin + longest && reader.has(at)) {
        // "since Hamas' attack"
        const bool owns = reader.is_any(at, {"'", "’"}) && !reader.token(at).space_before() &&
                          reader.has(at + 1) && reader.token(at + 1).is_word() &&
                          reader.token(at + 1).space_before();
        if (reader.token(at).kind == TokenKind::mark && !owns && !reader.is(at, "-")) break;
        between = between || reader.is(at, "between");
        if (reader.is_any(at, {"and", "but", "according", "as", "while", "when", "which", "who"}) &&
            !goes_on_with_event(reader, at, between))
            break;
        between = between && !reader.is(at, "and");
        ++at;
    }
    return at;
}

// The first verb of what is told, `end` where it is but a noun: "since the war | began", "since the coup".
std::size_t verb_of_event(const TimeReader& reader, std::size_t begin, std::size_t end) {
    for (std::size_t at = begin + 1; at < end; ++at)
        if (is_verb_at(reader.frame, at) && !has_ending(reader.text(at), "ing", 2) &&
            !reader.is(at - 1, "to"))
            return at;
    return end;
}

bool is_past(const TimeReader& reader, std::size_t verb) {
    return has_past_ending(reader.text(verb)) || reader.is(verb, WordClass::past_form) ||
           reader.is(verb, WordClass::same_in_past);
}

// "have been killed | since the war began": what has gone on since; "sold it since it was not needed" says why.
bool goes_on(const TimeReader& reader, std::size_t begin, std::size_t end, std::size_t verb) {
    if (reader.is_any(verb, {"began", "started", "broke", "erupted", "opened", "took"})) return true;
    const Sentence& sentence = reader.frame.sentence;
    for (std::size_t at = sentence.begin; at < sentence.end; ++at)
        if ((at < begin || at >= end) &&
            reader.is_any(at, {"has", "have", "had", "having", "been", "'ve", "’ve", "'s", "’s"}))
            return true;
    for (std::size_t i = 0; i < reader.frame.count(); ++i)
        if (reader.frame.draft(i).claim.change != Change::none) return true;
    return false;
}

}  // namespace

std::optional<TimeExpression> since_event(const TimeReader& reader, std::size_t i) {
    const std::size_t begin = i + 1, first = reader.frame.sentence.begin;
    if (reader.is(begin, "then")) {
        TimeExpression then = time_of(begin, begin + 1, TimeGrain::day);
        then.is_relative = then.is_named_before = true;
        return then;
    }
    // "has since been sold", "since closed"
    static constexpr WordClasses helpers{WordClass::auxiliary, WordClass::copula, WordClass::modal};
    if (!reader.has(begin) || !reader.token(begin).is_word() ||
        (i > first && reader.frame.has_any(i - 1, helpers)))
        return std::nullopt;
    const bool does = has_ending(reader.text(begin), "ing", 3);  // "since taking office"
    const bool done = is_verb_at(reader.frame, begin) || reader.is(begin, WordClass::irregular_past) ||
                      (!reader.is(begin, WordClass::pronoun) && !in_noun_phrase(reader.frame, begin));
    if (!does && done) return std::nullopt;
    const std::size_t end = end_of_event(reader, begin);
    if (reader.is(end - 1, WordClass::determiner)) return std::nullopt;
    const std::size_t verb = verb_of_event(reader, begin, end);
    const bool clause = verb < end;
    if (!clause && reader.is(begin, WordClass::pronoun) && !reader.is(begin, WordClass::determiner))
        return std::nullopt;
    if (clause && (!is_past(reader, verb) || !goes_on(reader, i, end, verb))) return std::nullopt;
    TimeExpression time = time_of(begin, end, TimeGrain::span);
    time.is_relative = time.is_event = true;
    time.since_event = i;
    time.event_acts = clause;
    return time;
}

}  // namespace figbook
