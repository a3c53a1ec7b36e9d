#include "check/parts.hpp"

#include <algorithm>

#include "check/check_words.hpp"
#include "check/words_at.hpp"

namespace figbook {
namespace {

constexpr std::size_t longest_joint = 60;  // bytes between a whole and its part, or a part and its share
constexpr std::size_t most_parts = 12;     // of one whole; a sentence may be a whole book
constexpr std::uint32_t around = 300;      // bytes before and behind a figure that are asked for words

// "31 December 202450% of the shares": digits that ran together are no share.
bool is_beyond_all(const Claim& claim) {
    const Decimal most_percent(1000);
    return claim.kind == Kind::percent && claim.value > most_percent;
}

bool is_share(const Claim& claim) {
    return !is_beyond_all(claim) && claim.change == Change::none &&
           (claim.kind == Kind::percent || claim.kind == Kind::ratio) && !claim.value.is_negative();
}

bool is_amount(const Claim& claim) {
    return claim.kind == Kind::count || claim.kind == Kind::money ||
           (claim.kind == Kind::measure && !claim.is_duration());
}

// A part that is larger by far is of something else: the whole was read without its "million", say.
bool is_near(const Claim& whole, const Claim& part) {
    const Decimal furthest(20);
    const auto limit = Decimal::multiply(whole.value.absolute(), furthest);
    return limit && part.value.absolute() <= *limit;
}

// What can be a part of it by its unit: any count of a count, money of the same currency, the same measure.
bool can_hold(const Claim& whole, const Claim& part) {
    if (whole.kind != part.kind || whole.per != part.per) return false;
    return is_near(whole, part) && (whole.kind == Kind::count || whole.unit == part.unit);
}

class Grouping {
 public:
    Grouping(std::string_view text, const std::vector<Claim>& claims) : text_(text), claims_(claims) {}

 protected:
    const Claim& claim(std::size_t i) const { return claims_[i]; }
    std::size_t count() const { return claims_.size(); }

    std::string_view joint(std::size_t first, std::size_t second) const {
        return words_between(text_, claim(first), claim(second));
    }
    std::string_view before(std::size_t i) const { return words_before(text_, claim(i), around); }
    std::string_view behind(std::size_t i) const { return words_behind(text_, claim(i)); }
    bool same_sentence(std::size_t a, std::size_t b) const { return claim(a).sentence == claim(b).sentence; }
    bool is_related(std::size_t i, RelationKind kind) const {
        return claim(i).relation && claim(i).relation->kind == kind;
    }
    bool restates(std::size_t i) const { return is_related(i, RelationKind::restates); }

    // "14 of the 120": the part, then at most a few words, then the whole.
    std::optional<std::size_t> whole_of(std::size_t part) const {
        constexpr std::size_t longest = 16;
        if (!is_related(part, RelationKind::share_of)) return std::nullopt;
        const std::size_t whole = claim(part).relation->claim;
        if (whole >= count() || !is_amount(claim(whole))) return std::nullopt;
        const std::string_view between = part < whole ? joint(part, whole) : joint(whole, part);
        if (part < whole && between.size() > longest) return std::nullopt;
        // "a $140m loan and a credit line of which $420m": of the one next to it, which has no figure
        if (part > whole &&
            (between.size() > longest_joint || between.find(" and ") != std::string_view::npos))
            return std::nullopt;
        return whole;
    }

 private:
    std::string_view text_;
    const std::vector<Claim>& claims_;
};

class PartFinder : Grouping {
 public:
    using Grouping::Grouping;

    std::vector<Parts> operator()() const {
        std::vector<Parts> found;
        for (std::size_t i = 0; i < count(); ++i) {
            if (restates(i) || claim(i).high) continue;
            for (const auto& parts : {part_of(i), included(i), last_part(i), undecided(i), made_of(i)})
                if (parts) found.push_back(*parts);
        }
        return found;
    }

