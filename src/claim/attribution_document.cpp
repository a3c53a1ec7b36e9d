#include <algorithm>
#include <utility>

#include "claim/attribution_finder.hpp"
#include "claim/names.hpp"
#include "claim/phrases.hpp"
#include "claim/verbs.hpp"
#include "text/endings.hpp"

namespace figbook {

namespace {

// "a poll [released] last week found": what is done to a document, behind it.
bool is_participle_of(const SentenceFrame& frame, std::size_t i) {
    return frame.is(i, WordClass::document_participle);
}

}  // namespace

bool is_document_noun(const SentenceFrame& frame, std::size_t i) {
    if (!frame.is(i, WordClass::speaker_noun)) return false;
    // "an average of polls", but not "analysts' average | estimate"
    if (frame.is(i, "average") && in_noun_phrase(frame, i + 1)) return false;
    const auto noun = vocabulary().speaker_nouns.match(frame.document.tokens, i, frame.sentence.end);
    return noun && *noun.meaning == SpeakerNoun::document;
}

// The noun phrase around a document's noun: "the Norland Post/Kestrel poll of 900 voters", without the times behind it.
TokenRange AttributionFinder::document_around(std::size_t noun) const {
    const auto in_name = [&](std::size_t i) {
        const bool hyphen = frame_.is_written(i, "-") || frame_.is_written(i + 1, "-");
        return in_noun_phrase(frame_, i) || frame_.is_written(i, "/") || hyphen ||
               (frame_.token(i).is_number() && !frame_.token(noun).starts_line());
    };
    std::size_t begin = noun;
    while (begin > frame_.sentence.begin && begin + 12 > noun) {
        const std::size_t previous = begin - 1;
        // "an average of polls"
        const bool inner = previous > frame_.sentence.begin;
        // "customs and industry data"
        const bool pair = inner && begin + 1 == noun && frame_.is(previous, "and") &&
                          (previous - 1 == frame_.sentence.begin || frame_.is_written(previous - 2, ","));
        const bool joins =
            pair || (inner && frame_.is(previous, "of") && frame_.is(previous - 1, WordClass::weak_noun));
        if (!in_name(previous) && !joins && !frame_.is(previous, "one")) break;
        begin = joins ? previous - 1 : previous;
        if (!joins && (frame_.is(begin, WordClass::determiner) || frame_.is(begin, "one"))) break;
    }
    if (begin > frame_.sentence.begin && frame_.is_written(begin - 1, ")")) begin = before_initials(begin);
    const TokenRange behind = noun_phrase_from(frame_, noun);
    return {begin, std::max(noun + 1, behind.end)};
}

// The document that is the subject of the verb, over what is said of it: "A Norland Post/Kestrel poll released on Friday
// | found".
TokenRange AttributionFinder::document_before(std::size_t verb) const {
    constexpr std::size_t furthest = 24;
    if (!frame_.sentence.has(WordClass::speaker_noun)) return {};
    // "in polls that showed", "of a poll showing": the verb describes the document, wherever that stands.
    const bool relative = verb > frame_.sentence.begin && frame_.is_any(verb - 1, {"that", "which"});
    const bool describes = relative || has_ending(frame_.word(verb), "ing");
    if (!describes && asks_of_persons(verb)) return {};
    if (relative) --verb;
    if (verb > frame_.sentence.begin && frame_.is_written(verb - 1, ",")) return {};
    std::size_t noun = verb;
    for (std::size_t i = verb; i > frame_.sentence.begin && i + furthest > verb;) {
        --i;
        const bool joint = frame_.is_written(i, "-") || frame_.is_written(i, "/") ||
                           frame_.is_written(i, "&") || frame_.token(i).kind == TokenKind::possessive;
        // "the Academy of Music, Dance and Drama"
        const bool listed = (frame_.is_written(i, ",") || frame_.is(i, "and")) && i > frame_.sentence.begin &&
                            i + 1 < verb && frame_.token(i - 1).is_capitalised() &&
                            frame_.token(i + 1).is_capitalised();
        if (listed) continue;
        if (frame_.token(i).kind == TokenKind::mark && !joint) break;
        // "customs and industry data"
        const bool compounds = noun != verb && frame_.is(i, "and") && i + 2 == noun &&
                               i > frame_.sentence.begin && in_noun_phrase(frame_, i - 1);
        if (compounds) continue;
        if (frame_.is(i, WordClass::conjunction) || frame_.is(i, WordClass::relative)) break;
        // Right before the verb it can be no verb itself: "one chart says".
        const bool noun_here = i + 1 == verb && is_document_noun(frame_, i);
        if (!noun_here && is_verb_at(frame_, i) && !is_participle_of(frame_, i)) {
            // "A report to be released on Monday"
            const bool to_be = frame_.is(i, "be") && is_participle_of(frame_, i + 1) &&
                               i > frame_.sentence.begin && frame_.is(i - 1, "to");
            if (!to_be) break;
            --i;
            continue;
        }
        if (!is_document_noun(frame_, i)) continue;
        const bool compound = i + 1 < verb && in_noun_phrase(frame_, i + 1) &&
                              !frame_.is(i + 1, WordClass::determiner) && !starts_time(frame_, i + 1) &&
                              !is_participle_of(frame_, i + 1);
        if (!compound) noun = i;
    }
    if (noun == verb) return {};
    const TokenRange phrase = document_around(noun);
    // "voters in the poll said": the voters.
    const bool hangs = hangs_on_preposition(phrase, verb);
    return hangs && !describes ? TokenRange{} : TokenRange{phrase.begin, end_of_document(noun, verb)};
}

// "A survey of 900 adults published by Kestrel | last week | found": when it came out is none of its name.
std::size_t AttributionFinder::end_of_document(std::size_t noun, std::size_t verb) const {
    std::size_t end = verb;
    while (end > noun + 1 &&
           (frame_.is(end - 1, WordClass::auxiliary) || frame_.is(end - 1, WordClass::modifier)))
        --end;
    for (std::size_t i = end; i-- > noun + 1;) {
        if (frame_.is(i, "be") && is_participle_of(frame_, i + 1)) {  // "to be released by Kestrel on Monday"
            end = i - 1;
            continue;
        }
        if (frame_.is(i, "by") || frame_.is(i, "for") || frame_.is(i, "of")) break;
        // "data from the 2014 Community Survey" has its year in its name.
        const bool named = frame_.is(i - 1, WordClass::determiner) && frame_.has(i + 1) &&
                           frame_.token(i + 1).is_capitalised();
        if (frame_.is(i, WordClass::document_participle) || (starts_time(frame_, i) && !named)) end = i;
    }
    while (end > noun + 1 &&
           (frame_.is(end - 1, WordClass::preposition) || frame_.is_any(end - 1, {"late", "early"})))
        --end;
    return end;
}

bool AttributionFinder::ends_document(std::size_t i) const {
    const std::string_view mark = frame_.word(i);
    return frame_.token(i).kind == TokenKind::mark && mark != "-" && mark != "/" && mark != "&" &&
           !frame_.has_any(i, {WordClass::quotation_mark});
}

// "a fact sheet | lawmakers released on Monday": the document alone.
void AttributionFinder::cut_to_document(TokenRange& phrase) const {
    if (!frame_.is(phrase.end, WordClass::document_participle)) return;
    // "data | compiled by Kestrel"
    const bool made =
        !frame_.is_any(phrase.end, {"cited", "seen", "obtained", "reviewed", "shared", "shown"});
    if (made && frame_.is(phrase.end + 1, "by"))
        if (const TokenRange maker = noun_phrase_from(frame_, phrase.end + 2, false); !maker.empty()) {
            // "released by the Ministry | of Roads"
            const std::size_t name = first_capital(frame_.document, maker.begin, maker.end);
            phrase.end = std::max(maker.end, end_of_body(frame_.document, name, frame_.sentence.end));
            if (frame_.is(phrase.end - 1, WordClass::weekday)) --phrase.end;
            return;
        }
    for (std::size_t end = phrase.end; end > phrase.begin; --end) {
        const auto noun = words_.speaker_nouns.match_before(frame_.document.tokens, end, phrase.begin);
        if (noun && *noun.meaning == SpeakerNoun::document && !frame_.is(end, WordClass::preposition)) {
            phrase.end = end;
            return;
        }
    }
}

// "according to the UN refugee agency", "according to data from X"
void AttributionFinder::according_to(std::size_t i) {
    TokenRange phrase = speaker_from(i + 2);
    // "two officials familiar with it"
    if (phrase.end <= i + 3 && frame_.is(i + 2, "one") && !starts_figure(i + 2))  // "one source with …"
        phrase = {i + 2, speaker_from(i + 3).end};
    else if (phrase.empty() && frame_.has(i + 2) &&
             (starts_figure(i + 2) || frame_.is(i + 2, WordClass::number)))
        phrase = {i + 2, speaker_from(end_of_figure(i + 2)).end};
    for (std::size_t k = i + 2; frame_.has(k) && k < i + 12 && !ends_document(k); ++k)
        if (is_document_noun(frame_, k) && k + 1 >= phrase.end) {
            phrase = {i + 2, document_around(k).end};
            // "a poll of 900 people"
            while (frame_.is(phrase.end, "of") ||
                   (phrase.end > k + 1 && in_noun_phrase(frame_, phrase.end)) ||
                   (frame_.has(phrase.end) && frame_.token(phrase.end).is_number() &&
                    frame_.is(phrase.end - 1, "of")))
                ++phrase.end;
        }
    cut_to_document(phrase);
    // "according to the developer, Kestrel Renewables."
    const TokenRange name = i > frame_.sentence.begin ? name_behind(phrase) : TokenRange{};
    if (!name.empty() && !is_document_noun(frame_, phrase.end - 1)) phrase = name;
    auto source = speakers_.resolve(frame_, phrase);
    // "a Norland University/Kestrel poll": the poll, not the university.
    const bool document = !phrase.empty() && is_document_noun(frame_, phrase.end - 1) &&
                          !frame_.token(phrase.end - 1).is_capitalised();
    if (source && document && source->kind == SourceKind::organisation &&
        source->name.ends_with(frame_.word(phrase.end - 1)))
        source->kind = SourceKind::document;
    if (!source && phrase.end > phrase.begin) {
        // Whatever it is, the text says that it is the source.
        const TokenRange bare = without_determiner(frame_, phrase);
        if (bare.end <= bare.begin) return;
        source.emplace();
        source->name = text_of(frame_.document, bare.begin, bare.end);
        source->kind = is_somebody_there(bare) ? SourceKind::unnamed : SourceKind::document;
    }
    if (!source) return;
    Scope scope{i, 2, frame_.sentence.begin, frame_.sentence.end, true, Saying::speech, false};
    if (i > frame_.sentence.begin) scope.end = std::min(scope.end, end_before_relative(phrase.end));
    const bool whole = frame_.is_any(i, {"according", "based"}) || frame_.is(i + 1, "per");
    if (!whole && !keep_to_foreseen(i + 1, scope)) keep_to_relative(i, scope);
    add(std::move(*source), phrase, scope);
}

// "a person briefed on the talks", "someone close to them", "one of those there"
bool AttributionFinder::is_somebody_there(TokenRange bare) const {
    const std::size_t head = end_of_head(frame_.document, bare) - 1;
    if (frame_.is_any(bare.begin, {"someone", "somebody"})) return true;
    if (frame_.is(bare.begin, "one") && frame_.is(bare.begin + 1, "of") &&
        frame_.is_any(bare.begin + 2, {"them", "those"}))
        return true;
    static constexpr WordClasses somebody{WordClass::person_noun, WordClass::respondent};
    return frame_.has_any(head, somebody) || frame_.is_any(head, {"banker", "volunteer", "journalists"});
}

// "…, based on a Kestrel poll of 900 voters": a document alone, and set off by a comma.
void AttributionFinder::based_on(std::size_t at) {
    const bool apart = at == frame_.sentence.begin || before_is_mark(at, ",");
    if (frame_.is(at + 1, "on") && apart && document_follows(at + 2)) according_to(at);
}

// "…, per the contract": a document, where "per head" is a rate.
void AttributionFinder::per_document(std::size_t at) {
    if (before_is_mark(at, ",") && frame_.is(at + 1, WordClass::determiner) && document_follows(at + 2))
        according_to(at - 1);
}

bool AttributionFinder::document_follows(std::size_t at) const {
    constexpr std::size_t furthest = 6;
    for (std::size_t i = at; frame_.has(i) && i < at + furthest && !ends_document(i); ++i)
        if (is_document_noun(frame_, i)) return true;
    return false;
}

// "In a survey published on Monday by El Farol, 57 percent …": the document that the sentence opens with.
bool AttributionFinder::opens_with_survey(std::size_t noun) {
    const std::size_t first = frame_.sentence.begin;
    if (!frame_.is(first, "in") || noun >= first + 12) return false;
    const bool determined = frame_.is(first + 1, WordClass::determiner);
    // "In Kestrel's poll, 40% …"
    const bool owned =
        frame_.token(noun - 1).kind == TokenKind::possessive && frame_.token(first + 1).is_capitalised();
    if (!determined && !owned) return false;
    std::size_t end = first + 2;
    // "In the last census it had 810 people, …" has its subject before the comma.
    while (frame_.has(end) && end < first + 16 && !frame_.is_written(end, ",")) {
        if (end > noun && frame_.is(end, WordClass::pronoun)) return false;
        ++end;
    }
    if (!frame_.has(end) || !frame_.is_written(end, ",") || end <= noun) return false;
    add(document_named({determined ? first + 2 : first + 1, end}), {first, end},
        {first, 2, end, frame_.sentence.end, false, Saying::document, false});
    return true;
}

bool AttributionFinder::is_vague(TokenRange phrase, std::size_t noun) const {
    for (std::size_t i = phrase.begin; i < noun; ++i)
        if (frame_.is(i, WordClass::earlier)) return true;
    return phrase.begin + 1 >= noun && frame_.word(noun).ends_with('s');
}

Source AttributionFinder::document_named(TokenRange phrase) const {
    const TokenRange bare = without_determiner(frame_, phrase);
    Source source;
    source.name = text_of(frame_.document, bare.begin, bare.end);
    source.kind = SourceKind::document;
    return source;
}

// "… leads by 9 points in the latest Kestrel poll", "by one estimate", "a Kestrel poll has her at 40%".
void AttributionFinder::in_a_survey(std::size_t noun) {
    if (!found_.empty() && found_.back().speaker.begin <= noun && noun < found_.back().speaker.end) return;
    const bool compound = in_noun_phrase(frame_, noun + 1) && !starts_time(frame_, noun + 1) &&
                          !frame_.is(noun + 1, WordClass::document_participle) &&
                          !frame_.is(noun + 1, WordClass::determiner);
    // "Census: island has lost one in eight"
    if (noun == frame_.sentence.begin && frame_.has(noun + 1) && frame_.is_written(noun + 1, ":")) {
        add(document_named({noun, noun + 1}), {noun, noun + 1}, behind(noun + 1, 1));
        return;
    }
    // "won nine seats in a poll where turnout fell": an election
    const bool election = frame_.is_any(noun, {"poll", "polls"}) &&
                          (frame_.is_any(noun + 1, {"where", "marked", "marred", "boycotted"}) ||
                           (frame_.is(noun + 1, "in") && frame_.is(noun + 2, "which")));
    if (compound || election || opens_with_survey(noun)) return;
    TokenRange phrase = document_around(noun);
    for (std::size_t i = noun + 1; i < phrase.end; ++i)  // "in a Kestrel poll | by nearly 9 points"
        if (frame_.is(i, "by") && starts_figure(i + 1)) phrase.end = i;
    // "the Road Alliance estimates in its annual survey": the alliance.
    if (frame_.is(phrase.begin, WordClass::possessive_pronoun) && !found_.empty()) return;
    std::size_t end = noun + 1;  // with what is said of it
    while (frame_.has(end) && end < noun + 12 && frame_.token(end).kind != TokenKind::mark &&
           (!is_verb_at(frame_, end) || frame_.is(end, WordClass::document_participle)) &&
           !(frame_.is(end, "by") && starts_figure(end + 1)))  // "in a poll | by nearly 9 points"
        ++end;
    // "has her at 40%", not "has a margin of error"
    const bool places = frame_.is(end, WordClass::poll_verb) &&
                        (frame_.is(end + 1, WordClass::pronoun) ||
                         (frame_.has(end + 1) && frame_.token(end + 1).is_capitalised()));
    if (frame_.is(noun, WordClass::poll_noun) && places) {
        add(document_named({phrase.begin, end_of_document(noun, end)}), {phrase.begin, end}, behind(end, 1));
        return;
    }
    if (phrase.begin == frame_.sentence.begin) return;
    const std::size_t before = phrase.begin - 1;
    const bool estimate = frame_.is(before, "by") && frame_.is_any(phrase.begin, {"one", "some", "most"});
    const bool inside = frame_.is(before, "per") ||
                        (frame_.is(before, "in") && !frame_.is(before - 1, WordClass::takes_part));
    if (!estimate && !inside) return;
    if (inside && !frame_.is(noun, WordClass::poll_noun) && is_where_counted(before, end)) return;
    // "in the same poll"
    const std::optional<Source>& last = speakers_.last();
    if (inside && frame_.is(noun - 1, "same") && last && last->kind == SourceKind::document) {
        add(Source(*last), {before, end},
            {before, phrase.end - before, frame_.sentence.begin, frame_.sentence.end, true, Saying::document,
             false});
        return;
    }
    // "down from 58% in the last poll", "in the polls": another one, or none in particular.
    if (!estimate && (!frame_.is(phrase.begin, WordClass::determiner) || is_vague(phrase, noun))) return;
    Scope scope{
        before, phrase.end - before, frame_.sentence.begin, frame_.sentence.end, true, Saying::document,
        false};
    if (!keep_to_foreseen(before, scope) && is_compared_with_forecast(before, scope)) return;
    add(document_named(phrase), {before, end}, scope);
}

// "beat the average forecast of €2bn | in a Kestrel poll": that figure alone. True where no figure is the poll's: "rose 4%, in line with
// the median forecast | in a Kestrel poll", "less than forecast | in a Kestrel poll".
bool AttributionFinder::is_compared_with_forecast(std::size_t preposition, Scope& scope) const {
    constexpr std::size_t furthest = 6;
    const std::size_t first = frame_.sentence.begin;
    std::size_t forecast = preposition - 1;
    for (std::size_t k = 0; k < frame_.count(); ++k) {
        const Quantity& quantity = frame_.draft(k).quantity;
        if (quantity.phrase_end() != preposition || quantity.begin < first + 3 ||
            !frame_.is_any(quantity.begin - 1, {"of", "for"}) ||
            !frame_.is(quantity.begin - 2, WordClass::forecast_noun))
            continue;
        forecast = quantity.begin - 2;
        scope.begin = quantity.begin;
        scope.end = preposition;
    }
    if (scope.end == preposition) return false;
    if (!frame_.is(forecast, WordClass::forecast_noun) &&
        !frame_.is_any(forecast, {"expected", "predicted", "projected"}))
        return false;
    for (std::size_t i = forecast; i-- > first && i + furthest > forecast;) {
        if (frame_.is_any(i,
                          {"with", "than", "above", "below", "beating", "exceeding", "topping", "missing"}))
            return !figure_behind(preposition);
        if (!in_noun_phrase(frame_, i) && !frame_.token(i).is_number()) return false;
    }
    return false;
}

// "Three in ten adults | in the study | reached that figure": those who took part, of whom the paper tells; what they answered
// the study tells.
bool AttributionFinder::is_where_counted(std::size_t in, std::size_t end) const {
    constexpr std::size_t longest = 6;
    if (!is_verb_at(frame_, end) || frame_.is(end, WordClass::cue)) return false;
    for (std::size_t k = 0; k < frame_.count(); ++k) {
        const Quantity& quantity = frame_.draft(k).quantity;
        if (quantity.noun_end == in) return true;
        if (quantity.end >= in || quantity.end + longest < in || !is_share(quantity.begin)) continue;
        std::size_t i = frame_.is(quantity.end, "of") ? quantity.end + 1 : quantity.end;
        while (i < in && in_noun_phrase(frame_, i)) ++i;
        return i == in;
    }
    return false;
}

// "The party, | which had been tipped by polls to win 110 seats, | took 63": what is set in.
void AttributionFinder::keep_to_relative(std::size_t participle, Scope& scope) const {
    constexpr std::size_t furthest = 5;
    std::size_t which = participle;
    while (which > frame_.sentence.begin + 1 && which + furthest > participle &&
           !frame_.is_any(which, {"which", "who"}))
        --which;
    if (!frame_.is_any(which, {"which", "who"}) || !before_is_mark(which, ",")) return;
    scope.begin = participle;
    end_at_comma(scope);
    scope.begin = which;
}

// "short of the €2bn forecast | in a Kestrel poll", "the 3% expected | by analysts": that figure alone.
bool AttributionFinder::keep_to_foreseen(std::size_t preposition, Scope& scope) const {
    if (preposition == frame_.sentence.begin) return false;
    const std::size_t participle = preposition - 1;
    if (!frame_.is(participle, WordClass::cue) || frame_.is(participle, WordClass::change_verb)) return false;
    const auto cue = words_.cues.match(frame_.document.tokens, participle, frame_.sentence.end);
    const bool announced = frame_.is(participle, "announced");
    if (!cue || (*cue.meaning != CueKind::expect && *cue.meaning != CueKind::find && !announced))
        return false;
    // "the 8.2 percent | rise | reported by Kestrel"
    const bool told = announced || frame_.is(participle, "reported");
    constexpr std::size_t longest = 3;
    for (std::size_t k = 0; k < frame_.count(); ++k) {
        const Quantity& quantity = frame_.draft(k).quantity;
        bool right_before = quantity.end == participle || quantity.noun_end == participle;
        if (told && quantity.kind == Kind::count) continue;  // "300 thefts reported by drivers"
        if (told && !right_before && quantity.end < participle && quantity.end + longest >= participle) {
            std::size_t i = quantity.end;
            while (i < participle && in_noun_phrase(frame_, i)) ++i;
            right_before = i == participle;
        }
        if (!right_before) continue;
        scope.begin = quantity.begin;
        scope.end = participle;
        return true;
    }
    return false;
}

}  // namespace figbook
