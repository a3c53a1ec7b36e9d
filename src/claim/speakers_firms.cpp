// Which firm "the company", "the paper" and "Volmer" are, and its name in full.
#include <algorithm>
#include <utility>

#include "base/utf8.hpp"
#include "claim/names.hpp"
#include "claim/phrases.hpp"
#include "claim/speakers.hpp"
#include "quantity/counted.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

// "the agency" of a "Food and Drug Administration", "the union" of a "Teachers' Association".
bool is_called_in_other_words(const Document& document, std::size_t noun, std::string_view name) {
    // "the trade body" of a "Publicans' Federation", "the force" of "Dorne Police"
    const auto holds = [&](std::string_view word) { return name.find(word) != std::string_view::npos; };
    if (document.reads(noun, "body"))
        return holds("federation") || holds("association") || holds("institute") || holds("society") ||
               holds("alliance") || holds("guild");
    if (document.reads(noun, "force")) return name.ends_with(" police") || name.ends_with(" constabulary");
    WordClass kind{};
    if (document.reads_any(noun, {"agency", "regulator", "watchdog"}))
        kind = WordClass::called_agency;
    else if (document.reads(noun, "union"))
        kind = WordClass::called_union;
    else if (document.reads(noun, "charity"))
        kind = WordClass::called_charity;
    else
        return false;
    for (std::size_t start = 0; start < name.size();) {
        const std::size_t end = std::min(name.find(' ', start), name.size());
        if (vocabulary().is(vocabulary().lexicon.find(name.substr(start, end - start)), kind)) return true;
        start = end + 1;
    }
    return false;
}

// "Coober Flats | touched 47.9C": a place where it was so hot.
bool tells_of_weather(const Document& document, std::size_t verb) {
    constexpr std::size_t longest = 4;
    for (std::size_t i = verb + 1; i < verb + longest && i < document.token_count; ++i)
        if (document.reads_any(i, {"c", "degrees", "celsius", "fahrenheit"}) || document.is(i, "°C") ||
            document.is(i, "°"))
            return document.tokens[i - 1].is_number();
    return false;
}

}  // namespace

// "said in a note", "wrote in a research note"
bool Speakers::is_said_in_note(std::size_t verb) const {
    if (!document_.reads_any(verb, {"said", "wrote"}) || !document_.reads(verb + 1, "in") ||
        !document_.reads(verb + 2, "a"))
        return false;
    const bool research = document_.reads_any(verb + 3, {"research", "client", "broker", "recent"});
    return document_.reads(research ? verb + 4 : verb + 3, "note");
}

// "Dorne Bank | analysts said", "Dorne Bank | said in a note": they speak of another firm.
bool Speakers::is_of_analysts(std::size_t end_of_name) const {
    if (is_said_in_note(end_of_name)) return true;
    return document_.reads_any(end_of_name,
                               {"analyst", "analysts", "economist", "economists", "strategists"});
}

// The firm before the token that may be called by the noun, and not the ministry that was named behind it: of this sentence
// the first ("Volmer sold Orvik, the company said"), else the last.
std::optional<Source> Speakers::firm_called(const SentenceFrame& frame, std::size_t noun, std::size_t token) {
    constexpr std::size_t furthest = 6;  // mentions
    std::optional<Source> first;
    for (std::size_t earlier = 0; earlier < furthest; ++earlier) {
        if (!organisations_) organisations_.emplace(document_, persons());
        const TokenRange name = organisations_->before(token, earlier);
        const bool here = !name.empty() && name.begin >= frame.sentence.begin;
        if (first && !here && !is_body_noun(document_, noun)) return first;
        auto named = organisation_before(token, earlier);
        if (!named) return first;
        const auto place = vocabulary().places.match(document_.tokens, name.begin, name.end);
        const bool is_place = place && place.length == name.end - name.begin &&
                              !has_organisation_word(document_, name.begin, name.end);
        const bool given = name.end == name.begin + 1 &&
                           vocabulary().given_names.contains(lower(document_.word(name.begin)));
        if (is_place || given || is_of_analysts(name.end) || !may_be_called(*named, noun)) continue;
        // "the agency": sooner the Food Administration that was named first than the firm
        if (is_called_in_other_words(document_, noun, lower(named->name)) &&
            !document_.reads(name.begin, "Press"))
            return named;
        if (frame.is(noun, "union")) continue;  // no firm
        if (!here && is_body_noun(document_, noun)) {
            if (!first) first = std::move(named);
            continue;
        }
        if (!here) return named;
        first = std::move(named);
    }
    return first;
}

