// The bench of `figbook report`, of `figbook search` and of the pages of `figbook serve`. scripts/bench builds it and runs it; its usage is there.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <csignal>
#include <cstdlib>
#include <fmt/format.h>
#include <fstream>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <random>
#include <unistd.h>

#include "bench/child.hpp"
#include "bench/load_corpus.hpp"
#include "bench/results.hpp"
#include "report/render.hpp"
#include "report/search.hpp"
#include "track/facts.hpp"
#include "web/findings_keeper.hpp"
#include "web/report_desk.hpp"
#include "web/router.hpp"

namespace figbook::bench {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr double claims_an_article = 27.4;  // of dense news
constexpr double asked_ms = 50;
constexpr std::size_t asked_at_claims = 1'000'000;

struct Options {
    fs::path figbook;
    std::vector<std::size_t> claims{10'000, 100'000, 1'000'000};
    std::size_t values = 60;
    std::string database;  // measured instead of one that is made
    std::string only;      // a report, search, facts or pages
    std::string filter;    // one kind of filter alone
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

void make_database(const Options& options, std::size_t claims, const fs::path& database) {
    const auto articles =
        static_cast<std::size_t>(std::ceil(static_cast<double>(claims) / claims_an_article));
    run_program({options.figbook.string(), "load", "-", "--input", "jsonl", "--db", database.string(),
                 "--progress", "0"},
                [&](int descriptor) {
                    LoadCorpus corpus(Density::dense);
                    std::string line;
                    while (corpus.articles() < articles) {
                        line.clear();
                        corpus.append_line(line);
                        if (!write_all(descriptor, line)) return;
                    }
                });
}

// What users may ask for, taken from what is in the database: articles at random places, the same in each run.
class Values {
 public:
    explicit Values(const Database& database) : database_(database) {}

    Filters filters(std::string_view kind) {
        Filters filters;
        if (kind == "subject")
            filters.subject = cell("SELECT subject FROM claim WHERE subject IS NOT NULL AND");
        if (kind == "source")
            filters.source = cell("SELECT name FROM claim JOIN source USING (source_id) WHERE");
        if (kind == "day" || kind == "paper and month" || kind == "currency and month") {
            filters.from = *parse_date(cell("SELECT published FROM article WHERE"));
            filters.to = *filters.from + std::chrono::days(kind == "day" ? 0 : 30);
        }
        if (kind == "paper and month")
            filters.publication =
                cell("SELECT name FROM article JOIN publication USING (publication_id) WHERE");
        if (kind.starts_with("currency"))
            filters.currency = cell("SELECT unit FROM claim WHERE kind = 'money' AND");
        if (kind == "paper, newest 50")
            filters.publication =
                cell("SELECT name FROM article JOIN publication USING (publication_id) WHERE");
        if (kind.ends_with("newest 50")) filters.limit = 50;
        return filters;
    }

    std::string search(std::string_view kind) {
        const std::string text = cell("SELECT text FROM article WHERE");
        const std::vector<IndexWord> words = database_.words(text);
        const std::size_t at = random_() % (words.size() - 3);
        if (kind == "two words") return words[at].text + " " + words[random_() % words.size()].text;
        if (kind == "phrase")
            return fmt::format("\"{} {} {}\"", words[at].text, words[at + 1].text, words[at + 2].text);
        if (kind == "either") return words[at].text + " OR " + words[at + 2].text;
        if (kind == "beginning")
            for (std::size_t i = at; i < words.size(); ++i)
                if (words[i].text.size() > 5) return words[i].text.substr(0, 5) + "*";
        return words[at].text;
    }

    Filters search_filters(std::string_view kind) {
        Filters filters;
        if (kind == "word, of a paper") filters.publication = paper();
        if (kind == "word, of a month") filters = this->filters("currency and month");
        if (kind == "word, of a month") filters.currency.reset();
        if (kind == "word, with a currency") filters.currency = currency();
        return filters;
    }

