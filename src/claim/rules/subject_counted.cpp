// Subjects of counts: what is counted, or what comes to so many.
#include <algorithm>

#include "claim/rules/subject_rules.hpp"
#include "quantity/counted.hpp"
#include "text/endings.hpp"

namespace figbook {

// "has closed 23 branches", "opened four clinics": verbs that say where a price ends, but of things what is done to them.
bool SubjectRules::acts_on_counted(std::size_t verb) const {
    return !counts_points(quantity_) &&
           frame_.is_any(verb, {"closed", "opened", "ended", "finished", "settled"});
}

// "trimmed its order by 12 planes, [to 88]": the figure before says what moved, and is not counted as it.
bool SubjectRules::has_moved_object() const {
    if (index_ == 0) return false;
    const Draft& before = frame_.draft(index_ - 1);
    return before.claim.role == Role::change && before.subject_end > before.subject_begin &&
           before.subject_end < before.quantity.begin;
}

// "cut its | 12 depots to eight": the first of both, which says what is counted.
bool SubjectRules::begins_counted_move(std::size_t i) const {
    if (i + 1 >= frame_.count()) return false;
    const Draft& from = frame_.draft(i);
    const Draft& to = frame_.draft(i + 1);
    return from.claim.role == Role::from && to.claim.role == Role::to && to.quantity.borrowed &&
           from.quantity.kind == Kind::count && from.quantity.phrase_end() + 1 == to.quantity.begin &&
           !frame_.is(from.quantity.begin - 1, "from");
}

// "46 million are women", "12 of them were children": what those who are counted are.
TokenRange SubjectRules::predicate() const {
    if (quantity_.noun_end > quantity_.noun_begin || moves() || counts_points(quantity_)) return {};
    std::size_t verb = behind();
    if (frame_.is(verb, "of") && frame_.is_any(verb + 1, {"them", "these", "those", "whom"})) {
        verb += 2;
        if (frame_.is(verb - 1, "those") && frame_.is(verb, WordClass::casualty))
            ++verb;  // "400 of those dead are"
    }
    if (!frame_.is_any(verb, {"are", "were"}) || !looks_plural(frame_.document, verb + 1)) return {};
    if (!in_noun_phrase(frame_, verb + 1) ||
        frame_.is_one_of(verb + 1, {WordClass::adjective, WordClass::time_unit}))
        return {};
    return noun_phrase_from(frame_, verb + 1);
}

// "20 women in the senate and 84 in the house", "killed 116 people in Gansu and 14 in Qinghai": of the same kind, elsewhere.
TokenRange SubjectRules::of_others(const Draft& before) const {
    const TokenRange told{before.subject_begin, before.subject_end};
    const bool elsewhere = frame_.is_any(behind(), {"in", "at", "on"}) && !starts_time(frame_, behind() + 1);
    return elsewhere && !told.empty() ? TokenRange{told.begin, end_of_head(frame_.document, told)} : told;
}

// "killed 12 people, including two children, and hurt | 30": the count that it goes on with, and not that of a part of it.
const Draft& SubjectRules::counted_before() const {
    const Draft* before = &frame_.draft(index_ - 1);
    while (before->claim.relation && before->claim.relation->kind == RelationKind::share_of) {
        const std::size_t whole = before->claim.relation->claim;
        if (whole < frame_.first || whole >= frame_.first + index_) break;
        const Draft& other = frame_.drafts[whole];
        if (other.quantity.kind != Kind::count || other.quantity.begin >= before->quantity.begin) break;
        before = &other;
    }
    return *before;
}

// "China has 300 ships, the US has | 296, Spain has | 40": of what is counted before, whoever has so many.
TokenRange SubjectRules::had_by_others() const {
    if (quantity_.kind != Kind::count || !quantity_.borrowed || index_ == 0) return {};
    std::size_t first = index_ - 1;
    while (first > 0 && frame_.draft(first).quantity.borrowed) --first;
    const Draft& before = frame_.draft(first);
    const bool counts = before.quantity.kind == Kind::count && before.claim.unit == draft_.claim.unit &&
                        before.subject_begin >= before.quantity.begin &&
                        before.subject_end > before.subject_begin;
    return counts ? of_others(before) : TokenRange{};
}

// "will bring 68,000 deaths by 2030 and close to 100,000 by 2040": of what is counted before, where nothing else acts.
TokenRange SubjectRules::counted_on() const {
    const Draft& before = counted_before();
    // "shot 12 villagers and abducted | 40"
    const bool done = is_second_deed(frame_.document, frame_.sentence, begin() - 1);
    if (before.quantity.kind != Kind::count || before.claim.unit != draft_.claim.unit ||
        before.quantity.noun_end <= before.quantity.noun_begin || !(done || frame_.is(begin() - 1, "and")))
        return {};
    for (std::size_t i = frame_.draft(index_ - 1).quantity.phrase_end(); i + (done ? 2 : 0) < begin(); ++i)
        if (is_verb_at(frame_, i)) return {};
    return of_others(before);
}

// "Output reached 3 million units", "Sales stood at 40 cars": not "was hit by two rockets", "came after 12 raids", "there were set to
// be 40 divers", "a strike hit two rooms", "has been through seven prime ministers".
bool SubjectRules::comes_to_so_many(TokenRange verb) const {
    constexpr std::size_t furthest = 4;
    const std::size_t last = verb.end - 1;
    if (acts_on_counted(last) || frame_.is_any(opening() - 1, {"among", "amongst"})) return false;
    if (verb.end < opening() && frame_.is_any(verb.end, {"by", "after", "before", "through", "from", "with",
                                                         "amid", "following", "as", "that", "in"}))
        return false;
    for (std::size_t i = verb.end; i-- > frame_.sentence.begin && i + furthest > verb.begin;) {
        if (frame_.is(i, "there")) return false;
        if (frame_.is(i, ",")) break;
    }
    const bool hits = frame_.is_any(last, {"hit", "hits"});
    if ((hits || frame_.is(last, "reach")) && frame_.is(verb.begin - 1, "to")) return false;
    if (!hits || counts_points(quantity_)) return true;
    // "Sales hit 40,000 cars": of what is told in numbers
    const TokenRange what = subject_of(frame_, verb);
    const std::size_t head = what.empty() ? what.end : end_of_head(frame_.document, what) - 1;
    return frame_.is_one_of(head, {WordClass::tally, WordClass::people_count}) ||
           frame_.is_any(head, {"sales",   "output", "production", "deliveries",    "exports",
                                "imports", "orders", "shipments",  "registrations", "subscriptions",
                                "users",   "losses", "arrivals",   "bookings",      "downloads",
                                "views",   "cases",  "deaths",     "arrests",       "demand"});
}

// "the loss of 30 villages", "with the army hitting 800 targets", "the Blues 23 seats": those that are counted, which neither move nor
// are points, are what is measured, whatever else stands beside them.
bool SubjectRules::counts_its_noun() const {
    return quantity_.kind == Kind::count && quantity_.noun_end > quantity_.noun_begin &&
           !quantity_.borrowed && !quantity_.adjective && !moves() && !counts_points(quantity_) &&
           quantity_.noun_begin + 4 > behind();
}

// "In the group that was freed were | two pilots": behind the place stands the verb, and behind that who is there.
bool SubjectRules::is_turned_behind_place(TokenRange verb) const {
    const std::size_t first = frame_.sentence.begin;
    if (verb.end != begin() || !frame_.is_any(first, {"in", "among", "on", "at", "inside", "aboard"}) ||
        starts_time(frame_, first + 1))
        return false;
    for (std::size_t i = first + 1; i < verb.begin; ++i)
        if (frame_.is_written(i, ",")) return false;
    return true;
}

// "256,000 jobs", "15,000 new police officers"; "deliveries were 405,278 vehicles" speaks of deliveries.
TokenRange SubjectRules::counted() const {
    if (const TokenRange told = predicate(); !told.empty()) return told;
    if (index_ > 0 && begins_counted_move(index_ - 1))
        return {frame_.draft(index_ - 1).subject_begin, frame_.draft(index_ - 1).subject_end};
    // "11 of the dead and nine of the wounded"
    if (quantity_.kind == Kind::count && frame_.is(behind(), "of") && frame_.is(behind() + 1, "the") &&
        frame_.is_any(behind() + 2, {"dead", "wounded", "injured", "missing", "sick"}) &&
        (!in_noun_phrase(frame_, behind() + 3) || is_verb_at(frame_, behind() + 3) ||
         has_past_ending(frame_.word(behind() + 3), 3)))
        return {behind() + 2, behind() + 3};
    // "Four of those wounded are still there", "seven of those held in the city"
    if (quantity_.kind == Kind::count && frame_.is(behind(), "of") && frame_.is(behind() + 1, "those") &&
        has_past_ending(frame_.word(behind() + 2), 3))
        return those_who(behind() + 1);
    // "killing 14 soldiers and wounding 22", "killed 19 people and left 14 missing"
    const bool without_noun = quantity_.kind == Kind::count && quantity_.unit == "people" &&
                              quantity_.noun_begin == quantity_.noun_end;
    // "puts the number of dead above 1,000": of what stands right before it
    const bool tallied = frame_.is(begin() - 1, WordClass::casualty) && frame_.is(begin() - 2, "of");
    const bool told_on = index_ > 0 && !tallied && draft_.claim.role != Role::to;  // "the toll … rose to 12"
    if ((quantity_.rule == "count.casualty" || without_noun) && told_on)
        if (const Draft& before = counted_before(); before.quantity.kind == Kind::count) {
            // "killed one man and injured two others"
            if (before.claim.value == Decimal(1) && frame_.is(behind(), "others"))
                return {behind(), behind() + 1};
            return of_others(before);
        }
    // "is treating 140 wounded", "has suffered 600,000 casualties"; "left six injured" is of what left them so
    if (quantity_.kind == Kind::count && quantity_.noun_end == quantity_.noun_begin &&
        frame_.is_any(behind(), {"casualties", "wounded", "injured", "fatalities"}))
        if (const auto verb = verb_before();
            verb && verb->end == begin() &&
            !frame_.is_any(verb->end - 1, {"left", "leave", "leaves", "leaving"}) &&
            (frame_.is_any(behind(), {"casualties", "fatalities"}) ||
             !frame_.is(verb->end - 1, WordClass::copula)))
            return frame_.is_any(behind(), {"wounded", "injured"}) ? TokenRange{behind(), behind() + 1}
                                                                   : noun_phrase_from(frame_, behind());
    if (quantity_.kind != Kind::count || quantity_.noun_end <= quantity_.noun_begin) return {};
    const bool end_of_move =
        (draft_.claim.role == Role::to || draft_.claim.role == Role::from) && !begins_counted_move(index_);
    if (const auto verb = verb_before(); verb && !quantity_.borrowed) {
        const bool of_index =
            (moves() || frame_.is(begin() - 1, WordClass::change_particle)) && counts_points(quantity_);
        // "No aid has reached 2,300 villagers": those whom it came to
        const bool reaches =
            frame_.is_any(verb->end - 1,
                          {"reach", "reached", "reaches", "reaching", "hit", "hits", "hitting"}) &&
            (frame_.is(quantity_.noun_end - 1, WordClass::person_noun) ||
             frame_.is_any(quantity_.noun_end - 1,
                           {"people",   "villages",  "towns",     "districts", "homes",     "households",
                            "families", "countries", "provinces", "firms",     "companies", "businesses",
                            "banks",    "schools",   "shops",     "stores",    "farms",     "hospitals",
                            "cities",   "states",    "nations",   "areas"}) ||
             frame_.token(quantity_.noun_end - 1).is_capitalised());
        const bool moved_by = draft_.claim.role == Role::change && frame_.is(begin() - 1, "by") &&
                              verb->end + 1 == begin();  // "Traffic would grow by 290 vehicles"
        // "trimmed its order by 12 planes, to 88": what was trimmed
        if (draft_.claim.role == Role::change && frame_.is(begin() - 1, "by") && verb->end + 1 < begin() &&
            frame_.is(verb->end - 1, WordClass::change_verb))
            if (const TokenRange moved = noun_phrase_from(frame_, verb->end, false);
                moved.end + 1 == begin() && !without_determiner(frame_, moved).empty())
                return moved;
        if (const TokenRange number = brought_to(*verb); !number.empty()) return number;
        // "raised its stake to 4 million shares", "raised their seats by two to nine", "will lift capacity to 90 million passengers"
        if (end_of_move && frame_.is(verb->end - 1, WordClass::change_verb) && verb->end + 1 < begin() &&
            (frame_.is(verb->end, WordClass::possessive_pronoun) ||
             (frame_.is(begin() - 1, "to") && noun_phrase_from(frame_, verb->end).end + 1 == begin())))
            if (const TokenRange raised = object_of_verb(); !raised.empty()) return raised;
        // "bringing the number of firms to 14"
        if (end_of_move && frame_.is(verb->end - 1, WordClass::bringing) && verb->end + 1 < begin())
            if (const TokenRange brought = object_of_verb(); !brought.empty()) return brought;
        // "Capacity should come to 18 million units"
        const bool comes_to = verb->end + 1 == opening() && frame_.is(verb->end, "to") &&
                              frame_.is_any(verb->end - 1, {"come", "comes", "came"});
        const bool is_said_of_subject = comes_to || (end_of_move && !reaches) || of_index || moved_by ||
                                        (!reaches && frame_.is(verb->end - 1, WordClass::copula) &&
                                         verb->end + 1 >= opening() && comes_to_so_many(*verb));
        // "such a target that there are thought to be 100 viruses"
        bool there = false;
        constexpr std::size_t longest_there = 5;
        for (std::size_t i = verb->end;
             is_said_of_subject && i-- > frame_.sentence.begin && i + longest_there >= verb->end;)
            there = there || frame_.is(i, "there");
        if (is_said_of_subject && !there)
            if (const TokenRange subject = subject_of(frame_, *verb);
                !without_determiner(frame_, subject).empty() &&
                !frame_.is_any(subject.begin,
                               {"there", "why", "how", "those"}) &&  // "Why are two million of them poor?"
                !frame_.is(subject.begin - 1, "those") &&
                !is_turned_behind_place(*verb))
                return subject;
    }
    // "Car exports rose 3.4%, to 1.39 million units": of what moved, whatever they are counted in.
    if (end_of_move && !verb_before() && (!quantity_.borrowed || has_moved_object()))
        if (const TokenRange moved = set_off(); !moved.empty()) return moved;
    if (quantity_.borrowed && index_ > 0) {
        // "40 tanks to Kyiv and Britain | 14", "three reports of assault and | two of theft": of the same noun alone
        if (quantity_.rule == "count.elliptic")
            if (const TokenRange same = had_by_others(); same.begin < quantity_.noun_end && !same.empty())
                return {same.begin, std::min(same.end, quantity_.noun_end)};
        const bool had = frame_.is_any(begin() - 1, {"has", "have", "had", "won", "wins", "win", "winning"});
        return had ? had_by_others() : counted_on();
    }
    // "fell 1%, or 213 points", "gained 2% to close at 3,400 points": of what moves
    if (index_ > 0 && counts_points(quantity_) && (moves() || frame_.is(begin() - 1, "at"))) return {};
    if (quantity_.adjective)  // "a six-storey hotel"
    {
        // ", from a downwardly revised 5.54 million unit | pace": of what moved so fast
        if (end_of_move && frame_.is_any(quantity_.noun_end, {"pace", "rate", "clip"})) return {};
        if (const TokenRange thing = noun_phrase_from(frame_, quantity_.noun_end); !thing.empty())
            return thing;
        if (const std::size_t thing = quantity_.noun_end;
            frame_.has(thing + 1) && frame_.token(thing).is_word() && frame_.is(thing + 1, "of"))
            return {quantity_.noun_end, quantity_.noun_end + 1};  // "an eight-page list"
    }
    std::size_t from = quantity_.adjective ? quantity_.noun_begin : std::min(behind(), quantity_.noun_begin);
    while (from < quantity_.noun_begin &&
           (frame_.is(from, WordClass::modifier) || frame_.is(from, "other") || frame_.is(from, "such") ||
            (frame_.is(from, WordClass::casualty) && !frame_.is(from, "dead") &&
             frame_.token(from + 1).is_capitalised())))
        ++from;  // "eight injured | Thai nationals"
    TokenRange found = noun_phrase_from(frame_, from);
    if (found.end < quantity_.noun_end) {
        // "1,000 maintenance and cleaning workers": two words before one noun
        const bool two = found.end > found.begin && frame_.is_any(found.end, {"and", "or"}) &&
                         found.end + 1 == quantity_.noun_begin;
        found = {two ? found.begin : quantity_.noun_begin, quantity_.noun_end};
    }
    while (found.end > quantity_.noun_end && frame_.is(found.end - 1, WordClass::age_word))
        --found.end;  // "four men aged between 20 and 30"
    // "17 people dead": the phrase ends with its noun, but for what hangs on it.
    return without_tail_of_count(found);
}

// "12 people | including two children", "five districts | by wide margins", "a city of 280,000 people | in the state of
// Guerrero": without what is none of those who are counted.
TokenRange SubjectRules::without_tail_of_count(TokenRange found) const {
    const bool live_there = begin() > frame_.sentence.begin + 2 && frame_.is(begin() - 1, "of") &&
                            frame_.is_any(begin() - 2, {"city", "town", "village", "country", "nation",
                                                        "island", "metropolis", "municipality"});
    if (live_there && found.end > quantity_.noun_end) return {found.begin, quantity_.noun_end};
    // "took 250 others | hostage"
    if (found.end == quantity_.noun_end + 1 &&
        frame_.is_any(found.end - 1, {"hostage", "captive", "prisoner"}))
        --found.end;
    if (found.end == quantity_.noun_end + 1 && do_something(found.end - 1))
        return {found.begin, found.end - 1};
    // "24 defeats | spanning more than 600 days"
    if (found.end > quantity_.noun_end && index_ + 1 < frame_.count() &&
        frame_.draft(index_ + 1).quantity.begin == quantity_.noun_end + 1 &&
        has_ending(frame_.word(quantity_.noun_end), "ing", 3))
        return {found.begin, quantity_.noun_end};
    const std::size_t noun = quantity_.noun_end - 1;
    const bool done_to_them = is_done_to_counted();
    const bool somebody =
        !frame_.is_any(noun, {"suspects", "defendants", "victims", "witnesses", "survivors"}) &&
        (frame_.is_one_of(noun, {WordClass::person_noun, WordClass::staff_noun}) ||
         frame_.token(noun).is_capitalised() || frame_.is(begin() - 1, WordClass::casualty_verb) ||
         frame_.is_any(begin() - 1, {"struck", "hit", "destroyed", "fired", "intercepted"}));
    for (std::size_t i = quantity_.noun_end; i + 1 < found.end; ++i) {
        const bool within =
            frame_.is(i, "in") && (stands_alone_behind_in(i + 1) || (somebody && is_event(i + 1, found.end)));
        const bool tail =
            frame_.is(i, "including") || frame_.is(i, "how") || within ||
            // "six students | protesting for the right to wear scarves"
            (has_ending(frame_.word(i), "ing", 3) && frame_.is(found.end, "to") &&
             frame_.is_any(found.end - 1, {"right", "chance", "ability", "opportunity"})) ||
            (frame_.is(i, "between") && frame_.is(i + 1, "the") && frame_.is(i + 2, WordClass::time_unit)) ||
            // "added nine banks | to its sanctions list"
            (frame_.is(i, "to") && frame_.is_any(begin() - 1, {"add", "adds", "added", "adding"})) ||
            // "took 250 others | back to Lenz"
            (frame_.is_any(i, {"back", "home"}) && frame_.is_any(i + 1, {"to", "into", "from"})) ||
            (frame_.is(i, "by") && (done_to_them || frame_.is_any(found.end - 1, {"margin", "margins"})));
        if (tail)
            return {found.begin,
                    i > quantity_.noun_end && has_ending(frame_.word(i - 1), "ing", 2) ? i - 1 : i};
    }
    return found;
}

// "30 women | wear the niqab", "five shots | ringing out": what those that are counted do.
bool SubjectRules::do_something(std::size_t verb) const {
    if (frame_.is(verb, "how")) return true;  // "taught 40 girls | how"
    if (!looks_plural(frame_.document, verb - 1) && !frame_.is(verb - 1, WordClass::person_noun))
        return false;
    static constexpr WordClasses behind{WordClass::determiner, WordClass::possessive_pronoun,
                                        WordClass::preposition, WordClass::change_particle};
    if (!frame_.has_any(verb + 1, behind) && !frame_.is_any(verb + 1, {"out", "up", "together", "away"}))
        return false;
    if (has_ending(frame_.word(verb), "ing", 3)) return !frame_.is(verb + 1, "of");
    return !frame_.token(verb).is_capitalised() && !looks_plural(frame_.document, verb) &&
           !has_past_ending(frame_.word(verb), 3) &&
           (frame_.is_one_of(verb + 1, {WordClass::determiner, WordClass::possessive_pronoun}) ||
            frame_.is(verb + 1, "up"));
}

// "the killing of six hostages by the guards", "the displacement of 700,000 villagers by": behind "by" stands who did it.
bool SubjectRules::is_done_to_counted() const {
    std::size_t of = begin() - 1;
    if (of > frame_.sentence.begin + 1 && frame_.is(of, WordClass::determiner)) --of;
    if (of <= frame_.sentence.begin || !frame_.is(of, "of")) return false;
    return has_ending(frame_.word(of - 1), "ing", 3) ||
           frame_.is_any(of - 1, {"execution",   "displacement", "injury",    "massacre",      "seizure",
                                  "prosecution", "murder",       "murders",   "abduction",     "arrest",
                                  "arrests",     "capture",      "detention", "expulsion",     "deportation",
                                  "death",       "deaths",       "slaughter", "assassination", "rape",
                                  "destruction", "emptied",      "demolition"});
}

// "killed 12 children in | a rocket attack on the hills": what happened there, and no place that they are of.
bool SubjectRules::is_event(std::size_t first, std::size_t end) const {
    std::size_t head = first;
    while (head + 1 < end &&  // "its latest round of strikes"
           (!frame_.is(head + 1, WordClass::preposition) || frame_.is(head + 1, "of")))
        ++head;
    return frame_.is(head, WordClass::event_noun) ||
           frame_.is_any(head, {"operation", "operations", "offensive", "war", "violence", "fighting",
                                "rampage", "incidents", "shelling", "battle"});
}

// "in total", "in retaliation to": how and why, and not in what.
bool SubjectRules::stands_alone_behind_in(std::size_t noun) const {
    return frame_.is_any(
               noun, {"total", "all", "response", "retaliation", "return", "exchange", "turn", "revenge"}) &&
           !in_noun_phrase(frame_, noun + 1);
}

}  // namespace figbook
