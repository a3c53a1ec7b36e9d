// What was said before a court: "the inquest heard that …", "jurors were told …", "the inquiry was told by Sarah Penn that
// …". Who said it is the witness that the sentence names; where it names none, somebody before that court.
#include "claim/attribution_finder.hpp"
#include "claim/phrases.hpp"
#include "claim/verbs.hpp"
#include "text/endings.hpp"

namespace figbook {

// "The committee heard from Tom Birch that …", "The firm owed £3m, the court heard."
void AttributionFinder::heard(std::size_t at) {
    if (at == frame_.sentence.begin || frame_.token(at).is_capitalised()) return;
    if (frame_.is(at + 1, "from")) return said_by_witness(at + 1, at);
    std::size_t verb = at;
    while (verb > frame_.sentence.begin + 1 &&
           (frame_.is_any(verb - 1, {"has", "have", "had"}) || frame_.is(verb - 1, WordClass::modifier)))
        --verb;
    said_before(verb, at);
}

// "Jurors were told that …", "The inquiry was told by Sarah Penn that …"; false for any other "told".
bool AttributionFinder::told_to_court(std::size_t told) {
    if (!frame_.is(told, "told")) return false;
    std::size_t verb = told;
    bool passive = false;
    while (verb > frame_.sentence.begin + 1 &&
           (frame_.is(verb - 1, WordClass::auxiliary) || frame_.is(verb - 1, WordClass::modifier)))
        passive |= frame_.is_any(--verb, {"was", "were", "is", "are", "been"});
    if (!passive) return false;
    if (frame_.is(told + 1, "by"))
        said_by_witness(told + 1, told);
    else
        said_before(verb, told);
    return true;
}

// "that the firm owed £3m", "the firm owed £3m", "evidence that …": not "12 shots", "a man shouting".
bool AttributionFinder::is_said_behind(std::size_t next) const {
    const TokenRange subject = noun_phrase_from(frame_, next);
    const bool acts = !subject.empty() && frame_.has(subject.end) && is_verb_at(frame_, subject.end) &&
                      !has_ending(frame_.word(subject.end), "ing");
    return acts || that_follows(next) || clause_follows(next) ||
           (frame_.is(next, "how") && frame_.has(next + 1) && !frame_.is(next + 1, WordClass::modifier)) ||
           announces_quotation(next);
}

// The words before a court without those of whom: its own name stands for whoever spoke there.
void AttributionFinder::said_before(std::size_t verb, std::size_t at) {
    const TokenRange phrase = speaker_before(verb);
    const TokenRange bare = without_determiner(frame_, phrase);
    if (bare.empty() || !frame_.is(end_of_head(frame_.document, bare) - 1, WordClass::hearing_noun)) return;
    const bool trails = is_trailing(phrase, at + 1);
    const std::size_t end_of_clause = at + 1;
    if (!trails && !is_said_behind(end_of_clause)) return;
    auto source = anyone(phrase);
    if (!source) return;
    add(std::move(*source), phrase, trails ? all_of_it(at, 1, phrase.begin) : behind(at, 1));
}

// "by Sarah Penn, the clerk, that …"
void AttributionFinder::said_by_witness(std::size_t preposition, std::size_t at) {
    constexpr std::size_t furthest = 14;
    TokenRange phrase = speaker_from(preposition + 1);
    if (const TokenRange name = name_behind(phrase); !name.empty()) phrase = name;
    if (phrase.empty()) return;
    std::size_t that = phrase.end;
    while (frame_.has(that) && that < phrase.end + furthest && !frame_.is(that, "that") &&
           !is_verb_at(frame_, that))
        ++that;
    const bool says = frame_.is(that, "that") || (frame_.is(that, WordClass::pronoun) && that == phrase.end);
    if (!says) return;
    auto source = speakers_.resolve(frame_, phrase);
    if (!source) source = anyone(phrase);
    if (!source) return;
    Scope scope = behind(at, 1);
    scope.begin = that;
    add(std::move(*source), phrase, scope);
}

// "warned | residents of 24 villages | to leave", "urged | 9,000 people living there | to flee": behind those who are to do it.
std::size_t AttributionFinder::behind_addressee(std::size_t told) const {
    constexpr std::size_t longest = 14;
    static constexpr WordClasses clause{WordClass::auxiliary, WordClass::modal, WordClass::cue,
                                        WordClass::pronoun};
    if (!starts_figure(told) && !frame_.is(told, WordClass::determiner) &&
        !frame_.has_any(told, {WordClass::person_noun, WordClass::speaker_noun, WordClass::listener}))
        return told;
    for (std::size_t i = told; frame_.has(i + 1) && i < told + longest; ++i) {
        if (frame_.is(i, "to")) return is_verb_at(frame_, i + 1) ? i : told;
        if (!frame_.token(i).is_word() && !frame_.token(i).is_number()) return told;
        const bool acts = is_verb_at(frame_, i) && !has_ending(frame_.word(i), "ing");
        if (!frame_.is(i, "there") && (frame_.has_any(i, clause) || acts)) return told;
    }
    return told;
}

// "told | 3,000 supporters", "told | the jury of eight men and four women | her friend": behind those who are told.
std::size_t AttributionFinder::end_of_told(std::size_t told) const {
    constexpr std::size_t furthest = 3;
    if (starts_figure(told)) return end_of_figure(told);
    if (!frame_.is(told, WordClass::determiner)) return told;
    // "the | four women", "a jury | of | eight men"; "the plant would close 3 lines" has a verb before it
    std::size_t figure = told + 1;
    while (frame_.has(figure) && !starts_figure(figure)) {
        if (figure >= told + furthest || !in_noun_phrase(frame_, figure)) break;
        ++figure;
    }
    const bool of = frame_.is(figure, "of") && frame_.is(figure - 1, WordClass::listener);
    if (of) ++figure;
    if (!starts_figure(figure) || (!of && figure > told + 1)) return told;
    std::size_t end = end_of_counted(figure);
    if (!of &&
        !frame_.has_any(end - 1, {WordClass::person_noun, WordClass::speaker_noun, WordClass::listener}))
        return told;
    while (frame_.is(end, "and") && starts_figure(end + 1)) end = end_of_counted(end + 1);
    return end;
}

}  // namespace figbook
