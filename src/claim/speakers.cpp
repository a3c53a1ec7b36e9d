#include "claim/speakers.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"
#include "claim/names.hpp"
#include "claim/phrases.hpp"
#include "claim/verbs.hpp"
#include "quantity/counted.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

// Words for a firm that stand for one named before: "the company", "the chipmaker".
bool is_kind_of_firm(const Document& document, std::size_t i) {
    return vocabulary().is(document.tokens[i].word, WordClass::firm_noun) ||
           has_ending(document.word(i), "maker", 2);
}

bool has_official_word(std::string_view name) {
    for (std::size_t start = 0; start < name.size();) {
        const std::size_t end = std::min(name.find(' ', start), name.size());
        if (vocabulary().is(vocabulary().lexicon.find(name.substr(start, end - start)),
                            WordClass::official_word))
            return true;
        start = end + 1;
    }
    return false;
}

// One word that no table knows: "Warren", not "Police" or "IMF".
bool is_bare_name(const Source& source) {
    const bool one = source.name.find(' ') == std::string::npos && source.title.empty();
    const bool capitals =
        std::none_of(source.name.begin(), source.name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return one && !capitals && vocabulary().lexicon.find(lower(source.name)) == unknown_word;
}

}  // namespace

const Persons& Speakers::persons() {
    if (!persons_) persons_.emplace(document_);
    return *persons_;
}

std::optional<Source> Speakers::organisation_before(std::size_t token) {
    if (!organisations_) organisations_.emplace(document_, persons());
    const TokenRange name = organisations_->before(token);
    if (name.empty()) return std::nullopt;
    Source source;
    source.name = text_of(document_, name.begin, name.end);
    source.kind = SourceKind::organisation;
    return source;
}

Source Speakers::source_of(const Person& person) const {
    Source source;
    source.name = person.name;
    source.title = person.title;
    source.organisation = person.organisation;
    source.kind = SourceKind::person;
    return source;
}

void Speakers::remember(const Source& source, std::size_t at) {
    if (source.kind == SourceKind::person) {
        last_person_ = source;
        last_person_at_ = at;
        last_is_ = Last::person;
    } else if (source.kind == SourceKind::organisation) {
        last_organisation_ = source;
        last_is_ = Last::organisation;
    } else {
        last_other_ = source;
        last_is_ = Last::other;
    }
}

// "Kestrel, which serves 3m homes, made £451m. It said …": the organisation that the sentence before opens with.
std::optional<Source> Speakers::organisation_in_subject(const SentenceFrame& frame) {
    if (frame.number == 0) return std::nullopt;
    const Sentence& before = document_.sentences[frame.number - 1];
    if (before.paragraph != frame.sentence.paragraph) return std::nullopt;
    const auto named = organisation_before(before.begin + 1);
    if (!named && before.has(WordClass::speaker_noun)) return body_in_subject(frame, before);
    return named && document_.text_of(before.begin, before.begin + 1) == named->name ? named : std::nullopt;
}

// "The railway has offered rises of 5%. It says …": a body without a name that the sentence before opens with.
std::optional<Source> Speakers::body_in_subject(const SentenceFrame& frame, const Sentence& before) {
    const SentenceFrame other{document_,    before,      frame.number - 1, frame.published,
                              frame.drafts, frame.first, frame.first,      frame.answers};
    if (!other.is(before.begin, "the")) return std::nullopt;
    const TokenRange phrase = noun_phrase_from(other, before.begin, false);
    if (phrase.end < before.begin + 2 || !is_verb_at(other, phrase.end)) return std::nullopt;
    const auto noun = vocabulary().speaker_nouns.match_before(document_.tokens, phrase.end, before.begin + 1);
    if (!noun || *noun.meaning != SpeakerNoun::organisation) return std::nullopt;
    return common(other, phrase);
}

