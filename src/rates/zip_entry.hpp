// The one file inside a zip archive, unpacked in memory.
//
//     Result<ZipEntry> entry = read_only_zip_entry(bytes, "eurofxref-hist.zip");   // entry->name
//     "eurofxref-hist.csv"
//
// Reads the central directory, and one stored or deflated entry; checks its size and checksum. No encryption,
// no ZIP64, no archives of several parts. The archive is not trusted: a wrong offset or size is a problem,
// and no more than the limit is ever unpacked.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "base/problem.hpp"

namespace figbook {

struct ZipEntry {
    std::string name;  // as the archive has it; never used as a path
    std::string content;
};

bool looks_like_zip(std::string_view bytes);

// `file` names the archive in problems.
Result<ZipEntry> read_only_zip_entry(std::string_view bytes, const std::string& file, std::size_t max_bytes);

}  // namespace figbook
