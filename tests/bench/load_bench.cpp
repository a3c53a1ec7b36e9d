// The bench of `figbook load`. scripts/bench builds it and runs it; its usage is there.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <unistd.h>

#include "base/freed_memory.hpp"
#include "bench/child.hpp"
#include "bench/floor.hpp"
#include "bench/load_corpus.hpp"
#include "bench/results.hpp"
#include "pipeline/extract_articles.hpp"
#include "pipeline/pipeline.hpp"

namespace figbook::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t step_claims = 100'000;

struct Options {
    fs::path figbook;
    std::size_t articles = 100'000;
    std::size_t claims = 1'000'000;
    std::size_t threads = usual_threads();
    std::string density = "sparse";
    std::size_t stream = 0;  // bytes; 0: none
    std::string only;
    std::string grow_into;  // of a child: the database
    fs::path steps_file;    // of a child: where it writes what each step took
    std::string keep_in;
    RunInfo info;
};

// A folder that is gone when the run is over.
class TemporaryFolder {
 public:
    TemporaryFolder() : path_(fs::temp_directory_path() / fmt::format("figbook-bench-{}", getpid())) {
        fs::create_directories(path_);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    const fs::path& path() const { return path_; }

 private:
    fs::path path_;
};

double megabytes(std::size_t bytes) {
    return static_cast<double>(bytes) / 1e6;
}

// Writes articles until `enough` says so, or nobody reads them any more.
template <class Enough>
void write_articles(int descriptor, Density density, Enough enough) {
    LoadCorpus corpus(density);
    std::string text;
    std::size_t bytes = 0;
    while (!enough(corpus.articles(), bytes)) {
        text.clear();
        corpus.append_line(text);
        bytes += text.size();
        if (!write_all(descriptor, text)) return;
    }
}

std::size_t write_corpus(const fs::path& file, Density density, std::size_t articles) {
    const int descriptor = open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (descriptor < 0) throw std::runtime_error("cannot write " + file.string());
    write_articles(descriptor, density,
                   [&](std::size_t written, std::size_t) { return written == articles; });
    close(descriptor);
    return fs::file_size(file);
}

std::int64_t count_of(const fs::path& database, const std::string& table) {
    const Table found = Database::open(database, OpenMode::read_only).query("SELECT count(*) FROM " + table);
    return std::get<std::int64_t>(found.rows[0][0]);
}

void remove_database(const fs::path& database) {
    for (const char* ending : {"", "-wal", "-shm"}) fs::remove(database.string() + ending);
}

std::vector<std::string> load_command(const Options& options, const std::string& input,
                                      const fs::path& database) {
    return {options.figbook.string(),
            "load",
            input,
            "--input",
            "jsonl",
            "--db",
            database.string(),
            "--progress",
            "0",
            "--threads",
            std::to_string(options.threads)};
}

// The cold load of a file, and the floor for it.
Figures measure_load(const Options& options, const fs::path& folder) {
    const fs::path corpus = folder / "corpus.jsonl";
    const std::size_t bytes = write_corpus(corpus, density_named(options.density).value(), options.articles);
    const fs::path loaded = folder / "loaded.db";
    const Cost load = run_program(load_command(options, corpus.string(), loaded));
    const auto articles = static_cast<double>(count_of(loaded, "article"));
    const auto claims = static_cast<double>(count_of(loaded, "claim"));
    Figures figures{{"articles", articles},
                    {"claims", claims},
                    {"MB", megabytes(bytes)},
                    {"articles/s", articles / load.wall_seconds},
                    {"MB/s", megabytes(bytes) / load.wall_seconds},
                    {"claims/s", claims / load.wall_seconds},
                    {"seconds", load.wall_seconds},
                    {"processor seconds", load.seconds},
                    {"peak MB", megabytes(load.peak_bytes)},
                    {"database MB", megabytes(fs::file_size(loaded))}};
    fs::remove(corpus);
    const fs::path floor_database = folder / "floor.db";
    const FloorCost floor = insert_rows(loaded, floor_database);
    figures["floor rows"] = static_cast<double>(floor.rows);
    figures["floor seconds"] = floor.wall_seconds;
    figures["floor processor seconds"] = floor.cpu_seconds;
    figures["times floor"] = load.wall_seconds / floor.wall_seconds;
    figures["floor database MB"] = megabytes(fs::file_size(floor_database));
    remove_database(loaded);
    remove_database(floor_database);
    return figures;
}

void print_load(const Figures& figures, const Options& options) {
    const auto figure = [&](const char* name) { return figures.at(name); };
    fmt::print(
        "Cold load of {:.0f} articles, {:.0f} MB of JSON Lines ({}), {:.0f} claims, {} threads\n\n"
        "          seconds  processor seconds  articles/s    MB/s  claims/s  peak MB  database MB\n"
        "load     {:>8.1f}{:>19.1f}{:>12.0f}{:>8.1f}{:>10.0f}{:>9.1f}{:>13.0f}\n"
        "floor    {:>8.1f}{:>19.1f}{:>12.0f}{:>8.1f}{:>10.0f}{:>9}{:>13.0f}\n"
        "times    {:>8.2f}  (asked: at most 1.50)\n",
        figure("articles"), figure("MB"), options.density, figure("claims"), options.threads,
        figure("seconds"), figure("processor seconds"), figure("articles/s"), figure("MB/s"),
        figure("claims/s"), figure("peak MB"), figure("database MB"), figure("floor seconds"),
        figure("floor processor seconds"), figure("articles") / figure("floor seconds"),
        figure("MB") / figure("floor seconds"), figure("claims") / figure("floor seconds"), "-",
        figure("floor database MB"), figure("times floor"));
}

// The child: loads its standard input until there are enough claims, and writes what each step of them took, last of all with what is
// done behind them.
void grow(const Options& options) {
    keep_freed_memory();  // as figbook does
    std::ofstream steps(options.steps_file);
    const auto start = std::chrono::steady_clock::now();
    std::size_t claims = 0;
    const auto write_step = [&] {
        const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - start;
        steps << claims << ' ' << passed.count() << ' ' << processor_time() << '\n';
    };
    ReadControl control;
    ReadOptions reading;
    reading.control = &control;
    const Listener listener{[&](const Article&, PutResult, std::size_t figures) {
                                const std::size_t before = claims / step_claims;
                                claims += figures;
                                if (claims / step_claims == before) return;
                                write_step();
                                if (claims >= options.claims) control.stop = true;
                            },
                            [](const Rejected&) {}};
    Database database = Database::open(options.grow_into, OpenMode::read_write);
    run({"-"}, reading, database, listener, options.threads);
    write_step();
}

struct Step {
    double claims = 0, wall = 0, cpu = 0;  // from the beginning
};

struct Grown {
    Cost cost;
    std::vector<Step> steps = std::vector<Step>(1);
    Step settled{};  // with what is done behind the last of them
};

Grown grow_to(std::size_t claims, const Options& options, const fs::path& database, const fs::path& program) {
    const fs::path steps_file = database.string() + ".steps";
    const std::vector<std::string> command{
        program.string(),       "--grow-into",       database.string(),
        "--steps-file",         steps_file.string(), "--claims",
        std::to_string(claims), "--threads",         std::to_string(options.threads)};
    Grown grown{run_program(command, [](int descriptor) {
        write_articles(descriptor, Density::dense, [](std::size_t, std::size_t) { return false; });
    })};
    std::ifstream file(steps_file);
    for (Step step; file >> step.claims >> step.wall >> step.cpu;) grown.steps.push_back(step);
    grown.settled = grown.steps.back();
    grown.steps.pop_back();
    return grown;
}

// The last quarter of them: so many that claims were sorted in one of them, and facts judged. What that costs is of all of them, with what
// is still to be done behind the last.
std::size_t last_of(std::size_t steps) {
    constexpr std::size_t least = most_unsorted / step_claims + 1;
    return std::max(least, steps / unjudged_share);
}

// What a claim costs in the last of many steps, against the first, and against a load of as many claims as the first step
// has: in that they are sorted too, and the facts judged.
Figures measure_growth(const Options& options, const fs::path& folder, const fs::path& program) {
    const fs::path small = folder / "small.db";
    const Step alone = grow_to(step_claims, options, small, program).settled;
    remove_database(small);
    const fs::path database = folder / "grown.db";
    const auto [cost, steps, settled] = grow_to(options.claims, options, database, program);
    if (steps.size() < 3) throw std::runtime_error("too few claims to tell how their cost grows");
    const auto spent = [](const Step& from, const Step& to, double Step::*what) {
        return (to.*what - from.*what) / (to.claims - from.claims) * 1e6;
    };
    const std::size_t last = steps.size() - 1;
    const Step& before = steps[last > last_of(last) ? last - last_of(last) : 1];
    Figures figures{{"claims", settled.claims},
                    {"peak MB", megabytes(cost.peak_bytes)},
                    {"database MB", megabytes(fs::file_size(database))}};
    for (const auto& [name, what] : {std::pair("", &Step::wall), std::pair("processor ", &Step::cpu)}) {
        const std::string of = name;
        const double at_last = spent(before, settled, what);
        figures["first " + of + "us/claim"] = spent(steps[0], steps[1], what);
        figures["alone " + of + "us/claim"] = spent({}, alone, what);
        figures["all " + of + "us/claim"] = spent({}, settled, what);
        figures["last " + of + "us/claim"] = at_last;
        figures[of + "last against first"] = at_last / spent(steps[0], steps[1], what);
        figures[of + "last against alone"] = at_last / spent({}, alone, what);
    }
    remove_database(database);
    return figures;
}

void print_growth(const Figures& figures) {
    fmt::print(
        "\nCost of a claim while the database grows to {:.0f} of them, {:.0f} MB (dense), peak memory {:.1f} "
        "MB\n\n"
        "                        first 100,000   100,000 alone   last quarter   against first   against "
        "alone   "
        "of all\n"
        "                                         and sorted                   (asked: at most 1.50)\n",
        figures.at("claims"), figures.at("database MB"), figures.at("peak MB"));
    for (const auto& [label, name] :
         {std::pair("microseconds", ""), std::pair("of processor time", "processor ")}) {
        const auto figure = [&](const char* before, const char* behind) {
            return figures.at(std::string(before) + name + behind);
        };
        fmt::print("{:<22} {:>14.1f}{:>16.1f}{:>15.1f}{:>16.2f}{:>16.2f}{:>9.1f}\n", label,
                   figure("first ", "us/claim"), figure("alone ", "us/claim"), figure("last ", "us/claim"),
                   figure("", "last against first"), figure("", "last against alone"),
                   figure("all ", "us/claim"));
    }
}

// Peak memory where the input is much larger than that.
Figures measure_stream(const Options& options, const fs::path& folder) {
    const fs::path database = folder / "streamed.db";
    const Cost cost = run_program(load_command(options, "-", database), [&](int descriptor) {
        write_articles(descriptor, density_named(options.density).value(),
                       [&](std::size_t, std::size_t bytes) { return bytes >= options.stream; });
    });
    Figures figures{{"MB", megabytes(options.stream)},
                    {"articles", static_cast<double>(count_of(database, "article"))},
                    {"seconds", cost.wall_seconds},
                    {"processor seconds", cost.seconds},
                    {"MB/s", megabytes(options.stream) / cost.wall_seconds},
                    {"peak MB", megabytes(cost.peak_bytes)}};
    remove_database(database);
    return figures;
}

void print_stream(const Figures& figures) {
    fmt::print(
        "\n{:.0f} MB piped in: {:.0f} articles in {:.1f} seconds, {:.1f} MB/s, peak memory {:.1f} MB "
        "(asked: at most 200)\n",
        figures.at("MB"), figures.at("articles"), figures.at("seconds"), figures.at("MB/s"),
        figures.at("peak MB"));
}

void run_all(const Options& options, const fs::path& program) {
    const TemporaryFolder folder;
    Results results;
    const auto wanted = [&](std::string_view part) { return options.only.empty() || options.only == part; };
    if (wanted("cold")) {
        results.emplace_back("load/" + options.density, measure_load(options, folder.path()));
        print_load(results.back().second, options);
    }
    if (wanted("growth")) {
        results.emplace_back("load/growth", measure_growth(options, folder.path(), program));
        print_growth(results.back().second);
    }
    if (options.stream > 0 && wanted("stream")) {
        results.emplace_back("load/stream", measure_stream(options, folder.path()));
        print_stream(results.back().second);
    }
    if (options.keep_in.empty()) return;
    const fs::path file =
        fs::path(options.keep_in) / fmt::format("{}-{}.json", options.info.date, options.info.name);
    keep(results, options.info, file);
    fmt::print("\nkept as {}\n", file.filename().string());
}

int main_of_bench(int argc, char** argv) {
    Options options;
    CLI::App app("the bench of figbook load; scripts/bench --help tells more");
    app.add_option("--figbook", options.figbook, "the program");
    app.add_option("--articles", options.articles)->capture_default_str();
    app.add_option("--claims", options.claims)->capture_default_str();
    app.add_option("--threads", options.threads)->capture_default_str();
    std::vector<std::string> corpora;
    for (const Density density : all_densities) corpora.emplace_back(name_of(density));
    app.add_option("--density", options.density)->check(CLI::IsMember(corpora))->capture_default_str();
    app.add_option("--stream", options.stream, "bytes, 5G")->transform(CLI::AsSizeValue(true));
    app.add_option("--only", options.only)->check(CLI::IsMember({"cold", "growth", "stream"}));
    app.add_option("--grow-into", options.grow_into);
    app.add_option("--steps-file", options.steps_file);
    app.add_option("--keep-in", options.keep_in, "the folder of kept runs");
    app.add_option("--name", options.info.name);
    app.add_option("--date", options.info.date);
    app.add_option("--commit", options.info.commit);
    app.add_option("--compiler", options.info.compiler);
    app.add_option("--cpu", options.info.cpu);
    CLI11_PARSE(app, argc, argv);
    std::signal(SIGPIPE, SIG_IGN);
    if (options.grow_into.empty())
        run_all(options, fs::canonical("/proc/self/exe"));
    else
        grow(options);
    return EXIT_SUCCESS;
}

}  // namespace
}  // namespace figbook::bench

int main(int argc, char** argv) {
    try {
        return figbook::bench::main_of_bench(argc, argv);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "bench: %s\n", error.what());
        return 2;
    }
}
