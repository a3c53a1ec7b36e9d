#include "web/layout.hpp"

#include <array>
#include <fmt/format.h>
#include <utility>

#include "base/utf8.hpp"
#include "web/assets.hpp"
#include "web/narrowed.hpp"
#include "web/parts.hpp"

namespace figbook::web {
namespace {

struct Place {
    const char* address;
    const char* name;
};
constexpr std::array<Place, 10> places{{{"/", "Home"},
                                        {"/figures", "Figures"},
                                        {"/articles", "Articles"},
                                        {"/facts", "Facts"},
                                        {"/sources", "Sources"},
                                        {"/checks", "Checks"},
                                        {"/conversions", "Conversions"},
                                        {"/reviews", "Reviews"},
                                        {"/reports", "Reports"},
                                        {"/load", "Load"}}};

Markup navigation(const Site& site, const std::string& here) {
    Markup items;
    for (const Place& place : places) {
        if (std::string_view(place.address) == "/load" && site.token.empty()) continue;
        const bool is_here = here == place.address;
        items +=
            element("li", {},
                    {element("a", {{"href", place.address}, {"aria-current", is_here ? "page" : "false"}},
                             {text(place.name)})});
    }
    return element("nav", {{"aria-label", "Pages"}}, {element("ul", {}, {items})});
}

Markup search_box(const Request* request) {
    const std::string asked =
        request == nullptr || request->path != "/figures" ? "" : request->query.value("q");
    return element("form",
                   {{"class", "search"}, {"role", "search"}, {"action", "/figures"}, {"method", "get"}},
                   {element("label", {{"for", "search"}, {"class", "unseen"}}, {text("Search figures")}),
                    element("input", {{"id", "search"},
                                      {"name", "q"},
                                      {"type", "search"},
                                      {"value", asked},
                                      {"placeholder", "Search figures"},
                                      {"autocomplete", "off"}}),
                    element("button", {{"type", "submit"}}, {text("Search")})});
}

Markup other_forms(const PageHead& head) {
    if (head.request == nullptr) return {};
    const std::string path = head.request->path == "/" ? "/index" : head.request->plain_path;
    const std::string query = head.request->query.text();
    Markup links = link_to(path + ".json" + query, "JSON");
    if (head.has_csv) {
        links += text(" · ");
        links += link_to(path + ".csv" + head.request->query.without("page").text(), "CSV");
    }
    return element("p", {{"class", "forms"}}, {text("This page as "), links});
}

// Shown where there is JavaScript, which the keys are of.
Markup letter_keys() {
    return element("p", {{"class", "letter-keys"}, {"hidden", true}},
                   {element("label", {},
                            {element("input", {{"type", "checkbox"}, {"checked", true}}),
                             text(" Keys of one letter or sign (/, n, p, r; c, d, w, o on a review)")})});
}

Markup foot(const Site& site, const PageHead& head) {
    Markup login;
    if (site.has_login)
        login = element("form", {{"method", "post"}, {"action", "/logout"}},
                        {token_field(site.logout_token),
                         element("button", {{"type", "submit"}, {"class", "plain"}}, {text("Log out")})});
    return element(
        "footer", {},
        {other_forms(head), login, letter_keys(),
         element("p", {},
                 {text("figbook · " + site.database_name + " · "), link_to("/openapi.json", "API")})});
}

// By which windows and printed pages are told apart. Those that say a search first have it in their title.
std::string title_of(const PageHead& head) {
    if (head.title == "figbook" || head.title.empty()) return head.title;
    constexpr std::size_t longest = 150;
    std::string title = head.title;
    const bool says_it = head.request == nullptr || head.request->path == "/figures" ||
                         (head.request->path == "/articles" && head.request->query.has("q"));
    const std::string narrowed = says_it ? "" : narrowed_words(head.request->query);
    if (!narrowed.empty()) title += ", " + cut_text(narrowed, longest);
    return title + " – figbook";
}

Markup head_of(const PageHead& head) {
    Markup scripts;
    for (const std::string& script : head.scripts)
        scripts += element("script", {{"src", asset_address(script)}, {"defer", true}});
    scripts += element("script", {{"src", asset_address("figbook.js")}, {"defer", true}});
    return element(
        "head", {},
        {element("meta", {{"charset", "utf-8"}}),
         element("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}),
         element("meta", {{"name", "color-scheme"}, {"content", "light dark"}}),
         element("title", {}, {text(title_of(head))}),
         element("link", {{"rel", "icon"}, {"href", asset_address("icon.svg")}}),
         element("link", {{"rel", "stylesheet"}, {"href", asset_address("figbook.css")}}),
         element("link", {{"rel", "stylesheet"}, {"media", "print"}, {"href", asset_address("print.css")}}),
         scripts});
}

// On paper there are no forms and no chips that say so.
Markup narrowed_on_paper(const PageHead& head) {
    if (head.request == nullptr) return {};
    std::string words = narrowed_words(head.request->query);
    if (const std::string number = head.request->query.value("page"); !number.empty())
        words += (words.empty() ? "page " : "; page ") + number;
    if (words.empty()) return {};
    return element("p", {{"class", "on-paper narrowed"}}, {said("Narrowed down by " + words)});
}

std::string name_of_status(int status) {
    switch (status) {
        case 400:
            return "That is not understood";
        case 401:
            return "Not logged in";
        case 403:
            return "That is not allowed";
        case 404:
            return "There is nothing here";
        case 405:
            return "That cannot be done here";
        case 411:
        case 413:
        case 414:
            return "That is too large";
        case 503:
            return "That takes too long";
        default:
            return "Something went wrong";
    }
}

}  // namespace

Markup page(const Site& site, const PageHead& head, const Markup& content) {
    const Markup top =
        element("header", {{"class", "top"}},
                {element("a", {{"class", "skip"}, {"href", "#content"}}, {text("To the content")}),
                 element("a", {{"class", "name"}, {"href", "/"}}, {text("figbook")}),
                 head.is_outside ? Markup() : navigation(site, head.place),
                 head.is_outside ? Markup() : search_box(head.request)});
    return document(element("html", {{"lang", "en"}},
                            {head_of(head), element("body", {},
                                                    {top,
                                                     element("main", {{"id", "content"}, {"tabindex", "-1"}},
                                                             {narrowed_on_paper(head), content}),
                                                     head.is_outside ? Markup() : foot(site, head)})}));
}

Response error_response(const Site& site, const Request& request, int status, const std::string& message,
                        const Markup& way_on) {
    if (request.form != Form::html)
        return json_response(Json{{"error", {{"status", status}, {"message", message}}}}, status);
    const Markup content = element(
        "div", {{"class", "error"}},
        {element("p", {{"class", "status"}, {"aria-hidden", "true"}}, {text(fmt::format("{}", status))}),
         element("h1", {}, {text(name_of_status(status))}), element("p", {}, {text(message)}), way_on,
         element("p", {}, {link_to("/", "Home"), text(" · "), link_to("/figures", "All figures")})});
    return html_response(page(site, {name_of_status(status), "", nullptr}, content), status);
}

}  // namespace figbook::web
