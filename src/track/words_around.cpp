#include "track/words_around.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "base/ascii.hpp"
#include "track/article_words.hpp"
#include "track/figure_place.hpp"
#include "track/terms.hpp"
#include "track/words.hpp"

namespace figbook {
namespace {

using Words = std::vector<TrackedWord>;

bool is_country(const TrackedWord& word) {
    return word.is_place && !word.is_union;
}

// "Value at risk (VaR)", "Ames ( AMS.N )": an abbreviation, which many have.
bool is_in_brackets(std::string_view text, Span span) {
    const std::string_view before = text.substr(0, span.start);
    const std::string_view behind = text.substr(span.end);
    return (before.ends_with("(") || before.ends_with("( ")) &&
           (behind.starts_with(")") || behind.starts_with(" )"));
}

// "Rs 5", "AU$5": a currency.
bool is_of_amount(std::string_view text, Span span) {
    constexpr std::size_t longest = 3;
    std::string_view behind = text.substr(span.end);
    if (behind.starts_with("$")) return true;
    if (span.end - span.start > longest) return false;
    if (behind.starts_with(".")) behind.remove_prefix(1);
    if (behind.starts_with(" ")) behind.remove_prefix(1);
    return !behind.empty() && is_digit(behind.front());
}

// "New loans in February" of a figure for January.
bool is_other_month(const ToldClaim& told, const TrackedWord& word) {
    constexpr int longest = 31;  // days of a month
    const auto& period = told.claim.period;
    if (!word.is_month || !period || !period->start || !period->end) return false;
    if (days_between(*period->start, *period->end) > longest) return false;
    return word.month != month_of(*period->start);
}

// Reads what is around one figure.
class AroundReader {
 public:
    AroundReader(const ToldClaim& told, std::string sentence) : told_(told) {
        around_.sentence = std::move(sentence);
    }

    WordsAround read() {
        read_headline();
        read_sentence();
        read_source();
        read_subject();
        read_period();
        for (std::vector<std::string>* terms : {&around_.words, &around_.groups}) sort_unique(*terms);
        return std::move(around_);
    }

 private:
    void read_headline() {
        const Words words = tracked_words(told_.headline);
        for (const TrackedWord& word : words) {
            add_prices(word);
            if (is_country(word)) around_.told_places.push_back(word.folded);
        }
        // "Acme Posts Higher Profit": where each word has a capital, those that it opens with may be a name.
        if (has_title_case(told_.headline, words)) return add_opening_name(words);
        for (const TrackedWord& word : words) add_name(word, told_.headline);
    }

    void read_sentence() {
        const Words words = tracked_words(around_.sentence);
        const FigurePlace place(told_, around_.sentence, words);
        for (std::size_t i = 0; i < words.size(); ++i) {
            add(words[i]);
            add_prices(words[i]);
            if (!place.is_inside(i)) add_name(words[i], around_.sentence);
            add_of_sentence(words[i]);
            if (place.is_before(i)) add_before(words[i]);
            add_by_place(place, words, i);
            if (i > 0 && words[i].is_branch && words[i - 1].kind == WordKind::content)
                around_.branches.push_back(words[i - 1].folded);
            if (is_first_of_several(words, i)) around_.first_of = words[i + 1].folded;
        }
        around_.points |= place.opens_with_pronoun() || only_points_to_place(words);
        around_.as_of = place.says_as_of();
        around_.months_joined = place.joins_months();
        around_.from_extreme = place.is_from_extreme();
        around_.open_from = place.is_from_of_open_time();
        around_.two_times = place.is_of_two_times();
        around_.aside = place.is_in_added_clause();
        around_.parts = place.parts_behind();
        read_toll(words);
    }

