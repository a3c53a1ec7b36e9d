#include "claim/extract.hpp"

#include <algorithm>
#include <deque>
#include <optional>
#include <utility>

#include "claim/counted_subjects.hpp"
#include "claim/draft.hpp"
#include "claim/fiscal_years.hpp"
#include "claim/phrases.hpp"
#include "claim/rules/rules.hpp"
#include "claim/sources.hpp"
#include "quantity/counted.hpp"
#include "quantity/quantity.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

// Fills a new draft where it stands.
void start(Draft& draft, const Document& document, const Sentence& sentence, const Quantity& quantity) {
    Claim& claim = draft.claim;
    claim.span = document.span(quantity.begin, quantity.end);
    claim.text = claim.span.in(document.text);
    claim.kind = quantity.kind;
    claim.value = quantity.value;
    claim.high = quantity.high;
    claim.resolution = quantity.resolution;
    claim.unit = quantity.unit;
    claim.unit_assumed = quantity.unit_assumed;
    claim.per = quantity.per;
    claim.bound = quantity.bound;
    claim.rule = quantity.rule;
    claim.sentence = document.span(sentence.begin, sentence.end);
    draft.quantity = quantity;
}

// "They fire 2,000 shells a day. Allies have pledged 800,000 more": it counts what the sentence before counts.
void count_more(const SentenceFrame& frame, Draft& draft) {
    const bool more = frame.is_any(draft.quantity.end, {"more", "fewer"}) &&
                      draft.quantity.rule == "number.bare" && !in_noun_phrase(frame, draft.quantity.end + 1);
    if (!more || frame.is(draft.quantity.end + 1, "than")) return;
    for (std::size_t back = frame.first; back-- > 0 && back + 3 > frame.first;) {
        // One that counts its subject is told so by a later step: whether that has run must not matter here.
        const bool is_count = frame.drafts[back].quantity.kind == Kind::count &&
                              frame.drafts[back].claim.rule != "count.subject";
        if (!is_count) continue;
        draft.quantity.kind = draft.claim.kind = Kind::count;
        draft.quantity.unit = draft.claim.unit = frame.drafts[back].quantity.unit;
        draft.claim.rule = "unit.borrowed";
        draft.quantity.borrowed = true;
        note(frame.trace, {draft.quantity.core, Field::unit, "unit.sentence_before", draft.quantity.core,
                           draft.quantity.end, frame.drafts[back].quantity.core});
        return;
    }
}

// "It is a city of 20 million": how many live there, where "a sum of 20 million" may be of any unit.
bool is_of_thing(const SentenceFrame& frame, const Quantity& quantity) {
    static constexpr WordClasses sums{WordClass::change_noun, WordClass::weak_noun,    WordClass::money_whole,
                                      WordClass::amount_noun, WordClass::plan_noun,    WordClass::worth_noun,
                                      WordClass::money_sum,   WordClass::forecast_noun};
    const std::size_t of = quantity.begin - 1;
    if (quantity.begin < frame.sentence.begin + 2 || !frame.is(of, "of")) return false;
    return in_noun_phrase(frame, of - 1) && !frame.has_any(of - 1, sums);
}

// "The fund holds 1.2 trillion kroner. That is 10 billion more": a bare number takes the unit of the sentence before.
void borrow_from_before(const SentenceFrame& frame) {
    if (frame.first == 0) return;
    for (std::size_t i = 0; i < frame.count(); ++i) count_more(frame, frame.draft(i));
    const Draft& before = frame.drafts[frame.first - 1];
    for (std::size_t i = 0; i < frame.count(); ++i) {
        Draft& draft = frame.draft(i);
        if (draft.quantity.kind != Kind::number || !draft.quantity.has_magnitude) continue;
        if (before.quantity.kind != Kind::money && before.quantity.kind != Kind::measure) continue;
        if (is_of_thing(frame, draft.quantity)) continue;
        if (points_back(frame) == PointsBack::to_nothing) return;
        note(frame.trace, {draft.quantity.core, Field::unit, "unit.sentence_before", before.quantity.core,
                           before.quantity.end, before.quantity.core});
        draft.quantity.kind = draft.claim.kind = before.quantity.kind;
        draft.quantity.unit = draft.claim.unit = before.quantity.unit;
        draft.claim.unit_assumed = before.claim.unit_assumed;
        draft.claim.rule = "unit.borrowed";
        draft.quantity.borrowed = true;
    }
}

