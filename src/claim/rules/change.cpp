// Role and change: is the figure a level, the amount of a move, or one of its ends?
#include <algorithm>

#include "claim/phrases.hpp"
#include "claim/rules/change_rules.hpp"
#include "claim/rules/rules.hpp"
#include "claim/verbs.hpp"
#include "quantity/counted.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

constexpr std::size_t furthest_verb = 24;  // tokens between a change verb and its last figure

class ChangeRules : MovedFigure {
 public:
    using MovedFigure::MovedFigure;

    void run() {
        Claim& claim = frame_.draft(index_).claim;
        claim.role = role_at_rest(frame_, index_);
        if (quantity_.kind == Kind::multiple && quantity_.direction != Change::none) {
            claim.role = Role::change;
            claim.change = quantity_.direction;
            note(frame_.trace, {quantity_.core, Field::change, "change.multiple", quantity_.core, behind()});
            return;
        }
        if (quantity_.kind == Kind::measure && is_duration()) return;
        if (const auto move = find()) {
            claim.role = move->role;
            claim.change = move->change;
            const bool carried = move->words.empty();
            note(frame_.trace, {quantity_.core, Field::change, move->rule, move->words.begin, move->words.end,
                                carried ? frame_.draft(index_ - 1).quantity.core : Note::nothing});
        }
    }

 private:
    bool is_duration() const { return quantity_.per.empty() && is_time_unit(quantity_.unit); }

    std::optional<Move> find() const {
        if (const auto move = noun_behind()) return move;
        if (const auto move = comparative_behind()) return move;
        if (const auto move = particle_before()) return move;
        if (const auto move = noun_before()) return move;
        if (const auto move = end_of_carried_move(frame_, index_)) return move;
        if (const auto move = halved()) return move;
        if (const auto move = record_low()) return move;
        if (const auto move = taken_off()) return move;
        if (const auto move = paid_on_top()) return move;
        if (const auto move = revised()) return move;
        if (const auto move = verb_before()) return move;
        return carried_move(frame_, index_);
    }

    // "£5, or 3%, lower": where the comparative stands that is behind the other figure, told in two ways.
    std::size_t behind_alternative() const {
        const auto behind_of = [&](std::size_t i) {
            const Quantity& figure = frame_.draft(i).quantity;
            return figure.unit == "points" ? figure.phrase_end() : figure.end;
        };
        const auto is_other = [&](std::size_t i) {  // draft i is the other way to say the one before it
            const std::size_t joint = behind_of(i - 1);
            return frame_.document.is(joint, ",") && frame_.is(joint + 1, "or") &&
                   frame_.draft(i).quantity.begin == joint + 2 && frame_.document.is(behind_of(i), ",");
        };
        if (!frame_.document.is(behind_of(index_), ",")) return behind_of(index_);
        if (index_ + 1 < frame_.count() && is_other(index_ + 1)) return behind_of(index_ + 1) + 1;
        if (index_ > 0 && is_other(index_)) return behind_of(index_) + 1;
        return behind_of(index_);
    }

    // "4 per cent and 3.5 per cent lower": where the comparative stands that is behind the second of two.
    std::size_t behind_listed() const {
        const std::size_t joint = behind();
        const bool listed = quantity_.kind == Kind::percent && index_ + 1 < frame_.count() &&
                            frame_.is_any(joint, {"and", "or"}) &&
                            frame_.draft(index_ + 1).quantity.begin == joint + 1 &&
                            frame_.draft(index_ + 1).quantity.kind == Kind::percent;
        return listed ? frame_.draft(index_ + 1).quantity.end : behind_alternative();
    }

    // "5 per cent up", "six points down": nothing behind it that the particle would lead to.
    bool closes_with_particle(std::size_t at) const {
        if (!frame_.is(at, WordClass::change_particle) || frame_.is(at, "off")) return false;
        const std::size_t next = at + 1;
        return !frame_.has(next) || frame_.token(next).kind == TokenKind::mark ||
               (frame_.is(next, WordClass::preposition) && !frame_.is(next, "to"));
    }

