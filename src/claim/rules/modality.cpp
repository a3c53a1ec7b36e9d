// Modality: what is, against what is planned, promised, forecast, targeted or possible.
#include <algorithm>

#include "claim/phrases.hpp"
#include "claim/rules/modality_before.hpp"
#include "claim/rules/modality_context.hpp"
#include "claim/rules/rules.hpp"
#include "claim/verbs.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

class ModalityRules : ModalityContext {
 public:
    using ModalityContext::ModalityContext;

    void run() {
        for (std::size_t i = 0; i < frame_.count(); ++i) {
            Draft& draft = frame_.draft(i);
            const bool restates =
                draft.claim.relation && draft.claim.relation->kind == RelationKind::restates;
            if (restates) {
                const Draft& base = frame_.drafts[draft.claim.relation->claim];
                draft.claim.modality = base.claim.modality;
                note(frame_.trace,
                     {draft.quantity.core, Field::modality, "restated", 0, 0, base.quantity.core});
            } else if (draft.claim.role == Role::from) {
                project_start(i);
            } else if (!is_listed_with_start(i)) {
                project(i);
                if (is_reached_ahead(i)) project_beside(i - 1);
                if (ends_move_ahead(i)) project_beside(i);
            }
        }
    }

 private:
    const std::optional<std::size_t> headline_ = headline_ahead(frame_);  // its "to"

    struct Sign {
        std::string_view rule;
        std::size_t word;  // the token that says that it is projected
    };

    // "will rise by 3.1%, from £9,250 to | £9,535": the move is told twice, and both are to come.
    bool ends_move_ahead(std::size_t i) const {
        if (i < 2 || frame_.draft(i).claim.role != Role::to ||
            frame_.draft(i).claim.modality == Modality::projected)
            return false;
        const Draft& move = frame_.draft(i - 2);
        if (frame_.draft(i - 1).claim.role != Role::from || move.claim.role != Role::change ||
            move.claim.modality != Modality::projected)
            return false;
        for (std::size_t k = move.quantity.end; k < frame_.draft(i).quantity.begin; ++k)
            if (is_verb_at(frame_, k) || frame_.is_written(k, ";")) return false;
        return true;
    }

    // "goes up | by £2 to £17 on July 1": as what is reached lies ahead, so does the move that is told before it.
    bool is_reached_ahead(std::size_t i) const {
        return is_end_of_move(i) && frame_.draft(i).claim.modality == Modality::projected &&
               frame_.draft(i - 1).claim.modality == Modality::actual;
    }

    void project(std::size_t i) const {
        const Quantity& quantity = frame_.draft(i).quantity;
        const auto view = follows_projected(i) ? earlier_view(i) : std::nullopt;
        const auto said =
            view ? std::optional(Sign{"projected.before", *view}) : sign_of_projection(quantity);
        if (!said && !is_told_with_projected(i)) return;
        if (is_what_is(quantity) || is_who_says(frame_, quantity)) return;
        if (said)
            project_by(i, *said);
        else
            project_beside(i);
    }
    void project_by(std::size_t i, const Sign& sign) const {
        Draft& draft = frame_.draft(i);
        draft.claim.modality = Modality::projected;
        note(frame_.trace, {draft.quantity.core, Field::modality, sign.rule, sign.word, sign.word + 1});
    }

    // With the figure before it, where the article has one.
    void project_beside(std::size_t i) const {
        Draft& draft = frame_.draft(i);
        draft.claim.modality = Modality::projected;
        const Draft& beside = frame_.first + i > 0 ? draft_before(i) : draft;
        note(frame_.trace,
             {draft.quantity.core, Field::modality, "projected.aside", 0, 0, beside.quantity.core});
    }

    // "cut its growth forecast to 1.1% from 1.7%": what a forecast was is a forecast too; what a price was, is not.
    void project_start(std::size_t i) const {
        if (const auto view = sign_of_view(i))
            project_by(i, *view);
        else if (is_range_left(i) || is_forecast_before(i))
            project_beside(i);
        else if (const auto plan = sign_of_plan(i))
            project_by(i, *plan);
    }

    // What tells of the figure alone: "a previous range of", "the 1.5% it predicted".
    std::optional<Sign> sign_of_view(std::size_t i) const {
        if (follows_projected(i))
            if (const auto view = earlier_view(i)) return Sign{"projected.before", *view};
        if (frame_.sentence.has(WordClass::projecting))
            if (const auto word = expected_behind(frame_.draft(i).quantity))
                return Sign{"projected.behind", *word};
        return std::nullopt;
    }

