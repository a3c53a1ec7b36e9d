#include "quantity/number_as_name.hpp"

#include <algorithm>

#include "quantity/counted.hpp"
#include "quantity/lone_number.hpp"
#include "quantity/numbered_things.hpp"

namespace figbook {
namespace {

// The word before the hyphen makes a name of both: the "F" of "F-16s", with a unit behind too, or "Covid".
bool is_hyphenated_name(const Surroundings& around, const Token& joined) {
    if (!joined.is_word()) return false;
    if (joined.is_capitalised() && joined.length() == 1) return true;  // "B-52", whatever B$ may be
    if (around.words.currencies.single(joined.word)) return false;
    if (around.words.is(joined.word, WordClass::magnitude_noun)) return false;  // "a magnitude-6.1 quake"
    if (joined.is_capitalised() && joined.length() <= 2) return true;
    // "AIM-120C": no degrees
    if (around.has_unit && joined.is_all_capitals() && around.glued(around.next()) &&
        around.text(around.next()).size() == 1)
        return true;
    // "scp-173m", not "a sub-7 nanometre chip"
    if (around.has_unit && joined.word == unknown_word && joined.end - joined.start <= 3)
        return joined.span().in(around.document.text) != "sub";
    return !around.has_unit && !around.words.is(joined.word, WordClass::number) &&
           !around.words.magnitudes.can_start(joined.word);
}

// "F-35", "Covid-19", "A320", "pre-2014", "#5".
bool is_joined_to_a_name(const Surroundings& around) {
    if (around.number.in_words || around.token(around.begin).space_before() || !around.has_previous())
        return false;
    const Written mark = around.written_before();
    if (around.token(around.previous()).is_word() && !around.has_unit) return true;
    // "t.co/ISLYPTGt1g": letters on both sides
    if (around.token(around.previous()).is_word() && around.is_number(around.begin) &&
        around.glued(around.next()) && around.token(around.next()).is_word() &&
        around.text(around.next()).size() == 1)
        return true;
    // "B2C industries": no degrees behind a letter
    if (around.token(around.previous()).is_word() && around.token(around.previous()).is_capitalised() &&
        around.token(around.previous()).length() <= 2 && around.text(around.next()).size() == 1 &&
        around.glued(around.next()))
        return true;
    if (mark == "e" && around.previous_is_number(2))
        return true;  // "1e400 dollars": more than a number holds
    if (mark.is_any({"#", "№", "_", "@"})) return true;
    if (!around.has_previous(2)) return false;
    if (mark == ".")  // "3.5.2", "ID.4"
        return around.previous_is_number(2) ||
               (around.glued(around.previous()) && around.token(around.previous(2)).is_word());
    if (mark != "-" || !around.glued(around.previous())) return false;
    if (around.previous_is_number(2))  // "A320-200"
        return around.glued(around.previous(2)) && around.has_previous(3) &&
               around.token(around.previous(3)).is_word();
    return is_hyphenated_name(around, around.token(around.previous(2)));
}

// A headline in capitals: no longer word but a preposition is in small letters.
bool is_title_case(const Surroundings& around) {
    constexpr std::size_t longest_small_word = 3;
    for (std::size_t i = around.sentence.begin; i < around.sentence.end; ++i)
        if (around.token(i).is_word() && !around.token(i).is_capitalised() &&
            around.token(i).end - around.token(i).start > longest_small_word &&
            !around.is(i, WordClass::preposition) && !around.is(i, WordClass::conjunction))
            return false;
    return true;
}

// "the Magnificent Seven", "Ocean's Eleven", "Seal Team Six": in words and with a capital inside a sentence.
bool is_name_in_words(const Surroundings& around) {
    if (!around.number.in_words || !around.has_previous()) return false;
    // "a best-of-seven series"
    if (around.written_before() == "-" && around.glued(around.begin) &&
        around.written_before(2).is_any({"of", "on"}))
        return true;
    const Token& before = around.token(around.previous());
    // 'the so-called "three red lines"', "the so-called two sessions"
    const std::size_t called = before.kind == TokenKind::mark ? 2 : 1;
    if (around.written_before(called) == "called" && around.written_before(called + 1) == "-" &&
        around.written_before(called + 2) == "so")
        return !around.has(around.next()) || around.written(around.next()) != "-";  // "one-euro jobs"
    if (!around.token(around.begin).is_capitalised()) return false;
    // 'the "Three Amigos"', 'known as the "Seven Sisters"', 'the annual "Two Sessions"'
    const std::size_t next = around.next();
    if (before.kind == TokenKind::mark &&
        (around.previous_is(WordClass::determiner, 2) || around.previous_is(WordClass::adjective, 2)) &&
        around.written_before().is_any({"\"", "“", "‘"}) && around.has(next) &&
        around.token(next).is_word() && around.token(next).is_capitalised())
        return true;
    // "the 2005 Six Nations", "Wales' Six Nations squad", "the A14 Seven Hills junction"
    const bool owned = before.is_number() || around.written_before().is_any({"'", "’"});
    if (owned && around.has(next) && around.token(next).is_word() && around.token(next).is_capitalised())
        return true;
    return before.kind != TokenKind::mark && !before.is_number() && !is_title_case(around);
}

// "14th", "1990s", "5G", "747s".
bool is_ordinal_or_code(const Surroundings& around) {
    const std::size_t next = around.next();
    return !around.has_unit && !around.number.in_words && around.glued(next) && around.token(next).is_word();
}

std::string_view kind_of_code(const Surroundings& around) {
    const Written letters = around.written(around.next());
    if (around.is(around.next(), WordClass::meridiem) || around.is(around.next(), WordClass::time_zone))
        return "clock time";
    if (letters.is_any({"st", "nd", "rd", "th"})) return "ordinal";
    return letters == "s" ? "decade" : "code";
}

// "over-65s", "under 21s": no seconds.
bool is_age_group(const Surroundings& around) {
    const std::size_t back = around.written_before() == "-" ? 2 : 1;
    const Written bound = around.written_before(back);
    return (bound.is_any({"over", "under"}) || bound.is_any({"Over", "Under"})) && !around.number.grouped;
}

bool has_capital(std::string_view word) {
    return std::any_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// "call 20 people", "since that stage 12 riders left": the number counts, and the word before it names nothing.
bool has_counted_noun(const Surroundings& around) {
    const std::size_t next = around.next();
    if (!around.has(next) || !around.token(next).is_word() || around.token(next).is_capitalised())
        return false;
    return around.is(next, WordClass::plural) || around.is(next, WordClass::person_noun);
}

// "train 200 teachers", "to form 12 groups"; not "in table 4 notes".
bool is_verb_of_count(const Surroundings& around, std::size_t verb) {
    const std::size_t next = around.next();
    if (!around.has(next) || around.token(next).is_capitalised() || !looks_plural(around.document, next))
        return false;
    if (around.is(next, WordClass::verb) || around.is(next, WordClass::cue) ||
        around.is(next, WordClass::only_verb))
        return false;
    if (verb == around.sentence.begin) return true;
    return !around.is(verb - 1, WordClass::determiner) &&
           (!around.is(verb - 1, WordClass::preposition) || around.written(verb - 1) == "to");
}

// "will number", "to number", "casualties number": a verb by what stands before it.
bool is_verb_number(const Surroundings& around, std::size_t word) {
    return word > around.sentence.begin && around.written(word) == "number" &&
           ((looks_plural(around.document, word - 1) && !around.is(word - 1, WordClass::determiner)) ||
            around.is(word - 1, WordClass::modal) || around.written(word - 1) == "to" ||
            around.written(word - 1) == "now");
}

// "457 visa hold-ups", "the group of 20 leaders": a class of visas, and a club of countries.
bool is_known_by_number(const Surroundings& around) {
    const std::size_t next = around.next();
    constexpr int least = 100;
    if (around.number.in_words || around.number.grouped) return false;
    if (around.written(next) == "visa") return around.number.value > Decimal(least);
    // "three top 20 singles": a place in a list
    if (around.written_before() == "top" || around.written_before() == "Top")
        return around.number.value <= Decimal(least) &&
               around.written(next).is_any({"single", "singles", "album", "albums", "hit", "hits", "finish",
                                            "finishes", "seed", "seeds", "ranking", "rankings", "."});
    return around.written_before() == "of" && around.written_before(2) == "group" &&
           around.number.value <= Decimal(20) &&
           around.written(next).is_any(
               {"leaders", "summit", "finance", "ministers", "nations", "countries", "economies"});
}

// How far before the number the word of a name may stand: behind "No.", and behind the numbers of a list that
// this one goes on ("pages 5 and 6", "clauses 3, 5 and 7").
std::size_t behind_list(const Surroundings& around) {
    std::size_t back = 1;
    while (back < 12 && around.has_previous(back + 2) &&
           (is_dash(around.written_before(back)) ||
            around.written_before(back).is_any({"and", "to", "or", ",", "&"})) &&
           around.previous_is_number(back + 1))
        back += 2;
    if (around.written_before(back) == "." && around.glued(around.previous(back))) ++back;
    return back;
}

// "This | season 456 permits have been issued", "Last | season 12 clubs lost money": when so many did, and no number of a season.
bool is_when_counted(const Surroundings& around, std::size_t first) {
    const std::size_t next = around.next();
    return first > around.sentence.begin &&
           around.document.reads_any(first - 1, {"this", "last", "next", "each", "every"}) &&
           around.has(next) && !around.token(next).is_capitalised() && looks_plural(around.document, next);
}

// "flight 815", "Article 5", "Group of 20", "S&P 500", "No. 10", "Formula One", "grade 9 pupils".
bool is_numbered_name(const Surroundings& around) {
    const std::size_t back = behind_list(around);
    if (!around.has_previous(back)) return false;
    std::size_t end = around.begin - back + 1;
    auto match =
        around.words.names_before_numbers.match_before(around.document.tokens, end, around.sentence.begin);
    if (!match && around.written(end) == ".")  // "No. 1", whose stop belongs to the word
        match = around.words.names_before_numbers.match_before(around.document.tokens, ++end,
                                                               around.sentence.begin);
    // "the stage-three tax cuts", "type-2 diabetes"
    if (!match && around.written(end - 1) == "-" && end > around.sentence.begin + 1 &&
        around.glued(end - 1)) {
        match = around.words.names_before_numbers.match_before(around.document.tokens, --end,
                                                               around.sentence.begin);
        if (match && *match.meaning != NumberedName::label) return false;
    }
    if (!match) return false;
    // "in the G7 and 50,000 deaths": what has separators and counts something goes on no list of names.
    if (back > 1 && around.number.grouped && around.has(around.next()) &&
        looks_plural(around.document, around.next()))
        return false;
    // "the fleet will number 31 ships"
    const std::size_t after = around.next();
    if (is_verb_number(around, end - match.length) &&
        (!around.has(after) || !around.token(after).is_word() || looks_plural(around.document, after) ||
         around.is(after, WordClass::preposition)))
        return false;
    // "shed one in six jobs"
    if (around.number.in_words && around.written(around.next()) == "in" &&
        (around.is_number(around.next() + 1) || around.is(around.next() + 1, WordClass::number)))
        return false;
    const std::size_t first = end - match.length;
    // "Plot 7B": no billions.
    const bool letter = around.number.abbreviated && has_capital(around.text(around.next() - 1));
    if (around.number.power && !letter) return false;
    switch (*match.meaning) {
        case NumberedName::capital:
            return has_capital(around.document.text_of(first, end));
        case NumberedName::any:  // "Section 236.1 defines"
            if (around.number.value.exponent() < 0 && !around.number.power) return true;
            return !around.number.grouped && !has_counted_noun(around) && !is_when_counted(around, first);
        case NumberedName::verb:
            return !around.number.grouped && !has_counted_noun(around) && !is_verb_of_count(around, first);
        case NumberedName::label:
            break;
    }
    // "that stage 12 riders left"
    const bool points_back = first > around.sentence.begin && around.is(first - 1, WordClass::determiner) &&
                             !around.written(first - 1).is_any({"the", "a", "an"});
    return !around.number.grouped && !(points_back && has_counted_noun(around));
}

// "a two-state solution", "a two-party system", "a two-horse race": how a thing is made, which counts nothing.
bool is_arrangement(const Surroundings& around) {
    const std::size_t hyphen = around.next();
    return around.number.in_words && around.number.value < Decimal(4) && around.written(hyphen) == "-" &&
           around.glued(hyphen) &&
           around.written(hyphen + 1).is_any({"state", "party", "horse", "child", "piece"}) &&
           around.written(hyphen + 2)
               .is_any({"solution", "solutions", "system", "systems", "formula", "outcome", "race", "races",
                        "politics", "democracy", "preferred", "policy", "suit", "suits", "swimsuit",
                        "swimsuits", "outfit"});
}

// "911 calls", "the 999 operator": whom one calls, not how often.
bool is_emergency_number(const Surroundings& around) {
    return around.written(around.begin).is_any({"911", "999", "112"}) &&
           around.written(around.next())
               .is_any({"call", "calls", "caller", "callers", "operator", "operators", "dispatcher",
                        "dispatchers", "dispatch", "recording", "recordings", "service", "system", "center",
                        "centre"});
}

// "0.50 calibre rounds", "a .38-caliber pistol": how wide a barrel is, which is the name of what fits it.
bool is_calibre(const Surroundings& around) {
    const std::size_t next = around.written(around.next()) == "-" ? around.next() + 1 : around.next();
    return around.written(next).is_any({"calibre", "caliber", "calibers", "calibres"});
}

// "call 020 7946 0958", "the helpline on 116 123", "text 85258".
bool is_phone_number(const Surroundings& around) {
    const Number& number = around.number;
    if (number.in_words || number.power) return false;
    const auto is_digits = [&](std::size_t i) {
        return around.is_number(i) && around.text(i).find_first_of(".,") == std::string_view::npos;
    };
    const bool starts_anew =
        around.previous_is_number() && is_lone_number(around.document, around.previous());
    // "120 787s": so many of a type of plane.
    const bool is_type = around.written(around.next() + 1) == "s" && around.glued(around.next() + 1);
    if (is_digits(around.next()) && !is_type && !is_type_of_plane(around.document, around.next()))
        return true;
    if (around.previous_is_number() && around.token(around.begin).space_before() && !starts_anew) return true;
    const bool long_enough = number.value >= Decimal(100) && number.value.exponent() >= 0;
    const bool in_groups = number.end > around.begin + 1;  // "116 123"
    if (!long_enough || (number.grouped && !in_groups) || has_counted_noun(around)) return false;
    if (around.written(around.next()).is_any({"times"})) return false;  // "her phone has rung 150 times"
    for (std::size_t back = 1; back <= 4; ++back)
        if (around.previous_is(WordClass::phone_word, back)) return true;
    return false;
}

// The "B" of "221B": no billions before a street or a pencil.
bool is_letter_of_a_name(const Surroundings& around) {
    const std::string_view letter = around.text(around.next() - 1);
    return around.number.abbreviated && letter.size() == 1 && around.glued(around.next() - 1) &&
           (has_capital(letter) || letter == "b");
}

// "221 Baker Street", "10 Downing Street", "27B Rue Lepic"
bool is_address(const Surroundings& around) {
    if (around.number.in_words || around.number.grouped) return false;
    if (around.number.power && !is_letter_of_a_name(around)) return false;
    const std::size_t next = around.next();
    if (around.is(next, WordClass::street_opener) && around.token(next).is_capitalised() &&
        around.has(next + 1) && around.token(next + 1).is_word())
        return true;
    for (std::size_t i = next; around.has(i) && i < next + 4; ++i) {
        if (!around.token(i).is_word() || !around.token(i).is_capitalised()) return false;
        if (i > next && around.is(i, WordClass::street_word)) return true;
    }
    return false;
}

// "3170 W. County Road": no watts before a street.
bool is_direction_of_street(const Surroundings& around) {
    const std::size_t letter = around.next();
    if (!around.has_unit || around.number.in_words || around.written(letter) != "W" || around.glued(letter))
        return false;
    const bool dot = around.written(letter + 1) == "." && around.glued(letter + 1);
    for (std::size_t i = letter + (dot ? 2 : 1); around.has(i) && i < letter + 6; ++i) {
        if (!around.token(i).is_capitalised() && !around.is_number(i)) return false;
        if (i > letter + 1 && around.is(i, WordClass::street_word)) return true;
    }
    return false;
}

// "a 4K screen", "a 10K run"; not "8K people".
bool is_size_in_k(const Surroundings& around) {
    if (around.number.abbreviated && around.number.plain == Decimal(401)) return true;  // "401K plans"
    return around.number.abbreviated && around.written(around.next() - 1) == "K" &&
           around.number.plain <= Decimal(16) && !around.is(around.next(), WordClass::person_noun) &&
           !around.is(around.next(), WordClass::counted_subject);
}

// "At week 12, 46 patients had responded", "by day 90": the place of a time in an order, told with its number behind it.
bool is_numbered_time(const Surroundings& around) {
    constexpr std::size_t longest = 3;
    const Number& number = around.number;
    if (!around.has_previous(2) || number.in_words || number.power || number.grouped || around.has_unit ||
        around.text(around.begin).size() > longest || has_counted_noun(around))
        return false;
    if (!around.written_before().is_any({"week", "day", "month", "mile", "lap", "round", "minute"}))
        return false;
    return around.previous_is(WordClass::preposition, 2);
}

// "2B pencils"
bool is_grade(const Surroundings& around) {
    return around.number.power && is_letter_of_a_name(around) &&
           around.is(around.next(), WordClass::graded_thing);
}

// "1080p" of a video: lines of a picture, and no pence.
bool is_lines_of_picture(const Surroundings& around) {
    if (!around.sentence.has(WordClass::screen_word) || around.number.grouped) return false;
    return around.written(around.next()) == "p" &&
           around.written(around.begin)
               .is_any({"240", "360", "480", "576", "720", "1080", "1440", "2160", "4320"});
}

// "50 Cent": no cents with a capital in a sentence that has small letters.
bool is_name_of_coin(const Surroundings& around) {
    return around.written(around.next()) == "Cent" && around.number.value > Decimal(1) &&
           !is_title_case(around);
}

// "3M said", "3M's shares", "the company 3M": what acts is no number.
bool is_firm_of_letter(const Surroundings& around) {
    const std::size_t next = around.next();
    if (!around.number.abbreviated || !has_capital(around.text(next - 1)) || around.number.grouped ||
        !(around.number.plain < Decimal(10)))
        return false;
    if (around.has(next) && around.token(next).kind == TokenKind::possessive) return true;
    const bool counts =
        around.has(next) && looks_plural(around.document, next);  // "growth in 3M shares traded"
    if (!counts && (around.previous_is(WordClass::firm_noun) ||
                    around.written_before().is_any({"in", "at", "as", "like", "from", "with", "including"})))
        return true;
    const bool acts = around.is(next, WordClass::verb) || around.is(next, WordClass::cue) ||
                      around.is(next, WordClass::change_verb) || around.is(next, WordClass::auxiliary);
    return around.begin == around.sentence.begin && acts && !around.is(next, WordClass::noun_first);
}

// "598 U.S. 142", "18 U.S.C. 922", "42 CFR 73": volume and page of a book of law.
bool is_citation(const Surroundings& around) {
    if (around.number.in_words || around.number.grouped || around.number.power) return false;
    const auto is_book = [&](std::size_t i) {
        const std::string_view word = around.text(i);
        return around.has(i) && around.token(i).is_all_capitals() &&
               !around.is(i, WordClass::preposition) &&  // "TO CUT 1 IN 10 JOBS"
               (word.find('.') != std::string_view::npos || word.size() <= 4);
    };
    const std::size_t next = around.next();
    if (is_book(next) && around.is_number(next + 1)) return true;
    return around.has_previous(2) && is_book(around.previous()) && around.previous_is_number(2);
}

// "1. First", "(2)", "[3]"
bool is_list_number(const Surroundings& around) {
    if (around.number.grouped || around.number.in_words) return false;
    const bool opens_line = around.token(around.begin).starts_line();
    const Written after = around.written(around.next());
    if (opens_line && (after == "." || after == ")") && around.glued(around.next()) &&
        around.has(around.next() + 1))
        return true;
    const Written before = around.written_before();
    return (before == "[" && after == "]") || (before == "(" && after == ")" && around.is_small_whole());
}

// "its 7E7 rival": a type, where a number would have its sign or a point.
bool is_type_with_e(const Surroundings& around) {
    const std::size_t second = around.token(around.number.begin).start + 1;
    if (second >= around.document.text.size() || around.document.text[second] != 'E') return false;
    const std::string_view text = around.document.text_of(around.number.begin, around.number.end);
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    return around.has_previous() && text.size() == 3 && is_digit(text[0]) && text[1] == 'E' &&
           is_digit(text[2]);
}

}  // namespace

std::string_view why_part_of_name(const Surroundings& around) {
    if (is_direction_of_street(around)) return "address";
    if (around.has_unit && !around.number.in_words && around.glued(around.next())) {
        const std::string_view letter = around.text(around.next());
        if (letter == "s" && is_age_group(around)) return "age";
        // "100s of people", "in the 1,000s"
        if (letter == "s" && (around.number.grouped || (around.written(around.next() + 1) == "of" &&
                                                        around.number.value.coefficient() == 1)))
            return "vague";
        if (is_lines_of_picture(around)) return "size";
        if (letter.size() == 1 && has_capital(letter) && is_numbered_name(around))  // "seat 14C"
            return "number of a named thing";
    }
    if (!around.has_unit && around.is(around.next(), WordClass::meridiem))
        return "clock time";  // "9am-5.30pm"
    if (around.has_unit && (is_name_of_coin(around) || is_race(around))) return "part of a name";
    if (is_joined_to_a_name(around) || is_name_in_words(around)) return "part of a name";
    if (around.number.abbreviated && around.is_number(around.next()) && around.glued(around.next()))
        return "part of a name";  // "9M729", "5K88"
    if (is_type_with_e(around)) return "part of a name";
    if (!around.number.in_words && is_type_of_plane(around.document, around.begin)) return "part of a name";
    return is_ordinal_or_code(around) ? kind_of_code(around) : "";
}

std::string_view why_name(const Surroundings& around) {
    if (is_firm_of_letter(around)) return "part of a name";
    if (is_numbered_name(around)) return "number of a named thing";
    if (is_phone_number(around) || is_emergency_number(around)) return "phone number";
    if (is_arrangement(around)) return "part of a name";
    if (is_calibre(around)) return "size";
    if (is_address(around)) return "address";
    if (is_citation(around)) return "citation";
    if (is_size_in_k(around)) return "size";
    if (is_known_by_number(around)) return "number of a named thing";
    if (is_numbered_time(around) || is_part_of_stage(around) || is_type_of_machine(around))
        return "number of a named thing";
    if (is_grade(around)) return "number of a named thing";
    return is_list_number(around) ? "list number" : "";
}

bool is_behind_a_number(const Surroundings& around) {
    // "a one-for-five rights issue", "a two-for-one split"
    const bool for_number = around.glued(around.begin) && around.written_before() == "-" &&
                            around.written_before(2) == "for" && around.written_before(3) == "-" &&
                            (around.previous_is_number(4) || around.previous_is(WordClass::number, 4));
    if (for_number) return true;
    return around.glued(around.begin) && around.written_before() == "-" && around.glued(around.previous()) &&
           around.previous_is_number(2);
}

}  // namespace figbook
