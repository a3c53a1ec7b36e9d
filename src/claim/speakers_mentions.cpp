// Which document "the report" and which body "the health ministry" are: those that the article named before by the same noun.
#include <algorithm>

#include "base/utf8.hpp"
#include "claim/names.hpp"
#include "claim/speakers.hpp"
#include "quantity/counted.hpp"

namespace figbook {
namespace {

// What stands between a noun and who made the thing: "a study | published | by Kestrel".
bool is_between(const Document& document, std::size_t i) {
    static constexpr WordClasses made{WordClass::document_participle, WordClass::modifier};
    const bool only_seen = document.reads_any(
        i, {"obtained", "seen", "reviewed", "cited", "shared", "shown", "tracked", "surveyed"});
    return !only_seen && vocabulary().classes[document.tokens[i].word].has_any(made);
}

// "by | Kestrel", "by the Dorne-based charity | Kestrel": the name, over what tells what kind of body it is of; the text's end where none stands.
std::size_t name_behind_kind(const Document& document, std::size_t at) {
    constexpr std::size_t longest = 4;
    static constexpr WordClasses no_kind{
        WordClass::determiner, WordClass::preposition, WordClass::conjunction, WordClass::auxiliary,
        WordClass::pronoun,    WordClass::relative,    WordClass::verb,        WordClass::cue};
    std::size_t name = behind_seat(document, at, std::min(document.token_count, at + longest));
    for (std::size_t i = name; i < name + longest && i < document.token_count; ++i) {
        const Token& token = document.tokens[i];
        if (!token.is_word()) break;
        if (token.is_capitalised()) return is_function_word(document, i) ? document.token_count : i;
        const bool tank = document.reads(i, "think") && document.reads(i + 1, "tank");
        if (!tank && vocabulary().classes[token.word].has_any(no_kind)) break;
    }
    return document.token_count;
}

// "a report | by the Harbour Trust", "the joint study | published by Kestrel": where the name of its maker ends; `noun` for none.
std::size_t end_of_maker(const Document& document, std::size_t noun) {
    constexpr std::size_t longest = 12;
    std::size_t by = noun + 1;
    while (by < noun + 3 && is_between(document, by)) ++by;
    if (!document.reads_any(by, {"by", "from"})) return noun;
    const std::size_t begin = document.reads(by + 1, "the") ? by + 2 : by + 1;
    const std::size_t name = name_behind_kind(document, begin);
    if (name >= document.token_count) return noun;
    const std::size_t limit = std::min(document.token_count, name + longest);
    std::size_t end = end_of_body(document, name, limit);
    while (end + 1 < limit && document.tokens[end].kind == TokenKind::possessive &&
           document.tokens[end + 1].is_capitalised())  // "Norland's | Harbour Trust"
        end = end_of_body(document, end + 1, limit);
    return end;
}

// Where the words begin that tell which one the noun is of: "a [new Norland Post/Kestrel] poll".
std::size_t begin_of_mention(const Document& document, std::size_t noun) {
    constexpr std::size_t longest = 9;
    static constexpr WordClasses no_part{
        WordClass::determiner,         WordClass::preposition, WordClass::conjunction,
        WordClass::auxiliary,          WordClass::pronoun,     WordClass::relative,
        WordClass::possessive_pronoun, WordClass::modal,       WordClass::verb};
    const auto is_capital = [&](std::size_t i) {
        return document.tokens[i].is_word() && document.tokens[i].is_capitalised() &&
               !is_function_word(document, i);
    };
    std::size_t begin = noun;
    while (begin > 0 && begin + longest > noun && !document.tokens[begin].starts_line()) {
        const std::size_t previous = begin - 1;
        const Token& token = document.tokens[previous];
        const bool joins = token.kind == TokenKind::possessive || document.is(previous, "-") ||
                           document.is(previous, "/") || document.is(previous, "&") ||
                           (previous > 0 && (document.is(previous - 1, "/") ||  // "Kestrel/The Post poll"
                                             (document.reads_any(previous, {"of", "and"}) &&
                                              is_capital(previous - 1) && is_capital(begin))));
        const bool named = previous > 0 && is_capital(previous) && document.tokens[previous - 1].is_word();
        if (!joins && (!token.is_word() || (!named && vocabulary().classes[token.word].has_any(no_part))))
            break;
        --begin;
    }
    while (begin < noun && !document.tokens[begin].is_word()) ++begin;
    return begin;
}

// A word of [begin, end) is a name: no capital from the sentence's start alone, no weekday.
bool holds_name(const Document& document, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
        const Token& token = document.tokens[i];
        if (!token.is_capitalised() || is_function_word(document, i)) continue;
        const bool opens = i == 0 || token.starts_line() || !document.tokens[i - 1].is_word();
        const bool owns = document.tokens[i + 1].kind == TokenKind::possessive;
        if (!opens || owns || token.word == unknown_word || token.is_all_capitals()) return true;
    }
    return false;
}

// Behind the noun stands no other one that it tells of, as in "report | card".
bool is_head(const Document& document, std::size_t noun) {
    const Token& next = document.tokens[noun + 1];
    static constexpr WordClasses behind{
        WordClass::preposition, WordClass::auxiliary, WordClass::modal,      WordClass::cue,
        WordClass::relative,    WordClass::pronoun,   WordClass::determiner, WordClass::conjunction,
        WordClass::verb,        WordClass::modifier,  WordClass::weekday,    WordClass::document_participle};
    return !next.is_word() || vocabulary().classes[next.word].has_any(behind);
}

}  // namespace