 private:
    std::optional<Parts> part_of(std::size_t i) const {
        // "35,000 of the two models": of each there are many.
        const Decimal fewest(4);
        const auto whole = whole_of(i);
        if (!whole || !is_amount(claim(i)) || !can_hold(claim(*whole), claim(i))) return std::nullopt;
        if (claim(*whole).kind == Kind::count && claim(*whole).value < fewest) return std::nullopt;
        if (i < *whole && has_word(joint(i, *whole), CheckWord::the_last)) return std::nullopt;
        if (behind(*whole).starts_with("-")) return std::nullopt;  // "300 of the 150-seat jets"
        if (i > *whole && (is_list_of_both(*whole, i) || goes_on_as_list(*whole, i) ||
                           is_of_other_things(*whole, i) || is_related(*whole, RelationKind::share_of)))
            return std::nullopt;
        if (i < *whole && ends_with_word(before(i), CheckWord::mean)) return std::nullopt;
        if (starts_with_word(behind(*whole), CheckWord::built) ||
            ends_with_word(claim(*whole).text, CheckWord::built))
            return std::nullopt;
        return Parts{whole, {i}, false};
    }

    // "fees of $5,000, $10,000 and $100,000"
    bool goes_on_as_list(std::size_t whole, std::size_t part) const {
        if (part + 1 >= count() || !same_sentence(part, part + 1)) return false;
        constexpr std::size_t longest = 8;
        const std::string_view first = joint(whole, part);
        const std::string_view second = joint(part, part + 1);
        return first.find_first_not_of(", ") == std::string_view::npos && second.size() <= longest &&
               has_and(second) && can_hold(claim(part + 1), claim(part));
    }

    // "five towers, the tallest of them 44 storeys high"
    bool is_of_other_things(std::size_t whole, std::size_t part) const {
        const Claim& first = claim(whole);
        const Claim& second = claim(part);
        return first.kind == Kind::count && !first.unit.empty() && !second.unit.empty() &&
               first.unit != second.unit && !ends_with_word(second.unit, CheckWord::persons);
    }

    // "Out of the 17 cats, 18 dogs and one ferret": other things than those of the whole, with more behind them.
    bool is_list_of_both(std::size_t whole, std::size_t part) const {
        const Claim& first = claim(whole);
        const Claim& second = claim(part);
        if (first.kind != Kind::count || first.unit == second.unit || second.unit.empty()) return false;
        constexpr std::size_t longest = 12;
        return joint(whole, part).size() <= longest &&
               joint(whole, part).find(',') != std::string_view::npos &&
               !(ends_with_word(first.unit, CheckWord::people) &&
                 ends_with_word(second.unit, CheckWord::persons));
    }

    // "12 people, including 14 children", "a $2bn plan, including $3bn for roads".
    std::optional<Parts> included(std::size_t i) const {
        if (i == 0 || !same_sentence(i - 1, i) || is_related(i, RelationKind::share_of)) return std::nullopt;
        const Claim& whole = claim(i - 1);
        const Claim& part = claim(i);
        const std::string_view between = joint(i - 1, i);
        // "$92bn in deposits and most of its assets, including $173bn in loans": of the one next to it.
        if (between.size() > longest_joint || between.find(';') != std::string_view::npos ||
            has_and(between) || !ends_with_word(between, CheckWord::part_cue))
            return std::nullopt;
        if (!is_amount(whole) || !is_amount(part) || !can_hold(whole, part) || restates(i - 1))
            return std::nullopt;
        const bool people =
            ends_with_word(whole.unit, CheckWord::people) && ends_with_word(part.unit, CheckWord::persons);
        if (whole.kind == Kind::count && whole.unit != part.unit && !people) return std::nullopt;
        if (whole.kind != Kind::count &&
            (has_word(before(i), CheckWord::netted) || whole.change != Change::none))
            return std::nullopt;
        // "296,000 net subscribers, including 365,000 new ones": others are taken off.
        if (starts_with_word(between, CheckWord::netted) || ends_with_word(before(i - 1), CheckWord::netted))
            return std::nullopt;
        return Parts{i - 1, {i}, false};
    }

