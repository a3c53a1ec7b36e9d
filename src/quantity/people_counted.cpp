#include "quantity/people_counted.hpp"

#include "quantity/currency_letter.hpp"
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

// "were", "have been": what is told behind it was done to somebody, where "have shot" is what they did.
bool is_passive(const SentenceWalk& walk, std::size_t i) {
    return walk.is_any(i, {"are", "were", "been", "being", "be"});
}

// "were shot", "were freed": of things as well.
bool may_befall_things(const SentenceWalk& walk, std::size_t i) {
    return walk.is_any(i, {"held", "released", "shot", "cleared", "suspended", "saved", "freed"});
}

// "were charged", "were airlifted": what is done to persons.
bool befalls_persons(const SentenceWalk& walk, std::size_t i) {
    if (walk.is_any(i, {"charged",    "convicted", "acquitted", "jailed",    "imprisoned", "sentenced",
                        "bailed",     "sacked",    "treated",   "airlifted", "stabbed",    "feared",
                        "questioned", "deported",  "hanged",    "beheaded",  "kidnapped",  "abducted",
                        "indicted",   "cautioned", "burned",    "poisoned"}))
        return true;
    return may_befall_things(walk, i) || (walk.is(i, "pronounced") && walk.is(i + 1, "dead")) ||
           (walk.is(i, "found") && walk.is(i + 1, "guilty"));
}

// "in hospital", "in a serious condition", "on trial": where persons are.
bool is_where_persons_are(const SentenceWalk& walk, std::size_t i) {
    if (walk.is(i, "on")) return walk.is_any(i + 1, {"trial", "bail"});
    if (!walk.is(i, "in")) return false;
    const std::size_t place = walk.is_any(i + 1, {"a", "the"}) ? i + 2 : i + 1;
    if (walk.is_any(place, {"hospital", "custody", "jail", "prison", "court", "detention", "quarantine"}))
        return true;
    return walk.is_any(place, {"intensive", "critical", "serious", "stable"}) &&
           walk.is_any(place + 1, {"care", "condition"});
}

// "suffered serious burns", "needed hospital treatment"
bool has_ordeal(const SentenceWalk& walk, std::size_t verb) {
    constexpr std::size_t longest = 3;
    if (!walk.is_any(verb, {"suffered", "needed", "required"})) return false;
    for (std::size_t i = verb + 1; walk.has(i) && i <= verb + longest; ++i) {
        if (walk.is_any(i, {"burns", "injuries", "wounds", "cuts", "fractures", "treatment", "surgery"}))
            return true;
        if (!walk.token(i).is_word() || walk.is(i, WordClass::preposition)) return false;
    }
    return false;
}

// "escaped", "pleaded guilty", "appeared in court": what persons do behind their number.
bool is_deed_of_persons(const SentenceWalk& walk, std::size_t i) {
    if (walk.is_any(i, {"escaped", "fled", "survived", "confessed"})) return true;
    if (walk.is(i, "pleaded")) return walk.is_any(i + 1, {"guilty", "not"});
    if (walk.is_any(i, {"appeared", "appear", "remain", "remained"}))
        return is_where_persons_are(walk, i + 1) || walk.is_any(i + 1, {"missing", "unaccounted", "trapped"});
    return has_ordeal(walk, i);
}

bool is_end_of_participle(const SentenceWalk& walk, std::size_t at) {
    return !walk.has(at) || walk.token(at).kind == TokenKind::mark || walk.is(at, WordClass::preposition) ||
           walk.is(at, WordClass::casualty);  // "12 feared drowned"
}

// The word that tells that persons are counted: the "shot" of "three were fatally shot", the "in" of "four are still in hospital";
// the sentence's end where nothing tells it. A headline leaves out the auxiliary: "12 held in drugs raid".
std::size_t word_for_persons(const SentenceWalk& walk, std::size_t at, bool headline) {
    constexpr std::size_t longest = 5;
    bool passive = headline;
    for (std::size_t i = at; walk.has(i) && i < at + longest; ++i) {
        const bool helps = walk.is(i, WordClass::auxiliary);
        if (helps || walk.is(i, WordClass::modifier)) {
            if (helps) passive = is_passive(walk, i);
            continue;
        }
        if (is_where_persons_are(walk, i)) return i;
        if (i == at && is_deed_of_persons(walk, i)) return i;
        if (passive && (befalls_persons(walk, i) || (i > at && walk.is(i, WordClass::casualty))))
            return i > at || is_end_of_participle(walk, i + 1) ? i : walk.sentence.end;
        if (!walk.document.word(i).ends_with("ly")) break;
    }
    return walk.sentence.end;
}

