#include <algorithm>
#include <utility>

#include "claim/attribution_finder.hpp"
#include "claim/phrases.hpp"
#include "claim/verbs.hpp"
#include "quantity/counted.hpp"
#include "text/dashes.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

// "Rutte on Wednesday said", "they have in fact said"
bool is_set_in_at(const SentenceFrame& frame, std::size_t i) {
    return frame.is(i, WordClass::weekday) || (frame.is(i, "on") && frame.is(i + 1, WordClass::weekday)) ||
           (frame.is(i, "now") && !frame.token(i).is_capitalised()) ||
           (frame.is(i, "fact") && frame.is(i - 1, "in")) || (frame.is(i, "in") && frame.is(i + 1, "fact"));
}

}  // namespace

bool closes_quotation(const Document& document, std::size_t i) {
    if (document.tokens[i].kind != TokenKind::mark) return false;
    const std::string_view mark = document.word(i);
    if (mark == "”" || mark == "\"" || mark == "»") return true;
    return (mark == "’" || mark == "'") && i > 0 && document.tokens[i - 1].kind == TokenKind::mark;
}

void AttributionFinder::find() {
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
        if (frame_.is(i, "saying") && i > frame_.sentence.begin && frame_.is(i - 1, "as")) quoted_as(i);
        if (classes.has(WordClass::survey_noun)) in_a_survey(i);
        if (classes.has(WordClass::view_noun)) view_of(i);
        if (classes.has(WordClass::saying_noun)) noun_of_saying(i);
        if (classes.has(WordClass::attribution_word)) {
            if (frame_.is(i, "according")) {
                if (frame_.is(i + 1, "to")) according_to(i);
            } else if (frame_.is(i, "charged")) {
                if (frame_.is(i + 1, "that")) verb(i, 1, CueKind::say);
            } else if (frame_.is(i, "suggesting")) {
                // "Sales fell 3%, suggesting that it is over" is what somebody makes of it; a report suggests.
                if (i > frame_.sentence.begin && is_document_noun(frame_, i - 1)) verb(i, 1, CueKind::say);
            } else if (frame_.is(i, "based"))
                based_on(i);
            else if (frame_.is(i, "per"))
                per_document(i);
            else if (frame_.is_any(i, {"heard", "hears"}))
                heard(i);
            else if (frame_.is_any(i, {"called", "calls", "gives", "give", "gave"}))
                takes_figure(i);
            else
                puts_at(i);
        } else if (classes.has(WordClass::cue_start)) {
            const auto cue = words_.cues.match(frame_.document.tokens, i, frame_.sentence.end);
            if (cue && frame_.is_any(i, {"estimated", "reckoned"}) && put_by_at(i)) continue;
            if (cue && i > frame_.sentence.begin && frame_.is(i - 1, WordClass::auxiliary) && reported_by(i))
                continue;
            if (cue && is_told_by(i, *cue.meaning))
                according_to(i);
            else if (cue && !(*cue.meaning == CueKind::tell && told_to_court(i)))
                verb(i, cue.length, *cue.meaning);
        }
    }
}

bool AttributionFinder::before_is_mark(std::size_t i, WordLiteral mark) const {
    return i > frame_.sentence.begin && frame_.is_written(i - 1, mark);
}
bool AttributionFinder::follows_quotation(std::size_t i) const {
    return i > frame_.sentence.begin && closes_quotation(frame_.document, i - 1);
}

// "as reported by X", "is expected by X"
bool AttributionFinder::is_told_by(std::size_t i, CueKind kind) const {
    if (i == frame_.sentence.begin || !frame_.is(i + 1, "by")) return false;
    if (Scope scope; (kind == CueKind::expect || frame_.is_any(i, {"reported", "announced"})) &&
                     keep_to_foreseen(i + 1, scope))
        return true;
    const bool foreseen = kind == CueKind::expect && frame_.is(i - 1, WordClass::auxiliary);
    const bool participle = has_ending(frame_.word(i), "ed") || frame_.is(i, "forecast");
    std::size_t as = i - 1;
    while (as > frame_.sentence.begin && !frame_.is(as, "as") && frame_.is(as, WordClass::modifier))
        --as;  // "as already announced by"
    return (foreseen || frame_.is(as, "as")) && participle;
}

