// News articles that nobody wrote: the same ones in every run, made of the grammar in tests/bench/grammar/.
//
//     NewsWriter writer(Density::dense);
//     Article article = writer.next();   // 3 to 5 KB, with headline, byline, paragraphs, people who say things
//
// They read like no paper, but they have its measures: words of a few thousand kinds, sentences of some 20 words,
// paragraphs of one to four sentences, people who are introduced with their title and then named or called "he".
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bench/grammar.hpp"
#include "text/article.hpp"

namespace figbook::bench {

// How many sentences hold figures. sparse: one in eight, as in most news; dense: two in five, more than in nine of ten
// articles; packed: three in four, as in the densest market reports.
enum class Density { sparse, dense, packed };
inline constexpr std::array<Density, 3> all_densities{Density::sparse, Density::dense, Density::packed};
std::string_view name_of(Density density);
// None where no density has that name.
std::optional<Density> density_named(std::string_view name);

class NewsWriter {
 public:
    explicit NewsWriter(Density density, std::uint64_t seed = 1);
    Article next();

 private:
    // Who and what one article is about; each is introduced with its full name and is shortened from then on.
    struct Person {
        std::string title, first, last;
        bool is_woman = false;
        bool introduced = false;
    };
    struct Firm {
        std::string name, kind;
        bool introduced = false;
    };

    void new_cast();
    void append_sentence();
    void append_paragraph();
    void append_outside(std::string& out, std::string_view name);
    void append_person(std::string& out);
    void append_firm(std::string& out);
    void append(std::string& out, std::string_view section);
    std::string made(std::string_view section);

    Grammar grammar_;
    Random random_;
    Density density_;
    std::size_t count_ = 0;
    std::string text_;
    std::array<Person, 4> people_;
    std::array<Firm, 3> firms_;
    std::array<std::string, 2> bodies_, towns_, lands_;
    const Person* last_named_ = nullptr;
};

// Articles of at least so many bytes of text together.
std::vector<Article> news_articles(Density density, std::size_t bytes);

}  // namespace figbook::bench
