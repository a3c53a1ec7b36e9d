#include "claim/rules/modality_context.hpp"

#include <algorithm>

#include "claim/phrases.hpp"
#include "claim/verb_signs.hpp"
#include "claim/verbs.hpp"
#include "quantity/counted.hpp"
#include "text/endings.hpp"

namespace figbook {

TokenRange ModalityContext::segment_of(const Quantity& quantity) const {
    constexpr std::size_t longest = 6;
    TokenRange segment = segment_around(frame_, quantity.begin, quantity.end);
    while (const std::size_t bracket = opening_of(segment.begin))
        segment.begin = segment_around(frame_, bracket, bracket).begin;
    // 'expected to rise by "no more than 3%" this year and | by 4% next'
    const bool marks =
        segment.begin > frame_.sentence.begin + 1 && frame_.is(segment.begin - 1, WordClass::quotation_mark);
    for (std::size_t i = 0; marks && i < frame_.count(); ++i) {
        const Quantity& marked = frame_.draft(i).quantity;
        if (marked.end + 1 == segment.begin && marked.begin > frame_.sentence.begin + 1 &&
            is_quotation_mark(marked.begin - 1))
            segment.begin = segment_around(frame_, marked.begin - 1, marked.begin - 1).begin;
    }
    std::size_t inner = quantity.begin;  // "could 'easily double'"
    while (inner > segment.begin && has_ending(frame_.word(inner - 1), "ly", 3)) --inner;
    if (segment.begin != inner || segment.begin < frame_.sentence.begin + 3 ||
        !is_quotation_mark(segment.begin - 1))
        return segment;
    const std::size_t closing = segment.begin - 1;
    // "would cost 'in the region of £3 million'"
    const bool acts = closing > frame_.sentence.begin + 1 && is_bare_verb(closing - 1) &&
                      frame_.is(closing - 2, WordClass::modal);
    // 'expects prices to rise by "about 3%"'
    const bool leads = frame_.is_any(closing - 1, {"by", "to", "of", "at", "from", "than"});
    if (acts || leads || frame_.is(closing - 1, WordClass::modal)) {
        segment.begin = segment_around(frame_, closing - 1, closing - 1).begin;
        return segment;
    }
    for (std::size_t i = closing; i-- > frame_.sentence.begin && i + longest > closing;) {
        if (is_verb_at(frame_, i) || frame_.is_written(i, ",")) return segment;
        if (is_quotation_mark(i)) {
            segment.begin = segment_around(frame_, i, i).begin;
            return segment;
        }
    }
    return segment;
}

// The bracket that opens what is closed right before `begin`: "(€92 million)"; 0 where nothing short is.
std::size_t ModalityContext::opening_of(std::size_t begin) const {
    constexpr std::size_t longest = 8;
    if (begin == frame_.sentence.begin || !frame_.is_written(begin - 1, ")")) return 0;
    for (std::size_t i = begin - 1; i-- > frame_.sentence.begin && i + longest > begin;)
        if (frame_.is_written(i, "(")) return i;
    return 0;
}

std::optional<std::size_t> ModalityContext::expected_behind(const Quantity& quantity) const {
    constexpr std::size_t longest = 9;
    if (quantity.begin == frame_.sentence.begin) return std::nullopt;
    const std::size_t behind = behind_pair(quantity);
    // "six of the seven states that will decide it": those that there are
    const std::size_t the = quantity.begin - 1;
    const bool some = the > frame_.sentence.begin + 1 && frame_.is(the - 1, "of") &&
                      (frame_.token(the - 2).is_number() || frame_.is(the - 2, WordClass::number));
    if (some && quantity.kind == Kind::count && frame_.is_any(behind, {"that", "which", "who"}) &&
        frame_.is(behind + 1, WordClass::modal))
        return std::nullopt;
    // "$2.55 versus $2.23 expected"
    const bool set_against = is_behind_versus(quantity) && frame_.is(behind, WordClass::foreseen);
    if (!is_behind_the(quantity) && !set_against && !is_second_of_pair(quantity)) return std::nullopt;
    // "The 40-strong group proposed a rest": what it does, and not the group that somebody proposed
    if (quantity.rule == "count.hyphen" && !is_told_of_by_others(behind)) return std::nullopt;
    for (std::size_t i = behind; frame_.has(i) && i < behind + longest; ++i) {
        if (!frame_.token(i).is_word()) return std::nullopt;
        // "the $64m it must collect", not "the 7.2-kilometre tunnel will open", "the six-cylinder Halden motor will go"
        if (frame_.is(i, WordClass::modal)) {
            const bool who =
                i > behind &&
                (frame_.is_one_of(behind, {WordClass::pronoun, WordClass::determiner}) ||
                 (frame_.token(behind).is_capitalised() && frame_.token(i - 1).is_capitalised()));
            return frame_.is(i, WordClass::projecting) && who ? std::optional(i) : std::nullopt;
        }
        // "the 65 tonnes it is aiming for", "brokers had been looking for", "the cabinet has in mind"
        if (frame_.is(i, "mind") && frame_.is(i - 1, "in")) return i;
        const bool sought =
            frame_.is_any(i, {"looking", "counting", "banking", "aiming", "hoping", "angling", "pushing"}) &&
            frame_.is_any(i + 1, {"for", "on"}) &&
            (!frame_.has(i + 2) || frame_.token(i + 2).kind == TokenKind::mark || starts_time(frame_, i + 2));
        if (sought) return i;
        if (frame_.is(i, WordClass::projecting)) {
            const bool verb = has_ending(frame_.word(i), "ed", 3) || is_verb_at(frame_, i) ||
                              frame_.is_any(i - 1, {"had", "have", "has"}) ||
                              (i == behind && frame_.is(i, "forecast"));  // "the 120,000 forecast by"
            return verb && !frame_.is(i, WordClass::projects_amounts) ? std::optional(i) : std::nullopt;
        }
        // "less than the 5% economists had feared", "ahead of the £1.9bn analysts had pencilled in"
        if (frame_.is_any(i, {"feared", "foreseen", "foresaw", "pencilled", "penciled"})) return i;
        const bool participle = frame_.is(i + 1, "by");  // "analysts polled by Datastream"
        if (i == behind && frame_.is(i, WordClass::change_noun))
            continue;  // "the 4.8% gain that was expected"
        if (!frame_.is_any(i, {"had", "have", "has", "was", "were", "been", "is", "are"}) && !participle &&
            is_verb_at(frame_, i))
            return std::nullopt;
    }
    return std::nullopt;
}

// "the 500-strong force | it plans to send"
bool ModalityContext::is_told_of_by_others(std::size_t behind) const {
    constexpr std::size_t furthest = 4;
    static constexpr WordClasses others{WordClass::pronoun, WordClass::determiner, WordClass::relative};
    for (std::size_t i = behind; i < behind + furthest && frame_.has(i); ++i) {
        if (frame_.is_one_of(i, others)) return true;
        if (frame_.has_any(i, {WordClass::modal, WordClass::projecting})) return false;
    }
    return false;
}

bool ModalityContext::is_behind_versus(const Quantity& quantity) const {
    const std::size_t before = quantity.begin - 1;
    const std::size_t word =
        frame_.is_written(before, ".") && before > frame_.sentence.begin ? before - 1 : before;
    return frame_.is_any(word, {"versus", "vs", "vs.", "against"});
}

std::size_t ModalityContext::behind_pair(const Quantity& quantity) const {
    const std::size_t behind = quantity.phrase_end();
    if (!frame_.is(behind, "and")) return behind;
    for (std::size_t i = 0; i < frame_.count(); ++i) {
        const Quantity& second = frame_.draft(i).quantity;
        if (second.begin == behind + 1) return second.phrase_end();
    }
    return behind;
}

bool ModalityContext::is_second_of_pair(const Quantity& quantity) const {
    if (!frame_.is(quantity.begin - 1, "and")) return false;
    for (std::size_t i = 0; i < frame_.count(); ++i) {
        const Quantity& first = frame_.draft(i).quantity;
        if (first.phrase_end() + 1 == quantity.begin)
            return first.begin > frame_.sentence.begin && frame_.is(first.begin - 1, "the");
    }
    return false;
}

// "by Christmas", "by the end of 2025", "by March"
bool ModalityContext::is_by_time(std::size_t i) const {
    if (!frame_.is(i, "by")) return false;
    const std::size_t at = frame_.is_any(i + 1, {"the", "late", "early", "mid"}) ? i + 2 : i + 1;
    return frame_.is(at, WordClass::foreseen_by_then) || starts_time(frame_, at);
}

std::optional<std::size_t> ModalityContext::foreseen_by(const Quantity& quantity) const {
    constexpr std::size_t longest = 8, between = 3;
    const std::size_t first = frame_.sentence.begin;
    // "brokers see the rate at 4%"
    // or "back above $100"
    bool moves = is_amount(quantity.kind) && quantity.begin > first &&
                 (frame_.is(quantity.begin - 1, "at") ||
                  (frame_.is(quantity.begin - 1, "back") && quantity.begin < quantity.core));
    const std::size_t lead =
        frame_.is(quantity.begin - 1, "between") ? 3 : 2;  // "growth of between 3% and 5%"
    for (std::size_t i = quantity.begin; i-- > first && i + longest > quantity.begin;) {
        if (frame_.is(i, WordClass::foreseeing) && is_verb_at(frame_, i)) {
            const bool who = i > first && frame_.is(i - 1, WordClass::relative) &&
                             !(i > first + 1 && frame_.is_written(i - 2, ","));  // ", who sees it falling"
            const bool headline = !frame_.token(frame_.sentence.end - 1).may_stop();
            if (frame_.is(i, "seen"))  // "growth was seen at 2.7%", "Inflation seen at 3%"
                return moves && i + 2 == quantity.begin && frame_.is(i + 1, "at") &&
                               (headline || is_form_of_be(i - 1))
                           ? std::optional(i)
                           : std::nullopt;
            // "Markets see two cuts this year"
            const std::size_t who_sees = i > first && frame_.is_any(i - 1, {"now", "still"}) ? i - 2 : i - 1;
            const bool moved = quantity.kind == Kind::points
                                   ? frame_.is(quantity.end, "of")  // "see 90 basis points of cuts"
                                   : quantity.kind == Kind::count && quantity.noun_end > 0 &&
                                         frame_.is(quantity.noun_end - 1, WordClass::change_noun);
            const bool cuts = moved && i + 1 == quantity.begin && i > first &&
                              (frame_.is(who_sees, WordClass::expecter) ||
                               (frame_.is(who_sees, "and") && frame_.sentence.has(WordClass::expecter)) ||
                               frame_.is_any(who_sees, {"markets", "futures", "swaps"}));
            const bool ahead = moves || cuts || is_by_time(quantity.phrase_end());
            return ahead && !who ? std::optional(i) : std::nullopt;
        }
        const bool year = frame_.token(i).is_number() && starts_time(frame_, i);  // "sees 2019 growth of"
        if (!frame_.token(i).is_word() && !year && !frame_.is_written(i, "-")) return std::nullopt;
        static constexpr WordClasses things{WordClass::year_noun, WordClass::change_noun,
                                            WordClass::foreseen_thing};
        const bool of = frame_.is(i + 1, "of") && i + lead == quantity.begin;       // "sees sales of"
        moves = moves || (of && is_amount(quantity.kind) && frame_.is(i, "rate"));  // "sees a rate of 5.5%"
        moves = moves || (of && (is_amount(quantity.kind) || frame_.is(i, WordClass::foreseen_thing)) &&
                          frame_.has_any(i, things));
        const bool move = has_ending(frame_.word(i), "ing", 2) && i + between >= quantity.begin &&
                          frame_.has_any(i, {WordClass::change_verb, WordClass::foreseen_move});
        moves = moves || move;
        // "see the deposit funds rate at"
        const bool noun = frame_.is_any(i, {"rate", "rates"}) || frame_.is_any(i + 1, {"rate", "rates"});
        if (!move && !noun && (is_verb_at(frame_, i) || frame_.is(i, WordClass::auxiliary)))
            return std::nullopt;
    }
    return std::nullopt;
}

bool ModalityContext::opens_own_clause(const Quantity& quantity) const {
    if (quantity.begin < frame_.sentence.begin + 2) return false;
    const std::size_t joint = frame_.is(quantity.begin - 1, "that") ? quantity.begin - 2 : quantity.begin - 1;
    if (!frame_.is(joint, "and")) return false;
    for (std::size_t i = quantity.phrase_end(); frame_.has(i); ++i) {
        if (!frame_.token(i).is_word() || frame_.is(i, WordClass::relative)) return false;
        if (frame_.is_any(i, {"was", "were", "has", "have", "had"})) return true;
        if (is_verb_at(frame_, i) || frame_.is(i, WordClass::auxiliary)) return false;
    }
    return false;
}

std::optional<std::size_t> ModalityContext::to_be_done_behind(std::size_t end) const {
    // "two-thirds of it to come from a bond"
    if (frame_.is(end, "of") && frame_.is_any(end + 1, {"it", "them", "this", "that", "which"}) &&
        frame_.is(end + 2, "to") && frame_.has(end + 3) && is_bare_verb(end + 3))
        return end + 2;
    const bool follows = frame_.has(end) && frame_.is_written(end, ",") && frame_.is(end + 1, "to") &&
                         frame_.is(end + 2, "be");
    return follows && is_verb_at(frame_, end + 3) ? std::optional(end + 1) : std::nullopt;
}

bool ModalityContext::is_part_of_projected(std::size_t i) const {
    const Draft& draft = frame_.draft(i);
    if (!draft.claim.relation || draft.claim.relation->kind != RelationKind::share_of) return false;
    if (frame_.drafts[draft.claim.relation->claim].claim.modality != Modality::projected) return false;
    if (frame_.is(draft.quantity.begin, "all")) return false;  // "the Gang of Eight, all eight of them"
    const Quantity& part = draft.quantity;
    const TokenRange segment = segment_around(frame_, part.begin, part.end);
    // "will raise £14bn, of which £4.5bn is set aside for homes"
    if (part.begin > frame_.sentence.begin + 2 && frame_.is_any(part.begin - 1, {"which", "whom"}) &&
        frame_.is(part.begin - 2, "of"))
        return !is_there_already(part.phrase_end()) &&
               std::none_of(frame_.tokens + part.end, frame_.tokens + segment.end, [&](const Token& token) {
                   return frame_.word_classes[token.word].has(WordClass::past_form);
               });
    return segment.begin == part.begin && part.begin > frame_.sentence.begin &&
           frame_.is_written(part.begin - 1, ",") && !has_verb(part.end, segment.end);
}

// "of which 300,000 | are in the ground", "have been sold", "already have a buyer"
bool ModalityContext::is_there_already(std::size_t i) const {
    if (frame_.is_any(i, {"already", "have", "has"})) return true;
    return frame_.is_any(i, {"is", "are"}) &&
           (frame_.is_any(i + 1, {"already", "now", "in", "under", "open", "built", "there", "at", "vacant",
                                  "empty", "occupied", "unfilled", "filled", "women", "men", "children"}));
}

bool ModalityContext::is_equal_to(std::size_t begin) const {
    return frame_.is_any(begin, {"equal", "equivalent"}) && frame_.is(begin + 1, "to");
}

// ", and the price of a card by £5": the verb of the clause before is meant.
bool ModalityContext::is_gapped(std::size_t begin, std::size_t figure) const {
    return frame_.is_any(figure - 1, {"by", "to", "from"}) && is_without_verb(begin, figure) &&
           in_noun_phrase(frame_, begin + 1);
}

bool ModalityContext::is_without_verb(std::size_t begin, std::size_t figure) const {
    if (!frame_.is_any(begin, {"and", "while"})) return false;
    static constexpr WordClasses verbs{WordClass::auxiliary, WordClass::copula, WordClass::past_form};
    for (std::size_t i = begin + 1; i < figure; ++i) {
        const bool noun = frame_.is(i - 1, WordClass::determiner) || frame_.is(i + 1, WordClass::preposition);
        if (frame_.has_any(i, verbs) || (!noun && is_verb_at(frame_, i))) return false;
    }
    return true;
}

// "spending of $68bn for 2025 and a deficit of 2.9 percent": a second thing, with no verb of its own.
bool ModalityContext::is_joined_on(std::size_t before, std::size_t begin) const {
    const std::size_t clause = segment_around(frame_, begin, begin).begin;
    // "[and the price of a card by £5] to £35"
    if (before + 1 == begin && frame_.is(before, "to") && clause > frame_.sentence.begin)
        return is_without_verb(clause, begin);
    for (std::size_t i = before; i < begin; ++i)
        if (frame_.is(i, "and"))
            // "sales growth of 1.8% and same-store sales growth of 3.5%"
            return (frame_.is(begin - 1, "of") && frame_.is(begin - 2, WordClass::change_noun) &&
                    is_without_own_verb(i, begin)) ||
                   (i + 1 == begin && is_without_own_verb(before, i) &&
                    is_without_own_verb(begin, segment_around(frame_, begin, begin + 1).end)) ||
                   (frame_.is(i + 1, WordClass::determiner) && frame_.is(begin - 1, "of") &&
                    !has_verb(i, begin));
    return false;
}

// "[another £9m in fees] and 15 per cent of any sale": nothing is said of it alone.
bool ModalityContext::is_without_own_verb(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i) {
        const bool compound = frame_.is_written(i + 1, "-");  // "add-ons"
        if (!compound && (is_verb_at(frame_, i) || frame_.is(i, WordClass::auxiliary))) return false;
    }
    return true;
}

