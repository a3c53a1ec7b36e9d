#include "claim/rules/modality_before.hpp"

#include "claim/phrases.hpp"
#include "claim/rules/modality_word.hpp"
#include "claim/verbs.hpp"
#include "quantity/counted.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

class Before : ProjectingWord {
 public:
    using ProjectingWord::ProjectingWord;

    // Of a figure at `end`, which may be told of the past whatever is to come.
    std::optional<std::size_t> projects(std::size_t begin, std::size_t end, bool amount) const {
        const auto word = projects_before(begin, end, amount);
        return word && is_told_of_past(begin, end) ? std::nullopt : word;
    }

    // A projecting word before the figure, and no finite verb of fact between: "plans to spend", "could reach".
    std::optional<std::size_t> projects_before(std::size_t begin, std::size_t end, bool amount) const {
        static constexpr WordClasses leading{WordClass::ability, WordClass::pricing, WordClass::wanting,
                                             WordClass::winding_up};
        static constexpr WordClasses seeking{WordClass::seeking, WordClass::foreboding,
                                             WordClass::projecting_to};
        // Of the classes and words that decide below; most words have none of them, and are passed over.
        static constexpr WordClasses deciding{
            WordClass::ability,  WordClass::pricing,     WordClass::wanting,       WordClass::winding_up,
            WordClass::seeking,  WordClass::foreboding,  WordClass::projecting_to, WordClass::auxiliary,
            WordClass::facing,   WordClass::asking_of,   WordClass::approving,     WordClass::gerund_ahead,
            WordClass::relative, WordClass::conjunction, WordClass::verb,          WordClass::change_verb,
            WordClass::cue,      WordClass::copula,      WordClass::past_form,     WordClass::projecting,
            WordClass::tried};
        const bool may_lead = frame_.sentence.classes.has_any(leading);
        const bool may_seek = frame_.sentence.classes.has_any(seeking);
        const bool may_ask = frame_.sentence.has(WordClass::asking_of);
        const bool may_try = frame_.sentence.has(WordClass::tried);
        const bool may_allow = frame_.sentence.has(WordClass::approving);
        for (std::size_t i = end; i-- > begin;) {
            if (!frame_.has_any(i, deciding) &&
                !frame_.is_any(
                    i, {"to", "bid", "offered", "draft", "already", "because", "whether", "advised"}) &&
                !frame_.is(i + 1, "that"))
                continue;
            // "would add to a bill that already takes 68 percent"
            if (frame_.is(i, "already") && frame_.is(i - 1, WordClass::relative) && is_verb_at(frame_, i + 1))
                return std::nullopt;
            // "measures to cut waste by 30%" aim at it; "efforts to rescue 30 miners" are made of those who are there
            const bool deeds = !amount && frame_.is_any(i, {"measures", "steps", "actions", "efforts"});
            if (frame_.is(i, WordClass::projecting_to) && !deeds && is_before_infinitive(i, end) &&
                !is_means(i))
                return is_rate_voted(i, end) ? std::nullopt : std::optional(i);
            if ((may_lead && looks_ahead_with_next(i, end)) || (may_seek && is_sought(i, end))) return i;
            if (is_to_be_done(i, end) || (amount && is_facing(i, end))) return i;
            if ((may_ask && is_asked_of_somebody(i, end)) || (may_allow && is_allowed(i, end))) return i;
            if (frame_.is(i, WordClass::gerund_ahead) && has_ending(frame_.word(i + 1), "ing", 2))
                return i;  // "fears losing a tenth"
            if (frame_.is(i, WordClass::facing) && frame_.is_any(i + 1, {"losing", "paying", "having"}))
                return i;  // "faces losing £9m"
            if (is_advised_deed(i)) return i;
            if (frame_.is_any(i, {"bid", "offered"}) && i > begin &&
                frame_.is_any(i - 1, {"had", "have", "has"}) && frame_.is(i + 1, "for"))
                return std::nullopt;  // "had bid for 2.4 times the amount"
            if (may_try && (is_tried(i, end) || is_considered(i, end) || is_assumed(i, begin) ||
                            is_debated(i, end) || is_would_contracted(i)))
                return i;
            if (frame_.is(i, WordClass::projecting) && !is_name_or_noun(i)) {
                if (amount ? is_surety(i, end) : is_done_by(i, end)) return std::nullopt;
                if (asks_for_words(i) || will_tell(i, end) || is_told_back(i)) return std::nullopt;
                if (is_adjective_here(i, end) || says_which_voters(i) || is_received(i) ||
                    is_past_ability(i) || is_bill_put(i, end) || is_hit(i, end, amount))
                    continue;
                if (is_outdone_by(i, end)) return std::nullopt;
                // "who predicted the outcome of nine of ten votes"
                if (frame_.is(i + 1, WordClass::determiner) &&
                    frame_.is_any(i + 2, {"outcome", "outcomes", "winner", "winners", "result", "results"}))
                    return std::nullopt;
                return projects_here(i, begin, end, amount);
            }
            if (frame_.is_any(i, {"have", "has", "had"}) && is_view_had(i, end)) return i;
            if (frame_.is(i, WordClass::attribution_word) && is_value_of_bid(i)) return i;
            // "refused it because 44 per cent of the site is farmed": how it is, and no more of what is wanted
            if (frame_.is(i, "because") && is_so(end)) return std::nullopt;
            if (frame_.is(i, "whether") && frame_.is(i + 1, "to") && is_bare_verb(i + 2)) return i;
            if (is_bill_that_does(i)) return i;
            if (frame_.is(i, "draft") && in_noun_phrase(frame_, i + 1))
                return i;  // "The draft budget sets aside"
            if (frame_.is(i + 1, "that") && is_proposed_that(i, end)) return i;
            if (frame_.is(i, "to") &&
                (is_aim_set_in(i, begin, end) || is_near_deed(i) || is_estimated_to_cost(i, end)))
                return i;
            // "Staff projections showed inflation at 1.4%"
            if (frame_.is_any(i, {"showed", "show", "indicated", "indicate", "pointed", "put"}) &&
                i > begin && frame_.is_any(i - 1, {"projections", "forecasts", "predictions"}))
                return i;
            if (is_fact(i) && !says_what_plan_is(i)) return sees_happen(i, begin);
        }
        return std::nullopt;
    }

