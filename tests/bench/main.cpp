// The bench. scripts/bench builds it and runs it; its usage is there.
#include <CLI/CLI.hpp>
#include <benchmark/benchmark.h>
#include <cstdlib>
#include <exception>
#include <fmt/format.h>
#include <map>
#include <unistd.h>

#include "base/freed_memory.hpp"
#include "bench/benchmarks.hpp"
#include "vocabulary/vocabulary.hpp"

namespace figbook::bench {
namespace {

struct Options {
    BenchOptions bench;
    RunInfo info;
    std::string keep_in, write_to, once, only;
    std::size_t bytes = 20'000'000;
    std::map<std::string, double> instructions;  // for a byte of a corpus, where they were counted
};

// A folder that is gone when the run is over.
class TemporaryFolder {
 public:
    TemporaryFolder()
        : path_(std::filesystem::temp_directory_path() / fmt::format("figbook-bench-{}", getpid())) {
        std::filesystem::create_directories(path_);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    const std::filesystem::path& path() const { return path_; }

 private:
    std::filesystem::path path_;
};

void write_corpora(const Options& options) {
    const std::filesystem::path folder = options.write_to;
    std::filesystem::create_directories(folder);
    for (const Density density : all_densities) {
        const Corpus corpus = make_corpus(density, options.bytes);
        write_text(corpus, folder / (corpus.name + ".txt"));
        write_json_lines(corpus, folder / (corpus.name + ".jsonl"));
        fmt::print("{}.txt, {}.jsonl: {} articles, {} bytes of text\n", corpus.name, corpus.name,
                   corpus.articles.size(), corpus.bytes);
    }
}

// One pass over a small corpus, for callgrind; prints how many bytes it was. The vocabulary is read before: a program reads
// it once, however much it extracts.
void extract_once(const std::string& name) {
    const Corpus corpus = make_corpus(density_named(name).value(), 1'000'000);
    vocabulary();
    extract_all(corpus);
    fmt::print("{}\n", corpus.bytes);
}

void run(Options options) {
    const TemporaryFolder folder;
    options.bench.folder = folder.path();
    const auto wanted = [&](std::string_view part) { return options.only.empty() || options.only == part; };
    // First, while this process is small.
    if (!options.bench.text.empty()) options.only = "speed";
    if (wanted("memory")) register_memory(options.bench);
    if (wanted("speed")) register_extraction(options.bench);
    if (wanted("linear")) register_linearity(options.bench);
    Results results = run_benchmarks();
    for (auto& [name, figures] : results)
        for (const auto& [corpus, counted] : options.instructions)
            if (name == "extract/" + corpus && counted > 0) figures["instructions/byte"] = counted;
    print_table(results);
    if (options.keep_in.empty()) return;
    const auto file = std::filesystem::path(options.keep_in) /
                      fmt::format("{}-{}.json", options.info.date, options.info.name);
    keep(results, options.info, file);
    fmt::print("\nkept as {}\n", file.filename().string());
}

int main_of_bench(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    Options options;
    CLI::App app("the bench of figbook; scripts/bench --help tells more");
    app.add_option("--figbook", options.bench.figbook, "the program");
    app.add_flag("--full", options.bench.full, "documents of 100 MB too");
    app.add_option("--repetitions", options.bench.repetitions)->capture_default_str();
    app.add_option("--only", options.only)->check(CLI::IsMember({"speed", "linear", "memory"}));
    app.add_option("--text", options.bench.text, "JSON Lines whose articles are measured")
        ->check(CLI::ExistingFile);
    app.add_option("--write", options.write_to, "write the corpora to this folder, measure nothing");
    app.add_option("--bytes", options.bytes, "of each written corpus")->capture_default_str();
    std::vector<std::string> corpora;
    for (const Density density : all_densities) corpora.emplace_back(name_of(density));
    app.add_option("--once", options.once)->check(CLI::IsMember(corpora));
    app.add_option("--keep-in", options.keep_in, "the folder of kept runs");
    app.add_option("--name", options.info.name);
    app.add_option("--date", options.info.date);
    app.add_option("--commit", options.info.commit);
    app.add_option("--compiler", options.info.compiler);
    app.add_option("--cpu", options.info.cpu);
    for (const std::string& corpus : corpora)
        app.add_option(fmt::format("--{}-instructions", corpus), options.instructions[corpus],
                       "for a byte, from callgrind");
    CLI11_PARSE(app, argc, argv);
    if (!options.write_to.empty())
        write_corpora(options);
    else if (!options.once.empty())
        extract_once(options.once);
    else
        run(options);
    return EXIT_SUCCESS;
}

}  // namespace
}  // namespace figbook::bench

int main(int argc, char** argv) {
    figbook::keep_freed_memory();  // as figbook does
    try {
        return figbook::bench::main_of_bench(argc, argv);
    } catch (const std::exception& error) {
        fmt::print(stderr, "bench: {}\n", error.what());
        return 2;
    }
}
