// The table of words: each word is found under its own number, whatever others stand beside it, and no other word is.
#include "vocabulary/lexicon.hpp"

#include <fmt/format.h>
#include <string>
#include <vector>

#include "support/catch.hpp"

namespace figbook {
namespace {

// Of one letter, of eight and sixteen, whose keys are just full, and of more, whose keys leave out their middle.
std::vector<std::string> words_of_all_lengths(int number) {
    std::vector<std::string> words;
    for (int i = 0; i < number; ++i) {
        words.push_back(fmt::format("w{}", i));
        words.push_back(fmt::format("{:08}", i));
        words.push_back(fmt::format("{:016}", i));
        words.push_back(fmt::format("eightlet{:06}eightlet", i));
    }
    return words;
}

}  // namespace

TEST_CASE("lexicon: each of its words is found, however many there are") {
    Lexicon lexicon;
    const std::vector<std::string> words = words_of_all_lengths(4000);
    std::vector<WordId> ids;
    for (const std::string& word : words) ids.push_back(lexicon.add(word));
    const auto number_of_wrong = [&] {
        std::size_t wrong = 0;
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (lexicon.find(words[i]) != ids[i] || lexicon.word(ids[i]) != words[i]) ++wrong;
            if (lexicon.add(words[i]) != ids[i]) ++wrong;
        }
        return wrong;
    };
    CHECK(number_of_wrong() == 0);
    lexicon.settle();
    CHECK(number_of_wrong() == 0);
    CHECK(lexicon.size() == words.size() + 2);  // the unknown word and the hyphen
    const WordId later = lexicon.add("later");
    CHECK(lexicon.find("later") == later);
    CHECK(number_of_wrong() == 0);
}

TEST_CASE("lexicon: no word is found that it does not have") {
    Lexicon lexicon;
    for (const std::string& word : words_of_all_lengths(4000)) lexicon.add(word);
    for (const bool settled : {false, true}) {
        if (settled) lexicon.settle();
        std::size_t wrong = 0;
        for (int i = 4000; i < 8000; ++i)
            for (const std::string& word :
                 {fmt::format("w{}", i), fmt::format("{:08}", i), fmt::format("{:016}", i),
                  fmt::format("eightlet{:06}eightlet", i), fmt::format("eightlet{:07}eightlet", i - 4000)})
                if (lexicon.find(word) != unknown_word) ++wrong;
        CHECK(wrong == 0);
        CHECK(lexicon.find("") == unknown_word);
    }
}

TEST_CASE("lexicon: capitals are looked up as small letters") {
    Lexicon lexicon;
    const WordId word = lexicon.add("o'brien");
    CHECK(lexicon.find_letters("O'Brien") == word);
    CHECK(lexicon.find_letters("O'Brian") == unknown_word);
}

}  // namespace figbook