    // A verb of how it is or was behind the figure at `figure`, before any that looks ahead.
    bool is_so(std::size_t figure) const {
        constexpr std::size_t furthest = 12;
        for (std::size_t i = figure; frame_.has(i) && i < figure + furthest; ++i) {
            if (frame_.is(i, WordClass::modal)) return false;
            if (frame_.is_any(i, {"is", "are", "was", "were", "has", "have", "had"}))
                return !frame_.is_any(i + 1, {"to", "expected", "likely"});
            if (divides_clauses(frame_, i)) return false;
        }
        return false;
    }

    // ", saving £900,000 a year", ", with eight stops", ", and carry seven million passengers": no clause of its own.
    bool hangs_on_clause_before(std::size_t begin, std::size_t figure) const {
        const bool dash = begin > frame_.sentence.begin && frame_.is_any(begin - 1, {"-", "–", "—"}) &&
                          frame_.token(begin).space_before();
        if (begin == frame_.sentence.begin || (!dash && !frame_.is_written(begin - 1, ","))) return false;
        if (dash) {  // "could rise to 1.4 million - from 0.8 million now - within a year and reach 2.5 million"
            const std::size_t verb = behind_joined_verb(begin, figure);
            return verb > begin && !has_verb(verb, figure);
        }
        // ", saying a $2bn loss showed the need": told of what is
        if (frame_.is_any(begin, {"saying", "noting", "arguing", "citing", "claiming"})) return false;
        if (ends_list_of_deeds(begin, figure)) return true;
        if (is_main_verb_behind_aside(begin)) return false;
        std::size_t next = begin;
        // "aims to raise its ratio, a measure of its health, | by half"
        if (frame_.is_any(begin, {"with", "at", "on", "by"}) || has_ending(frame_.word(begin), "ing", 2))
            next = begin + 1;
        else if (const std::size_t behind = behind_adding(begin))
            next = behind;
        else if (frame_.is(begin, "while") && has_ending(frame_.word(begin + 1), "ing", 3))
            next = begin + 2;  // "would cut output, while lowering wages by 2%"
        else if (frame_.is(begin, "enough") && frame_.is(begin + 1, "to"))
            next = begin + 3;
        else if (frame_.is(begin, "be"))
            next = begin + 1;  // "would, it reckons, be £300 worse off"
        else if (frame_.is_any(begin, {"and", "or"}) && is_bare_verb(begin + 1))
            next = begin + 2;
        else if (is_bare_verb(begin) && (!frame_.is(begin + 1, WordClass::preposition) ||
                                         frame_.is(begin + 1, WordClass::change_particle)))
            next = behind_verb_and_compound(begin);  // "includes steps to raise wages, cut waste by 40%"
        else
            next = behind_joined_verb(begin, figure);
        return next > begin &&
               (!has_verb(next, figure) ||
                (next == begin + 1 && (moves_with(begin, figure) || is_paid_with(begin, figure))));
    }

