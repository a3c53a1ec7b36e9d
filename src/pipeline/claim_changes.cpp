#include "pipeline/claim_changes.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace figbook {
namespace {

constexpr std::string_view claims_sql = R"(
    SELECT claim.start_byte, claim.end_byte, claim.text, claim.kind, claim.value, claim.high, claim.resolution,
        claim.unit, CASE claim.unit_assumed WHEN 1 THEN 'assumed' END, claim.per, claim.bound, claim.change, claim.role,
        claim.modality, claim.subject,
        CASE WHEN coalesce(claim.period_start, claim.period_end, claim.period_words) IS NOT NULL THEN
            coalesce(claim.period_start, '?') || '..' || coalesce(claim.period_end, '?')
            || coalesce(' ' || claim.period_words, '') END,
        CASE WHEN coalesce(claim.baseline_start, claim.baseline_end, claim.baseline_words) IS NOT NULL THEN
            coalesce(claim.baseline_start, '?') || '..' || coalesce(claim.baseline_end, '?')
            || coalesce(' ' || claim.baseline_words, '') END,
        source.name || coalesce(', ' || nullif(source.title, ''), '') || coalesce(', ' || nullif(source.organisation, ''), ''),
        claim.source_mode, claim.relation || ' "' || related.text || '"'
    FROM claim
    LEFT JOIN source ON source.source_id = claim.source_id
    LEFT JOIN claim AS related
        ON related.document_id = claim.document_id AND related.ordinal = claim.related_ordinal
    WHERE claim.document_id = :id AND claim.is_duration = 0
    ORDER BY claim.start_byte, claim.end_byte, claim.ordinal)";

constexpr std::size_t first_field = 2;  // of claims_sql

using Spans = std::pair<std::uint32_t, std::uint32_t>;
using Claims = std::vector<const ClaimFields*>;  // in the order of the text

Span span_of(const Value& start, const Value& end) {
    return {static_cast<std::uint32_t>(std::get<std::int64_t>(start)),
            static_cast<std::uint32_t>(std::get<std::int64_t>(end))};
}

class Comparison {
 public:
    std::vector<ClaimChange> between(const std::vector<ClaimFields>& before,
                                     const std::vector<ClaimFields>& after) {
        std::multimap<Spans, const ClaimFields*> places;
        for (const ClaimFields& claim : after) places.emplace(key(claim), &claim);
        Claims gone;
        for (const ClaimFields& claim : before) {
            const auto same = places.find(key(claim));
            if (same == places.end()) {
                gone.push_back(&claim);
                continue;
            }
            compare(claim, *same->second);
            places.erase(same);
        }
        Claims added;
        for (const auto& [span, claim] : places) added.push_back(claim);
        pair_overlapping(gone, added);
        return std::move(changes_);
    }

 private:
    static Spans key(const ClaimFields& claim) { return {claim.span.start, claim.span.end}; }

    void compare(const ClaimFields& before, const ClaimFields& after) {
        ClaimChange change{ClaimChange::What::changed, after.fields[0], {}};
        for (std::size_t field = 0; field < after.fields.size(); ++field)
            if (before.fields[field] != after.fields[field])
                change.fields.push_back({field, before.fields[field], after.fields[field]});
        if (!change.fields.empty()) changes_.push_back(std::move(change));
    }

    // Of those that stand at no place of the other side.
    void pair_overlapping(const Claims& gone, const Claims& added) {
        std::size_t next = 0;
        for (const ClaimFields* claim : gone) {
            while (next < added.size() && added[next]->span.end <= claim->span.start)
                only(ClaimChange::What::added, *added[next++]);
            if (next < added.size() && added[next]->span.overlaps(claim->span))
                compare(*claim, *added[next++]);
            else
                only(ClaimChange::What::gone, *claim);
        }
        for (; next < added.size(); ++next) only(ClaimChange::What::added, *added[next]);
    }

    void only(ClaimChange::What what, const ClaimFields& claim) {
        changes_.push_back({what, claim.fields[0], {}});
    }

    std::vector<ClaimChange> changes_;
};

}  // namespace

const std::vector<std::string>& claim_fields() {
    static const std::vector<std::string> names{
        "text",     "kind",   "value",       "high",    "resolution", "unit",    "currency assumed",
        "per",      "bound",  "change",      "role",    "modality",   "subject", "period",
        "baseline", "source", "source mode", "relation"};
    return names;
}

std::vector<ClaimFields> claims_in(const Database& database, std::int64_t document_id) {
    std::vector<ClaimFields> claims;
    for (const auto& row : database.query(claims_sql, {{":id", document_id}}).rows) {
        ClaimFields claim{span_of(row[0], row[1]), {}};
        for (std::size_t column = first_field; column < row.size(); ++column) {
            const auto* text = std::get_if<std::string>(&row[column]);
            claim.fields.push_back(text == nullptr ? "" : *text);
        }
        claims.push_back(std::move(claim));
    }
    return claims;
}

std::vector<ClaimChange> changes_between(const std::vector<ClaimFields>& before,
                                         const std::vector<ClaimFields>& after) {
    return Comparison().between(before, after);
}

}  // namespace figbook
