// Times at which something was said, reported or made known, and not those of what is told.
#include "claim/phrases.hpp"
#include "claim/time_context.hpp"
#include "claim/verbs.hpp"
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
    if (frame_.is_any(time.end, {"that", "which"})) return frame_.is(time.end + 1, WordClass::cue);
    const std::size_t when =
        frame_.has(time.end) && frame_.is_written(time.end, ",") ? time.end + 1 : time.end;
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
            // "had forecast December sales"
            if (i + 1 == time.begin && in_noun_phrase(frame_, time.end) && !is_verb_at(frame_, time.end))
                return false;
            const bool past = has_ending(frame_.word(i), "ed", 3) || frame_.is(i, "forecast");
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

// "agreed in June to a fine": done, and not said
bool TimeContext::agrees_to(std::size_t agreed) const {
    constexpr std::size_t longest_time = 5;
    if (!frame_.is(agreed, "agreed")) return false;
    for (std::size_t i = agreed + 1; i <= agreed + longest_time && frame_.has(i); ++i)
        if (frame_.is(i, "to")) return i > agreed + 1 && frame_.is(i + 1, WordClass::determiner);
    return false;
}

// "the United States in January", "300 cases were reported in May": no verb of speech, or one of what was counted then.
bool TimeContext::is_no_cue(std::size_t i, bool is_day) const {
    if (i == frame_.sentence.begin) return false;
    if (frame_.token(i).is_capitalised() && frame_.token(i - 1).is_capitalised()) return true;
    if (frame_.is(i, "point") && frame_.is(i - 1, WordClass::determiner)) return true;  // "half a point"
    if (frame_.is(i, "charged") && frame_.is_any(i - 1, {"was", "were", "been"})) return true;
    if (agrees_to(i) || frame_.is(i, "counting")) return true;
    // "fell on fears of a war on Monday"
    if (frame_.is_any(i, {"fears", "hopes", "worries", "concerns"}) &&
        frame_.is_any(i - 1, {"on", "amid", "over"}))
        return true;
    // "raids continued on Sunday": without a quotation nobody goes on speaking
    if (frame_.is(i, "continued") && !frame_.sentence.has(WordClass::quotation_mark)) return true;
    return !is_day && frame_.is_any(i - 1, {"was", "were", "been"}) &&
           frame_.is_any(i, {"claimed", "reported", "recorded", "filed", "issued", "registered"});
}

// "reported a 17% drop in third-quarter profit on Thursday": the day of the report.
bool TimeContext::is_day_of_report(const TimeExpression& time) const {
    constexpr std::size_t reach = 14;
    if (!time.is_weekday || !frame_.sentence.has(WordClass::cue)) return false;
    bool figure = false;
    for (std::size_t i = time.begin; i-- > frame_.sentence.begin && i + reach > time.begin;) {
        if (frame_.is_written(i, ",")) return false;
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
    const bool past = has_past_ending(frame_.word(verb)) || frame_.is(verb, WordClass::past_form) ||
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
        frame_.is_any(time.end + 2,
                      {"announced", "revealed", "reported", "disclosed", "claimed", "confirmed"}))
        return true;
    // What tells it is looked for first: most times have none.
    static constexpr WordClasses telling{WordClass::cue, WordClass::event_verb};
    if (!frame_.sentence.classes.has_any(telling)) return false;
    std::size_t told = time.begin;
    for (std::size_t i = time.begin;
         told == time.begin && i-- > frame_.sentence.begin && i + reach > time.begin;)
        if (frame_.is_any(i, {"announced", "unveiled", "revealed", "disclosed"})) told = i;
    if (told == time.begin) return false;
    bool by = false;
    for (std::size_t i = time.begin; --i > told;) {
        by = by || frame_.is(i, "by");
        const bool name = frame_.token(i).is_word() || frame_.is_written(i, "-");
        if (!name || (is_verb_at(frame_, i) && !frame_.is(i, WordClass::preposition))) return false;
    }
    return by;
}

