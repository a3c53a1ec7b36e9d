#include "track/fact_key.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <iterator>
#include <string_view>
#include <utility>

#include "store/document_id.hpp"
#include "track/article_words.hpp"
#include "track/fact_times.hpp"
#include "track/names_in_words.hpp"
#include "track/terms.hpp"
#include "track/words.hpp"

namespace figbook {
namespace {

using Words = std::vector<TrackedWord>;

bool says_something(const TrackedWord& word) {
    return word.kind == WordKind::content;
}

// "The 12.9-inch tablet", "a 500-page report": the figure tells which one is meant.
bool tells_which(const Claim& claim) {
    return claim.kind == Kind::measure && claim.text.find('-') != std::string::npos && !claim.high;
}

// A word of a sentence that belongs to one of its figures, which are in the order of the text. A figure may stand in
// another one, so that some before the word are looked at.
bool in_figure(Span sentence, const TrackedWord& word, const std::vector<Claim>& claims) {
    constexpr int looked_back_at = 4;
    const Span at{sentence.start + word.span.start, sentence.start + word.span.end};
    auto claim = std::lower_bound(claims.begin(), claims.end(), at.end,
                                  [](const Claim& one, std::uint32_t end) { return one.span.start < end; });
    for (int i = 0; i < looked_back_at && claim != claims.begin(); ++i)
        if (at.start < (--claim)->span.end) return true;
    return false;
}

// A list of that many words that is no sentence: what is said of one of its figures cannot be told, and to read all of
// it for each would take time by its square.
constexpr std::size_t most_words = 250;

class KeyMaker {
 public:
    KeyMaker(const Article& article, const std::vector<Claim>& claims)
        : article_(article), claims_(claims), sentences_(article) {}

    TrackedClaim make(const Claim& claim) {
        if (claim.is_duration()) return {std::nullopt, Untracked::duration};
        if (tells_which(claim)) return {std::nullopt, Untracked::attribute};
        if (claim.subject.empty()) return {std::nullopt, Untracked::no_subject};
        FactKey key;
        add_measure(key, claim);
        const Words subject = tracked_words(claim.subject);
        if (sentences_.words(claim.sentence).size() > most_words) {
            add_subject(key, claim, subject);
            bind_to_article(key);
            add_times(key, claim);
            return {std::move(key), {}};
        }
        if (!add_toll(key, claim, subject)) {
            add_subject(key, claim, subject);
            if (key.subject.empty() && key.scope.empty()) return {std::nullopt, Untracked::no_words};
            if (is_length_of_work(claim, subject)) {
                bind_to_article(key);
                add_times(key, claim);
                return {std::move(key), {}};
            }
            const bool enough = says_enough(claim, subject) && !is_in_long_list(claim);
            // Of two names of a sentence this is the one that it is of.
            if (!enough) key.subject.insert(key.subject.end(), key.scope.begin(), key.scope.end());
            sort_unique(key.subject);
            if (!(enough && !key.scope.empty() && !is_of_many(claim))) add_names_around(key, claim);
            if (!enough) add_predicate(key, claim);
            add_other_end(key, claim, subject);
            add_firm(key, claim, subject);
        }
        add_basis(key, claim, subject);
        add_times(key, claim);
        return {std::move(key), {}};
    }

 private:
    static void add_measure(FactKey& key, const Claim& claim) {
        key.kind = claim.kind;
        if (claim.kind != Kind::count) key.unit = claim.unit;
        key.per = claim.per;
        if (claim.role == Role::change)
            key.role = Role::change;
        else if (is_part(claim))
            key.role = Role::share;
    }

