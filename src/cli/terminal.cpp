#include "cli/terminal.hpp"

#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <fmt/format.h>
#include <string>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/utf8.hpp"
#include "report/render.hpp"

namespace figbook {
namespace {

[[noreturn]] void throw_write_error(int error) {
    if (error == EPIPE) throw OutputClosed{};
    throw EnvironmentError(fmt::format(
        "standard output cannot be written: {}; make room or send it elsewhere", std::strerror(error)));
}

std::size_t columns_of(int descriptor) {
    winsize size{};
    if (::ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 80;
    return size.ws_col;
}

// The environment's COLUMNS.
std::optional<std::size_t> environment_width() {
    const char* columns = std::getenv("COLUMNS");
    if (columns == nullptr) return std::nullopt;
    std::size_t width = 0;
    const char* end = columns + std::strlen(columns);
    if (std::from_chars(columns, end, width).ptr != end || width == 0) return std::nullopt;
    return width;
}

}  // namespace

bool is_terminal(std::FILE* stream) {
    return ::isatty(::fileno(stream)) == 1;
}

std::optional<std::size_t> terminal_width() {
    if (!is_terminal(stdout)) return std::nullopt;
    return columns_of(STDOUT_FILENO);
}

std::size_t text_width(std::optional<std::size_t> asked) {
    if (asked) return *asked;
    if (const auto width = environment_width()) return *width;
    return terminal_width().value_or(default_width);
}

std::size_t message_width() {
    return environment_width().value_or(columns_of(STDERR_FILENO));
}

void write_out(std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) throw_write_error(errno);
}

void flush_out() {
    if (std::fflush(stdout) != 0) throw_write_error(errno);
}

void write_error(std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stderr);
}

Problem as_told(Problem told) {
    // Alone, or as the origin of a record: -:12.
    if (told.file == "-" || told.file.starts_with("-:")) told.file.replace(0, 1, "standard input");
    return told;
}

void write_problem(const Problem& problem) {
    write_error("figbook: " + printable(to_string(as_told(problem))) + "\n");
}

}  // namespace figbook