    // "From the first four shops sold"; not "the first quarter".
    static bool is_first_of_several(const Words& words, std::size_t at) {
        if (at == 0 || at + 1 >= words.size() || words[at].folded != "first" || words[at - 1].folded != "the")
            return false;
        static const std::vector<std::string> numbers{"two",   "three", "four", "five", "six",
                                                      "seven", "eight", "nine", "ten",  "dozen"};
        const TrackedWord& next = words[at + 1];
        const bool is_number = next.kind == WordKind::number ||
                               std::find(numbers.begin(), numbers.end(), next.folded) != numbers.end();
        return is_number && !(at + 2 < words.size() && words[at + 2].kind == WordKind::time);
    }

    // "The country had 100 MW", of which no word of the sentence says what it is called.
    static bool only_points_to_place(const Words& words) {
        const auto any = [&](bool WordTraits::*flag) {
            return std::any_of(words.begin(), words.end(),
                               [&](const TrackedWord& word) { return word.*flag; });
        };
        return any(&WordTraits::is_the_place) && !any(&WordTraits::is_place);
    }

    void add(const TrackedWord& word) {
        around_.deny |= word.is_denial;
        around_.ask |= word.is_asked;
        around_.revise |= word.is_revised;
    }

    void add_prices(const TrackedWord& word) {
        around_.makers |= word.is_of_makers;
        around_.shoppers |= word.is_of_shoppers;
    }

    // Two words as one: "Al Dana Insurance" and "Al Noor Holding" are two.
    void add_opening_name(const Words& words) {
        constexpr std::size_t words_of_name = 2;
        if (words.size() < words_of_name || words[0].is_known) return;
        around_.names.push_back(words[0].folded + " " + words[1].folded);
    }

    // "GM", "Hyundai"; not "Pittsburgh-based", and no place: that many have.
    void add_name(const TrackedWord& word, std::string_view text) {
        if (!(word.is_name || word.is_benchmark) || word.is_place || word.is_many_names ||
            word.kind != WordKind::content || word.folded.size() < 2)
            return;
        if (text.substr(word.span.end).starts_with("-based") || is_in_brackets(text, word.span) ||
            is_of_amount(text, word.span))
            return;
        around_.names.push_back(word.folded);
    }

    // Wherever it stands.
    void add_of_sentence(const TrackedWord& word) {
        around_.add_up |= word.basis == "cumulative" || word.is_running;
        around_.part |= word.is_partial;
        around_.points |= word.is_elsewhere;
        around_.all_private |= word.is_private;
        around_.branch |= word.is_branch;
        around_.seldom |= word.is_seldom;
        around_.world |= word.is_worldwide;
        around_.within_day |= word.is_within_day;
        around_.closing |= word.is_closing;
        // A country has one "bank", perhaps.
        around_.of_a_firm |= word.is_sort_of_firm && word.folded != "bank";
        around_.own |=
            word.is_selling && (told_.claim.kind == Kind::count || told_.claim.role == Role::change);
        if (word.kind == WordKind::content) around_.words.push_back(word.folded);
        if (!is_country(word)) return;
        around_.places.push_back(word.folded);
        around_.told_places.push_back(word.folded);
    }

    void add_before(const TrackedWord& word) {
        around_.expected |= word.is_expected;
        around_.now |= word.is_now;
        around_.adds |= word.is_adding;
        if (!word.group.empty()) around_.groups.emplace_back(word.group);
        around_.since |= word.folded == "since" && told_.claim.role == Role::change;
    }

    void add_by_place(const FigurePlace& place, const Words& words, std::size_t i) {
        around_.add_up |= place.is_until(i);
        around_.distance |=
            words[i].is_distance && (place.is_right_behind(i) || place.is_behind_alternative(i));
        around_.one_of |= place.is_one_of(i);
        around_.so_far |= place.is_so_far(i);
        around_.looks_back |= place.is_of_before(i);
        if (place.is_length(i)) around_.lengths.push_back(words[i - 1].folded + " " + words[i].folded);
    }

