#include "quantity/not_a_figure.hpp"

#include <algorithm>
#include <initializer_list>

namespace figbook {
namespace {

class Judge {
 public:
    Judge(const Document& document, const Sentence& sentence, const Number& number, std::size_t begin,
          bool has_unit)
        : document_(document),
          words_(vocabulary()),
          sentence_(sentence),
          number_(number),
          begin_(begin),
          has_unit_(has_unit) {}

    std::string_view judge() const {
        if (is_joined_to_a_name()) return "part of a name";
        if (is_ordinal_or_code()) return kind_of_code();
        if (has_unit_) return "";
        if (is_clock_time()) return "clock time";
        if (is_date()) return "date";
        if (is_year()) return "year";
        if (is_age()) return "age";
        if (is_numbered_name()) return "number of a named thing";
        if (is_phone_number()) return "phone number";
        if (is_score()) return "score";
        if (is_address()) return "address";
        if (is_list_number()) return "list number";
        return "";
    }

 private:
    bool has(std::size_t i) const { return i < sentence_.end; }
    const Token& token(std::size_t i) const { return document_.tokens[i]; }
    std::string_view text(std::size_t i) const {
        return i < document_.tokens.size() ? document_.word(i) : std::string_view();
    }
    bool glued(std::size_t i) const { return has(i) && !token(i).space_before(); }
    bool is(std::size_t i, WordClass wanted) const { return has(i) && words_.is(token(i).word, wanted); }
    bool is_number(std::size_t i) const { return has(i) && token(i).is_number(); }
    bool glued_number(std::size_t i) const { return is_number(i) && glued(i); }
    static bool is_any(std::string_view word, std::initializer_list<std::string_view> any) {
        return std::find(any.begin(), any.end(), word) != any.end();
    }
    static bool is_dash(std::string_view mark) { return mark == "-" || mark == "–"; }
    std::size_t next() const { return number_.end; }
    bool has_previous(std::size_t back = 1) const { return begin_ >= sentence_.begin + back; }
    std::size_t previous(std::size_t back = 1) const { return begin_ - back; }
    bool previous_is(WordClass wanted, std::size_t back = 1) const {
        return has_previous(back) && words_.is(token(previous(back)).word, wanted);
    }
    std::string_view previous_text(std::size_t back = 1) const {
        return has_previous(back) ? text(previous(back)) : std::string_view();
    }
    bool is_small_whole() const { return !number_.grouped && !number_.power && number_.value <= Decimal(31); }

    // "F-35", "Covid-19", "A320", "pre-2014", "mid-2020", "#5", "7-Eleven".
    bool is_joined_to_a_name() const {
        if (number_.in_words || token(begin_).space_before() || !has_previous()) return false;
        const std::string_view mark = text(previous());
        if (token(previous()).is_word() && !has_unit_) return true;
        if (is_any(mark, {"#", "№", "_", "@"})) return true;
        if (!has_previous(2)) return false;
        if (mark == ".") return token(previous(2)).is_number();
        return mark == "-" && glued(previous()) && is_hyphenated_name(token(previous(2)));
    }

    // The word before the hyphen makes a name of both: the "F" of "F-16s", with a unit behind too, or "Covid".
    bool is_hyphenated_name(const Token& joined) const {
        if (!joined.is_word() || words_.currencies.can_start(joined.word)) return false;
        if (joined.is_capitalised() && joined.end - joined.start <= 2) return true;
        return !has_unit_ && !words_.is(joined.word, WordClass::number) &&
               !words_.magnitudes.can_start(joined.word);
    }

    // "14th", "1990s", "4K", "5G", "747s".
    bool is_ordinal_or_code() const {
        return !has_unit_ && !number_.in_words && glued(next()) && token(next()).is_word();
    }
    std::string_view kind_of_code() const {
        if (names_time_of_day(next())) return "clock time";
        if (is_any(text(next()), {"st", "nd", "rd", "th"})) return "ordinal";
        return text(next()) == "s" ? "decade" : "code";
    }

