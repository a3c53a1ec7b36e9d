// Subject: the phrase that says what the figure measures, whole enough to be read alone in a table.
#include <algorithm>

#include "base/utf8.hpp"
#include "claim/clause_head.hpp"
#include "claim/rules/rules.hpp"
#include "claim/rules/subject_carried.hpp"
#include "claim/rules/subject_rules.hpp"
#include "quantity/counted.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

// "34% higher", "83% full", "three metres tall": words right behind a figure that say how much, and of what not.
bool says_how(const SentenceFrame& frame, const Quantity& quantity, TokenRange found) {
    if (quantity.kind == Kind::measure && frame.is(found.begin, WordClass::extent) &&
        !frame.token(found.begin).is_capitalised())
        return true;
    if (frame.is(found.begin, "short")) return true;  // "4% short of target"
    // "is 92% effective in a trial"
    const bool is_predicate =
        quantity.kind == Kind::percent && quantity.begin > frame.sentence.begin &&
        frame.is(quantity.begin - 1, WordClass::copula) && looks_adjective(frame.document, found.begin) &&
        !looks_plural(frame.document, found.begin) &&
        (found.end == found.begin + 1 || frame.is(found.begin + 1, WordClass::preposition));
    if (is_predicate) return true;
    if (found.end != found.begin + 1) return false;
    if (frame.is(found.begin, "respectively")) return true;
    if (frame.is(found.begin, WordClass::change_comparative)) return true;
    if (quantity.kind == Kind::count) return false;
    const bool predicate = quantity.kind == Kind::percent && quantity.begin > frame.sentence.begin &&
                           frame.is(quantity.begin - 1, WordClass::copula) &&  // "is 92% effective"
                           frame.token(quantity.begin - 1).is_word();
    if (predicate && !looks_plural(frame.document, found.begin)) return true;
    return frame.is(found.begin, WordClass::modifier) || frame.is(found.begin, WordClass::adjective) ||
           frame.is(found.begin, WordClass::extent);
}

// "70,000 | living near the border", "38% | favouring him", "32 million getting hooked": what so many do, and not what they are.
bool does_something(const SentenceFrame& frame, const Quantity& quantity) {
    const std::size_t doing = quantity.end;
    if (quantity.kind == Kind::money || quantity.kind == Kind::measure || !frame.has(doing + 1) ||
        !has_ending(frame.word(doing), "ing", 3) || frame.token(doing).is_capitalised())
        return false;
    static constexpr WordClasses behind{WordClass::determiner, WordClass::pronoun, WordClass::preposition};
    const bool goes_on = frame.is_one_of(doing + 1, behind) || frame.is(doing + 1, "to") ||
                         has_past_ending(frame.word(doing + 1), 3);
    return goes_on && !frame.is_one_of(quantity.begin - 1, {WordClass::determiner}) &&
           !frame.is_any(doing,
                         {"funding", "spending", "lending", "housing", "training", "rating", "building",
                          "meeting", "holding", "saving", "passing", "borrowing", "backing"});
}

// The noun phrase that a figure before its verb belongs to: "5,000 jobs will go", "$48 million … has been funded".
TokenRange subject_behind(const SentenceFrame& frame, const Quantity& quantity) {
    if (!quantity.per.empty() || quantity.rule == "count.elliptic")
        return {};  // "15 million a day", "120 face trial"
    if (frame.is_any(quantity.end, {"a", "an"}) && frame.is(quantity.end + 1, WordClass::time_unit))
        return {};
    if (frame.is_any(quantity.end, {"apiece", "respectively"})) return {};
    if (behind_year_on_year(frame, quantity.end) > quantity.end) return {};  // "reaching 0.7% month-on-month"
    if (frame.is_any(quantity.end, {"back", "away"}) && !in_noun_phrase(frame, quantity.end + 1)) return {};
    if (frame.has(quantity.end) && has_ending(frame.word(quantity.end), "ly", 3) &&
        !frame.is(quantity.end, WordClass::noun_in_ly))
        return {};  // "17% strongly disagree"
    if (frame.has(quantity.end) && !frame.token(quantity.end).space_before()) return {};  // "80%-10%"
    if (share_acts(frame, quantity)) return {};
    if (frame.is(quantity.end, "means")) return {};  // "Going to 3.5% means finding"
    if (does_something(frame, quantity)) return {};
    // "£900 sewn into a bear"
    if (quantity.kind == Kind::money && frame.is(quantity.end + 1, WordClass::preposition) &&
        (has_past_ending(frame.word(quantity.end), 3) ||
         frame.is_any(quantity.end, {"sewn", "hidden", "left", "kept"})))
        return {};
    const TokenRange found = without_determiner(frame, noun_phrase_from(frame, quantity.end));
    return found.begin == quantity.end && says_how(frame, quantity, found) ? TokenRange{} : found;
}

}  // namespace

