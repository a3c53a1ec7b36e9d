#include "quantity/links.hpp"

#include <algorithm>

#include "quantity/borrowing.hpp"
#include "quantity/brackets.hpp"
#include "quantity/counted.hpp"
#include "quantity/points.hpp"
#include "quantity/shared_units.hpp"
#include "quantity/trace.hpp"

namespace figbook {
namespace {

class Links {
 public:
    Links(const Document& document, const Sentence& sentence, std::vector<Quantity>& found, bool behind_polls,
          Trace* trace)
        : document_(document),
          sentence_(sentence),
          words_(vocabulary()),
          found_(found),
          trace_(trace),
          points_(document, sentence, found, behind_polls, trace),
          brackets_(document, sentence, found, trace),
          borrowing_(document, sentence),
          shared_units_(document, sentence, found, trace) {}

    void run() {
        for (std::size_t i = found_.size(); i-- > 1;) shared_units_.share(i - 1, i);
        for (std::size_t i = 0; i < found_.size(); ++i) points_.of_poll(i);
        for (std::size_t i = 1; i < found_.size(); ++i) {
            rate_per(i);
            percent_in_list(i);
            share_of(i - 1, i);
            other_dollar(i);
            borrow(i);
            of_which(i);
        }
        for (std::size_t i = 0; i < found_.size(); ++i) points_.of_percent(i);
        drop_tentative();
    }

 private:
    bool is(std::size_t i, WordLiteral word) const { return i < sentence_.end && document_.reads(i, word); }

    // "61.3 deaths per 100,000 residents": the second number is what the first is a rate of.
    void rate_per(std::size_t i) {
        constexpr std::size_t furthest = 4;  // "deaths a year"
        Quantity& whole = found_[i];
        Quantity& rate = found_[i - 1];
        const std::size_t behind = rate.phrase_end();
        const bool every =
            whole.begin >= sentence_.begin + 2 && is(whole.begin - 1, "every") && is(whole.begin - 2, "for");
        const std::size_t joint = every ? whole.begin - 2 : whole.begin - 1;
        // "per 100 ml of blood"
        constexpr int least = 100;  // "seven stops per 1,000"
        const bool so_many = whole.kind == Kind::number && is(joint, "per") && joint + 1 == whole.begin &&
                             !(whole.value < Decimal(least));
        const bool amount = so_many || whole.kind == Kind::count ||
                            (whole.kind == Kind::measure && !is_time_unit(whole.unit));
        if (!amount || (!every && !is(joint, "per"))) return;
        if (rate.kind == Kind::ratio || rate.kind == Kind::multiple || joint < behind ||
            joint > behind + furthest)
            return;
        // "The town of 14,000 has one doctor for every 2,000 people": of those, and not of the town
        for (std::size_t k = behind; k < joint; ++k)
            if (words_.is(document_.tokens[k].word, WordClass::auxiliary) ||
                words_.is(document_.tokens[k].word, WordClass::number))
                return;
        if (rate.per.empty()) rate.per = document_.lower_text_of(whole.core, whole.phrase_end());
        note(trace_, {rate.core, Field::per, "per.behind", whole.begin, whole.end});
        whole.kind = Kind::number;
        whole.tentative = true;
    }

    // What leaned on a figure that never came is none; links between the rest keep pointing at the same ones.
    void drop_tentative() {
        const auto is_tentative = [](const Quantity& each) {
            return each.tentative && each.kind == Kind::number;
        };
        if (std::none_of(found_.begin(), found_.end(), is_tentative)) return;
        for (Quantity& quantity : found_)
            if (quantity.share_of && is_tentative(found_[*quantity.share_of])) quantity.share_of.reset();
        std::vector<std::size_t> moved(found_.size());
        std::size_t kept = 0;
        for (std::size_t i = 0; i < found_.size(); ++i) {
            moved[i] = kept;
            if (is_tentative(found_[i])) {
                no_figure(trace_, found_[i].core, found_[i].end, "counts nothing");
                continue;
            }
            if (kept != i) found_[kept] = std::move(found_[i]);
            ++kept;
        }
        found_.resize(kept);
        for (Quantity& quantity : found_)
            if (quantity.share_of) quantity.share_of = moved[*quantity.share_of];
    }

