#include "claim/time_context.hpp"

#include <algorithm>

#include "claim/phrases.hpp"
#include "claim/verbs.hpp"
#include "text/dashes.hpp"
#include "text/endings.hpp"

namespace figbook {

// ", its third recall this year", ", the lowest this month": the how manieth it is of that time.
bool TimeContext::is_of_ordinal(const TimeExpression& time) const {
    constexpr std::size_t reach = 6;
    static constexpr WordClasses places{WordClass::superlative, WordClass::time_marker};
    for (std::size_t i = time.begin; i-- > frame_.sentence.begin + 1 && i + reach > time.begin;) {
        // ", its third rise since May"
        if (!in_noun_phrase(frame_, i) &&
            !(i + 1 == time.begin && frame_.is(i, "since") && frame_.is(i - 1, WordClass::change_noun)))
            return false;
        if (!frame_.is(i, WordClass::determiner) || !frame_.is_written(i - 1, ",")) continue;
        return i + 1 < time.begin &&
               (frame_.has_any(i + 1, places) ||
                frame_.is_any(i + 1, {"fifth", "sixth", "seventh", "eighth", "ninth", "tenth"}) ||
                is_most(i + 1));
    }
    return false;
}

// "lowest", "biggest", not "forest".
bool TimeContext::is_most(std::size_t i) const {
    return has_ending(frame_.word(i), "est", 2) && !frame_.is(i, WordClass::noun_in_est);
}

bool TimeContext::is_since_superlative(const TimeExpression& time) const {
    if (is_of_ordinal(time)) return true;
    constexpr std::size_t since_reach = 5, superlative_reach = 12;
    bool since = time.opens_span;  // "since records began in 2001" too
    for (std::size_t i = time.begin; !since && i-- > frame_.sentence.begin && i + since_reach > time.begin;)
        since = frame_.is(i, "since");
    if (!since) return false;
    const std::size_t from = time.since_event.value_or(time.begin);
    for (std::size_t i = from; i-- > frame_.sentence.begin && i + superlative_reach > from;) {
        if (frame_.is_written(i, ",")) return false;
        if (is_most(i) || frame_.is(i, WordClass::superlative)) return true;
    }
    return false;
}

bool TimeContext::is_of_compared(const TimeExpression& time) const {
    if (time.is_baseline || time.begin <= frame_.sentence.begin || !frame_.has(time.end)) return false;
    const bool owns = frame_.token(time.end).kind == TokenKind::possessive ||
                      frame_.token(time.end - 1).kind == TokenKind::possessive;
    // "shrank from its 2011 high of $1.90 to 60 cents"
    const bool of_level = time.begin >= frame_.sentence.begin + 2 &&
                          frame_.is(time.end, WordClass::level_noun) && frame_.is(time.end + 1, "of") &&
                          frame_.is(time.begin - 1, WordClass::determiner);
    const std::size_t before = of_level ? time.begin - 2 : time.begin - 1;
    return (owns || of_level) &&
           frame_.is_any(before, {"below", "above", "under", "over", "beneath", "than", "of", "to", "with",
                                  "against", "versus", "from", "topping", "beating"});
}

bool TimeContext::is_measured_from(const TimeExpression& time, const Quantity& figure) const {
    bool from = false;
    if (frame_.is(time.begin - 1, "by")) return false;  // "by 9% from its peak by 2035"
    for (std::size_t i = figure.end; i < time.begin; ++i) {
        if (frame_.is_written(i, ",") || frame_.is_any(i, {"to", "and"})) return false;
        if (frame_.is(i, "since")) return true;
        from = from || frame_.is(i, "from");
        if (from && frame_.is(i, WordClass::extreme)) return true;
    }
    return false;
}

// The token behind the word that the time's prepositions hang on: behind "founded" of "founded back in 1987".
std::size_t TimeContext::before_prepositions(const TimeExpression& time) const {
    std::size_t at = time.begin;
    while (at > frame_.sentence.begin &&
           (frame_.is_any(at - 1, {"in", "on", "at", "during", "the", "early", "late", "back", "last"})))
        --at;
    return at;
}

bool TimeContext::follows_event_verb(const TimeExpression& time) const {
    const std::size_t at = before_prepositions(time);
    return at > frame_.sentence.begin && at < time.begin && frame_.is(at - 1, WordClass::event_verb);
}

bool TimeContext::is_attributive(const TimeExpression& time) const {
    const std::size_t next = time.end;
    const bool before_noun = !time.is_baseline && !time.opens_span && frame_.has(next) &&
                             frame_.token(next).is_word() && !frame_.is(next, WordClass::preposition) &&
                             !frame_.is(next, WordClass::conjunction);
    if (!before_noun || time.begin <= frame_.sentence.begin) return false;
    if (frame_.is(next - 1, WordClass::time_unit) && frame_.is(next - 2, "-")) return true;
    // "expects a second quarter rebound"
    if (time.grain == TimeGrain::quarter && frame_.is_any(time.begin - 1, {"a", "an"}) &&
        in_noun_phrase(frame_, next) && !is_verb_at(frame_, next))
        return true;
    const std::size_t first = frame_.sentence.begin;
    if (time.grain != TimeGrain::year || !time.names_year) return false;
    // "letting 2001 and 2003 tax cuts lapse"
    if (time.begin >= first + 3 && frame_.is(time.begin - 1, "and") &&
        frame_.token(time.begin - 2).is_number() &&
        !frame_.is_one_of(time.begin - 3, {WordClass::preposition, WordClass::conjunction}) &&
        in_noun_phrase(frame_, next) && !is_verb_at(frame_, next))
        return true;
    const bool owned = frame_.is(time.begin - 1, WordClass::determiner) ||
                       frame_.token(time.begin - 1).kind == TokenKind::possessive;
    if (!owned || is_verb_at(frame_, next)) return false;
    return time.begin < first + 2 || !frame_.is_any(time.begin - 2, {"in", "for", "during", "at"});
}

bool TimeContext::has_verb(std::size_t begin, std::size_t end) const {
    static constexpr WordClasses verbs{WordClass::verb,      WordClass::change_verb, WordClass::copula,
                                       WordClass::auxiliary, WordClass::past_form,   WordClass::holding_verb};
    for (std::size_t i = begin; i < end; ++i)
        if (frame_.is_one_of(i, verbs)) return true;
    return false;
}

bool TimeContext::acts(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i)
        if (is_verb_at(frame_, i) || frame_.is(i, WordClass::holding_verb)) return true;
    return false;
}