// "Last week Norden | announced it was imposing a 10% fee", "In May the club claimed that it had 900 members": the week or month
// in which it was said. What happened, "In May the police said that 300 had died", mostly did so then; a poll holds when taken.
bool TimeContext::is_announced_then(const TimeExpression& time, const Quantity& figure,
                                    const Claim& claim) const {
    constexpr std::size_t leading = 3, longest_hearer = 4;
    if (!frame_.sentence.has(WordClass::cue) || time.begin > frame_.sentence.begin + leading ||
        time.opens_span || time.open_end != OpenEnd::none ||
        !(time.grain == TimeGrain::week || time.grain == TimeGrain::month) || happened(figure, claim))
        return false;
    for (std::size_t i = time.end; i < figure.begin; ++i) {
        if (frame_.is(i, WordClass::poll_noun)) return false;
        if (!is_verb_at(frame_, i)) continue;
        if (!frame_.is_any(i, {"announced", "said", "revealed", "confirmed", "told", "claimed", "warned"}))
            return false;
        for (std::size_t k = i + 1; k <= i + longest_hearer && k < figure.begin; ++k) {
            if (frame_.is(k, "that") || frame_.is_any(k, {"it", "he", "she", "they"})) return true;
            if (is_verb_at(frame_, k)) return false;
        }
        return false;
    }
    return false;
}

bool TimeContext::is_weekday_or_quarter(const TimeExpression& time) const {
    return time.is_weekday || time.grain == TimeGrain::quarter || time.grain == TimeGrain::half ||
           (frame_.has(time.end) && frame_.token(time.end).kind == TokenKind::possessive);
}

// "said earlier this week that", "told investors last month that", "as it said last year": the week, month or year in
// which somebody said it.
bool TimeContext::is_said_in(const TimeExpression& time) const {
    constexpr std::size_t longest_hearer = 6;
    if (!time.is_relative || time.begin == frame_.sentence.begin || !frame_.sentence.has(WordClass::cue))
        return false;
    // "which last month said it had 60 million readers"
    if (frame_.is_any(time.end,
                      {"said", "told", "warned", "revealed", "announced", "reported", "confirmed"}) &&
        (frame_.is(time.end + 1, WordClass::pronoun) || frame_.is(time.end + 1, "that")) && !time.is_baseline)
        return true;
    const bool closes = !frame_.has(time.end) || frame_.is_written(time.end, ".");
    const bool opens =
        !closes && ((frame_.is(time.end, "that") && !is_relative_at(time.end)) ||
                    frame_.is(time.end, WordClass::pronoun) || is_contraction(frame_.word(time.end)));
    // Else only what is nothing but speech says so.
    static constexpr WordClasses before{WordClass::cue, WordClass::modifier, WordClass::adjective};
    if (!opens && !closes && !frame_.has_any(time.begin - 1, before)) return false;
    if (time.is_baseline || time.opens_span || time.open_end != OpenEnd::none || is_weekday_or_quarter(time))
        return false;
    std::size_t at = time.begin;
    while (at > frame_.sentence.begin &&
           frame_.is_any(at - 1, {"earlier", "later", "late", "early", "just", "only"}))
        --at;
    if (at == frame_.sentence.begin) return false;
    const auto is_saying = [&](std::size_t i) { return frame_.is_any(i, {"said", "says", "told", "wrote"}); };
    if (!opens && !is_saying(at - 1) && !closes) return false;
    for (std::size_t i = at; i-- > frame_.sentence.begin && i + longest_hearer >= at;) {
        if (frame_.is(i, WordClass::cue) && is_verb_at(frame_, i)) {
            if (is_no_cue(i, false) || is_counted(i)) return false;
            const bool speaks = i + 1 == at ? is_saying(i) : closes && frame_.is(i, "told");
            return opens || speaks;
        }
        // "told the House of Elders last week"
        if (!in_noun_phrase(frame_, i) && !frame_.is(i, WordClass::pronoun) && !frame_.is(i, "of"))
            return false;
    }
    return false;
}

