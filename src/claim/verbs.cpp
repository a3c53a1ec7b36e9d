#include "claim/verbs.hpp"

#include "claim/instrument_codes.hpp"
#include "claim/noun_or_verb.hpp"
#include "claim/phrases.hpp"
#include "claim/verb_signs.hpp"
#include "quantity/counted.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {
// "sales growing at a 6 percent pace", "prices falling by 3%"
bool is_moving_by(const SentenceFrame& frame, std::size_t i) {
    if (!frame.is_any(i + 1, {"at", "by", "to", "from"})) return false;
    if (!frame.is(i, WordClass::change_verb) &&
        !frame.is_any(i, {"standing", "hovering", "running", "trading", "gusting"}))
        return false;
    return starts_figure(frame, frame.is_any(i + 2, {"a", "an"}) ? i + 3 : i + 2);
}

// "flat after rising 2%", "before falling as much as 3%", "before closing 2% lower"
bool is_done_beside(const SentenceFrame& frame, std::size_t i) {
    const bool moves = frame.is(i, WordClass::change_verb) ||
                       frame.is_any(i, {"closing", "settling", "ending", "finishing", "opening"});
    return moves && has_ending(frame.word(i), "ing", 2) && i > frame.sentence.begin &&
           frame.is_any(i - 1, {"after", "before", "since", "despite", "while", "without"}) &&
           is_figure_behind(frame, i + 1);
}

// "[Spending] this financial year | fell"
bool is_time_before_verb(const SentenceFrame& frame, std::size_t at) {
    constexpr std::size_t longest = 4;
    if (!frame.is(at, WordClass::determiner) && !frame.is(at, WordClass::time_marker)) return false;
    if (!starts_time(frame, at)) return false;
    static constexpr WordClasses of_time{WordClass::time_unit, WordClass::weekday, WordClass::month};
    for (std::size_t i = at + 1; i < at + longest; ++i)
        if (frame.has_any(i, of_time))
            return frame.is_one_of(
                i + 1, {WordClass::auxiliary, WordClass::modal, WordClass::change_verb, WordClass::copula});
    return false;
}

// "defence spending by …", "the opening": an "-ing" word behind a noun, with nothing that it acts on.
bool is_gerund_noun(const SentenceFrame& frame, std::size_t i) {
    if (!has_ending(frame.word(i), "ing")) return false;
    if (i == frame.sentence
                 .begin)  // "Spending on arms rose", "Trading last week was", but "Citing the weather, it"
        return is_time_before_verb(frame, i + 1) ||
               frame.is_one_of(i + 1, {WordClass::preposition, WordClass::auxiliary, WordClass::modal,
                                       WordClass::change_verb, WordClass::copula, WordClass::share_verb});
    const bool owner = frame.is_any(i - 1, {"'", "’"});  // "the teams' spending limit"
    const bool percent = frame.is_written(i - 1, "%");   // "a 9% funding increase"
    const bool plain =
        (owner || percent || frame.token(i - 1).is_word()) &&
        !frame.is_one_of(i - 1, {WordClass::auxiliary, WordClass::copula, WordClass::preposition,
                                 WordClass::conjunction, WordClass::modifier});
    const bool between_names = frame.has(i + 1) && frame.token(i + 1).is_capitalised() &&
                               frame.token(i - 1).is_capitalised() && !frame.token(i).is_capitalised();
    const bool acts =
        frame.has(i + 1) &&
        (starts_figure(frame, i + 1) || between_names || is_moving_by(frame, i) ||
         (frame.is(i + 1, WordClass::modifier) && !frame.is(i, WordClass::preposition) &&
          is_figure_behind(frame, i + 1)) ||  // "families earning less than £20,000"
         frame.is_any(i + 1, {"upward", "downward", "higher", "lower", "up", "down"}) ||
         (frame.is_one_of(i + 1, {WordClass::determiner, WordClass::number, WordClass::pronoun}) &&
          !(frame.is(i + 1, WordClass::determiner) &&
            starts_time(frame, i + 1))));  // "capital spending this year"
    return plain && !acts;
}

// "as it races to", "she paints": behind who does it a word in "-s" is a verb, of whatever class; "gave it wings" is none.
bool acts_behind_pronoun(const SentenceFrame& frame, std::size_t i) {
    static constexpr WordClasses none{WordClass::modifier,    WordClass::adjective,   WordClass::determiner,
                                      WordClass::preposition, WordClass::conjunction, WordClass::time_unit,
                                      WordClass::pronoun};
    if (!has_ending(frame.word(i), "s", 3) || frame.has_any(i, none)) return false;
    if (frame.is_any(i - 1, {"he", "she"})) return true;
    if (!frame.is(i - 1, "it")) return false;
    const std::size_t it = i - 1;
    return it == frame.sentence.begin ||
           frame.is_any(it - 1, {"as", "if", "when", "because", "while", "where", "which", "until"});
}

