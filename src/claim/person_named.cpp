#include "claim/person_named.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "claim/names.hpp"
#include "claim/person_office.hpp"
#include "quantity/counted.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

constexpr std::size_t longest_name = 6;  // tokens

// Words before a title that belong to it, not to an organisation: "Deputy", "Former", "Norwegian".
bool extends_title(const Document& document, std::size_t i) {
    const Vocabulary& words = vocabulary();
    return words.is(document.tokens[i].word, WordClass::adjective) ||
           words.is(document.tokens[i].word, WordClass::title) || !document.tokens[i].is_capitalised();
}

// "head | of research", "head | of research | at Kestrel": what is looked after is of the office. Where the office ends whose
// noun stands before the "of" at `of`; the other words that may stand there ("for", "at") part it from where he holds it.
std::size_t behind_field(const Document& document, std::size_t of, std::size_t end) {
    constexpr std::size_t longest = 5;
    if (!document.is(of, "of")) return of;
    for (std::size_t i = of + 1; i < end && i <= of + longest; ++i) {
        if (document.tokens[i].is_capitalised() ||
            vocabulary().is(document.tokens[i].word, WordClass::determiner))
            return of;
        if (document.reads_any(i, {"for", "at", "with"})) return i;
        if (i + 1 == end) return end;
    }
    return of;
}

// "Norland['s air force]", "Kestrel['s Food Department]": where the body ends whose owner ends before the possessive; there where no
// body is owned.
std::size_t end_of_owned_body(const Document& document, std::size_t possessive, std::size_t end) {
    constexpr std::size_t longest = 5;
    static constexpr WordClasses of_body{WordClass::organisation_word, WordClass::official_word,
                                         WordClass::body_ending};
    const std::size_t first = possessive + 1;
    if (document.tokens[first].is_capitalised()) {
        const std::size_t name = end_of_body(document, first, end);
        return name > first + 1 || has_organisation_word(document, first, name) ? name : possessive;
    }
    static constexpr WordClasses breaks{WordClass::preposition, WordClass::conjunction, WordClass::determiner,
                                        WordClass::verb,        WordClass::cue,         WordClass::auxiliary};
    std::size_t i = first;
    for (; i < end && i < first + longest; ++i) {
        const Token& token = document.tokens[i];
        const bool hyphen = document.is(i, "-");
        if (!hyphen && (!token.is_word() || vocabulary().classes[token.word].has_any(breaks))) break;
        if (token.is_capitalised()) return possessive;  // "Norland's liberal party | Reform"
    }
    const bool body = i > first && vocabulary().classes[document.tokens[i - 1].word].has_any(of_body);
    return body ? i : possessive;
}

// "the [Kharkiv regional administration]": a body whose name goes on in small letters.
std::size_t end_of_named_body(const Document& document, std::size_t name, std::size_t end) {
    constexpr std::size_t longest = 3;
    const std::size_t capitals = std::max(end_of_body(document, name, end), name + 1);
    if (capitals + 1 < end && document.tokens[capitals].kind == TokenKind::possessive)
        return end_of_owned_body(document, capitals, end);
    static constexpr WordClasses breaks{WordClass::preposition, WordClass::conjunction,
                                        WordClass::determiner};
    std::size_t i = capitals;
    while (i < end && i < capitals + longest && document.tokens[i].is_word() &&
           !document.tokens[i].is_capitalised() &&
           !vocabulary().classes[document.tokens[i].word].has_any(breaks))
        ++i;
    const bool body = i > capitals && vocabulary().is(document.tokens[i - 1].word, WordClass::official_word);
    return body ? i : capitals;
}