TokenRange SubjectRules::find() const {
    TokenRange found;
    const auto decides = [&](std::string_view rule, TokenRange by_rule) {
        return !by_rule.empty() && is_subject(rule, by_rule, found);
    };
    // Each rule looks for itself whether it fits. But few do, so that what a rule needs of the figure's kind and of the words
    // beside it is asked here too, where it costs no call: a hash may be that of another word, and then the rule says no. A
    // rule that is to fit more figures must be called for them here.
    const Sentence& sentence = frame_.sentence;
    const Kind kind = quantity_.kind;
    const bool money = kind == Kind::money, percent = kind == Kind::percent, measure = kind == Kind::measure;
    const bool ratio = kind == Kind::ratio, rate = !quantity_.per.empty();
    const bool quoted = begin() > sentence.begin && frame_.is(begin() - 1, WordClass::quotation_mark);
    const bool first = index_ == 0, change = draft_.claim.role == Role::change;
    const std::uint32_t before = begin() > sentence.begin ? frame_.token(begin() - 1).hash : 0;
    const std::uint32_t next = frame_.has(behind()) ? frame_.token(behind()).hash : 0;
    const auto is = [](std::uint32_t hash, WordLiteral word) { return hash == word.hash; };
    const auto has_before = [&](std::size_t back, const WordClasses& classes) {
        return begin() >= sentence.begin + back && frame_.has_any(begin() - back, classes);
    };
    static constexpr WordClasses measuring{WordClass::measuring_participle};
    static constexpr WordClasses particles{WordClass::change_particle};
    static constexpr WordClasses moved_with{WordClass::change_particle, WordClass::trailing_participle,
                                            WordClass::change_verb, WordClass::foreseen_move};
    const bool joint = is(before, "by") || is(before, "to") || is(before, "from") || is(before, "at");
    // Where a phrase ends, nothing behind the figure says what it is of.
    const bool ends = next == 0 || is(next, ".");
    const bool any =
        (sentence.has(WordClass::cue) && sentence.has(WordClass::quotation_mark) &&
         decides("subject.said_of", said_of())) ||
        (kind == Kind::number && decides("subject.magnitude", magnitude())) ||
        ((is(next, "off") || (money && (rate || is(next, "(") || is(next, "from")))) &&
         decides("subject.taken_off", taken_off())) ||
        (change && (rate || is(next, "to")) && decides("subject.added_to", added_to())) ||
        (money && is(next, "from") && decides("subject.taken_from", taken_from())) ||
        (money && is(before, "of") && decides("subject.cheated_of", cheated_of())) ||
        (money && sentence.has(WordClass::verb) && decides("subject.those_having", those_having())) ||
        (!first && is(before, ":") && decides("subject.label", listed_label())) ||
        ((is(before, "(") || (change && (is(before, "up") || is(before, "down")))) &&
         decides("subject.before_bracket", before_bracket())) ||
        (is(before, "for") && decides("subject.expected", hoped_for())) ||
        (sentence.has(WordClass::allotting) && decides("subject.goes_to", goes_to())) ||
        ((is(before, "at") || quoted) && sentence.has(WordClass::putting_at) &&
         decides("subject.put_at", put_at())) ||
        ((is(before, "at") || is(before, "on") || is(before, "down") || is(before, "up") ||
          is(before, "by") || (is(before, ",") && (money || percent))) &&
         decides("subject.set_in", set_before_verb())) ||
        ((is(before, ",") || is(before, "at")) && decides("subject.named_last", named_last())) ||
        (has_before(1, particles) && decides("subject.name_that_moved", name_that_moved())) ||
        ((ratio || percent) && sentence.has(WordClass::cue) && decides("subject.asked", asked())) ||
        (has_before(1, measuring) && decides("subject.measures", measures())) ||
        (is(before, "the") && decides("subject.posted_by", posted_by())) ||
        (percent && is(next, "of") && decides("subject.vote_share", vote_share())) ||
        ((ratio || percent) && is(next, "of") && decides("subject.amounts_to", amounts_to())) ||
        ((percent || kind == Kind::points) && moves() && decides("subject.beyond_normal", beyond_normal())) ||
        (!first && change && decides("subject.apposed_move", apposed_move())) ||
        (is(next, "as") && decides("subject.as_many", as_many())) ||
        (change && decides("subject.made_move", made_move())) ||
        (change && decides("subject.owned_move", owned_move())) ||
        ((is(before, "from") || is(before, "to")) && moves() &&
         decides("subject.owned_move", owned_ends())) ||
        ((money || percent || measure) && quantity_.core > begin() && !moves() &&
         decides("subject.bounded", bounded())) ||
        ((ratio || percent) && decides("subject.said_twice", said_twice())) ||
        ((money || percent) && sentence.has(WordClass::earning) &&
         decides("subject.doing_costs", doing_costs())) ||
        ((rate || measure || is(next, ",") || is(before, "worth") || is(before, "at") ||
          (money && (is(before, "for") || is(before, "between"))) || is(before, "currently") ||
          (is(before, "from") && !moves()) || before_dash(frame_, begin()) < begin()) &&
         decides("subject.aside", aside())) ||
        (is(next, "the") && decides("subject.compared_size", compared_in_size())) ||
        (is(before, "to") && decides("subject.equal_to", equal_to())) ||
        ((has_before(joint || is(before, "between") ? 2 : 1, moved_with) ||
          (is(before, "between") && has_before(3, moved_with)) ||
          (is(before, "at") &&
           frame_.is_any(begin() - 2, {"remaining", "unchanged", "steady", "flat", "stable"})) ||
          ((percent || money) && is(before, "for")) || (!first && (joint || is(before, "and")))) &&
         decides("subject.with_clause", with_clause())) ||
        (sentence.has(WordClass::relative) && decides("subject.relative_object", relative_object())) ||
        (sentence.has(WordClass::relative) && decides("subject.of_which", of_which())) ||
        (percent && decides("subject.owned_part", owned_part())) ||
        (!first && decides("subject.gapped", gapped())) ||
        (!first && is(before, "to") && decides("subject.gapped", gapped_end())) ||
        (!first && draft_.claim.role != Role::level && draft_.claim.role != Role::share &&
         decides("subject.set_behind", set_behind())) ||
        (money && rate && decides("subject.charged_for", charged_for())) ||
        (change && decides("subject.move_of", move_of())) ||
        ((ratio || percent || is(next, "of")) && decides("subject.part_of", part_of())) ||
        ((ratio || percent) && decides("subject.part_alone", part_alone())) ||
        ((ratio || percent || kind == Kind::count) && decides("subject.fronted", fronted())) ||
        ((is(before, "with") || is(before, "at")) && decides("subject.with", scored_with())) ||
        (percent && !first && (is(next, "edge") || is(next, "lead") || is(next, "advantage")) &&
         decides("subject.contest", contest())) ||
        (!ratio && kind != Kind::count && kind != Kind::number && !ends &&
         decides("subject.noun_behind", noun_behind())) ||
        ((money || measure) &&
         (rate || is(next, "of") || is(next, "in") || is(next, "left") || is(next, "worth") ||
          is(next, "(") || (money && is_dash_at(frame_, behind()))) &&
         decides("subject.measure_of", measure_of())) ||
        (kind == Kind::points && is(next, "of") && decides("subject.measure_of", measure_of())) ||
        (money && (rate || (!ends && !is(next, ","))) && decides("subject.spent_on", spent_on())) ||
        (money && sentence.has(WordClass::recipient_verb) && decides("subject.recipient", recipient())) ||
        ((percent || sentence.has(WordClass::contesting)) && decides("subject.contest", contest())) ||
        ((kind == Kind::count || (!first && quantity_.rule == "count.casualty")) &&
         decides("subject.counted", counted())) ||
        (!first && (sentence.has(WordClass::comparison) || is_instead()) &&
         decides("subject.compared", compared())) ||
        (index_ > 2 && is(before, "and") && sentence.has(WordClass::comparison) &&
         decides("subject.compared", of_pair_too())) ||
        ((is(before, "of") || is(before, "between")) && decides("subject.noun_of", noun_of())) ||
        (measure && decides("subject.dimension", dimension())) ||
        (first && sentence.has(WordClass::projecting) && decides("subject.expected", expected())) ||
        (money && is(before, "for") && decides("subject.dealt_for", dealt_for())) ||
        ((money || percent) && is(before, "including") && decides("subject.included_in", included_in())) ||
        decides("subject.object_of_verb", object_of_verb()) ||
        (sentence.has(WordClass::pronoun) && decides("subject.pronoun", pronoun())) ||
        decides("subject.grammatical", grammatical()) || (first && decides("subject.label", label())) ||
        (kind == Kind::number && sentence.has(WordClass::told_number) &&
         decides("subject.number_named", number_named(frame_, begin())));
    return any ? found : TokenRange{};
}

