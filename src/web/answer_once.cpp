#include "web/answer_once.hpp"

#include <chrono>
#include <utility>

#include "web/findings_keeper.hpp"
#include "web/readers.hpp"
#include "web/router.hpp"

namespace figbook::web {
namespace {

// What was asked for, where that is understood.
Request asked_for(const std::string& target) {
    try {
        return Request::get(target);
    } catch (const BadRequest&) {
        return {};
    }
}

bool is_by_size(const Request& request) {
    const std::string sort = request.query.value("sort");
    return sort == "largest" || sort == "smallest";
}

bool needs_all_findings(const Request& request) {
    const std::string& path = request.path;
    return path == "/" || path == "/conversions" || path == "/checks" ||
           (path == "/figures" && (request.query.has("check") || is_by_size(request)));
}

bool needs_counts(const Request& request) {
    return request.path == "/" || request.path == "/sources" || request.path.starts_with("/sources/") ||
           (request.path == "/figures" && is_by_size(request));
}

}  // namespace

int answer_once(const std::filesystem::path& database_path, const Services& services,
                const std::string& target, bool may_write, const Write& write) {
    Database database = Database::open(database_path, OpenMode::read_only);
    const Request request = asked_for(target);
    Site site{database, nullptr,
              services, may_write ? "not-a-token" : "",
              false,    database_path.filename().string()};
    if (needs_all_findings(request)) site.findings = make_findings(database);
    if (needs_counts(request)) site.counts = make_counts(database, site.findings.get());
    site.findings_of = [&](const std::vector<std::int64_t>& articles) {
        return make_findings(database, articles);
    };
    database.set_deadline(std::chrono::steady_clock::now() + Readers::page_time);
    const Response response = answer_get(target, site);
    database.set_deadline(std::nullopt);
    if (response.rows)
        response.rows(database, write);
    else
        write(response.body);
    return response.status;
}

}  // namespace figbook::web
