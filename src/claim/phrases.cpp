#include "claim/phrases.hpp"

#include <algorithm>

#include "claim/instrument_codes.hpp"
#include "claim/verb_signs.hpp"
#include "claim/verbs.hpp"
#include "quantity/counted.hpp"
#include "text/dashes.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

// "Mrs. Orlo", "St. Regis", "Orlo Corp. fell": inside a sentence a dot behind a capital ends no more than an abbreviation.
bool is_abbreviation_dot(const SentenceFrame& frame, std::size_t i) {
    return i > frame.sentence.begin && frame.has(i + 1) && !frame.token(i).space_before() &&
           frame.token(i - 1).is_capitalised() && frame.token(i - 1).is_word() &&
           (frame.token(i + 1).is_capitalised() || frame.is(i - 1, WordClass::abbreviation));
}

// "15-year-olds"
bool opens_compound(const SentenceFrame& frame, std::size_t number) {
    return frame.is(number + 1, "-") && is_behind_hyphen(frame, number + 2) &&
           frame.token(number + 2).is_word();
}

// A word between blanks of no class that decides, as most are, with no hyphen two words on.
bool is_plain_word(const SentenceFrame& frame, std::size_t i) {
    static constexpr WordClasses deciding{WordClass::determiner, WordClass::pronoun, WordClass::conjunction,
                                          WordClass::relative, WordClass::preposition};
    return frame.token(i).is_word() && frame.token(i).space_before() && !frame.has_any(i, deciding) &&
           (!frame.has(i + 2) || frame.token(i + 2).space_before());
}

// "Dunn's net worth rose", but "a safety net worth $4m"
bool is_net_worth(const SentenceFrame& frame, std::size_t i) {
    return frame.is(i, "worth") && i > frame.sentence.begin && frame.is(i - 1, "net") &&
           !is_figure_behind(frame, i + 1) && !frame.is_any(i + 1, {"about", "some", "around", "over"});
}

// Of any other word, number or mark. Apart, so that plain words pay nothing for it.
[[gnu::noinline]] bool other_fits_noun_phrase(const SentenceFrame& frame, std::size_t i) {
    const Token& token = frame.token(i);
    if (token.kind == TokenKind::possessive) return true;
    if (token.kind == TokenKind::mark) {
        const std::string_view mark = frame.word(i);
        const bool glued = !token.space_before() && frame.has(i + 1) && !frame.token(i + 1).space_before();
        return mark == "&" || (mark == "/" && glued) || (mark == "+" && !token.space_before() && !glued) ||
               (mark == "-" && !token.space_before()) || mark == "’" || mark == "'" ||
               (mark == "." && is_abbreviation_dot(frame, i));
    }
    if (token.is_number()) return !token.space_before() || opens_compound(frame, i);
    if (is_behind_hyphen(frame, i) || is_behind_hyphen(frame, i + 2)) return true;  // "clean-up", "so-called"
    if (frame.is(i, WordClass::determiner))  // "from that strike", but "the strike that killed"
        return !frame.is(i, "that") || !frame.is(i, WordClass::pronoun) ||
               (i > frame.sentence.begin &&
                frame.is_any(i - 1, {"from", "of", "in", "on", "at", "for", "by", "with"}) &&
                frame.has(i + 1) && frame.token(i + 1).is_word() &&
                (frame.is(i + 1, WordClass::noun_first) || !is_verb_at(frame, i + 1)) &&
                !frame.is_one_of(i + 1, {WordClass::auxiliary, WordClass::modal, WordClass::preposition,
                                         WordClass::pronoun, WordClass::conjunction, WordClass::determiner}));
    if (token.length() == 1 && frame.is(i + 1, "/") && !frame.token(i + 1).space_before())
        return true;  // "I/B/E/S" has no pronoun
    if (is_net_worth(frame, i)) return true;
    return !frame.is_one_of(i, {WordClass::pronoun, WordClass::conjunction, WordClass::relative,
                                WordClass::preposition}) &&
           !is_verb_at(frame, i);
}

// A small word that no hyphen joins to others and that only joins or stands for nouns: "of", "and", "it", as every third
// word is.
bool is_joint(const SentenceFrame& frame, std::size_t i) {
    static constexpr WordClasses joints{WordClass::pronoun, WordClass::conjunction, WordClass::relative,
                                        WordClass::preposition};
    static constexpr WordClasses determiner{WordClass::determiner};
    const Token& token = frame.token(i);
    return token.is_word() && token.space_before() && !token.is_capitalised() && frame.has_any(i, joints) &&
           !frame.has_any(i, determiner) && (!frame.has(i + 2) || frame.token(i + 2).space_before());
}