// True where what a rule has found is a subject, which is then `found`.
bool SubjectRules::is_subject(std::string_view rule, TokenRange by_rule, TokenRange& found) const {
    found = whole(by_rule);
    if (found.empty() || (found.begin == behind() && says_how(frame_, quantity_, found)) ||
        is_aside_move(found) || is_unit_of_other(found) || is_mere_time(found) || is_each_unit(found))
        return false;
    note(frame_.trace, {quantity_.core, Field::subject, rule, found.begin, found.end});
    return true;
}

// "Last year | 40 were sold", "This month nearly 40 were": when, and not what. "The second quarter's" owns something.
bool SubjectRules::is_mere_time(TokenRange found) const {
    constexpr std::size_t longest = 4;
    static constexpr WordClasses times{WordClass::time_unit, WordClass::month, WordClass::weekday};
    if (found.end > found.begin + longest || !frame_.has_any(found.end - 1, times) ||
        frame_.token(found.end).kind == TokenKind::possessive ||
        (is_behind_hyphen(frame_, found.end - 1) && !frame_.is(found.begin, "mid")))
        return false;
    if (frame_.is_any(found.begin, {"mid", "early", "late"})) return true;  // "touched $180 in | mid-July"
    const bool named = found.begin > frame_.sentence.begin && frame_.is(found.begin - 1, "this");
    return starts_time(frame_, named ? found.begin - 1 : found.begin);
}

