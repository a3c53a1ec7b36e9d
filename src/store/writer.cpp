#include "store/writer.hpp"

#include <stdexcept>
#include <string>
#include <utility>

#include "base/problem.hpp"
#include "store/canonical_url.hpp"
#include "store/document_id.hpp"

namespace figbook {
namespace {

std::string text_of(const SQLite::Column& column) {
    return column.isNull() ? "" : column.getString();
}

std::string text_of(std::optional<Date> day) {
    return day ? iso(*day) : "";
}

void check_claim(const Claim& claim, const Article& article, std::size_t claims) {
    const auto inside = [&](Span span) { return span.start <= span.end && span.end <= article.text.size(); };
    if (!inside(claim.span) || !inside(claim.sentence))
        throw std::invalid_argument("claim \"" + claim.text + "\" lies outside of its article's text");
    if (claim.relation && claim.relation->claim >= claims)
        throw std::invalid_argument("claim \"" + claim.text + "\" is related to a claim that is not there");
}

// What is known newly replaces what was stored; what is not known now is kept. True where anything changed.
bool learn(std::string& known, const std::string& stored) {
    if (known.empty()) known = stored;
    return known != stored;
}

void bind_period(Binder& binder, const std::optional<Period>& period) {
    if (!period) {
        binder.null().null().null().flag(false);
        return;
    }
    binder.text_or_null(text_of(period->start)).text_or_null(text_of(period->end));
    binder.kept(period->words).flag(period->inferred);
}

}  // namespace

// The row of the same text at the same address, as far as a put may change it.
struct Writer::Stored {
    Article article;  // published, modified, headline, byline, publication, language
    std::string extractor_version;
};

PutResult Writer::put(const Article& article, const std::vector<Claim>& claims, std::string_view extracted_by,
                      std::optional<Story> story) {
    for (const Claim& claim : claims) check_claim(claim, article, claims.size());
    const std::int64_t id = document_id(article);
    if (const std::optional<Stored> stored = find(id, article))
        return refresh(id, *stored, article, claims, extracted_by);
    return add(id, article, claims, extracted_by, std::move(story));
}

std::optional<Writer::Stored> Writer::find(std::int64_t id, const Article& article) {
    auto& row = statements_.ready(
        "SELECT published, headline, byline, publication.name, language, extractor_version, modified, "
        "text = ?2 AND coalesce(url, '') = ?3 "
        "FROM article LEFT JOIN publication USING (publication_id) WHERE document_id = ?1");
    Binder(row).integer(id).kept(article.text).text(canonical_url(article.url));
    if (!row.executeStep()) return std::nullopt;
    if (row.getColumn(7).getInt() != 1)
        throw std::runtime_error("two different articles have the same document_id " + std::to_string(id));
    Stored stored;
    if (!row.isColumnNull(0)) stored.article.published = *parse_date(row.getColumn(0).getString());
    stored.article.headline = text_of(row.getColumn(1));
    stored.article.byline = text_of(row.getColumn(2));
    stored.article.publication = text_of(row.getColumn(3));
    stored.article.language = text_of(row.getColumn(4));
    stored.extractor_version = text_of(row.getColumn(5));
    if (!row.isColumnNull(6)) stored.article.modified = *parse_date(row.getColumn(6).getString());
    return stored;
}

PutResult Writer::add(std::int64_t id, const Article& article, const std::vector<Claim>& claims,
                      std::string_view extracted_by, std::optional<Story> story) {
    const std::string url = canonical_url(article.url);
    std::int64_t version = 1;
    bool is_current = true;
    if (!url.empty()) {
        auto& last = statements_.ready("SELECT coalesce(max(version), 0) FROM article WHERE url = ?");
        Binder(last).text(url);
        last.executeStep();
        version = last.getColumn(0).getInt64() + 1;
        is_current = version == 1 || !outdated(url, article);
        if (is_current && version > 1) retire(url);
    }
    insert_article(id, article, url, version, is_current, extracted_by);
    insert_claims(id, claims);
    if (is_current) look_for_copies(id, article, std::move(story));
    search_.add(id);
    return version == 1 ? PutResult::added : PutResult::new_version;
}

void Writer::look_for_copies(std::int64_t id, const Article& article, std::optional<Story> story) {
    Story read = story ? std::move(*story) : read_story(article.text);
    if (!copies_beside_ || are_copies_here_) return copies_.add(id, std::move(read));
    copies_beside_->add(id, text_of(article.published), std::move(read));
}

// What other articles are copies of is changed by the transaction, and the thread does not see that.
Copies& Writer::copies_here() {
    if (copies_beside_) copies_beside_->finish();
    are_copies_here_ = true;
    return copies_;
}

// The text is known. A date or the like that was not known, or differs, is taken over; what is missing now is
// kept. Claims are written anew where the date changed, since periods hang on it, or where another extractor
// found them; never those of an undated article over those of a dated one.
PutResult Writer::refresh(std::int64_t id, const Stored& stored, const Article& article,
                          const std::vector<Claim>& claims, std::string_view extracted_by) {
    Article known = article;
    const bool has_new_date = article.published && article.published != stored.article.published;
    const bool lost_date = !article.published && stored.article.published;
    if (lost_date) known.published = stored.article.published;
    bool changed = has_new_date;
    changed |= learn(known.headline, stored.article.headline);
    changed |= learn(known.byline, stored.article.byline);
    changed |= learn(known.publication, stored.article.publication);
    changed |= learn(known.language, stored.article.language);
    if (!known.modified) known.modified = stored.article.modified;
    changed |= known.modified != stored.article.modified;
    const bool other_extractor = !extracted_by.empty() && extracted_by != stored.extractor_version;
    const bool new_claims = !lost_date && (has_new_date || other_extractor);
    if (!changed && !new_claims) return PutResult::already_there;

    // The date decides which of two copies is the original.
    const bool moves = has_new_date && is_current(id);
    if (moves) copies_here().remove(id);
    search_.settle(id);
    update_article(id, known, new_claims && !extracted_by.empty() ? extracted_by : stored.extractor_version);
    if (moves) copies_here().add(id);
    if (new_claims) replace_claims(id, claims);
    // A text that is back at its address under a later date is the current one again.
    const std::string url = canonical_url(article.url);
    if (has_new_date && !url.empty() && !outdated(url, known)) make_current(id, url);
    return PutResult::updated;
}

void Writer::insert_article(std::int64_t id, const Article& article, std::string_view url,
                            std::int64_t version, bool is_current, std::string_view extracted_by) {
    const auto publication = publication_id(article.publication);
    auto& insert = statements_.ready(
        "INSERT INTO article (document_id, url, version, is_current, published, modified, publication_id, "
        "headline, byline, language, origin, loaded_at, extractor_version, text) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), ?, ?)");
    Binder(insert)
        .integer(id)
        .text_or_null(url)
        .integer(version)
        .flag(is_current)
        .text_or_null(text_of(article.published))
        .text_or_null(text_of(article.modified))
        .integer_or_null(publication)
        .kept_or_null(article.headline)
        .kept_or_null(article.byline)
        .kept_or_null(article.language)
        .kept_or_null(article.origin)
        .text_or_null(extracted_by)
        .kept(article.text);
    insert.exec();
}

void Writer::update_article(std::int64_t id, const Article& known, std::string_view extracted_by) {
    const auto publication = publication_id(known.publication);
    auto& update = statements_.ready(
        "UPDATE article SET published = ?, modified = ?, publication_id = ?, headline = ?, byline = ?, "
        "language = ?, "
        "extractor_version = ?, loaded_at = strftime('%Y-%m-%dT%H:%M:%SZ', 'now') WHERE document_id = ?");
    Binder(update)
        .text_or_null(text_of(known.published))
        .text_or_null(text_of(known.modified))
        .integer_or_null(publication)
        .text_or_null(known.headline)
        .text_or_null(known.byline)
        .text_or_null(known.language)
        .text_or_null(extracted_by)
        .integer(id);
    update.exec();
}

// Whether the address has a current version of a later day; of two of one day, one that was changed later.
bool Writer::outdated(std::string_view url, const Article& article) {
    auto& later = statements_.ready(
        "SELECT 1 FROM article WHERE url = ?1 AND is_current = 1 "
        "AND (published > ?2 OR (published IS ?2 AND modified > ?3))");
    Binder(later).text(url).text_or_null(text_of(article.published)).text_or_null(text_of(article.modified));
    return later.executeStep();
}

bool Writer::is_current(std::int64_t id) {
    auto& row = statements_.ready("SELECT 1 FROM article WHERE document_id = ? AND is_current = 1");
    Binder(row).integer(id);
    return row.executeStep();
}

void Writer::set_current(std::int64_t id, bool current) {
    auto& update = statements_.ready("UPDATE article SET is_current = ? WHERE document_id = ?");
    Binder(update).flag(current).integer(id);
    update.exec();
}

// An older version is no copy of anything, and nothing is a copy of it.
void Writer::retire(std::string_view url) {
    auto& row = statements_.ready("SELECT document_id FROM article WHERE url = ? AND is_current = 1");
    Binder(row).text(url);
    if (!row.executeStep()) return;
    const std::int64_t id = row.getColumn(0).getInt64();
    copies_here().remove(id);
    set_current(id, false);
}

void Writer::make_current(std::int64_t id, std::string_view url) {
    if (is_current(id)) return;
    retire(url);
    set_current(id, true);
    copies_here().add(id);
}

bool Writer::remove(std::int64_t id) {
    auto& row = statements_.ready("SELECT coalesce(url, ''), is_current FROM article WHERE document_id = ?");
    Binder(row).integer(id);
    if (!row.executeStep()) return false;
    const std::string url = row.getColumn(0).getString();
    const bool was_current = row.getColumn(1).getInt() == 1;
    if (was_current) copies_here().remove(id);
    search_.settle(id);
    lookups_.distrust();
    auto& erase = statements_.ready("DELETE FROM article WHERE document_id = ?");
    Binder(erase).integer(id);
    erase.exec();
    if (!was_current || url.empty()) return true;
    auto& newest = statements_.ready(
        "SELECT document_id FROM article WHERE url = ? ORDER BY published DESC, version DESC LIMIT 1");
    Binder(newest).text(url);
    if (newest.executeStep()) make_current(newest.getColumn(0).getInt64(), url);
    return true;
}

void Writer::replace_claims(std::int64_t id, const std::vector<Claim>& claims) {
    facts_.leave(id);
    lookups_.distrust();
    search_.take_out_claims(id);
    auto& remove = statements_.ready("DELETE FROM claim WHERE document_id = ?");
    Binder(remove).integer(id);
    remove.exec();
    insert_claims(id, claims);
    search_.add_claims(id);
}

bool Writer::replace_claims(std::int64_t id, const std::vector<Claim>& claims,
                            std::string_view extracted_by) {
    auto& row = statements_.ready("SELECT text FROM article WHERE document_id = ?");
    Binder(row).integer(id);
    if (!row.executeStep()) return false;
    Article article;
    article.text = row.getColumn(0).getString();
    for (const Claim& claim : claims) check_claim(claim, article, claims.size());
    auto& update = statements_.ready(
        "UPDATE article SET extractor_version = ?, loaded_at = strftime('%Y-%m-%dT%H:%M:%SZ', 'now') "
        "WHERE document_id = ?");
    Binder(update).text_or_null(extracted_by).integer(id);
    update.exec();
    replace_claims(id, claims);
    return true;
}

void Writer::insert_claims(std::int64_t id, const std::vector<Claim>& claims) {
    for (std::size_t ordinal = 0; ordinal < claims.size(); ++ordinal) {
        insert_claim(id, ordinal, claims[ordinal]);
        if (ordinal == 0) lookups_.set_rows(id);
    }
    if (!claims.empty()) lookups_.add(id);
    reviews_.match(id);
}

void Writer::insert_claim(std::int64_t id, std::size_t ordinal, const Claim& claim) {
    std::optional<std::int64_t> source;
    if (claim.source) source = source_id(*claim.source);
    auto& insert = statements_.ready(
        "INSERT INTO claim (document_id, ordinal, text, start_byte, end_byte, sentence_start, sentence_end, "
        "kind, "
        "value, amount, high, high_amount, resolution, unit, unit_assumed, per, bound, change, role, "
        "modality, "
        "subject, period_start, period_end, period_words, period_inferred, baseline_start, baseline_end, "
        "baseline_words, baseline_inferred, source_id, source_mode, source_cue, relation, related_ordinal, "
        "is_duration, rule, fact_id, nothing_found_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "?, ?, ?, ?, ?, ?, ?, "
        "?, ?, ?, ?, "
        "?, ?, ?, "
        "?, ?, ?, ?, ?, ?, ?, ?, ?)");
    const std::string value = claim.value.to_string();
    const double amount = claim.value.to_double();
    const std::string high = claim.high ? claim.high->to_string() : "";
    const std::string resolution = claim.resolution.to_string();
    Binder binder(insert);
    binder.integer(id).integer(static_cast<std::int64_t>(ordinal)).kept(claim.text);
    binder.integer(claim.span.start).integer(claim.span.end);
    binder.integer(claim.sentence.start).integer(claim.sentence.end);
    binder.text(name_of(claim.kind)).kept(value).real(amount);
    if (claim.high)
        binder.kept(high).real(claim.high->to_double());
    else
        binder.null().null();
    binder.kept(resolution).kept_or_null(claim.unit).flag(claim.unit_assumed);
    binder.kept_or_null(claim.per).text(name_of(claim.bound)).text(name_of(claim.change));
    binder.text(name_of(claim.role)).text(name_of(claim.modality)).kept_or_null(claim.subject);
    bind_period(binder, claim.period);
    bind_period(binder, claim.baseline);
    binder.integer_or_null(source);
    if (claim.source)
        binder.text(name_of(claim.source->mode)).kept_or_null(claim.source->cue);
    else
        binder.null().null();
    if (claim.relation)
        binder.text(name_of(claim.relation->kind)).integer(static_cast<std::int64_t>(claim.relation->claim));
    else
        binder.null().null();
    binder.flag(claim.is_duration())
        .text(claim.rule)
        .integer_or_null(claim.fact)
        .integer_or_null(claim.nothing_found_by);
    insert.exec();
    lookups_.note(id, ordinal, claim, amount, source);
}

std::optional<std::int64_t> Writer::publication_id(std::string_view name) {
    if (name.empty()) return std::nullopt;
    auto& insert = statements_.ready("INSERT INTO publication (name) VALUES (?) ON CONFLICT DO NOTHING");
    Binder(insert).text(name);
    insert.exec();
    auto& row = statements_.ready("SELECT publication_id FROM publication WHERE name = ?");
    Binder(row).text(name);
    row.executeStep();
    return row.getColumn(0).getInt64();
}

std::int64_t Writer::source_id(const Source& source) {
    const auto [known, is_new] =
        sources_.try_emplace({source.name, source.title, source.organisation, source.kind}, 0);
    if (!is_new) return known->second;
    auto& row = statements_.ready(
        "SELECT source_id FROM source WHERE name = ? AND title = ? AND organisation = ? AND kind = ?");
    Binder(row).text(source.name).text(source.title).text(source.organisation).text(name_of(source.kind));
    if (row.executeStep()) return known->second = row.getColumn(0).getInt64();
    auto& insert = statements_.ready(
        "INSERT INTO source (name, title, organisation, kind) VALUES (?, ?, ?, ?) RETURNING source_id");
    Binder(insert).text(source.name).text(source.title).text(source.organisation).text(name_of(source.kind));
    insert.executeStep();
    known->second = insert.getColumn(0).getInt64();
    insert.reset();  // one that is not at its end holds the transaction open
    return known->second;
}

}  // namespace figbook
