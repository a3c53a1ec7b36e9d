// Which claims tell of one move: sentences through the extraction, and the groups that come out.
#include "check/moves.hpp"

#include <string>
#include <vector>

#include "claim/extract.hpp"
#include "support/catch.hpp"
#include "text/article.hpp"

using namespace figbook;

namespace {

// "from €100m to €120m by 20%"; an unclear move has "?" behind it.
std::string words_of(const Move& move, const std::vector<Claim>& claims) {
    std::string words;
    const auto add = [&](const char* name, const std::optional<std::size_t>& place) {
        if (!place) return;
        if (!words.empty()) words += ' ';
        words += name;
        words += ' ';
        words += claims[*place].text;
    };
    add("from", move.from);
    add("to", move.to);
    add("by", move.percent);
    add("by", move.points);
    add("by", move.multiple);
    add("by", move.amount);
    if (!move.is_clear) words += " ?";
    return words;
}

std::vector<std::string> moves_in(const std::string& text) {
    Article article;
    article.text = text;
    Extractor extract;
    const std::vector<Claim> claims = extract(article);
    std::vector<std::string> moves;
    for (const Move& move : find_moves(text, claims)) moves.push_back(words_of(move, claims));
    return moves;
}

using Moves = std::vector<std::string>;

}  // namespace

TEST_CASE("the figures of one move belong together", "[check]") {
    CHECK(moves_in("Profit rose 20% to €120m from €100m.") == Moves{"from €100m to €120m by 20%"});
    CHECK(moves_in("Merrow fell $1.25, or 1.4 percent, to $88.95.") ==
          Moves{"to $88.95 by 1.4 percent by $1.25"});
    CHECK(moves_in("Revenue rose from $362 million in 2014 to $557 million in 2015, an increase of almost "
                   "$200 million.") == Moves{"from $362 million to $557 million by almost $200 million"});
    CHECK(moves_in("Sales doubled to 120 million from 60 million.") ==
          Moves{"from 60 million to 120 million by doubled"});
    CHECK(moves_in("The rate rose by 25 basis points to 4.5%.") == Moves{"to 4.5% by 25 basis points"});
}

TEST_CASE("a level is an end of a move where the words say so", "[check]") {
    CHECK(moves_in("Sales were $120m, up 20 percent from $100m.") ==
          Moves{"from $100m to $120m by 20 percent"});
    CHECK(moves_in("Profit rose 20% to €120m, against €100m a year earlier.") ==
          Moves{"from €100m to €120m by 20%"});
    CHECK(moves_in("Profit rose 20% to €120m, against €100m in May.") == Moves{"to €120m by 20%"});
    CHECK(moves_in("Sales were $120m. They were up 20 percent from $100m.") ==
          Moves{"from $100m by 20 percent"});
}

TEST_CASE("another move begins with another subject, direction, sentence or clause", "[check]") {
    CHECK(moves_in("Sales rose 5% to $2bn, while profit fell 3% to $300m.") ==
          Moves{"to $2bn by 5%", "to $300m by 3%"});
    CHECK(moves_in("Merrow rose 3.54 points to 2,173.60 and Dalby rose 7.15 points to 5,162.13.") ==
          Moves{"to 2,173.60 by 3.54", "to 5,162.13 by 7.15"});
    CHECK(moves_in("Sales rose 5%. Sales rose to $2bn.") == Moves{"by 5%", "to $2bn"});
    CHECK(moves_in("Support rose from 40 percent in May to 42 percent before slipping to 39 percent.") ==
          Moves{"from 40 percent to 42 percent", "to 39 percent"});
}

TEST_CASE("two changes of one kind leave a move unclear", "[check]") {
    CHECK(moves_in("Sales rose 5%, or 3% without new shops, to $2bn from $1.9bn.") ==
          Moves{"from $1.9bn to $2bn by 5% ?"});
}

TEST_CASE("levels, shares and restated amounts are of no move", "[check]") {
    CHECK(moves_in("The town has 5,000 voters, 40% of them women.").empty());
    CHECK(moves_in("Aid rose to €50 billion ($51.9 billion).") == Moves{"to €50 billion"});
    CHECK(moves_in("").empty());
}
