#include "claim/near_misses.hpp"

#include <algorithm>
#include <array>

#include "claim/reasons.hpp"

namespace figbook {
namespace {

// Words for a number that nobody can know. Extraction never asks for them, so they are in no table of the vocabulary.
constexpr std::array<std::string_view, 8> vague_counts{"dozens",   "hundreds",  "thousands", "millions",
                                                       "billions", "trillions", "several",   "countless"};
constexpr std::array<std::array<std::string_view, 2>, 4> vague_pairs{
    {{"a", "few"}, {"a", "couple"}, {"a", "handful"}, {"scores", "of"}}};

class NearMissFinder {
 public:
    NearMissFinder(const Document& document, const std::vector<Draft>& drafts)
        : document_(document), words_(vocabulary()), taken_(document.tokens.size(), false) {
        for (const Draft& draft : drafts) take(draft.quantity.begin, draft.quantity.end);
    }

    std::vector<NearMiss> find(const Trace& trace) {
        for (const NoFigure& refused : trace.no_figures) add(refused.begin, refused.end, refused.reason);
        for (const Sentence& sentence : document_.sentences) read(sentence);
        std::sort(found_.begin(), found_.end(),
                  [](const NoFigure& a, const NoFigure& b) { return a.begin < b.begin; });
        widen();
        merge();
        std::vector<NearMiss> misses;
        for (const NoFigure& each : found_) {
            const std::string_view words = reason_in_words(each.reason);
            const Span sentence = sentence_at(each.begin);
            Span span = document_.span(each.begin, each.end);
            span.end = std::min(
                span.end, sentence.end);  // "at 29.Three ships": two numbers that were one to the scanner
            misses.push_back({span, sentence, each.reason, std::string(words.empty() ? each.reason : words)});
        }
        return misses;
    }

 private:
    const Token& token(std::size_t i) const { return document_.tokens[i]; }
    bool is(std::size_t i, WordClass wanted) const { return words_.is(token(i).word, wanted); }
    bool is_free(std::size_t i) const { return i < taken_.size() && !taken_[i]; }
    bool glued(std::size_t i) const { return !token(i).space_before() && !token(i).starts_line(); }

    void take(std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) taken_[i] = true;
    }

    // What is left of it behind the figures and what was refused before: a number may be asked more than once.
    void add(std::size_t begin, std::size_t end, std::string_view reason) {
        if (!is_free(begin)) return;
        std::size_t free_end = begin;
        while (free_end < end && is_free(free_end)) ++free_end;
        take(begin, free_end);
        found_.push_back({begin, free_end, reason});
    }

    // The numbers of a sentence that no rule was asked about.
    void read(const Sentence& sentence) {
        const bool skipped = !sentence.is_read();
        const std::string_view line = sentence.kind == LineKind::byline ? "byline" : "credit";
        for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
            if (!is_free(i)) continue;
            const bool number = token(i).is_number() || is(i, WordClass::number);
            if (const std::size_t length = vague_length(i, sentence.end))
                add(i, i + length, skipped ? line : "vague");
            else if (number)
                add(i, i + 1, skipped ? line : why_unread(i));
            else if (is_magnitude(i))
                add(i, i + 1, skipped ? line : "magnitude");
            else if (holds_digit(i))
                add(i, i + 1, skipped ? line : "address");
        }
    }

    // "example.com/2024/07", "U24.co.uk": the name of a site, or a page of it.
    bool holds_digit(std::size_t i) const {
        const std::string_view text = document_.word(i);
        return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    }

