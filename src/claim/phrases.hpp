// Noun phrases without a parser: from the word classes and the word order of English news.
#pragma once
#include "claim/answers.hpp"
#include "claim/draft.hpp"

namespace figbook {

// "we're", "they'll", "I've", "I'm", "he'd": a pronoun with its verb.
inline bool is_contraction(std::string_view word) {
    constexpr std::size_t shortest = 3;
    if (word.size() < shortest) return false;
    const auto is_mark = [&](std::size_t from_end) {
        const char mark = word[word.size() - from_end];
        return mark == '\'' || mark == '\x99';  // the last byte of "’"
    };
    // By the last letter first, since every word is asked.
    const char last = word.back();
    if (last == 'm' || last == 'd') return is_mark(2);
    return (last == 'e' || last == 'l') && word.size() > shortest && is_mark(3) &&
           (word.ends_with("re") || word.ends_with("ve") || word.ends_with("ll"));
}

constexpr std::size_t longest_phrase = 16;  // tokens; longer ones are cut off

// True where the token can be part of a noun phrase.
bool fits_noun_phrase(const SentenceFrame& frame, std::size_t i);  // the first time that it is asked

inline bool in_noun_phrase(const SentenceFrame& frame, std::size_t i) {
    return frame.has(i) && answer(frame, i, Asked::in_noun_phrase, fits_noun_phrase);
}

// The noun phrase that starts at `at`, with the phrases that hang on it ("defense spending from non-US NATO allies");
// never running into a time, a number or a verb. Empty where none starts there.
TokenRange noun_phrase_from(const SentenceFrame& frame, std::size_t at, bool with_attachments = true);

// The noun phrase that ends right before `at`. Empty where none does.
TokenRange noun_phrase_before(const SentenceFrame& frame, std::size_t at);

// True where a time stands at `at`: "last year", "2023", "March", "the third quarter".
bool find_time_start(const SentenceFrame& frame, std::size_t at);  // the first time that it is asked

inline bool starts_time(const SentenceFrame& frame, std::size_t at) {
    return frame.has(at) && answer(frame, at, Asked::starts_time, find_time_start);
}

// Behind the possessive that follows the time at `at`; `at` where none does.
std::size_t behind_time_that_owns(const SentenceFrame& frame, std::size_t at);

// Behind the "this year's" of "this year's deficit"; `at` where no time that owns something stands there.
inline std::size_t behind_owning_time(const SentenceFrame& frame, std::size_t at) {
    return starts_time(frame, at) ? behind_time_that_owns(frame, at) : at;
}

// "[13%] in its May outlook": the forecast that the figure stood in, none where it stands in no forecast.
std::optional<std::size_t> outlook_behind(const SentenceFrame& frame, const Quantity& quantity);

// True where a figure may begin at `i`: a number, or the sign of a currency before one.
bool starts_figure(const SentenceFrame& frame, std::size_t i);

// "percent", "points": true where the phrase is but the unit of the figure, which does nothing and of which nothing is said.
bool is_unit_of(const Quantity& quantity, TokenRange phrase);

// Where the dash begins that ends right before `at`, which sets words apart: "–", "--", a hyphen between blanks; `at` where none does.
std::size_t find_dash_before(const SentenceFrame& frame, std::size_t at);  // where a mark stands before it

// Behind what stands in brackets at `at`; `at` where none does.
std::size_t behind_bracket(const SentenceFrame& frame, std::size_t at);

// Behind "year-on-year", "month over month" at `i`; `i` where nothing of the kind stands there.
std::size_t behind_year_on_year(const SentenceFrame& frame, std::size_t i);

inline std::size_t before_dash(const SentenceFrame& frame, std::size_t at) {
    const bool mark = at > frame.first_token + 1 && frame.token(at - 1).kind == TokenKind::mark;
    return mark ? find_dash_before(frame, at) : at;
}

// True where such a dash, of one mark, stands at `i`.
inline bool is_dash_at(const SentenceFrame& frame, std::size_t i) {
    return frame.has(i) && before_dash(frame, i + 1) == i;
}

// "the Hang Seng [(HSI)] | fell": where the brackets open that close right before `at`; `at` where none do.
std::size_t before_bracketed(const SentenceFrame& frame, std::size_t at);

// The "up" of "clean-up".
inline bool is_behind_hyphen(const SentenceFrame& frame, std::size_t i) {
    return frame.has(i) && !frame.token(i).space_before() && frame.is(i - 1, "-") &&
           !frame.token(i - 1).space_before();
}

// What the first word of a sentence goes back to: one thing ("It", "That"), several ("They", "These"), or whatever a
// figure was said of ("Up from", "Compared with"); nothing where it opens anew.
enum class PointsBack { to_nothing, to_one, to_several, to_any };
PointsBack points_back(const SentenceFrame& frame);

// "A quarter of them", "12 of whom": a part of several things named before.
bool is_of_them(const SentenceFrame& frame, const Quantity& quantity);

// "was shot down late on Sunday, according to | two officials": of whom is told no more than that they say so.
inline bool is_who_says(const SentenceFrame& frame, const Quantity& quantity) {
    return quantity.kind == Kind::count && quantity.begin > frame.sentence.begin + 1 &&
           frame.is(quantity.begin - 1, "to") && frame.is(quantity.begin - 2, "according");
}

// Where the head of a noun phrase ends: before what hangs on it, "analysts [at Brightwater]".
std::size_t end_of_head(const Document& document, TokenRange phrase);

// Without leading articles and possessives.
TokenRange without_determiner(const SentenceFrame& frame, TokenRange range);
// "leaders [on Wednesday]": the phrase without the day behind it.
TokenRange without_weekday(const SentenceFrame& frame, TokenRange phrase);

}  // namespace figbook
