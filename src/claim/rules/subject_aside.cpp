// Subjects of figures that are set beside a clause: between commas, behind "with", in a clause of their own.
#include "claim/instrument_codes.hpp"
#include "claim/names.hpp"
#include "claim/rules/subject_rules.hpp"
#include "quantity/counted.hpp"
#include "text/endings.hpp"

namespace figbook {

// "built 29,100 homes last year, down 41%": said of what the figure before the comma is said of.
TokenRange SubjectRules::set_behind() const {
    constexpr std::size_t furthest = 12;
    if (index_ == 0 || draft_.claim.role == Role::level || draft_.claim.role == Role::share) return {};
    std::size_t last = index_ - 1;
    while (last > 0 && is_time_unit(frame_.draft(last).quantity.unit)) --last;
    const Draft& before = frame_.draft(last);
    std::size_t at = begin();
    const std::size_t first = before.quantity.phrase_end();
    if (frame_.is(quantity_.begin, WordClass::change_particle)) ++at;
    while (at > first && !frame_.is_written(at - 1, ",")) {
        if (!frame_.is(at - 1, WordClass::change_particle) &&
            !frame_.is_any(at - 1, {"by", "from", "a", "about"}))
            return {};
        --at;
    }
    const bool particle = frame_.is(at, WordClass::change_particle);
    if (!particle || at <= first || at > first + furthest) return {};
    for (std::size_t i = first; i < at; ++i)
        if (is_verb_at(frame_, i)) return {};
    return {before.subject_begin, before.subject_end};
}

// "a rise in benefits, worth £6.90 a month": what is worth it.
TokenRange SubjectRules::worth() const {
    if (quantity_.kind != Kind::money || begin() < frame_.sentence.begin + 4) return {};
    // "fuel payments, worth between £100 and £300"
    const std::size_t comma = frame_.is(begin() - 1, "between") ? begin() - 3 : begin() - 2;
    // "A safety net worth about $9 billion is new"
    if (frame_.is(comma + 1, "worth") && in_noun_phrase(frame_, comma) && !verb_before())
        return noun_phrase_before(frame_, comma + 1);
    if (!frame_.is(comma + 1, "worth")) return {};
    // "her cosmetics firm Orlo – worth about $3bn"
    if (const std::size_t dash = before_dash(frame_, comma + 1);
        dash <= comma && in_noun_phrase(frame_, dash - 1)) {
        TokenRange firm = noun_phrase_before(frame_, dash);
        for (std::size_t i = firm.begin; i + 1 < firm.end; ++i)
            if (frame_.is(i, "including")) firm.begin = i + 1;
        return firm;
    }
    if (!frame_.is(comma, ",")) return {};
    return in_noun_phrase(frame_, comma - 1) ? noun_phrase_before(frame_, comma) : TokenRange{};
}

// "exports to Dorne, | its largest market |, totalling $9bn": the mark before what describes a thing, by the one behind it; that one
// where nothing does.
std::size_t SubjectRules::before_description(std::size_t comma) const {
    constexpr std::size_t longest = 8;
    std::size_t begin = comma;
    while (begin > frame_.sentence.begin && begin + longest > comma + 1 && !frame_.is_written(begin - 1, ","))
        --begin;
    const bool set_off = begin > frame_.sentence.begin && begin < comma && frame_.is_written(begin - 1, ",");
    return set_off && frame_.is(begin, WordClass::determiner) ? begin - 1 : comma;
}

// "The week ended with the index down 0.8%", "with inflation averaging 3.4%": "with" opens a clause of its own.
TokenRange SubjectRules::with_clause() const {
    constexpr std::size_t longest = 8;
    if (begin() < frame_.sentence.begin + 3) return {};
    std::size_t at = begin();
    if (counts_its_noun() && !frame_.is_any(at - 1, {"averaging", "totalling", "totaling", "numbering"}))
        return {};
    // "and a 50-inch set selling for $2,000"
    if (frame_.is_any(at - 1, {"for", "at"}) &&
        frame_.is_any(at - 2, {"selling", "retailing", "priced", "going"})) {
        constexpr std::size_t furthest = 10;
        for (std::size_t i = at - 2; i-- > frame_.sentence.begin && i + furthest > at;) {
            if (frame_.is_any(i, {"a", "an", "the"}) && i + 3 < at) return {i, at - 2};
            if (!frame_.token(i).is_word() && !frame_.is_written(i, "-") && !frame_.token(i).is_number())
                break;
            if (frame_.is_one_of(i, {WordClass::preposition, WordClass::auxiliary, WordClass::copula,
                                     WordClass::modifier}))
                break;
        }
    }
    // "with the economy growing by between 4 and 5 per cent"
    if (frame_.is(at - 1, "between") && frame_.is_any(at - 2, {"by", "at"})) --at;
    const bool accounts =
        frame_.is(at - 1, "for") && frame_.is(at - 2, "accounting");  // "with women accounting for"
    // "with flats selling for £90,000"
    const bool sells = frame_.is(at - 1, "for") && frame_.is_any(at - 2, {"selling", "retailing", "going"});
    const bool joint = accounts || sells || frame_.is_any(at - 1, {"by", "to", "from", "at", "between"});
    if (joint) --at;
    const bool particle = frame_.is(at - 1, WordClass::change_particle);
    const bool noun = joint && frame_.is_any(at - 1, {"spending", "lending", "funding", "borrowing"});
    // "with inflation remaining at 2%", "with the index unchanged at 540"
    const bool stays = joint && frame_.is_any(at - 1, {"remaining", "unchanged", "steady", "flat", "stable"});
    const bool acts = accounts || stays ||
                      (!noun && has_ending(frame_.word(at - 1), "ing", 3) &&
                       frame_.is_one_of(at - 1, {WordClass::trailing_participle, WordClass::change_verb,
                                                 WordClass::foreseen_move}));
    if (particle)
        if (const TokenRange driven = driven_by(at - 1); !driven.empty()) return driven;
    if (!particle && !acts) return carried_in_with_clause(at);
    at = before_instrument_code(frame_, at - 1);
    // "with an index of banks | edging up 0.4%"
    if (particle && has_ending(frame_.word(at - 1), "ing", 3) && frame_.is(at - 1, WordClass::change_verb))
        at = before_instrument_code(frame_, at - 1);
    // "with exports to Dorne, its largest market, totalling $9bn": over what is set between commas
    if (frame_.is_written(at - 1, ",")) {
        const std::size_t told = before_description(at - 1);
        if (told == at - 1) return {};
        at = told;
    }
    for (std::size_t i = at; i-- > frame_.sentence.begin && i + longest > at;) {
        if (frame_.is(i, "with")) return i + 1 < at ? TokenRange{i + 1, at} : TokenRange{};
        if (!in_noun_phrase(frame_, i) && !frame_.is(i, WordClass::attaching)) return {};
    }
    return {};
}

// "sending shares of its maker, Corvelle, up 24%", "pushed the yield up 5 basis points": what is driven there.
TokenRange SubjectRules::driven_by(std::size_t particle) const {
    constexpr std::size_t furthest = 14;
    std::size_t end = particle;
    if (frame_.is_written(end - 1, ",")) {  // over ", Corvelle,"
        std::size_t comma = end - 1;
        while (comma > frame_.sentence.begin && !frame_.is_written(comma - 1, ",")) --comma;
        if (comma == frame_.sentence.begin || comma + 6 < end) return {};
        end = comma - 1;
    }
    for (std::size_t i = end; i-- > frame_.sentence.begin && i + furthest > end;) {
        // "sent the Dow up 200 points and | the Nasdaq up 1.2%"
        if (frame_.is(i, "and") && index_ > 0 && i + 1 < end)
            if (const Quantity& before = frame_.draft(index_ - 1).quantity;
                before.phrase_end() == i && frame_.is(before.begin - 1, WordClass::change_particle) &&
                !SubjectRules(frame_, index_ - 1).driven_by(before.begin - 1).empty())
                return {i + 1, end};
        if (frame_.is(i, WordClass::driving)) return i + 1 < end ? TokenRange{i + 1, end} : TokenRange{};
        if (!in_noun_phrase(frame_, i) && !frame_.is(i, WordClass::attaching)) return {};
    }
    return {};
}

// "with the index down 0.8% on Friday and 11.5% over the week"
TokenRange SubjectRules::carried_in_with_clause(std::size_t at) const {
    if (index_ == 0 || !frame_.is(at - 1, "and")) return {};
    const Quantity& before = frame_.draft(index_ - 1).quantity;
    if (before.kind != quantity_.kind) return {};
    for (std::size_t i = before.end; i < at; ++i)
        if (is_verb_at(frame_, i) || divides_clauses(frame_, i)) return {};
    return SubjectRules(frame_, index_ - 1).with_clause();
}

// "the soil, which it puts at £3.4m", "the house, which he bought for $3m", "a bill that officials at the ministry expect to double":
// what the clause says it of.
TokenRange SubjectRules::relative_object() const {
    constexpr std::size_t longest = 9;
    if (!frame_.sentence.has(WordClass::relative)) return {};
    auto verb = verb_before();
    // "which the county | values | at £4m": a noun elsewhere
    if (const std::size_t at = begin() - 1; begin() > frame_.sentence.begin + 4 && frame_.is(at, "at") &&
                                            !(verb && verb->end == at) &&
                                            frame_.is(at - 1, WordClass::putting_at))
        verb = TokenRange{at - 1, at};
    if (!verb) return {};
    // "a price that rivals called twice its worth"
    const bool called =
        verb->end == begin() && frame_.is_any(verb->end - 1, {"called", "calls", "considered"});
    const bool joined = verb->end + 1 == begin();
    const bool put_at =
        joined && frame_.is_any(begin() - 1, {"at", "for"}) && !frame_.is(verb->end - 1, WordClass::copula);
    const bool multiplied = joined && frame_.is(begin() - 1, "to") && quantity_.rule == "multiple.word" &&
                            frame_.is(verb->end - 1, WordClass::projecting);
    if (!called && !put_at && !multiplied) return {};
    for (std::size_t i = verb->begin; i-- > frame_.sentence.begin + 1 && i + longest > verb->begin;) {
        const bool opens = frame_.is_any(i, {"which", "that"}) && i + 1 < verb->begin;
        if (opens) {
            const TokenRange thing = noun_phrase_before(frame_, frame_.is_written(i - 1, ",") ? i - 1 : i);
            // "told reporters that inflation would peak at 15%": to whom
            const auto said = frame_.is(i, "that") ? verb_group_before(frame_, i) : std::nullopt;
            const bool heard = said && said->end == thing.begin && frame_.is(said->end - 1, WordClass::cue);
            return heard ? TokenRange{} : thing;
        }
        if (!in_noun_phrase(frame_, i) && !frame_.is(i, WordClass::pronoun) &&
            !frame_.is_any(i, {"at", "of", "with", "from", "in"}))
            return {};
    }
    return {};
}

// "food waste, of which the region makes 12m tonnes": that of which there is so much.
TokenRange SubjectRules::of_which() const {
    constexpr std::size_t furthest = 6;
    if (quantity_.kind != Kind::measure && quantity_.kind != Kind::money) return {};
    const auto& verb = verb_before();
    if (!verb || verb->end != begin()) return {};
    for (std::size_t i = verb->begin; i-- > frame_.sentence.begin + 2 && i + furthest > verb->begin;) {
        if (frame_.is(i, "which"))
            return frame_.is(i - 1, "of") && frame_.is_written(i - 2, ",") && i + 1 < verb->begin
                       ? noun_phrase_before(frame_, i - 2)
                       : TokenRange{};
        if (!in_noun_phrase(frame_, i) && !frame_.is(i, WordClass::pronoun)) return {};
    }
    return {};
}

// "Skylark, 91 percent-owned by a fund, filed", "its 60%-owned Norden unit"
TokenRange SubjectRules::owned_part() const {
    std::size_t owned = behind();
    if (frame_.is_written(owned, "-")) ++owned;
    if (!frame_.is_any(owned, {"owned", "held", "controlled"}) || frame_.token(owned).space_before())
        return {};
    if (begin() <= frame_.sentence.begin + 1 || !frame_.is_written(begin() - 1, ","))
        return noun_phrase_from(frame_, owned + 1);
    // "The future of Skylark, 91 percent-owned by": the name, which can be owned
    const TokenRange name =
        frame_.token(begin() - 2).is_capitalised() ? name_before(begin() - 1) : TokenRange{};
    return !name.empty() && name.begin > frame_.sentence.begin &&
                   frame_.is(name.begin - 1, WordClass::preposition)
               ? name
               : noun_phrase_before(frame_, begin() - 1);
}

// "Its debt, at €1.6bn, equals a year's sales", "At 8,849 metres, the peak is the highest"
TokenRange SubjectRules::aside() const {
    // "tops Holm by four points - 50% to 46%": of the one who has these
    if (index_ > 0 && is_set_against_next())
        if (const Draft& lead = frame_.draft(index_ - 1);
            lead.quantity.kind == Kind::points && lead.subject_begin < lead.subject_end &&
            before_dash(frame_, begin()) == lead.quantity.phrase_end())
            return {lead.subject_begin, lead.subject_end};
    const bool fronted = begin() == frame_.sentence.begin + 1 && frame_.is(begin() - 1, "at");
    if (const TokenRange found = worth(); !found.empty()) return found;
    std::size_t close = quantity_.per.empty() ? behind() : end_of_per();
    if (quantity_.kind == Kind::measure && frame_.is_any(close, {"from", "away", "off"})) {
        constexpr std::size_t longest_place = 5;  // "The world, 1,120 light-years from Earth, is"
        const std::size_t furthest = close + longest_place;
        while (close < furthest &&
               (in_noun_phrase(frame_, close) || frame_.is(close, WordClass::preposition)))
            ++close;
    }
    // "Dunn, at 1.85 metres tall (6ft 1in), is"
    if (quantity_.kind == Kind::measure && frame_.is(begin() - 1, "at")) {
        if (frame_.is(close, WordClass::extent)) ++close;
        close = behind_bracket(frame_, close);
    }
    // "Inflation, at 11.2% a year ago, is now 3.1%"
    if (frame_.is(begin() - 2, ",") && !frame_.is(close, ",") && starts_time(frame_, close)) {
        constexpr std::size_t longest_time = 4;
        for (std::size_t i = close; i <= close + longest_time; ++i)
            if (frame_.is(i, ",")) {
                close = i;
                break;
            }
    }
    // "advertising, now under 3% of sales, could"
    if (quantity_.kind == Kind::percent && frame_.is(close, "of") && is_said_now() &&
        in_noun_phrase(frame_, close + 1))
        close = noun_phrase_from(frame_, close + 1).end;
    if (const TokenRange set = set_in(); !set.empty()) return set;
    if (const TokenRange dashed = between_dashes(); !dashed.empty()) return dashed;
    // "the discount rate, currently 2.25 percent."
    if (begin() > frame_.sentence.begin + 3 && frame_.is(begin() - 1, "at") &&
        frame_.is_any(begin() - 2, {"now", "currently"}) && frame_.is_written(begin() - 3, ",") &&
        (!frame_.has(close) || frame_.is(close, ".")) && in_noun_phrase(frame_, begin() - 4))
        return last_noun(noun_phrase_before(frame_, begin() - 3));  // "the jobless rate, now at 6 percent."
    if (is_said_now() && (!frame_.has(close) || frame_.is(close, ".")) && in_noun_phrase(frame_, begin() - 3))
        return last_noun(noun_phrase_before(frame_, begin() - 2));
    // "were flown from Kharapani, at 3,900 metres.": the place that is so high
    if (quantity_.kind == Kind::measure && begin() > frame_.sentence.begin + 3 &&
        frame_.is(begin() - 1, "at") && frame_.is_written(begin() - 2, ",") &&
        frame_.token(begin() - 3).is_capitalised() && (!frame_.has(close) || frame_.is(close, ".")))
        return last_noun(noun_phrase_before(frame_, begin() - 2));
    // "His place, 500 hectares of red dirt, had"
    if (quantity_.kind == Kind::measure && frame_.is(behind(), "of") && begin() > frame_.sentence.begin + 2 &&
        frame_.is_written(begin() - 1, ",") && closes_before_verb() > 0) {
        const TokenRange thing = noun_phrase_before(frame_, begin() - 1);
        const bool article = thing.begin == frame_.sentence.begin + 1 &&
                             frame_.is(frame_.sentence.begin, WordClass::determiner);
        if (!thing.empty() && (article || thing.begin == frame_.sentence.begin) &&
            !starts_time(frame_, frame_.sentence.begin) && !starts_time(frame_, thing.begin))
            return thing;
    }
    if (!frame_.is(close, ",")) return {};
    // "Rajasthan, with 7.1 GW, led": whose it is
    if (quantity_.kind == Kind::measure && frame_.is(begin() - 1, "with") &&
        begin() > frame_.sentence.begin + 2 && frame_.is_written(begin() - 2, ",") &&
        is_verb_at(frame_, close + 1))
        return noun_phrase_before(frame_, begin() - 2);
    if (fronted) return noun_phrase_from(frame_, close + 1);
    std::size_t at = begin();
    // and "The group Yunhe, off 11%, led"
    if (at > frame_.sentence.begin && frame_.is_any(at - 1, {"at", "now", "currently", "off"})) --at;
    if ((index_ > 0 && !is_said_now()) || at < frame_.sentence.begin + 2 || !frame_.is(at - 1, ","))
        return {};
    // "faces the largest penalty, £104 million,"
    if (const auto verb = verb_group_before(frame_, at - 1);
        verb && at == begin() && quantity_.kind == Kind::money)
        if (const TokenRange thing = noun_phrase_from(frame_, verb->end);
            thing.end + 1 == begin() &&
            frame_.is_any(thing.begin, {"the", "a", "an", "its", "their", "his", "her"}))
            return thing;
    const auto verb = verb_group_before(frame_, at - 1);
    if (!verb) return noun_phrase_before(frame_, at - 1);
    // "The price they are asking, £90 a night,"
    const TokenRange thing = verb->end == at - 1 ? noun_phrase_before(frame_, at - 1) : TokenRange{};
    return thing.end < verb->begin ? thing : TokenRange{};
}

// "borrow at | the discount rate": from the last article on.
TokenRange SubjectRules::last_noun(TokenRange phrase) const {
    for (std::size_t i = phrase.end; i-- > phrase.begin + 1;)
        if (frame_.is(i, WordClass::determiner) && frame_.is(i - 1, WordClass::preposition) &&
            !frame_.is(i - 1, "of"))
            return {i, phrase.end};
    return phrase;
}

// "Orlo ( ORL.N ), up 4.9 percent", "including Orlo, up 5%": the name right before, whatever was told before it.
TokenRange SubjectRules::name_that_moved() const {
    const std::size_t first = frame_.sentence.begin;
    std::size_t comma = begin() - 2;
    if (begin() < first + 4 || !frame_.is(begin() - 1, WordClass::change_particle)) return {};
    if (frame_.is(comma, "also")) --comma;
    if (!frame_.is_written(comma, ",")) return {};
    if (frame_.is_written(comma - 1, ")")) {
        const std::size_t open = before_bracketed(frame_, comma);
        const bool named = open < comma && open > first && frame_.token(open - 1).is_capitalised();
        return named ? name_before(open) : TokenRange{};
    }
    const TokenRange name = name_before(comma);
    if (name.begin <= first + 1) return {};
    const std::size_t before = name.begin - 1;
    // "led by Orlo, up 5%", but "were sold by Orlo, up 5%"
    const bool led =
        frame_.is(before, "by") && frame_.is_any(before - 1, {"led", "paced", "limited", "followed"});
    // "Leading the risers was Orlo, up 5%"
    const bool turned = frame_.is_any(before, {"was", "were", "is", "are"}) &&
                        frame_.is_any(first, {"leading", "among", "topping", "heading"});
    const bool listed =
        led || turned || frame_.is_any(before, {"including", "included", "includes", "and", "like", ";"});
    return listed ? name : TokenRange{};
}

// The words with capitals that end right before `at`.
TokenRange SubjectRules::name_before(std::size_t at) const {
    std::size_t begin = at;
    while (begin > frame_.sentence.begin &&
           (frame_.token(begin - 1).is_capitalised() || frame_.is_any(begin - 1, {"&", "."}) ||
            frame_.is(begin - 1, "of")))
        --begin;
    return {first_capital(frame_.document, begin, at), at};
}

// ", now 3%": set behind a noun, between commas
bool SubjectRules::is_said_now() const {
    const std::size_t first = frame_.sentence.begin;
    return begin() >= first + 3 && frame_.is_any(begin() - 1, {"now", "currently"}) &&
           frame_.is_written(begin() - 2, ",");
}

// "the deficit, forecast at 5.6% this year, to", "The sale, pencilled in at $2bn, has slipped", "Tolls, set at $8.10", "The mall,
// bought for $3m in May, was"
TokenRange SubjectRules::set_in() const {
    const std::size_t first = frame_.sentence.begin;
    if (quantity_.kind == Kind::count || begin() < first + 4 ||
        !frame_.is_any(begin() - 1, {"at", "to", "for"}))
        return {};
    if (frame_.is(begin() - 1, "for") &&
        !frame_.is_any(begin() - 2, {"bought", "built", "acquired", "purchased", "sold", "rented", "leased"}))
        return {};
    std::size_t participle = begin() - 2;
    if (frame_.is_any(participle, {"in", "up", "down"})) --participle;
    if (participle < first + 2 || !frame_.is_written(participle - 1, ",")) return {};
    const bool done = has_ending(frame_.word(participle), "ed", 3) ||
                      frame_.is_any(participle, {"forecast", "put", "set", "bought", "built", "sold"});
    const bool moves = frame_.has_any(participle, {WordClass::change_verb, WordClass::copula});
    // "the centre itself, bought for £212 million, was"
    if (done && !moves && participle > first + 3 && frame_.is_any(participle - 2, {"itself", "themselves"}))
        return noun_phrase_before(frame_, participle - 2);
    if (!done || moves || !in_noun_phrase(frame_, participle - 2)) return {};
    if (const auto verb = verb_group_before(frame_, participle - 1))
        return noun_phrase_from(frame_, verb->end).end == participle - 1
                   ? TokenRange{verb->end, participle - 1}
                   : noun_phrase_before(frame_, participle - 1);
    return noun_phrase_before(frame_, participle - 1);
}

// "Starts fell for the third month running, to 6,120": the end of a move behind a comma.
TokenRange SubjectRules::set_off() const {
    if (begin() < frame_.sentence.begin + 4 || !frame_.is_any(begin() - 1, {"to", "by", "from", "at"}))
        return {};
    // "have risen sharply, up from 118,000"
    const std::size_t comma = begin() - (frame_.is_any(begin() - 2, {"up", "down"}) ? 3 : 2);
    if (!frame_.is_written(comma, ",")) return {};
    if (const TokenRange moved = moved_in_noun(comma); !moved.empty()) return moved;
    // "has grown by 14 per cent since the cap came in, to 128 million": of what moved
    if (index_ > 0 && frame_.is(begin() - 1, "to"))
        if (const Draft& amount = frame_.draft(index_ - 1);
            amount.claim.role == Role::change && amount.claim.change == draft_.claim.change &&
            frame_.is_any(amount.quantity.phrase_end(), {"since", "after", "when", "because"}))
            return {amount.subject_begin, amount.subject_end};
    auto verb = verb_group_before(frame_, comma);
    // "rose 6%, compared with 2021, to 8.9 million": the comparison is set in
    if (verb && frame_.is(verb->end - 1, "compared") && frame_.is(verb->begin - 1, ",")) {
        verb = verb_group_before(frame_, verb->begin - 1);
        for (std::size_t k = index_; verb && k-- > 0;)
            if (const Draft& before = frame_.draft(k);
                before.quantity.begin >= verb->end && before.claim.role == Role::change)
                return {before.subject_begin, before.subject_end};
    }
    // "were down a penny, or 0.04%, at £21.15": of what that is said of
    if (index_ > 0 && frame_.is(begin() - 1, "at"))
        if (const Draft& before = frame_.draft(index_ - 1);
            before.quantity.phrase_end() == comma && before.subject_end > before.subject_begin &&
            frame_.is(before.quantity.begin - 1, "or") && frame_.is_written(before.quantity.begin - 2, ","))
            return {before.subject_begin, before.subject_end};
    // "inflation remains high, at 6.85%", "Earnings matched forecasts, at 15 cents"
    if (verb && frame_.is(begin() - 1, "at") &&
        (frame_.is(verb->end - 1, WordClass::copula) || frame_.is(verb->end - 1, WordClass::outdoing)))
        return subject_of(frame_, *verb);
    if (!verb)
        if (const TokenRange moved = moved_over_aside(comma); !moved.empty()) return moved;
    if (!verb || !frame_.is_one_of(verb->end - 1, {WordClass::change_verb, WordClass::change_verb_start}))
        return {};
    // "rose 3.4 percent in May, to 1.39 million units": of what the amount of the move is said of.
    if (const Draft* before = index_ > 0 ? &frame_.draft(index_ - 1) : nullptr;
        before && before->quantity.end > verb->end)
        return before->claim.role == Role::change && before->claim.change == draft_.claim.change
                   ? TokenRange{before->subject_begin, before->subject_end}
                   : TokenRange{};
    // "raised its rate for the third time, to 5%"
    if (frame_.is(verb->end, WordClass::determiner) && !starts_time(frame_, verb->end))
        if (const TokenRange object = noun_phrase_from(frame_, verb->end);
            frame_.is(verb->end, WordClass::possessive_pronoun) || frame_.is(verb->end, "the"))
            return object;
    // "cut rates sharply in May, down from 5%"
    if (frame_.is_any(verb->end - 1, {"cut", "cuts", "raised", "raises", "lowered", "slashed", "trimmed",
                                      "lifted", "reduced"}))
        if (const TokenRange object = noun_phrase_from(frame_, verb->end, false);
            !object.empty() && looks_plural(frame_.document, object.end - 1))
            return object;
    return subject_of(frame_, *verb);
}

// "boosted its equity ratio, a measure of strength, | to 30 percent": what is moved, or moves, over what is set between commas.
TokenRange SubjectRules::moved_over_aside(std::size_t comma) const {
    constexpr std::size_t furthest = 12;
    const std::size_t first = frame_.sentence.begin;
    for (std::size_t i = comma; i-- > first + 2 && i + furthest > comma;) {
        if (is_verb_at(frame_, i) || frame_.token(i).is_number()) return {};
        if (!frame_.is_written(i, ",")) continue;
        if (!frame_.is(i + 1, WordClass::determiner)) return {};
        const auto verb = verb_group_before(frame_, i);
        if (!verb || !frame_.is_one_of(verb->end - 1, {WordClass::change_verb, WordClass::change_verb_start}))
            return {};
        const TokenRange object = noun_phrase_from(frame_, verb->end);
        return object.end == i && frame_.is(verb->end, WordClass::determiner) ? object : TokenRange{};
    }
    return {};
}

// "There was a rise in gun deaths, from 53 to 56", "revised down the jobs gains in May, from 157": what the noun of the move says it of.
TokenRange SubjectRules::moved_in_noun(std::size_t comma) const {
    constexpr std::size_t furthest = 10;
    if (!frame_.is_any(begin() - 1, {"from", "by"})) return {};
    for (std::size_t i = comma; i-- > frame_.sentence.begin && i + furthest > comma;) {
        if (is_verb_at(frame_, i) || frame_.token(i).kind == TokenKind::mark) return {};
        if (!frame_.is(i, WordClass::change_noun)) continue;
        if (frame_.is_any(i + 1, {"in", "of"}) && !starts_time(frame_, i + 2))
            return noun_phrase_from(frame_, i + 2);
        return in_noun_phrase(frame_, i - 1) ? noun_phrase_before(frame_, i + 1) : TokenRange{};
    }
    return {};
}

// "values the company, founded in 2016, at $5bn", "put the cost, he said, at £3m": over what is set between commas.
TokenRange SubjectRules::valued_over_aside() const {
    constexpr std::size_t furthest = 24;
    const std::size_t first = frame_.sentence.begin;
    const bool price = frame_.is(begin() - 1, "for");
    if (begin() < first + 6 || (!price && !frame_.is(begin() - 1, "at")) ||
        !frame_.is_written(begin() - 2, ","))
        return {};
    for (std::size_t i = begin() - 2; i-- > first && i + furthest > begin();) {
        const bool bought = frame_.is_any(i, {"buy", "buys", "bought", "buying", "sell", "sells", "sold",
                                              "selling", "acquire", "acquired", "acquiring"});
        if (price ? !bought
                  : !frame_.is_any(i,
                                   {"values", "valued", "value", "valuing", "put", "puts", "putting", "price",
                                    "priced", "prices", "estimates", "estimated", "pegs", "pegged"}) ||
                        !is_verb_at(frame_, i))
            continue;
        const TokenRange thing = noun_phrase_from(frame_, i + 1);
        const std::size_t comma =
            frame_.is_written(thing.end, ".") ? thing.end + 1 : thing.end;  // "Orlo Corp.,"
        return !thing.empty() && frame_.is_written(comma, ",") ? thing : TokenRange{};
    }
    return {};
}

}  // namespace figbook
