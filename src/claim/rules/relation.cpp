// Relations between two figures of one sentence: the same amount in another currency or unit, a part of a whole.
#include <algorithm>
#include <cmath>
#include <optional>

#include "claim/phrases.hpp"
#include "claim/rules/rules.hpp"
#include "claim/verbs.hpp"
#include "quantity/counted.hpp"

namespace figbook {
namespace {

// The unit of that UCUM code, nullptr for none.
const Unit* unit_of(std::string_view code) {
    const auto found = vocabulary().units_by_code.find(code);
    return found == vocabulary().units_by_code.end() ? nullptr : &found->second;
}

bool is_temperature(std::string_view code) {
    return code == "Cel" || code == "[degF]" || code == "K";
}

// The same kind of amount in two units: two currencies, or two units of one dimension that come to nearly the same.
bool can_restate(const Quantity& first, const Quantity& second) {
    if (first.kind != second.kind || first.unit == second.unit) return false;
    if (first.kind == Kind::money) return true;
    if (first.kind != Kind::measure) return false;
    if (is_temperature(first.unit) && is_temperature(second.unit)) return true;
    const Unit* a = unit_of(first.unit);
    const Unit* b = unit_of(second.unit);
    if (!a || !b || !a->factor || !b->factor || a->dimension != b->dimension) return false;
    const double left = first.value.to_double() * *a->factor;
    const double right = second.value.to_double() * *b->factor;
    // Of gallons it is not said whose they are: those of Britain are a fifth larger.
    return right != 0 && std::abs(left / right - 1) < 0.21;
}

// What stands between: "(", ", or", "or", "equal to", "equivalent to", "- about".
bool joins_restatement(const SentenceFrame& frame, std::size_t from, std::size_t to) {
    if (to <= from || to > from + 6) return false;
    bool joint = false;
    for (std::size_t i = from; i < to; ++i) {
        if (frame.is(i, WordClass::restates)) {
            joint = true;
            continue;
        }
        const bool light =
            frame.is(i, WordClass::restates_light) || frame.is(i, WordClass::person_noun) || frame.is(i, ",");
        if (!light) return false;
    }
    return joint;
}

// Is this one a part that can be of such a whole: a share of any amount, or less of the same?
bool can_be_part_of(const Quantity& part, const Quantity& whole) {
    if (part.kind == Kind::ratio || part.kind == Kind::percent)
        return whole.kind == Kind::money || whole.kind == Kind::count || whole.kind == Kind::measure;
    return part.kind == whole.kind && part.unit == whole.unit && part.value < whole.value &&
           (part.kind == Kind::money || part.kind == Kind::measure);
}

// The words that point back to a whole: "[a fifth] of that", "[£220m] of the sum", "of the total, [£41m]"; empty for none.
TokenRange points_to_whole(const SentenceFrame& frame, const Quantity& quantity) {
    const auto names_whole = [&](std::size_t of) {
        if (!frame.is(of, "of")) return of;
        const bool sum = frame.is_any(of + 1, {"the", "this", "that"}) &&
                         frame.is(of + 2, WordClass::money_whole) && !frame.is(of + 3, "of");
        if (sum) return of + 3;
        return frame.is_any(of + 1, {"that", "it"}) ? of + 2 : of;
    };
    const auto closes = [&](std::size_t i) {
        return !frame.has(i) || frame.token(i).kind == TokenKind::mark;
    };
    const std::size_t behind = names_whole(quantity.end);
    if (behind > quantity.end) {
        const bool pronoun = behind == quantity.end + 2;
        // "a $100,000 fee, 90% of it refundable"
        const bool set_off =
            quantity.begin > frame.sentence.begin &&
            (frame.document.is(quantity.begin - 1, ",") || frame.is(quantity.begin - 1, "with"));
        // "spends a third of that on care"
        const bool goes =
            frame.is_any(behind, {"on", "for", "to", "from", "in", "into", "is", "was", "will", "has"});
        return !pronoun || set_off || goes || closes(behind) ? TokenRange{quantity.end, behind}
                                                             : TokenRange{};
    }
    const std::size_t first = frame.sentence.begin;
    const std::size_t opening = names_whole(first);
    const bool follows = opening > first && frame.document.is(opening, ",") && quantity.begin == opening + 1;
    return follows ? TokenRange{first, opening} : TokenRange{};
}

// What a noun such as "fee" stands for: the amount that was said of it.
bool is_said_of(const SentenceFrame& frame, const Draft& whole, std::size_t noun) {
    const std::string_view word = frame.document.word(noun);
    for (std::size_t i = whole.subject_begin; i < whole.subject_end; ++i)
        if (frame.document.word(i) == word) return true;
    return false;
}

// "Insurance will cover a fifth of that", "Of the total, £41m will go to schools": a part of the amount that was named
// last, and for "80% of the fee" of the one that was said of the fee.
void share_of_that(const SentenceFrame& frame, std::size_t i) {
    Draft& draft = frame.draft(i);
    const Quantity& quantity = draft.quantity;
    const TokenRange words = points_to_whole(frame, quantity);
    if (words.empty()) return;
    const bool by_noun = frame.is(words.end - 1, WordClass::money_whole);
    const bool any_sum = !by_noun || frame.is(words.end - 1, WordClass::money_sum);
    const std::size_t furthest = frame.first - std::min(frame.first, Drafts::looked_back_at);
    std::optional<std::size_t> found, moved;
    // "appealed for $310m to feed 4.7 million people. Donors gave a fifth of that": of money
    const bool gives =
        quantity.begin > frame.sentence.begin && frame.is(quantity.begin - 1, WordClass::paying);
    for (std::size_t back = frame.first + i; back-- > furthest;) {
        const Draft& whole = frame.drafts[back];
        if (!can_be_part_of(quantity, whole.quantity)) continue;
        if (gives && whole.quantity.kind != Kind::money) continue;
        if (by_noun && whole.quantity.kind != Kind::money) continue;
        if (whole.claim.relation && whole.claim.relation->kind == RelationKind::restates) continue;
        // "€9.7 billion, €3 billion over the budget. A third of that": of what it came to
        if (!by_noun && whole.claim.role == Role::change && whole.claim.change != Change::none) {
            if (!moved) moved = back;
            continue;
        }
        const bool said_of_it = by_noun && is_said_of(frame, whole, words.end - 1);
        if (said_of_it || (any_sum && !found)) found = back;
        if (said_of_it || (found && !by_noun)) break;
    }
    if (!found) found = moved;
    if (!found) return;
    draft.claim.relation = Relation{RelationKind::share_of, *found};
    if (draft.claim.change == Change::none) draft.claim.role = Role::share;
    note(frame.trace, {quantity.core, Field::relation, "share.of_that", words.begin, words.end,
                       frame.drafts[*found].quantity.core});
}

// The "States" of "the United States", which no "them" means.
bool ends_name(const SentenceFrame& frame, std::size_t i) {
    return i > frame.sentence.begin && frame.token(i).is_capitalised() && frame.token(i - 1).is_capitalised();
}

// The plural noun that stands last before the figure in its sentence; its begin where there is none.
std::size_t plural_before(const SentenceFrame& frame, std::size_t begin) {
    for (std::size_t i = begin; i-- > frame.sentence.begin;)
        if (looks_plural(frame.document, i) && !frame.is(i, WordClass::time_unit) &&
            !frame.is(i, WordClass::pronoun) && !is_verb_at(frame, i) && !ends_name(frame, i))
            return i;
    return begin;
}

// "94 people, 12 of them children", "50,000 homes. A quarter of them are empty": a part of what was counted before.
void share_of_them(const SentenceFrame& frame, std::size_t i) {
    constexpr std::size_t furthest = 4;  // drafts
    Draft& draft = frame.draft(i);
    const Quantity& quantity = draft.quantity;
    if (!is_of_them(frame, quantity)) return;
    // "90,000 of whom": a bare number counts what is named before it
    const bool counts = quantity.kind == Kind::count || quantity.kind == Kind::number;
    if (quantity.kind != Kind::ratio && quantity.kind != Kind::percent && !counts) return;
    const std::size_t named = plural_before(frame, quantity.begin);
    // "drove 10.7 million people from their homes, almost half of them children", "left the country, half of them for good"
    const std::size_t before = quantity.begin - std::min(quantity.begin, std::size_t{1});
    const bool set_off = before > 0 && frame.document.is(before, ",");
    for (std::size_t back = frame.first + i; back-- > 0 && back + furthest >= frame.first + i;) {
        const Draft& whole = frame.drafts[back];
        // "now shelters nearly 47,000, more than half of them children": what they are was said before.
        const bool bare = set_off && whole.quantity.end == before && whole.quantity.kind == Kind::number;
        if (whole.quantity.kind != Kind::count && !bare) continue;
        const bool here = back >= frame.first;
        const bool counts_it = quantity.kind == Kind::count && quantity.unit == whole.quantity.unit;
        const bool means_it = whole.quantity.noun_end == named + 1 || counts_it || set_off;
        if (here ? !means_it : named != quantity.begin) return;
        if (counts && !(quantity.value < whole.quantity.value)) return;
        draft.claim.relation = Relation{RelationKind::share_of, back};
        draft.claim.role = draft.claim.change == Change::none ? Role::share : draft.claim.role;
        note(frame.trace, {quantity.core, Field::relation, "share.of_them", quantity.end, quantity.end + 2,
                           whole.quantity.core});
        return;
    }
}

// "plans for 350 homes. Only 12 per cent of the homes": a part of what was counted under that noun.
void share_of_counted(const SentenceFrame& frame, std::size_t i) {
    constexpr std::size_t furthest = 4;  // drafts
    Draft& draft = frame.draft(i);
    const Quantity& part = draft.quantity;
    const bool share = part.kind == Kind::ratio || part.kind == Kind::percent;
    const std::size_t noun = part.end + 2;
    if (!share || !frame.is(part.end, "of") || !frame.is(part.end + 1, "the") || !frame.has(noun)) return;
    const bool names_all = looks_plural(frame.document, noun) && !in_noun_phrase(frame, noun + 1) &&
                           !frame.is(noun + 1, "in") && !frame.is(noun + 1, "of");
    if (!names_all) return;
    for (std::size_t back = frame.first + i; back-- > 0 && back + furthest >= frame.first + i;) {
        const Quantity& whole = frame.drafts[back].quantity;
        if (whole.kind != Kind::count || frame.document.lower_text_of(noun, noun + 1) != whole.unit) continue;
        draft.claim.relation = Relation{RelationKind::share_of, back};
        note(frame.trace, {part.core, Field::relation, "share.of_them", part.end, noun + 1, whole.core});
        return;
    }
}

// "Seven people died. Two of the dead were children": a part of the people counted before.
void share_of_casualties(const SentenceFrame& frame, std::size_t i) {
    Draft& draft = frame.draft(i);
    const Quantity& quantity = draft.quantity;
    const bool part = quantity.kind == Kind::count || quantity.kind == Kind::ratio;
    if (!part || !frame.is(quantity.end, "of") || !frame.is(quantity.end + 1, "the") ||
        !frame.is(quantity.end + 2, WordClass::casualty))
        return;
    const std::size_t furthest = frame.first - std::min(frame.first, Drafts::looked_back_at);
    for (std::size_t back = frame.first + i; back-- > furthest;) {
        const Quantity& whole = frame.drafts[back].quantity;
        const bool people =
            whole.kind == Kind::count && (whole.unit == "people" || whole.rule == "count.casualty");
        if (!people || (quantity.kind == Kind::count && !(quantity.value < whole.value))) continue;
        draft.claim.relation = Relation{RelationKind::share_of, back};
        draft.claim.role = Role::share;
        note(frame.trace,
             {quantity.core, Field::relation, "share.of_them", quantity.end, quantity.end + 3, whole.core});
        return;
    }
}

// "finished 211, of which 94 are empty", "of whom 5,300 came in March", "Of them, 5,300 came in March": the words before the
// part that point back; empty for none.
TokenRange points_back(const SentenceFrame& frame, const Quantity& part) {
    constexpr std::size_t shortest = 2;
    std::size_t end = part.begin;
    if (end > frame.sentence.begin && frame.document.is(end - 1, ",")) --end;
    if (end < frame.sentence.begin + shortest || !frame.is(end - 2, "of")) return {};
    const bool opens = end - 2 == frame.sentence.begin;
    const bool relative = frame.is_any(end - 1, {"which", "whom"});
    const bool pronoun = opens && frame.is_any(end - 1, {"them", "these", "those"});
    return relative || pronoun ? TokenRange{end - 2, part.begin} : TokenRange{};
}

// The figure of that count before draft i which is the nearest larger one, within the sentence or, where it opens one,
// the sentence before.
void share_of_which(const SentenceFrame& frame, std::size_t i) {
    constexpr std::size_t furthest = 4;  // drafts
    Draft& draft = frame.draft(i);
    const Quantity& part = draft.quantity;
    if (part.kind != Kind::count && part.kind != Kind::ratio && part.kind != Kind::percent) return;
    const TokenRange words = points_back(frame, part);
    if (words.empty()) return;
    for (std::size_t back = frame.first + i; back-- > 0 && back + furthest >= frame.first + i;) {
        const Quantity& whole = frame.drafts[back].quantity;
        if (whole.kind != Kind::count || (part.kind == Kind::count && !(part.value < whole.value))) continue;
        draft.claim.relation = Relation{RelationKind::share_of, back};
        if (draft.claim.change == Change::none) draft.claim.role = Role::share;
        note(frame.trace, {part.core, Field::relation, "share.of_them", words.begin, words.end, whole.core});
        return;
    }
}

// "paid $3.4bn in taxes, including $1.1bn in royalties": a part of the same money.
void share_included(const SentenceFrame& frame, std::size_t i) {
    constexpr std::size_t furthest = 24;  // tokens
    if (i == 0) return;
    Draft& draft = frame.draft(i);
    const Quantity& part = draft.quantity;
    const std::size_t before = part.begin - std::min(part.begin, std::size_t{1});
    if (before <= frame.sentence.begin) return;
    const bool among = frame.is(before, "them") && frame.is(before - 1, "among");
    if (!frame.is(before, "including") && !among) return;
    if (part.kind != Kind::money && part.kind != Kind::count) return;
    for (std::size_t back = i; back-- > 0;) {
        const Draft& whole = frame.draft(back);
        if (whole.claim.relation && whole.claim.relation->kind == RelationKind::restates) continue;
        const bool counted = part.kind == Kind::count && whole.quantity.kind == Kind::count &&
                             part.value < whole.quantity.value;
        if (part.begin - whole.quantity.end > furthest) return;
        if (whole.quantity.kind != part.kind) continue;  // "over four years"
        if (!counted && !can_be_part_of(part, whole.quantity)) return;
        draft.claim.relation = Relation{RelationKind::share_of, frame.first + back};
        note(frame.trace,
             {part.core, Field::relation, "share.included", before, part.begin, whole.quantity.core});
        return;
    }
}

bool opens_bracket(const SentenceFrame& frame, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i)
        if (frame.document.is(i, "(") || frame.document.is(i, "[")) return true;
    return false;
}

// "($51.9 billion)", "($35m; £28m)", "($35m at today's rate)"; "($12 million a year earlier)" is another amount.
bool closes_bracket(const SentenceFrame& frame, const Quantity& quantity) {
    std::size_t i = quantity.end;
    if (frame.is(i, "at") || frame.is(i, "in") || frame.is(i, "or") || frame.is(i, "US")) return true;
    while (frame.has(i) &&
           (frame.is(i, WordClass::currency) || frame.is(i, "a") || frame.is(i, "per") ||
            frame.is(i, WordClass::time_unit)) &&
           i < quantity.end + 3)
        ++i;
    return !frame.has(i) || frame.token(i).kind == TokenKind::mark;
}

// The words "at today's rate" behind "€28bn, about $30bn", "€28bn – $30bn": the second is the first, converted.
TokenRange rate_behind(const SentenceFrame& frame, std::size_t from, const Quantity& quantity) {
    constexpr std::size_t furthest = 5;
    if (from + 1 != quantity.begin || frame.token(from).kind != TokenKind::mark) return {};
    if (!frame.is(quantity.end, "at")) return {};
    for (std::size_t i = quantity.end + 1; frame.has(i) && i < quantity.end + furthest; ++i)
        if (frame.is_any(i, {"rate", "rates", "prices"})) return {quantity.end, i + 1};
    return {};
}

// Whether "at today's rate", "at current exchange rates" stands behind the figure.
bool has_rate_behind(const SentenceFrame& frame, const Quantity& quantity) {
    constexpr std::size_t furthest = 6;
    if (!frame.is(quantity.end, "at")) return false;
    for (std::size_t i = quantity.end + 1; frame.has(i) && i < quantity.end + furthest; ++i)
        if (frame.is_any(i, {"rate", "rates"})) return true;
    return false;
}

// "spent 8.1 trillion yen in Japan in 2024, or $54 billion at today's rate", "$1.6 billion for the years 2025 to 2028,
// equivalent to £1.28 billion": what is told between has no verb, and the words before the figure say that it is the same.
TokenRange told_anew(const SentenceFrame& frame, std::size_t from, const Quantity& quantity) {
    constexpr std::size_t furthest = 12;
    std::size_t at = quantity.begin;
    while (at > from && frame.is_any(at - 1, {"about", "some", "around", "roughly", "nearly"})) --at;
    const bool equivalent =
        at >= from + 2 && frame.is(at - 1, "to") && frame.is_any(at - 2, {"equivalent", "equal"});
    const bool alternative = at > from && frame.is(at - 1, "or") && has_rate_behind(frame, quantity);
    if (!equivalent && !alternative) return {};
    const std::size_t joint = equivalent ? at - 2 : at - 1;
    if (joint <= from || joint > from + furthest || !frame.document.is(joint - 1, ",")) return {};
    for (std::size_t i = from; i + 1 < joint; ++i)
        if (is_verb_at(frame, i) || frame.document.is(i, ",")) return {};
    return {joint, quantity.begin};
}

// Where the bracket opens in "$410,000 in cash (380,000 euros)", "20 miles of road (32 km)": what is measured stands
// between. `from` where it does not.
std::size_t behind_noun(const SentenceFrame& frame, std::size_t from, std::size_t to) {
    constexpr std::size_t longest = 6;
    std::size_t i = from;
    while (i < to && i < from + longest && !frame.document.is(i, "(")) {
        if (!in_noun_phrase(frame, i) && !frame.is(i, WordClass::attaching)) return from;
        if (frame.is(i, WordClass::comparison)) return from;
        ++i;
    }
    return i < to && frame.document.is(i, "(") ? i : from;
}

void restates(const SentenceFrame& frame, std::size_t i) {
    const Draft& base = frame.draft(i - 1);
    Draft& draft = frame.draft(i);
    if (!can_restate(base.quantity, draft.quantity)) return;
    const std::size_t from =
        std::max(base.quantity.end, base.quantity.adjective ? base.quantity.end : base.quantity.noun_end);
    std::size_t begin = from;
    // "a 500-billion-euro ($520 billion) fund", "€1m-a-year (£72,000)": the denominator stands between.
    while (begin < draft.quantity.begin && !frame.document.is(begin, "(") && !base.quantity.per.empty() &&
           begin < from + 3)
        ++begin;
    begin = behind_noun(frame, begin, draft.quantity.begin);
    if (opens_bracket(frame, begin, draft.quantity.begin) && !closes_bracket(frame, draft.quantity)) return;
    TokenRange joint{begin, draft.quantity.begin};
    if (!joins_restatement(frame, joint.begin, joint.end)) joint = rate_behind(frame, begin, draft.quantity);
    if (joint.empty()) joint = told_anew(frame, begin, draft.quantity);
    if (joint.empty()) return;
    Claim& claim = draft.claim;
    claim.relation = Relation{RelationKind::restates, frame.first + i - 1};
    note(frame.trace,
         {draft.quantity.core, Field::relation, "restates", joint.begin, joint.end, base.quantity.core});
    claim.role = base.claim.role;
    claim.change = base.claim.change;
    if (claim.bound == Bound::exact) claim.bound = base.claim.bound;
    if (claim.per.empty()) claim.per = base.claim.per;
    if (base.claim.relation && base.claim.relation->kind == RelationKind::restates)
        claim.relation->claim = base.claim.relation->claim;
}

// Asked first, since few figures are: what is of something named before has "of" behind it, before it in ", of which", or at
// the start of its sentence, or "including" before it.
bool may_be_part(const SentenceFrame& frame, const Quantity& quantity) {
    if (frame.is(quantity.end, "of") || frame.is(frame.sentence.begin, "of")) return true;
    return quantity.begin > frame.sentence.begin &&
           frame.is_any(quantity.begin - 1, {"which", "whom", "including", "them"});
}

}  // namespace

void find_relations(const SentenceFrame& frame) {
    for (std::size_t i = 0; i < frame.count(); ++i) {
        if (i > 0) restates(frame, i);
        Draft& draft = frame.draft(i);
        if (!draft.claim.relation && draft.quantity.share_of) {
            draft.claim.relation = Relation{RelationKind::share_of, frame.first + *draft.quantity.share_of};
            note(frame.trace, {draft.quantity.core, Field::relation, "share.of_figure", 0, 0,
                               frame.draft(*draft.quantity.share_of).quantity.core});
        }
        if (draft.claim.relation || !may_be_part(frame, draft.quantity)) continue;
        share_of_that(frame, i);
        if (!draft.claim.relation) share_of_them(frame, i);
        if (!draft.claim.relation) share_of_casualties(frame, i);
        if (!draft.claim.relation) share_of_counted(frame, i);
        if (!draft.claim.relation) share_of_which(frame, i);
        if (!draft.claim.relation) share_included(frame, i);
    }
}

}  // namespace figbook
