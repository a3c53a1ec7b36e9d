#include "check/move_arithmetic.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fmt/format.h>

#include "check/amount_words.hpp"
#include "check/check_words.hpp"
#include "check/move_figures.hpp"
#include "check/move_words.hpp"
#include "track/real_interval.hpp"

namespace figbook {
namespace {

constexpr int shown_digits = 3;
constexpr double loosely = 0.1;       // a tenth each side of "doubled"
constexpr double more_than = 1.5;     // times twice: how far "more than doubled" reaches
constexpr double to_next = 0.5;       // times more: what has come to 2.4 times as much has doubled, too
const Decimal is_rounded_from(1, 2);  // "a fall of £600" may well be £596
constexpr double most_cut = 0.1;      // percentage points more each side of a percentage
constexpr double many_times = 300;    // per cent, of which what is behind the point is cut off
constexpr double round_cut = 2;       // percentage points more each side of such a one
const RealInterval one{1, 1};

// One thing that the text says of the move, and what the other figures make of it.
struct Comparison {
    std::size_t stated;
    bool fits;
    std::string right;  // "20 %"
    std::string fault;  // ": off by ten times", "" for none that is known
};

class MoveChecker {
 public:
    MoveChecker(const Move& move, const std::vector<Claim>& claims, std::string_view text)
        : move_(move), claims_(claims), words_(move, claims, text) {}

    std::optional<MoveCheck> operator()() {
        if (!move_.is_clear) return std::nullopt;
        for (const auto& end : {move_.from, move_.to})
            if (end && !is_positive(claims_[*end])) return std::nullopt;
        if (move_.from && move_.to) {
            if (!same_measure(from(), to()) || words_.go_onward() || lacks_magnitude() ||
                words_.are_of_target() || words_.are_of_forecast_before() || may_be_by_range() ||
                words_.have_sign())
                return std::nullopt;
            compare_with_ends();
            // "Rose by two to 100, compared with 121 a year ago": since last week.
            if (goes_the_other_way() && move_.is_compared) return std::nullopt;
            if (goes_the_other_way()) return is_surely_turned() ? turned() : std::nullopt;
        } else if (move_.amount && move_.percent && (move_.from || move_.to)) {
            compare_with_one_end();
        }
        return result();
    }

 private:
    const Claim& from() const { return claims_[*move_.from]; }
    const Claim& to() const { return claims_[*move_.to]; }
    bool rises() const { return move_.direction == Change::increase; }
    double value(std::size_t claim) const { return claims_[claim].value.absolute().to_double(); }

    RealInterval up_or_down(const RealInterval& more, const RealInterval& less) const {
        return rises() ? more : less;
    }

    // "to $170 million from $121": the other end's "million" is left out.
    bool lacks_magnitude() const {
        constexpr double furthest = 1e4;
        const double ratio = value(*move_.to) / value(*move_.from);
        return ratio > furthest || ratio < 1 / furthest;
    }

    // "Will fall by $15m to $20m from $90m": by something between the two.
    bool may_be_by_range() const {
        if (!move_.amount || *move_.amount + 1 != *move_.to) return false;
        const Claim& amount = claims_[*move_.amount];
        if (!words_.tell_by_range(amount)) return false;
        constexpr double widest = 3;  // times the lower end
        const double difference = std::abs(value(*move_.to) - value(*move_.from));
        const bool fits = meet(printed_interval(amount, is_rounded_from), {difference, difference});
        return same_measure(amount, to()) && amount.value < to().value &&
               value(*move_.to) < widest * value(*move_.amount) && !fits;
    }

    bool goes_the_other_way() const {
        const RealInterval first = printed_interval(from());
        const RealInterval last = printed_interval(to());
        return !meet(first, last) && (last.low > first.high) != rises();
    }

    // Whether it is the text that takes up for down. It is near the mark then, says of no amount that another end
    // would fit better, and its words go one way.
    bool is_surely_turned() const {
        constexpr double furthest = 5;
        const double ratio = value(*move_.to) / value(*move_.from);
        if (ratio > furthest || ratio < 1 / furthest || words_.leave_direction_open()) return false;
        if (!comparisons_.empty())
            return std::all_of(comparisons_.begin(), comparisons_.end(),
                               [](const Comparison& c) { return c.fits; });
        return !has_change() && words_.tell_direction();
    }

