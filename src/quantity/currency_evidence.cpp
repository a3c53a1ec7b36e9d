#include "quantity/currency_evidence.hpp"

#include <algorithm>

namespace figbook {
namespace {

// The entry with the greatest weight, the first in the alphabet of those; "" for none or where two tie.
std::string_view strongest(const std::map<std::string_view, int>& weights) {
    std::string_view best;
    int most = 0;
    bool tied = false;
    for (const auto& [code, weight] : weights) {
        if (weight > most) {
            best = code;
            most = weight;
            tied = false;
        } else if (weight == most) {
            tied = true;
        }
    }
    return tied ? std::string_view() : best;
}

// "SYDNEY (Reuters) -": a place in capitals at the very start says where the article was written.
bool is_dateline(const Token& token, std::size_t place) {
    return place < 4 && token.is_all_capitals();
}

bool is_open(std::string_view group) {
    const CurrencyGroup* found = vocabulary().group(group);
    return found && found->open;
}

}  // namespace

const CurrencyEvidence::Groups& CurrencyEvidence::groups() const {
    if (groups_) return *groups_;
    Groups& found = groups_.emplace();
    for (const Sentence& sentence : document_.sentences) gather(sentence, found);
    return found;
}

// Adds what one sentence says.
void CurrencyEvidence::gather(const Sentence& sentence, Groups& found) const {
    static constexpr WordClasses telling{WordClass::currency, WordClass::currency_code,
                                         WordClass::currency_place};
    if (!sentence.classes.has_any(telling)) return;
    const Vocabulary& words = vocabulary();
    const Tokens& tokens = document_.tokens;
    for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
        const Token& token = tokens[i];
        if (token.word == unknown_word || !words.classes[token.word].has_any(telling)) continue;
        if (const auto match = words.currencies.match(tokens, i, tokens.size());
            match && !match.meaning->code.empty() && is_open(match.meaning->group) &&
            (match.length > 1 || token.is_capitalised()))
            ++found[match.meaning->group].named[match.meaning->code];
        if (!token.is_capitalised()) continue;
        if (token.is_all_capitals() && words.is(token.word, WordClass::currency_code)) {
            const CurrencyName* currency = words.currency_of(document_.word(i));
            if (currency && is_open(currency->group) && !words.is(token.word, WordClass::code_lookalike))
                ++found[currency->group].named[currency->code];
        }
        if (const auto place = words.places.match(tokens, i, tokens.size());
            place && is_open(place.meaning->group))
            found[place.meaning->group].placed[place.meaning->code] += is_dateline(token, i) ? 3 : 1;
    }
}

CurrencyChoice CurrencyEvidence::choose(std::string_view group) const {
    const CurrencyGroup* known = vocabulary().group(group);
    if (!known) return {};
    if (!known->open) return {known->fallback, false};
    for (const Decided& each : decided_)
        if (each.group == known) return each.choice;
    const CurrencyChoice choice = decide(*known);
    decided_.push_back({known, choice});
    return choice;
}

CurrencyChoice CurrencyEvidence::decide(const CurrencyGroup& group) const {
    const std::string_view fallback = group.fallback;
    for (const std::string& other : group.also)
        if (const CurrencyChoice choice = choose(other); !choice.assumed) return choice;
    const auto found = groups().find(group.name);
    if (found == groups().end()) return {fallback, true};
    // A named twin only decides where it is the only one: an article with A$ and US$ leaves "$" open.
    if (found->second.named.size() == 1) {
        const std::string_view code = found->second.named.begin()->first;
        const bool has_place = found->second.placed.contains(code);
        if (has_place || found->second.placed.empty()) return {code, false};
    }
    // America stands in news of every country: it speaks for its dollar only where no other place does.
    std::map<std::string_view, int> elsewhere = found->second.placed;
    elsewhere.erase("USD");
    if (elsewhere.empty()) return {fallback, !found->second.placed.contains(fallback)};
    if (const std::string_view code = strongest(elsewhere); !code.empty()) {
        if (code == fallback) return {fallback, false};
        // The default of a world currency gives way only to evidence that is more than a mention.
        const bool strong = elsewhere.at(code) >= (fallback == "USD" || fallback == "GBP" ? 3 : 1);
        if (strong || found->second.named.contains(code)) return {code, false};
    }
    return {fallback, true};
}

}  // namespace figbook