    // "a 20% increase", "a 3.9% annual rise", "500 job cuts".
    std::optional<Move> noun_behind() const {
        if (!frame_.sentence.has(WordClass::change_noun_start)) return std::nullopt;
        std::size_t at = quantity_.phrase_end();
        if (quantity_.kind == Kind::points && frame_.is(at, "of")) ++at;  // "75 basis points of cuts"
        for (std::size_t i = at; frame_.has(i) && i < at + 4; ++i) {
            if (frame_.document.is(i, "-")) continue;
            if (const auto noun = words_.change_nouns.match(tokens(), i, frame_.sentence.end)) {
                if (frame_.is(i, WordClass::change_verb) && i > at && quantity_.kind == Kind::count)
                    return std::nullopt;
                // "a £5m loss" is an amount, "a 3% loss" a move
                if (frame_.is(i, "loss") && quantity_.kind == Kind::money) return std::nullopt;
                const bool is_verb = quantity_.kind == Kind::count && !quantity_.adjective;
                if (is_verb) return std::nullopt;
                return Move{
                    Role::change, direction(*noun.meaning), "change.noun_behind", {i, i + noun.length}};
            }
            if (!looks_adjective(frame_.document, i) && !frame_.is(i, WordClass::change_modifier)) break;
        }
        return std::nullopt;
    }

    // "31% more than", "3.2 percentage points lower", "a third higher".
    std::optional<Move> comparative_behind() const {
        const std::size_t at = behind_listed();
        const bool particle =
            closes_with_particle(at) || (frame_.is_any(at, {"up", "down"}) && frame_.is(at + 1, "year"));
        if (particle && (is_rate() || is_minor_money() || quantity_.unit == "points"))  // "4.2% up on May"
            return Move{Role::change,
                        frame_.is(at, "up") ? Change::increase : Change::decrease,
                        "change.comparative",
                        {at, at + 1}};
        const auto match = words_.change_comparatives.match(tokens(), at, frame_.sentence.end);
        if (!match) return std::nullopt;
        const std::size_t next = at + match.length;
        if (is_ahead(at) && !starts_time(frame_, next + 1)) return std::nullopt;
        const Move move{Role::change, direction(*match.meaning), "change.comparative", {at, next}};
        if (at > behind()) return move;  // "31 points lower"
        if (quantity_.kind == Kind::count || quantity_.kind == Kind::ratio || quantity_.kind == Kind::money) {
            bool compared = false;
            for (std::size_t i = next; frame_.has(i) && i < next + 5; ++i) compared |= frame_.is(i, "than");
            if (!compared && quantity_.kind == Kind::count) return std::nullopt;
        }
        if (quantity_.kind == Kind::number && frame_.is_any(at, {"more", "less", "fewer"}) &&
            !frame_.is(next, "than"))
            return std::nullopt;  // "pledged 800,000 more by May"
        if (quantity_.kind == Kind::measure && frame_.is(behind(), "above")) return std::nullopt;
        return move;
    }

    // "9% ahead of last year" is a move, "9% ahead of the Greens" a lead.
    bool is_ahead(std::size_t i) const { return frame_.is_any(i, {"ahead", "behind"}); }

    // "up 28 cents", "down from 6.8%", "up by a third".
    std::optional<Move> particle_before() const {
        if (begin() == frame_.sentence.begin || !frame_.sentence.has(WordClass::change_particle))
            return std::nullopt;
        std::size_t at = preposition_before();  // "down from a high of £900"
        Role role = Role::change;
        while (at > frame_.sentence.begin && at + 4 > begin() &&
               (frame_.is_any(at, {"a", "an", "the", "its", "between"}) ||
                frame_.is(at, WordClass::adjective) || frame_.is_any(at, {"original", "initial", "revised"})))
            --at;  // "up from an original $2m"
        if (frame_.is(at, "from")) role = Role::from;
        if (frame_.is(at, "to")) role = Role::to;
        if ((role != Role::change || frame_.is(at, "by")) && at > frame_.sentence.begin) --at;
        if (frame_.is(at, WordClass::modifier) && !frame_.is(at, WordClass::change_particle) &&
            at > frame_.sentence.begin)
            --at;
        const auto match = words_.change_particles.match(tokens(), at, begin());
        if (!match || frame_.is(at, "off")) return std::nullopt;
        if (role == Role::change && (goes_with_verb(at) || frame_.is(begin() - 1, "the")))
            return std::nullopt;  // "round up the 11 million"
        if (at > frame_.sentence.begin && frame_.is(at - 1, WordClass::share_verb))
            return std::nullopt;  // "makes up 70%"
        if (role == Role::change && !is_rate() && quantity_.kind != Kind::money &&
            quantity_.kind != Kind::count && quantity_.kind != Kind::measure)
            return std::nullopt;
        return Move{role, direction(*match.meaning), "change.particle", {at, begin()}};
    }

