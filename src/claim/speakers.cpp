#include "claim/speakers.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "claim/phrases.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

constexpr std::size_t longest_name = 6;  // tokens

bool is_name_particle(const Document& document, std::size_t i) {
    const Token& token = document.tokens[i];
    return vocabulary().is(token.word, WordClass::name_particle) && !token.is_capitalised();
}

// The run of capitalised words that starts at `at`, with hyphens, initials and particles between them.
std::size_t end_of_name(const Document& document, std::size_t at, std::size_t limit) {
    const auto capital = [&](std::size_t i) {
        return i < limit && document.tokens[i].is_word() && document.tokens[i].is_capitalised() &&
               (i == at || !document.tokens[i].starts_line());
    };
    if (!capital(at)) return at;
    std::size_t end = at + 1;
    while (end < limit) {
        if (capital(end))
            ++end;
        else if (document.is(end, "-") && !document.tokens[end].space_before() && end + 1 < limit &&
                 document.tokens[end + 1].is_word())
            end += 2;
        else if (document.is(end, ".") &&
                 document.tokens[end - 1].end - document.tokens[end - 1].start == 1 && capital(end + 1))
            ++end;
        else if (document.is(end, "&") && capital(end + 1))
            ++end;
        else if (is_name_particle(document, end) &&
                 (capital(end + 1) || (capital(end + 2) && is_name_particle(document, end + 1))))
            ++end;
        else
            break;
    }
    return end;
}

bool has_organisation_word(const Document& document, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i)
        if (vocabulary().is(document.tokens[i].word, WordClass::organisation_word)) return true;
    return false;
}

bool is_function_word(const Document& document, std::size_t i) {
    const Vocabulary& words = vocabulary();
    const WordId word = document.tokens[i].word;
    return words.is(word, WordClass::function_start) || words.is(word, WordClass::month) ||
           words.is(word, WordClass::weekday);
}

// A name with the title and organisation before it, all in one run or with the title in small letters.
struct NameParts {
    std::size_t organisation_begin = 0, organisation_end = 0;
    std::size_t title_begin = 0, title_end = 0;
    std::size_t begin = 0, end = 0;
    bool has_title() const { return title_end > title_begin; }
};

// Words for a firm that stand for one named before: "the company", "the chipmaker".
bool is_kind_of_firm(const Document& document, std::size_t i) {
    return vocabulary().is(document.tokens[i].word, WordClass::firm_noun) ||
           has_ending(document.word(i), "maker", 2);
}

// Splits [begin, end): the last title phrase inside it parts organisation and name.
NameParts split_name(const Document& document, std::size_t begin, std::size_t end) {
    NameParts parts;
    parts.begin = begin;
    parts.end = end;
    const Vocabulary& words = vocabulary();
    for (std::size_t i = begin; i < end; ++i) {
        const auto title = words.titles.match(document.tokens, i, end);
        if (!title) continue;
        if (!parts.has_title()) parts.title_begin = i;
        parts.title_end = i + title.length;
        if (parts.title_end < end && document.is(parts.title_end, ".")) ++parts.title_end;
        parts.begin = parts.title_end;
        i = parts.title_end - 1;
    }
    if (!parts.has_title()) return parts;
    // "Defense Secretary" is in the table whole; "Treasury and Economy Minister" is taken from the run's start.
    parts.organisation_begin = begin;
    parts.organisation_end = parts.title_begin;
    return parts;
}

std::string text_of(const Document& document, std::size_t begin, std::size_t end) {
    return begin < end ? std::string(document.text_of(begin, end)) : std::string();
}

// Words before a title that belong to it, not to an organisation: "Deputy", "Former", "Norwegian".
bool extends_title(const Document& document, std::size_t i) {
    const Vocabulary& words = vocabulary();
    return words.is(document.tokens[i].word, WordClass::adjective) ||
           words.is(document.tokens[i].word, WordClass::title) || !document.tokens[i].is_capitalised();
}