// `"…?" Hadley pressed`: behind a quotation that is a sentence any verb is one of speech.
bool AttributionFinder::behind_quotation(std::size_t i) {
    std::size_t mark = i - 1;
    while (mark > frame_.sentence.begin && closes_quotation(frame_.document, mark)) --mark;
    const bool stopped =
        frame_.is_written(mark, ",") || frame_.is_written(mark, "?") || frame_.is_written(mark, "!");
    if (!stopped || !is_quoted(frame_.document, mark)) return false;
    // "thundered the opposition leader"
    const auto cue = words_.cues.match(frame_.document.tokens, i, frame_.sentence.end);
    const bool turned = is_verb_at(frame_, i) && !cue && !frame_.token(i).is_capitalised() &&
                        !has_ending(frame_.word(i), "ing");  // `"…," including those who`
    TokenRange phrase = speaker_from(turned ? i + 1 : i);
    const std::size_t verb = turned ? i : phrase.end;
    if (turned && !closes_behind(phrase.end)) return false;
    if (turned)
        if (const TokenRange name = name_behind(phrase); !name.empty()) phrase = name;
    if (phrase.empty() || !is_verb_at(frame_, verb) ||
        (!turned && words_.cues.match(frame_.document.tokens, verb, frame_.sentence.end)) ||
        frame_.is(verb, WordClass::auxiliary) || frame_.is(verb, WordClass::modal) ||
        frame_.is_any(verb, {"heard", "hears"}))  // who hears does not speak
        return false;
    auto source = speakers_.resolve(frame_, phrase);
    if (!source) source = anyone(phrase);
    if (!source) return false;
    add(std::move(*source), phrase, all_of_it(verb, 1, i));
    return true;
}

// "Brandt was quoted as saying that", "is quoted by the Post as saying": the one who is quoted.
void AttributionFinder::quoted_as(std::size_t saying) {
    constexpr std::size_t furthest = 18;
    for (std::size_t i = saying; i-- > frame_.sentence.begin + 1 && i + furthest > saying;) {
        if (frame_.token(i).kind == TokenKind::mark && !frame_.is_written(i, ",")) return;
        if (!frame_.is_any(i, {"quoted", "cited", "reported", "recorded", "quotes", "cites", "quoting"}))
            continue;
        std::size_t verb = i;
        bool passive = false;
        while (verb > frame_.sentence.begin &&
               (frame_.is(verb - 1, WordClass::auxiliary) || frame_.is(verb - 1, WordClass::modifier))) {
            --verb;
            passive |= frame_.is(verb, WordClass::auxiliary);
        }
        // "state television quoted the governor as saying": then he stands behind it.
        TokenRange phrase = passive ? speaker_before(verb) : speaker_from(i + 1);
        // "quoted the agency's head, Ed Moss, as saying"
        if (!passive)
            if (const TokenRange name = name_behind(phrase); !name.empty()) phrase = name;
        auto source = speakers_.resolve(frame_, phrase);
        if (!source) source = anyone(phrase);
        if (!source) return;
        // "Sales fell 3%, the paper quoted him as saying."
        const TokenRange carrier = passive ? phrase : speaker_before(verb);
        const bool trails = !carrier.empty() && is_trailing(carrier, saying + 1);
        add(Source(*source), phrase, trails ? all_of_it(saying, 1, carrier.begin) : behind(saying, 1));
        return;
    }
}

void AttributionFinder::verb(std::size_t at, std::size_t length, CueKind kind) {
    if (kind == CueKind::view) {  // whose "that" opens what is said, as behind "said"
        if (before_view(at) == at) return;
        kind = CueKind::say;
        length = 1;
    }
    if (!can_be_cue(at, length)) return;
    // "fined it after finding that two patents were copied": nobody's words
    if (kind == CueKind::find && at > frame_.sentence.begin && has_ending(frame_.word(at), "ing") &&
        frame_.is(at - 1, WordClass::preposition))
        return;
    const TokenRange apposed = at > frame_.sentence.begin ? name_in_apposition(at) : TokenRange{};
    if (apposed.empty() && inverted(at, length, kind)) return;
    before(at, length, kind);
}

