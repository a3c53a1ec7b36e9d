#include "claim/phrases.hpp"

#include <algorithm>

#include "quantity/counted.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

constexpr std::size_t longest_phrase = 16;  // tokens

// Before a verb stands a noun, a pronoun, "to" or an auxiliary; before a noun an article, an adjective or a preposition.
bool noun_stands_here(const SentenceFrame& frame, std::size_t i) {
    if (i == frame.sentence.begin) return false;
    if (frame.token(i - 1).kind == TokenKind::possessive) return true;
    if (frame.is(i - 1, "to") ||
        frame.is_one_of(i - 1, {WordClass::auxiliary, WordClass::modal, WordClass::pronoun}))
        return false;
    return frame.is_one_of(i - 1, {WordClass::determiner, WordClass::preposition}) ||
           frame.document.is(i - 1, "-") ||
           (frame.is(i - 1, WordClass::adjective) && !frame.is(i - 1, WordClass::modifier));
}

// "cut deaths from heart failure by 28%": how far something moved stands behind the object.
bool moves_object(const SentenceFrame& frame, std::size_t verb) {
    constexpr std::size_t furthest = 10;
    if (!frame.has(verb + 1) || !looks_plural(frame.document, verb + 1)) return false;
    for (std::size_t i = verb + 2; frame.has(i + 1) && i < verb + furthest; ++i) {
        if (frame.token(i).kind == TokenKind::mark) return false;
        if (frame.is(i, "by") && (frame.token(i + 1).is_number() || frame.is(i + 1, WordClass::number)))
            return true;
    }
    return false;
}

// "The bridge, opened in 2020, cost $1bn", not "at a cost $1bn"
bool price_stands_behind(const SentenceFrame& frame, std::size_t cost) {
    const std::size_t next = cost + 1;
    const bool price =
        frame.token(next).is_number() || vocabulary().currencies.can_start(frame.token(next).word);
    return price && (frame.token(cost - 1).is_word() || frame.document.is(cost - 1, ","));
}

// Words that are verbs and nouns ("fund", "costs"): nouns, but behind what only a verb follows.
bool is_noun_first(const SentenceFrame& frame, std::size_t i) {
    if (!frame.is(i, WordClass::noun_first) || i == frame.sentence.begin)
        return frame.is(i, WordClass::noun_first);
    const std::size_t previous = i - 1;
    if (frame.is(previous, "to") ||
        frame.is_one_of(previous, {WordClass::modal, WordClass::pronoun, WordClass::auxiliary}))
        return false;
    if (frame.is_one_of(previous, {WordClass::modifier}) && !frame.is(previous, WordClass::adjective))
        return false;
    const bool third_person = has_ending(frame.document.word(i), "s");
    if (!third_person && frame.token(previous).is_word() && looks_plural(frame.document, previous))
        return false;
    // "The company plans to", "the index gains 3%", "Halden cut 500 jobs".
    if (frame.token(previous).is_capitalised() && previous > frame.sentence.begin &&
        !frame.token(previous).is_all_capitals())
        return false;
    const bool object =
        frame.is(i + 1, "to") || frame.is(i + 1, "between") ||
        frame.is_one_of(i + 1, {WordClass::determiner, WordClass::number, WordClass::modifier}) ||
        (frame.has(i + 1) &&
         (frame.token(i + 1).is_number() || vocabulary().currencies.can_start(frame.token(i + 1).word)));
    const bool past_form = frame.is(i, WordClass::change_verb) && (frame.is(i, "cut") || frame.is(i, "shed"));
    const bool acts = object || (past_form && moves_object(frame, i));
    if (frame.is(i, "cost") && object) return !price_stands_behind(frame, i);
    return !((third_person || past_form) && acts && frame.token(previous).is_word());
}

// "defence spending by …", "the opening": an "-ing" word behind a noun, with nothing that it acts on.
bool is_gerund_noun(const SentenceFrame& frame, std::size_t i) {
    if (!has_ending(frame.document.word(i), "ing") || i == frame.sentence.begin) return false;
    const bool plain =
        frame.token(i - 1).is_word() &&
        !frame.is_one_of(i - 1, {WordClass::auxiliary, WordClass::copula, WordClass::preposition,
                                 WordClass::conjunction, WordClass::modifier});
    const bool acts =
        frame.has(i + 1) &&
        (frame.token(i + 1).is_number() ||
         frame.is_one_of(i + 1, {WordClass::determiner, WordClass::number, WordClass::pronoun}));
    return plain && !acts;
}