bool is_of_noun_phrase(const SentenceFrame& frame, std::size_t i) {
    if (is_joint(frame, i))  // "Dunn's net worth rose"
        return is_net_worth(frame, i);
    if (may_be_in_instrument_code(frame, i) && in_instrument_code(frame, i)) return false;
    if (is_contraction(frame.word(i))) return false;
    return is_plain_word(frame, i) ? !is_verb_at(frame, i) : other_fits_noun_phrase(frame, i);
}

}  // namespace

bool fits_noun_phrase(const SentenceFrame& frame, std::size_t i) {
    return write_down(frame, i, Asked::in_noun_phrase, is_of_noun_phrase(frame, i));
}

std::optional<std::size_t> outlook_behind(const SentenceFrame& frame, const Quantity& quantity) {
    constexpr std::size_t longest = 4;
    const std::size_t in = quantity.phrase_end();
    if (!frame.is_any(in, {"in", "from"}) || !frame.is(in + 1, WordClass::determiner)) return std::nullopt;
    for (std::size_t i = in + 2; i < in + 2 + longest && frame.has(i); ++i) {
        if (frame.is_one_of(i, {WordClass::forecast_noun, WordClass::plan_noun})) return i;
        if (!in_noun_phrase(frame, i)) return std::nullopt;
    }
    return std::nullopt;
}

bool is_unit_of(const Quantity& quantity, TokenRange phrase) {
    if (quantity.kind == Kind::count && !counts_points(quantity)) return false;
    const std::size_t end = quantity.kind == Kind::count ? quantity.phrase_end() : quantity.end;
    if (quantity.begin > phrase.begin || end < phrase.end) return false;
    // "One dollar bought 102 yen", "half were given 2 grams": all of it is what something is said of.
    const bool whole = phrase.begin <= quantity.core || quantity.value == Decimal(1);
    return !whole || (quantity.kind != Kind::ratio && quantity.kind != Kind::money);
}

std::size_t find_dash_before(const SentenceFrame& frame, std::size_t at) {
    const std::size_t last = at - 1;
    const bool hyphen = frame.is_written(last, "-");
    const bool two = hyphen && frame.is_written(last - 1, "-") && !frame.token(last).space_before();
    if (two) return last - 1;
    const bool apart = frame.token(last).space_before() && frame.has(at) && frame.token(at).space_before();
    return (apart && hyphen) || is_wide_dash(frame.word(last)) ? last : at;
}

bool starts_figure(const SentenceFrame& frame, std::size_t i) {
    return frame.has(i) && (frame.token(i).is_number() || frame.is(i, WordClass::number) ||
                            vocabulary().currencies.can_start(frame.token(i).word));
}

namespace {

// The same of a token that can start one.
bool time_starts_here(const SentenceFrame& frame, std::size_t at) {
    const Token& token = frame.token(at);
    if ((token.is_number() || frame.is(at, WordClass::number)) && frame.is(at + 1, WordClass::time_unit))
        return true;  // "ten years"
    if (token.is_number())
        return token.end - token.start == 4 && frame.word(at).find_first_of(".,") == std::string_view::npos;
    static constexpr WordClasses openers{WordClass::month,       WordClass::weekday,   WordClass::time_opener,
                                         WordClass::determiner,  WordClass::time_edge, WordClass::time_marker,
                                         WordClass::part_of_time};
    if (!frame.has_any(at, openers)) return false;
    if (frame.is(at, WordClass::part_of_time))
        return frame.is(at + 1, WordClass::month) || starts_time(frame, at + 1);
    if (frame.is(at, WordClass::month) || frame.is(at, WordClass::weekday)) return token.is_capitalised();
    if (frame.is_any(at, {"yesterday", "today", "tomorrow"})) return true;
    std::size_t next = at;
    if (frame.is_any(next, {"the", "a", "that"})) ++next;
    if (frame.is(next, WordClass::time_edge) && (frame.is(next + 1, "of") || next > at)) return true;
    const bool marked = frame.is(next, WordClass::time_marker);
    if (marked && !frame.is(next, "year")) ++next;
    if (marked && frame.is(next, WordClass::fiscal_word)) ++next;  // "this financial year"
    while (frame.is(next, WordClass::number) ||
           (frame.has(next) && frame.token(next).is_number() && marked) || frame.is(next, "few"))
        ++next;
    if (frame.document.tokens.size() > next && frame.is_written(next, "-")) {
        ++next;  // "second-quarter profit" and "first-time buyers" are no time
        if ((frame.is(next, WordClass::time_unit) || frame.is(next, "time")) &&
            in_noun_phrase(frame, next + 1))
            return false;
    }
    if (marked && frame.is(next, "time")) return true;  // "the third time"
    return marked && frame.is_one_of(next, {WordClass::time_unit, WordClass::month, WordClass::weekday,
                                            WordClass::time_noun});
}

}  // namespace

