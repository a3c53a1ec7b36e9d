// The role of a figure that does not move: a level or a share.
#include "claim/phrases.hpp"
#include "claim/rules/change_rules.hpp"
#include "claim/verbs.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

class RoleAtRest : MovedFigure {
 public:
    using MovedFigure::MovedFigure;

    // Of a percentage, which is a share where it is "of" something.
    Role role() const {
        // "nearly 61 percent-owned by the Treasury"
        const bool owned =
            frame_.is_written(behind(), "-") && frame_.is_any(behind() + 1, {"owned", "held", "controlled"});
        // "its stake of 26 percent"
        if (begin() > frame_.sentence.begin + 1 && frame_.is(begin() - 1, "of") &&
            frame_.is_any(begin() - 2, {"stake", "stakes", "shareholding", "holding", "share"}))
            return Role::share;
        if (is_of_year()) return Role::level;
        // "repay at 100% interest"
        if (frame_.is(behind(), "interest") && !frame_.is(behind() + 1, "in")) return Role::level;
        const bool share = owned || frame_.is(behind(), WordClass::share_noun) || goes_on_with_shares() ||
                           is_compared_with_share() || is_held() || is_who_did() || is_remaining() ||
                           is_of_party() || is_backed_by() || is_it_elsewhere() || is_told_again() ||
                           is_of_holding() || is_of_largest() || is_ratio_in_brackets() || is_had_beside() ||
                           is_of_same_whole() || is_of_ranking() || is_share_told_on(frame_, index_);
        return share ? Role::share : Role::level;
    }

 private:
    static bool is_share(const Draft& draft) {
        return draft.claim.role == Role::share && draft.claim.change == Change::none &&
               (draft.quantity.kind == Kind::percent || draft.quantity.kind == Kind::ratio);
    }

    // "a third — 31% — of buyers", "a quarter, or 26%, of voters": the share before it, told exactly.
    bool is_told_again() const {
        if (index_ == 0 || !frame_.has(behind()) || frame_.token(behind()).kind != TokenKind::mark ||
            !frame_.is(behind() + 1, "of"))
            return false;
        const Quantity& before = frame_.draft(index_ - 1).quantity;
        return before.kind == Kind::ratio && before.end < begin() && begin() <= before.end + 2;
    }

    // "four in five executives (80%)": the ratio before it, told otherwise.
    bool is_ratio_in_brackets() const {
        constexpr std::size_t longest = 4;
        if (index_ == 0 || !frame_.is_written(begin() - 1, "(") || !frame_.is_written(behind(), ")"))
            return false;
        const Draft& before = frame_.draft(index_ - 1);
        return before.quantity.kind == Kind::ratio && before.claim.role == Role::share &&
               before.quantity.end + longest > begin();
    }

    // "holds 33% of the market, while the others have 18% and 9%"
    bool is_had_beside() const {
        if (index_ == 0 || !is_share(frame_.draft(index_ - 1))) return false;
        if (frame_.is(begin() - 1, "and") && frame_.draft(index_ - 1).quantity.end + 1 == begin())
            return true;
        return frame_.is_any(begin() - 1, {"have", "has", "had", "hold", "holds", "held"});
    }

    // "a 51% ownership position", "a 30% minority stake"
    bool is_of_holding() const {
        if (!frame_.is_any(behind(), {"ownership", "equity", "controlling", "minority", "majority", "voting",
                                      "economic", "indirect", "direct", "combined", "market", "operating",
                                      "working", "cut", "holding", "shareholding"}))
            return false;
        if (frame_.is_any(behind(), {"holding", "shareholding"})) return true;
        if (frame_.is(behind(), "cut")) return frame_.is(behind() + 1, "of");
        if (frame_.is(behind(), "operating") && frame_.is(behind() + 2, WordClass::share_noun)) return true;
        return frame_.is(behind(), "ownership") || frame_.is(behind() + 1, WordClass::share_noun) ||
               frame_.is_any(behind() + 1, {"holding", "position", "shareholding", "control"});
    }

    // "holds the largest reserves in the region: about 15%": of all that there are.
    bool is_of_largest() const {
        constexpr std::size_t longest = 14;
        if (begin() < frame_.sentence.begin + 3 || !frame_.is_written(begin() - 1, ":")) return false;
        for (std::size_t i = begin() - 1; i-- > frame_.sentence.begin && i + longest > begin();)
            if (frame_.is_any(i, {"largest", "biggest", "greatest", "most"}))
                return frame_.is_any(i - 1, {"the", "its", "their"});
        return false;
    }