    // The "down" of "shot down 21 drones", the "up" of "gave up 517 yards": part of a verb that moves no figure.
    bool goes_with_verb(std::size_t particle) const {
        if (particle == frame_.sentence.begin || frame_.token(particle - 1).is_number()) return false;
        const std::size_t verb = particle - 1;
        if (const auto change = words_.change_verbs.match(tokens(), verb, begin()))
            return change.length > 1;  // "gave up 0.5%": the verb decides
        if (frame_.is(verb, WordClass::copula)) return false;
        const bool things = quantity_.kind == Kind::count || quantity_.kind == Kind::measure;
        return frame_.is(verb, WordClass::verb) ||
               (things && has_ending(frame_.document.word(verb), "ed", 2)) ||
               (things && has_ending(frame_.document.word(verb), "ing", 3));
    }

    // "cut in half"
    std::optional<Move> halved() const {
        if (quantity_.kind != Kind::ratio || begin() < frame_.sentence.begin + 2 ||
            !frame_.is(begin() - 1, "in"))
            return std::nullopt;
        const std::size_t first = begin() > frame_.sentence.begin + 6 ? begin() - 6 : frame_.sentence.begin;
        for (std::size_t i = begin() - 1; i-- > first;)
            if (const auto verb = words_.change_verbs.match(tokens(), i, begin()))
                return Move{Role::change, direction(*verb.meaning), "change.in_half", {i, begin()}};
        return std::nullopt;
    }

    // "wiped £740m off its value", "took 2% off the price"
    std::optional<Move> taken_off() const {
        if (!frame_.is(behind(), "off") || !in_noun_phrase(frame_, behind() + 1)) return std::nullopt;
        const auto verb = verb_group_before(frame_, begin());
        if (!verb || !frame_.is(verb->end - 1, WordClass::takes_off)) return std::nullopt;
        return Move{Role::change, Change::decrease, "change.taken_off", {verb->end - 1, verb->end}};
    }

    // "would pay an extra £74 a year"
    std::optional<Move> paid_on_top() const {
        if (quantity_.kind != Kind::money || quantity_.core < begin() + 2 || begin() == frame_.sentence.begin)
            return std::nullopt;
        const bool extra = frame_.is_any(quantity_.core - 1, {"extra", "additional"});
        if (!extra || !frame_.is(begin() - 1, WordClass::paying)) return std::nullopt;
        return Move{Role::change, Change::increase, "change.on_top", {begin(), quantity_.core}};
    }

    // "sent the pound to a record low of $1.03"
    std::optional<Move> record_low() const {
        const std::size_t to = preposition_before();
        if (to + 1 >= begin() || !frame_.is(to, "to")) return std::nullopt;
        const std::size_t noun = begin() - 2;
        if (frame_.is_any(noun, {"low", "trough"}))
            return Move{Role::to, Change::decrease, "change.low", {to, begin()}};
        if (frame_.is_any(noun, {"high", "peak"}))
            return Move{Role::to, Change::increase, "change.low", {to, begin()}};
        return std::nullopt;
    }