// "five are running before the vote on Aug. 30": what comes before is not of that day.
bool TimeContext::leads_to(const Quantity& figure, const TimeExpression& time) const {
    for (std::size_t i = time.begin; i-- > figure.end;) {
        const bool trading =
            frame_.is(i, "before") && frame_.is_any(i + 2, {"bell", "market", "open", "opening"});
        if (trading) return false;  // "up 24% before the bell on Wednesday"
        if (frame_.is(i, "before") || (frame_.is(i, "ahead") && frame_.is(i + 1, "of")))
            return i + 2 < time.begin;
        // "in the run-up to the election of 2 June"
        if (frame_.is_any(i, {"run", "lead"}) && frame_.is(i + 1, "-") && frame_.is(i + 2, "up") &&
            frame_.is(i + 3, "to"))
            return true;
        if (frame_.is_written(i, ",") || is_verb_at(frame_, i)) return false;
    }
    return false;
}

// "It has 300 staff, and the council bought it in 2012", "With 300 jobs gone, the town has changed since May": the figure's
// clause ends with a comma, and another verb has the time.
bool TimeContext::is_of_next_clause(const Quantity& figure, const TimeExpression& time,
                                    const Claim& claim) const {
    if (claim.change != Change::none || claim.role == Role::from) return false;
    const TokenRange own = segment_around(frame_, figure.begin, figure.end);
    if (own.end >= time.begin || !frame_.is_written(own.end, ",")) return false;
    if (!frame_.is(own.begin, "with") && !has_verb(own.begin, figure.begin)) return false;
    if (frame_.is_any(own.end + 1, {"when", "who", "which", "that", "as"})) return false;
    bool subject = false;
    for (std::size_t i = own.end + 1; i < time.begin; ++i) {
        if (frame_.token(i).is_number() || frame_.is(i, WordClass::number)) return false;
        const bool acts = is_verb_at(frame_, i) || frame_.is(i, WordClass::auxiliary);
        if (acts) return subject && !frame_.is(i, WordClass::cue);
        // ", and it moved", ", and moved", ", the council moved"; ", made of wood" is set behind.
        subject = subject || (frame_.token(i).is_word() && !frame_.is(i, "or"));
        if (frame_.is(i, WordClass::preposition)) return false;
    }
    return false;
}

