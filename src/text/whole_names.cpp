// Names that hold small words and marks: which tokens of a text belong to them.
#include "base/utf8.hpp"
#include "text/document.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

class NameJoiner {
 public:
    explicit NameJoiner(Document& document) : document_(document) {}

    void read(const Sentence& sentence) {
        first_ = sentence.begin;
        end_ = sentence.end;
        const Signs& signs = document_.signs;
        for (std::size_t i = signs.next(Sign::capital, first_, end_); i < end_;
             i = signs.next(Sign::capital, i + 1, end_)) {
            if (i + 1 >= end_) return;
            const Token& next = token(i + 1);
            if (next.is_word() && next.is_capitalised())
                before_name(i);
            else if (next.kind == TokenKind::possessive)
                owner(i);
            else if (next.is_word()) {
                if (is(i + 1, WordClass::name_joint)) joint(i);
                if (is(i + 1, WordClass::cue)) before_saying(i);
            } else if (next.may_stop())
                mark(i);
        }
    }

 private:
    const Token& token(std::size_t i) const { return document_.tokens[i]; }
    const WordClasses& classes(std::size_t i) const { return vocabulary().classes[token(i).word]; }
    bool is(std::size_t i, WordClass wanted) const { return i < end_ && classes(i).has(wanted); }
    bool is_one_of(std::size_t i, const WordClasses& wanted) const {
        return i < end_ && classes(i).has_any(wanted);
    }
    bool is_name(std::size_t i) const { return i < end_ && token(i).is_word() && token(i).is_capitalised(); }
    bool is_small_word(std::size_t i) const {
        return i < end_ && token(i).is_word() && !token(i).is_capitalised();
    }
    // A capital here says nothing: the sentence begins, behind an opening mark too.
    bool opens(std::size_t i) const {
        return i == first_ || (i == first_ + 1 && token(first_).kind == TokenKind::mark);
    }
    // A word of the language that stands where a name does: "It's", "Who?".
    bool is_common(std::size_t i) const {
        static constexpr WordClasses common{WordClass::pronoun, WordClass::determiner, WordClass::relative,
                                            WordClass::function_start};
        return is_one_of(i, common);
    }

