// Subject: the phrase that says what the figure measures, whole enough to be read alone in a table.
#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "claim/phrases.hpp"
#include "claim/rules/rules.hpp"
#include "quantity/counted.hpp"

namespace figbook {
namespace {

// "34% higher", "83% full", "three metres tall": words right behind a figure that say how much, and of what not.
bool says_how(const SentenceFrame& frame, const Quantity& quantity, TokenRange found) {
    if (found.begin != quantity.end) return false;
    if (quantity.kind == Kind::measure && frame.is(found.begin, WordClass::extent)) return true;
    if (found.end != found.begin + 1) return false;
    if (frame.is(found.begin, WordClass::change_comparative)) return true;
    if (quantity.kind == Kind::count) return false;
    const bool predicate = quantity.kind == Kind::percent && quantity.begin > frame.sentence.begin &&
                           frame.is(quantity.begin - 1, WordClass::copula) &&  // "is 92% effective"
                           frame.token(quantity.begin - 1).is_word();
    if (predicate && !looks_plural(frame.document, found.begin)) return true;
    return frame.is(found.begin, WordClass::modifier) || frame.is(found.begin, WordClass::adjective) ||
           frame.is(found.begin, WordClass::extent);
}

class SubjectRules {
 public:
    SubjectRules(const SentenceFrame& frame, std::size_t index)
        : frame_(frame), index_(index), draft_(frame.draft(index)), quantity_(draft_.quantity) {}

    TokenRange find() const {
        struct Rule {
            std::string_view name;
            TokenRange (SubjectRules::*find)() const;
        };
        static constexpr std::array<Rule, 20> rules{
            {{"subject.said_of", &SubjectRules::said_of},
             {"subject.magnitude", &SubjectRules::magnitude},
             {"subject.taken_off", &SubjectRules::taken_off},
             {"subject.added_to", &SubjectRules::added_to},
             {"subject.aside", &SubjectRules::aside},
             {"subject.gapped", &SubjectRules::gapped},
             {"subject.set_behind", &SubjectRules::set_behind},
             {"subject.charged_for", &SubjectRules::charged_for},
             {"subject.move_of", &SubjectRules::move_of},
             {"subject.part_of", &SubjectRules::part_of},
             {"subject.noun_behind", &SubjectRules::noun_behind},
             {"subject.measure_of", &SubjectRules::measure_of},
             {"subject.spent_on", &SubjectRules::spent_on},
             {"subject.counted", &SubjectRules::counted},
             {"subject.noun_of", &SubjectRules::noun_of},
             {"subject.dimension", &SubjectRules::dimension},
             {"subject.expected", &SubjectRules::expected},
             {"subject.object_of_verb", &SubjectRules::object_of_verb},
             {"subject.grammatical", &SubjectRules::grammatical},
             {"subject.label", &SubjectRules::label}}};
        for (const Rule& rule : rules) {
            const TokenRange found = without_determiner(frame_, (this->*rule.find)());
            if (found.empty() || is_predicate(found)) continue;
            note(frame_.trace, {quantity_.core, Field::subject, rule.name, found.begin, found.end});
            return found;
        }
        return {};
    }

 private:
    std::size_t begin() const { return quantity_.begin; }
    std::size_t behind() const { return quantity_.end; }
    // With the "between" of "between 15,000 and 20,000".
    std::size_t opening() const {
        return begin() > frame_.sentence.begin && frame_.is(begin() - 1, "between") ? begin() - 1 : begin();
    }
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

    // "34% higher", "83% full", "three metres tall", "$9bn late": what the figure says of something, and no thing.
    bool is_predicate(TokenRange found) const { return says_how(frame_, quantity_, found); }

    // "wiping £740m off its market value"
    TokenRange taken_off() const {
        if (!frame_.is(behind(), "off")) return {};
        const auto verb = verb_group_before(frame_, begin());
        if (!verb || !frame_.is(verb->end - 1, WordClass::takes_off)) return {};
        return noun_phrase_from(frame_, behind() + 1);
    }