    std::string_view why_unread(std::size_t i) const {
        constexpr std::size_t most_digits = 18;  // that a decimal holds exactly
        const std::string_view digits = document_.word(i);
        if (!token(i).is_number()) return "unread";
        if (std::count_if(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }) >
            static_cast<std::ptrdiff_t>(most_digits))
            return "too long";
        return digits.size() > 1 && digits[0] == '0' && digits[1] >= '0' ? "leading zero" : "unread";
    }

    // How many tokens of a vague count start here: "dozens", "a few", "several hundred".
    std::size_t vague_length(std::size_t i, std::size_t end) const {
        std::size_t length = 0;
        for (const std::string_view word : vague_counts)
            if (document_.reads(i, word)) length = 1;
        for (const auto& [first, second] : vague_pairs)
            if (i + 1 < end && document_.reads(i, first) && document_.reads(i + 1, second)) length = 2;
        const std::size_t next = i + length;
        const bool scaled = length > 0 && next < end && is_free(next) &&
                            (document_.reads_any(next, {"hundred", "dozen"}) || is_magnitude(next));
        return scaled ? length + 1 : length;
    }

    // "million" without a number; "m" and "k" are too many other things.
    bool is_magnitude(std::size_t i) const {
        if (!is(i, WordClass::magnitude)) return false;
        const auto match = words_.magnitudes.match(document_.tokens, i, i + 1);
        return match && !match.meaning->abbreviation;
    }

    // "14" as "14th", "35" as "F-35", "12" as "12 February", "500" as "S&P 500": what a reader knows it by.
    void widen() {
        for (NoFigure& each : found_) {
            while (is_free(each.end) && (joins(each.end) || belongs_behind(each))) taken_[each.end++] = true;
            while (joins_before(each.begin)) taken_[--each.begin] = true;
            name_before(each);
        }
    }

    bool is_part(std::size_t i) const {
        const std::string_view text = document_.word(i);
        return token(i).kind != TokenKind::mark || text == "-" || text == "–" || text == "/" || text == "#" ||
               text == "’" || text == "'" || text == "_" || text == ":";
    }
    bool is_joinable(std::size_t i) const { return is_free(i) && is_part(i); }

    // A joined token behind, and not a hyphen or a slash that closes.
    bool joins(std::size_t i) const {
        if (!glued(i) || !is_part(i)) return false;
        return token(i).kind != TokenKind::mark || (is_joinable(i + 1) && glued(i + 1));
    }

    // A joined token before `begin`, and not a hyphen or a slash that opens; "#5" and "’90s" have their mark.
    bool joins_before(std::size_t begin) const {
        if (begin == 0 || !glued(begin) || !is_joinable(begin - 1)) return false;
        const std::string_view text = document_.word(begin - 1);
        if (token(begin - 1).kind != TokenKind::mark || text == "#" || text == "’" || text == "'")
            return true;
        return begin > 1 && glued(begin - 1) && is_joinable(begin - 2);
    }

    bool is_month(std::size_t i) const { return is(i, WordClass::month) && token(i).is_capitalised(); }

    // "on the 22" may end a paragraph, and "May sales rose" begin the next.
    bool in_its_sentence(const NoFigure& each, std::size_t i) const {
        return sentence_at(each.begin).contains(document_.span(i, i + 1));
    }

    bool belongs_behind(const NoFigure& each) const {
        if (each.reason == "date") return is_month(each.end) && in_its_sentence(each, each.end);
        return each.reason == "clock time" && is(each.end, WordClass::meridiem) &&
               in_its_sentence(each, each.end);
    }

    void name_before(NoFigure& each) {
        std::size_t at = each.begin;
        if (each.reason == "date" && at > 0 && is_free(at - 1) && is_month(at - 1) &&
            in_its_sentence(each, at - 1))
            --at;
        if (each.reason == "number of a named thing") {
            const bool full_stop = at > 0 && document_.is(at - 1, ".") && glued(at - 1);
            const std::size_t end = full_stop ? at - 1 : at;
            const auto match = words_.names_before_numbers.match_before(document_.tokens, end, 0);
            if (match && is_free(end - match.length)) at = end - match.length;
        }
        for (; each.begin > at; --each.begin) taken_[each.begin - 1] = true;
    }

    // "2012-13" is asked as two years, "hundreds of thousands" as two counts.
    void merge() {
        std::vector<NoFigure> merged;
        for (const NoFigure& each : found_) {
            if (merged.empty() || !goes_on(merged.back(), each)) {
                merged.push_back(each);
                continue;
            }
            merged.back().end = each.end;
            // "2023-04-05" against "2012-13"
            if (merged.back().reason == "year")
                merged.back().reason = each.reason == "unread" ? "date" : "span of years";
        }
        found_ = std::move(merged);
    }

    bool goes_on(const NoFigure& first, const NoFigure& second) const {
        const bool vague =
            first.reason == "vague" && (second.reason == "vague" || second.reason == "magnitude");
        if (vague && second.begin <= first.end + 1 &&
            (second.begin == first.end || document_.reads(first.end, "of")))
            return in_its_sentence(first, second.begin);  // "… millions", and "Of" opens the next
        const bool years = (first.reason == "year" || first.reason == "span of years") &&
                           (second.reason == "year" || second.reason == "date");
        // "2:00": what no rule reads goes with what it is joined to.
        const bool rest = second.reason == "unread";
        if (first.reason != second.reason && !years && !rest) return false;
        for (std::size_t i = first.end; i <= second.begin; ++i)
            if (!glued(i) || (i < second.begin && !is_free(i))) return false;
        // "52% of 2019.June 3, 2031": of another sentence
        return second.begin <= first.end + 2 && in_its_sentence(first, second.begin);
    }

    Span sentence_at(std::size_t i) const {
        const auto after = std::upper_bound(
            document_.sentences.begin(), document_.sentences.end(), i,
            [](std::size_t wanted, const Sentence& sentence) { return wanted < sentence.begin; });
        if (after == document_.sentences.begin()) return {};
        const Sentence& sentence = *(after - 1);
        return document_.span(sentence.begin, sentence.end);
    }

    const Document& document_;
    const Vocabulary& words_;
    std::vector<bool> taken_;  // tokens of figures, and of numbers that have a reason already
    std::vector<NoFigure> found_;
};

}  // namespace

std::vector<NearMiss> near_misses(const Document& document, const std::vector<Draft>& drafts,
                                  const Trace& trace) {
    return NearMissFinder(document, drafts).find(trace);
}

}  // namespace figbook