bool Speakers::is_only_subject(const SentenceFrame& frame, TokenRange phrase) {
    const std::size_t first = frame.sentence.begin;
    if (phrase.begin != first || !frame.is(first, "it") || frame.number == 0) return false;
    const Sentence& before = document_.sentences[frame.number - 1];
    if (before.paragraph != frame.sentence.paragraph || !before.has(WordClass::speaker_noun)) return false;
    const auto body = body_in_subject(frame, before);
    return body && !(last_organisation_ && last_organisation_->name == body->name);
}

// "Mayor Ines Duarte opened the bridge. It cost €80m, she said.": whom this sentence or the one before opens with, where
// nobody has spoken since.
const Person* Speakers::person_in_subject(const SentenceFrame& frame, std::size_t pronoun) {
    const Person* person = persons().before(pronoun);
    if (!person || person->at < last_person_at_) return nullptr;
    const Sentence* sentence = &frame.sentence;
    if (person->at < sentence->begin) {
        if (frame.number == 0) return nullptr;
        sentence = &document_.sentences[frame.number - 1];
    }
    // "Gina Tolliver drove to the mall in Coyote Flats.": the first name of the sentence.
    constexpr int most_names = 8;
    for (int names = 0; names < most_names; ++names) {
        const Person* other = persons().before(person->at);
        if (!other || other->at < sentence->begin || other->at < last_person_at_) break;
        person = other;
    }
    if (person->at < sentence->begin || sentence->paragraph != frame.sentence.paragraph) return nullptr;
    return opens_with(frame, *sentence, *person) ? person : nullptr;
}

// "A spokesman for the union dismissed it. “…,” he said": whom the sentence before opens with, where it names nobody else.
std::optional<Source> Speakers::unnamed_in_subject(const SentenceFrame& frame, Pronoun meant) {
    if (frame.number == 0) return std::nullopt;
    const Sentence& before = document_.sentences[frame.number - 1];
    if (before.paragraph != frame.sentence.paragraph ||
        !(before.has(WordClass::speaker_noun) || before.has(WordClass::person_noun)))
        return std::nullopt;
    if (last_person_at_ > before.begin) return std::nullopt;
    SentenceFrame other{document_,    before,      frame.number - 1, frame.published,
                        frame.drafts, frame.first, frame.first,      frame.answers};
    if (!other.is_any(before.begin, {"a", "an", "one"})) return std::nullopt;
    const TokenRange phrase = noun_phrase_from(other, before.begin);
    if (phrase.empty()) return std::nullopt;
    const Person* named = persons().before(frame.sentence.begin);
    if (named && named->at >= phrase.end) return std::nullopt;
    const std::size_t head = end_of_head(document_, phrase);
    const auto noun = vocabulary().speaker_nouns.match_before(document_.tokens, head, before.begin);
    const bool somebody = noun ? *noun.meaning == SpeakerNoun::person || *noun.meaning == SpeakerNoun::unnamed
                               : other.is(head - 1, WordClass::person_noun);
    if (!somebody || !may_be_meant({}, document_.word(head - 1), meant)) return std::nullopt;
    Source source;
    source.name = text_of(document_, phrase.begin + 1, phrase.end);
    source.kind = SourceKind::unnamed;
    return source;
}

// "Mayor Ines Duarte …", "The barn's owner, Penelope Vere, …": nothing but a title before the name.
bool Speakers::opens_with(const SentenceFrame& frame, const Sentence& sentence, const Person& person) const {
    static constexpr WordClasses before_name{WordClass::determiner, WordClass::title, WordClass::speaker_noun,
                                             WordClass::adjective};
    static constexpr WordClasses clause{WordClass::verb, WordClass::preposition, WordClass::auxiliary,
                                        WordClass::modal, WordClass::cue};
    constexpr std::size_t furthest = 4;
    std::size_t name = person.at;
    while (name > sentence.begin && document_.tokens[name - 1].is_capitalised()) --name;
    const bool apposed = name > sentence.begin && document_.is(name - 1, ",");
    for (std::size_t i = sentence.begin; i < name; ++i) {
        if (document_.is(i, ".")) continue;  // "Mr."
        if (apposed && (i + 1 == name || document_.tokens[i].kind == TokenKind::possessive)) continue;
        const bool close = apposed || name <= sentence.begin + furthest;  // "A freshman named Ida Wren"
        const bool noun = close && document_.tokens[i].is_word() && !frame.has_any(i, clause);
        if (!noun && !document_.tokens[i].is_capitalised() && !frame.has_any(i, before_name)) return false;
    }
    return true;
}

