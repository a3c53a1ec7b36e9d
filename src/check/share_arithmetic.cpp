#include "check/share_arithmetic.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "check/amount_words.hpp"
#include "track/real_interval.hpp"

namespace figbook {
namespace {

constexpr int shown_digits = 3;
constexpr double loosely = 0.1;             // of a share in words
constexpr std::size_t most_subsets = 1024;  // ways to choose among the parts of a sentence that are looked at
const RealInterval hundred{100, 100};

// In per cent.
RealInterval share_interval(const Claim& claim) {
    const RealInterval printed = printed_interval(claim);
    if (claim.kind == Kind::percent) return printed;
    return {printed.low * (1 - loosely) * 100, printed.high * (1 + loosely) * 100};
}

std::string number_words(double number) {
    return rounded_number(number, shown_digits).to_string();
}

RealInterval interval_of(const Claim& claim) {
    const bool is_share = claim.kind == Kind::percent || claim.kind == Kind::ratio;
    return is_share ? share_interval(claim) : printed_interval(claim);
}

double value_of(const Claim& claim) {
    return claim.value.absolute().to_double() * (claim.kind == Kind::ratio ? 100 : 1);
}

std::string list_words(const std::vector<std::size_t>& parts, const std::vector<Claim>& claims) {
    std::string words;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) words += i + 1 == parts.size() ? " and " : ", ";
        words += claims[parts[i]].text;
    }
    return words;
}

// True where some of the parts, with the last, come to a hundred per cent: the others then are of something else.
bool some_make_all(const Parts& parts, const std::vector<Claim>& claims) {
    const std::size_t others = parts.parts.size() - 1;
    const std::size_t ways = std::size_t{1} << std::min<std::size_t>(others, 10);
    for (std::size_t chosen = 1; chosen < std::min(ways, most_subsets); ++chosen) {
        RealInterval sum = interval_of(claims[parts.parts.back()]);
        for (std::size_t i = 0; i < others; ++i)
            if ((chosen >> i & 1U) != 0) sum = sum + interval_of(claims[parts.parts[i]]);
        if (meet(sum, hundred)) return true;
    }
    return false;
}

// "63% said yes, 38% for this, 18% for that, and 6% undecided": the first is the whole of the others.
bool others_make_first(const Parts& parts, const std::vector<Claim>& claims) {
    RealInterval sum;
    for (std::size_t i = 1; i < parts.parts.size(); ++i) sum = sum + interval_of(claims[parts.parts[i]]);
    return parts.parts.size() > 2 && meet(sum, interval_of(claims[parts.parts.front()]));
}

ShareCheck one_part(const Claim& part, const Claim& whole) {
    // "$3bn of $2bn": intervals that only touch are no part and whole.
    constexpr double touching = 1e-9;
    const double largest = printed_interval(whole).high;
    const bool fits = printed_interval(part).low < largest - largest * touching;
    return {fits ? Verdict::consistent : Verdict::off,
            fits
                ? fmt::format("{} fits into {}", part.text, whole.text)
                : fmt::format("{} is more than {}, of which it is said to be a part", part.text, whole.text)};
}

}  // namespace

std::optional<ShareCheck> check_parts(const Parts& parts, const std::vector<Claim>& claims) {
    if (parts.whole && parts.parts.size() == 1)
        return one_part(claims[parts.parts.front()], claims[*parts.whole]);
    RealInterval sum;
    double value = 0;
    for (const std::size_t i : parts.parts) {
        sum = sum + interval_of(claims[i]);
        value += value_of(claims[i]);
    }
    const RealInterval whole = parts.whole ? printed_interval(claims[*parts.whole]) : hundred;
    const bool fits = parts.are_all ? meet(sum, whole) : sum.low <= whole.high;
    const bool others = !fits && !parts.whole && some_make_all(parts, claims);
    const std::string total =
        parts.whole ? figure_words(value, claims[*parts.whole]) : number_words(value) + " %";
    const std::string all = parts.whole ? claims[*parts.whole].text : "100 %";
    std::string words = fmt::format("{} are {}", list_words(parts.parts, claims), total);
    if (fits && !parts.whole && !meet(sum, whole)) return std::nullopt;
    if (!fits && !parts.whole && others_make_first(parts, claims)) return std::nullopt;
    if (fits || others) return ShareCheck{Verdict::consistent, words + " of " + all};
    words += parts.are_all ? fmt::format(", not the {} that they are said to make up", all)
                           : fmt::format(", more than the whole of {}", all);
    return ShareCheck{Verdict::off, words};
}

ShareCheck check_share(const StatedShare& share, const std::vector<Claim>& claims) {
    const Claim& part = claims[share.part];
    const Claim& whole = claims[share.whole];
    const Claim& stated = claims[share.share];
    const RealInterval of = printed_interval(whole);
    if (of.low <= 0 || whole.value.is_zero())
        return {Verdict::cannot_check, "there is nothing to be a part of"};
    const bool fits = meet(share_interval(stated), scaled(printed_interval(part) / of, 100));
    std::string words = fmt::format("{} of {} is {} %", part.text, whole.text,
                                    number_words(value_of(part) / value_of(whole) * 100));
    if (fits) return {Verdict::consistent, words};
    return {Verdict::off, fmt::format("{}, not {}", words, stated.text)};
}

}  // namespace figbook
