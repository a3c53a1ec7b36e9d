// Subject: the phrase that says what the figure measures, whole enough to be read alone in a table.
#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "claim/phrases.hpp"
#include "claim/rules/rules.hpp"
#include "quantity/counted.hpp"

namespace figbook {
namespace {

class SubjectRules {
 public:
    SubjectRules(const SentenceFrame& frame, std::size_t index)
        : frame_(frame), index_(index), draft_(frame.draft(index)), quantity_(draft_.quantity) {}

    TokenRange find() const {
        struct Rule {
            std::string_view name;
            TokenRange (SubjectRules::*find)() const;
        };
        static constexpr std::array<Rule, 11> rules{
            {{"subject.said_of", &SubjectRules::said_of},
             {"subject.magnitude", &SubjectRules::magnitude},
             {"subject.move_of", &SubjectRules::move_of},
             {"subject.part_of", &SubjectRules::part_of},
             {"subject.noun_behind", &SubjectRules::noun_behind},
             {"subject.measure_of", &SubjectRules::measure_of},
             {"subject.spent_on", &SubjectRules::spent_on},
             {"subject.counted", &SubjectRules::counted},
             {"subject.noun_of", &SubjectRules::noun_of},
             {"subject.object_of_verb", &SubjectRules::object_of_verb},
             {"subject.grammatical", &SubjectRules::grammatical}}};
        for (const Rule& rule : rules) {
            const TokenRange found = without_determiner(frame_, (this->*rule.find)());
            if (found.empty()) continue;
            note(frame_.trace, {quantity_.core, Field::subject, rule.name, found.begin, found.end});
            return found;
        }
        return {};
    }

 private:
    std::size_t begin() const { return quantity_.begin; }
    std::size_t behind() const { return quantity_.end; }
    bool moves() const { return draft_.claim.change != Change::none; }

    // `"It's not $10 million," she said of the cost.`
    TokenRange said_of() const {
        if (!frame_.sentence.has(WordClass::cue)) return {};
        for (std::size_t i = behind(); i + 2 < frame_.sentence.end; ++i)
            if (frame_.is(i, WordClass::cue) && frame_.is(i + 1, "of"))
                return noun_phrase_from(frame_, i + 2);
        return {};
    }

    // "an earthquake of magnitude 6.8": what has it.
    TokenRange magnitude() const {
        if (quantity_.kind != Kind::number || begin() == frame_.sentence.begin ||
            !frame_.is(begin() - 1, WordClass::magnitude_noun))
            return {};
        return noun_phrase_before(frame_, begin());
    }

    // "a 20% increase in defence spending", "an increase of 20% in defence spending", "a 5% fall for exporters".
    TokenRange move_of() const {
        if (draft_.claim.role != Role::change) return {};
        std::size_t i = behind();
        while (frame_.has(i) && i < behind() + 4 && !frame_.is(i, WordClass::change_noun)) {
            if (frame_.document.is(i, ",") || is_verb_at(frame_, i) || frame_.is(i, WordClass::preposition))
                break;
            ++i;
        }
        // "3% less chocolate", "4.9% more council tax"
        if (frame_.is(behind(), WordClass::change_comparative) && in_noun_phrase(frame_, behind() + 1) &&
            !frame_.is(behind() + 1, WordClass::modifier) && !starts_time(frame_, behind() + 1))
            return noun_phrase_from(frame_, behind() + 1);
        const bool noun = frame_.is(i, WordClass::change_noun) && i > begin();
        std::size_t at = noun ? i + 1 : behind();
        const bool noun_before = begin() >= frame_.sentence.begin + 2 && frame_.is(begin() - 1, "of");
        if (!noun && !noun_before) return {};
        if ((frame_.is_any(at, {"in", "of", "to"})) && !starts_time(frame_, at + 1))
            return noun_phrase_from(frame_, at + 1);
        if (noun && i > behind()) return {behind(), i + 1};  // "a 20% pay rise"
        return {};
    }

    bool governed_by_share_verb() const {
        for (std::size_t back = 1; back <= 3 && begin() >= frame_.sentence.begin + back; ++back) {
            if (frame_.is(begin() - back, WordClass::share_verb) && !frame_.is(begin() - back, "won"))
                return true;
            if (!frame_.is(begin() - back, "up") && !frame_.is(begin() - back, "for") &&
                !frame_.is(begin() - back, "a"))
                return false;
        }
        return false;
    }

