#include "quantity/bounds.hpp"

#include <algorithm>

#include "quantity/unit.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

Bound bound_named(std::string_view name) {
    for (const Bound bound : {Bound::about, Bound::over, Bound::under, Bound::at_least, Bound::at_most})
        if (name_of(bound) == name) return bound;
    return Bound::exact;
}

// "hidden | under", "buried the road | under", "trapped two workers | beneath": the thing is below the figure.
bool is_put_beneath(const SentenceWalk& walk, std::size_t under) {
    constexpr std::size_t furthest = 6;
    if (under > walk.sentence.begin &&
        walk.is_any(under - 1, {"hidden", "concealed", "stashed", "lies", "lay"}))
        return true;
    for (std::size_t i = under; i-- > walk.sentence.begin && i + furthest > under;) {
        if (walk.is_any(
                i, {"bury", "buries", "buried", "burying", "trap", "trapped", "traps", "trapping", "crush",
                    "crushed", "crushes", "crushing", "pinned", "submerged", "submerging", "hid"}))
            return true;
        static constexpr WordClasses others{WordClass::preposition, WordClass::conjunction,
                                            WordClass::relative};
        if (!walk.token(i).is_word() || walk.words.classes[walk.token(i).word].has_any(others)) return false;
    }
    return false;
}

// Words that are bounds elsewhere, but not here.
// "face trial over 11 charges", "a row over £3m of repairs", "sued the bank over $5m of debt": because of them, and no bound.
bool is_because_of(const SentenceWalk& walk, std::size_t over) {
    constexpr std::size_t longest = 5;
    if (over == walk.sentence.begin) return false;
    if (walk.is_any(over - 1,
                    {"trial",   "arrested", "charged",    "questioned", "sued",       "suing",
                     "dispute", "row",      "inquiry",    "apologised", "convicted",  "jailed",
                     "lawsuit", "suit",     "resigned",   "quarrel",    "quarrelled", "argued",
                     "clashed", "clash",    "fight",      "battle",     "strike",     "anger",
                     "outrage", "fury",     "questions",  "talks",      "concern",    "concerns",
                     "worries", "fears",    "apologized", "protests",   "protest",    "investigation"}))
        return true;
    for (std::size_t back = 2; back <= longest && over >= walk.sentence.begin + back; ++back) {
        if (!walk.token(over - back).is_word()) return false;
        if (walk.is_any(over - back, {"sue", "sues", "sued", "suing"})) return true;
    }
    return false;
}