// ", which are 4% of all, reported a loss in May": the aside ends, and the verb that has the time is the figure's own.
bool TimeContext::closes_before_verb(std::size_t i, std::size_t end) const {
    while (i < end && !frame_.is_written(i, ",")) ++i;
    return i + 1 < end && (is_verb_at(frame_, i + 1) || frame_.is(i + 1, WordClass::auxiliary));
}

// "owes it $10bn for the seizure of its wells in 2007": what it is owed for was then.
bool TimeContext::is_owed_for(const Quantity& figure) const {
    // "owes €5m from the purchase of a striker in May"
    const bool from = frame_.is_any(figure.phrase_end(), {"from", "over"});
    if (figure.kind != Kind::money || (!from && !frame_.is(figure.phrase_end(), "for"))) return false;
    const TokenRange own = segment_around(frame_, figure.begin, figure.end);
    for (std::size_t i = figure.begin; i-- > own.begin;)
        if (frame_.is_any(i, {"owe", "owes", "owed"}) ||
            (!from && frame_.is_any(i, {"seeks", "seeking", "demands", "demanding", "claims"})))
            return true;
    return false;
}

// "rise 5% in the season that starts | this month": when something else begins, of which it is told; not "12 talks that start
// on Monday".
bool TimeContext::is_of_its_start(const Quantity& figure, const TimeExpression& time) const {
    const std::size_t behind =
        time.begin > frame_.sentence.begin + 3 && frame_.is_any(time.begin - 1, {"on", "in"}) ? time.begin - 1
                                                                                              : time.begin;
    return behind > figure.phrase_end() + 3 && frame_.is_any(behind - 2, {"that", "which"}) &&
           frame_.is_any(behind - 1, {"starts", "begins", "opens", "started", "began", "opened"});
}

bool TimeContext::is_what_it_was_done_to(const TimeExpression& time, const Quantity& figure) const {
    const std::size_t verb = before_prepositions(time) - 1;
    if (figure.kind != Kind::count || verb <= figure.phrase_end() ||
        !frame_.is_any(verb - 1, {"was", "were", "been"}))
        return false;
    const TokenRange own = segment_around(frame_, figure.begin, figure.end);
    if (own.begin != frame_.sentence.begin || acts(own.begin, figure.begin)) return false;
    if (figure.begin > own.begin && frame_.is_any(figure.begin - 1, {"with", "for", "to", "in"}))
        return false;
    for (std::size_t i = figure.phrase_end(); i + 1 < verb; ++i)
        if (frame_.is_any(i, {"and", "but", "who", "which", "that", "whose", "where", "when", "as"}) ||
            (is_verb_at(frame_, i) && i + 3 < verb))
            return false;
    return true;
}

