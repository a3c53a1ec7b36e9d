#include "quantity/votes_and_crowds.hpp"

#include "quantity/counted.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

bool closes(const SentenceWalk& walk, std::size_t end) {
    return walk.ends_at_dividing_mark(end) || walk.is(end, WordClass::conjunction) || walk.is(end, "when");
}

bool ends_phrase(const SentenceWalk& walk, std::size_t end) {
    return closes(walk, end) ||
           walk.is_any(end, {"in", "at", "on", "over", "last", "this", "for", "by", "from"}) ||
           walk.words.times.can_start(walk.token(end).word);
}

// "polled | 14,882"
bool is_polled(const SentenceWalk& walk, const Quantity& quantity) {
    return quantity.value >= Decimal(10) && walk.is_any(quantity.begin - 1, {"polled", "polls", "polling"}) &&
           closes(walk, quantity.end);
}

// "with a majority of | 11,406", "a majority of | 80 in the Commons"; not "by a majority of 68 to nine".
bool is_majority(const SentenceWalk& walk, const Quantity& quantity) {
    return quantity.begin > walk.sentence.begin + 2 && walk.is(quantity.begin - 1, "of") &&
           walk.is(quantity.begin - 2, "majority") && ends_phrase(walk, quantity.end);
}

// "| 410 on the roll", "| 34 on its books"
bool is_on_roll(const SentenceWalk& walk, const Quantity& quantity) {
    if (!walk.is(quantity.end, "on") || quantity.value < Decimal(10)) return false;
    std::size_t roll = quantity.end + 1;
    if (walk.is_any(roll, {"the", "its", "their", "our", "his", "her"})) ++roll;
    if (walk.is_any(roll, {"waiting", "school"})) ++roll;
    return walk.is_any(roll, {"roll", "rolls", "books", "payroll", "register"}) ||
           (walk.is(roll, "list") && walk.is(roll - 1, "waiting"));
}

// "was attended by | 8,000", "has been seen by | 2.1 million"
bool is_done_by_crowd(const SentenceWalk& walk, const Quantity& quantity) {
    return quantity.value >= Decimal(10) && walk.is(quantity.begin - 1, "by") &&
           quantity.begin > walk.sentence.begin + 2 &&
           (closes(walk, quantity.end) || walk.is(quantity.end, WordClass::auxiliary)) &&
           walk.is_any(quantity.begin - 2, {"attended", "seen", "watched", "signed", "viewed", "visited",
                                            "read", "used", "heard", "joined", "supported"});
}

// "Hospitals treated | 61, of whom nine were kept in"
bool is_of_whom(const SentenceWalk& walk, const Quantity& quantity) {
    return walk.is(quantity.end, ",") && walk.is(quantity.end + 1, "of") && walk.is(quantity.end + 2, "whom");
}

// "The ferry was carrying | 212.", "a bus carrying | 48 when it crashed"
bool is_carried(const SentenceWalk& walk, const Quantity& quantity) {
    // "licensed for 140 passengers but carried 223": as many of those
    for (const Quantity& before : walk.found)
        if (before.kind == Kind::count) return false;
    if (!walk.is_any(quantity.begin - 1, {"carrying", "carry", "carried", "carries"}) ||
        !ends_phrase(walk, quantity.end))
        return false;
    for (std::size_t i = walk.sentence.begin; i < quantity.begin; ++i)
        if (walk.is(i, WordClass::vehicle)) return true;
    return false;
}

// "The seizure was one of | 17 at east coast ports", "one of | 12 planned this year": of the others nothing is said but where they
// are or what is done to them.
bool is_one_of_those(const SentenceWalk& walk, const Quantity& quantity) {
    const std::size_t one = quantity.begin - 2, end = quantity.end;
    if (quantity.begin < walk.sentence.begin + 3 || !walk.is(quantity.begin - 1, "of") ||
        !walk.is(one, "one") ||
        !(walk.is(one - 1, WordClass::copula) || walk.is_any(one - 1, {",", "as", "be", "been"})))
        return false;
    return walk.is_any(end, {"at", "in", "on", "across", "around", "that", "who", "he", "she", "it", "they",
                             "we", "bidding", "competing", "being"}) ||
           (walk.has(end) &&
            (has_past_ending(walk.document.word(end), 3) || walk.is_any(end, {"held", "built"})));
}

bool count(Quantity& quantity, std::string_view unit) {
    quantity.kind = Kind::count;
    quantity.unit = unit;
    quantity.rule = "count.elliptic";
    return true;
}

}  // namespace

bool counts_votes_or_people(const SentenceWalk& walk, Quantity& quantity, const Number& number) {
    constexpr int many = 1000;  // more than a parliament has members
    if (quantity.begin < walk.sentence.begin + 2 || number.value.exponent() < 0 || number.value < Decimal(2))
        return false;
    if (is_majority(walk, quantity)) return count(quantity, quantity.value < Decimal(many) ? "" : "votes");
    if (is_one_of_those(walk, quantity)) return count(quantity, "");
    if (number.in_words) return false;
    if (is_polled(walk, quantity)) return count(quantity, "votes");
    if (is_of_whom(walk, quantity) || is_on_roll(walk, quantity) || is_done_by_crowd(walk, quantity) ||
        is_carried(walk, quantity))
        return count(quantity, "people");
    return false;
}

}  // namespace figbook
