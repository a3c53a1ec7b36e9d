// Which of the persons that the article names a phrase means: by a name, by what follows it, by an office.
#include "base/utf8.hpp"
#include "claim/names.hpp"
#include "claim/speakers.hpp"
#include "quantity/counted.hpp"

namespace figbook {

// The one who was named before, of whom a part of the name stands here; none where nobody was.
const Person* Speakers::person_called(const NameParts& parts, bool is_place) {
    const bool alone = parts.end == parts.begin + 1;
    const std::string title = text_of(document_, parts.title_begin, parts.title_end);
    if (const Person* person = alone ? persons().called(document_.word(parts.begin), title)
                                     : persons().with_surname(document_.word(parts.end - 1));
        person && !has_organisation_word(document_, parts.begin, parts.end)) {
        const std::string name = text_of(document_, parts.begin, parts.end);
        if (alone || person->name == name || person->name.find(name) != std::string::npos) return person;
    }
    return alone && !parts.has_title() && !is_place ? persons().with_given_name(document_.word(parts.begin))
                                                    : nullptr;
}

// "Priya Raman, [an economist] who": the one whose name stands before it; nullptr for none.
const Person* Speakers::named_before(TokenRange phrase) {
    if (phrase.begin == 0 || !document_.is(phrase.begin - 1, ",")) return nullptr;
    const Person* person = persons().before(phrase.begin);
    const bool apposed = person && end_of_name(document_, person->at, phrase.begin) + 1 == phrase.begin;
    return apposed ? person : nullptr;
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

// "the country's [health minister]", "Norland's [health minister]": the one who holds that office, where it is theirs.
const Person* Speakers::in_office_of(TokenRange phrase) {
    constexpr std::size_t stem = 4;  // letters that "Norland" and "Norlandic" have in common
    std::size_t mark = phrase.begin;
    while (mark < phrase.end && document_.tokens[mark].kind != TokenKind::possessive) ++mark;
    if (mark + 1 >= phrase.end || mark == phrase.begin) return nullptr;
    const Person* person = persons().only_in_office(document_.text_of(mark + 1, phrase.end));
    if (!person) return nullptr;
    const std::size_t owner = mark - 1;
    if (!document_.tokens[owner].is_capitalised())
        return vocabulary().is(document_.tokens[owner].word, WordClass::person_noun) ? nullptr : person;
    const std::string_view word = document_.word(owner);
    const std::string_view begun = word.substr(0, stem);
    const bool theirs = person->organisation == word ||
                        (word.size() >= stem &&
                         (person->title.starts_with(begun) || person->organisation.starts_with(begun)));
    return theirs ? person : nullptr;
}

// "the head of the Dorne administration | Ann Lee", "Dorne's chief of staff | Ann Lee": who is named at the end of the phrase;
// none in "a spokesman for the | Marine Command". `head`: where the noun of the office ends.
std::optional<Source> Speakers::named_at_end(TokenRange phrase, std::size_t head) {
    static constexpr WordClasses no_noun{WordClass::preposition, WordClass::determiner,
                                         WordClass::conjunction};
    const Person* person = persons().with_surname(document_.word(phrase.end - 1));
    if (!person || person->name.find(' ') == std::string::npos) return given_at_end(phrase, head);
    std::size_t name = phrase.end;
    while (name > head && document_.tokens[name - 1].is_capitalised()) --name;
    const Token& before = document_.tokens[name - 1];
    if (name <= head || !before.is_word() || vocabulary().classes[before.word].has_any(no_noun) ||
        text_of(document_, name, phrase.end) != person->name)
        return std::nullopt;
    Source source = source_of(*person);
    if (!source.title.empty()) return source;
    for (std::size_t i = phrase.begin; i < head; ++i)
        if (document_.tokens[i].kind == TokenKind::possessive) phrase.begin = i + 1;
    const bool plain = document_.is(head, "of") && name == head + 2;  // "chief of staff"
    source.title = text_of(document_, phrase.begin, plain ? name : head);
    return source;
}

}  // namespace figbook
