#include "report/search_query.hpp"

#include <fmt/format.h>

#include "base/problem.hpp"
#include "base/utf8.hpp"
#include "report/spellings.hpp"

namespace figbook {
namespace {

constexpr std::size_t deepest = 20;  // brackets in brackets

[[noreturn]] void refuse(std::string_view message, std::string_view advice) {
    throw EnvironmentError(fmt::format("the search cannot be made: {}; {}", message, advice));
}

bool is_blank(char c) {
    return static_cast<unsigned char>(c) <= ' ';
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string text;
    for (const std::string& part : parts) text += (text.empty() ? "" : std::string(between)) + part;
    return text;
}

class Parser {
 public:
    Parser(const Database& database, std::string_view typed) : database_(database), rest_(typed) {}

    SearchQuery read() {
        query_.terms = any_of(0);
        if (peek() == ")")
            refuse("a bracket is closed that was not opened", "take it away, or add the other");
        if (query_.terms.empty())
            refuse("there is no word in it", "give one, such as aid; signs like $ and % are none");
        return std::move(query_);
    }

 private:
    // The next piece without taking it: a bracket, a quotation mark, a word; "" at the end.
    std::string_view peek() {
        while (!rest_.empty() && is_blank(rest_.front())) rest_.remove_prefix(1);
        if (rest_.empty()) return {};
        constexpr std::string_view marks = "()\"";
        if (marks.find(rest_.front()) != std::string_view::npos) return rest_.substr(0, 1);
        std::size_t end = 0;
        while (end < rest_.size() && !is_blank(rest_[end]) &&
               marks.find(rest_[end]) == std::string_view::npos)
            ++end;
        return rest_.substr(0, end);
    }
    bool take(std::string_view piece) {
        if (peek() != piece) return false;
        rest_.remove_prefix(piece.size());
        return true;
    }

    // a OR b OR c
    std::string any_of(std::size_t depth) {
        std::vector<std::string> alternatives;
        do {
            if (std::string terms = all_of(depth); !terms.empty()) alternatives.push_back(std::move(terms));
        } while (take("OR"));
        return joined(alternatives, " OR ");
    }

    // a b AND c NOT d
    std::string all_of(std::size_t depth) {
        std::vector<std::string> wanted;
        std::vector<std::string> unwanted;
        bool has_operand = false;
        while (true) {
            const bool is_joined = take("AND");
            if (is_joined && !has_operand) refuse_operator();
            const bool is_unwanted = take("NOT");
            const std::string_view piece = peek();
            if (piece.empty() || piece == ")" || piece == "OR" || piece == "AND" || piece == "NOT") {
                if (is_joined || is_unwanted || !has_operand) refuse_operator();
                break;
            }
            has_operand = true;
            if (is_unwanted) ++negations_;
            std::string terms = operand(depth);
            if (is_unwanted) --negations_;
            if (!terms.empty()) (is_unwanted ? unwanted : wanted).push_back(fmt::format("({})", terms));
        }
        if (unwanted.empty()) return joined(wanted, " AND ");
        if (wanted.empty()) refuse("NOT says only what must not be there", "add a word that must be");
        return fmt::format("(({}) NOT ({}))", joined(wanted, " AND "), joined(unwanted, " OR "));
    }

    [[noreturn]] void refuse_operator() {
        if (peek().empty() && query_.phrases.empty() && words_ == 0)
            refuse("there is no word in it", "give one, such as aid; signs like $ and % are none");
        refuse("AND, OR, NOT or a bracket stands where a word should",
               "put a word on each side; to look for the word itself write it in small letters");
    }

    std::string operand(std::size_t depth) {
        if (take("(")) {
            if (depth == deepest) refuse("there are too many brackets in brackets", "take some away");
            std::string terms = any_of(depth + 1);
            if (!take(")")) refuse("a bracket is not closed", "close it with )");
            return terms;
        }
        if (take("\"")) {
            const std::size_t end = std::min(rest_.find('"'), rest_.size());
            const std::string_view words = rest_.substr(0, end);
            rest_.remove_prefix(std::min(end + 1, rest_.size()));
            const bool is_prefix = rest_.starts_with('*');
            if (is_prefix) rest_.remove_prefix(1);
            return phrase(words, is_prefix);
        }
        const std::string_view word = peek();
        rest_.remove_prefix(word.size());
        return phrase(word, word.ends_with('*'));
    }

    // "F-35" is two words to the index: f 35.
    std::string phrase(std::string_view typed, bool is_prefix) {
        SearchPhrase phrase;
        phrase.is_prefix = is_prefix;
        for (IndexWord& word : database_.words(typed)) phrase.words.push_back(std::move(word.text));
        if (phrase.words.empty()) return {};
        words_ += phrase.words.size();
        if (words_ > most_search_words)
            refuse(fmt::format("it has more than {} words", most_search_words), "give those that matter");
        if (is_prefix && display_width(phrase.words.back()) < fewest_prefix_letters)
            refuse(fmt::format("'{}*' begins too many words", phrase.words.back()),
                   fmt::format("give at least {} letters before the *", fewest_prefix_letters));
        std::string terms;
        const std::vector<SearchPhrase> all = in_all_spellings(phrase);
        for (const SearchPhrase& one : all)
            terms += fmt::format("{}\"{}\"{}", terms.empty() ? "" : " OR ", joined(one.words, " "),
                                 is_prefix ? " *" : "");
        if (negations_ == 0) query_.phrases.insert(query_.phrases.end(), all.begin(), all.end());
        return all.size() > 1 ? "(" + terms + ")" : terms;
    }

    // "defence spending", "defense spending". The beginning of a word has the spelling that it has.
    static std::vector<SearchPhrase> in_all_spellings(const SearchPhrase& typed) {
        constexpr std::size_t most = 8;
        std::vector<SearchPhrase> all{{{}, typed.is_prefix}};
        for (std::size_t i = 0; i < typed.words.size(); ++i) {
            const bool is_whole = !typed.is_prefix || i + 1 < typed.words.size();
            std::vector<std::string> spellings{typed.words[i]};
            if (is_whole) spellings = spellings_of(typed.words[i]);
            if (spellings.size() * all.size() > most) spellings.resize(1);
            std::vector<SearchPhrase> longer;
            for (const SearchPhrase& phrase : all)
                for (const std::string& word : spellings) {
                    longer.push_back(phrase);
                    longer.back().words.push_back(word);
                }
            all = std::move(longer);
        }
        return all;
    }

    const Database& database_;
    std::string_view rest_;
    SearchQuery query_;
    std::size_t words_ = 0;
    int negations_ = 0;
};

}  // namespace

SearchQuery read_search(const Database& database, std::string_view typed) {
    return Parser(database, typed).read();
}

}  // namespace figbook
