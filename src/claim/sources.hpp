// Who says each figure: attributions of a sentence, quotations over several sentences, and what carries on.
#pragma once
#include <optional>
#include <vector>

#include "claim/attribution.hpp"

namespace figbook {

class SourceTracker {
 public:
    explicit SourceTracker(const Document& document) : document_(document), speakers_(document) {}

    // Reads a sentence (in order, with or without figures), and gives its drafts their sources.
    void read(const SentenceFrame& frame);
    // Quotations whose speaker is only named in a later sentence of the paragraph: fills what is still open.
    void finish(Drafts& drafts, Trace* trace);

 private:
    struct Waiting {  // a figure in a quotation that has no speaker yet
        std::size_t draft;
        std::size_t figure;  // its Quantity::core
        std::uint32_t paragraph;
    };
    struct Named {  // who speaks in a sentence with a quotation
        std::uint32_t paragraph;
        Source source;
        TokenRange speaker{};
        std::size_t cue = 0;
    };
    void give(const SentenceFrame& frame, const std::vector<Attribution>& found, Draft& draft,
              std::size_t index);
    std::optional<Source> quoted_speaker(const SentenceFrame& frame, const std::vector<Attribution>& found,
                                         std::size_t figure);
    std::optional<Source> speaker_before_colon(const SentenceFrame& frame);
    std::optional<Source> carried_on(const SentenceFrame& frame) const;
    const Named* first_named(std::uint32_t paragraph) const;
    const Named* named_around(std::uint32_t paragraph) const;

    const Document& document_;
    Speakers speakers_;
    std::vector<Waiting> waiting_;
    std::vector<Named> named_;  // in the order of the text
    // Writes down by which rule a figure has its source: the words of the speaker and those that say that he says it.
    static void tell(Trace* trace, std::size_t figure, std::string_view rule, const Named& named);

    std::optional<Source> previous_;  // of the sentence before, where it covered its end
    std::uint32_t previous_paragraph_ = 0;
};

}  // namespace figbook
