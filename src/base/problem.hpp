// Bad input is data: a Problem says what is wrong, where, and the way out. It is reported, counted, and the
// rest goes on. A broken environment (no space, a locked file) is an EnvironmentError, caught once, in main.
//
//     Result<Date> day = parse_date("2025-02-30");
//     if (!day) report(day.problem());   // "2025-02-30 is not a date: February 2025 has 28 days. ..."
#pragma once
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>

namespace figbook {

struct Problem {
    std::string message;                // what is wrong, one sentence without a full stop
    std::string advice;                 // the way out, may be empty
    std::string file;                   // where: the file as the user named it, "" where there is none
    std::size_t line = 0;               // from 1; 0 where lines mean nothing
    std::optional<std::size_t> offset;  // bytes from the start of the file or of the line
};

// "articles.jsonl:3: not valid JSON (at byte 17); each line must be one object"
std::string to_string(const Problem& problem);

// A value, or the problem that kept it from being one.
template <class T>
class Result {
 public:
    Result(T value) : content_(std::move(value)) {}
    Result(Problem problem) : content_(std::move(problem)) {}

    explicit operator bool() const { return std::holds_alternative<T>(content_); }
    const T& operator*() const { return std::get<T>(content_); }
    T& operator*() { return std::get<T>(content_); }
    const T* operator->() const { return &std::get<T>(content_); }
    const Problem& problem() const { return std::get<Problem>(content_); }

 private:
    std::variant<T, Problem> content_;
};

// Something outside the input is broken and the command cannot be done: exit status 2.
class EnvironmentError : public std::runtime_error {
 public:
    explicit EnvironmentError(const std::string& message) : std::runtime_error(message) {}
    explicit EnvironmentError(const Problem& problem) : std::runtime_error(to_string(problem)) {}
};

}  // namespace figbook
