// One open input: a file, a pipe or standard input, read piece by piece so that it may be larger than memory. What is
// compressed is unpacked on the way, whatever the file is called.
//
//     Result<Input> input = Input::open("articles.jsonl");
//     std::string_view head = input->head();   // to recognise the format by, not consumed
//     while (input->next_line(line)) ...
#pragma once
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/problem.hpp"
#include "load/unpack.hpp"

namespace figbook {

// No document is larger: a text of this size is no article, and a line without end is no JSON Lines.
constexpr std::size_t max_document_bytes = 128U << 20U;

class Input {
 public:
    // The problem names the file: missing, unreadable, a folder, a device.
    static Result<Input> open(const std::string& path);
    static Input standard_input();

    Input(Input&& other) noexcept;
    Input& operator=(Input&& other) noexcept;
    ~Input();

    // The file as the user named it, "-" for standard input.
    const std::string& name() const { return name_; }

    // The first bytes, not consumed: at least one whole line, at most 64 KiB, so that a pipe is not waited
    // for longer than needed.
    std::string_view head();

    enum class Line { read, too_long, end };
    // The next line without its line break ("\n" or "\r\n"); one above max_document_bytes is skipped and
    // empty.
    Line next_line(std::string& line);

    // All that is left; false where that is more than `most` bytes.
    bool read_all(std::string& text, std::size_t most = max_document_bytes);

    // Set where reading broke off before the end (a bad disk, a cut archive); the lines before it were read.
    const std::optional<Problem>& broken() const { return broken_; }

    // A problem of this input, at a line of it or (0) of the whole.
    Problem problem(std::string message, std::string advice, std::size_t line = 0) const;

 private:
    Input(std::string name, int descriptor);
    // Appends a block to the buffer; false at the end.
    bool fill();
    // The same with what the file holds as it stands there.
    bool read_block(std::string& into);
    bool fill_unpacked();
    void start_unpacking();

    std::string name_;
    int descriptor_;
    std::string buffer_;
    std::size_t at_ = 0;  // what stands before it in the buffer is consumed
    bool ended_ = false;
    bool started_ = false;
    std::unique_ptr<Unpacker> unpacker_;  // nullptr where the input is not compressed
    std::string packed_;                  // what the unpacker was fed with last
    std::optional<Problem> broken_;
};

}  // namespace figbook