    // "Fares will rise by 4% and parking charges by 30p", "It gives the Reds 34%, the Blues 31%": a list of figures whose
    // verb is said once; each has what stands right before it.
    TokenRange gapped() const {
        if (index_ == 0) return {};
        const Quantity& before = frame_.draft(index_ - 1).quantity;
        std::size_t end = begin();
        const bool preposition = frame_.is_any(end - 1, {"by", "to", "at", "from", "on"});
        if (preposition) --end;
        const std::size_t first = std::max(before.end, before.noun_end);
        const std::size_t joint = gap_begin(first, end);
        if (joint == 0) return {};
        std::size_t at = joint;
        while (at < end && (frame_.is_any(at, {"and", "with"}) || frame_.document.is(at, ","))) ++at;
        if (at >= end || at == joint || starts_time(frame_, at)) return {};
        const bool opens = frame_.is(at, WordClass::determiner) || frame_.token(at).is_capitalised() ||
                           ((at + 1 < end || quantity_.borrowed) && looks_plural(frame_.document, end - 1)) ||
                           preposition;
        if (!opens || frame_.is(at, WordClass::preposition) || frame_.is(at, WordClass::modifier)) return {};
        const TokenRange found = noun_phrase_from(frame_, at);
        return found.end >= end ? TokenRange{at, end} : TokenRange{};
    }

    // Where the last ", " or "and" between two figures stands; 0 where a verb or another joint stands there. ", the firm
    // said, and" may stand between.
    std::size_t gap_begin(std::size_t first, std::size_t end) const {
        constexpr std::size_t longest_gap = 20;
        if (end <= first + 1 || first + longest_gap < end) return 0;
        std::size_t joint = 0, verb = 0;
        for (std::size_t i = first; i < end; ++i) {
            if (frame_.is(i, "and") || frame_.document.is(i, ",")) {
                if (joint == 0 || joint + 1 != i) joint = i;
                continue;
            }
            if (divides_clauses(frame_, i)) return 0;
            if (!is_verb_at(frame_, i)) continue;
            if (!frame_.is(i, WordClass::cue)) return 0;
            verb = i;
        }
        return joint < verb ? 0 : joint;
    }

    // "a wall of mud three metres high", "The dam, 42 metres tall, was finished"
    TokenRange dimension() const {
        if (quantity_.kind != Kind::measure || begin() < frame_.sentence.begin + 2) return {};
        if (!frame_.is(behind(), WordClass::extent) && !frame_.is(behind(), WordClass::age_word)) return {};
        const std::size_t end = frame_.document.is(begin() - 1, ",") ? begin() - 1 : begin();
        return is_verb_at(frame_, end - 1) ? TokenRange{} : noun_phrase_before(frame_, end);
    }

    // "Deliveries: 14,302", "Halmberg €1,420 (up 9%)": the line has no verb, and opens with what it lists.
    TokenRange label() const {
        if (index_ > 0 || verb_group_before(frame_, begin())) return {};
        std::size_t first = frame_.sentence.begin;
        while (first < begin() && frame_.token(first).kind == TokenKind::mark) ++first;  // the dot of a list
        std::size_t end = begin();
        const bool price = quantity_.kind == Kind::money && frame_.is(end - 1, "at");  // "Pound at $1.27"
        if (end > first && (frame_.document.is(end - 1, ":") || price)) --end;
        const TokenRange found = noun_phrase_before(frame_, end);
        return found.begin == first ? found : TokenRange{};
    }

    // "Its debt, at €1.6bn, equals a year's sales", "At 8,849 metres, the peak is the highest"
    TokenRange aside() const {
        const bool fronted = begin() == frame_.sentence.begin + 1 && frame_.is(begin() - 1, "at");
        const std::size_t close = quantity_.per.empty() ? behind() : end_of_per();
        if (!frame_.is(close, ",")) return {};
        if (fronted) return noun_phrase_from(frame_, close + 1);
        std::size_t at = begin();
        if (at > frame_.sentence.begin && frame_.is_any(at - 1, {"at", "now", "currently"})) --at;
        if (index_ > 0 || at < frame_.sentence.begin + 2 || !frame_.is(at - 1, ",")) return {};
        return verb_group_before(frame_, at - 1) ? TokenRange{} : noun_phrase_before(frame_, at - 1);
    }

