#include "claim/time_context.hpp"

#include <algorithm>

#include "claim/phrases.hpp"
#include "claim/verbs.hpp"
#include "text/dashes.hpp"
#include "text/endings.hpp"

namespace figbook {

// "she said of the firm in February"
bool TimeContext::is_said_of(const TimeExpression& time) const {
    constexpr std::size_t reach = 4;
    for (std::size_t i = time.begin; i-- > frame_.sentence.begin && i + reach >= time.begin;)
        if (frame_.is(i, "of"))
            return i > frame_.sentence.begin && frame_.is(i - 1, WordClass::cue) && is_verb_at(frame_, i - 1);
    return false;
}

// "a report in September that said", "this week when filings revealed that": what follows was said then.
bool TimeContext::is_reported(const TimeExpression& time) const {
    if (frame_.is(time.end, "that")) return frame_.is(time.end + 1, WordClass::cue);
    const std::size_t when =
        frame_.has(time.end) && frame_.document.is(time.end, ",") ? time.end + 1 : time.end;
    if (!frame_.is(when, "when")) return false;
    constexpr std::size_t furthest = 8;
    bool says = false;
    for (std::size_t i = when + 1; i < when + furthest; ++i) {
        if (says && frame_.is(i, "that")) return true;
        says = says || frame_.is(i, WordClass::cue);
    }
    return false;
}

// "reported 8,312 new cases for Tuesday": the day that is told of.
std::optional<std::size_t> TimeContext::reported_for(const TimeExpression& time) const {
    constexpr std::size_t furthest = 4;
    if (!time.is_weekday || time.begin == frame_.sentence.begin || !frame_.is(time.begin - 1, "for"))
        return std::nullopt;
    for (std::size_t i = 0; i < frame_.count(); ++i) {
        const Quantity& figure = frame_.draft(i).quantity;
        if (figure.phrase_end() + 1 != time.begin || figure.kind != Kind::count) continue;
        for (std::size_t k = figure.begin; k-- > frame_.sentence.begin && k + furthest > figure.begin;)
            if (frame_.is_any(k, {"reported", "reports", "recorded", "logged", "registered", "confirmed"}))
                return i;
    }
    return std::nullopt;
}

// "in its May outlook"
bool TimeContext::is_of_outlook(const TimeExpression& time) const {
    return time.begin >= frame_.sentence.begin + 2 && frame_.is(time.end, WordClass::forecast_noun) &&
           frame_.is(time.begin - 1, WordClass::determiner) &&
           frame_.is_any(time.begin - 2, {"in", "from", "than"});
}

// "the 2% it forecast in May", "the 2% that analysts had pencilled in last May": then it was forecast.
bool TimeContext::is_forecast_then(const TimeExpression& time) const {
    constexpr std::size_t reach = 3;
    if (!frame_.sentence.has(WordClass::projecting)) return false;
    for (std::size_t i = time.begin; i-- > frame_.sentence.begin + 1 && i + reach >= time.begin;) {
        if (frame_.is(i, WordClass::projecting)) {
            if (frame_.is(i, WordClass::projects_amounts))
                return false;  // "the $27m its owner had asked in 2021"
            const bool past = has_ending(frame_.document.word(i), "ed", 3) || frame_.is(i, "forecast");
            const bool behind_figure =
                frame_.token(i - 1).is_number() || frame_.is(i - 1, WordClass::magnitude);
            return (past && (frame_.is(i - 1, WordClass::pronoun) || frame_.is(i - 1, "had"))) ||
                   (behind_figure &&
                    (past || frame_.is(i, "foreseen")));  // "the $4.7 billion foreseen in December"
        }
        if (!frame_.is_any(i, {"in", "out", "back"})) return false;
    }
    return false;
}

// "20 points", "20 percentage points": the word for saying is a noun there.
bool TimeContext::is_counted(std::size_t i) const {
    if (i == frame_.sentence.begin) return false;
    return frame_.token(i - 1).is_number() || frame_.is(i - 1, WordClass::number) ||
           frame_.is_any(i - 1, {"percentage", "basis"});
}

// "the United States in January", "300 cases were reported in May": no verb of speech, or one of what was counted then.
bool TimeContext::is_no_cue(std::size_t i, bool is_day) const {
    if (i == frame_.sentence.begin) return false;
    if (frame_.token(i).is_capitalised() && frame_.token(i - 1).is_capitalised()) return true;
    if (frame_.is(i, "point") && frame_.is(i - 1, WordClass::determiner)) return true;  // "half a point"
    return !is_day && frame_.is_any(i - 1, {"was", "were", "been"}) &&
           frame_.is_any(i, {"claimed", "reported", "recorded", "filed", "issued", "registered"});
}

// "reported a 17% drop in third-quarter profit on Thursday": the day of the report.
bool TimeContext::is_day_of_report(const TimeExpression& time) const {
    constexpr std::size_t reach = 14;
    if (!time.is_weekday || !frame_.sentence.has(WordClass::cue)) return false;
    bool figure = false;
    for (std::size_t i = time.begin; i-- > frame_.sentence.begin && i + reach > time.begin;) {
        if (frame_.document.is(i, ",")) return false;
        figure = figure || frame_.token(i).is_number();
        if (frame_.is_any(i, {"reported", "posted", "announced", "unveiled", "disclosed"}))
            return figure && is_verb_at(frame_, i);
        if (is_verb_at(frame_, i) || frame_.is(i, WordClass::relative)) return false;
    }
    return false;
}

// "the $27 million its owner had asked in 2021": what was asked is the figure.
bool TimeContext::is_told_of_figure(std::size_t cue) const {
    constexpr std::size_t furthest = 6;
    if (!frame_.is_any(cue, {"asked", "demanded", "offered", "sought", "promised", "pledged"})) return false;
    if (cue == frame_.sentence.begin || !frame_.is(cue - 1, "had")) return false;
    for (std::size_t i = 0; i < frame_.count(); ++i) {
        const std::size_t end = frame_.draft(i).quantity.phrase_end();
        if (end < cue && cue <= end + furthest && frame_.is(frame_.draft(i).quantity.begin - 1, "the"))
            return true;
    }
    return false;
}

// The "that" of "an attack on Sunday that killed two" or "a law that would ban it", not that of "denied on Sunday that
// killed whales were found".
bool TimeContext::is_relative_at(std::size_t that) const {
    std::size_t verb = that + 1;
    if (frame_.is(verb, WordClass::modifier)) ++verb;
    if (!frame_.is_any(that, {"that", "which", "who"}) || !frame_.has(verb)) return false;
    static constexpr WordClasses helpers{WordClass::auxiliary, WordClass::copula, WordClass::modal};
    if (frame_.has_any(verb, helpers)) return true;
    const bool past = has_past_ending(frame_.document.word(verb)) || frame_.is(verb, WordClass::past_form) ||
                      frame_.is(verb, WordClass::same_in_past);
    static constexpr WordClasses verbs{WordClass::verb, WordClass::change_verb, WordClass::casualty_verb,
                                       WordClass::past_form};
    return past && frame_.has_any(verb, verbs);
}

// "announced over the weekend that", "over the weekend it emerged that", "announced by the president a year ago": told of
// like a day, by who made it known.
bool TimeContext::is_made_known(const TimeExpression& time) const {
    constexpr std::size_t reach = 8;
    if (frame_.is(time.end, "it") && frame_.is_any(time.end + 1, {"emerged", "transpired", "appeared"}))
        return true;
    if (frame_.is(time.end, "it") && frame_.is_any(time.end + 1, {"was", "is"}) &&
        frame_.is_any(time.end + 2, {"announced", "revealed", "reported", "disclosed", "claimed", "confirmed"}))
        return true;
    bool by = false;
    for (std::size_t i = time.begin; i-- > frame_.sentence.begin && i + reach > time.begin;) {
        if (frame_.is_any(i, {"announced", "unveiled", "revealed", "disclosed"}))
            return by;
        by = by || frame_.is(i, "by");
        if (!frame_.token(i).is_word() || (is_verb_at(frame_, i) && !frame_.is(i, WordClass::preposition)))
            return false;
    }
    return false;
}

bool TimeContext::is_of_speech(const TimeExpression& time) const {
    const bool is_day = time.is_weekday || time.grain == TimeGrain::day ||
                        frame_.is(time.end - 1, "weekend");  // "announced over the weekend that"
    if (is_made_known(time)) return true;
    if (is_day_of_report(time)) return true;
    // "crude for July delivery", "the March contract": which one is traded, not when
    if (frame_.is(time.end, WordClass::contract_noun) && !frame_.is(time.end + 1, WordClass::plan_noun))
        return true;
    // "are forecast for Thursday", "is expected again on Saturday"
    if (time.begin >= frame_.sentence.begin + 4 && frame_.is_any(time.begin - 1, {"for", "on"})) {
        const std::size_t told = frame_.is(time.begin - 2, "again") ? time.begin - 3 : time.begin - 2;
        if (frame_.is_any(told, {"forecast", "expected", "predicted", "scheduled", "planned"}) &&
            frame_.is(told - 1, WordClass::auxiliary))
            return false;
    }
    if (is_reported(time) || is_forecast_then(time) || is_of_outlook(time)) return true;
    // "counted by Monday": nobody says something by a day.
    if (time.begin > frame_.sentence.begin && frame_.is(time.begin - 1, "by")) return false;
    // "forecast for 2025" says what is forecast.
    if (!is_day && !(time.begin > frame_.sentence.begin && frame_.is(time.begin - 1, "in"))) return false;
    const bool particle = time.begin >= frame_.sentence.begin + 2 && frame_.is(time.begin - 2, "out");
    const std::size_t reach = time.is_weekday ? 5 : time.grain == TimeGrain::day ? 4 : particle ? 3 : 2;
    for (std::size_t back = 1; back <= reach && time.begin >= frame_.sentence.begin + back; ++back) {
        const std::size_t i = time.begin - back;
        if (frame_.is(i, WordClass::cue) && !frame_.is(i, WordClass::change_verb) && !is_counted(i) &&
            !is_no_cue(i, is_day) && !(frame_.is(i, "listed") && frame_.is_any(time.end, {"at", "for"})) &&
            !is_told_of_figure(i))
            return true;
        if (frame_.document.is(i, ",") || frame_.token(i).is_number()) break;
    }
    if (is_said_of(time)) return true;
    if (!is_day) return false;
    if (frame_.is(time.end, "that") && !is_relative_at(time.end)) return true;  // "denied on Monday that"
    // "raised its rate on Wednesday, citing prices", "up from 30% on Tuesday, said the governor"
    const bool goes_on = frame_.has(time.end + 1) && frame_.document.is(time.end, ",") &&
                         (has_ending(frame_.document.word(time.end + 1), "ing", 3) || is_behind_figure(time));
    for (std::size_t i = time.end; !goes_on && frame_.has(i) && i < time.end + 2; ++i)
        if (frame_.is(i, WordClass::cue) && !(i > time.end && frame_.is_any(i - 1, {"as", "and"})))
            return true;
    return false;
}

// ", its third recall this year", ", the lowest this month": the how manieth it is of that time.
bool TimeContext::is_of_ordinal(const TimeExpression& time) const {
    constexpr std::size_t reach = 6;
    static constexpr WordClasses places{WordClass::superlative, WordClass::time_marker};
    for (std::size_t i = time.begin; i-- > frame_.sentence.begin + 1 && i + reach > time.begin;) {
        if (!in_noun_phrase(frame_, i)) return false;
        if (!frame_.is(i, WordClass::determiner) || !frame_.document.is(i - 1, ",")) continue;
        return i + 1 < time.begin &&
               (frame_.has_any(i + 1, places) ||
                frame_.is_any(i + 1, {"fifth", "sixth", "seventh", "eighth", "ninth", "tenth"}) ||
                is_most(i + 1));
    }
    return false;
}

// "lowest", "biggest", not "forest".
bool TimeContext::is_most(std::size_t i) const {
    return has_ending(frame_.document.word(i), "est", 2) && !frame_.is(i, WordClass::noun_in_est);
}

bool TimeContext::is_since_superlative(const TimeExpression& time) const {
    if (is_of_ordinal(time)) return true;
    constexpr std::size_t since_reach = 5, superlative_reach = 8;
    bool since = time.opens_span;  // "since records began in 2001" too
    for (std::size_t i = time.begin; !since && i-- > frame_.sentence.begin && i + since_reach > time.begin;)
        since = frame_.is(i, "since");
    if (!since) return false;
    for (std::size_t i = time.begin; i-- > frame_.sentence.begin && i + superlative_reach > time.begin;) {
        if (frame_.document.is(i, ",")) return false;
        if (is_most(i) || frame_.is(i, WordClass::superlative)) return true;
    }
    return false;
}

bool TimeContext::is_of_compared(const TimeExpression& time) const {
    if (time.is_baseline || time.begin <= frame_.sentence.begin || !frame_.has(time.end)) return false;
    const bool owns = frame_.token(time.end).kind == TokenKind::possessive ||
                      frame_.token(time.end - 1).kind == TokenKind::possessive;
    return owns &&
           frame_.is_any(time.begin - 1, {"below", "above", "under", "over", "beneath", "than", "of", "to",
                                          "with", "against", "versus", "from", "topping", "beating"});
}

bool TimeContext::is_measured_from(const TimeExpression& time, const Quantity& figure) const {
    bool from = false;
    for (std::size_t i = figure.end; i < time.begin; ++i) {
        if (frame_.document.is(i, ",") || frame_.is_any(i, {"to", "and", "by"})) return false;
        if (frame_.is(i, "since")) return true;
        from = from || frame_.is(i, "from");
        if (from && frame_.is_any(i, {"low", "lows", "high", "highs", "peak", "trough", "bottom", "record"}))
            return true;
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
    const bool before_noun = !time.is_baseline && frame_.has(next) && frame_.token(next).is_word() &&
                             !frame_.is(next, WordClass::preposition) &&
                             !frame_.is(next, WordClass::conjunction);
    if (!before_noun || time.begin <= frame_.sentence.begin) return false;
    if (frame_.is(next - 1, WordClass::time_unit) && frame_.is(next - 2, "-")) return true;
    // "expects a second quarter rebound"
    if (time.grain == TimeGrain::quarter && frame_.is_any(time.begin - 1, {"a", "an"}) &&
        in_noun_phrase(frame_, next) && !is_verb_at(frame_, next))
        return true;
    const std::size_t first = frame_.sentence.begin;
    if (time.grain != TimeGrain::year || !time.names_year) return false;
    const bool owned = frame_.is(time.begin - 1, WordClass::determiner) ||
                       frame_.token(time.begin - 1).kind == TokenKind::possessive;
    if (!owned || is_verb_at(frame_, next)) return false;
    return time.begin < first + 2 || !frame_.is_any(time.begin - 2, {"in", "for", "during", "at"});
}

bool TimeContext::has_verb(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i)
        if (frame_.is(i, WordClass::verb) || frame_.is(i, WordClass::change_verb) ||
            frame_.is(i, WordClass::copula) || frame_.is(i, WordClass::auxiliary) ||
            frame_.is(i, WordClass::past_form) || frame_.is(i, WordClass::holding_verb))
            return true;
    return false;
}

bool TimeContext::acts(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i)
        if (is_verb_at(frame_, i) || frame_.is(i, WordClass::holding_verb)) return true;
    return false;
}