    bool has_change() const { return move_.percent || move_.points || move_.multiple || move_.amount; }

    std::optional<MoveCheck> turned() const {
        return MoveCheck{Verdict::off,
                         fmt::format("from {} to {} is a {}, not a {}", words_of(from()), words_of(to()),
                                     rises() ? "fall" : "rise", rises() ? "rise" : "fall"),
                         {std::min(*move_.from, *move_.to), std::max(*move_.from, *move_.to)}};
    }

    // ---- Both ends are known.

    void compare_with_ends() {
        const RealInterval first = end_interval(from());
        const RealInterval last = end_interval(to());
        const RealInterval quotient = last / first;
        const double ratio = value(*move_.to) / value(*move_.from);
        const double difference = std::abs(value(*move_.to) - value(*move_.from));
        const bool up = last.middle() > first.middle();
        const RealInterval distance = up ? last - first : first - last;
        const RealInterval relative = scaled(up ? quotient - one : one - quotient, 100);
        if (move_.percent && !words_.are_beside_another(claims_[*move_.percent]) && !is_of_each_year() &&
            !words_.are_of_rate())
            compare_percent(relative, std::abs(ratio - 1) * 100, distance, difference);
        if (move_.points && from().unit == "%")
            compare_points(distance, difference, std::abs(ratio - 1) * 100);
        if (move_.amount && is_change_of_ends(claims_[*move_.amount])) {
            const bool fits = meet(printed_interval(claims_[*move_.amount], is_rounded_from), distance);
            add(*move_.amount, fits, figure_words(difference, to(), shown_digits), difference);
        }
        const bool is_of_scale =
            from().unit == "Cel" || from().unit == "[degF]";  // no temperature is twice another
        if (move_.multiple && !words_.are_of_repeated() && !is_of_scale) compare_multiple(quotient, ratio);
    }

    // "growth of 20% until 2015, to 9.3 billion by then from 2.3 billion in 2008": over years, 20 % may be of each of them.
    bool is_of_each_year() const {
        constexpr double near = 0.25;
        const auto& began = from().period;
        const auto& ended = to().period;
        if (!began || !ended || !began->end || !ended->end) return false;
        const int years = year_of(*ended->end) - year_of(*began->end);
        if (years < 2) return false;
        const double times = value(*move_.to) / value(*move_.from);
        const double yearly = std::abs(std::pow(times, 1.0 / years) - 1) * 100;
        return std::abs(yearly / stated_percent_value() - 1) < near;
    }

    // "rose to 85.25 from 85.12 after 85.20", "2.5bn below target": another figure beside them, and no change.
    bool is_change_of_ends(const Claim& amount) const {
        constexpr double near = 0.8;
        const double larger = std::max(value(*move_.from), value(*move_.to));
        const bool is_like_both = std::min(value(*move_.from), value(*move_.to)) > near * larger &&
                                  amount.value.absolute().to_double() > near * larger;
        return same_measure(amount, to()) && !amount.high && !is_like_both &&
               !words_.are_beside_another(amount);
    }

    // A ratio ("a third") is as loose as words are. Sources calculate from figures that the text has rounded, and some
    // cut digits off.
    RealInterval stated_percent() const {
        const Claim& claim = claims_[*move_.percent];
        const RealInterval printed = printed_interval(claim);
        const double cut = is_round(claim) ? round_cut
                           : claim.value.to_double() >= many_times
                               ? claim.resolution.to_double()
                               : std::min(claim.resolution.to_double() / 2, most_cut);
        if (claim.kind == Kind::percent) return {printed.low - cut, printed.high + cut};
        return {printed.low * (1 - loosely) * 100, printed.high * (1 + loosely) * 100};
    }
    double stated_percent_value() const {
        return value(*move_.percent) * (claims_[*move_.percent].kind == Kind::percent ? 1 : 100);
    }