    // "two-thirds of renters", "one in five households", "60 per cent of the overrun".
    TokenRange part_of() const {
        const bool rate = quantity_.kind == Kind::ratio || quantity_.kind == Kind::percent;
        if (!rate || governed_by_share_verb()) return {};
        if (quantity_.kind == Kind::percent && moves() && draft_.claim.role != Role::change) return {};
        // "a deficit of 2.9 percent of output", "debt of 118 percent of GDP": the noun before says what.
        const bool of_economy = frame_.is(behind() + 1, WordClass::economy) ||
                                frame_.is(behind() + 1, "gross") ||
                                frame_.is(behind() + 2, WordClass::economy);
        if (of_economy && quantity_.kind == Kind::percent &&
            (frame_.is(begin() - 1, "of") || draft_.claim.role == Role::share))
            return {};
        if (frame_.is(behind(), "of") && !frame_.is(behind() + 1, WordClass::pronoun))
            return noun_phrase_from(frame_, behind() + 1);
        if (quantity_.kind == Kind::ratio && !moves() && in_noun_phrase(frame_, behind()))
            return noun_phrase_from(frame_, behind());
        return {};
    }

    // "its $210 million appeal", "a 500-billion-euro fund", "the 500-metre bridge", "a 52% turnout".
    TokenRange noun_behind() const {
        if (quantity_.kind == Kind::count || quantity_.kind == Kind::number ||
            quantity_.kind == Kind::ratio || !quantity_.per.empty())
            return {};
        std::size_t at = behind();
        const bool after_article =
            begin() > frame_.sentence.begin && frame_.is(begin() - 1, WordClass::determiner);
        if (quantity_.kind == Kind::measure && !quantity_.adjective && !after_article) return {};
        if (!in_noun_phrase(frame_, at) || frame_.is(at, WordClass::determiner) ||
            frame_.is(at, WordClass::change_comparative))
            return {};
        const std::string_view next = frame_.document.word(at);
        if (next.size() > 4 && next.substr(next.size() - 3) == "ing")
            return {};  // "spent $75 billion defending the lira"
        if (frame_.token(at).kind != TokenKind::word || frame_.is(at, WordClass::modifier) ||
            starts_time(frame_, at))
            return {};
        if (frame_.is(at, WordClass::extent)) return {};
        return noun_phrase_from(frame_, at);
    }

    // "300 millimetres of rain", "€50 billion ($51.9 billion) in aid", "$3bn for schools", "$5 million in damages".
    TokenRange measure_of() const {
        if (quantity_.kind != Kind::money && quantity_.kind != Kind::measure) return {};
        std::size_t at = behind();
        if (frame_.document.tokens.size() > at && frame_.has(at) && frame_.document.is(at, "(")) {
            while (frame_.has(at) && !frame_.document.is(at, ")")) ++at;
            ++at;
        }
        const bool of = frame_.is(at, "of") || (frame_.is(at, "in") && quantity_.kind == Kind::money) ||
                        frame_.is(at, "worth");
        if (of && frame_.is(at, "worth") && frame_.is(at + 1, "of")) ++at;
        if (!of || starts_time(frame_, at + 1) || frame_.is(at + 1, "its")) return {};
        if (frame_.is(at, "in") && (moves() || (frame_.has(at + 1) && frame_.token(at + 1).is_capitalised())))
            return {};
        return noun_phrase_from(frame_, at + 1);
    }

    // "spend £2.4bn on staff training", "$3bn for schools": what the money is for.
    TokenRange spent_on() const {
        if (quantity_.kind != Kind::money || moves() ||
            !(frame_.is(behind(), "on") || frame_.is(behind(), "for")))
            return {};
        if (frame_.is(behind() + 1, "average") || starts_time(frame_, behind() + 1) ||
            (frame_.has(behind() + 1) &&
             (frame_.token(behind() + 1).is_number() || frame_.is(behind() + 1, WordClass::number))))
            return {};
        return noun_phrase_from(frame_, behind() + 1);
    }

    // "a dividend of 5.5p", "a ceiling of €4 billion"; "at an annual rate of 2.4%" leads to the subject of the verb.
    TokenRange noun_of() const {
        if (begin() < frame_.sentence.begin + 2 || !frame_.is(begin() - 1, "of")) return {};
        if (moves() && draft_.claim.role == Role::change) {
            const TokenRange rate = noun_phrase_before(frame_, begin() - 1);
            if (!rate.empty() && frame_.is(rate.end - 1, WordClass::weak_noun)) return {};
        }
        TokenRange found = noun_phrase_before(frame_, begin() - 1);
        for (std::size_t k = 0; k < index_;
             ++k)  // "nine times the median salary of": behind the figure before
            found.begin = std::max(found.begin, std::min(frame_.draft(k).quantity.end, found.end));
        if (found.empty()) return {};
        // Only the last noun phrase of "for a third of the year with a budget of": from its article on.
        for (std::size_t i = found.end; i-- > found.begin;)
            if (frame_.is(i, "a") || frame_.is(i, "an")) {
                found.begin = i;
                break;
            }
        const bool at_a_rate =
            found.begin > frame_.sentence.begin && (frame_.is_any(found.begin - 1, {"at", "by", "to"}));
        const bool weak = frame_.is(found.end - 1, WordClass::weak_noun) && at_a_rate && has_subject();
        return weak ? TokenRange{} : found;
    }