    // The dead of a flood, the injured of a fire: however they are called, they are told by what became of them, by what,
    // and where. False where the figure is none of such.
    bool add_toll(FactKey& key, const Claim& claim, const Words& subject) {
        if ((claim.kind != Kind::count && claim.kind != Kind::number) || is_part(claim)) return false;
        const Words& sentence = sentences_.words(claim.sentence);
        std::string_view event = nearest_event(claim, sentence);
        std::string_view cause;
        for (const Words* words : {&sentence, &sentences_.headline()})
            for (const TrackedWord& word : *words)
                if (cause.empty()) cause = word.cause;
        const auto is_of_people = [](const TrackedWord& word) {
            return word.is_people || word.is_somebody || !word.event.empty();
        };
        const Words counted = tracked_words(claim.unit);
        const bool of_people = std::any_of(subject.begin(), subject.end(), is_of_people) ||
                               std::any_of(counted.begin(), counted.end(), is_of_people);
        if (is_job_loss(sentence, subject, counted)) {
            event = "laid off";
            cause = "job";
            key.role = Role::level;
        }
        if (event.empty() || cause.empty() || !of_people) return false;
        key.kind = Kind::count;
        key.predicate = {std::string(event), std::string(cause)};
        sort_unique(key.predicate);
        for (const TrackedWord& word : subject) {
            if (!says_something(word) || word.is_somebody || word.is_body || !word.event.empty() ||
                !word.cause.empty() || has(key.predicate, word.folded))
                continue;
            (is_name_of_subject(claim, word) ? key.scope : key.subject).push_back(word.folded);
        }
        sort_unique(key.subject);
        add_names_around(key, claim);
        return true;
    }

    // "Riverside Books; 272 pages; $29", in an article of many books.
    static bool is_length_of_work(const Claim& claim, const Words& subject) {
        return claim.kind == Kind::count && !subject.empty() &&
               std::all_of(subject.begin(), subject.end(),
                           [](const TrackedWord& word) { return word.is_of_work; });
    }

    // "Cut 1,200 jobs", "1,200 jobs will go", "lay off 1,200 people".
    static bool is_job_loss(const Words& sentence, const Words& subject, const Words& counted) {
        const auto is_job = [](const TrackedWord& word) {
            return word.folded == "job" || word.folded == "job cut";
        };
        const bool of_jobs = std::any_of(subject.begin(), subject.end(), is_job) ||
                             std::any_of(counted.begin(), counted.end(), is_job);
        return std::any_of(sentence.begin(), sentence.end(), [&](const TrackedWord& word) {
            return word.event == "laid off" || (of_jobs && word.is_job_loss);
        });
    }

    // The counted noun is part of what is measured: "occurrences of violent crime" are no other crimes.
    void add_subject(FactKey& key, const Claim& claim, const Words& subject) {
        Terms general;
        for (std::size_t i = 0; i < subject.size(); ++i) {
            const TrackedWord& word = subject[i];
            if (word.kind == WordKind::general) general.push_back(word.folded);
            if (!says_something(word)) continue;
            if (is_name_of_subject(claim, word))
                key.scope.push_back(with_direction(subject, i));
            else
                key.subject.push_back(word.folded);
        }
        sort_unique(key.scope);
        if (claim.kind == Kind::count)
            for (const TrackedWord& word : tracked_words(claim.unit))
                if (says_something(word) && !has(key.scope, word.folded)) key.subject.push_back(word.folded);
        if (key.subject.empty() && key.scope.empty()) key.subject = std::move(general);
        sort_unique(key.subject);
    }

    bool is_name(const Claim& claim, const Words& sentence, std::size_t at) {
        const TrackedWord& word = sentence[at];
        if (!word.is_name || !says_something(word)) return false;
        const std::string_view written = sentences_.text_of(claim.sentence, word);
        const std::size_t end = claim.sentence.start + word.span.end;
        if (word.opens && !word.is_known && end < claim.sentence.end &&
            has_relative_clause(std::string_view(article_.text).substr(end, claim.sentence.end - end)))
            return true;
        return !word.opens || is_given_name(word.folded, written) || is_possessive(written) ||
               opens_as_name(sentence, at, claim.sentence.in(article_.text)) ||
               sentences_.is_name_elsewhere(written);
    }

