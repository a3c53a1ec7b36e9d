#include "cli/web_load.hpp"

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "cli/load_summary.hpp"
#include "load/reader.hpp"
#include "pipeline/extract_articles.hpp"
#include "pipeline/pipeline.hpp"
#include "store/document_id.hpp"

namespace figbook {
namespace {

// So many are shown; an archive may have thousands.
constexpr std::size_t most_shown = 20;

// A file's name as its user knows it; never one of this machine's, which it might be.
std::string name_of(const web::LoadRequest& request) {
    if (request.what == web::LoadRequest::What::text) return "pasted text";
    const std::string name = printable(request.name.substr(request.name.find_last_of("/\\") + 1));
    return name.empty() ? "dropped file" : name;
}

ReadOptions reading(const std::string& database, const web::LoadRequest& request) {
    ReadOptions options;
    options.database = database;
    options.known.headline = request.headline;
    options.known.publication = request.publication;
    options.known.url = request.url;
    if (const auto day = parse_date(request.published)) options.known.published = *day;
    if (request.what != web::LoadRequest::What::address)
        options.given.emplace(name_of(request), request.content);
    // What is pasted is a text, whatever it looks like.
    if (request.what == web::LoadRequest::What::text) options.reader = reader_named("text");
    return options;
}

// The ways out that are options of a command are none on a page.
Problem for_page(Problem problem) {
    if (problem.advice.find("--") != std::string::npos)
        problem.advice = "open it yourself and paste its text";
    return problem;
}

}  // namespace

web::LoadAnswer load_from_page(const std::string& path, const web::LoadRequest& request) {
    web::LoadAnswer answer;
    const ReadOptions options = reading(path, request);
    Database database = Database::open(path, OpenMode::read_write);
    const Listener listener{[&](const Article& article, PutResult, std::size_t) {
                                if (answer.articles.size() < most_shown)
                                    answer.articles.push_back(std::to_string(document_id(article)));
                            },
                            [&](const Rejected& rejected) {
                                if (answer.problems.size() < most_shown)
                                    answer.problems.push_back(to_string(for_page(rejected.problem)));
                            }};
    const std::string input =
        request.what == web::LoadRequest::What::address ? request.content : name_of(request);
    const Counters counters = run({input}, options, database, listener, usual_threads());
    answer.summary = load_summary(counters, "");
    return answer;
}

}  // namespace figbook
