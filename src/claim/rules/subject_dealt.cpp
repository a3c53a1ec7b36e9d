// "Sales and profit rose 4% and 5% respectively": as many things before as figures, of which each has its own.
#include <vector>

#include "claim/rules/rules.hpp"
#include "claim/rules/subject_rules.hpp"

namespace figbook {
namespace {

// The first figure of the list that ends with figure `last`: only commas and "and" between.
std::size_t first_of_list(const SentenceFrame& frame, std::size_t last) {
    std::size_t first = last;
    for (; first > 0; --first) {
        const std::size_t begin = frame.draft(first).quantity.begin;
        std::size_t at = frame.draft(first - 1).quantity.phrase_end();
        while (at < begin && frame.is_any(at, {",", "and"})) ++at;
        if (at != begin) break;
    }
    return first;
}

// "fuel, food | and rent" in parts; none where one of them is empty.
std::vector<TokenRange> items_of(const SentenceFrame& frame, TokenRange list) {
    std::vector<TokenRange> items;
    std::size_t begin = list.begin;
    for (std::size_t i = list.begin; i <= list.end; ++i) {
        if (i < list.end && !frame.is_any(i, {",", "and"})) continue;
        if (i == begin && i < list.end && frame.is(i, "and") && !items.empty()) {  // ", and"
            begin = i + 1;
            continue;
        }
        const TokenRange item = without_determiner(frame, {begin, i});
        if (item.empty()) return {};
        items.push_back(item);
        begin = i + 1;
    }
    return items;
}

// "Sales in Orlo and | Dorne": without its noun the second would not say what of Dorne.
bool hangs_on_first(const SentenceFrame& frame, TokenRange first, TokenRange item) {
    const auto is_attached = [&](TokenRange range) {
        for (std::size_t i = range.begin; i < range.end; ++i)
            if (frame.is(i, WordClass::attaching)) return true;
        return false;
    };
    return is_attached(first) && !is_attached(item);
}

bool have_one_subject(const SentenceFrame& frame, std::size_t first, std::size_t last) {
    for (std::size_t i = first; i <= last; ++i) {
        const Draft& draft = frame.draft(i);
        if (draft.claim.subject.empty() || draft.subject_begin != frame.draft(first).subject_begin ||
            draft.subject_end != frame.draft(first).subject_end ||
            draft.subject_end > frame.draft(first).quantity.begin ||
            draft.subject_begin < frame.sentence.begin)
            return false;
    }
    return true;
}

}  // namespace

void deal_out_subjects(const SentenceFrame& frame) {
    for (std::size_t last = 1; last < frame.count(); ++last) {
        std::size_t at = frame.draft(last).quantity.phrase_end();
        if (frame.is(at, ",")) ++at;
        if (!frame.is(at, "respectively")) continue;
        const std::size_t first = first_of_list(frame, last);
        if (first == last || !have_one_subject(frame, first, last)) continue;
        const auto items =
            items_of(frame, {frame.draft(first).subject_begin, frame.draft(first).subject_end});
        if (items.size() != last - first + 1) continue;
        for (std::size_t i = first; i <= last; ++i) {
            Draft& draft = frame.draft(i);
            const TokenRange item = items[i - first];
            if (i > first && hangs_on_first(frame, items.front(), item)) continue;
            draft.subject_begin = item.begin;
            draft.subject_end = item.end;
            draft.claim.subject = frame.document.text_of(item.begin, item.end);
            note(frame.trace,
                 {draft.quantity.core, Field::subject, "subject.dealt_out", item.begin, item.end});
        }
    }
}

}  // namespace figbook