// "[Lufthansa] spokesman", "[Dorne State University] economist": the body that the office behind it is of; `begin` for none.
std::size_t end_of_leading_body(const Document& document, std::size_t begin, std::size_t end) {
    const std::size_t body = end_of_name(document, begin, end);
    if (body == begin || body >= end || !document.tokens[body].is_word()) return begin;
    for (std::size_t i = body; i < end; ++i)  // "a Norair pilot and author", "the UN chief's aide"
        if (!document.tokens[i].is_word() || vocabulary().is(document.tokens[i].word, WordClass::conjunction))
            return begin;
    const std::string_view first = document.word(begin);
    const bool of_people = has_ending(first, "an", 3) || has_ending(first, "ish", 3) ||
                           has_ending(first, "ese", 3) || has_ending(first, "ic", 3) ||
                           has_ending(first, "ch", 3) || has_ending(first, "i", 3);
    const bool named = has_organisation_word(document, begin, body) ||
                       document.tokens[body - 1].is_all_capitals() ||
                       (document.tokens[begin].word == unknown_word && !of_people);
    static constexpr WordClasses holder{WordClass::title, WordClass::speaker_noun};
    return named && vocabulary().classes[document.tokens[end - 1].word].has_any(holder) ? body : begin;
}

// "a fellow | at the Lenz Institute": a body behind "at", and somebody before it who is neither treated nor held there.
bool is_place_of_work(const Document& document, std::size_t begin, std::size_t at) {
    if (at < begin + 2 || !vocabulary().is(document.tokens[begin].word, WordClass::determiner) ||
        has_ending(document.word(at - 1), "ing", 3) ||
        document.reads_any(at - 1, {"patient", "inmate", "prisoner", "detainee", "guest", "visitor",
                                    "customer", "passenger", "worshipper", "resident", "refugee"}))
        return false;
    const std::size_t name = document.is(at + 1, "the") ? at + 2 : at + 1;
    if (name >= document.token_count || !document.tokens[name].is_capitalised()) return false;
    return has_organisation_word(document, name, end_of_body(document, name, document.token_count));
}

// ", a deputy minister," and ", finance chief of shipbuilder Norhaven,": what is set behind a name.
void read_apposition(const Document& document, std::size_t at, Person& person) {
    if (at + 1 >= document.tokens.size() || !document.is(at, ",") || !person.title.empty()) return;
    const Vocabulary& words = vocabulary();
    if (words.is(document.tokens[at + 1].word, WordClass::conjunction)) return;
    if (document.tokens[at + 1].is_number()) return;  // "According to Civil Defence, 40 people"
    std::size_t end = at + 1;
    bool has_title = false;
    std::size_t of = 0;
    while (end < document.tokens.size() && end < at + 14) {
        const Token& token = document.tokens[end];
        const bool of_title = document.is(end, ".") && document.word(end - 1).size() <= 3 &&  // "Mr."
                              words.is(document.tokens[end - 1].word, WordClass::title);
        if (token.kind == TokenKind::mark && !document.is(end, "-") && !document.is(end, "&") && !of_title &&
            !is_plural_owner(document, end, document.tokens.size()))
            break;
        if (token.starts_line() || words.is(token.word, WordClass::auxiliary) ||
            words.is(token.word, WordClass::relative))
            break;
        if (words.is(token.word, WordClass::cue) && !words.is(token.word, WordClass::title)) break;
        // "similar statements made by the minister"
        if (!has_title && words.is(token.word, WordClass::document_participle)) return;
        has_title |= of == 0 && (words.is(token.word, WordClass::title) ||
                                 words.is(token.word, WordClass::speaker_noun));
        // "a fellow | at the Lenz Institute", where no table knows what he is
        has_title |= of == 0 && document.is(end, "at") && is_place_of_work(document, at + 1, end);
        if (of == 0 && has_title &&
            (document.is(end, "of") || document.is(end, "at") || document.is(end, "for") ||
             document.is(end, "with")) &&
            !is_inside_title(document, at + 1, end))
            of = end;
        ++end;
    }
    if (!has_title) return;
    // "Kestrel Promotions, a talent agency,"
    const std::size_t head = of > 0 ? of : end;
    if (is_called_firm(document, at + 1, head) && !words.titles.match_before(document.tokens, head, at + 1))
        return;
    std::size_t begin = at + 1;
    while (begin < end && words.is(document.tokens[begin].word, WordClass::determiner)) ++begin;
    // "Tarnholt's boss", "Mr. Hale's campaign manager"
    const bool titled = begin + 1 < end && document.is(begin + 1, ".");
    const std::size_t owner = end_of_name(document, titled ? begin + 2 : begin, end);
    if (owner > begin && document.tokens[owner].kind == TokenKind::possessive && owner + 1 < end) {
        if (!titled) person.organisation = text_of(document, begin, owner);
        begin = owner + 1;
    }
    if (of > 0) of = behind_field(document, of, end);
    if ((of == 0 || of == end) && person.organisation.empty()) {
        const std::size_t body = end_of_leading_body(document, begin, end);
        person.organisation = text_of(document, begin, body);
        begin = body;
    }
    // "a doctor | working | at the clinic"
    const std::size_t told = of > begin + 1 && document.reads_any(of - 1, {"working", "serving", "studying",
                                                                           "volunteering", "teaching"})
                                 ? of - 1
                                 : of;
    person.title = text_of(document, begin, of > 0 ? told : end);
    if (of == 0 || of == end || !person.organisation.empty()) return;
    const std::size_t name = first_capital(document, of + 1, end);
    // "a spokeswoman for Mr. Hale"
    if (name < end && !words.is(document.tokens[name].word, WordClass::title))
        person.organisation = text_of(document, name, end_of_named_body(document, name, end));
}

