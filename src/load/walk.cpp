#include "load/walk.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fmt/format.h>
#include <set>
#include <sys/stat.h>
#include <utility>
#include <vector>

namespace figbook {
namespace {

namespace fs = std::filesystem;

// One walk: what was visited, and where to push what it finds.
class Walk {
 public:
    Walk(const std::function<bool(const std::string&)>& left_out,
         const std::function<void(const std::string&)>& file,
         const std::function<void(const Problem&)>& problem, std::function<bool()> is_over = {})
        : left_out_(left_out), file_(file), problem_(problem), is_over_(std::move(is_over)) {}

    void folder(const std::string& path) {
        struct stat info {};
        if (::stat(path.c_str(), &info) != 0) return fail(path, errno);
        if (!visited_.emplace(info.st_dev, info.st_ino).second) return;
        std::error_code error;
        std::vector<std::string> names;
        for (fs::directory_iterator at(path, error), end; !error && at != end; at.increment(error))
            names.push_back(at->path().filename().string());
        if (error) fail(path, error.value());
        std::sort(names.begin(), names.end());
        for (const std::string& name : names) {
            if (is_over_ && is_over_()) return;
            if (!name.starts_with('.')) entry((fs::path(path) / name).string());
        }
    }

    bool found() const { return found_; }

 private:
    void entry(const std::string& path) {
        struct stat info {};
        if (::stat(path.c_str(), &info) != 0) {
            const int error = errno;
            std::error_code unknown;
            if (error != ENOENT || !fs::is_symlink(path, unknown)) return fail(path, error);
            return tell(path, "is a link that leads nowhere", "mend the link or take it away");
        }
        if (S_ISDIR(info.st_mode)) return folder(path);
        if (left_out_(path)) return;
        found_ = true;
        if (S_ISREG(info.st_mode)) return file_(path);
        // A pipe in a folder would be waited for without end.
        tell(path, "is a pipe, a socket or a device, not a file",
             "take it out of the folder, or name it on the command line");
    }

    void fail(const std::string& path, int error) {
        if (error == ENOENT)
            return tell(path, "was taken away while its folder was read", "load the folder again");
        if (error == ELOOP)
            return tell(path, "is a link that leads in a circle", "mend the link or take it away");
        const std::string reason = fmt::format("cannot be read: {}", std::strerror(error));
        if (error == ENAMETOOLONG)
            return tell(path, reason, "go into one of the folders on the way and load from there");
        tell(path, reason, "check its permissions, `ls -l` shows them");
    }

    void tell(const std::string& path, std::string message, std::string advice) {
        found_ = true;
        problem_({std::move(message), std::move(advice), path, 0, {}});
    }

    const std::function<bool(const std::string&)>& left_out_;
    const std::function<void(const std::string&)>& file_;
    const std::function<void(const Problem&)>& problem_;
    const std::function<bool()> is_over_;
    std::set<std::pair<dev_t, ino_t>> visited_;
    bool found_ = false;
};

}  // namespace

bool is_folder(const std::string& path) {
    std::error_code error;
    return fs::is_directory(path, error);
}

void walk(const std::string& folder, const std::function<bool(const std::string&)>& left_out,
          const std::function<void(const std::string&)>& file,
          const std::function<void(const Problem&)>& problem) {
    Walk run(left_out, file, problem);
    run.folder(folder);
    if (!run.found()) problem({"holds no files", "hidden files are left out", folder, 0, {}});
}

bool holds_files(const std::string& folder) {
    bool found = false;
    const std::function<bool(const std::string&)> none_left_out = [](const std::string&) { return false; };
    const std::function<void(const std::string&)> file = [&](const std::string&) { found = true; };
    const std::function<void(const Problem&)> problem = [](const Problem&) {};
    Walk(none_left_out, file, problem, [&] { return found; }).folder(folder);
    return found;
}

}  // namespace figbook
