// What comes in and what goes out, without any network: the pages are functions from the one to the other.
//
//     Request request = Request::get("/figures.json?kind=money");
//     request.path     // "/figures"
//     request.format   // Format::json
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "web/json.hpp"
#include "web/markup.hpp"
#include "web/query.hpp"

namespace figbook::web {

// What the reader asked for: every page has a .json twin at its address, and lists a .csv.
enum class Form { html, json, csv };

struct Request {
    bool is_post = false;
    std::string path;        // decoded, without the ending that says the form
    std::string plain_path;  // as it came, without the query
    Form form = Form::html;
    Query query;
    Query fields{};      // of a form that was sent
    std::string file{};  // that was sent with it
    std::string file_name{};

    // "/figures.json?kind=money"; throws BadRequest for what is no address of a page.
    static Request get(std::string_view target);
};

// Takes the next piece of a text.
using Write = std::function<void(std::string_view)>;

struct Response {
    int status = 200;
    std::string type;  // of the content
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers{};  // beside those that every answer has
    // In place of the body, where a list has no end that would fit in memory: writes it piece by piece, as fast as it is
    // taken, over a connection that no page waits for.
    std::function<void(const Database&, const Write&)> rows{};
};

Response html_response(const Markup& page, int status = 200);
Response json_response(const Json& json, int status = 200);
// A page of a list: how many there are in all, which page of how many rows it is, and then `more`.
Response json_response_of_page(std::int64_t total, std::int64_t page, std::int64_t rows_a_page,
                               const Json& more);
// `name` is what a browser calls the file.
Response csv_response(std::string text, std::string_view name);
// The same of all rows of a statement, which are never in memory together.
Response csv_response(std::string sql, Parameters parameters, std::string_view name);
// The same of what is known only over the connection that it is written by.
Response csv_response(std::function<void(const Database&, const Write&)> rows, std::string_view name);
// Another page, asked for by GET.
Response see_other(std::string address);

}  // namespace figbook::web