    // The plan or forecast that is moved from the figure.
    std::optional<Sign> sign_of_plan(std::size_t i) const {
        static constexpr WordClasses plans{WordClass::plan_noun, WordClass::forecast_noun};
        if (!frame_.sentence.classes.has_any(plans)) return std::nullopt;
        const Quantity& quantity = frame_.draft(i).quantity;
        if (const auto outlook = outlook_behind(frame_, quantity)) return Sign{"projected.behind", *outlook};
        if (const auto view = view_moved(quantity)) return Sign{"projected.before", *view};
        if (const auto forecast = moved_forecast(quantity)) return Sign{"projected.before", *forecast};
        if (const auto estimate = moved_estimate(quantity)) return Sign{"projected.before", *estimate};
        TokenRange segment = segment_of(quantity);
        // "lowered its growth forecast to 1%, from 2.5%"
        if (i > 0 && segment.begin + 1 == quantity.begin && frame_.is(segment.begin, "from") &&
            frame_.draft(i - 1).claim.modality == Modality::projected)
            segment.begin = segment_of(frame_.draft(i - 1).quantity).begin;
        const auto word = projects_before(frame_, {segment.begin, quantity.begin}, is_amount(quantity.kind));
        const bool noun = word && frame_.is(*word, WordClass::plan_noun) && !is_verb_at(frame_, *word);
        if (!noun || (frame_.is(*word + 1, "to") && is_bare_verb(*word + 2))) return std::nullopt;
        // "beating a target of 6% and quickening from 5%": another thing than the target
        for (std::size_t k = *word; k + 1 < quantity.begin; ++k)
            if (frame_.is(k, "and") && frame_.is(k + 1, WordClass::change_verb)) return std::nullopt;
        return Sign{"projected.before", *word};
    }

    // "The forecast is 3.4 per cent, up from 3.1 per cent in the spring": what the forecast was then.
    bool is_forecast_before(std::size_t i) const {
        constexpr std::size_t longest = 9;
        static constexpr WordClasses views{WordClass::forecast_noun, WordClass::aim_noun};
        if (i == 0 || !frame_.sentence.classes.has_any(views)) return false;
        const Quantity& quantity = frame_.draft(i).quantity;
        const Draft& before = frame_.draft(i - 1);
        const bool joined = before.claim.modality == Modality::projected &&
                            frame_.is_any(quantity.begin - 2, {"up", "down", "raised", "lowered", "cut"});
        const std::size_t figure = before.quantity.begin;
        for (std::size_t k = before.quantity.end; k < quantity.begin; ++k)
            if (frame_.is_written(k, ";") || is_verb_at(frame_, k)) return false;
        if (!joined || figure < frame_.sentence.begin + 2 || !frame_.is(figure - 1, WordClass::copula))
            return false;
        for (std::size_t k = figure - 1; k-- > frame_.sentence.begin && k + longest > figure;)
            if (frame_.has_any(k, views)) return true;
        return false;
    }

    // "lowered its growth forecast to between 0 and 1 percent, from 1.5 to 2.5 percent"
    bool is_range_left(std::size_t i) const {
        if (i == 0 || !frame_.sentence.has(WordClass::forecast_noun)) return false;
        const Draft& first = frame_.draft(i - 1);
        const Draft& left = frame_.draft(i);
        return first.claim.role == Role::to && first.claim.modality == Modality::projected &&
               first.claim.high && left.claim.high && left.claim.kind == first.claim.kind &&
               left.claim.unit == first.claim.unit;
    }

    // "to rise to $4bn from $3.1bn this year and $2.8bn in 2023": where the move started, twice.
    bool is_listed_with_start(std::size_t i) const {
        if (i == 0 || frame_.draft(i - 1).claim.role != Role::from) return false;
        const std::size_t begin = frame_.draft(i).quantity.begin;
        // "1.1% next year, down from the 1.5% it predicted, and 1.4% in 2026": goes on with what is foreseen
        const bool goes_on = i > 1 && frame_.draft(i - 2).claim.modality == Modality::projected &&
                             frame_.is_written(begin - 2, ",") && frame_.is(begin - 1, "and");
        return begin > frame_.sentence.begin && frame_.is(begin - 1, "and") && !goes_on;
    }