bool TimeContext::is_of_event(const TimeExpression& time, const Quantity& figure, const Claim& claim) const {
    const bool restates = claim.relation && claim.relation->kind == RelationKind::restates;
    // "employ 800 people when production starts in 2027", "11,000 when it opened in May": it says when
    if (frame_.is(figure.phrase_end(), "when")) return false;
    if (leads_to(figure, time) || is_of_its_start(figure, time)) return true;
    if ((!restates && is_behind_bracket(figure, time)) || is_of_next_clause(figure, time, claim)) return true;
    const bool event = !time.since_event && follows_event_verb(time);  // "since the war began in May"
    if (is_owed_for(figure)) return true;
    bool apart = false;  // by a comma, "and" or a relative pronoun
    for (std::size_t i = figure.end; i < time.begin; ++i) {
        if (!frame_.is_any(i, {",", "and", "who", "whom", "which", "that", "whose", "where", "when", "for",
                               "after", "before", "while"}))
            continue;
        const bool relative = frame_.is_any(i, {"who", "whom", "which", "that", "whose", "where", "when"});
        apart = apart || relative || frame_.is_written(i, ",") || frame_.is(i, "and");
        // "aid that reached the town in 2019" says what is measured; ", which won a prize in 2019" does not.
        const bool set_apart = frame_.is_written(i - 1, ",");
        const bool aside = set_apart && relative && !closes_before_verb(i, time.begin);
        // "97 remain missing after being taken in October": they do so now
        if (!apart && frame_.is(i, "after") && lasts(figure.end, i)) return true;
        // "has a stake, after selling shares at the end of the year"
        // "fined $54m for fixing prices between 2015 and 2019": of what it is paid for
        const bool paid_for = claim.kind == Kind::money && frame_.is(i, "for") && frame_.has(i + 1) &&
                              has_ending(frame_.word(i + 1), "ing", 3);
        if (paid_for && claim.change == Change::none) return true;
        const bool after = set_apart && frame_.is_any(i, {"after", "before", "while"}) && frame_.has(i + 1) &&
                           has_ending(frame_.word(i + 1), "ing", 2);
        if (after && claim.change == Change::none) return true;
        if (aside && claim.change == Change::none && (has_verb(i + 1, time.begin) || acts(i + 1, time.begin)))
            return true;
    }
    if (claim.change == Change::none && is_in_aside(figure, time)) return true;
    if (!event || is_what_it_was_done_to(time, figure)) return false;
    return apart || (claim.change == Change::none && claim.kind != Kind::count && claim.kind != Kind::ratio &&
                     claim.kind != Kind::percent);
}

bool TimeContext::lasts(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i)
        if (frame_.is_any(i, {"remain", "remains", "still"})) return true;
    return false;
}

// "drew 300 people", "put 300 people": says something with other words behind it alone ("drew attention to").
bool TimeContext::is_of_phrase(std::size_t i) const {
    return frame_.is_any(i, {"drew", "called", "calls", "put", "puts", "went", "asked", "asks"});
}

// A dash between words, which sets apart like a comma.
bool TimeContext::is_dash(std::size_t i) const {
    return is_wide_dash(frame_.word(i)) || (frame_.is_written(i, "-") && frame_.token(i).space_before());
}

// Between the time and the figure: a comma, and what carries the reader to another time or to what somebody says.
TimeContext::Between TimeContext::between(std::size_t begin, std::size_t end) const {
    constexpr std::size_t leading = 5;  // "By the end of June"
    Between found;
    bool semicolon = false, turned = false, told = false;
    int marks = 0;
    const bool opens = begin <= frame_.sentence.begin + leading;
    for (std::size_t i = begin; i < end; ++i) {
        // ", but 300 jobs went"
        // `"We meet today," she wrote in a 91-page letter`
        marks += frame_.is_any(i, {"“", "”", "\""}) ? 1 : 0;
        told = told || (marks > 0 && frame_.is(i, WordClass::cue) && is_verb_at(frame_, i));
        turned = turned || (frame_.is_any(i, {"but", "whereas"}) && frame_.is_written(i - 1, ","));
        // "swept into the resort on Wednesday and destroyed 30 houses" goes on with what was done.
        found.adds =
            found.adds || (!opens && frame_.is(i, "and") && !frame_.is(i + 1, WordClass::past_form) &&
                           !has_ending(frame_.word(i + 1), "ing", 3) &&
                           !(frame_.is(i + 1, WordClass::verb) && has_ending(frame_.word(i + 1), "ed", 3)));
        semicolon = semicolon || frame_.is_written(i, ";");
        found.moves_on = found.moves_on || (frame_.is_written(i, ".") && is_seam(frame_, i));
        found.comma = found.comma || frame_.is_written(i, ",") || is_dash(i);
        found.says =
            found.says || (frame_.is(i, WordClass::cue) && !is_of_phrase(i) && is_verb_at(frame_, i));
        // "…; since then it has lost 8%"
        found.moves_on = found.moves_on || (semicolon && frame_.is_any(i, {"then", "now", "later", "today"}));
    }
    found.leaves_quotation = told && marks == 1;
    found.turns = found.comma && !opens && turned;
    return found;
}

