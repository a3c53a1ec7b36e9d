// Modality: what is, against what is planned, promised, forecast, targeted or possible.
#include "claim/rules/rules.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

class ModalityRules {
 public:
    explicit ModalityRules(const SentenceFrame& frame) : frame_(frame) {}

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
            } else if (draft.claim.role != Role::from) {
                project(i);
            }
        }
    }

 private:
    void project(std::size_t i) const {
        Draft& draft = frame_.draft(i);
        const std::size_t core = draft.quantity.core;
        if (const auto sign = sign_of_projection(draft.quantity)) {
            draft.claim.modality = Modality::projected;
            note(frame_.trace, {core, Field::modality, sign->rule, sign->word, sign->word + 1});
        } else if (is_aside_of_projected(i)) {
            draft.claim.modality = Modality::projected;
            note(frame_.trace,
                 {core, Field::modality, "projected.aside", 0, 0, frame_.draft(i - 1).quantity.core});
        }
    }

    struct Sign {
        std::string_view rule;
        std::size_t word;  // the token that says that it is projected
    };

    std::optional<Sign> sign_of_projection(const Quantity& quantity) const {
        const bool projects =
            frame_.sentence.has(WordClass::projecting) || frame_.sentence.has(WordClass::projecting_to);
        if (!projects && !(frame_.published && frame_.sentence.has_digits)) return std::nullopt;
        const TokenRange segment = segment_around(frame_, quantity.begin, quantity.end);
        const std::size_t behind = std::max(quantity.end, quantity.noun_end);
        if (!projects) {
            const auto word = by_future_year(behind, segment.end);
            return word ? std::optional(Sign{"projected.year", *word}) : std::nullopt;
        }
        if (const auto word = projects_before(segment.begin, quantity.begin))
            return Sign{"projected.before", *word};
        if (continues_infinitive(segment.begin))
            if (const auto word = earlier_projects(segment.begin)) return Sign{"projected.infinitive", *word};
        if (const auto word = by_future_year(behind, segment.end)) return Sign{"projected.year", *word};
        if (has_verb(segment.begin, quantity.begin)) return std::nullopt;
        if (const auto word = modal_behind(behind, segment.end)) return Sign{"projected.behind", *word};
        return std::nullopt;
    }

    // ", 18 per cent less than in 2022", ", up 9 percent": set behind a projected figure, without a verb of its own.
    bool is_aside_of_projected(std::size_t i) const {
        if (i == 0 || frame_.draft(i - 1).claim.modality != Modality::projected) return false;
        const Quantity& quantity = frame_.draft(i).quantity;
        const TokenRange segment = segment_around(frame_, quantity.begin, quantity.end);
        const std::size_t before =
            std::max(frame_.draft(i - 1).quantity.end, frame_.draft(i - 1).quantity.noun_end);
        if (segment.begin < before) return is_joined_on(before, quantity.begin);
        if (segment.begin == frame_.sentence.begin) return false;
        for (std::size_t k = before; k < segment.begin; ++k)
            if (frame_.is(k, WordClass::verb) || frame_.is(k, WordClass::auxiliary) ||
                frame_.document.is(k, ";") || frame_.is(k, WordClass::cue))
                return false;
        if (frame_.is(segment.begin, WordClass::comparison) ||
            frame_.is(segment.begin, WordClass::conjunction))
            return false;
        return !has_verb(segment.begin, segment.end);
    }

    // "spending of $68bn for 2025 and a deficit of 2.9 percent": a second thing, with no verb of its own.
    bool is_joined_on(std::size_t before, std::size_t begin) const {
        for (std::size_t i = before; i < begin; ++i)
            if (frame_.is(i, "and"))
                return frame_.is(i + 1, WordClass::determiner) && frame_.is(begin - 1, "of") &&
                       !has_verb(i, begin);
        return false;
    }

    // A projecting word before the figure, and no finite verb of fact between: "plans to spend", "could reach".
    std::optional<std::size_t> projects_before(std::size_t begin, std::size_t end) const {
        for (std::size_t i = end; i-- > begin;) {
            if (frame_.is(i, WordClass::projecting_to) && is_before_infinitive(i, end) &&
                !frame_.is(i, "continue"))
                return i;
            if (frame_.is(i, WordClass::projecting)) {
                if (is_adjective_here(i, end)) continue;
                return i;
            }
            if (is_fact(i)) return std::nullopt;
        }
        return std::nullopt;
    }

    // "agreed to spend", "voted by 31 to 22 to raise", "voted 84 to 61 on Wednesday to sell"
    bool is_before_infinitive(std::size_t verb, std::size_t end) const {
        constexpr std::size_t furthest = 8;
        static constexpr WordClasses between{WordClass::preposition, WordClass::weekday, WordClass::modifier,
                                             WordClass::number};
        for (std::size_t i = verb + 1; i + 1 < end && i < verb + furthest; ++i) {
            const bool to = frame_.is(i, "to");
            if (to && i == verb + 1) return true;
            if (to && frame_.token(i + 1).is_word() && !frame_.is(i + 1, WordClass::number)) return true;
            if (!frame_.token(i).is_number() && !frame_.has_any(i, between)) return false;
        }
        return false;
    }

    // "the planned $5bn sale" projects, "the expected" too; "more than planned" and "the proposed law cost" do not.
    bool is_adjective_here(std::size_t i, std::size_t figure) const {
        const bool participle = has_ending(frame_.document.word(i), "ed");
        const bool behind_article = i > frame_.sentence.begin && frame_.is(i - 1, WordClass::determiner);
        if (frame_.is(i, WordClass::modal)) return false;
        if (i > frame_.sentence.begin && (frame_.is(i - 1, "than") || frame_.is(i - 1, "as"))) return true;
        if (participle && behind_article) return i + 1 != figure;
        const bool noun =
            frame_.is(i, WordClass::plan_noun) && (behind_article || frame_.is(i - 1, WordClass::adjective) ||
                                                   frame_.is(i - 1, "of") || is_compound(i));
        if (!noun) return false;
        // "a target of 2%", "its forecast for growth of 3%", "a plan to spend"
        return !(frame_.is_any(i + 1, {"of", "to", "for"}) || i + 1 == figure);
    }

    // "five-year plan": a noun behind its hyphen.
    bool is_compound(std::size_t i) const {
        return i >= frame_.sentence.begin + 2 && frame_.document.is(i - 2, "-") &&
               !frame_.token(i - 1).space_before();
    }

    // A verb that states: "said", "was", "rose". "said it would" is caught before, from the right.
    bool is_fact(std::size_t i) const {
        static constexpr WordClasses stating{WordClass::relative, WordClass::conjunction,
                                             WordClass::verb,     WordClass::change_verb,
                                             WordClass::cue,      WordClass::auxiliary};
        if (!frame_.has_any(i, stating)) return false;
        if (frame_.is(i, WordClass::projecting)) return false;
        if (frame_.is_any(i, {"which", "who", "while", "but"})) return true;
        const bool past = has_ending(frame_.document.word(i), "ed", 2) &&
                          (frame_.is(i, WordClass::verb) || frame_.is(i, WordClass::change_verb) ||
                           frame_.is(i, WordClass::cue));
        const bool helped =
            i > frame_.sentence.begin &&
            (frame_.is_any(i - 1, {"be", "been", "have", "to"}) || frame_.is(i - 1, WordClass::adjective));
        if (past && !helped) return true;
        if (frame_.is(i, "have") && !frame_.is(i + 1, "to"))
            return i == frame_.sentence.begin || !frame_.is(i - 1, WordClass::modal);
        if (frame_.is_any(i, {"was", "were", "has", "had", "is", "are"})) {
            const bool infinitive = frame_.is_any(i + 1, {"expected", "to", "likely"});
            return !infinitive;
        }
        return frame_.is(i, WordClass::cue) && !frame_.is(i, WordClass::weak_noun) &&
               i > frame_.sentence.begin && !frame_.is(i - 1, WordClass::determiner);
    }

    // ", and to recruit": the infinitive hangs on a verb before the comma.
    bool continues_infinitive(std::size_t begin) const {
        return frame_.is(begin, "to") ||
               ((frame_.is(begin, "and") || frame_.is(begin, "or")) && frame_.is(begin + 1, "to"));
    }
    std::optional<std::size_t> earlier_projects(std::size_t begin) const {
        for (std::size_t i = begin; i-- > frame_.sentence.begin;)
            if (frame_.is(i, WordClass::projecting)) return i;
        return std::nullopt;
    }

    // "15,000 doctors by 2031", in an article of an earlier year.
    std::optional<std::size_t> by_future_year(std::size_t begin, std::size_t end) const {
        if (!frame_.published) return std::nullopt;
        for (std::size_t i = begin; i + 1 < end; ++i) {
            if (!frame_.token(i + 1).is_number() || !frame_.is_any(i, {"by", "for", "in"})) continue;
            const auto year = Decimal::parse(frame_.document.word(i + 1));
            if (year && *year > Decimal(year_of(*frame_.published)) && *year < Decimal(2200)) return i + 1;
        }
        return std::nullopt;
    }

    bool has_verb(std::size_t begin, std::size_t end) const {
        for (std::size_t i = begin; i < end; ++i)
            if (frame_.is(i, WordClass::verb) || frame_.is(i, WordClass::change_verb) ||
                frame_.is(i, WordClass::cue) || frame_.is(i, WordClass::auxiliary))
                return true;
        return false;
    }

    // "€5 billion will be spent", "15,000 jobs could go", "$2bn is planned".
    std::optional<std::size_t> modal_behind(std::size_t begin, std::size_t end) const {
        for (std::size_t i = begin; i < end && i < begin + 8; ++i) {
            if (frame_.is(i, WordClass::projecting) &&
                (frame_.is(i, WordClass::modal) || frame_.is(i - 1, WordClass::auxiliary)))
                return i;
            if (frame_.is(i, WordClass::auxiliary) && !frame_.is(i + 1, WordClass::projecting) &&
                !frame_.is(i, "be"))
                return std::nullopt;
        }
        return std::nullopt;
    }

    const SentenceFrame& frame_;
};

}  // namespace

void find_modality(const SentenceFrame& frame) {
    ModalityRules(frame).run();
}

}  // namespace figbook
