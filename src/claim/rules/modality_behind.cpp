// What stands behind a figure and tells that it is to come: "[15,000 jobs] could go", "[a 21-turbine farm] proposed for".
#include "claim/phrases.hpp"
#include "claim/rules/modality_context.hpp"
#include "claim/verbs.hpp"
#include "quantity/counted.hpp"
#include "text/endings.hpp"

namespace figbook {

// "told reporters that | 40 ships of the fleet would sail", "Police believe | 30 people may be missing", "would ease but |
// highs of 38C were likely": the figure itself, where all that stands between it and what opens its clause is its phrase.
std::size_t ModalityContext::begin_of_subject(std::size_t begin, std::size_t figure) const {
    std::size_t first = figure;
    while (first > begin && ((in_noun_phrase(frame_, first - 1) && !is_clause_opener(first - 1) &&
                              !frame_.is(first - 1, WordClass::cue)) ||
                             frame_.is_any(first - 1, {"of", "above", "below", "beyond", "between"}) ||
                             is_noun_with_of(begin, first - 1)))
        --first;
    // "[A move above] $3,000 would not surprise"
    const bool fines = frame_.is(first, WordClass::penalty) && frame_.is(first + 1, "of");  // no verb
    if (first == begin) return frame_.is(begin, WordClass::determiner) || fines ? figure : begin;
    // "… and | a storm surge of 2 metres could flood the town", "… and | 3 boats could sink"
    const bool joined =
        frame_.is(first - 1, "and") && (first == figure || fines || frame_.is_any(first, {"a", "an", "the"}));
    const bool saying = first == figure && frame_.is(first - 1, WordClass::cue);
    // "hired staff as | 80 new pupils are expected", but "as many as 80", "such as 80 pupils"
    const bool meanwhile =
        first == figure && frame_.is(first - 1, "as") &&
        !frame_.is_any(first - 2, {"such", "many", "much", "well", "few", "little", "high", "low"});
    // "said that without fresh cash | 85 routes would go"
    // "Under the contract | 15% of it will be paid"
    if (first == begin + 1 && frame_.is(begin, "under")) return figure;
    const bool fronted =
        first > begin + 1 && frame_.is(first - 1, WordClass::preposition) && is_clause_opener(first - 2);
    return saying || meanwhile || joined || fronted || is_clause_opener(first - 1) ? figure : begin;
}

// "a storm surge of", "a move above": a noun, though the word is a verb elsewhere.
bool ModalityContext::is_noun_with_of(std::size_t begin, std::size_t i) const {
    if (frame_.is(i, WordClass::penalty) && frame_.is(i + 1, "of")) return true;
    return i > begin && frame_.is(i + 1, WordClass::preposition) &&
           (frame_.is(i - 1, WordClass::determiner) || frame_.is(i - 1, WordClass::adjective) ||
            (i > begin + 1 && frame_.is(i - 2, WordClass::determiner) && in_noun_phrase(frame_, i - 1)));
}

// "moved to shelters", "sales are to armies": a noun in the plural, and no infinitive.
bool ModalityContext::is_place_gone_to(std::size_t i) const {
    return looks_plural(frame_.document, i) && !is_verb_at(frame_, i);
}

bool ModalityContext::is_clause_opener(std::size_t i) const {
    return frame_.is_any(i, {"that", "but", "because", "while", "although", "though", "whether", "whereas"});
}

// "4.3 million people, or a quarter of them, | are expected to", "A £3m plant, delayed by an appeal, | is due to": the verb
// behind what is set in.
std::optional<std::size_t> ModalityContext::modal_over_aside(std::size_t comma) const {
    constexpr std::size_t longest = 12;
    if (!frame_.has(comma) || !frame_.is_written(comma, ",") || comma == frame_.sentence.begin)
        return std::nullopt;
    static constexpr WordClasses verbs{WordClass::auxiliary, WordClass::modal};
    for (std::size_t i = comma + 1; frame_.has(i + 1) && i < comma + longest; ++i) {
        if (frame_.is_written(i, ","))
            return frame_.has_any(i + 1, verbs)
                       ? modal_behind(i + 1, segment_around(frame_, i + 1, i + 1).end)
                       : std::nullopt;
        const bool participle =
            i == comma + 1 && has_past_ending(frame_.word(i)) && frame_.is(i + 1, WordClass::preposition);
        if (frame_.has_any(i, verbs) || frame_.is_written(i, ";") || (is_verb_at(frame_, i) && !participle) ||
            frame_.is(i, WordClass::relative))
            return std::nullopt;
    }
    return std::nullopt;
}

// "a 21-turbine farm proposed for the bogs", where nothing has come of it yet.
std::optional<std::size_t> ModalityContext::proposed_behind(const Quantity& quantity) const {
    constexpr std::size_t longest = 5;
    if (says_which(quantity)) return std::nullopt;
    std::size_t i = quantity.end;
    while (i < quantity.end + longest && !frame_.is(i, WordClass::proposed) &&
           (in_noun_phrase(frame_, i) || frame_.is_written(i, "-")))
        ++i;
    const bool hangs =
        frame_.is(i + 1, WordClass::preposition) || (frame_.has(i + 1) && starts_time(frame_, i + 1));
    if (i == quantity.end || !frame_.is(i, WordClass::proposed) || !hangs) return std::nullopt;
    for (std::size_t k = i + 1; frame_.has(k) && !frame_.is_written(k, ","); ++k)
        if (frame_.is_any(k, {"was", "were", "has", "have", "had"})) return std::nullopt;
    return i;
}

// "a 15 percent tariff that the cabinet had planned to impose": not "a tax that it has promised to scrap", which is there.
std::optional<std::size_t> ModalityContext::planned_behind(const Quantity& quantity) const {
    constexpr std::size_t longest = 4, furthest = 8;
    if (says_which(quantity)) return std::nullopt;
    std::size_t at = quantity.end;
    while (at < quantity.end + longest && in_noun_phrase(frame_, at) && !frame_.is_any(at, {"that", "which"}))
        ++at;
    if (at == quantity.end || !frame_.is_any(at, {"that", "which"})) return std::nullopt;
    for (std::size_t i = at + 2; frame_.has(i) && i < at + furthest; ++i) {
        const bool plans =
            frame_.is_any(i, {"planned", "plans", "plan", "intended", "intends", "intend", "hopes", "hoped",
                              "threatened", "threatens", "proposed", "proposes", "vowed"});
        if (plans)
            return frame_.is(i + 1, "to") && !frame_.is(i + 2, WordClass::disposing) ? std::optional(i)
                                                                                     : std::nullopt;
        if (!in_noun_phrase(frame_, i) && !frame_.is_any(i, {"had", "has", "have"})) return std::nullopt;
    }
    return std::nullopt;
}

// "176 dollars (£17.43) is likely to be": the verb behind what is set in brackets.
std::optional<std::size_t> ModalityContext::modal_over_bracket(std::size_t bracket) const {
    constexpr std::size_t longest = 8;
    if (!frame_.is_written(bracket, "(")) return std::nullopt;
    for (std::size_t i = bracket + 1; frame_.has(i + 1) && i < bracket + longest; ++i)
        if (frame_.is_written(i, ")")) return modal_behind(i + 1, segment_around(frame_, i + 1, i + 1).end);
    return std::nullopt;
}

// "37 per cent would pay more, the survey found": what they say now.
bool ModalityContext::is_answer_in_survey(const Quantity& quantity, std::size_t behind) const {
    constexpr std::size_t furthest = 4;
    if (quantity.kind != Kind::percent && quantity.kind != Kind::ratio) return false;
    const auto asks = [&](std::size_t i) {
        return frame_.is(i, WordClass::survey_noun) || frame_.is(i, WordClass::respondent) ||
               frame_.is(i, "found");
    };
    for (std::size_t i = behind; i < behind + furthest && frame_.has(i); ++i) {
        if (!frame_.is(i, "would")) continue;
        for (std::size_t k = frame_.sentence.begin; k < frame_.sentence.end; ++k)
            if (asks(k)) return is_bare_verb(i + 1) || !frame_.is(i + 1, "be");
        return false;
    }
    return false;
}

bool ModalityContext::is_answer_of_voters(std::size_t modal) const {
    if (frame_.is(modal, "would") && frame_.is_any(modal + 1, {"rather", "sooner"})) return true;
    if (!frame_.is(modal, "would") || !frame_.sentence.has(WordClass::voter_noun)) return false;
    return frame_.is_any(modal + 1, {"vote", "back", "support", "prefer", "choose", "favour", "favor"});
}

bool ModalityContext::opens_compound(std::size_t i) const {
    return frame_.has(i + 1) && frame_.is_written(i + 1, "-") && !frame_.token(i + 1).space_before();
}

bool ModalityContext::is_of_participle(const Quantity& quantity) const {
    if (quantity.begin < frame_.sentence.begin + 2) return false;
    const std::size_t participle = quantity.begin - 1;
    // "The owner of a home assessed at £250,000 | will pay"
    if (frame_.is(participle, "at") && frame_.is_any(participle - 1, {"assessed", "valued", "priced"}))
        return in_noun_phrase(frame_, participle - 2);
    return has_ending(frame_.word(participle), "ing", 3) &&
           !frame_.is(participle, "saying") &&  // "the maker saying 300 vans would be recalled"
           in_noun_phrase(frame_, participle - 1) && !frame_.is(participle - 1, WordClass::determiner);
}

// "[two of nine] had expected a cut", "[40 firms] have pledged to": those who do it are there.
bool ModalityContext::does_it_itself(std::size_t i) const {
    return i > frame_.sentence.begin && frame_.is_any(i - 1, {"has", "have", "had"});
}

// "the 300 jobs will go", "its 40-bed ward is to be closed": what is told of it is how many go.
bool ModalityContext::is_to_be_lost(const Quantity& quantity) const {
    return quantity.kind != Kind::measure && quantity.rule != "count.hyphen";
}

// "[recalled] 40,000 cars | that could catch fire": of which it is told.
bool ModalityContext::is_told_of(const Quantity& quantity) const {
    const std::size_t first = frame_.sentence.begin;
    return quantity.begin > first && frame_.is(quantity.begin - 1, WordClass::cue) &&
           frame_.is_any(quantity.phrase_end(), {"that", "which", "who"});
}

// "Nobody | who locked in 3% | is going to move", "Those | with 3% loans | will stay": said of those meant, who have it.
bool ModalityContext::says_who(std::size_t begin, const Quantity& quantity) const {
    constexpr std::size_t furthest = 6;
    if (frame_.is_any(begin, {"those", "anyone", "everyone", "everybody", "nobody", "anybody"}) &&
        frame_.is(begin + 1, "with"))
        return begin + 3 >= quantity.begin;
    for (std::size_t i = quantity.begin; i-- > begin + 1 && i + furthest > quantity.begin;) {
        if (frame_.token(i).kind == TokenKind::mark || frame_.has_any(i, {WordClass::modal})) return false;
        if (frame_.is_any(i, {"who", "which", "that"}))
            return !frame_.is(i - 1, WordClass::cue) && has_past_ending(frame_.word(i + 1)) &&
                   !frame_.is(i + 1, WordClass::projecting);
    }
    return false;
}

// "[stranding 150,000] and putting 21,000 jobs at risk"
bool ModalityContext::puts_other_at_risk(std::size_t begin, std::size_t risk) const {
    for (std::size_t i = begin; i < risk; ++i)
        if (is_figure(i) || frame_.is_any(i, {"putting", "put", "puts"})) return true;
    return false;
}

// "a 15% tariff imposed on shoes in May | would remain": what was made already.
bool ModalityContext::is_kept(std::size_t begin, std::size_t modal) const {
    if (!frame_.is(modal, WordClass::modal) ||
        !frame_.is_any(modal + 1, {"remain", "stay", "continue", "survive"}))
        return false;
    for (std::size_t i = begin; i < modal; ++i)
        if (has_past_ending(frame_.word(i)) && !frame_.is(i, WordClass::projecting)) return true;
    return false;
}

// "€5 billion will be spent", "15,000 jobs could go", "$2bn is planned".
std::optional<std::size_t> ModalityContext::modal_behind(std::size_t begin, std::size_t end) const {
    static constexpr WordClasses deciding{WordClass::endangered,    WordClass::awaited,    WordClass::cue,
                                          WordClass::projecting_to, WordClass::projecting, WordClass::modal,
                                          WordClass::auxiliary};
    for (std::size_t i = begin; i < end && i < begin + 8; ++i) {
        // Most words say nothing of it.
        if (!frame_.has_any(i, deciding) &&
            !frame_.is_any(i, {"possible",  "probable", "conceivable", "depends",  "depend",  "hinges",
                               "hinge",     "falls",    "fall",        "becomes",  "become",  "payable",
                               "repayable", "thought",  "think",       "believed", "believe", "and",
                               "but",       "if",       "whether",     "face",     "facing"}))
            continue;
        if (ends_what_is_said(begin, i)) return std::nullopt;
        if (is_faced_behind(i)) return i;
        // "51% of voters thought that he should go": what they think of is no more said of them
        if (i > begin && frame_.is_any(i, {"thought", "think", "believed", "believe"}) &&
            !frame_.is(i - 1, WordClass::auxiliary) && !frame_.is(i - 1, WordClass::modal))
            return std::nullopt;
        // "Three firms also predicted that more would close": those who do
        if (i > begin && frame_.is(i, WordClass::projecting) && !frame_.is(i, WordClass::modal) &&
            frame_.is(i + 1, "that") && !frame_.is(i - 1, WordClass::auxiliary) && is_verb_at(frame_, i))
            return std::nullopt;
        // "65 jets have been pledged by the allies"
        if (frame_.is_any(i, {"have", "has", "had"}) && frame_.is(i + 1, "been") &&
            frame_.is_any(i + 2, {"pledged", "promised", "earmarked", "proposed", "planned", "scheduled",
                                  "budgeted", "pencilled"}) &&
            !frame_.is(i + 3, WordClass::determiner))
            return i + 2;
        const bool to_be_won =  // "with 19 electoral votes at stake"
            frame_.is(i, "stake") &&
            frame_.is_any(begin - 1, {"votes", "seats", "delegates", "medals", "points"});
        if (frame_.is(i, WordClass::endangered) && is_in_danger(i) && !to_be_won &&
            !puts_other_at_risk(begin, i))
            return i;
        if (i > begin && frame_.is_any(i, {"possible", "probable", "conceivable"}) &&
            frame_.is_any(i - 1, {"is", "are"}))
            return i;
        if (frame_.is(i, WordClass::awaited) && frame_.is(i - 1, "the") && frame_.is_any(i - 2, {"in", "on"}))
            return i;  // "are in the pipeline"
        if (frame_.is_any(i, {"depends", "depend", "hinges", "hinge"}) && frame_.is(i + 1, "on") &&
            !frame_.is(i - 1, WordClass::wider_noun) && !frame_.is(i - 1, WordClass::person_noun) &&
            !frame_.is(i - 1, "to"))
            return i;  // not "are thought to depend on it"
        if (frame_.is_any(i, {"falls", "fall", "becomes", "become"}) && frame_.is(i + 1, "due"))
            return i + 1;  // "falls due if they win"
        // "are due to go", "is to be cut"
        if (frame_.is(i, WordClass::cue) && is_verb_at(frame_, i) && !frame_.is(i, WordClass::projecting))
            return std::nullopt;  // "36 percent said they were willing to go"
        const bool due = frame_.is(i, WordClass::projecting_to) && i > begin && !frame_.is(i, "unlikely") &&
                         frame_.is(i - 1, WordClass::auxiliary) && !does_it_itself(i);
        const bool next_to =
            frame_.is(i + 1, "to") && (due || frame_.is_any(i, {"is", "are", "was", "were"}));
        // "whose sales are to armies" goes somewhere.
        const auto somewhere = [&](std::size_t place) {
            return frame_.token(place).is_capitalised() || frame_.is(place, WordClass::determiner) ||
                   is_place_gone_to(place);
        };
        if (next_to && i + 2 < end && frame_.token(i + 2).is_word() && !somewhere(i + 2)) return i;
        // "82% of murders were committed by men"
        const bool done = frame_.is(i, "committed") && !frame_.is(i + 1, "to");
        if (is_answer_of_voters(i) || is_past_ability(i)) return std::nullopt;
        if (is_kept(begin, i)) return std::nullopt;
        if (is_due(i)) return i;
        if (frame_.is(i, WordClass::projecting) && does_it_itself(i)) return std::nullopt;
        // "Some 15 towns were targeted by drones"
        const bool hit = frame_.is(i, "targeted") &&
                         frame_.is_any(i + 1, {"by", "in", "with", "against", "for", "on", "at"});
        if (frame_.is(i, WordClass::projecting) && !done && !hit && !opens_compound(i) &&
            (frame_.is(i, WordClass::modal) || frame_.is(i - 1, WordClass::auxiliary)))
            return i;
        if (frame_.is_any(i, {"were", "was"}) && frame_.is(i + 1, "at") &&
            frame_.is(i + 2, WordClass::endangered))
            continue;
        if (frame_.is(i, WordClass::auxiliary) && !frame_.is(i + 1, WordClass::projecting) &&
            !frame_.is(i + 1, WordClass::projecting_to) && !frame_.is_any(i, {"be", "are", "is"})) {
            // "another 9% was possible"
            const bool may = i > begin && frame_.is_any(i + 1, {"possible", "probable", "conceivable"});
            return may ? std::optional(i + 1) : std::nullopt;
        }
    }
    return std::nullopt;
}

// "[treats 900 patients a year] and is to be closed", "[are waiting to hear] if they will": what follows is told of another thing.
bool ModalityContext::ends_what_is_said(std::size_t begin, std::size_t i) const {
    if (frame_.is_any(i, {"if", "whether"})) return true;
    if (!frame_.is_any(i, {"and", "but"})) return false;
    // "[40 people] died and the number is expected to rise": what has happened, and a clause of its own behind it
    static constexpr WordClasses heads{WordClass::determiner, WordClass::pronoun};
    if (i > begin && is_deed_done(begin) &&
        (frame_.has_any(i + 1, heads) ||
         frame_.is_any(i + 1, {"up", "many", "dozens", "hundreds", "scores"})))
        return true;
    static constexpr WordClasses helpers{WordClass::auxiliary, WordClass::modal};
    // "[has cut waste by 40%] and aims for more"
    const bool aims = frame_.is(i + 1, WordClass::projecting) && has_ending(frame_.word(i + 1), "s", 3) &&
                      is_verb_at(frame_, i + 1);
    const bool goes_on = aims || frame_.has_any(i + 1, helpers);
    // "fell on Monday and more is forecast"
    const bool more = frame_.is_any(i + 1, {"more", "others", "another"}) && frame_.has_any(i + 2, helpers);
    if (!goes_on && !more) return false;
    return goes_on != has_finite_verb({begin, i});
}

// "500 workers face losing their jobs", "stand to lose their homes": what may come to them.
bool ModalityContext::is_faced_behind(std::size_t i) const {
    if (frame_.is(i, "stand")) return frame_.is(i + 1, "to") && frame_.is_any(i + 2, {"lose", "gain"});
    return frame_.is_any(i, {"face", "facing"}) &&
           frame_.is_any(i + 1, {"losing", "redundancy", "eviction", "dismissal", "demolition", "closure"});
}

// "presented a 52.7 trillion shilling budget": not passed yet.
bool ModalityContext::is_tabled(std::size_t figure) const {
    constexpr std::size_t longest = 3;
    for (std::size_t i = figure; i-- > frame_.sentence.begin && i + longest >= figure;)
        if (frame_.is_any(i, {"presented", "unveiled", "tabled", "drafted", "presents", "unveils"}))
            return true;
    return false;
}

// "a $3bn bid", "a 2.5% pay offer": the noun that the amount belongs to.
std::optional<std::size_t> ModalityContext::plan_behind(std::size_t figure, std::size_t begin,
                                                        std::size_t end) const {
    constexpr std::size_t longest = 4;
    for (std::size_t i = begin; i < end && i < begin + longest; ++i) {
        if (frame_.is(i, "budget") && is_tabled(figure)) return i;
        if (frame_.is(i, WordClass::plan_noun)) {
            const bool there = frame_.is(i, "project") && figure > frame_.sentence.begin &&
                               frame_.is(figure - 1, "the");  // "the $100m project is the latest"
            if (there) return std::nullopt;
            const bool goes_on = in_noun_phrase(frame_, i + 1) && !is_verb_at(frame_, i + 1);
            return goes_on || is_verb_at(frame_, i) ? std::nullopt : std::optional(i);
        }
        const bool noun = in_noun_phrase(frame_, i) && !frame_.is(i, WordClass::determiner);
        if (!noun && !frame_.is_written(i, "-")) return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace figbook
