// Times that lie ahead of the publication: what is told of them is projected.
#include "claim/phrases.hpp"
#include "claim/rules/modality_context.hpp"
#include "claim/verbs.hpp"

namespace figbook {
namespace {

// Of "2031", as years nearly always are: cheaper than a Decimal.
std::optional<int> year_in_four_digits(std::string_view word) {
    if (word.size() != 4) return std::nullopt;
    int year = 0;
    for (const char digit : word) {
        if (digit < '0' || digit > '9') return std::nullopt;
        year = 10 * year + (digit - '0');
    }
    return year;
}

}  // namespace

// "two chances before a vote next month", "20 days until the next election"
bool ModalityContext::leads_to_event(std::size_t i) const {
    return frame_.is_any(i, {"before", "after", "ahead", "until"});
}

// "a shortfall of £23m next year", "€5m in the coming months"
std::optional<std::size_t> ModalityContext::in_time_to_come(std::size_t begin, std::size_t end) const {
    static constexpr WordClasses units{WordClass::time_unit, WordClass::month, WordClass::weekday,
                                       WordClass::time_noun, WordClass::fiscal_word};
    for (std::size_t i = begin; i + 1 < end; ++i) {
        // "A 5% tax comes into force next year": the present, of what is fixed
        const bool fixed = frame_.is_any(i, {"comes", "come", "takes", "take", "begins", "begin", "starts",
                                             "start", "applies", "apply", "expires", "ends"});
        if (((is_verb_at(frame_, i) || frame_.is(i, WordClass::auxiliary)) && !fixed) || leads_to_event(i))
            return std::nullopt;
        if (!frame_.is(i, WordClass::coming)) continue;
        const std::size_t unit =
            frame_.is(i + 1, WordClass::number) || frame_.token(i + 1).is_number() || frame_.is(i + 1, "few")
                ? i + 2
                : i + 1;
        if (unit < end && frame_.has_any(unit, units)) return i;
    }
    return std::nullopt;
}

// "15,000 doctors by 2031", in an article of an earlier year.
std::optional<std::size_t> ModalityContext::by_future_year(std::size_t begin, std::size_t end) const {
    if (!has_year_to_come(begin, end)) return std::nullopt;
    bool acted = false, compared = false;
    for (std::size_t i = begin; i + 1 < end; ++i) {
        // "190 countries pledged to cut emissions by 40% by 2030": the year is of what they pledged.
        if (frame_.is(i, "and") && frame_.is(i + 1, "that")) return std::nullopt;
        // "held its rate at 5.5% and lowered its forecast for 2025"
        if (frame_.is_any(i, {"and", "but"}) &&
            frame_.is_one_of(i + 1, {WordClass::past_form, WordClass::change_verb}) &&
            is_verb_at(frame_, i + 1))
            return std::nullopt;
        acted = acted || is_verb_at(frame_, i);
        compared =
            compared || frame_.is(i, "than");  // "a third fewer than the 20,000 that a target by 2029 asks"
        if (((acted || compared) && is_figure(i)) || leads_to_event(i)) return std::nullopt;
        const bool at_edge =  // "5.4% at the end of 2031"
            frame_.is(i, "at") && frame_.is(i + 1, "the") && frame_.is(i + 2, WordClass::time_edge);
        if (!at_edge && !frame_.is_any(i, {"by", "for", "in", "from", "between"})) continue;
        const std::size_t at = behind_part_of_year(i + 1);
        if (at < end && is_year_to_come(at)) return at;
    }
    return std::nullopt;
}

// "is due in March", "are payable this year", "is repayable on delivery"
bool ModalityContext::is_due(std::size_t i) const {
    const bool payable = frame_.is_any(i, {"payable", "repayable"});
    if ((!payable && !frame_.is(i, "due")) || i == frame_.sentence.begin ||
        !frame_.is_any(i - 1, {"is", "are"}))
        return false;
    const std::size_t at = frame_.is_any(i + 1, {"in", "by", "on", "at", "from"}) ? i + 2 : i + 1;
    if (payable &&
        frame_.is_any(at, {"delivery", "completion", "closing", "signing", "exchange", "maturity"}))
        return true;
    return frame_.is(at, WordClass::coming) || (frame_.has(at) && starts_time(frame_, at));
}

bool ModalityContext::has_number(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i)
        if (frame_.token(i).is_number()) return true;
    return false;
}

bool ModalityContext::has_year_to_come(std::size_t begin, std::size_t end) const {
    constexpr std::uint32_t digits_of_year = 4;
    for (std::size_t i = begin; i < end; ++i)
        if (frame_.token(i).is_number() && frame_.token(i).length() >= digits_of_year && is_year_to_come(i))
            return true;
    return false;
}

// "[by] the end of 2026", "[by] mid-2027", "[by] March 2027"
std::size_t ModalityContext::behind_part_of_year(std::size_t i) const {
    constexpr std::size_t longest = 3;
    static constexpr WordClasses parts{WordClass::time_edge, WordClass::month, WordClass::time_noun};
    const std::size_t end = i + longest;
    while (i < end && frame_.has(i + 1) &&
           (frame_.is_any(i, {"the", "of", "early", "late", "mid"}) || frame_.is_written(i, "-") ||
            frame_.has_any(i, parts)))
        ++i;
    return i;
}

