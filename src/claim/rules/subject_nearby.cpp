// Subjects by the words right around the figure: what it is a part of, what it counts, what it is spent on.
#include <algorithm>

#include "claim/rules/subject_rules.hpp"
#include "quantity/counted.hpp"
#include "text/endings.hpp"

namespace figbook {

bool share_acts(const SentenceFrame& frame, const Quantity& quantity) {
    const std::size_t verb = quantity.end, next = verb + 1;
    if ((quantity.kind != Kind::percent && quantity.kind != Kind::ratio && quantity.kind != Kind::number) ||
        !frame.has(next))
        return false;
    // What people do or hold, told of a share of them in a survey.
    const bool opinion = frame.is(verb, WordClass::opinion_verb);
    const bool habit = frame.is(verb, WordClass::habit_verb);
    static constexpr WordClasses verbs{WordClass::infinitive, WordClass::noun_first, WordClass::verb};
    if ((!opinion && !habit && !frame.is_one_of(verb, verbs)) || looks_plural(frame.document, verb) ||
        has_past_ending(frame.word(verb), 3) || frame.is(verb, WordClass::change_noun))
        return false;
    const std::size_t before = quantity.begin - 1;  // where there is a token
    const bool opens = quantity.begin == frame.sentence.begin;
    if (!opens && frame.is(before, WordClass::determiner) && !frame.is(before, "that")) return false;
    if (frame.is_any(next, {"indoors", "outdoors", "abroad", "online", "overseas", "here", "there", "alone"}))
        return true;
    // "48% turn it up", "5 million browse the net", "23% plan to vote"
    static constexpr WordClasses objects{WordClass::determiner, WordClass::pronoun};
    if (frame.is_one_of(next, objects) && !frame.is(next, "that") &&
        (opinion || frame.is(verb, WordClass::verb)))
        return true;
    // "42% trust Hale"
    if (opinion && frame.token(next).is_capitalised() && in_noun_phrase(frame, next)) return true;
    // "found that 42% use apps", "says 12% smoke cigars"
    const bool told = !opens && (frame.is(before, WordClass::cue) || frame.is(before, "that"));
    if (told && (opinion || habit) && in_noun_phrase(frame, next)) return true;
    if (frame.is(next, "to") &&
        frame.is_any(verb, {"plan", "want", "hope", "expect", "intend", "need", "like"}))
        return true;
    return frame.is_any(verb, {"work", "live", "travel", "walk", "shop", "study", "vote", "stay", "come"}) &&
           frame.is_any(next, {"in", "at", "for", "from", "to", "on"});
}

// With the "between" of "between 15,000 and 20,000".
std::size_t SubjectRules::opening() const {
    return begin() > frame_.sentence.begin && frame_.is(begin() - 1, "between") ? begin() - 1 : begin();
}

// `"It's not $10 million," she said of the cost.`
TokenRange SubjectRules::said_of() const {
    if (!frame_.sentence.has(WordClass::cue) || !frame_.sentence.has(WordClass::quotation_mark)) return {};
    for (std::size_t i = behind(); i + 2 < frame_.sentence.end; ++i)
        if (frame_.is(i, WordClass::cue) && frame_.is_any(i, {"said", "says", "asked", "added"}) &&
            frame_.is(i + 1, "of"))
            return noun_phrase_from(frame_, i + 2);
    return {};
}

// "backed by women (61 percent)", "Orla Dunn ($20.6 million); …": a figure alone in brackets is of what stands before them.
TokenRange SubjectRules::before_bracket() const {
    const bool moved = frame_.is_any(begin() - 1, {"up", "down"});  // "in robbery (down | 74%)"
    const std::size_t end = begin() - (moved ? 2 : 1);
    if (end <= frame_.sentence.begin || frame_.token(end).kind != TokenKind::mark ||
        !frame_.is_written(end, "(") || (moves() && !moved))
        return {};
    const std::size_t close = quantity_.per.empty() ? behind() : end_of_per();
    if (!frame_.is(close, ")")) return {};
    for (std::size_t k = 0; k < index_; ++k)
        if (const Quantity& other = frame_.draft(k).quantity; other.end == end || other.noun_end == end)
            return {};
    // "a majority of people surveyed (52%)": those who were
    const bool asked = frame_.is_any(end - 1, {"surveyed", "polled", "questioned", "asked", "interviewed"}) &&
                       looks_plural(frame_.document, end - 2);
    if (is_verb_at(frame_, end - 1) && !asked) return {};
    TokenRange found = noun_phrase_before(frame_, asked ? end - 1 : end);
    // "spending was 2.3% of GDP (about £66bn)": of what that figure is said of
    if (index_ > 0)
        if (const Draft& share = frame_.draft(index_ - 1); share.quantity.kind == Kind::percent &&
                                                           frame_.is(share.quantity.end, "of") &&
                                                           share.quantity.end + 4 >= end)
            return {share.subject_begin, share.subject_end};
    for (std::size_t i = found.end; i-- > found.begin;)  // "the support of women": the last noun is meant
        if (frame_.is(i, WordClass::preposition) && !frame_.is(i, "of")) {
            found.begin = i + 1;
            break;
        }
    return found;
}

// "added 4% to deaths": what grew.
TokenRange SubjectRules::added_to() const {
    const std::size_t close = quantity_.per.empty() ? behind() : end_of_per();
    if (draft_.claim.role != Role::change || !frame_.is(close, "to")) return {};
    const auto verb = verb_before();
    if (!verb || !frame_.is_any(verb->end - 1, {"add", "adds", "added", "adding"})) return {};
    const std::size_t to = close + 1;
    const bool figure = frame_.has(to) && (frame_.token(to).is_number() ||
                                           vocabulary().currencies.can_start(frame_.token(to).word));
    // "added 0.5% to break through $2"
    const bool deed = frame_.is_any(
        to, {"break", "close", "settle", "trade", "end", "finish", "reach", "hit", "stand", "touch"});
    return figure || deed || !in_noun_phrase(frame_, to) ? TokenRange{} : noun_phrase_from(frame_, to);
}

// "a 20% increase in defence spending", "an increase of 20% in defence spending", "a 5% fall for exporters".
TokenRange SubjectRules::move_of() const {
    if (draft_.claim.role != Role::change) return {};
    // "a doubling of prices", "the halving in cases"
    if (quantity_.kind == Kind::multiple && frame_.is_any(behind(), {"of", "in"}) &&
        has_ending(frame_.word(behind() - 1), "ing", 4) && !starts_time(frame_, behind() + 1) &&
        !frame_.is_any(behind() + 1, {"a", "an"}))
        return noun_phrase_from(frame_, behind() + 1);
    // 'a "sharp increase" (31%) in deaths'
    if (frame_.token(begin() - 1).kind == TokenKind::mark && frame_.has(behind()) &&
        frame_.token(behind()).kind == TokenKind::mark && frame_.is(behind() + 1, "in") &&
        !starts_time(frame_, behind() + 2))
        return noun_phrase_from(frame_, behind() + 2);
    std::size_t i = behind();
    while (frame_.has(i) && i < behind() + 4 && !frame_.is(i, WordClass::change_noun)) {
        if (frame_.is_written(i, ",") || is_verb_at(frame_, i) || frame_.is(i, WordClass::preposition)) break;
        ++i;
    }
    // "agreed to pay 30% more for natural gas"
    if (frame_.is_any(behind(), {"more", "less"}) && frame_.is(behind() + 1, "for") &&
        frame_.is_any(begin() - 1, {"pay", "pays", "paid", "paying"}) && !starts_time(frame_, behind() + 2))
        return noun_phrase_from(frame_, behind() + 2);
    // "3% less chocolate", "4.9% more council tax"
    if (frame_.is(behind(), WordClass::change_comparative) && in_noun_phrase(frame_, behind() + 1) &&
        !frame_.is_any(behind(), {"above", "below", "over", "under"}) &&  // "12% below cost": how far
        !frame_.is(behind() + 1, WordClass::modifier) && !frame_.is(behind() + 1, WordClass::determiner) &&
        !starts_time(frame_, behind() + 1) &&
        !(frame_.is(behind() + 2, "than") && looks_adjective(frame_.document, behind() + 1))) {
        const TokenRange more = noun_phrase_from(frame_, behind() + 1);
        const bool quality =  // "10 times more likely by then"
            end_of_head(frame_.document, more) == more.begin + 1 &&
            (frame_.is(more.begin, WordClass::adjective) || frame_.is(more.begin, "likely") ||
             (quantity_.rule == "multiple.times" && frame_.is(more.end, "than") &&
              (looks_adjective(frame_.document, more.begin) || has_ending(frame_.word(more.begin), "ic", 4) ||
               has_ending(frame_.word(more.begin), "ent", 4) ||
               has_ending(frame_.word(more.begin), "ant", 4))));
        if (!quality) return more;
    }
    const bool noun = frame_.is(i, WordClass::change_noun) && i > begin();
    std::size_t at = noun ? i + 1 : behind();
    const bool noun_before = begin() >= frame_.sentence.begin + 2 && frame_.is(begin() - 1, "of");
    if (!noun && !noun_before) return {};
    const bool leads = frame_.is_any(at, {"in", "of"}) || (noun && frame_.is(at, "to"));
    // "15 to 20 percent profit growth in Norland": of the profit there
    if (leads && noun && i > behind() && frame_.is(at, "in") && frame_.has(at + 1) &&
        frame_.token(at + 1).is_capitalised() && !in_noun_phrase(frame_, at + 2) &&
        !looks_adjective(frame_.document, i - 1) && !starts_time(frame_, at + 1) &&
        !frame_.is_one_of(i - 1, {WordClass::adjective, WordClass::modifier, WordClass::time_unit,
                                  WordClass::time_marker, WordClass::preposition}))
        return {behind(), at + 2};
    if (leads && !starts_time(frame_, at + 1)) return noun_phrase_from(frame_, at + 1);
    if (leads && is_month_of(at + 1)) return noun_phrase_from(frame_, at + 2);
    if (noun && i > behind()) return {behind(), i + 1};  // "a 20% pay rise"
    return {};
}

// "The Greens topped the poll with 30%", "Vos won with 52 percent"
TokenRange SubjectRules::scored_with() const {
    const bool share = quantity_.kind == Kind::percent || quantity_.kind == Kind::money;
    if (!share || !frame_.is_any(begin() - 1, {"with", "at"}) || moves()) return {};
    if (frame_.is(begin() - 2, "compared")) return {};
    const bool ends = !frame_.has(behind()) || frame_.token(behind()).kind == TokenKind::mark ||
                      frame_.is_any(behind(), {"of", "support"}) ||
                      frame_.is_one_of(behind(), {WordClass::preposition, WordClass::conjunction});
    const std::size_t close =
        frame_.is(begin() - 2, ",") && frame_.is(behind(), "in") ? begin() - 2 : begin() - 1;
    const auto verb = verb_group_before(frame_, close);  // ", with 82% in favour"
    if (close < begin() - 1 && verb && frame_.is_any(behind() + 1, {"favour", "favor"}))
        return subject_of(frame_, *verb);
    // "followed by Cole with 22%", "followed by Dunn at 10%"
    TokenRange who = noun_phrase_before(frame_, begin() - 1);
    // "with the yield at 1.95 percent"
    if (ends && frame_.is(begin() - 1, "at") && who.begin > frame_.sentence.begin &&
        (frame_.is(who.begin - 1, "with") ||
         (frame_.is(who.begin - 1, ",") && frame_.is(who.begin, WordClass::possessive_pronoun))))
        return who;
    for (std::size_t i = who.end; i-- > who.begin;)  // "followed closely by Dunn"
        if (frame_.is(i, "by")) who.begin = i + 1;
    if (ends && !who.empty() && who.begin > frame_.sentence.begin && frame_.is(who.begin - 1, "by") &&
        !starts_time(frame_, who.begin))
        return who;
    if (!ends || !verb || quantity_.kind == Kind::money || !frame_.is(begin() - 1, "with") ||
        frame_.is(verb->end - 1, WordClass::copula))
        return {};
    return frame_.is(verb->end - 1, WordClass::cue) ? TokenRange{} : subject_of(frame_, *verb);
}

// "beating the $3.75 billion | analysts polled by Halden had expected"
bool SubjectRules::is_expected_by(std::size_t who) const {
    constexpr std::size_t furthest = 10;
    if (!looks_plural(frame_.document, who)) return false;
    // "beating the $41m | organisers had hoped for"
    if (frame_.is_any(who + 1, {"had", "have"}) && frame_.is_any(who + 2, {"hoped", "wanted", "wished"}))
        return true;
    if (!frame_.sentence.has(WordClass::projecting)) return false;
    for (std::size_t i = who + 1; frame_.has(i) && i <= who + furthest; ++i)
        if (frame_.is_any(i, {"and", "but", "which", "that", "in", ","}))
            return false;
        else if (frame_.is(i, WordClass::foreseen))
            return frame_.is(i - 1, WordClass::auxiliary) || i == who + 1;
    return false;
}

// "crossed the 8 percent mark", "from their $4 close", but "a 10 percent threshold is needed"
bool SubjectRules::is_level_reached(TokenRange level) const {
    const std::size_t article = begin() - 1;
    if (begin() < frame_.sentence.begin + 2 || is_verb_at(frame_, level.begin + 1)) return false;
    const auto& verb = verb_before();
    if (verb && verb->end == article)
        return frame_.is_any(
            verb->end - 1,
            {"hit",     "hits",      "hitting",   "reach",    "reaches",  "reached",  "reaching",  "cross",
             "crosses", "crossed",   "crossing",  "pass",     "passed",   "passes",   "top",       "topped",
             "break",   "breaks",    "broke",     "breaking", "breach",   "breached", "breaching", "breaches",
             "surpass", "surpassed", "surpasses", "exceed",   "exceeded", "test",     "tested",    "testing",
             "meet",    "meeting",   "touched",   "touch"});
    // "went through the £6 barrier"
    if (frame_.is_any(level.begin, {"mark", "barrier"}) && frame_.is(article - 1, "through")) return true;
    return frame_.is_any(level.begin, {"level", "mark", "close", "finish"}) &&
           frame_.is_any(article - 1,
                         {"to", "at", "from", "above", "below", "near", "past", "over", "under"});
}

// "its $210 million appeal", "a 500-billion-euro fund", "the 500-metre bridge", "a 52% turnout".
TokenRange SubjectRules::noun_behind() const {
    if (quantity_.kind == Kind::count || quantity_.kind == Kind::number || quantity_.kind == Kind::ratio ||
        quantity_.rule == "multiple.times")
        return {};
    if (share_acts(frame_, quantity_)) return {};
    std::size_t at = behind();
    const bool compound =
        !quantity_.per.empty() && frame_.is_written(at, "-") && frame_.is_any(at + 1, {"a", "per"});
    if (compound) {
        at += 4;  // "its $25.74-per-share offer price"
    } else if (frame_.is_any(at, {"monthly", "weekly", "yearly", "daily", "hourly"}) &&
               in_noun_phrase(frame_, at + 1)) {
        ++at;                             // "a £500 monthly fee"
    } else if (!quantity_.per.empty()) {  // "the $0.06/kWh benchmark", "the £90,000 a year post"
        if (!frame_.is_any(at, {"/", "a", "an", "per"}) || !frame_.is(begin() - 1, WordClass::determiner))
            return {};
        at += 2;
    }
    // "a planned 18 trillion won budget", "an existing $25bn loan fund", "the city's ageing 40-mile tunnel"
    const bool behind_adjective = begin() > frame_.sentence.begin + 1 &&
                                  (has_past_ending(frame_.word(begin() - 1), 3) ||
                                   (quantity_.kind != Kind::percent &&  // "the remaining 86% | relying on"
                                    has_ending(frame_.word(begin() - 1), "ing", 3)));
    const bool after_article =
        (begin() > frame_.sentence.begin && frame_.is(begin() - 1, WordClass::determiner)) ||
        (begin() < quantity_.core && frame_.is_any(begin(), {"a", "an"})) ||  // "a record $3bn loss"
        (behind_adjective &&
         frame_.is_any(begin() - 2, {"a", "an", "the", "its", "their", "his", "her", "our", "this"}));
    if (quantity_.kind == Kind::measure && !quantity_.adjective && !after_article) return {};
    const bool owned = begin() > frame_.sentence.begin &&
                       (frame_.token(begin() - 1).kind == TokenKind::possessive ||
                        (behind_adjective && frame_.token(begin() - 2).kind == TokenKind::possessive));
    if (after_article || owned) at = behind_bracket(frame_, at);  // "a NOK 3.4bn ($322m) contract"
    // "that $799 or $999 price tag"
    if (after_article && frame_.is(at, "or") && index_ + 1 < frame_.count())
        if (const Quantity& other = frame_.draft(index_ + 1).quantity;
            other.begin == at + 1 && other.kind == quantity_.kind && in_noun_phrase(frame_, other.end))
            at = other.end;
    // "the $30 “Mulan” film"
    if (after_article && frame_.is(at, WordClass::quotation_mark)) {
        constexpr std::size_t longest_title = 6;
        for (std::size_t i = at + 1; frame_.has(i) && i <= at + longest_title; ++i)
            if (frame_.is(i, WordClass::quotation_mark)) {
                if (in_noun_phrase(frame_, i + 1) && frame_.token(i + 1).is_word()) at = i + 1;
                break;
            }
    }
    // 'a £22bn "black hole" in its budget'
    if (after_article && frame_.is(at, WordClass::quotation_mark) && frame_.has(at + 1) &&
        (in_noun_phrase(frame_, at + 1) || has_ending(frame_.word(at + 1), "ing", 3)) &&
        !frame_.is(at + 1, WordClass::determiner))
        for (std::size_t i = at + 2; frame_.has(i) && i < at + 6; ++i)
            if (frame_.is(i, WordClass::quotation_mark)) {
                const TokenRange quoted = noun_phrase_from(frame_, at + 1);  // "a $2bn "funding gap" stood"
                return quoted.end < i ? TokenRange{at + 1, i} : quoted;
            }
    // "faced a [0.6% to 0.7%] headwind": words that the paper put into a quotation
    if (frame_.is(at, "]") && begin() > frame_.sentence.begin + 1 && frame_.is(begin() - 1, "[")) ++at;
    // "a 20-foot-deep well"
    if (quantity_.kind == Kind::measure && frame_.is(at, "-") && frame_.is(at + 1, WordClass::extent))
        at += 2;
    else if (quantity_.adjective && frame_.is(at, WordClass::extent) &&
             (!frame_.token(at).space_before() ||
              (after_article && !frame_.token(at).is_capitalised() && in_noun_phrase(frame_, at + 1))))
        ++at;  // "the 40-mile long convoy"
    if (after_article && frame_.is_written(at, ",") && frame_.is(at + 2, "-"))
        return noun_phrase_from(frame_, at + 1);  // "a $2 billion, two-year deficit"
    // "a $2 million secured loan"
    const bool described = after_article && has_ending(frame_.word(at), "ed", 3) &&
                           frame_.token(at).is_word() && in_noun_phrase(frame_, at + 1) &&
                           !frame_.is(at + 1, WordClass::determiner) && !starts_time(frame_, at + 1) &&
                           !frame_.is_any(at, {"owned", "expected", "needed", "required"});
    if (described) ++at;
    // "the 13.7-km stretch to Orlo": a verb too, elsewhere
    const bool told_so = quantity_.adjective && after_article && is_verb_at(frame_, at) &&
                         frame_.is_any(at + 1, {"to", "of", "between", "from"});
    if (told_so) return {at, at + 1};
    // "put off a $900,000 upgrade of the ward"
    if (after_article && frame_.is_any(at + 1, {"of", "for"}) && is_verb_at(frame_, at) &&
        begin() > frame_.sentence.begin && frame_.is_any(begin() - 1, {"a", "an", "the"}) &&
        !has_past_ending(frame_.word(at), 3) && !has_ending(frame_.word(at), "ing", 3) &&
        frame_.token(at).is_word())
        return {at, std::max(at + 1, noun_phrase_from(frame_, at + 2).end)};
    if (!in_noun_phrase(frame_, at) || frame_.is(at, WordClass::determiner) ||
        frame_.is(at, WordClass::change_comparative))
        return {};
    if (frame_.token(at).is_word() && !frame_.token(at).space_before()) return {};  // "the $20s"
    if (behind_year_on_year(frame_, at) > at) return {};  // "fell 5.9% month-on-month"
    if (frame_.is(at + 1, "to") &&
        frame_.is_any(at, {"relative", "equal", "equivalent", "due", "prior", "subject"}))
        return {};
    const bool further = begin() + 2 == quantity_.core && frame_.is_any(begin() + 1, {"additional", "extra"});
    const bool measured_of = begin() > frame_.sentence.begin && frame_.is(begin() - 1, "of") && !further;
    const bool group =
        measured_of && frame_.is(begin() - 2, WordClass::group_noun);  // "a pair of $900 speeches"
    // "its profit of $2bn beat forecasts", but "a taste of $4-a-gallon petrol"
    if (measured_of && !quantity_.adjective && !compound && !group) return {};
    const std::string_view next = frame_.word(at);
    const bool one = begin() > frame_.sentence.begin && frame_.is_any(begin() - 1, {"a", "an"});
    // "the 3 percent ceiling", "its $4bn funding gap": behind an article, with nothing that it acts on
    const bool acts = !after_article ||
                      frame_.is_one_of(at + 1, {WordClass::determiner, WordClass::pronoun}) ||
                      (frame_.has(at + 1) && frame_.token(at + 1).is_capitalised());
    // "£900 sewn into a coat", "£300 hidden in a shed"
    const bool done = (has_past_ending(next, 3) || has_ending(next, "en", 3) || next == "sewn" ||
                       next == "known" || next == "kept" || next == "held") &&
                      frame_.is(at + 1, WordClass::preposition) && !frame_.is(at + 1, "of");
    if (!after_article && done) return {};
    if (next.size() > 4 && next.substr(next.size() - 3) == "ing" && !one && acts)
        return {};  // "spent $75 billion defending the lira", but "a $2m advertising blitz"
    if (frame_.token(at).kind != TokenKind::word || frame_.is(at, WordClass::modifier) ||
        (starts_time(frame_, at) && !is_behind_hyphen(frame_, at + 2)))  // but "an $8,000 first-time credit"
        return {};
    if ((frame_.is(at, WordClass::extent) && !frame_.token(at).is_capitalised()) || is_expected_by(at))
        return {};
    if (vocabulary().change_comparatives.match(frame_.document.tokens, at, frame_.sentence.end))
        return {};  // "£1,850 worse off"
    if (frame_.is_any(at, {"apiece", "each", "frozen", "lost", "stolen", "owed", "respectively"})) return {};
    if (frame_.is_any(at, {"back", "away"}) && !in_noun_phrase(frame_, at + 1) && !frame_.is(at + 1, "-"))
        return {};  // "paid the £180 back", but "a £3m back tax bill"
    TokenRange found = noun_phrase_from(frame_, at);
    // "the 4 percent rise | forecast by banks", "the 3 percent fall | markets had expected"
    if (frame_.is(at, WordClass::change_noun) && found.end > at + 1 &&
        ((frame_.is(at + 1, WordClass::foreseen) && frame_.is_any(at + 2, {"by", "in"})) ||
         is_expected_by(at + 1)))
        found.end = at + 1;
    if (described) --found.begin;
    // "grow at a 5 percent annual rate": of what grows
    const bool at_rate =
        begin() >= frame_.sentence.begin + 2 &&
        ((one && frame_.is_any(begin() - 2, {"at", "to"})) || frame_.is_any(begin() - 1, {"at", "to"}));
    if (at_rate && !found.empty() && frame_.is_any(found.end - 1, {"rate", "pace", "clip", "speed"}) &&
        has_subject())
        return {};
    // "hit the 8 percent level", "rose from their $4 close": of what stands so high
    if (after_article && !found.empty() && end_of_head(frame_.document, found) == found.begin + 1 &&
        frame_.is_any(found.begin, {"level", "mark", "threshold", "barrier", "close", "finish"}) &&
        is_level_reached(found) && has_subject())
        return {};
    // "Profit was lifted by a 5 percent rise": of what the clause is said of
    if (one && found.end == found.begin + 1 && frame_.is(found.begin, WordClass::change_noun) &&
        begin() >= frame_.sentence.begin + 2 && frame_.is(begin() - 2, "by") && has_subject())
        return {};
    // "compared with 6.5 percent growth": of the same as the figure before, which says it whole
    if (index_ > 0 && found.end == found.begin + 1 && !after_article)
        if (const Draft& before = frame_.draft(index_ - 1);
            before.subject_end > before.subject_begin + 1 &&
            frame_.word(before.subject_end - 1) == frame_.word(found.begin))
            return {before.subject_begin, before.subject_end};
    // "a $1 million Norden buy from Halden": a verb behind a name, if it were no noun.
    if (after_article && found.end == at + 1 && frame_.token(at).is_capitalised() &&
        frame_.is(found.end, WordClass::noun_first) &&
        (!frame_.has(found.end + 1) || frame_.is(found.end + 1, WordClass::preposition)))
        found.end = frame_.is(found.end + 1, WordClass::attaching)
                        ? std::max(found.end + 1, noun_phrase_from(frame_, found.end + 2).end)
                        : found.end + 1;
    return found;
}

// "300 millimetres of rain", "€50 billion ($51.9 billion) in aid", "$3bn for schools", "$5 million in damages".
TokenRange SubjectRules::measure_of() const {
    if (quantity_.kind == Kind::points && frame_.is(behind(), "of"))  // "75 basis points of cuts"
        return noun_phrase_from(frame_, behind() + 1);
    if (quantity_.kind != Kind::money && quantity_.kind != Kind::measure) return {};
    // "burned within four kilometres of the highway": how near
    if (quantity_.kind == Kind::measure && begin() > frame_.sentence.begin &&
        frame_.is(begin() - 1, "within"))
        return {};
    // "A litre sells for €9.40 in supermarkets": that is where
    if (frame_.is(behind(), "in") && frame_.is(begin() - 1, "for"))
        if (const auto& verb = verb_before();
            verb && verb->end + 1 == begin() &&
            frame_.is_any(verb->end - 1, {"sell", "sells", "sold", "selling", "go", "goes", "went", "retail",
                                          "retails", "retailed", "rent", "rents", "rented"}))
            return {};
    // "$5bn a year in lost taxes"
    const bool rate = quantity_.kind == Kind::money && !quantity_.per.empty();
    std::size_t at = rate ? end_of_per() : behind();
    if (const auto& verb = verb_before();
        rate && verb && frame_.is_any(verb->end - 1, {"pay", "pays", "paid", "paying"}))
        return {};  // "students pay £9,000 a year in fees"
    if (frame_.document.tokens.size() > at && frame_.has(at) && frame_.is_written(at, "(")) {
        while (frame_.has(at) && !frame_.is_written(at, ")")) ++at;
        ++at;
    }
    // "600,000 shekels — about $160,000 — in damages"
    if (index_ + 1 < frame_.count() && at < frame_.draft(index_ + 1).quantity.begin)
        if (const Draft& next = frame_.draft(index_ + 1);
            next.claim.relation && next.claim.relation->kind == RelationKind::restates &&
            before_dash(frame_, next.quantity.begin) == at)
            at = next.quantity.end + 1;
    const bool of = frame_.is(at, "of") || (frame_.is(at, "in") && quantity_.kind == Kind::money) ||
                    frame_.is(at, "worth");
    if (of && frame_.is(at, "worth") && frame_.is(at + 1, "of")) ++at;
    // "has $71 million left in cash"
    const bool left =
        frame_.is(at, "left") && frame_.is(at + 1, "in") && frame_.is_any(at + 2, {"cash", "reserves"});
    if (left && quantity_.kind == Kind::money) return {at + 2, at + 3};
    // "$60 million of it in damages"
    if (frame_.is(at, "of") && frame_.is(at + 1, "it") && frame_.is(at + 2, "in") &&
        !starts_time(frame_, at + 3))
        at += 2;
    // `$50bn of "useable assets"`
    if (frame_.is(at, "of") && frame_.is(at + 1, WordClass::quotation_mark)) ++at;
    // "lost £3m in their season at the top", but "£3m of their savings"
    const bool place = frame_.is(at, "in") && frame_.is_any(at + 1, {"their", "his", "her", "our", "my"});
    if (!of || place || starts_time(frame_, at + 1) || frame_.is(at + 1, "its")) return {};
    // "buy it for $27.50 a share in cash": how it is paid; "has $27m in cash"
    const bool paid = rate || frame_.is(opening() - 1, "for");
    if (paid && frame_.is(at, "in") && !in_noun_phrase(frame_, at + 2) && has_subject() &&
        frame_.is_any(at + 1, {"cash", "stock", "instalments", "installments", "total", "all"}))
        return {};
    // "cocaine with a street value of £3m in raids at dawn": the noun before says what
    if (frame_.is(at, "in") && begin() >= frame_.sentence.begin + 2 && frame_.is(begin() - 1, "of") &&
        frame_.is(begin() - 2, WordClass::worth_noun))
        return {};
    // "cocaine worth £2m in a series of raids"
    if (frame_.is(at, "in") && begin() >= frame_.sentence.begin + 2 && frame_.is(begin() - 1, "worth") &&
        in_noun_phrase(frame_, begin() - 2))
        return {};
    // "Schools take $5m of the money"
    if (frame_.is(at, "of") && frame_.is(at + 1, "the") && frame_.is(at + 2, WordClass::money_sum) &&
        !frame_.is(at + 3, "of") && has_subject())
        return {};
    const auto& verb = verb_before();
    // "is costing £2m a day in lost fares", "cost taxpayers €4bn in fees": what costs it
    if (verb && frame_.is(at, "in") && frame_.is_any(verb->end - 1, {"cost", "costs", "costing"}) &&
        has_subject())
        return {};
    // "raised $40m in a round led by others"
    if (frame_.is(at, "in") && frame_.is_any(at + 1, {"a", "an", "its", "the", "this"}))
        for (std::size_t i = at + 2; in_noun_phrase(frame_, i) && i < at + 7; ++i)
            if (frame_.is_any(i, {"round", "offering", "flotation", "listing", "sale", "auction", "raising"}))
                return {};
    // "is seeking $600 million in fresh funds": not what it is, but what is done with it
    const std::size_t funds =
        frame_.is_any(at + 1, {"fresh", "new", "additional", "extra"}) ? at + 2 : at + 1;
    const bool seeks =
        verb && frame_.is_any(verb->end - 1, {"seek", "seeks", "seeking", "raise", "raised", "raising"});
    if (seeks && frame_.is(at, "in") && frame_.is_any(funds, {"funds", "funding", "capital", "cash"}) &&
        has_subject())
        return {};
    // "$5m in total", "$5m in the bank"
    if (frame_.is(at, "in") &&
        (frame_.is_any(at + 1, {"all", "exchange", "return", "addition", "part", "the"}) ||
         (frame_.is(at + 1, "total") && !in_noun_phrase(frame_, at + 2))))  // but "in total tax debt"
        return {};
    // "add $300m in school funding"
    const bool adds = verb && frame_.is_any(verb->end - 1, {"add", "adds", "added", "adding"});
    if (frame_.is(at, "in") &&
        ((moves() && !adds) ||
         (frame_.has(at + 1) && frame_.token(at + 1).is_capitalised() && !opens_peoples_goods(at + 1))))
        return {};
    // "$300 million in "synergies" from the deal"
    if (frame_.is(at + 1, WordClass::quotation_mark) && frame_.is(at + 3, WordClass::quotation_mark) &&
        in_noun_phrase(frame_, at + 2))
        return {at + 2, at + 3};
    const TokenRange found = noun_phrase_from(frame_, at + 1);
    // "the average forecast of 105bn francs in a poll of analysts": where it stands, and not what it is
    if (frame_.is(at, "in") && !found.empty() && frame_.is(at + 1, WordClass::determiner) &&
        frame_.is_any(end_of_head(frame_.document, found) - 1,
                      {"poll", "survey", "interview", "statement", "report", "study", "filing", "note",
                       "speech", "lawsuit"}))
        return {};
    // "$20.85 in late trading", "in early deals", but "$5 billion in arms deals"
    const bool hours = frame_.is(at, "in") && !found.empty() &&
                       (frame_.is_any(found.end - 1, {"trading", "trade", "dealings"}) ||
                        (frame_.is(found.end - 1, "deals") &&
                         frame_.is_any(at + 1, {"early", "late", "morning", "afternoon", "evening",
                                                "overnight", "thin", "quiet", "light", "heavy"})));
    return hours ? TokenRange{} : found;
}

}  // namespace figbook
