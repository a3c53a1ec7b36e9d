#include <algorithm>
#include <utility>

#include "claim/attribution_finder.hpp"
#include "claim/phrases.hpp"
#include "claim/verbs.hpp"
#include "text/dashes.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

// "Rutte on Wednesday said", "they have in fact said"
bool is_set_in_at(const SentenceFrame& frame, std::size_t i) {
    return frame.is(i, WordClass::weekday) || (frame.is(i, "on") && frame.is(i + 1, WordClass::weekday)) ||
           frame.is(i, "now") || (frame.is(i, "fact") && frame.is(i - 1, "in")) ||
           (frame.is(i, "in") && frame.is(i + 1, "fact"));
}

}  // namespace

bool closes_quotation(const Document& document, std::size_t i) {
    if (document.tokens[i].kind != TokenKind::mark) return false;
    const std::string_view mark = document.word(i);
    if (mark == "”" || mark == "\"" || mark == "»") return true;
    return (mark == "’" || mark == "'") && i > 0 && document.tokens[i - 1].kind == TokenKind::mark;
}

std::vector<Attribution> AttributionFinder::find() {
    const bool quoted = frame_.sentence.has(WordClass::quotation_mark);
    const Signs& signs = frame_.document.signs;
    const std::size_t end = frame_.sentence.end;
    // Behind a quotation any word may be one of saying; else few are.
    const auto next = [&](std::size_t i) { return quoted ? i : signs.next(Sign::saying, i, end); };
    for (std::size_t i = next(frame_.sentence.begin); i < end; i = next(i + 1)) {
        if (quoted && i > frame_.sentence.begin && frame_.token(i - 1).kind == TokenKind::mark &&
            follows_quotation(i) && behind_quotation(i))
            continue;
        if (!signs.has(i, Sign::saying) || is_quoted(frame_.document, i)) continue;
        const WordClasses& classes = frame_.classes_of(i);
        if (classes.has(WordClass::survey_noun)) in_a_survey(i);
        if (classes.has(WordClass::view_noun)) view_of(i);
        if (classes.has(WordClass::saying_noun)) noun_of_saying(i);
        if (classes.has(WordClass::attribution_word)) {
            if (!frame_.is(i, "according"))
                puts_at(i);
            else if (frame_.is(i + 1, "to"))
                according_to(i);
        } else if (classes.has(WordClass::cue)) {
            const auto cue = words_.cues.match(frame_.document.tokens, i, frame_.sentence.end);
            if (cue && is_told_by(i, *cue.meaning))
                according_to(i);
            else if (cue)
                verb(i, cue.length, *cue.meaning);
        }
    }
    return std::move(found_);
}

bool AttributionFinder::before_is_mark(std::size_t i, WordLiteral mark) const {
    return i > frame_.sentence.begin && frame_.document.is(i - 1, mark);
}
bool AttributionFinder::follows_quotation(std::size_t i) const {
    return i > frame_.sentence.begin && closes_quotation(frame_.document, i - 1);
}

// "as reported by X", "is expected by X"
bool AttributionFinder::is_told_by(std::size_t i, CueKind kind) const {
    if (i == frame_.sentence.begin || !frame_.is(i + 1, "by")) return false;
    if (Scope scope; kind == CueKind::expect && keep_to_foreseen(i + 1, scope)) return true;
    const bool foreseen = kind == CueKind::expect && frame_.is(i - 1, WordClass::auxiliary);
    return (foreseen || frame_.is(i - 1, "as")) && has_ending(frame_.document.word(i), "ed");
}

// `"…?" Hadley pressed`: behind a quotation that is a sentence any verb is one of speech.
bool AttributionFinder::behind_quotation(std::size_t i) {
    std::size_t mark = i - 1;
    while (mark > frame_.sentence.begin && closes_quotation(frame_.document, mark)) --mark;
    const bool stopped =
        frame_.document.is(mark, ",") || frame_.document.is(mark, "?") || frame_.document.is(mark, "!");
    if (!stopped || !is_quoted(frame_.document, mark)) return false;
    // "thundered the opposition leader"
    const auto cue = words_.cues.match(frame_.document.tokens, i, frame_.sentence.end);
    const bool turned = is_verb_at(frame_, i) && !cue && !frame_.token(i).is_capitalised();
    TokenRange phrase = speaker_from(turned ? i + 1 : i);
    const std::size_t verb = turned ? i : phrase.end;
    if (turned && !closes_behind(phrase.end)) return false;
    if (turned)
        if (const TokenRange name = name_behind(phrase); !name.empty()) phrase = name;
    if (phrase.empty() || !is_verb_at(frame_, verb) ||
        (!turned && words_.cues.match(frame_.document.tokens, verb, frame_.sentence.end)) ||
        frame_.is(verb, WordClass::auxiliary) || frame_.is(verb, WordClass::modal))
        return false;
    auto source = speakers_.resolve(frame_, phrase);
    if (!source) source = anyone(phrase);
    if (!source) return false;
    add(std::move(*source), phrase, all_of_it(verb, 1, i));
    return true;
}