    // Behind "an hour", "a barrel".
    std::size_t end_of_per() const {
        return frame_.is_any(behind(), {"a", "an", "per"}) ? behind() + 2 : behind();
    }

    // "added 4% to deaths": what grew.
    TokenRange added_to() const {
        if (draft_.claim.role != Role::change || !frame_.is(behind(), "to")) return {};
        const auto verb = verb_group_before(frame_, begin());
        if (!verb || !frame_.is_any(verb->end - 1, {"add", "adds", "added", "adding"})) return {};
        const std::size_t to = behind() + 1;
        const bool figure = frame_.has(to) && (frame_.token(to).is_number() ||
                                               vocabulary().currencies.can_start(frame_.token(to).word));
        return figure || !in_noun_phrase(frame_, to) ? TokenRange{} : noun_phrase_from(frame_, to);
    }

    // "built 29,100 homes last year, down 41%": said of what the figure before the comma is said of.
    TokenRange set_behind() const {
        constexpr std::size_t furthest = 12;
        if (index_ == 0 || draft_.claim.role == Role::level || draft_.claim.role == Role::share) return {};
        std::size_t last = index_ - 1;
        while (last > 0 && is_time_unit(frame_.draft(last).quantity.unit)) --last;
        const Draft& before = frame_.draft(last);
        std::size_t at = begin();
        const std::size_t first = std::max(before.quantity.end, before.quantity.noun_end);
        if (frame_.is(quantity_.begin, WordClass::change_particle)) ++at;
        while (at > first && !frame_.document.is(at - 1, ",")) {
            if (!frame_.is(at - 1, WordClass::change_particle) &&
                !frame_.is_any(at - 1, {"by", "from", "a", "about"}))
                return {};
            --at;
        }
        const bool particle = frame_.is(at, WordClass::change_particle);
        if (!particle || at <= first || at > first + furthest) return {};
        for (std::size_t i = first; i < at; ++i)
            if (is_verb_at(frame_, i)) return {};
        return {before.subject_begin, before.subject_end};
    }

    // "Analysts had expected £355m", behind "profit would be £300m": said of the same, of which others spoke before.
    TokenRange expected() const {
        if (index_ > 0 || frame_.first == 0) return {};
        const Draft& before = frame_.drafts[frame_.first - 1];
        const auto verb = verb_group_before(frame_, begin());
        if (!verb || verb->end != begin() || before.quantity.kind != quantity_.kind) return {};
        const bool expects =
            frame_.is(verb->end - 1, WordClass::projecting) && frame_.is(verb->end - 1, WordClass::cue);
        return expects ? TokenRange{before.subject_begin, before.subject_end} : TokenRange{};
    }

