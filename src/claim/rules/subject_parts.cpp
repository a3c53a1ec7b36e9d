// Subjects of shares: what the figure is a part of, and those of whom so many do.
#include <algorithm>

#include "claim/rules/subject_rules.hpp"
#include "quantity/counted.hpp"
#include "text/endings.hpp"

namespace figbook {

bool SubjectRules::governed_by_share_verb() const {
    for (std::size_t back = 1; back <= 3 && begin() >= frame_.sentence.begin + back; ++back) {
        if (frame_.is(begin() - back, WordClass::share_verb) && !frame_.is(begin() - back, "won"))
            return !frame_.is_any(begin() - back, {"make", "makes", "made", "making"}) ||
                   frame_.is(begin() - back + 1, "up");  // "make 70% of their sales in May"
        if (!frame_.is_any(begin() - back, {"up", "for", "a"})) return false;
    }
    return false;
}

// "Private consumption, more than half of output, grew": what is set beside the noun says how large a part it is.
TokenRange SubjectRules::apposed_part() const {
    const std::size_t first = frame_.sentence.begin;
    if (begin() < first + 2 || !frame_.is(behind(), "of")) return {};
    std::size_t comma = begin() - 1;  // "grant, once 60 per cent of income, is"
    const bool then = frame_.is_any(comma, {"once", "now", "currently", "already", "still"});
    if (then || frame_.is_any(comma, {"about", "roughly", "nearly"})) --comma;
    if (comma <= first || !frame_.is_written(comma, ",")) return {};
    // "sold her stake, once 40% of the firm, for £3m": however that goes on
    if (const std::size_t close = noun_phrase_from(frame_, behind() + 1).end;
        then && frame_.is_any(close, {",", "."}) && in_noun_phrase(frame_, comma - 1))
        return last_noun(noun_phrase_before(frame_, comma));
    if (closes_before_verb() == 0) return {};
    const TokenRange thing = noun_phrase_before(frame_, comma);
    std::size_t opens = thing.begin;
    while (opens > first && frame_.is(opens - 1, WordClass::determiner)) --opens;
    const auto verb = verb_group_before(frame_, comma);  // "cut meals, half of its sales, was": an object
    const bool object = verb && verb->end == opens && !says(verb->end - 1);
    return thing.end == comma && !object ? thing : TokenRange{};
}

// "two-thirds of renters", "one in five households", "60 per cent of the overrun".
TokenRange SubjectRules::part_of() const {
    const bool uncounted = (quantity_.kind == Kind::number || quantity_.kind == Kind::count) &&
                           quantity_.noun_end == 0 && frame_.is(behind(), "of") && quantity_.power == 0 &&
                           (in_noun_phrase(frame_, behind() + 1) || frame_.is(behind() + 1, "those")) &&
                           !starts_time(frame_, behind() + 1);
    const bool rate = quantity_.kind == Kind::ratio || quantity_.kind == Kind::percent || uncounted;
    // "The rebels freed their men, and three of them went home": of those named, where nothing was counted
    const bool opens = begin() > frame_.sentence.begin + 1 &&
                       (frame_.is_any(begin() - 1, {"(", ";"}) || before_dash(frame_, begin()) < begin() ||
                        (frame_.is(begin() - 1, "and") && frame_.is_any(begin() - 2, {",", "("})));
    if (opens && quantity_.rule == "count.of_them" && quantity_.unit.empty() && index_ == 0 &&
        frame_.is(behind() + 1, "them"))
        return them();
    if (!rate || governed_by_share_verb()) return {};
    // "Solar took more than half of the total": of the one who has it
    if (frame_.is(behind(), "of") && frame_.is(behind() + 1, "the") &&
        frame_.is_any(behind() + 2, {"total", "lot"}) && !in_noun_phrase(frame_, behind() + 3) &&
        !frame_.is(behind() + 3, "of"))
        if (const auto verb = verb_before(); verb && verb->end == opening())
            if (const TokenRange who = subject_of(frame_, *verb);
                !who.empty() && !frame_.is(who.begin, WordClass::pronoun))
                return who;
    if (!uncounted)
        if (const TokenRange thing = apposed_part(); !thing.empty()) return thing;
    // "fines of up to 4% of turnover": the noun before says what
    if (quantity_.kind == Kind::percent && frame_.is(behind(), "of") &&
        begin() >= frame_.sentence.begin + 2 && frame_.is(begin() - 1, "of") &&
        frame_.is(begin() - 2, WordClass::charge_noun))
        return {};
    // "Pressure was back to 60% of normal in most of the town": of what is normal so
    if (frame_.is(behind(), "of") && frame_.is_any(behind() + 1, {"normal", "usual"}) &&
        !in_noun_phrase(frame_, behind() + 2))
        return {};
    const auto is_figure = [&](TokenRange what) {  // "It is 1.6m, which is 27 per cent of the cost"
        return index_ > 0 && frame_.draft(index_ - 1).quantity.core < what.end &&
               frame_.draft(index_ - 1).quantity.end > what.begin;
    };
    // "Health spending is 3.9% of the budget": of what the sentence says it.
    const auto is_said_of_subject = [&] {
        if (uncounted || quantity_.rule == "ratio.of" || begin() <= frame_.sentence.begin + 1) return false;
        const bool now = frame_.is(begin() - 1, WordClass::modifier);  // "is now a tenth of sales"
        return frame_.is_any(now ? begin() - 2 : begin() - 1, {"is", "are", "was", "were"});
    };
    if (frame_.is(behind(), "of") && is_said_of_subject())
        if (const TokenRange what = grammatical();
            !what.empty() && !frame_.is(what.begin, WordClass::pronoun) && !is_figure(what))
            return what;
    if (quantity_.kind == Kind::percent && moves() && draft_.claim.role != Role::change) return {};
    // "The lake has shrunk to a tenth of its former size": of what did
    if (quantity_.kind == Kind::ratio && draft_.claim.role == Role::to &&
        frame_.is_any(behind() + 1, {"its", "their"}) &&
        frame_.is_any(behind() + 2, {"former", "original", "previous", "normal", "usual", "old", "peak"}))
        return {};
    // "raise defence spending by 2% of GDP": GDP says how much that is
    if (quantity_.kind == Kind::percent && draft_.claim.role == Role::change &&
        frame_.is(begin() - 1, "by") && frame_.is(behind(), "of") &&
        frame_.is_any(behind() + 1, {"gdp", "output"}))
        return {};
    // "a deficit of 2.9 percent of output", "debt of 118 percent of GDP": the noun before says what.
    if (frame_.is(begin() - 1, "at") && frame_.is(behind(), "of") && frame_.is(behind() + 1, "capacity"))
        return {};  // "ran at 93% of capacity"
    // "at least 90% of its output": of what a firm makes, and of no economy
    const bool of_firm =
        frame_.is_any(behind() + 1, {"its", "their", "his", "her"}) && frame_.is(behind() + 2, "output");
    const bool of_economy =
        !of_firm && (frame_.is(behind() + 1, WordClass::economy) || frame_.is(behind() + 1, "gross") ||
                     frame_.is(behind() + 2, WordClass::economy));
    if (of_economy && quantity_.kind == Kind::percent &&
        (frame_.is(begin() - 1, "of") || draft_.claim.role == Role::share)) {
        // "or 4% of the banking system and 10% of gross domestic product": each of its own
        if (index_ > 0 && frame_.is(begin() - 1, "and"))
            if (const Draft& before = frame_.draft(index_ - 1); before.quantity.kind == Kind::percent &&
                                                                before.subject_begin >= before.quantity.end &&
                                                                before.subject_end + 1 == begin())
                return noun_phrase_from(frame_, behind() + 1, false);
        const std::size_t on = noun_phrase_from(frame_, behind() + 1, false).end;
        const auto verb = verb_before();  // "spent 3.5% of GDP on defence"
        const bool spent =
            verb && frame_.is_any(verb->end - 1, {"spend", "spends", "spent", "spending", "invest"});
        return spent && frame_.is(on, "on") ? noun_phrase_from(frame_, on + 1) : TokenRange{};
    }
    // "one train in nine": it stands within.
    if (quantity_.rule == "ratio.of" && in_noun_phrase(frame_, quantity_.core + 1) &&
        !frame_.is(quantity_.core + 1, WordClass::number) && frame_.token(quantity_.core + 1).is_word())
        return {quantity_.core + 1, quantity_.core + 2};
    // "The glaciers lost 4% of their volume": of what lost it
    const std::size_t whole = frame_.is(behind(), "of") ? behind() + 1 : behind();  // "lost half their value"
    const auto loser = moves() ? verb_before() : std::nullopt;
    if (loser && loser->end == begin() && frame_.is(whole, WordClass::possessive_pronoun) &&
        frame_.is(whole + 1, WordClass::worth_noun))
        if (const TokenRange who = subject_of(frame_, *loser);
            !who.empty() && !frame_.is(who.begin, WordClass::pronoun))
            return who;
    if (is_of_them(frame_, quantity_)) return them();
    if (frame_.is(behind(), "of") && frame_.is(behind() + 1, "those")) return those_who(behind() + 1);
    if (quantity_.kind == Kind::ratio && frame_.is(behind(), "those") &&
        has_past_ending(frame_.word(behind() + 1), 3))  // "half those asked said so"
        return those_who(behind());
    if (frame_.is(behind(), "of") && frame_.has(behind() + 1) && frame_.token(behind() + 1).is_number())
        if (const TokenRange aged = of_an_age(behind() + 1); !aged.empty()) return aged;
    const bool that_loss =
        frame_.is(behind() + 1, WordClass::determiner) && in_noun_phrase(frame_, behind() + 2);
    if (frame_.is(behind(), "of") && frame_.is(behind() + 1, "what")) return of_what();
    if (frame_.is(behind(), "of") && (that_loss || !frame_.is(behind() + 1, WordClass::pronoun))) {
        const TokenRange part = noun_phrase_from(frame_, behind() + (that_loss ? 2 : 1));
        const bool figure = part.end == part.begin + 1 && looks_adjective(frame_.document, part.begin) &&
                            index_ + 1 < frame_.count() &&
                            frame_.draft(index_ + 1).quantity.begin == part.end;
        if (!figure) return part;
        const Quantity& next = frame_.draft(index_ + 1).quantity;
        if (next.noun_end > next.noun_begin) return noun_phrase_from(frame_, next.noun_begin);
        return noun_phrase_from(frame_, next.end);  // "half of its planned | 60 MW capacity"
    }
    const bool whose = frame_.is(behind(), WordClass::possessive_pronoun) ||
                       frame_.is_any(behind(), {"my", "our", "your"});  // "lose half your income"
    if (quantity_.kind == Kind::ratio && (!moves() || whose) && in_noun_phrase(frame_, behind()))
        return noun_phrase_from(frame_, behind());
    return {};
}

// "81% of 16 to 20-year-olds", "a quarter of 14-16 year old boys": the digits say how old they are.
TokenRange SubjectRules::of_an_age(std::size_t at) const {
    constexpr std::size_t longest = 9;
    for (std::size_t i = at; frame_.has(i) && i < at + longest; ++i) {
        if (frame_.is(i, "olds")) return {at, i + 1};
        if (frame_.is(i, "old")) return {at, std::max(i + 1, noun_phrase_from(frame_, i + 1, false).end)};
        const bool age = frame_.token(i).is_number() || frame_.is_any(i, {"to", "and", "year", "years"}) ||
                         frame_.is_written(i, "-") || frame_.is_written(i, "–");
        if (!age) return {};
    }
    return {};
}

// "That is half of what the buyer wanted": the clause itself, where no noun is so large a part of it.
TokenRange SubjectRules::of_what() const {
    constexpr std::size_t longest = 14;
    const auto verb = verb_before();
    const bool pronoun =
        verb && verb->begin > frame_.sentence.begin && frame_.is_any(verb->begin - 1, {"that", "this", "it"});
    const std::size_t what = behind() + 1;
    if (!pronoun || frame_.is_any(what + 1, {"it", "they", "he", "she", "was", "is", "had"})) return {};
    bool acts = false, aside = false;
    std::size_t end = what + 1;
    for (; frame_.has(end) && end < what + longest; ++end) {
        if (frame_.is_written(end, ",") && !acts)
            aside = !aside;
        else if (frame_.token(end).kind == TokenKind::mark || frame_.is_any(end, {"but", "and", "when"}))
            break;
        acts |= !aside && is_verb_at(frame_, end);
    }
    return acts ? TokenRange{what, end} : TokenRange{};
}

// "52% of women agree. Another 30% said no": of those whom the share before it is of.
TokenRange SubjectRules::part_alone() const {
    if ((quantity_.kind != Kind::percent && quantity_.kind != Kind::ratio) || moves()) return {};
    const std::size_t number = frame_.first + index_;
    if (number == 0 || !is_verb_at(frame_, behind())) return {};
    // "a third of pupils agree and a third | have no view"
    const bool joined = begin() > frame_.sentence.begin + 1 &&
                        frame_.is_any(begin() - 1, {"and", "but", "while"}) &&
                        frame_.is_any(behind(), {"have", "had", "are", "were", "do", "did"});
    if (!joined && verb_before()) return {};
    std::size_t first = number - 1;  // of several such
    while (joined && first > 0 && frame_.drafts[first].subject_begin < frame_.drafts[first].quantity.begin &&
           frame_.drafts[first].subject_begin == frame_.drafts[first - 1].subject_begin)
        --first;
    if (const TokenRange all = part_of_told(frame_.drafts[first]); !all.empty()) return all;
    const Draft* before = share_told_of(first);
    if (!before) return {};
    const TokenRange found{before->subject_begin, before->subject_end};
    return looks_plural(frame_.document, end_of_head(frame_.document, found) - 1) ? found : TokenRange{};
}

// "42% of viewers said she won, against | 41% who did not. Some 17% called it a tie": the share that names those whom the share at
// `last`, and others behind it, are of. nullptr where none does.
const Draft* SubjectRules::share_told_of(std::size_t last) const {
    constexpr std::size_t longest_opening = 6;
    const std::size_t furthest = frame_.document.sentences[frame_.number > 2 ? frame_.number - 2 : 0].begin;
    // "Among men, 53% said", "It was the reverse for men - 53% said": others
    bool opens = begin() < frame_.sentence.begin + longest_opening &&
                 !frame_.is_any(frame_.sentence.begin, {"among", "of", "for", "with"});
    for (std::size_t i = frame_.sentence.begin; i < begin() && opens; ++i)
        opens = !is_dash_at(frame_, i) && !frame_.is_written(i, ":");
    for (std::size_t k = last + 1; k-- > 0;) {
        const Draft& told = frame_.drafts[k];
        const Quantity& share = told.quantity;
        const bool none = told.subject_end <= told.subject_begin;
        if (share.kind != Kind::percent && share.kind != Kind::ratio) return nullptr;
        if (k < last && (!opens || share.begin < furthest || told.claim.role == Role::change)) return nullptr;
        if (!none && told.subject_begin >= share.end && told.subject_begin <= share.end + 2) return &told;
        // of another thing
        if (!none && k < last && told.subject_begin != frame_.drafts[last].subject_begin) return nullptr;
    }
    return nullptr;
}

// "It shipped 30 tonnes of grain. | Just 3% went to the poorest": of what the sentence before measured or counted last.
TokenRange SubjectRules::part_of_told(const Draft& before) const {
    // What somebody says or thinks is of those who were asked, whom nothing counts here.
    const std::size_t first = frame_.sentence.begin;
    const bool of_that = begin() == first + 3 &&
                         frame_.is(first, "of") &&  // "Of that, just 4% went to schools"
                         frame_.is_any(first + 1, {"that", "this", "it", "these", "those", "them"}) &&
                         frame_.is_written(first + 2, ",");
    const bool opens =
        index_ == 0 && (of_that || begin() <= first + 1) && frame_.number > 0 &&
        frame_.is_any(behind(), {"go",   "goes",   "went",   "are",    "were",    "is",   "was",
                                 "come", "comes",  "came",   "have",   "has",     "had",  "survived",
                                 "died", "failed", "passed", "remain", "remains", "ended"});
    if (!opens || before.quantity.begin < frame_.document.sentences[frame_.number - 1].begin) return {};
    const bool told = before.quantity.kind == Kind::count || before.quantity.kind == Kind::measure ||
                      before.quantity.kind == Kind::money;
    const bool behind_figure = before.subject_begin >= before.quantity.core;
    if (!told || !behind_figure || is_time_unit(before.quantity.unit)) return {};
    return {before.subject_begin, before.subject_end};
}

// "Of the participants who answered, half were women, 77% were over 26": the phrase that the sentence opens with.
TokenRange SubjectRules::fronted() const {
    const std::size_t first = frame_.sentence.begin;
    const bool share = quantity_.kind == Kind::ratio || quantity_.kind == Kind::percent ||
                       (quantity_.kind == Kind::count && quantity_.noun_end <= quantity_.noun_begin);
    const bool in = frame_.is(first, "in");  // "In homes with broadband, 40% said"
    if (!share || moves() || begin() < first + 3 || !(in || frame_.is_any(first, {"of", "among", "amongst"})))
        return {};
    if (!frame_.is_any(begin() - 1, {",", "and", "only", "while"}) || !is_verb_at(frame_, behind()))
        return {};
    // "Of the country's 6,700 kilometres of roads, 3% remain closed"
    if (index_ > 0)
        if (const Draft& all = frame_.draft(0);
            all.quantity.end < begin() && all.subject_end > all.subject_begin && all.subject_end < begin())
            return {all.subject_begin, all.subject_end};
    const TokenRange whole = without_determiner(frame_, noun_phrase_from(frame_, first + 1));
    if (in && (whole.end + 1 != begin() || starts_time(frame_, first + 1) ||
               !looks_plural(frame_.document, end_of_head(frame_.document, whole) - 1)))
        return {};
    return whole.end < begin() ? whole : TokenRange{};
}

// "Shopkeepers on Front Street disagree; a third of them sell ice cream"
TokenRange SubjectRules::them() const {
    // "Lumen Pay, the online lender, 28% of which": what stands right before the comma, or whose name it says more of
    if (frame_.is(behind() + 1, "which") && begin() > frame_.sentence.begin + 2 &&
        frame_.is_written(begin() - 1, ",")) {
        const TokenRange thing = noun_phrase_before(frame_, begin() - 1);
        const std::size_t comma = thing.begin - (frame_.is(thing.begin - 1, WordClass::determiner) ? 2 : 1);
        if (!thing.empty() && comma > frame_.sentence.begin && frame_.is_written(comma, ",") &&
            frame_.is(comma + 1, WordClass::determiner) && frame_.token(comma - 1).is_capitalised())
            return noun_phrase_before(frame_, comma);
        if (!thing.empty()) return thing;
    }
    // "The toll, a third of it children, rose"
    if (frame_.is(behind() + 1, "it") && begin() > frame_.sentence.begin + 2 &&
        frame_.is_written(begin() - 1, ","))
        if (const TokenRange thing = noun_phrase_before(frame_, begin() - 1); !thing.empty()) return thing;
    // "Pupils who sat the exams did worse: half of them got": of whom the clause before is
    for (std::size_t i = begin(); i-- > frame_.sentence.begin;)
        if (divides_clauses(frame_, i)) {
            const auto verb = verb_group_before(frame_, i);
            const TokenRange told =
                verb ? without_determiner(frame_, subject_of(frame_, *verb)) : TokenRange{};
            if (!told.empty() && looks_plural(frame_.document, end_of_head(frame_.document, told) - 1) &&
                !frame_.is(told.begin, WordClass::pronoun))
                return {told.begin, end_of_head(frame_.document, told)};
            break;
        }
    for (std::size_t i = begin(); i-- > frame_.sentence.begin;)
        if (looks_plural(frame_.document, i) && !frame_.is(i, WordClass::time_unit) &&
            !frame_.is(i, WordClass::pronoun) && !is_verb_at(frame_, i))
            return noun_phrase_before(frame_, i + 1);
    return {};
}

// "those under 30", "those polled": a phrase up to its verb; "those" alone is none.
TokenRange SubjectRules::those_who(std::size_t those) const {
    constexpr std::size_t longest = 10;
    std::size_t end = those + 1;
    // "those who took their tablets at night": up to the clause's object
    if (frame_.is(end, "who") && is_verb_at(frame_, end + 1)) {
        const TokenRange object = noun_phrase_from(frame_, end + 2);
        return {those, object.empty() ? end + 2 : object.end};
    }
    while (frame_.has(end) && end < those + longest &&
           (frame_.token(end).is_number() || frame_.is(end, WordClass::preposition) ||
            frame_.is(end, WordClass::age_word) || in_noun_phrase(frame_, end) ||
            (end == those + 1 && is_verb_at(frame_, end))) &&
           (frame_.token(end).kind != TokenKind::mark || is_behind_hyphen(frame_, end + 1)))
        ++end;
    return {those, end > those + 1 ? end : those};
}

}  // namespace figbook