// "Insurers put the damage at €200 million": what they put, and at what.
void AttributionFinder::puts_at(std::size_t i) {
    // "as Halden put it: “…”"
    if (frame_.is(i + 1, "it") && (!frame_.has(i + 2) || frame_.token(i + 2).kind == TokenKind::mark))
        return before(i, 2, CueKind::say);
    for (std::size_t k = i + 1; frame_.has(k) && k < i + 14; ++k) {
        if (frame_.token(k).kind == TokenKind::mark || frame_.token(k).is_number()) return;
        if (!frame_.is(k, "at")) continue;
        std::size_t verb = i;
        while (verb > frame_.sentence.begin && frame_.is(verb - 1, WordClass::auxiliary)) --verb;
        const TokenRange phrase = speaker_before(verb);
        const auto source = speakers_.resolve(frame_, phrase);
        if (source && k > i + 1) add(Source(*source), phrase, behind(i, k + 1 - i));
        return;
    }
}

void AttributionFinder::verb(std::size_t at, std::size_t length, CueKind kind) {
    if (!can_be_cue(at, length)) return;
    const TokenRange apposed = at > frame_.sentence.begin ? name_in_apposition(at) : TokenRange{};
    if (apposed.empty() && inverted(at, length, kind)) return;
    before(at, length, kind);
}

// A verb here, in the active voice, and not of another meaning: "the report", "said to be", "is expected".
bool AttributionFinder::can_be_cue(std::size_t at, std::size_t length) const {
    const std::size_t next = at + length;
    const bool hyphen_behind =
        frame_.has(next) && frame_.document.is(next, "-") && !frame_.token(next).space_before();
    if (hyphen_behind || is_singular_noun(at)) return false;
    return at == frame_.sentence.begin ||
           (!frame_.token(at).is_capitalised() && !is_barred_by(at - 1) && !is_joined_to(at - 1));
}

// "a Norvision report that": behind "a" it would be "reports" if it were a verb.
bool AttributionFinder::is_singular_noun(std::size_t at) const {
    constexpr std::size_t longest = 4;
    if (!frame_.is(at, WordClass::saying_noun) || frame_.document.word(at).ends_with('s')) return false;
    for (std::size_t i = at; i-- > frame_.sentence.begin && i + longest >= at;) {
        if (frame_.is_any(i, {"a", "an"})) return !frame_.is(i + 1, WordClass::adjective);
        if (!frame_.token(i).is_word() || !in_noun_phrase(frame_, i)) return false;
    }
    return false;
}

// The word before makes a noun or a passive of it: "the report", "is expected".
bool AttributionFinder::is_barred_by(std::size_t previous) const {
    const bool article = frame_.is(previous, WordClass::determiner) &&
                         !frame_.is_any(previous, {"this", "that", "all", "both", "which"});
    std::size_t helper = previous;  // "is widely expected"
    while (helper > frame_.sentence.begin && frame_.is(helper, WordClass::modifier)) --helper;
    const bool be = frame_.is_any(helper, {"is", "are", "was", "were", "be", "been"});
    // "is promising", "were still arguing that"
    if (be && has_ending(frame_.document.word(previous + 1), "ing")) return false;
    const bool passive = helper < previous && be;
    return article || passive || frame_.is(previous, WordClass::not_before_cue);
}
bool AttributionFinder::is_joined_to(std::size_t previous) const {
    const bool hyphen = frame_.document.is(previous, "-") && !frame_.token(previous + 1).space_before();
    return hyphen || frame_.token(previous).kind == TokenKind::possessive ||
           ((frame_.document.is(previous, "’") || frame_.document.is(previous, "'")) &&
            !closes_quotation(frame_.document, previous));
}

