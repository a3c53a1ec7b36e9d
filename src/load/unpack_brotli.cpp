#include <algorithm>
#include <brotli/decode.h>
#include <cstdint>
#include <new>

#include "load/unpackers.hpp"

namespace figbook {
namespace {

class Brotli : public Unpacker {
 public:
    void feed(std::string_view packed) override { in_ = packed; }

    Step unpack(std::string& out, std::size_t most) override {
        if (whole_) {
            if (in_.empty()) return Step::hungry;
            state_ = started();
            whole_ = false;
        }
        const std::size_t before = out.size();
        out.resize(before + most);
        std::size_t left = in_.size();
        const auto* next = reinterpret_cast<const std::uint8_t*>(in_.data());
        std::size_t room = most;
        auto* to = reinterpret_cast<std::uint8_t*>(out.data() + before);
        const BrotliDecoderResult result =
            ::BrotliDecoderDecompressStream(state_.get(), &left, &next, &room, &to, nullptr);
        in_.remove_prefix(in_.size() - left);
        out.resize(before + most - room);
        whole_ = result == BROTLI_DECODER_RESULT_SUCCESS;
        if (result == BROTLI_DECODER_RESULT_ERROR) return Step::broken;
        return out.size() > before || whole_ ? Step::more : Step::hungry;
    }

    bool is_whole() const override { return whole_; }
    std::string_view name() const override { return "brotli"; }

 private:
    struct End {
        void operator()(BrotliDecoderState* state) const { ::BrotliDecoderDestroyInstance(state); }
    };
    using State = std::unique_ptr<BrotliDecoderState, End>;

    static State started() {
        State state(::BrotliDecoderCreateInstance(nullptr, nullptr, nullptr));
        if (!state) throw std::bad_alloc();
        return state;
    }

    State state_ = started();
    std::string_view in_;
    bool whole_ = false;
};

// What no text holds: control characters that lay out nothing.
bool is_binary(std::string_view bytes) {
    return std::any_of(bytes.begin(), bytes.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' &&
               c != '\v' && c != '\x1B';
    });
}

}  // namespace

bool looks_like_brotli(std::string_view head) {
    // UTF-16 is full of NULs, but marked.
    if (!is_binary(head) || head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) return false;
    constexpr std::size_t enough = 4096;
    constexpr std::size_t no_chance =
        32;  // so much text comes from no other bytes, even if they break off then
    Brotli unpacker;
    std::string text;
    unpacker.feed(head);
    while (text.size() < enough) {
        const Unpacker::Step step = unpacker.unpack(text, enough);
        if (step == Unpacker::Step::broken && text.size() < no_chance) return false;
        if (step != Unpacker::Step::more) break;
    }
    return !text.empty() && !is_binary(text);
}

std::unique_ptr<Unpacker> brotli_unpacker() {
    return std::make_unique<Brotli>();
}

}  // namespace figbook
