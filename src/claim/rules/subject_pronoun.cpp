// What "it" and "they" stand for, where that is safe: the subject of the clause or of the sentence before, if it is one
// thing or several as the pronoun wants, and nothing else there could be meant.
#include "base/utf8.hpp"
#include "claim/names.hpp"
#include "claim/persons.hpp"
#include "claim/rules/subject_rules.hpp"
#include "quantity/counted.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

// The first verb of the sentence with its auxiliaries; none where it has no verb.
std::optional<TokenRange> first_verb(const SentenceFrame& frame) {
    for (std::size_t i = frame.sentence.begin; i < frame.sentence.end; ++i)
        if (is_verb_at(frame, i)) {
            std::size_t last = i;
            while (is_verb_at(frame, last + 1)) ++last;
            return verb_group_before(frame, last + 1);
        }
    return std::nullopt;
}

// The verb of the clause before the one that opens at `at`.
std::optional<TokenRange> last_verb(const SentenceFrame& frame, std::size_t at) {
    for (std::size_t i = at; i-- > frame.sentence.begin;)
        if (is_verb_at(frame, i)) return verb_group_before(frame, i + 1);
    return std::nullopt;
}

// A name may be anybody's; of a firm or a body it says so: "the Bank of Norden", "NATO", "Brackley Steel Group".
bool may_be_thing(const SentenceFrame& frame, TokenRange phrase) {
    const std::size_t end = end_of_head(frame.document, phrase);
    const std::size_t head = end - 1;
    const bool body =
        frame.is_one_of(head, {WordClass::organisation_word, WordClass::official_word, WordClass::firm_noun});
    if (!body && frame.is_one_of(head, {WordClass::person_noun, WordClass::speaker_noun, WordClass::title}))
        return false;
    if (!frame.token(head).is_capitalised() || head == frame.sentence.begin)
        return frame.token(head).is_word();
    if (phrase.begin > frame.sentence.begin && frame.is(phrase.begin - 1, "the")) return true;
    if (frame.token(head).is_all_capitals()) return true;
    for (std::size_t i = phrase.begin; i < end; ++i)
        if (frame.is_one_of(i, {WordClass::organisation_word, WordClass::official_word})) return true;
    return false;
}

// "The bank announced a plan. It would cost …": either could be meant.
bool has_rival(const SentenceFrame& frame, TokenRange verb, bool several) {
    const bool says = frame.is(verb.end - 1, WordClass::cue) &&
                      !(frame.is(verb.end - 1, "found") && frame.is(verb.end, WordClass::determiner));
    if (frame.is(verb.end - 1, WordClass::copula) || says) return false;
    if (has_ending(frame.word(verb.end), "ly", 3)) return false;  // "has weakened sharply since May, when it"
    const TokenRange object = noun_phrase_from(frame, verb.end);
    return !object.empty() && without_determiner(frame, object).begin < object.end &&
           looks_plural(frame.document, end_of_head(frame.document, object) - 1) == several;
}

// "Time Warner said [it] owned", "Norden Resources has said [it] is worth": a name that says something of itself, and no person's.
bool is_named_body(const SentenceFrame& frame, TokenRange phrase) {
    const std::size_t first = phrase.begin, head = end_of_head(frame.document, phrase) - 1;
    if (!frame.token(head).is_capitalised() || !frame.token(first).is_capitalised() ||
        head == frame.sentence.begin)
        return false;
    const bool titled =
        frame.is(first, WordClass::title) ||
        (first > frame.sentence.begin &&
         (frame.is_one_of(first - 1, {WordClass::title, WordClass::person_noun, WordClass::speaker_noun}) ||
          frame.is_written(first - 1, ".")));
    return !titled && !vocabulary().given_names.contains(lower(frame.document.word(first)));
}

