// What may be left out where a fact is judged, against the whole of it: random pairs and facts of figures that tell of one
// thing, told in random ways; the same ones in every run.
#include "track/judgement.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "track/comparison.hpp"

namespace figbook {
namespace {

constexpr int rounds = 20000;
constexpr std::size_t fewest_conflicts = 300;  // of so many pairs: a test without any would say nothing

class Teller {
 public:
    unsigned below(unsigned limit) { return static_cast<unsigned>(random_() % limit); }
    bool one_in(unsigned times) { return below(times) == 0; }
    template <typename Thing>
    const Thing& pick(const std::vector<Thing>& things) {
        return things[below(static_cast<unsigned>(things.size()))];
    }

    ToldClaim told() {
        ToldClaim told;
        Claim& claim = told.claim;
        const auto& [text, value] = pick(figures_);
        claim.text = text;
        claim.value = value;
        claim.resolution = Decimal(1, value.exponent());
        claim.kind = pick(kinds_);
        if (claim.kind == Kind::money) claim.unit = "EUR";
        claim.bound = pick(bounds_);
        claim.role = pick(roles_);
        claim.change = pick(changes_);
        claim.modality = one_in(4) ? Modality::projected : Modality::actual;
        claim.subject = pick(subjects_);
        claim.period = pick(periods_);
        if (one_in(8)) claim.per = "share";
        if (one_in(6)) claim.relation = Relation{RelationKind::restates, 0};
        if (!one_in(3)) {
            claim.source.emplace();
            claim.source->name = pick(names_);
            claim.source->kind = pick(sources_);
        }
        const std::string before = claim.subject + pick(verbs_);
        told.sentence = before + text + pick(endings_);
        claim.span = {static_cast<std::uint32_t>(before.size()),
                      static_cast<std::uint32_t>(before.size() + text.size())};
        claim.sentence = {0, static_cast<std::uint32_t>(told.sentence.size())};
        told.publication = pick(papers_);
        told.article_id = ++article_;
        if (!one_in(8)) told.published = make_date(2025, 2, 10 + below(3));
        if (one_in(10)) told.original_id = 1;
        return told;
    }

 private:
    std::mt19937 random_{20250212};  // NOLINT(cert-msc51-cpp): the same in every run
    std::int64_t article_ = 0;
    std::vector<std::pair<std::string, Decimal>> figures_{
        {"2.1", Decimal(21, -1)}, {"2.4", Decimal(24, -1)},   {"3.7", Decimal(37, -1)},
        {"21", Decimal(21)},      {"24.3", Decimal(243, -1)}, {"40", Decimal(40)},
        {"43", Decimal(43)},      {"310", Decimal(310)}};
    std::vector<Kind> kinds_{Kind::money, Kind::percent, Kind::count, Kind::number};
    std::vector<Bound> bounds_{Bound::exact, Bound::exact, Bound::exact, Bound::about, Bound::at_least};
    std::vector<Role> roles_{Role::level, Role::level, Role::change, Role::from};
    std::vector<Change> changes_{Change::none, Change::increase, Change::decrease};
    std::vector<std::string> subjects_{"Exports of Laos", "The key rate of Laos", "Profit of Merrow"};
    std::vector<std::string> verbs_{" were ", " stood at ", " are expected to be ", " rose by "};
    std::vector<std::string> endings_{" in 2024.", " in 2024, a revised figure shows.", " in Laos and Chad.",
                                      "."};
    std::vector<std::string> names_{"analysts", "Ann Lee", "Ames"};
    std::vector<std::string> papers_{"Post", "Globe"};
    std::vector<SourceKind> sources_{SourceKind::person, SourceKind::organisation, SourceKind::unnamed};
    std::vector<std::optional<Period>> periods_{
        std::nullopt, Period{make_date(2024, 1, 1), make_date(2024, 12, 31), "2024", true},
        Period{make_date(2024, 1, 1), make_date(2024, 12, 31), "2024", true},
        Period{make_date(2025, 2, 1), make_date(2025, 2, 28), "this month", true}};
};

// In the order of their days, as facts have them.
std::vector<Told> told_in_order(Teller& teller, std::size_t count) {
    std::vector<Told> told;
    for (std::size_t i = 0; i < count; ++i) told.push_back({teller.told(), {}});
    std::stable_sort(told.begin(), told.end(), [](const Told& a, const Told& b) {
        if (!a.claim.published || !b.claim.published)
            return a.claim.published.has_value() && !b.claim.published;
        return *a.claim.published < *b.claim.published;
    });
    return told;
}

}  // namespace

TEST_CASE("judgement: what is in conflict by its words may be so by its figures") {
    Teller teller;
    std::size_t conflicts = 0;
    for (int round = 0; round < rounds; ++round) {
        const std::vector<Told> told = told_in_order(teller, 2);
        const ToldClaim& earlier = told[0].claim;
        const ToldClaim& later = told[1].claim;
        Comparer comparer;
        const Comparison comparison = comparer.compare(earlier, later);
        if (comparison.standing != Standing::conflict) continue;
        ++conflicts;
        INFO(earlier.sentence << " | " << later.sentence << " | " << comparison.reason);
        CHECK(Comparer::may_conflict(earlier, later));
    }
    CHECK(conflicts >= fewest_conflicts);
}

TEST_CASE(
    "judgement: the gravest of a fact and its conflicts are the same whether each pair is asked for or not") {
    Teller teller;
    std::size_t conflicts = 0;
    for (int round = 0; round < rounds / 10; ++round) {
        std::vector<Told> each = told_in_order(teller, 2 + teller.below(5));
        std::vector<Told> in_all = each;
        FactRow row_of_each;
        FactRow row_of_all;
        judge(each, row_of_each, Judged::each, Comparer());
        judge(in_all, row_of_all, Judged::in_all, Comparer());
        CHECK(row_of_each.standing == row_of_all.standing);
        CHECK(row_of_each.conflicts == row_of_all.conflicts);
        conflicts += static_cast<std::size_t>(row_of_all.conflicts);
    }
    CHECK(conflicts >= fewest_conflicts / 10);
}

}  // namespace figbook
