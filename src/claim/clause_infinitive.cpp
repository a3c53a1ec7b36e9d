#include "claim/clause_infinitive.hpp"

#include "claim/clause_asides.hpp"
#include "claim/clause_head.hpp"
#include "claim/clause_relative.hpp"
#include "claim/verbs.hpp"
#include "quantity/counted.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

bool is_unit(const SentenceFrame& frame, TokenRange phrase) {
    for (std::size_t i = 0; i < frame.count(); ++i)
        if (is_unit_of(frame.draft(i).quantity, phrase)) return true;
    return false;
}

// "The vessels, each able | to carry", "The firm is able | to borrow": what is so. None where no such adjective stands there.
std::optional<TokenRange> before_readiness(const SentenceFrame& frame, std::size_t to) {
    if (to <= frame.sentence.begin + 1) return std::nullopt;
    std::size_t at = to - 1;
    if (!frame.is_any(at, {"able", "unable", "willing", "unwilling", "eager", "keen", "reluctant", "ready"}))
        return std::nullopt;
    if (const auto is = verb_group_before(frame, at);
        is && (is->end == at || frame.is(is->end - 1, WordClass::copula)))
        return subject_of(frame, *is);
    if (at > frame.sentence.begin + 1 && frame.is_any(at - 1, {"each", "all", "both"})) --at;
    return noun_phrase_before(frame, frame.is_written(at - 1, ",") ? at - 1 : at);
}

// "A second line, | to cost £9m, will", "A dam, expected | to cost £9m, was", "Two masts, each set | to cost £9m": what the clause opens
// with. None where nothing is set off.
TokenRange before_set_off(const SentenceFrame& frame, std::size_t to) {
    const std::size_t first = frame.sentence.begin;
    std::size_t comma = to > first ? to - 1 : first;
    if (comma > first + 1 &&
        frame.is_any(comma, {"expected", "estimated", "thought", "reported", "said", "due", "set", "meant",
                             "planned", "projected", "forecast", "likely"}))
        comma -= frame.is(comma - 1, "each") ? 2 : 1;
    return comma > first && frame.is_written(comma, ",") ? told_first(frame, first, comma) : TokenRange{};
}

// "meet a peak it expects | to reach 900MW", "booked a loss it expects | to be $3m": what is expected to, where no relative pronoun
// stands behind it. "told a paper it expects to" says to whom.
TokenRange told_without_relative(const SentenceFrame& frame, TokenRange outer, std::size_t to) {
    if (outer.end != to || !frame.is(outer.end - 1, WordClass::projecting) ||
        outer.begin < frame.sentence.begin + 4 || !frame.is_any(outer.begin - 1, {"it", "he", "she", "they"}))
        return {};
    const TokenRange thing = noun_phrase_before(frame, outer.begin - 1);
    if (thing.empty() || thing.end + 1 != outer.begin) return {};
    const std::size_t article = frame.is(thing.begin, WordClass::determiner) ? thing.begin : thing.begin - 1;
    if (article <= frame.sentence.begin || !frame.is_any(article, {"a", "an", "the"}) ||
        !is_verb_at(frame, article - 1) || frame.is(article - 1, WordClass::cue))
        return {};
    return thing;
}

}  // namespace