    bool has_subject() const { return !without_determiner(frame_, grammatical()).empty(); }

    // "256,000 jobs", "15,000 new police officers"; "deliveries were 405,278 vehicles" speaks of deliveries.
    TokenRange counted() const {
        if (quantity_.kind != Kind::count || quantity_.noun_end <= quantity_.noun_begin) return {};
        const bool end_of_move = draft_.claim.role == Role::to || draft_.claim.role == Role::from;
        if (const auto verb = verb_group_before(frame_, begin()); verb && !quantity_.borrowed) {
            const bool of_index = moves() && (quantity_.unit == "points" || quantity_.unit == "point");
            const bool is_said_of_subject =
                end_of_move || of_index ||
                (frame_.is(verb->end - 1, WordClass::copula) && verb->end + 1 >= begin());
            const TokenRange subject = subject_of(frame_, *verb);
            if (is_said_of_subject && !without_determiner(frame_, subject).empty() &&
                !frame_.is(subject.begin, "there"))
                return subject;
        }
        if (quantity_.borrowed && index_ > 0) return {};
        std::size_t from =
            quantity_.adjective ? quantity_.noun_begin : std::min(behind(), quantity_.noun_begin);
        while (from < quantity_.noun_begin &&
               (frame_.is(from, WordClass::modifier) || frame_.is(from, "other") || frame_.is(from, "such")))
            ++from;
        TokenRange found = noun_phrase_from(frame_, from);
        if (found.end < quantity_.noun_end) found = {quantity_.noun_begin, quantity_.noun_end};
        while (found.end > quantity_.noun_end && frame_.is(found.end - 1, WordClass::age_word))
            --found.end;  // "four men aged between 20 and 30"
        // "17 people dead": the phrase ends with its noun, but for what hangs on it.
        return found;
    }

    // "raised its key rate by 25 basis points to 4.25%", "keep warming to 1.5°C", "fined the bank a record 1.1bn".
    TokenRange object_of_verb() const {
        std::size_t end = begin();
        // Over the figures and prepositions between the verb and here.
        const auto verb = verb_group_before(frame_, begin());
        if (!verb || frame_.is(verb->end - 1, "cost") || frame_.is(verb->end - 1, "costs")) return {};
        for (std::size_t i = verb->end; i < begin(); ++i) {
            if (frame_.is_any(i, {"by", "to", "from", "at"})) {
                end = i;
                break;
            }
        }
        for (std::size_t k = 0; k < index_; ++k)
            if (frame_.draft(k).quantity.begin >= verb->end)
                end = std::min(end, frame_.draft(k).quantity.begin);
        if (end < begin() && (frame_.is(end - 1, "by") || frame_.is(end - 1, "to"))) --end;
        if (end <= verb->end) return {};
        TokenRange object = noun_phrase_from(frame_, verb->end);
        if (object.empty() || object.end > end) object = {verb->end, end};
        while (object.end > object.begin &&
               (frame_.is(object.end - 1, WordClass::modifier) ||
                frame_.is(object.end - 1, WordClass::preposition) ||
                frame_.is(object.end - 1, WordClass::determiner) || frame_.document.is(object.end - 1, "(")))
            --object.end;
        object = without_determiner(frame_, object);
        if (object.empty() || !in_noun_phrase(frame_, object.begin) ||
            frame_.is(object.begin, WordClass::time_unit) ||  // "rose year on year by 3%"
            frame_.is(object.begin, WordClass::modifier) || frame_.is(object.begin, WordClass::cue) ||
            (frame_.is(object.begin, WordClass::weak_noun) && !is_rate_moved(object, *verb)))
            return {};
        return object;
    }

    // "raised rates by a quarter of a point": there the weak noun is what moves.
    bool is_rate_moved(TokenRange object, TokenRange verb) const {
        return (quantity_.kind == Kind::points || quantity_.kind == Kind::percent) &&
               frame_.is(object.begin, WordClass::rate_word) &&
               frame_.is(verb.end - 1, WordClass::change_verb);
    }

