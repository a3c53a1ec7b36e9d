#include "load/unpack.hpp"

#include <new>
#include <zlib.h>

namespace figbook {
namespace {

constexpr std::string_view gzip_mark = "\x1F\x8B\x08";

class Gzip : public Unpacker {
 public:
    Gzip() {
        constexpr int gzip_only = 16;
        if (::inflateInit2(&stream_, MAX_WBITS + gzip_only) != Z_OK) throw std::bad_alloc();
    }
    ~Gzip() override { ::inflateEnd(&stream_); }
    Gzip(const Gzip&) = delete;
    Gzip& operator=(const Gzip&) = delete;

    void feed(std::string_view packed) override {
        // zlib does not write to its input, whatever its type says.
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
        stream_.avail_in = static_cast<uInt>(packed.size());
    }

    Step unpack(std::string& out, std::size_t most) override {
        if (whole_ && !next_member()) return Step::hungry;
        const std::size_t before = out.size();
        out.resize(before + most);
        stream_.next_out = reinterpret_cast<Bytef*>(out.data() + before);
        stream_.avail_out = static_cast<uInt>(most);
        const int result = ::inflate(&stream_, Z_NO_FLUSH);
        out.resize(before + most - stream_.avail_out);
        whole_ = result == Z_STREAM_END;
        if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR) return Step::broken;
        return out.size() > before || whole_ ? Step::more : Step::hungry;
    }

    bool is_whole() const override { return whole_; }
    std::string_view name() const override { return "gzip"; }

 private:
    // Behind a member: the next one, unless only the zeros follow that tapes fill a block with.
    bool next_member() {
        while (stream_.avail_in > 0 && *stream_.next_in == 0) {
            ++stream_.next_in;
            --stream_.avail_in;
        }
        if (stream_.avail_in == 0) return false;
        whole_ = false;
        ::inflateReset(&stream_);
        return true;
    }

    z_stream stream_{};
    bool whole_ = false;
};

}  // namespace

std::unique_ptr<Unpacker> unpacker_for(std::string_view head) {
    if (head.starts_with(gzip_mark)) return std::make_unique<Gzip>();
    return nullptr;
}

bool may_be_compressed(std::string_view head) {
    return head.size() < gzip_mark.size() && gzip_mark.starts_with(head);
}

}  // namespace figbook
