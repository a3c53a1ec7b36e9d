// Subjects of two or more things: "cars, trucks and vans", "flights between Lenz and Orlo", "television and radio slots";
// and of what stands beside a figure in a word of its own: ", an increase of 3%", "twice as many calls".
#include "claim/rules/subject_rules.hpp"
#include "quantity/counted.hpp"
#include "text/endings.hpp"

namespace figbook {

// The phrase with what "and" joins to it.
TokenRange SubjectRules::joined(TokenRange found) const {
    if (found.empty() || !frame_.has(found.end)) return found;
    if (frame_.document.is(found.end, ",")) return with_list(found);
    if (!frame_.is_any(found.end, {"and", "or"})) return found;
    const std::size_t second = found.end + 1;
    if (!frame_.has(second) || starts_figure(frame_, second) || starts_time(frame_, second)) return found;
    if (frame_.is_one_of(second, {WordClass::determiner, WordClass::modifier, WordClass::pronoun}) ||
        frame_.is_any(second, {"other", "others"}))
        return found;
    const TokenRange other = noun_phrase_from(frame_, second, false);
    if (other.empty()) return found;
    if (is_open_between(found)) return {found.begin, other.end};
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
    const bool name = frame_.token(last).is_capitalised();
    if (name != frame_.token(first).is_capitalised()) return false;
    if (has_ending(frame_.document.word(head), "ed", 2)) return false;  // "cut 300 jobs and closed"
    const bool plural = looks_plural(frame_.document, last), plurals = looks_plural(frame_.document, head);
    if (quantity_.kind == Kind::count && found.begin >= behind()) return plurals;
    return plural == plurals || !plural || name;
}

// No clause of its own follows: "sold bonds and shares [of its arm]", but "cut jobs and shares | fell".
bool SubjectRules::ends_there(TokenRange found, std::size_t end) const {
    if (!frame_.has(end)) return true;
    if (starts_figure(frame_, end) || frame_.is(end, WordClass::change_particle)) return false;
    const bool leads =  // "fares will rise by 4% and charges | by 30p"
        frame_.is_any(end, {"by", "to", "from", "at"}) && starts_figure(frame_, end + 1);
    if (leads) return false;
    std::size_t verb = end;
    while (frame_.has(verb) && frame_.is(verb, WordClass::modifier) && !is_verb_at(frame_, verb)) ++verb;
    if (!is_verb_at(frame_, verb)) return frame_.token(verb).kind != TokenKind::possessive;
    // Behind the verb of the clause another one opens; before it, both do what it says.
    return !verb_group_before(frame_, std::min(found.begin, begin()));
}

// "cars, trucks and vans"
TokenRange SubjectRules::with_list(TokenRange found) const {
    constexpr std::size_t longest_item = 3, most_items = 6;
    if (quantity_.kind != Kind::count || found.begin < behind()) return found;
    std::size_t at = found.end;
    for (std::size_t item = 0; item < most_items && frame_.has(at); ++item) {
        const bool last = frame_.is_any(at, {"and", "or"});
        if (!last && !frame_.document.is(at, ",")) return found;
        std::size_t first = at + 1;
        const bool joint = !last && frame_.is_any(first, {"and", "or"});
        if (joint) ++first;
        if (!frame_.has(first) || starts_figure(frame_, first) || starts_time(frame_, first) ||
            frame_.token(first).is_capitalised() || frame_.is(first, WordClass::determiner))
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
    if (!frame_.document.is(article - 1, ",") && !divides_clauses(frame_, article - 1)) return {};
    for (std::size_t k = index_; k-- > 0;) {
        const Draft& before = frame_.draft(k);
        if (is_time_unit(before.quantity.unit)) continue;
        for (std::size_t i = before.quantity.phrase_end(); i + 1 < article; ++i)
            if (is_verb_at(frame_, i)) return {};
        return {before.subject_begin, before.subject_end};
    }
    return {};
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
    const std::size_t to = behind_bracket(quantity_.per.empty() ? behind() : end_of_per());
    if (!frame_.is(to, "to") || is_verb_at(frame_, to + 1) || starts_figure(frame_, to + 1)) return {};
    return noun_phrase_from(frame_, to + 1);
}

}  // namespace figbook
