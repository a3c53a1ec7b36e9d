// Things that go in in one thread, are worked on in several, and come out in another one in the order in which they
// went in. What is in it at a time has a limit in bytes, so that none of the threads runs ahead of the others: so has what
// is worked on already, which may be much larger than what was put in.
//
//     WorkLine<Item> line(8U << 20U);
//     one thread:    line.put(item, bytes) ... line.close()
//     several:       line.work(most_bytes, [](const std::vector<Item*>& items) { ... }, [](const Item& item) { return bytes; })
//     one thread:    while (auto item = line.take()) ...
//
// cancel() ends all of them, from any thread.
#pragma once
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace figbook {

template <class Item>
class WorkLine {
 public:
    // An item that is larger than the limit still goes in, where half of the line is free.
    explicit WorkLine(std::size_t most_bytes) : most_bytes_(most_bytes) {}

    // Waits until there is room. False where the line was cancelled.
    bool put(Item item, std::size_t bytes) {
        std::unique_lock lock(mutex_);
        // Until half of it is free: to wake up for each item costs more than it brings.
        if (bytes_ + bytes > most_bytes_)
            room_.wait(lock, [&] { return bytes_ <= most_bytes_ / 2 || cancelled_; });
        if (cancelled_) return false;
        slots_.push_back({std::move(item), bytes, false, nullptr});
        bytes_ += bytes;
        lock.unlock();
        work_.notify_one();
        return true;
    }

    // No more will be put in: those who work and take end when all is done.
    void close() {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        wake_all();
    }

    // What is still in the line is lost.
    void cancel() {
        const std::lock_guard lock(mutex_);
        cancelled_ = true;
        wake_all();
    }

    // Works on items until there will be no more: on all that are there at a time, up to that many bytes, but on one at
    // least. `bytes_of` says how much an item takes from then on; what `work` throws comes out of take() in their place.
    template <class Work, class Size>
    void work(std::size_t most_bytes, Work work, Size bytes_of) {
        std::vector<Slot*> slots;
        std::vector<Item*> items;
        while (next_to_work(most_bytes, slots)) {
            items.clear();
            for (Slot* slot : slots) items.push_back(&slot->item);
            std::exception_ptr failure;
            try {
                work(std::as_const(items));
            } catch (...) {
                failure = std::current_exception();
            }
            done(slots, bytes_of, failure);
        }
    }

    // The next item, once it is worked on; none where there will be no more.
    std::optional<Item> take() {
        std::unique_lock lock(mutex_);
        done_.wait(lock, [&] { return cancelled_ || (slots_.empty() ? closed_ : slots_.front().is_done); });
        if (cancelled_ || slots_.empty()) return std::nullopt;
        Slot slot = std::move(slots_.front());
        slots_.pop_front();
        --begun_;
        bytes_ -= slot.bytes;
        done_bytes_ -= slot.bytes;
        const bool has_room = bytes_ <= most_bytes_ / 2;
        const bool may_work = done_bytes_ <= most_bytes_ / 2 && begun_ < slots_.size();
        lock.unlock();
        if (has_room) room_.notify_one();
        if (may_work) work_.notify_all();
        if (slot.failure) std::rethrow_exception(slot.failure);
        return std::move(slot.item);
    }

 private:
    struct Slot {
        Item item;
        std::size_t bytes;
        bool is_done;
        std::exception_ptr failure;
    };

    // A slot stays where it is until it is taken: a deque moves none when others come and go at its ends. False where there
    // is nothing left.
    bool next_to_work(std::size_t most_bytes, std::vector<Slot*>& slots) {
        slots.clear();
        std::unique_lock lock(mutex_);
        // Nobody waits in vain: what is done and fills the line is at its front, to be taken.
        work_.wait(lock, [&] {
            return cancelled_ || (begun_ < slots_.size() ? done_bytes_ <= most_bytes_ : closed_);
        });
        if (cancelled_) return false;
        for (std::size_t bytes = 0; begun_ < slots_.size(); ++begun_) {
            bytes += slots_[begun_].bytes;
            if (!slots.empty() && bytes > most_bytes) break;
            slots.push_back(&slots_[begun_]);
        }
        // Those who waited because too much was done have nothing more to wait for.
        if (closed_ && begun_ == slots_.size()) work_.notify_all();
        return !slots.empty();
    }

    template <class Size>
    void done(const std::vector<Slot*>& slots, Size bytes_of, const std::exception_ptr& failure) {
        const std::lock_guard lock(mutex_);
        for (Slot* slot : slots) {
            const std::size_t bytes = bytes_of(std::as_const(slot->item));
            bytes_ += bytes - slot->bytes;
            slot->bytes = bytes;
            done_bytes_ += bytes;
            slot->is_done = true;
            slot->failure = failure;
            if (slot == &slots_.front()) done_.notify_one();
        }
    }

    void wake_all() {
        room_.notify_all();
        work_.notify_all();
        done_.notify_all();
    }

    const std::size_t most_bytes_;
    std::mutex mutex_;
    std::condition_variable room_;
    std::condition_variable work_;
    std::condition_variable done_;
    std::deque<Slot> slots_;  // in the order in which they went in; the first `begun_` are worked on or done
    std::size_t begun_ = 0;
    std::size_t bytes_ = 0;       // of all slots
    std::size_t done_bytes_ = 0;  // of those that are done
    bool closed_ = false;
    bool cancelled_ = false;
};

}  // namespace figbook
