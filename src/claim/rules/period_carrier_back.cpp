// The time behind the last of several figures: what the sentence tells alike before it, by clauses or in a list, is of then
// too.
#include "claim/phrases.hpp"
#include "claim/rules/period_carrier.hpp"
#include "claim/verbs.hpp"
#include "quantity/kinds.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

enum class Told { otherwise, as_past, as_ahead, as_doing };

bool is_past_form(const SentenceFrame& frame, std::size_t verb) {
    static constexpr WordClasses pasts{WordClass::past_form, WordClass::same_in_past};
    return has_past_ending(frame.word(verb)) || frame.has_any(verb, pasts);
}

// "rose", "were cut", "had" are of the past, "will rise" and "to rise" of what is to come; "has risen" and "is" run on.
Told told_by(const SentenceFrame& frame, TokenRange verb) {
    for (std::size_t k = verb.begin; k < verb.end; ++k) {
        if (frame.is(k, WordClass::modal) || frame.is(k, "to")) return Told::as_ahead;
        if (frame.is_any(k, {"has", "have", "is", "are", "be", "been", "being"})) return Told::otherwise;
    }
    if (verb.begin > frame.sentence.begin && frame.is(verb.begin - 1, "to")) return Told::as_ahead;
    if (frame.is(verb.begin, "had") && verb.end > verb.begin + 1) return Told::otherwise;
    if (frame.is_any(verb.begin, {"was", "were", "had", "did"})) return Told::as_past;
    // "winning 30% of the vote and sending 11 members to the house"
    if (verb.end == verb.begin + 1 && has_ending(frame.word(verb.begin), "ing", 2)) return Told::as_doing;
    return is_past_form(frame, verb.end - 1) ? Told::as_past : Told::otherwise;
}

// The verb that begins at `at`, with those that it helps.
TokenRange verb_group_from(const SentenceFrame& frame, std::size_t at, std::size_t end) {
    static constexpr WordClasses helpers{WordClass::auxiliary, WordClass::copula, WordClass::modal};
    std::size_t last = at;
    for (std::size_t k = at; k + 1 < end && frame.has_any(k, helpers); ++k)
        if (is_verb_at(frame, k + 1) || frame.has_any(k + 1, helpers)) last = k + 1;
    return {at, last + 1};
}

bool acts_at(const SentenceFrame& frame, std::size_t k) {
    static constexpr WordClasses helpers{WordClass::auxiliary, WordClass::copula, WordClass::modal};
    return is_verb_at(frame, k) || frame.is_one_of(k, helpers);
}

// What opens a clause that is told apart, or tells of a later deed: "and then", "who".
bool leads_away(const SentenceFrame& frame, std::size_t k) {
    static constexpr WordClasses apart{WordClass::relative, WordClass::subordinator};
    return frame.has_any(k, apart) ||
           frame.is_any(k, {"who", "which", "that", "when", "after", "before", "because", "but", "than",
                            "since", "until", "then", "later", "now", "eventually", "it", "them", "him"});
}

}  // namespace

// "and closed 12 shops | last year", "12 shops closed | last year": with no other clause between the two.
bool PeriodCarrier::closes_with_time(std::size_t i) const {
    constexpr std::size_t own_verb = 2;  // "were closed"
    const std::size_t from = quantity(i).phrase_end();
    for (std::size_t t = 0; t < times_.size(); ++t) {
        const TimeExpression& time = times_[t];
        if (owner_[t] != i || time.is_baseline || time.opens_span || time.begin < from) continue;
        for (std::size_t k = from; k < time.begin; ++k) {
            // "and profit climbed 8%, in 2023"
            if (frame_.is_written(k, ",") && k + 2 == time.begin && frame_.is_any(k + 1, {"in", "on"})) break;
            if (!frame_.token(k).is_word() && !frame_.is_any(k, {"-", "&"})) return false;
            if (leads_away(frame_, k) || frame_.is_any(k, {"and", "while"})) return false;
            if (k >= from + own_verb && is_verb_at(frame_, k)) return false;
        }
        return true;
    }
    return false;
}

// Where the clause of figure i begins that is joined to the one before: behind "and" or "while", or behind the comma of a list
// of clauses; none where something else stands between the two figures.
std::optional<std::size_t> PeriodCarrier::joined_clause(std::size_t i, bool listed) const {
    constexpr std::size_t own_verb = 2;
    const std::size_t from = quantity(i - 1).phrase_end(), begin = quantity(i).begin;
    for (std::size_t k = from; k < begin; ++k) {
        if (frame_.is_any(k, {"and", "while"})) return k + 1;
        if (frame_.is_written(k, ",")) {
            if (frame_.is_any(k + 1, {"and", "while"})) continue;
            // "invested £4m, opened 12 shops and", but not "sold 12 cars, helped by a rise, and"
            const bool deed = is_past_form(frame_, k + 1) && !frame_.is(k + 2, WordClass::preposition);
            return listed && (deed || !acts_at(frame_, k + 1)) ? std::optional(k + 1) : std::nullopt;
        }
        if (!frame_.token(k).is_word() && !frame_.is_any(k, {"-", "&"})) return std::nullopt;
        // "cost £4m to build and drew 300 people"
        const bool meant = frame_.is(k, "to") && is_verb_at(frame_, k + 1);
        if (meant || leads_away(frame_, k) || (k >= from + own_verb && is_verb_at(frame_, k)))
            return std::nullopt;
    }
    return std::nullopt;
}

