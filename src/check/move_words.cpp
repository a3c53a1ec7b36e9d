#include "check/move_words.hpp"

#include <algorithm>
#include <cstdint>

#include "check/words_at.hpp"

namespace figbook {

bool MoveWords::say(CheckWord word) const {
    return has_word(sentence(), word);
}

bool MoveWords::go_onward() const {
    std::string_view behind = words_behind(text_, to());
    if (behind.starts_with(", ")) behind.remove_prefix(1);
    return starts_with_word(behind, CheckWord::onward);
}

bool MoveWords::are_of_target() const {
    constexpr std::size_t near = 32;
    return say(CheckWord::estimates) && to().modality == Modality::projected &&
           has_word(words_behind(text_, from()).substr(0, near), CheckWord::presently);
}

bool MoveWords::are_of_forecast_before() const {
    const std::string_view behind = words_behind(text_, from());
    const bool is_expected = to().modality == Modality::projected || say(CheckWord::estimates);
    if (!is_expected || behind.empty()) return false;
    const Span before{from().sentence.start, to().span.start};
    return starts_with_word(behind, CheckWord::before_now) ||
           (are_in_bracket_behind() && has_word(before.in(text_), CheckWord::estimates));
}

bool MoveWords::tell_by_range(const Claim& amount) const {
    const Span joint{amount.span.end, to().span.start};
    if (joint.empty() || joint.end > text_.size() || joint.in(text_) != " to ") return false;
    return text_.substr(amount.sentence.start, amount.span.start - amount.sentence.start).ends_with(" by ");
}

// "to 80bn yen (from 78bn yen)"
bool MoveWords::are_in_bracket_behind() const {
    const std::string_view joint = between_ends();
    return *move_.to < *move_.from && joint.find('(') != std::string_view::npos &&
           joint.find(')') == std::string_view::npos;
}

bool MoveWords::have_sign() const {
    constexpr std::size_t near = 12;
    for (const auto& end : {move_.from, move_.to}) {
        const std::size_t start = claims_[*end].span.start;
        if (start > text_.size()) continue;
        const std::string_view before = text_.substr(0, start).substr(start - std::min(start, near));
        if (ends_with_word(before, CheckWord::sign_in_words)) return true;
    }
    return false;
}

bool MoveWords::leave_direction_open() const {
    return say(CheckWord::inverse) || say(CheckWord::ranging) || say(CheckWord::estimates);
}

bool MoveWords::tell_direction() const {
    if (has_word(between_ends(), CheckWord::extreme) || may_be_range()) return false;
    return has_word(lead(), rises() ? CheckWord::upward : CheckWord::downward) &&
           !say(rises() ? CheckWord::downward : CheckWord::upward);
}

// "Down from 75 to 85", "all of them fell from 2 to 4 percent": a range.
bool MoveWords::may_be_range() const {
    std::string_view joint = between_ends();
    while (joint.ends_with(' ')) joint.remove_suffix(1);
    if (joint == " to" && ends_with_word(lead(), CheckWord::came_from)) return true;
    const bool is_of_changes =
        from().kind == Kind::percent || from().kind == Kind::number || to().unit == "points";
    return is_of_changes && *move_.from < *move_.to;
}

bool MoveWords::are_of_rate() const {
    const Claim& percent = claims_[*move_.percent];
    return ends_with_word(words_at(text_, {percent.sentence.start, percent.span.start}), CheckWord::at_rate);
}

bool MoveWords::are_of_repeated() const {
    constexpr std::size_t near = 40;
    return has_word(words_behind(text_, claims_[*move_.multiple]).substr(0, near), CheckWord::done_again);
}

bool MoveWords::are_beside_another(const Claim& amount) const {
    return starts_with_word(words_behind(text_, amount), CheckWord::beside_another);
}

bool MoveWords::make_one_change() const {
    constexpr std::size_t longest = 20;
    const std::string_view joint = between(*move_.amount, *move_.percent);
    return joint.size() <= longest &&
           (ends_with_word(joint, CheckWord::same) || joint.find_first_of("(/") != std::string_view::npos);
}

std::string_view MoveWords::other_basis() const {
    return found_word(sentence(), CheckWord::other_basis);
}

std::string_view MoveWords::between(std::size_t a, std::size_t b) const {
    const auto& [first, last] = std::minmax(a, b);
    return words_between(text_, claims_[first], claims_[last]);
}

// What leads to the move: behind the figure before it and the last "and" or "while".
std::string_view MoveWords::lead() const {
    const Claim& first = claims_[move_.claims().front()];
    std::uint32_t start = first.sentence.start;
    for (const Claim& claim : claims_)
        if (claim.span.end <= first.span.start) start = std::max(start, claim.span.end);
    const std::string_view before = words_at(text_, {start, first.span.start});
    return behind_last_word(behind_last_word(before, CheckWord::divides), CheckWord::clause);
}

// The sentence, of a very long one what is around the move.
std::string_view MoveWords::sentence() const {
    constexpr std::uint32_t around = 400;
    const auto own = move_.claims();
    const Claim& first = claims_[own.front()];
    const std::uint32_t start =
        std::max(first.sentence.start, first.span.start - std::min(around, first.span.start));
    return words_at(text_, {start, std::min(first.sentence.end, claims_[own.back()].span.end + around)});
}

}  // namespace figbook
