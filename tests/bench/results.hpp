// What a run measured, by name: printed as a small table, or kept as a file of tests/bench/runs/.
#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace figbook::bench {

// {"MB/s": 52.1, "wc MB/s": 290.0, ...}, medians.
using Figures = std::map<std::string, double>;
// "extract/dense" and its figures, in the order of measuring.
using Results = std::vector<std::pair<std::string, Figures>>;

struct RunInfo {
    std::string name, date, commit, compiler, cpu;
};

void print_table(const Results& results);
// Throws std::runtime_error where the file cannot be written.
void keep(const Results& results, const RunInfo& info, const std::filesystem::path& file);

}  // namespace figbook::bench
