#include "quantity/people_counted.hpp"

#include "quantity/unit.hpp"

namespace figbook {
namespace {

// "one person was killed", "one person has died": behind it stands what happened to them.
bool is_struck(const SentenceWalk& walk, std::size_t at) {
    constexpr std::size_t longest = 4;  // "had been severely injured"
    for (std::size_t i = at; walk.has(i) && i < at + longest; ++i) {
        if (walk.is(i, WordClass::casualty)) return true;
        if (!walk.is(i, WordClass::auxiliary) && !walk.is(i, WordClass::modifier) &&
            !walk.is_any(i,
                         {"severely", "seriously", "critically", "lightly", "slightly", "badly", "fatally"}))
            return false;
    }
    return false;
}

// "one blogger was seriously injured", "one Dane had died": whatever they are called, so many were; not "one bomb killed 30".
bool was_hurt(const SentenceWalk& walk, std::size_t at) {
    constexpr std::size_t longest = 5;
    bool helped = false;
    for (std::size_t i = at; walk.has(i) && i < at + longest; ++i) {
        if (walk.is(i, "died")) return true;
        if (walk.is_any(i, {"killed", "injured", "wounded", "hurt", "arrested", "detained", "shot", "dead",
                            "stabbed", "hospitalised", "hospitalized", "executed"}))
            return helped;
        const bool helps = walk.is(i, WordClass::auxiliary);
        helped = helped || helps;
        if (!helps && !walk.is(i, WordClass::modifier) && !walk.document.word(i).ends_with("ly"))
            return false;
    }
    return false;
}

}  // namespace

// "One resident told reporters", "said one woman", "one officer, Jo Lee, saw it", "one soldier who came along": somebody of whom
// the paper tells.
bool is_somebody(const SentenceWalk& walk, const CountedNoun& noun) {
    const std::size_t end = noun.end;
    const bool closes = !walk.has(end) || walk.token(end).kind == TokenKind::mark ||
                        walk.is(end, WordClass::preposition);  // not "said one soldier had been hurt"
    const bool said = walk.is(end, WordClass::cue) || (closes && noun.begin >= walk.sentence.begin + 2 &&
                                                       walk.is(noun.begin - 2, WordClass::cue));
    const bool named = walk.is(end, ",") && walk.has(end + 1) && walk.token(end + 1).is_word() &&
                       walk.token(end + 1).is_capitalised();
    return said || named || walk.is(end, "who");
}

// "one" is mostly a pronoun; it is a figure where it counts a person: "one man was killed", "killed one man", "one Dane was hurt",
// not "this one boy".
bool is_one_person(const SentenceWalk& walk, const CountedNoun& noun) {
    if (noun.end == noun.begin) return false;
    if (!walk.words.is(walk.token(noun.end - 1).word, WordClass::person_noun))
        return !walk.is(noun.end - 1, WordClass::time_unit) && was_hurt(walk, noun.end);
    const std::size_t before = noun.begin - 2;
    const bool there = noun.begin >= walk.sentence.begin + 2;
    if (there && walk.is_any(before, {"this", "that"})) return false;
    if (is_struck(walk, noun.end) || (there && walk.is(before, WordClass::casualty_verb))) return true;
    return !walk.is_any(noun.end - 1, {"man", "person"}) && !is_somebody(walk, noun);
}

// "killed one and injured two": nothing but a person is meant.
bool is_one_struck(const SentenceWalk& walk, const Quantity& quantity) {
    if (quantity.begin == walk.sentence.begin) return false;
    const bool closes = !walk.has(quantity.end) || walk.token(quantity.end).kind == TokenKind::mark ||
                        walk.is_any(quantity.end, {"and", "in", "on"});
    return closes && walk.is_any(quantity.begin - 1, {"killing", "killed", "kills", "injuring", "injured",
                                                      "injures", "wounding", "wounded", "wounds"});
}

// The "Dane" of "one Dane was killed", the "attendee" of "one rally attendee has died": the word before what happened to them.
CountedNoun one_who_was_hurt(const SentenceWalk& walk, std::size_t at) {
    constexpr std::size_t longest = 3;
    static constexpr WordClasses others{WordClass::preposition, WordClass::determiner, WordClass::pronoun,
                                        WordClass::relative,    WordClass::number,     WordClass::time_unit,
                                        WordClass::auxiliary,   WordClass::modal};
    for (std::size_t i = at; walk.has(i) && i < at + longest; ++i) {
        if (!walk.token(i).is_word() || walk.words.classes[walk.token(i).word].has_any(others)) return {};
        if (!walk.is(i + 1, WordClass::auxiliary) && !walk.is(i + 1, "died")) continue;
        if (!was_hurt(walk, i + 1)) return {};
        return {i, i + 1, at, walk.document.lower_text_of(i, i + 1), false};
    }
    return {};
}

// "22.4 workers": what cannot be counted in parts has its number for a name, but for an average.
bool is_class_of_persons(const SentenceWalk& walk, const Quantity& quantity, const Number& number,
                         const CountedNoun& noun) {
    if (number.value.exponent() >= 0 || number.power || number.in_words || quantity.begin < quantity.core ||
        number.is_fraction || !walk.token(number.begin).is_number())
        return false;
    static constexpr WordClasses persons{WordClass::person_noun, WordClass::staff_noun};
    if (!walk.words.classes[walk.token(noun.end - 1).word].has_any(persons)) return false;
    if (read_per(walk.document, walk.sentence, noun.end)) return false;
    for (std::size_t i = walk.sentence.begin; i < walk.sentence.end; ++i)
        if (walk.is_any(i, {"average", "averages", "averaged", "averaging", "mean", "median", "every", "each",
                            "per", "equivalent", "typical", "typically", "rate", "ratio"}))
            return false;
    return true;
}

// "the father of three died": how many children, and no deaths.
bool is_of_parent(const SentenceWalk& walk, const Quantity& quantity, const CountedNoun& noun) {
    return noun.begin == noun.end && quantity.begin >= walk.sentence.begin + 2 &&
           walk.is(quantity.begin - 1, "of") && walk.is(quantity.begin - 2, WordClass::parent);
}

// "a city of 22,000", "the country of 10 million", "home to 60,000": those who live there.
bool is_of_inhabitants(const SentenceWalk& walk, const Quantity& quantity) {
    constexpr int least = 100;
    constexpr std::size_t longest = 5;  // "a small coastal city of"
    const std::size_t of = quantity.begin - 1;
    const bool home =
        quantity.begin > walk.sentence.begin + 2 && walk.is(of, "to") && walk.is(of - 1, "home");
    if (quantity.begin < walk.sentence.begin + 3 || (!walk.is(of, "of") && !home) ||
        quantity.value < Decimal(least))
        return false;
    if (!home && !walk.is_any(of - 1, {"country", "nation", "state", "city", "town", "village", "island",
                                       "province", "community", "metropolis", "municipality"}))
        return false;
    const bool closes =
        !walk.has(quantity.end) || walk.token(quantity.end).kind == TokenKind::mark ||
        walk.is(quantity.end, WordClass::preposition) || walk.is(quantity.end, WordClass::conjunction) ||
        walk.is(quantity.end, WordClass::relative) || walk.is(quantity.end, WordClass::auxiliary);
    if (home) return closes;
    for (std::size_t i = of - 1; closes && i-- > walk.sentence.begin && i + longest > of;) {
        if (walk.is_any(i, {"a", "an", "the", "this", "our", "their"})) return true;
        if (!walk.token(i).is_word()) return false;
    }
    return false;
}

// "taking 251 hostage", "took some 40 as prisoners", "led 12 back to the hills as captives": people, whatever they are taken for.
bool is_taken(const SentenceWalk& walk, const Quantity& quantity) {
    if (quantity.begin == walk.sentence.begin ||
        !walk.is_any(quantity.begin - 1,
                     {"take", "takes", "took", "taken", "taking", "hold", "holds", "held", "holding", "led"}))
        return false;
    const std::size_t at = quantity.end;
    const std::size_t as = walk.is(at, "back") && walk.is(at + 1, "to") ? at + 2 : at;
    if (walk.is_any(at, {"hostage", "captive", "prisoner"})) return true;
    constexpr std::size_t longest = 4;  // "back to the hills as hostages"
    for (std::size_t i = as; walk.has(i) && i < as + longest; ++i) {
        if (walk.is(i, "as")) return walk.is_any(i + 1, {"hostages", "captives", "prisoners", "hostage"});
        if (as == at || !walk.token(i).is_word()) break;
    }
    return false;
}

// "killing 12", "12 were killed", "at least 40 dead", "12 of them were injured".
bool is_casualty(const SentenceWalk& walk, const Quantity& quantity) {
    if (walk.is(quantity.end, "times")) return false;  // "was arrested three times"
    if (walk.is(quantity.end, "who")) return true;     // "95,800 who have been out of work"
    if (is_taken(walk, quantity)) return true;
    if (walk.is(quantity.end, "from") && walk.is(quantity.end + 1, WordClass::determiner) &&
        quantity.begin > walk.sentence.begin && walk.is(quantity.begin - 1, WordClass::casualty_verb))
        return true;
    for (std::size_t back = 1; back <= 2 && quantity.begin >= walk.sentence.begin + back; ++back)
        if (walk.is(quantity.begin - back, WordClass::casualty_verb)) return true;
    for (std::size_t i = quantity.end; walk.has(i) && i < quantity.end + 4; ++i) {
        if (walk.is(i, WordClass::casualty)) return true;
        const bool passed_over = walk.is(i, WordClass::auxiliary) || walk.is(i, WordClass::modifier) ||
                                 walk.is(i, WordClass::pronoun) || walk.is_any(i, {"of", "others"});
        if (!passed_over) return false;
    }
    return false;
}

// "the death toll rose to 12", "brought the overall death toll on both sides to 23": those who died.
bool is_of_toll(const SentenceWalk& walk, const Quantity& quantity) {
    constexpr std::size_t furthest = 24;
    const std::size_t begin = quantity.begin;
    if (!walk.sentence.has(WordClass::tally) || begin < walk.sentence.begin + 2) return false;
    const std::size_t last = walk.is(begin - 1, "at") ? begin - 2 : begin - 1;
    if (!walk.is_any(last, {"to", "was", "is", "reached", "of", "hit", "stands", "stood", "put"}))
        return false;
    const bool closes = !walk.has(quantity.end) || walk.token(quantity.end).kind == TokenKind::mark ||
                        walk.is(quantity.end, WordClass::preposition) ||
                        walk.is(quantity.end, WordClass::conjunction) ||
                        walk.words.times.can_start(walk.token(quantity.end).word);
    if (!closes) return false;
    const std::size_t first = last > walk.sentence.begin + furthest ? last - furthest : walk.sentence.begin;
    for (std::size_t i = last; i-- > first;) {
        if (walk.is(i, ";")) return false;
        if (!walk.is(i, "toll")) continue;
        const bool other = i > walk.sentence.begin &&
                           (walk.is(i - 1, WordClass::currency) ||
                            walk.is_any(i - 1, {"road", "bridge", "tunnel", "motorway", "charge"}));
        return !other && !walk.is(i + 1, "road") && !walk.is(i + 1, "-");
    }
    return false;
}

}  // namespace figbook
