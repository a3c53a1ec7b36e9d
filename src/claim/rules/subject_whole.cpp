// What is left of a subject's phrase when it is to be read alone in a table: nothing of other figures, of when and how much, of the
// words around it.
#include <algorithm>

#include "base/utf8.hpp"
#include "claim/rules/subject_rules.hpp"
#include "quantity/counted.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

// "16 host cities" are host cities; "30-second adverts" are what they are.
TokenRange without_number(const SentenceFrame& frame, TokenRange found) {
    if (found.end < found.begin + 2) return found;
    const bool number = frame.token(found.begin).is_number() || frame.is(found.begin, WordClass::number);
    const bool joined =
        frame.is_written(found.begin + 1, "-") || !frame.token(found.begin + 1).space_before();
    return number && !joined && in_noun_phrase(frame, found.begin + 1)
               ? TokenRange{found.begin + 1, found.end}
               : found;
}

// "targets | ranging from", "claims | pending": what the noun before it does, with nothing of that in the phrase.
bool says_what_noun_does(const SentenceFrame& frame, std::size_t i) {
    static constexpr WordClasses no_noun{
        WordClass::determiner, WordClass::preposition, WordClass::adjective,          WordClass::conjunction,
        WordClass::modifier,   WordClass::pronoun,     WordClass::possessive_pronoun, WordClass::auxiliary};
    return frame.is(i, WordClass::acting_form) && i > frame.sentence.begin && frame.token(i - 1).is_word() &&
           !frame.token(i).is_capitalised() && !frame.has_any(i - 1, no_noun) && !is_behind_hyphen(frame, i);
}

// "soldiers | marching through", "people | signing up": what persons do, and no word that makes a name of them.
bool does_of_persons(const SentenceFrame& frame, std::size_t i) {
    if (!has_ending(frame.word(i), "ing", 3) || i == frame.sentence.begin ||
        frame.token(i).is_capitalised() || !frame.is(i - 1, WordClass::person_noun) ||
        !looks_plural(frame.document, i - 1))
        return false;
    return !frame.is_any(
        i, {"trafficking", "smuggling", "training", "housing", "spending", "meeting", "funding", "planning",
            "screening", "parking", "clothing", "swimming", "cycling", "boxing", "missing", "being"});
}

// "was proud of | the response, which", "were consistent with | the use of": of what somebody is so.
TokenRange without_quality(const SentenceFrame& frame, TokenRange found) {
    if (!frame.is_any(found.begin + 1, {"of", "with", "for", "about"}) || found.begin == frame.sentence.begin)
        return found;
    const bool said =
        frame.is(found.begin - 1, WordClass::copula) && !frame.token(found.begin).is_capitalised() &&
        (frame.is(found.begin, WordClass::adjective) ||
         frame.is_any(found.begin, {"proud", "afraid", "aware", "sick", "tired", "consistent"}));
    return said ? TokenRange{found.begin + 2, found.end} : found;
}

// Words that no noun phrase ends with: "inflation back", "campaign with".
bool ends_badly(const SentenceFrame& frame, std::size_t last) {
    static constexpr WordClasses joints{WordClass::preposition, WordClass::determiner,
                                        WordClass::conjunction};
    const Token& token = frame.token(last);
    if (frame.is(last, "worth") && frame.is(last - 1, "net")) return false;
    if (token.is_capitalised() || is_behind_hyphen(frame, last)) return false;
    // "a campaign in Gaza in | response", "medals in | total": how, and not in what
    if (frame.is(last - 1, "in") &&
        frame.is_any(last, {"total", "response", "retaliation", "return", "exchange", "turn"}) &&
        !frame.is(last + 1, WordClass::preposition))
        return true;
    // "a package of cuts | in order to save"
    if (frame.is(last, "order") && frame.is(last - 1, "in") && frame.is(last + 1, "to")) return true;
    // "people | aged 16", "60% of those | aged"
    if (frame.is(last, "aged") || does_of_persons(frame, last)) return true;
    if (frame.is(last + 1, "off") && frame.is_any(last, {"worse", "better"})) return true;
    if (frame.is(last + 1, "to") && frame.is_any(last, {"able", "willing", "ready", "unable"})) return true;
    // "in the | first", "at the | other", but "open at least a year"
    // "airfields in the largest | such attack", "seats for fans | ahead of the final", "people | prior to the war"
    if (frame.is(last + 1, "such") && frame.is(last - 1, WordClass::determiner) &&
        has_ending(frame.word(last), "est", 3))
        return true;
    if (frame.is_any(last, {"ahead", "prior"}) && frame.is_any(last + 1, {"of", "to"})) return true;
    const bool ordinal =
        !frame.is_any(last - 2, {"least", "than"}) &&
        (frame.is(last, WordClass::time_marker) ||
         frame.is_any(last, {"other", "zero", "current", "early", "late", "full", "upcoming", "usual"})) &&
        !frame.is(last + 1, "-");
    if (ordinal && frame.is_one_of(last - 1, {WordClass::determiner, WordClass::preposition})) return true;
    const bool adverb = has_ending(frame.word(last), "ly", 3) &&
                        !frame.is_one_of(last, {WordClass::noun_in_ly, WordClass::adjective});
    return token.kind == TokenKind::mark || adverb || frame.is(last, "back") ||
           frame.is_one_of(last, joints) || says_what_noun_does(frame, last) ||
           (frame.is(last, WordClass::modifier) && !frame.is(last, WordClass::adjective));
}

}  // namespace