// "The paintings, worth €11m, were last seen in 2012": between commas, and the sentence's verb behind them.
bool TimeContext::is_in_aside(const Quantity& figure, const TimeExpression& time) const {
    TokenRange own = segment_around(frame_, figure.begin, figure.end);
    if (own.begin == frame_.sentence.begin || own.end + 1 >= time.begin) return false;
    if (frame_.document.is(own.begin - 1,
                           ")"))  // ", which is 305 metres (1,001 feet) tall and has 88 floors,"
        while (own.begin > frame_.sentence.begin + 1 && !frame_.document.is(own.begin - 1, ",")) --own.begin;
    if (!frame_.document.is(own.begin - 1, ",") || !frame_.document.is(own.end, ",")) return false;
    if (frame_.is(own.begin, "of") && frame_.is(own.begin + 1, "magnitude"))
        return false;  // "The quake, of magnitude 6.3, struck on Monday"
    return is_verb_at(frame_, own.end + 1) || frame_.is(own.end + 1, WordClass::auxiliary);
}

// "In China, a market with much growth last year, sales fell": between commas, of a noun that is told more of.
bool TimeContext::is_in_noun_aside(const Quantity& figure, const TimeExpression& time) const {
    const TokenRange segment = segment_around(frame_, time.begin, time.end);
    return segment.begin > frame_.sentence.begin && segment.end <= figure.begin &&
           frame_.document.is(segment.begin - 1, ",") && frame_.document.is(segment.end, ",") &&
           frame_.is_any(segment.begin, {"a", "an"}) && !acts(segment.begin, segment.end);
}

