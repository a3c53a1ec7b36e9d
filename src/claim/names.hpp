// Names in a text: runs of capitalised words, and what in such a run is title, organisation and name.
//
//     end_of_name(document, at, sentence.end)      // behind "Anna van der Berg"; `at` where no name starts
//     split_name(document, begin, end)             // "NATO | Secretary General | Mark Rutte"
//
// Inside claim/ alone: persons, organisations and speakers read names with it.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "text/document.hpp"

namespace figbook {

// Where the capitalised words right before `end` begin, back to `first` at most; `end` where none stand there.
std::size_t begin_of_capitals(const Document& document, std::size_t first, std::size_t end);

// The same, without a word that has its capital from elsewhere: "But | Ann Lee", "On Monday | Ann Lee".
std::size_t begin_of_name(const Document& document, std::size_t first, std::size_t end);

// The first capitalised word of [begin, end); `end` for none.
std::size_t first_capital(const Document& document, std::size_t begin, std::size_t end);

// "van", "de", "bin" in small letters.
bool is_name_particle(const Document& document, std::size_t i);

// The run of capitalised words that starts at `at`, with hyphens, initials and particles between them.
std::size_t end_of_name(const Document& document, std::size_t at, std::size_t limit);

// The same of a body, with what belongs to it behind "of" and "for": "the [University of New South Wales]".
std::size_t end_of_body(const Document& document, std::size_t at, std::size_t limit);

// "Minister | of Defence | Ann Lee": behind what an office looks after, where its "of" stands at `of`; else `of`.
std::size_t behind_topic(const Document& document, std::size_t of, std::size_t limit);

// "secretary | of state": the "of" at `of` is a part of a title in [begin, …).
bool is_inside_title(const Document& document, std::size_t begin, std::size_t of);

// "Save the Children", "Lloyd's of London": a body's, whatever its words are.
bool holds_small_words(const Document& document, std::size_t begin, std::size_t end);

// "the Fire Chiefs' | Council": the mark of several owners inside the name of a body.
bool is_plural_owner(const Document& document, std::size_t mark, std::size_t limit);

// "New York-based | Tarnholt", "Norland-born | Ann Lee": where somebody is from is none of the name [begin, end).
std::size_t behind_seat(const Document& document, std::size_t begin, std::size_t end);

// "eBay", "easyJet": a name, though it begins small.
bool has_inner_capital(std::string_view word);

// "Goldman Sachs", "Home Depot": known to be no person.
bool is_known_body(const Document& document, std::size_t begin, std::size_t end);

// "of" and "for" inside the name of a body, and the "on" of "Institute on Drug Abuse".
bool joins_body(const Document& document, std::size_t at, std::size_t limit);

// "NHS England", "Citizens Advice", "Halden & Sons": two words or more, with no title before, by which no person is called.
bool sounds_like_body(const Document& document, std::size_t begin, std::size_t end);

// Words for a firm that stand for one named before: "the company", "the chipmaker".
bool is_kind_of_firm(const Document& document, std::size_t i);
// "the agency", "the union": of a body more often than of a firm.
bool is_body_noun(const Document& document, std::size_t noun);

// "ministry of defence": of an authority, in lower case.
bool has_official_word(std::string_view name);

bool has_organisation_word(const Document& document, std::size_t begin, std::size_t end);

// "a talent agency": what is set behind a name [begin, end) calls it a firm. "A miner" and "a builder" may be a person too.
bool is_called_firm(const Document& document, std::size_t begin, std::size_t end);

// A word that has its capital from the sentence's start, or a month or weekday: never a name.
bool is_function_word(const Document& document, std::size_t i);

// A name with the title and organisation before it, all in one run or with the title in small letters.
struct NameParts {
    std::size_t organisation_begin = 0, organisation_end = 0;
    std::size_t title_begin = 0, title_end = 0;
    std::size_t begin = 0, end = 0;
    bool is_whole_organisation = false;  // no word of it is of the title
    bool has_title() const { return title_end > title_begin; }
};

// "Ann Lee | QC", "Ann Lee | MP": where the name of a person ends before the letters that he may put behind it.
std::size_t before_letters(const Document& document, std::size_t begin, std::size_t end);

// Splits [begin, end): the last title phrase inside it parts organisation and name.
NameParts split_name(const Document& document, std::size_t begin, std::size_t end);

// A copy of the words; "" for none.
std::string text_of(const Document& document, std::size_t begin, std::size_t end);
// What text_of() does with words that are taken from the text already.
void make_blanks_plain(std::string& words);

}  // namespace figbook
