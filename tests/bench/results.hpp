// What a run measured, by name: printed as a small table, or kept as a file of tests/bench/runs/.
#pragma once
#include <filesystem>
#include <map>
#include <string>

namespace figbook::bench {

// "extract/dense" -> {"MB/s": 52.1, "wc MB/s": 290.0, ...}, medians.
using Results = std::map<std::string, std::map<std::string, double>>;

struct RunInfo {
    std::string name, date, commit, compiler, cpu;
};

void print_table(const Results& results);
// Throws std::runtime_error where the file cannot be written.
void keep(const Results& results, const RunInfo& info, const std::filesystem::path& file);

}  // namespace figbook::bench