// "[will sell the plant and] cut 40 jobs": the second of two deeds.
bool ModalityContext::is_joined_infinitive(std::size_t i) const {
    return i > frame_.sentence.begin && frame_.is(i, WordClass::same_in_past) &&
           (frame_.is_any(i - 1, {"and", "or"}) || (frame_.is(i - 1, "but") && is_second_deed(i - 1)));
}

// "[could be jailed and] fined £900"
bool ModalityContext::is_joined_participle(std::size_t i) const {
    return i > frame_.sentence.begin + 2 && frame_.is(i - 3, "be") && frame_.is_any(i - 1, {"and", "or"}) &&
           has_past_ending(frame_.word(i - 2));
}

// "would save £9m a year | but | cost 300 jobs": the deeds of one "would".
bool ModalityContext::is_second_deed(std::size_t but) const {
    constexpr std::size_t furthest = 12;
    if (!is_bare_verb(but + 1)) return false;
    for (std::size_t k = but; k-- > frame_.sentence.begin && k + furthest > but;) {
        if (frame_.is(k, WordClass::modal)) return is_bare_verb(k + 1);
        if (frame_.is_written(k, ",") || frame_.is(k, WordClass::relative)) return false;
    }
    return false;
}

bool ModalityContext::says_which_voters(std::size_t i) const {
    constexpr std::size_t furthest = 3;
    if (!frame_.is(i, "likely")) return false;
    for (std::size_t k = i + 1; k <= i + furthest && in_noun_phrase(frame_, k); ++k)
        if (frame_.is(k, WordClass::voter_noun)) return true;
    return false;
}

