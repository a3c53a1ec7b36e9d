// Relative clauses: through the pronoun to its antecedent, and over the clause to the noun before it.
#include "claim/clause_relative.hpp"

#include "claim/verbs.hpp"
#include "quantity/counted.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

// "the 200 firms, which", "people aged 12 and older, who": before the age.
std::size_t before_age(const SentenceFrame& frame, std::size_t at) {
    if (at < frame.sentence.begin + 5 ||
        !frame.is_any(at - 1, {"older", "over", "above", "younger", "under", "up"}))
        return at;
    if (!frame.is_any(at - 2, {"and", "or"}) || !frame.token(at - 3).is_number()) return at;
    return frame.is(at - 4, WordClass::age_word) || frame.is_any(at - 4, {"age", "ages"}) ? at - 4 : at - 3;
}

// "a speech for the Thunder, who have", "a stake in the space trade, which is worth": the last noun, where whoever it is
// may be meant, or what it is worth and not how it moved.
TokenRange nearest_antecedent(const SentenceFrame& frame, TokenRange found, std::size_t relative,
                              TokenRange verb) {
    if (found.empty() || !frame.is_written(relative - 1, ",")) return found;
    std::size_t last = found.end;
    while (last > found.begin && !frame.is(last - 1, WordClass::preposition)) --last;
    if (last == found.begin || last >= found.end) return found;
    const std::size_t preposition = last - 1;
    const TokenRange nearest = without_determiner(frame, {last, found.end});
    if (nearest.empty()) return found;
    if (frame.is(relative, "who"))
        return frame.is(last, "the") || frame.token(nearest.end - 1).is_capitalised() ? nearest : found;
    const bool worth = frame.is(verb.end - 1, "worth") || frame.is(verb.end, "worth") ||
                       (frame.is(verb.end, "to") && frame.is(verb.end + 2, "worth")) ||
                       frame.is_any(verb.end - 1, {"employs", "employ", "owns", "own", "has", "have", "had"});
    // "growth in the euro zone, which accounts for", "tariffs by Norden, which accounts for"
    if (frame.is(relative, "which") && frame.is_any(verb.end - 1, {"accounts", "account", "accounted"}) &&
        !is_behind_hyphen(frame, last + 1) && !frame.is(preposition, "per")) {
        const bool several = looks_plural(frame.document, end_of_head(frame.document, found) - 1);
        if (frame.is(preposition, "in") || (frame.is(verb.end - 1, "accounts") && several) ||
            (frame.is(verb.end - 1, "account") && !several))
            return nearest;
    }
    // "puts a spotlight on the deficit, which is projected to"
    if (frame.is(relative, "which") && frame.is(preposition, "on") && frame.is(last, "the") &&
        frame.is(verb.begin, WordClass::auxiliary) && frame.is(verb.end - 1, WordClass::foreseen))
        return nearest;
    return frame.is(relative, "which") && worth && !frame.is(preposition, "of") ? nearest : found;
}

// "Orlo Corp (ORL.N), [a maker of valves in Lenz, Norden], which raised": the name that what is set in between commas is told of,
// and not that or its place.
TokenRange name_described(const SentenceFrame& frame, TokenRange thing, std::size_t relative) {
    constexpr std::size_t longest = 14;
    const std::size_t first = frame.sentence.begin;
    if (thing.empty() || relative < first + 4 || !frame.is_written(relative - 1, ",") ||
        frame.is(relative, "that"))
        return {};
    for (std::size_t i = thing.begin + 1; i-- > first + 1 && i + longest > thing.begin;) {
        const bool comma = frame.is_written(i, ",");
        if (comma && frame.is_any(i + 1, {"a", "an"})) {
            const std::size_t end = before_bracketed(frame, i);
            const TokenRange name = noun_phrase_before(frame, end);
            return !name.empty() && name.end == end && frame.token(end - 1).is_capitalised() &&
                           frame.token(end - 1).is_word() && !is_verb_at(frame, end - 1)
                       ? name
                       : TokenRange{};
        }
        // "in Lenz, Norden"
        const bool place =
            comma && frame.token(i - 1).is_capitalised() && frame.token(i + 1).is_capitalised();
        if (!place && !in_noun_phrase(frame, i) && !frame.is_any(i, {"of", "in", "for", "and", "from", "to"}))
            return {};
    }
    return {};
}