bool find_time_start(const SentenceFrame& frame, std::size_t at) {
    static constexpr WordClasses starting{
        WordClass::month,     WordClass::weekday,     WordClass::time_opener,  WordClass::determiner,
        WordClass::time_edge, WordClass::time_marker, WordClass::part_of_time, WordClass::number};
    const bool may_start = frame.token(at).is_number() || frame.has_any(at, starting);
    return write_down(frame, at, Asked::starts_time, may_start && time_starts_here(frame, at));
}

PointsBack points_back(const SentenceFrame& frame) {
    std::size_t at = frame.sentence.begin;
    while (frame.has(at) && (frame.token(at).kind == TokenKind::mark ||
                             (frame.is(at, WordClass::conjunction) && frame.is_any(at, {"and", "but"}))))
        ++at;
    if (!frame.has(at)) return PointsBack::to_nothing;
    static constexpr WordClasses pointing{WordClass::pronoun, WordClass::determiner};
    const bool points = frame.has_any(at, pointing);
    if (points && frame.is_any(at, {"it", "that", "this"})) {
        const bool figure =  // "That compares with": the figure itself
            !frame.is(at, "it") && frame.is_any(at + 1, {"is", "was", "compares", "compared"});
        return figure ? PointsBack::to_any : PointsBack::to_one;
    }
    // `"They made $4bn," she said`: of whom the speaker thinks, and not of what the paper said before.
    if (frame.is(frame.sentence.begin, WordClass::quotation_mark) && frame.is(at, "they"))
        return PointsBack::to_nothing;
    if (points && frame.is_any(at, {"they", "these", "those", "each", "both"})) return PointsBack::to_several;
    static constexpr WordClasses goes_on{WordClass::comparison, WordClass::change_particle,
                                         WordClass::change_verb, WordClass::copula};
    return frame.has_any(at, goes_on) && !frame.is_any(at, {"after", "following"}) ? PointsBack::to_any
                                                                                   : PointsBack::to_nothing;
}

bool is_of_them(const SentenceFrame& frame, const Quantity& quantity) {
    if (!frame.is(quantity.end, "of")) return false;
    if (frame.is_any(quantity.end + 1, {"them", "whom", "which"})) return true;
    const std::size_t next = quantity.end + 2;  // "those under 30" are others
    const bool alone = !frame.has(next) || frame.token(next).kind == TokenKind::mark ||
                       frame.is_one_of(next, {WordClass::auxiliary, WordClass::modal, WordClass::copula,
                                              WordClass::past_form});
    return alone && frame.is_any(quantity.end + 1, {"these", "those"});
}

std::size_t end_of_head(const Document& document, TokenRange phrase) {
    std::size_t end = phrase.begin + 1;
    while (end < phrase.end && !vocabulary().is(document.tokens[end].word, WordClass::preposition)) ++end;
    return std::min(end, phrase.end);
}

TokenRange without_weekday(const SentenceFrame& frame, TokenRange phrase) {
    if (phrase.end > phrase.begin + 2 && frame.is(phrase.end - 1, WordClass::weekday))
        phrase.end -= frame.is(phrase.end - 2, "on") ? 2 : 1;
    return phrase;
}

TokenRange without_determiner(const SentenceFrame& frame, TokenRange range) {
    const bool those_who =  // "those under 30", "those earning less"
        frame.is(range.begin, "those") && range.begin + 1 < range.end &&
        (!in_noun_phrase(frame, range.begin + 1) || has_ending(frame.word(range.begin + 1), "ing", 3));
    if (those_who || behind_owning_time(frame, range.begin) > range.begin) return range;
    if (frame.is(range.begin, "each") && frame.is(range.begin + 1, "of")) range.begin += 2;
    const auto is_number_sign = [&](std::size_t i) {  // "A | No 10 source"
        return frame.is(i, "no") && frame.token(i).is_capitalised() && frame.has(i + 1) &&
               frame.token(i + 1).is_number();
    };
    while (range.begin < range.end && !is_number_sign(range.begin) &&
           (frame.is(range.begin, WordClass::determiner) ||
            frame.token(range.begin).kind == TokenKind::possessive ||
            frame.token(range.begin).kind == TokenKind::mark))
        ++range.begin;
    return range;
}