// "registered voters | with a two percent margin"
TokenRange SubjectRules::without_figures(TokenRange found) const {
    for (std::size_t k = 0; k < frame_.count(); ++k) {
        const Quantity& other = frame_.draft(k).quantity;
        if (other.begin >= found.end) break;
        if (other.begin > found.begin && (other.end >= found.end || k == index_)) found.end = other.begin;
    }
    return found;
}

// "fell to $55 per | barrel and Brent was at", "reached 1.6 GW and Norden plans": the words of a figure before are none of it.
TokenRange SubjectRules::behind_figures(TokenRange found) const {
    for (std::size_t k = 0; k < index_; ++k) {
        const Quantity& other = frame_.draft(k).quantity;
        if (other.kind == Kind::count) continue;
        std::size_t end = other.end;
        const bool article = other.begin == found.begin + 1 && frame_.is(found.begin, WordClass::determiner);
        if (article && end < found.end && other.kind != Kind::ratio && other.kind != Kind::multiple &&
            frame_.token(end).is_word() && !frame_.is_any(end, {"and", "or"}) &&
            !frame_.is(end, WordClass::preposition)) {  // "a 5 percent | stake"
            found.begin = end;
            continue;
        }
        if (other.begin > found.begin) {  // "ranks rose 17 percent | and their wealth"
            if (end >= found.end || frame_.is(other.begin - 1, "of") || other.kind == Kind::multiple)
                continue;
            while (end < found.end && !frame_.is(end, "and")) ++end;
            if (end + 1 < found.end) found.begin = end + 1;
            continue;
        }
        if (!other.per.empty() && frame_.is_any(end, {"a", "an", "per"})) end += 2;
        if (found.begin >= end || found.end <= end) continue;
        if (!frame_.is_any(end, {"and", "or"}) && !frame_.is(end, WordClass::preposition)) continue;
        found.begin = end + 1;
    }
    return found;
}

// "41% of the vote | to Cole's 33%": behind the last preposition stands whose the next figure is.
TokenRange SubjectRules::without_rival(TokenRange found) const {
    if (found.empty()) return found;
    const std::size_t next = frame_.draft(index_ + 1).quantity.begin;
    if (found.end != next && found.end + 1 != next) return found;
    const bool owner =
        frame_.token(next - 1).kind == TokenKind::possessive || frame_.is_any(next - 1, {"'", "’"});
    if (!owner) return found;
    for (std::size_t i = found.end; i-- > found.begin + 1;)
        if (frame_.is(i, "to")) return {found.begin, i};
    return found;
}

// "rose | an unexpectedly low 0.1%", "at | an elevated 8.2%": how the figure itself is, and not what it is of.
TokenRange SubjectRules::without_own_words(TokenRange found) const {
    const auto says_how = [&](std::size_t i) {
        return frame_.is_one_of(i, {WordClass::adjective, WordClass::modifier}) ||
               has_ending(frame_.word(i), "ly", 3) ||
               (frame_.is_any(i - 1, {"more", "less"}) && !looks_plural(frame_.document, i));
    };
    std::size_t k = found.end;
    while (k > found.begin && k > frame_.sentence.begin + 1 && says_how(k - 1)) --k;
    const bool own = k < found.end && frame_.is_any(k - 1, {"a", "an"}) &&
                     !frame_.is(found.end - 1, WordClass::noun_first);
    return own ? TokenRange{found.begin, std::max(found.begin, k - 1)} : found;
}

