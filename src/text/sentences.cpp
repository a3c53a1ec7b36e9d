#include <algorithm>

#include "text/dashes.hpp"
#include "text/document.hpp"

namespace figbook {
namespace {

class Splitter {
 public:
    Splitter(std::string_view text, const Tokens& tokens, Signs& signs)
        : text_(text), tokens_(tokens), signs_(signs.make_room(tokens.size())) {}

    std::vector<Sentence> run() {
        constexpr std::size_t tokens_a_sentence = 16;  // of news, and a little more room
        constexpr std::size_t stops_a_line = 16;
        sentences_.reserve(tokens_.size() / tokens_a_sentence + 4);
        stops_.reserve(stops_a_line);
        std::size_t line = 0;
        const std::size_t count = tokens_.size();
        const Token* const tokens = tokens_.data();
        for (std::size_t i = 0; i < count; ++i) {
            if ((tokens[i].flags & (Token::first_of_line | Token::stop)) == 0) continue;  // as most are
            if (tokens[i].starts_line()) {
                if (i > 0 && breaks_line(i)) {
                    cut_line(line, i);
                    line = i;
                    ++paragraph_;
                }
                printed_line_ = i;
            }
            if (tokens[i].may_stop()) stops_.push_back(i);
        }
        if (count > 0) cut_line(line, count);
        return std::move(sentences_);
    }

 private:
    std::string_view at(std::size_t i) const { return tokens_[i].span().in(text_); }

    // The break before a token that starts a line ends a sentence, unless the text was wrapped: the line does not end one, and the next carries on.
    bool breaks_line(std::size_t i) const {
        const Token& token = tokens_[i];
        if (token.after_blank_line()) return true;
        const std::string_view before = at(i - 1);
        const bool ended = before == "." || before == "!" || before == "?" || before == ":" ||
                           before == "”" || before == "\"" || before == ")";
        const bool carries_on =
            (token.is_word() && !token.is_capitalised()) || token.is_number() || is_wrapped(i);
        return ended || !carries_on;
    }

    // A long line whose neighbours are long too was wrapped by a program, wherever it broke.
    bool is_wrapped(std::size_t i) const {
        constexpr std::size_t shortest = 55, longest = 100;  // bytes
        std::size_t start = tokens_[printed_line_].start;    // of the line before, with its blanks
        while (start > 0 && text_[start - 1] != '\n') --start;
        const std::size_t length = tokens_[i - 1].end - start;
        return start > 0 && length >= shortest && length <= longest && at(i - 1) != ".";
    }

    void cut_line(std::size_t begin, std::size_t end) {
        const LineKind kind = kind_of_line(text_, tokens_, begin, end, begin == 0);
        std::size_t start = end_of_dateline(begin, end);
        if (start > begin) add(begin, start, kind);
        for (const std::size_t stop : stops_) {
            if (stop < start) continue;
            const std::size_t next = end_of_sentence(stop, end);
            if (next == 0) continue;
            add(start, next, kind);
            start = next;
            for (std::size_t credit = end_of_credit(start, end); credit > start;
                 credit = end_of_credit(start, end)) {
                add(start, credit, LineKind::credit);
                start = credit;
            }
            if (start == end) break;
            if (const std::size_t heading = end_of_heading(start, end); heading > start) {
                add(start, heading, kind);
                start = heading;
            }
        }
        stops_.clear();
        add(start, end, kind);
    }

    // "in May 2024.(Photo by Jo Lee/Agency)The law": where a picture's credit opens, in the middle of a line.
    bool opens_credit(std::size_t i) const {
        return i + 2 < tokens_.size() && at(i) == "(" && is_class(i + 1, WordClass::credit_word) &&
               tokens_[i + 1].is_capitalised() && (at(i + 2) == "by" || at(i + 2) == ":");
    }

