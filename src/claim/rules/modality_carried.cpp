// What is told with a projected figure is projected too: what it is compared with, costs, holds or depends on.
#include <algorithm>

#include "claim/phrases.hpp"
#include "claim/rules/modality_context.hpp"
#include "claim/verbs.hpp"
#include "quantity/counted.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

// "Nurses will get a rise of 5%, and doctors | 6%": the verb is said once, for both.
bool is_gapped_behind(const SentenceFrame& frame, std::size_t index) {
    constexpr std::size_t longest = 6;
    const Quantity& before = frame.draft(index - 1).quantity;
    const Quantity& quantity = frame.draft(index).quantity;
    const std::size_t comma = before.phrase_end(), end = quantity.phrase_end();
    const bool closes = !frame.has(end) || frame.token(end).kind == TokenKind::mark || frame.is(end, "and") ||
                        starts_time(frame, end);
    if (quantity.kind != before.kind || quantity.unit != before.unit || !closes ||
        !frame.is_written(comma, ",") || quantity.begin < comma + 2 || quantity.begin > comma + longest)
        return false;
    for (std::size_t i = frame.is(comma + 1, "and") ? comma + 2 : comma + 1; i < quantity.begin; ++i)
        if (!in_noun_phrase(frame, i) || is_verb_at(frame, i)) return false;
    return looks_plural(frame.document, quantity.begin - 1) ||
           frame.token(quantity.begin - 1).is_capitalised();
}

}  // namespace

// Each of these is asked where there may be one.
bool ModalityContext::is_told_with_projected(std::size_t i) const {
    const Sentence& sentence = frame_.sentence;
    const auto& relation = frame_.draft(i).claim.relation;
    const bool follows = follows_projected(i);
    const bool part = relation && relation->kind == RelationKind::share_of;
    if ((follows || part) && is_aside_of_projected(i)) return true;
    if (has_projected_before(i) ? comes_with_projected(i)
                                : sentence.has(WordClass::further_sign) && is_within_budget(i))
        return true;
    return (i == 0 && frame_.first > 0 && draft_before(i).claim.modality == Modality::projected &&
            is_meaning_of_projected(i)) ||
           (sentence.has(WordClass::attribution_word) && is_reckoned_anew(i)) ||
           (follows && is_part_told_on(i)) ||
           (follows && (is_end_of_projected_move(i) || is_second_aim(i) || is_listed_with_projected(i) ||
                        is_last_of_several(i) || is_dealt_out(i) || is_gapped_behind(frame_, i)));
}

// "Some £9m will go to schools, | £4m to farms": a part of the same deed, with no verb of its own.
bool ModalityContext::is_dealt_out(std::size_t i) const {
    const Draft& before = frame_.draft(i - 1);
    const Quantity& quantity = frame_.draft(i).quantity;
    const std::size_t begin = quantity.begin, to = quantity.phrase_end();
    if (quantity.kind != before.quantity.kind || !frame_.is_any(to, {"to", "on", "for"}) ||
        !frame_.is_written(begin - 1, ","))
        return false;
    bool same = false;
    for (std::size_t k = before.quantity.phrase_end(); k + 1 < begin; ++k) {
        if (frame_.token(k).kind == TokenKind::mark) return false;
        same = same || frame_.word(k) == frame_.word(to);
    }
    const TokenRange segment = segment_around(frame_, begin, quantity.end);
    return same && is_without_own_verb(to, segment.end);
}

bool ModalityContext::has_projected_before(std::size_t i) const {
    while (i-- > 0)
        if (frame_.draft(i).claim.modality == Modality::projected) return true;
    return false;
}

// "cut its forecast by 0.4 points to 2.3%": as the move is, so is what it comes to.
bool ModalityContext::is_end_of_projected_move(std::size_t i) const {
    return is_end_of_move(i) && frame_.draft(i - 1).claim.modality == Modality::projected;
}

// "goes up by £2 to | £17": the figure before it tells by how much the move was that ends there.
bool ModalityContext::is_end_of_move(std::size_t i) const {
    if (i == 0 || frame_.draft(i).claim.role != Role::to) return false;
    const Draft& move = frame_.draft(i - 1);
    const std::size_t behind = move.quantity.phrase_end();
    return move.claim.role == Role::change && frame_.is(behind, "to") &&
           behind + 1 == frame_.draft(i).quantity.begin;
}

