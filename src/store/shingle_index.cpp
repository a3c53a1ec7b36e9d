#include "store/shingle_index.hpp"

#include <algorithm>
#include <string>

namespace figbook {
namespace {

// For each entry that is added so many may be merged: more than are, 23 at two million articles.
constexpr std::int64_t merged_per_added = 40;

}  // namespace

void ShingleIndex::add(std::int64_t id, const Story& story) {
    refresh();
    if (story.sampled.empty() || recent_rows_.contains(id)) return;
    std::string bytes;
    bytes.reserve(story.sampled.size() * entry_bytes);
    for (const std::uint64_t shingle : story.sampled) {
        const ShingleEntry entry = ShingleEntry::of(shingle, id, story.opening, story.is_long);
        append_entry(bytes, entry);
        recent_.add(entry);
    }
    Row row{next_row_++, id, std::move(bytes)};
    recent_rows_.emplace(id, row.number);
    may_merge_ += merged_per_added * static_cast<std::int64_t>(story.sampled.size());
    if (keeps_back_) return kept_.push_back(std::move(row));
    insert(row);
    // Else they go into runs in finish(), where they do too if they were kept back.
    if (recent_.size() > 2 * settings_.recent_entries) flush();
}

void ShingleIndex::insert(const Row& row) {
    auto& insert = statements_.ready(
        "INSERT INTO recent_story (recent_story_id, document_id, entries) VALUES (?, ?, ?)");
    Binder(insert).integer(row.number).integer(row.document_id).blob(row.entries);
    insert.exec();
}

void ShingleIndex::keep_back(Statements& reader) {
    keeps_back_ = true;
    runs_.read_by(reader);
}

void ShingleIndex::write_kept() {
    keeps_back_ = false;
    runs_.read_by(statements_);
    for (const Row& row : kept_) insert(row);
    kept_.clear();
}

void ShingleIndex::remove(std::int64_t id, const Story& story) {
    refresh();
    if (const auto row = recent_rows_.find(id); row != recent_rows_.end()) {
        auto& erase = statements_.ready("DELETE FROM recent_story WHERE recent_story_id = ?");
        Binder(erase).integer(row->second);
        erase.exec();
        recent_rows_.erase(row);
        for (const std::uint64_t shingle : story.sampled) recent_.remove(shingle, id);
    }
    for (const std::uint64_t shingle : story.sampled) {
        runs_.erase(shingle, id);
        cache_.drop(shingle);
    }
}

const std::vector<ShingleEntry>& ShingleIndex::find(std::uint64_t shingle) {
    refresh();
    found_.clear();
    find_in_runs(shingle);
    const auto in_runs = static_cast<std::ptrdiff_t>(found_.size());
    recent_.find(shingle, settings_.found, found_);
    if (in_runs > 0 && static_cast<std::ptrdiff_t>(found_.size()) > in_runs) {
        std::inplace_merge(found_.begin(), found_.begin() + in_runs, found_.end());
        cut(found_);
    }
    found_total_ += found_.size();
    return found_;
}

bool ShingleIndex::has_one_at_most(std::uint64_t shingle) {
    refresh();
    const std::size_t recent = recent_.count(shingle);
    return recent < 2 && recent + runs_.at_most(shingle) < 2;
}

void ShingleIndex::find_in_runs(std::uint64_t shingle) {
    if (const auto* known = cache_.find(shingle)) {
        found_ = *known;
        return;
    }
    runs_.find(shingle, settings_.found, found_);
    if (found_.size() < 2) return;
    std::sort(found_.begin(), found_.end());
    cut(found_);
    cache_.keep(shingle, found_);
}

void ShingleIndex::cut(std::vector<ShingleEntry>& entries) const {
    entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
    if (entries.size() > settings_.found) entries.resize(settings_.found);
}

void ShingleIndex::finish() {
    if (!is_fresh_) return;
    is_fresh_ = false;
    if (recent_.size() > settings_.recent_entries) flush();
    if (may_merge_ <= 0) return;
    may_merge_ -= static_cast<std::int64_t>(runs_.merge(static_cast<std::size_t>(may_merge_)));
    // What is not needed now is not saved up: no transaction should do the work of many.
    may_merge_ = std::min(may_merge_, static_cast<std::int64_t>(4 * settings_.recent_entries));
}

void ShingleIndex::forget() {
    keeps_back_ = false;
    kept_.clear();
    runs_.read_by(statements_);
    forget_recent();
    runs_.forget();
    cache_.clear();
    is_fresh_ = false;
    data_version_ = 0;
}

bool ShingleIndex::refresh() {
    if (is_fresh_) return false;
    auto& row = statements_.ready("PRAGMA data_version");
    row.executeStep();
    const std::int64_t version = row.getColumn(0).getInt64();
    is_fresh_ = true;
    if (version == data_version_) return false;
    data_version_ = version;
    read_recent();
    runs_.read_list();
    cache_.clear();
    return true;
}

void ShingleIndex::read_recent() {
    forget_recent();
    auto& rows = statements_.ready(
        "SELECT recent_story_id, document_id, entries FROM recent_story ORDER BY recent_story_id");
    while (rows.executeStep()) {
        next_row_ = rows.getColumn(0).getInt64() + 1;
        recent_rows_.emplace(rows.getColumn(1).getInt64(), next_row_ - 1);
        const std::string_view entries = bytes_of(rows.getColumn(2));
        for (std::size_t i = 0; i < entries_in(entries); ++i) recent_.add(entry_at(entries, i));
    }
}

void ShingleIndex::forget_recent() {
    recent_.clear();
    recent_rows_.clear();
    next_row_ = 1;
}

void ShingleIndex::flush() {
    std::vector<ShingleEntry> entries = recent_.all();
    for (const ShingleEntry& entry : entries)
        if (auto* known = cache_.find(entry.shingle())) {
            known->insert(std::upper_bound(known->begin(), known->end(), entry), entry);
            cut(*known);
        }
    runs_.write(std::move(entries));
    statements_.ready("DELETE FROM recent_story").exec();
    forget_recent();
}

}  // namespace figbook