std::optional<Source> Speakers::pronoun(const SentenceFrame& frame, TokenRange phrase) {
    const std::size_t at = phrase.begin;
    const auto is = [&](WordLiteral word) { return frame.is(at, word); };
    if (is("he") || is("she") || is("him") || is("her") || is("his")) {
        const Pronoun meant = is("she") || is("her") ? Pronoun::she : Pronoun::he;
        const auto may_be = [&](const auto& person) {
            return may_be_meant(person.name, person.title, meant);
        };
        if (const Person* subject = person_in_subject(frame, at); subject && may_be(*subject))
            return source_of(*subject);
        if (auto subject = unnamed_in_subject(frame, meant)) return subject;
        if (last_person_ && may_be(*last_person_)) return last_person_;
        // "Warren said …. She added": a single name that may be anybody's is hers.
        if (last_organisation_ && is_bare_name(*last_organisation_)) {
            last_other_ = std::optional<Source>(last());  // as it was named
            last_is_ = Last::other;
            last_organisation_->kind = SourceKind::person;
            last_person_ = std::exchange(last_organisation_, std::nullopt);
            return last_person_;
        }
        if (const Person* person = persons().before(at, meant)) return source_of(*person);
        // Nobody was introduced: still somebody's words, and not the paper's.
        Source source;
        source.name = std::string(document_.word(at));
        source.kind = SourceKind::unnamed;
        return source;
    }
    const bool it = is("it") || is("its");
    if (it && at == frame.sentence.begin)
        if (auto subject = organisation_in_subject(frame)) return subject;
    const bool document = last() && last()->kind == SourceKind::document;
    if (it && !last_organisation_ && !document) return organisation_before(at);
    if (it) return last_organisation_ ? last_organisation_ : (document ? last() : std::nullopt);
    if (is("they") || is("their")) return last();
    return std::nullopt;
}

// A name that ends as a document's does: "Field Poll"; "the Geological Survey" is a body.
bool Speakers::is_document_name(const NameParts& name) const {
    const std::size_t last = name.end - 1;
    const auto noun = vocabulary().speaker_nouns.match(document_.tokens, last, name.end);
    return name.begin < last && noun && *noun.meaning == SpeakerNoun::document &&
           vocabulary().is(document_.tokens[last].word, WordClass::survey_noun);
}

// "the [Chamber] of Trade", "the [Confederation] of Norland Industry"; not "the [Mayor] of Torrena".
bool Speakers::is_institution(std::size_t begin, std::size_t end) const {
    if (begin + 1 != end || !document_.tokens[begin].is_capitalised()) return false;
    const auto noun = vocabulary().speaker_nouns.match(document_.tokens, begin, end);
    return !vocabulary().is(document_.tokens[begin].word, WordClass::title) &&
           (!noun || *noun.meaning == SpeakerNoun::organisation);
}