// What is left of a phrase when it is to be read alone: no articles, no other figure, no adverb at its end; nothing of a
// lone adjective.
TokenRange SubjectRules::whole(TokenRange found) const {
    if (frame_.is(found.begin, "what") && found.begin == behind() + 1 &&
        (quantity_.kind == Kind::ratio || quantity_.kind == Kind::percent))
        return found;  // "half of what Orlo asks"
    if (found.end == begin()) found = without_own_words(found);
    for (std::size_t k = 0; frame_.count() > 1 && k < frame_.count();
         ++k) {  // "raised | $200m in a funding round"
        const Quantity& other = frame_.draft(k).quantity;
        if (other.kind != Kind::money || found.begin <= other.begin || found.begin >= other.end) continue;
        found.begin = std::min(other.end, found.end);
        while (!found.empty() && frame_.is(found.begin, WordClass::preposition)) ++found.begin;
    }
    // "with the average | closing down 48 points"
    if (found.end > found.begin + 1 && frame_.is(found.end, WordClass::change_particle) &&
        frame_.is(found.end - 1, WordClass::closing_participle))
        --found.end;
    if (index_ > 0) found = behind_figures(found);
    if (found.end > found.begin + 1) found = without_figures(found);
    if (found.end > found.begin + 1) found = without_opening(found);
    if (found.end > found.begin + 2) found = without_quality(frame_, found);
    const std::size_t article = found.begin;
    found = without_number(frame_, without_determiner(frame_, found));
    if (found.end > found.begin + 1 && found.begin > frame_.sentence.begin &&
        (frame_.token(found.begin - 1).is_number() || frame_.is(found.begin - 1, WordClass::number) ||
         frame_.is(found.begin - 1, "a")) &&
        frame_.is_any(found.begin, {"million", "billion", "trillion", "thousand", "dozen"}))
        ++found.begin;  // "held 6 million | shares valued at", "Five million | pensioners"
    if (!found.empty() && frame_.is(found.begin, "based") && is_behind_hyphen(frame_, found.begin))
        found = without_seat(found);
    else if (found.end > found.begin + 3 && frame_.is(found.begin + 2, "based") &&
             is_behind_hyphen(frame_, found.begin + 2) && found.begin > frame_.sentence.begin + 2 &&
             frame_.is_written(found.begin - 1, ",") && frame_.token(found.begin - 2).is_capitalised()) {
        const TokenRange seated = without_seat({found.begin + 2, found.end});  // "of Lenz, Norden-based Orlo"
        if (seated.begin < found.begin) found = seated;
    } else if (!found.empty() && is_behind_hyphen(frame_, found.begin) &&
               found.begin > frame_.sentence.begin + 1 && frame_.token(found.begin - 2).is_word())
        found.begin -= 2;  // "all-time high"
    // "20 A|321neo aircraft"
    if (!found.empty() && found.begin > frame_.sentence.begin + 1 &&
        !frame_.token(found.begin).space_before() && frame_.token(found.begin - 1).is_word() &&
        frame_.token(found.begin - 1).length() == 1)
        --found.begin;
    if (index_ > 0) found = without_unit(found);
    found = with_earnings(found);
    if (index_ + 1 < frame_.count()) found = without_rival(found);
    if (found.end > found.begin + 2 && frame_.is_any(found.end - 1, {"fiscal", "calendar"}) &&
        frame_.has(found.end) && frame_.token(found.end).is_number())
        --found.end;  // "its target for fiscal | 2008"
    // "50,000 refugees | for the budget year": that is when
    if (frame_.is(found.end, WordClass::time_unit) && found.end > found.begin + 2 &&
        frame_.is_any(found.end - 1,
                      {"budget", "fiscal", "financial", "calendar", "school", "academic", "tax"})) {
        const std::size_t last =
            frame_.is(found.end - 2, WordClass::determiner) ? found.end - 3 : found.end - 2;
        if (last > found.begin && frame_.is(last, WordClass::preposition)) found.end = last;
    }
    if (found.end > found.begin + 2) found = without_time(found);
    while (!found.empty() && ends_badly(frame_, found.end - 1)) --found.end;
    constexpr std::size_t compound =
        5;  // "posted a | better-than-expected | 4 percent rise": how large it is
    if (found.end >= found.begin + compound && is_behind_hyphen(frame_, found.end - 1) &&
        frame_.is(found.end - 3, "than"))
        found.end -= compound;
    if (found.empty()) return {};
    found = without_accusation(found);
    if (may_have_tail(found)) found = without_tail(found);
    if (!found.empty() && !frame_.token(found.end - 1).is_capitalised() && is_fragment(found)) return {};
    if (frame_.is_any(found.end, {",", "and", "or"})) found = joined(found);
    if (found.end != found.begin + 1) return found;
    const std::size_t lone = found.begin;
    if (says_only_when_or_how(lone)) return {};
    // "Going to 3.5% means finding": a verb
    if (frame_.is(lone, "means") && !frame_.is(lone - 1, WordClass::determiner) &&
        lone > frame_.sentence.begin)
        return {};
    if (frame_.is_any(lone, {"theirs", "ours", "mine", "hers", "yours"})) return {};  // "spent $9m on theirs"
    if (frame_.is_any(lone, {"why", "how", "what", "where", "whether"})) return {};
    if (frame_.is(lone, "way") && frame_.is(found.end, "for")) return {};  // "clears the way for $5m"
    if (frame_.is(lone, WordClass::number) && lone < begin())
        return {};  // "Two were hurt and three were killed"
    const Token& token = frame_.token(lone);
    if (token.is_number()) return {};
    // "assured of winning 118", but "Spending was $5m"
    if (found.end + 1 >= begin() && lone < begin() && has_ending(frame_.word(lone), "ing", 2) &&
        is_verb_at(frame_, lone))
        return {};
    // "The remaining 12% went to Lenz", "topped the massive $264 million"
    if (found.end == begin() &&
        frame_.is_any(lone, {"remaining", "massive", "slight", "lacklustre", "gruelling", "staggering",
                             "whopping", "hefty", "tight", "mere"}))
        return {};
    const bool says_how_alone = quantity_.kind != Kind::count && frame_.is(lone, WordClass::adjective) &&
                                !frame_.is(lone, WordClass::verb) && !token.is_capitalised() &&
                                !looks_plural(frame_.document, lone) && !frame_.is(found.end, "-");
    const bool definite = frame_.is(article, "the") || frame_.is(lone - 1, "the") ||
                          (lone >= behind() && frame_.is(lone - 1, "of")) ||      // "30 GW of solar"
                          frame_.is(found.end, WordClass::measuring_participle);  // "a female weighing 4.8kg"
    return says_how_alone && !definite ? TokenRange{} : found;                    // but "the unemployed"
}