    // Behind the "cut" of "would, he said, cut waste by 40%", and the "work" of "cut work visas", which is no second verb.
    std::size_t behind_verb_and_compound(std::size_t verb) const {
        const std::size_t next = verb + 1;
        const bool compound = frame_.is(next, WordClass::verb) && frame_.has(next + 1) &&
                              looks_plural(frame_.document, next + 1);
        return compound ? next + 1 : next;
    }

    // "[would cut taxes], raise wages and | spend £3m": two deeds or more, of which the last has the figure.
    bool ends_list_of_deeds(std::size_t begin, std::size_t figure) const {
        if (!is_bare_verb(begin) || frame_.is(begin, WordClass::preposition)) return false;
        for (std::size_t i = figure - 1; i-- > begin + 1;)
            if (frame_.is_any(i, {"and", "or"}) && is_bare_verb(i + 1)) return !has_verb(i + 2, figure);
        return false;
    }

    // ", with cities | paying | 20%": the part of others in what is to come.
    bool is_paid_with(std::size_t with, std::size_t figure) const {
        return frame_.is(with, "with") && figure > with + 2 &&
               frame_.is_any(figure - 1, {"paying", "contributing", "providing", "covering", "funding",
                                          "getting", "receiving"}) &&
               !has_verb(with + 1, figure - 1);
    }

    // ", with output | shrinking | by 1%": what moves with what is told, and no state of things such as "prices now falling".
    bool moves_with(std::size_t with, std::size_t figure) const {
        if (frame_.is(figure - 1, "between")) --figure;
        if (!frame_.is(with, "with") || figure < with + 4 || !frame_.is_any(figure - 1, {"by", "to"}))
            return false;
        const std::size_t move = figure - 2;
        return frame_.has_any(move, {WordClass::change_verb, WordClass::foreseen_move}) &&
               has_ending(frame_.word(move), "ing", 3) && !frame_.is(move - 1, WordClass::modifier) &&
               !has_verb(with + 1, move);
    }

    // The nearest clause before `begin` looks ahead, by a verb.
    std::optional<std::size_t> clause_before_projects(std::size_t begin, bool amount) const {
        std::size_t end = begin - 1;
        while (end > frame_.sentence.begin) {
            const TokenRange clause = segment_around(frame_, end - 1, end);
            if (const auto word = projects_before(clause.begin, clause.end, amount))
                return is_answer_of_voters(*word) ? std::nullopt
                       : frame_.is(*word, WordClass::modal) || is_verb_at(frame_, *word) ||
                               (opens_list_of_deeds(*word) && !is_deed_done(*word, begin))
                           ? word
                           : std::nullopt;
            // "would, if it is approved, cut waste": what stands between the modal and its verb
            const bool between = clause.begin > frame_.sentence.begin + 1 &&
                                 frame_.is(clause.begin - 2, WordClass::modal) &&
                                 frame_.is_written(clause.begin - 1, ",");
            if (clause.begin == frame_.sentence.begin ||
                (!between && has_finite_verb(clause) && !is_set_in(clause) && !is_words_of_saying(clause) &&
                 !has_ending(frame_.word(clause.begin), "ing", 3)))
                return std::nullopt;
            end = clause.begin - 1;
            if (frame_.is_written(end, ")"))  // "4.7km (2.9 miles) long"
                while (end > frame_.sentence.begin && !frame_.is_written(end, "(")) --end;
            else if (!frame_.is_written(end, ",") && !frame_.is_any(end, {"-", "–", "—"}))
                return std::nullopt;
        }
        return std::nullopt;
    }

