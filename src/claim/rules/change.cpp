// Role and change: is the figure a level, the amount of a move, or one of its ends?
#include <algorithm>

#include "claim/noun_or_verb.hpp"
#include "claim/phrases.hpp"
#include "claim/rules/change_rules.hpp"
#include "claim/rules/rules.hpp"
#include "claim/verbs.hpp"
#include "quantity/counted.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

class ChangeRules : MovedFigure {
 public:
    using MovedFigure::MovedFigure;

    void run() {
        Claim& claim = frame_.draft(index_).claim;
        claim.role = role_at_rest(frame_, index_);
        if (quantity_.kind == Kind::multiple && quantity_.direction != Change::none &&
            !is_double_of_other(frame_, index_)) {
            if (is_compared_with_others(frame_, index_)) return;
            claim.role = Role::change;
            claim.change = quantity_.direction;
            note(frame_.trace, {quantity_.core, Field::change, "change.multiple", quantity_.core, behind()});
            return;
        }
        if (quantity_.kind == Kind::measure && is_duration()) return;
        if (const auto move = find()) {
            claim.role = move->role;
            claim.change = move->change;
            if (move->rule == "change.sign") claim.value = claim.value.absolute();
            const bool carried = move->words.empty();
            note(frame_.trace, {quantity_.core, Field::change, move->rule, move->words.begin, move->words.end,
                                carried ? frame_.draft(index_ - 1).quantity.core : Note::nothing});
        }
    }

 private:
    bool is_duration() const { return quantity_.per.empty() && is_time_unit(quantity_.unit); }

    std::optional<Move> find() const {
        if (is_far_from()) return std::nullopt;
        if (const auto move = signed_in_print()) return move;
        if (const auto move = noun_behind()) return move;
        if (const auto move = moved_by_comparison(frame_, index_)) return move;
        if (frame_.sentence.has(WordClass::change_particle))
            if (const auto move = particle_before()) return move;
        if (const auto move = noun_before()) return move;
        if (const auto move = said_of_move()) return move;
        if (const auto move = compared_with_move()) return move;
        if (may_be_told())
            if (const auto move = told_move(frame_, index_)) return move;
        if (index_ > 0)
            if (const auto move = end_of_carried_move(frame_, index_)) return move;
        if (const auto move = halved()) return move;
        if (const auto move = record_low()) return move;
        if (const auto move = taken_off()) return move;
        if (const auto move = jobs_done_away()) return move;
        if (const auto move = paid_on_top()) return move;
        if (const auto move = moved_by_verb(frame_, index_)) return move;
        return index_ > 0 ? carried_move(frame_, index_) : compared_with_last();
    }

    // "[Prices rose 2.5%.] That compares with 2.3% in May": such a move, at another time.
    std::optional<Move> compared_with_last() const {
        const std::size_t first = frame_.sentence.begin;
        if (quantity_.kind != Kind::percent || frame_.first == 0 || begin() != first + 3 ||
            !frame_.is(begin() - 1, "with") || !frame_.is_any(begin() - 2, {"compares", "compared"}) ||
            !frame_.is_any(first, {"that", "this", "it", "which"}))
            return std::nullopt;
        const Claim& last = frame_.drafts[frame_.first - 1].claim;
        if (last.kind != Kind::percent || last.role != Role::change) return std::nullopt;
        return Move{Role::change, last.change, "change.carried_on", {begin() - 2, begin()}};
    }

    // "rose to $54 a barrel, a far cry from the $10 that": set beside it, and not where it came from.
    bool is_far_from() const {
        const std::size_t from = frame_.is(begin() - 1, "the") ? begin() - 2 : begin() - 1;
        return frame_.is(from, "from") && frame_.is_any(from - 1, {"cry", "far", "different"});
    }

