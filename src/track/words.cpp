#include "track/words.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <functional>
#include <map>
#include <optional>
#include <stdexcept>
#include <unordered_map>
#include <utility>

#include "base/csv.hpp"
#include "base/utf8.hpp"
#include "embedded.hpp"
#include "vocabulary/vocabulary.hpp"

namespace figbook {
namespace {

// What the table says of a word or phrase. Several rows may name it: "spending" is a word and an event.
struct Entry : WordTraits {
    std::optional<WordKind> kind{};
    bool needs_capital = false;
    std::string as{};
    std::string direction{};
    std::string event{};
    std::string cause{};
    std::string basis{};
    std::string group{};
    unsigned month = 0;
    bool is_word = false;  // and not only of the classes that tell nothing of what a fact is
};

struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view words) const { return std::hash<std::string_view>()(words); }
};

// By the words in lower case, with one space between. The first word of a phrase is there too.
struct Row {
    std::optional<Entry> entry{};
    std::size_t longest = 1;  // words of the longest phrase that begins so
};
using Table = std::unordered_map<std::string, Row, Hash, std::equal_to<>>;

using Flag = bool WordTraits::*;

// Classes that only figures of one fact are judged by. A word or phrase of no other class stays in keys of facts what it is
// without them: "Black" a name, "early trading" two words.
const std::map<std::string, Flag, std::less<>>& judging_flags() {
    static const std::map<std::string, Flag, std::less<>> all{{"definite", &Entry::is_definite},
                                                              {"pronoun", &Entry::is_pronoun},
                                                              {"link", &Entry::is_link},
                                                              {"deed", &Entry::is_deed},
                                                              {"span", &Entry::is_span},
                                                              {"month", &Entry::is_month},
                                                              {"quarter", &Entry::is_quarter},
                                                              {"fiscal", &Entry::is_fiscal},
                                                              {"prior", &Entry::is_prior},
                                                              {"running", &Entry::is_running},
                                                              {"within day", &Entry::is_within_day},
                                                              {"closing", &Entry::is_closing},
                                                              {"sort of firm", &Entry::is_sort_of_firm},
                                                              {"public", &Entry::is_public},
                                                              {"the place", &Entry::is_the_place},
                                                              {"of work", &Entry::is_of_work},
                                                              {"leads to other", &Entry::leads_to_other},
                                                              {"leads part", &Entry::leads_part},
                                                              {"ends phrase", &Entry::ends_phrase},
                                                              {"group", &Entry::is_of_group}};
    return all;
}

const std::map<std::string, Flag, std::less<>>& flags() {
    static const std::map<std::string, Flag, std::less<>> all{{"people", &Entry::is_people},
                                                              {"somebody", &Entry::is_somebody},
                                                              {"denial", &Entry::is_denial},
                                                              {"asked", &Entry::is_asked},
                                                              {"body", &Entry::is_body},
                                                              {"verb", &Entry::is_verb},
                                                              {"lasting", &Entry::is_lasting},
                                                              {"vague", &Entry::is_vague},
                                                              {"revised", &Entry::is_revised},
                                                              {"firms", &Entry::is_of_firms},
                                                              {"other end", &Entry::has_other_end},
                                                              {"job loss", &Entry::is_job_loss},
                                                              {"makers", &Entry::is_of_makers},
                                                              {"shoppers", &Entry::is_of_shoppers},
                                                              {"partial", &Entry::is_partial},
                                                              {"elsewhere", &Entry::is_elsewhere},
                                                              {"bare", &Entry::is_bare},
                                                              {"expected", &Entry::is_expected},
                                                              {"statistic", &Entry::is_statistic},
                                                              {"own", &Entry::is_own},
                                                              {"national", &Entry::is_national},
                                                              {"now", &Entry::is_now},
                                                              {"moving", &Entry::is_moving},
                                                              {"private", &Entry::is_private},
                                                              {"branch", &Entry::is_branch},
                                                              {"seldom", &Entry::is_seldom},
                                                              {"adds", &Entry::is_adding},
                                                              {"distance", &Entry::is_distance},
                                                              {"sells", &Entry::is_selling},
                                                              {"traded", &Entry::is_traded},
                                                              {"exchange", &Entry::is_exchange},
                                                              {"world", &Entry::is_worldwide},
                                                              {"many names", &Entry::is_many_names},
                                                              {"union", &Entry::is_union},
                                                              {"benchmark", &Entry::is_benchmark},
                                                              {"harm", &Entry::is_harm},
                                                              {"place", &Entry::is_place},
                                                              {"ordinal", &Entry::is_ordinal}};
    return all;
}

