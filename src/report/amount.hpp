// An amount as a reader wants it: "about €50 billion", "30–40 %", "$70 per barrel". Nothing is rounded but
// fractions such as 0.3333; csv and json show the exact digits instead.
//
//     amount_text({.kind = "money", .value = "51900000000", .unit = "USD"})                     // "$51.9 billion"
//     amount_text({.kind = "percent", .value = "20", .resolution = "0.1"})                      // "20.0 %"
//     amount_text({.kind = "ratio", .value = "0.5", .resolution = "0", .bound = "over"})        // "over half"
#pragma once
#include <string>
#include <string_view>

namespace figbook {

// The fields of a claim as the database has them; "" where there is none.
struct Amount {
    std::string_view kind;
    std::string_view value;
    std::string_view high{};
    std::string_view unit{};
    std::string_view per{};
    std::string_view resolution{};  // shows as many places as the text printed
    std::string_view bound{};
};

// The value as it stands where it is no decimal.
std::string amount_text(const Amount& amount);

}  // namespace figbook
