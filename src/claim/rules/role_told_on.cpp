// A percentage that is a share because one before it is: what another has of the same whole, or how many did otherwise.
#include "claim/phrases.hpp"
#include "claim/rules/change_rules.hpp"
#include "claim/verbs.hpp"

namespace figbook {
namespace {

class ShareToldOn : MovedFigure {
 public:
    using MovedFigure::MovedFigure;

    bool answer() const {
        if (frame_.is_written(begin() - 1, "(")) return is_share_in_brackets() || is_one_of_two();
        if (is_one_of_two() || is_set_in() || is_of_who_do()) return true;
        if (opens_clause() && (is_plural_verb() || (follows_share() && is_done_behind()))) return true;
        return follows_share() && (is_anothers() || is_listed() || is_come_in_at());
    }

 private:
    // The percentage or ratio before it, over counts and amounts, is a share at rest.
    bool follows_share() const {
        for (std::size_t i = index_; i-- > 0;) {
            const Draft& draft = frame_.draft(i);
            if (draft.quantity.kind != Kind::percent && draft.quantity.kind != Kind::ratio) continue;
            return draft.claim.role == Role::share && draft.claim.change == Change::none;
        }
        return false;
    }

    // "leads Berg 50% to 46%", "is ahead 49%-48%", "passed by 51.2% to 48.8%": how many are for each of two.
    bool is_one_of_two() const {
        constexpr int least = 70, most = 102;  // together, with those who are for neither
        constexpr int least_in_lead = 50;      // where several others stand
        if (!frame_.is_any(behind(), {"to", "-", "–", "vs", "versus"}) &&
            !frame_.is_any(begin() - 1, {"to", "-", "–", "vs", "versus"}))
            return false;
        if (frame_.is(begin() - 1, "from")) return false;
        const bool first = index_ + 1 < frame_.count() && is_set_against(frame_.draft(index_ + 1).quantity);
        if (!first && (index_ == 0 || !is_set_against(frame_.draft(index_ - 1).quantity))) return false;
        const Quantity& other = frame_.draft(first ? index_ + 1 : index_ - 1).quantity;
        if (!first && frame_.is(other.begin - 1, "from")) return false;
        const auto both = quantity_.value + other.value;
        if (!both || *both < Decimal(least_in_lead) || Decimal(most) < *both) return false;
        const bool many = !(*both < Decimal(least));
        if (*both == Decimal(100) || (many && frame_.sentence.has(WordClass::poll_word))) return true;
        const std::size_t before = first ? begin() : other.begin;
        for (std::size_t i = frame_.sentence.begin; i < before; ++i)
            if (frame_.is_any(i, {"lead", "leads", "led", "leading", "ahead", "beat", "beats", "beating",
                                  "trails", "trailed", "trailing", "edges", "edged", "tops", "topping", "won",
                                  "lost", "carried"}))
                return true;
        return false;
    }

    // "[50%] to [46%]", "[50%]-[48%]"
    bool is_set_against(const Quantity& other) const {
        const Quantity& left = other.begin < begin() ? other : quantity_;
        const Quantity& right = other.begin < begin() ? quantity_ : other;
        return other.kind == Kind::percent && left.end + 1 == right.begin &&
               frame_.is_any(left.end, {"to", "-", "–", "vs", "versus"});
    }

    // "won 35% of the vote to Tamm's 32%", "to the Greens' 30%", "compared with their 21%": of the same; not "China's 5% growth".
    bool is_anothers() const {
        const std::size_t owner = begin() - 1;
        const bool plural = begin() > frame_.sentence.begin + 2 && frame_.is_any(owner, {"'", "’"}) &&
                            !frame_.token(owner).space_before() && frame_.word(owner - 1).ends_with('s') &&
                            frame_.token(owner - 1).is_capitalised();
        const bool owned = plural || frame_.token(owner).kind == TokenKind::possessive ||
                           frame_.is_any(begin() - 1, {"their", "his", "her"});
        return owned && !in_noun_phrase(frame_, behind());
    }