// "earnings before interest, taxes, | depreciation and amortization": what is earned before all of them.
TokenRange SubjectRules::with_earnings(TokenRange found) const {
    constexpr std::size_t furthest = 10;
    if (!frame_.is_any(found.begin, {"interest", "tax", "taxes", "taxation", "depreciation", "amortisation",
                                     "amortization", "items", "exceptional", "one-off"}))
        return found;
    for (std::size_t i = found.begin; i-- > frame_.sentence.begin + 1 && i + furthest > found.begin;) {
        if (frame_.is(i, "before")) {
            const TokenRange earned = noun_phrase_before(frame_, i);
            const bool sums = frame_.is_any(i - 1, {"earnings", "profit", "profits", "income", "loss",
                                                    "losses", "result", "results", "margin"});
            return sums && !earned.empty() ? TokenRange{without_determiner(frame_, earned).begin, found.end}
                                           : found;
        }
        if (!frame_.is_any(i, {",", "and", "interest", "tax", "taxes", "depreciation", "special", "items"}))
            return found;
    }
    return found;
}

// "Shares of Fresno, Calif.-based Orlo" whole, "Fresno, Calif.-based | Orlo": with what hangs on the name, or the name alone.
TokenRange SubjectRules::without_seat(TokenRange found) const {
    constexpr std::size_t longest = 9;
    std::size_t seat = found.begin - 1;
    while (seat > frame_.sentence.begin + 1 && seat + longest > found.begin &&
           (frame_.token(seat - 1).is_capitalised() || frame_.is_any(seat - 1, {".", ","})))
        --seat;
    const TokenRange owner = frame_.is(seat - 1, "of") ? noun_phrase_before(frame_, seat - 1) : TokenRange{};
    if (!owner.empty()) return {without_determiner(frame_, owner).begin, found.end};
    return found.end > found.begin + 1 ? TokenRange{found.begin + 1, found.end} : found;
}

