// Subjects of what is compared: with the figure before it, with that of a rival, two by two.
#include <algorithm>

#include "claim/names.hpp"
#include "claim/rules/subject_rules.hpp"
#include "quantity/counted.hpp"

namespace figbook {
namespace {

// The last word of "rather than", "instead of".
bool ends_instead(const SentenceFrame& frame, std::size_t at) {
    return (frame.is(at, "than") && frame.is(at - 1, "rather")) ||
           (frame.is(at, "of") && frame.is(at - 1, "instead"));
}

}  // namespace

// "rather than the 0.7%", "instead of 4%"
bool SubjectRules::is_instead() const {
    std::size_t at = begin() - 1;
    if (begin() < frame_.sentence.begin + 3) return false;
    if (frame_.is(at, "the")) --at;
    return ends_instead(frame_, at);
}

// "5.1%, compared with 4.8% in May", "6% versus 4%": said of what the figure before it is said of.
TokenRange SubjectRules::compared() const {
    if (index_ == 0 || begin() < frame_.sentence.begin + 2) return {};
    if (!frame_.sentence.has(WordClass::comparison) && !is_instead()) return {};
    std::size_t at = begin() - 1;
    if (frame_.is_any(at, {"the", "a", "an", "just", "only"})) --at;
    if (frame_.token(at).kind == TokenKind::possessive || frame_.is_any(at, {"'", "’"}))
        while (at > frame_.sentence.begin + 1 && in_noun_phrase(frame_, at)) --at;  // "with Cole's 24%"
    const std::size_t owner = at + 1;
    const bool with = frame_.is_any(at, {"with", "to"}) && frame_.is(at - 1, "compared");
    // "0.5 per cent rather than the 0.7 per cent laid down in law"
    if (!with && !ends_instead(frame_, at) && !frame_.is_any(at, {"versus", "vs", "against"})) return {};
    const Draft& before = frame_.draft(index_ - 1);
    if (before.quantity.kind != quantity_.kind) return {};
    for (std::size_t i = before.quantity.end; i < at; ++i)
        if (is_verb_at(frame_, i) && !frame_.is(i, "compared") && !frame_.is(i, WordClass::cue)) return {};
    // "is $3bn, compared with Orlo's $9bn", but "with May's 3%"
    if (owner + 1 < begin() && frame_.token(owner).is_capitalised() && !starts_time(frame_, owner) &&
        !frame_.has_any(owner, {WordClass::month, WordClass::weekday}) &&
        frame_.token(begin() - 1).kind == TokenKind::possessive && quantity_.kind == Kind::money)
        return {owner, begin()};
    if (const TokenRange one = of_pair(); !one.empty()) return one;
    TokenRange found{before.subject_begin, before.subject_end};
    if (frame_.is_any(behind(), {"for", "in", "among"}) && !found.empty() &&
        !starts_time(frame_, behind() + 1))
        found.end = end_of_head(frame_.document, found);  // "compared with 8 million for the other"
    return found;
}

// "women had 15% and men 3%, compared with 6% and 1%": of the first of the two, and so is the second.
TokenRange SubjectRules::of_pair() const {
    if (index_ < 2 || index_ + 1 >= frame_.count()) return {};
    const Quantity& next = frame_.draft(index_ + 1).quantity;
    const Draft& first = frame_.draft(index_ - 2);
    const bool pair = next.kind == quantity_.kind && next.begin == behind() + 1 &&
                      frame_.is(behind(), "and") && first.quantity.kind == quantity_.kind;
    return pair ? TokenRange{first.subject_begin, first.subject_end} : TokenRange{};
}

// The second of "compared with 6% and 1%".
TokenRange SubjectRules::of_pair_too() const {
    if (index_ < 3 || frame_.draft(index_ - 1).quantity.end + 1 != begin()) return {};
    const Draft& second = frame_.draft(index_ - 2);
    const SubjectRules one(frame_, index_ - 1);
    const bool pair = frame_.is_any(one.begin() - 1, {"with", "to"}) &&
                      frame_.is(one.begin() - 2, "compared") && !one.of_pair().empty() &&
                      second.quantity.kind == quantity_.kind;
    return pair ? TokenRange{second.subject_begin, second.subject_end} : TokenRange{};
}

// "The Blues lead the Greens 42% to 38%", "beat the senator by 18 points": of the one who leads, then of the other.
TokenRange SubjectRules::contest() const {
    // "she leads at 49 percent to 40 percent for Orlo", "won 54% of the vote to 46% for Hale"
    if (quantity_.kind == Kind::percent && index_ > 0 && frame_.is(begin() - 1, "to") &&
        frame_.is(behind(), "for") && frame_.has(behind() + 1) &&
        frame_.token(behind() + 1).is_capitalised()) {
        const std::size_t won = frame_.draft(index_ - 1).quantity.end;
        if (won + 1 == begin() || frame_.is(won, "of")) return noun_phrase_from(frame_, behind() + 1);
    }
    const bool odds = quantity_.rule == "ratio.to_one";  // "outnumber the others by 19 to 11"
    if (quantity_.kind != Kind::points && !counts_points(quantity_) && quantity_.kind != Kind::percent &&
        !odds)
        return {};
    const bool second = index_ > 0 && frame_.is_any(begin() - 1, {"to", "-", "–"}) &&
                        frame_.draft(index_ - 1).quantity.end + 1 == begin() &&
                        frame_.draft(index_ - 1).quantity.kind == Kind::percent;
    if (const TokenRange side = side_of_lead(second); !side.empty()) return side;
    if (!frame_.sentence.has(WordClass::contesting)) return {};
    std::size_t at = begin();
    if (second) at = frame_.draft(index_ - 1).quantity.begin;
    // "topped Hale by four points - 50% to 46%"
    const std::size_t before = second ? 2 : 1;
    if (index_ >= before && (second || is_set_against_next()) &&
        (frame_.is_written(at - 1, ",") || before_dash(frame_, at) < at))
        at = frame_.draft(index_ - before).quantity.begin;
    const auto verb = verb_group_before(frame_, at);
    if (!verb || !frame_.is(verb->end - 1, WordClass::contesting)) return {};
    if (verb->end == at) return subject_of(frame_, *verb);
    const TokenRange rival = noun_phrase_from(frame_, verb->end);
    if (second) return {rival.begin, end_of_head(frame_.document, rival)};
    return odds || frame_.is(at - 1, "by") || rival.end == at ? subject_of(frame_, *verb) : TokenRange{};
}

// "| 50% | to 46%", "| 50% | -48%"
bool SubjectRules::is_set_against_next() const {
    return index_ + 1 < frame_.count() && frame_.is_any(behind(), {"to", "-", "–"}) &&
           frame_.draft(index_ + 1).quantity.kind == Kind::percent &&
           frame_.draft(index_ + 1).quantity.begin == behind() + 1;
}

// "has a razor-thin 50%-48% edge over Hale", "holds a lead of 51% to 49%", "ahead of Hale by 50% to 46%": who leads with the first
// share, and over whom with the second; nothing where the words tell no rival.
TokenRange SubjectRules::side_of_lead(bool second) const {
    if (quantity_.kind != Kind::percent) return {};
    if (!second && !is_set_against_next()) return {};
    const std::size_t at = second ? frame_.draft(index_ - 1).quantity.begin : begin();
    const std::size_t end = second ? behind() : frame_.draft(index_ + 1).quantity.end;
    if (frame_.is_any(end, {"edge", "lead", "advantage"})) {
        if (!second) return who_has(at);
        const TokenRange rival =
            frame_.is(end + 1, "over") ? noun_phrase_from(frame_, end + 2) : TokenRange{};
        return {rival.begin, end_of_head(frame_.document, rival)};
    }
    constexpr std::size_t longest = 8;
    const std::size_t limit = at - std::min(longest, at - frame_.sentence.begin);
    if (frame_.is(at - 1, "by"))
        for (std::size_t i = at - 1; i-- > limit;)
            if (frame_.is(i, "ahead") && frame_.is(i + 1, "of"))
                return second ? noun_phrase_from(frame_, i + 2) : name_that_ends(i);
    return !second && frame_.is(at - 1, "of") && frame_.is_any(at - 2, {"edge", "lead", "advantage"})
               ? who_has(at - 2)
               : TokenRange{};
}

// "Hale | has a razor-thin | 50%-48% edge", "puts Hale | with a | 50%-48% edge": who has what stands there.
TokenRange SubjectRules::who_has(std::size_t at) const {
    constexpr std::size_t longest = 5;
    std::size_t article = at - 1;
    while (article > frame_.sentence.begin + 1 && article + longest > at &&
           !frame_.is_any(article, {"a", "an", "the"}))
        --article;
    if (!frame_.is_any(article, {"a", "an", "the"}) || article == frame_.sentence.begin) return {};
    if (frame_.is(article - 1, "with")) return name_that_ends(article - 1);
    const auto verb = verb_group_before(frame_, article);
    return verb && verb->end == article ? subject_of(frame_, *verb) : TokenRange{};
}

// "puts | Ann Hale | ahead", "a poll that had | Ann Hale | with": the name alone.
TokenRange SubjectRules::name_that_ends(std::size_t end) const {
    const std::size_t name = begin_of_name(frame_.document, frame_.sentence.begin, end);
    return name < end ? TokenRange{name, end} : noun_phrase_before(frame_, end);
}

// "An area of rainforest twice the size of the city": what is so large.
TokenRange SubjectRules::compared_in_size() const {
    const bool times = quantity_.kind == Kind::multiple || quantity_.kind == Kind::ratio;
    // "had known of mercury levels 11 times the legal limit"
    if (quantity_.rule == "multiple.times" && !moves() && frame_.is(behind(), "the") &&
        begin() > frame_.sentence.begin + 1 && looks_plural(frame_.document, begin() - 1) &&
        !is_verb_at(frame_, begin() - 1)) {
        constexpr std::size_t longest = 5;
        for (std::size_t i = begin(); i-- > frame_.sentence.begin && i + longest > begin();) {
            if (frame_.is(i, "of") && i + 1 < begin()) return {i + 1, begin()};
            if (!in_noun_phrase(frame_, i)) break;
        }
    }
    if (!times || moves() || !frame_.is(behind(), "the") || !frame_.is(behind() + 1, WordClass::weak_noun) ||
        !frame_.is(behind() + 2, "of") || begin() < frame_.sentence.begin + 2)
        return {};
    if (frame_.token(begin() - 1).is_word() && !is_verb_at(frame_, begin() - 1)) {
        const TokenRange thing = noun_phrase_before(frame_, begin());
        if (!thing.empty() && thing.end == begin()) return thing;
    }
    const auto verb = verb_before();
    return verb && verb->end == begin() && frame_.is(verb->end - 1, WordClass::copula)
               ? subject_of(frame_, *verb)
               : TokenRange{};
}

// "£114bn, it said, equal to 4.2% of national income": the same again, said of the same.
TokenRange SubjectRules::equal_to() const {
    if (begin() < frame_.sentence.begin + 4 || !frame_.is(begin() - 1, "to")) return {};
    if (!frame_.is_any(begin() - 2, {"equal", "equivalent"})) return {};
    // "keep curbs equal to 3.6 percent of demand"
    const bool part =
        quantity_.kind == Kind::percent || quantity_.kind == Kind::ratio || quantity_.kind == Kind::multiple;
    if (part && in_noun_phrase(frame_, begin() - 3) && looks_plural(frame_.document, begin() - 3))
        return noun_phrase_before(frame_, begin() - 2);
    // "A fine equal to 4% of turnover was levied"
    if (part && frame_.is(behind(), "of") && in_noun_phrase(frame_, begin() - 3))
        if (const std::size_t close = noun_phrase_from(frame_, behind() + 1).end;
            is_verb_at(frame_, close) && frame_.is_one_of(close, {WordClass::auxiliary, WordClass::modal}))
            return noun_phrase_before(frame_, begin() - 2);
    // "The loan, equal to 3% of output, was"
    if (frame_.is(begin() - 3, ",") && closes_before_verb() > 0)
        if (const TokenRange thing = noun_phrase_before(frame_, begin() - 3); thing.end + 3 == begin())
            return thing;
    if (index_ == 0 || !frame_.is(begin() - 3, ",")) return {};
    const Draft& before = frame_.draft(index_ - 1);
    return {before.subject_begin, before.subject_end};
}

}  // namespace figbook
