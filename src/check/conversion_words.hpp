// What the words around two amounts say of how the one was converted into the other: pure functions of the text.
//
//     are_set_apart("£5m (about $7m)", "£5m", "about $7m")                  // false: a bracket restates
//     are_set_apart("£5m a year, or $7m for life", "£5m", "$7m")            // true
//     has_own_time("£30 ($4,000 in today's money)", "£30", "$4,000")        // true
//     last_year_before("By 1935 most of it was sold. ", 2024)               // 1935
//     named_month("It had offered £5m ($7m) in August.")                    // 8
#pragma once
#include <optional>
#include <string_view>

namespace figbook {

// No bracket opens between the two, so that the second may be of something else.
bool are_set_apart(std::string_view sentence, std::string_view first, std::string_view second);

// Behind the second, within its bracket, stands a time that is not the first one's: "($130,000 in 2023)".
bool has_own_time(std::string_view sentence, std::string_view first, std::string_view second);

// "($19 million at the time)"
bool is_at_the_time(std::string_view sentence, std::string_view first, std::string_view second);

// "($28.4/£23.5 billion)": the second amount may share the words that stand behind a slash.
bool leans_on_slash(std::string_view sentence, std::string_view second);

// "$14m and 1m euro (£11.6m)": the second amount may be the first one with the amount before it.
bool may_be_of_both(std::string_view sentence, std::string_view first, std::string_view second);

// "400 or 500 crowns ($40 or $50)": behind the second amount stands another one in its currency, so that several are
// converted and which is of which is not sure.
bool is_one_of_several(std::string_view sentence, std::string_view first, std::string_view second);

// The last year before this one that the end of a paragraph names; none for none.
std::optional<int> last_year_before(std::string_view words, int this_year);

// The same of its paragraphs.
std::optional<int> last_year_of_story(std::string_view words, int this_year);

// The month that the words name behind "in", "since" and the like, 1 to 12; none for none.
std::optional<unsigned> named_month(std::string_view words);

}  // namespace figbook
