// A file that is there whole or not at all: what is written goes to a file beside it, which takes its name in the end.
//
//     OutputFile file("report.html", "the report", "give another path with --output");
//     file.write(text);
//     file.finish();   // only now is report.html there, or another than before
//
// What is no regular file (a pipe, /dev/stdout) is written as it is. Every failure is an EnvironmentError that names the
// path, what it is, and the advice.
#pragma once
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace figbook {

class OutputFile {
 public:
    OutputFile(std::filesystem::path path, std::string what, std::string advice);
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;
    // Leaves nothing behind of a file that was not finished.
    ~OutputFile();

    void write(std::string_view text);
    void finish();

 private:
    [[noreturn]] void fail() const;

    std::filesystem::path named_;       // as the user named it
    std::filesystem::path path_;        // without links
    std::filesystem::path unfinished_;  // the same as path_ for what is no regular file
    std::string what_;
    std::string advice_;
    std::ofstream file_;
    bool finished_ = false;
};

}  // namespace figbook