// "The World Bank report said …. Half of them, | the report | said": the document of that noun that was named last before; none
// where another one without a name was told of since.
std::optional<Source> Speakers::document_in_full(const SentenceFrame& frame, std::size_t noun) {
    constexpr std::size_t furthest = 600;
    const Token& word = document_.tokens[noun];
    if (looks_plural(document_, noun)) return std::nullopt;
    for (std::size_t i = noun - 1; i-- > 0 && i + furthest > noun;) {
        const Token& other = document_.tokens[i];
        if (other.word != word.word || other.is_all_capitals()) continue;
        if (other.is_capitalised() && document_.reads(i, "research"))
            continue;  // "Kestrel Research" is a firm
        const std::size_t begin = begin_of_mention(document_, i);
        const std::size_t maker = end_of_maker(document_, i);
        if (maker > i || (holds_name(document_, begin, i) && is_head(document_, i)))
            return document_called({begin, std::max(maker, i + 1)});
        const bool same = begin == i && i > 0 && document_.reads_any(i - 1, {"the", "this", "that"});
        const bool unnamed = !same && i > 0 && begin > 0 && is_head(document_, i) &&
                             vocabulary().is(document_.tokens[begin - 1].word, WordClass::determiner);
        if (unnamed) return std::nullopt;
    }
    // "Talks go on, the Dorne Post reported. It may cost £3m, the report added.": what that paper reported
    catch_up_();
    const bool told = last_ && last_->kind == SourceKind::organisation &&
                      (last_->cue == "reported" || last_->cue == "reports") && frame.is(noun, "report");
    return told ? last_ : std::nullopt;
}

// "Norland's health ministry said …. | The ministry | said", "| The health ministry | said": the body of that name whose it is.
std::optional<Source> Speakers::body_in_full(TokenRange head) {
    constexpr std::size_t furthest = 600, longest = 8;
    const std::size_t last = head.end - 1;
    const bool one_of_many =
        document_.reads_any(last, {"ministry", "military", "army", "police", "crescent"}) ||
        document_.reads(head.begin, "ministry") ||
        (head.end == head.begin + 2 && document_.reads_any(head.begin, {"civil", "air", "coast"}) &&
         document_.reads_any(last, {"defense", "defence", "force", "guard"}));
    if (!one_of_many) return std::nullopt;
    const std::size_t length = head.end - head.begin;
    const auto is_same = [&](std::size_t first) {
        for (std::size_t i = 0; i < length; ++i) {
            const Token& here = document_.tokens[head.begin + i];
            const Token& there = document_.tokens[first + i];
            if (there.hash != here.hash || there.is_capitalised() != here.is_capitalised()) return false;
        }
        return true;
    };
    for (std::size_t first = head.begin - 1; first-- > 0 && first + furthest > head.begin;) {
        if (document_.tokens[first].hash != document_.tokens[head.begin].hash || !is_same(first)) continue;
        const std::size_t begin = begin_of_mention(document_, first);
        if (begin == first || !holds_name(document_, begin, first)) continue;
        // "Norland's Ministry | of Roads"
        const std::size_t end =
            std::max(first + length, end_of_body(document_, first, std::min(first + longest, head.begin)));
        if (is_head(document_, end - 1)) return organisation_called({begin, end});
    }
    return std::nullopt;
}

