#include "load/input.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <poll.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace figbook {
namespace {

constexpr std::size_t block_bytes = 64U << 10U;
// How long a pipe is waited for before it is asked again whether to stop.
constexpr int look_every_ms = 100;

Problem open_problem(const std::string& path, int error) {
    Problem problem{fmt::format("cannot be read: {}", std::strerror(error)), "", path, 0, {}};
    if (error == ENOENT) {
        std::error_code unknown;
        const bool link = std::filesystem::is_symlink(path, unknown);
        problem.message = link ? "is a link that leads nowhere" : "there is no such file";
        const bool may_be_text = path.find(' ') != std::string::npos;  // "Aid rose 5%."
        problem.advice = link          ? "mend the link or take it away"
                         : may_be_text ? "check the name; `figbook explain TEXT` takes the text itself"
                                       : "check the name";
    } else if (error == EIO) {
        problem.advice = "see that its disk is in order, and load it again";
    } else if (error == EISDIR) {
        problem.message = "is a folder";
        problem.advice = "name it on the command line instead";
    } else if (error == ELOOP) {
        problem.message = "is a link that leads in a circle";
        problem.advice = "mend the link or take it away";
    } else if (error == EACCES || error == EPERM) {
        problem.message = "may not be read";
        problem.advice = "check its permissions, `ls -l` shows them";
    }
    return problem;
}

// What kind of file cannot be an article; "" for one that can. Pipes can: `figbook load <(...)`.
std::string_view wrong_kind(const struct stat& info) {
    if (S_ISDIR(info.st_mode)) return "is a folder";
    if (S_ISBLK(info.st_mode)) return "is a device";
    if (S_ISSOCK(info.st_mode)) return "is a socket";
    return "";
}

// Such as /dev/zero, which has no end. A terminal ends by Ctrl-D, /dev/null at once.
bool may_be_endless(const struct stat& info, int descriptor) {
    return S_ISCHR(info.st_mode) && info.st_rdev != ::makedev(1, 3) && ::isatty(descriptor) != 1;
}

Problem wrong_kind_problem(std::string_view kind, const std::string& path) {
    return {std::string(kind), "give a file with an article", path, 0, {}};
}

}  // namespace

Input::Input(std::string name, int descriptor, ReadControl* control)
    : name_(std::move(name)), descriptor_(descriptor), control_(control) {}

Input::Input(Input&& other) noexcept
    : name_(std::move(other.name_)),
      address_(std::move(other.address_)),
      content_type_(std::move(other.content_type_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      control_(other.control_),
      buffer_(std::move(other.buffer_)),
      at_(other.at_),
      passed_(other.passed_),
      ended_(other.ended_),
      started_(other.started_),
      unpacker_(std::move(other.unpacker_)),
      packed_(std::move(other.packed_)),
      packed_bytes_(other.packed_bytes_),
      unpacked_bytes_(other.unpacked_bytes_),
      broken_(std::move(other.broken_)),
      resumable_(other.resumable_) {}

Input& Input::operator=(Input&& other) noexcept {
    std::swap(name_, other.name_);
    std::swap(address_, other.address_);
    std::swap(content_type_, other.content_type_);
    std::swap(descriptor_, other.descriptor_);
    std::swap(control_, other.control_);
    std::swap(buffer_, other.buffer_);
    std::swap(at_, other.at_);
    std::swap(passed_, other.passed_);
    std::swap(ended_, other.ended_);
    std::swap(started_, other.started_);
    std::swap(unpacker_, other.unpacker_);
    std::swap(packed_, other.packed_);
    std::swap(packed_bytes_, other.packed_bytes_);
    std::swap(unpacked_bytes_, other.unpacked_bytes_);
    std::swap(broken_, other.broken_);
    std::swap(resumable_, other.resumable_);
    return *this;
}

Input::~Input() {
    if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
}

Result<Input> Input::open(const std::string& path, ReadControl* control) {
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0) return open_problem(path, errno);
    if (const auto kind = wrong_kind(info); !kind.empty()) return wrong_kind_problem(kind, path);
    // To open a pipe waits for one who writes into it; that is left to wait_for_bytes().
    const int patience = control != nullptr && S_ISFIFO(info.st_mode) ? O_NONBLOCK : 0;
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | patience);
    if (descriptor < 0) return open_problem(path, errno);
    if (may_be_endless(info, descriptor)) {
        ::close(descriptor);
        return wrong_kind_problem("is a device", path);
    }
    return Input(path, descriptor, control);
}

Input Input::standard_input(ReadControl* control) {
    return {"-", STDIN_FILENO, control};
}

Input Input::fetched(std::string name, Fetched what) {
    Input input(std::move(name), -1);
    input.address_ = std::move(what.address);
    input.content_type_ = std::move(what.content_type);
    input.packed_ = std::move(what.bytes);
    input.ended_ = true;
    return input;
}

std::string_view Input::head() {
    while (buffer_.size() < block_bytes && buffer_.find('\n') == std::string::npos && fill()) {
    }
    return std::string_view(buffer_).substr(0, block_bytes);
}

void Input::clear_buffer() {
    passed_ += buffer_.size();
    buffer_.clear();
    at_ = 0;
}

