// Does a verb with its subject report what somebody says?
#include "claim/attribution_finder.hpp"
#include "claim/phrases.hpp"
#include "claim/verbs.hpp"
#include "text/dashes.hpp"
#include "text/endings.hpp"

namespace figbook {

// "Tarnholt reports sales", not "news reports".
bool AttributionFinder::follows_name(std::size_t at) const {
    if (at == frame_.sentence.begin) return is_verb_at(frame_, at);
    const std::size_t last =
        before_is_mark(at, ".") && !frame_.token(at - 1).space_before() ? at - 2 : at - 1;
    const bool name =
        last >= frame_.sentence.begin && frame_.token(last).is_capitalised() &&
        (frame_.token(last).word == unknown_word || frame_.is(last, WordClass::firm_ending));  // "Orlo Corp."
    return name || is_verb_at(frame_, at);
}

// Does this verb, with this subject, report what somebody says?
bool AttributionFinder::says(std::size_t at, std::size_t length, CueKind kind, const Source& source,
                             TokenRange phrase) const {
    const std::size_t next = at + length;
    const bool document = source.kind == SourceKind::document;
    // "alerts include a forward collision warning, and …"
    const bool participle = has_ending(frame_.word(at), "ing") && at > frame_.sentence.begin &&
                            frame_.token(at - 1).is_word() && !frame_.is(at - 1, WordClass::auxiliary);
    if (participle && closes_at(next) && !frame_.is_written(next, ":") && !follows_quotation(phrase.begin))
        return false;
    if (is_what_is_said_of(phrase.begin)) return false;
    // "left rates at 2%, as economists had expected"
    const bool foreseen = kind == CueKind::expect || kind == CueKind::promise;
    if (foreseen && phrase.begin > frame_.sentence.begin && frame_.is(phrase.begin - 1, "as")) return false;
    // "The city wants to set a floor of $17.96": the paper tells what a body is after; a person says so himself.
    if (kind == CueKind::promise && frame_.is_any(at, {"want", "wants", "wanted"}) && frame_.is(next, "to") &&
        source.kind == SourceKind::organisation && !frame_.token(phrase.end - 1).is_capitalised())
        return false;
    // "went on strike for three days", "went on: ", ", he went on"
    if (frame_.is(at, "went") && !is_trailing(phrase, next) && !that_follows(next) &&
        !announces_quotation(next))
        return false;
    // "went on about three things"
    if (length > 1 && kind == CueKind::say && frame_.is(next, "about") && !starts_figure(next)) return false;
    // "the biggest listed companies": no verb
    if (frame_.is(at, "listed") && !is_verb_at(frame_, at)) return false;
    // "answered 1,048 calls"
    if (frame_.is_any(at, {"answered", "answers"}) && !closes_at(next) && !that_follows(next) &&
        !clause_follows(next) && !is_trailing(phrase, next) && !announces_quotation(next))
        return false;
    switch (kind) {
        case CueKind::find:
            return finds(at, next, source, phrase);
        case CueKind::say:
        case CueKind::view:
            return says_by_word(at, next, phrase);
        case CueKind::tell:
            // "told a tale of two cities"
            return !frame_.is(next, WordClass::determiner) || !frame_.is(next + 1, WordClass::tale);
        case CueKind::cite:
            // "the customs chief accused of taking $3m" is accused.
            return !document && !(frame_.is(at, "accused") && frame_.is(next, "of")) && says_why(at, next);
        case CueKind::promise:
            // "The club hopes to sell 15,000": the paper tells what it hopes; a person says so himself.
            if (frame_.is_any(at, {"hopes", "hope", "intends", "intend"}) &&
                source.kind != SourceKind::person)
                return false;
            return !gives_object(at, next) && expects(at, next, phrase);
        case CueKind::expect:
            return expects(at, next, phrase);
    }
    return true;
}

// "added | in a statement", "added | on Thursday": when or in what it was said.
bool AttributionFinder::tells_where(std::size_t i) const {
    if (!frame_.is_any(i, {"in", "on", "at", "during"})) return frame_.has(i) && starts_time(frame_, i);
    if (starts_time(frame_, i + 1)) return true;
    constexpr std::size_t longest = 5;
    for (std::size_t k = i + 1; k < i + longest && in_noun_phrase(frame_, k); ++k)
        if (is_document_noun(frame_, k) || frame_.is_any(k, {"interview", "briefing", "call", "conference",
                                                             "speech", "email", "e-mail", "tweet", "blog"}))
            return true;
    return false;
}

// Nothing stands behind the verb but a mark.
bool AttributionFinder::closes_at(std::size_t i) const {
    return !frame_.has(i) || frame_.is_written(i, ".") || frame_.is_written(i, ",") ||
           frame_.is_written(i, ":");
}

bool AttributionFinder::finds(std::size_t at, std::size_t next, const Source& source,
                              TokenRange phrase) const {
    const auto that = [&] { return that_follows(next) || clause_follows(next); };
    const bool closes = closes_at(next);
    // "The ministry issued | figures | showing exports fell 3%"
    const bool document = source.kind == SourceKind::document ||
                          (has_ending(frame_.word(at), "ing") && is_document_noun(frame_, at - 1));
    if (before_pleasure(frame_, at) < at || reports_own(at)) return true;
    if (frame_.is_any(at, {"reported", "reports", "report"}))
        return frame_.is(at, "reported") || (frame_.is(at, "reports") && follows_name(at)) || document ||
               closes || is_trailing(phrase, next) || that();
    if (frame_.is(at, WordClass::full_cue)) return true;
    // "Researchers found 40% of those asked were content"
    if (source.kind == SourceKind::unnamed && frame_.is_any(at, {"found", "find", "finds"}) && is_share(next))
        return true;
    // "the committee found 1.1m savers on high rates"; police find what lies there
    if (frame_.is(at, "found") && starts_figure(next) && source.kind == SourceKind::organisation &&
        frame_.is(phrase.end - 1, WordClass::official_word) &&
        !frame_.is_any(phrase.end - 1, {"police", "army", "navy"}))
        return true;
    // "The auditor also found 1,870 posts"
    if (frame_.is(at, "found") && starts_figure(next) &&
        frame_.is_any(phrase.end - 1, {"auditor", "auditors", "inspectorate", "ombudsman"}))
        return true;
    // "A team from the university counted 900 animals" tells of its work
    if (frame_.is(at, WordClass::counting_cue) && frame_.is_any(phrase.begin, {"a", "an"}) &&
        frame_.is_any(phrase.begin + 1, {"team", "group", "crew", "expedition"}))
        return false;
    // "counted 740,000"; volunteers who count say nothing
    if (frame_.is(at, WordClass::counting_cue))
        return starts_figure(next) && !has_members(at, phrase) &&
               (source.kind != SourceKind::unnamed ||
                frame_.is_any(phrase.end - 1, {"organisers", "organizers", "officials", "authorities",
                                               "inspectors", "auditors", "investigators"}));
    // "…, the site has found in its latest report."
    return document || frame_.is(at, "calculated") ||
           ((closes || frame_.is(next, "in")) && is_trailing(phrase, next)) || that();
}

bool AttributionFinder::says_by_word(std::size_t at, std::size_t next, TokenRange phrase) const {
    const auto that = [&] { return that_follows(next) || clause_follows(next); };
    if (follows_quotation(phrase.begin)) return true;
    // "claims to have", "admitted to taking"
    if (frame_.is(next, "to") && frame_.has(next + 1) &&
        (frame_.is_any(next + 1, {"have", "be"}) || has_ending(frame_.word(next + 1), "ing")))
        return true;
    if (frame_.is(next, "to") && !frame_.is(next + 1, WordClass::determiner)) return false;
    // "Vacancies explain 80 per cent of it"
    if (frame_.is_any(at, {"explain", "explains", "explained"}) &&
        (starts_figure(next) || (frame_.is(next, WordClass::determiner) && !that())))
        return false;  // "explained a budget that gives $2bn to roads"
    // "a change which Norair claims is 20%"
    if (phrase.begin > frame_.sentence.begin && frame_.is_any(phrase.begin - 1, {"which", "that"}) &&
        (frame_.is(next, WordClass::copula) || frame_.is(next, WordClass::auxiliary) ||
         (has_ending(frame_.word(next), "s", 3) && is_verb_at(frame_, next))))
        return true;
    if (before_view(at) < at) return that();
    if (frame_.is(at, WordClass::weak_cue))
        return is_trailing(phrase, next) || (closes_at(next) && announces_quotation(next)) || that() ||
               (frame_.is_any(at, {"fears", "fear", "feared"}) &&
                has_ending(frame_.word(next), "ing")) ||  // "fears losing a tenth"
               (frame_.is_any(at,
                              {"claim", "claims", "claimed", "claiming", "admits", "admitted", "feared"}) &&
                deed_follows(next));
    // "added 256,000 jobs" adds, "added that" says.
    if (frame_.is(at, WordClass::change_verb))
        return ((closes_at(next) || tells_where(next)) &&
                (is_trailing(phrase, next) || frame_.is(next, ":"))) ||
               that();
    return true;
}

bool AttributionFinder::expects(std::size_t at, std::size_t next, TokenRange phrase) const {
    if (frame_.is_any(at, {"sees", "see"}) && !looks_ahead(at)) return false;
    if (figure_before(phrase.begin, next) != next) return true;
    if (frame_.is(at, "looking") && !looks_for_amount(next)) return false;
    // "betting on 75 basis points of cuts", "had tipped a decline of 1.4%": no horse, and nothing tipped out
    if (frame_.is_any(at, {"betting", "bet", "bets"}) && !looks_for_amount(next) && !sees_move(next))
        return false;
    if (frame_.is_any(at, {"tipped", "tips", "tip"}) && (starts_figure(next) || !leads_to_move(next)))
        return false;
    return !frame_.is(next, "by") && !(closes_at(next) && !is_trailing(phrase, next));
}

// "The club now counts 41,000 members": so many it has; an office that counts them says so.
bool AttributionFinder::has_members(std::size_t counts, TokenRange phrase) const {
    if (!frame_.is(counts, "counts")) return false;
    return frame_.is(counts - 1, "now") || frame_.is(phrase.end - 1, WordClass::firm_noun);
}

// "almost double what economists had forecast", "more than what the firm had said": a thing that something else is
// measured by, and nobody's words on the figure.
bool AttributionFinder::is_what_is_said_of(std::size_t speaker) const {
    const std::size_t what =
        frame_.is(speaker, "what") ? speaker : speaker - 1;  // the phrase may begin with it
    if (speaker < frame_.sentence.begin + 2 || !frame_.is(what, "what")) return false;
    return frame_.is_any(what - 1, {"than", "of", "with"}) || figure_before(what, speaker) != speaker;
}

// "sees inflation averaging 4%", "see prices at $70": a forecast; "sees 300 visitors a day" is none.
bool AttributionFinder::looks_ahead(std::size_t sees) const {
    constexpr std::size_t longest = 6;
    for (std::size_t i = sees + 1; frame_.has(i) && i <= sees + longest; ++i) {
        if (starts_figure(i) && i == sees + 1) return sees_move(i);
        if (frame_.token(i).kind == TokenKind::mark || starts_figure(i)) return false;
        if (i == sees + 1) continue;
        if (frame_.is(i, "of"))
            return starts_figure(i + 1) && is_large_amount(i + 1);  // "see peak sales of $6bn"
        if (frame_.is(i, "at")) return starts_figure(i + 1);
        if (has_ending(frame_.word(i), "ing"))
            return frame_.is(i, "averaging") || frame_.is(i, WordClass::change_verb) ||
                   (frame_.is_any(i + 1, {"at", "to", "by", "above", "below", "around"}) &&
                    (starts_figure(i + 1) || starts_figure(i + 2)));  // "cresting at 75 percent"
        if (frame_.is(i, WordClass::relative) || frame_.is(i, WordClass::conjunction)) return false;
    }
    return false;
}

// "[had tipped] an overall contraction of 0.9 per cent"
bool AttributionFinder::leads_to_move(std::size_t i) const {
    constexpr std::size_t longest = 6;
    for (const std::size_t limit = i + longest; i < limit && in_noun_phrase(frame_, i); ++i)
        if (frame_.has_any(i, {WordClass::change_noun, WordClass::foreseen_thing})) return true;
    return false;
}

// "see | two more reductions", "see | 90 basis points of cuts": not "see 300 visitors".
bool AttributionFinder::sees_move(std::size_t figure) const {
    for (std::size_t k = 0; k < frame_.count(); ++k) {
        const Quantity& quantity = frame_.draft(k).quantity;
        if (quantity.begin != figure) continue;
        if (quantity.kind == Kind::points) return frame_.is(quantity.end, "of");
        return quantity.kind == Kind::count && quantity.noun_end > 0 &&
               (frame_.is(quantity.noun_end - 1, WordClass::change_noun) ||
                frame_.is_any(quantity.noun_end - 1, {"reductions", "hikes", "cuts", "rises", "increases"}));
    }
    return false;
}

// "sees plantings of 6.3 million hectares"; "sees crowds of 300" is no forecast.
bool AttributionFinder::is_large_amount(std::size_t i) const {
    if (looks_for_amount(i)) return true;
    for (std::size_t k = 0; k < frame_.count(); ++k) {
        const Quantity& quantity = frame_.draft(k).quantity;
        if (quantity.begin == i) return quantity.kind == Kind::measure || quantity.has_magnitude;
    }
    return false;
}

// "Analysts were looking for $2.62"; police look for three men.
bool AttributionFinder::looks_for_amount(std::size_t i) const {
    for (std::size_t k = 0; k < frame_.count(); ++k) {
        const Quantity& quantity = frame_.draft(k).quantity;
        if (quantity.begin == i) return quantity.kind == Kind::money || quantity.kind == Kind::percent;
    }
    return false;
}

// "Allies have pledged 800,000 more", "want the bonus of $3m returned": something done or there already, no words.
bool AttributionFinder::gives_object(std::size_t at, std::size_t next) const {
    const bool wanted = frame_.is_any(at, {"want", "wants", "wanted"});
    if (wanted) return frame_.is(next, "the") && frame_.is(next + 2, "of") && starts_figure(next + 3);
    return frame_.is(at, WordClass::giving_cue) && starts_figure(next);
}

// Behind a comma or a quotation, and the clause ends with the verb: ", the ministry said", `," she said`.
bool AttributionFinder::is_trailing(TokenRange phrase, std::size_t behind) const {
    if (phrase.begin == frame_.sentence.begin) return false;
    std::size_t before = phrase.begin - 1;
    while (before > frame_.sentence.begin &&
           (frame_.is(before, WordClass::determiner) || frame_.is(before, WordClass::number)))
        --before;  // "two people briefed on the matter said"
    // ", which the ministry pledged to clear, was £40": what the ministry says is in that clause
    if (frame_.is_any(before + 1, {"which", "whose"})) return false;
    // ", as the Echo reported", not ", as the minister insists on it"
    const bool ends =
        !frame_.has(behind) || frame_.token(behind).kind == TokenKind::mark || starts_time(frame_, behind);
    if (ends && frame_.is(before, "as") && before > frame_.sentence.begin) --before;
    if (closes_quotation(frame_.document, before)) return true;
    // "40 died - 12 of them children - officials said"
    if (!frame_.is_written(before, ",") && !is_wide_dash(frame_.word(before)) &&
        !frame_.is_written(before, ")") && (!is_dash_at(frame_, before) || frame_.is(behind, "by")))
        return false;
    // "On Tuesday, the company said it …" goes on behind the verb; ", the ministry said on Wednesday." does not.
    for (std::size_t i = behind; frame_.has(i); ++i) {
        if (starts_figure(i)) return has_tail_with_figure(before, behind);
        if (frame_.token(i).kind == TokenKind::mark && !frame_.is_written(i, "-")) return true;
        // "told investors who hold 40% of it", "said after the army sent in 40 trucks"
        if (frame_.is_any(i, {"who", "after", "when"}) && figure_behind(i) &&
            has_tail_with_figure(before, behind))
            return true;
        // "warned in a report published on Thursday"
        const bool participle =
            frame_.is(i, WordClass::document_participle) &&
            (is_document_noun(frame_, i - 1) || (i > behind + 1 && in_noun_phrase(frame_, i - 1)));
        // "said at a briefing attended by 40 reporters"
        if (i > behind + 1 && frame_.is(i + 1, "by") && has_past_ending(frame_.word(i)) && figure_behind(i))
            return has_tail_with_figure(before, behind);
        // "said in a note that surprised nobody"
        if (i > behind + 1 && frame_.is_any(i, {"that", "which"}) && is_verb_at(frame_, i + 1) &&
            in_noun_phrase(frame_, i - 1) && !figure_behind(i))
            return true;
        // "told the chamber before the vote", "said in its yearly report"
        const bool time = frame_.is_any(i, {"before", "after", "since"});
        // "said in an update before the market opened."
        if (time && i > behind && closes_sentence(i) && !figure_behind(i)) return true;
        // "announced yesterday as he unveiled £55bn of cuts.", "said as picking ended."
        // "said on Wednesday as he explained a budget that, for all its talk, gives $3bn to roads"
        if (frame_.is(i, "as") && i > behind && frame_.is_any(i + 1, {"he", "she"}) && acts_behind(i))
            return true;
        if (frame_.is(i, "as") && closes_sentence(i) &&
            (i > behind || frame_.is(i + 1, WordClass::pronoun) || !figure_behind(i)))
            return true;
        // "announced when he released the results."
        if (frame_.is(i, "when") && closes_sentence(i) && !figure_behind(i) && acts_behind(i)) return true;
        if (frame_.is(i, "that") || (frame_.is(i, WordClass::subordinator) && !time)) return false;
        const bool noun =
            is_document_noun(frame_, i) &&
            (!frame_.has(i + 1) || frame_.is_written(i + 1, ".") || frame_.is_written(i + 1, ","));
        // "said on a call after the earnings"
        const bool object = frame_.is(i - 1, WordClass::determiner) && i > behind;
        // "told reporters at the air show."
        const bool last = closes_at(i + 1) && i > behind + 1 && frame_.is(i - 2, WordClass::determiner) &&
                          in_noun_phrase(frame_, i - 1) && !has_ending(frame_.word(i), "ed", 2);
        if (!participle && !noun && !object && !last && is_verb_at(frame_, i)) return false;
        if (frame_.is(i, WordClass::pronoun) && !frame_.is(i, WordClass::determiner)) return false;
    }
    return true;
}

// "Nearly 9% are ill, the school said | in a letter to 900 parents": what was said stands before the comma, and a figure
// in how, when or to whom it was said is the paper's. "On Monday, the school said at a meeting 900 were ill" goes on.
bool AttributionFinder::has_tail_with_figure(std::size_t comma, std::size_t tail) const {
    const std::size_t first = frame_.sentence.begin;
    static constexpr WordClasses openers{WordClass::opening_word, WordClass::subordinator,
                                         WordClass::preposition};
    if (frame_.has_any(first, openers) || has_ending(frame_.word(first), "ing", 3) ||
        has_past_ending(frame_.word(first)) || !has_verb_before(comma))
        return false;
    if (!frame_.is_any(tail - 1, {"said", "says", "say", "told", "tells", "added", "adds", "announced",
                                  "wrote", "confirmed", "warned"}))
        return false;
    const bool told = !frame_.is(tail, WordClass::preposition) && !frame_.is(tail, WordClass::subordinator) &&
                      !starts_time(frame_, tail);
    if (told && !frame_.is_any(tail - 1, {"told", "tells"})) return false;
    bool relative = false;
    for (std::size_t i = tail; frame_.has(i); ++i) {
        if (frame_.token(i).kind == TokenKind::mark && !frame_.is_written(i, "-")) return true;
        if (frame_.is(i, "that")) return false;
        relative = relative || frame_.is_any(i, {"who", "which", "after", "when", "as", "before"});
        if (!relative && is_verb_at(frame_, i) && !has_past_ending(frame_.word(i)) &&
            !frame_.is(i - 1, WordClass::preposition))
            return false;
    }
    return true;
}

// The first figure behind the verb stands in the same part of the sentence.
bool AttributionFinder::tail_has_figure(std::size_t tail) const {
    for (std::size_t i = tail; frame_.has(i); ++i) {
        if (starts_figure(i)) return true;
        if (frame_.token(i).kind == TokenKind::mark && !frame_.is_written(i, "-")) return false;
    }
    return false;
}

// True where the verb can be nothing but one of speech, so that its subject speaks whatever noun it is.
bool AttributionFinder::reports_speech(std::size_t at, std::size_t length, CueKind kind,
                                       TokenRange phrase) const {
    const std::size_t next = at + length;
    if (frame_.is_any(at, {"said", "says", "told"})) return true;
    if (frame_.is(at, "say") && frame_.is(phrase.begin, WordClass::possessive_pronoun)) return true;
    if (!is_verb_at(frame_, at)) return false;  // "a Times report that"
    // "The saleroom had expected it to make £30,000"
    if (kind == CueKind::expect && frame_.is_any(next, {"it", "them", "him", "her"}) &&
        frame_.is(next + 1, "to"))
        return true;
    // "A hacker claims to have taken 300 files"
    if (kind == CueKind::say && frame_.is(next, "to") && frame_.is(next + 1, "have")) return true;
    // "…, the sport's governing body confirmed on Thursday."
    const bool reports = kind == CueKind::find && frame_.is_any(at, {"reported", "reports", "report"});
    if ((kind == CueKind::say || reports) && is_trailing(phrase, next)) return true;
    return that_follows(next) || (frame_.has(next) && frame_.is_written(next, ":")) ||
           follows_quotation(phrase.begin) ||
           (kind == CueKind::find && (clause_follows(next) || is_share(next)));
}

// "The trial found | 71% of patients better": no thing that somebody comes upon.
bool AttributionFinder::is_share(std::size_t figure) const {
    for (std::size_t k = 0; k < frame_.count(); ++k) {
        const Quantity& quantity = frame_.draft(k).quantity;
        if (quantity.begin == figure) return quantity.kind == Kind::percent || quantity.kind == Kind::ratio;
    }
    return false;
}

// `wrote: "…`, `reads, "…`
bool AttributionFinder::announces_quotation(std::size_t mark) const {
    if (!frame_.has(mark)) return false;
    return frame_.is_written(mark, ":") || is_quoted(frame_.document, mark + 2);
}

// "said that", "declared on the radio that"
bool AttributionFinder::that_follows(std::size_t i) const {
    constexpr std::size_t furthest = 6;
    for (const std::size_t limit = i + furthest; frame_.has(i) && i < limit; ++i) {
        static constexpr WordClasses time{WordClass::time_noun, WordClass::time_unit};
        if (frame_.is(i, "that")) {
            if (frame_.has(i + 1) && frame_.has_any(i + 1, time)) return false;  // "that summer"
            // "posted profits that exceeded forecasts"
            return i + furthest == limit || frame_.is(i - 1, WordClass::weekday) ||
                   !is_verb_at(frame_, i + 1);
        }
        const bool verb = is_verb_at(frame_, i) && !frame_.is(i - 1, WordClass::determiner);
        if (frame_.token(i).kind == TokenKind::mark || verb) return false;
    }
    return false;
}

// "[claim] a transfer | helped the two men": what somebody did, and to whom; not "a book written by her".
bool AttributionFinder::deed_follows(std::size_t i) const {
    if (!frame_.has(i)) return false;
    const std::size_t verb = noun_phrase_from(frame_, i).end;
    if (verb <= i || !frame_.has(verb + 1) || !is_verb_at(frame_, verb)) return false;
    const bool past = has_ending(frame_.word(verb), "ed", 2) || frame_.is(verb, WordClass::irregular_past);
    static constexpr WordClasses object{WordClass::determiner, WordClass::pronoun,
                                        WordClass::possessive_pronoun};
    return past && (frame_.has_any(verb + 1, object) || starts_figure(verb + 1));
}

// A clause with a verb of its own: "he won", "Halden had lost", "there are".
bool AttributionFinder::clause_follows(std::size_t i) const {
    if (!frame_.has(i)) return false;
    if (frame_.is(i, WordClass::pronoun) && !frame_.is(i, WordClass::determiner))
        return is_verb_at(frame_, i + 1);
    const TokenRange subject = noun_phrase_from(frame_, i);
    static constexpr WordClasses finite{WordClass::auxiliary, WordClass::modal, WordClass::copula};
    if (!subject.empty() && frame_.has(subject.end) && is_verb_at(frame_, subject.end) &&
        frame_.has_any(subject.end, finite))
        return true;
    // "claims the firm | owes $3m": one thing and what it does
    if (!subject.empty() && frame_.is(i, WordClass::determiner) &&
        frame_.is(subject.end, WordClass::only_verb) && has_ending(frame_.word(subject.end), "s", 3) &&
        !frame_.is(subject.end, "leaves"))
        return true;
    // "claimed nearly 400 delegates | took part": a figure and what it did.
    const std::size_t counted = end_of_counted(i);
    if (counted > i && frame_.has(counted) && is_verb_at(frame_, counted) &&
        (has_ending(frame_.word(counted), "ed", 2) || frame_.is(counted, WordClass::irregular_past)))
        return true;
    // "claims his boat is worth over $1m": some way on, before anything else begins.
    constexpr std::size_t furthest = 8;
    const std::size_t first = end_of_figure(i);
    for (std::size_t k = first; frame_.has(k) && k < first + furthest; ++k) {
        if (frame_.token(k).kind == TokenKind::mark || frame_.is(k, WordClass::relative)) return false;
        // "showed great concern | and had": the verb of another clause
        if (frame_.is_any(k, {"and", "but"}) && frame_.has_any(k + 1, finite)) return false;
        if (k > i && frame_.has_any(k, finite) && is_verb_at(frame_, k)) return true;
    }
    return false;
}

}  // namespace figbook
