#include "claim/person_office.hpp"

#include <algorithm>

#include "quantity/counted.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

// The name that owns what stands behind its "'s" at `possessive`: "Tarnholt[’s chairman]"; empty for none.
std::string owner_before(const Document& document, const Sentence& sentence, std::size_t possessive) {
    return text_of(document, begin_of_name(document, sentence.begin, possessive), possessive);
}

// Where the noun of a title ends that is set before a comma: "head [of research],"; the sentence's start for none.
std::size_t end_of_title(const Document& document, const Sentence& sentence, std::size_t comma) {
    constexpr std::size_t longest = 5;  // of what hangs on it
    static constexpr WordClasses holder{WordClass::title, WordClass::speaker_noun};
    const auto holds = [&](std::size_t i) {
        return vocabulary().classes[document.tokens[i].word].has_any(holder);
    };
    for (std::size_t i = comma - 1; i > sentence.begin + 1 && i + longest > comma; --i) {
        if (!document.tokens[i].is_word()) break;
        if ((document.is(i, "of") || document.is(i, "for")) && holds(i - 1)) return i;
    }
    return holds(comma - 1) ? comma : sentence.begin;
}

// "[director and senior] economist", "[Group] managing director": where an office begins whose noun in small letters stands at
// `noun`.
std::size_t begin_of_office(const Document& document, const Sentence& sentence, std::size_t noun) {
    const Vocabulary& words = vocabulary();
    std::size_t begin = noun;
    // "Press Secretary | Maj. Gen. Ann Lee": the office before the rank
    if (document.tokens[noun].is_capitalised())
        begin -= words.titles.match_before(document.tokens, noun, sentence.begin).length;
    while (begin > sentence.begin) {
        const std::size_t previous = begin - 1;
        if (words.is(document.tokens[previous].word, WordClass::title_prefix) &&
            (previous == sentence.begin || !document.tokens[previous].is_capitalised())) {
            begin = previous;
            continue;
        }
        const auto other = document.is(previous, "and")
                               ? words.titles.match_before(document.tokens, previous, sentence.begin)
                               : PhraseMatch<int>{};
        if (!other || document.tokens[previous - 1].is_capitalised()) break;
        begin = previous - other.length;
    }
    return begin;
}

// "Fox News | foreign correspondent | Ann Lee", "Dorne | police spokesman | Ann Lee": where the words in small letters begin that
// stand between a body and the office at `office`; `office` for none.
std::size_t begin_of_branch(const Document& document, const Sentence& sentence, std::size_t office) {
    constexpr std::size_t longest = 3;
    static constexpr WordClasses part{WordClass::organisation_word, WordClass::official_word,
                                      WordClass::topic_noun,        WordClass::title_prefix,
                                      WordClass::adjective,         WordClass::other_body};
    std::size_t begin = office;
    while (begin > sentence.begin && begin + longest > office) {
        const Token& token = document.tokens[begin - 1];
        const std::string_view word = document.word(begin - 1);
        const bool fits = vocabulary().classes[token.word].has_any(part) || has_ending(word, "al", 4) ||
                          has_ending(word, "ic", 4);
        if (!token.is_word() || token.is_capitalised() || !fits) break;
        --begin;
    }
    return begin;
}

}  // namespace

// "The police commissioner, Dana Orr, said", "Tarnholt's chairman, Dana Orr, said": the title before the comma.
void read_title_before(const Document& document, const Sentence& sentence, const NameParts& parts,
                       Person& person) {
    constexpr std::size_t longest_title = 6;
    if (!person.title.empty() || parts.begin < sentence.begin + 2 || parts.end >= sentence.end) return;
    const std::size_t comma = parts.begin - 1;
    const Vocabulary& words = vocabulary();
    const auto is = [&](std::size_t i, WordClass wanted) {
        return words.is(document.tokens[i].word, wanted);
    };
    const bool set_off = document.is(parts.end, ",") || document.is(parts.end, ".") ||
                         is(parts.end, WordClass::cue);  // "the director, Dana Orr says"
    if (!document.is(comma, ",") || !set_off) return;
    const std::size_t head = end_of_title(document, sentence, comma);
    if (head == sentence.begin) return;
    std::size_t begin = head;
    while (begin > sentence.begin && begin + longest_title > head && document.tokens[begin - 1].is_word() &&
           !is(begin - 1, WordClass::determiner) && !is(begin - 1, WordClass::preposition))
        --begin;
    if (begin == sentence.begin || begin == comma) return;
    const bool owned = document.tokens[begin - 1].kind == TokenKind::possessive;
    if (!owned && !is(begin - 1, WordClass::determiner)) return;
    const auto noun = words.speaker_nouns.match_before(document.tokens, head, begin);
    const bool one = noun && (*noun.meaning == SpeakerNoun::person ||
                              (*noun.meaning == SpeakerNoun::unnamed && !looks_plural(document, head - 1)));
    if (!one) return;
    person.title = text_of(document, begin, comma);
    if (owned && person.organisation.empty())
        person.organisation = owner_before(document, sentence, begin - 1);
}