namespace {

// "records | containing", "adverts | airing in May": what stands behind a plural and does something is none of its phrase;
// nor is any other "-ing" with its object, "flats | replacing the".
bool opens_participle(const SentenceFrame& frame, std::size_t i) {
    static constexpr WordClasses opens_object{WordClass::determiner, WordClass::pronoun,
                                              WordClass::possessive_pronoun};
    if (has_ending(frame.word(i), "ing", 3) && !is_behind_hyphen(frame, i) &&
        !frame.is(i, WordClass::preposition) && !frame.token(i).is_capitalised() &&
        frame.token(i - 1).is_word() &&
        !frame.is_one_of(i - 1, {WordClass::determiner, WordClass::adjective}) &&
        frame.is_one_of(i + 1, opens_object) && !starts_time(frame, i + 1))
        return true;
    // "a 50-inch set | selling for $2,000"
    if (frame.is(i, WordClass::trailing_participle) && frame.is_any(i + 1, {"for", "at"}) &&
        is_figure_behind(frame, i + 2))
        return true;
    if (frame.is(i + 1, "to") && frame.is(i, WordClass::trying)) return true;  // "debt | attempting to buy"
    return frame.is(i, WordClass::trailing_participle) && !is_behind_hyphen(frame, i) &&
           !frame.token(i).is_capitalised() && frame.has(i + 1) && frame.token(i + 1).is_word() &&
           looks_plural(frame.document, i - 1) && !frame.is(i - 1, WordClass::adjective);
}

// "staff | to chase debts", "a loan | to bail out": behind "to" stands what shall be done, by its form or by what follows.
bool opens_infinitive(const SentenceFrame& frame, std::size_t to) {
    const std::size_t verb = to + 1;
    if (!frame.is(to, "to") || !frame.has(verb) || frame.token(verb).is_capitalised()) return false;
    if (is_behind_hyphen(frame, verb + 2)) return false;
    if (frame.is(verb, WordClass::infinitive)) return true;
    const bool bare = frame.token(verb).is_word() && !looks_plural(frame.document, verb) &&
                      !frame.is_one_of(verb, {WordClass::determiner, WordClass::pronoun, WordClass::adjective,
                                              WordClass::modifier});
    return bare &&
           (frame.is_one_of(verb + 1, {WordClass::determiner, WordClass::possessive_pronoun}) ||
            frame.is_any(verb + 1,
                         {"them", "him", "it", "us", "me", "back", "out", "up", "off", "down", "away"})) &&
           !starts_time(frame, verb + 1);
}

// "emails | Dorne turned over", "states | President Orlo won": a relative clause without its pronoun.
bool opens_bare_relative(const SentenceFrame& frame, std::size_t i) {
    if (!frame.token(i).is_capitalised() || frame.token(i - 1).is_capitalised()) return false;
    if (!looks_plural(frame.document, i - 1)) return false;
    const std::size_t behind = frame.has(i + 1) && frame.token(i + 1).is_capitalised() ? i + 2 : i + 1;
    return is_verb_at(frame, behind);
}

}  // namespace

std::size_t behind_time_that_owns(const SentenceFrame& frame, std::size_t at) {
    constexpr std::size_t longest = 3;
    for (std::size_t i = at + 1; i <= at + longest && frame.has(i); ++i)
        if (frame.token(i).kind == TokenKind::possessive && in_noun_phrase(frame, i + 1)) return i + 1;
    return at;
}

