#include "claim/phrases.hpp"

#include <algorithm>

#include "quantity/counted.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

constexpr std::size_t longest_phrase = 16;  // tokens

// The "up" of "clean-up".
bool is_behind_hyphen(const SentenceFrame& frame, std::size_t i) {
    return frame.has(i) && frame.is(i - 1, "-") && !frame.token(i).space_before() &&
           !frame.token(i - 1).space_before();
}

// A number that is no year: what stands behind it is counted.
bool is_small_number(const SentenceFrame& frame, std::size_t i) {
    return frame.is(i, WordClass::number) || (frame.token(i).is_number() && !starts_time(frame, i));
}

// Before a verb stands a noun, a pronoun, "to" or an auxiliary; before a noun an article, an adjective or a preposition.
bool noun_stands_here(const SentenceFrame& frame, std::size_t i) {
    if (i == frame.sentence.begin) return false;
    if (frame.token(i - 1).kind == TokenKind::possessive) return true;
    const bool noun_or_verb = frame.is(i, WordClass::noun_first);
    // "Each weighs 62 tonnes"
    if (!noun_or_verb && has_ending(frame.document.word(i), "s", 3) && frame.is(i, WordClass::verb) &&
        frame.is_any(i - 1, {"each", "this", "that"}))
        return false;
    // "cut her price target", "nine out of ten calls"
    if (noun_or_verb && (frame.is_any(i - 1, {"her", "his"}) || is_small_number(frame, i - 1)) &&
        !frame.is_one_of(i + 1, {WordClass::determiner, WordClass::number}))
        return true;
    if (frame.is(i - 1, "to") ||
        frame.is_one_of(i - 1, {WordClass::auxiliary, WordClass::modal, WordClass::pronoun}))
        return false;
    if (is_behind_hyphen(frame, i - 1)) return false;
    return frame.is_one_of(i - 1, {WordClass::determiner, WordClass::preposition}) ||
           frame.document.is(i - 1, "-") ||
           (frame.is(i - 1, WordClass::adjective) && !frame.is(i - 1, WordClass::modifier) &&
            !(frame.is(i - 1, "old") && frame.is(i - 2, "-")));  // "the 23-year-old scored"
}

bool starts_figure(const SentenceFrame& frame, std::size_t i) {
    return frame.has(i) && (frame.token(i).is_number() || frame.is(i, WordClass::number) ||
                            vocabulary().currencies.can_start(frame.token(i).word));
}

// "cut deaths from heart failure by 28%": how far something moved stands behind the object.
bool moves_object(const SentenceFrame& frame, std::size_t verb) {
    constexpr std::size_t furthest = 12;
    bool plural = false;  // "cut hospital admissions among babies by 83%"
    for (std::size_t i = verb + 1; frame.has(i + 1) && i < verb + furthest; ++i) {
        if (frame.token(i).kind == TokenKind::mark) return false;
        plural |= looks_plural(frame.document, i);
        if (frame.is(i, "by")) return plural && starts_figure(frame, i + 1);
        if (!plural && frame.is(i, WordClass::preposition)) return false;
    }
    return false;
}

// "The bridge, opened in 2020, cost $1bn", not "at a cost $1bn"
bool price_stands_behind(const SentenceFrame& frame, std::size_t cost) {
    const std::size_t next = cost + 1;
    const bool paid = frame.is(next, WordClass::pronoun) && starts_figure(frame, next + 1);  // "costs us $5m"
    return (paid || starts_figure(frame, next)) &&
           (frame.token(cost - 1).is_word() || frame.document.is(cost - 1, ","));
}

// "costs taxpayers $2,100": a noun and a price behind it.
bool is_paid_by(const SentenceFrame& frame, std::size_t cost) {
    constexpr std::size_t longest_payer = 4;
    for (std::size_t i = cost + 1; frame.has(i) && i <= cost + longest_payer; ++i) {
        if (vocabulary().currencies.can_start(frame.token(i).word)) return i > cost + 1;
        const bool noun = frame.token(i).is_word() || frame.token(i).kind == TokenKind::possessive;
        if (!noun || frame.is_one_of(i, {WordClass::preposition, WordClass::auxiliary, WordClass::verb}))
            return false;
    }
    return false;
}