    // One of those that several articles tell: each as often as another, or as often as figures are of it.
    std::string fact(std::string_view kind) {
        if (kind == "any") return fact();
        return fact_name(std::stoll(cell(
            "SELECT CAST(claim.fact_id AS TEXT) FROM claim CROSS JOIN fact USING (fact_id) WHERE claim.")));
    }

    // The address of a page of that kind.
    std::string page(std::string_view kind) {
        const auto with = [](std::string_view before, std::string_view field, const std::string& value) {
            return std::string(before) + web::Query().with(field, value).text();
        };
        if (kind == "figures of a currency") return with("/figures", "currency", currency());
        if (kind == "figures of a paper") return with("/figures", "publication", paper());
        if (kind == "figures of a source")
            return with("/figures", "source",
                        cell("SELECT name FROM claim JOIN source USING (source_id) WHERE"));
        if (kind == "largest of a currency")
            return with("/figures", "currency", currency()) + "&sort=largest";
        if (kind == "articles of a paper") return with("/articles", "publication", paper());
        if (kind == "figures with a word") return with("/figures", "q", search("word"));
        if (kind == "largest with a word") return page("figures with a word") + "&sort=largest";
        if (kind == "figures with words") return with("/figures", "q", search("two words"));
        if (kind == "articles with words") return with("/articles", "q", search("two words"));
        if (kind == "a report") {
            const auto& reports = all_reports();
            return "/reports/" + reports[random_() % reports.size()].name;
        }
        if (kind == "largest of a source")
            return with("/figures", "source",
                        cell("SELECT name FROM claim JOIN source USING (source_id) WHERE")) +
                   "&sort=largest";
        if (kind == "a source")
            return "/sources/" +
                   web::percent_encoded(cell("SELECT name FROM claim JOIN source USING (source_id) WHERE"));
        if (kind == "largest of a paper and kind")
            return with("/figures", "publication", paper()) + "&kind=percent&sort=largest";
        if (kind == "largest of a month") return page("figures of a month") + "&sort=largest";
        if (kind == "figures of a month") {
            const Date from = *parse_date(cell("SELECT published FROM article WHERE"));
            return fmt::format("/figures?from={}&to={}", iso(from), iso(from + std::chrono::days(30)));
        }
        if (kind == "sources with a word") return with("/sources", "q", search("word"));
        if (kind == "facts with a word") return with("/facts", "q", search("word"));
        if (kind == "an article")
            return "/articles/" + cell("SELECT CAST(document_id AS TEXT) FROM article WHERE");
        if (kind == "a fact") return "/facts/" + fact();
        return std::string(kind);
    }

 private:
    std::string currency() { return cell("SELECT unit FROM claim WHERE kind = 'money' AND"); }
    std::string paper() {
        return cell("SELECT name FROM article JOIN publication USING (publication_id) WHERE");
    }
    std::string fact() {
        const Table found =
            database_.query("SELECT fact_id FROM fact WHERE fact_id >= :from ORDER BY fact_id LIMIT 1",
                            {{":from", static_cast<std::int64_t>(random_() >> 2)}});
        return found.rows.empty() ? fact() : fact_name(std::get<std::int64_t>(found.rows[0][0]));
    }
    std::string cell(std::string_view select) {
        const auto from = static_cast<std::int64_t>(random_() >> 2);
        const Table found = database_.query(
            fmt::format("{} document_id >= :from ORDER BY document_id LIMIT 1", select), {{":from", from}});
        return found.rows.empty() ? cell(select) : std::get<std::string>(found.rows[0][0]);
    }