    // "the richest 20% pay less": of all; not "the top 45% tax rate".
    bool is_of_ranking() const {
        if (begin() < frame_.sentence.begin + 2 ||
            !frame_.is_any(begin() - 1,
                           {"richest", "poorest", "wealthiest", "top", "bottom", "oldest", "youngest"}))
            return false;
        const bool rate = frame_.is_any(behind(), {"rate", "rates", "tax", "bracket"}) ||
                          frame_.is_any(behind() + 1, {"rate", "rates", "bracket"});
        return frame_.is(begin() - 2, WordClass::determiner) && !rate;
    }

    // "at 8% and 6% of emissions": of what the second is of.
    bool is_of_same_whole() const {
        if (index_ + 1 >= frame_.count() || !frame_.is(behind(), "and")) return false;
        const Quantity& next = frame_.draft(index_ + 1).quantity;
        return next.kind == Kind::percent && next.begin == behind() + 1 && frame_.is(next.end, "of");
    }

    // "the remaining 40 percent"
    bool is_remaining() const {
        return begin() > frame_.sentence.begin && frame_.is_any(begin() - 1, {"remaining", "other"});
    }

    // "would back the NDP, with the Tories on 36 per cent and the Liberals on 17": what each has in a poll.
    bool is_of_party() const {
        if (index_ == 0 || begin() == frame_.sentence.begin || !frame_.is_any(begin() - 1, {"on", "at"}))
            return false;
        std::size_t at = begin() - 1;
        const std::size_t first = at;
        while (at > frame_.sentence.begin && in_noun_phrase(frame_, at - 1)) --at;
        if (at < first && !frame_.token(first - 1).is_capitalised()) return false;  // "with turnout at 61%"
        if (at == first || at == frame_.sentence.begin || !frame_.is_any(at - 1, {"with", "and"}))
            return false;
        for (std::size_t i = index_; i-- > 0;)
            if (is_share(frame_.draft(i))) return true;
        return false;
    }

    // "In London 30% of entries earned an A. In the north-east it was 22%": the same share, of others.
    bool is_it_elsewhere() const {
        if (begin() < frame_.sentence.begin + 2 || !frame_.is(begin() - 1, WordClass::copula)) return false;
        if (!frame_.is_any(begin() - 2, {"it", "figure", "share", "proportion"})) return false;
        const std::size_t before = frame_.first + index_;
        return before > 0 && is_share(frame_.drafts[before - 1]);
    }

    // "The family owns 54%", "It gives the Greens 34%"
    bool is_held() const {
        constexpr std::size_t longest_holder = 4;
        std::size_t at = begin();
        if (at > frame_.sentence.begin && frame_.is(at - 1, WordClass::share_verb)) return true;
        // "Women make up 50.7%"
        if (at > frame_.sentence.begin + 1 && frame_.is(at - 1, "up") &&
            frame_.is_any(at - 2, {"make", "makes", "made", "making"}))
            return true;
        // "first-time buyers now account for 19%"
        if (at > frame_.sentence.begin + 1 && frame_.is(at - 1, "for") &&
            frame_.is_any(at - 2, {"account", "accounts", "accounted", "accounting"}))
            return true;
        if (is_won_in_vote()) return true;
        while (at > frame_.sentence.begin && at + longest_holder > begin() && in_noun_phrase(frame_, at - 1))
            --at;
        return at < begin() && frame_.is(at, WordClass::determiner) &&
               frame_.is_any(at - 1, {"give", "gives", "gave", "giving"});
    }

    // "won the most votes, taking 35.4%"
    bool is_won_in_vote() const {
        if (begin() < frame_.sentence.begin + 2) return false;
        // "With 99 percent of votes counted, the Union had 35.1 percent"
        const bool has =
            frame_.is_any(begin() - 1, {"had", "has", "have"}) && frame_.token(begin() - 2).is_capitalised();
        if (!has && !frame_.is(begin() - 1, WordClass::vote_getting)) return false;
        for (std::size_t i = frame_.sentence.begin; i < frame_.sentence.end; ++i)
            if (frame_.is_any(i, {"vote", "votes", "election", "ballots", "runoff", "referendum", "primary"}))
                return true;
        return false;
    }

    // "is backed by 42%", "opposed by just 12%": by so many of those who were asked.
    bool is_backed_by() const {
        if (begin() < frame_.sentence.begin + 2 || !frame_.is(begin() - 1, "by")) return false;
        return frame_.is_any(begin() - 2,
                             {"backed", "supported", "opposed", "favoured", "favored", "approved", "rejected",
                              "preferred", "shared", "used", "watched"}) &&
               !in_noun_phrase(frame_, behind());
    }

    // "below the 52% of 2019": of its year, and no part of it.
    bool is_of_year() const {
        return frame_.is(behind(), "of") && frame_.has(behind() + 1) &&
               frame_.token(behind() + 1).is_number() && starts_time(frame_, behind() + 1) &&
               (!frame_.has(behind() + 2) || frame_.token(behind() + 2).kind == TokenKind::mark);
    }