    // "an increase of 20%", "a rise to 5% from 4%", "losses widened".
    std::optional<Move> noun_before() const {
        if (begin() < frame_.sentence.begin + 2 || !frame_.sentence.has(WordClass::change_noun_start))
            return std::nullopt;
        std::size_t at = begin() - 1;
        if (frame_.is(at, "a") || frame_.is(at, "between")) --at;
        const auto role = role_of_preposition(at);
        if (!role) return std::nullopt;
        const std::size_t reach = role == Role::change ? 2 : 8;  // "of" follows its noun closely
        const std::size_t limit = at > frame_.sentence.begin + reach ? at - reach : frame_.sentence.begin;
        for (std::size_t i = at; i-- > limit;) {
            if (divides_clauses(frame_, i) || frame_.document.is(i, ",")) return std::nullopt;
            const bool is_noun = is_noun_here(i);
            if (words_.change_verbs.match(tokens(), i, at) && !is_noun)
                return std::nullopt;  // the verb decides
            const auto noun = words_.change_nouns.match(tokens(), i, at);
            if (!noun || (frame_.is(i, WordClass::change_verb) && !is_noun_here(i))) continue;
            // "trimmed its forecast for growth to 3.5%": it is the forecast that moves.
            if (*role != Role::change && i > frame_.sentence.begin && frame_.is_any(i - 1, {"for", "of"}))
                continue;
            // "its growth forecast from 2.1%": the noun belongs to another.
            const std::size_t next = i + noun.length;
            if (next < at && !frame_.is(next, WordClass::preposition)) continue;
            // "losses of $5m", "gains of €3m" are amounts; a loss is a move only of a rate.
            if (frame_.is(i, "loss") || frame_.is(i, "improvement")) return std::nullopt;
            if (frame_.is(i, "surge") && quantity_.kind == Kind::measure) return std::nullopt;  // of the sea
            return Move{*role, direction(*noun.meaning), "change.noun_before", {i, at + 1}};
        }
        return std::nullopt;
    }

    // What the preposition behind a noun of change makes of its figure: "a rise of", "to", "from".
    std::optional<Role> role_of_preposition(std::size_t at) const {
        if (frame_.is(at, "of")) return Role::change;
        if (frame_.is(at, "to")) return Role::to;
        if (frame_.is(at, "from")) return Role::from;
        return std::nullopt;
    }

    // A word that is verb and noun is a noun behind an article or an adjective: "a sharp rise".
    bool is_noun_here(std::size_t i) const {
        if (!frame_.is(i, WordClass::change_verb) || !frame_.is(i, WordClass::change_noun) ||
            i == frame_.sentence.begin)
            return false;
        const bool adjective = !frame_.token(i - 1).is_capitalised() &&
                               looks_adjective(frame_.document, i - 1) &&
                               !frame_.is(i - 1, WordClass::modifier);
        const bool compound =
            i >= frame_.sentence.begin + 2 && frame_.document.is(i - 2, "-");  // "a half-point cut"
        return frame_.is(i - 1, WordClass::determiner) || compound || adjective ||
               frame_.is(i - 1, WordClass::compound_head) || is_noun_of(i) ||
               (frame_.is(i - 1, WordClass::preposition) && !frame_.is(i - 1, "to"));
    }

    // "an output increase of 180,000 barrels"
    bool is_noun_of(std::size_t i) const {
        constexpr std::size_t longest = 3;
        if (!frame_.is(i + 1, "of")) return false;
        for (std::size_t k = i; k-- > frame_.sentence.begin && k + longest >= i;) {
            if (frame_.is_any(k, {"a", "an"})) return true;
            if (!in_noun_phrase(frame_, k)) return false;
        }
        return false;
    }