// "Orlo Steel Inc | (ORLO.N) | Chief Executive Ann Lee": the firm before the code of its shares, behind which the title begins.
std::string firm_before_code(const Document& document, const Sentence& sentence, std::size_t title) {
    constexpr std::size_t longest = 7;  // "(", "ORLO", ".", "N", ")"
    if (title < sentence.begin + 4 || !document.is(title - 1, ")") || !document.tokens[title].space_before())
        return {};
    std::size_t open = title - 2;
    bool code = false;
    while (open > sentence.begin && open + longest > title && !document.is(open, "(")) {
        code |= document.is(open, ".") || document.is(open, ":") || document.tokens[open].is_all_capitals();
        --open;
    }
    if (!code || !document.is(open, "(") || !document.tokens[open + 1].is_word()) return {};
    std::size_t begin = open;
    while (begin > sentence.begin) {
        const std::size_t i = begin - 1;
        const bool name = document.tokens[i].is_word() && document.tokens[i].is_capitalised() &&
                          !is_function_word(document, i);
        const bool inner = begin < open ? document.is(i, "&") || document.is(i, "-") || document.is(i, ".")
                                        : document.is(i, ".");
        // "the Relief Agency for Orlo Refugees (RAOR)"
        const bool joins = begin < open && i > sentence.begin &&
                           document.reads_any(i, {"for", "of", "and"}) &&
                           document.tokens[i - 1].is_capitalised() &&
                           (!document.reads(i, "and") || document.tokens[i - 1].word != unknown_word);
        if (!name && !inner && !joins) break;
        begin = i;
    }
    while (begin < open && !document.tokens[begin].is_capitalised()) ++begin;
    return text_of(document, begin, open);
}

// A title in small letters before the name, of `length` tokens, and the firm before that: "Halden Foods chief executive
// Jane Doe", "shipbuilder Norhaven's finance chief Jane Doe".
void take_title_before(const Document& document, const Sentence& sentence, std::size_t length,
                       NameParts& parts) {
    const auto in_name = [&](std::size_t i) {
        return document.tokens[i].continues_name() ||
               (document.tokens[i].is_word() && document.tokens[i].is_capitalised() &&
                !is_function_word(document, i));
    };
    parts.title_end = parts.begin;
    parts.title_begin = begin_of_office(document, sentence, parts.begin - length);
    const std::size_t branch = begin_of_branch(document, sentence, parts.title_begin);
    const bool owned = branch > sentence.begin && document.tokens[branch - 1].kind == TokenKind::possessive;
    const bool branched =
        branch < parts.title_begin && branch > sentence.begin && (in_name(branch - 1) || owned);
    // "Dorne police | spokesman", "Norland's foreign ministry | spokesman", but "Fox News | foreign correspondent"
    const std::size_t before = parts.title_begin - 1;
    const bool of_body =
        branched &&
        (vocabulary().is(document.tokens[before].word, WordClass::official_word) ||
         document.reads(before, "campaign")) &&
        !document.reads(before, "government") &&  // "local government spokesman"
        !document.reads_any(parts.begin - 1, {"correspondent", "reporter", "editor", "analyst", "expert"});
    const std::size_t body_end = parts.title_begin;
    if (branched) parts.title_begin = branch;
    std::size_t end = parts.title_begin;
    if (end > sentence.begin && document.tokens[end - 1].kind == TokenKind::possessive) --end;
    std::size_t begin = end;
    while (begin > sentence.begin && in_name(begin - 1)) --begin;
    // "Royal Bank of | Norland"
    if (begin < end && begin > sentence.begin + 1 && document.is(begin - 1, "of") && in_name(begin - 2)) {
        std::size_t body = begin - 1;
        while (body > sentence.begin && in_name(body - 1)) --body;
        if (has_organisation_word(document, body, begin - 1)) begin = body;
    }
    // "[Former] Dorne mayor", "[Shadow] home secretary"
    if (begin < end &&
        document.reads_any(begin, {"former", "outgoing", "shadow", "acting", "retired", "deputy"})) {
        if (begin + 1 == end) parts.title_begin = begin;
        ++begin;
    }
    parts.organisation_begin = std::min(begin, parts.title_begin);
    parts.organisation_end = begin < end ? end : parts.organisation_begin;
    // "High school | math teacher", "Muslim independent | journalist": no body
    const bool kind =
        begin < end && (looks_adjective(document, end - 1) || (begin == sentence.begin && begin + 1 == end &&
                                                               document.tokens[begin].word != unknown_word));
    if (branched && of_body && begin < end) {
        parts.title_begin = parts.organisation_end = body_end;
        parts.is_whole_organisation = true;
    } else if (branched && kind) {
        parts.organisation_begin = parts.organisation_end = parts.title_begin;
    }
}

// "Liberal Green | leader Ann Lee": of a body, and who leads it behind.
bool is_before_office(const Document& document, const Sentence& sentence, std::size_t end) {
    if (end + 1 >= sentence.end || document.tokens[end].is_capitalised() ||
        !vocabulary().is(document.tokens[end].word, WordClass::title))
        return false;
    const auto office = vocabulary().titles.match(document.tokens, end, sentence.end);
    const std::size_t name = end + office.length;
    return office && name < sentence.end && document.tokens[name].is_word() &&
           document.tokens[name].is_capitalised() && !is_function_word(document, name);
}

}  // namespace figbook