// "Lt. Ann Lee, | Dorne Police spokesman,", "Dr Ann Lee, | director of the Harbour Trust,": behind a rank or a form of address, the
// house alone, since the title stands before the name.
void read_office_behind(const Document& document, std::size_t at, Person& person) {
    if (person.title.empty()) return read_apposition(document, at, person);
    if (!person.organisation.empty() || at + 1 >= document.tokens.size() || !document.is(at, ",")) return;
    const std::string title = lower(person.title);
    static constexpr std::array<std::string_view, 8> address{"mr",   "mrs",  "ms",   "sir",
                                                             "dame", "lord", "lady", "professor"};
    const bool short_form = title.ends_with('.') || vocabulary().titles_in_full.contains(title) ||
                            std::find(address.begin(), address.end(), title) != address.end();
    if (!short_form) return;
    Person office;
    read_apposition(document, at, office);
    person.organisation = office.organisation;
}

// "glaciologist Beat Imhof of the Alpine Institute": whose he is, behind his name.
void read_organisation_behind(const Document& document, const Sentence& sentence, std::size_t at,
                              Person& person) {
    if (!person.organisation.empty() || at + 1 >= sentence.end) return;
    if (document.is(at, ",") && document.is(at + 1, "from")) ++at;  // "Beat Imhof, from the Alpine Institute"
    if (!document.is(at, "of") && !document.is(at, "at") && !document.is(at, "from")) return;
    const std::size_t begin = document.is(at + 1, "the") ? at + 2 : at + 1;
    std::size_t name = begin;
    while (name < begin + 2 && !document.tokens[name].is_capitalised() &&
           (document.tokens[name].is_number() || document.reads_any(name, {"th", "st", "nd", "rd"})))
        ++name;
    const std::size_t end = end_of_body(document, name, sentence.end);
    if (end == name) return;
    // "from the | 59th | Brigade", "from | STB"
    const bool unit = document.reads_any(
        end - 1, {"brigade", "battalion", "regiment", "division", "corps", "squadron", "fleet"});
    const bool letters = end == begin + 1 && document.tokens[begin].is_all_capitals() &&
                         document.tokens[begin].length() > 2 && document.is(at, "from");
    if (unit || letters || (name == begin && has_organisation_word(document, begin, end)))
        person.organisation = text_of(document, begin, end);
}

// A run that quotation marks hold is the name of a film or a book.
bool is_work(const Document& document, std::size_t begin, std::size_t end) {
    const auto is_mark = [&](std::size_t i) {
        return i < document.tokens.size() &&
               vocabulary().is(document.tokens[i].word, WordClass::quotation_mark);
    };
    if (begin == 0 || !is_mark(begin - 1)) return false;
    const bool stopped = end < document.tokens.size() && (document.is(end, ".") || document.is(end, ","));
    return is_mark(stopped ? end + 1 : end);
}