// "Speaking on Tuesday, he said", "In a statement on Tuesday, the bank said", "On Tuesday, the firm said its profits rose": the
// day on which it was told, before who told it.
bool TimeContext::is_told_in_front(const TimeExpression& time) const {
    constexpr std::size_t longest_opening = 8, longest_subject = 8;
    const std::size_t first = frame_.sentence.begin, at = before_prepositions(time);
    if (time.begin > first + longest_opening || !frame_.has(time.end) || !frame_.sentence.has(WordClass::cue))
        return false;
    if (at > first && frame_.is_any(at - 1, {"speaking", "talking", "writing"})) return true;
    const bool spoken = at > first + 1 && frame_.is_any(first, {"in", "at", "during"}) &&
                        frame_.is(at - 1, WordClass::speech_noun);
    const bool day = (time.is_weekday || time.grain == TimeGrain::day) && at == first;
    if ((!spoken && !day) || !frame_.is_written(time.end, ",")) return false;
    for (std::size_t k = time.end + 1; k <= time.end + longest_subject && frame_.has(k + 1); ++k) {
        if (frame_.is_any(k, {"said", "told", "heard", "warned", "revealed", "confirmed", "claimed", "showed",
                              "announced", "estimated"}) &&
            is_verb_at(frame_, k))
            return frame_.is(k, "said") || opens_what_is_told(k + 1);
        const bool subject = (in_noun_phrase(frame_, k) && !frame_.is(k, "what") && !is_verb_at(frame_, k)) ||
                             frame_.is(k, WordClass::pronoun) || frame_.is_any(k, {"of", "for", "and"}) ||
                             frame_.is_written(k, "-");
        if (!subject) return false;
    }
    return false;
}

// "that prices had risen", "its profits rose", "reporters 40 had died": a clause with a verb, and not "a plan", "12 deaths".
bool TimeContext::opens_what_is_told(std::size_t begin) const {
    constexpr std::size_t longest = 8;
    for (std::size_t k = begin; k < begin + longest && frame_.has(k); ++k) {
        if (frame_.is(k, "that")) return !is_relative_at(k) || k == begin;
        if (frame_.is_any(k, {",", "who", "which", "to", "for"})) return false;
        if (frame_.is_one_of(k, {WordClass::auxiliary, WordClass::modal}) || is_verb_at(frame_, k))
            return k > begin;
    }
    return false;
}

// "said demand on Sunday | was 3 MW", "said the attack on Friday killed 12": of what is told, whose verb stands behind it.
bool TimeContext::is_of_subject_told(const TimeExpression& time) const {
    static constexpr WordClasses past{WordClass::past_form, WordClass::casualty_verb, WordClass::change_verb};
    const std::size_t noun = time.begin - 2;
    if (time.begin < frame_.sentence.begin + 4 || !frame_.is(time.begin - 1, "on") ||
        !frame_.has_any(time.end, past))
        return false;
    return in_noun_phrase(frame_, noun) && !frame_.is(noun, WordClass::cue) &&
           !frame_.is(noun, WordClass::speech_noun) && is_verb_at(frame_, time.end) &&
           !frame_.token(noun).is_capitalised();
}