// "who rents a flat", "units are firing", "wolves now number 1,480": a verb by what stands before it.
bool is_verb_by_place(const SentenceFrame& frame, std::size_t i) {
    if (i == frame.sentence.begin || frame.token(i).is_capitalised()) return false;
    if (frame.is(i - 1, "to") && frame.is(i, WordClass::infinitive)) return true;
    const bool modal = frame.is(i - 1, WordClass::modal) && frame.token(i).is_word();
    if (modal &&
        !frame.has_any(
            i, {WordClass::modifier, WordClass::pronoun, WordClass::determiner, WordClass::preposition}) &&
        !has_ending(frame.word(i), "ly", 2))
        return true;  // "will hand", "could lift"
    if (frame.sentence.has(WordClass::relative) && frame.is(i - 1, "who"))
        return !frame.is(i, WordClass::modifier) && !frame.is(i, WordClass::pronoun);
    if (acts_behind_pronoun(frame, i)) return true;
    if (frame.is(i, "face") && frame.has(i + 1) && has_ending(frame.word(i + 1), "ing", 2))
        return true;  // "borrowers face paying more"
    if (frame.is(i, "number"))
        return starts_figure(frame, i + 1) &&
               (frame.is(i - 1, WordClass::modifier) || looks_plural(frame.document, i - 1));
    if (!has_ending(frame.word(i), "ing", 2)) return false;
    if (is_contraction(frame.word(i - 1))) return true;  // "we're taking"
    // "was last trading at", "is now losing", "are both dropping"
    const std::size_t be =
        frame.is_any(i - 1, {"last", "now", "still", "both", "all", "each"}) && i > frame.sentence.begin + 1
            ? i - 2
            : i - 1;
    return frame.is(be, WordClass::auxiliary) && frame.is(be, WordClass::copula);
}

// "watchers | point out that": a verb by the words behind it.
bool says_with_words_behind(const SentenceFrame& frame, std::size_t i) {
    const auto cue = vocabulary().cues.match(frame.document.tokens, i, frame.sentence.end);
    return cue && cue.length > 1 && *cue.meaning != CueKind::view;
}

// A verb by its class, or "-ed" or "-ing" by its last letter.
bool may_be_verb(const SentenceFrame& frame, std::size_t i) {
    static constexpr WordClasses verbs{WordClass::auxiliary,   WordClass::modal,    WordClass::verb,
                                       WordClass::change_verb, WordClass::cue,      WordClass::copula,
                                       WordClass::multiple,    WordClass::cue_start};
    const char last = frame.document.text[frame.token(i).end - 1];
    return last == 'd' || last == 'g' || frame.has_any(i, verbs);
}

// "the commercial banking system", "betting shops", "the asking price": a form that says something only with other words behind it,
// as in "banking on", and here has a noun there.
bool is_noun_of_saying(const SentenceFrame& frame, std::size_t i) {
    static constexpr WordClasses no_noun{WordClass::determiner, WordClass::preposition,
                                         WordClass::pronoun,    WordClass::conjunction,
                                         WordClass::modifier,   WordClass::possessive_pronoun};
    const bool noun_behind = frame.has(i + 1) && frame.token(i + 1).is_word() &&
                             !frame.token(i + 1).is_capitalised() && !frame.has_any(i + 1, no_noun) &&
                             !frame.is_any(i + 1, {"to", "that"});
    if (!noun_behind && !frame.is_any(i, {"banking", "betting"})) return false;
    return !vocabulary().cues.match(frame.document.tokens, i, frame.sentence.end);
}

// "its walking speed", but "to speed the work", "tubes that speed"
bool is_noun_in_ed(const SentenceFrame& frame, std::size_t i) {
    return frame.is(i, WordClass::noun_first) && i > frame.sentence.begin &&
           !frame.is_any(i - 1, {"to", "that", "which", "who"}) && !frame.is(i - 1, WordClass::modal);
}

