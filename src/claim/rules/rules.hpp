// The rule families, in the order in which they run over a sentence. Each fills its own fields of the drafts and
// may read what the ones before it found.
#pragma once
#include "claim/draft.hpp"

namespace figbook {

// role and change: "rose 4.5% to $1.24bn from $1.19bn".
void find_changes(const SentenceFrame& frame);
// relation: "€50 billion ($51.9 billion)", "14 of the 120 seats".
void find_relations(const SentenceFrame& frame);
// modality: what is, against what is planned, promised, forecast.
void find_modality(const SentenceFrame& frame);
// subject: the phrase that says what is measured.
void find_subjects(const SentenceFrame& frame);
// To be called behind that.
void deal_out_subjects(const SentenceFrame& frame);
// period and baseline: when it holds, and what a change is measured from.
void find_periods(const SentenceFrame& frame);

}  // namespace figbook
