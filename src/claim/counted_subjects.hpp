// What a bare number counts, and what points are of, where only its subject or the sentence before says it. For extract.cpp, once
// subjects are found.
#pragma once
#include "claim/draft.hpp"

namespace figbook {

// "25.1 per cent took part. It was still 4.2 points higher than in 2019": held against the percentage told right before it, and no
// points of a match or an index.
bool holds_against_percent(const SentenceFrame& frame, const Quantity& quantity);

// The draft counts what the one before it counts.
void count_like(const SentenceFrame& frame, Draft& draft, const Draft& before);

// "54 stabbings in 2022. In 2023 the figure was 71", "3,712 patients a day. The peak was 5,160": the subject says which of those
// told before, and not of what. Gives draft `i` what they count.
bool count_as_told(const SentenceFrame& frame, std::size_t i);

// "hopes to tag 15 more next summer", "with stuff for another 40": further ones of what was named are counted.
void count_further(const SentenceFrame& frame);

// "300 drones and missiles": both are counted, where the subject is both and nothing else begins behind "and".
void count_both(const SentenceFrame& frame);

// "Removals have reached a six-year high, with 7,940 in the three months to May": what moved is what is counted.
void find_subject_that_moved(const SentenceFrame& frame, Draft& draft);

// "Families have been arriving at Lenz, a lakeside town, at the rate of 3,000 a day": who does so, and no rate.
void find_subject_of_rate(const SentenceFrame& frame, Draft& draft);

}  // namespace figbook
