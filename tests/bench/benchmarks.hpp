// The measurements, as benchmarks of Google Benchmark.
#pragma once
#include <filesystem>
#include <string>

#include "bench/corpus.hpp"
#include "bench/results.hpp"

namespace figbook::bench {

struct BenchOptions {
    std::filesystem::path figbook;  // the program
    std::filesystem::path folder;   // for files that are gone afterwards
    std::filesystem::path text;     // JSON Lines whose articles are measured and not the made ones; "": none
    bool full = false;              // documents of 100 MB too
    int repetitions = 7;
};

// Extraction, in this process and as `figbook extract`, against `wc -w` on the same bytes.
void register_extraction(const BenchOptions& options);
// The cost of a byte in documents of all sizes and shapes.
void register_linearity(const BenchOptions& options);
// The peak memory of `figbook extract` for some documents and for ten times as many.
void register_memory(const BenchOptions& options);

// Extracts all articles and throws the claims away; a function of its own, whose instructions are counted.
void extract_all(const Corpus& corpus);

// Runs what is registered; gives the medians.
Results run_benchmarks();

}  // namespace figbook::bench