    // "€4.1bn (+6.2%)", "grew +6.2%", "$12.4m (-3%)": the sign says which way. A "-2%" elsewhere may be a level.
    std::optional<Move> signed_in_print() const {
        const std::size_t before = frame_.is_written(begin() - 1, "+") ? begin() - 2 : begin() - 1;
        // "dropped to +3% from +14%", "unchanged at +52%": the sign of what there is
        if (begin() > frame_.sentence.begin + 1 && frame_.is_any(before, {"to", "from", "at"}))
            return std::nullopt;
        const bool beside = index_ > 0 && frame_.is_written(before, "(") &&
                            frame_.draft(index_ - 1).quantity.end == before && frame_.has(behind()) &&
                            frame_.is_any(behind(), {")", ",", ";"});
        if (quantity_.kind != Kind::percent && !(beside && quantity_.kind == Kind::money))
            return std::nullopt;
        if (beside && quantity_.value.is_negative() &&
            !frame_.draft(index_ - 1).quantity.value.is_negative() &&
            frame_.draft(index_ - 1).quantity.kind != Kind::percent)
            return Move{Role::change, Change::decrease, "change.sign", {begin(), begin() + 1}};
        const std::size_t sign = frame_.is_written(begin(), "+") ? begin() : begin() - 1;
        const bool plus = sign >= frame_.sentence.begin && frame_.is_written(sign, "+") &&
                          !frame_.token(sign + 1).space_before() &&
                          (sign == frame_.sentence.begin || frame_.token(sign).space_before() ||
                           frame_.is_written(sign - 1, "("));
        // "in a -0.5 to +0.3 percent range": one end of it
        if (!plus || (sign > frame_.sentence.begin && frame_.is_any(sign - 1, {"to", "and"})))
            return std::nullopt;
        return Move{Role::change, Change::increase, "change.sign", {sign, sign + 1}};
    }

    // What told_move() needs: asked first, since it finds few moves.
    bool may_be_told() const {
        static constexpr WordClasses telling{WordClass::shifting, WordClass::change_noun_start};
        return quantity_.kind == Kind::count || quantity_.kind == Kind::percent ||
               frame_.sentence.classes.has_any(telling) || (index_ > 0 && frame_.is(begin() - 1, "from"));
    }

    // "a 20% increase", "a 3.9% annual rise", "500 job cuts".
    std::optional<Move> noun_behind() const {
        if (!frame_.sentence.has(WordClass::change_noun_start)) return std::nullopt;
        std::size_t at = quantity_.phrase_end();
        if (quantity_.kind == Kind::points && frame_.is(at, "of")) ++at;  // "75 basis points of cuts"
        std::size_t furthest = at + 4;
        for (std::size_t i = at; frame_.has(i) && i < furthest; ++i) {
            if (frame_.is_written(i, "-")) continue;
            // "3.9 percent full-year organic growth", "6 percent like-for-like sales growth"
            if (quantity_.kind == Kind::percent && is_behind_hyphen(frame_, i + 2) &&
                behind_year_on_year(frame_, i) == i && !frame_.is(i, WordClass::change_noun)) {
                while (is_behind_hyphen(frame_, i + 2)) i += 2;
                furthest = i + 4;
                continue;
            }
            // "a 1.5% year-over-year decrease"
            if (const std::size_t next = behind_year_on_year(frame_, i); next > i) at = i = next;
            if (const auto noun = words_.change_nouns.match(tokens(), i, frame_.sentence.end)) {
                if (frame_.is(i, WordClass::change_verb) && i > at && quantity_.kind == Kind::count)
                    return std::nullopt;
                // "a £5m loss" is an amount, "a 3% loss" a move
                if (frame_.is(i, "loss") && quantity_.kind == Kind::money) return std::nullopt;
                if (is_booked_gain(i)) return std::nullopt;
                if (frame_.is(i, "cut") && frame_.is(i + 1, "of"))
                    return std::nullopt;  // "a 30% cut of sales"
                // "the $20 billion expansion" of a works is what it costs
                if (quantity_.kind == Kind::money && frame_.is(i, "expansion")) return std::nullopt;
                // "slowed from 9 percent to 7 percent growth": growth itself moves, from and to its rates
                if (frame_.is(i, "growth") && is_end_of_rates()) return std::nullopt;
                if (frame_.is(i + 1, "due")) return std::nullopt;  // "a further €6 million falls due"
                const bool is_verb = quantity_.kind == Kind::count && !quantity_.adjective;
                if (is_verb) return std::nullopt;
                return Move{
                    Role::change, direction(*noun.meaning), "change.noun_behind", {i, i + noun.length}};
            }
            if (!looks_adjective(frame_.document, i) && !frame_.is(i, WordClass::change_modifier) &&
                !is_compound_of_move(i))
                break;
        }
        return std::nullopt;
    }