// "The Electoral Commission met on Monday. | The commission | said": the one of whose name it is the last word, not of a place alone.
std::optional<Source> Speakers::body_of_noun(std::size_t noun) const {
    constexpr std::size_t furthest = 600;
    const Token& word = document_.tokens[noun];
    // of a ministry or a hospital there are too many
    if (word.is_capitalised() || word.word == unknown_word || is_kind_of_firm(document_, noun) ||
        document_.reads_any(noun, {"ministry", "military", "army", "police", "hospital"}))
        return std::nullopt;
    for (std::size_t i = noun - std::min<std::size_t>(noun, 1); i-- > 0 && i + furthest > noun;) {
        const Token& other = document_.tokens[i];
        if (other.word != word.word || !other.is_capitalised() || other.is_all_capitals()) continue;
        std::size_t begin = begin_of_capitals(document_, 0, i);
        if (begin < i && is_function_word(document_, begin)) ++begin;
        if (begin + 1 > i || !is_head(document_, i)) continue;
        return organisation_called({begin, std::max(i + 1, end_of_body(document_, i, noun))});
    }
    return std::nullopt;
}

// "Officials from the health ministry said …. | The officials | said": those who spoke last and are called so.
std::optional<Source> Speakers::unnamed_in_full(std::size_t noun) {
    catch_up_();
    const std::string word = lower(document_.word(noun));
    for (auto name = unnamed_.rbegin(); name != unnamed_.rend(); ++name) {
        const std::string told = lower(*name);
        const std::size_t at = told.find(word);
        const bool is_word = at != std::string::npos && (at == 0 || told[at - 1] == ' ') &&
                             (at + word.size() == told.size() || told[at + word.size()] == ' ');
        if (!is_word || told.find("of the " + word) != std::string::npos) continue;  // "two of the sources"
        Source source;
        source.name = *name;
        source.kind = SourceKind::unnamed;
        return source;
    }
    return std::nullopt;
}

// "ambassador to the | United Nations | Danny Orr": where a name of two words or three begins right behind that of a body; `end` for none.
std::size_t Speakers::behind_body(std::size_t head, std::size_t end) const {
    std::size_t begin = end;
    while (begin > head && document_.tokens[begin - 1].is_word() &&
           document_.tokens[begin - 1].is_capitalised())
        --begin;
    for (std::size_t name = begin + 2; name + 2 <= end; ++name)
        if (name + 3 >= end &&
            vocabulary().is(document_.tokens[name - 1].word, WordClass::organisation_word) &&
            !has_organisation_word(document_, name, end))
            return name;
    return end;
}

// "the ambassador to the Harbour League | Ann Lee": the name behind that of a body, by the given name with which it begins.
std::optional<Source> Speakers::given_at_end(TokenRange phrase, std::size_t head) const {
    std::size_t name = phrase.end;
    for (std::size_t i = phrase.end;
         i > head + 1 && document_.tokens[i - 1].is_word() && document_.tokens[i - 1].is_capitalised(); --i)
        if (i < phrase.end && vocabulary().given_names.contains(lower(document_.word(i - 1)))) name = i - 1;
    const bool by_body = name >= phrase.end;
    if (by_body) name = behind_body(head, phrase.end);
    if (name >= phrase.end || vocabulary().is(document_.tokens[name - 1].word, WordClass::conjunction) ||
        vocabulary().is(document_.tokens[name - 1].word, WordClass::preposition))
        return std::nullopt;
    for (std::size_t i = phrase.begin; i < head; ++i)
        if (document_.tokens[i].kind == TokenKind::possessive) phrase.begin = i + 1;
    Source source;
    source.name = text_of(document_, name, phrase.end);
    source.title = text_of(document_, phrase.begin, head);
    if (by_body) source.organisation = text_of(document_, begin_of_capitals(document_, head, name), name);
    source.kind = SourceKind::person;
    return source;
}

Source Speakers::document_called(TokenRange words) const {
    Source source;
    source.name = text_of(document_, words.begin, words.end);
    std::replace(source.name.begin(), source.name.end(), '\n', ' ');
    source.kind = SourceKind::document;
    return source;
}

}  // namespace figbook
