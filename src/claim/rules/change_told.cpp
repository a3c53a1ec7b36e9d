// Moves that no verb beside the figure tells: put at it, set behind a comma, jobs that go, rises that are asked for.
#include "claim/phrases.hpp"
#include "claim/rules/change_rules.hpp"
#include "claim/verbs.hpp"
#include "quantity/counted.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

class ToldMove : MovedFigure {
 public:
    using MovedFigure::MovedFigure;

    std::optional<Move> find() const {
        if (begin() < frame_.sentence.begin + 1) return gone();
        if (const auto move = put_at()) return move;
        if (const auto move = set_behind_noun()) return move;
        if (const auto move = gone()) return move;
        if (const auto move = staff_lost()) return move;
        return pay_asked();
    }

 private:
    // The noun of a move, "the fall", where it stands with an article or a superlative: not "growth", which is a level
    // as often as a move, and no loss.
    std::optional<Change> definite_move(std::size_t i) const {
        if (!frame_.is(i, WordClass::change_noun) ||
            frame_.is_any(i, {"loss", "growth", "gain", "gains", "improvement", "expansion"}))
            return std::nullopt;
        const auto noun = words_.change_nouns.match(tokens(), i, frame_.sentence.end);
        if (!noun || noun.length != 1) return std::nullopt;
        return direction(*noun.meaning);
    }

    // "put the fall in output at 7.5 per cent", "estimates the rise at 11%"
    std::optional<Move> put_at() const {
        constexpr std::size_t furthest = 10;
        if (!frame_.is(begin() - 1, "at") || !frame_.sentence.has(WordClass::change_noun_start))
            return std::nullopt;
        for (std::size_t i = begin() - 1; i-- > frame_.sentence.begin && i + furthest > begin();) {
            if (divides_clauses(frame_, i) || frame_.document.is(i, ",")) return std::nullopt;
            if (!frame_.is(i, WordClass::putting_at) || !frame_.is(i + 1, WordClass::determiner)) continue;
            std::size_t noun = i + 2;
            while (noun + 1 < begin() && looks_adjective(frame_.document, noun) &&
                   !frame_.is(noun, WordClass::change_noun))
                ++noun;
            const auto change = definite_move(noun);
            if (!change || !frame_.is_any(noun + 1, {"at", "in", "of"})) return std::nullopt;
            return Move{Role::change, *change, "change.noun_before", {noun, begin()}};
        }
        return std::nullopt;
    }

    // "its biggest rate increase since 2008 on Tuesday, 75 basis points", "The drop, 7.5 per cent, was": how large it is.
    std::optional<Move> set_behind_noun() const {
        constexpr std::size_t furthest = 12;
        const bool rate = quantity_.kind == Kind::percent || quantity_.kind == Kind::points;
        if (!rate || !frame_.document.is(begin() - 1, ",") ||
            !frame_.sentence.has(WordClass::change_noun_start))
            return std::nullopt;
        if (frame_.has(behind()) && frame_.token(behind()).kind != TokenKind::mark) return std::nullopt;
        const std::size_t from = index_ > 0 ? frame_.draft(index_ - 1).quantity.end : frame_.sentence.begin;
        for (std::size_t i = begin() - 1; i-- > from && i + furthest > begin();) {
            if (frame_.token(i).kind == TokenKind::mark || is_verb_at(frame_, i)) return std::nullopt;
            const auto change = definite_move(i);
            if (!change) continue;
            std::size_t first = i;  // "its biggest rate increase"
            while (first > frame_.sentence.begin && in_noun_phrase(frame_, first - 1)) --first;
            const bool opens = frame_.is(first, WordClass::determiner);
            const bool ends = i + 2 == begin() || frame_.is(i + 1, WordClass::preposition);
            return opens && ends
                       ? std::optional(Move{Role::change, *change, "change.noun_before", {i, begin()}})
                       : std::nullopt;
        }
        return std::nullopt;
    }

    // What somebody works in or is: "posts", "jobs".
    bool counts_posts() const {
        return quantity_.kind == Kind::count && quantity_.noun_end > quantity_.noun_begin &&
               frame_.is(quantity_.noun_end - 1, WordClass::post_noun);
    }

    // "4,300 posts are to go", "another 900 jobs will go": there are so many fewer of them.
    std::optional<Move> gone() const {
        if (!counts_posts()) return std::nullopt;
        std::size_t at = quantity_.phrase_end();
        const std::size_t first = at;
        constexpr std::size_t longest = 4;
        while (at < first + longest &&
               (frame_.is_one_of(at, {WordClass::modal, WordClass::auxiliary}) || frame_.is(at, "to") ||
                (at > first && frame_.is(at, WordClass::modifier))))
            ++at;
        if (at == first || !frame_.is_any(at, {"go", "going", "gone", "disappear", "vanish"}) ||
            frame_.is_any(at + 1, {"to", "unfilled", "vacant", "into", "overseas"}))
            return std::nullopt;
        return Move{Role::change, Change::decrease, "change.gone", {first, at + 1}};
    }

    // "has lost 441 officers since 2010", "has gained 200 pilots since January": of those it employs.
    std::optional<Move> staff_lost() const {
        if (quantity_.kind != Kind::count || quantity_.noun_end == quantity_.noun_begin ||
            begin() < frame_.sentence.begin + 2 || !frame_.is(quantity_.phrase_end(), "since"))
            return std::nullopt;
        const std::size_t verb = begin() - 1;
        const bool staff =
            frame_.is_one_of(quantity_.noun_end - 1, {WordClass::staff_noun, WordClass::post_noun});
        if (!staff || !frame_.is_any(verb, {"lost", "gained"}) ||
            !frame_.is_any(verb - 1, {"has", "have", "had", "'ve", "’ve"}))
            return std::nullopt;
        return Move{Role::change,
                    frame_.is(verb, "lost") ? Change::decrease : Change::increase,
                    "change.staff",
                    {verb, begin()}};
    }

    // "a 2.5 per cent pay offer", "Doctors want 35%": how much more they are to have.
    std::optional<Move> pay_asked() const {
        if (quantity_.kind != Kind::percent || !frame_.sentence.has(WordClass::pay_dispute))
            return std::nullopt;
        if (frame_.is_any(behind(), {"pay", "wage", "salary"}) &&
            frame_.is(behind() + 1, WordClass::pay_deal))
            return Move{Role::change, Change::increase, "change.pay", {behind(), behind() + 2}};
        if (frame_.has(behind()) && frame_.token(behind()).kind != TokenKind::mark) return std::nullopt;
        const bool asks =
            frame_.is_any(begin() - 1, {"want", "wants", "wanted", "demand", "demands", "demanded",
                                        "demanding", "seek", "seeks", "sought", "seeking", "offered"}) ||
            (frame_.is(begin() - 1, "for") &&
             frame_.is_any(begin() - 2, {"looking", "look", "looks", "asking", "asked", "asks", "calling",
                                         "pressing", "out", "demand", "push"}));
        if (!asks) return std::nullopt;
        return Move{Role::change, Change::increase, "change.pay", {begin() - 1, begin()}};
    }
};

}  // namespace

std::optional<Move> told_move(const SentenceFrame& frame, std::size_t index) {
    return ToldMove(frame, index).find();
}

}  // namespace figbook