TokenRange subject_of_infinitive(const SentenceFrame& frame, TokenRange verb, std::size_t to) {
    if (const std::size_t noun = before_relative_aside(frame, to); noun < to)
        return noun_phrase_before(frame, noun);
    // "Analysts expect them to fall by 3%": what is expected to do it
    if (to > frame.sentence.begin + 1 && frame.is_any(to - 1, {"them", "it"}) &&
        frame.has_any(to - 2, {WordClass::projecting, WordClass::wanting}))
        return {to - 1, to};
    // "The judge ordered him to repay $2m": who is to do it
    if (to > frame.sentence.begin + 1 && frame.is_any(to - 1, {"him", "them", "us", "me"}) &&
        is_verb_at(frame, to - 2))
        return {to - 1, to};
    if (const auto thing = before_readiness(frame, to)) return *thing;
    if (const TokenRange thing = before_set_off(frame, to); !thing.empty()) return thing;
    const TokenRange between = noun_phrase_before(frame, to);
    const auto outer = verb_group_before(frame, to);
    if (outer)
        if (const TokenRange thing = told_without_relative(frame, *outer, to); !thing.empty()) return thing;
    // "Orlo, once the pride of the valley, | plans to shut": where a noun may stand, but one that nobody has
    if (between.end == between.begin + 1 && frame.is_any(between.begin, {"plans", "hopes", "aims"}) &&
        between.begin > frame.sentence.begin + 2 && frame.is_written(between.begin - 1, ","))
        return subject_of(frame, between);
    if (between.empty()) return outer ? subject_of(frame, *outer) : TokenRange{};
    static constexpr WordClasses times{WordClass::month, WordClass::weekday, WordClass::time_unit,
                                       WordClass::time_noun};
    const bool when =  // "agreed last month to reach", but "expected December sales to rise"
        starts_time(frame, between.begin) &&
        (frame.has_any(between.end - 1, times) || frame.token(between.end - 1).is_number());
    // "was on track to fall": of what is on it
    const bool course = between.end == between.begin + 1 && between.begin > frame.sentence.begin &&
                        frame.is_any(between.begin, {"track", "course", "pace"}) &&
                        frame.is(between.begin - 1, "on");
    // "would be lucky to get": of those who would
    const bool probably =
        outer && outer->end + 1 == between.begin && frame.is(outer->end, WordClass::modifier);
    const bool lone_predicate =
        outer && (outer->end == between.begin || probably) && between.end == between.begin + 1 &&
        frame.is(outer->end - 1, WordClass::copula) && !frame.token(between.begin).is_capitalised() &&
        !looks_plural(frame.document, between.begin);
    // "is in talks to raise": of the one who is
    const bool state = between.begin > frame.sentence.begin + 1 && frame.is(between.begin - 1, "in") &&
                       frame.is(between.begin - 2, WordClass::copula);
    const bool price = between.end > between.begin + 1 && frame.is(between.end - 1, "price") &&
                       frame.is(between.end - 2, "in");
    // "counts of attempting to obtain": an "-ing" form does what follows
    const bool doing = has_ending(frame.word(between.end - 1), "ing", 3) &&
                       (frame.is(between.end - 1, WordClass::verb) ||  // "surprised them by agreeing to"
                        (between.end > between.begin + 2 && frame.is(between.end - 2, "by")));
    // "gave up its gains to close at 12": of what closed there, but "expects shares to close at 12"
    const bool closes =
        outer && frame.is_any(verb.end - 1, {"close", "end", "finish", "settle", "trade"}) &&
        !frame.is_one_of(outer->end - 1, {WordClass::cue, WordClass::projecting, WordClass::clause_taking});
    // "rose 7/32 in price to yield 2%", "rose 3 percent to close at $12": of what rose
    // "was the first of the group to buy it back": of the one who was
    const bool ranked = outer && frame.is(outer->end - 1, WordClass::copula) &&
                        between.begin <= outer->end + 1 &&
                        frame.is_any(frame.is(between.begin, "the") ? between.begin + 1 : between.begin,
                                     {"first", "second", "third", "last", "latest", "only"});
    const bool other = ranked || when || course || state || price || doing || closes || lone_predicate ||
                       is_unit(frame, between);
    if (!other) return between;
    return outer ? subject_of(frame, *outer) : TokenRange{};
}

TokenRange over_infinitive(const SentenceFrame& frame, TokenRange found, TokenRange verb) {
    constexpr std::size_t furthest = 16, longest = 12;
    const std::size_t first = frame.sentence.begin;
    const std::size_t end = found.empty() ? verb.begin : found.begin;
    std::size_t to = end;
    do {
        if (to <= first + 1 || to + furthest <= verb.begin || frame.token(to).kind == TokenKind::mark)
            return {};
        --to;
    } while (!frame.is(to, "to"));
    if (to + 2 >= verb.begin || !is_verb_at(frame, to + 1) || frame.is(to - 1, WordClass::adjective) ||
        frame.is_one_of(to + 1, {WordClass::auxiliary, WordClass::copula}) ||
        frame.is_any(to - 1, {"prior", "due", "thanks", "owing", "subject", "next"}))
        return {};
    // "plans to reduce the number of visas | awarded to nurses": said of the visas
    const bool participle = verb.end == verb.begin + 1 && is_participle(frame, verb.begin) &&
                            !frame.is_one_of(verb.begin, {WordClass::auxiliary, WordClass::copula});
    // "called for members to spend more and | acknowledged": another deed
    if (participle || frame.is_any(verb.begin - 1, {"and", "but", "or"})) return {};
    for (std::size_t i = to + 2; i < verb.begin; ++i) {
        // "to send | failed | claimants", "to cut jobs and | shut | plants"
        const bool of_infinitive =
            is_verb_at(frame, i) &&
            (i == to + 2 || (frame.is(i - 1, "and") && !has_ending(frame.word(i), "s", 2)));
        const bool belongs = of_infinitive || frame.is(i, "and") ||
                             frame.is(i, WordClass::possessive_pronoun) || is_told_of_noun(frame, i);
        if (!belongs || frame.token(i).kind == TokenKind::mark) return {};
    }
    const TokenRange head = noun_opening_clause(frame, to);
    if (head.empty() || head.end != to) return {};
    return verb.begin <= head.begin + longest ? TokenRange{head.begin, verb.begin} : head;
}

}  // namespace figbook
