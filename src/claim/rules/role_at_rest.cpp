// The role of a figure that does not move: a level or a share.
#include "claim/phrases.hpp"
#include "claim/rules/change_rules.hpp"
#include "claim/verbs.hpp"

namespace figbook {
namespace {

class RoleAtRest : MovedFigure {
 public:
    using MovedFigure::MovedFigure;

    // A ratio is a share; a percentage is one where it is "of" something.
    Role role() const {
        if (quantity_.share_of) return Role::share;
        if (quantity_.kind == Kind::ratio) return Role::share;
        if (quantity_.kind != Kind::percent) return Role::level;
        const bool share = frame_.is(behind(), WordClass::share_noun) || goes_on_with_shares() ||
                           is_compared_with_share() || is_held() || is_who_did();
        return share ? Role::share : Role::level;
    }

 private:
    // "The family owns 54%", "It gives the Greens 34%"
    bool is_held() const {
        constexpr std::size_t longest_holder = 4;
        std::size_t at = begin();
        if (at > frame_.sentence.begin && frame_.is(at - 1, WordClass::share_verb)) return true;
        while (at > frame_.sentence.begin && at + longest_holder > begin() && in_noun_phrase(frame_, at - 1))
            --at;
        return at < begin() && frame_.is(at, WordClass::determiner) &&
               frame_.is_any(at - 1, {"give", "gives", "gave", "giving"});
    }

    // "44% said yes", "In 2019 only 41 percent did"
    bool is_who_did() const {
        if (frame_.is(behind(), WordClass::person_verb) || frame_.is_any(behind(), {"did", "do"}))
            return true;
        // "Of those polled, 57% were against it and 28% for it"
        const bool opens = begin() == frame_.sentence.begin ||
                           (frame_.is_any(begin() - 1, {",", "only", "while", "but"}) && is_after_people());
        return opens && frame_.is_any(behind(), {"were", "are", "have", "had"});
    }

    // "In a poll of 1,200 residents, …": the clause before counts those whose share it is.
    bool is_after_people() const {
        return index_ == 0 || frame_.draft(index_ - 1).quantity.kind == Kind::count;
    }

    // "made up 45% of revenue, compared with 18% a year ago"
    bool is_compared_with_share() const {
        if (index_ == 0 || begin() < frame_.sentence.begin + 2) return false;
        const Draft& before = frame_.draft(index_ - 1);
        const bool share = before.quantity.kind == Kind::percent && before.claim.role == Role::share &&
                           before.claim.change == Change::none;
        const bool compared = frame_.is_any(begin() - 1, {"with", "to"}) &&
                              frame_.is_any(begin() - 2, {"compared", "compares"});
        return share && (compared || frame_.is_any(begin() - 1, {"against", "versus"}));
    }

    // "57 percent of respondents opposed the sale and 31 percent supported it"
    bool goes_on_with_shares() const {
        if (index_ == 0) return false;
        const Draft& before = frame_.draft(index_ - 1);
        const bool shares = before.quantity.kind == Kind::percent && before.claim.role == Role::share &&
                            before.claim.change == Change::none;
        const bool next = before.quantity.end < begin() && frame_.is(begin() - 1, "and");
        return shares && (next || is_verb_at(frame_, behind()) || is_listed_behind(before.quantity.end));
    }

    // "the Conservatives 31% and the Farmers' Party 12%": a name with its figure, and no verb.
    bool is_listed_behind(std::size_t from) const {
        if (from + 2 > begin() || !(frame_.document.is(from, ",") || frame_.is(from, "and"))) return false;
        for (std::size_t i = from + 1; i < begin(); ++i)
            if (!in_noun_phrase(frame_, i) && !frame_.is(i, "and")) return false;
        return true;
    }
};

}  // namespace

Role role_at_rest(const SentenceFrame& frame, std::size_t index) {
    return RoleAtRest(frame, index).role();
}

}  // namespace figbook