bool TimeContext::is_of_speech(const TimeExpression& time) const {
    if (time.opens_span) return false;  // "have been reported killed since Monday"
    const bool owns = frame_.token(time.end - 1).kind == TokenKind::possessive ||
                      (frame_.has(time.end) && frame_.token(time.end).kind == TokenKind::possessive);
    if ((owns && is_of_owned_document(time)) || is_told_in_front(time)) return true;
    const bool is_day = time.is_weekday || time.grain == TimeGrain::day ||
                        frame_.is(time.end - 1, "weekend");  // "announced over the weekend that"
    if (is_made_known(time) || is_of_paper(time) || is_published_then(time) || is_of_contract(time))
        return true;
    if (is_day_of_report(time) || is_said_in(time) ||
        (frame_.is(time.end + 1, "that") && is_of_finding(time)) || is_of_document(time))
        return true;
    // "are forecast for Thursday", "is expected again on Saturday"
    if (time.begin >= frame_.sentence.begin + 4 && frame_.is_any(time.begin - 1, {"for", "on"})) {
        const std::size_t told = frame_.is(time.begin - 2, "again") ? time.begin - 3 : time.begin - 2;
        if ((frame_.is(told, WordClass::foreseen) || frame_.is_any(told, {"scheduled", "planned"})) &&
            frame_.is(told - 1, WordClass::auxiliary))
            return false;
    }
    if (is_reported(time) || is_forecast_then(time) || is_of_outlook(time)) return true;
    // "counted by Monday": nobody says something by a day.
    if (time.begin > frame_.sentence.begin && frame_.is(time.begin - 1, "by")) return false;
    // "forecast for 2025" says what is forecast.
    if (!is_day && !(time.begin > frame_.sentence.begin && frame_.is(time.begin - 1, "in"))) return false;
    if (is_day && is_of_subject_told(time)) return false;
    const bool particle = time.begin >= frame_.sentence.begin + 2 && frame_.is(time.begin - 2, "out");
    const bool weekend = is_day && !time.is_weekday && time.grain != TimeGrain::day;
    const std::size_t reach = time.is_weekday                            ? 5
                              : time.grain == TimeGrain::day && !weekend ? 4
                              : particle                                 ? 3
                                                                         : 2;
    for (std::size_t back = 1; back <= reach && time.begin >= frame_.sentence.begin + back; ++back) {
        const std::size_t i = time.begin - back;
        if (frame_.is(i, WordClass::cue) && !frame_.is(i, WordClass::change_verb) && !is_counted(i) &&
            !is_no_cue(i, is_day) && !frame_.is_any(i - 1, {"than", "as"}) &&
            !(frame_.is(i, "expected") && frame_.is(i + 1, "to") &&
              frame_.is(i - 1, WordClass::auxiliary)) &&  // "are expected to vote on Saturday"
            !(frame_.is(i, "listed") && frame_.is_any(time.end, {"at", "for"})) &&
            !is_told_of_figure(i))
            return true;
        if (frame_.is_written(i, ",") || frame_.token(i).is_number()) break;
    }
    // "announced earlier in January that"
    const std::size_t told = time.begin - 3;
    if (!is_day && time.begin > frame_.sentence.begin + 3 &&
        frame_.is_any(told + 1, {"earlier", "late", "early", "back"}) && frame_.is(told, WordClass::cue) &&
        is_verb_at(frame_, told) && frame_.is(time.end, "that"))
        return true;
    if (is_said_of(time)) return true;
    if (!is_day) return false;
    if (frame_.is(time.end, "that") && !is_relative_at(time.end)) return true;  // "denied on Monday that"
    // "raised its rate on Wednesday, citing prices", "up from 30% on Tuesday, said the governor"
    const bool goes_on = frame_.has(time.end + 1) && frame_.is_written(time.end, ",") &&
                         (has_ending(frame_.word(time.end + 1), "ing", 3) || is_behind_figure(time));
    for (std::size_t i = time.end; !goes_on && frame_.has(i) && i < time.end + 2; ++i)
        if (frame_.is(i, WordClass::cue) && !(i > time.end && frame_.is_any(i - 1, {"as", "and"})) &&
            !(frame_.is(i, "drew") &&
              starts_figure(frame_, i + 1)))  // "The parade on Monday drew 300 people"
            return true;
    return false;
}

}  // namespace figbook