    // "60% ... 35% ... and the remaining 15%"
    std::optional<Parts> last_part(std::size_t i) const {
        if (!ends_with_word(before(i), CheckWord::last_part)) return std::nullopt;
        Parts parts;
        if (is_share(claim(i))) {
            if (has_word(before(i), CheckWord::overlapping) ||
                has_word(behind(i).substr(0, around), CheckWord::overlapping))
                return std::nullopt;
            parts.parts = shares_before(i);
            if (parts.parts.size() == 1 && are_of_two_things(parts.parts.front(), i)) return std::nullopt;
            if (std::any_of(parts.parts.begin(), parts.parts.end(),
                            [&](std::size_t k) { return is_all(claim(k)); }))
                return std::nullopt;
        } else {
            parts.whole = whole_before(i);
            if (!parts.whole) return std::nullopt;
            for (std::size_t k = *parts.whole + 1; k < i; ++k)
                if (can_hold(claim(*parts.whole), claim(k)) && !restates(k)) parts.parts.push_back(k);
        }
        if (parts.parts.empty()) return std::nullopt;
        parts.parts.push_back(i);
        return parts;
    }

    // "63% of the wealth, the rest going to the remaining 99% of people"
    bool are_of_two_things(std::size_t first, std::size_t second) const {
        constexpr std::string_view of = " of ";
        const auto thing = [&](std::size_t i) {
            std::string_view words = behind(i);
            if (!words.starts_with(of)) return std::string_view();
            words.remove_prefix(of.size());
            if (words.starts_with("the ")) words.remove_prefix(4);
            return words.substr(0, words.find_first_of(" ,.;"));
        };
        return !thing(first).empty() && !thing(second).empty() && thing(first) != thing(second);
    }

    // "owned 100 percent after buying the remaining 35 percent": what is all has no part beside it.
    static bool is_all(const Claim& share) {
        const Decimal all(share.kind == Kind::percent ? 100 : 1);
        return share.value == all;
    }

    std::vector<std::size_t> shares_before(std::size_t i) const {
        std::vector<std::size_t> shares;
        for (std::size_t k = i; k-- > 0 && same_sentence(k, i) && k + most_parts > i;)
            if (is_share(claim(k)) && !restates(k) && claim(k).modality == claim(i).modality)
                shares.insert(shares.begin(), k);
        return shares;
    }

    // The whole that an earlier figure of the sentence is a part of, where it stands before both.
    std::optional<std::size_t> whole_before(std::size_t i) const {
        for (std::size_t k = i; k-- > 0 && same_sentence(k, i) && k + most_parts > i;) {
            const auto whole = whole_of(k);
            if (whole && *whole<k&& * whole + most_parts> i && same_sentence(*whole, i) &&
                can_hold(claim(*whole), claim(i)))
                return whole;
        }
        return std::nullopt;
    }

    // "45 percent to 40 percent, with 12 percent undecided": answers that exclude each other.
    std::optional<Parts> undecided(std::size_t i) const {
        constexpr std::size_t near = 24;
        constexpr std::size_t fewest = 2;
        if (!is_share(claim(i)) || !has_word(behind(i).substr(0, near), CheckWord::undecided))
            return std::nullopt;
        if (has_word(before(i), CheckWord::groups) ||
            has_word(behind(i).substr(0, around), CheckWord::groups))
            return std::nullopt;
        if (has_word(before(i), CheckWord::of_the_poll)) return std::nullopt;
        Parts parts;
        parts.parts = shares_before(i);
        if (parts.parts.size() < fewest) return std::nullopt;
        parts.parts.push_back(i);
        return parts;
    }