    // "slowed to 3% growth", "from 9 percent to 7 percent growth"; not "compared to 9 percent growth"
    bool is_end_of_rates() const {
        return is_rate() && frame_.is(begin() - 1, "to") &&
               (frame_.is(begin() - 2, WordClass::change_verb) ||
                (index_ > 0 && frame_.draft(index_ - 1).quantity.end + 1 == begin()));
    }

    // "a 12.7% tariff increase": a noun with the article of the figure, whatever it names.
    bool is_compound_of_move(std::size_t i) const {
        const bool article =
            begin() > frame_.sentence.begin && frame_.is_any(begin() - 1, {"a", "an", "the", "its", "their"});
        const bool noun = in_noun_phrase(frame_, i) || has_ending(frame_.word(i), "ing", 3) ||
                          frame_.is(i, "trade");  // a noun there, though it reads like a verb
        // "2% revenue growth", "3% wage increases"
        const bool of_rate = quantity_.kind == Kind::percent && in_noun_phrase(frame_, i) &&
                             !is_verb_at(frame_, i) && !frame_.is(i, WordClass::preposition);
        // "a £200,000 funding cut"
        const bool sum = article && quantity_.kind == Kind::money &&
                         frame_.is_any(i + 1, {"cut", "cuts", "rise", "increase", "reduction", "hike"});
        return (sum || ((article || of_rate) && is_rate())) && noun && !frame_.is(i, WordClass::determiner) &&
               frame_.token(i).kind == TokenKind::word && frame_.is(i + 1, WordClass::change_noun) &&
               !frame_.is(i + 1, "loss") && !starts_time(frame_, i);
    }

    // "the increase was 2.7 per cent, but in the west it was 5.9": the move itself is told.
    std::optional<Move> said_of_move() const {
        if (!is_rate() || begin() < frame_.sentence.begin + 3 || !frame_.is(begin() - 1, WordClass::copula) ||
            !frame_.is_any(begin() - 1, {"was", "is", "were", "are"}))
            return std::nullopt;
        const std::size_t noun = begin() - 2;
        if (frame_.is(noun, "it") && index_ > 0) {
            const Claim& before = frame_.draft(index_ - 1).claim;
            const std::size_t end = frame_.draft(index_ - 1).quantity.end;
            const bool same = before.rule.empty() || before.role == Role::change;
            if (same && before.change != Change::none && is_said_of_move_at(index_ - 1) && begin() < end + 10)
                return Move{Role::change, before.change, "change.noun_before", {noun, begin()}};
            return std::nullopt;
        }
        return move_told_by(noun);
    }

    // "The rise was smaller than the | 9.2%", "The fall was above the | 3% that": another such move.
    std::optional<Move> compared_with_move() const {
        constexpr std::size_t furthest = 8;
        if (!is_rate() || begin() < frame_.sentence.begin + 5 || !frame_.is(begin() - 1, "the") ||
            !frame_.is_any(begin() - 2, {"than", "above", "below"}))
            return std::nullopt;
        for (std::size_t i = begin() - 2; i-- > frame_.sentence.begin + 1 && i + furthest > begin();)
            if (frame_.is_any(i, {"was", "is", "were", "are"})) return move_told_by(i - 1);
        return std::nullopt;
    }

    // "the rise", "their fall": the move that so much is said of.
    std::optional<Move> move_told_by(std::size_t noun) const {
        if (noun == frame_.sentence.begin) return std::nullopt;
        const auto match = words_.change_nouns.match(tokens(), noun, begin());
        const bool definite = frame_.is_any(noun - 1, {"the", "that", "this", "its", "their"}) ||
                              frame_.is(noun - 1, WordClass::adjective);
        if (!match || !definite || frame_.is_any(noun, {"loss", "gains", "growth"})) return std::nullopt;
        return Move{Role::change, direction(*match.meaning), "change.noun_before", {noun, begin()}};
    }
    bool is_said_of_move_at(std::size_t index) const {
        return ChangeRules(frame_, index).said_of_move().has_value();
    }

