// Any bytes as CSV and as JSON Lines, with our names of the fields and with names that the user gave.
#include <cstddef>
#include <cstdint>

#include "fuzz/article_checks.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace figbook;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    Known named;
    named.fields = *parse_field_names("text=body.text,published=date,id=a");
    for (const std::string_view reader : {"csv", "jsonl"}) {
        fuzz::check_reading(bytes, reader);
        fuzz::check_reading(bytes, reader, named);
    }
    return 0;
}
