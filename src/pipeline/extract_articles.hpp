// Inputs in, articles with their claims out: the extraction in several threads, and yet everything in order.
//
//     extract_articles({"articles/"}, options, 4, {on_article, on_rejected, on_passed_over});
//
// Inputs are read in the thread of the caller; articles and what is wrong with others go to the sink in the order
// of reading, from one other thread. With one thread all is done in that of the caller.
#pragma once
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "claim/claim.hpp"
#include "load/load.hpp"
#include "store/story.hpp"

namespace figbook {

struct ExtractedArticle {
    Article article;
    std::vector<Claim> claims;
    Story story;  // where the sink wants it

    // About how much memory it takes.
    std::size_t bytes() const;
};

struct ExtractedSink {
    std::function<void(ExtractedArticle)> article;
    std::function<void(const Rejected&)> rejected;
    std::function<void(PassedOver)> passed_over = [](PassedOver) {};
    bool for_store = false;  // then with their stories, by which the store finds copies, and their facts
};

// As many as the machine has processors, at least one.
std::size_t usual_threads();

// False where the control stopped the reading: what was read before has gone to the sink. What the sink throws ends
// the reading and is thrown; so is what read_articles() throws, and then what waits for the sink is lost.
bool extract_articles(const std::vector<std::string>& inputs, const ReadOptions& options, std::size_t threads,
                      const ExtractedSink& sink);

}  // namespace figbook