    // "up 28 cents", "down from 6.8%", "up by a third".
    std::optional<Move> particle_before() const {
        if (begin() == frame_.sentence.begin) return std::nullopt;
        std::size_t at = preposition_before();  // "down from a high of £900"
        Role role = Role::change;
        while (at > frame_.sentence.begin && at + 4 > begin() &&
               (frame_.is_any(at, {"a", "an", "the", "its", "between"}) ||
                frame_.is(at, WordClass::adjective) || frame_.is_any(at, {"original", "initial", "revised"})))
            --at;  // "up from an original $2m"
        if (frame_.is(at, "from") || is_up_on_other(at)) role = Role::from;
        if (frame_.is(at, "to")) role = Role::to;
        if ((role != Role::change || frame_.is(at, "by")) && at > frame_.sentence.begin) --at;
        if (frame_.is(at, WordClass::modifier) && !frame_.is(at, WordClass::change_particle) &&
            at > frame_.sentence.begin)
            --at;
        const auto match = words_.change_particles.match(tokens(), at, begin());
        if (!match || is_behind_hyphen(frame_, at)) return std::nullopt;  // "the runner-up £400"
        // "Bookings are off by a fifth", but not "ten metres off"
        if (frame_.is(at, "off") && !is_off_so_much(at)) return std::nullopt;
        // "push the funds rate down by 50 points", where "rate" is no verb; but "round up the 11 million"
        const bool by = frame_.is(at + 1, "by") && quantity_.kind != Kind::count;
        if (role == Role::change && ((!by && goes_with_verb(at)) || frame_.is(begin() - 1, "the")))
            return std::nullopt;
        if (at > frame_.sentence.begin &&
            (frame_.is(at - 1, WordClass::share_verb) || (role == Role::to && is_hung_on(at - 1))))
            return std::nullopt;  // "makes up 70%"
        if (role == Role::change && !is_rate() && quantity_.kind != Kind::money &&
            quantity_.kind != Kind::count && quantity_.kind != Kind::measure)
            return std::nullopt;
        return Move{role, direction(*match.meaning), "change.particle", {at, begin()}};
    }

    // "£40, up on | the £30 charged in 2022": what there was of the same.
    bool is_up_on_other(std::size_t on) const {
        if (index_ == 0 || !frame_.is(on, "on") || !frame_.is_any(on - 1, {"up", "down"})) return false;
        const Quantity& before = frame_.draft(index_ - 1).quantity;
        const bool alike = before.kind == quantity_.kind && before.unit == quantity_.unit;
        const bool bare = before.kind == Kind::count && quantity_.kind == Kind::number;
        return (alike || bare) && before.value != quantity_.value;
    }

    // "were off 6%", "the worst decliner, off 10.5% at $65", "with yields off 3 basis points at 3.4%"
    bool is_off_so_much(std::size_t off) const {
        if (off == frame_.sentence.begin) return false;
        if ((is_rate() || is_minor_money()) && frame_.is(off - 1, WordClass::copula)) return true;
        if (frame_.is_written(off - 1, ",")) return is_rate() || is_minor_money();
        return quantity_.kind == Kind::points && frame_.is_any(behind(), {"at", "to"}) &&
               frame_.is_any(off - 1, {"yields", "yield", "spreads", "spread", "rates", "rate"});
    }

