// What the rules for moves ask of the words before a figure.
#include "claim/phrases.hpp"
#include "claim/rules/change_rules.hpp"
#include "claim/verbs.hpp"
#include "quantity/counted.hpp"
#include "text/endings.hpp"

namespace figbook {

bool MovedFigure::is_than_compound(std::size_t last) const {
    return last >= frame_.sentence.begin + 6 && is_behind_hyphen(frame_, last) &&
           frame_.is(last - 2, "than") && is_behind_hyphen(frame_, last - 2);
}

// "slowed to an annual 2.4%", "to a seasonally adjusted 421,000", "by a larger than expected 12,000":
// before the article of what describes the figure.
std::optional<std::size_t> MovedFigure::before_described(std::size_t at) const {
    const std::size_t first = frame_.sentence.begin;
    if (at > first + 2 && frame_.is(at - 1, WordClass::determiner)) {
        const bool one =
            frame_.is_any(at - 1, {"a", "an"}) &&
            (looks_adjective(frame_.document, at) || frame_.is(at, WordClass::earlier) ||
             has_ending(frame_.word(at), "ing", 4) ||  // "a disappointing"
             frame_.is_any(at, {"flat", "initial", "surprising", "round", "mere", "cool", "sharp", "steep",
                                "hefty", "modest", "solid", "stunning", "brisk"}));
        if (one) return at - 2;
    }
    // "from the current $154,000", "from the previously reported 5.57 million", "to the expected 3%"
    constexpr std::size_t longest_which = 3;
    std::size_t which = at;
    while (which > first + 1 && which + longest_which > at && tells_which(which)) --which;
    const bool told_which = which < at || (begin() < quantity_.core && tells_which(begin()));
    if (told_which && which > first && frame_.is_any(which, {"the", "its", "their", "our", "his", "her"}) &&
        frame_.is_any(which - 1, {"from", "to"}))
        return which - 1;
    // "a seasonally adjusted", "an unexpectedly large"
    if (at > first + 3 && has_ending(frame_.word(at - 1), "ly", 3) && frame_.is_any(at - 2, {"a", "an"}))
        return at - 3;
    // "a year-on-year"
    if (at > first + 6 && frame_.is(at, "year") && is_behind_hyphen(frame_, at) && frame_.is(at - 2, "on") &&
        frame_.is_any(at - 5, {"a", "an"}))
        return at - 6;
    if (at > first + 4 && frame_.is_any(at, {"expected", "forecast", "estimated"}) &&
        frame_.is(at - 1, "than") && frame_.is_any(at - 3, {"a", "an"}))
        return at - 4;
    if (!frame_.is(at, "the")) return std::nullopt;
    // "easing to the 4.5% midpoint", ", from the 8.4 percent it owned"
    static constexpr WordClasses marks{WordClass::limit_noun, WordClass::aim_noun, WordClass::level_noun,
                                       WordClass::weak_noun};
    const bool mark =
        at > first + 1 && frame_.is_any(at - 1, {"to", "from"}) && frame_.is_one_of(behind(), marks);
    const bool apart = at > first + 1 && frame_.is(at - 1, "from") && frame_.is_written(at - 2, ",");
    return mark || apart || is_left_behind(at - 1) || is_gone_to(at - 1) ? at - 1 : at;
}

// "the [previously reported] 5.57 million": says which of two figures of the same it is.
bool MovedFigure::tells_which(std::size_t i) const {
    return frame_.is_any(
        i, {"current",   "previous",   "previously", "existing",  "present",     "original",   "originally",
            "initial",   "initially",  "prior",      "earlier",   "former",      "reported",   "estimated",
            "upwardly",  "downwardly", "revised",    "recorded",  "preliminary", "forecast",   "projected",
            "predicted", "expected",   "planned",    "announced", "provisional", "unadjusted", "then"});
}

// "to 2% | from the 3% it gave in May": from another of the same, which was reached; "Inflation fell | from the 6% of May",
// "down 49% in June | from the $5bn of a year ago": from where it moved, or moved by so much.
bool MovedFigure::is_left_behind(std::size_t from) const {
    constexpr std::size_t longest_time = 4;
    if (!frame_.is(from, "from") || from == frame_.sentence.begin) return false;
    const bool bare = !in_noun_phrase(frame_, behind()) || has_past_ending(frame_.word(behind()), 3);
    if (is_worth() && bare && frame_.is(from - 1, WordClass::change_verb) &&
        !frame_.is(from - 1, WordClass::moves_things))
        return true;
    if (index_ == 0) return false;
    const Draft& reached = frame_.draft(index_ - 1);
    const std::size_t told = reached.quantity.phrase_end();
    if (told > from) return false;
    if (reached.claim.role == Role::to)
        return reached.quantity.kind == quantity_.kind && reached.quantity.unit == quantity_.unit;
    const std::size_t time = frame_.is_any(told, {"in", "on", "during"}) ? told + 1 : told;
    const bool next = told == from || (told + longest_time >= from && starts_time(frame_, time));
    return is_worth() && bare && next && reached.claim.role == Role::change &&
           reached.claim.change != Change::none && reached.quantity.kind != Kind::count;
}

// "added nine banks to its sanctions list": they stand there now, and are no more than they were.
bool MovedFigure::is_put_on_list(std::size_t verb) const {
    constexpr std::size_t longest = 5;
    const std::size_t to = quantity_.phrase_end();
    if (quantity_.kind != Kind::count || !frame_.is_any(verb, {"add", "adds", "added", "adding"}))
        return false;
    std::size_t i = to;  // "two of its subsidiaries to a blacklist"
    while (i < to + longest && in_noun_phrase(frame_, i)) ++i;
    if (frame_.is(to, "of")) i = noun_phrase_from(frame_, to + 1, false).end;
    if (!frame_.is(i, "to")) return false;
    for (std::size_t k = i + 1; frame_.has(k) && k <= i + longest; ++k) {
        if (frame_.is_any(k, {"list", "lists", "blacklist", "register", "registry", "watchlist", "agenda"}))
            return true;
        if (!in_noun_phrase(frame_, k)) return false;
    }
    return false;
}

// "It will come down to 2 percent of voters": on them it hangs, and nothing falls.
bool MovedFigure::is_hung_on(std::size_t verb) const {
    if (!frame_.is_any(verb, {"come", "comes", "came", "coming"})) return false;
    const std::size_t noun = frame_.is(behind(), "of") ? behind() + 1 : quantity_.phrase_end() - 1;
    return frame_.is_any(noun, {"voters", "votes", "people", "seats", "states", "voter", "ballots"});
}

// "from six members | to the 85 who train there now": where it went from the figure before.
bool MovedFigure::is_gone_to(std::size_t to) const {
    if (index_ == 0 || !frame_.is(to, "to")) return false;
    const Draft& from = frame_.draft(index_ - 1);
    return from.claim.role == Role::from && from.quantity.kind == quantity_.kind &&
           from.quantity.phrase_end() == to;
}

// "from October's minus 1.34", "from their $38 IPO price": before whose figure it is.
std::optional<std::size_t> MovedFigure::before_owner(std::size_t at) const {
    constexpr std::size_t longest_owner = 3;
    if (at == frame_.sentence.begin) return std::nullopt;
    if (frame_.token(at).kind == TokenKind::possessive)
        for (std::size_t i = at; i-- > frame_.sentence.begin && i + longest_owner >= at;)
            if (frame_.is_any(i, {"from", "to"})) return i;
    const bool pronoun = frame_.is_any(at, {"their", "its", "his", "her"});
    return pronoun && frame_.is_any(at - 1, {"from", "to"}) ? std::optional(at - 1) : std::nullopt;
}

// Where the preposition stands that leads to the figure: before "a [record high of] 1.67%", "[between] 2 and 3%".
std::size_t MovedFigure::preposition_before() const {
    constexpr std::size_t furthest = 5;
    std::size_t at = begin() - 1;
    if (frame_.is(at, WordClass::quotation_mark) && at > frame_.sentence.begin) --at;  // 'rise by "about 3%"'
    if (frame_.is_written(at, "+") && at > frame_.sentence.begin) --at;                // "to +3%"
    // "grew by a bigger-than-expected 2 percent"
    if (is_than_compound(at)) return frame_.is_any(at - 5, {"a", "an"}) ? at - 6 : at - 5;
    if (const auto preposition = before_described(at)) return *preposition;
    if (const auto preposition = before_owner(at)) return *preposition;
    // "to a peak above $68,000"
    const bool marked = begin() < quantity_.core && frame_.is(at, WordClass::weak_noun) &&
                        frame_.is_any(begin(), {"above", "below", "over", "under", "near"});
    if (marked) {
        while (at > frame_.sentence.begin && at + furthest > begin() &&
               !frame_.is_any(at, {"a", "an", "the"}))
            --at;
        return at > frame_.sentence.begin && frame_.is(at, WordClass::determiner) ? at - 1 : begin() - 1;
    }
    if (!frame_.is(at, "of") || at < frame_.sentence.begin + 2) return at;
    // "to 1.4 million barrels from its current production of 0.8 million"
    if (!frame_.is(at - 1, WordClass::weak_noun)) {
        // two ends of one move have one unit
        const bool alike = index_ > 0 && !frame_.draft(index_ - 1).quantity.share_of &&
                           frame_.draft(index_ - 1).quantity.unit == quantity_.unit &&
                           frame_.draft(index_ - 1).quantity.kind == quantity_.kind;
        if (!alike) return at;
        constexpr std::size_t longest = 4;
        for (std::size_t i = at; i-- > frame_.sentence.begin + 1 && i + longest >= at;) {
            if (frame_.is_any(i, {"its", "their", "a", "an", "the"}) && frame_.is(i - 1, "from"))
                return i - 1;
            if (!in_noun_phrase(frame_, i)) break;
        }
        return at;
    }
    while (at > frame_.sentence.begin && at + furthest > begin() && !frame_.is_any(at, {"a", "an", "the"}))
        --at;
    return at > frame_.sentence.begin && frame_.is(at, WordClass::determiner) ? at - 1 : begin() - 1;
}

// A word that is verb and noun is a noun behind an article or an adjective: "a sharp rise".
bool MovedFigure::is_noun_here(std::size_t i) const {
    if (!frame_.is(i, WordClass::change_verb) || !frame_.is(i, WordClass::change_noun) ||
        i == frame_.sentence.begin)
        return false;
    if (frame_.is_any(i - 1, {"which", "who"})) return false;  // "the wage, which rises 6.7%"
    // "could safely fall": an adverb stands before a verb
    const bool adverb = has_ending(frame_.word(i - 1), "ly", 3) && !frame_.is(i - 1, WordClass::adjective);
    const bool adjective = !frame_.token(i - 1).is_capitalised() && looks_adjective(frame_.document, i - 1) &&
                           !frame_.is(i - 1, WordClass::modifier) && !adverb;
    const bool compound =
        i >= frame_.sentence.begin + 2 && frame_.is_written(i - 2, "-");  // "a half-point cut"
    return frame_.is(i - 1, WordClass::determiner) || compound || adjective ||
           frame_.is(i - 1, WordClass::compound_head) || is_noun_of(i) ||
           (frame_.is(i - 1, WordClass::preposition) && !frame_.is(i - 1, "to"));
}

// "an output increase of 180,000 barrels", "imply cuts of 75 basis points": no verb has "of" right behind it.
bool MovedFigure::is_noun_of(std::size_t i) const {
    return frame_.is(i + 1, "of");
}

// "cut the borrowing | needed by £200m", not "cut the fee charged by three banks": says which is cut by so much.
bool MovedFigure::is_of_what_is_cut(std::size_t participle) const {
    return participle + 2 == begin() && quantity_.kind != Kind::count && frame_.is(begin() - 1, "by") &&
           frame_.is_any(participle, {"needed", "demanded", "required", "consumed", "used", "paid", "charged",
                                      "produced", "spent", "sold", "owed", "emitted", "asked", "allowed",
                                      "set", "imported", "exported", "generated"});
}

}  // namespace figbook
