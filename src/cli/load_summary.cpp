#include "cli/load_summary.hpp"

#include <fmt/format.h>
#include <string_view>

#include "base/utf8.hpp"
#include "cli/counted.hpp"

namespace figbook {
std::string load_summary(const Counters& counters, const std::string& db) {
    std::string text = fmt::format("loaded {} with {}", counted(counters.loaded, "article"),
                                   counted(counters.figures, "figure"));
    if (!db.empty()) text += " into " + printable(db);
    if (counters.already_there > 0) text += fmt::format("; {} already there", counters.already_there);
    if (counters.updated > 0) text += fmt::format("; {} updated", counters.updated);
    if (counters.new_versions > 0) text += "; " + counted(counters.new_versions, "new version");
    if (counters.copies > 0) text += "; " + counted(counters.copies, "copy", "copies");
    if (counters.other_records > 0)
        text += fmt::format("; {} left out", counted(counters.other_records, "other record"));
    if (counters.pages_without_article > 0)
        text += fmt::format("; {} without an article", counted(counters.pages_without_article, "page"));
    if (counters.failed > 0) text += fmt::format("; {} failed", counters.failed);
    return text;
}

}  // namespace figbook
