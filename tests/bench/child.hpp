// What another program costs: its processor time and its memory.
//
//     Cost cost = run_program({"wc", "-w", "news.txt"});   // its output is thrown away
#pragma once
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace figbook::bench {

struct Cost {
    double wall_seconds = 0;
    double seconds = 0;          // of processor time, the system's share included
    std::size_t peak_bytes = 0;  // of memory; never less than this process held when it was started
};

// Runs it in the locale C.UTF-8. Throws std::runtime_error where it cannot be started or does not exit with 0.
Cost run_program(const std::vector<std::string>& command);
// The same with a pipe as its standard input, into which `feed` writes; it ends where the program reads no more.
using Feed = std::function<void(int descriptor)>;
Cost run_program(const std::vector<std::string>& command, const Feed& feed);

// Writes all of it; false where nobody reads any more.
bool write_all(int descriptor, std::string_view bytes);

// Processor time of this process so far, in seconds.
double processor_time();

}  // namespace figbook::bench