    // Behind it; `begin` where there is none.
    std::size_t end_of_credit(std::size_t begin, std::size_t end) const {
        constexpr std::size_t longest = 30;  // tokens
        if (begin >= end || !opens_credit(begin)) return begin;
        for (std::size_t i = begin; i < end && i < begin + longest; ++i)
            if (at(i) == ")") return i + 1;
        return begin;
    }

    // "It fell. MOUNTING CONCERN | The bank said": a heading in capitals that was joined to the text behind it; not "BNW AG
    // Chief Executive". `begin` where there is none.
    std::size_t end_of_heading(std::size_t begin, std::size_t end) const {
        constexpr std::size_t fewest = 2, longest_heading = 10;    // words
        constexpr std::size_t fewest_letters = 10, long_word = 6;  // of names in capitals few have as many
        std::size_t words = 0, letters = 0, longest = 0, i = begin;
        for (; i < end && i < begin + longest_heading; ++i) {
            const Token& token = tokens_[i];
            const bool joint = token.kind == TokenKind::mark && i > begin && (at(i) == "," || at(i) == "-");
            if (joint) continue;
            if (!token.is_all_capitals()) break;
            ++words;
            letters += token.length();
            longest = std::max<std::size_t>(longest, token.length());
        }
        const bool long_enough = words >= fewest && letters >= fewest_letters && longest >= long_word;
        if (!long_enough || i >= end || !tokens_[i].is_word() || tokens_[i].is_all_capitals()) return begin;
        if (tokens_[i].is_capitalised()) return i;
        return is_behind_heading(begin, i) ? i - 1 : begin;
    }

    // "PENSION DEAL | BNW said": initials behind words of the language; not "HALDEN HOLDINGS PLC said".
    bool is_behind_heading(std::size_t begin, std::size_t end) const {
        constexpr std::size_t longest_initials = 5, fewest = 3;  // letters; tokens, with the initials
        const Token& last = tokens_[end - 1];
        if (end < begin + 2 || last.word != unknown_word || last.length() > longest_initials) return false;
        if (!is_class(end, WordClass::cue) || tokens_[end - 2].kind == TokenKind::mark) return false;
        return end >= begin + fewest
                   ? tokens_[begin].word != unknown_word || tokens_[begin + 1].word != unknown_word
                   : tokens_[begin].word != unknown_word;
    }

    // "LONDON, June 3 (Agency) — ", "Lenz, Ohio, June 3, 2031 /NewsWire/ -- ", "LENZ--(BUSINESS WIRE)--June 3, 2031--": where
    // and when it was written, apart from the sentence behind it. A place in small letters needs the day with its year.
    std::size_t end_of_dateline(std::size_t begin, std::size_t end) const {
        constexpr std::size_t longest_dateline = 24;  // tokens
        const bool capitals = tokens_[begin].is_all_capitals();
        // "September 16, 2028 - The bank fails": a line of a chronicle, whose day is that of what happened
        if (!capitals && (!tokens_[begin].is_capitalised() || is_class(begin, WordClass::month)))
            return begin;
        std::size_t found = begin;
        bool dated = false;
        for (std::size_t i = begin + 1; i < end && i < begin + longest_dateline; ++i) {
            const std::string_view mark = at(i);
            const bool twice = mark == "-" && i + 1 < end && at(i + 1) == "-";
            if (is_wide_dash(mark) || twice || (mark == "-" && tokens_[i].space_before())) {
                const std::size_t next = twice ? i + 2 : i + 1;
                if (next >= end) return found;
                const bool goes_on = at(next) == "(" || is_class(next, WordClass::month);
                if (capitals || (dated && !goes_on)) found = next;
                if (!goes_on) return found;
                i = next - 1;
                continue;
            }
            dated |= is_year(i) && i > begin + 2 && at(i - 1) == ",";
            const bool fits =
                tokens_[i].kind == TokenKind::mark || tokens_[i].is_number() || tokens_[i].is_capitalised();
            if (!fits || mark == ";" || mark == ":") return found;
        }
        return found;
    }

