// Who says each figure: attributions of a sentence, quotations over several sentences, and what carries on.
#pragma once
#include <optional>
#include <vector>

#include "claim/attribution.hpp"
#include "claim/who_spoke.hpp"

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
    void put_off_before(const Document& document, std::size_t number);
    bool may_be_introduced(const SentenceFrame& frame) const;
    void catch_up();
    bool pass_over(const Sentence& sentence, std::size_t number);
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
    // Writes down by which rule a figure has its source: the words of the speaker and those that say that he says it.
    static void tell(Trace* trace, std::size_t figure, std::string_view rule, const SpokenBy& named);

    Speakers speakers_;
    WhoSpoke spoke_;
    const SentenceFrame* frame_ = nullptr;  // which is taken
    // Of the sentence that is read, and of one that was put off; here, so that their room is used again.
    std::vector<Attribution> found_, found_late_;
    std::vector<Waiting> waiting_;
    std::optional<Source> previous_;  // of the sentence before, where it covered its end
    std::uint32_t previous_paragraph_ = 0;
    std::size_t last_read_ = 0;                   // the number of the sentence read last
    std::size_t next_ = 0;                        // of the first sentence that is neither taken nor put off
    std::optional<SpokenBy> introduced_;          // whose words a colon at a paragraph's end announces
    std::vector<std::uint32_t> put_off_;          // sentences without figures, by their numbers
    std::vector<std::uint32_t> taken_up_;         // those that were, while they are read
    std::optional<std::uint32_t> colon_put_off_;  // the paragraph of the last of them that ends with a colon
    std::optional<std::uint32_t> speaking_put_off_;  // of the last in which somebody can speak
};

}  // namespace figbook
