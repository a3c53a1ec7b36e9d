#include "claim/noun_or_verb.hpp"

#include <optional>

#include "claim/phrases.hpp"
#include "claim/verb_signs.hpp"
#include "claim/verbs.hpp"
#include "quantity/counted.hpp"
#include "text/endings.hpp"

namespace figbook {

namespace {

// A number that is no year: what stands behind it is counted.
bool is_small_number(const SentenceFrame& frame, std::size_t i) {
    return frame.is(i, WordClass::number) || (frame.token(i).is_number() && !starts_time(frame, i));
}

// "the industrial average | ended up 30 points", "the total | reached 40": a noun with its verb, and not "the average estimated
// cost".
bool is_verb_behind_noun(const SentenceFrame& frame, std::size_t i) {
    const bool noun = frame.is(i - 1, WordClass::noun_first) || frame.is_any(i - 1, {"outstanding", "whole"});
    if (!noun || frame.is(i, WordClass::noun_first)) return false;
    if (!has_ending(frame.word(i), "ed", 3) && !frame.is(i, WordClass::past_form)) return false;
    static constexpr WordClasses behind_verb{WordClass::determiner, WordClass::change_particle,
                                             WordClass::weekday};
    if (frame.has_any(i + 1, behind_verb) || starts_figure(frame, i + 1)) return true;
    return frame.is_any(i + 1, {"at", "above", "below"}) ||
           (frame.is(i, WordClass::change_verb) && frame.is_any(i + 1, {"to", "from", "by"}));
}

// "Van hire | rose threefold": no form of a verb that has a subject, and a verb of its own stands behind.
bool is_bare_form_as_noun(const SentenceFrame& frame, std::size_t i) {
    static constexpr WordClasses barred{WordClass::pronoun,    WordClass::auxiliary,   WordClass::modal,
                                        WordClass::relative,   WordClass::conjunction, WordClass::preposition,
                                        WordClass::number,     WordClass::modifier,    WordClass::verb,
                                        WordClass::change_verb};
    static constexpr WordClasses finite{WordClass::past_form, WordClass::auxiliary};
    if (!frame.is_one_of(i, {WordClass::infinitive, WordClass::verb, WordClass::cue}) ||
        frame.token(i).is_capitalised())
        return false;
    const std::string_view word = frame.word(i);
    if (word.ends_with('s') || word.ends_with("ed") || word.ends_with("ing") ||
        frame.is(i, WordClass::past_form))
        return false;
    const Token& noun = frame.token(i - 1);
    const bool owner = frame.is_any(i - 1, {"her", "his"});  // "Her show | took £3m"
    if (!noun.is_word() || (frame.has_any(i - 1, barred) && !owner) || frame.is(i - 1, "to") ||
        (frame.word(i - 1).ends_with('s') && !owner))
        return false;
    const std::size_t next = frame.is(i + 1, "alone") ? i + 2 : i + 1;
    return frame.is_one_of(next, finite) ||
           (frame.is(next, WordClass::multiple) && !frame.is(next, WordClass::modifier));
}

// "A pill | cut", with no preposition between: not "the price of a cut".
bool has_article_before(const SentenceFrame& frame, std::size_t verb) {
    constexpr std::size_t longest = 7;
    for (std::size_t i = verb; i-- > frame.sentence.begin && i + longest > verb;) {
        if (frame.token(i).kind == TokenKind::possessive) return i + 1 < verb;  // "Zelmar's pill cut"
        if (frame.is(i, WordClass::determiner))
            return i + 1 < verb && (i == frame.sentence.begin || frame.token(i - 1).kind == TokenKind::mark);
        if ((!frame.token(i).is_word() && !frame.is_written(i, "-")) || frame.is(i, WordClass::preposition))
            return false;
    }
    return false;
}

// "cut deaths from heart failure by 28%": how far something moved stands behind the object.
bool moves_object(const SentenceFrame& frame, std::size_t verb) {
    constexpr std::size_t furthest = 12;
    // "An experimental pill cut cholesterol by 48%": an article opens the subject.
    bool plural = has_article_before(frame, verb);  // "cut hospital admissions among babies by 83%"
    for (std::size_t i = verb + 1; frame.has(i + 1) && i < verb + furthest; ++i) {
        // "cut rates sharply in May, down from 5%"
        const bool near = plural && !frame.is_one_of(i - 1, {WordClass::verb, WordClass::cue});
        if (frame.is_written(i, ","))
            return near && frame.is_any(i + 1, {"down", "up"}) && frame.is_any(i + 2, {"from", "to", "by"}) &&
                   looks_plural(frame.document, verb + 1);
        if (frame.token(i).kind == TokenKind::mark) return false;
        // "The bank cut interest rates to 4%"
        if (near && frame.is(i, "to") && i <= verb + 3 && looks_plural(frame.document, i - 1))
            return starts_figure(frame, i + 1);
        plural |= looks_plural(frame.document, i);
        const bool average =
            frame.is_any(i + 1, {"a", "an"}) && frame.is(i + 3, "of");  // "by an average of 5%"
        const bool bare =
            frame.is_any(i + 1, {"a", "an"}) && starts_figure(frame, i + 3);  // "by an average 5%"
        if (frame.is(i, "by")) return plural && starts_figure(frame, average ? i + 4 : bare ? i + 3 : i + 1);
        if (!plural && frame.is(i, WordClass::preposition)) return false;
    }
    return false;
}

// "The bridge, opened in 2020, cost $1bn", not "at a cost $1bn"
bool price_stands_behind(const SentenceFrame& frame, std::size_t cost) {
    const std::size_t next = cost + 1;
    const bool paid = frame.is(next, WordClass::pronoun) && starts_figure(frame, next + 1);  // "costs us $5m"
    return (paid || starts_figure(frame, next)) &&
           (frame.token(cost - 1).is_word() || frame.is_written(cost - 1, ","));
}

// "costs taxpayers $2,100": a noun and a price behind it.
bool is_paid_by(const SentenceFrame& frame, std::size_t cost) {
    constexpr std::size_t longest_payer = 4;
    for (std::size_t i = cost + 1; frame.has(i) && i <= cost + longest_payer; ++i) {
        if (starts_figure(frame, i)) return i > cost + 1;
        const bool noun = frame.token(i).is_word() || frame.token(i).kind == TokenKind::possessive;
        if (!noun || frame.is_one_of(i, {WordClass::preposition, WordClass::auxiliary, WordClass::verb}))
            return false;
    }
    return false;
}

// "will cut jobs and | lower capital spending to between $6bn and $7bn"
bool moves_to_figure(const SentenceFrame& frame, std::size_t verb) {
    constexpr std::size_t furthest = 9;
    if (!frame.is(verb, WordClass::change_verb) || !in_noun_phrase(frame, verb + 1)) return false;
    for (std::size_t i = verb + 2; frame.has(i + 1) && i < verb + furthest; ++i) {
        if (frame.is_any(i, {"to", "by", "from"}))
            return starts_figure(frame, frame.is(i + 1, "between") ? i + 2 : i + 1);
        if (frame.token(i).kind == TokenKind::mark && !frame.is_written(i, "-")) return false;
    }
    return false;
}

// "will build barracks and raise its budget", "will shed 2,000 posts, return 22 planes and": a further verb of what will or is
// to be done, with its object.
bool joins_infinitive(const SentenceFrame& frame, std::size_t i) {
    const bool listed = frame.is_written(i - 1, ",");
    if ((!listed && !frame.is_any(i - 1, {"and", "or"})) || has_ending(frame.word(i), "s")) return false;
    const bool object = frame.is_any(i + 1, {"the", "a", "an"}) ||
                        frame.is(i + 1, WordClass::possessive_pronoun) || starts_figure(frame, i + 1) ||
                        moves_to_figure(frame, i);
    if (!object) return false;
    for (std::size_t k = i - 1; k-- > frame.sentence.begin;) {
        if (frame.is(k, WordClass::modal)) return true;
        if (frame.is(k, "to") && (!listed || frame.is(k + 1, WordClass::infinitive))) return true;
        if (listed && (frame.is_written(k, ",") || divides_clauses(frame, k))) return false;
    }
    return false;
}

// "said that price growth would", "told them that rate cuts were": behind the conjunction, the first word of what is said of; not
// "firms that price goods".
bool opens_told_clause(const SentenceFrame& frame, std::size_t i) {
    constexpr std::size_t furthest = 7;
    if (!frame.is(i - 1, "that") || has_ending(frame.word(i), "s") || !frame.has(i + 2) ||
        !frame.is_one_of(i + 2, {WordClass::modal, WordClass::auxiliary, WordClass::past_form}) ||
        !frame.token(i + 1).is_word() || frame.is_one_of(i + 1, {WordClass::determiner, WordClass::modifier}))
        return false;
    for (std::size_t k = i - 1; k-- > frame.sentence.begin && k + furthest > i;)
        if (frame.is(k, WordClass::cue)) return true;
    return false;
}

// "his | third-quarter earnings": whose it is stands before, with nothing but words, numbers and hyphens between.
bool is_owned(const SentenceFrame& frame, std::size_t noun) {
    constexpr std::size_t furthest = 6;
    for (std::size_t i = noun; i-- > frame.sentence.begin && i + furthest > noun;) {
        if (frame.is(i, WordClass::possessive_pronoun)) return true;
        const bool part = frame.token(i).is_word() || frame.token(i).is_number() || frame.is_written(i, "-");
        if (!part || frame.is_one_of(i, {WordClass::preposition, WordClass::auxiliary, WordClass::modal}))
            return false;
    }
    return false;
}

// "the [federal funds]": an article or the like, with no more than two words between.
bool has_determiner_before(const SentenceFrame& frame, std::size_t noun) {
    constexpr std::size_t furthest = 3;
    for (std::size_t i = noun; i-- > frame.sentence.begin && i + furthest >= noun;) {
        if (frame.is(i, WordClass::determiner)) return true;
        if (!frame.token(i).is_word() || frame.is(i, WordClass::preposition)) return false;
    }
    return false;
}

// "the number of injured | rose to 40": persons whom no noun names
bool is_behind_number_of(const SentenceFrame& frame, std::size_t i) {
    return i > frame.sentence.begin + 2 && frame.is(i - 2, "of") && frame.is(i - 3, "number") &&
           frame.is_one_of(i - 1, {WordClass::casualty, WordClass::counted_subject}) &&
           !frame.is(i, WordClass::casualty) &&
           (has_ending(frame.word(i), "ed", 3) || frame.is(i, WordClass::past_form));
}

}  // namespace

bool noun_stands_here(const SentenceFrame& frame, std::size_t i) {
    if (i == frame.sentence.begin || frame.is_any(i, {"says", "said"})) return false;
    // "while Ford's | dropped 7%": what it has was named before.
    if (frame.token(i - 1).kind == TokenKind::possessive) {
        static constexpr WordClasses told{WordClass::past_form, WordClass::earning};
        const bool brand = frame.has_any(i, told) && !has_ending(frame.word(i), "ing", 2) &&
                           !frame.has_any(i, {WordClass::noun_first, WordClass::proposed}) &&
                           (starts_figure(frame, i + 1) ||
                            (frame.is_any(i + 1, {"the", "a", "an"}) && starts_figure(frame, i + 2)));
        return !brand && !is_plain_change(frame, i);  // "Fallow's | earned $312 million"
    }
    if (frame.is(i - 1, "average") && frame.is(i - 2, "on") && !frame.is(i - 3, WordClass::auxiliary))
        return false;  // "on average expected"
    // "from that strike"
    if (i > frame.sentence.begin + 1 && frame.is(i - 1, "that") && frame.is(i, WordClass::noun_first) &&
        frame.is_any(i - 2, {"from", "of", "in", "on", "at", "for", "by", "with"}))
        return true;
    if (frame.is(i, "points") && frame.is_any(i - 1, {"basis", "percentage"})) return true;
    const bool noun_or_verb = frame.is(i, WordClass::noun_first);
    // "That help could cost £60bn"
    if (noun_or_verb && i == frame.sentence.begin + 1 && frame.is_any(i - 1, {"that", "this"}) &&
        frame.is_one_of(i + 1, {WordClass::modal, WordClass::auxiliary}))
        return true;
    // "Each weighs 62 tonnes"
    if (!noun_or_verb && has_ending(frame.word(i), "s", 3) && frame.is(i, WordClass::verb) &&
        frame.is_any(i - 1, {"each", "this", "that"}))
        return false;
    // "both showed Orlo ahead", "each fell more than 1%"
    if (frame.is_any(i - 1, {"both", "all", "each"}) && frame.has(i + 1) &&
        (has_ending(frame.word(i), "ed", 3) || frame.is(i, WordClass::past_form)) &&
        (starts_figure(frame, i + 1) || frame.token(i + 1).is_capitalised() ||
         frame.is_one_of(i + 1, {WordClass::determiner, WordClass::modifier, WordClass::preposition,
                                 WordClass::change_particle})))
        return false;
    // "Cash held overseas | reached $90 billion": where it is held
    if (frame.is_any(i - 1, {"overseas", "online", "abroad"}) && starts_figure(frame, i + 1) &&
        (has_ending(frame.word(i), "ed", 3) || frame.is(i, WordClass::past_form)))
        return false;
    // "Turbines, each costing £3m"
    if (frame.is(i - 1, "each") && has_ending(frame.word(i), "ing", 3) && starts_figure(frame, i + 1))
        return false;
    // "cut her price target", "nine out of ten calls"
    if (noun_or_verb && (frame.is_any(i - 1, {"her", "his"}) || is_small_number(frame, i - 1)) &&
        !frame.is_one_of(i + 1, {WordClass::determiner, WordClass::number}))
        return true;
    // "Van hire rose", "Plane travel has doubled": a bare form behind a noun, before the verb of the clause
    if (is_bare_form_as_noun(frame, i)) return true;
    // "increasing his walking speed"
    if (has_ending(frame.word(i), "ing", 3) && frame.is_any(i - 1, {"his", "its", "their", "our", "my"}))
        return true;
    // "promised them returns of 8%": "them" does nothing.
    if (noun_or_verb && has_ending(frame.word(i), "s") && !starts_figure(frame, i + 1) &&
        frame.is_any(i - 1, {"them", "him", "us", "me"}))
        return true;
    if (frame.is(i - 1, "to") ||
        frame.is_one_of(i - 1, {WordClass::auxiliary, WordClass::modal, WordClass::pronoun}))
        return false;
    // "a 50-inch set selling for", but "the 10-year rose"
    if (is_behind_hyphen(frame, i - 1) && i > frame.sentence.begin + 4 && frame.token(i - 3).is_number() &&
        !frame.is(i - 1, WordClass::time_unit) && frame.is_any(i - 4, {"a", "an"}))
        return true;
    if (is_behind_hyphen(frame, i - 1)) return false;
    if (has_ending(frame.word(i - 1), "est", 3) && !frame.token(i - 1).is_capitalised() &&
        !has_ending(frame.word(i), "ed", 2) && !frame.is(i - 1, WordClass::noun_in_est))
        return true;  // "the highest point"
    // "Norden's 100 biggest listed firms"
    if (i > frame.sentence.begin + 1 && has_ending(frame.word(i - 1), "est", 3) &&
        (frame.token(i - 2).is_number() || frame.token(i - 2).kind == TokenKind::possessive ||
         frame.is(i - 2, WordClass::determiner)) &&
        looks_plural(frame.document, i + 1))
        return true;
    // "talk of boosting sales 5%"
    if (has_ending(frame.word(i), "ing", 3) && frame.is(i, WordClass::change_verb) &&
        frame.is(i - 1, WordClass::preposition) && frame.has(i + 2) && frame.token(i + 1).is_word() &&
        starts_figure(frame, i + 2) && looks_plural(frame.document, i + 1))
        return false;
    // "After raising its prices", "by cutting the tax": an "-ing" form with its object
    if (has_ending(frame.word(i), "ing", 3) &&
        frame.is_any(i - 1, {"after", "before", "by", "while", "without"}) &&
        frame.is_one_of(i, {WordClass::verb, WordClass::change_verb}) &&
        frame.is_one_of(i + 1, {WordClass::determiner, WordClass::possessive_pronoun}))
        return false;
    if (frame.is(i - 1, "worth") && frame.is(i - 2, "net")) return false;  // "Dunn's net worth rose"
    return frame.is_one_of(i - 1, {WordClass::determiner, WordClass::preposition}) ||
           (frame.is_written(i - 1, "-") && !frame.token(i).space_before()) ||
           (frame.is(i - 1, WordClass::adjective) && !frame.is(i - 1, WordClass::modifier) &&
            !(is_last_in_verb(frame, i - 1) && (is_plain_change(frame, i) || is_last_told(frame, i))) &&
            !(frame.is(i, WordClass::past_form) && is_plain_change(frame, i)) &&  // "the rich | rose 17%"
            !(frame.is(i - 1, WordClass::noun_first) && is_plain_change(frame, i)) &&
            !is_verb_behind_noun(frame, i) && !is_behind_number_of(frame, i) &&
            !(frame.is(i - 1, "old") && frame.is(i - 2, "-")));  // "the 23-year-old scored"
}

namespace {

// "The road, which is closed, | costs £3m": what is told of the noun ends with the comma before it.
bool acts_behind_aside(const SentenceFrame& frame, std::size_t i) {
    constexpr std::size_t furthest = 16;
    if (!has_ending(frame.word(i), "s", 3) || !frame.sentence.has(WordClass::relative) ||
        !is_figure_behind(frame, i + 1))
        return false;
    for (std::size_t k = i - 1; k-- > frame.sentence.begin + 1 && k + furthest > i;)
        if (frame.is_written(k, ",")) return frame.is_any(k + 1, {"which", "who"});
    return false;
}

// By the word before it, and by what ends the phrase; none where they do not tell.
std::optional<bool> noun_by_word_before(const SentenceFrame& frame, std::size_t i, std::size_t previous) {
    if (joins_infinitive(frame, i)) return false;
    // "spends 2% on defence and aims to reach 3%", but "hopes and plans to"
    if (frame.is(previous, "and") && frame.is_any(i, {"aims", "plans", "hopes"}) && frame.is(i + 1, "to") &&
        frame.is_one_of(i + 2, {WordClass::infinitive, WordClass::verb}) &&
        !looks_plural(frame.document, previous - 1))
        return false;
    // "helped boost revenue 5%"
    if (frame.is_any(previous, {"help", "helps", "helped", "helping"}) && !has_ending(frame.word(i), "s") &&
        frame.is(i, WordClass::change_verb) && in_noun_phrase(frame, i + 1))
        return false;
    if (opens_told_clause(frame, i)) return true;
    if (frame.is_written(previous, ",") && acts_behind_aside(frame, i)) return false;
    // "a follow-up to measures of": no verb has this form behind "to"
    if (frame.is(previous, "to") && !frame.is(i, WordClass::cue) && has_ending(frame.word(i), "s", 3) &&
        !has_ending(frame.word(i), "ss", 2) && !has_ending(frame.word(i), "us", 2))
        return true;
    // "follow-up measures totaling"
    if (has_ending(frame.word(i), "s") && is_behind_hyphen(frame, previous) &&
        frame.is_any(i + 1, {"totaling", "totalling", "worth", "ranging", "averaging", "including"}))
        return true;
    // "cut his third-quarter earnings estimate on Orlo", "its previous 2007 earnings forecast of"
    if (frame.is_any(i + 1, {"for", "of", "on"}) && frame.is(i, WordClass::forecast_noun) &&
        !has_ending(frame.word(i), "s") && is_owned(frame, previous))
        return true;
    // "The Brakks estimate for the year has"
    if (previous > frame.sentence.begin && frame.is(previous - 1, "the") &&
        frame.is_any(i + 1, {"for", "of"}) && frame.is(i, WordClass::forecast_noun) &&
        !has_ending(frame.word(i), "s"))
        return true;
    // "10-year yields to rise", but "the 23-year-old plans to"
    if (is_behind_hyphen(frame, previous) && frame.is(previous, WordClass::time_unit)) return true;
    if (frame.is_any(previous, {"to", "who", "which"}) ||
        frame.is_one_of(previous, {WordClass::modal, WordClass::pronoun, WordClass::auxiliary}))
        return false;
    // "ore | account for a third", "The phone | starts at $400"
    if (frame.is(i, WordClass::share_verb) && frame.is(i + 1, "for") && is_figure_behind(frame, i + 2))
        return false;
    if (frame.is(i, "starts") && frame.is(i + 1, "at") && starts_figure(frame, i + 2))
        return frame.is(previous, "housing");
    // "The funds rate, a measure of moods, | was"
    if (frame.is_written(i + 1, ",") && !frame.is(i, WordClass::change_verb) &&
        (!looks_plural(frame.document, previous) || has_determiner_before(frame, previous)))
        return true;
    // "The Bund yield | was": what another verb follows is none
    if (frame.is_one_of(i + 1, {WordClass::auxiliary, WordClass::modal})) return true;
    if (frame.is_one_of(previous, {WordClass::modifier}) && !frame.is(previous, WordClass::adjective) &&
        !is_behind_hyphen(frame, previous))
        return frame.is(previous - 1, WordClass::possessive_pronoun);  // "its overnight rate"
    return std::nullopt;
}

// By what stands behind it: another verb, an end of a move.
std::optional<bool> noun_by_what_follows(const SentenceFrame& frame, std::size_t i, std::size_t previous) {
    const bool third_person = has_ending(frame.word(i), "s");
    // "spending on projects dipped in May": a verb in the past right behind it, but "reports reduced profits"
    if (!frame.is(i + 1, WordClass::noun_first) &&
        (frame.is(i + 1, WordClass::past_form) ||
         (has_ending(frame.word(i + 1), "ed", 3) &&
          frame.is_one_of(i + 1, {WordClass::change_verb, WordClass::verb}))) &&
        (frame.is_one_of(i + 2, {WordClass::preposition, WordClass::modifier}) || !frame.has(i + 2) ||
         frame.token(i + 2).kind == TokenKind::mark))
        return true;
    // "the average sales price of a phone": nobody's sales price anything
    if (!third_person && frame.is_any(previous, {"sales", "earnings"}) &&
        frame.is_any(i, {"price", "tax", "target", "report", "forecast", "estimate"}))
        return true;
    // "a 10 percent export goal", but "some 10 percent support it"
    if (frame.is_any(previous, {"percent", "cent", "pc"}) && previous >= frame.sentence.begin + 2) {
        const std::size_t article = previous - (frame.is(previous - 1, "per") ? 3 : 2);
        if (frame.is_any(article, {"a", "an", "the"}) || frame.is(article, WordClass::possessive_pronoun))
            return true;
    }
    // "showed exports down 2.3%", but "ends up 3%"
    if (third_person && frame.is_any(i + 1, {"down", "up"}) && starts_figure(frame, i + 2) &&
        frame.is_any(previous, {"showed", "shows", "show", "showing", "saw", "sees", "see", "seeing", "sent",
                                "left", "leaving", "pushed", "pushing", "with"}))
        return true;
    // "Imports were up 4% and exports down 6%": a second thing that moved
    if (third_person && frame.is_any(i + 1, {"down", "up"}) && starts_figure(frame, i + 2) &&
        frame.is_any(previous, {"and", ","}) && previous > frame.sentence.begin &&
        frame.is_any(previous - 1, {"%", "percent", "cent", "pc"}))
        return true;
    // "expected claims to rise": what is expected, and who claims nothing
    if (third_person && frame.is(i + 1, "to") &&
        frame.is_any(previous, {"expect", "expects", "expected", "sees", "saw", "want", "wants", "wanted"}))
        return true;
    // "the lineup ranges from $150 to $200", "the fee ranges in price from"
    if (frame.is_any(i, {"range", "ranges"}) && frame.is_any(i + 1, {"from", "between", "in"}) &&
        frame.token(previous).is_word() && third_person != looks_plural(frame.document, previous))
        return false;
    // "the number of spaces falls below 50"
    if (third_person && frame.is(i, WordClass::change_verb) &&
        frame.is_any(i + 1, {"below", "above", "under"}) && starts_figure(frame, i + 2) &&
        looks_plural(frame.document, previous))
        return false;
    // "its monthly purchases to"
    if (third_person && previous > frame.sentence.begin && frame.is(previous, WordClass::adjective) &&
        frame.is(previous - 1, WordClass::possessive_pronoun))
        return true;
    // "held the funds rate steady at 5%", "the jobs report showed": behind an article, and with no object
    if (!third_person && has_determiner_before(frame, previous) && !frame.is(i, WordClass::change_verb) &&
        frame.token(previous).is_word() &&
        (frame.is_any(i + 1, {"steady", "unchanged", "flat", "(", "-", "–", "—"}) ||
         frame.is(i + 1, WordClass::past_form) || has_ending(frame.word(i + 1), "ed", 3)))
        return true;
    // "raised its earnings forecast to $4", but "the charges amount to $4"
    if (!third_person && frame.is(i + 1, "to") && !frame.is(i, WordClass::change_verb) &&
        !frame.is_any(i, {"amount", "return", "extend", "run"}) &&
        (starts_figure(frame, i + 2) || (frame.is(i + 2, "a") && frame.is(i + 3, "range"))))
        return true;
    if (!third_person && frame.token(previous).is_word() && looks_plural(frame.document, previous) &&
        !frame.is_one_of(previous, {WordClass::cue, WordClass::bringing}))  // "puts support at"
        return false;
    // "the Treasury note touched 4%", "slipped to 4%", "Insurance claims doubled": another verb right behind it.
    if (is_plain_change(frame, i + 1) || is_moved_behind(frame, i + 1) ||
        (frame.has(i + 1) && has_ending(frame.word(i + 1), "ed", 2) && starts_figure(frame, i + 2)))
        return true;
    // "its August forecast of $3", "in the UK top 75"
    if ((frame.is(i, "forecast") && frame.is_any(i + 1, {"of", "for", ","})) ||
        (frame.is(i, "top") && starts_figure(frame, i + 1)))
        return true;
    return std::nullopt;
}

// By the name before it.
std::optional<bool> noun_by_name_before(const SentenceFrame& frame, std::size_t i, std::size_t previous) {
    const bool third_person = has_ending(frame.word(i), "s");
    // "the Norden price index": one does not "price" in this form, but "Orlo and Barlow plan to", "Halden cut 500 jobs"
    const bool several =
        previous > frame.sentence.begin + 1 &&
        (looks_plural(frame.document, previous) || frame.is_any(previous - 1, {"and", "or", "&"}));
    if (frame.token(previous).is_capitalised() && !third_person && !several &&
        !frame.is(i, WordClass::past_form) &&
        !frame.is_any(i, {"cut", "shed", "put", "set", "cost", "split", "bet", "spread", "quit", "let", "bid",
                          "beat", "forecast", "broadcast", "offset", "hit", "hurt"})) {
        const bool by = frame.is(i, WordClass::change_verb) && frame.is_any(i + 1, {"by", "to", "from"});
        return !is_figure_behind(frame, by ? i + 2 : i + 1);  // but "saw crime in Norden fall by 3%"
    }
    // "The company plans to", "the index gains 3%", "Halden cut 500 jobs".
    if (frame.token(previous).is_capitalised() && previous > frame.sentence.begin &&
        !frame.token(previous).is_all_capitals() && !frame.is(previous, WordClass::adjective))
        return false;
    // "Bloomberg estimates Mr. Orlo's fortune", at the head of the sentence.
    if (third_person && previous == frame.sentence.begin && frame.token(previous).is_word() &&
        frame.has(i + 1) && frame.token(i + 1).is_capitalised())
        return false;
    return std::nullopt;
}

// By the object that it would act on.
bool noun_by_object(const SentenceFrame& frame, std::size_t i, std::size_t previous) {
    const bool third_person = has_ending(frame.word(i), "s");
    const bool accounts_for = frame.is(i, WordClass::share_verb) && frame.is(i + 1, "for");
    const bool object = frame.is(i + 1, "to") || frame.is(i + 1, "between") || accounts_for ||
                        frame.is_one_of(i + 1, {WordClass::determiner, WordClass::number, WordClass::modifier,
                                                WordClass::pronoun}) ||
                        starts_figure(frame, i + 1);
    // "caps traffic at 32 million"
    if (third_person && frame.has(i + 3) && frame.token(i + 1).is_word() &&
        frame.is_any(i + 2, {"at", "to", "by"}) && starts_figure(frame, i + 3) &&
        frame.token(previous).is_word())
        return false;
    // "limits rent rises to 2%"
    if (frame.is_any(i, {"caps", "limits", "restricts"}) && in_noun_phrase(frame, i + 1) &&
        frame.is_any(i + 3, {"at", "to"}) && starts_figure(frame, i + 4))
        return false;
    // "Orvik forecast sales of $4m", "Analysts forecast growth"
    if (frame.is(i, "forecast") && frame.token(previous).is_capitalised()) {
        const bool year = frame.has(i + 2) && frame.token(i + 1).is_number() && starts_time(frame, i + 1);
        const std::size_t noun = year ? i + 2 : i + 1;  // "Orvik forecast 2007 earnings of"
        if (in_noun_phrase(frame, noun) && looks_plural(frame.document, noun)) return false;
    }
    const bool past_form = frame.is(i, WordClass::change_verb) && (frame.is(i, "cut") || frame.is(i, "shed"));
    // "Hecht cut Goldan's price target"
    if (past_form && frame.token(previous).is_capitalised() && frame.has(i + 1) &&
        frame.token(i + 1).is_capitalised())
        return false;
    const bool acts = object || (past_form && moves_object(frame, i));
    if (frame.is(i, "cost") && object) return !price_stands_behind(frame, i) && !is_paid_by(frame, i);
    if (frame.is_any(i, {"cost", "costs"}) && is_paid_by(frame, i)) return false;
    // "Barley, which is scarce, costs $320 a tonne"
    if (frame.is_any(i, {"costs", "raises", "charges"}) && frame.is_written(previous, ",") &&
        starts_figure(frame, i + 1))
        return false;
    // "Orlo, an underwriter, cut its target"
    const bool behind_aside = frame.is_written(previous, ",") && frame.is(i + 1, WordClass::determiner);
    return !((third_person || past_form) && acts && (frame.token(previous).is_word() || behind_aside));
}
}  // namespace

// "52% back the deal", "Half support it", "40% back plan, poll finds": what so many do who were asked.
bool is_asked_of(const SentenceFrame& frame, std::size_t i) {
    const std::size_t before = i - 1;
    const bool part = frame.is_any(before, {"%", "percent", "cent", "half", "thirds", "quarters"});
    if (!part || !frame.has(i + 1) || !frame.token(i + 1).is_word()) return false;
    // not "the 59% support he got"
    return frame.is(i + 1, WordClass::determiner) || frame.is_any(i + 1, {"it", "them", "him", "her"}) ||
           frame.token(i + 1).is_capitalised() ||
           (frame.sentence.has(WordClass::poll_noun) && in_noun_phrase(frame, i + 1) &&
            !frame.is(i + 1, WordClass::pronoun));
}

bool is_noun_first(const SentenceFrame& frame, std::size_t i) {
    if (!frame.is(i, WordClass::noun_first) || i == frame.sentence.begin)
        return frame.is(i, WordClass::noun_first);
    if (frame.is_any(i, {"back", "support"}) && is_asked_of(frame, i)) return false;
    const std::size_t previous = is_adverb_in_verb(frame, i - 1) ? i - 2 : i - 1;
    if (const auto noun = noun_by_word_before(frame, i, previous)) return *noun;
    if (const auto noun = noun_by_what_follows(frame, i, previous)) return *noun;
    if (const auto noun = noun_by_name_before(frame, i, previous)) return *noun;
    return noun_by_object(frame, i, previous);
}

}  // namespace figbook