    bool is_year(std::size_t i) const {
        const std::string_view digits = at(i);
        return tokens_[i].is_number() && digits.size() == 4 &&
               (digits.starts_with("19") || digits.starts_with("20"));
    }

    // Where the sentence ends if token i, which may stop, ends one: behind the closing quotation marks and brackets; else 0.
    std::size_t end_of_sentence(std::size_t i, std::size_t line_end) const {
        const Token& token = tokens_[i];
        const std::string_view stop = at(i);
        const bool dotted_word = token.is_word();
        std::size_t next = i + 1;
        bool closed_quotation = false;
        while (next < line_end && !tokens_[next].space_before() && is_closing(at(next))) {
            closed_quotation = true;
            ++next;
        }
        if (next >= line_end || !starts_sentence(next)) return 0;
        if (!tokens_[next].space_before() && !is_glued_on(i, next)) return 0;
        if (closed_quotation) return carries_attribution(next) ? 0 : next;
        if (dotted_word) return opens_afresh(next) ? next : 0;
        if (stop == "." && i > 0 && !token.space_before() && is_abbreviated(i - 1)) return 0;
        return next;
    }

    static bool is_closing(std::string_view mark) {
        return mark == "”" || mark == "\"" || mark == "’" || mark == "'" || mark == ")" || mark == "]" ||
               mark == "»";
    }

    // "It fell by 5%.The company", "he said.”But": two sentences whose blank was lost between two paragraphs of a page;
    // not "Tarnholt.Net", "St.John", "J.Roe".
    bool is_glued_on(std::size_t stop, std::size_t next) const {
        constexpr std::size_t shortest = 4, longest_ending = 3;  // letters; of "Net", "Org"
        const Token& token = tokens_[next];
        if (stop > 0 && (opens_quotation(next) || opens_credit(next))) return true;
        if (stop == 0 || tokens_[stop].space_before() || !token.is_word() || !token.is_capitalised() ||
            token.is_all_capitals())
            return false;
        if (at(next - 1) == "”") return true;  // "it is over.”But prices"
        const bool afresh = opens_afresh(next);
        const Token& before = tokens_[stop - 1];
        if (before.is_word() && (before.length() < (afresh ? 2 : shortest) ||
                                 (before.is_all_capitals() && !(afresh && token.length() > 1))))
            return false;
        return afresh || (token.length() > longest_ending && next + 1 < tokens_.size() &&
                          tokens_[next + 1].space_before());
    }

    // `It fell.“We lost 40,” he said`: this mark closes nothing.
    bool opens_quotation(std::size_t i) const {
        return at(i) == "“" && i + 1 < tokens_.size() && tokens_[i + 1].is_capitalised() &&
               !tokens_[i + 1].space_before();
    }

    bool starts_sentence(std::size_t i) const {
        const Token& token = tokens_[i];
        if (token.is_number() || token.kind == TokenKind::mark) return at(i) != "," && at(i) != ";";
        // "sources said. U.S. stocks": letters with full stops have no capital of a name.
        const bool dotted =
            token.is_word() && token.may_stop() && at(i).front() >= 'A' && at(i).front() <= 'Z';
        return token.is_capitalised() || dotted || at(i - 1) == "”" || at(i - 1) == "\"";
    }

    // `"…?" she asked`, `"…!" said X`, `"…?" Jane Roe pressed.`: what follows a closed quotation in lower case belongs to
    // it, and a name with no more than a verb behind it.
    bool carries_attribution(std::size_t i) const {
        constexpr std::size_t longest_name = 4;  // words
        if (!tokens_[i].is_word()) return false;
        std::size_t verb = i;
        while (verb < i + longest_name && verb + 1 < tokens_.size() && tokens_[verb].is_word() &&
               tokens_[verb].is_capitalised())
            ++verb;
        if (verb == i) return true;
        const bool past = at(verb).ends_with("ed") || is_class(verb, WordClass::cue);
        return tokens_[verb].is_word() && past && verb + 1 < tokens_.size() && at(verb + 1) == "." &&
               !is_class(i, WordClass::pronoun);
    }