    // "revised to 2.8% from 3.1%", "revised up to 3.1%", "pushing it to 8% from 7%": the verb does not say which way, its particle or the other end does.
    std::optional<Move> revised() const {
        if (!frame_.sentence.has(WordClass::revising) && !frame_.sentence.has(WordClass::shifting))
            return std::nullopt;
        constexpr std::size_t furthest = 12;
        const std::size_t limit =
            begin() > frame_.sentence.begin + furthest ? begin() - furthest : frame_.sentence.begin;
        for (std::size_t i = begin(); i-- > limit;) {
            if (divides_clauses(frame_, i) || frame_.document.is(i, ",")) return std::nullopt;
            const bool shifts = frame_.is(i, WordClass::shifting);
            if (!shifts && !frame_.is(i, WordClass::revising)) continue;
            if (frame_.is(i - 1, WordClass::determiner)) continue;
            const bool bound = frame_.is(begin(), "up");  // "take up to 12%"
            if (shifts && (bound || preposition_before() + 1 != begin())) return std::nullopt;
            const std::size_t to = frame_.is_any(i + 1, {"up", "down"}) ? i + 2 : i + 1;
            const auto role = revised_role(to);
            if (!role) return std::nullopt;
            if (to > i + 1)
                return Move{*role,
                            frame_.is(i + 1, "up") ? Change::increase : Change::decrease,
                            "change.verb",
                            {i, to}};
            const auto change = change_to_other_end(*role);
            return change ? std::optional(Move{*role, *change, "change.verb", {i, i + 1}}) : std::nullopt;
        }
        return std::nullopt;
    }

    std::optional<Role> revised_role(std::size_t behind_verb) const {
        if (frame_.is(begin(), "up") && behind_verb > begin()) return Role::to;  // "up to" is read as a bound
        const std::size_t at = preposition_before();
        if (at + 1 < behind_verb) return std::nullopt;
        if (frame_.is(at, "by")) return Role::change;
        if (frame_.is(at, "to")) return Role::to;
        if (frame_.is(at, "from")) return Role::from;
        return std::nullopt;
    }

    // From the nearest figure of the same unit that stands behind the other preposition.
    std::optional<Change> change_to_other_end(Role role) const {
        const std::string_view other = role == Role::to ? "from" : "to";
        for (std::size_t i = index_ > 0 ? index_ - 1 : 0; i < frame_.count() && i <= index_ + 1; ++i) {
            const Quantity& figure = frame_.draft(i).quantity;
            if (i == index_ || figure.kind != quantity_.kind || figure.unit != quantity_.unit ||
                !frame_.is(figure.begin - 1, other))
                continue;
            const Decimal& from = role == Role::to ? figure.value : quantity_.value;
            const Decimal& to = role == Role::to ? quantity_.value : figure.value;
            return from < to ? Change::increase : Change::decrease;
        }
        return std::nullopt;
    }

    // "The bridge rises 60 metres": how high it stands; what rises in the present rises by a rate.
    bool says_how_high(std::size_t verb) const {
        const bool length = quantity_.unit == "m" || quantity_.unit == "km" || quantity_.unit == "[ft_i]" ||
                            quantity_.unit == "[mi_i]";
        return quantity_.kind == Kind::measure && length && quantity_.per.empty() &&
               has_ending(frame_.document.word(verb), "s", 3);
    }

    // "has lost 40 square kilometres": of land, there is so much less of it.
    bool is_area() const {
        return quantity_.kind == Kind::measure && quantity_.per.empty() &&
               (quantity_.unit.ends_with('2') || quantity_.unit == "har" || quantity_.unit == "[acr_us]");
    }

    // "add 5 million tonnes of capacity", "of annual output"
    bool is_of_capacity() const {
        return frame_.is(behind(), "of") && (frame_.is(behind() + 1, WordClass::capacity_noun) ||
                                             frame_.is(behind() + 2, WordClass::capacity_noun));
    }

    // "Shares lost $2", "bitcoin gained $3,000"
    bool is_price_of_traded(std::size_t verb) const {
        if (quantity_.kind != Kind::money || verb == frame_.sentence.begin) return false;
        std::size_t at = verb - 1;
        while (at > frame_.sentence.begin && frame_.is(at, WordClass::auxiliary)) --at;
        return frame_.is(at, WordClass::traded);
    }