// "Pools are shut as | 40 die", "Bus crash: | 14 die", but "such as", "as many as".
bool opens_headline(const SentenceWalk& walk, std::size_t begin) {
    if (begin == walk.sentence.begin) return true;
    const std::size_t back = begin - 1;
    if (walk.is(back, ":")) return back > walk.sentence.begin;
    return walk.is(back, "as") && back > walk.sentence.begin &&
           !walk.is_any(back - 1, {"such", "many", "much", "well", "same", "few", "little", "far", "long"});
}

// "12 die in blast", "4,000 attend funeral", "10,000 sign petition to": the present of headlines.
bool is_deed_in_headline(const SentenceWalk& walk, const Quantity& quantity) {
    constexpr int many = 10;
    const std::size_t verb = quantity.end;
    if (!walk.has(verb) || (walk.token(verb).is_capitalised() && !walk.token(verb).is_all_capitals()) ||
        !opens_headline(walk, quantity.begin))
        return false;
    if (walk.is_any(verb, {"die", "drown"}))
        return is_end_of_participle(walk, verb + 1) || walk.is(verb + 1, "as");
    if (quantity.value < Decimal(many)) return false;
    if (walk.is(verb, "without"))
        return walk.is_any(verb + 1, {"power", "water", "electricity", "homes", "jobs"});
    if (walk.is(verb, "still") && walk.is(verb + 1, "without")) return true;
    if (walk.is(verb, "left")) return walk.is_any(verb + 1, {"homeless", "stranded"});
    return walk.is_any(verb, {"attend", "flee", "queue", "march", "protest", "sign", "rally", "lose"});
}

// "…, and | three were charged", "Three were charged", "Raid: | two held": a clause begins with the number. "Ann Lee, 36 were" is an
// age, "aged 16 and | 19 were" another.
bool opens_clause(const SentenceWalk& walk, const Quantity& quantity) {
    const std::size_t begin = quantity.begin, first = walk.sentence.begin;
    if (begin == first) return true;
    const bool digits = walk.token(quantity.core).is_number();
    const std::size_t back = begin - 1;
    if (walk.is_any(back, {",", "and", "but"}))
        return !digits || begin < first + 2 ||
               (!walk.token(back - 1).is_capitalised() && !walk.token(back - 1).is_number() &&
                !walk.is(back - 1, WordClass::number));
    return walk.is_any(back, {"while", ":", ";", "“", "\"", "–", "—"});
}

// "Twelve people were hurt, | four badly"
bool is_hurt_part(const SentenceWalk& walk, const Quantity& quantity) {
    const std::size_t how = quantity.end;
    if (!walk.is_any(how, {"seriously", "critically", "badly", "fatally", "severely"})) return false;
    if (walk.has(how + 1) && !walk.is_any(how + 1, {".", ",", ";", "and"})) return false;
    return !walk.found.empty() && walk.found.back().kind == Kind::count &&
           quantity.value < walk.found.back().value;
}

// "Plane carrying 212 | crashes in Nepal"
bool is_wrecked(const SentenceWalk& walk, const Quantity& quantity) {
    return quantity.begin > walk.sentence.begin && walk.is(quantity.begin - 1, "carrying") &&
           walk.is_any(quantity.end, {"crashes", "sinks", "overturns", "capsizes", "plunges", "derails"});
}

// "212 on board", "all 40 aboard"
bool is_aboard(const SentenceWalk& walk, const Quantity& quantity) {
    return is_wrecked(walk, quantity) || walk.is(quantity.end, "aboard") ||
           (walk.is(quantity.end, "on") && walk.is(quantity.end + 1, "board"));
}