    bool is_clock_time() const {
        const std::string_view after = text(next());
        if (names_time_of_day(next())) return true;
        if (after == ":" && glued(next()) && glued_number(next() + 1)) return true;
        if (previous_text() == ":" && glued(begin_) && has_previous(2) && token(previous(2)).is_number())
            return true;
        // "between 9 and 11 p.m.", "from 10 to 11 a.m."
        return (is_dash(after) || is_any(after, {"and", "to"})) && is_number(next() + 1) &&
               names_time_of_day(next() + 2);
    }
    bool names_time_of_day(std::size_t i) const {
        return is(i, WordClass::meridiem) || (is(i, WordClass::time_zone) && token(i).is_all_capitals());
    }

    bool is_month(std::size_t i) const { return is(i, WordClass::month) && token(i).is_capitalised(); }

    bool is_date() const {
        if (number_.in_words || !is_small_whole() || number_.value.is_zero()) return false;
        const std::size_t behind = text(next()) == "of" ? next() + 1 : next();
        if (is_month(behind)) return true;
        if (has_previous() && is_month(previous())) return true;
        if (previous_text() == "." && has_previous(2) && is_month(previous(2))) return true;  // "Feb. 12"
        // "12-14 February", "12 and 13 February", "September 5 to 7", "9/11", "24/7".
        const std::string_view mark = text(next());
        if ((is_dash(mark) || is_any(mark, {"and", "to", "or", ","})) && is_number(next() + 1) &&
            is_month(next() + 2))
            return true;
        const std::string_view before = previous_text();
        const bool behind_number = has_previous(2) && token(previous(2)).is_number();
        if ((is_dash(before) || is_any(before, {"and", "to"})) && behind_number && has_previous(3) &&
            is_month(previous(3)))
            return true;
        const bool slash = mark == "/" && glued(next()) && glued_number(next() + 1);
        return slash || (before == "/" && glued(begin_) && behind_number);
    }

    bool is_year() const {
        if (may_be_year(document_, number_)) {
            if (number_.value >= Decimal(1900) && number_.value <= Decimal(2099)) return true;
            const std::string_view before = previous_text();
            return is_any(before, {"in", "since", "by", "of", "from", "until", "after", "before", "circa"}) ||
                   (has_previous() && is_month(previous()));
        }
        // "2012-13", "2023/24"
        const std::string_view mark = previous_text();
        if ((is_dash(mark) || mark == "/") && glued(begin_) && has_previous(2) &&
            token(previous(2)).is_number()) {
            const std::string_view year = text(previous(2));
            return year.size() == 4 && (year.substr(0, 2) == "19" || year.substr(0, 2) == "20") &&
                   !number_.grouped;
        }
        // "’90s", "'08"
        return (mark == "’" || mark == "'") && glued(begin_) && !number_.grouped &&
               number_.value < Decimal(100);
    }

    bool is_age() const {
        if (number_.grouped || number_.power || number_.value > Decimal(120)) return false;
        const std::string_view before = previous_text();
        // "Jane Doe, 45, said", "(45)"
        const bool after_name = before == "," && has_previous(2) && token(previous(2)).is_word() &&
                                token(previous(2)).is_capitalised() && has(next()) &&
                                (text(next()) == "," || text(next()) == ".");
        if (after_name && !number_.in_words && !is_month(previous(2))) return true;
        if (previous_is(WordClass::age_word)) return true;
        if (has(next() + 2) && text(next()) == "-" && glued(next()) && text(next() + 2) == "-" &&
            text(next() + 3) == "old" && is_any(text(next() + 1), {"year", "month", "week", "day"}))
            return true;
        const std::size_t unit = next();
        const bool is_years = is_any(text(unit), {"years", "year", "months"});
        if (is_years && (text(unit + 1) == "old" || (text(unit + 1) == "of" && text(unit + 2) == "age")))
            return true;
        // "children under five", "people over 65", "those between 18 and 24"
        return is_age_limit();
    }

    bool is_age_limit() const {
        const std::string_view before = previous_text();
        const bool second_age = is_dash(before) || is_any(before, {"and", "to"});
        const std::size_t back = second_age ? 3 : 1;
        if (!has_previous(back + 1) || !previous_is(WordClass::age_limit, back)) return false;
        // "younger than 12", "older than 65"
        if (text(previous(back)) == "than") return previous_is(WordClass::age_comparative, back + 1);
        if (text(previous(back + 1)) == "aged") return true;
        return previous_is(WordClass::age_noun, back + 1) && !is(next(), WordClass::magnitude) &&
               !is_any(text(next()), {"percent", "%"}) && number_.value <= Decimal(100);
    }