bool bound_fits(const SentenceWalk& walk, std::size_t begin, std::size_t end) {
    const std::string_view first = walk.document.word(begin);
    // "12% more than $300", "2 points higher than 5%": the figure before is measured from this one.
    // "owed three banks more than $200 million" owes money, and counts banks.
    const bool behind_count = !walk.found.empty() && walk.found.back().kind == Kind::count && walk.has(end) &&
                              walk.words.currencies.can_start(walk.token(end).word);
    if (walk.is(end - 1, "than") && !walk.found.empty() && begin <= walk.found.back().phrase_end() &&
        !behind_count)
        return false;
    if (walk.glued(begin) && begin > walk.sentence.begin && walk.is(begin - 1, "-"))
        return false;  // "four-under 68"
    // "hands over 37% of her pay"
    if (first == "over" && end - begin == 1 && begin > walk.sentence.begin &&
        walk.is_any(begin - 1, {"hand", "hands", "handed", "handing", "turn", "turns", "turned", "turning"}))
        return false;
    if (first == "over" && end - begin == 1 && is_because_of(walk, begin)) return false;
    // "$5bn over five years", "two hits over seven innings": for so long, or so far.
    if (first == "over" && end - begin == 1 && !walk.found.empty() && begin == walk.found.back().phrase_end())
        return false;
    // "$5bn spread over five years": during them; "took over five years" is a bound.
    const bool fraction =
        walk.is(end + 1, "quarter") && walk.is(end + 2, "of");  // "over a quarter of its value"
    if (first == "over" && end - begin == 1 && walk.is(end + 1, WordClass::time_unit) && !fraction) {
        static constexpr WordClasses holding{WordClass::preposition, WordClass::copula, WordClass::auxiliary,
                                             WordClass::lasting, WordClass::modifier};
        return begin > walk.sentence.begin && walk.words.classes[walk.token(begin - 1).word].has_any(holding);
    }
    // "prices are near $80", "rose to near 5%"; not "the station near 500 homes".
    if (first == "near" && end - begin == 1)
        return begin > walk.sentence.begin &&
               (walk.is(begin - 1, WordClass::copula) || walk.is(begin - 1, WordClass::change_verb) ||
                walk.is(begin - 1, WordClass::extreme) ||
                walk.is_any(begin - 1, {"to", "at", "from", "of", "highs", "lows", "levels", "prices",
                                        "hovered", "hovering", "traded", "trading", "recorded", "stayed",
                                        "remained", "settled", "closed"}));
    // "could top $700 million"; not "the top 500 firms"
    if (first == "top" && end - begin == 1)
        return begin > walk.sentence.begin &&
               (walk.is(begin - 1, WordClass::modal) || walk.is(begin - 1, "to"));
    // "spending perked up to a 1.5 percent rate" moves too.
    if (end - begin == 3 && walk.is(begin, "up") && begin > walk.sentence.begin &&
        has_ending(walk.document.word(begin - 1), "ed", 3))
        return false;
    // "shares were up to $2.41 on Monday from $2.35", "revised up to 463,000": up, and to that.
    if (first == "up" && end - begin == 2 && begin > walk.sentence.begin) {
        if (walk.is_any(begin - 1, {"revised", "revising", "revises", "rounded"})) return false;
        constexpr std::size_t furthest = 12;
        if (walk.is(begin - 1, WordClass::copula))
            for (std::size_t i = end; walk.has(i) && i < end + furthest && !walk.is_any(i, {",", ";"}); ++i)
                if (walk.is(i, "from")) return false;
    }
    // "ticked up to 3.9%" moves.
    if (walk.is(begin, "up") && begin > walk.sentence.begin &&
        walk.words.change_verbs.match(walk.document.tokens, begin - 1, end).length == 2)
        return false;
    // "from its previous close to 121": there it is where a market closed.
    if (first == "close" && end - begin == 2 && begin > walk.sentence.begin &&
        (walk.is_any(begin - 1, {"previous", "prior", "last", "record", "closing", "official"}) ||
         walk.token(begin - 1).kind == TokenKind::possessive))
        return false;
    // "surged past 10,000"; not "the past 10 votes".
    if (first == "past" && end - begin == 1)
        return begin > walk.sentence.begin && (walk.is(begin - 1, WordClass::change_verb) ||
                                               walk.is_any(begin - 1, {"went", "moved", "gone", "going"}));
    // "hidden under 5 tonnes of fruit", "buried the road under 7 inches of snow": that is where it was.
    if ((first == "under" || first == "beneath") && end - begin == 1 && is_put_beneath(walk, begin))
        return false;
    // "has spread over 3,400 square kilometres": that is where it is.
    if (first == "over" && end - begin == 1 && begin > walk.sentence.begin &&
        walk.is_any(begin - 1, {"spread", "spreads", "spreading", "scattered", "stretches", "stretching",
                                "stretched", "extends", "extending", "sprawls", "sprawling"}))
        return false;
    // "a fall below 5%": there the word goes with the noun.
    const bool goes_with_noun =
        end - begin == 1 && (first == "under" || first == "above" || first == "below");
    const bool verb = begin >= walk.sentence.begin + 2 &&
                      walk.words.classes[walk.token(begin - 2).word].has_any(
                          {WordClass::denial, WordClass::modal});  // "must not drop below"
    const bool infinitive = begin >= walk.sentence.begin + 2 && walk.is(begin - 2, "to") &&
                            walk.is(begin - 1, WordClass::change_verb);  // "expects it to fall below"
    // "the dollar falls below 90 yen": a verb, whose noun is written alike
    static constexpr WordClasses before_nouns{WordClass::determiner, WordClass::adjective,
                                              WordClass::preposition, WordClass::number,
                                              WordClass::conjunction};
    if (goes_with_noun && begin >= walk.sentence.begin + 2 &&
        walk.is_any(begin - 1, {"falls", "drops", "rises", "slips", "dips", "climbs"}) &&
        walk.token(begin - 2).is_word() &&
        !walk.words.classes[walk.token(begin - 2).word].has_any(before_nouns))
        return true;
    if (goes_with_noun && begin > walk.sentence.begin)
        return verb || infinitive || !walk.is(begin - 1, WordClass::change_noun) ||
               walk.is(begin - 1, "growth");
    return true;
}