// Where the name of a capitalised run begins: behind what has its capital from the sentence's start ("The", "Analysts").
std::size_t begin_of_name(const Document& document, const Sentence& sentence, std::size_t begin,
                          std::size_t end) {
    const Vocabulary& words = vocabulary();
    // "Mother-of-two | Mary Finch"
    constexpr std::size_t of_so_many = 5;
    if (begin + of_so_many < end && document.is(begin + 1, "-") && document.is(begin + 2, "of") &&
        document.is(begin + 3, "-"))
        begin += of_so_many;
    const auto opens_sentence = [&](std::size_t i) {
        return i == sentence.begin && words.is(document.tokens[i].word, WordClass::speaker_noun) &&
               !words.is(document.tokens[i].word, WordClass::title_prefix);
    };
    while (begin < end && !words.is(document.tokens[begin].word, WordClass::title) &&
           !words.titles.match(document.tokens, begin, end) &&
           (is_function_word(document, begin) || opens_sentence(begin) ||
            words.is(document.tokens[begin].word, WordClass::auxiliary)))  // "Is Hale Next?"
        ++begin;
    return behind_seat(document, begin, end);
}

bool is_person_name(const Document& document, const NameParts& parts, bool has_title) {
    const std::size_t length = parts.end - parts.begin;
    std::size_t words = 1;  // "African-American" is one
    for (std::size_t i = parts.begin + 1; i < parts.end; ++i) {
        // "Halden & Sons", "Save the Children"
        if (document.is(i, "&") || document.tokens[i].continues_name()) return false;
        if (document.tokens[i].is_word() && document.tokens[i].space_before()) ++words;
    }
    // "the Cabinet Room", "Harbour Road"
    if (!has_title && words >= 2 &&
        vocabulary().is(document.tokens[parts.end - 1].word, WordClass::site_word) &&
        !vocabulary().given_names.contains(lower(document.word(parts.begin))))
        return false;
    const auto place = vocabulary().places.match(document.tokens, parts.begin, parts.end);
    if (!has_title && place && place.length == length) return false;  // "New Zealand"
    return length >= 1 && length <= longest_name && (words >= 2 || has_title) &&
           !has_organisation_word(document, parts.begin, parts.end) &&
           (has_title || !sounds_like_body(document, parts.begin, parts.end)) &&
           !document.tokens[parts.end - 1].is_all_capitals() &&
           !vocabulary().is(document.tokens[parts.end - 1].word, WordClass::survey_noun);  // "Field Poll"
}

// "Amina Salim, 34,", "Amina Salim, who sells maize", "Amina Salim says", "says Amina Salim"; "Apple Thunderbolt"
// and "Nissan Connect" are nobody.
bool is_told_of(const Document& document, const NameParts& parts) {
    const Vocabulary& words = vocabulary();
    const auto is_cue = [&](std::size_t i) {
        return words.is(document.tokens[i].word, WordClass::cue) && !document.tokens[i].is_capitalised();
    };
    if (parts.begin > 0 && is_cue(parts.begin - 1)) return true;
    if (parts.end + 1 >= document.tokens.size()) return false;
    const std::size_t next = document.is(parts.end, ",") ? parts.end + 1 : parts.end;
    return document.is(next, "who") || document.is(next, "whose") || is_cue(next) ||
           (next > parts.end && document.tokens[next].is_number());
}

// "Ross Hale Jr", "Ross Hale III"
std::size_t surname_of(const Document& document, const NameParts& parts) {
    const std::size_t last = parts.end - 1;
    return last > parts.begin + 1 && document.reads_any(last, {"jr", "sr", "ii", "iii"}) ? last - 1 : last;
}

// "Ivo's grieving father": of somebody, and of no body.
bool is_kin(std::string_view title) {
    const std::string_view last = title.substr(title.rfind(' ') + 1);
    static constexpr std::array kin{"father",  "mother", "brother", "sister", "son",    "daughter", "wife",
                                    "husband", "uncle",  "aunt",    "cousin", "nephew", "niece",    "widow"};
    return std::find(kin.begin(), kin.end(), last) != kin.end();
}