// "a step that the ministry reckons | will cost": the pronoun, over whose view it is; `at` where none stands there.
std::size_t before_view(const SentenceFrame& frame, std::size_t at) {
    constexpr std::size_t longest = 5;
    if (!frame.sentence.has(WordClass::relative) || at < frame.sentence.begin + 5 ||
        !frame.is(at - 1, WordClass::cue) ||
        (!has_ending(frame.word(at - 1), "s", 3) && !looks_plural(frame.document, at - 2)) ||
        frame.token(at - 1).is_capitalised())  // "that the United States has cited"
        return at;
    for (std::size_t i = at - 2; i > frame.sentence.begin + 1 && i + longest > at; --i) {
        if (frame.is(i, WordClass::determiner)) {
            // "a road, which the council says | will cost"
            const std::size_t noun = frame.is_written(i - 2, ",") ? i - 3 : i - 2;
            return frame.is_any(i - 1, {"that", "which"}) && in_noun_phrase(frame, noun) &&
                           !is_verb_at(frame, noun)
                       ? noun + 1
                       : at;
        }
        if (!frame.token(i).is_word() || !in_noun_phrase(frame, i)) return at;
    }
    return at;
}

// "In countries that tax sugar | sales fell": a place that the clause is told of, and nothing that does anything.
bool opens_with_place(const SentenceFrame& frame, TokenRange owner) {
    const std::size_t first = frame.sentence.begin;
    std::size_t i = owner.begin;
    while (i > first && frame.is(i - 1, WordClass::determiner)) --i;
    if (i == first || !frame.is(i - 1, WordClass::preposition)) return false;
    return i - 1 == first || frame.token(i - 2).kind == TokenKind::mark;
}

// A verb that says something of what stands before it, as far as its form tells: "can be fined", "was", "made £40 million". A past form
// with a preposition behind it may be a participle: "the port sold for £40 million".
bool is_finite_form(const SentenceFrame& frame, TokenRange verb) {
    const std::size_t last = verb.end - 1;
    if (frame.is_one_of(verb.begin, {WordClass::modal, WordClass::auxiliary}))
        return !frame.is_any(verb.begin, {"be", "been", "being", "having", "do", "have"});
    if (frame.is_any(last, {"cut", "hit", "put", "set", "shed", "cost", "left", "spent", "paid"}))
        return false;
    if (has_ending(frame.word(last), "s", 3)) return true;
    if (!frame.is(last, WordClass::past_form) && !has_past_ending(frame.word(last), 3)) return false;
    return !frame.is(verb.end, WordClass::preposition) || frame.is(last, WordClass::change_verb);
}

// "who swam in the games and his time | was": another clause may begin there.
bool joins_two(const SentenceFrame& frame, TokenRange phrase) {
    for (std::size_t i = phrase.begin; i < phrase.end; ++i)
        if (frame.is_any(i, {"and", "or", "but"})) return true;
    return false;
}

// Verbs of which a clause of its own is the object: "that showed sales | rose".
bool may_take_clause(const SentenceFrame& frame, std::size_t i) {
    return frame.is_one_of(i, {WordClass::cue, WordClass::clause_taking, WordClass::projecting}) &&
           !frame.is_one_of(i, {WordClass::auxiliary, WordClass::modal});
}

// "saw bids | rise", "made sales | rise": what somebody lets another do has a bare form.
bool lets_do(const SentenceFrame& frame, std::size_t i) {
    return frame.is_any(i, {"saw", "see", "sees", "help", "helped", "let", "lets", "made", "makes"});
}

}  // namespace

TokenRange described_by(const SentenceFrame& frame, TokenRange found) {
    constexpr std::size_t longest = 3;
    if (found.empty() || !frame.sentence.has(WordClass::relative)) return {};
    std::size_t i = found.begin;
    while (i > frame.sentence.begin && (frame.is(i - 1, WordClass::determiner) || is_verb_at(frame, i - 1)) &&
           i + longest > found.begin)
        --i;
    if (i == found.begin || i <= frame.sentence.begin + 1 || !frame.is(i - 1, "who") || !is_verb_at(frame, i))
        return {};
    return noun_phrase_before(frame, i - 1);
}

