#include "claim/counted_subjects.hpp"

#include "quantity/counted.hpp"

namespace figbook {
namespace {

void take_what_moved(const SentenceFrame& frame, Draft& draft, std::size_t noun) {
    draft.subject_begin = noun;
    draft.subject_end = noun + 1;
    draft.claim.subject = frame.document.text_of(noun, noun + 1);
    note(frame.trace, {draft.quantity.core, Field::subject, "subject.moved_so", noun, noun + 1});
}

}  // namespace

bool holds_against_percent(const SentenceFrame& frame, const Quantity& quantity) {
    static constexpr WordClasses others{WordClass::sport_word, WordClass::index_name};
    constexpr std::size_t furthest = 3;
    if (frame.number == 0) return false;
    const Sentence& last = frame.document.sentences[frame.number - 1];
    if (frame.drafts[frame.first - 1].quantity.begin < last.begin || last.classes.has_any(others) ||
        frame.sentence.classes.has_any({WordClass::traded, WordClass::index_name}))
        return false;
    const std::size_t behind = quantity.phrase_end();
    if (frame.is_any(behind,
                     {"higher", "lower", "above", "below", "more", "less", "up", "down", "better", "worse"}))
        return true;
    if (frame.sentence.has(WordClass::sport_word)) return false;
    if (frame.is_any(behind, {"behind", "ahead"})) return true;
    for (std::size_t i = quantity.begin; i-- > frame.sentence.begin && i + furthest >= quantity.begin;)
        if (frame.is(i, WordClass::change_verb) || frame.is_any(i, {"up", "down"})) return true;
    return false;
}

void count_like(const SentenceFrame& frame, Draft& draft, const Draft& before) {
    draft.claim.kind = draft.quantity.kind = Kind::count;
    draft.claim.unit = draft.quantity.unit = before.claim.unit;
    draft.claim.rule = "count.subject";
    note(frame.trace, {draft.quantity.core, Field::unit, "unit.sentence_before", draft.quantity.core,
                       draft.quantity.end, before.quantity.core});
}

namespace {

// "the total", "the previous figure"; not "their medal tally", "the number of".
bool tells_of_count(const SentenceFrame& frame, const Draft& draft) {
    if (!frame.is_any(draft.subject_end - 1, {"figure", "total", "tally", "count", "number", "peak",
                                              "average", "high", "low", "record", "median"}) ||
        frame.is(draft.subject_end, "of"))
        return false;
    return draft.subject_end == draft.subject_begin + 1 ||
           frame.is_any(draft.subject_begin, {"initial", "final", "overall", "total", "previous", "new",
                                              "real", "actual", "official", "current", "daily", "latest"});
}

// "[Employers added 231,000 jobs. Economists had expected] a gain of 140,000": the move of the same; not that of an index.
bool tells_of_move(const SentenceFrame& frame, const Draft& draft) {
    static constexpr WordClasses markets{WordClass::index_name, WordClass::traded};
    return draft.claim.role == Role::change && frame.is(draft.quantity.begin - 1, "of") &&
           draft.subject_end + 1 == draft.quantity.begin &&
           frame.is_any(draft.subject_end - 1,
                        {"gain", "rise", "increase", "drop", "decline", "fall", "loss"}) &&
           !frame.sentence.classes.has_any(markets);
}

}  // namespace

bool count_as_told(const SentenceFrame& frame, std::size_t i) {
    constexpr int thousands = 3;
    Draft& draft = frame.draft(i);
    if (frame.first + i == 0 || draft.subject_end > draft.subject_begin + 2) return false;
    const bool move = tells_of_move(frame, draft);
    if (!move && !tells_of_count(frame, draft)) return false;
    // "3,712 patients a day, down 22%. The peak was 5,160": of the last that were counted
    std::size_t last = frame.first + i - 1;
    while (last > 0 && frame.drafts[last].claim.kind != Kind::count) --last;
    const Draft& before = frame.drafts[last];
    const bool near =
        frame.number == 0 || before.quantity.begin >= frame.document.sentences[frame.number - 1].begin;
    const auto most = before.claim.value.scaled(thousands);
    // "Net migration reached 745,000": people, whom no noun names
    const bool named = !before.claim.unit.empty() || before.claim.rule == "count.subject";
    if (!near || before.claim.kind != Kind::count || !named || (move && before.claim.role != Role::change) ||
        counts_points(before.quantity) || !most || !(draft.claim.value < *most))
        return false;
    count_like(frame, draft, before);
    return true;
}

void count_further(const SentenceFrame& frame) {
    for (std::size_t i = 0; i < frame.count(); ++i) {
        Draft& draft = frame.draft(i);
        const Quantity& quantity = draft.quantity;
        if (draft.claim.kind != Kind::number || draft.claim.rule != "number.bare" || quantity.has_magnitude ||
            draft.claim.value.exponent() < 0)
            continue;
        const bool further = quantity.begin < quantity.core &&
                             frame.is_any(quantity.core - 1, {"another", "further", "additional"});
        const bool more =
            frame.is_any(quantity.end, {"more", "fewer"}) && !frame.is(quantity.end + 1, "than");
        if (!further && !more) continue;
        // "has raised $1.2m. It needs another 800,000": money
        constexpr int least = 1000;
        if (frame.first + i > 0 && frame.drafts[frame.first + i - 1].claim.kind == Kind::money &&
            draft.claim.value >= Decimal(least))
            continue;
        draft.claim.kind = draft.quantity.kind = Kind::count;
    }
}

void find_subject_that_moved(const SentenceFrame& frame, Draft& draft) {
    const std::size_t with = draft.quantity.begin - 1;
    if (draft.quantity.begin < frame.sentence.begin + 4 || !frame.is(with, "with") ||
        !frame.is(with - 1, ","))
        return;
    for (std::size_t i = with - 1; i-- > frame.sentence.begin + 1;) {
        if (frame.is(i, ",")) return;
        const bool reached = frame.is_any(i, {"reached", "hit", "at"}) &&
                             frame.is_any(with - 2, {"high", "record", "low", "peak"});
        if (!reached && !frame.is(i, WordClass::change_verb)) continue;
        std::size_t noun = i - 1;
        static constexpr WordClasses between{WordClass::auxiliary, WordClass::modifier, WordClass::copula};
        while (noun > frame.sentence.begin && (frame.has_any(noun, between) || frame.is(noun, "since")))
            --noun;
        if (!looks_plural(frame.document, noun) || frame.is(noun, WordClass::person_noun)) return;
        return take_what_moved(frame, draft, noun);
    }
}

void find_subject_of_rate(const SentenceFrame& frame, Draft& draft) {
    const std::size_t rate = draft.quantity.begin - 2;
    if (draft.claim.per.empty() || draft.quantity.begin < frame.sentence.begin + 3 ||
        draft.subject_begin != rate || draft.subject_end != rate + 1 || !frame.is_any(rate, {"rate", "pace"}))
        return;
    for (std::size_t i = frame.sentence.begin + 1; i < rate; ++i) {
        if (frame.is(i, ",")) return;
        if (!frame.is(i, WordClass::auxiliary) && !frame.is(i, WordClass::change_verb)) continue;
        if (!looks_plural(frame.document, i - 1)) return;
        return take_what_moved(frame, draft, i - 1);
    }
}

void count_both(const SentenceFrame& frame) {
    for (std::size_t i = 0; i < frame.count(); ++i) {
        Draft& draft = frame.draft(i);
        const std::size_t first = draft.quantity.noun_begin, joint = draft.quantity.noun_end;
        if (draft.subject_end != joint + 2 || joint <= first) continue;  // asked first: few subjects end so
        if (draft.claim.kind != Kind::count || draft.subject_begin > first || !frame.is(joint, "and"))
            continue;
        // not "12 leaders and heads of state", "two regions and tens of towns"
        if (frame.is(joint + 2, "of") || !looks_plural(frame.document, joint - 1) ||
            !looks_plural(frame.document, joint + 1) ||
            frame.token(joint - 1).is_capitalised() != frame.token(joint + 1).is_capitalised())
            continue;
        draft.claim.unit = frame.document.lower_text_of(first, joint + 2);
        note(frame.trace, {draft.quantity.core, Field::unit, "count.both", first, joint + 2});
    }
}

}  // namespace figbook
