// Relations between two figures of one sentence: the same amount in another currency or unit, a part of a whole.
#include <algorithm>
#include <cmath>

#include "claim/rules/rules.hpp"

namespace figbook {
namespace {

// The unit of that UCUM code, nullptr for none.
const Unit* unit_of(std::string_view code) {
    for (const auto& [symbol, unit] : vocabulary().symbols_as_written)
        if (unit.code == code) return &unit;
    return nullptr;
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
    return right != 0 && std::abs(left / right - 1) < 0.15;
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

// "Insurance will cover a fifth of that": a part of the amount named last.
void share_of_that(const SentenceFrame& frame, std::size_t i) {
    Draft& draft = frame.draft(i);
    const Quantity& quantity = draft.quantity;
    if (quantity.kind != Kind::ratio && quantity.kind != Kind::percent) return;
    const bool points_back = frame.is(quantity.end, "of") &&
                             (frame.is(quantity.end + 1, "that") || frame.is(quantity.end + 1, "it"));
    const bool closes = !frame.has(quantity.end + 2) || frame.token(quantity.end + 2).kind == TokenKind::mark;
    if (!points_back || !closes) return;
    const std::size_t furthest = frame.first - std::min(frame.first, Drafts::looked_back_at);
    for (std::size_t back = frame.first + i; back-- > furthest;) {
        const Kind kind = frame.drafts[back].quantity.kind;
        if (kind != Kind::money && kind != Kind::count && kind != Kind::measure) continue;
        draft.claim.relation = Relation{RelationKind::share_of, back};
        note(frame.trace, {quantity.core, Field::relation, "share.of_that", quantity.end, quantity.end + 2,
                           frame.drafts[back].quantity.core});
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

void restates(const SentenceFrame& frame, std::size_t i) {
    const Draft& base = frame.draft(i - 1);
    Draft& draft = frame.draft(i);
    const std::size_t from =
        std::max(base.quantity.end, base.quantity.adjective ? base.quantity.end : base.quantity.noun_end);
    std::size_t begin = from;
    // "a 500-billion-euro ($520 billion) fund", "€1m-a-year (£72,000)": the denominator stands between.
    while (begin < draft.quantity.begin && !frame.document.is(begin, "(") && !base.quantity.per.empty() &&
           begin < from + 3)
        ++begin;
    if (opens_bracket(frame, begin, draft.quantity.begin) && !closes_bracket(frame, draft.quantity)) return;
    if (!can_restate(base.quantity, draft.quantity) || !joins_restatement(frame, begin, draft.quantity.begin))
        return;
    Claim& claim = draft.claim;
    claim.relation = Relation{RelationKind::restates, frame.first + i - 1};
    note(frame.trace,
         {draft.quantity.core, Field::relation, "restates", begin, draft.quantity.begin, base.quantity.core});
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
        if (!draft.claim.relation) share_of_that(frame, i);
    }
}

}  // namespace figbook