// Words that are verbs and nouns ("fund", "costs"): nouns, but behind what only a verb follows.
bool is_noun_first(const SentenceFrame& frame, std::size_t i) {
    if (!frame.is(i, WordClass::noun_first) || i == frame.sentence.begin)
        return frame.is(i, WordClass::noun_first);
    const std::size_t previous = i - 1;
    if (frame.is_any(previous, {"to", "who", "which"}) ||
        frame.is_one_of(previous, {WordClass::modal, WordClass::pronoun, WordClass::auxiliary}))
        return false;
    if (frame.is_one_of(previous, {WordClass::modifier}) && !frame.is(previous, WordClass::adjective))
        return false;
    const bool third_person = has_ending(frame.document.word(i), "s");
    if (!third_person && frame.token(previous).is_word() && looks_plural(frame.document, previous) &&
        !frame.is_one_of(previous, {WordClass::cue, WordClass::bringing}))  // "puts support at"
        return false;
    // "The company plans to", "the index gains 3%", "Halden cut 500 jobs".
    if (frame.token(previous).is_capitalised() && previous > frame.sentence.begin &&
        !frame.token(previous).is_all_capitals())
        return false;
    const bool accounts_for = frame.is(i, WordClass::share_verb) && frame.is(i + 1, "for");
    const bool object = frame.is(i + 1, "to") || frame.is(i + 1, "between") || accounts_for ||
                        frame.is_one_of(i + 1, {WordClass::determiner, WordClass::number, WordClass::modifier,
                                                WordClass::pronoun}) ||
                        starts_figure(frame, i + 1);
    const bool past_form = frame.is(i, WordClass::change_verb) && (frame.is(i, "cut") || frame.is(i, "shed"));
    const bool acts = object || (past_form && moves_object(frame, i));
    if (frame.is(i, "cost") && object) return !price_stands_behind(frame, i);
    if (frame.is_any(i, {"cost", "costs"}) && is_paid_by(frame, i)) return false;
    return !((third_person || past_form) && acts && frame.token(previous).is_word());
}

// "defence spending by …", "the opening": an "-ing" word behind a noun, with nothing that it acts on.
bool is_gerund_noun(const SentenceFrame& frame, std::size_t i) {
    if (!has_ending(frame.document.word(i), "ing")) return false;
    if (i == frame.sentence.begin)  // "Spending on arms rose", but "Citing the weather, it"
        return frame.is_one_of(i + 1, {WordClass::preposition, WordClass::auxiliary, WordClass::modal,
                                       WordClass::change_verb, WordClass::copula});
    const bool owner = frame.is_any(i - 1, {"'", "’"});  // "the teams' spending limit"
    const bool plain =
        (owner || frame.token(i - 1).is_word()) &&
        !frame.is_one_of(i - 1, {WordClass::auxiliary, WordClass::copula, WordClass::preposition,
                                 WordClass::conjunction, WordClass::modifier});
    const bool acts =
        frame.has(i + 1) &&
        (frame.token(i + 1).is_number() ||
         frame.is_one_of(i + 1, {WordClass::determiner, WordClass::number, WordClass::pronoun}));
    return plain && !acts;
}

// "who rents a flat", "units are firing", "wolves now number 1,480": a verb by what stands before it.
bool is_verb_by_place(const SentenceFrame& frame, std::size_t i) {
    if (i == frame.sentence.begin || frame.token(i).is_capitalised()) return false;
    const bool modal = frame.is(i - 1, WordClass::modal) && frame.token(i).is_word();
    if (modal &&
        !frame.has_any(
            i, {WordClass::modifier, WordClass::pronoun, WordClass::determiner, WordClass::preposition}) &&
        !has_ending(frame.document.word(i), "ly", 2))
        return true;  // "will hand", "could lift"
    if (frame.is(i - 1, "who")) return !frame.is(i, WordClass::modifier) && !frame.is(i, WordClass::pronoun);
    if (frame.is(i, "face") && frame.has(i + 1) && has_ending(frame.document.word(i + 1), "ing", 2))
        return true;  // "borrowers face paying more"
    if (frame.is(i, "number"))
        return starts_figure(frame, i + 1) &&
               (frame.is(i - 1, WordClass::modifier) || looks_plural(frame.document, i - 1));
    return has_ending(frame.document.word(i), "ing", 2) && frame.is(i - 1, WordClass::auxiliary) &&
           frame.is(i - 1, WordClass::copula);
}

