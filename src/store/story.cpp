#include "store/story.hpp"

#include <algorithm>
#include <array>

#include "text/shingles.hpp"

namespace figbook {
namespace {

constexpr std::uint64_t sample_limit = shingle_range / sampled_one_in;
// How far the opening reaches, in shingles; at most half of the text.
constexpr std::size_t opening_shingles = 72;
// What boilerplate leaves of a text must have so many shingles to be compared.
constexpr std::size_t least_own = 12;

// Shingles are spread evenly: by their upper bits as many parts as there are shingles in an article are made in one step,
// and few have more than two to sort.
ShingleSet sorted_set(const std::vector<std::uint64_t>& shingles) {
    constexpr std::size_t parts = 1024;
    const auto part_of = [](std::uint64_t shingle) {
        return static_cast<std::size_t>(shingle / (shingle_range / parts));
    };
    std::array<std::ptrdiff_t, parts + 1> ends{};
    for (const std::uint64_t shingle : shingles) ++ends[part_of(shingle) + 1];
    for (std::size_t part = 0; part < parts; ++part) ends[part + 1] += ends[part];
    ShingleSet sorted(shingles.size());
    for (const std::uint64_t shingle : shingles)
        sorted[static_cast<std::size_t>(ends[part_of(shingle)]++)] = shingle;
    for (std::size_t part = 0; part < parts; ++part) {
        const std::ptrdiff_t start = part == 0 ? 0 : ends[part - 1];
        if (ends[part] - start > 1) std::sort(sorted.begin() + start, sorted.begin() + ends[part]);
    }
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    return sorted;
}

// Those below it are the sample.
ShingleSet below(const std::vector<std::uint64_t>& shingles, std::uint64_t limit) {
    ShingleSet found;
    for (const std::uint64_t shingle : shingles)
        if (shingle < limit) found.push_back(shingle);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

// Those below the usual limit, or a higher one where that would leave too few.
ShingleSet sample_of(const std::vector<std::uint64_t>& shingles) {
    ShingleSet sample = below(shingles, sample_limit);
    if (sample.size() >= least_samples) return sample;
    sample = below(shingles, shingle_range);
    sample.resize(std::min(sample.size(), least_samples));
    return sample;
}

// The smallest shingle of the beginning. Two texts have the same one with a probability of the share of shingles
// that their beginnings have in common.
std::int64_t opening_of(const std::vector<std::uint64_t>& shingles) {
    const std::size_t window = std::min(opening_shingles, (shingles.size() + 1) / 2);
    const auto end = shingles.begin() + static_cast<std::ptrdiff_t>(window);
    const std::uint64_t smallest = *std::min_element(shingles.begin(), end);
    return static_cast<std::int64_t>((smallest ^ (smallest >> 16U) ^ (smallest >> 32U)) & 0xffffU);
}

// True for each shingle in a passage that is boilerplate. It is taken to reach from one common sampled shingle
// to the next; to the start or end of the text where the two next to it are common.
std::vector<bool> boilerplate(const Story& story, const std::vector<bool>& common) {
    std::vector<bool> found(story.shingles.size(), false);
    const auto mark = [&](std::size_t first, std::size_t end) {
        std::fill(found.begin() + static_cast<std::ptrdiff_t>(first),
                  found.begin() + static_cast<std::ptrdiff_t>(end), true);
    };
    const std::size_t last = common.size() - 1;
    for (std::size_t i = 0; i < last; ++i) {
        if (!common[i] || !common[i + 1]) continue;
        mark(i == 0 ? 0 : story.samples[i].place,
             i + 1 == last ? found.size() : story.samples[i + 1].place + 1);
    }
    return found;
}

}  // namespace

Story read_story(std::string_view text) {
    Story story;
    story.shingles = shingles_of(text);
    if (story.shingles.empty()) return story;
    story.sampled = sample_of(story.shingles);
    for (std::size_t place = 0; place < story.shingles.size(); ++place)
        if (story.shingles[place] <= story.sampled.back())
            story.samples.push_back({place, story.shingles[place]});
    story.opening = opening_of(story.shingles);
    story.is_long = story.shingles.size() >= long_story;
    return story;
}

void complete(Story& story) {
    if (story.all.empty()) story.all = sorted_set(story.shingles);
}

ShingleSet own_shingles(const Story& story, const IsCommon& is_common) {
    if (story.samples.size() < 2) return story.all;
    std::vector<bool> common;
    for (const Sample& sample : story.samples) common.push_back(is_common(sample.shingle));
    if (std::find(common.begin(), common.end(), true) == common.end()) return story.all;
    const std::vector<bool> left_out = boilerplate(story, common);
    ShingleSet own;
    for (std::size_t place = 0; place < story.shingles.size(); ++place)
        if (!left_out[place]) own.push_back(story.shingles[place]);
    const bool too_little = own.size() < least_own && own.size() < story.shingles.size();
    return too_little ? ShingleSet() : sorted_set(own);
}

// Around a sampled shingle that is not common, nothing is left out as far as the samples next to it. Of every other one,
// these stretches do not overlap.
bool has_more_own_shingles(const Story& story, double number, const IsCommon& is_common) {
    const std::vector<Sample>& samples = story.samples;
    if (samples.size() < 2) return static_cast<double>(story.all.size()) > number;
    const double repeated = static_cast<double>(story.shingles.size() - story.all.size());
    std::size_t own = 0;
    for (std::size_t i = 1; i < samples.size(); i += 2) {
        if (is_common(samples[i].shingle)) continue;
        const std::size_t end = i + 1 < samples.size() ? samples[i + 1].place : story.shingles.size();
        own += end - samples[i - 1].place - 1;
        if (static_cast<double>(own) - repeated > number) return true;
    }
    return false;
}

std::size_t shared_by(const ShingleSet& first, const ShingleSet& second) {
    std::size_t shared = 0;
    for (auto a = first.begin(), b = second.begin(); a != first.end() && b != second.end();) {
        if (*a == *b) ++shared;
        const bool step_a = *a <= *b;
        const bool step_b = *b <= *a;
        if (step_a) ++a;
        if (step_b) ++b;
    }
    return shared;
}

Overlap overlap_of(const ShingleSet& first, const ShingleSet& second) {
    if (first.empty() || second.empty()) return {};
    const auto shared = static_cast<double>(shared_by(first, second));
    return {shared / static_cast<double>(first.size()), shared / static_cast<double>(second.size())};
}

}  // namespace figbook
