// Compressed bytes in, what they hold out, piece by piece: gzip, also of many members one behind the other. Another
// way to compress is another Unpacker and a line in unpacker_for().
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
        more,    // something was appended, and there may be more of it
        hungry,  // all that was fed is used up
        broken   // the bytes are no valid data
    };
    // Appends at most `most` bytes.
    virtual Step unpack(std::string& out, std::size_t most) = 0;

    // True where the input may end here.
    virtual bool is_whole() const = 0;
    // For messages: "gzip".
    virtual std::string_view name() const = 0;
};

// nullptr for what is not compressed, told by its first bytes.
std::unique_ptr<Unpacker> unpacker_for(std::string_view head);
// Whether more of the first bytes could still show that the input is compressed.
bool may_be_compressed(std::string_view head);

}  // namespace figbook
