// Texts without sense, for what compares whole texts: no two of them share a shingle unless one was made from the
// other.
//
//     StoryMaker maker(7);
//     const std::string text = maker.text(150);
#pragma once
#include <algorithm>
#include <cstddef>
#include <random>
#include <string>
#include <vector>

namespace figbook {

class StoryMaker {
 public:
    explicit StoryMaker(unsigned seed) : engine_(seed) {}

    std::size_t pick(std::size_t low, std::size_t high) {
        return std::uniform_int_distribution<std::size_t>(low, high)(engine_);
    }

    std::string word() {
        static const std::string consonants = "bdfgklmnprstvz";
        static const std::string vowels = "aeiou";
        std::string made;
        for (std::size_t i = pick(2, 3); i > 0; --i) {
            made += consonants[pick(0, consonants.size() - 1)];
            made += vowels[pick(0, vowels.size() - 1)];
        }
        return made;
    }

    std::string text(std::size_t words) {
        std::string made;
        for (std::size_t i = 0; i < words; ++i) made += word() + (i % 12 == 11 ? ".\n" : " ");
        return made;
    }

    template <class List>
    void shuffle(List& list) {
        std::shuffle(list.begin(), list.end(), engine_);
    }

    // As an editor would: sentences go, come, are swapped, words are exchanged, case and marks change.
    std::string edited(const std::string& text) {
        std::vector<std::string> lines = lines_of(text);
        for (std::size_t i = pick(0, lines.size() / 2); i > 0 && !lines.empty(); --i) {
            const std::size_t at = pick(0, lines.size() - 1);
            const auto place = lines.begin() + static_cast<std::ptrdiff_t>(at);
            switch (pick(0, 4)) {
                case 0:
                    lines.erase(place);
                    break;
                case 1:
                    lines.insert(place, this->text(12));
                    break;
                case 2:
                    std::swap(lines[at], lines[pick(0, lines.size() - 1)]);
                    break;
                case 3:
                    lines[at] = word() + " " + lines[at];
                    break;
                default:
                    for (char& character : lines[at]) character = character == ' ' ? '\t' : character;
                    lines[at][0] = static_cast<char>(lines[at][0] >= 'a' ? lines[at][0] - 32 : lines[at][0]);
            }
        }
        std::string joined;
        for (const std::string& line : lines) joined += line;
        return joined;
    }

 private:
    static std::vector<std::string> lines_of(const std::string& text) {
        std::vector<std::string> lines;
        for (std::size_t start = 0; start < text.size();) {
            const std::size_t end = std::min(text.find('\n', start), text.size() - 1) + 1;
            lines.push_back(text.substr(start, end - start));
            start = end;
        }
        return lines;
    }

    std::mt19937 engine_;
};

}  // namespace figbook