// "went public in May and has a market value of $1.3 billion", "fell over the past decade, and is now 14,000": what is now.
bool TimeContext::turns_to_present(std::size_t begin, std::size_t end) const {
    constexpr std::size_t leading = 4;  // "Last year"
    constexpr std::size_t longest = 7;  // "and the bank of Norland has"
    if (begin <= frame_.sentence.begin + leading) return false;
    for (std::size_t i = begin; i + 1 < end; ++i) {
        if (!frame_.is_any(i, {"and", "but"})) continue;
        if (frame_.is(i + 1, "now")) return true;
        const bool apart = frame_.is_written(i - 1, ",");
        for (std::size_t k = i + 1; k < end && k < i + longest; ++k) {
            if (frame_.is_any(k, {"has", "have", "is", "are"})) return true;
            const bool subject = in_noun_phrase(frame_, k) || frame_.is(k, "of");
            if (!apart || !subject) break;
        }
    }
    return false;
}

// "walked out last week | demanding a 53% rise", "blamed the board in May | for giving him $1m": what it was about.
bool TimeContext::says_what_for(const TimeExpression& time) const {
    if (frame_.is_any(time.end, {"demanding", "seeking", "calling", "asking", "urging", "protesting"}))
        return true;
    return frame_.is(time.end, "for") && frame_.has(time.end + 1) &&
           has_ending(frame_.word(time.end + 1), "ing", 3) && !frame_.is(time.end + 1, WordClass::time_noun);
}

// "A 2018 Orvik survey found that 10% do": a poll holds when it was taken.
bool TimeContext::is_of_poll(const TimeExpression& time) const {
    constexpr std::size_t longest = 4;
    for (std::size_t i = time.end; i < time.end + longest && in_noun_phrase(frame_, i); ++i)
        if (frame_.is_any(i, {"survey", "poll"})) return true;
    return false;
}

// "sued in May | over losses of £3m", "last year filed suit over £3m of losses": what it was about.
bool TimeContext::is_sued_over(const Quantity& figure, const TimeExpression& time) const {
    constexpr std::size_t reach = 8;
    if (time.is_baseline || time.opens_span) return false;
    for (std::size_t i = time.end; i < figure.begin; ++i) {
        if (frame_.is_written(i, ",") || frame_.token(i).is_number()) return false;
        if (!frame_.is(i, "over")) continue;
        std::size_t suit = i == time.end ? before_prepositions(time) - 1 : i - 1;
        for (; suit + reach > i && suit > frame_.sentence.begin; --suit)
            if (frame_.is_any(suit, {"suit", "suits", "lawsuit", "lawsuits", "sued", "suing", "arrested",
                                     "charged", "trial", "dispute", "complaint"}))
                return true;
        return false;
    }
    return false;
}

// "This week the fund, 33% of which is Alba's, named a chief": told between commas of what is so at any time.
bool TimeContext::is_part_now(const Quantity& figure, const TimeExpression& time) const {
    return figure.begin > time.end && frame_.is_written(figure.begin - 1, ",") &&
           frame_.is(figure.end, "of") && frame_.is_any(figure.end + 1, {"which", "whom"}) &&
           frame_.is_any(figure.end + 2, {"is", "are"});
}