// "The Greens are on 34%, the Blues on 31%. Their lead has shrunk to three points": points of those percentages.
void points_of_shares(const SentenceFrame& frame) {
    if (frame.first == 0) return;
    const Kind before = frame.drafts[frame.first - 1].claim.kind;
    if (before != Kind::percent && before != Kind::points) return;
    const bool lead = before == Kind::percent && frame.sentence.has(WordClass::lead_noun);
    for (std::size_t i = 0; i < frame.count(); ++i) {
        Draft& draft = frame.draft(i);
        if (draft.claim.kind != Kind::count || draft.claim.unit != "points" ||
            !(draft.claim.value < Decimal(100)) || (!lead && !holds_against_percent(frame, draft.quantity)))
            continue;
        Quantity& quantity = draft.quantity;
        if (!quantity.borrowed) quantity.end = quantity.phrase_end();
        quantity.noun_begin = quantity.noun_end = 0;
        quantity.kind = draft.claim.kind = Kind::points;
        quantity.unit = draft.claim.unit = "pp";
        draft.claim.rule = "points.of_percent";
        draft.claim.span = frame.document.span(quantity.begin, quantity.end);
        draft.claim.text = draft.claim.span.in(frame.document.text);
        note(frame.trace, {quantity.core, Field::unit, draft.claim.rule, quantity.end - 1, quantity.end});
    }
}

// What a phrase counts: the head of "measles cases", "patients" in "the number of patients", nothing named in "the toll".
struct CountedBy {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool counts = false;
};

// "Complaints | made by passengers", "Crimes | involving knives": a noun ends before a participle that says which.
std::size_t before_participle(const SentenceFrame& frame, TokenRange subject, std::size_t head) {
    for (std::size_t i = subject.begin + 1; i <= head; ++i) {
        const bool noun =
            looks_plural(frame.document, i - 1) && !frame.is(i - 1, WordClass::plural_before_noun);
        if (!noun) continue;
        const std::string_view word = frame.word(i);
        if (has_past_ending(word, 3) || has_ending(word, "ing", 3) ||
            frame.is(i, WordClass::irregular_past) ||
            frame.is_any(i, {"built", "born", "held", "lent", "sent", "given", "taken", "stolen", "seen"}))
            return i - 1;
    }
    return head;
}

CountedBy counted_by(const SentenceFrame& frame, TokenRange subject) {
    const std::size_t head = before_participle(frame, subject, end_of_head(frame.document, subject) - 1);
    const WordId word = frame.document.tokens[head].word;
    // "lifting their number from 14 to 20"
    const bool theirs = frame.is(head, "number") && head > frame.sentence.begin &&
                        frame.is_any(head - 1, {"their", "its", "our"});
    const bool of_noun = frame.is(head + 1, "of") && head + 1 < subject.end && frame.is(head, "number");
    // "The number waiting more than a year fell to 212"
    const bool of_doers = frame.is(subject.begin, "number") && frame.has(subject.begin + 1) &&
                          has_ending(frame.word(subject.begin + 1), "ing", 3);
    if ((theirs && !of_noun) || of_doers || vocabulary().is(word, WordClass::people_count))
        return {head, head, true};
    // "the number of patients", "Hundreds of sailors have drowned, including around 80 in May"
    const bool several =
        frame.is_any(head, {"number", "numbers", "hundreds", "thousands", "dozens", "tens", "scores",
                            "millions", "tally", "total", "count", "backlog", "caseload", "queue", "influx"});
    if (several && frame.is(head + 1, "of"))
        for (std::size_t i = head + 2; i < subject.end; ++i)
            if (looks_plural(frame.document, i) && !frame.is_any(i, {"thousands", "millions"}))
                return {i, i + 1, true};
    // "the number of injured", "the number of homeless"
    const bool of_those = frame.is_one_of(head + 2, {WordClass::casualty, WordClass::counted_subject});
    if (several && frame.is(head + 1, "of") && of_those) return {head + 2, head + 3, true};
    if (looks_plural(frame.document, head) && !vocabulary().is(word, WordClass::not_counted_bare))
        return {head, head + 1, true};
    return {head, head, vocabulary().is(word, WordClass::group_counted)};
}

// "The number of patients has risen to 812,400. That is 14,900 more": as the figure that tells of the same thing.
bool count_as_before(const SentenceFrame& frame, Draft& draft) {
    if (frame.first == 0) return false;
    const Draft& before = frame.drafts[frame.first - 1];
    if (before.claim.kind != Kind::count || before.subject_begin != draft.subject_begin) return false;
    count_like(frame, draft, before);
    return true;
}