    // "44% said yes", "In 2019 only 41 percent did"
    bool is_who_did() const {
        // "73% of the losses are from homes, 24% from cars"
        if (index_ > 0 && is_share(frame_.draft(index_ - 1)) && frame_.is(behind(), "from") &&
            (frame_.is_written(begin() - 1, ",") || frame_.is(begin() - 1, "and")))
            return true;
        if (frame_.is_any(behind(), {"believed", "thought", "felt"})) return true;
        // "Union duties of 21.3% took hold"
        if (begin() > frame_.sentence.begin + 1 && frame_.is(begin() - 1, "of") &&
            !frame_.is_any(begin() - 2, {"majority", "minority", "total", "sample"}))
            return false;
        // "just 22 per cent approve of it", "Only 3% went to the poorest"
        if (frame_.is_any(behind(), {"approve", "disapprove", "approved", "disapproved", "go", "goes", "went",
                                     "live", "lived", "rely", "relied"}))
            return true;
        if (frame_.is(behind(), WordClass::person_verb) || frame_.is_any(behind(), {"did", "do"}))
            return true;
        // "58 percent of Poles in favour, 29 percent against."
        if (index_ > 0 && is_share(frame_.draft(index_ - 1)) && frame_.is(behind(), "against") &&
            (!frame_.has(behind() + 1) || frame_.token(behind() + 1).kind == TokenKind::mark))
            return true;
        // "with 82% in favour", "in October fewer than 60% were."
        if (frame_.is(behind(), "in") && frame_.is_any(behind() + 1, {"favour", "favor"})) return true;
        if (frame_.is_any(behind(), {"were", "are"}) &&
            (!frame_.has(behind() + 1) || frame_.token(behind() + 1).kind == TokenKind::mark))
            return true;
        // "but 18% dropped out", "Just 5% led to a charge": those that did something are a part of all; not "9% compared with a
        // year earlier".
        if (frame_.has(behind()) && !frame_.is(behind(), "compared") &&
            (has_ending(frame_.word(behind()), "ed", 3) || is_deed_of_some()) &&
            is_verb_at(frame_, behind()) &&
            (begin() == frame_.sentence.begin ||
             frame_.is_any(begin() - 1, {",", "and", "but", "while", "only", "that"}) ||
             // "a survey of adults found 43% backed it"
             (frame_.sentence.has(WordClass::poll_noun) && frame_.is(begin() - 1, WordClass::cue) &&
              !frame_.is(behind(), WordClass::change_verb))))
            return true;
        // "Of those polled, 57% were against it and 28% for it"
        const bool opens = begin() == frame_.sentence.begin ||
                           (frame_.is_any(begin() - 1, {",", "only", "while", "but"}) && is_after_people()) ||
                           (index_ > 0 && frame_.is(begin() - 1, "and") &&
                            frame_.draft(index_ - 1).quantity.kind == Kind::count);
        return opens && frame_.is_any(behind(), {"were", "are", "have", "had"});
    }

    // "led", "took"; not "was", "had" or "fell".
    bool is_deed_of_some() const {
        static constexpr WordClasses others{WordClass::auxiliary, WordClass::copula, WordClass::change_verb};
        return frame_.is(behind(), WordClass::past_form) && !frame_.has_any(behind(), others);
    }

    // "In a poll of 1,200 residents, …": the clause before counts those whose share it is.
    bool is_after_people() const {
        return index_ == 0 || frame_.draft(index_ - 1).quantity.kind == Kind::count ||
               is_share(frame_.draft(index_ - 1));
    }

    // "made up 45% of revenue, compared with 18% a year ago"
    bool is_compared_with_share() const {
        if (index_ == 0 || begin() < frame_.sentence.begin + 2) return false;
        // "18% of the 2,400 wells met the standard, against 35%", "46% of patients on the 60 mg dose, against 27%"
        std::size_t last = index_ - 1;
        while (last > 0 && frame_.draft(last).quantity.kind != Kind::percent) --last;
        const Draft& before = frame_.draft(last);
        const bool share = before.quantity.kind == Kind::percent && before.claim.role == Role::share &&
                           before.claim.change == Change::none;
        const bool compared = frame_.is_any(begin() - 1, {"with", "to"}) &&
                              frame_.is_any(begin() - 2, {"compared", "compares"});
        return share && (compared || frame_.is_any(begin() - 1, {"against", "versus", "vs", "vs."}));
    }