bool TimeContext::is_of_other_clause(const TimeExpression& time, const Quantity& figure,
                                     const Claim& claim) const {
    if (!time.is_weekday && !time.is_baseline && is_in_subject_over_aside(time, figure)) return false;
    const Between found = between(time.end, figure.begin);
    if (says_what_for(time) || is_part_now(figure, time) || is_in_bracket_before(figure, time) ||
        is_between_dashes_before(figure, time) || is_told_as_present(figure, time) ||
        is_day_of_what_came_after(figure, time) || is_announced_then(time, figure, claim))
        return true;
    if (claim.change == Change::none && (is_told_of_day_before(figure, time) || is_sued_over(figure, time)))
        return true;
    // "Since he took office, 300 have been deported"
    const std::size_t opener = time.since_event.value_or(time.begin - 1);
    const bool since = time.opens_span && opener == frame_.sentence.begin && frame_.is(opener, "since") &&
                       frame_.is_written(time.end, ",");
    if (since) return false;
    if (found.leaves_quotation || (!time.opens_span && turns_to_present(time.end, figure.begin))) return true;
    if (found.moves_on ||
        (found.turns && acts(segment_around(frame_, figure.begin, figure.end).begin, figure.begin)))
        return true;
    if (is_in_noun_aside(figure, time)) return true;
    // "was sold in 2003 after a £12 million hole was found": that was before
    if (frame_.is(time.end, "after") && !found.comma && !time.is_weekday) return true;
    // "met on Wednesday following the firing of 181 missiles"
    if (frame_.is(time.end, "following") && !found.comma) return true;
    // "reopened on Saturday, with 300 stalls"
    const bool with = frame_.is(time.end + 1, "with") && frame_.is_written(time.end, ",");
    if (with && figure.begin == time.end + 2) return false;
    if (time.is_weekday && !time.opens_span && !is_as_of(time) && !is_done_to(time, figure) &&
        (found.adds || !happened(figure, claim)))
        return true;
    const TokenRange segment = segment_around(frame_, time.begin, time.end);
    // "Under the 2015 agreement, 190 countries …", "A 2014 estimate found that it costs $9m"
    // "During a May interview, she said that 300 had left"
    if (found.says && frame_.is(time.end, WordClass::speech_noun)) return true;
    if (!time.is_weekday && time.grain != TimeGrain::day && is_of_market(figure)) return true;
    if (is_attributive(time) && (found.says || (found.comma && !has_verb(time.end, segment.end))))
        return found.comma || claim.change != Change::none || !is_of_poll(time) ||
               (claim.kind != Kind::percent && claim.kind != Kind::ratio);
    // "She began in 1975 with 300 naira", "opened in 2015 with 40 beds"
    if (frame_.is(time.end, "with") && figure.begin <= time.end + 2) return false;
    // "opened in 2011 at a cost of $500m", "built in 2004 for £9m"
    if (figure.kind == Kind::money && frame_.is_any(time.end, {"at", "for"}) && figure.begin <= time.end + 4)
        return false;
    // "When it opened in 1962, the shop employed 40 people": then
    const bool when = frame_.is(segment.begin, "when");
    if (!when && follows_event_verb(time) && (found.comma || claim.change == Change::none) &&
        !agrees_to(before_prepositions(time) - 1))
        return true;
    if (found.comma && concedes_before(segment, figure)) return true;
    if (!found.comma || opens_with_conjunction(segment.begin)) return false;
    // "fell on Thursday: the index lost 2%, …": what stands behind the colon tells of that day.
    if (frame_.has(time.end) && frame_.is_written(time.end, ":")) return false;
    const TokenRange own = segment_around(frame_, figure.begin, figure.end);
    // "Hotels were fuller last year, although rates eased 4%": how it was, and how it moved
    const bool joined = claim.change != Change::none && own.begin == segment.end + 1 &&
                        frame_.is_any(own.begin, {"and", "but", "while", "although", "though"});
    bool other = false;  // a verb that is none of change: "which last won the cup in 1998"
    for (std::size_t i = time.begin; i-- > segment.begin;) {
        if (frame_.is(i, WordClass::change_verb)) return false;
        if (frame_.is(i, "that") && i > segment.begin && frame_.is(i - 1, WordClass::cue))
            break;  // "noted that in March"
        const bool edge =
            frame_.is(i, WordClass::time_edge) && frame_.is(i + 1, "of");  // "By the end of the month, …"
        const bool back = frame_.is(i, "back") && frame_.is(i + 1, "in");  // "Back in April, …"
        if (joined && frame_.is_any(i, {"was", "were"}) && !has_past_ending(frame_.word(i + 1))) continue;
        other = other || (!edge && !back &&
                          (frame_.is(i, WordClass::verb) || frame_.is(i, WordClass::event_verb) ||
                           frame_.is(i, WordClass::past_form)));
    }
    if (frame_.is(own.begin, "with")) return false;  // "closed higher on Tuesday, with the index adding 1.2%"
    return other && !has_ending(frame_.word(own.begin), "ing", 2) &&
           acts(std::min(segment.end, own.begin), figure.begin);
}