// "said Wednesday that", "is higher than Norden", "the March gain of 2%", "in a range of $2 to $3": words that alone say of nothing what
// it is.
bool SubjectRules::says_only_when_or_how(std::size_t lone) const {
    static constexpr WordClasses when_or_how{WordClass::weekday, WordClass::change_comparative,
                                             WordClass::month};
    if (!frame_.has_any(lone, when_or_how)) {
        if (frame_.is(lone, "range")) return quantity_.kind != Kind::measure;
        return frame_.is_any(lone, {"fiscal", "yoy", "qoq", "anywhere", "somewhere", "clearly"});
    }
    if (!frame_.is(lone, WordClass::month) || frame_.is(lone, WordClass::weekday)) return true;
    return lone > frame_.sentence.begin &&
           frame_.is_one_of(lone - 1, {WordClass::determiner, WordClass::preposition});
}

// Without what stands before the phrase and is none of it: "| and Orlo shares", "four years ago | of the boom", "after making |
// profits of $2m".
TokenRange SubjectRules::without_opening(TokenRange found) const {
    while (found.end > found.begin + 1 &&
           frame_.is_any(found.begin, {"and", "or", "but", "ago", "how", "why"})) {
        ++found.begin;
        if (frame_.is(found.begin - 1, "ago") && frame_.is(found.begin, WordClass::preposition))
            ++found.begin;
    }
    // "Also after the | close | shares of Orlo rose": that is when
    if (moves()) {
        const std::size_t hour = frame_.is(found.begin, "the") ? found.begin + 1 : found.begin;
        if (frame_.is(hour, "close") && found.end > hour + 1 && hour > frame_.sentence.begin + 1 &&
            frame_.is(hour - 1, "the") && frame_.is_any(hour - 2, {"after", "before", "at"}))
            found.begin = hour + 1;
        // "released figures showing | the economy grew 7%"
        if (found.end > found.begin + 2) found = behind_what_shows(found);
    }
    // "go forward with a strike that could cost": what is gone forward with
    if (found.end > found.begin + 2 && frame_.is_any(found.begin, {"forward", "ahead", "along"}) &&
        frame_.is(found.begin + 1, "with"))
        found.begin += 2;
    // "to buy | back | shares worth $3bn"
    if (frame_.is(found.begin, "back") && found.end > found.begin + 1 &&
        found.begin > frame_.sentence.begin &&
        frame_.is_any(found.begin - 1, {"buy", "buys", "bought", "buying"}))
        ++found.begin;
    const std::size_t first = found.begin;
    const bool of_figure = frame_.is(found.end, "of") && found.end + 1 >= begin() && first + 1 < found.end;
    if (of_figure && frame_.is_any(first, {"making", "taking", "getting", "giving", "having", "receiving",
                                           "achieving", "reporting", "posting", "paying", "suffering"}))
        ++found.begin;
    return found;
}

// "profit | for the quarter", "phones | in that period", "shops | by Christmas": that is when.
TokenRange SubjectRules::without_time(TokenRange found) const {
    constexpr std::size_t longest = 4;
    const std::size_t last = found.end - 1;
    static constexpr WordClasses times{WordClass::time_unit, WordClass::time_opener,
                                       WordClass::time_noun, WordClass::foreseen_by_then,
                                       WordClass::feast,     WordClass::compared_time};
    if (!frame_.has_any(last, times)) return found;
    std::size_t at = last;
    while (at > found.begin + 1 && at + longest > last && !frame_.is(at, WordClass::preposition)) --at;
    if (at == last || at <= found.begin || !frame_.is(at, WordClass::preposition)) return found;
    const bool behind_article = frame_.is(at + 1, WordClass::determiner);
    if (!behind_article && at + 1 < last) return found;
    if (frame_.is(at - 1, WordClass::forecast_noun))
        return found;  // "expectations for the coming year": which
    if (is_behind_hyphen(frame_, last) ||
        (frame_.is(found.end, "-") && !frame_.token(found.end).space_before()))
        return found;
    const bool told =
        behind_article && at + 1 < last &&
        frame_.is_any(at, {"in", "for", "at", "during", "over", "on", "by", "within", "before", "until"}) &&
        frame_.is_any(at + 1, {"the", "a", "that", "this", "those", "these"}) &&
        frame_.is_any(last, {"quarter", "month",  "year",   "week",  "weekend", "period",  "decade",
                             "day",     "season", "time",   "night", "morning", "evening", "century",
                             "weeks",   "years",  "months", "half",  "summer",  "winter",  "autumn"});
    const bool named = at + 1 == last && frame_.is_any(at, {"by", "before", "over", "until"}) &&
                       frame_.is_any(last, {"christmas", "easter", "ramadan", "summer", "autumn", "winter",
                                            "spring", "midnight", "then"});
    return told || named ? TokenRange{found.begin, at} : found;
}

