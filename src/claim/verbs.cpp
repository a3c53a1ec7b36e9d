#include "claim/verbs.hpp"

#include "claim/instrument_codes.hpp"
#include "claim/phrases.hpp"
#include "quantity/counted.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

// A number that is no year: what stands behind it is counted.
bool is_small_number(const SentenceFrame& frame, std::size_t i) {
    return frame.is(i, WordClass::number) || (frame.token(i).is_number() && !starts_time(frame, i));
}

// "the average | lost 3%"
bool is_plain_change(const SentenceFrame& frame, std::size_t i) {
    return frame.is(i, WordClass::change_verb) && !frame.is(i, WordClass::noun_first) &&
           starts_figure(frame, i + 1);
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

// "its index | shot up 30 points": a verb of several words, the first of which is a noun too.
bool is_change_in_words(const SentenceFrame& frame, std::size_t i) {
    return frame.is(i, WordClass::change_verb_start) && frame.is(i + 1, WordClass::change_particle) &&
           starts_figure(frame, i + 2) && i > frame.sentence.begin &&
           frame.token(i - 1).kind != TokenKind::mark &&
           !frame.is_one_of(i - 1, {WordClass::determiner, WordClass::preposition, WordClass::modifier,
                                    WordClass::possessive_pronoun}) &&
           (!frame.is(i - 1, WordClass::adjective) || frame.is(i - 1, WordClass::noun_first));
}

// "the notes | last rose 7/32": for the last time that is known, not "the last rise".
bool is_last_in_verb(const SentenceFrame& frame, std::size_t i) {
    return frame.is(i, "last") && i > frame.sentence.begin + 1 &&
           frame.token(i - 1).kind != TokenKind::possessive &&
           !frame.is_one_of(i - 1,
                            {WordClass::determiner, WordClass::preposition, WordClass::possessive_pronoun});
}

// "was last | quoted at 1.2", "last | traded at 40"
bool is_last_told(const SentenceFrame& frame, std::size_t i) {
    return has_ending(frame.word(i), "ed", 3) &&
           (frame.is(i - 2, WordClass::copula) || (frame.is(i + 1, "at") && starts_figure(frame, i + 2)));
}

// "the week | ended Oct 4", "the quarter ended in March": no verb, but until when; "The week ended with" is one.
bool ends_period(const SentenceFrame& frame, std::size_t i) {
    if (i == frame.sentence.begin || !frame.is(i - 1, WordClass::time_unit)) return false;
    if (!frame.is_any(i, {"ended", "ending"})) return false;
    return frame.is(frame.is_any(i + 1, {"on", "in"}) ? i + 2 : i + 1, WordClass::month);
}

// "Van hire | rose threefold": no form of a verb that has a subject, and a verb of its own stands behind.
bool is_bare_form_as_noun(const SentenceFrame& frame, std::size_t i) {
    static constexpr WordClasses barred{WordClass::pronoun,    WordClass::auxiliary,   WordClass::modal,
                                        WordClass::relative,   WordClass::conjunction, WordClass::preposition,
                                        WordClass::number,     WordClass::modifier,    WordClass::verb,
                                        WordClass::change_verb};
    static constexpr WordClasses finite{WordClass::past_form, WordClass::auxiliary};
    if (!frame.is_one_of(i, {WordClass::infinitive, WordClass::verb}) || frame.token(i).is_capitalised())
        return false;
    const std::string_view word = frame.word(i);
    if (word.ends_with('s') || word.ends_with("ed") || word.ends_with("ing") ||
        frame.is(i, WordClass::past_form))
        return false;
    const Token& noun = frame.token(i - 1);
    if (!noun.is_word() || frame.has_any(i - 1, barred) || frame.is(i - 1, "to") ||
        frame.word(i - 1).ends_with('s'))
        return false;
    return frame.is_one_of(i + 1, finite) ||
           (frame.is(i + 1, WordClass::multiple) && !frame.is(i + 1, WordClass::modifier));
}

// Before a verb stands a noun, a pronoun, "to" or an auxiliary; before a noun an article, an adjective or a preposition.
bool noun_stands_here(const SentenceFrame& frame, std::size_t i) {
    if (i == frame.sentence.begin || frame.is_any(i, {"says", "said"})) return false;
    // "while Ford's | dropped 7%": what it has was named before.
    if (frame.token(i - 1).kind == TokenKind::possessive) {
        static constexpr WordClasses told{WordClass::past_form, WordClass::earning};
        const bool brand = frame.has_any(i, told) && !has_ending(frame.word(i), "ing", 2) &&
                           !frame.is(i, WordClass::noun_first) && starts_figure(frame, i + 1);
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
    // "cut her price target", "nine out of ten calls"
    if (noun_or_verb && (frame.is_any(i - 1, {"her", "his"}) || is_small_number(frame, i - 1)) &&
        !frame.is_one_of(i + 1, {WordClass::determiner, WordClass::number}))
        return true;
    // "Van hire rose", "Plane travel has doubled": a bare form behind a noun, before the verb of the clause
    if (is_bare_form_as_noun(frame, i)) return true;
    // "promised them returns of 8%": "them" does nothing.
    if (noun_or_verb && has_ending(frame.word(i), "s") && !starts_figure(frame, i + 1) &&
        frame.is_any(i - 1, {"them", "him", "us", "me"}))
        return true;
    if (frame.is(i - 1, "to") ||
        frame.is_one_of(i - 1, {WordClass::auxiliary, WordClass::modal, WordClass::pronoun}))
        return false;
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
    return frame.is_one_of(i - 1, {WordClass::determiner, WordClass::preposition}) ||
           (frame.is_written(i - 1, "-") && !frame.token(i).space_before()) ||
           (frame.is(i - 1, WordClass::adjective) && !frame.is(i - 1, WordClass::modifier) &&
            !(is_last_in_verb(frame, i - 1) && (is_plain_change(frame, i) || is_last_told(frame, i))) &&
            !(frame.is(i, WordClass::past_form) && is_plain_change(frame, i)) &&  // "the rich | rose 17%"
            !(frame.is(i - 1, WordClass::noun_first) && is_plain_change(frame, i)) &&
            !is_verb_behind_noun(frame, i) &&
            !(frame.is(i - 1, "old") && frame.is(i - 2, "-")));  // "the 23-year-old scored"
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
        if (frame.token(i).kind == TokenKind::mark) return false;
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

// "claims | doubled", "the note | slipped to 4%": the verb of a move, in a form that no noun has.
bool is_moved_behind(const SentenceFrame& frame, std::size_t i) {
    if (!frame.has(i) || !has_ending(frame.word(i), "ed", 3)) return false;
    if (frame.is(i, WordClass::multiple)) return true;
    return frame.is(i, WordClass::change_verb) && frame.is_any(i + 1, {"to", "by", "from"}) &&
           starts_figure(frame, i + 2);
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

// "will build barracks and raise its budget": a second verb of what will or is to be done, with its object.
bool joins_infinitive(const SentenceFrame& frame, std::size_t i) {
    if (!frame.is_any(i - 1, {"and", "or"}) || has_ending(frame.word(i), "s")) return false;
    const bool object =
        frame.is_any(i + 1, {"the", "a", "an"}) || frame.is(i + 1, WordClass::possessive_pronoun);
    if (!object) return false;
    for (std::size_t k = i - 1; k-- > frame.sentence.begin;)
        if (frame.is(k, WordClass::modal) || frame.is(k, "to")) return true;
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

// The "safely" of "could safely fall": an adverb in the middle of a verb.
bool is_adverb_in_verb(const SentenceFrame& frame, std::size_t i) {
    return i > frame.sentence.begin && has_ending(frame.word(i), "ly", 3) &&
           !frame.is_one_of(i, {WordClass::adjective, WordClass::noun_in_ly}) &&
           (frame.is_one_of(i - 1, {WordClass::modal, WordClass::auxiliary}) || frame.is(i - 1, "to"));
}

// "about a third", "less than 1%": a figure with how exact it is.
bool is_figure_behind(const SentenceFrame& frame, std::size_t i) {
    constexpr std::size_t longest = 4;
    for (std::size_t k = i; frame.has(k) && k < i + longest; ++k) {
        if (starts_figure(frame, k) || frame.is(k, WordClass::fraction)) return true;
        if (!frame.is_one_of(k, {WordClass::modifier, WordClass::determiner, WordClass::comparison}) &&
            !frame.is_any(k, {"than", "as", "much"}))
            return false;
    }
    return false;
}

// Words that are verbs and nouns ("fund", "costs"): nouns, but behind what only a verb follows.
bool is_noun_first(const SentenceFrame& frame, std::size_t i) {
    if (!frame.is(i, WordClass::noun_first) || i == frame.sentence.begin)
        return frame.is(i, WordClass::noun_first);
    const std::size_t previous = is_adverb_in_verb(frame, i - 1) ? i - 2 : i - 1;
    if (joins_infinitive(frame, i)) return false;
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
    if (frame.is_one_of(previous, {WordClass::modifier}) && !frame.is(previous, WordClass::adjective))
        return frame.is(previous - 1, WordClass::possessive_pronoun);  // "its overnight rate"
    // "spending on projects dipped in May": a verb in the past right behind it, but "reports reduced profits"
    if (!frame.is(i + 1, WordClass::noun_first) &&
        (frame.is(i + 1, WordClass::past_form) ||
         (has_ending(frame.word(i + 1), "ed", 3) &&
          frame.is_one_of(i + 1, {WordClass::change_verb, WordClass::verb}))) &&
        (frame.is_one_of(i + 2, {WordClass::preposition, WordClass::modifier}) || !frame.has(i + 2) ||
         frame.token(i + 2).kind == TokenKind::mark))
        return true;
    // "a 10 percent export goal", but "some 10 percent support it"
    if (frame.is_any(previous, {"percent", "cent", "pc"}) && previous >= frame.sentence.begin + 2) {
        const std::size_t article = previous - (frame.is(previous - 1, "per") ? 3 : 2);
        if (frame.is_any(article, {"a", "an", "the"}) || frame.is(article, WordClass::possessive_pronoun))
            return true;
    }
    const bool third_person = has_ending(frame.word(i), "s");
    // "expected claims to rise": what is expected, and who claims nothing
    if (third_person && frame.is(i + 1, "to") &&
        frame.is_any(previous, {"expect", "expects", "expected", "sees", "saw", "want", "wants", "wanted"}))
        return true;
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
    // "Orvik forecast sales of $4m", "Analysts forecast growth"
    if (frame.is(i, "forecast") && frame.token(previous).is_capitalised() && in_noun_phrase(frame, i + 1) &&
        looks_plural(frame.document, i + 1))
        return false;
    const bool past_form = frame.is(i, WordClass::change_verb) && (frame.is(i, "cut") || frame.is(i, "shed"));
    // "Hecht cut Goldan's price target"
    if (past_form && frame.token(previous).is_capitalised() && frame.has(i + 1) &&
        frame.token(i + 1).is_capitalised())
        return false;
    const bool acts = object || (past_form && moves_object(frame, i));
    if (frame.is(i, "cost") && object) return !price_stands_behind(frame, i) && !is_paid_by(frame, i);
    if (frame.is_any(i, {"cost", "costs"}) && is_paid_by(frame, i)) return false;
    // "Orlo, an underwriter, cut its target"
    const bool behind_aside = frame.is_written(previous, ",") && frame.is(i + 1, WordClass::determiner);
    return !((third_person || past_form) && acts && (frame.token(previous).is_word() || behind_aside));
}

// "sales growing at a 6 percent pace", "prices falling by 3%"
bool is_moving_by(const SentenceFrame& frame, std::size_t i) {
    if (!frame.is_any(i + 1, {"at", "by", "to", "from"})) return false;
    if (!frame.is(i, WordClass::change_verb) && !frame.is_any(i, {"standing", "hovering", "running"}))
        return false;
    return starts_figure(frame, frame.is_any(i + 2, {"a", "an"}) ? i + 3 : i + 2);
}

// "flat after rising 2%", "before falling as much as 3%"
bool is_done_beside(const SentenceFrame& frame, std::size_t i) {
    return frame.is(i, WordClass::change_verb) && has_ending(frame.word(i), "ing", 2) &&
           i > frame.sentence.begin &&
           frame.is_any(i - 1, {"after", "before", "since", "despite", "while", "without"}) &&
           is_figure_behind(frame, i + 1);
}

// "defence spending by …", "the opening": an "-ing" word behind a noun, with nothing that it acts on.
bool is_gerund_noun(const SentenceFrame& frame, std::size_t i) {
    if (!has_ending(frame.word(i), "ing")) return false;
    if (i == frame.sentence.begin)  // "Spending on arms rose", but "Citing the weather, it"
        return frame.is_one_of(i + 1, {WordClass::preposition, WordClass::auxiliary, WordClass::modal,
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
         frame.is_any(i + 1, {"upward", "downward", "higher", "lower", "up", "down"}) ||
         frame.is_one_of(i + 1, {WordClass::determiner, WordClass::number, WordClass::pronoun}));
    return plain && !acts;
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

// A verb by its class, or "-ed" or "-ing" by its last letter.
bool may_be_verb(const SentenceFrame& frame, std::size_t i) {
    static constexpr WordClasses verbs{WordClass::auxiliary,   WordClass::modal, WordClass::verb,
                                       WordClass::change_verb, WordClass::cue,   WordClass::copula,
                                       WordClass::multiple};
    const char last = frame.document.text[frame.token(i).end - 1];
    return last == 'd' || last == 'g' || frame.has_any(i, verbs);
}

bool looks_like_verb(const SentenceFrame& frame, std::size_t i) {
    if (is_verb_by_place(frame, i)) return true;
    if (!may_be_verb(frame, i)) return false;
    const char last = frame.document.text[frame.token(i).end - 1];
    if (frame.classes_of(i).has(WordClass::change_verb_start) && is_change_in_words(frame, i)) return true;
    const bool behind_span = i > frame.sentence.begin && frame.classes_of(i - 1).has(WordClass::time_unit);
    if (behind_span && (last == 'd' || last == 'g') && ends_period(frame, i)) return false;
    if (frame.is_one_of(i, {WordClass::auxiliary, WordClass::modal}))
        return !frame.token(i).is_capitalised() || i == frame.sentence.begin;
    const bool names_rivals = last == 'g' && frame.is(i, WordClass::contesting) && i > frame.sentence.begin &&
                              frame.token(i - 1).is_capitalised() && frame.has(i + 1) &&
                              (frame.token(i + 1).is_capitalised() || frame.token(i + 1).is_number());
    if (names_rivals) return true;  // "a poll shows Orlo leading Dorne"
    const bool known =
        frame.is_one_of(i, {WordClass::verb, WordClass::change_verb, WordClass::cue, WordClass::copula}) ||
        (frame.is(i, WordClass::multiple) && !frame.is(i, WordClass::modifier));
    const std::string_view word = frame.word(i);
    if (frame.token(i).is_capitalised() && i > frame.sentence.begin) return false;
    // ", managing director Lee said"
    if (last == 'g' && vocabulary().titles.match(frame.document.tokens, i, frame.sentence.end)) return false;
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
        return has_ending(word, "ed", 3) && !noun_stands_here(frame, i) && i > frame.sentence.begin &&
               (!frame.is(i, WordClass::adjective) ||
                frame.is_any(i - 1, {"i", "we", "he", "she", "it", "they"}));
    if (frame.is(i, WordClass::cue) && has_ending(word, "ing")) return true;  // "after saying that"
    if (last == 'g' && frame.classes_of(i).has(WordClass::change_verb) && is_done_beside(frame, i))
        return true;
    if (noun_stands_here(frame, i) || is_noun_first(frame, i) || is_gerund_noun(frame, i)) return false;
    // "sales rises", "cost cuts": a plural or "-ing" noun before its verb is no verb itself.
    if (i + 1 < frame.sentence.end && frame.is_one_of(i + 1, {WordClass::auxiliary, WordClass::modal}) &&
        !frame.is(i, WordClass::auxiliary) && looks_plural(frame.document, i))
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
    const WordLiteral who("who"), face("face"), number("number"), to("to");
    const std::uint32_t hash = frame.token(i).hash, before = frame.token(i - 1).hash;
    return frame.has_any(i - 1, modal) || hash == face.hash || hash == number.hash || before == who.hash ||
           before == to.hash;
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
                is_adverb_in_verb(frame, verb.begin - 1) || opens_words_in_marks(frame, verb.begin - 1)))
            --verb.begin;
        return verb;
    }
    return std::nullopt;
}

}  // namespace figbook