// ", a deputy minister," and ", finance chief of shipbuilder Norhaven,": what is set behind a name.
void read_apposition(const Document& document, std::size_t at, Person& person) {
    if (at + 1 >= document.tokens.size() || !document.is(at, ",") || !person.title.empty()) return;
    const Vocabulary& words = vocabulary();
    std::size_t end = at + 1;
    bool has_title = false;
    std::size_t of = 0;
    while (end < document.tokens.size() && end < at + 14) {
        const Token& token = document.tokens[end];
        if (token.kind == TokenKind::mark && !document.is(end, "-") && !document.is(end, "&")) break;
        if (token.starts_line() || words.is(token.word, WordClass::auxiliary) ||
            words.is(token.word, WordClass::relative))
            break;
        if (words.is(token.word, WordClass::cue) && !words.is(token.word, WordClass::title)) break;
        has_title |= of == 0 && (words.is(token.word, WordClass::title) ||
                                 words.is(token.word, WordClass::speaker_noun));
        if (of == 0 && has_title &&
            (document.is(end, "of") || document.is(end, "at") || document.is(end, "for") ||
             document.is(end, "with")))
            of = end;
        ++end;
    }
    if (!has_title) return;
    std::size_t begin = at + 1;
    while (begin < end && words.is(document.tokens[begin].word, WordClass::determiner)) ++begin;
    person.title = text_of(document, begin, of > 0 ? of : end);
    if (of == 0) return;
    std::size_t name = of + 1;
    while (name < end && !document.tokens[name].is_capitalised()) ++name;
    if (name < end)
        person.organisation = text_of(document, name, std::max(end_of_name(document, name, end), name + 1));
}

// Where the name of a capitalised run begins: behind what has its capital from the sentence's start ("The", "Analysts").
std::size_t begin_of_name(const Document& document, const Sentence& sentence, std::size_t begin,
                          std::size_t end) {
    const Vocabulary& words = vocabulary();
    const auto opens_sentence = [&](std::size_t i) {
        return i == sentence.begin && words.is(document.tokens[i].word, WordClass::speaker_noun);
    };
    while (begin < end && !words.is(document.tokens[begin].word, WordClass::title) &&
           !words.titles.match(document.tokens, begin, end) &&
           (is_function_word(document, begin) || opens_sentence(begin)))
        ++begin;
    return begin;
}

bool is_person_name(const Document& document, const NameParts& parts, bool has_title) {
    const std::size_t length = parts.end - parts.begin;
    return length >= 1 && length <= longest_name && (length >= 2 || has_title) &&
           !has_organisation_word(document, parts.begin, parts.end) &&
           !document.tokens[parts.end - 1].is_all_capitals();
}

// A title in small letters before the name, of `length` tokens, and the firm before that: "Halden Foods chief executive
// Jane Doe", "shipbuilder Norhaven's finance chief Jane Doe".
void take_title_before(const Document& document, const Sentence& sentence, std::size_t length,
                       NameParts& parts) {
    const auto in_name = [&](std::size_t i) {
        return document.tokens[i].is_word() && document.tokens[i].is_capitalised() &&
               !is_function_word(document, i);
    };
    parts.title_end = parts.begin;
    parts.title_begin = parts.begin - length;
    std::size_t end = parts.title_begin;
    if (end > sentence.begin && document.tokens[end - 1].kind == TokenKind::possessive) --end;
    std::size_t begin = end;
    while (begin > sentence.begin && in_name(begin - 1)) --begin;
    parts.organisation_begin = begin;
    parts.organisation_end = end;
}

// The person that the capitalised run [begin, end) names, with title and organisation; none where it names none.
std::optional<Person> person_named(const Document& document, const Sentence& sentence, std::size_t begin,
                                   std::size_t end) {
    begin = begin_of_name(document, sentence, begin, end);
    NameParts parts = split_name(document, begin, end);
    const auto title = begin > sentence.begin && !parts.has_title()
                           ? vocabulary().titles.match_before(document.tokens, begin, sentence.begin)
                           : PhraseMatch<int>{};
    if (!is_person_name(document, parts, parts.has_title() || title)) return std::nullopt;
    if (title) take_title_before(document, sentence, title.length, parts);
    while (parts.organisation_end > parts.organisation_begin &&
           extends_title(document, parts.organisation_end - 1))
        parts.title_begin = --parts.organisation_end;
    Person person;
    person.at = parts.begin;
    person.name = text_of(document, parts.begin, parts.end);
    person.surname = std::string(document.word(parts.end - 1));
    person.title = text_of(document, parts.title_begin, parts.title_end);
    person.organisation = text_of(document, parts.organisation_begin, parts.organisation_end);
    read_apposition(document, parts.end, person);
    return person;
}

}  // namespace

const std::vector<Person>& Speakers::persons() {
    if (persons_) return *persons_;
    persons_.emplace();
    for (const Sentence& sentence : document_.sentences) {
        if (sentence.kind == LineKind::credit || sentence.kind == LineKind::byline) continue;
        for (std::size_t i = sentence.begin; i < sentence.end;) {
            if (!document_.tokens[i].is_capitalised()) {
                ++i;
                continue;
            }
            const std::size_t end = end_of_name(document_, i, sentence.end);
            if (end > i)
                if (auto person = person_named(document_, sentence, i, end)) {
                    persons_->push_back(std::move(*person));
                    remember_surname(persons_->size() - 1);
                }
            i = std::max(end, i + 1);
        }
    }
    return *persons_;
}