std::optional<Source> Speakers::named(const SentenceFrame& frame, TokenRange phrase) {
    const Vocabulary& words = vocabulary();
    // The name is the last capitalised run before an attachment: "Jane Doe of Norhaven", "Carmaker Lydel".
    std::size_t end = phrase.end;
    const bool the = frame.is(phrase.begin, "the");
    for (std::size_t i = phrase.begin + 1; i < phrase.end; ++i)
        if (frame.is(i, WordClass::preposition) && !frame.token(i).is_capitalised() && i > phrase.begin) {
            // "Bank of Norland" is one name: the run goes on behind "of" and "for".
            const bool in_name = (frame.is_any(i, {"of", "for", "and"})) &&
                                 frame.token(i - 1).is_capitalised() && i + 1 < phrase.end &&
                                 (frame.token(i + 1).is_capitalised() || frame.is(i + 1, "the")) &&
                                 (has_organisation_word(document_, phrase.begin, i) ||
                                  (the && frame.is(i, "of") && is_institution(phrase.begin + 1, i)) ||
                                  (frame.is(i, "for") && looks_plural(document_, i - 1)));
            if (in_name) continue;
            end = i;
            break;
        }
    std::size_t begin = end;
    while (
        begin > phrase.begin &&
        (frame.token(begin - 1).is_capitalised() ||
         (begin == end && frame.is_any(begin - 1, {"plc", "ltd", "inc", "llc"})) ||
         document_.is(begin - 1, "-") || document_.is(begin - 1, "/") || document_.is(begin - 1, "&") ||
         document_.is(begin - 1, ".") || frame.token(begin - 1).is_number() ||
         ((frame.is_any(begin - 1, {"of", "for", "and", "the"}) || is_name_particle(document_, begin - 1)) &&
          begin < end && begin - 1 > phrase.begin)))
        --begin;
    while (begin < end &&
           (frame.is(begin, WordClass::determiner) || document_.is(begin, "-") || frame.is(begin, "of") ||
            frame.is(begin, "and") || frame.token(begin).is_number() || document_.is(begin, ".") ||
            (begin == frame.sentence.begin && is_function_word(document_, begin) &&
             !words.is(document_.tokens[begin].word, WordClass::title) && begin + 1 < end)))
        ++begin;
    // "Carmaker Lydel", "shipbuilder Norhaven": the kind of firm stands before its name, in a capital only at the start.
    const auto kind_before = [&](std::size_t i) {
        const auto noun = i > phrase.begin
                              ? words.speaker_nouns.match_before(document_.tokens, i, phrase.begin)
                              : PhraseMatch<SpeakerNoun>{};
        return noun && *noun.meaning == SpeakerNoun::organisation &&
               !words.is(document_.tokens[i - 1].word, WordClass::title);
    };
    if (begin == frame.sentence.begin && begin + 1 < end &&
        words.is(frame.token(begin).word, WordClass::speaker_noun) && kind_before(begin + 1) &&
        !words.is(frame.token(begin + 1).word, WordClass::organisation_word) && !frame.is(begin + 1, "of"))
        ++begin;
    const bool is_kind = kind_before(begin);
    if (begin >= end || !frame.token(begin).is_capitalised()) return std::nullopt;
    // A sentence opens with a capital anyway: "Critics", "Customs data" are no names, "Police" may speak as such.
    if (begin == frame.sentence.begin && end == begin + 1 &&
        words.is(frame.token(begin).word, WordClass::speaker_noun))
        return std::nullopt;
    const NameParts parts = split_name(document_, begin, end);
    if (parts.begin >= parts.end) return std::nullopt;  // a title alone: "the Prime Minister"
    const std::size_t length = parts.end - parts.begin;
    const bool is_firm = is_kind || is_apposed_firm(frame, parts.end);
    if (const Person* person = persons().with_surname(document_.word(parts.end - 1));
        person && !is_firm && !has_organisation_word(document_, parts.begin, parts.end)) {
        const std::string name = text_of(document_, parts.begin, parts.end);
        if (length == 1 || person->name == name || person->name.find(name) != std::string::npos)
            return source_of(*person);
    }
    Source source;
    source.name = text_of(document_, parts.begin, parts.end);
    const bool lower_title = begin > phrase.begin &&
                             words.titles.match_before(document_.tokens, begin, phrase.begin) &&
                             !(words.is(frame.token(begin - 1).word, WordClass::organisation_word));
    // "the organiser Alliance for Schools"
    const bool person =
        (parts.has_title() || lower_title) && !has_organisation_word(document_, parts.begin, parts.end);
    // "the White House"
    const auto known = words.speaker_nouns.match(document_.tokens, parts.begin, parts.end);
    const bool authority = known && known.length == length && *known.meaning == SpeakerNoun::organisation;
    const bool organisation = is_firm || authority ||
                              has_organisation_word(document_, parts.begin, parts.end) || length == 1 ||
                              frame.token(parts.begin).is_all_capitals() ||
                              (phrase.begin < begin && frame.is(phrase.begin, "the") && !person);
    source.kind = person || !organisation ? SourceKind::person : SourceKind::organisation;
    // "A Field Poll"
    const bool document = frame.is_any(phrase.begin, {"a", "an"}) && is_document_name(parts);
    if (document) source.kind = SourceKind::document;
    if (parts.has_title()) {
        source.title = text_of(document_, parts.title_begin, parts.title_end);
        source.organisation = text_of(document_, parts.organisation_begin, parts.organisation_end);
    }
    return source;
}

