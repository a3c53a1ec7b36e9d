#include "check/unit_conversion.hpp"

#include <array>
#include <cmath>
#include <fmt/format.h>
#include <utility>
#include <vector>

#include "check/amount_words.hpp"
#include "track/real_interval.hpp"

namespace figbook {
namespace {

constexpr double tolerance = 0.025;
constexpr double temperature_tolerance = 0.6;  // kelvin
constexpr int shown_digits = 4;
const Decimal is_rounded_from(1, 2);  // "200 km" may well be 195

bool is_temperature(const UnitFactor& unit) {
    return unit.dimension == "temperature";
}

// How a figure is taken: as a point of a scale, or as so many units.
enum class Reading { amount, scale };

double converted_value(double value, const UnitFactor& from, const UnitFactor& to, Reading reading) {
    const double offset = reading == Reading::scale ? from.offset : 0;
    const double back = reading == Reading::scale ? to.offset : 0;
    return (value + offset) * from.multiply / from.divide / to.multiply * to.divide - back;
}

RealInterval widened(const RealInterval& interval, const UnitFactor& unit) {
    if (is_temperature(unit)) {
        const double margin = temperature_tolerance / unit.worth();
        return {interval.low - margin, interval.high + margin};
    }
    return {interval.low * (1 - tolerance), interval.high * (1 + tolerance)};
}

// One figure, with its sign where it is on a scale.
RealInterval interval_of(Claim claim, Reading reading) {
    if (claim.bound != Bound::about) claim.bound = Bound::exact;
    const RealInterval size = printed_interval(claim, is_rounded_from);
    if (reading == Reading::scale && claim.value.is_negative()) return {-size.high, -size.low};
    return size;
}

// "60 km (40 miles)", "300 km (200 miles)": one digit and zeros, which may stand for 37 or 186.
RealInterval rounded_interval_of(const Claim& claim, Reading reading) {
    RealInterval size = interval_of(claim, reading);
    const double value = claim.value.absolute().to_double();
    constexpr double smallest = 20;
    if (reading == Reading::scale || claim.high || value < smallest) return size;
    const double step = std::pow(10.0, std::floor(std::log10(value) + 1e-9));
    if (std::abs(value / step - std::round(value / step)) > 1e-9) return size;
    return {std::min(size.low, value - step / 2), std::max(size.high, value + step / 2)};
}

// How many digits are printed, without zeros at the end.
std::size_t digits_of(const Claim& claim) {
    std::int64_t digits = claim.value.absolute().coefficient();
    while (digits > 0 && digits % 10 == 0) digits /= 10;
    return std::to_string(digits).size();
}

// "Over 5,000 hectares (12,999 acres)": the exact figure was converted, of which the first one tells the round part.
bool is_round_part(const Claim& original, const Claim& converted) {
    constexpr std::size_t exact = 3;
    const bool is_more = original.bound == Bound::over || original.bound == Bound::at_least;
    return is_more && !original.high && digits_of(original) == 1 && digits_of(converted) >= exact;
}

// The two ends of a range as figures of their own.
std::pair<Claim, Claim> ends_of(const Claim& claim) {
    std::pair<Claim, Claim> ends{claim, claim};
    ends.second.value = claim.high.value_or(claim.value);
    ends.first.high = ends.second.high = std::nullopt;
    return ends;
}

class UnitChecker {
 public:
    UnitChecker(const Claim& original, const Claim& converted, const UnitFactor& from, const UnitFactor& to,
                bool is_difference)
        : original_(original), converted_(converted), from_(from), to_(to), is_difference_(is_difference) {}

    UnitCheck operator()() const {
        UnitCheck check;
        const Reading reading = likely_reading();
        check.expected = converted_value(original_.value.to_double(), from_, to_, reading);
        if (!is_temperature(from_))
            check.factor = fmt::format("1 {} = {} {} ({}; {})", from_.name,
                                       rounded_number(from_.worth() / to_.worth(), 8).to_string(), to_.name,
                                       from_.source, to_.source);
        if (fits(from_, to_)) {
            check.verdict = Verdict::consistent;
            const bool apart = is_temperature(from_) && !is_difference_ && reading == Reading::amount;
            check.explanation = fmt::format("{}{} is {}", apart ? "as a difference, " : "", original_.text,
                                            expected_words(reading));
        } else if (original_.high.has_value() != converted_.high.has_value()) {
            // "from 14 to 131 Fahrenheit (-10 to 55 Celsius)": only the end of it may have been read.
            check.explanation = "one of them is a range, of which the other may be an end";
        } else if (const std::string other = fitting_other(); !other.empty()) {
            check.explanation = fmt::format("which unit is meant is not clear: {} would fit", other);
        } else if (are_of_one_system() && !has_same_digits()) {
            check.explanation = "units of one system are hardly converted: they may be of two things";
        } else {
            check.verdict = Verdict::off;
            check.explanation = fmt::format("{} is {}, not {}{}", original_.text, expected_words(reading),
                                            converted_.text, fault_words());
        }
        return check;
    }

