// Who says each figure: attributions of a sentence, quotations over several sentences, and what carries on.
#pragma once
#include <optional>
#include <vector>

#include "claim/attribution.hpp"

namespace figbook {

class SourceTracker {
 public:
    explicit SourceTracker(const Document& document);
    SourceTracker(const SourceTracker&) = delete;  // the speakers call it back
    SourceTracker& operator=(const SourceTracker&) = delete;

    // Takes a sentence with figures (in their order), and gives its drafts their sources. Those without figures before it are
    // put off until it matters who spoke before, so that half of them are never read.
    void take(const SentenceFrame& frame);
    // Quotations whose speaker is only named in a later sentence of the paragraph: fills what is still open. `any` is a
    // frame of the document.
    void finish(const SentenceFrame& any);

 private:
    struct Waiting {  // a figure in a quotation that has no speaker yet
        std::size_t draft;
        std::size_t figure;  // its Quantity::core
        std::uint32_t paragraph;
        std::size_t told_behind = 0;  // where its quotation ends and who speaks follows; 0 for nowhere
    };
    struct Named {  // who speaks in a sentence
        std::uint32_t paragraph = 0;
        Source source{};
        TokenRange speaker{};
        std::size_t cue = 0;
    };
    // Paragraphs that one quotation runs over, each opening with a mark and only the last closing it; both included.
    struct Run {
        std::uint32_t first;
        std::uint32_t last;
    };
    void put_off_before(const Document& document, std::size_t number);
    bool may_be_introduced(const SentenceFrame& frame) const;
    void catch_up();
    bool pass_over(const Sentence& sentence, std::size_t number);
    void name(const Attribution& says, std::uint32_t paragraph);
    void read(const SentenceFrame& frame, std::vector<Attribution>& found);
    void give(const SentenceFrame& frame, const std::vector<Attribution>& found, Draft& draft,
              std::size_t index);
    bool give_quoted(const SentenceFrame& frame, const std::vector<Attribution>& found, Draft& draft,
                     const Quotation& quotation);
    bool give_to_subject(const SentenceFrame& frame, Draft& draft, const Quotation& quotation);
    void give_restated(const SentenceFrame& frame);
    bool read_sign_off(const SentenceFrame& frame);
    void read_colon(const SentenceFrame& frame);
    static bool carries_on(const SentenceFrame& frame);
    std::optional<Source> carried_on(const SentenceFrame& frame);
    Run run_around(std::uint32_t paragraph) const;
    const Named* named_behind(const Waiting& waiting) const;
    const Named* first_named(std::uint32_t paragraph) const;
    const Named* last_named(std::uint32_t first, std::uint32_t last) const;
    const Named* named_around(std::uint32_t paragraph) const;
    // Writes down by which rule a figure has its source: the words of the speaker and those that say that he says it.
    static void tell(Trace* trace, std::size_t figure, std::string_view rule, const Named& named);

    Speakers speakers_;
    const SentenceFrame* frame_ = nullptr;  // which is taken
    // Of the sentence that is read, and of one that was put off; here, so that their room is used again.
    std::vector<Attribution> found_, found_late_;
    std::vector<Run> runs_;  // in the order of the text
    std::vector<Waiting> waiting_;
    std::vector<Named> named_;        // in the order of the text
    std::optional<Source> previous_;  // of the sentence before, where it covered its end
    std::uint32_t previous_paragraph_ = 0;
    std::size_t last_read_ = 0;                   // the number of the sentence read last
    std::size_t next_ = 0;                        // of the first sentence that is neither taken nor put off
    std::optional<Named> introduced_;             // whose words a colon at a paragraph's end announces
    std::vector<std::uint32_t> put_off_;          // sentences without figures, by their numbers
    std::vector<std::uint32_t> taken_up_;         // those that were, while they are read
    std::optional<std::uint32_t> colon_put_off_;  // the paragraph of the last of them that ends with a colon
    std::optional<std::uint32_t> speaking_put_off_;  // of the last in which somebody can speak
};

}  // namespace figbook
