// Points that are percentage points: of a poll, of a percentage before them; those of an index and of a game are counts.
// Inside quantity/ alone.
//
//     Points points(document, sentence, found, trace);
//     points.of_poll(i);       // "the lead narrowed to four points"
//     points.of_percent(i);    // "27%, down five points"
//
// Both leave figure `i` as it is where it is none. `found`: the figures of the sentence, in their order.
#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "quantity/quantity.hpp"

namespace figbook {

class Points {
 public:
    Points(const Document& document, const Sentence& sentence, std::vector<Quantity>& found,
           bool behind_polls, Trace* trace)
        : document_(document),
          sentence_(sentence),
          words_(vocabulary()),
          found_(found),
          behind_polls_(behind_polls),
          trace_(trace) {}

    void of_poll(std::size_t i);
    void of_percent(std::size_t i);
    // The figure becomes one in percentage points, and takes in the word for them.
    void make_points(Quantity& quantity, std::string_view rule);

 private:
    bool is(std::size_t i, WordLiteral word) const { return i < sentence_.end && document_.reads(i, word); }
    bool is_of_index(std::size_t i) const;
    bool follows_index(std::size_t i) const;
    bool is_moving_margin(const Quantity& quantity) const;
    bool is_of_rate(const Quantity& quantity) const;
    bool is_of_voters(const Quantity& quantity) const;
    bool is_won_in_election(const Quantity& quantity) const;
    bool leads_to_percent(std::size_t i) const;
    bool is_before_percent(std::size_t i) const;
    bool moves_toward_percent(std::size_t i) const;

    const Document& document_;
    const Sentence& sentence_;
    const Vocabulary& words_;
    std::vector<Quantity>& found_;
    bool behind_polls_;
    Trace* trace_;
};

}  // namespace figbook
