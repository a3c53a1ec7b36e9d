#include "claim/rules/subject_carried.hpp"

#include "claim/phrases.hpp"
#include "claim/verbs.hpp"
#include "quantity/counted.hpp"

namespace figbook {
namespace {

// "that [number] has doubled", "By May the [figure] was 40", "7% of the [total]": what was told of before; what a deed brings "the
// total to" is a total.
bool is_number_told_of(const SentenceFrame& frame, const Quantity& quantity, TokenRange found) {
    if (!frame.is_any(found.begin, {"figure", "number", "total", "tally"})) return false;
    if (found.begin < frame.sentence.begin + 1 || !frame.is_any(found.begin - 1, {"the", "that", "this"}) ||
        frame.is(found.end, "of"))
        return false;
    if (found.begin > quantity.begin) return frame.is(found.begin - 2, "of");
    return found.begin < frame.sentence.begin + 2 || !frame.is(found.begin - 2, WordClass::bringing);
}

}  // namespace

// Can the sentence's first word go back to what the figure before it is said of? "It" is one thing, "they" are many.
bool may_go_back_to(const SentenceFrame& frame, const Draft& before) {
    if (before.subject_end <= before.subject_begin) return false;
    const PointsBack back = points_back(frame);
    if (back == PointsBack::to_nothing) return false;
    if (frame.classes_of(before.subject_begin).has(WordClass::pronoun))
        return false;  // "he": whose it was, not what
    if (back == PointsBack::to_any) return true;
    const std::size_t head = end_of_head(frame.document, {before.subject_begin, before.subject_end}) - 1;
    return looks_plural(frame.document, head) == (back == PointsBack::to_several);
}

// "Roughly half of that came from turbines": of what the figure before is said of.
bool is_of_that(const SentenceFrame& frame, const Quantity& quantity) {
    const std::size_t that = quantity.end + 1;
    // "161 beds, or nearly a quarter of the total, were"
    if (frame.is(quantity.end, "of") && frame.is(that, "the") && frame.is(that + 1, "total") &&
        quantity.begin > frame.sentence.begin && frame.is(quantity.begin - 1, "or"))
        return true;
    if (!frame.is(quantity.end, "of") || !frame.is_any(that, {"that", "this", "it"})) return false;
    // "Farming accounts for 40% of it"
    if ((quantity.kind == Kind::ratio || quantity.kind == Kind::percent) &&
        quantity.begin > frame.sentence.begin + 2 && frame.is(quantity.begin - 1, "for") &&
        frame.is(quantity.begin - 2, WordClass::share_verb))
        return false;
    return !frame.has(that + 1) || frame.token(that + 1).kind == TokenKind::mark ||
           is_verb_at(frame, that + 1) || frame.is(that + 1, WordClass::preposition);
}

// "and in April it was 13", "They want four": the unit of the figure before it, and of the same thing.
bool is_told_again(const SentenceFrame& frame, std::size_t i) {
    const Quantity& quantity = frame.draft(i).quantity;
    if (!quantity.borrowed || quantity.rule != "unit.borrowed" || quantity.begin < frame.sentence.begin + 2)
        return false;
    const std::size_t back = quantity.begin - 1;
    if (frame.is_any(back - 1, {"it", "they"}) && frame.is(back, WordClass::copula)) return true;
    const bool first = i == 0 || frame.draft(i - 1).quantity.kind != Kind::count;
    return first && quantity.kind == Kind::count &&
           frame.is_any(back, {"have", "has", "had", "want", "wants", "need", "needs", "get", "gets", "got"});
}

// "Thirteen people were killed. About 600 had been inside", "800,000 more": goes on counting.
bool counts_on(const Draft& draft, const Draft& before) {
    if (draft.quantity.kind != Kind::count || draft.quantity.noun_end != 0) return false;
    const bool people =
        (draft.quantity.rule == "count.elliptic" || draft.quantity.rule == "count.casualty") &&
        before.claim.unit == draft.claim.unit;
    return draft.quantity.borrowed || people;
}

// "after a 0.2 percent [fall]", "the previous [reading] of 50": a noun that says how much, and not of what.
bool is_noun_of_how_much(const SentenceFrame& frame, const Quantity& quantity, TokenRange found) {
    if (!frame.is(found.begin, WordClass::change_noun))
        return frame.is_any(found.begin, {"figure", "reading"}) || is_number_told_of(frame, quantity, found);
    const bool content =  // "cuts", "growth": what they are of is known without a word
        frame.is_any(found.begin, {"growth", "loss", "losses", "cut", "cuts", "reduction", "reductions",
                                   "expansion", "contraction", "raise", "raises", "boost", "savings"});
    return !content;
}

// The figure before, of whose subject one is told again that says only how much: of the same sentence, or of the one before where
// something was expected or it points back. nullptr where none is.
const Draft* told_before(const SentenceFrame& frame, std::size_t i, TokenRange found) {
    std::size_t last = frame.first + i;
    while (last > 0 && is_time_unit(frame.drafts[last - 1].quantity.unit)) --last;
    if (last == 0) return nullptr;
    const Draft& draft = frame.draft(i);
    const Draft& before = frame.drafts[last - 1];
    const auto counts = [](Kind kind) { return kind == Kind::count || kind == Kind::number; };
    const bool number = is_number_told_of(frame, draft.quantity, found);
    // "This is a rise of 158% from 55", "That number has now doubled": of whatever was told before
    const bool points = i == 0 && points_back(frame) != PointsBack::to_nothing;
    const bool of_any = (number || points) && draft.claim.role == Role::change;
    const bool alike = before.quantity.kind == draft.quantity.kind || of_any ||
                       (i > 0 && draft.quantity.kind == Kind::percent) ||
                       (number && counts(before.quantity.kind) && counts(draft.quantity.kind));
    if (!alike || (i == 0 && (frame.number == 0 ||
                              before.quantity.begin < frame.document.sentences[frame.number - 1].begin)))
        return nullptr;
    const TokenRange told{before.subject_begin, before.subject_end};
    if (number && told.end > told.begin && frame.classes_of(told.begin).has(WordClass::pronoun))
        return nullptr;
    if (i > 0) return says_only_how_much(frame, before.quantity, told) ? nullptr : &before;
    if (says_only_how_much(frame.other(frame.number - 1), before.quantity, told)) return nullptr;
    if (number || of_any) return &before;
    const bool definite = draft.quantity.begin > frame.sentence.begin &&
                          frame.is_any(draft.quantity.begin - 1, {"the", "that", "this"});
    const bool expected = frame.sentence.has(WordClass::projecting) && frame.sentence.has(WordClass::cue);
    return before.claim.change != Change::none && (definite || expected) ? &before : nullptr;
}

// "Orlo took 88%. The [remaining 12%] went to the state": the figure before it, which is of the same kind and near. nullptr elsewhere.
const Draft* last_of_kind(const SentenceFrame& frame, std::size_t i) {
    const Draft& draft = frame.draft(i);
    if (frame.first + i == 0 || draft.quantity.begin < frame.sentence.begin + 1 ||
        !frame.is(draft.quantity.begin - 1, "remaining"))
        return nullptr;
    const Draft& before = frame.drafts[frame.first + i - 1];
    const bool near = i > 0 || (frame.number > 0 &&
                                before.quantity.begin >= frame.document.sentences[frame.number - 1].begin);
    return near && before.quantity.kind == draft.quantity.kind && !before.claim.subject.empty() ? &before
                                                                                                : nullptr;
}

// "It must pay $400m for the use of two patents. | That is a third of": the sum, and not what is counted behind it.
const Draft& main_figure(const SentenceFrame& frame) {
    const Draft& last = frame.drafts[frame.first - 1];
    if (frame.first < 2 || last.quantity.kind != Kind::count ||
        !frame.is_any(frame.sentence.begin, {"that", "this"}))
        return last;
    const Draft& sum = frame.drafts[frame.first - 2];
    const bool same = frame.number > 0 &&
                      sum.quantity.begin >= frame.document.sentences[frame.number - 1].begin &&
                      sum.quantity.kind == Kind::money && sum.subject_end > sum.subject_begin;
    return same ? sum : last;
}

}  // namespace figbook