    // "the", "its", "Brazil's", "the company's": what may stand between "of" and the whole.
    bool is_owner(std::size_t begin, std::size_t end) const {
        constexpr std::size_t longest_owner = 6;
        if (end > begin && end <= begin + longest_owner &&
            document_.tokens[end - 1].kind == TokenKind::possessive)
            return std::none_of(document_.tokens.begin() + static_cast<std::ptrdiff_t>(begin),
                                document_.tokens.begin() + static_cast<std::ptrdiff_t>(end - 1),
                                [&](const Token& token) {
                                    return !token.is_word() || words_.is(token.word, WordClass::preposition);
                                });
        std::size_t i = begin;
        while (i < end && (words_.is(document_.tokens[i].word, WordClass::determiner) ||
                           words_.is(document_.tokens[i].word, WordClass::adjective)))
            ++i;
        return i == end;
    }

    // "140 out of | a flock of | 900 ewes", "three of | a total of | nine seats"
    bool is_group(std::size_t begin, std::size_t end) const {
        constexpr std::size_t longest = 4;
        return end >= begin + 3 && end <= begin + longest && is(end - 1, "of") &&
               (is(begin, "a") || is(begin, "an") || is(begin, "the") || is(begin, "its")) &&
               (words_.is(document_.tokens[end - 2].word, WordClass::group_counted) || is(end - 2, "total") ||
                is(end - 2, "sample") || is(end - 2, "group"));
    }

    // "14 of the 120 seats": both count seats, and the first is a part of the second.
    void share_of(std::size_t part, std::size_t whole) {
        Quantity& first = found_[part];
        const Quantity& second = found_[whole];
        const bool bare_or_ratio = first.kind == Kind::number || first.kind == Kind::ratio ||
                                   first.kind == Kind::percent || first.kind == Kind::count ||
                                   first.kind == Kind::money;
        // "$171 million, or 16%, of the $1.05 billion"
        const bool aside = is(first.end, ",") && is(first.end + 1, "of") && first.begin > sentence_.begin &&
                           is(first.begin - 1, "or");
        const bool out = is(first.end, "out") && is(first.end + 1, "of");  // "seven out of the eight"
        // "lost 40 from a herd of 220 cows"
        const bool from =
            first.kind == Kind::number && is(first.end, "from") && is_group(first.end + 1, second.begin);
        const bool of = is(first.end, "of") || aside || out || from;
        // "half the town's 3,000 homes"
        const bool half = first.kind == Kind::ratio && first.end < second.begin &&
                          words_.is(document_.tokens[first.end].word, WordClass::determiner);
        if (!bare_or_ratio || !(of || half)) return;
        const std::size_t behind_of = first.end + (aside || out ? 2 : 1);
        if (is(behind_of, "which") || is(behind_of, "whom")) return;  // there the second is the part
        if (!is_owner(of ? behind_of : first.end, second.begin) && !is_group(behind_of, second.begin)) return;
        const bool same_kind = first.kind == second.kind && first.unit == second.unit;
        if (first.kind == Kind::number && second.kind == Kind::count) {
            first.kind = Kind::count;
            first.unit = second.unit;
            first.noun_begin = second.noun_begin;
            first.noun_end = second.noun_end;
            first.rule = "count.share";
            note(trace_, {first.core, Field::unit, first.rule, second.core, second.end, second.core});
        } else if (first.kind == Kind::number && second.kind == Kind::measure && !second.adjective &&
                   !is_time_unit(second.unit)) {  // "1,200 of his 3,000 acres"
            take_unit(first, second);
            first.rule = "count.share";
            note(trace_, {first.core, Field::unit, first.rule, second.core, second.end, second.core});
        } else if (first.kind != Kind::ratio && first.kind != Kind::percent && !same_kind) {
            return;
        }
        first.share_of = whole;
    }

