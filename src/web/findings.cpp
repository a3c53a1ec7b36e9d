#include "web/findings.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "store/cell.hpp"

namespace figbook::web {
namespace {

int weight(Verdict verdict) {
    return verdict == Verdict::off ? 2 : verdict == Verdict::consistent ? 1 : 0;
}

using Counts = std::map<std::string, std::int64_t>;

// The name with the highest count, of several the first one by its letters.
std::string most_given(const Counts& counts) {
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counts.end() ? "" : most->first;
}

// As `figbook report sources` counts, in one walk over the figures.
void count_figures(const Database& database, Findings& findings) {
    struct Said {
        std::int64_t figures = 0;
        Counts titles, organisations;
    };
    std::map<std::pair<std::string, std::string>, Said> said;
    const Table table = database.query(
        "SELECT source, source_kind, source_title, source_organisation, count(*) FROM figures GROUP BY 1, 2, "
        "3, 4");
    for (const auto& row : table.rows) {
        const std::int64_t figures = whole_of(row[4]);
        findings.figures += figures;
        if (text_of(row[0]).empty()) continue;
        Said& source = said[{text_of(row[0]), text_of(row[1])}];
        source.figures += figures;
        if (std::string title = text_of(row[2]); !title.empty()) source.titles[std::move(title)] += figures;
        if (std::string place = text_of(row[3]); !place.empty())
            source.organisations[std::move(place)] += figures;
    }
    for (const auto& [who, source] : said)
        findings.sources.push_back({who.first, who.second, most_given(source.titles),
                                    most_given(source.organisations), source.figures});
    std::stable_sort(findings.sources.begin(), findings.sources.end(),
                     [](const CountedSource& a, const CountedSource& b) { return a.figures > b.figures; });
}

}  // namespace

const CheckFindings& Findings::of(std::string_view check) const {
    for (const CheckFindings& findings : checks)
        if (findings.check->name == check) return findings;
    throw std::logic_error("no check " + std::string(check));
}

std::vector<std::pair<std::string_view, const Finding*>> Findings::of_article(std::int64_t article_id) const {
    std::vector<std::pair<std::string_view, const Finding*>> found;
    for (const CheckFindings& findings : checks)
        for (const Finding& finding : findings.list)
            if (finding.article_id == article_id) found.emplace_back(findings.check->name, &finding);
    return found;
}

std::vector<std::pair<std::string_view, const Finding*>> Findings::of_figure(std::int64_t article_id,
                                                                             std::int64_t ordinal) const {
    auto found = of_article(article_id);
    std::erase_if(found, [&](const auto& pair) {
        const auto ordinals = ordinals_of(*pair.second);
        return std::find(ordinals.begin(), ordinals.end(), ordinal) == ordinals.end();
    });
    return found;
}

Value detail(const Finding& finding, std::string_view name) {
    for (const auto& [key, value] : finding.details)
        if (key == name) return value;
    return {};
}

std::vector<std::int64_t> ordinals_of(const Finding& finding) {
    const Value claims = detail(finding, "claims");
    const auto* words = std::get_if<std::string>(&claims);
    std::vector<std::int64_t> ordinals;
    if (words == nullptr) return ordinals;
    const char* at = words->data();
    const char* const end = at + words->size();
    while (at < end) {
        std::int64_t ordinal = 0;
        const auto [next, error] = std::from_chars(at, end, ordinal);
        if (error == std::errc{}) ordinals.push_back(ordinal);
        at = error == std::errc{} ? next : at + 1;
    }
    return ordinals;
}

Findings make_findings(const Database& database) {
    Findings findings;
    count_figures(database, findings);
    findings.checks = run_checks(database, every_check(), {});
    for (const CheckFindings& check : findings.checks)
        for (const Finding& finding : check.list)
            for (const std::int64_t ordinal : ordinals_of(finding)) {
                const auto [place, is_new] =
                    findings.verdicts.try_emplace({finding.article_id, ordinal}, finding.verdict);
                if (!is_new && weight(finding.verdict) > weight(place->second))
                    place->second = finding.verdict;
            }
    return findings;
}

}  // namespace figbook::web
