#include "load/unpack.hpp"

#include "base/utf8.hpp"
#include "load/unpackers.hpp"

namespace figbook {

std::unique_ptr<Unpacker> unpacker_for(std::string_view head) {
    if (looks_like_gzip(head)) return gzip_unpacker();
    if (looks_like_zstd(head)) return zstd_unpacker();
    if (looks_like_brotli(head)) return brotli_unpacker();
    return nullptr;
}

bool may_be_compressed(std::string_view head) {
    return begins_gzip(head) || begins_zstd(head);
}

std::unique_ptr<Unpacker> unpacker_named(std::string_view encoding) {
    if (encoding == "gzip" || encoding == "x-gzip") return gzip_unpacker();
    if (encoding == "deflate") return deflate_unpacker();
    if (encoding == "br") return brotli_unpacker();
    if (encoding == "zstd") return zstd_unpacker();
    return nullptr;
}

std::string unpacked_name(std::string_view name) {
    const std::string lowered = lower(name);
    name = lowered;
    for (const std::string_view packed : {".gz", ".zst", ".br"})
        if (name.ends_with(packed)) name.remove_suffix(packed.size());
    return std::string(name);
}

}  // namespace figbook
