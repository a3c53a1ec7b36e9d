// What is a slip of a thousand, and what subjects are one.
#include "check/scale_slip.hpp"

#include "support/catch.hpp"

using namespace figbook;

namespace {

Claim euros(const char* value, const char* resolution) {
    Claim claim;
    claim.kind = Kind::money;
    claim.unit = "EUR";
    claim.value = Decimal::parse(value).value();
    claim.resolution = Decimal::parse(resolution).value();
    return claim;
}

bool same(const std::string& a, const std::string& b) {
    return is_same_subject(subject_words(a), subject_words(b));
}

}  // namespace

TEST_CASE("a slip is a thousand times as much, as exactly as printed", "[check]") {
    const Claim millions = euros("2500000", "100000");
    CHECK(scale_slip(millions, euros("2500000000", "100000000")) == 3);
    CHECK(scale_slip(euros("2500000000", "100000000"), millions) == -3);
    CHECK(scale_slip(millions, euros("2530000000", "10000000")) == 3);
    CHECK(scale_slip(millions, euros("2500000000000", "100000000000")) == 6);
    CHECK_FALSE(scale_slip(millions, millions));
    CHECK_FALSE(scale_slip(millions, euros("3100000000", "100000000")));
    CHECK_FALSE(scale_slip(millions, euros("2600000000", "100000000")));
    CHECK_FALSE(scale_slip(millions, euros("2500", "1")));
    CHECK_FALSE(scale_slip(euros("5000000", "1000000"), euros("5000000000", "1000000000")));
    Claim dollars = euros("2500000000", "100000000");
    dollars.unit = "USD";
    CHECK_FALSE(scale_slip(millions, dollars));
}

TEST_CASE("subjects are one where the words of the shorter are in the longer", "[check]") {
    CHECK(same("the total cost of the tunnel", "Tunnel's cost"));
    CHECK(same("tunnel", "the cost of the tunnel"));
    CHECK_FALSE(same("cost of the tunnel", "cost of the bridge"));
    CHECK_FALSE(same("", "tunnel"));
    CHECK_FALSE(same("the", "tunnel"));
}