// Could "the ministry", "the bank" be this one? Where its name has the noun; a firm is called many things, but not what
// has no name of its own or is a "Ministry" or an "Office"; capitals ("IMF") say nothing of it.
bool Speakers::may_be_called(const Source& organisation, std::size_t noun) const {
    const std::string name = lower(organisation.name);
    if (name.find(lower(document_.word(noun))) != std::string::npos) return true;
    const bool named = std::any_of(organisation.name.begin(), organisation.name.end(),
                                   [](char c) { return c >= 'A' && c <= 'Z'; }) &&
                       vocabulary().lexicon.find(name) == unknown_word;
    const bool capitals = std::none_of(organisation.name.begin(), organisation.name.end(),
                                       [](char c) { return c >= 'a' && c <= 'z'; });
    // "NATO" is no ministry, but "the FDA" an agency: the letters say it.
    if (capitals)
        return !vocabulary().is(document_.tokens[noun].word, WordClass::official_word) ||
               name.find(lower(document_.word(noun).substr(0, 1))) != std::string::npos;
    return named && is_kind_of_firm(document_, noun) && !has_official_word(name);
}

// "the [German] carmaker", "the [loss-making] airline": only told what it is like; "the other bank" is another.
bool Speakers::describes_firm(const SentenceFrame& frame, TokenRange phrase, std::size_t noun_length) const {
    if (!is_kind_of_firm(document_, phrase.end - 1)) return false;
    for (std::size_t i = phrase.begin; i < phrase.end - noun_length; ++i) {
        const bool hyphenated = document_.is(i, "-") || document_.is(i + 1, "-") || document_.is(i - 1, "-");
        if (frame.is(i, WordClass::earlier) || frame.is(i, "rival")) return false;
        if (!hyphenated && !looks_adjective(document_, i)) return false;
    }
    return true;
}

// "Priya Raman, [an economist] who": the one whose name stands before it; nullptr for none.
const Person* Speakers::named_before(TokenRange phrase) {
    if (phrase.begin == 0 || !document_.is(phrase.begin - 1, ",")) return nullptr;
    const Person* person = persons().before(phrase.begin);
    const bool apposed = person && end_of_name(document_, person->at, phrase.begin) + 1 == phrase.begin;
    return apposed ? person : nullptr;
}

// "Kestrel Promotions, [a talent agency], says": what is set behind the name calls it a firm.
bool Speakers::is_apposed_firm(const SentenceFrame& frame, std::size_t end_of_name) const {
    if (!frame.has(end_of_name + 2) || !document_.is(end_of_name, ",") ||
        !frame.is_any(end_of_name + 1, {"a", "an", "the"}))
        return false;
    const TokenRange phrase = noun_phrase_from(frame, end_of_name + 1, false);
    return !phrase.empty() && is_called_firm(document_, phrase.begin, phrase.end);
}

// "the regional governor" where the article names a Governor alone: the person with the title that ends the phrase.
const Person* Speakers::with_plainer_title(const SentenceFrame& frame, TokenRange phrase) {
    const auto title = vocabulary().titles.match_before(document_.tokens, phrase.end, phrase.begin);
    if (!title || title.length == phrase.end - phrase.begin) return nullptr;
    const std::size_t begin = phrase.end - title.length;
    for (std::size_t i = phrase.begin; i < begin; ++i)
        if (!looks_adjective(document_, i) || frame.is(i, WordClass::earlier)) return nullptr;
    const std::string wanted = lower(document_.text_of(begin, phrase.end));
    const Person* person = persons().only_with_title(wanted);
    return person && person->organisation.empty() ? person : nullptr;
}

