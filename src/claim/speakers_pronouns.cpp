// Who "he", "it" and "they" are, and whom or what the sentence before opens with.
#include <algorithm>
#include <utility>

#include "base/utf8.hpp"
#include "claim/names.hpp"
#include "claim/phrases.hpp"
#include "claim/speakers.hpp"
#include "claim/verbs.hpp"
#include "quantity/counted.hpp"

namespace figbook {
namespace {

// One word that no table knows: "Warren", not "Police" or "IMF".
bool is_bare_name(const Source& source) {
    const bool one = source.name.find(' ') == std::string::npos && source.title.empty();
    const bool capitals =
        std::none_of(source.name.begin(), source.name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return one && !capitals && vocabulary().lexicon.find(lower(source.name)) == unknown_word;
}

}  // namespace

// "Kestrel, which serves 3m homes, made £451m. It said …": the organisation that the sentence before opens with.
std::optional<Source> Speakers::organisation_in_subject(const SentenceFrame& frame) {
    if (frame.number == 0) return std::nullopt;
    const Sentence& before = document_.sentences[frame.number - 1];
    const bool next_paragraph = before.paragraph + 1 == frame.sentence.paragraph &&
                                before.kind == LineKind::prose && frame.is(frame.sentence.begin, "it");
    if (before.paragraph != frame.sentence.paragraph && !next_paragraph) return std::nullopt;
    const SentenceFrame other = frame.other(frame.number - 1);
    const std::size_t kind = behind_kind(frame, before);
    const std::size_t start = behind_opening(before, kind);
    const auto named = organisation_before(start + 1);
    if (!named && before.has(WordClass::speaker_noun))
        if (auto body = body_in_subject(frame, frame.number - 1)) return body;
    const std::size_t end = end_of_name(document_, start, before.end);
    const bool owns =
        end < before.end && document_.tokens[end].kind == TokenKind::possessive && end > start + 1;
    if (!named) return name_that_acts(other, start);
    if (owns || document_.text_of(start, end) != named->name) return std::nullopt;
    // "Avian flu is on 51 farms, the ministry said. It expects": "Avian" does nothing there.
    const std::size_t verb = behind_bracket(other, end);  // "The Harbour Trust (HT) | has"
    const bool acts = document_.is(end, ",") || other.is(end, "which") || is_verb_at(other, verb);
    if (!acts && (start > kind || next_paragraph)) return std::nullopt;
    return !acts && has_closed(before) ? last_organisation_ : named;
}

// "The Asphalt Alliance is not impressed: | it | reckons", "Kestrel cut 40 jobs, and | it | said": the body that the sentence opens
// with, where none has spoken in it.
std::optional<Source> Speakers::organisation_of_clause(const SentenceFrame& frame, std::size_t pronoun) {
    const std::size_t first = frame.sentence.begin;
    if (pronoun < first + 3 || (last_organisation_ && last_organisation_at_ >= first)) return std::nullopt;
    const bool joined =
        frame.is_any(pronoun - 1, {":", ";"}) ||
        (frame.is_any(pronoun - 1, {"and", "but", "so"}) && frame.is_written(pronoun - 2, ","));
    if (!joined) return std::nullopt;
    if (frame.sentence.has(WordClass::speaker_noun))
        if (auto body = body_in_subject(frame, frame.number)) return body;
    const std::size_t start = behind_opening(frame.sentence, first);
    const std::size_t end = end_of_name(document_, start, frame.sentence.end);
    if (end == start || end >= pronoun || !is_verb_at(frame, behind_bracket(frame, end))) return std::nullopt;
    auto named = organisation_before(start + 1);
    return named && document_.text_of(start, end) == named->name ? named : std::nullopt;
}

// "And | Orsk, which holds 5%, has", "The | Harbour Trust has": where the name behind them begins.
std::size_t Speakers::behind_opening(const Sentence& sentence, std::size_t start) const {
    const auto is_name = [&](std::size_t i) {
        return i < sentence.end && document_.tokens[i].is_word() && document_.tokens[i].is_capitalised();
    };
    std::size_t name = start;
    if (document_.reads_any(name, {"and", "but"}) && is_name(name + 1)) ++name;
    if (document_.reads(name, "the") && is_name(name + 1)) ++name;
    return name;
}

// "…, | the farm ministry said.": does the body that spoke last close the sentence with it?
bool Speakers::has_closed(const Sentence& sentence) const {
    constexpr std::size_t longest = 10;
    return last_organisation_ && last_organisation_at_ > sentence.begin + 1 &&
           last_organisation_at_ < sentence.end && last_organisation_at_ + longest >= sentence.end &&
           document_.is(last_organisation_at_ - 1, ",");
}

// "Veranda Sul swung to a loss. It said": where no body was named, a name in several words of which "it" tells that it is no
// person's.
std::optional<Source> Speakers::name_that_acts(const SentenceFrame& before, std::size_t start) {
    constexpr std::size_t longest = 5;
    const std::size_t first = document_.reads(start, "the") ? start + 1 : start;  // "The New Dorne Opera"
    const TokenRange name{first, end_of_name(document_, first, before.sentence.end)};
    if (last_organisation_ || name.end < name.begin + 2 || name.end > name.begin + longest ||
        is_function_word(document_, name.begin) || !is_verb_at(before, name.end))
        return std::nullopt;
    const Person* person = persons().with_surname(document_.word(name.end - 1));
    const bool called = (person && (!person->title.empty() || person->is_told_of)) ||
                        vocabulary().given_names.contains(lower(document_.word(name.begin))) ||
                        split_name(document_, name.begin, name.end).has_title() ||
                        vocabulary().places.match(document_.tokens, name.begin, name.end) ||
                        vocabulary().is(document_.tokens[name.end - 1].word, WordClass::named_thing);
    return called ? std::nullopt : std::optional(organisation_called(name));
}

// The same of the name with which the article opens.
std::optional<Source> Speakers::name_that_opens(const SentenceFrame& frame) {
    for (std::size_t at = 0; at < frame.number; ++at)
        if (document_.sentences[at].kind == LineKind::prose && document_.sentences[at].is_read())
            return name_that_acts(frame.other(at), document_.sentences[at].begin);
    return std::nullopt;
}

// "Leeds-based | Corran Mills", "Copper miner | Andes Sol": where the name begins that the sentence opens with.
std::size_t Speakers::behind_kind(const SentenceFrame& frame, const Sentence& before) const {
    constexpr std::size_t longest = 5;
    std::size_t start = before.begin;
    if (document_.is(start + 1, "-") && document_.is(start + 2, "based")) start += 3;
    std::size_t i = start;
    while (i < start + longest && i + 1 < before.end &&
           !(i > start && document_.tokens[i].is_capitalised())) {
        const bool kind =
            document_.tokens[i].is_word() &&
            !frame.has_any(i, {WordClass::preposition, WordClass::auxiliary, WordClass::determiner});
        if (!kind) return start;
        ++i;
    }
    const bool noun = i > start && i < before.end && document_.tokens[i].is_capitalised() &&
                      vocabulary().speaker_nouns.match_before(document_.tokens, i, start);
    return noun ? i : start;
}

// "The watchdog is unimpressed. Owners overpay by £560, it said": may it be what the sentence before opens with? Not where
// a body has spoken since, or this sentence names another.
bool Speakers::is_of_sentence_before(const SentenceFrame& frame, std::size_t pronoun) {
    if (frame.number == 0 || pronoun == frame.sentence.begin) return false;
    const Sentence& before = document_.sentences[frame.number - 1];
    if (last_organisation_ && last_organisation_at_ >= before.begin) return false;
    const bool opens =
        document_.tokens[before.begin].word == unknown_word || before.has(WordClass::speaker_noun);
    if (before.paragraph != frame.sentence.paragraph || !opens) return false;
    if (!organisations_) organisations_.emplace(document_, persons());
    return organisations_->before(pronoun).begin < frame.sentence.begin;
}

// "The railway has offered rises of 5%. It says …": a body without a name that the sentence of that number opens with.
std::optional<Source> Speakers::body_in_subject(const SentenceFrame& frame, std::size_t number) {
    const Sentence& before = document_.sentences[number];
    const SentenceFrame other = frame.other(number);
    // "Shares in | the builder jumped after it said"
    const bool shares = other.is_any(before.begin, {"shares", "stock"}) && other.is(before.begin + 1, "in");
    // "In its budget, | the government raised the tax, a move it says"
    const std::size_t first = shares ? before.begin + 2 : behind_fronted(other, before, before.end);
    if (!other.is(first, "the")) return std::nullopt;
    const TokenRange phrase = noun_phrase_from(other, first, false);
    const bool set_off = shares && other.has(phrase.end) && document_.is(phrase.end, ",");
    if (phrase.end < first + 2 || (!set_off && !is_verb_at(other, phrase.end))) return std::nullopt;
    const auto noun = vocabulary().speaker_nouns.match_before(document_.tokens, phrase.end, first + 1);
    if (!noun || *noun.meaning != SpeakerNoun::organisation) return std::nullopt;
    return common(other, phrase);
}

// "A letter from the ministry reached parliament. “Only 14 are safe,” | it | stated.": the document that the sentence before opens with,
// where no body has spoken behind it.
std::optional<Source> Speakers::document_in_subject(const SentenceFrame& frame, std::size_t pronoun) {
    if (frame.number == 0) return std::nullopt;
    const Sentence& before = document_.sentences[frame.number - 1];
    const bool opens = pronoun == frame.sentence.begin;
    const bool quoted =
        !opens && vocabulary().is(document_.tokens[pronoun - 1].word, WordClass::quotation_mark);
    if ((!opens && !quoted) || !before.has(WordClass::speaker_noun) || before.kind != LineKind::prose ||
        before.paragraph + 1 < frame.sentence.paragraph)
        return std::nullopt;
    const SentenceFrame other = frame.other(frame.number - 1);
    const std::size_t first = behind_fronted(other, before, before.end);
    const TokenRange alone = noun_phrase_from(other, first, false);
    if (alone.end < first + 2 || looks_plural(document_, alone.end - 1)) return std::nullopt;
    const auto noun = vocabulary().speaker_nouns.match_before(document_.tokens, alone.end, first);
    const TokenRange phrase = noun_phrase_from(other, first);
    if (!noun || *noun.meaning != SpeakerNoun::document || !other.has(phrase.end) ||
        !is_verb_at(other, phrase.end))
        return std::nullopt;
    // "A poll released by Kestrel has her at 40%. It also found": as it was called there
    if (last_ && last_->kind == SourceKind::document &&
        last_->name.find(document_.word(alone.end - 1)) != std::string::npos)
        return last_;
    const bool told_since = last_organisation_ && last_organisation_at_ >= phrase.end &&
                            last_organisation_at_ < frame.sentence.begin;
    return told_since ? std::nullopt : common(other, phrase);
}

bool Speakers::is_only_subject(const SentenceFrame& frame, TokenRange phrase) {
    const std::size_t first = frame.sentence.begin;
    if (phrase.begin != first || !frame.is(first, "it") || frame.number == 0) return false;
    const Sentence& before = document_.sentences[frame.number - 1];
    if (before.paragraph != frame.sentence.paragraph || !before.has(WordClass::speaker_noun)) return false;
    const auto body = body_in_subject(frame, frame.number - 1);
    if (body) catch_up_();
    return body && !(last_organisation_ && last_organisation_->name == body->name);
}

// "On Monday, Duarte opened the bridge. “It cost €80m,” she said": whom the sentence before opens with, who was introduced
// further up.
const Person* Speakers::named_again_in_subject(const SentenceFrame& frame) {
    constexpr std::size_t longest = 3;
    if (frame.number == 0) return nullptr;
    const Sentence& before = document_.sentences[frame.number - 1];
    if (before.begin < last_person_at_ || !is_next_to(before, frame.sentence)) return nullptr;
    const std::size_t begin = behind_fronted(frame, before, before.end);
    const std::size_t end = end_of_name(document_, begin, before.end);
    if (end == begin || end > begin + longest || end >= before.end || is_function_word(document_, begin))
        return nullptr;
    // "Duarte's bridge", "Duarte and Lund"
    const bool acts = document_.tokens[end].is_word() || document_.is(end, ",");
    if (!acts || vocabulary().is(document_.tokens[end].word, WordClass::conjunction)) return nullptr;
    const Person* person = persons().with_surname(document_.word(end - 1));
    if (!person && end == begin + 1) person = persons().with_given_name(document_.word(begin));
    return person && person->name.find(' ') != std::string::npos ? person : nullptr;
}

// In one paragraph, or a quotation that opens the next one: "Ines Duarte opened the bridge.\n“It cost €80m,” she said."
bool Speakers::is_next_to(const Sentence& before, const Sentence& sentence) const {
    if (before.paragraph == sentence.paragraph) return true;
    return before.paragraph + 1 == sentence.paragraph && before.kind == LineKind::prose &&
           vocabulary().is(document_.tokens[sentence.begin].word, WordClass::quotation_mark);
}

// "Mayor Ines Duarte opened the bridge. It cost €80m, she said.": whom this sentence or the one before opens with, where
// nobody has spoken since.
const Person* Speakers::person_in_subject(const SentenceFrame& frame, std::size_t pronoun) {
    const Person* person = persons().before(pronoun);
    // `"At Cerro Lindo we get 12," he said`: nobody whom he names himself
    while (person && person->at >= frame.sentence.begin && document_.tokens[person->at].is_quoted() &&
           !document_.tokens[pronoun].is_quoted())
        person = persons().before(person->at);
    if (!person) return nullptr;
    if (person->at < last_person_at_) return named_again_in_subject(frame);
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
    if (person->at < sentence->begin || !is_next_to(*sentence, frame.sentence))
        return named_again_in_subject(frame);
    return opens_with(frame, *sentence, *person) ? person : named_again_in_subject(frame);
}

// "A spokesman for the union dismissed it. “…,” he said": whom the sentence before opens with, where it names nobody else.
std::optional<Source> Speakers::unnamed_in_subject(const SentenceFrame& frame, Pronoun meant) {
    if (frame.number == 0) return std::nullopt;
    const Sentence& before = document_.sentences[frame.number - 1];
    if (before.paragraph != frame.sentence.paragraph ||
        !(before.has(WordClass::speaker_noun) || before.has(WordClass::person_noun)))
        return std::nullopt;
    if (last_person_at_ > before.begin) return std::nullopt;
    const SentenceFrame other = frame.other(frame.number - 1);
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

// "At a hearing last month, | Rep. Bob Adler pushed for more": behind where or when it was, up to its comma.
std::size_t Speakers::behind_fronted(const SentenceFrame& frame, const Sentence& sentence,
                                     std::size_t name) const {
    constexpr std::size_t longest = 24;
    static constexpr WordClasses openers{WordClass::preposition, WordClass::function_start};
    if (!frame.has_any(sentence.begin, openers) || frame.has_any(sentence.begin, {WordClass::determiner}))
        return sentence.begin;
    for (std::size_t i = sentence.begin + 1; i < name && i < sentence.begin + longest; ++i) {
        if (document_.is(i, ",")) return i + 1;
        static constexpr WordClasses clause{WordClass::auxiliary, WordClass::modal, WordClass::cue};
        if (frame.has_any(i, clause) && !document_.tokens[i].is_capitalised()) break;  // "in May"
    }
    return sentence.begin;
}

// "Mayor Ines Duarte …", "The barn's owner, Penelope Vere, …": nothing but a title before the name.
bool Speakers::opens_with(const SentenceFrame& frame, const Sentence& sentence, const Person& person) const {
    static constexpr WordClasses before_name{WordClass::determiner, WordClass::title, WordClass::speaker_noun,
                                             WordClass::adjective};
    static constexpr WordClasses clause{WordClass::verb, WordClass::preposition, WordClass::auxiliary,
                                        WordClass::modal, WordClass::cue};
    constexpr std::size_t furthest = 4;
    const std::size_t name = begin_of_capitals(document_, sentence.begin, person.at);
    const bool apposed = name > sentence.begin && document_.is(name - 1, ",");
    // "The finance minister, Ida Wren, …": told by her office
    constexpr std::size_t longest_office = 8;
    const std::size_t opening = behind_fronted(frame, sentence, name);
    if (apposed && !person.title.empty() && person.name.find(' ') != std::string::npos &&
        name < opening + longest_office &&
        frame.has_any(opening, {WordClass::determiner, WordClass::possessive_pronoun}))
        return true;
    for (std::size_t i = opening; i < name; ++i) {
        if (document_.is(i, ".")) continue;  // "Mr."
        if (apposed && (i + 1 == name || document_.tokens[i].kind == TokenKind::possessive)) continue;
        const bool close = apposed || name <= sentence.begin + furthest;  // "A freshman named Ida Wren"
        const bool noun = close && document_.tokens[i].is_word() && !frame.has_any(i, clause);
        if (!noun && !document_.tokens[i].is_capitalised() && !frame.has_any(i, before_name)) return false;
    }
    return true;
}

// "Owners of the trawler deny it. They say 12 are ill": those with whom the sentence before opens.
std::optional<Source> Speakers::several_in_subject(const SentenceFrame& frame) {
    if (frame.number == 0) return std::nullopt;
    const Sentence& before = document_.sentences[frame.number - 1];
    if (before.paragraph != frame.sentence.paragraph || !before.has(WordClass::speaker_noun))
        return std::nullopt;
    const SentenceFrame other = frame.other(frame.number - 1);
    const TokenRange phrase = noun_phrase_from(other, before.begin);
    if (phrase.empty() || !other.has(phrase.end) || !is_verb_at(other, phrase.end)) return std::nullopt;
    const TokenRange bare = without_determiner(other, without_weekday(other, phrase));
    if (bare.empty()) return std::nullopt;
    const std::size_t head = end_of_head(document_, bare) - 1;
    if (!other.is(head, WordClass::speaker_noun) || !looks_plural(document_, head)) return std::nullopt;
    Source source;
    source.name = text_of(document_, bare.begin, bare.end);
    source.kind = SourceKind::unnamed;
    return source;
}

// Who "they" are: the several whom the sentence opens with, else the last of more than one who spoke, else who spoke last.
std::optional<Source> Speakers::several(const SentenceFrame& frame, std::size_t pronoun) const {
    std::size_t verb = frame.sentence.begin;
    while (verb < pronoun && !is_verb_at(frame, verb)) ++verb;
    const TokenRange opener = verb < pronoun ? noun_phrase_before(frame, verb) : TokenRange{};
    const std::size_t head = opener.empty() ? pronoun : end_of_head(document_, opener) - 1;
    const bool named =
        !opener.empty() && frame.is(head, WordClass::speaker_noun) && looks_plural(document_, head);
    if (named) {
        const TokenRange bare = without_determiner(frame, without_weekday(frame, opener));
        Source source;
        source.name = text_of(document_, bare.begin, bare.end);
        source.kind = SourceKind::unnamed;
        return source;
    }
    const bool one =
        last_ && last_->kind == SourceKind::person && last_->name.find(" and ") == std::string::npos;
    return one && last_several_ ? last_several_ : last_;
}

// Who is named behind `since` in this sentence or the two before it, and can only be a woman; nullptr for nobody.
const Person* Speakers::woman_named_since(const SentenceFrame& frame, std::size_t pronoun,
                                          std::size_t since) {
    constexpr std::uint32_t furthest = 2;  // sentences
    const std::size_t first =
        document_.sentences[frame.number - std::min<std::size_t>(furthest, frame.number)].begin;
    const Person* named = persons().before(pronoun, Pronoun::she);
    const bool fits = named && named->at > since && named->at >= first &&
                      !may_be_meant(named->name, named->title, Pronoun::he) &&
                      !document_.tokens[named->at].is_quoted();
    if (!fits) return nullptr;
    const Person* fullest = persons().with_surname(named->surname);  // "Ms Lee" is "Ida Lee"
    return fullest ? fullest : named;
}

// "Dr Ivo Lund bought it. | The 62-year-old | said": whom the sentence before opens with, else who spoke right before, else whoever that is.
std::optional<Source> Speakers::told_by_age(const SentenceFrame& frame, std::size_t at) {
    catch_up_();
    if (const Person* named = person_in_subject(frame, at)) return source_of(*named);
    constexpr std::size_t furthest = 80;  // tokens
    if (last_person_ && last_person_at_ + furthest > at) return last_person_;
    Source source;
    source.name = text_of(document_, at + 1, at + 6);  // "62-year-old"
    source.kind = SourceKind::unnamed;
    return source;
}

std::optional<Source> Speakers::pronoun(const SentenceFrame& frame, TokenRange phrase) {
    catch_up_();
    const std::size_t at = phrase.begin;
    const auto is = [&](WordLiteral word) { return frame.is(at, word); };
    if (is("he") || is("she") || is("him") || is("her") || is("his")) {
        const Pronoun meant = is("she") || is("her") ? Pronoun::she : Pronoun::he;
        const auto may_be = [&](const auto& person) {
            return may_be_meant(person.name, person.title, meant);
        };
        const Person* named = person_in_subject(frame, at);
        if (named && !may_be(*named)) named = nullptr;
        // "Judge Gwyn Roe told Ms Lee so. … she said outside": sooner a woman who was named since
        const auto may_be_he = [](const auto& person) {
            return may_be_meant(person.name, person.title, Pronoun::he);
        };
        const bool unsure =
            meant == Pronoun::she && (named ? may_be_he(*named) : last_person_ && may_be_he(*last_person_));
        if (unsure)
            if (const Person* since = woman_named_since(frame, at, named ? named->at : last_person_at_))
                return source_of(*since);
        if (named) return source_of(*named);
        if (auto subject = unnamed_in_subject(frame, meant)) return subject;
        if (last_person_ && may_be(*last_person_)) return last_person_;
        // "Warren said …. She added": a single name that may be anybody's is hers.
        if (last_organisation_ && is_bare_name(*last_organisation_)) {
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
    if (is("it"))
        if (auto document = document_in_subject(frame, at)) return document;
    if (it && at == frame.sentence.begin)
        if (auto subject = organisation_in_subject(frame)) return subject;
    if (it && is_of_sentence_before(frame, at))
        if (auto subject = organisation_in_subject(frame)) return subject;
    if (is("it"))
        if (auto subject = organisation_of_clause(frame, at)) return subject;
    const bool document = last_ && last_->kind == SourceKind::document;
    // "The railway is to sell its stake in Halden Mining, it said": the body that the sentence itself opens with.
    if (is("it") && !last_organisation_ && at > frame.sentence.begin &&
        frame.sentence.has(WordClass::speaker_noun))
        if (auto body = body_in_subject(frame, frame.number)) return body;
    if (it && !last_organisation_ && !document) {
        auto named = organisation_before(at);
        return named || at != frame.sentence.begin ? named : name_that_opens(frame);
    }
    if (it)
        return last_organisation_ ? last_organisation_
                                  : (last_ && last_->kind == SourceKind::document ? last_ : std::nullopt);
    if (is("they") && at == frame.sentence.begin)
        if (auto subject = several_in_subject(frame)) return subject;
    if (is("they") || is("their")) return several(frame, at);
    return std::nullopt;
}

}  // namespace figbook