// "more than a | 90% chance", "almost a | 50% share": the article is the noun's, the bound the figure's; 'some "400 men"'.
// Not "anger over a 20% rise".
bool is_over_article(const SentenceWalk& walk, std::size_t at) {
    if (at < walk.sentence.begin + 2) return false;
    if (walk.is_any(at - 1, {"a", "an"}))
        return walk.is_any(at - 2, {"than", "least", "nearly", "almost", "virtually"});
    return walk.is_any(at - 1, {"\"", "“"}) && walk.glued(at) &&
           walk.is_any(at - 2, {"some", "than", "least", "nearly", "almost"});
}

// The bound words that end right before `at`, not reaching back into the figure before; its length is up to `at`.
PhraseMatch<BoundPhrase> bound_before(const SentenceWalk& walk, std::size_t at) {
    constexpr std::size_t longest = 3;  // bytes of what may stand between; nearly all words are longer
    const bool between = walk.token(at - 1).length() <= longest && is_over_article(walk, at);
    const std::size_t end = between ? at - 1 : at;
    auto match = walk.words.bounds_before.match_before(walk.document.tokens, end, walk.last_end());
    if (!match || !bound_fits(walk, end - match.length, end)) return {};
    match.length += at - end;
    return match;
}

// "would not go above 65%", "will not exceed 300", "must not fall below 4%": the verb is denied, and what it would pass.
bool is_not_passed(const SentenceWalk& walk, std::size_t bound) {
    constexpr std::size_t furthest = 3;
    if (walk.is(bound + 1, "than") && !walk.is(bound - 1, WordClass::copula)) return false;
    for (std::size_t back = 1; back <= furthest && bound >= walk.sentence.begin + back; ++back) {
        const std::size_t i = bound - back;
        if (walk.is(i, WordClass::denial)) return true;
        static constexpr WordClasses passing{WordClass::change_verb, WordClass::copula, WordClass::shifting,
                                             WordClass::modifier};
        if (!walk.words.classes[walk.token(i).word].has_any(passing) && !walk.is_any(i, {"get", "rise"}))
            return false;
    }
    return false;
}

// "none of them larger than £9,800", "no player is on more than €20,000": at most that.
bool is_denied(const SentenceWalk& walk, std::size_t bound) {
    constexpr std::size_t furthest = 6;
    if (is_not_passed(walk, bound)) return true;
    for (std::size_t back = 1; back <= furthest && bound >= walk.sentence.begin + back; ++back) {
        const std::size_t i = bound - back;
        if (walk.is_any(i, {"none", "nobody", "nothing", "never", "no"})) return true;
        if (!walk.token(i).is_word() || walk.is(i, WordClass::conjunction)) return false;
    }
    return false;
}

void read_bounds_before(const SentenceWalk& walk, Quantity& quantity) {
    // "up to about": one bound after another.
    while (const auto match = bound_before(walk, quantity.begin)) {
        const std::size_t at = quantity.begin;
        const std::size_t begin = at - match.length;
        quantity.begin = begin;
        if (quantity.bound == Bound::exact) {
            quantity.bound = bound_named(match.meaning->bound);
            if (quantity.bound == Bound::over && is_denied(walk, begin)) quantity.bound = Bound::at_most;
            if (quantity.bound == Bound::under && walk.is_any(begin, {"below", "under", "less"}) &&
                is_not_passed(walk, begin))
                quantity.bound = Bound::at_least;
            note(walk.trace, {quantity.core, Field::bound, "bound.before", begin, at});
        }
    }
}