// "the total number of detainees": it names what it counts.
bool is_number_of(const SentenceFrame& frame, const Draft& draft) {
    if (draft.subject_end < draft.subject_begin + 3) return false;
    const std::size_t head = end_of_head(frame.document, {draft.subject_begin, draft.subject_end}) - 1;
    return frame.is(head, "number") && frame.is(head + 1, "of");
}

// "Employers added | 303,000", "Shops sold 4,000", "Leeds came first with 4,000": of what the subject did it to, or has.
bool is_object_of_doers(const SentenceFrame& frame, const Quantity& quantity) {
    const std::size_t figure = quantity.begin, next = quantity.phrase_end();
    const bool closes = !frame.has(next) || frame.token(next).kind == TokenKind::mark ||
                        frame.is(next, WordClass::preposition) || starts_time(frame, next);
    if (!closes) return false;  // "saw 300 taken hostage"
    return figure > frame.sentence.begin + 1 &&
           frame.is_any(figure - 1, {"added",  "add",     "shed",    "cut",   "sold",   "sell",   "built",
                                     "build",  "bought",  "buy",     "saw",   "booked", "grew",   "grow",
                                     "took",   "take",    "had",     "made",  "make",   "axed",   "created",
                                     "create", "planted", "ordered", "hired", "lost",   "gained", "with"});
}

// "Measles cases rose to 58,115": a bare number of things whose noun is the subject.
void count_subjects(const SentenceFrame& frame) {
    for (std::size_t i = 0; i < frame.count(); ++i) {
        Draft& draft = frame.draft(i);
        const bool bare = draft.claim.kind == Kind::number && draft.claim.rule == "number.bare" &&
                          draft.claim.value.exponent() >= 0;
        // "held 1,200 Israelis, while the number of detainees doubled to 10,000": what its own subject counts
        const bool of_other = draft.claim.kind == Kind::count && draft.claim.rule == "unit.borrowed" &&
                              is_number_of(frame, draft);
        // "The letters, 40 of them unopened": no noun but that of its sentence
        const bool of_them = draft.claim.rule == "count.of_them" && draft.claim.unit.empty() && i == 0 &&
                             draft.subject_begin >= frame.sentence.begin &&
                             draft.quantity.begin > frame.sentence.begin &&
                             frame.token(draft.quantity.begin - 1).kind == TokenKind::mark &&
                             !frame.is(draft.quantity.begin - 1, ",");
        const bool moved = bare && draft.subject_end <= draft.subject_begin;
        if (moved) find_subject_that_moved(frame, draft);
        if (bare && !moved) find_subject_of_rate(frame, draft);
        if ((!bare && !of_other && !of_them) || draft.subject_end <= draft.subject_begin ||
            (draft.claim.value < Decimal(2) && draft.claim.per.empty()))
            continue;
        if (draft.subject_end <= frame.sentence.begin && count_as_before(frame, draft)) continue;
        if (bare && count_as_told(frame, i)) continue;
        const CountedBy noun = counted_by(frame, {draft.subject_begin, draft.subject_end});
        const bool is_verb =
            noun.end > noun.begin && noun.end == draft.quantity.begin &&  // "it costs around 300"
            !frame.is(draft.quantity.begin, WordClass::outdoing);         // "Complaints | topped 2,000"
        if (bare && !moved && noun.end > noun.begin && is_object_of_doers(frame, draft.quantity)) continue;
        // "the number of injured": people all the same
        if (of_other && (noun.end == noun.begin || frame.is(noun.begin, WordClass::casualty))) continue;
        if (is_verb || !noun.counts) continue;
        draft.claim.kind = draft.quantity.kind = Kind::count;
        draft.claim.unit = draft.quantity.unit = frame.document.lower_text_of(noun.begin, noun.end);
        draft.claim.rule = "count.subject";
        note(frame.trace, {draft.quantity.core, Field::unit, "count.subject", noun.begin,
                           std::max(noun.end, noun.begin + 1)});
    }
}

// "Halden's quarterly EPS was $1.12": per share, by its letters.
bool take_per_share(const SentenceFrame& frame, Draft& draft) {
    std::size_t eps = draft.subject_begin;
    while (eps < draft.subject_end && !frame.is(eps, "eps")) ++eps;
    if (eps >= draft.subject_end) return false;
    draft.claim.per = "share";
    note(frame.trace, {draft.quantity.core, Field::per, "per.in_subject", eps, eps + 1});
    return true;
}

