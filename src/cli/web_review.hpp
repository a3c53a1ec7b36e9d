// Reviews that come in by the page: the same as `figbook review` stores.
//
//     review_from_page("figbook.db", request);
#pragma once
#include <string>

#include "web/site.hpp"

namespace figbook {

// Throws web::BadRequest for what is no review, EnvironmentError where the database cannot be written.
void review_from_page(const std::string& database, const web::ReviewRequest& request);

}  // namespace figbook