// The subject of the verb, if the pronoun can stand for it.
TokenRange antecedent(const SentenceFrame& frame, const std::optional<TokenRange>& verb, bool several) {
    if (!verb) return {};
    const TokenRange found = without_determiner(frame, subject_of(frame, *verb));
    if (found.empty() || has_rival(frame, *verb, several)) return {};
    const std::size_t head = end_of_head(frame.document, found) - 1;
    if (looks_plural(frame.document, head) != several || frame.is(found.begin, WordClass::pronoun)) return {};
    for (std::size_t i = found.begin; i < found.end; ++i)  // "Ann Lee and Piet Vos" are several
        if (!several && frame.is(i, "and")) return {};
    return several || may_be_thing(frame, found) ? found : TokenRange{};
}

// "Ines Duarte opened the bridge. | She raised": the name that is the subject of the verb, if "he" or "she" may be called so.
TokenRange person_named(const SentenceFrame& frame, const std::optional<TokenRange>& verb, Pronoun meant) {
    constexpr std::size_t longest = 4;  // words of a name
    if (!verb) return {};
    // "The judge fined him $2m, though he": not the one who did it to him
    if (frame.is_any(verb->end, {"him", "her"}) && !in_noun_phrase(frame, verb->end + 1)) return {};
    TokenRange found = without_determiner(frame, subject_of(frame, *verb));
    if (found.empty()) return {};
    // "Mr. | Cruz", "the defence minister | Cruz", but not "the Ohio | governor"
    if (frame.is(found.begin, WordClass::title) && frame.is_written(found.begin + 1, ".")) found.begin += 2;
    const std::size_t head = found.empty() ? found.end : end_of_head(frame.document, found);
    found.end = end_of_name(frame.document, found.begin, frame.sentence.end);
    if (found.end < head) return {};
    if (found.empty() || found.end > found.begin + longest || is_function_word(frame.document, found.begin))
        return {};
    if (has_organisation_word(frame.document, found.begin, found.end) ||
        sounds_like_body(frame.document, found.begin, found.end) ||
        frame.token(found.end - 1).is_all_capitals())
        return {};
    const bool alone = found.end == found.begin + 1 && found.begin == frame.sentence.begin;
    if (alone && frame.token(found.begin).word != unknown_word) return {};  // "Prices", "Police"
    return may_be_meant(frame.document.text_of(found.begin, found.end), {}, meant) ? found : TokenRange{};
}

// "Across the border in Lebanon, …", "In Lenz it is €800": a place of its own before the figure.
bool opens_elsewhere(const SentenceFrame& frame, const Quantity& quantity) {
    constexpr std::size_t furthest = 10;
    const std::size_t first = frame.sentence.begin, place = first + 1;
    if (!frame.is_any(first, {"in", "across", "at", "inside", "on", "outside", "near"}) ||
        starts_time(frame, place) || !frame.has(place))
        return false;
    if (!frame.is(place, WordClass::determiner) && !frame.token(place).is_capitalised()) return false;
    for (std::size_t i = place + 1; i < quantity.begin && i < first + furthest; ++i)
        if (frame.is_written(i, ",") || frame.is(i, "it")) return true;
    return false;
}

}  // namespace

TokenRange without_other_place(const SentenceFrame& frame, const Quantity& quantity, TokenRange told) {
    if (told.end < told.begin + 3 || !opens_elsewhere(frame, quantity)) return told;
    for (std::size_t i = told.begin + 1; i < told.end; ++i)  // of an earlier sentence
        if (frame.document.reads_any(i, {"in", "from", "at", "across", "on"})) return {told.begin, i};
    return told;
}

// Who "he" or "she" at `who` is: the name that is the subject of the clause before it, or of the sentence before.
TokenRange SubjectRules::person_meant(std::size_t who) const {
    constexpr std::size_t furthest = 6;  // from the start of the sentence: "By the end of May she"
    if (!frame_.is_any(who, {"he", "she"}) || frame_.token(who).is_quoted()) return {};
    const Pronoun meant = frame_.is(who, "she") ? Pronoun::she : Pronoun::he;
    if (const auto clause = last_verb(frame_, who)) return person_named(frame_, clause, meant);
    if (frame_.number == 0 || who > frame_.sentence.begin + furthest) return {};
    const Sentence& before = frame_.document.sentences[frame_.number - 1];
    if (before.paragraph != frame_.sentence.paragraph || before.kind != LineKind::prose) return {};
    const SentenceFrame earlier = frame_.other(frame_.number - 1);
    return person_named(earlier, first_verb(earlier), meant);
}

