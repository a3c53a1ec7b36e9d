// Any bytes as packed data: by their mark, or, where the first byte is below 5, by that way to pack. Whatever pieces
// they come in, what is unpacked must be the same.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "fuzz/extract_checks.hpp"
#include "load/unpack.hpp"

namespace figbook::fuzz {
namespace {

constexpr std::size_t enough = 1U << 20U;
constexpr std::array<std::string_view, 5> encodings{"gzip", "deflate", "br", "zstd", "snappy"};

std::unique_ptr<Unpacker> unpacker_of(std::string_view& bytes) {
    if (bytes.empty() || static_cast<unsigned char>(bytes[0]) >= encodings.size()) return unpacker_for(bytes);
    const std::string_view encoding = encodings[static_cast<unsigned char>(bytes[0])];
    bytes.remove_prefix(1);
    return unpacker_named(encoding);
}

// What comes out, up to `enough`; `resume` goes on behind each break.
std::string unpacked(std::string_view bytes, std::size_t piece, bool resume) {
    std::string out;
    const auto unpacker = unpacker_of(bytes);
    if (!unpacker) return out;
    for (; !bytes.empty() && out.size() < enough; bytes.remove_prefix(std::min(piece, bytes.size()))) {
        unpacker->feed(bytes.substr(0, piece));
        for (bool hungry = false; !hungry && out.size() < enough;) {
            const std::size_t before = out.size();
            const Unpacker::Step step = unpacker->unpack(out, 4096);
            require(out.size() - before <= 4096, "no more is unpacked than was asked for");
            hungry = step == Unpacker::Step::hungry;
            const bool broken = step == Unpacker::Step::broken || step == Unpacker::Step::too_wide;
            if (broken && !resume) return out;
            if (broken && !unpacker->resume()) hungry = true;
        }
    }
    return out;
}

}  // namespace
}  // namespace figbook::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace figbook;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::string whole = fuzz::unpacked(bytes, size, false);
    const std::string piecewise = fuzz::unpacked(bytes, 7, false);
    const std::size_t shared = std::min(whole.size(), piecewise.size());
    fuzz::require(whole.compare(0, shared, piecewise, 0, shared) == 0, "pieces unpack to the same");
    fuzz::unpacked(bytes, size, true);
    return 0;
}
