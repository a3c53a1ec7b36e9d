#include "web/source_counts.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "store/cell.hpp"
#include "web/json.hpp"

namespace figbook::web {
namespace {

using Counts = std::map<std::string, std::int64_t>;

// The name with the highest count, of several the first one by its letters.
std::string most_given(const Counts& counts) {
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counts.end() ? "" : most->first;
}

}  // namespace

SourceCounts::Form* SourceCounts::form(const std::vector<Value>& row) {
    const std::string name = text_of(row[1]), title = text_of(row[3]), organisation = text_of(row[4]);
    if (name.empty()) return &unnamed_;
    Form& form = sources_[{name, text_of(row[2])}][{title, organisation}];
    form.title = title;
    form.organisation = organisation;
    return &form;
}

void SourceCounts::count(const Database& database, const std::vector<std::int64_t>& articles) {
    for (const std::int64_t article : articles) forget(article);
    database.for_each_row(
        "SELECT article_id, source, source_kind, source_title, source_organisation, count(*) FROM figures"
        " WHERE article_id IN (SELECT value FROM json_each(:articles)) GROUP BY 1, 2, 3, 4, 5",
        {{":articles", json_array(articles)}}, [&](const std::vector<Value>& row) {
            const std::int64_t number = whole_of(row[5]);
            Form* const counted = form(row);
            counted->figures += number;
            figures_ += number;
            of_article_[whole_of(row[0])].emplace_back(counted, number);
        });
}

void SourceCounts::forget(std::int64_t article_id) {
    const auto known = of_article_.find(article_id);
    if (known == of_article_.end()) return;
    for (const auto& [form, number] : known->second) {
        form->figures -= number;
        figures_ -= number;
    }
    of_article_.erase(known);
}

std::shared_ptr<const SourceList> SourceCounts::list() const {
    auto list = std::make_shared<SourceList>();
    for (const auto& [who, forms] : sources_) {
        CountedSource source{who.first, who.second, "", "", 0};
        Counts titles, organisations;
        for (const auto& [key, form] : forms) {
            source.figures += form.figures;
            if (form.figures > 0 && !form.title.empty()) titles[form.title] += form.figures;
            if (form.figures > 0 && !form.organisation.empty())
                organisations[form.organisation] += form.figures;
        }
        if (source.figures == 0) continue;
        source.title = most_given(titles);
        source.organisation = most_given(organisations);
        source.words = lower(source.name + " " + source.title + " " + source.organisation);
        list->by_name.push_back(std::move(source));
    }
    for (const CountedSource& source : list->by_name) list->by_figures.push_back(&source);
    std::stable_sort(list->by_figures.begin(), list->by_figures.end(),
                     [](const CountedSource* a, const CountedSource* b) { return a->figures > b->figures; });
    return list;
}

}  // namespace figbook::web
