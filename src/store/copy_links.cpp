#include "store/copy_links.hpp"

namespace figbook {

std::optional<CopyLink> CopyLinks::find(std::int64_t id) {
    if (const auto kept = kept_.find(id); kept != kept_.end()) return kept->second;
    auto& row = reader_->ready(
        "SELECT original_id, share_of_copy, share_of_original FROM article_copy WHERE document_id = ?");
    Binder(row).integer(id);
    if (!row.executeStep()) return std::nullopt;
    return CopyLink{row.getColumn(0).getInt64(),
                    {row.getColumn(1).getDouble(), row.getColumn(2).getDouble()}};
}

std::vector<std::int64_t> CopyLinks::copies_of(std::int64_t id) {
    std::vector<std::int64_t> copies;
    auto& rows = reader_->ready("SELECT document_id FROM article_copy WHERE original_id = ?");
    Binder(rows).integer(id);
    while (rows.executeStep())
        if (const std::int64_t copy = rows.getColumn(0).getInt64(); !kept_.contains(copy))
            copies.push_back(copy);
    for (const auto& [copy, link] : kept_)
        if (link && link->original == id) copies.push_back(copy);
    return copies;
}

void CopyLinks::write(std::int64_t id, const CopyLink& link) {
    change(id, link);
}

void CopyLinks::erase(std::int64_t id) {
    change(id, std::nullopt);
}

void CopyLinks::change(std::int64_t id, const std::optional<CopyLink>& link) {
    const std::optional<CopyLink> before = find(id);
    if (before == link) return;
    more_copies_ += (link && link->is_copy() ? 1 : 0) - (before && before->is_copy() ? 1 : 0);
    if (keeps_back())
        kept_.insert_or_assign(id, link);
    else
        store(id, link);
}

void CopyLinks::store(std::int64_t id, const std::optional<CopyLink>& link) {
    if (!link) {
        auto& erase = statements_.ready("DELETE FROM article_copy WHERE document_id = ?");
        Binder(erase).integer(id);
        erase.exec();
        return;
    }
    auto& insert = statements_.ready(
        "INSERT INTO article_copy (document_id, original_id, share_of_copy, share_of_original) VALUES (?, ?, "
        "?, ?) ON CONFLICT (document_id) DO UPDATE SET original_id = excluded.original_id, "
        "share_of_copy = excluded.share_of_copy, share_of_original = excluded.share_of_original");
    Binder(insert)
        .integer(id)
        .integer(link->original)
        .real(link->overlap.of_first)
        .real(link->overlap.of_second);
    insert.exec();
}

void CopyLinks::write_kept() {
    reader_ = &statements_;
    for (const auto& [id, link] : kept_) store(id, link);
    kept_.clear();
}

void CopyLinks::undone() {
    reader_ = &statements_;
    kept_.clear();
    more_copies_ = more_at_commit_;
}

}  // namespace figbook