    // The "down" of "shot down 21 drones", the "up" of "gave up 517 yards": part of a verb that moves no figure.
    bool goes_with_verb(std::size_t particle) const {
        if (particle == frame_.sentence.begin || frame_.token(particle - 1).is_number()) return false;
        const std::size_t verb = particle - 1;
        // "opened up a nine-point lead", where "opened up 3%" is a move
        if (frame_.is_any(verb, {"open", "opens", "opened", "opening"}) &&
            (frame_.is_any(behind(), {"lead", "advantage", "gap"}) || frame_.is(behind() + 2, "lead")))
            return true;
        if (const auto change = words_.change_verbs.match(tokens(), verb, begin()))
            return change.length > 1;  // "gave up 0.5%": the verb decides
        if (frame_.is(verb, WordClass::copula) || frame_.is(particle, "off")) return false;
        // "Rents up £40", a headline
        if (quantity_.kind == Kind::money && verb == frame_.sentence.begin &&
            looks_plural(frame_.document, verb) && is_noun_first(frame_, verb))
            return false;
        if ((is_rate() || counts_points(quantity_)) &&
            (frame_.is_any(verb, {"price", "prices"}) || is_noun_first(frame_, verb)))
            return false;  // "with its share price down 19%", "showed exports down 2.3%"
        // "to end down 16 percent", "were last seen down $0.07"
        const bool ends = frame_.is(verb, WordClass::closing_verb) ||
                          frame_.is_any(verb, {"seen", "quoted", "opened", "open"});
        if ((is_rate() || quantity_.kind == Kind::money) && ends) return false;
        // "with the average closing down 48 points"
        const bool ending = frame_.is(verb, WordClass::closing_participle);
        if (ending && (is_rate() || quantity_.kind == Kind::money || counts_points(quantity_))) return false;
        const bool things = quantity_.kind == Kind::count || quantity_.kind == Kind::measure;
        if (things &&
            frame_.is_any(verb, {"round", "sign", "line", "pick", "set", "give", "take", "back", "call",
                                 "free", "frees", "freed", "tie", "snap", "split", "swallow"}))
            return true;  // "round up at least 60 votes", "free up 300 nurses"
        return frame_.is(verb, WordClass::verb) || (things && has_ending(frame_.word(verb), "ed", 2)) ||
               (things && has_ending(frame_.word(verb), "ing", 3));
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
        // "wiping Rs 41,000 crore ($5 billion) off its value"
        const std::size_t off = behind_bracket(frame_, behind());
        // "£15bn was wiped off the value of the firm"
        std::size_t done = behind();
        while (frame_.is(done, WordClass::auxiliary) || frame_.is(done, WordClass::copula)) ++done;
        if (done > behind() && frame_.is(done + 1, "off") && frame_.is(done, WordClass::takes_off))
            return Move{Role::change, Change::decrease, "change.taken_off", {done, done + 2}};
        if (!frame_.is(off, "off")) return std::nullopt;
        // "$179 ($120 off)", "members get 20% off"
        const bool rebate = off == behind() &&
                            (quantity_.kind == Kind::money || quantity_.kind == Kind::percent) &&
                            (!frame_.has(off + 1) || frame_.token(off + 1).kind == TokenKind::mark);
        if (rebate) return Move{Role::change, Change::decrease, "change.taken_off", {off, off + 1}};
        if (!in_noun_phrase(frame_, off + 1)) return std::nullopt;
        const auto verb = verb_group_before(frame_, begin());
        if (!verb || !frame_.is(verb->end - 1, WordClass::takes_off)) return std::nullopt;
        return Move{Role::change, Change::decrease, "change.taken_off", {verb->end - 1, verb->end}};
    }

    // "with another 2,000 posts trimmed", "fewer than the 61,000 jobs lost in May", "the 337,000 new jobs added"
    std::optional<Move> jobs_done_away() const {
        if (quantity_.kind != Kind::count || !frame_.sentence.has(WordClass::change_verb))
            return std::nullopt;
        const std::size_t verb = quantity_.phrase_end();
        if (!frame_.is_any(verb - 1, {"jobs", "posts", "positions", "roles"}) || verb - 1 < quantity_.core)
            return std::nullopt;
        const bool more = frame_.is_any(verb, {"added", "created"});
        if (!more &&
            !frame_.is_any(verb, {"trimmed", "cut", "axed", "shed", "lost", "eliminated", "slashed"}))
            return std::nullopt;
        if (frame_.has(verb + 1) && frame_.token(verb + 1).is_word() && !starts_time(frame_, verb + 1) &&
            !frame_.is_one_of(verb + 1, {WordClass::preposition, WordClass::conjunction}))
            return std::nullopt;
        return Move{
            Role::change, more ? Change::increase : Change::decrease, "change.verb", {verb, verb + 1}};
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
        if (begin() < frame_.sentence.begin + 2 || !frame_.is(begin() - 2, WordClass::extreme))
            return std::nullopt;
        const bool low = frame_.is_any(begin() - 2, {"low", "trough", "lows"});
        if (!low && !frame_.is_any(begin() - 2, {"high", "peak", "highs"})) return std::nullopt;
        std::size_t to = preposition_before();
        // "to a six-month high of 22.4 cents"
        constexpr std::size_t longest = 8;
        if (begin() >= frame_.sentence.begin + longest && frame_.is_any(begin() - 1, {"of", "at"}))
            for (std::size_t i = begin() - 2; i + longest > begin(); --i)
                if (frame_.is(i, "to") && frame_.is_any(i + 1, {"a", "an", "its", "the", "new", "fresh"}))
                    to = i;
        if (to + 1 >= begin() || !frame_.is(to, "to")) return std::nullopt;
        return Move{Role::to, low ? Change::decrease : Change::increase, "change.low", {to, begin()}};
    }

