#include "claim/names.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

// "State Park Ranger Supervisor | Robert Colling": where a given name begins, behind two words or more that none is; `end`
// where there is none.
std::size_t given_name_in(const Document& document, std::size_t begin, std::size_t end) {
    constexpr std::size_t fewest = 2;
    const auto is_given = [&](std::size_t i) {
        return vocabulary().given_names.contains(lower(document.word(i)));
    };
    if (begin + fewest + 2 > end || is_given(begin)) return end;
    for (std::size_t i = begin; i + 1 < end; ++i) {
        const Token& token = document.tokens[i];
        if (!token.is_word() || !token.space_before() || is_name_particle(document, i)) {
            if (i > begin) return end;  // "Jean-Marc de Witt"
        } else if (i >= begin + fewest && is_given(i))
            return i;
    }
    return end;
}

// "Tarnholt Bank | Chief Investment Strategist": where a title begins whose noun stands at `title`, in capitals.
std::size_t begin_of_title(const Document& document, std::size_t begin, std::size_t title) {
    constexpr std::size_t longest = 4;
    std::size_t first = title;
    for (std::size_t i = title; i-- > begin && i + longest >= title;) {
        if (!document.tokens[i].is_word()) break;
        if (vocabulary().is(document.tokens[i].word, WordClass::title_prefix)) first = i;
    }
    return first;
}

// "General Motors": what stands behind the title is no person, so that it is no title.
bool opens_name(const Document& document, const NameParts& parts, std::size_t begin) {
    return parts.has_title() && parts.title_begin == begin && parts.title_end == begin + 1 &&
           vocabulary().is(document.tokens[begin].word, WordClass::name_title) &&
           (has_organisation_word(document, parts.title_end, parts.end) ||
            document.reads(parts.title_end, "staff") ||  // "General | Staff"
            is_known_body(document, begin, parts.end));
}

}  // namespace

// "the Fire Chiefs' | Council": the mark of several owners inside the name of a body.
bool is_plural_owner(const Document& document, std::size_t mark, std::size_t limit) {
    if (!document.is(mark, "'") && !document.is(mark, "’")) return false;
    if (document.tokens[mark].space_before() || !document.word(mark - 1).ends_with('s')) return false;
    if (mark + 1 >= limit || !document.tokens[mark + 1].space_before()) return false;
    std::size_t end = mark + 1;
    while (end < limit && document.tokens[end].is_word() && document.tokens[end].is_capitalised()) ++end;
    return has_organisation_word(document, mark + 1, end);
}

std::size_t begin_of_capitals(const Document& document, std::size_t first, std::size_t end) {
    while (end > first && document.tokens[end - 1].is_capitalised()) --end;
    return end;
}

std::size_t begin_of_name(const Document& document, std::size_t first, std::size_t end) {
    while (end > first && document.tokens[end - 1].is_capitalised() && !is_function_word(document, end - 1))
        --end;
    return end;
}

std::size_t first_capital(const Document& document, std::size_t begin, std::size_t end) {
    while (begin < end && !document.tokens[begin].is_capitalised()) ++begin;
    return begin;
}

bool is_name_particle(const Document& document, std::size_t i) {
    const Token& token = document.tokens[i];
    return vocabulary().is(token.word, WordClass::name_particle) && !token.is_capitalised();
}

std::size_t end_of_name(const Document& document, std::size_t at, std::size_t limit) {
    const auto capital = [&](std::size_t i) {
        return i < limit && document.tokens[i].is_word() && document.tokens[i].is_capitalised() &&
               (i == at || !document.tokens[i].starts_line());
    };
    if (!capital(at)) return at;
    // "Orsk Steel Inc | ORSK.O"
    const auto opens_code = [&](std::size_t i) {
        return document.tokens[i].is_all_capitals() && document.is(i + 1, ".") &&
               !document.tokens[i + 1].space_before() && i + 2 < limit &&
               !document.tokens[i + 2].space_before() && document.tokens[i + 2].is_capitalised();
    };
    // "Orsk Cos. | Inc."
    const auto joins_endings = [&](std::size_t i) {
        return vocabulary().is(document.tokens[i - 1].word, WordClass::firm_ending) &&
               vocabulary().is(document.tokens[i + 1].word, WordClass::firm_ending);
    };
    std::size_t end = at + 1;
    while (end < limit) {
        const Token& token = document.tokens[end];
        const bool plain = token.is_word() && !vocabulary().is(token.word, WordClass::name_particle);
        if (capital(end) || token.continues_name()) {
            if (token.is_all_capitals() && opens_code(end)) break;
            ++end;
        } else if (plain)  // asked first: a word in small letters is what ends most names
            break;
        else if (document.is(end, "-") && !document.tokens[end].space_before() && end + 1 < limit &&
                 document.tokens[end + 1].is_word())
            end += 2;
        else if (document.is(end, ".")) {
            if (!capital(end + 1) || !(document.tokens[end - 1].length() == 1 || joins_endings(end))) break;
            ++end;
        } else if (document.is(end, "&") && capital(end + 1))
            ++end;
        else if (is_plural_owner(document, end, limit))
            ++end;
        else if (is_name_particle(document, end) &&
                 (capital(end + 1) || (capital(end + 2) && is_name_particle(document, end + 1))))
            ++end;
        else
            break;
    }
    return end;
}