// ", 18 per cent less than in 2022", ", up 9 percent": set behind a projected figure, without a verb of its own.
bool ModalityContext::is_aside_of_projected(std::size_t i) const {
    if (is_part_of_projected(i)) return true;
    if (i == 0 || frame_.draft(i - 1).claim.modality != Modality::projected) return false;
    const Quantity& quantity = frame_.draft(i).quantity;
    if (is_of_time_past(quantity) || is_of_whole(quantity) || is_now(quantity)) return false;
    // "will cost £40 (£31 in 2023)"
    if (frame_.is_written(quantity.begin - 1, "(") && is_told_of_time_past(quantity.begin)) return false;
    const TokenRange segment = segment_around(frame_, quantity.begin, quantity.end);
    std::size_t before = frame_.draft(i - 1).quantity.phrase_end();
    if (!frame_.draft(i - 1).quantity.per.empty() && frame_.is_any(before, {"a", "an", "per"})) before += 2;
    // "asks for $640m to feed 3 million people"
    if (frame_.is(before, "to") && before + 2 == quantity.begin && is_verb_at(frame_, before + 1))
        return true;
    if (segment.begin < before) return is_joined_on(before, quantity.begin);
    if (segment.begin == frame_.sentence.begin) return false;
    // "will generate 870 megawatts, or enough to power 430,000 homes"
    std::size_t enough = frame_.is_written(before, ",") ? before + 1 : before;
    if (frame_.is(enough, "or")) ++enough;
    if (frame_.is(enough, "enough") && frame_.is_any(enough + 1, {"to", "for"})) return true;
    // "warned of a surge of 8 feet, and of rain of up to 15 inches"
    if (frame_.is(segment.begin, "and") && frame_.is(segment.begin + 1, "of") &&
        is_without_own_verb(segment.begin, segment.end))
        return true;
    // "is cutting 420 posts, or 5% of its staff", "would be £177bn in 2025-26, or 7% of GDP"
    if (frame_.is(segment.begin, "or") && segment.begin + 1 == quantity.begin &&
        is_without_own_verb(before, segment.begin))
        return true;
    // "Up to 270 games will be shown, 70 more than now"
    if (segment.begin == quantity.begin && frame_.is_any(quantity.phrase_end(), {"more", "fewer", "less"}) &&
        is_without_own_verb(quantity.end, segment.end))
        return true;
    const bool gapped = is_gapped(segment.begin, quantity.begin);
    if (is_equal_to(segment.begin)) return true;
    // Up to the next figure: "13% below the 24.6 million tonnes harvested in 2023".
    const std::size_t own_end =
        i + 1 < frame_.count() ? std::min(segment.end, frame_.draft(i + 1).quantity.begin) : segment.end;
    const bool bare = segment.begin == quantity.begin && is_without_own_verb(quantity.begin, own_end);
    for (std::size_t k = before; k < segment.begin; ++k)
        if (gapped && frame_.is(k, WordClass::cue))
            continue;  // ", the firm said, and the price by £5"
        else if (bare && frame_.is(k, WordClass::cue))
            continue;  // ", the report showed on Tuesday, 13% below last year's"
        else if (frame_.is(k, WordClass::verb) || frame_.is(k, WordClass::auxiliary) ||
                 frame_.is_written(k, ";") || frame_.is(k, WordClass::cue))
            return false;
    if (gapped) return true;
    if (frame_.is(segment.begin, WordClass::comparison) || frame_.is(segment.begin, WordClass::conjunction))
        return false;
    // ", adding 1,200 jobs"
    const bool participle = has_ending(frame_.word(segment.begin), "ing", 2);
    for (std::size_t k = participle ? segment.begin + 1 : segment.begin; k < own_end; ++k) {
        if (k >= quantity.begin && k < quantity.end) continue;  // ", almost treble his present wage"
        if (is_verb_at(frame_, k) || frame_.is(k, WordClass::auxiliary)) return false;
    }
    return true;
}

