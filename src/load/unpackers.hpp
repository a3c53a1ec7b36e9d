// The ways to compress, each an Unpacker: see unpack.hpp.
#pragma once
#include <memory>
#include <string_view>

#include "load/unpack.hpp"

namespace figbook {

std::unique_ptr<Unpacker> gzip_unpacker();
// HTTP's "deflate": zlib's form, or the bare one that some servers send under that name.
std::unique_ptr<Unpacker> deflate_unpacker();
std::unique_ptr<Unpacker> zstd_unpacker();
std::unique_ptr<Unpacker> brotli_unpacker();

bool looks_like_gzip(std::string_view head);
bool looks_like_zstd(std::string_view head);
bool looks_like_brotli(std::string_view head);
// Shorter than the mark, and so far like it.
bool begins_gzip(std::string_view head);
bool begins_zstd(std::string_view head);

}  // namespace figbook
