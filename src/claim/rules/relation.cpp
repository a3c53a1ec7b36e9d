// Relations between two figures: the same amount in another currency or unit; parts of a whole are found by
// claim/rules/relation_parts.hpp.
#include <algorithm>
#include <cmath>
#include <optional>

#include "claim/phrases.hpp"
#include "claim/rules/relation_parts.hpp"
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

bool opens_bracket(const SentenceFrame& frame, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i)
        if (frame.is_written(i, "(") || frame.is_written(i, "[")) return true;
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
    if (joint <= from || joint > from + furthest || !frame.is_written(joint - 1, ",")) return {};
    for (std::size_t i = from; i + 1 < joint; ++i)
        if (is_verb_at(frame, i) || frame.is_written(i, ",")) return {};
    return {joint, quantity.begin};
}

// "600,000 shekels — about $160,000 — in damages": told again between dashes.
TokenRange between_dashes(const SentenceFrame& frame, std::size_t from, const Quantity& quantity) {
    return is_dash_at(frame, quantity.end) && quantity.begin > from &&
                   before_dash(frame, quantity.begin) == from
               ? TokenRange{from, quantity.begin}
               : TokenRange{};
}

// "15,000 birr, about $260, for a seat", "4 million rand a year, roughly $210,000.": not exactly, set off by commas, and nothing is
// said of it but that.
TokenRange set_off(const SentenceFrame& frame, std::size_t from, const Quantity& quantity) {
    constexpr std::size_t furthest = 3;  // "a year"
    const std::size_t comma = quantity.begin - 1;
    if (quantity.bound == Bound::exact || quantity.begin <= from || comma > from + furthest ||
        !frame.is_written(comma, ","))
        return {};
    for (std::size_t i = from; i < comma; ++i)
        if (frame.token(i).kind == TokenKind::mark || is_verb_at(frame, i)) return {};
    const std::size_t end = quantity.end;
    const bool closes = !frame.has(end) || frame.token(end).kind == TokenKind::mark ||
                        (frame.is(end, "at") && !frame.token(end + 1).is_number());
    return closes ? TokenRange{comma, quantity.begin} : TokenRange{};
}

// Where the bracket opens in "$410,000 in cash (380,000 euros)", "20 miles of road (32 km)": what is measured stands
// between. `from` where it does not.
std::size_t behind_noun(const SentenceFrame& frame, std::size_t from, std::size_t to) {
    constexpr std::size_t longest = 6;
    std::size_t i = from;
    while (i < to && i < from + longest && !frame.is_written(i, "(")) {
        if (!in_noun_phrase(frame, i) && !frame.is(i, WordClass::attaching)) return from;
        if (frame.is(i, WordClass::comparison)) return from;
        ++i;
    }
    return i < to && frame.is_written(i, "(") ? i : from;
}

void restates(const SentenceFrame& frame, std::size_t i) {
    const Draft& base = frame.draft(i - 1);
    Draft& draft = frame.draft(i);
    if (!can_restate(base.quantity, draft.quantity)) return;
    const std::size_t from =
        std::max(base.quantity.end, base.quantity.adjective ? base.quantity.end : base.quantity.noun_end);
    std::size_t begin = from;
    // "a 500-billion-euro ($520 billion) fund", "€1m-a-year (£72,000)": the denominator stands between.
    while (begin < draft.quantity.begin && !frame.is_any(begin, {"(", "["}) && !base.quantity.per.empty() &&
           begin < from + 3)
        ++begin;
    begin = behind_noun(frame, begin, draft.quantity.begin);
    if (opens_bracket(frame, begin, draft.quantity.begin) && !closes_bracket(frame, draft.quantity)) return;
    TokenRange joint{begin, draft.quantity.begin};
    if (!joins_restatement(frame, joint.begin, joint.end)) joint = rate_behind(frame, begin, draft.quantity);
    if (joint.empty()) joint = told_anew(frame, begin, draft.quantity);
    if (joint.empty() && draft.quantity.kind == Kind::money)
        joint = between_dashes(frame, begin, draft.quantity);
    if (joint.empty()) joint = set_off(frame, from, draft.quantity);
    // "4.3bn rupees ($98m; £52m)": a second conversion in the same brackets
    const bool again = joint.empty() && base.claim.relation && from + 1 == draft.quantity.begin &&
                       base.claim.relation->kind == RelationKind::restates &&
                       frame.is_any(from, {";", ",", "/"}) && closes_bracket(frame, draft.quantity);
    if (again) joint = {from, from + 1};
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
        if (!draft.claim.relation) find_part(frame, i);
    }
}

}  // namespace figbook
