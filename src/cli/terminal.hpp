// What the program talks to: a person at a terminal, or a file or pipe.
//
//     if (is_terminal(stderr)) ...progress...
//     const auto width = terminal_width().value_or(unlimited);
#pragma once
#include <cstddef>
#include <cstdio>
#include <optional>
#include <string_view>

#include "base/problem.hpp"

namespace figbook {

bool is_terminal(std::FILE* stream);

// The columns of the terminal that standard output goes to; none where it is a file or a pipe.
std::optional<std::size_t> terminal_width();

// How wide a line for reading is: what the user asked for, else the environment's COLUMNS, else the terminal's. A
// file or pipe gets a fixed width, so that the same output is the same text everywhere. 0 cuts nothing.
std::size_t text_width(std::optional<std::size_t> asked);

// The columns of one line on standard error: as the environment's COLUMNS has it, else the terminal's.
std::size_t message_width();

// Standard output was closed by its reader ("figbook extract ... | head"): no error, the reader has enough.
struct OutputClosed {};

// Writes to standard output. Throws OutputClosed, or EnvironmentError where it cannot be written (no space
// left).
void write_out(std::string_view text);
void flush_out();

// To standard error. That it was closed, or cannot be written, keeps no one from going on.
void write_error(std::string_view text);

// The same problem with "standard input" for the "-" that the user gave.
Problem as_told(Problem problem);

// One line on standard error: "figbook: articles.jsonl:3: not valid JSON; ...". Control characters are shown, not
// sent: text and file names come from others.
void write_problem(const Problem& problem);

}  // namespace figbook
