#include "quantity/not_a_figure.hpp"

#include <array>

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
        if (is_ordinal_or_code()) return "ordinal or code";
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
        if (!number_.in_words && !token(begin_).space_before() && has_previous()) {
            const Token& before = token(previous());
            const std::string_view mark = text(previous());
            if (before.is_word() && !has_unit_) return true;
            if (mark == "#" || mark == "№" || mark == "_" || mark == "@") return true;
            if (mark == "-" && glued(previous()) && has_previous(2)) {
                const Token& joined = token(previous(2));
                if (joined.is_word() && joined.is_capitalised() && joined.end - joined.start <= 2 &&
                    !words_.currencies.can_start(joined.word))
                    return true;  // "F-16s"
                if (has_unit_) return false;
                if (joined.is_word() && !words_.is(joined.word, WordClass::number) &&
                    !words_.magnitudes.can_start(joined.word) && !words_.currencies.can_start(joined.word))
                    return true;
            }
            if (mark == "." && has_previous(2) && token(previous(2)).is_number()) return true;
        }
        return false;
    }

    // "14th", "1990s", "4K", "5G", "747s".
    bool is_ordinal_or_code() const {
        if (has_unit_ || number_.in_words || !glued(next()) || !token(next()).is_word()) return false;
        return true;
    }

    bool is_clock_time() const {
        const std::string_view after = text(next());
        const auto is_meridiem = [](std::string_view word) {
            return word == "am" || word == "pm" || word == "a.m." || word == "p.m." || word == "AM" ||
                   word == "PM" || word == "A.M." || word == "P.M." || word == "o'clock" ||
                   word == "o’clock" || word == "GMT" || word == "BST" || word == "EST" || word == "EDT" ||
                   word == "CET" || word == "ET" || word == "UTC";
        };
        if (has(next()) && is_meridiem(after)) return true;
        if (after == ":" && glued(next()) && glued(next() + 1) && token(next() + 1).is_number()) return true;
        if (previous_text() == ":" && glued(begin_) && has_previous(2) && token(previous(2)).is_number())
            return true;
        // "between 9 and 11 p.m.", "from 10 to 11 a.m."
        if ((after == "and" || after == "to" || after == "-" || after == "–") && has(next() + 2) &&
            token(next() + 1).is_number() && is_meridiem(text(next() + 2)))
            return true;
        return false;
    }

    bool is_month(std::size_t i) const { return is(i, WordClass::month) && (token(i).is_capitalised()); }

    bool is_date() const {
        if (number_.in_words || !is_small_whole() || number_.value.is_zero()) return false;
        const std::size_t behind = text(next()) == "of" ? next() + 1 : next();
        if (is_month(behind)) return true;
        if (has_previous() && is_month(previous())) return true;
        if (previous_text() == "." && has_previous(2) && is_month(previous(2))) return true;  // "Feb. 12"
        // "12-14 February", "12 and 13 February", "September 5 to 7", "9/11", "24/7".
        const std::string_view mark = text(next());
        if ((mark == "-" || mark == "–" || mark == "and" || mark == "to" || mark == "or" || mark == ",") &&
            has(next() + 2) && token(next() + 1).is_number() && is_month(next() + 2))
            return true;
        const std::string_view before = previous_text();
        if ((before == "-" || before == "–" || before == "and" || before == "to") && has_previous(3) &&
            token(previous(2)).is_number() && is_month(previous(3)))
            return true;
        const bool slash = mark == "/" && glued(next()) && glued(next() + 1) && token(next() + 1).is_number();
        const bool slashed =
            before == "/" && glued(begin_) && has_previous(2) && token(previous(2)).is_number();
        return slash || slashed;
    }

    bool is_year() const {
        if (may_be_year(document_, number_)) {
            if (number_.value >= Decimal(1900) && number_.value <= Decimal(2099)) return true;
            const std::string_view before = previous_text();
            return before == "in" || before == "since" || before == "by" || before == "of" ||
                   before == "from" || before == "until" || before == "after" || before == "before" ||
                   before == "circa" || (has_previous() && is_month(previous()));
        }
        // "2012-13", "2023/24"
        const std::string_view mark = previous_text();
        if ((mark == "-" || mark == "–" || mark == "/") && glued(begin_) && has_previous(2) &&
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
        if (is_aged(before)) return true;
        if (has(next() + 2) && text(next()) == "-" && glued(next())) {
            const std::string_view joined = text(next() + 1);
            if ((joined == "year" || joined == "month" || joined == "week" || joined == "day") &&
                text(next() + 2) == "-" && text(next() + 3) == "old")
                return true;
        }
        const std::size_t unit = next();
        const bool is_years = text(unit) == "years" || text(unit) == "year" || text(unit) == "months";
        if (is_years && (text(unit + 1) == "old" || (text(unit + 1) == "of" && text(unit + 2) == "age")))
            return true;
        // "children under five", "people over 65", "those between 18 and 24"
        return is_age_limit();
    }

    bool is_aged(std::string_view before) const {
        return before == "aged" || before == "age" || before == "ages" || before == "turned" ||
               before == "turning" || before == "turns";
    }

    bool is_age_limit() const {
        std::size_t back = 1;
        const std::string_view before = previous_text();
        if (before == "and" || before == "to" || before == "-" || before == "–")
            back = 3;  // the second of two ages
        if (!has_previous(back + 1)) return false;
        const std::string_view limit = text(previous(back));
        if (limit != "under" && limit != "over" && limit != "above" && limit != "below" &&
            limit != "between" && limit != "aged" && limit != "than")
            return false;
        std::size_t noun = back + 1;
        if (limit == "than") ++noun;  // "younger than 12", "older than 65"
        if (limit == "than" && has_previous(back + 1)) {
            const std::string_view compared = text(previous(back + 1));
            return compared == "younger" || compared == "older";
        }
        if (text(previous(noun)) == "aged") return true;
        return previous_is(WordClass::age_noun, noun) && !is(next(), WordClass::magnitude) &&
               !(has(next()) && (text(next()) == "percent" || text(next()) == "%")) &&
               number_.value <= Decimal(100);
    }

    // "flight 815", "Article 5", "Group of 20", "S&P 500", "No. 10", "Formula One".
    bool is_numbered_name() const {
        if (!has_previous()) return false;
        const auto& table = words_.names_before_numbers;
        std::size_t back = 1;
        if (previous_text() == "." && glued(previous())) back = 2;  // "No. 10"
        if (previous_text() == "and" || previous_text() == "to" || previous_text() == "or" ||
            previous_text() == "-" || previous_text() == "–") {
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
        const bool first = text(next()) == "to" && has(next() + 1) && token(next() + 1).is_number();
        const bool second = previous_text() == "to" && has_previous(2) && token(previous(2)).is_number();
        for (std::size_t back = first ? 1 : 3; (first || second) && back <= (first ? 2u : 4u); ++back)
            if (has_previous(back) && (text(previous(back)) == "voted" || text(previous(back)) == "vote" ||
                                       text(previous(back)) == "votes"))
                return true;
        return false;
    }

    // "a 3-1 win", "voted 52-48", "6-4, 6-3": two small numbers joined, and nothing counted.
    bool is_score() const {
        const auto is_dash = [&](std::size_t i) { return has(i) && (text(i) == "-" || text(i) == "–"); };
        if (is_vote()) return true;
        const bool first = is_dash(next()) && glued(next()) && glued(next() + 1) && has(next() + 1) &&
                           token(next() + 1).is_number();
        const bool second = has_previous(2) && is_dash(previous()) && glued(begin_) && glued(previous()) &&
                            token(previous(2)).is_number();
        if (!first && !second) return false;
        const std::size_t behind = first ? next() + 2 : next();
        if (is(behind, WordClass::score_word)) return true;
        for (std::size_t back = 1; back <= 4; ++back) {
            const std::size_t skip = second ? 2 : 0;
            if (previous_is(WordClass::score_word, back + skip)) return true;
        }
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
