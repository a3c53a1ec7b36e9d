// Login: the password of a site that others can reach.
#include "web/layout.hpp"
#include "web/pages/pages.hpp"
#include "web/parts.hpp"

namespace figbook::web {

Response login_page(const Site& site, const std::string& to, bool was_wrong) {
    Markup content = heading("Log in");
    if (was_wrong)
        content +=
            element("p", {{"class", "notice bad"}, {"role", "alert"}}, {text("That is not the password.")});
    content += element("form", {{"method", "post"}, {"action", "/login"}, {"class", "load"}},
                       {element("input", {{"type", "hidden"}, {"name", "to"}, {"value", to}}),
                        element("div", {{"class", "field"}},
                                {element("label", {{"for", "password"}}, {text("Password")}),
                                 element("input", {{"id", "password"},
                                                   {"name", "password"},
                                                   {"type", "password"},
                                                   {"autocomplete", "current-password"},
                                                   {"autofocus", true},
                                                   {"required", true}})}),
                        element("button", {{"type", "submit"}}, {text("Log in")})});
    return html_response(page(site, {"Log in", "", nullptr, false, {}, true}, content),
                         was_wrong ? 403 : 200);
}

}  // namespace figbook::web
