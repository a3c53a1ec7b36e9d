#include "claim/short_names.hpp"

#include <algorithm>
#include <array>

#include "claim/names.hpp"

namespace figbook {
namespace {

// "Cairn Energy", "Delta Air Lines", "Marsh & Dunn": where the name ends that begins with that word; `at` where it has no more.
std::size_t end_of_firm(const Document& document, std::size_t at, std::size_t limit) {
    constexpr std::size_t longest = 5;
    const std::size_t end = end_of_name(document, at, limit);
    if (end < at + 2 || end > at + longest) return at;
    bool joined = false;
    for (std::size_t i = at + 1; i < end; ++i) {
        joined |= document.is(i, "&");
        if (vocabulary().is(document.tokens[i].word, WordClass::title)) return at;
    }
    const WordId last = document.tokens[end - 1].word;
    // "Sony Pictures", "Sky News" are parts of what is called by the word alone.
    const bool part =
        document.reads_any(end - 1, {"pictures", "entertainment", "capital", "electronics", "news",
                                     "research", "studios", "fund", "securities", "times", "court", "school",
                                     "hospital", "project", "line", "lines", "park"});
    const bool air = document.reads(end - 1, "lines") && document.reads(end - 2, "air");
    return joined || air || (vocabulary().is(last, WordClass::organisation_word) && !part) ? end : at;
}

// "Post", "Telegraph": by which papers are called that have more of a name. "The Guardian" and "The Times" have none.
bool is_short_for_paper(std::string_view word) {
    static constexpr std::array<std::string_view, 13> papers{
        "Post",  "Journal", "Telegraph", "Mail",    "Express",  "Mirror",   "Herald",
        "Globe", "Tribune", "Star",      "Gazette", "Inquirer", "Chronicle"};
    return std::find(papers.begin(), papers.end(), word) != papers.end();
}

}  // namespace

std::string_view ShortNames::paper_in_full(std::string_view word) {
    if (!is_short_for_paper(word)) return word;
    const auto [known, is_new] = known_.try_emplace(std::string(word));
    if (!is_new) return known->second;
    known->second = known->first;
    for (const Sentence& sentence : document_.sentences)
        for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
            i = document_.signs.next(Sign::capital, i, sentence.end);
            if (i == sentence.end) break;
            if (document_.word(i) != word || document_.tokens[i + 1].is_capitalised()) continue;
            const std::size_t begin = begin_of_name(document_, sentence.begin, i);
            const bool other = document_.reads(i + 1, "on");  // "the Mail | on Sunday"
            if (begin == i && !other) continue;
            const std::string_view full = document_.text_of(begin, i + 1);
            if (other || (known->second != known->first && known->second != full))
                return known->second = known->first;
            known->second = full;
        }
    return known->second;
}

std::string_view ShortNames::in_full(std::string_view word) {
    constexpr std::size_t introduction = 4;  // sentences, in which a headline may shorten the name
    const auto [known, is_new] = known_.try_emplace(std::string(word));
    if (!is_new) return known->second;
    known->second = known->first;
    for (std::size_t number = 0; number < document_.sentences.size(); ++number) {
        const Sentence& sentence = document_.sentences[number];
        if (!sentence.is_read()) continue;
        for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
            i = document_.signs.next(Sign::capital, i, sentence.end);
            if (i == sentence.end) break;
            if (document_.tokens[i].length() != word.size() || document_.word(i) != word) continue;
            if (i > sentence.begin && document_.tokens[i - 1].is_capitalised()) continue;
            const std::size_t end = end_of_firm(document_, i, sentence.end);
            if (end > i)
                known->second = document_.text_of(i, end);
            else if (number < introduction)
                continue;
            return known->second;  // it was introduced so, or else is called by the word from the first
        }
    }
    return known->second;
}

}  // namespace figbook
