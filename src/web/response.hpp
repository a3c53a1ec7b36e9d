// What comes in and what goes out, without any network: the pages are functions from the one to the other.
//
//     Request request = Request::get("/figures.json?kind=money");
//     request.path     // "/figures"
//     request.format   // Format::json
#pragma once
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

struct Response {
    int status = 200;
    std::string type;  // of the content
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers{};  // beside those that every answer has
};

Response html_response(const Markup& page, int status = 200);
Response json_response(const Json& json, int status = 200);
// `name` is what a browser calls the file.
Response csv_response(std::string text, std::string_view name);
// Another page, asked for by GET.
Response see_other(std::string address);

}  // namespace figbook::web
