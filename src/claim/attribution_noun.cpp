#include <algorithm>

#include "claim/attribution_finder.hpp"
#include "claim/names.hpp"
#include "claim/phrases.hpp"
#include "claim/verbs.hpp"
#include "text/endings.hpp"

namespace figbook {

// Behind a noun of saying, what is said: "the claim | that", "a pledge | to spend", "its forecast | for growth".
bool AttributionFinder::opens_what_is_said(std::size_t noun) const {
    constexpr std::size_t furthest = 10;
    std::size_t next = noun + 1;
    if (!frame_.has(next)) return false;
    if (frame_.is_written(next, ":") || frame_.is_any(next, {"that", "to", "of", "for"})) return true;
    if (frame_.is(next, WordClass::copula) && frame_.is(next + 1, "that"))
        return true;  // "Its excuse was that"
    // "a pledge last month to", "a report from Mainz that"
    if (starts_time(frame_, next) || frame_.is_any(next, {"from", "by"}))
        while (frame_.has(next) && next < noun + furthest && !frame_.is_any(next, {"that", "to"}) &&
               (frame_.token(next).kind != TokenKind::mark || frame_.is_written(next, ",")) &&
               !is_verb_at(frame_, next))
            ++next;
    return frame_.is_any(next, {"that", "to"});
}

// Where the possessor of a noun ends: at the "'s" of "Halden's own forecast", at "its"; at the noun itself for none.
std::size_t AttributionFinder::owner_of(std::size_t noun) const {
    constexpr std::size_t furthest = 5;
    for (std::size_t i = noun; i-- > frame_.sentence.begin && i + furthest > noun;) {
        const bool plural = frame_.is_written(i, "'") || frame_.is_written(i, "’");  // "analysts' estimates"
        const bool possessive = frame_.token(i).kind == TokenKind::possessive || plural;
        if (possessive || frame_.is(i, WordClass::possessive_pronoun)) return i;
        if (!in_noun_phrase(frame_, i) && !frame_.token(i).is_number()) break;  // "its 2023 growth outlook"
    }
    return noun;
}

// "Ann Lee has cut | her forecast", "Kestrel's Ann Lee raised | her target": who opens the sentence and acts in it.
std::optional<Source> AttributionFinder::opening_person(std::size_t owner) {
    if (!frame_.is_any(owner, {"his", "her"})) return std::nullopt;
    TokenRange opener = speaker_from(behind_fronted());
    if (opener.empty() || opener.end >= owner) return std::nullopt;
    if (frame_.token(opener.end).kind == TokenKind::possessive) {  // "Kestrel's | Ann Lee"
        opener.begin = opener.end + 1;
        opener.end = end_of_name(frame_.document, opener.begin, owner);
    }
    const bool acts = opener.end > opener.begin + 1 && opener.end < owner &&
                      (is_verb_at(frame_, opener.end) || frame_.is(opener.end, WordClass::modifier));
    if (!acts) return std::nullopt;
    auto subject = speakers_.resolve(frame_, opener);
    return subject && subject->kind == SourceKind::person ? subject : std::nullopt;
}

// Whose the noun is; `phrase` becomes the words that say it.
std::optional<Source> AttributionFinder::owner_source(std::size_t owner, TokenRange& phrase) {
    if (!frame_.is(owner, WordClass::possessive_pronoun)) {
        phrase = noun_phrase_before(frame_, owner);
        // "no evidence for Halden's claim": the name alone.
        for (std::size_t i = phrase.end; i > phrase.begin; --i)
            if (frame_.is(i - 1, WordClass::preposition) && !frame_.is(i - 1, "of")) {
                phrase.begin = i;
                break;
            }
        // "and confounding | economists' expectations"
        for (std::size_t i = phrase.end; i > phrase.begin + 1; --i)
            if (has_ending(frame_.word(i - 2), "ing", 3) && !frame_.token(i - 2).is_capitalised()) {
                phrase.begin = i - 1;
                break;
            }
        return speakers_.resolve(frame_, phrase);
    }
    phrase = {owner, owner + 1};
    // "The auditor wrote in her report": hers who speaks.
    if (!found_.empty() && found_.back().saying == Saying::speech) return found_.back().source;
    if (auto subject = opening_person(owner)) return subject;
    auto source = speakers_.resolve(frame_, phrase);
    if (!source || source->name == frame_.word(owner)) return std::nullopt;
    // "The paper said so. The government revised up its forecast": the government's
    bool in_clause = !frame_.is(owner, "its");  // "Shares fell after | the van maker cut its outlook"
    for (std::size_t i = frame_.sentence.begin; i < owner && !in_clause; ++i)
        in_clause = frame_.is(i, WordClass::subordinator);
    const TokenRange opener = in_clause ? TokenRange{} : speaker_from(frame_.sentence.begin);
    // "The cabinet last month revised", not "The Dorne, Norland firm cut"
    const bool acts = !opener.empty() && (is_verb_at(frame_, opener.end) || starts_time(frame_, opener.end) ||
                                          frame_.is(opener.end, WordClass::modifier));
    if (acts && opener.end < owner && opener.end > opener.begin + 1)
        if (auto subject = speakers_.resolve(frame_, opener);
            subject && subject->kind == SourceKind::organisation)
            return subject;
    return source;
}

// "claims by the army that 300 were freed", "a warning from Dorne Aid that": who says it stands behind the noun.
bool AttributionFinder::said_by(std::size_t noun) {
    if (!frame_.is_any(noun + 1, {"by", "from"})) return false;
    TokenRange phrase = speaker_from(noun + 2);
    // "from the mayor, Tui Brock, that", "from Tui Brock, the mayor, that"
    std::size_t that = phrase.end;
    if (const TokenRange name = name_behind(phrase); !name.empty()) {
        phrase = name;
        that = name.end + 1;
    } else if (frame_.has(that) && frame_.is_written(that, ",")) {
        const TokenRange aside = noun_phrase_from(frame_, that + 1);
        that = !aside.empty() && frame_.has(aside.end) && frame_.is_written(aside.end, ",") ? aside.end + 1
                                                                                            : that + 1;
    }
    if (phrase.empty() || !frame_.is(that, "that")) return false;
    auto source = speakers_.resolve(frame_, phrase);
    if (!source) source = anyone(phrase);
    if (!source || source->kind == SourceKind::document) return false;
    Scope scope = behind(that, 1);
    scope.saying = Saying::view;
    for (std::size_t i = that; i < scope.end; ++i)
        if (frame_.is_written(i, ",") || divides_clauses(frame_, i)) scope.end = i;
    add(Source(*source), phrase, scope);
    return true;
}

// The full stop is nobody's: what is said ends before it, so that it is nearer to the figure than all of the sentence.
void AttributionFinder::end_before_stop(Scope& scope) const {
    if (scope.end == frame_.sentence.end && scope.end > scope.begin && frame_.is_written(scope.end - 1, "."))
        --scope.end;
}

// "a consensus forecast of $47m | from | a poll of 29 analysts": the poll's alone.
bool AttributionFinder::reckoned_in_poll(std::size_t noun, std::size_t preposition) {
    constexpr std::size_t longest = 5;
    if (!frame_.is_any(preposition, {"from", "in"})) return false;
    for (std::size_t k = preposition + 1; frame_.has(k) && k <= preposition + longest; ++k) {
        if (frame_.is(k, WordClass::poll_noun)) {
            const TokenRange phrase = document_around(k);
            Scope scope = behind(noun, 1);
            scope.saying = Saying::view;
            scope.end = preposition;
            add(document_named(phrase), phrase, scope);
            return true;
        }
        if (!in_noun_phrase(frame_, k)) return false;
    }
    return false;
}

// "the average estimate of $2.20 a share among analysts polled by Kestrel", "a forecast of €4m by 13 analysts": theirs alone.
bool AttributionFinder::reckoned_among(std::size_t noun) {
    constexpr std::size_t furthest = 4;
    if (!frame_.is(noun, WordClass::forecast_noun) || !frame_.is_any(noun + 1, {"of", "for"})) return false;
    for (std::size_t k = 0; k < frame_.count(); ++k) {
        const Quantity& quantity = frame_.draft(k).quantity;
        if (quantity.begin <= noun || quantity.begin > noun + furthest) continue;
        std::size_t i = quantity.phrase_end();
        if (frame_.is_any(i, {"a", "per"}) && frame_.is_any(i + 1, {"share", "unit"})) i += 2;
        if (!frame_.is_any(i, {"among", "by", "from", "in", "according"})) return false;
        if (reckoned_in_poll(noun, i)) return true;
        const std::size_t first = starts_figure(i + 1) ? end_of_figure(i + 1) : i + 1;
        if (!frame_.is(first, WordClass::expecter)) return false;
        const TokenRange phrase{first, first + 1};
        auto source = anyone(phrase);
        if (!source) return false;
        Scope scope = behind(noun, 1);
        scope.saying = Saying::view;
        scope.end = i;
        add(std::move(*source), phrase, scope);
        return true;
    }
    return false;
}

// "the average | analyst | estimate of $2.4bn", "below | Wall Street | forecasts for": whose estimate it is.
TokenRange AttributionFinder::reckoner_before(std::size_t noun) const {
    constexpr std::size_t furthest = 4;
    if (!frame_.is(noun, WordClass::forecast_noun) || !frame_.is_any(noun + 1, {"of", "for"})) return {};
    for (std::size_t i = noun; i-- > frame_.sentence.begin && i + furthest >= noun;) {
        if (frame_.is(i, "street") && i > frame_.sentence.begin && frame_.is(i - 1, "wall"))
            return {i - 1, i + 1};
        if (frame_.is(i, WordClass::expecter) || frame_.is_any(i, {"analyst", "economist", "broker"}))
            return {i, i + 1};
        if (!in_noun_phrase(frame_, i)) return {};
    }
    return {};
}

// "Halden's claim that 90% were kept", "its forecast of 3%", "a Norland Post report that he lost $9m".
void AttributionFinder::noun_of_saying(std::size_t noun) {
    if (!opens_what_is_said(noun) || said_by(noun) || reckoned_among(noun)) return;
    const std::size_t owner = owner_of(noun);
    if (owner < noun) {
        Scope scope = behind(noun, 1);
        scope.saying = Saying::view;
        for (std::size_t i = noun + 1; i < scope.end; ++i)
            if ((frame_.is_written(i, ",") && !frame_.is(i + 1, "from")) || divides_clauses(frame_, i))
                scope.end = i;
        end_before_stop(scope);
        TokenRange phrase;
        if (auto source = owner_source(owner, phrase)) add(std::move(*source), phrase, scope);
    } else if (const TokenRange who = reckoner_before(noun); !who.empty()) {
        Scope scope = behind(noun, 1);
        scope.saying = Saying::view;
        for (std::size_t i = noun + 1; i < scope.end; ++i)
            if (frame_.is_written(i, ",") || divides_clauses(frame_, i)) scope.end = i;
        end_before_stop(scope);
        auto source = speakers_.resolve(frame_, who);
        if (!source) source = anyone(who);
        if (source) add(std::move(*source), who, scope);
    } else if (!frame_.is_any(noun + 1, {"to", "of", "for"}) && is_document_noun(frame_, noun)) {
        const TokenRange phrase = document_around(noun);
        // "after | reports that 4,000 were out", "amid media reports that"
        const bool rumoured =
            frame_.is(noun, "reports") && frame_.is(noun + 1, "that") && !is_verb_at(frame_, noun + 2) &&
            phrase.begin > frame_.sentence.begin &&
            frame_.is_any(phrase.begin - 1, {"after", "amid", "following", "despite", "on", "denied", "of"});
        if (!rumoured && !names_somebody({phrase.begin, noun})) return;
        Scope scope = behind(noun, 1);
        if (rumoured) end_at_comma(scope);
        add(document_named({phrase.begin, noun + 1}), phrase, scope);
    }
}

// "In Halden's view, 400 are needed", "in the view of the union", "by her own count".
void AttributionFinder::view_of(std::size_t noun) {
    const std::size_t owner = owner_of(noun);
    TokenRange phrase;
    std::optional<Source> source;
    std::size_t begin = noun;
    if (owner < noun) {
        source = owner_source(owner, phrase);
        begin = phrase.begin;
    } else if (noun > frame_.sentence.begin + 1 && frame_.is(noun - 2, "by") &&
               frame_.token(noun - 1).is_capitalised()) {
        phrase = {noun - 1, noun};  // "by UN reckoning"
        source = speakers_.resolve(frame_, phrase);
        begin = noun - 1;
    } else if (frame_.is(noun + 1, "of") && frame_.is(noun - 1, "the")) {
        phrase = speaker_from(noun + 2);
        if (const TokenRange name = name_behind(phrase); !name.empty()) phrase = name;
        source = speakers_.resolve(frame_, phrase);
        if (!source) source = anyone(phrase);
        begin = noun - 1;
    }
    if (!source || begin == frame_.sentence.begin || !frame_.is_any(begin - 1, {"in", "by", "on"})) return;
    // "in his account" is a place; set off by commas it is a view.
    const std::size_t end = std::max(noun + 1, phrase.end);
    const bool opens = begin - 1 == frame_.sentence.begin && frame_.has(end) && frame_.is_written(end, ",");
    if (!opens && !before_is_mark(begin - 1, ",")) return;
    // "has 300,000 followers and, by his own count, earns": what is behind the conjunction
    const std::size_t comma = begin - 2;
    const bool joins = !opens && frame_.is_any(comma - 1, {"and", "but"});
    add(Source(*source), phrase,
        {begin - 1, 1, joins ? comma : frame_.sentence.begin, frame_.sentence.end, true, Saying::speech,
         false});
}

bool AttributionFinder::names_somebody(TokenRange words) const {
    for (std::size_t i = words.begin; i < words.end; ++i)
        if (i > frame_.sentence.begin && frame_.token(i).is_capitalised()) return true;
    return false;
}

}  // namespace figbook
