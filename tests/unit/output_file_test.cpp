// A file that is there whole or not at all.
#include "base/output_file.hpp"

#include <fstream>
#include <iterator>

#include "base/problem.hpp"
#include "support/catch.hpp"
#include "support/store_samples.hpp"

namespace figbook {
namespace {

namespace fs = std::filesystem;

std::string content(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::size_t entries(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

TEST_CASE("output file: what was there stays until the new one is whole", "[base]") {
    const TemporaryFolder folder;
    const fs::path path = folder.path() / "report.html";
    std::ofstream(path) << "before";
    {
        OutputFile file(path, "the report", "");
        file.write("half");
    }
    CHECK(content(path) == "before");
    CHECK(entries(folder.path()) == 1);
    OutputFile file(path, "the report", "");
    file.write("all ");
    file.write("of it");
    CHECK(content(path) == "before");
    file.finish();
    CHECK(content(path) == "all of it");
    CHECK(entries(folder.path()) == 1);
}

TEST_CASE("output file: a link stays one, and its file changes", "[base]") {
    const TemporaryFolder folder;
    std::ofstream(folder.path() / "real") << "before";
    fs::create_symlink("real", folder.path() / "link");
    OutputFile file(folder.path() / "link", "the report", "");
    file.write("after");
    file.finish();
    CHECK(fs::is_symlink(folder.path() / "link"));
    CHECK(content(folder.path() / "real") == "after");
}

TEST_CASE("output file: what cannot be written is said with its path and the way out", "[base]") {
    const TemporaryFolder folder;
    const auto said = [](const fs::path& path) -> std::string {
        try {
            OutputFile file(path, "the report", "give another");
            file.write("text");
            file.finish();
        } catch (const EnvironmentError& error) {
            return error.what();
        }
        return "";
    };
    CHECK(said(folder.path() / "no" / "such") ==
          (folder.path() / "no/such").string() +
              ": the report cannot be written: No such file or directory; give another");
    CHECK(said(folder.path()).find("Is a directory") != std::string::npos);
    CHECK(said("/dev/full").find("No space left on device") != std::string::npos);
}

}  // namespace
}  // namespace figbook