// "are being offered $300 a tonne", "was offered at $2,300 a tonne": what is paid in the market; no pay of so much an hour.
bool ModalityContext::is_price_quoted(std::size_t offer, std::size_t figure) const {
    // "a costume, offered for 360 yuan, was"
    if (frame_.is(offer, "offered") && offer > frame_.sentence.begin && frame_.is_written(offer - 1, ",") &&
        offer + 2 == figure && frame_.is_any(offer + 1, {"for", "at"}))
        return true;
    if (!frame_.is(offer, "offered") || offer == frame_.sentence.begin ||
        !frame_.is_any(offer - 1, {"is", "are", "was", "were", "being"}))
        return false;
    if (offer + 1 != figure && !(offer + 2 == figure && frame_.is(offer + 1, "at"))) return false;
    static constexpr std::string_view by_time[] = {"a",     "mo",   "wk",  "d",    "h",    "year",
                                                   "month", "week", "day", "hour", "share"};
    for (std::size_t i = 0; i < frame_.count(); ++i) {
        const Quantity& price = frame_.draft(i).quantity;
        if (price.begin != figure) continue;
        return price.kind == Kind::money && !price.per.empty() &&
               std::find(std::begin(by_time), std::end(by_time), price.per) == std::end(by_time);
    }
    return false;
}

