#include "claim/speakers.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"
#include "claim/instrument_codes.hpp"
#include "claim/name_in_phrase.hpp"
#include "claim/names.hpp"
#include "claim/phrases.hpp"
#include "claim/verbs.hpp"
#include "quantity/counted.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

// "Receipts" at the head of a sentence, where the article has "receipts" and no "Receipts" inside a sentence.
[[gnu::noinline]] bool is_common_elsewhere(const SentenceFrame& frame, std::size_t opener) {
    const Document& document = frame.document;
    const Token& word = document.tokens[opener];
    constexpr std::size_t furthest = 1000;  // tokens: what is farther away is told of something else
    bool common = false;
    const std::size_t end = std::min(document.token_count, opener + furthest);
    for (std::size_t i = opener > furthest ? opener - furthest : 1; i < end; ++i) {
        const Token& token = document.tokens[i];
        if (token.hash != word.hash || i == opener || token.word != word.word) continue;
        const Token& before = document.tokens[i - 1];
        if (has_inner_capital(document.word(i))) return false;  // "eBay"
        if (!token.is_capitalised())
            common = true;
        else if (before.is_word() && !before.is_capitalised() && !before.may_stop())
            return false;
    }
    return common;
}

// "the | 62-year-old"
bool is_age(const SentenceFrame& frame, std::size_t i) {
    return frame.has(i) && frame.token(i).is_number() && frame.is(i + 2, "year") && frame.is(i + 4, "old");
}

bool is_indefinite(const SentenceFrame& frame, TokenRange phrase) {
    return frame.is_any(phrase.begin, {"a", "an", "one"});
}

// "Orlo Inc. ORLO.N", "Orlo Inc. (ORLO)": without the code.
TokenRange without_instrument_code(const SentenceFrame& frame, TokenRange phrase) {
    const Token& last = frame.token(phrase.end - 1);
    if (last.is_all_capitals() || last.length() <= 2) [[unlikely]] {
        phrase.end = std::max(before_instrument_code(frame, phrase.end), phrase.begin);
        while (phrase.end > phrase.begin && frame.is_written(phrase.end - 1, ".")) --phrase.end;
    }
    return phrase;
}

// "Orsk Reuters I/B/E/S": no person is written so.
[[gnu::noinline]] bool has_slash(const Document& document, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i)
        if (document.is(i, "/")) return true;
    return false;
}

// "Harrow-Lund"
bool is_one_word(const Document& document, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin + 1; i < end; ++i)
        if (document.tokens[i].space_before()) return false;
    return true;
}

// "Mayor Ines Duarte", "the mayor, | Ines Duarte", "her son | Tomi": what stands in or before the name is said of persons.
bool has_office(const SentenceFrame& frame, TokenRange phrase, std::size_t name, const NameParts& parts) {
    const Vocabulary& words = vocabulary();
    const auto& tokens = frame.document.tokens;
    if (has_organisation_word(frame.document, parts.begin, parts.end)) return false;
    if (parts.has_title()) return true;
    if (name <= phrase.begin) return false;
    // not "the organiser Alliance for Schools"
    if (words.titles.match_before(tokens, name, phrase.begin) &&
        !frame.is(name - 1, WordClass::organisation_word))
        return true;
    const auto holder = words.speaker_nouns.match_before(tokens, name, phrase.begin);
    return holder && *holder.meaning == SpeakerNoun::person;
}

// "the White House", "Kestrel Bank", "Volmer", "NATO": one word is more often a firm's name, but for "James".
bool sounds_like_organisation(const SentenceFrame& frame, const NameParts& parts) {
    const Vocabulary& words = vocabulary();
    const Document& document = frame.document;
    const auto known = words.speaker_nouns.match(document.tokens, parts.begin, parts.end);
    if (known && known.length == parts.end - parts.begin && *known.meaning == SpeakerNoun::organisation)
        return true;
    if (has_organisation_word(document, parts.begin, parts.end) || frame.token(parts.begin).is_all_capitals())
        return true;
    if (parts.end == parts.begin + 1) return !words.given_names.contains(lower(document.word(parts.begin)));
    return is_one_word(document, parts.begin, parts.end);
}

// "Wall Street" is all its analysts, and "according to Orsk Reuters I/B/E/S" tells who counted: neither is "it" or "the company"
// later.
bool is_only_cited(const Source& source) {
    if (source.name == "Wall Street") return true;
    if (!source.cue.ends_with("ccording to")) return false;
    if (source.name.find('/') != std::string::npos) return true;
    const std::size_t first = source.name.find(' ');
    const auto is_medium = [&](std::string_view word) {
        return vocabulary().is(vocabulary().lexicon.find(lower(word)), WordClass::medium);
    };
    return first != std::string::npos &&
           (is_medium(source.name.substr(0, first)) || source.name.substr(first + 1) == "Reuters");
}

}  // namespace