bool ModalityContext::is_figure(std::size_t token) const {
    for (std::size_t i = 0; i < frame_.count(); ++i)
        if (frame_.draft(i).quantity.core == token) return true;
    return false;
}

// "2031", and "2023/24" in 2023: it ends in a year to come.
bool ModalityContext::is_year_to_come(std::size_t at) const {
    constexpr int latest = 2200, century = 100;
    if (!frame_.published || !frame_.has(at) || !frame_.token(at).is_number()) return false;
    const int now = year_of(*frame_.published);
    if (const auto plain = year_in_four_digits(frame_.word(at)); plain && *plain != now)
        return *plain > now && *plain <= latest;
    const auto year = Decimal::parse(frame_.word(at));
    if (!year || *year > Decimal(latest)) return false;
    if (*year > Decimal(now)) return true;
    const bool split =
        *year == Decimal(now) && frame_.has(at + 2) && frame_.token(at + 2).is_number() &&
        (frame_.is_written(at + 1, "/") || frame_.is_written(at + 1, "-") || frame_.is_written(at + 1, "–"));
    return split && Decimal::parse(frame_.word(at + 2)) == Decimal((now + 1) % century);
}

std::optional<std::size_t> ModalityContext::budget_to_come(std::size_t begin, std::size_t figure) const {
    static constexpr WordClasses plans{WordClass::plan_noun, WordClass::forecast_noun};
    if (!frame_.published) return std::nullopt;
    for (std::size_t i = begin + 1; i + 1 < figure; ++i) {
        if (!frame_.is(i, "for") || (!frame_.has_any(i - 1, plans) && !frame_.is(i - 1, "budget"))) continue;
        const std::size_t at = behind_part_of_year(i + 1);
        if (at < figure && is_year_to_come(at)) return at;
    }
    return std::nullopt;
}

// "a budget for next year | with a deficit of $3bn", "a budget for 2031 of $3bn": what is in it.
std::optional<std::size_t> ModalityContext::in_budget_to_come(const Quantity& quantity) const {
    constexpr std::size_t furthest = 16;
    const std::size_t first = frame_.sentence.begin, figure = quantity.begin;
    if (!is_amount(quantity.kind)) return std::nullopt;
    bool with = false;
    for (std::size_t i = figure; i-- > first + 1 && i + furthest > figure;) {
        with = with || frame_.is_any(i, {"with", "of", "worth", "containing"});
        if (frame_.token(i).kind == TokenKind::mark || is_verb_at(frame_, i)) return std::nullopt;
        if (!frame_.is(i, "for") || !frame_.is_any(i - 1, {"budget", "budgets"})) continue;
        const std::size_t at = frame_.is(i + 1, "the") ? i + 2 : i + 1;
        const bool next =
            frame_.is(at, WordClass::coming) && (frame_.is(at + 1, "year") || frame_.is(at + 2, "year"));
        const bool ahead = next || (frame_.published && is_year_to_come(behind_part_of_year(i + 1)));
        return with && ahead ? std::optional(i) : std::nullopt;
    }
    return std::nullopt;
}

// "below their current 1 percent", "from the present level of 78,443", "in line with 2007's 2.4 billion": how it is or was, whatever is to
// become of it; but a current target is one.
bool ModalityContext::is_what_is(const Quantity& quantity) const {
    const std::size_t first = frame_.sentence.begin;
    if (quantity.begin < first + 2) return false;
    if (is_extreme_left(quantity)) return true;
    const std::size_t before = quantity.begin - 1;
    const auto is_current = [&](std::size_t i) {
        return frame_.is_any(i, {"current", "present", "existing"});
    };
    if (is_current(before)) {
        static constexpr WordClasses views{WordClass::plan_noun, WordClass::forecast_noun};
        constexpr std::size_t longest = 3;
        for (std::size_t i = quantity.end; in_noun_phrase(frame_, i) && i < quantity.end + longest; ++i)
            if (frame_.has_any(i, views)) return false;  // "the current $38 price target"
        return true;
    }
    const bool of_level = quantity.begin > first + 3 && frame_.is(before, "of") &&
                          frame_.is_any(before - 1, {"level", "rate", "total", "number", "size", "price"});
    if (of_level) return is_current(before - 2);
    // "2007's", in an article of a later year: behind a number the mark and the "s" may be tokens of their own
    if (!frame_.published) return false;
    const bool parted = frame_.is(before, "s") && !frame_.token(before).space_before() &&
                        frame_.is_any(before - 1, {"'", "’"}) && !frame_.token(before - 1).space_before();
    if (!parted && frame_.token(before).kind != TokenKind::possessive) return false;
    const auto year = year_in_four_digits(frame_.word(parted ? before - 2 : before - 1));
    return year && *year < year_of(*frame_.published);
}

}  // namespace figbook