    void compare_percent(const RealInterval& relative, double right, const RealInterval& distance,
                         double difference) {
        const RealInterval stated = stated_percent();
        const bool of_percentages = from().unit == "%";
        if (meet(stated, relative) || !of_percentages || !meet(stated, distance)) {
            add(*move_.percent, meet(stated, relative), percent_words(right, claims_[*move_.percent]), right,
                later_figure_words(difference));
            return;
        }
        comparisons_.push_back({*move_.percent, false,
                                fmt::format("{}, or {}", points_words(difference),
                                            percent_words(right, claims_[*move_.percent])),
                                ": percent and percentage points are mixed up"});
    }

    // "fell 25% to 100 from 125": 25 % of the later figure.
    std::string later_figure_words(double difference) const {
        constexpr double near = 0.02;
        const double of_later = difference / value(*move_.to) * 100;
        return std::abs(of_later / stated_percent_value() - 1) < near
                   ? ": that is its part of the later figure"
                   : "";
    }

    void compare_points(const RealInterval& distance, double right, double relative) {
        const Claim& claim = claims_[*move_.points];
        const double worth = claim.unit == "bp" ? 0.01 : 1;
        const RealInterval stated = scaled(printed_interval(claim), worth);
        std::string fault;
        if (claim.unit == "pp" && meet(stated, {relative - 0.5, relative + 0.5}))
            fault = ": percent and percentage points are mixed up";
        add(*move_.points, meet(stated, distance),
            claim.unit == "bp" ? figure_words(right / worth, claim, shown_digits) : points_words(right),
            right / worth, fault);
    }

    void compare_multiple(const RealInterval& quotient, double ratio) {
        const Claim& claim = claims_[*move_.multiple];
        const bool turned = claim.value > Decimal(1) && !rises();  // "fell threefold"
        const RealInterval found = turned ? one / quotient : quotient;
        RealInterval stated = printed_interval(claim);
        if (claim.bound == Bound::over || claim.bound == Bound::at_least) stated.high *= more_than;
        // "more than halved": by more than half, so that less is left; "nearly halved": by less.
        constexpr double nearly = 1.2;
        const double part = claim.value.to_double();
        if (claim.value < Decimal(1) && claim.bound == Bound::over) stated = {part / (2 * more_than), part};
        if (claim.value < Decimal(1) && (claim.bound == Bound::under || claim.bound == Bound::about))
            stated = {part, part * nearly / (1 + loosely)};
        stated = {stated.low * (1 - loosely), stated.high * (1 + loosely)};
        // "rose threefold" is said of 3 and of 4 times as much; "tripled" of 3 alone.
        if (rises() && has_word(claim.text, CheckWord::times)) stated.high += 1;
        const bool is_whole = claim.value.exponent() >= 0 && claim.bound != Bound::under;
        if (is_whole && stated.high < part + to_next) stated.high = part + to_next;
        const double right = turned ? 1 / ratio : ratio;
        comparisons_.push_back(
            {*move_.multiple, meet(stated, found),
             fmt::format("{} times as much", rounded_number(ratio, shown_digits).to_string()),
             slip_words(claim.value.to_double(), right)});
    }

    // ---- One end and the amount are known.

    void compare_with_one_end() {
        const Claim& end = claims_[move_.to ? *move_.to : *move_.from];
        const Claim& amount = claims_[*move_.amount];
        if (!same_measure(amount, end) || end.unit == "%" || !is_positive(amount)) return;
        if (takes_its_unit_from(amount, end)) return;
        if (amount.high || words_.are_beside_another(amount) ||
            words_.are_beside_another(claims_[*move_.percent]) || !words_.make_one_change())
            return;
        const RealInterval by = printed_interval(amount);
        RealInterval first = printed_interval(end);
        double first_value = end.value.to_double();
        if (move_.to) {
            first = up_or_down(first - by, first + by);
            first_value += amount.value.to_double() * (rises() ? -1 : 1);
        }
        if (first.low <= 0) return;
        const double right = amount.value.to_double() / first_value * 100;
        is_yearly_ = is_of_year(stated_percent_value() / right);
        add(*move_.percent, meet(stated_percent(), scaled(by / first, 100)),
            percent_words(right, claims_[*move_.percent]), right);
    }