    std::optional<Sign> sign_of_projection(const Quantity& quantity) const {
        if (const auto sign = sign_of_own(quantity)) return sign;
        if (headline_ && quantity.begin > *headline_) return Sign{"projected.headline", *headline_};
        const bool projects = has_sign_of_projection(quantity);
        const bool coming = frame_.sentence.has(WordClass::coming);
        // Without such a word only a year can say it, where a number stands behind the figure.
        if (!projects && !coming &&
            !(frame_.sentence.has_digits && has_number(quantity.phrase_end(), frame_.sentence.end) &&
              has_year_to_come(frame_.sentence.begin, frame_.sentence.end)))
            return std::nullopt;
        const bool measured = is_measured_by(quantity.end);
        if (projects && is_behind_label(quantity)) return Sign{"projected.before", quantity.begin - 2};
        if (projects && !measured && quantity.begin > frame_.sentence.begin &&
            (is_behind_the(quantity) || frame_.is(quantity.begin - 1, "and") || is_behind_versus(quantity)))
            if (const auto word = expected_behind(quantity)) return Sign{"projected.behind", *word};
        if (is_there(quantity)) return std::nullopt;
        const Place place{quantity,
                          segment_of(quantity),
                          quantity.phrase_end(),
                          is_amount(quantity.kind),
                          says_which(quantity),
                          measured};
        if (const auto sign = sign_before(place, projects)) return sign;
        if (coming && (is_to_be_lost(quantity) || !place.which)) {
            if (const auto word = in_time_to_come(place.behind, place.segment.end))
                return Sign{"projected.year", *word};
            if (const auto word = in_time_before(quantity)) return Sign{"projected.year", *word};
        }
        if (!projects) {
            const auto word = by_future_year(place.behind, place.segment.end);
            return word ? std::optional(Sign{"projected.year", *word}) : std::nullopt;
        }
        if (const auto sign = sign_around(place)) return sign;
        return is_of_other_words(place) ? std::nullopt : sign_behind(place);
    }

    // A figure, and what several of the steps ask of it.
    struct Place {
        const Quantity& quantity;
        TokenRange segment;  // the part of the sentence that it stands in
        std::size_t behind;  // its phrase
        bool amount;
        bool which;     // says_which()
        bool measured;  // is_measured_by()
    };

    // Does the sentence have a word by which the figure may be projected?
    bool has_sign_of_projection(const Quantity& quantity) const {
        static constexpr WordClasses signs{
            WordClass::projecting, WordClass::projecting_to, WordClass::plan_noun, WordClass::endangered,
            WordClass::facing,     WordClass::auxiliary,     WordClass::ability,   WordClass::pricing,
            WordClass::wanting,    WordClass::approving,     WordClass::seeking,   WordClass::foreboding,
            WordClass::awaited,    WordClass::gerund_ahead,  WordClass::tried};
        return frame_.sentence.classes.has_any(signs) ||
               (quantity.kind == Kind::money && frame_.sentence.has(WordClass::deed_noun));
    }

    // The clause or phrase that it stands in, and what it is of.
    std::optional<Sign> sign_of_frame(const Quantity& quantity) const {
        static constexpr WordClasses things{WordClass::foreseen, WordClass::proposed, WordClass::projecting,
                                            WordClass::further_sign, WordClass::projecting_to};
        if (frame_.sentence.has(WordClass::subordinator) && frame_.sentence.has(WordClass::modal))
            if (const auto word = supposed_by(quantity)) return Sign{"projected.before", *word};
        if (frame_.sentence.classes.has_any(things)) {
            if (const auto word = ahead_before(quantity)) return Sign{"projected.before", *word};
            if (const auto word = awaited_behind(quantity)) return Sign{"projected.behind", *word};
        }
        // "with a further £3m to come"
        if (is_amount(quantity.kind) && frame_.is(quantity.end, "to") &&
            frame_.is_any(quantity.end + 1, {"come", "follow"}))
            return Sign{"projected.behind", quantity.end};
        if (quantity.kind == Kind::money) {
            if (const auto word = deal_ahead(quantity)) return Sign{"projected.before", *word};
            if (const auto word = sued_for(quantity)) return Sign{"projected.before", *word};
        }
        // "£4m of its £9m target"
        if (is_amount(quantity.kind) && frame_.is(quantity.end, WordClass::aim_noun) &&
            !in_noun_phrase(frame_, quantity.end + 1))
            return Sign{"projected.behind", quantity.end};
        return std::nullopt;
    }