TokenRange over_relative_clause(const SentenceFrame& frame, TokenRange found, TokenRange verb) {
    constexpr std::size_t furthest = 16;
    if (!frame.sentence.has(WordClass::relative)) return {};
    // "Boats that did sail | were": nothing but the verb of the clause
    if (found.end == found.begin + 1 && found.begin > frame.sentence.begin + 2 &&
        frame.is_any(found.begin - 1, {"did", "do", "does", "can", "could"}) &&
        frame.is_any(found.begin - 2, {"that", "who", "which"}))
        return noun_phrase_before(frame, found.begin - 2);
    if (found.empty()) {  // "said they had tried it | grew", "Trains that did run | were limited"
        if (verb.begin <= frame.sentence.begin + 2) return {};
        const bool stops = is_verb_at(frame, verb.begin - 1) && is_verb_at(frame, verb.begin - 2) &&
                           frame.is_one_of(verb.begin, {WordClass::auxiliary, WordClass::copula});
        if (stops && frame.is_any(verb.begin - 3, {"that", "who", "which"}))
            return noun_phrase_before(frame, verb.begin - 3);
        // "Those who join | will be paid"
        if (is_verb_at(frame, verb.begin - 1) && frame.is(verb.begin - 2, "who") &&
            frame.is_one_of(verb.begin, {WordClass::auxiliary, WordClass::modal}))
            return noun_phrase_before(frame, verb.begin - 2);
        if (!frame.is_any(verb.begin - 1, {"it", "them", "him", "her"})) return {};
        found = {verb.begin - 1, verb.begin};
    }
    const bool passive = verb.end > verb.begin + 1 && frame.is(verb.begin, WordClass::auxiliary) &&
                         !frame.is(verb.begin, "being");
    // "People who walked for half an hour a day | were"
    const bool of_time = frame.is(verb.end - 1, WordClass::copula) && found.end <= found.begin + 2 &&
                         frame.is(found.end - 1, WordClass::time_unit);
    const bool moves =
        frame.is_one_of(verb.end - 1, {WordClass::change_verb, WordClass::change_verb_start}) &&
        !has_ending(frame.word(verb.end - 1), "ing", 2);
    const bool finite = is_finite_form(frame, verb) && !joins_two(frame, found);
    if (!passive && !of_time && !moves && !finite) return {};
    bool acts = false;
    for (std::size_t i = found.begin; i-- > frame.sentence.begin && i + furthest > found.begin;) {
        const bool sign = frame.is(i, WordClass::currency_sign) && frame.token(i + 1).is_number();
        if ((frame.token(i).kind == TokenKind::mark && !sign) || frame.is_any(i, {"and", "but", "or"}))
            return {};
        if (is_verb_at(frame, i)) {
            // "said sales | rose", "saw bids | rise"
            if (!acts && (frame.is(i, WordClass::cue) || (lets_do(frame, i) && !finite))) return {};
            // "The man who thought the price | was": not who thought it
            if (!passive && !of_time && !moves && may_take_clause(frame, i)) return {};
            acts = true;
        }
        if (!frame.is_any(i, {"that", "which", "who"}) || !acts) continue;
        // "conviction rates for those who appear in the dock | are", "Anyone who drops litter | can be fined"
        if (frame.is(i, "who") && i > frame.sentence.begin &&
            frame.is_any(i - 1, {"anyone", "everyone", "those"}) && is_verb_at(frame, i + 1)) {
            const TokenRange those = noun_phrase_before(frame, i);
            return those.end == i && those.begin + 1 < i ? those : TokenRange{i - 1, i};
        }
        if (i == frame.sentence.begin || !in_noun_phrase(frame, i - 1) || frame.is(i - 1, WordClass::cue) ||
            !(is_verb_at(frame, i + 1) || (frame.is(i + 1, WordClass::modifier) &&
                                           !frame.is(i + 1, "there") && is_verb_at(frame, i + 2))))
            return {};
        const TokenRange owner = noun_phrase_before(frame, i);
        return opens_with_place(frame, owner) ? TokenRange{} : owner;
    }
    return {};
}

TokenRange with_who_does(const SentenceFrame& frame, TokenRange found, TokenRange verb) {
    const std::size_t first = frame.sentence.begin;
    if (found.empty() || found.begin < first + 2) return {};
    std::size_t article = found.begin;
    if (!frame.is(article, WordClass::determiner)) --article;
    const std::size_t form = article - 1;
    if (article < first + 2 || !has_ending(frame.word(form), "ing", 3) ||
        !frame.is_one_of(article, {WordClass::determiner, WordClass::possessive_pronoun}) ||
        frame.token(form).is_capitalised() || frame.token(article).is_capitalised() ||
        !in_noun_phrase(frame, form - 1))
        return {};
    static constexpr WordClasses no_doer{WordClass::auxiliary,   WordClass::copula,    WordClass::determiner,
                                         WordClass::preposition, WordClass::modifier,  WordClass::pronoun,
                                         WordClass::time_unit,   WordClass::adjective, WordClass::month};
    static constexpr WordClasses no_deed{WordClass::cue, WordClass::projecting, WordClass::preposition};
    if (frame.has_any(form - 1, no_doer) || (frame.has_any(form, no_deed) && !frame.is(form, "using")) ||
        !is_finite_form(frame, verb))
        return {};
    const TokenRange doer = noun_phrase_before(frame, form);
    if (doer.empty() || doer.end != form || opens_with_place(frame, doer)) return {};
    // "saw the firm running the trains | fined": whom another does something to
    std::size_t begin = doer.begin;
    while (begin > first && frame.is(begin - 1, WordClass::determiner)) --begin;
    const bool opens = begin == first || frame.token(begin - 1).kind == TokenKind::mark ||
                       frame.is_one_of(begin - 1, {WordClass::conjunction, WordClass::cue});
    return opens ? TokenRange{doer.begin, found.end} : TokenRange{};
}

