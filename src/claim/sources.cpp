#include "claim/sources.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"
#include "claim/attribution_finder.hpp"
#include "claim/names.hpp"
#include "claim/paper_aside.hpp"
#include "claim/phrases.hpp"
#include "claim/speaker_before_colon.hpp"
#include "claim/verbs.hpp"
#include "text/dashes.hpp"

namespace figbook {
namespace {

Source quoting(Source source) {
    source.mode = SourceMode::quote;
    return source;
}

bool is_inside(TokenRange range, const Quantity& quantity) {
    return range.begin <= quantity.core && quantity.core < range.end;
}

// "the 0.1% | economists had forecast": theirs alone, whoever tells the sentence. Not "the $2bn | it asked for", of whom
// somebody tells.
bool is_view_of(const SentenceFrame& frame, const Attribution& view, const Quantity& quantity) {
    return view.saying == Saying::view && !view.whole && view.begin <= quantity.core &&
           quantity.core < view.speaker.begin && !frame.is(view.speaker.begin, WordClass::pronoun);
}

// "Reuters", "Fox News", "the AFP news agency": which tells what others said.
bool is_medium(const Source& source) {
    if (source.kind != SourceKind::organisation) return false;
    const std::string_view name = source.name;
    const std::size_t last = name.rfind(' ') + 1;
    const auto is = [](std::string_view word) {
        return vocabulary().is(vocabulary().lexicon.find(lower(word)), WordClass::medium);
    };
    return is(name.substr(last)) || is(name.substr(0, name.find(' '))) || name.ends_with(" News") ||
           name.ends_with(" Press") || name.ends_with("news agency") || name.ends_with(" News Agency");
}

// Of two attributions that cover a figure, in the order of the sentence: does the second tell who says it?
bool closer(const SentenceFrame& frame, const Attribution& later, const Attribution& earlier,
            const Quantity& quantity) {
    if (later.saying == Saying::document || is_view_of(frame, earlier, quantity)) return false;
    if (is_view_of(frame, later, quantity)) return true;
    if (earlier.inner && later.whole) return false;
    // "Halden said that according to | its | count, 900 walked out": Halden, who counted
    if (later.whole && later.cue < quantity.begin && later.source.kind == SourceKind::document &&
        earlier.saying == Saying::speech && !earlier.whole &&
        frame.is(later.speaker.begin, WordClass::possessive_pronoun))
        return false;
    // "The ministry said 12 had died, Reuters reported.": the ministry
    if (later.whole && !earlier.whole && earlier.saying == Saying::speech &&
        earlier.source.kind != SourceKind::document && is_medium(later.source) &&
        frame.is_any(earlier.cue, {"said", "says", "say", "told", "tells", "claimed", "claims", "claim",
                                   "announced", "confirmed", "warned", "added", "reported"}))
        return false;
    // One set behind the sentence says all of it, and what is said in brackets or of a claim is nearer still. But "Farmers
    // expect a good year, the union said" and "The union said farmers expect a good year" are both the union's.
    if (later.whole || later.end < earlier.end) return true;
    return later.saying != Saying::view || (!earlier.whole && earlier.saying != Saying::speech);
}

// The attribution that names the speaker of a quotation: the next one behind it, else the last before it.
const Attribution* speaker_of(const std::vector<Attribution>& found, const Quotation& quotation) {
    const Attribution* before = nullptr;
    for (const Attribution& each : found) {
        if (each.saying == Saying::document) continue;
        if (each.cue >= quotation.end && each.whole) return &each;
        // "Ida Wren tweeted back at a man who promises peace: “…”": who tweets, not who promises.
        const bool weaker = before && before->saying == Saying::speech && each.saying == Saying::view;
        if (each.cue < quotation.begin && !weaker) before = &each;
    }
    return before ? before : found.empty() ? nullptr : &found.back();
}

// "Rhodes says that reports indicate …": a document of which somebody tells before it. Not "Hale referred to her report that
// found", which is all that he tells of.
bool is_told_by_another(const std::vector<Attribution>& found, const Attribution& inner) {
    if (inner.source.kind != SourceKind::document || inner.whole) return false;
    // "a consensus forecast of $47m from a poll": the poll's
    if (inner.saying == Saying::view && inner.speaker.begin > inner.cue) return false;
    return std::any_of(found.begin(), found.end(), [&](const Attribution& outer) {
        return outer.source.kind != SourceKind::document && outer.saying == Saying::speech && !outer.whole &&
               outer.cue < inner.cue && outer.begin < inner.speaker.begin && inner.cue < outer.end;
    });
}

// Who goes on speaking behind the sentence: the last whose words are speech.
const Attribution* who_speaks(const std::vector<Attribution>& found) {
    for (auto each = found.rbegin(); each != found.rend(); ++each)
        if (each->saying == Saying::speech && !is_told_by_another(found, *each)) return &*each;
    return found.empty() ? nullptr : &found.back();
}

bool is_dash(const Document& document, std::size_t i) {
    return i < document.tokens.size() && (document.is(i, "-") || is_wide_dash(document.word(i)));
}

// The paragraph of the last quotation that ends before the token.
std::uint32_t paragraph_before(const Document& document, std::size_t token) {
    const auto behind = std::partition_point(document.quotations.begin(), document.quotations.end(),
                                             [&](const Quotation& each) { return each.end < token; });
    return behind == document.quotations.begin() ? 0 : (behind - 1)->paragraph;
}

// "Halden wrote:", "Halden said in a note:"; not "Halden shows who would lose:", where a clause stands between.
bool is_announced(const SentenceFrame& frame, std::size_t cue) {
    for (std::size_t i = cue + 1; i + 1 < frame.sentence.end; ++i)
        if (is_verb_at(frame, i) && frame.is(i - 1, WordClass::modal)) return false;
    return true;
}

bool is_opening_mark(const Document& document, std::size_t i) {
    return document.is(i, "“") || document.is(i, "\"") || document.is(i, "‘") || document.is(i, "'");
}

// Can somebody speak in a sentence without figures?
bool may_speak(const Sentence& sentence) {
    static constexpr WordClasses speaking{WordClass::cue_start, WordClass::attribution_word,
                                          WordClass::quotation_mark, WordClass::dash, WordClass::colon};
    return sentence.classes.has_any(speaking);
}

// `"In 2004 we had six. Now we have two," said Ines Duarte`: the end of a quotation that runs over this sentence, where who
// speaks follows; 0 where it stops.
std::size_t end_before_speaker(const SentenceFrame& frame, const Quotation& quotation) {
    const Document& document = frame.document;
    if (!quotation.closed || quotation.end <= frame.sentence.end ||
        quotation.end + 1 >= document.tokens.size())
        return 0;
    std::size_t mark = quotation.end;  // the closing one, or the one before it
    while (mark > quotation.begin && vocabulary().is(document.tokens[mark].word, WordClass::quotation_mark))
        --mark;
    for (std::size_t i = mark; i + 2 > mark; --i)
        if (document.is(i, ",") || document.is(i, "?") || document.is(i, "!")) return quotation.end;
    return 0;
}

}  // namespace

SourceTracker::SourceTracker(const Document& document)
    : speakers_(document, [this] { catch_up(); }), spoke_(document) {
    put_off_.reserve(document.sentences.size());
}

void SourceTracker::tell(Trace* trace, std::size_t figure, std::string_view rule, const SpokenBy& named) {
    note(trace, {figure, Field::source, rule, named.cue, named.cue + 1});
    note(trace, {figure, Field::speaker, rule, named.speaker.begin, named.speaker.end});
}

// Gives a quoted figure the speaker that its sentence or its paragraph names before it; false where there is none yet.
bool SourceTracker::give_quoted(const SentenceFrame& frame, const std::vector<Attribution>& found,
                                Draft& draft, const Quotation& quotation) {
    const std::size_t figure = draft.quantity.core;
    if (const Attribution* says = speaker_of(found, quotation)) {
        draft.claim.source = quoting(says->source);
        tell(frame.trace, figure, "source.quoted",
             {frame.sentence.paragraph, says->source, says->speaker, says->cue});
        return true;
    }
    if (speaking_put_off_ == frame.sentence.paragraph) catch_up();
    const SpokenBy* named = spoke_.last_in(frame.sentence.paragraph);
    if (named && quotation.begin >= frame.sentence.begin && end_before_speaker(frame, quotation) > 0)
        return false;
    if (!named) return give_to_subject(frame, draft, quotation);
    draft.claim.source = quoting(named->source);
    tell(frame.trace, figure, named->source.cue == ":" ? "source.colon" : "source.quoted_on", *named);
    return true;
}

// "Ida Wren sent out a call, asking them to “give $3 to our boats”": behind words of the paper's, the words of whom or what
// the sentence opens with.
bool SourceTracker::give_to_subject(const SentenceFrame& frame, Draft& draft, const Quotation& quotation) {
    constexpr std::size_t fewest = 3;  // words of the paper's
    const std::size_t first = frame.sentence.begin;
    if (quotation.begin < first + fewest || !frame.token(first).is_capitalised()) return false;
    const TokenRange phrase = noun_phrase_from(frame, first);
    std::size_t verb = phrase.end;
    while (frame.is(verb, WordClass::modifier) || frame.is(verb, WordClass::auxiliary)) ++verb;
    if (phrase.empty() || verb >= quotation.begin || !is_verb_at(frame, verb)) return false;
    const auto source = speakers_.resolve(frame, phrase);
    if (!source || source->kind == SourceKind::unnamed) return false;
    SpokenBy named{frame.sentence.paragraph, *source, phrase, verb};
    named.source.cue = std::string(frame.word(verb));
    draft.claim.source = quoting(named.source);
    tell(frame.trace, draft.quantity.core, "source.quoted_of", named);
    return true;
}

// "Frank Newport: “We found …”", "Partial transcript as follows:": whose words a colon announces where no verb does.
void SourceTracker::read_colon(const SentenceFrame& frame) {
    for (std::size_t i = frame.sentence.begin + 1; i < frame.sentence.end; ++i) {
        // "JANE ROE, ECONOMIST, TARNHOLT BANK "We lost …""
        const bool listed = is_opening_mark(frame.document, i) && frame.token(i - 1).is_all_capitals() &&
                            frame.token(frame.sentence.begin).is_all_capitals();
        if (!frame.is_written(i, ":") && !listed) continue;
        const bool ends = i + 1 == frame.sentence.end;
        if (!ends && !listed && !is_opening_mark(frame.document, i + 1)) continue;
        TokenRange phrase = speaker_before_colon(frame, i, ends);
        if (phrase.empty() && !ends && !listed) phrase = subject_before_colon(frame, i);
        if (phrase.empty() || (listed && !frame.is_written(phrase.end, ","))) return;
        auto source = speakers_.resolve(frame, phrase);
        if (!source || (ends && source->kind != SourceKind::document)) return;
        const bool in_capitals = frame.token(phrase.begin).is_all_capitals();
        if ((phrase.begin == frame.sentence.begin || in_capitals) && frame.is_written(phrase.end, ",") &&
            !has_organisation_word(frame.document, phrase.begin, phrase.end)) {
            source->kind = SourceKind::person;  // whose office and house are behind the name
            if (source->title.empty()) take_listed_office(frame, {phrase.end + 1, i}, *source);
        }
        source->cue.assign(1, ':');
        spoke_.add({frame.sentence.paragraph, std::move(*source), phrase, i});
        return;
    }
}

// `"We lost 40 boats." — Jane Roe, harbour master`: a name behind the quotation and a dash, on a line of its own or not.
bool SourceTracker::read_sign_off(const SentenceFrame& frame) {
    const Document& document = frame.document;
    if (!frame.sentence.has(WordClass::quotation_mark) && !is_dash(document, frame.sentence.begin))
        return false;
    for (std::size_t dash = frame.sentence.begin; dash + 1 < frame.sentence.end; ++dash) {
        if (!is_dash(document, dash) || dash == 0 || !closes_quotation(document, dash - 1)) continue;
        const std::size_t end = end_of_name(document, dash + 1, frame.sentence.end);
        const bool ends = end == frame.sentence.end || document.is(end, ",") || document.is(end, ".") ||
                          frame.is_any(end, {"of", "at", "in"});
        if (end == dash + 1 || !ends) return false;
        auto source = speakers_.resolve(frame, {dash + 1, end});
        const std::uint32_t paragraph = paragraph_before(document, dash);
        catch_up();
        const SpokenBy* last = spoke_.last();
        const bool in_order = !last || last->paragraph <= paragraph;
        if (!source || !in_order) return false;
        source->cue = std::string(document.word(dash));
        spoke_.add({paragraph, std::move(*source), {dash + 1, end}, dash});
        return true;
    }
    return false;
}

// "That is 10 billion more than a month ago.": the sentence carries the one before on.
bool SourceTracker::carries_on(const SentenceFrame& frame) {
    const std::size_t first = frame.sentence.begin;
    return frame.is_any(first, {"that", "this"}) &&
           (frame.is(first + 1, WordClass::copula) || frame.is(first + 1, WordClass::modal) ||
            frame.is_any(first + 1, {"compares", "compared", "includes", "equates"}));
}

std::optional<Source> SourceTracker::carried_on(const SentenceFrame& frame) {
    if (!put_off_.empty() && put_off_.back() > last_read_) {  // right before it
        const Sentence& before = frame.document.sentences[put_off_.back()];
        if (before.paragraph != frame.sentence.paragraph || !may_speak(before)) return std::nullopt;
        catch_up();
    }
    return frame.sentence.paragraph == previous_paragraph_ ? previous_ : std::nullopt;
}

void SourceTracker::give(const SentenceFrame& frame, const std::vector<Attribution>& found, Draft& draft,
                         std::size_t index) {
    const Quantity& quantity = draft.quantity;
    if (const Quotation* quotation = quotation_around(frame.document, quantity.core)) {
        if (!give_quoted(frame, found, draft, *quotation))
            waiting_.push_back(
                {index, quantity.core, frame.sentence.paragraph, end_before_speaker(frame, *quotation)});
        return;
    }
    if (introduced_ && introduced_->paragraph + 1 == frame.sentence.paragraph) {
        draft.claim.source = quoting(introduced_->source);
        tell(frame.trace, quantity.core, "source.introduced", *introduced_);
        return;
    }
    const Attribution* best = nullptr;
    for (const Attribution& attribution : found) {
        if (is_inside(attribution.speaker, quantity)) continue;
        const bool covers = attribution.begin <= quantity.begin && quantity.begin < attribution.end;
        if (covers && best && is_told_by_another(found, attribution)) continue;
        if (covers && (!best || closer(frame, attribution, *best, quantity))) best = &attribution;
    }
    if (best && is_aside_of_paper(frame, *best, quantity)) return;
    // "Analysts expect profit to rise to $5m from $4m a year earlier": where it rises from is no view of theirs.
    if (best && best->saying == Saying::view && !best->whole && best->source.kind == SourceKind::unnamed &&
        draft.claim.role == Role::from && draft.claim.modality == Modality::actual)
        return;
    if (best) {
        draft.claim.source = best->source;
        note(frame.trace,
             {quantity.core, Field::source, quantity.begin < best->cue ? "source.whole" : "source.covers",
              best->cue, best->cue + 1});
        note(frame.trace, {quantity.core, Field::speaker, "speaker", best->speaker.begin, best->speaker.end});
    } else if (found.empty()) {
        if (carries_on(frame)) draft.claim.source = carried_on(frame);
        note(frame.trace, {quantity.core, Field::source, "source.carried_on", frame.sentence.begin,
                           frame.sentence.begin + 1});
    }
}

// A restatement has the source of what it restates, a part that of its whole.
void SourceTracker::give_restated(const SentenceFrame& frame) {
    for (std::size_t i = 0; i < frame.count(); ++i) {
        Claim& claim = frame.draft(i).claim;
        if (!claim.relation || claim.relation->kind != RelationKind::restates) continue;
        const Draft& base = frame.drafts[claim.relation->claim];
        claim.source = base.claim.source;
        note(frame.trace,
             {frame.draft(i).quantity.core, Field::source, "restated", 0, 0, base.quantity.core});
    }
}

void SourceTracker::take(const SentenceFrame& frame) {
    frame_ = &frame;
    put_off_before(frame.document, frame.number);
    next_ = frame.number + 1;
    speakers_.put_off(put_off_.size());
    if (may_be_introduced(frame)) catch_up();
    read(frame, found_);
}

void SourceTracker::put_off_before(const Document& document, std::size_t number) {
    for (; next_ < number; ++next_) {
        const Sentence& sentence = document.sentences[next_];
        if (!sentence.is_read()) continue;
        put_off_.push_back(static_cast<std::uint32_t>(next_));
        if (may_speak(sentence)) speaking_put_off_ = sentence.paragraph;
        if (sentence.has(WordClass::colon) && document.is(sentence.end - 1, ":"))
            colon_put_off_ = sentence.paragraph;
    }
}

// Can whose words its figures are be told by the end of a sentence that was put off?
bool SourceTracker::may_be_introduced(const SentenceFrame& frame) const {
    return colon_put_off_ && *colon_put_off_ + 1 >= frame.sentence.paragraph;
}

// Reads the sentences that were put off, as they would have been read in their places: those who were named behind one wait
// until it is read.
void SourceTracker::catch_up() {
    if (put_off_.empty()) return;
    taken_up_.swap(put_off_);  // reading asks who spoke before, too
    const SentenceFrame& any = *frame_;
    const auto& sentences = any.document.sentences;
    // What a sentence with figures has left for the next one holds, where none that was put off stands between them.
    const bool keeps = last_read_ > taken_up_.back();
    std::optional<Source> previous = std::move(previous_);
    const std::uint32_t paragraph = previous_paragraph_;
    std::vector<SpokenBy> later = spoke_.take_from(sentences[taken_up_.front()].begin);
    auto next = later.begin();
    for (std::size_t i = 0; i < taken_up_.size(); ++i) {
        const std::uint32_t number = taken_up_[i];
        const Sentence& sentence = sentences[number];
        for (; next != later.end() && next->cue < sentence.begin; ++next) spoke_.add(std::move(*next));
        speakers_.take_up(i);
        if (!pass_over(sentence, number))
            read({any.document, sentence, number, any.published, any.drafts, any.first, any.first,
                  any.answers, any.trace, any.fiscal_year_end},
                 found_late_);
    }
    for (; next != later.end(); ++next) spoke_.add(std::move(*next));
    speakers_.take_up_all();
    taken_up_.clear();
    colon_put_off_.reset();
    speaking_put_off_.reset();
    if (!keeps) return;
    previous_ = std::move(previous);
    previous_paragraph_ = paragraph;
}

// A sentence without figures in which nobody can speak leaves nothing but where it stands. False where it must be read.
bool SourceTracker::pass_over(const Sentence& sentence, std::size_t number) {
    if (may_speak(sentence)) return false;
    last_read_ = number;
    previous_paragraph_ = sentence.paragraph;
    previous_ = std::nullopt;
    return true;
}

void SourceTracker::read(const SentenceFrame& frame, std::vector<Attribution>& found) {
    const Sentence& sentence = frame.sentence;
    // Who is asked in a poll, or claims something, matters to figures alone; who speaks, to the sentences that follow too.
    const bool has_cue =
        sentence.has(WordClass::cue_start) || sentence.has(WordClass::attribution_word) ||
        sentence.has(WordClass::quotation_mark) ||
        (frame.count() > 0 && (sentence.has(WordClass::survey_noun) || sentence.has(WordClass::saying_noun) ||
                               sentence.has(WordClass::view_noun)));
    found.clear();
    if (has_cue) find_attributions(frame, speakers_, found);
    if (const Attribution* says = who_speaks(found))
        spoke_.add(*says, sentence.paragraph);
    else if (!(sentence.has(WordClass::dash) && read_sign_off(frame)) &&
             (sentence.has(WordClass::colon) ||
              (sentence.has(WordClass::quotation_mark) && frame.token(sentence.begin).is_all_capitals())))
        read_colon(frame);
    for (std::size_t i = 0; i < frame.count(); ++i) give(frame, found, frame.draft(i), frame.first + i);
    give_restated(frame);
    last_read_ = frame.number;
    previous_paragraph_ = sentence.paragraph;
    previous_ = std::nullopt;
    if (!found.empty())
        previous_ = std::move(found.back().source);
    else if (frame.count() > 0)
        previous_ = frame.draft(frame.count() - 1).claim.source;
    // "Halden wrote:", and his words in the next paragraph.
    if (!frame.is_written(sentence.end - 1, ":")) return;
    catch_up();
    const SpokenBy* last = spoke_.last();
    const bool announces = last && last->paragraph == sentence.paragraph && is_announced(frame, last->cue);
    if (announces && (!introduced_ || introduced_->cue <= last->cue)) introduced_ = *last;
}

void SourceTracker::finish(const SentenceFrame& any) {
    if (waiting_.empty()) return;
    frame_ = &any;
    put_off_before(any.document, any.document.sentences.size());
    catch_up();
    for (const Waiting& waiting : waiting_) {
        const SpokenBy* named = spoke_.behind(waiting.figure, waiting.told_behind, waiting.paragraph);
        if (!named) named = spoke_.around(waiting.paragraph);
        if (!named) continue;
        any.drafts.claim(waiting.draft).source = quoting(named->source);
        tell(any.trace, waiting.figure, "source.quoted_before", *named);
    }
}

}  // namespace figbook