bool looks_like_verb(const SentenceFrame& frame, std::size_t i) {
    if (frame.is(i, "think") && frame.is_any(i + 1, {"tank", "tanks"})) return false;  // "a think tank"
    if (is_verb_by_place(frame, i)) return true;
    if (!may_be_verb(frame, i)) return false;
    const char last = frame.document.text[frame.token(i).end - 1];
    if (frame.classes_of(i).has(WordClass::change_verb_start) && is_change_in_words(frame, i)) return true;
    if (last == 'e' && i > frame.sentence.begin && frame.is(i, "rate") && frame.is(i - 1, "funds"))
        return false;  // "the federal funds rate"
    const bool behind_span = i > frame.sentence.begin &&
                             (frame.classes_of(i - 1).has(WordClass::time_unit) || frame.is(i - 1, "period"));
    if (behind_span && (last == 'd' || last == 'g') && ends_period(frame, i)) return false;
    if (frame.is_one_of(i, {WordClass::auxiliary, WordClass::modal}))
        return !frame.token(i).is_capitalised() || i == frame.sentence.begin;
    const bool names_rivals = last == 'g' && frame.is(i, WordClass::contesting) && i > frame.sentence.begin &&
                              frame.token(i - 1).is_capitalised() && frame.has(i + 1) &&
                              (frame.token(i + 1).is_capitalised() || frame.token(i + 1).is_number());
    if (names_rivals) return true;  // "a poll shows Orlo leading Dorne"
    const bool known =
        frame.is_one_of(i, {WordClass::verb, WordClass::change_verb, WordClass::cue, WordClass::copula}) ||
        (frame.is(i, WordClass::multiple) && !frame.is(i, WordClass::modifier)) ||
        (frame.is(i, WordClass::cue_start) && says_with_words_behind(frame, i));
    const std::string_view word = frame.word(i);
    if (frame.token(i).is_capitalised() && i > frame.sentence.begin) return false;
    // ", managing director Lee said"
    if (last == 'g' && vocabulary().titles.match(frame.document.tokens, i, frame.sentence.end)) return false;
    // "to get rises of 5%": no verb of a move has "of" behind it
    if (last == 's' && frame.is(i + 1, "of") && frame.is(i, WordClass::change_noun) &&
        frame.is(i, WordClass::change_verb))
        return false;
    const bool hyphenated =
        (frame.has(i + 1) && frame.is_written(i + 1, "-") && !frame.token(i + 1).space_before()) ||
        (i > frame.sentence.begin && frame.is_written(i - 1, "-") && !frame.token(i).space_before());
    if (hyphenated) return false;
    if (frame.is(i, "left") && frame.is_any(i - 1, {"the", "far", "hard", "radical", "political"}))
        return false;  // "The far left would take"
    // "newly filed reports": a participle behind its adverb.
    if (has_ending(word, "ed") && i >= frame.sentence.begin + 2 && has_ending(frame.word(i - 1), "ly") &&
        frame.is_one_of(i - 2, {WordClass::preposition, WordClass::determiner}))
        return false;
    if (!known && has_ending(word, "ing") && i > frame.sentence.begin && frame.is_written(i - 1, ","))
        return true;  // ", beating forecasts"
    if (!known)
        return has_ending(word, "ed", 3) && !is_noun_in_ed(frame, i) && !noun_stands_here(frame, i) &&
               i > frame.sentence.begin &&
               (!frame.is(i, WordClass::adjective) ||
                frame.is_any(i - 1, {"i", "we", "he", "she", "it", "they"}));
    // "after saying that", but "the asking price", "in commercial banking"
    if (frame.is(i, WordClass::cue) && has_ending(word, "ing") && !is_noun_of_saying(frame, i)) return true;
    if (last == 'g' && is_done_beside(frame, i)) return true;
    if (noun_stands_here(frame, i) || is_noun_first(frame, i) || is_gerund_noun(frame, i)) return false;
    // "sales rises", "cost cuts": a plural or "-ing" noun before its verb is no verb itself.
    if (i + 1 < frame.sentence.end && frame.is_one_of(i + 1, {WordClass::auxiliary, WordClass::modal}) &&
        !frame.is(i, WordClass::auxiliary) && looks_plural(frame.document, i) &&
        !frame.is_any(i - 1, {"he", "she", "it", "who"}))  // but "which he predicts will cost"
        return false;
    // "Insurance claims doubled", "Mortgage costs already average 5.65%"
    if (last == 's' && is_moved_behind(frame, i + 1)) return false;
    const std::size_t next = frame.is(i + 1, WordClass::modifier) ? i + 2 : i + 1;
    if (last == 's' && frame.is(i, WordClass::noun_first) && frame.is(next, WordClass::verb) &&
        !frame.is(next, WordClass::modifier) && starts_figure(frame, next + 1))
        return false;
    return true;
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

// Apart, so that the words that are no verbs pay nothing for it.
[[gnu::noinline]] bool find_likely_verb(const SentenceFrame& frame, std::size_t i) {
    return write_down(frame, i, Asked::is_verb, looks_like_verb(frame, i));
}

// Told of most words without a call, by what is_verb_by_place() and looks_like_verb() need: a hash is enough for that. Where
// they find verbs by another sign too, it must be asked here.
bool is_likely_verb(const SentenceFrame& frame, std::size_t i) {
    if (!frame.token(i).is_word()) return false;
    if (may_be_verb(frame, i)) return true;
    if (i == frame.sentence.begin) return false;
    static constexpr WordClasses modal{WordClass::modal};
    const WordLiteral who("who"), face("face"), number("number"), to("to"), he("he"), she("she"), it("it");
    const std::uint32_t hash = frame.token(i).hash, before = frame.token(i - 1).hash;
    return frame.has_any(i - 1, modal) || hash == face.hash || hash == number.hash || before == who.hash ||
           before == to.hash || before == he.hash || before == she.hash || before == it.hash;
}

}  // namespace