// "figures showing | the economy", "data that indicated | exports": of what they show that it moved.
TokenRange SubjectRules::behind_what_shows(TokenRange found) const {
    if (found.end > begin()) return found;
    for (std::size_t i = found.begin + 1; i + 1 < found.end; ++i)
        if (frame_.is_any(i, {"showing", "indicating", "suggesting", "revealing"}))
            return frame_.is_any(i - 1, {"figures", "data", "statistics", "results", "numbers", "survey",
                                         "report", "study", "research", "poll", "polls", "evidence", "signs",
                                         "documents", "records", "statement", "analysis", "reports"})
                       ? without_determiner(frame_, {i + 1, found.end})
                       : found;
    return found;
}

// "are dropping 2%", "[recovered] half their losses": what is done; "the accused" are somebody.
bool SubjectRules::is_lone_verb_form(std::size_t i) const {
    if (i == frame_.sentence.begin || frame_.is(i - 1, WordClass::determiner)) return false;
    if (has_ending(frame_.word(i), "ing", 3)) return frame_.is(i, WordClass::change_verb) && i < begin();
    return quantity_.kind != Kind::count && has_past_ending(frame_.word(i), 3) &&
           !frame_.is(i, WordClass::casualty);
}

// "finished the morning down 11%", "$20.85 in late trading": when that was.
bool SubjectRules::is_lone_time(TokenRange found) const {
    return frame_.is_any(found.begin - 1, {"the", "its"}) &&
           frame_.is_any(found.begin,
                         {"morning", "afternoon", "session", "day", "week", "month", "quarter", "year"});
}

// True where without_tail() may find something: asked first, since few phrases have it.
bool SubjectRules::may_have_tail(TokenRange found) const {
    static constexpr WordClasses tails{WordClass::time_unit, WordClass::casualty, WordClass::change_verb};
    return found.end > found.begin + 1 &&
           (frame_.has_any(found.end - 1, tails) || frame_.is(found.end - 1, "moments") ||
            (found.end == begin() &&
             frame_.is_any(found.end - 1, {"initial", "undisclosed", "additional", "extra"})) ||
            frame_.is_any(found.end, {"worth", "valued", "totalling", "totaling", "of"}));
}

// "accused Acme | of paying a firm", "charged nine men | with helping": without of what it is accused.
TokenRange SubjectRules::without_accusation(TokenRange found) const {
    if (found.end < found.begin + 3 || found.begin < frame_.sentence.begin + 2) return found;
    const std::size_t verb = found.begin - (frame_.is(found.begin - 1, WordClass::determiner) ? 2 : 1);
    static constexpr WordClasses verbs{WordClass::verb, WordClass::cue};
    if (!frame_.has_any(verb, verbs)) return found;
    if (!frame_.is_any(verb, {"accused", "accuses", "accuse", "accusing", "suspected", "suspects", "suspect",
                              "convicted", "acquitted", "cleared", "charged", "charges", "charging"}))
        return found;
    for (std::size_t i = found.begin + 1; i + 1 < found.end; ++i)
        if (frame_.is_any(i, {"of", "with"}) && has_ending(frame_.word(i + 1), "ing", 2))
            // "accused it of letting | reserves | dwindle to £4m"
            return moves() && i + 2 < found.end && frame_.is_any(i + 1, {"letting", "making", "seeing"})
                       ? TokenRange{i + 2, found.end}
                       : TokenRange{found.begin, i};
    return found;
}

