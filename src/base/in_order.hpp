// Results that are made in several threads and used in one, in their order.
//
//     make_in_order<Row>(ids.size(), 2, 64,
//                        [&](std::size_t thread, std::size_t i) { return read(connections[thread], ids[i]); },
//                        [&](Row row) { write(row); });
//
// `make` is called with which of the threads asks and which result it is to make, `use` in the thread of the caller. No thread
// is more than `most_ahead` results ahead of it, so that memory has a limit. What either of them throws ends all and is thrown
// to the caller, behind what was used before. None runs any longer when the call returns.
#pragma once
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace figbook {

template <class Result>
class InOrder {
 public:
    InOrder(std::size_t count, std::size_t most_ahead) : count_(count), places_(most_ahead) {}

    template <class Make>
    void make_some(std::size_t thread, const Make& make) {
        for (std::unique_lock lock(mutex_);; lock.lock()) {
            room_.wait(lock, [&] { return stopped_ || next_ == count_ || next_ < used_ + places_.size(); });
            if (stopped_ || next_ == count_) return;
            const std::size_t mine = next_++;
            lock.unlock();
            Place made;
            try {
                made.result.emplace(make(thread, mine));
            } catch (...) {
                made.failure = std::current_exception();
            }
            lock.lock();
            places_[mine % places_.size()] = std::move(made);
            if (mine == used_) made_.notify_one();
            lock.unlock();
        }
    }

    template <class Use>
    void use_all(const Use& use) {
        while (used_ < count_) {
            std::unique_lock lock(mutex_);
            Place& place = places_[used_ % places_.size()];
            made_.wait(lock, [&] { return place.result || place.failure; });
            Place made = std::exchange(place, {});
            ++used_;
            lock.unlock();
            room_.notify_one();
            if (made.failure) std::rethrow_exception(made.failure);
            use(std::move(*made.result));
        }
    }

    void stop() {
        const std::lock_guard lock(mutex_);
        stopped_ = true;
        room_.notify_all();
    }

 private:
    struct Place {
        std::optional<Result> result;
        std::exception_ptr failure;
    };

    const std::size_t count_;
    std::mutex mutex_;
    std::condition_variable room_;
    std::condition_variable made_;
    // Of those that are made and not used yet, by their number modulo how many these are.
    std::vector<Place> places_;
    std::size_t next_ = 0;  // to be made
    std::size_t used_ = 0;
    bool stopped_ = false;
};

template <class Result, class Make, class Use>
void make_in_order(std::size_t count, std::size_t threads, std::size_t most_ahead, const Make& make,
                   const Use& use) {
    InOrder<Result> line(count, most_ahead);
    std::vector<std::jthread> makers;  // gone before the line is
    struct Stop {
        InOrder<Result>& line;
        ~Stop() { line.stop(); }
    } const stop{line};
    for (std::size_t thread = 0; thread < threads; ++thread)
        makers.emplace_back([&line, &make, thread] { line.make_some(thread, make); });
    line.use_all(use);
}

}  // namespace figbook
