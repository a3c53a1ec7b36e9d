#include <new>
#include <utility>
#include <zstd.h>
#include <zstd_errors.h>

#include "load/unpackers.hpp"

namespace figbook {
namespace {

constexpr std::string_view mark = "\x28\xB5\x2F\xFD";
// Frames that hold no data begin with one of sixteen marks: "\x50" to "\x5F" and then this.
constexpr std::string_view skippable_end = "\x2A\x4D\x18";
// What `zstd` itself takes without being told so: 128 MiB.
constexpr int widest_window_log = 27;

class Zstd : public Unpacker {
 public:
    Zstd() : stream_(::ZSTD_createDCtx()) {
        if (stream_ == nullptr) throw std::bad_alloc();
        ::ZSTD_DCtx_setParameter(stream_, ZSTD_d_windowLogMax, widest_window_log);
    }
    ~Zstd() override { ::ZSTD_freeDCtx(stream_); }
    Zstd(const Zstd&) = delete;
    Zstd& operator=(const Zstd&) = delete;

    void feed(std::string_view packed) override {
        in_ = {packed.data(), packed.size(), 0};
        search_from_ = std::exchange(started_, true) ? 0 : 1;
    }

    Step unpack(std::string& out, std::size_t most) override {
        if (whole_ && in_.pos == in_.size) return Step::hungry;
        const std::size_t before = out.size();
        out.resize(before + most);
        ZSTD_outBuffer to{out.data() + before, most, 0};
        if (whole_) {
            at_start_ = true;
            search_from_ = in_.pos + 1;
        }
        const std::size_t result = ::ZSTD_decompressStream(stream_, &to, &in_);
        out.resize(before + to.pos);
        at_start_ = at_start_ && to.pos == 0;
        if (::ZSTD_isError(result) != 0) {
            whole_ = false;
            return ::ZSTD_getErrorCode(result) == ZSTD_error_frameParameter_windowTooLarge ? Step::too_wide
                                                                                           : Step::broken;
        }
        whole_ = result == 0;
        return to.pos > 0 || whole_ ? Step::more : Step::hungry;
    }

    bool is_whole() const override { return whole_; }
    bool is_at_start() const override { return at_start_; }
    std::string_view name() const override { return "zstd"; }

    bool resume() override {
        const std::string_view fed(static_cast<const char*>(in_.src), in_.size);
        // Also in what is used up: a frame that was cut off takes what follows it for its own.
        const std::size_t start = fed.find(mark, search_from_);
        if (start == std::string_view::npos) return false;
        in_.pos = start;
        search_from_ = start + 1;
        ::ZSTD_DCtx_reset(stream_, ZSTD_reset_session_only);
        whole_ = false;
        at_start_ = true;
        return true;
    }

 private:
    ZSTD_DCtx* stream_;
    ZSTD_inBuffer in_{nullptr, 0, 0};
    bool whole_ = false;
    bool at_start_ = true;
    bool started_ = false;
    std::size_t search_from_ =
        0;  // where another frame may begin: in what was fed, behind the mark of this one
};

bool is_skippable(std::string_view head) {
    return !head.empty() && head[0] >= '\x50' && head[0] <= '\x5F';
}

}  // namespace

bool looks_like_zstd(std::string_view head) {
    return head.starts_with(mark) || (is_skippable(head) && head.substr(1).starts_with(skippable_end));
}

bool begins_zstd(std::string_view head) {
    return head.size() < mark.size() &&
           (mark.starts_with(head) || (is_skippable(head) && skippable_end.starts_with(head.substr(1))));
}

std::unique_ptr<Unpacker> zstd_unpacker() {
    return std::make_unique<Zstd>();
}

}  // namespace figbook