bool ModalityContext::is_offered_at_price(std::size_t offer, std::size_t figure) const {
    if (is_price_quoted(offer, figure)) return true;
    if (offer + 2 >= figure || !frame_.is_any(offer, {"offer", "offers", "offered", "offering"}))
        return false;
    // "is offering 512 MB for $99"
    const bool sells = frame_.is_any(offer, {"offers", "offering"}) || is_figure(offer + 1);
    const bool priced = sells && frame_.is(figure - 1, "for") && is_verb_at(frame_, offer) &&
                        !frame_.is(offer + 1, "to") && !frame_.is_any(offer - 1, {"to", "would", "will"});
    if (priced) return true;
    return frame_.is(figure - 1, "at") && !frame_.is(figure - 2, WordClass::traded) &&
           !frame_.is(offer + 1, "to");
}

bool ModalityContext::is_of_several(std::size_t plans) const {
    return frame_.is(plans + 1, "of") && frame_.is(plans, WordClass::plan_noun) &&
           has_ending(frame_.word(plans), "s", 3);
}

bool ModalityContext::is_quotation_mark(std::size_t i) const {
    return frame_.is_any(i, {"\"", "“", "”", "‘", "'"});
}

std::optional<std::size_t> ModalityContext::headline_infinitive(const Quantity& quantity) const {
    constexpr std::size_t longest = 6;
    const std::size_t first = frame_.sentence.begin;
    if (frame_.token(frame_.sentence.end - 1).may_stop()) return std::nullopt;
    if (quantity.begin == first) return headline_infinitive_behind(quantity);
    std::size_t to = first;
    while (to < quantity.begin && to < first + longest && !frame_.is(to, "to")) {
        if (!in_noun_phrase(frame_, to) || is_verb_at(frame_, to)) return std::nullopt;
        ++to;
    }
    if (to == first || to + 1 >= quantity.begin || !frame_.is(to, "to") || !is_bare_verb(to + 1))
        return std::nullopt;
    // ", union says"
    for (std::size_t i = quantity.end; i < frame_.sentence.end && !frame_.is_written(i, ","); ++i)
        if (!frame_.is(i, WordClass::month) && has_verb(i, i + 1) &&
            (is_verb_at(frame_, i) || frame_.is(i, WordClass::change_verb) ||
             !frame_.is(i, WordClass::noun_first)))
            return std::nullopt;
    return to;
}