// "(34%) to have a chance of winning in November": what stands in brackets ends with them.
bool TimeContext::is_behind_bracket(const Quantity& figure, const TimeExpression& time) const {
    if (!frame_.document.is(figure.end, ")")) return false;
    for (std::size_t i = figure.end; i < time.begin; ++i)
        if (is_verb_at(frame_, i) || frame_.is(i, "to")) return true;
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
        if (frame_.document.is(i, ",") || is_verb_at(frame_, i)) return false;
    }
    return false;
}

// "It has 300 staff, and the council bought it in 2012", "With 300 jobs gone, the town has changed since May": the figure's
// clause ends with a comma, and another verb has the time.
bool TimeContext::is_of_next_clause(const Quantity& figure, const TimeExpression& time,
                                    const Claim& claim) const {
    if (claim.change != Change::none || claim.role == Role::from) return false;
    const TokenRange own = segment_around(frame_, figure.begin, figure.end);
    if (own.end >= time.begin || !frame_.document.is(own.end, ",")) return false;
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

bool TimeContext::is_of_event(const TimeExpression& time, const Quantity& figure, const Claim& claim) const {
    const bool restates = claim.relation && claim.relation->kind == RelationKind::restates;
    // "employ 800 people when production starts in 2027", "11,000 when it opened in May": it says when
    if (frame_.is(figure.phrase_end(), "when")) return false;
    if (leads_to(figure, time)) return true;
    if ((!restates && is_behind_bracket(figure, time)) || is_of_next_clause(figure, time, claim)) return true;
    const bool event = follows_event_verb(time);
    bool apart = false;  // by a comma, "and" or a relative pronoun
    for (std::size_t i = figure.end; i < time.begin; ++i) {
        const bool relative = frame_.is_any(i, {"who", "which", "that", "whose", "where", "when"});
        apart = apart || relative || frame_.document.is(i, ",") || frame_.is(i, "and");
        // "aid that reached the town in 2019" says what is measured; ", which won a prize in 2019" does not.
        const bool set_apart = frame_.document.is(i - 1, ",");
        const bool aside = set_apart && relative;
        // "has a stake, after selling shares at the end of the year"
        // "fined $54m for fixing prices between 2015 and 2019": of what it is paid for
        const bool paid_for = claim.kind == Kind::money && frame_.is(i, "for") && frame_.has(i + 1) &&
                              has_ending(frame_.document.word(i + 1), "ing", 3);
        if (paid_for && claim.change == Change::none) return true;
        const bool after = set_apart && frame_.is_any(i, {"after", "before", "while"}) && frame_.has(i + 1) &&
                           has_ending(frame_.document.word(i + 1), "ing", 2);
        if (after && claim.change == Change::none) return true;
        if (aside && has_verb(i + 1, time.begin) && claim.change == Change::none) return true;
    }
    if (claim.change == Change::none && is_in_aside(figure, time)) return true;
    if (!event) return false;
    return apart || (claim.change == Change::none && claim.kind != Kind::count && claim.kind != Kind::ratio &&
                     claim.kind != Kind::percent);
}

// "drew 300 people", "put 300 people": says something with other words behind it alone ("drew attention to").
bool TimeContext::is_of_phrase(std::size_t i) const {
    return frame_.is_any(i, {"drew", "called", "calls", "put", "puts", "went", "asked", "asks"});
}

// A dash between words, which sets apart like a comma.
bool TimeContext::is_dash(std::size_t i) const {
    return is_wide_dash(frame_.document.word(i)) ||
           (frame_.document.is(i, "-") && frame_.token(i).space_before());
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
        turned = turned || (frame_.is_any(i, {"but", "whereas"}) && frame_.document.is(i - 1, ","));
        // "swept into the resort on Wednesday and destroyed 30 houses" goes on with what was done.
        found.adds =
            found.adds ||
            (!opens && frame_.is(i, "and") && !frame_.is(i + 1, WordClass::past_form) &&
             !(frame_.is(i + 1, WordClass::verb) && has_ending(frame_.document.word(i + 1), "ed", 3)));
        semicolon = semicolon || frame_.document.is(i, ";");
        found.comma = found.comma || frame_.document.is(i, ",") || is_dash(i);
        found.says =
            found.says || (frame_.is(i, WordClass::cue) && !is_of_phrase(i) && is_verb_at(frame_, i));
        // "…; since then it has lost 8%"
        found.moves_on = found.moves_on || (semicolon && frame_.is_any(i, {"then", "now", "later", "today"}));
    }
    found.leaves_quotation = told && marks == 1;
    found.turns = found.comma && !opens && turned;
    return found;
}