    // "the 120 comprise 80 Poles and 40 Danes": all figures behind it, and none that is no claim.
    std::optional<Parts> made_of(std::size_t i) const {
        constexpr std::size_t fewest = 2;
        if (!is_amount(claim(i)) || i + fewest >= count()) return std::nullopt;
        if (!same_sentence(i, i + 1) || !ends_with_word(joint(i, i + 1), CheckWord::made_of))
            return std::nullopt;
        Parts parts{i, {}, true};
        for (std::size_t k = i + 1; k < count() && same_sentence(k, i); ++k) {
            if (restates(k)) continue;
            if (parts.parts.size() == most_parts) return std::nullopt;
            if (!can_hold(claim(i), claim(k)) || has_number(joint(k - 1, k))) return std::nullopt;
            if (has_word(joint(k - 1, k), CheckWord::part_cue)) return std::nullopt;
            if (claim(k).value >= claim(i).value) return std::nullopt;
            parts.parts.push_back(k);
        }
        if (!is_half_of(parts)) return std::nullopt;
        const bool closes = parts.parts.size() >= fewest &&
                            !has_word(behind(parts.parts.back()).substr(0, around), CheckWord::last_part) &&
                            !has_number(behind(parts.parts.back()).substr(0, around)) &&
                            has_and(joint(parts.parts.back() - 1, parts.parts.back()));
        return closes ? std::optional(parts) : std::nullopt;
    }

    // "a million units consisting of four shares and two warrants": of each there are so many.
    bool is_half_of(const Parts& parts) const {
        double sum = 0;
        for (const std::size_t i : parts.parts) sum += claim(i).value.to_double();
        const double whole = claim(*parts.whole).value.to_double();
        return sum > whole / 2 && sum < whole * 2;
    }

    static bool has_number(std::string_view words) {
        return words.find_first_of("0123456789") != std::string_view::npos ||
               has_word(words, CheckWord::small_number);
    }
    static bool has_and(std::string_view words) { return words.find(" and ") != std::string_view::npos; }
};

class ShareFinder : Grouping {
 public:
    using Grouping::Grouping;

    std::vector<StatedShare> operator()() const {
        std::vector<StatedShare> found;
        for (std::size_t i = 0; i + 2 < count(); ++i) {
            if (!same_sentence(i, i + 2)) continue;
            if (const auto share = in_order(i)) found.push_back(*share);
        }
        return found;
    }

 private:
    // "75% of its 10.6 billion crown ($1.4bn) debt": the same in another currency.
    bool may_be_converted(std::size_t i) const {
        return claim(i).kind == Kind::money && joint(i - 1, i).ends_with("(");
    }

    // Three figures that follow each other.
    std::optional<StatedShare> in_order(std::size_t i) const {
        const auto follows = [&](std::size_t k) {
            const std::string_view between = joint(k - 1, k);
            // ", with Acme (12%)" is of another.
            constexpr std::ptrdiff_t most_words = 3;
            const bool opens_bracket = between.ends_with("(") &&
                                       between.find_first_of(",.;:") == std::string_view::npos &&
                                       std::count(between.begin(), between.end(), ' ') <= most_words;
            return between.size() <= longest_joint &&
                   (ends_with_word(between, CheckWord::same) || opens_bracket);
        };
        // "14 of the 120 members, or 12%"
        if (whole_of(i) == i + 1 && is_amount(claim(i)) && is_share(claim(i + 2)) && follows(i + 2))
            return StatedShare{i, i + 1, i + 2};
        // "12%, or 14 of the 120 members"
        if (is_share(claim(i)) && whole_of(i + 1) == i + 2 && is_amount(claim(i + 1)) && follows(i + 1))
            return StatedShare{i + 1, i + 2, i};
        // "12% of the 120 members, or 14"
        if (is_share(claim(i)) && whole_of(i) == i + 1 && is_amount(claim(i + 2)) && follows(i + 2) &&
            can_hold(claim(i + 1), claim(i + 2)) && !may_be_converted(i + 2) &&
            !starts_with_word(behind(i + 2), CheckWord::by_which))
            return StatedShare{i + 2, i + 1, i};
        return std::nullopt;
    }
};

}  // namespace

std::vector<std::size_t> Parts::claims() const {
    std::vector<std::size_t> all = parts;
    if (whole) all.push_back(*whole);
    std::sort(all.begin(), all.end());
    return all;
}

std::vector<Parts> find_parts(std::string_view text, const std::vector<Claim>& claims) {
    return PartFinder(text, claims)();
}

std::vector<StatedShare> find_shares(std::string_view text, const std::vector<Claim>& claims) {
    return ShareFinder(text, claims)();
}

}  // namespace figbook