// The verb before the figure, or the one that it hangs on as "to earn" does in "it expected to earn".
std::optional<TokenRange> SubjectRules::above_infinitives() const {
    auto verb = verb_before();
    while (verb && verb->begin > frame_.sentence.begin + 1 && frame_.is(verb->begin - 1, "to")) {
        const auto outer = verb_group_before(frame_, verb->begin - 1);
        if (!outer || outer->end + 1 != verb->begin) return verb;
        verb = outer;
    }
    return verb;
}

// "Demand for it | has risen": a pronoun that hangs on a noun does nothing.
bool SubjectRules::hangs(std::size_t pronoun) const {
    return pronoun > frame_.sentence.begin + 1 && frame_.is(pronoun - 1, WordClass::attaching) &&
           !frame_.is_any(pronoun - 1, {"than", "per"}) && in_noun_phrase(frame_, pronoun - 2);
}

// What the figure before is said of, where that is of the same unit and no further than in the sentence before.
TokenRange SubjectRules::told_of_same_unit() const {
    if (frame_.first + index_ == 0) return {};
    const Draft& before = frame_.drafts[frame_.first + index_ - 1];
    const std::size_t earliest = frame_.number == 0 ? 0 : frame_.document.sentences[frame_.number - 1].begin;
    const bool alike = before.quantity.kind == quantity_.kind && before.claim.unit == draft_.claim.unit &&
                       (before.claim.role == Role::level || before.claim.role == Role::to);
    if (!alike || before.quantity.begin < earliest || before.subject_begin == before.subject_end) return {};
    return {before.subject_begin, before.subject_end};
}

// "The price was £44. Ministers lifted | it to £73"
TokenRange SubjectRules::it_that_moved() const {
    const std::size_t it = begin() - 2;
    if (begin() < frame_.sentence.begin + 4 || !frame_.is(it, "it") ||
        !frame_.is_any(it + 1, {"to", "by", "from"}))
        return {};
    const bool moved = moves() && frame_.is(it - 1, WordClass::change_verb) && is_verb_at(frame_, it - 1);
    return moved ? told_of_same_unit() : TokenRange{};
}

// "…, when the price of rice was £30. | It is now £120": of the last that was said to be so much.
TokenRange SubjectRules::it_that_is() const {
    const std::size_t first = frame_.sentence.begin;
    if (index_ > 0 || frame_.first == 0 || !frame_.is(first, "it") || quantity_.kind == Kind::count)
        return {};
    if (!frame_.is(first + 1, WordClass::copula)) return {};
    const std::size_t figure =
        frame_.is_any(first + 2, {"now", "currently", "still"}) ? first + 3 : first + 2;
    const Quantity& before = frame_.drafts[frame_.first - 1].quantity;
    if (begin() != figure || !frame_.document.reads_any(before.begin - 1, {"is", "was", "at"})) return {};
    return told_of_same_unit();
}