 private:
    // A temperature is one, unless only a difference would be so much: "5C (9F) above normal".
    Reading likely_reading() const {
        if (!is_temperature(from_) || is_difference_) return Reading::amount;
        const bool apart = fits_as(from_, to_, Reading::amount) && !fits_as(from_, to_, Reading::scale);
        return apart ? Reading::amount : Reading::scale;
    }

    // "8.047 km", "8.047 to 9.656 km"
    std::string expected_words(Reading reading) const {
        const auto number = [&](const Decimal& value) {
            const double converted = converted_value(value.to_double(), from_, to_, reading);
            return grouped(rounded_number(converted, shown_digits).to_string());
        };
        const std::string low = number(original_.value);
        if (!original_.high) return fmt::format("{} {}", low, to_.name);
        return fmt::format("{} to {} {}", low, number(*original_.high), to_.name);
    }

    static bool fits_as(const Claim& original, const Claim& converted, const UnitFactor& from,
                        const UnitFactor& to, Reading reading) {
        const RealInterval stated = interval_of(original, reading);
        constexpr double most_more = 1.1;
        const double highest = is_round_part(original, converted) ? stated.high * most_more : stated.high;
        const RealInterval expected{converted_value(stated.low, from, to, reading),
                                    converted_value(highest, from, to, reading)};
        // "5,000 tons (5,000 tonnes)" are rounded by nobody.
        const bool is_repeated = original.value == converted.value;
        return meet(widened(expected, to),
                    is_repeated ? interval_of(converted, reading) : rounded_interval_of(converted, reading));
    }

    bool fits_as(const UnitFactor& from, const UnitFactor& to, Reading reading) const {
        if (!original_.high || !converted_.high) return fits_as(original_, converted_, from, to, reading);
        const auto first = ends_of(original_);
        const auto second = ends_of(converted_);
        return fits_as(first.first, second.first, from, to, reading) &&
               fits_as(first.second, second.second, from, to, reading);
    }

    bool fits(const UnitFactor& from, const UnitFactor& to) const {
        if (fits_as(from, to, Reading::amount)) return true;
        return is_temperature(from) && !is_difference_ && fits_as(from, to, Reading::scale);
    }

    // "72 cm of snow (82 mm)": the one is a power of ten times the other.
    bool are_of_one_system() const {
        if (is_temperature(from_)) return false;
        const double power = std::log10(from_.worth() / to_.worth());
        return std::abs(power - std::round(power)) < 1e-9;
    }
    bool has_same_digits() const { return original_.value.coefficient() == converted_.value.coefficient(); }

    // What another unit of the same name is called that would make it right; "" where none does.
    std::string fitting_other() const {
        for (const std::string& code : from_.may_mean)
            if (const UnitFactor* other = unit_factor(code); other != nullptr && fits(*other, to_))
                return other->name;
        for (const std::string& code : to_.may_mean)
            if (const UnitFactor* other = unit_factor(code); other != nullptr && fits(from_, *other))
                return other->name;
        return "";
    }

    // True where the stated figure is the first one times that.
    bool is_times(double factor) const {
        const RealInterval expected = scaled(interval_of(original_, Reading::amount), factor);
        return meet({expected.low * (1 - tolerance), expected.high * (1 + tolerance)},
                    interval_of(converted_, Reading::amount));
    }

    std::string fault_words() const {
        if (is_temperature(from_)) {
            const bool scale = is_difference_ && fits_as(from_, to_, Reading::scale);
            return scale ? ": that is the temperature, not the difference" : "";
        }
        const double factor = from_.worth() / to_.worth();
        constexpr std::array<std::pair<double, std::string_view>, 4> slips{{{10, "ten times"},
                                                                            {100, "a hundred times"},
                                                                            {1e3, "a thousand times"},
                                                                            {1e6, "a million times"}}};
        for (const auto& [power, words] : slips)
            if (is_times(factor * power) || is_times(factor / power))
                return fmt::format(": off by {}", words);
        if (is_times(1 / factor)) return ": converted the wrong way round";
        const UnitFactor* length = unit_factor(from_.of);
        const UnitFactor* other = unit_factor(to_.of);
        if (length != nullptr && other != nullptr && is_times(length->worth() / other->worth()))
            return fmt::format(": converted as {} into {}", length->name, other->name);
        return "";
    }

    const Claim& original_;
    const Claim& converted_;
    const UnitFactor& from_;
    const UnitFactor& to_;
    bool is_difference_;
};

}  // namespace

std::optional<UnitCheck> check_unit_conversion(const Claim& original, const Claim& converted,
                                               bool is_difference) {
    const UnitFactor* from = unit_factor(original.unit);
    const UnitFactor* to = unit_factor(converted.unit);
    if (from == nullptr || to == nullptr || from->dimension != to->dimension || from == to)
        return std::nullopt;
    if (original.value.is_zero() || converted.value.is_zero())
        if (!is_temperature(*from)) return std::nullopt;
    return UnitChecker(original, converted, *from, *to, is_difference)();
}

}  // namespace figbook