// "limit foreign ownership to 35 per cent", "restricted to 40 a day", "capped fares at £3", "limits loans to firms to £9m": no more
// than that.
bool is_limited_to(const SentenceWalk& walk, std::size_t begin) {
    constexpr std::size_t furthest = 9;
    if (begin < walk.sentence.begin + 2 || !walk.is_any(begin - 1, {"to", "at"})) return false;
    const bool at = walk.is(begin - 1, "at");
    for (std::size_t i = begin - 1; i-- > walk.sentence.begin && i + furthest > begin;) {
        if (walk.is_any(i, {"limit", "limits", "limited", "limiting", "restrict", "restricts", "restricted",
                            "restricting", "cap", "caps", "capped", "capping"}))
            return at ? walk.is_any(i, {"cap", "caps", "capped", "capping"})
                      : i + 1 != begin - 1 || walk.is_any(i, {"limited", "restricted", "capped"});
        if (!walk.token(i).is_word() && walk.token(i).kind != TokenKind::possessive) return false;
        if (walk.is(i, WordClass::auxiliary) || walk.is(i, WordClass::modal) ||
            (walk.is(i, "to") && (walk.is(i + 1, WordClass::infinitive) || walk.is(i + 1, WordClass::verb))))
            return false;
    }
    return false;
}

// "is estimated to cost $5bn", "estimated to have killed 75,000": the verb alone stands between.
bool is_estimated(const SentenceWalk& walk, std::size_t begin) {
    constexpr std::size_t nearest = 3, furthest = 5;
    for (std::size_t back = nearest; back <= furthest && begin >= walk.sentence.begin + back; ++back)
        if (walk.is(begin - back, "estimated")) return walk.is(begin - back + 1, "to");
    return false;
}

// "prices hit the | cap of $16,600": it is so much then.
bool is_met(const SentenceWalk& walk, std::size_t limit) {
    constexpr std::size_t furthest = 4;
    for (std::size_t i = limit; i-- > walk.sentence.begin && i + furthest > limit;) {
        if (walk.is_any(i, {"hit", "hits", "hitting", "reached", "reaches", "reaching", "touched", "touches",
                            "touching"}))
            return true;
        if (!walk.token(i).is_word() || walk.is(i, WordClass::preposition)) return false;
    }
    return false;
}

// "a ceiling of €4 billion", "a minimum of 200 staff": the noun says it, and stays the figure's subject.
void read_limit(const SentenceWalk& walk, Quantity& quantity) {
    if (quantity.bound == Bound::exact && is_limited_to(walk, quantity.begin)) {
        quantity.bound = Bound::at_most;
        note(walk.trace, {quantity.core, Field::bound, "bound.limit", quantity.begin - 1, quantity.begin});
        return;
    }
    if (quantity.bound == Bound::exact && walk.sentence.has(WordClass::putting_at) &&
        is_estimated(walk, quantity.begin)) {
        quantity.bound = Bound::about;
        note(walk.trace, {quantity.core, Field::bound, "bound.before", quantity.begin - 2, quantity.begin});
        return;
    }
    if (quantity.bound != Bound::exact || quantity.begin < walk.sentence.begin + 2 ||
        !walk.is(quantity.begin - 1, "of"))
        return;
    // "an estimated street value of £4.9m"
    for (std::size_t back = 3; back <= 4 && quantity.begin >= walk.sentence.begin + back; ++back)
        if (walk.is(quantity.begin - back, "estimated") && walk.is(quantity.begin - 2, WordClass::weak_noun))
            quantity.bound = Bound::about;
    const bool worth = walk.is(quantity.begin - 2, "cap") && quantity.begin > walk.sentence.begin + 2 &&
                       walk.is_any(quantity.begin - 3, {"market", "small", "large", "mid", "-"});
    const bool upper = walk.is(quantity.begin - 2, WordClass::upper_limit) && !worth;
    const bool lower = walk.is(quantity.begin - 2, WordClass::lower_limit);
    if ((upper || lower) && !is_met(walk, quantity.begin - 2))
        quantity.bound = lower ? Bound::at_least : Bound::at_most;
    if (quantity.bound != Bound::exact)
        note(walk.trace, {quantity.core, Field::bound, "bound.limit", quantity.begin - 2, quantity.begin});
}

PhraseMatch<BoundPhrase> bound_behind(const SentenceWalk& walk, std::size_t i) {
    return walk.words.bounds_after.match(walk.document.tokens, i, walk.sentence.end);
}