// "900 nurses to strike", "4,000 jobs to go at steel giant", "900 staff set to go"; not "five books to read".
std::optional<std::size_t> ModalityContext::headline_infinitive_behind(const Quantity& quantity) const {
    std::size_t to = quantity.phrase_end();
    if (quantity.kind != Kind::count || quantity.noun_end == 0 || to != quantity.noun_end)
        return std::nullopt;
    const std::size_t noun = quantity.noun_end - 1;
    if (!frame_.is(noun, WordClass::person_noun) &&
        !frame_.is_any(noun, {"jobs", "posts", "homes", "flats", "shops", "stores", "schools", "branches",
                              "staff", "nurses", "teachers", "troops"}))
        return std::nullopt;
    if (frame_.is_any(to, {"set", "due"})) ++to;
    if (!frame_.is(to, "to") || !frame_.has(to + 1) ||
        frame_.is_any(to + 1, {"watch", "know", "follow", "see", "meet", "the", "a"}))
        return std::nullopt;
    return frame_.token(to + 1).is_word() && !frame_.token(to + 1).is_capitalised() ? std::optional(to)
                                                                                    : std::nullopt;
}

// ", it will show its form"
bool ModalityContext::will_follow(std::size_t i) const {
    for (; frame_.has(i); ++i) {
        if (frame_.is_any(i, {"will", "'ll", "’ll"})) return true;
        if (frame_.is_written(i, ",") || is_verb_at(frame_, i)) return false;
    }
    return false;
}

