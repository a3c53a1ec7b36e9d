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
    auto& insert = statements_.ready(
        "INSERT INTO recent_story (recent_story_id, document_id, entries) VALUES (?, ?, ?)");
    Binder(insert).integer(next_row_).integer(id).blob(bytes);
    insert.exec();
    recent_rows_.emplace(id, next_row_++);
    may_merge_ += merged_per_added * static_cast<std::int64_t>(story.sampled.size());
    if (recent_.size() > settings_.recent_entries) flush();
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
    for (const std::uint64_t shingle : story.sampled) runs_.erase(shingle, id);
}

const std::vector<ShingleEntry>& ShingleIndex::find(std::uint64_t shingle, std::size_t most) {
    refresh();
    found_.clear();
    recent_.find(shingle, most, found_);
    const std::size_t recent_ones = found_.size();
    runs_.find(shingle, most, found_);
    if (found_.size() > recent_ones) {
        std::sort(found_.begin(), found_.end());
        found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
        if (found_.size() > most) found_.resize(most);
    }
    found_total_ += found_.size();
    return found_;
}

void ShingleIndex::finish() {
    if (!is_fresh_) return;
    is_fresh_ = false;
    if (may_merge_ <= 0) return;
    may_merge_ -= static_cast<std::int64_t>(runs_.merge(static_cast<std::size_t>(may_merge_)));
    // What is not needed now is not saved up: no transaction should do the work of many.
    may_merge_ = std::min(may_merge_, static_cast<std::int64_t>(4 * settings_.recent_entries));
}

void ShingleIndex::forget() {
    forget_recent();
    runs_.forget();
    is_fresh_ = false;
    data_version_ = 0;
}

void ShingleIndex::refresh() {
    if (is_fresh_) return;
    auto& row = statements_.ready("PRAGMA data_version");
    row.executeStep();
    const std::int64_t version = row.getColumn(0).getInt64();
    if (version != data_version_) {
        read_recent();
        runs_.read_list();
    }
    data_version_ = version;
    is_fresh_ = true;
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
    runs_.write(recent_.all());
    statements_.ready("DELETE FROM recent_story").exec();
    forget_recent();
}

}  // namespace figbook
