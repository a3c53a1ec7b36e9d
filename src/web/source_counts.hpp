// Who figures are from and how many, counted by article, so that after a change of the database only the articles that
// changed are counted anew.
//
//     SourceCounts counts;
//     counts.count(database, {17, 18});     // also where they were counted before, or are gone
//     counts.list()->by_figures.front()     // the source with most figures
#pragma once
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "store/database.hpp"

namespace figbook::web {

// A name and what it is, with the title and organisation that are given most often.
struct CountedSource {
    std::string name;
    std::string kind;
    std::string title;
    std::string organisation;
    std::int64_t figures = 0;
    std::string words{};  // all of that in small letters, to search in
};

struct SourceList {
    std::vector<CountedSource> by_name;
    std::vector<const CountedSource*> by_figures;  // those with most first
};

class SourceCounts {
 public:
    void count(const Database& database, const std::vector<std::int64_t>& articles);
    void forget(std::int64_t article_id);

    // Of the view figures, also of those that the paper says itself.
    std::int64_t figures() const { return figures_; }
    std::shared_ptr<const SourceList> list() const;

 private:
    // A source as figures have it: with one title and organisation.
    struct Form {
        std::string title;
        std::string organisation;
        std::int64_t figures = 0;
    };
    // Forms never move: what counts them points at them.
    using Forms = std::map<std::pair<std::string, std::string>, Form>;
    using Counted = std::vector<std::pair<Form*, std::int64_t>>;

    Form* form(const std::vector<Value>& row);

    std::map<std::pair<std::string, std::string>, Forms> sources_;  // by name and kind
    Form unnamed_;                                                  // what papers say themselves
    std::unordered_map<std::int64_t, Counted> of_article_;
    std::int64_t figures_ = 0;
};

}  // namespace figbook::web