// "Secretary of | State | Ann Lee", "Minister of | Foreign Affairs | Ann Lee": where the name begins whose title goes on in
// its run, and in `length` how long that title is; `begin` for any other.
std::size_t behind_title(const Document& document, const Sentence& sentence, std::size_t begin,
                         std::size_t end, std::size_t& length) {
    if (begin < sentence.begin + 2 || !document.tokens[begin - 1].is_word() ||
        document.tokens[begin - 1].is_capitalised())
        return begin;
    std::size_t first = begin;  // "of Commerce and | Industry Ann Lee"
    while (first > sentence.begin + 2 && document.is(first - 1, "and") &&
           document.tokens[first - 2].is_capitalised())
        first -= 2;
    if (first < sentence.begin + 2 || !document.is(first - 1, "of")) return begin;
    const auto whole = vocabulary().titles.match_before(document.tokens, first + 1, sentence.begin);
    if (first == begin && whole && whole.length > 2) {
        length = whole.length;
        return begin + 1;
    }
    const std::size_t of = first - 1;
    const auto office = vocabulary().titles.match_before(document.tokens, of, sentence.begin);
    const std::size_t name = office ? behind_topic(document, of, end) : of;
    if (name <= begin || name + 2 > end) return begin;
    length = name - of + office.length;
    return name;
}

// "Sinn Fein's | Orla Devane | said": a party or firm, by whom of it speaks; not "Ann Lee's".
bool is_owner_of_speaker(const Document& document, const Sentence& sentence, std::size_t begin,
                         std::size_t end) {
    if (end >= sentence.end || document.tokens[end].kind != TokenKind::possessive ||
        vocabulary().given_names.contains(lower(document.word(begin))))
        return false;
    const std::size_t name = end + 1;
    const std::size_t behind = end_of_name(document, name, sentence.end);
    return behind >= name + 2 && behind < sentence.end && !has_organisation_word(document, name, behind) &&
           vocabulary().is(document.tokens[behind].word, WordClass::cue);
}

}  // namespace

std::optional<Person> person_named(const Document& document, const Sentence& sentence, std::size_t begin,
                                   std::size_t end) {
    if (is_work(document, begin, end)) return std::nullopt;
    begin = begin_of_name(document, sentence, begin, end);
    std::size_t title = 0;  // tokens of one that stands before the name
    begin = behind_title(document, sentence, begin, end, title);
    if (title == 0) title = vocabulary().titles.match_before(document.tokens, begin, sentence.begin).length;
    // One capitalised word, as most are, is a name only behind a title.
    if (begin + 1 >= end && title == 0) return std::nullopt;
    if (document.tokens[end - 1].is_all_capitals()) end = before_letters(document, begin, end);
    NameParts parts = split_name(document, begin, end);
    if (parts.has_title()) title = 0;
    if (title == 0 && !parts.has_title() && is_before_office(document, sentence, end)) return std::nullopt;
    if (!is_person_name(document, parts, parts.has_title() || title > 0)) return std::nullopt;
    if (title == 0 && !parts.has_title() && is_owner_of_speaker(document, sentence, begin, end))
        return std::nullopt;
    if (title > 0) take_title_before(document, sentence, title, parts);
    while (!parts.is_whole_organisation && parts.organisation_end > parts.organisation_begin &&
           extends_title(document, parts.organisation_end - 1))
        parts.title_begin = --parts.organisation_end;
    Person person;
    person.at = parts.begin;
    person.name = text_of(document, parts.begin, parts.end);
    person.surname = document.word(surname_of(document, parts));
    person.title = text_of(document, parts.title_begin, parts.title_end);
    person.organisation = text_of(document, parts.organisation_begin, parts.organisation_end);
    if (person.organisation.empty() && parts.has_title())
        person.organisation = firm_before_code(document, sentence, parts.title_begin);
    read_office_behind(document, parts.end, person);
    read_title_before(document, sentence, parts, person);
    read_organisation_behind(document, sentence, parts.end, person);
    if (!person.organisation.empty() && is_kin(person.title)) person.organisation.clear();
    person.is_told_of = is_told_of(document, parts);
    return person;
}

}  // namespace figbook
