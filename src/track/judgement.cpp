#include "track/judgement.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <utility>

namespace figbook {
namespace {

// The articles that tell several figures of it that do not fit one another: which of them is the one is not known.
std::set<std::int64_t> articles_of_two_minds(const std::vector<Told>& told) {
    std::set<std::int64_t> found;
    for (std::size_t i = 0; i < told.size(); ++i)
        for (std::size_t j = i + 1; j < told.size() && told[j].claim.article_id == told[i].claim.article_id;
             ++j)
            if (!fit(told[i].claim.claim, told[j].claim.claim)) found.insert(told[i].claim.article_id);
    return found;
}

// Who tells again what was told before the other figure brings nothing up to date: where that was in conflict with the
// other, this is.
Comparison unless_told_before(const std::vector<Told>& told, std::size_t earlier, std::size_t later,
                              Comparer& comparer, Comparison update) {
    for (std::size_t first = 0; first < earlier; ++first) {
        const ToldClaim& before = told[first].claim;
        if (before.original_id || before.article_id == told[earlier].claim.article_id ||
            !is_told_again(before, told[later].claim))
            continue;
        Comparison comparison = comparer.compare(before, told[earlier].claim);
        if (comparison.standing == Standing::conflict) return comparison;
    }
    return update;
}

// Which figures compare() and unless_told_before() may find in conflict, whatever their words say. To be asked of each with
// those before it, in order.
class MayConflict {
 public:
    explicit MayConflict(const std::vector<Told>& told) : told_(told), before_(told.size()) {}

    bool operator()(std::size_t earlier, std::size_t later) {
        const bool may = Comparer::may_conflict(told_[earlier].claim, told_[later].claim);
        if (may) before_[later].push_back(earlier);
        return may || std::any_of(before_[earlier].begin(), before_[earlier].end(), [&](std::size_t first) {
                   return is_told_again(told_[first].claim, told_[later].claim);
               });
    }

 private:
    const std::vector<Told>& told_;
    std::vector<std::vector<std::size_t>> before_;  // of each, with which of those before it
};

}  // namespace

void judge(std::vector<Told>& told, FactRow& row, Judged judged, Comparer comparer,
           std::vector<ToldPair>* pairs) {
    Standing gravest = Standing::same;
    const std::set<std::int64_t> of_two_minds = articles_of_two_minds(told);
    MayConflict may_conflict(told);
    for (std::size_t later = 0; later < told.size(); ++later) {
        if (told[later].claim.original_id) continue;
        for (std::size_t earlier = later; earlier-- > 0;) {
            const ToldClaim& before = told[earlier].claim;
            if (before.original_id || before.article_id == told[later].claim.article_id) continue;
            if (judged == Judged::in_all && !may_conflict(earlier, later) &&
                gravest >= Standing::not_comparable)
                continue;
            Comparison comparison = comparer.compare(before, told[later].claim);
            if (comparison.standing == Standing::update)
                comparison = unless_told_before(told, earlier, later, comparer, std::move(comparison));
            if (comparison.standing == Standing::conflict &&
                (of_two_minds.contains(before.article_id) ||
                 of_two_minds.contains(told[later].claim.article_id)))
                comparison = {Standing::not_comparable, "one of the articles tells several figures of it"};
            if (comparison.standing == Standing::conflict) {
                ++row.conflicts;
                told[later].conflicts.push_back(earlier);
            }
            gravest = std::max(gravest, comparison.standing);
            if (pairs != nullptr) pairs->push_back({earlier, later, comparison});
            const bool graver = comparison.standing == Standing::conflict &&
                                told[later].to_earlier.standing != Standing::conflict;
            if (told[later].earlier && !graver) continue;
            told[later].to_earlier = std::move(comparison);
            told[later].earlier = earlier;
        }
    }
    row.standing = name_of(gravest);
}

}  // namespace figbook