// "shut off power Wednesday to 375,000 people", "spoke on Monday at 12 schools": the verb's own, by the preposition behind.
bool TimeContext::is_done_to(const TimeExpression& time, const Quantity& figure) const {
    if (figure.begin != time.end + 1 ||
        !frame_.is_any(time.end, {"to", "in", "at", "from", "across", "among"}))
        return false;
    if (figure.kind != Kind::count || is_of_speech(time)) return false;
    const TokenRange segment = segment_around(frame_, time.begin, time.end);
    for (std::size_t i = time.begin; i-- > segment.begin;)
        if (is_verb_at(frame_, i)) return !frame_.has_any(i, {WordClass::copula, WordClass::cue});
    return false;
}

// "Although sales fell last year, the firm has 400 staff", "Because sales fell in 2022, 400 staff will go": what is, or is to
// come, stands against what was.
bool TimeContext::concedes_before(TokenRange segment, const Quantity& figure) const {
    if (segment.begin != frame_.sentence.begin ||
        !frame_.is_any(segment.begin, {"although", "though", "while", "because", "whereas"}))
        return false;
    const TokenRange own = segment_around(frame_, figure.begin, figure.end);
    for (std::size_t i = std::max(own.begin, segment.end); i < own.end; ++i) {
        if (i >= figure.begin && i < figure.phrase_end()) continue;
        const bool told = frame_.is_any(i, {"is", "are", "has", "have"}) || frame_.is(i, WordClass::modal) ||
                          is_verb_at(frame_, i);
        if (told)
            return frame_.is_any(i, {"is", "are", "has", "have", "will"}) &&
                   !(frame_.is_any(i, {"has", "have"}) && is_verb_at(frame_, i + 1));
    }
    return false;
}

bool TimeContext::opens_with_conjunction(std::size_t i) const {
    return frame_.is_any(i, {"when", "as", "after", "while", "since", "although", "though", "if"});
}

// "gave a weak 2011 outlook, sending its shares down 4%": on the day of the news.
bool TimeContext::is_of_market(const Quantity& figure) const {
    const TokenRange own = segment_around(frame_, figure.begin, figure.end);
    if (!frame_.is_any(own.begin, {"sending", "pushing", "driving", "dragging", "lifting", "knocking"}))
        return false;
    for (std::size_t k = own.begin + 1; k < figure.begin; ++k)
        if (frame_.is_any(k, {"shares", "stock"})) return true;
    return false;
}

// "as of Tuesday"
bool TimeContext::is_as_of(const TimeExpression& time) const {
    return time.begin >= frame_.sentence.begin + 2 && frame_.is(time.begin - 1, "of") &&
           frame_.is(time.begin - 2, "as");
}

// "30% on Tuesday"
bool TimeContext::is_behind_figure(const TimeExpression& time) const {
    const std::size_t on = time.begin > 0 && frame_.is(time.begin - 1, "on") ? time.begin - 1 : time.begin;
    for (std::size_t i = 0; i < frame_.count(); ++i)
        if (frame_.draft(i).quantity.phrase_end() == on) return true;
    return false;
}

}  // namespace figbook
