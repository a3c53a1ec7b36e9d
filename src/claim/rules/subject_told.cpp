// Subjects that news tells in turns of its own: what somebody puts at a figure, what stands between commas with it and has
// a verb behind, those who were asked, what weighs so much.
#include "claim/instrument_codes.hpp"
#include "claim/rules/subject_rules.hpp"
#include "quantity/counted.hpp"
#include "text/endings.hpp"

namespace figbook {

// "The true cost of each move | it [puts] at £4,050": what stands before whoever puts it so, where the clause opens with it.
TokenRange SubjectRules::object_before(std::size_t verb) const {
    const std::size_t who = verb - 1;
    if (verb < frame_.sentence.begin + 3 || !frame_.is_any(who, {"it", "he", "she", "they", "we", "i"}))
        return {};
    const TokenRange thing = noun_phrase_before(frame_, who);
    if (thing.empty() || thing.end != who || starts_time(frame_, thing.begin)) return {};
    const bool within = frame_.is(thing.begin, WordClass::determiner);
    if (!within && thing.begin == frame_.sentence.begin) return {};
    const std::size_t article = within ? thing.begin : thing.begin - 1;
    const bool opens = frame_.is(article, WordClass::determiner) &&
                       (article == frame_.sentence.begin || frame_.is_written(article - 1, ";") ||
                        frame_.is(article - 1, WordClass::quotation_mark));
    return opens ? without_determiner(frame_, thing) : TokenRange{};
}

// "estimate the stock at 9 million tonnes", `put the bill at "at least $10 billion"`, "see the funds rate at 3.4%"
TokenRange SubjectRules::put_at() const {
    std::size_t at = begin() - 1;
    if (frame_.is(at, WordClass::quotation_mark)) --at;
    if (!frame_.is(at, "at") || at < frame_.sentence.begin + 2) return {};
    if (frame_.is(at - 1, WordClass::putting_at)) return object_before(at - 1);
    // "put the number of lives lost, by the end of 1945, at 140,000": before what is set between commas
    const bool set_in = frame_.is_written(at - 1, ",");
    const std::size_t furthest = set_in ? 24 : 12, behind_thing = at;
    for (std::size_t i = at - 1; i-- > frame_.sentence.begin && i + furthest > behind_thing;) {
        if (frame_.is_written(i, ",")) {
            if (!set_in) return {};
            at = i;
        }
        if (divides_clauses(frame_, i) && !set_in) return {};
        // "puts the stock at", "put daily consumption at"
        const bool opens = (frame_.is(i + 1, WordClass::determiner) && !frame_.is(i + 1, "that")) ||
                           (frame_.is_any(i, {"put", "puts"}) && !set_in && i + 2 < at &&
                            noun_phrase_from(frame_, i + 1).end == at);
        if (set_in && at == behind_thing && frame_.is(i, WordClass::putting_at)) --at;
        if (frame_.is(i, WordClass::putting_at)) {
            // "the number of dead at 29" goes on with what was counted; a move there is of its own thing
            const TokenRange thing = without_determiner(frame_, {i + 1, at});
            if (!opens || moves() || thing.empty() || thing.end == thing.begin + 1)
                return opens && !moves() && !frame_.is(i + 2, WordClass::weak_noun) ? thing : TokenRange{};
            return thing;
        }
        if (frame_.is_one_of(i, {WordClass::auxiliary, WordClass::modal, WordClass::relative})) return {};
    }
    return {};
}

// Where the comma stands that ends what is set in behind the figure, and behind it the verb of the clause: "its rate,
// at 11 percent, | remains", "shares, down 17% since March, | were". 0 where no verb follows.
std::size_t SubjectRules::closes_before_verb() const {
    constexpr std::size_t longest = 10;
    const std::size_t first = quantity_.per.empty() ? behind() : end_of_per();
    for (std::size_t i = first; frame_.has(i) && i < first + longest; ++i) {
        if (frame_.is_written(i, ",")) {
            std::size_t verb = i + 1;
            while (frame_.is(verb, WordClass::modifier) && !is_verb_at(frame_, verb)) ++verb;
            return is_verb_at(frame_, verb) && !has_ending(frame_.word(verb), "ing", 2) ? i : 0;
        }
        if (divides_clauses(frame_, i) || is_verb_at(frame_, i)) return 0;
    }
    return 0;
}

// "The maximum price, £44 per megawatt hour, was too low" too, "…, but its cost-income ratio, at 71 percent, remains the worst", "Its London-listed shares, down 17% this year, were"
TokenRange SubjectRules::set_before_verb() const {
    if (counts_its_noun() && frame_.is(begin() - 1, "by")) return {};  // "Orlo, backed by 100 firms, is"
    std::size_t at = begin() - 1;
    if (frame_.is_written(at, ",")) {
        const bool amount = quantity_.kind == Kind::money || quantity_.kind == Kind::percent;
        if (moves() || !amount ||
            !(frame_.is_written(behind(), ",") || frame_.is_any(behind(), {"per", "a"})))
            return {};
        ++at;
    }
    if (frame_.is_any(at, {"by", "from", "to"}) && at > frame_.sentence.begin) --at;      // "up by a fifth"
    if (frame_.is(at - 1, WordClass::modifier) && !frame_.is_written(at - 1, ",")) --at;  // "now at"
    if (at < frame_.sentence.begin + 2 || !frame_.is_written(at - 1, ",")) return {};
    if (closes_before_verb() == 0) return {};
    // "The site, used by 4 million people, was": those who are counted did it
    if (quantity_.kind == Kind::count && quantity_.noun_end > quantity_.noun_begin &&
        frame_.is(begin() - 1, "by") && !moves() && !frame_.is(begin() - 2, WordClass::change_verb))
        return {};
    const TokenRange found = noun_phrase_before(frame_, at - 1);
    if (found.empty() || found.end < before_instrument_code(frame_, at - 1)) return {};
    for (std::size_t k = 0; k < index_; ++k)  // "sold 29,100 homes, down 4%, hurt by": what that counts
        if (frame_.draft(k).quantity.phrase_end() > found.begin) return {};
    return found;
}

// "Spain again had the highest rate, 10.6%.": what the sentence names last.
TokenRange SubjectRules::named_last() const {
    if (quantity_.kind == Kind::count || moves() || begin() < frame_.sentence.begin + 3) return {};
    const bool goes_on =
        frame_.is_written(behind(), ",") && frame_.is_any(behind() + 1, {"while", "but", "whereas"});
    const std::size_t end = quantity_.per.empty() ? behind() : end_of_per();
    if (frame_.has(end) && !frame_.is_any(end, {".", ";"}) && !goes_on) return {};
    // "Norway has the highest rate, at 94%", but of "Inflation is the highest, at 6%" the clause is said
    const bool at = frame_.is(begin() - 1, "at");
    const std::size_t comma = at ? begin() - 2 : begin() - 1;
    if (at && (!frame_.is_written(comma, ",") || quantity_.kind == Kind::measure)) return {};
    const auto verb = verb_group_before(frame_, comma);
    if (!verb || frame_.is(verb->end - 1, WordClass::cue)) return {};
    if (at &&
        frame_.is_one_of(verb->end - 1, {WordClass::copula, WordClass::outdoing, WordClass::change_verb}))
        return {};
    const TokenRange thing = noun_phrase_from(frame_, verb->end);
    const bool article = frame_.is_any(thing.begin, {"the", "a", "an", "its", "their", "his", "her"});
    return article && thing.end == comma ? thing : TokenRange{};
}

// "A survey of staff found that seven out of 10 had": those who were asked.
TokenRange SubjectRules::asked() const {
    if (frame_.is(behind(), "of") || moves()) return {};
    std::size_t at = begin();
    if (at > frame_.sentence.begin && frame_.is(at - 1, "that")) --at;
    // "found 43% backed the plan | while 38% opposed it"
    if (index_ > 0 && at > frame_.sentence.begin && frame_.is_any(at - 1, {"and", "while", "but", ","}))
        if (const Draft& before = frame_.draft(index_ - 1);
            before.quantity.kind == quantity_.kind && before.subject_end > before.subject_begin &&
            before.subject_begin > frame_.sentence.begin + 2 && before.subject_end < before.quantity.begin &&
            is_verb_at(frame_, behind())) {
            const bool counted = frame_.token(before.subject_begin - 1).is_number();
            const std::size_t of = before.subject_begin - (counted ? 2 : 1);
            if (frame_.is(of, "of") && frame_.is(of - 1, WordClass::poll_noun))
                return {before.subject_begin, before.subject_end};
        }
    if (at < frame_.sentence.begin + 3 || !frame_.is(at - 1, WordClass::cue)) return {};
    const TokenRange survey = noun_phrase_before(frame_, at - 1);
    for (std::size_t i = survey.begin; i + 2 < survey.end; ++i)
        if (frame_.is(i, WordClass::poll_noun) && frame_.is(i + 1, "of"))
            return {i + 2, end_of_head(frame_.document, {i + 2, survey.end})};
    return {};
}

// "Of those polled, 61% said so": those of whom it is a share. "52% backed the plan": what they were asked of.
TokenRange SubjectRules::polled() const {
    if ((quantity_.kind != Kind::percent && quantity_.kind != Kind::ratio) || moves()) return {};
    const std::size_t first = frame_.sentence.begin, comma = begin() - 1;
    if (begin() > first + 2 && frame_.is_written(comma, ",") && frame_.is_any(first, {"of", "among"})) {
        bool one = true;  // phrase
        for (std::size_t i = first + 1; i < comma; ++i)
            one = one && !frame_.is_written(i, ",") && !frame_.token(i).is_number();
        if (one) return {first + 1, comma};
    }
    const std::size_t verb = frame_.is(behind(), WordClass::modifier) ? behind() + 1 : behind();
    // "Twelve percent had no opinion": nothing that they were asked of
    const bool holds = frame_.is_one_of(verb, {WordClass::auxiliary, WordClass::copula, WordClass::modal});
    if (!frame_.is(verb, WordClass::opinion_verb) && (holds || !share_acts(frame_, quantity_))) return {};
    const TokenRange thing = noun_phrase_from(frame_, frame_.is(verb + 1, "of") ? verb + 2 : verb + 1, false);
    return thing.empty() || frame_.is(thing.begin, WordClass::pronoun)
               ? TokenRange{}
               : joined(without_determiner(frame_, thing));
}

// "The bird, a female weighing 5.6kg, rested", "a slab of ice measuring 40 square kilometres"
TokenRange SubjectRules::measures() const {
    if (!frame_.is(begin() - 1, WordClass::measuring_participle) || begin() < frame_.sentence.begin + 2)
        return {};
    if (counts_its_noun() && frame_.is_any(begin() - 1, {"spanning", "covering"})) return {};
    if (frame_.is(begin() - 2, "each") && index_ > 0)  // "36 satellites, each weighing 147 kilograms"
        return {frame_.draft(index_ - 1).subject_begin, frame_.draft(index_ - 1).subject_end};
    const bool yields = frame_.is(begin() - 1, "yielding");
    if (yields && frame_.is_written(begin() - 2, ",")) return {};  // "traded at 36 cents, yielding 24%"
    // "A ring, weighing 3 ounces, vanished", "Masts, each weighing 30 tonnes, will"
    std::size_t end = begin() - 1;
    if (end > frame_.sentence.begin + 2 && frame_.is(end - 1, "each") && frame_.is_written(end - 2, ","))
        --end;
    if (frame_.is_written(end - 1, ",")) --end;
    TokenRange found = noun_phrase_before(frame_, end);
    if (found.end != end) return {};
    // "with exports to Dorne, its largest market, totalling $9bn": over what that is
    if (end + 2 == begin() && frame_.is_written(end, ","))
        if (const std::size_t told = before_description(end); told < end)
            if (const TokenRange thing = noun_phrase_before(frame_, told);
                thing.end == told && !thing.empty())
                found = thing;
    if (yields && starts_time(frame_, found.end - 1)) return {};
    if (!yields && !frame_.is_any(begin() - 1, {"totaling", "totalling"})) return found;
    // "guilty of 18 counts of fraud totalling £6m", "in second place with gifts totalling £6m": those that are counted, or are several
    if (index_ > 0)
        if (const Draft& counted = frame_.draft(index_ - 1);
            counted.quantity.kind == Kind::count && counted.subject_begin >= counted.quantity.begin &&
            counted.subject_end == end)
            return {counted.subject_begin, counted.subject_end};
    for (std::size_t i = end; yields && i-- > found.begin + 1;)  // "lenders with bonds yielding 15%"
        if (frame_.is_any(i, {"with", "of"}) && i + 1 < end) return {i + 1, end};
    const bool several = looks_plural(frame_.document, end - 1) && !frame_.token(end - 1).is_capitalised() &&
                         !looks_plural(frame_.document, end_of_head(frame_.document, found) - 1);
    for (std::size_t i = end; several && i-- > found.begin + 1;)
        if ((frame_.is(i, WordClass::preposition) || frame_.is(i, "to")) && !is_behind_hyphen(frame_, i))
            return {frame_.is(i + 1, WordClass::acting_form) && i + 2 < end ? i + 2 : i + 1, end};
    return found;
}

// "would take 36 percent of the vote", "was on 42% of the vote": of the one who has it.
TokenRange SubjectRules::vote_share() const {
    const std::size_t noun = frame_.is(behind() + 1, WordClass::determiner) ? behind() + 2 : behind() + 1;
    // "won 34% of the vote | but 63% of the seats"
    if (index_ > 0 && frame_.is(noun, "seats") && frame_.is_any(begin() - 1, {"and", "but"}))
        if (const Draft& votes = frame_.draft(index_ - 1);
            votes.quantity.kind == quantity_.kind && votes.quantity.end + 4 >= begin() &&
            frame_.is_any(begin() - 2, {"vote", "votes"}) && votes.subject_end < votes.quantity.begin)
            return {votes.subject_begin, votes.subject_end};
    if (!frame_.is_any(noun, {"vote", "votes", "ballots", "ballot"}) &&
        !(frame_.is(noun, "market") && !in_noun_phrase(frame_, noun + 1)))
        return {};
    const auto verb = verb_before();
    if (!verb) return {};
    const bool gets = verb->end == opening() && frame_.is(verb->end - 1, WordClass::vote_getting);
    const bool stands = verb->end + 1 == opening() && frame_.is(verb->end - 1, WordClass::copula) &&
                        frame_.is_any(begin() - 1, {"on", "at"});
    return gets || stands ? subject_of(frame_, *verb) : TokenRange{};
}

// "a steeper fall than the 15% posted by the industry": whose it is.
TokenRange SubjectRules::posted_by() const {
    if (!frame_.is_any(behind(), {"posted", "recorded", "registered", "reported", "suffered", "managed",
                                  "achieved", "notched", "booked", "seen"}) ||
        !frame_.is(behind() + 1, "by") || begin() < frame_.sentence.begin + 2 ||
        !frame_.is(begin() - 1, "the"))
        return {};
    return frame_.is_any(begin() - 2, {"than", "with", "to", "from", "against", "versus"})
               ? noun_phrase_from(frame_, behind() + 2, false)
               : TokenRange{};
}

// "amounts to a fifth of what it sells", "would equal roughly 3% of staff": said of what comes to so much.
TokenRange SubjectRules::amounts_to() const {
    if (frame_.is_any(begin(), {"exceed", "exceeds", "exceeded", "top", "tops", "topped"}) &&
        is_verb_at(frame_, begin()))
        return grammatical();  // "exceed 30% of sales"
    const auto verb = verb_before();
    if (!verb) return {};
    const std::size_t last = verb->end - 1;
    const bool to = verb->end + 1 == begin() && frame_.is(verb->end, "to") &&
                    frame_.is_any(last, {"amounts", "amount", "amounted", "equates", "equated", "equate"});
    // "aims to reach 35% of the population": whom it reaches
    const std::size_t whole = noun_phrase_from(frame_, behind() + 1, false).end;
    const bool of_people = whole > behind() + 1 && (frame_.is(whole - 1, WordClass::person_noun) ||
                                                    frame_.is_any(whole - 1, {"population", "audience"}));
    const bool equals = verb->end == begin() && !of_people &&
                        frame_.is_any(last, {"equal", "equals", "equalled", "reach", "reaches", "reached",
                                             "exceed", "exceeds", "exceeded"});
    // "Coverage stood at 87 per cent of the target", "are at 82% of their level before it"
    const bool stands = verb->end + 1 == begin() && frame_.is(verb->end, "at") &&
                        (frame_.is_any(last, {"stood", "stands", "stand", "ran", "runs", "remained",
                                              "remains", "set", "fixed", "capped", "pegged"}) ||
                         frame_.is(last, WordClass::copula));
    // "recovering to 89 per cent of its level"
    const bool of_own =
        frame_.is_any(behind() + 1, {"its", "their"}) &&
        frame_.is_any(behind() + 2, {"level", "levels", "peak", "capacity", "size", "value"}) &&
        verb->end + 1 == begin() && frame_.is_any(verb->end, {"to", "at"});
    return to || equals || stands || of_own ? subject_of(frame_, *verb) : TokenRange{};
}

// "rainfall 42 per cent above normal", "levels 20% below average": the noun right before it.
TokenRange SubjectRules::beyond_normal() const {
    const bool rate = quantity_.kind == Kind::percent || quantity_.kind == Kind::points;
    if (!rate || !frame_.is(behind(), WordClass::change_comparative) || begin() < frame_.sentence.begin + 2)
        return {};
    std::size_t end = begin();  // "Loans at 6% above inflation"
    if (frame_.is(end - 1, "at") && frame_.is_any(behind(), {"above", "below"}) &&
        !is_verb_at(frame_, end - 2))
        --end;
    // "at a low price -- 25 percent below the last"
    if (frame_.is_any(behind(), {"above", "below"})) end = before_dash(frame_, end);
    if (end <= frame_.sentence.begin) return {};
    const std::size_t noun = end - 1;
    static constexpr WordClasses none{WordClass::modifier, WordClass::adjective,   WordClass::determiner,
                                      WordClass::pronoun,  WordClass::preposition, WordClass::time_unit};
    // "tumbled before closing 4% lower": that is what was done
    const bool done = has_ending(frame_.word(noun), "ing", 3) && noun > frame_.sentence.begin &&
                      frame_.is_any(noun - 1, {"before", "after", "and", ","});
    if (!frame_.token(noun).is_word() || frame_.has_any(noun, none) || !in_noun_phrase(frame_, noun) ||
        is_adverb_form(noun) || done)
        return {};
    const TokenRange found = noun_phrase_before(frame_, end);
    return found.end == end && !starts_time(frame_, found.begin) && !starts_time(frame_, noun) ? found
                                                                                               : TokenRange{};
}

bool SubjectRules::is_adverb_form(std::size_t i) const {
    return has_ending(frame_.word(i), "ly", 3) && !frame_.is(i, WordClass::noun_in_ly);
}

// "rebuilding would cost $5 billion", "looking after them costs": what is done costs so much.
TokenRange SubjectRules::doing_costs() const {
    constexpr std::size_t longest = 6, longest_opening = 14;
    const auto verb = verb_before();
    if (!verb || !frame_.is_any(verb->end - 1, {"cost", "costs", "saves", "save", "saved"})) return {};
    const std::size_t first = frame_.sentence.begin;
    // "Ending the £2 cap on fares in the north would cost": the one that the sentence begins with stands further off
    const bool begins = has_ending(frame_.word(first), "ing", 2) &&
                        frame_.is(first + 1, WordClass::determiner) && verb->begin < first + longest_opening;
    for (std::size_t i = verb->begin; i-- > first && (begins || i + longest > verb->begin);) {
        if (begins && i > first && !is_verb_at(frame_, i) && !frame_.is_written(i, ",")) continue;
        if (frame_.token(i).kind == TokenKind::mark) return {};
        if (!has_ending(frame_.word(i), "ing", 2) || frame_.token(i).kind != TokenKind::word ||
            frame_.is_any(i + 1, {"to", "that"}) || frame_.is(i, WordClass::preposition) ||
            (frame_.is(i, WordClass::noun_first) && !frame_.is_any(i + 1, {"this", "the", "a", "an"})))
            continue;
        const bool opens = i == first || frame_.is_any(i - 1, {",", "that", "and", "but", "because", "if"}) ||
                           frame_.is_one_of(i - 1, {WordClass::cue, WordClass::quotation_mark});
        const bool acts =
            i + 1 == verb->begin ||
            frame_.is_one_of(i + 1, {WordClass::determiner, WordClass::preposition, WordClass::pronoun}) ||
            (i == first && in_noun_phrase(frame_, i + 1));  // "Moving house costs"
        return opens && acts ? TokenRange{i, verb->begin} : TokenRange{};
    }
    return {};
}

// "an earthquake of magnitude 6.8": what has it.
TokenRange SubjectRules::magnitude() const {
    // "the 1.1 million population of the north"
    if (quantity_.kind == Kind::number && frame_.is(behind(), WordClass::people_count))
        return noun_phrase_from(frame_, behind());
    // "A 5.6-magnitude earthquake"
    if (quantity_.kind == Kind::number && frame_.is(behind() - 1, WordClass::magnitude_noun))
        return noun_phrase_from(frame_, behind(), false);
    if (quantity_.kind == Kind::number && frame_.is(behind(), "-") &&
        frame_.is(behind() + 1, WordClass::magnitude_noun))
        return noun_phrase_from(frame_, behind() + 2, false);
    if (quantity_.kind == Kind::number && frame_.is(behind(), WordClass::magnitude_noun) &&
        in_noun_phrase(frame_, behind() + 1))  // "the 7.8 magnitude earthquake"
        return noun_phrase_from(frame_, behind() + 1, false);
    if (quantity_.kind != Kind::number || begin() == frame_.sentence.begin ||
        !frame_.is(begin() - 1, WordClass::magnitude_noun))
        return {};
    const TokenRange found = noun_phrase_before(frame_, begin());
    // "The quake, of magnitude 6.4, struck"
    const bool alone = found.end == found.begin + 1 && found.begin >= frame_.sentence.begin + 3 &&
                       frame_.is(found.begin - 1, "of") && frame_.is_written(found.begin - 2, ",");
    return alone ? noun_phrase_before(frame_, found.begin - 2) : found;
}

// "lives in Orlo, about 40 km (25 miles) north of Halden", "the river, located 20 miles from the border": the place that is there.
TokenRange SubjectRules::place_before_comma() const {
    std::size_t comma = begin() - 1;
    if (frame_.is_any(comma, {"located", "situated", "lying", "just", "only"})) --comma;
    if (!frame_.is_written(comma, ",")) comma = before_dash(frame_, begin());
    if (comma <= frame_.sentence.begin || comma == begin() || is_verb_at(frame_, comma - 1)) return {};
    TokenRange place = last_in_prepositions(noun_phrase_before(frame_, comma));
    if (frame_.is(place.begin, WordClass::direction) && frame_.is(place.begin + 1, "of"))
        place.begin += 2;  // "south of | the lake"
    return place.empty() || starts_time(frame_, place.begin) ? TokenRange{} : place;
}

// "drones over the Lenz region, which is | 90 km from the border": the place named last, and not what was done there.
TokenRange SubjectRules::place_before_which() const {
    const std::size_t where = behind_bracket(frame_, behind());
    if (!frame_.is(where, WordClass::direction) && !frame_.is_any(where, {"from", "away"})) return {};
    const auto& verb = verb_before();
    if (!verb || verb->end != begin() || verb->begin < frame_.sentence.begin + 3 ||
        !frame_.is(verb->begin - 1, "which") || !frame_.is_written(verb->begin - 2, ",") ||
        !frame_.is_any(verb->end - 1, {"is", "was", "lies", "lay", "sits"}))
        return {};
    TokenRange place = last_in_prepositions(noun_phrase_before(frame_, verb->begin - 2));
    if (frame_.is(place.begin, WordClass::direction) && frame_.is(place.begin + 1, "of")) place.begin += 2;
    return place;
}

// "a clinic in the village of Orlo": behind its last preposition but "of".
TokenRange SubjectRules::last_in_prepositions(TokenRange phrase) const {
    for (std::size_t i = phrase.end; i-- > phrase.begin;)
        if (frame_.is(i, WordClass::preposition) && !frame_.is(i, "of")) return {i + 1, phrase.end};
    return phrase;
}

// "a wall of mud three metres high", "The dam, 42 metres tall, was finished"
TokenRange SubjectRules::dimension() const {
    if (quantity_.kind != Kind::measure || begin() < frame_.sentence.begin + 2) return {};
    // "hail over 5 cm in diameter", "a clinic 185 miles northwest of the town"
    if (is_time_unit(quantity_.unit)) return {};
    if (const TokenRange place = place_before_which(); !place.empty()) return place;
    const bool across = frame_.is(behind(), "in") && (frame_.is(behind() + 1, WordClass::length_word) ||
                                                      frame_.is(behind() + 1, "diameter"));
    const std::size_t where = behind_bracket(frame_, behind());
    const bool placed = frame_.is(where, WordClass::direction) || frame_.is(where, "from");
    // "six miles north of the lake, some 90 miles south of the town": of what is there
    if (placed && index_ > 0 && frame_.is_written(begin() - 1, ","))
        if (const Draft& before = frame_.draft(index_ - 1);
            before.quantity.kind == Kind::measure && frame_.is(before.quantity.end, WordClass::direction))
            return {before.subject_begin, before.subject_end};
    if ((across || placed) && frame_.token(begin() - 1).is_word() && in_noun_phrase(frame_, begin() - 1)) {
        const TokenRange thing =  // "sent to a clinic | 40 miles away"
            last_in_prepositions(noun_phrase_before(frame_, begin()));
        if (!thing.empty() && thing.end == begin()) return thing;
    }
    const bool apart = placed || frame_.is_any(where, {"behind", "inside", "beyond"});
    if (apart)
        if (const TokenRange place = place_before_comma(); !place.empty()) return place;
    // "The mirror, 6.5 metres across, was", but "12 miles across the border"
    const bool wide = frame_.is(behind(), "across") &&
                      (!frame_.has(behind() + 1) || frame_.token(behind() + 1).kind == TokenKind::mark ||
                       frame_.is(behind() + 1, "and"));
    if (!wide && !frame_.is(where, WordClass::extent) && !frame_.is(behind(), WordClass::age_word)) return {};
    const std::size_t dash = before_dash(frame_, begin());
    const std::size_t end = frame_.is_written(begin() - 1, ",") ? begin() - 1 : dash;
    return is_verb_at(frame_, end - 1) ? TokenRange{} : noun_phrase_before(frame_, end);
}

}  // namespace figbook