bool looks_like_verb(const SentenceFrame& frame, std::size_t i) {
    if (!frame.token(i).is_word()) return false;
    static constexpr WordClasses verbs{WordClass::auxiliary,   WordClass::modal, WordClass::verb,
                                       WordClass::change_verb, WordClass::cue,   WordClass::copula,
                                       WordClass::multiple};
    const char last = frame.document.text[frame.token(i).end - 1];  // of "-ed" and "-ing"
    if (!frame.has_any(i, verbs) && last != 'd' && last != 'g') return false;
    if (frame.is_one_of(i, {WordClass::auxiliary, WordClass::modal}))
        return !frame.token(i).is_capitalised() || i == frame.sentence.begin;
    const bool known =
        frame.is_one_of(i, {WordClass::verb, WordClass::change_verb, WordClass::cue, WordClass::copula}) ||
        frame.is(i, WordClass::multiple);
    const std::string_view word = frame.document.word(i);
    if (frame.token(i).is_capitalised() && i > frame.sentence.begin) return false;
    const bool hyphenated =
        (frame.has(i + 1) && frame.document.is(i + 1, "-") && !frame.token(i + 1).space_before()) ||
        (i > frame.sentence.begin && frame.document.is(i - 1, "-") && !frame.token(i).space_before());
    if (hyphenated) return false;
    // "newly filed reports": a participle behind its adverb.
    if (has_ending(word, "ed") && i >= frame.sentence.begin + 2 &&
        has_ending(frame.document.word(i - 1), "ly") &&
        frame.is_one_of(i - 2, {WordClass::preposition, WordClass::determiner}))
        return false;
    if (!known && has_ending(word, "ing") && i > frame.sentence.begin && frame.document.is(i - 1, ","))
        return true;  // ", beating forecasts"
    if (!known)
        return has_ending(word, "ed", 3) && !noun_stands_here(frame, i) &&
               !frame.is(i, WordClass::adjective) && i > frame.sentence.begin;
    if (frame.is(i, WordClass::cue) && has_ending(word, "ing")) return true;  // "after saying that"
    if (noun_stands_here(frame, i) || is_noun_first(frame, i) || is_gerund_noun(frame, i)) return false;
    // "sales rises", "cost cuts": a plural or "-ing" noun before its verb is no verb itself.
    if (i + 1 < frame.sentence.end && frame.is_one_of(i + 1, {WordClass::auxiliary, WordClass::modal}) &&
        !frame.is(i, WordClass::auxiliary) && looks_plural(frame.document, i))
        return false;
    return true;
}

bool fits_noun_phrase(const SentenceFrame& frame, std::size_t i) {
    const Token& token = frame.token(i);
    if (token.kind == TokenKind::possessive) return true;
    if (token.kind == TokenKind::mark) {
        const std::string_view mark = frame.document.word(i);
        return mark == "&" || (mark == "-" && !token.space_before()) || mark == "’" || mark == "'";
    }
    if (token.is_number()) return !token.space_before();
    if (frame.is(i, WordClass::determiner)) return !frame.is(i, "that") || !frame.is(i, WordClass::pronoun);
    return !frame.is_one_of(i, {WordClass::pronoun, WordClass::conjunction, WordClass::relative,
                                WordClass::preposition}) &&
           !is_verb_at(frame, i);
}

// A question about a token, which many rules ask: it is answered once. Two bits at `shift` hold the answer.
template <class Question>
bool answer(const SentenceFrame& frame, std::size_t i, int shift, Question question) {
    constexpr unsigned asked = 1, yes = 2;
    std::uint8_t& known = frame.answers[i];
    if ((known >> shift & asked) == 0)
        known = static_cast<std::uint8_t>(known | (asked | (question(frame, i) ? yes : 0)) << shift);
    return (known >> shift & yes) != 0;
}

}  // namespace

bool is_verb_at(const SentenceFrame& frame, std::size_t i) {
    return frame.has(i) && answer(frame, i, 0, looks_like_verb);
}

bool in_noun_phrase(const SentenceFrame& frame, std::size_t i) {
    return frame.has(i) && answer(frame, i, 2, fits_noun_phrase);
}

