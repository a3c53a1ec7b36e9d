// Subjects of figures that are set in between dashes.
#include "claim/rules/subject_rules.hpp"

namespace figbook {

// "consumer prices - at 2.4% - rose", "the tariff – from 27.5% to 100% – hit", "a similar sum - around 30bn baht - on it": nothing
// but figures between the dashes.
TokenRange SubjectRules::alone_between_dashes() const {
    const bool led =
        begin() > frame_.sentence.begin + 2 && frame_.is_any(begin() - 1, {"at", "from", "now", "currently"});
    if (!led && quantity_.kind != Kind::money && quantity_.kind != Kind::percent) return {};
    const std::size_t first = led ? begin() - 1 : begin();
    const std::size_t open = before_dash(frame_, first);
    if (open == first || open <= frame_.sentence.begin || !in_noun_phrase(frame_, open - 1)) return {};
    std::size_t close = quantity_.per.empty() ? behind() : end_of_per();
    if (frame_.is(close, "to") && index_ + 1 < frame_.count() &&
        frame_.draft(index_ + 1).quantity.begin == close + 1)
        close = frame_.draft(index_ + 1).quantity.phrase_end();
    if (is_dash_at(frame_, close)) return noun_phrase_before(frame_, open);
    // "There is a small chance - about 10%."
    const bool closes = !frame_.has(close) || frame_.is(close, ".");
    const TokenRange before = closes ? noun_phrase_before(frame_, open) : TokenRange{};
    const bool thing = !before.empty() && frame_.is(before.begin, WordClass::determiner) && !led &&
                       !frame_.is(before.end - 1, WordClass::extreme);  // "hit a record low - just 42%"
    return thing ? before : TokenRange{};
}

// "Most members -- seven out of 10 -- say", "The mast – 300 metres tall – fell": with nothing but the figure, and how it is meant.
TokenRange SubjectRules::between_dashes() const {
    constexpr std::size_t longest = 5;
    if (const TokenRange found = alone_between_dashes(); !found.empty()) return found;
    const std::size_t open = before_dash(frame_, begin());
    if (quantity_.kind == Kind::count || open == begin() || open <= frame_.sentence.begin ||
        !in_noun_phrase(frame_, open - 1))
        return {};
    for (std::size_t i = behind(); frame_.has(i) && i <= behind() + longest; ++i) {
        if (before_dash(frame_, i + 1) <= i && !frame_.is_written(i + 1, "-"))
            return is_verb_at(frame_, i + 1) ? noun_phrase_before(frame_, open) : TokenRange{};
        if (is_verb_at(frame_, i) || (!frame_.token(i).is_word() && !frame_.is_written(i, "-"))) return {};
    }
    return {};
}

}  // namespace figbook