    // "27 per cent, up three, with the Tories on 17, down one": points and percentages behind the first.
    void percent_in_list(std::size_t i) {
        Quantity& quantity = found_[i];
        if (!quantity.tentative || quantity.kind != Kind::number || quantity.begin == sentence_.begin) return;
        const auto percent = std::find_if(found_.begin(), found_.begin() + static_cast<std::ptrdiff_t>(i),
                                          [](const Quantity& each) { return each.kind == Kind::percent; });
        if (percent == found_.begin() + static_cast<std::ptrdiff_t>(i)) return;
        if (is(quantity.begin - 1, "up") || is(quantity.begin - 1, "down")) {
            points_.make_points(quantity, "points.in_list");
        } else if (is(quantity.begin - 1, "on") &&
                   (is_unchanged(quantity.begin - 1) ||
                    (percent->begin > sentence_.begin && is(percent->begin - 1, "on")))) {
            take_unit(quantity, *percent);
            note(trace_,
                 {quantity.core, Field::unit, quantity.rule, percent->core, percent->end, percent->core});
        }
    }

    // "and the Greens | unchanged on 7", "are steady on 7": where a party stands still
    bool is_unchanged(std::size_t on) const {
        return on > sentence_.begin &&
               (is(on - 1, "unchanged") || is(on - 1, "steady") || is(on - 1, "static") ||
                is(on - 1, "stuck") || is(on - 1, "stable") || is(on - 1, "flat"));
    }

    // "HK$780 million ($100 million)": beside a dollar with its name, the bare one in brackets is America's.
    void other_dollar(std::size_t i) {
        Quantity& quantity = found_[i];
        const Quantity& before = found_[i - 1];
        const bool bracket = quantity.begin > sentence_.begin && document_.is(quantity.begin - 1, "(");
        // "5 million Australian dollars, or about $3.6 million"
        const std::size_t behind = before.phrase_end();
        const bool told_otherwise = quantity.begin == behind + 2 && is(behind, ",") && is(behind + 1, "or");
        if (!(bracket || told_otherwise) || quantity.open_group != "dollar" || before.kind != Kind::money)
            return;
        const CurrencyName* currency = words_.currency_of(before.unit);
        const bool beside_a_dollar = currency && currency->group == "dollar";
        if (beside_a_dollar && before.open_group.empty() && before.unit != "USD") {
            quantity.unit = "USD";
            quantity.unit_assumed = false;
            note(trace_,
                 {quantity.core, Field::unit, "money.other_dollar", before.core, before.end, before.core});
        } else if (bracket && !beside_a_dollar && quantity.unit != "USD") {
            quantity.unit_assumed = true;  // a twin elsewhere in the article need not speak for this one
        }
    }

    // "Of the €4bn, a third …": the whole stands first.
    bool is_of_the(std::size_t i) const {
        const Quantity& whole = found_[i - 1];
        const std::size_t behind = whole.phrase_end();
        constexpr std::size_t furthest = 18;
        if (found_[i].begin > behind + furthest || !is(found_[i].begin - 1, ",")) return false;
        std::size_t of = whole.begin;
        while (of > sentence_.begin && of + 2 > whole.begin && !is(of, "of")) --of;
        if (of > sentence_.begin && is(of - 1, "out")) --of;  // "out of 900 members, around 400"
        const bool out = is(of, "out");
        // "Of 10,637 cases recorded between January and April, 62% were"
        const bool joint = of == sentence_.begin + 1 &&
                           (is(of - 1, "but") || is(of - 1, "and") ||
                            document_.tokens[of - 1].kind == TokenKind::mark);  // `"Of the 12, nine left"`
        const bool opens =
            joint || of == sentence_.begin || (of > sentence_.begin && document_.is(of - 1, ","));
        if (!(is(of, "of") || out) || !opens) return false;
        for (std::size_t k = behind; k + 1 < found_[i].begin; ++k)
            if (is(k, ",")) return false;
        return true;
    }

    // "€5bn, of which a third …": a part of the figure before it.
    // "1,964 cases were seen in 21 states, of which 554": the nearest count that is no smaller than its part.
    std::size_t whole_before(std::size_t i) const {
        const Quantity& part = found_[i];
        // "14 trillion won ($13 billion), of which 11 trillion won": of the amount in its own currency
        if (part.kind == Kind::money)
            for (std::size_t back = i; back-- > 0;)
                if (found_[back].kind == Kind::money && found_[back].unit == part.unit) return back;
        const bool counted = part.kind == Kind::count || part.kind == Kind::number;
        if (!counted || found_[i - 1].kind != Kind::count) return i - 1;
        for (std::size_t back = i; back-- > 0;)
            if (found_[back].kind == Kind::count && part.value < found_[back].value) return back;
        return i - 1;
    }