bool starts_time(const SentenceFrame& frame, std::size_t at) {
    if (!frame.has(at)) return false;
    const Token& token = frame.token(at);
    if (token.is_number())
        return token.end - token.start == 4 &&
               frame.document.word(at).find_first_of(".,") == std::string_view::npos;
    static constexpr WordClasses openers{WordClass::month,      WordClass::weekday,   WordClass::time_opener,
                                         WordClass::determiner, WordClass::time_edge, WordClass::time_marker};
    if (!frame.has_any(at, openers)) return false;
    if (frame.is(at, WordClass::month) || frame.is(at, WordClass::weekday)) return token.is_capitalised();
    if (frame.is_any(at, {"yesterday", "today", "tomorrow"})) return true;
    std::size_t next = at;
    if (frame.is_any(next, {"the", "a", "that"})) ++next;
    if (frame.is(next, WordClass::time_edge) && (frame.is(next + 1, "of") || next > at)) return true;
    const bool marked = frame.is(next, WordClass::time_marker);
    if (marked && !frame.is(next, "year")) ++next;
    while (frame.is(next, WordClass::number) ||
           (frame.has(next) && frame.token(next).is_number() && marked) || frame.is(next, "few"))
        ++next;
    if (frame.document.tokens.size() > next && frame.document.is(next, "-")) ++next;
    return marked && frame.is_one_of(next, {WordClass::time_unit, WordClass::month, WordClass::weekday,
                                            WordClass::time_noun});
}

PointsBack points_back(const SentenceFrame& frame) {
    std::size_t at = frame.sentence.begin;
    while (frame.has(at) && (frame.token(at).kind == TokenKind::mark || frame.is_any(at, {"and", "but"})))
        ++at;
    if (!frame.has(at)) return PointsBack::to_nothing;
    if (frame.is_any(at, {"it", "that", "this"})) return PointsBack::to_one;
    if (frame.is_any(at, {"they", "these", "those"})) return PointsBack::to_several;
    static constexpr WordClasses goes_on{WordClass::comparison, WordClass::change_particle,
                                         WordClass::change_verb, WordClass::copula};
    return frame.has_any(at, goes_on) ? PointsBack::to_any : PointsBack::to_nothing;
}

std::size_t end_of_head(const Document& document, TokenRange phrase) {
    std::size_t end = phrase.begin + 1;
    while (end < phrase.end && !vocabulary().is(document.tokens[end].word, WordClass::preposition)) ++end;
    return std::min(end, phrase.end);
}

TokenRange without_determiner(const SentenceFrame& frame, TokenRange range) {
    while (range.begin < range.end && (frame.is(range.begin, WordClass::determiner) ||
                                       frame.token(range.begin).kind == TokenKind::possessive ||
                                       frame.token(range.begin).kind == TokenKind::mark))
        ++range.begin;
    return range;
}

TokenRange noun_phrase_from(const SentenceFrame& frame, std::size_t at, bool with_attachments) {
    TokenRange range{at, at};
    const auto can_take = [&](std::size_t i) { return in_noun_phrase(frame, i) && !starts_time(frame, i); };
    while (range.end < at + longest_phrase && can_take(range.end)) {
        if (frame.is(range.end, WordClass::modifier) && !frame.is(range.end, WordClass::adjective) &&
            range.end > range.begin)
            break;
        if (range.end > range.begin && frame.is(range.end, WordClass::determiner)) break;
        ++range.end;
    }
    while (range.end > range.begin && (frame.is(range.end - 1, WordClass::determiner) ||
                                       frame.token(range.end - 1).kind == TokenKind::mark))
        --range.end;
    if (range.end == range.begin) return range;
    while (with_attachments && frame.is(range.end, WordClass::attaching) && range.end < at + longest_phrase) {
        const std::size_t object = range.end + 1;
        if (frame.is(range.end, "than") && !frame.is(range.end - 1, "other")) break;
        if (!frame.has(object) || starts_time(frame, object) || frame.token(object).is_number()) break;
        const TokenRange attached = noun_phrase_from(frame, object, false);
        if (attached.end <= attached.begin || without_determiner(frame, attached).begin == attached.end)
            break;
        // "by selling shares": an "-ing" form opens a clause, not a phrase.
        if (has_ending(frame.document.word(attached.begin), "ing") &&
            frame.is(attached.begin, WordClass::verb))
            break;
        range.end = attached.end;
    }
    return range;
}

