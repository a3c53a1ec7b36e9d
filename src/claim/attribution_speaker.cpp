#include <algorithm>

#include "claim/attribution_finder.hpp"
#include "claim/names.hpp"
#include "claim/phrases.hpp"
#include "claim/verbs.hpp"
#include "quantity/counted.hpp"
#include "text/dashes.hpp"
#include "text/endings.hpp"

namespace figbook {
std::size_t AttributionFinder::end_before_time(TokenRange phrase) const {
    for (std::size_t i = phrase.begin; i < phrase.end; ++i)
        if (frame_.is(i, WordClass::weekday) && i > phrase.begin) return frame_.is(i - 1, "on") ? i - 1 : i;
    return phrase.end;
}

// "Scientists | using | a telescope have found": what is told of who stands before it; not a part of a title, "Chief | operating |
// officer Ann Lee", "Group | managing | director Ann Lee".
bool AttributionFinder::tells_of_speaker_before(std::size_t participle) const {
    if (!frame_.is(participle, WordClass::trailing_participle) ||
        !frame_.is(participle - 1, WordClass::speaker_noun))
        return false;
    const auto& titles = vocabulary().titles;
    return !titles.match(frame_.document.tokens, participle, frame_.sentence.end) &&
           titles.match(frame_.document.tokens, participle - 1, frame_.sentence.end).length <= 1;
}

// "Economists [polled by Finwire] expect", "A trader [who gave his name as Ivo] said": who did it, not who is named last.
TokenRange AttributionFinder::over_participle(TokenRange phrase, std::size_t verb) const {
    if (phrase.empty() || phrase.end > verb) return phrase;
    const std::size_t first = frame_.sentence.begin;
    for (std::size_t i = phrase.begin; i > first && !frame_.is_written(i - 1, ","); --i)
        if (frame_.is(i, "who") && is_verb_at(frame_, i + 1) && i + 1 < verb) {
            const TokenRange outer = noun_phrase_before(frame_, i);
            return outer.empty() ? phrase : outer;
        }
    // "a report suggesting | growers want 5% more": who wants it, not what tells of it
    for (std::size_t i = phrase.begin + 1; i + 1 < phrase.end; ++i)
        if ((frame_.is(i, WordClass::cue) || frame_.is(i, "suggesting")) &&
            has_ending(frame_.word(i), "ing") && is_document_noun(frame_, i - 1))
            return {i + 1, phrase.end};
    // "Scientists using a telescope atop Mauna Ora have confirmed"
    for (std::size_t i = phrase.begin + 1; i + 1 < phrase.end; ++i)
        if (tells_of_speaker_before(i)) return {phrase.begin, i};
    for (std::size_t i = phrase.begin; i > first && frame_.token(i).kind != TokenKind::mark; --i)
        if (tells_of_speaker_before(i)) {
            const TokenRange outer = noun_phrase_before(frame_, i);
            return outer.empty() ? phrase : outer;
        }
    // "sources close to the player"
    if (phrase.begin >= first + 3 && frame_.is(phrase.begin - 1, "to") &&
        frame_.is(phrase.begin - 2, "close")) {
        const TokenRange outer = noun_phrase_before(frame_, phrase.begin - 2);
        return outer.empty() ? phrase : TokenRange{outer.begin, phrase.end};
    }
    // "two people briefed on the matter"
    const bool told_of = phrase.begin >= first + 3 &&
                         frame_.is_any(phrase.begin - 1, {"on", "in", "about"}) &&
                         (frame_.is(phrase.begin - 3, WordClass::speaker_noun) ||
                          frame_.is(phrase.begin - 3, WordClass::person_noun));
    if (phrase.begin < first + 3 || (!frame_.is_any(phrase.begin - 1, {"by", "for"}) && !told_of))
        return phrase;
    const std::size_t participle = phrase.begin - 2;
    const bool passive = frame_.is(participle - 1, WordClass::auxiliary) || !is_verb_at(frame_, participle) ||
                         !has_ending(frame_.word(participle), "ed");
    const TokenRange outer = passive ? TokenRange{} : noun_phrase_before(frame_, participle);
    return outer.empty() ? phrase : TokenRange{outer.begin, phrase.end};
}

// "said | Omwa and Sullen": two names are one speaker.
TokenRange AttributionFinder::with_second_name(TokenRange phrase) const {
    const std::size_t second = phrase.end + 1;
    if (phrase.empty() || !frame_.is(phrase.end, "and") || !frame_.has(second)) return phrase;
    for (std::size_t i = phrase.begin; i < phrase.end; ++i)
        if (!frame_.token(i).is_capitalised()) return phrase;
    const std::size_t end = end_of_name(frame_.document, second, frame_.sentence.end);
    const bool closed = !frame_.has(end) || frame_.token(end).kind == TokenKind::mark;
    return end > second && closed ? TokenRange{phrase.begin, end} : phrase;
}

// The noun phrase that starts here, with the full stops of "Mr. Hale" and "Paul H. Chase".
TokenRange AttributionFinder::speaker_from(std::size_t at) const {
    const bool owner =  // "her son Tomi"
        frame_.is(at, WordClass::possessive_pronoun) && in_noun_phrase(frame_, at + 1);
    if (frame_.is(at, WordClass::pronoun) && !owner) return {at, at + 1};
    if (const TokenRange name = name_of_month(at); !name.empty()) return name;
    TokenRange phrase = noun_phrase_from(frame_, at);
    // "Han Dae-jung"
    if (!phrase.empty() && frame_.token(phrase.end - 1).is_capitalised() && frame_.has(phrase.end + 1) &&
        frame_.is_written(phrase.end, "-") && !frame_.token(phrase.end).space_before() &&
        !frame_.token(phrase.end + 1).space_before())
        phrase.end = std::max(phrase.end, end_of_name(frame_.document, phrase.begin, frame_.sentence.end));
    while (!phrase.empty() && frame_.has(phrase.end + 1) && frame_.is_written(phrase.end, ".") &&
           frame_.token(phrase.end - 1).is_capitalised() && frame_.token(phrase.end + 1).is_capitalised()) {
        const TokenRange more = noun_phrase_from(frame_, phrase.end + 1);
        if (more.empty()) break;
        phrase.end = more.end;
    }
    return with_second_name(phrase);
}

// "it said", "they said" and "others said", where nothing says who that is: still somebody's words, and not the paper's.
std::optional<Source> AttributionFinder::unresolved(TokenRange phrase) const {
    if (phrase.end != phrase.begin + 1 ||
        (!frame_.is_any(phrase.begin, {"it", "they"}) && !is_some_of_them(phrase.begin)))
        return std::nullopt;
    Source source;
    source.name = std::string(frame_.word(phrase.begin));
    source.kind = SourceKind::unnamed;
    return source;
}

// "Others | said", "Yet another | said", "while some | believe": people of whom nothing more is told.
bool AttributionFinder::is_some_of_them(std::size_t word) const {
    static constexpr WordClasses so_many{WordClass::function_start, WordClass::not_counted};
    if (!frame_.has_any(word, so_many)) return false;  // asked first: nearly all speakers are named
    if (!frame_.is_any(word, {"another", "others", "some", "many", "one", "most"})) return false;
    // "some | estimates": a noun
    if (!frame_.is_any(word, {"another", "one"}) && has_ending(frame_.word(word + 1), "s", 3)) return false;
    if (word == frame_.sentence.begin) return true;
    return frame_.token(word - 1).kind == TokenKind::mark ||
           frame_.is_any(word - 1, {"and", "but", "yet", "while", "though", "although", "as"});
}

// Whoever the subject of "said" is, he is the one who says it: "the brewery", "one slide", "cider makers".
std::optional<Source> AttributionFinder::anyone(TokenRange phrase) const {
    // "Her barrister", "Its generals" are somebody.
    const bool owned =
        frame_.is(phrase.begin, WordClass::possessive_pronoun) && phrase.end > phrase.begin + 1;
    if (phrase.empty() || (frame_.is(phrase.begin, WordClass::pronoun) && !owned)) return std::nullopt;
    if (is_contraction(frame_.word(phrase.begin))) return std::nullopt;
    const TokenRange bare = without_determiner(frame_, without_weekday(frame_, phrase));
    if (bare.empty() || starts_time(frame_, bare.begin)) return std::nullopt;
    static constexpr WordClasses no_opener{WordClass::weak_noun, WordClass::preposition,
                                           WordClass::conjunction};
    const bool gerund = has_ending(frame_.word(bare.begin), "ing") && bare.end > bare.begin + 1;
    const bool adjective = frame_.is(bare.end - 1, WordClass::adjective);
    if (frame_.has_any(bare.begin, no_opener) || gerund || adjective) return std::nullopt;
    for (std::size_t i = bare.begin; i < bare.end; ++i)
        if (frame_.token(i).is_number()) return std::nullopt;
    Source source;
    source.name = text_of(frame_.document, bare.begin, bare.end);
    const bool brand = bare.begin + 1 == bare.end && has_inner_capital(source.name);
    // "Norland's | cabinet": no noun of the tables, since most cabinets are of a minister or a secretary
    source.kind =
        brand || frame_.is(bare.end - 1, "cabinet") ? SourceKind::organisation : SourceKind::unnamed;
    return source;
}

// "a man who gave his name as Dmytro [said]", "a woman who identified herself as Olha [said]": the name behind "as".
TokenRange AttributionFinder::name_given(std::size_t verb) const {
    constexpr std::size_t words_before = 5;
    const std::size_t first = frame_.sentence.begin;
    // ", who gave her name only as Iya Bose, | said"
    const std::size_t close = before_is_mark(verb, ",") ? verb - 1 : verb;
    const std::size_t begin = begin_of_capitals(frame_.document, first, close);
    if (begin == close || begin < first + words_before || !frame_.is(begin - 1, "as")) return {};
    const bool only = frame_.is_any(begin - 2, {"only", "simply", "just"});
    if (only && close == begin + 1) return {};  // "gave his name only as Ivo": he is not told by that
    const std::size_t name = only ? begin - 3 : begin - 2;
    const bool gave = frame_.is(name, "name") && (frame_.is_any(name - 2, {"gave", "gives"}) ||
                                                  frame_.is_any(name - 1, {"gave", "gives"}));
    const bool told =
        frame_.is_any(name, {"himself", "herself"}) && frame_.is_any(name - 1, {"identified", "introduced"});
    return gave || told ? TokenRange{begin, close} : TokenRange{};
}

// "Economists polled earlier | had tipped"
TokenRange AttributionFinder::polled_before(std::size_t verb) const {
    constexpr std::size_t furthest = 4;
    for (std::size_t i = verb; i-- > frame_.sentence.begin + 1 && i + furthest > verb;) {
        if (frame_.is(i, WordClass::respondent) && has_ending(frame_.word(i), "ed"))
            return frame_.is(i - 1, WordClass::speaker_noun) ? noun_phrase_before(frame_, i) : TokenRange{};
        if (!starts_time(frame_, i) && !frame_.has_any(i, {WordClass::modifier, WordClass::time_unit}))
            return {};
    }
    return {};
}

TokenRange AttributionFinder::speaker_before(std::size_t verb) const {
    verb = before_parenthesis(verb);
    if (verb == frame_.sentence.begin) return {};
    if (const TokenRange name = name_given(verb); !name.empty()) return name;
    // "Kestrel Inc. | said"
    if (before_is_mark(verb, ".") && verb >= frame_.sentence.begin + 2 &&
        !frame_.token(verb - 1).space_before() && frame_.token(verb - 2).is_capitalised())
        return speaker_before(verb - 1);
    const std::size_t previous = verb - 1;
    if (frame_.is_any(previous, {"them", "him", "us", "me"})) return before_who(previous);
    if (frame_.is(previous, WordClass::pronoun) && !frame_.is_any(previous, {"who", "which", "that"}))
        return {previous, verb};
    if (is_some_of_them(previous)) return {previous, verb};
    // "Bankers involved | said", "Those present | said"
    if (previous > frame_.sentence.begin && frame_.is_any(previous, {"involved", "present", "concerned"}) &&
        frame_.has_any(previous - 1, {WordClass::speaker_noun, WordClass::person_noun}))
        return noun_phrase_before(frame_, previous);
    if (const TokenRange told = speaker_told_before(verb); !told.empty()) return told;
    if (const TokenRange inner = told_of_who(verb); !inner.empty()) return inner;
    TokenRange phrase = over_participle(subject_of(frame_, {verb, verb + 1}), verb);
    if (phrase.begin > frame_.sentence.begin && frame_.token(phrase.begin - 1).kind == TokenKind::mark &&
        frame_.has_any(phrase.begin, {WordClass::determiner}))
        if (const TokenRange name = name_before_description(phrase); !name.empty()) return name;
    if (const TokenRange name = name_behind(phrase); !name.empty() && name.end < verb) return name;
    const bool goes_on = frame_.is_any(previous, {"and", "but"});
    // "raised it, lifting the rate by half a point to 4%, and | said": no words of what is lifted
    // "Kestrel cut | ratings of 40 bonds | and said"
    std::size_t first = phrase.begin;
    if (goes_on && first > frame_.sentence.begin + 1 && frame_.is(first - 1, "of"))
        first = std::max<std::size_t>(frame_.sentence.begin, noun_phrase_before(frame_, first - 1).begin);
    const bool object = goes_on && first > frame_.sentence.begin && is_verb_at(frame_, first - 1) &&
                        !frame_.is(first - 1, WordClass::auxiliary) && !frame_.is(verb, WordClass::auxiliary);
    if (goes_on && (phrase.empty() || object || holds_figure(phrase) || is_of_participle(phrase)))
        phrase = opening_subject(verb);
    phrase = behind_time_after(behind_figure(phrase), verb);
    // "earlier work | suggests": a noun that is a verb elsewhere.
    if (phrase.empty() && previous > frame_.sentence.begin + 1 && before_is_mark(previous - 1, ",") &&
        (frame_.has_any(previous - 1, {WordClass::earlier, WordClass::adjective}) ||
         (has_ending(frame_.word(previous - 1), "ing", 3) && is_document_noun(frame_, previous))))
        phrase = {previous - 1, verb};  // "shipping data suggests"
    return whole_speaker(phrase);
}

// "The man, who | police | say stole £4m": the verb of saying is theirs, and that of who did it stands behind.
TokenRange AttributionFinder::told_of_who(std::size_t verb) const {
    constexpr std::size_t longest = 4;
    if (!frame_.sentence.has(WordClass::relative) || verb < frame_.sentence.begin + longest ||
        !(frame_.is(verb - 2, "who") || frame_.is(verb - 3, "who") || frame_.is(verb - 4, "who")) ||
        !frame_.is_any(verb, {"say", "says", "said", "believe"}))
        return {};
    static constexpr WordClasses somebody{WordClass::speaker_noun,      WordClass::person_noun,
                                          WordClass::organisation_word, WordClass::official_word,
                                          WordClass::determiner,        WordClass::adjective};
    std::size_t begin = verb;
    while (begin > frame_.sentence.begin + 1 && begin + longest > verb && !frame_.is(begin - 1, "who") &&
           (frame_.has_any(begin - 1, somebody) || frame_.token(begin - 1).is_capitalised()))
        --begin;
    const bool behind_who = begin < verb && frame_.is(begin - 1, "who") && !frame_.is(verb + 1, "that");
    return behind_who ? TokenRange{begin, verb} : TokenRange{};
}

// Whose words the verb tells by where he stands, whatever its subject is.
TokenRange AttributionFinder::speaker_told_before(std::size_t verb) const {
    const std::size_t previous = verb - 1;
    if (const TokenRange aged = told_by_age(verb); !aged.empty()) return aged;
    if (const TokenRange name = name_over_appositions(verb); !name.empty()) return name;
    if (const TokenRange name = name_in_apposition(verb); !name.empty()) return name;
    if (frame_.is(previous, "who"))
        if (const TokenRange name = name_before_apposition(previous); !name.empty()) return name;
    if (frame_.is(previous, "which"))
        if (const TokenRange name = name_before_which(previous); !name.empty()) return name;
    if (const TokenRange document = document_before(verb); !document.empty()) return document;
    if (const TokenRange opener = opening_name(verb); !opener.empty()) return opener;
    if (const TokenRange asked = polled_before(verb); !asked.empty()) return asked;
    if (frame_.token(previous).kind == TokenKind::mark)
        if (const TokenRange told_of = told_of_before_comma(verb); !told_of.empty()) return told_of;
    return {};
}

// "the cash rate by half a point | and said": what is measured says nothing; "its 300 cooks | and said" do.
bool AttributionFinder::holds_figure(TokenRange phrase) const {
    for (std::size_t k = 0; k < frame_.count(); ++k) {
        const Quantity& quantity = frame_.draft(k).quantity;
        if (quantity.kind != Kind::count && quantity.begin < phrase.end && phrase.begin < quantity.end)
            return true;
    }
    return false;
}

// ", lifting | the cash rate | to 4%", ", cutting | 300 jobs": what somebody does whom the clause before tells.
bool AttributionFinder::is_of_participle(TokenRange phrase) const {
    constexpr std::size_t furthest = 4;
    for (std::size_t i = phrase.begin; i-- > frame_.sentence.begin + 1 && i + furthest > phrase.begin;) {
        if (frame_.token(i).kind == TokenKind::mark) return false;
        if (has_ending(frame_.word(i), "ing", 3))
            return frame_.is_written(i - 1, ",") && !frame_.is(i, "including");
    }
    return false;
}

// "Days after | the bank | said", "Two months after | it | said": who said so, and not when.
TokenRange AttributionFinder::behind_time_after(TokenRange phrase, std::size_t verb) const {
    constexpr std::size_t longest = 3, furthest = 14;
    const std::size_t first = frame_.sentence.begin;
    if (verb > first + furthest || phrase.begin > first + longest ||
        !frame_.sentence.has(WordClass::opening_word))
        return phrase;
    for (std::size_t i = first + 1; i <= first + longest && i + 1 < verb; ++i)
        if (frame_.is(i, "after") && is_behind_time_after(i + 1)) {
            if (phrase.empty()) phrase = noun_phrase_before(frame_, verb);
            return {std::max(phrase.begin, i + 1), phrase.end};
        }
    return phrase;
}

// "the £9m | builders say it needs"
TokenRange AttributionFinder::behind_figure(TokenRange phrase) const {
    for (std::size_t k = 0; k < frame_.count(); ++k) {
        const Quantity& quantity = frame_.draft(k).quantity;
        const bool before = phrase.begin < quantity.end && quantity.end < phrase.end;
        // "fewer than the 2.9 million | analysts had been looking for"
        const bool compared = before && quantity.has_magnitude &&
                              quantity.begin > frame_.sentence.begin + 1 &&
                              frame_.is(quantity.begin - 1, "the") &&
                              frame_.is_any(quantity.begin - 2, {"than", "below", "above", "of", "with"});
        // "the 90,700 delivery figure | Volanta reported"
        const bool bare = before && quantity.kind == Kind::number && quantity.end + 2 < phrase.end &&
                          quantity.begin > frame_.sentence.begin && frame_.is(quantity.begin - 1, "the") &&
                          frame_.token(phrase.end - 1).is_capitalised();
        if (before && (quantity.kind == Kind::money || compared || bare)) phrase.begin = quantity.end;
    }
    return phrase;
}

// With what belongs to it before it.
TokenRange AttributionFinder::whole_speaker(TokenRange phrase) const {
    // "National Bureau | of | Statistics data showed"
    if (phrase.begin >= frame_.sentence.begin + 2 && phrase.end > phrase.begin + 1 &&
        frame_.is(phrase.begin - 1, "of") && frame_.token(phrase.begin).is_capitalised() &&
        frame_.token(phrase.begin - 2).is_capitalised() && is_document_noun(frame_, phrase.end - 1)) {
        phrase.begin = begin_of_capitals(frame_.document, frame_.sentence.begin, phrase.begin - 1);
    }
    // "reports | from | Norland | indicate"
    if (phrase.begin >= frame_.sentence.begin + 2 && frame_.is(phrase.begin - 1, "from") &&
        is_document_noun(frame_, phrase.begin - 2))
        phrase.begin -= 2;
    // "motoring | group DriveFair": no verb behind the comma.
    if (phrase.begin > frame_.sentence.begin && frame_.is(phrase.begin, WordClass::speaker_noun) &&
        has_ending(frame_.word(phrase.begin - 1), "ing", 3) && !frame_.is(phrase.begin - 1, WordClass::cue) &&
        before_is_mark(phrase.begin - 1, ","))
        --phrase.begin;
    if (before_is_mark(phrase.begin, ")")) phrase.begin = before_initials(phrase.begin);
    // "Commander-in- | Chief Ann Lee"
    while (phrase.begin >= frame_.sentence.begin + 2 && frame_.is_written(phrase.begin - 1, "-") &&
           !frame_.token(phrase.begin).space_before() && !frame_.token(phrase.begin - 1).space_before())
        phrase.begin -= 2;
    // "''…,'' Mr. Hale added": his title too.
    if (phrase.begin >= frame_.sentence.begin + 2 && frame_.is_written(phrase.begin - 1, ".") &&
        frame_.is(phrase.begin - 2, WordClass::title))
        phrase.begin -= 2;
    // "screengrabs of what | Norland | said were", "many of which | Halden | has claimed"
    for (std::size_t i = phrase.begin; i + 1 < phrase.end; ++i)
        if (frame_.is(i, WordClass::pronoun) && frame_.is_any(i, {"what", "which"}) &&
            !frame_.token(i).is_capitalised())
            phrase.begin = i + 1;
    // The single marks that close a quotation before it are none of it.
    for (std::size_t i = phrase.end; i > phrase.begin; --i)
        if (closes_quotation(frame_.document, i - 1)) {
            phrase.begin = i;
            break;
        }
    return phrase;
}

// "Kestrel | issued | a statement saying": whose statement it is; empty where nothing says it.
TokenRange AttributionFinder::issuer_of(TokenRange document) const {
    if (document.begin < frame_.sentence.begin + 2) return {};
    const std::size_t verb = document.begin - 1;
    const bool issues = frame_.is(verb, WordClass::document_participle) && is_verb_at(frame_, verb) &&
                        !frame_.is(verb - 1, WordClass::auxiliary);
    return issues ? speaker_before(verb) : TokenRange{};
}

// "sources | who reviewed them | told": those of whom the clause tells.
TokenRange AttributionFinder::before_who(std::size_t object) const {
    constexpr std::size_t furthest = 6;
    for (std::size_t i = object; i > frame_.sentence.begin && i + furthest > object; --i) {
        if (frame_.token(i).kind == TokenKind::mark) break;
        if (frame_.is(i, "who")) return noun_phrase_before(frame_, i);
    }
    return {};
}

// "On Monday, | the bank raised its rate", "At its yearly meeting, | Orlo": where the sentence goes on behind when or where.
std::size_t AttributionFinder::behind_fronted() const {
    constexpr std::size_t longest = 8;
    const std::size_t first = frame_.sentence.begin;
    if (!frame_.is(first, WordClass::preposition)) return first;
    for (std::size_t i = first + 1; frame_.has(i + 1) && i < first + longest; ++i) {
        if (frame_.is_written(i, ",")) return i + 1;
        if (is_verb_at(frame_, i)) break;
    }
    return first;
}

// "It apologised and | said": who opens the sentence, where a verb that no table knows follows.
TokenRange AttributionFinder::opening_subject(std::size_t verb) const {
    const TokenRange phrase = speaker_from(behind_fronted());
    std::size_t first = phrase.end;  // "He has pledged a million jobs and | said", "She now works and | says"
    while (first + 1 < verb &&
           (frame_.is_any(first, {"has", "have", "had", "now"}) || frame_.is(first, WordClass::modifier)))
        ++first;
    const bool acts = !phrase.empty() && first + 1 < verb &&
                      (has_ending(frame_.word(first), "ed") || is_verb_at(frame_, first));
    return acts ? phrase : TokenRange{};
}

// "The government will return more than the $1bn | it | expects to collect": what the sentence opens with.
std::optional<Source> AttributionFinder::opening_organisation(TokenRange pronoun) const {
    if (pronoun.end != pronoun.begin + 1 || !frame_.is(pronoun.begin, "it")) return std::nullopt;
    const TokenRange opener = speaker_from(frame_.sentence.begin);
    if (opener.end == opener.begin + 1 && looks_plural(frame_.document, opener.begin)) return std::nullopt;
    const auto source = speakers_.resolve(frame_, opener);
    return source && source->kind == SourceKind::organisation ? source : std::nullopt;
}

// "A slide that he carries as he speaks to | leaders | shows": the document that the sentence opens with, where the speaker
// only hangs on what is said of it.
TokenRange AttributionFinder::opening_document(TokenRange speaker) const {
    const std::size_t first = frame_.sentence.begin;
    if (speaker.begin < first + 4) return {};
    const TokenRange opener = noun_phrase_from(frame_, first, false);
    const bool document =
        !opener.empty() && opener.end < speaker.begin && is_document_noun(frame_, opener.end - 1);
    if (!document) return {};
    // "The paper | reports that | a study | by Kestrel has found": another's words within its own
    if (frame_.is(opener.end, WordClass::cue) && is_verb_at(frame_, opener.end))
        for (std::size_t i = opener.end + 1; i < speaker.end; ++i)
            if (is_document_noun(frame_, i)) return {};
    bool hangs = frame_.is(speaker.begin - 1, WordClass::preposition);
    for (std::size_t i = opener.end; i < speaker.begin; ++i)
        hangs |= frame_.is_any(i, {"that", "which", "who"});
    return hangs ? opener : TokenRange{};
}

// "The agency – which employs 900 people – | said", "Jane Roe (Norland Party) | said": where what is set in begins.
std::size_t AttributionFinder::before_parenthesis(std::size_t verb) const {
    if (verb == frame_.sentence.begin) return verb;
    const std::string_view mark = frame_.word(verb - 1);
    const bool dash = is_wide_dash(mark) || (mark == "-" && frame_.token(verb).space_before());
    if (mark != ")" && !dash) return verb;
    const std::string_view opening = dash ? mark : "(";
    for (std::size_t i = verb - 1; i-- > frame_.sentence.begin;)
        if (frame_.is_written(i, opening) && frame_.token(i).space_before()) return i;
    return verb;
}

// "Lattimer's head of research"
bool AttributionFinder::is_owned(TokenRange phrase) const {
    for (std::size_t i = phrase.begin; i < phrase.end; ++i)
        if (frame_.token(i).kind == TokenKind::possessive || frame_.is(i, WordClass::possessive_pronoun))
            return true;
    return false;
}

// "said the director, Farah Deane": the name that is set behind a title.
TokenRange AttributionFinder::name_behind(TokenRange phrase) const {
    constexpr std::size_t longest = 5;
    if (phrase.empty() || !frame_.has(phrase.end + 1) || !frame_.is_written(phrase.end, ",")) return {};
    const bool titled = frame_.is(phrase.begin, WordClass::determiner) || is_owned(phrase) ||
                        vocabulary().titles.match_before(frame_.document.tokens, phrase.end, phrase.begin);
    if (!titled || frame_.token(phrase.end - 1).is_capitalised()) return {};
    const bool article = frame_.is(phrase.end + 1, "the") && frame_.has(phrase.end + 2);
    std::size_t begin = phrase.end + (article ? 2 : 1);  // "of their lobby, the Graziers' League,"
    // "the spokesman, | Rear Adm. | Ann Lee,"
    const auto rank = vocabulary().titles.match(frame_.document.tokens, begin, frame_.sentence.end);
    if (rank && frame_.is_written(begin + rank.length - 1, ".")) begin += rank.length;
    const std::size_t end = end_of_name(frame_.document, begin, frame_.sentence.end);
    if (end < begin + (article ? 2 : 1) || end > begin + longest || is_function_word(frame_.document, begin))
        return {};
    const bool closed = !frame_.has(end) || frame_.token(end).kind == TokenKind::mark;
    return closed ? TokenRange{begin, end} : TokenRange{};
}

}  // namespace figbook
