#include "track/words_around.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

#include "track/words.hpp"

namespace figbook {
namespace {

// "GM", "Hyundai"; not "Pittsburgh-based", and no place: that many have.
void add_name(WordsAround& around, const TrackedWord& word, std::string_view text) {
    if (!(word.is_name || word.is_benchmark) || word.is_place || word.is_many_names ||
        word.kind != WordKind::content || word.folded.size() < 2)
        return;
    if (text.substr(word.span.end).starts_with("-based")) return;
    around.names.push_back(word.folded);
}

// "Had risen", "had been".
bool is_of_before(const std::vector<TrackedWord>& words, std::size_t at) {
    if (words[at].folded != "had" || at + 1 >= words.size()) return false;
    const std::string& next = words[at + 1].folded;
    return next.ends_with("ed") || next.ends_with("en") || next.ends_with("wn");
}

bool is_right_behind(const ToldClaim& told, const TrackedWord& word) {
    const std::uint32_t start = told.claim.sentence.start + word.span.start;
    return start > told.claim.span.start && start <= told.claim.span.end + 1 && start >= told.claim.span.end;
}

// "New loans in February" of a figure for January.
bool is_other_month(const ToldClaim& told, const TrackedWord& word) {
    static constexpr std::array<std::string_view, 12> months{"january",   "february", "march",    "april",
                                                             "may",       "june",     "july",     "august",
                                                             "september", "october",  "november", "december"};
    const auto& period = told.claim.period;
    if (word.kind != WordKind::time || !period || !period->start || !period->end) return false;
    const auto month = std::find(months.begin(), months.end(), word.folded);
    if (month == months.end() || days_between(*period->start, *period->end) > 31) return false;
    return month_of(*period->start) != static_cast<unsigned>(month - months.begin()) + 1;
}

// "2.82 billion, or 0.7 percent below the level of January": over the same in other words.
bool is_behind_alternative(const ToldClaim& told, const std::vector<TrackedWord>& words, std::size_t at) {
    constexpr std::size_t longest = 3;  // words of the other amount
    for (std::size_t i = at; i-- > 0 && at - i <= longest + 1;)
        if (words[i].folded == "or") {
            constexpr std::uint32_t comma = 2;  // bytes of ", "
            const std::uint32_t start = told.claim.sentence.start + words[i].span.start;
            return start >= told.claim.span.end && start <= told.claim.span.end + comma;
        }
    return false;
}

// "$3 billion of the cuts"; percentages are of something always.
bool is_one_of(const ToldClaim& told, const std::vector<TrackedWord>& words, std::size_t at) {
    static constexpr std::array<std::string_view, 6> definite{"the",   "its",   "their",
                                                              "those", "these", "that"};
    if (told.claim.kind != Kind::money && told.claim.kind != Kind::count && told.claim.kind != Kind::measure)
        return false;
    return words[at].folded == "of" && is_right_behind(told, words[at]) && at + 1 < words.size() &&
           std::find(definite.begin(), definite.end(), words[at + 1].folded) != definite.end();
}

// "It was the highest reading since October 1982, when claims were 656,250": which reading, another sentence says.
bool opens_with_pronoun(const ToldClaim& told, const std::vector<TrackedWord>& words) {
    static constexpr std::array<std::string_view, 3> pronouns{"it", "this", "that"};
    static constexpr std::array<std::string_view, 4> links{"was", "is", "marked", "marks"};
    constexpr std::size_t fewest = 3;
    if (words.size() < fewest || words[2].folded != "the") return false;
    if (std::find(pronouns.begin(), pronouns.end(), words[0].folded) == pronouns.end() ||
        std::find(links.begin(), links.end(), words[1].folded) == links.end())
        return false;
    return std::any_of(words.begin(), words.end(), [&](const TrackedWord& word) {
        return word.folded == "since" && told.claim.sentence.start + word.span.end <= told.claim.span.start;
    });
}

// What an event did to people, and by what: such a number grows while they are counted.
void read_toll(WordsAround& around, const ToldClaim& told, const std::vector<TrackedWord>& words) {
    static constexpr std::array<std::string_view, 5> harms{"died", "injured", "missing", "displaced",
                                                           "infected"};
    bool harm = false;
    bool cause = false;
    for (const TrackedWord& word : words) {
        harm |= std::find(harms.begin(), harms.end(), word.event) != harms.end();
        cause |= !word.cause.empty();
    }
    around.toll = harm && cause && (told.claim.kind == Kind::count || told.claim.kind == Kind::number);
}

// "Has bought", "have already raised": a sum that still grows.
bool is_so_far(const std::vector<TrackedWord>& words, std::size_t at) {
    if (words[at].folded != "has" && words[at].folded != "have") return false;
    const std::size_t next = at + 1 < words.size() && words[at + 1].folded == "already" ? at + 2 : at + 1;
    static constexpr std::array<std::string_view, 5> deeds{"bought", "spent", "raised", "paid", "lent"};
    return next < words.size() && std::find(deeds.begin(), deeds.end(), words[next].folded) != deeds.end();
}

// "Ten months", "the first 9 weeks".
bool is_length(const std::vector<TrackedWord>& words, std::size_t at) {
    static constexpr std::array<std::string_view, 4> units{"month", "week", "quarter", "day"};
    return at > 0 && words[at].kind == WordKind::time && words[at].folded != words[at - 1].folded &&
           std::find(units.begin(), units.end(), words[at].folded) != units.end() &&
           words[at].span.start == words[at - 1].span.end + 1 && !words[at - 1].is_known;
}

// "With the United States": the other end of a trade, and not whose it is.
bool is_other_end(const std::vector<TrackedWord>& words, std::size_t at) {
    static constexpr std::array<std::string_view, 5> openers{"with", "to", "from", "against", "into"};
    const std::size_t before = at > 0 && words[at - 1].folded == "the" ? at - 1 : at;
    return before > 0 && std::find(openers.begin(), openers.end(), words[before - 1].folded) != openers.end();
}

constexpr std::uint32_t near_figure = 40;  // bytes from a verb to its figure

// "Through April": a sum so far.
bool is_until(const std::vector<TrackedWord>& words, std::size_t at) {
    return words[at].folded == "through" && at + 1 < words.size() && words[at + 1].kind == WordKind::time;
}

}  // namespace

WordsAround read_words_around(const ToldClaim& told, std::string text) {
    WordsAround around;
    const auto add = [&](const TrackedWord& word) {
        around.deny |= word.is_denial;
        around.ask |= word.is_asked;
        around.revise |= word.is_revised;
    };
    const auto add_prices = [&](const TrackedWord& word) {
        around.makers |= word.is_of_makers;
        around.shoppers |= word.is_of_shoppers;
    };
    for (const TrackedWord& word : tracked_words(told.headline)) {
        add_prices(word);
        add_name(around, word, told.headline);
    }
    around.sentence = std::move(text);
    const std::vector<TrackedWord> sentence = tracked_words(around.sentence);
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        const TrackedWord& word = sentence[i];
        const bool is_before = told.claim.sentence.start + word.span.end <= told.claim.span.start;
        add(word);
        add_prices(word);
        add_name(around, word, around.sentence);
        around.add_up |= word.basis == "cumulative" || is_until(sentence, i);
        around.part |= word.is_partial;
        around.points |= word.is_elsewhere;
        around.expected |= word.is_expected && is_before;
        around.now |= word.is_now && is_before;
        around.all_private |= word.is_private;
        around.branch |= word.is_branch;
        around.seldom |= word.is_seldom;
        around.adds |= word.is_adding && is_before;
        around.distance |=
            word.is_distance && (is_right_behind(told, word) || is_behind_alternative(told, sentence, i));
        around.one_of |= is_one_of(told, sentence, i);
        around.since |= word.folded == "since" && is_before && told.claim.role == Role::change;
        around.world |= word.is_worldwide;
        around.so_far |= is_before && is_so_far(sentence, i);
        if (is_length(sentence, i)) around.lengths.push_back(sentence[i - 1].folded + " " + word.folded);
        if (word.kind == WordKind::content) around.words.push_back(word.folded);
        around.own |= word.is_selling && (told.claim.kind == Kind::count || told.claim.role == Role::change);
        if (word.is_place && !word.is_union) around.places.push_back(word.folded);
        around.looks_back |= is_before && is_of_before(sentence, i) &&
                             told.claim.sentence.start + word.span.end + near_figure > told.claim.span.start;
    }
    around.points |= opens_with_pronoun(told, sentence);
    read_toll(around, told, sentence);
    if (told.claim.source)
        for (const TrackedWord& word : tracked_words(told.claim.source->name))
            add_name(around, word, told.claim.source->name);
    bool says_more = false;
    bool national = false;
    bool traded = false;
    bool named = false;
    bool is_thing = false;  // and not only who acts: "Spanish banks"
    const std::vector<TrackedWord> subject = tracked_words(told.claim.subject);
    for (std::size_t i = 0; i < subject.size(); ++i) {
        const TrackedWord& word = subject[i];
        add(word);
        around.moving |= word.is_moving;
        around.other_month |= is_other_month(told, word);
        around.statistic |= word.is_statistic;
        around.own |= word.is_own;
        national |= word.is_national;
        around.last |= word.is_lasting;
        around.bare |= word.is_bare;
        around.benchmark |= word.is_benchmark;
        traded |= word.is_traded;
        named |= word.is_name;
        const bool other_end = is_other_end(subject, i);
        around.named |=
            word.is_name && word.kind == WordKind::content && !(word.opens && word.is_known) && !other_end;
        is_thing |= word.kind == WordKind::content && !word.is_name && !word.is_body && !word.is_people;
        around.unowned |= word.is_exchange;
        if (other_end)
            std::erase(around.places, word.folded);
        else if (word.is_place && !word.is_union)
            around.places.clear();
        says_more |= word.kind == WordKind::content && !word.is_bare && !word.is_name;
    }
    around.bare = around.bare && !says_more;
    around.unowned |= traded && !named;
    around.named = around.named && is_thing;
    std::sort(around.words.begin(), around.words.end());
    around.words.erase(std::unique(around.words.begin(), around.words.end()), around.words.end());
    around.own = around.own && !national;
    return around;
}

}  // namespace figbook
