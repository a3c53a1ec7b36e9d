#include "cli/terminal.hpp"

#include <cerrno>
#include <cstring>
#include <fmt/format.h>
#include <string>
#include <sys/ioctl.h>
#include <unistd.h>

namespace figbook {
namespace {

[[noreturn]] void throw_write_error(int error) {
    if (error == EPIPE) throw OutputClosed{};
    throw EnvironmentError(fmt::format(
        "standard output cannot be written: {}; make room or send it elsewhere", std::strerror(error)));
}

}  // namespace

bool is_terminal(std::FILE* stream) {
    return ::isatty(::fileno(stream)) == 1;
}

std::optional<std::size_t> terminal_width() {
    if (!is_terminal(stdout)) return std::nullopt;
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 80;
    return size.ws_col;
}

void write_out(std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) throw_write_error(errno);
}

void flush_out() {
    if (std::fflush(stdout) != 0) throw_write_error(errno);
}

void write_problem(const Problem& problem) {
    // Standard error that was closed keeps no one from going on.
    const std::string line = "figbook: " + to_string(problem) + "\n";
    std::fputs(line.c_str(), stderr);
}

}  // namespace figbook
