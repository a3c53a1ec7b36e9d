// What `scripts/bench load` loads: JSON Lines of news that nobody wrote (news_text.hpp), with addresses and papers. One
// article in ten is an earlier one, printed by another paper a day later under a first sentence of its own.
//
//     LoadCorpus corpus(Density::sparse);
//     corpus.append_line(text);   // as often as is wanted
#pragma once
#include <cstddef>
#include <deque>
#include <string>

#include "bench/news_text.hpp"

namespace figbook::bench {

class LoadCorpus {
 public:
    explicit LoadCorpus(Density density) : writer_(density) {}

    void append_line(std::string& out);
    std::size_t articles() const { return articles_; }

 private:
    Article next();
    Article copy_of(const Article& original);

    NewsWriter writer_;
    std::size_t articles_ = 0;
    std::deque<Article> recent_;  // of which copies are made
};

}  // namespace figbook::bench