    // A word of the subject that has a capital: at the start of a sentence, only where it has one elsewhere too.
    bool is_name_of_subject(const Claim& claim, const TrackedWord& word) {
        if (!word.is_name || !says_something(word)) return false;
        const std::string_view written = word.span.in(claim.subject);
        if (!word.opens || is_given_name(word.folded, written)) return true;
        const std::string_view sentence = claim.sentence.end <= article_.text.size()
                                              ? without_bullet(claim.sentence.in(article_.text))
                                              : std::string_view{};
        if (!sentence.starts_with(written) || is_possessive(written)) return true;
        const Words& words = sentences_.words(claim.sentence);
        return (!words.empty() && opens_as_name(words, 0, sentence)) || sentences_.is_name_elsewhere(written);
    }

    // Those of the sentence; where it and the subject have none, of the headline.
    void add_names_around(FactKey& key, const Claim& claim) {
        const Terms& person = words_of_person(claim.source);
        const bool is_named = !key.scope.empty();
        Terms around;
        const Words& sentence = sentences_.words(claim.sentence);
        for (std::size_t i = 0; i < sentence.size(); ++i)
            if (is_name(claim, sentence, i) && is_of_thing(key, claim, sentence[i], person) &&
                !is_of_exchange(sentence, i) && !in_figure(claim.sentence, sentence[i], claims_))
                around.push_back(name_in(claim, sentence, i));
        if (!around.empty()) key.scope_from = ScopeFrom::sentence;
        if (around.empty() && !is_named) {
            for (const std::string& name : names_of_headline())
                if (!has(person, name) && !has(key.subject, name)) around.push_back(name);
            key.scope_from = ScopeFrom::headline;
        }
        key.scope.insert(key.scope.end(), around.begin(), around.end());
        sort_unique(key.scope);
        if (key.scope.empty()) bind_to_article(key);
    }

    // "A filing on the Tokyo Stock Exchange": where it is traded.
    static bool is_of_exchange(const Words& sentence, std::size_t at) {
        return at + 1 < sentence.size() && sentence[at + 1].is_exchange;
    }

    bool is_of_thing(const FactKey& key, const Claim& claim, const TrackedWord& word, const Terms& person) {
        return !has(person, word.folded) && !has(key.subject, word.folded) &&
               !is_given_name(word.folded, sentences_.text_of(claim.sentence, word));
    }

    const Terms& names_of_headline() {
        if (names_of_headline_) return *names_of_headline_;
        names_of_headline_.emplace();
        for (const TrackedWord& word : sentences_.headline())
            if (is_name_of_headline(word)) names_of_headline_->push_back(word.folded);
        return *names_of_headline_;
    }

    // Where each word of the headline has a capital, the text says which are names.
    bool is_name_of_headline(const TrackedWord& word) {
        if (!word.is_name || word.opens || !says_something(word)) return false;
        const std::string_view written = word.span.in(article_.headline);
        return !is_given_name(word.folded, written) &&
               (word.is_place || !sentences_.has_title_case() || sentences_.is_name_elsewhere(written));
    }

    std::string name_in(const Claim& claim, const Words& sentence, std::size_t at) const {
        const std::string_view text = claim.sentence.in(article_.text);
        return (is_part_of_name(text, sentence, at) ? "of " : "") + with_direction(sentence, at);
    }

