// A claim while its rules fill it: the quantity it comes from, and where its subject stands.
#pragma once
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "claim/claim.hpp"
#include "quantity/quantity.hpp"
#include "quantity/trace.hpp"
#include "text/document.hpp"

namespace figbook {

struct Draft {
    Draft() {}  // not left to the compiler, which would fill all of it with zeros first

    Quantity quantity;
    Claim claim;
    std::size_t subject_begin = 0;  // tokens; empty where no subject was found
    std::size_t subject_end = 0;
};

// The drafts of a document, by their place in it. Rules look back at few of them: the others are settled, claims alone
// are kept of them, so that a long document needs little memory that is new.
class Drafts {
 public:
    // How many drafts before the sentence's own a rule may look at.
    static constexpr std::size_t looked_back_at = 16;

    // `keep_all`: nothing is settled, for take_drafts().
    explicit Drafts(bool keep_all) : keep_all_(keep_all) {}

    // Room for about so many claims.
    void reserve(std::size_t claims);
    std::size_t size() const { return settled_ + open_.size(); }
    Draft& operator[](std::size_t i) { return open_[i - settled_]; }
    // The claim of any draft, settled or not.
    Claim& claim(std::size_t i) { return i < settled_ ? claims_[i] : (*this)[i].claim; }
    Draft& emplace_back() { return open_.emplace_back(); }

    // Between two sentences: settles what no rule looks at any more.
    void settle();
    std::vector<Claim> take_claims();
    std::vector<Draft> take_drafts();

 private:
    void settle(std::size_t count);

    std::vector<Claim> claims_;
    std::size_t settled_ = 0;  // claims_.size(), which every look at a draft needs
    std::vector<Draft> open_;
    bool keep_all_;
};

// One sentence on its way through the rules: what every rule family may look at.
struct SentenceFrame {
    const Document& document;
    const Sentence& sentence;
    std::size_t number = 0;  // its place among the document's sentences
    std::optional<Date> published;
    Drafts& drafts;         // of the whole document so far
    std::size_t first = 0;  // this sentence's drafts are [first, last)
    std::size_t last = 0;
    std::uint8_t* answers;   // one for each token of the document, for claim/answers.hpp alone
    Trace* trace = nullptr;  // none in extraction
    std::optional<unsigned> fiscal_year_end = std::nullopt;  // its last month, where the article says so
    // The days that the article names with their year: looked for when first asked for.
    std::optional<std::vector<Date>>* stated_days = nullptr;
    Draft* own = nullptr;  // its first draft, once those of its block have their places
    // What is asked of every token is at hand here.
    const Token* tokens = document.tokens.data();                   // of the whole document
    const WordClasses* word_classes = vocabulary().classes.data();  // by WordId
    std::size_t first_token = sentence.begin;
    std::size_t token_count = sentence.end - sentence.begin;

    // Another sentence of the document, with the drafts before this one's.
    SentenceFrame other(std::size_t other_number) const {
        return {document, document.sentences[other_number], other_number, published, drafts, first, first,
                answers};
    }
    const Token& token(std::size_t i) const { return tokens[i]; }
    bool has(std::size_t i) const {
        return i - first_token < token_count;
    }  // below the first it wraps around
    const WordClasses& classes_of(std::size_t i) const { return word_classes[tokens[i].word]; }
    // True where the token is that word, in whatever case; `word` in lower case.
    bool is(std::size_t i, WordLiteral word) const {
        if (tokens[i].hash != word.hash) return false;
        return word.is_byte() ? has(i) && tokens[i].length() == 1 : stands_at(i, word.text);
    }
    bool is(std::size_t i, std::same_as<std::string_view> auto word) const { return stands_at(i, word); }
    std::string_view word(std::size_t i) const { return tokens[i].span().in(document.text); }
    // True where the token is written exactly so, of whatever sentence it is.
    bool is_written(std::size_t i, WordLiteral mark) const {
        if (tokens[i].hash != mark.hash) return false;
        return mark.is_mark_byte() ? tokens[i].length() == 1 : word(i) == mark.text;
    }
    bool is_written(std::size_t i, std::same_as<std::string_view> auto mark) const { return word(i) == mark; }
    template <std::size_t Number>
    bool is_any(std::size_t i, const WordLiteral (&words)[Number]) const {
        std::string_view found;
        return has_hash_of_any(tokens[i].hash, words, found) && stands_at(i, found);
    }
    // True where a capital says nothing of the word: at the head of the sentence, behind an opening mark too.
    bool may_open(std::size_t i) const {
        return i == first_token || (i == first_token + 1 && tokens[first_token].kind == TokenKind::mark);
    }
    // True where the word has the class; names in capitals ("May", "US") are no modals and pronouns.
    bool is(std::size_t i, WordClass wanted) const {
        if (!classes_of(i).has(wanted) || !has(i)) return false;
        const bool modal =
            wanted == WordClass::modal || wanted == WordClass::projecting || wanted == WordClass::auxiliary;
        if (modal && !may_open(i) && tokens[i].is_capitalised()) return false;  // "May", "Will"
        return wanted != WordClass::pronoun || !tokens[i].is_all_capitals();  // "US" and "IT" are no pronouns
    }
    // True where the word has one of the classes, whatever its case.
    bool has_any(std::size_t i, const WordClasses& wanted) const { return classes_of(i).has_any(wanted); }
    // True where the word has one of the classes, told as by is(i, WordClass).
    bool is_one_of(std::size_t i, const WordClasses& wanted) const {
        const Token& token = tokens[i];
        const WordClasses& classes = classes_of(i);
        if (!classes.has_any(wanted) || !has(i)) return false;
        if (!token.is_capitalised()) return true;
        static constexpr WordClasses modals{WordClass::modal, WordClass::projecting, WordClass::auxiliary};
        static constexpr WordClasses pronouns{WordClass::pronoun};
        WordClasses barred;
        if (!may_open(i)) barred.add(modals);
        if (token.is_all_capitals()) barred.add(pronouns);
        return classes.has_any_but(wanted, barred);
    }
    // True where token i of the sentence is that word: asked where its hash says so. Out of line, since this stands in the
    // program thousands of times.
    bool stands_at(std::size_t i, std::string_view wanted) const;
    std::size_t count() const { return last - first; }
    Draft& draft(std::size_t i) const { return own[i]; }
    // True where the token ends what a figure of the sentence counts: the "polls" of "three polls".
    bool is_counted_noun(std::size_t i) const;
};

// Marks that no clause runs across: ; : ( ) — and quotation marks.
bool mark_divides_clauses(const SentenceFrame& frame, std::size_t mark);

inline bool divides_clauses(const SentenceFrame& frame, std::size_t i) {
    return frame.token(i).kind == TokenKind::mark && mark_divides_clauses(frame, i);
}

struct TokenRange {
    std::size_t begin = 0;
    std::size_t end = 0;

    bool empty() const { return end <= begin; }
};

// The run of tokens around [begin, end) without a comma or a clause divider.
TokenRange segment_around(const SentenceFrame& frame, std::size_t begin, std::size_t end);

}  // namespace figbook
