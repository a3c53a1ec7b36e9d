// What every page has around it: head, the way to the other pages, the search box, the foot.
//
//     return html_response(page(site, {"Sources", "/sources", request}, content));
#pragma once
#include <string>
#include <vector>

#include "web/response.hpp"
#include "web/site.hpp"

namespace figbook::web {

struct PageHead {
    std::string title;
    std::string place;                 // the address of the page in the navigation: "/figures"
    const Request* request = nullptr;  // for the links to the other forms
    bool has_csv = false;
    std::vector<std::string> scripts{};  // assets that this page needs before figbook.js
    bool is_outside = false;             // for who is not logged in: nothing of what is inside
};

Markup page(const Site& site, const PageHead& head, const Markup& content);

// A page that says what went wrong and the way on, beside home; the same as JSON where that, or CSV, was asked for.
Response error_response(const Site& site, const Request& request, int status, const std::string& message,
                        const Markup& way_on = {});

}  // namespace figbook::web