    // What needs no such word: each has words of its own.
    std::optional<Sign> sign_of_own(const Quantity& quantity) const {
        if (const auto sign = sign_of_frame(quantity)) return sign;
        static constexpr WordClasses calling{WordClass::plan_noun, WordClass::seeking};
        static constexpr WordClasses papers{WordClass::plan_noun, WordClass::projecting_to,
                                            WordClass::further_sign};
        static constexpr WordClasses supposing{WordClass::subordinator, WordClass::quotation_mark};
        static constexpr WordClasses framing{WordClass::foreseeing, WordClass::promising,
                                             WordClass::schedule_verb, WordClass::month, WordClass::weekday};
        if (!frame_.token(frame_.sentence.end - 1).may_stop())
            if (const auto word = headline_infinitive(quantity)) return Sign{"projected.before", *word};
        if (frame_.sentence.has(WordClass::foreseeing)) {
            if (const auto word = foreseen_by(quantity)) return Sign{"projected.before", *word};
            if (const auto word = seen_moving(quantity)) return Sign{"projected.before", *word};
        }
        if (frame_.sentence.has(WordClass::forecast_noun))
            if (const auto word = analysts_estimate(quantity)) return Sign{"projected.before", *word};
        if (quantity.bound == Bound::at_most && is_permitted(quantity))
            return Sign{"projected.before", quantity.begin};
        if (frame_.has_any(frame_.sentence.begin, supposing) && is_supposed(quantity))
            return Sign{"projected.before", frame_.sentence.begin};
        if (frame_.sentence.classes.has_any(framing))
            if (const auto word = framed(quantity)) return Sign{"projected.before", *word};
        if (frame_.sentence.has(WordClass::further_sign)) {
            if (const auto word = further_sign_before(quantity)) return Sign{"projected.before", *word};
            if (const auto word = further_sign_behind(quantity)) return Sign{"projected.behind", *word};
            if (const auto word = in_budget_to_come(quantity)) return Sign{"projected.before", *word};
            if (const auto word = way_made(quantity)) return Sign{"projected.before", *word};
            if (const auto word = quantity.kind == Kind::percent ? upside(quantity) : std::nullopt)
                return Sign{"projected.before", *word};
        }
        if (quantity.begin > frame_.sentence.begin + 4 && frame_.is(quantity.begin - 2, "to"))
            if (const auto word = granted_for(quantity)) return Sign{"projected.before", *word};
        if (frame_.sentence.classes.has_any(calling))
            if (const auto word = called_for(quantity)) return Sign{"projected.before", *word};
        if (frame_.sentence.classes.has_any(papers) && quantity.begin > frame_.sentence.begin + 2)
            if (const auto word = done_by_plan(quantity); word && !is_there(quantity))
                return Sign{"projected.before", *word};
        if (frame_.sentence.has(WordClass::expecting))
            if (const auto word = expected_move(quantity)) return Sign{"projected.before", *word};
        if (quantity.kind == Kind::multiple && is_wanted_deed(quantity.begin))
            return Sign{"projected.before", quantity.begin};
        if (frame_.sentence.has(WordClass::aim_noun))
            if (const auto target = price_target(quantity)) return Sign{"projected.before", *target};
        return std::nullopt;
    }

    std::optional<Sign> sign_before(const Place& place, bool projects) const {
        static constexpr WordClasses budgets{WordClass::plan_noun, WordClass::forecast_noun,
                                             WordClass::deed_noun};
        const Quantity& quantity = place.quantity;
        const TokenRange before{place.segment.begin, quantity.begin};
        const bool joined = frame_.is_any(quantity.begin - 1, {"and", "that"});
        if (projects && !place.which && !(joined && opens_own_clause(quantity)))
            if (const auto word = projects_before(frame_, before, place.amount))
                return Sign{"projected.before", *word};
        if (place.amount && frame_.sentence.has(WordClass::projecting))
            if (const auto word = moved_forecast(quantity)) return Sign{"projected.before", *word};
        if (frame_.sentence.has(WordClass::forecast_noun))
            if (const auto word = moved_estimate(quantity)) return Sign{"projected.before", *word};
        if (frame_.sentence.has(WordClass::plan_noun))
            if (const auto word = view_moved(quantity)) return Sign{"projected.before", *word};
        if (frame_.sentence.classes.has_any(budgets))
            if (const auto word = budget_to_come(place.segment.begin, quantity.begin))
                return Sign{"projected.year", *word};
        return std::nullopt;
    }