// "a monthly salary of £2,000", "Their weekly rent was £90": what one person gets or pays, each month. What a firm takes in "annual
// revenue" is how much there was in that year.
bool take_per_payday(const SentenceFrame& frame, Draft& draft) {
    const std::size_t first = frame.sentence.begin;
    if (draft.subject_begin < first || draft.subject_end > frame.sentence.end) return false;
    const bool rates = frame.sentence.has(WordClass::rate_alone);
    for (std::size_t i = std::max(draft.subject_begin, first + 1) - 1; i + 1 < draft.subject_end; ++i) {
        if (!frame.is(i, "annual") && !(rates && frame.is(i, WordClass::rate_alone))) continue;
        const bool paid =
            frame.is_any(i + 1, {"salary", "salaries", "wage", "wages", "pay", "rent", "rents", "fee", "fees",
                                 "payment", "payments", "pension", "pensions", "allowance", "stipend",
                                 "premium", "premiums", "subscription"});
        const bool had = frame.is_any(i + 1, {"income", "incomes"}) && !draft.quantity.has_magnitude;
        const auto match = vocabulary().per.match(frame.document.tokens, i, i + 1);
        if (!paid && !had) return false;
        draft.claim.per = match ? *match.meaning : frame.is(i, "annual") ? "year" : "";
        note(frame.trace, {draft.quantity.core, Field::per, "per.in_subject", i, i + 1});
        return true;
    }
    return false;
}

// "Earnings per share were $1.12", "GDP per capita of $9,000": what it is of says per what.
void rate_by_subject(const SentenceFrame& frame) {
    for (std::size_t i = 0; i < frame.count(); ++i) {
        Draft& draft = frame.draft(i);
        const bool level = draft.claim.kind == Kind::money ||
                           (draft.claim.kind == Kind::measure && !is_time_unit(draft.claim.unit));
        if (!level || !draft.claim.per.empty()) continue;
        if (draft.claim.kind == Kind::money && take_per_share(frame, draft)) continue;
        if (draft.claim.kind == Kind::money && take_per_payday(frame, draft)) continue;
        std::size_t per = draft.subject_begin + 1;  // right behind the head, and not in what that is of
        while (per + 1 < draft.subject_end && !frame.is(per, WordClass::preposition)) ++per;
        if (per + 1 >= draft.subject_end || !frame.is(per, "per")) continue;
        const auto match = vocabulary().per.match(frame.document.tokens, per + 1, draft.subject_end);
        if (!match) continue;
        draft.claim.per = *match.meaning;
        note(frame.trace, {draft.quantity.core, Field::per, "per.in_subject", per, per + 1 + match.length});
    }
}

// An article on its way through the rules.
class Reading {
 public:
    // `trace` is none where nothing is to be explained; then drafts that no rule looks at any more are settled.
    Reading(const Document& document, const Article& article, Trace* trace)
        : document_(document),
          published_(article.published),
          trace_(trace),
          drafts_(trace != nullptr),
          evidence_(document, article.publication),
          scan_(document, evidence_, trace),
          sources_(document),
          answers_(document.tokens.size()),
          fiscal_year_end_(end_of_fiscal_year(document)) {
        drafts_.reserve(2 * sentences_with_figures(document));
    }
    Reading(const Reading&) = delete;  // frames point to it
    Reading& operator=(const Reading&) = delete;

    static std::size_t sentences_with_figures(const Document& document) {
        return static_cast<std::size_t>(
            std::count_if(document.sentences.begin(), document.sentences.end(),
                          [](const Sentence& sentence) { return sentence.has_figure_sign(); }));
    }

    // The next sentence with figures, with their drafts; none where there are no more.
    std::optional<SentenceFrame> next() {
        while (next_ < document_.sentences.size()) {
            const std::size_t number = next_++;
            const Sentence& sentence = document_.sentences[number];
            if (!sentence.has_figure_sign() || !sentence.is_read()) continue;
            SentenceFrame frame = frame_of(number);
            for (const Quantity& quantity : scan_(sentence))
                start(drafts_.emplace_back(), document_, sentence, quantity);
            frame.last = drafts_.size();
            if (frame.count() > 0) return frame;
        }
        return std::nullopt;
    }
    void give_sources(const SentenceFrame& frame) { sources_.take(frame); }
    // Behind the last sentence.
    void finish() { sources_.finish(frame_of(0)); }
    Drafts& drafts() { return drafts_; }