// "89p of every pound", "£1.38 for each dollar spent": how much of it.
bool SubjectRules::is_each_unit(TokenRange found) const {
    return found.begin == behind() + 2 && frame_.is_any(behind() + 1, {"every", "each"}) &&
           frame_.is_any(behind(), {"of", "for", "in", "on", "from"}) &&
           vocabulary().currencies.can_start(frame_.token(found.begin).word);
}

// "fell 4 percent to close at 292": no percent closed.
bool SubjectRules::is_unit_of_other(TokenRange found) const {
    for (std::size_t k = 0; k < frame_.count(); ++k) {
        const Quantity& other = frame_.draft(k).quantity;
        if (other.begin > found.begin) break;
        if (k != index_ && other.phrase_end() >= found.end && is_unit_of(other, found)) return true;
    }
    return false;
}

// "carried 9 million people, a 7% rise on a year ago": said of what the figure before it is said of.
bool SubjectRules::is_aside_move(TokenRange found) const {
    return index_ > 0 && found.end == found.begin + 1 && found.begin == behind() &&
           frame_.is(found.begin, WordClass::change_noun) && frame_.is(begin() - 1, "a") &&
           frame_.is(begin() - 2, ",");
}

void SubjectRules::find_verb_before() const {
    // `had been paid "£20,000 a trip"`: a mark behind a word of the clause
    const std::size_t at =
        begin() > frame_.sentence.begin + 1 && frame_.is(begin() - 1, WordClass::quotation_mark) &&
                !frame_.token(begin()).space_before() && frame_.token(begin() - 2).is_word()
            ? begin() - 1
            : begin();
    verb_ = verb_group_before(frame_, at);
    // "cut its rate by a quarter | point | to 2%": of the figure before, and no verb
    if (verb_ && index_ > 0)
        if (const Quantity& before = frame_.draft(index_ - 1).quantity;
            before.kind == Kind::points && before.begin < verb_->begin && verb_->end <= before.phrase_end())
            verb_ = verb_group_before(frame_, before.begin);
    // "will set you back £9", "set most owners back £9": nobody backs anything
    constexpr std::size_t longest = 6;
    if (verb_ && verb_->end == at && frame_.is(at - 1, "back"))
        if (const auto sets = verb_group_before(frame_, at - 1);
            sets && sets->end + longest > at && may_set_back(sets->end - 1))
            verb_ = sets;
    verb_is_known_ = true;
}