    // ", and to recruit": the infinitive hangs on a verb before the comma.
    bool continues_infinitive(std::size_t begin) const {
        const std::size_t to = frame_.is_any(begin, {"and", "or"}) ? begin + 1 : begin;
        // not "[sold him,] to Brackley Rovers for £17m"
        return frame_.is(to, "to") && frame_.has(to + 1) && frame_.token(to + 1).is_word() &&
               !frame_.token(to + 1).is_capitalised() && !frame_.is(to + 1, WordClass::determiner);
    }

    // "had expected orders to fall 2%, and | exports of steel to drop | 3%": a second thing that is expected to do something.
    bool continues_expected(std::size_t begin, std::size_t figure) const {
        constexpr std::size_t longest = 8;
        if (!frame_.is_any(begin, {"and", "while"}) || begin == frame_.sentence.begin) return false;
        std::size_t to = begin + 1;
        while (to < figure && to < begin + longest && !frame_.is(to, "to")) {
            if (frame_.has_any(to, {WordClass::auxiliary, WordClass::modal, WordClass::relative}) ||
                frame_.token(to).kind == TokenKind::mark)
                return false;
            ++to;
        }
        if (to == begin + 1 || to + 2 > figure || !frame_.is(to, "to") || !is_bare_verb(to + 1)) return false;
        for (std::size_t i = to + 2; i < figure; ++i)
            if (is_verb_at(frame_, i)) return false;
        for (std::size_t i = begin; i-- > frame_.sentence.begin;)
            if (frame_.is(i, WordClass::foreseen) ||
                frame_.is_any(i, {"expect", "expects", "expecting", "forecasts", "predicts", "predict"}))
                return true;
        return false;
    }

    std::optional<std::size_t> earlier_projects(std::size_t begin) const {
        for (std::size_t i = begin; i-- > frame_.sentence.begin;)
            if (frame_.is(i, WordClass::projecting) || is_asked_of_somebody(i, begin)) return i;
        return std::nullopt;
    }

 private:
    // "is to employ", "were to pay", "has to find"
    bool is_to_be_done(std::size_t i, std::size_t end) const {
        if (!frame_.is(i, WordClass::auxiliary) || i + 2 >= end || !frame_.is(i + 1, "to")) return false;
        if (frame_.is(i, "had")) return false;  // what somebody had to pay was paid
        return frame_.token(i + 2).is_word() && !frame_.is(i + 2, WordClass::number) &&
               (!frame_.is(i + 2, WordClass::determiner) || frame_.is(i + 2, "own")) &&
               !frame_.is(i + 2, WordClass::preposition) && !frame_.is_any(i + 2, {"have", "date"});
    }

    // "a bill raising the wage to 900", "a motion that cuts the fee": what shall be so when it is passed.
    bool is_bill_that_does(std::size_t noun) const {
        if (!frame_.is_any(noun, {"bill", "bills", "motion", "amendment", "measure"})) return false;
        const bool relative = frame_.is_any(noun + 1, {"that", "which"});
        const std::size_t verb = relative ? noun + 2 : noun + 1;
        if (!frame_.has(verb) || !has_ending(frame_.word(verb), relative ? "s" : "ing", 3)) return false;
        if (!in_noun_phrase(frame_, verb + 1)) return false;  // "bills rising by 40%"
        return frame_.is(verb, WordClass::change_verb) ||
               frame_.is_any(verb, {"setting", "sets", "granting", "grants", "giving", "gives", "imposing",
                                    "imposes", "allocating", "allocates", "capping", "caps", "letting"});
    }

    // The word that projects, as far as it is said of such a figure: "would" for the horsepower that a car "would offer".
    std::optional<std::size_t> projects_here(std::size_t i, std::size_t begin, std::size_t end,
                                             bool amount) const {
        if (is_offered_at_price(i, end) || (!amount && is_of_several(i))) return std::nullopt;
        const bool other = !amount && frame_.is(i, WordClass::projects_amounts) &&
                           !is_before_infinitive(i, end) && !is_proposed_that(i, end) &&
                           (!frame_.is(i, WordClass::plan_noun) || is_verb_at(frame_, i));
        if (!other) return i;
        const bool helped =
            i > begin && frame_.is(i - 1, WordClass::modal) && frame_.is(i - 1, WordClass::projecting);
        return helped ? std::optional(i - 1) : std::nullopt;
    }

