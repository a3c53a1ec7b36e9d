#include "store/copies.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <stdexcept>

namespace figbook {
namespace {

// A shingle is common where, of the articles that are looked at, so many begin differently,
constexpr std::size_t different_openings = 8;
// and they are at least one in so many. Copies of one story mostly begin alike, but in part have headlines and
// first lines of their own; articles with the same disclaimer begin each in its own way. So a story is still
// known for one under 36 words of each paper's own, and a disclaimer behind 36 or more.
constexpr std::size_t different_share = 2;
// Longer stories are read again each time, so that the memory for them has a limit.
constexpr std::size_t longest_kept = 4000;

std::span<const ShingleEntry> first_ones(const std::vector<ShingleEntry>& holders) {
    return std::span(holders).first(std::min(holders.size(), Copies::most_holders));
}

// Of at most most_holders.
bool is_common(std::span<const ShingleEntry> holders) {
    if (holders.size() < different_openings) return false;
    std::array<std::int64_t, Copies::most_holders> openings{};
    const auto end = std::transform(holders.begin(), holders.end(), openings.begin(),
                                    [](const ShingleEntry& holder) { return holder.opening(); });
    std::sort(openings.begin(), end);
    const auto different = static_cast<std::size_t>(std::unique(openings.begin(), end) - openings.begin());
    return different >= different_openings && different * different_share >= holders.size();
}

}  // namespace

void Copies::begin() {
    forget();
    if (!index_.refresh()) return;
    common_.clear();
    lonely_.clear();
}

void Copies::add(std::int64_t id) {
    begin();
    add_read(id);
}

void Copies::add(std::int64_t id, Story story) {
    begin();
    stories_.emplace(id, std::move(story));
    lonely_.add(id);
    add_read(id);
}

void Copies::read_by(Statements& reader) {
    begin();
    reader_ = &reader;
    links_.keep_back(reader);
    index_.keep_back(reader);
}

void Copies::add_unseen(std::int64_t id, const std::string& published, Story story) {
    unseen_.insert_or_assign(id, Unseen{place_at(published, id), std::move(story)});
    lonely_.add(id);
    add_read(id);
}

void Copies::write_kept() {
    reader_ = &statements_;
    links_.write_kept();
    index_.write_kept();
    for (auto& [id, article] : unseen_) keep(id, std::move(article.story));
    unseen_.clear();
}

void Copies::add_read(std::int64_t id) {
    ++effort_.articles;
    const std::vector<std::uint64_t> changed = register_story(id, story(id));
    link(id);
    reconsider_holders(changed, id);
    forget();
}

void Copies::remove(std::int64_t id) {
    begin();
    const std::vector<Place> orphans = copies_of(id);
    const std::vector<std::uint64_t> changed = unregister_story(id, story(id));
    erase_link(id);
    link_anew(orphans);
    reconsider_holders(changed, id);
    forget();
}

bool Copies::add_waiting(std::size_t most) {
    std::vector<std::int64_t> waiting;
    auto& rows = statements_.ready(
        "SELECT document_id, is_current FROM unlinked JOIN article USING (document_id) ORDER BY document_id "
        "LIMIT ?");
    Binder(rows).integer(static_cast<std::int64_t>(most));
    std::vector<std::int64_t> current;
    while (rows.executeStep()) {
        waiting.push_back(rows.getColumn(0).getInt64());
        if (rows.getColumn(1).getInt() == 1) current.push_back(waiting.back());
    }
    for (const std::int64_t id : current) add(id);
    for (const std::int64_t id : waiting) {
        auto& done = statements_.ready("DELETE FROM unlinked WHERE document_id = ?");
        Binder(done).integer(id);
        done.exec();
    }
    return !waiting.empty();
}

// Writes the sample of the article. Returns the shingles that became common by it, or no longer are.
std::vector<std::uint64_t> Copies::register_story(std::int64_t id, const Story& story) {
    std::vector<std::uint64_t> changed;
    for (const std::uint64_t shingle : story.sampled) index_.announce(shingle);
    for (const std::uint64_t shingle : story.sampled) {
        if (common_.is_common_for(shingle, id)) continue;
        common_.drop(shingle);
        const std::vector<ShingleEntry>& before = index_.find(shingle);
        if (before.empty()) {  // as most are
            holders_.try_emplace(shingle);
            continue;
        }
        std::vector<ShingleEntry> after;
        after.reserve(before.size() + 1);
        after = before;
        const ShingleEntry mine = ShingleEntry::of(shingle, id, story.opening, story.is_long);
        const auto at = std::lower_bound(after.begin(), after.end(), mine);
        if (at == after.end() || *at != mine) after.insert(at, mine);
        if (change_holders(shingle, before, std::move(after))) changed.push_back(shingle);
    }
    index_.add(id, story);
    effort_.entries += story.sampled.size();
    return changed;
}

std::vector<std::uint64_t> Copies::unregister_story(std::int64_t id, const Story& story) {
    std::vector<std::uint64_t> changed;
    for (const std::uint64_t shingle : story.sampled) {
        common_.drop(shingle);
        const std::vector<ShingleEntry>& before = index_.find(shingle);
        std::vector<ShingleEntry> after = before;
        std::erase_if(after, [&](const ShingleEntry& holder) { return holder.id() == id; });
        if (change_holders(shingle, before, std::move(after))) changed.push_back(shingle);
    }
    index_.remove(id, story);
    effort_.entries += story.sampled.size();
    return changed;
}

// Remembers those that have the shingle from now on (the article itself may be missing where it is the only one). True where it became common by that, or no longer is.
bool Copies::change_holders(std::uint64_t shingle, const std::vector<ShingleEntry>& before,
                            std::vector<ShingleEntry> after) {
    const bool was_common = is_common(first_ones(before));
    const bool now_common = is_common(first_ones(after));
    if (!now_common) end_loneliness(was_common, before, after);
    holders_.insert_or_assign(shingle, holders_among(shingle, std::move(after)));
    return now_common != was_common;
}

// Of a shingle that counts by now. Two articles that share it have found each other when the later one came, and are not lonely,
// unless it was common then, or others stood before one of them among those that are looked at.
void Copies::end_loneliness(bool was_common, const std::vector<ShingleEntry>& before,
                            const std::vector<ShingleEntry>& after) {
    const bool is_crowded = std::max(before.size(), after.size()) > most_holders;
    if (!is_crowded && !was_common) return;
    if (is_crowded && (was_common || after.size() < before.size())) return lonely_.clear();
    for (const ShingleEntry& holder : after) lonely_.erase(holder.id());
}

// What is boilerplate has changed: the articles that have it are compared anew. To do that with one that is lonely would find
// nobody to compare it with.
void Copies::reconsider_holders(const std::vector<std::uint64_t>& changed, std::int64_t except) {
    std::set<std::int64_t> affected;
    for (const std::uint64_t shingle : changed)
        for (const ShingleEntry& holder : holders(shingle).list)
            if (holder.id() != except && !lonely_.contains(holder.id())) affected.insert(holder.id());
    for (const std::int64_t id : affected)
        if (read_current(id) && touches_boilerplate(story(id), changed)) relink(id);
}

// Whether one of the shingles stands next to a common one: a common one alone is not left out.
bool Copies::touches_boilerplate(const Story& story, const std::vector<std::uint64_t>& changed) {
    const auto has_changed = [&](std::size_t i) {
        return std::binary_search(changed.begin(), changed.end(), story.samples[i].shingle);
    };
    const auto is_or_was_common = [&](std::size_t i) {
        return has_changed(i) || holders(story.samples[i].shingle).common;
    };
    for (std::size_t i = 0; i + 1 < story.samples.size(); ++i)
        if ((has_changed(i) || has_changed(i + 1)) && is_or_was_common(i) && is_or_was_common(i + 1))
            return true;
    return false;
}

void Copies::relink(std::int64_t id) {
    std::vector<Place> released{*place(id)};
    for (const Place& orphan : copies_of(id)) released.push_back(orphan);
    link_anew(released);
}

// In this order.
void Copies::link_anew(const std::vector<Place>& released) {
    for (const Place& each : released) released_.insert(each.second);
    for (const Place& each : released) link(each.second);
    for (const Place& each : released)
        if (released_.contains(each.second)) erase_link(each.second);
}

void Copies::link(std::int64_t id) {
    const std::optional<Place> mine = place(id);
    if (!mine) return;
    const std::vector<Place> all = candidates(id);
    if (all.empty()) return;
    own(id);  // by now that is known without look-ups, and compare() can do with it alone
    const auto later = std::upper_bound(all.begin(), all.end(), *mine);
    link_to_earlier(id, {all.begin(), later});
    link_later(*mine, {later, all.end()});
}

void Copies::link_to_earlier(std::int64_t id, const std::vector<Place>& earlier) {
    std::optional<Link> longer;
    for (const Place& candidate : earlier) {
        const std::optional<Link> found = compare(id, candidate.second);
        if (!found) continue;
        if (found->is_copy()) return write_link(id, *found);
        if (!longer) longer = found;
    }
    if (longer) write_link(id, *longer);
}

// Later articles are linked to this one where it is the better original. The copies of such a one may be this
// one's too, also where they were not among those looked at.
void Copies::link_later(const Place& original, std::vector<Place> later) {
    std::set<Place> seen(later.begin(), later.end());
    for (std::size_t i = 0; i < later.size(); ++i) {
        const Place copy = later[i];
        if (!improve(copy, original)) continue;
        for (const Place& next : copies_of(copy.second))
            if (original < next && seen.insert(next).second) later.push_back(next);
    }
}

// True where the later article is linked to this original now and was to another one or none.
bool Copies::improve(const Place& copy, const Place& original) {
    const std::optional<Link> known = link_of(copy.second);
    const std::optional<Place> known_place = known ? place(known->original) : std::nullopt;
    const bool is_earlier = !known_place || original < *known_place;
    if (known && known->is_copy() && !is_earlier) return false;
    if (known && known->original == original.second) return false;
    const std::optional<Link> found = compare(copy.second, original.second);
    if (!found) return false;
    const bool better = !known || (found->is_copy() != known->is_copy() ? found->is_copy() : is_earlier);
    if (better) write_link(copy.second, *found);
    return better;
}

// The articles that share enough of the sample to be compared, and those that these are linked to: in the
// order of their places.
std::vector<Copies::Place> Copies::candidates(std::int64_t id) {
    struct Hits {
        std::size_t shared = 0;
        bool is_long = false;
    };
    const Story& mine = story(id);
    std::map<std::int64_t, Hits> hits;
    for (const std::uint64_t shingle : mine.sampled) index_.announce(shingle);
    for (const std::uint64_t shingle : mine.sampled) {
        const Holders& found = holders(shingle);
        if (found.common) continue;
        for (const ShingleEntry& holder : found.list) {
            if (holder.id() == id) continue;
            Hits& its = hits[holder.id()];
            ++its.shared;
            its.is_long = holder.is_long();
        }
    }
    std::set<Place> all;
    for (const auto& [other, found] : hits) {
        if (found.shared < 2 && found.is_long && mine.is_long) continue;
        lonely_.erase(id);
        lonely_.erase(other);
        // At most as many steps as there are links: each one leads to an earlier article.
        for (std::optional<std::int64_t> next = other; next && *next != id;) {
            const std::optional<Place> there = place(*next);
            if (!there || !all.insert(*there).second) break;
            const std::optional<Link> up = link_of(*next);
            next = up ? std::optional(up->original) : std::nullopt;
        }
    }
    return {all.begin(), all.end()};
}

const Copies::Holders& Copies::holders(std::uint64_t shingle) {
    const auto known = holders_.find(shingle);
    if (known != holders_.end()) return known->second;
    if (common_.is_common(shingle)) return holders_.emplace(shingle, Holders{{}, true}).first->second;
    // As of most: it is the article of which it is asked.
    if (index_.has_one_at_most(shingle)) return holders_.try_emplace(shingle).first->second;
    return holders_.emplace(shingle, holders_among(shingle, index_.find(shingle))).first->second;
}

Copies::Holders Copies::holders_among(std::uint64_t shingle, std::vector<ShingleEntry> all) {
    const bool common = is_common(first_ones(all));
    if (common && all.size() > most_holders) common_.keep(shingle, all[most_holders].id());
    if (all.size() > most_holders) all.resize(most_holders);
    return {std::move(all), common};
}

Story& Copies::story(std::int64_t id) {
    if (const auto known = stories_.find(id); known != stories_.end()) return known->second;
    if (const auto unseen = unseen_.find(id); unseen != unseen_.end()) return unseen->second.story;
    if (Kept& kept = kept_[place_of(id)]; kept.id == id) {
        kept.id = 0;
        return stories_.emplace(id, std::move(kept.story)).first->second;
    }
    auto& row = reader_->ready("SELECT text FROM article WHERE document_id = ?");
    Binder(row).integer(id);
    if (!row.executeStep())
        throw std::logic_error("there is no article " + std::to_string(id) + " to compare");
    return stories_.emplace(id, read_story(row.getColumn(0).getString())).first->second;
}

const Story& Copies::complete_story(std::int64_t id) {
    Story& known = story(id);
    complete(known);
    return known;
}

std::size_t Copies::place_of(std::int64_t id) const {
    return static_cast<std::size_t>(id) % kept_.size();
}

const ShingleSet& Copies::own(std::int64_t id) {
    const auto known = own_.find(id);
    if (known != own_.end()) return known->second;
    ShingleSet found =
        own_shingles(complete_story(id), [this](std::uint64_t shingle) { return holders(shingle).common; });
    return own_.emplace(id, std::move(found)).first->second;
}

// Its place and its story at once, which stand in one row. False for an article that is gone or not current.
bool Copies::read_current(std::int64_t id) {
    if (places_.contains(id) || stories_.contains(id) || unseen_.contains(id) || kept_[place_of(id)].id == id)
        return place(id).has_value();
    auto& row =
        reader_->ready("SELECT published, text FROM article WHERE document_id = ? AND is_current = 1");
    Binder(row).integer(id);
    const bool is_there = row.executeStep();
    places_.emplace(id, is_there ? std::optional(place_at(row.getColumn(0).getString(), id)) : std::nullopt);
    if (is_there) stories_.emplace(id, read_story(row.getColumn(1).getString()));
    return is_there;
}

// No ISO day is behind "~".
Copies::Place Copies::place_at(const std::string& published, std::int64_t id) {
    return {published.empty() ? "~" : published, id};
}

// None for an article that is gone or not current.
std::optional<Copies::Place> Copies::place(std::int64_t id) {
    if (const auto known = places_.find(id); known != places_.end()) return known->second;
    if (const auto unseen = unseen_.find(id); unseen != unseen_.end()) return unseen->second.place;
    auto& row = reader_->ready("SELECT published FROM article WHERE document_id = ? AND is_current = 1");
    Binder(row).integer(id);
    std::optional<Place> found;
    if (row.executeStep()) found = place_at(row.getColumn(0).getString(), id);
    return places_.emplace(id, std::move(found)).first->second;
}

std::optional<Copies::Link> Copies::link_of(std::int64_t id) {
    return released_.contains(id) ? std::nullopt : links_.find(id);
}

std::optional<Copies::Link> Copies::compare(std::int64_t copy, std::int64_t original) {
    ++effort_.compared;
    if (own_.contains(copy) ? far_apart(copy, original) : far_apart(original, copy)) return std::nullopt;
    const ShingleSet& first = own(copy);
    const Overlap overlap = overlap_of(first, own(original));
    if (std::max(overlap.of_first, overlap.of_second) < near_copy) return std::nullopt;
    return Link{original, overlap};
}

// Whether it is certain that neither has enough of the other, by few look-ups for the other one: to know what is
// boilerplate in it would take one for each of its samples.
bool Copies::far_apart(std::int64_t known, std::int64_t other) {
    const ShingleSet& mine = own(known);
    if (mine.empty()) return true;
    const Story& theirs = complete_story(other);
    const auto shared = static_cast<double>(shared_by(mine, theirs.all));
    if (shared / static_cast<double>(mine.size()) >= near_copy) return false;
    return has_more_own_shingles(theirs, shared / near_copy,
                                 [this](std::uint64_t shingle) { return holders(shingle).common; });
}

std::vector<Copies::Place> Copies::copies_of(std::int64_t id) {
    std::set<Place> found;
    for (const std::int64_t each : links_.copies_of(id)) {
        if (released_.contains(each)) continue;
        if (const std::optional<Place> there = place(each)) found.insert(*there);
    }
    return {found.begin(), found.end()};
}

void Copies::write_link(std::int64_t id, const Link& link) {
    released_.erase(id);
    lonely_.erase(id);
    lonely_.erase(link.original);
    links_.write(id, link);
}

void Copies::erase_link(std::int64_t id) {
    released_.erase(id);
    links_.erase(id);
}

Copies::Effort Copies::effort() const {
    const ShingleIndex::Effort index = index_.effort();
    return {effort_.articles, effort_.entries + index.found, index.blocks_read + index.blocks_written,
            effort_.compared};
}

void Copies::undone() {
    reader_ = &statements_;
    forget();
    unseen_.clear();
    links_.undone();
    index_.forget();
    common_.clear();
    lonely_.clear();
}

void Copies::keep(std::int64_t id, Story story) {
    if (story.shingles.size() <= longest_kept) kept_[place_of(id)] = {id, std::move(story)};
}

void Copies::forget() {
    for (auto& [id, story] : stories_) keep(id, std::move(story));
    holders_.clear();
    stories_.clear();
    own_.clear();
    places_.clear();
    released_.clear();
}

}  // namespace figbook
