// What is there already, whatever is to come of it: the whole, the record to break, the gap to close, last year's figure.
#include "claim/phrases.hpp"
#include "claim/rules/modality_context.hpp"
#include "claim/verbs.hpp"
#include "text/endings.hpp"

namespace figbook {

bool ModalityContext::is_there(const Quantity& quantity) const {
    return is_compared_with(quantity.begin) || is_whole(quantity) || is_of_past(quantity.begin) ||
           is_of_time_past(quantity) || is_record(quantity) || is_named_group(quantity) ||
           is_disposed_of(quantity) || happened_before(quantity);
}

// "likely to slow to 1.8% after 2.9% in 2023": what it is compared with has been.
bool ModalityContext::is_compared_with(std::size_t figure) const {
    if (figure == frame_.sentence.begin) return false;
    if (frame_.is_any(figure - 1, {"after", "against", "versus"})) return true;
    // "after a £12m profit last season"
    return figure >= frame_.sentence.begin + 2 && frame_.is(figure - 1, WordClass::determiner) &&
           frame_.is(figure - 2, "after");
}

// "close two of the borough's nine libraries"
bool ModalityContext::is_whole_of_somebody(const Quantity& quantity) const {
    constexpr std::size_t longest = 6;
    const std::size_t begin = quantity.begin;
    if (begin < frame_.sentence.begin + 3 || frame_.token(begin - 1).kind != TokenKind::possessive)
        return false;
    for (std::size_t i = 0; i < frame_.count(); ++i) {
        const std::size_t of = frame_.draft(i).quantity.end;
        if (of < begin && of + longest > begin && frame_.is(of, "of") &&
            frame_.is_one_of(of + 1, {WordClass::determiner}))
            return true;
    }
    return false;
}

bool ModalityContext::is_whole(const Quantity& quantity) const {
    if (is_whole_of_somebody(quantity)) return true;
    const std::size_t first = frame_.sentence.begin;
    if (quantity.begin < first + 2 || !frame_.is(quantity.begin - 1, WordClass::determiner) ||
        !frame_.is(quantity.begin - 2, "of"))
        return false;
    for (std::size_t i = 0; i < frame_.count(); ++i)
        if (frame_.draft(i).quantity.end + 2 == quantity.begin) return true;
    return false;
}

bool ModalityContext::is_record(const Quantity& quantity) const {
    constexpr std::size_t furthest = 8;
    const std::size_t first = frame_.sentence.begin;
    if (!frame_.sentence.has(WordClass::projecting) || quantity.begin < first + 3 ||
        !frame_.is(quantity.begin - 1, "of") ||
        !frame_.is_any(quantity.begin - 2, {"record", "high", "peak", "low", "limit", "cap", "threshold"}))
        return false;
    for (std::size_t i = quantity.begin - 2; i-- > first && i + furthest > quantity.begin;)
        if (frame_.is(i, WordClass::outdoing) || frame_.is_any(i, {"break", "breaks", "smash", "eclipse"}))
            return true;
    return false;
}

bool ModalityContext::is_of_past(std::size_t figure) const {
    return figure >= frame_.sentence.begin + 3 && frame_.token(figure - 1).kind == TokenKind::possessive &&
           frame_.is(figure - 3, "last");
}

bool ModalityContext::says_which(const Quantity& quantity) const {
    // "a cut in the 4.35 per cent cash rate": that is the rate now
    const bool moved = quantity.kind == Kind::percent && quantity.begin >= frame_.sentence.begin + 3 &&
                       frame_.is_any(quantity.begin - 2, {"in", "of", "to"}) &&
                       frame_.is(quantity.begin - 3, WordClass::change_noun) &&
                       in_noun_phrase(frame_, quantity.end);
    const bool joined = moved || quantity.adjective || frame_.is(quantity.end, WordClass::limit_noun) ||
                        frame_.document.is(quantity.end, "-") || quantity.rule == "count.hyphen" ||
                        frame_.document.is(quantity.core + 1, "-");  // "the 7.2-kilometre tunnel"
    if (!joined || quantity.begin == frame_.sentence.begin) return false;
    return frame_.is_any(quantity.begin - 1, {"the", "its", "their", "his", "her", "our"}) ||
           frame_.token(quantity.begin - 1).kind == TokenKind::possessive;
}

// "The 26kg rover will roam": how large a thing is, of which something is told.
bool ModalityContext::is_size_of_thing(const Quantity& quantity) const {
    return quantity.kind == Kind::measure && quantity.begin > frame_.sentence.begin &&
           frame_.is(quantity.begin - 1, WordClass::determiner) &&
           !frame_.is_any(quantity.begin - 1, {"a", "an"}) && in_noun_phrase(frame_, quantity.end);
}

// "Prize money for the 32 teams will be": of those that something is for.
bool ModalityContext::is_of_those(const Quantity& quantity) const {
    return quantity.kind == Kind::count && quantity.begin >= frame_.sentence.begin + 3 &&
           frame_.is(quantity.begin - 1, "the") &&
           frame_.is_any(quantity.begin - 2, {"for", "in", "among", "from", "to"}) &&
           in_noun_phrase(frame_, quantity.begin - 3);
}

// "the richest 1 percent", "all 262 million children": a group that is there.
bool ModalityContext::is_named_group(const Quantity& quantity) const {
    if (frame_.is(quantity.begin, "all")) return true;
    const std::size_t first = frame_.sentence.begin;
    if (quantity.begin < first + 2 || quantity.kind != Kind::percent || !frame_.is(quantity.begin - 2, "the"))
        return false;
    return has_ending(frame_.document.word(quantity.begin - 1), "est", 3) ||
           frame_.is_any(quantity.begin - 1, {"top", "bottom"});
}

// "beating the £63m of last year", "below the 4% of 2019"
bool ModalityContext::is_of_time_past(const Quantity& quantity) const {
    const std::size_t of = quantity.phrase_end();
    if (quantity.begin == frame_.sentence.begin || !frame_.is(quantity.begin - 1, "the") ||
        !frame_.is(of, "of"))
        return false;
    if (frame_.is_any(of + 1, {"last", "previous"})) return true;
    if (!frame_.published || !frame_.has(of + 1) || !starts_time(frame_, of + 1)) return false;
    const auto year = Decimal::parse(frame_.document.word(of + 1));
    return year && *year < Decimal(year_of(*frame_.published));
}

// "to close a £17.6m budget gap", "to sell its stake of 1.4 per cent": what shall be no more is still there.
bool ModalityContext::is_disposed_of(const Quantity& quantity) const {
    constexpr std::size_t longest = 6;
    const std::size_t first = frame_.sentence.begin;
    if (!frame_.sentence.has(WordClass::disposing) || quantity.begin < first + 2) return false;
    bool gap = false;
    for (std::size_t i = quantity.end; i < quantity.end + longest && in_noun_phrase(frame_, i); ++i)
        gap = gap || frame_.is(i, WordClass::gap_noun);
    if (gap)
        for (std::size_t i = quantity.begin; i-- > first && i + 2 >= quantity.begin;)
            if (frame_.is(i, WordClass::disposing)) return true;
    if (!frame_.is(quantity.begin - 1, "of")) return false;
    bool owned = false;
    for (std::size_t i = quantity.begin - 1; i-- > first && i + longest > quantity.begin;) {
        if (owned || frame_.is(i, WordClass::plan_noun)) return owned && frame_.is(i, WordClass::disposing);
        owned = frame_.is_any(i, {"its", "their", "his", "her"});
        if (!owned && !in_noun_phrase(frame_, i)) return false;
    }
    return false;
}

// "will spend £14m after storms in June ate 22 metres", "must halve rations after receiving 22%": what came before is done.
bool ModalityContext::happened_before(const Quantity& quantity) const {
    constexpr std::size_t furthest = 10;
    const std::size_t first = frame_.sentence.begin;
    if (!frame_.sentence.has(WordClass::subordinator) && !frame_.sentence.has(WordClass::preposition))
        return false;
    bool acted = false;
    for (std::size_t i = quantity.begin; i-- > first + 1 && i + furthest > quantity.begin;) {
        if (frame_.document.is(i, ",") || frame_.is(i, WordClass::modal) ||
            frame_.is(i, WordClass::projecting))
            return false;
        if (frame_.is_any(i, {"after", "following", "because"}))
            return acted ||
                   (frame_.is(quantity.begin - 1, "of") &&
                    frame_.is(quantity.begin - 2, WordClass::change_noun)) ||
                   frame_.is(i + 1, WordClass::change_verb) ||
                   frame_.is_any(i + 1, {"receiving", "losing", "winning", "taking", "failing", "spending"});
        if (frame_.is(i, "for") && has_ending(frame_.document.word(i + 1), "ing", 3))
            return is_penalty_for(i);
        acted = acted ||
                (frame_.is(i, WordClass::past_form) && !frame_.is(i - 1, "to") && !frame_.is(i - 1, "be"));
    }
    return false;
}

// "ordered to pay £12m | for charging 34,000 people fees": done before.
bool ModalityContext::is_penalty_for(std::size_t deed) const {
    for (std::size_t k = frame_.sentence.begin; k < deed; ++k)
        if (frame_.is(k, WordClass::penalty) ||
            frame_.is_any(k, {"ordered", "fined", "sued", "jailed", "compensation", "damages"}))
            return true;
    return false;
}

// "expects 310 million, down from a previous range of 380 million": what was thought before is a view too.
std::optional<std::size_t> ModalityContext::earlier_view(std::size_t i) const {
    constexpr std::size_t longest = 4;
    const Quantity& quantity = frame_.draft(i).quantity;
    if (i == 0 || frame_.draft(i - 1).claim.modality != Modality::projected ||
        quantity.begin < frame_.sentence.begin + 3 || !frame_.is(quantity.begin - 1, "of"))
        return std::nullopt;
    if (!frame_.is_any(quantity.begin - 2, {"range", "guidance", "figure", "estimate", "view", "target",
                                            "forecast", "projection", "outlook"}))
        return std::nullopt;
    for (std::size_t k = quantity.begin - 2; k-- > frame_.sentence.begin && k + longest > quantity.begin;)
        if (frame_.is(k, WordClass::earlier) || starts_time(frame_, k) ||
            frame_.is_any(k, {"original", "initial", "old", "prior"}))
            return k;
    return std::nullopt;
}

}  // namespace figbook
