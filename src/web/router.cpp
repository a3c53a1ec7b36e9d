#include "web/router.hpp"

#include <charconv>
#include <fmt/format.h>
#include <functional>

#include "base/problem.hpp"
#include "web/assets.hpp"
#include "web/layout.hpp"
#include "web/pages/pages.hpp"
#include "web/parts.hpp"

namespace figbook::web {
namespace {

std::optional<std::int64_t> article_number(std::string_view words) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), number);
    if (error != std::errc{} || end != words.data() + words.size() || number <= 0) return std::nullopt;
    return number;
}

// The rest behind the folder: "12" of "/articles/12".
std::optional<std::string> below(const std::string& path, std::string_view folder) {
    if (!path.starts_with(folder) || path.size() == folder.size()) return std::nullopt;
    return path.substr(folder.size());
}

// "/figures?currency=EUR" for "/figures?currency=EUR&kind=apples".
Markup without_the_field(const Request& request, const BadRequest& error) {
    if (error.field().empty() || request.is_post) return {};
    return element("p", {},
                   {link_to(request.plain_path + request.query.without(error.field()).text(),
                            fmt::format("This page without “{}”", error.field()))});
}

Response routed(const Request& request, Site& site) {
    const std::string& path = request.path;
    if (path == "/load") return load_page(request, site);
    if (path == "/review") return review_page(request, site);
    if (request.is_post) return error_response(site, request, 405, "This page takes no forms.");
    if (path == "/") return home_page(request, site);
    if (path == "/figures") return figures_page(request, site);
    if (path == "/articles") return articles_page(request, site);
    if (path == "/facts") return facts_page(request, site);
    if (path == "/sources") return sources_page(request, site);
    if (path == "/conversions") return conversions_page(request, site);
    if (path == "/checks") return checks_page(request, site);
    if (path == "/reviews") return reviews_page(request, site);
    if (path == "/reports") return reports_page(request, site);
    if (path == "/openapi.json") return {200, "application/json", std::string(openapi()), {}};
    if (const auto name = below(path, "/facts/")) return fact_page(request, site, *name);
    if (const auto name = below(path, "/sources/")) return source_page(request, site, *name);
    if (const auto name = below(path, "/reports/")) return report_page(request, site, *name);
    if (const auto words = below(path, "/articles/"))
        if (const auto number = article_number(*words)) return article_page(request, site, *number);
    if (const auto asset = asset_response(path)) return *asset;
    throw NotFound("There is no page at " + request.plain_path + ".");
}

}  // namespace

Response answer(const Request& request, Site& site) {
    try {
        return routed(request, site);
    } catch (const BadRequest& error) {
        return error_response(site, request, 400, error.what(), without_the_field(request, error));
    } catch (const NotFound& error) {
        return error_response(site, request, 404, error.what());
    } catch (const TookTooLong&) {
        return error_response(
            site, request, 503,
            "The database needs longer for this than a page may take. Narrow it down, or ask for it on the "
            "command line, which has no limit.");
    } catch (const EnvironmentError& error) {
        return error_response(site, request, 500, error.what());
    }
}

Response answer_get(std::string_view target, Site& site) {
    try {
        return answer(Request::get(target), site);
    } catch (const BadRequest& error) {
        Request request;
        if (target.substr(0, target.find('?')).ends_with(".json")) request.form = Form::json;
        return error_response(site, request, 400, error.what());
    }
}

}  // namespace figbook::web
