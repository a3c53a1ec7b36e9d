// The pages, one a file: each is a function from what was asked to the answer, in the form that was asked for. router.cpp
// says which has which address.
#pragma once
#include <cstdint>
#include <stdexcept>
#include <string>

#include "web/response.hpp"
#include "web/site.hpp"

namespace figbook::web {

// There is no page, article, report, ... of that name: answered with 404 and these words.
class NotFound : public std::runtime_error {
 public:
    using std::runtime_error::runtime_error;
};

Response home_page(const Request& request, Site& site);
Response figures_page(const Request& request, Site& site);
Response articles_page(const Request& request, Site& site);
Response article_page(const Request& request, Site& site, std::int64_t article_id);
Response facts_page(const Request& request, Site& site);
Response fact_page(const Request& request, Site& site, const std::string& name);
Response sources_page(const Request& request, Site& site);
Response source_page(const Request& request, Site& site, const std::string& name);
Response conversions_page(const Request& request, Site& site);
Response checks_page(const Request& request, Site& site);
Response reviews_page(const Request& request, Site& site);
Response reports_page(const Request& request, Site& site);
Response report_page(const Request& request, Site& site, const std::string& name);
// `to` is where it leads, an address of this site.
Response login_page(const Site& site, const std::string& to, bool was_wrong);
Response review_page(const Request& request, Site& site);
Response load_page(const Request& request, Site& site);

}  // namespace figbook::web
