// The walk over a sentence: at each token, is there a figure, and how far does it reach?
#include <algorithm>

#include "base/ascii.hpp"
#include "quantity/amount.hpp"
#include "quantity/bare_number.hpp"
#include "quantity/bounds.hpp"
#include "quantity/compound.hpp"
#include "quantity/counted.hpp"
#include "quantity/grand.hpp"
#include "quantity/links.hpp"
#include "quantity/not_a_figure.hpp"
#include "quantity/proportions.hpp"
#include "quantity/range.hpp"
#include "quantity/told_again.hpp"
#include "quantity/trace.hpp"
#include "quantity/world_units.hpp"

namespace figbook {
namespace {

constexpr int billions = 9;  // the power of ten
constexpr int millions = 6;
constexpr std::size_t furthest_before = 60;  // tokens between a figure and the sentence that tells it again

// Asked of every token, so that few are read as a number in vain.
bool can_start(const SentenceWalk& walk, std::size_t i) {
    const Token& each = walk.token(i);
    if (each.is_number()) return true;
    constexpr std::uint32_t shortest_joined_code = 4;  // letters: a currency's and a magnitude's
    if (each.is_all_capitals() &&
        (walk.words.is(each.word, WordClass::currency_code) || each.end - each.start >= shortest_joined_code))
        return true;
    if (!walk.words.is(each.word, WordClass::figure_start)) return false;
    if (walk.is(i, ".")) return walk.is_number(i + 1);  // ".25": few full stops are one
    // "a million" and "-5", not "a plan" and "long-term".
    if (walk.words.is(each.word, WordClass::figure_opener))
        return walk.has(i + 1) &&
               (walk.token(i + 1).is_number() || walk.token(i + 1).kind == TokenKind::mark ||
                walk.words.is(walk.token(i + 1).word, WordClass::figure_start) ||
                walk.is(i + 2, "and") ||  // "a mile and a half"
                // "by a mile", "more than a mile"
                (i > walk.sentence.begin && walk.is_any(i - 1, {"by", "than", "about", "around", "almost",
                                                                "nearly", "over", "under", "roughly"})) ||
                walk.is(i + 1, "point"));
    return true;
}

// "a 2,900-year-old site", "400 million years old": how old a thing is, and no person.
bool is_age_of_thing(const SentenceWalk& walk, const Amount& amount) {
    constexpr int oldest_person = 120;
    const std::size_t end = amount.unit->end;
    const bool old = walk.is(end, "old") || (walk.is(end, "-") && walk.is(end + 1, "old"));
    return old && amount.number.value > Decimal(oldest_person);
}

// "at 2215 hours", "by 0600 hours": a time of day, in four digits.
bool is_military_time(const SentenceWalk& walk, const Amount& amount) {
    const std::string_view digits = walk.document.word(amount.number.begin);
    if (amount.unit->unit != "h" || amount.number.end != amount.number.begin + 1 || digits.size() != 4 ||
        !is_all_digits(digits) || digits[2] > '5' || digits > "2400")
        return false;
    return amount.begin > walk.sentence.begin &&
           walk.is_any(amount.begin - 1, {"at", "by", "until", "till", "from", "before", "after", "since"});
}

// "I am 100% sure", "“100 percent” suppressed", "it was 100% my choice", "I feel 100%": as much as can be.
bool is_emphasis(const SentenceWalk& walk, const Amount& amount) {
    if (amount.number.value != Decimal(100) && amount.number.value != Decimal(110)) return false;
    const bool quoted = amount.begin > walk.sentence.begin &&
                        walk.is(amount.begin - 1, WordClass::quotation_mark) &&
                        walk.is(amount.unit->end, WordClass::quotation_mark);
    const std::size_t behind = amount.unit->end + (quoted ? 1 : 0);
    if (walk.is_any(behind,
                    {"sure",  "certain",  "confident",  "convinced", "committed",  "behind",    "clear",
                     "right", "positive", "focused",    "believe",   "agree",      "false",     "true",
                     "wrong", "correct",  "honest",     "accurate",  "fit",        "fresh",     "ready",
                     "happy", "safe",     "supportive", "serious",   "determined", "dedicated", "think",
                     "know",  "support",  "my",         "your",      "guarantees", "guarantee", "effort"}))
        return true;
    if (quoted && walk.has(behind) && walk.document.word(behind).ends_with("ed")) return true;
    const bool felt = amount.begin > walk.sentence.begin &&
                      walk.is_any(amount.begin - 1, {"am", "i'm", "i’m", "feel", "felt", "feeling"});
    return felt && !walk.is(behind, "of") && !walk.is(behind, "-");
}

// "a five-year plan", "10-year bonds", "24 years old", "the 30 years war": why it is no span of time, "" where it is one.
std::string_view why_no_duration(const SentenceWalk& walk, const Amount& amount) {
    if (is_age_of_thing(walk, amount)) return "";
    if (is_military_time(walk, amount)) return "clock time";
    const std::size_t end = amount.unit->end;
    if (amount.unit->adjective) return walk.is(end + 1, "old") ? "age" : "span as adjective";
    if (walk.is(end, "old") || (walk.is(end, "of") && walk.is(end + 1, "age"))) return "age";
    if (walk.is(end, "-") && walk.glued(end)) return "span as adjective";
    const bool one = amount.number.in_words && amount.number.value == Decimal(1) && !walk.is(end, "and");
    return one ? "one day" : "";  // "one year"
}

// "400 day-trippers", "14 day-trips": things of which so many are counted, and no span of time; "14 year-olds" are no figure.
bool counts_compounds(const SentenceWalk& walk, const Amount& amount) {
    if (!amount.unit || !amount.unit->is_time || amount.unit->adjective) return false;
    const std::size_t joint = amount.unit->end;
    if (!walk.is(joint, "-") || !walk.glued(joint) || !walk.has(joint + 1) || !walk.glued(joint + 1))
        return false;
    return !walk.document.word(joint - 1).ends_with('s') && looks_plural(walk.document, joint + 1) &&
           !walk.is(joint + 1, "olds") && walk.document.word(joint + 1).size() > 3;
}

// A number with a unit, a counted noun, or bare. Returns where to go on.
std::size_t figure(SentenceWalk& walk, const Amount& amount) {
    if (const auto why =
            why_no_figure(walk.document, walk.sentence, amount.number, amount.begin, amount.has_unit());
        !why.empty()) {
        no_figure(walk.trace, amount.begin, amount.number.end, why);
        return amount.number.end;
    }
    if (amount.unit && amount.unit->is_time)
        if (const auto why = why_no_duration(walk, amount); !why.empty()) {
            no_figure(walk.trace, amount.begin, amount.unit->end, why);
            return amount.unit->end;
        }
    if (amount.unit && amount.unit->kind == Kind::percent && is_emphasis(walk, amount)) {
        no_figure(walk.trace, amount.begin, amount.unit->end, "counts nothing");
        return amount.unit->end;
    }
    Quantity quantity = start_quantity(walk, amount.begin, amount.end, "");
    quantity.value = amount.number.value;
    quantity.resolution = amount.number.resolution;
    quantity.has_magnitude = amount.number.power.has_value();
    quantity.power = amount.number.power.value_or(0);
    apply(walk, quantity, amount);
    if (!read_range(walk, quantity, amount)) return amount.number.end;
    const bool open = !amount.has_unit() && quantity.rule.empty();
    if (open && !read_count(walk, quantity, amount.number)) return amount.number.end;
    join_parts(walk, quantity);
    read_denominator(walk, quantity);
    settle_ton(walk, quantity);
    return take(walk, quantity);
}

// Tries a figure at token i; the token to go on from.
std::size_t step(SentenceWalk& walk, std::size_t i) {
    if (!can_start(walk, i)) return i + 1;
    const WordId word = walk.token(i).word;
    // Asked here by what each needs, since few tokens are any of these; who is to start at others must be asked of them here.
    if (walk.words.multiples.can_start(word) || walk.sentence.has(WordClass::multiple_unit))
        if (const std::size_t end = take_multiple(walk, i)) return end;
    if (walk.words.percents.can_start(word) || walk.is_any(i, {"percentage", "percentages"}))
        if (const std::size_t end = take_percent_before(walk, i)) return end;
    if (walk.is_any(i, {"a", "an"})) {
        if (const std::size_t end = take_one_and_a_half(walk, i)) return end;
        if (const std::size_t end = take_one_unit(walk, i)) return end;
    }
    auto amount = read_amount(walk, i, false);
    if (!amount) return i + 1;
    if (counts_compounds(walk, *amount)) {
        amount->unit.reset();
        amount->end = amount->number.end;
    }
    if (walk.is(amount->number.end, "grand"))
        if (const std::size_t end = take_grand(walk, *amount)) return end;
    if (const std::size_t end = take_ratio(walk, *amount)) return end;
    return figure(walk, *amount);
}

}  // namespace

// Of the sentence that was read before, where it stands right before the next.
void QuantityScanner::remember_money(const Sentence& next) {
    const auto last = std::find_if(found_.rbegin(), found_.rend(),
                                   [&](const Quantity& each) {  // not what it is converted to
                                       return each.kind == Kind::money && each.begin > 0 &&
                                              !document_.is(each.begin - 1, "(");
                                   });
    if (last != found_.rend() && last->power >= billions) {
        money_ = *last;
    } else if (!found_.empty()) {
        money_.reset();
    }
    if (next.paragraph > paragraph_ + 1) money_.reset();
    paragraph_ = next.paragraph;
}

// "It will offer 250 billion kronor. Collateral has grown to 70 billion from 25 billion": of the same money, since there is
// nothing else that comes in billions.
void QuantityScanner::take_remembered(const Sentence& sentence) {
    static constexpr WordClasses counting{WordClass::counted_subject, WordClass::tally,
                                          WordClass::people_count};
    if (!money_ || sentence.classes.has_any(counting)) return;
    for (const Quantity& each : found_)
        if (each.kind == Kind::money) return;
    for (Quantity& quantity : found_) {
        if (quantity.kind != Kind::number || quantity.power < billions || quantity.noun_end > 0) continue;
        borrow_unit(quantity, *money_, trace_);
    }
}

// What the next sentence may tell again: the last thing that is neither a span of time nor a conversion in brackets.
void QuantityScanner::remember_last() {
    if (found_.empty()) return;
    const auto last = std::find_if(found_.rbegin(), found_.rend(), [&](const Quantity& each) {
        const bool thing = (each.kind == Kind::count && !each.unit.empty()) || each.kind == Kind::money ||
                           (each.kind == Kind::measure && !is_time_unit(each.unit));
        return thing && (each.begin == 0 || !document_.is(each.begin - 1, "("));
    });
    last_.reset();
    if (last != found_.rend()) last_ = *last;
    percent_.reset();
    if (found_.back().kind == Kind::percent) percent_ = found_.back();
    last_end_ = found_.back().end;
    for (const Quantity& each : found_) {
        if (each.kind != Kind::money || (each.begin > 0 && document_.is(each.begin - 1, "("))) continue;
        several_currencies_ |= only_money_ && only_money_->unit != each.unit;
        if (!only_money_) only_money_ = each;
    }
}

// "He set out to make £1,000. … gave two and a half grand": of the one money that the article has told of.
void QuantityScanner::settle_grand() {
    if (!only_money_ || several_currencies_) return;
    for (Quantity& quantity : found_) {
        if (quantity.rule != "money.grand" || !quantity.unit_assumed) continue;
        quantity.unit = only_money_->unit;
        quantity.unit_assumed = only_money_->unit_assumed;
    }
}

// "asking for 1.4 billion euros. … has offered 500 million": millions that are offered or paid, in an article with one currency.
void QuantityScanner::take_only_money(const Sentence& sentence, bool near) {
    if (!only_money_ || several_currencies_) return;
    const Vocabulary& words = vocabulary();
    for (Quantity& quantity : found_) {
        if (quantity.kind != Kind::number || quantity.power < millions || quantity.noun_end > 0) continue;
        // "Three hundred million of that is a fine"
        if (near && document_.is(quantity.end, "of") &&
            document_.reads_any(quantity.end + 1, {"that", "this", "it"})) {
            borrow_unit(quantity, *only_money_, trace_);
            continue;
        }
        if (quantity.begin == sentence.begin) continue;
        std::size_t verb = quantity.begin - 1;
        if (document_.is(verb, "in") && verb > sentence.begin) --verb;  // "pencilled in"
        const bool paid = words.is(document_.tokens[verb].word, WordClass::pays_millions);
        const bool closes =
            quantity.end >= sentence.end || (document_.tokens[quantity.end].kind == TokenKind::mark);
        if (paid && closes) borrow_unit(quantity, *only_money_, trace_);
    }
}

std::span<const Quantity> QuantityScanner::operator()(const Sentence& sentence) {
    const bool near = sentence.paragraph <= paragraph_ + 1 && sentence.begin <= last_end_ + furthest_before;
    remember_money(sentence);
    remember_last();
    found_.clear();
    SentenceWalk walk{{document_, vocabulary(), sentence},
                      evidence_,
                      found_,
                      trace_,
                      last_ && near ? &*last_ : nullptr,
                      percent_ && near ? &*percent_ : nullptr,
                      polled_ && near};
    const Signs& signs = document_.signs;
    for (std::size_t i = signs.next(Sign::figure, sentence.begin, sentence.end); i < sentence.end;)
        i = signs.next(Sign::figure, std::max(step(walk, i), i + 1), sentence.end);
    settle_world_prices(walk);
    link_quantities(document_, sentence, found_, behind_polls_, trace_);
    settle_grand();
    if (money_) take_remembered(sentence);
    if (only_money_) take_only_money(sentence, near && last_ && last_->kind == Kind::money);
    polled_ = (walk.behind_poll || sentence.has(WordClass::poll_word)) &&
              std::any_of(found_.begin(), found_.end(),
                          [](const Quantity& each) { return each.kind == Kind::percent; });
    behind_polls_ |= polled_ && sentence.has(WordClass::polling_word);
    return found_;
}

}  // namespace figbook
