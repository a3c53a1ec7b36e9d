// Compressed bytes in, what they hold out, piece by piece: gzip, zstd and brotli, also many members or frames one
// behind the other. Another way to compress is another Unpacker in unpackers.hpp and a line in unpack.cpp.
//
//     std::unique_ptr<Unpacker> unpacker = unpacker_for(first_bytes);    // nullptr: not compressed
//     unpacker->feed(packed);
//     while (unpacker->unpack(out, 65536) == Unpacker::Step::more) ...
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace figbook {

class Unpacker {
 public:
    virtual ~Unpacker() = default;

    // The next compressed bytes; those before were used up. They must stay where they are until they are used up.
    virtual void feed(std::string_view packed) = 0;

    enum class Step : std::uint8_t {
        more,     // something was appended, and there may be more of it
        hungry,   // all that was fed is used up
        broken,   // the bytes are no valid data
        too_wide  // unpacking it takes more memory than is given for it
    };
    // Appends at most `most` bytes.
    virtual Step unpack(std::string& out, std::size_t most) = 0;

    // True where the input may end here.
    virtual bool is_whole() const = 0;

    // Behind a break: goes on at the next member or frame that begins in what was fed and is not used up. False where
    // none does; then feed and ask again.
    virtual bool resume() { return false; }

    // True while nothing has come out of the member or frame that it is in: what came before is whole.
    virtual bool is_at_start() const { return false; }

    // For messages: "gzip".
    virtual std::string_view name() const = 0;
};

// nullptr for what is not compressed, told by its first bytes. Brotli has no mark: it is what is no text and unpacks to
// text.
std::unique_ptr<Unpacker> unpacker_for(std::string_view head);
// Whether more of the first bytes could still show the mark of a way to compress.
bool may_be_compressed(std::string_view head);

// By the name that HTTP's Content-Encoding has for it: "gzip", "deflate", "br", "zstd"; nullptr for another.
std::unique_ptr<Unpacker> unpacker_named(std::string_view encoding);

// A file's name in lower case, without the ending that says how it is compressed: "News.CSV.gz" is "news.csv".
std::string unpacked_name(std::string_view name);

// A compression bomb is what unpacks to so many times its size, looked at from so many bytes on: articles never do.
constexpr std::size_t bomb_ratio = 250;
constexpr std::size_t bomb_from_bytes = 256U << 20U;
constexpr bool is_bomb(std::size_t packed_bytes, std::size_t unpacked_bytes) {
    return unpacked_bytes > bomb_from_bytes && unpacked_bytes / bomb_ratio > packed_bytes;
}

}  // namespace figbook