    // "charges $495 a dose": what each of it costs.
    TokenRange charged_for() const {
        if (quantity_.kind != Kind::money || quantity_.per.empty()) return {};
        const auto verb = verb_group_before(frame_, begin());
        if (!verb || verb->end != begin() ||
            !frame_.is_any(verb->end - 1, {"charge", "charges", "charged", "charging"}))
            return {};
        const std::size_t unit = behind() + 1;
        const bool thing =
            frame_.is_any(behind(), {"a", "an", "per"}) && !frame_.is(unit, WordClass::time_unit);
        return thing && in_noun_phrase(frame_, unit) ? TokenRange{unit, unit + 1} : TokenRange{};
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
            !frame_.is(behind() + 1, WordClass::modifier) &&
            !frame_.is(behind() + 1, WordClass::determiner) && !starts_time(frame_, behind() + 1))
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
                return !frame_.is_any(begin() - back, {"make", "makes", "made"}) ||
                       frame_.is(begin() - back + 1, "up");  // "make 70% of their sales in May"
            if (!frame_.is_any(begin() - back, {"up", "for", "a"})) return false;
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
        // "one train in nine": it stands within.
        if (quantity_.rule == "ratio.of" && in_noun_phrase(frame_, quantity_.core + 1) &&
            !frame_.is(quantity_.core + 1, WordClass::number) && frame_.token(quantity_.core + 1).is_word())
            return {quantity_.core + 1, quantity_.core + 2};
        if (is_of_them(frame_, quantity_)) return them();
        if (frame_.is(behind(), "of") && frame_.is(behind() + 1, "those")) return those_who(behind() + 1);
        const bool that_loss =
            frame_.is(behind() + 1, WordClass::determiner) && in_noun_phrase(frame_, behind() + 2);
        if (frame_.is(behind(), "of") && (that_loss || !frame_.is(behind() + 1, WordClass::pronoun)))
            return noun_phrase_from(frame_, behind() + (that_loss ? 2 : 1));
        if (quantity_.kind == Kind::ratio && !moves() && in_noun_phrase(frame_, behind()))
            return noun_phrase_from(frame_, behind());
        return {};
    }

    // "Shopkeepers on Front Street disagree; a third of them sell ice cream"
    TokenRange them() const {
        for (std::size_t i = begin(); i-- > frame_.sentence.begin;)
            if (looks_plural(frame_.document, i) && !frame_.is(i, WordClass::time_unit) &&
                !frame_.is(i, WordClass::pronoun) && !is_verb_at(frame_, i))
                return noun_phrase_before(frame_, i + 1);
        return {};
    }

    // "those under 30", "those polled": a phrase up to its verb; "those" alone is none.
    TokenRange those_who(std::size_t those) const {
        constexpr std::size_t longest = 5;
        std::size_t end = those + 1;
        while (frame_.has(end) && end < those + longest &&
               (frame_.token(end).is_number() || frame_.is(end, WordClass::preposition) ||
                frame_.is(end, WordClass::age_word) || in_noun_phrase(frame_, end) ||
                (end == those + 1 && is_verb_at(frame_, end))) &&
               frame_.token(end).kind != TokenKind::mark)
            ++end;
        return {those, end > those + 1 ? end : those};
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
        const bool measured_of = begin() > frame_.sentence.begin && frame_.is(begin() - 1, "of");
        if (measured_of && !quantity_.adjective) return {};  // "its profit of $2bn beat forecasts"
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
        const std::size_t at = quantity_.per.empty() ? behind() : end_of_per();
        if (quantity_.kind != Kind::money || moves() ||
            !frame_.is_any(at, {"on", "for", "towards", "toward"}))
            return {};
        // "$9bn for 36 tanks": what the next figure counts.
        if (index_ + 1 < frame_.count())
            if (const Quantity& next = frame_.draft(index_ + 1).quantity;
                next.kind == Kind::count && next.begin == at + 1 && next.noun_end > next.noun_begin)
                return noun_phrase_from(frame_, next.noun_begin);
        const auto verb = verb_group_before(frame_, begin());
        // "won £1m on a scratch card", "fined £3,000 for selling knives"
        if (verb && (frame_.is(verb->end - 1, WordClass::winning) || frame_.is(verb->end - 1, "fined")))
            return {};
        const bool number =
            frame_.has(at + 1) && (frame_.token(at + 1).is_number() || frame_.is(at + 1, WordClass::number));
        if (number || frame_.is_any(at + 1, {"average", "comparison", "example"}) ||
            frame_.is(at + 3, "time") || starts_time(frame_, at + 1) ||
            frame_.is(at + 2, WordClass::time_unit))
            return {};
        TokenRange found = noun_phrase_from(frame_, at + 1);
        if (found.end == at + 2 && frame_.is(found.end, WordClass::determiner))  // "for running an office"
            found.end = noun_phrase_from(frame_, found.end).end;
        return found;
    }