    void of_which(std::size_t i) {
        Quantity& quantity = found_[i];
        const std::size_t at = quantity.begin;
        const bool part = at >= sentence_.begin + 2 && is(at - 2, "of") &&
                          (is(at - 1, "which") || is(at - 1, "whom") || is(at - 1, "them"));
        if (!part && !is_of_the(i)) return;
        std::size_t whole = whole_before(i);
        // "$2.9 billion in instalments over 48 months, of which $330 million": of the money
        const bool fits = quantity.kind == Kind::ratio || quantity.kind == Kind::percent ||
                          quantity.kind == found_[i - 1].kind ||
                          (quantity.kind == Kind::money && found_[whole].kind == Kind::money);
        if (whole + 1 == i && fits && restates_in_brackets(whole)) --whole;
        const bool counted = found_[whole].kind == Kind::count;
        // "1,100 instruments, of which 650 survive"; what was counted as the thing named last, which it is no part of.
        // "30 billion pesos, of which 8 billion would go to the fund"
        const bool of_money = part && found_[whole].kind == Kind::money && quantity.has_magnitude;
        // "Of 45m tonnes, 34m were sold"
        const bool of_measure = found_[whole].kind == Kind::measure && quantity.has_magnitude &&
                                found_[whole].power == quantity.power;
        const bool bare = (quantity.kind == Kind::number && (counted || of_money || of_measure)) ||
                          (of_measure && quantity.rule == "count.elliptic");
        const bool misread = whole + 1 < i && quantity.rule == "count.elliptic";
        if (bare || (misread && !quantity.share_of)) {
            take_unit(quantity, found_[whole]);
            note(trace_, {quantity.core, Field::unit, quantity.rule, found_[whole].core, found_[whole].end,
                          found_[whole].core});
        }
        if (bare || (fits && !quantity.share_of)) quantity.share_of = whole;
    }