// The verb of figure i's clause, which begins at `from`: before the figure, or right behind it where it is what the verb tells
// of ("and | 12 shops closed").
std::optional<TokenRange> PeriodCarrier::verb_of_clause(std::size_t from, std::size_t i) const {
    const std::size_t begin = quantity(i).begin, end = quantity(i).phrase_end();
    for (std::size_t k = from; k < begin; ++k) {
        if (!frame_.token(k).is_word() && !frame_.is_any(k, {"-", "&"})) return std::nullopt;
        if (acts_at(frame_, k)) {
            const TokenRange verb = verb_group_from(frame_, k, begin);
            // "and said that", "and sold it for"
            const bool speaks = frame_.is(k, WordClass::cue) && !frame_.is(k, WordClass::change_verb);
            if (speaks && verb.end != begin) return std::nullopt;
            for (std::size_t at = verb.end; at < begin; ++at)
                if (leads_away(frame_, at) || acts_at(frame_, at) || !frame_.token(at).is_word())
                    return std::nullopt;
            return verb;
        }
        if (leads_away(frame_, k) && !frame_.is(k, "it")) return std::nullopt;
    }
    return acts_at(frame_, end) ? std::optional(verb_group_from(frame_, end, end + 3)) : std::nullopt;
}

// "Revenue rose 5% and profit climbed 8%": two clauses told alike.
bool PeriodCarrier::is_clause_joined(std::size_t i, bool listed) const {
    if (claim(i - 1).role == Role::from || claim(i).role == Role::from || says_which(i - 1) ||
        claim(i - 1).modality != claim(i).modality)
        return false;
    // "jailed for 12 years and fined £300 in May"
    if (quantity(i - 1).kind == Kind::measure && is_time_unit(quantity(i - 1).unit)) return false;
    const auto from = joined_clause(i, listed);
    if (!from) return false;
    const auto verb = verb_of_clause(*from, i);
    const std::size_t before = quantity(i - 1).begin, behind = quantity(i - 1).phrase_end();
    auto first = verb_group_before(frame_, before);
    if (!first && acts_at(frame_, behind)) first = verb_group_from(frame_, behind, behind + 3);
    if (!verb || !first) return false;
    const Told told = told_by(frame_, *first);
    // "will invest £4m and create 400 jobs"
    const bool goes_on = told == Told::as_ahead && verb->begin == *from && !is_past_form(frame_, *from);
    return goes_on || (told != Told::otherwise && told_by(frame_, *verb) == told);
}

// "Revenue rose 5% and profit climbed 8% in 2023", "The firm cut 400 jobs and closed 12 shops last year": of both.
void PeriodCarrier::carry_over_clauses() const {
    bool goes_on = false;  // the figure behind has the time, as the last of the sentence or from there
    for (std::size_t i = frame_.count(); i-- > 1;) {
        const bool timed = claim(i).period && (goes_on || closes_with_time(i));
        // "wine 2% and | cider 1% last year", of which the first has been given it
        const bool given =
            timed && claim(i - 1).period && claim(i - 1).period->words == claim(i).period->words;
        goes_on = given || (timed && !claim(i - 1).period &&
                            ((is_one_move(i) && is_aside(i) && !turns(i) && !is_behind_after(i)) ||
                             is_clause_joined(i, goes_on)));
        if (goes_on && !given) take_period(i - 1, i);
    }
}

// "£4m on roads, | £3m on parks": with a comma between the two, and nothing that acts.
bool PeriodCarrier::is_listed_before(std::size_t i) const {
    constexpr std::size_t longest = 9;
    const std::size_t from = quantity(i - 1).phrase_end(), begin = quantity(i).begin;
    if (quantity(i).kind != quantity(i - 1).kind || claim(i).role != claim(i - 1).role ||
        claim(i).change != claim(i - 1).change || begin > from + longest || says_which(i - 1))
        return false;
    std::size_t commas = 0;
    for (std::size_t k = from; k < begin; ++k) {
        if (frame_.is_written(k, ",")) {
            ++commas;
            continue;
        }
        const bool fits = frame_.token(k).is_word() || frame_.is_written(k, "-");
        if (!fits || leads_away(frame_, k) || acts_at(frame_, k) ||
            frame_.is_any(k, {"including", "or", "with", "and"}))
            return false;
    }
    return commas == 1;
}

// "12 murders, 40 rapes and 300 robberies in 2023": of all of them, once the last two have it.
void PeriodCarrier::carry_over_lists() const {
    for (std::size_t i = frame_.count(); i-- > 2;) {
        const bool both = claim(i).period && claim(i - 1).period &&
                          claim(i).period->start == claim(i - 1).period->start && has_time_right_behind(i);
        for (std::size_t k = i - 1; both && k > 0 && !claim(k - 1).period && is_listed_before(k); --k)
            take_period(k - 1, k);
    }
}

}  // namespace figbook
