#include "claim/claim_json.hpp"

#include <fmt/format.h>
#include <iterator>

#include "base/json_text.hpp"

namespace figbook {
namespace {

// Writes the members of one object: {"a": 1, "b": null}.
class Object {
 public:
    explicit Object(std::string& out) : out_(out) { out_ += '{'; }
    void close() { out_ += '}'; }

    void text(std::string_view name, std::string_view value) { append_json_string(key(name), value); }
    // "" means unknown.
    void text_or_null(std::string_view name, std::string_view value) {
        if (value.empty()) return null(name);
        text(name, value);
    }
    void number(std::string_view name, std::size_t value) {
        fmt::format_to(std::back_inserter(key(name)), "{}", value);
    }
    void boolean(std::string_view name, bool value) { key(name) += value ? "true" : "false"; }
    void null(std::string_view name) { key(name) += "null"; }
    void date_or_null(std::string_view name, const std::optional<Date>& day) {
        if (!day) return null(name);
        text(name, iso(*day));
    }
    // Writes the name; its value is to be appended to what it returns.
    std::string& key(std::string_view name) {
        if (!first_) out_ += ", ";
        first_ = false;
        out_ += '"';  // the names are our own, none needs an escape
        out_ += name;
        return out_ += "\": ";
    }

 private:
    std::string& out_;
    bool first_ = true;
};

void append(Object& claim, std::string_view name, const std::optional<Period>& period) {
    if (!period) return claim.null(name);
    Object object(claim.key(name));
    object.date_or_null("start", period->start);
    object.date_or_null("end", period->end);
    object.text("words", period->words);
    object.close();
}

void append(Object& claim, std::string_view name, const std::optional<Source>& source) {
    if (!source) return claim.null(name);
    Object object(claim.key(name));
    object.text("name", source->name);
    object.text_or_null("title", source->title);
    object.text_or_null("organisation", source->organisation);
    object.text("kind", name_of(source->kind));
    object.text("mode", name_of(source->mode));
    object.text_or_null("cue", source->cue);
    object.close();
}

void append(Object& claim, std::string_view name, const std::optional<Relation>& relation) {
    if (!relation) return claim.null(name);
    Object object(claim.key(name));
    object.text("kind", name_of(relation->kind));
    object.number("claim", relation->claim);
    object.close();
}

void append(Object& claim, std::string_view name, Span span) {
    Object object(claim.key(name));
    object.number("start", span.start);
    object.number("end", span.end);
    object.close();
}

}  // namespace

void append_json(std::string& out, const Claim& claim) {
    Object object(out);
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
    Object object(out);
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
