// A section as a table of a page: readable cells, the sentence with its figures marked, the headline as a link to the
// article, and under the sentence, or in a last column, where the row stands: article, figure, bytes. Inside report only.
//
//     add_table(page, section_result);
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "report/markup.hpp"
#include "report/report.hpp"

namespace figbook {

void add_table(Markup& page, const SectionResult& result);

}  // namespace figbook
