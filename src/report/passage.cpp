#include "report/passage.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace figbook {
namespace {

constexpr std::size_t words_before = 5;
constexpr std::size_t words_behind = 24;

}  // namespace

Passages::Passages(std::string_view text, std::vector<IndexWord> words,
                   const std::vector<SearchPhrase>& phrases)
    : text_(text), words_(std::move(words)), phrases_(phrases.size()) {
    for (std::size_t word = 0; word < words_.size(); ++word)
        for (std::size_t phrase = 0; phrase < phrases.size(); ++phrase) {
            if (!stands_at(phrases[phrase], word)) continue;
            const std::size_t last = word + phrases[phrase].words.size() - 1;
            places_.push_back({phrase, word, last, {words_[word].span.start, words_[last].span.end}});
        }
}

bool Passages::stands_at(const SearchPhrase& phrase, std::size_t word) const {
    if (phrase.words.size() > words_.size() - word) return false;
    for (std::size_t i = 0; i < phrase.words.size(); ++i) {
        const std::string& there = words_[word + i].text;
        const bool may_go_on = phrase.is_prefix && i + 1 == phrase.words.size();
        if (may_go_on ? !there.starts_with(phrase.words[i]) : there != phrase.words[i]) return false;
    }
    return true;
}

std::size_t Passages::count_in(Span span) const {
    std::vector<bool> seen(phrases_);
    const auto first =
        std::lower_bound(places_.begin(), places_.end(), span.start,
                         [](const Place& place, std::uint32_t at) { return place.span.start < at; });
    for (auto place = first; place != places_.end() && place->span.start < span.end; ++place)
        seen[place->phrase] = true;
    return static_cast<std::size_t>(std::count(seen.begin(), seen.end(), true));
}

std::optional<Span> Passages::first_in(Span span) const {
    for (const Place& place : places_)
        if (span.contains(place.span)) return place.span;
    return std::nullopt;
}

bool Passages::same_line(std::size_t first, std::size_t second) const {
    const Span between{words_[first].span.end, words_[second].span.start};
    return between.empty() || between.in(text_).find('\n') == std::string_view::npos;
}

std::size_t Passages::count_behind(Span place) const {
    const auto word =
        std::lower_bound(words_.begin(), words_.end(), place.start,
                         [](const IndexWord& w, std::uint32_t at) { return w.span.start < at; });
    auto last = static_cast<std::size_t>(word - words_.begin());
    for (std::size_t i = 0; i < words_behind && last + 1 < words_.size() && same_line(last, last + 1); ++i)
        ++last;
    return count_in({place.start, words_[last].span.end});
}

std::optional<Span> Passages::best_place() const {
    std::optional<Span> best;
    std::size_t most = 0;
    for (const Place& place : places_) {
        const std::size_t count = count_behind(place.span);
        if (count <= most) continue;
        best = place.span;
        most = count;
        if (most == phrases_) break;
    }
    return best;
}

std::string Passages::line(std::size_t first, std::size_t last) const {
    std::string line = first > 0 && same_line(first - 1, first) ? "… " : "";
    // A sign before the first word, as of "€50", and behind the last one, as of "5 %", belongs to it.
    std::uint32_t at = words_[first].span.start;
    const std::uint32_t least = first > 0 ? words_[first - 1].span.end : 0;
    while (at > least && static_cast<unsigned char>(text_[at - 1]) > ' ') --at;
    const bool goes_on = last + 1 < words_.size() && same_line(last, last + 1);
    std::uint32_t end = words_[last].span.end;
    const auto most = static_cast<std::uint32_t>(goes_on ? words_[last + 1].span.start : text_.size());
    while (end<most&& static_cast<unsigned char>(text_[end])> ' ') ++end;
    for (const Place& place : places_) {
        if (place.span.start < at || place.span.end > end) continue;
        line.append(text_.substr(at, place.span.start - at)).append("«");
        line.append(place.span.in(text_)).append("»");
        at = place.span.end;
    }
    line.append(text_.substr(at, end - at)).append(goes_on ? " …" : "");
    return on_one_line(line);
}

std::string Passages::shown(Span place) const {
    const auto word =
        std::lower_bound(words_.begin(), words_.end(), place.start,
                         [](const IndexWord& w, std::uint32_t at) { return w.span.start < at; });
    auto first = static_cast<std::size_t>(word - words_.begin());
    std::size_t last = first;
    for (std::size_t i = 0; i < words_before && first > 0 && same_line(first - 1, first); ++i) --first;
    for (std::size_t i = 0; i < words_behind && last + 1 < words_.size() && same_line(last, last + 1); ++i)
        ++last;
    return line(first, last);
}

std::string Passages::beginning() const {
    if (words_.empty()) return {};
    std::size_t last = 0;
    while (last < words_behind && last + 1 < words_.size() && same_line(last, last + 1)) ++last;
    return line(0, last);
}

}  // namespace figbook
