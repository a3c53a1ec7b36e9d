#include "bench/benchmarks.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <memory>
#include <span>
#include <vector>

#include "bench/allocations.hpp"
#include "bench/child.hpp"
#include "bench/shapes.hpp"
#include "claim/extract.hpp"
#include "text/document.hpp"

namespace figbook::bench {
namespace {

constexpr std::size_t corpus_bytes = 16'000'000;
// Each repetition is one pass; Google Benchmark takes the medians.
constexpr int passes = 1;

// As the program does: as many articles together as is best. How many claims they have.
std::size_t extract_in_groups(const Extractor& extract, const std::vector<Article>& articles) {
    std::vector<const Article*> all;
    for (const Article& article : articles) all.push_back(&article);
    std::size_t claims = 0;
    for (std::span<const Article* const> rest = all; !rest.empty();) {
        const std::size_t together = Extractor::count_together(rest);
        for (const auto& found : extract(rest.first(together))) claims += found.size();
        rest = rest.subspan(together);
    }
    return claims;
}

double seconds_for(const std::vector<Article>& articles) {
    const Extractor extract;
    const double start = processor_time();
    std::size_t claims = extract_in_groups(extract, articles);
    const double seconds = processor_time() - start;
    benchmark::DoNotOptimize(claims);
    return seconds;
}

void count_allocations(benchmark::State& state, const Corpus& corpus) {
    Tokens tokens;
    std::size_t token_count = 0;
    for (const Article& article : corpus.articles) {
        tokenize(article.text, tokens);
        token_count += tokens.size();
    }
    const Extractor extract;
    const std::size_t before = allocations();
    const std::size_t claims = extract_in_groups(extract, corpus.articles);
    const auto made = static_cast<double>(allocations() - before);
    state.counters["allocations/document"] = made / static_cast<double>(corpus.articles.size());
    state.counters["allocations/claim"] = made / static_cast<double>(std::max<std::size_t>(claims, 1));
    state.counters["allocations/token"] = made / static_cast<double>(token_count);
    state.counters["allocations/KB"] = made / static_cast<double>(corpus.bytes) * 1000;
    state.counters["claims/KB"] = static_cast<double>(claims) / static_cast<double>(corpus.bytes) * 1000;
}

// A pass is wc, extraction, wc again, so that the noise of a busy machine meets both.
void against_wc(benchmark::State& state, const Corpus& corpus, const BenchOptions& options) {
    const auto text = options.folder / (corpus.name + ".txt");
    const auto json = options.folder / (corpus.name + ".jsonl");
    write_text(corpus, text);
    write_json_lines(corpus, json);
    const auto megabytes = static_cast<double>(corpus.bytes) / 1e6;
    for ([[maybe_unused]] auto _ : state) {
        const std::vector<std::string> count_words{"wc", "-w", text.string()};
        double wc = run_program(count_words).seconds;
        const double inside = seconds_for(corpus.articles);
        wc += run_program(count_words).seconds;
        const double program =
            run_program({options.figbook.string(), "extract", "--input", "jsonl", json.string()}).seconds;
        wc = (wc + run_program(count_words).seconds) / 3;
        state.SetIterationTime(inside);
        state.counters["MB/s"] = megabytes / inside;
        state.counters["wc MB/s"] = megabytes / wc;
        state.counters["times wc"] = inside / wc;
        state.counters["program MB/s"] = megabytes / program;
        state.counters["program times wc"] = program / wc;
    }
    count_allocations(state, corpus);
}

std::string size_name(std::size_t size) {
    return size < 1'000'000 ? fmt::format("{} KB", size / 1000) : fmt::format("{} MB", size / 1'000'000);
}

// Seconds for a byte in documents of that size.
double cost_of_byte(const Shape& shape, std::size_t size) {
    const std::vector<Article> documents = documents_of(shape, size, 4'000'000);
    std::size_t bytes = 0;
    for (const Article& document : documents) bytes += document.text.size();
    return seconds_for(documents) / static_cast<double>(bytes);
}

void linearity(benchmark::State& state, const Shape& shape, const std::vector<std::size_t>& sizes) {
    for ([[maybe_unused]] auto _ : state) {
        const double news = cost_of_byte(shapes().front(), 100'000);
        const double reference = cost_of_byte(shape, 100'000);
        const double small = cost_of_byte(shape, 1000);
        state.counters["100 KB against news"] = reference / news;
        state.counters["1 KB"] = small / reference;
        // What grows so is not linear, and would take hours at 10 MB.
        const bool hopeless = reference > 5 * small;
        for (const std::size_t size : sizes)
            if (!hopeless) state.counters[size_name(size)] = cost_of_byte(shape, size) / reference;
        state.SetIterationTime(reference);
    }
}

void memory(benchmark::State& state, const BenchOptions& options) {
    const auto peak = [&](std::size_t bytes) {
        const auto file = options.folder / "memory.jsonl";
        write_json_lines(Density::dense, bytes, file);
        return static_cast<double>(
            run_program({options.figbook.string(), "extract", "--input", "jsonl", file.string()}).peak_bytes);
    };
    for ([[maybe_unused]] auto _ : state) {
        const double some = peak(2'000'000), many = peak(20'000'000);
        state.SetIterationTime(1);
        state.counters["peak MB"] = many / 1e6;
        state.counters["10N against N"] = many / some;
    }
}

// Keeps the medians and says what is being measured.
class Collector : public benchmark::BenchmarkReporter {
 public:
    bool ReportContext(const Context& /*context*/) override { return true; }
    void ReportRuns(const std::vector<Run>& runs) override {
        for (const Run& run : runs) {
            const std::string name = run.run_name.function_name;
            if (run.error_occurred) throw std::runtime_error(name + ": " + run.error_message);
            if (run.aggregate_name != "median") continue;
            Figures& figures = results.emplace_back(name, Figures{}).second;
            for (const auto& [counter, value] : run.counters) figures[counter] = value.value;
            fmt::print(stderr, "==> measured {}\n", name);
        }
    }
    Results results;
};

template <typename Measure>
void add(const std::string& name, int repetitions, Measure measure) {
    benchmark::RegisterBenchmark(name.c_str(), measure)
        ->Iterations(passes)
        ->Repetitions(repetitions)
        ->UseManualTime();
}

}  // namespace

void register_extraction(const BenchOptions& options) {
    if (!options.text.empty()) {
        const auto corpus = std::make_shared<Corpus>(corpus_of(options.text));
        add("extract/" + corpus->name, options.repetitions,
            [corpus, options](benchmark::State& state) { against_wc(state, *corpus, options); });
        return;
    }
    for (const Density density : all_densities) {
        // Made when it is needed: what this process holds counts as memory of the programs that it starts.
        const auto corpus = std::make_shared<Corpus>();
        add(fmt::format("extract/{}", name_of(density)), options.repetitions,
            [corpus, density, options](benchmark::State& state) {
                if (corpus->articles.empty()) *corpus = make_corpus(density, corpus_bytes);
                against_wc(state, *corpus, options);
            });
    }
}

void register_linearity(const BenchOptions& options) {
    std::vector<std::size_t> sizes{10'000'000};
    if (options.full) sizes.push_back(100'000'000);
    for (const Shape& shape : shapes())
        add("linear/" + std::string(shape.name), 3,
            [shape, sizes](benchmark::State& state) { linearity(state, shape, sizes); });
}

void register_memory(const BenchOptions& options) {
    add("memory/dense", 3, [options](benchmark::State& state) { memory(state, options); });
}

[[gnu::noinline]] void extract_all(const Corpus& corpus) {
    benchmark::DoNotOptimize(seconds_for(corpus.articles));
}

Results run_benchmarks() {
    Collector collector;
    benchmark::RunSpecifiedBenchmarks(&collector);
    return collector.results;
}

}  // namespace figbook::bench