bool looks_like_verb(const SentenceFrame& frame, std::size_t i) {
    if (!frame.token(i).is_word()) return false;
    if (is_verb_by_place(frame, i)) return true;
    static constexpr WordClasses verbs{WordClass::auxiliary,   WordClass::modal, WordClass::verb,
                                       WordClass::change_verb, WordClass::cue,   WordClass::copula,
                                       WordClass::multiple};
    const char last = frame.document.text[frame.token(i).end - 1];  // of "-ed" and "-ing"
    if (!frame.has_any(i, verbs) && last != 'd' && last != 'g') return false;
    if (frame.is_one_of(i, {WordClass::auxiliary, WordClass::modal}))
        return !frame.token(i).is_capitalised() || i == frame.sentence.begin;
    const bool known =
        frame.is_one_of(i, {WordClass::verb, WordClass::change_verb, WordClass::cue, WordClass::copula}) ||
        (frame.is(i, WordClass::multiple) && !frame.is(i, WordClass::modifier));
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
    if (is_behind_hyphen(frame, i) || is_behind_hyphen(frame, i + 2)) return true;  // "clean-up", "so-called"
    if (frame.is(i, WordClass::determiner)) return !frame.is(i, "that") || !frame.is(i, WordClass::pronoun);
    return !frame.is_one_of(i, {WordClass::pronoun, WordClass::conjunction, WordClass::relative,
                                WordClass::preposition}) &&
           !is_verb_at(frame, i);
}

// "sharply", but not "the family".
bool is_adverb(const SentenceFrame& frame, std::size_t i) {
    return has_ending(frame.document.word(i), "ly", 2) && !frame.is(i, WordClass::noun_in_ly) &&
           !frame.token(i).is_capitalised();
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
    if (frame.is(at + 1, WordClass::time_unit) && (token.is_number() || frame.is(at, WordClass::number)))
        return true;  // "ten years"
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
    if (frame.document.tokens.size() > next && frame.document.is(next, "-")) {
        ++next;  // "second-quarter profit" is no time
        if (frame.is(next, WordClass::time_unit) && in_noun_phrase(frame, next + 1)) return false;
    }
    return marked && frame.is_one_of(next, {WordClass::time_unit, WordClass::month, WordClass::weekday,
                                            WordClass::time_noun});
}

PointsBack points_back(const SentenceFrame& frame) {
    std::size_t at = frame.sentence.begin;
    while (frame.has(at) && (frame.token(at).kind == TokenKind::mark || frame.is_any(at, {"and", "but"})))
        ++at;
    if (!frame.has(at)) return PointsBack::to_nothing;
    if (frame.is_any(at, {"it", "that", "this"})) return PointsBack::to_one;
    if (frame.is_any(at, {"they", "these", "those", "each", "both"})) return PointsBack::to_several;
    static constexpr WordClasses goes_on{WordClass::comparison, WordClass::change_particle,
                                         WordClass::change_verb, WordClass::copula};
    return frame.has_any(at, goes_on) ? PointsBack::to_any : PointsBack::to_nothing;
}

bool is_of_them(const SentenceFrame& frame, const Quantity& quantity) {
    if (!frame.is(quantity.end, "of")) return false;
    if (frame.is_any(quantity.end + 1, {"them", "whom"})) return true;
    const std::size_t next = quantity.end + 2;  // "those under 30" are others
    const bool alone = !frame.has(next) || frame.token(next).kind == TokenKind::mark ||
                       frame.is_one_of(next, {WordClass::auxiliary, WordClass::modal, WordClass::copula});
    return alone && frame.is_any(quantity.end + 1, {"these", "those"});
}

std::size_t end_of_head(const Document& document, TokenRange phrase) {
    std::size_t end = phrase.begin + 1;
    while (end < phrase.end && !vocabulary().is(document.tokens[end].word, WordClass::preposition)) ++end;
    return std::min(end, phrase.end);
}

TokenRange without_determiner(const SentenceFrame& frame, TokenRange range) {
    const bool those_who = frame.is(range.begin, "those") && range.begin + 1 < range.end &&
                           !in_noun_phrase(frame, range.begin + 1);  // "those under 30"
    if (those_who) return range;
    if (frame.is(range.begin, "each") && frame.is(range.begin + 1, "of")) range.begin += 2;
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
        // "by selling shares": an "-ing" form opens a clause, not a phrase; "the chance of losing the probe" is one.
        const bool acts = has_ending(frame.document.word(attached.begin), "ing") &&
                          frame.is(attached.begin, WordClass::verb);
        if (acts && !frame.is(range.end, "of")) break;
        // "doses | at a cost of $19", "cocaine | with a value of £2m": that belongs to the next figure.
        if (frame.is_any(range.end, {"at", "with"}) && frame.is(attached.end, "of") &&
            starts_figure(frame, attached.end + 1))
            break;
        range.end = attached.end;
        if (acts && frame.is(range.end, WordClass::determiner))
            range.end = std::max(range.end, noun_phrase_from(frame, range.end, false).end);
    }
    return range;
}

