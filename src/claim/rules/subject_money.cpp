// Subjects of money by where it goes: what it is spent on and set aside for, taken from, charged for.
#include "claim/rules/subject_rules.hpp"
#include "quantity/counted.hpp"
#include "text/endings.hpp"

namespace figbook {

// "wiping £740m off its market value"
TokenRange SubjectRules::taken_off() const {
    std::size_t off = behind_bracket(frame_, behind());
    if (quantity_.kind == Kind::money && !quantity_.per.empty() && frame_.is_any(off, {"a", "per"})) off += 2;
    if (!frame_.is_any(off, {"off", "from"})) return {};
    const auto verb = verb_before();
    if (!verb) return {};
    // "cut $48m from its budget", "shaved £3m off the bill"
    const bool cuts =
        verb->end == begin() && quantity_.kind == Kind::money && !starts_figure(frame_, off + 1) &&
        frame_.is_any(verb->end - 1, {"cut", "cuts", "cutting", "trim", "trims", "trimmed", "shave", "shaves",
                                      "shaved", "slash", "slashed", "slashing"}) &&
        frame_.is_any(off + 1, {"its", "their", "the", "his", "her", "our", "a", "an"}) &&
        !starts_time(frame_, off + 1);
    if (cuts) return noun_phrase_from(frame_, off + 1, false);
    if (!frame_.is(off, "off") || !frame_.is(verb->end - 1, WordClass::takes_off)) return {};
    return noun_phrase_from(frame_, off + 1);
}

// "stole £640,000 from the pension fund": whose money it was, not who has it.
TokenRange SubjectRules::taken_from() const {
    if (quantity_.kind != Kind::money || !frame_.is(behind(), "from") || starts_time(frame_, behind() + 1))
        return {};
    const auto verb = verb_before();
    if (!verb || verb->end < begin() || !frame_.is(verb->end - 1, WordClass::stealing)) return {};
    return noun_phrase_from(frame_, behind() + 1);
}

// "cheating 400 pensioners out of $14m", "defrauded savers of £2m": those whose money it was.
TokenRange SubjectRules::cheated_of() const {
    if (quantity_.kind != Kind::money || begin() < frame_.sentence.begin + 3 || !frame_.is(begin() - 1, "of"))
        return {};
    constexpr std::size_t furthest = 18;
    const bool out = frame_.is(begin() - 2, "out");
    std::size_t whom = begin() - 1;
    for (std::size_t i = begin() - 2; whom + 1 == begin() && i > frame_.sentence.begin; --i) {
        // "cheated 90 pensioners, most of them widows, out of"
        const bool aside = out && frame_.is_written(i, ",");
        if (i + furthest < begin() || (frame_.token(i).kind == TokenKind::mark && !aside)) return {};
        const bool cheats = frame_.is_any(i, {"cheat", "cheats", "cheated", "cheating", "defraud", "defrauds",
                                              "defrauded", "defrauding", "swindle", "swindled", "swindling",
                                              "rob", "robbed", "robbing", "fleece", "fleeced", "fleecing"}) ||
                            (out && frame_.is_any(i, {"trick", "tricked", "tricking", "con", "conned",
                                                      "conning", "scam", "scammed", "scamming"}));
        if (cheats) whom = i + 1;
    }
    if (whom + 1 >= begin()) return {};
    // With those who are counted: "400 pensioners"
    if (index_ > 0)
        if (const Draft& counted = frame_.draft(index_ - 1); counted.quantity.begin >= whom &&
                                                             counted.subject_end > counted.subject_begin &&
                                                             counted.quantity.kind == Kind::count)
            return {counted.subject_begin, counted.subject_end};
    return noun_phrase_from(frame_, whom, false);
}

// "£41m will go to social care", "€5m was set aside for repairs": money before its verb, and what it is for.
TokenRange SubjectRules::goes_to() const {
    constexpr std::size_t furthest = 7;
    // "A fifth goes straight to clubs"
    const bool part =
        quantity_.kind == Kind::ratio && frame_.is_any(behind(), {"goes", "go", "went", "will"});
    if ((quantity_.kind != Kind::money && !part) || !frame_.sentence.has(WordClass::allotting)) return {};
    // ", £96,000 on a horse": those behind it go on with its verb.
    const std::size_t next = behind_told_again();
    const bool other_sum = next < frame_.count() && frame_.draft(next).quantity.kind == quantity_.kind;
    if (other_sum && !is_followed_by_list(next)) return {};
    const bool opens = begin() == frame_.sentence.begin || frame_.is_written(begin() - 1, ",") ||
                       frame_.is_written(begin() - 1, ";") ||
                       frame_.is_one_of(begin() - 1, {WordClass::conjunction, WordClass::determiner,
                                                      WordClass::quotation_mark, WordClass::cue}) ||
                       frame_.is_any(begin() - 1, {"how", "that", "why"});
    if (!opens) return {};
    // "Its record was the £24m paid to Varlo": of the record
    if (frame_.is(begin() - 1, "the") && frame_.is(begin() - 2, WordClass::copula)) return {};
    bool went = false;
    const std::size_t first = behind_bracket(frame_, behind());  // "A$10m (£7.6m) was spent on"
    for (std::size_t i = first; frame_.has(i) && i < first + furthest; ++i) {
        const bool into = frame_.is(i, "into") || (frame_.is(i, "in") && frame_.is(i - 1, "invested"));
        if (went && (into || frame_.is_any(i, {"to", "for", "towards", "toward", "on"})) &&
            !starts_time(frame_, i + 1))
            return is_verb_at(frame_, i + 1) ? what_is_done(i + 1) : noun_phrase_from(frame_, i + 1);
        if (went && frame_.is(i - 1, "spent"))  // "£3,000 has been spent restoring the signs"
            if (const TokenRange done = what_is_done(i); !done.empty()) return done;
        if (frame_.is(i, WordClass::allotting))
            went = true;
        else if (!frame_.is_one_of(i, {WordClass::auxiliary, WordClass::modal, WordClass::modifier,
                                       WordClass::quotation_mark}) &&
                 !frame_.is(i, "straight"))
            return {};
    }
    return {};
}

// The figure behind those that tell the same amount again: "A$10m (£7.6m; $8m)".
std::size_t SubjectRules::behind_told_again() const {
    std::size_t next = index_ + 1;
    while (next < frame_.count() && frame_.draft(next).claim.relation &&
           frame_.draft(next).claim.relation->kind == RelationKind::restates)
        ++next;
    return next;
}

// "£412,000 had gone on holidays, £96,000 on a horse and …"
bool SubjectRules::is_followed_by_list(std::size_t index) const {
    const Quantity& next = frame_.draft(index).quantity;
    return next.kind == Kind::money && frame_.is_written(next.begin - 1, ",") &&
           frame_.is_any(next.end, {"on", "to", "for"});
}

// "People earning | more than £50,000 pay 45%", "workers who earn £20,000": those who have so much.
TokenRange SubjectRules::those_having() const {
    const std::size_t verb = begin() - 1;
    if (quantity_.kind != Kind::money || begin() < frame_.sentence.begin + 2 ||
        !frame_.is_any(verb, {"earning", "earn", "making", "make", "owning", "own", "owing", "owe"}))
        return {};
    const bool who = frame_.is(verb - 1, "who");
    if (!who && !has_ending(frame_.word(verb), "ing", 3)) return {};
    const std::size_t end = who ? verb - 1 : verb;
    if (end == frame_.sentence.begin) return {};
    if (!who && frame_.is(end - 1, "those")) return {end - 1, begin()};  // "a tax on those earning £90,000"
    return looks_plural(frame_.document, end - 1) && !is_verb_at(frame_, end - 1)
               ? last_in_prepositions(noun_phrase_before(frame_, end))
               : TokenRange{};
}

// "charges $495 a dose": what each of it costs.
TokenRange SubjectRules::charged_for() const {
    if (quantity_.kind != Kind::money || quantity_.per.empty()) return {};
    const auto verb = verb_before();
    if (!verb || verb->end != begin() ||
        !frame_.is_any(verb->end - 1, {"charge", "charges", "charged", "charging"}))
        return {};
    const std::size_t unit = behind() + 1;
    const bool thing = frame_.is_any(behind(), {"a", "an", "per"}) && !frame_.is(unit, WordClass::time_unit);
    return thing && in_noun_phrase(frame_, unit) ? TokenRange{unit, unit + 1} : TokenRange{};
}

// Behind "an hour", "a barrel".
std::size_t SubjectRules::end_of_per() const {
    return frame_.is_any(behind(), {"a", "an", "per"}) ? behind() + 2 : behind();
}

// Behind the participle of "£5m set aside for repairs", "the N500 billion voted for palliatives"; `at` where none stands.
std::size_t SubjectRules::behind_allotted(std::size_t at) const {
    if (frame_.is(at, "set") && frame_.is(at + 1, "aside")) return at + 2;
    const bool done = frame_.is_any(at, {"voted", "budgeted", "approved", "raised", "needed", "meant",
                                         "intended", "available", "owed"}) ||
                      (frame_.is(at, WordClass::allotting) && has_ending(frame_.word(at), "ed", 3));
    return done ? at + 1 : at;
}

// Over the time of "found £2m on Monday for clinics", "pledged $3m yesterday for", to its "for".
std::size_t SubjectRules::allotted_over_day(std::size_t at) const {
    const bool day = frame_.is(at, "on") && frame_.is(at + 1, WordClass::weekday);
    const std::size_t close = day ? at + 2 : at + 1;
    return (day || frame_.is_any(at, {"yesterday", "today"})) && frame_.is(close, "for") ? close : at;
}

// Over the time of "spend £2m over four weeks on adverts", to its "on".
std::size_t SubjectRules::spent_over_time(std::size_t at) const {
    constexpr std::size_t longest_time = 6;
    if (!frame_.is(at, WordClass::preposition) || !frame_.is_any(at, {"in", "over", "during", "within"}))
        return at;
    for (std::size_t i = at + 1; frame_.has(i) && i <= at + longest_time; ++i) {
        if (frame_.is(i, "on") && frame_.is_one_of(i - 1, {WordClass::time_unit, WordClass::month})) return i;
        if (is_verb_at(frame_, i) || frame_.token(i).kind == TokenKind::mark) break;
    }
    return at;
}

// "spend $5m to run adverts", "raised £2m to buy 12 boats", "spent £500m tackling crime": what it is done to, or what is done.
TokenRange SubjectRules::spent_to_do(std::size_t at) const {
    const std::size_t verb = at + 1;
    const auto& gives = verb_before();
    const bool given = gives && frame_.is_any(gives->end - 1, {"give", "gives", "gave", "given", "giving"});
    if (frame_.is(at, "to") && !given && !frame_.is_any(begin() - 1, {"worth", "for", "at"}) &&
        frame_.is_any(verb,
                      {"buy",     "purchase", "acquire",   "build",    "rebuild", "construct", "run",
                       "fund",    "finance",  "reserve",   "complete", "finish",  "restore",   "repair",
                       "upgrade", "renovate", "refurbish", "install",  "cover",   "develop",   "replace"})) {
        const std::size_t thing = frame_.is(verb + 1, "and") ? verb + 3 : verb + 1;  // "buy and refurbish"
        if (index_ + 1 < frame_.count())
            if (const Quantity& next = frame_.draft(index_ + 1).quantity;
                next.begin == thing && next.noun_end > next.noun_begin)
                return noun_phrase_from(frame_, next.noun_begin);
        return noun_phrase_from(frame_, thing);
    }
    if (!frame_.has(at) || !has_ending(frame_.word(at), "ing", 3)) return {};
    const auto spends = [&](std::size_t i) {
        return frame_.is_any(i, {"spend", "spends", "spent", "spending"});
    };
    return spends(begin() - 1) || (gives && spends(gives->end - 1)) ? what_is_done(at) : TokenRange{};
}

// "restoring the signs"
TokenRange SubjectRules::what_is_done(std::size_t doing) const {
    if (!frame_.has(doing) || !has_ending(frame_.word(doing), "ing", 3) || !frame_.token(doing).is_word() ||
        frame_.is(doing, WordClass::preposition))
        return {};
    const TokenRange object = noun_phrase_from(frame_, doing + 1);
    return object.empty() || starts_time(frame_, object.begin) ? TokenRange{} : TokenRange{doing, object.end};
}

// "rebates of $600 for adults or | $1,200 for couples, plus | $300 for each child": what the figure before it, which is for others, is of.
TokenRange SubjectRules::paid_to_others() const {
    if (index_ == 0) return {};
    const Draft& before = frame_.draft(index_ - 1);
    const Quantity& other = before.quantity;
    if (other.kind != Kind::money || !frame_.is(other.end, "for") || before.subject_end > other.begin ||
        before.subject_end <= before.subject_begin || before.subject_begin < frame_.sentence.begin)
        return {};
    std::size_t joint = begin() - 1;
    if (!frame_.is_any(joint, {"and", "or", "plus", ","})) return {};
    if (joint > frame_.sentence.begin && frame_.is_written(joint - 1, ",")) --joint;
    const std::size_t whom = frame_.is(other.end + 1, "each") ? other.end + 2 : other.end + 1;
    const std::size_t last = joint - 1;
    const bool persons = frame_.is_one_of(last, {WordClass::person_noun, WordClass::staff_noun}) ||
                         frame_.is_any(last, {"couples", "families", "households", "individuals", "adults"});
    return persons && noun_phrase_from(frame_, whom).end == joint
               ? TokenRange{before.subject_begin, before.subject_end}
               : TokenRange{};
}

// "$156 billion in Norden consumer goods", "$61 billion in Norden aid", "$25 billion in Energy Department loans", but "in Norden"
// alone is a place.
bool SubjectRules::opens_peoples_goods(std::size_t name) const {
    constexpr std::size_t longest = 5;
    bool several = false;  // words with capitals: of a town too, "in New York hotels"
    for (std::size_t i = name + 1; i < name + longest && in_noun_phrase(frame_, i); ++i) {
        if (!frame_.token(i).is_word() || frame_.is(i, WordClass::determiner)) return false;
        if (frame_.token(i).is_capitalised()) {
            several = true;
            continue;
        }
        if (frame_.is(i, WordClass::money_whole) ||
            frame_.is_any(i,
                          {"funding", "aid", "assistance", "debt", "spending", "relief", "support", "loans",
                           "grants", "bonds", "benefits", "contracts", "subsidies", "funds", "payments"}))
            return true;
        if (looks_plural(frame_.document, i)) return !several;
    }
    return false;
}

// "spend £2.4bn on staff training", "$3bn for schools": what the money is for.
TokenRange SubjectRules::spent_on() const {
    if (quantity_.kind != Kind::money || moves()) return {};
    // "a deal worth €1bn for Orlo to build ships": what is worth it
    if (begin() > frame_.sentence.begin + 1 && frame_.is(begin() - 1, "worth") &&
        frame_.is(behind_bracket(frame_, behind()), "for") && in_noun_phrase(frame_, begin() - 2))
        return {};
    // "an entry fee of ¥300 for day trippers", "cheques of up to $1,200 for": the noun before says what.
    if (const std::size_t of = opening() - 1;
        of > frame_.sentence.begin + 1 && opening() > frame_.sentence.begin && frame_.is(of, "of") &&
        !frame_.is_one_of(of - 1, {WordClass::amount_noun, WordClass::forecast_noun}) &&
        in_noun_phrase(frame_, of - 1) && !frame_.is(of - 1, WordClass::acting_form))
        return {};
    // "would fetch Sh24 million on the black market": that is where
    if (frame_.is(behind(), "on") && frame_.is_any(behind() + 3, {"market", "markets"})) return {};
    std::size_t at = spent_over_time(quantity_.per.empty() ? behind() : end_of_per());
    // "£40m on roads, £12m of it on bridges"
    if (frame_.is(at, "of") && frame_.is(at + 1, "it") && frame_.is_any(at + 2, {"on", "for"})) at += 2;
    if (const std::size_t close = behind_bracket(frame_, at);
        close > at) {  // "24,000 shillings ($6.30) a month for food"
        at = close;
        if (!quantity_.per.empty() && frame_.is_any(at, {"a", "an", "per"})) at += 2;
    }
    // "the $90 million sought in the appeal", "sought in damages"
    if (frame_.is_any(at, {"sought", "demanded", "claimed", "requested"}) && frame_.is(at + 1, "in") &&
        !starts_time(frame_, at + 2) && frame_.has(at + 2) && !frame_.token(at + 2).is_capitalised())
        return noun_phrase_from(frame_, at + 2, false);
    if (const TokenRange done = spent_to_do(at); !done.empty()) return done;
    at = allotted_over_day(behind_allotted(at));
    if (frame_.is(at + 1, "for") &&
        frame_.is_any(at, {"just", "only", "mainly", "largely", "is", "are", "was", "were"}))
        ++at;  // "need $90m just for rice", "Of that, $3bn is for roads"
    // "a loss of $304m on revenue of $167m": what the next figure is of
    if (frame_.is(at, "on") && index_ + 1 < frame_.count()) {
        const std::size_t next = frame_.draft(index_ + 1).quantity.begin;
        if (next > at + 1 && next <= at + 6 && frame_.is(next - 1, "of")) return {};
    }
    if (!frame_.is_any(at, {"on", "for", "towards", "toward", "into"})) return {};
    const auto verb = verb_before();
    // "cocaine worth £4m into the country": where it goes; "fined the firm £9,000 for three breaches": why
    if ((frame_.is(at, "into") && frame_.is(begin() - 1, "worth")) ||
        (verb && frame_.is_any(verb->end - 1, {"fine", "fines", "fined", "fining"})))
        return {};
    // "pumped $10bn into Orlo Motors", "injected €3m into small banks": who got it is not what is measured
    if (frame_.is(at, "into") && has_subject()) {
        const TokenRange whom = noun_phrase_from(frame_, at + 1);
        const std::size_t head = whom.empty() ? at : end_of_head(frame_.document, whom) - 1;
        if (frame_.token(head).is_capitalised() ||
            frame_.is_one_of(head, {WordClass::firm_noun, WordClass::organisation_word}) ||
            frame_.is_any(head, {"economy", "banks", "bank", "club", "clubs", "system", "market", "markets"}))
            return {};
    }
    // "$9bn for 36 tanks": what the next figure counts.
    const bool each = frame_.is(at + 1, "each") && frame_.is(at + 2, "of");  // "for each of the 36 tanks"
    const std::size_t counted = each ? (frame_.is(at + 3, WordClass::determiner) ? at + 4 : at + 3) : at + 1;
    if (index_ + 1 < frame_.count())
        if (const Quantity& next = frame_.draft(index_ + 1).quantity;
            next.kind == Kind::count && next.begin == counted && next.noun_end > next.noun_begin)
            return noun_phrase_from(frame_, next.noun_begin);
    if (frame_.is(at, "for"))
        if (const TokenRange same = paid_to_others(); !same.empty()) return same;
    // "closed at $45.20 on the exchange", "sells for $9 a bushel on scarce supplies": where, or why
    if (frame_.is(at, "on") &&
        (frame_.is(begin() - 1, "at") ||
         (frame_.is(begin() - 1, "for") && verb &&
          frame_.is_any(verb->end - 1, {"sell", "sells", "sold", "selling", "trade", "trades", "traded"}))))
        return {};
    // "won £1m on a scratch card"
    const bool raised =
        verb && frame_.is(at, "on") && frame_.is_any(verb->end - 1, {"raise", "raises", "raised"});
    if (verb && (raised || frame_.is(verb->end - 1, WordClass::winning))) return {};
    // "was ordered to pay $4m for infringing two patents": why
    if (verb && frame_.is(at, "for") && frame_.is_any(verb->end - 1, {"pay", "pays", "paid", "paying"}) &&
        has_ending(frame_.word(at + 1), "ing", 3) &&
        (frame_.is(at + 1, WordClass::acting_form) || is_verb_at(frame_, at + 1)))
        return {};
    const bool number =
        frame_.has(at + 1) && (frame_.token(at + 1).is_number() || frame_.is(at + 1, WordClass::number));
    if (number || frame_.is_any(at + 1, {"average", "comparison", "example"}) || frame_.is(at + 3, "time") ||
        starts_time(frame_, at + 1) || frame_.is(at + 2, WordClass::time_unit))
        return {};
    TokenRange found = noun_phrase_from(frame_, at + 1);
    if (found.end == at + 2 && frame_.is(at, "for") && has_ending(frame_.word(at + 1), "ing", 3) &&
        starts_figure(frame_, found.end))
        return {};  // "pay $12m for charging 34,000 customers"
    if (found.end == at + 2 && frame_.is(found.end, WordClass::determiner))  // "for running an office"
        found.end = noun_phrase_from(frame_, found.end).end;
    // "spent £3m on setting up clinics", "on buying out shareholders"
    if (found.end == at + 2 && has_ending(frame_.word(at + 1), "ing", 3) &&
        frame_.is_any(found.end, {"up", "out", "off", "back", "down"}))
        found.end = std::max(found.end, noun_phrase_from(frame_, found.end + 1).end);
    return found;
}

}  // namespace figbook