// "The two were arrested": both have been counted before.
bool refers_to_all(const SentenceWalk& walk, const Quantity& quantity) {
    constexpr int few = 10;
    return quantity.begin > walk.sentence.begin && walk.is(quantity.begin - 1, "the") &&
           !walk.token(quantity.core).is_number() && !(Decimal(few) < quantity.value) &&
           walk.is(quantity.end, WordClass::auxiliary);
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

// The "flee" of "5,000 flee floods", the "runs" of "a crew of 40 runs the ship", the "costs" of "a table for four costs £40": what
// stands behind the number is its verb, though it looks like the end of a noun.
bool is_verb_and_no_noun(const SentenceWalk& walk, const Quantity& quantity, std::size_t at) {
    if (walk.is_any(at, {"remain", "aboard"})) return true;
    if (quantity.begin == walk.sentence.begin) return walk.is_any(at, {"flee", "lose", "attend"});
    if (is_wrecked(walk, quantity)) return true;
    const std::size_t back = quantity.begin - 1;
    if (back == walk.sentence.begin || !walk.is_any(back, {"of", "for"})) return false;
    const bool takes_amount =
        walk.is_number(at + 1) || walk.is(at + 1, WordClass::number) || read_prefix(walk, at + 1);
    if (walk.is(back, "for")) return walk.is_any(at, {"costs", "cost"}) && takes_amount;
    if (!walk.is(back - 1, WordClass::group_counted) &&
        !walk.is_any(back - 1, {"group", "pack", "box", "force", "class", "crowd", "population"}))
        return false;
    if (!walk.is(at, WordClass::noun_first)) return walk.is(at, WordClass::verb);
    return takes_amount || walk.is_any(at + 1, {"the", "a", "an"}) ||
           (walk.is_any(at, {"plans", "works"}) && walk.is_any(at + 1, {"to", "there"}));
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
    if (is_taken(walk, quantity) || is_aboard(walk, quantity)) return true;
    if (refers_to_all(walk, quantity)) return false;
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

namespace {

// What was counted last, in this sentence or in the one before; none where nothing was.
const Quantity* counted_last(const SentenceWalk& walk) {
    for (auto each = walk.found.rbegin(); each != walk.found.rend(); ++each)
        if (each->kind == Kind::count && !each->unit.empty()) return &*each;
    return walk.before && walk.before->kind == Kind::count && !walk.before->unit.empty() ? walk.before
                                                                                         : nullptr;
}

// "Five men were held. Two were charged": men, where "Police found 12 guns. Two were charged" is of people.
bool opens_its_sentence(const SentenceWalk& walk, const Quantity& counted) {
    return counted.begin == 0 || walk.document.is(counted.begin - 1, ".") ||
           walk.token(counted.begin).starts_line();
}

}  // namespace

// "Three were charged", "…, and four remain in hospital", "Two held after raid": persons, by what happened to them or what they did.
bool are_persons(const SentenceWalk& walk, Quantity& quantity, const Number& number) {
    if (quantity.value < Decimal(2) || quantity.value.exponent() < 0 || may_be_year(walk.document, number) ||
        !walk.has(quantity.end) || !walk.token(quantity.end).is_word())
        return false;
    const bool in_words = !walk.token(quantity.core).is_number();
    if (in_words && walk.is(quantity.begin, "all")) return false;  // "all four suffered burns": those before
    if (is_hurt_part(walk, quantity)) return true;
    const Quantity* counted = counted_last(walk);
    const bool others = !counted && quantity.begin >= walk.sentence.begin + 2 &&
                        walk.is_any(quantity.begin - 1, {"other", "remaining"}) &&
                        walk.is(quantity.begin - 2, "the");
    if (is_deed_in_headline(walk, quantity)) return true;
    if (!others && !opens_clause(walk, quantity)) return false;
    const bool headline = quantity.begin == walk.sentence.begin || walk.is(quantity.begin - 1, ":");
    const std::size_t told = word_for_persons(walk, quantity.end, headline);
    if (!walk.has(told)) return false;
    // "The band made five albums. Two were released": albums
    if (counted && quantity.value < counted->value && !walk.is(told, "remain") &&
        (may_befall_things(walk, told) || opens_its_sentence(walk, *counted)))
        quantity.unit = counted->unit;
    return true;
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
