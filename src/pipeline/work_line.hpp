// Things that go in in one thread, are worked on in several, and come out in another one in the order in which they
// went in. What is in it at a time has a limit in bytes, so that none of the threads runs ahead of the others: so has what
// is worked on already, which may be much larger than what was put in.
//
//     WorkLine<Item> line(8U << 20U);
//     one thread:    line.put(item, bytes) ... line.close()
//     several:       line.work([](Item& item) { ...; return bytes; })
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

    // Works on one item after the other until there will be no more. `work` takes an Item& and returns how many bytes
    // it takes from now on; what it throws comes out of take() in the item's place.
    template <class Work>
    void work(Work work) {
        while (Slot* slot = next_to_work()) {
            std::size_t bytes = 0;
            std::exception_ptr failure;
            try {
                bytes = work(slot->item);
            } catch (...) {
                failure = std::current_exception();
            }
            done(*slot, bytes, failure);
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

    // A slot stays where it is until it is taken: a deque moves none when others come and go at its ends.
    Slot* next_to_work() {
        std::unique_lock lock(mutex_);
        // Nobody waits in vain: what is done and fills the line is at its front, to be taken.
        work_.wait(lock, [&] {
            return cancelled_ || (begun_ < slots_.size() ? done_bytes_ <= most_bytes_ : closed_);
        });
        if (cancelled_ || begun_ == slots_.size()) return nullptr;
        return &slots_[begun_++];
    }

    void done(Slot& slot, std::size_t bytes, std::exception_ptr failure) {
        const std::lock_guard lock(mutex_);
        bytes_ += bytes - slot.bytes;
        slot.bytes = bytes;
        done_bytes_ += bytes;
        slot.is_done = true;
        slot.failure = std::move(failure);
        if (&slot == &slots_.front()) done_.notify_one();
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
