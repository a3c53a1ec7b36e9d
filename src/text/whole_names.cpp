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
            capitals(i);
            if (i + 1 >= end_) return;
            const Token& next = token(i + 1);
            if (next.is_word() && next.is_capitalised())
                before_name(i);
            else if (next.kind == TokenKind::possessive)
                owner(i);
            else if (next.is_word()) {
                const WordClasses& of_next = classes(i + 1);
                if (of_next.has(WordClass::name_joint)) joint(i);
                if (of_next.has(WordClass::preposition) && next.length() == 2 && is_name(i + 2)) purpose(i);
                if (of_next.has(WordClass::cue)) before_saying(i);
                if (of_next.has(WordClass::conjunction)) topics(i);
            } else if (next.may_stop())
                mark(i);
            else if (next.kind == TokenKind::mark && !initials(i) && !firm(i))
                topics(i);
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
        if (token(next).kind == TokenKind::mark)  // but "Orlo's $9bn"
            return !document_.is(next, "-") && !document_.is(next, "&") && !is_one_of(next, opening) &&
                   !vocabulary().currencies.can_start(token(next).word);
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
                             token(i).word == unknown_word && !is_one_of(i, somebody) &&
                             (i == first_ || !is_name(i - 1));  // not "Todd Harris of the Centre"
        if (calls || several) join(i, name + 1);
    }

    // "the Committee | to Protect Journalists", "the Campaign | to End Poverty"
    void purpose(std::size_t i) {
        if (!document_.reads(i + 1, "to") || !is(i, WordClass::organisation_word) || !is_name(i + 3) ||
            !document_.reads_any(
                i + 2, {"protect", "stop", "end", "save", "defend", "prevent", "promote", "reduce", "elect",
                        "restore", "support", "abolish", "combat", "eliminate"}))
            return;
        std::size_t end = i + 4;
        while (is_name(end)) ++end;
        join(i, end);
    }

    // "WHO" is no "who" where its neighbours are written small.
    void capitals(std::size_t i) {
        if (!token(i).is_all_capitals() || !document_.reads(i, "who")) return;
        const bool shouts = (i > first_ && token(i - 1).is_all_capitals()) ||
                            (i + 1 < end_ && token(i + 1).is_all_capitals());
        if (shouts) return;
        join(i, i + 1);
        document_.tokens[i].hash = 0;  // of no word
    }

    // "AT&T", of which the first part would be a word of its own.
    bool initials(std::size_t i) {
        const bool joined = document_.is(i + 1, "&") && !token(i + 1).space_before() && is_name(i + 2) &&
                            !token(i + 2).space_before();
        if (!joined || !is(i, WordClass::preposition)) return joined;
        join(i, i + 3);
        return true;
    }

    // "Orlo, Inc.": the comma is the firm's own.
    bool firm(std::size_t i) {
        const std::size_t ending = i + 2;
        const bool joined = document_.is(i + 1, ",") && is(ending, WordClass::firm_ending) &&
                            is_name(ending) && token(ending).space_before() &&
                            document_.reads_any(ending, {"inc", "ltd", "llc", "corp", "plc", "co"}) &&
                            !is_common(i);
        if (!joined) return false;
        join(i + 1, ending);
        document_.tokens[i + 1].flags |= Token::inside_name;
        document_.tokens[ending].flags |= Token::inside_name;  // and still says that it is a firm's
        return true;
    }

    // "Health", "Relations": what a body looks after, with a capital.
    bool is_topic(std::size_t i) const {
        if (!is_name(i)) return false;
        const std::string_view word = document_.word(i);
        return is(i, WordClass::topic_noun) || has_ending(word, "tion", 4) || has_ending(word, "tions", 4) ||
               has_ending(word, "ment", 5) || has_ending(word, "ity", 5) || has_ending(word, "ics", 4);
    }

    // The end of the capitalised run at `i`, which may hold a title only at its end: "Industry | Secretary Hale".
    std::size_t end_of_run(std::size_t i) const {
        constexpr std::size_t longest = 5;
        const std::size_t first = i;
        while (is_name(i) && i < first + longest && !holds_title_at(i)) ++i;
        return i;
    }
    bool holds_title_at(std::size_t i) const {
        return is(i, WordClass::title) && !is(i, WordClass::organisation_word);
    }

    // "[Trade and] Industry", "[Economics,] Trade and Industry": behind the joints of topics, whose first one ends at `end`; 0 for none.
    std::size_t end_of_topics(std::size_t end) const {
        bool listed = false;
        while (document_.is(end, ",") && is_topic(end_of_run(end + 1) - 1)) {
            listed = true;
            end = end_of_run(end + 1);
        }
        if (document_.is(end, ",") && listed) ++end;
        if (!document_.reads(end, "and") && !document_.is(end, "&")) return 0;
        const std::size_t last = end_of_run(end + 1);
        if (last == end + 1) return 0;
        const bool body = is(last - 1, WordClass::organisation_word);
        return is_topic(last - 1) || (body && last > end + 2) ? last : 0;
    }

    // "the Center for | Strategic and Budgetary Assessments", "the | Trade and Industry Board", "Halden | Defense, Space and
    // Security": topics that a body's name joins, not two names.
    void topics(std::size_t i) {
        if (!is_topic(i) || opens(i)) return;
        const std::size_t end = end_of_topics(i + 1);
        if (end == 0) return;
        std::size_t begin = i;
        while (begin > first_ && is_name(begin - 1) && !is_common(begin - 1)) --begin;
        static constexpr WordClasses joints{WordClass::name_joint, WordClass::preposition};
        const bool behind_body = begin > first_ + 1 && is_small_word(begin - 1) &&
                                 is_one_of(begin - 1, joints) &&
                                 (is_name(begin - 2) || is(begin - 2, WordClass::title) ||
                                  is(begin - 2, WordClass::organisation_word));
        const bool body =
            is(end - 1, WordClass::organisation_word) && begin > first_ && document_.reads(begin - 1, "the");
        const bool several = document_.is(i + 1, ",");
        if (behind_body || body || several) join(begin, end);
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