    bool is_class(std::size_t i, WordClass wanted) const { return vocabulary().is(tokens_[i].word, wanted); }

    // Behind "U.S." only a word that seldom follows it inside a sentence opens a new one.
    bool opens_afresh(std::size_t i) const {
        return vocabulary().is(tokens_[i].word, WordClass::function_start) && tokens_[i].is_capitalised();
    }

    bool is_abbreviated(std::size_t i) const {
        const Token& token = tokens_[i];
        if (!token.is_word()) return false;
        if (i > 0 && !token.space_before() && tokens_[i - 1].is_number())
            return false;                                                 // "to 391p. The index"
        if (token.end - token.start == 1 && token.is_capitalised()) {     // an initial: "Tierney L. Cross"
            if (!token.space_before() && at(i - 1) == "/") return false;  // "O/R/S. The index"
            return i + 2 < tokens_.size() && tokens_[i + 2].is_capitalised() && !opens_afresh(i + 2);
        }
        if (!is_class(i, WordClass::abbreviation)) return false;
        // "No. 5" and "Jan. 5" go on; "He said no. They" does not.
        const bool small = !token.is_capitalised();
        if (small && is_class(i, WordClass::ambiguous_abbreviation)) return false;
        if (is_class(i, WordClass::month) || (!small && is_class(i, WordClass::numbered_abbreviation)))
            return i + 2 < tokens_.size() && tokens_[i + 2].is_number();
        return !is_class(i, WordClass::ending_abbreviation) || !opens_afresh(i + 2);
    }

    // A table pasted as text has no full stops: it is cut, so that no rule ever looks across more than this.
    static constexpr std::size_t longest_sentence = 400;  // tokens

    void add(std::size_t begin, std::size_t end, LineKind kind) {
        while (end - begin > longest_sentence) {
            std::size_t cut = begin + longest_sentence;
            while (cut > begin + longest_sentence / 2 && !tokens_[cut].starts_line() && at(cut - 1) != "," &&
                   at(cut - 1) != ";")
                --cut;
            add_one(begin, cut, kind);
            begin = cut;
        }
        add_one(begin, end, kind);
    }

    void add_one(std::size_t begin, std::size_t end, LineKind kind) {
        if (begin >= end) return;
        Sentence sentence;
        sentence.begin = static_cast<std::uint32_t>(begin);
        sentence.end = static_cast<std::uint32_t>(end);
        sentence.paragraph = paragraph_;
        sentence.kind = kind;
        const WordClasses* const classes = vocabulary().classes.data();
        const Token* const tokens = tokens_.data();
        std::uint8_t* const signs = signs_;
        unsigned kinds = 0;
        WordClasses all;
        for (std::size_t i = begin; i < end; ++i) {
            const WordClasses& of_word = classes[tokens[i].word];
            kinds |= static_cast<unsigned>(tokens[i].kind);
            all.add(of_word);
            signs[i] = Signs::of(tokens[i], of_word);
        }
        sentence.has_digits = (kinds & static_cast<unsigned>(TokenKind::number)) != 0;
        sentence.classes = all;
        sentences_.push_back(sentence);
    }

    std::string_view text_;
    const Tokens& tokens_;
    std::uint8_t* signs_;  // of the tokens
    std::vector<Sentence> sentences_;
    std::vector<std::size_t> stops_;  // tokens of the line that may stop
    std::size_t printed_line_ = 0;    // the token that the last line begins with, as it is printed
    std::uint32_t paragraph_ = 0;
};

}  // namespace

std::vector<Sentence> find_sentences(std::string_view text, const Tokens& tokens, Signs& signs) {
    return Splitter(text, tokens, signs).run();
}

}  // namespace figbook
