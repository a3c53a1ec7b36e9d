#include "check/moves.hpp"

#include <algorithm>

#include "check/check_words.hpp"
#include "check/words_at.hpp"

namespace figbook {
namespace {

using Place = std::optional<std::size_t> Move::*;

// Bytes from the last end of a move to the change that it is said to be: ", an increase of". Further on, the change is of
// something else: "the fall to $16 from $27 forced the company to reduce its estimate by 4%".
constexpr std::size_t longest_aside = 40;

bool is_change(const Claim& claim) {
    return claim.role == Role::change || claim.kind == Kind::multiple;
}

// Where the claim stands in its move; none where it is of none.
std::optional<Place> place_of(const Claim& claim) {
    const bool restates = claim.relation && claim.relation->kind == RelationKind::restates;
    if (claim.change == Change::none || claim.is_duration() || restates) return std::nullopt;
    if (claim.role == Role::from) return &Move::from;
    if (claim.role == Role::to) return &Move::to;
    if (!is_change(claim)) return std::nullopt;
    switch (claim.kind) {
        case Kind::percent:
        case Kind::ratio:
            return &Move::percent;
        case Kind::points:
            return &Move::points;
        case Kind::multiple:
            return &Move::multiple;
        default:
            return &Move::amount;
    }
}

// One of them may be only "an increase of", whose subject is that of the move before it.
bool subjects_agree(const Claim& a, const Claim& b) {
    const auto is_open = [](const std::string& subject) {
        return subject.empty() || starts_with_word(subject, CheckWord::move_noun);
    };
    return a.subject == b.subject || is_open(a.subject) || is_open(b.subject);
}

// The points of an index have no unit where the index stands by itself.
bool is_index(const Claim& claim) {
    return claim.per.empty() &&
           (claim.kind == Kind::number || (claim.kind == Kind::count && claim.unit == "points"));
}

// Gathers the claims of one article in their order.
class MoveBuilder {
 public:
    MoveBuilder(std::string_view text, const std::vector<Claim>& claims) : text_(text), claims_(claims) {}

    // A figure that is no end of a move by itself, but is said to be compared with one: "rose to $12m, against $10m a
    // year ago". Of another time than a year ago it may well not be what the change is measured from.
    void add_compared(std::size_t index) {
        if (!last_ || !move_.to || move_.from || *last_ + 1 != index) return;
        const Claim& claim = claims_[index];
        const bool is_level = claim.role == Role::level && claim.change == Change::none && !claim.relation;
        if (!is_level || !same_measure(claim, claims_[*move_.to]) ||
            claim.sentence != claims_[*last_].sentence)
            return;
        if (!subjects_agree(claim, claims_[*move_.to])) return;
        if (!is_compared(index) || !is_of_year_before(claim)) return;
        move_.is_compared = true;
        move_.from = index;
        last_ = index;
    }

    void add(std::size_t index, Place place) {
        if (place == &Move::percent && is_name_of_something(claims_[index])) return;
        if (place == &Move::from && last_ && is_compared(index) && !is_of_year_before(claims_[index])) return;
        if (place == &Move::from && (is_extreme(claims_[index]) || is_turned_from(index))) return;
        const bool is_against = place == &Move::from && last_ && is_compared(index);
        if (!carries_on(claims_[index])) begin(claims_[index]);
        move_.is_compared |= is_against;
        if ((move_.*place).has_value()) {
            if (place == &Move::from || place == &Move::to)
                begin(claims_[index]);
            else
                move_.is_clear = false;
        }
        if (!(move_.*place)) move_.*place = index;
        last_ = index;
    }

    std::vector<Move> finish() {
        end();
        return std::move(moves_);
    }

