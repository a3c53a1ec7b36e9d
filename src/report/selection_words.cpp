// What a selection leaves out and its filters, in words.
#include <fmt/format.h>

#include "report/selection.hpp"

namespace figbook {

std::string wrong_in_words(const LeftOut& left_out) {
    if (left_out.wrong == 0) return "";
    return fmt::format("{} that a review calls wrong",
                       left_out.wrong == 1 ? "a figure" : fmt::format("{} figures", left_out.wrong));
}

std::string in_words(const Filters& filters) {
    std::string words;
    const auto add = [&](std::string_view before, std::string_view value, std::string_view after = "") {
        words += fmt::format("{}{}{}{}", words.empty() ? "" : "; ", before, value, after);
    };
    if (filters.currency) add("currency ", *filters.currency);
    if (filters.kind) add("kind ", *filters.kind);
    if (filters.source) add("source with “", *filters.source, "”");
    if (filters.subject) add("subject with “", *filters.subject, "”");
    if (filters.publication) add("publication with “", *filters.publication, "”");
    if (filters.from) add("published from ", iso(*filters.from), " on");
    if (filters.to) add("published until ", iso(*filters.to));
    if (filters.durations) add("spans of time too", "");
    if (filters.copies) add("copies too", "");
    if (filters.limit) add("at most ", fmt::format("{}", *filters.limit), " rows");
    return words;
}

std::string in_words(const LeftOut& left_out) {
    const auto counted = [](std::int64_t number, std::string_view one, std::string_view several) {
        return fmt::format("{} {}", number, number == 1 ? one : several);
    };
    const std::string figures =
        counted(left_out.figures, "figure that an original has", "figures that originals have");
    const std::string copies =
        counted(left_out.copies, "copy of another article", "copies of other articles");
    std::string words;
    if (left_out.copies > 0) words = copies;
    if (left_out.figures > 0) words += (words.empty() ? "" : ", ") + figures;
    if (words.empty() || left_out.more == NotLookedAt::nothing) return words;
    return words + (left_out.more == NotLookedAt::older ? ", and older ones" : ", and those further down");
}

}  // namespace figbook