bool joins_body(const Document& document, std::size_t at, std::size_t limit) {
    if (document.is(at, "of") || document.is(at, "for")) return true;
    return document.is(at, "on") && at + 1 < limit &&
           vocabulary().is(document.tokens[at + 1].word, WordClass::topic_noun) &&
           document.tokens[at + 1].is_capitalised();
}

std::size_t end_of_body(const Document& document, std::size_t at, std::size_t limit) {
    std::size_t end = end_of_name(document, at, limit);
    while (end > at && end + 1 < limit && joins_body(document, end, limit) &&
           has_organisation_word(document, at, end)) {
        const std::size_t next = document.is(end + 1, "the") && end + 2 < limit ? end + 2 : end + 1;
        if (!document.tokens[next].is_capitalised()) break;
        end = end_of_name(document, next, limit);
    }
    return end;
}

std::size_t behind_topic(const Document& document, std::size_t of, std::size_t limit) {
    if (!document.is(of, "of") || of + 2 >= limit) return of;
    const auto is_topic = [&](std::size_t i) {
        static constexpr WordClasses topics{WordClass::topic_noun, WordClass::official_word};
        return i + 1 < limit && document.tokens[i].is_capitalised() &&
               (vocabulary().classes[document.tokens[i].word].has_any(topics) ||
                document.reads_any(i, {"foreign", "public", "internal", "social", "home", "affairs",
                                       "interior", "state", "general", "staff"}));
    };
    std::size_t end = of + 1;
    while (is_topic(end) || (end > of + 1 && document.is(end, "and") && is_topic(end + 1))) ++end;
    return end > of + 1 ? end : of;
}

bool is_inside_title(const Document& document, std::size_t begin, std::size_t of) {
    if (of + 1 >= document.token_count) return false;
    const auto title = vocabulary().titles.match_before(document.tokens, of + 2, begin);
    return title && title.length > 2;
}

bool holds_small_words(const Document& document, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i)
        if (document.tokens[i].continues_name()) return true;
    return false;
}

std::size_t behind_seat(const Document& document, std::size_t begin, std::size_t end) {
    constexpr std::size_t longest_place = 3;  // words
    for (std::size_t i = begin + 1; i + 2 <= end && i <= begin + longest_place; ++i) {
        if (!document.is(i, "-")) continue;
        if (document.tokens[i + 1].is_capitalised()) return begin;
        const std::string_view last = document.word(i + 1);
        return last.ends_with("ed") || last == "born" || last == "led" ? i + 2 : begin;
    }
    return begin;
}

