#include "bench/results.hpp"

#include <fmt/format.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace figbook::bench {
namespace {

// The figure, or a dash where it was not measured.
std::string cell(const Figures& figures, const std::string& name, int decimals) {
    const auto found = figures.find(name);
    return found == figures.end() ? "-" : fmt::format("{:.{}f}", found->second, decimals);
}

// The results whose names begin so, with what follows.
Results below(const Results& results, std::string_view beginning) {
    Results found;
    for (const auto& [name, figures] : results)
        if (name.starts_with(beginning)) found.emplace_back(name.substr(beginning.size()), figures);
    return found;
}

void print_extraction(const Results& corpora) {
    if (corpora.empty()) return;
    fmt::print("Extraction in one thread against wc -w, processor time (asked: at most 6, aim 2)\n\n");
    fmt::print("corpus       MB/s  wc MB/s  times wc   program MB/s  times wc\n");
    for (const auto& [name, figures] : corpora)
        fmt::print("{:<8.8}{:>9}{:>9}{:>10}{:>15}{:>10}\n", name, cell(figures, "MB/s", 1),
                   cell(figures, "wc MB/s", 1), cell(figures, "times wc", 2),
                   cell(figures, "program MB/s", 1), cell(figures, "program times wc", 2));
    fmt::print("\ncorpus   claims/KB   allocations: a document   a token  a claim  instructions/byte\n");
    for (const auto& [name, figures] : corpora)
        fmt::print("{:<8.8}{:>10}{:>26}{:>10}{:>9}{:>19}\n", name, cell(figures, "claims/KB", 2),
                   cell(figures, "allocations/document", 1), cell(figures, "allocations/token", 3),
                   cell(figures, "allocations/claim", 1), cell(figures, "instructions/byte", 1));
}

void print_linearity(const Results& shapes) {
    if (shapes.empty()) return;
    fmt::print("\nCost of a byte against the same document of 100 KB (asked: 0.80 to 1.20)\n\n");
    fmt::print("document            1 KB     10 MB    100 MB   100 KB against news\n");
    for (const auto& [name, figures] : shapes)
        fmt::print("{:<16}{:>8}{:>10}{:>10}{:>22}\n", name, cell(figures, "1 KB", 2),
                   cell(figures, "10 MB", 2), cell(figures, "100 MB", 2),
                   cell(figures, "100 KB against news", 2));
}

void print_memory(const Results& corpora) {
    for (const auto& [name, figures] : corpora)
        fmt::print(
            "\nPeak memory of figbook extract, {}: {} MB; for ten times the documents {} times that of N\n",
            name, cell(figures, "peak MB", 1), cell(figures, "10N against N", 2));
}

}  // namespace

void print_table(const Results& results) {
    print_extraction(below(results, "extract/"));
    print_linearity(below(results, "linear/"));
    print_memory(below(results, "memory/"));
}

void keep(const Results& results, const RunInfo& info, const std::filesystem::path& file) {
    nlohmann::ordered_json run{{"name", info.name},     {"date", info.date},
                               {"commit", info.commit}, {"compiler", info.compiler},
                               {"cpu", info.cpu},       {"results", nlohmann::ordered_json::object()}};
    for (const auto& [name, figures] : results)
        for (const auto& [figure, value] : figures)
            // Four digits: what a noisy machine can tell.
            run["results"][name][figure] = std::stod(fmt::format("{:.4g}", value));
    std::ofstream out(file);
    out << run.dump(2) << '\n';
    out.close();
    if (!out) throw std::runtime_error("cannot write " + file.string());
}

}  // namespace figbook::bench