// "12 million or more" has its bound to itself; in "12% more than" it is the next word's.
bool bound_behind_fits(const SentenceWalk& walk, std::size_t begin, std::size_t end, bool money = false) {
    const std::string_view first = walk.document.word(begin);
    // "1,000 homes and up to 400 flats", "12 men and more women": that joins the next phrase.
    const bool number_behind =
        walk.has(end) && (walk.token(end).is_number() || walk.is(end, WordClass::number));
    if (first == "or") return !number_behind && !walk.is_any(end, {"than", "to"});
    // "owed three banks more than $200 million"
    if (walk.is(begin, "more") && walk.is(end, "than")) return false;
    if (first == "and" && walk.is(end, "-") && walk.glued(end)) return false;  // "half and under-fives none"
    if (first == "and" && number_behind) return false;  // "2.3 percent and up 4 percent"
    if (first == "and")
        return !walk.has(end) || !walk.token(end).is_word() || walk.is(end, WordClass::verb) ||
               walk.is(end, WordClass::auxiliary) || walk.is(end, WordClass::modal);
    // "20 plus years", but "£5m plus bonuses", "$5m plus $1m": added to it.
    if (first == "plus" && money)
        return !walk.has(end) || walk.is_any(end, {".", ",", ";", ")", "?", "!"}) ||
               walk.is(end, WordClass::preposition);
    if (first == "plus")
        return !walk.has(end) || !(walk.token(end).is_number() || walk.is(end, WordClass::number));
    // "113.40 +1.62": the sign of the next one
    if (first == "+" && !walk.glued(begin) && walk.is_number(end) && walk.glued(end)) return false;
    if (first == "+" || first == "-" || first == "tops" || first == "ish") return true;
    return !walk.has(end) || walk.document.is(end, ".") || walk.document.is(end, ",");
}

}  // namespace

bool has_bound_before(const SentenceWalk& walk, std::size_t at) {
    return bool(bound_before(walk, at));
}

Quantity start_quantity(const SentenceWalk& walk, std::size_t core, std::size_t end, std::string_view rule) {
    Quantity quantity;
    quantity.core = quantity.begin = core;
    quantity.end = end;
    quantity.rule = rule;
    read_bounds_before(walk, quantity);
    return quantity;
}

std::size_t behind_bound(const SentenceWalk& walk, std::size_t at) {
    const auto match = bound_behind(walk, at);
    if (!match || !bound_behind_fits(walk, at, at + match.length)) return at;
    const std::size_t end = at + match.length;
    return walk.is(end, "-") && walk.glued(end) ? end + 1 : end;
}

void take_bound(const SentenceWalk& walk, Quantity& quantity, std::size_t at) {
    const auto match = bound_behind(walk, at);
    if (!match || quantity.bound != Bound::exact) return;
    quantity.bound = bound_named(match.meaning->bound);
    note(walk.trace, {quantity.core, Field::bound, "bound.behind", at, at + match.length});
}

namespace {

// One behind the counted noun and what the figure is per: "300 staff", "£50 a month".
std::size_t behind_rate(const SentenceWalk& walk, const Quantity& quantity) {
    const std::size_t at = quantity.phrase_end();
    const auto per = quantity.per.empty() ? std::nullopt : read_per(walk.document, walk.sentence, at);
    return per ? per->end : at;
}

}  // namespace

void read_bound_behind(const SentenceWalk& walk, Quantity& quantity) {
    std::size_t begin = quantity.end;
    auto match = bound_behind(walk, begin);
    const bool apart = !match && (quantity.noun_end > quantity.end || !quantity.per.empty());
    if (apart) match = bound_behind(walk, begin = behind_rate(walk, quantity));
    if (!match || !bound_behind_fits(walk, begin, begin + match.length, quantity.kind == Kind::money)) return;
    take_bound(walk, quantity, begin);
    if (apart) return;
    quantity.end = begin + match.length;
    // "$25 million or more per film", "£500 or more a month"
    if (!quantity.per.empty() || (quantity.kind != Kind::money && quantity.kind != Kind::measure)) return;
    if (const auto per = read_per(walk.document, walk.sentence, quantity.end)) {
        quantity.per = per->code;
        note(walk.trace, {quantity.core, Field::per, "per.behind", quantity.end, per->end});
    }
}

std::size_t take(SentenceWalk& walk, Quantity& quantity) {
    read_bound_behind(walk, quantity);
    read_limit(walk, quantity);
    walk.found.push_back(quantity);
    return quantity.end;
}

}  // namespace figbook
