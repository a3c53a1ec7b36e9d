#include "check/moves.hpp"

#include <algorithm>

#include "check/check_words.hpp"

namespace figbook {
namespace {

using Place = std::optional<std::size_t> Move::*;

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

// Gathers the claims of one article in their order.
class MoveBuilder {
 public:
    MoveBuilder(std::string_view text, const std::vector<Claim>& claims) : text_(text), claims_(claims) {}

    void add(std::size_t index, Place place) {
        if (!carries_on(claims_[index])) begin(claims_[index]);
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
        if (claim.sentence != before.sentence || claim.change != before.change ||
            claim.modality != before.modality || !agrees_with_all(claim))
            return false;
        if (before.span.end > claim.span.start || claim.span.start > text_.size()) return false;
        const std::string_view joint = Span{before.span.end, claim.span.start}.in(text_);
        return joint.find(';') == std::string_view::npos && !has_word(joint, CheckWord::divides);
    }

    bool agrees_with_all(const Claim& claim) const {
        const auto own = move_.claims();
        return std::all_of(own.begin(), own.end(),
                           [&](std::size_t i) { return subjects_agree(claims_[i], claim); });
    }

    void begin(const Claim& claim) {
        end();
        move_ = Move{};
        move_.direction = claim.change;
    }

    void end() {
        if (last_ && !move_.claims().empty()) moves_.push_back(move_);
    }

    std::string_view text_;
    const std::vector<Claim>& claims_;
    Move move_;
    std::optional<std::size_t> last_;
    std::vector<Move> moves_;
};

}  // namespace

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
        if (const auto place = place_of(claims[i])) builder.add(i, *place);
    return builder.finish();
}

}  // namespace figbook