    // "a third of lines are open in Rome, 31% in Turin and only 28% in Bari", "52% were for it, with 30% against"
    bool is_listed() const {
        const std::size_t before = frame_.is_any(begin() - 1, {"only", "just"}) ? begin() - 2 : begin() - 1;
        if (before <= frame_.sentence.begin || !frame_.is_any(before, {",", "and", "with", "while", "but"}))
            return false;
        if (frame_.is_any(behind(), {"against", "undecided", "unsure", "opposed"})) return true;
        return frame_.is_any(behind(), {"in", "among", "for", "to", "as"}) &&
               !starts_time(frame_, behind()) && !has_verb_behind();
    }

    // "and 4% in tax | was taken": a clause of its own
    bool has_verb_behind() const {
        const std::size_t end = index_ + 1 < frame_.count() ? frame_.draft(index_ + 1).quantity.begin
                                                            : segment_around(frame_, begin(), behind()).end;
        for (std::size_t i = behind(); i < end; ++i)
            if (is_verb_at(frame_, i)) return true;
        return false;
    }

    // "Holm came in second at 40.7%", "the MP finished third with 4%"
    bool is_come_in_at() const {
        return frame_.is_any(begin() - 1, {"at", "with"}) &&
               frame_.is_any(begin() - 2, {"in", "second", "third", "fourth", "last"});
    }

    // "a third of tenants (38%)", "Most teachers (75%) agree, while most pupils do not (53%)"
    bool is_share_in_brackets() const {
        if (!frame_.is_written(behind(), ")")) return false;
        if (follows_share()) return true;
        constexpr std::size_t longest = 8;
        for (std::size_t i = begin() - 1; i-- > frame_.sentence.begin && i + longest > begin();) {
            if (frame_.is_any(i, {",", ";"})) return false;
            if (frame_.is_any(i, {"most", "majority", "plurality", "minority"})) return true;
        }
        return false;
    }

    // "A majority of clubs — 63% — agree", "a small number, 7%, did", "90 clerks, or roughly 6%, went": between marks, how many
    // of all.
    bool is_set_in() const {
        constexpr std::size_t longest = 14;
        const bool otherwise = frame_.is(begin() - 1, "or") && is_mark(begin() - 2);
        // "employs 90 clerks, or roughly 6%."
        const bool closes = otherwise && (!frame_.has(behind()) || frame_.is_any(behind(), {".", ";"}));
        if (!closes && (!frame_.has(behind()) || frame_.token(behind()).is_word() || !is_mark(behind())))
            return false;
        const std::size_t mark = otherwise ? begin() - 2 : begin() - 1;
        if (mark <= frame_.sentence.begin || !is_mark(mark)) return false;
        if (index_ > 0 && frame_.draft(index_ - 1).quantity.phrase_end() == mark) {
            const Draft& before = frame_.draft(index_ - 1);
            return before.claim.change == Change::none && before.quantity.kind == Kind::count && otherwise;
        }
        for (std::size_t i = mark; !otherwise && i-- > frame_.sentence.begin && i + longest > mark;) {
            if (is_mark(i)) return false;
            if (frame_.is_any(i, {"majority", "minority", "most", "portion", "proportion", "share", "slice",
                                  "chunk", "fraction", "half", "third", "quarter", "bulk"}) ||
                (frame_.is(i, "number") &&
                 frame_.is_any(i - 1, {"small", "large", "higher", "tiny", "good"})))
                return true;
        }
        return false;
    }
    bool is_mark(std::size_t i) const {
        return frame_.has(i) && (frame_.is_written(i, ",") || is_dash_at(frame_, i));
    }

    // "with 38% favouring him", "as against 36% who said so"
    bool is_of_who_do() const {
        return frame_.is_any(behind(), {"saying", "believing", "thinking", "agreeing", "voting", "backing",
                                        "supporting", "opposing", "favouring", "favoring", "who"});
    }

