#include <algorithm>
#include <new>
#include <utility>
#include <zlib.h>

#include "load/unpackers.hpp"

namespace figbook {
namespace {

constexpr std::string_view mark = "\x1F\x8B\x08";
constexpr int gzip_only = MAX_WBITS + 16;

// zlib and its stream, in any of the forms that it knows.
class Inflater {
 public:
    explicit Inflater(int form) {
        if (::inflateInit2(&stream_, form) != Z_OK) throw std::bad_alloc();
    }
    ~Inflater() { ::inflateEnd(&stream_); }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    void feed(std::string_view packed) {
        // zlib does not write to its input, whatever its type says.
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
        stream_.avail_in = static_cast<uInt>(packed.size());
    }
    std::string_view left() const {
        return {reinterpret_cast<const char*>(stream_.next_in), stream_.avail_in};
    }
    void reset(int form) { ::inflateReset2(&stream_, form); }

    // zlib's result.
    int inflate(std::string& out, std::size_t most) {
        const std::size_t before = out.size();
        out.resize(before + most);
        stream_.next_out = reinterpret_cast<Bytef*>(out.data() + before);
        stream_.avail_out = static_cast<uInt>(most);
        const int result = ::inflate(&stream_, Z_NO_FLUSH);
        out.resize(before + most - stream_.avail_out);
        return result;
    }

 private:
    z_stream stream_{};
};

bool is_fault(int result) {
    return result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR;
}

class Gzip : public Unpacker {
 public:
    void feed(std::string_view packed) override {
        inflater_.feed(packed);
        unsearched_ =
            packed.substr(std::exchange(started_, true) ? 0 : std::min<std::size_t>(1, packed.size()));
    }

    Step unpack(std::string& out, std::size_t most) override {
        if (whole_ && !next_member()) return Step::hungry;
        const std::size_t before = out.size();
        const int result = inflater_.inflate(out, most);
        whole_ = result == Z_STREAM_END;
        at_start_ = at_start_ && out.size() == before;
        if (is_fault(result)) return Step::broken;
        return out.size() > before || whole_ ? Step::more : Step::hungry;
    }

    bool is_whole() const override { return whole_; }
    bool is_at_start() const override { return at_start_; }
    std::string_view name() const override { return "gzip"; }

    bool resume() override {
        // Also in what is used up: a member that was cut off takes what follows it for its own.
        const std::size_t start = unsearched_.find(mark);
        if (start == std::string_view::npos) return false;
        begin_member(unsearched_.substr(start));
        return true;
    }

 private:
    void begin_member(std::string_view from) {
        inflater_.feed(from);
        inflater_.reset(gzip_only);
        unsearched_ = from.substr(1);
        whole_ = false;
        at_start_ = true;
    }

    // Behind a member: the next one, unless only the zeros follow that tapes fill a block with.
    bool next_member() {
        std::string_view left = inflater_.left();
        left.remove_prefix(std::min(left.find_first_not_of('\0'), left.size()));
        if (left.empty()) {
            inflater_.feed(left);
            return false;
        }
        begin_member(left);
        return true;
    }

    Inflater inflater_{gzip_only};
    bool started_ = false;
    std::string_view
        unsearched_;  // where another member may begin: what was fed, behind the mark of this one
    bool whole_ = false;
    bool at_start_ = true;
};

class Deflate : public Unpacker {
 public:
    // The first byte tells: that of zlib's form names the method and a window that exists.
    void feed(std::string_view packed) override {
        if (!started_ && !packed.empty()) {
            started_ = true;
            const auto first = static_cast<unsigned char>(packed[0]);
            const bool zlib_form = (first & 0x0FU) == 8 && first >> 4U <= 7;
            if (!zlib_form) inflater_.reset(-MAX_WBITS);
        }
        inflater_.feed(packed);
    }

    Step unpack(std::string& out, std::size_t most) override {
        if (whole_) return inflater_.left().empty() ? Step::hungry : Step::broken;
        const std::size_t before = out.size();
        const int result = inflater_.inflate(out, most);
        whole_ = result == Z_STREAM_END;
        if (is_fault(result)) return Step::broken;
        return out.size() > before || whole_ ? Step::more : Step::hungry;
    }

    bool is_whole() const override { return whole_; }
    std::string_view name() const override { return "deflate"; }

 private:
    Inflater inflater_{MAX_WBITS};
    bool started_ = false;
    bool whole_ = false;
};

}  // namespace

bool looks_like_gzip(std::string_view head) {
    return head.starts_with(mark);
}

bool begins_gzip(std::string_view head) {
    return head.size() < mark.size() && mark.starts_with(head);
}

std::unique_ptr<Unpacker> gzip_unpacker() {
    return std::make_unique<Gzip>();
}

std::unique_ptr<Unpacker> deflate_unpacker() {
    return std::make_unique<Deflate>();
}

}  // namespace figbook