bool ModalityContext::is_supposed(const Quantity& quantity) const {
    const std::size_t first = frame_.sentence.begin;
    if (!frame_.has_any(first, {WordClass::subordinator, WordClass::quotation_mark})) return false;
    const std::size_t opener = is_quotation_mark(first) ? first + 1 : first;
    const bool when = frame_.is_any(opener, {"when", "once"});
    if (!when && !frame_.is_any(opener, {"if", "unless"})) return false;
    const TokenRange segment = segment_around(frame_, quantity.begin, quantity.end);
    for (std::size_t i = opener; i < quantity.begin; ++i)
        if (frame_.is_written(i, "(")) return false;
    if (when && (segment.begin > opener || !will_follow(segment.end + 1))) return false;
    static constexpr WordClasses states{WordClass::auxiliary, WordClass::copula, WordClass::cue,
                                        WordClass::holding_verb};
    // "If turnout reaches 60%, the vote is valid"
    if (!when && frame_.is_any(quantity.begin - 1, {"reaches", "hits"})) return true;
    if (!when)  // "If it can go further and break above $13.60, that will"
        for (std::size_t i = segment.begin; i < quantity.begin; ++i)
            if (frame_.is_any(i, {"can", "could", "should"}) && !is_past_ability(i)) return true;
    // "If we do not save £30m", "If it does not fall by 7%"
    if (!when)
        for (std::size_t i = segment.begin + 1; i + 2 < quantity.begin; ++i)
            if (frame_.is_any(i, {"do", "does"}) && frame_.is(i + 1, "not") && is_bare_verb(i + 2))
                return true;
    // "If a quarter of the basin goes, it will not come back"
    if (quantity.begin == opener + 1)
        for (std::size_t i = quantity.phrase_end(); i < segment.end; ++i)
            if (is_verb_at(frame_, i))
                return has_ending(frame_.word(i), "s", 2) && !frame_.has_any(i, states);
    for (std::size_t i = quantity.begin; i-- > segment.begin;)
        if (!when && frame_.is_one_of(i, {WordClass::change_verb, WordClass::change_verb_start}) &&
            is_bare_verb(i) && i > segment.begin && looks_plural(frame_.document, i - 1))
            return true;  // "If fares go up by half"
        else if (!when && i == opener + 2 && is_bare_verb(i) &&
                 (frame_.is(opener + 1, "you") ||
                  (frame_.is_any(opener + 1, {"we", "they", "i"}) && will_follow(segment.end + 1))))
            return true;  // "If you buy 10 rifles", "If we save £3m, it will"
        else if (is_verb_at(frame_, i) || (i > segment.begin && frame_.is(i - 1, WordClass::pronoun)))
            return has_ending(frame_.word(i), "s", 3) && !frame_.has_any(i, states);
    return false;
}

