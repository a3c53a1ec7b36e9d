// Load: an article that is pasted, stands at an address of the web, or in a file. One of the two pages that write.
#include <fmt/format.h>

#include "web/layout.hpp"
#include "web/pages/pages.hpp"
#include "web/parts.hpp"

namespace figbook::web {
namespace {

Markup input(Name name, const char* label, const char* type, const std::string& hint) {
    const std::string id = "load-" + std::string(name.view());
    return element(
        "div", {{"class", "field"}},
        {element("label", {{"for", id}}, {text(label)}),
         element("input", {{"id", id}, {"name", name.view()}, {"type", type}, {"placeholder", hint}})});
}

Markup about_it() {
    return element(
        "fieldset", {},
        {element("legend", {}, {text("What is known of it, where it does not say so itself")}),
         input("headline", "Headline", "text", ""), input("publication", "Publication", "text", ""),
         input("published", "Published", "date", ""), input("url", "Its address", "url", "https://")});
}

Markup form(const Site& site, const char* title, const Markup& fields) {
    return element(
        "form",
        {{"method", "post"}, {"action", "/load"}, {"enctype", "multipart/form-data"}, {"class", "load"}},
        {token_field(site), element("h2", {}, {text(title)}), fields,
         element("button", {{"type", "submit"}}, {text("Load")})});
}

Markup forms(const Site& site) {
    Markup paste = element(
        "div", {{"class", "field"}},
        {element("label", {{"for", "load-text"}}, {text("The text, its headline as the first line")}),
         element("textarea", {{"id", "load-text"}, {"name", "text"}, {"rows", "8"}, {"required", true}})});
    paste += about_it();
    const Markup address = input("address", "http:// or https://", "url", "https://post.example/article");
    const Markup file = element(
        "div", {{"class", "field drop"}},
        {element("label", {{"for", "load-file"}},
                 {text("A web page, feed, web archive, JSON Lines, CSV or plain text; drop it here")}),
         element("input", {{"id", "load-file"}, {"name", "file"}, {"type", "file"}, {"required", true}})});
    Markup all = form(site, "Paste a text", paste);
    all += form(site, "An address", address);
    all += form(site, "A file", file);
    return all;
}

LoadRequest read_form(const Request& request) {
    LoadRequest load;
    load.headline = request.fields.value("headline");
    load.publication = request.fields.value("publication");
    load.url = request.fields.value("url");
    if (const auto day = request.fields.date("published")) load.published = iso(*day);
    if (!request.file.empty()) {
        load.what = LoadRequest::What::file;
        load.content = request.file;
        load.name = request.file_name;
    } else if (request.fields.has("address")) {
        load.what = LoadRequest::What::address;
        load.content = request.fields.value("address");
        if (!is_web_address(load.content)) throw BadRequest("an address begins with http:// or https://");
    } else if (request.fields.has("text")) {
        load.content = request.fields.value("text");
    } else {
        throw BadRequest("there is no text, address or file in the form, or it is empty");
    }
    if (!load.url.empty() && !is_web_address(load.url))
        throw BadRequest("an article's address begins with http:// or https://");
    return load;
}

Response done(const Request& request, const Site& site, const LoadAnswer& loaded) {
    const int status = loaded.problems.empty() ? 200 : 422;
    if (request.form != Form::html)
        return json_response(
            {{"summary", loaded.summary}, {"problems", loaded.problems}, {"articles", loaded.articles}},
            status);
    Markup content = heading("Load");
    content += element("p", {{"class", "notice"}, {"role", "status"}}, {text(loaded.summary)});
    Markup problems;
    for (const std::string& problem : loaded.problems) problems += element("li", {}, {text(problem)});
    if (!problems.empty()) content += element("ul", {{"class", "problems"}}, {problems});
    Markup articles;
    for (const std::string& id : loaded.articles)
        articles += element("li", {}, {link_to("/articles/" + id, "See it with its figures")});
    if (!articles.empty()) content += element("ul", {{"class", "list"}}, {articles});
    content += element("p", {}, {link_to("/load", "Load another")});
    return html_response(page(site, {"Load", "/load", nullptr}, content), status);
}

}  // namespace

Response load_page(const Request& request, Site& site) {
    if (site.token.empty() || !site.services.load)
        return error_response(site, request, 403,
                              "This page only reads: articles are loaded by `figbook load`.");
    if (!request.is_post) {
        if (request.form == Form::json) return json_response({{"token", site.token}});
        Markup content = heading("Load");
        content += forms(site);
        return html_response(page(site, {"Load", "/load", nullptr}, content));
    }
    return done(request, site, site.services.load(read_form(request)));
}

}  // namespace figbook::web
