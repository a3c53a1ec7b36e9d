#include "claim/sources.hpp"

#include <algorithm>

namespace figbook {
namespace {

Source quoting(Source source) {
    source.mode = SourceMode::quote;
    return source;
}

bool is_inside(TokenRange range, const Quantity& quantity) {
    return range.begin <= quantity.core && quantity.core < range.end;
}

}  // namespace

void SourceTracker::tell(Trace* trace, std::size_t figure, std::string_view rule, const Named& named) {
    note(trace, {figure, Field::source, rule, named.cue, named.cue + 1});
    note(trace, {figure, Field::speaker, rule, named.speaker.begin, named.speaker.end});
}

// The speaker of the quotations in this sentence: whom it names, the nearest one for more than one.
std::optional<Source> SourceTracker::quoted_speaker(const SentenceFrame& frame,
                                                    const std::vector<Attribution>& found,
                                                    std::size_t figure) {
    if (!found.empty()) {
        tell(frame.trace, figure, "source.quoted", named_.back());
        return quoting(found.back().source);
    }
    if (auto named = speaker_before_colon(frame)) {
        note(frame.trace, {figure, Field::source, "source.colon"});
        return named;
    }
    if (named_.empty() || named_.back().paragraph != frame.sentence.paragraph) return std::nullopt;
    tell(frame.trace, figure, "source.quoted_on", named_.back());
    return quoting(named_.back().source);
}

// "Frank Newport: “We found …”": a name and a colon before the quotation.
std::optional<Source> SourceTracker::speaker_before_colon(const SentenceFrame& frame) {
    for (std::size_t i = frame.sentence.begin + 1; i + 1 < frame.sentence.end; ++i) {
        if (!frame.document.is(i, ":")) continue;
        const std::string_view mark = frame.document.word(i + 1);
        std::size_t begin = i;
        while (begin > frame.sentence.begin && frame.token(begin - 1).is_word() &&
               frame.token(begin - 1).is_capitalised())
            --begin;
        if ((mark != "“" && mark != "\"") || begin + 1 >= i) return std::nullopt;
        auto source = speakers_.resolve(frame, {begin, i});
        if (!source) return std::nullopt;
        source->cue.assign(1, ':');
        return quoting(*source);
    }
    return std::nullopt;
}

// "That is 10 billion more than a month ago.": the sentence carries the one before on.
std::optional<Source> SourceTracker::carried_on(const SentenceFrame& frame) const {
    if (!previous_ || frame.sentence.paragraph != previous_paragraph_) return std::nullopt;
    const std::size_t first = frame.sentence.begin;
    const bool points_back =
        (frame.is(first, "that") || frame.is(first, "this")) &&
        (frame.is(first + 1, WordClass::copula) || frame.is(first + 1, WordClass::modal) ||
         frame.is(first + 1, "compares") || frame.is(first + 1, "compared"));
    return points_back ? previous_ : std::nullopt;
}

void SourceTracker::give(const SentenceFrame& frame, const std::vector<Attribution>& found, Draft& draft,
                         std::size_t index) {
    const Quantity& quantity = draft.quantity;
    if (is_quoted(document_, quantity.core)) {
        draft.claim.source = quoted_speaker(frame, found, quantity.core);
        if (!draft.claim.source) waiting_.push_back({index, quantity.core, frame.sentence.paragraph});
        return;
    }
    // The attribution that covers it most closely: one that opens before it, else one that covers the sentence.
    const Attribution* best = nullptr;
    for (const Attribution& attribution : found) {
        if (is_inside(attribution.speaker, quantity)) return;
        const bool covers = attribution.begin <= quantity.begin && quantity.begin < attribution.end;
        if (!covers) continue;
        // "Farmers expect a good year, the union said": the union says it.
        const bool outer = best && best->is_view && attribution.whole;
        if (!best || outer || ((!attribution.whole || best->whole) && !(attribution.is_view && best->whole)))
            best = &attribution;
    }
    if (best) {
        draft.claim.source = best->source;
        note(frame.trace,
             {quantity.core, Field::source, quantity.begin < best->cue ? "source.whole" : "source.covers",
              best->cue, best->cue + 1});
        note(frame.trace, {quantity.core, Field::speaker, "speaker", best->speaker.begin, best->speaker.end});
    } else if (found.empty()) {
        draft.claim.source = carried_on(frame);
        note(frame.trace, {quantity.core, Field::source, "source.carried_on", frame.sentence.begin,
                           frame.sentence.begin + 1});
    }
}

void SourceTracker::read(const SentenceFrame& frame) {
    const Sentence& sentence = frame.sentence;
    const bool has_cue = sentence.has(WordClass::cue) || sentence.has(WordClass::attribution_word) ||
                         (sentence.has(WordClass::survey_noun) && frame.is(sentence.begin, "in"));
    const std::vector<Attribution> found =
        has_cue ? find_attributions(frame, speakers_) : std::vector<Attribution>();
    if (!found.empty())
        named_.push_back(
            {frame.sentence.paragraph, found.back().source, found.back().speaker, found.back().cue});
    for (std::size_t i = 0; i < frame.count(); ++i) give(frame, found, frame.draft(i), frame.first + i);
    // A restatement has the source of what it restates, a part that of its whole.
    for (std::size_t i = 0; i < frame.count(); ++i) {
        Claim& claim = frame.draft(i).claim;
        if (claim.relation && claim.relation->kind == RelationKind::restates) {
            const Draft& base = frame.drafts[claim.relation->claim];
            claim.source = base.claim.source;
            note(frame.trace,
                 {frame.draft(i).quantity.core, Field::source, "restated", 0, 0, base.quantity.core});
        }
    }
    previous_paragraph_ = frame.sentence.paragraph;
    previous_ = std::nullopt;
    if (!found.empty())
        previous_ = found.back().source;
    else if (frame.count() > 0)
        previous_ = frame.draft(frame.count() - 1).claim.source;
}

// Who speaks first in a paragraph; nullptr for nobody.
const SourceTracker::Named* SourceTracker::first_named(std::uint32_t paragraph) const {
    const auto found = std::partition_point(named_.begin(), named_.end(),
                                            [&](const Named& named) { return named.paragraph < paragraph; });
    return found != named_.end() && found->paragraph == paragraph ? &*found : nullptr;
}

// Whoever is named first in the paragraph, else first in the one before.
const SourceTracker::Named* SourceTracker::named_around(std::uint32_t paragraph) const {
    const Named* named = first_named(paragraph);
    return named || paragraph == 0 ? named : first_named(paragraph - 1);
}

void SourceTracker::finish(Drafts& drafts, Trace* trace) {
    for (const Waiting& waiting : waiting_) {
        const Named* named = named_around(waiting.paragraph);
        if (!named) continue;
        drafts.claim(waiting.draft).source = quoting(named->source);
        tell(trace, waiting.figure, "source.quoted_before", *named);
    }
}

}  // namespace figbook