bool ModalityContext::is_infinitive_form(std::size_t i) const {
    const std::string_view word = frame_.word(i);
    return frame_.token(i).is_word() && !frame_.token(i).is_capitalised() && is_verb_at(frame_, i) &&
           !has_ending(word, "ing", 2) && !has_ending(word, "ed", 2);
}

bool ModalityContext::is_part_of_day(std::size_t i) const {
    return frame_.is_any(i, {"night", "morning", "afternoon", "evening"});
}

bool ModalityContext::is_form_of_be(std::size_t i) const {
    return frame_.is_any(i, {"is", "are", "was", "were"});
}

bool ModalityContext::is_received(std::size_t plans) const {
    if (!frame_.is(plans, WordClass::plan_noun) || plans < frame_.sentence.begin + 2) return false;
    std::size_t verb = plans - 1;
    while (verb > frame_.sentence.begin &&
           frame_.is_one_of(verb, {WordClass::determiner, WordClass::adjective, WordClass::number}))
        --verb;
    return frame_.is(verb, WordClass::attracting) && is_verb_at(frame_, verb);
}

std::size_t ModalityContext::behind_adding(std::size_t begin) const {
    if (frame_.is(begin, "as") && frame_.is(begin + 1, "well") && frame_.is(begin + 2, "as"))
        return begin + 3;
    return frame_.is_any(begin, {"along", "together"}) && frame_.is(begin + 1, "with") ? begin + 2 : 0;
}

bool ModalityContext::is_bare_verb(std::size_t i) const {
    return has_bare_form(frame_, i);
}

bool ModalityContext::has_verb(std::size_t begin, std::size_t end) const {
    static constexpr WordClasses verbs{WordClass::verb, WordClass::change_verb, WordClass::cue,
                                       WordClass::auxiliary};
    for (std::size_t i = begin; i < end; ++i)
        if (frame_.is_one_of(i, verbs)) return true;
    return false;
}

}  // namespace figbook