// Keeps the fullest introduction under each surname: most words in the name, then a title.
void Speakers::remember_surname(std::size_t index) {
    const Person& person = (*persons_)[index];
    const auto [at, is_new] = by_surname_.try_emplace(person.surname, index);
    if (is_new) return;
    const Person& known = (*persons_)[at->second];
    const auto words_in = [](const Person& each) {
        return std::count(each.name.begin(), each.name.end(), ' ');
    };
    const bool fuller = words_in(person) > words_in(known) ||
                        (words_in(person) == words_in(known) && known.title.empty() && !person.title.empty());
    if (fuller) at->second = index;
}

const Person* Speakers::with_surname(std::string_view surname) {
    const std::vector<Person>& known = persons();
    const auto found = by_surname_.find(std::string(surname));
    return found == by_surname_.end() ? nullptr : &known[found->second];
}

const Person* Speakers::with_title(std::string_view title, std::size_t before) {
    const std::string wanted = lower(title);
    const Person* best = nullptr;
    for (const Person& person : persons()) {
        const std::string known = lower(person.title);
        const bool ends_alike = known.size() >= wanted.size() &&
                                known.compare(known.size() - wanted.size(), wanted.size(), wanted) == 0;
        if (!known.empty() && ends_alike && (person.at < before || !best)) best = &person;
    }
    return best;
}

const Person* Speakers::person_before(std::size_t token) {
    const Person* best = nullptr;
    for (const Person& person : persons()) {
        if (person.at >= token) break;
        const bool single = person.name.find(' ') == std::string::npos;
        if (!single || !person.title.empty()) best = &person;
    }
    return best;
}

// The last organisation that was named before: by the kind of firm ("the steelmaker Volmer"), by a word such as
// "Bank" in its name, or as a single name that opens a sentence and is nobody's surname.
std::optional<Source> Speakers::organisation_before(std::size_t token) {
    const Vocabulary& words = vocabulary();
    std::optional<Source> found;
    for (const Sentence& sentence : document_.sentences) {
        if (sentence.begin >= token) break;
        if (sentence.kind == LineKind::credit || sentence.kind == LineKind::byline) continue;
        for (std::size_t i = sentence.begin; i < sentence.end && i < token; ++i) {
            if (!document_.tokens[i].is_capitalised()) continue;
            const std::size_t end = end_of_name(document_, i, sentence.end);
            if (end == i) continue;
            const auto kind = words.speaker_nouns.match_before(document_.tokens, i, sentence.begin);
            const bool firm = kind && *kind.meaning == SpeakerNoun::organisation;
            const bool opens = i == sentence.begin && end == i + 1 &&
                               document_.tokens[i].word == unknown_word && sentence.kind == LineKind::prose &&
                               end < sentence.end && !document_.is(end, ",") &&
                               !with_surname(document_.word(i));
            std::size_t begin = i;
            while (begin < end && is_function_word(document_, begin)) ++begin;
            if (begin < end &&
                (firm || opens || (has_organisation_word(document_, begin, end) && end > begin + 1))) {
                found.emplace();
                found->name = text_of(document_, begin, end);
                found->kind = SourceKind::organisation;
            }
            i = end - 1;
        }
    }
    return found;
}

Source Speakers::source_of(const Person& person) const {
    Source source;
    source.name = person.name;
    source.title = person.title;
    source.organisation = person.organisation;
    source.kind = SourceKind::person;
    return source;
}

void Speakers::remember(const Source& source) {
    last_ = source;
    if (source.kind == SourceKind::person) last_person_ = source;
    if (source.kind == SourceKind::organisation) last_organisation_ = source;
}

std::optional<Source> Speakers::pronoun(const SentenceFrame& frame, TokenRange phrase) {
    const std::size_t at = phrase.begin;
    const auto is = [&](std::string_view word) { return frame.is(at, word); };
    if (is("he") || is("she") || is("him") || is("her")) {
        if (last_person_) return last_person_;
        if (const Person* person = person_before(at)) return source_of(*person);
        // Nobody was introduced: still somebody's words, and not the paper's.
        Source source;
        source.name = std::string(document_.word(at));
        source.kind = SourceKind::unnamed;
        return source;
    }
    if (is("it") && !last_organisation_ && !last_) return organisation_before(at);
    if (is("it"))
        return last_organisation_ ? last_organisation_
                                  : (last_ && last_->kind == SourceKind::document ? last_ : std::nullopt);
    if (is("they")) return last_;
    return std::nullopt;
}