    // "compared with 1.2 million", "up from 55,000", "and 3 million in 2022": the unit of the figure before it.
    void borrow(std::size_t i) {
        Quantity& quantity = found_[i];
        if (quantity.kind != Kind::number) return;
        if (quantity.end < sentence_.end &&
            words_.is(document_.tokens[quantity.end].word, WordClass::magnitude_noun))
            return;  // "dead after the 7.8 magnitude earthquake"
        if (brackets_.read(i)) return;
        // "the euro at $1.54 and the yen around 108.20": told in another, which stands nowhere
        if (quantity.begin > sentence_.begin && quantity.value.exponent() < 0 &&
            words_.is(document_.tokens[quantity.begin - 1].word, WordClass::currency) &&
            document_.tokens[quantity.begin - 1].is_word())
            return;
        const bool given = borrowing_.is_given(quantity);
        const bool counting = !given && !borrowing_.leans(quantity);
        const bool counts = counting && borrowing_.goes_on_counting(quantity);
        for (std::size_t back = i; back-- > 0;) {
            const Quantity& before = found_[back];
            if (given && before.kind != Kind::money) continue;
            if (!given && counting && !(counts && before.kind == Kind::count) &&
                !borrowing_.stands_at_money(quantity, before))
                continue;
            // "sell 15,000, compared with 21,400": whatever the one before counts, and no money named earlier.
            if (!counting && back + 1 == i && before.kind == Kind::number && before.rule == "number.bare" &&
                !before.has_magnitude && !quantity.has_magnitude && !(before.value < Decimal(1000)))
                return;
            if (before.kind == Kind::number || before.kind == Kind::ratio || before.kind == Kind::multiple)
                continue;
            if (tells_when(before.end) || restates_in_brackets(back)) continue;
            if (is_named_part(back) && (counts || is_second_deed(document_, sentence_, quantity.begin - 1)))
                continue;
            const bool in_parts = quantity.value.exponent() < 0 && !quantity.has_magnitude;
            if ((before.kind == Kind::money || in_parts) && is_rate_of_exchange(quantity)) return;
            // "19 economists …; the lari weakened to 2.84 from 2.71": nobody counts them in parts
            if (before.kind == Kind::count && !counts_points(before) && before.per.empty() && in_parts)
                continue;
            // "doubled in five months, to 20.2 million": nobody has millions of months.
            const bool many = quantity.has_magnitude || !(quantity.value < Decimal(100));
            if (before.kind == Kind::measure && many && is_time_unit(before.unit)) continue;
            // "washed out nine days of it, and attendances fell 14% to 61,300": another thing moves.
            if (before.kind == Kind::measure && is_time_unit(before.unit) && back + 2 == i &&
                found_[i - 1].kind == Kind::percent && is_joined(before.end, found_[i - 1].begin))
                continue;
            if (!given && is_too_large(before, quantity) && !share_magnitude(before, quantity)) continue;
            if (counts_points(before) && is_level_behind(quantity)) return;
            if (before.kind == Kind::percent || before.kind == Kind::points) {
                const bool next_to = back + 1 == i && before.kind == Kind::percent;
                // "to 6.66 percent from 6.93", "to 17 points from 21"
                const bool level = before.begin > sentence_.begin && is(before.begin - 1, "to") &&
                                   before.unit != "bp" && borrowing_.closes_end(quantity.end);
                const bool from =
                    back + 1 == i && before.end + 1 == quantity.begin && is(before.end, "from") &&
                    (level || (next_to && quantity.value.exponent() < 0)) && quantity.value < Decimal(100);
                // "was 61%, up from 58 in 2019"
                const bool up_from = next_to && before.end + 3 == quantity.begin && is(before.end, ",") &&
                                     borrowing_.came_from(quantity) && quantity.value < Decimal(100) &&
                                     borrowing_.closes_end(quantity.end);
                // "from 54 per cent to 22", "from nine points to two"
                const bool ends = back + 1 == i && shared_units_.are_ends_of_move(before, quantity) &&
                                  quantity.value < Decimal(100) && borrowing_.closes_end(quantity.end);
                if (!from && !up_from && !ends &&
                    !(back + 1 == i && before.unit == "bp" && borrowing_.came_from(quantity)) &&
                    (!next_to || !borrowing_.is_rate_of_another_time(quantity)))
                    continue;
            }
            if (is_in_hundredths_too(before, quantity)) count_in_hundredths(quantity);
            take_unit(quantity, before);
            quantity.rule = "unit.borrowed";
            note(trace_, {quantity.core, Field::unit, quantity.rule, before.core, before.end, before.core});
            return;
        }
    }

    // "slipped 7 paise to 84.14 against the dollar"
    bool is_rate_of_exchange(const Quantity& quantity) const {
        const std::size_t at = quantity.end;
        const bool against = is(at, "against") || is(at, "per") || is(at, "to") || is(at, "versus");
        const std::size_t other = is(at + 1, "the") ? at + 2 : at + 1;
        return against && !quantity.has_magnitude && other < sentence_.end &&
               (words_.is(document_.tokens[other].word, WordClass::currency) || is(other, "greenback"));
    }

    // "fell to 1.12 billion kronor ($101 million) from 1.35 billion": of what was converted, not of the conversion.
    bool restates_in_brackets(std::size_t i) const {
        return i > 0 && found_[i].begin > sentence_.begin && is(found_[i].begin - 1, "(") &&
               found_[i - 1].kind == found_[i].kind && is(found_[i].end, ")");
    }

    // "nine days of play [and] attendances fell 14%": a clause of its own between.
    bool is_joined(std::size_t begin, std::size_t end) const {
        for (std::size_t i = begin; i < end; ++i)
            if (is(i, "and") || is(i, "while") || is(i, "but")) return true;
        return false;
    }

    // "112 seizures worth €36 million, compared with 97": nobody sets 97 euros beside millions.
    static bool is_too_large(const Quantity& before, const Quantity& quantity) {
        constexpr int thousands = 3;
        if (before.kind != Kind::money || !before.has_magnitude || quantity.has_magnitude) return false;
        const auto raised = quantity.value.scaled(thousands);
        return raised && *raised < before.value;
    }