TokenRange SubjectRules::pronoun() const {
    if (const TokenRange moved = it_that_moved(); !moved.empty()) return moved;
    if (const TokenRange same = it_that_is(); !same.empty()) return same;
    constexpr std::size_t longest_lead = 10;  // "But it", "At the height of the war it"
    const auto verb = above_infinitives();
    if (!verb || verb->begin == frame_.sentence.begin) return {};
    const std::size_t at = verb->begin - 1;
    const bool several = frame_.is(at, "they");
    // "The rate stood at 12%. This has since fallen to 7%"; what "this" costs may be of all that was told
    const bool moved = frame_.is(at, "this") && moves() && frame_.is(verb->end - 1, WordClass::change_verb);
    if ((!several && !moved && !frame_.is(at, "it")) || !frame_.is(at, WordClass::pronoun) || hangs(at))
        return {};
    // "claims, which they had expected to dip to 440,000": of what the clause hangs on
    if (at > frame_.sentence.begin && frame_.is_any(at - 1, {"which", "whom"})) return {};
    const bool does = verb->end != verb_before()->end;  // "it expected to earn"
    const bool given = frame_.is(verb->end - 1, WordClass::giving_cue) && verb->end > verb->begin + 1 &&
                       frame_.is(verb->end - 2, WordClass::copula);  // "they were promised £600"
    if (!does && !given && frame_.is(verb->end - 1, WordClass::cue) &&
        !frame_.is(verb->end - 1, WordClass::change_verb))
        return {};
    // "It takes 270 to win", "It cost him £5m", "It costs £5 to park": "it" stands for nothing that was named
    if (frame_.is_any(verb->end - 1, {"takes", "took", "take"})) return {};
    if (frame_.is_any(verb->end - 1, {"cost", "costs"}) &&
        (verb->end != opening() || frame_.is(quantity_.per.empty() ? behind() : end_of_per(), "to")))
        return {};
    const auto clause = last_verb(frame_, at);
    if (clause && !several && frame_.is(clause->end - 1, WordClass::cue) &&
        !frame_.is(verb->end - 1, WordClass::change_verb))
        if (const TokenRange body = without_determiner(frame_, subject_of(frame_, *clause));
            !body.empty() && is_named_body(frame_, body))
            return body;
    if (clause)
        return moved ? TokenRange{} : antecedent(frame_, clause, several);  // "hopes this will rise to 85%"
    if (frame_.number == 0 || at > frame_.sentence.begin + longest_lead) return {};
    const Sentence& before = frame_.document.sentences[frame_.number - 1];
    if (before.paragraph + 1 < frame_.sentence.paragraph || before.kind != LineKind::prose) return {};
    const SentenceFrame earlier = frame_.other(frame_.number - 1);
    return without_other_place(frame_, quantity_, antecedent(earlier, first_verb(earlier), several));
}

// "I lost £200,000 that winter", "She had offered to settle for $6 million": whose figure it is stands there, if only as a
// pronoun; what "it" and "they" mean may be anything.
TokenRange SubjectRules::person() const {
    if (!frame_.sentence.has(WordClass::pronoun)) return {};
    if (quantity_.kind == Kind::number || quantity_.kind == Kind::count) return {};  // of the thing counted
    auto verb = verb_before();
    if (!verb) return {};
    const std::size_t last = verb->end - 1;
    const bool gives = frame_.is_one_of(last, {WordClass::change_verb, WordClass::giving_cue});
    if (!gives && (says(last) || frame_.is(last, WordClass::projecting))) return {};
    if (frame_.is_any(last, {"see", "sees", "saw"})) return {};      // "We see $65 by Christmas"
    const bool owes = frame_.is_any(last, {"owe", "owes", "owed"});  // "he owed the shop £200"
    for (std::size_t i = verb->end; !owes && i < begin(); ++i)  // "We have costed this at £5bn": said of that
        if (frame_.is_one_of(i, {WordClass::pronoun, WordClass::determiner})) return {};
    while (verb && verb->begin > frame_.sentence.begin && frame_.is(verb->begin - 1, "to"))
        verb = verb_group_before(frame_, verb->begin - 1);
    if (!verb || verb->begin == frame_.sentence.begin) return {};
    std::size_t who = verb->begin - 1;
    // "She was born in Lenz, one of nine, and walked three miles to school"
    if (frame_.is_any(who, {"and", "but"}) && is_verb_at(frame_, frame_.sentence.begin + 1))
        who = frame_.sentence.begin;
    else if (frame_.is_any(who, {"and", "but"}))  // "he left school and borrowed £600"
        if (const auto outer = verb_group_before(frame_, who); outer && outer->begin > frame_.sentence.begin)
            who = outer->begin - 1;
    if (const TokenRange name = person_meant(who); !name.empty()) return name;
    return frame_.is_any(who, {"i", "we", "he", "she", "you"}) ? TokenRange{who, who + 1} : TokenRange{};
}

