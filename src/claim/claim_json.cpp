#include "claim/claim_json.hpp"

#include "base/json_text.hpp"

namespace figbook {
namespace {

void append(JsonObject& claim, const JsonName& name, const std::optional<Period>& period) {
    if (!period) return claim.null(name);
    JsonObject object(claim.key(name));
    object.date_or_null("start", period->start);
    object.date_or_null("end", period->end);
    object.text("words", period->words);
    if (period->inferred) object.boolean("inferred", true);
    object.close();
}

void append(JsonObject& claim, const JsonName& name, const std::optional<Source>& source) {
    if (!source) return claim.null(name);
    JsonObject object(claim.key(name));
    object.text("name", source->name);
    object.text_or_null("title", source->title);
    object.text_or_null("organisation", source->organisation);
    object.text("kind", name_of(source->kind));
    object.text("mode", name_of(source->mode));
    object.text_or_null("cue", source->cue);
    object.close();
}

void append(JsonObject& claim, const JsonName& name, const std::optional<Relation>& relation) {
    if (!relation) return claim.null(name);
    JsonObject object(claim.key(name));
    object.text("kind", name_of(relation->kind));
    object.number("claim", relation->claim);
    object.close();
}

void append(JsonObject& claim, const JsonName& name, Span span) {
    JsonObject object(claim.key(name));
    object.number("start", span.start);
    object.number("end", span.end);
    object.close();
}

}  // namespace

void append_json(std::string& out, const Claim& claim) {
    JsonObject object(out);
    object.text("text", claim.text);
    object.number("start", claim.span.start);
    object.number("end", claim.span.end);
    object.text("kind", name_of(claim.kind));
    object.text("value", claim.value.to_string());
    object.text_or_null("high", claim.high ? claim.high->to_string() : "");
    object.text_or_null("unit", claim.unit);
    object.boolean("unit_assumed", claim.unit_assumed);
    object.text_or_null("per", claim.per);
    object.text("bound", name_of(claim.bound));
    object.text("change", name_of(claim.change));
    object.text("role", name_of(claim.role));
    object.text("modality", name_of(claim.modality));
    object.text_or_null("subject", claim.subject);
    append(object, "period", claim.period);
    append(object, "baseline", claim.baseline);
    append(object, "source", claim.source);
    append(object, "relation", claim.relation);
    append(object, "sentence", claim.sentence);
    object.text("rule", claim.rule);
    object.close();
}

void append_json(std::string& out, const Article& article, const std::vector<Claim>& claims) {
    JsonObject object(out);
    object.text("id", article.id);
    object.date_or_null("published", article.published);
    object.key("claims") += '[';
    for (std::size_t i = 0; i < claims.size(); ++i) {
        if (i > 0) out += ", ";
        append_json(out, claims[i]);
    }
    out += ']';
    object.close();
}

}  // namespace figbook
