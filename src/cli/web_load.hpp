// Articles that come in by the page: through the same pipeline as `figbook load`.
//
//     const web::LoadAnswer answer = load_from_page("figbook.db", request);
//     answer.summary   // "loaded 1 article with 5 figures"
#pragma once
#include <string>

#include "web/site.hpp"

namespace figbook {

// Throws EnvironmentError where the database cannot be written.
web::LoadAnswer load_from_page(const std::string& database, const web::LoadRequest& request);

}  // namespace figbook
