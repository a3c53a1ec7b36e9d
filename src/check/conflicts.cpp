#include "check/conflicts.hpp"

#include <fmt/format.h>
#include <utility>

#include "store/stored_claims.hpp"

namespace figbook {
namespace {

bool is_between(const std::optional<Date>& day, const PublishedBetween& when) {
    if (!when.from && !when.to) return true;
    return day && (!when.from || *when.from <= *day) && (!when.to || *day <= *when.to);
}

std::string day_text(const ToldClaim& told) {
    return told.published ? iso(*told.published) : "no date";
}

}  // namespace

void for_each_conflict(const Database& database, const PublishedBetween& when,
                       const std::function<void(const Conflict&)>& visit) {
    const Table facts = database.query(
        "SELECT fact_id FROM fact WHERE conflicts > 0 ORDER BY last_day IS NULL, last_day DESC, fact_id");
    for (const auto& row : facts.rows) {
        const Fact fact = read_fact(database, whole_of(row[0]));
        for (const Told& told : fact.told)
            if (told.earlier && told.to_earlier.standing == Standing::conflict &&
                is_between(told.claim.published, when))
                visit({fact, fact.told[*told.earlier].claim, told.claim, told.to_earlier.reason});
    }
}

std::string told_by(const ToldClaim& told) {
    const std::string who = told.claim.source          ? told.claim.source->name
                            : told.publication.empty() ? std::string("the article")
                                                       : told.publication;
    return fmt::format("{} ({}, {})", told.claim.text, who, day_text(told));
}

Finding finding_of(const Conflict& conflict, std::string explanation) {
    const ToldClaim& later = conflict.later;
    Finding finding{Verdict::off,
                    conflict.earlier.claim.text + "; " + later.claim.text,
                    std::move(explanation),
                    later.article_id,
                    later.published ? iso(*later.published) : "",
                    later.publication,
                    later.headline,
                    later.url,
                    {},
                    {}};
    finding.lines = {{"sentence", later.sentence}, {"and", conflict.earlier.sentence}};
    finding.details = {{"sentence", later.sentence},
                       {"claims", std::to_string(later.ordinal)},
                       {"start", std::int64_t{later.claim.span.start}},
                       {"end", std::int64_t{later.claim.span.end}},
                       {"fact", fact_name(conflict.fact.row.fact_id)},
                       {"other_article_id", conflict.earlier.article_id},
                       {"other_claim", static_cast<std::int64_t>(conflict.earlier.ordinal)},
                       {"other_sentence", conflict.earlier.sentence}};
    return finding;
}

}  // namespace figbook