    // "a dividend of 5.5p", "a ceiling of €4 billion"; "at an annual rate of 2.4%" leads to the subject of the verb.
    TokenRange noun_of() const {
        if (begin() < frame_.sentence.begin + 2 || !frame_.is(begin() - 1, "of")) return {};
        if (moves() && draft_.claim.role == Role::change) {
            const TokenRange rate = noun_phrase_before(frame_, begin() - 1);
            if (!rate.empty() && frame_.is(rate.end - 1, WordClass::weak_noun)) return {};
            if (index_ > 0 && !rate.empty() && is_aside(rate)) return {};
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
        const bool amount = frame_.is(found.end - 1, WordClass::amount_noun);  // "earn an average of $90"
        const bool at_a_rate = found.begin > frame_.sentence.begin &&
                               (frame_.is_any(found.begin - 1, {"at", "by", "to", "from"}));
        const bool weak =
            (amount || (frame_.is(found.end - 1, WordClass::weak_noun) && at_a_rate)) && has_subject();
        return weak ? TokenRange{} : found;
    }

    // "fell to 21,906, a decline of 12.5%": said of what the figure before it is said of.
    bool is_aside(TokenRange move) const {
        return frame_.is(move.end - 1, WordClass::change_noun) && move.begin > frame_.sentence.begin &&
               frame_.document.is(move.begin - 1, ",");
    }

    bool has_subject() const { return !without_determiner(frame_, grammatical()).empty(); }

    // "256,000 jobs", "15,000 new police officers"; "deliveries were 405,278 vehicles" speaks of deliveries.
    TokenRange counted() const {
        if (quantity_.kind != Kind::count || quantity_.noun_end <= quantity_.noun_begin) return {};
        const bool end_of_move = draft_.claim.role == Role::to || draft_.claim.role == Role::from;
        if (const auto verb = verb_group_before(frame_, begin()); verb && !quantity_.borrowed) {
            const bool of_index = moves() && (quantity_.unit == "points" || quantity_.unit == "point");
            const bool moved_by = draft_.claim.role == Role::change && frame_.is(begin() - 1, "by") &&
                                  verb->end + 1 == begin();  // "Traffic would grow by 290 vehicles"
            const bool is_said_of_subject =
                end_of_move || of_index || moved_by ||
                (frame_.is(verb->end - 1, WordClass::copula) && verb->end + 1 >= opening());
            const TokenRange subject = subject_of(frame_, *verb);
            if (is_said_of_subject && !without_determiner(frame_, subject).empty() &&
                !frame_.is(subject.begin, "there"))
                return subject;
        }
        if (quantity_.borrowed && index_ > 0) return {};
        if (quantity_.adjective)  // "a six-storey hotel"
            if (const TokenRange thing = noun_phrase_from(frame_, quantity_.noun_end); !thing.empty())
                return thing;
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
        if (!verb) return {};
        if (frame_.is(verb->end - 1, WordClass::earning) && !subject_of(frame_, *verb).empty()) return {};
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
        if (end <= verb->end) return bought(*verb);
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
            (is_weak(object) && !is_rate_moved(object, *verb) && !frame_.is(object.end, "at") &&
             !frame_.is(verb->end - 1, WordClass::bringing)) ||
            frame_.is_any(object.begin, {"hands", "short"}))  // "changed hands for $5m", "fell short of"
            return {};
        return object;
    }

    // "bought 36 tanks from Halden for 9.8bn crowns": what the price is for.
    TokenRange bought(TokenRange verb) const {
        if (quantity_.kind != Kind::money || index_ == 0 || !frame_.is(begin() - 1, "for")) return {};
        for (std::size_t k = index_; k-- > 0;) {
            const Draft& thing = frame_.draft(k);
            if (thing.quantity.begin < verb.end) return {};
            if (thing.quantity.kind == Kind::count) return {thing.subject_begin, thing.subject_end};
        }
        return {};
    }

