#include "track/figure_place.hpp"

#include <algorithm>
#include <cstdint>

namespace figbook {
namespace {

constexpr std::size_t near_figure = 40;  // bytes from a verb to its figure

std::size_t within(std::uint32_t place, std::uint32_t sentence) {
    return place > sentence ? place - sentence : 0;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

}  // namespace

FigurePlace::FigurePlace(const ToldClaim& told, std::string_view sentence,
                         const std::vector<TrackedWord>& words)
    : told_(told),
      text_(sentence),
      words_(words),
      start_(within(told.claim.span.start, told.claim.sentence.start)),
      end_(within(told.claim.span.end, told.claim.sentence.start)) {}

bool FigurePlace::is_before(std::size_t word) const {
    return words_[word].span.end <= start_;
}

bool FigurePlace::is_inside(std::size_t word) const {
    return words_[word].span.start >= start_ && words_[word].span.end <= end_;
}

bool FigurePlace::is_right_behind(std::size_t word) const {
    const std::size_t at = words_[word].span.start;
    return at > start_ && at >= end_ && at <= end_ + 1;
}

std::string_view FigurePlace::between(std::size_t first, std::size_t second) const {
    const std::size_t start = words_[first].span.end;
    const std::size_t end = words_[second].span.start;
    return start <= end && end <= text_.size() ? text_.substr(start, end - start) : std::string_view();
}

bool FigurePlace::is_year(std::size_t word) const {
    const std::string& digits = words_[word].folded;
    return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20")) &&
           std::all_of(digits.begin(), digits.end(), is_digit);
}

bool FigurePlace::is_figure(std::size_t word) const {
    return is_digit(words_[word].folded.front()) && !is_year(word);
}

bool FigurePlace::is_time(std::size_t word) const {
    return words_[word].kind == WordKind::time || is_year(word);
}

std::size_t FigurePlace::first_behind() const {
    const auto behind = std::find_if(words_.begin(), words_.end(),
                                     [&](const TrackedWord& word) { return word.span.start >= end_; });
    return static_cast<std::size_t>(behind - words_.begin());
}

bool FigurePlace::is_behind_alternative(std::size_t word) const {
    constexpr std::size_t longest = 3;  // words of the other amount
    for (std::size_t i = word; i-- > 0 && word - i <= longest + 1;)
        if (words_[i].folded == "or") {
            constexpr std::uint32_t comma = 2;  // bytes of ", "
            return words_[i].span.start >= end_ && words_[i].span.start <= end_ + comma;
        }
    return false;
}

bool FigurePlace::is_one_of(std::size_t word) const {
    const Kind kind = told_.claim.kind;
    if (kind != Kind::money && kind != Kind::count && kind != Kind::measure) return false;
    return words_[word].folded == "of" && is_right_behind(word) && word + 1 < words_.size() &&
           words_[word + 1].is_definite;
}

bool FigurePlace::is_of_before(std::size_t word) const {
    if (words_[word].folded != "had" || word + 1 >= words_.size()) return false;
    if (!is_before(word) || words_[word].span.end + near_figure <= start_) return false;
    const std::string& next = words_[word + 1].folded;
    return next.ends_with("ed") || next.ends_with("en") || next.ends_with("wn");
}

bool FigurePlace::is_so_far(std::size_t word) const {
    if (!is_before(word) || (words_[word].folded != "has" && words_[word].folded != "have")) return false;
    const std::size_t next =
        word + 1 < words_.size() && words_[word + 1].folded == "already" ? word + 2 : word + 1;
    return next < words_.size() && words_[next].is_deed;
}

bool FigurePlace::is_until(std::size_t word) const {
    return words_[word].folded == "through" && word + 1 < words_.size() &&
           words_[word + 1].kind == WordKind::time;
}

bool FigurePlace::is_length(std::size_t word) const {
    return word > 0 && words_[word].is_span && words_[word].folded != words_[word - 1].folded &&
           words_[word].span.start == words_[word - 1].span.end + 1 && !words_[word - 1].is_known;
}

bool FigurePlace::opens_with_pronoun() const {
    constexpr std::size_t fewest = 3;
    if (words_.size() < fewest || !words_[0].is_pronoun || !words_[1].is_link || words_[2].folded != "the")
        return false;
    return std::any_of(words_.begin(), words_.end(), [&](const TrackedWord& word) {
        return word.folded == "since" && word.span.end <= start_;
    });
}

bool FigurePlace::says_as_of() const {
    for (std::size_t i = 0; i + 1 < words_.size(); ++i)
        if (words_[i].folded == "as" && words_[i + 1].folded == "of") return true;
    return false;
}

bool FigurePlace::joins_months() const {
    constexpr std::size_t longest = 9;  // bytes of " and end-"
    for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
        if (!words_[i].is_month) continue;
        for (std::size_t j = i + 1; j < words_.size() && between(i, j).size() <= longest; ++j) {
            if (!words_[j].is_month) continue;
            const std::string_view joint = between(i, j);
            if (joint == "/" || joint == "-" || joint == "–" || joint.starts_with(" to ") ||
                joint.starts_with(" and ") || joint.starts_with(" through "))
                return true;
        }
    }
    return false;
}

bool FigurePlace::is_from_of_open_time() const {
    constexpr std::size_t farthest = 8;  // words
    if (told_.claim.role != Role::from || told_.claim.baseline || !told_.claim.period) return false;
    std::size_t from = first_behind();
    while (from > 0 && words_[from - 1].folded != "from") {
        --from;
        if (is_before(from) && is_time(from)) return false;  // "from May's 49.6"
    }
    for (std::size_t i = from; i > 0 && from - i < farthest; --i)
        if (is_time(i - 1)) return false;
    return from > 0;
}

bool FigurePlace::is_from_extreme() const {
    constexpr std::size_t most_words = 6;
    const std::size_t first = first_behind();
    if (told_.claim.role != Role::change || first >= words_.size() || words_[first].folded != "from" ||
        !is_right_behind(first))
        return false;
    for (std::size_t i = first + 1; i < words_.size() && i <= first + most_words; ++i)
        if (words_[i].basis == "highest" || words_[i].basis == "lowest") return true;
    return false;
}

bool FigurePlace::is_of_two_times() const {
    std::string_view first;
    for (std::size_t i = first_behind(); i < words_.size() && !is_figure(i); ++i) {
        if (!is_year(i)) continue;
        if (first.empty())
            first = words_[i].folded;
        else if (first != words_[i].folded)
            return true;
    }
    return false;
}

bool FigurePlace::is_in_added_clause() const {
    constexpr std::string_view opener = ", with ";
    const std::string_view before = text_.substr(0, std::min(start_, text_.size()));
    const std::size_t subject = before.find(told_.claim.subject);
    if (told_.claim.subject.empty() || subject == std::string_view::npos) return false;
    const std::size_t clause = before.find(opener, subject + told_.claim.subject.size());
    if (clause == std::string_view::npos) return false;
    // "With" of the figure itself: "Acme led, with sales of $5m".
    return std::any_of(words_.begin(), words_.end(), [&](const TrackedWord& word) {
        return word.span.start >= subject + told_.claim.subject.size() && word.span.end <= clause &&
               is_digit(word.folded.front());
    });
}

std::vector<std::vector<std::string>> FigurePlace::parts_behind() const {
    constexpr std::size_t most_words = 12;
    std::vector<std::vector<std::string>> parts;
    bool is_time_told = false;  // by the last of them: "in almost three years"
    const auto end_part = [&] {
        if (!parts.empty() && (is_time_told || parts.back().empty())) parts.pop_back();
        is_time_told = false;
    };
    bool is_led = false;
    const std::size_t first = first_behind();
    const std::size_t end = std::min(words_.size(), first + most_words);
    for (std::size_t i = first; i < end; ++i) {
        const TrackedWord& word = words_[i];
        const std::size_t gap_start = i == first ? end_ : words_[i - 1].span.end;
        const std::string_view gap =
            gap_start <= word.span.start ? text_.substr(gap_start, word.span.start - gap_start) : "";
        if (gap.find_first_not_of(" \n-'") != std::string_view::npos || word.ends_phrase || word.is_verb ||
            is_figure(i))
            break;
        if (word.leads_part) {
            if (is_led) end_part();
            is_led = true;
            parts.emplace_back();
        } else if (is_led && is_time(i)) {
            is_time_told = true;
        } else if (is_led && word.kind == WordKind::content) {
            parts.back().push_back(word.folded);
        }
    }
    if (is_led) end_part();
    return parts;
}

}  // namespace figbook
