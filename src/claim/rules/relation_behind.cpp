// What a figure is a part of where the whole stands behind it, and which amounts can be parts of which.
#include "claim/phrases.hpp"
#include "claim/rules/relation_parts.hpp"
#include "claim/verbs.hpp"

namespace figbook {
namespace {

// "€3 billion ($3.2 billion)": its relation is found after that of the first.
bool can_restate_in_brackets(const SentenceFrame& frame, const Quantity& first, const Quantity& second) {
    return first.kind == Kind::money && second.kind == Kind::money && first.unit != second.unit &&
           second.begin == first.end + 1 && frame.is_written(first.end, "(");
}

}  // namespace

bool can_be_part_of(const Quantity& part, const Quantity& whole) {
    if (part.kind == Kind::ratio || part.kind == Kind::percent)
        return whole.kind == Kind::money || whole.kind == Kind::count || whole.kind == Kind::measure;
    return part.kind == whole.kind && part.unit == whole.unit && part.value < whole.value &&
           (part.kind == Kind::money || part.kind == Kind::measure);
}

// "sold €3 billion of bonds, out of bids worth €5 billion", "a little more than half of the group's total of $41.8 billion":
// the whole stands behind the part.
void find_whole_behind(const SentenceFrame& frame, std::size_t i) {
    constexpr std::size_t longest = 7;
    Draft& draft = frame.draft(i);
    const Quantity& part = draft.quantity;
    const bool share = part.kind == Kind::ratio || part.kind == Kind::percent;
    const bool of = share && frame.is(part.end, "of");
    if (!of && (share || part.kind == Kind::count || part.kind == Kind::number)) return;
    // "sold €3 billion ($3.2 billion) of bonds"
    const auto& next = frame.draft(i + 1).claim.relation;
    const bool told_again = next ? next->claim == frame.first + i
                                 : can_restate_in_brackets(frame, part, frame.draft(i + 1).quantity);
    const std::size_t at = told_again ? i + 2 : i + 1;
    if (at >= frame.count()) return;
    const Quantity& whole = frame.draft(at).quantity;
    if (!can_be_part_of(part, whole) || whole.begin < part.end + 3) return;
    const bool last = frame.is_any(whole.begin - 1, {"of", "worth", "totalling", "totaling"});
    if (!last) return;
    bool out = false, total = false;
    for (std::size_t k = whole.begin - 1; k-- > frame.draft(at - 1).quantity.end;) {
        if (is_verb_at(frame, k) && !frame.is(k, WordClass::weak_noun)) return;
        if (!of && frame.is(k, "of") && frame.is(k - 1, "out")) out = true;
        if (out) break;
        if (k + longest < whole.begin || frame.is_written(k, ",")) return;
        if (of && frame.is(k, WordClass::preposition) && !frame.is(k, "of"))
            return;  // "of the total at a price of $3"
        total = total || frame.is_any(k, {"total", "sum", "whole"});
    }
    if (of ? !total || frame.is_written(part.end + 1, "what") : !out) return;
    draft.claim.relation = Relation{RelationKind::share_of, frame.first + at};
    note(frame.trace, {part.core, Field::relation, "share.of_figure", 0, 0, whole.core});
}

}  // namespace figbook
