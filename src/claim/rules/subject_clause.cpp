// Subjects by the clause that the figure stands in: its verb with its object and subject, the figures before it.
#include <algorithm>

#include "claim/rules/change_rules.hpp"
#include "claim/rules/subject_rules.hpp"
#include "quantity/counted.hpp"
#include "text/endings.hpp"

namespace figbook {

// "a 15% duty | on imported furniture from June 1 |, rising to 30%": nothing but what hangs on the noun.
bool SubjectRules::hangs_on_noun(std::size_t first, std::size_t end) const {
    constexpr std::size_t longest = 12;
    if (end > first + longest || !in_noun_phrase(frame_, first)) return false;
    for (std::size_t i = first; i < end; ++i)
        if (is_verb_at(frame_, i) || frame_.token(i).kind == TokenKind::mark) return false;
    return true;
}

// "doubt on | the jobless rate of 5%", but "the price of the bill of 5%"
bool SubjectRules::opens_noun_of(std::size_t i, std::size_t first) const {
    return i > first && frame_.is(i, WordClass::determiner) &&
           (!starts_time(frame_, i) || behind_owning_time(frame_, i) > i) &&
           frame_.is_any(i - 1, {"on", "to", "for", "from", "with", "at", "after", "above", "below"});
}

// "a dividend of 5.5p", "a ceiling of €4 billion"; "at an annual rate of 2.4%" leads to the subject of the verb.
TokenRange SubjectRules::noun_of() const {
    const std::size_t opens = opening();  // "claims of between €400m and €500m"
    // "and an operating margin between 7% and 8.5%"
    if (opens < begin() && opens > frame_.sentence.begin + 2 && !frame_.is(opens - 1, "of") &&
        in_noun_phrase(frame_, opens - 1))
        for (std::size_t i = opens - 1;
             i-- > frame_.sentence.begin && i + 6 > opens && in_noun_phrase(frame_, i);)
            if (frame_.is_any(i, {"a", "an"})) return {i, opens};
    if (opens < frame_.sentence.begin + 2 || !frame_.is(opens - 1, "of")) return {};
    // "approved its own tariffs, of 25% in most cases,"
    if (frame_.is(opens - 2, ",") && in_noun_phrase(frame_, opens - 3))
        return without_lead(noun_phrase_before(frame_, opens - 2));
    if (frame_.is(opens - 2, "worth") && frame_.is(opens - 3, "net")) return {opens - 3, opens - 1};
    if (opens < begin()) return without_lead(noun_phrase_before(frame_, opens - 1));
    if (moves() && draft_.claim.role == Role::change) {
        const TokenRange rate = noun_phrase_before(frame_, begin() - 1);
        if (!rate.empty() && frame_.is(rate.end - 1, WordClass::weak_noun)) return {};
        if (index_ > 0 && !rate.empty() && is_aside(rate)) return {};
        if (const TokenRange who = leads_with(rate); !who.empty()) return who;
    }
    TokenRange found = noun_phrase_before(frame_, begin() - 1);
    for (std::size_t k = 0; k < index_; ++k)  // "nine times the median salary of": behind the figure before
        found.begin = std::max(found.begin, std::min(frame_.draft(k).quantity.phrase_end(), found.end));
    if (found.empty()) return {};
    // Only the last noun phrase of "for a third of the year with a budget of": from its article on.
    for (std::size_t i = found.end; i-- > found.begin;)
        if (frame_.is_any(i, {"a", "an"}) || opens_noun_of(i, found.begin)) {
            found.begin = i;
            break;
        }
    // "is confident of meeting this year's target of £45m"
    if (found.end > found.begin + 3 && frame_.is(found.begin + 1, WordClass::preposition) &&
        has_ending(frame_.word(found.begin + 2), "ing", 3) && is_predicate_with(found))
        found.begin += 3;
    // "heroin with a street value of £2.8 million": what has that value
    if (frame_.is(found.end - 1, WordClass::worth_noun) &&
        !frame_.is(found.end - 1, WordClass::people_count) && found.begin > frame_.sentence.begin + 1 &&
        frame_.is(found.begin - 1, "with"))
        if (const TokenRange owner = noun_phrase_before(frame_, found.begin - 1);
            owner.end + 1 == found.begin && !starts_time(frame_, owner.begin))
            return without_lead({owner.begin, found.end});
    for (std::size_t i = found.end; i-- > found.begin + 1;)  // "a firm with | revenue of $5bn"
        if (frame_.is(i, "with") && i + 1 < found.end &&     // but "a trade surplus with Norland of"
            !frame_.is_any(i - 1, {"surplus", "deficit", "gap", "imbalance", "trade", "border"})) {
            found.begin = i + 1;
            break;
        }
    if (frame_.is(found.end - 1, "tune")) return {};  // "to the tune of $28 billion"
    // "sent help in the form of $20m", "in the shape of £11bn": what came so
    if (found.end >= found.begin + 3 && frame_.is_any(found.end - 1, {"form", "shape", "guise"}) &&
        frame_.is(found.end - 2, "the") && frame_.is(found.end - 3, "in"))
        found.end -= 3;
    if (found.empty()) return {};
    // "chipped in another $140 million, for a worldwide total of $295 million"
    if (frame_.is(found.end - 1, "total") && found.begin > frame_.sentence.begin &&
        found.end > found.begin + 1 && frame_.is(found.begin - 1, "for"))
        return without_lead(found);
    const bool amount = frame_.is(found.end - 1, WordClass::amount_noun);  // "earn an average of $90"
    const bool at_a_rate =
        found.begin > frame_.sentence.begin && frame_.is_any(found.begin - 1, {"at", "by", "to", "from"}) &&
        !comes_to_other(found) &&
        !frame_.is_any(found.begin - 2, {"close", "next"});  // "close to the IPO price of $22"
    // "scaled a new all-time high of 40,816": what stands so high
    const std::size_t head = end_of_head(frame_.document, found) - 1;
    const bool in_time = head + 2 < found.end && starts_time(frame_, head + 2);  // "a high in July of 2.2%"
    const bool peak = frame_.is(in_time ? head : found.end - 1, WordClass::extreme) &&
                      (frame_.is_any(found.begin, {"a", "an", "all"}) ||
                       frame_.is_any(found.begin - 1, {"-", "a", "an"})) &&
                      (quantity_.kind != Kind::count || moves());
    // "was revised to a gain of 64,000"
    const bool move = quantity_.kind != Kind::money && frame_.is(found.end - 1, WordClass::change_noun) &&
                      found.begin > frame_.sentence.begin && frame_.is(found.begin - 1, "to") &&
                      found.end <= found.begin + 3;
    const bool rate =
        move || (peak && in_time) ||
        (at_a_rate && frame_.is_any(found.end - 1, {"close", "finish"}) && !holds_owner(found)) ||
        (frame_.is(found.end - 1, WordClass::weak_noun) && (at_a_rate || peak) &&
         !frame_.is_any(found.end - 2, {"strike", "exercise"}));  // what was agreed beforehand
    // "ordered 3 million doses at a cost of $19"
    if (rate && quantity_.kind == Kind::money && index_ > 0 && frame_.is(found.begin - 1, "at"))
        if (const Draft& thing = frame_.draft(index_ - 1);
            thing.quantity.kind == Kind::count || thing.quantity.kind == Kind::measure)
            return {thing.subject_begin, thing.subject_end};
    // "struck the town at a depth of 10 km"
    if (rate && quantity_.kind == Kind::measure && frame_.is(found.end - 1, WordClass::length_word))
        return without_lead(found);
    if ((amount || rate) && has_subject()) return {};
    // "310,000 engines, down from a peak of 480,000": of what is told before
    if (rate && moves() && index_ > 0 && frame_.is(found.end - 1, WordClass::extreme))
        if (const Draft& before = frame_.draft(index_ - 1);
            before.quantity.unit == quantity_.unit && before.subject_end > before.subject_begin)
            return {before.subject_begin, before.subject_end};
    return without_lead(found);
}

// "the stock's Tuesday close"
bool SubjectRules::holds_owner(TokenRange found) const {
    for (std::size_t i = found.begin; i < found.end; ++i)
        if (frame_.token(i).kind == TokenKind::possessive &&
            !frame_.is_one_of(i - 1, {WordClass::weekday, WordClass::month, WordClass::time_unit}))
            return true;
    return false;
}

// "Profit was $176m, corresponding to | a margin of 6%": another thing that this comes to, and not how it moved; "a rate of 6%"
// is how.
bool SubjectRules::comes_to_other(TokenRange noun) const {
    return noun.begin > frame_.sentence.begin + 1 && frame_.is(noun.begin - 1, "to") &&
           frame_.is_any(noun.begin - 2, {"corresponding", "corresponds", "corresponded", "equal",
                                          "equivalent", "equates", "equating", "amounts", "amounting"}) &&
           !frame_.is_any(noun.end - 1, {"rate", "pace", "speed", "equivalent"});
}

// "Perth led the capitals with a jump of 2%": a bare noun of change behind "with" is of what the clause is said of.
TokenRange SubjectRules::leads_with(TokenRange move) const {
    const TokenRange bare = without_determiner(frame_, move);
    if (bare.end < bare.begin + 1 || !frame_.is(bare.end - 1, WordClass::change_noun)) return {};
    std::size_t with = bare.end - 1;
    while (with > frame_.sentence.begin && !frame_.is(with, "with") && with + 5 > bare.end) {
        const bool light = frame_.is_one_of(with - 1, {WordClass::determiner, WordClass::adjective}) ||
                           frame_.is(with - 1, "with");
        if (!light) return {};
        --with;
    }
    if (!frame_.is(with, "with")) return {};
    const auto verb = verb_group_before(frame_, with);
    return verb ? subject_of(frame_, *verb) : TokenRange{};
}

// Without the preposition of "after fees of 2%".
TokenRange SubjectRules::without_lead(TokenRange found) const {
    if (found.end > found.begin + 2 && frame_.is_any(found.begin, {"well", "far", "just"}) &&
        frame_.is_any(found.begin + 1, {"above", "below", "over", "under"}))
        ++found.begin;  // "well above last year's average of 9 million"
    if (found.end > found.begin + 2 && frame_.is_any(found.begin, {"short", "shy", "ahead"}) &&
        frame_.is(found.begin + 1, "of"))
        found.begin += 2;  // "short of its target of 135,000"
    // "with the union | imposing | tariffs of up to 37%": what it does that with
    const std::size_t with = frame_.is(found.begin, WordClass::determiner) ? found.begin : found.begin - 1;
    if (found.end > found.begin + 2 && found.begin > frame_.sentence.begin + 1 &&
        (frame_.is(with, "with") || (frame_.is(with - 1, "with") && frame_.is(with, WordClass::determiner))))
        for (std::size_t i = found.begin + 1; i + 1 < found.end; ++i)
            if (has_ending(frame_.word(i), "ing", 3) && !frame_.is(i, WordClass::noun_first) &&
                frame_.is_one_of(i, {WordClass::verb, WordClass::acting_form, WordClass::change_verb})) {
                found = without_determiner(frame_, {i + 1, found.end});
                break;
            }
    while (!found.empty() &&
           (frame_.is_one_of(found.begin, {WordClass::preposition, WordClass::conjunction}) ||
            frame_.is(found.begin, "to")))
        ++found.begin;
    return found;
}

bool SubjectRules::has_subject() const {
    return !without_determiner(frame_, grammatical()).empty();
}

// "fell to 21,906, a decline of 12.5%": said of what the figure before it is said of.
bool SubjectRules::is_aside(TokenRange move) const {
    return frame_.is(move.end - 1, WordClass::change_noun) && move.begin > frame_.sentence.begin &&
           frame_.is_written(move.begin - 1, ",");
}

// "Analysts had expected £355m", behind "profit would be £300m": said of the same, of which others spoke before.
TokenRange SubjectRules::expected() const {
    if (index_ > 0 || frame_.first == 0) return {};
    const Draft& before = frame_.drafts[frame_.first - 1];
    const auto verb = verb_before();
    if (!verb || verb->end != begin() || before.quantity.kind != quantity_.kind) return {};
    const bool expects =
        frame_.is(verb->end - 1, WordClass::projecting) && frame_.is(verb->end - 1, WordClass::cue);
    return expects ? TokenRange{before.subject_begin, before.subject_end} : TokenRange{};
}

// "453 million users; analysts had been hoping for 460 million": of what the figure before is said of.
TokenRange SubjectRules::hoped_for() const {
    const auto verb = verb_before();
    if (!verb || verb->end + 1 != begin() || frame_.first + index_ == 0 ||
        !frame_.is_any(verb->end - 1, {"hoping", "hoped", "looking", "looked"}) ||
        verb->begin == frame_.sentence.begin ||
        !frame_.is_any(verb->begin - 1, {"analysts", "economists", "forecasters", "investors", "traders",
                                         "brokers", "markets"}))
        return {};
    const Draft& before = frame_.drafts[frame_.first + index_ - 1];
    const bool near =
        index_ > 0 || before.quantity.begin >= frame_.document.sentences[frame_.number - 1].begin;
    const bool alike = before.quantity.kind == quantity_.kind && before.claim.unit == draft_.claim.unit;
    return near && alike ? TokenRange{before.subject_begin, before.subject_end} : TokenRange{};
}

// "First-quarter revenue rose 4.5 percent", "Brent crude settled at $72.56".
TokenRange SubjectRules::grammatical() const {
    // "profit more than doubled": the figure is the verb.
    const bool is_the_verb = begin() == frame_.sentence.begin || !is_verb_at(frame_, begin() - 1) ||
                             frame_.is(begin() - 1, WordClass::modal) ||
                             frame_.is(begin() - 1, WordClass::auxiliary);  // not "has risen tenfold"
    if (quantity_.rule == "multiple.word" && quantity_.direction != Change::none && !is_comparison() &&
        is_the_verb && !(frame_.is(begin() - 1, "by") && !in_noun_phrase(frame_, behind()))) {
        // "triple its output", "halve emissions": what the verb acts on.
        if (index_ + 1 < frame_.count())  // "double the 216 staff"
            if (const Quantity& next = frame_.draft(index_ + 1).quantity;
                next.begin == behind() + 1 && frame_.is(behind(), WordClass::determiner) &&
                next.noun_end > next.noun_begin)
                return {next.noun_begin, next.noun_end};
        const bool that =
            frame_.is_any(behind(), {"that", "this", "these", "those"});  // "triple that figure"
        const TokenRange object =
            without_determiner(frame_, noun_phrase_from(frame_, that ? behind() + 1 : behind()));
        if (!object.empty() && !starts_time(frame_, object.begin) &&
            !frame_.is(object.begin, WordClass::modifier))
            return object;
        TokenRange verb{begin(), behind()};
        // `would "triple in five years"`
        if (verb.begin > frame_.sentence.begin + 1 && frame_.is(verb.begin - 1, WordClass::quotation_mark) &&
            frame_.is(verb.begin - 2, WordClass::modal))
            --verb.begin;
        while (verb.begin > frame_.sentence.begin && (frame_.is(verb.begin - 1, WordClass::auxiliary) ||
                                                      frame_.is(verb.begin - 1, WordClass::modal) ||
                                                      frame_.is(verb.begin - 1, WordClass::modifier)))
            --verb.begin;
        return subject_of(frame_, verb);
    }
    if (begin() < quantity_.core && is_verb_at(frame_, begin()))  // "topped £1bn", "exceeds 300"
    {
        TokenRange verb{begin(), begin() + 1};
        while (verb.begin > frame_.sentence.begin &&
               frame_.is_one_of(verb.begin - 1, {WordClass::auxiliary, WordClass::modal}))
            --verb.begin;  // "has topped", "could top"
        return subject_of(frame_, verb);
    }
    const auto verb = verb_before();
    // "a floor of $17.96, rising to $19.96": of what the figure before the comma is said of
    if (verb && index_ > 0 && moves() && verb->begin > frame_.sentence.begin &&
        frame_.is(verb->begin - 1, ",") && has_ending(frame_.word(verb->end - 1), "ing", 3) &&
        frame_.is_any(verb->end - 1,
                      {"rising", "falling", "climbing", "growing", "dropping", "increasing", "doubling"}))
        if (const Draft& before = frame_.draft(index_ - 1);
            before.quantity.kind == quantity_.kind && before.quantity.unit == quantity_.unit &&
            (before.quantity.phrase_end() + 4 >= verb->begin ||
             (before.claim.role == Role::level &&
              hangs_on_noun(before.quantity.phrase_end(), verb->begin - 1))))
            return {before.subject_begin, before.subject_end};
    // "will double its output, going from 20 to 40 tonnes"
    if (verb && index_ > 0 && frame_.is(verb->end - 1, "going") && frame_.is(verb->begin - 1, ",") &&
        frame_.is(verb->end, "from"))
        if (const Draft& before = frame_.draft(index_ - 1); before.subject_end > before.subject_begin)
            return {before.subject_begin, before.subject_end};
    if (!verb) {
        if (const TokenRange thing = behind_fronted(); !thing.empty()) return thing;
        if (const TokenRange thing = valued_over_aside(); !thing.empty()) return thing;
        // "The cotton crop on 1.4m acres has been wiped out"
        if (quantity_.kind == Kind::measure && !is_time_unit(quantity_.unit) && !moves() &&
            begin() > frame_.sentence.begin + 1 && frame_.is_any(begin() - 1, {"on", "across"}))
            if (const TokenRange there = noun_phrase_before(frame_, begin() - 1); there.end + 1 == begin())
                return there;
        if (const TokenRange line = headline(); !line.empty()) return line;
        // "The shares were down a penny, or 0.04%"
        if (begin() > frame_.sentence.begin + 3 && frame_.is(begin() - 1, "or") &&
            frame_.is_written(begin() - 2, ","))
            if (const auto told = verb_group_before(frame_, begin() - 2);
                told && (index_ == 0 || frame_.draft(index_ - 1).quantity.begin < told->begin) &&
                frame_.is_one_of(told->end - 1, {WordClass::copula, WordClass::change_verb}))
                return subject_of(frame_, *told);
        const TokenRange off = set_off();
        return off.empty() ? set_down() : off;
    }
    if (frame_.is(verb->end - 1, "compared")) return {};
    // "those who earn less than $30,000": "those" alone says nothing
    if (verb->begin > frame_.sentence.begin + 1 && frame_.is(verb->begin - 1, "who") &&
        frame_.is(verb->begin - 2, "those") && verb->end == begin())
        return {verb->begin - 2, verb->end};
    TokenRange found = subject_of(frame_, *verb);
    if (found.empty())
        if (const TokenRange thing = behind_fronted(); !thing.empty()) return thing;
    // "Of these, 331 | went for at least $1 million": those who are counted there
    if (found.empty() && index_ > 0)
        if (const Draft& counted = frame_.draft(index_ - 1);
            counted.quantity.kind == Kind::count && counted.quantity.phrase_end() == verb->begin)
            return {counted.subject_begin, counted.subject_end};
    // "people in the rest of the world getting $7": a phrase of place does nothing.
    if (has_ending(frame_.word(verb->begin), "ing", 2) && !found.empty() &&
        frame_.is_any(found.begin - 1, {"in", "at", "on"}) && found.end == verb->begin)
        found = {};
    const bool cost = frame_.is(verb->end - 1, "cost") || frame_.is(verb->end - 1, "costs");
    // "It cost $5 billion to build the stadium"
    const std::size_t end = quantity_.per.empty() ? behind() : end_of_per();
    if (cost && frame_.is(verb->begin - 1, "it") && frame_.is(end, "to") &&
        (is_verb_at(frame_, end + 1) || frame_.is(end + 2, WordClass::determiner)))
        if (const TokenRange built = noun_phrase_from(frame_, end + 2);
            !built.empty() && !frame_.is(built.end - 1, WordClass::time_unit))
            return built;
    // "It cost him £3,000", "It cost ¥15bn to repair": the cost, since nobody says what "it" is; "It cost £5m" is of what was named
    const bool named = verb->end == opening() && frame_.is_any(verb->begin - 1, {"it", "that", "this"}) &&
                       !frame_.is(quantity_.per.empty() ? behind() : end_of_per(), "to");
    if (found.empty() && cost && !named) return {verb->end - 1, verb->end};
    // A verb of saying has the speaker for its subject, not what is measured.
    const bool passive =
        verb->end > verb->begin + 1 && (frame_.is(verb->end - 2, WordClass::copula) ||
                                        (frame_.is(verb->end - 2, "last") &&
                                         frame_.is(verb->begin, WordClass::copula)));  // "was last quoted"
    const bool asks = frame_.is_any(verb->end - 1, {"ask", "asks", "asked", "asking", "calls", "called"}) &&
                      frame_.is(begin() - 1, "for") && verb->end + 1 == begin();
    const bool demands =
        verb->end == opening() && (quantity_.kind == Kind::money || quantity_.kind == Kind::percent) &&
        frame_.is_any(verb->end - 1, {"demanded", "demands", "sought", "seeks", "wanted", "committed",
                                      "commits", "wants", "offered", "requested", "announced", "announces"});
    const bool listed = frame_.is(verb->end - 1, "listed") && frame_.is_any(begin() - 1, {"at", "for"});
    // "left the euro quoted around $1.33"
    const bool quoted = frame_.is(verb->end - 1, "quoted") && verb->end + 1 >= begin() &&
                        verb->end == verb->begin + 1 && quantity_.kind != Kind::count;
    const bool gives = asks || demands || listed || quoted ||
                       (frame_.is(verb->end - 1, WordClass::giving_cue) && verb->end == begin());
    if (says(verb->end - 1) && !frame_.is_any(verb->end - 1, {"went", "goes", "go", "gone"}) &&
        !found.empty() && !passive && !gives)
        return {};
    return found;
}

// A verb of saying; "drew $3m" and "put on 3%" say nothing, though "drew attention to" and "put the cost at" do.
bool SubjectRules::says(std::size_t verb) const {
    // "called for a tripling of tariffs to 40%", where "called" alone says nothing
    if (frame_.is_any(verb, {"called", "calls", "calling", "appealed", "appeals"}) &&
        frame_.is(verb + 1, "for"))
        return true;
    if (!frame_.is(verb, WordClass::cue) || frame_.is(verb, WordClass::change_verb)) return false;
    return !frame_.is_any(verb, {"drew", "put", "puts", "putting"}) ||
           frame_.is_any(verb + 1, {"option", "options"}) ||
           vocabulary().cues.match(frame_.document.tokens, verb, frame_.sentence.end);
}

// "Priced at | £5", "Up | 5%", "Having fallen | 5%", "Worth | £2m", at the head of the sentence: what its main clause is of is told first.
bool SubjectRules::is_told_first() const {
    constexpr std::size_t nearest = 4;
    const std::size_t first = frame_.sentence.begin;
    if (quantity_.kind == Kind::count || begin() == first || begin() > first + nearest) return false;
    const bool state = frame_.is_any(first, {"up", "down", "worth", "having"});
    const bool deed = has_ending(frame_.word(first), "ing", 3) || has_past_ending(frame_.word(first), 3) ||
                      frame_.is_any(first, {"sold", "bought", "made", "built", "put", "held"});
    if (!state &&
        (!deed || frame_.is_one_of(first, {WordClass::preposition, WordClass::cue}) ||
         frame_.is_any(first, {"based", "adjusted", "assuming", "adding", "bringing", "judging", "given"})))
        return false;
    static constexpr WordClasses light{WordClass::modifier, WordClass::comparison, WordClass::change_verb,
                                       WordClass::past_form, WordClass::irregular_past};
    for (std::size_t i = first + 1; i < begin(); ++i)
        if (!frame_.has_any(i, light) && !frame_.is_any(i, {"at", "for", "to", "from", "by", "been"}))
            return false;
    return true;
}

// "After rising 30 percent in a week, the stock was", "Priced at £5, the toy is": of what the clause behind the comma is said of.
TokenRange SubjectRules::behind_fronted() const {
    constexpr std::size_t furthest = 14, nearest = 4;
    const std::size_t first = frame_.sentence.begin, doing = first + 1;
    const bool beside = begin() > doing && begin() <= doing + nearest &&
                        has_ending(frame_.word(doing), "ing", 2) &&
                        frame_.is_any(first, {"after", "before", "since", "despite", "while"}) &&
                        frame_.is_one_of(doing, {WordClass::change_verb, WordClass::verb});
    if (!beside && !is_told_first()) return {};
    // "Down 8% was Orlo": what is told first stands behind the verb
    if (frame_.is_any(first, {"up", "down"}) && frame_.is_any(behind(), {"was", "were"}))
        return noun_phrase_from(frame_, behind() + 1);
    for (std::size_t i = behind(); frame_.has(i) && i < behind() + furthest; ++i) {
        if (!frame_.is_written(i, ",")) continue;
        const TokenRange found = noun_phrase_from(frame_, i + 1);
        if (!found.empty() && is_verb_at(frame_, found.end) && !starts_time(frame_, found.begin))
            return found;
        if (beside) return {};
    }
    return {};
}

// "2,000, almost double the total of May", "is double the rate": no verb.
bool SubjectRules::is_comparison() const {
    if (!frame_.is(quantity_.core, "double") && !frame_.is(quantity_.core, "triple")) return false;
    if (begin() == frame_.sentence.begin) return false;
    const std::size_t before = begin() - 1;
    // "would more than double its output" acts, "more than double the rate" does not
    const bool compares =
        begin() < quantity_.core && !frame_.is(before, WordClass::modal) && !frame_.is(before, "to");
    return frame_.is_written(before, ",") || frame_.is(before, WordClass::copula) ||
           frame_.is_any(before, {"at", "with", "of"}) || compares;
}

// "Council tax up by 4.9%": a headline leaves the verb out.
TokenRange SubjectRules::headline() const {
    for (std::size_t i = begin(); i-- > frame_.sentence.begin && i + 3 > begin();)
        if (frame_.is(i, WordClass::change_particle) && i > frame_.sentence.begin)
            return noun_phrase_before(frame_, i);
    return {};
}

// "Deliveries: 14,302", "Halmberg €1,420 (up 9%)": the line has no verb, and opens with what it lists.
// "Norland: 94%; Halden: 21%; | Mere: 12%": each of a list has its own.
TokenRange SubjectRules::listed_label() const {
    const std::size_t colon = begin() - 1;
    if (colon < frame_.sentence.begin + 2 || !frame_.is_written(colon, ":") || quantity_.noun_end > 0)
        return {};
    const TokenRange found = noun_phrase_before(frame_, colon);
    const bool listed = !found.empty() && found.begin > frame_.sentence.begin + 2 &&
                        frame_.is_any(found.begin - 1, {";", "|"});
    return listed ? found : TokenRange{};
}

TokenRange SubjectRules::label() const {
    if (index_ > 0) return {};
    // "Dollar/yen: DOWN at 103.20 yen"
    std::size_t colon = begin();
    while (colon > frame_.sentence.begin + 1 &&
           frame_.is_one_of(colon - 1, {WordClass::change_particle, WordClass::preposition}))
        --colon;
    if (colon < begin() && colon > frame_.sentence.begin + 1 && frame_.is_written(colon - 1, ":"))
        return noun_phrase_before(frame_, colon - 1);
    if (verb_before()) return {};
    // "It holds the largest reserves in the world: about 17% or 3.3 billion barrels"
    if (begin() > frame_.sentence.begin + 3 && frame_.is_written(begin() - 1, ":") && !moves() &&
        !is_verb_at(frame_, behind()))  // "Cost is the worst: three in ten put off a visit"
        if (const auto verb = verb_group_before(frame_, begin() - 1);
            verb && !frame_.is(verb->end - 1, WordClass::cue))
            return noun_phrase_from(frame_, verb->end);
    std::size_t first = frame_.sentence.begin;
    while (first < begin() && frame_.token(first).kind == TokenKind::mark) ++first;  // the dot of a list
    std::size_t end = begin();
    const bool price = quantity_.kind == Kind::money && frame_.is(end - 1, "at");  // "Pound at $1.27"
    if (end > first && (frame_.is_written(end - 1, ":") || price)) --end;
    const TokenRange found = noun_phrase_before(frame_, end);
    // "Orlo to Dorne: Quarter socks: $13", "Daily active users: 218 million"
    const bool second = found.begin > first && end < begin() && frame_.is_written(found.begin - 1, ":");
    const bool described = end < begin() && found.begin == first + 1 &&
                           frame_.is_one_of(first, {WordClass::adjective, WordClass::modifier});
    if (described) return {first, found.end};
    // "Standing at $2.3 billion, debt is": of what is told behind it
    if (is_told_first() && found.end == first + 1) return behind_fronted();
    return second || found.begin == first ? found : TokenRange{};
}

}  // namespace figbook