// `"…," said Ivan Horbenko, a deputy minister`: the speaker behind the verb.
bool AttributionFinder::inverted(std::size_t at, std::size_t length, CueKind kind) {
    if (kind != CueKind::say) return false;
    const bool opens = at == frame_.sentence.begin || before_is_mark(at, ",") || follows_quotation(at) ||
                       is_long_dash(frame_.document.word(at - 1));
    if (!opens) return false;
    std::size_t start = at + length;
    if (!frame_.has(start)) return false;
    TokenRange phrase = speaker_from(start);
    phrase.end = std::min(phrase.end, end_before_time(phrase));
    if (!closes_behind(phrase.end)) return false;
    if (const TokenRange name = name_behind(phrase); !name.empty()) phrase = name;
    auto source = speakers_.resolve(frame_, phrase);
    if (!source && follows_quotation(at)) source = anyone(phrase);
    // "The firm, which has 40 shops, confirmed its outlook": what it confirmed.
    const bool object = source && source->kind == SourceKind::document && closes_relative_clause(at);
    if (!source || object) return false;
    Scope scope = all_of_it(at, length, at);
    scope.end = std::min(scope.end, end_before_relative(phrase.end));
    add(std::move(*source), phrase, scope);
    return true;
}

// "The firm, which has 40 shops, | confirmed": the verb of what the clause was on.
bool AttributionFinder::closes_relative_clause(std::size_t verb) const {
    if (!frame_.sentence.has(WordClass::relative) || !before_is_mark(verb, ",")) return false;
    std::size_t first = verb - 1;
    while (first > frame_.sentence.begin && !frame_.document.is(first - 1, ",")) --first;
    return first > frame_.sentence.begin && frame_.is_any(first, {"which", "who", "whose"});
}

// Behind the speaker the clause is over: "said the minister on Friday"; "said the state would pay" goes on.
bool AttributionFinder::closes_behind(std::size_t i) const {
    return !frame_.has(i) || frame_.token(i).kind == TokenKind::mark ||
           frame_.is(i, WordClass::preposition) || frame_.is(i, WordClass::relative) ||
           frame_.is(i, WordClass::weekday) || frame_.is(i, WordClass::conjunction);
}