    // "First-quarter revenue rose 4.5 percent", "Brent crude settled at $72.56".
    TokenRange grammatical() const {
        // "profit more than doubled": the figure is the verb.
        if (quantity_.rule == "multiple.word" && quantity_.direction != Change::none) {
            // "triple its output", "halve emissions": what the verb acts on.
            const TokenRange object = without_determiner(frame_, noun_phrase_from(frame_, behind()));
            if (!object.empty() && !starts_time(frame_, object.begin) &&
                !frame_.is(object.begin, WordClass::modifier))
                return object;
            TokenRange verb{begin(), behind()};
            while (verb.begin > frame_.sentence.begin && (frame_.is(verb.begin - 1, WordClass::auxiliary) ||
                                                          frame_.is(verb.begin - 1, WordClass::modal) ||
                                                          frame_.is(verb.begin - 1, WordClass::modifier)))
                --verb.begin;
            return subject_of(frame_, verb);
        }
        const auto verb = verb_group_before(frame_, begin());
        if (!verb) return headline();
        const TokenRange found = subject_of(frame_, *verb);
        const bool cost = frame_.is(verb->end - 1, "cost") || frame_.is(verb->end - 1, "costs");
        if (found.empty() && cost) return {verb->end - 1, verb->end};
        // A verb of saying has the speaker for its subject, not what is measured.
        if (frame_.is(verb->end - 1, WordClass::cue) && !frame_.is(verb->end - 1, WordClass::change_verb) &&
            !found.empty())
            return {};
        return found;
    }

    // "Council tax up by 4.9%": a headline leaves the verb out.
    TokenRange headline() const {
        for (std::size_t i = begin(); i-- > frame_.sentence.begin && i + 3 > begin();)
            if (frame_.is(i, WordClass::change_particle) && i > frame_.sentence.begin)
                return noun_phrase_before(frame_, i);
        return {};
    }

    const SentenceFrame& frame_;
    std::size_t index_;
    const Draft& draft_;
    const Quantity& quantity_;
};

// The noun phrase that a figure before its verb belongs to: "5,000 jobs will go", "$48 million … has been funded".
TokenRange subject_behind(const SentenceFrame& frame, const Quantity& quantity) {
    if (!quantity.per.empty()) return {};  // "15 million a day"
    return without_determiner(frame, noun_phrase_from(frame, quantity.end));
}

// Can the sentence's first word go back to what the figure before it is said of? "It" is one thing, "they" are many.
bool fits(const SentenceFrame& frame, PointsBack back, const Draft& before) {
    if (back == PointsBack::to_nothing || before.subject_end <= before.subject_begin) return false;
    if (back == PointsBack::to_any) return true;
    const std::size_t head = end_of_head(frame.document, {before.subject_begin, before.subject_end}) - 1;
    return looks_plural(frame.document, head) == (back == PointsBack::to_several);
}

}  // namespace

void find_subjects(const SentenceFrame& frame) {
    const auto take = [&frame](Draft& to, const Draft& from, std::string_view rule) {
        note(frame.trace, {to.quantity.core, Field::subject, rule, from.subject_begin, from.subject_end,
                           from.quantity.core});
        to.subject_begin = from.subject_begin;
        to.subject_end = from.subject_end;
        to.claim.subject = from.claim.subject;
    };
    const PointsBack back = points_back(frame);
    for (std::size_t i = 0; i < frame.count(); ++i) {
        Draft& draft = frame.draft(i);
        if (draft.claim.relation && draft.claim.relation->kind == RelationKind::restates) {
            take(draft, frame.drafts[draft.claim.relation->claim], "restated");
            continue;
        }
        TokenRange found = SubjectRules(frame, i).find();
        if (found.empty() && frame.first + i > 0 &&
            (i > 0 || fits(frame, back, frame.drafts[frame.first - 1]))) {
            take(draft, frame.drafts[frame.first + i - 1], "subject.carried_on");
            if (!draft.claim.subject.empty()) continue;
        }
        if (found.empty()) {
            found = subject_behind(frame, draft.quantity);
            note(frame.trace,
                 {draft.quantity.core, Field::subject, "subject.behind", found.begin, found.end});
        }
        if (found.empty()) continue;
        draft.subject_begin = found.begin;
        draft.subject_end = found.end;
        draft.claim.subject = std::string(frame.document.text_of(found.begin, found.end));
    }
    // A part has the subject of its whole: "more than half of some €50 billion in aid".
    for (std::size_t i = 0; i < frame.count(); ++i) {
        Draft& draft = frame.draft(i);
        if (draft.claim.relation && draft.claim.relation->kind == RelationKind::share_of)
            take(draft, frame.drafts[draft.claim.relation->claim], "shared");
    }
}

}  // namespace figbook
