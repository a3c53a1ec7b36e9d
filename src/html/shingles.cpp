#include "html/shingles.hpp"

#include <array>
#include <cstddef>

namespace figbook::html {
namespace {

constexpr std::size_t words_in_run = 3;

bool is_word_byte(unsigned char c) {
    return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Calls `visit` with a hash of each run of words; a text of fewer words is one run.
template <class Visit>
void each_run(std::string_view text, Visit visit) {
    std::array<std::uint64_t, words_in_run> last{};
    std::size_t count = 0;
    const auto run = [&] {
        std::uint64_t hash = 0;
        for (std::size_t i = 0; i < words_in_run; ++i)
            hash = hash * 1099511628211ULL + last[(count + i) % words_in_run];
        visit(hash);
    };
    for (std::size_t at = 0; at < text.size();) {
        std::uint64_t word = 14695981039346656037ULL;
        const std::size_t start = at;
        for (; at < text.size() && is_word_byte(static_cast<unsigned char>(text[at])); ++at) {
            const auto c = static_cast<unsigned char>(text[at]);
            word = (word ^ (c >= 'A' && c <= 'Z' ? c + 32U : c)) * 1099511628211ULL;
        }
        if (at == start) {
            ++at;
            continue;
        }
        last[count % words_in_run] = word;
        if (++count >= words_in_run) run();
    }
    if (count > 0 && count < words_in_run) run();
}

}  // namespace

Shingles::Shingles(std::string_view text) {
    each_run(text, [&](std::uint64_t run) { known_.insert(run); });
}

double Shingles::share_of(std::string_view text) const {
    std::size_t all = 0;
    std::size_t found = 0;
    each_run(text, [&](std::uint64_t run) {
        ++all;
        found += known_.count(run);
    });
    return all == 0 ? 0.0 : static_cast<double>(found) / static_cast<double>(all);
}

}  // namespace figbook::html