// `"…," said Ivan Horbenko, a deputy minister`: the speaker behind the verb.
bool AttributionFinder::inverted(std::size_t at, std::size_t length, CueKind kind) {
    const bool reports = frame_.is_any(at, {"reports", "reported"});
    if (kind != CueKind::say && !reports) return false;
    if (reports && closes_relative_clause(at)) return false;
    const bool opens = at == frame_.sentence.begin || before_is_mark(at, ",") || follows_quotation(at) ||
                       is_long_dash(frame_.word(at - 1));
    if (!opens) return false;
    std::size_t start = at + length;
    if (!frame_.has(start)) return false;
    TokenRange phrase = speaker_from(start);
    phrase.end = std::min(phrase.end, end_before_time(phrase));
    if (!closes_behind(phrase.end)) return false;
    // "Ann Lee, a nurse, said | her town of 900 people | had spent £3m": what she said
    if (!follows_quotation(at) && frame_.is(phrase.end, "of") && clause_follows(start)) return false;
    // "The maker, which has 300 cooks, announced Ada Rune | as its new chief": whom it named
    if (!follows_quotation(at) && frame_.is(phrase.end, "as") &&
        frame_.has_any(phrase.end + 1, {WordClass::possessive_pronoun, WordClass::determiner}))
        return false;
    if (!follows_quotation(at) && before_is_mark(at, ",") && resumes_behind_aside(phrase.end)) {
        const TokenRange outer = subject_before(at, at);
        if (!outer.empty() && outer.end + 1 < at && speakers_.resolve(frame_, outer)) return false;
    }
    if (const TokenRange name = name_behind(phrase); !name.empty()) phrase = name;
    auto source = speakers_.resolve(frame_, phrase);
    // "the firm owed $9m, said a man who lives nearby": whoever that is
    const bool somebody = frame_.is_any(at, {"said", "says"}) && frame_.is_any(start, {"a", "an", "the"}) &&
                          frame_.is(end_of_head(frame_.document, phrase) - 1, WordClass::person_noun);
    if (!source && (follows_quotation(at) || somebody)) source = anyone(phrase);
    // "The firm, which has 40 shops, confirmed its outlook": what it confirmed.
    const bool object = source && source->kind == SourceKind::document && closes_relative_clause(at);
    if (!source || object) return false;
    Scope scope = all_of_it(at, length, at);
    // "He walked 6 km to work and, said his biographer, “cut his pay”": what is behind the conjunction.
    if (before_is_mark(at, ",") && joins_clauses(at - 1)) scope.begin = at - 2;
    if (const std::size_t relative = end_before_relative(phrase.end); !goes_on_behind_relative(at, relative))
        scope.end = std::min(scope.end, relative);
    if (has_verb_before(at - 1) && tells_of_speaker(phrase.end)) scope.end = std::min(scope.end, phrase.end);
    add(std::move(*source), phrase, scope);
    return true;
}

// "said Tom Keeley, | holding a cheque for £900", "said Ann Lee | after she won £900": what the speaker did or what befell him.
bool AttributionFinder::tells_of_speaker(std::size_t at) const {
    if (frame_.is_any(at, {"after", "before"}))
        return acts_behind(at) || has_ending(frame_.word(at + 1), "ing", 3);
    return frame_.has(at + 1) && frame_.is_written(at, ",") && has_ending(frame_.word(at + 1), "ing", 3) &&
           is_verb_at(frame_, at + 1) &&
           !frame_.is_one_of(at + 1, {WordClass::cue, WordClass::preposition}) &&
           !words_.cues.match(frame_.document.tokens, at + 1, frame_.sentence.end);
}

