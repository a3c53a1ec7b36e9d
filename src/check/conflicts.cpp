#include "check/conflicts.hpp"

#include <cstdint>
#include <fmt/format.h>
#include <optional>
#include <set>
#include <utility>

#include "check/amount_words.hpp"
#include "store/stored_claims.hpp"

namespace figbook {
namespace {

bool is_between(const std::optional<Date>& day, const PublishedBetween& when) {
    if (!when.from && !when.to) return true;
    return day && (!when.from || *when.from <= *day) && (!when.to || *day <= *when.to);
}

// The articles that are asked for; none where all are.
std::optional<std::set<std::int64_t>> chosen_articles(const Database& database,
                                                      const PublishedBetween& when) {
    if (!when.articles) return std::nullopt;
    std::set<std::int64_t> chosen;
    for (const auto& row :
         database.query("SELECT value FROM json_each(:articles)", {{":articles", *when.articles}}).rows)
        chosen.insert(whole_of(row[0]));
    return chosen;
}

// Those that are told by an article that is asked for. The + has the few figures of a fact looked at, not each article
// looked up among them.
Table facts_in_conflict(const Database& database, const PublishedBetween& when) {
    const std::string_view only = when.articles
                                      ? " AND EXISTS (SELECT 1 FROM claim_by_fact AS claim WHERE "
                                        "claim.fact_id = fact.fact_id"
                                        " AND +claim.document_id IN (SELECT value FROM json_each(:articles)))"
                                      : "";
    return database.query(fmt::format("SELECT fact_id FROM fact WHERE conflicts > 0{}"
                                      " ORDER BY last_day IS NULL, last_day DESC, fact_id",
                                      only),
                          {{":articles", when.articles.value_or("[]")}});
}

std::string day_text(const ToldClaim& told) {
    return told.published ? iso(*told.published) : "no date";
}

// The figure first, then those before it that it is in conflict with, of which the one that it is set against is the
// first.
std::vector<const ToldClaim*> ends_of(const Fact& fact, const Told& later) {
    std::vector<const ToldClaim*> ends{&later.claim, &fact.told[*later.earlier].claim};
    for (const std::size_t place : later.conflicts)
        if (place != *later.earlier) ends.push_back(&fact.told[place].claim);
    return ends;
}

// The end of a conflict that is to be shown: the later one, or an earlier one where only its article is asked for.
const ToldClaim* shown_end(const std::vector<const ToldClaim*>& ends, const PublishedBetween& when,
                           const std::optional<std::set<std::int64_t>>& chosen) {
    if (!chosen) return is_between(ends.front()->published, when) ? ends.front() : nullptr;
    for (const ToldClaim* told : ends)
        if (chosen->contains(told->article_id) && is_between(told->published, when)) return told;
    return nullptr;
}

void visit_conflicts(const Fact& fact, const PublishedBetween& when,
                     const std::optional<std::set<std::int64_t>>& chosen,
                     const std::function<void(const Conflict&)>& visit) {
    for (const Told& told : fact.told) {
        if (!told.earlier || told.to_earlier.standing != Standing::conflict) continue;
        std::vector<const ToldClaim*> ends = ends_of(fact, told);
        const ToldClaim* shown = shown_end(ends, when, chosen);
        if (shown == nullptr) continue;
        std::erase(ends, shown);
        visit({fact, *ends.front(), *shown, told.to_earlier.reason, ends});
    }
}

}  // namespace

void for_each_conflict(const Database& database, const PublishedBetween& when,
                       const std::function<void(const Conflict&)>& visit) {
    const auto chosen = chosen_articles(database, when);
    for (const auto& row : facts_in_conflict(database, when).rows)
        visit_conflicts(read_figures_of_fact(database, whole_of(row[0])), when, chosen, visit);
}

void for_each_conflict_of(const Database& database, std::int64_t fact_id,
                          const std::function<void(const Conflict&)>& visit) {
    visit_conflicts(read_figures_of_fact(database, fact_id), {}, std::nullopt, visit);
}

std::string told_by(const ToldClaim& told) {
    const std::string who = told.claim.source          ? told.claim.source->name
                            : told.publication.empty() ? std::string("the article")
                                                       : told.publication;
    return fmt::format("{} ({}, {})", told.claim.text, who, day_text(told));
}

namespace {

std::string corrections(const Conflict& conflict) {
    std::string words;
    for (const ToldClaim* told : {&conflict.other, &conflict.shown})
        if (told->is_corrected) words += correction_words(told->claim);
    return words;
}

}  // namespace

Finding finding_of(const Conflict& conflict, std::string explanation) {
    const ToldClaim& shown = conflict.shown;
    Finding finding{Verdict::off,
                    conflict.other.claim.text + "; " + shown.claim.text,
                    std::move(explanation) + corrections(conflict),
                    shown.article_id,
                    shown.published ? iso(*shown.published) : "",
                    shown.publication,
                    shown.headline,
                    shown.url,
                    {},
                    {}};
    finding.lines = {{"sentence", shown.sentence}, {"and", conflict.other.sentence}};
    finding.details = {{"sentence", shown.sentence},
                       {"claims", std::to_string(shown.ordinal)},
                       {"start", std::int64_t{shown.claim.span.start}},
                       {"end", std::int64_t{shown.claim.span.end}},
                       {"fact", fact_name(conflict.fact.row.fact_id)},
                       {"other_article_id", conflict.other.article_id},
                       {"other_claim", static_cast<std::int64_t>(conflict.other.ordinal)},
                       {"other_sentence", conflict.other.sentence}};
    for (const ToldClaim* other : conflict.others)
        finding.others.push_back({other->article_id, static_cast<std::int64_t>(other->ordinal)});
    return finding;
}

}  // namespace figbook