    // A firm that says how much it sells speaks of itself, whatever the subject names beside.
    void add_firm(FactKey& key, const Claim& claim, const Words& subject) {
        if (!claim.source || claim.source->kind != SourceKind::organisation) return;
        if (std::none_of(subject.begin(), subject.end(),
                         [](const TrackedWord& word) { return word.is_of_firms; }))
            return;
        Terms names;
        Terms common;  // those that many have
        for (const TrackedWord& word : tracked_words(claim.source->name)) {
            if (word.is_body || word.is_place) return;
            // "Toyota Motor Corp" is "Toyota"; "Q2 Holdings" has no other words.
            if (says_something(word)) (word.is_many_names ? common : names).push_back(word.folded);
        }
        if (names.empty()) names = std::move(common);
        key.scope.insert(key.scope.end(), names.begin(), names.end());
        sort_unique(key.scope);
    }

    // "A surplus of $7 billion with China" is another one than all of it.
    void add_other_end(FactKey& key, const Claim& claim, const Words& subject) {
        if (std::none_of(subject.begin(), subject.end(),
                         [](const TrackedWord& word) { return word.has_other_end; }))
            return;
        const Words& sentence = sentences_.words(claim.sentence);
        for (std::size_t i = 0; i < sentence.size(); ++i) {
            const TrackedWord* before = word_before(sentence, i);
            if (before != nullptr && before->folded == "with" && !is_of_part(sentence, *before) &&
                is_name(claim, sentence, i))
                key.scope.push_back("with " + sentence[i].folded);
        }
        sort_unique(key.scope);
    }

    // "95 percent of it with Norway": of the part alone.
    static bool is_of_part(const Words& sentence, const TrackedWord& with) {
        const auto at = static_cast<std::size_t>(&with - sentence.data());
        return at >= 2 && sentence[at - 2].folded == "of" &&
               (sentence[at - 1].folded == "it" || sentence[at - 1].folded == "them" ||
                sentence[at - 1].folded == "which");
    }

    // In a list of so many figures, what one of them is of may stand far from it.
    bool is_in_long_list(const Claim& claim) const {
        constexpr std::size_t most_figures = 5;
        return claims_of(claims_, claim.sentence).size() > most_figures;
    }

    // The number of an article is a hash of all its text: made once, and not for each of its figures.
    void bind_to_article(FactKey& key) {
        if (article_scope_.empty()) article_scope_ = fmt::format("article {}", document_id(article_));
        key.scope_from = ScopeFrom::article;
        key.scope = {article_scope_};
    }

    // Of how many it is, or which part of them: there the subject is who they are.
    static bool is_of_many(const Claim& claim) {
        return claim.kind == Kind::count || claim.kind == Kind::ratio || is_part(claim);
    }

    // Who says it: a person's name and title say nothing of what is measured.
    const Terms& words_of_person(const std::optional<Source>& source) {
        static const Terms none;
        if (!source || source->kind != SourceKind::person) return none;
        std::string name = source->name + " " + source->title;
        if (person_ && name == *person_) return person_words_;
        person_words_.clear();
        for (const TrackedWord& word : tracked_words(name)) person_words_.push_back(word.folded);
        sort_unique(person_words_);
        person_ = std::move(name);
        return person_words_;
    }

    // "Clinton" alone is no measure, "voters" no answer, and of "cases" there are many.
    bool says_enough(const Claim& claim, const Words& subject) {
        std::size_t common = 0;
        bool has_people = false;
        for (const TrackedWord& word : subject) {
            has_people |= word.is_people;
            if (says_something(word) && !word.is_people && !word.is_vague && !is_name_of_subject(claim, word))
                ++common;
        }
        if (!is_of_many(claim)) return common > 0;
        if (claim.kind != Kind::count || is_part(claim) || has_people) return false;
        // "The population of Malta is 542,000" counts nothing but its subject.
        return common > 1 || (common == 1 && claim.unit.empty());
    }

    void add_predicate(FactKey& key, const Claim& claim) {
        const Terms& person = words_of_person(claim.source);
        for (const TrackedWord& word : sentences_.words(claim.sentence))
            if (says_something(word) && !has(key.subject, word.folded) && !has(key.scope, word.folded) &&
                !has(person, word.folded) && !in_figure(claim.sentence, word, claims_))
                key.predicate.push_back(word.folded);
        sort_unique(key.predicate);
        if (key.predicate.empty()) bind_to_article(key);
    }