    const Database& database_;
    std::mt19937_64 random_{7};
};

ReportResult answer_of(std::size_t rows) {
    ReportResult result;
    result.sections.emplace_back().table.rows.resize(rows);
    return result;
}

// As a terminal shows it.
constexpr std::size_t width_of_terminal = 100;

ReportResult shown(ReportResult result) {
    if (render(result, Format::table, width_of_terminal).empty())
        throw std::runtime_error(result.title + " shows nothing");
    return result;
}

struct Sample {
    double ms = 0, wall_ms = 0;
    double rows = 0;
};

Sample timed(const std::function<ReportResult()>& ask) {
    const auto start = std::chrono::steady_clock::now();
    const double before = processor_time();
    const ReportResult result = ask();
    Sample sample;
    sample.ms = (processor_time() - before) * 1e3;
    sample.wall_ms =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    for (const SectionResult& section : result.sections)
        sample.rows += static_cast<double>(section.table.rows.size());
    return sample;
}

double percentile(std::vector<Sample> samples, double share, double Sample::*what) {
    std::sort(samples.begin(), samples.end(),
              [&](const Sample& a, const Sample& b) { return a.*what < b.*what; });
    return samples[static_cast<std::size_t>(share * static_cast<double>(samples.size() - 1))].*what;
}

Json figures_of(const std::vector<Sample>& samples) {
    const auto at = [&](double share, double Sample::*what) {
        return std::stod(fmt::format("{:.4g}", percentile(samples, share, what)));
    };
    return {{"p50 ms", at(0.5, &Sample::ms)},
            {"p95 ms", at(0.95, &Sample::ms)},
            {"p95 wall ms", at(0.95, &Sample::wall_ms)},
            {"p50 rows", at(0.5, &Sample::rows)},
            {"p95 rows", at(0.95, &Sample::rows)}};
}

Json plan_of(const Database& database, const Report& report, const Filters& filters) {
    Selection selection(database, filters, report.among);
    if (report.needs_findings) selection.add_parameter(":findings", "[]");
    Json plan = Json::object();
    for (const Section& section : report.sections) {
        const Statement statement = selection.statement(section.sql, section.order);
        const Table steps = database.query("EXPLAIN QUERY PLAN " + statement.text, statement.parameters);
        for (const auto& step : steps.rows) plan[section.key].push_back(std::get<std::string>(step[3]));
    }
    return plan;
}

void print_line(std::string_view what, std::string_view filter, const Json& figures) {
    fmt::print("{:<14}{:<22}{:>10.1f}{:>10.1f}{:>12.1f}{:>10.0f}{:>10.0f}\n", what, filter,
               figures["p50 ms"].get<double>(), figures["p95 ms"].get<double>(),
               figures["p95 wall ms"].get<double>(), figures["p50 rows"].get<double>(),
               figures["p95 rows"].get<double>());
    std::fflush(stdout);
}

Json measure_reports(Database& database, const Options& options) {
    Json all = Json::object();
    std::vector<Sample> of_all;
    for (const Report& report : all_reports()) {
        if (!options.only.empty() && report.name != options.only) continue;
        std::vector<Sample> of_report;
        for (const char* kind : {"subject", "source", "day", "paper and month", "currency and month",
                                 "currency, newest 50", "paper, newest 50"}) {
            // Those that list everything else than figures have to read all that the filter leaves.
            const bool is_list = report.sections.front().order == ListOrder::newest;
            if (std::string_view(kind).ends_with("newest 50") && !is_list) continue;
            if (!options.filter.empty() && kind != options.filter) continue;
            Values values(database);
            std::vector<Sample> samples;
            Filters last;
            for (std::size_t i = 0; i < options.values; ++i) {
                last = values.filters(kind);
                samples.push_back(
                    timed([&] { return shown(run_report(database, report, last, width_of_terminal)); }));
            }
            of_report.insert(of_report.end(), samples.begin(), samples.end());
            Json figures = figures_of(samples);
            print_line(report.name, kind, figures);
            figures["plan"] = plan_of(database, report, last);
            all[report.name][kind] = std::move(figures);
        }
        if (of_report.empty()) continue;
        all[report.name]["all"] = figures_of(of_report);
        print_line(report.name, "all of these", all[report.name]["all"]);
        of_all.insert(of_all.end(), of_report.begin(), of_report.end());
    }
    if (of_all.empty()) return all;
    all["all"]["each filter"] = figures_of(of_all);
    print_line("all", "each filter", all["all"]["each filter"]);
    return all;
}

Json measure_searches(Database& database, const Options& options) {
    Json all = Json::object();
    for (const char* kind : {"word", "two words", "phrase", "either", "beginning", "word, of a paper",
                             "word, of a month", "word, with a currency"}) {
        Values values(database);
        std::vector<Sample> samples;
        for (std::size_t i = 0; i < options.values; ++i) {
            const std::string words = values.search(kind);
            const Filters filters = values.search_filters(kind);
            samples.push_back(timed([&] { return shown(search(database, words, filters).report); }));
        }
        all[kind] = figures_of(samples);
        print_line("search", kind, all[kind]);
    }
    return all;
}

// `figbook fact` with the name of one, and `figbook facts` with words.
Json measure_facts(const Database& database, const Options& options) {
    using Ask = std::function<std::size_t(const std::string&)>;
    Json all = Json::object();
    const auto measure = [&](const char* what, const char* kind, const auto& value_of, const Ask& ask) {
        Values values(database);
        std::vector<Sample> samples;
        for (std::size_t i = 0; i < options.values; ++i) {
            const std::string value = value_of(values);
            samples.push_back(timed([&] { return answer_of(ask(value)); }));
        }
        all[what][kind] = figures_of(samples);
        print_line(what, kind, all[what][kind]);
    };
    for (const char* kind : {"any", "of a figure"})
        measure(
            "fact", kind, [&](Values& values) { return values.fact(kind); },
            [&](const std::string& name) {
                return read_fact(database, find_fact(database, name)).told.size();
            });
    for (const char* kind : {"word", "two words"})
        measure(
            "facts", kind, [&](Values& values) { return values.search(kind); },
            [&](const std::string& words) {
                FactFilters filters;
                filters.words = words;
                return find_facts(database, filters).rows.size();
            });
    return all;
}

// The checks are made before: the server makes them beside its answers. Each answer is the first one: none is kept but
// reports, and of a report that takes long the answer is that it is being made.
Json measure_pages(Database& database, const Options& options, const fs::path& path) {
    const web::Services services;
    web::Site site{database, web::make_findings(database), services, "", false, "figbook.db"};
    site.counts = web::make_counts(database, site.findings.get());
    const auto desk = std::make_unique<web::ReportDesk>(path);
    site.reports = desk.get();
    Json all = Json::object();
    for (const char* kind : {"/",
                             "/figures",
                             "/figures?page=20",
                             "/figures?sort=oldest",
                             "/figures?sort=largest",
                             "/figures?sort=smallest",
                             "/figures?kind=money&sort=largest",
                             "/figures?kind=count&sort=smallest",
                             "/figures?sort=largest&page=20",
                             "/figures?sort=smallest&page=500",
                             "/figures?kind=money&sort=largest&page=900",
                             "/figures?kind=money&period=2023",
                             "/figures?period=2024",
                             "/figures?check=off",
                             "/figures?check=consistent",
                             "figures of a month",
                             "figures of a currency",
                             "largest of a currency",
                             "figures of a paper",
                             "figures of a source",
                             "a source",
                             "/figures?period=2024&sort=largest",
                             "/figures?check=off&sort=largest",
                             "largest of a paper and kind",
                             "largest of a month",
                             "largest of a source",
                             "figures with a word",
                             "largest with a word",
                             "figures with words",
                             "/articles",
                             "/articles?page=300",
                             "articles of a paper",
                             "articles with words",
                             "an article",
                             "/facts",
                             "/facts?conflicts=1",
                             "facts with a word",
                             "a fact",
                             "/sources",
                             "/sources?sort=name&page=20",
                             "sources with a word",
                             "/conversions",
                             "/conversions?verdict=off",
                             "/conversions?page=20",
                             "/reports",
                             "/reports/sources",
                             "a report"}) {
        Values values(database);
        std::vector<Sample> samples;
        for (std::size_t i = 0; i < options.values; ++i) {
            const std::string target = values.page(kind);
            samples.push_back(timed([&] {
                const web::Response response = web::answer_get(target, site);
                if (response.status >= 400)
                    throw std::runtime_error(fmt::format("{} has the status {}", target, response.status));
                return ReportResult{};
            }));
        }
        all[kind] = figures_of(samples);
        print_line("page", kind, all[kind]);
    }
    return all;
}

Json measure(const Options& options, const fs::path& path) {
    Database database = Database::open(path, OpenMode::read_only);
    const auto count = [&](const char* table) {
        return std::get<std::int64_t>(
            database.query(fmt::format("SELECT count(*) FROM {}", table)).rows[0][0]);
    };
    const std::int64_t claims = count("claim");
    fmt::print(
        "\n{} claims of {} articles, {} MB; milliseconds of processor time, {} filters each{}\n\n"
        "report        filter                     p50       p95    p95 wall  p50 rows  p95 rows\n",
        claims, count("article"), fs::file_size(path) / 1'000'000, options.values,
        claims >= static_cast<std::int64_t>(0.99 * asked_at_claims)
            ? fmt::format(" (asked at a million: p95 at most {})", asked_ms)
            : "");
    Json run{{"claims", claims}, {"articles", count("article")}};
    run["reports"] = measure_reports(database, options);
    if (options.only.empty() || options.only == "search") run["search"] = measure_searches(database, options);
    if (options.only.empty() || options.only == "facts") run["facts"] = measure_facts(database, options);
    if (options.only.empty() || options.only == "pages")
        run["pages"] = measure_pages(database, options, path);
    return run;
}

void keep_run(const Options& options, const Json& sizes) {
    const RunInfo& info = options.info;
    const Json run{{"name", info.name},         {"date", info.date}, {"commit", info.commit},
                   {"compiler", info.compiler}, {"cpu", info.cpu},   {"filters each", options.values},
                   {"results", sizes}};
    const fs::path file = fs::path(options.keep_in) / fmt::format("{}-{}.json", info.date, info.name);
    std::ofstream out(file);
    out << run.dump(1) << '\n';
    out.close();
    if (!out) throw std::runtime_error("cannot write " + file.string());
    fmt::print("\nkept as {}\n", file.filename().string());
}

void run_all(const Options& options) {
    const TemporaryFolder folder;
    Json sizes = Json::array();
    if (!options.database.empty()) sizes.push_back(measure(options, options.database));
    for (const std::size_t claims : options.database.empty() ? options.claims : std::vector<std::size_t>{}) {
        const fs::path database = folder.path() / fmt::format("{}.db", claims);
        make_database(options, claims, database);
        sizes.push_back(measure(options, database));
        for (const char* ending : {"", "-wal", "-shm"}) fs::remove(database.string() + ending);
    }
    if (!options.keep_in.empty()) keep_run(options, sizes);
}

int main_of_bench(int argc, char** argv) {
    Options options;
    CLI::App app("the bench of figbook report, search and serve; scripts/bench --help tells more");
    app.add_option("--figbook", options.figbook, "the program");
    app.add_option("--claims", options.claims, "of each database")->delimiter(',');
    app.add_option("--values", options.values, "of each filter")->check(CLI::Range(2, 100'000));
    app.add_option("--database", options.database, "a database that is there, instead of those");
    app.add_option("--only", options.only, "one report, search, facts or pages");
    app.add_option("--filter", options.filter, "one kind of filter alone, such as subject");
    app.add_option("--keep-in", options.keep_in, "the folder of kept runs");
    app.add_option("--name", options.info.name);
    app.add_option("--date", options.info.date);
    app.add_option("--commit", options.info.commit);
    app.add_option("--compiler", options.info.compiler);
    app.add_option("--cpu", options.info.cpu);
    CLI11_PARSE(app, argc, argv);
    std::signal(SIGPIPE, SIG_IGN);
    run_all(options);
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
