#include "bench/child.hpp"

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <fcntl.h>
#include <fmt/format.h>
#include <stdexcept>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace figbook::bench {
namespace {

double seconds_of(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

[[noreturn]] void become(const std::vector<char*>& arguments, int input) {
    if (input >= 0) dup2(input, STDIN_FILENO);
    const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    dup2(nowhere, STDOUT_FILENO);
    setenv("LC_ALL", "C.UTF-8", 1);
    execvp(arguments[0], arguments.data());
    _exit(127);
}

}  // namespace

Cost run_program(const std::vector<std::string>& command) {
    return run_program(command, nullptr);
}

Cost run_program(const std::vector<std::string>& command, const Feed& feed) {
    std::array<int, 2> pipe{-1, -1};
    if (feed && pipe2(pipe.data(), O_CLOEXEC) != 0) throw std::runtime_error("cannot make a pipe");
    const auto start = std::chrono::steady_clock::now();
    std::vector<std::string> words = command;
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const pid_t child = fork();
    if (child == 0) become(arguments, pipe[0]);
    if (feed) {
        close(pipe[0]);
        feed(pipe[1]);
        close(pipe[1]);
    }
    int status = 0;
    rusage usage{};
    if (child < 0 || wait4(child, &status, 0, &usage) != child)
        throw std::runtime_error(fmt::format("cannot run {}", command.at(0)));
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        throw std::runtime_error(fmt::format("{} failed", command.at(0)));
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - start;
    return {passed.count(), seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime),
            static_cast<std::size_t>(usage.ru_maxrss) * 1024};
}

bool write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0 && errno == EPIPE) return false;
        if (written < 0) throw std::runtime_error("cannot write to a program");
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

double processor_time() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

}  // namespace figbook::bench
