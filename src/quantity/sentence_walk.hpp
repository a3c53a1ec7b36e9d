// What the walk over a sentence shares: the sentence, what its tokens are, and the figures found so far.
//
//     SentenceWalk walk{{document, vocabulary(), sentence}, evidence, found};
//     walk.is(i, "to") && walk.is(i + 1, WordClass::number)     // false behind the sentence's end
//
// Inside quantity/ alone: scan.cpp walks, and amount, range, proportions, bare_number and bounds read for it.
#pragma once
#include <cstddef>
#include <vector>

#include "quantity/currency_evidence.hpp"
#include "quantity/quantity.hpp"
#include "quantity/sentence_tokens.hpp"
#include "quantity/trace.hpp"

namespace figbook {

struct SentenceWalk : SentenceTokens {
    const CurrencyEvidence& evidence;
    std::vector<Quantity>& found;      // in the order of the text
    Trace* trace = nullptr;            // none in extraction
    const Quantity* before = nullptr;  // the last thing counted or measured right before the sentence
    const Quantity* percent =
        nullptr;  // the last percentage right before the sentence, where nothing stands behind it
    bool behind_poll = false;  // the sentence before told percentages of a poll

    // True where the tokens are the whole text, but for a mark at its end: the cell of a table, an answer.
    bool is_all(std::size_t begin, std::size_t end) const {
        if (document.sentences.size() != 1 || begin != sentence.begin) return false;
        return end == sentence.end || (end + 1 == sentence.end && is_any(end, {".", "?", "!", ","}));
    }
    // True where the whole text is a short list of numbers in digits: "1, 234, 567".
    bool is_list_of_numbers() const {
        constexpr std::size_t longest = 40;
        if (document.sentences.size() != 1 || sentence.end - sentence.begin > longest) return false;
        for (std::size_t i = sentence.begin; i < sentence.end; ++i)
            if (!token(i).is_number() && !is_any(i, {",", ";", "and", "."})) return false;
        return true;
    }
    // One behind the last figure found, which no bound word of the next reaches into.
    std::size_t last_end() const { return found.empty() ? sentence.begin : found.back().end; }
};

}  // namespace figbook
