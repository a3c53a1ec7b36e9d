#include <algorithm>

#include "claim/attribution_finder.hpp"
#include "claim/phrases.hpp"
#include "claim/verbs.hpp"
#include "text/endings.hpp"

namespace figbook {

// "The group found that Norland had dug 40 tonnes, whereas Orlo reported 30. It said …": the group speaks on.
bool AttributionFinder::is_told_by_another(const Source& source, std::size_t cue) const {
    return source.kind == SourceKind::organisation &&
           std::any_of(found_.begin(), found_.end(), [&](const Attribution& outer) {
               return outer.saying == Saying::speech && !outer.whole && outer.cue < cue &&
                      outer.source.kind == SourceKind::organisation && outer.begin <= cue &&
                      cue < outer.end && that_follows(outer.begin);
           });
}

void AttributionFinder::add(Source&& source, TokenRange speaker, Scope scope) {
    keep_in_brackets(scope);
    keep_in_dashes(scope);
    source.cue = frame_.document.text_of(scope.cue, scope.cue + scope.length);
    source.mode = SourceMode::paraphrase;
    if (!is_told_by_another(source, scope.cue)) speakers_.remember(source, speaker.begin);
    constexpr std::size_t most = 4;  // of nearly all sentences
    if (found_.empty()) found_.reserve(most);
    Attribution& added = found_.emplace_back();
    added.source = std::move(source);
    added.speaker = speaker;
    added.cue = scope.cue;
    added.begin = scope.begin;
    added.end = scope.end;
    added.saying = scope.saying;
    added.whole = scope.whole;
    added.inner = scope.inner;
}

// "(it is nearer 20%, according to Kestrel)": no further than the brackets.
void AttributionFinder::keep_in_brackets(Scope& scope) const {
    if (!frame_.sentence.has(WordClass::bracket)) return;
    std::size_t open = scope.cue;
    while (open > frame_.sentence.begin && !frame_.is_written(open, "(") && !frame_.is_written(open - 1, ")"))
        --open;
    if (!frame_.is_written(open, "(")) return;
    std::size_t close = scope.cue;
    while (close < frame_.sentence.end && !frame_.is_written(close, ")")) ++close;
    scope.begin = std::max(scope.begin, open);
    scope.end = std::min(scope.end, close);
}

// "The firm - which analysts say is worth £3bn - has 300 shops": no further than the dashes.
void AttributionFinder::keep_in_dashes(Scope& scope) const {
    constexpr std::size_t furthest = 10;
    if (scope.whole || !frame_.sentence.has(WordClass::dash)) return;
    std::size_t open = scope.cue;
    while (open > frame_.sentence.begin && open + furthest > scope.cue && before_dash(frame_, open) == open)
        --open;
    if (before_dash(frame_, open) == open || !frame_.is_any(open, {"which", "who", "whom", "whose"})) return;
    for (std::size_t i = scope.cue + scope.length; i < scope.end; ++i)
        if (before_dash(frame_, i) < i) scope.end = i;
}

// All of the sentence; but behind a quotation, what is before its words of saying.
AttributionFinder::Scope AttributionFinder::all_of_it(std::size_t cue, std::size_t length,
                                                      std::size_t first) const {
    std::size_t end = frame_.sentence.end;
    if (follows_quotation(first)) end = first;
    // "…, the firm said, as officials ordered …": what others do meanwhile is the paper's; "as volumes rose" is the firm's.
    for (std::size_t i = cue + length; i < end; ++i)
        if (frame_.is(i, "as") && (frame_.is_written(i - 1, ",") || closes_sentence(i)) && acts_behind(i) &&
            is_somebody(i + 1))
            end = i;
    return {cue, length, begin_of_said(first), end, true, Saying::speech, false};
}

// "officials along the coast", "the union", "Halden", "he": who can do something.
bool AttributionFinder::is_somebody(std::size_t at) const {
    constexpr std::size_t longest = 5;
    static constexpr WordClasses who{WordClass::speaker_noun, WordClass::person_noun, WordClass::title,
                                     WordClass::respondent};
    for (std::size_t i = at; frame_.has(i) && i < at + longest && !is_verb_at(frame_, i); ++i) {
        const bool pronoun = frame_.is(i, WordClass::pronoun) && !frame_.is(i, WordClass::determiner);
        if (pronoun || frame_.has_any(i, who) || frame_.token(i).is_capitalised()) return true;
        if (frame_.is(i, WordClass::preposition)) return false;
    }
    return false;
}

// "says Casanova, | which has 300 staff", "according to Mika Storvik, a nurse | who shares 54 square metres": what is told
// of the speaker behind his name is the paper's.
std::size_t AttributionFinder::end_before_relative(std::size_t speaker_end) const {
    constexpr std::size_t furthest = 14;
    for (std::size_t i = speaker_end; frame_.has(i) && i < speaker_end + furthest; ++i) {
        if (frame_.is_any(i, {"who", "which", "whose"})) return i;
        if (is_verb_at(frame_, i) || frame_.is(i, WordClass::conjunction)) break;
    }
    return frame_.sentence.end;
}

// "without one, says Ann Lee, who counts them, | the bill would be 18% higher": what was said has not come to its verb yet, and
// nothing is counted of the speaker.
bool AttributionFinder::goes_on_behind_relative(std::size_t cue, std::size_t relative) const {
    if (relative >= frame_.sentence.end || !before_is_mark(cue, ",")) return false;
    std::size_t first = cue - 1;
    while (first > frame_.sentence.begin && frame_.token(first - 1).kind != TokenKind::mark) --first;
    if (!frame_.is(first, WordClass::preposition)) return false;
    for (std::size_t i = first; i + 1 < cue; ++i)
        if (is_verb_at(frame_, i) || starts_figure(i)) return false;
    std::size_t close = relative;
    while (frame_.has(close) && !frame_.is_written(close, ",")) {
        if (starts_figure(close)) return false;
        ++close;
    }
    constexpr std::size_t longest = 12;
    for (std::size_t i = close + 1; frame_.has(i) && i < close + longest; ++i) {
        if (frame_.token(i).kind == TokenKind::mark && !frame_.is_written(i, "-")) return false;
        static constexpr WordClasses finite{WordClass::auxiliary, WordClass::modal, WordClass::copula};
        if (frame_.has_any(i, finite) || (i > close + 2 && is_verb_at(frame_, i))) return true;
    }
    return false;
}

// "as he unveiled £55bn of cuts.": a subject and a verb, and no comma to the end.
bool AttributionFinder::closes_sentence(std::size_t as) const {
    if (!acts_behind(as)) return false;
    for (std::size_t i = as; i + 1 < frame_.sentence.end; ++i)
        if (frame_.is_written(i, ",") || divides_clauses(frame_, i)) return false;
    return true;
}

// ", as officials along the coast | ordered": a subject and a verb before anything else begins.
bool AttributionFinder::acts_behind(std::size_t as) const {
    constexpr std::size_t furthest = 8;
    for (std::size_t i = as + 2; frame_.has(i) && i < as + furthest; ++i) {
        if (frame_.token(i).kind == TokenKind::mark) return false;
        if (is_verb_at(frame_, i)) return true;
    }
    return false;
}

// The quotation of some words right before this: `"…," he`, `"…", he`; nullptr for none.
const Quotation* AttributionFinder::quotation_before(std::size_t first) const {
    std::size_t last = first;
    while (last > frame_.sentence.begin + 1 && frame_.is_written(last - 1, ",") && last == first) --last;
    if (last <= frame_.sentence.begin + 1 || !closes_quotation(frame_.document, last - 1)) return nullptr;
    --last;
    while (last > frame_.sentence.begin && frame_.token(last).kind == TokenKind::mark) --last;
    return quotation_around(frame_.document, last);
}

// `The boat sold for £21,500, "which is far too much", he said`: behind a clause of the paper's, the quotation alone.
std::size_t AttributionFinder::begin_of_said(std::size_t first) const {
    const std::size_t sentence = frame_.sentence.begin;
    if (!frame_.sentence.has(WordClass::quotation_mark)) return sentence;
    const Quotation* quotation = quotation_before(first);
    const bool behind_clause =
        quotation && quotation->begin >= sentence + 3 &&
        (frame_.is_written(quotation->begin - 1, ",") || frame_.is_written(quotation->begin - 2, ","));
    return behind_clause ? quotation->begin : sentence;
}

AttributionFinder::Scope AttributionFinder::behind(std::size_t cue, std::size_t length) const {
    const std::size_t end = end_before_paper(cue + length);
    return {cue, length, cue + length, end_of_subordinate(cue, end), false, Saying::speech, false};
}

// "gained 6% after the builder reported a 12% rise, | and Pellham fell 15%": what is told beside the main clause ends with it.
std::size_t AttributionFinder::end_of_subordinate(std::size_t cue, std::size_t end) const {
    constexpr std::size_t furthest = 8;
    const std::size_t first = frame_.sentence.begin;
    std::size_t opener = cue;
    while (opener > first + 1 && opener + furthest > cue &&
           !frame_.is_any(opener, {"after", "when", "because"}))
        --opener;
    if (!frame_.is_any(opener, {"after", "when", "because"}) || !has_verb_before(opener)) return end;
    for (std::size_t i = cue + 1; i + 3 < end; ++i)
        if (frame_.is_written(i, ",") && frame_.is_any(i + 1, {"and", "while", "but"}) &&
            acts_behind(i + 1) && !is_verb_at(frame_, i + 2) && !frame_.is(i + 2, "that"))
            return i;
    return end;
}

bool AttributionFinder::has_verb_before(std::size_t end) const {
    for (std::size_t i = frame_.sentence.begin; i < end; ++i)
        if (is_verb_at(frame_, i)) return true;
    return false;
}

// "confirmed it had an offer, | and its shares rose 16%", "says it is owed €2bn; | a day before, the bloc had paid €1bn":
// where the paper speaks again.
std::size_t AttributionFinder::end_before_paper(std::size_t from) const {
    const std::size_t end = frame_.sentence.end;
    if (frame_.sentence.has(WordClass::traded))
        for (std::size_t i = from; i + 3 < end; ++i) {
            if (!frame_.is_any(i, {"and", "but", "sending", "while"}) || !before_is_mark(i, ",")) continue;
            if (frame_.is(i, "sending") && frame_.is_any(i + 1, {"shares", "stock"})) return i - 1;
            const std::size_t owner = frame_.token(i + 2).kind == TokenKind::possessive ? i + 2 : i + 1;
            const bool its = owner > i + 1 || frame_.is_any(owner, {"its", "the", "their"});
            if (its && frame_.is_any(owner + 1, {"shares", "stock", "share"})) return i - 1;
        }
    if (!frame_.sentence.has(WordClass::semicolon)) return end;
    for (std::size_t i = from; i + 2 < end; ++i)
        if (frame_.is_written(i, ";") && (opens_at_time(i + 1) || is_of_another(from, i))) return i;
    return end;
}

// "announced €25m last week; | Britain, which": no clause was told, but a thing, and another name opens the next one.
bool AttributionFinder::is_of_another(std::size_t from, std::size_t semicolon) const {
    if (!frame_.token(semicolon + 1).is_capitalised() || !in_noun_phrase(frame_, semicolon + 1)) return false;
    for (std::size_t i = from; i < semicolon; ++i)
        if (is_verb_at(frame_, i)) return false;
    return true;
}

// "; a day before, the bloc", "; on Monday the bloc"
bool AttributionFinder::opens_at_time(std::size_t i) const {
    if (frame_.is_any(i, {"on", "in"})) ++i;
    const bool long_ago = frame_.is_any(i, {"a", "an"}) && frame_.is(i + 1, WordClass::time_unit) &&
                          frame_.is_any(i + 2, {"earlier", "before", "later", "ago"});
    return long_ago || (frame_.has(i) && starts_time(frame_, i));
}

// "After the bank warned that profit would fall 30%, its shares lost 12%": what is said ends with the opening clause.
void AttributionFinder::end_in_opening_clause(TokenRange phrase, Scope& scope) const {
    const std::size_t first = frame_.sentence.begin;
    const bool uses = has_ending(frame_.word(scope.cue), "ing") && has_ending(frame_.word(first), "ing") &&
                      phrase.begin == first + 1;  // "Using police data showing"
    const bool opens = uses || (frame_.is(first, WordClass::opening_word) && phrase.begin <= first + 2) ||
                       is_behind_time_after(phrase.begin) || opens_inserted_clause(phrase.begin, scope.begin);
    if (!opens || (frame_.has(scope.begin) && frame_.is_written(scope.begin, ","))) return;
    for (std::size_t i = scope.begin + 1; i < scope.end; ++i)
        if (frame_.is_written(i, ",")) scope.end = i;
}

// "She said the tax, which the council | says | is fair, costs £40": what is said in a clause on a noun within what another says ends at
// the comma that the verb of that noun stands behind.
void AttributionFinder::end_in_inner_relative(std::size_t cue, Scope& scope) const {
    constexpr std::size_t furthest = 10;
    for (std::size_t i = cue; i-- > frame_.sentence.begin + 1 && i + furthest > cue;) {
        if (frame_.is_written(i, ",")) return;
        if (!frame_.is_any(i, {"which", "who", "whom", "whose"})) continue;
        if (!frame_.is_written(i - 1, ",")) return;
        for (std::size_t close = cue; close + 1 < scope.end; ++close)
            if (frame_.is_written(close, ",")) {
                static constexpr WordClasses finite_forms{WordClass::modal, WordClass::auxiliary,
                                                          WordClass::copula};
                const bool finite =
                    frame_.has_any(close + 1, finite_forms) ||
                    (is_verb_at(frame_, close + 1) && !has_ending(frame_.word(close + 1), "ing", 3) &&
                     !frame_.is(close + 1, WordClass::comparison));
                if (finite) scope.end = close;
                return;
            }
        return;
    }
}

// "Lee noted that, as | Halden | hailed the bank, 40 firms had gone": what another does meanwhile, inserted in what is said. Not "that, as
// Halden said, 40 firms had gone".
bool AttributionFinder::opens_inserted_clause(std::size_t subject, std::size_t behind_verb) const {
    const std::size_t first = frame_.sentence.begin;
    std::size_t opener = subject;
    while (opener > first && frame_.is(opener - 1, WordClass::determiner)) --opener;
    if (opener < first + 4 || !frame_.is_any(opener - 1, {"as", "while", "although", "though", "when"}))
        return false;
    const std::size_t that = frame_.is_written(opener - 2, ",") ? opener - 3 : opener - 2;
    return frame_.is(that, "that") && (!frame_.is(opener - 1, "as") || in_noun_phrase(frame_, behind_verb));
}

// "Days after | the bank said", "Two months after", "Soon after": the sentence opens with when that was.
bool AttributionFinder::is_behind_time_after(std::size_t begin) const {
    constexpr std::size_t longest = 3;
    const std::size_t first = frame_.sentence.begin;
    if (begin < first + 2 || begin > first + longest + 2) return false;
    if (frame_.is(begin - 1, WordClass::determiner)) --begin;
    return begin >= first + 2 && begin <= first + longest + 1 && frame_.is(begin - 1, "after") &&
           (frame_.is(begin - 2, WordClass::time_unit) ||
            frame_.is_any(begin - 2, {"soon", "shortly", "just", "immediately"}));
}

// "The firm, whose founder said it would never fail, lost $3m": what is said in a clause on the sentence's own subject
// ends with that clause. False where nothing shows its end: "Those who say they were not paid are owed $3m".
bool AttributionFinder::end_in_relative_clause(std::size_t cue, Scope& scope) const {
    if (!frame_.sentence.has(WordClass::relative)) return true;
    std::size_t relative = frame_.sentence.begin;
    while (relative < cue && !(frame_.is(relative, WordClass::relative) &&
                               frame_.is_any(relative, {"who", "which", "whose", "where"}))) {
        if (is_verb_at(frame_, relative)) {
            end_in_inner_relative(cue, scope);
            return true;
        }
        ++relative;
    }
    if (relative == cue || relative == frame_.sentence.begin) return true;
    if (before_dash(frame_, relative) < relative) return true;  // which keep_in_dashes() ends
    // "The fire, in which police say 40 people died, …"
    const bool hangs = relative > frame_.sentence.begin + 1 && frame_.is(relative, "which") &&
                       frame_.is(relative - 1, WordClass::preposition);
    const bool set_off = frame_.is_written(hangs ? relative - 2 : relative - 1, ",");
    if (!set_off && !told_of_who(cue).empty()) return false;
    for (std::size_t i = relative; i < cue; ++i)
        if (frame_.is_written(i, ",") || (!set_off && i > relative && is_verb_at(frame_, i))) return true;
    if (!set_off) return frame_.is(relative, "where");
    std::size_t end = cue;
    while (end < scope.end && !frame_.is_written(end, ",")) ++end;
    scope.end = end;
    return true;
}

std::size_t AttributionFinder::end_of_figure(std::size_t begin) const {
    for (std::size_t k = 0; k < frame_.count(); ++k)
        if (frame_.draft(k).quantity.begin == begin) return frame_.draft(k).quantity.end;
    return begin;
}

// Behind the figure that begins there, and behind what it counts.
std::size_t AttributionFinder::end_of_counted(std::size_t begin) const {
    for (std::size_t k = 0; k < frame_.count(); ++k) {
        const Quantity& quantity = frame_.draft(k).quantity;
        if (quantity.begin == begin) return quantity.phrase_end();
    }
    return begin;
}

// "the £9m builders say it needs", "the $3m that they had expected", "the 2.5% which it had forecast": the figure right before the speaker is what
// he speaks of.
std::size_t AttributionFinder::figure_before(std::size_t speaker, std::size_t otherwise) const {
    if (speaker > frame_.sentence.begin && frame_.is_any(speaker - 1, {"that", "which"})) --speaker;
    for (std::size_t k = 0; k < frame_.count(); ++k)
        if (frame_.draft(k).quantity.end == speaker) return frame_.draft(k).quantity.begin;
    return otherwise;
}

bool AttributionFinder::figure_behind(std::size_t i) const {
    return frame_.count() > 0 && frame_.draft(frame_.count() - 1).quantity.begin > i;
}

bool AttributionFinder::starts_figure(std::size_t i) const {
    for (std::size_t k = 0; k < frame_.count(); ++k)
        if (frame_.draft(k).quantity.begin == i) return true;
    return false;
}

const Quotation* quotation_around(const Document& document, std::size_t token) {
    if (!is_quoted(document, token)) return nullptr;
    const auto after = std::upper_bound(
        document.quotations.begin(), document.quotations.end(), token,
        [](std::size_t wanted, const Quotation& quotation) { return wanted < quotation.begin; });
    if (after == document.quotations.begin()) return nullptr;
    const Quotation& quotation = *(after - 1);
    const bool inside = token < quotation.end && quotation.is_long();
    return inside ? &quotation : nullptr;
}

// Behind the verb at `first`, and what helps it, nothing is said from the next one on that is no clause's on a noun.
void AttributionFinder::end_at_next_verb(std::size_t first, Scope& scope) const {
    std::size_t i = first;
    while (i < scope.end &&
           (is_verb_at(frame_, i) || frame_.is(i, WordClass::auxiliary) || frame_.is(i, WordClass::modifier)))
        ++i;
    for (; i < scope.end; ++i) {
        const bool told_on = frame_.is(i - 1, WordClass::relative) || frame_.is(i - 1, "to") ||
                             frame_.is_any(i - 1, {"and", "or"}) || has_ending(frame_.word(i), "ing", 3);
        if (is_verb_at(frame_, i) && !told_on) scope.end = i;
    }
}

// What is said behind the verb; none where that is only a clause that says which. `says_which`: the verb is in one.
std::optional<AttributionFinder::Scope> AttributionFinder::scope_behind(std::size_t at, std::size_t length,
                                                                        CueKind kind, TokenRange phrase,
                                                                        bool says_which) const {
    Scope scope = behind(at, length);
    // `"…?" Hale said to a crowd of 500`: those who heard it.
    if (frame_.is(at, "said") && frame_.is(scope.begin, "to") && !that_follows(scope.begin) &&
        frame_.is(scope.begin + 1, WordClass::determiner))
        scope.begin = scope.end;
    if (!end_in_relative_clause(at, scope)) return std::nullopt;
    if (says_which) end_at_comma(scope);
    end_in_opening_clause(phrase, scope);
    // "told 3,000 supporters that": those who are told.
    if (kind == CueKind::tell) scope.begin = end_of_told(scope.begin);
    if (frame_.is_any(at, {"told", "warned", "urged", "ordered"}))
        scope.begin = behind_addressee(scope.begin);
    // "has reported record sales after opening 70 shops": how that came about
    if (frame_.is_any(at, {"reported", "reports", "posted"}) && !that_follows(scope.begin))
        for (std::size_t i = scope.begin; i < scope.end; ++i)
            if ((frame_.is(i, "after") && has_ending(frame_.word(i + 1), "ing")) ||
                (frame_.is_written(i, ",") && frame_.is_any(i + 1, {"while", "whereas"}) &&
                 is_named_behind(i + 2)))
                scope.end = i;
    // "estimated damage at £9m, | while 300 homes were wrecked"
    if (frame_.is_any(at, {"estimated", "estimates", "estimate"}) && !that_follows(scope.begin))
        for (std::size_t i = scope.begin; i + 1 < scope.end; ++i)
            if (frame_.is_written(i, ",") && frame_.is_any(i + 1, {"while", "whereas"})) scope.end = i;
    // ", which the oil firm says has cost $2bn, Hale said"
    scope.inner = kind == CueKind::say && phrase.begin > frame_.sentence.begin &&
                  frame_.is(phrase.begin - 1, "which") &&
                  frame_.has_any(at + length, {WordClass::auxiliary, WordClass::copula, WordClass::modal});
    if (scope.inner) end_at_comma(scope);
    // "A fire | that police say was lit by a man | grew to 9,000 acres", "What police say was a £4m fraud | left 40 poor"
    const std::size_t before = phrase.begin - 1;  // where there is one
    const bool follows = phrase.begin > frame_.sentence.begin;
    const bool told_of = follows && frame_.is(before, "that");
    const bool contact = kind == CueKind::say &&
                         frame_.has_any(at + length, {WordClass::auxiliary, WordClass::copula}) &&
                         (frame_.is(phrase.begin, "what") || (follows && frame_.is(before, "what")) ||
                          (told_of && before > frame_.sentence.begin && in_noun_phrase(frame_, before - 1)));
    if (contact) {
        if (told_of || phrase.begin <= frame_.sentence.begin + 2) end_at_comma(scope);
        end_at_next_verb(at + length, scope);
    }
    // "reported a 9% rise, while analysts had forecast 7%": what others expected
    if (frame_.sentence.has(WordClass::projecting)) end_before_expecter(scope);
    scope.begin = figure_before(phrase.begin, scope.begin);
    if (starts_figure(at)) scope.begin = at;  // "Inspectors estimated 2,500", where it belongs to the figure
    return scope;
}

// ", while | Orvik lost 3%": somebody else; not "while its profit".
bool AttributionFinder::is_named_behind(std::size_t i) const {
    const std::size_t name = frame_.is(i, "the") ? i + 1 : i;
    return frame_.has(name) && frame_.token(name).is_word() && frame_.token(name).is_capitalised();
}

void AttributionFinder::end_before_expecter(Scope& scope) const {
    for (std::size_t i = scope.begin + 1; i + 2 < scope.end; ++i) {
        if (!frame_.is_any(i, {"while", "whereas", "when", "although", "though", "but", ";"})) continue;
        const std::size_t who = frame_.is(i + 1, WordClass::expecter) ? i + 1 : i + 2;
        if (!frame_.is(who, WordClass::expecter)) continue;
        if (frame_.is_any(who + 1, {"had", "have", "were", "was"}) ||
            frame_.is(who + 1, WordClass::projecting))
            scope.end = i;
    }
}

// Behind its first comma nothing is said any more.
void AttributionFinder::end_at_comma(Scope& scope) const {
    for (std::size_t i = scope.begin; i < scope.end; ++i)
        if (frame_.is_written(i, ",")) scope.end = i;
}

// "Economists had forecast $68m; the tax raised $60m.", "expects claims from the floods, which killed 26", "expects wages,
// which rose 4.5%, | to rise 3%": what is set in is no part of the view.
void AttributionFinder::view(Source&& source, TokenRange speaker, Scope scope) {
    scope.saying = Saying::view;
    const std::size_t end = scope.end;
    for (std::size_t i = scope.cue + scope.length; i < scope.end; ++i)
        if (frame_.is_written(i, ";") ||
            (frame_.is_written(i, ",") && frame_.is_any(i + 1, {"which", "who", "whose", "where"})))
            scope.end = i;
    Scope rest = scope;
    rest.begin = rest.end = end;
    if (scope.end < end && frame_.is_written(scope.end, ","))
        for (std::size_t i = scope.end + 1; i + 1 < end && rest.begin == end; ++i)
            if (frame_.is_written(i, ",") && (frame_.is(i + 1, "to") || frame_.is(i + 1, WordClass::modal)))
                rest.begin = i + 1;
    add(Source(source), speaker, scope);
    if (rest.begin < rest.end) add(std::move(source), speaker, rest);
}

}  // namespace figbook