    // "an increase of 20%", "a rise to 5% from 4%", "losses widened".
    std::optional<Move> noun_before() const {
        if (begin() < frame_.sentence.begin + 2 || !frame_.sentence.has(WordClass::change_noun_start))
            return std::nullopt;
        std::size_t at = begin() - 1;
        // "growth between 8% and 10%", "growth in excess of 20 percent"
        const bool bounded =
            begin() < quantity_.core && frame_.is(begin(), "in");  // "kept growth above 9%" is a level
        if (is_rate() && frame_.is(frame_.is(at, "between") ? at - 1 : at, "growth") &&
            (bounded || frame_.is(at, "between")))
            return Move{Role::change, Change::increase, "change.noun_before", {at, at + 1}};
        if (frame_.is(at, "a") || frame_.is(at, "between")) --at;
        // "a steep drop from the 59% he had then"
        if (is_rate() && frame_.is(at, "the") && frame_.is(at - 1, "from") && is_of_a_move(at - 2)) --at;
        const auto role = role_of_preposition(at);
        if (!role) return std::nullopt;
        const std::size_t reach =
            role == Role::change && !is_of_move_in(at) ? 2 : 8;  // "of" follows its noun closely
        const std::size_t limit = at > frame_.sentence.begin + reach ? at - reach : frame_.sentence.begin;
        const bool set_behind = is_rate() && frame_.is(at, "of") && frame_.is_written(at - 1, ",");
        for (std::size_t i = set_behind ? at - 1 : at; i-- > limit;) {  // "The highest increase, of 9%,"
            if (divides_clauses(frame_, i) || frame_.is_written(i, ",")) return std::nullopt;
            const bool is_noun = set_behind || is_noun_here(i);
            if (words_.change_verbs.match(tokens(), i, at) && !is_noun)
                return std::nullopt;  // the verb decides
            const auto noun = words_.change_nouns.match(tokens(), i, at);
            if (!noun || (frame_.is(i, WordClass::change_verb) && !is_noun)) continue;
            // "trimmed its forecast for growth to 3.5%": it is the forecast that moves.
            if (*role != Role::change)
                if (const auto move = moved_thing(*role, i)) return move;
            if (*role != Role::change && i > frame_.sentence.begin &&
                (frame_.is_any(i - 1, {"for", "of"}) || is_estimated(i) || is_rate_that_moves(i)))
                continue;
            // "its growth forecast from 2.1%": the noun belongs to another.
            const std::size_t next = i + noun.length;
            if (next < at && !set_behind && !frame_.is(next, WordClass::preposition)) continue;
            // "losses of $5m", "gains of €3m" are amounts; a loss is a move only of a rate.
            const bool of_rate = (quantity_.kind == Kind::percent || quantity_.kind == Kind::points) &&
                                 *role == Role::change &&
                                 !frame_.is(behind(), "of");  // "a loss of 2% of turnover"
            if (frame_.is(i, "loss") && !of_rate) return std::nullopt;
            // "an improvement of 2.3 points on 2019", where improvements of £3m are made to a house
            if (frame_.is(i, "improvement") && !of_rate && !frame_.is_any(behind(), {"on", "over", "from"}))
                return std::nullopt;
            if (is_booked_gain(i)) return std::nullopt;
            if (frame_.is(i, "surge") && quantity_.kind == Kind::measure) return std::nullopt;  // of the sea
            return Move{*role, direction(*noun.meaning), "change.noun_before", {i, at + 1}};
        }
        return std::nullopt;
    }

    // "a steep | drop", "an | increase"
    bool is_of_a_move(std::size_t noun) const {
        if (!frame_.is(noun, WordClass::change_noun) || noun <= frame_.sentence.begin) return false;
        const std::size_t article = looks_adjective(frame_.document, noun - 1) ? noun - 2 : noun - 1;
        return frame_.is_any(article, {"a", "an"});
    }

