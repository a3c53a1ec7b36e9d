// Times of papers, polls, wires and contracts: when one came out, or of which one is told, and not those of what it tells.
#include "claim/phrases.hpp"
#include "claim/time_context.hpp"
#include "claim/verbs.hpp"

namespace figbook {

// "according to a company statement Thursday", "according to figures released at the end of 2004", "according to a September
// investor presentation". A poll holds when it was taken, and "data for 2011" are of then.
bool TimeContext::is_of_document(const TimeExpression& time) const {
    constexpr std::size_t reach = 16, longest_noun = 3;
    const std::size_t first = frame_.sentence.begin;
    if (!frame_.sentence.has(WordClass::before_to)) return false;
    std::size_t source = time.begin;
    while (source > first && source + reach > time.begin && frame_.token(source - 1).is_word() &&
           !frame_.is(source - 1, "according"))
        --source;
    if (source == first || !frame_.is(source - 1, "according") || time.is_baseline || time.opens_span)
        return false;
    for (std::size_t i = source; i < time.begin; ++i)
        if (frame_.is(i, WordClass::poll_noun) || frame_.is_any(i, {"for", "between", "conducted"}))
            return false;
    std::size_t at = before_prepositions(time);
    while (at > source && frame_.is_any(at - 1, {"at", "the", "end", "of"})) --at;  // "at the end of 2004"
    if (frame_.is_any(at - 1, {"released", "published", "filed", "issued", "posted"})) return true;
    if (time.grain == TimeGrain::month && frame_.is_any(time.begin - 1, {"a", "an", "its"}))
        for (std::size_t k = time.end; k < time.end + longest_noun && in_noun_phrase(frame_, k); ++k)
            if (frame_.is_any(k, {"presentation", "filing", "report", "statement", "prospectus", "note"}))
                return true;
    const bool day = time.is_weekday || time.grain == TimeGrain::day ||
                     (time.is_relative && (time.grain == TimeGrain::week || time.grain == TimeGrain::month));
    return day && at + 1 >= time.begin && !frame_.is(time.begin - 1, "of");  // "as of June"
}

// "HARLOW, Jan. 18, 2024 /Newsline/ --", "DORNE, Jan. 18 --"
bool TimeContext::is_dateline(const TimeExpression& time) const {
    constexpr std::size_t longest = 12;
    if (time.begin > frame_.sentence.begin + longest || !frame_.has(time.end) ||
        frame_.token(time.end).kind != TokenKind::mark)
        return false;
    const bool wire = frame_.is_written(time.end, "/") && !frame_.token(time.end + 1).space_before();
    if (!wire && !is_dash_at(frame_, time.end)) return false;
    bool place = false;
    for (std::size_t k = frame_.sentence.begin; k < time.begin; ++k) {
        if (frame_.is(k, WordClass::weekday)) return false;  // "MONDAY JUNE 10 -" heads what was on that day
        place = place || frame_.token(k).is_all_capitals();
        const bool capital = frame_.word(k).front() >= 'A' && frame_.word(k).front() <= 'Z';  // "N.C." too
        if (frame_.token(k).is_word() && !capital) return false;
    }
    return place;
}

// "according to a June report", "July 3 (Reuters) -", "a plan to be unveiled later this month": when it was or will be told.
bool TimeContext::is_of_paper(const TimeExpression& time) const {
    const std::size_t first = frame_.sentence.begin;
    if (frame_.is_written(time.end, "(") && frame_.is_written(time.end + 2, ")") &&
        frame_.is_any(time.end + 1, {"reuters", "ap", "afp", "bloomberg", "upi", "xinhua", "tass"}))
        return true;
    if (time.grain == TimeGrain::day && !time.is_weekday && is_dateline(time)) return true;
    if (time.begin < first + 2) return false;
    // "set a February 1 deadline for 300 staff"
    if (frame_.is(time.end, "deadline"))
        return frame_.is_any(time.begin - 1, {"a", "an", "the", "its", "their"});
    if (time.grain == TimeGrain::month && frame_.is_any(time.begin - 1, {"a", "an"}) &&
        frame_.is_any(time.begin - 2, {"to", "in", "from", "by", "of"}) &&
        !frame_.is(time.end, WordClass::poll_noun) &&
        (frame_.is(time.end, WordClass::speech_noun) ||
         frame_.is_any(time.end,
                       {"report", "survey", "study", "poll", "note", "filing", "review", "analysis"})))
        return true;
    std::size_t at = time.begin;
    while (at > first + 2 && frame_.is_any(at - 1, {"later", "on", "in", "early", "late", "the"})) --at;
    return at >= first + 2 && frame_.is(at - 2, "be") &&
           frame_.is_any(at - 1, {"announced", "unveiled", "presented", "published", "disclosed"});
}

// "Benchmark May wheat settled at", "May wheat in Paris fell", but "In May wheat in Paris fell"
bool TimeContext::is_price_of_month(const TimeExpression& time) const {
    const std::size_t next = time.end + 1;
    if (frame_.has(next) && frame_.is(next, WordClass::level_verb)) return true;
    const bool named =
        time.begin > frame_.sentence.begin && frame_.is_any(time.begin - 1, {"benchmark", "active"});
    if (!named && time.begin != frame_.sentence.begin) return false;
    constexpr std::size_t longest = 6;  // "on the Board of Trade"
    if (!frame_.is_any(next, {"on", "in", "at"})) return named && is_verb_at(frame_, next);
    for (std::size_t k = next + 1; k <= next + longest && frame_.has(k) && frame_.token(k).is_word(); ++k)
        if (frame_.has_any(k, {WordClass::level_verb, WordClass::change_verb}) && is_verb_at(frame_, k))
            return true;
    return false;
}

// "the March contract", "May crude oil futures", "Brent for March rose" too
bool TimeContext::is_of_contract(const TimeExpression& time) const {
    constexpr std::size_t longest = 3;
    if (time.grain == TimeGrain::month && frame_.is(time.end, WordClass::traded) && is_price_of_month(time))
        return true;
    for (std::size_t k = time.end; k < time.end + longest; ++k) {
        if (frame_.is(k, WordClass::contract_noun)) {
            if (frame_.is(k + 1, WordClass::plan_noun)) return false;
            return k == time.end || frame_.is_any(k, {"futures", "contract", "contracts"});
        }
        if (time.grain != TimeGrain::month || !in_noun_phrase(frame_, k)) break;
    }
    return time.grain == TimeGrain::month && time.begin >= frame_.sentence.begin + 2 &&
           frame_.is(time.begin - 1, "for") &&
           frame_.is_any(time.begin - 2, {"brent", "intermediate", "crude", "oil", "wti", "futures", "gold",
                                          "copper", "wheat", "corn"});
}

// "a survey | published last month", "polls released on Tuesday": when it came out.
bool TimeContext::is_published_then(const TimeExpression& time) const {
    constexpr std::size_t furthest = 4;
    if (!frame_.sentence.has(WordClass::document_participle) || time.begin < frame_.sentence.begin + 2)
        return false;
    const bool on = frame_.classes_of(time.begin - 1).has(WordClass::preposition);
    const std::size_t at = on ? time.begin - 1 : time.begin;
    if (at < frame_.sentence.begin + 2 || !frame_.is_any(at - 1, {"published", "released", "issued"}) ||
        time.opens_span)
        return false;
    for (std::size_t i = at - 1; i-- > frame_.sentence.begin && i + furthest >= at;) {
        if (frame_.is_any(
                i, {"survey",      "surveys", "poll",    "polls",   "report",     "study",     "research",
                    "analysis",    "paper",   "figures", "data",    "statistics", "findings",  "statement",
                    "declaration", "filing",  "video",   "footage", "letter",     "transcript"}))
            return !frame_.is_counted_noun(i);  // not "three polls released on Sunday"
        if (frame_.token(i).kind == TokenKind::mark || is_verb_at(frame_, i)) return false;
    }
    return false;
}

// "research last month found that", "an academic paper in 2006 showed that": when it came out. A poll holds when it was
// taken.
bool TimeContext::is_of_finding(const TimeExpression& time) const {
    constexpr std::size_t reach = 10;
    const std::size_t first = frame_.sentence.begin;
    if (time.begin <= first || time.is_baseline || time.opens_span || time.grain == TimeGrain::span)
        return false;
    if (!frame_.is(time.end, WordClass::cue) || !is_verb_at(frame_, time.end)) return false;
    const bool in = time.begin > first + 1 && frame_.is_any(time.begin - 1, {"in", "on"});
    if (!in_noun_phrase(frame_, in ? time.begin - 2 : time.begin - 1)) return false;
    for (std::size_t i = time.begin; i-- > first && i + reach > time.begin;)
        if (frame_.is(i, WordClass::poll_noun) || frame_.is(i, "reading")) return false;
    return true;
}

// "Thursday's figures showed prices rose 4%", "Last week's report said 300 had left": when it came out. "Last year's figures"
// are those of the year, and a poll holds when it was taken.
bool TimeContext::is_of_owned_document(const TimeExpression& time) const {
    constexpr std::size_t longest = 3;
    const std::size_t owner =
        frame_.token(time.end - 1).kind == TokenKind::possessive ? time.end - 1 : time.end;
    const bool near = time.is_weekday || time.grain == TimeGrain::day || time.grain == TimeGrain::week;
    std::size_t noun = owner + 1;
    const auto is_document = [&](std::size_t i) {
        return frame_.is_any(i, {"statement", "announcement", "report", "filing", "hearing", "inquest",
                                 "update", "letter", "ruling", "review"}) ||
               (near && frame_.is_any(i, {"figures", "data", "statistics"}));
    };
    while (noun < owner + longest && !is_document(noun)) ++noun;
    if (!is_document(noun)) return false;
    const std::size_t verb = frame_.is(noun + 1, "was") ? noun + 2 : noun + 1;  // "was told"
    return frame_.is_any(verb, {"said", "says", "found", "showed", "shows", "put", "puts", "means", "told",
                                "heard", "revealed", "suggested", "confirmed", "estimated", "warned"});
}

}  // namespace figbook