bool TimeContext::is_of_other_clause(const TimeExpression& time, const Quantity& figure,
                                     const Claim& claim) const {
    const Between found = between(time.end, figure.begin);
    if (found.leaves_quotation) return true;
    if (found.moves_on ||
        (found.turns && acts(segment_around(frame_, figure.begin, figure.end).begin, figure.begin)))
        return true;
    if (is_in_noun_aside(figure, time)) return true;
    if (time.is_weekday && !time.opens_span && !is_as_of(time) && (found.adds || !happened(figure, claim)))
        return true;
    const TokenRange segment = segment_around(frame_, time.begin, time.end);
    // "Under the 2015 agreement, 190 countries …", "A 2014 estimate found that it costs $9m"
    // "During a May interview, she said that 300 had left"
    if (found.says && frame_.is(time.end, WordClass::speech_noun)) return true;
    if (is_attributive(time) && (found.says || (found.comma && !has_verb(time.end, segment.end))))
        return true;
    // "She began in 1975 with 300 naira", "opened in 2015 with 40 beds"
    if (frame_.is(time.end, "with") && figure.begin <= time.end + 2) return false;
    // "opened in 2011 at a cost of $500m", "built in 2004 for £9m"
    if (figure.kind == Kind::money && frame_.is_any(time.end, {"at", "for"}) && figure.begin <= time.end + 4)
        return false;
    if (follows_event_verb(time) && (found.comma || claim.change == Change::none)) return true;
    if (!found.comma || opens_with_conjunction(segment.begin)) return false;
    // "fell on Thursday: the index lost 2%, …": what stands behind the colon tells of that day.
    if (frame_.has(time.end) && frame_.document.is(time.end, ":")) return false;
    bool other = false;  // a verb that is none of change: "which last won the cup in 1998"
    for (std::size_t i = time.begin; i-- > segment.begin;) {
        if (frame_.is(i, WordClass::change_verb)) return false;
        if (frame_.is(i, "that") && i > segment.begin && frame_.is(i - 1, WordClass::cue))
            break;  // "noted that in March"
        const bool edge =
            frame_.is(i, WordClass::time_edge) && frame_.is(i + 1, "of");  // "By the end of the month, …"
        other = other || (!edge && (frame_.is(i, WordClass::verb) || frame_.is(i, WordClass::event_verb) ||
                                    frame_.is(i, WordClass::past_form)));
    }
    const TokenRange own = segment_around(frame_, figure.begin, figure.end);
    if (frame_.is(own.begin, "with")) return false;  // "closed higher on Tuesday, with the index adding 1.2%"
    return other && !has_ending(frame_.document.word(own.begin), "ing", 2) &&
           acts(std::min(segment.end, own.begin), figure.begin);
}

bool TimeContext::opens_with_conjunction(std::size_t i) const {
    return frame_.is_any(i, {"when", "as", "after", "while", "since", "although", "though", "if"});
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