// "At the height of it they spent 3%", "These have slowed by 15 percent", "Most were on 1.5%": what stands there in place of a noun, where
// nothing says what it means.
TokenRange SubjectRules::as_it_stands() const {
    // "Some 3,500 hectares had gone by dusk": no noun but the unit
    const std::size_t unit = behind() - 1;
    if (quantity_.kind == Kind::measure && unit > quantity_.begin && index_ == 0 && !moves() &&
        begin() <= frame_.sentence.begin + 1 && quantity_.per.empty() && !is_time_unit(quantity_.unit) &&
        frame_.token(unit).is_word() && looks_plural(frame_.document, unit) &&
        frame_.is_one_of(behind(), {WordClass::auxiliary, WordClass::copula, WordClass::modal}))
        return {unit, unit + 1};
    if (!frame_.sentence.has(WordClass::pronoun) && !frame_.sentence.has(WordClass::determiner)) return {};
    const auto verb = above_infinitives();
    if (!verb || verb->begin == frame_.sentence.begin) return {};
    const std::size_t last = verb->end - 1, who = verb->begin - 1;
    const bool does = verb->end != verb_before()->end;  // "it expected to earn"
    if (!does && frame_.is_one_of(last, {WordClass::cue, WordClass::projecting}) &&
        !frame_.is(last, WordClass::change_verb))
        return {};
    // "It takes 20 miles to stop": of nothing
    if (frame_.is_any(last, {"take", "takes", "took"})) return {};
    // "Each of us still uses 150 litres"
    if (frame_.is_any(who, {"us", "them", "you"}) && who > frame_.sentence.begin + 1 &&
        frame_.is(who - 1, "of") &&
        frame_.is_any(who - 2, {"each", "both", "most", "some", "many", "all", "none", "one"}))
        return {who - 2, who + 1};
    const bool stands = frame_.is_any(who, {"it", "they", "these", "those", "most", "others", "both"});
    if (!stands || frame_.token(who).is_all_capitals() || hangs(who)) return {};
    if (who > frame_.sentence.begin && frame_.is_any(who - 1, {"which", "whom"})) return {};
    for (std::size_t i = verb->end; i < begin(); ++i)  // "It is no wonder that all three lived"
        if (frame_.is_any(i, {"that", "because", "when"})) return {};
    return {who, who + 1};
}

// "The thermometer at the airfield showed 40.3C", "trains that did run were limited to 60mph", "the plant employs 2,400":
// what the clause is of is not what is measured, but says whose figure it is.
TokenRange SubjectRules::whoever() const {
    const auto& verb = verb_before();
    if (!verb) return {};
    const bool shown = quantity_.kind == Kind::measure && verb->end == begin() &&
                       frame_.is_any(verb->end - 1, {"showed", "shows", "recorded", "registered"});
    if (!shown && frame_.is_one_of(verb->end - 1, {WordClass::cue, WordClass::projecting})) return {};
    const TokenRange found = without_determiner(frame_, subject_of(frame_, *verb));
    if (found.empty() || frame_.is(found.begin, WordClass::pronoun) || is_fragment(found)) return {};
    if (found.end == found.begin + 1 && frame_.is(found.begin, WordClass::number))
        return {};  // "Two were hurt"
    // "growth compared to a year earlier": that is when
    if (found.end <= found.begin + 2 && frame_.is(found.end - 1, WordClass::time_unit) &&
        starts_time(frame_, found.begin))
        return {};
    // "people in the rest of the land getting $7": that is where they are.
    const bool is_of_place =
        found.begin > frame_.sentence.begin + 1 && (frame_.is(found.begin - 1, WordClass::preposition) ||
                                                    frame_.is(found.begin - 2, WordClass::preposition));
    return is_of_place ? TokenRange{} : without_figures(found);
}

}  // namespace figbook