// "Ann Lee, a nurse, said the clinic, | which has 20 beds, was full": behind the aside the clause of what was said goes on.
bool AttributionFinder::resumes_behind_aside(std::size_t comma) const {
    if (!frame_.has(comma) || !frame_.is_written(comma, ",")) return false;
    std::size_t i = comma + 1;
    while (frame_.has(i) && !frame_.is_written(i, ",")) ++i;
    static constexpr WordClasses verbs{WordClass::auxiliary, WordClass::modal, WordClass::copula};
    return frame_.has(i + 1) && (frame_.is_one_of(i + 1, verbs) || is_verb_at(frame_, i + 1));
}

// "The firm, which has 40 shops, | confirmed": the verb of what the clause was on.
bool AttributionFinder::closes_relative_clause(std::size_t verb) const {
    if (!frame_.sentence.has(WordClass::relative) || !before_is_mark(verb, ",")) return false;
    std::size_t first = verb - 1;
    while (first > frame_.sentence.begin && !frame_.is_written(first - 1, ",")) --first;
    return first > frame_.sentence.begin && frame_.is_any(first, {"which", "who", "whose"});
}

// Behind the speaker the clause is over: "said the minister on Friday"; "said the state would pay" goes on.
bool AttributionFinder::closes_behind(std::size_t i) const {
    return !frame_.has(i) || frame_.token(i).kind == TokenKind::mark ||
           frame_.is(i, WordClass::preposition) || frame_.is(i, WordClass::relative) ||
           frame_.is(i, WordClass::weekday) || frame_.is(i, WordClass::conjunction) ||
           (frame_.is(i, WordClass::document_participle) && is_document_noun(frame_, i - 1));
}

// "X said (that) …", "…, X said", "…, X said, …".
void AttributionFinder::before(std::size_t at, std::size_t length, CueKind kind) {
    const bool progressive = has_ending(frame_.word(at), "ing");
    const std::size_t verb = begin_of_verbs(at, progressive);
    TokenRange phrase = subject_before(at, verb);
    if (progressive && before_is_mark(at, ",")) phrase = who_urged(phrase);
    // "She conceded the country would not get there, but said": she, not the country.
    const bool resumes = joins_clauses(verb) && (frame_.is_any(at, {"said", "says"}) ||
                                                 before_is_mark(verb - 1, ",") || that_follows(at + length));
    if ((phrase.empty() || resumes) && kind == CueKind::say && goes_on(verb, at, length)) return;
    // "The leader said members would get 5%, adding …": he who spoke, not the members.
    const bool goes_on_speaking = progressive && kind == CueKind::say && !found_.empty() &&
                                  found_.back().saying == Saying::speech && before_is_mark(at, ",");
    if (phrase.empty() || goes_on_speaking) return participle(at, length, kind);
    if (are_those_asked(phrase, at) || is_inside_compound(phrase, at, length) ||
        is_view_of_nobody(at, phrase))
        return;
    if (counts_people(phrase)) return answered(phrase, at);
    auto source = source_before(at, length, kind, phrase);
    if (!source && progressive && before_is_mark(at, ",")) return participle(at, length, kind);
    if (!source || !says(at, length, kind, *source, phrase)) return;
    // "In an average calculated by Kestrel": the document is no subject.
    const bool hangs = hangs_on_preposition(phrase, verb);
    const bool document = source->kind == SourceKind::document;
    const bool relative = frame_.is_any(verb - 1, {"that", "which"});
    if (hangs && document && !progressive && !relative) return;
    const bool trails = is_trailing(phrase, at + length);
    if (trails && kind != CueKind::cite) {
        // "Ann Lee, who runs 40 shops, said": what is set behind the name is of the speaker.
        const bool apposed = phrase.end < at && frame_.is_written(phrase.end, ",") && before_is_mark(at, ",");
        Scope scope = all_of_it(at, length, phrase.begin);
        // "The £9m loan should help but, analysts say, shows the need": what is behind the conjunction
        if (phrase.begin > frame_.sentence.begin + 2 && before_is_mark(phrase.begin, ",") &&
            frame_.is(phrase.begin - 2, "but"))
            scope.begin = phrase.begin - 1;
        if (tail_has_figure(at + length)) scope.end = std::min(scope.end, at);
        return add(std::move(*source), apposed ? TokenRange{phrase.begin, at} : phrase, scope);
    }
    // "of the firms that say they have robots, 69% …"
    const bool says_which = frame_.is(verb - 1, "that") && !document;
    const auto scope = scope_behind(at, length, kind, phrase, says_which);
    if (!scope) return;
    if (kind == CueKind::expect || kind == CueKind::promise) return view(std::move(*source), phrase, *scope);
    add(std::move(*source), phrase, *scope);
}