// "X said (that) …", "…, X said", "…, X said, …".
void AttributionFinder::before(std::size_t at, std::size_t length, CueKind kind) {
    TokenRange verb_range{at, at + length};
    const bool progressive = has_ending(frame_.document.word(at), "ing");
    while (
        verb_range.begin > frame_.sentence.begin &&
        (frame_.is_any(verb_range.begin - 1, {"has", "have", "had", "first", "long", "both"}) ||
         (progressive && frame_.is_any(verb_range.begin - 1, {"is", "are", "was", "were", "been"})) ||
         (frame_.is(verb_range.begin - 1, WordClass::modifier) && !frame_.is(verb_range.begin - 1, "more")) ||
         is_set_in_at(frame_, verb_range.begin - 1)))
        --verb_range.begin;
    TokenRange phrase = speaker_before(verb_range.begin);
    // "She conceded the country would not get there, but said": she, not the country.
    const bool resumes = joins_clauses(verb_range.begin) && frame_.is_any(at, {"said", "says"});
    if ((phrase.empty() || resumes) && kind == CueKind::say &&
        goes_on(verb_range.begin, at + length - verb_range.begin))
        return;
    // "The leader said members would get 5%, adding …": he who spoke, not the members.
    const bool goes_on_speaking = progressive && kind == CueKind::say && !found_.empty() &&
                                  found_.back().saying == Saying::speech && before_is_mark(at, ",");
    if (phrase.empty() || goes_on_speaking) return participle(at, length, kind);
    if (counts_people(phrase)) return answered(phrase, at);
    auto source = speakers_.resolve(frame_, phrase);
    // "The agency raised $9m. It hopes to feed 600": the paper tells what it hopes.
    const bool speech = kind != CueKind::expect && kind != CueKind::promise;
    if (source && !speech && speakers_.is_only_subject(frame_, phrase)) source.reset();
    if (!source && (kind == CueKind::say || kind == CueKind::tell)) source = unresolved(phrase);
    if (!source && kind == CueKind::expect) source = opening_organisation(phrase);
    const bool weak = source && (source->kind == SourceKind::unnamed || source->kind == SourceKind::document);
    if (weak && (kind == CueKind::find || progressive))
        if (const TokenRange opener = opening_document(phrase); !opener.empty()) {
            phrase = opener;
            source = document_named(opener);
        }
    if (!source && reports_speech(at, length, kind, phrase)) source = anyone(phrase);
    if (!source && progressive && before_is_mark(at, ",")) return participle(at, length, kind);
    if (source && source->kind == SourceKind::document && progressive)
        if (const TokenRange issuer = issuer_of(phrase); !issuer.empty())
            if (auto issued_by = speakers_.resolve(frame_, issuer)) {
                phrase = issuer;
                source = std::move(issued_by);
            }
    if (!source || !says(at, length, kind, *source, phrase)) return;
    // "In an average calculated by Kestrel": the document is no subject.
    const bool hangs =
        phrase.begin > frame_.sentence.begin && frame_.is(phrase.begin - 1, WordClass::preposition);
    const bool relative = frame_.is_any(verb_range.begin - 1, {"that", "which"});
    if (hangs && source->kind == SourceKind::document && !progressive && !relative) return;
    const bool trails = is_trailing(phrase, at + length);
    if (trails && kind != CueKind::cite) {
        // "Ann Lee, who runs 40 shops, said": what is set behind the name is of the speaker.
        const bool apposed =
            phrase.end < at && frame_.document.is(phrase.end, ",") && before_is_mark(at, ",");
        add(std::move(*source), apposed ? TokenRange{phrase.begin, at} : phrase,
            all_of_it(at, length, phrase.begin));
    } else {
        Scope scope = behind(at, length);
        // `"…?" Hale said to a crowd of 500`: those who heard it.
        if (frame_.is(at, "said") && frame_.is(scope.begin, "to") && !that_follows(scope.begin) &&
            frame_.is(scope.begin + 1, WordClass::determiner))
            scope.begin = scope.end;
        if (!end_in_relative_clause(at, scope)) return;
        end_in_opening_clause(phrase, scope);
        // "told 3,000 supporters that": those who are told.
        if (kind == CueKind::tell && starts_figure(scope.begin)) scope.begin = end_of_figure(scope.begin);
        scope.begin = figure_before(phrase.begin, scope.begin);
        if (kind == CueKind::expect || kind == CueKind::promise) {
            scope.saying = Saying::view;
            // "Economists had forecast $68m; the tax raised $60m."
            for (std::size_t i = at + length; i < scope.end; ++i)
                if (frame_.document.is(i, ";")) scope.end = i;
        }
        add(std::move(*source), phrase, scope);
    }
}

bool AttributionFinder::joins_clauses(std::size_t verb) const {
    return verb > frame_.sentence.begin && frame_.is_any(verb - 1, {"and", "but"});
}

// "…," she said, but added that …: who spoke before the conjunction goes on.
bool AttributionFinder::goes_on(std::size_t at, std::size_t length) {
    if (!joins_clauses(at) || found_.empty() || found_.back().saying != Saying::speech) return false;
    Source source = found_.back().source;
    const TokenRange speaker = found_.back().speaker;
    add(std::move(source), speaker, behind(at, length));
    return true;
}

// "The company reported a loss, adding that …", "citing data": the subject of the clause before goes on speaking.
void AttributionFinder::participle(std::size_t at, std::size_t length, CueKind kind) {
    if (kind != CueKind::say || !has_ending(frame_.document.word(at), "ing")) return;
    // "claiming 30% of the vote" says nothing.
    if (frame_.is(at, WordClass::weak_cue) && starts_figure(at + length)) return;
    if (!found_.empty()) {
        Source source = found_.back().source;
        add(std::move(source), {at, at}, behind(at, length));
        return;
    }
    // "President X has pressed for peace, saying his administration …": the subject of the clause before speaks.
    const std::size_t comma = at - (before_is_mark(at, ",") ? 1 : 0);
    const auto near = verb_group_before(frame_, comma);
    std::size_t first = frame_.sentence.begin;
    while (first < at && !is_verb_at(frame_, first)) ++first;
    for (const std::size_t verb : {near ? near->begin : at, first}) {
        if (verb == at) continue;
        TokenRange phrase = speaker_before(verb);
        if (const TokenRange opener = opening_document(phrase); !opener.empty()) phrase = opener;
        const auto source = speakers_.resolve(frame_, phrase);
        if (!source) continue;
        add(Source(*source), phrase, behind(at, length));
        return;
    }
    if (!clause_follows(at + length)) return;
    // "Hale tried to make the case, explaining the losses came to 1%": where no table knows what he did.
    const TokenRange phrase = opening_subject(at);
    if (auto source = speakers_.resolve(frame_, phrase)) add(std::move(*source), phrase, behind(at, length));
}