TokenRange before_predicate(const SentenceFrame& frame, TokenRange found) {
    constexpr std::size_t furthest = 16;
    if (found.end != found.begin + 1 || found.begin < frame.sentence.begin + 3 ||
        !frame.sentence.has(WordClass::relative) || !frame.is(found.begin - 1, WordClass::copula) ||
        !frame.token(found.begin - 1).is_word() || looks_plural(frame.document, found.begin) ||
        frame.token(found.begin).is_capitalised())
        return {};
    for (std::size_t i = found.begin; i-- > frame.sentence.begin + 1 && i + furthest > found.begin;) {
        if (frame.token(i).kind == TokenKind::mark) return {};
        if (frame.is_any(i, {"who", "which"})) return noun_phrase_before(frame, i);
    }
    return {};
}

TokenRange over_fronted(const SentenceFrame& frame, TokenRange found) {
    if (!frame.sentence.has(WordClass::relative) || found.begin < frame.sentence.begin + 2) return {};
    std::size_t pronoun = found.begin;  // "the rate, | which in May | was": of the phrase itself
    if (!frame.is_any(pronoun, {"who", "which"})) {
        std::size_t at = found.begin - 1;
        if (frame.is(at, WordClass::determiner)) --at;
        pronoun = at - 1;
    }
    if (pronoun < frame.sentence.begin + 2 || !frame.is_any(pronoun, {"who", "which"}) ||
        !frame.is(pronoun + 1, WordClass::preposition))
        return {};
    return noun_phrase_before(frame, frame.is_written(pronoun - 1, ",") ? pronoun - 1 : pronoun);
}

std::size_t before_relative_aside(const SentenceFrame& frame, std::size_t at) {
    constexpr std::size_t longest = 20;
    if (at < frame.sentence.begin + 4 || !frame.is_written(at - 1, ",")) return at;
    for (std::size_t i = at - 2; i > frame.sentence.begin + 1 && i + longest > at; --i) {
        if (frame.token(i).kind == TokenKind::mark && !frame.is_written(i, ",") && divides_clauses(frame, i))
            return at;
        if (frame.is_written(i, ",") && frame.is_any(i + 1, {"which", "who", "excluding", "including"}))
            return i;
    }
    return at;
}

TokenRange through_relative(const SentenceFrame& frame, std::size_t at, TokenRange verb) {
    if (at <= frame.sentence.begin) return {};
    if (const std::size_t pronoun = before_view(frame, at); pronoun < at)
        return noun_phrase_before(frame, pronoun);
    // "a line, which he predicts | will cost", "a bill that critics say | would cost": whatever one says of it
    if (at > frame.sentence.begin + 3 && frame.is_one_of(at - 1, {WordClass::cue}) &&
        frame.is_any(at - 3, {"which", "who", "that"}) && is_verb_at(frame, at - 1) &&
        (frame.is(at - 2, WordClass::pronoun) || in_noun_phrase(frame, at - 2)) &&
        in_noun_phrase(frame, at - (frame.is_written(at - 4, ",") ? 5 : 4)))
        return noun_phrase_before(frame, frame.is_written(at - 4, ",") ? at - 4 : at - 3);
    if (!frame.is_any(at - 1, {"which", "who", "that"})) return {};
    std::size_t antecedent = at - 1;
    const bool mark = antecedent > frame.sentence.begin && frame.is_any(antecedent - 1, {",", "("});
    antecedent = mark ? antecedent - 1 : before_dash(frame, antecedent);
    const TokenRange thing = noun_phrase_before(frame, before_age(frame, antecedent));
    // "a horn which belonged to Joe Dunn, which | is to fetch"
    if (thing.begin > frame.sentence.begin + 3 && frame.is(thing.begin - 1, "to") &&
        frame.is_any(thing.begin - 2, {"belonged", "belongs"}) &&
        frame.is_any(thing.begin - 3, {"which", "that"}))
        return noun_phrase_before(frame, thing.begin - 3);
    if (const TokenRange name = name_described(frame, thing, at - 1); !name.empty()) return name;
    return nearest_antecedent(frame, thing, at - 1, verb);
}

}  // namespace figbook