void apply(Entry& entry, const std::string& name, const std::string& as) {
    static const std::map<std::string, WordKind, std::less<>> kinds{
        {"filler", WordKind::filler}, {"general", WordKind::general}, {"time", WordKind::time}};
    static const std::map<std::string, std::string Entry::*, std::less<>> words{
        {"cause", &Entry::cause}, {"event", &Entry::event}, {"harm", &Entry::event},
        {"basis", &Entry::basis}, {"same", &Entry::as},     {"direction", &Entry::direction},
        {"place", &Entry::as},    {"group", &Entry::group}, {"ordinal", &Entry::basis}};
    const auto kind = kinds.find(name);
    const auto flag = flags().find(name);
    const auto judging = judging_flags().find(name);
    const auto word = words.find(name);
    if (kind == kinds.end() && flag == flags().end() && judging == judging_flags().end() &&
        word == words.end())
        throw std::logic_error("tracking words: no class " + name);
    if (kind != kinds.end()) entry.kind = kind->second;
    if (flag != flags().end()) entry.*flag->second = true;
    if (judging != judging_flags().end())
        entry.*judging->second = true;
    else
        entry.is_word = true;
    if (word != words.end()) entry.*word->second = as;
    if (entry.is_month && name == "month") entry.month = static_cast<unsigned>(std::stoul(as));
}

Table read_table() {
    Table table;
    const CsvTable csv = read_csv(tracking_tables::embedded("words.csv"));
    for (const auto& row : csv.rows)
        for (const std::string& words : split(row[csv.column("words")], '|')) {
            const std::string key = lower(words);
            std::optional<Entry>& entry = table[key].entry;
            const bool is_first = !entry;
            if (is_first) entry.emplace();
            apply(*entry, row[0], row[csv.column("as")]);
            // "US" is no "us", nor "Polish" a polish; of "euro zone" both ways to write it are in the table.
            if (row[0] == "place") entry->needs_capital = words != key && (is_first || entry->needs_capital);
            const auto length = static_cast<std::size_t>(std::count(key.begin(), key.end(), ' ')) + 1;
            std::size_t& longest = table[key.substr(0, key.find(' '))].longest;
            longest = std::max(longest, length);
        }
    return table;
}

const Table& table() {
    static const Table instance = read_table();
    return instance;
}

bool is_ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// How many bytes of a character that is part of a word stand at `at`; 0 for a mark or blank.
std::size_t in_word(std::string_view text, std::size_t at) {
    const char c = text[at];
    if (is_ascii_letter(c) || is_digit(c)) return 1;
    if (static_cast<unsigned char>(c) < 0x80) return 0;
    const CodePoint point = decode_utf8(text, at);
    const bool mark = point.value < 0xC0 || (point.value >= 0x2000 && point.value < 0x2070) ||
                      point.value == 0x3000 || point.value == 0xFFFD || point.value == 0xFEFF;
    return mark ? 0 : point.bytes;
}

bool is_apostrophe(std::string_view text, std::size_t at, std::size_t& bytes) {
    if (text[at] == '\'') {
        bytes = 1;
        return true;
    }
    bytes = 3;
    return text.substr(at, 3) == "’";
}

