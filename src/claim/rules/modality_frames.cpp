// The frame around a figure that tells that it is to come, where no word such as "will" does: "is seen falling to", "opens in
// 2027 with 96 beds", "From April, bills rise to", "set out £5bn of cuts".
#include <algorithm>

#include "claim/phrases.hpp"
#include "claim/rules/modality_context.hpp"
#include "claim/verbs.hpp"
#include "text/endings.hpp"

namespace figbook {

std::optional<std::size_t> ModalityContext::framed(const Quantity& quantity) const {
    if (frame_.sentence.has(WordClass::foreseeing))
        if (const auto sees = pictured_by(quantity)) return sees;
    if (frame_.sentence.has(WordClass::promising))
        if (const auto says = promised_money(quantity)) return says;
    if (!frame_.published) return std::nullopt;
    if (frame_.sentence.has(WordClass::schedule_verb))
        if (const auto opens = scheduled(quantity)) return opens;
    return told_ahead(quantity);
}

// "can see us running 900 shops", "is seen falling to 33 million bags"; not "was seen falling 30 metres".
std::optional<std::size_t> ModalityContext::pictured_by(const Quantity& quantity) const {
    constexpr std::size_t furthest = 10;
    const std::size_t first = frame_.sentence.begin;
    for (std::size_t i = quantity.begin; i-- > first + 1 && i + furthest > quantity.begin;) {
        if (!frame_.token(i).is_word() && !frame_.is_written(i, "-")) return std::nullopt;
        if (!frame_.is(i, WordClass::foreseeing)) continue;
        if (frame_.is(i, "seen")) {
            const std::size_t be = frame_.is(i - 1, WordClass::modifier) ? i - 2 : i - 1;
            const bool moves = frame_.has_any(i + 1, {WordClass::change_verb, WordClass::foreseen_move}) &&
                               has_ending(frame_.word(i + 1), "ing", 2);
            return moves && frame_.is_any(be, {"is", "are"}) ? std::optional(i) : std::nullopt;
        }
        const bool whom = frame_.is_any(i + 1, {"us", "ourselves", "myself", "it", "itself", "them",
                                                "themselves", "him", "himself", "her", "herself"});
        const bool can = frame_.is_any(i - 1, {"can", "could"});
        return can && whom && has_ending(frame_.word(i + 2), "ing", 2) ? std::optional(i) : std::nullopt;
    }
    return std::nullopt;
}

// "announced £18m for the north", "set out €40bn of tax rises": promised; "announced $40m of losses" is told of what was.
std::optional<std::size_t> ModalityContext::promised_money(const Quantity& quantity) const {
    constexpr std::size_t longest = 5;
    if (quantity.kind != Kind::money || quantity.begin < frame_.sentence.begin + 2) return std::nullopt;
    const std::size_t verb = frame_.is(quantity.begin - 1, "out") ? quantity.begin - 2 : quantity.begin - 1;
    const bool out = verb + 2 == quantity.begin;
    if (!frame_.is(verb, WordClass::promising) || out != frame_.is_any(verb, {"set", "sets", "setting"}) ||
        !frame_.is_any(quantity.end, {"of", "for"}))
        return std::nullopt;
    static constexpr WordClasses results{WordClass::takings, WordClass::year_noun, WordClass::gap_noun};
    for (std::size_t i = quantity.end + 1; i < quantity.end + longest && in_noun_phrase(frame_, i); ++i)
        if (frame_.is_any(i, {"losses", "loss", "impairments", "writedowns", "write-downs", "charges"}) ||
            (frame_.has_any(i, results) && !frame_.is_any(i, {"spending", "budget"})))
            return std::nullopt;
    return verb;
}

// "opens in 2027 with 96 beds", "starts next month with 40 staff": the present, of a time to come.
std::optional<std::size_t> ModalityContext::scheduled(const Quantity& quantity) const {
    constexpr std::size_t furthest = 12;
    for (std::size_t i = quantity.begin; i-- > frame_.sentence.begin + 1 && i + furthest > quantity.begin;) {
        if (frame_.is_written(i, ";")) return std::nullopt;
        if (!frame_.is(i, WordClass::schedule_verb)) {
            if (is_verb_at(frame_, i)) return std::nullopt;
            continue;
        }
        const bool verb =
            is_verb_at(frame_, i) || frame_.has_any(i + 1, {WordClass::preposition, WordClass::coming});
        if (!verb || frame_.is(i - 1, WordClass::modal)) return std::nullopt;
        for (std::size_t k = i + 1; k < quantity.begin; ++k) {
            const bool coming = frame_.is(k, WordClass::coming) &&
                                frame_.has_any(k + 1, {WordClass::time_unit, WordClass::month,
                                                       WordClass::weekday, WordClass::time_noun});
            const bool month = frame_.is_any(k, {"in", "on"}) && is_named_day(k + 1) &&
                               frame_.is(k + 1, WordClass::month);  // "reopens in March with 14 galleries"
            if (coming || month || is_year_to_come(k)) return i;
        }
        return std::nullopt;
    }
    return std::nullopt;
}

// "From April, bills rise to £480", "From April the fee rises", "is raising the cap by 31% in April", "The fee rises to £12 from April": what is told in
// the present of a month that is named is to come.
std::optional<std::size_t> ModalityContext::told_ahead(const Quantity& quantity) const {
    static constexpr WordClasses days{WordClass::month, WordClass::weekday};
    if (!frame_.sentence.classes.has_any(days)) return std::nullopt;
    const std::size_t first = frame_.sentence.begin;
    const TokenRange segment = segment_around(frame_, quantity.begin, quantity.end);
    const bool opens = frame_.is(first, "from") && is_named_day(first + 1) &&
                       !frame_.is_any(first + 2, {"to", "until", "through"});
    auto day = day_behind(quantity.phrase_end(), segment.end);
    // "is being cut to £9m, effective July 13"
    if (!day && frame_.is(segment.end + 1, "effective") && is_named_day(segment.end + 2))
        day = segment.end + 1;
    if (!opens && !day) return std::nullopt;  // asked first: it is so of most figures
    if (day)
        if (const auto starts = starts_behind(quantity.phrase_end(), *day)) return starts;
    const auto verb = present_before(segment.begin, quantity.begin);
    if (!verb) return std::nullopt;
    const bool goes_on =
        (frame_.is_any(*verb - 1, {"is", "are"}) && has_ending(frame_.word(*verb), "ing", 2)) ||
        frame_.is(*verb - 1, "being");
    if (!goes_on && opens) return first;
    if (!day) return std::nullopt;
    for (std::size_t i = quantity.phrase_end(); i < *day; ++i)
        if (is_figure(i) || is_verb_at(frame_, i)) return std::nullopt;
    // "goes up to £25 on January 1", "rises to £4 on 1 June"
    const bool dated =
        frame_.is(*day, "on") && ((frame_.is(*day + 1, WordClass::month) && is_day_of_month(*day + 2)) ||
                                  (is_day_of_month(*day + 1) && frame_.is(*day + 2, WordClass::month)));
    return frame_.is(*day, "from") || goes_on || dated || is_charge_to_rise(*verb, *day) ? day : std::nullopt;
}

// "The minimum wage | rises | to £12 | in April": no headline, which tells so of what was.
bool ModalityContext::is_charge_to_rise(std::size_t verb, std::size_t day) const {
    if (!frame_.is(day, "in") || !has_ending(frame_.word(verb), "s", 3) || verb <= frame_.sentence.begin ||
        !frame_.token(frame_.sentence.end - 1).may_stop())
        return false;
    const std::size_t noun = verb - 1;
    return !frame_.is(noun, "rate") &&
           (is_charge(noun) || frame_.is_any(noun, {"wage", "fare", "rent", "pension", "allowance"}));
}

// The "in" of "in April", "from" of "from next April": the first that leads to a day or month without a year.
std::optional<std::size_t> ModalityContext::day_behind(std::size_t begin, std::size_t end) const {
    static constexpr WordClasses days{WordClass::month, WordClass::weekday};
    for (std::size_t i = begin + 1; i < end; ++i) {
        if (!frame_.has_any(i, days)) continue;
        const std::size_t lead = frame_.is(i - 1, WordClass::preposition) || i < begin + 2 ? i - 1 : i - 2;
        if (frame_.is_any(lead, {"from", "in", "on"}) && is_named_day(lead + 1)) return lead;
    }
    return std::nullopt;
}

// "12,000 seats go on sale on Monday", "A 10% tariff takes effect in May": what is done with the figure before.
std::optional<std::size_t> ModalityContext::starts_behind(std::size_t behind, std::size_t day) const {
    constexpr std::size_t furthest = 6;
    for (std::size_t i = behind; i < day && i < behind + furthest; ++i) {
        if (ends_what_is_said(behind, i)) return std::nullopt;
        if ((frame_.is_any(i, {"go", "goes"}) && frame_.is(i + 2, "sale")) ||
            (frame_.is_any(i, {"take", "takes"}) && frame_.is(i + 1, "effect")) ||
            (frame_.is_any(i, {"come", "comes"}) && frame_.is(i + 1, "into")))
            return i;
    }
    return std::nullopt;
}

// "April", "1 April", "next April", "Monday"; not "April 2019", which says itself which one.
bool ModalityContext::is_named_day(std::size_t i) const {
    static constexpr WordClasses days{WordClass::month, WordClass::weekday};
    if (frame_.is(i, WordClass::coming) || (frame_.has(i) && frame_.token(i).is_number())) ++i;
    if (!frame_.has_any(i, days) || !frame_.token(i).is_capitalised()) return false;
    return !frame_.has(i + 1) || !frame_.token(i + 1).is_number() || frame_.is(i, WordClass::weekday) ||
           is_day_of_month(i + 1);
}

// "1" of "January 1", not the year of "April 2019".
bool ModalityContext::is_day_of_month(std::size_t i) const {
    return frame_.has(i) && frame_.token(i).is_number() && frame_.word(i).size() <= 2 &&
           !(frame_.is_written(i + 1, ",") && frame_.has(i + 2) && frame_.token(i + 2).is_number());
}

// The verb that the figure hangs on, in the present: "rise", "rises", "is raising".
std::optional<std::size_t> ModalityContext::present_before(std::size_t begin, std::size_t figure) const {
    if (frame_.is(figure - 1, "worth")) return std::nullopt;  // "gave it a flat worth £30,000 from 29 May"
    for (std::size_t i = figure; i-- > begin + 1;) {
        if (!is_verb_at(frame_, i)) {
            if (frame_.is_one_of(i, {WordClass::auxiliary, WordClass::modal, WordClass::relative}))
                return std::nullopt;
            continue;
        }
        const std::string_view word = frame_.word(i);
        // "is raising the cap by 31%", "is set at €13.90"
        if (frame_.is_any(i - 1, {"is", "are"})) return i;
        if (frame_.is(i - 1, "being") && frame_.is_any(i - 2, {"is", "are"})) return i;
        if (has_ending(word, "ing", 2)) return std::nullopt;
        static constexpr WordClasses others{WordClass::past_form, WordClass::same_in_past,
                                            WordClass::auxiliary, WordClass::copula, WordClass::cue};
        if (has_ending(word, "ed", 2) || frame_.has_any(i, others)) return std::nullopt;
        static constexpr WordClasses helpers{WordClass::auxiliary, WordClass::modal};
        return frame_.has_any(i - 1, helpers) || frame_.is(i - 1, "to") ? std::nullopt : std::optional(i);
    }
    return std::nullopt;
}

// "[their] growth | estimate": of what is foreseen, and with whose it is before it; where that stands, 0 for none.
std::size_t ModalityContext::owner_of_estimate(std::size_t estimate) const {
    constexpr std::size_t longest = 5;
    static constexpr WordClasses things{WordClass::year_noun, WordClass::change_noun,
                                        WordClass::foreseen_thing};
    if (frame_.is(estimate - 1, WordClass::determiner))
        return frame_.is_any(estimate + 1, {"of", "for"}) ? estimate - 1 : 0;
    bool ahead = false;
    for (std::size_t i = estimate; i-- > frame_.sentence.begin + 1 && i + longest >= estimate;) {
        if (frame_.is(i, WordClass::determiner)) return ahead ? i : 0;
        ahead = ahead || frame_.has_any(i, things);
        if (!in_noun_phrase(frame_, i) && !frame_.token(i).is_number() && !frame_.is_written(i, "-"))
            return 0;
    }
    return 0;
}

// "have cut their estimate of growth this year to 3% from 5%", "cut its 2024 earnings estimate to 11 cents": what others than
// those who counted it reckon.
std::optional<std::size_t> ModalityContext::moved_estimate(const Quantity& quantity) const {
    constexpr std::size_t furthest = 18;
    const std::size_t first = frame_.sentence.begin;
    if (!is_amount(quantity.kind) || quantity.begin < first + 4 ||
        !frame_.is_any(quantity.begin - 1, {"to", "from", "by"}))
        return std::nullopt;
    for (std::size_t i = quantity.begin; i-- > first + 2 && i + furthest > quantity.begin;) {
        if (frame_.is_any(i, {"last", "previous"})) return std::nullopt;
        if (!frame_.is_any(i, {"estimate", "estimates"})) continue;
        const std::size_t owner = owner_of_estimate(i);
        if (owner == 0 || !frame_.has_any(owner - 1, {WordClass::change_verb, WordClass::revising}))
            return std::nullopt;
        for (std::size_t k = first; k < i; ++k)  // a bureau that counts says anew what was
            if (frame_.is(k, WordClass::official_word) || frame_.is_any(k, {"agency", "statistics"}))
                return std::nullopt;
        return i;
    }
    return std::nullopt;
}

// "a review put the share at 51%" behind what is to come: the same, reckoned anew.
bool ModalityContext::is_reckoned_anew(std::size_t i) const {
    constexpr std::size_t furthest = 7;
    const std::size_t figure = frame_.draft(i).quantity.begin;
    if (!frame_.sentence.has(WordClass::attribution_word) || frame_.first + i == 0 ||
        figure < frame_.sentence.begin + 3 || !frame_.is(figure - 1, "at"))
        return false;
    // of this sentence or the one before, over where that started
    std::size_t back = frame_.first + i;
    const std::size_t settled = back - std::min(back, Drafts::looked_back_at);
    while (back > settled + 1 && frame_.drafts[back - 1].claim.role == Role::from) --back;
    const Draft& before = frame_.drafts[back - 1];
    if (before.claim.modality != Modality::projected) return false;
    if (back <= frame_.first &&
        (frame_.number == 0 || before.quantity.begin < frame_.document.sentences[frame_.number - 1].begin))
        return false;
    bool same = false;
    for (std::size_t k = figure - 1; k-- > frame_.sentence.begin && k + furthest > figure;) {
        if (frame_.is_any(k, {"put", "puts", "putting"})) return same;
        same = same || frame_.is(k, WordClass::change_noun) ||
               frame_.is_any(k, {"it", "that", "this", "share", "figure", "number", "proportion", "cost",
                                 "costs", "bill", "total", "price", "loss", "losses"});
        if (is_verb_at(frame_, k) && !in_noun_phrase(frame_, k)) return false;
    }
    return false;
}

}  // namespace figbook
