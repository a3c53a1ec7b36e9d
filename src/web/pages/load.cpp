// Load: an article that is pasted, stands at an address of the web, or in a file. One of the two pages that write.
#include <chrono>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "web/layout.hpp"
#include "web/pages/pages.hpp"
#include "web/parts.hpp"

namespace figbook::web {
namespace {

// The latest that can have been printed: in the east of the world it is tomorrow already.
Date last_day() {
    const auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    return add_days(Date(now), 1);
}

// What was typed, and what of it could not be taken.
struct Typed {
    Query fields{};
    std::string problem{};  // "": nothing was sent yet
    std::string field{};    // "": none of them
    std::string form{};     // that was sent, by the first part of its fields' ids
};

// With what was typed before, where that could not be taken, and what is wrong with it.
Markup input(Name form, Name name, const char* label, const char* type, const std::string& hint,
             const Typed& typed) {
    const std::string id = fmt::format("{}-{}", form.view(), name.view());
    const bool is_wrong = !typed.problem.empty() && typed.field == name.view() && typed.form == form.view();
    const Markup problem =
        is_wrong ? element("p", {{"class", "field-problem"}, {"id", "load-problem"}}, {text(typed.problem)})
                 : Markup();
    return element("div", {{"class", "field"}},
                   {element("label", {{"for", id}}, {text(label)}), problem,
                    element("input", {{"id", id},
                                      {"name", name.view()},
                                      {"type", type},
                                      {"placeholder", hint},
                                      {"aria-describedby", is_wrong ? "load-problem" : ""},
                                      {"aria-invalid", is_wrong ? "true" : "false"},
                                      {"value", typed.fields.value(name.view())}})});
}

// The day first: without it nothing that is told of "last year", and no rate of exchange, has one.
Markup about_it(Name form, const Typed& typed, bool with_all) {
    Markup fields = element("legend", {}, {text("What is known of it, where it does not say so itself")});
    fields += input(form, "published", "Published", "date", "", typed);
    fields += element(
        "p", {{"class", "hint"}},
        {text("Without a day, “last year” stays open and amounts in two currencies are not checked.")});
    fields += input(form, "publication", "Publication", "text", "", typed);
    if (with_all) {
        fields += input(form, "headline", "Headline", "text", "", typed);
        fields += input(form, "url", "Its address", "url", "https://", typed);
    }
    return element("fieldset", {}, {fields});
}

Markup form(const Site& site, const char* title, const Markup& fields) {
    return element(
        "form",
        {{"method", "post"}, {"action", "/load"}, {"enctype", "multipart/form-data"}, {"class", "load"}},
        {token_field(site), element("h2", {}, {text(title)}), fields,
         element("button", {{"type", "submit"}}, {text("Load")})});
}

Markup forms(const Site& site, const Typed& typed) {
    Markup paste = element(
        "div", {{"class", "field"}},
        {element("label", {{"for", "load-text"}}, {text("The text, its headline as the first line")}),
         element("textarea", {{"id", "load-text"}, {"name", "text"}, {"rows", "8"}, {"required", true}},
                 {text(typed.fields.value("text"))})});
    paste += about_it("load", typed, true);
    Markup address =
        input("load", "address", "http:// or https://", "url", "https://post.example/article", typed);
    address += about_it("address", typed, false);
    Markup file = element(
        "div", {{"class", "field drop"}},
        {element("label", {{"for", "load-file"}},
                 {text("A web page, feed, web archive, JSON Lines, CSV or plain text; drop it here")}),
         element("input", {{"id", "load-file"}, {"name", "file"}, {"type", "file"}, {"required", true}})});
    file += about_it("file", typed, false);
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
    if (const auto day = request.fields.date("published")) {
        if (*day > last_day())
            throw BadRequest(fmt::format("{} has not come yet; give the day it was published", iso(*day)),
                             "published");
        load.published = iso(*day);
    }
    if (!request.file.empty()) {
        load.what = LoadRequest::What::file;
        load.content = request.file;
        load.name = request.file_name;
    } else if (request.fields.has("address")) {
        load.what = LoadRequest::What::address;
        load.content = request.fields.value("address");
        if (!is_web_address(load.content))
            throw BadRequest("an address begins with http:// or https://", "address");
    } else if (request.fields.has("text")) {
        load.content = request.fields.value("text");
    } else {
        throw BadRequest("there is no text, address or file in the form, or it is empty");
    }
    if (!load.url.empty() && !is_web_address(load.url))
        throw BadRequest("an article's address begins with http:// or https://", "url");
    return load;
}

Response form_page(const Site& site, const Typed& typed, int status = 400) {
    Markup content = heading("Load");
    if (!typed.problem.empty())
        content += element("p", {{"class", "notice bad"}, {"role", "alert"}},
                           {text("Not loaded: " + typed.problem)});
    content += forms(site, typed);
    return html_response(page(site, {"Load", "/load", nullptr}, content),
                         typed.problem.empty() ? 200 : status);
}

// The articles by their headlines, so that each link says where it leads.
Markup loaded_articles(const Site& site, const std::vector<std::string>& ids) {
    Markup articles;
    for (const std::string& id : ids) {
        const Table table = site.database.query("SELECT headline, " + opening_column("article.document_id") +
                                                    " FROM article WHERE document_id = CAST(:id AS INTEGER)",
                                                {{":id", id}});
        if (table.rows.empty()) continue;
        articles += element("li", {}, {link_to("/articles/" + id, headline_of(rows_of(table).front()))});
    }
    return articles.empty() ? articles : element("ul", {{"class", "list"}}, {articles});
}

// How many of them are such ones, by a condition of SQL.
std::int64_t count_of(const Site& site, const std::vector<std::string>& ids, std::string_view condition,
                      const Parameters& parameters = {}) {
    const std::string sql =
        fmt::format("SELECT 1 FROM article WHERE document_id = CAST(:id AS INTEGER) AND {}", condition);
    std::int64_t number = 0;
    for (const std::string& id : ids) {
        Parameters all = parameters;
        all.emplace_back(":id", id);
        number += static_cast<std::int64_t>(site.database.query(sql, all).rows.size());
    }
    return number;
}

// Those of which nobody knows the day.
Markup without_day(const Site& site, const std::vector<std::string>& ids) {
    const std::int64_t number = count_of(site, ids, "published IS NULL");
    if (number == 0) return {};
    return element(
        "p", {{"class", "notice bad"}},
        {text(counted(number, "article has no day", "articles have no day") +
              " of publication: times such as “last year” stay open, and amounts in two currencies are not "
              "checked. Load it again with the day it was published.")});
}

// Those of a day that a slip has made: "2062" of 2026.
Markup of_days_to_come(const Site& site, const std::vector<std::string>& ids) {
    const std::int64_t number = count_of(site, ids, "published > :last", {{":last", iso(last_day())}});
    if (number == 0) return {};
    return element("p", {{"class", "notice bad"}},
                   {text(counted(number, "article has a day of publication that has",
                                 "articles have days of publication that have") +
                         " not come yet: it may be a slip. Load it again with the day it was published.")});
}

Response done(const Request& request, const Site& site, const LoadAnswer& loaded) {
    const int status = loaded.problems.empty() ? 200 : 422;
    if (request.form != Form::html)
        return json_response(
            {{"summary", loaded.summary}, {"problems", loaded.problems}, {"articles", loaded.articles}},
            status);
    if (loaded.articles.empty() && !loaded.problems.empty())
        return form_page(site, {request.fields, fmt::format("{}", fmt::join(loaded.problems, "; "))}, status);
    Markup content = heading("Load");
    content += element("p", {{"class", "notice"}, {"role", "status"}}, {text(loaded.summary)});
    content += without_day(site, loaded.articles);
    content += of_days_to_come(site, loaded.articles);
    Markup problems;
    for (const std::string& problem : loaded.problems) problems += element("li", {}, {text(problem)});
    if (!problems.empty()) content += element("ul", {{"class", "problems"}}, {problems});
    content += loaded_articles(site, loaded.articles);
    content += element("p", {}, {link_to("/load", "Load another")});
    return html_response(page(site, {"Load", "/load", nullptr}, content), status);
}

}  // namespace

Response load_page(const Request& request, Site& site) {
    if (site.token.empty() || !site.services.load)
        return error_response(site, request, 403,
                              "This page was started to read only; nothing can be loaded here.");
    if (request.form == Form::csv) throw NotFound("This page has no .csv; it has a .json.");
    request.query.refuse_others_than({});
    if (!request.is_post) {
        if (request.form == Form::json) return json_response({{"token", site.token}});
        return form_page(site, {Query()});
    }
    try {
        return done(request, site, site.services.load(read_form(request)));
    } catch (const BadRequest& error) {
        if (request.form != Form::html) throw;
        const char* form = !request.file_name.empty()      ? "file"
                           : request.fields.has("address") ? "address"
                                                           : "load";
        return form_page(site, {request.fields, error.what(), error.field(), form});
    }
}

}  // namespace figbook::web
