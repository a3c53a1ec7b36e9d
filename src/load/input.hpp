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
#include "load/read_control.hpp"
#include "load/unpack.hpp"

namespace figbook {

// What is held in memory at once, a line, a row or a page, is never larger.
constexpr std::size_t max_document_bytes = 16U << 20U;
// No article has a longer text: that is a thousand pages. What is found in it may take two hundred times the memory.
constexpr std::size_t max_text_bytes = 2U << 20U;

class Input {
 public:
    // The problem names the file: missing, unreadable, a folder, a device. With a control, reading counts its bytes
    // there and ends by Stopped.
    static Result<Input> open(const std::string& path, ReadControl* control = nullptr);
    static Input standard_input(ReadControl* control = nullptr);
    // What a server sent; messages call it by its address.
    struct Fetched {
        std::string bytes;
        std::string address;       // where it came from in the end, behind all redirections
        std::string content_type;  // the server's header
    };
    static Input fetched(std::string name, Fetched what);

    Input(Input&& other) noexcept;
    Input& operator=(Input&& other) noexcept;
    ~Input();

    // The file as the user named it, "-" for standard input.
    const std::string& name() const { return name_; }
    // Of what was fetched; "" for a file.
    const std::string& address() const { return address_; }
    const std::string& content_type() const { return content_type_; }

    // The first bytes, not consumed: at least one whole line, at most 64 KiB, so that a pipe is not waited
    // for longer than needed.
    std::string_view head();

    enum class Line { read, too_long, cut, end };
    // The next line without its line break ("\n" or "\r\n"); one above `most` is skipped and empty. `cut` is what
    // there is of the line in which reading broke off.
    Line next_line(std::string& line, std::size_t most = max_document_bytes);

    // All that is left; false where that is more than `most` bytes.
    bool read_all(std::string& text, std::size_t most = max_document_bytes);

    // Appends the next bytes, as many as asked for; false where the input has no more.
    bool read(std::string& bytes, std::size_t wanted);
    // What was read and turns out to belong to what follows; next_line(), read() give it again.
    void put_back(std::string_view bytes);
    bool at_end();
    // How many bytes were read so far, of what a packed input unpacks to.
    std::size_t offset() const { return passed_ + at_; }

    // Behind a break in packed data: goes on with the next member that begins somewhere behind it, and forgets the
    // break. False where there is none, or where it was broken off for another reason.
    bool resume();
    // True where it broke off before anything of the member came out: what was read before is whole.
    bool broke_between_members() const { return broken_ && unpacker_ && unpacker_->is_at_start(); }

    // Set where reading broke off before the end (a bad disk, a cut archive); the lines before it were read.
    const std::optional<Problem>& broken() const { return broken_; }

    // A problem of this input, at a line of it or (0) of the whole.
    Problem problem(std::string message, std::string advice, std::size_t line = 0) const;

 private:
    Input(std::string name, int descriptor, ReadControl* control = nullptr);
    // Appends a block to the buffer; false at the end.
    bool fill();
    // The same with what the file holds as it stands there.
    bool read_block(std::string& into);
    void wait_for_bytes() const;
    bool fill_unpacked();
    void start_unpacking();
    void clear_buffer();
    void feed_unpacker();
    Problem unpacking_problem(Unpacker::Step step) const;

    std::string name_;
    std::string address_;
    std::string content_type_;
    int descriptor_;
    ReadControl* control_;  // nullptr where nobody watches
    std::string buffer_;
    std::size_t at_ = 0;      // what stands before it in the buffer is consumed
    std::size_t passed_ = 0;  // how much was consumed and has left the buffer
    bool ended_ = false;
    bool started_ = false;
    std::unique_ptr<Unpacker> unpacker_;  // nullptr where the input is not compressed
    std::string packed_;                  // what the unpacker was fed with last
    std::size_t packed_bytes_ = 0;        // how much it was fed with in all, and has made of it
    std::size_t unpacked_bytes_ = 0;
    std::optional<Problem> broken_;
    bool resumable_ = false;
};

}  // namespace figbook
