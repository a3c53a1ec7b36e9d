// Moves that no verb beside the figure tells: put at it, set behind a comma, jobs that go, rises that are asked for.
#include <array>

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

    // What each of these needs of the figure's kind and of the sentence is asked here, where it costs no call.
    std::optional<Move> find() const {
        if (begin() < frame_.sentence.begin + 1) {
            const auto move = gone();
            return move ? move : done_away_with();
        }
        if (quantity_.kind == Kind::percent)
            if (const auto move = quoted()) return move;
        if (frame_.sentence.has(WordClass::shifting)) {
            if (const auto move = went_between()) return move;
            if (const auto move = taken_to()) return move;
            if (const auto move = total_taken_to()) return move;
        }
        if (index_ > 0 && frame_.is(begin() - 1, "from"))
            if (const auto move = set_off_from()) return move;
        if (frame_.sentence.has(WordClass::change_noun_start)) {
            if (const auto move = put_at()) return move;
            if (const auto move = set_behind_noun()) return move;
            if (const auto move = in_brackets()) return move;
        }
        if (quantity_.kind == Kind::count) {
            if (const auto move = gone()) return move;
            if (const auto move = posts_lost()) return move;
            if (const auto move = staff_lost()) return move;
            return done_away_with();
        }
        return pay_asked();
    }

 private:
    // "225.10 -12.30 -5.40%": a line of a table of prices, where the sign says which way.
    std::optional<Move> quoted() const {
        const auto signed_number =
            [&](std::size_t i) {  // whose sign may have been read as the end of a sentence
                const std::string_view sign = frame_.word(i - 1);
                return frame_.token(i).is_number() && !frame_.token(i).space_before() &&
                       (sign == "-" || sign == "−" || sign == "+") && frame_.token(i - 1).space_before();
            };
        const std::size_t number =
            frame_.token(quantity_.core).is_number() ? quantity_.core : quantity_.core + 1;
        if (quantity_.kind != Kind::percent || number < 4 || !signed_number(number) ||
            !signed_number(number - 2))
            return std::nullopt;
        const bool more = frame_.is_written(number - 1, "+");
        return Move{
            Role::change, more ? Change::increase : Change::decrease, "change.sign", {number - 1, number}};
    }

    bool is_span_of_time(const Quantity& quantity) const {
        return quantity.kind == Kind::measure && quantity.per.empty() && is_time_unit(quantity.unit);
    }

    // "went from 4,000 workers and 12 cranes in 1995, to 310 workers and two cranes": the ends stand in the same order.
    std::optional<Move> went_between() const {
        constexpr std::size_t furthest = 30;
        if (frame_.count() < 2) return std::nullopt;
        const std::size_t limit =
            begin() > frame_.sentence.begin + furthest ? begin() - furthest : frame_.sentence.begin;
        for (std::size_t i = begin() - 1; i-- > limit;) {
            if (frame_.is_written(i, ";")) return std::nullopt;
            if (!frame_.is_any(i, {"go", "goes", "went", "gone", "going"}) || !frame_.is(i + 1, "from"))
                continue;
            return between_ends(i);
        }
        return std::nullopt;
    }

    std::optional<Move> between_ends(std::size_t verb) const {
        constexpr std::size_t most = 3, reach = 4;
        std::array<std::size_t, most> from{}, to{};
        std::size_t left = 0, right = 0;
        std::size_t last = verb + 2;  // behind the last figure
        for (std::size_t i = 0; i < frame_.count(); ++i) {
            const Quantity& figure = frame_.draft(i).quantity;
            if (figure.begin < verb + 2 || is_span_of_time(figure)) continue;
            const bool turns = right > 0 || (left > 0 && reaches(last, figure.begin));
            const bool joined =
                turns ? right == 0 || frame_.is(figure.begin - 1, "and") || frame_.is(figure.begin - 1, ",")
                : left == 0 ? figure.begin < verb + 2 + reach
                            : goes_on(last, figure.begin);
            if (!joined) break;
            if (turns ? right == left : left == most) break;
            (turns ? to[right++] : from[left++]) = i;
            last = figure.phrase_end();
        }
        for (std::size_t k = 0; k < right; ++k) {
            if (from[k] != index_ && to[k] != index_) continue;
            const Quantity& first = frame_.draft(from[k]).quantity;
            const Quantity& second = frame_.draft(to[k]).quantity;
            if (first.kind != second.kind || first.value == second.value) return std::nullopt;
            return Move{from[k] == index_ ? Role::from : Role::to,
                        first.value < second.value ? Change::increase : Change::decrease,
                        "change.verb",
                        {verb, verb + 2}};
        }
        return std::nullopt;
    }

    // The last word before the figure but for an article is a "to", and no verb stands before it.
    bool reaches(std::size_t from, std::size_t figure) const {
        constexpr std::size_t longest = 8;
        const std::size_t to =
            frame_.is_any(figure - 1, {"a", "an", "just", "only"}) ? figure - 2 : figure - 1;
        if (!frame_.is(to, "to") || figure > from + longest) return false;
        for (std::size_t i = from; i < to; ++i)
            if (is_verb_at(frame_, i)) return false;
        return true;
    }

    // Of the same end: "900 pupils and 60 teachers", "an 18,000-strong student body and more than 2,000 staff".
    bool goes_on(std::size_t from, std::size_t figure) const {
        constexpr std::size_t longest = 5;
        if (!frame_.is(figure - 1, "and") || figure > from + longest) return false;
        for (std::size_t i = from; i < figure; ++i)
            if (is_verb_at(frame_, i)) return false;
        return true;
    }

    // "that takes us to about 750", "which brings it to 40 shops": what is added up grows.
    std::optional<Move> taken_to() const {
        if (begin() < frame_.sentence.begin + 4 || !frame_.is(begin() - 1, "to")) return std::nullopt;
        const std::size_t verb = begin() - 3;
        const bool takes = frame_.is_any(verb, {"take", "takes", "took", "bring", "brings", "brought"}) &&
                           frame_.is_any(verb + 1, {"us", "it", "them"});
        if (!takes || (quantity_.kind != Kind::count && quantity_.kind != Kind::number)) return std::nullopt;
        const std::size_t subject = frame_.is(verb - 1, WordClass::modal) ? verb - 2 : verb - 1;
        if (!frame_.is_any(subject, {"that", "this", "which"})) return std::nullopt;
        return Move{Role::to, Change::increase, "change.verb", {verb, begin()}};
    }

    // "The arrests took the total to 40", "The closures took the number of pubs to 900", "The cut takes the rate to 4%": a move of
    // that name says which way, and else a total grows.
    std::optional<Move> total_taken_to() const {
        constexpr std::size_t longest = 9;
        const std::size_t first = frame_.sentence.begin;
        if (begin() < first + 4 || !frame_.is(begin() - 1, "to")) return std::nullopt;
        const auto takes = [&](std::size_t i) {
            return frame_.is_any(i, {"take", "takes", "took", "bring", "brings", "brought"});
        };
        bool total = false;
        std::size_t verb = begin() - 2;
        for (; verb > first + 1 && verb + longest > begin() && !takes(verb); --verb) {
            if (!in_noun_phrase(frame_, verb) && !frame_.is(verb, "of")) return std::nullopt;
            total = total || frame_.is(verb, WordClass::amassed);
        }
        if (!takes(verb) || verb + 3 > begin()) return std::nullopt;
        std::size_t subject = verb - 1;
        while (subject > first && frame_.is_one_of(subject, {WordClass::modal, WordClass::modifier}))
            --subject;
        const Move move{Role::to, Change::increase, "change.verb", {verb, begin()}};
        if (const auto noun = words_.change_nouns.match(tokens(), subject, verb))
            return Move{Role::to, direction(*noun.meaning), move.rule, move.words};
        if (!total) return std::nullopt;
        if (frame_.is_any(subject, {"closures", "closure", "departures", "resignations", "exits", "losses"}))
            return Move{Role::to, Change::decrease, move.rule, move.words};
        return move;
    }

    // "to yield 2.25%, from 2.29%": right behind a figure that no move is told of, whatever moves before it.
    std::optional<Move> set_off_from() const {
        if (index_ == 0 || begin() < frame_.sentence.begin + 3 || !frame_.is(begin() - 1, "from") ||
            !frame_.is_written(begin() - 2, ","))
            return std::nullopt;
        const Draft& end = frame_.draft(index_ - 1);
        if (end.quantity.phrase_end() + 2 != begin() || end.claim.change != Change::none ||
            end.claim.role != Role::level || end.quantity.kind != quantity_.kind ||
            end.quantity.unit != quantity_.unit || end.quantity.value == quantity_.value)
            return std::nullopt;
        return Move{Role::from,
                    quantity_.value < end.quantity.value ? Change::increase : Change::decrease,
                    "change.came_from",
                    {begin() - 1, begin()}};
    }

    // "88,000 positions were added", "4,300 jobs have been lost", "eliminating 4,300 full-time jobs"
    std::optional<Move> done_away_with() const {
        if (!counts_posts()) return std::nullopt;
        if (frame_.is_any(begin() - 1, {"eliminate", "eliminates", "eliminated", "eliminating"}))
            return Move{Role::change, Change::decrease, "change.gone", {begin() - 1, begin()}};
        constexpr std::size_t longest = 3;
        const std::size_t first = quantity_.phrase_end();
        std::size_t at = first;
        while (at < first + longest && frame_.is_one_of(at, {WordClass::modal, WordClass::auxiliary})) ++at;
        if (at == first) return std::nullopt;
        const bool more = frame_.is_any(at, {"added", "created"});
        if (!more && !frame_.is_any(at, {"lost", "shed", "cut", "axed", "eliminated", "scrapped", "slashed"}))
            return std::nullopt;
        return Move{Role::change, more ? Change::increase : Change::decrease, "change.gone", {first, at + 1}};
    }

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
        if (!frame_.is(begin() - 1, "at")) return std::nullopt;
        for (std::size_t i = begin() - 1; i-- > frame_.sentence.begin && i + furthest > begin();) {
            if (divides_clauses(frame_, i) || frame_.is_written(i, ",")) return std::nullopt;
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
        if (!rate || !frame_.is_written(begin() - 1, ",")) return std::nullopt;
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

    // 'a "significant increase" (31%) in deaths', "a rise - 31% - in deaths": how large it is.
    std::optional<Move> in_brackets() const {
        const bool rate = quantity_.kind == Kind::percent || quantity_.kind == Kind::points;
        if (!rate || begin() < frame_.sentence.begin + 4 || !frame_.has(behind())) return std::nullopt;
        const bool brackets = frame_.is_written(begin() - 1, "(") && frame_.is_written(behind(), ")");
        const std::size_t dash = before_dash(frame_, begin());
        const bool dashes = dash < begin() && is_dash_at(frame_, behind());
        if (!brackets && !dashes) return std::nullopt;
        const std::size_t end = brackets ? begin() - 1 : dash;
        const std::size_t noun = frame_.is(end - 1, WordClass::quotation_mark) ? end - 2 : end - 1;
        const auto change = definite_move(noun);
        std::size_t first = noun;
        while (first > frame_.sentence.begin && in_noun_phrase(frame_, first - 1)) --first;
        if (first > frame_.sentence.begin && frame_.is(first - 1, WordClass::quotation_mark)) --first;
        const bool opens = frame_.is(first, WordClass::determiner) ||
                           (first > frame_.sentence.begin && frame_.is(first - 1, WordClass::determiner));
        if (!change || !opens) return std::nullopt;
        return Move{Role::change, *change, "change.noun_before", {noun, begin()}};
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

    // "The economy lost 254,000 jobs", "losing 900 posts": as with those that are added.
    std::optional<Move> posts_lost() const {
        constexpr int several = 10;  // "I have lost two jobs"
        if (!counts_posts() || begin() == frame_.sentence.begin || quantity_.value < Decimal(several))
            return std::nullopt;
        const std::size_t verb = begin() - 1;
        const bool more = frame_.is_any(verb, {"gained", "gains", "gain", "gaining"});
        if (!more && !frame_.is_any(verb, {"lost", "lose", "loses", "losing"})) return std::nullopt;
        return Move{
            Role::change, more ? Change::increase : Change::decrease, "change.gone", {verb, verb + 1}};
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
