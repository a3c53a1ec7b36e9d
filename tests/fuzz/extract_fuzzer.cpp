// Any bytes as an article, as plain text or as JSON Lines, the way that `figbook extract` takes them.
#include <cstddef>
#include <cstdint>

#include "base/utf8.hpp"
#include "claim/claim_json.hpp"
#include "claim/extract.hpp"
#include "fuzz/extract_checks.hpp"
#include "fuzz/memory_file.hpp"
#include "load/load.hpp"

namespace figbook::fuzz {
namespace {

std::string json_of(const Article& article, const std::vector<Claim>& claims) {
    std::string json;
    append_json(json, article, claims);
    return json;
}

void check_extraction(const Article& article) {
    // It has read all articles before; what it finds must not depend on them.
    static const Extractor used;
    const std::vector<Claim> claims = used(article);
    check_claims(article, claims);
    require(json_of(article, claims) == json_of(article, Extractor{}(article)),
            "the same bytes give the same claims, whatever was read before");
}

void check_problem(const Rejected& rejected) {
    require(!rejected.problem.message.empty(), "a problem says what is wrong");
    require(!first_invalid_utf8(rejected.id), "an id is UTF-8");
}

void read_as(const Reader* reader, std::string_view bytes) {
    const MemoryFile file(bytes);
    ReadOptions options;
    options.reader = reader;
    if (bytes.size() % 2 == 0) options.known.published = make_date(2025, 2, 12);
    read_articles({file.path()}, options, Sink{check_extraction, check_problem});
}

// The bytes without those that no reader takes, so that odd characters are not all lost to "not valid UTF-8".
std::string readable(std::string_view bytes) {
    std::string text;
    for (std::size_t at = 0; at < bytes.size();) {
        const CodePoint here = decode_utf8(bytes, at);
        const std::string_view character = bytes.substr(at, here.bytes);
        if (here.value != 0 && !first_invalid_utf8(character)) text += character;
        at += here.bytes;
    }
    return text;
}

}  // namespace
}  // namespace figbook::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace figbook;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    fuzz::read_as(nullptr, bytes);
    const std::string text = fuzz::readable(bytes);
    if (text != bytes || bytes.starts_with('{')) fuzz::read_as(reader_named("text"), text);
    return 0;
}