    // "the planned $5bn sale" projects, "the expected" too; "more than planned" and "the proposed law cost" do not.
    bool is_adjective_here(std::size_t i, std::size_t figure) const {
        if (is_behind_hyphen(frame_, i) && frame_.is(i - 2, "than"))
            return true;  // "a bigger-than-expected 2%"
        const bool participle = has_ending(frame_.word(i), "ed");
        const bool behind_article = i > frame_.sentence.begin && frame_.is(i - 1, WordClass::determiner);
        if (frame_.is(i, WordClass::modal)) return false;
        // "he was the target of $480,000 of advertising"
        if (behind_article && i >= frame_.sentence.begin + 3 && frame_.is(i + 1, "of") &&
            frame_.is(i - 2, WordClass::copula) && frame_.is(i, "target"))
            return true;
        if (i > frame_.sentence.begin && (frame_.is(i - 1, "than") || frame_.is(i - 1, "as"))) return true;
        // "a budget that projected a deficit of $2bn" has no article
        const bool relative = frame_.is(i - 1, "that") && frame_.is(i + 1, WordClass::determiner);
        if (participle && behind_article && !relative)
            return i + 1 != figure &&
                   !(frame_.has(i + 2) && says_what_plan_is(i + 2));  // "The proposed deal includes"
        const bool noun =
            frame_.is(i, WordClass::plan_noun) &&
            (behind_article ||
             (frame_.is(i - 1, WordClass::adjective) && !frame_.token(i - 1).is_capitalised()) ||
             frame_.is(i - 1, "of") || is_compound(i) || frame_.is(i - 1, WordClass::outdoing));
        if (!noun || (frame_.has(i + 1) && says_what_plan_is(end_of_plan(i)))) return false;
        // "a target of 2%", "its forecast for growth of 3%", "a plan to spend"
        return !(frame_.is_any(i + 1, {"of", "to", "for", "from"}) || i + 1 == figure ||
                 is_view_kept(i, figure));
    }

    // The copula behind the noun and the phrase that hangs on it: "its forecast for 2025 is".
    std::size_t end_of_plan(std::size_t noun) const {
        constexpr std::size_t longest = 8;
        for (std::size_t i = noun + 1; i < noun + longest && frame_.has(i); ++i)
            if (frame_.is(i, WordClass::copula)) return i;
        return noun + 1;
    }

    // A verb that states: "said", "was", "rose". "said it would" is caught before, from the right.
    bool is_fact(std::size_t i) const {
        static constexpr WordClasses stating{
            WordClass::relative, WordClass::conjunction, WordClass::verb,   WordClass::change_verb,
            WordClass::cue,      WordClass::auxiliary,   WordClass::copula, WordClass::past_form};
        if (!frame_.has_any(i, stating)) return false;
        if (frame_.is(i, WordClass::projecting)) return false;
        if (is_joined_infinitive(i)) return false;
        // "the economy adding 90,000 jobs": no word of saying
        if (frame_.is(i, "adding") && starts_figure(frame_, i + 1)) return false;
        if (frame_.is_any(i, {"which", "who", "while", "but"}))
            return !frame_.is(i, "but") || !is_second_deed(i);
        if (is_behind_hyphen(frame_, i)) return false;  // "coal-fired"
        const bool past = has_ending(frame_.word(i), "ed", 2) &&
                          (frame_.is(i, WordClass::verb) || frame_.is(i, WordClass::change_verb) ||
                           frame_.is(i, WordClass::cue) || frame_.is(i, WordClass::copula));
        const bool helped =
            i > frame_.sentence.begin &&
            (frame_.is_any(i - 1, {"be", "been", "have", "to"}) ||
             frame_.is_one_of(i - 1, {WordClass::adjective, WordClass::modal}));  // "could feed"
        const bool says_which_one = i > frame_.sentence.begin && frame_.is(i - 1, WordClass::preposition) &&
                                    in_noun_phrase(frame_, i + 1);  // "on imported steel"
        // "cut the price of the power generated by the plants to $3"
        const bool by_whom = frame_.is(i + 1, "by") && !frame_.is(i, WordClass::change_verb) &&
                             i > frame_.sentence.begin && in_noun_phrase(frame_, i - 1) &&
                             !frame_.is(i - 1, WordClass::pronoun);
        if (past && !helped && !says_which_one && !by_whom && !is_wanted_deed(i))
            return !is_joined_participle(i);
        if (frame_.is(i, "have") && !frame_.is(i + 1, "to")) {
            std::size_t helper = i;  // "could soon have two", not "should also have been two"
            const bool done = frame_.is(i + 1, "been") || has_past_ending(frame_.word(i + 1)) ||
                              frame_.has_any(i + 1, {WordClass::past_form, WordClass::irregular_past,
                                                     WordClass::verb, WordClass::change_verb});
            while (!done && helper > frame_.sentence.begin + 1 && frame_.is(helper - 1, WordClass::modifier))
                --helper;
            return helper == frame_.sentence.begin ||
                   !(frame_.is(helper - 1, WordClass::modal) || frame_.is(helper - 1, "to"));
        }
        if (frame_.is(i, WordClass::past_form) && !frame_.is(i, WordClass::auxiliary) && !helped && !by_whom)
            return true;
        if (goes_on_in_present(i)) return true;
        if (frame_.is_any(i, {"was", "were", "has", "had", "is", "are"})) {
            const bool infinitive = frame_.is_any(i + 1, {"expected", "to", "likely", "unlikely"});
            return !infinitive;
        }
        return frame_.is(i, WordClass::cue) && !frame_.is(i, WordClass::weak_noun) &&
               i > frame_.sentence.begin && !frame_.is(i - 1, WordClass::determiner) &&
               !frame_.is(i - 1, "to") && !is_behind_modal(i) && !is_asked_after(i) &&
               (!frame_.is(i, WordClass::noun_first) ||  // "expects claims of €5m", "wants member states to"
                (is_verb_at(frame_, i) && !frame_.is(i + 1, "to")));
    }