const Persons& Speakers::persons() {
    if (!persons_) persons_.emplace(document_);
    return *persons_;
}

std::optional<Source> Speakers::organisation_before(std::size_t token, std::size_t earlier) {
    if (!organisations_) organisations_.emplace(document_, persons());
    const TokenRange name = organisations_->before(token, earlier);
    return name.empty() ? std::nullopt : std::optional(organisation_called(name));
}

Source Speakers::organisation_called(TokenRange name) const {
    Source source;
    source.name = text_of(document_, name.begin, name.end);
    source.kind = SourceKind::organisation;
    return source;
}

Source Speakers::source_of(const Person& told) {
    const Person& person = persons().in_full(told);
    Source source;
    source.name = person.name;
    source.title = person.title;
    source.organisation = person.organisation;
    source.kind = SourceKind::person;
    return source;
}

void Speakers::remember(const Source& source, std::size_t at) {
    constexpr std::size_t usual = 16;  // of an article
    if (put_off_ == 0) return remember_now(source, at);
    if (told_.empty()) told_.reserve(usual);
    told_.push_back({put_off_, source, at});
}

void Speakers::take_up(std::size_t next) {
    put_off_ = 0;
    for (; taken_up_ < told_.size() && told_[taken_up_].put_off <= next; ++taken_up_)
        remember_now(told_[taken_up_].source, told_[taken_up_].at);
}

void Speakers::take_up_all() {
    take_up(static_cast<std::size_t>(-1));
    told_.clear();
    taken_up_ = 0;
}

bool Speakers::is_note_of(const Source& source, std::size_t at) const {
    constexpr std::size_t longest = 5;
    if (source.kind != SourceKind::organisation) return false;
    for (std::size_t i = at + 1; i < at + longest && i < document_.tokens.size(); ++i)
        if (is_said_in_note(i)) return true;
    return false;
}

void Speakers::remember_now(const Source& source, std::size_t at) {
    last_ = source;
    if (source.kind == SourceKind::unnamed || source.kind == SourceKind::organisation) last_several_ = source;
    if (source.kind == SourceKind::unnamed && source.name.find(' ') != std::string::npos)
        unnamed_.push_back(source.name);
    if (source.kind == SourceKind::person) {
        last_person_ = source;
        last_person_at_ = at;
    }
    // "Orvik is cheap, Dorne Bank said in a note": the bank is not "the company" behind it.
    const bool analyst = source.cue == "said" && is_note_of(source, at);
    if (source.kind == SourceKind::organisation && !is_only_cited(source) && !analyst) {
        last_organisation_ = source;
        last_organisation_at_ = at;
    }
}

// A name that ends as a document's does: "Field Poll"; "the Geological Survey" is a body.
bool Speakers::is_document_name(const NameParts& name) const {
    const std::size_t last = name.end - 1;
    const auto noun = vocabulary().speaker_nouns.match(document_.tokens, last, name.end);
    return name.begin < last && noun && *noun.meaning == SpeakerNoun::document &&
           vocabulary().is(document_.tokens[last].word, WordClass::survey_noun);
}

// "Norland's | Defence Ministry", "Mody's | Analytics": where the name of a body begins with its owner.
std::size_t Speakers::with_owner(const SentenceFrame& frame, TokenRange phrase, const NameParts& parts) {
    const std::size_t mark = parts.begin - 1;
    if (parts.has_title() || parts.begin < phrase.begin + 2 ||
        document_.tokens[mark].kind != TokenKind::possessive)
        return parts.begin;
    const bool force = frame.is_any(parts.end - 1, {"force", "forces", "guard", "staff", "command", "service",
                                                    "services", "defense", "defence"}) ||
                       (frame.is_any(parts.begin, {"national", "state", "federal", "central"}) &&
                        frame.is_any(parts.end - 1, {"agency", "company", "bank"}));
    if (!force && !has_organisation_word(document_, parts.begin, parts.end)) return parts.begin;
    const std::size_t begin = begin_of_name(document_, phrase.begin, mark);
    if (begin == mark || persons().with_surname(document_.word(mark - 1))) return parts.begin;
    // "Japan's | Kestrel Electric" is the firm's name whole; "Japan's Finance Ministry" is one of many.
    const auto place = vocabulary().places.match(document_.tokens, begin, mark);
    const bool firm = parts.end > parts.begin + 1 && !force &&
                      !has_official_word(lower(text_of(document_, parts.begin, parts.end)));
    return place && place.length == mark - begin && firm ? parts.begin : begin;
}