    // What an event did to people, and by what: such a number grows while they are counted.
    void read_toll(const Words& words) {
        bool harm = false;
        bool cause = false;
        for (const TrackedWord& word : words) {
            harm |= word.is_harm;
            cause |= !word.cause.empty();
        }
        around_.toll = harm && cause && (told_.claim.kind == Kind::count || told_.claim.kind == Kind::number);
    }

    // "The investment bank said": its own, and which bank that is follows from no name of the source.
    void read_source() {
        const auto& source = told_.claim.source;
        if (!source) return;
        const Words words = tracked_words(source->name);
        for (const TrackedWord& word : words) add_name(word, source->name);
        const bool is_described =
            source->kind != SourceKind::person && !words.empty() && words.back().is_sort_of_firm &&
            std::none_of(words.begin(), words.end(), [](const TrackedWord& word) {
                return word.is_public || (word.is_name && word.kind == WordKind::content && !word.is_place);
            });
        around_.own |= is_described;
    }

    void read_subject() {
        const Words words = tracked_words(told_.claim.subject);
        bool says_more = false;
        bool national = false;
        bool traded = false;
        bool named = false;
        bool is_thing = false;  // and not only who acts: "Spanish banks"
        bool is_owned = false;
        for (std::size_t i = 0; i < words.size(); ++i) {
            const TrackedWord& word = words[i];
            const bool other_end = is_other_end(words, i);
            add(word);
            add_name(word, told_.claim.subject);
            add_of_subject(word);
            read_place(word, other_end);
            is_owned |= word.is_name && word.kind == WordKind::content && !(word.opens && word.is_known) &&
                        !other_end;
            national |= word.is_national;
            traded |= word.is_traded;
            named |= word.is_name;
            is_thing |= word.kind == WordKind::content && !word.is_name && !word.is_body && !word.is_people;
            says_more |= word.kind == WordKind::content && !word.is_bare && !word.is_name;
        }
        around_.bare = around_.bare && !says_more;
        around_.unowned |= traded && !named;
        around_.named = is_owned && is_thing;
        around_.own = around_.own && !national;
    }

    void add_of_subject(const TrackedWord& word) {
        around_.moving |= word.is_moving;
        around_.other_month |= is_other_month(told_, word);
        around_.statistic |= word.is_statistic;
        around_.own |= word.is_own;
        around_.last |= word.is_lasting;
        around_.bare |= word.is_bare;
        around_.benchmark |= word.is_benchmark;
        around_.unowned |= word.is_exchange;
    }

    void read_place(const TrackedWord& word, bool other_end) {
        if (other_end) {
            std::erase(around_.places, word.folded);
        } else if (is_country(word)) {
            around_.places.clear();
            around_.own_places.push_back(word.folded);
        }
    }

    // "With the United States": the other end of a trade, and not whose it is.
    static bool is_other_end(const Words& words, std::size_t at) {
        const std::size_t before = at > 0 && words[at - 1].folded == "the" ? at - 1 : at;
        return before > 0 && words[before - 1].leads_to_other;
    }

    void read_period() {
        const auto& claim = told_.claim;
        const auto& period = claim.role == Role::from && claim.baseline ? claim.baseline : claim.period;
        if (!period) return;
        bool is_fiscal = false;
        bool has_month = false;
        bool has_quarter = false;
        for (const TrackedWord& word : tracked_words(period->words)) {
            around_.prior |= word.is_prior;
            is_fiscal |= word.is_fiscal;
            has_month |= word.is_month;
            has_quarter |= word.is_quarter;
        }
        around_.fiscal = is_fiscal && !has_month;
        if (has_month)
            around_.counted_time = CountedTime::months;
        else if (has_quarter)
            around_.counted_time = CountedTime::quarters;
    }

    const ToldClaim& told_;
    WordsAround around_;
};

}  // namespace

WordsAround read_words_around(const ToldClaim& told, std::string sentence) {
    return AroundReader(told, std::move(sentence)).read();
}

}  // namespace figbook
