#include "web/source_counts.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/utf8.hpp"
#include "web/figure_search.hpp"

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
    for (const std::uint32_t form : table.columns.sources) ++counts[form];
    return counts;
}

std::vector<std::uint8_t> verdicts_of(const FigureTable& table, const Findings* findings) {
    std::vector<std::uint8_t> verdicts(table.columns.size());
    if (findings == nullptr) return verdicts;
    for (const ShortArticle& article : table.articles) {
        const auto& found = findings->of_article(article.id);
        for (const Found* one : found)
            for (const std::int64_t ordinal : one->ordinals)
                if (const auto place = table.place_of(article, ordinal))
                    verdicts[*place] = code_of(worst_of(found, ordinal));
    }
    return verdicts;
}

}  // namespace

std::uint8_t code_of(std::optional<Verdict> verdict) {
    return verdict ? static_cast<std::uint8_t>(static_cast<std::uint8_t>(*verdict) + 1) : std::uint8_t{0};
}

Counts::Counts(std::shared_ptr<const FigureTable> the_table, const Findings* findings)
    : table(std::move(the_table)),
      verdicts(verdicts_of(*table, findings)),
      sources(count_sources(*table)),
      facets(facets_of_all(*table, verdicts)) {}

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
