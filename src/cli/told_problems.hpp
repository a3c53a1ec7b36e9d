// What is wrong with the inputs, on standard error: a file or a pipe gets each problem, one a line; a person at a terminal
// the first few of each kind, and at the end how many more there were and how to see them all.
//
//     ToldProblems problems(ToldProblems::To::person);
//     problems.tell(problem);
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.hpp"

namespace figbook {

class ToldProblems {
 public:
    enum class To : std::uint8_t { file, person };

    explicit ToldProblems(To to) : to_(to) {}
    ToldProblems(const ToldProblems&) = delete;
    ToldProblems& operator=(const ToldProblems&) = delete;
    // Tells what was only counted, also where the command ends by an error.
    ~ToldProblems();

    void tell(const Problem& problem);

 private:
    struct Kind {
        std::string name;
        std::size_t count = 0;
    };
    Kind& kind_of(const Problem& problem);

    To to_;
    std::vector<Kind> kinds_;  // in the order in which they came
};

// What problems of a kind share: the message without numbers, what stands in brackets, and what it quotes.
std::string kind_of_message(std::string_view message);

}  // namespace figbook