// "Tarnholt reports sales", not "news reports".
bool AttributionFinder::follows_name(std::size_t at) const {
    const bool name = at > frame_.sentence.begin && frame_.token(at - 1).is_capitalised() &&
                      frame_.token(at - 1).word == unknown_word;
    return name || is_verb_at(frame_, at);
}

// Does this verb, with this subject, report what somebody says?
bool AttributionFinder::says(std::size_t at, std::size_t length, CueKind kind, const Source& source,
                             TokenRange phrase) const {
    const std::size_t next = at + length;
    const auto that = [&] { return that_follows(next) || clause_follows(next); };
    const bool closes = !frame_.has(next) || frame_.document.is(next, ".") || frame_.document.is(next, ",") ||
                        frame_.document.is(next, ":");
    const bool document = source.kind == SourceKind::document;
    if (is_what_is_said_of(phrase.begin)) return false;
    // "went on about three things"
    if (length > 1 && kind == CueKind::say && frame_.is(next, "about") && !starts_figure(next)) return false;
    switch (kind) {
        case CueKind::find:
            if (frame_.is_any(at, {"reported", "reports", "report"}))
                return frame_.is(at, "reported") || (frame_.is(at, "reports") && follows_name(at)) ||
                       document || closes || is_trailing(phrase, next) || that();
            if (frame_.is(at, WordClass::full_cue)) return true;
            return document || frame_.is(at, "calculated") || (closes && is_trailing(phrase, next)) || that();
        case CueKind::say:
            if (follows_quotation(phrase.begin)) return true;
            // "claims to have", "admitted to taking"
            if (frame_.is(next, "to") && frame_.has(next + 1) &&
                (frame_.is_any(next + 1, {"have", "be"}) ||
                 has_ending(frame_.document.word(next + 1), "ing")))
                return true;
            if (frame_.is(next, "to") && !frame_.is(next + 1, WordClass::determiner)) return false;
            if (frame_.is(at, WordClass::weak_cue))
                return is_trailing(phrase, next) || (closes && announces_quotation(next)) || that();
            // "added 256,000 jobs" adds, "added that" says.
            if (frame_.is(at, WordClass::change_verb))
                return (closes && (is_trailing(phrase, next) || frame_.is(next, ":"))) || that();
            return true;
        case CueKind::tell:
            // "told a tale of two cities"
            return !frame_.is(next, WordClass::determiner) || !frame_.is(next + 1, WordClass::tale);
        case CueKind::cite:
            // "the customs chief accused of taking $3m" is accused.
            return !document && !(frame_.is(at, "accused") && frame_.is(next, "of"));
        case CueKind::promise:
            if (gives_object(at, next)) return false;
            [[fallthrough]];
        case CueKind::expect:
            if (frame_.is_any(at, {"sees", "see"}) && !looks_ahead(at)) return false;
            if (figure_before(phrase.begin, next) != next) return true;
            return !frame_.is(next, "by") && !(closes && !is_trailing(phrase, next));
    }
    return true;
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
        if (frame_.token(i).kind == TokenKind::mark || starts_figure(i)) return false;
        if (i == sees + 1) continue;
        if (frame_.is(i, "at")) return starts_figure(i + 1);
        if (has_ending(frame_.document.word(i), "ing"))
            return frame_.is(i, "averaging") || frame_.is(i, WordClass::change_verb);
        if (frame_.is(i, WordClass::relative) || frame_.is(i, WordClass::conjunction)) return false;
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
    const std::string_view mark = frame_.document.word(before);
    if (closes_quotation(frame_.document, before)) return true;
    if (mark != "," && !is_wide_dash(mark) && mark != ")") return false;
    // "On Tuesday, the company said it …" goes on behind the verb; ", the ministry said on Wednesday." does not.
    for (std::size_t i = behind; frame_.has(i); ++i) {
        if (starts_figure(i)) return false;
        if (frame_.token(i).kind == TokenKind::mark && !frame_.document.is(i, "-")) return true;
        // "warned in a report published on Thursday"
        const bool participle =
            frame_.is(i, WordClass::document_participle) && is_document_noun(frame_, i - 1);
        // "told the chamber before the vote", "said in its yearly report"
        const bool time = frame_.is_any(i, {"before", "after", "since"});
        // "said in an update before the market opened."
        if (time && i > behind && closes_sentence(i) && !figure_behind(i)) return true;
        // "announced yesterday as he unveiled £55bn of cuts."
        if ((i > behind || frame_.is(i + 1, WordClass::pronoun)) && frame_.is(i, "as") && closes_sentence(i))
            return true;
        if (frame_.is(i, "that") || (frame_.is(i, WordClass::subordinator) && !time)) return false;
        const bool noun =
            is_document_noun(frame_, i) &&
            (!frame_.has(i + 1) || frame_.document.is(i + 1, ".") || frame_.document.is(i + 1, ","));
        // "said on a call after the earnings"
        const bool object = frame_.is(i - 1, WordClass::determiner) && i > behind;
        if (!participle && !noun && !object && is_verb_at(frame_, i)) return false;
        if (frame_.is(i, WordClass::pronoun) && !frame_.is(i, WordClass::determiner)) return false;
    }
    return true;
}