std::optional<Source> Speakers::common(const SentenceFrame& frame, TokenRange phrase) {
    const Vocabulary& words = vocabulary();
    const TokenRange bare = without_determiner(frame, phrase);
    // The head stands before the first attachment: "analysts at Brightwater", "a survey of 2,150 adults".
    std::size_t head_end = end_of_head(document_, bare);
    // "figures published by the Tax Office", "analysts polled by Finwire"
    if (head_end > bare.begin + 1 &&
        (frame.is(head_end - 1, WordClass::document_participle) ||
         frame.is_any(head_end - 1, {"close", "familiar"}) || has_ending(document_.word(head_end - 1), "ed")))
        --head_end;
    const auto noun = words.speaker_nouns.match_before(document_.tokens, head_end, bare.begin);
    // "the admiral", who was named with that title
    if (!noun && frame.is(phrase.begin, "the") &&
        words.is(document_.tokens[head_end - 1].word, WordClass::title))
        if (const Person* person =
                persons().with_title(document_.text_of(bare.begin, head_end), phrase.begin))
            return source_of(*person);
    if (!noun) return std::nullopt;
    Source source;
    source.name = text_of(document_, bare.begin, bare.end);
    std::replace(source.name.begin(), source.name.end(), '\n', ' ');
    switch (*noun.meaning) {
        case SpeakerNoun::unnamed:
            source.kind = SourceKind::unnamed;
            break;
        case SpeakerNoun::document:
            source.kind = SourceKind::document;
            break;
        case SpeakerNoun::organisation: {
            source.kind = SourceKind::organisation;
            // "the company", "the supermarket chain", "the German carmaker"
            const bool described = bare.end != bare.begin + noun.length;
            const bool refers_back = bare.end == head_end && bare.begin > phrase.begin &&
                                     frame.is(phrase.begin, "the") &&
                                     (!described || describes_firm(frame, bare, noun.length));
            if (!refers_back) break;
            // "the company" goes back to a firm; "the ministry" to one of that name; "the government" and the like
            // speak for themselves.
            if (last_organisation_ && may_be_called(*last_organisation_, bare.end - 1))
                return last_organisation_;
            if (is_kind_of_firm(document_, bare.end - 1))
                if (auto named = organisation_before(phrase.begin);
                    named && may_be_called(*named, bare.end - 1))
                    return named;
            break;
        }
        case SpeakerNoun::person: {
            const bool indefinite = frame.is_any(phrase.begin, {"a", "an", "one"});
            const Person* person =
                indefinite ? named_before(phrase)
                           : persons().with_title(document_.text_of(bare.begin, head_end),
                                                  frame.token(phrase.begin).start > 0 ? phrase.begin : 0);
            if (!person && frame.is(phrase.begin, "the"))
                person = with_plainer_title(frame, {bare.begin, head_end});
            if (person) return source_of(*person);
            source.kind = indefinite ? SourceKind::unnamed : SourceKind::person;
            break;
        }
    }
    return source;
}

std::optional<Source> Speakers::resolve(const SentenceFrame& frame, TokenRange phrase) {
    if (phrase.end <= phrase.begin) return std::nullopt;
    if ((frame.is(phrase.begin, WordClass::pronoun) ||
         frame.is(phrase.begin, WordClass::possessive_pronoun)) &&
        phrase.end == phrase.begin + 1)
        return pronoun(frame, phrase);
    // "few believed him": an adjective alone is nobody.
    if (phrase.end == phrase.begin + 1 &&
        (frame.is(phrase.begin, WordClass::adjective) || frame.is(phrase.begin, WordClass::determiner)))
        return std::nullopt;
    // "The Labor Department" is both: its name is the noun phrase.
    auto source = named(frame, phrase);
    if (!source) source = common(frame, phrase);
    return source;
}

}  // namespace figbook