void find_subjects(const SentenceFrame& frame) {
    const auto take = [&frame](Draft& to, const Draft& from, std::string_view rule) {
        note(frame.trace, {to.quantity.core, Field::subject, rule, from.subject_begin, from.subject_end,
                           from.quantity.core});
        to.subject_begin = from.subject_begin;
        to.subject_end = from.subject_end;
        to.claim.subject = from.claim.subject;
        const bool elsewhere = to.quantity.borrowed && frame.is_any(to.quantity.end, {"in", "at", "on"}) &&
                               !starts_time(frame, to.quantity.end + 1) &&
                               from.subject_end > from.subject_begin;
        if (from.quantity.begin < frame.sentence.begin) {
            const TokenRange alone =
                without_other_place(frame, to.quantity, {from.subject_begin, from.subject_end});
            if (alone.end == to.subject_end) return;
            to.subject_end = alone.end;
            to.claim.subject = frame.document.text_of(to.subject_begin, to.subject_end);
            return;
        }
        if (!elsewhere) return;  // "20 women in the Senate and 84 in the House"
        to.subject_end = end_of_head(frame.document, {from.subject_begin, from.subject_end});
        to.claim.subject = frame.document.text_of(to.subject_begin, to.subject_end);
    };
    for (std::size_t i = 0; i < frame.count(); ++i) {
        Draft& draft = frame.draft(i);
        if (draft.claim.relation && draft.claim.relation->kind == RelationKind::restates) {
            take(draft, frame.drafts[draft.claim.relation->claim], "restated");
            continue;
        }
        // "£40m on roads, £12m of it on bridges": what it is for
        const std::size_t behind_it = draft.quantity.end + 2;
        const bool for_other = draft.quantity.kind == Kind::money && frame.is(behind_it - 1, "it") &&
                               frame.is_any(behind_it, {"on", "for"}) && !starts_time(frame, behind_it + 1);
        if (frame.first + i > 0 && !for_other &&
            ((frame.is(draft.quantity.end, "of") && is_of_that(frame, draft.quantity)) ||
             (draft.quantity.borrowed && is_told_again(frame, i))) &&
            !SubjectRules(frame, i).moves_in_gap()) {
            take(draft, frame.drafts[frame.first + i - 1], "subject.carried_on");
            if (!draft.claim.subject.empty()) continue;
        }
        TokenRange found = SubjectRules(frame, i).find();
        if (const Draft* told =
                says_only_how_much(frame, draft.quantity, found) ? told_before(frame, i, found) : nullptr)
            if (take(draft, *told, "subject.carried_on"); !draft.claim.subject.empty()) continue;
        if (found.empty()) {
            found = SubjectRules(frame, i).person();
            if (!found.empty())
                note(frame.trace,
                     {draft.quantity.core, Field::subject, "subject.person", found.begin, found.end});
        }
        if (found.empty() && i == 0 && frame.first > 0 && counts_on(draft, frame.drafts[frame.first - 1])) {
            take(draft, frame.drafts[frame.first - 1], "subject.carried_on");
            if (!draft.claim.subject.empty()) continue;
        }
        if (found.empty() && frame.first + i > 0 &&
            (i > 0 || may_go_back_to(frame, frame.drafts[frame.first - 1]))) {
            take(draft, i > 0 ? frame.drafts[frame.first + i - 1] : main_figure(frame), "subject.carried_on");
            if (!draft.claim.subject.empty()) continue;
        }
        // "The remaining 12% went to the state": of what the figure before is told
        if (const Draft* told = found.empty() ? last_of_kind(frame, i) : nullptr) {
            take(draft, *told, "subject.carried_on");
            if (!draft.claim.subject.empty()) continue;
        }
        if (found.empty()) {
            found = subject_behind(frame, draft.quantity);
            note(frame.trace,
                 {draft.quantity.core, Field::subject, "subject.behind", found.begin, found.end});
        }
        if (found.empty()) {
            found = SubjectRules(frame, i).whoever();
            note(frame.trace,
                 {draft.quantity.core, Field::subject, "subject.whoever", found.begin, found.end});
        }
        if (found.empty()) {
            found = SubjectRules(frame, i).as_it_stands();
            note(frame.trace,
                 {draft.quantity.core, Field::subject, "subject.as_it_stands", found.begin, found.end});
        }
        if (found.empty()) {
            found = SubjectRules(frame, i).polled();
            note(frame.trace,
                 {draft.quantity.core, Field::subject, "subject.polled", found.begin, found.end});
        }
        if (found.empty()) continue;
        draft.subject_begin = found.begin;
        draft.subject_end = found.end;
        draft.claim.subject = frame.document.text_of(found.begin, found.end);
    }
    // A part has the subject of its whole: "more than half of some €50 billion in aid"; "a third of the proceeds" behind
    // "She sold the firm for $310m" has its own.
    for (std::size_t i = 0; i < frame.count(); ++i) {
        Draft& draft = frame.draft(i);
        if (!draft.claim.relation || draft.claim.relation->kind != RelationKind::share_of) continue;
        const bool named = draft.claim.relation->claim < frame.first && !draft.claim.subject.empty() &&
                           frame.is(draft.quantity.end + 2, WordClass::money_whole);
        // "sold €3bn of bonds, out of bids worth €5bn": what was sold was said of it
        const bool told = draft.claim.relation->claim > frame.first + i && !draft.quantity.share_of &&
                          !draft.claim.subject.empty();
        // "305,000 people, among them 6,000 children"
        const Draft& whole = frame.drafts[draft.claim.relation->claim];
        const bool own = draft.quantity.kind == Kind::count && draft.quantity.rule != "count.of_them" &&
                         draft.quantity.noun_end > draft.quantity.noun_begin &&
                         whole.quantity.kind == Kind::count && draft.claim.unit != whole.claim.unit &&
                         !draft.claim.subject.empty();
        // "owe $3bn, of which Orlo accounts for $1bn"
        const bool accounts = draft.quantity.begin > frame.sentence.begin + 1 &&
                              frame.is(draft.quantity.begin - 1, "for") &&
                              frame.is_any(draft.quantity.begin - 2, {"account", "accounts", "accounted"}) &&
                              draft.claim.relation->claim < frame.first + i && !draft.claim.subject.empty();
        // "14 of the dead and seven of the wounded", "Two of those hurt"
        const bool others =
            draft.quantity.kind == Kind::count && frame.is(draft.quantity.end, "of") &&
            ((frame.is(draft.quantity.end + 1, "the") && draft.subject_begin == draft.quantity.end + 2) ||
             (frame.is(draft.quantity.end + 1, "those") && draft.subject_begin == draft.quantity.end + 1));
        // "The toll, a third of it children, rose", "the Norlanders held 31% of the market": of what stands there
        const bool of_it = frame.is(draft.quantity.end, "of") && frame.is(draft.quantity.end + 1, "it") &&
                           draft.quantity.begin > frame.sentence.begin &&
                           frame.is_written(draft.quantity.begin - 1, ",") &&
                           draft.subject_end + 1 == draft.quantity.begin;
        const bool of_market = draft.quantity.kind == Kind::percent && frame.is(draft.quantity.end, "of") &&
                               frame.is(draft.quantity.end + 1, "the") &&
                               frame.is_any(draft.quantity.end + 2, {"market", "vote"}) &&
                               !draft.claim.subject.empty();
        // "a £9bn package, including £2bn for steelworks", "Of that, £4bn would go on roads": what the part is for
        const bool for_own =
            draft.quantity.kind == Kind::money && draft.subject_end > draft.subject_begin &&
            draft.subject_begin > draft.quantity.end &&
            frame.is_any(frame.is(draft.subject_begin - 1, WordClass::determiner) ? draft.subject_begin - 2
                                                                                  : draft.subject_begin - 1,
                         {"for", "on", "towards"});
        if (!named && !told && !own && !for_own && !accounts && !others && !of_it && !of_market)
            take(draft, frame.drafts[draft.claim.relation->claim], "shared");
    }
}

}  // namespace figbook