// "12% of members said they would stay": what is counted, no one who speaks.
bool AttributionFinder::counts_people(TokenRange phrase) const {
    for (std::size_t k = 0; k < frame_.count(); ++k) {
        const Quantity& quantity = frame_.draft(k).quantity;
        const bool share = quantity.kind == Kind::percent || quantity.kind == Kind::ratio;
        if (share && phrase.begin < quantity.end && quantity.begin < phrase.end) return true;
    }
    return false;
}

// "Seven in ten respondents said …" behind a survey: its finding still.
void AttributionFinder::answered(TokenRange phrase, std::size_t verb) {
    const std::optional<Source>& last = speakers_.last();
    const bool asked =
        last && last->kind == SourceKind::document && frame_.is(verb - 1, WordClass::respondent);
    if (!asked) return;
    add(Source(*last), {verb, verb}, {verb, 1, phrase.begin, frame_.sentence.end, true, Saying::speech});
}

// True where the verb can be nothing but one of speech, so that its subject speaks whatever noun it is.
bool AttributionFinder::reports_speech(std::size_t at, std::size_t length, CueKind kind,
                                       TokenRange phrase) const {
    const std::size_t next = at + length;
    if (frame_.is_any(at, {"said", "says", "told"})) return true;
    if (frame_.is(at, "say") && frame_.is(phrase.begin, WordClass::possessive_pronoun)) return true;
    if (!is_verb_at(frame_, at)) return false;  // "a Times report that"
    // "…, the sport's governing body confirmed on Thursday."
    if (kind == CueKind::say && is_trailing(phrase, next)) return true;
    return that_follows(next) || (frame_.has(next) && frame_.document.is(next, ":")) ||
           follows_quotation(phrase.begin) || (kind == CueKind::find && clause_follows(next));
}

// `wrote: "…`, `reads, "…`
bool AttributionFinder::announces_quotation(std::size_t mark) const {
    if (!frame_.has(mark)) return false;
    return frame_.document.is(mark, ":") || is_quoted(frame_.document, mark + 2);
}

// "said that", "declared on the radio that"
bool AttributionFinder::that_follows(std::size_t i) const {
    constexpr std::size_t furthest = 6;
    for (const std::size_t limit = i + furthest; frame_.has(i) && i < limit; ++i) {
        if (frame_.is(i, "that")) return true;
        const bool verb = is_verb_at(frame_, i) && !frame_.is(i - 1, WordClass::determiner);
        if (frame_.token(i).kind == TokenKind::mark || verb) return false;
    }
    return false;
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
    // "claimed nearly 400 delegates | took part": a figure and what it did.
    const std::size_t counted = end_of_counted(i);
    if (counted > i && frame_.has(counted) && is_verb_at(frame_, counted) &&
        (has_ending(frame_.document.word(counted), "ed", 2) || frame_.is(counted, WordClass::irregular_past)))
        return true;
    // "claims his boat is worth over $1m": some way on, before anything else begins.
    constexpr std::size_t furthest = 8;
    for (std::size_t k = end_of_figure(i); frame_.has(k) && k < i + furthest; ++k) {
        if (frame_.token(k).kind == TokenKind::mark || frame_.is(k, WordClass::relative)) return false;
        if (k > i && frame_.has_any(k, finite) && is_verb_at(frame_, k)) return true;
    }
    return false;
}

std::vector<Attribution> find_attributions(const SentenceFrame& frame, Speakers& speakers) {
    return AttributionFinder(frame, speakers).find();
}

}  // namespace figbook
