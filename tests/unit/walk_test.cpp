// What happens to a folder while it is walked.
#include "load/walk.hpp"

#include <fstream>
#include <vector>

#include "support/catch.hpp"
#include "support/store_samples.hpp"

namespace figbook {
namespace {

namespace fs = std::filesystem;

struct Walked {
    std::vector<std::string> files;
    std::vector<std::string> problems;
};

// The names below the folder; `meanwhile` is called at each file.
template <class Meanwhile>
Walked walked(const fs::path& folder, Meanwhile meanwhile) {
    Walked result;
    walk(
        folder.string(), [](const std::string&) { return false; },
        [&](const std::string& file) {
            result.files.push_back(fs::path(file).lexically_relative(folder).string());
            meanwhile(result.files.back());
        },
        [&](const Problem& problem) {
            result.problems.push_back(fs::path(problem.file).lexically_relative(folder).string() + ": " +
                                      problem.message);
        });
    return result;
}

}  // namespace

TEST_CASE("walk: what is taken away or comes while a folder is read", "[load]") {
    const TemporaryFolder folder;
    fs::create_directory(folder.path() / "c");
    for (const char* name : {"a", "b", "c/d", "e"}) std::ofstream(folder.path() / name) << "text";

    const Walked result = walked(folder.path(), [&](const std::string& file) {
        if (file != "a") return;
        fs::remove(folder.path() / "b");
        fs::remove_all(folder.path() / "c");
        fs::remove(folder.path() / "e");
        fs::create_directory(folder.path() / "e");  // a folder in the place of a file
        std::ofstream(folder.path() / "e/f") << "text";
    });
    CHECK(result.files == std::vector<std::string>{"a", "e/f"});
    CHECK(result.problems == std::vector<std::string>{"b: was taken away while its folder was read",
                                                      "c: was taken away while its folder was read"});
}

}  // namespace figbook