    // "€36 million, compared with 31 a year before": millions too, unless the sentence counts something.
    bool share_magnitude(const Quantity& before, Quantity& quantity) const {
        const auto plain = before.value.scaled(-before.power);
        const auto tenfold = plain ? plain->scaled(1) : std::nullopt;
        const auto tenth = plain ? plain->scaled(-1) : std::nullopt;
        const bool alike = tenfold && tenth && quantity.value < *tenfold && *tenth < quantity.value;
        const bool counts = std::any_of(found_.begin(), found_.end(), [&](const Quantity& each) {
            return each.kind == Kind::count && each.begin < quantity.begin;
        });
        const auto raised = quantity.value.scaled(before.power);
        const std::size_t at = quantity.begin - 1;  // something stands there: it leans on it
        const bool compares =
            words_.is(document_.tokens[at].word, WordClass::comparison) || is(at, "with") || is(at, "from");
        if (!alike || counts || !compares || !raised) return false;
        quantity.value = *raised;
        quantity.resolution = quantity.resolution.scaled(before.power).value_or(quantity.resolution);
        quantity.power = before.power;
        quantity.has_magnitude = true;
        return true;
    }

    // "to 45 cents from 42", "45p a share, against 42": cents too, where it is about as many. Not "fell 3 cents from 4".
    bool is_in_hundredths_too(const Quantity& before, const Quantity& quantity) const {
        if (before.rule != "money.minor" || quantity.has_magnitude || before.begin == sentence_.begin ||
            quantity.begin == sentence_.begin)
            return false;
        const WordId moves = document_.tokens[before.begin - 1].word;
        if (words_.is(moves, WordClass::change_verb) || words_.is(moves, WordClass::change_particle) ||
            is(before.begin - 1, "by") || is(before.begin - 1, ","))
            return false;
        const std::size_t at = quantity.begin - 1;
        if (!is(at, "from") && !is(at, "against") && !is(at, "versus") &&
            !(is(at, "with") && is(at - 1, "compared")))
            return false;
        const auto printed = before.value.scaled(hundredths);
        const auto tenfold = before.value.scaled(hundredths + 1);
        const auto tenth = before.value.scaled(hundredths - 1);
        return printed && tenfold && tenth && *tenth < quantity.value && quantity.value < *tenfold;
    }

    static void count_in_hundredths(Quantity& quantity) {
        const auto value = quantity.value.scaled(-hundredths);
        const auto resolution = quantity.resolution.scaled(-hundredths);
        if (!value || !resolution) return;
        quantity.value = *value;
        quantity.resolution = *resolution;
    }

    // "rose 34 points to 7,893": the level of an index, and no points; "12 points, compared with nine" are.
    bool is_level_behind(const Quantity& quantity) const {
        return quantity.begin > sentence_.begin &&
               (is(quantity.begin - 1, "to") || is(quantity.begin - 1, "at"));
    }

    // "killed 400 villagers, including 16 children, and hurt 900": no children, of whom some are named beside all.
    bool is_named_part(std::size_t i) const {
        return i > 0 && found_[i - 1].kind == Kind::count && found_[i].begin > sentence_.begin &&
               is(found_[i].begin - 1, "including");
    }

    // "660,000 dollars four years ago": not the unit of what comes behind.
    bool tells_when(std::size_t i) const {
        return is(i, "ago") || is(i, "earlier") || is(i, "later") || is(i, "before");
    }

    static constexpr int hundredths = 2;  // digits of cents and pence

    const Document& document_;
    const Sentence& sentence_;
    const Vocabulary& words_;
    std::vector<Quantity>& found_;
    Trace* trace_;
    Points points_;
    Brackets brackets_;
    Borrowing borrowing_;
    SharedUnits shared_units_;
};

}  // namespace

void link_quantities(const Document& document, const Sentence& sentence, std::vector<Quantity>& found,
                     bool behind_polls, Trace* trace) {
    Links(document, sentence, found, behind_polls, trace).run();
}

}  // namespace figbook
