#include "quantity/number_as_time.hpp"

#include "quantity/counted.hpp"

namespace figbook {
namespace {

bool names_time_of_day(const Surroundings& around, std::size_t i) {
    return around.is(i, WordClass::meridiem) ||
           (around.is(i, WordClass::time_zone) && around.token(i).is_all_capitals());
}

bool is_clock_time(const Surroundings& around) {
    const std::size_t next = around.next();
    const Written after = around.written(next);
    if (names_time_of_day(around, next)) return true;
    // "3 in the morning"
    if (after == "in" && around.written(next + 1) == "the" &&
        around.written(next + 2).is_any({"morning", "afternoon", "evening"}))
        return around.is_small_whole() && !around.written_before().is_any({"than", "about", "some"});
    if (after == ":" && around.glued(next) && around.is_number(next + 1) && around.glued(next + 1))
        return true;
    if (around.written_before() == ":" && around.glued(around.begin) && around.previous_is_number(2))
        return true;
    // "between 9 and 11 p.m.", "from 10 to 11 a.m."
    return (is_dash(after) || after.is_any({"and", "to"})) && around.is_number(next + 1) &&
           names_time_of_day(around, next + 2);
}

// "starts at 19.45": hours and minutes with a full stop, where something begins or leaves.
bool is_dotted_time(const Surroundings& around) {
    const std::string_view digits = around.text(around.number.begin);
    const std::size_t point = digits.find('.');
    if (around.number.in_words || point == std::string_view::npos || point + 3 != digits.size()) return false;
    if (!(around.number.value < Decimal(24)) || digits[point + 1] > '5') return false;
    if (around.previous_is(WordClass::copula))  // "Kick-off is 7.45"
        return around.previous_is(WordClass::departure, 2) &&
               !around.is(around.next(), WordClass::preposition);
    if (!around.written_before().is_any({"at", "from", "until", "by"})) return false;
    // "at 5.30 yesterday morning", "at 7.45 this evening"
    const std::size_t next = around.next();
    if (around.written(next).is_any({"yesterday", "tomorrow", "tonight"}) ||
        (around.written(next).is_any({"this", "that", "yesterday"}) &&
         around.written(next + 1).is_any({"morning", "afternoon", "evening"})))
        return true;
    // "she left at 8.42", but "rates were left at 4.25"
    if (around.written_before(2) == "left" && around.has_previous(3) &&
        !around.previous_is(WordClass::auxiliary, 3))
        return true;
    if (around.has_previous(2)) {  // "Monday at 2.30"
        const auto day = around.words.times.match(around.document.tokens, around.previous(2), around.begin);
        if (day && day.meaning->kind == TimeWordKind::weekday) return true;
    }
    for (std::size_t back = 2; back <= 4; ++back)
        if (around.previous_is(WordClass::departure, back)) return true;
    return false;
}

// A month right before the token that stands `back` before the number: "May", "Sept.".
bool month_before(const Surroundings& around, std::size_t back) {
    if (around.written_before(back) == ".") ++back;
    return around.has_previous(back) && around.is_month(around.previous(back));
}

bool is_date(const Surroundings& around) {
    if (around.number.in_words || !around.is_small_whole() || around.number.value.is_zero()) return false;
    const std::size_t next = around.next();
    const std::size_t behind = around.written(next) == "of" ? next + 1 : next;
    if (around.is_month(behind) || month_before(around, 1)) return true;
    // "12-14 February", "12 and 13 February", "September 5 to 7".
    const Written mark = around.written(next);
    if ((is_dash(mark) || mark.is_any({"and", "to", "or", ","})) && around.is_number(next + 1) &&
        around.is_month(next + 2))
        return true;
    const Written before = around.written_before();
    const bool behind_number = around.previous_is_number(2);
    return (is_dash(before) || before.is_any({"and", "to"})) && behind_number && month_before(around, 3);
}

// "9/11", "24/7", "801/803"
bool is_pair_with_slash(const Surroundings& around) {
    const std::size_t next = around.next();
    if (around.number.in_words) return false;
    if (around.written(next) == "/" && around.glued(next) && around.is_number(next + 1) &&
        around.glued(next + 1))
        return true;
    return around.written_before() == "/" && around.glued(around.begin) && around.previous_is_number(2);
}

// A day, a month or a year in digits: not the "4471" of "case 2023/4471".
bool may_be_part_of_date(std::string_view digits) {
    if (digits.find_first_not_of("0123456789") != std::string_view::npos) return false;
    return digits.size() <= 2 ||
           (digits.size() == 4 && (digits[0] == '1' || digits[0] == '2') && digits < "2100");
}

// The two numbers of a pair could be a date: "9/11", "24/7", "2023/24".
bool is_pair_of_date(const Surroundings& around) {
    const bool first = around.written(around.next()) == "/";
    const std::size_t other = first ? around.next() + 1 : around.previous(2);
    return may_be_part_of_date(around.text(around.begin)) && may_be_part_of_date(around.text(other));
}

// "hire 2030 people", "more than 2000 homes": counts after all. A year may stand before most other nouns.
bool counts_like_a_year(const Surroundings& around) {
    const std::size_t next = around.next();
    if (!around.has(next) || !around.token(next).is_word() || around.token(next).is_capitalised())
        return false;
    if (around.has_previous() && around.is_month(around.previous()))
        return false;  // "an October 2000 series"
    const bool round = around.number.value == Decimal(2000);
    // "about 1900 pages", "some 2000 homes"; not "about 1990 prices"
    const Written before = around.written_before();
    if ((before.is_any({"about", "some", "around", "roughly", "nearly", "almost"}) ||
         before.is_any({"About", "Some", "Around", "Nearly"})) &&
        around.text(around.number.begin).ends_with("00") && looks_plural(around.document, next) &&
        !around.is(next, WordClass::verb))
        return true;
    const bool counted =
        around.is(next, WordClass::person_noun) || (round && around.is(next, WordClass::plural));
    return counted && (!around.previous_is(WordClass::before_year) ||
                       around.written_before().is_any({"than", "of", "by", "over", "around", "to"}));
}

// The "13" of "2012-13" and "2023/24".
bool is_end_of_years(const Surroundings& around) {
    const Written mark = around.written_before();
    if ((!is_dash(mark) && mark != "/") || !around.glued(around.begin) || !around.previous_is_number(2))
        return false;
    const std::string_view year = around.text(around.previous(2));
    return year.size() == 4 && (year.substr(0, 2) == "19" || year.substr(0, 2) == "20") &&
           !around.number.grouped;
}

// Of a number in plain digits alone; 0 for others.
std::size_t number_of_digits(const Surroundings& around) {
    const bool plain =
        !around.number.grouped && !around.number.power && around.is_number(around.number.begin);
    return plain ? around.text(around.number.begin).size() : 0;
}

// "October two thousand and five"
bool is_year_in_words(const Surroundings& around) {
    const Number& number = around.number;
    if (!number.in_words || !(number.value > Decimal(2000)) || !(number.value < Decimal(2100))) return false;
    const std::size_t next = around.next();
    if (around.has(next) && around.token(next).is_word() &&
        around.words.is(around.token(next).word, WordClass::plural))
        return false;
    return around.written_before().is_any({"in", "since", "by", "until", "from", "of"}) ||
           (around.has_previous() && around.is_month(around.previous()));
}

// "from 1850 to 1870", "between 1850 and 1870", "dates back to 1865"
bool is_early_year(const Surroundings& around) {
    const Written before = around.written_before();
    if (before.is_any({"in", "since", "by", "of", "from", "until", "after", "before", "circa"})) return true;
    if (before.is_any({"In", "By", "Since", "Until"})) return true;
    if (around.has_previous() && around.is_month(around.previous())) return true;
    const auto four_digits = [&](std::size_t i) { return around.is_number(i) && around.text(i).size() == 4; };
    const std::size_t next = around.next();
    if (before == "between" && around.written(next) == "and") return four_digits(next + 1);
    if (!before.is_any({"to", "and"}) || !around.has_previous(3)) return false;
    if (around.written_before(2).is_any({"back", "dates", "dated", "dating"})) return true;
    return four_digits(around.previous(2)) && around.written_before(3).is_any({"from", "between"});
}

bool is_year(const Surroundings& around) {
    const Written before = around.written_before();
    if (is_year_in_words(around)) return true;
    if (may_be_year(around.document, around.number)) {
        const bool recent = around.number.value >= Decimal(1900) && around.number.value <= Decimal(2099);
        if (recent) return !counts_like_a_year(around);
        // "an average of 1500", "a total of 1400"
        if (before == "of" && around.previous_is(WordClass::weak_noun, 2)) return false;
        return is_early_year(around);
    }
    // "by 2120"
    if (number_of_digits(around) == 4 && around.number.value < Decimal(3000) &&
        before.is_any({"in", "by", "until"}))
        return around.number.value > Decimal(2000);
    if (is_end_of_years(around)) return true;
    // "’90s", "'08", "55 BC"
    if ((before == "’" || before == "'") && around.glued(around.begin) && !around.number.grouped)
        return around.number.value < Decimal(100);
    return around.written(around.next()).is_any({"BC", "BCE", "B.C."}) || before == "AD";
}

// "Jane Doe, 45, said", "a boy, 9, and", "(45)".
bool stands_behind_person(const Surroundings& around) {
    if (around.number.in_words || around.written_before() != "," || !around.has_previous(2)) return false;
    const std::size_t next = around.next();
    if (!around.has(next) || !around.written(next).is_any({",", ".", ")"})) return false;
    const Token& name = around.token(around.previous(2));
    if (!name.is_word() || around.is_month(around.previous(2))) return false;
    // "Of 200 workers, 50, or 30%, are to go": of several none has that age
    const bool several = looks_plural(around.document, around.previous(2)) && !name.is_capitalised();
    return name.is_capitalised() || (around.words.is(name.word, WordClass::person_noun) && !several);
}

// "More than half are over 65", "About 12% were under 18", "Most of the dead were under 30": a part of people, where nothing
// else is said of them.
bool is_share_of_people(const Surroundings& around, std::size_t back) {
    if (!around.has_previous(back)) return false;
    const Written part = around.written_before(back);
    return part == "%" || part.is_any({"Half", "Most", "Many"}) ||
           part.is_any({"half", "quarter", "third", "thirds", "quarters", "most", "dead", "killed", "victims",
                        "many"});
}

// "players are over 18", "suspects in the UK last year were under 18", "they are over 60": of the people that the clause is
// about; not "the number of patients is over 65".
bool is_age_of_those_before(const Surroundings& around, std::size_t back) {
    constexpr std::size_t longest = 12;
    if (around.has_unit || around.number.value > Decimal(100) || around.number.value < Decimal(10))
        return false;
    const std::size_t next = around.next();
    const bool beside = around.previous_is(WordClass::age_noun, back);
    if (!beside && around.has(next) && around.token(next).is_word() &&
        !around.is(next, WordClass::preposition) && !around.is(next, WordClass::conjunction))
        return false;
    bool people = beside || is_share_of_people(around, back);
    for (std::size_t i = back; i < back + longest && around.has_previous(i); ++i) {
        if (!around.token(around.previous(i)).is_word()) break;
        if (around.written_before(i).is_any(
                {"number", "total", "numbers", "toll", "count", "figure", "tally"}))
            return false;
        people |= around.previous_is(WordClass::age_noun, i) || around.previous_is(WordClass::person_noun, i);
    }
    return people;
}

// "A boy of | 12 was", "a man of | 30,"
bool is_age_of_one(const Surroundings& around) {
    if (around.has_unit || around.number.value > Decimal(100) || around.written_before() != "of")
        return false;
    const std::size_t next = around.next();
    const bool closes = !around.has(next) || !around.token(next).is_word() ||
                        around.is(next, WordClass::preposition) || around.is(next, WordClass::auxiliary) ||
                        around.is(next, WordClass::copula) || around.is(next, WordClass::conjunction) ||
                        around.written(next).is_any({"died", "drowned", "fell", "said", "won", "lost"});
    return closes && around.written_before(2).is_any({"boy", "girl", "man", "woman", "child", "teenager"}) &&
           around.number.value.exponent() >= 0;
}

// "No one [under 18]", "nobody [over 30]"
bool is_no_one(const Surroundings& around, std::size_t back) {
    const Written who = around.written_before(back);
    if (who == "one")
        return around.written_before(back + 1) == "No" ||
               around.written_before(back + 1).is_any({"no", "any", "every"});
    return who == "Nobody" || who.is_any({"nobody", "anybody", "everybody"});
}

// "children under five", "people over 65", "those between 18 and 24", "younger than 12".
bool is_age_limit(const Surroundings& around) {
    const Written before = around.written_before();
    const bool second_age = is_dash(before) || before.is_any({"and", "to"});
    const std::size_t back = second_age ? 3 : 1;
    if (!around.has_previous(back + 1) || !around.previous_is(WordClass::age_limit, back)) return false;
    if (around.written_before(back) == "than")
        return around.previous_is(WordClass::age_comparative, back + 1);
    if (around.written_before(back + 1) == "aged") return true;
    // "a third of workers are over 50"
    if (around.previous_is(WordClass::copula, back + 1) &&
        around.written_before(back).is_any({"over", "under"}) && is_age_of_those_before(around, back + 2))
        return true;
    const std::size_t next = around.next();
    return (around.previous_is(WordClass::age_noun, back + 1) || is_no_one(around, back + 1)) &&
           !around.is(next, WordClass::magnitude) && !around.written(next).is_any({"percent", "%"}) &&
           around.number.value <= Decimal(100);
}

// "The voting age will fall from 18 to 16", "Mothers' average age rose to 30.9", "The average age of members is 72"
bool is_moved_age(const Surroundings& around) {
    constexpr std::size_t furthest = 9;
    const std::size_t next = around.next();
    const bool closes = !around.has(next) || !around.token(next).is_word() ||
                        around.is(next, WordClass::preposition) || around.is(next, WordClass::conjunction);
    if (!closes || around.number.value > Decimal(100)) return false;
    for (std::size_t back = 2; back <= furthest && around.has_previous(back + 1); ++back) {
        const Written word = around.written_before(back);
        if (word == "age")
            return around.written_before(back + 1).is_any({"pension", "retirement", "voting", "drinking",
                                                           "minimum", "average", "median", "school", "mean",
                                                           "leaving"});
        if (!around.token(around.previous(back)).is_word() && !around.previous_is_number(back)) return false;
        if (word.is_any({"that", "who", "and", "but", "said", "paid", "cost"})) return false;
    }
    return false;
}

// "lift the pension age from 62 to 64", "a retirement age of 67": how old one must be.
bool is_height_of_age(const Surroundings& around) {
    constexpr std::size_t furthest = 5;
    if (around.has_unit || !around.sentence.has(WordClass::age_word) ||
        !around.written_before().is_any({"from", "to", "of", "at", "is", "was"}))
        return false;
    if (is_moved_age(around)) return true;
    for (std::size_t back = 2; back <= furthest && around.has_previous(back); ++back) {
        if (around.written_before(back).is_any({"age"}))
            return around.written_before(back + 1).is_any({"pension", "retirement", "voting", "drinking",
                                                           "minimum", "average", "median", "school", "the"});
        const bool joint = around.written_before(back).is_any({"from", "to", "by", "now"}) ||
                           around.previous_is_number(back);
        if (!joint) return false;
    }
    return false;
}

// "You must be over 18", "You have to be at least 18 to vote", "Applicants must be 18 or over": how old one must be.
bool is_age_to_have(const Surroundings& around) {
    constexpr int youngest = 10, oldest = 90;
    std::size_t be = 1;
    if (around.written_before().is_any({"over", "under"})) be = 2;
    if (around.written_before() == "least" && around.written_before(2) == "at") be = 3;
    if (around.written_before(be) != "be") return false;
    if (around.has_unit || around.number.in_words || around.number.value < Decimal(youngest) ||
        around.number.value > Decimal(oldest))
        return false;
    const std::size_t next = around.next();
    if (around.has(next) && around.token(next).is_word() && !around.written(next).is_any({"or", "to", "and"}))
        return false;
    const bool have =
        around.written_before(be + 1) == "to" && around.written_before(be + 2).is_any({"have", "has"});
    if (!have && around.written_before(be + 1) != "must") return false;
    const std::size_t who = have ? be + 3 : be + 2;
    const Written they = around.written_before(who);
    return they.is_any({"you", "they", "applicants", "entrants", "candidates"}) ||
           they.is_any({"You", "They", "Applicants", "Entrants", "Candidates"}) ||
           around.previous_is(WordClass::age_noun, who) || around.previous_is(WordClass::person_noun, who);
}

// "I was around 18 when", "she is nearly 60.": what somebody is, with a bound or without, and nothing behind it.
bool is_age_of_somebody(const Surroundings& around) {
    const std::size_t next = around.next();
    // "She lived to 104"
    if (!around.has_unit && around.written_before() == "to" &&
        around.written_before(2).is_any({"lived", "live"}))
        return !around.has(next) || !around.token(next).is_word() || around.is(next, WordClass::conjunction);
    if (is_age_to_have(around)) return true;
    const bool closes = !around.has(next) || around.token(next).kind == TokenKind::mark ||
                        around.written(next).is_any({"when", "that", "and", "but", "at"});
    if (!closes || around.has_unit || around.number.value.exponent() < 0) return false;
    std::size_t back = 1;
    if (around.written_before().is_any(
            {"about", "around", "almost", "nearly", "only", "just", "over", "barely"}))
        ++back;
    const Written who = around.written_before(back + 1);
    return around.previous_is(WordClass::copula, back) &&
           (who.is_any({"I", "he", "she", "who"}) || who.is_any({"He", "She"})) &&
           around.number.value > Decimal(2) && around.number.value < Decimal(110);
}

bool is_age(const Surroundings& around) {
    if (around.number.grouped || around.number.power || around.number.value > Decimal(120)) return false;
    const std::size_t next = around.next();
    // "turned 12", but "turned 12 schools around"
    const bool counts = around.written_before().is_any({"turned", "turning", "turns"}) && around.has(next) &&
                        looks_plural(around.document, next) && !around.is(next, WordClass::time_unit);
    // "between the ages of 26 and 61", "every adult 18 and over"
    const bool second_age = around.written_before() == "and" && around.previous_is_number(2);
    const std::size_t of = second_age ? 3 : 1;
    if (around.written_before(of) == "of" && around.written_before(of + 1).is_any({"ages", "age"}))
        return true;
    if ((around.written(next) == "and" || around.written(next) == "or") &&
        around.written(next + 1).is_any({"over", "older", "under", "younger"}) &&
        (around.previous_is(WordClass::age_noun) || around.previous_is(WordClass::person_noun) ||
         around.written_before() == "adult"))
        return true;
    // "a man aged about 30"
    if (around.written_before(2) == "aged" &&
        around.written_before().is_any({"about", "around", "over", "under"}))
        return true;
    if (stands_behind_person(around) || (around.previous_is(WordClass::age_word) && !counts)) return true;
    const Written unit = around.written(next);
    if (around.has(next + 2) && unit == "-" && around.glued(next) && around.written(next + 2) == "-" &&
        around.written(next + 3) == "old" &&
        around.written(next + 1).is_any({"year", "month", "week", "day"}))
        return true;
    const bool is_years = unit.is_any({"years", "year", "months"});
    if (is_years && (around.written(next + 1) == "old" ||
                     (around.written(next + 1) == "of" && around.written(next + 2) == "age")))
        return true;
    return is_age_limit(around) || is_age_of_one(around) || is_height_of_age(around) ||
           is_age_of_somebody(around);
}

// "two elections ago", "three games earlier", "two seasons back": when something was, told by what happens again and again;
// "lost two games back to back" and "two games back in the standings" are none.
bool is_told_by_events(const Surroundings& around) {
    constexpr std::size_t longest = 3;  // words, as in "two general elections ago"
    constexpr int most = 100;
    static constexpr WordClasses telling{WordClass::event_unit, WordClass::time_before};
    if (!around.sentence.classes.has_any(telling)) return false;
    std::size_t when = around.next() + 1;
    while (when <= around.next() + longest && !around.is_any(when, {"ago", "earlier", "back"})) ++when;
    if (when > around.next() + longest || !around.has(when)) return false;
    if (around.has_unit || around.number.power || !(around.number.value < Decimal(most))) return false;
    const std::size_t noun = when - 1;
    for (std::size_t i = around.next(); i <= noun; ++i)
        if (!around.token(i).is_word() || around.is(i, WordClass::number) ||
            looks_plural(around.document, i) != (i == noun))
            return false;
    const bool event = around.is(noun, WordClass::event_unit);
    if (around.is(when, "ago")) return event || !around.is(noun, WordClass::time_unit);
    return event && (around.is(when, "earlier") ||
                     !around.is_any(when + 1, {"to", "home", "in", "at", "on", "of", "-"}));
}

}  // namespace

std::string_view why_time(const Surroundings& around) {
    if (is_clock_time(around) || is_dotted_time(around)) return "clock time";
    if (is_date(around)) return "date";
    if (is_pair_with_slash(around)) return is_pair_of_date(around) ? "date" : "joined numbers";
    if (is_year(around)) return "year";
    if (is_told_by_events(around)) return "so long ago";
    return is_age(around) ? "age" : "";
}

}  // namespace figbook