    // "flight 815", "Article 5", "Group of 20", "S&P 500", "No. 10", "Formula One".
    bool is_numbered_name() const {
        if (!has_previous()) return false;
        const auto& table = words_.names_before_numbers;
        std::size_t back = 1;
        if (previous_text() == "." && glued(previous())) back = 2;  // "No. 10"
        if (is_dash(previous_text()) || is_any(previous_text(), {"and", "to", "or"})) {
            if (!has_previous(3) || !token(previous(2)).is_number()) return false;
            back = 3;  // "pages 5 and 6"
        }
        if (!has_previous(back)) return false;
        const auto match = table.match_before(document_.tokens, begin_ - back + 1, sentence_.begin);
        if (!match) return false;
        const std::size_t first = begin_ - back + 1 - match.length;
        if (!*match.meaning) return !number_.grouped && !number_.power && !has_counted_noun();
        return token(first).is_capitalised() && !number_.power;
    }

    // "the number 12 people" is nonsense, but "table 12 metres long" and "call 20 people" are not names.
    bool has_counted_noun() const {
        if (!has(next()) || !token(next()).is_word() || token(next()).is_capitalised()) return false;
        return is(next(), WordClass::plural) || is(next(), WordClass::person_noun);
    }

    bool is_phone_number() const {
        if (number_.in_words) return false;
        const auto is_digits = [&](std::size_t i) {
            return has(i) && token(i).is_number() && text(i).find_first_of(".,") == std::string_view::npos;
        };
        const bool more = is_digits(next());
        const bool before = has_previous() && token(previous()).is_number() && token(begin_).space_before();
        return more || before;
    }

    // "voted by 31 to 22", "84 votes to 61"
    bool is_vote() const {
        const bool first = text(next()) == "to" && is_number(next() + 1);
        const bool second = previous_text() == "to" && has_previous(2) && token(previous(2)).is_number();
        if (!first && !second) return false;
        const std::size_t nearest = first ? 1 : 3;
        return previous_is(WordClass::vote_word, nearest) || previous_is(WordClass::vote_word, nearest + 1);
    }

    // "a 3-1 win", "voted 52-48", "6-4, 6-3": two small numbers joined, and nothing counted.
    bool is_score() const {
        if (is_vote()) return true;
        const bool first = is_dash(text(next())) && glued(next()) && glued_number(next() + 1);
        const bool second = has_previous(2) && is_dash(previous_text()) && glued(begin_) &&
                            glued(previous()) && token(previous(2)).is_number();
        if (!first && !second) return false;
        const std::size_t behind = first ? next() + 2 : next();
        if (is(behind, WordClass::score_word)) return true;
        const std::size_t nearest = second ? 3 : 1;
        for (std::size_t back = nearest; back < nearest + 4; ++back)
            if (previous_is(WordClass::score_word, back)) return true;
        return false;
    }

    // "221 Baker Street", "10 Downing Street"
    bool is_address() const {
        if (number_.in_words || number_.grouped || number_.power) return false;
        for (std::size_t i = next(); has(i) && i < next() + 4; ++i) {
            if (!token(i).is_word() || !token(i).is_capitalised()) return false;
            if (i > next() && is(i, WordClass::street_word)) return true;
        }
        return false;
    }

    // "1. First", "(2)", "[3]"
    bool is_list_number() const {
        if (number_.grouped || number_.in_words) return false;
        const bool opens_line = token(begin_).starts_line();
        const std::string_view after = text(next());
        if (opens_line && (after == "." || after == ")") && glued(next())) return true;
        const std::string_view before = previous_text();
        return (before == "[" && after == "]") || (before == "(" && after == ")" && is_small_whole());
    }

    const Document& document_;
    const Vocabulary& words_;
    const Sentence& sentence_;
    const Number& number_;
    std::size_t begin_;
    bool has_unit_;
};

}  // namespace

std::string_view why_no_figure(const Document& document, const Sentence& sentence, const Number& number,
                               std::size_t begin, bool has_unit) {
    return Judge(document, sentence, number, begin, has_unit).judge();
}

}  // namespace figbook
