// Which claims are parts of one whole: sentences through the extraction, and the groups that come out.
#include "check/parts.hpp"

#include <string>
#include <vector>

#include "claim/extract.hpp"
#include "support/catch.hpp"
#include "text/article.hpp"

using namespace figbook;

namespace {

using Groups = std::vector<std::string>;

std::vector<Claim> claims_in(const std::string& text) {
    Article article;
    article.text = text;
    Extractor extract;
    return extract(article);
}

// "80 + 40 = 120"; "<=" where they may be some of the parts only.
Groups parts_in(const std::string& text) {
    const std::vector<Claim> claims = claims_in(text);
    Groups groups;
    for (const Parts& parts : find_parts(text, claims)) {
        std::string words;
        for (const std::size_t i : parts.parts) words += (words.empty() ? "" : " + ") + claims[i].text;
        words += parts.are_all ? " = " : " <= ";
        groups.push_back(words + (parts.whole ? claims[*parts.whole].text : "100 %"));
    }
    return groups;
}

// "14 / 120 = 12%"
Groups shares_in(const std::string& text) {
    const std::vector<Claim> claims = claims_in(text);
    Groups groups;
    for (const StatedShare& share : find_shares(text, claims))
        groups.push_back(claims[share.part].text + " / " + claims[share.whole].text + " = " +
                         claims[share.share].text);
    return groups;
}

}  // namespace

TEST_CASE("parts and their whole", "[check]") {
    CHECK(parts_in("14 of the 120 members voted.") == Groups{"14 <= 120"});
    CHECK(parts_in("Twelve people, including four children, were hurt.") == Groups{"four <= Twelve"});
    CHECK(parts_in("The 120 crew comprise 80 Poles and 40 Danes.") == Groups{"80 + 40 = 120"});
    CHECK(parts_in("Staff take 60% of the budget, rent 25% and the remaining 15% goes on food.") ==
          Groups{"60% + 25% + 15% <= 100 %"});
    CHECK(parts_in("Lee has 48 percent to 40 percent for Ames, with 12 percent undecided.") ==
          Groups{"48 percent + 40 percent + 12 percent <= 100 %"});
}

TEST_CASE("figures of one sentence are no parts by themselves", "[check]") {
    CHECK(parts_in("The firm has 120 workers, 80 in Dalby and 50 in Morrow.").empty());
    CHECK(parts_in("Some 60% own a dog and 55% own a cat.").empty());
    CHECK(parts_in("Three families, including 14 children, moved out.").empty());
    CHECK(parts_in("The loss was $5m, including $7m of write-downs.").empty());
    CHECK(parts_in("The offer is for three million units, consisting of three million shares and a warrant.")
              .empty());
    CHECK(parts_in("The 120 crew comprise 80 Poles, 40 Danes and some others.").empty());
}

TEST_CASE("a share and what it is of", "[check]") {
    CHECK(shares_in("14 of the 120 members, or 12%, voted.") == Groups{"14 / 120 = 12%"});
    CHECK(shares_in("Some 12%, or 14 of the 120 members, voted.") == Groups{"14 / 120 = Some 12%"});
    CHECK(shares_in("Sixty per cent of the 200 workers, or 120 people, left.") ==
          Groups{"120 / 200 = Sixty per cent"});
    CHECK(shares_in("14 of the 120 members voted, and 12% of the guests.").empty());
    CHECK(shares_in("14 of the 120 members voted. Some 12% were absent.").empty());
}
