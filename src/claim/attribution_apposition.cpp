// Who stands before the verb where more than a title is set between: "Ann Lee, of Dorne University, who led the trial, said".
#include "claim/attribution_finder.hpp"
#include "claim/names.hpp"
#include "claim/phrases.hpp"
#include "claim/verbs.hpp"

namespace figbook {

// The person whose name stands before all that is set between commas: "Bo Wick, | a physicist at Kestrel in Mainz, Norland, |
// said", "Jon Harrow, | 61, of Dorne, whose barn burned down, | said".
TokenRange AttributionFinder::name_over_appositions(std::size_t verb) const {
    constexpr int most = 6;
    const std::size_t first = frame_.sentence.begin;
    if (!before_is_mark(verb, ",")) return {};
    std::size_t end = verb - 1;  // a comma
    for (int each = 0; each < most && end > first + 2; ++each) {
        std::size_t begin = end;
        while (begin > first && frame_.token(begin - 1).is_word()) --begin;
        while (begin > first && !frame_.is_written(begin - 1, ",") &&
               !frame_.has_any(begin - 1, {WordClass::quotation_mark}))
            --begin;
        if (begin == first || !frame_.is_written(begin - 1, ",") || !is_set_in(begin, end)) return {};
        if (const TokenRange name = person_that_ends(begin - 1); !name.empty()) return name;
        end = begin - 1;
    }
    return {};
}

// "Halden, during a meeting in Torrena, Norland, said": the name that the sentence opens with, over all commas where no
// other verb stands between.
TokenRange AttributionFinder::opening_name(std::size_t verb) const {
    if (!frame_.is_written(verb - 1, ",")) return {};
    std::size_t comma = frame_.sentence.begin;
    while (comma < verb && frame_.token(comma).is_word() && frame_.token(comma).is_capitalised()) ++comma;
    if (comma == frame_.sentence.begin || comma + 1 >= verb || !frame_.is_written(comma, ",")) return {};
    if (is_told_of_him(comma, verb)) return {frame_.sentence.begin, comma};
    for (std::size_t i = comma; i < verb; ++i)
        if (is_verb_at(frame_, i) && !frame_.is(i, WordClass::preposition)) return {};
    return {frame_.sentence.begin, comma};
}

// ", 61, who grows tea near Kericho, | said": his age, and one clause on him.
bool AttributionFinder::is_told_of_him(std::size_t comma, std::size_t verb) const {
    std::size_t at = comma + 1;
    if (frame_.has(at + 1) && frame_.token(at).is_number() && frame_.is_written(at + 1, ",")) at += 2;
    if (!frame_.is_any(at, {"who", "whose"})) return false;
    for (std::size_t i = at; i + 1 < verb; ++i)
        if (frame_.is_written(i, ",") || divides_clauses(frame_, i)) return false;
    return true;
}

// What stands between commas may tell who somebody is: "of Dorne University", "a nurse", "61", "Norland", "who led it".
bool AttributionFinder::is_set_in(std::size_t begin, std::size_t end) const {
    if (begin >= end) return false;
    if (frame_.is_any(begin, {"who", "whose"})) return true;
    if (frame_.is_any(begin, {"along", "together"}) && frame_.is(begin + 1, "with")) return true;
    if (frame_.token(begin).is_number()) return begin + 1 == end;
    for (std::size_t i = begin; i < end; ++i)
        if (is_verb_at(frame_, i)) return false;
    if (frame_.is(begin, "and")) ++begin;  // "in Mainz, Norland, and Dorne University in Torrena"
    if (begin >= end) return false;
    static constexpr WordClasses openers{WordClass::determiner, WordClass::title, WordClass::speaker_noun,
                                         WordClass::person_noun};
    return frame_.is_any(begin, {"of", "from", "at", "with", "now", "formerly"}) ||
           frame_.has_any(begin, openers) || frame_.token(begin).is_capitalised() ||
           vocabulary().titles.match(frame_.document.tokens, begin, end);  // "finance minister at the time"
}

// The noun phrase that ends there with the name of a person, of two words or behind a title; empty for none.
TokenRange AttributionFinder::person_that_ends(std::size_t end) const {
    const Document& document = frame_.document;
    std::size_t begin = end;
    while (begin > frame_.sentence.begin) {
        const std::size_t i = begin - 1;
        const bool name =
            frame_.token(i).is_word() && frame_.token(i).is_capitalised() && !is_function_word(document, i);
        const bool inner = begin < end && (is_name_particle(document, i) || document.is(i, "-") ||
                                           (document.is(i, ".") && !frame_.token(i).space_before()));
        if (!name && !inner) break;
        begin = i;
    }
    begin = first_capital(document, begin, end);
    if (begin == end) return {};
    const NameParts parts = split_name(document, begin, end);
    const bool two = parts.end >= parts.begin + 2;
    const bool alone = parts.end > parts.begin && parts.has_title();
    // "The Pay Ombudsman": an office
    if (begin > frame_.sentence.begin && frame_.is(begin - 1, "the") && !alone) return {};
    const auto place = vocabulary().places.match(document.tokens, parts.begin, parts.end);
    if ((!two && !alone) || has_organisation_word(document, parts.begin, parts.end) ||
        (place && place.length == parts.end - parts.begin))
        return {};
    // "met Ann Lee", "with Ann Lee", "and Ann Lee": no subject.
    static constexpr WordClasses barred{WordClass::preposition, WordClass::conjunction};
    const bool opens = begin == frame_.sentence.begin || frame_.token(begin - 1).kind == TokenKind::mark ||
                       starts_time(frame_, begin - 1);
    if (opens) return {begin, end};
    if (frame_.has_any(begin - 1, barred) || is_verb_at(frame_, begin - 1)) return {};
    const TokenRange phrase = noun_phrase_before(frame_, end);  // "study lead author Bo Wick"
    return phrase.end == end && phrase.begin < begin ? phrase : TokenRange{begin, end};
}

// "Analysts who have done the calculations | say": the verb is of those before "who".
bool AttributionFinder::asks_of_persons(std::size_t verb) const {
    constexpr std::size_t furthest = 10;
    if (!frame_.sentence.has(WordClass::relative)) return false;
    for (std::size_t i = verb; i-- > frame_.sentence.begin && i + furthest > verb;) {
        if (frame_.token(i).kind == TokenKind::mark) return false;
        if (frame_.is(i, "who")) return is_verb_at(frame_, i + 1) && i + 1 < verb;
    }
    return false;
}

// "[Harbour College (HC)] researchers": where the name begins whose letters stand in brackets before `at`; `at` for none.
std::size_t AttributionFinder::before_initials(std::size_t at) const {
    if (at < frame_.sentence.begin + 4 || !frame_.token(at - 2).is_all_capitals() ||
        !frame_.is_written(at - 3, "(") || frame_.token(at).is_capitalised() ||
        frame_.is(at, WordClass::preposition))
        return at;
    const std::size_t begin = noun_phrase_before(frame_, at - 3).begin;
    return begin < at - 3 && first_capital(frame_.document, begin, at - 3) < at - 3 ? begin : at;
}

// "The 62-year-old | said", "The 62-year-old surgeon | said": who is told by his age.
TokenRange AttributionFinder::told_by_age(std::size_t verb) const {
    constexpr std::size_t tokens = 6;  // "the", 62, "-", "year", "-", "old"
    for (std::size_t end = verb; end + 1 >= verb && end >= frame_.sentence.begin + tokens; --end)
        if (frame_.is(end - 1, "old") && frame_.is(end - 3, "year") && frame_.token(end - 5).is_number() &&
            frame_.is(end - tokens, "the"))
            return {end - tokens, verb};
    return {};
}

// "says | April Farris": a given name that is a month's, with a surname behind it; not "says May sales".
TokenRange AttributionFinder::name_of_month(std::size_t at) const {
    if (!frame_.is(at, WordClass::month) || !frame_.token(at).is_capitalised() || !frame_.has(at + 1) ||
        !frame_.token(at + 1).is_word() || !frame_.token(at + 1).is_capitalised() ||
        frame_.token(at + 1).word != unknown_word)
        return {};
    return {at, end_of_name(frame_.document, at + 1, frame_.sentence.end)};
}

// "Berlin | urged | the court | to stop | the poll |, arguing it would cost €4m": who urged, and not who was urged.
TokenRange AttributionFinder::who_urged(TokenRange phrase) const {
    constexpr int most = 3;
    for (int each = 0; each < most; ++each) {
        const std::size_t to = frame_.is(phrase.end, "not") ? phrase.end + 1 : phrase.end;
        if (!frame_.is(to, "to") || phrase.begin == frame_.sentence.begin ||
            !is_verb_at(frame_, phrase.begin - 1) || frame_.is(phrase.begin - 1, WordClass::auxiliary))
            break;
        std::size_t asks = frame_.is(phrase.begin - 2, "to") ? phrase.begin - 2 : phrase.begin - 1;
        while (asks > frame_.sentence.begin + 1 && frame_.is(asks - 1, WordClass::auxiliary)) --asks;
        const TokenRange outer = speaker_before(asks);
        if (outer.empty()) break;
        phrase = outer;
    }
    return phrase;
}

// "Shares in Halden, which said": the name right before, where it hangs on a noun.
TokenRange AttributionFinder::name_before_which(std::size_t which) const {
    if (which < frame_.sentence.begin + 3 || !frame_.is_written(which - 1, ",")) return {};
    const std::size_t end = which - 1, first = frame_.sentence.begin;
    std::size_t begin = begin_of_capitals(frame_.document, first, end);
    if (begin == end &&
        frame_.is(end - 1, WordClass::organisation_word))  // "criticism from the miners' union, which said"
        while (begin > first + 1 && in_noun_phrase(frame_, begin - 1) &&
               !frame_.is(begin - 1, WordClass::determiner))
            --begin;
    if (begin == end || begin <= first + 1) return {};
    // "criticism from the Halden Committee, which said", but "a report by the Halden Committee, which said"
    // "emergencies chief at the | medical charity | Aid Now, which found"
    std::size_t before = begin - 1;
    static constexpr WordClasses kinds{WordClass::organisation_word, WordClass::speaker_noun,
                                       WordClass::firm_noun};
    if (frame_.has_any(before, kinds) && !frame_.token(before).is_capitalised())
        while (before > first + 1 && frame_.token(before).is_word() &&
               !frame_.token(before).is_capitalised() && in_noun_phrase(frame_, before) &&
               !frame_.is(before, WordClass::determiner))
            --before;
    const bool article = frame_.is(before, "the");
    const std::size_t joint = article ? before - 1 : before;
    if (article && before + 1 == begin &&
        (is_document_noun(frame_, joint - 1) || frame_.is(joint - 1, WordClass::speaker_noun)))
        return {};
    // "the lead of Norland, which said", but "the Bank of Norland, which said"
    const bool of_common = frame_.is(joint, "of") && joint > first &&
                           !frame_.token(joint - 1).is_capitalised() &&
                           !frame_.is(joint - 1, WordClass::organisation_word);
    const bool hangs = of_common || frame_.is_any(joint, {"in", "at", "by", "from", "with", "to", "against"});
    return hangs ? TokenRange{begin, end} : TokenRange{};
}

// "said Priya Raman, an economist at Kestrel, who expects", "by Priya Raman, who expects": the name before "who", over
// what is set between commas.
TokenRange AttributionFinder::name_before_apposition(std::size_t who) const {
    if (who < frame_.sentence.begin + 3 || !frame_.is_written(who - 1, ",")) return {};
    const auto name_that_ends = [&](std::size_t end) {
        const std::size_t begin = begin_of_capitals(frame_.document, frame_.sentence.begin, end);
        return begin + 2 <= end ? TokenRange{begin, end} : TokenRange{};
    };
    std::size_t first = who - 1;  // of what stands between the commas
    while (first > frame_.sentence.begin && !frame_.is_written(first - 1, ",")) --first;
    const bool apposed = first > frame_.sentence.begin + 1 &&
                         (frame_.is(first, WordClass::determiner) || !frame_.token(first).is_capitalised());
    if (const TokenRange outer = apposed ? name_that_ends(first - 1) : TokenRange{}; !outer.empty())
        return outer;
    // "said Priya Raman of Kestrel Homes, who expects": no firm is "who".
    const TokenRange last = name_that_ends(who - 1);
    std::size_t of = last.empty() ? who - 1 : last.begin;
    if (last.empty() && frame_.token(of - 1).is_capitalised()) --of;
    // "of the Rural Lenders' Forum"
    const bool owned = frame_.token(of - 1).kind == TokenKind::possessive ||
                       is_plural_owner(frame_.document, of - 1, frame_.sentence.end);
    if (of > frame_.sentence.begin + 1 && owned)
        of = begin_of_capitals(frame_.document, frame_.sentence.begin, of - 1);
    if (of > frame_.sentence.begin && frame_.is(of - 1, "the")) --of;
    if (of <= frame_.sentence.begin || !frame_.is_any(of - 1, {"of", "at", "from", "with"})) return last;
    std::size_t end = of - 1;
    if (frame_.is_written(end - 1, ",")) --end;  // "Priya Raman, of Kestrel, who"
    TokenRange person = name_that_ends(end);
    // "Priya Raman of the Royal Guild | of Physicians, who"
    std::size_t joint = person.begin;
    if (joint > frame_.sentence.begin && frame_.is(joint - 1, "the")) --joint;
    if (!person.empty() && joint > frame_.sentence.begin &&
        frame_.is_any(joint - 1, {"of", "at", "from", "with"}))
        if (const TokenRange outer = name_that_ends(joint - 1); !outer.empty()) person = outer;
    return person.empty() ? last : person;
}

// "A neighbour who did not want to be named, | said": who the clause is on, where a comma stands behind it alone.
TokenRange AttributionFinder::told_of_before_comma(std::size_t verb) const {
    constexpr std::size_t furthest = 16;
    if (!frame_.sentence.has(WordClass::relative) || !before_is_mark(verb, ",")) return {};
    for (std::size_t i = verb - 1; i-- > frame_.sentence.begin && i + furthest > verb;) {
        if (frame_.token(i).kind == TokenKind::mark && !frame_.is_written(i, "-")) return {};
        if (!frame_.is(i, "who") || i == frame_.sentence.begin) continue;
        if (!is_verb_at(frame_, i + 1)) return {};
        const TokenRange phrase = noun_phrase_before(frame_, i);
        // "Ann Lee, a nurse in Dorne who took no part,"
        const bool apposed = !phrase.empty() && before_is_mark(phrase.begin, ",");
        const TokenRange name = apposed ? person_that_ends(phrase.begin - 1) : TokenRange{};
        return name.empty() ? phrase : name;
    }
    return {};
}

// "Gormley, | the former commander and deputy director of the agency | said": the name before what it tells of him, where a comma
// stands before it alone.
TokenRange AttributionFinder::name_before_description(TokenRange phrase) const {
    const std::size_t first = frame_.sentence.begin;
    if (phrase.begin < first + 2 || !frame_.is_written(phrase.begin - 1, ",") ||
        !frame_.is(phrase.begin, WordClass::determiner))
        return {};
    const std::size_t end = phrase.begin - 1;
    const std::size_t begin = begin_of_name(frame_.document, first, end);
    const bool when =
        begin + 1 == end && (frame_.has_any(begin, {WordClass::modifier, WordClass::time_marker}) ||
                             frame_.is_any(begin, {"later", "meanwhile", "earlier"}));
    const bool opens = !when && (begin == first || frame_.token(begin - 1).kind == TokenKind::mark);
    const std::size_t head = end_of_head(frame_.document, without_determiner(frame_, phrase));
    const bool office =
        head > phrase.begin && frame_.has_any(head - 1, {WordClass::title, WordClass::person_noun});
    return begin < end && opens && office ? TokenRange{begin, end} : TokenRange{};
}

// "the regional governor, Oleh Dratsun, said": the name between the commas.
TokenRange AttributionFinder::name_in_apposition(std::size_t verb) const {
    if (verb < frame_.sentence.begin + 3 || !frame_.is_written(verb - 1, ",")) return {};
    std::size_t begin = verb - 1;
    while (begin > frame_.sentence.begin && !frame_.is_written(begin - 1, ",")) --begin;
    constexpr std::size_t longest = 6;  // "Karim al-Tamimi", "Tidewell Marine of Lenz"
    // "Mr. Hale", "Rear Adm. Ann Lee"
    const auto title = vocabulary().titles.match(frame_.document.tokens, begin, verb - 1);
    const bool dotted = title && frame_.is_written(begin + title.length - 1, ".");
    const std::size_t name = dotted ? begin + title.length : begin;
    if (begin < frame_.sentence.begin + 2 || verb - 1 - name > longest) return {};
    // One word is a name where a common noun stands before: "the manufacturer, Novapharm, said".
    if (verb - 1 - begin == 1 && (frame_.token(begin - 2).is_capitalised() ||
                                  frame_.is(begin, WordClass::weekday) || frame_.is(begin, WordClass::month)))
        return {};
    std::size_t end = verb - 1;
    for (std::size_t i = name; i < verb - 1; ++i) {
        const bool inner = i > name && (is_name_particle(frame_.document, i) || frame_.is_written(i, "-"));
        if (inner) continue;
        if (i > name && frame_.is(i, "of") && i + 2 == verb - 1 && frame_.token(i + 1).is_capitalised()) {
            // "The report, Future of Sentencing, said"
            const auto noun = vocabulary().speaker_nouns.match_before(frame_.document.tokens, begin - 1,
                                                                      frame_.sentence.begin);
            if (!noun || *noun.meaning == SpeakerNoun::document) return {};
            end = i;  // where they sit
            break;
        }
        if (!frame_.token(i).is_word() || !frame_.token(i).is_capitalised() ||
            frame_.is(i, WordClass::organisation_word))
            return {};
    }
    return {begin, end};
}

}  // namespace figbook
