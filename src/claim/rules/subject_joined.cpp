// Subjects of two or more things: "cars, trucks and vans", "flights between Lenz and Orlo", "television and radio slots";
// and of what stands beside a figure in a word of its own: ", an increase of 3%", "twice as many calls".
#include <algorithm>

#include "claim/rules/subject_rules.hpp"
#include "quantity/counted.hpp"
#include "text/endings.hpp"

namespace figbook {

// The phrase with what "and" joins to it.
TokenRange SubjectRules::joined(TokenRange found) const {
    if (found.empty() || !frame_.has(found.end)) return found;
    if (frame_.is_written(found.end, ",")) return with_list(found);
    if (!frame_.is_any(found.end, {"and", "or"})) return found;
    const std::size_t second = found.end + 1;
    if (!frame_.has(second) || starts_figure(frame_, second) || starts_time(frame_, second)) return found;
    if (frame_.is_one_of(second, {WordClass::determiner, WordClass::modifier, WordClass::pronoun}) ||
        frame_.is_any(second, {"other", "others"}))
        return found;
    // "eight churches | and several homes": nobody has counted those
    if (found.begin >= begin() && quantity_.kind == Kind::count &&
        frame_.is_any(second, {"several", "many", "some", "numerous", "various", "dozens", "hundreds",
                               "thousands", "countless"}))
        return found;
    TokenRange other = noun_phrase_from(frame_, second, false);
    for (std::size_t i = other.begin; i < other.end; ++i)  // "the police in Norden and Orsk | routinely"
        if (is_adverb_form(i)) other.end = i;
    if (other.empty()) return found;
    if (is_open_between(found)) return {found.begin, other.end};
    // "back an immediate | or eventual union": two adjectives of one noun
    if (found.end == found.begin + 1 && other.end > second + 1 &&
        looks_adjective(frame_.document, found.begin) && looks_adjective(frame_.document, second) &&
        !frame_.is(found.begin, WordClass::noun_first))
        return {found.begin, other.end};
    return may_join(found, other) && ends_there(found, other.end) ? TokenRange{found.begin, other.end}
                                                                  : found;
}

// "flights between Lenz": its "and" must follow.
bool SubjectRules::is_open_between(TokenRange found) const {
    for (std::size_t i = found.end; i-- > found.begin + 1;) {
        if (frame_.is(i, "and")) return false;
        if (frame_.is(i, "between")) return true;
        if (frame_.is(i, WordClass::preposition)) return false;
    }
    return false;
}

// Things of one sort: a name and a name, several and several, an adjective or a noun before its noun.
bool SubjectRules::may_join(TokenRange found, TokenRange other) const {
    if (found.begin < behind() && other.end > begin()) return false;  // not over the figure
    for (std::size_t k = 0; k < frame_.count(); ++k) {
        const Quantity& figure = frame_.draft(k).quantity;
        if (figure.begin >= found.end && figure.begin < other.end) return false;
    }
    const std::size_t last = found.end - 1, first = other.begin, head = other.end - 1;
    if (!frame_.token(last).is_word() || !frame_.token(head).is_word()) return false;
    const auto is_name = [&](std::size_t i) {
        return frame_.token(i).is_capitalised() && !frame_.token(i).is_all_capitals();
    };
    // "251 Israelis and foreigners"
    const bool persons =
        quantity_.kind == Kind::count && found.begin >= behind() && head == first &&
        looks_plural(frame_.document, last) && looks_plural(frame_.document, head) &&
        (frame_.is(head, WordClass::person_noun) || frame_.is_any(head, {"foreigners", "nationals"}));
    const bool name = is_name(last);
    if (name != is_name(first) && !persons) return false;
    // "cut 300 jobs and closed", "a plan and ensuring", "debt and ask", "cash and part of"
    const bool alone = head == first;
    if (has_ending(frame_.word(head), "ed", 2)) return false;
    // "spends 3% on defence | and aims to reach 4%"
    if (alone && frame_.is(other.end, "to") &&
        (frame_.is_any(head, {"aims", "plans", "hopes", "wants", "needs", "promises", "intends", "seeks"}) &&
         frame_.is_one_of(other.end + 1, {WordClass::infinitive, WordClass::verb, WordClass::change_verb})))
        return false;
    // "80% of its phones and known as", "a rise in flu and increases in"
    if (alone && frame_.is_any(other.end, {"as", "by"})) return false;
    static constexpr WordClasses another_clause{WordClass::change_noun, WordClass::change_verb,
                                                WordClass::past_form};
    const bool ends = !frame_.has(other.end) || frame_.token(other.end).kind == TokenKind::mark;
    const bool counted = quantity_.kind == Kind::count && found.begin >= behind() && ends;
    if (frame_.has_any(head, another_clause) && !(counted && frame_.is(head, "rockets"))) return false;
    if (alone && ((has_ending(frame_.word(head), "ing", 2) && !ends) ||
                  (!looks_plural(frame_.document, head) &&
                   frame_.has_any(head, {WordClass::cue, WordClass::infinitive, WordClass::verb}) && !ends) ||
                  frame_.is_any(head, {"part", "half", "most", "all", "some"})))
        return false;
    // "debt and cut costs", "a plan and reallocate spectrum", "contracts and influences rates": a verb with its object
    const bool acts =
        frame_.has_any(first, {WordClass::infinitive, WordClass::change_verb}) ||
        (looks_plural(frame_.document, first) && head == first + 1 && looks_plural(frame_.document, head) &&
         frame_.has_any(first, {WordClass::verb, WordClass::noun_first, WordClass::cue}));
    if (!alone && acts) return false;
    const bool plural = looks_plural(frame_.document, last), plurals = looks_plural(frame_.document, head);
    const bool follows = found.begin >= behind();
    if (quantity_.kind == Kind::count && follows)
        return plurals || (!plural && end_of_head(frame_.document, found) < found.end);
    return plural == plurals || !plural || name || follows;
}

// No clause of its own follows: "sold bonds and shares [of its arm]", but "cut jobs and shares | fell".
bool SubjectRules::ends_there(TokenRange found, std::size_t end) const {
    if (!frame_.has(end)) return true;
    if (starts_figure(frame_, end) || frame_.is(end, WordClass::change_particle) ||
        (frame_.is(end, WordClass::determiner) && !frame_.is(end, "that")))
        return false;
    const bool leads =  // "fares will rise by 4% and charges | by 30p"
        frame_.is_any(end, {"by", "to", "from", "at"}) && starts_figure(frame_, end + 1) &&
        (frame_.is(end + 1, WordClass::number) || frame_.token(end + 1).is_number() ||
         (frame_.has(end + 2) && frame_.token(end + 2).is_number()));  // not "drones and missiles at Israel"
    if (leads) return false;
    std::size_t verb = end;
    while (frame_.has(verb) && frame_.is(verb, WordClass::modifier) && !is_verb_at(frame_, verb)) ++verb;
    if (!is_verb_at(frame_, verb)) return frame_.token(verb).kind != TokenKind::possessive;
    // Behind the verb of the clause another one opens; before it, both do what it says.
    const std::size_t first = std::min(found.begin, begin());
    return opens_told_clause(first) || !verb_group_before(frame_, first);
}

// "Officials say | 100 women and children have died", "after | 12 children and teachers were hurt": with the figure a clause opens.
bool SubjectRules::opens_told_clause(std::size_t first) const {
    if (quantity_.kind != Kind::count || first == frame_.sentence.begin) return false;
    return frame_.is_one_of(first - 1, {WordClass::cue, WordClass::relative, WordClass::subordinator}) ||
           frame_.is_any(first - 1, {"that", "after", "before", "when", "while", "because", "which"});
}

// "cars, trucks and vans", "schools in Lenz, Orsk and Varlo"
TokenRange SubjectRules::with_list(TokenRange found) const {
    constexpr std::size_t longest_item = 3, most_items = 6;
    if (quantity_.kind != Kind::count || found.begin < behind()) return found;
    std::size_t at = found.end;
    const bool names =
        frame_.token(at - 1).is_capitalised() && end_of_head(frame_.document, found) < found.end;
    for (std::size_t item = 0; item < most_items && frame_.has(at); ++item) {
        const bool last = frame_.is_any(at, {"and", "or"});
        if (!last && !frame_.is_written(at, ",")) return found;
        std::size_t first = at + 1;
        const bool joint = !last && frame_.is_any(first, {"and", "or"});
        if (joint) ++first;
        if (!frame_.has(first) || starts_figure(frame_, first) || starts_time(frame_, first) ||
            (!names && frame_.token(first).is_capitalised() && !frame_.token(first).is_all_capitals()) ||
            frame_.is(first, WordClass::determiner))
            return found;
        const TokenRange other = noun_phrase_from(frame_, first, false);
        if (other.empty() || other.end > first + longest_item || !may_join(found, other)) return found;
        at = other.end;
        if (last || joint) return item > 0 && ends_there(found, at) ? TokenRange{found.begin, at} : found;
    }
    return found;
}

// "sold 17m cars, an increase of just 3%", "The number was 2,895: a 500% increase": of what the figure before it is said.
TokenRange SubjectRules::apposed_move() const {
    constexpr std::size_t longest = 5;
    if (draft_.claim.role != Role::change || index_ == 0) return {};
    std::size_t article = begin();
    if (!frame_.is_any(begin(), {"a", "an"})) {
        article = begin() - 1;
        if (frame_.is(article, "of")) {
            if (!frame_.is(--article, WordClass::change_noun)) return {};
            while (article > frame_.sentence.begin && article + longest > begin() &&
                   !frame_.is_any(article, {"a", "an"}))
                --article;
        } else {
            std::size_t noun = behind();
            while (in_noun_phrase(frame_, noun) && noun < behind() + 2 &&
                   !frame_.is(noun, WordClass::change_noun))
                ++noun;
            if (!frame_.is(noun, WordClass::change_noun) ||
                frame_.is_any(noun + 1, {"in", "of", "to", "for"}))
                return {};
        }
    }
    if (!frame_.is_any(article, {"a", "an"}) || article <= frame_.sentence.begin + 1) return {};
    if (!frame_.is_written(article - 1, ",") && !divides_clauses(frame_, article - 1)) return {};
    for (std::size_t k = index_; k-- > 0;) {
        const Draft& before = frame_.draft(k);
        if (is_time_unit(before.quantity.unit)) continue;
        for (std::size_t i = before.quantity.phrase_end(); i + 1 < article; ++i)
            if (is_verb_at(frame_, i)) return {};
        return {before.subject_begin, before.subject_end};
    }
    return {};
}

// Where the noun of "a 2% weekly gain" stands, which says of nothing else that it moved; 0 where none does.
std::size_t SubjectRules::moved_noun(std::size_t longest) const {
    const std::size_t first = behind_year_on_year(frame_, behind());  // "a 2.1% month-on-month fall"
    std::size_t noun = first;
    while (noun < first + longest && frame_.has(noun) && !frame_.is(noun, WordClass::change_noun)) {
        if (!frame_.has_any(noun, {WordClass::adjective, WordClass::modifier, WordClass::time_unit}) &&
            !is_of_time(noun))
            return 0;
        ++noun;
    }
    if (!frame_.is(noun, WordClass::change_noun)) return 0;
    // "saw a 5.5% rise to $3bn"
    const bool to_figure =
        frame_.is(noun + 1, "to") &&
        starts_figure(frame_,
                      frame_.is_any(noun + 2, {"a", "about", "some", "around"}) ? noun + 3 : noun + 2);
    const bool own = frame_.is_any(noun + 1, {"in", "of", "to", "for"}) && !to_figure &&
                     (!starts_time(frame_, noun + 2) || is_month_of(noun + 2));
    return own ? 0 : noun;
}

// "an 8% increase in January worldwide sales": the month is of what is sold.
bool SubjectRules::is_month_of(std::size_t month) const {
    return frame_.is(month, WordClass::month) && in_noun_phrase(frame_, month + 1) &&
           frame_.token(month + 1).is_word() && !frame_.token(month + 1).is_capitalised() &&
           !starts_time(frame_, month + 1);
}

// "posted a 2% weekly gain", "with the estimate signalling a 0.4% rise", "plunged 30% after a 114% rise": of what made that
// move.
TokenRange SubjectRules::made_move() const {
    constexpr std::size_t longest = 3, furthest_article = 6;
    std::size_t article = begin();
    // "recorded a rise of 5.5%"; "a rise of 5% in prices" is of those
    const bool of = begin() > frame_.sentence.begin + 3 && frame_.is(begin() - 1, "of") &&
                    frame_.is(begin() - 2, WordClass::change_noun) && frame_.is(begin() - 3, "a") &&
                    frame_.is_any(begin() - 4, {"saw", "showed", "recorded", "posted", "enjoyed", "suffered",
                                                "registered", "notched"}) &&
                    !frame_.is_any(behind(), {"in", "of", "for"});
    if (of) article -= 2;
    while (!frame_.is_any(article, {"a", "an"})) {  // "after an eye-popping 114% rise"
        if (article == frame_.sentence.begin || article + furthest_article < begin()) return {};
        --article;
        const bool apart = frame_.is(article, WordClass::preposition) && !is_behind_hyphen(frame_, article);
        if (apart || frame_.is_written(article, ",")) return {};  // but "a better-than-expected 4% rise"
    }
    if (article <= frame_.sentence.begin + 1 || (!of && moved_noun(longest) == 0)) return {};
    std::size_t at = article;
    const bool behind_move = frame_.is_any(at - 1, {"after", "following", "despite", "with"});
    if (behind_move) at -= frame_.is_written(at - 2, ",") ? 2 : 1;
    const auto verb = verb_group_before(frame_, at);
    if (!verb) return {};
    const bool makes = behind_move ? frame_.has_any(verb->end - 1, {WordClass::change_verb, WordClass::copula,
                                                                    WordClass::level_verb})
                                   : verb->end == article && frame_.is(verb->end - 1, WordClass::move_making);
    if (!makes) return {};
    return unless_pronoun(subject_of(frame_, *verb));
}

TokenRange SubjectRules::unless_pronoun(TokenRange found) const {
    const TokenRange alone = without_determiner(frame_, found);
    return !alone.empty() && frame_.is(alone.begin, WordClass::pronoun) ? TokenRange{} : found;
}

// "its rival's 26 percent climb"; "Monday's 2% slide" says when.
TokenRange SubjectRules::owned_move() const {
    constexpr std::size_t longest = 2;
    if (begin() < frame_.sentence.begin + 2 || frame_.token(begin() - 1).kind != TokenKind::possessive)
        return {};
    const std::size_t last = begin() - 2;
    const bool when = frame_.is_one_of(last, {WordClass::time_unit, WordClass::weekday, WordClass::month}) ||
                      starts_time(frame_, last) || frame_.is_any(last, {"yesterday", "today"});
    if (when || moved_noun(longest) == 0) return {};
    TokenRange owner = noun_phrase_before(frame_, begin() - 1);
    for (std::size_t i = owner.end; i-- > owner.begin;)  // "ahead of Halden", but "the Bank of Norden"
        if (frame_.is(i, WordClass::preposition) &&
            (!frame_.is(i, "of") || i == owner.begin || frame_.is(i - 1, WordClass::adjective))) {
            owner.begin = i + 1;
            break;
        }
    return owner;
}

// "despite its rise from 8 to 9 percent", "Halden's fall to 40%": whose move it is that the figure is an end of.
TokenRange SubjectRules::owned_ends() const {
    const std::size_t first = frame_.sentence.begin;
    if (begin() < first + 3 || !frame_.is_any(begin() - 1, {"from", "to"})) return {};
    std::size_t joint = begin() - 1;
    if (index_ > 0)
        if (const Quantity& before = frame_.draft(index_ - 1).quantity;
            before.phrase_end() == joint && before.begin > first + 1 &&
            frame_.is_any(before.begin - 1, {"from", "to"}))
            joint = before.begin - 1;
    if (joint < first + 2) return {};
    if (!frame_.is(joint - 1, WordClass::change_noun)) {  // "saw an increase in | income | to $149 million"
        const TokenRange told = noun_phrase_before(frame_, joint);
        for (std::size_t i = told.end; i-- > told.begin + 1;)
            if (frame_.is_any(i, {"in", "of"}) && frame_.is(i - 1, WordClass::change_noun) &&
                !starts_time(frame_, i + 1))
                return noun_phrase_from(frame_, i + 1);
        return {};
    }
    std::size_t owner = joint - 2;
    while (owner > first && frame_.is(owner, WordClass::adjective)) --owner;
    if (frame_.token(owner).kind == TokenKind::possessive) {
        const TokenRange whose = noun_phrase_before(frame_, owner);
        const auto verb = verb_group_before(frame_, whose.begin);  // "cut Halden's loss to $3m": what is cut
        return verb && verb->end == whose.begin ? TokenRange{} : whose;
    }
    if (owner <= first + 1 || !frame_.is_any(owner, {"its", "their"}) ||
        !frame_.is(owner - 1, WordClass::preposition))
        return {};
    const auto verb = verb_group_before(frame_, owner);
    return verb ? unless_pronoun(subject_of(frame_, *verb)) : TokenRange{};
}

bool SubjectRules::is_of_time(std::size_t i) const {
    return frame_.is_any(i, {"daily", "weekly", "monthly", "quarterly", "annual", "yearly", "overnight"});
}

// "incomes less than $50,000", "a tax on homes over $1m": the noun that the figure bounds.
TokenRange SubjectRules::bounded() const {
    if (moves() || is_time_unit(quantity_.unit) || quantity_.core <= begin() ||
        begin() < frame_.sentence.begin + 3)
        return {};
    if (!frame_.is_any(begin(), {"less", "more", "over", "above", "below", "under", "greater", "smaller",
                                 "larger", "lower", "higher", "exceeding", "topping", "surpassing"}) &&
        !(frame_.is(begin(), "in") && frame_.is(begin() + 1, "excess")))
        return {};
    const bool one = frame_.is_any(begin() - 2, {"a", "an"}) && in_noun_phrase(frame_, begin() - 1) &&
                     frame_.is_any(begin() - 3, {"with", "on", "at"});  // "with an income below $60,000"
    if ((!one && !looks_plural(frame_.document, begin() - 1)) || frame_.is(begin() - 1, WordClass::time_unit))
        return {};
    if (one) return {begin() - 1, begin()};
    const TokenRange found = noun_phrase_before(frame_, begin());
    if (found.empty() || found.end != begin()) return {};
    for (std::size_t i = found.end; i-- > found.begin;)
        if (frame_.is_any(i, {"with", "on", "for", "of", "from"})) return {i + 1, found.end};
    return frame_.is_any(found.begin - 1, {"with", "on", "for", "of", "from"}) ? found : TokenRange{};
}

// "help from donors, including $350,000 from the fund": of what it is a part.
TokenRange SubjectRules::included_in() const {
    if (begin() < frame_.sentence.begin + 3 || in_noun_phrase(frame_, behind())) return {};
    const std::size_t comma = begin() - 2;
    if (!frame_.is_written(comma, ",") || !in_noun_phrase(frame_, comma - 1)) return {};
    const TokenRange found = noun_phrase_before(frame_, comma);
    for (std::size_t k = 0; k < index_; ++k)  // no figure is a subject
        if (const Quantity& other = frame_.draft(k).quantity;
            other.core < found.end && other.end > found.begin)
            return {};
    return found;
}

// "its purchase of the paper for $500 million", "the sale of the mill for £3m": what was dealt with.
TokenRange SubjectRules::dealt_for() const {
    constexpr std::size_t furthest = 16;
    const std::size_t first = frame_.sentence.begin;
    // "A bond for €9,000 was set", "wrote a cheque for £90"
    if (begin() > first + 2 &&
        frame_.is_any(begin() - 2, {"bond", "cheque", "check", "invoice", "voucher", "banknote", "appeal",
                                    "request", "tender", "plea", "petition"}))
        return last_noun(noun_phrase_before(frame_, begin() - 1));
    for (std::size_t i = begin() - 1; i-- > first && i + furthest > begin();) {
        if (frame_.is_written(i, ",") || divides_clauses(frame_, i) || is_verb_at(frame_, i)) return {};
        if (frame_.is_any(i, {"purchase", "acquisition", "sale", "takeover", "buyout"}) &&
            frame_.is(i + 1, "of"))
            return {i, begin() - 1};
    }
    return {};
}

// "Nearly a third — 31% — of new buyers": both are of what stands behind them.
TokenRange SubjectRules::said_twice() const {
    std::size_t of = behind();
    if (index_ + 1 < frame_.count() && frame_.has(of) && frame_.token(of).kind == TokenKind::mark)
        if (const Quantity& again = frame_.draft(index_ + 1).quantity; again.begin == of + 1) of = again.end;
    if (!frame_.has(of) || frame_.token(of).kind != TokenKind::mark || !frame_.is(of + 1, "of")) return {};
    if (!divides_clauses(frame_, of) && !frame_.is_written(of, ",")) return {};
    return noun_phrase_from(frame_, of + 2);
}

// "is off too, down 1.8%": of what the clause before is said.
TokenRange SubjectRules::set_down() const {
    std::size_t particle = frame_.is(begin(), WordClass::change_particle) ? begin() : begin() - 1;
    if (frame_.is(particle, "by") && particle > frame_.sentence.begin) --particle;
    if (particle < frame_.sentence.begin + 3 || !frame_.is(particle, WordClass::change_particle) ||
        !frame_.is_written(particle - 1, ","))
        return {};
    const auto verb = verb_group_before(frame_, particle - 1);
    if (!verb || frame_.is(verb->end - 1, WordClass::cue)) return {};
    // "300 people are waiting for a bed in Lenz, up by 40": those who are counted before the verb
    if (const Draft* before = index_ > 0 ? &frame_.draft(index_ - 1) : nullptr;
        before && before->quantity.kind == Kind::count && before->subject_begin >= before->quantity.begin &&
        before->subject_end <= verb->begin &&
        (quantity_.kind == Kind::number || quantity_.kind == Kind::count))
        if (const TokenRange who = subject_of(frame_, *verb);
            who.begin < before->subject_end && who.end >= before->subject_end)
            return {before->subject_begin, before->subject_end};
    // "lifted Orlo's shares, down 70% this year": what stands right before
    TokenRange found = noun_phrase_before(frame_, particle - 1);
    const bool object = !found.empty() && found.begin == verb->end;
    const bool stays = frame_.has_any(verb->end - 1, {WordClass::copula, WordClass::level_verb}) ||
                       (frame_.is(verb->end - 1, WordClass::change_verb) && !object);
    if (stays || found.empty() || found.end + 1 != particle || found.begin < verb->end ||
        starts_time(frame_, found.begin) || looks_adjective_alone(found) ||
        frame_.is(found.begin - 2, "according") || frame_.is(found.begin - 1, "by"))
        found = subject_of(frame_, *verb);
    else
        for (std::size_t i = found.end; i-- > found.begin;)
            if (frame_.is(i, WordClass::preposition) && !frame_.is(i, "of"))
                found.begin = std::max(found.begin, i + 1);
    return unless_pronoun(found);
}

bool SubjectRules::looks_adjective_alone(TokenRange found) const {
    return found.end == found.begin + 1 && !frame_.token(found.begin).is_capitalised() &&
           looks_adjective(frame_.document, found.begin);
}

// "had 10 times as many cases as reported", "half as much rain"
TokenRange SubjectRules::as_many() const {
    if (!frame_.is(behind(), "as") || !frame_.is_any(behind() + 1, {"many", "much"})) return {};
    return noun_phrase_from(frame_, behind() + 2);
}

// "allocated $4m to the tax office": who gets it, and not who gives it.
TokenRange SubjectRules::recipient() const {
    const auto& verb = verb_before();
    if (!verb || verb->end != opening() || !frame_.is(verb->end - 1, WordClass::recipient_verb)) return {};
    const std::size_t to = behind_bracket(frame_, quantity_.per.empty() ? behind() : end_of_per());
    if (!frame_.is(to, "to") || is_verb_at(frame_, to + 1) || frame_.token(to + 1).is_number()) return {};
    return noun_phrase_from(frame_, to + 1);
}

}  // namespace figbook
