#include "base/output_file.hpp"

#include <cerrno>
#include <cstring>
#include <optional>
#include <system_error>
#include <utility>

#include "base/problem.hpp"

namespace figbook {
namespace {

namespace fs = std::filesystem;

// Through a link to the file that it leads to: the link stays.
fs::path without_links(const fs::path& path) {
    std::error_code error;
    const fs::path real = fs::canonical(path, error);
    return error ? path : real;
}

bool is_special(const fs::path& path) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    return fs::exists(status) && !fs::is_regular_file(status);
}

}  // namespace

OutputFile::OutputFile(fs::path path, std::string what, std::string advice)
    : named_(std::move(path)),
      path_(without_links(named_)),
      unfinished_(path_),
      what_(std::move(what)),
      advice_(std::move(advice)) {
    if (!is_special(path_)) unfinished_ += ".part";
    errno = 0;
    file_.open(unfinished_, std::ios::binary | std::ios::trunc);
    if (!file_) {
        finished_ = true;  // nothing of ours is there
        fail();
    }
}

OutputFile::~OutputFile() {
    if (finished_ || unfinished_ == path_) return;
    file_.close();
    std::error_code ignored;  // nobody is left to tell, and what stays has a name that says it is unfinished
    fs::remove(unfinished_, ignored);
}

void OutputFile::write(std::string_view text) {
    file_.write(text.data(), static_cast<std::streamsize>(text.size()));
    if (!file_) fail();
}

void OutputFile::finish() {
    errno = 0;
    file_.close();
    if (!file_) fail();
    if (unfinished_ != path_) {
        std::error_code error;
        fs::rename(unfinished_, path_, error);
        if (error) {
            errno = error.value();
            fail();
        }
    }
    finished_ = true;
}

void OutputFile::fail() const {
    const std::string why = errno == 0 ? "it cannot be written" : std::strerror(errno);
    throw EnvironmentError(
        Problem{what_ + " cannot be written: " + why, advice_, named_.string(), 0, std::nullopt});
}

}  // namespace figbook
