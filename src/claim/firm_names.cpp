#include "claim/firm_names.hpp"

#include <algorithm>

#include "claim/names.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

// "Inc", but not in "Orlo Co-Chief" and in the code of a share, "ORLO AB.N".
bool is_ending(const Document& document, std::size_t i) {
    if (!vocabulary().is(document.tokens[i].word, WordClass::firm_ending)) return false;
    const bool goes_on = !document.tokens[i + 1].space_before() &&
                         (document.is(i + 1, "-") ||
                          (document.is(i + 1, ".") && i + 2 < document.token_count &&
                           !document.tokens[i + 2].space_before() && document.tokens[i + 2].is_word()));
    return !goes_on;
}

// Where the name surely begins: a capital that opens the sentence may be of a word that is none of it, "Rival Orlo Books Inc".
std::size_t sure_begin(const Document& document, std::size_t begin, std::size_t end) {
    std::size_t i = begin;
    const auto may_be_noun = [&](std::size_t k) {  // "Jeweler"
        return document.tokens[k].word != unknown_word || has_ending(document.word(k), "er", 4);
    };
    while (i + 1 < end && may_be_noun(i) && !document.reads(i, "new") &&
           !vocabulary().is(document.tokens[i].word, WordClass::currency_place))
        ++i;
    return i;
}

// "St.Volmer Inc", "J.C. | Orlo": a dot inside a word, or behind a letter or an ending.
bool is_inner_dot(const Document& document, const Sentence& sentence, std::size_t i) {
    if (!document.is(i, ".") || document.tokens[i].space_before() || i == sentence.begin) return false;
    return !document.tokens[i + 1].space_before() || document.tokens[i - 1].length() == 1 ||
           is_ending(document, i - 1);
}

// Can the token before `begin` be of the name that goes on there?
bool goes_on_before(const Document& document, const Sentence& sentence, std::size_t begin) {
    const std::size_t i = begin - 1;
    const Token& token = document.tokens[i];
    if (token.is_word() && token.is_capitalised())
        return !is_function_word(document, i) && !(i == sentence.begin && document.reads(i, "the"));
    // "Harper's Inc", but "Norland's Volmer Inc"
    if (token.kind == TokenKind::possessive) return is_ending(document, begin);
    if (document.is(i, "&")) return true;
    if (document.is(i, "-")) return !token.space_before() && !document.tokens[begin].space_before();
    // "Bank of Norland Corp"
    if (document.is(i, "of"))
        return i > sentence.begin && document.tokens[i - 1].is_capitalised() &&
               has_organisation_word(document, i - 1, i);
    return is_inner_dot(document, sentence, i) || token.continues_name();
}

}  // namespace

FirmNames::FirmNames(const Document& document) {
    constexpr std::size_t longest = 12;  // tokens
    const WordClasses* const classes = vocabulary().classes.data();
    for (const Sentence& sentence : document.sentences) {
        if (!sentence.is_read() || !sentence.has(WordClass::firm_ending)) continue;
        for (std::size_t i = sentence.begin + 1; i < sentence.end; ++i) {
            i = document.signs.next(Sign::capital, i, sentence.end);
            if (i == sentence.end) break;
            if (!classes[document.tokens[i].word].has(WordClass::firm_ending) || !is_ending(document, i))
                continue;
            std::size_t begin = i;
            while (begin > sentence.begin && i - begin < longest && goes_on_before(document, sentence, begin))
                --begin;
            begin = first_capital(document, begin, i);
            std::size_t ending = i;
            while (ending > begin && (is_ending(document, ending - 1) || document.is(ending - 1, ".") ||
                                      document.is(ending - 1, "&")))
                --ending;
            if (ending == begin) continue;
            Name name{document.text_of(begin, i + 1), document.text_of(begin, ending).size(), 0};
            if (begin == sentence.begin)
                name.sure =
                    document.tokens[sure_begin(document, begin, i)].start - document.tokens[begin].start;
            constexpr std::size_t most =
                400;  // of different ones: no article has more, and each speaker is looked for in all
            const bool known = std::any_of(all_.begin(), all_.end(),
                                           [&](const Name& each) { return each.words == name.words; });
            if (!known && all_.size() < most) all_.push_back(name);
        }
    }
}

std::string_view FirmNames::fullest(std::string_view name) const {
    std::string_view best = name;
    std::size_t least = 0;
    for (const Name& each : all_) {
        const std::size_t at = each.words.find(name);
        const std::size_t end = at + name.size();
        const bool whole = at != std::string_view::npos && (at == 0 || each.words[at - 1] == ' ') &&
                           end < each.words.size() && each.words[end] == ' ';
        if (!whole) continue;
        // "Falk" of "Robert Falk Co", but not "Energy" of "Volmer Energy Holdings Co"
        if (at > each.sure && end + 1 < each.ending) continue;
        const std::size_t added = each.ending > end ? each.ending - end : 0;
        const std::string_view full = each.words.substr(std::min(at, each.sure));
        const bool longer = best.starts_with(full) || full.starts_with(best);
        if (best.size() > name.size() &&
            (longer && added == least ? full.size() <= best.size() : added >= least))
            continue;
        best = full;
        least = added;
    }
    return best;
}

}  // namespace figbook