    // "doubling the number of job cuts to 10,000 from", "raised its tax increases to": of which there are more or fewer, as the
    // verb before them says; "a downward revision in growth to 1.3%": as the revision went.
    std::optional<Move> moved_thing(Role role, std::size_t noun) const {
        constexpr std::size_t longest = 7;
        for (std::size_t i = noun; i-- > frame_.sentence.begin && i + longest > noun;) {
            if (frame_.is_any(i, {"revision", "revisions"}) && frame_.is_any(i - 1, {"downward", "upward"}))
                return Move{role,
                            frame_.is(i - 1, "upward") ? Change::increase : Change::decrease,
                            "change.noun_before",
                            {i - 1, noun + 1}};
            const Change multiplied = direction_of_multiple_before(i);
            if (multiplied != Change::none) return Move{role, multiplied, "change.verb", {i, noun + 1}};
            const auto verb = words_.change_verbs.match(tokens(), i, noun);
            if (verb && frame_.is(i, WordClass::moves_things) && looks_plural(frame_.document, noun) &&
                !is_noun_here(i) && i + verb.length < noun)
                return Move{role, direction(*verb.meaning), "change.verb", {i, noun + 1}};
            if (!in_noun_phrase(frame_, i) && !frame_.is_any(i, {"of", "in"}) && !frame_.is_written(i, "-"))
                return std::nullopt;
        }
        return std::nullopt;
    }

    // Which way "doubling" goes, where the token `at` is the last of such a word; none where it is not.
    Change direction_of_multiple_before(std::size_t at) const {
        for (std::size_t k = 0; k < index_; ++k) {
            const Quantity& before = frame_.draft(k).quantity;
            if (before.kind == Kind::multiple && before.end == at + 1) return before.direction;
        }
        return Change::none;
    }

    // "a foreign exchange gain of $19m", "a pre-tax gain of £3m": what the accounts show, as a loss of so much is.
    bool is_booked_gain(std::size_t i) const {
        return quantity_.kind == Kind::money && frame_.is_any(i, {"gain", "gains"}) &&
               frame_.is(i - 1, WordClass::booked_gain);
    }

    // "their estimate of Norden growth in the quarter to 4%": it is the estimate that moves.
    bool is_estimated(std::size_t noun) const {
        constexpr std::size_t longest = 5;
        for (std::size_t i = noun; i-- > frame_.sentence.begin + 1 && i + longest > noun;) {
            if (frame_.is_any(i, {"for", "of"})) return frame_.is(i - 1, WordClass::forecast_noun);
            if (!in_noun_phrase(frame_, i)) return false;
        }
        return false;
    }

    // "The decline in | growth from 2.1%", "trimmed | growth for 2024 from 2.1%", "its forecast for 2024 | growth to 1.8%":
    // growth that moves itself.
    bool is_rate_that_moves(std::size_t noun) const {
        if (!frame_.is(noun, "growth")) return false;
        std::size_t at = noun;
        constexpr std::size_t longest = 4;
        while (at > frame_.sentence.begin + 1 && at + longest > noun &&
               (in_noun_phrase(frame_, at - 1) || frame_.token(at - 1).is_number()) &&
               !frame_.is(at - 1, WordClass::change_verb))
            --at;
        if (frame_.is(at - 1, "in")) return frame_.is(at - 2, WordClass::change_noun);
        return frame_.is_any(at - 1, {"for", "of"}) || frame_.is(at - 1, WordClass::change_verb);
    }

    // "a reduction in real income of $1.4 billion": what moved stands between the noun and its "of".
    bool is_of_move_in(std::size_t of) const {
        constexpr std::size_t longest = 8;
        if (!frame_.is(of, "of") || frame_.is(of - 1, WordClass::weak_noun)) return false;
        for (std::size_t i = of; i-- > frame_.sentence.begin + 1 && i + longest > of;) {
            if (frame_.is(i, "in"))
                return frame_.is(i - 1, WordClass::change_noun) && i + 1 < of && !starts_time(frame_, i + 1);
            if (!in_noun_phrase(frame_, i) && !frame_.is_any(i, {"and", "of"})) return false;
        }
        return false;
    }

    // What the preposition behind a noun of change makes of its figure: "a rise of", "to", "from".
    std::optional<Role> role_of_preposition(std::size_t at) const {
        if (frame_.is(at, "of")) return Role::change;
        // "raises totalling 30%", not "tax cuts totalling €40m"
        const bool sums = is_rate() && frame_.is_any(at, {"totalling", "totaling", "worth"});
        if (sums && frame_.is(at - 1, WordClass::change_noun)) return Role::change;
        if (frame_.is(at, "to")) return Role::to;
        if (frame_.is(at, "from")) return Role::from;
        return std::nullopt;
    }
};

}  // namespace

void find_changes(const SentenceFrame& frame) {
    for (std::size_t i = 0; i < frame.count(); ++i) ChangeRules(frame, i).run();
    settle_ends_of_moves(frame);
}

}  // namespace figbook
