#include "pipeline/extract_articles.hpp"

#include <algorithm>
#include <exception>
#include <sys/resource.h>
#include <thread>
#include <utility>
#include <variant>

#include "check/marks.hpp"
#include "claim/extract.hpp"
#include "pipeline/work_line.hpp"
#include "track/fact_key.hpp"

namespace figbook {
namespace {

// What may wait between the reading and the sink, claims included: enough that all threads have work while the articles of
// one transaction are written.
constexpr std::size_t most_waiting_bytes = 6U << 20U;

// Whatever comes in goes through the line, so that it comes out in order.
using Event = std::variant<ExtractedArticle, Rejected, PassedOver>;
using Line = WorkLine<Event>;

// The line was cancelled: nobody takes what is read.
struct Cancelled {};

std::size_t bytes_of(const Event& event) {
    const auto* extracted = std::get_if<ExtractedArticle>(&event);
    return extracted != nullptr ? extracted->bytes() : sizeof(Event);
}

// Room was made for more claims than there are, and many articles wait for the store. Those of an article that is a large
// part of what may wait stay where they are: for a moment they would be there twice.
void give_back_room(std::vector<Claim>& claims) {
    constexpr std::size_t small = most_waiting_bytes / 8;
    if (claims.capacity() * sizeof(Claim) <= small) claims.shrink_to_fit();
}

// Extracts those of the events that are articles.
void work_on(const Extractor& extract, const std::vector<Event*>& events, bool for_store) {
    std::vector<ExtractedArticle*> extracted;
    std::vector<const Article*> articles;
    for (Event* event : events) {
        auto* each = std::get_if<ExtractedArticle>(event);
        if (each == nullptr) continue;
        extracted.push_back(each);
        articles.push_back(&each->article);
    }
    std::vector<std::vector<Claim>> claims = extract(articles);
    for (std::size_t i = 0; i < extracted.size(); ++i) {
        auto& [article, claims_of_it, story] = *extracted[i];
        claims_of_it = std::move(claims[i]);
        if (!for_store) continue;
        give_back_room(claims_of_it);
        story = read_story(article.text);
        assign_facts(article, claims_of_it);
        mark_claims(article.text, claims_of_it);
    }
}

// Who writes is what all others wait for, and there is one of it: where there are fewer processors than threads, those
// who extract let it go first. In Linux this is of the calling thread alone; where it is refused nothing is lost.
void step_back() {
    constexpr int nicer = 5;
    static_cast<void>(::setpriority(PRIO_PROCESS, 0, nicer));
}

void give(Event event, const ExtractedSink& sink) {
    if (auto* extracted = std::get_if<ExtractedArticle>(&event))
        sink.article(std::move(*extracted));
    else if (const auto* rejected = std::get_if<Rejected>(&event))
        sink.rejected(*rejected);
    else
        sink.passed_over(std::get<PassedOver>(event));
}

// Reads all inputs; false where the control stopped it.
bool read_events(const std::vector<std::string>& inputs, const ReadOptions& options,
                 const std::function<void(Event)>& take) {
    const Sink sink{[&](Article article) {
                        take(ExtractedArticle{std::move(article), {}, {}});
                    },
                    [&](const Rejected& rejected) { take(rejected); }, [&](PassedOver what) { take(what); }};
    try {
        read_articles(inputs, options, sink);
    } catch (const Stopped&) {
        return false;
    }
    return true;
}

// In the thread of the caller: events wait until there is enough to extract together.
class Here {
 public:
    explicit Here(const ExtractedSink& sink) : sink_(sink) {}

    void take(Event event) {
        bytes_ += bytes_of(event);
        waiting_.push_back(std::move(event));
        if (bytes_ >= Extractor::bytes_together) give_all();
    }
    void give_all() {
        std::vector<Event*> events;
        for (Event& event : waiting_) events.push_back(&event);
        work_on(extract_, events, sink_.for_store);
        for (Event& event : waiting_) give(std::move(event), sink_);
        waiting_.clear();
        bytes_ = 0;
    }

 private:
    const ExtractedSink& sink_;
    const Extractor extract_{};
    std::vector<Event> waiting_;
    std::size_t bytes_ = 0;
};

bool extract_here(const std::vector<std::string>& inputs, const ReadOptions& options,
                  const ExtractedSink& sink) {
    Here here(sink);
    const bool whole = read_events(inputs, options, [&](Event event) { here.take(std::move(event)); });
    here.give_all();
    return whole;
}

// The threads that extract, and the one that gives to the sink.
class Threads {
 public:
    Threads(Line& line, std::size_t extracting, const ExtractedSink& sink, ReadControl& control)
        : line_(line) {
        try {
            threads_.emplace_back([this, &sink, &control] { give_all(sink, control); });
            for (std::size_t i = 0; i < extracting; ++i)
                threads_.emplace_back([this, &sink] { extract_all(sink.for_store); });
        } catch (...) {
            line_.cancel();  // or those that have started would be waited for without end
            throw;
        }
    }
    Threads(const Threads&) = delete;
    Threads& operator=(const Threads&) = delete;
    // Behind an exception of the reading; cancels nothing that is closed and done.
    ~Threads() { line_.cancel(); }

    // Waits until all that was put into the line has gone to the sink; throws what the sink has thrown.
    void finish() {
        line_.close();
        for (std::jthread& thread : threads_) thread.join();
        if (failure_) std::rethrow_exception(failure_);
    }

 private:
    void extract_all(bool for_store) {
        if (for_store) step_back();
        const Extractor extract;
        line_.work(
            Extractor::bytes_together,
            [&](const std::vector<Event*>& events) { work_on(extract, events, for_store); }, bytes_of);
    }

    void give_all(const ExtractedSink& sink, ReadControl& control) {
        try {
            while (auto event = line_.take()) give(*std::move(event), sink);
        } catch (...) {
            failure_ = std::current_exception();
            line_.cancel();
            control.stop = true;  // the reading may be waiting for a pipe
        }
    }

    Line& line_;
    std::exception_ptr failure_;
    std::vector<std::jthread> threads_;  // the last member: they are joined before the others go
};

}  // namespace

std::size_t ExtractedArticle::bytes() const {
    const std::size_t shingles = story.shingles.capacity() + story.all.capacity() + story.sampled.capacity();
    return sizeof(Event) + article.text.capacity() + claims.capacity() * sizeof(Claim) +
           shingles * sizeof(std::uint64_t) + story.samples.capacity() * sizeof(Sample);
}

std::size_t usual_threads() {
    return std::max(std::thread::hardware_concurrency(), 1U);
}

bool extract_articles(const std::vector<std::string>& inputs, const ReadOptions& options, std::size_t threads,
                      const ExtractedSink& sink) {
    if (threads <= 1) return extract_here(inputs, options, sink);
    ReadControl own;
    ReadOptions controlled = options;
    if (controlled.control == nullptr) controlled.control = &own;
    Line line(most_waiting_bytes);
    Threads running(line, threads, sink, *controlled.control);
    const auto put = [&](Event event) {
        const std::size_t bytes = bytes_of(event);
        if (!line.put(std::move(event), bytes)) throw Cancelled{};
    };
    bool whole = false;
    try {
        whole = read_events(inputs, controlled, put);
    } catch (const Cancelled&) {
        // finish() says why.
    }
    running.finish();
    return whole;
}

}  // namespace figbook
