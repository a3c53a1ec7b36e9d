#include "web/source_counts.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/utf8.hpp"

namespace figbook::web {
namespace {

using Numbers = std::map<std::string_view, std::int64_t>;

// The name with the highest count, of several the first one by its letters.
std::string_view most_given(const Numbers& numbers) {
    const auto most = std::max_element(numbers.begin(), numbers.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == numbers.end() ? std::string_view() : most->first;
}

std::string words_of(const CountedSource& source) {
    std::string words(source.name);
    for (const std::string_view more : {source.title, source.organisation}) words.append(" ").append(more);
    return lower(words);
}

// How many figures each form has.
std::vector<std::int64_t> count_forms(const FigureTable& table) {
    std::vector<std::int64_t> counts(table.sources.size());
    for (const auto& article : table.articles)
        for (const ShortFigure& figure : article->figures) ++counts[figure.source];
    return counts;
}

}  // namespace

void sort_by_figures(SourceList& list) {
    for (const CountedSource& source : list.by_name) list.by_figures.push_back(&source);
    std::stable_sort(list.by_figures.begin(), list.by_figures.end(),
                     [](const CountedSource* a, const CountedSource* b) { return a->figures > b->figures; });
}

SourceList count_sources(const FigureTable& table) {
    const std::vector<std::int64_t> counts = count_forms(table);
    std::vector<std::size_t> forms;
    for (std::size_t form = 1; form < counts.size(); ++form)
        if (counts[form] > 0) forms.push_back(form);
    const auto who = [&](std::size_t form) {
        const SourceForm& source = table.sources[form];
        return std::pair<std::string_view, std::string_view>(table.name(source.name),
                                                             table.name(source.kind));
    };
    std::sort(forms.begin(), forms.end(), [&](std::size_t a, std::size_t b) { return who(a) < who(b); });
    SourceList list;
    for (std::size_t at = 0; at < forms.size();) {
        CountedSource source{who(forms[at]).first, who(forms[at]).second, {}, {}, 0};
        Numbers titles, organisations;
        for (; at < forms.size() && who(forms[at]) == std::pair(source.name, source.kind); ++at) {
            const SourceForm& form = table.sources[forms[at]];
            source.figures += counts[forms[at]];
            if (form.title != 0) titles[table.name(form.title)] += counts[forms[at]];
            if (form.organisation != 0) organisations[table.name(form.organisation)] += counts[forms[at]];
        }
        source.title = most_given(titles);
        source.organisation = most_given(organisations);
        source.words = words_of(source);
        list.by_name.push_back(std::move(source));
    }
    list.by_name.shrink_to_fit();
    sort_by_figures(list);
    return list;
}

}  // namespace figbook::web