// Without what stands behind the noun and is none of its phrase.
TokenRange SubjectRules::without_tail(TokenRange found) const {
    const std::size_t last = found.end - 1;
    // "missed two shots moments | later": that is when
    if ((frame_.is(last, WordClass::time_unit) || frame_.is(last, "moments")) &&
        frame_.is_any(found.end, {"later", "earlier", "ago", "before", "after"}))
        --found.end;
    // "earnings | in the range of 32 to 36 cents", "bonuses | to the tune of £2m"
    else if (frame_.is_any(
                 last, {"range", "region", "vicinity", "neighbourhood", "neighborhood", "order", "tune"}) &&
             frame_.is(found.end, "of") && found.end + 1 >= begin() && last > found.begin + 2 &&
             frame_.is_any(last - 1, {"the", "a"}))
        found.end = last - 2;
    // "the sale of the striker | for an initial £14m"
    else if (frame_.is_any(last, {"initial", "undisclosed", "additional", "extra"}) && found.end == begin() &&
             last > found.begin + 2 && frame_.is_any(last - 1, {"a", "an"}) && frame_.is(last - 2, "for"))
        found.end = last - 2;
    // "30 others | wounded", "seven people | injured"
    else if (frame_.is(last, WordClass::casualty) && has_ending(frame_.word(last), "ed", 3) &&
             (looks_plural(frame_.document, last - 1) || frame_.is(last - 1, "others")))
        --found.end;
    // "sees output | rising to 40", "with an index of banks | edging up 0.4%"
    else if (frame_.is(last, WordClass::change_verb) && has_ending(frame_.word(last), "ing", 3) &&
             found.end <= begin() &&
             (found.end == begin() || frame_.is(found.end, WordClass::change_particle) ||
              frame_.is_any(found.end, {"to", "by", "from", "at"})))
        --found.end;
    // "gave away 4,000 | coats worth £40 each": those that are counted
    if (found.end + 1 == begin() && frame_.is(found.end, "worth") && index_ > 0)
        if (const Draft& coats = frame_.draft(index_ - 1);
            coats.quantity.kind == Kind::count && coats.quantity.begin > found.begin &&
            coats.subject_end == found.end && coats.subject_begin > coats.quantity.begin)
            return {coats.subject_begin, coats.subject_end};
    // "sold its arm to Orlo in | a deal worth $4bn", "voted in favour of | a plan valued at £3m"
    if (found.end < begin() && found.end + 2 >= begin() &&
        frame_.is_any(found.end, {"worth", "valued", "totalling", "totaling"}))
        for (std::size_t i = found.end; i-- > found.begin + 1;)
            if (frame_.is_any(i, {"a", "an"}) && frame_.is(i - 1, WordClass::preposition) &&
                i + 1 < found.end)
                return {i + 1, found.end};
    // "gave the mayor | with a flat worth $20,000": what is worth it
    if (found.end + 1 == begin() && frame_.is(found.end, "worth"))
        for (std::size_t i = found.end; i-- > found.begin + 1;)
            if (frame_.is(i, "with") && i + 1 < found.end && !frame_.is(i - 1, WordClass::contract_noun) &&
                !frame_.is_any(i - 1, {"deal", "deals", "agreement", "agreements", "talks", "trade"}))
                return without_determiner(frame_, {i + 1, found.end});
    return found;
}

// "hardly deciding", "Halden official says", "[had $20 billion] done": words of a clause, with no noun that they end in.
bool SubjectRules::is_fragment(TokenRange found) const {
    const std::size_t last = found.end - 1;
    if (is_behind_hyphen(frame_, last)) return false;
    const bool alone = found.end == found.begin + 1;
    if (alone)
        return frame_.is_any(last, {"done", "gone", "underway"}) || is_lone_verb_form(last) ||
               is_lone_time(found) ||
               (frame_.is(last, WordClass::time_marker) && !frame_.is(last, "year") &&
                !looks_plural(frame_.document, last));
    if (frame_.is_any(last, {"says", "said"})) return true;
    return has_ending(frame_.word(last), "ing", 2) && is_adverb_form(last - 1) &&
           found.end == found.begin + 2;
}

// "$20 an ounce | and copper rose"
TokenRange SubjectRules::without_unit(TokenRange found) const {
    for (std::size_t k = 0; k < index_; ++k) {
        const Quantity& other = frame_.draft(k).quantity;
        if (other.per.empty() || other.end + 1 != found.begin) continue;
        if (frame_.is(found.begin + 1, "and") && frame_.is_any(found.begin - 1, {"a", "an"}))
            found.begin = std::min(found.begin + 2, found.end);
    }
    return found;
}

}  // namespace figbook