// "should yield 180,000 ounces, at a cost of $870 an ounce", "a profit of $9bn, it said, on revenues of $80bn", "€31m plus up to
// €6m", "£14bn, of which £4bn is set aside", "growth of 0.75%, half its November estimate of 1.5%".
bool ModalityContext::comes_with_projected(std::size_t i) const {
    constexpr std::size_t longest = 5;
    std::size_t base = i;
    while (base > 0 && frame_.draft(base - 1).claim.modality != Modality::projected) --base;
    for (std::size_t k = base; k > 0; --k)
        if (frame_.draft(k - 1).claim.modality == Modality::projected && is_set_with(k - 1, i)) return true;
    if (base == i && is_means_of_projected(i)) return true;
    if (base == 0 || i - base > 1) return is_within_budget(i);
    const Quantity& first = frame_.draft(base - 1).quantity;
    const Quantity& quantity = frame_.draft(i).quantity;
    const std::size_t begin = quantity.begin;
    if (begin < first.phrase_end() + 2) return false;
    const TokenRange segment = segment_around(frame_, begin, quantity.end);
    if (hangs_on_condition(segment, i)) return true;
    // ", with up to 30 cm of snow", ", or $21.50 a share", ", the bureau predicted, 35 per cent smaller than in 2022"
    const bool with = frame_.is(begin - 1, "with") && frame_.is_written(begin - 2, ",");
    if (with) return !has_verb(quantity.phrase_end(), segment.end);
    const bool alternative = frame_.is(begin - 1, "or") && frame_.is_written(begin - 2, ",") &&
                             quantity.kind == first.kind && quantity.unit == first.unit;
    if (alternative) return !has_verb(first.phrase_end(), begin);
    const bool compared = frame_.is_written(begin - 1, ",") && frame_.draft(i).claim.role == Role::change &&
                          (frame_.is(quantity.end, WordClass::change_comparative) ||
                           frame_.is_any(quantity.end, {"more", "less", "fewer", "below", "above"}));
    if (compared) {
        for (std::size_t k = first.phrase_end(); k < begin; ++k)
            if (is_verb_at(frame_, k) && !frame_.is(k, WordClass::cue) &&
                !frame_.is(k, WordClass::projecting))
                return false;
        return true;
    }
    const auto& relation = frame_.draft(i).claim.relation;
    // "of which £4.5bn is set aside for homes", "of which $1bn can be offset"
    if (relation && frame_.is_any(begin - 1, {"which", "whom"}) && frame_.is(begin - 2, "of")) {
        for (std::size_t k = quantity.phrase_end(); k < segment.end; ++k)
            if (frame_.is_one_of(k, {WordClass::auxiliary, WordClass::modal}))
                return frame_.is_any(k, {"is", "are", "can"}) && !is_there_already(k) &&
                       !frame_.is(k + 1, "still") && quantity.kind == Kind::money;
        return false;
    }
    if (frame_.is(begin - 1, "worth") && frame_.is_written(begin - 2, ","))
        return segment_around(frame_, begin - 3, begin - 3).begin <= first.begin;
    if (!frame_.is(begin - 1, "of") && !frame_.is(begin - 1, "at")) return false;
    for (std::size_t k = begin - 1; k-- > first.phrase_end() && k + longest > begin;) {
        if (frame_.is(k, WordClass::forecast_noun))  // "half its November estimate of 1.5%"
            return k + 2 == begin && frame_.draft(i).claim.kind == frame_.draft(base - 1).claim.kind;
        const bool cost = frame_.is(k, "at") && frame_.is_any(begin - 2, {"cost", "price"});
        const bool takings = frame_.is(k, "on") && frame_.is(begin - 2, WordClass::takings);
        if (cost || takings) return k == first.phrase_end() || !is_verb_at(frame_, k - 1);
        if (!in_noun_phrase(frame_, k)) return false;
    }
    return false;
}

// "will build 300 homes, funded by a £30m loan", "would hire 90 nurses, paid for with £3m from": by what is not spent yet.
bool ModalityContext::is_means_of_projected(std::size_t i) const {
    constexpr std::size_t longest = 6;
    const Quantity& quantity = frame_.draft(i).quantity;
    const TokenRange segment = segment_around(frame_, quantity.begin, quantity.end);
    if (quantity.kind != Kind::money || frame_.is(quantity.begin - 1, "the") ||
        segment.begin < frame_.draft(i - 1).quantity.end || quantity.begin > segment.begin + longest)
        return false;
    std::size_t by = segment.begin + 1;
    if (frame_.is(segment.begin, "paid") && frame_.is(by, "for"))
        ++by;
    else if (!frame_.is_any(segment.begin, {"funded", "financed", "backed", "supported"}))
        return false;
    if (!frame_.is_any(by, {"by", "with", "from", "through", "out"})) return false;
    return is_without_own_verb(by + 1, quantity.begin) &&
           is_without_own_verb(quantity.phrase_end(), segment.end);
}