bool find_verb_at(const SentenceFrame& frame, std::size_t i) {
    return is_likely_verb(frame, i) ? find_likely_verb(frame, i)
                                    : write_down(frame, i, Asked::is_verb, false);
}

namespace {

// Where what is set in opens that closes at `close`, in brackets or between dashes: "sell Norden [(NRD.N)] for $5m", "held its rate
// [-- the lowest ever --] at 5%". `close` where nothing does.
std::size_t before_aside(const SentenceFrame& frame, std::size_t close) {
    constexpr std::size_t longest = 16;
    const bool bracket = frame.is_written(close, ")");
    const std::size_t dash = bracket ? close : before_dash(frame, close + 1);
    if (!bracket && dash > close) return close;
    // "and Orlo (ORL.N) up 5% at $22": a clause of its own, without a verb
    if (frame.is(close + 1, WordClass::change_particle)) return close;
    for (std::size_t i = dash; i-- > frame.sentence.begin + 1 && i + longest > close;) {
        if (bracket && frame.is_written(i, "(")) return i;
        if (const std::size_t open = bracket ? i + 1 : before_dash(frame, i + 1); open <= i) return open;
        if (frame.is_written(i, ";") || frame.is(i, WordClass::quotation_mark)) return close;
    }
    return close;
}

}  // namespace

namespace {

// "would no longer have to pay"
bool is_of_no_longer(const SentenceFrame& frame, std::size_t i) {
    return i > frame.sentence.begin && ((frame.is(i, "longer") && frame.is(i - 1, "no")) ||
                                        (frame.is(i, "no") && frame.is(i + 1, "longer")));
}

}  // namespace

std::optional<TokenRange> verb_group_before(const SentenceFrame& frame, std::size_t at) {
    std::size_t i = at;
    while (i > frame.sentence.begin) {
        --i;
        if (frame.token(i).kind == TokenKind::mark) {
            if (closes_words_in_marks(frame, i)) {  // `would be "well below" £300m`
                while (!frame.is(--i, WordClass::quotation_mark)) {
                }
                continue;
            }
            if (const std::size_t open = before_aside(frame, i); open < i) {
                i = open;
                continue;
            }
            if (frame.is_written(i, ",") || divides_clauses(frame, i)) return std::nullopt;
        }
        if (!is_verb_at(frame, i)) continue;
        TokenRange verb{i, i + 1};
        while (verb.begin > frame.sentence.begin &&
               (frame.is_one_of(verb.begin - 1, {WordClass::auxiliary, WordClass::modal}) ||
                (frame.is(verb.begin - 1, WordClass::modifier) && !is_behind_hyphen(frame, verb.begin - 1) &&
                 !frame.is(verb.begin - 1, WordClass::adjective) && verb.begin - 1 > frame.sentence.begin) ||
                (frame.is_any(verb.begin - 1, {"last", "both", "all", "each"}) &&
                 frame.is(verb.begin - 2, WordClass::copula)) ||
                (is_last_in_verb(frame, verb.begin - 1) &&
                 (is_plain_change(frame, verb.end - 1) || is_last_told(frame, verb.end - 1))) ||
                is_adverb_in_verb(frame, verb.begin - 1) || opens_words_in_marks(frame, verb.begin - 1) ||
                is_of_no_longer(frame, verb.begin - 1)))
            --verb.begin;
        return verb;
    }
    return std::nullopt;
}

}  // namespace figbook