TokenRange noun_phrase_from(const SentenceFrame& frame, std::size_t at, bool with_attachments) {
    TokenRange range{at, at};
    const std::size_t owned = behind_owning_time(frame, at);
    // "its 2016 campaign", "the grounded 37 Falk jets": behind what opens the phrase, and more of it follows
    const auto is_number_within = [&](std::size_t i) {
        if (i == at || !frame.has(i + 1) || !frame.token(i).is_number() || !in_noun_phrase(frame, i + 1))
            return false;
        if (!frame.token(i + 1).is_word() || frame.is(i + 1, WordClass::determiner)) return false;
        return starts_time(frame, i) &&
               (frame.token(i - 1).kind == TokenKind::possessive || frame.is(i - 1, "fiscal"));
    };
    const auto can_take = [&](std::size_t i) {
        if (frame.has(i) && frame.token(i).is_number() && is_number_within(i)) return true;
        return in_noun_phrase(frame, i) &&
               (i < owned || is_behind_hyphen(frame, i) || !starts_time(frame, i)) &&
               (i == at || (!opens_participle(frame, i) && !opens_bare_relative(frame, i)));
    };
    // "industrial and consumer goods": two adjectives of one noun
    const auto joins_adjectives = [&](std::size_t i) {
        return i > range.begin && frame.is(i, "and") && frame.is(i - 1, WordClass::adjective) &&
               !looks_plural(frame.document, i - 1) && can_take(i + 1) && can_take(i + 2) &&
               !frame.is_one_of(i + 1, {WordClass::determiner, WordClass::modifier});
    };
    while (range.end < at + longest_phrase && (can_take(range.end) || joins_adjectives(range.end))) {
        // "the monopoly's most valuable asset"
        const bool owned_here =
            range.end > range.begin && frame.token(range.end - 1).kind == TokenKind::possessive;
        if (frame.is(range.end, WordClass::modifier) && !frame.is(range.end, WordClass::adjective) &&
            range.end > range.begin && !(owned_here && in_noun_phrase(frame, range.end + 1)) &&
            !is_behind_hyphen(frame, range.end))  // "follow-up talks"
            break;
        if (range.end > range.begin && frame.is(range.end, WordClass::determiner) &&
            !frame.is(range.end, "own"))
            break;
        // "a loss in the quarter | ended in May"
        if (range.end > range.begin && frame.is_any(range.end, {"ended", "ending"})) break;
        ++range.end;
    }
    while (range.end > range.begin && (frame.is(range.end - 1, WordClass::determiner) ||
                                       frame.token(range.end - 1).kind == TokenKind::mark))
        --range.end;
    if (range.end == range.begin) return range;
    // "emails containing secrets": with what it acts on.
    if (with_attachments && frame.is(range.end, WordClass::trailing_participle) &&
        opens_participle(frame, range.end) && in_noun_phrase(frame, range.end + 1) &&
        !starts_time(frame, range.end + 1) && !frame.is(range.end + 1, WordClass::modifier))
        if (const TokenRange object = noun_phrase_from(frame, range.end + 1, false);
            object.end > range.end + 1 && object.end < at + longest_phrase)
            range.end = object.end;
    while (with_attachments && frame.is(range.end, WordClass::attaching) && range.end < at + longest_phrase) {
        const std::size_t object = range.end + 1;
        if (frame.is(range.end, "than") && !frame.is(range.end - 1, "other")) break;
        if (!frame.has(object) || starts_time(frame, object) || frame.token(object).is_number()) break;
        if (frame.is_any(object, {"a", "an"}) && frame.is(object + 1, WordClass::number) &&
            !frame.is(object + 2, "-"))
            break;  // "a dozen"
        const TokenRange attached = noun_phrase_from(frame, object, false);
        if (attached.end <= attached.begin || without_determiner(frame, attached).begin == attached.end)
            break;
        // "by selling shares": an "-ing" form opens a clause, not a phrase; "the chance of losing the probe" is one.
        const bool acts = has_ending(frame.word(attached.begin), "ing") &&
                          frame.is_one_of(attached.begin, {WordClass::verb, WordClass::acting_form}) &&
                          !frame.is_any(attached.begin, {"operating", "working", "running", "living"});
        if (acts && !frame.is(range.end, "of")) break;
        // "doses | at a cost of $19", "cocaine | with a value of £2m": that belongs to the next figure.
        if (frame.is_any(range.end, {"at", "with"}) && frame.is(attached.end, "of") &&
            starts_figure(frame, attached.end + 1))
            break;
        if (opens_infinitive(frame, range.end)) break;
        // "debt | at a time when rates rise", "jobs | at the end of May"
        if (frame.is(range.end, "at") && frame.is_any(object, {"a", "the"}) &&
            frame.is_any(object + 1, {"time", "end", "start", "beginning", "moment", "outset", "expense"}))
            break;
        range.end = attached.end;
        if (acts && frame.is(range.end, WordClass::determiner))
            range.end = std::max(range.end, noun_phrase_from(frame, range.end, false).end);
    }
    return range;
}

std::size_t behind_bracket(const SentenceFrame& frame, std::size_t at) {
    constexpr std::size_t longest = 12;  // "(£4.2m; about $5.6m)"
    if (!frame.is(at, "(")) return at;
    for (std::size_t i = at + 1; frame.has(i) && i < at + longest; ++i)
        if (frame.is_written(i, ")")) return i + 1;
    return at;
}

std::size_t behind_year_on_year(const SentenceFrame& frame, std::size_t i) {
    if (!frame.is_any(i, {"year", "month", "quarter"})) return i;
    std::size_t at = i + 1;
    if (frame.is(at, "-")) ++at;
    if (!frame.is_any(at, {"on", "over", "to"})) return i;
    ++at;
    if (frame.is(at, "-")) ++at;
    return frame.has(at) && frame.token(at).word == frame.token(i).word ? at + 1 : i;
}

}  // namespace figbook