// "Ardmore Homes completed 3,944 homes. … The builder said": the name in several words that the sentence before opens with,
// or the article, where no word of it tells that it is a firm's.
std::optional<Source> Speakers::firm_that_opens(std::size_t number) {
    constexpr std::size_t furthest = 2, longest = 4;
    for (std::size_t back = 1; back <= furthest + 1; ++back) {
        const std::size_t at = back <= furthest ? number - std::min(back, number) : 0;
        if (at == number) continue;
        const Sentence& sentence = document_.sentences[at];
        if (sentence.kind != LineKind::prose) continue;
        const std::size_t first = sentence.begin;
        const std::size_t end = end_of_name(document_, first, sentence.end);
        if (end < first + 2 || end > first + longest || end >= sentence.end ||
            is_function_word(document_, first))
            continue;
        const Token& last = document_.tokens[end - 1];
        // "Homes", "Air": a word of the language, as surnames are not
        const bool word = last.word != unknown_word || looks_plural(document_, end - 1);
        const Token& next = document_.tokens[end];
        const bool acts = next.is_word() && !next.is_capitalised();
        const Person* person = persons().with_surname(document_.word(end - 1));
        const bool called = (person && !person->title.empty()) ||
                            vocabulary().given_names.contains(lower(document_.word(first)));
        const auto place = vocabulary().places.match(document_.tokens, first, end);
        if (!word || !acts || called || place || tells_of_weather(document_, end) ||
            has_official_word(lower(document_.text_of(first, end))) ||
            vocabulary().is(last.word, WordClass::named_thing))
            continue;
        return organisation_called({first, end});
    }
    return std::nullopt;
}

// "the paper", "the Norland daily", "the news agency": the one that was named before.
std::optional<Source> Speakers::medium_called(const SentenceFrame& frame, TokenRange phrase,
                                              TokenRange bare) const {
    constexpr std::size_t longest = 3;
    const std::size_t noun = bare.end - 1;
    const bool agency = frame.is(noun, "agency") && bare.end > bare.begin + 1 && frame.is(noun - 1, "news");
    if (!agency && !frame.is(noun, WordClass::press_noun)) return std::nullopt;
    if (bare.begin == phrase.begin || !frame.is(phrase.begin, "the") || bare.end > bare.begin + longest)
        return std::nullopt;
    for (std::size_t i = bare.begin; i < noun; ++i)  // "the Dorne Times newspaper" is one itself
        if (frame.token(i).is_capitalised() && !looks_adjective(document_, i)) return std::nullopt;
    const TokenRange name = medium_before(document_, phrase.begin);
    return name.empty() ? std::nullopt : std::optional(organisation_called(name));
}

// "The carmaker Volmer is showing a van. The carmaker says it will go 300 miles": a firm that the sentence before opens
// with, where the one that spoke last did so before that.
std::optional<Source> Speakers::newer_firm(const SentenceFrame& frame, TokenRange phrase) {
    constexpr std::size_t furthest = 4;  // tokens from the sentence's start
    if (frame.number == 0 || !is_kind_of_firm(document_, phrase.end - 1)) return std::nullopt;
    const Sentence& before = document_.sentences[frame.number - 1];
    if (last_organisation_at_ >= before.begin) return std::nullopt;
    bool named_there = false;  // asked first: it costs less than to know all organisations
    for (std::size_t i = before.begin; i <= before.begin + furthest && i < before.end; ++i)
        named_there |= document_.tokens[i].is_capitalised() && document_.tokens[i].word == unknown_word;
    if (!named_there) return std::nullopt;
    if (!organisations_) organisations_.emplace(document_, persons());
    const TokenRange name = organisations_->before(frame.sentence.begin);
    if (name.empty() || name.begin < before.begin || name.begin > before.begin + furthest ||
        is_of_analysts(name.end))
        return std::nullopt;
    auto named = organisation_before(frame.sentence.begin);
    return named && may_be_called(*named, phrase.end - 1) ? named : std::nullopt;
}