    // "How will the council find £9m?": the verb of a question.
    bool is_asked_after(std::size_t verb) const {
        constexpr std::size_t longest = 5;
        if (!frame_.is(verb, "find")) return false;
        for (std::size_t i = verb; i-- > frame_.sentence.begin && i + longest > verb;) {
            if (frame_.is(i, WordClass::modal))  // not "You'll find cases for $150"
                return !frame_.is(i, WordClass::pronoun) && !is_contraction(frame_.word(i)) &&
                       (i == frame_.sentence.begin || frame_.is_any(i - 1, {"how", "where", "when", "and"}));
            if (!in_noun_phrase(frame_, i) && !frame_.is(i, WordClass::pronoun)) return false;
        }
        return false;
    }

    // "hopes to open 40 shops and employs 900 people": a present form of its own.
    bool goes_on_in_present(std::size_t i) const {
        if (i <= frame_.sentence.begin || !has_ending(frame_.word(i), "s", 3)) return false;
        if (i > frame_.sentence.begin + 1 && frame_.is_any(i - 2, {"once", "when", "if", "until", "before"}))
            return false;  // "should yield 40 ounces once it opens"
        // "hope it holds 60 grams"
        if (i > frame_.sentence.begin + 1 && frame_.is(i - 1, WordClass::pronoun) &&
            frame_.is(i - 2, WordClass::projecting) && is_verb_at(frame_, i - 2))
            return false;
        // "could be sold to a fund that owns 12 mines"
        if (frame_.is_any(i - 1, {"that", "who"}) && frame_.is_any(i, {"owns", "operates", "controls"}))
            return true;
        return frame_.is_any(i - 1, {"and", "but", "which", "it", "he", "she"}) &&
               !frame_.is(i, WordClass::projecting) && is_verb_at(frame_, i);
    }
};

}  // namespace

std::optional<std::size_t> projects_before(const SentenceFrame& frame, TokenRange words, bool amount) {
    return Before(frame).projects(words.begin, words.end, amount);
}

std::optional<std::size_t> clause_before_projects(const SentenceFrame& frame, TokenRange words, bool amount) {
    const Before before(frame);
    return before.hangs_on_clause_before(words.begin, words.end)
               ? before.clause_before_projects(words.begin, amount)
               : std::nullopt;
}

std::optional<std::size_t> earlier_projects(const SentenceFrame& frame, std::size_t begin,
                                            std::size_t figure) {
    const Before before(frame);
    return before.continues_infinitive(begin) || before.continues_expected(begin, figure)
               ? before.earlier_projects(begin)
               : std::nullopt;
}

}  // namespace figbook
