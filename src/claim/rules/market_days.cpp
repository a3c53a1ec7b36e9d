// The day of a market report: "Stocks fell on Thursday. The index lost 3%" is of that Thursday.
#include "claim/phrases.hpp"
#include "claim/rules/period_carrier.hpp"
#include "claim/times_told_before.hpp"
#include "claim/verbs.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

// "The benchmark contract", "The contract for July delivery", not one that a firm was given.
bool is_traded_contract(const SentenceFrame& frame, std::size_t i) {
    constexpr std::size_t reach = 3;
    if (!frame.is(i, "contract")) return false;
    for (std::size_t k = i; k-- > frame.sentence.begin && k + reach > i;)
        if (frame.is_any(k, {"benchmark", "active", "month"})) return true;
    return frame.is(i + 1, "for") && frame.is_any(i + reach, {"delivery", "settlement"});
}

// "The index", "Orvik shares", "crude oil", "the dollar": what is traded.
bool is_traded(const SentenceFrame& frame, std::size_t i) {
    return frame.has_any(i, {WordClass::index_name, WordClass::traded}) || is_traded_contract(frame, i) ||
           frame.is_any(i, {"equities", "bonds", "yield", "yields", "dollar", "euro", "yen", "pound",
                            "sterling", "rouble", "rupee", "yuan", "franc"});
}

bool has_traded(const SentenceFrame& frame, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i)
        if (is_traded(frame, i)) return true;
    return false;
}

// "Wall Street ended higher", "Asian markets fell": where it is traded.
bool is_market(const SentenceFrame& frame, std::size_t i) {
    return frame.is_any(i, {"markets", "bourse", "bourses"}) ||
           (frame.is(i, "street") && frame.is(i - 1, "wall"));
}

bool has_market(const SentenceFrame& frame, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i)
        if (is_traded(frame, i) || is_market(frame, i)) return true;
    return false;
}

// "For | the week, the index rose 3%"
bool tells_of_longer(const SentenceFrame& frame) {
    for (std::size_t i = frame.sentence.begin + 1; i < frame.sentence.end; ++i)
        if (frame.is_any(i, {"week", "month", "quarter", "year"}) && frame.is(i - 1, WordClass::determiner))
            return true;
    return false;
}

// "fell", "closed", "was down", and not "has fallen", "would fall".
bool is_told_as_past(const SentenceFrame& frame, TokenRange verb) {
    static constexpr WordClasses pasts{WordClass::past_form, WordClass::same_in_past};
    if (verb.end != verb.begin + 1) return false;
    return has_past_ending(frame.word(verb.begin)) || frame.has_any(verb.begin, pasts);
}

// "Stocks fell sharply | on Thursday"
bool moved_on(const SentenceFrame& frame, const TimeExpression& day) {
    for (std::size_t i = day.begin; i-- > frame.sentence.begin + 1;)
        if (frame.has_any(i, {WordClass::change_verb, WordClass::level_verb}) && is_verb_at(frame, i))
            return has_market(frame, frame.sentence.begin, i) && is_told_as_past(frame, {i, i + 1}) &&
                   !frame.has_any(i - 1, {WordClass::auxiliary, WordClass::modal});
    return false;
}

}  // namespace

// What the figure's verb tells of something that is traded, at no time of its own.
bool PeriodCarrier::moved_on_market(std::size_t i) const {
    const Claim& moved = claim(i);
    if (moved.role == Role::from || moved.modality != Modality::actual) return false;
    const Draft& draft = frame_.draft(i);
    if (!has_traded(frame_, draft.subject_begin, draft.subject_end)) return false;
    const auto verb = verb_group_before(frame_, quantity(i).begin);
    return verb && is_told_as_past(frame_, *verb);
}

// The day on which one of the sentences before says that the market moved.
std::optional<TimeExpression> PeriodCarrier::day_of_market() const {
    constexpr std::size_t sentences_back = 3;
    for (std::size_t back = 1; back <= sentences_back; ++back) {
        const auto told = times_told_before(frame_, back);
        if (!told) return std::nullopt;
        const SentenceFrame before = frame_.other(frame_.number - back);
        for (const TimeExpression& time : *told) {
            if (time.opens_span) continue;
            if (!time.is_weekday) return std::nullopt;
            if (moved_on(before, time)) return time;
        }
    }
    return std::nullopt;
}

// "Stocks fell on Thursday. The index lost | 78 points, or 1.4%": on that day.
void PeriodCarrier::take_day_of_market() const {
    static constexpr WordClasses moving{WordClass::change_verb, WordClass::level_verb,
                                        WordClass::change_particle};
    if (frame_.number == 0 || !frame_.sentence.classes.has_any(moving)) return;
    for (std::size_t i = 0; i < frame_.count(); ++i) {
        if (claim(i).change == Change::none || claim(i).period || !moved_on_market(i)) continue;
        for (const TimeExpression& time : times_)
            if (!time.is_baseline && !time.opens_span && !context_.is_of_contract(time)) return;
        const auto day = tells_of_longer(frame_) ? std::nullopt : day_of_market();
        if (!day) return;
        claim(i).period = period_of(*day);
        tell(i, Field::period, "period.leading", *day);
        // "lost 78 points, or 1.4%, to 5,521": all of the move
        for (; i + 1 < frame_.count(); ++i) {
            const Claim& next = claim(i + 1);
            if (next.period || next.role == Role::from || next.change != claim(i).change ||
                acts(quantity(i).phrase_end(), quantity(i + 1).begin))
                break;
            take_period(i + 1, i);
        }
    }
}

}  // namespace figbook