TokenRange noun_phrase_before(const SentenceFrame& frame, std::size_t at) {
    TokenRange range{at, at};
    const auto can_take = [&](std::size_t i) {
        return in_noun_phrase(frame, i) ||
               (frame.is(i, WordClass::preposition) && !frame.is(i, "than") && i + 1 < at &&
                !frame.is(i, "to")) ||
               (frame.is(i, "to") && i + 1 < at && !is_verb_at(frame, i + 1)) ||
               (frame.is(i, "and") && i + 1 < at && i > frame.sentence.begin &&
                in_noun_phrase(frame, i - 1) && in_noun_phrase(frame, i + 1)) ||
               (frame.token(i).is_number() &&
                (i + 1 < at || (i > frame.sentence.begin && frame.token(i - 1).is_capitalised() &&
                                !starts_time(frame, i))));  // "the FTSE 100 | rose"
    };
    // "In my village | the nearest", "for the whole of 2024 | the gap": an article behind a noun opens another phrase.
    const auto opens_here = [&](std::size_t i) {
        if (i >= at || i == frame.sentence.begin || !frame.is(i, WordClass::determiner) || frame.is(i, "own"))
            return false;
        const std::size_t previous = i - 1;
        return !frame.is_one_of(previous, {WordClass::preposition, WordClass::conjunction,
                                           WordClass::determiner, WordClass::modifier}) &&
               (frame.token(previous).is_word() || frame.token(previous).is_number());
    };
    while (range.begin > frame.sentence.begin && range.end - range.begin < longest_phrase &&
           can_take(range.begin - 1) && !opens_here(range.begin))
        --range.begin;
    // Adverbs before the verb, and what cannot open a phrase, are none of it.
    while (range.end > range.begin && (frame.is(range.end - 1, WordClass::modifier) ||
                                       has_ending(frame.document.word(range.end - 1), "ly") ||
                                       frame.token(range.end - 1).kind == TokenKind::mark))
        --range.end;
    while (range.begin < range.end &&
           (frame.is(range.begin, WordClass::preposition) || frame.is(range.begin, WordClass::modifier) ||
            frame.is(range.begin, "and"))) {
        // "In August inflation": a leading phrase of time or place ends at the next noun phrase that we can see.
        ++range.begin;
        while (range.begin < range.end && starts_time(frame, range.begin)) {
            ++range.begin;
            while (range.begin < range.end &&
                   (frame.is(range.begin, WordClass::time_unit) || frame.token(range.begin).is_number()))
                ++range.begin;
        }
    }
    return range;
}

std::optional<TokenRange> verb_group_before(const SentenceFrame& frame, std::size_t at) {
    std::size_t i = at;
    while (i > frame.sentence.begin) {
        --i;
        if (frame.document.is(i, ",") || divides_clauses(frame, i)) return std::nullopt;
        if (!is_verb_at(frame, i)) continue;
        TokenRange verb{i, i + 1};
        while (verb.begin > frame.sentence.begin &&
               (frame.is_one_of(verb.begin - 1, {WordClass::auxiliary, WordClass::modal}) ||
                (frame.is(verb.begin - 1, WordClass::modifier) &&
                 !frame.is(verb.begin - 1, WordClass::adjective) && verb.begin - 1 > frame.sentence.begin)))
            --verb.begin;
        return verb;
    }
    return std::nullopt;
}

TokenRange subject_of(const SentenceFrame& frame, TokenRange verb) {
    std::size_t at = verb.begin;
    if (at > frame.sentence.begin && frame.is(at - 1, "to")) {
        // "expect sales to grow": what stands before "to"; "plans to spend": the one who plans.
        --at;
        const TokenRange between = noun_phrase_before(frame, at);
        if (between.end > between.begin) return between;
        if (const auto outer = verb_group_before(frame, at)) return subject_of(frame, *outer);
        return {};
    }
    if (at > frame.sentence.begin && (frame.is_any(at - 1, {"which", "who", "that"}))) {
        std::size_t antecedent = at - 1;
        if (antecedent > frame.sentence.begin && frame.document.is(antecedent - 1, ",")) --antecedent;
        const TokenRange found = noun_phrase_before(frame, antecedent);
        if (found.end > found.begin) return found;
    }
    TokenRange found = noun_phrase_before(frame, at);
    // "Norgaard, a former mayor, said", "The bank, which employs …, said": over what is set between commas.
    if (found.end == found.begin && at > frame.sentence.begin && frame.document.is(at - 1, ",")) {
        for (std::size_t i = at - 1; i-- > frame.sentence.begin;)
            if (frame.document.is(i, ",")) return noun_phrase_before(frame, i);
    }
    // "… and has cut its debt": the subject of the clause before.
    if (found.end == found.begin && at > frame.sentence.begin &&
        (frame.is(at - 1, "and") || frame.is(at - 1, "but"))) {
        std::size_t joint = at - 1;
        if (joint > frame.sentence.begin && frame.document.is(joint - 1, ",")) --joint;
        if (const auto outer = verb_group_before(frame, joint)) return subject_of(frame, *outer);
    }
    return found;
}

}  // namespace figbook