// "the bank | note | printer": one thing notes nothing so, and what stands behind is a noun.
bool AttributionFinder::is_inside_compound(TokenRange phrase, std::size_t at, std::size_t length) const {
    if (length != 1 || !frame_.is_any(at, {"note", "report", "claim", "estimate", "charge", "warrant"}))
        return false;
    const std::size_t next = at + 1;
    const bool noun = frame_.has(next) && in_noun_phrase(frame_, next) &&
                      !frame_.token(next).is_capitalised() && !frame_.token(next).is_number() &&
                      !frame_.is_one_of(next, {WordClass::determiner, WordClass::pronoun, WordClass::modifier,
                                               WordClass::possessive_pronoun, WordClass::adjective});
    return noun && phrase.end == at && !frame_.token(phrase.end - 1).is_capitalised() &&
           !looks_plural(frame_.document, phrase.end - 1) && frame_.is(phrase.begin, WordClass::determiner) &&
           !looks_plural(frame_.document, next);
}

// "In | an average | calculated by Kestrel", "after | a report | found": no subject of its own clause.
bool AttributionFinder::hangs_on_preposition(TokenRange phrase, std::size_t verb) const {
    return phrase.begin > frame_.sentence.begin && frame_.is(phrase.begin - 1, WordClass::preposition) &&
           !opens_clause(phrase.begin - 1, verb);
}

// "It comes | after figures revealed that 70%": the clause has a subject of its own; not "after a report by Kestrel found".
bool AttributionFinder::opens_clause(std::size_t preposition, std::size_t verb) const {
    return frame_.is_any(preposition, {"after", "before", "since", "until"}) &&
           is_document_noun(frame_, verb - 1) && that_follows(verb + 1);
}

// Where the verb and what helps it begin: "had long | said", "was expected to | show".
std::size_t AttributionFinder::begin_of_verbs(std::size_t at, bool progressive) const {
    std::size_t begin = before_view(at);
    if (frame_.is(at - 1, "to"))
        begin = is_had_to_say(frame_, at) ? at - 2
                                          : std::min({before_pleasure(frame_, at),
                                                      before_going_on(frame_, at), before_expectation(at)});
    while (begin > frame_.sentence.begin &&
           (frame_.is_any(begin - 1, {"has", "have", "had", "first", "long", "both", "will"}) ||
            (progressive && frame_.is_any(begin - 1, {"is", "are", "was", "were", "been"})) ||
            (frame_.is(begin - 1, WordClass::modifier) && !frame_.is(begin - 1, "more") &&
             !is_some_of_them(begin - 1) &&
             !frame_.is(begin - 1, WordClass::press_noun) &&  // "the daily | said"
             !(frame_.token(begin - 1).is_capitalised() &&    // "Pupils Together | said"
               begin > frame_.sentence.begin + 1)) ||
            is_set_in_at(frame_, begin - 1)))
        --begin;
    return begin;
}

TokenRange AttributionFinder::subject_before(std::size_t at, std::size_t verb) const {
    const TokenRange phrase = speaker_before(verb);
    if (!frame_.is(at, "saying") || !frame_.token(at - 1).is_word()) return phrase;
    // "followed by the van maker | saying that": not what was followed
    const TokenRange own = noun_phrase_before(frame_, at);
    return own.end == at && own.begin > frame_.sentence.begin && frame_.is_any(own.begin - 1, {"by", "with"})
               ? own
               : phrase;
}

