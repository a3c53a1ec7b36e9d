// The words that the checks ask a text for: the rows of schema/checks/words.csv, which says what each class is for.
//
//     has_word("grew at an annual rate", CheckWord::other_basis)      // true
//     ends_with_word(", including", CheckWord::part_cue)              // true
#pragma once
#include <string_view>

namespace figbook {

enum class CheckWord {
    other_basis,
    move_noun,
    divides,
    same,
    part_cue,
    netted,
    last_part,
    undecided,
    groups,
    made_of,
    people,
    persons,
    times,
    ranging,
    beside_another,
    extreme,
    inverse,
    upward,
    downward,
    small_number,
    empty_word,
    shop_price,
    against,
    year_before,
    leads_on,
    onward,
    moved_again,
    by_how_much,
    overlapping,
    came_from,
    recalls,
    below_zero,
    clause,
    by_means,
    built,
    estimates,
    the_last,
    at_the_time,
    further,
    turns_from,
    presently,
    mean,
    at_rate,
    by_which,
    done_again,
    of_a_change,
    todays,
    ago,
    past_deed,
    no_price,
    with_another,
    of_the_poll,
    money,
    in_thousands,
    before_now,
    small_coin,
    sign_in_words,
    how_often,
    close_of_day,
    because,
    bet,
    rate_told
};

// The first of the class that is anywhere in the text, as whole words in whatever case; "" where none is.
std::string_view found_word(std::string_view text, CheckWord wanted);
bool has_word(std::string_view text, CheckWord wanted);
// The same at its start or end; blanks and opening quotation marks there do not count.
bool starts_with_word(std::string_view text, CheckWord wanted);
bool ends_with_word(std::string_view text, CheckWord wanted);
// What stands behind the last of the class in the text; all of it where there is none.
std::string_view behind_last_word(std::string_view text, CheckWord wanted);

}  // namespace figbook