    // Words right behind the figure, and those of a clause before it on which it hangs.
    std::optional<Sign> sign_around(const Place& place) const {
        const Quantity& quantity = place.quantity;
        const TokenRange& segment = place.segment;
        if (place.amount && !place.measured)
            if (const auto word = plan_behind(quantity.begin, quantity.end, segment.end))
                return Sign{"projected.behind", *word};
        if (const auto word = foreseen_thing_behind(quantity)) return Sign{"projected.behind", *word};
        if (frame_.is(quantity.begin - 1, "worth"))
            if (const auto word = over_worth(quantity)) return Sign{"projected.behind", *word};
        // "recommended that 90 schools be closed"
        if (frame_.is(place.behind, "be") && place.behind < segment.end)
            return Sign{"projected.behind", place.behind};
        // ", to be built at a cost of £9m,"
        if (segment.begin > frame_.sentence.begin && frame_.is(segment.begin, "to") &&
            frame_.is(segment.begin + 1, "be") && frame_.is_written(segment.begin - 1, ","))
            return Sign{"projected.before", segment.begin};
        if (frame_.sentence.has(WordClass::proposed))
            if (const auto word = proposed_behind(quantity)) return Sign{"projected.behind", *word};
        if (place.amount || quantity.kind == Kind::ratio)
            if (const auto word = to_be_done_behind(quantity.end)) return Sign{"projected.behind", *word};
        if (const auto word = clause_before_projects(frame_, {segment.begin, quantity.begin}, place.amount))
            return Sign{"projected.hangs_on", *word};
        if (const auto word = earlier_projects(frame_, segment.begin, quantity.begin))
            return Sign{"projected.infinitive", *word};
        if (!place.which)
            if (const auto word = by_future_year(place.behind, segment.end))
                return Sign{"projected.year", *word};
        return std::nullopt;
    }

    // What a modal behind the figure says is said of other words than it.
    bool is_of_other_words(const Place& place) const {
        const Quantity& quantity = place.quantity;
        const std::size_t begin = place.segment.begin;
        const bool which = place.which && !is_to_be_lost(quantity) && !is_to_be_built(quantity);
        if (place.measured || which || is_of_participle(quantity) || is_told_of(quantity) ||
            says_who(begin, quantity))
            return true;
        if (opens_with_gerund(begin) ? acts_between(begin + 1, quantity.begin)
                                     : has_verb(begin_of_subject(begin, quantity.begin), quantity.begin))
            return true;
        return is_answer_in_survey(quantity, place.behind) || is_size_of_thing(quantity) ||
               is_of_those(quantity) || is_size_of_group(quantity) || is_of_deed_done(quantity);
    }

    std::optional<Sign> sign_behind(const Place& place) const {
        const std::size_t end = place.segment.end;
        if (const auto word = planned_behind(place.quantity)) return Sign{"projected.behind", *word};
        if (frame_.has(end) && frame_.is_written(end, "("))
            if (const auto word = modal_over_bracket(end)) return Sign{"projected.behind", *word};
        if (const auto word = modal_behind(place.behind, end)) {
            if (was_needed(place.quantity) || is_before_court(place.quantity)) return std::nullopt;
            return Sign{"projected.behind", *word};
        }
        if (const auto word = modal_over_aside(end)) return Sign{"projected.behind", *word};
        return std::nullopt;
    }

    // "rises next month to £25", "goes up next month, from 19% to 25%": what is so then, of a verb that tells of no past.
    std::optional<std::size_t> in_time_before(const Quantity& quantity) const {
        const auto verb = verb_group_before(frame_, quantity.begin);
        if (!verb || verb->end > quantity.begin) return std::nullopt;
        const std::size_t last = verb->end - 1;
        // "Next year's budget is £9m", "Spending next year is set at £9m": by the time of its subject
        if (frame_.is_any(verb->begin, {"is", "are", "has", "contains"})) {
            const TokenRange segment = segment_around(frame_, verb->begin, quantity.end);
            const auto word = in_time_to_come(segment.begin, verb->begin);
            if (word) return word;
        }
        const bool present = has_ending(frame_.word(last), "s", 3) && !frame_.is(last, WordClass::copula) &&
                             !frame_.is(last, WordClass::cue);
        return present ? in_time_to_come(verb->end, quantity.begin + 1) : std::nullopt;
    }

    // "almost double what economists had forecast", "half of what was planned": only what it is measured by is foreseen.
    bool is_measured_by(std::size_t behind) const {
        return frame_.is(behind, "what") || (frame_.is(behind, "of") && frame_.is(behind + 1, "what"));
    }

    // "Cutting the average reading by 5 points would prevent strokes": what is done there is the subject.
    bool opens_with_gerund(std::size_t begin) const {
        return begin == frame_.sentence.begin && has_ending(frame_.word(begin), "ing", 3);
    }
    bool acts_between(std::size_t begin, std::size_t end) const {
        for (std::size_t i = begin; i < end; ++i)
            if (is_verb_at(frame_, i) || frame_.is(i, WordClass::auxiliary)) return true;
        return false;
    }
};

}  // namespace

void find_modality(const SentenceFrame& frame) {
    ModalityRules(frame).run();
}

}  // namespace figbook
