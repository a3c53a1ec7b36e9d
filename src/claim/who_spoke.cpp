#include "claim/who_spoke.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace figbook {

WhoSpoke::WhoSpoke(const Document& document) {
    for (std::size_t i = 0; i + 1 < document.quotations.size(); ++i) {
        const Quotation& open = document.quotations[i];
        const Quotation& next = document.quotations[i + 1];
        // The next paragraph opens with a mark, one token or two.
        if (open.closed || next.paragraph != open.paragraph + 1 || next.begin > open.end + 2) continue;
        if (runs_.empty() || runs_.back().last != open.paragraph) runs_.push_back({open.paragraph, 0});
        runs_.back().last = next.paragraph;
    }
}

void WhoSpoke::add(SpokenBy named) {
    named_.push_back(std::move(named));
}

// Filled where it stands, since a source is much to copy.
void WhoSpoke::add(const Attribution& says, std::uint32_t paragraph) {
    constexpr std::size_t usual = 16;  // of an article
    if (named_.empty()) named_.reserve(usual);
    SpokenBy& named = named_.emplace_back();
    named.paragraph = paragraph;
    named.source = says.source;
    named.speaker = says.speaker;
    named.cue = says.cue;
}

std::vector<SpokenBy> WhoSpoke::take_from(std::size_t token) {
    const auto first = named_.begin() + (first_from(token) - named_.begin());
    std::vector<SpokenBy> later(std::make_move_iterator(first), std::make_move_iterator(named_.end()));
    named_.erase(first, named_.end());
    return later;
}

std::vector<SpokenBy>::const_iterator WhoSpoke::first_from(std::size_t token) const {
    return std::partition_point(named_.begin(), named_.end(),
                                [&](const SpokenBy& named) { return named.cue < token; });
}

const SpokenBy* WhoSpoke::behind(std::size_t figure, std::size_t told_behind, std::uint32_t paragraph) const {
    constexpr std::size_t furthest = 16;
    if (told_behind == 0) return nullptr;
    const auto behind = first_from(told_behind);
    if (behind != named_.end() && behind->paragraph == paragraph && behind->cue < told_behind + furthest)
        return &*behind;
    const auto before = first_from(figure);
    const bool has_spoken = before != named_.begin() && (before - 1)->paragraph == paragraph;
    return has_spoken ? &*(before - 1) : nullptr;
}

// Who speaks first in a paragraph.
const SpokenBy* WhoSpoke::first_in(std::uint32_t paragraph) const {
    const auto found = std::partition_point(
        named_.begin(), named_.end(), [&](const SpokenBy& named) { return named.paragraph < paragraph; });
    return found != named_.end() && found->paragraph == paragraph ? &*found : nullptr;
}

// Who speaks last in the paragraphs from `first` to `last`.
const SpokenBy* WhoSpoke::last_in(std::uint32_t first, std::uint32_t last) const {
    const auto behind = std::partition_point(named_.begin(), named_.end(),
                                             [&](const SpokenBy& named) { return named.paragraph <= last; });
    return behind != named_.begin() && (behind - 1)->paragraph >= first ? &*(behind - 1) : nullptr;
}

// The paragraphs of the quotation that runs over this one; it alone where none does.
WhoSpoke::Run WhoSpoke::run_around(std::uint32_t paragraph) const {
    const auto found = std::partition_point(runs_.begin(), runs_.end(),
                                            [&](const Run& run) { return run.last < paragraph; });
    return found != runs_.end() && found->first <= paragraph ? *found : Run{paragraph, paragraph};
}

const SpokenBy* WhoSpoke::around(std::uint32_t paragraph) const {
    if (const SpokenBy* named = first_in(paragraph)) return named;
    const Run run = run_around(paragraph);
    if (run.first < paragraph)
        if (const SpokenBy* named = last_in(run.first, paragraph - 1)) return named;
    const auto next = std::partition_point(
        named_.begin(), named_.end(), [&](const SpokenBy& named) { return named.paragraph <= paragraph; });
    if (next != named_.end() && next->paragraph <= run.last) return &*next;
    return run.first > 0 ? last_in(run.first - 1, run.first - 1) : nullptr;
}

}  // namespace figbook