    static std::string_view nearest_event(const Claim& claim, const Words& words) {
        const TrackedWord* nearest = nullptr;
        std::uint32_t distance = 0;
        for (const TrackedWord& word : words) {
            if (word.event.empty()) continue;
            const std::uint32_t at = claim.sentence.start + word.span.start;
            const std::uint32_t from_here =
                at < claim.span.start ? claim.span.start - at : at - claim.span.start;
            if (nearest != nullptr && from_here >= distance) continue;
            nearest = &word;
            distance = from_here;
        }
        return nearest == nullptr ? std::string_view() : nearest->event;
    }

    void add_basis(FactKey& key, const Claim& claim, const Words& subject) {
        for (const TrackedWord& word : sentences_.words(claim.sentence))
            if (!word.basis.empty() && !is_of_next(claim, word)) key.basis.emplace_back(word.basis);
        for (const TrackedWord& word : subject)
            if (!word.basis.empty()) key.basis.emplace_back(word.basis);
        sort_unique(key.basis);
    }

    // "3 million shares, below last year's average of 4 million": the average is the next figure.
    bool is_of_next(const Claim& claim, const TrackedWord& word) const {
        constexpr std::uint32_t of = 4;  // bytes of " of "
        const std::size_t next = static_cast<std::size_t>(&claim - claims_.data()) + 1;
        if (next >= claims_.size() || claims_[next].sentence.start != claim.sentence.start) return false;
        const std::uint32_t end = claim.sentence.start + word.span.end;
        return end > claim.span.end && end + of == claims_[next].span.start;
    }

    void add_times(FactKey& key, const Claim& claim) {
        FactTimes times = times_of_fact(article_, claims_, claim, key.role == Role::change);
        key.period = std::move(times.period);
        key.baseline = std::move(times.baseline);
        if (times.is_of_article) bind_to_article(key);
    }

    const Article& article_;
    const std::vector<Claim>& claims_;
    std::string article_scope_;
    std::optional<Terms> names_of_headline_;
    ArticleWords sentences_;
    std::optional<std::string> person_;  // of the last claim that a person has
    Terms person_words_;
};

}  // namespace

std::vector<TrackedClaim> track_claims(const Article& article, const std::vector<Claim>& claims) {
    KeyMaker maker(article, claims);
    std::vector<TrackedClaim> tracked;
    tracked.reserve(claims.size());
    for (const Claim& claim : claims) tracked.push_back(maker.make(claim));
    return tracked;
}

struct ClaimTracker::Maker {
    const std::vector<Claim>& claims;
    KeyMaker keys;
};

ClaimTracker::ClaimTracker(const Article& article, const std::vector<Claim>& claims)
    : maker_(new Maker{claims, KeyMaker(article, claims)}) {}

ClaimTracker::~ClaimTracker() = default;

TrackedClaim ClaimTracker::track(std::size_t place) {
    return maker_->keys.make(maker_->claims.at(place));
}

std::int64_t fact_id(const FactKey& key) {
    std::string bytes = fmt::format("{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}", name_of(key.kind), key.unit, key.per,
                                    name_of(key.role), key.period, key.baseline);
    for (const Terms* terms : {&key.subject, &key.predicate, &key.basis, &key.scope})
        bytes += fmt::format("\x1e{}", fmt::join(*terms, "\x1f"));
    return hash_number(bytes);
}

void assign_facts(const Article& article, std::vector<Claim>& claims) {
    const std::vector<TrackedClaim> tracked = track_claims(article, claims);
    for (std::size_t i = 0; i < claims.size(); ++i) {
        claims[i].fact.reset();
        if (tracked[i].key) claims[i].fact = fact_id(*tracked[i].key);
    }
}

}  // namespace figbook
