#include "fuzz/extract_checks.hpp"

#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "base/utf8.hpp"
#include "claim/claim_json.hpp"

namespace figbook::fuzz {
namespace {

bool is_utf8(std::string_view text) {
    return !first_invalid_utf8(text).has_value();
}

void check_source(const Source& source) {
    require(!source.name.empty(), "a source has a name");
    require(
        is_utf8(source.name) && is_utf8(source.title) && is_utf8(source.organisation) && is_utf8(source.cue),
        "a source is UTF-8");
}

void check_period(const Period& period) {
    require(is_utf8(period.words), "a period's words are UTF-8");
    if (period.start && period.end) require(*period.start <= *period.end, "a period starts before it ends");
}

void check_claim(const Article& article, const std::vector<Claim>& claims, std::size_t number) {
    const Claim& claim = claims[number];
    require(claim.span.start < claim.span.end, "a claim has words");
    require(claim.span.end <= article.text.size(), "a claim stands inside the text");
    require(claim.text == claim.span.in(article.text), "a claim's words stand where it says");
    require(is_utf8(claim.text), "a claim does not cut a character in two");
    require(claim.sentence.end <= article.text.size(), "a sentence stands inside the text");
    require(claim.sentence.contains(claim.span), "a claim's sentence contains it");
    require(is_utf8(claim.sentence.in(article.text)), "a sentence does not cut a character in two");
    require(is_utf8(claim.unit) && is_utf8(claim.per) && is_utf8(claim.subject),
            "unit and subject are UTF-8");
    require(!claim.rule.empty(), "a claim names its rule");
    if (claim.source) check_source(*claim.source);
    if (claim.period) check_period(*claim.period);
    if (claim.baseline) check_period(*claim.baseline);
    if (claim.relation)
        require(claim.relation->claim < claims.size() && claim.relation->claim != number,
                "a relation points at another claim");
}

void check_json(const Article& article, const std::vector<Claim>& claims) {
    std::string line;
    append_json(line, article, claims);
    require(line.find('\n') == std::string::npos, "the JSON of an article is one line");
    const auto parsed = nlohmann::json::parse(line, nullptr, false);
    require(parsed.is_object() && parsed["claims"].size() == claims.size(), "the JSON of an article parses");
}

}  // namespace

void require(bool holds, std::string_view what) {
    if (holds) return;
    std::fprintf(stderr, "not so: %.*s\n", static_cast<int>(what.size()), what.data());
    std::abort();
}

void check_claims(const Article& article, const std::vector<Claim>& claims) {
    for (std::size_t i = 0; i < claims.size(); ++i) {
        check_claim(article, claims, i);
        if (i == 0) continue;
        const Span before = claims[i - 1].span, here = claims[i].span;
        require(before.start <= here.start, "claims are in the order of the text");
        require(!before.overlaps(here) || before.contains(here),
                "claims overlap only where one holds the other");
    }
    check_json(article, claims);
}

}  // namespace figbook::fuzz