    // "…, while 20% said", "found that 43% were", "over that idea: 48% support it"
    bool opens_clause() const {
        if (begin() == frame_.sentence.begin) return true;
        const std::size_t before = begin() - 1;
        if (frame_.is_any(before, {",", ":", ";", "and", "but", "while", "whereas", "that", "only", "just"}))
            return true;
        return frame_.is_any(before,
                             {"say", "says", "said", "found", "finds", "shows", "showed", "estimates"});
    }

    // "48% could not name one", "20% explicitly said", "63%, disagreed"
    bool is_done_behind() const {
        const std::size_t verb = behind_adverb();
        return frame_.is(verb, WordClass::modal) || is_verb_at(frame_, verb);
    }

    // A percentage of which several do or are something is a part of them: "10% have changed", "53% back Holm".
    bool is_plural_verb() const {
        const std::size_t verb = behind_adverb();
        if (frame_.is_any(verb, {"were",    "are",    "have",    "do",       "don't",    "don’t",
                                 "aren't",  "aren’t", "weren't", "weren’t",  "haven't",  "haven’t",
                                 "say",     "think",  "believe", "agree",    "disagree", "oppose",
                                 "favour",  "favor",  "feel",    "consider", "identify", "disapprove",
                                 "approve", "prefer", "want",    "expect",   "know"}))
            return true;
        // "40% back plan, poll finds"
        const bool poll = frame_.is_any(verb, {"back", "support"}) &&
                          frame_.sentence.has(WordClass::poll_noun) && is_verb_at(frame_, verb) &&
                          in_noun_phrase(frame_, verb + 1);
        if (poll) return true;
        return frame_.is_any(verb, {"support", "back",     "trust", "use",  "buy",     "own",    "see",
                                    "view",    "blame",    "fear",  "like", "dislike", "choose", "name",
                                    "rate",    "describe", "worry", "plan", "intend",  "live"}) &&
               frame_.has(verb + 1) &&
               (frame_.token(verb + 1).is_capitalised() || frame_.is(verb + 1, WordClass::determiner) ||
                frame_.is(verb + 1, WordClass::pronoun));
    }

    std::size_t behind_adverb() const {
        const bool adverb = frame_.is_any(behind(), {"also", "still", "now", "either", "explicitly", ","});
        return adverb ? behind() + 1 : behind();
    }
};

// "won 30%, double that of the Greens", "is nearly double the size of its rival": by what others have, and nothing moved; "double
// the figure in 2000", "double the size of recent ones" is what it was.
class ComparedWithOthers : MovedFigure {
 public:
    using MovedFigure::MovedFigure;

    bool answer() const {
        if (quantity_.kind != Kind::multiple ||
            !frame_.is_any(quantity_.end - 1, {"double", "triple", "treble", "quadruple"}))
            return false;
        if (begin() == frame_.sentence.begin || !is_set_beside(begin() - 1)) return false;
        const bool of_others =
            (frame_.is_any(behind(), {"that", "those"}) && frame_.is(behind() + 1, "of")) ||
            (frame_.is(behind(), "the") && frame_.has(behind() + 1));
        return of_others && !tells_time();
    }

 private:
    bool is_set_beside(std::size_t i) const {
        return frame_.is_written(i, ",") || is_dash_at(frame_, i) || frame_.is(i, WordClass::copula);
    }

    bool tells_time() const {
        constexpr std::size_t furthest = 14;
        for (std::size_t i = behind(); frame_.has(i) && i < behind() + furthest; ++i) {
            if (frame_.is_any(i, {"previous", "last", "earlier", "ago", "recent", "before", "prior", "past",
                                  "former", "usual", "original", "year"}) ||
                frame_.token(i).is_number() || starts_time(frame_, i))
                return true;
            if (frame_.is_any(i, {",", ";"})) return false;
        }
        return false;
    }
};

}  // namespace

bool is_share_told_on(const SentenceFrame& frame, std::size_t index) {
    return ShareToldOn(frame, index).answer();
}

bool is_compared_with_others(const SentenceFrame& frame, std::size_t index) {
    return ComparedWithOthers(frame, index).answer();
}

}  // namespace figbook
