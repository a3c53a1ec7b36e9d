// Subjects that are the object of the verb before the figure: what is raised, cut, bought.
#include "claim/rules/subject_rules.hpp"
#include "quantity/counted.hpp"
#include "text/endings.hpp"

namespace figbook {

// "raised its key rate by 25 basis points to 4.25%", "keep warming to 1.5°C", "fined the bank a record 1.1bn".
TokenRange SubjectRules::object_of_verb() const {
    std::size_t end = begin();
    // Over the figures and prepositions between the verb and here.
    const auto verb = verb_before();
    if (!verb || (begin() < quantity_.core && is_verb_at(frame_, begin())))
        return {};  // "if sales exceed 33,000"
    if (frame_.is(begin() - 1, "that") && verb->end < begin() - 1)
        return {};  // "told the court that 400 barrels leaked"
    if (begin() > frame_.sentence.begin + 3 && frame_.is(begin() - 1, "off") && frame_.is(begin() - 3, "one"))
        return {};  // "were offered a one-off £1,200"
    if (const TokenRange number = brought_to(*verb); !number.empty()) return number;
    if (quantity_.rule == "multiple.word" && frame_.is(begin() - 1, "to") &&
        !frame_.is_one_of(verb->end - 1, {WordClass::change_verb, WordClass::bringing}))
        return {};  // "pressed his team to triple that": the figure is the verb
    if (const TokenRange object = moved_over_participle(*verb); !object.empty()) return object;
    if (frame_.is_any(verb->end - 1, {"cost", "costs", "costing"}))
        return {};  // "it cost taxpayers $5m": what cost it
    // "will set you back £5": what costs it
    if (quantity_.kind == Kind::money && frame_.is(begin() - 1, "back") && verb->end + 1 < begin() &&
        may_set_back(verb->end - 1))
        return {};
    // "owed the bank $5m": who does; "is owed" has nobody behind it
    if (quantity_.kind == Kind::money && frame_.is_any(verb->end - 1, {"owe", "owes", "owed", "owing"}))
        return {};
    // "pays carers £12 an hour": whom it pays, where those stand there
    const bool pays = quantity_.kind == Kind::money &&
                      frame_.is_any(verb->end - 1, {"pay", "pays", "paying"}) && verb->end < opening() &&
                      !frame_.is(opening() - 1, "ones") && !frame_.is(opening() - 1, WordClass::pronoun) &&
                      noun_phrase_from(frame_, verb->end, false).end == opening();
    if (!pays && frame_.is(verb->end - 1, WordClass::earning) && !subject_of(frame_, *verb).empty())
        return {};
    for (std::size_t i = verb->end; i < begin(); ++i) {
        // "the number at the end of the year": that is when
        if (frame_.is_any(i, {"by", "to", "from", "at"}) &&
            !(frame_.is_any(i, {"by", "at"}) && starts_time(frame_, i + 1) && i + 1 < begin())) {
            end = i;
            break;
        }
    }
    // "topped the old level by more than 1.5C", "beat its rivals by £3m": of the one that did
    if (frame_.is(end, "by") && end + 1 == begin() && frame_.is(verb->end - 1, WordClass::outdoing) &&
        verb->end < end)
        return subject_of(frame_, *verb);
    std::size_t thing = index_;  // the figure that ends the object
    for (std::size_t k = 0; k < index_; ++k)
        if (const std::size_t start = frame_.draft(k).quantity.begin; start >= verb->end && start < end) {
            end = start;
            thing = k;
        }
    // "will add £168 to the bill and take it to £1,849": what was spoken of there
    if (index_ > 0 && frame_.is(verb->end, "it") && verb->end + 1 == end &&
        (frame_.is(verb->end - 1, WordClass::bringing) ||
         (frame_.is(verb->end - 1, "valuing") && frame_.is(verb->begin - 1, ","))) &&
        frame_.draft(index_ - 1).subject_end > 0) {
        const Draft& before = frame_.draft(index_ - 1);
        return {before.subject_begin, before.subject_end};
    }
    // "The yen was flat at 156.2": how it stood
    if (frame_.is(verb->end - 1, WordClass::copula) && frame_.is(end, "at") && end == verb->end + 1 &&
        end + 1 == begin())
        return {};
    if (end < begin() && (frame_.is(end - 1, "by") || frame_.is(end - 1, "to"))) --end;
    // "to reduce by half the sentence": what stands behind how much
    if (end == verb->end && end + 1 == begin() && frame_.is(end, "by") &&
        frame_.is(verb->end - 1, WordClass::change_verb) && frame_.is(behind(), WordClass::determiner) &&
        !starts_time(frame_, behind()) &&
        frame_.is_one_of(verb->end - 2, {WordClass::modal, WordClass::preposition}))
        return noun_phrase_from(frame_, behind());
    // "raised its 30 percent stake in Halden by another 16 percent": what that figure is of
    if (thing < index_ && end == verb->end + 1 && frame_.is_any(begin() - 1, {"by", "to", "from"}) &&
        frame_.is_any(verb->end, {"its", "their", "his", "her", "the"}) &&
        frame_.is(verb->end - 1, WordClass::change_verb))
        if (const Draft& stake = frame_.draft(thing); stake.quantity.kind == quantity_.kind &&
                                                      stake.subject_begin >= stake.quantity.end &&
                                                      stake.subject_end + 1 == begin())
            return {stake.subject_begin, stake.subject_end};
    if (end <= verb->end ||
        (end == verb->end + 1 && thing < index_ && frame_.is_any(verb->end, {"a", "an"}) &&
         frame_.draft(thing).claim.role == Role::share) ||
        // "acquired the 365-room house in 2017 for £7m"
        (end == verb->end + 1 && thing < index_ && frame_.draft(thing).quantity.adjective &&
         frame_.draft(thing).quantity.kind == Kind::count))
        if (const TokenRange sold = bought(*verb); end <= verb->end || !sold.empty()) return sold;
    // "put up burial fees by a quarter"
    const bool particle =
        frame_.is_any(verb->end, {"up", "down"}) && verb->end + 1 < end &&
        vocabulary().change_verbs.match(frame_.document.tokens, verb->end - 1, end).length == 2;
    const bool revises =  // "revised up its forecast", "capped off its pay pool"
        frame_.is_any(verb->end, {"up", "down", "off"}) && frame_.is(verb->end + 1, WordClass::determiner) &&
        !frame_.is(verb->end - 1, WordClass::copula) && !starts_time(frame_, verb->end + 1);
    const std::size_t behind_verb = particle || revises ? verb->end + 1 : verb->end;
    TokenRange object = noun_phrase_from(frame_, behind_verb);
    // "sold Kenya the helicopters for $40m": what is sold, behind whom it is sold to
    if (quantity_.kind == Kind::money && frame_.is(begin() - 1, "for") && object.end < end &&
        frame_.is_any(object.end, {"the", "a", "an", "its", "his", "her", "their"}) &&
        frame_.is_any(verb->end - 1, {"sell", "sells", "sold", "selling"}))
        object = noun_phrase_from(frame_, object.end);
    if (object.empty() || object.end > end) object = {behind_verb, end};
    // "cut oil and gas output by 40%": two nouns before the one that is cut
    if (object.end == object.begin + 1 && frame_.is_any(object.end, {"and", "or"}) && object.end + 3 <= end &&
        !looks_plural(frame_.document, object.begin) &&
        !frame_.is_one_of(object.end + 1, {WordClass::determiner, WordClass::infinitive}) &&
        noun_phrase_from(frame_, object.end + 1, false).end == end)
        object.end = end;
    // "acquired Orlo's (ORL.N) lending arm for $5m"
    if (frame_.token(object.end - 1).kind == TokenKind::possessive && frame_.is_written(object.end, "("))
        if (const TokenRange owned = noun_phrase_from(frame_, behind_bracket(frame_, object.end));
            owned.begin > object.end && !owned.empty())
            object = owned;
    // "raised its Orlo Corp (ORL.N) stake to"
    if (frame_.is_written(object.end, "(") && object.end < end)
        if (const TokenRange rest = noun_phrase_from(frame_, behind_bracket(frame_, object.end));
            rest.begin > object.end && !rest.empty() && rest.end <= end &&
            frame_.token(rest.begin).is_word() &&
            !frame_.is_any(rest.begin, {"back", "up", "down", "away"}) &&
            !frame_.token(rest.begin).is_capitalised() && !starts_time(frame_, rest.begin) &&
            !frame_.is_one_of(rest.begin, {WordClass::determiner, WordClass::modifier}))
            object.end = rest.end;
    while (object.end > object.begin &&
           ((frame_.is(object.end - 1, WordClass::modifier) && !is_behind_hyphen(frame_, object.end - 1)) ||
            (frame_.is(object.end - 1, WordClass::preposition) && !frame_.is(object.end - 2, "net") &&
             !is_behind_hyphen(frame_, object.end - 1)) ||
            frame_.is(object.end - 1, WordClass::determiner) || frame_.is_written(object.end - 1, "(") ||
            frame_.is_any(object.end - 1,
                          {"steady", "unchanged", "flat", "intact"})))  // "held the rate steady at 5%"
        --object.end;
    const bool named = object.begin < object.end && frame_.is(object.begin, WordClass::determiner);
    const bool owned = behind_owning_time(frame_, object.begin) > object.begin;  // "this year's deficit"
    object = without_determiner(frame_, object);
    // "is available with the cheaper plan for $30", "found guilty of taking $4m": how it is, and nothing that is measured
    if (!named && is_predicate_with(object)) {
        // "was unchanged with the ten-year yield at 1.9 percent"
        const bool other =
            frame_.is(object.begin + 1, "with") && object.end < begin() && frame_.is(object.end, "at");
        return other ? TokenRange{object.begin + 2, object.end} : TokenRange{};
    }
    // "rose a slower-than-expected 0.2 percent", "fell an adjusted 38%": how much, and not what
    if (named && !object.empty() && object.end == begin() && frame_.is_any(object.begin - 1, {"a", "an"}) &&
        (has_past_ending(frame_.word(object.end - 1)) || is_behind_hyphen(frame_, object.end - 1)) &&
        frame_.is(verb->end - 1, WordClass::change_verb))
        return {};
    // "packs a very fast and flexible 24-600mm": adjectives of what stands behind
    if (named && object.end == begin() && object.end > object.begin + 2 &&
        frame_.is_any(object.begin - 1, {"a", "an"}) && frame_.is_any(object.end - 2, {"and", "but"}) &&
        looks_adjective(frame_.document, object.end - 1) && !frame_.is(object.end - 1, WordClass::noun_first))
        return {};
    // "hit an intraday low of 3,400": what stood so low
    if (named && !object.empty() && frame_.is_any(object.begin - 1, {"a", "an"}) &&
        frame_.is(object.end - 1, WordClass::extreme) && frame_.is(begin() - 1, "of"))
        return {};
    // "their 2025 forecast for Brent": the year is none of its name
    if (!object.empty() && frame_.token(object.begin).is_number() && starts_time(frame_, object.begin) &&
        in_noun_phrase(frame_, object.begin + 1) && frame_.token(object.begin + 1).is_word())
        ++object.begin;
    // "12,000 people marched; police put the number at 4,000": of what was counted before. "Those lost number 55,000" says
    // it with a verb; "taking the total to 14" is of a total.
    const bool theirs = named && frame_.is(object.begin - 1, WordClass::possessive_pronoun);
    const bool moved = frame_.is(verb->end - 1, WordClass::bringing) ||
                       (theirs && frame_.is(verb->end - 1, WordClass::change_verb));
    const bool total = moved && frame_.is_any(end, {"to", "from", "by"});
    if (!total && (index_ > 0 || !named) && object.end == object.begin + 1 &&
        frame_.is_any(object.begin, {"number", "figure", "total"}))
        return {};
    // "sell its remaining 18% stake for £5bn": the noun stands behind that figure.
    if (thing < index_ && object.end == object.begin + 1 && looks_adjective(frame_.document, object.begin))
        return {frame_.draft(thing).subject_begin, frame_.draft(thing).subject_end};
    // "Norlanders led the list at 1.38 million", "topped the table with": who did
    if (!object.empty() && frame_.is(object.end, "at") && object.end + 1 == begin() &&
        frame_.is_any(verb->end - 1, {"led", "leads", "lead", "topped", "tops", "headed", "heads"}) &&
        frame_.is_any(object.end - 1, {"list", "table", "chart", "charts", "ranking", "rankings", "field",
                                       "way", "standings"}))
        return {};
    // "to close the shortened session at $11": what closed
    if (!object.empty() && frame_.is(object.end, "at") && object.end + 1 >= begin() &&
        frame_.is_any(verb->end - 1,
                      {"close", "closed", "closes", "closing", "end", "ended", "ends", "finish", "finished",
                       "start", "started", "begin", "began", "open", "opened"}) &&
        frame_.is_any(object.end - 1, {"session", "day", "week", "month", "quarter", "year", "trading",
                                       "morning", "afternoon"}))
        return {};
    if (object.empty() || !in_noun_phrase(frame_, object.begin) ||
        (frame_.is(object.begin, WordClass::time_unit) &&
         !frame_.is(object.begin + 1, "-")) ||           // "rose year on year by 3%", but "half-year sales"
        (starts_time(frame_, object.begin) && !owned &&  // "began October with", but "its overnight rate"
         !(named && frame_.is(object.begin, "overnight"))) ||
        (!owned && frame_.is(behind_verb, "this") &&
         starts_time(frame_, behind_verb)) ||  // "fell this summer for the first time, to"
        (object.end == object.begin + 1 && !named &&
         frame_.is(object.begin, WordClass::direction)) ||  // "moving north at 14 mph"
        (frame_.is(object.begin, WordClass::modifier) &&
         (!named || object.end == object.begin + 1)) ||  // "rose sharply", but "its overnight rate"
        (frame_.is(object.begin, WordClass::cue) && !named) ||
        (is_weak(object) && !is_rate_moved(object, *verb) && !frame_.is(object.end, "at") &&
         !frame_.is(verb->end - 1, WordClass::bringing)) ||
        // "began trading at $5", "may begin falling", "started donating $50"
        (object.end == object.begin + 1 && !named && has_ending(frame_.word(object.begin), "ing", 3) &&
         frame_.is_any(verb->end - 1, {"began", "begins", "begin", "started", "starts", "start", "stopped",
                                       "kept", "keeps", "continued"})) ||
        (object.end == object.begin + 1 && !named &&
         (frame_.is_any(object.begin,
                        {"trading", "holding", "staying", "remaining", "running", "hovering"}) ||
          frame_.is(object.begin, WordClass::foreseen_move) ||
          (has_ending(frame_.word(object.begin), "ing", 3) &&
           frame_.is(object.begin, WordClass::change_verb)))) ||
        // "changed hands for $5m", "fell short of", "hand back $5bn"
        frame_.is_any(object.begin, {"hands", "short", "back", "away", "home", "forward"}))
        return {};
    return object;
}

// "will set you back £5", "knocked them back £5": costs, with the "back" behind it.
bool SubjectRules::may_set_back(std::size_t verb) const {
    return frame_.is_any(verb, {"set", "sets", "setting", "knock", "knocks", "knocked"});
}

// "confident of", "available with": an adjective that stands for no noun, and what hangs on it.
bool SubjectRules::is_predicate_with(TokenRange object) const {
    if (object.empty()) return false;
    std::size_t word = object.begin;
    if (frame_.is_any(word, {"quite", "very", "more", "less", "so", "too"}) && word + 2 < object.end) ++word;
    if (frame_.is(word, "close") && frame_.is(word + 1, "to")) return true;
    static constexpr WordClasses nouns{WordClass::noun_first, WordClass::noun_in_ly, WordClass::weak_noun,
                                       WordClass::person_noun};
    if (!frame_.is(word + 1, WordClass::preposition) || frame_.token(word).is_capitalised() ||
        frame_.has_any(word, nouns) || looks_plural(frame_.document, word))
        return false;
    return looks_adjective(frame_.document, word) ||
           frame_.is_any(word, {"confident", "guilty", "aware", "proud", "certain", "sure", "worthy"});
}

// "bringing to 40 the number of towns": what comes to that many stands behind it.
TokenRange SubjectRules::brought_to(TokenRange verb) const {
    const bool brings = frame_.is(verb.end - 1, WordClass::bringing) ||
                        frame_.is_any(verb.end - 1, {"raising", "raised", "lifting", "lifted"});
    if (!brings || verb.end + 1 != begin() || !frame_.is(verb.end, "to") || !frame_.is(behind(), "the"))
        return {};
    return noun_phrase_from(frame_, behind());
}

// "reduce the price of power generated by farms to $0.03": what moves, over the participle or clause behind it.
TokenRange SubjectRules::moved_over_participle(TokenRange participle) const {
    // "raised the price | it pays farmers | by a third to £9": over what says which price it is
    const bool pays = participle.begin > frame_.sentence.begin + 2 &&
                      frame_.is_any(participle.begin - 1, {"it", "they", "he", "she", "we"}) &&
                      frame_.is_any(begin() - 1, {"to", "by", "from"}) && moves() &&
                      in_noun_phrase(frame_, participle.begin - 2) && participle.end < begin();
    if (pays) {
        const TokenRange what = noun_phrase_before(frame_, participle.begin - 1);
        const auto moved = verb_group_before(frame_, participle.begin - 1);
        const bool article = !what.empty() && (frame_.is(what.begin, WordClass::determiner) ||
                                               frame_.is(what.begin - 1, WordClass::determiner));
        if (article && moved && moved->end <= what.begin && what.begin <= moved->end + 1 &&
            frame_.is(moved->end - 1, WordClass::change_verb))
            return what;
    }
    if (participle.end != participle.begin + 1 || !frame_.is(participle.end, "by") ||
        !frame_.is_any(begin() - 1, {"to", "by", "from"}) || !in_noun_phrase(frame_, participle.begin - 1))
        return {};
    const auto verb = verb_group_before(frame_, participle.begin);
    if (!verb || !frame_.is(verb->end - 1, WordClass::change_verb)) return {};
    const TokenRange object = noun_phrase_from(frame_, verb->end);
    return object.end == participle.begin ? object : TokenRange{};
}

// "bought 36 tanks from Halden for 9.8bn crowns", "fined three banks €1.2bn": what the price is for, or who pays it.
TokenRange SubjectRules::bought(TokenRange verb) const {
    if (quantity_.kind != Kind::money || index_ == 0) return {};
    const bool two_objects = frame_.draft(index_ - 1).quantity.noun_end == begin();
    const std::size_t each = behind_bracket(frame_, behind());  // "bought 50 laptops at $279 each"
    const bool price_each =
        frame_.is(begin() - 1, "at") && (!quantity_.per.empty() || frame_.is_any(each, {"each", "apiece"}) ||
                                         (frame_.is(each, "a") && frame_.is(each + 1, "piece")));
    if (!two_objects && !price_each && !frame_.is(begin() - 1, "for")) return {};
    for (std::size_t k = index_; k-- > 0;) {
        const Draft& thing = frame_.draft(k);
        if (thing.quantity.begin < verb.end) return {};
        // "sold a 20% stake for £5m", "sold a fifth of the firm for £5m", but "fined them 4% of sales for"
        const bool part =
            thing.claim.role == Role::share && !price_each &&
            frame_.is_any(verb.end - 1, {"sell", "sells", "sold", "selling", "buy", "buys", "bought",
                                         "buying", "acquire", "acquired", "acquires", "acquiring"});
        if (thing.quantity.kind == Kind::count || thing.quantity.kind == Kind::measure || part)
            return {thing.subject_begin, thing.subject_end};
    }
    return {};
}

// "its price", but not "its price target"
bool SubjectRules::is_weak(TokenRange object) const {
    return frame_.is(object.begin, WordClass::weak_noun) && frame_.is(object.end - 1, WordClass::weak_noun);
}

// "raised rates by a quarter of a point": there the weak noun is what moves.
bool SubjectRules::is_rate_moved(TokenRange object, TokenRange verb) const {
    return object.begin > verb.end - 1 && frame_.is(verb.end - 1, WordClass::change_verb);
}

}  // namespace figbook
