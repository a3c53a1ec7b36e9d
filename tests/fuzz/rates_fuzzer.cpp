// Any bytes as a file of exchange rates: csv, xml, or a zip around them.
#include <cstddef>
#include <cstdint>

#include "fuzz/extract_checks.hpp"
#include "rates/rate_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace figbook;
    const auto file = read_rates({reinterpret_cast<const char*>(data), size}, "rates");
    if (!file) {
        fuzz::require(!file.problem().message.empty(), "a problem says what is wrong");
        return 0;
    }
    fuzz::require(!file->rates.empty(), "a file of rates has rates");
    for (const EuroRate& rate : file->rates) {
        fuzz::require(rate.currency.size() == 3, "a currency has three letters");
        fuzz::require(rate.per_euro > Decimal(0), "a rate is more than nothing");
    }
    return 0;
}