    // "57 percent of respondents opposed the sale and 31 percent supported it"
    bool goes_on_with_shares() const {
        if (index_ == 0) return false;
        const Draft& before = frame_.draft(index_ - 1);
        if (is_share(before) && goes_on_elsewhere()) return true;
        const bool shares = before.quantity.kind == Kind::percent && before.claim.role == Role::share &&
                            before.claim.change == Change::none;
        const bool next = before.quantity.end < begin() && frame_.is(begin() - 1, "and");
        // "12% of the power, wind 9.5%"
        std::size_t from = before.quantity.end;
        for (int nested = 0; nested < 2 && frame_.is(from, "of"); ++nested)  // "of its share of the river"
            from = end_of_whole(from);
        return shares &&
               (next || is_verb_at(frame_, behind()) || is_listed_behind(from) || goes_on_in_list());
    }

    // Behind "of the total", before what is told next: "of the total | and rural ones for 9%".
    std::size_t end_of_whole(std::size_t of) const {
        const std::size_t end = std::max(of + 1, noun_phrase_from(frame_, of + 1, false).end);
        for (std::size_t i = of + 1; i < end; ++i)
            if (frame_.is(i, "and")) return i;
        return end;
    }

    // "Half of the grants went to schools, 20% to clinics and 5% to others": behind a share, with no verb of its own.
    bool goes_on_elsewhere() const {
        constexpr std::size_t longest = 8;
        if (!frame_.is_written(begin() - 1, ",") && !frame_.is(begin() - 1, "and")) return false;
        if (!frame_.is_any(behind(), {"to", "for", "in", "from", "on", "into"}) ||
            starts_time(frame_, behind() + 1))
            return false;
        for (std::size_t i = behind() + 1; frame_.has(i) && i < behind() + longest; ++i) {
            if (is_verb_at(frame_, i)) return false;
            if (frame_.token(i).kind == TokenKind::mark || frame_.is(i, "and")) break;
        }
        return true;
    }

    // "11.9 percent were black, 15.4 percent Hispanic, and 7.3 of another race": behind two shares, and with no verb.
    bool goes_on_in_list() const {
        if (index_ < 2 || !is_share(frame_.draft(index_ - 2))) return false;
        const std::size_t joint = frame_.is(begin() - 1, "and") ? begin() - 2 : begin() - 1;
        const bool set_off = frame_.is_written(joint, ",");
        return set_off &&
               (frame_.is(behind(), "of") || (in_noun_phrase(frame_, behind()) && frame_.has(behind() + 1) &&
                                              frame_.token(behind() + 1).kind == TokenKind::mark));
    }

    // "the Conservatives 31% and the Farmers' Party 12%": a name with its figure, and no verb.
    bool is_listed_behind(std::size_t from) const {
        if (from + 2 > begin() || !(frame_.is_written(from, ",") || frame_.is(from, "and"))) return false;
        // "accounted for 43% of the total and transfer passengers for 35%"
        const bool repeated =
            frame_.is(begin() - 1, "for") && frame_.is(frame_.draft(index_ - 1).quantity.begin - 1, "for");
        const std::size_t end = repeated ? begin() - 1 : begin();
        for (std::size_t i = from + 1; i < end; ++i)
            if (!in_noun_phrase(frame_, i) && !frame_.is_any(i, {"and", "ones"})) return false;
        return true;
    }
};

// What "double" is the size of, and no object of a verb: "the norm", "that of", "what it was", "its capacity".
bool opens_other(const SentenceFrame& frame, std::size_t i) {
    return frame.is_any(i, {"the", "that", "what", "its", "their", "his", "her", "this", "those", "last"});
}

}  // namespace

bool is_double_of_other(const SentenceFrame& frame, std::size_t index) {
    const Quantity& quantity = frame.draft(index).quantity;
    if (!frame.is_any(quantity.core, {"double", "triple", "treble", "quadruple"}) ||
        !opens_other(frame, quantity.core + 1) || quantity.begin == frame.sentence.begin)
        return false;
    const std::size_t before = quantity.begin - 1;
    // "2,000 sales, more than double the", "won 30%, double that of"; not "will scrap the fee, double the tax and"
    if (frame.token(before).kind == TokenKind::mark)
        return quantity.begin < quantity.core || !frame.is_written(before, ",") || index > 0;
    return frame.is_any(before,
                        {"is",   "are",   "was",  "were", "be",    "been", "being", "at",   "for", "with",
                         "had",  "has",   "have", "held", "holds", "hold", "paid",  "pays", "pay", "cost",
                         "earn", "earns", "got",  "out",  "won",   "sold", "used",  "still"});
}

Role role_at_rest(const SentenceFrame& frame, std::size_t index) {
    const Quantity& quantity = frame.draft(index).quantity;
    if (quantity.kind == Kind::ratio) return Role::share;
    if (quantity.kind != Kind::percent) return Role::level;
    return quantity.share_of ? Role::share : RoleAtRest(frame, index).role();
}

}  // namespace figbook