    // "23p to 2,050": pence or pounds.
    static bool takes_its_unit_from(const Claim& amount, const Claim& end) {
        const auto is_bare = [](const std::string& text) {
            return text.find_first_not_of("0123456789.,/ ") == std::string::npos;
        };
        return amount.kind == Kind::money && !is_bare(amount.text) && is_bare(end.text);
    }

    // A month's or a quarter's change is often told as what it would be in a year.
    static bool is_of_year(double times) {
        constexpr double near = 0.06;
        return std::abs(times / 12 - 1) < near || std::abs(times / 4 - 1) < near;
    }

    // ---- What came out.

    void add(std::size_t stated, bool fits, std::string right, double right_value, std::string fault = "") {
        if (fault.empty()) {
            const double said = move_.percent == stated ? stated_percent_value() : value(stated);
            fault = slip_words(said, right_value);
        }
        comparisons_.push_back({stated, fits, std::move(right), std::move(fault)});
    }

    // "a rise from €100 million to €120 million", "a fall of $1.25 to $88.95"
    std::string move_words(std::size_t judged) const {
        std::string words = rises() ? "a rise" : "a fall";
        if (!(move_.from && move_.to) && move_.amount && move_.amount != judged)
            words += " of " + words_of(claims_[*move_.amount]);
        if (move_.from) words += " from " + words_of(from());
        if (move_.to) words += " to " + words_of(to());
        return words;
    }

    std::vector<std::size_t> compared(std::size_t stated) const {
        std::vector<std::size_t> list{stated};
        for (const auto& end : {move_.from, move_.to})
            if (end) list.push_back(*end);
        if (list.size() == 2 && move_.amount) list.push_back(*move_.amount);
        std::sort(list.begin(), list.end());
        return list;
    }

    // Why a figure that does not fit may be right after all; "" where there is no reason.
    std::string other_basis(std::size_t stated) const {
        const Claim& claim = claims_[stated];
        if (!claim.per.empty()) return fmt::format("the change is given by the {}", claim.per);
        if (move_.from && are_apart(claim.baseline, from().period))
            return "the change is measured from another time than the first figure is of";
        for (const std::size_t other : move_.claims())
            if (other != stated && other != move_.from && is_of_another_time(claim, claims_[other]))
                return "the change is of another time than the other figures are";
        if (is_yearly_ && move_.percent == stated) return "the change may be given at an annual rate";
        const std::string_view basis = words_.other_basis();
        if (!basis.empty() && move_.amount != stated)
            return fmt::format("the change may be on another basis: {}", basis);
        return "";
    }

    std::optional<MoveCheck> result() const {
        if (comparisons_.empty()) return std::nullopt;
        const auto wrong = std::find_if(comparisons_.begin(), comparisons_.end(),
                                        [](const Comparison& comparison) { return !comparison.fits; });
        if (wrong == comparisons_.end()) {
            const Comparison& first = comparisons_.front();
            std::string words = fmt::format("{} is {}", move_words(first.stated), first.right);
            return MoveCheck{Verdict::consistent, std::move(words), compared(first.stated)};
        }
        std::string words = fmt::format("{} is {}, not {}{}", move_words(wrong->stated), wrong->right,
                                        claims_[wrong->stated].text, wrong->fault);
        const std::string reason = other_basis(wrong->stated);
        if (reason.empty()) return MoveCheck{Verdict::off, std::move(words), compared(wrong->stated)};
        return MoveCheck{Verdict::cannot_check, fmt::format("{}; by the figures alone {}", reason, words),
                         compared(wrong->stated)};
    }

    const Move& move_;
    const std::vector<Claim>& claims_;
    MoveWords words_;
    std::vector<Comparison> comparisons_;
    bool is_yearly_ = false;  // the percentage is about as much as the figures make in a year
};

}  // namespace

std::optional<MoveCheck> check_move(const Move& move, const std::vector<Claim>& claims,
                                    std::string_view text) {
    return MoveChecker(move, claims, text)();
}

}  // namespace figbook