std::optional<Source> Speakers::named(const SentenceFrame& frame, TokenRange phrase) {
    const Vocabulary& words = vocabulary();
    phrase = without_instrument_code(frame, phrase);
    NameInPhrase found = name_in_phrase(frame, phrase);
    if (found.name.empty() || is_common(frame, found)) return std::nullopt;
    TokenRange& name = found.name;
    if (frame.token(name.end - 1).is_all_capitals())
        name.end = before_letters(document_, name.begin, name.end);
    const NameParts parts = split_name(document_, name.begin, name.end);
    if (parts.begin >= parts.end) return std::nullopt;  // a title alone: "the Prime Minister"
    const bool is_firm = found.is_behind_kind || is_apposed_firm(frame, parts.end) || is_body(frame, parts) ||
                         (parts.end > parts.begin + 2 && has_slash(document_, parts.begin, parts.end));
    const auto place = words.places.match(document_.tokens, parts.begin, parts.end);
    const bool is_place = place && place.length == parts.end - parts.begin;
    if (!is_firm)
        if (const Person* person = person_called(parts, bool(place))) return source_of(*person);
    Source source;
    source.name = text_of(document_, with_owner(frame, phrase, parts), parts.end);
    const bool person = has_office(frame, phrase, name.begin, parts);
    const bool organisation =
        is_firm || is_place || sounds_like_organisation(frame, parts) ||
        (phrase.begin < parts.begin && frame.is(phrase.begin, "the") && !parts.has_title() && !person);
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

// Words of one capital that are no name: "its | April | forecast", where nobody is called April; and since a sentence opens with a
// capital anyway, "Critics" and "Customs data" are none, but "Police" may speak as such.
bool Speakers::is_common(const SentenceFrame& frame, const NameInPhrase& found) {
    const std::size_t begin = found.name.begin;
    if (found.name.end != begin + 1) return false;
    if (frame.is(begin, WordClass::month) && !persons().with_surname(document_.word(begin)) &&
        !persons().with_given_name(document_.word(begin)))
        return true;
    return frame.token(begin).word != unknown_word && frame.may_open(begin) &&
           (frame.is(begin, WordClass::speaker_noun) ||
            (!found.is_behind_kind && is_common_elsewhere(frame, begin)));
}

// "NHS England"; "Kestrel Dunmore said its sales …", "Kestrel Dunmore said …. It added": who has "its" and is "it". Known from
// there on.
bool Speakers::is_body(const SentenceFrame& frame, const NameParts& name) {
    if (name.has_title() || name.begin + 2 > name.end) return false;
    if (sounds_like_body(document_, name.begin, name.end)) return true;
    const std::string_view words = document_.text_of(name.begin, name.end);
    if (bodies_.contains(words)) return true;
    std::size_t i = name.end;
    while (frame.is(i, WordClass::auxiliary) || frame.is(i, WordClass::modifier)) ++i;
    const std::size_t said = i + (frame.is(i + 1, "that") ? 2 : 1);
    // "it had", but not "it had been a hard year"
    const auto it_had = [&] {
        if (!frame.is(said, "it") || !frame.is_any(said + 1, {"had", "has"}) ||
            frame.is_any(said + 2, {"been", "to"}))
            return false;
        const Person* person = persons().with_surname(document_.word(name.end - 1));
        return !person || person->title.empty();
    };
    bool is_it = is_verb_at(frame, i) && (frame.is(said, "its") || it_had());
    // "It said": the sentence behind
    if (!is_it && frame.number + 1 < document_.sentences.size()) {
        const Sentence& next = document_.sentences[frame.number + 1];
        const bool says = next.begin + 1 < next.end &&
                          vocabulary().is(document_.tokens[next.begin + 1].word, WordClass::cue);
        is_it = says && next.paragraph <= frame.sentence.paragraph + 1 && document_.reads(next.begin, "it") &&
                end_of_name(document_, frame.sentence.begin, frame.sentence.end) == name.end;
    }
    // Asked last, since few names are "it".
    if (!is_it || vocabulary().given_names.contains(lower(document_.word(name.begin)))) return false;
    bodies_.insert(words);
    return true;
}

// "Kestrel Promotions, [a talent agency], says": what is set behind the name calls it a firm.
bool Speakers::is_apposed_firm(const SentenceFrame& frame, std::size_t end_of_name) const {
    if (!frame.has(end_of_name + 2) || !document_.is(end_of_name, ",")) return false;
    if (!frame.is_any(end_of_name + 1, {"a", "an", "the"}))
        return is_apposed_as_firm(document_, end_of_name, frame.sentence.end);
    const TokenRange phrase = noun_phrase_from(frame, end_of_name + 1, false);
    return !phrase.empty() && is_called_firm(document_, phrase.begin, phrase.end);
}

std::optional<Source> Speakers::common(const SentenceFrame& frame, TokenRange phrase) {
    const Vocabulary& words = vocabulary();
    TokenRange bare = without_determiner(frame, phrase);
    // "Set this | with | the crime statistics, which show": "this" is no word of theirs.
    if (bare.begin > phrase.begin && bare.begin + 2 < bare.end &&
        frame.is(bare.begin, WordClass::preposition) && frame.is(bare.begin + 1, WordClass::determiner))
        bare.begin += 2;
    if (!bare.empty() && frame.is(phrase.begin, "the"))
        if (auto medium = medium_called(frame, phrase, bare)) return medium;
    // The head stands before the first attachment: "analysts at Brightwater", "a survey of 2,150 adults".
    std::size_t head_end = end_of_head(document_, bare);
    // "figures published by the Tax Office", "analysts polled by Finwire"
    if (head_end > bare.begin + 1 &&
        (frame.is(head_end - 1, WordClass::document_participle) ||
         frame.is_any(head_end - 1, {"close", "familiar"}) || has_ending(document_.word(head_end - 1), "ed")))
        --head_end;
    auto noun = words.speaker_nouns.match_before(document_.tokens, head_end, bare.begin);
    // "the admiral", who was named with that title
    if (!noun && frame.is(phrase.begin, "the") && frame.is(head_end - 1, WordClass::title))
        if (const Person* person =
                persons().with_title(document_.text_of(bare.begin, head_end), phrase.begin))
            return source_of(*person);
    // "a group | representing rural counties"
    if (!noun)
        for (std::size_t i = bare.begin + 1; i < bare.end && !noun; ++i)
            if (has_ending(document_.word(i), "ing", 4))
                noun = words.speaker_nouns.match_before(document_.tokens, i, bare.begin);
    if (!noun) return std::nullopt;
    Source source;
    switch (*noun.meaning) {
        case SpeakerNoun::unnamed:
            source.kind = SourceKind::unnamed;
            if (frame.is(phrase.begin, "the") && bare.end == bare.begin + 1)
                if (auto told = unnamed_in_full(bare.begin)) return told;
            break;
        case SpeakerNoun::document:
            source.kind = SourceKind::document;
            if (frame.is_any(phrase.begin, {"the", "this"}) &&
                (bare.end == bare.begin + 1 || (bare.end == bare.begin + 2 && frame.is(bare.begin, "same"))))
                if (auto named = document_in_full(frame, bare.end - 1)) return named;
            break;
        case SpeakerNoun::organisation:
            source.kind = SourceKind::organisation;
            if (auto meant = organisation_meant(frame, phrase, {bare.begin, head_end}, noun.length))
                return meant;
            if (frame.is(phrase.begin, "the") && bare.end == head_end)
                if (auto owned = body_in_full(bare)) return owned;
            if (frame.is(phrase.begin, "the") && bare.end == bare.begin + 1)
                if (auto named = body_of_noun(bare.begin)) return named;
            break;
        case SpeakerNoun::person: {
            if (const Person* person = person_meant(frame, phrase, {bare.begin, head_end}))
                return source_of(*person);
            if (auto named = named_at_end(bare, head_end)) return named;
            source.kind = is_indefinite(frame, phrase) ? SourceKind::unnamed : SourceKind::person;
            break;
        }
    }
    source.name = text_of(document_, bare.begin, bare.end);
    std::replace(source.name.begin(), source.name.end(), '\n', ' ');
    return source;
}

// "The Cedar Falls, | Iowa-based company": the article stands before the town.
bool Speakers::is_based_in_state(const SentenceFrame& frame, TokenRange phrase) const {
    const std::size_t first = phrase.begin;
    if (first < frame.sentence.begin + 3 || phrase.end < first + 4 || !document_.is(first + 1, "-") ||
        !document_.reads(first + 2, "based") || !document_.is(first - 1, ","))
        return false;
    std::size_t town = first - 1;
    while (town > frame.sentence.begin && document_.tokens[town - 1].is_capitalised() &&
           !frame.is(town, "the"))
        --town;
    return frame.is(town, "the");
}

// "the company", "the supermarket chain", "the German carmaker", "the maker of lifts": the firm that they go back to; none where
// they speak for themselves. `length`: of the noun, in tokens.
std::optional<Source> Speakers::organisation_meant(const SentenceFrame& frame, TokenRange phrase,
                                                   TokenRange head, std::size_t length) {
    const bool definite = head.begin > phrase.begin && frame.is(phrase.begin, "the");
    if (!definite && !is_based_in_state(frame, phrase)) return std::nullopt;
    const bool described = phrase.end != head.begin + length;
    const bool maker = phrase.end > head.end && frame.is(head.end, "of") &&
                       frame.is_any(head.end - 1, {"maker", "owner", "operator", "producer", "provider",
                                                   "supplier", "publisher", "developer"});
    if (!maker && (phrase.end != head.end || (described && !describes_firm(frame, {head.begin, phrase.end}))))
        return std::nullopt;
    const std::size_t kind = maker ? head.end - 1 : phrase.end - 1;
    catch_up_();
    // "the company" goes back to a firm; "the ministry" to one of that name; "the government" and the like
    // speak for themselves.
    if (auto firm = newer_firm(frame, {head.begin, kind + 1})) return firm;
    if (last_organisation_ && may_be_called(*last_organisation_, kind)) return last_organisation_;
    const bool body = is_body_noun(document_, kind);
    if (!body && !is_kind_of_firm(document_, kind)) return std::nullopt;
    if (auto named = firm_called(frame, kind, phrase.begin)) return named;
    if (!is_kind_of_firm(document_, kind)) return std::nullopt;
    if (auto object = firm_in_object(frame, phrase.begin)) return object;
    return body ? std::nullopt : firm_that_opens(frame.number);
}

std::optional<Source> Speakers::resolve(const SentenceFrame& frame, TokenRange phrase) {
    std::optional<Source> source;
    phrase = without_weekday(frame, phrase);
    if (phrase.end <= phrase.begin) return source;
    if ((frame.is(phrase.begin, WordClass::pronoun) ||
         frame.is(phrase.begin, WordClass::possessive_pronoun)) &&
        phrase.end == phrase.begin + 1) {
        source = pronoun(frame, phrase);
        if (source && source->kind == SourceKind::organisation) name_in_full(*source);
        return source;
    }
    if (frame.is(phrase.begin, "the") && is_age(frame, phrase.begin + 1))
        return told_by_age(frame, phrase.begin);
    // "few believed him": an adjective alone is nobody.
    if (phrase.end == phrase.begin + 1 &&
        (is_contraction(document_.word(phrase.begin)) || frame.is(phrase.begin, WordClass::adjective) ||
         frame.is(phrase.begin, WordClass::determiner) ||
         frame.is_any(phrase.begin, {"another", "others", "some", "many", "several", "one", "most"})))
        return source;
    // "The Labor Department" is both: its name is the noun phrase.
    source = named(frame, phrase);
    // "The Bank of Dorne cut its rate. | The Bank | said"
    if (source && source->name == "Bank" && frame.is(phrase.begin, "the")) {
        catch_up_();
        if (last_organisation_ && last_organisation_->name.starts_with("Bank of ")) return last_organisation_;
    }
    if (source && source->kind == SourceKind::organisation && frame.is(phrase.begin, "the"))
        if (auto owned = body_in_full({phrase.begin + 1, phrase.end})) return owned;
    if (!source) source = common(frame, phrase);
    // "Harrow-Lund" has two parts like a person's name
    if (source && (source->kind == SourceKind::organisation ||
                   (source->kind == SourceKind::person && source->title.empty())))
        name_in_full(*source);
    return source;
}

// "the admiral", "a neighbour", "the chief executive": the one who was named with that title.
const Person* Speakers::person_meant(const SentenceFrame& frame, TokenRange phrase, TokenRange head) {
    if (is_indefinite(frame, phrase)) return named_before(phrase);
    const std::size_t before = frame.token(phrase.begin).start > 0 ? phrase.begin : 0;
    const Person* person = persons().with_title(document_.text_of(head.begin, head.end), before);
    // "Ivo Lund left, his brother said": not Ivo, though he is called somebody's brother elsewhere
    if (person && frame.is(phrase.begin, WordClass::possessive_pronoun))
        for (std::size_t i = frame.sentence.begin; i < phrase.begin; ++i)
            if (document_.word(i) == person->surname) return nullptr;
    if (!person) person = in_office_of(head);
    return person || !frame.is(phrase.begin, "the") ? person : with_plainer_title(frame, head);
}

}  // namespace figbook