// "The Admiralty awarded Corvane Marine a contract, the company said", "Brewing has cost Lindmoor dear. The firm said": the
// name behind a verb in this sentence or the one before.
std::optional<Source> Speakers::firm_in_object(const SentenceFrame& frame, std::size_t token) {
    std::size_t first = frame.sentence.begin;
    if (token <= first + 2 && frame.number > 0) {
        const Sentence& before = document_.sentences[frame.number - 1];
        if (before.paragraph == frame.sentence.paragraph) first = before.begin;
    }
    for (std::size_t i = token; i-- > first + 1;) {
        if (!document_.tokens[i].is_capitalised() || document_.tokens[i - 1].is_capitalised()) continue;
        static constexpr WordClasses no_verb{WordClass::preposition, WordClass::determiner,
                                             WordClass::conjunction};
        // "told Sky News that …": who was told is not who speaks on.
        if (is_told_to(document_, i)) continue;
        const bool behind_verb = document_.tokens[i - 1].is_word() && !frame.has_any(i - 1, no_verb) &&
                                 (frame.has_any(i - 1, {WordClass::verb, WordClass::past_form}) ||
                                  has_ending(document_.word(i - 1), "ed", 3));
        const std::size_t end = end_of_name(document_, i, token);
        const Person* person = persons().with_surname(document_.word(end - 1));
        const bool called =
            person && (!person->title.empty() || vocabulary().given_names.contains(lower(document_.word(i))));
        if (!behind_verb || is_function_word(document_, i) || called ||
            vocabulary().places.match(document_.tokens, i, end))
            continue;
        return organisation_called({i, end});
    }
    return std::nullopt;
}

// Could "the ministry", "the bank" be this one? Where its name has the noun; a firm is called many things, but not what
// has no name of its own or is a "Ministry" or an "Office"; capitals ("IMF") say nothing of it.
bool Speakers::may_be_called(const Source& organisation, std::size_t noun) const {
    const std::string name = lower(organisation.name);
    if (name.find(lower(document_.word(noun))) != std::string::npos) return true;
    if (document_.reads(noun, "force") && organisation.name.front() >= 'a') return false;  // "the police"
    if (is_called_in_other_words(document_, noun, name)) return true;
    if (noun > 0 && document_.reads(noun - 1, "central")) return false;  // "the central bank" is no firm
    const bool named = !(organisation.name.front() >= 'a' && organisation.name.front() <= 'z') &&
                       vocabulary().lexicon.find(name) == unknown_word;
    const bool capitals = std::none_of(organisation.name.begin(), organisation.name.end(),
                                       [](char c) { return c >= 'a' && c <= 'z'; });
    // "NATO" and "the IMF" are no ministry, but "the FDA" is an agency: its first or last letter says it.
    if (capitals)
        return !vocabulary().is(document_.tokens[noun].word, WordClass::official_word) ||
               name.starts_with(lower(document_.word(noun).substr(0, 1))) ||
               name.ends_with(lower(document_.word(noun).substr(0, 1)));
    return named && is_kind_of_firm(document_, noun) && !has_official_word(name);
}

// "the Harland group" is its name; "the Swedish group" tells where it is.
bool Speakers::is_named_group(const SentenceFrame& frame, TokenRange phrase) const {
    const std::string_view word = document_.word(phrase.begin);
    const bool of_people = frame.is(phrase.begin, WordClass::adjective) || has_ending(word, "an", 3) ||
                           has_ending(word, "ish", 3) || has_ending(word, "ese", 3) ||
                           has_ending(word, "ch", 3);
    const bool spoke = last_organisation_ && last_organisation_->name.find(word) != std::string::npos;
    return !spoke && phrase.begin + 2 == phrase.end && frame.is(phrase.begin + 1, "group") &&
           frame.token(phrase.begin).is_capitalised() && !of_people &&
           !looks_plural(document_, phrase.begin);  // "the Realtors group"
}