 private:
    SentenceFrame frame_of(std::size_t number) {
        return {document_,      document_.sentences[number],
                number,         published_,
                drafts_,        drafts_.size(),
                drafts_.size(), answers_.data(),
                trace_,         fiscal_year_end_,
                &stated_days_};
    }

    const Document& document_;
    const std::optional<Date> published_;
    Trace* const trace_;
    Drafts drafts_;
    const CurrencyEvidence evidence_;
    QuantityScanner scan_;
    SourceTracker sources_;
    std::vector<std::uint8_t> answers_;
    const std::optional<unsigned> fiscal_year_end_;
    std::optional<std::vector<Date>> stated_days_;
    std::size_t next_ = 0;  // sentence
};

// Every step reads a block of sentences, of several articles where they are short, before the next step does: what it
// needs of the program and of the vocabulary then stays in the nearer caches. A step sees of the sentences before what it
// and the steps before it found there.
class Block {
 public:
    // All sentences of an article; what is read of it is in its drafts when the block has run.
    void add(Reading& reading) {
        while (const auto frame = reading.next()) {
            parts_.push_back({*frame, &reading});
            figures_ += frame->count();
            if (parts_.size() < length && figures_ < most_figures) continue;
            run();
            reading.drafts().settle();
        }
    }

    // Fills the drafts of all its sentences, and forgets them.
    void run() {
        for (auto& [frame, reading] : parts_) frame.own = &frame.drafts[frame.first];
        for (const auto& [frame, reading] : parts_) {
            borrow_from_before(frame);
            points_of_shares(frame);
            find_changes(frame);
        }
        for (const auto& [frame, reading] : parts_) {
            find_relations(frame);
            find_subjects(frame);
            deal_out_subjects(frame);
            count_subjects(frame);
            count_both(frame);
            count_further(frame);
            rate_by_subject(frame);
        }
        for (const auto& [frame, reading] : parts_) find_modality(frame);
        for (const auto& [frame, reading] : parts_) find_periods(frame);
        for (const auto& [frame, reading] : parts_) reading->give_sources(frame);
        parts_.clear();
        figures_ = 0;
    }

 private:
    static constexpr std::size_t length = 1024;        // sentences with figures
    static constexpr std::size_t most_figures = 4096;  // in them: drafts are large

    struct Part {
        SentenceFrame frame;
        Reading* reading;
    };
    std::vector<Part> parts_;
    std::size_t figures_ = 0;
};

// Their claims go behind the others in `claims`.
void read_together(std::span<const Article* const> articles, std::vector<std::vector<Claim>>& claims) {
    std::deque<Document> documents;
    for (const Article* article : articles) documents.emplace_back(article->text);
    std::deque<std::optional<Reading>> readings;  // none of an article without figures
    for (std::size_t i = 0; i < articles.size(); ++i) {
        readings.emplace_back();
        if (Reading::sentences_with_figures(documents[i]) > 0)
            readings.back().emplace(documents[i], *articles[i], nullptr);
    }
    Block block;
    for (auto& reading : readings)
        if (reading) block.add(*reading);
    block.run();
    for (auto& reading : readings) {
        if (reading) reading->finish();
        claims.push_back(reading ? reading->drafts().take_claims() : std::vector<Claim>{});
    }
}

}  // namespace

std::string extractor_version() {
    static constexpr std::string_view rules_version = "24";  // raised whenever rules change what is found
    return std::string(rules_version) + "-" + vocabulary().hash;
}

std::vector<Claim> Extractor::operator()(const Article& article) const {
    const Article* only = &article;
    return std::move((*this)(std::span(&only, 1)).front());
}

std::vector<std::vector<Claim>> Extractor::operator()(std::span<const Article* const> articles) const {
    std::vector<std::vector<Claim>> claims;
    claims.reserve(articles.size());
    while (!articles.empty()) {
        const std::size_t together = count_together(articles);
        read_together(articles.first(together), claims);
        articles = articles.subspan(together);
    }
    return claims;
}

std::size_t Extractor::count_together(std::span<const Article* const> articles) {
    std::size_t bytes = 0, count = 0;
    while (count < articles.size() && bytes < bytes_together) bytes += articles[count++]->text.size();
    return count;
}

std::vector<Draft> Extractor::drafts(const Document& document, const Article& article, Trace& trace) const {
    if (Reading::sentences_with_figures(document) == 0) return {};
    Reading reading(document, article, &trace);
    Block block;
    block.add(reading);
    block.run();
    reading.finish();
    return reading.drafts().take_drafts();
}

}  // namespace figbook