namespace {

TokenRange phrase_ending_at(const SentenceFrame& frame, std::size_t at) {
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
        if (previous > frame.sentence.begin && frame.is(previous - 1, "of") &&
            has_ending(frame.document.word(previous), "ing", 2))
            return false;  // "the cost of covering their shifts"
        return !frame.is_one_of(previous, {WordClass::preposition, WordClass::conjunction,
                                           WordClass::determiner, WordClass::modifier}) &&
               (frame.token(previous).is_word() || frame.token(previous).is_number());
    };
    while (range.begin > frame.sentence.begin && range.end - range.begin < longest_phrase &&
           can_take(range.begin - 1) && !opens_here(range.begin))
        --range.begin;
    // Adverbs before the verb, and what cannot open a phrase, are none of it.
    while (range.end > range.begin &&
           ((frame.is(range.end - 1, WordClass::modifier) && !is_behind_hyphen(frame, range.end - 1)) ||
            is_adverb(frame, range.end - 1) || frame.token(range.end - 1).kind == TokenKind::mark))
        --range.end;
    const auto in_compound = [&](std::size_t i) {  // "Like-for-like sales"
        return i + 1 < range.end && frame.document.is(i + 1, "-") && !frame.token(i + 1).space_before();
    };
    while (range.begin < range.end && !in_compound(range.begin) &&
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
    // "Last year profits rose", but "Last year's profits" and "Last year was worse"
    if (range.end > range.begin + 2 && frame.is_any(range.begin, {"last", "this", "next"}) &&
        frame.is(range.begin + 1, WordClass::time_unit) &&
        frame.token(range.begin + 2).kind != TokenKind::possessive)
        range.begin += 2;
    return range;
}

constexpr std::size_t longest_in_marks = 6;

// The second mark of a few words in quotation marks, none of them a verb: `"well below"`.
bool closes_words_in_marks(const SentenceFrame& frame, std::size_t i) {
    if (!frame.is(i, WordClass::quotation_mark)) return false;
    for (std::size_t k = i; k-- > frame.sentence.begin && k + longest_in_marks >= i;) {
        if (frame.is(k, WordClass::quotation_mark)) return k + 1 < i && k > frame.sentence.begin;
        if (is_verb_at(frame, k) || frame.token(k).kind == TokenKind::mark) return false;
    }
    return false;
}

// The mark in `bookings were "running 9% ahead"`, behind an auxiliary.
bool opens_words_in_marks(const SentenceFrame& frame, std::size_t i) {
    return i > frame.sentence.begin && frame.is(i, WordClass::quotation_mark) &&
           frame.is_one_of(i - 1, {WordClass::auxiliary, WordClass::modal});
}

// Where the time begins that ends right before `at`, with its preposition: "Sales [since Oct. 1] | stood", "every goal
// [this season] | cost". `at` where none does.
std::size_t before_time(const SentenceFrame& frame, std::size_t at) {
    constexpr std::size_t longest_time = 6;
    static constexpr WordClasses of_time{WordClass::month,     WordClass::weekday,     WordClass::time_unit,
                                         WordClass::time_edge, WordClass::time_marker, WordClass::time_noun,
                                         WordClass::number,    WordClass::determiner};
    std::size_t begin = at;
    for (std::size_t i = at; i-- > frame.sentence.begin && i + longest_time >= at;) {
        const bool part =
            frame.token(i).is_number() || frame.document.is(i, ".") || frame.has_any(i, of_time);
        if (!part) break;
        if (starts_time(frame, i)) begin = i;
    }
    if (begin < at && begin > frame.sentence.begin &&
        (frame.is(begin - 1, "since") || frame.is(begin - 1, WordClass::before_year)))
        --begin;
    return begin;
}

// "Debt owed to suppliers | has ballooned": before the verb of the clause, a participle with its preposition belongs to
// the noun before it.
TokenRange with_participle(const SentenceFrame& frame, TokenRange found) {
    if (found.begin < frame.sentence.begin + 3 || !frame.is(found.end, WordClass::auxiliary)) return found;
    std::size_t verb = found.begin - 1;
    while (verb > frame.sentence.begin + 1 &&
           (frame.is(verb, WordClass::preposition) || frame.is(verb, WordClass::determiner)))
        --verb;
    const std::string_view word = frame.document.word(verb);
    const bool participle =
        verb + 1 < found.begin + 1 && frame.is(verb + 1, WordClass::preposition) &&
        (has_ending(word, "ed", 2) || has_ending(word, "en", 2) || frame.is(verb, WordClass::irregular_past));
    if (!participle || !is_verb_at(frame, verb) || frame.is(verb, WordClass::cue)) return found;
    const TokenRange owner = phrase_ending_at(frame, verb);
    return owner.empty() || owner.end != verb ? found : TokenRange{owner.begin, found.end};
}

}  // namespace