// Who the subject is; `phrase` becomes that of whom it leads to: the document that the sentence opens with, or whose it is.
std::optional<Source> AttributionFinder::source_before(std::size_t at, std::size_t length, CueKind kind,
                                                       TokenRange& phrase) {
    const bool progressive = has_ending(frame_.word(at), "ing");
    auto source = speakers_.resolve(frame_, phrase);
    // "The agency raised $9m. It hopes to feed 600": the paper tells what it hopes.
    const bool speech = kind != CueKind::expect && kind != CueKind::promise;
    if (source && !speech && speakers_.is_only_subject(frame_, phrase)) source.reset();
    if (!source && (kind == CueKind::say || kind == CueKind::tell || is_some_of_them(phrase.begin)))
        source = unresolved(phrase);
    if (!source && kind == CueKind::expect) source = opening_organisation(phrase);
    const bool weak = source && (source->kind == SourceKind::unnamed || source->kind == SourceKind::document);
    if (weak && (kind == CueKind::find || progressive))
        if (const TokenRange opener = opening_document(phrase); !opener.empty()) {
            phrase = opener;
            source = document_named(opener);
        }
    if (!source && reports_speech(at, length, kind, phrase)) source = anyone(phrase);
    if (source && source->kind == SourceKind::document && progressive)
        if (const TokenRange issuer = issuer_of(phrase); !issuer.empty())
            if (auto issued_by = speakers_.resolve(frame_, issuer)) {
                phrase = issuer;
                source = std::move(issued_by);
            }
    return source;
}

bool AttributionFinder::joins_clauses(std::size_t verb) const {
    return verb > frame_.sentence.begin && frame_.is_any(verb - 1, {"and", "but"});
}

// "…," she said, but added that …: who spoke before the conjunction goes on.
bool AttributionFinder::goes_on(std::size_t verb, std::size_t at, std::size_t length) {
    if (!joins_clauses(verb) || found_.empty() || found_.back().saying != Saying::speech) return false;
    Source source = found_.back().source;
    const TokenRange speaker = found_.back().speaker;
    add(std::move(source), speaker, behind(at, length));
    return true;
}

// "The bank released its results, | reporting | earnings of $4m"; not "reporting for 20 papers".
bool AttributionFinder::reports_own(std::size_t at) const {
    return frame_.is(at, "reporting") && before_is_mark(at, ",") &&
           !frame_.is(at + 1, WordClass::preposition);
}

// "The company reported a loss, adding that …", "citing data": the subject of the clause before goes on speaking.
void AttributionFinder::participle(std::size_t at, std::size_t length, CueKind kind) {
    if ((kind != CueKind::say && !reports_own(at)) || !has_ending(frame_.word(at), "ing")) return;
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
    // "Berlin urged the court | to stop | the poll, arguing it would cost €4m": Berlin
    const bool infinitive = near && (frame_.is(near->begin, "to") || frame_.is(near->begin - 1, "to"));
    for (const std::size_t verb : {near && !infinitive ? near->begin : at, first}) {
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

// "Of families | asked for consent, 39%", "Among patients | told of the risk, 12%": what was done to those of whom the figure
// is a part, and no verb of theirs.
bool AttributionFinder::are_those_asked(TokenRange phrase, std::size_t verb) const {
    const std::size_t first = frame_.sentence.begin;
    if (phrase.end != verb || phrase.begin == first ||
        !frame_.is_any(phrase.begin - 1, {"of", "among", "amongst"}))
        return false;
    if (!has_ending(frame_.word(verb), "ed", 2) && !frame_.is(verb, "told")) return false;
    if (phrase.begin - 1 == first) return true;
    for (std::size_t k = 0; k < frame_.count(); ++k)
        if (frame_.draft(k).quantity.end + 1 == phrase.begin) return is_share(frame_.draft(k).quantity.begin);
    return false;
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
    add(Source(*last), {verb, verb},
        {verb, 1, phrase.begin, frame_.sentence.end, true, Saying::speech, false});
}

void find_attributions(const SentenceFrame& frame, Speakers& speakers, std::vector<Attribution>& found) {
    AttributionFinder(frame, speakers, found).find();
}

}  // namespace figbook