    // "its price", but not "its price target"
    bool is_weak(TokenRange object) const {
        return frame_.is(object.begin, WordClass::weak_noun) &&
               frame_.is(object.end - 1, WordClass::weak_noun);
    }

    // "raised rates by a quarter of a point": there the weak noun is what moves.
    bool is_rate_moved(TokenRange object, TokenRange verb) const {
        return object.begin > verb.end - 1 && frame_.is(verb.end - 1, WordClass::change_verb);
    }

    // "First-quarter revenue rose 4.5 percent", "Brent crude settled at $72.56".
    TokenRange grammatical() const {
        // "profit more than doubled": the figure is the verb.
        const bool is_the_verb = begin() == frame_.sentence.begin || !is_verb_at(frame_, begin() - 1) ||
                                 frame_.is(begin() - 1, WordClass::modal) ||
                                 frame_.is(begin() - 1, WordClass::auxiliary);  // not "has risen tenfold"
        if (quantity_.rule == "multiple.word" && quantity_.direction != Change::none && !is_comparison() &&
            is_the_verb) {
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
        if (begin() < quantity_.core && is_verb_at(frame_, begin()))  // "topped £1bn", "exceeds 300"
            return subject_of(frame_, {begin(), begin() + 1});
        const auto verb = verb_group_before(frame_, begin());
        if (!verb) return headline();
        const TokenRange found = subject_of(frame_, *verb);
        const bool cost = frame_.is(verb->end - 1, "cost") || frame_.is(verb->end - 1, "costs");
        if (found.empty() && cost) return {verb->end - 1, verb->end};
        // A verb of saying has the speaker for its subject, not what is measured.
        const bool passive = verb->end > verb->begin + 1 && frame_.is(verb->end - 2, WordClass::copula);
        if (frame_.is(verb->end - 1, WordClass::cue) && !frame_.is(verb->end - 1, WordClass::change_verb) &&
            !frame_.is_any(verb->end - 1, {"went", "goes", "go"}) && !found.empty() && !passive)
            return {};
        return found;
    }

    // "2,000, almost double the total of May", "is double the rate": no verb.
    bool is_comparison() const {
        if (!frame_.is(quantity_.core, "double") && !frame_.is(quantity_.core, "triple")) return false;
        if (begin() == frame_.sentence.begin) return false;
        const std::size_t before = begin() - 1;
        return frame_.document.is(before, ",") || frame_.is(before, WordClass::copula) ||
               frame_.is_any(before, {"at", "with", "of"}) || begin() < quantity_.core;
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
    if (!quantity.per.empty() || quantity.rule == "count.elliptic")
        return {};  // "15 million a day", "120 face trial"
    const TokenRange found = without_determiner(frame, noun_phrase_from(frame, quantity.end));
    return says_how(frame, quantity, found) ? TokenRange{} : found;
}

// Can the sentence's first word go back to what the figure before it is said of? "It" is one thing, "they" are many.
bool fits(const SentenceFrame& frame, PointsBack back, const Draft& before) {
    if (back == PointsBack::to_nothing || before.subject_end <= before.subject_begin) return false;
    if (back == PointsBack::to_any) return true;
    const std::size_t head = end_of_head(frame.document, {before.subject_begin, before.subject_end}) - 1;
    return looks_plural(frame.document, head) == (back == PointsBack::to_several);
}

// "Thirteen people were killed. About 600 had been inside", "800,000 more": goes on counting.
bool counts_on(const Draft& draft, const Draft& before) {
    if (draft.quantity.kind != Kind::count || draft.quantity.noun_end != 0) return false;
    const bool people = draft.quantity.rule == "count.elliptic" && before.claim.unit == draft.claim.unit;
    return draft.quantity.borrowed || people;
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
        if (found.empty() && i == 0 && frame.first > 0 && counts_on(draft, frame.drafts[frame.first - 1])) {
            take(draft, frame.drafts[frame.first - 1], "subject.carried_on");
            if (!draft.claim.subject.empty()) continue;
        }
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