    // The tokens [begin, end) are one name.
    void join(std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            Token& part = document_.tokens[i];
            if (i > begin) part.flags |= Token::inside_name;
            if (is(i, WordClass::organisation_word)) continue;  // still says what it is the name of
            part.kind = TokenKind::word;
            part.word = unknown_word;
            document_.signs.set(i, Signs::of(part, vocabulary().classes[unknown_word]));
        }
    }

    // Behind "of", "the" or both: where a name begins; `i` where none does.
    std::size_t name_behind(std::size_t i) const {
        if (is_name(i)) return i;
        return is_small_word(i) && is(i, WordClass::name_joint) && is_name(i + 1) ? i + 1 : i;
    }

    // "the Governor's | Chief of Staff", "Friends of the | Prime Minister": who is somebody.
    bool holds_title(std::size_t i) const {
        for (; is_name(i); ++i)
            if (is(i, WordClass::title) ||
                (is(i, WordClass::speaker_noun) && !is(i, WordClass::organisation_word)) ||
                vocabulary().titles.match(document_.tokens, i, end_))
                return true;
        return false;
    }

    // "Lloyd's of London", "the King's Fund", "St John's Ambulance"; "Sotheby's", which owns nothing here.
    void owner(std::size_t i) {
        const std::size_t mark = i + 1;
        const std::size_t next = i + 2;
        if (is_common(i) && !is(i, WordClass::name_owner)) return;
        if (document_.reads(next, "of") && next < end_ && is_name(name_behind(next + 1)) &&
            name_behind(next + 1) > next)
            return join(i, name_behind(next + 1) + 1);
        if (is_name(next)) {
            static constexpr WordClasses owners{WordClass::title, WordClass::person_noun,
                                                WordClass::name_owner};
            const bool saint = i > first_ && is_name(i - 1) && document_.reads_any(i - 1, {"st", "saint"});
            // "the Minister's Ann Lee" is somebody
            const bool person =
                holds_title(next) || vocabulary().given_names.contains(lower(document_.word(next)));
            if ((saint || is_one_of(i, owners)) && !person) join(i, next + 1);
            return;
        }
        if (owns_nothing(next)) join(i, mark + 1);
    }

    // What stands behind "Sotheby's" is no noun: a mark or a verb.
    bool owns_nothing(std::size_t next) const {
        if (next >= end_) return true;
        static constexpr WordClasses opening{WordClass::quotation_mark, WordClass::bracket};
        if (token(next).kind == TokenKind::mark)
            return !document_.is(next, "-") && !document_.is(next, "&") && !is_one_of(next, opening);
        if (!is_small_word(next)) return false;
        // "Moody's cut its forecast"; "while Ford's dropped 7%" is of what it has.
        if (is(next, WordClass::change_verb)) return is(next + 1, WordClass::determiner);
        static constexpr WordClasses nouns{WordClass::copula, WordClass::noun_first, WordClass::saying_noun};
        if (is_one_of(next, nouns)) return false;
        if (document_.reads_any(next, {"said", "says", "told", "tells", "believes", "thinks", "insists"}))
            return true;
        static constexpr WordClasses verbs{WordClass::cue, WordClass::verb, WordClass::auxiliary};
        static constexpr WordClasses object{WordClass::determiner, WordClass::pronoun, WordClass::number};
        if (!is_one_of(next, verbs) && !has_ending(document_.word(next), "ed", 3)) return false;
        return next + 1 < end_ && (token(next + 1).is_number() || is_one_of(next + 1, object) ||
                                   is(next + 1, WordClass::currency_sign));
    }

    // "Stop | Hunger Now", "the All | England Club": what stands before a name, with a capital that is the name's own.
    void before_name(std::size_t i) {
        const bool whole =
            is(i, WordClass::calling_word) || (document_.reads_any(i, {"all", "every", "no", "some"}) &&
                                               i > first_ && document_.reads(i - 1, "the"));
        if (!whole) return;
        std::size_t end = i + 2;
        while (is_name(end)) ++end;
        join(i, end);
    }

    // "Next | said": a time says nothing, and a firm that is called so does.
    void before_saying(std::size_t i) {
        const bool says = document_.reads_any(i + 1, {"said", "says", "told", "reported", "announced"});
        if (says && is(i, WordClass::time_marker) && !is(i, WordClass::pronoun)) join(i, i + 1);
    }

    // "Save | the Children", "Help | for Heroes", "Friends | of the Earth"
    void joint(std::size_t i) {
        const std::size_t name = name_behind(i + 2);
        if (!is_name(name) || holds_title(name)) return;
        const bool the = name > i + 2 || document_.reads(i + 1, "the");
        const bool calls = is(i, WordClass::calling_word) && !document_.reads(i + 1, "of");
        static constexpr WordClasses somebody{WordClass::speaker_noun, WordClass::person_noun,
                                              WordClass::title, WordClass::time_unit};
        const bool several = document_.reads(i + 1, "of") && the && has_ending(document_.word(i), "s", 3) &&
                             token(i).word == unknown_word && !is_one_of(i, somebody);
        if (calls || several) join(i, name + 1);
    }

    // "Which? found", "the consumer group Which?": a mark that ends no sentence.
    void mark(std::size_t i) {
        const std::size_t behind = i + 2;
        const bool asks = document_.is(i + 1, "?") || document_.is(i + 1, "!");
        if (!asks || token(i + 1).space_before() || behind >= end_) return;
        static constexpr WordClasses verbs{WordClass::cue, WordClass::auxiliary, WordClass::modal};
        const bool acts = is_small_word(behind) && token(behind).space_before() && is_one_of(behind, verbs);
        const bool closes = !opens(i) && token(behind).kind == TokenKind::mark &&
                            (document_.is(behind, ",") || document_.is(behind, "."));
        const bool goes_on = !opens(i) && is_small_word(behind) && token(behind).space_before();
        const bool owns = token(behind).kind == TokenKind::possessive;
        if (acts || closes || goes_on || owns) join(i, i + 2);
    }

    Document& document_;
    std::size_t first_ = 0;
    std::size_t end_ = 0;
};

}  // namespace

void join_names(Document& document) {
    NameJoiner joiner(document);
    for (const Sentence& sentence : document.sentences)
        if (sentence.kind == LineKind::prose || sentence.kind == LineKind::headline) joiner.read(sentence);
}

}  // namespace figbook
