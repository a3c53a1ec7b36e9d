#include "web/response.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "base/utf8.hpp"

namespace figbook::web {
namespace {

bool take_ending(std::string& path, std::string_view ending) {
    if (!path.ends_with(ending)) return false;
    path.resize(path.size() - ending.size());
    return true;
}

}  // namespace

Request Request::get(std::string_view target) {
    if (!target.starts_with('/'))
        throw BadRequest("an address on this site begins with /, such as /figures.json");
    target = target.substr(0, target.find('#'));
    const std::size_t mark = std::min(target.find('?'), target.size());
    Request request;
    request.plain_path = target.substr(0, mark);
    request.path = percent_decoded(request.plain_path, false);
    if (first_invalid_utf8(request.path)) throw BadRequest("the address has bytes that are no text (UTF-8)");
    if (mark < target.size()) request.query = Query(target.substr(mark + 1));
    // Assets and the description of the API are files.
    if (request.path.starts_with("/assets/") || request.path == "/openapi.json") return request;
    if (take_ending(request.path, ".json"))
        request.form = Form::json;
    else if (take_ending(request.path, ".csv"))
        request.form = Form::csv;
    if (request.path == "/index" || request.path.empty()) request.path = std::string("/");
    return request;
}

Response html_response(const Markup& page, int status) {
    return {status, "text/html; charset=utf-8", page.html(), {}};
}

Response json_response(const Json& json, int status) {
    return {status, "application/json", dumped(json), {}};
}

Response json_response_of_page(std::int64_t total, std::int64_t page, std::int64_t rows_a_page,
                               const Json& more) {
    Json json{{"total", total}, {"page", page}, {"rows_a_page", rows_a_page}};
    for (const auto& [name, value] : more.items()) json[name] = value;
    return json_response(json);
}

Response csv_response(std::string text, std::string_view name) {
    return {200,
            "text/csv; charset=utf-8",
            std::move(text),
            {{"Content-Disposition", fmt::format("attachment; filename=\"{}.csv\"", name)}}};
}

Response csv_response(std::function<void(const Database&, const Write&)> rows, std::string_view name) {
    Response response = csv_response(std::string(), name);
    response.rows = std::move(rows);
    return response;
}

Response csv_response(std::string sql, Parameters parameters, std::string_view name) {
    return csv_response([sql = std::move(sql), parameters = std::move(parameters)](
                            const Database& database,
                            const Write& write) { write_rows_csv(database, sql, parameters, write); },
                        name);
}

Response see_other(std::string address) {
    return {303, "text/plain; charset=utf-8", fmt::format("see {}\n", address), {{"Location", address}}};
}

}  // namespace figbook::web