std::optional<Source> Speakers::named(const SentenceFrame& frame, TokenRange phrase) {
    const Vocabulary& words = vocabulary();
    // The name is the last capitalised run before an attachment: "Jane Doe of Norhaven", "Carmaker Lydel".
    std::size_t end = phrase.end;
    for (std::size_t i = phrase.begin + 1; i < phrase.end; ++i)
        if (frame.is(i, WordClass::preposition) && !frame.token(i).is_capitalised() && i > phrase.begin) {
            // "Bank of Norland" is one name: the run goes on behind "of" and "for".
            const bool in_name = (frame.is_any(i, {"of", "for", "and"})) &&
                                 frame.token(i - 1).is_capitalised() && i + 1 < phrase.end &&
                                 (frame.token(i + 1).is_capitalised() || frame.is(i + 1, "the")) &&
                                 has_organisation_word(document_, phrase.begin, i);
            if (in_name) continue;
            end = i;
            break;
        }
    std::size_t begin = end;
    while (
        begin > phrase.begin &&
        (frame.token(begin - 1).is_capitalised() || document_.is(begin - 1, "-") ||
         document_.is(begin - 1, "&") || document_.is(begin - 1, ".") || frame.token(begin - 1).is_number() ||
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
    const bool is_firm = kind_before(begin);
    if (begin >= end || !frame.token(begin).is_capitalised()) return std::nullopt;
    // A sentence opens with a capital anyway: "Critics", "Customs data" are no names, "Police" may speak as such.
    if (begin == frame.sentence.begin && end == begin + 1 &&
        words.is(frame.token(begin).word, WordClass::speaker_noun))
        return std::nullopt;
    const NameParts parts = split_name(document_, begin, end);
    if (parts.begin >= parts.end) return std::nullopt;  // a title alone: "the Prime Minister"
    const std::size_t length = parts.end - parts.begin;
    if (const Person* person = with_surname(document_.word(parts.end - 1));
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
    const bool person = parts.has_title() || lower_title;
    const bool organisation = is_firm || has_organisation_word(document_, parts.begin, parts.end) ||
                              length == 1 || frame.token(parts.begin).is_all_capitals() ||
                              (phrase.begin < begin && frame.is(phrase.begin, "the") && !person);
    source.kind = person || !organisation ? SourceKind::person : SourceKind::organisation;
    if (parts.has_title()) {
        source.title = text_of(document_, parts.title_begin, parts.title_end);
        source.organisation = text_of(document_, parts.organisation_begin, parts.organisation_end);
    }
    return source;
}

std::optional<Source> Speakers::common(const SentenceFrame& frame, TokenRange phrase) {
    const Vocabulary& words = vocabulary();
    const TokenRange bare = without_determiner(frame, phrase);
    // The head stands before the first attachment: "analysts at Brightwater", "a survey of 2,150 adults".
    std::size_t head_end = bare.end;
    for (std::size_t i = bare.begin; i < bare.end; ++i)
        if (frame.is(i, WordClass::preposition) && i > bare.begin) {
            head_end = i;
            break;
        }
    const auto noun = words.speaker_nouns.match_before(document_.tokens, head_end, bare.begin);
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
            const bool refers_back =
                bare.end == bare.begin + 1 && bare.begin > phrase.begin && frame.is(phrase.begin, "the");
            if (!refers_back) break;
            // "the company" goes back to a firm; "the government" and the like speak for themselves.
            if (last_organisation_) return last_organisation_;
            if (is_kind_of_firm(document_, bare.begin))
                if (auto named = organisation_before(phrase.begin)) return named;
            break;
        }
        case SpeakerNoun::person: {
            const Person* person = with_title(document_.text_of(bare.begin, head_end),
                                              frame.token(phrase.begin).start > 0 ? phrase.begin : 0);
            if (person) return source_of(*person);
            const bool indefinite = frame.is_any(phrase.begin, {"a", "an", "one"});
            source.kind = indefinite ? SourceKind::unnamed : SourceKind::person;
            break;
        }
    }
    return source;
}

std::optional<Source> Speakers::resolve(const SentenceFrame& frame, TokenRange phrase) {
    if (phrase.end <= phrase.begin) return std::nullopt;
    if (frame.is(phrase.begin, WordClass::pronoun) && phrase.end == phrase.begin + 1)
        return pronoun(frame, phrase);
    // "The Labor Department" is both: its name is the noun phrase.
    if (auto source = named(frame, phrase)) return source;
    return common(frame, phrase);
}

}  // namespace figbook