// "the [German] carmaker", "the [loss-making] airline", "the [furniture] chain": only told what it is like; "the other bank",
// "the rights group" are another.
bool Speakers::describes_firm(const SentenceFrame& frame, TokenRange phrase) const {
    const bool body = document_.reads(phrase.end - 1, "body");
    if (!is_kind_of_firm(document_, phrase.end - 1) && !body) return false;
    // "the statistics agency" is its name.
    const bool public_body = frame.is_any(
        phrase.end - 1, {"agency", "charity", "club", "university", "organisation", "organization"});
    // "the UK's second-largest supermarket"
    const auto place = vocabulary().places.match(document_.tokens, phrase.begin, phrase.end);
    const bool of_place = place && phrase.begin + place.length < phrase.end &&
                          document_.tokens[phrase.begin + place.length].kind == TokenKind::possessive;
    if (is_named_group(frame, phrase) && !place) return false;
    for (std::size_t i = of_place ? phrase.begin + place.length + 1 : phrase.begin; i + 1 < phrase.end; ++i) {
        if (frame.is(i, WordClass::earlier) || frame.is(i, WordClass::other_body)) return false;
        const bool hyphenated = document_.is(i, "-") || document_.is(i + 1, "-") || document_.is(i - 1, "-");
        const bool noun = !public_body && frame.token(i).is_word() && !frame.token(i).is_capitalised() &&
                          in_noun_phrase(frame, i);
        const bool town = i == phrase.begin && frame.token(i).is_capitalised();  // "the Antwerp firm"
        if (!hyphenated && !noun && !town && !looks_adjective(document_, i)) return false;
    }
    return true;
}

// "Volmer" is "Volmer Motor Co" where the article says so; a place or "the Bank" is no part of a firm's name.
void Speakers::name_in_full(Source& organisation) {
    if (organisation.name.empty() || (organisation.name.front() >= 'a' && organisation.name.front() <= 'z'))
        return;
    if (organisation.kind == SourceKind::organisation && Initials::may_be(organisation.name)) {
        if (!initials_) initials_.emplace(document_);
        organisation.name = initials_->in_full(organisation.name);
        std::replace(organisation.name.begin(), organisation.name.end(), '\n', ' ');
    }
    if (!short_names_) short_names_.emplace(document_);
    if (const std::string_view paper = short_names_->paper_in_full(organisation.name);
        paper.size() > organisation.name.size()) {
        organisation.name = paper;
        make_blanks_plain(organisation.name);
        return;
    }
    if (!firm_names_) firm_names_.emplace(document_);
    const std::string_view full = firm_names_->fullest(organisation.name);
    const bool short_name = organisation.kind == SourceKind::organisation &&
                            organisation.name.find(' ') == std::string::npos &&
                            !Initials::may_be(organisation.name);
    if (full.size() == organisation.name.size() && !short_name) return;
    const std::string name = lower(organisation.name);
    static constexpr WordClasses others{WordClass::speaker_noun, WordClass::currency_place};
    const WordId word = vocabulary().lexicon.find(name);
    const bool common =  // "the court", "Norland", "Texas"
        vocabulary().classes[word].has_any(others) || vocabulary().places.can_start(word);
    const bool called =
        organisation.kind == SourceKind::person &&  // "Ann Lee" of "Ann Lee Inc" may speak herself
        vocabulary().given_names.contains(name.substr(0, name.find(' ')));
    if (common || called) return;
    if (full.size() != organisation.name.size()) {
        organisation.name = full;
        organisation.kind = SourceKind::organisation;
        return;
    }
    organisation.name = std::string(short_names_->in_full(organisation.name));
}

}  // namespace figbook
