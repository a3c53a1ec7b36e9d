// Subjects in lists of figures whose verb is said once: "Fares will rise by 4% and parking charges by 30p".
#include "claim/rules/change_rules.hpp"
#include "claim/rules/subject_rules.hpp"
#include "quantity/counted.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

constexpr std::size_t longest_gap = 20;  // between two figures of a list

}  // namespace

// "Fares will rise by 4% and parking charges by 30p", "It gives the Reds 34%, the Blues 31%": a list of figures whose
// verb is said once; each has what stands right before it.
TokenRange SubjectRules::gapped() const {
    if (counts_its_noun()) return {};
    // "won 54 seats, the Greens | 12": the seats, which are counted
    if (quantity_.rule == "count.elliptic" && quantity_.noun_end > quantity_.noun_begin) return {};
    std::size_t last = index_ - 1;  // over "in the 12 months"
    while (last > 0 && is_time_unit(frame_.draft(last).quantity.unit)) --last;
    const Quantity& before = frame_.draft(last).quantity;
    const std::size_t first = before.phrase_end();
    if (begin() <= first + 1 || first + longest_gap + 1 < begin()) return {};
    std::size_t end = begin();
    const bool preposition =
        frame_.is_any(end - 1, {"by", "to", "at", "from", "on"}) ||
        (frame_.is(end - 1, "for") && before.begin > frame_.sentence.begin &&
         frame_.is(before.begin - 1, "for") && quantity_.kind != Kind::count);  // "and buses for 35%"
    // "Sales were £5m, and profit between £1m and £2m"
    const bool between = frame_.is(end - 1, "between") && quantity_.high;
    if (preposition || between) --end;
    const std::size_t joint = gap_begin(first, end);
    if (joint == 0) return {};
    std::size_t at = joint;
    while (at < end && (frame_.is_any(at, {"and", "with"}) || frame_.is_written(at, ","))) ++at;
    const bool for_whom = at > joint && frame_.is(at, "for") && at + 1 < end && end == begin();
    if (for_whom) ++at;  // "5% for men and for women 4%"
    if (at >= end || at == joint || starts_time(frame_, at) || frame_.is(at, WordClass::number)) return {};
    const auto verb = verb_group_before(frame_, before.begin);
    // "The bill, which runs to 900 pages, names 12 men": the comma closes a clause that another closed before
    if (verb && frame_.is_written(joint, ",") && at + 1 == begin() &&
        verb->begin > frame_.sentence.begin + 1 && frame_.is_any(verb->begin - 1, {"which", "who"}) &&
        frame_.is_written(verb->begin - 2, ","))
        return {};
    // "cost the county £4m and the state £2m": the same, of others
    if (verb && verb->end < before.begin &&
        frame_.is_any(verb->end - 1, {"cost", "costs", "owe", "owes", "owed"}))
        return {frame_.draft(last).subject_begin, frame_.draft(last).subject_end};
    const bool opens =
        for_whom || frame_.is(at, WordClass::determiner) || frame_.token(at).is_capitalised() || between ||
        (end == begin() && frame_.token(end - 1).is_capitalised()) ||  // "and game giant Hoshiyama 3%"
        ((at + 1 < end || quantity_.borrowed || is_gapped_noun(frame_, at, index_)) &&
         looks_plural(frame_.document, end - 1)) ||
        preposition;
    // "Gas climbed 28%, electricity 18%"
    const bool noun = before.kind == quantity_.kind && at == joint + 1 && at + 2 >= end && at > first &&
                      (frame_.is_written(joint, ",") || goes_on_gapped(joint) ||
                       ((joint == first || (joint == first + 2 && !before.per.empty())) &&
                        !may_act(at))) &&  // "£9 a kilo and lamb £12"
                      !is_adverb_form(at) &&
                      !looks_adjective(frame_.document, at) && frame_.token(end - 1).is_word();
    if ((!opens && !noun) || frame_.is(at, WordClass::preposition) || frame_.is(at, WordClass::modifier))
        return {};
    const bool whole = is_gapped_noun(frame_, end - 1, index_) || noun_phrase_from(frame_, at).end >= end;
    return whole ? TokenRange{at, end} : TokenRange{};
}

// "Fares rose 27%, and pay by half of that": the gapped clause has a subject of its own
bool SubjectRules::moves_in_gap() const {
    return index_ > 0 && begin() > frame_.sentence.begin && frame_.is(begin() - 1, "by") && !gapped().empty();
}

// "will cut 300 jobs and | close two plants", "killed 13 and | wounding seven": what else is done, and of nothing that it is said of.
bool SubjectRules::may_act(std::size_t i) const {
    static constexpr WordClasses acting{WordClass::infinitive, WordClass::verb, WordClass::change_verb,
                                        WordClass::cue};
    return frame_.has_any(i, acting) || has_ending(frame_.word(i), "ing", 3);
}

// "wind 9.5% | and coal 40%": the end of a list of such.
bool SubjectRules::goes_on_gapped(std::size_t joint) const {
    return index_ > 1 && frame_.is(joint, "and") && !SubjectRules(frame_, index_ - 1).gapped().empty();
}

// "and Hoshiyama 3.05 percent to 5,143 yen": of what the amount of that move is.
TokenRange SubjectRules::gapped_end() const {
    if (draft_.claim.role != Role::to || !frame_.is(begin() - 1, "to")) return {};
    const Draft& move = frame_.draft(index_ - 1);
    if (move.claim.role != Role::change || move.quantity.phrase_end() + 1 != begin()) return {};
    // "trim its payout by 20 cents to $7.60 per kilo of milk"
    if (frame_.is(move.quantity.begin - 1, "by") && move.subject_end > move.subject_begin &&
        frame_.is(end_of_per(), "of"))
        return {move.subject_begin, move.subject_end};
    return index_ < 2 ? TokenRange{} : SubjectRules(frame_, index_ - 1).gapped();
}

// Where the last ", " or "and" between two figures stands; 0 where a verb or another joint stands there. ", the firm
// said, and" may stand between.
std::size_t SubjectRules::gap_begin(std::size_t first, std::size_t end) const {
    if (end <= first + 1 || first + longest_gap < end) return 0;
    std::size_t joint = 0, verb = 0;
    for (std::size_t i = first; i < end; ++i) {
        if (frame_.is(i, "and") || frame_.is_written(i, ",")) {
            if (joint == 0 || joint + 1 != i) joint = i;
            continue;
        }
        if (divides_clauses(frame_, i)) return 0;
        if (!is_verb_at(frame_, i) || is_gapped_noun(frame_, i, index_)) continue;
        if (!frame_.is(i, WordClass::cue)) return 0;
        verb = i;
    }
    return joint < verb ? 0 : joint;
}

}  // namespace figbook