// "would take 36 percent, it showed, up a point, with the Liberals on 29 percent", "peaking at 9 percent before easing to 6
// percent": told in one breath with what is projected.
bool ModalityContext::is_set_with(std::size_t base, std::size_t i) const {
    const Draft& first = frame_.draft(base);
    const Draft& draft = frame_.draft(i);
    const std::size_t begin = draft.quantity.begin;
    if (draft.claim.kind != first.claim.kind || draft.claim.unit != first.claim.unit) return false;
    if (is_for_another(begin)) return true;
    const TokenRange segment = segment_around(frame_, begin, draft.quantity.end);
    const bool with = frame_.is(segment.begin, "with") && segment.begin > first.quantity.end &&
                      frame_.is_any(begin - 1, {"on", "at"});
    if (with) return !has_verb(segment.begin, segment.end);
    const bool before = begin >= first.quantity.end + 3 && frame_.is_any(begin - 1, {"to", "at", "by"}) &&
                        has_ending(frame_.word(begin - 2), "ing", 2) && frame_.is(begin - 3, "before");
    return before && segment.begin < first.quantity.end;
}

// "The draft budget sets aside €200bn for the forces, including 96 tanks": what is in it is to come.
bool ModalityContext::is_within_budget(std::size_t i) const {
    constexpr std::size_t longest = 5;
    const Quantity& quantity = frame_.draft(i).quantity;
    if (quantity.kind != Kind::money || !frame_.sentence.has(WordClass::further_sign)) return false;
    for (std::size_t k = quantity.begin; k-- > frame_.sentence.begin + 1 && k + longest > quantity.begin;) {
        if (frame_.is_any(k, {"sets", "allocates", "earmarks", "gives", "includes", "contains"}))
            return frame_.is(k - 1, "budget") && (frame_.is(k - 2, "draft") || !frame_.is(k, "gives"));
        if (!frame_.token(k).is_word()) return false;
    }
    return false;
}

// ", provided flights return to 60 a week": on what it depends is not so yet.
bool ModalityContext::hangs_on_condition(const TokenRange& segment, std::size_t i) const {
    if (!frame_.is_any(segment.begin, {"provided", "assuming", "if", "unless", "once"})) return false;
    if (segment.begin == frame_.sentence.begin) return false;
    for (std::size_t k = segment.begin + 1; k < frame_.draft(i).quantity.begin; ++k)
        if (frame_.is_any(k, {"was", "were", "had", "has", "have"}) ||
            (has_past_ending(frame_.word(k)) && is_verb_at(frame_, k)))
            return false;
    return frame_.draft(i).claim.change != Change::none || frame_.draft(i).claim.kind == Kind::count;
}

// ", 70% of it borrowed from two lenders,": a figure and a participle, no clause.
bool ModalityContext::is_set_in(const TokenRange& clause) const {
    return frame_.has(clause.begin) &&
           (frame_.token(clause.begin).is_number() || frame_.is(clause.begin, WordClass::number)) &&
           std::none_of(frame_.tokens + clause.begin, frame_.tokens + clause.end, [&](const Token& token) {
               return frame_.word_classes[token.word].has(WordClass::auxiliary);
           });
}

// ", their trade body said on Monday,": who says it, and no more.
bool ModalityContext::is_words_of_saying(const TokenRange& clause) const {
    constexpr std::size_t longest = 9;
    if (clause.end > clause.begin + longest) return false;
    bool said = false;
    for (std::size_t i = clause.begin; i < clause.end; ++i) {
        if (is_figure(i)) return false;
        said = said || (i > clause.begin && (frame_.is(i, WordClass::cue) ||
                                             frame_.is_any(i, {"reckons", "reckon", "reckoned"})));
    }
    return said;
}

bool ModalityContext::has_finite_verb(const TokenRange& clause) const {
    for (std::size_t i = clause.begin; i < clause.end; ++i)
        if (is_verb_at(frame_, i) || frame_.is(i, WordClass::auxiliary)) return true;
    return false;
}

}  // namespace figbook