    std::optional<Move> verb_before() const {
        const auto verb = nearest_verb();
        if (!verb) return std::nullopt;
        const auto [at, length, word] = *verb;
        if (says_how_high(at)) return std::nullopt;
        // "lost a quarter of their tanks" is a share of them, "fell by a quarter" a move.
        if (at + length == begin() && is_part_of_things()) return std::nullopt;
        const std::size_t gap = at + length;
        std::size_t before = preposition_before();
        if (before >= gap && (frame_.is(before, "between") || frame_.is(before, "a"))) --before;
        const bool has_gap = begin() > gap;
        const auto move = [&, from = at, change = word](Role role) {
            return Move{role, direction(*change), "change.verb", {from, gap}};
        };
        if (has_gap && before >= gap) {
            if (frame_.is(before, "by")) return move(Role::change);
            if (frame_.is(before, "to")) return move(Role::to);
            if (frame_.is(before, "from")) return move(Role::from);
            if (frame_.is(before, "at") && is_rate() && word->strength == ChangeStrength::full)
                return move(Role::change);
            // "grew at an annual rate of 2.4%"
            if (frame_.is(before, "of") && is_rate() && frame_.is(before - 1, WordClass::weak_noun))
                return move(frame_.is(gap, "to") ? Role::to : Role::change);  // "jumped to a high of 1.67%"
        }
        if (!is_direct(gap)) return std::nullopt;
        const bool moves =
            word->strength == ChangeStrength::full || (word->strength == ChangeStrength::rate && is_worth());
        if (moves && passes_a_mark()) return move(Role::to);
        switch (word->strength) {
            case ChangeStrength::full:
                // "increased 300 beds" is odd, "cut 500 jobs" is not.
                return move(Role::change);
            case ChangeStrength::rate:
                if (is_rate() || is_minor_money() || quantity_.unit == "points" || is_price_of_traded(at) ||
                    is_area())
                    return move(Role::change);
                return std::nullopt;
            case ChangeStrength::jobs:
                if ((quantity_.kind == Kind::measure && !is_of_capacity()) ||
                    (quantity_.kind == Kind::number && !quantity_.has_magnitude))
                    return std::nullopt;
                return move(Role::change);
            case ChangeStrength::moved:
                if (quantity_.kind == Kind::points) return move(Role::change);
                return std::nullopt;
        }
        return std::nullopt;
    }

    // "[lost] a quarter of their tanks", "[cut] 22 of 31 jobs"; "a third of its value" is a move.
    bool is_part_of_things() const {
        if (quantity_.share_of && quantity_.rule == "count.share")
            return frame_.draft(*quantity_.share_of).quantity.begin == quantity_.end + 1;
        if (quantity_.rule == "ratio.of") return true;
        return quantity_.kind == Kind::ratio && frame_.is(behind(), "of") &&
               frame_.is(behind() + 1, WordClass::determiner) &&
               !frame_.is(behind() + 2, WordClass::worth_noun);
    }

    // "fell below 10C", "surged past 10,000": not by how much, but to where.
    bool passes_a_mark() const {
        return begin() < quantity_.core && frame_.is_any(begin(), {"below", "above", "past", "beyond"});
    }

    // Nothing but adverbs and articles between the verb and the figure.
    bool is_direct(std::size_t from) const {
        for (std::size_t i = from; i < begin(); ++i) {
            const bool light = frame_.is(i, WordClass::modifier) ||
                               frame_.is_any(i, {"a", "an", "the", "another", "between", "its", "as"}) ||
                               has_ending(frame_.document.word(i), "ly", 3);
            if (!light) return false;
        }
        return true;
    }

    struct Verb {
        std::size_t at;
        std::size_t length;
        const ChangeWord* word;
    };

    // The nearest change verb before the figure in its clause.
    std::optional<Verb> nearest_verb() const {
        if (!frame_.sentence.has(WordClass::change_verb_start)) return std::nullopt;
        const std::size_t limit =
            begin() > frame_.sentence.begin + furthest_verb ? begin() - furthest_verb : frame_.sentence.begin;
        for (std::size_t i = begin(); i-- > limit;) {
            const bool mark = frame_.token(i).kind == TokenKind::mark;
            if (mark && (frame_.document.is(i, ",") ? !carries_over_comma(i)
                                                    : divides_clauses(frame_, i) && !is_bracketed_figure(i)))
                return std::nullopt;
            if (const auto match = words_.change_verbs.match(tokens(), i, begin())) {
                if (is_in_figure_before(i)) return std::nullopt;
                if (!is_noun_here(i)) return Verb{i, match.length, match.meaning};
                continue;
            }
            if (stops_search(i)) return std::nullopt;
        }
        return std::nullopt;
    }