 private:
    bool carries_on(const Claim& claim) const {
        if (!last_) return false;
        const Claim& before = claims_[*last_];
        if (claim.sentence != before.sentence || claim.change != move_.direction || !is_as_sure(claim) ||
            !belongs(claim) || has_level_between(claim) || (!is_change(claim) && has_change_between(claim)))
            return false;
        const std::string_view between = joint(*last_, place_in_claims(claim));
        // "Acme (down 6%, or 3p, to 49p) fell behind Ames (down 3%": a bracket that closes ends a move.
        if (between.find(')') < between.find('(')) return false;
        if (is_change(claim) && !is_change(before) && between.size() > longest_aside) return false;
        if (is_change(claim) && before.role == Role::from && is_told_of_close(before, between)) return false;
        if (is_change(claim) && has_word(between, CheckWord::by_means)) return false;
        if (is_change(claim) && !is_change(before) &&
            (is_of_another(claim, between) || has_own_subject(between)))
            return false;
        // "to $2.3bn from $2.1bn, as gains of $355m from sales of land": what made it so has its own figures.
        if (is_change(claim) && !is_change(before) && has_word(between, CheckWord::because)) return false;
        // "bets for a half-point cut fell to 41 percent from 47": how likely it is, and not the rate that is cut
        if (is_change(before) && !is_change(claim) && is_bet_on(before)) return false;
        // "has doubled this year, rose to $48", "which have sunk from $122 in May, fell 33% to $5"
        if (is_change(before) != is_change(claim) && has_word(between, CheckWord::moved_again)) return false;
        if (is_change(before) && !is_change(claim) && tells_of_other_move(between)) return false;
        // "a 17% fall, including a drop in burglaries from 270 to 252"
        if (is_change(before) && !is_change(claim) && has_word(between, CheckWord::part_cue)) return false;
        constexpr std::string_view bullet = " * ";
        if (between.find(bullet) != std::string_view::npos) return false;
        return between.find(';') == std::string_view::npos && !has_word(between, CheckWord::divides);
    }

    // ", compared with a 32% rise for all", ", with a further £50m cut to come": no change of this move.
    static bool is_of_another(const Claim& change, std::string_view between) {
        return has_word(between, CheckWord::against) || has_word(between, CheckWord::further) ||
               has_word(change.text, CheckWord::further);
    }

    // "to 73 percent with revenue per room up 9 percent", "to 10 percent from six percent, Chile will see growth of 21 percent":
    // what stands between an end and the change is more than the change's own words.
    static bool has_own_subject(std::string_view between) {
        if (starts_with_word(between, CheckWord::with_another)) return true;
        for (std::size_t i = 1; i < between.size(); ++i)
            if (between[i - 1] == ' ' && between[i] >= 'A' && between[i] <= 'Z') return true;
        return false;
    }

    // "to $38.82 from a close of $38.70, up 2.7 percent": that is what it had risen by when it closed.
    bool is_told_of_close(const Claim& close, std::string_view between) const {
        constexpr std::string_view comma = ", ";
        const std::string_view before = words_at(text_, {close.sentence.start, close.span.start});
        const bool goes_on =
            ends_with_word(between, CheckWord::upward) || ends_with_word(between, CheckWord::downward);
        return between.starts_with(comma) && goes_on && ends_with_word(before, CheckWord::close_of_day);
    }

    // "bets for a", "the chances of a" right before a figure
    bool is_bet_on(const Claim& claim) const {
        constexpr std::size_t near = 24;
        const std::string_view before = words_at(text_, {claim.sentence.start, claim.span.start});
        return has_word(before.substr(before.size() - std::min(before.size(), near)), CheckWord::bet);
    }

    // "16% growth in revenue, with a margin increase from 18.7% to 23.3%": the ends are of that other increase.
    static bool tells_of_other_move(std::string_view between) {
        constexpr std::string_view comma = ", ";
        const std::size_t last = between.rfind(comma);
        if (last == std::string_view::npos) return false;
        const std::string_view aside = between.substr(last + comma.size());
        return starts_with_word(aside, CheckWord::with_another) && has_word(aside, CheckWord::move_noun);
    }

    // "Acme 1,198, down 50 percent, Nordbank 2,145, down from 3,342": what is measured from there is the one between.
    bool has_level_between(const Claim& claim) const {
        for (std::size_t i = *last_ + 1; i < place_in_claims(claim); ++i)
            if (claims_[i].role == Role::level && !claims_[i].relation && same_measure(claims_[i], claim))
                return true;
        return false;
    }

    // "Acme jumped 7% as it told of a 5% rise in profit to $12m from $11m": the nearer one is of these.
    bool has_change_between(const Claim& claim) const {
        constexpr std::size_t near = 40;
        for (std::size_t i = *last_ + 1; i < place_in_claims(claim); ++i) {
            if (claims_[i].kind != Kind::percent || claims_[i].relation) continue;
            if (claims_[i].role == Role::change ||
                has_word(words_between(text_, claims_[i], claim).substr(0, near), CheckWord::move_noun))
                return true;
        }
        return false;
    }

    // "from a low of $5": no figure of the time before.
    bool is_extreme(const Claim& claim) const {
        constexpr std::uint32_t near = 32;
        const std::uint32_t start = claim.span.start - std::min(claim.span.start, near);
        return ends_with_word(words_at(text_, {start, claim.span.start}), CheckWord::extreme) ||
               has_word(claim.text, CheckWord::extreme);  // "a record 108.7 euros"
    }

