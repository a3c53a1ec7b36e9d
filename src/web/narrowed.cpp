#include "web/narrowed.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace figbook::web {
namespace {

struct Label {
    std::string_view field;
    std::string_view words;
};
constexpr std::array<Label, 6> labels{{{"q", "words"},
                                       {"period", "year"},
                                       {"review", "reviewed"},
                                       {"in", "amounts in"},
                                       {"limit", "rows at most"},
                                       {"conflicts", "in conflict"}}};
constexpr std::array<std::string_view, 5> places{"page", "part", "figure", "sort", "article"};

}  // namespace

std::string_view filter_label(std::string_view field) {
    const auto found =
        std::find_if(labels.begin(), labels.end(), [&](const Label& label) { return label.field == field; });
    return found == labels.end() ? field : found->words;
}

std::string narrowed_words(const Query& query) {
    std::string words;
    for (const auto& [field, value] : query.fields()) {
        if (value.empty() || std::find(places.begin(), places.end(), field) != places.end()) continue;
        if (!words.empty()) words += "; ";
        words += value == "1" && field != "limit" && field != "q"
                     ? std::string(filter_label(field))
                     : fmt::format("{}: {}", filter_label(field), value);
    }
    return words;
}

}  // namespace figbook::web