bool has_inner_capital(std::string_view word) {
    return word.size() > 2 && word.front() >= 'a' && word.front() <= 'z' &&
           std::any_of(word.begin() + 1, word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_kind_of_firm(const Document& document, std::size_t i) {
    return vocabulary().is(document.tokens[i].word, WordClass::firm_noun) ||
           has_ending(document.word(i), "maker", 2);
}

// Of a body more often than of a firm.
bool is_body_noun(const Document& document, std::size_t noun) {
    return document.reads_any(noun, {"agency", "regulator", "watchdog", "union", "charity", "body"});
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

bool is_known_body(const Document& document, std::size_t begin, std::size_t end) {
    constexpr std::size_t most = 7;  // tokens of one
    if (begin >= end || end - begin > most || !vocabulary().may_open_known_body(document.tokens[begin].hash))
        return false;
    return vocabulary().known_bodies.contains(lower(document.text_of(begin, end)));
}

bool sounds_like_body(const Document& document, std::size_t begin, std::size_t end) {
    if (begin + 2 > end) return false;
    if (is_known_body(document, begin, end)) return true;
    const Vocabulary& words = vocabulary();
    const Token& first = document.tokens[begin];
    const std::size_t last = end - 1;
    if (holds_small_words(document, begin, end)) return true;
    for (std::size_t i = begin + 1; i < last; ++i)
        if (document.is(i, "&")) return true;
    if (!document.tokens[last].space_before()) return false;  // "Jean-Marc"
    constexpr std::uint32_t initials = 2;                     // "JK Orlo" has them
    if (first.is_all_capitals() && first.length() > initials) return true;
    // "Citizens Advice", "Women Deliver"
    static constexpr WordClasses people{WordClass::person_noun, WordClass::speaker_noun};
    if (words.classes[first.word].has_any(people) && document.word(begin).ends_with('s') &&
        !words.is(first.word, WordClass::title))
        return true;
    const bool abstract =
        has_ending(document.word(last), "tion", 3) || has_ending(document.word(last), "ity", 4);
    const auto place = words.places.match(document.tokens, last, end);
    // "Tegan Ireland, 34,", "Tegan Ireland, who …"
    const bool told_of = end + 1 < document.token_count && document.is(end, ",") &&
                         (document.tokens[end + 1].is_number() || document.reads(end + 1, "who"));
    if (told_of) return false;
    const bool ends_body = abstract || place || words.is(document.tokens[last].word, WordClass::body_ending);
    return ends_body && !words.given_names.contains(lower(document.word(begin)));
}

bool has_organisation_word(const Document& document, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i)
        if (vocabulary().is(document.tokens[i].word, WordClass::organisation_word)) return true;
    return false;
}

bool is_called_firm(const Document& document, std::size_t begin, std::size_t end) {
    const auto noun = vocabulary().speaker_nouns.match_before(document.tokens, end, begin);
    if (!noun || *noun.meaning != SpeakerNoun::organisation) return false;
    const std::string_view last = document.word(end - 1);
    return (!last.ends_with("er") && !last.ends_with("or")) || last.ends_with("maker") ||
           document.reads_any(end - 1, {"carrier", "lender", "insurer", "reinsurer", "retailer"});
}

bool is_function_word(const Document& document, std::size_t i) {
    const Vocabulary& words = vocabulary();
    const WordId word = document.tokens[i].word;
    return words.is(word, WordClass::function_start) || words.is(word, WordClass::month) ||
           words.is(word, WordClass::weekday);
}

// "Ann Lee | QC", "Ann Lee | MP": where the name of a person ends before what he may be called; not "a Labour MP".
std::size_t before_letters(const Document& document, std::size_t begin, std::size_t end) {
    constexpr std::size_t fewest = 2;  // words of a name
    const Vocabulary& words = vocabulary();
    if (begin + fewest >= end || !document.tokens[end - 1].is_all_capitals() ||
        !words.is(document.tokens[end - 1].word, WordClass::behind_name))
        return end;
    const bool may_stand_alone = words.is(document.tokens[end - 1].word, WordClass::title);
    const bool called = !may_stand_alone || words.given_names.contains(lower(document.word(begin)));
    return called && !has_organisation_word(document, begin, end) ? end - 1 : end;
}

NameParts split_name(const Document& document, std::size_t begin, std::size_t end) {
    NameParts parts;
    parts.begin = begin;
    parts.end = end;
    if (is_known_body(document, begin, end)) return parts;
    const Vocabulary& words = vocabulary();
    for (std::size_t i = begin; i < end; ++i) {
        const auto title = words.titles.match(document.tokens, i, end);
        // "Department of | Justice"
        const bool inside =
            i > begin && document.tokens[i - 1].is_word() && !document.tokens[i - 1].is_capitalised();
        if (!title || inside) continue;
        if (!parts.has_title()) parts.title_begin = begin_of_title(document, begin, i);
        const std::size_t topic = behind_topic(document, i + title.length, end);
        parts.title_end = topic + 2 <= end ? topic : i + title.length;
        if (parts.title_end < end && document.is(parts.title_end, ".")) ++parts.title_end;
        parts.begin = parts.title_end;
        i = parts.title_end - 1;
    }
    if (opens_name(document, parts, begin)) {
        parts = {};
        parts.begin = begin;
        parts.end = end;
        return parts;
    }
    if (!parts.has_title()) {
        const std::size_t given = given_name_in(document, begin, end);
        if (given == end || has_organisation_word(document, begin, end)) return parts;
        parts.title_begin = begin;
        parts.title_end = parts.begin = given;
    }
    // "Defense Secretary" is in the table whole; "Treasury and Economy Minister" is taken from the run's start.
    parts.organisation_begin = begin;
    parts.organisation_end = parts.title_begin;
    return parts;
}

namespace {

// A space that holds a line together is a space; few texts have one.
inline void make_hard_spaces_plain(std::string& text) {
    constexpr std::string_view hard_space = "\u00a0";
    for (std::size_t at = 0; (at = text.find(hard_space.front(), at)) != std::string::npos; ++at)
        if (std::string_view(text).substr(at).starts_with(hard_space)) {
            text.erase(at, 1);
            text[at] = ' ';
        }
}

}  // namespace

std::string text_of(const Document& document, std::size_t begin, std::size_t end) {
    std::string text(begin < end ? document.text_of(begin, end) : std::string_view());
    make_hard_spaces_plain(text);
    return text;
}

void make_blanks_plain(std::string& words) {
    make_hard_spaces_plain(words);
}

}  // namespace figbook
