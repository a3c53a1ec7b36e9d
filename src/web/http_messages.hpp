// What httplib reads and writes, in the words of this site: who knocks, what a form says, and an answer as it is sent.
#pragma once
#include <cstddef>
#include <httplib.h>
#include <optional>
#include <string>

#include "web/exports.hpp"
#include "web/gate.hpp"
#include "web/response.hpp"

namespace figbook::web {

inline constexpr std::size_t body_bytes = 32U << 20U;  // at most, of what is sent here

Knock knock_of(const httplib::Request& request);

// A form as a browser sends it, or a program.
Request posted(const httplib::Request& in);

// What is sent must say how large it is: nothing else is limited for certain before it is read.
std::optional<Refusal> size_refusal(const httplib::Request& request);

// What httplib refuses by itself has no words of its own.
std::string words_of_status(int status);

// Rows are written while they are sent.
void send(httplib::Response& out, Response in, Exports& exports);

}  // namespace figbook::web
