#include "store/shingle_runs.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace figbook {
namespace {

// The largest run holds most of a bucket; the small ones can afford more. By 12 bits a block is read in vain for one shingle in 150
// that a run does not have, by 7 for one in 22.
constexpr std::size_t most_filter_bits = 12;
constexpr std::size_t least_filter_bits = 3;
constexpr std::size_t least_filter_bits_of_small = 10;
constexpr std::size_t shared_bits = 8;

std::size_t bucket_of(std::uint64_t shingle) {
    return static_cast<std::size_t>(shingle % ShingleRuns::buckets);
}

// The place of the first entry that is not before the wanted one.
std::size_t lower_bound_of(std::string_view block, const ShingleEntry& wanted) {
    std::size_t low = 0;
    for (std::size_t high = entries_in(block); low < high;) {
        const std::size_t middle = (low + high) / 2;
        if (entry_at(block, middle) < wanted)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

std::vector<std::uint64_t> numbers_in(std::string_view bytes) {
    std::vector<std::uint64_t> numbers(bytes.size() / 8);
    for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = number_at(bytes.data() + 8 * i);
    return numbers;
}

// The block in which the first entry of the shingle is, if it is in the run.
std::size_t block_with(const std::vector<std::uint64_t>& firsts, std::uint64_t shingle) {
    const auto at = std::lower_bound(firsts.begin(), firsts.end(), shingle);
    return at == firsts.begin() ? 0 : static_cast<std::size_t>(at - firsts.begin()) - 1;
}

}  // namespace

// Takes the entries of a run in order; an entry that comes twice is written once.
class ShingleRuns::Writer {
 public:
    Writer(ShingleRuns& runs, std::size_t bucket, std::size_t at_most) : runs_(runs), bucket_(bucket) {
        run_.number = runs.next_run_++;
        run_.first_block = runs.next_block_;
        const Bucket& others = runs.buckets_[bucket];
        const bool is_large = std::none_of(others.begin(), others.end(),
                                           [&](const Run& other) { return other.entries > at_most; });
        const std::size_t bits = runs.bits_of_large_filters();
        filter_ = ShingleFilter(at_most, is_large ? bits : std::max(bits + 2, least_filter_bits_of_small));
    }

    void add(const ShingleEntry& entry) {
        if (run_.entries > 0 && entry == last_) return;
        if (block_.empty()) run_.firsts.push_back(entry.shingle());
        if (run_.entries == 0 || entry.shingle() != last_.shingle())
            filter_.announce(entry.shingle());
        else if (shared_.empty() || shared_.back() != entry.shingle())
            shared_.push_back(entry.shingle());
        append_entry(block_, entry);
        last_ = entry;
        ++run_.entries;
        if (entries_in(block_) == runs_.settings_.block_entries) write_block();
    }

    std::size_t finish() {
        if (!block_.empty()) write_block();
        std::string firsts;
        for (const std::uint64_t first : run_.firsts) append_number(firsts, first);
        ShingleFilter shared(shared_.size(), shared_bits);
        for (const std::uint64_t shingle : shared_) shared.add(shingle);
        auto& insert = runs_.statements_.ready(
            "INSERT INTO shingle_run (run, bucket, entries, first_block, firsts, filter, shared) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)");
        Binder(insert)
            .integer(run_.number)
            .integer(static_cast<std::int64_t>(bucket_))
            .integer(static_cast<std::int64_t>(run_.entries))
            .integer(run_.first_block)
            .blob(firsts)
            .blob(filter_.bytes())
            .blob(shared.bytes());
        insert.exec();
        run_.is_loaded = true;
        runs_.keep_filter(run_, std::move(filter_));
        runs_.keep_shared(run_, std::move(shared));
        const std::size_t entries = run_.entries;
        runs_.buckets_[bucket_].push_back(std::move(run_));
        return entries;
    }

 private:
    // The places of its shingles in the filter have come from memory meanwhile.
    void write_block() {
        for (std::size_t i = 0; i < entries_in(block_); ++i) filter_.add(entry_at(block_, i).shingle());
        runs_.write_block(runs_.next_block_++, block_);
        block_.clear();
    }

    ShingleRuns& runs_;
    std::size_t bucket_;
    Run run_;
    ShingleFilter filter_;
    std::vector<std::uint64_t> shared_;
    std::string block_;
    ShingleEntry last_;
};

// Gives the entries of a run in order.
class ShingleRuns::Reader {
 public:
    Reader(ShingleRuns& runs, const Run& run)
        : runs_(runs),
          next_block_(run.first_block),
          end_block_(run.first_block + static_cast<std::int64_t>(run.firsts.size())) {
        fill();
    }

    bool at_end() const { return at_ == entries_; }
    const ShingleEntry& entry() const { return entry_; }
    void step() {
        ++at_;
        fill();
    }

 private:
    void fill() {
        while (at_end() && next_block_ < end_block_) {
            block_ = runs_.read_block(next_block_++);
            at_ = 0;
            entries_ = entries_in(block_);
        }
        if (!at_end()) entry_ = entry_at(block_, at_);
    }

    ShingleRuns& runs_;
    std::int64_t next_block_;
    std::int64_t end_block_;
    std::string block_;
    std::size_t at_ = 0;
    std::size_t entries_ = 0;  // of the block
    ShingleEntry entry_;
};

void ShingleRuns::read_list() {
    std::unordered_map<std::int64_t, Run> known;
    for (Bucket& bucket : buckets_)
        for (Run& run : bucket) known.emplace(run.number, std::move(run));
    forget();
    auto& rows = statements_.ready("SELECT run, bucket, entries, first_block FROM shingle_run ORDER BY run");
    while (rows.executeStep()) {
        const std::int64_t number = rows.getColumn(0).getInt64();
        Run& run = buckets_[static_cast<std::size_t>(rows.getColumn(1).getInt64()) % buckets].emplace_back();
        next_run_ = number + 1;
        if (const auto before = known.find(number); before != known.end()) {
            run = std::move(before->second);
            filter_bytes_ += run.filter.bytes().size() + run.shared.bytes().size();
            continue;
        }
        run.number = number;
        run.entries = static_cast<std::size_t>(rows.getColumn(2).getInt64());
        run.first_block = rows.getColumn(3).getInt64();
    }
    auto& last = statements_.ready("SELECT coalesce(max(block), 0) FROM shingle_block");
    last.executeStep();
    next_block_ = last.getColumn(0).getInt64() + 1;
}

void ShingleRuns::forget() {
    for (Bucket& bucket : buckets_) bucket.clear();
    filter_bytes_ = 0;
    next_run_ = 1;
}

// As many as leave room for those of the smaller runs.
std::size_t ShingleRuns::bits_of_large_filters() const {
    std::size_t entries = 1;
    for (const Bucket& bucket : buckets_)
        for (const Run& run : bucket) entries += run.entries;
    const std::size_t room = settings_.filter_bytes / 4 * 3 * 8;
    return std::clamp(room / entries, least_filter_bits, most_filter_bits);
}

void ShingleRuns::load(Run& run) {
    if (run.is_loaded) return;
    auto& row = reader_->ready("SELECT firsts, filter, shared FROM shingle_run WHERE run = ?");
    Binder(row).integer(run.number);
    if (row.executeStep()) {
        run.firsts = numbers_in(bytes_of(row.getColumn(0)));
        keep_filter(run, ShingleFilter(std::string(bytes_of(row.getColumn(1)))));
        if (!row.isColumnNull(2)) keep_shared(run, ShingleFilter(std::string(bytes_of(row.getColumn(2)))));
    }
    run.is_loaded = true;
}

void ShingleRuns::keep_filter(Run& run, ShingleFilter filter) {
    if (filter_bytes_ + filter.bytes().size() > settings_.filter_bytes) return;
    filter_bytes_ += filter.bytes().size();
    run.filter = std::move(filter);
    run.has_filter = true;
}

void ShingleRuns::keep_shared(Run& run, ShingleFilter shared) {
    if (filter_bytes_ + shared.bytes().size() > settings_.filter_bytes) return;
    filter_bytes_ += shared.bytes().size();
    run.shared = std::move(shared);
    run.has_shared = true;
}

void ShingleRuns::announce(std::uint64_t shingle) const {
    for (const Run& run : buckets_[bucket_of(shingle)]) run.filter.announce(shingle);
}

std::size_t ShingleRuns::at_most(std::uint64_t shingle) {
    std::size_t articles = 0;
    for (Run& run : buckets_[bucket_of(shingle)]) {
        load(run);
        if (run.has_filter && !run.filter.may_have(shingle)) continue;
        if (!run.has_shared || run.shared.may_have(shingle) || ++articles == 2) return 2;
    }
    return articles;
}

void ShingleRuns::find(std::uint64_t shingle, std::size_t most, std::vector<ShingleEntry>& found) {
    for (Run& run : buckets_[bucket_of(shingle)]) {
        load(run);
        if (run.has_filter && !run.filter.may_have(shingle)) continue;
        std::size_t wanted = most;
        for (std::size_t i = block_with(run.firsts, shingle); i < run.firsts.size() && wanted > 0; ++i) {
            if (run.firsts[i] > shingle) break;
            const std::string_view block = read_block(run.first_block + static_cast<std::int64_t>(i));
            for (std::size_t at = lower_bound_of(block, {shingle << 16U, 0});
                 at < entries_in(block) && wanted > 0; ++at, --wanted) {
                const ShingleEntry entry = entry_at(block, at);
                if (entry.shingle() != shingle) break;
                found.push_back(entry);
            }
        }
    }
}

void ShingleRuns::erase(std::uint64_t shingle, std::int64_t id) {
    const ShingleEntry first = ShingleEntry::of(shingle, id, 0, false);
    for (Run& run : buckets_[bucket_of(shingle)]) {
        load(run);
        if (run.has_filter && !run.filter.may_have(shingle)) continue;
        for (std::size_t i = block_with(run.firsts, shingle); i < run.firsts.size(); ++i) {
            if (run.firsts[i] > shingle) break;
            const std::int64_t number = run.first_block + static_cast<std::int64_t>(i);
            std::string block(read_block(number));
            const std::size_t at = lower_bound_of(block, first);
            if (at == entries_in(block)) continue;
            const ShingleEntry entry = entry_at(block, at);
            if (entry.shingle() == shingle && entry.id() == id) {
                block.erase(at * entry_bytes, entry_bytes);
                auto& update = statements_.ready("UPDATE shingle_block SET entries = ? WHERE block = ?");
                Binder(update).blob(block).integer(number);
                update.exec();
                ++effort_.written;
            }
            break;
        }
    }
}

void ShingleRuns::write(std::vector<ShingleEntry> entries) {
    std::sort(entries.begin(), entries.end(), [](const ShingleEntry& a, const ShingleEntry& b) {
        const std::size_t bucket_a = bucket_of(a.shingle());
        const std::size_t bucket_b = bucket_of(b.shingle());
        return bucket_a != bucket_b ? bucket_a < bucket_b : a < b;
    });
    for (auto start = entries.begin(); start != entries.end();) {
        const std::size_t bucket = bucket_of(start->shingle());
        const auto end = std::find_if(start, entries.end(), [&](const ShingleEntry& entry) {
            return bucket_of(entry.shingle()) != bucket;
        });
        Writer writer(*this, bucket, static_cast<std::size_t>(end - start));
        for (; start != end; ++start) writer.add(*start);
        writer.finish();
    }
}

std::size_t ShingleRuns::merge(std::size_t most_entries) {
    std::size_t written = 0;
    for (std::size_t looked = 0; looked < buckets && written < most_entries;) {
        const std::size_t merged = merge_bucket(next_merged_);
        written += merged;
        if (merged > 0) continue;
        next_merged_ = (next_merged_ + 1) % buckets;
        ++looked;
    }
    return written;
}

// The largest run that is too small, with all smaller ones; 0 where none is.
std::size_t ShingleRuns::merge_bucket(std::size_t bucket) {
    Bucket& runs = buckets_[bucket];
    std::sort(runs.begin(), runs.end(), [](const Run& a, const Run& b) { return a.entries > b.entries; });
    std::size_t smaller = 0;
    for (const Run& run : runs) smaller += run.entries;
    for (std::size_t i = 0; i + 1 < runs.size(); ++i) {
        smaller -= runs[i].entries;
        if (runs[i].entries < run_ratio * smaller) return merge_runs(bucket, i);
    }
    return 0;
}

// Those from `first` on.
std::size_t ShingleRuns::merge_runs(std::size_t bucket, std::size_t first) {
    Bucket& runs = buckets_[bucket];
    const auto merged_from = runs.begin() + static_cast<std::ptrdiff_t>(first);
    std::vector<Run> merged(std::make_move_iterator(merged_from), std::make_move_iterator(runs.end()));
    runs.erase(merged_from, runs.end());
    std::vector<Reader> readers;
    std::size_t at_most = 0;
    for (Run& run : merged) {
        load(run);
        at_most += run.entries;
        readers.emplace_back(*this, run);
    }
    Writer writer(*this, bucket, at_most);
    for (;;) {
        Reader* next = nullptr;
        for (Reader& reader : readers)
            if (!reader.at_end() && (next == nullptr || reader.entry() < next->entry())) next = &reader;
        if (next == nullptr) break;
        writer.add(next->entry());
        next->step();
    }
    for (const Run& run : merged) drop(run);
    return std::max<std::size_t>(writer.finish(), 1);
}

void ShingleRuns::drop(const Run& run) {
    filter_bytes_ -= run.filter.bytes().size() + run.shared.bytes().size();
    auto& blocks = statements_.ready("DELETE FROM shingle_block WHERE block >= ? AND block < ?");
    Binder(blocks)
        .integer(run.first_block)
        .integer(run.first_block + static_cast<std::int64_t>(run.firsts.size()));
    blocks.exec();
    auto& row = statements_.ready("DELETE FROM shingle_run WHERE run = ?");
    Binder(row).integer(run.number);
    row.exec();
}

// Holds until the next one is read.
std::string_view ShingleRuns::read_block(std::int64_t block) {
    auto& row = reader_->ready("SELECT entries FROM shingle_block WHERE block = ?");
    Binder(row).integer(block);
    ++effort_.read;
    return row.executeStep() ? bytes_of(row.getColumn(0)) : std::string_view();
}

void ShingleRuns::write_block(std::int64_t block, std::string_view entries) {
    auto& insert = statements_.ready("INSERT INTO shingle_block (block, entries) VALUES (?, ?)");
    Binder(insert).integer(block).blob(entries);
    insert.exec();
    ++effort_.written;
}

}  // namespace figbook
