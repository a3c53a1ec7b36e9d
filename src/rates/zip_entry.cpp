#include "rates/zip_entry.hpp"

#include <algorithm>
#include <cstdint>
#include <fmt/format.h>
#include <optional>
#include <zlib.h>

#include "rates/euro_rate.hpp"

namespace figbook {
namespace {

// Record lengths and field offsets from PKWARE's APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16.
constexpr std::size_t local_header_bytes = 30;
constexpr std::size_t directory_entry_bytes = 46;
constexpr std::size_t end_record_bytes = 22;
constexpr std::uint32_t local_header_mark = 0x04034b50;
constexpr std::uint32_t directory_entry_mark = 0x02014b50;
constexpr std::uint32_t end_record_mark = 0x06054b50;

std::uint32_t read_bytes(std::string_view bytes, std::size_t at, int count) {
    std::uint32_t value = 0;
    for (int i = count - 1; i >= 0; --i)
        value = (value << 8) | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
    return value;
}
std::uint32_t u16(std::string_view bytes, std::size_t at) {
    return read_bytes(bytes, at, 2);
}
std::uint32_t u32(std::string_view bytes, std::size_t at) {
    return read_bytes(bytes, at, 4);
}

// Where `length` bytes with `mark` in front stand whole at `at`.
bool has_record(std::string_view bytes, std::size_t at, std::size_t length, std::uint32_t mark) {
    return at <= bytes.size() && bytes.size() - at >= length && u32(bytes, at) == mark;
}

// The end record is the last thing of the archive, but for a comment of up to 65535 bytes.
std::optional<std::size_t> find_end_record(std::string_view bytes) {
    if (bytes.size() < end_record_bytes) return std::nullopt;
    const std::size_t last = bytes.size() - end_record_bytes;
    const std::size_t first = last - std::min<std::size_t>(last, 65535);
    for (std::size_t at = last + 1; at-- > first;)
        if (has_record(bytes, at, end_record_bytes, end_record_mark) &&
            at + end_record_bytes + u16(bytes, at + 20) == bytes.size())
            return at;
    return std::nullopt;
}

// Unpacks raw deflate data; none unless it gives exactly `size` bytes.
std::optional<std::string> inflate_raw(std::string_view packed, std::size_t size) {
    std::string content(size + 1, '\0');  // a byte more shows data that runs on
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
        throw EnvironmentError("not enough memory to unpack a zip archive");
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(content.data());
    stream.avail_out = static_cast<uInt>(content.size());
    const int status = inflate(&stream, Z_FINISH);
    const std::size_t written = stream.total_out;
    inflateEnd(&stream);
    if (status != Z_STREAM_END || written != size) return std::nullopt;
    content.resize(size);
    return content;
}

constexpr const char* damaged = "download the file again; it may be damaged";
constexpr const char* unpack_yourself = "unpack it and import the csv or xml inside";

Problem problem(std::string message, std::string advice = damaged) {
    return Problem{std::move(message), std::move(advice), "", 0, {}};
}

// An entry of the central directory; nothing in it is trusted yet.
struct Entry {
    std::string name;
    std::uint32_t flags, method, checksum, packed_size, size, header_at;
};

Result<Entry> read_directory(std::string_view bytes) {
    const auto end = find_end_record(bytes);
    if (!end) return problem("not a whole zip archive: it has no directory at its end");
    const std::uint32_t count = u16(bytes, *end + 10);
    if (count != 1)
        return problem(fmt::format("the zip archive holds {} files, not one", count), unpack_yourself);
    const std::size_t at = u32(bytes, *end + 16);
    if (!has_record(bytes, at, directory_entry_bytes, directory_entry_mark))
        return problem("the zip archive's directory is broken");
    const std::size_t name_size = u16(bytes, at + 28);
    if (bytes.size() - at - directory_entry_bytes < name_size)
        return problem("the zip archive's directory is broken");
    return Entry{std::string(bytes.substr(at + directory_entry_bytes, name_size)),
                 u16(bytes, at + 8),
                 u16(bytes, at + 10),
                 u32(bytes, at + 16),
                 u32(bytes, at + 20),
                 u32(bytes, at + 24),
                 u32(bytes, at + 42)};
}

std::optional<Problem> why_unreadable(const Entry& entry, std::size_t max_bytes) {
    if ((entry.flags & 1U) != 0) return problem("the zip archive is encrypted", "import the plain file");
    if (entry.method != 0 && entry.method != 8)
        return problem(
            fmt::format("the zip archive is packed with method {}; only stored and deflated are read",
                        entry.method),
            unpack_yourself);
    if (entry.size > max_bytes)
        return problem(
            fmt::format("the file in the zip archive has {} bytes; the limit is {}", entry.size, max_bytes),
            "a history of reference rates has about two million");
    return std::nullopt;
}

// The packed bytes, behind the entry's local header.
Result<std::string_view> packed_bytes(std::string_view bytes, const Entry& entry) {
    if (!has_record(bytes, entry.header_at, local_header_bytes, local_header_mark))
        return problem("the zip archive's directory points to no file");
    const std::size_t start = std::size_t{entry.header_at} + local_header_bytes +
                              u16(bytes, entry.header_at + 26) + u16(bytes, entry.header_at + 28);
    if (start > bytes.size() || bytes.size() - start < entry.packed_size)
        return problem("the file in the zip archive is cut off");
    return bytes.substr(start, entry.packed_size);
}

Result<ZipEntry> unpack(std::string_view packed, const Entry& entry) {
    std::optional<std::string> content;
    if (entry.method == 8) content = inflate_raw(packed, entry.size);
    if (entry.method == 0 && packed.size() == entry.size) content = std::string(packed);
    if (!content) return problem("the file in the zip archive does not unpack to the size it should have");
    const auto checksum =
        crc32(0, reinterpret_cast<const Bytef*>(content->data()), static_cast<uInt>(content->size()));
    if (checksum != entry.checksum) return problem("the file in the zip archive has a wrong checksum");
    return ZipEntry{shown(entry.name), std::move(*content)};
}

}  // namespace

bool looks_like_zip(std::string_view bytes) {
    return bytes.size() >= 4 && (u32(bytes, 0) == local_header_mark || u32(bytes, 0) == end_record_mark);
}

Result<ZipEntry> read_only_zip_entry(std::string_view bytes, const std::string& file, std::size_t max_bytes) {
    const auto located = [&](Problem found) {
        found.file = file;
        return found;
    };
    const auto entry = read_directory(bytes);
    if (!entry) return located(entry.problem());
    if (const auto unreadable = why_unreadable(*entry, max_bytes)) return located(*unreadable);
    const auto packed = packed_bytes(bytes, *entry);
    if (!packed) return located(packed.problem());
    auto content = unpack(*packed, *entry);
    if (!content) return located(content.problem());
    return content;
}

}  // namespace figbook