Input::Line Input::next_line(std::string& line, std::size_t most) {
    line.clear();
    bool too_long = false;
    bool any = false;
    bool ends = false;
    while (!ends) {
        const std::size_t end = buffer_.find('\n', at_);
        const std::size_t taken = (end == std::string::npos ? buffer_.size() : end) - at_;
        any = any || taken > 0 || end != std::string::npos;
        too_long = too_long || line.size() + taken > most;
        if (!too_long) line.append(buffer_, at_, taken);
        ends = end != std::string::npos;
        if (ends) {
            at_ = end + 1;
        } else {
            clear_buffer();
            if (!fill()) break;
        }
    }
    if (too_long) line.clear();
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (too_long) return Line::too_long;
    if (!any) return Line::end;
    return !ends && broken_ ? Line::cut : Line::read;
}

bool Input::read_all(std::string& text, std::size_t most) {
    text.assign(buffer_, at_, std::string::npos);
    clear_buffer();
    while (text.size() <= most && fill()) {
        text += buffer_;
        clear_buffer();
    }
    return text.size() <= most;
}

bool Input::read(std::string& bytes, std::size_t wanted) {
    for (;;) {
        const std::size_t taken = std::min(wanted, buffer_.size() - at_);
        bytes.append(buffer_, at_, taken);
        at_ += taken;
        wanted -= taken;
        if (wanted == 0) return true;
        clear_buffer();
        if (!fill()) return false;
    }
}

void Input::put_back(std::string_view bytes) {
    buffer_.erase(0, at_);
    passed_ += at_;
    at_ = 0;
    buffer_.insert(0, bytes);
    passed_ -= bytes.size();
}

bool Input::at_end() {
    while (at_ == buffer_.size()) {
        clear_buffer();
        if (!fill()) return true;
    }
    return false;
}

bool Input::resume() {
    if (!broken_ || !std::exchange(resumable_, false)) return false;
    for (;;) {
        if (unpacker_->resume()) {
            broken_.reset();
            return true;
        }
        packed_.clear();
        if (!read_block(packed_)) return false;
        feed_unpacker();
    }
}

bool Input::fill() {
    if (!std::exchange(started_, true)) start_unpacking();
    if (unpacker_) return fill_unpacked();
    if (!packed_.empty()) {
        buffer_ += std::exchange(packed_, {});
        return true;
    }
    return read_block(buffer_);
}

bool Input::read_block(std::string& into) {
    if (ended_) return false;
    const std::size_t old_size = into.size();
    into.resize(old_size + block_bytes);
    ssize_t got = 0;
    do {
        wait_for_bytes();
        got = ::read(descriptor_, into.data() + old_size, block_bytes);
    } while (got < 0 && (errno == EINTR || errno == EAGAIN));
    if (got < 0) broken_ = open_problem(name_, errno);
    ended_ = got <= 0;
    into.resize(old_size + (got > 0 ? static_cast<std::size_t>(got) : 0));
    if (control_ != nullptr && got > 0) control_->bytes_read += static_cast<std::size_t>(got);
    return !ended_;
}

// Asks again and again, since a signal may come between the question and the wait, and to another thread.
void Input::wait_for_bytes() const {
    if (control_ == nullptr) return;
    pollfd waited{descriptor_, POLLIN, 0};
    do throw_if_stopped(control_);
    while (::poll(&waited, 1, look_every_ms) <= 0);
}

void Input::start_unpacking() {
    while (may_be_compressed(packed_) && read_block(packed_)) {
    }
    unpacker_ = unpacker_for(packed_);
    if (unpacker_) feed_unpacker();
}

void Input::feed_unpacker() {
    packed_bytes_ += packed_.size();
    unpacker_->feed(packed_);
}

bool Input::fill_unpacked() {
    const std::size_t before = buffer_.size();
    while (!broken_) {
        const Unpacker::Step step = unpacker_->unpack(buffer_, block_bytes);
        unpacked_bytes_ += buffer_.size() - before;
        if (step != Unpacker::Step::hungry) {
            if (step == Unpacker::Step::more && !is_bomb(packed_bytes_, unpacked_bytes_)) return true;
            broken_ = unpacking_problem(step);
            resumable_ = step == Unpacker::Step::broken;
            // What came out before the break is still read.
            return buffer_.size() > before;
        }
        packed_.clear();
        if (!read_block(packed_)) {
            if (!broken_ && !unpacker_->is_whole())
                broken_ = problem(fmt::format("is {} that was cut off before its end, behind byte {} of what "
                                              "it unpacks to",
                                              unpacker_->name(), unpacked_bytes_),
                                  "get the file again");
            return false;
        }
        feed_unpacker();
    }
    return false;
}

Problem Input::unpacking_problem(Unpacker::Step step) const {
    const std::string_view way = unpacker_->name();
    if (step == Unpacker::Step::more)
        return problem(
            fmt::format("is {} that unpacks to more than {} MiB and {} times its size, as no articles do",
                        way, bomb_from_bytes >> 20U, bomb_ratio),
            "if it is meant so, unpack it yourself and pipe it in, with - for the file");
    if (step == Unpacker::Step::too_wide)
        return problem(fmt::format("is {} that takes more than 128 MiB of memory to unpack", way),
                       "unpack it yourself and pipe it in: `zstd -dc --long=31 FILE | figbook load -`");
    return problem(fmt::format("is broken {}: it cannot be unpacked further than to byte {} of what it holds",
                               way, unpacked_bytes_),
                   "get the file again");
}

Problem Input::problem(std::string message, std::string advice, std::size_t line) const {
    return {std::move(message), std::move(advice), name_, line, {}};
}

}  // namespace figbook