TokenRange noun_phrase_before(const SentenceFrame& frame, std::size_t at) {
    const TokenRange found = phrase_ending_at(frame, at);
    if (!found.empty() && !starts_time(frame, found.begin)) return with_participle(frame, found);
    // "the number of homes to let | has halved"
    if (found.empty() && at >= frame.sentence.begin + 3 && frame.is(at - 2, "to") &&
        is_verb_at(frame, at - 1))
        return phrase_ending_at(frame, at - 2);
    const std::size_t earlier = before_time(frame, at);
    if (earlier == at || earlier == frame.sentence.begin) return found;
    const TokenRange behind = phrase_ending_at(frame, earlier);
    if (!behind.empty()) return behind;
    // "A violin made in 1721 | was sold"
    const bool participle = frame.is(at, WordClass::auxiliary) && is_verb_at(frame, earlier - 1) &&
                            !frame.is_one_of(earlier - 1, {WordClass::auxiliary, WordClass::cue});
    return participle ? phrase_ending_at(frame, earlier - 1) : found;
}

std::optional<TokenRange> verb_group_before(const SentenceFrame& frame, std::size_t at) {
    std::size_t i = at;
    while (i > frame.sentence.begin) {
        --i;
        if (closes_words_in_marks(frame, i)) {  // `would be "well below" £300m`
            while (!frame.is(--i, WordClass::quotation_mark)) {
            }
            continue;
        }
        if (frame.document.is(i, ",") || divides_clauses(frame, i)) return std::nullopt;
        if (!is_verb_at(frame, i)) continue;
        TokenRange verb{i, i + 1};
        while (verb.begin > frame.sentence.begin &&
               (frame.is_one_of(verb.begin - 1, {WordClass::auxiliary, WordClass::modal}) ||
                (frame.is(verb.begin - 1, WordClass::modifier) && !is_behind_hyphen(frame, verb.begin - 1) &&
                 !frame.is(verb.begin - 1, WordClass::adjective) && verb.begin - 1 > frame.sentence.begin) ||
                opens_words_in_marks(frame, verb.begin - 1)))
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
    // "Bins will be emptied every two weeks, saving £900,000": who or what does the one does the other.
    if (found.empty() && at > frame.sentence.begin && frame.document.is(at - 1, ",") &&
        has_ending(frame.document.word(verb.end - 1), "ing", 2))
        if (const auto outer =
                verb_group_before(frame, at - 1))  // not who says it: ", the firm said, taking …"
            return frame.is(outer->end - 1, WordClass::cue) ? TokenRange{} : subject_of(frame, *outer);
    // "Closing them | would save £5m": the whole clause.
    if (found.empty() && has_ending(frame.document.word(frame.sentence.begin), "ing", 3) &&
        at <= frame.sentence.begin + 4 && at > frame.sentence.begin + 1 && frame.token(at - 1).is_word())
        return {frame.sentence.begin, at};
    // "Norgaard, a former mayor, said", "The bank, which employs …, said": over what is set between commas.
    if (found.end == found.begin && at > frame.sentence.begin && frame.document.is(at - 1, ",")) {
        for (std::size_t i = at - 1; i-- > frame.sentence.begin;)
            if (frame.document.is(i, ",")) return noun_phrase_before(frame, i);
        // "The firm, valued at $6 billion, has", "The stadium, built for €310m, opened"
        if (!has_ending(frame.document.word(verb.end - 1), "ing", 2) &&
            !frame.is_one_of(verb.end - 1, {WordClass::comparison, WordClass::cue, WordClass::auxiliary}) &&
            !verb_group_before(frame, at - 1))
            return noun_phrase_before(frame, at - 1);
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