    // "The 19 per cent tax bracket rises from": which one it is.
    bool is_name_of_something(const Claim& claim) const {
        constexpr std::string_view article = "the ";
        const std::string_view before = words_at(text_, {0, claim.span.start});
        const std::string_view behind = words_behind(text_, claim);
        return before.ends_with(article) && behind.size() > 1 && behind[0] == ' ' && behind[1] >= 'a' &&
               behind[1] <= 'z' && !starts_with_word(behind, CheckWord::move_noun) &&
               !starts_with_word(behind, CheckWord::of_a_change);
    }

    // "fell 0.4% to 1,976, retreating from 1,989 early in the session": passed on the way.
    bool is_turned_from(std::size_t index) const {
        return last_ && has_word(joint(*last_, index), CheckWord::turns_from);
    }

    std::size_t place_in_claims(const Claim& claim) const {
        return static_cast<std::size_t>(&claim - claims_.data());
    }

    bool is_compared(std::size_t index) const {
        return ends_with_word(joint(*last_, index), CheckWord::against);
    }
    bool is_of_year_before(const Claim& claim) const {
        return starts_with_word(words_behind(text_, claim), CheckWord::year_before);
    }

    // What is to come may be measured from what was: "will rise to 1.68 million from 1.65 million".
    bool is_as_sure(const Claim& claim) const {
        if (claim.role == Role::from) return true;
        const auto own = move_.claims();
        return std::all_of(own.begin(), own.end(), [&](std::size_t i) {
            return claims_[i].role == Role::from || claims_[i].modality == claim.modality;
        });
    }

    std::string_view joint(std::size_t first, std::size_t second) const {
        return words_between(text_, claims_[first], claims_[second]);
    }

    // By its subject, or since nothing but "to" or "from" stands between: "rose 20% to €120m from €100m".
    bool belongs(const Claim& claim) const {
        constexpr std::size_t tight = 8;
        const std::string_view between = joint(*last_, place_in_claims(claim));
        if (between.size() <= tight && ends_with_word(between, CheckWord::leads_on)) return true;
        const auto own = move_.claims();
        return std::any_of(own.begin(), own.end(),
                           [&](std::size_t i) { return subjects_agree(claims_[i], claim); });
    }

    void begin(const Claim& claim) {
        end();
        move_ = Move{};
        move_.direction = claim.change;
    }

    void end() {
        if (!last_ || move_.claims().empty()) return;
        add_level_before();
        moves_.push_back(move_);
    }

    // "sales of $12m, up 20 percent from $10m": the end of the move stands before it as a level.
    void add_level_before() {
        constexpr std::size_t longest = 24;
        const std::size_t first = move_.claims().front();
        if (move_.to || !move_.from || first == 0 || first == *move_.from) return;
        const Claim& level = claims_[first - 1];
        const Claim& change = claims_[first];
        if (level.role != Role::level || level.change != Change::none || level.relation ||
            level.sentence != change.sentence || !same_measure(level, claims_[*move_.from]))
            return;
        const std::string_view between = joint(first - 1, first);
        const CheckWord way = move_.direction == Change::increase ? CheckWord::upward : CheckWord::downward;
        if (between.size() > longest || between.find(',') == std::string_view::npos ||
            !ends_with_word(between, way))
            return;
        if (subjects_agree(level, change)) move_.to = first - 1;
    }

    std::string_view text_;
    const std::vector<Claim>& claims_;
    Move move_;
    std::optional<std::size_t> last_;
    std::vector<Move> moves_;
};

}  // namespace

bool same_measure(const Claim& a, const Claim& b) {
    if (is_index(a) && is_index(b)) return true;
    if (a.kind != b.kind || a.unit != b.unit) return false;
    if (a.per == b.per) return true;
    // Only one of them says it. They are near each other then: "to $1.2bn, or $2.10 a share, from $590m" are not.
    const Decimal furthest(20);
    const Decimal first = a.value.absolute();
    const Decimal second = b.value.absolute();
    const auto& [small, large] = std::minmax(first, second);  // references to them
    const auto limit = Decimal::multiply(small, furthest);
    return (a.per.empty() || b.per.empty()) && limit && large <= *limit;
}

std::vector<std::size_t> Move::claims() const {
    std::vector<std::size_t> found;
    for (const auto& place : {from, to, percent, points, multiple, amount})
        if (place) found.push_back(*place);
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<Move> find_moves(std::string_view text, const std::vector<Claim>& claims) {
    MoveBuilder builder(text, claims);
    for (std::size_t i = 0; i < claims.size(); ++i)
        if (const auto place = place_of(claims[i]))
            builder.add(i, *place);
        else
            builder.add_compared(i);
    return builder.finish();
}

}  // namespace figbook