// A mark inside of a word that does not end it: the dots of "U.S.", the apostrophe of "Germany's", "AT&T", "F-35".
std::size_t joins(std::string_view text, std::size_t start, std::size_t at) {
    std::size_t bytes = 1;
    const bool more = at + 1 < text.size();
    if (is_apostrophe(text, at, bytes))
        return at + bytes < text.size() && in_word(text, at + bytes) > 0 ? bytes : 0;
    // "F-35", but "24-hour".
    if (text[at] == '-') return is_ascii_letter(text[at - 1]) && more && is_digit(text[at + 1]) ? 1 : 0;
    if (text[at] == '&') return more && in_word(text, at + 1) > 0 ? 1 : 0;
    if (text[at] != '.') return 0;
    if (is_digit(text[at - 1])) return more && is_digit(text[at + 1]) ? 1 : 0;
    // An initial: one letter before it, and it opens the word or a dot is before it.
    const bool initial = is_ascii_letter(text[at - 1]) && (at - 1 == start || text[at - 2] == '.');
    return initial && (at - 1 != start || (more && is_ascii_letter(text[at + 1]))) ? 1 : 0;
}

struct RawWord {
    Span span;
    bool opens;
};

std::vector<RawWord> raw_words(std::string_view text) {
    std::vector<RawWord> words;
    bool opens = true;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t bytes = in_word(text, at);
        if (bytes == 0) {
            if (text[at] == '.' || text[at] == '!' || text[at] == '?' || text[at] == '\n' || text[at] == ':')
                opens = true;
            ++at;
            continue;
        }
        const std::size_t start = at;
        while (at < text.size()) {
            bytes = in_word(text, at);
            if (bytes == 0 && at > start) bytes = joins(text, start, at);
            if (bytes == 0) break;
            at += bytes;
        }
        words.push_back({{static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(at)}, opens});
        opens = false;
    }
    return words;
}

bool is_capital(std::string_view word) {
    if (is_ascii_letter(word[0])) return word[0] >= 'A' && word[0] <= 'Z';
    if (static_cast<unsigned char>(word[0]) < 0x80) return false;
    const CodePoint first = decode_utf8(word, 0);
    return lower(word.substr(0, first.bytes)) != word.substr(0, first.bytes);
}

void replace_ending(std::string& word, std::string_view ending, std::string_view by) {
    word.resize(word.size() - ending.size());
    word += by;
}

void to_singular(std::string& word) {
    if (word.size() > 4 && word.ends_with("ies")) return replace_ending(word, "ies", "y");
    for (const std::string_view ending : {"sses", "xes", "ches", "shes"})
        if (word.size() > 5 && word.ends_with(ending)) return replace_ending(word, "es", "");
    if (word.size() < 4 || !word.ends_with('s')) return;
    if (word.ends_with("ss") || word.ends_with("us") || word.ends_with("is")) return;
    word.pop_back();
}

// Spellings of Britain as those of America. What is no such word comes out alike for both too.
void to_one_spelling(std::string& word) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> endings{
        {{"isation", "ization"},
         {"ising", "izing"},
         {"ised", "ized"},
         {"ise", "ize"},
         {"our", "or"},
         {"yse", "yze"}}};
    for (const auto& [british, american] : endings)
        if (word.size() > british.size() + 2 && word.ends_with(british))
            return replace_ending(word, british, american);
}

// The word as the table has it.
std::string key_of(std::string_view written) {
    std::string key;
    written = without_possessive(written);
    bool is_ascii = true;
    for (const char c : written) {
        if (c == '.') continue;
        is_ascii &= static_cast<unsigned char>(c) < 0x80;
        key += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    }
    return is_ascii ? key : lower(key);
}

struct Match {
    const Entry* entry = nullptr;
    std::size_t words = 1;
    const Entry* judged = nullptr;  // of a longer phrase that is no word of its own
};

const Entry& filler_entry() {
    static const Entry entry = [] {
        Entry filler;
        filler.kind = WordKind::filler;
        filler.is_word = true;
        return filler;
    }();
    return entry;
}

