#include "quantity/borrowing.hpp"

#include <algorithm>
#include <iterator>

#include "quantity/counted.hpp"

namespace figbook {

// "from 21.", "from 21 in May", "from 21 a fortnight ago": nothing stands there that it would count.
bool Borrowing::closes_end(std::size_t i) const {
    if (i >= sentence_.end || is(i, ",") || is(i, ".") || is(i, ";") || is(i, "and")) return true;
    return words_.times.can_start(document_.tokens[i].word) || is(i, "in") || is(i, "a") || is(i, "last") ||
           is(i, "this");
}

// "105 basis points of cuts, down from about 120", "25 basis points, compared with 40 a month ago"
bool Borrowing::came_from(const Quantity& quantity) const {
    const std::size_t at = quantity.begin;
    return at >= sentence_.begin + 2 && ((is(at - 1, "from") && (is(at - 2, "down") || is(at - 2, "up"))) ||
                                         (is(at - 1, "with") && is(at - 2, "compared")));
}

// "5.1%, compared with 4.8 a year earlier", "and 4.8 in April".
bool Borrowing::is_rate_of_another_time(const Quantity& quantity) const {
    const std::size_t end = quantity.end;
    if (quantity.value >= Decimal(100) || quantity.value.exponent() >= 0 || end >= sentence_.end)
        return false;
    const bool when = is(end, "in") || is(end, "a") || is(end, "the") || is(end, "previously") ||
                      is(end, "before") || is(end, "earlier") || is(end, "for") ||
                      words_.is(document_.tokens[end].word, WordClass::time_marker);
    return when && end + 1 < sentence_.end;
}

// "Of the 12 men, four were freed", "licensed for 140 passengers but carried 223", "had 28 pupils; now it has nine", "118 homes and 150 more",
// "47 seats, four short of a majority": it goes on counting what was counted before.
bool Borrowing::goes_on_counting(const Quantity& quantity) const {
    if (is(quantity.end, "more") || is(quantity.end, "fewer")) return !counts_behind(quantity.end + 1);
    if (is(quantity.end, "short") && is(quantity.end + 1, "of")) return true;
    if (quantity.begin == sentence_.begin) return false;
    if (is(quantity.begin - 1, ",") && is(quantity.end, "were")) return true;
    if (quantity.tentative && is(quantity.begin - 1, ":") &&
        (is(quantity.end, "to") || is(quantity.end, "for")))
        return true;  // "seven sales: three to Kenya"
    // "nine voted for it; three did not"
    if (is(quantity.begin - 1, ";") &&
        (is(quantity.end, "were") || is(quantity.end, "are") || is(quantity.end, "did")))
        return true;
    const std::size_t end = quantity.end;
    const bool closes = end >= sentence_.end || document_.tokens[end].kind == TokenKind::mark ||
                        words_.is(document_.tokens[end].word, WordClass::conjunction);
    const bool there = quantity.begin >= sentence_.begin + 2 && is(quantity.begin - 2, "there") &&
                       (is(quantity.begin - 1, "were") || is(quantity.begin - 1, "are"));
    if (closes && there) return true;  // "in the event there were 303,000"
    // "shot 12 villagers and abducted 40", "killing 1,200 people and kidnapping 251"
    if ((closes || is(end, "in") || is(end, "from") || is(end, "during")) && quantity.tentative &&
        is_second_deed(document_, sentence_, quantity.begin - 1))
        return true;
    const WordId verb = document_.tokens[quantity.begin - 1].word;
    const bool acts = words_.is(verb, WordClass::verb) && !words_.is(verb, WordClass::copula) &&
                      !words_.is(verb, WordClass::change_verb) && !words_.is(verb, WordClass::preposition);
    return closes && acts;
}

bool Borrowing::counts_behind(std::size_t i) const {
    return i < sentence_.end && document_.tokens[i].is_word() && looks_plural(document_, i);
}

bool Borrowing::leans(const Quantity& quantity) const {
    if (leans_on_average(quantity) || is_other_result(quantity)) return true;
    // "and shed 2,600 of its 11,900 staff": what it counts stands behind it
    if (is(quantity.end, "of") && (is(quantity.end + 1, "its") || is(quantity.end + 1, "their")))
        return false;
    if (quantity.begin >= sentence_.begin + 3 && is(quantity.begin - 1, "the") &&
        is(quantity.begin - 2, "of") && is(quantity.begin - 3, "short"))
        return true;
    std::size_t at = quantity.begin;
    for (std::size_t back = 1; back <= 3 && at >= sentence_.begin + back; ++back) {
        const WordId word = document_.tokens[at - back].word;
        // "[hopes to] sell 15,000", "and send home 2,350": the verb has an object of its own.
        if (words_.is(word, WordClass::verb) && !words_.is(word, WordClass::copula) &&
            !words_.is(word, WordClass::change_verb) && !words_.is(word, WordClass::preposition) &&
            !words_.is(word, WordClass::noun_first))
            return false;
        if (words_.is(word, WordClass::comparison) || is(at - back, "to") || is(at - back, "and") ||
            is(at - back, "with"))
            return true;
    }
    return false;
}

// "from a profit of £5m to a net loss of 2.4 million", "compared with a surplus of 8.8 million"
bool Borrowing::is_other_result(const Quantity& quantity) const {
    constexpr std::size_t longest = 6;
    const std::size_t at = quantity.begin;
    if (!quantity.has_magnitude || at < sentence_.begin + 4 || !is(at - 1, "of")) return false;
    const WordLiteral results[]{"loss", "profit", "gain", "deficit", "surplus", "income"};
    if (std::none_of(std::begin(results), std::end(results),
                     [&](const WordLiteral& each) { return is(at - 2, each); }))
        return false;
    for (std::size_t back = 3; back <= longest && at >= sentence_.begin + back; ++back) {
        if (is(at - back, "to") || is(at - back, "from") || is(at - back, "with") || is(at - back, "against"))
            return true;
        if (!document_.tokens[at - back].is_word()) return false;
    }
    return false;
}

// "against a ten-year average of 210,000", "compared with a target of 3 million"
bool Borrowing::leans_on_average(const Quantity& quantity) const {
    constexpr std::size_t longest = 10;  // "below the last year's estimated daily average of"
    const std::size_t at = quantity.begin;
    if (at < sentence_.begin + 3 || !is(at - 1, "of")) return false;
    static constexpr WordClasses levels{WordClass::weak_noun, WordClass::forecast_noun, WordClass::aim_noun,
                                        WordClass::level_noun};
    if (!words_.classes[document_.tokens[at - 2].word].has_any(levels)) return false;
    for (std::size_t back = 3; back <= longest && at >= sentence_.begin + back; ++back) {
        const WordId word = document_.tokens[at - back].word;
        if (document_.tokens[at - back].is_number()) return false;
        if (words_.is(word, WordClass::comparison) || is(at - back, "with")) return true;
        // "six points above the low of 1,065": of an index; "below last year's daily average of 1.49 billion"
        const bool many = quantity.has_magnitude || is(at - 2, "average");
        if (many && (is(at - back, "below") || is(at - back, "above"))) return true;
        if ((words_.is(word, WordClass::verb) && !is(at - back, "estimated")) || is(at - back, ","))
            return false;
    }
    return false;
}

// "sales were flat at 9.4 billion", in a sentence that has billions of kronor: of the same money.
bool Borrowing::stands_at_money(const Quantity& quantity, const Quantity& before) const {
    // "no more than 15.2 million tonnes, lowering an estimate that stood at 20.5 million", "far above the 5 billion that"
    const bool alike =
        quantity.has_magnitude && before.power == quantity.power &&
        (before.kind == Kind::money || (before.kind == Kind::measure && !is_time_unit(before.unit)));
    if (alike && quantity.begin > sentence_.begin + 1 &&
        ((is(quantity.begin - 1, "at") && is(quantity.begin - 2, "stood")) ||
         (is(quantity.begin - 1, "the") && is(quantity.end, "that"))))
        return true;
    // "3.2 billion euros in aid, 600 million less than planned"
    if (quantity.has_magnitude && before.kind == Kind::money && before.has_magnitude &&
        quantity.begin > sentence_.begin && is(quantity.begin - 1, ",") &&
        (is(quantity.end, "less") || is(quantity.end, "more")))
        return true;
    return quantity.has_magnitude && before.kind == Kind::money && before.power == quantity.power &&
           quantity.begin > sentence_.begin && is(quantity.begin - 1, "at");
}

// "has released 200 million pesos and will give each family 10,000": money given to somebody.
bool Borrowing::is_given(const Quantity& quantity) const {
    constexpr std::size_t longest = 4;
    if (quantity.has_magnitude || quantity.value < Decimal(100) || quantity.borrowed) return false;
    const std::size_t at = quantity.begin;
    if (quantity.end < sentence_.end && document_.tokens[quantity.end].is_word() &&
        !words_.is(document_.tokens[quantity.end].word, WordClass::preposition))
        return false;
    // "beef that cost 2,300 pesos a kilo now fetches 7,000"
    if (at > sentence_.begin && (is(at - 1, "fetches") || is(at - 1, "fetched") || is(at - 1, "costs") ||
                                 is(at - 1, "cost") || is(at - 1, "fetch")))
        return true;
    for (std::size_t back = 2; back <= longest && at >= sentence_.begin + back; ++back) {
        const WordId word = document_.tokens[at - back].word;
        if (words_.is(word, WordClass::paying)) return true;
        if (!document_.tokens[at - back].is_word() || words_.is(word, WordClass::preposition)) return false;
    }
    return false;
}

}  // namespace figbook
