// What "the", "those", "its" or "Oakley's" says to be there already: "The two men will be sentenced", "to sell his £9m home".
#include <algorithm>

#include "claim/phrases.hpp"
#include "claim/rules/modality_context.hpp"
#include "claim/verbs.hpp"
#include "text/endings.hpp"

namespace figbook {

bool ModalityContext::is_owner(std::size_t i) const {
    return frame_.token(i).kind == TokenKind::possessive ||
           frame_.is_any(i, {"its", "their", "his", "her", "our", "my"});
}

// "would ballot its 1,450 members", "pay it to the 183 towns affected": they are there, whatever is to be done with them.
bool ModalityContext::are_there(const Quantity& quantity) const {
    const std::size_t before = quantity.begin - 1;
    if (quantity.kind != Kind::count) return false;
    // "They would like the two of them to talk"
    if (quantity.noun_end <= quantity.noun_begin)
        return quantity.rule == "count.of_them" && frame_.is(before, "the");
    // "the forecast in a poll of 14 analysts"
    if (frame_.is(before, "of") && frame_.is_any(before - 1, {"poll", "survey", "sample", "panel"}))
        return true;
    if (is_group_there(quantity)) return true;
    return frame_.is(before, "the") &&
           (frame_.is_any(quantity.noun_end, {"affected", "involved", "concerned", "hit"}) ||
            is_told_of_what_was(quantity.noun_end));
}

// "a deal to free the 101 hostages", "Oakley's 900 pupils will be moved": not "the 300 workers it needs", "The 40 new homes".
bool ModalityContext::is_group_there(const Quantity& quantity) const {
    std::size_t before = quantity.begin - 1;
    if (frame_.is_any(before, {"remaining", "other"})) --before;
    const bool owned = is_owner(before);
    if (!owned && !frame_.is_any(before, {"the", "those", "these"})) return false;
    // "mobilise its one million members to vote", but "the 300 workers to be hired"
    const bool to_act = owned && frame_.is(quantity.noun_end, "to");
    if (is_told_anew(quantity) || (!to_act && is_wanted_behind(quantity.noun_end))) return false;
    const bool made = !owned && is_made_to_order(quantity.noun_end - 1) && !is_acted_on_behind(quantity);
    return !made && !is_brought_about(before, quantity.noun_end);
}

// "the 40 new homes", "its 300 extra beds"
bool ModalityContext::is_told_anew(const Quantity& quantity) const {
    if (frame_.is(quantity.noun_end - 1, WordClass::plan_noun)) return true;  // "their 100 pledges"
    for (std::size_t i = quantity.core; i < quantity.noun_end; ++i)
        if (frame_.is_any(i, {"new", "extra", "additional", "more", "further", "planned", "proposed"}))
            return true;
    return false;
}

// "the 300 workers | it needs", "| expected to come", "| who will staff the ward", "| to be hired".
bool ModalityContext::is_wanted_behind(std::size_t behind) const {
    constexpr std::size_t furthest = 4;
    if (frame_.is(behind, "to")) return true;
    for (std::size_t i = behind; i < behind + furthest && frame_.has(i); ++i) {
        if (frame_.token(i).kind == TokenKind::mark) return false;
        if (frame_.is(i, WordClass::modal)) return i > behind && is_relative_or_pronoun(i - 1);
        const bool due = frame_.is_any(i, {"due", "set"}) && !frame_.is_any(i - 1, {"is", "are"});
        if (due || (frame_.is(i, WordClass::projecting) && !frame_.is(i - 1, WordClass::auxiliary)) ||
            frame_.is_any(i, {"needed", "needs", "need", "required", "wanted", "wants", "claimed"}))
            return true;
    }
    return false;
}

bool ModalityContext::is_relative_or_pronoun(std::size_t i) const {
    return (frame_.is(i, WordClass::pronoun) && !frame_.is(i, "there")) ||
           frame_.is_any(i, {"who", "which", "that"});
}

// "the 300 jobs", "the 40 homes": told of before there are any.
bool ModalityContext::is_made_to_order(std::size_t noun) const {
    return frame_.is_any(
        noun, {"jobs",      "posts",    "roles",   "homes", "houses",       "flats",    "apartments",
               "buildings", "turbines", "units",   "rooms", "places",       "openings", "courses",
               "stations",  "projects", "schemes", "cuts",  "redundancies", "closures"});
}

// "The 40 homes on the site | will be sold"
bool ModalityContext::is_acted_on_behind(const Quantity& quantity) const {
    constexpr std::size_t furthest = 9;
    for (std::size_t i = quantity.noun_end; i < quantity.noun_end + furthest && frame_.has(i); ++i) {
        if (divides_clauses(frame_, i)) return false;
        if (frame_.is(i, "be"))
            return frame_.is_any(
                i + 1, {"sold", "demolished", "evacuated", "searched", "inspected", "repaired", "replaced",
                        "refurbished", "renovated", "emptied", "saved"});
    }
    return false;
}

// Verbs by which things come to be, or somebody comes to have them.
bool ModalityContext::brings_into_being(std::size_t i) const {
    return frame_.is_any(
        i, {"build",      "built",    "building",    "create",      "created",      "creating",  "construct",
            "produce",    "produced", "constructed", "manufacture", "manufactured", "printed",   "plant",
            "planted",    "erect",    "erected",     "install",     "installed",    "launch",    "launched",
            "hire",       "hired",    "recruit",     "recruited",   "employ",       "appoint",   "appointed",
            "add",        "added",    "generate",    "generated",   "deliver",      "delivered", "introduce",
            "introduced", "supply",   "supplied",    "provide",     "provided",     "open",      "opened",
            "secure",     "win",      "won",         "muster",      "need",         "require",   "attract",
            "host",       "charged",  "imposed",     "levied",      "set",          "issue",     "issued",
            "needs",      "reopen"});
}

// "[would create] the 300 posts", "[The 3 million books] will be printed": what comes to be by the verb before or behind it.
bool ModalityContext::is_brought_about(std::size_t determiner, std::size_t behind) const {
    constexpr std::size_t longest = 4, furthest = 9;
    std::size_t verb = determiner;
    if (frame_.token(determiner).kind == TokenKind::possessive)  // "to open Oakley's two shops"
        while (verb > frame_.sentence.begin + 1 && verb + longest > determiner &&
               (in_noun_phrase(frame_, verb - 1) || frame_.is(verb - 1, WordClass::determiner)) &&
               !brings_into_being(verb - 1))
            --verb;
    if (verb > frame_.sentence.begin && brings_into_being(verb - 1)) return true;
    for (std::size_t i = behind; i < behind + furthest && frame_.has(i); ++i) {
        if (divides_clauses(frame_, i)) return false;
        static constexpr WordClasses helpers{WordClass::modal, WordClass::auxiliary};
        const bool helped = frame_.has_any(i - 1, helpers) || frame_.is(i - 1, "to");
        if (helped && brings_into_being(i)) return true;
        // "the 300 workers will go", "The firm's four plants are to close": how many do is what is told
        if (helped && frame_.is_any(i, {"go", "lost", "axed", "shed", "needed", "close", "closed", "shut"}))
            return true;
    }
    return false;
}

// "The search for 12 men will resume", "The bodies of 40 people will be flown home": of those that something was done to.
bool ModalityContext::is_of_deed_done(const Quantity& quantity) const {
    if (quantity.kind != Kind::count || quantity.begin < frame_.sentence.begin + 2 ||
        !frame_.is_any(quantity.begin - 1, {"of", "for", "into", "against"}))
        return false;
    return frame_.is_any(quantity.begin - 2,
                         {"death",   "deaths",  "killing",  "killings",  "murder",  "murders", "body",
                          "bodies",  "remains", "families", "relatives", "parents", "funeral", "funerals",
                          "trial",   "trials",  "search",   "hunt",      "hearing", "arrest",  "arrests",
                          "victims", "widows",  "children", "lives",     "homes",   "case",    "cases"});
}

// "this city of 10 million people", "a town of 900": so many live there, whatever is to come.
bool ModalityContext::is_size_of_place(const Quantity& quantity) const {
    return quantity.kind == Kind::count &&
           frame_.is_any(quantity.begin - 2, {"city", "town", "village", "country", "nation", "island",
                                              "region", "province", "suburb", "hamlet", "continent"});
}

// "scrap the £3 fee", "The 5% tax is to be abolished", "raise the 21% rate": what is in force.
bool ModalityContext::is_charge_in_force(const Quantity& quantity) const {
    constexpr std::size_t longest = 5;
    if (quantity.kind == Kind::count) return false;
    std::size_t at = quantity.begin - 1;
    const bool of_charge = frame_.is(at, "of") && is_charge(at - 1);  // "lift the limit of 5%"
    if (of_charge) at -= 2;
    const bool now = frame_.is_any(at, {"current", "existing", "present", "old"});
    if (!now && !is_owner(at) && !frame_.is_any(at, {"the", "this"})) return false;
    std::size_t behind = behind_bracket(frame_, quantity.phrase_end());
    bool charge = of_charge;
    const std::size_t last = behind + longest;
    for (; !of_charge && behind < last && in_noun_phrase(frame_, behind); ++behind) {
        if (frame_.has_any(behind, {WordClass::plan_noun, WordClass::change_noun})) return false;
        charge = charge || is_charge(behind);
    }
    return charge && (now || is_ended_or_kept(at) || is_ended_or_kept_behind(behind));
}

// What is charged, paid or capped for as long as it is in force.
bool ModalityContext::is_charge(std::size_t noun) const {
    static constexpr WordClasses charges{WordClass::charge_noun, WordClass::limit_noun};
    if (frame_.is_any(noun, {"rate", "subsidy", "cost", "grant", "benefit", "rebate", "discount", "credit"}))
        return true;
    return frame_.has_any(noun, charges) &&
           !frame_.is_any(noun, {"deal", "offer", "bid", "contract", "budget", "order", "dividend", "mark"});
}

bool ModalityContext::is_ended_or_kept(std::size_t determiner) const {
    constexpr std::size_t longest = 4;
    for (std::size_t i = determiner; i-- > frame_.sentence.begin && i + longest > determiner;) {
        if (frame_.is_any(i, {"scrap",   "scrapping", "abolish", "abolishing", "axe",      "end",
                              "ending",  "lift",      "lifting", "remove",     "removing", "eliminate",
                              "drop",    "withdraw",  "waive",   "cancel",     "keep",     "keeping",
                              "extend",  "extending", "raise",   "raising",    "cut",      "cutting",
                              "reduce",  "halve",     "lower",   "double",     "increase", "freeze",
                              "replace", "lose",      "reverse", "paying",     "maintain", "retain"}))
            return true;
        if (!in_noun_phrase(frame_, i)) return false;
    }
    return false;
}

bool ModalityContext::is_ended_or_kept_behind(std::size_t behind) const {
    constexpr std::size_t furthest = 8;
    for (std::size_t i = behind; i < behind + furthest && frame_.has(i); ++i) {
        if (divides_clauses(frame_, i)) return false;
        static constexpr WordClasses helpers{WordClass::modal, WordClass::auxiliary};
        if (!frame_.has_any(i - 1, helpers) && !frame_.is(i - 1, "to")) continue;
        if (frame_.is_any(i, {"scrapped", "abolished", "axed",     "end",        "lifted",   "removed",
                              "dropped",  "withdrawn", "waived",   "kept",       "extended", "raised",
                              "cut",      "reduced",   "halved",   "lowered",    "doubled",  "increased",
                              "frozen",   "replaced",  "reversed", "maintained", "stay",     "remain",
                              "rise",     "fall",      "go",       "expire",     "stopped",  "ended"}))
            return true;
    }
    return false;
}

// "sell his £9m home", "tackle its $90bn budget deficit", "The £9m grant will pay for it": what somebody has.
bool ModalityContext::is_sum_there(const Quantity& quantity) const {
    constexpr std::size_t longest = 4;
    const std::size_t before = quantity.begin - 1;
    if (quantity.kind != Kind::money || !(is_owner(before) || frame_.is_any(before, {"the", "this"})))
        return false;
    std::size_t at = behind_bracket(frame_, quantity.end);
    const std::size_t last = at + longest;
    bool there = false;
    for (; at < last && in_noun_phrase(frame_, at); ++at)
        there = frame_.is_any(
            at, {"home",    "house",    "mansion", "flat",     "villa",   "estate",   "fortune",
                 "salary",  "prize",    "grant",   "donation", "gift",    "deficit",  "debt",
                 "debts",   "surplus",  "economy", "industry", "market",  "painting", "windfall",
                 "reserve", "reserves", "savings", "pension",  "adapter", "phone",    "legacy"});
    return there && !is_wanted_behind(at) && !is_brought_about(before, at);
}

}  // namespace figbook