Match look_up(std::string_view text, const std::vector<RawWord>& words, std::size_t first,
              const std::string& one) {
    const Table& known = table();
    const auto row = known.find(one);
    if (row == known.end()) return {};
    const Entry* judged = nullptr;
    for (std::size_t length = std::min(row->second.longest, words.size() - first); length > 0; --length) {
        auto found = row;
        if (length > 1) {
            std::string key = one;
            for (std::size_t i = first + 1; i < first + length; ++i)
                key += ' ' + key_of(words[i].span.in(text));
            found = known.find(key);
        }
        if (found == known.end() || !found->second.entry) continue;
        const Entry& entry = *found->second.entry;
        const std::string_view written = words[first].span.in(text);
        // Of two letters only capitals count: "us", "un".
        const bool short_name = length == 1 && one.size() == 2;
        const bool capital = is_capital(written) && (!short_name || !is_ascii_letter(written[1]) ||
                                                     (written[1] >= 'A' && written[1] <= 'Z'));
        if (entry.needs_capital && !capital) {
            if (one == "us") return {&filler_entry(), 1};
            continue;
        }
        if (entry.is_word || length == 1) return {&entry, length, judged};
        if (judged == nullptr) judged = &entry;
    }
    return {nullptr, 1, judged};
}

// What a longer phrase says of its first word.
void add_judged(WordTraits& traits, const WordTraits& more) {
    for (const auto& [name, flag] : judging_flags()) traits.*flag = traits.*flag || more.*flag;
}

bool is_number(std::string_view word) {
    return is_digit(word[0]) && std::none_of(word.begin(), word.end(), [](char c) {
               return is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
           });
}

// "q3fy25", "fy2024", "4q24": a quarter, a half or a year of a firm, which is no name.
bool is_period_code(std::string_view key) {
    constexpr std::size_t longest = 8;
    if (key.size() < 3 || key.size() > longest || std::none_of(key.begin(), key.end(), is_digit))
        return false;
    if (key.find_first_not_of("0123456789qhfycm") != std::string_view::npos) return false;
    return key.find('q') != std::string_view::npos || key.find("fy") != std::string_view::npos ||
           key.find('h') != std::string_view::npos;
}

}  // namespace

std::string_view without_possessive(std::string_view word) {
    for (const std::string_view ending : {"'s", "’s", "'S"})
        if (word.size() > ending.size() && word.ends_with(ending))
            return word.substr(0, word.size() - ending.size());
    return word;
}

std::string folded_word(std::string_view word) {
    std::string folded = key_of(word);
    to_singular(folded);
    to_one_spelling(folded);
    return folded;
}

std::vector<TrackedWord> tracked_words(std::string_view text) {
    const std::vector<RawWord> raw = raw_words(text);
    std::vector<TrackedWord> words;
    words.reserve(raw.size());
    for (std::size_t i = 0; i < raw.size();) {
        const std::string_view written = raw[i].span.in(text);
        std::string key = key_of(written);
        const auto [entry, length, judged] = look_up(text, raw, i, key);
        TrackedWord word;
        word.span = {raw[i].span.start, raw[i + length - 1].span.end};
        word.opens = raw[i].opens;
        word.is_name = is_capital(written);
        if (entry != nullptr && !entry->as.empty()) {
            word.folded = entry->as;
        } else if (length == 1) {
            word.folded = std::move(key);
            to_singular(word.folded);
            to_one_spelling(word.folded);
        } else {
            word.folded = folded_word(word.span.in(text));
        }
        if (is_number(written)) word.kind = WordKind::number;
        if (entry == nullptr && word.is_name && is_period_code(word.folded)) {
            word.kind = WordKind::time;
            word.is_known = true;
            word.is_name = false;
        }
        if (entry != nullptr) {
            static_cast<WordTraits&>(word) = *entry;
            word.group = entry->group;
            word.month = entry->month;
        }
        if (judged != nullptr) {
            add_judged(word, *judged);
            if (word.group.empty()) word.group = judged->group;
        }
        if (entry != nullptr && entry->is_word) {
            word.kind = entry->kind.value_or(WordKind::content);
            word.is_known = true;
            word.direction = entry->direction;
            word.event = entry->event;
            word.cause = entry->cause;
            word.basis = entry->basis;
            // "Spending", "The" and "Monday" are no names, wherever they stand; "S&P" is one.
            word.is_name = entry->is_place || entry->is_benchmark;
            if (entry->is_place) word.opens = false;
        }
        // "The second quarter" is a time, "the second phase" is none.
        if (!words.empty() && words.back().is_ordinal && word.kind == WordKind::time) words.back().basis = {};
        words.push_back(std::move(word));
        i += length;
    }
    return words;
}

}  // namespace figbook