    // "more than double the $131,000 of 2012": what the other figure is measured by.
    bool is_in_figure_before(std::size_t i) const {
        return index_ > 0 && i >= frame_.draft(index_ - 1).quantity.begin &&
               i < frame_.draft(index_ - 1).quantity.end;
    }

    // "rose 4.5%, to $1.24 billion", "fell, by a third", "cut its payout, to a midpoint of $8"
    bool carries_over_comma(std::size_t comma) const {
        return comma + 1 == preposition_before() && (frame_.is_any(comma + 1, {"to", "by", "from"}));
    }

    // "rose 5% (3% in dollars) to $2bn": the bracket is passed over.
    bool is_bracketed_figure(std::size_t i) const {
        return frame_.document.is(i, ")") || frame_.document.is(i, "(");
    }

    // "[cut its annual sales] forecast": what is moved.
    bool is_object_of_move(std::size_t noun) const {
        constexpr std::size_t longest = 5;
        for (std::size_t i = noun; i-- > frame_.sentence.begin + 1 && i + longest > noun;) {
            if (frame_.is(i, WordClass::determiner)) return frame_.is(i - 1, WordClass::change_verb);
            if (!in_noun_phrase(frame_, i)) return false;
        }
        return false;
    }

    // A finite verb of another action: what stands before it is another clause.
    bool stops_search(std::size_t i) const {
        static constexpr WordClasses stopping{WordClass::cue, WordClass::copula, WordClass::verb,
                                              WordClass::relative, WordClass::conjunction};
        if (!frame_.has_any(i, stopping)) return false;
        // "raised its full-year forecast to $58": a noun here, and no verb of saying.
        if (frame_.is(i, WordClass::noun_first) && frame_.is(i, WordClass::cue) &&
            (!is_verb_at(frame_, i) || is_object_of_move(i)))
            return false;
        // "cut their forecast for 2026 to $58"
        if (frame_.is(i, WordClass::noun_first) && i > frame_.sentence.begin &&
            (frame_.is(i - 1, WordClass::determiner) || frame_.is(i - 1, WordClass::adjective) ||
             frame_.is(i - 1, WordClass::change_noun)))
            return false;
        if (frame_.is(i, WordClass::cue) && !frame_.is(i, WordClass::weak_noun) && !frame_.is(i, "report") &&
            !frame_.is(i, "reports"))
            return true;
        if (frame_.is_any(i, {"while", "but", "which", "who", "whereas"})) return true;
        if (frame_.is(i, WordClass::copula) && frame_.is(i, WordClass::auxiliary)) return true;
        const bool past =
            has_ending(frame_.document.word(i), "ed", 2) || frame_.is(i, WordClass::irregular_past);
        return past && frame_.is(i, WordClass::verb) && i > frame_.sentence.begin &&
               !frame_.is(i - 1, WordClass::determiner);
    }
};

}  // namespace

namespace {

// "to 4,500 kwacha a bag from 22,000 kwacha": both ends of a move are told by the same.
void share_per(const SentenceFrame& frame) {
    for (std::size_t i = 1; i < frame.count(); ++i) {
        const Claim& to = frame.draft(i - 1).claim;
        Claim& from = frame.draft(i).claim;
        const bool alike = to.role == Role::to && from.role == Role::from && to.unit == from.unit;
        if (!alike || to.per.empty() || !from.per.empty()) continue;
        from.per = to.per;
        note(frame.trace, {frame.draft(i).quantity.core, Field::per, "per.of_move", 0, 0,
                           frame.draft(i - 1).quantity.core});
    }
}

}  // namespace

void find_changes(const SentenceFrame& frame) {
    for (std::size_t i = 0; i < frame.count(); ++i) ChangeRules(frame, i).run();
    share_per(frame);
}

}  // namespace figbook
