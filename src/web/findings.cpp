#include "web/findings.hpp"

#include <algorithm>
#include <charconv>
#include <set>
#include <stdexcept>
#include <string>
#include <tuple>
#include <utility>

namespace figbook::web {
namespace {

int weight(Verdict verdict) {
    return verdict == Verdict::off ? 2 : verdict == Verdict::consistent ? 1 : 0;
}

std::size_t place_of(const Check* check) {
    return static_cast<std::size_t>(check - all_checks().data());
}

const Check* check_named(std::string_view name) {
    const Check* check = find_check(name);
    if (check == nullptr) throw std::logic_error("no check " + std::string(name));
    return check;
}

bool has(const Found& found, std::int64_t ordinal) {
    return std::find(found.ordinals.begin(), found.ordinals.end(), ordinal) != found.ordinals.end();
}

}  // namespace

std::optional<Verdict> worst_of(const std::vector<const Found*>& list, std::int64_t ordinal) {
    std::optional<Verdict> verdict;
    for (const Found* found : list)
        if (has(*found, ordinal) && (!verdict || weight(found->finding.verdict) > weight(*verdict)))
            verdict = found->finding.verdict;
    return verdict;
}

std::string_view verdict_words(const Check& check, Verdict verdict) {
    return verdict == Verdict::off && check.of_conflict != nullptr ? "in conflict" : name_of(verdict);
}

std::string_view verdict_words(const std::vector<const Found*>& found, Verdict verdict) {
    const auto is_so = [&](const Found* one) {
        return one->finding.verdict == verdict && verdict_words(*one->check, verdict) == name_of(verdict);
    };
    const bool is_own = found.empty() || std::any_of(found.begin(), found.end(), is_so);
    return is_own ? name_of(verdict) : "in conflict";
}

FoundList found_list(const std::vector<CheckFindings>& found) {
    auto list = std::make_shared<std::vector<Found>>();
    for (const CheckFindings& findings : found)
        for (const Finding& finding : findings.list)
            list->push_back({findings.check, finding, ordinals_of(finding)});
    return list;
}

Findings::Findings(std::vector<FoundList> found) : found_(std::move(found)), of_check_(all_checks().size()) {
    for (const FoundList& list : found_)
        for (const Found& one : *list) {
            of_check_[place_of(one.check)].push_back(&one.finding);
            of_article_[one.finding.article_id].push_back(&one);
        }
    add_to_others();
    sort_by_verdict();
}

const std::vector<const Finding*>& Findings::of(std::string_view check) const {
    return of_check_[place_of(check_named(check))];
}

std::size_t Findings::count(std::string_view check, Verdict verdict) const {
    const auto& list = of(check);
    return static_cast<std::size_t>(std::count_if(
        list.begin(), list.end(), [&](const Finding* finding) { return finding->verdict == verdict; }));
}

const std::vector<const Found*>& Findings::of_article(std::int64_t article_id) const {
    static const std::vector<const Found*> none;
    const auto found = of_article_.find(article_id);
    return found == of_article_.end() ? none : found->second;
}

std::vector<const Found*> Findings::of_figure(std::int64_t article_id, std::int64_t ordinal) const {
    std::vector<const Found*> list = of_article(article_id);
    std::erase_if(list, [&](const Found* found) { return !has(*found, ordinal); });
    return list;
}

std::optional<Verdict> Findings::verdict_of(std::int64_t article_id, std::int64_t ordinal) const {
    return worst_of(of_article(article_id), ordinal);
}

const std::vector<Findings::Figure>& Findings::figures_of(Verdict verdict) const {
    static const std::vector<Figure> none;
    const auto found = of_verdict_.find(verdict);
    return found == of_verdict_.end() ? none : found->second;
}

void Findings::add_to_others() {
    std::set<std::tuple<std::int64_t, std::int64_t, std::string>> seen;
    for (const FoundList& list : found_)
        for (const Found& one : *list)
            for (const OtherFigure& other : one.finding.others) {
                // Of many that contradict it, one says so.
                if (!seen.emplace(other.article_id, other.ordinal, one.check->name).second) continue;
                if (has_own(other, *one.check)) continue;
                Found& copy = of_others_.emplace_back(one);
                copy.finding.article_id = other.article_id;
                copy.ordinals = {other.ordinal};
                of_article_[other.article_id].push_back(&copy);
            }
}

bool Findings::has_own(const OtherFigure& figure, const Check& check) const {
    const auto& list = of_article(figure.article_id);
    return std::any_of(list.begin(), list.end(), [&](const Found* found) {
        return found->check == &check && has(*found, figure.ordinal);
    });
}

void Findings::sort_by_verdict() {
    std::set<std::pair<std::int64_t, std::int64_t>> seen;
    const auto sort_in = [&](const Found& found) {
        for (const std::int64_t ordinal : found.ordinals) {
            const std::int64_t article = found.finding.article_id;
            if (!seen.emplace(article, ordinal).second) continue;
            of_verdict_[*verdict_of(article, ordinal)].push_back({article, ordinal});
        }
    };
    for (const FoundList& list : found_)
        for (const Found& found : *list) sort_in(found);
    for (const Found& found : of_others_) sort_in(found);
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

}  // namespace figbook::web
